# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contributions: who puts what in, for what, and how far along it is."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from ..values import Money
from .parties import Source, check_id


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

    Only a correction, which names what it corrects, may be negative.
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

    @amount.validator
    def _check_amount(self, _: object, value: Money | None) -> None:
        if value is None:
            if self.form is Form.CASH:
                raise ValueError("a contribution in cash has an amount")
        elif value.cents < 0 and not self.corrects:
            raise ValueError(f"a negative amount ({value}) is a correction and names what it corrects")
