# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Brokerage roles: published counts, the labels that packages swap, and the null model by enumeration."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, permutations, product
from math import prod

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures_networks import ADVISERS, HOURS, advice, club, factions, simple_graphs
from kennisstad_core.links.brokerage import NO_SPREAD, OVERLAPPING, Role, brokerage
from kennisstad_core.links.results import Caution

ROLES = (Role.COORDINATOR, Role.ITINERANT, Role.GATEKEEPER, Role.REPRESENTATIVE, Role.LIAISON)


def counts(graph: nx.Graph[str], groups: Mapping[str, str | Mapping[str, float]]) -> dict[str, list[float]]:
    """The five counts of each node, in the order of `ROLES`."""
    found = {(row.node, row.role): row.count for row in brokerage(graph, groups)}
    return {node: [found[node, role] for role in ROLES] for node in graph}


def slowly(graph: nx.Graph[int], groups: Mapping[int, str]) -> dict[tuple[int, Role], int]:
    """By trying all triples and spelling out each role."""
    found = {(node, role): 0 for node in graph for role in ROLES}
    for a, v, b in permutations(graph, 3):
        if not (graph.has_edge(a, v) and graph.has_edge(v, b)) or graph.has_edge(a, b):
            continue
        x, y, z = groups[a], groups[v], groups[b]
        if x == y == z:
            found[v, Role.COORDINATOR] += 1
        elif x == z:
            found[v, Role.ITINERANT] += 1
        elif y == z:
            found[v, Role.GATEKEEPER] += 1
        elif x == y:
            found[v, Role.REPRESENTATIVE] += 1
        else:
            found[v, Role.LIAISON] += 1
    return found


class TestGouldAndFernandez:
    """Gould and Fernandez 1989, Sociological Methodology 19: 89-126."""

    @pytest.mark.parametrize(
        ("groups", "role"),
        [
            ("111", Role.COORDINATOR),
            ("121", Role.ITINERANT),
            ("122", Role.GATEKEEPER),
            ("112", Role.REPRESENTATIVE),
            ("123", Role.LIAISON),
        ],
    )
    def test_a_path_of_three_tells_the_labels_apart(self, groups: str, role: Role) -> None:
        graph: nx.DiGraph[str] = nx.DiGraph([("a", "v"), ("v", "b")])
        rows = brokerage(graph, dict(zip("avb", groups, strict=True)))
        assert {(row.node, row.role): row.count for row in rows if row.count} == {
            ("v", role): 1,
            ("v", None): 1,
        }

    def test_an_example_counted_with_the_r_package_sna(self) -> None:
        # sna 2.8, whose columns are w_I, w_O, b_OI, b_IO, b_O in the order of ROLES.
        arcs = ["ab", "ae", "bc", "bd", "ca", "cd", "de", "eb", "ec"]
        graph: nx.DiGraph[str] = nx.DiGraph([(arc[0], arc[1]) for arc in arcs])
        assert counts(graph, dict(zip("abcde", "11223", strict=True))) == {
            "a": [0, 0, 1, 0, 1],
            "b": [0, 0, 0, 2, 1],
            "c": [0, 1, 1, 0, 1],
            "d": [0, 0, 0, 1, 1],
            "e": [0, 1, 0, 0, 2],
        }

    @settings(max_examples=80, deadline=None)
    @given(st.data(), st.booleans())
    def test_trying_all_triples_gives_the_same(self, data: st.DataObject, directed: bool) -> None:
        graph: nx.Graph[int] = data.draw(simple_graphs(7))
        if directed:
            arcs = list(permutations(graph, 2))
            chosen = data.draw(st.lists(st.sampled_from(arcs), unique=True)) if arcs else []
            graph = nx.DiGraph(chosen)
        groups = {node: data.draw(st.sampled_from("xyz")) for node in graph}
        rows = brokerage(graph, groups)
        found = {(row.node, row.role): row.count for row in rows}
        slow = slowly(graph, groups)
        assert {key: value for key, value in found.items() if key[1] is not None} == slow
        for node in graph:
            assert found[node, None] == sum(slow[node, role] for role in ROLES)
        # The same with everybody wholly in one group, told as memberships in parts.
        parted = brokerage(graph, {node: {name: 3.0} for node, name in groups.items()})
        assert parted.rows == rows.rows

    def test_the_club_by_faction(self) -> None:
        found = {(row.node, row.role): row.count for row in brokerage(club(), factions())}
        slow = slowly(club(), factions())
        assert {key: count for key, count in found.items() if key[1] is not None} == slow
        assert found[0, Role.GATEKEEPER] == found[0, Role.REPRESENTATIVE]
        assert found[0, Role.LIAISON] == 0

    @pytest.mark.parametrize("groups", ["xxyz", "xxyy", "xxxy", "xxxx", "wxyz"])
    def test_the_null_model_of_directed_ties_by_enumeration(self, groups: str) -> None:
        nodes = range(4)
        named = dict(zip(nodes, groups, strict=True))
        arcs = list(permutations(nodes, 2))
        graph: nx.DiGraph[int] = nx.DiGraph(arcs[:5])
        graph.add_nodes_from(nodes)
        mean, square = _moments_by_enumeration(graph, arcs, named)
        for row in brokerage(graph, named):
            if row.role is not None:
                key = row.node, row.role
                assert row.expected == pytest.approx(mean[key], abs=1e-12)
                assert row.deviation is not None
                assert row.deviation**2 == pytest.approx(square[key] - mean[key] ** 2, abs=1e-12)

    @pytest.mark.parametrize("groups", ["xxxyy", "xxyyz", "xxxxy", "vwxyz"])
    def test_the_null_model_of_undirected_ties_by_enumeration(self, groups: str) -> None:
        nodes = range(5)
        named = dict(zip(nodes, groups, strict=True))
        pairs = list(combinations(nodes, 2))
        graph: nx.Graph[int] = nx.Graph(pairs[:4])
        graph.add_nodes_from(nodes)
        mean, square = _moments_by_enumeration(graph, pairs, named)
        for row in brokerage(graph, named):
            if row.role is not None:
                key = row.node, row.role
                assert row.expected == pytest.approx(mean[key], abs=1e-12)
                assert row.deviation is not None
                assert row.deviation**2 == pytest.approx(square[key] - mean[key] ** 2, abs=1e-12)
                if row.deviation > 1e-9:
                    assert row.z == pytest.approx((row.count - mean[key]) / row.deviation)

    def test_without_spread_there_is_no_z(self) -> None:
        rows = brokerage(nx.complete_graph(4), dict.fromkeys(range(4), "x"))
        assert {(row.count, row.z, row.why) for row in rows} == {(0, None, NO_SPREAD)}
        assert Caution.SMALL_NETWORK in rows.cautions

    def test_a_node_without_a_group_is_refused(self) -> None:
        with pytest.raises(ValueError, match="2 is in no group"):
            brokerage(nx.path_graph(3), {0: "x", 1: "x"})


def _moments_by_enumeration(
    graph: nx.Graph[int], ties: list[tuple[int, int]], groups: Mapping[int, str]
) -> tuple[dict[tuple[int, Role], float], dict[tuple[int, Role], float]]:
    """Mean and mean square of every count over all graphs, each tie there with the density of this one."""
    p = graph.number_of_edges() / len(ties)
    mean = {(node, role): 0.0 for node in graph for role in ROLES}
    square = dict(mean)
    for there in product((False, True), repeat=len(ties)):
        chance = prod(p if one else 1 - p for one in there)
        one = graph.__class__(tie for tie, is_there in zip(ties, there, strict=True) if is_there)
        one.add_nodes_from(graph)
        for key, count in slowly(one, groups).items():
            mean[key] += chance * count
            square[key] += chance * count**2
    return mean, square


class TestEverettAndBorgatti:
    """Everett and Borgatti 2026, Social Networks 85: 80-88: members of several groups."""

    def test_table_9(self) -> None:
        hours = {
            name: {f"G{index}": float(part) for index, part in enumerate(HOURS[name], start=1)}
            for name in ADVISERS
        }
        # As printed: coordinator, gatekeeper, representative, consultant (itinerant), liaison.
        told = {
            "Barb": (0.09, 1.11, 0.62, 0.39, 1.78),
            "Chuck": (0.17, 0.24, 0.70, 2.68, 4.21),
            "Dave": (0, 0.5, 0, 1.95, 2.55),
            "Ellen": (0.11, 0.75, 0.60, 0.79, 1.75),
            "Frank": (0.02, 0.72, 0.08, 3.70, 3.48),
            "Gavin": (0, 0.4, 0.3, 5.2, 14.1),
            "Helen": (0, 0.5, 0, 0.45, 0.05),
            "Ilse": (0.38, 1.94, 2.04, 4.62, 5.01),
            "Joe": (0.05, 0.3, 0.15, 0.42, 1.08),
            "Karen": (0, 0, 0, 1, 0),
            "Larry": (0.18, 0.57, 0.62, 1.38, 1.24),
        }
        found = counts(advice(), hours)
        for name in ADVISERS:
            coordinator, itinerant, gatekeeper, representative, liaison = found[name]
            printed = (coordinator, gatekeeper, representative, itinerant, liaison)
            assert printed == pytest.approx(told[name], abs=0.006), name
        rows = brokerage(advice(), hours)
        totals = {row.node: row.count for row in rows if row.role is None}
        assert totals == dict(zip(ADVISERS, (4, 8, 5, 4, 8, 20, 1, 14, 2, 1, 4), strict=True))
        assert {row.why for row in rows} == {OVERLAPPING}
        assert {row.expected for row in rows} == {None}
