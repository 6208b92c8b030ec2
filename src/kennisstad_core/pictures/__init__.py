# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pictures of governance documentation: each a pure function from data to SVG, words and a table of the same.

Nothing to draw is none, so that a page says so in a sentence (`NOTHING`). Needs the extra ``pictures``.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ..explain.render import Figure
from ..text import Text
from ._answers import decision_table
from ._funding import funding
from ._membership import membership
from ._network import network
from ._outcomes import outcomes
from ._rhythm import rhythm, rhythm_table

Picture: TypeAlias = Figure
"""A picture in SVG with what it shows in words, and the same data, complete, in a table."""
NOTHING: Final = Text("Er is nog niets vastgelegd om te tekenen.", "There is nothing on record to draw yet.")
"""What a page says in the place of a picture without data."""

__all__ = [
    "NOTHING",
    "Picture",
    "decision_table",
    "funding",
    "membership",
    "network",
    "outcomes",
    "rhythm",
    "rhythm_table",
]  # fmt: skip
