# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The algebra of conditions, case by case; its laws are in test_laws.py."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from attrs import exceptions
from hypothesis import given
from hypothesis import strategies as st

from kennisstad_core.conditions import (
    COMPLETIONS,
    All,
    Any,
    AtLeastNOf,
    Compare,
    CompareShare,
    Condition,
    Is,
    Judged,
    Not,
    OneOf,
    Relation,
    assess,
    cells,
    facts_of,
    find,
    leaves,
    reasons,
    residual,
    sufficient,
)
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN, Truth
from kennisstad_core.values import Choice, Known, Money, Range, Share

AT_LEAST, AT_MOST, EXACTLY = Relation.AT_LEAST, Relation.AT_MOST, Relation.EXACTLY
MORE_THAN, LESS_THAN = Relation.MORE_THAN, Relation.LESS_THAN
THREE = Compare("n", AT_LEAST, 3)
SIXTY = Share.parse("60%")


class TestLeaves:
    @pytest.mark.parametrize(
        ("relation", "known", "truth"),
        [
            (AT_LEAST, Range(3, 3), MET),
            (AT_LEAST, Range(2, 3), UNKNOWN),
            (AT_LEAST, Range(2, 2), NOT_MET),
            (AT_LEAST, Range(3), MET),
            (AT_LEAST, Range(0), UNKNOWN),
            (AT_MOST, Range(3, 3), MET),
            (AT_MOST, Range(4, 9), NOT_MET),
            (AT_MOST, Range(3, 4), UNKNOWN),
            (AT_MOST, Range(3), UNKNOWN),
            (AT_MOST, Range(4), NOT_MET),
            (MORE_THAN, Range(3, 3), NOT_MET),
            (MORE_THAN, Range(4, 4), MET),
            (LESS_THAN, Range(3, 3), NOT_MET),
            (LESS_THAN, Range(0, 2), MET),
            (EXACTLY, Range(3, 3), MET),
            (EXACTLY, Range(2, 4), UNKNOWN),
            (EXACTLY, Range(4, 5), NOT_MET),
            (EXACTLY, Range(0, 2), NOT_MET),
        ],
    )
    def test_compare(self, relation: Relation, known: Range, truth: Truth) -> None:
        assert assess(Compare("n", relation, 3), {"n": known}) is truth

    def test_a_missing_fact_is_unknown_and_never_false(self) -> None:
        every: list[Condition] = [
            Is("t"),
            Is("t", False),
            OneOf("v", ["x"]),
            Judged("v", ["x"]),
            THREE,
            CompareShare("n", AT_LEAST, SIXTY, "m"),
        ]
        for condition in every:
            assert assess(condition, {}) is UNKNOWN
            assert assess(Not(condition), {}) is UNKNOWN
            assert residual(condition, {}) == condition
            assert reasons(condition, {}) == ()

    def test_is(self) -> None:
        for known, value in product(Truth, (True, False)):
            assert assess(Is("t", value), {"t": known}) is (known if value else ~known)

    @pytest.mark.parametrize("kind", [OneOf, Judged])
    def test_choices(self, kind: Callable[[str, list[str]], OneOf | Judged]) -> None:
        condition = kind("v", ["x", "y"])
        assert assess(condition, {"v": Choice.of("x")}) is MET
        assert assess(condition, {"v": Choice.among("xy")}) is MET
        assert assess(condition, {"v": Choice.among("yz")}) is UNKNOWN
        assert assess(condition, {"v": Choice.of("z")}) is NOT_MET

    def test_money_is_compared_in_cents(self) -> None:
        rich = Compare("sum", AT_LEAST, Money.parse("50000"))
        assert rich.bound == 5_000_000
        assert assess(rich, {"sum": Range(5_000_000)}) is MET
        assert assess(rich, {"sum": Range(4_999_999)}) is UNKNOWN
        assert assess(rich, {"sum": Range(0, 4_999_999)}) is NOT_MET

    @pytest.mark.parametrize(
        ("relation", "part", "whole", "truth"),
        [
            (AT_LEAST, Range(3, 3), Range(5, 5), MET),
            (AT_LEAST, Range(2, 2), Range(5, 5), NOT_MET),
            (AT_LEAST, Range(3, 3), Range(5, 6), UNKNOWN),
            (AT_LEAST, Range(4, 4), Range(5, 6), MET),
            (AT_LEAST, Range(3), Range(5, 5), MET),
            (AT_LEAST, Range(3, 3), Range(5), UNKNOWN),
            (AT_LEAST, Range(2, 2), Range(5), NOT_MET),
            (MORE_THAN, Range(3, 3), Range(5, 5), NOT_MET),
            (AT_MOST, Range(3, 3), Range(5, 5), MET),
            (LESS_THAN, Range(3, 3), Range(5, 5), NOT_MET),
            (AT_LEAST, Range(0, 0), Range(0, 0), MET),
            (MORE_THAN, Range(0, 0), Range(0, 0), NOT_MET),
        ],
    )
    def test_share(self, relation: Relation, part: Range, whole: Range, truth: Truth) -> None:
        assert assess(CompareShare("p", relation, SIXTY, "w"), {"p": part, "w": whole}) is truth

    @given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 12), st.integers(1, 12))
    def test_a_share_is_never_rounded(self, part: int, whole: int, top: int, bottom: int) -> None:
        share = Share(min(top, bottom), bottom)
        facts = {"p": Range.exactly(part), "w": Range.exactly(whole)}
        reached = part * share.whole >= whole * share.part
        assert assess(CompareShare("p", AT_LEAST, share, "w"), facts) is Truth.of(reached)

    def test_a_share_of_nothing_is_always_reached(self) -> None:
        zero = CompareShare("p", AT_LEAST, Share.parse("0%"), "w")
        assert assess(zero, {"p": Range(0), "w": Range(0)}) is MET


class TestMisuse:
    @pytest.mark.parametrize(
        ("condition", "facts"),
        [
            (THREE, {"n": MET}),
            (THREE, {"n": Choice.of("x")}),
            (Is("n"), {"n": Range.exactly(1)}),
            (Is("n"), {"n": Choice.of("x")}),
            (OneOf("n", ["x"]), {"n": MET}),
            (Judged("n", ["x"]), {"n": Range(0)}),
            (CompareShare("n", AT_LEAST, SIXTY, "m"), {"n": Range(0), "m": MET}),
        ],
    )
    def test_a_fact_of_another_kind(self, condition: Condition, facts: dict[str, Known]) -> None:
        with pytest.raises(TypeError, match="what is known of it"):
            assess(condition, facts)

    @pytest.mark.parametrize("name", ["", None, 3])
    def test_a_fact_has_a_name(self, name: object) -> None:
        with pytest.raises(ValueError, match="name of a fact"):
            Is(name)  # type: ignore[arg-type]  # the mistake under test

    @pytest.mark.parametrize("bound", [True, 3.0, "3", None])
    def test_a_bound_is_a_whole_number_or_money(self, bound: object) -> None:
        with pytest.raises(TypeError, match="bound"):
            Compare("n", AT_LEAST, bound)  # type: ignore[arg-type]  # the mistake under test

    def test_options_are_a_list(self) -> None:
        with pytest.raises(TypeError, match="not the one text"):
            Judged("v", "within")
        with pytest.raises(ValueError, match="at least one option"):
            OneOf("v", [])
        with pytest.raises(ValueError, match="at least one option"):
            OneOf("v", [""])

    def test_exactly_a_share_is_refused(self) -> None:
        with pytest.raises(ValueError, match="compared with"):
            CompareShare("n", EXACTLY, SIXTY, "m")

    @pytest.mark.parametrize("n", [-1, True, 1.0, None])
    def test_how_many(self, n: object) -> None:
        with pytest.raises(ValueError, match="whole number from 0"):
            AtLeastNOf(n, [])  # type: ignore[arg-type]  # the mistake under test

    def test_a_relation_by_its_name_is_refused(self) -> None:
        with pytest.raises(TypeError):
            Compare("n", "at_least", 3)  # type: ignore[arg-type]  # the mistake under test

    def test_frozen(self) -> None:
        with pytest.raises(exceptions.FrozenInstanceError):
            THREE.value = 4  # type: ignore[misc]  # the mistake under test
        assert hash(All([THREE])) == hash(All((THREE,)))


class TestTrees:
    def test_of_none(self) -> None:
        assert (assess(All([]), {}), assess(Any([]), {})) == (MET, NOT_MET)
        assert (assess(AtLeastNOf(0, []), {}), assess(AtLeastNOf(1, []), {})) == (MET, NOT_MET)
        assert reasons(All([]), {}) == (frozenset(),)

    def test_a_false_part_decides_and_an_unknown_one_does_not(self) -> None:
        facts: dict[str, Known] = {"t": NOT_MET}
        assert assess(All([Is("t"), Is("u")]), facts) is NOT_MET
        assert assess(Any([Is("t"), Is("u")]), facts) is UNKNOWN

    @pytest.mark.parametrize("known", [Range(0), Range(0, 5), Range(2, 3)])
    def test_one_fact_in_two_places(self, known: Range) -> None:
        excluded_middle = Any([THREE, Compare("n", AT_MOST, 2)])
        assert assess(excluded_middle, {"n": known}) is MET
        assert assess(All([THREE, Not(THREE)]), {"n": known}) is NOT_MET
        assert assess(AtLeastNOf(1, [THREE, Not(THREE)]), {"n": known}) is MET
        assert assess(AtLeastNOf(2, [THREE, Not(THREE)]), {"n": known}) is NOT_MET

    def test_one_fact_in_two_places_of_which_nothing_is_known(self) -> None:
        assert assess(Any([THREE, Not(THREE)]), {}) is MET
        assert assess(Any([Is("t"), Is("t", False)]), {}) is MET
        assert assess(Any([OneOf("v", ["x"]), Not(OneOf("v", ["x"]))]), {}) is MET
        # Nobody said that x and y are all there is.
        assert assess(Any([OneOf("v", ["x"]), OneOf("v", ["y"])]), {}) is UNKNOWN
        assert assess(Any([OneOf("v", ["x"]), OneOf("v", ["y"])]), {"v": Choice.among("xy")}) is MET

    def test_two_shares_of_the_same_numbers(self) -> None:
        share = CompareShare("p", AT_LEAST, SIXTY, "w")
        facts: dict[str, Known] = {"p": Range(0, 9), "w": Range(1, 9)}
        assert assess(share, facts) is UNKNOWN
        assert assess(Any([share, Not(share)]), facts) is MET
        lower = CompareShare("p", AT_LEAST, Share.parse("50%"), "w")
        assert assess(Any([Not(share), lower]), facts) is MET

    def test_above_the_limit_an_answer_is_left_open(self) -> None:
        names = [f"t{index}" for index in range(14)]
        assert 2 ** len(names) > COMPLETIONS
        some = All([Any([Is(name), Is(name, False)]) for name in names])
        assert assess(some, {}) in (MET, UNKNOWN)
        parity: Condition = Is(names[0])
        for name in names[1:]:
            parity = Any([All([parity, Not(Is(name))]), All([Not(parity), Is(name)])])
        assert assess(Any([parity, Not(parity)]), {}) in (MET, UNKNOWN)

    def test_the_finding_has_every_part(self) -> None:
        condition = All([Is("t"), Not(THREE), AtLeastNOf(1, [Is("u"), THREE])])
        finding = find(condition, {"t": NOT_MET, "n": Range(2, 2)})
        assert finding.truth is NOT_MET
        assert [part.truth for part in finding.parts] == [NOT_MET, MET, UNKNOWN]
        assert finding.parts[1].parts[0].condition == THREE
        assert [one.truth for one in finding.parts[2].parts] == [UNKNOWN, NOT_MET]

    def test_facts_in_reading_order(self) -> None:
        condition = All([Is("b"), CompareShare("c", AT_LEAST, SIXTY, "a"), Not(Is("b"))])
        assert facts_of(condition) == ("b", "c", "a")
        assert len(list(leaves(condition))) == 3


class TestResidual:
    def test_settled_parts_go(self) -> None:
        condition = All([Is("t"), THREE, Is("u")])
        assert residual(condition, {"t": MET}) == All([THREE, Is("u")])
        assert residual(condition, {"t": MET, "u": MET}) == THREE
        assert residual(condition, {"t": NOT_MET}) is NOT_MET
        assert residual(Any([Is("t"), THREE]), {"t": NOT_MET}) == THREE
        assert residual(Not(Not(Is("t"))), {}) == Not(Not(Is("t")))

    def test_at_least_counts_down(self) -> None:
        condition = AtLeastNOf(2, [Is("a"), Is("b"), Is("c"), Is("d")])
        assert residual(condition, {"a": MET, "b": NOT_MET}) == AtLeastNOf(1, [Is("c"), Is("d")])
        assert residual(condition, {"a": MET, "b": MET}) is MET
        assert residual(condition, {"a": NOT_MET, "b": NOT_MET, "c": NOT_MET}) is NOT_MET


class TestReasons:
    def test_all_the_smallest(self) -> None:
        either = Any([Is("a"), All([Is("b"), Is("c")])])
        facts: dict[str, Known] = dict.fromkeys("abc", MET)
        assert set(reasons(either, facts)) == {frozenset("a"), frozenset("bc")}
        assert reasons(either, {**facts, "a": NOT_MET}) == (frozenset("bc"),)
        assert set(reasons(either, {"a": NOT_MET, "b": NOT_MET, "c": NOT_MET})) == {
            frozenset("ab"),
            frozenset("ac"),
        }

    def test_a_fact_that_is_not_settled_may_be_a_reason(self) -> None:
        assert reasons(THREE, {"n": Range(3, 9)}) == (frozenset("n"),)
        assert reasons(THREE, {"n": Range(0, 2)}) == (frozenset("n"),)

    def test_many_names_give_one_smallest_set(self) -> None:
        names = [f"t{index}" for index in range(20)]
        (found,) = sufficient(lambda kept: len(kept & set(names[:5])) >= 2, names)
        assert len(found & set(names[:5])) == 2
        assert len(found) == 2
        assert sufficient(lambda kept: False, names) == ()
        assert sufficient(lambda kept: False, names[:3]) == ()


class TestCells:
    @given(
        st.lists(st.builds(Compare, st.just("n"), st.sampled_from(Relation), st.integers(-3, 9)), max_size=4),
        st.integers(-2, 6),
        st.none() | st.integers(0, 6),
    )
    def test_no_condition_tells_the_values_of_a_cell_apart(
        self, several: list[Compare], low: int, width: int | None
    ) -> None:
        known = Range(low, None if width is None else low + width)
        (cut,) = cells(several, {"n": known}, ["n"]).values()
        seen: list[int] = []
        for cell in cut:
            assert isinstance(cell, Range)
            top = cell.low + 20 if cell.high is None else cell.high
            values = list(range(cell.low, top + 1))
            seen += values
            for one in several:
                assert len({assess(one, {"n": Range.exactly(value)}) for value in values}) == 1
        end = known.high if known.high is not None else max(seen)
        assert seen == list(range(known.low, end + 1))

    def test_options_that_no_condition_tells_apart_are_one_cell(self) -> None:
        cut = cells([OneOf("v", ["x", "y"])], {"v": Choice.among("xyz")}, ["v"])["v"]
        assert set(cut) == {Choice.among("xy"), Choice.of("z")}
