# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everyone's own pace: when each party can, and the calendars and terms that it follows from."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from ..text import Text
from ..values import Period
from .parties import Source, check_id


@frozen
class PaceStatement:
    """Days on which a party can work on a project, as it stated them; several rows are several windows (S81, A30).

    ``basis`` says what the window follows from: an election day, an academic year. ``term`` names the term or calendar
    in the register that it is taken from.
    """

    party: str = field(validator=check_id)
    period: Period
    basis: str = ""
    term: str = ""
    on: date | None = None
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"pace/{self.party}/{self.period}"


class TermKind(Enum):
    """What kind of calendar a party lives by."""

    POLITICAL = "political"
    ACADEMIC = "academic"


@frozen
class Term:
    """A political term or an academic year of a partner, with the named basis of its ends; none is assumed (A31)."""

    id: str = field(validator=check_id)
    partner: str = field(validator=check_id)
    kind: TermKind
    period: Period
    basis: str = field(validator=check_id)
    title: Text | None = None
    sources: tuple[Source, ...] = ()
