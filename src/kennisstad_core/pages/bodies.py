# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The bodies of a partnership at work: seats, meetings, recesses, wishes, and the rhythm of each year."""

from __future__ import annotations

from collections.abc import Iterator

from ..calendars import rhythm_of
from ..charter import Charters
from ..explain.render import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Role,
    Table,
    Target,
    Words,
    joined,
)
from ..explain.words import FORCES, begin, day, ended, number, period, status
from ..facts import DerivedFact
from ..pictures import rhythm, rhythm_table
from ..portfolio import Names
from ..records.bodies import AgendaItem, Meeting, Wish
from ..text import Language, Text
from ..values import Period
from ._bodywords import ITEMS, MEETINGS, WISHES, Said
from ._norms import anchored, sections
from .archive import Archive
from .figures import NONE, drawn, filled


def bodies(charters: Charters) -> dict[str, Text]:
    """The bodies of every version, in the words of the newest."""
    return {one.id: one.title for charter in charters for one in charter.bodies}


def body_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Every body, with a capital as a title has."""
    for name, title in sorted(bodies(archive.charters).items()):
        yield name, Text(begin(title.nl), begin(title.en))


def body_document(archive: Archive, body: str, language: Language) -> Document:
    """What is on record about one body.

    Raises:
        KeyError: when no version of the charter has such a body.
    """
    return Document(language, tuple(_Body(archive, body, language).blocks()))


class _Body:
    """One body in one language."""

    def __init__(self, archive: Archive, body: str, language: Language) -> None:
        self.archive, self.body, self.language = archive, body, language
        self.title = begin(bodies(archive.charters)[body][language])
        self.names = Names(archive.register, archive.charters, archive.on)

    def blocks(self) -> Iterator[Block]:
        """The page from top to bottom."""
        language = self.language
        yield Heading(1, self.title, Target("body", self.body))
        yield Paragraph(Said.SHOWS.say(language, day=day(self.archive.on, language)))
        yield Paragraph(Said.NOT_SHOWN.say(language))
        yield Heading(2, Said.TASK.say(language))
        yield Items(self._task())
        yield Heading(2, Said.SEATS.say(language))
        yield self._seats()
        yield Heading(2, Said.MEETINGS.say(language))
        yield self._meetings()
        yield Heading(2, Said.RECESSES.say(language))
        yield self._recesses()
        yield from self._items()
        yield Heading(2, Said.WISHES.say(language))
        yield from self._wishes()
        if self.archive.years:
            yield Heading(2, Said.YEARS.say(language))
            for year in self.archive.years:
                yield from findings(self.archive, self.body, year, language)
                if _has_rhythm(self.archive, self.body, year):
                    words = Said.SEE_RHYTHM.say(language, year=str(year))
                    yield Paragraph((Ref(Target("page", f"rhythm/{self.body}/{year}"), words), "."))

    def _table(self, caption: Said, columns: tuple[Said, ...], rows: list[tuple[Words, ...]]) -> Table:
        heads = tuple(one.say(self.language) for one in columns)
        return Table(caption.say(self.language), heads, rows)

    def _partner(self, written: str) -> Ref:
        name, title = self.names.party(written)
        role: Role = "body" if name in bodies(self.archive.charters) else "partner"
        return Ref(Target(role, name), title[self.language])

    # What it is, and who sits in it

    def _task(self) -> Iterator[Item]:
        language = self.language
        yield Item(Said.ID.say(language, id=self.body))
        versions = [
            Ref(Target("charter", charter.id), charter.title[language])
            for charter in self.archive.charters
            if self.body in {one.id for one in charter.bodies}
        ]
        yield Item((Said.NAMED_IN.say(language), *joined(versions), "."))
        asked = False
        for charter in reversed(tuple(self.archive.charters)):
            own = {
                one.name for one in charter.facts if isinstance(one, DerivedFact) and one.body == self.body
            }
            for clause in charter.clauses:
                if own & set(clause.names):
                    asked = True
                    title = Ref(Target("clause", f"{charter.id}/{clause.id}"), clause.title[language])
                    force = FORCES[clause.force][language]
                    text = ended(clause.text[language])
                    yield Item((title, Said.CLAUSE_SAYS.say(language, force=force, text=text)))
        if not asked:
            yield Item(Said.NO_TASK.say(language))

    def _seats(self) -> Block:
        language = self.language
        rows: list[tuple[Words, ...]] = []
        for one in self.archive.register.seats:
            if one.body == self.body:
                role = one.role or Said.NOT_RECORDED.say(language)
                mandate = one.mandate or Said.NOT_RECORDED.say(language)
                kind = (Said.ALTERNATE if one.alternate else Said.OWN_SEAT).say(language)
                days = period(one.period, language)
                rows.append((self._partner(one.partner), role, kind, mandate, days))
        if not rows:
            return Paragraph(Said.NO_SEATS.say(language))
        columns = (Said.PARTNER, Said.CAPACITY, Said.SEAT, Said.MANDATE, Said.PERIOD)
        return self._table(Said.SEATS_TABLE, columns, rows)

    # Meetings and recesses

    def _meetings(self) -> Block:
        own = sorted(
            (one for one in self.archive.register.meetings if one.body == self.body),
            key=lambda one: (one.on, one.record),
        )
        if not own:
            return Paragraph(Said.NO_MEETINGS.say(self.language))
        columns = (Said.DAY, Said.STANDING, Said.PRESENT, Said.ALL_COUNTED, Said.POINTS, Said.RECORD)
        return self._table(Said.MEETINGS_TABLE, columns, [self._meeting(one) for one in own])

    def _meeting(self, one: Meeting) -> tuple[Words, ...]:
        language = self.language
        standing = MEETINGS[one.status][language]
        points = {
            each.id: each.title[language] for charter in self.archive.charters for each in charter.agenda
        }
        people = ", ".join(
            Said.PEOPLE.say(language, name=self.names.party(who)[1][language], count=number(count, language))
            for who, count in one.attendance
        )
        return (
            day(one.on, language),
            f"{standing}: {one.reason}" if one.reason else standing,
            people or Said.NOT_RECORDED.say(language),
            (Said.YES if one.all_counted else Said.NOT_RECORDED).say(language),
            "; ".join(points.get(name, name) for name in one.purposes) or Said.NONE.say(language),
            one.record,
        )

    def _recesses(self) -> Block:
        language = self.language
        rows: list[tuple[Words, ...]] = [
            (
                period(one.period, language),
                (Said.AFTERWARDS if one.retroactive else Said.REGISTERED_BY).say(
                    language, day=day(one.registered_on, language), by=str(one.by)
                ),
                one.reason or Said.NOT_RECORDED.say(language),
                one.record,
            )
            for one in self.archive.register.recesses
            if one.body in ("", self.body)
        ]
        if not rows:
            return Paragraph(Said.NO_RECESSES.say(language))
        return self._table(
            Said.RECESSES_TABLE, (Said.PERIOD, Said.REGISTERED, Said.REASON, Said.RECORD), rows
        )

    # Agenda and wishes

    def _items(self) -> Iterator[Block]:
        rows = [self._item(one) for one in self.archive.register.agenda_items if one.body == self.body]
        if rows:
            yield Heading(2, Said.ITEMS.say(self.language))
            yield self._table(
                Said.ITEMS_TABLE, (Said.ITEM, Said.SECTION, Said.DAY, Said.STANDING, Said.REASON), rows
            )

    def _item(self, one: AgendaItem) -> tuple[Words, ...]:
        language, register = self.language, self.archive.register
        points = {
            each.id: each.title[language] for charter in self.archive.charters for each in charter.agenda
        }
        standing = ITEMS[one.status][language]
        if one.until is not None:
            standing = Said.UNTIL.say(language, standing=standing, day=day(one.until, language))
        title = one.title[language]
        return (
            Ref(Target("project", one.about), title) if one.about in register else title,
            points.get(one.purpose, one.purpose),
            day(one.on, language),
            standing,
            one.reason or Said.NONE.say(language),
        )

    def _wishes(self) -> Iterator[Block]:
        meetings = {one.record for one in self.archive.register.meetings if one.body == self.body}
        rows = [
            self._wish(one)
            for one in sorted(self.archive.register.wishes, key=lambda each: (each.on, each.record))
            if one.by == self.body or one.origin in meetings
        ]
        if not rows:
            yield Paragraph(Said.NO_WISHES.say(self.language))
            return
        yield Paragraph(Said.WISHES_WHY.say(self.language))
        yield self._table(
            Said.WISHES_TABLE,
            (Said.WISH, Said.FROM, Said.DAY, Said.STANDING, Said.FOLLOW_UP, Said.RECORD),
            rows,
        )

    def _wish(self, one: Wish) -> tuple[Words, ...]:
        language, register = self.language, self.archive.register
        follow_up: Words = one.reason or Said.NONE.say(language)
        if one.led_to in register:
            follow_up = Ref(Target("project", one.led_to), register[one.led_to].title[language])
        standing = WISHES[one.status][language]
        if one.answered_on is not None:
            standing = f"{standing}, {day(one.answered_on, language)}"
        return (
            one.text[language],
            self._partner(one.by),
            day(one.on, language),
            standing,
            follow_up,
            one.record,
        )


def findings(archive: Archive, body: str, year: int, language: Language) -> Iterator[Block]:
    """How every clause about a body stood in a year, each leading to its place in the account of that year."""
    columns = (Said.CLAUSE, Said.YEAR, Said.STANDS)
    rows = [
        (
            Ref(anchored(str(year), section), section.clause.title[language]),
            str(year),
            status(section.clause.force, found.clause.status)[language],
        )
        for section in sections(archive, year)
        for found in section.found
        if (found.kind, found.subject) == ("body", body)
    ]
    if rows:
        yield Table(Said.FINDINGS_TABLE.say(language), tuple(one.say(language) for one in columns), rows)
    else:
        yield Paragraph(Said.NO_FINDINGS.say(language, year=str(year)))


# Rhythm


def rhythm_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Each body in each year in which something was asked of it or a meeting is on record."""
    for name, title in body_subjects(archive):
        for year in archive.years:
            if _has_rhythm(archive, name, year):
                yield f"{name}/{year}", Text(f"{title.nl}, {year}", f"{title.en}, {year}")


def _has_rhythm(archive: Archive, body: str, year: int) -> bool:
    """Whether a rhythm was asked of a body in a year, or it met or meant to; a recess alone is none of its own."""
    span = Period.year(year)
    asked = (rhythm_of(one, body) for one in archive.charters if one.period.meet(span) is not None)
    met = (one.body == body and one.on in span for one in archive.register.meetings)
    return any(one is not None for one in asked) or any(met)


def rhythm_document(archive: Archive, subject: str, language: Language) -> Document:
    """The meetings of a body in a year beside what was asked, as a picture and in a table.

    Raises:
        KeyError: when no version of the charter has such a body.
        ValueError: when the subject is not a body and a year.
    """
    body, _, year = subject.rpartition("/")
    return Document(language, tuple(_rhythm(archive, body, int(year), language)))


def _rhythm(archive: Archive, body: str, year: int, language: Language) -> Iterator[Block]:
    title = begin(bodies(archive.charters)[body][language])
    yield Heading(
        1, Said.RHYTHM.say(language, body=title, year=str(year)), Target("page", f"rhythm/{body}/{year}")
    )
    on = min(archive.on, Period.year(year).last or archive.on)
    yield Paragraph(Said.RHYTHM_SHOWS.say(language, year=str(year), day=day(on, language)))
    yield Paragraph(Said.RHYTHM_NOT.say(language))
    charters, register = archive.charters, archive.register
    table = rhythm_table(charters, register, body, year, language, on=on)
    if table is None:
        yield Paragraph(Said.RHYTHM_NONE.say(language))
    else:
        whole = filled(table, language, NONE)
        yield drawn(lambda: rhythm(charters, register, body, year, language, on=on), whole) or whole
    yield Heading(2, Said.FINDINGS.say(language))
    yield from findings(archive, body, year, language)
