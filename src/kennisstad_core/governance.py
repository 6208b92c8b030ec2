# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Decide what belongs to a partnership, when it did, and audit a period; every answer is its own explanation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, NoReturn, overload

from attrs import field, frozen

from .charter import UNDETERMINED, Charter, Charters
from .conditions import facts_of
from .errors import UnknownName
from .facts import Fact, Reader, Roll
from .findings import Cause, ClauseFinding, Lack, Need, QuestionFinding, Ruling, Sensitivity, Status
from .records.parties import Directory, Person
from .records.projects import Project
from .records.register import Flaw, Register
from .rules import UNDETERMINED_TITLE, Rules
from .text import Language, Text
from .truth import Truth
from .values import Period

if TYPE_CHECKING:
    from .recourse import Recourse

_DAY: Final = timedelta(days=1)
READERS: Final = 256
"""How many days' readings of registers are kept before they are made anew."""
EMPTY: Final = Register()


class Note(Enum):
    """Something about the decision as a whole that a reader must know."""

    NO_CHARTER = "no-charter"
    SEVERAL_CHARTERS = "several-charters"
    BEFORE_START = "before-start"
    AFTER_END = "after-end"
    FLAWED_RECORDS = "flawed-records"


@frozen
class DepartureMade:
    """A departure in force on the day: from which clause, by which body, recorded by whom, when and why."""

    clause: str
    body: str
    by: Person
    on: date
    reason: str
    retroactive: bool
    record: str


@frozen
class Basis:
    """What a decision was made from, kept beside it so that it can say what would change it."""

    charters: Charters
    register: Register
    project: Project


@frozen
class Decision:
    """What a charter says of one project on one day.

    ``bool()`` of it is refused: an answer that cannot be determined yet must not pass an ``if`` by accident.
    """

    project: str
    title: Text
    on: date
    charter: str
    partnership: Text
    facts: tuple[Fact, ...]
    ruling: Ruling
    departures: tuple[DepartureMade, ...] = ()
    notes: tuple[Note, ...] = ()
    basis: Basis | None = field(default=None, eq=False, repr=False)

    def __bool__(self) -> NoReturn:
        raise TypeError("a decision is not yes or no: look at .outcome, or at the status of one question")

    @property
    def outcome(self) -> str:
        """The id of the charter's outcome, or ``"undetermined"``."""
        return self.ruling.outcome

    @property
    def possible(self) -> tuple[str, ...]:
        """The outcomes that are still possible; one when it is determined."""
        return tuple(name for name, _ in self.ruling.possible)

    @property
    def questions(self) -> tuple[QuestionFinding, ...]:
        """The answers to the charter's questions, in its order."""
        return self.ruling.questions

    @property
    def clauses(self) -> tuple[ClauseFinding, ...]:
        """Every clause, also those no question rests on."""
        return self.ruling.clauses

    @property
    def needs(self) -> tuple[Need, ...]:
        """What is not known yet and could still change the outcome; empty when it is determined."""
        return self.ruling.needs

    @property
    def sensitivities(self) -> tuple[Sensitivity, ...]:
        """The readings not chosen that would change something."""
        return self.ruling.sensitivities

    def __getitem__(self, question: str) -> QuestionFinding:
        for one in self.ruling.questions:
            if one.question == question:
                return one
        raise UnknownName("question", question, [one.question for one in self.ruling.questions])

    def fact(self, name: str) -> Fact:
        """One fact with the records behind it.

        Raises:
            UnknownName: a `LookupError` when the charter declares no such fact.
        """
        for one in self.facts:
            if one.name == name:
                return one
        raise UnknownName("fact", name, [one.name for one in self.facts])

    @property
    def recourse(self) -> tuple[Recourse, ...]:
        """Every smallest set of changes that would give another outcome, per outcome.

        Raises:
            ValueError: for a decision that was read back from a file, which has no register to try changes on.
        """
        from .recourse import find_recourse

        if self.basis is None:
            raise ValueError(
                "a decision read from a file has no register beside it: use find_recourse(charters, register, …)"
            )
        return find_recourse(self.basis.charters, self.basis.register, self.basis.project, on=self.on)

    def explain(self, language: Language, length: str = "clauses") -> str:
        """The decision in words: ``"line"``, ``"clauses"``, or ``"full"`` with records and what would change it."""
        from .explain import explain

        return explain(self, language, length)

    def _repr_html_(self) -> str:
        from .explain import html

        return html(self, "en")


class _Desk:
    """Rules per charter version and readings per day, made when first asked for; everything in it can be made again."""

    __slots__ = ("_directories", "_readers", "_rules")

    def __init__(self) -> None:
        self._rules: dict[str, Rules] = {}
        self._directories: dict[str, Directory] = {}
        self._readers: dict[tuple[str, date, int], tuple[Register, Reader]] = {}

    def rules(self, charter: Charter) -> Rules:
        rules = self._rules.get(charter.id)
        if rules is None or rules.charter is not charter:
            rules = self._rules[charter.id] = Rules(charter)
            self._directories[charter.id] = Directory(charter.partners)
        return rules

    def reader(self, charter: Charter, register: Register, on: date) -> Reader:
        key = (charter.id, on, id(register))
        held = self._readers.get(key)
        if held is None or held[0] is not register:
            if len(self._readers) >= READERS:
                self._readers.clear()
            self.rules(charter)
            reader = Reader(
                charter.facts,
                (theme.id for theme in charter.themes),
                (self._directories[charter.id], register.directory),
                Roll.of(charter.memberships, on),
                on,
                (name for body in charter.bodies for name in (body.id, body.title.nl, body.title.en)),
            )
            held = self._readers[key] = (register, reader)
        return held[1]


def desk(charters: Charters) -> _Desk:
    """The working memory that goes with these charters; it never outlives them."""
    held = charters.memory.get("desk")
    if not isinstance(held, _Desk):
        held = charters.memory["desk"] = _Desk()
    return held


def _without_charter(several: tuple[Charter, ...]) -> Ruling:
    label = Text(nl="de overeenkomst die op die dag gold", en="the agreement in force on that day")
    outcomes = {outcome.id: outcome.title for one in several for outcome in one.outcomes}
    need = Need(Lack.CHARTER, "|".join(one.id for one in several), label)
    return Ruling(UNDETERMINED, UNDETERMINED_TITLE, tuple(outcomes.items()), (), (), (need,))


def _resolve(register: Register | Project, project: str | None) -> tuple[Register, Project]:
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
        TypeError: when ``on`` is not a date.
    """
    if not isinstance(on, date):
        raise TypeError(f"on= is the date to decide for, not {on!r}")
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    if isinstance(project, Project):
        if isinstance(register, Project):
            raise TypeError("give a register and a project, or a project alone")
        held, subject = register, project
    else:
        held, subject = _resolve(register, project)
    return _decide(versions, held, subject, on)


def _notes(project: Project, on: date) -> Iterator[Note]:
    if project.period.first is not None and on < project.period.first:
        yield Note.BEFORE_START
    if project.period.last is not None and project.period.last < on:
        yield Note.AFTER_END


def _decide(charters: Charters, register: Register, project: Project, on: date) -> Decision:
    basis = Basis(charters, register, project)
    in_force = charters.on(on)
    if len(in_force) != 1:
        note = Note.SEVERAL_CHARTERS if in_force else Note.NO_CHARTER
        partnership = (in_force or charters.versions)[0].partnership if charters.versions else project.title
        ruling = _without_charter(in_force)
        return Decision(
            project.id,
            project.title,
            on,
            "",
            partnership,
            (),
            ruling,
            (),
            (note, *_notes(project, on)),
            basis,
        )
    (charter,) = in_force
    at = desk(charters)
    rules = at.rules(charter)
    flaws = register.flaws_of(project.id) if register.flaws else ()
    facts = at.reader(charter, register, on).read(project, flaws)
    made = departures_made(charter, project, on) if project.departures else ()
    known = {name: fact.value for name, fact in facts.items()}
    ruling = rules.rule(known, _departed(charter, made, flaws))
    notes = tuple(_notes(project, on))
    return Decision(
        project.id,
        project.title,
        on,
        charter.id,
        charter.partnership,
        tuple(facts.values()),
        ruling,
        made,
        (*notes, Note.FLAWED_RECORDS) if flaws else notes,
        basis,
    )


def _departed(
    charter: Charter, made: tuple[DepartureMade, ...], flaws: tuple[Flaw, ...]
) -> Mapping[str, Truth]:
    """From which clauses a departure holds; a departure that cannot be read may be from any clause that admits one."""
    departed = {one.clause: Truth.MET for one in made}
    if any(flaw.kind == "departure" for flaw in flaws):
        departed = {
            clause.id: Truth.UNKNOWN for clause in charter.clauses if clause.admits_departure
        } | departed
    return departed


def departures_made(charter: Charter, project: Project, on: date) -> tuple[DepartureMade, ...]:
    """The departures in force on the day, from clauses that admit one."""
    admits = {clause.id for clause in charter.clauses if clause.admits_departure}
    return tuple(
        DepartureMade(
            one.clause,
            one.body,
            one.by,
            one.on,
            one.reason,
            one.retroactive,
            one.id or f"{project.id}/departure/{one.clause}",
        )
        for one in project.departures
        if one.clause in admits and one.covers(on)
    )


# Over time


@frozen
class Spell:
    """Days on end on which everything stood the same."""

    period: Period
    charter: str
    outcome: str
    questions: tuple[tuple[str, Status], ...]
    clauses: tuple[tuple[str, Status], ...]


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
        ValueError: when the period is open.
    """
    if period.first is None or period.last is None:
        raise ValueError("a history runs over a period with a first and a last day")
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
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


@frozen
class AuditFinding:
    """One clause for one project: norm, finding and the ids of the records it rests on."""

    project: str
    charter: str
    clause: str
    status: Status
    causes: tuple[Cause, ...]
    evidence: tuple[str, ...]
    on: date


@frozen
class Report:
    """Every project of a period, decided on its last day in it, with the spells within the period.

    ``outside`` names the projects that did not run in the period, ``flaws`` the records that could not be used.
    """

    partnership: Text
    period: Period
    decisions: tuple[Decision, ...]
    spells: tuple[tuple[str, tuple[Spell, ...]], ...] = ()
    outside: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def findings(self) -> tuple[AuditFinding, ...]:
        """Clause by clause, in the order of the projects and of the charter."""
        return tuple(finding for decision in self.decisions for finding in _audit_findings(decision))

    @property
    def by_outcome(self) -> Mapping[str, int]:
        """How many projects have each outcome."""
        return Counter(decision.outcome for decision in self.decisions)

    @property
    def by_status(self) -> Mapping[Status, int]:
        """How many clauses stand each way, over all projects."""
        return Counter(finding.status for finding in self.findings)

    def rows(self) -> tuple[dict[str, str], ...]:
        """The findings as flat rows for a table: codes and ids, no prose."""
        return tuple(
            {
                "project": one.project,
                "on": one.on.isoformat(),
                "charter": one.charter,
                "clause": one.clause,
                "status": one.status.value,
                "causes": "|".join(cause.value for cause in one.causes),
                "evidence": "|".join(one.evidence),
            }
            for one in self.findings
        )

    def __getitem__(self, project: str) -> Decision:
        for decision in self.decisions:
            if decision.project == project:
                return decision
        raise UnknownName("project in this report", project, [one.project for one in self.decisions])


def _audit_findings(decision: Decision) -> Iterator[AuditFinding]:
    records = {fact.name: fact.records for fact in decision.facts}
    for one in decision.clauses:
        used = facts_of(one.finding.condition)
        evidence = tuple(dict.fromkeys(record for name in used for record in records.get(name, ())))
        made = tuple(departure.record for departure in decision.departures if departure.clause == one.clause)
        yield AuditFinding(
            decision.project,
            decision.charter,
            one.clause,
            one.status,
            one.causes,
            (*evidence, *made),
            decision.on,
        )


def _reference_day(project: Project, period: Period) -> date | None:
    shared = project.period.meet(period)
    return None if shared is None else shared.last


def audit(
    charters: Charters | Charter, register: Register, *, period: Period | None = None, on: date | None = None
) -> Report:
    """Decide every project of a period on its last day in it, and say when that differed; or every project on one day.

    Raises:
        TypeError: unless exactly one of ``period`` and ``on`` is given.
        ValueError: when the period is open.
    """
    if (period is None) == (on is None):
        raise TypeError("audit takes a period= or a day on=, one of the two")
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    partnership = versions.versions[-1].partnership if versions.versions else Text.same(register.name or "-")
    if on is not None:
        decisions = tuple(_decide(versions, register, one, on) for one in register.projects)
        return Report(partnership, Period.day(on), decisions, flaws=register.flaws)
    assert period is not None
    if period.first is None or period.last is None:
        raise ValueError("an audit runs over a period with a first and a last day")
    days = {one.id: _reference_day(one, period) for one in register.projects}
    inside = [(one, day) for one in register.projects if (day := days[one.id]) is not None]
    return Report(
        partnership,
        period,
        tuple(_decide(versions, register, one, day) for one, day in inside),
        tuple((one.id, history(versions, register, one.id, period=period)) for one, _ in inside),
        tuple(one.id for one in register.projects if days[one.id] is None),
        register.flaws,
    )
