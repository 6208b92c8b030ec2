# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands on cross-links: links, hook-on, what-if and graph. They inform, and never fail on what they find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..text import Language, Text
from ._commands import FAULTY, FINE, Form

if TYPE_CHECKING:
    from ..links.affiliations import Node
    from ..links.graphs import Graph
    from ..links.hook_on import Candidate
    from ..links.questions import Pair
    from ..links.results import Reply
    from ..links.what_if import Leaving
    from ._opening import Opened

GraphForm: TypeAlias = Literal["graphml", "gexf", "json", "csv", "svg"]
Layer: TypeAlias = Literal[
    "partners", "affiliations", "projects", "themes", "encounters", "declarations", "money"
]
Rule: TypeAlias = Literal["shared-projects", "newman", "days", "money"]

_NO_PARTY: Final = Text("er is geen partij ‘{name}’", "there is no party ‘{name}’")
_ONE_LEAVING: Final = Text(
    "zeg hoogstens één van --leaves, --ends en --stops", "say at most one of --leaves, --ends and --stops"
)
_ONE_SIDE: Final = Text("zeg een project of --partner, niet allebei", "say a project or --partner, not both")
_DAY_ONLY: Final = Text("deze laag is van een dag: gebruik --on", "this layer is of a day: use --on")
_NO_PICTURES: Final = Text(
    "voor een tekening is een extra nodig: pip install 'kennisstad_core[pictures]'",
    "a picture needs an extra: pip install 'kennisstad_core[pictures]'",
)
_TOO_MANY: Final = Text(
    "{count} knopen passen niet leesbaar in één tekening; kies er een met --around, of schrijf graphml of gexf",
    "{count} nodes do not fit in one picture that can be read; choose one with --around, or write graphml or gexf",
)
_WORKING: Final = Text("Projecten nagaan", "Looking at projects")
_LEAVING: Final = Text("Partners nagaan", "Looking at partners")


def links(
    path: str,
    /,
    *,
    on: str | None = None,
    year: str | None = None,
    period: str | None = None,
    externals: bool = False,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Show who works with whom on what, which pairs do not, and which themes no project connects.

    Two partners are linked when both take part in a project on the same day. Exits with 0, whatever is found; with 2
    when files have problems.

    Args:
        path: A register.
        on: The day to look at, as 2025-06-01.
        year: The calendar year to look at, as 2025.
        period: The period to look at, as 2025-01-01..2025-06-30.
        externals: Show organisations that are no partner as well.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: one document in JSON, one row a pair in CSV, or a page in Markdown.
    """
    from ..explain.crosslinks import links_document
    from ..links.overview import overview_of_links
    from ..links.results import unfolded
    from ._opening import day, one_time, open_register, span
    from ._terminal import data, json_data, show

    one_time(language, on=on, year=year, period=period)
    when = None if on is None else day(on, language)
    within = span(year, period, language) if on is None else None
    opened = open_register(path, charters, language)
    told = overview_of_links(opened.charters, opened.register, on=when, period=within, externals=externals)
    match format_:
        case "json":
            json_data({"kind": "links", **_mapping(unfolded(told))})
        case "csv":
            data(_rows(told.pairs, ("one", "other", "projects", "records", "perhaps")))
        case "markdown" | "text":
            show(links_document(told, opened.charters, language), format_)
    return FAULTY if opened.problems else FINE


def hook_on(
    path: str,
    project: str | None = None,
    /,
    *,
    on: str,
    partner: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Say who could hook on to a project, or where a partner could, each with every reason; without either, for all.

    Whoever declared an interest in the project or its theme goes first. There is no score.

    Args:
        path: A register.
        project: The id of a project in it.
        on: The day to look at, as 2025-06-01.
        partner: A partner, by id or name.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: one document in JSON, one row a candidate and reason in CSV, or a page in Markdown.
    """
    from ..explain.crosslinks import hook_on_document
    from ..explain.words import day as day_words
    from ..links import hook_on as search
    from ..links.affiliations import project as project_node
    from ..links.registers import affiliations
    from ..links.results import unfolded
    from ._opening import day, find_project, open_register, stop
    from ._terminal import data, json_data, progress, sheet, show

    if project is not None and partner is not None:
        raise stop(_ONE_SIDE, language)
    when = day(on, language)
    opened = open_register(path, charters, language)
    short: Reply[search.Short] | None = None
    whole = who = None
    if project is not None:
        whole = project_node(find_project(opened.register, project, language).id)
        found = search.hook_on_candidates(opened.charters, opened.register, whole.id, on=when)
    elif partner is not None:
        who = _find_party(opened, partner, on, language)
        found = search.hook_on_places(opened.charters, opened.register, who.id, on=when)
    else:
        with progress(_WORKING[language]) as step:
            found = search.hook_on_all(opened.charters, opened.register, on=when, step=step)
        short = search.short_of(opened.charters, opened.register, on=when)
    table = affiliations(opened.charters, opened.register)
    document = hook_on_document(
        found,
        table,
        opened.charters,
        language,
        on=day_words(when, language),
        whole=whole,
        partner=who,
        short=short,
    )
    match format_:
        case "json":
            more = {} if short is None else {"short": unfolded(short)}
            json_data({"kind": "hook-on", "on": on, **_mapping(unfolded(found)), **more})
        case "csv":
            data(sheet(_REASON_COLUMNS, _reason_rows(found)))
        case "markdown" | "text":
            show(document, format_)
    return FAULTY if opened.problems else FINE


def what_if(
    path: str,
    /,
    *,
    on: str,
    leaves: str | None = None,
    ends: str | None = None,
    stops: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Say what breaks when a partner leaves, a project ends, or a funder stops; without any, for each partner in turn.

    The charter decides again on the register as it would be. Exits with 0, whatever follows.

    Args:
        path: A register.
        on: The day from which it would be so, as 2025-06-01.
        leaves: A partner that leaves, by id or name.
        ends: The id of a project that ends.
        stops: A party that pays no longer, by id or name.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: one document in JSON, rows in CSV, or a page in Markdown.
    """
    from ..explain.crosslinks import impact_document, impacts_document
    from ..explain.words import day as day_words
    from ..links import what_if as impacts
    from ..links.registers import affiliations
    from ..links.results import unfolded
    from ._opening import day, open_register, stop
    from ._terminal import data, json_data, progress, sheet, show

    if sum(one is not None for one in (leaves, ends, stops)) > 1:
        raise stop(_ONE_LEAVING, language)
    when = day(on, language)
    opened = open_register(path, charters, language)
    leaving = _leaving(opened, leaves, ends, stops, on, language)
    if leaving is not None:
        impact = impacts.what_if(opened.charters, opened.register, leaving, on=when)
        document = impact_document(impact, opened.charters, language)
        told = {"kind": "what-if", **_mapping(unfolded(impact))}
        columns: tuple[str, ...] = ("project", "clause", "was", "becomes", "counted", "remaining", "records")
        rows = _flat(impact.falls)
    else:
        with progress(_LEAVING[language]) as step:
            found = impacts.what_if_all(opened.charters, opened.register, on=when, step=step)
        table = affiliations(opened.charters, opened.register)
        document = impacts_document(found, table, opened.charters, language, on=day_words(when, language))
        told = {"kind": "what-if-each", "on": on, **_mapping(unfolded(found))}
        columns = ("party", "below", "turns", "lost", "isolated", "splits")
        rows = _flat(found.rows)
    match format_:
        case "json":
            json_data(told)
        case "csv":
            data(sheet(columns, rows))
        case "markdown" | "text":
            show(document, format_)
    return FAULTY if opened.problems else FINE


def graph(
    path: str,
    /,
    *,
    on: str | None = None,
    year: str | None = None,
    period: str | None = None,
    of: Layer = "partners",
    strength: Rule = "shared-projects",
    around: str | None = None,
    nodes: bool = False,
    externals: bool = False,
    charters: str | None = None,
    language: Language = "en",
    format_: GraphForm = "graphml",
) -> int:
    """Write a graph for Gephi, Cytoscape, R or a browser, or draw it.

    Args:
        path: A register.
        on: The day to look at, as 2025-06-01.
        year: The calendar year to look at, as 2025.
        period: The period to look at, as 2025-01-01..2025-06-30.
        of: What is linked: partners, partners and projects, projects, themes, or another layer.
        strength: What the strength of a link between partners is.
        around: Draw only this party and whoever it is linked to.
        nodes: With CSV, list the nodes in place of the links.
        externals: Show organisations that are no partner as well.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the names.
        format_: GraphML, GEXF, node-link JSON, a list of links in CSV, or a picture in SVG.
    """
    from ..links import exchange
    from ._opening import one_time, open_register
    from ._terminal import data

    one_time(language, on=on, year=year, period=period)
    opened = open_register(path, charters, language)
    made = _graph(opened, of, strength, on, year, period, language, externals=externals)
    match format_:
        case "graphml":
            data(exchange.graphml(made, language))
        case "gexf":
            data(exchange.gexf(made, language))
        case "json":
            data(exchange.node_link(made, language))
        case "csv":
            data((exchange.nodes_csv if nodes else exchange.edges_csv)(made, language))
        case "svg":
            data(_drawn(made, around, language))
    return FAULTY if opened.problems else FINE


# What they share

_REASON_COLUMNS: Final = ("project", "party", "because", "about", "records")


def _mapping(tree: object) -> Mapping[str, object]:
    assert isinstance(tree, dict)
    return tree


def _flat(rows: Iterable[object]) -> list[Mapping[str, str]]:
    from ..links.results import columns_of, flat

    return [{name: flat(getattr(row, name)) for name in columns_of(type(row))} for row in rows]


def _rows(found: Reply[Pair], columns: tuple[str, ...]) -> str:
    from ._terminal import sheet

    return sheet(columns, _flat(found.rows))


def _reason_rows(found: Reply[Candidate]) -> list[Mapping[str, str]]:
    from ..links.results import flat

    return [
        {
            "project": one.project.id,
            "party": one.party.id,
            "because": flat(reason.because) if reason else "",
            "about": flat(reason.about) if reason else "",
            "records": flat(reason.records) if reason else "",
        }
        for one in found.rows
        for reason in (one.reasons or (None,))
    ]


def _find_party(opened: Opened, name: str, on: str, language: Language) -> Node:
    from ..errors import UnknownName
    from ..links.situation import Situation
    from ._opening import day, stop

    try:
        return Situation(opened.charters, opened.register, day(on, language)).find_party(name)
    except UnknownName as unknown:
        raise stop(_NO_PARTY, language, near=unknown.nearest, known=unknown.known, name=name) from None


def _leaving(
    opened: Opened,
    leaves: str | None,
    ends: str | None,
    stops: str | None,
    on: str,
    language: Language,
) -> Leaving | None:
    from ..links.what_if import FunderStops, PartyLeaves, ProjectEnds
    from ._opening import find_project

    if leaves is not None:
        return PartyLeaves(_find_party(opened, leaves, on, language).id)
    if stops is not None:
        return FunderStops(_find_party(opened, stops, on, language).id)
    return None if ends is None else ProjectEnds(find_project(opened.register, ends, language).id)


def _graph(
    opened: Opened,
    of: Layer,
    strength: Rule,
    on: str | None,
    year: str | None,
    period: str | None,
    language: Language,
    *,
    externals: bool,
) -> Graph:
    from ..links import graphs, layers
    from ..links.registers import affiliations
    from ..values import Period
    from ._opening import day, span, stop

    when = None if on is None else day(on, language)
    days = Period.day(when) if when is not None else span(year, period, language)
    if of == "money":
        if when is None:
            raise stop(_DAY_ONLY, language)
        return layers.money_graph(affiliations(opened.charters, opened.register), on=when)
    if of == "encounters":
        return layers.encounter_graph(opened.charters, opened.register, period=days, externals=externals)
    if of == "declarations":
        return layers.declaration_graph(opened.charters, opened.register, on=days.last, externals=externals)
    table = affiliations(opened.charters, opened.register)
    match of:
        case "partners":
            rule = graphs.Strength(strength)
            return graphs.partner_graph(table, period=days, strength=rule, externals=externals)
        case "affiliations":
            return graphs.affiliation_graph(table, period=days, externals=externals, themes=True)
        case "projects":
            return graphs.project_graph(table, period=days, externals=externals)
        case "themes":
            return graphs.theme_graph(table, period=days, externals=externals)


def _drawn(made: Graph, around: str | None, language: Language) -> str:
    from importlib.util import find_spec

    from ..links.affiliations import party
    from ..links.pictures import draw
    from ._opening import stop

    if find_spec("matplotlib") is None:
        raise stop(_NO_PICTURES, language)
    middle = None
    if around is not None:
        middle = party(around)
        if middle not in made:
            known = [node.id for node in made if node.kind == "party"]
            raise stop(_NO_PARTY, language, known=known, name=around)
    try:
        return draw(made, language, around=middle).svg
    except ValueError:
        raise stop(_TOO_MANY, language, count=made.number_of_nodes()) from None
