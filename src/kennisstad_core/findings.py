# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What deciding hands back: plain values that hold the answer, every clause, and why."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NoReturn

from attrs import frozen

from .charter import Choosing, Effect, Force, Weight
from .conditions import Finding
from .facts import Family
from .records.parties import Source
from .text import Text
from .truth import Truth


class Status(Enum):
    """How a clause or question stands for a subject."""

    SATISFIED = "satisfied"
    NOT_MET = "not-met"
    EXPLAINED = "explained"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not-applicable"
    NOT_YET_DUE = "not-yet-due"
    INFO = "info"


class Cause(Enum):
    """Why a clause stands as it does for another reason than its condition alone."""

    DEPARTURE = "departure"
    UNATTESTED = "unattested"
    READINGS_DISAGREE = "readings-disagree"
    DEROGATION = "derogation"
    DEROGATIONS_CONFLICT = "derogations-conflict"
    DOES_NOT_APPLY = "does-not-apply"
    EXPLANATION = "explanation"
    RETROACTIVE = "retroactive"
    NOT_DUE = "not-due"


@frozen
class ReadingFinding:
    """How one of the other readings of a clause comes out."""

    reading: str
    title: Text
    weight: Weight
    finding: Finding


@frozen
class DerogationFinding:
    """Whether a derogation holds, and what it makes of its clause when it does."""

    derogation: str
    title: Text
    effect: Effect
    finding: Finding


@frozen
class ClauseFinding:
    """How a clause stands: its own condition, part by part, and everything that bears on it besides.

    ``truth`` is what it counts as for the questions that require it; a departure counts as met.
    """

    clause: str
    title: Text
    text: Text
    force: Force
    source: Source | None
    status: Status
    truth: Truth
    finding: Finding
    readings: tuple[ReadingFinding, ...] = ()
    derogations: tuple[DerogationFinding, ...] = ()
    causes: tuple[Cause, ...] = ()
    reasons: tuple[frozenset[str], ...] = ()
    chosen: Choosing | None = None
    family: Family = Family.BELONGING

    def __bool__(self) -> NoReturn:
        raise TypeError("a clause may be undetermined: look at its .status")


@frozen
class QuestionFinding:
    """The answer to one question of the charter, in the charter's words, with the clauses under it."""

    question: str
    title: Text
    answer: Text
    status: Status
    truth: Truth
    clauses: tuple[ClauseFinding, ...] = ()
    rests_on: tuple[str, ...] = ()

    def __bool__(self) -> NoReturn:
        raise TypeError("an answer has more than two values: look at its .status")

    @property
    def findings(self) -> Mapping[str, ClauseFinding]:
        """The clauses by id."""
        return {one.clause: one for one in self.clauses}


class Lack(Enum):
    """What kind of thing is missing."""

    FACT = "fact"
    READING = "reading"
    ATTESTATION = "attestation"
    RESOLUTION = "resolution"
    RECORD = "record"
    CHARTER = "charter"


@frozen
class Need:
    """Something not known yet that could still change the outcome: a fact, or a choice the charter leaves open."""

    lack: Lack
    name: str
    label: Text


@frozen
class Sensitivity:
    """Another reading of a clause would change the clause, and perhaps the outcome."""

    clause: str
    reading: str
    title: Text
    truth: Truth
    outcomes: tuple[str, ...]
    titles: tuple[Text, ...] = ()


@frozen
class Ruling:
    """Everything that follows from the facts, whoever's they are: alike facts share one ruling."""

    outcome: str
    title: Text
    possible: tuple[tuple[str, Text], ...]
    questions: tuple[QuestionFinding, ...]
    clauses: tuple[ClauseFinding, ...]
    needs: tuple[Need, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()
