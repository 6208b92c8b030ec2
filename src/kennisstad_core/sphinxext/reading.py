# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The archive of a partnership as the settings of a project say, read once for each build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..files.loading import bundled
from ..pages import Archive, open_archive
from ..text import Language
from .nodes import Pictures


class Reading:
    """What one application reads, and where it puts its pictures."""

    def __init__(self, app: Sphinx) -> None:
        self.config = app.config
        self.base = Path(app.confdir)
        self.pictures = Pictures(Path(app.doctreedir) / "governance", Path(app.srcdir))
        self._archive: Archive | None = None

    def renew(self, _app: Sphinx, _env: BuildEnvironment, *_: object) -> list[str]:
        """At the start of a build, forget what was read for the one before."""
        self._archive = None
        return []

    @property
    def archive(self) -> Archive:
        """The archive, read when it is first asked for."""
        if self._archive is None:
            config = self.config
            told = config.governance_on
            self._archive, _ = open_archive(
                self._place(config.governance_path) or self.base,
                charters=self._place(config.governance_charters),
                on=date.fromisoformat(told) if isinstance(told, str) else told,
                years=config.governance_years,
            )
        return self._archive

    @property
    def language(self) -> Language:
        """The language of the pages: as told, or that of the project, or else English."""
        told = self.config.governance_language or self.config.language
        return "nl" if told.partition("_")[0] == "nl" else "en"

    def _place(self, told: str) -> str | Path | None:
        if not told:
            return None
        return told if told in bundled() else self.base / told
