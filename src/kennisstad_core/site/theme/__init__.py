# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the pages look: settings of the theme, its templates and style sheets, and its words in Dutch."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path
from typing import Any, Final

from ...text import Language

FOLDER: Final = Path(__file__).parent

_DUTCH: Final = {
    "Back to top": "Terug naar boven",
    "Breadcrumb": "Kruimelpad",
    "Collapse Sidebar": "Zijbalk inklappen",
    "Color mode": "Licht of donker",
    "Dark": "Donker",
    "Error": "Fout",
    "Expand Sidebar": "Zijbalk uitklappen",
    "Home": "Voorpagina",
    "Light": "Licht",
    "On this page": "Op deze pagina",
    "Please activate JavaScript to enable the search functionality.": "Zet JavaScript aan om te kunnen zoeken.",
    "Search": "Zoeken",
    "Section Navigation": "In dit onderdeel",
    "Site navigation": "Navigatie",
    "Skip to main content": "Naar de inhoud",
    "System Settings": "Zoals het systeem",
    "next": "volgende",
    "next page": "volgende pagina",
    "previous": "vorige",
    "previous page": "vorige pagina",
    "Alternative text": "Beschrijving",
}
"""Words of the theme that Sphinx and the theme have no Dutch for."""


class _Dutch(NullTranslations):
    """The words above, for whoever finds none elsewhere."""

    def gettext(self, message: str) -> str:
        return _DUTCH.get(message, message)


def translations(language: Language) -> NullTranslations:
    """What the theme says, in the language, as far as Sphinx does not say it itself."""
    return _Dutch() if language == "nl" else NullTranslations()


def web(title: str, language: Language, search: str) -> dict[str, Any]:
    """The settings of Sphinx for pages on a screen."""
    return {
        "project": title,
        "html_title": title,
        "html_theme": "pydata_sphinx_theme",
        "templates_path": [str(FOLDER / "templates")],
        "html_static_path": [str(FOLDER / "static")],
        "html_css_files": ["kennisstad.css"],
        "locale_dirs": [str(FOLDER / "locale")],
        "html_copy_source": False,
        "html_show_sourcelink": False,
        "html_show_copyright": False,
        "html_show_sphinx": False,
        "html_show_search_summary": False,  # it fetches pages, which no browser allows for files on a disk
        "html_use_index": False,
        "html_domain_indices": False,
        "html_permalinks": False,
        "html_last_updated_fmt": None,
        "html_context": {"default_mode": "auto"},
        "html_search_language": language,
        "html_theme_options": {
            "pygments_light_style": "a11y-high-contrast-light",
            "pygments_dark_style": "a11y-high-contrast-dark",
            "navbar_start": ["navbar-logo"],
            "navbar_center": ["navbar-nav"],
            "navbar_end": ["language", "theme-switcher"],
            "navbar_persistent": ["search-button"],
            "header_links_before_dropdown": 8,
            "article_header_start": ["breadcrumbs"],
            "primary_sidebar_end": [],
            "secondary_sidebar_items": ["page-toc"],
            "footer_start": ["footnote"],
            "footer_center": [],
            "footer_end": [],
            "show_toc_level": 2,
            "navigation_with_keys": False,
            "search_bar_text": search,
            "back_to_top_button": False,
        },
    }


def paper(title: str) -> dict[str, Any]:
    """The settings of Sphinx for the one page that is printed."""
    return {
        "project": title,
        "html_title": title,
        "html_theme": "paper",
        "html_theme_path": [str(FOLDER)],
        "html_copy_source": False,
        "html_permalinks": False,
        "html_use_index": False,
        "html_domain_indices": False,
    }
