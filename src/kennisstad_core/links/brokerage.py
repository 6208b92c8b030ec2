# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which kind of bridge a party is between groups: the five roles of Gould and Fernandez.

For every a → v → b without a → b, v brokers between a and b, and the groups of the three tell the role. The names are
those of the paper: a gatekeeper lets something from outside into its own group (A → B → B), a representative takes
something of its own group outside (A → A → B). Some packages have these two the other way round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import product
from math import sqrt
from typing import Final, Generic, TypeAlias

import networkx as nx
from attrs import frozen

from ..text import Text
from .results import Caution, Measure, Reply, versions_of
from .scores import cautions_of, settled
from .sparse import N, in_order

Groups: TypeAlias = "Mapping[N, str | Mapping[str, float]]"
"""The group of each node, or how much it is in each of several."""


class Role(Enum):
    """The role of v in a → v → b, by the groups of a, v and b; A, B and C are different groups."""

    COORDINATOR = Text(
        "coördinator (A-A-A): binnen de eigen groep", "coordinator (A-A-A): within its own group"
    )
    ITINERANT = Text(
        "reizende makelaar (A-B-A): binnen een andere groep", "itinerant broker (A-B-A): within another group"
    )
    GATEKEEPER = Text(
        "poortwachter (A-B-B): van buiten naar de eigen groep",
        "gatekeeper (A-B-B): from outside to its own group",
    )
    REPRESENTATIVE = Text(
        "vertegenwoordiger (A-A-B): van de eigen groep naar buiten",
        "representative (A-A-B): from its own group to outside",
    )
    LIAISON = Text(
        "verbinder (A-B-C): tussen twee andere groepen", "liaison (A-B-C): between two other groups"
    )


NO_SPREAD: Final = Text(
    "Onder het nulmodel kan deze rol maar één aantal keren voorkomen: er is geen z-waarde.",
    "Under the null model this role can occur one number of times only: there is no z-score.",
)
OVERLAPPING: Final = Text(
    "Voor wie in meer groepen zit, is geen verwachting onder het nulmodel bekend.",
    "For members of several groups no expectation under the null model is known.",
)


@frozen
class Brokered(Generic[N]):
    """How many ordered pairs a node brokers in one role, and how many to expect by chance; ``role`` None is all five.

    ``z`` is (count - expected) / standard deviation. It is a rough guide: how normal the counts are is not known
    (Gould and Fernandez 1989). Where something is missing, ``why`` says so.
    """

    node: N
    group: str
    role: Role | None
    count: float
    expected: float | None
    deviation: float | None
    z: float | None
    links: int
    why: Text | None = None


def role_of(first: str, broker: str, last: str) -> Role:
    """The role of a broker, by the group of whom it comes from, its own, and of whom it goes to.

    >>> role_of("museum", "school", "school")
    <Role.GATEKEEPER: ...>
    """
    if first == last:
        return Role.COORDINATOR if broker == first else Role.ITINERANT
    if broker == last:
        return Role.GATEKEEPER
    return Role.REPRESENTATIVE if broker == first else Role.LIAISON


def brokerage(graph: nx.Graph[N], groups: Groups[N]) -> Reply[Brokered[N]]:
    """How often each node is a coordinator, itinerant broker, gatekeeper, representative and liaison, and in all.

    Gould and Fernandez 1989, Sociological Methodology 19: 89-126: the number of ordered pairs (a, b) with a → v → b and
    not a → b, by the groups of a, v and b. In an undirected graph each pair is counted in both orders, as in the R
    package sna, and gatekeeper and representative are equal.

    A node in several groups has a mapping with how much it is in each, such as hours; every path then counts in parts,
    in proportion to the memberships of the three (Everett and Borgatti 2026, Social Networks 85: 80-88).

    The expectation and deviation are those of a random graph in which every tie is there with the same chance p, the
    density: E = p²(1-p) M over M ordered pairs of the role; the variance follows from the pairs that share a tie, which
    add p³(1-p)³ each. In an undirected graph the two orders of a pair are one event.

    Raises:
        ValueError: a node without a group.
    """
    nodes = in_order(graph)
    shares = _shares(nodes, groups)
    parted = any(len(several) > 1 for several in shares.values())
    names = sorted({name for several in shares.values() for name in several})
    counts = _counts(graph, nodes, shares, names)
    sizes = {name: sum(1 for several in shares.values() if name in several) for name in names}
    expected = {} if parted else {name: _expected(graph, name, sizes) for name in names}
    rows: list[Brokered[N]] = []
    for node, found in zip(nodes, counts, strict=True):
        links = len(set(nx.all_neighbors(graph, node)) - {node})
        own = "|".join(shares[node])
        for role in (*Role, None):
            count = settled(sum(found[one] for one in Role) if role is None else found[role])
            if parted:
                rows.append(Brokered(node, own, role, count, None, None, None, links, OVERLAPPING))
                continue
            mean, variance = expected[own][role]
            if variance <= 0:
                rows.append(Brokered(node, own, role, count, mean, 0.0, None, links, NO_SPREAD))
                continue
            deviation = sqrt(variance)
            rows.append(Brokered(node, own, role, count, mean, deviation, (count - mean) / deviation, links))
    return Reply(
        rows,
        graph.graph.get("unknown", ()),
        (*cautions_of(graph), Caution.BETWEEN_IS_LOAD),
        Measure(
            "brokerage",
            Text(
                "Hoe vaak een knoop bemiddelt tussen twee die elkaar niet kennen, naar de groepen van de drie.",
                "How often a node mediates between two that do not know each other, by the groups of the three.",
            ),
            "Gould and Fernandez 1989, Sociological Methodology 19: 89-126"
            + ("; Everett and Borgatti 2026, Social Networks 85: 80-88" if parted else ""),
            ("directed" if graph.is_directed() else "undirected, each pair in both orders")
            + (
                "; overlapping groups, paths in parts" if parted else "; null model: every tie equally likely"
            ),
            "ordered pairs",
            versions_of("kennisstad_core", "networkx"),
        ),
    )


def _shares(nodes: Iterable[N], groups: Groups[N]) -> dict[N, dict[str, float]]:
    shares: dict[N, dict[str, float]] = {}
    for node in nodes:
        told = groups.get(node)
        several = {told: 1.0} if isinstance(told, str) else told or {}
        kept = {name: several[name] for name in sorted(several) if several[name] > 0}
        if not kept:
            raise ValueError(f"{node} is in no group")
        whole = sum(kept.values())
        shares[node] = {name: part / whole for name, part in kept.items()}
    return shares


def _counts(
    graph: nx.Graph[N], nodes: Sequence[N], shares: Mapping[N, Mapping[str, float]], names: Sequence[str]
) -> list[dict[Role, float]]:
    """By role for every node. Whom a node reaches is one large number, a bit for each: sets of them meet at once."""
    place = {node: index for index, node in enumerate(nodes)}
    reach = [sum(1 << place[other] for other in graph.adj[node] if other != node) for node in nodes]
    alike: defaultdict[tuple[tuple[str, float], ...], int] = defaultdict(int)
    for node in nodes:
        alike[tuple(shares[node].items())] |= 1 << place[node]
    roles = {three: role_of(*three) for three in product(names, repeat=3)}
    backward = graph.pred if isinstance(graph, nx.DiGraph) else graph.adj
    several: list[dict[Role, float]] = []
    for node in nodes:
        at = place[node]
        found = dict.fromkeys(Role, 0.0)
        # How much goes from each group to each group; added up by group, so that no order of nodes shows.
        between: dict[tuple[str, str], float] = defaultdict(float)
        for first in sorted(place[other] for other in backward[node] if other != node):
            missing = reach[at] & ~reach[first] & ~(1 << first)
            if not missing:
                continue
            for group, members in alike.items():
                reached = (missing & members).bit_count()
                if reached:
                    for name, part in shares[nodes[first]].items():
                        for to, share in group:
                            between[name, to] += reached * part * share
        for (first_group, last_group), amount in sorted(between.items()):
            for own, part in shares[node].items():
                found[roles[first_group, own, last_group]] += amount * part
        several.append(found)
    return several


_Moments: TypeAlias = tuple[float, float]


def _expected(graph: nx.Graph[N], own: str, sizes: Mapping[str, int]) -> dict[Role | None, _Moments]:
    """Mean and variance of the counts of a broker in one group, in all roles, over random graphs of this density."""
    n = sum(sizes.values())
    directed = graph.is_directed()
    ties = sum(1 for one, other in graph.edges if one != other)
    pairs = n * (n - 1) // (1 if directed else 2)
    p = ties / pairs if pairs else 0.0
    others = {name: size - (name == own) for name, size in sizes.items()}
    every = product(sizes, repeat=2)
    by_role: dict[Role | None, list[tuple[str, str]]] = {role: [] for role in (*Role, None)}
    for first, last in every:
        by_role[role_of(first, own, last)].append((first, last))
        by_role[None].append((first, last))
    return {role: _moments(several, others, p, directed) for role, several in by_role.items()}


def _moments(
    several: Sequence[tuple[str, str]], others: Mapping[str, int], p: float, directed: bool
) -> _Moments:
    """Of the number of brokered ordered pairs between these pairs of groups, when every tie has chance p.

    Two pairs hang together only when they share their first or their last node, for then they share one tie of the
    broker; each such couple of pairs adds p³(1-p)³. Undirected, (a, b) and (b, a) are one event, and any node that two
    pairs have in common is a shared tie.
    """
    chance = p * p * (1 - p)
    shared = (p * (1 - p)) ** 3
    # From a node of one group, how many nodes it can be paired with: first to last, and last to first.
    onward: dict[str, int] = defaultdict(int)
    backward: dict[str, int] = defaultdict(int)
    for first, last in several:
        onward[first] += others[last] - (first == last)
        backward[last] += others[first] - (first == last)
    number = sum(others[first] * count for first, count in onward.items())
    if directed:
        couples = sum(
            others[name] * count * (count - 1) for side in (onward, backward) for name, count in side.items()
        )
        return number * chance, number * chance * (1 - chance) + couples * shared
    both = set(several) == {(last, first) for first, last in several}
    if both:
        # Each unordered pair counts twice, so the variance is four times that of unordered pairs.
        unordered = number / 2
        couples = sum(others[name] * count * (count - 1) for name, count in onward.items())
        return number * chance, 4 * (unordered * chance * (1 - chance) + couples * shared)
    sides = {name: onward[name] + backward[name] for name in {*onward, *backward}}
    couples = sum(others[name] * count * (count - 1) for name, count in sides.items())
    return number * chance, number * chance * (1 - chance) + couples * shared
