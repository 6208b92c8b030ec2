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

from ..charter import Force
from ..decisions import Decision
from ..findings import Cause, ClauseFinding, QuestionFinding, Status
from ..recourse import Recourse
from ..text import Language
from ..truth import Truth
from . import render
from .clauses import Clauses, leaves_found, sentence
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .sentences import Voice
from .words import (
    ASKED,
    NOTES,
    begin,
    day,
    listing,
    quoted,
    status,
)

Length: TypeAlias = Literal["line", "clauses", "full"]
LENGTHS: Final[tuple[Length, ...]] = get_args(Length)


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


def line(voice: Voice[Decision]) -> str:
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


def _reason(voice: Voice[Decision]) -> Iterator[str]:
    """What is not met first, else what was departed from, else what is met; of the first question that stands so."""
    for sought in (Status.NOT_MET, Status.EXPLAINED, Status.SATISFIED):
        for question in voice.decision.questions:
            if question.status is sought:
                so = [one for one in question.clauses if one.status is sought]
                for clause in so if sought is Status.SATISFIED else so[:1]:
                    yield _stands(voice, clause)
                return


def _stands(voice: Voice[Decision], clause: ClauseFinding) -> str:
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
    found = next(leaves_found(clause.finding), None)
    if found is None:
        return voice.say(Phrase.STANDS, clause=title, status=words)
    finding = sentence(voice, found, ASKED.get(clause.force))
    return voice.say(Phrase.STANDS_BECAUSE, clause=title, status=words, finding=finding)


# The whole page


class _Page:
    """The blocks of one decision; a clause is told once, under the first question that rests on it."""

    def __init__(self, voice: Voice[Decision], *, full: bool) -> None:
        self.voice = voice
        self.decision = voice.decision
        self.language = voice.language
        self.full = full
        self.clauses = Clauses(voice, full=full)
        self._told: set[str] = set()

    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        yield from self._head()
        questions = {one.question: one for one in self.decision.questions}
        for question in self.decision.questions:
            yield from self._question(question, questions)
        rest = [one for one in self.decision.clauses if one.clause not in self._told]
        others = [self.clauses.clause(one) for one in rest if one.force is not Force.REMARK]
        if others:
            yield Heading(2, self.voice.say(Phrase.OTHER_CLAUSES))
            yield Items(others)
        shown = (Status.INFO, *((Status.NOT_APPLICABLE, Status.UNDETERMINED) if self.full else ()))
        remarks = [
            self.clauses.remark(one) for one in rest if one.force is Force.REMARK and one.status in shown
        ]
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
                items.append(
                    self.clauses.again(clause) if clause.clause in self._told else self.clauses.clause(clause)
                )
                self._told.add(clause.clause)
        if items:
            yield Items(items)

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
