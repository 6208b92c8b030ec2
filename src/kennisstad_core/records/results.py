# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""From challenge to result to what was done with it: a report is not the end (S93–S100)."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from ..text import Text
from .order import names
from .parties import Person, Source, check_id


@frozen
class Challenge:
    """A task of society that a party brings (opgave); not an assignment."""

    id: str = field(validator=check_id)
    holder: str = field(validator=check_id)
    text: Text
    on: date | None = None
    theme: str = ""
    sources: tuple[Source, ...] = ()


@frozen
class ResearchQuestion:
    """A challenge in the language of research; ``useful_to`` are the parties that say it is of use to them (S93)."""

    id: str = field(validator=check_id)
    challenge: str = field(validator=check_id)
    text: Text
    on: date | None = None
    useful_to: tuple[str, ...] = field(default=(), converter=names)
    sources: tuple[Source, ...] = ()


@frozen
class Result:
    """Something that was delivered on a day, and who is to use it; receiving it is not understanding it (S96)."""

    id: str = field(validator=check_id)
    title: Text
    on: date
    users: tuple[str, ...] = field(default=(), converter=names)
    plain: Text | None = None
    sources: tuple[Source, ...] = ()


@frozen
class Understanding:
    """A user says whether it can work with a result in daily practice; nobody can say so for it (R-TRL-02)."""

    result: str = field(validator=check_id)
    user: str = field(validator=check_id)
    by: Person
    on: date
    usable: bool = True
    note: str = ""
    id: str = ""

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.result}/understood/{self.user}/{self.on.isoformat()}"


class Verdict(Enum):
    """What was decided about a result; a reasoned no is a decision (A36)."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    NOT_NEEDED = "not-needed"


@frozen
class Disposition:
    """The decision on a result, by whom, when and why; a deferred one has an owner and a day to come back to it.

    Without ``owner`` a deferral is a decision nobody carries: it is kept, and does not close anything (A36).
    """

    result: str = field(validator=check_id)
    verdict: Verdict
    by: Person
    on: date
    reason: str = field()
    owner: str = ""
    until: date | None = None
    id: str = ""
    sources: tuple[Source, ...] = ()

    @reason.validator
    def _check_reason(self, _: object, value: object) -> None:
        if not isinstance(value, str) or not value.strip():
            raise ValueError("a decision on a result says why: its reason is empty")

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.result}/{self.verdict.value}/{self.on.isoformat()}"


@frozen
class PolicyAction:
    """Something concrete done with a result; only an action that is linked to the result counts for it (S98)."""

    id: str = field(validator=check_id)
    result: str = field(validator=check_id)
    title: Text
    party: str = ""
    on: date | None = None
    sources: tuple[Source, ...] = ()


class LifecycleStage(Enum):
    """How far a project is in its life; the report is in the middle (S100)."""

    IDEA = "idea"
    ALIGNED = "aligned"
    STARTED = "started"
    DELIVERED = "delivered"
    TRANSLATED = "translated"
    DECIDED = "decided"
    CLOSED = "closed"


@frozen
class Milestone:
    """The day on which a project came to a stage of its life."""

    stage: LifecycleStage
    on: date
    by: Person | None = None
    id: str = ""
    note: str = ""

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"milestone/{self.stage.value}/{self.on.isoformat()}"
