# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pictures on pages: with the extra that draws them the picture and its table, without it the table alone."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Final

from attrs import evolve

from ..explain.render import Figure, Table

DRAWN: Final = find_spec("matplotlib") is not None
"""Whether the extra ``pictures`` is installed."""


def drawn(make: Callable[[], Figure | None], table: Table | None = None) -> Figure | Table | None:
    """A picture above a table of the page’s own, or above the one it brings; without the extra that table alone.

    Without the extra and without a table of the page’s own there is nothing, as when there is nothing to draw.
    """
    figure = make() if DRAWN else None
    if figure is None:
        return table
    return figure if table is None else evolve(figure, table=table)
