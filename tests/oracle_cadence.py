# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of a body by the words of the rules (A25 to A27): one day after another, sets and loops, nothing clever.

A gap longer than the rhythm is drift. Of a gap, as many cycles were missed as the rhythm fits in it whole, less one; an
open gap at the end counts the same. Only what somebody attests to be complete proves that there was no meeting. Before
the period only its edge is known, so the first gap is at least as long as the days of the period before the first
meeting; if a meeting is on record from before, and nothing can have been held since, it is as long as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """Days without a meeting, each of them, and whether it is sure that none of them had one."""

    days: tuple[date, ...]
    ended: bool
    sure: bool
    open_before: bool


def days_of(first: date, last: date) -> tuple[date, ...]:
    days = []
    day = first
    while day <= last:
        days.append(day)
        day += DAY
    return tuple(days)


def stretches(
    held: Iterable[date], attested: Callable[[date], bool], first: date, last: date
) -> list[Stretch]:
    """Walk the days of the period; a stretch holds the days after a meeting up to and with the next, or the last."""
    meetings = set(held)
    days: list[date] = []
    open_before = False
    # How much is known of the time before: walk back until a meeting, or until there is none at all.
    before = [day for day in meetings if day < first]
    if before:
        back = list(days_of(max(before) + DAY, first - DAY))
        inside = list(days_of(first, last))
        ahead = inside[: next((index for index, day in enumerate(inside) if day in meetings), len(inside))]
        if all(map(attested, back)) or not all(map(attested, ahead)):
            days = back
    else:
        open_before = True
    found = []
    for day in days_of(first, last):
        days.append(day)
        if day in meetings:
            found.append(Stretch(tuple(days), True, all(map(attested, days[:-1])), open_before))
            days = []
            open_before = False
    if days or not found:
        found.append(Stretch(tuple(days), False, all(map(attested, days)), open_before))
    return found


def missed(
    held: Iterable[date],
    attested: Callable[[date], bool],
    first: date,
    last: date,
    every: int,
) -> tuple[list[date], int | None]:
    """The due days of the cycles that were surely missed, and how many at the most; none when there is no telling.

    A cycle is missed once the next one is over too: it belongs to the period in which that day lies.
    """
    sure: list[date] = []
    most: int | None = 0
    for one in stretches(held, attested, first, last):
        ends = [day for number, day in enumerate(one.days, start=1) if number % every == 0]
        # On the first of these a meeting was due; each one after it says that the one before was missed.
        cycles = [due for due, next_due in pairwise(ends) if next_due >= first]
        if one.sure:
            sure += cycles
        if one.open_before and not one.sure:
            most = None
        elif most is not None:
            most += len(cycles)
    return sure, most


def drifts(
    held: Iterable[date], attested: Callable[[date], bool], first: date, last: date, every: int
) -> list[int]:
    """How long each gap was that is surely longer than the rhythm."""
    several = stretches(held, attested, first, last)
    return [len(one.days) for one in several if one.sure and len(one.days) > every]


def quarter(day: date) -> str:
    return f"{day.year}-Q{1 if day.month < 4 else 2 if day.month < 7 else 3 if day.month < 10 else 4}"


def half_year(day: date) -> str:
    return f"{day.year}-H{1 if day.month < 7 else 2}"


def month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def year(day: date) -> str:
    return f"{day.year}"


UNITS = {"quarter": quarter, "half-year": half_year, "month": month, "year": year}


def units_without(
    held: Iterable[date],
    attested: Callable[[date], bool],
    first: date,
    last: date,
    on: date,
    per: str,
) -> tuple[list[str], list[str], bool]:
    """The calendar units without a meeting, surely and perhaps, and whether any unit of the period is over."""
    unit = UNITS[per]
    around = days_of(first - 366 * DAY, last + 366 * DAY)
    meetings = {day for day in held if day <= on}
    sure: list[str] = []
    perhaps: list[str] = []
    due = False
    for name in dict.fromkeys(map(unit, days_of(first, last))):
        own = [day for day in around if unit(day) == name]
        if not all(first <= day <= last for day in own) or not all(day <= on for day in own):
            continue
        due = True
        if not any(day in meetings for day in own):
            (sure if all(map(attested, own)) else perhaps).append(name)
    return sure, perhaps, due
