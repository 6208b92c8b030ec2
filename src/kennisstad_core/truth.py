# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three-valued truth: what is known to hold, known not to hold, and not known (Kleene's strong logic)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final, NoReturn


class Truth(Enum):
    """The answer to a question of fact, in which *unknown* is an answer of its own.

    >>> Truth.MET & Truth.UNKNOWN
    <Truth.UNKNOWN: 'unknown'>
    >>> Truth.NOT_MET & Truth.UNKNOWN
    <Truth.NOT_MET: 'not-met'>
    >>> bool(Truth.UNKNOWN)
    Traceback (most recent call last):
    TypeError: Truth has three values: compare with `is Truth.MET`, do not test it as a bool
    """

    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    MET = "met"

    def __bool__(self) -> NoReturn:
        raise TypeError("Truth has three values: compare with `is Truth.MET`, do not test it as a bool")

    def __and__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        return all_of((self, other))

    def __or__(self, other: Truth) -> Truth:
        if not isinstance(other, Truth):
            return NotImplemented
        return any_of((self, other))

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    @property
    def known(self) -> bool:
        """Whether the answer is settled, either way."""
        return self is not Truth.UNKNOWN

    @classmethod
    def of(cls, value: bool) -> Truth:
        """The settled answer for a plain bool.

        Raises:
            TypeError: for anything that is not a bool; ``None`` is not a way to say unknown.
        """
        if not isinstance(value, bool):
            raise TypeError(f"a settled truth is True or False, not {value!r}; say Truth.UNKNOWN for unknown")
        return MET if value else NOT_MET


MET: Final = Truth.MET
NOT_MET: Final = Truth.NOT_MET
UNKNOWN: Final = Truth.UNKNOWN
_OPPOSITE: Final = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's conjunction; of nothing it is met."""
    result = MET
    for truth in truths:
        if truth is NOT_MET:
            return NOT_MET
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's disjunction; of nothing it is not met."""
    result = NOT_MET
    for truth in truths:
        if truth is MET:
            return MET
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def at_least(n: int, truths: Iterable[Truth]) -> Truth:
    """Whether at least ``n`` of the truths hold; settled as soon as the unknown ones cannot matter."""
    met = possible = 0
    for truth in truths:
        if truth is MET:
            met += 1
        if truth is not NOT_MET:
            possible += 1
    if met >= n:
        return MET
    return NOT_MET if possible < n else UNKNOWN
