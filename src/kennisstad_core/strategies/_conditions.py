# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for facts as a charter declares them, for conditions on them, and for what may be known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, get_args

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from .. import conditions as tree
from ..conditions import Compare, CompareShare, Condition, Facts, Relation
from ..facts import (
    DERIVATIONS,
    CountFact,
    DerivedFact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Option,
    Selection,
    SumFact,
)
from ..facts.definitions import SELECTABLE, Counted, Unit
from ..records import Form, Purpose, Stage
from ..text import Text
from ..values import Choice, Known, Money, Range
from ._parts import Drawing, Part, chosen, mostly, pick
from ._values import LABELS, known_values, shares

ROLES, KINDS = ("lead", "funding"), ("school", "museum")
LANDS, SIDES = ("NL", "BE"), ("city", "partner")
_OPTIONS: Final = [
    tuple(Option(one, Text.same(one)) for one in ("good", "fair", "poor")[:size]) for size in (2, 3, 1)
]
FACTS: Final[tuple[FactDefinition, ...]] = (
    CountFact("members", Text.same("members"), of="memberships"),
    CountFact("involved", Text.same("involved"), where=Selection(member=True)),
    SumFact("paid", Text.same("paid")),
    JudgementFact("fit", Text.same("fit"), _OPTIONS[1], per_theme=True),
    GivenFact("safe", Text.same("safe")),
    GivenFact("size", Text.same("size"), "choice", _OPTIONS[0]),
)
"""One or more of each kind, for conditions and records that are to fit no charter in particular."""


@st.composite
def _selections(draw: DrawFn, of: Counted, roles: Sequence[str], kinds: Sequence[str]) -> Selection:
    """A selection by a thing or two that the records have."""
    named = {**_NAMED, "role": roles, "kind": kinds}
    where: dict[str, Any] = {}
    for name in chosen(draw, sorted(SELECTABLE[of], reverse=True))[:2]:
        match name:
            case "member" | "affiliated":
                where[name] = draw(_MEMBER)
            case "attribute":
                where[name] = {"land": chosen(draw, LANDS, 1)}
            case _:
                where[name] = chosen(draw, named[name], 1)
    return Selection(**where)


_MEMBER: Final = st.sampled_from((True, True, False))
_NAMED: Final[Mapping[str, Sequence[str]]] = {
    "side": SIDES,
    "purpose": [one.value for one in Purpose],
    "form": [one.value for one in Form],
    "stage": [one.value for one in Stage],
}


def fact_definitions(
    kind: type[FactDefinition] | None = None,
    *,
    roles: Collection[str] = ROLES,
    kinds: Collection[str] = KINDS,
    **parts: Part,
) -> SearchStrategy[FactDefinition]:
    """Facts as a charter declares them: of one kind, or of any that is read on a day, with what they share fixed.

    A fact that is derived over a period is drawn when it is asked for: it serves other clauses.
    """
    if kind is None:
        several = (
            fact_definitions(one, roles=roles, kinds=kinds, **parts)
            for one in get_args(FactDefinition)
            if one is not DerivedFact
        )
        return st.one_of(*several)
    return _fact(kind, tuple(roles), tuple(kinds), parts)


@st.composite
def _fact(
    draw: DrawFn,
    kind: type[FactDefinition],
    roles: tuple[str, ...],
    kinds: tuple[str, ...],
    parts: Mapping[str, Part],
) -> FactDefinition:
    fact = Drawing(draw, kind, parts)
    fact("name", st.just("f1"))
    fact("label", LABELS)
    if kind is CountFact:
        of: Counted = fact("of", _COUNTED)
        return fact.done(distinct=_DISTINCT, where=_selections(of, roles, kinds))
    if kind is SumFact:
        return fact.done(where=_selections("contributions", roles, kinds))
    if kind is JudgementFact:
        return fact.done(options=_SOME_OPTIONS, per_theme=st.booleans())
    if kind is DerivedFact:
        return _derived(fact)
    sort = fact("type", st.sampled_from(("truth", "choice", "count", "days", "money")))
    return fact.done(options=_SOME_OPTIONS if sort == "choice" else st.just(()))


def _derived(fact: Drawing[FactDefinition]) -> FactDefinition:
    """A fact of the dictionary, told what it must be told and sometimes what it may be."""
    subject = fact("subject", pick(tuple(DERIVATIONS)))
    entry = DERIVATIONS[subject][fact("derive", pick(tuple(DERIVATIONS[subject])))]
    usual: dict[str, Part] = {
        "every": st.integers(1, 60),
        "days": st.integers(1, 60),
        "per": st.sampled_from(get_args(Unit)),
        "agreement": st.sampled_from(("collaboration", "finance", "pace")),
        "tolerance": _TOLERANCES,
        "where": st.just(Selection(side=SIDES[:1])),
    }
    told = {name: strategy for name, strategy in usual.items() if name in entry.needs}
    if subject == "body" or "body" in entry.needs:
        told["body"] = st.just("b1")
    return fact.done(**told)


_TOLERANCES: Final = shares()
_COUNTED: Final = mostly("participations", st.sampled_from(get_args(Counted)), 2)
_DISTINCT: Final = mostly("party", st.sampled_from(("kind", "land")))
_SOME_OPTIONS: Final = st.sampled_from(_OPTIONS)


class _Askable:
    """What conditions can ask of these facts, by kind of fact."""

    def __init__(self, facts: Iterable[FactDefinition]) -> None:
        self.truths: list[str] = []
        self.judged: dict[str, Collection[str]] = {}
        self.chosen: dict[str, Collection[str]] = {}
        self.numbers: dict[str, str] = {}
        for fact in facts:
            match fact:
                case JudgementFact():
                    self.judged[fact.name] = self.chosen[fact.name] = fact.choices
                case GivenFact(type="truth"):
                    self.truths.append(fact.name)
                case GivenFact(type="choice"):
                    self.chosen[fact.name] = fact.choices
                case SumFact() | GivenFact(type="money"):
                    self.numbers[fact.name] = fact.currency
                case CountFact() | GivenFact() | DerivedFact():
                    self.numbers[fact.name] = ""
        asked = {tree.Is: self.truths, tree.Judged: self.judged, tree.OneOf: self.chosen}
        every: dict[type[Condition], Collection[str]] = {
            **asked,
            Compare: self.numbers,
            CompareShare: self.numbers,
        }
        self.leaves = [kind for kind, names in every.items() if names]

    def draw(self, draw: DrawFn, kind: type[Condition], most: int) -> Condition:
        if kind is tree.Is:
            return tree.Is(draw(pick(self.truths)), draw(st.booleans()))
        if kind is tree.Judged or kind is tree.OneOf:
            options = self.judged if kind is tree.Judged else self.chosen
            name = draw(pick(options))
            return kind(name, chosen(draw, tuple(options[name]), 1))
        name, relation = draw(pick(self.numbers)), draw(_RELATIONS)
        currency = self.numbers[name]
        if kind is CompareShare:
            others = [other for other, unit in self.numbers.items() if unit == currency]
            but_exactly = Relation.AT_LEAST if relation is Relation.EXACTLY else relation
            return CompareShare(name, but_exactly, draw(_SHARES), draw(pick(others)))
        if currency:
            return Compare(name, relation, Money(draw(_CENTS), currency))
        return Compare(name, relation, draw(st.integers(0, most - (relation is Relation.MORE_THAN))))


_RELATIONS: Final = st.sampled_from(Relation)
_SHARES: Final = shares()
_CENTS: Final = st.integers(0, 10**7)
_WHOLES: Final[tuple[type[Condition], ...]] = (tree.All, tree.Any, tree.Not, tree.AtLeastNOf)


@st.composite
def conditions(
    draw: DrawFn,
    facts: Iterable[FactDefinition] = FACTS,
    *,
    kind: type[Condition] | None = None,
    max_value: int = 6,
    max_leaves: int = 5,
) -> Condition:
    """Conditions that these facts can answer; numbers that are not money are compared with at most ``max_value``.

    With ``kind`` the condition itself is of that kind. Where no fact can be asked, *all* and *any* of none are left.
    """
    if max_value < 1:
        raise InvalidArgument(f"max_value={max_value} leaves no number to be more than")
    askable = _Askable(facts)
    if kind is not None and kind not in (*askable.leaves, *_WHOLES):
        raise InvalidArgument(f"no fact can answer {kind.__name__}")

    def condition(kind: type[Condition] | None, left: int) -> Condition:
        if kind is None:
            # A fact twice as often, or a tree would only be stopped by its size.
            several = [*askable.leaves, *askable.leaves, *(_WHOLES if left > 1 else ())]
            kind = draw(st.sampled_from(several or _WHOLES[:2]))
        if kind is tree.Not:
            return tree.Not(condition(None, left - 1))
        if kind not in _WHOLES:
            return askable.draw(draw, kind, max_value)
        size = draw(st.integers(0, max(0, min(3, left - 1))))
        parts = [condition(None, (left - 1) // size) for _ in range(size)]
        if kind is tree.AtLeastNOf:
            return tree.AtLeastNOf(draw(st.integers(0, 4)), parts)
        return tree.All(parts) if kind is tree.All else tree.Any(parts)

    return condition(kind, max_leaves)


def facts_for(facts: Iterable[FactDefinition] = FACTS) -> SearchStrategy[dict[str, Known]]:
    """Anything that may be known of these facts; one of which nothing is known may be missing."""
    return st.fixed_dictionaries({}, optional={one.name: known_values(one) for one in facts})


@st.composite
def facts_near(
    draw: DrawFn, *conditions: Condition, facts: Facts | None = None, allow_unknown: bool = True
) -> dict[str, Known]:
    """What may be known of the facts that conditions rest on, close to where an answer turns.

    What is in ``facts`` is only made more precise. Without ``allow_unknown`` every fact is known exactly.
    """
    held = dict(facts or {})
    for name in dict.fromkeys(name for one in conditions for name in tree.facts_of(one)):
        if allow_unknown and draw(mostly(False, st.just(True))):
            continue
        cut = tree.cells(conditions, held, (name,))[name]
        index = st.integers(0, len(cut) - 1)
        low, high = sorted(draw(st.tuples(index, index)))
        held[name] = draw(_within(cut[low], cut[high] if allow_unknown else cut[low], allow_unknown))
    return held


def _within(first: Known, last: Known, allow_unknown: bool) -> SearchStrategy[Known]:
    """From one cell through another, or one value at an end of it."""
    if isinstance(first, Range) and isinstance(last, Range):
        ends = [one for one in (first.low, first.high, last.low, last.high) if one is not None]
        exact = st.sampled_from(ends).map(Range.exactly)
        return exact | st.just(Range(first.low, last.high)) if allow_unknown else exact
    if isinstance(first, Choice) and isinstance(last, Choice):
        options = first.options | last.options
        exact_choice = st.sampled_from(sorted(options)).map(Choice.of)
        return exact_choice | st.just(Choice(options)) if allow_unknown else exact_choice
    return st.just(first)
