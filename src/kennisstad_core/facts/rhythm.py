# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A row of days as a rhythm: the gaps in it, the calendar units it leaves empty, and the days that others cover.

Nothing here knows of meetings or registers. Everything is linear in the number of days and periods it is given, once
those are in order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

from attrs import frozen

from ..values import Period
from .definitions import Unit

DAY: Final = timedelta(days=1)
Runs: TypeAlias = tuple[tuple[date, date], ...]
"""Days on end, in order and apart: the first and the last of each run, both included."""


@frozen
class Gap:
    """The days from one meeting to the next, or to the day up to which things are known (``open``).

    ``bound`` says that ``since`` is no meeting but the day before a period: then there may have been more days.
    """

    since: date
    until: date
    open: bool = False
    bound: bool = False

    @property
    def days(self) -> int:
        """How many days after ``since`` the other end lies."""
        return (self.until - self.since).days

    def due(self, every: int) -> date:
        """The last day on which a next meeting would have kept the rhythm."""
        return self.since + every * DAY

    def missed(self, every: int) -> Iterator[tuple[date, date]]:
        """The cycles of the gap in which there was no meeting: the day each was due, and the day that was missed.

        A gap misses as many cycles as fit in it whole, less one (A25): a meeting that comes late within the next cycle
        misses none. So a cycle is missed on the day on which the next one was due.

        >>> [str(due) for due, _ in Gap(date(2025, 1, 1), date(2025, 4, 1)).missed(28)]
        ['2025-01-29', '2025-02-26']
        """
        for cycle in range(1, self.days // every):
            yield self.since + cycle * every * DAY, self.since + (cycle + 1) * every * DAY


def gaps(held: Iterable[date], first: date, last: date, before: date | None = None) -> Iterator[Gap]:
    """The gaps of a period, from days in ascending order; ``before`` is the meeting before the first of them.

    Without it the first gap runs from the day before the period, which is a lower bound (A26). A gap that is open on
    the last day ends the row; when the last of the days is the last day of the period there is none.
    """
    since, bound = (first - DAY, True) if before is None else (before, False)
    for day in held:
        yield Gap(since, day, bound=bound)
        since, bound = day, False
    if since < last:
        yield Gap(since, last, open=True, bound=bound)


# Calendar units

_MONTHS: Final[dict[Unit, int]] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def unit_of(per: Unit, day: date) -> tuple[str, Period]:
    """The calendar unit that a day lies in: what it is called, as in ISO 8601, and its days.

    >>> name, days = unit_of("quarter", date(2025, 5, 17))
    >>> name, str(days)
    ('2025-Q2', '2025-04-01..2025-06-30')
    """
    if per == "day":
        return day.isoformat(), Period.day(day)
    if per == "week":
        year, week, _ = day.isocalendar()
        monday = day - day.weekday() * DAY
        return f"{year}-W{week:02}", Period(monday, monday + 6 * DAY)
    months = _MONTHS[per]
    number = (day.month - 1) // months
    start = number * months + 1
    first = date(day.year, start, 1)
    after = start + months
    last = date(day.year, 12, 31) if after > 12 else date(day.year, after, 1) - DAY
    if per == "year":
        name = f"{day.year}"
    elif per == "month":
        name = f"{day.year}-{start:02}"
    else:
        name = f"{day.year}-{'Q' if per == 'quarter' else 'H'}{number + 1}"
    return name, Period(first, last)


def units(per: Unit, first: date, last: date) -> Iterator[tuple[str, Period]]:
    """Every calendar unit with a day in the period, in order, also those that are only partly in it."""
    day = first
    while day <= last:
        name, days = unit_of(per, day)
        yield name, days
        assert days.last is not None
        if days.last == date.max:
            return
        day = days.last + DAY


# Days that are covered


def runs(periods: Iterable[Period]) -> Runs:
    """The days of several periods as runs; an open end reaches as far as the calendar does."""
    found: list[tuple[date, date]] = []
    for first, last in sorted((one.first or date.min, one.last or date.max) for one in periods):
        if found and (found[-1][1] == date.max or first <= found[-1][1] + DAY):
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return tuple(found)


def covers(several: Runs, first: date, last: date) -> bool:
    """Whether every day from ``first`` through ``last`` lies in the runs; of no days at all that is true."""
    if last < first:
        return True
    place = bisect_right(several, (first, date.max)) - 1
    return place >= 0 and last <= several[place][1]


def without(several: Runs, others: Runs) -> Runs:
    """The days of the first that do not lie in the second.

    >>> january = runs([Period(date(2025, 1, 1), date(2025, 1, 31))])
    >>> week = runs([Period(date(2025, 1, 6), date(2025, 1, 12))])
    >>> [f"{first} {last}" for first, last in without(january, week)]
    ['2025-01-01 2025-01-05', '2025-01-13 2025-01-31']
    """
    left: list[tuple[date, date]] = []
    place = 0
    for first, last in several:
        start: date | None = first
        while place < len(others) and others[place][1] < first:
            place += 1
        at = place
        while start is not None and at < len(others) and others[at][0] <= last:
            taken_first, taken_last = others[at]
            if start < taken_first:
                left.append((start, taken_first - DAY))
            start = taken_last + DAY if taken_last < last else None
            at += 1
        if start is not None:
            left.append((start, last))
    return tuple(left)
