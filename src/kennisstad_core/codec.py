# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Objects to plain data and back: one shape for TOML and JSON, that of the attrs classes.

A `period` is written as the keys ``first`` and ``last`` of its table, a member of a closed family by its ``kind``, an
amount and a share as text, a set as a sorted list; what equals its default is left out.

>>> from kennisstad_core.conditions import Compare, Relation
>>> unstructure(Compare("members_involved", Relation.AT_LEAST, 3))
{'kind': 'compare', 'fact': 'members_involved', 'relation': 'at_least', 'value': 3}
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import AttributeOverride, make_dict_structure_fn, make_dict_unstructure_fn, override

from .charter import Charter, Charters
from .conditions import All, AtLeastNOf, Compare, CompareShare, Is, Judged, Not, OneOf
from .conditions import Any as AnyOf
from .errors import CharterError, FlawedData, RegisterError, nearest
from .facts.definitions import CountFact, GivenFact, JudgementFact, SumFact
from .governance import Decision, Report
from .laws import fields_of, laws
from .problems import INLINE, Refused, placed, problem, translate
from .records.parties import ExternalParty
from .records.projects import Project
from .records.register import Flaw, Register
from .text import Text
from .truth import MET, NOT_MET, UNKNOWN, Truth
from .values import Choice, Known, Money, Period, Range, Share

T = TypeVar("T")
Hook: TypeAlias = Callable[[Any, Any], Any]

TAG: Final = "kind"
TAGS: Final[Mapping[type, str]] = {
    Is: "is",
    OneOf: "one_of",
    Judged: "judged",
    Compare: "compare",
    CompareShare: "compare_share",
    Not: "not",
    All: "all",
    AnyOf: "any",
    AtLeastNOf: "at_least_n_of",
    CountFact: "count",
    SumFact: "sum",
    JudgementFact: "judgement",
    GivenFact: "given",
}
"""What the members of the closed families are called in a file."""
PLAIN_TEXTS: Final = frozenset(((Charter, "partnership"), (Project, "title")))
"""Fields that hold a proper name, which may be written as one text for both languages."""
DEEPEST: Final = 60
"""How many tables and lists may stand inside one another."""

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONEY: Final = re.compile(r"(-?\d{1,13}(?:\.\d{1,2})?)(?: ([A-Z]{3}))?")


@frozen
class RegisterHeader:
    """What a register is called, and where its charters are: a bundled name, or a path from its own folder."""

    name: str = ""
    charters: str = ""


@frozen
class RegisterTree:
    """A register as it is written: a header, and every project with its records."""

    register: RegisterHeader = RegisterHeader()
    projects: tuple[Project, ...] = ()
    external_parties: tuple[ExternalParty, ...] = ()
    flaws: tuple[Flaw, ...] = ()


# Plain values


def _text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise Refused("wrong-type", value, allowed=("text",))
    return value


def _number(value: Any, _: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refused("wrong-type", value, allowed=("number",))
    return value


def _yes_or_no(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise Refused("wrong-type", value, allowed=("yes-or-no",))
    return value


def _day(value: Any, _: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value) and value.isascii():
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused("not-a-date", value)


def _amount(value: Any, _: Any) -> Money:
    if isinstance(value, float):
        raise Refused("amount-is-float", value)
    if isinstance(value, str) and value.isascii() and (match := _MONEY.fullmatch(value)):
        return Money.parse(match[1], match[2] or "EUR")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**13:
        return Money.parse(value)
    raise Refused("not-an-amount", value)


def _bound(value: Any, _: Any) -> int | Money:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str | float):
        return _amount(value, Money)
    raise Refused("wrong-type", value, allowed=("number-or-amount",))


def _share(value: Any, _: Any) -> Share:
    try:
        return Share.parse(value)
    except ValueError:
        raise Refused("not-a-share", value) from None


def _known(value: Any, _: Any) -> Known:
    if isinstance(value, bool):
        return Truth.of(value)
    if isinstance(value, int):
        return Range.exactly(value)
    if isinstance(value, str) and value:
        return Choice.of(value)
    if isinstance(value, list | tuple):
        if not value:
            raise Refused("empty-list")
        for index, option in enumerate(value):
            if not isinstance(option, str):
                raise Refused("wrong-type", option, at=f"[{index}]", allowed=("text",))
            if not option:
                raise Refused("empty-id", option, at=f"[{index}]")
        return Choice.among(value)
    if isinstance(value, Mapping):
        return _spread(value)
    if isinstance(value, float):
        raise Refused("amount-is-float", value)
    raise Refused("wrong-type", value, allowed=("known",))


def _spread(table: Mapping[str, Any]) -> Known:
    if set(table) == {"truth"}:
        if table["truth"] != UNKNOWN.value:
            raise Refused("not-an-option", table["truth"], at="truth", allowed=(UNKNOWN.value,))
        return UNKNOWN
    for name in table:
        if name not in ("low", "high"):
            raise Refused("unknown-field", name, at=name, allowed=("low", "high", "truth"), near=True)
    if "low" not in table:
        raise Refused("missing-field", "low", at="low")
    for name, value in table.items():
        if isinstance(value, bool) or not isinstance(value, int):
            raise Refused("wrong-type", value, at=name, allowed=("number",))
    low, high = table["low"], table.get("high")
    if high is not None and high < low:
        raise Refused("range-runs-backward", high, at="high", allowed=(str(low),))
    return Range(low, high)


def _plain_known(value: Known) -> object:
    match value:
        case Truth():
            return {"truth": UNKNOWN.value} if value is UNKNOWN else value is MET
        case Choice(options):
            return next(iter(options)) if len(options) == 1 else sorted(options)
        case Range(low, high):
            if low == high:
                return low
            return {"low": low} if high is None else {"low": low, "high": high}


def _plain_bound(value: int | Money) -> object:
    return str(value) if isinstance(value, Money) else value


def _name(value: Any, _: Any) -> Text:
    if isinstance(value, str):
        if not value.strip():
            raise Refused("empty-text")
        return Text.same(value)
    raise _NotPlain


class _NotPlain(Exception):
    pass


# Families of types


def _members(union: object) -> tuple[type, ...]:
    origin = get_origin(union)
    return get_args(union) if origin is Union or origin is types.UnionType else ()


def _is_optional(cl: Any) -> bool:
    return types.NoneType in _members(cl)


def _is_family(cl: Any) -> bool:
    members = _members(cl)
    return bool(members) and all(member in TAGS for member in members)


def _is_known(cl: Any) -> bool:
    return frozenset(_members(cl)) == {Truth, Choice, Range}


def _is_bound(cl: Any) -> bool:
    return frozenset(_members(cl)) == {int, Money}


def _is_labels(cl: Any) -> bool:
    """Pairs of a name and a value, which are written as a table."""
    if get_origin(cl) is not tuple:
        return False
    pair = get_args(cl)[0]
    return get_origin(pair) is tuple and get_args(pair)[0] is str and len(get_args(pair)) == 2


def _is_list(cl: Any) -> bool:
    return get_origin(cl) is tuple and get_args(cl)[1:] == (...,) and not _is_labels(cl)


def _is_set(cl: Any) -> bool:
    return get_origin(cl) is frozenset


def _is_enum(cl: Any) -> bool:
    return isinstance(cl, type) and issubclass(cl, Enum)


def _is_literal(cl: Any) -> bool:
    return get_origin(cl) is Literal


def has_inline_period(cl: type) -> bool:
    """Whether tables of this class hold the ends of a period themselves."""
    return any(one.name == INLINE for one in attrs.fields(cl))
