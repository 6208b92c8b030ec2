# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Audit how a partnership goes about its work: the clauses that are about a period, for every subject they are about.

The way is that of a decision: records, facts, clauses, findings. What differs is that the facts are derived over a
period, and that nothing is decided: there is no question and no outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from .charter import Charter, Charters, Subject
from .conditions import facts_of
from .decisions import DepartureMade, Note
from .desk import Desk, desk
from .facts import DerivedFact, Fact, Family, Scene, derive
from .facts import Subject as Of
from .findings import Cause, ClauseFinding, Ruling, Status
from .records.judgements import Departure
from .records.projects import Project
from .records.register import Register
from .reports import Assessment
from .text import Text
from .truth import Truth
from .values import Period

PARTNERSHIP = "partnership"
"""What the partnership itself is called as a subject; there is but one in a register."""


@frozen
class _About:
    """One subject, with what its facts are derived from and the departures recorded for it."""

    kind: Subject
    subject: str
    title: Text
    of: Of
    body: str = ""
    stand_in: Project | None = None
    departures: tuple[Departure, ...] = ()
    notes: tuple[Note, ...] = ()


def assess(
    charters: Charters, register: Register, period: Period, on: date, projects: Mapping[str, date]
) -> tuple[Assessment, ...]:
    """Every subject of the period under each version of the charter that was in force in it, as known on a day.

    ``projects`` says on which day each project is looked at.
    """
    at = desk(charters)
    found: list[Assessment] = []
    for charter in charters:
        span = charter.period.meet(Period(period.first, min(period.last or on, on)))
        if span is not None and span.last is not None:
            whole = charter.period.meet(period)
            assert whole is not None
            several = _around(charter, register, whole)
            days = span.last, span.last
            found += (_assess(charters, charter, register, about, whole, days) for about in several)
    for name, day in projects.items():
        in_force = charters.on(day)
        if len(in_force) == 1 and at.conduct(in_force[0], "project")[0].clauses:
            about = _project(register[name], day)
            found.append(_assess(charters, in_force[0], register, about, period, (day, on)))
    return tuple(found)


def families_without(charters: Iterable[Charter]) -> tuple[Family, ...]:
    """The families of rules for which none of these versions has a clause."""
    there = {one.family(clause) for one in charters for clause in one.clauses}
    return tuple(family for family in Family if family not in there)


def _around(charter: Charter, register: Register, span: Period) -> Iterator[_About]:
    """The subjects that are no project: the partnership, its bodies, and what it declared in the period."""
    if charter.conduct("partnership").clauses:
        # The partnership is read as a project that everything recorded for all of it belongs to.
        whole = Project(
            PARTNERSHIP,
            charter.partnership,
            contributions=[one for one in register.contributions if one.on is None or one.on in span],
            judgements=register.judgements,
            completeness=register.completeness,
            benefits=register.benefits,
            given=register.given,
        )
        yield _About(
            "partnership",
            PARTNERSHIP,
            charter.partnership,
            register,
            stand_in=whole,
            departures=register.departures,
        )
    titles = {one.id: one.title for one in charter.bodies}
    for body in charter.audited_bodies:
        yield _About("body", body, titles[body], body, body=body, departures=register.departures)
    if charter.conduct("declaration").clauses:
        for one in register.declarations:
            if one.on in span:
                yield _About("declaration", one.id, one.title, one, departures=register.departures)


def _project(project: Project, day: date) -> _About:
    first, last = project.period.first, project.period.last
    notes = (
        (Note.BEFORE_START,)
        if first is not None and day < first
        else (Note.AFTER_END,)
        if last is not None and last < day
        else ()
    )
    return _About(
        "project",
        project.id,
        project.title,
        project,
        stand_in=project,
        departures=project.departures,
        notes=notes,
    )


def scene_of(
    at: Desk, charter: Charter, register: Register, period: Period, on: date, day: date | None = None
) -> Scene:
    """What the facts of a version are derived from, over a period that has both its ends, as known ``on``.

    ``day`` is the one that is looked at, where that is an earlier one.
    """
    assert period.first is not None
    assert period.last is not None
    return Scene(
        register,
        charter.memberships,
        at.reader(charter, register, on if day is None else day),
        period.first,
        period.last,
        on,
        {one.id: one.title for one in charter.bodies},
        {one.id: one.title for one in charter.agenda},
    )


def _assess(
    charters: Charters,
    charter: Charter,
    register: Register,
    about: _About,
    span: Period,
    days: tuple[date, date],
) -> Assessment:
    """One subject on the day that is looked at, as known on another; ``days`` are the two."""
    day, on = days
    at = desk(charters)
    part, rules = at.conduct(charter, about.kind, about.body)
    scene = scene_of(at, charter, register, span, on, day)
    facts: dict[str, Fact] = {}
    if about.stand_in is not None and any(not isinstance(one, DerivedFact) for one in part.facts):
        flaws = register.flaws_of(about.subject) if register.flaws else ()
        facts |= at.conduct_reader(charter, register, about.kind, day).read(about.stand_in, flaws)
    for one in part.facts:
        if isinstance(one, DerivedFact):
            facts[one.name] = derive(one, scene, about.of)
    made = _departures_over(charter, about, span, on)
    departed = {one.clause: Truth.MET for one in made}
    for clause in part.clauses:
        own = [facts[name] for name in facts_of(clause.condition) if name in facts]
        if clause.admits_departure and any(fact.explained for fact in own):
            departed[clause.id] = Truth.MET
    ruling = rules.rule({name: fact.value for name, fact in facts.items()}, departed)
    kept = tuple(facts[one.name] for one in part.facts if one.name in facts)
    return Assessment(
        about.kind,
        about.subject,
        about.title,
        span,
        on,
        charter.id,
        charter.partnership,
        kept,
        _settled(ruling, facts, made),
        made,
        (*about.notes, Note.FLAWED_RECORDS) if _is_flawed(register, about) else about.notes,
    )


def _is_flawed(register: Register, about: _About) -> bool:
    return bool(register.flaws) and bool(register.flaws_of(about.subject if about.kind == "project" else ""))


def _settled(ruling: Ruling, facts: Mapping[str, Fact], made: Iterable[DepartureMade]) -> Ruling:
    """The ruling with what only the facts can tell: that nothing was due yet, or was explained, and when."""
    late = {one.clause: one.retroactive for one in made}
    clauses = tuple(_clause(one, facts, late) for one in ruling.clauses)
    return ruling if clauses == ruling.clauses else evolve(ruling, clauses=clauses)


def _clause(clause: ClauseFinding, facts: Mapping[str, Fact], late: Mapping[str, bool]) -> ClauseFinding:
    """``late`` says of each clause that was departed from whether that was recorded afterwards."""
    used = [facts[name] for name in facts_of(clause.finding.condition) if name in facts]
    if clause.status is Status.SATISFIED and used and not any(fact.due for fact in used):
        return evolve(clause, status=Status.NOT_YET_DUE, causes=(*clause.causes, Cause.NOT_DUE))
    if clause.status is not Status.EXPLAINED:
        return clause
    causes, afterwards = clause.causes, late.get(clause.clause)
    if afterwards is None:  # nobody decided to depart: a record, such as a recess, explains it
        causes = tuple(Cause.EXPLANATION if one is Cause.DEPARTURE else one for one in causes)
        afterwards = any(fact.retroactive for fact in used)
    return evolve(clause, causes=(*causes, Cause.RETROACTIVE) if afterwards else causes)


def _departures_over(charter: Charter, about: _About, span: Period, on: date) -> tuple[DepartureMade, ...]:
    """The departures recorded by the day that held on some day of the period, from clauses that admit one."""
    admits = {one.id for one in charter.clauses if one.admits_departure and one.subject == about.kind}
    return tuple(
        DepartureMade.of(one, charter, about.subject)
        for one in about.departures
        if one.clause in admits and one.on <= on and one.period.meet(span) is not None
    )
