# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The reference of the commands on cross-links names what they take, and the guide types what works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kennisstad_core.cli import main

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reference" / "command.md"
GUIDE = ROOT / "docs" / "how-to" / "find-cross-links.md"
OPTION = re.compile(r"--[a-z]+")


@pytest.mark.parametrize("command", ["links", "hook-on", "what-if", "graph"])
def test_the_reference_names_the_options_and_no_others(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    ways = capsys.readouterr().out.partition("─ Parameters ─")[2].partition("Exit codes")[0]
    taken = set(re.findall(r"^│ \*?\s*(--[a-z]+)", ways, re.MULTILINE)) - {"--help"}
    section = PAGE.read_text("utf-8").partition(f"## kennisstad {command}\n")[2].partition("\n## ")[0]

    assert {"--on", "--charters", "--language", "--format"} <= taken
    assert set(OPTION.findall(section)) == taken


def test_what_the_guide_types_works(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = re.findall(r"^\$ kennisstad (.+?)(?: > .+)?$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert {line.split()[0] for line in typed} == {"links", "hook-on", "what-if", "graph"}
    monkeypatch.chdir(ROOT)

    for line in typed:
        assert main(shlex.split(line)) == 0, line
        assert capsys.readouterr().out
