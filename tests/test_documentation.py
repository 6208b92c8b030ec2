# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of the README and the documentation can run, is run; what is made from the code, is of this code."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

from kennisstad_core import cli, load_charters
from kennisstad_core.explain import clausebook, dictionary
from kennisstad_core.files import remedies
from kennisstad_core.files.catalogue import CATALOGUE
from kennisstad_core.files.loading import bundled
from kennisstad_core.text import LANGUAGES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
SYBIL = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()])
BLOCK = re.compile(
    r"^```(\{code-block\} )?(\w+)\n(?::caption: (\S+)\n\n?)?(.*?)^```$", re.DOTALL | re.MULTILINE
)
ANSWERS = {0, 1, 3}
"""Exit codes of a command that was well asked."""
EXIT = re.compile(r"^\$ echo \$\?\n(\d)$", re.MULTILINE)

MADE: dict[str, Callable[[], str]] = {
    "clauses": lambda: clausebook.page(map(load_charters, bundled())),
    "derived-facts": dictionary.page,
    "problems": remedies.page,
}


def blocks(page: Path) -> Iterator[tuple[str, str, str]]:
    """The language, the name of the file it is to be kept in, and the text of each block of a page."""
    for found in BLOCK.finditer(page.read_text("utf-8")):
        yield found[2], found[3] or "", found[4]


def commands(text: str) -> Iterator[tuple[list[str], str]]:
    """What is typed after a ``$`` for the command of this library, and the file that its output goes to."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.startswith("$ kennisstad "):
            typed, _, file = line.removeprefix("$ kennisstad ").partition(" > ")
            yield shlex.split(typed), file


TO_TYPE = [
    page for page in PAGES if any(list(commands(text)) for kind, _, text in blocks(page) if kind == "console")
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_of_a_page_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for example in SYBIL.parse(path).examples():
        example.evaluate()


@pytest.mark.parametrize("path", TO_TYPE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_of_a_page_can_be_typed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From top to bottom in one folder, with the files that the page says to write; what is shown is what comes out."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for kind, name, text in blocks(path):
        if name:
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        elif kind == "console":
            printed = ""
            expected = EXIT.search(text)
            for typed, output in commands(text):
                code = cli.main(typed)
                said = capsys.readouterr()
                assert code in ({int(expected[1])} if expected else ANSWERS), said.err
                if output:
                    (tmp_path / output).write_text(said.out, "utf-8")
                printed += said.out
            shown = [line for line in EXIT.sub("", text).splitlines() if not line.startswith("$")]
            missing = [line for line in shown if line.strip() not in ("", "…") and line not in printed]
            assert missing == [], printed


@pytest.mark.parametrize("name", MADE)
def test_a_page_that_is_made_from_the_code_is_of_this_code(name: str) -> None:
    assert (DOCS / "reference" / f"{name}.md").read_text("utf-8") == MADE[name]()


def test_there_are_examples() -> None:
    assert sum(len(list(SYBIL.parse(path).examples())) for path in PAGES) > 10
    assert len(TO_TYPE) > 3


def test_every_problem_has_a_remedy_in_both_languages() -> None:
    told = [code for several in remedies.REMEDIES.values() for code in several]

    assert sorted(told) == sorted(CATALOGUE)
    assert all(
        one[language].endswith((".", "?"))
        for several in remedies.REMEDIES.values()
        for one in several.values()
        for language in LANGUAGES
    )


def test_the_reference_tells_of_every_command_with_all_its_options() -> None:
    """An option is told of where its command is, or with what all commands share."""
    page = (DOCS / "reference" / "command.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    sections.pop("What all commands share")
    app = cli._app()
    taken = {
        f"kennisstad {name}": {one.names[0] for one in app[name].assemble_argument_collection()}
        for name in app
        if not name.startswith("-")
    }
    told = {name: set(re.findall(r"--[a-z-]+|\b[A-Z]{2,}\b", text)) for name, text in sections.items()}

    assert told.keys() == taken.keys()
    assert {name: missing for name, several in taken.items() if (missing := several - told[name])} == {}


def test_the_reference_lists_every_schema() -> None:
    page = (DOCS / "reference" / "schemas.md").read_text("utf-8")
    published = {file.name for file in (ROOT / "src" / "kennisstad_core" / "schemas").glob("*.json")}

    assert set(re.findall(r"^\| `.+?` \| `(.+?)` \|", page, re.MULTILINE)) == published


def test_every_page_in_dutch_says_so_and_no_other_does() -> None:
    for page in sorted(DOCS.rglob("*.md")):
        says = page.read_text("utf-8").startswith("---\nlang: nl\n---\n")
        assert says is (page.parent.name == "nl"), page.relative_to(ROOT)


def test_a_page_in_dutch_has_dutch_around_it_and_leads_to_no_english_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(DOCS / "extensions")
    source, made = tmp_path / "source", tmp_path / "made"
    source.mkdir()
    (source / "index.rst").write_text("Begin\n=====\n\n.. toctree::\n\n   english\n   dutch\n", "utf-8")
    (source / "english.rst").write_text("English\n=======\n", "utf-8")
    (source / "dutch.rst").write_text(":lang: nl\n\nNederlands\n==========\n", "utf-8")
    settings = {
        "extensions": ["page_language"],
        "html_theme": "pydata_sphinx_theme",
        "templates_path": [str(DOCS / "_templates")],
    }
    with (
        docutils_namespace()
    ):  # what Sphinx registers would be there already for the next that is set up here
        app = Sphinx(source, None, made, tmp_path / "trees", "html", settings, status=None, warning=None)
        app.build()
    dutch, english = ((made / f"{name}.html").read_text("utf-8") for name in ("dutch", "english"))

    assert '<html lang="nl"' in dutch
    assert "Naar de inhoud" in dutch
    assert "left-prev" not in dutch
    assert re.search(r'<ul class="bd-navbar-elements navbar-nav" lang="en">', dutch)
    assert '<html lang="en"' in english
    assert "Skip to main content" in english
    assert "right-next" not in english


def test_the_glossary_has_no_word_twice_and_no_word_without_both_languages() -> None:
    terms = tomllib.loads((DOCS / "glossary.toml").read_text("utf-8"))["terms"]

    assert len({term["nl"] for term in terms}) == len(terms) > 40
    assert all(term["en"] and term["definition"]["nl"] and term["definition"]["en"] for term in terms)
