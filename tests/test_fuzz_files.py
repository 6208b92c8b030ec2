# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever a file holds, reading it gives problems or a value, and the schemas agree with the loaders."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fixtures_doors import LETTERS, to_toml
from fixtures_files import REGISTER, WATERSTAD
from kennisstad_core.charter import Charters
from kennisstad_core.errors import FlawedData, Problem
from kennisstad_core.files.catalogue import CATALOGUE
from kennisstad_core.files.codec import DOCUMENTS, attempt, loads
from kennisstad_core.files.loading import charters_of, read_charters, read_register
from kennisstad_core.files.schema import schema
from kennisstad_core.files.shapes import SHARED, TABLES
from kennisstad_core.files.tables import columns
from kennisstad_core.records import Project, Register

SCHEMAS: Final = {kind: Draft202012Validator(schema(kind)) for kind in ("charter", "register")}
CHARTER: Final = tomllib.loads(WATERSTAD)
RECORDS: Final = """
[[projects.departures]]
clause = "two"
body = "table"
reason = "r"
on = 2024-03-01
by = { name = "A" }

[[contributions]]
project = "storm"
contributor = "uni"
purpose = "project"
form = "cash"
stage = "paid"
amount = "12.50 EUR"

[[given]]
project = "storm"
fact = "phase"
value = { low = 1, high = 2 }
source = { document = "d" }

[[benefits]]
project = "storm"
holder = "uni"
side = "city"
text = { nl = "a", en = "b" }
"""
SOUND: Final = tomllib.loads(REGISTER + RECORDS)

files = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


@contextmanager
def folder_of(content: Mapping[str, bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        for file, raw in content.items():
            Path(name, file).write_bytes(raw)
        yield Path(name)


def check(problems: tuple[Problem, ...], lines: int) -> None:
    """Every problem says something, in words that can be printed, of a place that is there."""
    for one in problems:
        assert one.code in CATALOGUE
        assert one.code != "not-valid", one
        assert 0 <= one.line <= lines + 1
        assert not one.file.startswith("/")
        for language in ("nl", "en"):
            one.render(language).encode()
            assert one.message[language].isprintable()


# Arbitrary bytes

rubbish = st.binary(max_size=60) | st.text(LETTERS + "\r\ufeff01-:{}", max_size=60).map(str.encode)


@files
@given(rubbish)
@example(b"a=[" * 2000)
@example(b"\xef\xbb\xbf\xff")
@example(b'"\\ud800" = 1')
@example(b"a = nan\nb = 1979-05-27T00:32:00-07:00\nc = 07:32:00\nd = -inf")
def test_any_bytes_as_toml(raw: bytes) -> None:
    with folder_of({"charter.toml": raw, "register.toml": raw}) as home:
        lines = raw.count(b"\n") + 1
        charters, problems = read_charters(home)
        assert len(charters) == 0
        assert problems
        check(problems, lines)
        check(read_register(home)[1], lines)
        charters_of(home)


@files
@given(rubbish)
def test_any_bytes_as_json(raw: bytes) -> None:
    with folder_of({"c.json": raw}) as home:
        check(read_charters(home / "c.json")[1], raw.count(b"\n") + 1)
        check(read_register(home / "c.json")[1], raw.count(b"\n") + 1)


@files
@given(st.sampled_from([*TABLES, "people"]), rubbish)
def test_any_bytes_as_csv(table: str, raw: bytes) -> None:
    with folder_of({f"{table}.csv": raw}) as home:
        check(read_register(home)[1], raw.count(b"\n") + raw.count(b"\r") + 1)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[str, str]:
    """Tables with columns that are mostly known, and cells that are sometimes right."""
    table = draw(st.sampled_from(list(TABLES)))
    names = [*columns(table), "attributes.x", "sources", ""]
    header = draw(st.lists(st.sampled_from(names), min_size=1, max_size=8))
    cells = st.sampled_from(
        ["", "storm", "uni", "fit", "good", "2024-01-01", "true", "3", "a|b", "12.50 EUR", "é", '"', " "]
    )
    rows = draw(st.lists(st.lists(cells, min_size=len(header) - 1, max_size=len(header) + 1), max_size=4))
    separator = draw(st.sampled_from(",;"))
    return table, "".join(
        separator.join(row) + draw(st.sampled_from(["\n", "\r\n"])) for row in [header, *rows]
    )


@files
@given(sheets())
def test_any_table(sheet: tuple[str, str]) -> None:
    table, text = sheet
    content = {"charter.toml": WATERSTAD, "register.toml": REGISTER, f"{table}.csv": text}
    with folder_of({name: one.encode() for name, one in content.items()}) as home:
        register, problems = read_register(home)
        check(problems, max(text.count("\n"), REGISTER.count("\n")) + 1)
        assert isinstance(register, Register)
        assert bool(problems) or not register.flaws


# Arbitrary and mutated trees

leaves = st.one_of(
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.sampled_from([1.5, -0.25]),
    st.text(LETTERS, max_size=5),
    st.sampled_from(
        ["compare", "all", "is", "uni", "storm", "12.50 EUR", "60%", "2024-01-01", "met", "undetermined"]
    ),
    st.dates(),
    st.datetimes(),
)
keys = st.text(LETTERS, max_size=4) | st.sampled_from(
    ["id", "kind", "of", "first", "last", "period", "value", "title", "nl"]
)
junk = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=6
)


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything in a tree."""
    for step, inner in (
        tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    ):
        yield (*path, step)
        yield from places(inner, (*path, step))


@st.composite
def mutated(draw: st.DrawFn, sound: Mapping[str, Any]) -> dict[str, Any]:
    """A sound document, in which a few things are taken away, renamed, repeated or replaced."""
    tree: dict[str, Any] = deepcopy(dict(sound))
    for _ in range(draw(st.integers(0, 3))):
        *path, last = draw(st.sampled_from(list(places(tree)) or [("id",)]))
        holder: Any = tree
        for step in path:
            holder = holder[step]
        match draw(st.sampled_from(["remove", "rename", "repeat", "replace", "add"])):
            case "remove":
                holder.pop(last, None) if isinstance(holder, dict) else holder.pop(last)
            case "rename" if isinstance(holder, dict):
                holder[draw(keys)] = holder.pop(last, 0)
            case "repeat" if isinstance(holder, list):
                holder.append(deepcopy(holder[last]))
            case "add" if isinstance(holder, dict):
                holder[draw(keys)] = draw(junk)
            case _:
                holder[last] = draw(junk)
    return tree


# A row that may belong to the whole names a project only where its words are about one, which no schema can tell.
EITHER: Final = tuple(f"{table}[" for table in SHARED)
TIGHT: Final = frozenset(("unknown-field", "missing-field", "wrong-type", "unknown-kind", "unknown-table"))


def agree(kind: str, tree: Mapping[str, Any], problems: tuple[Problem, ...]) -> None:
    """What the schema refuses the loader refuses; and what is plainly of the wrong shape, the schema refuses too."""
    plain = json.loads(json.dumps(tree, default=str))
    refused = [error.json_path for error in SCHEMAS[kind].iter_errors(plain)]
    assert problems or not refused
    # To a schema a date is text, and so it cannot tell one in the place of a text.
    shape = [
        one
        for one in problems
        if one.code in TIGHT
        and one.found not in ("date", "time")
        and not (one.found == "project" and one.path.startswith(EITHER))
    ]
    assert refused or not shape, shape


@files
@given(mutated(CHARTER))
def test_a_charter_with_mistakes(tree: dict[str, Any]) -> None:
    with folder_of({"charter.toml": to_toml(tree).encode()}) as home:
        charters, problems = read_charters(home)
        check(problems, to_toml(tree).count("\n") + 1)
        assert len(charters) == (not problems)
        assert all(one.line for one in problems)
        agree("charter", tree, problems)


@files
@given(mutated(SOUND))
def test_a_register_with_mistakes(tree: dict[str, Any]) -> None:
    content = {"charter.toml": WATERSTAD, "register.toml": to_toml(tree)}
    with folder_of({name: one.encode() for name, one in content.items()}) as home:
        register, problems = read_register(home)
        check(problems, to_toml(tree).count("\n") + 1)
        assert problems or not register.flaws
        assert all(one.line for one in problems)
        agree("register", tree, problems)


@files
@given(st.dictionaries(keys | st.sampled_from([*CHARTER, *SOUND]), junk, max_size=4))
def test_any_tree(tree: dict[str, Any]) -> None:
    text = to_toml(tree).encode()
    with folder_of({"charter.toml": text, "register.toml": text}) as home:
        charters, problems = read_charters(home)
        assert isinstance(charters, Charters)
        check(problems, text.count(b"\n") + 1)
        agree("charter", tree, problems)
        problems = read_register(home)[1]
        check(problems, text.count(b"\n") + 1)
        agree("register", tree, problems)


@files
@given(st.sampled_from([*DOCUMENTS, "x"]), junk)
def test_any_document(kind: str, inner: object) -> None:
    text = json.dumps({"kind": kind, "versions": inner, "projects": inner, "id": inner}, default=str)
    try:
        loads(text)
    except FlawedData as error:
        check(error.problems, 1)


@given(junk, st.sampled_from([Project, Register, Charters]))
def test_any_value_for_any_class(data: object, cls: type) -> None:
    result = attempt(data, cls)

    assert isinstance(result, (cls, tuple))


def test_the_sound_documents_are_sound() -> None:
    with folder_of(
        {"charter.toml": to_toml(CHARTER).encode(), "register.toml": to_toml(SOUND).encode()}
    ) as home:
        assert read_charters(home)[1] == ()
        assert [one.code for one in read_register(home)[1]] == ["value-does-not-fit"]
