# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The decision table worked out a second time, by listing every way things may stand.

Written from the words of the agreement and its decision table (rows C1-C8 and D01-D21), with sets and loops only, and
without a look at how the library does it. It imports nothing of the library on purpose.

A *case* is what is known of one project. A *world* is one way in which everything may really stand. A conclusion is
drawn when it holds in every world; where worlds differ the conclusion is ``None``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product

IN, OUT, POSSIBLE = "in", "out", "possible"  # out = not on the list of participants
WITHIN, PARTIAL, WHOLLY_OUTSIDE = "within", "partial", "wholly-outside"
IN_FRAMEWORK, SIGNATURE_ONLY, NOT_KENNISSTAD = "in-framework", "signature-only", "not-kennisstad"
HEADLINES = (IN_FRAMEWORK, SIGNATURE_ONLY, NOT_KENNISSTAD)
FITS = (WITHIN, PARTIAL, WHOLLY_OUTSIDE)
READINGS = ("absolute", "proportional", "majority")

Change = tuple[str, ...]
ChangeSet = frozenset[Change]


@dataclass(frozen=True)
class Case:
    """What is known: how each member stands, who else takes part, and what was judged and recorded."""

    members: tuple[str, ...]
    complete: bool = True
    externals: int = 0
    fit: str | None = None
    good: bool | None = None
    paying_only: frozenset[int] = frozenset()
    departure: bool = False
    threshold: int | None = 3  # None: the agreement states none, so three readings have to agree


@dataclass(frozen=True)
class World:
    """One way in which everything may really stand."""

    involved: frozenset[int]
    organisations: int
    fit: str
    good: bool
    reading: str


def worlds(case: Case) -> Iterator[World]:
    """List every way the case may really stand."""
    sure = [i for i, stand in enumerate(case.members) if stand == IN]
    open_ = [i for i, stand in enumerate(case.members) if stand == POSSIBLE]
    if not case.complete:
        open_ += [i for i, stand in enumerate(case.members) if stand == OUT]
    more_externals = (0,) if case.complete else (0, 1, 2)  # two make a collaboration whatever else is so
    fits = FITS if case.fit is None else (case.fit,)
    goods = (True, False) if case.good is None else (case.good,)
    readings = READINGS if case.threshold is None else ("explicit",)
    for flags in product((True, False), repeat=len(open_)):
        involved = frozenset(sure) | {i for i, flag in zip(open_, flags, strict=True) if flag}
        for extra, fit, good, reading in product(more_externals, fits, goods, readings):
            yield World(involved, len(involved) + case.externals + extra, fit, good, reading)


def needed(reading: str, case: Case) -> int:
    """Give how many members this reading asks for."""
    n = len(case.members)
    if reading == "explicit":
        assert case.threshold is not None
        return case.threshold
    if reading == "absolute":
        return 3
    for k in range(n + 2):
        if reading == "proportional" and 5 * k >= 3 * n:
            return k
        if reading == "majority" and 2 * k > n:
            return k
    raise AssertionError(reading)


def is_threshold_met(world: World, case: Case) -> bool:
    return len(world.involved) >= needed(world.reading, case)


def is_on_theme(world: World) -> bool:
    return world.fit in (WITHIN, PARTIAL)


def is_inside(world: World, case: Case) -> bool:
    return is_on_theme(world) and (is_threshold_met(world, case) or case.departure)


def is_signature(world: World) -> bool:
    return world.organisations >= 2 and world.good


def is_named(world: World, case: Case) -> bool:
    return is_inside(world, case) or is_signature(world)


def headline_in(world: World, case: Case) -> str:
    if is_inside(world, case):
        return IN_FRAMEWORK
    return SIGNATURE_ONLY if is_signature(world) else NOT_KENNISSTAD


def _unanimous(answers: list[bool]) -> bool | None:
    seen = set(answers)
    return seen.pop() if len(seen) == 1 else None


def alike(case: Case) -> Case:
    """Give the case with its members in a fixed order: no rule asks which member it is, only how many."""
    order = sorted(range(len(case.members)), key=lambda i: (case.members[i], i in case.paying_only))
    return replace(
        case,
        members=tuple(case.members[i] for i in order),
        paying_only=frozenset(new for new, old in enumerate(order) if old in case.paying_only),
    )


@dataclass(frozen=True)
class Verdict:
    """Everything concluded of a case; ``None`` is: cannot be said yet."""

    threshold: bool | None
    scope: bool | None
    engagement: bool | None
    signature: bool | None
    name: bool | None
    headline: str | None
    possible: frozenset[str]  # headlines that some world has
    possible_by_facts: frozenset[str]  # the same, when the two counts are taken as unrelated numbers
    needs: frozenset[str]
    inside_by_departure: bool


def judge(case: Case) -> Verdict:
    """Conclude what holds in every world."""
    return _judge(alike(case))


@cache
def _judge(case: Case) -> Verdict:
    every = list(worlds(case))
    possible = frozenset(headline_in(w, case) for w in every)
    threshold = _unanimous([is_threshold_met(w, case) for w in every])
    scope = _unanimous([is_inside(w, case) for w in every])
    needs, by_facts = _needs(case, every)
    return Verdict(
        threshold=threshold,
        scope=scope,
        engagement=_unanimous([is_on_theme(w) for w in every]),
        signature=_unanimous([is_signature(w) for w in every]),
        name=_unanimous([is_named(w, case) for w in every]),
        headline=next(iter(possible)) if len(possible) == 1 else None,
        possible=possible,
        possible_by_facts=by_facts,
        needs=needs,
        inside_by_departure=scope is True and threshold is not True,
    )


def _needs(case: Case, every: list[World]) -> tuple[frozenset[str], frozenset[str]]:
    """Find what could still change the headline: change one thing, leave the rest as it is, and look.

    The number of members and the number of organisations are each asked for on their own, whatever the other is.
    """
    names = ("participants", "organisations", "theme", "profile", "reading")
    involved = sorted({len(w.involved) for w in every})
    organisations = sorted({w.organisations for w in every})
    fits = sorted({w.fit for w in every})
    goods = sorted({w.good for w in every})
    readings = sorted({w.reading for w in every})
    sizes = [len(involved), len(organisations), len(fits), len(goods), len(readings)]
    outcome: dict[tuple[int, ...], str] = {}
    for place in product(*map(range, sizes)):
        a, b, c, d, e = place
        world = World(frozenset(range(involved[a])), organisations[b], fits[c], goods[d], readings[e])
        outcome[place] = headline_in(world, case)
    found = set()
    for place, headline in outcome.items():
        for axis, name in enumerate(names):
            for other in range(sizes[axis]):
                if outcome[(*place[:axis], other, *place[axis + 1 :])] != headline:
                    found.add(name)
    return frozenset(found), frozenset(outcome.values())


def hangs_on_paying(case: Case) -> bool:
    """Tell whether the threshold is met, and would not be if members that only pay did not count (row C7)."""
    without = replace(
        case, members=tuple(OUT if i in case.paying_only else s for i, s in enumerate(case.members))
    )
    return judge(case).threshold is True and judge(without).threshold is not True


def changes_open_to(case: Case) -> list[list[Change]]:
    """List what may still be done or learned, grouped: of one group at most one can happen."""
    groups: list[list[Change]] = []
    for i, stand in enumerate(case.members):
        if stand == OUT:
            groups.append([("join", str(i))])
        elif stand == POSSIBLE:
            groups.append([("confirm", str(i)), ("rule-out", str(i))])
    if case.fit is None:
        groups.append([("fit", fit) for fit in FITS])
    if case.good is None:
        groups.append([("good", "good"), ("good", "not-good")])
    if not case.departure:
        groups.append([("depart",)])
    if not case.complete:
        groups.append([("complete",)])
    return groups


def after(case: Case, changes: ChangeSet) -> Case:
    """Give the case as it is known once these changes were recorded."""
    members = list(case.members)
    for change in changes:
        match change:
            case ("join" | "confirm", i):
                members[int(i)] = IN
            case ("rule-out", i):
                members[int(i)] = OUT
            case ("fit", fit):
                case = replace(case, fit=fit)
            case ("good", word):
                case = replace(case, good=word == "good")
            case ("depart",):
                case = replace(case, departure=True)
            case ("complete",):
                case = replace(case, complete=True)
            case _:
                raise AssertionError(change)
    return replace(case, members=tuple(members))


def recourse(case: Case, wanted: str) -> frozenset[ChangeSet]:
    """Find every set of changes that gives the wanted headline while no smaller part of the set does."""
    order = sorted(range(len(case.members)), key=lambda i: (case.members[i], i in case.paying_only))
    return frozenset(
        frozenset(
            (c[0], str(order[int(c[1])])) if c[0] in ("join", "confirm", "rule-out") else c for c in changes
        )
        for changes in _recourse(alike(case), wanted)
    )


@cache
def _recourse(case: Case, wanted: str) -> frozenset[ChangeSet]:
    groups = changes_open_to(case)
    found: list[ChangeSet] = []
    for size in range(1, len(groups) + 1):
        for chosen in combinations(groups, size):
            for picks in product(*chosen):
                changes = frozenset(picks)
                if any(smaller <= changes for smaller in found):
                    continue
                if _judge(alike(after(case, changes))).headline == wanted:
                    found.append(changes)
    return frozenset(found)
