# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The shape of a receipt, as the JSON Schema that is published of it; the reader goes by the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeAlias

from ..errors import Problem
from ..files.problems import is_rows, join, problem, sort_of
from ..files.schema import DRAFT, FOLDER

Schema: TypeAlias = Mapping[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_NAME: Final[Schema] = {"type": "string", "minLength": 1}
_DAY: Final[Schema] = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_SHA: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def _table(description: str, properties: Mapping[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_hidden(schema: Schema) -> Schema:
    """What may be redacted: then an object stands in its place that says so."""
    return {"if": {"type": "object", "required": ["redacted"]}, "then": _HIDDEN, "else": schema}


_HIDDEN: Final = _table(
    "Stands in the place of what is not shown: on which ground, how many places it is, and whether it is a hash from "
    "which what is not shown could be guessed.",
    {"redacted": _NAME, "places": {"type": "integer", "minimum": 1}, "guessable": {"const": True}},
    optional=("guessable",),
)
_BOTH: Final = _table("The same words in Dutch and in English.", {"nl": _NAME, "en": _NAME})
_VERSION: Final = _table(
    "A version of the charter as it stood on the day: its hash as a whole, and that of each of its parts.",
    {
        "id": _NAME,
        "sha256": _or_hidden(_SHA),
        "parts": {"type": "object", "additionalProperties": _or_hidden(_SHA)},
    },
)
_RECORD: Final = _table(
    "A record that the answer rests on, as it stood on the day.",
    {"table": _NAME, "project": _TEXT, "id": _NAME, "sha256": _or_hidden(_SHA)},
)
_WHAT: Final[Mapping[str, Schema]] = {"kind": _NAME, "subject": _NAME, "charter": _TEXT, "on": _DAY}
_FACT: Final = _table(
    "A fact as it was used: its value, and its unit if it has one.",
    {**_WHAT, "name": _NAME, "value": {}, "unit": _TEXT},
)
_FINDING: Final = _table(
    "How a clause stands for a subject, why, and the ids of the records it rests on.",
    {
        **_WHAT,
        "clause": _NAME,
        "status": _or_hidden(_NAME),
        "causes": _list(_NAME),
        "evidence": _list(_or_hidden(_NAME)),
    },
)
_OUTCOME: Final = _table(
    "What was decided of a project, and how each question of the charter was answered.",
    {
        **_WHAT,
        "outcome": _or_hidden(_NAME),
        "questions": _list(
            _table("How a question was answered.", {"question": _NAME, "status": _or_hidden(_NAME)})
        ),
    },
)
SHAPE: Final[Schema] = {
    "$schema": DRAFT,
    "$id": "receipt.schema.json",
    "title": "receipt",
    **_table(
        "A receipt: what was decided or reported, what it rested on by hash, and which version of the library did it.",
        {
            "$schema": {"const": "receipt.schema.json"},
            "kind": {"const": "receipt"},
            "format": {"const": 1},
            "engine": _table("What made it.", {"name": _NAME, "version": _NAME}),
            "of": {"enum": ["decision", "report"]},
            "subject": _NAME,
            "title": _BOTH,
            "on": _DAY,
            "period": _table("From the first day through the last.", {"first": _DAY, "last": _DAY}),
            "charters": _list(_VERSION),
            "records": _list(_or_hidden(_RECORD)),
            "facts": _list(_FACT),
            "outcomes": _list(_OUTCOME),
            "findings": _list(_FINDING),
            "result": {"type": "object"},
            "redactions": _list(
                _table(
                    "How many places are redacted on one ground.",
                    {"ground": _NAME, "places": {"type": "integer", "minimum": 1}},
                )
            ),
            "digest": _SHA,
        },
        optional=("period",),
    ),
}


DEEPEST: Final = 200
"""How many tables and lists may stand inside one another; an answer about the deepest charter stays far below it."""


def _inside(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, Mapping) else value if is_rows(value) else ()


def too_deep(value: object) -> bool:
    """Whether tables and lists stand inside one another further than any answer has them."""
    here = [value]
    for _ in range(DEEPEST):
        here = [inner for one in here for inner in _inside(one)]
    return bool(here)


def faults(value: object, schema: Schema, path: str = "") -> Iterator[Problem]:
    """Everything about a value that does not fit; only what `SHAPE` uses of the language of schemas is known here."""
    if "if" in schema:
        hidden = isinstance(value, Mapping) and "redacted" in value
        yield from faults(value, schema["then" if hidden else "else"], path)
        return
    if "const" in schema and (value != schema["const"] or type(value) is not type(schema["const"])):
        yield problem("not-an-option", path, str(value), allowed=(str(schema["const"]),))
    elif "enum" in schema and value not in schema["enum"]:
        yield problem("not-an-option", path, str(value), allowed=schema["enum"])
    match schema.get("type"):
        case "object":
            yield from _object(value, schema, path)
        case "array":
            if isinstance(value, list):
                for index, one in enumerate(value):
                    yield from faults(one, schema["items"], join(path, index))
            else:
                yield problem("wrong-type", path, sort_of(value), allowed=("list",))
        case "string":
            yield from _string(value, schema, path)
        case "integer":
            if type(value) is not int or value < schema["minimum"]:
                yield problem("wrong-type", path, sort_of(value), allowed=("number",))
        case _:
            pass
    if not schema or schema == {"type": "object"}:
        yield from _free(value, path)


def _object(value: object, schema: Schema, path: str) -> Iterator[Problem]:
    if not isinstance(value, Mapping):
        yield problem("wrong-type", path, sort_of(value), allowed=("table",))
        return
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    yield from (
        problem("missing-field", join(path, name), name)
        for name in schema.get("required", ())
        if name not in value
    )
    for name, one in value.items():
        if name in known:
            yield from faults(one, known[name], join(path, name))
        elif others is False:
            yield problem("unknown-field", join(path, name), name, allowed=tuple(known))
        else:
            yield from faults(one, others, join(path, name))


def _string(value: object, schema: Schema, path: str) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield problem("wrong-type", path, sort_of(value), allowed=("text",))
    elif schema is _DAY:
        try:
            fits = date.fromisoformat(value).isoformat() == value
        except ValueError:
            fits = False
        if not fits:
            yield problem("not-a-date", path, value)
    elif schema is _SHA and not re.fullmatch("[0-9a-f]{64}", value):
        yield problem("not-a-hash", path, value)
    elif not value and schema.get("minLength"):
        yield problem("empty-text", path)


def _free(value: object, path: str) -> Iterator[Problem]:
    """What no form of JSON may hold here: a number with a fraction, or a redaction that does not say why."""
    if isinstance(value, float):
        yield problem("wrong-type", path, sort_of(value), allowed=("number",))
    elif isinstance(value, Mapping):
        if "redacted" in value:
            yield from faults(value, _HIDDEN, path)
        else:
            for name, one in value.items():
                yield from _free(one, join(path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _free(one, join(path, index))


def schema_text() -> str:
    """The schema as it is written beside the code."""
    return json.dumps(SHAPE, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the schema."""
    (FOLDER / "receipt.schema.json").write_text(schema_text(), "utf-8", newline="\n")
