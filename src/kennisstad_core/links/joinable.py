# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which projects each party could join, and which fall short when parties leave: for all of them at once.

For one partnership with a charter, `hook_on_candidates` and `what_if` tell more, by the charter's own clauses. These
are for networks of thousands of parties, in which only affiliations and a number are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from attrs import frozen

from ..text import Text
from .affiliations import Node
from .results import Measure, Reply, versions_of
from .sparse import Engine, Incidence, Source, blocks, choose, incidence


@frozen
class Joinable:
    """A project that a party is not in, and how near it is to it.

    ``known`` is how many of the project's parties it works with elsewhere; ``paths`` counts the ways party - project -
    other party - this project, so that working together often counts more; ``size`` is how many the project has. Rows
    of one party with the same number of paths share a ``rank``.
    """

    party: Node
    group: Node
    rank: int
    paths: int
    known: int
    size: int


def joinable(
    source: Source,
    *,
    most: int = 10,
    parties: Collection[Node] | None = None,
    groups: Collection[Node] | None = None,
    eligible: Callable[[Node, Node], bool] | None = None,
    engine: Engine = "auto",
) -> Reply[Joinable]:
    """For every party the projects it could join through those it works with, nearest first, then by name.

    Who may join goes first: ``groups`` are those that take anybody, ``eligible`` says of a party and a group whether it
    may. Then paths_ip = (B Bᵀ B)_ip, the number of paths of three links between them (Kunegis, De Luca and Albayrak
    2010, IPMU, LNCS 6178: 380-389: in a two-mode network only paths of odd length can foretell a link; the scores of
    Adamic and Adar between a party and a project are always zero).

    Args:
        source: Affiliations, or a bipartite graph.
        most: How many projects for each party.
        parties: For whom, everybody when left out.
        groups: Which projects are open, all when left out.
        eligible: Asked in the order of the answer, until there are enough.
        engine: SciPy or plain Python; both give the same.

    Raises:
        ValueError: for fewer than one project each.
    """
    if most < 1:
        raise ValueError(f"at least one project for each party, not {most}")
    table = incidence(source)
    turned = table.turned()
    wanted = None if parties is None else set(parties)
    places = [at for at, node in enumerate(table.parties) if wanted is None or node in wanted]
    open_groups = None if groups is None else set(groups)
    shut = [open_groups is not None and node not in open_groups for node in table.groups]
    sizes = table.sizes()
    work = sum(sizes[group] for group in table.indices)
    walk = _in_scipy if choose(engine, work // 50) == "scipy" else _in_python
    rows: list[Joinable] = []
    for at, near, ranked in walk(table, turned, places, shut, most if eligible is None else None):
        node = table.parties[at]
        rank, last, listed = 0, -1, 0
        for group, paths in ranked:
            if eligible is not None and not eligible(node, table.groups[group]):
                continue
            listed += 1
            if paths != last:
                rank, last = listed, paths
            known = len(near.intersection(turned.row(group)))
            rows.append(Joinable(node, table.groups[group], rank, paths, known, sizes[group]))
            if listed == most:
                break
    return Reply(
        rows,
        measure=Measure(
            "joinable",
            Text(
                "Projecten waaraan een partij nog niet meedoet, met het aantal wegen erheen via wie zij al kent.",
                "Projects that a party is not in, with the number of ways there through those it works with.",
            ),
            "Kunegis, De Luca and Albayrak 2010, IPMU 2010, LNCS 6178: 380-389",
            "paths of three links in the two-mode network, every link equal",
            "none: whole numbers of paths",
            versions_of("kennisstad_core", *(("numpy", "scipy") if walk is _in_scipy else ())),
        ),
    )


_Walk = Iterator[tuple[int, set[int], Sequence[tuple[int, int]]]]


def _in_python(
    table: Incidence, turned: Incidence, places: Iterable[int], shut: Sequence[bool], most: int | None
) -> _Walk:
    for at in places:
        own = table.row(at)
        near: Counter[int] = Counter()
        for group in own:
            near.update(turned.row(group))
        paths: Counter[int] = Counter()
        for other, times in near.items():
            for group in table.row(other):
                paths[group] += times
        inside = set(own)
        ranked = sorted(
            ((group, count) for group, count in paths.items() if group not in inside and not shut[group]),
            key=lambda one: (-one[1], one[0]),
        )
        yield at, set(near), ranked[:most]


def _in_scipy(
    table: Incidence, turned: Incidence, places: Sequence[int], shut: Sequence[bool], most: int | None
) -> _Walk:
    import numpy as np

    counts = np.diff(np.asarray(table.starts))
    # No number of paths passes the largest group times the most projects of a party; half the memory is faster.
    largest = max(table.sizes(), default=0) * int(counts.max(initial=0))
    small = np.int32 if largest < 2**31 else np.int64
    matrix = table.matrix().astype(small)
    across = turned.matrix().astype(small)
    closed = np.asarray(shut, dtype=bool)
    kept = matrix[places]
    # What a party costs: the projects of everybody in its projects.
    widths = [int(width) for width in across @ counts]
    for first, last in blocks(kept.indptr.tolist(), kept.indices.tolist(), widths):
        near = (kept[first:last] @ across).tocsr()
        paths = (near @ matrix).tocsr()
        for row in range(last - first):
            at = places[first + row]
            span = slice(paths.indptr[row], paths.indptr[row + 1])
            groups, counted = paths.indices[span], paths.data[span]
            own = matrix.indices[matrix.indptr[at] : matrix.indptr[at + 1]]
            barred = closed[own]
            closed[own] = True
            allowed = ~closed[groups]
            closed[own] = barred
            groups, counted = groups[allowed], counted[allowed]
            if most is not None and len(counted) > most:
                least = np.partition(counted, len(counted) - most)[len(counted) - most]
                groups, counted = groups[counted >= least], counted[counted >= least]
            order = np.lexsort((groups, -counted))[:most]
            others = set(near.indices[near.indptr[row] : near.indptr[row + 1]].tolist())
            yield (
                at,
                others,
                list(zip(groups[order].tolist(), counted[order].tolist(), strict=True)),
            )


@frozen
class Loss:
    """The projects that have enough parties now and would not when these leave.

    ``only_together`` are those of them that would keep enough if any one of these parties stayed.
    """

    parties: tuple[Node, ...]
    groups: tuple[Node, ...]
    only_together: tuple[Node, ...]


def losses(source: Source, threshold: int, *, leaving: Literal[1, 2] = 1) -> Reply[Loss]:
    """For every party, or every pair that matters only together, the projects that fall below a number of parties.

    A project of s parties has a slack of s - threshold; it falls when more of its parties leave than that (the
    structure function of a k-out-of-n system, Birnbaum 1969, Multivariate Analysis II: 581-592). Parties without whom
    nothing falls are left out, and so are pairs that take no more together than each alone. Most projects first.

    Raises:
        ValueError: for a threshold below one, or anything but one or two leaving.
    """
    if threshold < 1:
        raise ValueError(f"a threshold counts parties from one on, not {threshold}")
    if leaving not in (1, 2):
        raise ValueError("one party leaves, or two")
    table = incidence(source)
    members = table.members()
    single: dict[int, list[int]] = {}
    joint: dict[tuple[int, int], list[int]] = {}
    for group, several in enumerate(members):
        if len(several) == threshold:
            for at in several:
                single.setdefault(at, []).append(group)
        if len(several) == threshold + 1 and leaving == 2:
            for pair in combinations(several, 2):
                joint.setdefault(pair, []).append(group)
    if leaving == 1:
        rows = [_loss(table, (at,), groups, groups) for at, groups in single.items()]
    else:
        rows = [
            _loss(table, pair, sorted({*both, *single.get(pair[0], ()), *single.get(pair[1], ())}), both)
            for pair, both in joint.items()
        ]
    rows.sort(key=lambda row: (-len(row.groups), row.parties))
    return Reply(
        rows,
        measure=Measure(
            "losses",
            Text(
                "Projecten die met te weinig partijen achterblijven als deze vertrekken.",
                "Projects that are left with too few parties when these leave.",
            ),
            "Birnbaum 1969, in Krishnaiah (ed.), Multivariate Analysis II: 581-592",
            f"every project asks for {threshold} parties, all alike; {leaving} leave",
            "none: whole numbers of projects",
            versions_of("kennisstad_core"),
        ),
    )


def _loss(table: Incidence, who: Iterable[int], groups: Iterable[int], together: Iterable[int]) -> Loss:
    return Loss(
        tuple(table.parties[at] for at in who),
        tuple(table.groups[group] for group in groups),
        tuple(table.groups[group] for group in together),
    )


@frozen
class Slack:
    """A project, its parties, and how many of them it can miss; below zero it lacks so many already."""

    group: Node
    slack: int
    parties: tuple[Node, ...]


def slacks(source: Source, threshold: int) -> Reply[Slack]:
    """How many parties every project can miss before it falls below a number, the least first, then by name.

    Raises:
        ValueError: for a threshold below one.
    """
    if threshold < 1:
        raise ValueError(f"a threshold counts parties from one on, not {threshold}")
    table = incidence(source)
    rows = [
        Slack(table.groups[group], len(several) - threshold, tuple(table.parties[at] for at in several))
        for group, several in enumerate(table.members())
    ]
    rows.sort(key=lambda row: (row.slack, row.group))
    return Reply(
        rows,
        measure=Measure(
            "slacks",
            Text(
                "Hoeveel partijen een project kan missen voordat het er te weinig heeft.",
                "How many parties a project can miss before it has too few.",
            ),
            "Birnbaum 1969, in Krishnaiah (ed.), Multivariate Analysis II: 581-592",
            f"every project asks for {threshold} parties, all alike",
            "none: number of parties less the threshold",
            versions_of("kennisstad_core"),
        ),
    )
