# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was a partner when, and of each party what is on record about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from attrs import evolve

from ..charter import Charters
from ..explain.clauses import source
from ..explain.render import Block, Document, Heading, Paragraph, Ref, Table, Target, Words
from ..explain.words import day, ended, listing, number, period
from ..facts.membership import Roll
from ..records.parties import Membership, Partner, Party
from ..text import Language, Text
from ..values import ALWAYS, Period
from ._partner import partner_blocks
from ._partywords import CERTAINTIES, Said
from .archive import Archive
from .figures import drawn

_DAY: Final = timedelta(days=1)


def parties(archive: Archive) -> dict[str, Party]:
    """Every partner of any version, as the newest names it, and after them the organisations from outside."""
    found: dict[str, Party] = {}
    for charter in reversed(tuple(archive.charters)):
        for one in charter.partners:
            found.setdefault(one.id, one)
    named: dict[str, Party] = {name: found[name] for name in sorted(found)}
    for external in archive.register.external_parties:
        named.setdefault(external.id, external)
    return named


def party_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Every partner and every organisation from outside."""
    return ((one.id, Text.same(one.name)) for one in parties(archive).values())


def partner_document(archive: Archive, party: str, language: Language) -> Document:
    """What is on record about one partner, or about one organisation from outside.

    Raises:
        KeyError: when no version of the charter and no register names such a party.
    """
    whole = parties(archive)[party]
    blocks: list[Block] = [Heading(1, whole.name, Target("partner", party))]
    shows = Said.PARTNER_SHOWS if isinstance(whole, Partner) else Said.EXTERNAL_SHOWS
    blocks.append(Paragraph(shows.say(language, day=day(archive.on, language))))
    held = [one for one in spells(archive.charters) if one.partner == party]
    if held:
        blocks.append(Heading(2, Said.MEMBERSHIP.say(language)))
        blocks.append(_table(archive, held, language))
    return Document(language, (*blocks, *partner_blocks(archive, whole, held, language)))


# Membership


def spells(charters: Charters) -> tuple[Membership, ...]:
    """Every membership as far as the version that states it was in force; what runs on in the next one is joined."""
    found: dict[str, list[Membership]] = {}
    for charter in charters:
        for one in charter.memberships:
            held = one.period.meet(charter.period)
            if held is None:
                continue
            own = found.setdefault(one.partner, [])
            before = own[-1] if own else None
            if before is not None and _runs_on(before, evolve(one, period=held)):
                own[-1] = evolve(before, period=Period(before.period.first, held.last))
            else:
                own.append(evolve(one, period=held))
    return tuple(one for partner in sorted(found) for one in found[partner])


def _runs_on(before: Membership, after: Membership) -> bool:
    last, first = before.period.last, after.period.first
    alike = evolve(before, period=ALWAYS) == evolve(after, period=ALWAYS)
    return alike and last is not None and first is not None and last + _DAY == first


def memberships_table(archive: Archive, within: Period, language: Language) -> Iterator[Block]:
    """Who was a partner in a period, from when until when."""
    held = [one for one in spells(archive.charters) if one.period.meet(within) is not None]
    yield _table(archive, held, language) if held else Paragraph(Said.NO_MEMBERS.say(language))


def _table(archive: Archive, held: Iterable[Membership], language: Language) -> Table:
    names = parties(archive)
    columns = (Said.PARTNER, Said.PERIOD, Said.CERTAINTY, Said.NOTE)
    rows = (
        (
            Ref(
                Target("partner", one.partner),
                names[one.partner].name if one.partner in names else one.partner,
            ),
            period(one.period, language),
            CERTAINTIES[one.certainty][language],
            _note(one) or Said.NONE.say(language),
        )
        for one in held
    )
    return Table(Said.MEMBERS.say(language), tuple(one.say(language) for one in columns), rows)


def _note(one: Membership) -> str:
    parts = (one.note, "; ".join(map(source, one.sources)))
    return " ".join(ended(part) for part in parts if part)


def membership_document(archive: Archive, _: str, language: Language) -> Document:
    """Every membership of every version, as a picture and in a table."""
    return Document(language, tuple(_membership(archive, language)))


def _membership(archive: Archive, language: Language) -> Iterator[Block]:
    from ..pictures import membership

    yield Heading(1, Said.MEMBERSHIP.say(language), Target("page", "membership"))
    yield Paragraph(Said.MEMBERSHIP_SHOWS.say(language, day=day(archive.on, language)))
    held = spells(archive.charters)
    if not held:
        yield Paragraph(Said.NO_MEMBERS.say(language))
        return
    yield from _roll(archive, language)
    table = _table(archive, held, language)
    yield drawn(lambda: membership(archive.charters, language, on=archive.on), table) or table
    yield _versions(archive, language)


def _roll(archive: Archive, language: Language) -> Iterator[Block]:
    """Who is a partner on the day of the archive."""
    roll = Roll.of(spells(archive.charters), archive.on)
    names = parties(archive)

    def called(several: Iterable[str]) -> str:
        return listing((names[one].name if one in names else one for one in sorted(several)), language)

    certain = called(roll.certain) or Said.NOBODY.say(language)
    words = Said.ON_THE_DAY.say(language, day=day(archive.on, language), certain=certain)
    if roll.possible:
        words = f"{words} {Said.DOUBTFUL.say(language, possible=called(roll.possible))}"
    yield Paragraph(words)


def _versions(archive: Archive, language: Language) -> Table:
    columns = (Said.VERSION, Said.IN_FORCE, Said.HOW_MANY)
    rows: list[tuple[Words, ...]] = [
        (
            Ref(Target("charter", one.id), one.title[language]),
            period(one.period, language),
            number(len(one.partners), language),
        )
        for one in archive.charters
    ]
    return Table(Said.VERSIONS.say(language), tuple(one.say(language) for one in columns), rows)
