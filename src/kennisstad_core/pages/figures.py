# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures on pages: with the extra that draws them the picture and its table, without it the table alone."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Final

from attrs import evolve

from ..explain.render import Figure, Table, said
from ..text import Language, Text

DRAWN: Final = find_spec("matplotlib") is not None
"""Whether the extra ``pictures`` is installed."""
NONE: Final = Text("geen", "none")
NOTHING: Final = Text("niets vastgelegd", "nothing on record")


def drawn(
    make: Callable[[], Figure | None], table: Table | None = None, *, language: Language = "nl"
) -> Figure | Table | None:
    """A picture above a table of the page’s own, or above the one it brings; without the extra that table alone.

    Without the extra and without a table of the page’s own there is nothing, as when there is nothing to draw.
    """
    figure = make() if DRAWN else None
    if figure is None:
        return table
    return evolve(figure, table=filled(figure.table, language) if table is None else table)


def filled(table: Table, language: Language, word: Text = NOTHING) -> Table:
    """The table with a word in every cell, so that a reader who hears it knows that nothing is there."""
    rows = (
        tuple(cell if said(cell) not in ("", "-") else word[language] for cell in row) for row in table.rows
    )
    return evolve(table, rows=rows)
