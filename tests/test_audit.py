# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""An audit as a whole: which subjects, how each clause stands, what an auditor can file, and what changed since."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

import kennisstad_core as kc
from kennisstad_core.charter import Clause, Force, Word
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.explain.conduct import changes_document
from kennisstad_core.explain.render import text
from kennisstad_core.facts import DerivedFact, Family
from kennisstad_core.files.checks import check_charters
from kennisstad_core.files.sarif import sarif
from kennisstad_core.files.schema import schema
from kennisstad_core.findings import Cause, Status
from kennisstad_core.governance import ReportChange
from kennisstad_core.records import (
    Completeness,
    Departure,
    Flaw,
    Meeting,
    Membership,
    Partner,
    Person,
    Recess,
    Register,
)
from kennisstad_core.reports import ROW_COLUMNS, ChangeKind
from kennisstad_core.values import Period

YEAR = Period.year(2025)
SINCE_2020 = Period(date(2020, 1, 1))
SAME = kc.Text.same
SCRIBE = Person("Anna Duinker", "secretary")


def clause(name: str, fact: str, most: int = 0, **more: Any) -> Clause:
    return Clause(name, SAME(name), SAME(f"{name}."), Compare(fact, Relation.AT_MOST, most), **more)


def charter(name: str = "v1", period: Period = SINCE_2020, **more: Any) -> kc.Charter:
    """A board that meets every four weeks and once a quarter, and a register that is to be sound."""
    return kc.Charter(
        name,
        SAME("Verbond"),
        SAME(f"Covenant {name}"),
        period,
        partners=[Partner("a", "A"), Partner("b", "B")],
        memberships=[Membership("a"), Membership("b")],
        bodies=[Word("board", kc.Text("bestuur", "board"))],
        facts=[
            DerivedFact("missed", SAME("cycles missed"), "missed_cycles", "body", "board", every=28),
            DerivedFact(
                "empty", SAME("empty quarters"), "units_without_meeting", "body", "board", per="quarter"
            ),
            DerivedFact("flawed", SAME("flawed records"), "flawed_records", "partnership"),
        ],
        clauses=[
            clause("rhythm", "missed", subject="body", force=Force.PRACTICE, admits_departure=True),
            clause("quarterly", "empty", subject="body", force=Force.PRACTICE),
            clause("sound", "flawed", subject="partnership", force=Force.MUST),
        ],
        **more,
    )


def every(days: int, first: date = date(2025, 1, 9), last: date = date(2025, 12, 31)) -> list[Meeting]:
    count = (last - first).days // days + 1
    return [Meeting("board", first + timedelta(days * number)) for number in range(count)]


def register(meetings: list[Meeting], **more: Any) -> Register:
    return Register(
        meetings=meetings, completeness=[Completeness(SCRIBE, date(2026, 1, 10), "meetings")], **more
    )


def standing(report: kc.Report, name: str) -> Status:
    (found,) = [one for one in report.findings if one.clause == name]
    return found.status


def test_the_charter_of_these_tests_is_sound() -> None:
    assert check_charters(charter()) == ()


def test_every_clause_is_found_once_for_every_subject_in_a_stable_order() -> None:
    report = kc.audit(charter(), register(every(28)), period=YEAR)

    assert [(one.kind, one.subject, one.clause, one.family) for one in report.findings] == [
        ("partnership", "partnership", "sound", Family.DATA),
        ("body", "board", "rhythm", Family.BODIES),
        ("body", "board", "quarterly", Family.BODIES),
    ]
    assert {one.status for one in report.findings} == {Status.SATISFIED}


def test_a_part_of_life_without_a_clause_is_not_applicable() -> None:
    report = kc.audit(charter(), register(every(28)), period=YEAR)

    assert set(report.without) == set(Family) - {Family.DATA, Family.BODIES}
    assert report.by_family[Family.FUNDING] == {Status.NOT_APPLICABLE: 1}
    assert report.by_family[Family.BODIES] == {Status.SATISFIED: 2}
    without = kc.audit(charter().conduct("partnership"), register([]), period=YEAR)
    assert [one.clause for one in without.findings] == ["sound"]
    assert Family.BODIES in without.without


def test_what_is_due_after_the_last_known_day_is_not_due_yet() -> None:
    early = kc.audit(charter(), register(every(28)), period=YEAR, on=date(2025, 2, 1))

    assert standing(early, "quarterly") is Status.NOT_YET_DUE
    assert Cause.NOT_DUE in early.assessment("body", "board")["quarterly"].causes
    assert standing(kc.audit(charter(), register(every(28)), period=YEAR), "quarterly") is Status.SATISFIED


def test_nothing_after_the_last_known_day_is_known() -> None:
    held = every(28)
    on = date(2025, 6, 30)
    until = register([one for one in held if one.on <= on])

    assert kc.audit(charter(), register(held), period=YEAR, on=on) == kc.audit(
        charter(), until, period=YEAR, on=on
    )


def test_a_recess_explains_and_one_registered_afterwards_is_marked() -> None:
    meetings = [one for one in every(28) if not date(2025, 7, 1) <= one.on <= date(2025, 9, 15)]
    summer = Period(date(2025, 7, 1), date(2025, 9, 15))
    assert standing(kc.audit(charter(), register(meetings), period=YEAR), "rhythm") is Status.NOT_MET
    for registered, late in ((date(2025, 6, 1), False), (date(2025, 10, 1), True)):
        recess = Recess(summer, registered, SCRIBE, "board")
        report = kc.audit(charter(), register(meetings, recesses=[recess]), period=YEAR)
        (found,) = [one for one in report.findings if one.clause == "rhythm"]
        assert found.status is Status.EXPLAINED
        assert found.retroactive is late
        assert found.causes == ((Cause.EXPLANATION, Cause.RETROACTIVE) if late else (Cause.EXPLANATION,))


def test_a_clause_that_admits_no_departure_is_not_explained_by_a_recess() -> None:
    strict = charter()
    clauses = [evolve(one, admits_departure=False) for one in strict.clauses]
    meetings = [one for one in every(28) if not date(2025, 7, 1) <= one.on <= date(2025, 9, 15)]
    recess = Recess(Period(date(2025, 7, 1), date(2025, 9, 15)), date(2025, 6, 1), SCRIBE)
    report = kc.audit(evolve(strict, clauses=clauses), register(meetings, recesses=[recess]), period=YEAR)

    assert standing(report, "rhythm") is Status.NOT_MET


@pytest.mark.parametrize(("recorded", "late"), [(date(2025, 2, 1), False), (date(2025, 11, 1), True)])
def test_a_departure_of_the_partnership_explains(recorded: date, late: bool) -> None:
    meetings = every(28, last=date(2025, 4, 1))
    span = Period(date(2025, 4, 1), date(2025, 12, 31))
    made = Departure("rhythm", "board", SCRIBE, recorded, "moving house", span, "d1")
    report = kc.audit(charter(), register(meetings, departures=[made]), period=YEAR)
    (found,) = [one for one in report.findings if one.clause == "rhythm"]

    assert found.status is Status.EXPLAINED
    assert found.departures == ("d1",)
    assert found.retroactive is late
    before = evolve(made, on=date(2026, 1, 5))
    unexplained = kc.audit(charter(), register(meetings, departures=[before]), period=YEAR)
    assert standing(unexplained, "rhythm") is Status.NOT_MET


def test_without_an_attested_list_what_is_not_there_is_not_known() -> None:
    unattested = Register(meetings=every(28, last=date(2025, 4, 1)))
    report = kc.audit(charter(), unattested, period=YEAR)

    (found,) = [one for one in report.findings if one.clause == "quarterly"]
    assert found.status is Status.UNDETERMINED
    assert found.incomplete == ("meetings",)
    assert [need.name for need in report.assessment("body", "board").needs] == ["missed", "empty"]


def test_each_version_of_the_agreement_audits_its_own_days() -> None:
    old = charter("v1", Period(date(2020, 1, 1), date(2025, 6, 30)))
    facts = [
        evolve(one, every=56) if isinstance(one, DerivedFact) and one.every else one for one in old.facts
    ]
    new = evolve(old, id="v2", title=SAME("Covenant v2"), period=Period(date(2025, 7, 1)), facts=facts)
    meetings = [*every(28, last=date(2025, 6, 30)), *every(56, first=date(2025, 7, 17))]
    report = kc.audit(kc.Charters((old, new)), register(meetings), period=YEAR)

    rhythm = [(one.charter, one.status) for one in report.findings if one.clause == "rhythm"]
    assert rhythm == [("v1", Status.SATISFIED), ("v2", Status.SATISFIED)]
    alone = kc.audit(evolve(old, period=SINCE_2020), register(meetings), period=YEAR)
    assert standing(alone, "rhythm") is not Status.SATISFIED


def test_the_period_must_be_whole_and_hold_the_day() -> None:
    with pytest.raises(TypeError, match="period="):
        kc.audit(charter(), register([]))
    with pytest.raises(ValueError, match="first and a last day"):
        kc.audit(charter(), register([]), period=Period(date(2025, 1, 1)))
    with pytest.raises(ValueError, match="lies in the period"):
        kc.audit(charter(), register([]), period=YEAR, on=date(2026, 1, 1))


def test_a_record_that_cannot_be_used_is_a_finding_and_leaves_the_rest() -> None:
    report = kc.audit(charter(), register(every(28), flaws=[Flaw("m9", "seat", "not-a-date")]), period=YEAR)

    assert standing(report, "sound") is Status.NOT_MET
    assert standing(report, "rhythm") is Status.SATISFIED
    assert report.assessment("partnership", "partnership").fact("flawed").records == ("m9",)


def test_what_became_of_a_project_after_its_end_is_seen_and_judged_by_its_own_day() -> None:
    whole = charter()
    facts = [*whole.facts, DerivedFact("undecided", SAME("undecided results"), "results_without_decision")]
    clauses = [*whole.clauses, clause("decided", "undecided")]
    ended = kc.Project(
        "p",
        SAME("P"),
        Period(date(2025, 1, 1), date(2025, 9, 30)),
        results=[kc.Result("r", SAME("Report"), date(2025, 9, 1))],
        completeness=[Completeness(SCRIBE, date(2026, 1, 10), of) for of in ("results", "dispositions")],
        dispositions=[kc.Disposition("r", kc.Verdict.ADOPTED, SCRIBE, date(2025, 11, 1), "it helps")],
    )
    held = register(every(28), projects=[ended])

    def decided(on: date) -> Status:
        return standing(
            kc.audit(evolve(whole, facts=facts, clauses=clauses), held, period=YEAR, on=on), "decided"
        )

    assert decided(date(2025, 10, 15)) is Status.NOT_MET
    assert decided(date(2025, 12, 31)) is Status.SATISFIED


# As documents


EXAMPLE = Path("examples/waterstad")


@pytest.fixture(scope="module")
def waterstad() -> kc.Report:
    return kc.audit(kc.load_charters(EXAMPLE), kc.load_register(EXAMPLE), period=YEAR)


def test_a_report_is_the_same_bytes_again_and_fits_its_schema(waterstad: kc.Report) -> None:
    again = kc.audit(kc.load_charters(EXAMPLE), kc.load_register(EXAMPLE), period=YEAR)

    assert kc.dumps(again) == kc.dumps(waterstad)
    assert kc.loads(kc.dumps(waterstad)) == waterstad
    jsonschema.Draft202012Validator(schema("report")).validate(json.loads(kc.dumps(waterstad)))


def test_every_finding_is_a_row(waterstad: kc.Report) -> None:
    rows = waterstad.rows()

    assert len(rows) == len(waterstad.findings)
    assert {tuple(row) for row in rows} == {ROW_COLUMNS}
    assert len({(row["kind"], row["subject"], row["clause"], row["charter"]) for row in rows}) == len(rows)
    assert sum(waterstad.by_status.values()) == len(rows)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sarif_tells_what_fails_by_what_binds(waterstad: kc.Report, language: kc.Language) -> None:
    written = sarif(waterstad, kc.load_charters(EXAMPLE), language, "1.0")
    (run,) = json.loads(written)["runs"]

    assert written == sarif(waterstad, kc.load_charters(EXAMPLE), language, "1.0")
    assert len(run["results"]) == len(waterstad.findings)
    for result, found in zip(run["results"], waterstad.findings, strict=True):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == found.clause
        assert (result["kind"] == "fail") is (found.status is Status.NOT_MET)
        assert (result["level"] == "error") is (found.status is Status.NOT_MET and found.force is Force.MUST)
        assert result["kind"] == "fail" or result["level"] == "none"


def test_sarif_words_a_finding_as_its_own_version_of_the_agreement_does() -> None:
    old = charter("v1", Period(date(2020, 1, 1), date(2025, 6, 30)))
    clauses = [evolve(one, title=SAME(f"{one.title.en}, amended")) for one in old.clauses]
    new = evolve(old, id="v2", period=Period(date(2025, 7, 1)), clauses=clauses)
    both = kc.Charters((old, new))
    report = kc.audit(both, register(every(28)), period=YEAR)
    (run,) = json.loads(sarif(report, both, "en", "1.0"))["runs"]

    assert {one["properties"]["charter"] for one in run["results"]} == {"v1", "v2"}
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        version = both[result["properties"]["charter"]]
        assert rule["shortDescription"]["text"] == version.clause(result["ruleId"]).title.en
        assert rule["shortDescription"]["text"] in result["message"]["text"]


# Since another report


def test_a_report_has_not_changed_since_itself(waterstad: kc.Report) -> None:
    assert kc.changed_since(waterstad, waterstad) == ()


def test_what_changed_is_told_finding_by_finding() -> None:
    before = kc.audit(charter(), register(every(28, last=date(2025, 4, 1))), period=YEAR)
    after = kc.audit(charter(), register(every(28)), period=YEAR)
    less = kc.audit(charter().conduct("partnership"), register([]), period=YEAR)

    def told(changes: tuple[ReportChange, ...]) -> list[tuple[ChangeKind, str]]:
        return [(one.kind, one.finding.clause) for one in changes]

    assert told(kc.changed_since(before, after)) == [
        (ChangeKind.STATUS, "rhythm"),
        (ChangeKind.STATUS, "quarterly"),
    ]
    assert told(kc.changed_since(after, less)) == [
        (ChangeKind.REMOVED, "rhythm"),
        (ChangeKind.REMOVED, "quarterly"),
    ]
    assert told(kc.changed_since(less, after)) == [
        (ChangeKind.ADDED, "rhythm"),
        (ChangeKind.ADDED, "quarterly"),
    ]
    page = text(changes_document(before, after, kc.Charters((charter(),)), "nl"))
    assert page == (
        "Veranderd ten opzichte van het eerdere rapport\n"
        "==============================================\n"
        "[+] bestuur: rhythm: was: wijkt af van de beschreven praktijk; nu: in lijn met\n"
        "    de beschreven praktijk\n"
        "[+] bestuur: quarterly: was: wijkt af van de beschreven praktijk; nu: in lijn\n"
        "    met de beschreven praktijk"
    )
