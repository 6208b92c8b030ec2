# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the nodes of our own look in HTML."""

from __future__ import annotations

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from .nodes import HeaderCell, Mark, WritingRoom


def visit_mark(self: HTML5Translator, node: Mark) -> None:
    """A mark that is seen and not read aloud."""
    atts = {"class": "mark", "data-status": node["status"], "aria-hidden": "true"}
    self.body.append(self.starttag(node, "span", "", **atts))


def depart_mark(self: HTML5Translator, _node: Mark) -> None:
    """The end of a mark."""
    self.body.append("</span>")


def visit_header_cell(self: HTML5Translator, node: HeaderCell) -> None:
    """A header that says whether it is one of a row or of a column, which docutils leaves out."""
    self.visit_entry(node)
    self.body[-1] = self.body[-1].replace("<th", f'<th scope="{node["scope"]}"', 1)


def depart_header_cell(self: HTML5Translator, node: HeaderCell) -> None:
    """The end of a header."""
    self.depart_entry(node)


def visit_writing_room(self: HTML5Translator, node: WritingRoom) -> None:
    """A labelled group with empty lines, without the characters that draw them elsewhere."""
    label = self.attval(node["label"])
    lines = sum(1 for _ in node.findall(nodes.line))
    self.body.append(
        f'<div class="blank" role="group" aria-label="{label}"><p>{self.encode(node["label"])}</p>'
        f"{'<br>' * lines}</div>\n"
    )
    raise nodes.SkipNode


def depart_writing_room(_self: HTML5Translator, _node: WritingRoom) -> None:
    """Never called: all is said on the way in."""
