# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The meetings of a body in a year beside the last days on which they were due, by the facts that an audit rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final

from attrs import frozen

from ..calendars import Rhythm, due_dates, rhythm_of
from ..charter import Charter, Charters
from ..conduct import scene_of
from ..desk import desk
from ..facts import DerivedFact, Evidence, Fact, Why, derive
from ..facts.cadence import recesses_of
from ..facts.rhythm import DAY
from ..records.bodies import Meeting, MeetingStatus, Recess
from ..records.register import Register
from ..text import Text
from ..values import Period


class State(Enum):
    """How a meeting, a day due or a calendar unit stands."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    PERHAPS = "perhaps"
    EXPLAINED = "explained"
    OVERDUE = "overdue"
    TO_COME = "to-come"
    OUTSIDE = "outside"


EXPLAINED: Final = (Why.RECESS, Why.RECESS_AFTERWARDS)


@frozen
class Due:
    """The last day to meet, or a calendar unit in which to meet, and how that stands.

    ``held`` is the meeting that came, in time or late; ``afterwards`` says that the recess that explains it was
    registered when it had begun.
    """

    on: date
    state: State
    held: date | None = None
    unit: Period | None = None
    afterwards: bool = False


@frozen
class Year:
    """Everything that is known on a day of how a body met in a year."""

    title: Text
    period: Period
    meetings: tuple[Meeting, ...]
    recesses: tuple[Recess, ...]
    asked: tuple[tuple[Rhythm, Fact | None], ...]
    dues: tuple[Due, ...]

    @property
    def rhythms(self) -> tuple[Rhythm, ...]:
        """What is asked, each once."""
        return tuple(dict.fromkeys(one for one, _ in self.asked))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What an audit of the year would say of it, version by version."""
        return tuple(fact for _, fact in self.asked if fact is not None)


def year_of(charters: Charters, register: Register, body: str, year: int, on: date) -> Year:
    """The year of a body under each version in force in it; what is registered later than ``on`` is not known yet."""
    period = Period.year(year)
    live = [one for one in charters if one.period.meet(period) is not None]
    titles = [word.title for one in live or charters for word in one.bodies if word.id == body]
    meetings = [one for one in register.meetings if one.body == body and one.on in period and _known(one, on)]
    asked: list[tuple[Rhythm, Fact | None]] = []
    dues: list[Due] = []
    for charter in live:
        span, rhythm = charter.period.meet(period), rhythm_of(charter, body)
        if rhythm is not None and span is not None and span.first is not None:
            fact = _fact(charters, charter, register, body, span, on) if span.first <= on else None
            asked.append((rhythm, fact))
            dues += _dues(register, rhythm, fact, span, on)
    pauses = [one for one in recesses_of(register, body, on) if one.period.meet(period) is not None]
    return Year(
        titles[-1] if titles else Text.same(body),
        period,
        tuple(sorted(meetings, key=lambda one: (one.on, one.status.value, one.record))),
        tuple(sorted(pauses, key=lambda one: (str(one.period), one.record))),
        tuple(asked),
        tuple(sorted(dues, key=lambda one: (one.on, one.state.value))),
    )


def _known(one: Meeting, on: date) -> bool:
    """A meeting that is still to come on the day is not held yet."""
    return one.status is not MeetingStatus.HELD or one.on <= on


def _fact(
    charters: Charters, charter: Charter, register: Register, body: str, span: Period, on: date
) -> Fact | None:
    rhythm = rhythm_of(charter, body)
    for one in charter.facts:
        if (
            rhythm is not None
            and isinstance(one, DerivedFact)
            and one.body == body
            and (one.derive, one.every, one.per)
            in (("missed_cycles", rhythm.every, None), ("units_without_meeting", None, rhythm.per))
        ):
            return derive(one, scene_of(desk(charters), charter, register, span, on), body)
    return None


def _dues(register: Register, rhythm: Rhythm, fact: Fact | None, span: Period, on: date) -> Iterator[Due]:
    if rhythm.per is not None:
        # Every unit is in the facts, also one that is still to come; before the period nothing is known yet.
        yield from () if fact is None else _units(fact)
        return
    assert rhythm.every is not None
    missed: set[date] = set()
    for due in () if fact is None else _of_gaps(register, rhythm, rhythm.every, fact):
        missed.add(due.on)
        if due.on in span:
            yield due
    pauses = recesses_of(register, rhythm.body, on)
    for day, _ in due_dates(rhythm, register.meetings, span, on=on):
        if day not in missed:
            pause = next((one for one in pauses if day in one.period), None)
            state = State.TO_COME if on < day else State.OVERDUE
            if pause is not None:
                yield Due(day, State.EXPLAINED, afterwards=pause.retroactive)
            else:
                yield Due(day, state)


def _of_gaps(register: Register, rhythm: Rhythm, every: int, fact: Fact) -> Iterator[Due]:
    """The cycles that were missed, and of every meeting the day it was due at the latest, when that is known."""
    for pile, state in ((fact.counted, State.MISSED), (fact.possible, State.PERHAPS)):
        for one in pile:
            if one.on is not None:
                yield _missed(one, one.on, state)
    held = {one.on for one in register.meetings if one.body == rhythm.body}
    for one in fact.left_out:
        since, until = one.period.first, one.period.last
        if one.why is Why.HELD and since is not None and until is not None and since in held:
            cycles = max(1, (until - since).days // every)
            due = since + cycles * every * DAY
            yield Due(due, State.KEPT if until <= due else State.LATE, until)


def _missed(one: Evidence, due: date, state: State) -> Due:
    if one.why in EXPLAINED:
        return Due(due, State.EXPLAINED, afterwards=one.why is Why.RECESS_AFTERWARDS)
    return Due(due, state)


_OF_UNITS: Final = {Why.HELD: State.HELD, Why.NOT_OVER: State.TO_COME, Why.EDGE: State.OUTSIDE}


def _units(fact: Fact) -> Iterator[Due]:
    for pile, otherwise in (
        (fact.counted, State.MISSED),
        (fact.possible, State.PERHAPS),
        (fact.left_out, State.OUTSIDE),
    ):
        for one in pile:
            last = one.period.last
            assert last is not None
            state = State.EXPLAINED if one.why in EXPLAINED else _OF_UNITS.get(one.why, otherwise)
            yield Due(last, state, one.on, one.period, one.why is Why.RECESS_AFTERWARDS)
