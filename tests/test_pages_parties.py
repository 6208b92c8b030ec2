# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of parties, bodies, money and links: what is counted there is what is on record, and no more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

from fixtures_pages import refs, tables
from kennisstad_core.explain.render import Document, Figure, Heading, Table, Words, said, text
from kennisstad_core.pages import PAGES, figures, open_archive
from kennisstad_core.pages.bodies import body_document, rhythm_document, rhythm_subjects
from kennisstad_core.pages.funding import funding_page
from kennisstad_core.pages.links import network_document
from kennisstad_core.pages.parties import membership_document, partner_document, spells
from kennisstad_core.records.bodies import MeetingStatus
from kennisstad_core.records.parties import Certainty
from kennisstad_core.text import LANGUAGES, Language
from kennisstad_core.values import Period
from test_pages import archive

EXAMPLES: Final = Path(__file__).parent.parent / "examples"


def table(document: Document, first: str, columns: int) -> list[list[str]]:
    """The rows of the one table with such a first column and so many of them."""
    (found,) = (one for one in tables(document) if one.columns[0] == first and len(one.columns) == columns)
    return [[said(cell) for cell in row] for row in found.rows]


# Membership


def test_a_membership_that_runs_on_in_the_next_version_is_one() -> None:
    held = [one for one in spells(archive("waterstad").charters) if one.partner == "de-kade"]
    assert [one.period for one in held] == [Period(date(2019, 1, 1), date(2028, 12, 31))]


def test_a_disputed_membership_stands_apart() -> None:
    held = [one for one in spells(archive("waterstad").charters) if one.partner == "sint-brandaan"]
    assert [(one.certainty, one.period.first) for one in held] == [
        (Certainty.CERTAIN, date(2021, 7, 1)),
        (Certainty.DISPUTED, date(2025, 4, 1)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_certain_to_be_a_partner_is_not_called_one(language: Language) -> None:
    words = " ".join(text(membership_document(archive("waterstad"), "", language)).split())
    certain, _, rest = words.partition({"nl": "Niet zeker:", "en": "Not certain:"}[language])
    assert "Ziekenhuis Sint-Brandaan" not in certain
    assert "Ziekenhuis Sint-Brandaan" in rest


# One party


def test_units_and_aliases_take_part_for_their_organisation() -> None:
    page = partner_document(archive("waterstad"), "de-sluis", "en")
    records = {row[-1] for row in table(page, "Project", 5)}
    assert {"water-sensors/sluis-techniek", "care-route/sluis-zorg", "delta-day/de-sluis"} <= records
    water = partner_document(archive("waterstad"), "waterschap-zilt", "en")
    assert "green-roofs/Zilt Water Board" in {row[-1] for row in table(water, "Project", 5)}


def test_attendance_is_of_the_meetings_it_could_be_expected_at() -> None:
    page = partner_document(archive("waterstad"), "sint-brandaan", "en")
    rows = {row[0]: row[2:] for row in table(page, "Body", 6)}
    # Its seat ended in March: of the seven tables of the year it could come to three.
    assert rows["Project table"] == ["3", "0", "0", "3"]
    assert "Steering table" not in rows


def test_a_meeting_nobody_counted_in_full_says_nothing_of_who_is_not_named() -> None:
    page = partner_document(archive("waterstad"), "de-kade", "en")
    (row,) = (row for row in table(page, "Body", 6) if row[0] == "Project table")
    present, absent, unknown, held = map(int, row[2:])
    assert present + absent + unknown == held == 7
    assert unknown == 1


def test_interests_are_counted_and_the_confidential_among_them() -> None:
    page = partner_document(archive("waterstad"), "gemeente-waterstad", "en")
    counts = {row[0]: int(row[1]) for row in table(page, "What was counted", 2)}
    held = [
        one
        for project in archive("waterstad").register.projects
        for one in project.interests
        if one.holder == "gemeente-waterstad"
    ]
    whole = [one for one in archive("waterstad").register.interests if one.holder == "gemeente-waterstad"]
    assert counts["Put forward"] == len(held) + len(whole)
    assert counts["Of which confidential"] >= 1
    told = text(page)
    assert not [one.text["en"] for one in (*held, *whole) if one.text is not None and one.text["en"] in told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_from_outside_is_not_called_a_partner(language: Language) -> None:
    page = partner_document(archive("waterstad"), "pompen", language)
    words = {"nl": "telt niet als partner", "en": "not count as a partner"}[language]
    assert words in " ".join(text(page).split())


def test_findings_lead_to_their_place_in_the_year() -> None:
    page = partner_document(archive("waterstad"), "waterschap-zilt", "en")
    assert any(ref.target.id == "2025/bodies/waterstad-2024/chair-for-each-partner" for ref in refs(page))


# Bodies


def test_every_meeting_of_a_body_is_there() -> None:
    whole = archive("waterstad")
    rows = table(body_document(whole, "project-table", "en"), "Day", 6)
    own = [one for one in whole.register.meetings if one.body == "project-table"]
    assert [row[-1] for row in rows] == [one.record for one in sorted(own, key=lambda one: one.on)]
    assert sum(row[1] == "held" for row in rows) == sum(one.status is MeetingStatus.HELD for one in own)


def test_each_body_has_a_rhythm_for_each_year_in_which_there_is_something_to_say() -> None:
    names = [name for name, _ in rhythm_subjects(archive("waterstad"))]
    assert names == ["alliance-day/2025", "project-table/2025", "steering-table/2025"]


def test_without_the_extra_the_table_is_there_and_the_picture_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "DRAWN", False)
    whole = archive("waterstad")
    made = (
        rhythm_document(whole, "project-table/2025", "nl"),
        membership_document(whole, "", "nl"),
        funding_page(whole, "2025", "nl"),
        network_document(whole, "", "nl"),
    )
    for page in made:
        assert not [one for one in page.blocks if isinstance(one, Figure)]
        assert [one for one in page.blocks if isinstance(one, Table)]


# Money


def test_a_partnership_without_an_agreement_has_no_money_to_reconcile() -> None:
    whole = evolve(archive("waterstad"), charters=type(archive("waterstad").charters)(()))
    page = funding_page(whole, "2025", "en")
    assert isinstance(page.blocks[0], Heading)
    assert "No agreement is on record" in text(page)


# Links


def test_pairs_are_those_of_the_network() -> None:
    page = network_document(archive("waterstad"), "", "en")
    (found,) = (one for one in tables(page) if one.columns[:2] == ("Partner", "With"))
    rows = [[said(cell) for cell in row] for row in found.rows]
    assert {frozenset(row[:2]) for row in rows} >= {frozenset(("mbo De Kade", "gemeente Waterstad"))}
    assert all(int(row[2]) == len(row[3].split(", ")) for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_network_says_that_it_is_small(language: Language) -> None:
    words = {"nl": "Dit netwerk is klein", "en": "This network is small"}[language]
    assert words in " ".join(text(network_document(archive("waterstad"), "", language)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_register_has_pages_that_say_so(tmp_path: Path, language: Language) -> None:
    (tmp_path / "register.toml").write_text('[register]\nname = "leeg"\n', "utf-8")
    whole, _ = open_archive(tmp_path, years=(2025,), on=date(2025, 12, 31))
    for page in PAGES:
        if page.name in ("membership", "year", "funding", "network"):
            made = page.make(whole, "2025" if page.subjects else "", language)
            every: list[Words] = [one.text for one in made.blocks if isinstance(one, Heading)]
            assert every
            assert len(made.blocks) > 1
