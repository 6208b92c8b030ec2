# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command about one joint pace: what fits, what collides, and who could move."""

from __future__ import annotations

from typing import Final

from ..text import Language, Text
from ._commands import FAULTY, FINE, Form

_NO_DAYS: Final = Text("een venster telt minstens één dag", "a window has at least one day")
_NOT_ONE: Final = Text(
    "op {day} geldt niet precies één versie van de overeenkomst",
    "on {day} not exactly one version of the charter is in force",
)


def pace(
    path: str,
    project: str,
    /,
    *,
    on: str,
    days: int = 1,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Show when the parties of a project can, what fits everyone, what collides, and who could move how far.

    Days that fit are a proposal. Exits with 0, whatever fits; with 2 when files have problems.

    Args:
        path: A register.
        project: The id of a project in it.
        on: The day up to which things are known, as 2025-06-01.
        days: How many days on end should fit.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: JSON, rows in CSV, or a page in Markdown.
    """
    from ..explain.pacing import PACE_COLUMNS, pace_document, pace_rows
    from ..files.codec import dumps
    from ..pacing import pace_of
    from ._opening import day, find_project, open_register, stop
    from ._terminal import data, sheet, show

    when = day(on, language)
    if days < 1:
        raise stop(_NO_DAYS, language)
    opened = open_register(path, charters, language)
    subject = find_project(opened.register, project, language)
    if len(opened.charters.on(when)) != 1:
        raise stop(_NOT_ONE, language, day=when)
    made = pace_of(opened.charters, opened.register, subject.id, on=when, days=days)
    match format_:
        case "json":
            data(dumps(made))
        case "csv":
            data(sheet(PACE_COLUMNS, pace_rows(made)))
        case "markdown" | "text":
            show(pace_document(made, language), format_)
    return FAULTY if opened.problems else FINE
