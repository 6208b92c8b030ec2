# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A decision certificate as a grid: under every outcome the lines that give it, with a mark for what a fact may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, unique
from typing import Final

from attrs import frozen

from ..answers import Column
from ..certificate import Certificate, Row
from ..charter import UNDETERMINED, Charter, Charters
from ..explain.answers import FactWords, answer
from ..explain.labels import Labels, titles_of
from ..explain.render import Figure, Table
from ..explain.words import begin, day, listing, number
from ..text import Language, Text
from ..truth import Truth
from ..values import Choice, Known, Range
from ._axis import Sample, key
from ._heads import Head, heads
from ._sheet import QUIET, RULE, SMALL, Look, Sheet, lines_of, named, width_of

LINES: Final = 40
"""Up to so many lines are drawn; the table has them all."""
_NARROW, _WIDE = 14.0, 22.0
"""Between two states of a fact, as there is room."""
_BESIDE: Final = 170.0
_ROW: Final = 15.0
_TALLEST: Final = 6.9
_SETTLED: Final = Look()
_OPEN: Final = Look(fill="none", width=1.0)


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text(
        "{charter}: bij welke feiten welke uitkomst hoort. Partners naar de stand van {day}.",
        "{charter}: which facts lead to which outcome. Partners as of {day}.",
    )
    SHOWN = Text(
        "{facts} beslissen; samen zijn er {cases} combinaties, alle berekend, in {lines}.",
        "{facts} decide; together there are {cases} combinations, every one decided, in {lines}.",
    )
    FACTS = Text("{count} feiten", "{count} facts")
    FACT_ONE = Text("1 feit", "1 fact")
    LINES = Text("{count} regels", "{count} lines")
    LINE_ONE = Text("1 regel", "1 line")
    PER_OUTCOME = Text("{outcome}: {lines}", "{outcome}: {lines}")
    FIRST = Text(
        "Getekend zijn de eerste {shown} van {all} regels; de tabel heeft ze alle.",
        "The first {shown} of {all} lines are drawn; the table has them all.",
    )
    HEADING = Text("{letter}. {outcome}", "{letter}. {outcome}")
    COMBINATIONS = Text("Combinaties", "Combinations")
    OUTCOME = Text("Uitkomst", "Outcome")
    POSSIBLE = Text("Nog mogelijk", "Still possible")
    ANY = Text("maakt niet uit", "makes no difference")
    SETTLED = Text("zo is het", "it is so")
    UNSETTLED = Text("een hiervan, nog niet bekend welke", "one of these, not known yet which")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


@frozen
class _Fact:
    """A column with its places: the states that cannot be told apart further, by index, and which each state holds."""

    column: Column
    cells: tuple[int, ...]
    held: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, column: Column) -> _Fact:
        """The places of a column, in its order."""
        cells = tuple(
            index
            for index, state in enumerate(column.states)
            if not any(other != state and _covers(state, other) for other in column.states)
        )
        held = tuple(
            tuple(place for place, cell in enumerate(cells) if _covers(state, column.states[cell]))
            for state in column.states
        )
        return cls(column, cells, held)


def _covers(one: Known, other: Known) -> bool:
    """Whether whoever knows the other knows the one."""
    match one, other:
        case Range(), Range():
            return one.covers(other)
        case Choice(options), Choice(others):
            return others <= options
        case Truth(), Truth():
            return one in (other, Truth.UNKNOWN)
        case _:
            return False


@frozen
class _Grid:
    """A certificate in the order in which it is drawn: by outcome, what is undetermined last."""

    certificate: Certificate
    charter: Charter
    facts: tuple[_Fact, ...]
    words: FactWords
    titles: Mapping[str, Text]
    rows: tuple[Row, ...]
    language: Language

    @property
    def letters(self) -> Mapping[str, str]:
        """A letter for every outcome but the one that is not settled."""
        named = [name for name in self.titles if name != UNDETERMINED]
        return {name: _letter(place) for place, name in enumerate(named)}

    def heading(self, outcome: str) -> str:
        """What an outcome is called, with its letter."""
        title = begin(self.titles[outcome][self.language])
        letter = self.letters.get(outcome)
        return title if letter is None else Said.HEADING.say(self.language, letter=letter, outcome=title)


def _letter(place: int) -> str:
    letter = chr(ord("A") + place % 26)
    return letter if place < 26 else f"{letter}{place // 26 + 1}"


def decision_table(certificate: Certificate, charters: Charters, language: Language) -> Figure | None:
    """The whole answer table of a charter version; of a long one the first lines are drawn, which the picture says.

    A fact that makes no difference to a line is a faint line there. None when the charter decides nothing.

    Raises:
        KeyError: when the certificate is of a version that is not among the charters.
    """
    charter = charters[certificate.charter]
    titles = titles_of((charter,))
    order = [*(one for one in titles if one != UNDETERMINED), UNDETERMINED]
    rows = tuple(sorted(certificate.rows, key=lambda one: order.index(one.answered.outcome)))
    if not rows or not charter.outcomes:
        return None
    grid = _Grid(
        certificate,
        charter,
        tuple(map(_Fact.of, certificate.columns)),
        FactWords(certificate.columns, Labels.of_charter(charter), language),
        titles,
        rows,
        language,
    )
    caption = Said.NAME.say(language, charter=certificate.title[language], day=day(certificate.on, language))
    alt = " ".join(_told(grid))
    sheet = Sheet(language)
    height = _drawn(sheet, grid)
    name = named("decision-table", certificate.charter)
    return Figure(name, sheet.svg(height, caption, alt), alt, caption, _table(grid, caption))


def _counted(count: int, one: Said, several: Said, language: Language) -> str:
    return one.say(language) if count == 1 else several.say(language, count=number(count, language))


def _told(grid: _Grid) -> Iterator[str]:
    language = grid.language
    yield Said.SHOWN.say(
        language,
        facts=_counted(len(grid.facts), Said.FACT_ONE, Said.FACTS, language),
        cases=number(grid.certificate.cases, language),
        lines=_counted(len(grid.rows), Said.LINE_ONE, Said.LINES, language),
    )
    parts = []
    for outcome in dict.fromkeys(row.answered.outcome for row in grid.rows):
        lines = sum(row.answered.outcome == outcome for row in grid.rows)
        counted = _counted(lines, Said.LINE_ONE, Said.LINES, language)
        title = begin(grid.titles[outcome][language])
        parts.append(Said.PER_OUTCOME.say(language, outcome=title, lines=counted))
    yield f"{'; '.join(parts)}."
    if len(grid.rows) > LINES:
        yield _rest(grid)


def _rest(grid: _Grid) -> str:
    shown, every = number(LINES, grid.language), number(len(grid.rows), grid.language)
    return Said.FIRST.say(grid.language, shown=shown, all=every)


# Drawing


def _places(facts: Sequence[_Fact], room: float) -> tuple[list[tuple[float, list[float]]], float]:
    """Of every fact where its name begins and where its states are; and where the last of them ends."""
    columns = sum(len(fact.cells) + 1 for fact in facts)
    step = min(_WIDE, max(_NARROW, (room - 8.0 - 4 * len(facts)) / max(1, columns)))
    x = 8.0
    places = []
    for fact in facts:
        states = [x + step * (place + 1) for place in range(len(fact.cells))]
        places.append((x, states))
        x = states[-1] + step + 4
    return places, x


def _drawn(sheet: Sheet, grid: _Grid) -> float:
    language = grid.language
    places, right = _places(grid.facts, sheet.width - _BESIDE - 6)
    # What is still possible stands beside the lines, under a heading of its own.
    right = max(right + 6, width_of(grid.heading(UNDETERMINED), bold=True) + 12)
    sheet.width = max(sheet.width, right + _BESIDE)
    named: list[Head] = []
    for fact, (x, states) in zip(grid.facts, places, strict=True):
        named.append(Head(x, begin(fact.column.label[language]), bold=True))
        for cell, at in zip(fact.cells, states, strict=True):
            named.append(Head(at, grid.words.state(fact.column, fact.column.states[cell])))
    y = heads(sheet, named) + 6
    sheet.text(sheet.width, y - 6, Said.COMBINATIONS.say(language), anchor="right", size=SMALL, color=QUIET)
    outcome = None
    for row in grid.rows[:LINES]:
        if row.answered.outcome != outcome:
            outcome = row.answered.outcome
            sheet.line(0, y, sheet.width, y, color=RULE, width=0.6)
            heading = lines_of(grid.heading(outcome), sheet.width, most=1, bold=True)
            sheet.lines(0, y + 10, heading, bold=True)
            if outcome == UNDETERMINED:
                sheet.text(right, y + 10, Said.POSSIBLE.say(language), size=SMALL, color=QUIET)
            y += 26
        _row(sheet, grid, row, y, places, right)
        y += _ROW
    sheet.line(0, y - 4, sheet.width, y - 4, color=RULE, width=0.6)
    if len(grid.rows) > LINES:
        y = sheet.lines(0, y + 6, lines_of(_rest(grid), sheet.width, size=SMALL), size=SMALL)
    return key(sheet, y + 8, _key(grid))


def _row(
    sheet: Sheet,
    grid: _Grid,
    row: Row,
    y: float,
    places: Sequence[tuple[float, list[float]]],
    right: float,
) -> None:
    language = grid.language
    for fact, picked, (_, states) in zip(grid.facts, row.states, places, strict=True):
        if len(picked) == len(fact.column.states):
            sheet.line(states[0] - 3, y, states[-1] + 3, y, width=1.0, dash="dotted")
            continue
        # The widest lie at the back, and each is a little lower than the one around it.
        for index in sorted(picked, key=lambda one: (-len(fact.held[one]), one)):
            held = fact.held[index]
            if index in fact.cells:
                sheet.mark(states[held[0]], y, "circle", _SETTLED, 2.8)
            elif held:
                tall = min(_TALLEST, 3.3 + 1.2 * (len(held) - 1))
                past = 3.4 + 1.2 * (len(held) - 1)
                left, end = states[held[0]] - past, states[held[-1]] + past
                sheet.box(left, y - tall, end - left, 2 * tall, _OPEN)
    if row.answered.outcome == UNDETERMINED:
        letters = [grid.letters[name] for name in row.answered.possible if name in grid.letters]
        told = lines_of(listing(letters, language, "or"), sheet.width - right - 40, most=1, size=SMALL)
        sheet.lines(right, y, told, size=SMALL)
    sheet.text(sheet.width, y, number(row.cases, language), anchor="right", size=SMALL, color=QUIET)


def _key(grid: _Grid) -> Iterator[tuple[Sample, str]]:
    language = grid.language
    yield (lambda sheet, x, y: sheet.mark(x, y, "circle", _SETTLED, 2.8)), Said.SETTLED.say(language)
    yield (lambda sheet, x, y: sheet.box(x - 8, y - 4.5, 16, 9, _OPEN)), Said.UNSETTLED.say(language)
    yield (
        (lambda sheet, x, y: sheet.line(x - 8, y, x + 8, y, width=1.0, dash="dotted")),
        Said.ANY.say(language),
    )


# The same in a table


def _table(grid: _Grid, caption: str) -> Table:
    language = grid.language
    columns = (
        *(begin(one.label[language]) for one in grid.certificate.columns),
        Said.OUTCOME.say(language),
        Said.POSSIBLE.say(language),
        *(begin(one.title[language]) for one in grid.charter.questions),
        Said.COMBINATIONS.say(language),
    )
    return Table(caption, columns, [_cells(grid, row) for row in grid.rows])


def _cells(grid: _Grid, row: Row) -> tuple[str, ...]:
    language = grid.language
    possible = (
        listing((begin(grid.titles[name][language]) for name in row.answered.possible), language, "or")
        if row.answered.outcome == UNDETERMINED
        else ""
    )
    return (
        *(
            Said.ANY.say(language) if len(picked) == len(column.states) else grid.words.states(column, picked)
            for column, picked in zip(grid.certificate.columns, row.states, strict=True)
        ),
        begin(grid.titles[row.answered.outcome][language]),
        possible,
        *(
            answer(question, status)[language]
            for question, status in zip(grid.charter.questions, row.answered.questions, strict=True)
        ),
        number(row.cases, language),
    )
