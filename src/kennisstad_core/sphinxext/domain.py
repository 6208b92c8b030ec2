# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The domain ``governance``: the places that words can lead to."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, ClassVar, cast, get_args

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from ..explain.render import Role
from .nodes import Declared

Place = tuple[str, str, str]
"""The name of the page, the anchor on it, and the title there."""


class GovernanceDomain(Domain):
    """Charters, clauses, facts, projects, partners and what else a partnership's documentation has a place for."""

    name = "governance"
    label = "Governance"
    object_types: ClassVar[dict[str, ObjType]] = {one: ObjType(one, one) for one in get_args(Role)}
    roles: ClassVar[dict[str, Any]] = {one: XRefRole() for one in get_args(Role)}
    initial_data: ClassVar[dict[str, Any]] = {"places": {}}
    data_version = 1

    @property
    def places(self) -> dict[tuple[str, str], Place]:
        """Where each thing is, by role and id."""
        return cast("dict[tuple[str, str], Place]", self.data["places"])

    def declare(self, declared: Declared, docname: str) -> None:
        """A place on a page, where words lead from now on."""
        target = declared.target
        self.places[target.role, target.id] = (docname, declared.anchor, declared.title)

    def clear_doc(self, docname: str) -> None:
        """Forget the places of a page that is read again or gone."""
        for key in [key for key, place in self.places.items() if place[0] == docname]:
            del self.places[key]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the places of the pages that another process read."""
        for key, place in otherdata["places"].items():
            if place[0] in docnames:
                self.places[key] = place

    def resolve_xref(
        self,
        env: BuildEnvironment,  # noqa: ARG002 - Sphinx gives it, and this domain has its own
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """The link, or the plain words for one in a generated page that leads nowhere here."""
        place = self.places.get((typ, target))
        if place is None:
            return cast("nodes.reference", contnode) if node.get("governance_generated") else None
        docname, anchor, title = place
        return make_refnode(builder, fromdocname, docname, anchor, contnode, title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """A link for every kind of thing with that name."""
        found = []
        for typ in self.roles:
            link = self.resolve_xref(env, fromdocname, builder, typ, target, node, contnode)
            if link is not None:
                found.append((f"governance:{typ}", link))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every place, for searching and for other projects that link here."""
        for (role, name), (docname, anchor, title) in sorted(self.places.items()):
            yield name, title, role, docname, anchor, 1
