# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values with one meaning each: money, shares, ranges, choices and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import Final, TypeAlias

from attrs import field, frozen

from .truth import MET, NOT_MET, UNKNOWN, Truth

_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z")
_SHARE: Final = re.compile(r"\s*(\d{1,3})(?:[.,](\d{1,6}))?\s*%\s*\Z|\s*(\d{1,9})\s*/\s*(\d{1,9})\s*\Z")
_DAY: Final = timedelta(days=1)
_AMOUNT: Final = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,2}))?\Z")


def _whole(value: object, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{what} is a whole number, not {value!r}")
    return value


def _plain_day(value: object, what: str) -> date | None:
    if value is None:
        return None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError(f"{what} is a calendar date, not {value!r}")
    return value


@total_ordering
@frozen(order=False)
class Money:
    """An exact amount: whole cents in one ISO 4217 currency. Floats are refused; currencies never mix.

    >>> Money.parse("1250.50") + Money(50)
    Money(cents=125100, currency='EUR')
    >>> str(Money(125100))
    '1251.00 EUR'
    """

    cents: int = field()
    currency: str = field(default="EUR")

    @cents.validator
    def _check_cents(self, _: object, value: object) -> None:
        _whole(value, "an amount in cents")

    @currency.validator
    def _check_currency(self, _: object, value: object) -> None:
        if not isinstance(value, str) or not _CURRENCY.match(value):
            raise ValueError(f"a currency is three capital letters (ISO 4217), not {value!r}")

    @classmethod
    def parse(cls, amount: str | int | Decimal, currency: str = "EUR") -> Money:
        """Read an amount in whole units or with one or two decimals after a point.

        Raises:
            TypeError: for a float, whose binary fraction is not the amount that was meant.
            ValueError: for anything finer than a cent or not a plain number.
        """
        if isinstance(amount, float | bool):
            raise TypeError(f"an amount of money is text or a whole number, never a float: {amount!r}")
        match = _AMOUNT.match(str(amount).strip())
        if match is None:
            raise ValueError(f"an amount reads like 1250 or 1250.50, not {str(amount)!r}")
        sign, units, cents = match.groups()
        total = int(units) * 100 + int((cents or "0").ljust(2, "0"))
        return cls(-total if sign else total, currency)

    def _same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(
                f"{self.currency} and {other.currency} are not added or compared without a rate and its date"
            )

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return Money(self.cents + other.cents, self.currency)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return self + (-other)

    def __neg__(self) -> Money:
        return Money(-self.cents, self.currency)

    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return self.cents < other.cents

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        units, cents = divmod(abs(self.cents), 100)
        return f"{sign}{units}.{cents:02d} {self.currency}"

    @staticmethod
    def total(amounts: Iterable[Money], currency: str = "EUR") -> Money:
        """The exact sum, zero of ``currency`` for none."""
        total = Money(0, currency)
        for amount in amounts:
            total = total + amount
        return total


@frozen(order=False)
class Share:
    """An exact part of a whole, kept as a fraction so that a threshold is never rounded.

    >>> Share.parse("60%") == Share.parse("3/5")
    True
    """

    part: int = field()
    whole: int = field()

    def __attrs_post_init__(self) -> None:
        part, whole = _whole(self.part, "a part"), _whole(self.whole, "a whole")
        if whole <= 0 or not 0 <= part <= whole:
            raise ValueError(f"a share lies between 0 and 1: {part}/{whole}")
        lowest = Fraction(part, whole)
        object.__setattr__(self, "part", lowest.numerator)
        object.__setattr__(self, "whole", lowest.denominator)

    @classmethod
    def parse(cls, words: object) -> Share:
        """Read ``60%``, ``62.5%`` or ``3/5``.

        Raises:
            ValueError: for anything else, and outside 0 to 100%.
        """
        match = _SHARE.match(words) if isinstance(words, str) else None
        if match is None:
            raise ValueError(f"a share reads like 60% or 3/5, not {words!r}")
        percent, decimals, part, whole = match.groups()
        if percent is not None:
            scale = 10 ** len(decimals or "")
            return cls(int(percent) * scale + int(decimals or "0"), 100 * scale)
        return cls(int(part), int(whole))

    def __str__(self) -> str:
        percent, rest = divmod(100 * self.part, self.whole)
        return f"{self.part}/{self.whole}" if rest else f"{percent}%"


@frozen(order=False)
class Range:
    """What is known of a number: it lies between ``low`` and ``high``, both included; ``high=None`` is unbounded.

    The unit (a count, euro cents, days) belongs to the fact that holds the range. An exact number is a range of
    width zero. Nothing known at all of a count is ``Range(0)``.

    >>> str(Range(2, 3)), str(Range.exactly(3)), str(Range(5_000_000))
    ('2..3', '3', '5000000..')
    """

    low: int = field()
    high: int | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        _whole(self.low, "the low end of a range")
        if self.high is not None and _whole(self.high, "the high end of a range") < self.low:
            raise ValueError(f"a range runs upward: {self.low}..{self.high}")

    @classmethod
    def exactly(cls, value: int) -> Range:
        """A number that is known."""
        return cls(value, value)

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.low == self.high

    def covers(self, other: Range) -> bool:
        """Whether ``other`` says at least as much: every number it allows is allowed here."""
        return self.low <= other.low and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    def __add__(self, other: Range) -> Range:
        if not isinstance(other, Range):
            return NotImplemented
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(self.low + other.low, high)

    def __str__(self) -> str:
        if self.exact:
            return str(self.low)
        return f"{self.low}..{'' if self.high is None else self.high}"


@frozen(order=False)
class Choice:
    """What is known of a choice: the options that are still possible; one option means it is known.

    >>> Choice.of("within").known, Choice.among(["within", "partial"]).known
    (True, False)
    """

    options: frozenset[str] = field()

    @options.validator
    def _check_options(self, _: object, value: object) -> None:
        if (
            not isinstance(value, frozenset)
            or not value
            or not all(isinstance(option, str) and option for option in value)
        ):
            raise ValueError("a choice keeps at least one named option")

    @classmethod
    def of(cls, option: str) -> Choice:
        """A choice that is known."""
        return cls(frozenset((option,)))

    @classmethod
    def among(cls, options: Iterable[str]) -> Choice:
        """A choice of which only the possible options are known."""
        return cls(frozenset(options))

    @property
    def known(self) -> bool:
        """Whether one option is left."""
        return len(self.options) == 1

    def within(self, allowed: frozenset[str]) -> Truth:
        """Whether the choice is one of ``allowed``."""
        if self.options <= allowed:
            return MET
        return NOT_MET if self.options.isdisjoint(allowed) else UNKNOWN

    def __str__(self) -> str:
        return "|".join(sorted(self.options))


Known: TypeAlias = Truth | Choice | Range
"""What is known of one fact: always a set of values that are still possible."""


@frozen(order=False)
class Period:
    """The days from ``first`` through ``last``, both included (Dutch: t/m); a missing end is open.

    >>> date(2025, 12, 31) in Period.year(2025)
    True
    >>> str(Period(date(2023, 1, 1)))
    '2023-01-01..'
    """

    first: date | None = field(default=None)
    last: date | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        first, last = _plain_day(self.first, "the first day"), _plain_day(self.last, "the last day")
        if first is not None and last is not None and last < first:
            raise ValueError(f"a period ends on or after its first day: {first} t/m {last}")

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def day(cls, day: date) -> Period:
        """A single day."""
        return cls(day, day)

    @classmethod
    def parse(cls, words: str) -> Period:
        """Read ``2025``, ``2025-03-01..2025-06-30``, or either side left out.

        Raises:
            ValueError: for anything else.
        """
        if re.fullmatch(r"\d{4}", words):
            return cls.year(int(words))
        first, separator, last = words.partition("..")
        if not separator:
            raise ValueError(f"a period reads like 2025 or 2025-03-01..2025-06-30, not {words!r}")
        return cls(*(date.fromisoformat(end) if end else None for end in (first, last)))

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def meet(self, other: Period) -> Period | None:
        """The days that lie in both, ``None`` when there are none."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        first, last = max(firsts, default=None), min(lasts, default=None)
        return None if first is not None and last is not None and last < first else Period(first, last)

    def turning_days(self) -> tuple[date, ...]:
        """The days on which being in the period changes: its first day and the day after its last."""
        days = [] if self.first is None else [self.first]
        if self.last is not None and self.last < date.max:
            days.append(self.last + _DAY)
        return tuple(days)

    def __str__(self) -> str:
        return f"{self.first or ''}..{self.last or ''}"


ALWAYS: Final = Period()
