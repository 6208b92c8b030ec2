# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Published networks with the numbers published about them, and generated ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import networkx as nx
from hypothesis import strategies as st

from kennisstad_core.links.affiliations import Affiliation, Node, party, project

N = TypeVar("N", bound=Hashable)


def davis() -> nx.Graph[Node]:
    """Davis, Gardner and Gardner 1941: 18 women and 14 events, as parties and projects."""
    women = set(nx.davis_southern_women_graph().graph["top"])
    graph: nx.Graph[Node] = nx.relabel_nodes(
        nx.davis_southern_women_graph(), lambda name: party(name) if name in women else project(name)
    )
    return graph


def pairs_graph(pairs: Iterable[tuple[str, str]]) -> nx.Graph[Node]:
    """A graph of parties and projects, from pairs of their names."""
    graph: nx.Graph[Node] = nx.Graph()
    for who, what in pairs:
        graph.add_node(party(who), bipartite=0)
        graph.add_node(project(what), bipartite=1)
        graph.add_edge(party(who), project(what))
    return graph


def links_of(graph: nx.Graph[N], strength: str = "strength") -> dict[frozenset[N], float]:
    """The strength of every link."""
    return {frozenset((one, other)): data[strength] for one, other, data in graph.edges(data=True)}


def rows_of(graph: nx.Graph[Node]) -> list[Affiliation]:
    """The affiliations of a graph of parties and projects."""
    return [
        Affiliation(node, other)
        for node in graph
        if graph.nodes[node]["bipartite"] == 0
        for other in graph.adj[node]
    ]


def families() -> nx.Graph[str]:
    """Padgett and Ansell 1993: marriages among 15 Florentine families."""
    graph: nx.Graph[str] = nx.florentine_families_graph()
    return graph


def club() -> nx.Graph[int]:
    """Zachary 1977: the karate club, every tie counted once."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(34))
    graph.add_edges_from(nx.karate_club_graph().edges)
    return graph


def factions() -> dict[int, str]:
    """To which half of the karate club each member went."""
    return {node: data["club"] for node, data in nx.karate_club_graph().nodes(data=True)}


def borgatti() -> nx.Graph[str]:
    """Borgatti 1997, Connections 20(1): 35-38, figure 1."""
    pairs = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
    return nx.Graph([(pair[0], pair[1]) for pair in pairs])


ADVISERS = ("Barb", "Chuck", "Dave", "Ellen", "Frank", "Gavin", "Helen", "Ilse", "Joe", "Karen", "Larry")
_ADVICE = (
    "00000100001",
    "10100101000",
    "01001001000",
    "10000101001",
    "00110101001",
    "10011010010",
    "10000100000",
    "01101000101",
    "10010001001",
    "00100110000",
    "01000000000",
)


def advice() -> nx.DiGraph[str]:
    """Everett and Borgatti 2026, Social Networks 85: 80-88, table 1: who asks whom for advice."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ADVISERS)
    for who, row in zip(ADVISERS, _ADVICE, strict=True):
        graph.add_edges_from((who, whom) for whom, asks in zip(ADVISERS, row, strict=True) if asks == "1")
    return graph


HOURS: dict[str, Sequence[int]] = dict(
    zip(
        ADVISERS,
        # Chuck as the values of tables 8 and 9 suppose, 12 of 51 hours; table 2 prints 11 of 44.
        (
            (0, 20, 20, 0),
            (0, 0, 12, 39),
            (30, 0, 0, 0),
            (4, 16, 10, 10),
            (0, 2, 2, 16),
            (50, 0, 0, 0),
            (0, 55, 0, 0),
            (20, 10, 10, 0),
            (4, 4, 4, 28),
            (0, 0, 54, 6),
            (8, 0, 32, 0),
        ),
        strict=True,
    )
)


def simple_graphs(most: int = 9) -> st.SearchStrategy[nx.Graph[int]]:
    """Undirected graphs without loops."""

    @st.composite
    def made(draw: st.DrawFn) -> nx.Graph[int]:
        size = draw(st.integers(1, most))
        every = [(one, other) for one in range(size) for other in range(one)]
        chosen = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(size))
        for one, other in chosen:
            graph.add_edge(one, other, strength=draw(st.integers(1, 4)))
        return graph

    return made()


def affiliation_graphs(parties: int = 6, projects: int = 6) -> st.SearchStrategy[nx.Graph[Node]]:
    """Parties and projects, some of them alone."""
    names = st.tuples(st.integers(0, parties - 1), st.integers(0, projects - 1))

    def made(pairs: set[tuple[int, int]]) -> nx.Graph[Node]:
        graph = pairs_graph((f"p{one}", f"j{other}") for one, other in sorted(pairs))
        graph.add_node(party("alone"), bipartite=0)
        graph.add_node(project("nobody"), bipartite=1)
        return graph

    return st.sets(names, max_size=parties * projects).map(made)
