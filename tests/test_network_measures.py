# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures of networks: published numbers, a second opinion by networkx and igraph, and laws."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from pathlib import Path
from typing import TypeVar, cast

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_networks import (
    advice,
    affiliation_graphs,
    borgatti,
    club,
    davis,
    families,
    links_of,
    rows_of,
    simple_graphs,
)
from kennisstad_core import network as net
from kennisstad_core.links import centrality, cuts, holes, limits, projection, sparse
from kennisstad_core.links.affiliations import Affiliation, Affiliations, Node, party, project
from kennisstad_core.links.graphs import Strength, partner_graph
from kennisstad_core.links.results import Caution, Reply
from kennisstad_core.links.scores import NO_LINKS, Score
from kennisstad_core.links.tables import read_affiliations

N = TypeVar("N", bound=Hashable)
quick = settings(max_examples=80, deadline=None)


def values(result: Reply[Score[N]]) -> dict[N, float]:
    """The defined values."""
    return {row.node: row.value for row in result if row.value is not None}


def undefined(result: Reply[Score[N]]) -> set[N]:
    return {row.node for row in result if row.value is None and row.why is not None and row.rank is None}


def second_opinion(graph: nx.Graph[N]) -> igraph.Graph:
    nodes = sparse.in_order(graph)
    place = {node: index for index, node in enumerate(nodes)}
    return igraph.Graph(len(nodes), [(place[one], place[other]) for one, other in graph.edges])


class TestStructuralHoles:
    """Burt 1992, with the numbers of Borgatti 1997 and of Everett and Borgatti 2026."""

    def test_borgatti_1997(self) -> None:
        graph = borgatti()
        assert values(holes.constraint(graph)) == pytest.approx(
            dict(zip("ABCDEFG", (0.5955, 0.6427, 1, 0.7847, 0.7309, 0.7309, 0.4003), strict=True)), abs=5e-5
        )
        assert values(holes.effective_size(graph)) == pytest.approx(
            dict(zip("ABCDEFG", (2.5, 5 / 3, 1, 1, 1, 1, 14 / 3), strict=True))
        )
        assert values(holes.efficiency(graph)) == pytest.approx(
            dict(zip("ABCDEFG", (0.625, 5 / 9, 1, 0.5, 0.5, 0.5, 7 / 9), strict=True))
        )
        assert values(holes.hierarchy(graph)) == pytest.approx(
            dict(zip("ABDEFG", (0.1678, 0.0737, 0.0127, 0.0034, 0.0034, 0.0947), strict=True)), abs=5e-5
        )
        assert undefined(holes.hierarchy(graph)) == {"C"}

    @pytest.mark.parametrize("engine", ["python", "scipy"])
    def test_everett_and_borgatti_2026_table_10_is_the_ego_model(self, engine: sparse.Engine) -> None:
        names = sparse.in_order(advice())
        told = (0.543, 0.570, 0.637, 0.537, 0.544, 0.376, 1.042, 0.463, 0.687, 0.757, 0.557)
        sizes = (3.786, 3.571, 2.857, 3.571, 3.438, 5.045, 1.500, 3.750, 1.800, 2.250, 3.417)
        whole = (0.391, 0.378, 0.448, 0.417, 0.376, 0.297, 0.717, 0.382, 0.461, 0.569, 0.411)
        ego = holes.constraint(advice(), model="ego", engine="python")
        assert values(ego) == pytest.approx(dict(zip(names, told, strict=True)), abs=6e-4)
        found = holes.effective_size(advice(), model="ego", engine="python")
        assert values(found) == pytest.approx(dict(zip(names, sizes, strict=True)), abs=6e-4)
        found = holes.constraint(advice(), engine=engine)
        assert values(found) == pytest.approx(dict(zip(names, whole, strict=True)), abs=6e-4)
        assert ego.measure is not None
        assert ego.measure.model.startswith("ego")

    def test_the_families_and_the_club(self) -> None:
        found = values(holes.constraint(families()))
        assert found["Medici"] == pytest.approx(0.2099, abs=5e-5)
        assert found["Peruzzi"] == pytest.approx(0.6559, abs=5e-5)
        assert values(holes.effective_size(families()))["Medici"] == pytest.approx(17 / 3)
        sizes = values(holes.effective_size(club()))
        assert [sizes[node] for node in (0, 33, 32, 2, 31)] == pytest.approx(
            [13.75, 15.2353, 9.8333, 7.8, 5], abs=5e-5
        )

    @quick
    @given(simple_graphs(), st.sampled_from([None, "strength"]), st.sampled_from(["python", "scipy"]))
    def test_networkx_agrees(self, graph: nx.Graph[int], strength: str | None, engine: sparse.Engine) -> None:
        # Asked for all nodes at once, networkx 3.6 divides the tie to each contact by another contact's maximum.
        linked = [node for node in graph if graph.degree[node]]
        sizes = nx.effective_size(graph, nodes=linked, weight=strength)
        found = holes.constraint(graph, strength=strength, engine=engine)
        assert undefined(found) == set(graph) - set(linked)
        wanted = nx.constraint(graph, nodes=linked, weight=strength)
        assert values(found) == pytest.approx(wanted)
        assert values(holes.effective_size(graph, strength=strength, engine=engine)) == pytest.approx(sizes)
        ego = values(holes.constraint(graph, strength=strength, model="ego"))
        for node in linked:
            around = nx.ego_graph(graph, node)
            assert ego[node] == pytest.approx(nx.constraint(around, nodes=[node], weight=strength)[node])

    @quick
    @given(simple_graphs())
    def test_both_engines_say_the_same_in_both_models(self, graph: nx.Graph[int]) -> None:
        for measure in (holes.constraint, holes.effective_size, holes.efficiency, holes.hierarchy):
            for model in ("whole", "ego"):
                slow = measure(graph, model=model, engine="python")
                swift = measure(graph, model=model, engine="scipy")
                assert values(slow) == pytest.approx(values(swift))
                assert [row.node for row in slow] == [row.node for row in swift]

    def test_blocks_of_rows_change_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        graph = nx.gnm_random_graph(40, 200, seed=3)
        whole = values(holes.constraint(graph, engine="scipy"))
        monkeypatch.setattr(sparse, "BUDGET", 50)
        assert values(holes.constraint(graph, engine="scipy")) == whole

    def test_igraph_agrees_on_a_larger_network(self) -> None:
        graph = nx.barabasi_albert_graph(200, 3, seed=4)
        found = values(holes.constraint(graph, engine="scipy"))
        assert [found[node] for node in sorted(found)] == pytest.approx(second_opinion(graph).constraint())

    @quick
    @given(
        simple_graphs(), st.data(), st.sampled_from(["whole", "ego"]), st.sampled_from(["python", "scipy"])
    )
    def test_some_nodes_have_the_values_they_have_among_all(
        self, graph: nx.Graph[int], data: st.DataObject, model: holes.Model, engine: sparse.Engine
    ) -> None:
        some = data.draw(st.sets(st.sampled_from(list(graph))))
        every = {row.node: row.value for row in holes.constraint(graph, model=model, engine=engine)}
        found = holes.constraint(graph, nodes=some, model=model, engine=engine)
        assert {row.node: row.value for row in found} == {node: every[node] for node in some}
        with pytest.raises(ValueError, match="not in the network: 99"):
            holes.constraint(graph, nodes=[99])

    def test_what_cannot_be_a_strength_is_refused(self) -> None:
        graph: nx.Graph[str] = nx.Graph()
        graph.add_edge("a", "b", strength=0)
        with pytest.raises(ValueError, match="above zero"):
            holes.constraint(graph, strength="strength")
        with pytest.raises(TypeError, match="parallel"):
            holes.constraint(nx.MultiGraph(graph))


class TestBetweenness:
    """Freeman 1977."""

    def test_the_families(self) -> None:
        found = values(centrality.betweenness(families()))
        told = {"Medici": 47.5, "Guadagni": 23.1667, "Albizzi": 19.3333, "Salviati": 13, "Peruzzi": 2}
        assert {name: found[name] * 91 for name in told} == pytest.approx(told, abs=5e-4)
        with_isolate = families()
        with_isolate.add_node("Pucci")
        assert values(centrality.betweenness(with_isolate))["Medici"] == pytest.approx(47.5 / 105)

    def test_the_club(self) -> None:
        found = values(centrality.betweenness(club()))
        assert [found[node] for node in (0, 33, 32, 2, 31)] == pytest.approx(
            [0.437635, 0.304075, 0.145247, 0.143657, 0.138276], abs=5e-7
        )

    def test_a_strength_is_no_length(self) -> None:
        graph = nx.karate_club_graph()
        found = centrality.betweenness(graph, strength="weight")
        assert [row.node for row in found.rows[:3]] == [0, 2, 33]

    def test_ways_of_the_same_length_are_seen_to_be_equal(self) -> None:
        # 1/10 + 1/5 and 1/4 + 1/20 are the same length, which floats do not show.
        graph: nx.Graph[str] = nx.Graph()
        for one, other, strength in (("a", "m", 10), ("m", "b", 5), ("a", "n", 4), ("n", "b", 20)):
            graph.add_edge(one, other, strength=strength)
        assert 1 / 10 + 1 / 5 != 1 / 4 + 1 / 20
        found = values(centrality.betweenness(graph, strength="strength"))
        assert found["m"] == found["n"] == pytest.approx(1 / 6)

    @quick
    @given(simple_graphs())
    def test_igraph_agrees(self, graph: nx.Graph[int]) -> None:
        if len(graph) < 3:
            assert undefined(centrality.betweenness(graph)) == set(graph)
            return
        pairs = (len(graph) - 1) * (len(graph) - 2) / 2
        found = values(centrality.betweenness(graph))
        other = second_opinion(graph).betweenness()
        assert [found[node] * pairs for node in sorted(graph)] == pytest.approx(other, abs=1e-9)

    def test_a_sample_says_so(self) -> None:
        found = centrality.betweenness(club(), sample=8, seed=1)
        assert Caution.ESTIMATED in found.cautions
        turned: nx.Graph[int] = nx.Graph()
        turned.add_nodes_from(reversed(list(club())))
        turned.add_edges_from(reversed(list(club().edges)))
        assert centrality.betweenness(turned, sample=8, seed=1).rows == found.rows


BACKEND = """
import networkx as nx

asked = []
own = {
    "betweenness_centrality": nx.betweenness_centrality,
    "bipartite_closeness_centrality": nx.bipartite.closeness_centrality,
    "louvain_communities": nx.community.louvain_communities,
}


class Backend:
    def convert_from_nx(self, graph, **_):
        return graph

    def convert_to_nx(self, result, **_):
        return result

    def __getattr__(self, name):
        if name not in own:
            raise AttributeError(name)

        def compute(graph, *given, **more):
            asked.append(name)
            return own[name](graph, *given, **more, backend="networkx")

        return compute


backend = Backend()
"""
ASKING = """
import networkx as nx
import other
from kennisstad_core import network

graph = nx.davis_southern_women_graph()
for name, measure in {
    "betweenness_centrality": network.betweenness,
    "bipartite_closeness_centrality": network.two_mode_closeness,
    "louvain_communities": network.communities,
}.items():
    plain = measure(graph)
    assert other.asked == [], "the environment chose"
    found = measure(graph, backend="other")
    assert set(other.asked) == {name}, other.asked
    other.asked.clear()
    assert found.rows == plain.rows
    assert "backend other" in found.measure.model, found.measure
    assert "backend networkx" in plain.measure.model, plain.measure
network.two_mode_betweenness(graph)
assert other.asked == []
assert "backend other" in network.two_mode_betweenness(graph, backend="other").measure.model
assert other.asked == ["betweenness_centrality"]
"""


def test_a_register_by_itself_is_refused_with_what_to_do() -> None:
    for ask in (
        net.affiliation_graph,
        net.partner_graph,
        net.missing_pairs,
        net.theme_coverage,
        net.link_history,
    ):
        with pytest.raises(TypeError, match=r"affiliations\(charters, register\)"):
            ask(kc.Register())  # type: ignore[arg-type]  # the mistake under test


def test_an_installed_backend_computes_when_it_is_asked_to_and_only_then(tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(BACKEND, "utf-8")
    about = tmp_path / "other-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[networkx.backends]\nother = other:backend\n", "utf-8")
    # As somebody’s environment may say: an audit figure then still comes from the code that the result names.
    around = {**os.environ, "PYTHONPATH": str(tmp_path), "NETWORKX_BACKEND_PRIORITY_ALGOS": "other"}

    done = subprocess.run(
        [sys.executable, "-c", ASKING], env=around, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


class TestTwoModes:
    """Davis, Gardner and Gardner 1941; numbers by networkx, igraph and the R package netrics."""

    def test_degree_closeness_betweenness(self) -> None:
        degree = values(centrality.two_mode_degree(davis()))
        assert degree[party("Evelyn Jefferson")] == pytest.approx(8 / 14)
        assert degree[project("E8")] == pytest.approx(14 / 18)
        near = values(centrality.two_mode_closeness(davis()))
        told = {"Evelyn Jefferson": 0.8, "Laura Mandeville": 0.7273, "Charlotte McDowd": 0.6}
        assert {name: near[party(name)] for name in told} == pytest.approx(told, abs=5e-5)
        assert near[project("E8")] == pytest.approx(0.8462, abs=5e-5)
        between = centrality.two_mode_betweenness(davis())
        assert values(between)[party("Evelyn Jefferson")] * 445 == pytest.approx(42.9802, abs=5e-5)
        assert values(between)[project("E8")] * 452 == pytest.approx(110.2064, abs=5e-5)
        assert between.measure is not None
        assert between.measure.normaliser == "445 for a party, 452 for a project"

    def test_the_most_that_two_modes_allow_is_reached_and_not_passed(self) -> None:
        # One party in every project, each other party in one of them as evenly as can be: it is always in between.
        for own, other in [(5, 3), (18, 14), (4, 7), (2, 2)]:
            graph: nx.Graph[Node] = nx.Graph()
            graph.add_nodes_from([project(f"e{index}") for index in range(other)], bipartite=1)
            graph.add_nodes_from([party(f"p{index}") for index in range(own)], bipartite=0)
            graph.add_edges_from((party("p0"), project(f"e{index}")) for index in range(other))
            graph.add_edges_from(
                (party(f"p{index}"), project(f"e{index % other}")) for index in range(1, own)
            )
            assert values(centrality.two_mode_betweenness(graph))[party("p0")] == pytest.approx(1)

    def test_clustering_and_redundancy(self) -> None:
        everybody = values(centrality.two_mode_clustering(davis()))
        assert sum(everybody.values()) / 32 == pytest.approx(0.328486, abs=5e-7)
        several: list[tuple[centrality.Overlap, float]] = [
            ("dot", 0.317140),
            ("min", 0.614041),
            ("max", 0.377089),
        ]
        for overlap, told in several:
            found = values(centrality.two_mode_clustering(davis(), overlap=overlap))
            women = [value for node, value in found.items() if node.kind == "party"]
            assert sum(women) / 18 == pytest.approx(told, abs=5e-7)
        assert values(centrality.redundancy(davis()))[party("Evelyn Jefferson")] == pytest.approx(
            0.964286, abs=5e-7
        )
        (figure,) = centrality.reinforcement(davis())
        assert figure.value == pytest.approx(0.467764, abs=5e-7)

    @quick
    @given(affiliation_graphs())
    def test_networkx_agrees_where_it_has_a_value(self, graph: nx.Graph[Node]) -> None:
        parties = [node for node in graph if node.kind == "party"]
        linked = {node for node in graph if graph.degree[node]}
        near = centrality.two_mode_closeness(graph)
        assert undefined(near) == set(graph) - linked
        wanted = nx.bipartite.closeness_centrality(graph, parties)
        assert values(near) == pytest.approx({node: wanted[node] for node in linked})
        wanted = nx.bipartite.clustering(graph)
        assert values(centrality.two_mode_clustering(graph)) == pytest.approx(
            {node: wanted[node] for node in values(centrality.two_mode_clustering(graph))}
        )
        several = [node for node in graph if graph.degree[node] > 1]
        found = centrality.redundancy(graph)
        assert undefined(found) == set(graph) - set(several)
        assert values(found) == pytest.approx(nx.bipartite.node_redundancy(graph, several))
        (figure,) = centrality.reinforcement(graph)
        assert (figure.value or 0) == pytest.approx(nx.bipartite.robins_alexander_clustering(graph))
        assert (figure.value is None) == (figure.why is not None)
        if len(linked) > 1:
            found = centrality.two_mode_betweenness(graph)
            wanted = nx.bipartite.betweenness_centrality(graph, parties)
            assert values(found) == pytest.approx({node: wanted[node] for node in values(found)})

    def test_a_graph_of_one_mode_is_refused(self) -> None:
        graph = davis()
        with pytest.raises(ValueError, match="bipartite"):
            centrality.two_mode_degree(families())
        graph.add_edge(party("Evelyn Jefferson"), party("Laura Mandeville"))
        with pytest.raises(ValueError, match="one side"):
            centrality.two_mode_degree(graph)


class TestCuts:
    """Tarjan 1972, Borgatti 2006."""

    def test_the_families(self) -> None:
        found = {row.node: row for row in cuts.articulation_points(families())}
        assert set(found) == {"Albizzi", "Guadagni", "Medici", "Salviati"}
        assert found["Medici"].parts == (11, 2, 1)
        assert found["Medici"].isolated == ("Acciaiuoli",)
        assert found["Medici"].fragmentation == pytest.approx(1 - (11 * 10 + 2) / (14 * 13))

    def test_the_club(self) -> None:
        assert [row.node for row in cuts.articulation_points(club())] == [0]
        (bridge,) = cuts.bridges(club())
        assert bridge.ends == (0, 11)
        assert bridge.sides == (33, 1)
        assert len(cuts.articulation_points(davis())) == 0

    @quick
    @given(simple_graphs(10))
    def test_one_walk_tells_what_removing_each_tells(self, graph: nx.Graph[int]) -> None:
        for row in cuts.departures(graph):
            left = graph.copy()
            left.remove_node(row.node)
            beside = nx.node_connected_component(graph, row.node) - {row.node}
            parts = sorted(map(len, nx.connected_components(left.subgraph(beside))), reverse=True)
            assert list(row.parts) == parts
            assert row.fragmentation == cuts.fragmentation(graph, [row.node])
            assert set(row.isolated) == {node for node in graph[row.node] if not left[node]}
        assert {row.node for row in cuts.articulation_points(graph)} == set(nx.articulation_points(graph))
        theirs = cast("Iterable[tuple[int, int]]", nx.bridges(graph))
        assert {frozenset(row.ends) for row in cuts.bridges(graph)} == set(map(frozenset, theirs))
        for bridge in cuts.bridges(graph):
            left = graph.copy()
            left.remove_edge(*bridge.ends)
            assert bridge.sides == tuple(len(nx.node_connected_component(left, end)) for end in bridge.ends)

    @quick
    @given(simple_graphs())
    def test_fragmentation_counts_pairs_that_cannot_reach_each_other(self, graph: nx.Graph[int]) -> None:
        pairs = list(combinations(graph, 2))
        apart = [pair for pair in pairs if not nx.has_path(graph, *pair)]
        found = cuts.fragmentation(graph)
        if not pairs:
            assert found is None
        else:
            assert found == pytest.approx(len(apart) / len(pairs))


class TestProjection:
    """Breiger 1974 and Newman 2001."""

    def test_davis(self) -> None:
        women = projection.project_links(davis())
        assert women.number_of_edges() == 139
        assert sum(links_of(women).values()) == 322
        assert women.edges[party("Evelyn Jefferson"), party("Theresa Anderson")]["strength"] == 7
        events = projection.project_links(davis(), onto="project")
        assert events.number_of_edges() == 66
        assert sum(links_of(events).values()) == 214
        told = {"project": (66, 57, 42, 21, 14, 7, 4), "party": (139, 95, 46, 24, 9, 8, 1)}
        for onto, several in told.items():
            for least, links in enumerate(several, start=1):
                kept = projection.project_links(davis(), onto=onto, min_strength=least)  # type: ignore[arg-type]
                assert kept.number_of_edges() == links

    def test_newman(self) -> None:
        # A and B write with 2 others, with nobody, and with 1 other: 1/3 + 1 + 1/2.
        groups = {"x": "ABCD", "y": "AB", "z": "ABE"}
        rows = [row for name, who in groups.items() for row in _rows(name, who)]
        graph = projection.project_links(rows, strength=Strength.NEWMAN)
        assert graph.edges[party("A"), party("B")]["strength"] == pytest.approx(11 / 6)
        women = projection.project_links(davis(), strength=Strength.NEWMAN)
        assert women.edges[party("Evelyn Jefferson"), party("Laura Mandeville")]["strength"] == pytest.approx(
            1.56264, abs=5e-6
        )
        assert women.edges[party("Nora Fayette"), party("Sylvia Avondale")]["strength"] == pytest.approx(
            1.6520, abs=5e-5
        )
        # Who works most together depends on how a link is counted, so a figure says which way it was.
        counted = projection.project_links(davis())
        pair = frozenset((party("Evelyn Jefferson"), party("Theresa Anderson")))
        assert links_of(women)[pair] == pytest.approx(1.48688, abs=5e-6)
        assert max(links_of(counted).items(), key=lambda one: one[1])[0] == pair
        assert max(links_of(women).items(), key=lambda one: one[1])[0] != pair

    @quick
    @given(
        affiliation_graphs(),
        st.sampled_from([Strength.SHARED_PROJECTS, Strength.NEWMAN]),
        st.sampled_from(["python", "scipy"]),
        st.sampled_from(["party", "project"]),
        st.sampled_from([None, 1, 2, 0.5]),
    )
    def test_networkx_agrees(
        self,
        graph: nx.Graph[Node],
        strength: Strength,
        engine: sparse.Engine,
        onto: sparse.Side,
        least: float | None,
    ) -> None:
        nodes = [node for node in graph if node.kind == onto]
        theirs: Callable[[nx.Graph[Node], list[Node]], nx.Graph[Node]] = (
            nx.bipartite.weighted_projected_graph
            if strength is Strength.SHARED_PROJECTS
            else nx.bipartite.collaboration_weighted_projected_graph
        )
        wanted = {
            pair: force
            for pair, force in links_of(theirs(graph, nodes), "weight").items()
            if least is None or force >= least - 1e-9
        }
        found = projection.project_links(
            graph, onto=onto, strength=strength, min_strength=least, engine=engine
        )
        assert list(found) == sorted(nodes)
        assert links_of(found) == pytest.approx(wanted)
        assert nx.is_frozen(found)

    @quick
    @given(affiliation_graphs())
    def test_newman_strengths_add_up_to_the_groups_shared(self, graph: nx.Graph[Node]) -> None:
        found = projection.project_links(graph, strength=Strength.NEWMAN)
        for node in found:
            shared = sum(graph.degree[group] > 1 for group in graph[node])
            assert found.degree(node, weight="strength") == pytest.approx(shared)

    def test_rows_and_graph_give_the_same_links(self) -> None:
        from_rows = projection.project_links(rows_of(davis()))
        from_graph = projection.project_links(davis())
        assert nx.utils.graphs_equal(from_rows, from_graph)

    def test_blocks_of_rows_change_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        whole = projection.project_links(davis(), engine="scipy")
        monkeypatch.setattr(sparse, "BUDGET", 30)
        assert nx.utils.graphs_equal(projection.project_links(davis(), engine="scipy"), whole)

    def test_it_is_sized_up_first_and_refused_with_its_size(self) -> None:
        size = projection.estimate(davis())
        assert (size.nodes, size.groups, size.affiliations, size.largest_group) == (18, 14, 89, 14)
        assert size.at_least == 14 * 13 // 2
        assert size.at_most == 18 * 17 // 2
        with pytest.raises(limits.TooManyLinks, match="between 91 and 153 links") as refused:
            projection.project_links(davis(), memory=90 * limits.Sized.LINKS.weight)
        assert refused.value.estimate == size
        # 139 links are more than are certain beforehand: found while projecting, before the graph is complete.
        with pytest.raises(limits.TooManyLinks, match="at least 139 links"):
            projection.project_links(davis(), memory=138 * limits.Sized.LINKS.weight)
        few = projection.project_links(davis(), memory=90 * limits.Sized.LINKS.weight, min_strength=3)
        assert few.number_of_edges() == 46

    def test_what_keeps_the_records_behind_a_link_is_refused_in_time_too(self) -> None:
        # Everybody of a continent in one group: 4.5 million pairs with their records, before a graph is built of them.
        crowd = Affiliations([Affiliation(party(f"p{number}"), project("g")) for number in range(3_000)])
        for ask in (partner_graph, net.existing_pairs, net.link_history):
            with pytest.raises(limits.TooManyLinks, match="3,000 affiliations make 4,498,500 pairs with"):
                ask(crowd)

        many = Affiliations([Affiliation(party(f"p{n}"), project(f"g{n}")) for n in range(12_000)])
        with pytest.raises(limits.TooManyLinks, match="71,994,000 pairs, linked or not") as refused:
            net.missing_pairs(many)
        assert "existing_pairs" in str(refused.value)
        assert net.existing_pairs(many).rows == ()

    def test_a_graph_is_refused_when_it_turns_out_too_large(self) -> None:
        table = read_affiliations(
            {"party": who.id, "group": what.id} for who, what in davis().edges if who.kind == "party"
        )
        with pytest.raises(limits.TooManyLinks, match="at least 201 pairs"):
            partner_graph(table, memory=200 * limits.Sized.JOINT.weight)
        assert partner_graph(table).number_of_edges() == 139

    def test_one_party_of_a_network_that_is_too_large_has_an_answer(self) -> None:
        rows = [Affiliation(party(f"p{number}"), project("g")) for number in range(3_000)]
        rows += [Affiliation(party(who), project("h")) for who in ("a", "b")]
        (found,) = net.dependence(Affiliations(rows), "a")
        assert (found.other.id, found.share == 1, found.only_two) == ("b", True, ("h",))

    def test_without_the_extra_python_does_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sparse, "fast", lambda: False)
        monkeypatch.setattr(sparse, "WORTH", 0)
        assert projection.project_links(davis()).graph["engine"] == "python"
        with pytest.raises(sparse.MissingExtra, match=r"kennisstad_core\[fast\]"):
            projection.project_links(davis(), engine="scipy")


def _rows(name: str, who: str) -> list[Affiliation]:
    return [Affiliation(one, name) for one in who]


class TestEveryResult:
    """What each answer carries."""

    def test_isolated_members_have_a_reason_and_ties_share_a_rank(self) -> None:
        graph = families()
        graph.add_node("Pucci")
        found = holes.constraint(graph)
        last = found.rows[-1]
        assert (last.node, last.value, last.rank, last.links, last.why) == ("Pucci", None, None, 0, NO_LINKS)
        assert [row.rank for row in found.rows[:5]] == [1, 1, 1, 1, 5]
        assert Caution.ISOLATED in found.cautions
        assert Caution.SMALL_NETWORK in found.cautions

    @pytest.mark.parametrize(
        "measure",
        [
            holes.constraint,
            holes.effective_size,
            holes.efficiency,
            holes.hierarchy,
            centrality.betweenness,
            cuts.departures,
            cuts.bridges,
        ],
    )
    @pytest.mark.parametrize("graph", [nx.empty_graph(0), nx.empty_graph(1), nx.path_graph(2), families()])
    def test_says_what_it_is(
        self, measure: Callable[[nx.Graph[int]], Reply[object]], graph: nx.Graph[int]
    ) -> None:
        told = measure(graph).measure
        assert told is not None
        assert told.definition["nl"]
        assert told.definition["en"]
        assert told.citation
        assert told.model
        assert dict(told.versions)["networkx"] == nx.__version__

    @quick
    @given(simple_graphs(), st.randoms(use_true_random=False))
    def test_relabelling_and_order_change_nothing(self, graph: nx.Graph[int], chance: object) -> None:
        nodes = list(graph)
        turned: nx.Graph[int] = nx.Graph()
        turned.add_nodes_from(reversed(nodes))
        turned.add_edges_from(
            (other, one, data) for one, other, data in reversed(list(graph.edges(data=True)))
        )
        for measure in (holes.constraint, holes.effective_size, centrality.betweenness):
            assert measure(turned, strength="strength") == measure(graph, strength="strength")
        assert cuts.departures(turned) == cuts.departures(graph)
        assert cuts.bridges(turned) == cuts.bridges(graph)
        named = nx.relabel_nodes(graph, {node: -node for node in graph})
        found = values(centrality.betweenness(named))
        assert {-node: value for node, value in found.items()} == values(centrality.betweenness(graph))
