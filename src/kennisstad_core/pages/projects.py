# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dossier of a project: what was decided about it and why, what is on record, and what each year found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import takewhile
from typing import Final

from attrs import evolve

from ..charter import Force
from ..explain import document
from ..explain.conduct import WORST_FIRST
from ..explain.money import funding_document
from ..explain.overview import history_document
from ..explain.phrases import Phrase
from ..explain.render import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Paragraph,
    Ref,
    Table,
    Target,
    Words,
    joined,
)
from ..explain.words import FORCES, day, period, quoted, status
from ..findings import Status
from ..governance import Spell, history
from ..receipts import of_decision
from ..reconciliation import reconcile
from ..records.projects import Project
from ..text import Language
from ..values import ALWAYS, Period
from .archive import Archive
from .figures import drawn
from .leads import charter_ref, cited, clause_ref, year_ref
from .project_records import Records
from .project_words import Said


def project_document(archive: Archive, project: str, language: Language) -> Document:
    """Everything about one project.

    Raises:
        KeyError: when the register has no such project.
    """
    return Document(language, _Dossier(archive, archive.register[project], language).blocks())


def _shifted(blocks: Iterable[Block], none: str) -> Iterator[Block]:
    """The blocks of a document without its title, as they stand under a heading of another; a bare dash gets a word."""
    for one in blocks:
        if isinstance(one, Heading):
            if one.level > 1:
                yield Heading(one.level + 1, one.text, one.target)
        elif isinstance(one, Table):
            yield evolve(
                one, rows=tuple(tuple(none if cell in _BARE else cell for cell in row) for row in one.rows)
            )
        else:
            yield one


_BARE: Final = ("", "–")
"""What a table of a command may say where there is nothing."""


class _Dossier:
    """One project in one language."""

    def __init__(self, archive: Archive, project: Project, language: Language) -> None:
        self.archive = archive
        self.project = project
        self.language = language
        self.decision = archive.decision(project.id)

    def say(self, phrase: Said, **words: str) -> str:
        """A phrase in the language of this page."""
        return phrase.say(self.language, **words)

    def blocks(self) -> Iterator[Block]:
        """The page from top to bottom."""
        archive, project, language = self.archive, self.project, self.language
        yield Heading(1, project.title[language], Target("project", project.id))
        judged, on = (day(one, language) for one in (self.decision.on, archive.on))
        yield Paragraph(self.say(Said.WHAT, judged=judged, on=on))
        yield self._project()
        yield from self._decided()
        records = Records(archive, project, language)
        yield from records.participants()
        yield from records.judgements()
        yield from self._history()
        yield from self._money()
        yield from records.interests()
        yield from records.agreements()
        yield from records.results()
        yield from self._findings()
        yield from self._receipt()

    def _project(self) -> Block:
        language, project, decision = self.language, self.project, self.decision
        none = self.say(Said.NOT_RECORDED)
        aims = {one.id: one.title[language] for one in self.archive.register.aims}
        judged_by: Words = self.say(Said.NO_CHARTER)
        if decision.charter:
            judged_by = charter_ref(self.archive.charters, decision.charter, language)
        rows: list[tuple[Words, ...]] = [
            (self.say(Said.ID), project.id),
            (self.say(Said.RUNS), none if project.period == ALWAYS else period(project.period, language)),
            (self.say(Said.JUDGED_BY), judged_by),
            (self.say(Said.JUDGED_ON), day(decision.on, language)),
            (self.say(Said.OUTCOME), decision.ruling.title[language]),
            (self.say(Said.AIMS), "; ".join(aims.get(one, one) for one in project.aims) or none),
            (self.say(Said.SOURCES), cited(project.sources, none)),
            (self.say(Said.NOTE), project.note or self.say(Said.NONE)),
        ]
        columns = (self.say(Said.WHAT_ITEM), self.say(Said.CONTENT))
        return Table(self.say(Said.PROJECT), columns, rows)

    def _decided(self) -> Iterator[Block]:
        language, decision = self.language, self.decision
        yield Heading(2, self.say(Said.DECISION), Target("decision", self.project.id))
        # The day and the version stand in the table on top.
        on = day(decision.on, language)
        told = {
            Phrase.PLACE_AND_DAY.say(language, partnership=decision.partnership[language], day=on),
            Phrase.VERSION.say(language, charter=decision.charter),
        }
        blocks = [
            one
            for one in _shifted(document(decision, language, "full").blocks, self.say(Said.NONE))
            if not (isinstance(one, Paragraph) and one.text in told)
        ]
        lead = list(takewhile(lambda one: not isinstance(one, Heading | Table), blocks))
        yield from lead
        yield from self._in_short()
        yield from blocks[len(lead) :]

    def _in_short(self) -> Iterator[Block]:
        """How each clause stands, with where it is told in full."""
        language, decision = self.language, self.decision
        if not decision.charter or not decision.clauses:
            return
        charter = self.archive.charters[decision.charter]
        rows = (
            (
                clause_ref(charter, one.clause, language),
                FORCES[one.force][language],
                status(one.force, one.status)[language],
            )
            for one in decision.clauses
        )
        columns = (self.say(Said.CLAUSE), self.say(Said.FORCE), self.say(Said.STANDS))
        yield Table(self.say(Said.IN_SHORT), columns, tuple(rows))

    # Over time

    def _began(self) -> date | None:
        """The first day of the project, or else the first on which something recorded about it holds."""
        if self.project.period.first is not None:
            return self.project.period.first
        return min(self.project.turning_days(), default=None)

    def _history(self) -> Iterator[Block]:
        yield Heading(2, self.say(Said.HISTORY))
        first, last = self._began(), self.decision.on
        if first is None or first > last:
            yield Paragraph(self.say(Said.NO_HISTORY))
            return
        charters = self.archive.charters
        spells = history(charters, self.archive.register, self.project.id, period=Period(first, last))
        told = history_document(spells, charters, self.language).blocks
        for one in _shifted(told, self.say(Said.NONE)):
            assert isinstance(one, Table)
            picture = drawn(partial(self._picture, spells), one)
            if picture is not None:
                yield picture

    def _picture(self, spells: tuple[Spell, ...]) -> Figure | None:
        from ..pictures import outcomes

        project, charters = self.project, self.archive.charters
        return outcomes(spells, charters, self.language, title=project.title, name=project.id)

    def _money(self) -> Iterator[Block]:
        yield Heading(2, self.say(Said.MONEY))
        register, name = self.archive.register, self.project.id
        dated = [one.on for one in self.project.contributions if one.on is not None]
        dated += [one.on for one in register.expenditures_of(name)]
        began = self._began()
        first = min((*dated, *([] if began is None else [began])), default=self.archive.on)
        if not self.archive.charters.versions or first > self.archive.on:
            yield Paragraph(self.say(Said.NO_MONEY))
            return
        last = max(self.project.period.last or self.archive.on, self.archive.on)
        # Whole years: money may be meant for days before the project, or after it.
        span = Period(date(first.year, 1, 1), date(last.year, 12, 31))
        made = reconcile(self.archive.charters, register, period=span, on=self.archive.on, project=name)
        if not made.lines and not made.by_project:
            yield Paragraph(self.say(Said.NO_MONEY))
            return
        told = {one.party for one in made.by_party}
        alone = [one for one in made.lines if one.party not in told]
        others = {one.party: evolve(one, period=span) for one in alone}
        whole = evolve(made, lines=(*made.by_party, *others.values()))
        _, *blocks = funding_document(whole, self.language).blocks
        own = next(place for place, one in enumerate(blocks) if isinstance(one, Heading))
        yield from _shifted((*blocks[:own], *blocks[own + 1 :]), self.say(Said.NONE))

    # What the years found, and how to check it

    def _findings(self) -> Iterator[Block]:
        yield Heading(2, self.say(Said.FINDINGS))
        if not self.archive.years:
            yield Paragraph(self.say(Said.NO_YEARS))
        for year in self.archive.years:
            yield from self._of_year(year)

    def _of_year(self, year: int) -> Iterator[Block]:
        language = self.language
        found = [
            one
            for one in self.archive.report(year).findings
            if one.kind == "project" and one.subject == self.project.id and one.charter
        ]
        if not found:
            yield Paragraph(self.say(Said.NO_FINDINGS, year=str(year)))
            return
        yield Paragraph((self.say(Said.FULL_IN), year_ref(year), "."))
        alike: dict[tuple[Status, Force], list[str | Ref]] = {}
        order = tuple(Force)
        for one in sorted(found, key=lambda each: (WORST_FIRST.index(each.status), order.index(each.force))):
            clause = clause_ref(self.archive.charters[one.charter], one.clause, language)
            alike.setdefault((one.status, one.force), []).append(clause)
        rows = (
            (status(force, standing)[language], FORCES[force][language], joined(clauses, "; "))
            for (standing, force), clauses in alike.items()
        )
        columns = (self.say(Said.STANDS), self.say(Said.FORCE), self.say(Said.CLAUSES))
        yield Table(self.say(Said.FINDINGS_OF, year=str(year)), columns, tuple(rows))

    def _receipt(self) -> Iterator[Block]:
        yield Heading(2, self.say(Said.RECEIPT))
        receipt = of_decision(self.decision, self.archive.charters, self.archive.register)
        yield Paragraph(self.say(Said.RECEIPT_DIGEST))
        yield Code((receipt.digest,))
        yield Paragraph(
            (
                self.say(Said.RECEIPT_HOW),
                Ref(Target("page", "receipts"), quoted(self.say(Said.RECEIPTS))),
                ".",
            )
        )
