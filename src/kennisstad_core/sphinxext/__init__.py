# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Governance documentation in anybody's Sphinx project: ``extensions = ["kennisstad_core.sphinxext"]``."""

from __future__ import annotations

from datetime import date

from sphinx.application import Sphinx
from sphinx.config import ENUM
from sphinx.util.typing import ExtensionMetadata

from ..text import LANGUAGES
from .asking import DIRECTIVES
from .building import Build
from .directives import directive_for
from .domain import ClausesIndex, DutchClausesIndex, GovernanceDomain
from .html import (
    depart_header_cell,
    depart_mark,
    depart_writing_room,
    visit_header_cell,
    visit_mark,
    visit_writing_room,
)
from .nodes import HeaderCell, Mark, WritingRoom
from .reading import Reading
from .transforms import CaptionsAsLines, HeadingsWithoutSections, SvgInWords

__all__ = ["setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Called by Sphinx."""
    app.add_config_value("governance_path", "", "env", types=frozenset({str}))
    app.add_config_value("governance_charters", "", "env", types=frozenset({str}))
    app.add_config_value("governance_on", None, "env", types=frozenset({str, date, type(None)}))
    app.add_config_value("governance_years", [], "env", types=frozenset({tuple, list}))
    app.add_config_value("governance_language", "", "env", types=ENUM("", *LANGUAGES))
    reading = Reading(app)
    app.add_domain(GovernanceDomain)
    app.add_index_to_domain("governance", DutchClausesIndex if reading.language == "nl" else ClausesIndex)
    for name, kind in DIRECTIVES.items():
        app.add_directive_to_domain("governance", name, directive_for(name, kind, reading))
    app.add_node(Mark, html=(visit_mark, depart_mark))
    app.add_node(HeaderCell, html=(visit_header_cell, depart_header_cell))
    app.add_node(WritingRoom, html=(visit_writing_room, depart_writing_room))
    app.add_transform(HeadingsWithoutSections)
    app.add_post_transform(SvgInWords)
    app.add_post_transform(CaptionsAsLines)
    build = Build(reading)
    app.connect("env-get-outdated", build.begin)
    app.connect("env-updated", build.updated)
    app.connect("warn-missing-reference", build.missing)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
