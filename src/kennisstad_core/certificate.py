# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The decision certificate: every answer a charter can give, as a table a person can read, with a hash.

Facts are cut into cells that the charter cannot tell apart. Each fact is known to be in one cell, or only in a run of
them (in any of several options). All combinations that records can produce are decided; nothing is sampled. Lines
with the same answers are then merged until none can be, and each says how many combinations it covers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product

from attrs import frozen

from .answers import Answered, Answers, Column, Place, Table, merge
from .canonical import digest
from .charter import Charter
from .findings import Status
from .text import Text


@frozen
class Row:
    """One line: per column the states it covers (by index), and the answers that all of them give.

    ``cases`` counts combinations of states; ``profiles`` counts them with every member in, out or unknown by name.
    """

    states: tuple[frozenset[int], ...]
    answered: Answered
    cases: int
    profiles: int | None = None


@frozen
class Certificate:
    """The whole answer table of one charter version, with the members it has on a day.

    ``digest`` is the SHA-256 of canonical JSON holding the columns and every combination with its answers; it does
    not depend on how the table is compressed.
    """

    charter: str
    title: Text
    on: date
    questions: tuple[tuple[str, Text], ...]
    outcomes: tuple[tuple[str, Text], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cases: int
    profiles: int | None
    digest: str


def _statuses(statuses: tuple[Status, ...]) -> list[str]:
    return [one.value for one in statuses]


def certify(charter: Charter, *, on: date | None = None) -> Certificate:
    """Decide every combination of facts that the charter tells apart, with its members as of a day.

    ``on`` is the first day of the charter unless given; only the number of members depends on it.

    Raises:
        TooLarge: a `ValueError` above 100 000 combinations.
        ValueError: when the charter has no first day and none is given.
    """
    day = on if on is not None else charter.period.first
    if day is None:
        raise ValueError("this charter has no first day: say for which day its members are taken")
    table = Table((charter,), day)
    lines = table.lines()
    weighed = table.weights()
    profiles = None if weighed is None else {place: weighed[1].get(place[weighed[0]], 0) for place in lines}
    columns = table.columns()
    hashed = digest(
        {
            "charter": charter.id,
            "on": day.isoformat(),
            "facts": {one.fact: [str(state) for state in one.states] for one in columns},
            "cases": [
                [list(place), one.outcome, list(one.possible), _statuses(one.questions)]
                for place, (one,) in lines.items()
            ],
        }
    )
    return Certificate(
        charter=charter.id,
        title=charter.title,
        on=day,
        questions=tuple((one.id, one.title) for one in charter.questions),
        outcomes=tuple((one.id, one.title) for one in charter.outcomes),
        columns=columns,
        rows=tuple(_row(states, answers, lines, profiles) for states, answers in merge(lines).items()),
        cases=len(lines),
        profiles=None if profiles is None else sum(profiles.values()),
        digest=hashed,
    )


def _row(
    states: tuple[frozenset[int], ...],
    answers: Answers,
    lines: Mapping[Place, Answers],
    profiles: Mapping[Place, int] | None,
) -> Row:
    inside = [place for place in product(*states) if place in lines]
    weight = None if profiles is None else sum(profiles[place] for place in inside)
    return Row(states, answers[0], len(inside), weight)
