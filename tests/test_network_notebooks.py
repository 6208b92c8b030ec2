# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The notebooks on networks run from top to bottom and print what is true of their data."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "examples" / "notebooks"
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(name: str) -> dict[str, object]:
    names: dict[str, object] = {}
    page = (NOTEBOOKS / name).read_text("utf-8")
    for place, cell in enumerate(CELL.findall(page), start=1):
        exec(compile(cell, f"{name}, cell {place}", "exec"), names)
    return names


@pytest.fixture
def ran(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib")
    pytest.importorskip("scipy")
    monkeypatch.chdir(NOTEBOOKS)  # where Jupyter runs a notebook that is opened there


@pytest.mark.usefixtures("ran")
def test_cross_links(capsys: pytest.CaptureFixture[str]) -> None:
    names = run("cross_links.md")

    told = capsys.readouterr().out
    assert "de-kade - gemeente-waterstad: 14\n" in told
    assert "dike-bees: de-kade, de-sluis, waterschap-zilt\n" in told
    assert "lightship" in told.partition("below what was agreed:")[2].partition("\n")[0]
    assert "This network is small" in told
    again = names["again"]
    assert (len(again), again.number_of_edges()) == (5, 10)  # type: ignore[arg-type, attr-defined]


@pytest.mark.usefixtures("ran")
def test_regional_partnerships_are_as_the_table_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    names = run("regional_partnerships.md")

    groups: defaultdict[str, set[str]] = defaultdict(set)
    with (ROOT / "examples" / "regional" / "arrangements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups[row["group"]].add(row["party"])
    of_leiden = {name: parties for name, parties in groups.items() if "Leiden" in parties}
    others = set().union(*of_leiden.values()) - {"Leiden"}
    provinces = {
        name for name, parties in groups.items() if sum(one.startswith("Provincie") for one in parties) == 1
    }

    leiden = names["leiden"]
    assert {row.other.id: set(row.projects) for row in leiden} == {  # type: ignore[attr-defined]  # a name of the notebook
        who: {name for name, parties in of_leiden.items() if who in parties} for who in others
    }
    assert {row.project.id for row in names["resting"]} == provinces  # type: ignore[attr-defined]  # a name of the notebook
    told = capsys.readouterr().out
    assert len(of_leiden) == 7
    assert "Oegstgeest         7" in told
    assert f"{len(provinces)} arrangements have exactly one province" in told
