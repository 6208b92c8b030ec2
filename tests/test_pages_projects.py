# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dossier of a project, and the page by which a stranger recomputes what stands in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

import kennisstad_core as kc
from fixtures_pages import refs, tables, words_of, written
from kennisstad_core.explain.render import Code, Document, Heading, Table, Target, said, text
from kennisstad_core.pages import Archive, open_archive
from kennisstad_core.pages.project_words import Said
from kennisstad_core.pages.projects import project_document
from kennisstad_core.pages.receipts import example, receipts_document
from kennisstad_core.receipts import of_decision
from kennisstad_core.text import LANGUAGES, Language

ROOT: Final = Path(__file__).parent.parent
EXAMPLES: Final = ROOT / "examples"
spoken = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def waterstad() -> Archive:
    return open_archive(EXAMPLES / "waterstad")[0]


def golden(language: Language) -> Path:
    return ROOT / "tests" / "golden" / f"dossier-repair-cafe.{language}.txt"


def page(language: Language) -> str:
    archive, _ = open_archive(EXAMPLES / "waterstad")
    return text(project_document(archive, "repair-cafe", language)) + "\n"


@spoken
def test_a_dossier_reads_as_it_did(language: Language) -> None:
    # The version of the library stands in the receipt, and so in its digest.
    digest = re.compile(r"[0-9a-f]{64}")
    assert digest.sub("…", page(language)) == digest.sub("…", golden(language).read_text("utf-8"))


def rows(document: Document, caption: str) -> list[tuple[str, ...]]:
    (table,) = [one for one in tables(document) if one.caption == caption]
    return [tuple(map(said, row)) for row in table.rows]


@spoken
def test_everything_recorded_by_people_is_in_the_dossier(waterstad: Archive, language: Language) -> None:
    for project in waterstad.register.projects:
        told = written(project_document(waterstad, project.id, language))
        people = [
            *(str(one.by) for one in project.judgements if one.on <= waterstad.on),
            *(one.reason for one in project.departures if one.on <= waterstad.on),
            *(str(one.by) for one in project.admissions if one.on <= waterstad.on),
            *(str(one.by) for one in project.dispositions if one.on <= waterstad.on),
            *(one.title[language] for one in project.results if one.on <= waterstad.on),
            *(one.text[language] for one in project.benefits if one.on is None or one.on <= waterstad.on),
        ]
        assert [one for one in people if one not in told] == [], project.id
        there = rows(project_document(waterstad, project.id, language), Said.PARTIES_TABLE.say(language))
        assert len(there) == len(project.participations), project.id


def test_what_was_recorded_after_the_day_is_not_there(waterstad: Archive) -> None:
    early = Archive(waterstad.charters, waterstad.register, date(2025, 5, 18), ())
    assert Said.NO_DEPARTURES.say("en") in written(project_document(early, "repair-cafe", "en"))
    later = Archive(waterstad.charters, waterstad.register, date(2025, 5, 19), ())
    assert "Three partners on board" in {row[0] for row in rows(
        project_document(later, "repair-cafe", "en"), Said.DEPARTURES_TABLE.say("en")
    )}  # fmt: skip


def test_interests_are_counted_and_have_no_words(waterstad: Archive) -> None:
    project = waterstad.register["harbour-park"]
    table = rows(project_document(waterstad, project.id, "en"), Said.INTERESTS_TABLE.say("en"))
    counted = {row[0]: row[1] for row in table}
    assert counted[Said.ON_RECORD.say("en")] == str(len(project.interests)) == "4"
    assert counted[Said.CONFIDENTIAL.say("en")] == "1"
    told = written(project_document(waterstad, project.id, "en"))
    assert [one.text.en for one in project.interests if one.text and one.text.en in told] == []


def test_a_section_without_records_says_so(waterstad: Archive) -> None:
    bare = kc.Project("bare", kc.Text("kaal", "bare"))
    archive = Archive(waterstad.charters, kc.Register((bare,)), waterstad.on, ())
    told = written(project_document(archive, "bare", "en"))
    for phrase in (
        Said.NO_PARTIES,
        Said.NOT_COMPLETE,
        Said.NO_JUDGEMENTS,
        Said.NO_DEPARTURES,
        Said.NO_ADMISSIONS,
        Said.NO_HISTORY,
        Said.NO_INTERESTS,
        Said.NO_BENEFITS,
        Said.NO_AGREEMENTS,
        Said.NO_COMMITMENTS,
        Said.NO_LIFE,
        Said.NO_RESULTS,
        Said.NO_YEARS,
    ):
        assert phrase.say("en") in told, phrase


def test_a_project_of_a_time_without_an_agreement_has_a_dossier(waterstad: Archive) -> None:
    old = kc.Project("old", kc.Text("oud", "old"), kc.Period(date(2001, 1, 1), date(2001, 12, 31)))
    archive = Archive(waterstad.charters, kc.Register((old,)), waterstad.on, (2025,))
    told = written(project_document(archive, "old", "nl"))
    assert "geen versie van de overeenkomst" in told
    assert "Over dit project zijn er in 2025 geen bevindingen." in told


def test_every_finding_of_the_year_is_in_the_dossier(waterstad: Archive) -> None:
    findings = [one for one in waterstad.report(2025).findings if one.subject == "harbour-park"]
    caption, document = (
        Said.FINDINGS_OF.say("en", year="2025"),
        project_document(waterstad, "harbour-park", "en"),
    )
    (table,) = [one for one in tables(document) if one.caption == caption]
    clauses = list(refs(Document("en", (Table("", ("",), [(row[-1],) for row in table.rows]),))))
    assert len(set(clauses)) == len(clauses) == len(findings) > 20


def test_who_took_back_that_it_was_passed_over_does_not_say_so_any_more(waterstad: Archive) -> None:
    """The museum said so in March and the reverse in June; of the ferry the water board says so still."""
    for project, count in (("harbour-park", "0"), ("bicycle-ferry", "1")):
        table = rows(project_document(waterstad, project, "en"), Said.INTERESTS_TABLE.say("en"))
        assert (Said.PASSED_OVER.say("en"), count) in table


def test_the_decision_has_a_place_of_its_own(waterstad: Archive) -> None:
    blocks = project_document(waterstad, "harbour-park", "nl").blocks
    targets = [one.target for one in blocks if isinstance(one, Heading)]
    assert Target("decision", "harbour-park") in targets


# Recomputing


def code(document: Document) -> list[str]:
    return [line for one in document.blocks if isinstance(one, Code) for line in one.lines]


@spoken
def test_the_number_by_hand_is_what_a_shell_gives(waterstad: Archive, language: Language) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("THERE IS NO sha256sum HERE: the instruction on the page was not tried")
    command, answer, *_ = code(receipts_document(waterstad, "", language))
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == answer.strip()


def test_the_number_by_hand_stands_in_the_receipts_of_its_version(waterstad: Archive) -> None:
    found = example(waterstad)
    assert found is not None
    version, part, _ = found
    _, answer, *_ = code(receipts_document(waterstad, "", "en"))
    receipt = of_decision(waterstad.decision("harbour-park"), waterstad.charters, waterstad.register)
    (used,) = [one for one in receipt.charters if one.id == version]
    assert {one.id: one.sha256 for one in used.parts}[part] == answer.split()[0]


@spoken
def test_every_decision_and_year_has_its_digest(waterstad: Archive, language: Language) -> None:
    document = receipts_document(waterstad, "", language)
    told = written(document)
    for project in waterstad.register.projects:
        receipt = of_decision(waterstad.decision(project.id), waterstad.charters, waterstad.register)
        assert receipt.digest in told, project.id
    for one in (project_document(waterstad, "harbour-park", language),):
        (own,) = [line for line in code(one) if re.fullmatch(r"[0-9a-f]{64}", line)]
        assert own in told
    years = [one for one in document.blocks if isinstance(one, Table)][-1]
    assert len(years.rows) == len(waterstad.years)


def test_an_edited_clause_gives_another_digest(waterstad: Archive) -> None:
    newest = waterstad.charters.versions[-1]
    first, *others = newest.clauses
    edited = evolve(newest, clauses=(evolve(first, text=kc.Text("anders", "otherwise")), *others))
    versions = kc.Charters((*waterstad.charters.versions[:-1], edited))
    before, after = (
        {said(words) for block in receipts_document(one, "", "en").blocks for words in words_of(block)}
        for one in (waterstad, Archive(versions, waterstad.register, waterstad.on, ()))
    )
    digests = [{one for one in each if re.fullmatch(r"[0-9a-f]{64}", one)} for each in (before, after)]
    assert len(digests[0] & digests[1]) == 1  # of the version that was not edited


if __name__ == "__main__":
    for each in LANGUAGES:
        golden(each).write_text(page(each), "utf-8", newline="\n")
