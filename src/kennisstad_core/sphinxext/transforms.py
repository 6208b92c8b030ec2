# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What becomes of our nodes where they have no room, and in forms that cannot show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from docutils import nodes
from sphinx.addnodes import only
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

ROOM_FOR_SECTIONS: Final = (nodes.document, nodes.section, only)


class SvgInWords(SphinxPostTransform):
    """In place of a picture that a form cannot take, its alternative text; the table with it says the same."""

    # After the converters of images, which may have made something else of it.
    default_priority: ClassVar[int | None] = 250
    formats: tuple[str, ...] = ("latex", "man", "texinfo", "text")

    def run(self, **_: Any) -> None:
        """Replace what is still SVG, with its caption: that of the table stays."""
        for image in list(self.document.findall(nodes.image)):
            if "governance" in image["classes"] and set(image.get("candidates", ())) <= {
                "*",
                "image/svg+xml",
            }:
                image.parent.replace_self(nodes.paragraph(image["alt"], image["alt"]))


class CaptionsAsLines(SphinxPostTransform):
    """In plain text Sphinx takes the caption of a table for a heading."""

    default_priority: ClassVar[int | None] = 250
    formats: tuple[str, ...] = ("text",)

    def run(self, **_: Any) -> None:
        """Put each caption on a line of its own before its table."""
        for table in list(self.document.findall(nodes.table)):
            title = table.next_node(nodes.title)
            if "governance" in table["classes"] and title is not None:
                table.remove(title)
                table.replace_self([nodes.paragraph("", "", *title.children), table])


class HeadingsWithoutSections(SphinxTransform):
    """Within a note, a list or a cell there is no room for sections: a heading stands there by itself."""

    default_priority: ClassVar[int | None] = 100

    def apply(self, **_: Any) -> None:
        """Turn such a section into its heading and what follows."""
        for section in list(self.document.findall(nodes.section)):
            if "governance_level" not in section or isinstance(section.parent, ROOM_FOR_SECTIONS):
                continue
            title, *others = section.children
            above = sum(isinstance(one, nodes.section) for one in _ancestors(section))
            heading = nodes.rubric(title.astext(), "", *title.children, ids=section["ids"])
            heading["heading-level"] = min(above + section["governance_level"], 6)
            heading["classes"] += section["classes"]
            section.replace_self([heading, *others])


def _ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    while node.parent is not None:
        node = node.parent
        yield node
