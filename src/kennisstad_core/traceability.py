# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""From each clause to its source, provisions, readings, facts, worked cases and uses, and back; every gap by name.

The tests of the library are not traced, but the worked cases are: they are the examples that anyone can read and redo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from .cases import Case, CaseResult, FlawedCase, run
from .charter import Charter, Charters, Clause, Subject
from .facts import FactDefinition
from .findings import Status
from .provisions import ClauseKey, Coverage, Ledger, Provision, coverage
from .reports import Report
from .text import Text
from .values import Period


class Missing(Enum):
    """What an empty cell of the matrix lacks."""

    SOURCE = "no-source"
    PROVISION = "no-provision"
    CHOICE = "no-choice-of-reading"
    CASE = "no-case"
    USE = "no-use"
    CLAIM = "no-claim"
    CLAUSE = "no-clause"
    WORKED = "not-worked"


@frozen
class Empty:
    """One empty cell: of a clause or fact of a version (``charter`` and ``id``), of a provision, or of a case."""

    missing: Missing
    id: str
    charter: str = ""


@frozen
class Used:
    """One subject for which a clause was used: a project, a body, a declaration or the partnership."""

    id: str
    title: Text


@frozen
class Use:
    """The use that one report made of a clause: for which subjects, by how it stood for them."""

    period: Period
    kind: Subject
    subjects: tuple[tuple[Status, tuple[Used, ...]], ...]


@frozen
class ClauseTrace:
    """One clause of a version, with everything it comes from and everything that comes from it.

    ``cases`` says of each case how the clause stood in it. ``looked_at`` is whether any report is of a time in which
    this version was in force; without one there is no use to miss.
    """

    charter: str
    clause: Clause
    provisions: tuple[str, ...]
    cases: tuple[tuple[str, Status], ...]
    uses: tuple[Use, ...]
    looked_at: bool


@frozen
class FactTrace:
    """One fact of a version: the clauses that rest on it, the provisions told by it, and the cases that give it."""

    charter: str
    fact: FactDefinition
    clauses: tuple[str, ...]
    provisions: tuple[str, ...]
    cases: tuple[str, ...]


@frozen
class ProvisionTrace:
    """One provision: the clauses and facts that encode it in each version, and the cases that put those to work."""

    provision: Provision
    clauses: tuple[ClauseKey, ...]
    facts: tuple[ClauseKey, ...]
    cases: tuple[str, ...]


@frozen
class CaseTrace:
    """One worked case: the version it is about, the clauses and provisions it puts to work, and whether it came out.

    ``result`` is none for a case that does not fit its charter.
    """

    case: Case
    result: CaseResult | None
    provisions: tuple[str, ...] = ()


@frozen
class Traceability:
    """The whole matrix, read from each side, and every empty cell in it."""

    clauses: tuple[ClauseTrace, ...]
    facts: tuple[FactTrace, ...]
    provisions: tuple[ProvisionTrace, ...]
    cases: tuple[CaseTrace, ...]
    empty: tuple[Empty, ...]

    def clause(self, charter: str, clause: str) -> ClauseTrace:
        """The row of one clause of a version.

        Raises:
            KeyError: when there is no such clause.
        """
        for one in self.clauses:
            if (one.charter, one.clause.id) == (charter, clause):
                return one
        raise KeyError((charter, clause))


def traceability(
    charters: Charters | Charter,
    ledger: Ledger | None = None,
    cases: Iterable[Case] = (),
    reports: Iterable[Report] = (),
) -> Traceability:
    """Lay everything side by side; a ledger or a report that is not given leaves no gap of its own."""
    versions = Charters.of(charters)
    covered = coverage(Ledger() if ledger is None else ledger, versions)
    worked = tuple(_worked(case, versions) for case in cases)
    told = tuple(reports)
    clauses = tuple(
        _clause(version, clause, covered, worked, told) for version in versions for clause in version.clauses
    )
    facts = tuple(_fact(version, fact, covered, worked) for version in versions for fact in version.facts)
    provisions = tuple(
        ProvisionTrace(one.provision, one.clauses, one.facts, _cases_of(one.clauses, worked))
        for one in covered.provisions
    )
    several = tuple(
        CaseTrace(case, result, () if result is None else _provisions_of(result, covered))
        for case, result in worked
    )
    empty = (
        *(gap for one in clauses for gap in _gaps_of_clause(one, counted=ledger is not None)),
        *(Empty(Missing.CLAUSE, one.fact.name, one.charter) for one in facts if not one.clauses),
        *(Empty(Missing.CASE, one.fact.name, one.charter) for one in facts if one.clauses and not one.cases),
        *(Empty(Missing.CLAIM, one.provision.id) for one in provisions if one.provision.claim is None),
        *(Empty(Missing.WORKED, one.case.id) for one in several if one.result is None),
    )
    return Traceability(clauses, facts, provisions, several, empty)


def _worked(case: Case, charters: Charters) -> tuple[Case, CaseResult | None]:
    try:
        return case, run(case, charters)
    except FlawedCase:
        return case, None


def _clause(
    version: Charter,
    clause: Clause,
    covered: Coverage,
    worked: Iterable[tuple[Case, CaseResult | None]],
    reports: Iterable[Report],
) -> ClauseTrace:
    told = tuple(one for one in reports if version.period.meet(one.period) is not None)
    return ClauseTrace(
        version.id,
        clause,
        covered.of(version.id, clause.id),
        tuple(
            (case.id, dict(result.clauses)[clause.id])
            for case, result in worked
            if result is not None and result.charter == version.id and clause.id in dict(result.clauses)
        ),
        tuple(use for one in told for use in _uses(version.id, clause, one)),
        bool(told),
    )


def _uses(charter: str, clause: Clause, report: Report) -> Iterator[Use]:
    titles = {("project", one.project): one.title for one in report.decisions}
    titles |= {(one.kind, one.subject): one.title for one in report.assessments}
    stood: dict[Status, set[Used]] = {}
    for one in report.findings:
        if (one.charter, one.clause) == (charter, clause.id):
            used = Used(one.subject, titles[one.kind, one.subject])
            stood.setdefault(one.status, set()).add(used)
    if stood:
        ordered = {
            status: tuple(sorted(several, key=lambda one: one.id)) for status, several in stood.items()
        }
        yield Use(
            report.period,
            clause.subject,
            tuple((status, ordered[status]) for status in Status if status in ordered),
        )


def _fact(
    version: Charter,
    fact: FactDefinition,
    covered: Coverage,
    worked: Iterable[tuple[Case, CaseResult | None]],
) -> FactTrace:
    return FactTrace(
        version.id,
        fact,
        tuple(one.id for one in version.clauses if fact.name in one.names),
        tuple(one.provision.id for one in covered.provisions if (version.id, fact.name) in one.facts),
        tuple(
            case.id
            for case, result in worked
            if result is not None and result.charter == version.id and fact.name in dict(case.facts)
        ),
    )


def _cases_of(
    clauses: Iterable[ClauseKey], worked: Iterable[tuple[Case, CaseResult | None]]
) -> tuple[str, ...]:
    keys = set(clauses)
    return tuple(
        case.id
        for case, result in worked
        if result is not None and any((result.charter, name) in keys for name, _ in result.clauses)
    )


def _provisions_of(result: CaseResult, covered: Coverage) -> tuple[str, ...]:
    at_work = {(result.charter, name) for name, _ in result.clauses}
    return tuple(one.provision.id for one in covered.provisions if not at_work.isdisjoint(one.clauses))


def _gaps_of_clause(one: ClauseTrace, *, counted: bool) -> Iterator[Empty]:
    clause = one.clause
    if clause.source is None:
        yield Empty(Missing.SOURCE, clause.id, one.charter)
    if counted and not one.provisions:
        yield Empty(Missing.PROVISION, clause.id, one.charter)
    if clause.readings and clause.chosen is None:
        yield Empty(Missing.CHOICE, clause.id, one.charter)
    if not one.cases:
        yield Empty(Missing.CASE, clause.id, one.charter)
    if one.looked_at and not one.uses:
        yield Empty(Missing.USE, clause.id, one.charter)
