# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The account of a year: nothing that was found is lost, nothing is judged, and room is left for who does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from fixtures_pages import refs, words_of
from kennisstad_core.charter import Force
from kennisstad_core.explain.render import Blank, Document, Heading, Table, said, text
from kennisstad_core.explain.words import money, status
from kennisstad_core.findings import Status
from kennisstad_core.pages import Archive, open_archive
from kennisstad_core.pages._norms import CONDITIONS
from kennisstad_core.pages._yearwords import Said
from kennisstad_core.pages.years import year_document, year_subjects
from kennisstad_core.records.confidence import withheld
from kennisstad_core.reports import AuditFinding
from kennisstad_core.text import LANGUAGES, Language
from test_pages import archive as archive_of

EXAMPLES: Final = Path(__file__).parent.parent / "examples"


def account(archive: Archive, year: int, language: Language) -> dict[str, Document]:
    """The front of a year and all its parts."""
    return {
        subject: year_document(archive, subject, language)
        for subject, _ in year_subjects(archive)
        if subject.split("/")[0] == str(year)
    }


def by_clause(account: dict[str, Document]) -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands in the section of each clause of each version: its lines with those under them."""
    found: dict[tuple[str, str], list[str]] = {}
    for document in account.values():
        own: list[str] | None = None
        for block in document.blocks:
            if isinstance(block, Heading) and block.level <= 2:
                key = () if block.target is None else tuple(block.target.id.split("/")[2:])
                own = found.setdefault((key[0], key[1]), []) if len(key) == 2 else None
            elif own is not None:
                own += map(said, words_of(block))
    return {key: tuple(lines) for key, lines in found.items()}


def named(archive: Archive, finding: AuditFinding, language: Language) -> str:
    report = archive.report(finding.on.year)
    if finding.kind == "project":
        return archive.register[finding.subject].title[language]
    return report.assessment(finding.kind, finding.subject).title[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["waterstad", "leiden"])
class TestNothingIsLost:
    """Every finding of the report stands in the account, with how it stands and what it rests on."""

    def test_every_finding_is_told_with_its_status_and_evidence(self, name: str, language: Language) -> None:
        archive = archive_of(name)
        (year,) = archive.years
        sections, names = by_clause(account(archive, year, language)), withheld(archive.register)
        for finding in archive.report(year).findings:
            lines = sections[finding.charter, finding.clause]
            asked = {
                name
                for one in archive.charters[finding.charter].questions
                for name in (*one.requires, *one.any_of)
            }
            words = status(finding.force, finding.status)[language]
            if finding.clause in asked and finding.status in CONDITIONS:
                words = CONDITIONS[finding.status][language]
            subject = named(archive, finding, language).casefold()
            assert any(
                line.casefold().startswith(words.casefold()) and subject in line.casefold() for line in lines
            ), finding
            every = " ".join(lines)
            assert [one for one in finding.evidence if names.get(one, one) not in every] == [], finding

    def test_every_clause_leaves_room_for_a_judgement_and_a_reply(
        self, name: str, language: Language
    ) -> None:
        archive = archive_of(name)
        (year,) = archive.years
        clauses = {(one.charter, one.clause) for one in archive.report(year).findings}
        parts = [one for key, one in account(archive, year, language).items() if "/" in key]
        blanks = [block.label for part in parts for block in part.blocks if isinstance(block, Blank)]
        assert len(blanks) == len(set(blanks)) == 2 * len(clauses)

    def test_the_summary_adds_up(self, name: str, language: Language) -> None:
        archive = archive_of(name)
        (year,) = archive.years
        front = account(archive, year, language)[str(year)]
        table = next(
            block
            for block in front.blocks
            if isinstance(block, Table) and len(block.columns) == 2 + len(Status)
        )
        numbers = [
            [int(said(cell).replace(".", "").replace(",", "")) for cell in row[1:]] for row in table.rows
        ]
        *parts, total = numbers
        assert [sum(column) for column in zip(*parts, strict=True)] == total
        assert total[0] == sum(total[1:]) == len(archive.report(year).findings)


def test_a_condition_that_is_not_met_is_no_shortcoming() -> None:
    """A film house without a theme bears the hallmark as agreed; only what it is decided by is not met."""
    front = account(archive_of("waterstad"), 2025, "nl")["2025"]
    tables = {block.caption: block for block in front.blocks if isinstance(block, Table)}
    told = {
        caption.say("nl"): " ".join(said(cell) for row in tables[caption.say("nl")].rows for cell in row)
        for caption in (Said.NOT_FOLLOWED, Said.HABITS, Said.CONDITIONS)
    }

    assert "Filmhuis in de loods" in told[Said.CONDITIONS.say("nl")]
    assert "Raakt een thema" not in told[Said.NOT_FOLLOWED.say("nl")]
    assert "Het bureau houdt zich buiten" not in told[Said.HABITS.say("nl")]
    assert "Werkafspraken voor de start" in told[Said.NOT_FOLLOWED.say("nl")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_habit_is_never_worded_as_an_obligation(language: Language) -> None:
    archive = archive_of("waterstad")
    sections = by_clause(account(archive, 2025, language))
    obliging = {
        "nl": ("vereist", "verplichting;", "niet nageleefd"),
        "en": ("required", "obligation;", "not met"),
    }
    for charter in archive.charters:
        for clause in charter.clauses:
            if clause.force in (Force.PRACTICE, Force.ASPIRATION):
                lines = sections.get((charter.id, clause.id), ())
                finding = lines[-6:]
                assert not any(word in line for line in finding for word in obliging[language]), clause.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leads_into_the_account_arrives(language: Language) -> None:
    archive = archive_of("waterstad")
    pages = account(archive, 2025, language).values()
    places = {one.target for page in pages for one in page.blocks if isinstance(one, Heading)}
    leads = {ref.target for page in pages for ref in refs(page)}
    assert {one for one in leads if one.role == "year"} <= places


def test_departures_say_who_when_why_and_whether_afterwards() -> None:
    front = text(year_document(archive_of("waterstad"), "2025", "nl"))
    table = front.split("Alle afwijkingen van het jaar")[1].split("Wat niet kon worden")[0]
    for words in ("Dirk Baken", "city-garden-departure", "repair-cafe-departure", "achteraf", "reces"):
        assert words in table


def test_what_is_open_is_asked_of_somebody() -> None:
    archive = archive_of("waterstad")
    front = " ".join(
        said(words) for block in year_document(archive, "2025", "en").blocks for words in words_of(block)
    )
    undetermined = [
        about for about in archive.report(2025).assessments if about.needs and about.kind != "project"
    ]
    assert undetermined
    for about in undetermined:
        assert about.title["en"] in front


def test_the_part_of_a_year_that_is_over_is_told() -> None:
    archive, _ = open_archive(EXAMPLES / "waterstad", on=date(2025, 6, 30))
    front = text(year_document(archive, "2025", "en"))
    assert "known on 30 June 2025" in " ".join(front.split())


def test_a_year_without_an_agreement_has_nothing_to_examine_by() -> None:
    archive, _ = open_archive(EXAMPLES / "waterstad", years=(2018,))
    assert [name for name, _ in year_subjects(archive)] == ["2018"]
    assert "no recorded agreement was in force" in text(year_document(archive, "2018", "en")).casefold()


def test_a_year_in_which_the_agreement_changed_tells_both_versions(tmp_path: Path) -> None:
    copytree(EXAMPLES / "waterstad", tmp_path / "w")
    for path in (tmp_path / "w" / "charters").glob("*.toml"):
        words = path.read_text("utf-8")
        words = words.replace("2023-12-31", "2025-06-30").replace(
            "first = 2024-01-01", "first = 2025-07-01", 1
        )
        path.write_text(words, "utf-8")
    archive, _ = open_archive(tmp_path / "w", years=(2025,))
    if len([one for one in archive.charters if one.period.meet(archive.report(2025).period)]) != 2:
        pytest.fail("the copy does not change its agreement in the year")
    keys = set(by_clause(account(archive, 2025, "en")))
    assert {charter for charter, _ in keys} == {"waterstad-2019", "waterstad-2024"}
    assert {(one.charter, one.clause) for one in archive.report(2025).findings} == keys


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["waterstad", "leiden"])
def test_every_clause_in_force_is_either_looked_at_or_named_as_not(name: str, language: Language) -> None:
    archive = archive_of(name)
    (year,) = archive.years
    told = by_clause(account(archive, year, language))
    leads = {ref.target.id for ref in refs(account(archive, year, language)[str(year)])}
    for charter in archive.charters:
        if charter.period.meet(archive.report(year).period) is not None:
            for clause in charter.clauses:
                looked_at = (charter.id, clause.id) in told
                assert looked_at or f"{charter.id}/{clause.id}" in leads, clause.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_sum_stands_with_its_amount(language: Language) -> None:
    archive = archive_of("waterstad")
    lines = " ".join(by_clause(account(archive, 2025, language))["waterstad-2024", "flagship-money"])
    for project in ("lightship", "harbour-park", "water-tower"):
        for one in archive.register[project].contributions:
            assert one.amount is not None
            assert one.id in lines
            assert f"{one.id}] (" in lines
            assert money(one.amount, language) in lines
