# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a directive asks for, and the document or the fault that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Final, get_args

from attrs import evolve, frozen

from ..decisions import Decision
from ..explain import Length
from ..explain import document as decision_document
from ..explain.labels import Labels
from ..explain.render import Block, Document, Figure, Heading, Target
from ..explain.words import begin
from ..governance import decide
from ..pages import PAGES, Archive, Group, Page
from ..pages._withheld import masked
from ..pages.periods import period_document
from ..records.confidence import withheld
from ..text import Language, Text
from ..values import Period
from .words import Said, with_names

LENGTHS: Final[tuple[Length, ...]] = get_args(Length)


@frozen
class Asked:
    """What is asked for: a kind of page, one of its subjects, and how."""

    page: str
    subject: str
    language: Language
    on: date | None = None
    length: Length = "full"


@frozen
class Fault:
    """Why there is no document: one sentence, without a full stop."""

    message: str


# What is no page of its own


def _decided(archive: Archive, project: str, language: Language) -> Document:
    return _told(archive, archive.decision(project), language, "full")


def _told(archive: Archive, decision: Decision, language: Language, length: Length) -> Document:
    """A decision with its title, if it has one, as the place where words lead."""
    first, *others = decision_document(masked(decision, withheld(archive.register)), language, length).blocks
    if isinstance(first, Heading):
        first = evolve(first, target=Target("decision", decision.project))
    return Document(language, (first, *others))


def _projects(archive: Archive) -> Iterable[tuple[str, Text]]:
    return ((one.id, one.title) for one in archive.register.projects)


def _clauses(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Every clause by its bare id, as in the newest version that has it, and by that of each version."""
    for charter in reversed(archive.charters.versions):
        yield from ((one.id, one.title) for one in charter.clauses)
    for charter in archive.charters:
        yield from ((f"{charter.id}/{one.id}", one.title) for one in charter.clauses)


def _clause(archive: Archive, name: str, language: Language) -> Document:
    """One clause out of the page of its version of the agreement."""
    newest = reversed(archive.charters.versions)
    version, _, clause = name.rpartition("/")
    version = version or next(one.id for one in newest if any(own.id == clause for own in one.clauses))
    page = next(one for one in PAGES if one.name == "charter")
    return Document(
        language, _part(page.make(archive, version, language), Target("clause", f"{version}/{clause}"))
    )


def _part(whole: Document, target: Target) -> Iterator[Block]:
    """The section under one heading, as a document of its own."""
    top = 0
    for block in whole.blocks:
        if isinstance(block, Heading):
            if top and block.level <= top:
                return
            if block.target == target:
                top = block.level
            if top:
                yield evolve(block, level=block.level - top + 1)
        elif top:
            yield block


EXCERPTS: Final = (
    Page("decision", Group.DECIDED, Text("Beslissingen", "Decisions"), _decided, _projects, "decision"),
    Page("clause", Group.AGREED, Text("Bepalingen", "Clauses"), _clause, _clauses, "clause"),
)
"""What can stand on any page and is no page of its own: words lead to it only where no page has the same."""
KINDS: Final = {one.name: one for one in (*EXCERPTS, *PAGES)}
DIRECTIVES: Final = {**{one: one for one in KINDS}, "audit": "year", "facts": "fact"}
"""The kind behind each directive; some are found by another name too."""
RANKS: Final = {one.name: place for place, one in enumerate((*PAGES, *EXCERPTS))}
"""Where two documents have a place for the same, words lead to the one that comes first here."""
ANOTHER_DAY: Final = len(RANKS)
"""What is shown as of another day than that of the project comes last."""


def period_of(told: str) -> Period | None:
    """A period with a first and a last day, as ``2025-01-01..2025-06-30``."""
    try:
        span = Period.parse(told)
    except ValueError:
        return None
    return span if ".." in told and span.first is not None and span.last is not None else None


def answer(archive: Archive, asked: Asked) -> Document | Fault:
    """The document asked for, or why there is none."""
    kind, language = KINDS[asked.page], asked.language
    title = kind.title[language]
    if asked.on is not None:
        archive = evolve(archive, on=asked.on)
    span = period_of(asked.subject) if asked.page == "year" else None
    if span is not None:
        return period_document(archive, span, language)
    if kind.subjects is None:
        if asked.subject:
            return Fault(Said.NOT_ABOUT.say(language, title=title, name=asked.subject))
    else:
        known = tuple(dict.fromkeys(one for one, _ in kind.subjects(archive)))
        if asked.subject not in known:
            phrase = Said.UNKNOWN if asked.subject else Said.NO_SUBJECT
            message = phrase.say(language, title=title, name=asked.subject)
            return Fault(with_names(message, asked.subject, known, language))
    if asked.page == "decision" and (asked.on is not None or asked.length != "full"):
        on = asked.on or archive.judged_on(asked.subject)
        decision = decide(archive.charters, archive.register, asked.subject, on=on)
        return _told(archive, decision, language, asked.length)
    return kind.make(archive, asked.subject, language)


def link_text(archive: Archive, target: Target, language: Language) -> str:
    """What a place is called where that is not its heading; empty where it is."""
    if target.role == "decision" and target.id in archive.register:
        return archive.register[target.id].title[language]
    version, _, name = target.id.rpartition("/")
    if target.role == "fact" and version:
        return begin(Labels.of_charter(archive.charters[version]).fact(name, language))
    return ""


def digest(answered: Document | Fault, flaws: str = "") -> str:
    """A hash of all that a page shows of an answer."""
    made = sha256(repr(answered).encode())
    made.update(flaws.encode())
    if isinstance(answered, Document):
        for block in answered.blocks:
            if isinstance(block, Figure):
                made.update(block.svg.encode())
    return made.hexdigest()
