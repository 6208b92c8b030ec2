# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names over narrow columns, leaning to the right so that they can be read without turning the page."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin
from typing import Final

from attrs import frozen

from ._sheet import INK, SMALL, Sheet, lines_of, width_of

_TURN: Final = 50.0
_RUN, _RISE = cos(radians(_TURN)), sin(radians(_TURN))
_LONGEST: Final = 225.0
LEAN: Final = 62.0
"""Room for the last name to lean into."""


@frozen
class Head:
    """What a column is called, at its place."""

    x: float
    words: str
    bold: bool = False
    color: str = INK


def heads(sheet: Sheet, several: Iterable[Head]) -> float:
    """Draw the names, as long as they may be where they are; gives the height under them."""
    told = [(one, _fitting(sheet, one)) for one in several]
    tall = max((width_of(words, SMALL, bold=one.bold) for one, words in told), default=0.0)
    y = _RISE * tall + 8
    for one, words in told:
        sheet.text(one.x + 3, y, words, size=SMALL, color=one.color, bold=one.bold, turned=_TURN)
    return y


def _fitting(sheet: Sheet, one: Head) -> str:
    room = min(_LONGEST, (sheet.width - one.x - 8) / _RUN)
    return next(iter(lines_of(one.words, room, most=1, size=SMALL, bold=one.bold)), "")
