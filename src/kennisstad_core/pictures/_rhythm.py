# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""When a body met in a year, beside the days on which it was to meet at the latest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, unique
from typing import Final

from ..charter import Charters
from ..explain.render import Figure, Table
from ..explain.words import begin, day, listing, number, period, quantity, span
from ..facts import DAYS
from ..facts.definitions import Unit
from ..facts.rhythm import unit_of
from ..records.bodies import MeetingStatus, Recess
from ..records.register import Register
from ..text import Language, Text
from ..values import Range
from ._axis import Axis, Sample, bar, key, mark, short
from ._dues import EXPLAINED, Due, State, Year, year_of
from ._sheet import BROWN, INK, QUIET, SMALL, Look, Shape, Sheet, lines_of, named, width_of

_LABEL: Final = 88.0
_LEFT, _RIGHT = 96.0, 592.0
_MEETINGS, _PAUSES, _DUES, _TALL = 37.0, 54.0, 74.0, 30.0
_TIER: Final = 11.0


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text(
        "{body}: bijeenkomsten en uiterste dagen in {year}, zoals bekend op {day}.",
        "{body}: meetings and days due in {year}, as known on {day}.",
    )
    MET = Text("Bijeenkomsten: {states}.", "Meetings: {states}.")
    NEVER = Text("Geen bijeenkomst vastgelegd.", "No meeting on record.")
    COUNTED = Text("{count} {state}", "{count} {state}")
    EVERY = Text(
        "Gevraagd: ten hoogste {days} tussen twee bijeenkomsten.",
        "Asked: at most {days} between two meetings.",
    )
    PER = Text("Gevraagd: een bijeenkomst in {unit}.", "Asked: a meeting in {unit}.")
    NOT_ASKED = Text(
        "De overeenkomst vraagt van dit overleg geen ritme.", "The agreement asks no rhythm of this body."
    )
    CYCLES = Text("Overgeslagen rondes: {count}.", "Cycles missed: {count}.")
    UNITS = Text("Tijdvakken zonder bijeenkomst: {count}.", "Calendar units without a meeting: {count}.")
    EXPLAINS = Text(
        "Een geregistreerd reces verklaart {count} ervan.", "A registered recess explains {count} of them."
    )
    PAUSED = Text("Reces: {periods}.", "Recess: {periods}.")
    INCOMPLETE = Text(
        "Niemand bevestigt dat de lijst van bijeenkomsten compleet is.",
        "Nobody attests that the list of meetings is complete.",
    )

    MEETING = Text("bijeenkomst", "meeting")
    MEETINGS = Text("Bijeenkomsten", "Meetings")
    DUE = Text("uiterste dag", "day due")
    DUES = Text("Uiterlijk op", "Due by")
    PER_UNIT = Text("Per tijdvak", "Per unit")
    RECESS = Text("reces", "recess")
    WHEN = Text("Wanneer", "When")
    WHAT = Text("Wat", "What")
    STANDING = Text("Hoe het staat", "How it stands")
    REASON = Text("Reden", "Reason")
    RECORD = Text("Vastlegging", "Record")

    LATE_BY = Text("gehouden op {day}, {days} te laat", "held on {day}, {days} late")
    KEPT_BY = Text("gehouden op {day}", "held on {day}")
    AFTERWARDS = Text("{state}, achteraf geregistreerd", "{state}, registered afterwards")
    PLUS = Text("+{days} d", "+{days} d")
    QUARTER = Text("{number}e kwartaal {year}", "quarter {number} of {year}")
    HALF = Text("{number}e halfjaar {year}", "half-year {number} of {year}")
    WEEK = Text("week {number} van {year}", "week {number} of {year}")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


STATES: Final[Mapping[State, Text]] = {
    State.HELD: Text("gehouden", "held"),
    State.PLANNED: Text("gepland", "planned"),
    State.CANCELLED: Text("vervallen", "cancelled"),
    State.KEPT: Text("op tijd", "in time"),
    State.LATE: Text("te laat", "late"),
    State.MISSED: Text("overgeslagen", "missed"),
    State.PERHAPS: Text("misschien overgeslagen", "perhaps missed"),
    State.EXPLAINED: Text("verklaard door een reces", "explained by a recess"),
    State.OVERDUE: Text("volgende nog niet gehouden", "next one not held yet"),
    State.TO_COME: Text("nog te komen", "still to come"),
    State.OUTSIDE: Text("valt niet helemaal in de periode", "not wholly in the period"),
}
_UNIT_STATES: Final[Mapping[State, Text]] = {
    State.HELD: Text("tijdvak met bijeenkomst", "unit with a meeting"),
    State.MISSED: Text("tijdvak zonder bijeenkomst", "unit without a meeting"),
    State.PERHAPS: Text("misschien zonder bijeenkomst", "perhaps without a meeting"),
}
_OF_MEETINGS: Final[Mapping[MeetingStatus, State]] = {
    MeetingStatus.HELD: State.HELD,
    MeetingStatus.PLANNED: State.PLANNED,
    MeetingStatus.CANCELLED: State.CANCELLED,
}
_UNITS: Final[Mapping[Unit, Text]] = {
    "day": Text("elke dag", "every day"),
    "week": Text("elke week", "every week"),
    "month": Text("elke maand", "every month"),
    "quarter": Text("elk kwartaal", "every quarter"),
    "half-year": Text("elk halfjaar", "every half-year"),
    "year": Text("elk jaar", "every year"),
}
_OPEN: Final = Look(fill="white")
_BAD: Final = Look(fill=BROWN, edge=BROWN)
_MARKS: Final[Mapping[State, tuple[Shape, Look]]] = {
    State.HELD: ("circle", Look()),
    State.PLANNED: ("circle", _OPEN),
    State.CANCELLED: ("cross", Look(edge=INK)),
    State.KEPT: ("down", Look(fill=QUIET, edge=QUIET)),
    State.LATE: ("down", _BAD),
    State.MISSED: ("diamond", _BAD),
    State.PERHAPS: ("diamond", Look(fill="white", edge=BROWN)),
    State.EXPLAINED: ("square", Look(fill="white", edge=QUIET)),
    State.OVERDUE: ("triangle", _BAD),
    State.TO_COME: ("down", Look(fill="white", edge=QUIET)),
    State.OUTSIDE: ("down", Look(fill="white", edge=QUIET)),
}
_BOXES: Final[Mapping[State, Look]] = {
    State.HELD: Look(),
    State.MISSED: Look(fill="white", edge=BROWN, hatch="xxxx"),
    State.PERHAPS: Look(fill="white", edge=BROWN, dashed=True),
    State.EXPLAINED: Look(fill="white", edge=QUIET, hatch="/////"),
    State.TO_COME: Look(fill="white", edge=QUIET),
    State.OUTSIDE: Look(fill="white", edge=QUIET, dashed=True),
}
_PAUSE: Final = Look(fill="white", edge=QUIET, hatch="/////", width=0.6)


def rhythm(
    charters: Charters, register: Register, body: str, year: int, language: Language, *, on: date
) -> Figure | None:
    """The meetings of a body in a calendar year above the days on which it was to meet at the latest, with recesses.

    How each stands is taken from the fact that an audit decides by. None when nothing is on record and nothing asked.
    """
    known = year_of(charters, register, body, year, on)
    if not (known.meetings or known.dues or known.recesses):
        return None
    caption = _caption(known, year, language, on)
    alt = " ".join(_told(known, language))
    sheet = Sheet(language)
    height = _drawn(sheet, known, on)
    table = _table(known, caption, language)
    return Figure(named("rhythm", body, str(year)), sheet.svg(height, caption, alt), alt, caption, table)


def rhythm_table(
    charters: Charters, register: Register, body: str, year: int, language: Language, *, on: date
) -> Table | None:
    """The table of `rhythm` alone, for which no extra is needed."""
    known = year_of(charters, register, body, year, on)
    if not (known.meetings or known.dues or known.recesses):
        return None
    return _table(known, _caption(known, year, language, on), language)


def _caption(known: Year, year: int, language: Language, on: date) -> str:
    return Said.NAME.say(language, body=begin(known.title[language]), year=str(year), day=day(on, language))


def _told(known: Year, language: Language) -> Iterator[str]:
    there = Counter(_OF_MEETINGS[one.status] for one in known.meetings)
    counts = [
        Said.COUNTED.say(language, count=number(there[one], language), state=STATES[one][language])
        for one in _OF_MEETINGS.values()
        if there[one]
    ]
    yield Said.MET.say(language, states=listing(counts, language)) if counts else Said.NEVER.say(language)
    for one in known.rhythms:
        if one.every is not None:
            yield Said.EVERY.say(language, days=quantity(one.every, language, DAYS))
        elif one.per is not None:
            yield Said.PER.say(language, unit=_UNITS[one.per][language])
    if not known.rhythms:
        yield Said.NOT_ASKED.say(language)
    for phrase, by_days in ((Said.CYCLES, True), (Said.UNITS, False)):
        values = [
            fact.value
            for asked, fact in known.asked
            if fact is not None and (asked.every is not None) is by_days and isinstance(fact.value, Range)
        ]
        if values:
            yield phrase.say(language, count=span(sum(values, Range.exactly(0)), language))
    explained = sum(one.why in EXPLAINED for fact in known.facts for one in fact.counted)
    if explained:
        yield Said.EXPLAINS.say(language, count=number(explained, language))
    if known.recesses:
        periods = (period(one.period, language) for one in known.recesses)
        yield Said.PAUSED.say(language, periods="; ".join(periods))
    if any(fact.incomplete for fact in known.facts):
        yield Said.INCOMPLETE.say(language)


# Drawing


def _drawn(sheet: Sheet, known: Year, on: date) -> float:
    language = sheet.language
    assert known.period.first is not None
    assert known.period.last is not None
    axis = Axis(known.period.first, known.period.last, _LEFT, _RIGHT)
    days = [one for one in known.dues if one.unit is None]
    units = [one for one in known.dues if one.unit is not None]
    y = _DUES if known.recesses else _PAUSES + 10
    bottom = y + _TALL * bool(days) + _TALL * bool(units) - 8
    under = axis.months(sheet, 0.0, bottom)
    sheet.lines(0, _MEETINGS, lines_of(Said.MEETINGS.say(language), _LABEL))
    for one in known.meetings:
        sheet.mark(axis.middle(one.on), _MEETINGS, *_MARKS[_OF_MEETINGS[one.status]], 4)
    _names(
        sheet,
        ((axis.middle(one.on), short(one.on, language), False) for one in known.meetings),
        _MEETINGS - 12,
        tier=-_TIER,
    )
    for pause in known.recesses:
        _pause(sheet, axis, pause)
    if known.recesses:
        sheet.lines(0, _PAUSES, lines_of(begin(Said.RECESS.say(language)), _LABEL))
    if days:
        sheet.lines(0, y, lines_of(Said.DUES.say(language), _LABEL))
        for due in days:
            _due(sheet, axis, due, y)
        _names(sheet, ((axis.middle(one.on), *_beside(one, language)) for one in days), y + 12)
        y += _TALL
    if units:
        sheet.lines(0, y, lines_of(Said.PER_UNIT.say(language), _LABEL))
        for due in units:
            _unit(sheet, axis, due, y)
        _names(sheet, _named(known, units, axis, language), y + 12)
    axis.as_of(sheet, on, 0.0, bottom + 3, under + 4)
    shown = known.period.first <= on < known.period.last
    return key(sheet, under + (18 if shown else 6), _key(known, language))


def _pause(sheet: Sheet, axis: Axis, pause: Recess) -> None:
    assert pause.period.first is not None
    assert pause.period.last is not None
    left, right = axis.start(pause.period.first), axis.end(pause.period.last)
    sheet.box(left, _PAUSES - 5, right - left, 10, _PAUSE)


def _due(sheet: Sheet, axis: Axis, due: Due, y: float) -> None:
    x = axis.middle(due.on)
    if due.state is State.LATE and due.held is not None:
        sheet.line(x, y, axis.middle(due.held), y, color=BROWN, width=2.0)
    sheet.mark(x, y, *_MARKS[due.state], 3.5)


def _beside(due: Due, language: Language) -> tuple[str, bool]:
    """What stands at a day due, and whether it matters more than the others."""
    words = short(due.on, language)
    if due.state is State.LATE and due.held is not None:
        return f"{words} {Said.PLUS.say(language, days=str((due.held - due.on).days))}", True
    return words, due.state in (State.MISSED, State.PERHAPS, State.EXPLAINED, State.OVERDUE)


def _names(sheet: Sheet, several: Iterable[tuple[float, str, bool]], y: float, *, tier: float = 0.0) -> None:
    """Words around places on one line, those that matter first.

    A word that would touch another moves to a second line ``tier`` further, if there is one, or stays away.
    """
    taken: dict[float, list[tuple[float, float]]] = {0.0: [], tier: []}
    for x, words, _ in sorted(several, key=lambda one: (not one[2], one[0])):
        half = width_of(words, SMALL) / 2
        x = min(max(x, _LEFT - 4 + half), sheet.width - half)
        for shift, others in taken.items():
            if all(x + half + 4 <= left or right + 4 <= x - half for left, right in others):
                others.append((x - half, x + half))
                sheet.text(x, y + shift, words, anchor="center", size=SMALL, color=QUIET)
                break


def _named(
    known: Year, units: Iterable[Due], axis: Axis, language: Language
) -> Iterator[tuple[float, str, bool]]:
    """What the quarters and half-years are called; the months and the year say so already."""
    if any(one.per in ("quarter", "half-year") for one in known.rhythms):
        for due in units:
            assert due.unit is not None
            assert due.unit.first is not None
            middle = (axis.start(due.unit.first) + axis.end(due.on)) / 2
            yield middle, _called(due, known, language), False


def _unit(sheet: Sheet, axis: Axis, due: Due, y: float) -> None:
    assert due.unit is not None
    assert due.unit.first is not None
    assert due.unit.last is not None
    left, right = axis.start(due.unit.first) + 1, axis.end(due.unit.last) - 1
    sheet.box(left, y - 5, right - left, 10, _BOXES[due.state])


def _key(known: Year, language: Language) -> Iterator[tuple[Sample, str]]:
    there = {_OF_MEETINGS[one.status] for one in known.meetings}
    days = {one.state for one in known.dues if one.unit is None}
    for state in State:
        if state in there:
            yield mark(*_MARKS[state], 4), STATES[state][language]
        elif state in days:
            yield mark(*_MARKS[state]), f"{Said.DUE.say(language)}: {STATES[state][language]}"
    units = {one.state for one in known.dues if one.unit is not None}
    for state, look in _BOXES.items():
        if state in units:
            yield bar(look, 10), (_UNIT_STATES.get(state) or STATES[state])[language]


# The same in a table


def _table(known: Year, caption: str, language: Language) -> Table:
    columns = (Said.WHEN, Said.WHAT, Said.STANDING, Said.REASON, Said.RECORD)
    rows = sorted(_rows(known, language), key=lambda one: one[0])
    return Table(caption, tuple(one.say(language) for one in columns), [row for _, row in rows])


def _rows(known: Year, language: Language) -> Iterator[tuple[date, tuple[str, ...]]]:
    meeting = Said.MEETING.say(language)
    for one in known.meetings:
        state = STATES[_OF_MEETINGS[one.status]][language]
        yield one.on, (day(one.on, language), meeting, state, one.reason, one.record)
    for due in known.dues:
        first, when = due.on, day(due.on, language)
        what = Said.DUE.say(language)
        if due.unit is not None and due.unit.first is not None:
            first, when = due.unit.first, period(due.unit, language)
            what = _called(due, known, language)
        yield first, (when, what, _standing(due, language), "", "")
    for pause in known.recesses:
        assert pause.period.first is not None
        recess = Said.RECESS.say(language)
        words = Said.AFTERWARDS.say(language, state=recess) if pause.retroactive else recess
        yield pause.period.first, (period(pause.period, language), recess, words, pause.reason, pause.record)


def _called(due: Due, known: Year, language: Language) -> str:
    """What a calendar unit is called."""
    assert due.unit is not None
    for asked in known.rhythms:
        if asked.per is not None and unit_of(asked.per, due.on)[1] == due.unit:
            name, year = unit_of(asked.per, due.on)[0], str(due.on.year)
            match asked.per:
                case "quarter":
                    return Said.QUARTER.say(language, number=name[-1], year=year)
                case "half-year":
                    return Said.HALF.say(language, number=name[-1], year=year)
                case "week":
                    return Said.WEEK.say(language, number=str(int(name[-2:])), year=name[:4])
                case "day" | "month" | "year":
                    return name
    return period(due.unit, language)


def _standing(due: Due, language: Language) -> str:
    named = _UNIT_STATES if due.unit is not None else STATES
    words = (named.get(due.state) or STATES[due.state])[language]
    match due.state:
        case State.LATE if due.held is not None:
            days = quantity((due.held - due.on).days, language, DAYS)
            return Said.LATE_BY.say(language, day=day(due.held, language), days=days)
        case State.KEPT | State.HELD if due.held is not None:
            return Said.KEPT_BY.say(language, day=day(due.held, language))
        case State.EXPLAINED if due.afterwards:
            return Said.AFTERWARDS.say(language, state=words)
        case _:
            return words
