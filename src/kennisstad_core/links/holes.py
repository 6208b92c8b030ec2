# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Burt's structural holes: who has contacts that do not know each other, and who is hemmed in.

Two models are in use and give different numbers. *Whole*: the contacts spread their attention over all of the network
(networkx, igraph). *Ego*: only what happens among a node and its contacts counts (UCINET's default, Everett and
Borgatti 2020). Every result names the one that was computed.

A node without contacts has no value, not zero and not NaN. With ``nodes=`` only those are computed, and ranked among
themselves; networkx takes minutes for one well-connected node that way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias

import networkx as nx
from attrs import frozen

from ..text import Text
from .results import Measure, Reply
from .scores import NO_LINKS, ONE_LINK, Score, told
from .sparse import Engine, N, Ties, blocks, choose, in_order, ties

if TYPE_CHECKING:
    from .sparse import Matrix

Model: TypeAlias = Literal["whole", "ego"]
"""Where the contacts of a node spread their attention: over the whole network, or among its contacts."""

_SPREAD = "p_ij = (a_ij + a_ji) / Σ_k (a_ik + a_ki)"


@frozen
class _Hole:
    """What all four measures of one node come from."""

    contacts: int
    constraints: tuple[float, ...]
    redundant: float


@frozen
class _Asked(Generic[N]):
    """Which measure, and how it is to be computed."""

    name: str
    strength: str | None
    model: Model
    nodes: Iterable[N] | None
    engine: Engine


def constraint(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    model: Model = "whole",
    nodes: Iterable[N] | None = None,
    engine: Engine = "auto",
) -> Reply[Score[N]]:
    """How much a node's contacts are contacts of each other, so that it depends on them: high is hemmed in.

    Burt 1992, Structural Holes, chapter 2: c_i = Σ_j (p_ij + Σ_q p_iq p_qj)², j the contacts of i, q ≠ i, j, with
    p_ij = (a_ij + a_ji) / Σ_k (a_ik + a_ki). In the ego model p_qj is taken among i and its contacts only.
    """
    asked = _Asked("constraint", strength, model, nodes, engine)
    return _told(graph, asked, lambda hole: sum(hole.constraints))


def effective_size(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    model: Model = "whole",
    nodes: Iterable[N] | None = None,
    engine: Engine = "auto",
) -> Reply[Score[N]]:
    """How many of a node's contacts are not doubled by another of its contacts.

    Burt 1992: e_i = Σ_j (1 - Σ_q p_iq m_jq), q ≠ i, j, with m_jq = (a_jq + a_qj) / max_k (a_jk + a_kj). Without
    strengths in an undirected graph that is n - 2t/n, n contacts with t links among them (Borgatti 1997, Connections
    20(1): 35–38). In the ego model the maximum is taken among i and its contacts only.
    """
    asked = _Asked("effective-size", strength, model, nodes, engine)
    return _told(graph, asked, lambda hole: hole.contacts - hole.redundant)


def efficiency(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    model: Model = "whole",
    nodes: Iterable[N] | None = None,
    engine: Engine = "auto",
) -> Reply[Score[N]]:
    """The effective size as a share of the contacts: 1 when no contact doubles another (Burt 1992): e_i / n_i."""
    asked = _Asked("efficiency", strength, model, nodes, engine)
    return _told(graph, asked, lambda hole: (hole.contacts - hole.redundant) / hole.contacts)


def hierarchy(
    graph: nx.Graph[N],
    *,
    strength: str | None = None,
    model: Model = "whole",
    nodes: Iterable[N] | None = None,
    engine: Engine = "auto",
) -> Reply[Score[N]]:
    """Whether a node's constraint comes from one contact (1) or evenly from all (0).

    Burt 1992: h_i = Σ_j (c_ij N / C) ln(c_ij N / C) / (N ln N), N contacts, c_ij the part of contact j in the
    constraint C. It is the Coleman–Theil disorder index. With one contact it is 0/0 and left undefined, where some
    packages say 0 and some texts 1.
    """

    def value(hole: _Hole) -> float | Text:
        size, whole = hole.contacts, sum(hole.constraints)
        if size == 1:
            return ONE_LINK
        parts = (one * size / whole for one in hole.constraints)
        return sum(part * log(part) for part in parts) / (size * log(size))

    return _told(graph, _Asked("hierarchy", strength, model, nodes, engine), value)


_DEFINITIONS = {
    "constraint": Text(
        "Mate waarin de contacten van een partij ook elkaars contacten zijn; hoog is ingesloten.",
        "How far the contacts of a party are each other’s contacts too; high is hemmed in.",
    ),
    "effective-size": Text(
        "Aantal contacten dat niet door een ander contact wordt gedekt.",
        "Number of contacts that are not doubled by another contact.",
    ),
    "efficiency": Text(
        "Deel van de contacten dat niet door een ander contact wordt gedekt.",
        "Share of the contacts that is not doubled by another contact.",
    ),
    "hierarchy": Text(
        "Of de insluiting van één contact komt (1) of gelijkelijk van alle (0).",
        "Whether the constraint comes from one contact (1) or evenly from all (0).",
    ),
}
_FORMULAS = {
    "constraint": f"Σ_j (p_ij + Σ_q p_iq p_qj)²; {_SPREAD}",
    "effective-size": f"Σ_j (1 - Σ_q p_iq m_jq); {_SPREAD}",
    "efficiency": "effective size / number of contacts",
    "hierarchy": "Σ_j (c_ij N/C) ln(c_ij N/C) / (N ln N)",
}


def _told(graph: nx.Graph[N], asked: _Asked[N], value: Callable[[_Hole], float | Text]) -> Reply[Score[N]]:
    nodes, holes, engine = _holes(graph, asked)
    measure = Measure(
        asked.name,
        _DEFINITIONS[asked.name],
        "Burt 1992, Structural Holes, Harvard University Press",
        f"{asked.model} network; "
        + (f"strength: {asked.strength}" if asked.strength else "every link equal"),
        _FORMULAS[asked.name],
    )
    values: dict[N, float | Text] = {
        node: NO_LINKS if hole.contacts == 0 else value(hole) for node, hole in zip(nodes, holes, strict=True)
    }
    packages = ("numpy", "scipy") if engine == "scipy" else ()
    return told(graph, measure, values, *packages, nodes=nodes)


def _holes(graph: nx.Graph[N], asked: _Asked[N]) -> tuple[tuple[N, ...], list[_Hole], str]:
    model, engine = asked.model, asked.engine
    if model not in ("whole", "ego"):
        raise ValueError(f"a model of structural holes is whole or ego, not {model!r}")
    tied = ties(graph, asked.strength)
    wanted = None if asked.nodes is None else set(asked.nodes)
    if wanted is not None and not wanted <= set(tied.nodes):
        raise ValueError(f"not in the network: {', '.join(map(str, in_order(wanted - set(tied.nodes))))}")
    places = [at for at, node in enumerate(tied.nodes) if wanted is None or node in wanted]
    # The largest tie among a node and its contacts is no product of matrices; with equal ties it is that tie.
    slow = model == "ego" and not tied.plain
    chosen = "python" if slow and engine == "auto" else choose(engine, len(tied.indices) // 2)
    if chosen == "scipy" and slow:
        raise ValueError("the ego model with different strengths is computed in Python only")
    sizes = asked.name in ("effective-size", "efficiency")
    several = _in_scipy(tied, places, model, sizes) if chosen == "scipy" else _in_python(tied, places, model)
    return tuple(tied.nodes[at] for at in places), list(several), chosen


def _in_python(tied: Ties[N], places: Iterable[int], model: Model) -> Iterator[_Hole]:
    rows = [tied.row(place) for place in range(len(tied.nodes))]
    totals = [sum(row.values()) for row in rows]
    tops = [max(row.values(), default=0.0) for row in rows]
    for place in places:
        row = rows[place]
        inside = {at: {to: a for to, a in rows[at].items() if to in row or to == place} for at in row}
        through = dict.fromkeys(row, 0.0)
        redundant = 0.0
        for at, own in row.items():
            total, part = totals[at], own / totals[place]
            if model == "ego":
                total = sum(inside[at].values())
            for to, between in inside[at].items():
                if to != place:
                    through[to] += part * between / total
                    top = tops[to] if model == "whole" else max(inside[to].values())
                    redundant += part * between / top
        yield _Hole(
            len(row), tuple((own / totals[place] + through[at]) ** 2 for at, own in row.items()), redundant
        )


def _in_scipy(tied: Ties[N], places: Sequence[int], model: Model, sizes: bool) -> Iterator[_Hole]:
    """Only what is redundant when sizes are asked for, else only the constraints: each is a product of its own."""
    import numpy as np
    from scipy.sparse import csr_array, diags_array

    matrix = tied.matrix()
    counts = np.diff(matrix.indptr)
    totals = np.maximum(matrix.sum(axis=1), 1e-300)
    spread: Matrix = (diags_array(1 / totals) @ matrix).tocsr()
    tops = np.maximum(matrix.max(axis=1).toarray().ravel(), 1e-300)
    scaled: Matrix = (matrix @ diags_array(1 / tops)).tocsr()
    chosen = spread[places]
    for first, last in blocks(chosen.indptr.tolist(), chosen.indices.tolist(), counts.tolist()):
        ours = chosen[first:last]
        contacts = counts[places[first:last]].tolist()
        mask = csr_array((np.ones(ours.nnz), ours.indices, ours.indptr), shape=ours.shape)
        if sizes:
            redundant: list[float] = (ours @ scaled).multiply(mask).sum(axis=1).tolist()
            for number, doubled in zip(contacts, redundant, strict=True):
                yield _Hole(number, (), doubled)
            continue
        if model == "whole":
            through = (ours @ spread).multiply(mask)
        else:
            # What contact q gives to the node and its other contacts together.
            among = mask.multiply(mask @ matrix) + matrix[places[first:last]]
            shares = ours.multiply(among.power(-1)).tocsr()
            through = (shares @ matrix).multiply(mask)
        constraints = (ours + through).power(2).tocsr()
        parts: list[float] = constraints.data.tolist()
        for number, start, stop in zip(
            contacts, constraints.indptr[:-1].tolist(), constraints.indptr[1:].tolist(), strict=True
        ):
            yield _Hole(number, tuple(parts[start:stop]), 0.0)
