# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What parties could join, what falls when they leave, and who sits where: all against trying everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures_networks import affiliation_graphs, davis, pairs_graph, rows_of
from kennisstad_core.links import mixing, sparse
from kennisstad_core.links.affiliations import Affiliation, Node, party, project
from kennisstad_core.links.evenness import evenness, loads
from kennisstad_core.links.joinable import joinable, losses, slacks
from kennisstad_core.links.mixing import MixingPlan, mixing_plan
from kennisstad_core.links.results import Caution

quick = settings(max_examples=80, deadline=None)


def paths(graph: nx.Graph[Node], who: Node, what: Node) -> int:
    """Ways who - a project - another party - what, by walking them."""
    return sum(other != who and graph.has_edge(other, what) for group in graph[who] for other in graph[group])


class TestJoinable:
    """Kunegis, De Luca and Albayrak 2010."""

    @quick
    @given(affiliation_graphs(), st.sampled_from(["python", "scipy"]), st.integers(1, 4))
    def test_paths_are_counted_and_ranked(
        self, graph: nx.Graph[Node], engine: sparse.Engine, most: int
    ) -> None:
        found = joinable(graph, engine=engine, most=most)
        for who in (node for node in graph if node.kind == "party"):
            others = [what for what in graph if what.kind == "project" and not graph.has_edge(who, what)]
            told = sorted(
                ((paths(graph, who, what), what) for what in others if paths(graph, who, what)),
                key=lambda one: (-one[0], one[1]),
            )
            rows = [row for row in found if row.party == who]
            assert [(row.paths, row.group) for row in rows] == told[:most]
            for row in rows:
                assert row.rank == 1 + sum(count > row.paths for count, _ in told)
                near = {other for group in graph[who] for other in graph[group]} - {who}
                assert row.known == len(near & set(graph[row.group]))
                assert row.size == graph.degree[row.group]

    @pytest.mark.parametrize("engine", ["python", "scipy"])
    def test_who_may_join_goes_first(self, engine: sparse.Engine) -> None:
        flora = party("Flora Price")
        everything = joinable(davis(), most=14, parties=[flora], engine=engine)
        assert {row.party for row in everything} == {flora}
        shut = everything[0].group
        odd = {project(f"E{index}") for index in range(1, 15, 2)}
        some = joinable(
            davis(),
            most=2,
            parties=[flora],
            groups=odd,
            eligible=lambda _, what: what != shut,
            engine=engine,
        )
        wanted = [row.group for row in everything if row.group in odd and row.group != shut]
        assert [row.group for row in some] == wanted[:2]

    def test_blocks_of_rows_change_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = joinable(davis(), engine="scipy")
        monkeypatch.setattr(sparse, "BUDGET", 100)
        assert joinable(rows_of(davis()), engine="scipy") == whole

    def test_misuse(self) -> None:
        with pytest.raises(ValueError, match="at least one"):
            joinable(davis(), most=0)
        assert joinable([]).rows == ()


class TestLosses:
    """Birnbaum 1969."""

    @quick
    @given(affiliation_graphs(), st.integers(1, 4))
    def test_removing_and_counting_again_gives_the_same(self, graph: nx.Graph[Node], threshold: int) -> None:
        def below(gone: Sequence[Node]) -> set[Node]:
            return {
                what
                for what in graph
                if what.kind == "project"
                and len(graph[what]) >= threshold > len(set(graph[what]) - set(gone))
            }

        parties = [node for node in graph if node.kind == "party"]
        single = {row.parties: set(row.groups) for row in losses(graph, threshold)}
        assert single == {(who,): below([who]) for who in parties if below([who])}
        double = {row.parties: row for row in losses(graph, threshold, leaving=2)}
        for pair in combinations(sorted(parties), 2):
            more = below(pair) - below(pair[:1]) - below(pair[1:])
            assert (pair in double) == bool(more)
            if more:
                assert set(double[pair].groups) == below(pair)
                assert set(double[pair].only_together) == more

    def test_slack(self) -> None:
        rows = [
            Affiliation(who, what)
            for what, several in {"x": "AB", "y": "ABC", "z": "ABCD"}.items()
            for who in several
        ]
        assert [(row.group.id, row.slack) for row in slacks(rows, 3)] == [("x", -1), ("y", 0), ("z", 1)]
        with pytest.raises(ValueError, match="threshold"):
            slacks(rows, 0)
        with pytest.raises(ValueError, match="threshold"):
            losses(rows, 0)


def most_encounters(
    people: Mapping[str, int], tables: Sequence[int], rounds: int, met: set[frozenset[str]]
) -> int:
    """By seating everybody on every chair, every round: slow and obvious."""
    crowd = [name for name, number in people.items() for _ in range(number)]
    crowd += [""] * (sum(tables) - len(crowd))
    starts = [sum(tables[:index]) for index in range(len(tables))]
    seatings = {
        frozenset(
            frozenset(pair)
            for start, size in zip(starts, tables, strict=True)
            for pair in combinations(set(chairs[start : start + size]) - {""}, 2)
        )
        - met
        for chairs in set(permutations(crowd))
    }
    return max((len(frozenset().union(*several)) for several in product(seatings, repeat=rounds)), default=0)


def sits(plan: MixingPlan, people: Mapping[str, int], tables: Sequence[int], rounds: int) -> None:
    """Everybody has one seat in every round, and no table more people than seats."""
    for turn in range(1, rounds + 1):
        seated = [row for row in plan.tables if row.round == turn]
        assert all(sum(number for _, number in row.seats) <= tables[row.table - 1] for row in seated)
        total: dict[str, int] = {}
        for row in seated:
            for who, number in row.seats:
                total[who.id] = total.get(who.id, 0) + number
        assert total == {who: number for who, number in people.items() if number}


class TestMixing:
    """Seating after the social golfer problem (Harvey 2002, CSPLib 10)."""

    @settings(max_examples=60, deadline=None)
    @given(
        st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2), min_size=1).filter(
            lambda people: sum(people.values()) <= 5
        ),
        st.sampled_from([(3, 2), (2, 2, 1), (2, 3), (5,), (1, 4)]),
        st.integers(1, 2),
        st.sets(st.sampled_from(["ab", "cd", "ac"])),
    )
    def test_no_seating_brings_more(
        self, people: Mapping[str, int], tables: Sequence[int], rounds: int, before: set[str]
    ) -> None:
        met = {frozenset(pair) for pair in before}
        plan = mixing_plan(people, tables, rounds=rounds, met=[(pair[0], pair[1]) for pair in before])
        assert len(plan.first_encounters) == most_encounters(people, tables, rounds, met)
        assert plan.at_most == len(plan.first_encounters)
        assert plan.cautions == ()
        sits(plan, people, tables, rounds)
        told = [pair for row in plan.tables for pair in row.first]
        assert sorted(told) == sorted(plan.first_encounters)
        assert len(set(told)) == len(told)
        present = sorted(name for name, number in people.items() if number)
        every = {(party(a), party(b)) for a, b in combinations(present, 2)} - {
            (party(pair[0]), party(pair[1])) for pair in before
        }
        assert set(plan.first_encounters) | set(plan.still_unmet) == every

    @settings(max_examples=40, deadline=None)
    @given(
        st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 4), min_size=2),
        st.integers(1, 3),
        st.integers(2, 5),
    )
    def test_swaps_never_pass_the_bound(self, people: Mapping[str, int], rounds: int, size: int) -> None:
        tables = [size] * (sum(people.values()) // size + 1)
        plan = mixing_plan(people, tables, rounds=rounds, effort=50)
        sits(plan, people, tables, rounds)
        assert len(plan.first_encounters) <= plan.at_most
        assert (Caution.NOT_PROVEN in plan.cautions) == (len(plan.first_encounters) < plan.at_most)

    def test_a_round_robin_of_nine_is_found(self) -> None:
        # Kirkman: nine people at three tables of three meet everybody in four rounds, and in no fewer.
        people: dict[str, int] = dict.fromkeys("abcdefghi", 1)
        plan = mixing_plan(people, [3, 3, 3], rounds=4)
        assert len(plan.first_encounters) == 36
        assert plan.still_unmet == ()
        assert len(mixing_plan(people, [3, 3, 3], rounds=3).first_encounters) == 27

    def test_two_people_of_one_organisation_sit_apart(self) -> None:
        plan = mixing_plan({"a": 2, "b": 1, "c": 1}, [2, 2])
        assert {row.seats for row in plan.tables} == {
            ((party("a"), 1), (party("b"), 1)),
            ((party("a"), 1), (party("c"), 1)),
        }

    def test_tables_keep_the_number_that_was_given(self) -> None:
        plan = mixing_plan({"a": 1, "b": 1, "c": 1, "d": 1}, [1, 0, 3])
        assert [(row.table, len(row.seats)) for row in plan.tables] == [(1, 1), (3, 3)]

    def test_the_same_seed_gives_the_same_plan(self, monkeypatch: pytest.MonkeyPatch) -> None:
        people = {name: 1 + index % 3 for index, name in enumerate("abcdefghij")}
        turned = dict(reversed(people.items()))
        plan = mixing_plan(people, [5] * 4, rounds=2, effort=1_000)
        assert mixing_plan(turned, [5] * 4, rounds=2, effort=1_000) == plan
        monkeypatch.setattr(mixing, "_COMPARED", 0)
        few = {"a": 2, "b": 1, "c": 2}
        assert len(mixing_plan(few, [2, 2, 1]).first_encounters) == most_encounters(few, [2, 2, 1], 1, set())

    def test_misuse(self) -> None:
        with pytest.raises(ValueError, match="do not fit"):
            mixing_plan({"a": 3}, [2])
        with pytest.raises(ValueError, match="whole numbers"):
            mixing_plan({"a": -1}, [2])
        assert mixing_plan({}, []).tables == ()
        assert mixing_plan({"a": 1, "b": 1}, [2], rounds=0).still_unmet == ((party("a"), party("b")),)


class TestEvenness:
    """Gini 1912, Hirschman 1964."""

    @quick
    @given(affiliation_graphs())
    def test_by_comparing_everybody_with_everybody(self, graph: nx.Graph[Node]) -> None:
        for row in evenness(graph):
            numbers = [graph.degree[node] for node in graph if node.kind == row.side]
            assert row.nodes == len(numbers)
            if row.gini is None or row.herfindahl is None:
                assert row.why is not None
                assert not sum(numbers) or len(numbers) == 1
                continue
            apart = sum(abs(one - other) for one, other in product(numbers, repeat=2))
            assert row.gini == Fraction(apart, 2 * len(numbers) * sum(numbers))
            assert 0 <= row.herfindahl <= 1
            held = sorted(numbers, reverse=True)
            assert 2 * sum(held[: row.half]) >= sum(numbers) > 2 * sum(held[: row.half - 1])

    def test_equal_and_all_in_one_hand(self) -> None:
        even, _ = evenness([Affiliation(who, "x") for who in "ABCD"])
        assert (even.gini, even.herfindahl, even.half) == (Fraction(0), Fraction(0), 2)
        graph = pairs_graph([("A", "x"), ("A", "y")])
        graph.add_nodes_from([party("B"), party("C")], bipartite=0)
        uneven, _ = evenness(graph)
        assert (uneven.gini, uneven.herfindahl, uneven.half) == (Fraction(2, 3), Fraction(1), 1)
        assert Caution.EVEN_IS_NO_NORM in evenness(graph).cautions

    def test_loads(self) -> None:
        rows = loads(davis())
        assert [(row.party.id, row.projects) for row in rows][:3] == [
            ("Evelyn Jefferson", 8),
            ("Nora Fayette", 8),
            ("Theresa Anderson", 8),
        ]
        assert sum(row.share for row in rows) == 1
        alone = loads([Affiliation("A", "x"), Affiliation("A", "y"), Affiliation("B", "y")])
        assert (alone[0].projects, alone[0].with_others) == (2, 1)
        assert loads([]).rows == ()
