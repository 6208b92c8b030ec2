# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is ahead of its own agreement or behind it, and what was there up front, written once more from the rules.

R-COM-01 and A32: delivered divided by own agreed, in the same unit, against the share of the plan that has elapsed;
ahead and behind are both listed; nothing is converted; a tolerance, when there is one, is included. A33: up front is on
or before the earliest of formal start, first active involvement and first payment. Days are counted one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple


class Undertaken(NamedTuple):
    """What a party undertook, over which days, and what it delivered on which day."""

    party: str
    agreed: int
    first: date
    last: date
    delivered: tuple[tuple[date, int], ...]


def out_of_step(
    several: Iterable[Undertaken], on: date, tolerance: Fraction | None
) -> tuple[set[str], set[str]]:
    """Those ahead, and those behind."""
    ahead: set[str] = set()
    behind: set[str] = set()
    for one in several:
        days = passed = 0
        day = one.first
        while day <= one.last:
            days += 1
            if day <= on:
                passed += 1
            day += timedelta(1)
        delivered = 0
        for when, quantity in one.delivered:
            if when <= on:
                delivered += quantity
        if one.agreed == 0:
            # Nothing was agreed, so there is nothing to divide by: whatever is delivered is more, or less, than that.
            if delivered > 0:
                ahead.add(one.party)
            if delivered < 0:
                behind.add(one.party)
            continue
        difference = Fraction(delivered, one.agreed) - Fraction(passed, days)
        if difference > (tolerance or 0):
            ahead.add(one.party)
        if -difference > (tolerance or 0):
            behind.add(one.party)
    return ahead, behind


def not_up_front(
    recorded: dict[str, date | None], start: date, involved: Iterable[date], payments: Iterable[date]
) -> set[str]:
    """The parties, all there from the start, for which the thing was not recorded on or before the earliest day."""
    earliest = start
    for day in (*involved, *payments):
        if day < earliest:
            earliest = day
    late: set[str] = set()
    for party, when in recorded.items():
        if when is None or when > earliest:
            late.add(party)
    return late
