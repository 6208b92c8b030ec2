# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a charter declares the facts its clauses rest on, and what is found of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from ..records.parties import check_id
from ..text import Text
from ..truth import Truth
from ..values import ALWAYS, Choice, Known, Period, Range, Share


def _names(names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"a list of names, not the one text {names!r}")
    return frozenset(names)


def _attributes(
    attributes: Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, frozenset[str]], ...]:
    items = dict(attributes)
    return tuple((name, _names(items[name])) for name in sorted(items))


@frozen
class Selection:
    """Which records a fact counts or sums; what is left out does not matter for the selection."""

    member: bool | None = None
    affiliated: bool | None = None
    role: frozenset[str] = field(default=frozenset(), converter=_names)
    kind: frozenset[str] = field(default=frozenset(), converter=_names)
    attribute: tuple[tuple[str, frozenset[str]], ...] = field(default=(), converter=_attributes)
    purpose: frozenset[str] = field(default=frozenset(), converter=_names)
    form: frozenset[str] = field(default=frozenset(), converter=_names)
    stage: frozenset[str] = field(default=frozenset(), converter=_names)
    side: frozenset[str] = field(default=frozenset(), converter=_names)


DAYS: Final = "days"
"""The unit of a number of days; the unit of a sum is its currency, and a count has none."""
Counted: TypeAlias = Literal["participations", "memberships", "contributions", "admissions", "benefits"]
SELECTABLE: Final[Mapping[str, frozenset[str]]] = {
    "participations": frozenset(("member", "affiliated", "role", "kind", "attribute")),
    "memberships": frozenset(("kind", "attribute")),
    "contributions": frozenset(("member", "kind", "attribute", "purpose", "form", "stage")),
    "admissions": frozenset(),
    "benefits": frozenset(("side",)),
}


@frozen
class CountFact:
    """A count of records, each party (or each value of an attribute of it, such as its country) once."""

    name: str = field(validator=check_id)
    label: Text
    of: Counted = "participations"
    distinct: str = "party"
    where: Selection = Selection()
    subject: str = "project"
    definition: Text | None = None


@frozen
class SumFact:
    """A sum of contributions in one currency, in cents; one that is not valued makes it *at least*."""

    name: str = field(validator=check_id)
    label: Text
    where: Selection = Selection()
    currency: str = "EUR"
    subject: str = "project"
    definition: Text | None = None


@frozen
class Option:
    """One of the answers a judgement or a given choice may have."""

    id: str = field(validator=check_id)
    title: Text


@frozen
class JudgementFact:
    """A question that a person answers, in options from best to worst.

    With ``per_theme`` a project may be judged for each main theme: it is as good as its best, and the last option
    holds for the whole only when every theme is so judged, or one judgement says so overall (A12).
    """

    name: str = field(validator=check_id)
    label: Text
    options: tuple[Option, ...] = field(converter=tuple[Option, ...])
    per_theme: bool = False
    ask: Text | None = None
    subject: str = "project"
    definition: Text | None = None

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The ids of the options, best first."""
        return tuple(option.id for option in self.options)

    @cached_property
    def known(self) -> Mapping[str, Choice]:
        """Each option as a choice that is known."""
        return {option.id: Choice.of(option.id) for option in self.options}


@frozen
class GivenFact:
    """A fact that only the register can supply: a truth, a choice of options, a count, days, or money in cents."""

    name: str = field(validator=check_id)
    label: Text
    type: Literal["truth", "choice", "count", "days", "money"] = "truth"
    options: tuple[Option, ...] = field(default=(), converter=tuple[Option, ...])
    currency: str = "EUR"
    subject: str = "project"
    definition: Text | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the options."""
        return tuple(option.id for option in self.options)

    @property
    def unit(self) -> str:
        """The currency of an amount, `DAYS`, or nothing for a count."""
        return {"money": self.currency, "days": DAYS}.get(self.type, "")

    def unknown(self) -> Known:
        """What is known as long as nobody supplied a value."""
        match self.type:
            case "truth":
                return Truth.UNKNOWN
            case "choice":
                return Choice.among(self.choices)
            case "count" | "days" | "money":
                return Range(0)


Unit: TypeAlias = Literal["day", "week", "month", "quarter", "half-year", "year"]


@frozen
class DerivedFact:
    """A fact that a documented function derives from records over a period (`facts.dictionary`), with its numbers.

    ``derive`` names the function. What it may take is said there: the ``body`` whose meetings count, the most days
    between two of them (``every``), the calendar unit in which one is held (``per``), the kind of ``agreement``, a
    ``tolerance``, a number of ``days``, and the roles or kinds of who counts (``where``).
    """

    name: str = field(validator=check_id)
    label: Text
    derive: str = field(validator=check_id)
    subject: str = "project"
    body: str = ""
    every: int | None = None
    per: Unit | None = None
    agreement: Literal["collaboration", "finance", "pace"] | None = None
    tolerance: Share | None = None
    days: int | None = None
    where: Selection = Selection()
    currency: str = "EUR"
    definition: Text | None = None


FactDefinition: TypeAlias = CountFact | SumFact | JudgementFact | GivenFact | DerivedFact


class Why(Enum):
    """Why a record is counted, is only possible, or is left out."""

    COUNTED = "counted"
    JUDGED = "judged"
    GIVEN = "given"
    UNCERTAIN = "uncertain"
    UNRESOLVED_NAME = "unresolved-name"
    UNKNOWN_PARTY = "unknown-party"
    UNKNOWN_ATTRIBUTE = "unknown-attribute"
    UNKNOWN_ROLE = "unknown-role"
    DISPUTED_MEMBERSHIP = "disputed-membership"
    CONTESTED = "contested"
    NOT_VALUED = "not-valued"
    OTHER_CURRENCY = "other-currency"
    NOT_A_MEMBER = "not-a-member"
    A_MEMBER = "a-member"
    ROLE = "role"
    SELECTION = "selection"
    AFFILIATED = "affiliated"
    ONE_SHORT = "one-short"
    BODY = "body"
    INTENTION = "intention"
    NOT_YET = "not-yet"
    NO_LONGER = "no-longer"
    SUPERSEDED = "superseded"
    LIST_INCOMPLETE = "list-incomplete"
    FLAWED_RECORD = "flawed-record"
    # funding
    NO_CONTRIBUTION = "no-contribution"
    PART_OF_PERIOD = "part-of-period"
    IN_KIND_ONLY = "in-kind-only"
    BOOKED_ELSEWHERE = "booked-elsewhere"
    CONTRIBUTED = "contributed"
    CORRECTED_AWAY = "corrected-away"
    SPREAD = "spread"
    BOOKED_AS_MEANT = "booked-as-meant"
    CHARGED = "charged"
    NO_POSITION = "no-position"
    POSITION_KNOWN = "position-known"
    OVERSPENT = "overspent"
    WITHIN_BUDGET = "within-budget"
    # bodies and their rhythm
    NO_SEAT = "no-seat"
    ALTERNATE = "alternate"
    GAP = "gap"
    OVERDUE = "overdue"
    EDGE = "edge"
    RECESS = "recess"
    RECESS_AFTERWARDS = "recess-afterwards"
    NO_MEETING = "no-meeting"
    NOT_OVER = "not-over"
    NOT_COVERED = "not-covered"
    HELD = "held"
    ATTENDED = "attended"
    NOT_THERE = "not-there"
    TOO_FEW = "too-few"
    NO_FOLLOW_UP = "no-follow-up"
    # alignment, interests, commitment and pace
    NOT_RECORDED = "not-recorded"
    TOO_LATE = "too-late"
    IN_TIME = "in-time"
    UNCONFIRMED = "unconfirmed"
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    PASSED_OVER = "passed-over"
    AHEAD = "ahead"
    BEHIND = "behind"
    ON_TRACK = "on-track"
    NOT_STATED = "not-stated"
    CONFLICT = "conflict"
    FITS = "fits"
    TERM_ENDS = "term-ends"
    OUTSIDE_WINDOW = "outside-window"
    BEGUN = "begun"
    CONFIRMED = "confirmed"
    NOT_INVOLVED = "not-involved"
    NO_REASON = "no-reason"
    TAKEN_SERIOUSLY = "taken-seriously"
    SILENT = "silent"
    NO_PLAN = "no-plan"
    DELIVERED = "delivered"
    STATED = "stated"
    AGREED = "agreed"
    PROPOSED = "proposed"
    NOT_ALL_SOUGHT = "not-all-sought"
    # results and declarations
    NOT_UNDERSTOOD = "not-understood"
    NOT_USABLE = "not-usable"
    UNDERSTOOD = "understood"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    NO_OWNER = "no-owner"
    DUE_AGAIN = "due-again"
    NO_USERS = "no-users"
    NO_ACTION = "no-action"
    CLOSED = "closed"
    NOT_TRANSLATED = "not-translated"
    USEFUL = "useful"
    USE_UNCONFIRMED = "use-unconfirmed"
    UNDATED = "undated"
    NOT_SIGNED = "not-signed"
    SIGNED = "signed"
    NO_LIST = "no-list"
    NO_INDICATOR = "no-indicator"
    ONE_SIDED = "one-sided"
    NOT_ATTESTED = "not-attested"


@frozen
class Evidence:
    """One record behind a fact: what it is counted as (``key``), how it reads (``name``), why, and its day, if any.

    ``period`` and ``value`` are what was measured on it, such as the days between two meetings; ``unit`` as of a fact.
    A name that is a word of the library or the charter, and not a proper name, stands in both languages in ``title``.
    """

    record: str
    key: str
    name: str
    why: Why
    on: date | None = None
    period: Period = ALWAYS
    value: Range | None = None
    unit: str = ""
    title: Text | None = None


@frozen
class Fact:
    """What is known of one fact, and the records that make it so.

    ``counted`` records settle the low end, ``possible`` ones and the reasons in ``open`` leave room above it, and
    ``left_out`` ones were looked at and do not count. ``options`` are the answers of a fact that is a choice;
    ``unit`` is a currency, `DAYS`, or empty for a count. ``could_join`` names the members who take no part (S57).

    Of a derived fact, ``due`` is false while nothing it asks for was due yet, ``explained`` is true when a recorded
    explanation covers everything that was counted, ``retroactive`` when that was recorded afterwards, and
    ``incomplete`` names the lists of which nobody attests that they are complete.
    """

    name: str
    label: Text
    value: Known
    counted: tuple[Evidence, ...] = ()
    possible: tuple[Evidence, ...] = ()
    left_out: tuple[Evidence, ...] = ()
    open: tuple[Why, ...] = ()
    options: tuple[Option, ...] = ()
    unit: str = ""
    could_join: tuple[str, ...] = ()
    due: bool = True
    explained: bool = False
    retroactive: bool = False
    incomplete: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that the low end rests on."""
        return tuple(one.record for one in self.counted)

    @property
    def projected(self) -> tuple[str, ...]:
        """The keys that would also count if parties that intend, or only support, took a role that counts."""
        have = {one.key for one in self.counted}
        hoped = (one.key for one in self.left_out if one.why in (Why.INTENTION, Why.ROLE))
        return tuple(dict.fromkeys(key for key in hoped if key not in have and not key.startswith("?")))
