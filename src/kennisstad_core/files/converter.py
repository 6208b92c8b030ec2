# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What cattrs is told of our format: a hook for each kind of value, for a quick and for a thorough converter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache, partial
from typing import Any, Final, TypeAlias, get_args

import attrs
from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ..records.register import Register
from ..text import Text
from ..truth import MET, UNKNOWN, Truth
from ..values import Choice, Known, Money, Range, Share
from .problems import INLINE, Refused, is_rows
from .shapes import (
    PLAIN_TEXTS,
    TAG,
    TAGS,
    RegisterTree,
    fields,
    is_bound,
    is_family,
    is_known,
    is_labels,
    is_list,
    is_literal,
    is_optional,
    is_set,
    is_told,
    members,
    tree_of,
    whole,
    without_none,
)

Hook: TypeAlias = Callable[[Any, Any], Any]

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?:[ T].*)?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T].*)?", re.ASCII)
_WRITTEN_AMOUNT: Final = re.compile(
    r"(?:€ ?|EUR )?(-?)(?:(\d{1,3}(?:\.\d{3}){1,3})|(\d{1,12}))(?:[.,](?:(\d{1,2})|-))?(?: ?€| EUR)?",
    re.ASCII,
)
_MONEY: Final = re.compile(r"(-?\d{1,13}(?:\.\d{1,2})?)(?: ([A-Z]{3}))?", re.ASCII)
_ENDS: Final = ("first", "last")
_SPAN: Final = "first..last"
"""Where cattrs is handed the ends of a period; so a key `period` is to it what it is in our format: an extra one."""


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


@lru_cache(maxsize=4096)
def _written_day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if _DATE.fullmatch(words) else None
    except ValueError:
        return None


def _meant_day(value: object) -> str:
    """The day that a spreadsheet wrote its own way, for a hint only; between slashes, nobody knows which is the day."""
    if not isinstance(value, str):
        return value.date().isoformat() if isinstance(value, datetime) else ""
    if match := _DAY_FIRST.fullmatch(value):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(value):
        year, month, day = match.groups()
    else:
        return ""
    near = _written_day(f"{year}-{month:0>2}-{day:0>2}")
    return near.isoformat() if near is not None else ""


def _day(value: Any, _: Any) -> date:
    if isinstance(value, str):
        day = _written_day(value)
        if day is not None:
            return day
    elif isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise Refused("not-a-date", value, meant=_meant_day(value))


def _meant_amount(value: object) -> str:
    """The amount that was written with a sign or a comma, for a hint only."""
    match = _WRITTEN_AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return ""
    sign, grouped, units, cents = match.groups()
    return f"{sign}{grouped.replace('.', '') if grouped else units}.{cents or '':0<2} EUR"


def _amount(value: Any, _: Any) -> Money:
    if isinstance(value, float):
        raise Refused("amount-is-float", value)
    if isinstance(value, str) and (match := _MONEY.fullmatch(value)):
        return Money.parse(match[1], match[2] or "EUR")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**13:
        return Money.parse(value)
    raise Refused("not-an-amount", value, meant=_meant_amount(value))


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
    match value:
        case bool():
            return Truth.of(value)
        case int():
            return Range.exactly(value)
        case str() if value:
            return Choice.of(value)
        case list() | tuple():
            return Choice.among(_options(value))
        case Mapping():
            return _spread(value)
        case _:
            raise Refused("wrong-type", value, allowed=("known",))


def _told(value: Any, _: Any) -> str | int | bool:
    if not isinstance(value, str | int):
        raise Refused("wrong-type", value, allowed=("told",))
    return value


def _options(several: list[Any] | tuple[Any, ...]) -> Iterable[str]:
    if not several:
        raise Refused("empty-list")
    for index, option in enumerate(several):
        if not isinstance(option, str):
            raise Refused("wrong-type", option, at=f"[{index}]", allowed=("text",))
        if not option:
            raise Refused("empty-id", option, at=f"[{index}]")
    return several


def _spread(table: Mapping[str, Any]) -> Known:
    if set(table) == {"truth"}:
        if table["truth"] != UNKNOWN.value:
            raise Refused("not-an-option", table["truth"], at="truth", allowed=(UNKNOWN.value,))
        return UNKNOWN
    for name, value in table.items():
        if name not in ("low", "high"):
            raise Refused("unknown-field", name, at=name, allowed=("low", "high", "truth"), near=True)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Refused("wrong-type", value, at=name, allowed=("number",))
    if "low" not in table:
        raise Refused("missing-field", "low", at="low")
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


def _plain_text(value: Text) -> object:
    return value.nl if value.nl == value.en else {"nl": value.nl, "en": value.en}


# Hooks per family of types; each takes the converter that asks, so that the quick and the thorough one share them.


def _choose(options: Mapping[str, Any], value: Any) -> Any:
    if not isinstance(value, str) or value not in options:
        raise Refused("not-an-option", value, allowed=options, near=True)
    return options[value]


@cache
def _options_of(cl: type[Enum]) -> Mapping[str, Enum]:
    return {one.value: one for one in cl}


def _enum(value: Any, cl: type[Enum]) -> Any:
    return _choose(_options_of(cl), value)


def _literal(cl: Any, _: Converter) -> Hook:
    options = {one: one for one in get_args(cl)}
    return lambda value, _: _choose(options, value)


def _optional(cl: Any, converter: Converter) -> Hook:
    inner = without_none(cl)
    late = partial(_call, converter, inner)
    return lambda value, _: None if value is None else late(value)


def _call(converter: Converter, cl: Any, value: Any) -> Any:
    return converter.get_structure_hook(cl)(value, cl)


def _family(cl: Any, converter: Converter) -> Hook:
    by_tag = {TAGS[member]: member for member in members(cl)}

    def structure(value: Any, _: Any) -> Any:
        table = _table(value)
        if TAG not in table:
            raise Refused("missing-field", TAG, at=TAG, allowed=by_tag)
        tag = table[TAG]
        member = by_tag.get(tag) if isinstance(tag, str) else None
        if member is None:
            raise Refused("unknown-kind", tag, at=TAG, allowed=by_tag, near=True)
        return converter.get_structure_hook(member)(table, member)

    return structure


def _list(cl: Any, converter: Converter) -> Hook:
    element = get_args(cl)[0]
    hook: Hook | None = None

    def structure(value: Any, _: Any) -> Any:
        nonlocal hook
        if not is_rows(value):
            raise Refused("wrong-type", value, allowed=("tables" if attrs.has(element) else "list",))
        if hook is None:  # late, because conditions hold conditions
            hook = converter.get_structure_hook(element)
        if not converter.detailed_validation:
            return tuple([hook(one, element) for one in value])
        return tuple(_each(((index, one) for index, one in enumerate(value)), hook, element))

    return structure


def _set(cl: Any, converter: Converter) -> Hook:
    listed = _list(cl, converter)
    return lambda value, _: frozenset(listed(value, _))


def _labels(cl: Any, converter: Converter) -> Hook:
    element = get_args(get_args(cl)[0])[1]

    def structure(value: Any, _: Any) -> Any:
        table = _table(value)
        hook = converter.get_structure_hook(element)
        if not converter.detailed_validation:
            return tuple([(name, hook(one, element)) for name, one in table.items()])
        return tuple(zip(table, _each(table.items(), hook, element), strict=True))

    return structure


def _each(items: Iterable[tuple[Any, Any]], hook: Hook, element: Any) -> list[Any]:
    """Structure each, and raise what is wrong with all of them together, as cattrs does."""
    done: list[Any] = []
    errors: list[Exception] = []
    for index, one in items:
        try:
            done.append(hook(one, element))
        except Exception as error:
            error.add_note(IterableValidationNote(f"at {index}", index, element))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, element)  # pyrefly: ignore[bad-argument-count]
    return done


def _refused(cl: type, error: Exception) -> ClassValidationError:
    return ClassValidationError("", [error], cl)  # pyrefly: ignore[bad-argument-count]


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise Refused("wrong-type", value, allowed=("table",))
    return value


def _class(cl: Any, converter: Converter) -> Hook:
    """The function of cattrs for the class, behind what our format adds: a kind, and the ends of a period."""
    written = {one.name for one in fields(cl)}
    inline = INLINE in written
    required = inline and getattr(attrs.fields(cl), INLINE).default is attrs.NOTHING
    overrides: dict[str, Any] = {
        name: override(struct_hook=partial(_name, converter)) for one, name in PLAIN_TEXTS if one is cl
    }
    overrides |= {one.name: override(omit=True) for one in attrs.fields(cl) if one.name not in written}
    if inline:
        overrides[INLINE] = override(rename=_SPAN)
    inner = make_dict_structure_fn(cl, converter, _cattrs_forbid_extra_keys=True, **overrides)
    tag = TAGS.get(cl)
    if tag is None and not inline:
        return lambda value, _: inner(_table(value), cl)

    def structure(value: Any, _: Any) -> Any:
        table = dict(_table(value))
        if tag is not None and table.pop(TAG, None) != tag:
            raise Refused("unknown-kind", value.get(TAG, ""), at=TAG, allowed=(tag,), near=True)
        if inline:
            if _SPAN in table:
                raise _refused(cl, ForbiddenExtraKeysError(None, cl, {_SPAN}))
            ends = {end: table.pop(end) for end in _ENDS if end in table}
            if ends or required:
                table[_SPAN] = ends
        return inner(table, cl)

    return structure


def _name(converter: Converter, value: Any, _: Any) -> Text:
    if not isinstance(value, str):
        text: Text = converter.get_structure_hook(Text)(value, Text)
        return text
    if not value.strip():
        raise Refused("empty-text")
    return Text.same(value)


def _register(converter: Converter, value: Any, _: Any) -> Register:
    tree = _call(converter, RegisterTree, value)
    try:
        return whole(tree)
    except ValueError as error:
        raise _refused(Register, error) from None


def _plain_register(converter: Converter, register: Register) -> Any:
    return converter.unstructure(tree_of(register))


def _plain_class(cl: Any, converter: Converter) -> Callable[[Any], Any]:
    written = {one.name for one in fields(cl)}
    overrides: dict[str, Any] = {
        name: override(unstruct_hook=_plain_text) for one, name in PLAIN_TEXTS if one is cl
    }
    overrides |= {one.name: override(omit=True) for one in attrs.fields(cl) if one.name not in written}
    inner = make_dict_unstructure_fn(cl, converter, _cattrs_omit_if_default=True, **overrides)
    tag = TAGS.get(cl)
    if tag is None and INLINE not in written:
        return inner

    def unstructure(value: Any) -> dict[str, Any]:
        table: dict[str, Any] = {} if tag is None else {TAG: tag}
        for name, one in inner(value).items():
            table |= one if name == INLINE else {name: one}
        return table

    return unstructure


def _plain_list(cl: Any, converter: Converter) -> Callable[[Any], Any]:
    element = get_args(cl)[0]
    return lambda value: [converter.unstructure(one, unstructure_as=element) for one in value]


def _plain_labels(cl: Any, converter: Converter) -> Callable[[Any], Any]:
    element = get_args(get_args(cl)[0])[1]
    return lambda value: {name: converter.unstructure(one, unstructure_as=element) for name, one in value}


def _plain_union(_: Any, converter: Converter) -> Callable[[Any], Any]:
    return lambda value: None if value is None else converter.unstructure(value)


def _always(hook: Any) -> Callable[[Any, Converter], Any]:
    def factory(_cl: Any, _converter: Converter) -> Any:
        return hook

    return factory


def _converter(*, thorough: bool) -> Converter:
    converter = Converter(detailed_validation=thorough, forbid_extra_keys=True, omit_if_default=True)
    structure, plain = converter.register_structure_hook, converter.register_unstructure_hook
    structure(str, _text)
    structure(int, _number)
    structure(bool, _yes_or_no)
    structure(date, _day)
    structure(Money, _amount)
    structure(Share, _share)
    structure(Enum, _enum)  # by its class: cattrs before 26 asks no factory for an enum
    plain(date, date.isoformat)
    plain(Money, str)
    plain(Share, str)

    # The last that fits is taken first.
    by = converter.register_structure_hook_factory
    by(attrs.has, _class)
    by(is_literal, _literal)
    by(is_list, _list)
    by(is_set, _set)
    by(is_labels, _labels)
    by(is_family, _family)
    by(is_bound, _always(_bound))
    by(is_known, _always(_known))
    by(is_told, _always(_told))
    by(is_optional, _optional)

    out = converter.register_unstructure_hook_factory
    out(attrs.has, _plain_class)
    out(is_list, _plain_list)
    out(is_set, _always(sorted))
    out(is_labels, _plain_labels)
    out(is_family, _plain_union)
    out(is_bound, _always(_plain_bound))
    out(is_known, _always(_plain_known))
    out(is_told, _always(str))
    out(is_optional, _plain_union)
    structure(Register, partial(_register, converter))
    plain(Register, partial(_plain_register, converter))
    return converter


QUICK: Final = _converter(thorough=False)
THOROUGH: Final = _converter(thorough=True)
