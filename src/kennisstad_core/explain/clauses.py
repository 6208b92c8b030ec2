# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One clause told: what it asks, what was found, who was counted, and whatever bears on it besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Generic, TypeAlias

from ..charter import Choosing, Force, Weight
from ..conditions import (
    All,
    Any,
    AtLeastNOf,
    Compare,
    CompareShare,
    Finding,
    Is,
    Judged,
    Not,
    OneOf,
    facts_of,
)
from ..findings import Cause, ClauseFinding, DerogationFinding, Status
from ..records.parties import Source
from ..reports import Assessment
from ..text import Language, Text
from ..truth import Truth
from .labels import Leaf
from .labels import say as condition_in_words
from .phrases import Phrase
from .render import Item
from .sentences import D, Voice
from .words import (
    ASKED,
    CAUSES,
    EFFECTS,
    FORCES,
    TESTED,
    TRUTHS,
    WEIGHTS,
    begin,
    day,
    ended,
    listing,
    number,
    quoted,
    status,
)

_MARKS: Final = {
    Truth.MET: Status.SATISFIED,
    Truth.NOT_MET: Status.NOT_MET,
    Truth.UNKNOWN: Status.UNDETERMINED,
}


_LeafFinding: TypeAlias = tuple[Leaf, Truth, bool]


def _leaf(finding: Finding) -> _LeafFinding | None:
    """A finding that one sentence says: on a fact, or on the opposite of it."""
    match finding.condition:
        case Is() | OneOf() | Judged() | Compare() | CompareShare() as leaf:
            return leaf, finding.truth, False
        case Not(Is() | OneOf() | Judged() | Compare() | CompareShare() as leaf):
            return leaf, finding.truth, True
        case Not() | All() | Any() | AtLeastNOf():
            return None


def leaves_found(finding: Finding) -> Iterator[_LeafFinding]:
    """The findings on facts that stand as the whole does come first."""
    found = _leaf(finding)
    if found is not None:
        yield found
    else:
        for part in sorted(finding.parts, key=lambda one: one.truth is not finding.truth):
            yield from leaves_found(part)


def sentence(voice: Voice[D], found: _LeafFinding, asked: Text | None) -> str:
    """What was found of a fact, beside what is asked of it."""
    leaf, truth, negated = found
    return voice.found(leaf, asked, truth, negated=negated)


class Clauses(Generic[D]):
    """The clauses of one decision or assessment as points of a list, in short or in full."""

    def __init__(self, voice: Voice[D], *, full: bool, audited: bool = False) -> None:
        self.voice = voice
        self.decision = voice.decision
        self.language = voice.language
        self.full = full
        self.audited = audited
        """Whether the records behind each fact are told with it, and nothing is advised: as an auditor reads it."""
        self._named: set[str] = set()

    def status(self, clause: ClauseFinding) -> str:
        """How a clause stands, in the words that go with its force."""
        return status(clause.force, clause.status)[self.language]

    def again(self, clause: ClauseFinding) -> Item:
        """A clause that was told before."""
        words = self.voice.say(
            Phrase.CLAUSE_ABOVE, clause=clause.title[self.language], status=self.status(clause)
        )
        return Item(words, clause.status)

    def clause(self, clause: ClauseFinding) -> Item:
        """A clause with everything under it."""
        words = self.voice.say(Phrase.LABELLED, label=clause.title[self.language], words=self.status(clause))
        return Item(words, clause.status, tuple(self.under(clause)))

    def remark(self, clause: ClauseFinding) -> Item:
        """A remark with its own words; what was found only in full."""
        title, text = clause.title[self.language], clause.text[self.language]
        if not self.full:
            return Item(title, clause.status, (Item(text),))
        return Item(
            self.voice.say(Phrase.LABELLED, label=title, words=self.status(clause)),
            clause.status,
            tuple(self.under(clause)),
        )

    def under(self, clause: ClauseFinding) -> Iterator[Item]:
        """What was found, who was counted, and what bears on the clause besides."""
        language, say = self.language, self.voice.say
        self._named.clear()
        if self.full:
            yield Item(clause.text[language])
            kind = say(Phrase.KIND, force=FORCES[clause.force][language])
            where = "" if clause.source is None else say(Phrase.SOURCE, source=source(clause.source))
            yield Item(f"{kind} {where}".rstrip())
            words = condition_in_words(clause.finding.condition, self.voice.labels, language)
            yield Item(say(Phrase.CONDITION, condition=words))
            if clause.chosen is not None:
                yield Item(chosen(clause.chosen, language))
        for cause in (Cause.UNATTESTED, Cause.DOES_NOT_APPLY):
            if cause in clause.causes:
                yield Item(f"{begin(CAUSES[cause][language])}.")
        if self.full or not {Cause.UNATTESTED, Cause.DOES_NOT_APPLY} & set(clause.causes):
            yield from self._finding(clause.finding, ASKED.get(clause.force))
        yield from self._bearing(clause)
        if self.full:
            yield from self._reasons(clause)

    def evidence(self, clause: ClauseFinding) -> tuple[Item, ...]:
        """What was found of each fact beside what is asked, and who or what was counted."""
        self._named.clear()
        return self._finding(clause.finding, ASKED.get(clause.force))

    def besides(self, clause: ClauseFinding) -> tuple[Item, ...]:
        """What bears on how a clause stands besides its evidence: causes, readings, exceptions, departures."""
        causes = [Cause.UNATTESTED, Cause.DOES_NOT_APPLY, Cause.EXPLANATION]
        if Cause.EXPLANATION in clause.causes:
            causes.append(Cause.RETROACTIVE)
        told = (Item(f"{begin(CAUSES[one][self.language])}.") for one in causes if one in clause.causes)
        return (*told, *self._bearing(clause))

    def _bearing(self, clause: ClauseFinding) -> Iterator[Item]:
        yield from self._readings(clause)
        yield from self._derogations(clause)
        yield from self._departures(clause)
        yield from self._sensitivities(clause)

    # What was found

    def _finding(self, finding: Finding, asked: Text | None) -> tuple[Item, ...]:
        found = _leaf(finding)
        if found is not None:
            return (Item(f"{begin(sentence(self.voice, found, asked))}."), *self._evidence(found))
        if isinstance(finding.condition, All):
            return tuple(self._part(part, asked) for part in finding.parts)
        return (self._part(finding, asked),)

    def _part(self, finding: Finding, asked: Text | None) -> Item:
        """A part of a condition, with its own mark and whatever is under it."""
        mark = _MARKS[finding.truth]
        found = _leaf(finding)
        if found is not None:
            return Item(f"{begin(sentence(self.voice, found, asked))}.", mark, self._evidence(found))
        under = TESTED if isinstance(finding.condition, Not) else asked
        parts = tuple(self._part(part, under) for part in finding.parts)
        return Item(self._opening(finding), mark, parts)

    def _opening(self, finding: Finding) -> str:
        say = self.voice.say
        match finding.condition:
            case AtLeastNOf(n, of):
                total = number(len(of), self.language)
                return say(Phrase.SOME_OF_THESE, n=number(n, self.language), total=total)
            case Any():
                return say(Phrase.ANY_OF_THESE)
            case Not():
                return say(Phrase.NOT_THIS)
            case _:
                return say(Phrase.ALL_THESE)

    def _evidence(self, found: _LeafFinding) -> tuple[Item, ...]:
        """Who was counted, once under each clause however many readings count them."""
        leaf, truth, _ = found
        name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
        if name in self._named:
            return ()
        self._named.add(name)
        said = [Item(words) for words in self.voice.evidence(name, records=self.full or self.audited)]
        could_join = self.voice.facts[name].could_join if name in self.voice.facts else ()
        if could_join and truth is not Truth.MET and not self.audited:
            names = listing(could_join, self.language)
            said.append(Item(self.voice.say(Phrase.COULD_JOIN, names=names)))
        return tuple(said)

    # What bears on it besides

    def _readings(self, clause: ClauseFinding) -> Iterator[Item]:
        language, say = self.language, self.voice.say
        disagree = Cause.READINGS_DISAGREE in clause.causes
        if disagree:
            yield Item(f"{begin(CAUSES[Cause.READINGS_DISAGREE][language])}.")
        if disagree or (self.full and clause.readings):
            own = _truth(clause.force, clause.finding.truth, language)
            yield Item(say(Phrase.OWN_READING, status=own), _MARKS[clause.finding.truth])
        for one in clause.readings:
            words = _truth(clause.force, one.finding.truth, language)
            if self.full:
                said = say(
                    Phrase.READING_WEIGHT,
                    reading=one.title[language],
                    weight=WEIGHTS[one.weight][language],
                    status=words,
                )
            elif disagree and one.weight is Weight.DECISIVE:
                said = say(Phrase.READING, reading=one.title[language], status=words)
            else:
                continue
            yield Item(said, _MARKS[one.finding.truth], self._finding(one.finding, ASKED.get(clause.force)))

    def _derogations(self, clause: ClauseFinding) -> Iterator[Item]:
        language, say = self.language, self.voice.say
        if Cause.DEROGATIONS_CONFLICT in clause.causes:
            yield Item(f"{begin(CAUSES[Cause.DEROGATIONS_CONFLICT][language])}.")
        for one in clause.derogations:
            title, effect = one.title[language], EFFECTS[one.effect][language]
            if self.full:
                truth = TRUTHS[one.finding.truth][language]
                said = say(Phrase.DEROGATION_HOLDS, derogation=title, effect=effect, truth=truth)
            elif one.finding.truth is Truth.MET:
                said = say(Phrase.DEROGATION, derogation=title, effect=effect)
            elif _matters(one, clause):
                said = say(Phrase.DEROGATION_OPEN, derogation=title, effect=effect)
            else:
                continue
            yield Item(said, _MARKS[one.finding.truth], self._finding(one.finding, TESTED))

    def _departures(self, clause: ClauseFinding) -> Iterator[Item]:
        language, say = self.language, self.voice.say
        for one in self.decision.departures:
            if one.clause == clause.clause:
                words = say(
                    Phrase.DEPARTURE,
                    body=one.title[language],
                    day=day(one.on, language),
                    reason=ended(one.reason),
                    by=str(one.by),
                )
                under = [Item(say(Phrase.RETROACTIVE))] if one.retroactive else []
                if Cause.DEPARTURE not in clause.causes:
                    under.append(Item(say(Phrase.DEPARTURE_IDLE)))
                if self.full or self.audited:
                    under.append(Item(say(Phrase.RECORD, record=one.record)))
                yield Item(words, Status.EXPLAINED, under)

    def _sensitivities(self, clause: ClauseFinding) -> Iterator[Item]:
        for one in self.decision.sensitivities:
            if one.clause == clause.clause:
                words = _truth(clause.force, one.truth, self.language)
                reading = one.title[self.language]
                if isinstance(self.decision, Assessment):
                    said = self.voice.say(Phrase.SENSITIVE_CLAUSE, reading=reading, status=words)
                elif one.outcomes == self.decision.possible:
                    said = self.voice.say(Phrase.SENSITIVE_SAME, reading=reading, status=words)
                else:
                    titles = (quoted(title[self.language]) for title in one.titles)
                    outcomes = listing(titles, self.language, "or")
                    said = self.voice.say(Phrase.SENSITIVE, reading=reading, status=words, outcomes=outcomes)
                yield Item(said, Status.INFO)

    def _reasons(self, clause: ClauseFinding) -> Iterator[Item]:
        """On which facts the answer stands, unless there is but one it could stand on."""
        conditions = (clause.finding.condition, *(one.finding.condition for one in clause.readings))
        if len({name for condition in conditions for name in facts_of(condition)}) < 2:
            return
        order = [one.name for one in self.decision.facts]
        for several in clause.reasons:
            names = sorted(several, key=lambda name: order.index(name) if name in order else len(order))
            facts = (quoted(self.voice.labels.fact(name, self.language)) for name in names)
            yield Item(self.voice.say(Phrase.REASONS, facts=listing(facts, self.language)))


def _truth(force: Force, truth: Truth, language: Language) -> str:
    return status(force, _MARKS[truth])[language]


def _matters(one: DerogationFinding, clause: ClauseFinding) -> bool:
    return one.finding.truth is Truth.UNKNOWN and clause.status is Status.UNDETERMINED


def chosen(one: Choosing, language: Language) -> str:
    """Who chose the reading that a clause uses, when and why."""
    by = one.by
    if one.on is not None:
        by = Phrase.CHOSEN_ON.say(language, by=by, day=day(one.on, language))
    return Phrase.CHOSEN.say(language, by=by, why=ended(one.why[language]))


def source(of: Source) -> str:
    """A source in one line: the document and the place in it.

    An address is long, and the document is listed with it in the charter, so it is left out where there is a place.
    """
    return ", ".join(part for part in (of.document, of.locator or of.url, of.note) if part)
