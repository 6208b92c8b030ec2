# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A decision explained from itself alone, in Dutch or English, at three lengths.

*line* is one sentence: the outcome and the one reason, or what is missing. *clauses* has every question with its
clauses and the parties by name. *full* adds sources, conditions, readings and the records behind every fact, and, when
the decision still has its register beside it, what would change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias, get_args

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
from ..findings import Cause, ClauseFinding, DerogationFinding, QuestionFinding, Status
from ..governance import Decision
from ..records.parties import Source
from ..recourse import Recourse
from ..text import Language, Text
from ..truth import Truth
from . import render
from .labels import Leaf
from .labels import say as condition_in_words
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .sentences import Voice
from .words import (
    ASKED,
    CAUSES,
    EFFECTS,
    FORCES,
    NOTES,
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

Length: TypeAlias = Literal["line", "clauses", "full"]
LENGTHS: Final[tuple[Length, ...]] = get_args(Length)

_MARKS: Final = {
    Truth.MET: Status.SATISFIED,
    Truth.NOT_MET: Status.NOT_MET,
    Truth.UNKNOWN: Status.UNDETERMINED,
}


def explain(decision: Decision, language: Language, length: str = "clauses") -> str:
    """The decision as plain text of at most 80 columns; a *line* is one line, however long.

    Raises:
        ValueError: for a length that is not one of `LENGTHS`.
    """
    made = document(decision, language, length)
    if length == "line":
        return " ".join(render.text(made).split())
    return render.text(made)


def markdown(decision: Decision, language: Language, length: str = "clauses") -> str:
    """The decision as Markdown; lengths as of `explain`."""
    return render.markdown(document(decision, language, length))


def html(decision: Decision, language: Language, length: str = "clauses") -> str:
    """The decision as an HTML fragment with its language, headings and table headers; lengths as of `explain`."""
    return render.html(document(decision, language, length))


def document(decision: Decision, language: Language, length: str = "clauses") -> Document:
    """The decision as typed blocks, for any other form; lengths as of `explain`."""
    voice = Voice.of(decision, language)
    if length == "line":
        return Document(language, (Paragraph(line(voice)),))
    if length not in LENGTHS:
        raise ValueError(f"length is one of {', '.join(LENGTHS)}, not {length!r}")
    return Document(language, _Page(voice, full=length == "full").blocks())


# One sentence


def line(voice: Voice) -> str:
    """The outcome and the one reason for it, or what is still possible and what is missing."""
    decision, language = voice.decision, voice.language
    project, on = decision.title[language], day(decision.on, language)
    outcome = decision.ruling.title[language]
    if decision.needs:
        needs = listing((ask.short for ask in voice.asks()), language)
        if decision.possible:
            possible = voice.outcomes(decision.possible)
            return voice.say(
                Phrase.LINE_OPEN, project=project, day=on, outcome=outcome, outcomes=possible, needs=needs
            )
        return voice.say(Phrase.LINE_NEEDS, project=project, day=on, outcome=outcome, needs=needs)
    reason = "; ".join(_reason(voice))
    if len(decision.possible) == 1:
        outcome = quoted(outcome)
    if reason:
        return voice.say(Phrase.LINE_REASON, project=project, day=on, outcome=outcome, reason=reason)
    return voice.say(Phrase.LINE, project=project, day=on, outcome=outcome)


def _reason(voice: Voice) -> Iterator[str]:
    """What is not met first, else what was departed from, else what is met; of the first question that stands so."""
    for sought in (Status.NOT_MET, Status.EXPLAINED, Status.SATISFIED):
        for question in voice.decision.questions:
            if question.status is sought:
                so = [one for one in question.clauses if one.status is sought]
                for clause in so if sought is Status.SATISFIED else so[:1]:
                    yield _stands(voice, clause)
                return


def _stands(voice: Voice, clause: ClauseFinding) -> str:
    """How a clause stands, and why if it is not simply met."""
    title = clause.title[voice.language]
    words = status(clause.force, clause.status)[voice.language]
    if clause.status is Status.SATISFIED:
        return voice.say(Phrase.STANDS, clause=title, status=words)
    if Cause.DEROGATION in clause.causes:
        # What the condition found may say the opposite of how the clause stands.
        held = next((one for one in clause.derogations if one.finding.truth is Truth.MET), None)
        if held is not None:
            exception = held.title[voice.language]
            return voice.say(Phrase.STANDS_BY_EXCEPTION, clause=title, status=words, derogation=exception)
    found = next(_leaves(clause.finding), None)
    if found is None:
        return voice.say(Phrase.STANDS, clause=title, status=words)
    finding = _sentence(voice, found, ASKED.get(clause.force))
    return voice.say(Phrase.STANDS_BECAUSE, clause=title, status=words, finding=finding)


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


def _leaves(finding: Finding) -> Iterator[_LeafFinding]:
    """The findings on facts that stand as the whole does come first."""
    found = _leaf(finding)
    if found is not None:
        yield found
    else:
        for part in sorted(finding.parts, key=lambda one: one.truth is not finding.truth):
            yield from _leaves(part)


def _sentence(voice: Voice, found: _LeafFinding, asked: Text | None) -> str:
    leaf, truth, negated = found
    return voice.found(leaf, asked, truth, negated=negated)


# The whole page


class _Page:
    """The blocks of one decision; a clause is told once, under the first question that rests on it."""

    def __init__(self, voice: Voice, *, full: bool) -> None:
        self.voice = voice
        self.decision = voice.decision
        self.language = voice.language
        self.full = full
        self._told: set[str] = set()
        self._named: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        yield from self._head()
        questions = {one.question: one for one in self.decision.questions}
        for question in self.decision.questions:
            yield from self._question(question, questions)
        rest = [one for one in self.decision.clauses if one.clause not in self._told]
        others = [self._clause(one) for one in rest if one.force is not Force.REMARK]
        if others:
            yield Heading(2, self.voice.say(Phrase.OTHER_CLAUSES))
            yield Items(others)
        shown = (Status.INFO, *((Status.NOT_APPLICABLE, Status.UNDETERMINED) if self.full else ()))
        remarks = [self._remark(one) for one in rest if one.force is Force.REMARK and one.status in shown]
        if remarks:
            yield Heading(2, self.voice.say(Phrase.REMARKS))
            yield Items(remarks)
        if self.full:
            yield from self._facts()
            yield from self._recourse()

    def _head(self) -> Iterator[Block]:
        decision, language, say = self.decision, self.language, self.voice.say
        yield Heading(1, decision.title[language])
        on = day(decision.on, language)
        yield Paragraph(say(Phrase.PLACE_AND_DAY, partnership=decision.partnership[language], day=on))
        yield Paragraph(say(Phrase.OUTCOME, outcome=decision.ruling.title[language]))
        if len(decision.possible) > 1:
            yield Paragraph(say(Phrase.POSSIBLE, outcomes=self.voice.outcomes(decision.possible)))
        if self.full and decision.charter:
            yield Paragraph(say(Phrase.VERSION, charter=decision.charter))
        if decision.notes:
            yield Items(Item(NOTES[note][language], Status.INFO) for note in decision.notes)
        asks = self.voice.asks()
        if asks:
            yield Heading(2, say(Phrase.NEEDED))
            yield Items(Item(ask.long, Status.UNDETERMINED) for ask in asks)

    def _question(self, question: QuestionFinding, questions: dict[str, QuestionFinding]) -> Iterator[Block]:
        language, say = self.language, self.voice.say
        yield Heading(2, question.title[language])
        yield Paragraph(f"{begin(question.answer[language])}.")
        under = [questions[name] for name in question.rests_on if name in questions]
        if under:
            answers = (
                say(Phrase.ANSWERED, question=quoted(one.title[language]), answer=one.answer[language])
                for one in under
            )
            yield Paragraph(say(Phrase.FOLLOWS_FROM, questions=listing(answers, language)))
        items: list[Item] = []
        for clause in question.clauses:
            if clause.clause in question.rests_on:
                items.append(self._again(clause) if clause.clause in self._told else self._clause(clause))
                self._told.add(clause.clause)
        if items:
            yield Items(items)

    def _status(self, clause: ClauseFinding) -> str:
        return status(clause.force, clause.status)[self.language]

    def _again(self, clause: ClauseFinding) -> Item:
        words = self.voice.say(
            Phrase.CLAUSE_ABOVE, clause=clause.title[self.language], status=self._status(clause)
        )
        return Item(words, clause.status)

    def _clause(self, clause: ClauseFinding) -> Item:
        words = self.voice.say(Phrase.LABELLED, label=clause.title[self.language], words=self._status(clause))
        return Item(words, clause.status, tuple(self._under(clause)))

    def _remark(self, clause: ClauseFinding) -> Item:
        title, text = clause.title[self.language], clause.text[self.language]
        if not self.full:
            return Item(title, clause.status, (Item(text),))
        return Item(
            self.voice.say(Phrase.LABELLED, label=title, words=self._status(clause)),
            clause.status,
            tuple(self._under(clause)),
        )

    def _under(self, clause: ClauseFinding) -> Iterator[Item]:
        language, say = self.language, self.voice.say
        self._named.clear()
        if self.full:
            yield Item(clause.text[language])
            yield Item(say(Phrase.KIND, force=FORCES[clause.force][language]))
            if clause.source is not None:
                yield Item(say(Phrase.SOURCE, source=_source(clause.source)))
            words = condition_in_words(clause.finding.condition, self.voice.labels, language)
            yield Item(say(Phrase.CONDITION, condition=words))
            if clause.chosen is not None:
                yield Item(self._chosen(clause.chosen))
        for cause in (Cause.UNATTESTED, Cause.DOES_NOT_APPLY):
            if cause in clause.causes:
                yield Item(f"{begin(CAUSES[cause][language])}.")
        if self.full or not {Cause.UNATTESTED, Cause.DOES_NOT_APPLY} & set(clause.causes):
            yield from self._finding(clause.finding, ASKED.get(clause.force))
        yield from self._readings(clause)
        yield from self._derogations(clause)
        yield from self._departures(clause)
        yield from self._sensitivities(clause)
        if self.full:
            yield from self._reasons(clause)

    def _chosen(self, one: Choosing) -> str:
        by = one.by
        if one.on is not None:
            by = self.voice.say(Phrase.CHOSEN_ON, by=by, day=day(one.on, self.language))
        return self.voice.say(Phrase.CHOSEN, by=by, why=ended(one.why[self.language]))

    # What was found

    def _finding(self, finding: Finding, asked: Text | None) -> tuple[Item, ...]:
        found = _leaf(finding)
        if found is not None:
            return (Item(f"{begin(_sentence(self.voice, found, asked))}."), *self._evidence(found))
        if isinstance(finding.condition, All):
            return tuple(self._part(part, asked) for part in finding.parts)
        return (self._part(finding, asked),)

    def _part(self, finding: Finding, asked: Text | None) -> Item:
        """A part of a condition, with its own mark and whatever is under it."""
        mark = _MARKS[finding.truth]
        found = _leaf(finding)
        if found is not None:
            return Item(f"{begin(_sentence(self.voice, found, asked))}.", mark, self._evidence(found))
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
        said = [Item(words) for words in self.voice.evidence(name, records=self.full)]
        could_join = self.voice.facts[name].could_join if name in self.voice.facts else ()
        if could_join and truth is not Truth.MET:
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
                if self.full:
                    under.append(Item(say(Phrase.RECORD, record=one.record)))
                yield Item(words, Status.EXPLAINED, under)

    def _sensitivities(self, clause: ClauseFinding) -> Iterator[Item]:
        for one in self.decision.sensitivities:
            if one.clause == clause.clause:
                words = _truth(clause.force, one.truth, self.language)
                reading = one.title[self.language]
                if one.outcomes == self.decision.possible:
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

    # Only in full

    def _facts(self) -> Iterator[Block]:
        say = self.voice.say
        none = say(Phrase.NONE)
        rows = (
            (
                self.voice.fact(one.name),
                self.voice.value(one.name, one.value),
                ", ".join(dict.fromkeys((*one.records, *(other.record for other in one.possible)))) or none,
            )
            for one in self.decision.facts
        )
        table = Table(
            say(Phrase.FACTS), (say(Phrase.FACT), say(Phrase.VALUE), say(Phrase.RECORDS)), tuple(rows)
        )
        if table.rows:
            yield table

    def _recourse(self) -> Iterator[Block]:
        if self.decision.basis is None:
            return
        found = self.decision.recourse
        if found:
            yield Heading(2, self.voice.say(Phrase.RECOURSE))
            yield Items(self._ways(found))

    def _ways(self, found: Iterable[Recourse]) -> Iterator[Item]:
        by_outcome: dict[str, list[Recourse]] = {}
        for one in found:
            by_outcome.setdefault(one.outcome, []).append(one)
        for ways in by_outcome.values():
            phrase = Phrase.TO_OUTCOME if len(ways) == 1 else Phrase.TO_OUTCOME_EACH
            words = self.voice.say(phrase, outcome=ways[0].title[self.language])
            yield Item(words, items=[Item(self._way(one)) for one in ways])

    def _way(self, one: Recourse) -> str:
        first, *others = [self.voice.change(change) for change in one.changes]
        more = "".join(self.voice.say(Phrase.AND_IF, change=change) for change in others)
        return self.voice.say(Phrase.IF, changes=f"{first}{more}")


def _truth(force: Force, truth: Truth, language: Language) -> str:
    return status(force, _MARKS[truth])[language]


def _matters(one: DerogationFinding, clause: ClauseFinding) -> bool:
    return one.finding.truth is Truth.UNKNOWN and clause.status is Status.UNDETERMINED


def _source(source: Source) -> str:
    # An address is long and the document is listed with it in the charter; the place in it is what a reader wants.
    place = source.locator or source.url
    return ", ".join(part for part in (source.document, place, source.note) if part)
