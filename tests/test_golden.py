# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of a whole year as an auditor files it, word for word in both languages.

``python tests/test_golden.py`` writes what is compared with; read the difference before you keep it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import kennisstad_core as kc
from kennisstad_core.cli._pages import audit_document
from kennisstad_core.explain.render import WIDTH, text
from kennisstad_core.text import LANGUAGES

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = ROOT / "examples" / "waterstad"


def golden(language: kc.Language) -> Path:
    return ROOT / "tests" / "golden" / f"waterstad-2025.{language}.txt"


def page(language: kc.Language) -> str:
    charters, register = kc.load_charters(EXAMPLE), kc.load_register(EXAMPLE)
    report = kc.audit(charters, register, period=kc.Period.year(2025))
    return text(audit_document(report, charters, language)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_audit_of_a_year_reads_as_it_did(language: kc.Language) -> None:
    written = page(language)

    assert written == golden(language).read_text("utf-8")
    assert max(map(len, written.splitlines())) <= WIDTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_habit_is_never_called_a_violation(language: kc.Language) -> None:
    words = {"nl": r"overtred|schend|verplicht(?!ing)", "en": r"violat|breach|infring|complian"}

    assert re.findall(words[language], page(language), re.IGNORECASE) == []


def test_both_languages_say_as_much() -> None:
    marks = [re.findall(r"^ *(\[.\])", page(language), re.MULTILINE) for language in LANGUAGES]

    assert marks[0] == marks[1]


if __name__ == "__main__":
    for each in LANGUAGES:
        golden(each).parent.mkdir(exist_ok=True)
        golden(each).write_text(page(each), "utf-8", newline="\n")
