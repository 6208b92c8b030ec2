# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""JSON Schemas (draft 2020-12) of the documents, made from the same attrs classes that read them.

What the loaders accept, the schemas accept; what only the loaders can know (a date that does not exist, a name that
leads nowhere), only they refuse. Families branch by `if` and `then` on their `kind`, so that an error points at the
field that is wrong. ``python -m kennisstad_core.files.schema`` writes the schemas beside the code.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias, get_args

import attrs

from ..charter import Outcome
from ..errors import UnknownName
from ..records.parties import check_id
from ..records.register import Register
from ..text import Text
from ..values import Money, Share
from .codec import DOCUMENTS
from .problems import INLINE
from .shapes import (
    FAMILIES,
    PLAIN_TEXTS,
    RECORDS,
    SHARED,
    TAG,
    TAGS,
    WORDY,
    RegisterTree,
    fields,
    is_bound,
    is_enum,
    is_family,
    is_known,
    is_labels,
    is_list,
    is_literal,
    is_optional,
    is_set,
    is_told,
    members,
    without_none,
)

Schema: TypeAlias = dict[str, Any]
DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
FOLDER: Final = Path(__file__).parent.with_name("schemas")

_MONEY: Final = r"^-?[0-9]{1,13}(\.[0-9]{1,2})?( [A-Z]{3})?$"
_SHARE: Final = r"^\s*(\d{1,3}([.,]\d{1,6})?\s*%|\d{1,9}\s*/\s*\d{1,9})\s*$"
_DATE: Final[Schema] = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_ID: Final[Schema] = {"type": "string", "pattern": r"^\S([\s\S]*\S)?$"}
_WORDS: Final[Schema] = {"type": "string", "pattern": r"\S"}
_OPTION: Final[Schema] = {"type": "string", "minLength": 1}
_VALUES: Final[Mapping[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: _DATE,
    Money: {"type": ["string", "integer"], "pattern": _MONEY},
    Share: {"type": "string", "pattern": _SHARE},
}
_BOUND: Final[Schema] = {"type": ["integer", "string"], "pattern": _MONEY}
_KNOWN: Final[Schema] = {
    "description": "What is known of a fact: true or false, an option or those still possible, a number or a range.",
    "type": ["boolean", "integer", "string", "array", "object"],
    "minLength": 1,
    "minItems": 1,
    "items": _OPTION,
    "properties": {"low": {"type": "integer"}, "high": {"type": "integer"}, "truth": {"const": "unknown"}},
    "additionalProperties": False,
    "if": {"required": ["truth"]},
    "then": {"maxProperties": 1},
    "else": {"required": ["low"]},
}


def _description(cls: Any) -> Schema:
    words = (inspect.getdoc(cls) or "").split("\n\n")[0]
    return {"description": " ".join(words.split())} if words else {}


class _Definitions:
    """The schemas of classes, each made once."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def of(self, cl: Any) -> Schema:
        """The schema of a type, or a reference to it."""
        if cl in _VALUES:
            return _VALUES[cl]
        if is_optional(cl):
            return _or_nothing(self.of(without_none(cl)))
        if is_known(cl):
            return self._refer("Known", lambda: _KNOWN)
        if is_bound(cl):
            return _BOUND
        if is_told(cl):
            return {"type": ["string", "integer", "boolean"]}
        if is_family(cl):
            return self._refer(FAMILIES[frozenset(members(cl))], lambda: self._family(cl))
        if is_labels(cl):
            return {"type": "object", "additionalProperties": self.of(get_args(get_args(cl)[0])[1])}
        if is_list(cl) or is_set(cl):
            return {"type": "array", "items": self.of(get_args(cl)[0])}
        if is_literal(cl):
            return {"type": "string", "enum": list(get_args(cl))}
        if is_enum(cl):
            return self._refer(cl.__name__, lambda: _enum(cl))
        name = _NAMES.get(cl, cl.__name__)
        return self._refer(name, lambda: self.table(cl))

    def _refer(self, name: str, make: Any) -> Schema:
        if name not in self.made:
            self.made[name] = {}  # there already while it is made, because conditions hold conditions
            self.made[name] |= make()
        return {"$ref": f"#/$defs/{name}"}

    def _family(self, cl: Any) -> Schema:
        return {
            "type": "object",
            "required": [TAG],
            "properties": {TAG: {"enum": [TAGS[member] for member in members(cl)]}},
            "allOf": [
                {
                    "if": {"properties": {TAG: {"const": TAGS[member]}}, "required": [TAG]},
                    "then": self.of(member),
                }
                for member in members(cl)
            ],
        }

    def table(self, cl: type) -> Schema:
        """The schema of a class: its fields, and no others."""
        properties: dict[str, Schema] = {TAG: {"const": TAGS[cl]}} if cl in TAGS else {}
        required = [TAG] if cl in TAGS else []
        for one in fields(cl):
            if one.name == INLINE:
                properties |= {"first": _or_nothing(_DATE), "last": _or_nothing(_DATE)}
                continue
            properties[one.name] = self._field(cl, one)
            if one.default is attrs.NOTHING:
                required.append(one.name)
        return {
            **_description(cl),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _field(self, cl: type, one: attrs.Attribute[Any]) -> Schema:
        if (cl, one.name) in PLAIN_TEXTS:
            return {
                "type": ["string", "object"],
                "if": {"type": "string"},
                "then": _WORDS,
                "else": self.of(Text),
            }
        own = self.of(one.type)
        if one.type is str and one.validator is not None:
            if cl is Outcome:
                return {**_OPTION, "not": {"const": "undetermined"}}
            return (
                _ID if one.validator is check_id else _WORDS if cl is Text or one.name in WORDY else _OPTION
            )
        if is_set(one.type) and one.validator is not None:
            return {**own, "minItems": 1, "items": _OPTION}
        return own


_NAMES: Final[Mapping[Any, str]] = {RegisterTree: "Register"}


def _enum(cl: type[Enum]) -> Schema:
    return {**_description(cl), "type": "string", "enum": [one.value for one in cl]}


def _or_nothing(schema: Schema) -> Schema:
    """The schema, or null: an optional field may be left out in TOML and JSON, and be null in JSON."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"if": {"not": {"type": "null"}}, "then": schema}


def schema(name: str) -> Schema:
    """The JSON Schema of a document, by the kind `dumps` gives it.

    Raises:
        UnknownName: a `LookupError` for anything that is no document.
    """
    if name not in DOCUMENTS:
        raise UnknownName("schema", name, tuple(DOCUMENTS))
    definitions = _Definitions()
    cls = DOCUMENTS[name]
    root = definitions.table(RegisterTree if cls is Register else cls)
    if cls is Register:
        root |= _description(Register)
        for table, record in RECORDS.items():
            row = definitions.table(record)
            row["properties"] = {"project": {"type": "string"}, **row["properties"]}
            if table not in SHARED:
                row["required"] = ["project", *row.get("required", ())]
            definitions.made[f"{record.__name__}Row"] = row
            root["properties"][table] = {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}Row"}}
    root["properties"] = {"$schema": {"type": "string"}, TAG: {"const": name}, **root["properties"]}
    made = dict(sorted(definitions.made.items()))
    return {"$schema": DRAFT, "$id": f"{name}.schema.json", "title": name, **root, "$defs": made}


def schema_text(name: str) -> str:
    """The schema as it is written beside the code."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write every schema."""
    for name in DOCUMENTS:
        path = FOLDER / f"{name}.schema.json"
        path.write_text(schema_text(name), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
