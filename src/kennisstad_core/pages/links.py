# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who works with whom on what, where no link is, and what would break when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, unique

from ..explain.crosslinks import impacts_document, links_document
from ..explain.render import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Role,
    Table,
    Target,
    Words,
    joined,
)
from ..explain.words import day, listing, number
from ..findings import Status
from ..links.affiliations import Affiliations, Node, project
from ..links.graphs import cautions_for, partner_graph
from ..links.overview import Overview, overview_of_links
from ..links.what_if import what_if_all
from ..pictures import network
from ..text import Language, Text
from .archive import Archive
from .figures import NONE, drawn, filled


@unique
class Said(Enum):
    """What this page says, with the same parameters in both languages."""

    TITLE = Text("Wie met wie samenwerkt", "Who works with whom")
    SHOWS = Text(
        "De verbanden van {day}: welke partners samen aan een project werken, welke paren nog niet, en wat er zou "
        "vervallen als een partner vertrekt. Twee partners zijn verbonden als ze op die dag allebei aan een project "
        "meedoen.",
        "The links of {day}: which partners work on a project together, which pairs do not yet, and what would be lost "
        "if a partner left. Two partners are linked when both take part in a project on that day.",
    )
    NOT_SHOWN = Text(
        "Hoe goed of hoe vaak er wordt samengewerkt, is hier niet te zien, en een partner met meer verbanden is geen "
        "betere partner.",
        "How well or how often they work together cannot be seen here, and a partner with more links is not a better "
        "partner.",
    )
    PAIRS = Text("Paren die samenwerken", "Pairs that work together")
    PAIRS_TABLE = Text("Partners die op {day} samen aan een project werken",
                       "Partners that work on a project together on {day}")  # fmt: skip
    NO_PAIRS = Text("Op deze dag werken geen twee partners samen aan een project, voor zover vastgelegd.",
                    "On this day no two partners work on a project together, as far as is on record.")  # fmt: skip
    ONE = Text("Partner", "Partner")
    OTHER = Text("Met", "With")
    NUMBER = Text("Aantal", "Number")
    THROUGH = Text("Projecten", "Projects")
    ALONE = Text("Met niemand verbonden: {names}.", "Linked to nobody: {names}.")
    NOBODY_ALONE = Text("Elke partner is met ten minste één andere verbonden.",
                        "Every partner is linked to at least one other.")  # fmt: skip
    LEAVING = Text("Als één partner vertrekt", "If one partner leaves")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def network_document(archive: Archive, _: str, language: Language) -> Document:
    """The links between partners on the day of the archive."""
    return Document(language, tuple(_network(archive, language)))


def _network(archive: Archive, language: Language) -> Iterator[Block]:
    charters, register, on = archive.charters, archive.register, archive.on
    when = day(on, language)
    yield Heading(1, Said.TITLE.say(language), Target("page", "network"))
    yield Paragraph(Said.SHOWS.say(language, day=when))
    yield Paragraph(Said.NOT_SHOWN.say(language))
    figure = drawn(lambda: network(charters, register, language, on=on), language=language)
    if figure is not None:
        yield figure
    told = overview_of_links(charters, register, on=on)
    minded = [
        Item(one.value[language], Status.INFO)
        for one in cautions_for(partner_graph(told.table, on=on))
        if one not in told.pairs.cautions
    ]
    if minded:
        yield Items(minded)
    yield Heading(2, Said.PAIRS.say(language))
    yield from _pairs(told, when, language)
    _, *blocks = links_document(told, charters, language, every=True).blocks
    # The first table says the same as the one above it, which leads to the pages of partners and projects.
    first = next((one for one in blocks if isinstance(one, Table)), None)
    linked = bool(told.pairs.rows) and any(one.projects for one in told.pairs.rows)
    yield from (one for one in blocks if not (linked and one is first))
    found = what_if_all(charters, register, on=on)
    if found.rows:
        yield Heading(2, Said.LEAVING.say(language))
        # What is left out and what to mind is the same as above.
        several = impacts_document(found, told.table, charters, language, on=when).blocks
        yield from (filled(one, language, NONE) for one in several if isinstance(one, Table))


def _pairs(told: Overview, when: str, language: Language) -> Iterator[Block]:
    table = told.table
    linked = sorted((one for one in told.pairs.rows if one.projects), key=lambda one: -len(one.projects))
    if not linked:
        yield Paragraph(Said.NO_PAIRS.say(language))
    else:
        columns = (Said.ONE, Said.OTHER, Said.NUMBER, Said.THROUGH)
        rows: list[tuple[Words, ...]] = [
            (
                _ref(table, one.one, language),
                _ref(table, one.other, language),
                number(len(one.projects), language),
                joined(_ref(table, project(each), language) for each in one.projects),
            )
            for one in linked
        ]
        heads = tuple(one.say(language) for one in columns)
        yield Table(Said.PAIRS_TABLE.say(language, day=when), heads, rows)
    every = {node for one in told.pairs.rows for node in (one.one, one.other)}
    alone = sorted(every - {node for one in linked for node in (one.one, one.other)})
    if alone:
        names = listing((table.title(one)[language] for one in alone), language)
        yield Paragraph(Said.ALONE.say(language, names=names))
    elif every:
        yield Paragraph(Said.NOBODY_ALONE.say(language))


def _ref(table: Affiliations, node: Node, language: Language) -> Ref:
    role: Role = "partner" if node.kind == "party" else "project"
    return Ref(Target(role, node.id), table.title(node)[language])
