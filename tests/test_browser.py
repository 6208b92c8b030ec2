# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page of both example partnerships in a real browser: can everybody use it, and does it stay by itself?

`make browser` runs this, and keeps what was measured for the accessibility statement. Without Chromium or Playwright
it is skipped, unless KENNISSTAD_BROWSER=required.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, Final, Literal, NoReturn, TypeAlias, get_args

import pytest

from kennisstad_core.pages import Archive, open_archive
from kennisstad_core.site.plan import plan
from kennisstad_core.site.statement import MEASURED
from kennisstad_core.text import LANGUAGES, Language

pytestmark = pytest.mark.browser

ROOT: Final = Path(__file__).parent.parent
EXAMPLES: Final = ("waterstad", "leiden")
WIDTHS: Final = (375, 800, 1280)
HEIGHT: Final = 900
Theme: TypeAlias = Literal["light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
MANY: Final = 1500
"""Of a page with more parts, contrast is looked at in one width only: it takes minutes, and colours do not change."""
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
REQUIRED: Final = os.environ.get("KENNISSTAD_BROWSER") == "required"
KEEP: Final = os.environ.get("KENNISSTAD_MEASURED", "")
"""The day to keep beside what was measured, when it is to be kept; without a day nothing is."""

measured: Counter[str] = Counter()
"""How many pages and views were measured, and how many violations found, for the accessibility statement."""


def missing(what: str) -> NoReturn:
    words = f"NO BROWSER CHECK WAS MADE: {what}"
    if REQUIRED:
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    found = os.environ.get("KENNISSTAD_CHROMIUM") or which("chromium") or which("chromium-browser")
    if found is None:
        missing("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def axe() -> str:
    found = find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        missing("axe-playwright-python is not installed")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


class Site:
    """An example, built, with the pages to look at: one of each kind, and every page that leads to others."""

    def __init__(self, name: str, folder: Path) -> None:
        from kennisstad_core.site import build_site

        self.archive: Archive
        self.archive, problems = open_archive(ROOT / "examples" / name)
        self.folder = folder / name
        build_site(self.archive, self.folder, version="0", problems=problems)

    def pages(self, language: Language) -> list[str]:
        docs = ["index", "accessibility", "search"]
        for part in plan(self.archive):
            docs.append(part.doc)
            docs += [self.largest(language, [leaf.doc for leaf in leaves]) for _, leaves in part.kinds]
        return docs

    def largest(self, language: Language, docs: list[str]) -> str:
        """What is large has most to get wrong."""
        return max(docs, key=lambda doc: (self.file(language, doc).stat().st_size, doc))

    def file(self, language: Language, doc: str) -> Path:
        return self.folder / language / f"{doc}.html"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    folder = tmp_path_factory.mktemp("sites")
    return {name: Site(name, folder) for name in EXAMPLES}


@pytest.fixture
def said() -> list[str]:
    """What the pages said in the console, and what they asked of anything but the disk."""
    return []


def opened(browser: Any, said: list[str], theme: Theme) -> Any:
    context = browser.new_context(viewport={"width": WIDTHS[-1], "height": HEIGHT}, color_scheme=theme)
    page = context.new_page()

    def hear(one: Any) -> None:
        if one.type == "error":
            said.append(f"console: {one.text}")

    def fail(one: Any) -> None:
        said.append(f"error: {one}")

    def leave(one: Any) -> None:
        if not one.url.startswith(("file:", "data:")):
            said.append(one.url)

    page.on("console", hear)
    page.on("pageerror", fail)
    page.on("request", leave)
    return page


@pytest.fixture
def page(browser: Any, said: list[str]) -> Iterator[Any]:
    one = opened(browser, said, "light")
    yield one
    one.context.close()


@pytest.fixture
def pages(browser: Any, said: list[str]) -> Iterator[dict[Theme, Any]]:
    several = {theme: opened(browser, said, theme) for theme in THEMES}
    yield several
    for one in several.values():
        one.context.close()


def violations(*pages: Any, contrast: bool = True) -> list[list[str]]:
    """What axe finds on each page; all of them look at the same time, each in a process of its own."""
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
        "preload": False,  # it fetches style sheets, which no browser allows for files on a disk
    }
    for page in pages:
        page.evaluate(
            "options => { window.found = axe.run(document, options).then(one => one.violations); }", options
        )
    return [
        [
            f"{one['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
            for one in page.evaluate("window.found")
            for node in one["nodes"][:3]
        ]
        for page in pages
    ]


def settle(*pages: Any, width: int) -> None:
    """Make windows so wide, and let the script of the pages see it."""
    for page in pages:
        page.set_viewport_size({"width": width, "height": HEIGHT})
    pages[0].wait_for_timeout(350)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_everybody_can_use_every_kind_of_page(
    sites: dict[str, Site],
    pages: dict[Theme, Any],
    said: list[str],
    axe: str,
    example: str,
    language: Language,
) -> None:
    site = sites[example]
    wrong: list[str] = []
    for doc in site.pages(language):
        for theme, page in pages.items():
            page.goto(site.file(language, doc).as_uri() + ("?q=2025" if doc == "search" else ""))
            assert page.evaluate("document.documentElement.dataset.theme") == theme
            assert page.evaluate("document.documentElement.lang") == language
            page.evaluate(axe)
        large = pages["light"].evaluate("document.querySelectorAll('*').length") > MANY
        for width in WIDTHS:
            settle(*pages.values(), width=width)
            looked = violations(*pages.values(), contrast=width == WIDTHS[-1] or not large)
            for (theme, page), found in zip(pages.items(), looked, strict=True):
                measured["views"] += 1
                measured["violations"] += len(found)
                wrong += [f"{doc} {theme} {width}: {one}" for one in found]
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    wrong.append(f"{doc} {theme} {width}: the page is {wide} wide")
        measured["pages"] += 1
    assert wrong == []
    assert said == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_asks_for_the_language(
    sites: dict[str, Site], pages: dict[Theme, Any], said: list[str], axe: str, language: Language
) -> None:
    for page in pages.values():
        page.goto((sites["waterstad"].folder / "index.html").as_uri())
        page.evaluate(axe)
    for width in WIDTHS:
        settle(*pages.values(), width=width)
        assert violations(*pages.values()) == [[], []]
        assert all(one.evaluate("document.documentElement.scrollWidth") <= width for one in pages.values())
    page = pages["dark"]
    page.click(f"a[hreflang={language}]")
    assert page.evaluate("document.documentElement.lang") == language
    assert said == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_skips_the_navigation_and_shows_where_it_is(
    sites: dict[str, Site], page: Any, width: int
) -> None:
    site = sites["waterstad"]
    page.set_viewport_size({"width": width, "height": HEIGHT})
    for doc in site.pages("nl"):
        if doc == "search":
            continue  # the reader who opens it is put in its field at once
        page.goto(site.file("nl", doc).as_uri())
        page.keyboard.press("Tab")
        page.wait_for_timeout(400)  # it glides into view
        skip = page.evaluate(
            "(() => { const one = document.activeElement; const box = one.getBoundingClientRect();"
            " return [one.getAttribute('href'), one.textContent.trim(), box.top >= 0 && box.height > 0]; })()"
        )
        assert skip == ["#main-content", "Naar de inhoud", True], doc
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#main-content"
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#main-content').contains(document.activeElement)"), doc


def test_where_the_keyboard_is_can_be_seen_everywhere(sites: dict[str, Site], page: Any) -> None:
    site = sites["waterstad"]
    for doc in site.pages("nl"):
        page.goto(site.file("nl", doc).as_uri())
        unseen = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if not page.evaluate(SEEN):
                unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 160)"))
        assert unseen == [], doc


SEEN: Final = """(() => {
    const one = document.activeElement;
    if (one === document.body) return true;
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
})()"""


@pytest.mark.parametrize("width", [375, 1280])
def test_whatever_scrolls_can_be_reached(sites: dict[str, Site], page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    for name in EXAMPLES:
        site = sites[name]
        for doc in site.pages("en"):
            page.goto(site.file("en", doc).as_uri())
            assert page.evaluate(UNREACHED) == [], doc


UNREACHED: Final = """[...document.querySelectorAll("main *")]
    .filter(one => one.scrollWidth > one.clientWidth + 1)
    .filter(one => ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
    .filter(one => one.tabIndex < 0)
    .map(one => one.outerHTML.slice(0, 160))"""


def test_searching_works_from_the_disk(sites: dict[str, Site], page: Any, said: list[str]) -> None:
    page.goto(sites["waterstad"].file("nl", "search").as_uri() + "?q=groene+daken")
    page.wait_for_selector("#search-results li a")
    page.click("#search-results li a")
    assert "daken" in page.inner_text("h1").lower()
    assert said == []


def test_what_was_measured_is_kept(browser: Any, axe: str) -> None:
    assert measured["pages"] > 0, "run this file as a whole"
    kept = {
        "pages": measured["pages"],
        "views": measured["views"],
        "widths": list(WIDTHS),
        "sites": len(EXAMPLES),
        "browser": f"Chromium {browser.version}",
        "checker": axe.partition("\n")[0].strip("/*! ").replace("axe v", "axe-core "),
        "rules": list(RULES),
        "violations": measured["violations"],
    }
    before = json.loads(MEASURED.read_text("utf-8"))
    if KEEP and {**before, "on": ""} != {**kept, "on": ""}:
        dated = {"on": date.fromisoformat(KEEP).isoformat(), **kept}
        MEASURED.write_text(json.dumps(dated, indent=2) + "\n", "utf-8", newline="\n")
    assert kept["violations"] == 0
