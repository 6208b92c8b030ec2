# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the rules come from and how they were tried: provisions, worked cases, traces, and what people decide."""

from __future__ import annotations

from ..explain.cases import cases_document
from ..explain.provisions import ledger_document
from ..explain.render import Document
from ..explain.traceability import traceability_document
from ..explain.undecided import undecided_document
from ..text import Language
from ..traceability import traceability
from .archive import Archive


def provision_page(archive: Archive, _: str, language: Language) -> Document:
    """The ledger: every provision of the sources, and what was done with it."""
    return ledger_document(archive.ledger, archive.charters, language)


def undecided_page(archive: Archive, _: str, language: Language) -> Document:
    """Everything that people decide and no code does."""
    return undecided_document(archive.charters, archive.ledger, language)


def case_page(archive: Archive, _: str, language: Language) -> Document:
    """Every worked case, worked again."""
    return cases_document(archive.cases, archive.charters, language)


def traceability_page(archive: Archive, _: str, language: Language) -> Document:
    """From each clause to where it comes from, what tries it and what used it in the years of the archive, and back."""
    reports = tuple(archive.report(year) for year in archive.years)
    trace = traceability(archive.charters, archive.ledger, archive.cases, reports)
    return traceability_document(trace, archive.charters, language)
