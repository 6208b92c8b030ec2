# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A network as compressed rows: one walk over the records, then arrays that Python and SciPy both read.

Rows and columns are in the order of the nodes, so that sums of floats come out the same whatever order the records
came in. NumPy and SciPy are the extra `fast`; what has no slow twin says so when they are missing.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeAlias, TypeVar, cast

import networkx as nx
from attrs import frozen

from ..errors import KennisstadError
from .affiliations import Affiliation, Node

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Matrix: TypeAlias = csr_array[np.float64]

N = TypeVar("N", bound=Hashable)
Side: TypeAlias = Literal["party", "project"]
"""One of the two kinds of nodes."""
Engine: TypeAlias = Literal["auto", "python", "scipy"]
"""Which code computes; the answer is the same, and says which."""
Source: TypeAlias = "nx.Graph[Node] | Iterable[Affiliation]"
"""A graph of parties and projects, or the affiliations themselves."""

WORTH: Final = 2_000
"""From so many links on, SciPy is faster than its import costs."""
BUDGET: Final = 40_000_000
"""How many multiplications one block of rows may take, which bounds the memory of every product."""


class MissingExtra(KennisstadError, ImportError):
    """A question that needs NumPy and SciPy was asked without them."""


def fast() -> bool:
    """Whether the extra `fast` is there."""
    return find_spec("numpy") is not None and find_spec("scipy") is not None


def choose(wanted: Engine, links: int) -> Literal["python", "scipy"]:
    """Which code computes: SciPy from `WORTH` links on when it is there, unless one of the two is asked for.

    Raises:
        MissingExtra: SciPy is asked for and is not installed.
    """
    match wanted:
        case "python":
            return "python"
        case "auto":
            return "scipy" if links >= WORTH and fast() else "python"
        case "scipy":
            if not fast():
                raise MissingExtra("this needs NumPy and SciPy: pip install 'kennisstad_core[fast]'")
            return "scipy"
        case _:
            raise ValueError(f"an engine is auto, python or scipy, not {wanted!r}")


def in_order(nodes: Iterable[N]) -> tuple[N, ...]:
    """Nodes in one order, whatever order they came in; names of several types go by type first."""
    return tuple(sorted(nodes, key=lambda node: (type(node).__name__, *_key(node))))


def _key(node: Hashable) -> tuple[object, ...]:
    if isinstance(node, bool | int | float):
        return (node,)
    return tuple(map(str, node)) if isinstance(node, tuple) else (str(node),)


@frozen(eq=False)
class Incidence:
    """Which parties take part in which groups, each once: compressed rows over the parties.

    The groups of party ``i`` are ``indices[starts[i]:starts[i + 1]]``, places in ``groups``.
    """

    parties: tuple[Node, ...]
    groups: tuple[Node, ...]
    starts: array[int]
    indices: array[int]

    def row(self, place: int) -> array[int]:
        """The places of the groups of one party, in order."""
        return self.indices[self.starts[place] : self.starts[place + 1]]

    def members(self) -> list[list[int]]:
        """For each group the places of its parties, in order."""
        several: list[list[int]] = [[] for _ in self.groups]
        for party in range(len(self.parties)):
            for group in self.row(party):
                several[group].append(party)
        return several

    def sizes(self) -> list[int]:
        """How many parties each group has."""
        counts = [0] * len(self.groups)
        for group in self.indices:
            counts[group] += 1
        return counts

    def turned(self) -> Incidence:
        """The same the other way round: groups as rows."""
        return _compressed(self.groups, self.parties, self.members())

    def matrix(self) -> Matrix:
        """As a SciPy matrix of ones, parties by groups."""
        import numpy as np
        from scipy.sparse import csr_array

        return csr_array(
            (
                np.ones(len(self.indices), dtype=np.float64),
                np.frombuffer(self.indices, dtype=np.int64) if self.indices else np.zeros(0, np.int64),
                np.frombuffer(self.starts, dtype=np.int64),
            ),
            shape=(len(self.parties), len(self.groups)),
        )


def _compressed(
    parties: tuple[Node, ...], groups: tuple[Node, ...], rows: Iterable[Sequence[int]]
) -> Incidence:
    starts, indices = array("q", [0]), array("q")
    for row in rows:
        indices.extend(row)
        starts.append(len(indices))
    return Incidence(parties, groups, starts, indices)


def incidence(source: Source) -> Incidence:
    """Parties by groups from affiliations, or from a bipartite graph whose parties have ``bipartite`` 0.

    Themes in the graph are left out. Dates are not looked at: give the affiliations, or the graph, of one day where
    it matters that parties were there together.

    Raises:
        ValueError: a node of the graph does not say on which side it is, or two nodes of one side are linked.
    """
    if isinstance(source, nx.Graph):
        return _from_graph(cast("nx.Graph[Node]", source))
    return _from_rows(source)


def _from_rows(rows: Iterable[Affiliation]) -> Incidence:
    found: dict[Node, set[Node]] = {}
    for one in rows:
        found.setdefault(one.party, set()).add(one.group)
    parties = in_order(found)
    groups = in_order({group for several in found.values() for group in several})
    place = {node: index for index, node in enumerate(groups)}
    return _compressed(parties, groups, (sorted(place[node] for node in found[one]) for one in parties))


def _from_graph(graph: nx.Graph[Node]) -> Incidence:
    sides: tuple[list[Node], list[Node]] = ([], [])
    themes = 0
    for node in graph:
        side = graph.nodes[node].get("bipartite")
        if node.kind == "theme":
            themes += len(graph.adj[node])
            continue
        if side not in (0, 1):
            raise ValueError(f"node {node} has no attribute bipartite, 0 for a party and 1 for a project")
        sides[side].append(node)
    parties, groups = in_order(sides[0]), in_order(sides[1])
    place = {node: index for index, node in enumerate(groups)}
    near = dict(graph.adjacency())
    if graph.number_of_edges() - themes != sum(len(near[node]) for node in parties):
        raise ValueError("two nodes of one side are linked: this is no graph of parties and projects")
    try:
        rows = [sorted([place[other] for other in near[node]]) for node in parties]
    except KeyError as unknown:
        raise ValueError(f"a party is linked to {unknown.args[0]}, which is no project") from None
    return _compressed(parties, groups, rows)


@frozen(eq=False)
class Ties(Generic[N]):
    """Who is tied to whom and how strongly, both ways: compressed rows without loops.

    In a directed graph a tie is as strong as the arcs both ways together, as in Burt 1992.
    """

    nodes: tuple[N, ...]
    starts: array[int]
    indices: array[int]
    strengths: array[float]

    @property
    def plain(self) -> bool:
        """Whether every tie is as strong as any other."""
        return len(set(self.strengths)) <= 1

    def row(self, place: int) -> dict[int, float]:
        """The contacts of one node by place, with the strength of each tie."""
        span = slice(self.starts[place], self.starts[place + 1])
        return dict(zip(self.indices[span], self.strengths[span], strict=True))

    def matrix(self) -> Matrix:
        """As a symmetric SciPy matrix."""
        import numpy as np
        from scipy.sparse import csr_array

        empty = not self.indices
        return csr_array(
            (
                np.zeros(0) if empty else np.frombuffer(self.strengths, dtype=np.float64),
                np.zeros(0, np.int64) if empty else np.frombuffer(self.indices, dtype=np.int64),
                np.frombuffer(self.starts, dtype=np.int64),
            ),
            shape=(len(self.nodes), len(self.nodes)),
        )


def ties(graph: nx.Graph[N], strength: str | None = None) -> Ties[N]:
    """The ties of a graph; without the name of an attribute every link has strength 1.

    Raises:
        TypeError: for a multigraph, in which parallel links have to be added up first.
        ValueError: a link lacks the attribute, or its strength is not above zero.
    """
    if graph.is_multigraph():
        raise TypeError("parallel links have to be made into one first, by a rule that you name")
    nodes = in_order(graph)
    place = {node: index for index, node in enumerate(nodes)}
    starts, indices, strengths = array("q", [0]), array("q"), array("d")
    # The dictionaries themselves: views of them cost more than the walk.
    onward = dict(graph.adjacency())
    backward = dict(graph.reverse(copy=False).adjacency()) if isinstance(graph, nx.DiGraph) else None
    for node in nodes:
        row = {
            place[other]: 1.0 if strength is None else _strength(data, strength)
            for other, data in onward[node].items()
            if other != node
        }
        for other, data in backward[node].items() if backward is not None else ():
            if other != node:
                at = place[other]
                row[at] = row.get(at, 0.0) + (1.0 if strength is None else _strength(data, strength))
        order = sorted(row)
        indices.extend(order)
        strengths.extend([row[at] for at in order])
        starts.append(len(indices))
    return Ties(nodes, starts, indices, strengths)


def _strength(data: dict[str, object], name: str) -> float:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
        raise ValueError(f"the strength of a link is a number above zero; {name!r} of one link is {value!r}")
    return float(value)


def blocks(starts: Sequence[int], indices: Sequence[int], widths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Spans of rows of which the product with a matrix of rows this wide takes at most `BUDGET` multiplications."""
    first, work = 0, 0
    for place in range(len(starts) - 1):
        cost = sum(widths[at] for at in indices[starts[place] : starts[place + 1]])
        if work and work + cost > BUDGET:
            yield first, place
            first, work = place, 0
        work += cost
    if first < len(starts) - 1:
        yield first, len(starts) - 1
