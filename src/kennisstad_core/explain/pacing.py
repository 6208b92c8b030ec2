# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pace of a project in words and in rows: who can when, what fits, what collides, and who could move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, unique
from typing import Final

from ..facts import DAYS
from ..findings import Status
from ..pacing import Conflict, Move, Pace, Party
from ..records.alignment import Interest, Visibility
from ..records.pace import TermKind
from ..text import Language, Text
from ..values import ALWAYS, Period
from . import render
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .words import day, ended, listing, period, quantity


@unique
class Said(Enum):
    """What is said of a pace, with the same parameters in both languages."""

    TITLE = Text("Het tempo van {project}", "The pace of {project}")
    AS_KNOWN = Text("Zoals bekend op {day}.", "As known on {day}.")
    PLAN = Text("Het plan loopt {period}.", "The plan runs {period}.")
    WHO = Text("Wie wanneer kan, naar eigen opgave", "Who can when, by their own statement")
    PARTY = Text("partij", "party")
    WINDOWS = Text("kan", "can")
    BASIS = Text("op grond van", "because of")
    NOBODY = Text("Nog niemand gaf een tempo op.", "Nobody stated a pace yet.")
    SILENT = Text("Nog niet opgegeven: {names}.", "Not stated yet: {names}.")
    JOINT = Text("Wat past", "What fits")
    FITS = Text(
        "Wie een tempo opgaf, kan {windows}. Dat is een voorstel; een afspraak is het pas als die is vastgelegd.",
        "Everyone who stated a pace can {windows}. That is a proposal: it is agreed only when that is on record.",
    )
    NO_FIT = Text(
        "Er is geen dag waarop iedereen kan die een tempo opgaf.",
        "There is no day on which everyone who stated a pace can.",
    )
    AGREED = Text("Afgesproken op {day}: {period}.", "Agreed on {day}: {period}.")
    AGREED_OPEN = Text(
        "Op {day} is een tempo afgesproken; voor welke dagen, is niet vastgelegd.",
        "A pace was agreed on {day}; for which days is not on record.",
    )
    NOT_AGREED = Text(
        "Er is geen afspraak over het tempo vastgelegd.", "No agreement on the pace is on record."
    )
    OUTSIDE = Text(
        "De afspraak staat, al gaat ze verder dan de eigen opgave van {names}.",
        "The agreement stands, although it goes beyond what {names} stated.",
    )
    CONFLICTS = Text("Wat botst", "What collides")
    PAIR = Text("{names} hebben geen dag gemeen.", "{names} have no day in common.")
    SET = Text(
        "{names} hebben geen dag gemeen, terwijl er wel een is zodra een van hen wegblijft.",
        "{names} have no day in common, and there is one as soon as any of them is left out.",
    )
    NOT_ALL = Text(
        "Er zijn meer botsingen dan hier zijn nagegaan; dit zijn elke twee die botsen, en één groep.",
        "There are more conflicts than were sought here; these are every two that collide, and one set.",
    )
    INTEREST = Text("Belang van {name}: {words}", "Interest of {name}: {words}")
    CONFIDENTIAL = Text(
        "{name} heeft een vertrouwelijk belang vastgelegd.", "{name} has a confidential interest on record."
    )
    TRANSLATED = Text("Voor {name} gezegd: {words}", "Put for {name}: {words}")
    MOVES = Text("Als één partij schuift", "If one party moves")
    LATER = Text(
        "{name} schuift {days} naar later ({window}): dan past {fits}.",
        "{name} moves {days} later ({window}): then {fits} fits.",
    )
    EARLIER = Text(
        "{name} schuift {days} naar eerder ({window}): dan past {fits}.",
        "{name} moves {days} earlier ({window}): then {fits} fits.",
    )
    NO_MOVE = Text(
        "Met een enkele partij die schuift, is het niet op te lossen.",
        "It cannot be solved by a single party that moves.",
    )
    TERMS = Text("Termijnen die tijdens het plan aflopen", "Terms that end during the plan")
    POLITICAL = Text(
        "De politieke termijn van {name} loopt af op {day} ({basis}).",
        "The political term of {name} ends on {day} ({basis}).",
    )
    ACADEMIC = Text(
        "Het academische jaar van {name} loopt af op {day} ({basis}).",
        "The academic year of {name} ends on {day} ({basis}).",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_TERMS: Final[Mapping[TermKind, Said]] = {
    TermKind.POLITICAL: Said.POLITICAL,
    TermKind.ACADEMIC: Said.ACADEMIC,
}
PACE_COLUMNS: Final = ("what", "parties", "first", "last", "days", "basis", "records")
"""The columns of `pace_rows`."""


def explain_pace(pace: Pace, language: Language) -> str:
    """The pace of a project as plain text of at most 80 columns."""
    return render.text(pace_document(pace, language))


def pace_document(pace: Pace, language: Language) -> Document:
    """The pace of a project as typed blocks."""
    return Document(language, tuple(_pace(pace, language)))


def _pace(pace: Pace, language: Language) -> Iterator[Block]:
    yield Heading(1, Said.TITLE.say(language, project=pace.title[language]))
    known = Said.AS_KNOWN.say(language, day=day(pace.on, language))
    plan = "" if pace.plan == ALWAYS else Said.PLAN.say(language, period=period(pace.plan, language))
    yield Paragraph(f"{known} {plan}")
    if pace.parties:
        columns = (Said.PARTY, Said.WINDOWS, Said.BASIS)
        yield Table(
            Said.WHO.say(language),
            tuple(one.say(language) for one in columns),
            tuple(_party(one, language) for one in pace.parties),
        )
    else:
        yield Paragraph(Said.NOBODY.say(language))
    if pace.silent:
        yield Paragraph(Said.SILENT.say(language, names=listing(pace.silent, language)))
    yield from _fitting(pace, language)
    if pace.conflicts:
        yield Heading(2, Said.CONFLICTS.say(language))
        yield Items(_conflict(one, pace, language) for one in pace.conflicts)
        if not pace.complete:
            yield Paragraph(Said.NOT_ALL.say(language))
    if pace.suggestions or pace.conflicts:
        yield Heading(2, Said.MOVES.say(language))
        if pace.suggestions:
            yield Items(Item(_move(one, language)) for one in pace.suggestions)
        else:
            yield Paragraph(Said.NO_MOVE.say(language))
    if pace.terms:
        yield Heading(2, Said.TERMS.say(language))
        yield Items(
            Item(
                _TERMS[one.term.kind].say(
                    language, name=one.name, day=day(one.term.period.last, language), basis=one.term.basis
                ),
                Status.INFO,
            )
            for one in pace.terms
            if one.term.period.last is not None
        )


def _party(one: Party, language: Language) -> tuple[str, str, str]:
    basis = dict.fromkeys(two.basis for two in one.statements if two.basis)
    none = Phrase.NONE.say(language)
    return one.name, _windows(one.windows, language), listing(basis, language) or none


def _windows(several: tuple[Period, ...], language: Language) -> str:
    return listing((period(one, language) for one in several), language)


def _fitting(pace: Pace, language: Language) -> Iterator[Block]:
    yield Heading(2, Said.JOINT.say(language))
    for made in pace.agreed:
        phrase = Said.AGREED_OPEN if made.period == ALWAYS else Said.AGREED
        span = period(made.period, language)
        yield Paragraph(phrase.say(language, day=day(made.on, language), period=span))
    if pace.outside:
        yield Paragraph(Said.OUTSIDE.say(language, names=listing(pace.outside, language)))
    if not pace.agreed:
        yield Paragraph(Said.NOT_AGREED.say(language))
    if pace.joint:
        yield Paragraph(Said.FITS.say(language, windows=_windows(pace.joint, language)))
    elif pace.parties:
        yield Paragraph(Said.NO_FIT.say(language))


def _conflict(one: Conflict, pace: Pace, language: Language) -> Item:
    phrase = Said.PAIR if len(one.parties) == 2 else Said.SET
    items = (
        Item(_interest(party.name, interest, language), items=_translated(party, interest, language))
        for party in pace.parties
        if party.id in one.parties
        for interest in party.interests
    )
    return Item(phrase.say(language, names=listing(one.names, language)), items=tuple(items))


def _interest(name: str, one: Interest, language: Language) -> str:
    if one.visibility is Visibility.CONFIDENTIAL or one.text is None:
        return Said.CONFIDENTIAL.say(language, name=name)
    return ended(Said.INTEREST.say(language, name=name, words=one.text[language]))


def _translated(party: Party, one: Interest, language: Language) -> tuple[Item, ...]:
    return tuple(
        Item(ended(Said.TRANSLATED.say(language, name=two.name, words=two.translation.text[language])))
        for two in party.translations
        if two.translation.interest in (one.record, one.id) and two.translation.text is not None
    )


def _move(one: Move, language: Language) -> str:
    phrase = Said.LATER if one.days > 0 else Said.EARLIER
    return phrase.say(
        language,
        name=one.name,
        days=quantity(abs(one.days), language, DAYS),
        window=period(one.window, language),
        fits=period(one.fits, language),
    )


def pace_rows(pace: Pace) -> Iterator[dict[str, str]]:
    """The pace of a project in codes and days: what was stated, fits, collides, could move, was agreed, and ends."""
    for party in pace.parties:
        for stated in party.statements:
            yield _row("stated", party.id, stated.period, basis=stated.basis, records=stated.record)
    for window in pace.joint:
        yield _row("joint", "|".join(one.id for one in pace.parties), window)
    for conflict in pace.conflicts:
        yield _row("conflict", "|".join(conflict.parties), ALWAYS)
    for move in pace.suggestions:
        yield _row("move", move.party, move.fits, days=str(move.days))
    for made in pace.agreed:
        yield _row("agreed", "|".join(made.parties), made.period, records=made.record)
    for one in pace.terms:
        term = one.term
        yield _row("term", term.partner, term.period, basis=term.basis, records=term.id)


def _row(
    what: str, parties: str, span: Period, *, days: str = "", basis: str = "", records: str = ""
) -> dict[str, str]:
    first, last = ("" if end is None else end.isoformat() for end in (span.first, span.last))
    return dict(zip(PACE_COLUMNS, (what, parties, first, last, days, basis, records), strict=True))
