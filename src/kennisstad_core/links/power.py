# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much hangs on each party under a rule that asks for enough of them: exact Banzhaf and Shapley indices.

A rule says of every set of parties whether it suffices. It may count them (three of five), weigh them (together half a
million), or ask for both numbers and kinds. Indices are fractions, never rounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import comb, factorial
from typing import Final, Generic, TypeVar

from attrs import frozen

from ..errors import KennisstadError
from ..text import Text
from .affiliations import Node
from .results import SMALL, Caution, Measure, Reply, versions_of
from .sparse import Source, in_order, incidence

P = TypeVar("P", bound=Hashable)

MOST_PLAYERS: Final = 20
"""With more parties than this a rule that is not a sum has too many sets to try."""
MOST_SUMS: Final = 2_000_000
"""How many different sums of weights are kept apart."""

_CITATION: Final = (
    "Banzhaf 1965, Rutgers Law Review 19: 317-343; "
    "Shapley and Shubik 1954, American Political Science Review 48: 787-792"
)
_DEFINITION: Final = Text(
    "In welk deel van de samenstellingen het van deze partij afhangt of er aan de regel is voldaan.",
    "In which share of the line-ups it depends on this party whether the rule is met.",
)


class TooManyLineups(KennisstadError, ValueError):
    """A rule tells more line-ups apart than can be gone through exactly; nothing is estimated instead."""


NEVER: Final = Text(
    "Ook alle partijen samen zijn niet genoeg: niemand geeft de doorslag.",
    "Even all parties together do not suffice: nobody tips the balance.",
)
ALWAYS_MET: Final = Text(
    "Ook zonder partijen is er genoeg: niemand geeft de doorslag.",
    "Even without any party it suffices: nobody tips the balance.",
)


@frozen
class Power(Generic[P]):
    """How much hangs on one party.

    ``swings`` counts the line-ups of the others that suffice with this party and not without it. ``banzhaf`` is that
    as a share of all 2^(n-1) line-ups of the others (the chance to tip the balance when everybody joins or not with
    chance ½, which is Birnbaum's importance at ½); ``share`` is its part of all swings; ``shapley`` is the chance to be
    the one that makes it enough when parties join in a random order, and adds up to 1. A party with a ``veto`` is in
    every line-up that suffices. Where nobody can tip the balance, ``share`` and ``shapley`` are None with the reason.
    """

    party: P
    swings: int
    banzhaf: Fraction
    share: Fraction | None
    shapley: Fraction | None
    veto: bool
    why: Text | None = None


def power(weights: Mapping[P, int], quota: int) -> Reply[Power[P]]:
    """The power of each party when weights have to add up to a quota; with weights of 1, when enough have to join.

    Banzhaf 1965, Rutgers Law Review 19: 317-343: β_i = swings_i / 2^(n-1). Shapley and Shubik 1954, American Political
    Science Review 48: 787-792: ``φ_i = Σ_S |S|!(n-1-|S|)!/n!`` over the S that suffice with i and not without. Sums are
    counted, not sets, so that hundreds of parties are exact where weights repeat.

    >>> [(row.swings, str(row.shapley)) for row in power(dict.fromkeys("ABCDE", 1), 3)][0]
    (6, '1/5')

    Raises:
        ValueError: a weight below zero, or that is not a whole number.
        TooManyLineups: when more than `MOST_SUMS` sums have to be told apart.
    """
    players = in_order(weights)
    for player in players:
        weight = weights[player]
        if type(weight) is not int or weight < 0:
            raise ValueError(f"a weight is a whole number from zero on, not {weight!r} for {player}")
    whole = sum(weights.values())
    by_weight: dict[int, Counter[int]] = {}
    for weight in sorted({weights[player] for player in players}):
        rest = [weights[player] for player in players]
        rest.remove(weight)
        by_weight[weight] = _swings_by_size(rest, weight, quota)
    rows = {
        player: (by_weight[weights[player]], whole - weights[player] < quota <= whole) for player in players
    }
    model = f"weights {whole} in all, quota {quota}"
    return _told(rows, _no_swing(quota <= 0, whole >= quota), model)


def _swings_by_size(rest: Sequence[int], weight: int, quota: int) -> Counter[int]:
    """How many sets of the others, by their size, fall short by no more than this weight."""
    ways: dict[tuple[int, int], int] = {(0, 0): 1}
    for other in rest:
        after: defaultdict[tuple[int, int], int] = defaultdict(int, ways)
        for (size, total), number in ways.items():
            # A sum that has reached the quota never counts again, and so need not be kept.
            if total + other < quota:
                after[size + 1, total + other] += number
        if len(after) > MOST_SUMS:
            raise TooManyLineups(
                f"{len(rest) + 1} parties with so many different weights make over {MOST_SUMS:,} sums"
            )
        ways = after
    found: Counter[int] = Counter()
    for (size, total), number in ways.items():
        if total < quota <= total + weight:
            found[size] += number
    return found


def power_by_rule(players: Iterable[P], suffices: Callable[[frozenset[P]], bool]) -> Reply[Power[P]]:
    """The power of each party under any rule, asked of every set of parties, such as "three, of which two schools".

    The same indices as `power`, by going through all 2^n sets.

    Raises:
        TooManyLineups: above `MOST_PLAYERS` parties.
        ValueError: when a set suffices and no longer does as a party joins: then nobody tips a balance.
    """
    order = in_order(players)
    n = len(order)
    if n > MOST_PLAYERS:
        raise TooManyLineups(f"{n} parties make 2^{n} line-ups; this goes through those of {MOST_PLAYERS}")
    enough = [
        suffices(frozenset(one for place, one in enumerate(order) if line >> place & 1))
        for line in range(1 << n)
    ]
    rows: dict[P, tuple[Counter[int], bool]] = {}
    for place, player in enumerate(order):
        bit = 1 << place
        swings: Counter[int] = Counter()
        for line in range(1 << n):
            if line & bit:
                continue
            if enough[line] and not enough[line | bit]:
                raise ValueError(f"a set that suffices no longer does when {player} joins it")
            if enough[line | bit] and not enough[line]:
                swings[line.bit_count()] += 1
        rows[player] = swings, enough[-1] and not enough[(1 << n) - 1 - bit]
    return _told(rows, _no_swing(enough[0], enough[-1]), f"a rule on {n} parties, asked of all 2^{n} sets")


def _no_swing(empty: bool, everybody: bool) -> Text | None:
    if empty:
        return ALWAYS_MET
    return None if everybody else NEVER


def _told(found: Mapping[P, tuple[Counter[int], bool]], why: Text | None, model: str) -> Reply[Power[P]]:
    n = len(found)
    total = sum(sum(swings.values()) for swings, _ in found.values())
    rows: list[Power[P]] = []
    for player, (swings, veto) in found.items():
        number = sum(swings.values())
        orders = sum(factorial(size) * factorial(n - 1 - size) * times for size, times in swings.items())
        rows.append(
            Power(
                player,
                number,
                Fraction(number, 1 << (n - 1)),
                Fraction(number, total) if total else None,
                None if why else Fraction(orders, factorial(n)),
                veto,
                why,
            )
        )
    return Reply(
        rows,
        measure=Measure(
            "power",
            _DEFINITION,
            _CITATION,
            model,
            "2^(n-1) line-ups of the others (banzhaf), all swings (share), n! orders (shapley)",
            versions_of("kennisstad_core"),
        ),
    )


@frozen
class Hold:
    """How much hangs on one party over a whole portfolio of projects that each ask for enough parties.

    ``pivotal`` are the projects that have just enough, so that each of their parties is needed. ``banzhaf`` and
    ``shapley`` add up the indices over its projects: how many projects, all told, hang on this party.
    """

    party: Node
    projects: int
    pivotal: tuple[Node, ...]
    banzhaf: Fraction
    shapley: Fraction


def portfolio_power(source: Source, threshold: int) -> Reply[Hold]:
    """For each party in how many projects it tips the balance, when every project asks for as many parties.

    In a project of d parties, all alike, β = C(d-1, k-1) / 2^(d-1) and φ = 1/d for a threshold k ≤ d; below the
    threshold nobody tips anything. Banzhaf 1965 and Shapley and Shubik 1954, added up over the projects. What the
    charter itself asks is told by `pivotal`; this is for networks without one.

    Raises:
        ValueError: for a threshold below one.
    """
    if threshold < 1:
        raise ValueError(f"a threshold counts parties from one on, not {threshold}")
    table = incidence(source)
    sizes = table.sizes()
    rows: list[Hold] = []
    for place, node in enumerate(table.parties):
        own = table.row(place)
        enough = Counter(sizes[group] for group in own if sizes[group] >= threshold)
        rows.append(
            Hold(
                node,
                len(own),
                tuple(table.groups[group] for group in own if sizes[group] == threshold),
                sum(
                    (
                        times * Fraction(comb(d - 1, threshold - 1), 1 << (d - 1))
                        for d, times in enough.items()
                    ),
                    Fraction(0),
                ),
                sum((times * Fraction(1, d) for d, times in enough.items()), Fraction(0)),
            )
        )
    few = (Caution.SMALL_NETWORK,) if len(rows) < SMALL else ()
    return Reply(
        rows,
        cautions=few,
        measure=Measure(
            "portfolio-power",
            _DEFINITION,
            _CITATION,
            f"every project asks for {threshold} parties, all alike",
            "added up over the projects of a party",
            versions_of("kennisstad_core"),
        ),
    )
