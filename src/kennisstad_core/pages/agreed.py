# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One version of an agreement: who, on what, in which roles and bodies, its clauses, its questions and its outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..charter import Charter, Question
from ..explain.render import (
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
from ..explain.words import FAMILIES, begin, day, ended, listing, number, period, quoted
from ..facts import CountFact, Family
from ..provisions import coverage
from ..records.parties import Certainty, Membership, Partner
from ..text import Language, Text
from .agreed_words import ANSWERS, CERTAINTIES, FORMS, MEMBERSHIPS, SCALES, Said
from .archive import Archive
from .clauses import clause_section
from .leads import cited, clause_ref, fact_ref


def charter_document(archive: Archive, version: str, language: Language) -> Document:
    """One version of the agreement, clause by clause.

    Raises:
        KeyError: when there is no such version.
    """
    return Document(language, _Charter(archive, archive.charters[version], language).blocks())


def seen_on(charter: Charter, on: date) -> date:
    """The day as of which a version is shown: that of the archive, or else the nearest on which it is in force."""
    first, last = charter.period.first, charter.period.last
    if first is not None and on < first:
        return first
    return last if last is not None and last < on else on


class _Charter:
    """One version in one language."""

    def __init__(self, archive: Archive, charter: Charter, language: Language) -> None:
        self.archive = archive
        self.charter = charter
        self.language = language
        self.on = seen_on(charter, archive.on)
        ledger = archive.ledger
        self.behind = {} if ledger is None else dict(coverage(ledger, archive.charters).behind)

    def blocks(self) -> Iterator[Block]:
        """The page from top to bottom."""
        charter = self.charter
        yield Heading(1, charter.title[self.language], Target("charter", charter.id))
        yield Paragraph(self.say(Said.CHARTER))
        yield from self._version()
        yield from self._sources()
        yield from self._parties()
        yield from self._themes()
        yield from self._roles()
        yield from self._bodies()
        for family in Family:
            clauses = [one for one in charter.clauses if charter.family(one) is family]
            if clauses:
                yield self.heading(Said.CLAUSES_OF, family=FAMILIES[family][self.language])
                for one in clauses:
                    behind = self.behind.get((charter.id, one.id), ())
                    yield from clause_section(self.archive, charter, one, behind, self.language)
        yield from self._questions()
        yield from self._outcomes()
        yield from self._statements()

    def say(self, phrase: Said, **words: str) -> str:
        """A phrase in the language of this page."""
        return phrase.say(self.language, **words)

    def heading(self, phrase: Said, **words: str) -> Heading:
        """The heading of a section."""
        return Heading(2, self.say(phrase, **words))

    def table(self, caption: Said, columns: tuple[Said, ...], rows: list[tuple[Words, ...]]) -> Table:
        """A table under the heading of its section."""
        return Table(self.say(caption), tuple(map(self.say, columns)), rows)

    def coded(self, code: str, texts: dict[str, Text]) -> str:
        """What a code is called; one that nobody explains stands for itself."""
        title = texts.get(code)
        return code if title is None else title[self.language]

    def _version(self) -> Iterator[Block]:
        charter, say = self.charter, self.say
        counts = {
            name: number(len(getattr(charter, name)), self.language)
            for name in ("clauses", "facts", "questions", "outcomes")
        }
        none = say(Said.NOT_STATED)
        rows: list[tuple[Words, ...]] = [
            (say(Said.PARTNERSHIP), charter.partnership[self.language]),
            (say(Said.VERSION), charter.id),
            (say(Said.PERIOD), period(charter.period, self.language)),
            (say(Said.FORM), self.coded(charter.form, dict(FORMS)) or none),
            (say(Said.SCALE), self.coded(charter.scale, dict(SCALES)) or none),
            (say(Said.COUNTED), say(Said.COUNTS, **counts)),
        ]
        yield self.table(Said.THIS_VERSION, (Said.WHAT, Said.CONTENT), rows)

    def _sources(self) -> Iterator[Block]:
        yield self.heading(Said.SOURCES)
        if not self.charter.sources:
            yield Paragraph(self.say(Said.NO_SOURCES))
            return
        yield Items(
            Item(", ".join(part for part in (one.document, one.locator, one.note, one.url) if part))
            for one in self.charter.sources
        )

    # Who, on what, in which roles

    def _parties(self) -> Iterator[Block]:
        yield self.heading(Said.PARTIES)
        on = day(self.on, self.language)
        rows = [row for one in self.charter.partners for row in self._party(one)]
        if not rows:
            yield Paragraph(self.say(Said.NO_PARTIES))
            return
        yield Paragraph(self.say(Said.PARTIES_ON, day=on))
        columns = [self.say(one) for one in (Said.PARTY, Said.KIND, Said.MEMBERSHIP)]
        columns += [self.say(Said.ON_DAY, day=on), self.say(Said.REMARK)]
        yield Table(self.say(Said.PARTIES_TABLE), tuple(columns), rows)

    def _party(self, party: Partner) -> Iterator[tuple[Words, ...]]:
        kinds = {one.id: one.title for one in self.charter.kinds}
        none = self.say(Said.NOT_STATED)
        name = Ref(Target("partner", party.id), party.name)
        kind = self.coded(party.kind, kinds) or none
        held = [one for one in self.charter.memberships if one.partner == party.id]
        for one in held:
            certainty = "" if one.certainty is Certainty.CERTAIN else f" ({self._certainty(one)})"
            remark = "; ".join(part for part in (one.note, cited(one.sources, "")) if part)
            span = f"{period(one.period, self.language)}{certainty}"
            yield name, kind, span, self._stands(one), remark or none
        if not held:
            yield name, kind, self.say(Said.NONE), self.say(Said.ASSOCIATED), none

    def _certainty(self, one: Membership) -> str:
        return MEMBERSHIPS[one.certainty][self.language]

    def _stands(self, one: Membership) -> str:
        if self.on in one.period:
            return self.say(Said.MEMBER if one.certainty is Certainty.CERTAIN else Said.MAYBE)
        first = one.period.first
        return self.say(Said.FUTURE if first is not None and self.on < first else Said.PAST)

    def _themes(self) -> Iterator[Block]:
        yield self.heading(Said.THEMES)
        rows: list[tuple[Words, ...]] = [
            (
                one.title[self.language],
                self.say(Said.NOT_DESCRIBED) if one.scope is None else one.scope[self.language],
            )
            for one in self.charter.themes
        ]
        if rows:
            yield self.table(Said.THEMES_TABLE, (Said.THEME, Said.SCOPE), rows)
        else:
            yield Paragraph(self.say(Said.NO_THEMES))

    def _roles(self) -> Iterator[Block]:
        yield self.heading(Said.ROLES)
        rows: list[tuple[Words, ...]] = []
        for role in self.charter.roles:
            facts = [
                fact_ref(self.charter, one.name, self.language)
                for one in self.charter.facts
                if isinstance(one, CountFact) and role.id in one.where.role
            ]
            rows.append(
                (begin(role.title[self.language]), joined(facts, "; ") or self.say(Said.COUNTS_NOWHERE))
            )
        if not rows:
            yield Paragraph(self.say(Said.NO_ROLES))
            return
        yield Paragraph(self.say(Said.ROLES_COUNT))
        yield self.table(Said.ROLES_TABLE, (Said.ROLE, Said.COUNTS_IN), rows)

    def _bodies(self) -> Iterator[Block]:
        charter = self.charter
        yield self.heading(Said.BODIES)
        rows: list[tuple[Words, ...]] = []
        for body in charter.bodies:
            clauses = [
                clause_ref(charter, one.id, self.language)
                for one in charter.conduct("body", body.id).clauses
                if one.subject == "body"
            ]
            title = Ref(Target("body", body.id), begin(body.title[self.language]))
            rows.append((title, joined(clauses, "; ") or self.say(Said.NONE)))
        if rows:
            yield self.table(Said.BODIES_TABLE, (Said.BODY, Said.ABOUT_BODY), rows)
        else:
            yield Paragraph(self.say(Said.NO_BODIES))
        if charter.agenda:
            sections = (quoted(one.title[self.language]) for one in charter.agenda)
            yield Paragraph(self.say(Said.AGENDA, sections=listing(sections, self.language)))

    # What it decides

    def _questions(self) -> Iterator[Block]:
        yield self.heading(Said.QUESTIONS)
        if not self.charter.questions:
            yield Paragraph(self.say(Said.NO_QUESTIONS))
            return
        yield Paragraph(self.say(Said.QUESTIONS_WHAT))
        for one in self.charter.questions:
            yield Heading(3, one.title[self.language])
            yield Items(Item(words) for words in self._question(one))

    def _question(self, one: Question) -> Iterator[Words]:
        language, answers = self.language, one.answers
        for phrase, names in ((Said.REQUIRES, one.requires), (Said.ANY_OF, one.any_of)):
            if names:
                yield (self.say(phrase), *joined(map(self._asked, names), "; "), ".")
        met, not_met, unknown = (text[language] for text in (answers.met, answers.not_met, answers.unknown))
        yield self.say(Said.ANSWERS, met=met, not_met=not_met, unknown=unknown)
        if answers.explained is not None:
            yield self.say(Said.ANSWER_EXPLAINED, answer=answers.explained[language])

    def _asked(self, name: str) -> str | Ref:
        for one in self.charter.questions:
            if one.id == name:
                return self.say(Said.THE_QUESTION, question=one.title[self.language])
        return clause_ref(self.charter, name, self.language)

    def _outcomes(self) -> Iterator[Block]:
        language, questions = self.language, {one.id: one.title for one in self.charter.questions}
        yield self.heading(Said.OUTCOMES)
        rows: list[tuple[Words, ...]] = []
        for place, one in enumerate(self.charter.outcomes, start=1):
            when = (
                self.say(
                    Said.ANSWERED,
                    question=quoted(questions[name][language]),
                    answer=ANSWERS[answer][language],
                )
                for name, answer in one.when
            )
            title = begin(one.title[language])
            rows.append(
                (
                    self.say(Said.NUMBERED, number=number(place, language), title=title),
                    listing(when, language) or self.say(Said.IN_ANY_CASE),
                )
            )
        if not rows:
            yield Paragraph(self.say(Said.NO_OUTCOMES))
            return
        yield Paragraph(self.say(Said.OUTCOMES_HOW))
        yield self.table(Said.OUTCOMES_TABLE, (Said.OUTCOME, Said.WHEN), rows)

    def _statements(self) -> Iterator[Block]:
        language = self.language
        yield self.heading(Said.STATEMENTS)
        rows: list[tuple[Words, ...]] = [
            (
                ended(one.text[language]),
                CERTAINTIES[one.certainty][language],
                cited(one.sources, self.say(Said.NOT_STATED)),
            )
            for one in self.charter.statements
        ]
        if rows:
            yield self.table(Said.STATEMENTS_TABLE, (Said.STATEMENT, Said.CERTAINTY, Said.SOURCE), rows)
        else:
            yield Paragraph(self.say(Said.NO_STATEMENTS))
