# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Networks of a country and of a continent: seconds, memory, and the ratio to plain networkx and to igraph.

The data are generated: *dutch* is 388 authorities in 1 284 partnerships with 12 880 memberships, *european* is 40 000
organisations in 35 000 projects with some 350 000 participations, a few of them in very many. What plain networkx and
igraph answer is compared with what comes out here, before any ratio is printed.

Run: python benchmarks/network.py [--quick] [--european] [--plain]
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Callable, Hashable, Iterable
from itertools import accumulate
from time import perf_counter
from typing import TypeVar

import igraph
import networkx as nx
import scipy.sparse  # noqa: F401 - loaded before the clock starts, for everybody

from kennisstad_core import network as kn

T = TypeVar("T")
N = TypeVar("N", bound=Hashable)


def generated(parties: int, groups: int, places: int, seed: int, skew: float) -> nx.Graph[kn.Node]:
    """Parties drawn for groups of very different sizes, some parties far more often than others."""
    chance = random.Random(seed)
    names = [kn.party(f"org-{number:05}") for number in range(parties)]
    draws = list(accumulate(1 / (rank + 25) ** skew for rank in range(parties)))
    sizes = [chance.lognormvariate(0, 0.8) for _ in range(groups)]
    scale = places / sum(sizes)
    graph: nx.Graph[kn.Node] = nx.Graph()
    graph.add_nodes_from(names, bipartite=0)
    for number, size in enumerate(sizes):
        group = kn.project(f"p-{number:05}")
        graph.add_node(group, bipartite=1)
        wanted = min(max(2, round(size * scale)), parties // 3)
        chosen: set[kn.Node] = set()
        while len(chosen) < wanted:
            chosen.update(chance.choices(names, cum_weights=draws, k=wanted - len(chosen)))
        graph.add_edges_from((one, group) for one in sorted(chosen))
    return graph


class Clock:
    """Prints what each task took, and how much slower the others were."""

    def __init__(self) -> None:
        print(f"  {'':44}{'here':>9}{'networkx':>12}{'igraph':>11}{'peak MB':>10}")

    def row(
        self,
        name: str,
        ours: Callable[[], T],
        plain: Callable[[], object] | None = None,
        other: Callable[[], object] | None = None,
    ) -> T:
        """Run each once; the memory is the most that the process has had so far."""
        answer, seconds = timed(ours)
        beside = ["" if run is None else ratio(run, seconds) for run in (plain, other)]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"  {name:44}{seconds:8.3f}s{beside[0]:>12}{beside[1]:>11}{peak:10,}", flush=True)
        return answer


def timed(run: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    answer = run()
    return answer, perf_counter() - start


def ratio(run: Callable[[], object], seconds: float) -> str:
    _, theirs = timed(run)
    return f"{theirs / seconds:,.2f} ×"


def values(result: kn.Reply[kn.Score[N]]) -> dict[N, float]:
    return {row.node: row.value for row in result if row.value is not None}


def in_igraph(graph: nx.Graph[kn.Node]) -> igraph.Graph:
    nodes = sorted(graph)
    place = {node: index for index, node in enumerate(nodes)}
    made = igraph.Graph(len(nodes), [(place[one], place[other]) for one, other in graph.edges])
    made.vs["type"] = [node.kind == "project" for node in nodes]
    return made


def same(ours: Iterable[float], theirs: Iterable[float]) -> None:
    for one, other in zip(ours, theirs, strict=True):
        assert abs(one - other) < 1e-9 * max(1.0, abs(other)), (one, other)


def by_recounting(graph: nx.Graph[kn.Node], parties: Iterable[kn.Node]) -> list[int]:
    """What one would write first: take each party away and count the components again."""
    counts: list[int] = []
    left = nx.Graph(graph)
    for node in parties:
        links = list(left.edges(node))
        left.remove_node(node)
        counts.append(nx.number_connected_components(left))
        left.add_edges_from(links)
    return counts


def by_looping(
    graph: nx.Graph[kn.Node], parties: Iterable[kn.Node]
) -> dict[kn.Node, list[tuple[int, kn.Node]]]:
    """Joinable projects in plain loops over the graph."""
    found: dict[kn.Node, list[tuple[int, kn.Node]]] = {}
    for node in parties:
        paths: dict[kn.Node, int] = {}
        for group in graph[node]:
            for other in graph[group]:
                if other != node:
                    for further in graph[other]:
                        if not graph.has_edge(node, further):
                            paths[further] = paths.get(further, 0) + 1
        found[node] = sorted((-times, group) for group, times in paths.items())[:10]
    return found


def run(graph: nx.Graph[kn.Node], *, plain: bool, exact: bool, least: int) -> None:
    """Every task on one network; what would take plain networkx hours is only run on some parties."""
    clock = Clock()
    parties = sorted(node for node in graph if node.kind == "party")
    mirror = in_igraph(graph)
    size = kn.estimate(graph)
    print(
        f"  estimated: {size.at_least:,} to {size.at_most:,} links, at most {size.bytes_at_most / 2**20:,.0f} MB"
    )

    theirs: list[nx.Graph[kn.Node]] = []

    def count() -> None:
        theirs.append(nx.bipartite.weighted_projected_graph(graph, parties))

    def newman() -> nx.Graph[kn.Node]:
        return nx.bipartite.collaboration_weighted_projected_graph(graph, parties)

    def halves() -> object:
        return mirror.bipartite_projection(which=0, multiplicity=True)

    strong = clock.row(
        f"projection, shared projects, at least {least}", lambda: kn.project_links(graph, min_strength=least)
    )
    shared = clock.row(
        "projection, shared projects",
        lambda: kn.project_links(graph),
        count if plain else None,
        halves,
    )
    clock.row(
        "projection, Newman",
        lambda: kn.project_links(graph, strength=kn.Strength.NEWMAN),
        newman if plain else None,
    )
    if plain:
        other_way = theirs.pop()
        assert shared.number_of_edges() == other_way.number_of_edges()
        assert all(
            shared.edges[one, other]["strength"] == times
            for one, other, times in other_way.edges(data="weight")
        )
        del other_way
    narrow = shared if exact else strong
    # networkx makes a dense matrix for these two: on the large network it runs out of memory.
    name = "" if exact else f", links of {least} or more"
    other = in_igraph(narrow)
    ours = clock.row(
        f"constraint, all{name}",
        lambda: kn.constraint(narrow),
        (lambda: nx.constraint(narrow)) if plain and exact else None,
        other.constraint,
    )
    linked = sorted(values(ours))
    theirs_too = dict(zip(sorted(narrow), other.constraint(), strict=True))
    same((values(ours)[node] for node in linked), (theirs_too[node] for node in linked))
    clock.row(
        f"effective size, all{name}",
        lambda: kn.effective_size(narrow),
        (lambda: nx.effective_size(narrow)) if plain and exact else None,
    )
    if exact:
        middle = min(narrow, key=lambda node: (abs(narrow.degree[node] - 60), node))
        clock.row(
            "constraint, one node of degree 60",
            lambda: kn.constraint(narrow, nodes=[middle]),
            (lambda: nx.constraint(narrow, nodes=[middle])) if plain else None,
        )
        clock.row(
            "betweenness of parties, exact, by networkx",
            lambda: kn.betweenness(narrow),
            None,
            other.betweenness,
        )
        clock.row(
            "brokerage roles, four groups",
            lambda: kn.brokerage(narrow, {node: str(index % 4) for index, node in enumerate(narrow)}),
        )
    few = parties if exact else parties[:10]
    clock.row(
        "what falls apart without each, all",
        lambda: kn.departures(graph),
        (lambda: by_recounting(graph, few)) if plain else None,
        mirror.articulation_points,
    )
    if plain and not exact:
        print(f"  {'':44}{'':9} (networkx on {len(few)} parties of {len(parties):,})")
    cut = {row.node for row in kn.articulation_points(graph)}
    nodes = sorted(graph)
    assert cut == {nodes[place] for place in mirror.articulation_points()}
    several = parties if exact else parties[:200]
    near = clock.row(
        "ten joinable projects, all",
        lambda: kn.joinable(graph),
        (lambda: by_looping(graph, several)) if plain else None,
    )
    told = by_looping(graph, several[:20])
    for node in told:
        assert [(-row.paths, row.group) for row in near if row.party == node] == told[node]
    if plain and not exact:
        print(f"  {'':44}{'':9} (networkx on {len(several)} parties of {len(parties):,})")
    clock.row("projects that fall below three, all", lambda: kn.losses(graph, 3))
    clock.row("power over the portfolio, all", lambda: kn.portfolio_power(graph, 3))
    if exact:
        clock.row("backbone, fixed row", lambda: kn.backbone(graph, kn.Null.FIXED_ROW))
        clock.row("communities, 5 runs", lambda: kn.communities(shared, strength="strength", runs=5))


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a small network, to see that it runs")
    options.add_argument("--european", action="store_true", help="the large network too, in minutes")
    options.add_argument(
        "--plain",
        action="store_true",
        help="plain networkx on the large network too, where it fits in memory",
    )
    chosen = options.parse_args()
    sizes = (120, 300, 2_000) if chosen.quick else (388, 1_284, 12_880)
    graph = generated(*sizes, seed=1, skew=0.4)
    print(
        f"dutch: {sizes[0]} authorities, {sizes[1]:,} partnerships, {graph.number_of_edges():,} memberships"
    )
    run(graph, plain=True, exact=True, least=2)
    if chosen.european:
        graph = generated(40_000, 35_000, 350_000, seed=2, skew=0.92)
        print(f"european: 40,000 organisations, 35,000 projects, {graph.number_of_edges():,} participations")
        run(graph, plain=chosen.plain, exact=False, least=2)


if __name__ == "__main__":
    main()
