# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command that reconciles the money of a period."""

from __future__ import annotations

from ..text import Language
from ._commands import FAULTY, FINE, Form


def funding(
    path: str,
    /,
    *,
    year: str | None = None,
    period: str | None = None,
    project: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Reconcile the money of a year or period: per project, per partner and per year, with the records behind it.

    Pledged, committed and paid are never added together, nor are money and what is given in kind. Nothing is judged
    here: exits with 0, and with 2 when files have problems.

    Args:
        path: A register.
        year: The calendar year, as 2025.
        period: The period, as 2024-01-01..2025-12-31.
        project: The id of one project, to see that alone.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: everything in JSON, one row a figure in CSV, or a page in Markdown.
    """
    from ..explain.money import funding_document
    from ..files.codec import dumps
    from ..reconciliation import ROW_COLUMNS, reconcile
    from ._opening import find_project, open_register, span
    from ._terminal import data, sheet, show

    within = span(year, period, language)
    opened = open_register(path, charters, language)
    chosen = None if project is None else find_project(opened.register, project, language).id
    made = reconcile(opened.charters, opened.register, period=within, project=chosen)
    match format_:
        case "json":
            data(dumps(made))
        case "csv":
            data(sheet(ROW_COLUMNS, made.rows()))
        case "markdown" | "text":
            show(funding_document(made, language), format_)
    return FAULTY if opened.problems else FINE
