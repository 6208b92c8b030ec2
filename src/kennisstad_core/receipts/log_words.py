# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A decision log and what is wrong with it, in words: Dutch and English."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, unique
from typing import assert_never

from ..explain.render import Block, Document, Heading, Item, Items, Paragraph
from ..explain.words import day, number
from ..findings import Status
from ..text import Language, Text
from .log import (
    EntriesRemoved,
    EntryEdited,
    EntryInserted,
    EntryMisleads,
    EntryMoved,
    EntryRepeated,
    Fault,
    HeadMissing,
    LogCheck,
    ReceiptNotLogged,
    TornLine,
    UnreadableLine,
)


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    LOG = Text("Logboek van beslissingen", "Decision log")
    LOG_EMPTY = Text("Het logboek is leeg.", "The log is empty.")
    LOG_SOUND = Text("De keten klopt: {count} vermeldingen.", "The chain is sound: {count} entries.")
    LOG_SOUND_ONE = Text("De keten klopt: 1 vermelding.", "The chain is sound: 1 entry.")
    LOG_FAULTY = Text("De keten klopt niet.", "The chain is not sound.")
    HEAD = Text("Stand: {head}", "Head: {head}")
    TORN = Text(
        "Regel {line} is niet tot het eind geschreven; wat ervoor staat, is er nog.",
        "Line {line} was not written to its end; what stands before it is still there.",
    )
    NO_ENTRY = Text(
        "Regel {line} is geen vermelding, of is veranderd.", "Line {line} is no entry, or was changed."
    )
    LINE_END = Text(
        "Regel {line} eindigt anders dan met één regeleinde (LF); is het bestand onderweg omgezet?",
        "Line {line} does not end in a single line feed (LF); was the file converted on its way?",
    )
    EDITED = Text(
        "Regel {line} (vermelding {number}) is veranderd.", "Line {line} (entry {number}) was changed."
    )
    REMOVED_ONE = Text(
        "Vóór regel {line} is vermelding {first} weggehaald.",
        "Before line {line}, entry {first} was removed.",
    )
    REMOVED = Text(
        "Vóór regel {line} zijn de vermeldingen {first} t/m {last} weggehaald.",
        "Before line {line}, entries {first} through {last} were removed.",
    )
    REPEATED = Text(
        "Regel {line} (vermelding {number}) is dezelfde als regel {earlier}.",
        "Line {line} (entry {number}) is the same as line {earlier}.",
    )
    MOVED = Text(
        "Regel {line} (vermelding {number}) staat niet op zijn plaats.",
        "Line {line} (entry {number}) is not in its place.",
    )
    INSERTED = Text(
        "Regel {line} (vermelding {number}) is ertussen gezet.",
        "Line {line} (entry {number}) was put in between.",
    )
    HEAD_MISSING = Text(
        "De bekendgemaakte stand komt niet voor in het logboek ({found} vermeldingen); het eind is weg of veranderd.",
        "The published head is not in the log, which has {found} entries: its end was cut off or changed.",
    )
    NOT_LOGGED = Text(
        "Het bewijsstuk {receipt} staat niet in het logboek.", "The receipt {receipt} is not in the log."
    )
    MISLEADS = Text(
        "Regel {line} (vermelding {number}) noemt dit bewijsstuk, maar met een ander project, een andere dag of als "
        "iets anders dan het is.",
        "Line {line} (entry {number}) names this receipt, but with another project, another day, or as something else "
        "than it is.",
    )
    BACKDATED = Text(
        "Vermelding {number} noemt als dag van vastleggen {recorded}, en dat is eerder dan een vermelding ervoor.",
        "Entry {number} says that it was recorded on {recorded}, which is earlier than an entry before it.",
    )
    ENTRY = Text(
        "{number}. {subject}, {on}; vastgelegd op {recorded}{by}: {receipt}",
        "{number}. {subject}, {on}; recorded on {recorded}{by}: {receipt}",
    )
    BY = Text(" door {who}", " by {who}")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def log_document(check: LogCheck, language: Language) -> Document:
    """A log as a page: whether its chain is sound, what is wrong, every entry, and its head."""
    return Document(language, tuple(_log(check, language)))


def _log(check: LogCheck, language: Language) -> Iterator[Block]:
    yield Heading(1, Said.LOG.say(language))
    if check.faults:
        yield Paragraph(Said.LOG_FAULTY.say(language))
        yield Items(Item(fault(one)[language], Status.NOT_MET) for one in check.faults)
    elif not check.entries:
        yield Paragraph(Said.LOG_EMPTY.say(language))
    else:
        phrase = Said.LOG_SOUND_ONE if len(check.entries) == 1 else Said.LOG_SOUND
        yield Paragraph(phrase.say(language, count=number(len(check.entries), language)))
    if check.entries:
        yield Items(
            Item(
                Said.ENTRY.say(
                    language,
                    number=str(one.number),
                    subject=one.subject,
                    on=day(one.on, language),
                    recorded=day(one.recorded, language),
                    by=Said.BY.say(language, who=one.by) if one.by else "",
                    receipt=one.receipt,
                )
            )
            for one in check.entries
        )
        if check.backdated:
            yield Items(
                Item(
                    Said.BACKDATED.say(
                        language, number=str(one.number), recorded=day(one.recorded, language)
                    ),
                    Status.INFO,
                )
                for one in check.backdated
            )
        yield Paragraph(Said.HEAD.say(language, head=str(check.head)))


def fault(one: Fault) -> Text:
    """What is wrong with a log, in one sentence."""
    return Text(_fault(one, "nl"), _fault(one, "en"))


def _fault(one: Fault, language: Language) -> str:
    match one:
        case TornLine(line):
            return Said.TORN.say(language, line=str(line))
        case UnreadableLine(line, why):
            return (Said.LINE_END if why == "line-end" else Said.NO_ENTRY).say(language, line=str(line))
        case EntryEdited(line, entry):
            return Said.EDITED.say(language, line=str(line), number=str(entry))
        case EntriesRemoved(line, first, last):
            phrase = Said.REMOVED_ONE if first == last else Said.REMOVED
            return phrase.say(language, line=str(line), first=str(first), last=str(last))
        case EntryRepeated(line, entry, earlier):
            return Said.REPEATED.say(language, line=str(line), number=str(entry), earlier=str(earlier))
        case EntryMoved(line, entry):
            return Said.MOVED.say(language, line=str(line), number=str(entry))
        case EntryInserted(line, entry):
            return Said.INSERTED.say(language, line=str(line), number=str(entry))
        case HeadMissing(_, found):
            return Said.HEAD_MISSING.say(language, found=number(found, language))
        case ReceiptNotLogged(receipt):
            return Said.NOT_LOGGED.say(language, receipt=receipt)
        case EntryMisleads(line, entry):
            return Said.MISLEADS.say(language, line=str(line), number=str(entry))
        case _:
            assert_never(one)
