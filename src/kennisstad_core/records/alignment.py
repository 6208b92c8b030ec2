# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Alignment up front: whose interests, what was answered, what was agreed, and what each party undertook and did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from ..text import Text
from ..values import ALWAYS, Money, Period
from .order import names
from .parties import Person, Source, check_id


class Visibility(Enum):
    """Whether the words of an interest may be shown; a confidential one counts and is never shown (A35)."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"


def _visibility(value: object) -> Visibility:
    for one in Visibility:
        if value is one or value == one.value:
            return one
    # Without the value: it may be the very words, one place off.
    raise ValueError(f"visibility is one of {', '.join(one.value for one in Visibility)}")


def _withhold(record: Interest | HolderStatement) -> None:
    """Let go of the words of what is confidential as it is made: what is not held cannot be shown."""
    if record.visibility is Visibility.CONFIDENTIAL:
        for name, nothing in (("text", None), ("note", ""), ("sources", ())):
            object.__setattr__(record, name, nothing)


@frozen
class Interest:
    """What a party has at stake (S67); its own dated statement prevails over what others noted of it.

    ``own`` says that the holder itself stated it; otherwise it waits for ``confirmed_on``. ``represented_by`` speaks
    for a holder that is no organisation, such as residents (A34). The words of a confidential interest are not kept.
    """

    holder: str = field(validator=check_id)
    on: date
    text: Text | None = None
    own: bool = False
    confirmed_on: date | None = None
    visibility: Visibility = field(default=Visibility.OPEN, converter=_visibility)
    represented_by: str = ""
    theme: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        _withhold(self)

    def confirmed_by(self, day: date) -> bool:
        """Whether the holder itself stood behind it by that day."""
        own = self.own and self.on <= day
        return own or (self.confirmed_on is not None and self.on <= day and self.confirmed_on <= day)

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"interest/{self.holder}/{self.on.isoformat()}"


class InterestAnswer(Enum):
    """How an interest was answered; a reasoned no is an answer (R-INT-02)."""

    MET = "met"
    PARTLY = "partly"
    DECLINED = "declined"


@frozen
class InterestResponse:
    """What was said back to an interest, by whom and when; a declined one says why.

    The words of a response stay only beside an interest that is open: the project that holds both lets go of others.
    """

    interest: str = field(validator=check_id)
    on: date
    by: Person
    answer: InterestAnswer = InterestAnswer.MET
    reason: Text | None = None
    id: str = ""

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.interest}/response/{self.on.isoformat()}"


@frozen
class InterestTranslation:
    """An interest put in terms that another party works with, confirmed once its holder says it is what it meant (S92).

    As with a response, its words stay only beside an interest that is open.
    """

    interest: str = field(validator=check_id)
    to: str = field(validator=check_id)
    on: date
    text: Text | None = None
    confirmed_on: date | None = None
    id: str = ""

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.interest}/for/{self.to}"


@frozen
class HolderStatement:
    """Whether a holder says that its interest was passed over; nobody can say so for it (S70, R-INT-03)."""

    holder: str = field(validator=check_id)
    on: date
    passed_over: bool
    text: Text | None = None
    visibility: Visibility = field(default=Visibility.OPEN, converter=_visibility)
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        _withhold(self)

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"statement/{self.holder}/{self.on.isoformat()}"


class AgreementKind(Enum):
    """What an agreement is about; agreements of one kind say nothing of another (S89)."""

    COLLABORATION = "collaboration"
    FINANCE = "finance"
    PACE = "pace"


def _key(key: Mapping[str, int] | Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(dict(key).items()))


@frozen
class Agreement:
    """What the parties agreed, on a day: on the collaboration, on the money, or on one joint pace (S82, S89).

    Without ``parties`` it is of everyone involved on that day. ``period`` is what a pace agreement settles on.
    ``shares`` is an agreed key: how many parts of ``amount`` each party bears.
    """

    kind: AgreementKind
    on: date
    parties: tuple[str, ...] = field(default=(), converter=names)
    period: Period = ALWAYS
    amount: Money | None = None
    shares: tuple[tuple[str, int], ...] = field(default=(), converter=_key)
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    @shares.validator
    def _check_shares(self, _: object, value: tuple[tuple[str, int], ...]) -> None:
        for party, parts in value:
            if isinstance(parts, bool) or parts < 0:
                raise ValueError(f"a key gives whole parts from 0, not {parts!r} for {party!r}")

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"agreement/{self.kind.value}/{self.on.isoformat()}"


@frozen
class Commitment:
    """What a party undertakes for a project, in a unit of its own: hours, days, homes, cents of a currency (S90, A32).

    A unit of three capitals is a currency. ``period`` is the time over which it is to be delivered; without one it is
    that of the project.
    """

    id: str = field(validator=check_id)
    party: str = field(validator=check_id)
    quantity: int = field()
    unit: str = field(validator=check_id)
    on: date
    period: Period = ALWAYS
    sources: tuple[Source, ...] = ()
    note: str = ""

    @quantity.validator
    def _check_quantity(self, _: object, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ValueError(f"a commitment is a whole number of its unit from 0, not {value!r}")


@frozen
class Fulfilment:
    """What was delivered on a commitment by a day, in the unit of that commitment; several add up."""

    commitment: str = field(validator=check_id)
    quantity: int = field()
    on: date
    id: str = ""
    sources: tuple[Source, ...] = ()

    @quantity.validator
    def _check_quantity(self, _: object, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"what was delivered is a whole number, not {value!r}")

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.commitment}/{self.on.isoformat()}"


def last_said(
    statements: Iterable[HolderStatement], on: date, who: Callable[[str], str] = str
) -> dict[str, tuple[HolderStatement, ...]]:
    """What each holder last said by a day: one statement, or two of the same day that differ."""
    by_holder: dict[str, list[HolderStatement]] = {}
    for one in statements:
        if one.on <= on:
            by_holder.setdefault(who(one.holder), []).append(one)
    found: dict[str, tuple[HolderStatement, ...]] = {}
    for holder, several in by_holder.items():
        last = max(one.on for one in several)
        found[holder] = tuple({one.passed_over: one for one in several if one.on == last}.values())
    return found
