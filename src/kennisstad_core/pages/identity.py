# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a page is, in the names by which Dutch government information is found: tags for its head.

The ``DCTERMS`` names are those of the Overheid.nl web metadata standard, OWMS 4.0
(https://standaarden.overheid.nl/owms/4.0/doc/eigenschappen). ``DIWOO.informatiecategorie`` is the category of article
3.3 of the open-government act, as in the Woo metadata (https://standaarden.overheid.nl/diwoo/metadata); it is given
where there is no choice, and otherwise left to who publishes. ``kennisstad.sha256`` is our own, as it allows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from ..explain.render import Document, Heading, Paragraph, said, text
from ..values import ALWAYS, Period
from .archive import Archive
from .catalogue import Page

COVENANTS: Final = "convenanten"
"""The category of article 3.3, second paragraph, under f, of the open-government act."""
_AGREED: Final = frozenset(("agreement", "covenant"))


def identity(archive: Archive, page: Page, subject: str, document: Document) -> Mapping[str, str]:
    """Name and value of each tag of one page, in the order in which they are written."""
    return dict(_tags(archive, page, subject, document))


def _tags(archive: Archive, page: Page, subject: str, document: Document) -> Iterator[tuple[str, str]]:
    language = document.language
    partnership = archive.partnership[language]
    yield "DCTERMS.title", next(one.text for one in document.blocks if isinstance(one, Heading))
    yield "DCTERMS.identifier", f"{page.name}/{subject}" if subject else page.name
    yield "DCTERMS.language", language
    yield "DCTERMS.type", page.title[language]
    yield "DCTERMS.creator", partnership
    yield "DCTERMS.publisher", partnership
    yield "DCTERMS.modified", archive.on.isoformat()
    covered = covers(archive, page, subject)
    if covered != ALWAYS:
        yield "DCTERMS.temporal", _dcmi(covered)
    first = next((said(one.text) for one in document.blocks if isinstance(one, Paragraph)), "")
    if first:
        yield "DCTERMS.abstract", first
    if page.role == "charter" and archive.charters[subject].form in _AGREED:
        yield "DIWOO.informatiecategorie", COVENANTS
    yield "kennisstad.sha256", fingerprint(document)


def covers(archive: Archive, page: Page, subject: str) -> Period:
    """The days that a page is about: those of its version, its project or its year, or those of all versions."""
    match page.role:
        case "charter":
            return archive.charters[subject].period
        case "project":
            return archive.register[subject].period
        case "year":
            return Period.year(int(subject[:4]))
        case _ if subject.isdigit():
            return Period.year(int(subject))
        case _:
            begun = [one.period.first for one in archive.charters if one.period.first is not None]
            first = min(begun, default=None)
            return Period(None if first is None or first > archive.on else first, archive.on)


def fingerprint(document: Document) -> str:
    """The SHA-256 of the words of a page as plain text, so that two editions can be told apart."""
    return hashlib.sha256(f"{text(document)}\n".encode()).hexdigest()


def _dcmi(period: Period) -> str:
    """A period in the encoding of DCMI; an end that is open is left out."""
    ends = (("start", period.first), ("end", period.last))
    told = [f"{name}={on.isoformat()}" for name, on in ends if on is not None]
    return "; ".join((*told, "scheme=W3C-DTF"))
