# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sources that Sphinx is given: one line a page, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .plan import ACCESSIBILITY, ROOT, Part

HERE: Final = "kennisstad-here"
"""The name of the directive that puts the page of a file where it stands."""


def write_stubs(folder: Path, parts: Iterable[Part]) -> None:
    """Write a source for every page, and for the pages that lead to them."""
    several = tuple(parts)
    _write(folder, ROOT, below=[part.doc for part in several])
    _write(folder, ACCESSIBILITY, orphan=True)
    for part in several:
        _write(folder, part.doc, below=[leaf.doc for leaf in part.leaves])
        for leaf in part.leaves:
            _write(folder, leaf.doc)


def _write(folder: Path, doc: str, *, below: Iterable[str] = (), orphan: bool = False) -> None:
    file = folder / f"{doc}.rst"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [*([":orphan:", ""] if orphan else []), f".. {HERE}::", ""]
    entries = [f"   /{one}" for one in below]
    if entries:
        contents = [".. toctree::", "   :hidden:", "", *entries, ""]
        # On one sheet of paper the pages of a part stand in the part, and the parts beside the front page.
        margin = "" if doc == ROOT else "   "
        lines += [f"{margin}{line}".rstrip() for line in contents]
    file.write_text("\n".join(lines), "utf-8", newline="\n")
