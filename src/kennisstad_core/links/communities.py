# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which parties work among themselves more than with others, and how firmly that division stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, prod
from typing import Final, Generic, cast

import networkx as nx
from attrs import frozen

from ..text import Text
from .cuts import require_plain
from .results import Caution, Measure, Reply, versions_of
from .scores import cautions_of, settled
from .sparse import N, ties

EXACT: Final = 60_000
"""A network that can be divided in at most so many ways, part by part, is divided in the best: all are tried."""
RUNS: Final = 20


@frozen
class Community(Generic[N]):
    """Parties that belong together, the strength of their links among themselves and to others.

    ``modularity`` is what it adds to that of the whole division. ``stability`` is how often two of its members were
    put together, over all equally good divisions or over all runs; None for one party alone.
    """

    members: tuple[N, ...]
    inside: float
    outside: float
    modularity: float
    stability: float | None


def communities(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    resolution: float = 1.0,
    runs: int = RUNS,
    backend: str = "networkx",
) -> Reply[Community[N]]:
    """The division with the highest modularity: the largest communities first.

    Newman and Girvan 2004, Physical Review E 69: 026113; with a resolution r, Reichardt and Bornholdt 2006, Physical
    Review E 74: 016110: Q = Σ_c [L_c / m - r (d_c / 2m)²], m the strength of all links, L_c of those inside c, d_c the
    summed strengths of its members. Where no part has more than some nine nodes, all divisions are tried. Larger
    networks go through the method of Blondel, Guillaume, Lambiotte and Lefebvre 2008, Journal of Statistical Mechanics
    P10008, in as many runs, each with its own seed; the best is taken, and its stability shows whether the others
    agree. In a projection every project is a clique, which modularity takes for a community: read the result beside
    the projects.

    Raises:
        ValueError: without any run, or for a resolution that is not above zero.
    """
    require_plain(graph)
    if runs < 1 or resolution <= 0:
        raise ValueError("there is at least one run, and the resolution is above zero")
    tied = ties(graph, strength)
    nodes = tied.nodes
    rows = [tied.row(place) for place in range(len(nodes))]
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    plain.add_weighted_edges_from(
        ((one, other, force) for one, row in enumerate(rows) for other, force in row.items() if one < other),
        weight="strength",
    )
    parts = [sorted(part) for part in nx.connected_components(plain)]
    exact = sum(map(_ways, map(len, parts))) <= EXACT
    # For each part the divisions that were found; of the whole network when it was searched.
    several = (
        [_all_best(rows, part, resolution) for part in parts]
        if exact
        else [list(_searched(plain, resolution, runs, backend))]
    )
    found: list[Community[N]] = []
    for divisions in several:
        together = Counter(pair for one in divisions for block in one for pair in combinations(block, 2))
        for block in max(divisions, key=lambda one: settled(_quality(rows, one, resolution))):
            couples = list(combinations(block, 2))
            held = set(block)
            forces = [(force, other in held) for place in block for other, force in rows[place].items()]
            found.append(
                Community(
                    tuple(nodes[place] for place in block),
                    settled(sum(force for force, within in forces if within) / 2),
                    settled(sum(force for force, within in forces if not within)),
                    settled(_quality(rows, [block], resolution)),
                    settled(sum(together[pair] for pair in couples) / (len(divisions) * len(couples)))
                    if couples
                    else None,
                )
            )
    place_of = {node: place for place, node in enumerate(nodes)}
    found.sort(key=lambda one: (-len(one.members), place_of[one.members[0]]))
    model = (
        f"exact, {prod(map(len, several))} equally good"
        if exact
        else f"best of {runs} runs of Louvain, seeds from 0; backend {backend}"
    )
    return Reply(
        found,
        graph.graph.get("unknown", ()),
        (*cautions_of(graph), *(() if exact else (Caution.NOT_PROVEN,))),
        Measure(
            "communities",
            Text(
                "Groepen partijen die onderling meer samenwerken dan met anderen.",
                "Groups of parties that work among themselves more than with others.",
            ),
            "Newman and Girvan 2004, Physical Review E 69: 026113"
            + ("" if exact else "; Blondel et al. 2008, J. Stat. Mech. P10008"),
            f"{model}; resolution {resolution:g}; {f'strength: {strength}' if strength else 'every link equal'}",
            "2m, twice the strength of all links",
            versions_of("kennisstad_core", "networkx"),
        ),
    )


def _quality(rows: Sequence[dict[int, float]], parts: Sequence[Sequence[int]], resolution: float) -> float:
    """Modularity, or what some of the communities add to it."""
    whole = sum(sum(row.values()) for row in rows)
    if not whole:
        return 0.0
    total = 0.0
    for part in parts:
        held = set(part)
        inside = sum(force for place in part for other, force in rows[place].items() if other in held)
        summed = sum(sum(rows[place].values()) for place in part)
        total += inside / whole - resolution * (summed / whole) ** 2
    return total


_Division = tuple[tuple[int, ...], ...]


def _searched(graph: nx.Graph[int], resolution: float, runs: int, backend: str) -> Iterator[_Division]:
    for seed in range(runs):
        found = nx.community.louvain_communities(
            graph, weight="strength", resolution=resolution, seed=seed, backend=backend
        )
        yield tuple(sorted(tuple(sorted(part)) for part in cast("list[set[int]]", found)))


@cache
def _ways(size: int) -> int:
    """In how many ways so many nodes can be divided (Bell numbers), as far as that matters."""
    if size < 2:
        return 1
    return EXACT + 1 if size > 12 else sum(comb(size - 1, other) * _ways(other) for other in range(size))


def _all_best(rows: Sequence[dict[int, float]], part: Sequence[int], resolution: float) -> list[_Division]:
    """Every best division of one part; none spans two parts, for taking those apart would only gain.

    Compared in fractions, for floats would tell equally good divisions apart.
    """
    near = [{other: Fraction(force).limit_denominator(10**6) for other, force in row.items()} for row in rows]
    sums = [sum(row.values(), Fraction(0)) for row in near]
    whole = sum(sums, Fraction(0))
    weight = Fraction(resolution).limit_denominator(10**6)
    gain = {
        (one, other): near[one].get(other, Fraction(0)) * whole - weight * sums[one] * sums[other]
        for one, other in combinations(part, 2)
    }
    best: list[_Division] = []
    most: Fraction | None = None
    for division in _divisions(part):
        value = sum((gain[pair] for block in division for pair in combinations(block, 2)), Fraction(0))
        if most is None or value > most:
            best.clear()
            most = value
        if value == most:
            best.append(division)
    return best


def _divisions(part: Sequence[int]) -> Iterator[_Division]:
    """Every way to divide some nodes into blocks, each block in order."""
    if not part:
        yield ()
        return
    *rest, last = part
    for division in _divisions(rest):
        yield (*division, (last,))
        for index, block in enumerate(division):
            yield (*division[:index], (*block, last), *division[index + 1 :])
