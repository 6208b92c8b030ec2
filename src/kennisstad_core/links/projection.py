# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who shares projects with whom, for large networks: sized up first, thresholded before the graph is built.

For a partnership that fits on a page, use the projections that keep the projects behind every link. These keep the
strength only, and give it for hundreds of thousands of affiliations.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final, TypeAlias

import networkx as nx

from .affiliations import Node
from .graphs import Strength
from .limits import MEMORY, Estimate, Sized, TooManyLinks
from .sparse import Engine, Incidence, Side, Source, blocks, choose, incidence

WORK: Final = 50_000_000_000
"""How many multiplications a projection may take: minutes, not hours."""
_CLOSE: Final = 1e-9


def _estimated(table: Incidence) -> Estimate:
    return Estimate.of_groups(table.sizes(), len(table.parties))


def estimate(source: Source, onto: Side = "party") -> Estimate:
    """How large the projection onto parties or projects can get; needs no SciPy and takes one walk."""
    table = incidence(source)
    return _estimated(table if onto == "party" else table.turned())


_Link: TypeAlias = tuple[int, int, float]


def _in_python(table: Incidence, strength: Strength) -> Iterator[_Link]:
    several = [members for members in table.members() if len(members) > 1]
    found: Counter[tuple[int, int]] | defaultdict[tuple[int, int], float]
    if strength is Strength.SHARED_PROJECTS:
        found = Counter()
        for members in several:
            found.update(combinations(members, 2))
    else:
        found = defaultdict(float)
        for members in several:
            part = 1 / (len(members) - 1)
            for pair in combinations(members, 2):
                found[pair] += part
    for one, other in sorted(found):
        yield one, other, found[one, other]


def _in_scipy(table: Incidence, strength: Strength, least: float) -> Iterator[_Link]:
    import numpy as np
    from scipy.sparse import diags_array, triu

    matrix = table.matrix()
    sizes = np.asarray(table.sizes(), dtype=np.float64)
    shares = np.ones_like(sizes) if strength is Strength.SHARED_PROJECTS else 1 / np.maximum(sizes - 1, 1)
    across = (matrix @ diags_array(shares)).T.tocsr()
    for first, last in blocks(table.starts, table.indices, table.sizes()):
        product = triu(matrix[first:last] @ across, k=first + 1, format="coo")
        kept = product.data >= least
        order = np.lexsort((product.col[kept], product.row[kept]))
        yield from zip(
            (product.row[kept][order] + first).tolist(),
            product.col[kept][order].tolist(),
            product.data[kept][order].tolist(),
            strict=True,
        )


def project_links(
    source: Source,
    *,
    onto: Side = "party",
    strength: Strength = Strength.SHARED_PROJECTS,
    min_strength: float | None = None,
    memory: int = MEMORY,
    engine: Engine = "auto",
) -> nx.Graph[Node]:
    """The parties (or projects) as a frozen graph, linked where they share groups; those without a link are there too.

    Dates are not looked at: give the affiliations of one day where it matters that parties were there together.

    ``SHARED_PROJECTS``: w_ij = Σ_p B_ip B_jp, the number of groups that two parties share (Breiger 1974, Social Forces
    53: 181–190). ``NEWMAN``: w_ij = Σ_p B_ip B_jp / (d_p - 1) over the groups with more than one party, so that a
    large consortium does not count for more than a small one (Newman 2001, Physical Review E 64: 016132); the
    strengths of a party add up to the number of its groups in which it is not alone.

    Args:
        source: Affiliations, or a bipartite graph.
        onto: Which side becomes the nodes.
        strength: What the attribute ``strength`` of a link says.
        min_strength: Links below it are never built, which is what keeps a large projection small.
        memory: How many bytes the graph may take.
        engine: SciPy or plain Python; both give the same.

    Raises:
        TooManyLinks: the result does not fit, with its estimated size.
    """
    if strength not in (Strength.SHARED_PROJECTS, Strength.NEWMAN):
        raise ValueError(f"{strength} needs the records behind a link: see partner_graph")
    table = incidence(source)
    if onto == "project":
        table = table.turned()
    size = _estimated(table)
    limit = memory // Sized.LINKS.weight
    least = 0.0 if min_strength is None else min_strength - _CLOSE
    # One group links all its pairs, so its size is certain to come out, unless a threshold may still drop them.
    certain = size.at_least if least <= (1 if strength is Strength.SHARED_PROJECTS else 0) else 0
    if certain > limit or size.work > WORK:
        raise TooManyLinks(size, memory)
    exact = strength is Strength.SHARED_PROJECTS
    chosen = choose(engine, size.work // 50)
    found = _in_scipy(table, strength, least) if chosen == "scipy" else _in_python(table, strength)
    graph: nx.Graph[Node] = nx.Graph(layer="collaboration", strength=strength.value, engine=chosen)
    graph.add_nodes_from(table.parties, bipartite=0 if onto == "party" else 1)
    nodes = table.parties

    def links() -> Iterator[tuple[Node, Node, dict[str, float]]]:
        count = 0
        for one, other, value in found:
            if value < least:
                continue
            count += 1
            if count > limit:
                raise TooManyLinks(size, memory, count)
            yield nodes[one], nodes[other], {"strength": round(value) if exact else value}

    graph.add_edges_from(links())
    nx.freeze(graph)
    return graph
