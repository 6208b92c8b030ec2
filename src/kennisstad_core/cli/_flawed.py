# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Problems of files as lines for people and editors, and as rows for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Final

from ..errors import Problem, readable
from ..explain.render import WIDTH
from ..files.problems import WANTED
from ..files.remedies import REMEDIES
from ..text import LANGUAGES, Language, Text

_ALLOWED: Final = 12
"""How many allowed values are shown of a problem."""
_RECORD: Final = "id: {record}"
_FOUND: Final = Text("gevonden: {found}", "found: {found}")
_MAY_BE: Final = Text("toegestaan: {allowed}", "allowed: {allowed}")
_NEAREST: Final = Text("lijkt het meest op: {nearest}", "nearest: {nearest}")
_TO_DO: Final = Text("wat te doen: {remedy}", "what to do: {remedy}")
_SAID: Final = frozenset(("wrong-type", "missing-field", "missing-column"))
"""Problems whose message says all that was found: a sort of thing, or what is not there."""
_REMEDIES: Final[Mapping[str, Text]] = {
    code: remedy for several in REMEDIES.values() for code, remedy in several.items()
}
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
    """Each problem in one line, place first; what was found, what would be right and, once a code, what to do below."""
    told: set[str] = set()
    lines: list[str] = []
    for one in problems:
        lines += (one.render(language), *_details(one, language))
        if not one.nearest and one.code not in told:  # where a name is near, what to do is plain
            told.add(one.code)
            lines += _indented(_TO_DO[language].format(remedy=_REMEDIES[one.code][language]))
    return "".join(f"{line}\n" for line in lines)


def _indented(words: str) -> list[str]:
    return [f"    {line}" for line in wrap(words, WIDTH - 4, break_on_hyphens=False)]


def _details(one: Problem, language: Language) -> list[str]:
    parts = [_RECORD.format(record=one.record)] if one.record else []
    if one.nearest:
        parts.append(_NEAREST[language].format(nearest=one.nearest))
    if one.found and one.code not in _SAID:
        parts.append(_FOUND[language].format(found=one.found))
    if one.allowed:
        side = LANGUAGES.index(language)
        shown = one.allowed[:_ALLOWED]
        sorts = one.code == "wrong-type"  # elsewhere these are names, and a field may be called text or date
        words = [WANTED[name][side] if sorts and name in WANTED else name for name in shown]
        if len(one.allowed) > _ALLOWED:
            words.append(_AND_MORE[language].format(count=len(one.allowed) - _ALLOWED))
        parts.append(_MAY_BE[language].format(allowed=", ".join(words)))
    return _indented(readable("; ".join(parts)))


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
