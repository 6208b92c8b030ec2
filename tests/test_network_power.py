# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who the network holds together by, and who tips the balance under a rule."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from itertools import combinations, permutations
from typing import TypeVar

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures_networks import affiliation_graphs, club, families, simple_graphs
from kennisstad_core.links.affiliations import Affiliation, Node, party, project
from kennisstad_core.links.cuts import fragmentation
from kennisstad_core.links.keyplayers import key_players
from kennisstad_core.links.power import (
    ALWAYS_MET,
    NEVER,
    TooManyLineups,
    portfolio_power,
    power,
    power_by_rule,
)
from kennisstad_core.links.results import Caution
from kennisstad_core.links.sparse import in_order

N = TypeVar("N", bound=Hashable)
quick = settings(max_examples=80, deadline=None)


class TestKeyPlayers:
    """Borgatti 2006, Computational and Mathematical Organization Theory 12: 21-34."""

    def test_the_families(self) -> None:
        (best,) = key_players(families())
        assert best.nodes == ("Medici",)
        assert best.fragmentation == pytest.approx(1 - 112 / 182)
        assert best.rise == best.fragmentation
        # Two that are each central need not be the pair: all 105 pairs were tried.
        found = key_players(families(), 2)
        assert {row.nodes for row in found} == _best(families(), 2)

    @quick
    @given(simple_graphs(8), st.integers(1, 3), st.integers(0, 400))
    def test_all_best_sets_are_found_or_it_is_said_not_to_be_proven(
        self, graph: nx.Graph[int], size: int, effort: int
    ) -> None:
        if len(graph) - size < 2:
            with pytest.raises(ValueError, match="cannot go"):
                key_players(graph, size)
            return
        found = key_players(graph, size)
        assert {row.nodes for row in found} == _best(graph, size)
        assert Caution.NOT_PROVEN not in found.cautions
        quickly = key_players(graph, size, effort=effort)
        if Caution.NOT_PROVEN in quickly.cautions:
            (row,) = quickly.rows
            assert row.fragmentation == pytest.approx(fragmentation(graph, row.nodes))
            assert row.fragmentation <= found[0].fragmentation
        else:
            assert quickly == found

    def test_swapping_mends_what_one_by_one_misses(self) -> None:
        # Node 3 alone cuts off the most, yet the best two are others.
        graph: nx.Graph[int] = nx.Graph([(0, 1), (0, 3), (0, 4), (1, 2), (2, 4), (3, 4), (3, 5)])
        (single,) = key_players(graph)
        (best,) = key_players(graph, 2)
        assert single.nodes == (3,)
        assert best.nodes == (0, 4)
        each = len(graph) + 2 * graph.number_of_edges()
        found = key_players(graph, 2, effort=14 * each)
        assert found.rows == (best,)
        assert Caution.NOT_PROVEN in found.cautions

    def test_only_some_may_go(self) -> None:
        found = key_players(families(), among=["Strozzi", "Ridolfi", "Salviati"])
        assert [row.nodes for row in found] == [("Salviati",)]
        assert len(key_players(club(), among=[0])) == 1


def _best(graph: nx.Graph[N], size: int) -> set[tuple[N, ...]]:
    told: dict[tuple[N, ...], int] = {}
    for gone in combinations(in_order(graph), size):
        left = graph.copy()
        left.remove_nodes_from(gone)
        told[gone] = sum(nx.has_path(left, one, other) for one, other in combinations(left, 2))
    return {gone for gone, reached in told.items() if reached == min(told.values())}


class TestPower:
    """Banzhaf 1965 and Shapley and Shubik 1954."""

    def test_three_of_five(self) -> None:
        for row in power(dict.fromkeys("ABCDE", 1), 3):
            assert row.swings == 6
            assert row.banzhaf == Fraction(3, 8)
            assert row.share == row.shapley == Fraction(1, 5)
            assert not row.veto

    def test_the_council_of_the_european_economic_community(self) -> None:
        # Brams and Affuso 1976, Theory and Decision 7: 29-56: 12 of 17 votes in 1958, and Luxembourg never mattered.
        votes = {"DE": 4, "FR": 4, "IT": 4, "BE": 2, "NL": 2, "LU": 1}
        rows = {row.party: row for row in power(votes, 12)}
        assert rows["DE"].share == Fraction(5, 21)
        assert rows["NL"].share == Fraction(1, 7)
        assert rows["LU"].swings == 0
        assert rows["DE"].shapley == Fraction(14, 60)
        assert rows["BE"].shapley == Fraction(9, 60)

    def test_the_security_council(self) -> None:
        # Five permanent members with a veto and four of ten others: Shapley and Shubik's well-known 0.1963 and 0.0019.
        votes = {f"p{index}": 7 for index in range(5)} | {f"n{index}": 1 for index in range(10)}
        rows = {row.party: row for row in power(votes, 39)}
        assert float(rows["p0"].shapley or 0) == pytest.approx(0.1963, abs=5e-5)
        assert float(rows["n0"].shapley or 0) == pytest.approx(0.0019, abs=5e-5)
        assert rows["p0"].veto
        assert not rows["n0"].veto

    @quick
    @given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 6), min_size=1), st.integers(-1, 20))
    def test_trying_all_orders_and_sets_gives_the_same(self, weights: Mapping[str, int], quota: int) -> None:
        def enough(several: frozenset[str]) -> bool:
            return sum(weights[one] for one in several) >= quota

        found = power(weights, quota)
        by_rule = power_by_rule(weights, enough)
        assert by_rule.rows == found.rows
        orders = list(permutations(sorted(weights)))
        for row in found:
            tips = sum(
                enough(frozenset(order[: order.index(row.party) + 1]))
                and not enough(frozenset(order[: order.index(row.party)]))
                for order in orders
            )
            if row.why is None:
                assert row.shapley == Fraction(tips, len(orders))
            else:
                assert tips == 0
                assert row.why == (ALWAYS_MET if quota <= 0 else NEVER)
        if found[0].why is None:
            assert sum(row.shapley or 0 for row in found) == 1
            assert sum(row.share or 0 for row in found) == 1

    def test_enough_parties_of_enough_kinds(self) -> None:
        kinds = {"a": "school", "b": "school", "c": "museum", "d": "council"}
        found = power_by_rule(kinds, lambda who: len(who) >= 2 and len({kinds[one] for one in who}) >= 2)
        rows = {row.party: row for row in found}
        assert rows["a"] == evolve(rows["b"], party="a")
        assert rows["c"].swings > rows["a"].swings

    def test_a_rule_that_more_parties_break_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no longer does when b joins"):
            power_by_rule("ab", lambda who: who == {"a"})
        with pytest.raises(TooManyLineups, match=r"2\^30"):
            power_by_rule(range(30), lambda who: len(who) > 3)
        with pytest.raises(ValueError, match="whole number"):
            power({"a": -1}, 1)

    def test_hundreds_of_parties_are_exact(self) -> None:
        found = power({f"m{index}": 1 + index % 3 for index in range(300)}, 301)
        assert sum(row.shapley or 0 for row in found) == 1

    @quick
    @given(affiliation_graphs(4, 4), st.integers(1, 4))
    def test_a_portfolio_adds_up_its_projects(self, graph: nx.Graph[Node], threshold: int) -> None:
        for row in portfolio_power(graph, threshold):
            games = [
                next(
                    one
                    for one in power(dict.fromkeys(graph.adj[group], 1), threshold)
                    if one.party == row.party
                )
                for group in graph.adj[row.party]
            ]
            assert row.projects == len(games)
            assert row.banzhaf == sum(one.banzhaf for one in games)
            assert row.shapley == sum(one.shapley or 0 for one in games)
            assert len(row.pivotal) == sum(one.veto for one in games)

    def test_a_party_is_pivotal_where_there_are_just_enough(self) -> None:
        rows = [
            Affiliation(who, what) for what, several in {"x": "ABC", "y": "ABCD"}.items() for who in several
        ]
        found = {row.party: row for row in portfolio_power(rows, 3)}
        assert found[party("A")].pivotal == (project("x"),)
        assert found[party("D")].pivotal == ()
        assert found[party("D")].banzhaf == Fraction(3, 8)
