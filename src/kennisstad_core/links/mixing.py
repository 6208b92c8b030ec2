# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at which table, so that as many organisations as can be meet for the first time.

People are numbers per organisation: who of its people takes which seat is up to the organisation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement
from math import comb
from random import Random
from typing import Final, TypeAlias, TypeVar

from attrs import frozen

from ..text import Text
from .affiliations import Node, party
from .results import Caution, Measure, versions_of

Who = TypeVar("Who", Node, str)

EFFORT: Final = 40_000
"""How many seatings are tried before a plan is called not proven: a second or two."""
_COMPARED: Final = 5_000

Pair: TypeAlias = tuple[Node, Node]
"""Two organisations, in the order of their names."""


@frozen
class Table:
    """One table in one round, both counted from 1: how many of each organisation, and who meets for the first time."""

    round: int
    table: int
    seats: tuple[tuple[Node, int], ...]
    first: tuple[Pair, ...]


@frozen
class MixingPlan:
    """A seating for every round, and what it brings.

    ``first_encounters`` are the pairs of organisations that meet for the first time, ``still_unmet`` those that will
    not have met afterwards. ``at_most`` is a number of first encounters that no plan can pass. Where the plan is not
    proven to be the best, ``cautions`` says so.
    """

    tables: tuple[Table, ...]
    first_encounters: tuple[Pair, ...]
    still_unmet: tuple[Pair, ...]
    at_most: int
    cautions: tuple[Caution, ...]
    measure: Measure


# A seating: for each table the place of the organisation on every seat that is taken, in order.
_Seating: TypeAlias = tuple[tuple[int, ...], ...]


def mixing_plan(
    people: Mapping[Who, int],
    tables: Sequence[int],
    *,
    rounds: int = 1,
    met: Iterable[tuple[Node | str, Node | str]] = (),
    effort: int = EFFORT,
    seed: int = 0,
) -> MixingPlan:
    """A seating in which the most pairs of organisations meet that never met before; everybody has a seat every round.

    The pairs that have met come from `encounter_graph(…).edges`, or from wherever attendance in aggregate is known. Few
    people are seated in every possible way. With more, a seating is improved by swapping two people as long as that
    helps, and is called proven only when it reaches ``at_most``: no more pairs than there are unmet, than all tables
    have places beside each other, or than the people of each organisation have neighbours. The maximum is the social
    golfer problem when all organisations send one person (Harvey 2002, CSPLib problem 10).

    Args:
        people: How many people come from each organisation.
        tables: How many seats each table has.
        rounds: How many times people change tables.
        met: Pairs of organisations that met before.
        effort: How many seatings, or swaps, to try at most.
        seed: For the swaps; the same seed gives the same plan.

    Raises:
        ValueError: for a number that is not a whole number from zero on, or fewer seats than people.
    """
    counts: dict[Node, int] = {party(name): number for name, number in people.items()}
    for number in (*counts.values(), *tables, rounds):
        if type(number) is not int or number < 0:
            raise ValueError(f"people, seats and rounds are whole numbers from zero on, not {number!r}")
    if sum(tables) < sum(counts.values()):
        raise ValueError(f"{sum(counts.values())} people do not fit on {sum(tables)} seats")
    names = sorted(name for name, number in counts.items() if number)
    before = {frozenset((party(one), party(other))) for one, other in met}
    unmet = {
        pair: index
        for index, pair in enumerate(
            (a, b)
            for a, b in combinations(range(len(names)), 2)
            if frozenset((names[a], names[b])) not in before
        )
    }
    numbers = [counts[name] for name in names]
    # Tables of one size beside each other, so that those that are alike are seen to be.
    order = sorted((at for at, size in enumerate(tables) if size), key=lambda at: -tables[at])
    sizes = [tables[at] for at in order]
    bound = _bound(unmet, numbers, sizes, rounds)
    hall = _Hall(numbers, sizes, unmet)
    plan, proven = hall.best(rounds, bound, effort, seed)
    seen: set[tuple[int, int]] = set()
    rows: list[Table] = []
    for number, seating in enumerate(plan, start=1):
        for at, seated in sorted(zip(order, seating, strict=True)):
            here = [
                pair for pair in combinations(sorted(set(seated)), 2) if pair in unmet and pair not in seen
            ]
            seen.update(here)
            seats = tuple((names[one], times) for one, times in sorted(Counter(seated).items()))
            rows.append(Table(number, at + 1, seats, tuple((names[a], names[b]) for a, b in here)))
    return MixingPlan(
        tuple(rows),
        tuple((names[a], names[b]) for a, b in sorted(seen)),
        tuple((names[a], names[b]) for a, b in unmet if (a, b) not in seen),
        len(seen) if proven else bound,
        () if proven else (Caution.NOT_PROVEN,),
        Measure(
            "mixing",
            Text(
                "Hoeveel paren van organisaties elkaar voor het eerst treffen.",
                "How many pairs of organisations meet for the first time.",
            ),
            "Harvey 2002, Social Golfer Problem, CSPLib 10",
            f"{len(names)} organisations, {sum(numbers)} people, {len(sizes)} tables, {rounds} rounds; "
            + ("proven" if proven else f"swaps with seed {seed}"),
            "none: whole numbers of pairs",
            versions_of("kennisstad_core"),
        ),
    )


def _bound(
    unmet: Mapping[tuple[int, int], int], numbers: Sequence[int], sizes: Sequence[int], rounds: int
) -> int:
    """A number of first encounters that cannot be passed."""
    beside = rounds * sum(comb(min(size, len(numbers)), 2) for size in sizes)
    strangers = Counter(one for pair in unmet for one in pair)
    widest = max(sizes, default=1) - 1
    reached = sum(min(strangers[one], rounds * number * widest) for one, number in enumerate(numbers))
    return min(len(unmet), beside, reached // 2)


class _Hall:
    """The tables, the people and the pairs that have not met; sets of pairs are numbers, one bit a pair."""

    def __init__(
        self, numbers: Sequence[int], sizes: Sequence[int], unmet: Mapping[tuple[int, int], int]
    ) -> None:
        self.numbers, self.sizes, self.unmet = numbers, sizes, unmet

    def pairs(self, seated: Sequence[int]) -> int:
        """The unmet pairs at one table."""
        found = 0
        for pair in combinations(sorted(set(seated)), 2):
            index = self.unmet.get(pair)
            if index is not None:
                found |= 1 << index
        return found

    def best(self, rounds: int, bound: int, effort: int, seed: int) -> tuple[list[_Seating], bool]:
        """The best plan found, and whether it is proven to be that."""
        plan = self._swapped(rounds, bound, min(effort, 2_000), seed)
        if self._brings(plan) == bound:
            return plan, True
        every = self._every(effort)
        if every is not None and comb(len(every) + rounds - 1, rounds) <= effort:
            chosen = max(
                combinations_with_replacement(every, rounds),
                key=lambda several: _union(pairs for _, pairs in several).bit_count(),
                default=(),
            )
            return [seating for seating, _ in chosen], True
        more = self._swapped(rounds, bound, effort, seed)
        plan = max((plan, more), key=self._brings)
        return plan, self._brings(plan) == bound

    def _brings(self, plan: Iterable[_Seating]) -> int:
        return _union(self.pairs(seated) for seating in plan for seated in seating).bit_count()

    def _every(self, effort: int) -> list[tuple[_Seating, int]] | None:
        """Every seating of one round that no other surpasses, or none when there are too many to try."""
        found: dict[int, _Seating] = {}
        for tried, seating in enumerate(self._seatings(0, tuple(() for _ in self.sizes)), start=1):
            if tried > effort:
                return None
            found.setdefault(_union(map(self.pairs, seating)), seating)
        largest = sorted(found, key=lambda pairs: (-pairs.bit_count(), pairs))
        kept: list[int] = []
        for pairs in largest:
            # With more than this, comparing all with all takes longer than it saves.
            if len(largest) > _COMPARED or all(pairs & ~other for other in kept):
                kept.append(pairs)
        return [(found[pairs], pairs) for pairs in kept]

    def _seatings(self, one: int, seating: _Seating) -> Iterator[_Seating]:
        """Every way to seat this organisation and those after it; tables that are alike so far are taken in order."""
        if one == len(self.numbers):
            yield seating
            return
        for spread in self._spreads(self.numbers[one], seating, 0):
            yield from self._seatings(
                one + 1,
                tuple((*seated, *([one] * times)) for seated, times in zip(seating, spread, strict=True)),
            )

    def _spreads(self, number: int, seating: _Seating, table: int) -> Iterator[tuple[int, ...]]:
        if table == len(seating):
            if number == 0:
                yield ()
            return
        free = self.sizes[table] - len(seating[table])
        for times in range(min(number, free), -1, -1):
            for rest in self._spreads(number - times, seating, table + 1):
                # Two tables of one size with the same company are the same table.
                twin = (
                    table + 1 < len(seating)
                    and self.sizes[table] == self.sizes[table + 1]
                    and seating[table] == seating[table + 1]
                )
                if not (twin and rest[0] > times):
                    yield (times, *rest)

    def _swapped(self, rounds: int, bound: int, effort: int, seed: int) -> list[_Seating]:
        """A seating that spreads every organisation, improved by swaps of two people that do not make it worse."""
        chance = Random(seed)
        seats = [table for table, size in enumerate(self.sizes) for _ in range(size)]
        # The empty seats are taken by nobody, so that a person can also move.
        people = [one for one, number in enumerate(self.numbers) for _ in range(number)]
        people += [-1] * (len(seats) - len(people))
        plan = [self._dealt(people, turn) for turn in range(rounds)]
        held = [[self.pairs(self._real(table)) for table in hall] for hall in plan]
        best = _union(pairs for hall in held for pairs in hall).bit_count()
        if not rounds or len(self.sizes) < 2:
            return [tuple(self._real(table) for table in hall) for hall in plan]
        for _ in range(effort):
            if best == bound:
                break
            turn = chance.randrange(rounds)
            here, there = sorted(chance.sample(range(len(self.sizes)), 2))
            one, other = chance.randrange(self.sizes[here]), chance.randrange(self.sizes[there])
            hall = plan[turn]
            if hall[here][one] == hall[there][other]:
                continue
            old = held[turn][here], held[turn][there]
            hall[here][one], hall[there][other] = hall[there][other], hall[here][one]
            held[turn][here] = self.pairs(self._real(hall[here]))
            held[turn][there] = self.pairs(self._real(hall[there]))
            brings = _union(pairs for each in held for pairs in each).bit_count()
            if brings >= best:
                best = brings
            else:
                hall[here][one], hall[there][other] = hall[there][other], hall[here][one]
                held[turn][here], held[turn][there] = old
        return [tuple(self._real(table) for table in hall) for hall in plan]

    def _dealt(self, people: Sequence[int], turn: int) -> list[list[int]]:
        """People dealt round the tables like cards, each round from another one on."""
        hall: list[list[int]] = [[] for _ in self.sizes]
        shifted = [*people[turn:], *people[:turn]] if people else []
        at = 0
        for one in shifted:
            while len(hall[at % len(hall)]) >= self.sizes[at % len(hall)]:
                at += 1
            hall[at % len(hall)].append(one)
            at += 1
        return hall

    @staticmethod
    def _real(table: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(one for one in table if one >= 0))


def _union(several: Iterable[int]) -> int:
    found = 0
    for one in several:
        found |= one
    return found
