# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which few parties the network holds together by: without them it falls apart the most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import comb
from typing import Final, Generic

import networkx as nx
from attrs import frozen

from ..text import Text
from .cuts import departures, fragmentation, require_plain
from .results import Caution, Measure, Reply, versions_of
from .scores import cautions_of, settled
from .sparse import N, in_order

EFFORT: Final = 20_000_000
"""How many nodes and links may be looked at in trying all sets: some ten seconds."""


@frozen
class KeySet(Generic[N]):
    """Nodes, how fragmented the network is without them, and how much more that is than with them.

    ``fragmentation`` is the share of pairs of the remaining nodes that cannot reach each other.
    """

    nodes: tuple[N, ...]
    fragmentation: float
    rise: float


def key_players(
    graph: nx.Graph[N], size: int = 1, *, among: Iterable[N] | None = None, effort: int = EFFORT
) -> Reply[KeySet[N]]:
    """The sets of this size without which the network is fragmented the most, all of them when several are equal.

    Borgatti 2006, Computational and Mathematical Organization Theory 12: 21-34, KPP-Neg: the largest
    F = 1 - Σ_k s_k(s_k - 1) / (n(n - 1)) over the n nodes that remain, s_k the sizes of the components. Taking the most
    central nodes one by one does not give it, for two may do the same work. All sets are tried where that stays
    within the effort; beyond it one set is found by taking the best node each time and then swapping, and the answer
    says that it is not proven.

    Args:
        graph: Parties linked to parties, or parties and projects.
        size: How many go.
        among: Which nodes may go, all when left out.
        effort: How many nodes and links may be looked at.

    Raises:
        ValueError: when the size is below one, or leaves fewer than two nodes.
    """
    require_plain(graph)
    nodes = in_order(graph)
    allowed = nodes if among is None else tuple(node for node in nodes if node in set(among))
    if not 1 <= size <= len(allowed) or len(nodes) - size < 2:
        raise ValueError(
            f"of {len(allowed)} nodes that may go and {len(nodes)} in all, {size} cannot go and leave two"
        )
    place = {node: index for index, node in enumerate(nodes)}
    web = _Web([sorted(place[other] for other in graph.adj[node] if other != node) for node in nodes])
    choices = [place[node] for node in allowed]
    once = len(nodes) + 2 * graph.number_of_edges()
    proven = comb(len(choices), size) * once <= effort
    if proven:
        best = web.all_best(choices, size)
    else:
        start = [place[node] for node in _one_by_one(graph, allowed, size)]
        best = [web.improved(start, choices, effort // once)]
    before = fragmentation(graph) or 0.0
    rows = [_row(graph, tuple(nodes[one] for one in several), before) for several in best]
    return Reply(
        rows,
        graph.graph.get("unknown", ()),
        (*cautions_of(graph), *(() if proven else (Caution.NOT_PROVEN,))),
        Measure(
            "key-players",
            Text(
                "De partijen zonder welke het netwerk het meest uiteenvalt.",
                "The parties without which the network falls apart the most.",
            ),
            "Borgatti 2006, Comput. Math. Organ. Theory 12: 21-34 (KPP-Neg)",
            f"{size} of {len(choices)} nodes; "
            + ("all sets tried" if proven else "taken one by one, then swapped"),
            "n(n-1) ordered pairs of the nodes that remain",
            versions_of("kennisstad_core", "networkx"),
        ),
    )


def _row(graph: nx.Graph[N], gone: tuple[N, ...], before: float) -> KeySet[N]:
    after = fragmentation(graph, gone) or 0.0
    return KeySet(gone, settled(after), settled(after - before))


def _one_by_one(graph: nx.Graph[N], allowed: Iterable[N], size: int) -> list[N]:
    """The node that fragments the most, then the one that does so in what remains, and so on."""
    left, may = set(graph), set(allowed)
    gone: list[N] = []
    while len(gone) < size:
        rows = [row for row in departures(graph.subgraph(left)) if row.node in may]
        best = max(rows, key=lambda row: row.fragmentation or 0.0)
        gone.append(best.node)
        left.discard(best.node)
        may.discard(best.node)
    return gone


class _Web:
    """A network by place, for asking many times what can still be reached."""

    def __init__(self, near: Sequence[Sequence[int]]) -> None:
        self.near = near

    def reached(self, gone: Iterable[int]) -> int:
        """How many ordered pairs of the remaining nodes can reach each other: the fewer, the more fragmented."""
        seen = bytearray(len(self.near))
        for one in gone:
            seen[one] = 1
        total = 0
        for start in range(len(self.near)):
            if seen[start]:
                continue
            seen[start] = 1
            part = [start]
            for node in part:
                for other in self.near[node]:
                    if not seen[other]:
                        seen[other] = 1
                        part.append(other)
            total += len(part) * (len(part) - 1)
        return total

    def all_best(self, choices: Sequence[int], size: int) -> list[tuple[int, ...]]:
        best: list[tuple[int, ...]] = []
        least: int | None = None
        for gone in combinations(choices, size):
            reached = self.reached(gone)
            if least is None or reached < least:
                best.clear()
                least = reached
            if reached == least:
                best.append(gone)
        return best

    def improved(self, start: Sequence[int], choices: Sequence[int], times: int) -> tuple[int, ...]:
        """A set with its nodes swapped as long as that helps and the times last."""
        gone = list(start)
        least = self.reached(gone)
        for swapped in self._swaps(gone, choices, times):
            reached = self.reached(swapped)
            if reached < least:
                least = reached
                gone[:] = swapped
        return tuple(sorted(gone))

    @staticmethod
    def _swaps(gone: Sequence[int], choices: Sequence[int], times: int) -> Iterator[list[int]]:
        """Every set with one node swapped, from the best so far, until a whole round changes nothing."""
        while times > 0:
            start = list(gone)
            for index in range(len(gone)):
                for one in choices:
                    if one in gone:
                        continue
                    times -= 1
                    if times <= 0:
                        return
                    yield [*gone[:index], one, *gone[index + 1 :]]
            if list(gone) == start:
                return
