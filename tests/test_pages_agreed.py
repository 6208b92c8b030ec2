# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of what was agreed: nothing of a charter is left out, and what changed between versions is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

import kennisstad_core as kc
from fixtures_pages import written
from kennisstad_core.charter import Charter, Charters, Force, Reading, Weight
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.explain.render import Code, Document, Heading, Paragraph, Table, Target, said, text
from kennisstad_core.pages import PAGES, Archive, open_archive
from kennisstad_core.pages.agreed import charter_document
from kennisstad_core.pages.arrangement import arrangement_document
from kennisstad_core.pages.certificates import certificate_document
from kennisstad_core.pages.clauses import clauses_document
from kennisstad_core.pages.facts import fact_document
from kennisstad_core.pages.identity import fingerprint, identity
from kennisstad_core.records import Arrangement, ArrangementForm, Source
from kennisstad_core.text import LANGUAGES, Language, Text

ROOT: Final = Path(__file__).parent.parent
EXAMPLES: Final = ROOT / "examples"
spoken = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def waterstad() -> Archive:
    return open_archive(EXAMPLES / "waterstad")[0]


@pytest.fixture(scope="module")
def leiden() -> Archive:
    return open_archive(EXAMPLES / "leiden")[0]


def golden(language: Language) -> Path:
    return ROOT / "tests" / "golden" / f"charter-consortium-call.{language}.txt"


def page(language: Language) -> str:
    archive, _ = open_archive(EXAMPLES / "consortium")
    return text(charter_document(archive, "consortium-call", language)) + "\n"


@spoken
def test_a_charter_reads_as_it_did(language: Language) -> None:
    assert page(language) == golden(language).read_text("utf-8")


@spoken
def test_every_part_of_a_charter_is_on_its_page(
    waterstad: Archive, leiden: Archive, language: Language
) -> None:
    for archive in (waterstad, leiden):
        for charter in archive.charters:
            told = written(charter_document(archive, charter.id, language)).casefold()
            parts = [
                *(one.name for one in charter.partners),
                *(one.title[language] for one in charter.themes),
                *(one.title[language] for one in charter.bodies),
                *(one.text[language] for one in charter.clauses),
                *(one.title[language] for clause in charter.clauses for one in clause.readings),
                *(one.title[language] for clause in charter.clauses for one in clause.unless),
                *(one.title[language] for one in charter.questions),
                *(one.title[language] for one in charter.outcomes),
            ]
            assert parts
            assert [one for one in parts if " ".join(one.split()).casefold() not in told] == []


@spoken
def test_every_clause_and_fact_has_its_place(waterstad: Archive, language: Language) -> None:
    for charter in waterstad.charters:
        document = charter_document(waterstad, charter.id, language)
        held = {one.target for one in document.blocks if isinstance(one, Heading)}
        assert {Target("clause", f"{charter.id}/{one.id}") for one in charter.clauses} <= held
    facts = {one.target for one in fact_document(waterstad, "", language).blocks if isinstance(one, Heading)}
    declared = {
        Target("fact", f"{charter.id}/{one.name}") for charter in waterstad.charters for one in charter.facts
    }
    assert declared == facts - {None, Target("page", "fact")}


def test_a_charter_is_shown_as_of_a_day_on_which_it_is_in_force(leiden: Archive) -> None:
    assert "3 januari 2020" not in written(charter_document(leiden, "leiden-2017", "nl"))
    assert "met de stand op 31 december 2022" in written(charter_document(leiden, "leiden-2017", "nl"))
    early = Archive(leiden.charters, leiden.register, date(2020, 1, 3), ())
    assert "met de stand op 3 januari 2020" in written(charter_document(early, "leiden-2017", "nl"))
    assert "met de stand op 1 januari 2023" in written(charter_document(early, "leiden-2023", "nl"))


def test_a_disputed_membership_is_no_membership_and_not_none(leiden: Archive) -> None:
    document = charter_document(leiden, "leiden-2023", "en")
    rows = [row for one in document.blocks if isinstance(one, Table) for row in one.rows]
    (lumc,) = [row for row in rows if said(row[0]) == "Leids Universitair Medisch Centrum"]
    assert said(lumc[3]) == "possibly a partner"
    assert "(disputed)" in said(lumc[2])


# What changed


def small(**changes: Any) -> Charter:
    """A version with one clause, of which something is as told."""
    (charter,) = kc.load_charters(EXAMPLES / "consortium" / "charter.toml")
    kept = charter.clauses[0]
    return evolve(charter, clauses=(evolve(kept, **changes),), questions=(), outcomes=())


def differences(old: Charter, new: Charter, language: Language) -> str:
    versions = Charters((evolve(old, id="a", period=kc.Period(None, date(2019, 12, 31))),
                         evolve(new, id="b", period=kc.Period(date(2020, 1, 1)))))  # fmt: skip
    document = clauses_document(Archive(versions, kc.Register(), date(2021, 1, 1), ()), "", language)
    (row,) = [row for one in document.blocks if isinstance(one, Table) for row in one.rows]
    return said(row[-1])


REREAD: Final = Reading(
    "r", Text("anders", "otherwise"), Compare("entities", Relation.AT_LEAST, 4), Weight.DECISIVE
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "nothing"),
        ({"text": Text("anders", "otherwise")}, "2020: words"),
        ({"force": Force.PRACTICE}, "2020: kind"),
        ({"condition": Compare("entities", Relation.AT_LEAST, 4)}, "2020: condition"),
        (
            {"readings": (REREAD,), "admits_departure": True},
            "2020: other readings and whether one may depart from it",
        ),
    ],
)
def test_what_changed_between_versions_is_named(changes: dict[str, Any], words: str) -> None:
    assert differences(small(), small(**changes), "en") == words


def test_a_fact_that_is_defined_otherwise_changes_its_clause() -> None:
    old = small()
    label = Text("iets anders", "something else")
    new = evolve(old, facts=[evolve(one, definition=label) for one in old.facts])
    assert differences(old, new, "en") == "2020: definition of a fact"


# Answer tables


@spoken
def test_the_answer_table_says_what_its_certificate_says(waterstad: Archive, language: Language) -> None:
    made = kc.certify(waterstad.charters["waterstad-2024"])
    document = certificate_document(waterstad, "waterstad-2024", language)
    # On a line of its own: in running text it could be hyphenated, and then it is another number.
    assert Code((made.digest,)) in document.blocks
    assert f"{made.cases} " in written(document)


def test_a_charter_without_outcomes_has_no_answer_table(waterstad: Archive) -> None:
    bare = evolve(waterstad.charters.versions[0], outcomes=())
    archive = Archive(Charters((bare,)), waterstad.register, waterstad.on, ())
    assert "no answer table" in written(certificate_document(archive, bare.id, "en"))


# The register of arrangements


def arranged(arrangement: Arrangement | None) -> Archive:
    (charter,) = kc.load_charters(EXAMPLES / "consortium" / "charter.toml")
    versions = Charters((evolve(charter, arrangement=arrangement),))
    return Archive(versions, kc.Register(), date(2025, 1, 1), ())


def test_what_nobody_recorded_of_an_arrangement_is_not_recorded() -> None:
    told = written(arrangement_document(arranged(None), "", "nl"))
    assert "valt, is niet vastgelegd." in told
    assert "niet van toepassing" not in told


def test_a_partnership_outside_the_act_says_why() -> None:
    why = Text("Het is een oproep.", "It is a call.")
    told = written(arrangement_document(arranged(Arrangement(applies=False, why=why)), "", "nl"))
    assert "valt niet onder de Wet gemeenschappelijke regelingen. Het is een oproep." in told
    assert "niet van toepassing" in told


def test_an_arrangement_shows_what_the_register_asks() -> None:
    made = Arrangement(
        applies=True,
        why=Text("Colleges troffen een regeling", "Boards made an arrangement"),
        form=ArrangementForm.JOINT_BODY,
        legal_basis=(Source("Jeugdwet", "art. 2.8"),),
        powers=(Text("inkopen van jeugdhulp", "buying youth care"),),
        seat="Waterstad",
        address="Kade 1",
    )
    told = written(arrangement_document(arranged(made), "", "nl"))
    for words in (
        "gemeenschappelijk orgaan (tweede lid)",
        "Jeugdwet, art. 2.8",
        "inkopen van jeugdhulp",
        "Waterstad",
        "Kade 1",
        "1 januari 2014",
    ):
        assert words in told, words


def test_an_arrangement_is_read_back_as_it_was() -> None:
    made = Arrangement(
        applies=True, why=Text("ja", "yes"), form=ArrangementForm.PUBLIC_BODY, powers=(Text("a", "b"),)
    )
    charter = arranged(made).charters.versions[0]
    assert kc.loads(kc.dumps(charter)) == charter


# The head of a page


def test_a_page_says_what_it_is(waterstad: Archive) -> None:
    charter = next(one for one in PAGES if one.name == "charter")
    document = charter.make(waterstad, "waterstad-2024", "en")
    tags = identity(waterstad, charter, "waterstad-2024", document)
    assert tags["DCTERMS.title"] == "Waterstad Alliance covenant 2024–2028"
    assert tags["DCTERMS.language"] == "en"
    assert tags["DCTERMS.modified"] == "2025-12-31"
    assert tags["DCTERMS.temporal"] == "start=2024-01-01; end=2028-12-31; scheme=W3C-DTF"
    assert tags["DIWOO.informatiecategorie"] == "convenanten"
    assert tags["kennisstad.sha256"] == fingerprint(document)


def test_another_word_gives_another_fingerprint(waterstad: Archive) -> None:
    document = charter_document(waterstad, "waterstad-2024", "en")
    title, first, *rest = document.blocks
    assert isinstance(first, Paragraph)
    changed = Document("en", (title, Paragraph(f"{said(first.text)} Really."), *rest))
    assert fingerprint(changed) != fingerprint(document)


@spoken
def test_every_page_has_an_identifier_of_its_own(waterstad: Archive, language: Language) -> None:
    made = [
        identity(waterstad, one, subject, Document(language, (Heading(1, "x"),)))["DCTERMS.identifier"]
        for one in PAGES
        for subject in ("",) if one.subjects is None
    ]  # fmt: skip
    assert len(made) == len(set(made)) > 3


if __name__ == "__main__":
    for each in LANGUAGES:
        golden(each).write_text(page(each), "utf-8", newline="\n")
