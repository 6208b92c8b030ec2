# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How large an answer may get: told before it is made, and refused with its size where it cannot fit."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from attrs import frozen

from ..errors import KennisstadError

MEMORY: Final = 4 * 2**30
"""How many bytes an answer may take, unless the caller says otherwise."""


class Sized(Enum):
    """What an answer is made of: what it is called, the bytes that one of them weighs, and what to ask for instead."""

    LINKS = (
        "links",
        380,
        "Ask for a higher min_strength, a shorter period or fewer groups{largest}, or allow more with memory=",
    )
    JOINT = (
        "pairs with the records behind them",
        1_150,
        "Ask for a shorter period or fewer groups{largest}, or have project_links give the strengths alone",
    )
    PAIRS = (
        "pairs, linked or not",
        90,
        "Ask for existing_pairs, which has those with a link only, or for a shorter period or fewer groups",
    )

    @property
    def weight(self) -> int:
        """The bytes that one of them takes, measured."""
        return self.value[1]


@frozen
class Estimate:
    """How large a projection gets, told from the sizes of the groups before anything is projected.

    One group of *d* parties makes d(d - 1)/2 links, so a few large groups make nearly all of them.
    """

    nodes: int
    groups: int
    affiliations: int
    largest_group: int
    at_least: int
    at_most: int
    work: int
    of: Sized = Sized.LINKS

    @classmethod
    def of_groups(cls, sizes: Sequence[int], nodes: int, of: Sized = Sized.LINKS) -> Estimate:
        """From how many parties each group has, when all in a group are linked; ``nodes`` is how many there are."""
        largest = max(sizes, default=0)
        every = sum(_pairs(size) for size in sizes)
        return cls(
            nodes=nodes,
            groups=len(sizes),
            affiliations=sum(sizes),
            largest_group=largest,
            at_least=_pairs(largest),
            at_most=every if of is Sized.JOINT else min(every, _pairs(nodes)),
            work=sum(size * size for size in sizes),
            of=of,
        )

    @property
    def bytes_at_most(self) -> int:
        """The memory of the largest graph that this can become."""
        return self.at_most * self.of.weight


def _pairs(of: int) -> int:
    return of * (of - 1) // 2


class TooManyLinks(KennisstadError, ValueError):
    """An answer does not fit in the memory or the time that it may take; `estimate` says how large it would be."""

    def __init__(self, estimate: Estimate, memory: int, found: int | None = None) -> None:
        self.estimate = estimate
        what, _, way = estimate.of.value
        low, high = f"{estimate.at_least if found is None else found:,}", f"{estimate.at_most:,}"
        size = (
            f"between {low} and {high} {what}" if found is None else f"at least {low} {what}, at most {high}"
        )
        if low == high:
            size = f"{high} {what}"
        super().__init__(
            f"{estimate.affiliations:,} affiliations make {size}, up to {estimate.bytes_at_most / 2**30:.1f} GiB; "
            f"{memory / 2**30:.1f} GiB is allowed. "
            + way.format(largest=f" (the largest has {estimate.largest_group:,})")
        )
