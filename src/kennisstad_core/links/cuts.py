# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What falls apart when one node or one link goes: one walk tells it for all of them at once.

Removing each node in turn and counting again takes hours on a European network; the walk takes a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic

import networkx as nx
from attrs import evolve, frozen

from ..text import Text
from .results import Measure, Reply, versions_of
from .scores import cautions_of
from .sparse import N, in_order


@frozen
class Departure(Generic[N]):
    """What is left of the network without one node: the sizes of the parts that it held together, largest first.

    ``parts`` are the parts into which the node's own component falls; one part means that nothing is cut, none that
    the node was alone. ``isolated`` are the neighbours that are left without any link. ``fragmentation`` is the share
    of pairs of the remaining nodes that cannot reach each other, None when fewer than two remain.
    """

    node: N
    parts: tuple[int, ...]
    isolated: tuple[N, ...]
    fragmentation: float | None

    @property
    def cuts(self) -> bool:
        """Whether the node is an articulation point: without it, others can no longer reach each other."""
        return len(self.parts) > 1


@frozen
class Bridge(Generic[N]):
    """A link without which its two ends, and so many nodes on the side of each, can no longer reach each other."""

    ends: tuple[N, N]
    sides: tuple[int, int]


@frozen
class _Walk(Generic[N]):
    """A depth-first walk of one component: how many nodes hang below each, and how high up each reaches round it."""

    order: list[N]
    parent: dict[N, N]
    below: dict[N, int]
    entered: dict[N, int]
    reach: dict[N, int]


def _walks(graph: nx.Graph[N]) -> Iterator[_Walk[N]]:
    seen: set[N] = set()
    near = dict(graph.adjacency())
    for root in in_order(graph):
        if root in seen:
            continue
        walk: _Walk[N] = _Walk([root], {}, {}, {root: 0}, {root: 0})
        stack = [(root, iter(near[root]))]
        seen.add(root)
        while stack:
            node, others = stack[-1]
            for other in others:
                if other not in seen:
                    seen.add(other)
                    walk.parent[other] = node
                    walk.entered[other] = walk.reach[other] = len(walk.order)
                    walk.order.append(other)
                    stack.append((other, iter(near[other])))
                    break
                if other != walk.parent.get(node):
                    walk.reach[node] = min(walk.reach[node], walk.entered[other])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    walk.reach[above] = min(walk.reach[above], walk.reach[node])
        walk.below.update(dict.fromkeys(walk.order, 1))
        for node in reversed(walk.order[1:]):
            walk.below[walk.parent[node]] += walk.below[node]
        yield walk


def require_plain(graph: nx.Graph[N]) -> None:
    """Refuse a graph in which parts and bridges have no plain meaning."""
    if graph.is_directed() or graph.is_multigraph():
        raise TypeError("this question is about a graph with one undirected link between two nodes")


def _parts(graph: nx.Graph[N]) -> Mapping[N, tuple[int, ...]]:
    found: dict[N, tuple[int, ...]] = {}
    for walk in _walks(graph):
        size = len(walk.order)
        hanging: dict[N, list[int]] = {node: [] for node in walk.order}
        root = walk.order[0]
        for node in walk.order[1:]:
            above = walk.parent[node]
            if above == root or walk.reach[node] >= walk.entered[above]:
                hanging[above].append(walk.below[node])
        for node, pieces in hanging.items():
            rest = size - 1 - sum(pieces)
            found[node] = tuple(sorted((*pieces, rest) if rest else pieces, reverse=True))
    return found


def departures(graph: nx.Graph[N]) -> Reply[Departure[N]]:
    """For every node what its leaving would cut off, in one walk (Tarjan 1972, SIAM Journal on Computing 1: 146-160).

    Fragmentation is Borgatti's F = 1 - Σ_k s_k(s_k - 1) / (n(n - 1)) over the parts that remain (Borgatti 2006,
    Computational and Mathematical Organization Theory 12: 21-34), the same as in `fragmentation`. In a graph of
    parties and projects the projects that remain count as nodes too.
    """
    require_plain(graph)
    parts = _parts(graph)
    total = sum(size * (size - 1) for size in _components(graph))
    left = graph.number_of_nodes() - 1
    near = dict(graph.adjacency())
    links = {node: len(others) - (node in others) for node, others in near.items()}
    rows: list[Departure[N]] = []
    for node in in_order(graph):
        own = 1 + sum(parts[node])
        reached = total - own * (own - 1) + sum(size * (size - 1) for size in parts[node])
        alone = tuple(other for other in near[node] if other != node and links[other] == 1)
        rows.append(
            Departure(
                node, parts[node], in_order(alone), None if left < 2 else 1 - reached / (left * (left - 1))
            )
        )
    return Reply(
        rows,
        graph.graph.get("unknown", ()),
        cautions_of(graph),
        Measure(
            "departures",
            Text(
                "In welke delen het netwerk uiteenvalt als een knoop wegvalt.",
                "Into which parts the network falls when a node goes.",
            ),
            "Tarjan 1972, SIAM Journal on Computing 1: 146-160; Borgatti 2006, Comput. Math. Organ. Theory 12: 21-34",
            "undirected, every link equal",
            "F = 1 - Σ s(s-1) / (n(n-1)) over the n nodes that remain",
            versions_of("kennisstad_core", "networkx"),
        ),
    )


def articulation_points(graph: nx.Graph[N]) -> Reply[Departure[N]]:
    """The nodes without which others can no longer reach each other, with the parts that would be left."""
    every = departures(graph)
    return evolve(every, rows=(row for row in every.rows if row.cuts))


def bridges(graph: nx.Graph[N]) -> Reply[Bridge[N]]:
    """The links without which the network falls in two, with how many nodes are on each side (Tarjan 1974).

    Tarjan 1974, Information Processing Letters 2: 160-161.
    """
    require_plain(graph)
    found: list[Bridge[N]] = []
    for walk in _walks(graph):
        for node in walk.order[1:]:
            above = walk.parent[node]
            if walk.reach[node] > walk.entered[above]:
                sides = {node: walk.below[node], above: len(walk.order) - walk.below[node]}
                one, other = in_order(sides)
                found.append(Bridge((one, other), (sides[one], sides[other])))
    place = {node: index for index, node in enumerate(in_order(graph))}
    return Reply(
        sorted(found, key=lambda bridge: (place[bridge.ends[0]], place[bridge.ends[1]])),
        graph.graph.get("unknown", ()),
        cautions_of(graph),
        Measure(
            "bridges",
            Text(
                "Verbanden zonder welke het netwerk in tweeën valt.",
                "Links without which the network falls in two.",
            ),
            "Tarjan 1974, Information Processing Letters 2: 160-161",
            "undirected, every link equal",
            "",
            versions_of("kennisstad_core", "networkx"),
        ),
    )


def _components(graph: nx.Graph[N]) -> Iterator[int]:
    return (len(part) for part in nx.connected_components(graph))


def fragmentation(graph: nx.Graph[N], removed: Iterable[N] = ()) -> float | None:
    """The share of pairs of nodes that cannot reach each other, once some are gone; None below two nodes.

    F = 1 - Σ_k s_k(s_k - 1) / (n(n - 1)), s_k the sizes of the components (Borgatti 2006, equation 4). 0 is one
    whole, 1 is everybody alone.
    """
    require_plain(graph)
    left = graph.subgraph(set(graph) - set(removed))
    size = left.number_of_nodes()
    if size < 2:
        return None
    return 1 - sum(part * (part - 1) for part in _components(left)) / (size * (size - 1))
