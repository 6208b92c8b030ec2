# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closed algebra of conditions: a rule is one frozen tree, and everything else is a fold over it.

Facts are sets of values that are still possible (`Truth`, `Choice`, `Range`); a condition on them is met, not met or
unknown. `assess` is exact: it equals the unanimous answer over every completion of what is not known, also where one
fact stands in several places (a plain Kleene evaluation would leave *two or more, or at most one* open).

>>> from kennisstad_core.values import Range
>>> three = Compare("members_involved", Relation.AT_LEAST, 3)
>>> assess(three, {"members_involved": Range(2, 3)})
<Truth.UNKNOWN: 'unknown'>
>>> assess(Any((three, Not(three))), {"members_involved": Range(2, 3)})
<Truth.MET: 'met'>
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from itertools import combinations, product
from math import prod
from typing import Final, TypeAlias, assert_never

from attrs import Attribute, field, frozen
from attrs.validators import instance_of

from .truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, at_least
from .values import Choice, Known, Money, Range, Share

COMPLETIONS: Final = 1024
"""How many joint cells of repeated facts are tried before an answer is left unknown; sound either way."""

LOWEST: Final = -(10**18)
"""Below any number that is counted or booked: where a number of which nothing is said begins."""


class Relation(Enum):
    """How a number compares with a bound."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"


def _check_name(_: object, attribute: Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{attribute.name} is the name of a fact, not {value!r}")


def _check_names(_: object, attribute: Attribute[frozenset[str]], value: object) -> None:
    if (
        not isinstance(value, frozenset)
        or not value
        or not all(isinstance(name, str) and name for name in value)
    ):
        raise ValueError(f"{attribute.name} names at least one option")


def _set(names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"a list of options, not the one text {names!r}")
    return frozenset(names)


def _sequence(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(conditions)


@frozen(order=False)
class Is:
    """A yes-or-no fact has this answer."""

    fact: str = field(validator=_check_name)
    value: bool = field(default=True, validator=instance_of(bool))


@frozen(order=False)
class OneOf:
    """A choice is one of these options."""

    fact: str = field(validator=_check_name)
    options: frozenset[str] = field(converter=_set, validator=_check_names)


@frozen(order=False)
class Judged:
    """A person judged it so: the recorded verdict is one of these; open as long as nobody did, or it is contested."""

    fact: str = field(validator=_check_name)
    verdicts: frozenset[str] = field(converter=_set, validator=_check_names)


@frozen(order=False)
class Compare:
    """A count, a number of days or a sum compares so with a fixed bound."""

    fact: str = field(validator=_check_name)
    relation: Relation = field(validator=instance_of(Relation))
    value: int | Money = field()

    @value.validator
    def _check_value(self, _: object, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int | Money):
            raise TypeError(f"a bound is a whole number or an amount of money, not {value!r}")

    @property
    def bound(self) -> int:
        """The bound in the unit of the fact: a count, days, or cents."""
        return self.value.cents if isinstance(self.value, Money) else self.value


@frozen(order=False)
class CompareShare:
    """One number compares so with a share of another; multiplied crosswise, so nothing is divided or rounded.

    *Exactly* is refused: a covenant that asks for exactly 60% of five has a bound, not a share.
    """

    part: str = field(validator=_check_name)
    relation: Relation = field(validator=instance_of(Relation))
    share: Share = field(validator=instance_of(Share))
    whole: str = field(validator=_check_name)

    @relation.validator
    def _check_relation(self, _: object, value: Relation) -> None:
        if value is Relation.EXACTLY:
            raise ValueError("a share is compared with at_least, at_most, more_than or less_than")


@frozen(order=False)
class Not:
    """The condition is not met."""

    of: Condition


@frozen(order=False)
class All:
    """Every condition is met; of none it is met."""

    of: tuple[Condition, ...] = field(converter=_sequence)


@frozen(order=False)
class Any:
    """At least one condition is met; of none it is not met."""

    of: tuple[Condition, ...] = field(converter=_sequence)


@frozen(order=False)
class AtLeastNOf:
    """At least ``n`` of the conditions are met."""

    n: int = field()
    of: tuple[Condition, ...] = field(converter=_sequence)

    @n.validator
    def _check_n(self, _: object, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ValueError(f"at least how many is a whole number from 0, not {value!r}")


Condition: TypeAlias = Is | OneOf | Judged | Compare | CompareShare | Not | All | Any | AtLeastNOf
"""The closed family: a new member fails the type checker in every fold that forgot it."""
Facts: TypeAlias = Mapping[str, Known]
"""What is known, by the name of the fact; a name that is missing is unknown."""


def leaves(condition: Condition) -> Iterator[Is | OneOf | Judged | Compare | CompareShare]:
    """The conditions on facts, in reading order."""
    match condition:
        case Is() | OneOf() | Judged() | Compare() | CompareShare():
            yield condition
        case Not(of):
            yield from leaves(of)
        case All(of) | Any(of) | AtLeastNOf(of=of):
            for part in of:
                yield from leaves(part)
        case _:
            assert_never(condition)


def _names(leaf: Is | OneOf | Judged | Compare | CompareShare) -> tuple[str, ...]:
    return (leaf.part, leaf.whole) if isinstance(leaf, CompareShare) else (leaf.fact,)


def facts_of(condition: Condition) -> tuple[str, ...]:
    """The names of the facts a condition rests on, each once, in reading order."""
    return tuple(dict.fromkeys(name for leaf in leaves(condition) for name in _names(leaf)))


# One comparison is a pair: certainly so from the ends of the range, and possibly so. Strict relations on whole
# numbers are the weak ones moved by one.


def _compare(known: Range, relation: Relation, bound: int) -> Truth:
    low, high = known.low, known.high
    match relation:
        case Relation.AT_LEAST:
            return MET if low >= bound else NOT_MET if high is not None and high < bound else UNKNOWN
        case Relation.AT_MOST:
            return ~_compare(known, Relation.AT_LEAST, bound + 1)
        case Relation.MORE_THAN:
            return _compare(known, Relation.AT_LEAST, bound + 1)
        case Relation.LESS_THAN:
            return ~_compare(known, Relation.AT_LEAST, bound)
        case Relation.EXACTLY:
            return _compare(known, Relation.AT_LEAST, bound) & _compare(known, Relation.AT_MOST, bound)
        case _:
            assert_never(relation)


def _at_least_share(part: Range, share: Share, whole: Range, *, strictly: bool) -> Truth:
    def holds(a: int, b: int) -> bool:
        reached, asked = a * share.whole, share.part * b
        return reached > asked if strictly else reached >= asked

    if share.part == 0:
        whole = Range.exactly(0)
    if whole.high is not None and holds(part.low, whole.high):
        return MET
    if part.high is not None and not holds(part.high, whole.low):
        return NOT_MET
    return UNKNOWN


def _compare_share(part: Range, relation: Relation, share: Share, whole: Range) -> Truth:
    if relation in (Relation.AT_LEAST, Relation.LESS_THAN):
        reached = _at_least_share(part, share, whole, strictly=False)
        return reached if relation is Relation.AT_LEAST else ~reached
    passed = _at_least_share(part, share, whole, strictly=True)
    return passed if relation is Relation.MORE_THAN else ~passed


def _range(name: str, facts: Facts) -> Range | None:
    known = facts.get(name)
    if known is None or isinstance(known, Range):
        return known
    raise TypeError(f"fact {name!r} is compared as a number, but what is known of it is {known!r}")


def _assess_leaf(leaf: Is | OneOf | Judged | Compare | CompareShare, facts: Facts) -> Truth:
    match leaf:
        case Is(fact, value):
            truth = facts.get(fact, UNKNOWN)
            if not isinstance(truth, Truth):
                raise TypeError(f"fact {fact!r} is asked yes or no, but what is known of it is {truth!r}")
            return truth if value else ~truth
        case OneOf(fact, options) | Judged(fact, options):
            choice = facts.get(fact)
            if choice is None:
                return UNKNOWN
            if not isinstance(choice, Choice):
                raise TypeError(f"fact {fact!r} is asked as a choice, but what is known of it is {choice!r}")
            return choice.within(options)
        case Compare(fact, relation):
            known = _range(fact, facts)
            return UNKNOWN if known is None else _compare(known, relation, leaf.bound)
        case CompareShare(part, relation, share, whole):
            known, other = _range(part, facts), _range(whole, facts)
            return (
                UNKNOWN if known is None or other is None else _compare_share(known, relation, share, other)
            )
        case _:
            assert_never(leaf)


def _combine(condition: Not | All | Any | AtLeastNOf, parts: Iterable[Truth]) -> Truth:
    match condition:
        case Not():
            (part,) = parts
            return ~part
        case All():
            return all_of(parts)
        case Any():
            return any_of(parts)
        case AtLeastNOf(n):
            return at_least(n, parts)
        case _:
            assert_never(condition)


def _children(condition: Not | All | Any | AtLeastNOf) -> tuple[Condition, ...]:
    return (condition.of,) if isinstance(condition, Not) else condition.of


def _kleene(condition: Condition, facts: Facts) -> Truth:
    if isinstance(condition, Is | OneOf | Judged | Compare | CompareShare):
        return _assess_leaf(condition, facts)
    return _combine(condition, (_kleene(part, facts) for part in _children(condition)))


# Cells: the values of a fact that no condition can tell apart, so that a finite number of them stands for all.


def bounds(leaf: Compare) -> tuple[int, ...]:
    """The numbers at which the comparison turns: below and from each on it may answer differently."""
    match leaf.relation:
        case Relation.AT_LEAST | Relation.LESS_THAN:
            return (leaf.bound,)
        case Relation.AT_MOST | Relation.MORE_THAN:
            return (leaf.bound + 1,)
        case Relation.EXACTLY:
            return (leaf.bound, leaf.bound + 1)
        case _:
            assert_never(leaf.relation)


def _integers(known: Known | None) -> range | None:
    if isinstance(known, Range) and known.high is not None and known.high - known.low < COMPLETIONS:
        return range(known.low, known.high + 1)
    return None


def _share_cuts(name: str, leaf: CompareShare, facts: Facts) -> set[int]:
    """The points where the comparison may turn, for each value the other number may have; empty if unbounded."""
    other = _integers(facts.get(leaf.whole if name == leaf.part else leaf.part))
    if other is None:
        return set()
    up, down = (
        (leaf.share.part, leaf.share.whole) if name == leaf.part else (leaf.share.whole, leaf.share.part)
    )
    if down == 0:
        return set()
    nearest = {number * up // down for number in other}
    return {cut + step for cut in nearest for step in (0, 1)}


def _split(known: Range, cuts: Iterable[int]) -> tuple[Range, ...]:
    inside = sorted({cut for cut in cuts if known.low < cut and (known.high is None or cut <= known.high)})
    firsts = [known.low, *inside]
    lasts: list[int | None] = [*(cut - 1 for cut in inside), known.high]
    return tuple(Range(first, last) for first, last in zip(firsts, lasts, strict=True))


def cells(
    conditions: Iterable[Condition], facts: Facts, names: Iterable[str]
) -> dict[str, tuple[Known, ...]]:
    """Cut what is known of each named fact into the parts that the conditions tell apart.

    A missing fact is cut over every value the conditions mention, and one more that stands for all others.
    """
    every = [leaf for condition in conditions for leaf in leaves(condition)]
    result: dict[str, tuple[Known, ...]] = {}
    for name in names:
        own = [leaf for leaf in every if name in _names(leaf)]
        known = facts.get(name)
        sets = [
            leaf.options if isinstance(leaf, OneOf) else leaf.verdicts
            for leaf in own
            if isinstance(leaf, OneOf | Judged)
        ]
        if isinstance(known, Truth) or (known is None and any(isinstance(leaf, Is) for leaf in own)):
            result[name] = (known,) if isinstance(known, Truth) and known.known else (MET, NOT_MET)
        elif isinstance(known, Choice) or (known is None and sets):
            # A choice nobody declared may also be none of the options that the conditions name.
            options = known.options if isinstance(known, Choice) else frozenset({"(other)"}).union(*sets)
            alike: dict[tuple[bool, ...], set[str]] = {}
            for option in sorted(options):
                alike.setdefault(tuple(option in one for one in sets), set()).add(option)
            result[name] = tuple(Choice.among(group) for group in alike.values())
        else:
            cuts = {cut for leaf in own if isinstance(leaf, Compare) for cut in bounds(leaf)}
            for leaf in own:
                if isinstance(leaf, CompareShare):
                    cuts |= _share_cuts(name, leaf, facts)
            span = known if isinstance(known, Range) else Range(LOWEST)
            result[name] = _split(span, cuts)
    return result


def completions(cut: Mapping[str, tuple[Known, ...]], facts: Facts) -> Iterator[dict[str, Known]]:
    """The facts with each cut one narrowed to one of its cells, for every combination."""
    for combination in product(*cut.values()):
        yield {**facts, **dict(zip(cut, combination, strict=True))}


def size(cut: Mapping[str, tuple[Known, ...]]) -> int:
    """How many combinations there are."""
    return prod(map(len, cut.values()))


def unanimous(answer: Callable[[Facts], Truth], cut: Mapping[str, tuple[Known, ...]], facts: Facts) -> Truth:
    """The answer that every combination of cells gives, unknown when they differ."""
    verdicts: set[Truth] = set()
    for case in completions(cut, facts):
        verdicts.add(answer(case))
        if len(verdicts) > 1 or UNKNOWN in verdicts:
            return UNKNOWN
    return verdicts.pop()


def assess(condition: Condition, facts: Facts) -> Truth:
    """Whether the condition is met on what is known; a fact that is missing is unknown, never false.

    Raises:
        TypeError: when a fact is of another kind than the condition asks (a choice compared with a number).
    """
    truth = _kleene(condition, facts)
    if truth is not UNKNOWN:
        return truth
    named = [name for leaf in leaves(condition) for name in _names(leaf)]
    repeated = [name for name in dict.fromkeys(named) if named.count(name) > 1]
    if not repeated:
        return UNKNOWN
    cut = cells((condition,), facts, repeated)
    if size(cut) > COMPLETIONS:
        return UNKNOWN
    return unanimous(lambda case: _kleene(condition, case), cut, facts)


@frozen(order=False)
class Finding:
    """One condition with its answer, and under it the answers it was made of."""

    condition: Condition
    truth: Truth
    parts: tuple[Finding, ...] = ()


def find(condition: Condition, facts: Facts) -> Finding:
    """Assess the condition and every part of it; nothing is passed over because the answer is already clear."""
    if isinstance(condition, Is | OneOf | Judged | Compare | CompareShare):
        return Finding(condition, assess(condition, facts))
    parts = tuple(find(part, facts) for part in _children(condition))
    return Finding(condition, assess(condition, facts), parts)


def residual(condition: Condition, facts: Facts) -> Condition | Truth:
    """What is still to be found out: the condition without the parts that are settled, or the settled answer.

    Deciding the residual on more facts equals deciding the condition on all of them.
    """
    truth = assess(condition, facts)
    if truth is not UNKNOWN:
        return truth
    match condition:
        case Is() | OneOf() | Judged() | Compare() | CompareShare():
            return condition
        case Not(of):
            left = residual(of, facts)
            return ~left if isinstance(left, Truth) else Not(left)
        case All(of) | Any(of):
            open_parts = [left for part in of if not isinstance(left := residual(part, facts), Truth)]
            return (
                open_parts[0]
                if len(open_parts) == 1
                else (All if isinstance(condition, All) else Any)(open_parts)
            )
        case AtLeastNOf(n, of):
            lefts = [residual(part, facts) for part in of]
            still = [left for left in lefts if not isinstance(left, Truth)]
            return AtLeastNOf(n - sum(left is MET for left in lefts), still)
        case _:
            assert_never(condition)


_EVERY_SET: Final = 6
"""Up to so many names every set of them is tried."""


def sufficient(answer: Callable[[frozenset[str]], bool], names: Iterable[str]) -> tuple[frozenset[str], ...]:
    """All smallest sets of names for which a monotone answer holds; of more than six names one of them.

    Sets come smallest first, in the order of the names.
    """
    pool = tuple(names)
    if len(pool) > _EVERY_SET:
        kept = frozenset(pool)
        if not answer(kept):
            return ()
        for name in pool:
            if answer(kept - {name}):
                kept -= {name}
        return (kept,)
    found: list[frozenset[str]] = []
    for count in range(len(pool) + 1):
        for candidate in combinations(pool, count):
            subset = frozenset(candidate)
            if not any(smaller <= subset for smaller in found) and answer(subset):
                found.append(subset)
    return tuple(found)


def reasons(condition: Condition, facts: Facts) -> tuple[frozenset[str], ...]:
    """The smallest sets of facts on which the answer stands by itself; none while it is unknown.

    >>> from kennisstad_core.truth import MET, NOT_MET
    >>> reasons(Any((Is("a"), Is("b"))), {"a": MET, "b": MET})
    (frozenset({'a'}), frozenset({'b'}))
    """
    truth = assess(condition, facts)
    if truth is UNKNOWN:
        return ()

    def stands(kept: frozenset[str]) -> bool:
        return assess(condition, {name: facts[name] for name in kept}) is truth

    return sufficient(stands, [name for name in facts_of(condition) if name in facts])
