# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of an audit, how each decision in it stands, and the rows of a history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, unique
from typing import Final

from attrs import evolve

from ..charter import Charters
from ..conditions import Compare, CompareShare, leaves
from ..explain.conduct import asks, conduct, known_up_to, summary
from ..explain.labels import Labels, titles_of
from ..explain.outcomes import NORMS, by_outcome, standing
from ..explain.phrases import Phrase
from ..explain.render import Block, Document, Heading, Item, Items, Paragraph, Table
from ..explain.sentences import Voice
from ..explain.words import ASKED, LACKS, NOTES, begin, day, listing, number, period, quoted, small, status
from ..facts import Why
from ..findings import Cause, ClauseFinding, Lack, Status
from ..governance import Decision, Report, Spell
from ..reports import Assessment
from ..text import Language, Text
from ..truth import Truth
from ..values import Period, Range


@unique
class Said(Enum):
    """What these pages say besides the phrases of an explanation, with the same parameters in both languages."""

    AUDIT_DAY = Text("{partnership} op {day}: {count}", "{partnership} on {day}: {count}")
    AUDIT_PERIOD = Text("{partnership}, {period}: {count}", "{partnership}, {period}: {count}")
    JUDGED_BY = Text("Getoetst aan: {charters}.", "Judged by: {charters}.")
    GROUP = Text("{outcome} ({count})", "{outcome} ({count})")
    LAST_DAY = Text(
        "Elk project is beoordeeld naar zijn laatste dag in deze periode; bij een andere dag staat die erbij.",
        "Each project is judged as of its last day in this period; where that is another day, it says so.",
    )
    MARKS = Text("Wat de tekens bij de projecten zeggen:", "What the marks beside the projects say:")
    ALL_FOLLOWED = Text(
        "elke stelregel en verplichting gevolgd", "every rule of thumb and obligation followed"
    )
    ONE_DEPARTED = Text(
        "van een ervan afgeweken, met vastgelegde reden", "departed from one, with a recorded reason"
    )
    ONE_NOT_FOLLOWED = Text(
        "een stelregel of verplichting niet gevolgd", "a rule of thumb or obligation not followed"
    )
    STILL_OPEN = Text("nog niet te bepalen", "cannot be determined yet")
    NAMED = Text("{title} ({id})", "{title} ({id})")
    NAMED_ON = Text("{title} ({id}), op {day}", "{title} ({id}), on {day}")
    NOT_FOLLOWED = Text("Niet gevolgd: {clauses}.", "Not followed: {clauses}.")
    EXCEPTED = Text(
        "Door de uitzondering {exceptions} is ‘{clause}’ {status}.",
        "By the exception {exceptions}, ‘{clause}’ is {status}.",
    )
    DEPARTED = Text(
        "Van ‘{clause}’ is afgeweken door {body}, {day}: {reason}",
        "‘{clause}’ departed from by {body}, {day}: {reason}",
    )
    NEEDED = Text("Nodig: {needs}.", "Needed: {needs}.")
    SETTLE_ONE = Text(
        "iets wat de partners zelf moeten uitmaken (zie het slot)",
        "one thing that is for the partners to settle (see the end)",
    )
    SETTLE = Text(
        "{count} dingen die de partners zelf moeten uitmaken (zie het slot)",
        "{count} things that are for the partners to settle (see the end)",
    )
    BY_WHOM = Text("Wat er nog nodig is, en van wie", "What is still needed, and from whom")
    FOR_BOTH = Text("Voor beide projecten.", "For both projects.")
    FOR_EVERY = Text("Voor alle {count} projecten.", "For all {count} projects.")
    FOR_MOST = Text(
        "Voor {count} projecten: alle behalve {projects}.", "For {count} projects: all but {projects}."
    )
    FOR_SOME = Text("Voor: {projects}.", "For: {projects}.")
    ELSEWHEN = Text("Door de tijd: {spells}.", "Over time: {spells}.")
    OUTSIDE = Text("Niet in deze periode: {projects}.", "Not in this period: {projects}.")
    NO_PROJECTS = Text(
        "Het register bevat geen projecten voor dit moment.", "The register holds no projects for this time."
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def exit_code(decisions: Iterable[Decision], assessments: Iterable[Assessment] = ()) -> int:
    """The exit code: 1 when a rule or obligation is not met, else 3 when one or an outcome is open, else 0."""
    stands = {standing(one) for one in decisions}
    stands |= {one.status for about in assessments for one in about.clauses if one.force in NORMS}
    return 1 if Status.NOT_MET in stands else 3 if Status.UNDETERMINED in stands else 0


# An audit


def audit_document(report: Report, charters: Charters, language: Language) -> Document:
    """Every project under its outcome with who counted and what is missing, what is needed of whom, and the totals."""
    return Document(language, tuple(_audit(report, charters, language)))


def _audit(report: Report, charters: Charters, language: Language) -> Iterator[Block]:
    yield Heading(1, _audit_title(report, language))
    if not report.decisions:
        yield Paragraph(Said.NO_PROJECTS.say(language))
    judged_by = dict.fromkeys(one.charter for one in report.decisions if one.charter)
    if judged_by:
        names = (
            Said.NAMED.say(language, title=charters[name].title[language], id=name) for name in judged_by
        )
        yield Paragraph(Said.JUDGED_BY.say(language, charters=listing(names, language)))
    yield from known_up_to(report, language)
    yield from summary(report, language)
    if report.spells:
        yield Paragraph(Said.LAST_DAY.say(language))
    spells = dict(report.spells)
    groups = tuple(by_outcome(report.decisions, charters))
    for title, several in groups:
        yield Heading(2, _titled(title, len(several), language))
        for one in several:
            audited = _Audited(one, spells.get(one.project, ()), charters, language)
            yield Items((audited.item(report.period.last),))
    yield from conduct(report, charters, language)
    yield from _needed(report, charters, language)
    if len(groups) > 1:
        rows = [(begin(title[language]), number(len(several), language)) for title, several in groups]
        columns = (Phrase.OUTCOME_COLUMN.say(language), Phrase.PROJECTS.say(language))
        yield Table(Phrase.BY_OUTCOME.say(language), columns, rows)
    stands = {standing(one) for one in report.decisions}
    if stands:
        yield Paragraph(Said.MARKS.say(language))
        yield Items(Item(said.say(language), mark) for mark, said in _LEGEND if mark in stands)
    if report.outside:
        yield Paragraph(Said.OUTSIDE.say(language, projects=listing(report.outside, language)))


_LEGEND: Final = (
    (Status.SATISFIED, Said.ALL_FOLLOWED),
    (Status.EXPLAINED, Said.ONE_DEPARTED),
    (Status.NOT_MET, Said.ONE_NOT_FOLLOWED),
    (Status.UNDETERMINED, Said.STILL_OPEN),
)


def _audit_title(report: Report, language: Language) -> str:
    first, last = report.period.first, report.period.last
    many = len(report.decisions)
    count = (Phrase.ONE_PROJECT if many == 1 else Phrase.MANY_PROJECTS).say(
        language, count=number(many, language)
    )
    partnership = report.partnership[language]
    if first is not None and first == last:
        return Said.AUDIT_DAY.say(language, partnership=partnership, day=day(first, language), count=count)
    words = period(report.period, language)
    return Said.AUDIT_PERIOD.say(language, partnership=partnership, period=words, count=count)


def _titled(title: Text, count: int, language: Language) -> str:
    return Said.GROUP.say(language, outcome=begin(title[language]), count=number(count, language))


def _voice(decision: Decision, charters: Charters, language: Language) -> Voice[Decision]:
    """The voice of a decision, in all the words its charter has."""
    voice = Voice.of(decision, language)
    charter = next((one for one in charters if one.id == decision.charter), None)
    return voice if charter is None else evolve(voice, labels=Labels.of_charter(charter))


class _Audited:
    """One decision among many, in a few points."""

    def __init__(
        self, decision: Decision, spells: Sequence[Spell], charters: Charters, language: Language
    ) -> None:
        self.decision = decision
        self.voice = _voice(decision, charters, language)
        self.language = language
        self.spells = spells
        self.charters = charters

    def item(self, usual: date | None) -> Item:
        """The project with what there is to say of it; the day only where it is not the usual one."""
        one, phrase = self.decision, Said.NAMED if self.decision.on == usual else Said.NAMED_ON
        name = phrase.say(
            self.language, title=one.title[self.language], id=one.project, day=day(one.on, self.language)
        )
        points = (
            self._possible(),
            self._counted(),
            *self._excepted(),
            self._not_followed(),
            *self._departures(),
            self._missing(),
            *(NOTES[note][self.language] for note in one.notes),
            self._elsewhen(),
        )
        return Item(name, standing(one), [Item(point) for point in points if point])

    def _possible(self) -> str:
        """What is still possible, where that is less than everything."""
        one = self.decision
        every = next((len(charter.outcomes) for charter in self.charters if charter.id == one.charter), 0)
        if not 1 < len(one.possible) < every:
            return ""
        return self.voice.say(Phrase.POSSIBLE, outcomes=self.voice.outcomes(one.possible))

    def _counted(self) -> str:
        """The first number that a rule or obligation turns on, or else any clause, with the names behind it."""
        asked = dict.fromkeys(one.clause for question in self.decision.questions for one in question.clauses)
        clauses = [one for one in self.decision.clauses if one.clause in asked]
        norms = [one for one in clauses if one.force in NORMS]
        for clause, leaf in (*self._numbers(norms), *self._numbers(clauses)):
            name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
            # Within a larger condition a part is not asked for by itself.
            bound = ASKED.get(clause.force) if clause.finding.condition == leaf else None
            found = self.voice.found(leaf, bound, clause.finding.truth)
            names = listing(self.voice.counted(self.voice.facts[name]), self.language)
            more = f" {self.voice.say(Phrase.COUNTED, names=names)}" if names else ""
            return f"{begin(found)}.{more}"
        return ""

    def _numbers(
        self, clauses: Iterable[ClauseFinding]
    ) -> Iterator[tuple[ClauseFinding, Compare | CompareShare]]:
        for clause in clauses:
            for leaf in leaves(clause.finding.condition):
                if isinstance(leaf, Compare | CompareShare):
                    name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
                    fact = self.voice.facts.get(name)
                    if fact is not None and isinstance(fact.value, Range):
                        yield clause, leaf

    def _excepted(self) -> Iterator[str]:
        """What an exception made of a rule or obligation: the number before it may seem to say the opposite."""
        asked = dict.fromkeys(one.clause for question in self.decision.questions for one in question.clauses)
        for clause in self.decision.clauses:
            if clause.clause in asked and clause.force in NORMS and Cause.DEROGATION in clause.causes:
                held = (one for one in clause.derogations if one.finding.truth is Truth.MET)
                titles = [quoted(one.title[self.language]) for one in held]
                yield Said.EXCEPTED.say(
                    self.language,
                    clause=clause.title[self.language],
                    exceptions=listing(titles, self.language),
                    status=status(clause.force, clause.status)[self.language],
                )

    def _not_followed(self) -> str:
        titles = [
            quoted(one.title[self.language])
            for one in self.decision.clauses
            if one.force in NORMS and one.status is Status.NOT_MET
        ]
        return Said.NOT_FOLLOWED.say(self.language, clauses=listing(titles, self.language)) if titles else ""

    def _departures(self) -> Iterator[str]:
        titles = {one.clause: one.title for one in self.decision.clauses if one.status is Status.EXPLAINED}
        for one in self.decision.departures:
            if one.clause in titles:
                yield Said.DEPARTED.say(
                    self.language,
                    clause=titles[one.clause][self.language],
                    body=one.body,
                    day=day(one.on, self.language),
                    reason=one.reason,
                )

    def _missing(self) -> str:
        several = [ask.short for ask in self.voice.asks()]
        settle = [short for short in several if short in _for_the_partners(self.voice)]
        others = [short for short in several if short not in settle]
        if settle:
            phrase = Said.SETTLE_ONE if len(settle) == 1 else Said.SETTLE
            others.append(phrase.say(self.language, count=small(len(settle), self.language)))
        return Said.NEEDED.say(self.language, needs="; ".join(others)) if others else ""

    def _elsewhen(self) -> str:
        if len({spell.outcome for spell in self.spells}) < 2:
            return ""
        titles = titles_of(self.charters)
        several = (
            self.voice.say(
                Phrase.LABELLED, label=period(span, self.language), words=titles[outcome][self.language]
            )
            for span, outcome in _outcome_spells(self.spells)
        )
        return Said.ELSEWHEN.say(self.language, spells="; ".join(several))


def _outcome_spells(spells: Iterable[Spell]) -> list[tuple[Period, str]]:
    """When each outcome held, whatever else turned."""
    joined: list[tuple[Period, str]] = []
    for spell in spells:
        span = spell.period
        if joined and joined[-1][1] == spell.outcome:
            span = Period(joined.pop()[0].first, span.last)
        joined.append((span, spell.outcome))
    return joined


def _for_the_partners(voice: Voice[Decision]) -> frozenset[str]:
    """What is needed that is about the agreement and not about the project: nobody in the project can supply it."""
    language = voice.language
    readings = (
        LACKS[need.lack][language].format(label=need.label[language])
        for need in voice.decision.needs
        if need.lack in (Lack.READING, Lack.RESOLUTION)
    )
    members = (
        voice.say(Phrase.SHORT_MEMBER, name=one.name)
        for fact in voice.decision.facts
        for one in fact.possible
        if one.why is Why.DISPUTED_MEMBERSHIP
    )
    return frozenset((*readings, *members))


def _needed(report: Report, charters: Charters, language: Language) -> Iterator[Block]:
    """Each thing that is needed once, as a request to whoever can supply it, with the projects that wait for it."""
    waiting: dict[str, list[str]] = {}
    for decision in report.decisions:
        for ask in _voice(decision, charters, language).asks():
            waiting.setdefault(ask.long, []).append(decision.title[language])
    for long, subject in asks(report, language):
        waiting.setdefault(long, []).append(subject)
    if waiting:
        yield Heading(2, Said.BY_WHOM.say(language))
        every = [one.title[language] for one in report.decisions]
        for long, projects in sorted(waiting.items(), key=lambda one: -len(one[1])):
            yield Items((Item(long, items=(Item(_for(projects, every, language)),)),))


def _for(projects: Sequence[str], every: Sequence[str], language: Language) -> str:
    others = [one for one in every if one not in projects]
    if not others and len(every) == 2:
        return Said.FOR_BOTH.say(language)
    if not others and len(every) > 1:
        return Said.FOR_EVERY.say(language, count=number(len(every), language))
    if len(projects) > 3 and len(others) < len(projects):
        count = number(len(projects), language)
        return Said.FOR_MOST.say(language, count=count, projects=listing(others, language))
    return Said.FOR_SOME.say(language, projects=listing(projects, language))


# One project over time

SPELL_COLUMNS: Final = ("project", "first", "last", "charter", "outcome", "kind", "name", "status")


def spell_rows(project: str, spells: Iterable[Spell]) -> Iterator[dict[str, str]]:
    """How every question and clause stood in every spell of days, in codes."""
    for spell in spells:
        for kind, several in (("question", spell.questions), ("clause", spell.clauses)):
            for name, stands in several:
                yield {
                    "project": project,
                    "first": str(spell.period.first),
                    "last": str(spell.period.last),
                    "charter": spell.charter,
                    "outcome": spell.outcome,
                    "kind": kind,
                    "name": name,
                    "status": stands.value,
                }
