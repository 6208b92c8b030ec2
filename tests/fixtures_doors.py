# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of files share: values of any class of the format, made from the class, and a way to write TOML.

The classes are read here once more, apart from the codec and the schemas, so that all three have to agree.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from kennisstad_core.conditions import Compare, CompareShare, Is, Judged, OneOf, Relation
from kennisstad_core.identifiers import Identifier, Scheme
from kennisstad_core.records.alignment import Commitment
from kennisstad_core.records.bodies import Recess
from kennisstad_core.records.funding import Budget, Contribution, Expenditure, Form, Purpose, Stage
from kennisstad_core.records.projects import Firmness, Participation
from kennisstad_core.text import Text
from kennisstad_core.truth import Truth
from kennisstad_core.values import Choice, Money, Period, Range, Share

# Short, and with what files tend to get wrong: quotes, separators, line ends, and letters of more than one byte.
LETTERS: Final = "ab é’\"'\\|;,.=[]#\n\t𝄞"
texts: Final = st.text(LETTERS, max_size=6)
words: Final = texts.filter(str.strip)
ids: Final = words.map(str.strip)
days: Final = st.dates(date(1900, 1, 1), date(2100, 12, 31))
numbers: Final = st.integers(-(10**9), 10**9)
amounts: Final = st.builds(Money, st.integers(-(10**14), 10**14), st.sampled_from(["EUR", "GBP"]))
positive: Final = st.builds(Money, st.integers(0, 10**14), st.sampled_from(["EUR", "GBP"]))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = draw(st.none() | days), draw(st.none() | days)
    return Period(last, first) if first and last and last < first else Period(first, last)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low = draw(numbers)
    return Range(low, draw(st.none() | st.integers(low, low + 10**9)))


@st.composite
def shares(draw: st.DrawFn) -> Share:
    whole = draw(st.integers(1, 1000))
    return Share(draw(st.integers(0, whole)), whole)


@st.composite
def participations(draw: st.DrawFn) -> Participation:
    stage, period = draw(st.sampled_from(Firmness)), draw(periods())
    if stage is Firmness.ENDED and period.last is None:
        stage = Firmness.ACTIVE
    name, by_id = draw(ids), draw(st.booleans())
    return Participation(
        name if by_id else "",
        draw(ids),
        "" if by_id else name,
        period,
        stage,
        draw(st.none() | days),
        id=draw(texts),
    )


@st.composite
def contributions(draw: st.DrawFn) -> Contribution:
    form, corrects = draw(st.sampled_from(Form)), draw(texts)
    amount = draw((amounts if corrects else positive) | (st.none() if form is Form.IN_KIND else st.nothing()))
    purpose, stage = draw(st.sampled_from(Purpose)), draw(st.sampled_from(Stage))
    return Contribution(
        draw(ids), purpose, form, stage, amount, draw(st.none() | days), corrects, draw(texts)
    )


SPECIAL: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    str: texts,
    int: numbers,
    bool: st.booleans(),
    date: days,
    Text: st.builds(Text, words, words),
    Money: amounts,
    Share: shares(),
    Range: ranges(),
    Choice: st.builds(Choice, st.frozensets(words, min_size=1, max_size=3)),
    Truth: st.sampled_from(Truth),
    Period: periods(),
    Participation: participations(),
    Contribution: contributions(),
    Identifier: st.sampled_from(
        [
            Identifier(Scheme.KVK, "12345678"),
            Identifier(Scheme.RSIN, "002311112"),
            Identifier(Scheme.TOOI, "gm0363"),
        ]
    ),
}


def values(cl: Any, depth: int = 3) -> st.SearchStrategy[Any]:
    """Values of a type as it stands in a field; ``depth`` bounds conditions within conditions."""
    if cl in SPECIAL:
        return SPECIAL[cl]
    origin, args = get_origin(cl), get_args(cl)
    if origin is Union or origin is types.UnionType:
        return st.deferred(
            lambda: st.one_of([st.none() if one is type(None) else values(one, depth) for one in args])
        )
    if origin is Literal:
        return st.sampled_from(args)
    if origin is frozenset:
        return st.frozensets(words, max_size=3)
    if origin is tuple and args[1:] == (...,):
        if get_origin(args[0]) is tuple:
            name, value = get_args(args[0])
            pairs = st.dictionaries(values(name), values(value, depth - 1), max_size=2)
            return pairs.map(lambda held: tuple(held.items()))
        if depth <= 0:
            return st.just(())
        return st.deferred(lambda: st.lists(values(args[0], depth - 1), max_size=2).map(tuple))
    if isinstance(cl, type) and issubclass(cl, Enum):
        return st.sampled_from(cl)
    return instances(cl, depth)


@st.composite
def instances(draw: st.DrawFn, cls: Any, depth: int = 3) -> Any:
    """An object of an attrs class, field by field, given only those that it takes and that are part of its value."""
    fields: dict[str, Any] = {}
    for one in attrs.fields(attrs.resolve_types(cls)):
        if not one.init or not one.eq:
            continue
        if one.default is not attrs.NOTHING and one.name != "reason" and draw(st.booleans()):
            continue
        fields[one.name] = draw(_field(cls, one, depth))
    return cls(**fields)


def _field(cls: Any, one: attrs.Attribute[Any], depth: int) -> st.SearchStrategy[Any]:
    if one.type is str and one.validator is not None:
        return words if one.name == "reason" else ids
    if one.name == "n" and one.type is int:
        return st.integers(0, 5)
    if one.validator is not None and one.type is int:
        return st.integers(0, 10**6) if cls is Commitment else numbers
    if one.validator is not None and get_origin(one.type) is tuple:
        return st.dictionaries(texts, st.integers(0, 500), max_size=2).map(lambda held: tuple(held.items()))
    if cls is Recess and one.name == "period":
        return st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))
    if cls is Expenditure and one.name == "amount":
        return positive
    if cls in (Budget, Expenditure) and one.name == "purpose":
        return st.just(Purpose.PROJECT)  # the only one that any project goes with
    if one.validator is not None and get_origin(one.type) is frozenset:
        return st.frozensets(ids, min_size=1, max_size=3)
    if one.name == "relation" and cls.__name__ == "CompareShare":
        return st.sampled_from([relation for relation in Relation if relation is not Relation.EXACTLY])
    if _holds_itself(one.type) and depth <= 1:
        return st.one_of([instances(member, 1) for member in get_args(one.type) if member in _LEAVES])
    return values(one.type, depth - 1)


def _holds_itself(cl: Any) -> bool:
    return any(member in _LEAVES for member in get_args(cl))


_LEAVES: Final[tuple[Any, ...]] = (Is, OneOf, Judged, Compare, CompareShare)


# TOML, which the standard library reads and does not write.


def to_toml(tree: Mapping[str, Any]) -> str:
    """A document, with arrays of tables written as such and everything in them inline."""
    plain = [f"{_key(name)} = {_inline(value)}" for name, value in tree.items() if not _is_tables(value)]
    for name, rows in tree.items():
        if _is_tables(rows):
            for row in rows:
                plain += [
                    "",
                    f"[[{_key(name)}]]",
                    *(f"{_key(key)} = {_inline(one)}" for key, one in row.items()),
                ]
    return "\n".join(plain) + "\n"


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _key(name: str) -> str:
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _key(value)
        case int() | float():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case dict():
            return "{" + ", ".join(f"{_key(name)} = {_inline(one)}" for name, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_inline, value)) + "]"
        case _:
            raise TypeError(f"TOML has no {value!r}")
