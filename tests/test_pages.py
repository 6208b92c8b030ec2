# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every page of every example in both languages: how it is built, where its words lead, what it keeps to itself."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
import kennisstad_core.pages as package
from fixtures_pages import refs, tables, words_of
from kennisstad_core import recourse
from kennisstad_core.decisions import Basis
from kennisstad_core.explain.render import (
    Document,
    Heading,
    Items,
    Paragraph,
    Role,
    Target,
    said,
    text,
)
from kennisstad_core.pages import PAGES, Archive, Page, open_archive
from kennisstad_core.strategies import bases
from kennisstad_core.text import LANGUAGES, Language, Text

EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE = ("waterstad", "leiden", "consortium")
MADE_BY: dict[Role, str] = {
    "charter": "charter",
    "clause": "charter",
    "fact": "fact",
    "provision": "provision",
    "case": "case",
    "partner": "partner",
    "project": "project",
    "decision": "project",
    "body": "body",
    "year": "year",
}
"""Which page declares the places of a role; those of a page are named after it."""


@cache
def archive(name: str) -> Archive:
    opened, problems = open_archive(EXAMPLES / name)
    assert problems == ()
    return opened


def subjects(page: Page, of: Archive) -> tuple[str, ...]:
    return ("",) if page.subjects is None else tuple(name for name, _ in page.subjects(of))


@cache
def pages(name: str, language: Language) -> dict[tuple[str, str], Document]:
    of = archive(name)
    return {
        (page.name, subject): page.make(of, subject, language)
        for page in PAGES
        for subject in subjects(page, of)
    }


@pytest.fixture(autouse=True)
def _few_ways_to_another_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many sets of changes are tried makes no difference to how a page is built, and all the difference in time."""
    monkeypatch.setattr(recourse, "BUDGET", 200)


every = pytest.mark.parametrize("name", EXAMPLE)
spoken = pytest.mark.parametrize("language", LANGUAGES)


@every
@spoken
def test_a_page_has_one_title_and_no_level_is_skipped(name: str, language: Language) -> None:
    for key, document in pages(name, language).items():
        assert document.language == language, key
        levels = [one.level for one in document.blocks if isinstance(one, Heading)]
        assert isinstance(document.blocks[0], Heading), key
        assert levels[0] == 1, key
        assert levels.count(1) == 1, key
        assert all(after <= before + 1 for before, after in pairwise(levels)), key


@every
@spoken
def test_a_page_begins_by_saying_what_it_is(name: str, language: Language) -> None:
    for key, document in pages(name, language).items():
        assert isinstance(document.blocks[1], Paragraph), key
        assert len(said(document.blocks[1].text)) > 20, key


@every
@spoken
def test_every_cell_says_something(name: str, language: Language) -> None:
    for key, document in pages(name, language).items():
        for table in tables(document):
            assert table.caption.strip(), key
            assert all(one.strip() for one in table.columns), (key, table.columns)
            assert table.rows, (key, table.caption)
            for row in table.rows:
                assert len(row) == len(table.columns), (key, table.caption)
                assert all(said(cell).strip() for cell in row), (key, table.caption, row)


@every
@spoken
def test_every_line_says_something(name: str, language: Language) -> None:
    for key, document in pages(name, language).items():
        for block in document.blocks:
            assert all(said(words).strip() for words in words_of(block)), (key, block)
            if isinstance(block, Items):
                assert block.items, key


@every
@spoken
def test_words_lead_to_a_place_that_some_page_declares(name: str, language: Language) -> None:
    made = pages(name, language)
    places = [
        block.target
        for document in made.values()
        for block in document.blocks
        if isinstance(block, Heading) and block.target is not None
    ]
    assert len(places) == len(set(places)), {one for one in places if places.count(one) > 1}
    there = {page.name for page in PAGES}
    lost = {
        (key, ref.target)
        for key, document in made.items()
        for ref in refs(document)
        if ref.target not in places and MADE_BY.get(ref.target.role, ref.target.id) in there
    }
    assert lost == set()


@every
def test_both_languages_have_the_same_pages_with_the_same_places(name: str) -> None:
    dutch, english = (pages(name, language) for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    for key, document in dutch.items():
        assert shape(document) == shape(english[key]), key


def shape(document: Document) -> list[tuple[str, object]]:
    return [(type(one).__name__, one.target if isinstance(one, Heading) else None) for one in document.blocks]


@every
def test_equal_archives_make_equal_pages(name: str) -> None:
    again, _ = open_archive(EXAMPLES / name)
    for (kind, subject), document in pages(name, "nl").items():
        page = next(one for one in PAGES if one.name == kind)
        assert page.make(again, subject, "nl") == document, (kind, subject)


@every
@spoken
def test_each_subject_has_a_page_that_leads_can_find(name: str, language: Language) -> None:
    for page in PAGES:
        if page.role == "page":
            continue
        for subject in subjects(page, archive(name)):
            document = pages(name, language)[page.name, subject]
            targets = [one.target for one in document.blocks if isinstance(one, Heading)]
            assert Target(page.role, subject) in targets, (page.name, subject)


def confidential() -> Iterator[str]:
    """The words of confidential interests as they stand in the files of Waterstad."""
    for path in (EXAMPLES / "waterstad").glob("interests*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row.get("visibility") == "confidential":
                    yield from (row[name] for name in ("text.nl", "text.en", "note", "id") if row.get(name))


@spoken
def test_what_is_confidential_stands_on_no_page(language: Language) -> None:
    withheld = set(confidential())
    assert withheld
    for key, document in pages("waterstad", language).items():
        told = text(document)
        assert not [one for one in withheld if one in told], key


def test_every_phrase_of_the_pages_has_the_same_parameters_in_both_languages() -> None:
    phrases = 0
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        for held in vars(import_module(module.name)).values():
            if not (isinstance(held, type) and issubclass(held, Enum) and held.__module__ == module.name):
                continue
            for one in held:
                if isinstance(one.value, Text):
                    dutch, english = (
                        {part[1] for part in Formatter().parse(one.value[to]) if part[1]} for to in LANGUAGES
                    )
                    assert dutch == english, (module.name, one)
                    phrases += 1
    assert phrases


def headings(document: Document) -> list[int]:
    return [one.level for one in document.blocks if isinstance(one, Heading)]


@pytest.mark.parametrize(
    "bare",
    [
        Archive(kc.load_charters("leiden"), kc.Register(), date(2025, 12, 31), ()),
        Archive(kc.load_charters("leiden"), kc.Register(), date(2001, 1, 1), (2001,)),
        Archive(kc.Charters(()), kc.load_register(EXAMPLES / "waterstad"), date(2025, 12, 31), (2025,)),
        Archive(kc.Charters(()), kc.Register(), date(2025, 12, 31), ()),
    ],
    ids=["no register", "before the agreement", "no agreement", "nothing"],
)
@spoken
def test_what_is_missing_leaves_every_page_there(bare: Archive, language: Language) -> None:
    for page in PAGES:
        for subject in subjects(page, bare):
            made = page.make(bare, subject, language)
            assert headings(made).count(1) == 1, (page.name, subject)
            assert all(table.rows for table in tables(made)), (page.name, subject)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(basis=bases(), on=st.dates(date(2019, 1, 1), date(2026, 1, 1)))
def test_whatever_is_on_record_makes_a_page(basis: Basis, on: date) -> None:
    drawn = Archive(basis.charters, basis.register, on, (on.year,))
    for page in PAGES:
        for subject in subjects(page, drawn):
            levels = headings(page.make(drawn, subject, "en"))
            assert levels[0] == 1, (page.name, subject)
            assert all(after <= before + 1 for before, after in pairwise(levels)), (page.name, subject)
