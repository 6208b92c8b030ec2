# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A decision and what it was made from: plain values that can be stored and explained."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NoReturn

from attrs import field, frozen

from .charter import Charter, Charters
from .errors import UnknownName
from .facts import Fact
from .findings import ClauseFinding, Need, QuestionFinding, Ruling, Sensitivity, Status
from .records.judgements import Departure
from .records.parties import Person
from .records.projects import Project
from .records.register import Register
from .text import Language, Text
from .values import Period

if TYPE_CHECKING:
    from .recourse import Recourse


class Note(Enum):
    """Something about the decision as a whole that a reader must know."""

    NO_CHARTER = "no-charter"
    SEVERAL_CHARTERS = "several-charters"
    BEFORE_START = "before-start"
    AFTER_END = "after-end"
    FLAWED_RECORDS = "flawed-records"


@frozen
class DepartureMade:
    """A departure in force on the day: from which clause, by which body, recorded by whom, when and why."""

    clause: str
    body: str
    title: Text
    by: Person
    on: date
    reason: str
    retroactive: bool
    record: str

    @classmethod
    def of(cls, one: Departure, charter: Charter, subject: str) -> DepartureMade:
        """A recorded departure, with what the charter calls the body; ``subject`` is what it is about."""
        title = charter.body_titles.get(one.body) or Text.same(one.body)
        record = one.id or f"{subject}/departure/{one.clause}"
        return cls(one.clause, one.body, title, one.by, one.on, one.reason, one.retroactive, record)


@frozen
class Basis:
    """What a decision was made from, kept beside it so that it can say what would change it."""

    charters: Charters
    register: Register
    project: Project
    # What would change a decision is sought once for every form it is shown in; it can be sought again.
    memory: dict[date, tuple[Recourse, ...]] = field(factory=dict, init=False, eq=False, repr=False)


@frozen
class Decision:
    """What a charter says of one project on one day.

    ``bool()`` of it is refused: an answer that cannot be determined yet must not pass an ``if`` by accident.
    """

    project: str
    title: Text
    on: date
    charter: str
    partnership: Text
    facts: tuple[Fact, ...]
    ruling: Ruling
    departures: tuple[DepartureMade, ...] = ()
    notes: tuple[Note, ...] = ()
    basis: Basis | None = field(default=None, eq=False, repr=False)

    def __bool__(self) -> NoReturn:
        raise TypeError("a decision is not yes or no: look at .outcome, or at the status of one question")

    @property
    def outcome(self) -> str:
        """The id of the charter's outcome, or ``"undetermined"``."""
        return self.ruling.outcome

    @property
    def possible(self) -> tuple[str, ...]:
        """The outcomes that are still possible; one when it is determined."""
        return tuple(name for name, _ in self.ruling.possible)

    @property
    def questions(self) -> tuple[QuestionFinding, ...]:
        """The answers to the charter's questions, in its order."""
        return self.ruling.questions

    @property
    def clauses(self) -> tuple[ClauseFinding, ...]:
        """Every clause, also those no question rests on."""
        return self.ruling.clauses

    @property
    def needs(self) -> tuple[Need, ...]:
        """What is not known yet and could still change the outcome; empty when it is determined."""
        return self.ruling.needs

    @property
    def sensitivities(self) -> tuple[Sensitivity, ...]:
        """The readings not chosen that would change something."""
        return self.ruling.sensitivities

    def __getitem__(self, question: str) -> QuestionFinding:
        for one in self.ruling.questions:
            if one.question == question:
                return one
        raise UnknownName("question", question, [one.question for one in self.ruling.questions])

    def fact(self, name: str) -> Fact:
        """One fact with the records behind it.

        Raises:
            UnknownName: a `LookupError` when the charter declares no such fact.
        """
        for one in self.facts:
            if one.name == name:
                return one
        raise UnknownName("fact", name, [one.name for one in self.facts])

    @property
    def recourse(self) -> tuple[Recourse, ...]:
        """Every smallest set of changes that would give another outcome, per outcome.

        Raises:
            ValueError: for a decision that was read back from a file, which has no register to try changes on.
        """
        from .recourse import find_recourse

        if self.basis is None:
            raise ValueError(
                "a decision read from a file has no register beside it: use find_recourse(charters, register, …)"
            )
        held = self.basis.memory
        if self.on not in held:
            held[self.on] = find_recourse(
                self.basis.charters, self.basis.register, self.basis.project, on=self.on
            )
        return held[self.on]

    def explain(self, language: Language, length: str = "clauses") -> str:
        """The decision in words: ``"line"``, ``"clauses"``, or ``"full"`` with records and what would change it."""
        from .explain import explain

        return explain(self, language, length)

    def _repr_html_(self) -> str:
        from .explain import html

        return html(self, "en")


@frozen
class Spell:
    """Days on end on which everything stood the same."""

    period: Period
    charter: str
    outcome: str
    questions: tuple[tuple[str, Status], ...]
    clauses: tuple[tuple[str, Status], ...]
