# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Decisions, reports and conditions in words, in Dutch and English, made from typed parts and never read back."""

from .labels import Labels, say
from .overview import explain_history, overview
from .telling import Length, document, explain, html, markdown

__all__ = [
    "Labels",
    "Length",
    "document",
    "explain",
    "explain_history",
    "html",
    "markdown",
    "overview",
    "say",
]
