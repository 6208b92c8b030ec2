# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""R-FIN-01 and R-FIN-03 done again from their words, slowly: try every way in which what is not known can turn out.

The readings are A23 (each member something in each year, any amount; nothing is inferred of who was a member for part
of it) and A24 (each participant has a position: cash, in kind also when nobody valued it, or nothing, said aloud).
Nothing here is shared with the library: a case is made of plain values, and an answer is what can be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple, TypeAlias

Belongs: TypeAlias = Literal["all year", "part of the year", "disputed", "no"]
When: TypeAlias = Literal["this year", "another year", "nobody says"]


class Gift(NamedTuple):
    """A contribution: cents, or none when nobody valued it; what was later taken off; and the year it is for."""

    cents: int | None
    taken_off: int = 0
    when: When = "this year"

    @property
    def worth_something(self) -> bool:
        return self.cents is None or self.cents - self.taken_off > 0


class Payer(NamedTuple):
    """A member, or somebody who was one, and what it contributed to the core."""

    name: str
    belongs: Belongs
    gifts: tuple[Gift, ...] = ()


def who_may_lack(payers: tuple[Payer, ...], *, ledger_complete: bool, strangers: int) -> set[frozenset[str]]:
    """Everyone who owes the core something and gave nothing, in every way the year can have been."""
    answers: set[frozenset[str]] = set()
    names = [one.name for one in payers]
    for owing in product(*(_owing(one) for one in payers)):
        for unseen in product(*([False, True] if not ledger_complete else [False] for _ in payers)):
            for behind_names in product([None, *names], repeat=strangers):
                for recorded in product(*(_recorded(one) for one in payers)):
                    lacking = {
                        name
                        for name, owes, given, more in zip(names, owing, recorded, unseen, strict=True)
                        if owes and not given and not more and name not in behind_names
                    }
                    answers.add(frozenset(lacking))
    return answers


def _owing(payer: Payer) -> tuple[bool, ...]:
    return {
        "all year": (True,),
        "part of the year": (False, True),
        "disputed": (False, True),
        "no": (False,),
    }[payer.belongs]


def _recorded(payer: Payer) -> Iterator[bool]:
    """Whether what is on record comes to a contribution of this year."""
    ways: list[tuple[bool, ...]] = []
    for one in payer.gifts:
        if not one.worth_something or one.when == "another year":
            ways.append((False,))
        else:
            ways.append((True,) if one.when == "this year" else (False, True))
    yield from {any(way) for way in product(*ways)}


Stance: TypeAlias = Literal[
    "cash", "in kind, not valued", "says nothing", "has a share", "taken back", "silent"
]
Part: TypeAlias = Literal["takes part", "perhaps", "role not stated", "only supports", "means to"]


class Participant(NamedTuple):
    """Somebody in a project, and what is on record of how it stands in the money."""

    name: str
    part: Part
    stance: Stance


def how_many_silent(
    several: tuple[Participant, ...],
    *,
    all_listed: bool,
    money_listed: bool,
    said_listed: bool,
    strangers: int,
) -> tuple[int, int | None]:
    """The fewest and the most participants without a position; no most when there may be more participants."""
    counts: set[int] = set()
    complete = money_listed or said_listed
    there = {"takes part": (True,), "perhaps": (False, True), "role not stated": (False, True)}
    names = [one.name for one in several]
    for taking in product(*(there.get(one.part, (False,)) for one in several)):
        for unseen in product(*([False] if complete else [False, True] for _ in several)):
            for behind_names in product([None, *names], repeat=strangers):
                counts.add(
                    sum(
                        takes
                        and one.stance in ("silent", "taken back")
                        and not more
                        and one.name not in behind_names
                        for one, takes, more in zip(several, taking, unseen, strict=True)
                    )
                )
    return min(counts), max(counts) if all_listed else None
