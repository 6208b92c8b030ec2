# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The glossary in both languages, from ``docs/glossary.toml``; a page says ``<!-- glossary -->`` where it goes.

On an English page a term is in Dutch and English, with the Python name; on a Dutch page without the name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

WORDS = Path(__file__).parent.parent / "glossary.toml"
HERE = "<!-- glossary -->\n"


def _entries(terms: list[dict[str, Any]], language: str) -> Iterator[str]:
    other = "en" if language == "nl" else "nl"
    for term in sorted(terms, key=lambda one: one["nl"]):
        names = [f"**{term['nl']}**", f"[{term['en']}]{{.language-{other}}}"]
        if language == "en":
            names = [f"**[{term['nl']}]{{.language-{other}}}**", term["en"]]
            if "code" in term:
                names.append(f"{{py:obj}}`~{term['code']}`")
        yield f"{' · '.join(names)}\n: {term['definition'][language]}\n"


def put_words(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the words of the field on the pages that ask for them."""
    if HERE in source[0]:
        app.env.note_dependency(str(WORDS))
        language = "nl" if docname.startswith("nl/") else "en"
        terms = tomllib.loads(WORDS.read_text("utf-8"))["terms"]
        source[0] = source[0].replace(HERE, "\n".join(_entries(terms, language)))


def setup(app: Sphinx) -> dict[str, Any]:
    """Fill in the glossary before pages are parsed."""
    app.connect("source-read", put_words)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
