# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each page on a screen is dressed in beyond its words: languages, tags that name it, and room to scroll."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Final

from attrs import frozen
from sphinx.application import Sphinx

from ..text import Language, Text
from .plan import ACCESSIBILITY

NAMES: Final[Mapping[Language, str]] = {"nl": "Nederlands", "en": "English"}
"""Each language in its own words."""

_PAPER: Final = Text("Alles in één PDF", "Everything in one PDF")
_TABLE: Final = re.compile(
    r'<div class="pst-scrollable-table-container">(?=<table\b[^>]*>\s*<caption>(.*?)</caption>)', re.DOTALL
)
_REGION: Final = 'role="region" tabindex="0"'
_TAG: Final = re.compile(r"<[^>]*>")
_FIGURE: Final = re.compile(r'<figure\b([^>]*)>\s*(<img\b[^>]*?\balt="([^"]*)"[^>]*>)', re.DOTALL)


@frozen
class Dressing:
    """What the pages of one language have besides their documents.

    ``tags`` gives the names and values that go into the head of a page, by the name of its file; ``paper`` is the file
    with all of them, if there is one.
    """

    language: Language
    others: tuple[Language, ...]
    footnote: str
    statement: str
    tags: Callable[[str], Mapping[str, str]]
    paper: str = ""

    def __call__(self, app: Sphinx) -> None:
        """Have Sphinx dress every page that it writes."""
        app.connect("html-page-context", self.dress, priority=400)  # before the theme renders its parts

    def dress(
        self, _app: Sphinx, doc: str, _template: str, context: dict[str, Any], _doctree: object
    ) -> None:
        """Add to what the template of one page is given."""
        up = "../" * (doc.count("/") + 1)
        context["other_languages"] = [
            {"language": one, "name": NAMES[one], "href": f"{up}{one}/{doc}.html"} for one in self.others
        ]
        context["footnote"] = self.footnote
        context["paper"] = self.paper and f"{up[3:]}{self.paper}"
        context["paper_title"] = _PAPER[self.language]
        context["accessibility"] = ACCESSIBILITY
        context["accessibility_title"] = self.statement
        metas = "".join(
            f'<meta name="{escape(name)}" content="{escape(value)}"/>\n'
            for name, value in self.tags(doc).items()
        )
        context["metatags"] = context.get("metatags", "") + metas
        if context.get("body"):
            context["body"] = scrolling(context["body"])


def scrolling(body: str) -> str:
    """The page with each table and picture in a frame that scrolls by itself and that the keyboard reaches."""
    seen: dict[str, int] = {}

    def named(words: str) -> str:
        seen[words] = seen.get(words, 0) + 1
        return words if seen[words] == 1 else f"{words} ({seen[words]})"

    def table(found: re.Match[str]) -> str:
        label = named(_TAG.sub("", found[1]).strip())
        return f'<div class="pst-scrollable-table-container" {_REGION} aria-label="{label}">'

    def figure(found: re.Match[str]) -> str:
        label = named(found[3].partition(". ")[0])
        frame = f'<div class="kc-picture pst-scrollable-table-container" {_REGION} aria-label="{label}">'
        return f"<figure{found[1]}>\n{frame}{found[2]}</div>"

    return _FIGURE.sub(figure, _TABLE.sub(table, body))
