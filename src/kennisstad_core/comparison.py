# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two versions of a charter side by side: which facts they answer differently, and which recorded projects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product

from attrs import evolve, frozen

from .answers import Answers, Column, Place, Table, merge
from .charter import Charter, Charters
from .governance import EMPTY, decide
from .records.register import Register
from .text import Text
from .values import ALWAYS


@frozen
class Flip:
    """Facts, as states per column, for which the two versions have different outcomes."""

    states: tuple[frozenset[int], ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    cases: int


@frozen
class Shift:
    """A recorded project that the two versions would decide differently.

    ``stands`` is the outcome that was and remains decided, by the version in force on the day.
    """

    project: str
    title: Text
    old: str
    new: str
    stands: str


@frozen
class Comparison:
    """Where two versions differ, over all facts and over what is recorded; past decisions stay as they are."""

    old: str
    new: str
    on: date
    columns: tuple[Column, ...]
    flips: tuple[Flip, ...]
    cases: int
    shifts: tuple[Shift, ...]
    titles: tuple[tuple[str, Text], ...]


def compare(charters: Charters, old: str, new: str, register: Register = EMPTY, *, on: date) -> Comparison:
    """Answer every combination of facts under both versions, and every project of a register as of a day.

    Members are those that each version has on the day, or on its own first or last day if it was not in force.

    Raises:
        KeyError: for a version that is not there.
        TooLarge: a `ValueError` above 100 000 combinations.
    """
    sides = (charters[old], charters[new])
    always = tuple(_in_force(one, on) for one in sides)
    table = Table(always, on)
    lines = table.lines()
    differing = {
        place: answers for place, answers in lines.items() if answers[0].possible != answers[1].possible
    }
    trimmed: dict[Place, Answers] = {
        place: tuple(evolve(one, questions=()) for one in answers) for place, answers in differing.items()
    }
    flips = tuple(
        Flip(states, one.possible, other.possible, _cases(states, differing))
        for states, (one, other) in (merge(trimmed) if trimmed else {}).items()
    )
    return Comparison(
        old,
        new,
        on,
        table.columns(),
        flips,
        len(lines),
        tuple(_shifts(charters, always, register, on)),
        tuple({one.id: one.title for side in sides for one in side.outcomes}.items()),
    )


def _in_force(charter: Charter, on: date) -> Charter:
    """The version as if it held on the day, with the members of the nearest day on which it did."""
    first, last = charter.period.first, charter.period.last
    day = first if first is not None and on < first else last if last is not None and last < on else on
    kept = tuple(evolve(one, period=ALWAYS) for one in charter.memberships if day in one.period)
    return evolve(charter, period=ALWAYS, memberships=kept)


def _cases(states: tuple[frozenset[int], ...], lines: Mapping[Place, Answers]) -> int:
    return sum(place in lines for place in product(*states))


def _shifts(charters: Charters, always: tuple[Charter, ...], register: Register, on: date) -> list[Shift]:
    one, other = (Charters((charter,)) for charter in always)
    found: list[Shift] = []
    for project in register.projects:
        before, after = (decide(side, register, project, on=on) for side in (one, other))
        if before.possible != after.possible:
            stands = decide(charters, register, project, on=on)
            found.append(Shift(project.id, project.title, before.outcome, after.outcome, stands.outcome))
    return found
