# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The matrix from clause to source, facts, cases and uses, and back: nothing is lost, and every empty cell is named."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

from kennisstad_core.cases import Case
from kennisstad_core.charter import Charters, Reading
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.files import load_cases, load_charters, load_ledger, load_register
from kennisstad_core.findings import Status
from kennisstad_core.governance import audit
from kennisstad_core.provisions import Ledger
from kennisstad_core.reports import Report
from kennisstad_core.text import Text
from kennisstad_core.traceability import Empty, Missing, Traceability, traceability
from kennisstad_core.values import Period

ROOT: Final = Path(__file__).parent.parent
WORDS: Final = Text("woorden", "words")


def everything(name: str) -> tuple[Charters, Ledger, tuple[Case, ...], tuple[Report, ...]]:
    folder = ROOT / "examples" / name
    charters = load_charters("leiden" if name == "leiden" else folder)
    register = load_register(folder, charters)
    reports = tuple(audit(charters, register, period=Period.year(year)) for year in (2024, 2025))
    ledger = load_ledger(folder)
    assert ledger is not None
    return charters, ledger, load_cases(folder), reports


ALL: Final = {name: everything(name) for name in ("leiden", "waterstad", "consortium")}
TRACES: Final = {name: traceability(*parts) for name, parts in ALL.items()}


def missing(trace: Traceability) -> list[tuple[Missing, str, str]]:
    return [(one.missing, one.charter, one.id) for one in trace.empty]


def test_the_empty_cells_of_the_examples_are_those_that_are_known() -> None:
    assert missing(TRACES["consortium"]) == []
    assert missing(TRACES["waterstad"]) == [(Missing.CLAUSE, "waterstad-2024", "partners")]
    assert missing(TRACES["leiden"]) == [
        (Missing.USE, "leiden-2023", "declaration-signed-by-all"),
        (Missing.CLAUSE, "leiden-2012", "members_involved_beyond_paying"),
        (Missing.CLAUSE, "leiden-2012", "admissions"),
        (Missing.CLAUSE, "leiden-2012", "city_benefits"),
    ]


@pytest.mark.parametrize("name", ALL)
def test_both_directions_agree(name: str) -> None:
    trace = TRACES[name]
    forward = {(one.charter, one.clause.id, two) for one in trace.clauses for two in one.provisions}
    back = {(*key, one.provision.id) for one in trace.provisions for key in one.clauses}
    assert forward == back

    rest = {(one.charter, one.clause.id, two) for one in trace.clauses for two in one.clause.names}
    assert rest == {(one.charter, two, one.fact.name) for one in trace.facts for two in one.clauses}

    worked = {(one.charter, one.clause.id, *two) for one in trace.clauses for two in one.cases}
    results = [(one.case.id, one.result) for one in trace.cases]
    assert worked == {
        (result.charter, clause, case, status)
        for case, result in results
        if result is not None
        for clause, status in result.clauses
    }


@pytest.mark.parametrize("name", ALL)
def test_every_finding_of_the_reports_is_a_use_and_nothing_else_is(name: str) -> None:
    reports = ALL[name][3]
    expected = {
        (report.period, one.charter, one.clause, one.kind, one.subject, one.status)
        for report in reports
        for one in report.findings
    }
    found = {
        (use.period, one.charter, one.clause.id, use.kind, used.id, status)
        for one in TRACES[name].clauses
        for use in one.uses
        for status, several in use.subjects
        for used in several
    }

    assert found == expected
    assert expected


def test_each_thing_that_is_taken_away_leaves_a_gap_by_name() -> None:
    charters, ledger, cases, reports = ALL["consortium"]
    (version,) = charters
    key = (version.id, "three-entities")

    without_cases = [one for one in cases if "entities" not in dict(one.facts)]
    assert missing(traceability(charters, ledger, without_cases, reports)) == [
        (Missing.CASE, version.id, one.id) for one in version.clauses
    ] + [(Missing.CASE, version.id, one.name) for one in version.facts]

    fewer = Ledger(ledger.documents, [one for one in ledger.provisions if one.id != "entities"])
    assert missing(traceability(charters, fewer, cases, reports)) == [(Missing.PROVISION, *key)]

    unclaimed = Ledger(
        ledger.documents,
        [evolve(one, claim=None) if one.id == "quality" else one for one in ledger.provisions],
    )
    assert missing(traceability(charters, unclaimed, cases, reports)) == [(Missing.CLAIM, "", "quality")]

    reading = Reading("more", WORDS, Compare("entities", Relation.AT_LEAST, 4))
    bare = evolve(
        version,
        clauses=[
            evolve(one, source=None, readings=[reading]) if one.id == key[1] else one
            for one in version.clauses
        ],
    )
    assert missing(traceability(bare, ledger, cases, reports)) == [
        (Missing.SOURCE, *key),
        (Missing.CHOICE, *key),
    ]

    lost = [*cases, Case("lost", WORDS, charter="another", outcome="eligible")]
    trace = traceability(charters, ledger, lost, reports)
    assert trace.empty == (Empty(Missing.WORKED, "lost"),)


def test_what_is_not_given_leaves_no_gap_of_its_own() -> None:
    charters, _, cases, _ = ALL["consortium"]
    trace = traceability(charters, cases=cases)

    assert trace.empty == ()
    assert all(not one.looked_at and one.uses == () for one in trace.clauses)


def test_a_clause_that_no_report_used_is_named_when_the_time_was_looked_at() -> None:
    charters, ledger, cases, reports = ALL["consortium"]
    nothing = [evolve(one, decisions=(), assessments=()) for one in reports]
    (version,) = charters

    assert missing(traceability(charters, ledger, cases, nothing)) == [
        (Missing.USE, version.id, one.id) for one in version.clauses
    ]


def test_one_row() -> None:
    row = TRACES["leiden"].clause("leiden-2023", "three-of-five")

    assert row.provisions == ("S78", "S79", "S80")
    assert ("T02", Status.NOT_MET) in row.cases
    assert [use.kind for use in row.uses] == ["project", "project"]
    with pytest.raises(KeyError):
        TRACES["leiden"].clause("leiden-2023", "two-of-five")
