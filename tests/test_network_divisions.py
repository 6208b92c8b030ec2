# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Communities and backbones: published numbers, every division and every network by enumeration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from math import prod

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from fixtures_networks import affiliation_graphs, club, davis, factions, pairs_graph, rows_of, simple_graphs
from kennisstad_core.links import backbone as backbones
from kennisstad_core.links.affiliations import Affiliation, Node, party
from kennisstad_core.links.backbone import CANNOT_STAND_OUT, NoFit, Null, backbone, backbone_graph, fitted
from kennisstad_core.links.communities import communities
from kennisstad_core.links.results import Caution

quick = settings(max_examples=60, deadline=None)


def divisions(nodes: Sequence[int]) -> Iterator[list[set[int]]]:
    """By giving each node the number of a block: slow, and every division comes several times."""
    for numbers in product(range(len(nodes)), repeat=len(nodes)):
        blocks = [
            {node for node, one in zip(nodes, numbers, strict=True) if one == block} for block in set(numbers)
        ]
        yield blocks


class TestCommunities:
    """Newman and Girvan 2004."""

    def test_the_club_is_divided_as_well_as_can_be(self) -> None:
        # Brandes et al. 2008, IEEE Transactions on Knowledge and Data Engineering 20: 172-188: the optimum is 0.4198.
        found = communities(club())
        assert sum(row.modularity for row in found) == pytest.approx(0.4198, abs=5e-5)
        assert len(found) == 4
        assert Caution.NOT_PROVEN in found.cautions
        assert all(row.stability is not None and row.stability > 0.6 for row in found)

    @quick
    @given(simple_graphs(5), st.sampled_from([1.0, 0.5, 2.0]))
    def test_no_division_is_better(self, graph: nx.Graph[int], resolution: float) -> None:
        found = communities(graph, strength="strength", resolution=resolution)
        assert sorted(chain.from_iterable(row.members for row in found)) == sorted(graph)
        if not graph.number_of_edges():
            assert all(row.modularity == 0 and row.stability is None for row in found)
            return
        best = max(
            nx.community.modularity(graph, blocks, weight="strength", resolution=resolution)
            for blocks in divisions(list(graph))
        )
        assert sum(row.modularity for row in found) == pytest.approx(best, abs=1e-9)
        assert Caution.NOT_PROVEN not in found.cautions

    def test_equally_good_divisions_show_in_the_stability(self) -> None:
        found = communities(nx.cycle_graph(5))
        assert found.measure is not None
        assert "5 equally good" in found.measure.model
        assert [row.stability for row in found] == pytest.approx([7 / 15, 3 / 5])

    def test_many_small_parts_stay_exact(self) -> None:
        graph = nx.disjoint_union_all([nx.cycle_graph(5) for _ in range(30)])
        # With thirty times the resolution, as if each cycle were alone.
        found = communities(graph, resolution=30)
        assert found.measure is not None
        assert f"{5**30} equally good" in found.measure.model
        assert len(found) == 60

    def test_strengths_inside_and_outside_add_up(self) -> None:
        graph = nx.karate_club_graph()
        found = communities(graph, strength="weight")
        whole = graph.size(weight="weight")
        assert sum(row.inside for row in found) + sum(row.outside for row in found) / 2 == pytest.approx(
            whole
        )

    def test_order_changes_nothing(self) -> None:
        turned: nx.Graph[int] = nx.Graph()
        turned.add_nodes_from(reversed(range(34)))
        turned.add_edges_from(reversed(list(club().edges)))
        assert communities(turned) == communities(club())

    def test_empty_and_impossible(self) -> None:
        assert communities(nx.empty_graph(0)).rows == ()
        with pytest.raises(ValueError, match="at least one run"):
            communities(club(), runs=0)

    def test_modularity_of_the_factions_is_below_the_best(self) -> None:
        sides = [
            {node for node, side in factions().items() if side == name} for name in set(factions().values())
        ]
        assert nx.community.modularity(club(), sides) == pytest.approx(0.358235, abs=5e-7)


class TestBackbone:
    """Tumminello et al. 2011, Neal 2014, Saracco et al. 2017."""

    def test_davis_shows_that_the_null_model_decides(self) -> None:
        rows = backbone(davis(), Null.FIXED_ROW, correction="none")
        assert sum(row.kept is True for row in rows) == 17
        assert Caution.UNCORRECTED in rows.cautions
        assert sum(row.kept is True for row in backbone(davis(), Null.FIXED_ROW)) == 0
        found = backbone(davis(), Null.SDSM, correction="none")
        assert [row for row in found if row.kept] == []
        # The smallest p-value, as the Python package bicm has it.
        assert {found[0].one.id, found[0].other.id} == {"Olivia Carleton", "Flora Price"}
        assert found[0].p == pytest.approx(0.08837, abs=5e-6)

    @quick
    @given(affiliation_graphs(5, 8))
    def test_fixed_row_is_hypergeometric(self, graph: nx.Graph[Node]) -> None:
        groups = sum(node.kind == "project" for node in graph)
        for row in backbone(graph, Null.FIXED_ROW):
            k, j = graph.degree[row.one], graph.degree[row.other]
            assert row.p == pytest.approx(hypergeom.sf(row.shared - 1, groups, k, j))
            assert row.expected == pytest.approx(k * j / groups)
            hopeless = hypergeom.sf(min(k, j) - 1, groups, k, j) > 0.05 - 1e-9
            assert (row.kept is None) == hopeless
            assert (row.why is CANNOT_STAND_OUT) == hopeless

    @quick
    @given(affiliation_graphs(5, 5))
    def test_the_chances_keep_numbers_and_sizes(self, graph: nx.Graph[Node]) -> None:
        numbers = [graph.degree[node] for node in graph if node.kind == "party"]
        sizes = [graph.degree[node] for node in graph if node.kind == "project"]
        chances = fitted(
            {one: numbers.count(one) for one in numbers}, {one: sizes.count(one) for one in sizes}
        )
        for number in numbers:
            assert sum(chances[number, size] for size in sizes) == pytest.approx(number, abs=1e-8)
        for size in sizes:
            assert sum(chances[number, size] for number in numbers) == pytest.approx(size, abs=1e-8)
        assert all(0 <= chance <= 1 for chance in chances.values())

    def test_what_the_numbers_leave_no_choice_about_is_settled(self) -> None:
        # Parties in 3, 3, 1 and 1 projects of sizes 3, 3, 1 and 1: the two largest hold all that parties can give them.
        chances = fitted({3: 2, 1: 2}, {3: 2, 1: 2})
        assert chances == pytest.approx({(3, 3): 1, (3, 1): 0.5, (1, 3): 0.5, (1, 1): 0})

    def test_sums_of_unequal_chances_by_enumeration(self) -> None:
        chances = [0.1, 0.9, 0.5, 0.25, 1.0, 0.0]
        told = [0.0] * 7
        for hits in product((0, 1), repeat=6):
            weight = prod(p if hit else 1 - p for p, hit in zip(chances, hits, strict=True))
            for least in range(sum(hits) + 1):
                told[least] += weight
        for most in range(6):
            slow = backbones._tails_one_by_one([chances], most)
            assert slow[0] == pytest.approx(told[: most + 1])
            assert backbones._tails_at_once([chances, chances], most) == [
                pytest.approx(slow[0]),
                pytest.approx(slow[0]),
            ]

    def test_three_of_five_by_enumeration(self) -> None:
        # All 16 sets of at least three of five, in three projects: 16³ histories.
        sets = [set(one) for size in (3, 4, 5) for one in combinations("ABCDE", size)]
        history = (sets[0], sets[1], sets[10])
        graph = pairs_graph((who, f"p{index}") for index, one in enumerate(history) for who in one)
        graph.add_node(party("E"), bipartite=0)
        shared = sum({"A", "B"} <= one for one in history)
        as_many = sum(sum({"A", "B"} <= one for one in other) >= shared for other in product(sets, repeat=3))
        found = {(row.one, row.other): row for row in backbone(graph, Null.ADMISSIBLE, threshold=3)}
        assert found[party("A"), party("B")].p == pytest.approx(as_many / 16**3)
        assert found[party("A"), party("B")].expected == pytest.approx(3 * 7 / 16)
        assert Caution.UNFIT_NULL not in backbone(graph, Null.ADMISSIBLE, threshold=3).cautions

    def test_corrections(self) -> None:
        values = [0.001, 0.01, 0.02, 0.9]
        assert backbones._adjusted(values, 10, "holm") == pytest.approx([0.01, 0.09, 0.16, 1.0])
        assert backbones._adjusted(values, 10, "benjamini-hochberg") == pytest.approx(
            [0.01, 0.05, 0.2 / 3, 1.0]
        )
        assert backbones._adjusted([0.01, 0.011], 3, "holm") == pytest.approx([0.03, 0.03])

    def test_what_is_kept_as_a_graph(self) -> None:
        tested = backbone(rows_of(davis()), Null.FIXED_ROW, correction="none")
        graph = backbone_graph(tested)
        assert graph.number_of_edges() == 17
        assert graph.edges[party("Katherina Rogers"), party("Sylvia Avondale")]["strength"] == 6
        events = backbone(davis(), Null.FIXED_ROW, onto="project", correction="none")
        assert {row.one.kind for row in events} == {"project"}

    def test_misuse(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(ValueError, match="threshold"):
            backbone(davis(), Null.ADMISSIBLE)
        with pytest.raises(ValueError, match="threshold"):
            backbone(davis(), Null.SDSM, threshold=3)
        with pytest.raises(ValueError, match="level"):
            backbone(davis(), Null.SDSM, level=1.5)
        monkeypatch.setattr(backbones, "EFFORT", 10)
        with pytest.raises(NoFit, match="too many"):
            backbone(davis(), Null.SDSM)

    def test_nobody_shares_anything(self) -> None:
        rows = [Affiliation("A", "x"), Affiliation("B", "y")]
        for null in (Null.FIXED_ROW, Null.SDSM):
            assert backbone(rows, null).rows == ()
            assert backbone([], null).rows == ()
