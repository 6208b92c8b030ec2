# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands about charters themselves: every answer one can give, and what changed between two versions."""

from __future__ import annotations

from typing import Final

from ..text import Language, Text
from ._commands import FAULTY, FINE, Form

_TOO_LARGE: Final = Text(
    "deze overeenkomst onderscheidt meer combinaties van feiten dan er in een tabel passen ({limit})",
    "this charter tells apart more combinations of facts than a table holds ({limit})",
)
_NO_FIRST_DAY: Final = Text(
    "deze overeenkomst heeft geen eerste dag; zeg met --on naar de stand van welke dag de partners tellen",
    "this charter has no first day; say with --on as of which day its partners count",
)


def certificate(
    path: str,
    /,
    *,
    charter: str | None = None,
    on: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Print every answer a charter can give, with a digest by which others can tell that theirs is the same.

    Args:
        path: A charter: a file, a folder, the name of one that comes along, or a register that names one.
        charter: The id of the version, where there are several.
        on: The day as of which its partners count; otherwise its first day.
        language: The language of the answer.
        format_: Text, or data: JSON, one row a line in CSV, or a page in Markdown.
    """
    from ..answers import LIMIT, TooLarge
    from ..certificate import certify
    from ..explain.answers import certificate_document
    from ..files.codec import dumps
    from ._opening import choose_version, day, open_charters, stop
    from ._tables import certificate_columns, certificate_rows
    from ._terminal import data, sheet, show

    when = None if on is None else day(on, language)
    charters, problems = open_charters(path, language)
    version = choose_version(charters, charter, when, language)
    if when is None and version.period.first is None:
        raise stop(_NO_FIRST_DAY, language)
    try:
        made = certify(version, on=when)
    except TooLarge:
        raise stop(_TOO_LARGE, language, limit=LIMIT) from None
    match format_:
        case "json":
            data(dumps(made))
        case "csv":
            data(sheet(certificate_columns(made), certificate_rows(made)))
        case "markdown" | "text":
            show(certificate_document(made, version, language), format_)
    return FAULTY if problems else FINE


def compare(
    path: str,
    old: str,
    new: str,
    /,
    *,
    on: str,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Show for which facts two versions of a charter have different outcomes, and which recorded projects that touches.

    Args:
        path: A register, or a charter when there are no projects to look at.
        old: The id of one version.
        new: The id of the other.
        on: The day for which projects and partners are taken, as 2025-06-01.
        language: The language of the answer.
        format_: Text, or data: JSON, rows in CSV, or a page in Markdown.
    """
    from pathlib import Path

    from .. import comparison
    from ..answers import LIMIT, TooLarge
    from ..explain.answers import comparison_document
    from ..files.codec import dumps
    from ..files.loading import is_register
    from ..governance import EMPTY
    from ._opening import day, find_version, open_charters, open_register, stop
    from ._tables import comparison_columns, comparison_rows
    from ._terminal import data, sheet, show

    when = day(on, language)
    if Path(path).exists() and is_register(Path(path)):
        opened = open_register(path, None, language)
        charters, register, problems = opened.charters, opened.register, opened.problems
    else:
        (charters, problems), register = open_charters(path, language), EMPTY
    for name in (old, new):
        find_version(charters, name, language)
    try:
        made = comparison.compare(charters, old, new, register, on=when)
    except TooLarge:
        raise stop(_TOO_LARGE, language, limit=LIMIT) from None
    match format_:
        case "json":
            data(dumps(made))
        case "csv":
            data(sheet(comparison_columns(made), comparison_rows(made)))
        case "markdown" | "text":
            show(comparison_document(made, charters, language, recorded=bool(register.projects)), format_)
    return FAULTY if problems else FINE
