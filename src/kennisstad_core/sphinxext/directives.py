# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directives: one for every kind of page."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from ..pages import Page
from .domain import GovernanceDomain
from .nodes import Placing
from .reading import Reading


class PageDirective(SphinxDirective):
    """A page of the documentation, at the place where it stands."""

    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = False
    has_content = False
    option_spec: ClassVar[OptionSpec | None] = {"no-title": directives.flag}
    page: ClassVar[Page]
    reading: ClassVar[Reading]

    def run(self) -> list[nodes.Node]:
        """The page as nodes; its headings become places of the domain."""
        subject = self.arguments[0] if self.arguments else ""
        document = self.page.make(self.reading.archive, subject, self.reading.language)
        placing = Placing(
            self.env,
            self.state.document,
            self.reading.pictures,
            stem=f"{self.page.name}-{subject}" if subject else self.page.name,
            titled="no-title" not in self.options,
        )
        made = placing.place(document)
        domain = self.env.domains["governance"]
        assert isinstance(domain, GovernanceDomain)
        for one in placing.declared:
            domain.declare(one, self.env.current_document.docname)
        return made


def directive_for(page: Page, reading: Reading) -> type[PageDirective]:
    """The directive of one kind of page, for one application."""
    return type(f"{page.name.title()}Directive", (PageDirective,), {"page": page, "reading": reading})
