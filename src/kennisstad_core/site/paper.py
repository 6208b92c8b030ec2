# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The whole site of one language as one tagged PDF (PDF/UA), by WeasyPrint."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from attrs import frozen
from sphinx.application import Sphinx

from ..explain.render import Document
from ..explain.words import day, listing
from ..pages import Archive
from ..text import Language, Text
from .building import Incomplete, Told, run
from .overview import name_of
from .plan import Part, file_names
from .theme import paper

_CONTENTS: Final = Text("Inhoud", "Contents")
_SUBTITLE: Final = Text(
    "Afspraken, beslissingen en bevindingen over {years}", "Agreements, decisions and findings of {years}"
)
_WITHOUT_YEARS: Final = Text("Afspraken en beslissingen", "Agreements and decisions")
_AS_OF: Final = Text("Naar de stand van {on}", "As of {on}")
_START: Final = re.compile(r'(<span id="document-[^"]*"></span>)\s*(<section\b[^>]*>)')
_NUMBERED: Final = re.compile(r' id="id\d+"')
"""The places of tables and pictures, which nothing leads to, and which each page counts from one."""
_TWICE: Final = re.compile(r'href="#document-[^"#]*#([^"]*)"')
"""How Sphinx writes a link to a place on a page when all pages are one."""


ON_SCREEN_ONLY: Final = frozenset(("case", "traceability"))
"""Kinds of page to look things up in, which nobody leafs through: on paper they would be one page in seven."""


@frozen
class Paper:
    """A PDF that was made, with the number of its pages."""

    path: Path
    pages: int


def printed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with the pages that are printed; a part of which none is, is left out."""
    several = (
        Part(part.group, (leaf for leaf in part.leaves if leaf.page.name not in ON_SCREEN_ONLY))
        for part in parts
    )
    return tuple(part for part in several if part.leaves)


def file_name(archive: Archive) -> str:
    """The name of the file: the partnership and the years accounted for."""
    words = "-".join([name_of(archive, "nl"), *map(str, archive.years)])
    return f"{file_names([words])[words]}.pdf"


def print_paper(
    archive: Archive,
    documents: Mapping[str, Callable[[], Document]],
    parts: tuple[Part, ...],
    language: Language,
    target: Path,
    *,
    told: Told,
) -> Paper:
    """Write all documents in one PDF, in the order of the table of contents.

    Raises:
        Incomplete: when some page could not be made as it should be.
    """
    name, years = name_of(archive, language), listing(map(str, archive.years), language)
    subtitle = (_SUBTITLE if years else _WITHOUT_YEARS)[language].format(years=years)
    front = {
        "title": f"{name}: {subtitle[:1].lower()}{subtitle[1:]}",
        "author": name,
        "subtitle": subtitle,
        "as_of": _AS_OF[language].format(on=day(archive.on, language)),
        "date": archive.on.isoformat(),
        "contents": _CONTENTS[language],
    }
    front["description"] = f"{front['title']}. {front['as_of']}."
    with TemporaryDirectory(prefix="kennisstad-") as made:
        folder = Path(made) / "paper"
        run(
            documents,
            parts,
            language,
            folder,
            builder="singlehtml",
            settings=paper(name),
            dress=_Dress(front),
            told=told,
        )
        return _print(folder / "index.html", target)


@frozen
class _Dress:
    """What the one page has besides its documents."""

    front: Mapping[str, str]

    def __call__(self, app: Sphinx) -> None:
        app.connect("html-page-context", self.dress)

    def dress(
        self, _app: Sphinx, _doc: str, _template: str, context: dict[str, Any], _doctree: object
    ) -> None:
        context["paper"] = self.front
        # A place before a page break would count as on the page before it.
        body = _NUMBERED.sub("", _TWICE.sub(r'href="#\1"', context["body"]))
        context["body"] = _START.sub(r"\2\1", body)


def _print(page: Path, target: Path) -> Paper:
    content = page.read_bytes()
    with _heard() as said:
        from weasyprint import HTML

        document = HTML(filename=str(page)).render(pdf_variant="pdf/ua-1")
        document.write_pdf(target, pdf_variant="pdf/ua-1", pdf_identifier=sha256(content).digest()[:16])
    if said:
        raise Incomplete(tuple(said))
    return Paper(target, len(document.pages))


class _Listener(logging.Handler):
    """Keeps what is said, in place of showing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What WeasyPrint complains of, and nothing of it on the screen."""
    log = logging.getLogger("weasyprint")
    listener = _Listener()
    before = log.propagate
    log.addHandler(listener)
    log.propagate = False
    try:
        yield listener.said
    finally:
        log.removeHandler(listener)
        log.propagate = before
