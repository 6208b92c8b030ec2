# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Decide what belongs to a partnership, when it did, and audit a period; every answer is its own explanation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final, overload

from .charter import UNDETERMINED, Charter, Charters
from .conduct import assess, families_without
from .decisions import Basis, Decision, DepartureMade, Note, Spell
from .desk import desk
from .errors import UnknownName, named, wanted
from .facts import Fact
from .findings import Lack, Need, Ruling
from .records.parties import Directory
from .records.projects import Project
from .records.register import Flaw, Register
from .reports import Assessment, AuditFinding, Report, ReportChange, changed_since
from .rules import NOBODY, Rules
from .stands import UNDETERMINED_TITLE, headline
from .text import Text
from .truth import Truth
from .values import Period

__all__ = [
    "EMPTY",
    "Assessment",
    "AuditFinding",
    "Basis",
    "Decision",
    "DepartureMade",
    "Note",
    "Report",
    "ReportChange",
    "Spell",
    "audit",
    "changed_since",
    "conduct",
    "decide",
    "departures_made",
    "history",
    "outcome_of",
    "turning_days",
]

_DAY: Final = timedelta(days=1)
EMPTY: Final = Register()


def _without_charter(several: tuple[Charter, ...]) -> Ruling:
    label = Text(nl="de overeenkomst die op die dag gold", en="the agreement in force on that day")
    outcomes = {outcome.id: outcome.title for one in several for outcome in one.outcomes}
    need = Need(Lack.CHARTER, "|".join(one.id for one in several), label)
    return Ruling(UNDETERMINED, UNDETERMINED_TITLE, tuple(outcomes.items()), (), (), (need,))


def _check_types(register: object, period: object = None) -> None:
    """Refuse what is no register or no period, such as a path or a year, before something in it is missed."""
    if not isinstance(register, Register | Project):
        raise wanted("a register", "load_register", register)
    if not isinstance(period, Period | None):
        raise TypeError(f"period= is a Period, such as Period.year(2025), not {named(period)}")


def _resolve(register: Register | Project, project: str | None) -> tuple[Register, Project]:
    _check_types(register)
    if isinstance(register, Project):
        return EMPTY, register
    if project is None:
        raise TypeError("name the project that is to be decided")
    if project not in register:
        raise UnknownName("project", project, [one.id for one in register.projects])
    return register, register[project]


@overload
def decide(
    charters: Charters | Charter, register: Register, project: str | Project, *, on: date
) -> Decision: ...
@overload
def decide(charters: Charters | Charter, register: Project, *, on: date) -> Decision: ...
def decide(
    charters: Charters | Charter,
    register: Register | Project,
    project: str | Project | None = None,
    *,
    on: date,
) -> Decision:
    """Decide one project of a register, or a project that stands by itself, as of a day.

    Facts that are missing leave the answer open; they never make it a no, and never raise.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
        TypeError: when ``on`` is not a date, and for what is no charter or no register.
    """
    day: object = on
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"on= is the date to decide for, not {on!r}")
    versions = Charters.of(charters)
    if isinstance(project, Project):
        if isinstance(register, Project):
            raise TypeError("give a register and a project, or a project alone")
        held, subject = register, project
    else:
        held, subject = _resolve(register, project)
    return _decide(versions, held, subject, on)


def _notes(project: Project, on: date) -> tuple[Note, ...]:
    first, last = project.period.first, project.period.last
    if first is not None and on < first:
        return (Note.BEFORE_START,)
    return (Note.AFTER_END,) if last is not None and last < on else ()


def _decide(charters: Charters, register: Register, project: Project, on: date) -> Decision:
    basis = Basis(charters, register, project)
    notes = _notes(project, on)
    in_force = charters.on(on)
    if len(in_force) != 1:
        note = Note.SEVERAL_CHARTERS if in_force else Note.NO_CHARTER
        partnership = (in_force or charters.versions)[0].partnership if charters.versions else project.title
        ruling = _without_charter(in_force)
        return Decision(project.id, project.title, on, "", partnership, (), ruling, (), (note, *notes), basis)
    (charter,) = in_force
    rules, facts, made, departed = _weigh(charter, basis, on)
    ruling = rules.rule({name: fact.value for name, fact in facts.items()}, departed)
    return Decision(
        project.id,
        project.title,
        on,
        charter.id,
        charter.partnership,
        tuple(facts.values()),
        ruling,
        made,
        (*notes, Note.FLAWED_RECORDS) if register.flaws and register.flaws_of(project.id) else notes,
        basis,
    )


def _weigh(
    charter: Charter, basis: Basis, on: date
) -> tuple[Rules, dict[str, Fact], tuple[DepartureMade, ...], Mapping[str, Truth]]:
    """Everything a ruling is made from: the rules, the facts, and the departures."""
    register, project, at = basis.register, basis.project, desk(basis.charters)
    flaws = register.flaws_of(project.id) if register.flaws else ()
    facts = at.reader(charter, register, on).read(project, flaws)
    made = departures_made(charter, project, on) if project.departures else ()
    return at.rules(charter), facts, made, _departed(charter, made, flaws) if made or flaws else NOBODY


def outcome_of(basis: Basis, on: date) -> str:
    """The outcome on a day without any finding, for trying many changes."""
    in_force = basis.charters.on(on)
    if len(in_force) != 1:
        return UNDETERMINED
    rules, facts, _, departed = _weigh(in_force[0], basis, on)
    possible, _ = rules.possible({name: fact.value for name, fact in facts.items()}, departed)
    return headline(possible)


def _departed(
    charter: Charter, made: tuple[DepartureMade, ...], flaws: tuple[Flaw, ...]
) -> Mapping[str, Truth]:
    """From which clauses a departure holds; a departure that cannot be read may be from any clause that admits one."""
    departed = {one.clause: Truth.MET for one in made}
    if any(flaw.kind == "departure" for flaw in flaws):
        departed = {
            clause.id: Truth.UNKNOWN for clause in charter.decided.clauses if clause.admits_departure
        } | departed
    return departed


def departures_made(charter: Charter, project: Project, on: date) -> tuple[DepartureMade, ...]:
    """The departures in force on the day, from clauses that admit one."""
    admits = {clause.id for clause in charter.decided.clauses if clause.admits_departure}
    return tuple(
        DepartureMade.of(one, charter, project.id)
        for one in project.departures
        if one.clause in admits and one.covers(on)
    )


# Over time


def turning_days(charters: Charters, register: Register, project: Project) -> tuple[date, ...]:
    """Every day on which the decision on a project may differ from the day before."""
    days = set(project.turning_days()) | register.directory.turning_days()
    for charter in charters:
        days.update(charter.period.turning_days())
        days.update(day for one in charter.memberships for day in one.period.turning_days())
        days |= Directory(charter.partners).turning_days()
    return tuple(sorted(days))


def history(
    charters: Charters | Charter, register: Register | Project, project: str | None = None, *, period: Period
) -> tuple[Spell, ...]:
    """When each clause was met, as spells of days on end within a period that has a first and a last day.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
        TypeError: for what is no register or no period.
        ValueError: when the period is open.
    """
    _check_types(register, period)
    if period.first is None or period.last is None:
        raise ValueError("a history runs over a period with a first and a last day")
    versions = Charters.of(charters)
    held, subject = _resolve(register, project)
    turns = [day for day in turning_days(versions, held, subject) if period.first < day <= period.last]
    starts = [period.first, *turns]
    ends = [*(day - _DAY for day in turns), period.last]
    spells: list[Spell] = []
    for first, last in zip(starts, ends, strict=True):
        decision = _decide(versions, held, subject, first)
        spell = Spell(
            Period(first, last),
            decision.charter,
            decision.outcome,
            tuple((one.question, one.status) for one in decision.questions),
            tuple((one.clause, one.status) for one in decision.clauses),
        )
        before = spells[-1] if spells else None
        if before is not None and _alike(before, spell):
            spells[-1] = Spell(
                Period(before.period.first, last),
                spell.charter,
                spell.outcome,
                spell.questions,
                spell.clauses,
            )
        else:
            spells.append(spell)
    return tuple(spells)


def _alike(one: Spell, other: Spell) -> bool:
    return (one.charter, one.outcome, one.questions, one.clauses) == (
        other.charter,
        other.outcome,
        other.questions,
        other.clauses,
    )


# A period audited


def _reference_day(project: Project, period: Period, on: date) -> date | None:
    shared = project.period.meet(period)
    return None if shared is None or shared.last is None else min(shared.last, on)


def conduct(charters: Charters, register: Register, *, period: Period, on: date) -> tuple[Assessment, ...]:
    """How the clauses about the conduct of a period stand, without deciding any project: what `audit` adds to that."""
    days = ((one.id, _reference_day(one, period, on)) for one in register.projects)
    return assess(charters, register, period, on, {name: day for name, day in days if day is not None})


def _partnership(charters: Charters, end: date | None, register: Register) -> Text:
    """What the partnership is called in the newest version that had begun by the end, whatever it is called later."""
    begun = [
        one for one in charters if end is None or one.period.first is None or one.period.first <= end
    ] or charters.versions
    return begun[-1].partnership if begun else Text.same(register.name or "-")


def audit(
    charters: Charters | Charter, register: Register, *, period: Period | None = None, on: date | None = None
) -> Report:
    """Audit a period: every project as decided on its last day in it, and the conduct of every subject over all of it.

    ``on`` is the day up to which things are known, by default the last of the period; what is due later is not due yet.
    With ``on`` alone every project is decided on that day, and nothing is said of a period.

    Raises:
        TypeError: when neither ``period`` nor ``on`` is given, and for what is no register or no period.
        ValueError: when the period is open, or ``on`` is not in it.
    """
    if period is None and on is None:
        raise TypeError("audit takes a period=, a day on=, or both")
    _check_types(register, period)
    versions = Charters.of(charters)
    end = on if period is None else period.last
    partnership = _partnership(versions, end, register)
    if period is None:
        assert on is not None
        decisions = tuple(_decide(versions, register, one, on) for one in register.projects)
        return Report(partnership, Period.day(on), decisions, flaws=register.flaws, on=on)
    if period.first is None or period.last is None:
        raise ValueError("an audit runs over a period with a first and a last day")
    known = period.last if on is None else on
    if known not in period:
        raise ValueError(
            f"the day up to which things are known lies in the period: {known} is not in {period}"
        )
    days = {one.id: _reference_day(one, period, known) for one in register.projects}
    inside = {name: day for name, day in days.items() if day is not None}
    in_force = [one for one in versions if one.period.meet(period) is not None]
    return Report(
        partnership,
        period,
        tuple(_decide(versions, register, register[name], day) for name, day in inside.items()),
        tuple(
            (name, history(versions, register, name, period=Period(period.first, known))) for name in inside
        ),
        tuple(name for name, day in days.items() if day is None),
        register.flaws,
        conduct(versions, register, period=period, on=known),
        known,
        families_without(in_force),
    )
