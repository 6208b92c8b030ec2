# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The account of a year, as an auditor signs it: what was examined, part by part what was found, what stays open.

The front stands under the year (``2025``) and each part of it under the year and the family of rules
(``2025/funding``), so that a year with many projects can be leafed through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from ..charter import Charter, Force
from ..decisions import Decision
from ..explain.conduct import SHORT, WORST_FIRST
from ..explain.labels import Labels
from ..explain.outcomes import NORMS, by_outcome
from ..explain.render import (
    Blank,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
    Words,
    joined,
)
from ..explain.sentences import Ask, Voice
from ..explain.words import FAMILIES, FORCES, begin, day, ended, listing, number, period, quoted, status
from ..facts import Family
from ..findings import Cause, Status
from ..records.judgements import Departure
from ..records.projects import Project
from ..reports import Report
from ..text import Language, Text
from ._attested import attested
from ._norms import Found, Section, Telling, anchored, sections
from ._yearwords import SUBJECTS, Said
from .archive import Archive
from .parties import memberships_table


def year_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Each year, and under it each part of its account."""
    for year in archive.years:
        yield str(year), Text.same(str(year))
        families = {one.family for one in sections(archive, year)}
        for family in Family:
            if family in families:
                words = FAMILIES[family]
                yield f"{year}/{family.value}", Text(f"{year}: {words.nl}", f"{year}: {words.en}")


def year_document(archive: Archive, subject: str, language: Language) -> Document:
    """The front of the account of a year, or one part of it.

    Raises:
        ValueError: when the subject is not a year, or a year and a family of rules.
    """
    year, _, family = subject.partition("/")
    report = archive.report(int(year))
    if family:
        return Document(language, tuple(_part(archive, report, year, Family(family), language)))
    return Document(language, tuple(_Front(archive, year, language).blocks()))


# One part


def _part(archive: Archive, report: Report, year: str, family: Family, language: Language) -> Iterator[Block]:
    several = [one for one in sections(archive, int(year)) if one.family is family]
    words = FAMILIES[family][language]
    yield Heading(
        1, Said.TITLE_PART.say(language, year=year, family=words), Target("year", f"{year}/{family.value}")
    )
    yield Paragraph(
        (
            Said.PART_SHOWS.say(language, year=year, family=words, day=day(_known(report), language)),
            " ",
            Ref(Target("year", year), Said.PART_OF.say(language, year=year)),
            ".",
        )
    )
    yield Paragraph(Said.PART_NOT.say(language))
    stands = [one for one in WORST_FIRST if any(section.count(one) for section in several)]
    yield Table(
        Said.PART_TABLE.say(language),
        (
            Said.CLAUSE_COLUMN.say(language),
            Said.KIND.say(language),
            *(begin(SHORT[one][language]) for one in stands),
        ),
        (
            (
                Ref(anchored(year, section), section.clause.title[language]),
                FORCES[section.clause.force][language],
                *(number(section.count(one), language) for one in stands),
            )
            for section in several
        ),
    )
    versions = len({one.charter.id for one in several}) > 1
    telling = Telling(report, language, versions=versions)
    for section in several:
        yield from telling.blocks(section, anchored(year, section))


def _known(report: Report) -> date:
    """The day up to which things were known."""
    day_ = report.on or report.period.last
    assert day_ is not None
    return day_


# The front


class _Front:
    """The first pages of the account of a year, in one language."""

    def __init__(self, archive: Archive, year: str, language: Language) -> None:
        self.archive, self.year, self.language = archive, year, language
        self.report = archive.report(int(year))
        self.sections = sections(archive, int(year))
        self.charters = [one for one in archive.charters if one.period.meet(self.report.period) is not None]

    def blocks(self) -> Iterator[Block]:
        """The front from top to bottom."""
        language, report = self.language, self.report
        partnership = report.partnership[language]
        yield Heading(
            1,
            Said.TITLE.say(language, partnership=partnership, year=self.year),
            Target("year", self.year),
        )
        yield Paragraph(Said.SHOWS.say(language, year=self.year, day=day(_known(report), language)))
        yield Paragraph(Said.NOT_SHOWN.say(language))
        yield from self._examined()
        yield from attested(self.archive, report, language)
        if self.sections:
            yield from self._summary()
            yield from self._first()
        yield from self._belongs()
        yield Heading(2, Said.MEMBERS.say(language))
        yield from memberships_table(self.archive, report.period, language)
        yield from self._departures()
        yield from self._open()
        yield from self._signing()

    def _examined(self) -> Iterator[Block]:
        language, report = self.language, self.report
        yield Heading(2, Said.EXAMINED.say(language))
        if not self.charters:
            yield Paragraph(Said.NO_CHARTER.say(language))
        items = [self._version(one) for one in self.charters]
        items += [
            Item(Said.SPAN.say(language, period=period(report.period, language))),
            Item(Said.DAY.say(language, day=day(_known(report), language))),
            Item(Said.SUBJECTS.say(language, subjects=self._subjects())),
        ]
        if self.sections:
            findings = sum(len(one.found) for one in self.sections)
            clauses = number(len(self.sections), language)
            items.append(
                Item(Said.COUNTED.say(language, clauses=clauses, findings=number(findings, language)))
            )
        if report.decisions:
            items.append(Item(Said.LAST_DAY.say(language)))
        if report.outside:
            refs = (self._project(self.archive.register[one]) for one in report.outside)
            items.append(Item((Said.OUTSIDE.say(language), *joined(refs), ".")))
        if report.without:
            families = listing((FAMILIES[one][language] for one in report.without), language)
            items.append(Item(Said.WITHOUT.say(language, families=families)))
        yield Items(items)
        if report.flaws:
            records = ", ".join(dict.fromkeys(one.record for one in report.flaws))
            yield Paragraph(Said.FLAWS.say(language, records=records))

    def _version(self, charter: Charter) -> Item:
        words = Said.IN_FORCE.say(self.language, id=charter.id, period=period(charter.period, self.language))
        title = Ref(Target("charter", charter.id), charter.title[self.language])
        return Item((Said.CHARTER.say(self.language), title, words))

    def _subjects(self) -> str:
        """How many subjects of each kind were looked at."""
        kinds: dict[str, set[str]] = {"project": {one.project for one in self.report.decisions}}
        for about in self.report.assessments:
            kinds.setdefault(about.kind, set()).add(about.subject)
        return listing(
            (
                SUBJECTS[kind][len(kinds[kind]) > 1][self.language].format(
                    count=number(len(kinds[kind]), self.language)
                )
                for kind in SUBJECTS
                if kinds.get(kind)
            ),
            self.language,
        ) or Said.NONE.say(self.language)

    def _project(self, project: Project | Decision) -> Ref:
        name = project.id if isinstance(project, Project) else project.project
        return Ref(Target("project", name), project.title[self.language])

    # The findings at a glance

    def _summary(self) -> Iterator[Block]:
        language = self.language
        yield Heading(2, Said.SUMMARY.say(language))
        rows: list[tuple[Words, ...]] = []
        for family in Family:
            own = [one for one in self.sections if one.family is family]
            if own:
                name = Ref(Target("year", f"{self.year}/{family.value}"), begin(FAMILIES[family][language]))
                rows.append((name, *self._counts(own)))
        rows.append((begin(Said.ALL_PARTS.say(language)), *self._counts(self.sections)))
        columns = (
            Said.PART.say(language),
            Said.FINDINGS.say(language),
            *(begin(SHORT[one][language]) for one in WORST_FIRST),
        )
        yield Table(Said.BY_PART.say(language), columns, rows)
        yield Paragraph(Said.LEGEND.say(language))

    def _counts(self, several: Iterable[Section]) -> Iterator[str]:
        several = tuple(several)
        yield number(sum(len(one.found) for one in several), self.language)
        for standing in WORST_FIRST:
            yield number(sum(one.count(standing) for one in several), self.language)

    def _first(self) -> Iterator[Block]:
        """What is not followed: of the rules, and apart from them of the habits and wishes."""
        language = self.language
        not_met = [one for one in self.sections if one.count(Status.NOT_MET)]
        norms = [one for one in not_met if one.clause.force in NORMS]
        habits = [one for one in not_met if one.clause.force in (Force.PRACTICE, Force.ASPIRATION)]
        yield Heading(2, Said.FIRST.say(language))
        if norms:
            yield Paragraph(Said.FIRST_WHY.say(language))
            yield self._not_met(Said.NOT_FOLLOWED, norms)
        else:
            yield Paragraph(Said.FIRST_NONE.say(language))
        if habits:
            yield Paragraph(Said.HABITS_WHY.say(language))
            yield self._not_met(Said.HABITS, habits)

    def _not_met(self, caption: Said, several: Iterable[Section]) -> Table:
        language = self.language
        columns = (Said.CLAUSE_COLUMN, Said.KIND, Said.STANDS_NOW, Said.WHERE)
        rows = (
            (
                Ref(anchored(self.year, section), section.clause.title[language]),
                FORCES[section.clause.force][language],
                status(section.clause.force, Status.NOT_MET)[language],
                joined(
                    found.named(language) for found in section.found if found.clause.status is Status.NOT_MET
                ),
            )
            for section in several
        )
        return Table(caption.say(language), tuple(one.say(language) for one in columns), rows)

    def _belongs(self) -> Iterator[Block]:
        language = self.language
        yield Heading(2, Said.BELONGS.say(language))
        if not self.report.decisions:
            yield Paragraph(Said.NO_PROJECTS.say(language))
            return
        columns = (Said.OUTCOME, Said.NUMBER, Said.PROJECTS)
        rows = (
            (begin(title[language]), number(len(several), language), joined(map(self._project, several)))
            for title, several in by_outcome(self.report.decisions, self.archive.charters)
        )
        yield Table(Said.OUTCOMES.say(language), tuple(one.say(language) for one in columns), rows)

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
            words = Said.SETTLE.say(language, label=begin(ask.short)) if ask.unclear else ask.long
            waiting.setdefault(words, {})[named] = ask.unclear
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
