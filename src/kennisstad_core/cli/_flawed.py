# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Problems of files as lines for people and editors, and as rows for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from ..errors import Problem, readable
from ..explain.render import WIDTH
from ..files.problems import WANTED
from ..text import LANGUAGES, Language, Text

_ALLOWED: Final = 12
"""How many allowed values are shown of a problem."""
_RECORD: Final = "id: {record}"
_FOUND: Final = Text("gevonden: {found}", "found: {found}")
_MAY_BE: Final = Text("toegestaan: {allowed}", "allowed: {allowed}")
_NEAREST: Final = Text("lijkt het meest op: {nearest}", "nearest: {nearest}")
_AND_MORE: Final = Text("en nog {count}", "and {count} more")
PROBLEM_COLUMNS: Final = (
    "file",
    "line",
    "column",
    "code",
    "message",
    "path",
    "found",
    "allowed",
    "nearest",
    "record",
)


def problem_lines(problems: Iterable[Problem], language: Language) -> str:
    """Each problem in one line, place first; what was found and what would be right on lines below, indented."""
    return "".join(
        f"{line}\n" for one in problems for line in (one.render(language), *_details(one, language))
    )


def _details(one: Problem, language: Language) -> Iterator[str]:
    parts = [_RECORD.format(record=one.record)] if one.record else []
    if one.nearest:
        parts.append(_NEAREST[language].format(nearest=one.nearest))
    if one.found and one.code != "wrong-type":  # there the message itself says what sort of thing was found
        parts.append(_FOUND[language].format(found=one.found))
    if one.allowed:
        side = LANGUAGES.index(language)
        words = [WANTED[name][side] if name in WANTED else name for name in one.allowed[:_ALLOWED]]
        if len(one.allowed) > _ALLOWED:
            words.append(_AND_MORE[language].format(count=len(one.allowed) - _ALLOWED))
        parts.append(_MAY_BE[language].format(allowed=", ".join(words)))
    yield from (f"    {line}" for line in wrap(readable("; ".join(parts)), WIDTH - 4, break_on_hyphens=False))


def problem_rows(problems: Iterable[Problem], language: Language) -> Iterator[dict[str, str]]:
    """The problems as flat rows."""
    for one in problems:
        yield {
            "file": one.file,
            "line": str(one.line or ""),
            "column": str(one.column or ""),
            "code": one.code,
            "message": one.message[language],
            "path": one.path,
            "found": one.found,
            "allowed": "|".join(one.allowed),
            "nearest": one.nearest,
            "record": one.record,
        }
