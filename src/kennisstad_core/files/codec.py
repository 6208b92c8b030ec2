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
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from ..agenda import Agenda
from ..cases import Cases
from ..certificate import Certificate
from ..charter import Charter, Charters
from ..comparison import Comparison
from ..decisions import Decision
from ..errors import CharterError, FlawedData, Problem, RegisterError
from ..pacing import Pace
from ..provisions import Ledger
from ..reconciliation import Reconciliation
from ..records.projects import Project
from ..records.register import Register
from ..reports import Report
from .converter import QUICK, THOROUGH
from .problems import is_rows, problem, sort_of, translate
from .shapes import TAG, keys, laws

T = TypeVar("T")

Storable: TypeAlias = (
    Charter
    | Charters
    | Register
    | Project
    | Decision
    | Report
    | Agenda
    | Reconciliation
    | Pace
    | Certificate
    | Comparison
    | Ledger
    | Cases
)
"""What is a document of its own."""
DOCUMENTS: Final[Mapping[str, type]] = {
    "charter": Charter,
    "charters": Charters,
    "register": Register,
    "project": Project,
    "decision": Decision,
    "report": Report,
    "agenda": Agenda,
    "reconciliation": Reconciliation,
    "pace": Pace,
    "certificate": Certificate,
    "comparison": Comparison,
    "ledger": Ledger,
    "cases": Cases,
}
"""What `dumps` writes as a document of its own, by the kind it gets there."""
DEEPEST: Final = 60
"""How many tables and lists may stand inside one another."""


def depth(data: object) -> int:
    """How deep tables and lists stand inside one another; counting stops beyond what may be read."""
    level, here = 0, [data]
    while here and level <= DEEPEST:
        level += 1
        here = [inner for one in here for inner in _inside(one)]
    return level


def _inside(data: object) -> Iterable[object]:
    return data.values() if isinstance(data, Mapping) else data if is_rows(data) else ()


def attempt(data: object, cls: type[T], path: str = "") -> T | tuple[Problem, ...]:
    """The object that plain data stand for, or every problem that keeps them from being one."""
    try:
        value: T = QUICK.structure(data, cls)
    except Exception:  # whatever it is, the thorough reading says it in words
        return _explain(data, cls, path)
    return value


def _explain(data: object, cls: type[T], path: str) -> T | tuple[Problem, ...]:
    if depth(data) > DEEPEST:
        return (problem("too-deep", path),)
    try:
        value: T = THOROUGH.structure(data, cls)
    except Exception as error:
        return tuple(dict.fromkeys(translate(error, data, path, keys, laws)))
    return value


def half(data: object, cls: type[T], path: str, problems: Iterable[Problem]) -> T | None:
    """The object without the fields that the problems are in, for checking the rest; none when it cannot do without."""
    if not isinstance(data, Mapping):
        return None
    wrong = {one.path.removeprefix(path).lstrip(".").partition(".")[0].partition("[")[0] for one in problems}
    made = attempt({name: value for name, value in data.items() if name not in wrong}, cls, path)
    return None if isinstance(made, tuple) else made


def structure(data: object, cls: type[T]) -> T:
    """The object that plain data (of `tomllib` or `json`) stand for.

    Raises:
        FlawedData: with every problem; a `CharterError` or `RegisterError` where that says more.
    """
    result = attempt(data, cls)
    if isinstance(result, tuple) and not isinstance(result, cls):
        raise _error(cls)(result)
    return result


def _error(cls: type) -> type[FlawedData]:
    if cls in (Charter, Charters):
        return CharterError
    return RegisterError if cls in (Register, Project) else FlawedData


def unstructure(value: object) -> Any:
    """Plain data that `structure` makes the same object of."""
    return QUICK.unstructure(value)


def dumps(value: Storable) -> str:
    """The value as JSON that is stable: the same value gives the same bytes.

    Raises:
        TypeError: for anything that is not a document of its own.
    """
    for kind, cls in DOCUMENTS.items():
        if type(value) is cls:
            tree = {"$schema": f"{kind}.schema.json", "kind": kind, **unstructure(value)}
            return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
    raise TypeError(f"a document is one of {', '.join(DOCUMENTS)}, not {type(value).__name__}")


class _Twice(ValueError):
    pass


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return table


def parse(text: str) -> tuple[object, tuple[Problem, ...]]:
    """Plain data from JSON, in which no key may stand twice; and the problem, if it is no JSON."""
    try:
        data: object = json.loads(text, object_pairs_hook=_pairs)
        if "\\u" in text:
            json.dumps(data, ensure_ascii=False).encode()  # half a character, which no file can hold
    except json.JSONDecodeError as error:
        flaw = problem("not-json")
        return None, (attrs.evolve(flaw, line=error.lineno, column=error.colno),)
    except _Twice as error:
        return None, (problem("duplicate-key", found=str(error)),)
    except UnicodeEncodeError:
        return None, (problem("not-utf8"),)
    except RecursionError:
        return None, (problem("too-deep"),)
    except ValueError:  # a number of thousands of digits
        return None, (problem("number-too-large"),)
    return data, ()


def document(data: object) -> tuple[type, object] | Problem:
    """The class that a parsed document says it is of, and the rest of it."""
    if not isinstance(data, Mapping):
        return problem("wrong-type", found=sort_of(data), allowed=("table",))
    if TAG not in data:
        return problem("missing-field", TAG, TAG, allowed=DOCUMENTS)
    kind = data[TAG]
    if not isinstance(kind, str) or kind not in DOCUMENTS:
        return problem("unknown-kind", TAG, kind, allowed=DOCUMENTS, near=True)
    return DOCUMENTS[kind], {name: one for name, one in data.items() if name not in (TAG, "$schema")}


def loads(text: str) -> Storable:
    """The value that `dumps` wrote; an equal one.

    Raises:
        FlawedData: with every problem; a `CharterError` or `RegisterError` where that says more.
    """
    data, problems = parse(text)
    if problems:
        raise FlawedData(problems)
    found = document(data)
    if isinstance(found, Problem):
        raise FlawedData((found,))
    cls, rest = found
    result: Storable = structure(rest, cls)
    return result
