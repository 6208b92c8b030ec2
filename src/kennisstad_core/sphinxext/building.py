# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pages an edit of the partnership's files touches: those that would show something else than they do."""

from __future__ import annotations

from typing import cast

from attrs import frozen
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from .asking import Fault
from .domain import GovernanceDomain
from .reading import Reading


@frozen
class Build:
    """What happens at the moments of a build."""

    reading: Reading

    def begin(
        self, _app: Sphinx, env: BuildEnvironment, _added: set[str], changed: set[str], removed: set[str]
    ) -> list[str]:
        """Read the files, and name the pages that would show something else than they do."""
        domain = cast("GovernanceDomain", env.domains["governance"])
        reading = self.reading
        reading.begin()
        if not reading.wanted:
            return []
        archive = reading.opened.archive
        domain.data["versions"] = (
            () if isinstance(archive, Fault) else tuple(one.id for one in reversed(archive.charters.versions))
        )
        fingerprint = reading.fingerprint()
        if fingerprint == domain.data["fingerprint"]:
            return []
        domain.data["fingerprint"] = fingerprint
        return [
            docname
            for docname, asked in sorted(domain.asked.items())
            if docname not in changed | removed
            and any(reading.digest(one) != digest for one, digest in asked.items())
        ]

    def updated(self, _app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Name the pages that lead elsewhere than they did."""
        return cast("GovernanceDomain", env.domains["governance"]).link_changes()

    def missing(self, _app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
        """Say what leads nowhere, in words of our own."""
        return domain.warn_missing(node) if isinstance(domain, GovernanceDomain) else None
