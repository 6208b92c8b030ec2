# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is a member on a day: certainly, possibly, or not (R-MEM-01)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ..records.parties import Certainty, Membership
from ..truth import MET, NOT_MET, UNKNOWN, Truth


@frozen
class Roll:
    """The members of a day; a disputed or uncertain membership makes a possible member (A08, A22)."""

    certain: frozenset[str]
    possible: frozenset[str]

    @classmethod
    def of(cls, memberships: Iterable[Membership], on: date) -> Roll:
        """Call the roll on a day."""
        live = [one for one in memberships if on in one.period]
        certain = frozenset(one.partner for one in live if one.certainty is Certainty.CERTAIN)
        return cls(certain, frozenset(one.partner for one in live) - certain)

    def holds(self, partner: str) -> Truth:
        """Whether the partner is a member."""
        if partner in self.certain:
            return MET
        return UNKNOWN if partner in self.possible else NOT_MET
