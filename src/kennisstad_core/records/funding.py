# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Money and what stands for it: contributions, positions, budgets, and what was spent on what."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from ..values import ALWAYS, Money, Period
from .parties import Person, Source, check_id


class Purpose(Enum):
    """What a contribution is for: the jointly paid core, or one project (S10, S12)."""

    CORE = "core"
    PROJECT = "project"


class Form(Enum):
    """Money, or staff, data, collections and space."""

    CASH = "cash"
    IN_KIND = "in-kind"


class Stage(Enum):
    """How far a contribution is; stages of one amount are never added together."""

    PLEDGED = "pledged"
    COMMITTED = "committed"
    PAID = "paid"


@frozen
class Contribution:
    """One contribution by one party. In kind may go without an amount: not valued, which is not zero (A24).

    Only a correction, which names what it corrects, may be negative. ``period`` says for which days it is meant, where
    that is not the year of ``on``.
    """

    contributor: str = field(validator=check_id)
    purpose: Purpose
    form: Form
    stage: Stage
    amount: Money | None = field(default=None)
    on: date | None = None
    corrects: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()
    period: Period = ALWAYS

    @amount.validator
    def _check_amount(self, _: object, value: Money | None) -> None:
        if value is None:
            if self.form is Form.CASH:
                raise ValueError("a contribution in cash has an amount")
        elif value.cents < 0 and not self.corrects:
            raise ValueError(f"a negative amount ({value}) is a correction and names what it corrects")


class PositionKind(Enum):
    """How a participant stands in the finances of a project; nothing is a position when it is said (A24)."""

    CASH = "cash"
    IN_KIND = "in-kind"
    NIL = "nil"


@frozen
class FinancePosition:
    """A party says how it stands in the finances of a project: it pays, brings in kind, or does neither."""

    party: str = field(validator=check_id)
    kind: PositionKind
    on: date
    by: Person | None = None
    id: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"position/{self.party}/{self.on.isoformat()}"


def _apart(project: str, purpose: Purpose) -> None:
    if project and purpose is Purpose.CORE:
        raise ValueError(f"money for the core belongs to no project, and this names {project!r}")


@frozen
class Budget:
    """What a partner set apart for a period, for the core or for projects, or for one of them (S13)."""

    id: str = field(validator=check_id)
    partner: str = field(validator=check_id)
    amount: Money
    period: Period
    purpose: Purpose = Purpose.PROJECT
    project: str = ""
    sources: tuple[Source, ...] = ()

    def __attrs_post_init__(self) -> None:
        _apart(self.project, self.purpose)


@frozen
class Expenditure:
    """Money that was spent, what it was spent on, and which contribution or budget it was booked on (R-FIN-02).

    Only a correction, which names what it corrects, may be negative.
    """

    id: str = field(validator=check_id)
    amount: Money = field()
    on: date
    purpose: Purpose
    project: str = ""
    charged_to: str = ""
    budget: str = ""
    corrects: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        _apart(self.project, self.purpose)

    @amount.validator
    def _check_amount(self, _: object, value: Money) -> None:
        if value.cents < 0 and not self.corrects:
            raise ValueError(f"a negative amount ({value}) is a correction and names what it corrects")
