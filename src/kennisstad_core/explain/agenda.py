# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""An agenda in words: section by section, with why each point is there and what to call it when it is decided on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, unique
from typing import Final

from ..agenda import Agenda, Candidate, Ground, Point, Reason, Section
from ..calendars import Due
from ..findings import Status
from ..records.bodies import AgendaItem, ItemStatus
from ..text import Language, Text
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph
from .sentences import told
from .words import begin, day, ended, listing, number, status


@unique
class Said(Enum):
    """What an agenda says, with the same parameters in both languages."""

    TITLE = Text("{partnership}: agenda van {day} ({body})", "{partnership}: agenda of {day} ({body})")
    SINCE = Text("De vorige bijeenkomst was op {day}.", "The last meeting was on {day}.")
    FIRST = Text("Er is geen eerdere bijeenkomst vastgelegd.", "No earlier meeting is on record.")
    IN_TIME = Text(
        "Volgens het ritme was deze uiterlijk op {due} aan de beurt; dat is op tijd.",
        "By the rhythm this one was due on {due} at the latest; that is in time.",
    )
    LATE_ONE = Text(
        "Volgens het ritme was deze uiterlijk op {due} aan de beurt; dat is 1 dag geleden.",
        "By the rhythm this one was due on {due} at the latest; that is 1 day ago.",
    )
    LATE = Text(
        "Volgens het ritme was deze uiterlijk op {due} aan de beurt; dat is {days} dagen geleden.",
        "By the rhythm this one was due on {due} at the latest; that is {days} days ago.",
    )
    NEXT = Text(
        "De volgende is uiterlijk op {due} aan de beurt.", "The next one is due on {due} at the latest."
    )
    NO_RHYTHM = Text(
        "Wanneer de volgende aan de beurt is, volgt niet uit de overeenkomst.",
        "When the next one is due does not follow from the charter.",
    )
    IN_RECESS = Text(
        "Dat is in een reces, van {first} t/m {last}.", "That is in a recess, from {first} through {last}."
    )
    WHY_RECESS = Text("Reden: {reason}.", "Reason: {reason}.")
    PLANNED = Text("Gepland is {day}.", "Planned is {day}.")
    PLANNED_LATE = Text(
        "Gepland is {day}, later dan het ritme vraagt.", "Planned is {day}, later than the rhythm asks."
    )
    NOTHING = Text("Niets vastgelegd.", "Nothing recorded.")
    NAMED = Text("{title} [{about}]", "{title} [{about}]")
    CHALLENGE = Text(
        "Opgave bij ‘{subject}’ zonder onderzoeksvraag.",
        "Challenge of ‘{subject}’ without a research question.",
    )
    IDEA = Text("Idee voor een project.", "Idea for a project.")
    WISH = Text(
        "Wens van {subject} ({day}), zonder vervolg.", "Wish of {subject} ({day}), without a follow-up."
    )
    RESULT_DUE = Text(
        "Resultaat van ‘{subject}’, uitgesteld tot {day}: {reason}",
        "Result of ‘{subject}’, deferred until {day}: {reason}",
    )
    STARTS = Text("Begin: {day}.", "Start: {day}.")
    STARTED = Text("Begonnen op {day}.", "Started on {day}.")
    RUNS = Text("Loopt.", "Running.")
    ADDED = Text("Aangedragen op {day}.", "Brought up on {day}.")
    CARRIED_OVER = Text("Blijft staan van {day}.", "Carried over from {day}.")
    BACK = Text(
        "Op {day} uitgesteld en nu weer aan de beurt: {reason}",
        "Deferred on {day} and now up again: {reason}",
    )
    FINDING = Text("{clause}: {status} [{about}]", "{clause}: {status} [{about}]")
    TO_KNOW = Text("{clause} [{about}]", "{clause} [{about}]")
    RECORDS = Text("Vastleggingen: {records}.", "Records: {records}.")
    OPEN = Text(
        "Van {count} bepalingen is nog niet te zeggen hoe ze ervoor staan; de audit van {year} zegt wat ontbreekt.",
        "Of {count} clauses it cannot be said yet how they stand; the audit of {year} says what is missing.",
    )
    OPEN_ONE = Text(
        "Van 1 bepaling is nog niet te zeggen hoe ze ervoor staat; de audit van {year} zegt wat ontbreekt.",
        "Of 1 clause it cannot be said yet how it stands; the audit of {year} says what is missing.",
    )
    CANDIDATE = Text("{name}: {reasons}", "{name}: {reasons}")
    NOT_IN = Text("Ook nog niet betrokken: {names}.", "Not involved yet either: {names}.")
    COULD_JOIN = Text("Kan aanhaken: {names}.", "Could join: {names}.")
    RUNNING = Text(
        "Lopende projecten waar nog partners bij kunnen; belangstelling is niet vastgelegd",
        "Running projects that partners could still join; no interest is on record",
    )
    ROOM = Text("{title} [{about}]: {names}", "{title} [{about}]: {names}")
    KEPT = Text("Uitgesteld of geschrapt", "Deferred or dropped")
    DEFERRED = Text(
        "Op {day} uitgesteld tot {until}{by}: {reason}", "Deferred on {day} until {until}{by}: {reason}"
    )
    DROPPED = Text("Op {day} geschrapt{by}: {reason}", "Dropped on {day}{by}: {reason}")
    BY = Text(" door {who}", " by {who}")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


REASONS: Final[Mapping[Reason, Text]] = {
    Reason.INTENDS: Text("is van plan mee te doen", "intends to take part"),
    Reason.INTEREST: Text("heeft een belang bij dit thema", "has an interest in this theme"),
    Reason.OTHER_ROLE: Text("doet al mee in een andere rol", "takes part in another role already"),
    Reason.MEMBER: Text("is nog niet betrokken", "is not involved yet"),
}
"""Why a member may want to join."""


def agenda_document(agenda: Agenda, language: Language) -> Document:
    """The agenda as typed blocks; in square brackets stands what an agenda item about the point names it by."""
    return Document(language, tuple(_blocks(agenda, language)))


def _blocks(agenda: Agenda, language: Language) -> Iterator[Block]:
    yield Heading(
        1,
        Said.TITLE.say(
            language,
            partnership=agenda.partnership[language],
            day=day(agenda.on, language),
            body=agenda.title[language],
        ),
    )
    yield Paragraph(" ".join(_rhythm(agenda, language)))
    for section in agenda.sections:
        yield Heading(2, section.title[language])
        points = tuple(_points(section, language))
        yield Items(points) if points else Paragraph(Said.NOTHING.say(language))
        if section.kind == "progress" and agenda.undetermined:
            phrase = Said.OPEN_ONE if agenda.undetermined == 1 else Said.OPEN
            count, year = number(agenda.undetermined, language), str(agenda.on.year)
            yield Paragraph(phrase.say(language, count=count, year=year))
    if agenda.kept:
        yield Heading(2, Said.KEPT.say(language))
        yield Items(_kept(one, language) for one in agenda.kept)


def _rhythm(agenda: Agenda, language: Language) -> Iterator[str]:
    """When the last meeting was, whether this one is in time, and when the next one is due."""
    since = agenda.since
    yield Said.FIRST.say(language) if since is None else Said.SINCE.say(language, day=day(since.on, language))
    if agenda.due is not None:
        late = (agenda.on - agenda.due.on).days
        phrase = Said.IN_TIME if late <= 0 else Said.LATE_ONE if late == 1 else Said.LATE
        yield phrase.say(language, due=day(agenda.due.on, language), days=number(late, language))
        yield from _recess(agenda.due, language)
    following = agenda.following
    if following is None:
        yield Said.NO_RHYTHM.say(language)
        return
    yield Said.NEXT.say(language, due=day(following.on, language))
    yield from _recess(following, language)
    if following.planned is not None:
        late = (following.planned.on - following.on).days
        phrase = Said.PLANNED_LATE if late > 0 and following.recess is None else Said.PLANNED
        yield phrase.say(language, day=day(following.planned.on, language))


def _recess(due: Due, language: Language) -> Iterator[str]:
    if due.recess is not None:
        first, last = due.recess.period.first, due.recess.period.last
        assert first is not None
        assert last is not None
        yield Said.IN_RECESS.say(language, first=day(first, language), last=day(last, language))
        if due.recess.reason:
            yield ended(Said.WHY_RECESS.say(language, reason=due.recess.reason.rstrip(".")))


def _named(point: Point, language: Language) -> str:
    title = begin(point.title[language])
    return Said.NAMED.say(language, title=title, about=point.about) if point.about else title


def _points(section: Section, language: Language) -> Iterator[Item]:
    """One item a point; findings under what they are about, and projects nobody asked for under one heading."""
    subjects: dict[str, list[Point]] = {}
    quiet: list[Point] = []
    for point in section.points:
        match point.ground:
            case Ground.FINDING | Ground.TO_KNOW:
                subjects.setdefault(point.subject, []).append(point)
            case Ground.RUNS if all(one.reasons == (Reason.MEMBER,) for one in point.candidates):
                quiet.append(point)
            case _:
                words = [Item(_why(point, language)), *_candidates(point.candidates, language)]
                yield Item(_named(point, language), items=words)
    alike: dict[str, list[Point]] = {}
    for several in subjects.values():
        if len(several) == 1 and several[0].ground is Ground.TO_KNOW:
            alike.setdefault(several[0].title[language], []).append(several[0])
            continue
        yield Item(_subject(several[0], language), items=[_finding(one, language) for one in several])
    for title, several in alike.items():
        # What there is to know of many at once is one thing to know.
        if len(several) == 1:
            yield Item(_subject(several[0], language), items=[_finding(several[0], language)])
        else:
            yield Item(title, Status.INFO, [_one_of(one, language) for one in several])
    if quiet:
        yield Item(
            Said.RUNNING.say(language),
            items=[
                Item(
                    Said.ROOM.say(
                        language,
                        title=one.title[language],
                        about=one.about,
                        names=listing((who.name for who in one.candidates), language),
                    )
                )
                for one in quiet
            ],
        )


def _subject(point: Point, language: Language) -> str:
    return point.subject if point.subject_title is None else begin(point.subject_title[language])


def _one_of(point: Point, language: Language) -> Item:
    """One of several subjects of which the same is to be known, on one line."""
    name = Said.NAMED.say(language, title=_subject(point, language), about=point.about)
    names = told(point.concerns, language, records=False) or ", ".join(point.records)
    return Item(ended(Phrase.LABELLED.say(language, label=name, words=names) if names else name))


def _finding(point: Point, language: Language) -> Item:
    assert point.force is not None
    assert point.status is not None
    phrase = Said.FINDING if point.ground is Ground.FINDING else Said.TO_KNOW
    words = phrase.say(
        language,
        clause=point.title[language],
        status=status(point.force, point.status)[language],
        about=point.about,
    )
    if point.concerns:
        names = told(point.concerns, language, records=False)
        return Item(words, point.status, [Item(Phrase.CONCERNS.say(language, names=names))])
    records = Said.RECORDS.say(language, records=", ".join(point.records))
    return Item(words, point.status, [Item(records)] if point.records else [])


_WHY: Final[Mapping[Ground, Said]] = {
    Ground.CHALLENGE: Said.CHALLENGE,
    Ground.IDEA: Said.IDEA,
    Ground.WISH: Said.WISH,
    Ground.RESULT_DUE: Said.RESULT_DUE,
    Ground.STARTS: Said.STARTS,
    Ground.RUNS: Said.RUNS,
    Ground.ADDED: Said.ADDED,
    Ground.CARRIED_OVER: Said.CARRIED_OVER,
    Ground.BACK: Said.BACK,
}


def _why(point: Point, language: Language) -> str:
    return ended(
        _WHY[point.ground].say(
            language,
            subject=point.subject if point.subject_title is None else point.subject_title[language],
            day="" if point.on is None else day(point.on, language),
            reason=point.reason,
        )
    )


def _candidates(several: Iterable[Candidate], language: Language) -> Iterator[Item]:
    """Those with a reason one by one, the others together."""
    others: list[str] = []
    spoken = False
    for one in several:
        if one.reasons == (Reason.MEMBER,):
            others.append(one.name)
        else:
            spoken = True
            reasons = listing((REASONS[why][language] for why in one.reasons), language)
            yield Item(ended(Said.CANDIDATE.say(language, name=one.name, reasons=reasons)))
    if others:
        phrase = Said.NOT_IN if spoken else Said.COULD_JOIN
        yield Item(phrase.say(language, names=listing(others, language)))


def _kept(one: AgendaItem, language: Language) -> Item:
    phrase = Said.DROPPED if one.status is ItemStatus.DROPPED else Said.DEFERRED
    until: date | None = one.until
    words = phrase.say(
        language,
        day=day(one.decided_on or one.on, language),
        until="" if until is None else day(until, language),
        by="" if one.by is None else Said.BY.say(language, who=str(one.by)),
        reason=one.reason,
    )
    title = begin(one.title[language])
    name = Said.NAMED.say(language, title=title, about=one.about) if one.about else title
    return Item(name, items=[Item(ended(words))])
