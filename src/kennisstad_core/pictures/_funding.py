# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every party pledged, committed and paid, side by side and never added, with what is given in kind apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, unique
from typing import Final

from attrs import frozen

from ..explain.money import FIGURES
from ..explain.money import Said as Words
from ..explain.render import Figure as Picture
from ..explain.render import Table
from ..explain.words import begin, day, money, number, period, span
from ..facts.amounts import CASH, IN_KIND, Figure
from ..reconciliation import Cell, Line, Reconciliation
from ..records.funding import Purpose
from ..text import Language, Text
from ..values import Money, Range
from ._axis import Sample, bar, key
from ._sheet import GREEN, INK, QUIET, RULE, SMALL, Look, Sheet, lines_of, width_of

_LABEL: Final = 122.0
_LEFT, _RIGHT = 130.0, 600.0
_BETWEEN: Final = 9.0
_THICK: Final = 6.0
_TIP: Final = 7.0
_ROW: Final = 27.0
_APART: Final = 12.0
"""Between what is given in money and what is given in kind."""


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text(
        "{partnership}: bijdragen per partij, {period}, zoals bekend op {day}.",
        "{partnership}: contributions by party, {period}, as known on {day}.",
    )
    SHOWN = Text(
        "Van {parties} naast elkaar wat is toegezegd, vastgelegd en betaald; inbreng in natura staat apart. Dat zijn "
        "stappen van hetzelfde bedrag, dus niets is bij elkaar opgeteld.",
        "Of {parties} side by side what was pledged, committed and paid; what is given in kind stands apart. These "
        "are steps of the same amount, so nothing is added up.",
    )
    PARTIES = Text("{count} partijen", "{count} parties")
    PARTY_ONE = Text("1 partij", "1 party")
    OPEN_ONE = Text("1 bedrag is een ondergrens.", "1 amount is a lower bound.")
    OPEN = Text("{count} bedragen zijn een ondergrens.", "{count} amounts are lower bounds.")
    UNKNOWN_ONE = Text("1 bedrag is nog niet bekend.", "1 amount is not known yet.")
    UNKNOWN = Text("{count} bedragen zijn nog niet bekend.", "{count} amounts are not known yet.")
    AT_LEAST = Text("ten minste", "at least")
    NOT_KNOWN = Text("nog niet bekend", "not known yet")
    BETWEEN = Text("tussen twee bedragen", "between two amounts")
    CASH = Text("in geld", "in money")
    IN_KIND = Text("in natura", "in kind")
    IN_CURRENCY = Text("{what} ({currency})", "{what} ({currency})")
    PARTY_OR_YEAR = Text("Partij of jaar", "Party or year")
    BY_YEAR = Text("{what}, per jaar", "{what}, by year")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_CASH: Final = Look()
_CASH_OPEN: Final = Look(fill="white")
_IN_KIND: Final = Look(fill="white", edge=GREEN, hatch="/////")
_IN_KIND_OPEN: Final = Look(fill="white", edge=GREEN)
_SHOWN: Final = (*CASH, *IN_KIND, Figure.IN_KIND_NOT_VALUED)


@frozen
class _Block:
    """Lines of one purpose in one currency, under a heading."""

    title: str
    unit: str
    by_year: bool
    rows: tuple[tuple[str, Line], ...]


def funding(reconciliation: Reconciliation, language: Language) -> Picture | None:
    """The totals of every party, the core apart from the projects, and by year when the period has several.

    All bars of one currency have one scale, a lower bound ends in an arrow and what is not known has no bar. None when
    nothing was pledged, committed, paid or given in kind.
    """
    made = reconciliation
    blocks = tuple(_blocks(made, language))
    if not blocks:
        return None
    figures = tuple(one for one in _SHOWN if one in CASH or any(_on_record(block, one) for block in blocks))
    caption = Said.NAME.say(
        language,
        partnership=made.partnership[language],
        period=period(made.period, language),
        day=day(made.on, language),
    )
    alt = " ".join(_told(blocks, figures, language))
    sheet = Sheet(language)
    height = _drawn(sheet, blocks, figures)
    table = _table(blocks, figures, caption, language)
    return Picture(f"funding-{_named(made)}", sheet.svg(height, caption, alt), alt, caption, table)


def _named(made: Reconciliation) -> str:
    first, last = made.period.first, made.period.last
    assert first is not None
    assert last is not None
    return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"


def _blocks(made: Reconciliation, language: Language) -> Iterator[_Block]:
    several_years = len({one.period for one in made.by_year}) > 1
    units = dict.fromkeys(
        (made.currency, *(cell.unit for one in made.by_party for cell in one.cells if cell.unit))
    )
    for purpose in (Purpose.CORE, Purpose.PROJECT):
        what = _what(made, purpose, language)
        for unit in units:
            title = (
                what if unit == made.currency else Said.IN_CURRENCY.say(language, what=what, currency=unit)
            )
            for several, heading, by_year in (
                (made.by_party, title, False),
                (made.by_year if several_years else (), Said.BY_YEAR.say(language, what=title), True),
            ):
                rows = tuple(
                    (_label(one, language, by_year=by_year), one)
                    for one in several
                    if one.purpose is purpose and any(_there(one, figure, unit) for figure in _SHOWN)
                )
                if rows:
                    yield _Block(heading, unit, by_year, rows)


def _what(made: Reconciliation, purpose: Purpose, language: Language) -> str:
    if purpose is Purpose.PROJECT:
        return Words.PROJECTS.say(language)
    return Words.CORE.say(language) if made.core is None else begin(made.core[language])


def _label(line: Line, language: Language, *, by_year: bool) -> str:
    if by_year:
        assert line.period.first is not None
        return str(line.period.first.year)
    return line.name or Words.NOBODY.say(language)


def _cell(line: Line, figure: Figure, unit: str) -> Cell | None:
    return next((one for one in line.cells if one.figure is figure and one.unit in (unit, "")), None)


def _there(line: Line, figure: Figure, unit: str) -> bool:
    cell = _cell(line, figure, unit)
    return cell is not None and bool(cell.records)


def _on_record(block: _Block, figure: Figure) -> bool:
    return any(_there(line, figure, block.unit) for _, line in block.rows)


def _cells(blocks: Iterable[_Block], figures: Iterable[Figure]) -> list[Cell]:
    of_parties = [line for block in blocks for _, line in block.rows]
    units = [block.unit for block in blocks for _ in block.rows]
    cells = (
        _cell(line, figure, unit) for line, unit in zip(of_parties, units, strict=True) for figure in figures
    )
    return [one for one in cells if one is not None]


def _told(blocks: tuple[_Block, ...], figures: tuple[Figure, ...], language: Language) -> Iterator[str]:
    count = len({line.party for block in blocks for _, line in block.rows if line.name or line.party})
    phrase = Said.PARTY_ONE if count == 1 else Said.PARTIES
    yield Said.SHOWN.say(language, parties=phrase.say(language, count=number(count, language)))
    cells = _cells(blocks, figures)
    unknown = sum(one.value == Range(0) for one in cells)
    opened = sum(one.value.high is None for one in cells) - unknown
    if opened:
        yield (Said.OPEN_ONE if opened == 1 else Said.OPEN).say(language, count=number(opened, language))
    if unknown:
        yield (Said.UNKNOWN_ONE if unknown == 1 else Said.UNKNOWN).say(
            language, count=number(unknown, language)
        )


# Drawing


def _columns(figures: tuple[Figure, ...], least: float) -> tuple[Mapping[Figure, tuple[float, float]], float]:
    """Where each figure begins and how wide it may be, and where the last one ends: no amount is ever broken."""
    split = _APART if any(one not in CASH for one in figures) else 0.0
    wide = max((_RIGHT - _LEFT - split) / len(figures), least + _BETWEEN)
    places = {
        one: (_LEFT + place * wide + (0 if one in CASH else split), wide - _BETWEEN)
        for place, one in enumerate(figures)
    }
    return places, _LEFT + len(figures) * wide + split


def _drawn(sheet: Sheet, blocks: tuple[_Block, ...], figures: tuple[Figure, ...]) -> float:
    amounts = (word for one in _cells(blocks, figures) for word in _short(one, sheet.language).split())
    columns, right = _columns(figures, max((width_of(word, SMALL) for word in amounts), default=0.0))
    sheet.width = max(sheet.width, right)
    y = 8.0
    for figure, (x, wide) in columns.items():
        sheet.lines(
            x, y, lines_of(begin(FIGURES[figure][sheet.language]), wide, most=3, size=SMALL), size=SMALL
        )
    y += 30 if any(one not in CASH for one in figures) else 12
    for block in blocks:
        most = _most([one for one in blocks if one.unit == block.unit], figures)
        sheet.line(0, y, sheet.width, y, color=RULE, width=0.6)
        sheet.text(0, y + 11, block.title, bold=True)
        y += 22
        for label, line in block.rows:
            sheet.lines(0, y + 5, lines_of(label, _LABEL))
            for figure, (x, wide) in columns.items():
                cell = _cell(line, figure, block.unit)
                if cell is not None:
                    _figure(sheet, cell, x, y, wide, most)
            y += _ROW
        y += 2
    sheet.line(0, y, sheet.width, y, color=RULE, width=0.6)
    return key(sheet, y + 12, _key(blocks, figures, sheet.language))


def _most(blocks: Iterable[_Block], figures: Iterable[Figure]) -> int:
    """The largest amount in a currency, to which all bars are drawn."""
    ends = (one.value.high or one.value.low for one in _cells(blocks, figures) if one.unit)
    return max((abs(one) for one in ends), default=0) or 1


def _figure(sheet: Sheet, cell: Cell, x: float, y: float, wide: float, most: int) -> None:
    told = _short(cell, sheet.language)
    quiet = cell.value == Range.exactly(0)
    sheet.lines(x, y + 5, lines_of(told, wide, size=SMALL), size=SMALL, color=QUIET if quiet else INK)
    if not cell.unit or cell.value in (Range(0), Range.exactly(0)):
        return
    solid, hollow = (_CASH, _CASH_OPEN) if cell.figure in CASH else (_IN_KIND, _IN_KIND_OPEN)
    middle, scale = y + 16, (wide - _TIP) / most
    low, high = cell.value.low, cell.value.high
    sheet.line(x, middle - 5, x, middle + 5, width=0.8)
    if low > 0:
        sheet.box(x, middle - _THICK / 2, low * scale, _THICK, solid)
    reached = x + max(low, 0) * scale
    if high is None and low > 0:
        sheet.mark(reached + 4, middle, "right", hollow, 3)
    elif high is not None and high > max(low, 0):
        sheet.box(reached, middle - _THICK / 2, (high - max(low, 0)) * scale, _THICK, _between(hollow))


def _between(hollow: Look) -> Look:
    return Look(fill="white", edge=hollow.edge, dashed=True)


def _short(cell: Cell, language: Language) -> str:
    """A figure in as few letters as it can be said exactly."""
    low, high = cell.value.low, cell.value.high
    if cell.value == Range(0):
        return "?"
    if cell.value.exact:
        return _amount(low, cell.unit, language)
    if high is None:
        return f"≥\N{NO-BREAK SPACE}{_amount(low, cell.unit, language)}"
    return f"{_amount(low, cell.unit, language)} – {_amount(high, cell.unit, language)}"


def _amount(cents: int, unit: str, language: Language) -> str:
    if not unit:
        return number(cents, language)
    told = money(Money(cents, unit), language)
    return told if cents % 100 else told[:-3]


def _key(
    blocks: tuple[_Block, ...], figures: tuple[Figure, ...], language: Language
) -> Iterator[tuple[Sample, str]]:
    yield bar(_CASH, _THICK), Said.CASH.say(language)
    if any(one not in CASH for one in figures):
        yield bar(_IN_KIND, _THICK), Said.IN_KIND.say(language)
    values = [one.value for one in _cells(blocks, figures)]
    if any(one.high is None and one != Range(0) for one in values):
        yield _arrow, Said.AT_LEAST.say(language)
    if any(one.high is not None and not one.exact for one in values):
        yield bar(_between(_CASH_OPEN), _THICK), Said.BETWEEN.say(language)
    if Range(0) in values:
        yield _nothing, Said.NOT_KNOWN.say(language)


def _arrow(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 8, y - _THICK / 2, 10, _THICK, _CASH)
    sheet.mark(x + 6, y, "right", _CASH_OPEN, 3)


def _nothing(sheet: Sheet, x: float, y: float) -> None:
    sheet.text(x, y, "?", anchor="center", size=SMALL)


# The same in a table


def _table(
    blocks: tuple[_Block, ...], figures: tuple[Figure, ...], caption: str, language: Language
) -> Table:
    first = Said.PARTY_OR_YEAR if any(block.by_year for block in blocks) else Words.PARTNER
    heads = (
        Words.WHAT_FOR.say(language),
        first.say(language),
        *(begin(FIGURES[one][language]) for one in figures),
    )
    rows = [
        (block.title, label, *(_whole(_cell(line, figure, block.unit), language) for figure in figures))
        for block in blocks
        for label, line in block.rows
    ]
    return Table(caption, heads, rows)


def _whole(cell: Cell | None, language: Language) -> str:
    return "" if cell is None else span(cell.value, language, cell.unit)
