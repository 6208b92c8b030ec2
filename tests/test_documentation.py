# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Python examples in the README and the documentation: each page is one test, its examples in the page's order."""

from __future__ import annotations

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

from kennisstad_core.explain.dictionary import page

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SYBIL = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_of_a_page_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for example in SYBIL.parse(path).examples():
        example.evaluate()


def test_the_page_of_derived_facts_is_of_this_code() -> None:
    assert (ROOT / "docs" / "reference" / "derived-facts.md").read_text("utf-8") == page()


def test_there_are_examples() -> None:
    assert sum(len(list(SYBIL.parse(path).examples())) for path in PAGES) > 10
