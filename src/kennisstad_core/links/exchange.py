# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Graphs for other programs: GraphML, GEXF, node-link JSON and CSV, with types that Gephi, Cytoscape and R keep.

Ids are ``party:…`` and the like, so that no two nodes collide. Several values in one attribute have ``|`` between
them. Nothing in a file depends on the day it is written.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

import networkx as nx

from ..text import Language, Text, harmless
from .affiliations import Node
from .graphs import Joint
from .results import Unknown, flat

if TYPE_CHECKING:
    Graph: TypeAlias = nx.Graph[Node]
    Plain: TypeAlias = nx.Graph[str]

Value: TypeAlias = str | int | float | bool

_DIGITS: Final = 12
_CONTROL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def _value(name: str, value: object, language: Language) -> Mapping[str, Value]:
    """An attribute as one or more plain ones."""
    match value:
        case Text():
            return {"label" if name == "title" else name: value[language]}
        case bool() | int() | str():
            return {name: value}
        case float():
            return {name: round(value, _DIGITS)}
        case tuple() if value and all(isinstance(one, Joint) for one in value):
            joint: list[Joint] = [one for one in value if isinstance(one, Joint)]
            return {
                "periods": flat(tuple(f"{one.project} {one.period}" for one in joint)),
                "roles": flat(
                    tuple(f"{one.project} {'/'.join(one.roles)}" for one in joint if any(one.roles))
                ),
            }
        case tuple() if value and all(isinstance(one, Unknown) for one in value):
            told = (f"{one.why.value} {one.count}" for one in value if isinstance(one, Unknown))
            return {name: flat(tuple(told))}
        case _:
            return {name: flat(value)}


def _clean(value: Value) -> Value:
    return _CONTROL.sub(" ", value) if isinstance(value, str) else value


def _plain_data(data: Mapping[str, object], language: Language) -> dict[str, Value]:
    return {
        key: _clean(one)
        for name, value in sorted(data.items())
        for key, one in _value(name, value, language).items()
    }


def plain(graph: Graph, language: Language) -> Plain:
    """The same graph with plain text for ids and plain values for attributes, in a fixed order."""
    made: Plain = nx.Graph()
    made.graph.update(_plain_data(graph.graph, language))
    nodes = sorted(graph)
    for node in nodes:
        made.add_node(_id(node), **_plain_data(graph.nodes[node], language))
    for one, other in sorted((min(pair), max(pair)) for pair in graph.edges()):
        made.add_edge(_id(one), _id(other), **_plain_data(graph.edges[one, other], language))
    return made


def _id(node: Node) -> str:
    return str(_clean(str(node)))


def graphml(graph: Graph, language: Language = "en") -> str:
    """GraphML 1.0, for yEd, Cytoscape, Gephi and igraph; numbers are numbers."""
    return "\n".join(nx.generate_graphml(plain(graph, language))) + "\n"


def gexf(graph: Graph, language: Language = "en") -> str:
    """GEXF 1.2, for Gephi: the label of a node is its name, and the weight of an edge is its strength."""
    made = plain(graph, language)
    for _, _, data in made.edges(data=True):
        if "strength" in data:
            data["weight"] = data["strength"]
    lines = "\n".join(nx.generate_gexf(made, version="1.2draft"))
    # The writer of networkx dates its file; a file that differs by the day cannot be compared.
    lines = re.sub(r' lastmodifieddate="[^"]*"', "", lines)
    return re.sub("<creator>.*</creator>", "<creator>kennisstad_core</creator>", lines) + "\n"


def node_link(graph: Graph, language: Language = "en") -> str:
    """Node-link JSON as `networkx.node_link_graph` reads it with ``edges="links"``, and D3 as well."""
    tree = nx.node_link_data(plain(graph, language), edges="links")
    return json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def edges_csv(graph: Graph, language: Language = "en") -> str:
    """A list of edges with a header, ``source`` and ``target`` first, for Gephi and R; a node alone is not in it."""
    made = plain(graph, language)
    return _sheet(
        ("source", "target"),
        [{"source": one, "target": other, **data} for one, other, data in made.edges(data=True)],
    )


def nodes_csv(graph: Graph, language: Language = "en") -> str:
    """A list of nodes with a header, ``id`` and ``label`` first; also those without an edge."""
    made = plain(graph, language)
    return _sheet(("id", "label"), [{"id": node, **data} for node, data in made.nodes.items()])


Row = TypeVar("Row", bound=Mapping[str, Value])


def _sheet(first: tuple[str, ...], rows: Iterable[Row]) -> str:
    several = list(rows)
    names = sorted({name for row in several for name in row} - set(first))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*first, *names))
    for row in several:
        cells = (row.get(name, "") for name in (*first, *names))
        writer.writerow([harmless(one) if isinstance(one, str) else one for one in cells])
    return out.getvalue()
