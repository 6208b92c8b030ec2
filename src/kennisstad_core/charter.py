# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A charter as data: who the partners are, what its clauses ask, which questions it decides, and in whose words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from .conditions import Condition, facts_of
from .errors import wanted
from .facts import DerivedFact, FactDefinition, Family, family_of
from .records.arrangements import Arrangement
from .records.parties import Membership, Partner, Source, check_id
from .text import Text, text_or_name
from .values import ALWAYS, Period

Subject: TypeAlias = Literal["project", "body", "partnership", "declaration"]
"""What a clause is about: each project, one body, each declaration, or the partnership as a whole."""
UNDETERMINED: Final = "undetermined"
"""The outcome when what is known allows more than one; no charter may use the name for an outcome of its own."""


class Force(Enum):
    """How strongly a clause binds; only *must* is an obligation, and a remark is never passed or failed."""

    MUST = "must"
    RULE_OF_THUMB = "rule-of-thumb"
    PRACTICE = "practice"
    ASPIRATION = "aspiration"
    REMARK = "remark"


class Weight(Enum):
    """What another reading of a clause does: it must agree, or it is reported when it would change the result."""

    DECISIVE = "decisive"
    ALTERNATIVE = "alternative"


class Effect(Enum):
    """What a derogation makes of its clause."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"


class Standing(Enum):
    """Whether the source shows that a clause was in force; unattested is neither yes nor no (A09)."""

    IN_FORCE = "in-force"
    UNATTESTED = "unattested"


class Answer(Enum):
    """What a row of the outcome table asks of a question; ``met`` is either satisfied or explained by a departure."""

    MET = "met"
    SATISFIED = "satisfied"
    EXPLAINED = "explained"
    NOT_MET = "not-met"


@frozen
class Theme:
    """A main theme of the partnership; any other subject is a topic (A19)."""

    id: str = field(validator=check_id)
    title: Text
    scope: Text | None = None


@frozen
class Word:
    """What the charter calls a role, a kind of organisation, or a body."""

    id: str = field(validator=check_id)
    title: Text
    kind: str = ""


@frozen
class Statement:
    """Something a source says of the partnership, kept with how certain it is and what contradicts it."""

    id: str = field(validator=check_id)
    text: Text
    certainty: Literal["certain", "uncertain", "conflict", "not-found"] = "certain"
    sources: tuple[Source, ...] = ()


@frozen
class Reading:
    """Another way to read a clause, as a condition of its own."""

    id: str = field(validator=check_id)
    title: Text
    condition: Condition
    weight: Weight = Weight.ALTERNATIVE


@frozen
class Derogation:
    """When it holds, it takes the place of the clause's own answer; two that disagree are a conflict."""

    id: str = field(validator=check_id)
    title: Text
    condition: Condition
    effect: Effect
    source: Source | None = None


@frozen
class Choosing:
    """Who chose the reading that a clause uses, and why."""

    by: str
    why: Text
    on: date | None = None


def _readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda one: one.id))


def _derogations(several: Iterable[Derogation]) -> tuple[Derogation, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


@frozen
class Clause:
    """One provision: its words, its source, how strongly it binds, and the condition it holds."""

    id: str = field(validator=check_id)
    title: Text
    text: Text
    condition: Condition
    force: Force = Force.RULE_OF_THUMB
    source: Source | None = None
    subject: Subject = "project"
    family: Family | None = None
    applies: Condition | None = None
    readings: tuple[Reading, ...] = field(default=(), converter=_readings)
    unless: tuple[Derogation, ...] = field(default=(), converter=_derogations)
    standing: Standing = Standing.IN_FORCE
    admits_departure: bool = False
    chosen: Choosing | None = None

    def conditions(self) -> Iterator[Condition]:
        """Every condition the clause holds: its own, its readings, its derogations, and when it applies."""
        yield self.condition
        yield from (one.condition for one in self.readings)
        yield from (one.condition for one in self.unless)
        if self.applies is not None:
            yield self.applies

    @property
    def names(self) -> tuple[str, ...]:
        """The facts it rests on, each once, in reading order."""
        return tuple(dict.fromkeys(name for condition in self.conditions() for name in facts_of(condition)))

    def rests_on(self, facts: Container[str]) -> bool:
        """Whether it rests on any of these facts."""
        return any(name in facts for name in self.names)

    def deciding(self) -> Iterator[Condition]:
        """The conditions that can move an answer; a reading that is only reported cannot."""
        yield self.condition
        yield from (one.condition for one in self.readings if one.weight is Weight.DECISIVE)
        yield from (one.condition for one in self.unless)
        if self.applies is not None:
            yield self.applies


@frozen
class Answers:
    """What the charter calls the three answers to a question."""

    met: Text
    not_met: Text
    unknown: Text
    explained: Text | None = None


@frozen
class Question:
    """What a charter decides about a subject: met when all it requires is met and, if it names any, one of those.

    What it names are clauses, or questions that stand before it.
    """

    id: str = field(validator=check_id)
    title: Text
    answers: Answers
    requires: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    any_of: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    subject: Subject = "project"


def _when(when: Mapping[str, Answer] | Iterable[tuple[str, Answer]]) -> tuple[tuple[str, Answer], ...]:
    items = dict(when)
    return tuple((question, items[question]) for question in sorted(items))


@frozen
class Outcome:
    """A headline of the charter and the answers it stands for."""

    id: str = field()
    title: Text
    when: tuple[tuple[str, Answer], ...] = field(default=(), converter=_when)

    @id.validator
    def _check(self, _: object, value: object) -> None:
        if not isinstance(value, str) or not value or value == UNDETERMINED:
            raise ValueError(f"an outcome has a name of its own, not {value!r}")


def _by_id(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    return tuple(sorted(partners, key=lambda one: one.id))


def _memberships(several: Iterable[Membership]) -> tuple[Membership, ...]:
    return tuple(sorted(several, key=lambda one: (one.partner, str(one.period), one.certainty.value)))


def _themes(several: Iterable[Theme]) -> tuple[Theme, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


def _words(several: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


@frozen
class Charter:
    """One version of a partnership's agreement, with the members, themes, clauses and words of its time."""

    id: str = field(validator=check_id)
    partnership: Text = field(converter=text_or_name)
    title: Text
    period: Period = ALWAYS
    form: str = "agreement"
    scale: str = ""
    partners: tuple[Partner, ...] = field(default=(), converter=_by_id)
    memberships: tuple[Membership, ...] = field(default=(), converter=_memberships)
    themes: tuple[Theme, ...] = field(default=(), converter=_themes)
    roles: tuple[Word, ...] = field(default=(), converter=_words)
    kinds: tuple[Word, ...] = field(default=(), converter=_words)
    bodies: tuple[Word, ...] = field(default=(), converter=_words)
    agenda: tuple[Word, ...] = field(default=(), converter=tuple[Word, ...])
    facts: tuple[FactDefinition, ...] = field(default=(), converter=tuple[FactDefinition, ...])
    clauses: tuple[Clause, ...] = field(default=(), converter=tuple[Clause, ...])
    questions: tuple[Question, ...] = field(default=(), converter=tuple[Question, ...])
    outcomes: tuple[Outcome, ...] = field(default=(), converter=tuple[Outcome, ...])
    statements: tuple[Statement, ...] = field(default=(), converter=tuple[Statement, ...])
    sources: tuple[Source, ...] = field(default=(), converter=tuple[Source, ...])
    arrangement: Arrangement | None = None

    def clause(self, name: str) -> Clause:
        """A clause by id.

        Raises:
            KeyError: when the charter has no such clause.
        """
        for clause in self.clauses:
            if clause.id == name:
                return clause
        raise KeyError(name)

    @cached_property
    def decided(self) -> Charter:
        """The charter as it decides a project on a day: without the clauses that are audited over a period."""
        return self._part("project", "", conduct=False)

    def conduct(self, subject: Subject, body: str = "") -> Charter:
        """The charter as it is audited over a period for one kind of subject, or for one body; it has no questions."""
        return self._part(subject, body, conduct=True)

    @cached_property
    def body_titles(self) -> Mapping[str, Text]:
        """What each body is called, by every name under which a record may name it."""
        return {name: one.title for one in self.bodies for name in (one.title.nl, one.title.en, one.id)}

    @cached_property
    def audited_bodies(self) -> tuple[str, ...]:
        """The bodies that some clause is about, in the order of the charter."""
        named = {one.body for one in self.facts if one.subject == "body" and isinstance(one, DerivedFact)}
        return tuple(dict.fromkeys(one.id for one in self.bodies if one.id in named))

    def _part(self, subject: Subject, body: str, *, conduct: bool) -> Charter:
        derived = {one.name: one for one in self.facts if isinstance(one, DerivedFact)}
        clauses = [
            one
            for one in self.clauses
            if one.subject == subject
            and (subject != "project" or one.rests_on(derived) is conduct)
            and (
                subject != "body" or any(derived[name].body == body for name in one.names if name in derived)
            )
        ]
        used = {name for one in clauses for name in one.names}
        facts = [
            one
            for one in self.facts
            if (one.name in used if conduct else one.subject == subject and one.name not in derived)
        ]
        if len(clauses) == len(self.clauses) and len(facts) == len(self.facts):
            return self
        questions, outcomes = ((), ()) if conduct else (self.questions, self.outcomes)
        return evolve(self, clauses=clauses, facts=facts, questions=questions, outcomes=outcomes)

    def family(self, clause: Clause) -> Family:
        """The part of the partnership's life that a clause is about: as it says, or that of its first fact."""
        if clause.family is not None:
            return clause.family
        facts = {one.name: one for one in self.facts}
        return next((family_of(facts[name]) for name in clause.names if name in facts), Family.BELONGING)

    def conditions(self) -> Iterator[Condition]:
        """Every condition in the charter."""
        for clause in self.clauses:
            yield from clause.conditions()

    def deciding(self) -> Iterator[Condition]:
        """The conditions that can move the answer to some question."""
        asked = {name for question in self.questions for name in (*question.requires, *question.any_of)}
        for clause in self.clauses:
            if clause.id in asked:
                yield from clause.deciding()


def _versions(versions: Iterable[Charter]) -> tuple[Charter, ...]:
    several = tuple(versions)
    for one in several:
        version: object = one
        if not isinstance(version, Charter):
            raise wanted("a charter", "load_charters", version)
    return tuple(sorted(several, key=lambda one: (one.period.first or date.min, one.id)))


@frozen
class Charters:
    """Every version of one partnership's agreement, oldest first."""

    versions: tuple[Charter, ...] = field(converter=_versions)
    # Rules and readings made from these versions; all of it can be made again, so it is no part of the value.
    memory: dict[str, object] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def of(cls, charters: Charters | Charter) -> Charters:
        """The same versions, or the only one there is."""
        return charters if isinstance(charters, Charters) else cls((charters,))

    def on(self, day: date) -> tuple[Charter, ...]:
        """The versions in force on a day: one, none, or by faulty data several."""
        return tuple(one for one in self.versions if day in one.period)

    def __iter__(self) -> Iterator[Charter]:
        return iter(self.versions)

    def __len__(self) -> int:
        return len(self.versions)

    def __getitem__(self, version: str) -> Charter:
        for one in self.versions:
            if one.id == version:
                return one
        raise KeyError(version)


def in_force(charters: Charters | Charter, on: date) -> tuple[Charters, Charter | None]:
    """The versions, and the one in force on a day; none when there is not exactly one."""
    day: object = on
    if not isinstance(day, date):
        raise TypeError(f"on= is the date to ask for, not {on!r}")
    versions = Charters.of(charters)
    several = versions.on(on)
    return versions, several[0] if len(several) == 1 else None
