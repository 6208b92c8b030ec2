# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of an audit, how each decision in it stands, and the rows of a history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from ..explain.words import ASKED, LACKS, NOTES, begin, day, ended, listing, number, period, quoted
from ..facts import Why
from ..findings import ClauseFinding, Lack, Status
from ..governance import Decision, Report, Spell
from ..reports import Assessment
from ..text import Language, Text
from ..truth import Truth
from ..values import ALWAYS, Period, Range


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
        "aan elke stelregel en verplichting voldaan", "every rule of thumb and obligation met"
    )
    ONE_DEPARTED = Text(
        "van een ervan afgeweken, met vastgelegde reden", "departed from one, with a recorded reason"
    )
    ONE_NOT_FOLLOWED = Text(
        "aan een stelregel of verplichting niet voldaan", "a rule of thumb or obligation not met"
    )
    STILL_OPEN = Text("nog niet te bepalen", "cannot be determined yet")
    NAMED = Text("{title} ({id})", "{title} ({id})")
    NAMED_ON = Text("{title} ({id}), op {day}", "{title} ({id}), on {day}")
    NOT_FOLLOWED = Text("Niet aan voldaan: {clauses}.", "Not met: {clauses}.")
    DEPARTED = Text(
        "Van ‘{clause}’ is afgeweken (besluit van {day}, {body}): {reason}",
        "‘{clause}’ was departed from (decision of {day}, {body}): {reason}",
    )
    DEPARTED_AFTERWARDS = Text(
        "Van ‘{clause}’ is afgeweken (besluit van {day}, {body}, pas achteraf vastgelegd): {reason}",
        "‘{clause}’ was departed from (decision of {day}, {body}, recorded afterwards): {reason}",
    )
    EXCEPTION = Text(
        "Bij ‘{clause}’ geldt een uitzondering: {exception}.",
        "An exception to ‘{clause}’ holds: {exception}.",
    )
    NEEDED = Text("Nodig: {needs}.", "Needed: {needs}.")
    TO_SETTLE = Text("Door de partners uit te maken: {needs}.", "For the partners to settle: {needs}.")
    BY_WHOM = Text("Wat er nog nodig is, en van wie", "What is still needed, and from whom")
    FOR_EVERY = Text("Voor alle {count} projecten.", "For all {count} projects.")
    FOR_MOST = Text(
        "Voor {count} projecten: alle behalve {projects}.", "For {count} projects: all but {projects}."
    )
    FOR_SOME = Text("Voor: {projects}.", "For: {projects}.")
    FOR_OTHERS = Text("{projects} Ook voor: {others}.", "{projects} Also for: {others}.")
    OF_EACH = Text("{projects}: {unclear}", "{projects}: {unclear}")
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
            *self._exceptions(),
            self._not_followed(),
            *self._departures(),
            *self._missing(),
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

    def _not_followed(self) -> str:
        titles = [
            quoted(one.title[self.language])
            for one in self.decision.clauses
            if one.force in NORMS and one.status is Status.NOT_MET
        ]
        return Said.NOT_FOLLOWED.say(self.language, clauses=listing(titles, self.language)) if titles else ""

    def _exceptions(self) -> Iterator[str]:
        """Exceptions that hold: without them the number above would not explain how the clause stands."""
        for clause in self.decision.clauses:
            if clause.force in NORMS:
                for one in clause.derogations:
                    if one.finding.truth is Truth.MET:
                        yield Said.EXCEPTION.say(
                            self.language,
                            clause=clause.title[self.language],
                            exception=one.title[self.language],
                        )

    def _departures(self) -> Iterator[str]:
        titles = {one.clause: one.title for one in self.decision.clauses if one.status is Status.EXPLAINED}
        for one in self.decision.departures:
            if one.clause in titles:
                phrase = Said.DEPARTED_AFTERWARDS if one.retroactive else Said.DEPARTED
                yield phrase.say(
                    self.language,
                    clause=titles[one.clause][self.language],
                    body=one.title[self.language],
                    day=day(one.on, self.language),
                    reason=ended(one.reason),
                )

    def _missing(self) -> Iterator[str]:
        several = [ask.short for ask in self.voice.asks()]
        settle = [short for short in several if short in _for_the_partners(self.voice)]
        others = [short for short in several if short not in settle]
        for phrase, needs in ((Said.NEEDED, others), (Said.TO_SETTLE, settle)):
            if needs:
                yield phrase.say(self.language, needs="; ".join(needs))

    def _elsewhen(self) -> str:
        """What the outcome was over time, as long as the project ran: after its end there is nothing to belong."""
        several = list(_outcome_spells(self.spells, self._runs()))
        if len({outcome for _, outcome in several}) < 2:
            return ""
        titles = titles_of(self.charters)
        words = (
            self.voice.say(
                Phrase.LABELLED, label=period(span, self.language), words=titles[outcome][self.language]
            )
            for span, outcome in several
        )
        return Said.ELSEWHEN.say(self.language, spells="; ".join(words))

    def _runs(self) -> Period:
        basis = self.decision.basis
        return ALWAYS if basis is None else basis.project.period


def _outcome_spells(spells: Iterable[Spell], within: Period) -> list[tuple[Period, str]]:
    """When each outcome held within some days, whatever else turned."""
    joined: list[tuple[Period, str]] = []
    for spell in spells:
        span = spell.period.meet(within)
        if span is None:
            continue
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
    waiting: dict[str, dict[str, str]] = {}
    for decision in report.decisions:
        for ask in _voice(decision, charters, language).asks():
            waiting.setdefault(ask.each or ask.long, {})[decision.title[language]] = ask.unclear
    for ask, subject in asks(report, language):
        waiting.setdefault(ask.each or ask.long, {})[subject] = ask.unclear
    if waiting:
        yield Heading(2, Said.BY_WHOM.say(language))
        every = [one.title[language] for one in report.decisions]
        for words, subjects in sorted(waiting.items(), key=lambda one: -len(one[1])):
            yield Items((Item(words, items=tuple(map(Item, _for(subjects, every, language)))),))


def _for(subjects: Mapping[str, str], every: Sequence[str], language: Language) -> Iterator[str]:
    """What waits for something; where it differs from one to another, with what is unclear of each."""
    if any(subjects.values()):
        alike: dict[str, list[str]] = {}
        for name, unclear in subjects.items():
            alike.setdefault(unclear, []).append(name)
        for unclear, names in alike.items():
            yield Said.OF_EACH.say(language, projects=listing(names, language), unclear=ended(unclear))
        return
    projects = [one for one in every if one in subjects]
    besides = [one for one in subjects if one not in every]
    others = [one for one in every if one not in projects]
    if len(every) > 1 and not others:
        words = Said.FOR_EVERY.say(language, count=number(len(every), language))
    elif len(projects) > 3 and len(others) < len(projects):
        count = number(len(projects), language)
        words = Said.FOR_MOST.say(language, count=count, projects=listing(others, language))
    else:
        yield Said.FOR_SOME.say(language, projects=listing((*projects, *besides), language))
        return
    yield (
        Said.FOR_OTHERS.say(language, projects=words, others=listing(besides, language)) if besides else words
    )


# One project over time

SPELL_COLUMNS: Final = ("project", "first", "last", "charter", "outcome", "kind", "name", "status")


def spell_rows(project: str, spells: Iterable[Spell]) -> Iterator[dict[str, str]]:
    """How every question and clause stood in every spell of days, in codes."""
    for spell in spells:
        for kind, several in (("question", spell.questions), ("clause", spell.clauses)):
            for name, status in several:
                yield {
                    "project": project,
                    "first": str(spell.period.first),
                    "last": str(spell.period.last),
                    "charter": spell.charter,
                    "outcome": spell.outcome,
                    "kind": kind,
                    "name": name,
                    "status": status.value,
                }
