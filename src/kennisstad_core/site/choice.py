# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page above the languages: it only asks which one, in each of them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from ..explain.words import day
from ..pages import Archive
from ..text import Language, Text
from .dressing import NAMES
from .overview import name_of
from .theme import FOLDER

_GO: Final[Mapping[Language, str]] = {
    "nl": "Verder in het Nederlands",
    "en": "Continue in English",
}
_WHAT: Final = Text(
    "Wat er is afgesproken, wat daaruit volgt en waar dat op rust, naar de stand van {on}.",
    "What was agreed, what follows from it and what that rests on, as of {on}.",
)


def choice(archive: Archive, languages: tuple[Language, ...]) -> str:
    """The page as HTML: no script, and nothing that moves the reader along by itself."""
    first = languages[0]
    title = name_of(archive, first)
    titles = " / ".join(dict.fromkeys(name_of(archive, one) for one in languages))
    style = _style()
    doors = "\n".join(
        f'<li lang="{one}"><p class="name">{escape(name_of(archive, one))}</p>\n'
        f"<p>{escape(_WHAT[one].format(on=day(archive.on, one)))}</p>\n"
        f'<p><a href="{one}/index.html" hreflang="{one}">{_GO[one]}</a></p></li>'
        for one in languages
    )
    heading = " · ".join(f'<span lang="{one}">{NAMES[one]}</span>' for one in languages)
    return f"""<!DOCTYPE html>
<html lang="{first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(titles)}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<p class="languages">{heading}</p>
<ul>
{doors}
</ul>
</main>
</body>
</html>
"""


def _style() -> str:
    """The style sheet, without the lines that say whose it is."""
    lines = (FOLDER / "choice.css").read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if "SPDX-" not in line).lstrip()
