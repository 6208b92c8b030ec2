# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The notebooks run from top to bottom, each in a namespace of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisstad_core import Range

NOTEBOOKS = sorted((Path(__file__).parent.parent / "examples" / "notebooks").glob("*.md"))
CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def run(notebook: Path) -> dict[str, object]:
    cells = CELL.findall(notebook.read_text("utf-8"))
    assert cells
    names: dict[str, object] = {}
    for number, cell in enumerate(cells, start=1):
        exec(compile(cell, f"{notebook.name}, cell {number}", "exec"), names)
    return names


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[one.stem for one in NOTEBOOKS])
def test_a_notebook_runs(notebook: Path) -> None:
    assert run(notebook)


def test_needed_homes_are_a_range_and_never_a_point() -> None:
    names = run(next(one for one in NOTEBOOKS if one.stem == "student_housing"))

    assert isinstance(names["missing"], Range)
    assert not names["missing"].exact
    assert all(str(one) in str(names["answer"]) for one in names["assumptions"])  # type: ignore[attr-defined]  # a name of the notebook
