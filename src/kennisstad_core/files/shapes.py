# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the attrs classes look in a file, for reading, writing and the schemas alike."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, reduce
from operator import or_
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs
from attrs import frozen

from ..cases import Told
from ..changes import Change
from ..charter import UNDETERMINED, Charter, Outcome
from ..conditions import All, AtLeastNOf, Compare, CompareShare, Condition, Is, Judged, Not, OneOf, Relation
from ..conditions import Any as AnyOf
from ..facts.definitions import CountFact, DerivedFact, FactDefinition, GivenFact, JudgementFact, SumFact
from ..identifiers import Identifier, Scheme, valid
from ..provisions import LONGEST_LOCATOR, Ledger, Provision
from ..records.alignment import Agreement, Commitment
from ..records.bodies import AgendaItem, ItemStatus, Meeting, Recess, Wish, WishStatus
from ..records.funding import Budget, Contribution, Expenditure, Form, Purpose
from ..records.judgements import Departure
from ..records.parties import check_id
from ..records.projects import Firmness, Participation, Project
from ..records.register import Register
from ..records.results import Disposition
from ..text import Text
from ..truth import Truth
from ..values import Choice, Money, Period, Range
from .problems import INLINE, Refused, is_rows

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
    DerivedFact: "derived",
    **{change: re.sub(r"(?<=.)(?=[A-Z])", "_", change.__name__).lower() for change in get_args(Change)},
}
"""What the members of the closed families are called in a file."""
FAMILIES: Final[Mapping[frozenset[type], str]] = {
    frozenset(get_args(Condition)): "Condition",
    frozenset(get_args(FactDefinition)): "FactDefinition",
    frozenset(get_args(Change)): "Change",
}
"""The closed families, by their members."""
PLAIN_TEXTS: Final = frozenset(((Charter, "partnership"), (Project, "title")))
"""Fields that hold a proper name, which may be written as one text for both languages."""


def _tables(cls: type) -> dict[str, type]:
    """The lists of records that a class holds, by the name of the field."""
    return {
        one.name: get_args(one.type)[0]
        for one in attrs.fields(attrs.resolve_types(cls))
        if one.init
        and get_origin(one.type) is tuple
        and attrs.has(get_args(one.type)[0])
        and one.name != "sources"
    }


RECORDS: Final[Mapping[str, type]] = _tables(Project)
"""The tables of a register whose rows belong to a project."""
OWN: Final[Mapping[str, type]] = {
    name: cls for name, cls in _tables(Register).items() if name not in ("projects", "flaws")
}
"""The tables whose rows belong to the partnership as a whole."""
SHARED: Final = frozenset(RECORDS) & frozenset(OWN)
"""The tables whose rows belong to the project they name, or to the whole when they name none."""
TABLES: Final[Mapping[str, type]] = {"projects": Project, **OWN, **RECORDS}
"""Every table of a register, by name."""
LEDGER: Final[Mapping[str, type]] = _tables(Ledger)
"""The tables of a ledger of provisions, which are no part of a register."""
SHEETS: Final[Mapping[str, type]] = {**TABLES, **LEDGER}
"""Every table that may be kept as a spreadsheet, by name."""
_IRREGULAR: Final[Mapping[str, str]] = {
    "external_parties": "external_party",
    "completeness": "completeness",
    "given": "given",
    "wishes": "wish",
    "recesses": "recess",
    "signatories": "signatory",
}
SINGULAR: Final[Mapping[str, str]] = {name: _IRREGULAR.get(name, name.removesuffix("s")) for name in TABLES}
"""What one row of a table is called."""


@frozen
class RegisterHeader:
    """What a register is called, and where its charters are: a bundled name, or a path from its own folder."""

    name: str = ""
    charters: str = ""


RegisterTree: Final[type] = attrs.make_class(
    "RegisterTree",
    {
        "register": attrs.field(type=RegisterHeader, default=RegisterHeader()),
        **{
            one.name: attrs.field(type=one.type, default=())
            for one in attrs.fields(attrs.resolve_types(Register))
            if one.init and one.name in _tables(Register)
        },
    },
    frozen=True,
)
"""A register as it is written: a header, every project with its records, and the tables of the whole."""


def tree_of(register: Register) -> Any:
    """The register, taken apart."""
    header = RegisterHeader(register.name, register.charters)
    return RegisterTree(header, **{name: getattr(register, name) for name in _tables(Register)})


def whole(tree: Any) -> Register:
    """The register, put together.

    Raises:
        ValueError: when two projects or two organisations share an id.
    """
    header: RegisterHeader = tree.register
    tables = {name: getattr(tree, name) for name in _tables(Register)}
    return Register(name=header.name, charters=header.charters, **tables)


# Types of fields


def members(union: object) -> tuple[Any, ...]:
    """The types in a union, none for anything else."""
    origin = get_origin(union)
    return get_args(union) if origin is Union or origin is types.UnionType else ()


def without_none(optional: Any) -> Any:
    """The type that an optional one is when it is there."""
    kept = [one for one in members(optional) if one is not types.NoneType]
    return reduce(or_, kept) if kept else optional


def is_optional(cl: Any) -> bool:
    """Whether nothing is a value of it."""
    return types.NoneType in members(cl)


def is_family(cl: Any) -> bool:
    """Whether it is a closed family, told apart by `kind`."""
    return bool(members(cl)) and all(member in TAGS for member in members(cl))


def is_known(cl: Any) -> bool:
    """Whether it is what is known of a fact."""
    return frozenset(members(cl)) == {Truth, Choice, Range}


def is_bound(cl: Any) -> bool:
    """Whether it is a whole number or an amount."""
    return frozenset(members(cl)) == {int, Money}


def is_told(cl: Any) -> bool:
    """Whether it is a value as a person writes it: text, a whole number, or yes or no."""
    return frozenset(members(cl)) == frozenset(get_args(Told))


def is_labels(cl: Any) -> bool:
    """Whether it is pairs of a name and a value, which are written as a table."""
    if get_origin(cl) is not tuple:
        return False
    pair = get_args(cl)[0]
    return get_origin(pair) is tuple and len(get_args(pair)) == 2 and get_args(pair)[0] is str


def is_list(cl: Any) -> bool:
    """Whether it is a list of one type."""
    return get_origin(cl) is tuple and get_args(cl)[1:] == (...,) and not is_labels(cl)


def is_set(cl: Any) -> bool:
    """Whether it is a set, which is written as a sorted list."""
    return get_origin(cl) is frozenset


def is_enum(cl: Any) -> bool:
    """Whether it is written as the value of an enum."""
    return isinstance(cl, type) and issubclass(cl, Enum)


def is_literal(cl: Any) -> bool:
    """Whether it is one of a few texts."""
    return get_origin(cl) is Literal


@cache
def fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields that are written, with their types resolved; what is no part of the value is not."""
    return tuple(one for one in attrs.fields(attrs.resolve_types(cls)) if one.init and one.eq)


@cache
def keys(cls: type) -> tuple[str, ...]:
    """The keys that a table of the class may have."""
    names = [TAG] if cls in TAGS else []
    for one in fields(cls):
        names += ["first", "last"] if one.name == INLINE else [one.name]
    return tuple(names)


WORDY: Final = frozenset(("reason", "locator"))
"""Fields that have to have words, and are no id."""

# What the classes refuse, said as problems. Their own validators stay the guard; these find every reason at once, also
# beside a field that could not be read.


def laws(cls: type, table: Mapping[str, object]) -> Iterator[Refused]:
    """What the class refuses about the values of its fields, alone or together."""
    if cls is Register:
        yield from _twice(table)
        return
    yield from _ids(cls, table)
    law = _LAWS.get(cls)
    if law is not None:
        yield from law(table)


def _ids(cls: type, table: Mapping[str, object]) -> Iterator[Refused]:
    for one in fields(cls):
        value = table.get(one.name)
        if one.validator is None or cls is Outcome or one.name in WORDY:
            continue
        if isinstance(value, str):
            spoiled = one.type is str and (
                not value or (one.validator is check_id and value != value.strip())
            )
            if cls is Text:
                if not value.strip():
                    yield Refused("empty-text", at=one.name)
            elif spoiled:
                yield Refused("empty-id", value, at=one.name)
        elif is_set(one.type) and is_rows(value):
            if not value:
                yield Refused("empty-list", at=one.name)
            yield from (
                Refused("empty-id", "", at=f"{one.name}[{index}]")
                for index, name in enumerate(value)
                if name == ""
            )


def _period(table: Mapping[str, object]) -> Iterator[Refused]:
    first, last = _day(table.get("first")), _day(table.get("last"))
    if first is not None and last is not None and last < first:
        yield Refused("period-runs-backward", last, at="last", allowed=(first.isoformat(),))


def _day(value: object) -> date | None:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def _twice(table: Mapping[str, object]) -> Iterator[Refused]:
    for name in ("projects", "external_parties"):
        seen: set[object] = set()
        rows = table.get(name)
        for index, row in enumerate(rows if is_rows(rows) else ()):
            one = row.get("id") if isinstance(row, Mapping) else None
            if isinstance(one, str) and one in seen:
                yield Refused("duplicate-id", one, at=f"{name}[{index}].id")
            if isinstance(one, str):
                seen.add(one)


def _outcome(table: Mapping[str, object]) -> Iterator[Refused]:
    if table.get("id") == "":
        yield Refused("empty-id", "", at="id")
    if table.get("id") == UNDETERMINED:
        yield Refused("reserved-name", UNDETERMINED, at="id")


def _participation(table: Mapping[str, object]) -> Iterator[Refused]:
    party, named = table.get("party", ""), table.get("named", "")
    if isinstance(party, str) and isinstance(named, str) and bool(party.strip()) == bool(named.strip()):
        yield Refused("party-or-named", at="party" if "party" in table else "")
    if table.get("stage") == Firmness.ENDED.value and table.get("last") is None:
        yield Refused("ended-without-end", at="stage")


def _says_why(table: Mapping[str, object]) -> Iterator[Refused]:
    reason = table.get("reason", "")
    if isinstance(reason, str) and not reason.strip() and "reason" in table:
        yield Refused("empty-text", at="reason")


def _locator(table: Mapping[str, object]) -> Iterator[Refused]:
    locator = table.get("locator")
    if isinstance(locator, str):
        if not locator.strip():
            yield Refused("empty-text", at="locator")
        elif len(locator.split()) > LONGEST_LOCATOR:
            count = str(len(locator.split()))
            yield Refused("locator-too-long", count, at="locator", allowed=(str(LONGEST_LOCATOR),))


def _why_not(*statuses: str) -> Callable[[Mapping[str, object]], Iterator[Refused]]:
    def law(table: Mapping[str, object]) -> Iterator[Refused]:
        reason = table.get("reason", "")
        if table.get("status") in statuses and isinstance(reason, str) and not reason.strip():
            yield Refused("empty-text", at="reason")

    return law


def _recess(table: Mapping[str, object]) -> Iterator[Refused]:
    yield from (Refused("missing-field", end, at=end) for end in ("first", "last") if table.get(end) is None)


def _quantity(table: Mapping[str, object]) -> Iterator[Refused]:
    quantity = table.get("quantity")
    if isinstance(quantity, int) and not isinstance(quantity, bool) and quantity < 0:
        yield Refused("negative-number", quantity, at="quantity")


def _counts(name: str) -> Callable[[Mapping[str, object]], Iterator[Refused]]:
    def law(table: Mapping[str, object]) -> Iterator[Refused]:
        several = table.get(name)
        for party, count in several.items() if isinstance(several, Mapping) else ():
            if isinstance(count, int) and not isinstance(count, bool) and count < 0:
                yield Refused("negative-number", count, at=f"{name}.{party}")

    return law


def _contribution(table: Mapping[str, object]) -> Iterator[Refused]:
    if table.get("amount") is None and table.get("form") == Form.CASH.value:
        yield Refused("cash-without-amount")
    yield from _correction(table)


def _correction(table: Mapping[str, object]) -> Iterator[Refused]:
    amount = table.get("amount")
    negative = amount.startswith("-") if isinstance(amount, str) else isinstance(amount, int) and amount < 0
    zero = isinstance(amount, str) and not any(digit in amount for digit in "123456789")
    if negative and not zero and not table.get("corrects"):
        yield Refused("negative-without-correction", amount, at="amount")


def _core_apart(table: Mapping[str, object]) -> Iterator[Refused]:
    if table.get("project") and table.get("purpose") == Purpose.CORE.value:
        yield Refused("core-contribution", at="project")


def _expenditure(table: Mapping[str, object]) -> Iterator[Refused]:
    yield from _core_apart(table)
    yield from _correction(table)


def _identifier(table: Mapping[str, object]) -> Iterator[Refused]:
    scheme, value = table.get("scheme"), table.get("value")
    known = next((one for one in Scheme if one.value == scheme), None)
    if known is not None and isinstance(value, str) and not valid(known, value):
        yield Refused("identifier-check", value, at="value")


def _share_of(table: Mapping[str, object]) -> Iterator[Refused]:
    if table.get("relation") == Relation.EXACTLY.value:
        several = [one.value for one in Relation if one is not Relation.EXACTLY]
        yield Refused("share-exactly", at="relation", allowed=several)


def _at_least_n(table: Mapping[str, object]) -> Iterator[Refused]:
    n = table.get("n")
    if isinstance(n, int) and not isinstance(n, bool) and n < 0:
        yield Refused("negative-number", n, at="n")


_LAWS: Final[Mapping[type, Callable[[Mapping[str, object]], Iterator[Refused]]]] = {
    Period: _period,
    Outcome: _outcome,
    Participation: _participation,
    Contribution: _contribution,
    Expenditure: _expenditure,
    Budget: _core_apart,
    Departure: _says_why,
    Provision: _locator,
    Disposition: _says_why,
    AgendaItem: _why_not(ItemStatus.DEFERRED.value, ItemStatus.DROPPED.value),
    Wish: _why_not(WishStatus.DECLINED.value),
    Recess: _recess,
    Commitment: _quantity,
    Meeting: _counts("attendance"),
    Agreement: _counts("shares"),
    Identifier: _identifier,
    CompareShare: _share_of,
    AtLeastNOf: _at_least_n,
}
