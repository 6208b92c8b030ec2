# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dossier of a project: what was decided about it and why."""

from __future__ import annotations

from ..explain import document
from ..explain.render import Document, Heading, Target
from ..text import Language
from .archive import Archive


def project_document(archive: Archive, project: str, language: Language) -> Document:
    """The decision on one project in full.

    Raises:
        KeyError: when the register has no such project.
    """
    _, *blocks = document(archive.decision(project), language, "full").blocks
    title = archive.register[project].title[language]
    return Document(language, (Heading(1, title, Target("project", project)), *blocks))
