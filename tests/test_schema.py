# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published schemas: made from the classes, up to date, as wide as the loaders and hardly wider."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fixtures_doors import instances
from fixtures_files import REGISTER, WATERSTAD
from kennisstad_core import cli
from kennisstad_core.errors import UnknownName
from kennisstad_core.files.codec import DOCUMENTS, dumps, loads
from kennisstad_core.files.schema import FOLDER, schema, schema_text

ROOT = Path(__file__).parent.parent


def errors(kind: str, tree: object) -> list[str]:
    plain = json.loads(json.dumps(tree, default=str))
    found: Iterator[Any] = Draft202012Validator(schema(kind)).iter_errors(plain)
    return sorted(error.json_path for error in found)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_schema_beside_the_code_is_of_this_code(kind: str) -> None:
    path = FOLDER / f"{kind}.schema.json"

    assert path.read_text("utf-8") == schema_text(kind), "run: python -m kennisstad_core.files.schema"


def test_no_schema_is_left_over() -> None:
    kinds = {*DOCUMENTS, "receipt"}  # a receipt has a shape of its own: see test_receipts.py
    assert {path.name for path in FOLDER.iterdir()} == {f"{kind}.schema.json" for kind in kinds}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_object_is_closed_and_every_class_is_described(kind: str) -> None:
    whole = schema(kind)
    for name, one in [("", whole), *whole["$defs"].items()]:
        if "properties" in one and "allOf" not in one:
            assert one["additionalProperties"] is False, name
            assert one["description"], name


def test_a_schema_is_asked_for_by_the_kind_of_a_document() -> None:
    with pytest.raises(UnknownName, match="did you mean 'charter'"):
        schema("chartre")


def toml_files() -> list[Path]:
    bundled = sorted((ROOT / "src" / "kennisstad_core" / "charters").rglob("*.toml"))
    return [*bundled, *sorted((ROOT / "examples").rglob("*.toml"))]


@pytest.mark.parametrize("path", toml_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_comes_with_the_library_fits_its_schema(path: Path) -> None:
    tree = tomllib.loads(path.read_text("utf-8"))

    beside = path.stem if path.stem in ("ledger", "cases") else ""
    assert errors(beside or ("charter" if "clauses" in tree else "register"), tree) == []


@pytest.mark.parametrize("path", toml_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_names_a_schema_that_is_there(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]

    assert first.startswith("#:schema ")
    assert (path.parent / first.removeprefix("#:schema ")).resolve().parent == FOLDER.resolve()
    assert (path.parent / first.removeprefix("#:schema ")).is_file()


@pytest.mark.parametrize("kind", sorted(set(DOCUMENTS) - {"register"}))
@settings(
    max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
@given(data=st.data())
def test_what_is_written_fits_its_schema(kind: str, data: st.DataObject) -> None:
    value = data.draw(instances(DOCUMENTS[kind]))

    assert errors(kind, json.loads(dumps(value))) == []


PRINTED: dict[str, list[str]] = {
    "decision": ["decide", "examples/waterstad", "green-roofs", "--on", "2025-06-01"],
    "report": ["audit", "examples/waterstad", "--on", "2025-06-01"],
    "agenda": ["agenda", "examples/waterstad", "--for", "2025-11-27"],
    "reconciliation": ["funding", "examples/waterstad", "--year", "2025"],
    "pace": ["pace", "examples/waterstad", "green-roofs", "--on", "2025-06-01"],
    "certificate": ["certificate", "leiden", "--charter", "leiden-2023"],
    "comparison": ["compare", "examples/waterstad", "waterstad-2019", "waterstad-2024", "--on", "2025-06-01"],
}


@pytest.mark.parametrize("kind", PRINTED)
def test_what_the_command_prints_as_json_names_and_fits_its_schema(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([*PRINTED[kind], "--format", "json"])
    out = capsys.readouterr().out
    tree = json.loads(out)

    assert (tree["$schema"], tree["kind"]) == (f"{kind}.schema.json", kind)
    assert errors(kind, tree) == []
    assert dumps(loads(out)) == out


def test_the_command_prints_every_schema_that_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    for path in sorted(FOLDER.iterdir()):
        assert cli.main(["schema", path.name.removesuffix(".schema.json")]) == 0
        assert capsys.readouterr().out == path.read_text("utf-8")


WRONG: list[tuple[str, str, str, str]] = [
    ("charter", "value = 2", "value = 2.5", "$.clauses[0].condition.value"),
    ("charter", 'kind = "compare"', 'kind = "comparee"', "$.clauses[0].condition.kind"),
    ("charter", 'fact = "makers", relation', "fact = 3, relation", "$.clauses[0].condition.fact"),
    ("charter", "at_least", "minstens", "$.clauses[0].condition.relation"),
    ("charter", 'kind = "count"', 'kind = "counts"', "$.facts[0].kind"),
    ("charter", 'role = ["maker"]', 'role = "maker"', "$.facts[0].where.role"),
    ("charter", "first = 2024-01-01", "first = 2024-01-01T10:00:00", "$.first"),
    ("charter", 'inside = "met"', 'inside = "yes"', "$.outcomes[0].when.inside"),
    ("charter", 'id = "uni"', 'id = " uni"', "$.partners[0].id"),
    ("charter", 'partnership = "Verbond"', "partnership = { nl = 'Verbond' }", "$.partnership"),
    ("charter", 'partnership = "Verbond"', 'partnership = ""', "$.partnership"),
    ("charter", 'en = "Water" }', 'en = "" }', "$.themes[0].title.en"),
    ("register", 'role = "maker"', 'rol = "maker"', "$.projects[0].participations[0]"),
    ("register", "on = 2024-03-01", "on = 2024", "$.projects[0].judgements[0].on"),
    ("register", "[register]", "[registre]", "$"),
]


@pytest.mark.parametrize(("kind", "old", "new", "path"), WRONG, ids=[one[2] for one in WRONG])
def test_an_error_points_at_the_field(kind: str, old: str, new: str, path: str) -> None:
    text = WATERSTAD if kind == "charter" else REGISTER
    assert old in text

    assert errors(kind, tomllib.loads(text)) == []
    assert errors(kind, tomllib.loads(text.replace(old, new, 1))) == [path]


def test_rows_by_themselves_name_their_project() -> None:
    row = {"party": "uni", "project": "storm"}

    assert errors("register", {"participations": [row]}) == []
    assert errors("register", {"participations": [{"party": "uni"}]}) == ["$.participations[0]"]
    assert errors("register", {"projects": [{"id": "x", "title": "X", "participations": [row]}]}) == [
        "$.projects[0].participations[0]"
    ]
