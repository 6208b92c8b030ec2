# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Days from left to right, with the years or months under them, and a key to the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from ..charter import Charter
from ..explain.words import day as written
from ..text import Language, Text
from ._sheet import FAINT, INK, QUIET, SMALL, Look, Shape, Sheet, lines_of, width_of

_MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_AS_OF: Final = Text("peildatum {day}", "as of {day}")


def short(day: date, language: Language) -> str:
    """A day of a year that is clear from what is around it."""
    return f"{day.day} {_MONTHS[language][day.month - 1]}"


@frozen
class Axis:
    """Days from the first through the last, both included, between two places on a sheet."""

    first: date
    last: date
    left: float
    right: float

    def start(self, day: date) -> float:
        """Where a day begins; a day off the axis is at its end."""
        held = min(max(day, self.first), self.last)
        return self._at(held.toordinal())

    def end(self, day: date) -> float:
        """Where a day ends."""
        held = min(max(day, self.first), self.last)
        return self._at(held.toordinal() + 1)

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.start(day) + self.end(day)) / 2

    def _at(self, ordinal: int) -> float:
        first = self.first.toordinal()
        span = self.last.toordinal() + 1 - first
        return self.left + (self.right - self.left) * (ordinal - first) / span

    def years(self, sheet: Sheet, top: float, bottom: float) -> float:
        """The years, with a faint line where each begins; gives the height under them."""
        firsts = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1)]
        firsts = [one for one in firsts if self.first <= one]
        apart = (self.right - self.left) * 365 / max(365, (self.last - self.first).days)
        step = next((one for one in _STEPS if one * apart >= width_of("2000", SMALL) + 6), _STEPS[-1])
        for one in firsts:
            x = self.start(one)
            sheet.line(x, top, x, bottom, color=FAINT, width=0.5)
            if one.year % step == 0 and x + width_of("2000", SMALL) / 2 <= self.right + 8:
                sheet.line(x, bottom, x, bottom + 3)
                sheet.text(x, bottom + 10, str(one.year), anchor="center", size=SMALL, color=QUIET)
        sheet.line(self.left, bottom, self.right, bottom)
        return bottom + 18

    def months(self, sheet: Sheet, top: float, bottom: float) -> float:
        """The months of one year, named in their middle; gives the height under them."""
        year = self.first.year
        for month, name in enumerate(_MONTHS[sheet.language], start=1):
            first = date(year, month, 1)
            following = date(year, month + 1, 1) if month < 12 else None
            x = self.start(first)
            end = self.right if following is None else self.start(following)
            sheet.line(x, top, x, bottom, color=FAINT, width=0.5)
            sheet.line(x, bottom, x, bottom + 3)
            sheet.text((x + end) / 2, bottom + 10, name, anchor="center", size=SMALL, color=QUIET)
        sheet.line(self.left, bottom, self.right, bottom)
        return bottom + 18

    def as_of(self, sheet: Sheet, on: date, top: float, bottom: float, y: float) -> None:
        """A line at the end of the reference date, named at the height ``y``."""
        if self.first <= on < self.last:
            x = self.end(on)
            words = _AS_OF[sheet.language].format(day=written(on, sheet.language))
            half = width_of(words, SMALL) / 2
            sheet.line(x, top, x, bottom, color=INK, width=1.0)
            sheet.text(
                min(max(x, self.left + half), self.right - half), y, words, anchor="center", size=SMALL
            )


def versions(sheet: Sheet, axis: Axis, charters: Iterable[Charter], top: float, bottom: float) -> None:
    """Where a version of the agreement begins and ends, down to ``bottom``."""
    for one in charters:
        for day, place in ((one.period.first, axis.start), (one.period.last, axis.end)):
            if day is not None and axis.first <= day <= axis.last:
                sheet.line(place(day), top, place(day), bottom, width=0.8, dash="dashed")


def version_titles(sheet: Sheet, axis: Axis, charters: Sequence[Charter], top: float) -> float:
    """What the versions are called, each over its own days; gives the height under them."""
    under = top
    for one in charters:
        left = axis.left if one.period.first is None else axis.start(one.period.first)
        right = axis.right if one.period.last is None else axis.end(one.period.last)
        if right - left < width_of("…", SMALL) + 8:
            continue
        told = lines_of(one.title[sheet.language], right - left - 5, most=3, size=SMALL)
        under = max(under, sheet.lines(left + 4, top + 6, told, size=SMALL, color=INK))
    return under


# A key


Sample: TypeAlias = Callable[[Sheet, float, float], None]
"""Draws a mark around a point."""


def bar(look: Look, thick: float) -> Sample:
    """A bar as in the picture."""
    return lambda sheet, x, y: sheet.box(x - 8, y - thick / 2, 16, thick, look)


def mark(shape: Shape, look: Look, size: float = 3.5) -> Sample:
    """A mark as in the picture."""
    return lambda sheet, x, y: sheet.mark(x, y, shape, look, size)


def key(sheet: Sheet, y: float, entries: Iterable[tuple[Sample, str]]) -> float:
    """What the marks mean, from left to right and on as many lines as it takes; gives the height under it."""
    x = 0.0
    for draw, words in entries:
        wide = 20 + width_of(words, SMALL) + 14
        if x and x + wide - 14 > sheet.width:
            x, y = 0.0, y + 14
        draw(sheet, x + 8, y)
        sheet.text(x + 20, y, words, size=SMALL, color=QUIET)
        x += wide
    return y + 10
