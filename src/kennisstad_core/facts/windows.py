# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Windows of days: what several have in common, and which sets of parties have no day in common (A30).

A party may have several windows. So three parties may have no day in common although every two of them have.

>>> from datetime import date
>>> def window(first, last):
...     return Period(date(2026, 1, first), date(2026, 1, last))
>>> three = {"a": (window(1, 4), window(11, 14)), "b": (window(1, 4), window(21, 24)), "c": (window(11, 24),)}
>>> common(three.values())
()
>>> [sorted(one) for one in conflicts(three).sets]
[['a', 'b', 'c']]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from attrs import frozen

from ..values import ALWAYS, Period

Windows: TypeAlias = tuple[Period, ...]
LIMIT: Final = 1000
"""Up to so many sets are kept at a time while conflicts are sought; beyond it some are not found, and that is said."""
_DAY: Final = timedelta(days=1)


def _first(one: Period) -> date:
    return one.first or date.min


def _last(one: Period) -> date:
    return one.last or date.max


def merged(several: Iterable[Period]) -> Windows:
    """The same days in as few windows as possible, in order; windows that touch become one."""
    done: list[Period] = []
    for one in sorted(several, key=lambda period: (_first(period), _last(period))):
        if done and (done[-1].last is None or _first(one) <= done[-1].last + _DAY):
            last = None if one.last is None or done[-1].last is None else max(one.last, done[-1].last)
            done[-1] = Period(done[-1].first, last)
        else:
            done.append(one)
    return tuple(done)


def common(several: Iterable[Iterable[Period]]) -> Windows:
    """The days that lie in a window of each, as windows in order; of none at all, every day."""
    shared: Windows = (ALWAYS,)
    for windows in several:
        mine = merged(windows)
        shared = tuple(day for one in shared for two in mine if (day := one.meet(two)) is not None)
    return shared


def covers(windows: Iterable[Period], period: Period) -> bool:
    """Whether every day of a period lies in some window."""
    return any(one.meet(period) == period for one in merged(windows))


@frozen
class Conflicts:
    """Every smallest set of parties without a day in common: leave out any one of them and the rest has one.

    Sets are in order of size and then of name. When not ``complete`` there were too many to seek; then these are every
    two that conflict, and one set besides.
    """

    sets: tuple[frozenset[str], ...]
    complete: bool = True


def conflicts(windows: Mapping[str, Iterable[Period]], limit: int = LIMIT) -> Conflicts:
    """The smallest sets of parties without a day in common, each exact.

    A set conflicts when on every day somebody of it is missing, so these are the smallest sets that hit, for each day,
    those who are missing then (Berge's way). It is enough to look at the days on which some window begins.
    """
    held = {name: merged(windows[name]) for name in sorted(windows)}
    days = {_first(one) for several in held.values() for one in several}
    missing = {
        frozenset(name for name, several in held.items() if not any(day in one for one in several))
        for day in days
    }
    if frozenset() in missing or not held:
        return Conflicts(())
    smallest = [one for one in missing if not any(other < one for other in missing)]
    found: list[frozenset[str]] = [frozenset()]
    for those in sorted(smallest, key=_order):
        hit = [one for one in found if one & those]
        longer = (one | {name} for one in found if not one & those for name in sorted(those))
        found = hit + [one for one in longer if not any(other <= one for other in hit)]
        if len(found) > limit:
            return Conflicts(_some(held), complete=False)
    return Conflicts(tuple(sorted(found, key=_order)))


def _order(one: frozenset[str]) -> tuple[int, list[str]]:
    return len(one), sorted(one)


def _some(held: Mapping[str, Windows]) -> tuple[frozenset[str], ...]:
    """Every two that conflict, and one smallest set of any size."""
    names = list(held)
    found = {
        frozenset((one, other))
        for index, one in enumerate(names)
        for other in names[index + 1 :]
        if not common((held[one], held[other]))
    }
    left = names
    for name in names:
        fewer = [one for one in left if one != name]
        if not common(held[one] for one in fewer):
            left = fewer
    return tuple(sorted({*found, frozenset(left)}, key=_order))
