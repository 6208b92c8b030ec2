# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Conditions in words, under the labels that a charter or a decision gives its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias, assert_never

from attrs import frozen

from ..charter import UNDETERMINED, Charter
from ..conditions import (
    All,
    Any,
    AtLeastNOf,
    Compare,
    CompareShare,
    Condition,
    Is,
    Judged,
    Not,
    OneOf,
    Relation,
)
from ..decisions import Decision
from ..facts import CountFact, DerivedFact, GivenFact, JudgementFact, SumFact, derivation
from ..reports import Assessment
from ..stands import UNDETERMINED_TITLE
from ..text import Language, Text
from ..truth import Truth
from ..values import Money
from .phrases import Phrase
from .words import TRUTHS, listing, number, quantity, quoted, relation


@frozen
class Labels:
    """What facts and their options are called, and the units of numbers; without a label an id stands for itself."""

    facts: Mapping[str, Text]
    options: Mapping[str, Mapping[str, Text]]
    units: Mapping[str, str]

    @classmethod
    def of(
        cls,
        facts: Mapping[str, Text] | None = None,
        options: Mapping[str, Mapping[str, Text]] | None = None,
        units: Mapping[str, str] | None = None,
    ) -> Labels:
        """Labels by fact, titles of options by fact and option, and units by fact (see `facts.DAYS`)."""
        return cls(facts or {}, options or {}, units or {})

    @classmethod
    def of_charter(cls, charter: Charter) -> Labels:
        """The words a charter declares."""
        units: dict[str, str] = {}
        options: dict[str, Mapping[str, Text]] = {}
        for one in charter.facts:
            match one:
                case JudgementFact():
                    options[one.name] = {option.id: option.title for option in one.options}
                case GivenFact():
                    options[one.name] = {option.id: option.title for option in one.options}
                    units[one.name] = one.unit
                case SumFact():
                    units[one.name] = one.currency
                case DerivedFact():
                    entry = derivation(one)
                    units[one.name] = "" if entry is None else entry.unit(one)
                case CountFact():
                    pass
                case _:
                    assert_never(one)
        return cls({one.name: one.label for one in charter.facts}, options, units)

    @classmethod
    def of_decision(cls, decision: Decision | Assessment) -> Labels:
        """The words a decision carries itself, so that one read back from a file reads the same."""
        return cls(
            {one.name: one.label for one in decision.facts},
            {
                one.name: {option.id: option.title for option in one.options}
                for one in decision.facts
                if one.options
            },
            {one.name: one.unit for one in decision.facts if one.unit},
        )

    def fact(self, name: str, language: Language) -> str:
        """What a fact is called."""
        label = self.facts.get(name)
        return name if label is None else label[language]

    def option(self, fact: str, name: str, language: Language) -> str:
        """What an option is called, in quotation marks."""
        title = self.options.get(fact, {}).get(name)
        return quoted(name if title is None else title[language])

    def choices(self, fact: str, names: Iterable[str], language: Language) -> str:
        """Options in the charter's order, joined by *or*."""
        order = list(self.options.get(fact, {}))
        known = [name for name in names if name in order]
        others = sorted(name for name in names if name not in order)
        ordered = (*sorted(known, key=order.index), *others)
        return listing((self.option(fact, name, language) for name in ordered), language, "or")

    def unit(self, fact: str) -> str:
        """The unit of a number."""
        return self.units.get(fact, "")


def conditions_of(decision: Decision | Assessment) -> Iterator[Condition]:
    """Every condition that was assessed for a decision or an assessment."""
    for clause in decision.clauses:
        yield clause.finding.condition
        yield from (one.finding.condition for one in clause.readings)
        yield from (one.finding.condition for one in clause.derogations)


Leaf: TypeAlias = Is | OneOf | Judged | Compare | CompareShare
"""The conditions on a fact."""
OPPOSITE: Final[Mapping[Relation, Relation]] = {
    Relation.AT_LEAST: Relation.LESS_THAN,
    Relation.LESS_THAN: Relation.AT_LEAST,
    Relation.AT_MOST: Relation.MORE_THAN,
    Relation.MORE_THAN: Relation.AT_MOST,
}


def say(condition: Condition, labels: Labels, language: Language) -> str:
    """A condition in words.

    >>> three = Compare("involved", Relation.AT_LEAST, 3)
    >>> say(three, Labels.of({"involved": Text("betrokken partners", "partners involved")}), "nl")
    'betrokken partners: ten minste 3'
    """
    match condition:
        case Is() | OneOf() | Judged() | Compare() | CompareShare():
            return _say_leaf(condition, labels, language)
        case Not(Is() | OneOf() | Judged() | Compare() | CompareShare() as leaf):
            return _say_leaf(leaf, labels, language, negated=True)
        case Not(of):
            return Phrase.NOT.say(language, condition=_within(of, labels, language))
        case All(of):
            parts = [_within(one, labels, language) for one in of]
            return Phrase.AND.say(language).join(parts) or Phrase.ALWAYS.say(language)
        case Any(of):
            parts = [_within(one, labels, language) for one in of]
            return Phrase.OR.say(language).join(parts) or Phrase.NEVER.say(language)
        case AtLeastNOf(n, of):
            parts = [_within(one, labels, language) for one in of]
            count, total = number(n, language), number(len(of), language)
            return Phrase.SOME_OF.say(language, n=count, total=total, conditions="; ".join(parts))
        case _:
            assert_never(condition)


def _within(condition: Condition, labels: Labels, language: Language) -> str:
    words = say(condition, labels, language)
    return f"({words})" if isinstance(condition, All | Any | AtLeastNOf) else words


def _say_leaf(leaf: Leaf, labels: Labels, language: Language, *, negated: bool = False) -> str:
    name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
    words = asked_of(leaf, labels, language, negated=negated)
    return Phrase.LABELLED.say(language, label=labels.fact(name, language), words=words)


def asked_of(leaf: Leaf, labels: Labels, language: Language, *, negated: bool) -> str:
    """What a condition asks of its fact, or the opposite."""
    match leaf:
        case Is(_, value):
            return TRUTHS[Truth.of(value is not negated)][language]
        case OneOf(fact, options) | Judged(fact, options):
            words = labels.choices(fact, options, language)
            return Phrase.NOT_BOUND.say(language, bound=words) if negated else words
        case Compare(fact, how):
            unit = leaf.value.currency if isinstance(leaf.value, Money) else labels.unit(fact)
            return _related(how, quantity(leaf.bound, language, unit), language, negated=negated)
        case CompareShare(_, how, share, whole):
            words = Phrase.SHARE_OF.say(language, share=str(share), whole=labels.fact(whole, language))
            return _related(how, words, language, negated=negated)
        case _:
            assert_never(leaf)


def _related(how: Relation, bound: str, language: Language, *, negated: bool) -> str:
    if negated and how is Relation.EXACTLY:
        return Phrase.NOT_BOUND.say(language, bound=relation(how, bound, language))
    return relation(OPPOSITE[how] if negated else how, bound, language)


def titles_of(charters: Iterable[Charter]) -> Mapping[str, Text]:
    """The outcomes of all versions in the words of the newest that has them, and *undetermined* last."""
    titles: dict[str, Text] = {}
    for charter in reversed(tuple(charters)):
        for one in charter.outcomes:
            titles.setdefault(one.id, one.title)
    return {**titles, UNDETERMINED: UNDETERMINED_TITLE}
