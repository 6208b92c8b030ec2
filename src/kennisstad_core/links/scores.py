# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One number for each node, with what it takes to read it: how many links it rests on, and why it may be missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Final, Generic, cast

import networkx as nx
from attrs import evolve, frozen

from ..text import Text
from .affiliations import Node
from .graphs import cautions_for
from .results import Caution, Measure, Reply, versions_of
from .sparse import N, in_order

PLACES: Final = 12
"""Values that agree to so many decimals are the same value, whichever way they were added up."""

NO_LINKS: Final = Text(
    "Heeft geen enkel verband: de maat is hier niet gedefinieerd.",
    "Has no link at all: the measure is not defined here.",
)
ONE_LINK: Final = Text(
    "Heeft maar één verband: de maat is pas vanaf twee gedefinieerd.",
    "Has one link only: the measure is defined from two on.",
)
TOO_FEW: Final = Text(
    "Het netwerk heeft te weinig knopen voor deze maat.",
    "The network has too few nodes for this measure.",
)


@frozen
class Score(Generic[N]):
    """The value of one node. None has a reason and no rank; equal values share a rank, 1 being the highest value.

    ``links`` is how many links the node has: a high place between others is also a load to carry, and the one is not
    to be read without the other (Long, Cunningham and Braithwaite 2013, BMC Health Services Research 13: 158).
    """

    node: N
    value: float | None
    rank: int | None
    links: int
    why: Text | None = None


def settled(value: float) -> float:
    """A value without the last digits, which hang on the order of adding."""
    if not isfinite(value):
        raise ValueError(f"a score is a finite number, not {value}")
    return round(value, PLACES) + 0.0


def scored(
    graph: nx.Graph[N],
    values: Mapping[N, float | Text],
    nodes: Iterable[N] | None = None,
) -> tuple[Score[N], ...]:
    """Highest value first, then by name; nodes without a value last, with the reason in place of it."""
    order = in_order(graph if nodes is None else nodes)
    links = {node: len(set(nx.all_neighbors(graph, node)) - {node}) for node in order}
    numbers = {node: settled(value) for node in order if not isinstance(value := values[node], Text)}
    ranks: dict[float, int] = {}
    for place, value in enumerate(sorted(numbers.values(), reverse=True), start=1):
        ranks.setdefault(value, place)
    known = [
        Score(node, numbers[node], ranks[numbers[node]], links[node])
        for node in sorted(numbers, key=lambda node: -numbers[node])
    ]
    missing = [
        Score(node, None, None, links[node], why) for node in order if isinstance(why := values[node], Text)
    ]
    return (*known, *missing)


def cautions_of(graph: nx.Graph[N]) -> tuple[Caution, ...]:
    """What makes numbers about this graph, of whatever nodes, mean less than they seem to."""
    return cautions_for(cast("nx.Graph[Node]", graph.to_undirected() if graph.is_directed() else graph))


def told(
    graph: nx.Graph[N],
    measure: Measure,
    values: Mapping[N, float | Text],
    *packages: str,
    nodes: Iterable[N] | None = None,
) -> Reply[Score[N]]:
    """The scores of a graph as an answer that says how they were computed."""
    measure = evolve(measure, versions=versions_of("kennisstad_core", "networkx", *packages))
    return Reply(scored(graph, values, nodes), graph.graph.get("unknown", ()), cautions_of(graph), measure)
