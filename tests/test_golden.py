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
    return audited(kc.load_charters(EXAMPLE), EXAMPLE, 2025, language)


def audited(charters: kc.Charters, register: Path, year: int, language: kc.Language) -> str:
    report = kc.audit(charters, kc.load_register(register), period=kc.Period.year(year))
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


def test_what_waits_for_something_is_named_once_and_not_only_the_projects() -> None:
    leiden = " ".join(audited(kc.load_charters("leiden"), ROOT / "examples" / "leiden", 2023, "nl").split())

    assert "Voor alle 8 projecten. Ook voor: Leiden Kennisstad." in leiden
    assert "Voor: Zorgroute langs het water." in page("nl")


def test_a_number_that_nobody_can_supply_says_what_is_missing_instead() -> None:
    waterstad = " ".join(page("nl").split())

    assert "Het aantal groepen dat nooit samen kan: nog niet bekend. Wie dit weet" not in waterstad
    assert "nooit samen kan: nog niet vast te stellen (eigen tempo niet opgegeven)." in waterstad


def test_a_side_is_named_in_the_language_of_the_page() -> None:
    assert "Het gaat om: instellingen (alleen voor een andere kant genoemd)." in page("nl")


def test_nothing_is_said_of_a_project_after_its_end() -> None:
    (ferry,) = (one for one in page("nl").split("\n\n") if "(bicycle-ferry), op" in one)

    assert " ".join(ferry.split()).endswith("31 oktober 2025: Waterstad-programma.")


if __name__ == "__main__":
    for each in LANGUAGES:
        golden(each).parent.mkdir(exist_ok=True)
        golden(each).write_text(page(each), "utf-8", newline="\n")
