# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The domain ``governance``: the places that words can lead to, and what each page was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any, ClassVar, Final, cast, get_args
from unicodedata import combining, normalize

from attrs import frozen
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from ..errors import nearest
from ..explain.render import Role
from ..pages import PAGES
from ..text import Language
from .asking import Asked
from .words import ROLES, Said, language_of

LOG: Final = logging.getLogger(__name__)
IN_A_VERSION: Final = ("clause", "fact")
"""What belongs to one version of an agreement; a bare id is that of the newest version that has it."""


@frozen(order=True)
class Place:
    """Where words lead: the kind and id of the thing, the page and anchor, and what it is called there."""

    role: str
    id: str
    docname: str
    anchor: str
    title: str
    language: Language
    rank: int
    line: int


class GovernanceDomain(Domain):
    """Charters, clauses, facts, projects, partners and what else a partnership's documentation has a place for.

    The data of each page is kept under its name, so that it does not matter in which order pages are read.
    """

    name = "governance"
    label = "Governance"
    object_types: ClassVar[dict[str, ObjType]] = {one: ObjType(one, one) for one in get_args(Role)}
    roles: ClassVar[dict[str, Any]] = {one: XRefRole(innernodeclass=nodes.inline) for one in get_args(Role)}
    initial_data: ClassVar[dict[str, Any]] = {
        "places": {},
        "asked": {},
        "wanted": {},
        "links": {},
        "versions": (),
        "fingerprint": "",
    }
    data_version = 1

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._found: dict[tuple[str, str], list[Place]] | None = None

    @property
    def language(self) -> Language:
        """The language of generated pages."""
        return language_of(self.env.config)

    @property
    def places(self) -> dict[str, list[Place]]:
        """The places on each page."""
        return cast("dict[str, list[Place]]", self.data["places"])

    @property
    def asked(self) -> dict[str, dict[Asked, str]]:
        """What each page asked, with the hash of what it was given."""
        return cast("dict[str, dict[Asked, str]]", self.data["asked"])

    @property
    def wanted(self) -> dict[str, set[tuple[str, str, str]]]:
        """Where the words of each page would lead: role, id, and the language they are in."""
        return cast("dict[str, set[tuple[str, str, str]]]", self.data["wanted"])

    def declare(self, place: Place) -> None:
        """A place on a page, where words lead from now on."""
        self.places.setdefault(place.docname, []).append(place)
        self._found = None

    def note_asked(self, docname: str, asked: Asked, digest: str) -> None:
        """What a page was made from."""
        self.asked.setdefault(docname, {})[asked] = digest

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        for one in (self.places, self.asked, self.wanted):
            one.pop(docname, None)
        self._found = None

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that another process read."""
        for name in ("places", "asked", "wanted"):
            self.data[name].update(
                {docname: one for docname, one in otherdata[name].items() if docname in docnames}
            )
        self._found = None

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:  # noqa: ARG002 - as Sphinx calls it
        """Note where the words of a page would lead."""
        wanted = {
            (str(one["reftype"]), str(one["reftarget"]), str(one.get("governance_language", "")))
            for one in document.findall(pending_xref)
            if one.get("refdomain") == self.name
        }
        if wanted:
            self.wanted[docname] = wanted

    # Where words lead

    def _index(self) -> dict[tuple[str, str], list[Place]]:
        """Every place by role and id, the best first."""
        if self._found is None:
            found: dict[tuple[str, str], list[Place]] = {}
            for docname in sorted(self.places):
                for place in self.places[docname]:
                    found.setdefault((place.role, place.id), []).append(place)
            for several in found.values():
                several.sort(key=lambda one: (one.rank, one.language != self.language))
            self._found = found
        return self._found

    def find(self, role: str, name: str, language: str = "") -> Place | None:
        """The place of something, in a language if it is there in that one."""
        index = self._index()
        several = index.get((role, name), ())
        if not several and role in IN_A_VERSION and "/" not in name:
            versions: tuple[str, ...] = self.data["versions"]
            several = next(
                (
                    index[role, one]
                    for one in (f"{version}/{name}" for version in versions)
                    if (role, one) in index
                ),
                (),
            )
        return next((one for one in several if one.language == language), next(iter(several), None))

    def known(self, role: str) -> list[str]:
        """Every id that words in a role can have."""
        names = {name for kind, name in self._index() if kind == role}
        if role in IN_A_VERSION:
            names |= {name.partition("/")[2] for name in names}
        return sorted(names)

    def link_changes(self) -> list[str]:
        """The pages whose words lead elsewhere than when this was last asked."""
        links = {
            docname: {one: place for one in wanted if (place := self.find(*one)) is not None}
            for docname, wanted in self.wanted.items()
        }
        before = self.data["links"]
        self.data["links"] = links
        return sorted(docname for docname, found in links.items() if found != before.get(docname, {}))

    def resolve_xref(
        self,
        env: BuildEnvironment,  # noqa: ARG002 - as Sphinx calls it
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """The link; for one in a generated page that leads nowhere here, its plain words."""
        language = node.get("governance_language", "")
        place = self.find(typ, target, language)
        if place is None:
            return cast("nodes.reference", contnode) if language else None
        if not node.get("refexplicit"):
            contnode = nodes.inline(place.title, place.title, classes=contnode["classes"])
        return make_refnode(builder, fromdocname, place.docname, place.anchor, contnode)

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
                found.append((f"{self.name}:{typ}", link))
        return found

    def warn_missing(self, node: pending_xref) -> bool:
        """Say that words lead nowhere, with the name that looks most like it."""
        role, name = cast("Role", node["reftype"]), node["reftarget"]
        message = Said.UNKNOWN_PLACE.say(self.language, role=ROLES[role][self.language], name=name)
        near = nearest(name, self.known(role))
        if near:
            message = f"{message}; {Said.NEAREST.say(self.language, nearest=near)}"
        LOG.warning(message, location=node, type="ref", subtype=role)
        return True

    def check_consistency(self) -> None:
        """Say where two pages have a place for the same."""
        for several in self._index().values():
            first = several[0]
            for other in several[1:]:
                same = (other.rank, other.language) == (first.rank, first.language)
                if same and first.rank < len(PAGES):  # a part of a page may be quoted anywhere
                    role = ROLES[cast("Role", first.role)][self.language]
                    message = Said.TWICE.say(self.language, role=role, name=first.id, other=first.docname)
                    place = (other.docname, other.line)
                    LOG.warning(message, location=place, type="governance", subtype="twice")

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every place, for searching and for other projects that link here."""
        for (role, name), several in sorted(self._index().items()):
            yield name, several[0].title, role, several[0].docname, several[0].anchor, 1

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002, ARG002 - as Sphinx calls it
        """What a kind of place is called, in the language of the pages."""
        return ROLES[cast("Role", type.lname)][self.language]


def _sorted_as(title: str) -> str:
    """As it is looked up: without accents, and whatever stands before the first letter or figure."""
    plain = "".join(one for one in normalize("NFD", title.casefold()) if not combining(one))
    return re.sub(r"^\W+", "", plain) or plain


class ClausesIndex(Index):
    """The clauses of every version, by title."""

    name = "clauses"
    localname = Said.CLAUSES_INDEX.value.en
    shortname: ClassVar[str | None] = Said.CLAUSES_SHORT.value.en

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries under their first letters."""
        domain = cast("GovernanceDomain", self.domain)
        only = None if docnames is None else set(docnames)
        versions: tuple[str, ...] = domain.data["versions"]
        found: dict[str, list[tuple[str, int, IndexEntry]]] = {}
        for name, title, role, docname, anchor, _ in domain.get_objects():
            if role == "clause" and (only is None or docname in only):
                version = name.partition("/")[0]
                place = versions.index(version) if version in versions else len(versions)
                entry = IndexEntry(title, 0, docname, anchor, version, "", "")
                found.setdefault(_sorted_as(title)[:1], []).append((_sorted_as(title), place, entry))
        content = [
            (letter.upper(), [entry for _, _, entry in sorted(several)])
            for letter, several in sorted(found.items())
        ]
        return content, False


class DutchClausesIndex(ClausesIndex):
    """The same with a Dutch name: an index is known by its class."""

    localname = Said.CLAUSES_INDEX.value.nl
    shortname: ClassVar[str | None] = Said.CLAUSES_SHORT.value.nl
