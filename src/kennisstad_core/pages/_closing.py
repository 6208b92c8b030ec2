# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The end of the account of a year: the departures, what could not be determined, and the signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ..decisions import Decision
from ..explain.labels import Labels
from ..explain.render import (
    Blank,
    Block,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
    joined,
)
from ..explain.sentences import Ask, Voice
from ..explain.words import day, ended, number, period, quoted
from ..findings import Cause
from ..records.judgements import Departure
from ..records.projects import Project
from ..text import Language
from ._norms import Found, Section, anchored, sections
from ._yearwords import Said
from .archive import Archive


def closing(archive: Archive, year: str, language: Language) -> Iterator[Block]:
    """What was departed from, what stays open and who can settle it, and room to sign."""
    yield from _Closing(archive, year, language).blocks()


class _Closing:
    """The last pages of the front, in one language."""

    def __init__(self, archive: Archive, year: str, language: Language) -> None:
        self.archive, self.year, self.language = archive, year, language
        self.report = archive.report(int(year))
        self.sections = sections(archive, int(year))
        self.charters = [one for one in archive.charters if one.period.meet(self.report.period) is not None]

    def blocks(self) -> Iterator[Block]:
        """From the departures to the signatures."""
        yield from self._departures()
        yield from self._open()
        yield from self._signing()

    def _project(self, project: Project | Decision) -> Ref:
        name = project.id if isinstance(project, Project) else project.project
        return Ref(Target("project", name), project.title[self.language])

    # Departures

    def _departures(self) -> Iterator[Block]:
        language = self.language
        yield Heading(2, Said.DEPARTURES.say(language))
        register = self.archive.register
        several = [
            (where, one)
            for where in (None, *register.projects)
            for one in (register.departures if where is None else where.departures)
            if one.on in self.report.period or one.period.meet(self.report.period) is not None
        ]
        if several:
            columns = (
                Said.CLAUSE_COLUMN,
                Said.SUBJECT,
                Said.DECISION,
                Said.RECORDED_BY,
                Said.REASON,
                Said.RECORD,
            )
            rows = (self._departure(where, one) for where, one in several)
            yield Table(
                Said.DEPARTURES_TABLE.say(language), tuple(one.say(language) for one in columns), rows
            )
        else:
            yield Paragraph(Said.NO_DEPARTURES.say(language))
        explained = [
            (section, found)
            for section in self.sections
            for found in section.found
            if Cause.EXPLANATION in found.clause.causes
        ]
        if explained:
            where_ = joined(self._explained(section, found) for section, found in explained)
            yield Paragraph((Said.EXPLAINED_BY.say(language), *where_, "."))

    def _departure(self, where: Project | None, one: Departure) -> tuple[str | Ref, ...]:
        language = self.language
        record = one.id or f"{'partnership' if where is None else where.id}/departure/{one.clause}"
        bodies = {
            name: each.title[language]
            for charter in self.archive.charters
            for each in charter.bodies
            for name in (each.id, each.title.nl, each.title.en)
        }
        decided = Said.DECIDED.say(
            language,
            body=bodies.get(one.body, one.body),
            day=day(one.on, language),
            period=period(one.period, language),
        )
        return (
            self._clause(one.clause),
            self.report.partnership[language] if where is None else self._project(where),
            decided,
            str(one.by),
            one.reason,
            Said.AFTERWARDS.say(language, record=record) if one.retroactive else record,
        )

    def _clause(self, name: str) -> str | Ref:
        for charter in reversed(self.charters):
            for clause in charter.clauses:
                if clause.id == name:
                    return Ref(Target("clause", f"{charter.id}/{name}"), clause.title[self.language])
        return name

    def _explained(self, section: Section, found: Found) -> Ref:
        words = Said.IN_WORDS.say(
            self.language,
            subject=found.about.title[self.language],
            clause=quoted(section.clause.title[self.language]),
        )
        return Ref(anchored(self.year, section), words)

    # What stays open, and the end

    def _open(self) -> Iterator[Block]:
        language = self.language
        yield Heading(2, Said.OPEN.say(language))
        waiting: dict[str, dict[str | Ref, str]] = {}
        for named, ask in self._asks():
            waiting.setdefault(ask.each or ask.long, {})[named] = ask.unclear
        if not waiting:
            yield Paragraph(Said.OPEN_NONE.say(language))
            return
        ordered = sorted(waiting.items(), key=lambda one: -len(one[1]))
        yield Items(Item(words, None, self._for(unclear)) for words, unclear in ordered)

    def _asks(self) -> Iterator[tuple[str | Ref, Ask]]:
        """What is needed of whom, in all the words that the charter has, with what waits for it."""
        for decision in self.report.decisions:
            voice = Voice.of(decision, self.language)
            for charter in self.charters:
                if charter.id == decision.charter:
                    voice = evolve(voice, labels=Labels.of_charter(charter))
            for ask in voice.asks():
                yield self._project(decision), ask
        for about in self.report.assessments:
            for ask in Voice.of(about, self.language).asks():
                yield Found(about, about.clauses[0]).named(self.language), ask

    def _for(self, unclear: Mapping[str | Ref, str]) -> Iterator[Item]:
        """What waits for something; where that differs, for what each of them does."""
        if any(unclear.values()):
            alike: dict[str, list[str | Ref]] = {}
            for name, words in unclear.items():
                alike.setdefault(words, []).append(name)
            for words, names in alike.items():
                yield Item((*joined(names), f": {ended(words)}"))
            return
        every = dict.fromkeys(map(self._project, self.report.decisions))
        others = [one for one in every if one not in unclear]
        count = number(len(every), self.language)
        if len(every) < 2 or len(others) > len(every) // 4 or len(unclear) + len(others) != len(every):
            yield Item((Said.FOR.say(self.language), *joined(unclear), "."))
        elif others:
            yield Item((Said.ALL_BUT.say(self.language, count=count), *joined(others), "."))
        else:
            yield Item(Said.ALL_OF_THEM.say(self.language, count=count))

    def _signing(self) -> Iterator[Block]:
        language = self.language
        yield Heading(2, Said.SIGNING.say(language))
        yield Paragraph(Said.SIGNING_WHY.say(language))
        yield Blank(Said.AUDITOR.say(language), 2)
        yield Blank(Said.AUDITOR_DAY.say(language), 2)
        yield Blank(Said.FOR_PARTNERS.say(language), 3)
