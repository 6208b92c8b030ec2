# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front of the account of a year: what was examined, by what data, what was found at a glance, what belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..charter import Charter, Force
from ..decisions import Decision
from ..explain.conduct import SHORT, WORST_FIRST
from ..explain.outcomes import NORMS, by_outcome
from ..explain.render import (
    Block,
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
from ..explain.words import FAMILIES, FORCES, begin, day, listing, number, period
from ..facts import Family
from ..findings import Status
from ..records.projects import Project
from ..text import Language
from ._attested import attested
from ._closing import closing
from ._norms import Section, anchored, known_on, sections
from ._yearwords import SUBJECTS, Said
from .archive import Archive
from .parties import memberships_table


class Front:
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
        yield Paragraph(Said.SHOWS.say(language, year=self.year, day=day(known_on(report), language)))
        yield Paragraph(Said.NOT_SHOWN.say(language))
        yield from self._examined()
        yield from attested(self.archive, report, language)
        if self.sections:
            yield from self._summary()
            yield from self._first()
        yield from self._belongs()
        yield Heading(2, Said.MEMBERS.say(language))
        yield from memberships_table(self.archive, report.period, language)
        yield from closing(self.archive, self.year, language)

    def _examined(self) -> Iterator[Block]:
        language, report = self.language, self.report
        yield Heading(2, Said.EXAMINED.say(language))
        if not self.charters:
            yield Paragraph(Said.NO_CHARTER.say(language))
        items = [self._version(one) for one in self.charters]
        items += [
            Item(Said.SPAN.say(language, period=period(report.period, language))),
            Item(Said.DAY.say(language, day=day(known_on(report), language))),
            Item(Said.SUBJECTS.say(language, subjects=self._subjects())),
        ]
        if self.sections:
            findings = sum(len(one.found) for one in self.sections)
            clauses = number(len(self.sections), language)
            items.append(
                Item(Said.COUNTED.say(language, clauses=clauses, findings=number(findings, language)))
            )
        looked_at = {(one.charter.id, one.clause.id) for one in self.sections}
        others = [
            Ref(Target("clause", f"{charter.id}/{clause.id}"), clause.title[language])
            for charter in self.charters
            for clause in charter.clauses
            if (charter.id, clause.id) not in looked_at
        ]
        if others:
            items.append(Item((Said.NO_SUBJECT.say(language), *joined(others), ".")))
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
        """What is not followed: of the rules, and apart from them of the habits and wishes, and of the conditions."""
        language = self.language
        not_met = [one for one in self.sections if one.count(Status.NOT_MET)]
        norms = [one for one in not_met if one.clause.force in NORMS and not one.asked]
        habits = [
            one for one in not_met if one.clause.force in (Force.PRACTICE, Force.ASPIRATION) and not one.asked
        ]
        conditions = [one for one in not_met if one.asked]
        yield Heading(2, Said.FIRST.say(language))
        if norms:
            yield Paragraph(Said.FIRST_WHY.say(language))
            yield self._not_met(Said.NOT_FOLLOWED, norms)
        else:
            yield Paragraph(Said.FIRST_NONE.say(language))
        if habits:
            yield Paragraph(Said.HABITS_WHY.say(language))
            yield self._not_met(Said.HABITS, habits)
        if conditions:
            yield Paragraph(Said.CONDITIONS_WHY.say(language))
            yield self._not_met(Said.CONDITIONS, conditions)

    def _not_met(self, caption: Said, several: Iterable[Section]) -> Table:
        language = self.language
        columns = (Said.CLAUSE_COLUMN, Said.KIND, Said.STANDS_NOW, Said.WHERE)
        rows = (
            (
                Ref(anchored(self.year, section), section.clause.title[language]),
                FORCES[section.clause.force][language],
                section.stands(Status.NOT_MET)[language],
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
