# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The house itself: what an import costs, what may not be written down, and that the papers agree with the code."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kennisstad_core

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "kennisstad_core"

HEAVY = {
    "babel",
    "cyclopts",
    "dateutil",
    "duckdb",
    "holidays",
    "hypothesis",
    "icalendar",
    "matplotlib",
    "narwhals",
    "networkx",
    "numpy",
    "pandas",
    "polars",
    "rich",
    "scipy",
    "sphinx",
    "tree_sitter",
}

# Written in halves, so that this file does not hold what it looks for.
REGISTRY_HOSTS = [
    re.escape(first + last)
    for first, last in [
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("npmjs", ".org"),
        ("deb.debian", ".org"),
        ("proxy.golang", ".org"),
        ("crates", ".io"),
    ]
]
MACHINE_PATH = r"(?<![\w.$}~*-])/(?:root|home|Users|work|tmp|opt|mnt|srv)/\w"
NOT_OURS_TO_TELL = re.compile("|".join([*REGISTRY_HOSTS, MACHINE_PATH]))

ONE_CITY = re.compile(r"leiden|naturalis|mborijnland", re.IGNORECASE)


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def repository_files() -> list[Path]:
    """The files that are tracked, and those that would be with the next `git add`."""
    if not (ROOT / ".git").exists():
        pytest.skip(
            "THIS IS NO GIT CHECKOUT: which files the repository holds cannot be told, so nothing was checked"
        )
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    assert files
    return [file for file in files if file.is_file()]


def test_importing_the_library_loads_nothing_heavy() -> None:
    loaded = run_python(
        "import sys, kennisstad_core; print(*{name.partition('.')[0] for name in sys.modules})"
    )

    assert "kennisstad_core" in loaded.split()
    assert HEAVY.isdisjoint(loaded.split())


def test_constraints_do_not_say_where_packages_came_from() -> None:
    constraints = (ROOT / "constraints.txt").read_text("utf-8")

    assert "://" not in constraints
    pins = [line for line in constraints.splitlines() if line and not line.startswith("#")]
    assert pins
    assert [line for line in pins if "==" not in line] == []


def test_no_file_holds_a_path_of_one_machine_or_the_host_of_a_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in repository_files()
        for match in NOT_OURS_TO_TELL.finditer(file.read_bytes().decode("utf-8", "replace"))
    ]

    assert found == []


@pytest.mark.parametrize("text", ["see /ro" + "ot/x", "'/wo" + "rk/main'", "http://py" + "pi.org/simple"])
def test_the_search_for_machine_paths_finds_one(text: str) -> None:
    assert NOT_OURS_TO_TELL.search(text)


def test_no_code_knows_one_city() -> None:
    modules = sorted(SOURCE.rglob("*.py"))
    assert modules
    found = [
        f"{module.relative_to(SOURCE)}:{number}: {line.strip()}"
        for module in modules
        for number, line in enumerate(module.read_text("utf-8").splitlines(), start=1)
        if ONE_CITY.search(line)
    ]

    assert found == []


def test_a_module_imports_only_from_lower_layers() -> None:
    run_python(
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )


def test_the_papers_agree_on_the_version() -> None:
    version = kennisstad_core.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    publiccode = (ROOT / "publiccode.yml").read_text("utf-8")

    assert importlib.metadata.version("kennisstad_core") == version, (
        "install again: the metadata is of another version"
    )
    assert re.search(rf"^## \[(?:Unreleased|{re.escape(version)})\]", changelog, re.MULTILINE)
    assert f'softwareVersion: "{version}"' in publiccode


def test_the_licence_on_top_is_the_licence() -> None:
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes()


@pytest.mark.parametrize("first", ["hypothesis", "kennisstad_core.strategies"])
def test_hypothesis_finds_the_strategies_whichever_is_imported_first(first: str) -> None:
    run_python(f"import {first}, hypothesis, kennisstad_core.strategies")

    (hook,) = importlib.metadata.entry_points(group="hypothesis", name="kennisstad_core")
    assert callable(hook.load())


def test_the_api_reference_shows_every_public_module() -> None:
    def dotted(module: Path) -> str:
        parts = module.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")

    public = {dotted(module) for module in SOURCE.rglob("*.py")}
    public = {name for name in public if not any(part.startswith("_") for part in name.split("."))}
    rooms = sorted((ROOT / "docs" / "reference").glob("api/*.md"))
    reference = "".join(room.read_text("utf-8") for room in rooms)
    shown = re.findall(r"^\.\. automodule:: (\S+)$", reference, re.MULTILINE)

    assert sorted(shown) == sorted(public)
