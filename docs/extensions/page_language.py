# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages in another language than the site, which say so in their front matter: ``lang: nl``.

Such a page says so in its ``<html lang>``, and what the theme puts around it is in that language as well: a screen
reader that takes Dutch for English cannot be understood.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

DUTCH = {
    "Back to top": "Naar boven",
    "Breadcrumb": "Kruimelpad",
    "Collapse Sidebar": "Navigatie inklappen",
    "Color mode": "Kleuren",
    "Dark": "Donker",
    "Expand Sidebar": "Navigatie uitklappen",
    "Home": "Begin",
    "Light": "Licht",
    "On this page": "Op deze pagina",
    "Pages under this one": "Pagina’s hieronder",
    "Search": "Zoeken",
    "Section Navigation": "Pagina’s in dit deel",
    "Site navigation": "Navigatie",
    "Skip to main content": "Naar de inhoud",
    "System Settings": "Zoals het systeem",
    "next": "volgende",
    "next page": "volgende pagina",
    "previous": "vorige",
    "previous page": "vorige pagina",
}
"""What the theme says itself; it brings no Dutch of its own."""


def _language(app: Sphinx, page: str) -> str:
    return str(app.env.metadata.get(page, {}).get("lang", app.config.language))


def say_language(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Give a page its language, and keep the page before and after it to those in the same language."""
    context["site_language"] = app.config.language
    language = _language(app, page)
    relations = app.builder.relations if isinstance(app.builder, StandaloneHTMLBuilder) else {}
    _, before, after = relations.get(page, (None, None, None))
    if before and _language(app, before) != language:
        context["prev"] = None
    if after and _language(app, after) != language:
        context["next"] = None
    if language == "nl":
        context["language"] = language
        context["theme_search_bar_text"] = "Zoek in de documentatie"
        context["_"] = context["gettext"] = lambda words: DUTCH.get(words, words)


def setup(app: Sphinx) -> dict[str, Any]:
    """Say the language of a page before its template is filled in."""
    app.connect(
        "html-page-context", say_language, priority=400
    )  # before the theme, which makes texts of its own
    return {"parallel_read_safe": True, "parallel_write_safe": True}
