# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amounts as they stand on a day: each with everything that corrects it, and what it was meant for (S10, S12, A24)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

from ..records.funding import Budget, Contribution, Expenditure, Purpose
from ..records.judgements import Completeness
from ..records.register import Register
from ..truth import MET, NOT_MET, UNKNOWN, Truth, all_of
from ..values import ALWAYS, Period, Range
from .definitions import Why

R = TypeVar("R", bound=Contribution | Expenditure)


@frozen
class Posting(Generic[R]):
    """An amount as first recorded, with the corrections that were made of it by a day, each under its record id.

    A correction counts with what it corrects: in the same stage, for the same purpose, of the same party. ``loose``
    means that this is itself a correction, of something that is not on record.
    """

    record: str
    first: R
    corrections: tuple[tuple[str, R], ...] = ()
    loose: bool = False

    @property
    def _all(self) -> tuple[R, ...]:
        return (self.first, *(one for _, one in self.corrections))

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that it rests on."""
        return (self.record, *(record for record, _ in self.corrections))

    @property
    def currency(self) -> str:
        """The currency it is in; empty when nothing of it is valued."""
        return next((one.amount.currency for one in self._all if one.amount is not None), "")

    @property
    def corrected(self) -> int:
        """The cents by which corrections in its own currency changed it."""
        return sum(
            one.amount.cents
            for _, one in self.corrections
            if one.amount is not None and one.amount.currency == self.currency
        )

    @property
    def doubts(self) -> tuple[Why, ...]:
        """Why it is not known how much is left of it."""
        whys = []
        if self.loose:
            whys.append(Why.NOT_RECORDED)
        if any(one.amount is None for one in self._all):
            whys.append(Why.NOT_VALUED)
        if len({one.amount.currency for one in self._all if one.amount is not None}) > 1:
            whys.append(Why.OTHER_CURRENCY)
        return tuple(whys)

    @property
    def net(self) -> Range:
        """What is left of it after corrections, in cents; what is not valued is worth something, and not zero."""
        amount = self.first.amount
        cents = (0 if amount is None else amount.cents) + self.corrected
        if self.loose:
            return Range(min(0, cents))
        if not self.doubts:
            return Range.exactly(cents)
        # Only what was not valued at first can but grow by a value that is recorded later.
        grows = amount is None and self.doubts == (Why.NOT_VALUED,)
        return Range(max(0, cents) if grows else 0)


def record_of(one: Contribution | Expenditure, place: str, index: int) -> str:
    """Under which id an amount appears in findings: its own, or its place in the list."""
    return one.id or f"{place}/{index + 1}"


def postings(several: Sequence[R], place: str, on: date) -> tuple[Posting[R], ...]:
    """The amounts that were on record by a day, each with its corrections of that day; ``place`` names the list."""
    known = [
        (record_of(one, place, index), one)
        for index, one in enumerate(several)
        if one.on is None or one.on <= on
    ]
    by_id = {one.id: (record, one) for record, one in reversed(known) if one.id}
    corrections: dict[str, list[tuple[str, R]]] = {}
    firsts: list[tuple[str, R, bool]] = []
    for record, one in known:
        first = _first(one, by_id)
        if first is None:
            firsts.append((record, one, True))
        elif first is one:
            firsts.append((record, one, False))
        else:
            corrections.setdefault(first.id, []).append((record, one))
    return tuple(
        Posting(record, one, () if loose else tuple(corrections.pop(one.id, ())), loose)
        for record, one, loose in firsts
    )


def _first(one: R, by_id: dict[str, tuple[str, R]]) -> R | None:
    """What a chain of corrections starts from, none when that is not on record."""
    seen: set[str] = set()
    while one.corrects:
        if one.corrects in seen or one.corrects not in by_id:
            return None
        seen.add(one.corrects)
        one = by_id[one.corrects][1]
    return one


def meant_for(one: Contribution, otherwise: Period = ALWAYS) -> Period:
    """The days that a contribution is meant for: as it says, or else the year of its day."""
    if one.period != ALWAYS:
        return one.period
    return otherwise if one.on is None else Period.year(one.on.year)


def core_postings(register: Register, on: date) -> tuple[Posting[Contribution], ...]:
    """The contributions to the core as they stood on a day (S10)."""
    every = postings(register.contributions, "contributions", on)
    return tuple(one for one in every if one.first.purpose is Purpose.CORE)


def attested(several: Iterable[Completeness], of: str, span: Period, on: date) -> bool:
    """Whether somebody attests that a list is complete from the first day of a span to its last, or as far as a day."""
    last = on if span.last is None else min(span.last, on)
    return any(
        one.of == of
        and (one.period.first is None or (span.first is not None and one.period.first <= span.first))
        and last in one.period
        for one in several
    )


def core_flawed(register: Register) -> bool:
    """Whether a record that could not be used may have been a contribution to the core."""
    return any(
        one.kind == "contribution" and (not one.project or one.code == "core-contribution")
        for one in register.flaws
    )


# What was spent, and on which money it was booked


@frozen
class Booking:
    """What was spent and booked in one place, after corrections, and whether that money was meant for it.

    ``corrected`` is what corrections changed there, which is in ``cents`` already.
    """

    posting: Posting[Expenditure]
    charged_to: str
    budget: str
    cents: int
    corrected: int
    currency: str
    fits: Truth
    why: Why

    @property
    def booked_on(self) -> tuple[str, ...]:
        """The ids of the contribution and the budget that it was booked on."""
        return tuple(name for name in (self.charged_to, self.budget) if name)

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of everything that it rests on."""
        return (*self.posting.records, *self.booked_on)


@frozen
class Places:
    """The contributions and budgets that an expenditure may be booked on, by id, with the project they are in."""

    contributions: dict[str, tuple[Contribution, str]]
    budgets: dict[str, Budget]

    @classmethod
    def of(cls, register: Register) -> Places:
        """Those of a register."""
        found = {one.id: (one, "") for one in register.contributions if one.id}
        for project in register.projects:
            found |= {one.id: (one, project.id) for one in project.contributions if one.id}
        return cls(found, {one.id: one for one in register.budgets})

    def owner(self, place: str) -> str:
        """Whose contribution or budget it is; empty when it is not on record."""
        if place in self.contributions:
            return self.contributions[place][0].contributor
        return self.budgets[place].partner if place in self.budgets else ""

    def project(self, place: str) -> str:
        """The project that the contribution or budget is for, if it is for one."""
        if place in self.contributions:
            return self.contributions[place][1]
        return self.budgets[place].project if place in self.budgets else ""

    def fit(self, spent: Expenditure, charged_to: str, budget: str) -> tuple[Truth, Why]:
        """Whether the money that something was booked on was meant for it, and why it is so or is not known."""
        truths: list[Truth] = []
        for name, known in ((charged_to, charged_to in self.contributions), (budget, budget in self.budgets)):
            if name and not known:
                truths.append(UNKNOWN)
        if charged_to in self.contributions:
            given, project = self.contributions[charged_to]
            truths.append(_fits(spent, given.purpose, project, anywhere=False))
        if budget in self.budgets:
            held = self.budgets[budget]
            truths.append(_fits(spent, held.purpose, held.project, anywhere=True))
        fits = all_of(truths) if truths else UNKNOWN
        return fits, {MET: Why.BOOKED_AS_MEANT, NOT_MET: Why.BOOKED_ELSEWHERE, UNKNOWN: Why.NOT_RECORDED}[
            fits
        ]


def _fits(spent: Expenditure, purpose: Purpose, project: str, *, anywhere: bool) -> Truth:
    """Whether money for a purpose and project is meant for what was spent; ``anywhere`` if no project means any."""
    if spent.purpose is not purpose:
        return NOT_MET
    if purpose is Purpose.CORE or (anywhere and not project):
        return MET
    return Truth.of(spent.project == project) if spent.project and project else UNKNOWN


def bookings(register: Register, on: date) -> Iterator[Booking]:
    """What was spent by a day, place by place; what was corrected away from a place altogether is nought there."""
    places = Places.of(register)
    for posting in postings(register.expenditures, "expenditures", on):
        sums: dict[tuple[str, str, str], list[int]] = {}
        for one in (posting.first, *(one for _, one in posting.corrections)):
            # A correction that does not say where it was booked is of what it corrects.
            at = one if one.charged_to or one.budget else posting.first
            sums.setdefault((at.charged_to, at.budget, one.amount.currency), []).append(
                0 if one is posting.first else one.amount.cents
            )
        own = posting.first
        for (charged_to, budget, currency), changes in sums.items():
            fits, why = places.fit(own, charged_to, budget)
            if posting.loose:
                fits, why = UNKNOWN, Why.NOT_RECORDED
            here = (charged_to, budget, currency) == (own.charged_to, own.budget, own.amount.currency)
            corrected = sum(changes)
            cents = corrected + (own.amount.cents if here else 0)
            yield Booking(posting, charged_to, budget, cents, corrected, currency, fits, why)
