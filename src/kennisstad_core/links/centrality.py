# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is in between, who is near, and how closely knit: Freeman's measures and those of two-mode networks.

A strength is never used as a length: a strong link is a short one, 1/strength. Every result says by what the values
were divided, since that differs between packages. ``backend=`` goes to networkx, so that an installed backend serves;
none is chosen unless it is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import Final, Literal, TypeAlias, cast

import networkx as nx
from attrs import evolve, frozen

from ..text import Text
from .affiliations import Node
from .results import Caution, Measure, Reply, versions_of
from .scores import NO_LINKS, ONE_LINK, TOO_FEW, Score, cautions_of, settled, told
from .sparse import N, in_order

Overlap: TypeAlias = Literal["dot", "min", "max"]
"""What an overlap is a share of: both together, the smaller or the larger."""

_BITS: Final = 512
_BETWEEN: Final = Text(
    "Hoe vaak een knoop op een kortste weg tussen twee andere ligt.",
    "How often a node lies on a shortest way between two others.",
)


@frozen
class Figure:
    """One number about the whole network; None has a reason."""

    value: float | None
    why: Text | None = None


def _ordered(graph: nx.Graph[N], strength: str | None = None) -> nx.Graph[N]:
    """A copy in the order of the nodes, with ``distance`` where strengths count, so that sums hang on no input order.

    Distances are whole numbers as long as the strengths are whole or simple fractions: then two ways of the same length
    are seen to be equal, which floats would hide.
    """
    nodes = in_order(graph)
    place = {node: index for index, node in enumerate(nodes)}
    plain: nx.Graph[N] = nx.DiGraph() if graph.is_directed() else nx.Graph()
    plain.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    links: dict[tuple[int, int], Fraction] = {}
    for here, there, data in graph.edges(data=True):
        ends = (place[here], place[there])
        if not graph.is_directed():
            ends = (min(ends), max(ends))
        links[ends] = Fraction(1) if strength is None else _fraction(data, strength)
    common = 1
    for numerator in {force.numerator for force in links.values()}:
        common = lcm(common, numerator)
        if common.bit_length() > _BITS:
            break
    exact = common.bit_length() <= _BITS
    for one, other in sorted(links):
        force = links[one, other]
        length = common * force.denominator // force.numerator if exact else float(1 / force)
        plain.add_edge(nodes[one], nodes[other], distance=length)
    return plain


def _fraction(data: Mapping[str, object], name: str) -> Fraction:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
        raise ValueError(f"the strength of a link is a number above zero; {name!r} of one link is {value!r}")
    return Fraction(value).limit_denominator(1_000_000)


def betweenness(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    sample: int | None = None,
    seed: int = 0,
    backend: str = "networkx",
) -> Reply[Score[N]]:
    """How often a node lies on a shortest way between two others, as a share of all pairs of the others.

    Freeman 1977, Sociometry 40: 35-41: b_v = Σ_{s≠v≠t} g_st(v) / g_st, divided by (n-1)(n-2)/2 pairs, or (n-1)(n-2)
    in a directed graph; n counts nodes without links too. With a strength the length of a link is 1/strength.

    Args:
        graph: Any graph; of parties and projects, use `two_mode_betweenness`.
        strength: The attribute that says how strong a link is.
        sample: Estimate from so many sources, drawn with the seed from the nodes in order (Brandes and Pich 2007).
        seed: Of the draw.
        backend: The networkx backend that computes; the environment chooses none unseen.
    """
    plain = _ordered(graph, strength)
    weight = None if strength is None else "distance"
    values: dict[N, float | Text] = dict.fromkeys(plain, TOO_FEW)
    if len(plain) > 2:
        found = nx.betweenness_centrality(plain, k=sample, weight=weight, seed=seed, backend=backend)
        values.update(cast("dict[N, float]", found))
    measure = Measure(
        "betweenness",
        _BETWEEN,
        "Freeman 1977, Sociometry 40: 35-41; computed after Brandes 2001, J. Math. Sociol. 25: 163-177",
        ("every link of length 1" if strength is None else f"length of a link: 1/{strength}")
        + ("" if sample is None else f"; estimated from {sample} sources with seed {seed}")
        + f"; backend {backend}",
        "(n-1)(n-2)" if graph.is_directed() else "(n-1)(n-2)/2",
    )
    answer = told(graph, measure, values)
    extra = (Caution.BETWEEN_IS_LOAD, *(() if sample is None else (Caution.ESTIMATED,)))
    return evolve(answer, cautions=(*answer.cautions, *extra))


# Two modes


def _two_mode(graph: nx.Graph[N]) -> tuple[nx.Graph[N], tuple[N, ...], tuple[N, ...]]:
    """The graph without themes, in order, with its parties and its projects."""
    kept = [node for node in graph if not (isinstance(node, Node) and node.kind == "theme")]
    plain = _ordered(graph.subgraph(kept))
    sides: tuple[list[N], list[N]] = ([], [])
    for node in plain:
        side = plain.nodes[node].get("bipartite")
        if side not in (0, 1):
            raise ValueError(f"node {node} has no attribute bipartite, 0 for a party and 1 for a project")
        sides[side].append(node)
    if plain.number_of_edges() != sum(len(plain.adj[node]) for node in sides[0]):
        raise ValueError("two nodes of one side are linked: this is no graph of parties and projects")
    return plain, tuple(sides[0]), tuple(sides[1])


_TWO_MODE: Final = "Borgatti and Everett 1997, Social Networks 19: 243-269"


def two_mode_degree(graph: nx.Graph[N]) -> Reply[Score[N]]:
    """In how many of all groups a party takes part, and which share of all parties a group has.

    Borgatti and Everett 1997: d_v / (number of nodes on the other side).
    """
    plain, parties, groups = _two_mode(graph)
    values: dict[N, float | Text] = {}
    for side, other in ((parties, groups), (groups, parties)):
        values.update((node, plain.degree[node] / len(other) if other else TOO_FEW) for node in side)
    measure = Measure(
        "two-mode-degree",
        Text(
            "Deel van de andere kant waarmee een knoop verbonden is.",
            "Share of the other side it is linked to.",
        ),
        _TWO_MODE,
        "two modes: parties and projects",
        "number of nodes on the other side",
    )
    return told(plain, measure, values)


def two_mode_closeness(graph: nx.Graph[N], *, backend: str = "networkx") -> Reply[Score[N]]:
    """How near a node is to all others, 1 for a node that is as near as two modes allow.

    Borgatti and Everett 1997: (m + 2n - 2) / Σ_t d(v, t) for one of n nodes with m on the other side. Where the
    network is in parts, that is taken within the part and times (reached / all others), after Wasserman and Faust
    1994, p. 201, as networkx does. A node without links has no value. The backend of networkx computes it.
    """
    plain, parties, groups = _two_mode(graph)
    near = nx.bipartite.closeness_centrality(plain, parties, backend=backend) if parties and groups else {}
    values: dict[N, float | Text] = {
        node: near[node] if node in near and plain.degree[node] else NO_LINKS for node in plain
    }
    measure = Measure(
        "two-mode-closeness",
        Text("Hoe dichtbij een knoop bij alle andere is.", "How near a node is to all others."),
        _TWO_MODE,
        f"two modes: parties and projects; in parts: within the part, times the share reached; backend {backend}",
        "m + 2n - 2, the least sum of distances that two modes allow",
    )
    return told(plain, measure, values)


def two_mode_betweenness(graph: nx.Graph[N], *, backend: str = "networkx") -> Reply[Score[N]]:
    """How often a node lies on a shortest way between two others, as a share of the most that two modes allow.

    Freeman 1977, divided by the maximum of Borgatti and Halgin 2011, The SAGE Handbook of Social Network Analysis,
    chapter 28, as in networkx: for one of n nodes with m on the other side
    ½[m²(s+1)² + m(s+1)(2t-s-1) - t(2s-t+3)], s = (n-1) div m, t = (n-1) mod m. Some packages divide by slightly less,
    with which a value can pass 1. The backend of networkx computes it.
    """
    plain, parties, groups = _two_mode(graph)
    # With one node on a side nothing else can be in between there, and the divisor is zero.
    values: dict[N, float | Text] = dict.fromkeys(plain, TOO_FEW)
    if parties and groups and len(plain) > 2:
        raw = cast("dict[N, float]", nx.betweenness_centrality(plain, normalized=False, backend=backend))
        for side, other in ((parties, groups), (groups, parties)):
            most = _most_between(len(side), len(other))
            values.update((node, raw[node] / most) for node in side if most)
    measure = Measure(
        "two-mode-betweenness",
        _BETWEEN,
        "Freeman 1977, Sociometry 40: 35-41; Borgatti and Halgin 2011, SAGE Handbook of Social Network Analysis, 28",
        f"two modes: parties and projects; backend {backend}",
        f"{_most_between(len(parties), len(groups)):g} for a party, "
        f"{_most_between(len(groups), len(parties)):g} for a project",
    )
    answer = told(plain, measure, values)
    return evolve(answer, cautions=(*answer.cautions, Caution.BETWEEN_IS_LOAD))


def _most_between(own: int, other: int) -> float:
    """The most that one of so many nodes can be in between, with so many on the other side."""
    if not own or not other:
        return 0.0
    whole, rest = divmod(own - 1, other)
    most = (
        other**2 * (whole + 1) ** 2
        + other * (whole + 1) * (2 * rest - whole - 1)
        - rest * (2 * whole - rest + 3)
    )
    return most / 2


def two_mode_clustering(graph: nx.Graph[N], *, overlap: Overlap = "dot") -> Reply[Score[N]]:
    """How much the neighbours of a node overlap with those of the nodes it shares a neighbour with.

    Latapy, Magnien and Del Vecchio 2008, Social Networks 30: 31-48: the mean over v in N(N(u)) of ``|N(u) ∩ N(v)|``
    divided by the size of both together (``dot``), by the smaller (``min``) or by the larger (``max``) of the two.
    Without such a v there is no value.
    """
    if overlap not in ("dot", "min", "max"):
        raise ValueError(f"an overlap is dot, min or max, not {overlap!r}")
    plain, _, _ = _two_mode(graph)
    near = {node: set(plain.adj[node]) for node in plain}
    values: dict[N, float | Text] = {}
    for node, own in near.items():
        shared = Counter(other for between in own for other in plain.adj[between])
        shared.pop(node, None)
        parts: list[float] = []
        for other, both in sorted(shared.items(), key=lambda item: (item[1], len(near[item[0]]))):
            sizes = len(own), len(near[other])
            match overlap:
                case "dot":
                    parts.append(both / (sum(sizes) - both))
                case "min":
                    parts.append(both / min(sizes))
                case "max":
                    parts.append(both / max(sizes))
        values[node] = sum(parts) / len(parts) if parts else _SHARES_NONE
    measure = Measure(
        "two-mode-clustering",
        Text(
            "Hoeveel de deelnames overlappen met die van wie iets gedeeld wordt.",
            "How much participations overlap with those of whoever something is shared with.",
        ),
        "Latapy, Magnien and Del Vecchio 2008, Social Networks 30: 31-48",
        f"two modes: parties and projects; overlap: {overlap}",
        "number of nodes at distance two",
    )
    return told(plain, measure, values)


_SHARES_NONE: Final = Text(
    "Deelt niets met een ander: de maat is hier niet gedefinieerd.",
    "Shares nothing with another: the measure is not defined here.",
)


def redundancy(graph: nx.Graph[N]) -> Reply[Score[N]]:
    """The share of pairs of neighbours that would stay linked through others if the node were left out.

    Latapy, Magnien and Del Vecchio 2008: the pairs u, w of N(v) to which
    some other v' is linked too, divided by d_v(d_v - 1)/2. For a
    project: the share of its pairs of parties that also meet elsewhere. Below two neighbours there is no value.
    """
    plain, parties, groups = _two_mode(graph)
    values: dict[N, float | Text] = {}
    for side in (parties, groups):
        together = Counter(pair for node in side for pair in combinations(plain.adj[node], 2))
        for node in side:
            near = list(plain.adj[node])
            if len(near) < 2:
                values[node] = ONE_LINK if near else NO_LINKS
                continue
            again = sum(together[pair] > 1 for pair in combinations(near, 2))
            values[node] = again / (len(near) * (len(near) - 1) / 2)
    measure = Measure(
        "redundancy",
        Text(
            "Deel van de paren buren dat ook zonder deze knoop verbonden blijft.",
            "Share of the pairs of neighbours that stay linked without this node.",
        ),
        "Latapy, Magnien and Del Vecchio 2008, Social Networks 30: 31-48",
        "two modes: parties and projects",
        "d(d-1)/2 pairs of neighbours",
    )
    return told(plain, measure, values)


def reinforcement(graph: nx.Graph[N]) -> Reply[Figure]:
    """How often two parties that share a project share a second one: the clustering of the whole two-mode network.

    Robins and Alexander 2004, Computational and Mathematical Organization Theory 10: 69-94: 4 × (four-cycles) /
    (paths of three links). Without such a path there is no value.
    """
    plain, parties, groups = _two_mode(graph)
    pairs = Counter(pair for node in groups for pair in combinations(plain.adj[node], 2))
    cycles = sum(times * (times - 1) // 2 for times in pairs.values())
    paths = sum((plain.degree[one] - 1) * (plain.degree[other] - 1) for one, other in plain.edges)
    figure = Figure(settled(4 * cycles / paths)) if paths else Figure(None, _SHARES_NONE)
    measure = Measure(
        "reinforcement",
        Text(
            "Hoe vaak twee partijen die een project delen, er nog een delen.",
            "How often two parties that share a project share another.",
        ),
        "Robins and Alexander 2004, Comput. Math. Organ. Theory 10: 69-94",
        f"two modes: {len(parties)} parties and {len(groups)} projects",
        "number of paths of three links",
        versions_of("kennisstad_core", "networkx"),
    )
    return Reply((figure,), graph.graph.get("unknown", ()), cautions_of(plain), measure)
