# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bodies at work: who has a seat, when they met and meant to, what was on the agenda, and what was wished for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from ..text import Text
from ..values import ALWAYS, Period
from .order import names
from .parties import Person, Source, check_id


class MeetingStatus(Enum):
    """Whether a meeting took place; only one that was held counts for a rhythm (A25)."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


def _attendance(
    attendance: Mapping[str, int] | Iterable[tuple[str, int]],
) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(dict(attendance).items()))


@frozen
class Seat:
    """A partner's place in a body, taken by one delegate, or by an alternate (S53); no name of a person is kept."""

    body: str = field(validator=check_id)
    partner: str = field(validator=check_id)
    period: Period = ALWAYS
    role: str = ""
    mandate: str = ""
    alternate: bool = False
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""


@frozen
class Meeting:
    """One meeting of a body, or one edition of a yearly event.

    ``attendance`` counts people per organisation, never by name; ``all_counted`` says that who is not in it was not
    there. ``purposes`` are the ids of the agenda sections of the charter that were dealt with.
    """

    body: str = field(validator=check_id)
    on: date
    status: MeetingStatus = MeetingStatus.HELD
    attendance: tuple[tuple[str, int], ...] = field(default=(), converter=_attendance)
    all_counted: bool = False
    purposes: tuple[str, ...] = field(default=(), converter=names)
    id: str = ""
    reason: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    @attendance.validator
    def _check_attendance(self, _: object, value: tuple[tuple[str, int], ...]) -> None:
        for party, people in value:
            if isinstance(people, bool) or people < 0:
                raise ValueError(f"attendance is a number of people from 0, not {people!r} for {party!r}")

    @property
    def record(self) -> str:
        """Under which id it appears in findings: its own, or one made from its body and day."""
        return self.id or f"{self.body}/{self.on.isoformat()}"


@frozen
class Recess:
    """A pause in a rhythm; registered after it began, it explains no less and is marked (A25). No body means all."""

    period: Period = field()
    registered_on: date
    by: Person
    body: str = ""
    reason: str = ""
    id: str = ""

    @period.validator
    def _check_period(self, _: object, value: Period) -> None:
        if value.first is None or value.last is None:
            raise ValueError("a recess has a first and a last day")

    @property
    def retroactive(self) -> bool:
        """Whether it was registered after its first day."""
        return self.period.first is not None and self.period.first < self.registered_on

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"recess/{self.body or 'all'}/{self.period}"


class ItemStatus(Enum):
    """What a meeting did with a point on its agenda."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    DROPPED = "dropped"


@frozen
class AgendaItem:
    """A point for a body under one section of its agenda; deferred or dropped, it keeps who did so, when and why."""

    body: str = field(validator=check_id)
    purpose: str = field(validator=check_id)
    title: Text
    on: date
    about: str = ""
    status: ItemStatus = ItemStatus.OPEN
    decided_on: date | None = None
    by: Person | None = None
    reason: str = field(default="")
    until: date | None = None
    id: str = ""
    sources: tuple[Source, ...] = ()

    @reason.validator
    def _check_reason(self, _: object, value: str) -> None:
        if self.status in (ItemStatus.DEFERRED, ItemStatus.DROPPED) and not value.strip():
            raise ValueError(f"a point that is {self.status.value} says why: its reason is empty")


class WishStatus(Enum):
    """What became of a wish."""

    OPEN = "open"
    TAKEN_UP = "taken-up"
    DECLINED = "declined"


@frozen
class Wish:
    """What a body or a partner asked of the partnership, or an idea that came up somewhere (S59, S64).

    ``led_to`` is the project it became; a wish that is declined says why. ``origin`` is the meeting it came from.
    """

    by: str = field(validator=check_id)
    on: date
    text: Text
    status: WishStatus = WishStatus.OPEN
    led_to: str = ""
    answered_on: date | None = None
    reason: str = field(default="")
    theme: str = ""
    origin: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()

    @reason.validator
    def _check_reason(self, _: object, value: str) -> None:
        if self.status is WishStatus.DECLINED and not value.strip():
            raise ValueError("a wish that is declined says why: its reason is empty")

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"wish/{self.by}/{self.on.isoformat()}"
