# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that are a notebook of ``examples/notebooks``, so that each notebook is written down once.

A page with ``notebook: NAME`` in its front matter has the text of that notebook in its place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

NOTEBOOKS = Path(__file__).parent.parent.parent / "examples" / "notebooks"
NAMED = re.compile(r"\A---\nnotebook: (\w+)\n---\n")


def read_notebook(app: Sphinx, _docname: str, source: list[str]) -> None:
    """Put the notebook that a page names in the place of the page, and note that the page depends on it."""
    if named := NAMED.match(source[0]):
        notebook = NOTEBOOKS / f"{named[1]}.md"
        app.env.note_dependency(str(notebook))
        source[0] = notebook.read_text("utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Read notebooks before pages are parsed."""
    app.connect("source-read", read_notebook)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
