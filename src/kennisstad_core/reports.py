# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an audit hands back: every clause for every subject of a period, and what changed since another report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from attrs import frozen

from .charter import Force, Subject
from .conditions import facts_of
from .decisions import Decision, DepartureMade, Note, Spell
from .errors import UnknownName
from .facts import Fact, Family
from .findings import Cause, ClauseFinding, Lack, Need, Ruling, Sensitivity, Status
from .records.register import Flaw
from .text import Text
from .values import Period, Range


@frozen
class Assessment:
    """How the clauses about the conduct of one subject stand over a period: a project, a body, a declaration, or all.

    ``on`` is the day up to which things were known, ``period`` the days under this version of the charter.
    """

    kind: Subject
    subject: str
    title: Text
    period: Period
    on: date
    charter: str
    partnership: Text
    facts: tuple[Fact, ...]
    ruling: Ruling
    departures: tuple[DepartureMade, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def clauses(self) -> tuple[ClauseFinding, ...]:
        """Every clause about the subject, in the order of the charter."""
        return self.ruling.clauses

    @property
    def sensitivities(self) -> tuple[Sensitivity, ...]:
        """The readings not chosen that would change something."""
        return self.ruling.sensitivities

    @property
    def possible(self) -> tuple[str, ...]:
        """None: nothing is decided here, so there is no outcome."""
        return ()

    @property
    def needs(self) -> tuple[Need, ...]:
        """The facts that leave some clause undetermined."""
        facts = {one.name: one for one in self.facts}
        open_ = (one for one in self.clauses if one.status is Status.UNDETERMINED)
        names = dict.fromkeys(name for one in open_ for name in facts_of(one.finding.condition))
        return tuple(
            Need(Lack.FACT, name, facts[name].label)
            for name in names
            if name in facts and not _settled(facts[name])
        )

    def __getitem__(self, clause: str) -> ClauseFinding:
        for one in self.clauses:
            if one.clause == clause:
                return one
        raise UnknownName("clause", clause, [one.clause for one in self.clauses])

    def fact(self, name: str) -> Fact:
        """One fact with the records behind it.

        Raises:
            UnknownName: a `LookupError` when no clause about the subject rests on such a fact.
        """
        for one in self.facts:
            if one.name == name:
                return one
        raise UnknownName("fact", name, [one.name for one in self.facts])


def _settled(fact: Fact) -> bool:
    value = fact.value
    return value.exact if isinstance(value, Range) else value.known


@frozen
class AuditFinding:
    """One clause for one subject: norm, finding, and the ids of the records it rests on.

    ``departures`` are the recorded departures in force, ``retroactive`` whether an explanation was recorded afterwards,
    ``readings`` the other readings under which the clause would stand otherwise, ``incomplete`` the lists that nobody
    attests.
    """

    kind: Subject
    subject: str
    charter: str
    clause: str
    family: Family
    force: Force
    status: Status
    causes: tuple[Cause, ...]
    evidence: tuple[str, ...]
    on: date
    departures: tuple[str, ...] = ()
    retroactive: bool = False
    readings: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding in another report."""
        return self.kind, self.subject, self.clause


ROW_COLUMNS = (
    "kind",
    "subject",
    "on",
    "charter",
    "family",
    "clause",
    "force",
    "status",
    "causes",
    "evidence",
    "departures",
    "retroactive",
    "readings",
    "incomplete",
)
"""The columns of `Report.rows`."""


@frozen
class Report:
    """Every project of a period as decided on its last day in it, when that differed, and the conduct of every subject.

    ``assessments`` are the clauses about money, meetings, alignment, pace, results and the rest, subject by subject, as
    known on ``on``. ``outside`` names the projects that did not run in the period, ``flaws`` the records that could not
    be used, ``without`` the families of rules that no version in force has a clause for.
    """

    partnership: Text
    period: Period
    decisions: tuple[Decision, ...]
    spells: tuple[tuple[str, tuple[Spell, ...]], ...] = ()
    outside: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    on: date | None = None
    without: tuple[Family, ...] = ()

    @property
    def findings(self) -> tuple[AuditFinding, ...]:
        """Clause by clause: of the projects as decided, then of the conduct of every subject; in a stable order."""
        decided = (finding for decision in self.decisions for finding in _decided(decision))
        return (*decided, *(finding for one in self.assessments for finding in _assessed(one)))

    @property
    def by_outcome(self) -> Mapping[str, int]:
        """How many projects have each outcome."""
        return Counter(decision.outcome for decision in self.decisions)

    @property
    def by_status(self) -> Mapping[Status, int]:
        """How many clauses stand each way, over all subjects."""
        return Counter(finding.status for finding in self.findings)

    @property
    def by_family(self) -> Mapping[Family, Mapping[Status, int]]:
        """How many clauses of each family of rules stand each way; a family without a clause is not applicable."""
        counts: dict[Family, Counter[Status]] = {}
        for finding in self.findings:
            counts.setdefault(finding.family, Counter())[finding.status] += 1
        counts |= {family: Counter({Status.NOT_APPLICABLE: 1}) for family in self.without}
        return {family: counts[family] for family in Family if family in counts}

    def rows(self) -> tuple[dict[str, str], ...]:
        """The findings as flat rows for a table: codes and ids, no prose."""
        return tuple(
            {
                "kind": one.kind,
                "subject": one.subject,
                "on": one.on.isoformat(),
                "charter": one.charter,
                "family": one.family.value,
                "clause": one.clause,
                "force": one.force.value,
                "status": one.status.value,
                "causes": "|".join(cause.value for cause in one.causes),
                "evidence": "|".join(one.evidence),
                "departures": "|".join(one.departures),
                "retroactive": "yes" if one.retroactive else "",
                "readings": "|".join(one.readings),
                "incomplete": "|".join(one.incomplete),
            }
            for one in self.findings
        )

    def __getitem__(self, project: str) -> Decision:
        for decision in self.decisions:
            if decision.project == project:
                return decision
        raise UnknownName("project in this report", project, [one.project for one in self.decisions])

    def assessment(self, kind: Subject, subject: str) -> Assessment:
        """How the clauses about one subject stand; of several versions in the period, the last.

        Raises:
            UnknownName: a `LookupError` when the report has no such subject.
        """
        for one in reversed(self.assessments):
            if (one.kind, one.subject) == (kind, subject):
                return one
        raise UnknownName(kind, subject, [one.subject for one in self.assessments if one.kind == kind])


def _decided(decision: Decision) -> Iterator[AuditFinding]:
    return _findings(
        "project",
        decision.project,
        decision.charter,
        decision.on,
        decision.facts,
        decision.ruling,
        decision.departures,
    )


def _assessed(one: Assessment) -> Iterator[AuditFinding]:
    return _findings(one.kind, one.subject, one.charter, one.on, one.facts, one.ruling, one.departures)


def _findings(
    kind: Subject,
    subject: str,
    charter: str,
    on: date,
    known: tuple[Fact, ...],
    ruling: Ruling,
    departures: tuple[DepartureMade, ...],
) -> Iterator[AuditFinding]:
    facts = {fact.name: fact for fact in known}
    flips: dict[str, list[str]] = {}
    for sensitive in ruling.sensitivities:
        flips.setdefault(sensitive.clause, []).append(sensitive.reading)
    for one in ruling.clauses:
        used = [facts[name] for name in facts_of(one.finding.condition) if name in facts]
        evidence = tuple(dict.fromkeys(record for fact in used for record in fact.records))
        made = tuple(departure.record for departure in departures if departure.clause == one.clause)
        yield AuditFinding(
            kind,
            subject,
            charter,
            one.clause,
            one.family,
            one.force,
            one.status,
            one.causes,
            (*evidence, *made),
            on,
            made,
            Cause.RETROACTIVE in one.causes,
            tuple(flips.get(one.clause, ())),
            tuple(dict.fromkeys(name for fact in used for name in fact.incomplete)),
        )


# Since another report


class ChangeKind(Enum):
    """How a finding differs from the same one in an earlier report."""

    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    EVIDENCE = "evidence"


@frozen
class ReportChange:
    """One finding that is new, gone, or stands otherwise than before."""

    kind: ChangeKind
    before: AuditFinding | None
    after: AuditFinding | None

    @property
    def finding(self) -> AuditFinding:
        """The finding as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found


def changed_since(before: Report, after: Report) -> tuple[ReportChange, ...]:
    """What differs between two reports, finding by finding, in the order of the later one; what is gone comes last."""
    was = {one.key: one for one in before.findings}
    now = {one.key: one for one in after.findings}
    changes: list[ReportChange] = []
    for key, finding in now.items():
        earlier = was.get(key)
        if earlier is None:
            changes.append(ReportChange(ChangeKind.ADDED, None, finding))
        elif earlier.status is not finding.status:
            changes.append(ReportChange(ChangeKind.STATUS, earlier, finding))
        elif (earlier.evidence, earlier.causes) != (finding.evidence, finding.causes):
            changes.append(ReportChange(ChangeKind.EVIDENCE, earlier, finding))
    changes += [ReportChange(ChangeKind.REMOVED, was[key], None) for key in was if key not in now]
    return tuple(changes)
