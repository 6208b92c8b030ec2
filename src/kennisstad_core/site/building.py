# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Runs Sphinx over documents, in one language: no settings file, no sources of anybody's, no doctree that stays."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, Final

from docutils import nodes
from sphinx import locale
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, docutils_namespace, patch_docutils

from ..explain.render import Document
from ..sphinxext.domain import GovernanceDomain, Place
from ..sphinxext.nodes import Pictures, Placing
from ..text import Language
from .plan import Part
from .stubs import HERE, write_stubs
from .theme import translations

EXTENSION: Final = "kennisstad_core.sphinxext"
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")

Told = Callable[[str], None]
"""Called with the name of a page each time that one is read or written."""


class Incomplete(RuntimeError):
    """Sphinx had something to say about the pages; ``warnings`` are its words."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__("\n".join(warnings))
        self.warnings = warnings


class Here(SphinxDirective):
    """The document of a file, at the place where it stands, and the table of contents of what is below it."""

    has_content = True
    documents: ClassVar[Mapping[str, Callable[[], Document]]]
    pictures: ClassVar[Pictures]
    language: ClassVar[Language]

    def run(self) -> list[nodes.Node]:
        """The document as nodes; its headings become places of the domain."""
        doc = self.env.current_document.docname
        placing = Placing(
            self.env,
            self.state.document,
            self.pictures,
            stem=doc.replace("/", "-"),
            language=self.language,
        )
        made = placing.place(self.documents[doc]())
        (top,) = made
        assert isinstance(top, nodes.section)  # every page has one title
        for link in top.findall(pending_xref):
            if link["reftype"] == "page" and link["reftarget"] in self.documents:
                link["refdomain"], link["reftype"] = "std", "doc"
                link["reftarget"] = f"/{link['reftarget']}"
        top += self.parse_content_to_nodes()
        domain = self.env.domains["governance"]
        assert isinstance(domain, GovernanceDomain)
        rank = list(self.documents).index(doc)
        for one in placing.declared:
            target = one.target
            domain.declare(
                Place(target.role, target.id, doc, one.anchor, one.title, self.language, rank, self.lineno)
            )
        return made


def run(
    documents: Mapping[str, Callable[[], Document]],
    parts: tuple[Part, ...],
    language: Language,
    output: Path,
    *,
    builder: str,
    settings: Mapping[str, Any],
    dress: Callable[[Sphinx], None],
    told: Told,
    jobs: int = 1,
) -> None:
    """Build the documents, each under the name of its file, into a folder.

    Raises:
        Incomplete: when Sphinx warns of anything, since nothing it is given here should.
    """

    def tell(_app: Sphinx, doc: str, *_others: object) -> None:
        told(doc)

    with TemporaryDirectory(prefix="kennisstad-") as made:
        room = Path(made)
        sources, doctrees = room / "sources", room / "doctrees"
        sources.mkdir()
        write_stubs(sources, parts)
        warnings = io.StringIO()
        # Translations of an earlier build in the same process would be taken along.
        locale.translators.clear()
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                sources,
                None,
                output,
                doctrees,
                builder,
                confoverrides={"extensions": [EXTENSION], "language": language, **settings},
                status=None,
                warning=warnings,
                freshenv=True,
                parallel=jobs,
            )
            translator = locale.get_translator()
            translator.add_fallback(translations(language))
            pictures = Pictures(doctrees / "governance", sources)
            here = type("Here", (Here,), {"documents": documents, "pictures": pictures, "language": language})
            app.add_directive(HERE, here)
            app.connect("source-read", tell)
            app.connect("html-page-context", tell)
            dress(app)
            app.build()
        plain = _COLOUR.sub("", warnings.getvalue()).replace(f"{sources.resolve()}/", "")
        said = tuple(line for line in plain.splitlines() if line.strip())
        locale.translators.clear()
        if said:
            raise Incomplete(said)
