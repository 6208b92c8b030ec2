# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every amount on record, with what it is for, whose it is, and for which days: what a reconciliation adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

from attrs import frozen

from ..allocation import Allocation, allocate
from ..records.alignment import Agreement, AgreementKind
from ..records.funding import Contribution, Form, PositionKind, Purpose, Stage
from ..records.projects import Project
from ..values import ALWAYS, Period, Range
from .definitions import Why
from .ledger import Booking, Places, Posting, attested, bookings, core_flawed, meant_for, postings
from .scene import Scene


class Figure(Enum):
    """What a figure is of. Figures of different columns are never added together."""

    CASH_PLEDGED = "cash-pledged"
    CASH_COMMITTED = "cash-committed"
    CASH_PAID = "cash-paid"
    IN_KIND_PLEDGED = "in-kind-pledged"
    IN_KIND_COMMITTED = "in-kind-committed"
    IN_KIND_PAID = "in-kind-paid"
    IN_KIND_NOT_VALUED = "in-kind-not-valued"
    """A number of contributions in kind, not an amount."""
    AGREED_SHARE = "agreed-share"
    """Of the whole amount that an agreement divides by its key, whatever the year."""
    BUDGETED = "budgeted"
    SPENT = "spent"


CASH: Final = (Figure.CASH_PLEDGED, Figure.CASH_COMMITTED, Figure.CASH_PAID)
IN_KIND: Final = (Figure.IN_KIND_PLEDGED, Figure.IN_KIND_COMMITTED, Figure.IN_KIND_PAID)
_STAGES: Final = (Stage.PLEDGED, Stage.COMMITTED, Stage.PAID)
_FIGURE: Final[Mapping[tuple[Form, Stage], Figure]] = {
    **{(Form.CASH, stage): figure for stage, figure in zip(_STAGES, CASH, strict=True)},
    **{(Form.IN_KIND, stage): figure for stage, figure in zip(_STAGES, IN_KIND, strict=True)},
}
LISTS: Final[Mapping[Figure, str]] = {
    **dict.fromkeys((*CASH, *IN_KIND, Figure.IN_KIND_NOT_VALUED), "contributions"),
    Figure.BUDGETED: "budgets",
    Figure.SPENT: "expenditures",
}
"""The list that has to be complete before a figure is."""


@frozen
class Scope:
    """What money is for: the core, one project, or, without a project, projects in general."""

    purpose: Purpose
    project: str = ""


CORE: Final = Scope(Purpose.CORE)


@frozen
class Amount:
    """One amount on record; on which of the days that it is meant for it falls, is not known."""

    scope: Scope
    party: str
    figure: Figure
    unit: str
    value: Range
    meant: Period
    records: tuple[str, ...]
    corrected: int = 0
    doubts: tuple[Why, ...] = ()

    def within(self, span: Period) -> tuple[Range, tuple[Why, ...]] | None:
        """What of it belongs to a span: all of it, nothing, or anything in between as long as nobody divided it."""
        common = self.meant.meet(span)
        if common is None:
            return None
        if common == self.meant:
            return self.value, self.doubts
        low, high = min(0, self.value.low), self.value.high
        why = Why.UNDATED if self.meant == ALWAYS else Why.SPREAD
        return Range(low, None if high is None else max(0, high)), (*self.doubts, why)


@frozen
class Keyed:
    """An agreement that divides an amount by a key, with the division."""

    scope: Scope
    agreement: Agreement
    allocation: Allocation


class Amounts:
    """Everything on record about money as it stood on a day, under one register and one charter version."""

    def __init__(self, scene: Scene, currency: str) -> None:
        self.scene = scene
        self.register = scene.register
        self.currency = currency
        self.places = Places.of(self.register)
        self.bookings = tuple(bookings(self.register, scene.on))
        self.every = tuple(self._every())
        self.keyed = tuple(self._keyed())
        self.stated = self._stated()
        self._missing: dict[tuple[Purpose, str | None, str, Period], tuple[Why, ...]] = {}

    def key(self, written: str) -> str:
        """The id of a party, by whatever name it was written down."""
        return self.scene.who(written)[0]

    # Each kind of record

    def _every(self) -> Iterator[Amount]:
        on = self.scene.on
        for posting in postings(self.register.contributions, "contributions", on):
            yield from self._contribution(posting, Scope(posting.first.purpose), ALWAYS)
        for project in self.register.projects:
            for posting in postings(project.contributions, f"{project.id}/contributions", on):
                core = posting.first.purpose is Purpose.CORE
                scope = CORE if core else Scope(Purpose.PROJECT, project.id)
                yield from self._contribution(posting, scope, project.period)
        for one in self.register.budgets:
            scope, value = Scope(one.purpose, one.project), Range.exactly(one.amount.cents)
            unit = one.amount.currency
            yield Amount(scope, self.key(one.partner), Figure.BUDGETED, unit, value, one.period, (one.id,))
        for booking in self.bookings:
            yield self._spent(booking)

    def _contribution(
        self, posting: Posting[Contribution], scope: Scope, otherwise: Period
    ) -> Iterator[Amount]:
        first, party = posting.first, self.key(posting.first.contributor)
        meant = meant_for(first, otherwise)
        if first.form is Form.IN_KIND and first.amount is None:
            one = Range.exactly(1)
            yield Amount(scope, party, Figure.IN_KIND_NOT_VALUED, "", one, meant, posting.records)
        yield Amount(
            scope,
            party,
            _FIGURE[first.form, first.stage],
            posting.currency or self.currency,
            posting.net,
            meant,
            posting.records,
            posting.corrected,
            posting.doubts,
        )

    def _spent(self, booking: Booking) -> Amount:
        spent, lost = booking.posting.first, booking.posting.loose
        return Amount(
            Scope(spent.purpose, spent.project),
            self._payer(booking),
            Figure.SPENT,
            booking.currency,
            Range(min(0, booking.cents)) if lost else Range.exactly(booking.cents),
            Period.day(spent.on),
            booking.records,
            booking.corrected,
            (Why.NOT_RECORDED,) if lost else (),
        )

    def _payer(self, booking: Booking) -> str:
        """Whose money was spent: the one whose contribution or budget it was booked on, if that is one party."""
        owners = (self.places.owner(name) for name in booking.booked_on)
        whose = {self.key(name) for name in owners if name}
        return whose.pop() if len(whose) == 1 else ""

    # Agreed keys

    def _keyed(self) -> Iterator[Keyed]:
        several: list[tuple[Scope, Agreement]] = [(CORE, one) for one in self.register.agreements]
        for project in self.register.projects:
            several += ((Scope(Purpose.PROJECT, project.id), one) for one in project.agreements)
        for scope, one in several:
            dated = one.kind is AgreementKind.FINANCE and one.on <= self.scene.on
            if dated and one.amount is not None and any(parts for _, parts in one.shares):
                yield Keyed(scope, one, allocate(one.amount, one.shares))

    def shares(self, span: Period) -> Iterator[Amount]:
        """What each party bears by the key in force at the end of a span: the one that was agreed last."""
        last = self.scene.on if span.last is None else min(span.last, self.scene.on)
        by_scope: dict[Scope, list[Keyed]] = {}
        for one in self.keyed:
            if one.agreement.on <= last:
                by_scope.setdefault(one.scope, []).append(one)
        for scope, several in by_scope.items():
            latest = max(one.agreement.on for one in several)
            yield from self._shares(scope, [one for one in several if one.agreement.on == latest])

    def _shares(self, scope: Scope, several: list[Keyed]) -> Iterator[Amount]:
        for unit in sorted({one.allocation.amount.currency for one in several}):
            alike = [one for one in several if one.allocation.amount.currency == unit]
            borne = [self._borne(one.allocation) for one in alike]
            records = tuple(one.agreement.record for one in alike)
            for party in sorted(set[str]().union(*borne)):
                cents = [one.get(party, 0) for one in borne]
                # Two keys of one day leave it open which of them counts.
                value = Range(min(cents), max(cents))
                yield Amount(scope, party, Figure.AGREED_SHARE, unit, value, ALWAYS, records)

    def _borne(self, made: Allocation) -> dict[str, int]:
        borne: dict[str, int] = {}
        for one in made.shares:
            key = self.key(one.party)
            borne[key] = borne.get(key, 0) + one.amount.cents
        return borne

    # Positions

    def _stated(self) -> dict[tuple[str, str], tuple[PositionKind, ...]]:
        found: dict[tuple[str, str], list[PositionKind]] = {}
        for project in self.register.projects:
            for one in sorted(project.positions, key=lambda position: (position.on, position.record)):
                if one.on <= self.scene.on:
                    found.setdefault((project.id, self.key(one.party)), []).append(one.kind)
        return {key: tuple(dict.fromkeys(kinds)) for key, kinds in found.items()}

    # What may be missing

    def missing(self, purpose: Purpose, project: str | None, figure: Figure, span: Period) -> tuple[Why, ...]:
        """Why there may be more than is on record: for the core, for one project, or, when it is None, for them all."""
        of = LISTS.get(figure)
        if of is None:
            return ()
        key = (purpose, project, of, span)
        held = self._missing.get(key)
        if held is None:
            held = self._missing[key] = tuple(self._why_missing(purpose, project, of, span))
        return held

    def _why_missing(self, purpose: Purpose, project: str | None, of: str, span: Period) -> Iterator[Why]:
        register = self.register
        if of == "contributions" and purpose is Purpose.PROJECT and project != "":
            several = register.projects if project is None else (register[project],)
            complete = all(self._attested(one, span) for one in several)
        else:
            complete = attested(register.completeness, of, span, self.scene.on)
        if not complete:
            yield Why.LIST_INCOMPLETE
        if of == "contributions" and purpose is Purpose.CORE:
            flawed = core_flawed(register)
        else:
            kind = of.removesuffix("s")
            flawed = any(
                one.kind == kind and (not project or one.project in ("", project)) for one in register.flaws
            )
        if flawed:
            yield Why.FLAWED_RECORD

    def _attested(self, project: Project, span: Period) -> bool:
        """Whether the contributions to a project are known to be complete, for as much of the span as it runs."""
        common = project.period.meet(span)
        return common is None or attested(project.completeness, "contributions", common, self.scene.on)
