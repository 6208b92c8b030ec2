# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documentation of a partnership in a project of Sphinx: what is built, linked, rebuilt and refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from sphinx.testing.util import SphinxTestApp

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
pytest_plugins = ["sphinx.testing.fixtures"]

Making: TypeAlias = Callable[..., SphinxTestApp]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the files of the research call."""
    return copied("governance", tmp_path / "project")


def copied(root: str, folder: Path, example: str = "consortium") -> Path:
    shutil.copytree(HERE / "roots" / f"test-{root}", folder)
    shutil.copytree(EXAMPLES / example, folder / "partnership")
    return folder


def build(make: Making, folder: Path, builder: str = "html", **told: Any) -> SphinxTestApp:
    app = make(builder, srcdir=folder, **told)
    app.build()
    return app


def warnings(app: SphinxTestApp) -> list[str]:
    """What was warned of, with places from the folder of the project."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return [line.replace(f"{app.srcdir}/", "") for line in plain.splitlines()]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


# What is built


@pytest.mark.parametrize(
    "builder", ["html", "singlehtml", "dirhtml", "text", "latex", "man", "texinfo", "xml"]
)
def test_every_form_is_built_without_a_warning(make_app: Making, project: Path, builder: str) -> None:
    app = build(make_app, project, builder, confoverrides={"nitpicky": True})
    assert warnings(app) == []


def test_a_decision_is_a_section_with_its_own_anchor(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "tides.html").read_text("utf-8")
    assert '<section id="decision-tide-sensors">\n' in page
    assert "<h1>TideSensors" in page
    assert (
        '<span aria-hidden="true" class="mark" data-status="satisfied">[+]</span> Three independent' in page
    )


def test_a_section_stands_a_level_deeper_within_another(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "engines.html").read_text("utf-8")
    assert "<h2>QuietEngines" in page
    assert "<h3>Is het consortium breed genoeg?" in page


def test_a_part_in_another_language_says_so(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    assert '<section id="decision-quiet-engines" lang="nl">' in (app.outdir / "engines.html").read_text(
        "utf-8"
    )
    assert 'lang="nl"' not in (app.outdir / "tides.html").read_text("utf-8")


def test_a_heading_within_a_note_is_one_without_a_section(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "engines.html").read_text("utf-8")
    note = page[page.index('class="admonition note"') :]
    assert re.search(r"<h\d class=\"rubric\"[^>]*>GlassMemory", note)
    assert "<section" not in note[: note.index("</div>")]


def test_without_a_title_the_place_remains(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "memory.html").read_text("utf-8")
    assert "<h2>GlassMemory" not in page
    assert '<span id="decision-glass-memory"></span>' in page


def test_in_markdown_and_in_dutch(make_app: Making, tmp_path: Path) -> None:
    app = build(make_app, copied("governance-myst", tmp_path / "project"), confoverrides={"nitpicky": True})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text("utf-8")
    assert "<h2>TideSensors" in page
    assert (
        'href="#decision-tide-sensors"><span class="governance governance-decision">TideSensors</span></a>'
        in page
    )
    assert re.search(r"<h\d class=\"rubric\"[^>]*>QuietEngines", page)
