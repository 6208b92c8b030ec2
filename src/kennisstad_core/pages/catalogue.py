# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every kind of page there is, in the order of a table of contents: its name, what it can be about, how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final

from attrs import frozen

from ..explain.render import Document, Role
from ..text import Language, Text
from .agreed import charter_document
from .archive import Archive
from .arrangement import arrangement_document
from .bodies import body_document, body_subjects, rhythm_document, rhythm_subjects
from .certificates import certificate_document
from .clauses import clauses_document
from .facts import fact_document
from .funding import funding_page, funding_subjects
from .links import network_document
from .parties import membership_document, partner_document, party_subjects
from .projects import project_document
from .provenance import case_page, provision_page, traceability_page, undecided_page
from .receipts import receipts_document
from .years import year_document, year_subjects


class Group(Enum):
    """The parts of the documentation, each with its name."""

    AGREED = Text("Wat is afgesproken", "What was agreed")
    DECIDED = Text("Wat is beslist", "What was decided")
    PARTIES = Text("Wie meedoen", "Who takes part")
    YEARS = Text("Per jaar", "Year by year")
    LINKS = Text("Dwarsverbanden", "Cross-links")
    CHECKS = Text("Zelf controleren", "Check it yourself")


@frozen
class Page:
    """A kind of page: one, or one for each of its subjects (a project, a partner, a year).

    ``name`` is that of the directive and of the file; ``subjects`` gives the ids with their titles, and none for a page
    that stands alone; ``make`` is given the id, or an empty one. ``role`` is what leads to such a page by its id.
    """

    name: str
    group: Group
    title: Text
    make: Callable[[Archive, str, Language], Document]
    subjects: Callable[[Archive], Iterable[tuple[str, Text]]] | None = None
    role: Role = "page"


def _charters(archive: Archive) -> Iterable[tuple[str, Text]]:
    return ((one.id, one.title) for one in archive.charters)


def _projects(archive: Archive) -> Iterable[tuple[str, Text]]:
    return ((one.id, one.title) for one in archive.register.projects)


PAGES: Final = (
    Page("charter", Group.AGREED, Text("Overeenkomst", "Agreement"), charter_document, _charters, "charter"),
    Page("clauses", Group.AGREED, Text("Bepalingen", "Clauses"), clauses_document),
    Page("fact", Group.AGREED, Text("Feiten", "Facts"), fact_document),
    Page("certificate", Group.AGREED, Text("Antwoordtabel", "Answer table"), certificate_document, _charters),
    Page(
        "arrangement",
        Group.AGREED,
        Text("Register van regelingen", "Register of arrangements"),
        arrangement_document,
    ),
    Page("provision", Group.AGREED, Text("Bronnenregister", "Ledger of provisions"), provision_page),
    Page(
        "undecided",
        Group.AGREED,
        Text("Wat aan mensen is gelaten", "What is left to people"),
        undecided_page,
    ),
    Page("case", Group.AGREED, Text("Uitgewerkte gevallen", "Worked cases"), case_page),
    Page("traceability", Group.AGREED, Text("Herleidbaarheid", "Traceability"), traceability_page),
    Page("project", Group.DECIDED, Text("Projecten", "Projects"), project_document, _projects, "project"),
    Page(
        "partner",
        Group.PARTIES,
        Text("Partners en andere organisaties", "Partners and other organisations"),
        partner_document,
        party_subjects,
        "partner",
    ),
    Page("body", Group.PARTIES, Text("Organen", "Bodies"), body_document, body_subjects, "body"),
    Page(
        "membership",
        Group.PARTIES,
        Text("Lidmaatschap door de tijd", "Membership over time"),
        membership_document,
    ),
    Page(
        "year",
        Group.YEARS,
        Text("Rapport van bevindingen", "Report of findings"),
        year_document,
        year_subjects,
        "year",
    ),
    Page("funding", Group.YEARS, Text("Het geld", "The money"), funding_page, funding_subjects),
    Page(
        "rhythm",
        Group.YEARS,
        Text("Ritme van organen", "Rhythm of bodies"),
        rhythm_document,
        rhythm_subjects,
    ),
    Page("network", Group.LINKS, Text("Wie met wie samenwerkt", "Who works with whom"), network_document),
    Page("receipts", Group.CHECKS, Text("Zelf narekenen", "Recompute it yourself"), receipts_document),
)
