# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was a partner and when, over every version of an agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum, unique
from typing import Final

from attrs import frozen

from ..charter import Charter, Charters
from ..explain.render import Figure, Table
from ..explain.words import day, listing, number
from ..records.parties import Certainty, Partner
from ..text import Language, Text
from ..values import Period
from ._axis import Axis, bar, key, mark, version_titles, versions
from ._sheet import QUIET, SMALL, Look, Sheet, lines_of

_DAY: Final = timedelta(days=1)
_LABEL: Final = 168.0
_LEFT, _RIGHT = 180.0, 588.0
_THICK: Final = 9.0
_NAME: Final = 11.0
_LISTED: Final = 10
_LEAST: Final = 5.0
"""A spell of a few days is still seen."""


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text(
        "{partnership}: wie partner is, van wanneer tot wanneer. Peildatum {day}.",
        "{partnership}: who is a partner, from when through when. As of {day}.",
    )
    SHOWN = Text(
        "Tijdlijn van {first} tot en met {last}: {partners}, {versions}.",
        "Timeline from {first} through {last}: {partners}, {versions}.",
    )
    CERTAIN = Text("Op de peildatum is zeker partner: {names}.", "On that date certainly a partner: {names}.")
    POSSIBLE = Text("Niet zeker: {names}.", "Not certain: {names}.")
    NOBODY = Text(
        "Op de peildatum is van niemand zeker dat het een partner is.",
        "On that date nobody is certain to be a partner.",
    )
    PARTNERS = Text("{count} organisaties", "{count} organisations")
    PARTNER_ONE = Text("1 organisatie", "1 organisation")
    VERSIONS = Text("{count} versies van de overeenkomst", "{count} versions of the agreement")
    VERSION_ONE = Text("1 versie van de overeenkomst", "1 version of the agreement")
    UNITS = Text("met {count} onderdelen", "with {count} units")
    UNIT_ONE = Text("met 1 onderdeel", "with 1 unit")
    SURE = Text("zeker", "certain")
    UNCERTAIN = Text("onzeker", "uncertain")
    DISPUTED = Text("betwist", "disputed")
    LATER = Text("na de peildatum", "after that date")
    NO_BEGIN = Text("begin niet vastgelegd", "beginning not on record")
    NO_END = Text("einde niet vastgelegd", "end not on record")
    PARTY = Text("Organisatie", "Organisation")
    WHAT = Text("Wat", "What")
    VERSION = Text("Versie", "Version")
    FROM = Text("Vanaf", "From")
    THROUGH = Text("Tot en met", "Through")
    STANDING = Text("Zekerheid", "Certainty")
    NOTE = Text("Aantekening", "Note")
    MEMBERSHIP = Text("partner", "partner")
    CALLED = Text("heet {name}", "is called {name}")
    UNIT = Text("onderdeel: {name}", "unit: {name}")
    NO_FIRST_DAY = Text("geen begindatum vastgelegd", "no first day on record")
    NO_LAST_DAY = Text("geen einddatum vastgelegd", "no last day on record")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_STANDINGS: Final[Mapping[Certainty, Said]] = {
    Certainty.CERTAIN: Said.SURE,
    Certainty.UNCERTAIN: Said.UNCERTAIN,
    Certainty.DISPUTED: Said.DISPUTED,
}
_LOOKS: Final[Mapping[Certainty, Look]] = {
    Certainty.CERTAIN: Look(),
    Certainty.UNCERTAIN: Look(fill="white"),
    Certainty.DISPUTED: Look(fill="white", hatch="/////"),
}


@frozen
class _Spell:
    """Days on end on which a partner stood the same, over one or more versions."""

    period: Period
    certainty: Certainty


@frozen
class _Row:
    """One partner as its latest version has it, with its spells in order."""

    partner: Partner
    spells: tuple[_Spell, ...]

    @property
    def order(self) -> tuple[date, str, str]:
        """The longest standing first, and else by name."""
        first = self.spells[0].period.first
        return first or date.min, self.partner.name.casefold(), self.partner.id

    def standing(self, on: date) -> Certainty | None:
        """How it stands on a day; none when it is no partner then."""
        held = [one.certainty for one in self.spells if on in one.period]
        if not held:
            return None
        return Certainty.CERTAIN if Certainty.CERTAIN in held else held[0]


def _held(charter: Charter) -> Iterator[tuple[str, _Spell]]:
    """The memberships of a version, within its own days."""
    for one in charter.memberships:
        shared = one.period.meet(charter.period)
        if shared is not None:
            yield one.partner, _Spell(shared, one.certainty)


def _rows(charters: Charters) -> list[_Row]:
    partners = {one.id: one for charter in charters for one in charter.partners}
    spells: dict[str, list[_Spell]] = {}
    for charter in charters:
        for name, spell in _held(charter):
            spells.setdefault(name, []).append(spell)
    rows = [
        _Row(partners.get(name) or Partner(name, name), _joined(several)) for name, several in spells.items()
    ]
    return sorted(rows, key=lambda one: one.order)


def _joined(spells: list[_Spell]) -> tuple[_Spell, ...]:
    """Spells that follow each other without a day between, and stand the same, as one."""
    made: list[_Spell] = []
    for one in sorted(spells, key=lambda each: (each.period.first or date.min, each.certainty.value)):
        before = made[-1] if made else None
        if (
            before is not None
            and before.certainty is one.certainty
            and before.period.last is not None
            and one.period.first is not None
            and one.period.first <= before.period.last + _DAY
        ):
            ends = (before.period.last, one.period.last)
            last = None if None in ends else max(end for end in ends if end is not None)
            made[-1] = _Spell(Period(before.period.first, last), one.certainty)
        else:
            made.append(one)
    return tuple(made)


def membership(charters: Charters, language: Language, *, on: date) -> Figure | None:
    """A line for every partner that any version names as one, with what is uncertain and disputed told apart.

    A membership runs no further than its version. None when no version has a membership.
    """
    rows = _rows(charters)
    if not rows:
        return None
    caption = Said.NAME.say(
        language, partnership=charters.versions[-1].partnership[language], day=day(on, language)
    )
    axis = _axis(charters, rows, on)
    alt = _told(rows, charters, axis, language, on)
    sheet = Sheet(language)
    height = _drawn(sheet, rows, charters, axis, on)
    return Figure(
        "membership", sheet.svg(height, caption, alt), alt, caption, _table(charters, caption, language)
    )


def _axis(charters: Charters, rows: list[_Row], on: date) -> Axis:
    periods = [*(one.period for one in charters), *(spell.period for row in rows for spell in row.spells)]
    days = [on, *(end for one in periods for end in (one.first, one.last) if end is not None)]
    if len(set(days)) == 1:
        days = [date(on.year, 1, 1), date(on.year, 12, 31)]
    return Axis(min(days), max(days), _LEFT, _RIGHT)


def _told(rows: list[_Row], charters: Charters, axis: Axis, language: Language, on: date) -> str:
    count, several = len(rows), len(charters)
    partners = Said.PARTNER_ONE if count == 1 else Said.PARTNERS
    known = Said.VERSION_ONE if several == 1 else Said.VERSIONS
    said = [
        Said.SHOWN.say(
            language,
            first=str(axis.first.year),
            last=str(axis.last.year),
            partners=partners.say(language, count=number(count, language)),
            versions=known.say(language, count=number(several, language)),
        )
    ]
    sure = [one.partner.name for one in rows if one.standing(on) is Certainty.CERTAIN]
    perhaps = [
        one.partner.name for one in rows if one.standing(on) in (Certainty.UNCERTAIN, Certainty.DISPUTED)
    ]
    said.append(
        Said.CERTAIN.say(language, names=_named(sure, language)) if sure else Said.NOBODY.say(language)
    )
    if perhaps:
        said.append(Said.POSSIBLE.say(language, names=_named(perhaps, language)))
    return " ".join(said)


def _named(names: list[str], language: Language) -> str:
    """Names as a list, or how many there are when nobody would listen to all of them."""
    if len(names) > _LISTED:
        return Said.PARTNERS.say(language, count=number(len(names), language))
    return listing(names, language)


# Drawing


def _drawn(sheet: Sheet, rows: list[_Row], charters: Charters, axis: Axis, on: date) -> float:
    language = sheet.language
    body = version_titles(sheet, axis, charters.versions, 2.0) + 2
    top = body
    labels: list[tuple[tuple[str, ...], str]] = []
    for row in rows:
        name = lines_of(row.partner.name, _LABEL)
        under = _units(row.partner, language)
        labels.append((name, under))
        body += max(20.0, 11.25 * (len(name) + bool(under)) + 8)
        body += _NAME * len(_names_within(row.partner, axis))
    bottom = body + 2
    # What only leads the eye goes under the data.
    under_axis = axis.years(sheet, top, bottom)
    versions(sheet, axis, charters, 0.0, bottom)
    y, open_begin, open_end = top, False, False
    for row, (name, under) in zip(rows, labels, strict=True):
        high = max(20.0, 11.25 * (len(name) + bool(under)) + 8)
        line = y + 10
        after = sheet.lines(0, line, name)
        if under:
            sheet.text(0, after, under, size=SMALL, color=QUIET)
        for spell in row.spells:
            _bar(sheet, axis, spell, line, on)
            open_begin = open_begin or spell.period.first is None
            open_end = open_end or spell.period.last is None
        y += high
        for held, called in _names_within(row.partner, axis):
            _called(sheet, axis, held, called, y + 3)
            y += _NAME
    axis.as_of(sheet, on, top, bottom + 3, under_axis + 4)
    return _key(sheet, under_axis + 18, rows, axis, on, open_begin=open_begin, open_end=open_end)


def _units(partner: Partner, language: Language) -> str:
    count = len(partner.units)
    if not count:
        return ""
    return (
        Said.UNIT_ONE.say(language) if count == 1 else Said.UNITS.say(language, count=number(count, language))
    )


def _names_within(partner: Partner, axis: Axis) -> list[tuple[Period, str]]:
    """The names it bore in turn, when there were several; and its units that counted for part of the time."""
    shown = Period(axis.first, axis.last)
    names = [(one.period.meet(shown), one.name) for one in partner.names]
    named = [(held, name) for held, name in names if held is not None]
    units = [
        (held, one.name or one.id)
        for one in partner.units
        if one.period != Period() and (held := one.period.meet(shown)) is not None
    ]
    return [*(named if len(named) > 1 else []), *units]


def _bar(sheet: Sheet, axis: Axis, spell: _Spell, y: float, on: date) -> None:
    look, first, last = _LOOKS[spell.certainty], spell.period.first, spell.period.last
    left = axis.left if first is None else axis.start(first)
    right = axis.right if last is None else axis.end(last)
    if right - left < _LEAST:
        middle = (left + right) / 2
        left, right = middle - _LEAST / 2, middle + _LEAST / 2
    now = axis.end(on)
    until = max(left, min(right, now))
    if until > left:
        sheet.box(left, y - _THICK / 2, until - left, _THICK, look)
    if right > until:
        sheet.box(until, y - _THICK / 4, right - until, _THICK / 2, look)
    if first is None:
        sheet.mark(left - 5, y, "left", Look(fill="white"), 4)
    if last is None:
        sheet.mark(right + 5, y, "right", Look(fill="white"), 4)


def _called(sheet: Sheet, axis: Axis, held: Period, name: str, y: float) -> None:
    """A thin line over the days of a name or a unit, with the name beside it."""
    assert held.first is not None
    assert held.last is not None
    left, right = axis.start(held.first), axis.end(held.last)
    sheet.line(left, y, right, y, color=QUIET, width=1.2)
    for x in (left, right):
        sheet.line(x, y - 2.5, x, y + 2.5, color=QUIET, width=1.2)
    told = lines_of(name, _LABEL - 10, most=1, size=SMALL)
    sheet.lines(10, y, told, size=SMALL, color=QUIET)


def _key(
    sheet: Sheet, y: float, rows: list[_Row], axis: Axis, on: date, *, open_begin: bool, open_end: bool
) -> float:
    language = sheet.language
    there = {spell.certainty for row in rows for spell in row.spells}
    entries = [(bar(_LOOKS[one], _THICK), _STANDINGS[one].say(language)) for one in Certainty if one in there]
    if on < axis.last and any(
        spell.period.last is None or on < spell.period.last for row in rows for spell in row.spells
    ):
        entries.append((bar(Look(), _THICK / 2), Said.LATER.say(language)))
    if open_begin:
        entries.append((mark("left", Look(fill="white")), Said.NO_BEGIN.say(language)))
    if open_end:
        entries.append((mark("right", Look(fill="white")), Said.NO_END.say(language)))
    return key(sheet, y, entries)


# The same in a table


def _table(charters: Charters, caption: str, language: Language) -> Table:
    """Every membership of every version as it stands there, and the names and units with their days."""
    columns = (Said.PARTY, Said.WHAT, Said.VERSION, Said.FROM, Said.THROUGH, Said.STANDING, Said.NOTE)
    rows = [row for charter in charters for row in _of_version(charter, language)]
    return Table(caption, tuple(one.say(language) for one in columns), rows)


def _of_version(charter: Charter, language: Language) -> Iterator[tuple[str, ...]]:
    names = {one.id: one.name for one in charter.partners}
    title = charter.title[language]
    for one in charter.memberships:
        yield (
            names.get(one.partner, one.partner),
            Said.MEMBERSHIP.say(language),
            title,
            *_ends(one.period, language),
            _STANDINGS[one.certainty].say(language),
            one.note,
        )
    for partner in charter.partners:
        told = [
            *((Said.CALLED.say(language, name=one.name), one.period) for one in partner.names),
            *((Said.UNIT.say(language, name=one.name or one.id), one.period) for one in partner.units),
        ]
        for words, period in told:
            yield partner.name, words, title, *_ends(period, language), "", ""


def _ends(period: Period, language: Language) -> tuple[str, str]:
    first = Said.NO_FIRST_DAY.say(language) if period.first is None else day(period.first, language)
    last = Said.NO_LAST_DAY.say(language) if period.last is None else day(period.last, language)
    return first, last
