# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The money of a period as it is on record: per project, per partner and per year, every figure with its records.

What is pledged, committed and paid are stages of one amount and are never added together; money, what is given in kind,
and different currencies are never added either; nor are the core and the projects. Every figure is a range: at least
so much where something is not valued or nobody attests that the list is complete. Nothing here compares partners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import Factory, define, frozen

from .allocation import Allocation
from .charter import Charter, Charters
from .conduct import scene_of
from .desk import desk
from .errors import UnknownName
from .facts import Why
from .facts.amounts import CASH, CORE, IN_KIND, Amount, Amounts, Figure, Keyed, Scope
from .records.funding import PositionKind, Purpose
from .records.register import Register
from .text import Text
from .truth import NOT_MET
from .values import Money, Period, Range

ROW_COLUMNS: Final = (
    "kind",
    "purpose",
    "project",
    "party",
    "name",
    "first",
    "last",
    "figure",
    "unit",
    "low",
    "high",
    "corrected",
    "open",
    "records",
    "stated",
)
"""The columns of `Reconciliation.rows`."""


@frozen
class Cell:
    """One figure with the records it rests on, in cents of ``unit``, or a number where there is no unit.

    ``corrected`` is what corrections changed it by, which is in the figure already; ``open`` says why it is not exact.
    """

    figure: Figure
    value: Range
    unit: str = ""
    records: tuple[str, ...] = ()
    corrected: int = 0
    open: tuple[Why, ...] = ()


@frozen
class Line:
    """The figures of one partner in one project, or in the core, in one year; or of a total over some of these.

    ``project`` is empty for the core, and for money for projects that names none. ``party`` is empty where nobody says
    whose money was spent. In a total, what it runs over is empty too. ``stated`` is how a party says it stands itself.
    """

    purpose: Purpose
    project: str
    title: Text | None
    party: str
    name: str
    period: Period
    cells: tuple[Cell, ...]
    stated: tuple[PositionKind, ...] = ()

    def cell(self, figure: Figure, unit: str = "EUR") -> Cell:
        """One figure; a number of contributions has no unit.

        Raises:
            KeyError: when there is no such figure in that currency.
        """
        for one in self.cells:
            if one.figure is figure and one.unit in (unit, ""):
                return one
        raise KeyError(figure)


@frozen
class AgreedSplit:
    """An amount that an agreement divides by a key, in a project or for the core, with the sum of every share."""

    purpose: Purpose
    project: str
    title: Text | None
    agreement: str
    on: date
    allocation: Allocation

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the key, as it names them."""
        return tuple(one.party for one in self.allocation.shares)


@frozen
class Misbooking:
    """What was spent on one thing and is booked on money that is meant for another; nothing is rebooked here."""

    record: str
    purpose: Purpose
    project: str
    booked_on: tuple[str, ...]
    amount: Money
    on: date


@frozen
class Reconciliation:
    """The money of a period as known on a day: line by line, and in total per project, per partner and per year.

    ``names`` are what the parties of the agreed keys are called, by the id or name that stands in the key; ``core`` is
    what the charter calls the core, which is its body of the kind ``core`` if it has one (S11).
    """

    partnership: Text
    period: Period
    on: date
    currency: str
    lines: tuple[Line, ...]
    by_project: tuple[Line, ...]
    by_party: tuple[Line, ...]
    by_year: tuple[Line, ...]
    splits: tuple[AgreedSplit, ...] = ()
    misbooked: tuple[Misbooking, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    core: Text | None = None

    def line(self, party: str, project: str = "", year: int | None = None) -> Line:
        """The line of one partner in a project, or in the core when none is named; of the first year unless one is.

        Raises:
            UnknownName: a `LookupError` when there is no such line.
        """
        own = [one for one in self.lines if _is_of(one, project)]
        for one in own:
            if one.party == party and (year is None or year == _year(one)):
                return one
        raise UnknownName("line", party, [one.party for one in own])

    def total(self, project: str = "") -> Line:
        """The total of a project over all partners and years, or of the core when no project is named.

        Raises:
            UnknownName: a `LookupError` when there is no such project in it.
        """
        for one in self.by_project:
            if _is_of(one, project):
                return one
        raise UnknownName("project", project, [one.project for one in self.by_project])

    def rows(self) -> Iterator[dict[str, str]]:
        """One flat row a figure, with its records; amounts in whole units, and no high end when there is none."""
        for kind, several in (
            ("line", self.lines),
            ("project", self.by_project),
            ("party", self.by_party),
            ("year", self.by_year),
        ):
            for line in several:
                for cell in line.cells:
                    yield _row(kind, line, cell)


def _is_of(line: Line, project: str) -> bool:
    return line.project == project and (line.purpose is Purpose.PROJECT) is bool(project)


def _year(line: Line) -> int:
    assert line.period.first is not None
    return line.period.first.year


def _number(cents: int | None, unit: str) -> str:
    if cents is None:
        return ""
    return str(Money(cents, unit)).removesuffix(f" {unit}") if unit else str(cents)


def _row(kind: str, line: Line, cell: Cell) -> dict[str, str]:
    return {
        "kind": kind,
        "purpose": line.purpose.value,
        "project": line.project,
        "party": line.party,
        "name": line.name,
        "first": str(line.period.first),
        "last": str(line.period.last),
        "figure": cell.figure.value,
        "unit": cell.unit,
        "low": _number(cell.value.low, cell.unit),
        "high": _number(cell.value.high, cell.unit),
        "corrected": _number(cell.corrected, cell.unit) if cell.corrected else "",
        "open": "|".join(one.value for one in cell.open),
        "records": "|".join(cell.records),
        "stated": "|".join(one.value for one in line.stated),
    }


# Adding up

_ALWAYS_THERE: Final = (*CASH, *IN_KIND, Figure.BUDGETED, Figure.SPENT)


@define
class _Sum:
    """A figure while it is added up."""

    value: Range = Factory(lambda: Range.exactly(0))
    records: list[str] = Factory(list)
    corrected: int = 0
    open: list[Why] = Factory(list)

    def cell(self, figure: Figure, unit: str, missing: Iterable[Why]) -> Cell:
        """The figure, with no upper end when there may be more than is on record."""
        whys, value = tuple(dict.fromkeys((*self.open, *missing))), self.value
        if Why.FLAWED_RECORD in whys:
            value = Range(min(0, value.low))  # what could not be used may have been a correction downward
        elif Why.LIST_INCOMPLETE in whys:
            value = Range(value.low)
        return Cell(figure, value, unit, tuple(dict.fromkeys(self.records)), self.corrected, whys)


@frozen
class _Key:
    """What a line is of; ``every`` says that it is of all projects together."""

    scope: Scope
    party: str
    period: Period
    every: bool = False

    @property
    def order(self) -> tuple[bool, str, bool, str, str]:
        """The core first, then project by project, party by party and year by year."""
        core = self.scope.purpose is Purpose.CORE
        return not core, self.scope.project, not self.party, self.party, str(self.period)


class _Table:
    """Lines under way: for each the figures as added up so far."""

    def __init__(self, amounts: Amounts) -> None:
        self._amounts = amounts
        self._sums: dict[_Key, dict[tuple[Figure, str], _Sum]] = {}

    def open(self, key: _Key) -> dict[tuple[Figure, str], _Sum]:
        """The figures of a line, which from then on is there even when nothing is on record for it."""
        return self._sums.setdefault(key, {})

    def add(self, key: _Key, one: Amount) -> None:
        """Add what of an amount belongs to the days of the line."""
        part = one.within(key.period) if one.figure is not Figure.AGREED_SHARE else (one.value, ())
        if part is not None:
            added = self.open(key).setdefault((one.figure, one.unit), _Sum())
            added.value = added.value + part[0]
            added.records += one.records
            added.corrected += one.corrected
            added.open += part[1]

    def lines(self, titles: Mapping[str, Text]) -> tuple[Line, ...]:
        """The lines in their order."""
        return tuple(self._line(key, titles) for key in sorted(self._sums, key=lambda one: one.order))

    def _line(self, key: _Key, titles: Mapping[str, Text]) -> Line:
        sums, scope, amounts = self._sums[key], key.scope, self._amounts
        there = {
            *sums,
            *((figure, amounts.currency) for figure in _ALWAYS_THERE),
            (Figure.IN_KIND_NOT_VALUED, ""),
        }
        order = {figure: place for place, figure in enumerate(Figure)}
        cells = tuple(
            sums.get((figure, unit), _Sum()).cell(
                figure,
                unit,
                amounts.missing(scope.purpose, None if key.every else scope.project, figure, key.period),
            )
            for figure, unit in sorted(there, key=lambda one: (order[one[0]], one[1]))
        )
        name = amounts.scene.name(key.party) if key.party else ""
        stated = amounts.stated.get((scope.project, key.party), ())
        title = titles.get(scope.project)
        return Line(scope.purpose, scope.project, title, key.party, name, key.period, cells, stated)


def _years(period: Period) -> tuple[Period, ...]:
    assert period.first is not None
    assert period.last is not None
    spans = (Period.year(year).meet(period) for year in range(period.first.year, period.last.year + 1))
    return tuple(one for one in spans if one is not None)


def _in_force(charters: Charters, period: Period, on: date) -> Charter:
    """The version whose names are used: that of the day, or else the last one of the period, or else the last."""
    if not charters.versions:
        raise ValueError("there is no charter, so it is not known who the members are")
    several = charters.on(on) or tuple(one for one in charters if one.period.meet(period) is not None)
    return (several or charters.versions)[-1]


def _members(charters: Charters, span: Period) -> Iterator[str]:
    """Who was a member on some day of a span, surely or perhaps, by the versions of its time."""
    for charter in charters:
        held = charter.period.meet(span)
        if held is not None:
            yield from (one.partner for one in charter.memberships if one.period.meet(held) is not None)


def reconcile(
    charters: Charters | Charter,
    register: Register,
    *,
    period: Period,
    on: date | None = None,
    project: str | None = None,
    currency: str = "EUR",
) -> Reconciliation:
    """The money of a period, per project, partner and year, as known on a day; by default on its last.

    With ``project`` only that project. Every figure in ``currency`` is there, also when nothing is on record for it;
    other currencies have figures of their own where they occur.

    Raises:
        ValueError: when the period is open, there is no charter, or ``on`` lies before the period.
        UnknownName: a `LookupError` when there is no such project.
    """
    versions = Charters.of(charters)
    if period.first is None or period.last is None:
        raise ValueError("a reconciliation runs over a period with a first and a last day")
    known = period.last if on is None else on
    if known < period.first:
        raise ValueError(f"the day up to which things are known lies before the period: {known}, {period}")
    if project is not None and project not in register:
        raise UnknownName("project", project, [one.id for one in register.projects])
    charter = _in_force(versions, period, known)
    amounts = Amounts(scene_of(desk(versions), charter, register, period, known), currency)
    lines, projects, parties, by_year = (_Table(amounts) for _ in range(4))

    def chosen(scope: Scope) -> bool:
        return project is None or scope == Scope(Purpose.PROJECT, project)

    def all_of(scope: Scope, party: str, span: Period) -> _Key:
        # The core stays apart from the projects, also in totals.
        together = project is None and scope.purpose is Purpose.PROJECT
        return _Key(Scope(scope.purpose) if together else scope, party, span, every=together)

    for span in _years(period):
        for member in _members(versions, span) if project is None else ():
            lines.open(_Key(CORE, member, span))
        for name, party in amounts.stated:
            scope = Scope(Purpose.PROJECT, name)
            if chosen(scope) and register[name].period.meet(span) is not None:
                lines.open(_Key(scope, party, span))
        for one in (*amounts.every, *amounts.shares(span)):
            if chosen(one.scope):
                lines.add(_Key(one.scope, one.party, span), one)
                by_year.add(all_of(one.scope, "", span), one)
    for one in (*amounts.every, *amounts.shares(period)):
        if chosen(one.scope):
            projects.add(_Key(one.scope, "", period), one)
            parties.add(all_of(one.scope, one.party, period), one)
    titles = {one.id: one.title for one in register.projects}
    splits = tuple(_split(one, titles) for one in amounts.keyed if chosen(one.scope))
    return Reconciliation(
        charter.partnership,
        period,
        known,
        currency,
        lines.lines(titles),
        projects.lines(titles),
        parties.lines({}),
        by_year.lines({}),
        splits,
        tuple(_misbooked(amounts, period, project)),
        tuple(sorted({(one, amounts.scene.name(one)) for made in splits for one in made.parties})),
        next((one.title for one in charter.bodies if one.kind == CORE.purpose.value), None),
    )


def _split(one: Keyed, titles: Mapping[str, Text]) -> AgreedSplit:
    scope, made = one.scope, one.agreement
    return AgreedSplit(
        scope.purpose, scope.project, titles.get(scope.project), made.record, made.on, one.allocation
    )


def _misbooked(amounts: Amounts, period: Period, project: str | None) -> Iterator[Misbooking]:
    for one in amounts.bookings:
        spent = one.posting.first
        touched = {spent.project, *(amounts.places.project(name) for name in one.booked_on)}
        if (
            one.cents
            and one.fits is NOT_MET
            and spent.on in period
            and (project is None or project in touched)
        ):
            amount = Money(one.cents, one.currency)
            yield Misbooking(
                one.posting.record, spent.purpose, spent.project, one.booked_on, amount, spent.on
            )
