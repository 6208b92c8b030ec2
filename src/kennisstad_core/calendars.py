# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""When bodies are to meet: next due dates, Dutch days off around them, and both as a calendar file (iCalendar).

Due dates need nothing extra. Days off, series and files need the extra ``calendar``; each is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import field, frozen

from .charter import Charter, Charters, Force
from .conditions import facts_of
from .errors import KennisstadError
from .facts import DerivedFact
from .facts.cadence import recesses_of
from .facts.definitions import Unit
from .facts.rhythm import DAY, unit_of
from .records.bodies import Meeting, MeetingStatus, Recess
from .records.register import Register
from .text import Language, Text
from .values import Period

if TYPE_CHECKING:
    from dateutil.rrule import rrule

Region: TypeAlias = Literal["noord", "midden", "zuid"]
"""The three parts of the Netherlands over which school holidays are spread."""


class NoHolidays(KennisstadError, ValueError):
    """The installed package ``holidays`` does not have the days off of a year, or not all of them.

    It gives no days at all for a year that it does not know, and only some for one that is not settled yet: to take
    those for working days would be a guess.
    """

    def __init__(self, year: int, region: Region | None = None) -> None:
        self.year = year
        self.region = region
        what = "public holidays" if region is None else f"complete school holidays for the region {region}"
        super().__init__(f"the installed package holidays has no {what} of {year}")


# Rhythm


@frozen
class Rhythm:
    """How often a body is to meet: at most ``every`` days apart, or once in each calendar unit (``per``)."""

    body: str
    title: Text
    every: int | None = None
    per: Unit | None = None


def rhythm_of(charter: Charter, body: str) -> Rhythm | None:
    """The rhythm that a clause of the charter asks of a body; what only a remark or another reading asks is none."""
    title = next((one.title for one in charter.bodies if one.id == body), Text.same(body))
    facts = {one.name: one for one in charter.facts if isinstance(one, DerivedFact) and one.body == body}
    for clause in charter.clauses:
        if clause.subject == "body" and clause.force is not Force.REMARK:
            for name in facts_of(clause.condition):
                fact = facts.get(name)
                if fact is not None and fact.derive == "missed_cycles" and fact.every:
                    return Rhythm(body, title, every=fact.every)
                if fact is not None and fact.derive == "units_without_meeting" and fact.per:
                    return Rhythm(body, title, per=fact.per)
    return None


@frozen
class Due:
    """When a body is to meet next: ``on`` is the last day that keeps its rhythm.

    ``after`` is the last meeting that was held, ``recess`` the pause in which the day lies (or the whole calendar
    unit), ``planned`` the first meeting that is planned since.
    """

    rhythm: Rhythm
    on: date
    after: Meeting | None = None
    recess: Recess | None = None
    planned: Meeting | None = None

    def overdue(self, day: date) -> bool:
        """Whether the day has passed without an explanation."""
        return self.on < day and self.recess is None


def next_due(charter: Charter, register: Register, body: str, *, on: date) -> Due | None:
    """When a body is to meet next, as known on a day; none without a rhythm, or before its first meeting of one.

    Of a calendar unit that is over nothing is due any more: that is for the audit.
    """
    rhythm = rhythm_of(charter, body)
    if rhythm is None:
        return None
    meetings = [one for one in register.meetings if one.body == body]
    held = [one for one in meetings if one.status is MeetingStatus.HELD and one.on <= on]
    last = max(held, key=lambda one: one.on, default=None)
    if rhythm.every is not None:
        if last is None:
            return None
        first = day = last.on + rhythm.every * DAY
    else:
        assert rhythm.per is not None
        first, day = _unit(rhythm.per, on)
        if last is not None and last.on >= first:
            first, day = _unit(rhythm.per, day + DAY)
    planned = [
        one
        for one in meetings
        if one.status is MeetingStatus.PLANNED and (last is None or last.on < one.on) and on <= one.on
    ]
    several = recesses_of(register, body, on)
    recess = next((one for one in several if first in one.period and day in one.period), None)
    return Due(rhythm, day, last, recess, min(planned, key=lambda one: one.on, default=None))


def _unit(per: Unit, day: date) -> tuple[date, date]:
    """The first and the last day of a calendar unit."""
    days = unit_of(per, day)[1]
    assert days.first is not None
    assert days.last is not None
    return days.first, days.last


# Days off


@frozen
class DaysOff:
    """The days on which a body does not meet: weekends, Dutch public holidays, school holidays of a region, recesses.

    ``recesses`` are the days of a registered pause. Holidays are looked up year by year, as far as they are needed.
    """

    region: Region | None = None
    recesses: tuple[Period, ...] = field(default=(), converter=tuple[Period, ...])
    _years: dict[int, Mapping[date, Text]] = field(factory=dict, init=False, eq=False, repr=False)

    def in_recess(self, day: date) -> bool:
        """Whether a registered pause covers the day."""
        return any(day in one for one in self.recesses)

    def why(self, day: date) -> Text | None:
        """Why nobody meets on the day, none when it is a day like any other.

        Raises:
            NoHolidays: for a year of which the days off are not known.
        """
        if self.in_recess(day):
            return _RECESS
        known = self._years.get(day.year)
        if known is None:
            known = self._years[day.year] = holidays_of(day.year, self.region)
        return known.get(day) or (_WEEKEND if day.weekday() >= _SATURDAY else None)

    def next(self, day: date) -> date:
        """The first working day from a day on."""
        while self.why(day) is not None:
            day += DAY
        return day

    def move(self, due: date, after: date) -> date:
        """The last working day up to the day due and after another, or when there is none the first one behind it."""
        day = due
        while self.why(day) is not None:
            day -= DAY
            if day <= after:
                return self.next(due + DAY)
        return day


_SATURDAY: Final = 5
_BREAKS: Final = 5
"""A school year has an autumn, a Christmas, a spring, a May and a summer break."""
_RECESS: Final = Text("reces", "recess")
_WEEKEND: Final = Text("weekend", "weekend")


def holidays_of(year: int, region: Region | None = None) -> Mapping[date, Text]:
    """The Dutch public holidays of a year, and with a region its school holidays too, by day.

    Autumn and spring breaks are dates that the ministry advises; a school may choose others.

    Raises:
        NoHolidays: when the package does not know the year, or not all of its breaks.
    """
    dutch, english = (_looked_up(year, "public", None, language) for language in ("nl", "en_US"))
    if not dutch:
        raise NoHolidays(year)
    days = {day: Text(dutch[day], english[day]) for day in dutch}
    if region is None:
        return days
    school, in_english = (_looked_up(year, "school", region, language) for language in ("nl", "en_US"))
    if len(set(school.values())) < _BREAKS:
        raise NoHolidays(year, region)
    return {day: Text(school[day], in_english[day]) for day in school} | days


def _looked_up(year: int, category: str, region: Region | None, language: str) -> dict[date, str]:
    from holidays import country_holidays

    subdivision = None if region is None else region.capitalize()
    return dict(
        country_holidays("NL", subdiv=subdivision, years=year, categories=category, language=language)
    )


# Series


def due_dates(
    rhythm: Rhythm, meetings: Iterable[Meeting], period: Period, *, on: date
) -> Iterator[tuple[date, date]]:
    """The days on which a body is to meet in a period, each with the day after which, as known on a day.

    After the last meeting that was held, each planned one begins a new row; where one is planned in time nothing is
    due. A period has both its ends.
    """
    assert period.first is not None
    assert period.last is not None
    own = sorted({one.on for one in meetings if one.body == rhythm.body and _counts(one, on)})
    if rhythm.per is not None:
        filled = {unit_of(rhythm.per, day)[0] for day in own}
        for day in _ends_of(rhythm.per, period.first, period.last):
            name, days = unit_of(rhythm.per, day)
            if name not in filled and days.first is not None:
                yield day, days.first - DAY
        return
    assert rhythm.every is not None
    held = [day for day in own if day <= on]
    anchors = [*held[-1:], *(day for day in own if day > on)] if held else []
    for anchor, following in pairwise([*anchors, period.last + DAY]):
        after = anchor
        for day in _every(rhythm.every, anchor, following - DAY):
            if day in period:
                yield day, after
            after = day


def _counts(one: Meeting, on: date) -> bool:
    return one.status is (MeetingStatus.HELD if one.on <= on else MeetingStatus.PLANNED)


def _every(days: int, first: date, last: date) -> Iterator[date]:
    from dateutil.rrule import DAILY, rrule

    if last > first:
        series = _days(rrule(DAILY, interval=days, dtstart=_midnight(first), until=_midnight(last)))
        next(series)
        yield from series


_CLOSING: Final[Mapping[Unit, tuple[int, ...]]] = {
    "month": tuple(range(1, 13)),
    "quarter": (3, 6, 9, 12),
    "half-year": (6, 12),
    "year": (12,),
}
"""The months that close a unit."""


def _ends_of(per: Unit, first: date, last: date) -> Iterator[date]:
    """The last days of the calendar units that end in a period."""
    from dateutil.rrule import DAILY, MONTHLY, SU, WEEKLY, rrule

    start, end = _midnight(first), _midnight(last)
    if per == "day":
        return _days(rrule(DAILY, dtstart=start, until=end))
    if per == "week":
        return _days(rrule(WEEKLY, byweekday=SU, dtstart=start, until=end))
    return _days(rrule(MONTHLY, bymonth=_CLOSING[per], bymonthday=-1, dtstart=start, until=end))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _days(series: rrule) -> Iterator[date]:
    return (one.date() for one in series)


# A calendar file


@frozen
class Event:
    """A day in a calendar: a meeting that is planned or was cancelled, or the last day to have one.

    ``uid`` stays the same from one export to the next, so that a calendar that is read again moves what it has. ``due``
    is the day by the rhythm, ``why`` what was in the way of it.
    """

    uid: str
    on: date
    title: Text
    kind: Literal["due", "planned", "cancelled"]
    due: date | None = None
    why: Text | None = None


def events(
    charters: Charters,
    register: Register,
    period: Period,
    *,
    on: date,
    body: str = "",
    region: Region | None = None,
) -> tuple[Event, ...]:
    """The planned and cancelled meetings of a period and the days on which bodies are to meet, as known on a day.

    A day due is a last day, so on a weekend, a holiday or a school holiday it moves to an earlier working day. A
    recess puts a meeting off until it is over; of a calendar unit it takes no more than its days.

    Raises:
        NoHolidays: when the days off of a year that is asked for are not known.
    """
    found: dict[str, Event] = {}
    for charter in charters:
        span = charter.period.meet(period)
        if span is None or span.first is None or span.last is None:
            continue
        for word in charter.bodies:
            if body in ("", word.id):
                for one in (
                    *_planned(charter, register, word.id, span, on),
                    *_due(charter, register, word.id, span, on, region),
                ):
                    found.setdefault(one.uid, one)
    return tuple(sorted(found.values(), key=lambda one: (one.on, one.uid)))


def _planned(charter: Charter, register: Register, body: str, span: Period, on: date) -> Iterator[Event]:
    title = next(one.title for one in charter.bodies if one.id == body)
    for one in register.meetings:
        if one.body == body and one.on in span and one.status is not MeetingStatus.HELD:
            cancelled = one.status is MeetingStatus.CANCELLED
            if cancelled or one.on > on:
                yield Event(
                    f"{one.record}@{charter.id}", one.on, title, "cancelled" if cancelled else "planned"
                )


def _due(
    charter: Charter, register: Register, body: str, span: Period, on: date, region: Region | None
) -> Iterator[Event]:
    rhythm = rhythm_of(charter, body)
    if rhythm is None:
        return
    off = DaysOff(region, [one.period for one in recesses_of(register, body, on)])
    planned = sorted(one.on for one in register.meetings if one.body == body and _counts(one, on))
    before: date | None = None
    for due, after in due_dates(rhythm, register.meetings, span, on=on):
        paused = rhythm.every is not None and off.in_recess(due)
        day = off.next(due) if paused else off.move(due, after)
        if rhythm.per is not None and due < day:
            continue  # there is no working day left in the unit
        following = next((one for one in planned if one > after), None)
        if day == before or (following is not None and due < following <= day):
            continue
        before = day
        yield Event(f"due/{body}/{due.isoformat()}@{charter.id}", day, rhythm.title, "due", due, off.why(due))


_SUMMARY: Final[Mapping[str, Text]] = {
    "planned": Text("{body}", "{body}"),
    "cancelled": Text("{body} (vervallen)", "{body} (cancelled)"),
    "due": Text("{body}: bijeen op uiterlijk deze dag", "{body}: to meet on this day at the latest"),
}
_MOVED: Final = Text(
    "Volgens het ritme uiterlijk {due}; daar was {why}.", "By the rhythm {due} at the latest; that was {why}."
)
_STATUS: Final[Mapping[str, str]] = {"planned": "CONFIRMED", "cancelled": "CANCELLED", "due": "TENTATIVE"}
_PRODUCT: Final = "-//kennisstad_core//calendar//NL"


def ical(several: Iterable[Event], *, name: str, stamp: date, language: Language) -> bytes:
    """The events as a calendar file (RFC 5545); the same events and stamp give the same bytes.

    ``stamp`` is the day as of which they are known: the format wants one, and nothing here reads a clock.
    """
    from icalendar import Calendar
    from icalendar import Event as Entry

    calendar: Any = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in several:
        title = one.title[language]
        entry: Any = Entry()
        entry.add("uid", one.uid)
        entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
        entry.add("dtstart", one.on)
        entry.add("dtend", one.on + DAY)
        entry.add("summary", _SUMMARY[one.kind][language].format(body=title[:1].upper() + title[1:]))
        if one.due is not None and one.due != one.on and one.why is not None:
            said = _MOVED[language].format(due=one.due.isoformat(), why=one.why[language])
            entry.add("description", said)
        entry.add("status", _STATUS[one.kind])
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    written: bytes = calendar.to_ical()
    return written
