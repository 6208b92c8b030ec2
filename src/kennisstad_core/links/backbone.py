# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pairs share more projects than chance would bring, for a null model that is named.

The null model decides the answer: on the 18 women and 14 events of Davis, one keeps 17 pairs and another none. So there
is no default, and a pair that could not stand out whatever it shared is not tested but told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import accumulate
from math import comb
from typing import Final, Literal, TypeAlias

import networkx as nx
from attrs import evolve, frozen

from ..errors import KennisstadError
from ..text import Text
from .affiliations import Node
from .projection import project_links
from .results import SMALL, Caution, Measure, Reply, versions_of
from .sparse import Incidence, Side, Source, fast, incidence

Correction: TypeAlias = Literal["holm", "benjamini-hochberg", "none"]
"""For testing many pairs at once."""

EFFORT: Final = 2_000_000_000
"""How many steps the sums of unequal chances may take: some seconds, or half a minute without NumPy."""
_STEPS: Final = 20_000
_EXACT: Final = 1e-11


class Null(Enum):
    """What chance is: how the projects of each party would fall without any preference between parties."""

    FIXED_ROW = "fixed-row"
    """Each party draws its number of projects, all equally likely: hypergeometric (Tumminello et al. 2011)."""
    SDSM = "sdsm"
    """Numbers of projects and sizes of projects both hold on average: the stochastic degree sequence model, with the
    chances of the bipartite configuration model and their sums exact (Neal 2014; Saracco et al. 2017)."""
    ADMISSIBLE = "admissible"
    """Each project draws one of the sets with enough parties, all equally likely; fits a rule such as three of five."""


class NoFit(KennisstadError, ArithmeticError):
    """The chances of a null model could not be found for these numbers of projects and sizes."""


CANNOT_STAND_OUT: Final = Text(
    "Met zo weinig projecten kan dit paar niet opvallen, wat het ook deelt: niet getoetst.",
    "With so few projects this pair cannot stand out, whatever it shares: not tested.",
)


@frozen
class Significance:
    """Two parties, how many projects they share and would by chance, and how likely as many or more would be.

    ``adjusted`` is the p-value after correction for the number of pairs. ``kept`` says whether that is below the level;
    it is None, with the reason, where no number of shared projects could be.
    """

    one: Node
    other: Node
    shared: int
    expected: float
    p: float
    adjusted: float
    kept: bool | None
    why: Text | None = None


_Tail: TypeAlias = Callable[[int], float]
"""How likely so many shared projects or more are."""


def backbone(
    source: Source,
    null: Null,
    *,
    onto: Side = "party",
    threshold: int | None = None,
    level: float = 0.05,
    correction: Correction = "holm",
) -> Reply[Significance]:
    """Every pair that shares a project, with how surprising that is under the null model, most surprising first.

    p = P(W ≥ w). ``FIXED_ROW``: Σ_{x≥w} C(k_i, x) C(m-k_i, k_j-x) / C(m, k_j) over m projects, k the projects of each
    (Tumminello, Miccichè, Lillo, Piilo and Mantegna 2011, PLoS ONE 6: e17994). ``SDSM``: W is a sum over projects of
    draws with chance p_ip p_jp, where p_ip = x_i y_p / (1 + x_i y_p) keeps all numbers and sizes on average (Neal 2014,
    Social Networks 39: 84-97; Saracco, Straka, Di Clemente, Gabrielli, Caldarelli and Squartini 2017, New Journal of
    Physics 19: 053022); summed exactly, for the usual normal approximation finds pairs that are not there.
    ``ADMISSIBLE``: W is binomial with P(both) = Σ_{s≥k} C(n-2, s-2) / Σ_{s≥k} C(n, s), n parties and threshold k.

    Pairs that share nothing count as tests too. Holm 1979, Scandinavian Journal of Statistics 6: 65-70; Benjamini and
    Hochberg 1995, Journal of the Royal Statistical Society B 57: 289-300.

    Args:
        source: Affiliations, or a bipartite graph, which can also hold parties without a project.
        null: What chance is.
        onto: Pairs of parties, or of projects.
        threshold: The least number of parties of an admissible set; for that null model only.
        level: Below which adjusted p-value a pair is kept.
        correction: For the number of pairs.

    Raises:
        NoFit: the chances of the SDSM were not found, or there are too many to sum.
    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    if (threshold is None) == (null is Null.ADMISSIBLE):
        raise ValueError("a threshold goes with the null model of admissible sets, and only with that")
    table = incidence(source)
    if onto == "project":
        table = table.turned()
    graph = project_links(source, onto=onto)
    pairs = len(table.parties) * (len(table.parties) - 1) // 2
    law = _law(table, null, threshold)
    place = {node: index for index, node in enumerate(table.parties)}
    found: list[Significance] = []
    for one, other, data in graph.edges(data=True):
        mean, tail, most = law(place[one], place[other])
        shared = data["strength"]
        hopeless = tail(most) >= level
        found.append(
            Significance(
                one,
                other,
                shared,
                mean,
                tail(shared),
                1.0,
                None if hopeless else False,
                CANNOT_STAND_OUT if hopeless else None,
            )
        )
    found.sort(key=lambda row: (row.p, row.one, row.other))
    rows = [
        evolve(row, adjusted=adjusted, kept=None if row.kept is None else adjusted < level)
        for row, adjusted in zip(found, _adjusted([row.p for row in found], pairs, correction), strict=True)
    ]
    cautions = [
        *((Caution.SMALL_NETWORK,) if len(table.parties) < SMALL else ()),
        *((Caution.UNFIT_NULL,) if null is not Null.ADMISSIBLE else ()),
        *((Caution.UNCORRECTED,) if correction == "none" else ()),
    ]
    packages = ("kennisstad_core", "networkx")
    return Reply(
        rows,
        cautions=tuple(cautions),
        measure=Measure(
            "backbone",
            Text(
                "Welke paren meer delen dan het toeval zou brengen.",
                "Which pairs share more than chance would bring.",
            ),
            _CITATIONS[null],
            f"null model {null.value}{'' if threshold is None else f', at least {threshold}'}; level {level:g}",
            f"{correction} over {pairs} pairs",
            versions_of(*packages),
        ),
    )


_CITATIONS: Final = {
    Null.FIXED_ROW: "Tumminello et al. 2011, PLoS ONE 6: e17994",
    Null.SDSM: "Neal 2014, Social Networks 39: 84-97; Saracco et al. 2017, New Journal of Physics 19: 053022",
    Null.ADMISSIBLE: "enumeration of the admissible sets",
}


def backbone_graph(tested: Reply[Significance]) -> nx.Graph[Node]:
    """The pairs that were kept, as a frozen graph with ``strength`` and ``p``; nobody else is in it."""
    graph: nx.Graph[Node] = nx.Graph(layer="backbone", strength="shared-projects")
    kept = [row for row in tested if row.kept]
    graph.add_nodes_from(sorted({node for row in kept for node in (row.one, row.other)}), bipartite=0)
    graph.add_edges_from(
        (row.one, row.other, {"strength": row.shared, "p": row.p})
        for row in sorted(kept, key=lambda row: (row.one, row.other))
    )
    nx.freeze(graph)
    return graph


def _adjusted(values: Sequence[float], tests: int, correction: Correction) -> list[float]:
    """Sorted p-values after correction; the tests that are not among them have p-value 1 and come last."""
    match correction:
        case "none":
            return list(values)
        case "holm":
            highest = 0.0
            raised: list[float] = []
            for place, value in enumerate(values):
                highest = max(highest, min(1.0, value * (tests - place)))
                raised.append(highest)
            return raised
        case "benjamini-hochberg":
            lowest = 1.0
            lowered: list[float] = []
            for place in range(len(values), 0, -1):
                lowest = min(lowest, values[place - 1] * tests / place)
                lowered.append(lowest)
            return lowered[::-1]
        case _:
            raise ValueError(f"a correction is holm, benjamini-hochberg or none, not {correction!r}")


_Law: TypeAlias = Callable[[int, int], tuple[float, _Tail, int]]
"""For two parties by place: the number expected by chance, the tail, and the most that they could share."""


def _law(table: Incidence, null: Null, threshold: int | None) -> _Law:
    numbers = [len(table.row(place)) for place in range(len(table.parties))]
    groups = len(table.groups)
    match null:
        case Null.FIXED_ROW:

            @cache
            def hypergeometric(one: int, other: int) -> tuple[float, _Tail, int]:
                chances = [comb(one, x) * comb(groups - one, other - x) for x in range(min(one, other) + 1)]
                return one * other / groups, _tail(chances, comb(groups, other)), min(one, other)

            return lambda one, other: hypergeometric(*sorted((numbers[one], numbers[other])))
        case Null.ADMISSIBLE:
            parties, least = len(table.parties), threshold or 0
            sets = sum(comb(parties, size) for size in range(least, parties + 1))
            both = sum(comb(parties - 2, size - 2) for size in range(max(least, 2), parties + 1))
            if not sets:
                raise ValueError(f"{parties} parties have no set of at least {least}")
            chances = [comb(groups, x) * both**x * (sets - both) ** (groups - x) for x in range(groups + 1)]
            admissible = groups * both / sets, _tail(chances, sets**groups), groups
            return lambda *_: admissible
        case Null.SDSM:
            return _sdsm(numbers, table.sizes())


def _tail(chances: Sequence[int], whole: int) -> _Tail:
    """Sums of whole numbers from the top down, so that the smallest p-values are as exact as the largest."""
    sums = [0]
    for chance in reversed(chances):
        sums.append(sums[-1] + chance)
    sums.reverse()
    return lambda least: float(Fraction(sums[min(least, len(chances))], whole))


def _sdsm(numbers: Sequence[int], sizes: Sequence[int]) -> _Law:
    chances = fitted(Counter(numbers), Counter(sizes))
    kinds = sorted(set(numbers))
    order = sorted(sizes)
    most = max(kinds, default=0)
    work = len(kinds) * (len(kinds) + 1) // 2 * len(order) * (most + 1)
    if work > (EFFORT if fast() else EFFORT // 10):
        raise NoFit(
            f"{len(kinds)} different numbers of projects over {len(order):,} projects are too many to sum exactly; "
            "take a shorter period, fewer groups, or the null model fixed-row"
        )

    @cache
    def summed(one: int) -> dict[int, tuple[float, list[float]]]:
        """The mean and the tails of parties with so many projects, beside each other number from there on."""
        others = [kind for kind in kinds if kind >= one]
        draws = [[chances[one, size] * chances[other, size] for size in order] for other in others]
        tails = (_tails_at_once if fast() else _tails_one_by_one)(draws, one)
        return {other: (sum(draw), tail) for other, draw, tail in zip(others, draws, tails, strict=True)}

    def law(one: int, other: int) -> tuple[float, _Tail, int]:
        fewer, more = sorted((numbers[one], numbers[other]))
        mean, tails = summed(fewer)[more]
        return mean, lambda least: min(1.0, tails[least]), fewer

    return law


def _tails_one_by_one(draws: Sequence[Sequence[float]], most: int) -> list[list[float]]:
    """For draws with unequal chances: how likely 0, 1, … up to the most or more hits are (Poisson binomial)."""
    several: list[list[float]] = []
    for chances in draws:
        ways = [1.0] + [0.0] * most
        for chance in chances:
            # The last place holds everything from there on.
            last = ways[most] + ways[most - 1] * chance if most else 1.0
            for x in range(most - 1, 0, -1):
                ways[x] = ways[x] * (1 - chance) + ways[x - 1] * chance
            ways[0] *= 1 - chance
            ways[most] = last
        several.append(list(accumulate(reversed(ways)))[::-1])
    return several


def _tails_at_once(draws: Sequence[Sequence[float]], most: int) -> list[list[float]]:
    import numpy as np

    ways = np.zeros((len(draws), most + 1))
    ways[:, 0] = 1
    for chance in np.asarray(draws, dtype=np.float64).T[:, :, np.newaxis]:
        after = ways * (1 - chance)
        after[:, 1:] += ways[:, :-1] * chance
        after[:, most] = ways[:, most] + (ways[:, most - 1] * chance[:, 0] if most else 0)
        ways = after
    tails: list[list[float]] = np.cumsum(ways[:, ::-1], axis=1)[:, ::-1].tolist()
    return tails


_Side: TypeAlias = dict[int, tuple[int, int]]
"""Per number of links or size: how many links are not settled yet, and how many nodes have it."""


def fitted(rows: Mapping[int, int], columns: Mapping[int, int]) -> dict[tuple[int, int], float]:
    """The chance that a party with so many projects is in a project of such a size, for all kinds of either.

    The bipartite configuration model: x_k y_d / (1 + x_k y_d), such that every number and size holds on average. What
    the numbers leave no choice about is settled first and taken out, for those chances are 1 and 0 and no x and y give
    them (Gale 1957, Ryser 1957: where the largest projects together are as large as the parties' numbers allow).

    Args:
        rows: How many parties there are with each number of projects.
        columns: How many projects there are of each size.

    Raises:
        NoFit: when the numbers are not reached.
    """
    chances: dict[tuple[int, int], float] = {}
    blocks: list[tuple[_Side, _Side]] = [
        (
            {one: (one, times) for one, times in rows.items()},
            {one: (one, times) for one, times in columns.items()},
        )
    ]
    while blocks:
        parties, projects = blocks.pop()
        if not parties or not projects:
            continue
        largest = _no_choice(parties, projects)
        if largest is None:
            chances.update(_balanced(parties, projects))
            continue
        many = sum(projects[size][1] for size in largest)
        chances.update({(one, size): 1.0 for one in parties if parties[one][0] >= many for size in largest})
        others = [size for size in projects if size not in largest]
        chances.update({(one, size): 0.0 for one in parties if parties[one][0] <= many for size in others})
        in_all = sum(times for left, times in parties.values() if left >= many)
        blocks += [
            (
                {one: so for one, so in parties.items() if so[0] < many},
                {size: (projects[size][0] - in_all, projects[size][1]) for size in largest},
            ),
            (
                {one: (left - many, times) for one, (left, times) in parties.items() if left > many},
                {size: projects[size] for size in others},
            ),
        ]
    return chances


def _no_choice(parties: _Side, projects: _Side) -> list[int] | None:
    """The largest projects, if they are in all that these parties can be in; none of them if some party is in none."""
    largest: list[int] = []
    many = links = 0
    for size in (None, *sorted(projects, key=lambda one: -projects[one][0])):
        if size is not None:
            left, times = projects[size]
            largest.append(size)
            many, links = many + times, links + left * times
        if links == sum(min(left, many) * times for left, times in parties.values()) and (
            0 < many < sum(times for _, times in projects.values())
            or any(left == many for left, _ in parties.values())
        ):
            return largest
    return None


def _balanced(parties: _Side, projects: _Side) -> dict[tuple[int, int], float]:
    total = sum(left * times for left, times in parties.values())
    x = {one: left / total**0.5 for one, (left, _) in parties.items()}
    y = {one: left / total**0.5 for one, (left, _) in projects.items()}
    for _ in range(_STEPS):
        worst = 0.0
        for mine, own_side, theirs, their_side in ((x, parties, y, projects), (y, projects, x, parties)):
            for one, own in mine.items():
                links = sum(
                    their_side[other][1] * own * their / (1 + own * their) for other, their in theirs.items()
                )
                left = own_side[one][0]
                worst = max(worst, abs(links / left - 1))
                mine[one] = own * left / links
        if worst < _EXACT:
            return {
                (row, column): own * their / (1 + own * their)
                for row, own in x.items()
                for column, their in y.items()
            }
    raise NoFit(f"the chances of the null model were not found in {_STEPS:,} steps")
