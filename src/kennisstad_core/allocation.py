# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Splitting an amount by an agreed key: exactly, in whole cents, with the reason for every cent.

Everyone gets the whole cents of the exact share; the cents that are left go, one each, to the largest remainders, and
among equal remainders to the party whose id comes first. Nothing is ever rounded, so nothing is lost or made.

>>> allocation = allocate(Money.parse("100.00"), {"a": 1, "b": 1, "c": 1})
>>> [str(one.amount) for one in allocation.shares]
['33.34 EUR', '33.33 EUR', '33.33 EUR']
>>> allocation["a"].exact, allocation["a"].why, allocation["c"].why
(Fraction(10000, 3), <Leftover.TIE_WON: 'tie-won'>, <Leftover.TIE_LOST: 'tie-lost'>)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from fractions import Fraction

from attrs import frozen

from .values import Money


class Leftover(Enum):
    """Why a party got a cent on top of its whole cents, or none."""

    WHOLE = "whole"
    """Its exact share is a number of whole cents, so nothing of it was left to give out."""
    LARGER = "larger-remainder"
    """It got one: what was left of its share is more than that of those who got none."""
    TIE_WON = "tie-won"
    """It got one, before another with as much left over, because its id comes first."""
    TIE_LOST = "tie-lost"
    """It got none, after another with as much left over, because its id comes later."""
    SMALLER = "smaller-remainder"
    """It got none: what was left of its share is less than that of those who got one."""


@frozen
class AllocatedShare:
    """What one party bears of an amount: ``parts`` of ``total_parts``, in cents.

    ``floor`` is the whole cents of the exact share, towards zero; ``leftover`` the cent that came on top, or 0, and
    ``why`` the reason for it.
    """

    party: str
    parts: int
    total_parts: int
    of: Money
    floor: int
    leftover: int
    why: Leftover

    @property
    def exact(self) -> Fraction:
        """The share in cents, not rounded."""
        return Fraction(self.of.cents * self.parts, self.total_parts)

    @property
    def remainder(self) -> Fraction:
        """The part of a cent between the exact share and its whole cents, from 0 to below 1."""
        return abs(self.exact - self.floor)

    @property
    def amount(self) -> Money:
        """What the party bears."""
        return Money(self.floor + self.leftover, self.of.currency)


@frozen
class Allocation:
    """An amount divided over the parties of a key; the shares add up to it exactly."""

    amount: Money
    shares: tuple[AllocatedShare, ...]

    def __getitem__(self, party: str) -> AllocatedShare:
        for one in self.shares:
            if one.party == party:
                return one
        raise KeyError(party)

    def rows(self) -> Iterator[dict[str, str]]:
        """One flat row a party, with everything that is needed to do the sum again."""
        for one in self.shares:
            yield {
                "party": one.party,
                "parts": str(one.parts),
                "total_parts": str(one.total_parts),
                "exact_cents": str(one.exact),
                "floor_cents": str(one.floor),
                "leftover_cents": str(one.leftover),
                "why": one.why.value,
                "amount": str(one.amount),
            }


def _checked(key: Mapping[str, int] | Iterable[tuple[str, int]]) -> dict[str, int]:
    held = key if isinstance(key, Mapping) else tuple(key)
    parts: dict[str, int] = dict(held)
    if len(parts) != len(held):
        raise ValueError("a key names every party once")
    for party, share in parts.items():
        if isinstance(share, bool) or not isinstance(share, int):
            raise TypeError(f"a key gives whole parts, not {share!r} for {party!r}")
        if share < 0:
            raise ValueError(f"a key gives parts from 0, not {share} for {party!r}")
    if not any(parts.values()):
        raise ValueError("a key gives at least one part to somebody")
    return parts


def allocate(amount: Money, key: Mapping[str, int] | Iterable[tuple[str, int]]) -> Allocation:
    """Divide an amount by a key of whole parts; a negative amount is divided as the positive one is.

    Raises:
        ValueError: for a key that is empty or gives nobody a part, that names a party twice, or has negative parts.
        TypeError: for parts that are not whole numbers.
    """
    parts = _checked(key)
    total, size, sign = sum(parts.values()), abs(amount.cents), -1 if amount.cents < 0 else 1
    floors = {party: size * share // total for party, share in parts.items()}
    rests = {party: size * share % total for party, share in parts.items()}
    left = size - sum(floors.values())
    order = sorted(parts, key=lambda party: (-rests[party], party))
    lucky = frozenset(order[:left])
    # The smallest remainder that still got a cent; whoever has as much was in a tie for it.
    last = rests[order[left - 1]] if left else total
    tied = any(rests[party] == last for party in order[left:])

    def why(party: str) -> Leftover:
        if not rests[party]:
            return Leftover.WHOLE
        if tied and rests[party] == last:
            return Leftover.TIE_WON if party in lucky else Leftover.TIE_LOST
        return Leftover.LARGER if party in lucky else Leftover.SMALLER

    return Allocation(
        amount,
        tuple(
            AllocatedShare(
                party,
                parts[party],
                total,
                amount,
                sign * floors[party],
                sign if party in lucky else 0,
                why(party),
            )
            for party in sorted(parts)
        ),
    )
