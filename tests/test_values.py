# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Truth, text, money, shares, ranges, choices, periods and identifiers: the ordinary and the nasty."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import pytest
from attrs import exceptions
from hypothesis import given
from hypothesis import strategies as st

from kennisstad_core.identifiers import Identifier, Scheme, valid
from kennisstad_core.text import LANGUAGES, Text
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, at_least
from kennisstad_core.values import ALWAYS, Choice, Money, Period, Range, Share

truths = st.sampled_from(Truth)


class TestTruth:
    @pytest.mark.parametrize(
        ("one", "other", "both", "either"),
        [
            (MET, MET, MET, MET),
            (MET, UNKNOWN, UNKNOWN, MET),
            (MET, NOT_MET, NOT_MET, MET),
            (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
            (UNKNOWN, NOT_MET, NOT_MET, UNKNOWN),
            (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
        ],
    )
    def test_kleene(self, one: Truth, other: Truth, both: Truth, either: Truth) -> None:
        assert (one & other, other & one) == (both, both)
        assert (one | other, other | one) == (either, either)
        assert ~(one & other) is ~one | ~other

    def test_not(self) -> None:
        assert [~one for one in (MET, NOT_MET, UNKNOWN)] == [NOT_MET, MET, UNKNOWN]
        assert [one.known for one in (MET, NOT_MET, UNKNOWN)] == [True, True, False]

    def test_never_a_bool(self) -> None:
        refused: list[Callable[[], object]] = [
            lambda: bool(UNKNOWN),
            lambda: operator.not_(NOT_MET),
            lambda: all([MET]),
            lambda: any([NOT_MET]),
            lambda: list(filter(None, [MET])),
        ]
        for one in refused:
            with pytest.raises(TypeError, match="three values"):
                one()

    @pytest.mark.parametrize("other", [True, None, 1, "met"])
    def test_nothing_else_joins_in(self, other: object) -> None:
        combinations: tuple[Callable[[object, object], object], ...] = (operator.and_, operator.or_)
        for combine in combinations:
            for one, two in ((MET, other), (other, MET)):
                with pytest.raises(TypeError):
                    combine(one, two)
        assert other != MET

    @pytest.mark.parametrize("value", [None, 0, 1, "true", UNKNOWN])
    def test_of_takes_a_bool_only(self, value: object) -> None:
        with pytest.raises(TypeError, match="True or False"):
            Truth.of(value)  # type: ignore[arg-type]  # the mistake under test
        assert (Truth.of(True), Truth.of(False)) == (MET, NOT_MET)

    def test_of_none(self) -> None:
        assert (all_of([]), any_of([]), at_least(0, []), at_least(1, [])) == (MET, NOT_MET, MET, NOT_MET)

    @given(st.lists(truths, max_size=6), st.integers(0, 7))
    def test_at_least_is_what_every_completion_says(self, several: list[Truth], n: int) -> None:
        ways = product(*([True, False] if one is UNKNOWN else [one is MET] for one in several))
        said = {sum(way) >= n for way in ways}
        assert at_least(n, several) is (UNKNOWN if len(said) > 1 else Truth.of(said.pop()))

    def test_stays_itself(self) -> None:
        for one in Truth:
            assert pickle.loads(pickle.dumps(one)) is one
            assert copy.deepcopy(one) is one
            assert Truth(one.value) is one


class TestText:
    def test_both_languages(self) -> None:
        text = Text(nl="thema", en="theme")
        assert [text[language] for language in LANGUAGES] == ["thema", "theme"]
        with pytest.raises(KeyError, match="nl, en"):
            text["de"]  # type: ignore[index]  # the mistake under test

    @pytest.mark.parametrize("words", ["", "  ", "\n", None, 3])
    def test_no_language_is_empty(self, words: object) -> None:
        with pytest.raises(ValueError, match="words in en"):
            Text(nl="thema", en=words)  # type: ignore[arg-type]  # the mistake under test
        with pytest.raises(ValueError, match="words in nl"):
            Text(nl=words, en="theme")  # type: ignore[arg-type]  # the mistake under test

    def test_frozen(self) -> None:
        with pytest.raises(exceptions.FrozenInstanceError):
            Text.same("x").nl = "y"  # type: ignore[misc]  # the mistake under test


class TestMoney:
    @pytest.mark.parametrize(
        ("written", "cents"),
        [
            ("1250", 125_000),
            ("1250.5", 125_050),
            ("1250.50", 125_050),
            ("0.01", 1),
            ("-0.01", -1),
            ("-3", -300),
            (" 7 ", 700),
            (12, 1200),
            (Decimal("0.10"), 10),
            ("999999999999999.99", 99_999_999_999_999_999),
        ],
    )
    def test_read(self, written: str | int | Decimal, cents: int) -> None:
        assert Money.parse(written) == Money(cents)

    @pytest.mark.parametrize("written", [0.1, 1.0, float("nan"), float("inf"), True, False])
    def test_never_a_float(self, written: float) -> None:
        with pytest.raises(TypeError, match="never a float"):
            Money.parse(written)  # type: ignore[arg-type]  # the mistake under test
        with pytest.raises(TypeError, match="whole number"):
            Money(written)  # type: ignore[arg-type]  # the mistake under test

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "-",
            ".5",
            "1.",
            "1.005",
            "1,50",
            "1.250,50",
            "1e3",
            "0x10",
            "+5",
            "--5",
            "€ 5",
            "5 EUR",
            "1 000",
            "1_000",
            "NaN",
            "Infinity",
            "5\n5",
            "9" * 16,
            Decimal("NaN"),
            Decimal("1E+3"),
            Decimal("0.001"),
        ],
    )
    def test_nothing_else_is_read(self, written: str | Decimal) -> None:
        with pytest.raises(ValueError, match="amount reads like"):
            Money.parse(written)

    @pytest.mark.parametrize("written", ["\u0661\u0662", "1\u00b2", "\uff11\uff12"])
    def test_digits_of_other_scripts_are_read_as_the_same_number_or_not_at_all(self, written: str) -> None:
        try:
            read = Money.parse(written)
        except ValueError:
            return
        assert read == Money.parse(int(written))

    @pytest.mark.parametrize("currency", ["", "eur", "EURO", "€", "EU", "EUR\n", None])
    def test_currency(self, currency: object) -> None:
        with pytest.raises(ValueError, match="three capital letters"):
            Money(1, currency)  # type: ignore[arg-type]  # the mistake under test

    def test_currencies_never_mix(self) -> None:
        euro, dollar = Money(100), Money(100, "USD")
        mixed: list[Callable[[], object]] = [
            lambda: euro + dollar,
            lambda: euro - dollar,
            lambda: euro < dollar,
            lambda: euro >= dollar,
            lambda: Money.total([dollar]),
            lambda: Money.total([euro], "USD"),
        ]
        for one in mixed:
            with pytest.raises(ValueError, match="without a rate"):
                one()
        assert euro != dollar
        assert Money.total([], "USD") == Money(0, "USD")

    @pytest.mark.parametrize("other", [1, 1.0, Decimal(1), "1.00 EUR", None])
    def test_not_a_number(self, other: object) -> None:
        for name in ("add", "sub", "lt", "ge", "mul"):
            combine: Callable[[object, object], object] = getattr(operator, name)
            for one, two in ((Money(100), other), (other, Money(100))):
                with pytest.raises(TypeError):
                    combine(one, two)
        assert Money(100) != other

    def test_sum_of_a_list_starts_nowhere(self) -> None:
        with pytest.raises(TypeError):
            sum([Money(1), Money(2)])  # type: ignore[list-item]  # the mistake under test
        assert sum([Money(1), Money(2)], Money(0)) == Money(3)

    @given(st.lists(st.integers(-(10**12), 10**12)), st.randoms(use_true_random=False))
    def test_totals_do_not_depend_on_order(self, cents: list[int], random: object) -> None:
        total = Money.total(map(Money, cents))
        assert total == Money(sum(cents)) == Money.total(map(Money, reversed(cents)))

    @given(st.integers(-(10**15), 10**15))
    def test_written_and_read_again(self, cents: int) -> None:
        written, currency = str(Money(cents)).split(" ")
        assert Money.parse(written, currency) == Money(cents)

    @given(st.integers(-1000, 1000), st.integers(-1000, 1000))
    def test_order(self, a: int, b: int) -> None:
        assert (Money(a) < Money(b), Money(a) <= Money(b)) == (a < b, a <= b)
        assert (Money(a) > Money(b), Money(a) >= Money(b)) == (a > b, a >= b)
        assert Money(a) - Money(b) == -(Money(b) - Money(a)) == Money(a - b)

    def test_as_people_know_it(self) -> None:
        assert [str(Money(cents)) for cents in (0, 5, -5, -100, 125_100)] == [
            "0.00 EUR",
            "0.05 EUR",
            "-0.05 EUR",
            "-1.00 EUR",
            "1251.00 EUR",
        ]


class TestShare:
    @pytest.mark.parametrize(
        ("written", "exact"),
        [
            ("60%", Fraction(3, 5)),
            ("60 %", Fraction(3, 5)),
            ("62.5%", Fraction(5, 8)),
            ("62,5%", Fraction(5, 8)),
            ("3/5", Fraction(3, 5)),
            (" 6 / 10 ", Fraction(3, 5)),
            ("0%", Fraction(0)),
            ("100%", Fraction(1)),
            ("1/3", Fraction(1, 3)),
            ("33.3%", Fraction(333, 1000)),
        ],
    )
    def test_read(self, written: str, exact: Fraction) -> None:
        share = Share.parse(written)
        assert Fraction(share.part, share.whole) == exact

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "60",
            "0.6",
            "%",
            "-5%",
            "101%",
            "5/3",
            "1/0",
            "0/0",
            "60%%",
            "1/2/3",
            "a/b",
            "1/-2",
            "60 percent",
        ],
    )
    def test_refused(self, written: str) -> None:
        with pytest.raises(ValueError, match="share"):
            Share.parse(written)

    def test_only_text_is_read(self) -> None:
        for other in (None, 0.6, 60, Fraction(3, 5)):
            with pytest.raises(ValueError, match="share reads like"):
                Share.parse(other)
        assert Share.parse("60% ") == Share(3, 5)

    @pytest.mark.parametrize(("part", "whole"), [(0.5, 1), (True, 2), ("1", 2)])
    def test_whole_numbers(self, part: object, whole: object) -> None:
        with pytest.raises(TypeError, match="whole number"):
            Share(part, whole)  # type: ignore[arg-type]  # the mistake under test

    @given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 9))
    def test_equal_shares_are_equal_values(self, part: int, whole: int, times: int) -> None:
        part = min(part, whole)
        share = Share(part, whole)
        assert share == Share(part * times, whole * times)
        assert hash(share) == hash(Share(part * times, whole * times))
        assert Share.parse(str(share)) == share


class TestRange:
    def test_ends(self) -> None:
        assert Range.exactly(3) == Range(3, 3)
        assert (Range(3, 3).exact, Range(3).exact, Range(2, 3).exact) == (True, False, False)
        assert [str(one) for one in (Range(2, 3), Range(3, 3), Range(3), Range(-2, -1))] == [
            "2..3",
            "3",
            "3..",
            "-2..-1",
        ]

    def test_upward(self) -> None:
        with pytest.raises(ValueError, match="upward"):
            Range(3, 2)

    @pytest.mark.parametrize(
        ("low", "high"), [(1.0, 2), (1, 2.0), (True, 2), (0, False), ("1", 2), (None, 2)]
    )
    def test_whole_numbers(self, low: object, high: object) -> None:
        with pytest.raises(TypeError, match="whole number"):
            Range(low, high)  # type: ignore[arg-type]  # the mistake under test

    @given(st.integers(-5, 5), st.integers(0, 5), st.integers(-5, 5), st.integers(0, 5))
    def test_covers_and_adds_as_sets_do(self, a: int, b: int, c: int, d: int) -> None:
        one, other = Range(a, a + b), Range(c, c + d)
        numbers, others = set(range(a, a + b + 1)), set(range(c, c + d + 1))
        assert one.covers(other) is (others <= numbers)
        sums = {x + y for x in numbers for y in others}
        assert one + other == Range(min(sums), max(sums))

    def test_no_upper_end(self) -> None:
        assert Range(1) + Range(2, 3) == Range(3)
        assert Range(1).covers(Range(1))
        assert Range(1).covers(Range(5, 9))
        assert not Range(1, 9).covers(Range(5))
        with pytest.raises(TypeError):
            Range(1) + 1  # type: ignore[operator]  # the mistake under test


class TestChoice:
    def test_known(self) -> None:
        assert Choice.of("a").known
        assert not Choice.among(["a", "b"]).known
        assert Choice.among(["a", "b", "a"]) == Choice(frozenset("ab"))
        assert str(Choice.among(["b", "a"])) == "a|b"

    @pytest.mark.parametrize("options", [frozenset(), {"a"}, ["a"], frozenset([""]), frozenset([1]), "a"])
    def test_at_least_one_named_option(self, options: object) -> None:
        with pytest.raises(ValueError, match="at least one"):
            Choice(options)  # type: ignore[arg-type]  # the mistake under test

    def test_of_nothing(self) -> None:
        with pytest.raises(ValueError, match="at least one"):
            Choice.among([])

    @pytest.mark.parametrize(
        ("options", "allowed", "truth"),
        [("a", "ab", MET), ("ab", "ab", MET), ("ab", "a", UNKNOWN), ("a", "b", NOT_MET), ("a", "", NOT_MET)],
    )
    def test_within(self, options: str, allowed: str, truth: Truth) -> None:
        assert Choice.among(options).within(frozenset(allowed)) is truth


ends = st.none() | st.dates(date(2024, 12, 25), date(2025, 1, 10))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(ends), draw(ends)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Period(first, last)


class TestPeriod:
    def test_both_ends_are_in_it(self) -> None:
        march = Period(date(2025, 3, 1), date(2025, 3, 31))
        assert date(2025, 3, 1) in march
        assert date(2025, 3, 31) in march
        assert date(2025, 2, 28) not in march
        assert date(2025, 4, 1) not in march
        assert date(2025, 3, 1) in Period.day(date(2025, 3, 1))
        assert date(2025, 3, 2) not in Period.day(date(2025, 3, 1))

    def test_open_ends(self) -> None:
        assert date.min in ALWAYS
        assert date.max in ALWAYS
        assert date.max in Period(date(2025, 1, 1))
        assert date(2024, 12, 31) not in Period(date(2025, 1, 1))
        assert date.min in Period(last=date(2025, 1, 1))
        assert date(2025, 1, 2) not in Period(last=date(2025, 1, 1))
        assert ALWAYS.turning_days() == ()
        assert Period(last=date.max).turning_days() == ()

    def test_never_backward(self) -> None:
        with pytest.raises(ValueError, match="on or after"):
            Period(date(2025, 1, 2), date(2025, 1, 1))

    @pytest.mark.parametrize("end", [datetime(2025, 1, 1, tzinfo=UTC), "2025-01-01", 20250101, 1.5])
    def test_calendar_dates_only(self, end: object) -> None:
        with pytest.raises(TypeError, match="calendar date"):
            Period(end)  # type: ignore[arg-type]  # the mistake under test
        with pytest.raises(TypeError, match="calendar date"):
            Period(last=end)  # type: ignore[arg-type]  # the mistake under test

    @pytest.mark.parametrize(
        ("words", "period"),
        [
            ("2025", Period.year(2025)),
            ("2025-03-01..2025-06-30", Period(date(2025, 3, 1), date(2025, 6, 30))),
            ("2025-03-01..", Period(date(2025, 3, 1))),
            ("..2025-03-01", Period(last=date(2025, 3, 1))),
            ("..", ALWAYS),
            ("2024-02-29..2024-02-29", Period.day(date(2024, 2, 29))),
        ],
    )
    def test_read(self, words: str, period: Period) -> None:
        assert Period.parse(words) == period

    @pytest.mark.parametrize(
        "words",
        ["", "25", "2025-13-01..", "2025-02-29..", "2025-06-30..2025-03-01", "2025-03-01", "1..2..3", "0000"],
    )
    def test_refused(self, words: str) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - the words come from the standard library for some
            Period.parse(words)

    @given(periods(), periods(), st.dates(date(2024, 12, 20), date(2025, 1, 15)))
    def test_meet(self, one: Period, other: Period, day: date) -> None:
        shared = one.meet(other)
        assert shared == other.meet(one)
        assert (shared is not None and day in shared) is (day in one and day in other)

    @given(periods())
    def test_turning_days_are_where_it_changes(self, period: Period) -> None:
        days = [
            date.fromordinal(n) for n in range(date(2024, 12, 20).toordinal(), date(2025, 1, 15).toordinal())
        ]
        turns = {b for a, b in pairwise(days) if (a in period) is not (b in period)}
        assert set(period.turning_days()) == turns

    @given(periods())
    def test_written_and_read_again(self, period: Period) -> None:
        assert Period.parse(str(period)) == period


class TestIdentifiers:
    """The test vectors are public identifiers of public bodies."""

    @pytest.mark.parametrize(
        ("scheme", "value"),
        [
            (Scheme.OIN, "00000001002311112000"),
            (Scheme.RSIN, "002311112"),
            (Scheme.ROR, "027bh9e22"),
            (Scheme.ROR, "0566bfb96"),
            (Scheme.ROR, "05xvt9f17"),
            (Scheme.TOOI, "gm0546"),
            (Scheme.KVK, "27312112"),
            (Scheme.OIN, "00000003273121120000"),
        ],
    )
    def test_valid(self, scheme: Scheme, value: str) -> None:
        assert valid(scheme, value)
        assert Identifier(scheme, value).value == value

    @pytest.mark.parametrize(
        ("scheme", "value"),
        [
            (Scheme.OIN, "00000001002311113000"),  # the RSIN in it fails
            (Scheme.OIN, "0000000100231111200"),
            (Scheme.OIN, "000000010023111120000"),
            (Scheme.OIN, "10000001002311112000"),
            (Scheme.OIN, "00000000002311112000"),
            (Scheme.OIN, "00000001002311112001"),
            (Scheme.RSIN, "002311113"),
            (Scheme.RSIN, "000000000"),
            (Scheme.RSIN, "2311112"),
            (Scheme.RSIN, " 002311112"),
            (Scheme.RSIN, "002311112\n"),
            (Scheme.RSIN, "٠٠٢٣١١١١٢"),
            (Scheme.ROR, "027bh9e23"),
            (Scheme.ROR, "027bh9e32"),
            (Scheme.ROR, "027BH9E22"),
            (Scheme.ROR, "https://ror.org/027bh9e22"),
            (Scheme.ROR, "127bh9e22"),
            (Scheme.ROR, "027bh9i22"),
            (Scheme.KVK, "2731211"),
            (Scheme.KVK, "273121123"),
            (Scheme.TOOI, "leiden"),
            (Scheme.TOOI, "gm"),
        ],
    )
    def test_not_valid(self, scheme: Scheme, value: str) -> None:
        assert not valid(scheme, value)
        with pytest.raises(ValueError, match="does not pass"):
            Identifier(scheme, value)

    @pytest.mark.parametrize(("scheme", "value"), [(Scheme.RSIN, "002311112"), (Scheme.ROR, "027bh9e22")])
    def test_one_wrong_digit_never_passes(self, scheme: Scheme, value: str) -> None:
        for index, digit in enumerate(value):
            others = set("0123456789") - {digit} if digit.isdigit() else set()
            for other in others:
                assert not valid(scheme, value[:index] + other + value[index + 1 :])

    @pytest.mark.parametrize("value", [None, 2311112, b"002311112"])
    def test_text_only(self, value: object) -> None:
        with pytest.raises(ValueError, match="does not pass"):
            Identifier(Scheme.RSIN, value)  # type: ignore[arg-type]  # the mistake under test
