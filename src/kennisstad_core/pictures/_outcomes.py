# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The outcome of one project from day to day: when it changed, and under which version of the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, unique
from typing import Final

from attrs import evolve

from ..charter import UNDETERMINED, Charters
from ..decisions import Spell
from ..explain.labels import titles_of
from ..explain.render import Figure, Table
from ..explain.words import begin, day, number, period
from ..text import Language, Text
from ..values import Period
from ._axis import Axis, version_titles, versions
from ._sheet import FAINT, SMALL, Look, Sheet, lines_of, named

_LABEL: Final = 168.0
_LEFT, _RIGHT = 180.0, 588.0
_THICK: Final = 8.0
_ROW: Final = 26.0


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text("De uitkomst van dag tot dag, {period}.", "The outcome from day to day, {period}.")
    NAME_OF = Text(
        "{title}: de uitkomst van dag tot dag, {period}.", "{title}: the outcome from day to day, {period}."
    )
    THROUGHOUT = Text("Al die tijd: {outcome}.", "Throughout: {outcome}.")
    FIRST = Text("Eerst: {outcome}.", "At first: {outcome}.")
    THEN = Text("Vanaf {day}: {outcome}.", "From {day}: {outcome}.")
    MORE = Text(
        "Daarna verandert de uitkomst nog {count} keer, voor het laatst op {day}: {outcome}.",
        "After that the outcome changes {count} more times, for the last time on {day}: {outcome}.",
    )
    WHEN = Text("Wanneer", "When")
    OUTCOME = Text("Uitkomst", "Outcome")
    VERSION = Text("Versie", "Version")
    NO_VERSION = Text("geen overeenkomst van kracht", "no agreement in force")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_TOLD: Final = 4
"""Of more changes the words tell the first ones and the last; the table has every one."""


def outcomes(
    spells: Sequence[Spell],
    charters: Charters,
    language: Language,
    *,
    title: Text | None = None,
    name: str = "",
) -> Figure | None:
    """A line on the height of the outcome for every spell of a `history`; None without a spell.

    ``title`` is what the project is called and ``name`` its id, for the name of the picture.
    """
    if not spells:
        return None
    first, last = spells[0].period.first, spells[-1].period.last
    assert first is not None
    assert last is not None
    titles = titles_of(charters)
    whole = period(Period(first, last), language)
    caption = (
        Said.NAME.say(language, period=whole)
        if title is None
        else Said.NAME_OF.say(language, title=title[language], period=whole)
    )
    alt = " ".join(_told(_runs(spells), titles, language))
    sheet = Sheet(language)
    height = _drawn(sheet, spells, charters, titles, Axis(first, last, _LEFT, _RIGHT))
    table = _table(spells, charters, titles, caption, language)
    return Figure(
        named("outcomes", name) if name else "outcomes", sheet.svg(height, caption, alt), alt, caption, table
    )


def _runs(spells: Sequence[Spell]) -> list[Spell]:
    """Spells after one another with one outcome as one, whatever else changed."""
    made: list[Spell] = []
    for one in spells:
        if made and made[-1].outcome == one.outcome:
            made[-1] = evolve(made[-1], period=Period(made[-1].period.first, one.period.last))
        else:
            made.append(one)
    return made


def _title(titles: Mapping[str, Text], outcome: str, language: Language) -> str:
    named = titles.get(outcome)
    return outcome if named is None else begin(named[language])


def _told(runs: list[Spell], titles: Mapping[str, Text], language: Language) -> Iterator[str]:
    for place, one in enumerate(runs[:_TOLD]):
        words = _title(titles, one.outcome, language)
        if len(runs) == 1:
            yield Said.THROUGHOUT.say(language, outcome=words)
        elif place == 0:
            yield Said.FIRST.say(language, outcome=words)
        elif one.period.first is not None:
            yield Said.THEN.say(language, day=day(one.period.first, language), outcome=words)
    if len(runs) > _TOLD and runs[-1].period.first is not None:
        yield Said.MORE.say(
            language,
            count=number(len(runs) - _TOLD, language),
            day=day(runs[-1].period.first, language),
            outcome=_title(titles, runs[-1].outcome, language),
        )


def _drawn(
    sheet: Sheet, spells: Sequence[Spell], charters: Charters, titles: Mapping[str, Text], axis: Axis
) -> float:
    there = {one.outcome for one in spells}
    ordered = [one for one in titles if one in there and one != UNDETERMINED]
    ordered += sorted(there - {*ordered, UNDETERMINED}) + [UNDETERMINED] * (UNDETERMINED in there)
    live = [one for one in charters if one.period.meet(Period(axis.first, axis.last)) is not None]
    top = version_titles(sheet, axis, live, 2.0) + 2 if len(live) > 1 else 4.0
    heights = {one: top + _ROW * place + _ROW / 2 for place, one in enumerate(ordered)}
    bottom = top + _ROW * len(ordered)
    one_year = axis.first.year == axis.last.year and (axis.last - axis.first).days > 360
    under = axis.months(sheet, top, bottom) if one_year else axis.years(sheet, top, bottom)
    if len(live) > 1:
        versions(sheet, axis, live, 0.0, bottom)
    for outcome, y in heights.items():
        told = lines_of(_title(titles, outcome, sheet.language), _LABEL, size=SMALL)
        sheet.lines(0, y - 5.0 * (len(told) - 1), told, size=SMALL)
        sheet.line(axis.left, y, axis.right, y, color=FAINT, width=0.5)
    for one in _runs(spells):
        assert one.period.first is not None
        assert one.period.last is not None
        y, left, right = heights[one.outcome], axis.start(one.period.first), axis.end(one.period.last)
        look = Look(fill="white", hatch="/////") if one.outcome == UNDETERMINED else Look()
        sheet.box(left, y - _THICK / 2, max(right - left, 1.5), _THICK, look)
    return under


# The same in a table


def _table(
    spells: Sequence[Spell], charters: Charters, titles: Mapping[str, Text], caption: str, language: Language
) -> Table:
    named = {one.id: one.title[language] for one in charters}
    columns = (Said.WHEN, Said.OUTCOME, Said.VERSION)
    rows = [
        (
            period(one.period, language),
            _title(titles, one.outcome, language),
            named.get(one.charter, Said.NO_VERSION.say(language)),
        )
        for one in spells
    ]
    return Table(caption, tuple(one.say(language) for one in columns), rows)
