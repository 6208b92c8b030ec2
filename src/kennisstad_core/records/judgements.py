# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people judged, decided or attested: recorded with who, when and why, never computed."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..text import Text
from ..truth import Truth
from ..values import ALWAYS, Choice, Known, Period, Range
from .parties import Person, Source, check_id, check_person


@frozen
class Judgement:
    """A person's verdict on a question that no computer answers: theme fit, good for the profile of the city.

    A later judgement may supersede this one; one that contests it leaves the question open until it is resolved.
    """

    fact: str = field(validator=check_id)
    verdict: str = field(validator=check_id)
    by: Person = field(validator=check_person)
    on: date
    theme: str = ""
    reason: str = ""
    id: str = ""
    evidence: tuple[str, ...] = ()
    supersedes: str = ""
    contests: str = ""
    review_on: date | None = None
    sources: tuple[Source, ...] = ()


@frozen
class Departure:
    """A recorded decision to depart from a clause: who decided, when, for how long and why (comply or explain, A11)."""

    clause: str = field(validator=check_id)
    body: str = field(validator=check_id)
    by: Person = field(validator=check_person)
    on: date
    reason: str = field()
    period: Period = ALWAYS
    id: str = ""
    sources: tuple[Source, ...] = ()

    @reason.validator
    def _check_reason(self, _: object, value: object) -> None:
        if not isinstance(value, str) or not value.strip():
            raise ValueError("a departure says why: its reason is empty")

    @property
    def retroactive(self) -> bool:
        """Whether it was recorded after the first day it covers."""
        return self.period.first is not None and self.period.first < self.on

    def covers(self, day: date) -> bool:
        """Whether it held on that day, as known on that day: never before it was recorded."""
        return self.on <= day and day in self.period


@frozen
class Admission:
    """A recorded decision to let a project in, or not; meeting the conditions is not the same as being let in (A10)."""

    by: Person = field(validator=check_person)
    on: date
    admitted: bool = True
    reason: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()


@frozen
class Completeness:
    """Somebody attests that a list is complete, so that what is not on it is absent and not merely unknown.

    It is testimony about the list, not an act: it holds for the days of its period, whenever it was given. ``body``
    narrows a list of meetings or seats to those of one body.
    """

    by: Person = field(validator=check_person)
    on: date
    of: str = "participations"
    period: Period = ALWAYS
    body: str = ""
    id: str = ""


@frozen
class Benefit:
    """What a party says it, or those it speaks for, gains; stated by its holder and never summed (S20, S28, S50)."""

    holder: str = field(validator=check_id)
    side: str = field(validator=check_id)
    text: Text
    on: date | None = None
    id: str = ""
    sources: tuple[Source, ...] = ()


@frozen
class GivenValue:
    """The value of a fact that a charter declares and that no record implies, with where it comes from."""

    fact: str = field(validator=check_id)
    value: Known = field()
    source: Source
    period: Period = ALWAYS
    id: str = ""

    @value.validator
    def _check_value(self, _: object, value: object) -> None:
        if not isinstance(value, Truth | Choice | Range):
            raise TypeError(f"a given value is a Truth, a Choice or a Range, not {value!r}")
