# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""`kennisstad docs`: what it writes, what it says, and when it refuses."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from kennisstad_core.cli import _docs, main

pytest.importorskip("pydata_sphinx_theme")

ROOT = Path(__file__).parent.parent
SMALL = str(ROOT / "examples" / "consortium")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["docs", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_pages_are_written_and_it_says_where_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    code, out, err = run(capsys, SMALL, "--output", str(folder), "--contact", "loket@example.org")
    assert (code, err) == (0, "")
    assert out.startswith(f"{folder}: ")
    assert "in Dutch and English" in out
    assert str(folder / "index.html") in out
    assert "loket@example.org" in unescape((folder / "nl" / "accessibility.html").read_text("utf-8"))
    code, out, err = run(capsys, SMALL, "--output", str(folder), "--language", "nl", "--quiet")
    assert (code, out, err) == (0, "", "")
    assert not (folder / "en").exists()
    assert 'hreflang="en"' not in (folder / "nl" / "index.html").read_text("utf-8")


def test_a_register_with_problems_is_documented_as_far_as_it_is_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "bron"
    source.mkdir()
    for one in Path(SMALL).glob("*.toml"):
        (source / one.name).write_bytes(one.read_bytes())
    with (source / "register.toml").open("a", encoding="utf-8") as register:
        register.write('\n[[projects]]\nid = "halve"\n')
    code, _, err = run(capsys, str(source), "--output", str(tmp_path / "site"), "--language", "en")
    assert code == 2
    assert f"{source.as_posix()}/register.toml:" in err
    page = (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
    assert "What could not be used" in page
    assert "register.toml:" in page


def test_ids_and_titles_in_any_letters_get_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "bron"
    source.mkdir()
    for one in Path(SMALL).glob("*.toml"):
        (source / one.name).write_bytes(one.read_bytes())
    with (source / "register.toml").open("a", encoding="utf-8") as register:
        for name in ("één brug", "Één brug", "橋 & <brug>"):
            register.write(f'\n[[projects]]\nid = "{name}"\ntitle = {{ nl = "{name}", en = "{name}" }}\n')
    code, _, err = run(capsys, str(source), "--output", str(tmp_path / "site"), "--language", "nl")
    assert (code, err) == (0, "")
    pages = [one.read_text("utf-8") for one in (tmp_path / "site" / "nl" / "project").glob("*.html")]
    assert sum("橋 &amp; &lt;brug&gt;</h1>" in one for one in pages) == 1
    assert sum("één brug</h1>" in one for one in pages) == 1
    assert sum("Één brug</h1>" in one for one in pages) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nergens", "--output", "site"), "nergens"),
        ((SMALL, "--output", "site", "--year", "25"), "four digits"),
        ((SMALL, "--output", "site", "--on", "1-1-2025"), "is not a date"),
        ((SMALL, "--output", SMALL), "outside it"),
        ((SMALL,), "output"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_else_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.txt").write_text("van mij", "utf-8")
    code, _, err = run(capsys, SMALL, "--output", str(tmp_path), "--language", "nl")
    assert code == 2
    assert "brief.txt" in err
    assert [one.name for one in tmp_path.iterdir()] == ["brief.txt"]


def test_extras_that_are_missing_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "site")

    def installed(*names: str) -> Callable[[str], object]:
        def find(name: str) -> object:
            return object() if name in names else None

        return find

    def without_pango(_name: str) -> object:
        raise OSError("cannot load library 'libpango-1.0-0'")

    site = ("matplotlib", "pydata_sphinx_theme", "sphinx")
    monkeypatch.setattr(_docs, "find_spec", installed(*site))
    assert "kennisstad_core[pdf]" in run(capsys, SMALL, "--output", target, "--pdf")[2]
    monkeypatch.setattr(_docs, "find_spec", installed())
    assert "kennisstad_core[site]" in run(capsys, SMALL, "--output", target)[2]
    monkeypatch.setattr(_docs, "find_spec", installed(*site, "weasyprint"))
    monkeypatch.setattr(_docs, "import_module", without_pango)
    assert "libpango-1.0-0" in run(capsys, SMALL, "--output", target, "--pdf")[2]
    assert list(tmp_path.iterdir()) == []
