# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about the ledger, the cases, what people decide, and traceability: whole, in two languages, and linked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

from kennisstad_core.cases import Case
from kennisstad_core.charter import Charters
from kennisstad_core.explain.cases import cases_document, said
from kennisstad_core.explain.claims import CLAIMS, GAPS, MEANINGS, RECORDS
from kennisstad_core.explain.labels import Labels
from kennisstad_core.explain.provisions import ledger_document
from kennisstad_core.explain.render import (
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Words,
    html,
    markdown,
    text,
)
from kennisstad_core.explain.traceability import MISSING, traceability_document
from kennisstad_core.explain.undecided import undecided_document
from kennisstad_core.files import load_cases, load_charters, load_ledger, load_register
from kennisstad_core.findings import Status
from kennisstad_core.governance import audit
from kennisstad_core.provisions import KINDS_OF_RECORD, Claim, GapKind, Ledger, coverage
from kennisstad_core.text import LANGUAGES, Language, Text
from kennisstad_core.traceability import Missing, Traceability, traceability
from kennisstad_core.truth import Truth
from kennisstad_core.values import Choice, Period, Range

ROOT: Final = Path(__file__).parent.parent
EXAMPLES: Final = ("leiden", "waterstad", "consortium")
WORDS: Final = Text("woorden", "words")


def opened(name: str) -> tuple[Charters, Ledger, tuple[Case, ...], Traceability]:
    folder = ROOT / "examples" / name
    charters = load_charters("leiden" if name == "leiden" else folder)
    ledger, cases = load_ledger(folder), load_cases(folder)
    assert ledger is not None
    report = audit(charters, load_register(folder, charters), period=Period.year(2025))
    return charters, ledger, cases, traceability(charters, ledger, cases, [report])


ALL: Final = {name: opened(name) for name in EXAMPLES}


def documents(name: str, language: Language) -> dict[str, Document]:
    charters, ledger, cases, trace = ALL[name]
    return {
        "ledger": ledger_document(ledger, charters, language),
        "undecided": undecided_document(charters, ledger, language),
        "cases": cases_document(cases, charters, language),
        "traceability": traceability_document(trace, charters, language),
    }


PAGES: Final = [
    (name, language, page, document)
    for name in EXAMPLES
    for language in LANGUAGES
    for page, document in documents(name, language).items()
]
IDS: Final = [f"{name}-{language}-{page}" for name, language, page, _ in PAGES]


def items(several: tuple[Item, ...]) -> Iterator[Words]:
    for one in several:
        yield one.text
        yield from items(one.items)


def words_of(document: Document) -> Iterator[Words]:
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Items():
                yield from items(block.items)
            case Table():
                yield from block.columns
                for row in block.rows:
                    yield from row
            case _:
                raise AssertionError(f"not a block of these pages: {block}")


def refs(document: Document) -> set[Ref]:
    found: set[Ref] = set()
    for words in words_of(document):
        parts = words if isinstance(words, tuple) else (words,)
        found |= {part for part in parts if isinstance(part, Ref)}
    return found


@pytest.mark.parametrize(("name", "language", "page", "document"), PAGES, ids=IDS)
def test_a_page_is_whole(name: str, language: Language, page: str, document: Document) -> None:
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]

    assert isinstance(document.blocks[0], Heading)
    assert isinstance(document.blocks[1], Paragraph)
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(words for words in words_of(document)), "no cell is empty without a word"
    assert "{" not in text(document)
    assert html(document).startswith(f'<section lang="{language}"')
    assert markdown(document)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_to_a_provision_or_case_leads_somewhere(name: str, language: Language) -> None:
    charters = ALL[name][0]
    made = documents(name, language)
    targets = {
        (block.target.role, block.target.id)
        for document in made.values()
        for block in document.blocks
        if isinstance(block, Heading) and block.target is not None
    }
    targets |= {("clause", f"{one.id}/{each.id}") for one in charters for each in one.clauses}
    targets |= {("fact", f"{one.id}/{each.name}") for one in charters for each in one.facts}
    wanted = {(one.target.role, one.target.id) for document in made.values() for one in refs(document)}
    elsewhere = {one for one in wanted - targets if one[0] not in ("project", "body", "year")}

    assert elsewhere == set()
    assert {"provision", "case", "clause", "fact"} <= {role for role, _ in wanted}


@pytest.mark.parametrize("name", EXAMPLES)
def test_both_languages_have_the_same_shape(name: str) -> None:
    dutch, english = (documents(name, language) for language in LANGUAGES)

    for page in dutch:
        shapes = [
            [(type(block), getattr(block, "level", 0)) for block in made[page].blocks]
            for made in (dutch, english)
        ]
        assert shapes[0] == shapes[1]


def test_the_counts_are_those_of_the_ledger() -> None:
    charters, ledger, _, _ = ALL["leiden"]
    document = ledger_document(ledger, charters, "en")
    table = next(block for block in document.blocks if isinstance(block, Table))
    counts = coverage(ledger, charters).by_claim

    assert [row[1] for row in table.rows] == [*(str(counts[claim]) for claim in Claim), str(len(ledger))]


def test_every_provision_has_a_place_and_a_claim() -> None:
    charters, ledger, _, _ = ALL["leiden"]
    document = ledger_document(ledger, charters, "nl")
    places = [
        block.target.id
        for block in document.blocks
        if isinstance(block, Heading) and block.target is not None and block.target.role == "provision"
    ]

    assert places == [one.id for one in ledger.provisions]
    assert {f"S{number:02d}" for number in range(1, 106)} <= set(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_is_said_with_what_it_is_about(language: Language) -> None:
    charters, ledger, _, _ = ALL["consortium"]
    broken = Ledger(
        ledger.documents,
        [
            evolve(ledger["entities"], claim=None),
            evolve(ledger["countries"], clauses=["three-lands"]),
            ledger["quality"],
        ],
    )
    page = " ".join(text(ledger_document(broken, charters, language)).split())

    expected = {
        "nl": [
            "Voorschrift entities: nog niemand heeft gezegd wat ermee is gedaan.",
            "Voorschrift countries: noemt een bepaling die er niet is: three-lands.",
            "Bepaling Uit drie landen: er staat geen enkel voorschrift achter: dit is een verzonnen norm.",
            "Bepaling Precies één coördinator: verwijst naar een plaats die niet in het bronnenregister staat: 2.",
        ],
        "en": [
            "Provision entities: nobody has said yet what was done with it.",
            "Provision countries: names a clause that is not there: three-lands.",
            "Clause From three countries: no provision stands behind it: this is an invented norm.",
            "Clause Exactly one coordinator: cites a place that is not in the ledger: 2.",
        ],
    }[language]
    assert [one for one in expected if one not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_ledger_or_cases_the_pages_say_so(language: Language) -> None:
    charters = ALL["consortium"][0]
    none = {"nl": "Er is nog geen bronnenregister", "en": "No ledger goes with this agreement yet"}[language]

    assert none in text(ledger_document(None, charters, language))
    assert len(undecided_document(charters, None, language).blocks) > 3
    assert len(cases_document((), charters, language).blocks) == 2
    assert text(traceability_document(traceability(charters), charters, language))


def test_what_people_decide_is_all_there() -> None:
    charters, ledger, _, _ = ALL["leiden"]
    page = text(undecided_document(charters, ledger, "en"))

    for one in ledger.provisions:
        left = one.claim is not Claim.ENCODED or one.why is not None
        assert (f"- {one.id}: " in page) is left, one.id
    assert "the judgement on the themes" in page
    assert "At least three of five (2012, 2017, 2023)" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_that_comes_out_otherwise_is_marked_and_one_that_does_not_fit_is_named(
    language: Language,
) -> None:
    charters, _, cases, _ = ALL["consortium"]
    wrong = evolve(cases[0], outcome="too-narrow")
    lost = Case("lost", WORDS, charter="another", outcome="eligible")
    page = " ".join(text(cases_document([wrong, lost], charters, language)).split())

    assert {
        "nl": "Hier hoort ‘too-narrow’ uit te komen, en het is ‘eligible’.",
        "en": "This has to come out as ‘too-narrow’, and it is ‘eligible’.",
    }[language] in page
    assert f"[-] {wrong.id}: " in page
    assert f"[-] lost: {WORDS[language]}." in page
    assert f"lost: {WORDS[language]} ---" in page


def test_a_value_is_said_in_words() -> None:
    labels = Labels.of(units={"money": "EUR"}, options={"fit": {"in": Text("erin", "inside")}})

    assert said(Range.exactly(3), "n", labels, "nl") == "3"
    assert said(Range(5_000_000), "money", labels, "en") == "at least €50,000.00"
    assert said(Choice.of("in"), "fit", labels, "nl") == "‘erin’"
    assert said(Truth.MET, "t", labels, "en")


def test_every_kind_has_words_in_both_languages() -> None:
    assert set(CLAIMS) == set(MEANINGS) == {*Claim, None}
    assert set(GAPS) == set(GapKind)
    assert set(MISSING) == set(Missing)
    assert set(RECORDS) == KINDS_OF_RECORD
    for table in (CLAIMS, MEANINGS, GAPS, MISSING):
        assert all(one.nl != one.en for one in table.values())


def test_an_empty_cell_is_listed_and_marked_in_its_place() -> None:
    charters, ledger, _, _ = ALL["consortium"]
    document = traceability_document(traceability(charters, ledger), charters, "en")
    marked = next(block for block in document.blocks if isinstance(block, Items))
    table = next(block for block in document.blocks if isinstance(block, Table))

    assert [one.mark for one in marked.items] == [Status.UNDETERMINED]
    assert [one[4] for one in table.rows] == ["missing"] * 3
    assert [one[5] for one in table.rows] == ["not looked at"] * 3
