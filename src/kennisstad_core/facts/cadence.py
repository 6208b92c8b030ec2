# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a body keeps its rhythm: cycles that were missed, gaps, and calendar units without a meeting (A25 to A27).

Only meetings that were held count, and only what somebody attests to be complete proves that there was none. Of the
time before the period no more is concluded than its edge proves, unless the meeting before it is on record.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import frozen

from ..records.bodies import Meeting, Recess
from ..records.register import Register
from ..text import Text
from ..values import Period, Range
from . import bodies, presence
from .bodies import MEETINGS, attested, end_of, held_meetings
from .definitions import DAYS, DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .rhythm import DAY, Gap, Runs, covers, gaps, runs, unit_of, units
from .scene import Scene


def recesses_of(register: Register, body: str, on: date) -> tuple[Recess, ...]:
    """The recesses of a body, or of all, that are registered by the day."""
    return tuple(one for one in register.recesses if one.body in ("", body) and one.registered_on <= on)


@frozen
class _Pauses:
    """What recesses explain: everything on their days, if need be afterwards."""

    in_time: Runs
    at_all: Runs

    @classmethod
    def of(cls, scene: Scene, body: str) -> _Pauses:
        several = recesses_of(scene.register, body, scene.on)
        return cls(
            runs(one.period for one in several if not one.retroactive), runs(one.period for one in several)
        )

    def why(self, first: date, last: date, otherwise: Why) -> Why:
        """Why nothing was held from the one day through the other."""
        if covers(self.in_time, first, last):
            return Why.RECESS
        return Why.RECESS_AFTERWARDS if covers(self.at_all, first, last) else otherwise


@frozen
class _Stretch:
    """A gap as far as the register shows it; ``sure`` says that there was no other meeting in it."""

    gap: Gap
    sure: bool
    record: str

    @property
    def why(self) -> Why:
        """What the gap is, without an explanation for it."""
        if self.gap.open:
            return Why.OVERDUE
        return Why.EDGE if self.gap.bound else Why.GAP


def _stretches(scene: Scene, body: str) -> tuple[tuple[_Stretch, ...], bool]:
    """The gaps of the period, and whether the first of them may have begun before anything that is on record."""
    end = end_of(scene)
    meetings = held_meetings(scene, body)
    inside = [one for one in meetings if scene.first <= one.on]
    previous = next((one for one in reversed(meetings) if one.on < scene.first), None)
    known = attested(scene, MEETINGS, body)
    trusted = not scene.flawed("meeting")
    ahead = inside[0].on - DAY if inside else end
    edge_known = trusted and covers(known, scene.first, ahead)
    before = previous
    if previous is not None and edge_known and not covers(known, previous.on + DAY, scene.first - DAY):
        before = None  # there may have been another since: only the edge of the period is proved
    records = {one.on: one.record for one in meetings}
    found = tuple(
        _Stretch(
            gap,
            trusted and covers(known, gap.since + DAY, gap.until if gap.open else gap.until - DAY),
            records.get(gap.since) or records.get(gap.until) or f"{body}/{MEETINGS}",
        )
        for gap in gaps((one.on for one in inside), scene.first, end, None if before is None else before.on)
    )
    return found, before is None and not edge_known


def _every(definition: DerivedFact) -> int:
    if definition.every is None or definition.every < 1:
        raise ValueError(
            f"{definition.name!r} has no rhythm: ``every`` is the most days between two meetings"
        )
    return definition.every


def _evidence(scene: Scene, body: str, one: _Stretch, key: str, why: Why, on: date | None) -> Evidence:
    title = scene.bodies.get(body, Text.same(body))
    gap = one.gap
    return Evidence(
        one.record,
        key,
        title.nl,
        why,
        on=on,
        period=Period(gap.since, gap.until),
        value=Range.exactly(gap.days),
        unit=DAYS,
        title=title,
    )


def missed_cycles(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The cycles in which no meeting was held, each by the day it was due: of a gap as many as fit in it, less one.

    A cycle counts in the period in which the next one was due as well, so two periods never count the same one. A
    recess that covers the day it was due explains it.
    """
    every = _every(definition)
    stretches, unknown_before = _stretches(scene, body)
    pauses = _Pauses.of(scene, body)
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    others: list[Evidence] = []
    for one in stretches:
        if not one.gap.open:
            others.append(_evidence(scene, body, one, one.gap.until.isoformat(), Why.HELD, one.gap.until))
        for due, missed in one.gap.missed(every):
            if scene.first <= missed:
                why = pauses.why(due, due, one.why)
                pile = sure if one.sure else perhaps
                pile.append(_evidence(scene, body, one, due.isoformat(), why, due))
    last = stretches[-1].gap if stretches else None
    if last is not None and last.open and last.days > every and not any(last.missed(every)):
        due = last.due(every)
        others.append(_evidence(scene, body, stretches[-1], due.isoformat(), Why.OVERDUE, due))
    asked = any(not one.gap.open or one.gap.days > every for one in stretches)
    return _explicable(
        definition,
        scene,
        (sure, perhaps, others),
        open_=_unknown(scene, unknown_before),
        complete=all(one.sure for one in stretches),
        due=asked or unknown_before,
    )


_EXPLAINED: Final = (Why.RECESS, Why.RECESS_AFTERWARDS)


def _explicable(
    definition: DerivedFact,
    scene: Scene,
    piles: tuple[list[Evidence], list[Evidence], list[Evidence]],
    *,
    complete: bool,
    due: bool,
    open_: tuple[Why, ...] = (),
) -> Fact:
    """A count of what a recess may explain; while that depends on what is not known, the count stays open."""
    sure, perhaps, others = piles
    unexplained = any(one.why not in _EXPLAINED for one in sure)
    might = bool(open_) or any(one.why not in _EXPLAINED for one in perhaps)
    if (might and not unexplained) or (unexplained and scene.flawed("recess")):
        sure, perhaps = sure[:0], [*sure, *perhaps]
    return counting(
        definition,
        sure,
        perhaps,
        others,
        open_=open_,
        incomplete=() if complete else (MEETINGS,),
        due=due,
        explained=not unexplained,
        retroactive=any(one.why is Why.RECESS_AFTERWARDS for one in sure),
    )


def _unknown(scene: Scene, unknown_before: bool) -> tuple[Why, ...]:
    """Why there is no telling how long it lasted before the first meeting on record."""
    if not unknown_before:
        return ()
    return (Why.FLAWED_RECORD,) if scene.flawed("meeting") else (Why.LIST_INCOMPLETE,)


def drifts(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The gaps that were longer than the rhythm, with their days; not yet a cycle missed, and good to know (A25)."""
    every = _every(definition)
    stretches, unknown_before = _stretches(scene, body)
    pauses = _Pauses.of(scene, body)
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    others: list[Evidence] = []
    for one in stretches:
        due = one.gap.due(every)
        if one.gap.days <= every:
            if not one.gap.open:
                others.append(_evidence(scene, body, one, due.isoformat(), Why.HELD, one.gap.until))
            continue
        why = pauses.why(due, due, one.why)
        if one.sure:
            sure.append(_evidence(scene, body, one, due.isoformat(), why, due))
        else:
            # Meetings that are not on record may cut it in several, each of which is still too long.
            perhaps += (
                _evidence(scene, body, one, f"{due.isoformat()}#{part}", why, due)
                for part in range(one.gap.days // (every + 1))
            )
    return counting(
        definition,
        sure,
        perhaps,
        others,
        open_=_unknown(scene, unknown_before),
        incomplete=() if all(one.sure for one in stretches) else (MEETINGS,),
        due=bool(stretches),
    )


def longest_gap(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The most days without a meeting in the period, with the gaps that were so long."""
    stretches, unknown_before = _stretches(scene, body)
    least = max((one.gap.days for one in stretches if one.sure), default=0)
    most = None if unknown_before else max((one.gap.days for one in stretches), default=0)
    piles: tuple[list[Evidence], list[Evidence], list[Evidence]] = ([], [], [])
    for one in stretches:
        days = one.gap.days
        pile = piles[0 if one.sure and days == least else 1 if not one.sure and days > least else 2]
        pile.append(_evidence(scene, body, one, one.gap.since.isoformat(), one.why, one.gap.until))
    counted, possible, others = map(tuple, piles)
    return Fact(
        definition.name,
        definition.label,
        Range(least, most),
        counted,
        possible,
        others,
        _unknown(scene, unknown_before),
        unit=DAYS,
        incomplete=() if all(one.sure for one in stretches) else (MEETINGS,),
    )


def units_without_meeting(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The calendar units of the period that are over and in which no meeting was held, however long the gaps (A27).

    A unit that lies in the period only in part, or is not over yet, is not asked of. A recess explains a unit when it
    covers all of it.
    """
    per = definition.per
    if per is None:
        raise ValueError(
            f"{definition.name!r} has no calendar unit: ``per`` is a quarter, a half-year, a year …"
        )
    held: dict[str, Meeting] = {}
    for one in held_meetings(scene, body):
        held.setdefault(unit_of(per, one.on)[0], one)
    known = attested(scene, MEETINGS, body)
    trusted = not scene.flawed("meeting")
    pauses = _Pauses.of(scene, body)
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    others: list[Evidence] = []
    due = False
    for name, days in units(per, scene.first, scene.last):
        first, last = days.first, days.last
        assert first is not None
        assert last is not None
        meeting = held.get(name)
        record, on = (f"{body}/{name}", None) if meeting is None else (meeting.record, meeting.on)
        whole, over = scene.first <= first and last <= scene.last, last <= scene.on
        due = due or (whole and over)
        if meeting is not None:
            why, pile = Why.HELD, others
        elif not whole:
            why, pile = Why.EDGE, others
        elif not over:
            why, pile = Why.NOT_OVER, others
        else:
            certain = trusted and covers(known, first, last)
            why, pile = pauses.why(first, last, Why.NO_MEETING), sure if certain else perhaps
        pile.append(Evidence(record, name, name, why, on=on, period=days))
    return _explicable(definition, scene, (sure, perhaps, others), complete=not perhaps, due=due)


# The dictionary

_MOST: Final = frozenset(("body", "every"))
_PER: Final = frozenset(("body", "per"))

OF_BODY: Final[tuple[Derivation[str], ...]] = (
    Derivation(
        "missed_cycles",
        Family.BODIES,
        "count",
        Text("het aantal overgeslagen rondes", "the number of cycles missed"),
        Text(
            "Rondes waarin geen bijeenkomst is gehouden: van de tijd tussen twee bijeenkomsten zoveel als er heel in "
            "passen, min één. Een bijeenkomst die later komt maar nog binnen de volgende ronde, slaat er geen over. "
            "Alleen gehouden bijeenkomsten tellen. Een geregistreerd reces op de dag waarop een bijeenkomst had "
            "moeten komen, verklaart die ronde. Van de tijd voor de periode telt niet meer dan vaststaat.",
            "Cycles in which no meeting was held: of the time between two meetings as many as fit in it whole, less "
            "one. A meeting that comes late, yet within the next cycle, misses none. Only meetings that were held "
            "count. A registered recess on the day a meeting was due explains that cycle. Of the time before the "
            "period no more counts than is certain.",
        ),
        ("R-CAD-01", "A25", "A26"),
        missed_cycles,
        _MOST,
        _MOST,
        Text(
            "Elke 28 dagen; gehouden op 1 januari en 1 april: 90 dagen, drie hele rondes, waarvan twee overgeslagen.",
            "Every 28 days; held on 1 January and 1 April: 90 days, three whole cycles, two of them missed.",
        ),
    ),
    Derivation(
        "drifts",
        Family.BODIES,
        "count",
        Text("het aantal keren dat er meer tijd tussen zat", "the number of times that more time went by"),
        Text(
            "Tussenpozen die langer waren dan het ritme, met hun dagen. Dat is nog geen overgeslagen ronde.",
            "Gaps longer than the rhythm, with their days. That is not yet a cycle missed.",
        ),
        ("R-CAD-01", "A25"),
        drifts,
        _MOST,
        _MOST,
        Text(
            "Elke eerste donderdag van de maand is niet elke vier weken: er zit soms 35 dagen tussen.",
            "Every first Thursday of the month is not every four weeks: sometimes 35 days go by.",
        ),
    ),
    Derivation(
        "longest_gap",
        Family.BODIES,
        "days",
        Text("de langste tijd zonder bijeenkomst", "the longest time without a meeting"),
        Text(
            "Het grootste aantal dagen van de ene gehouden bijeenkomst tot de volgende, of tot de laatste bekende dag.",
            "The most days from one meeting that was held to the next, or to the last day that is known.",
        ),
        ("R-CAD-02", "A27"),
        longest_gap,
        ("body",),
        ("body",),
    ),
    Derivation(
        "units_without_meeting",
        Family.BODIES,
        "count",
        Text("het aantal tijdvakken zonder bijeenkomst", "the number of calendar units without a meeting"),
        Text(
            "Maanden, kwartalen, halfjaren of jaren van de kalender die helemaal in de periode liggen en voorbij zijn, "
            "zonder gehouden bijeenkomst. Hoe lang de tussenpozen zijn, doet er niet toe.",
            "Months, quarters, half-years or years of the calendar that lie in the period and are over, without a "
            "meeting that was held. How long the gaps are does not matter.",
        ),
        ("R-CAD-02", "R-CAD-03", "A27"),
        units_without_meeting,
        _PER,
        _PER,
        Text(
            "Gehouden op 31 maart, 1 juli, 1 oktober en 31 december: het tweede kwartaal had er geen, al is geen "
            "tussenpoos langer dan 92 dagen.",
            "Held on 31 March, 1 July, 1 October and 31 December: the second quarter had none, although no gap is "
            "longer than 92 days.",
        ),
    ),
    *bodies.OF_BODY,
    *presence.OF_BODY,
)
OF_PARTNERSHIP: Final = bodies.OF_PARTNERSHIP
