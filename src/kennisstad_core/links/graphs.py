# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Real networkx graphs from affiliations: parties and projects, and what follows for parties, projects and themes.

Nodes are `Node` values in sorted order, every graph is frozen, and how strong a link is stands in ``strength``, by a
rule with a name in ``graph.graph["strength"]``. Nothing is called ``weight``: networkx takes that for a length in one
function and for a strength in the next. `with_distance` makes a length when one is asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import evolve, frozen

from ..facts import Why
from ..records.funding import Form, Stage
from ..records.order import names
from ..records.parties import Certainty
from ..truth import MET, NOT_MET, UNKNOWN
from ..values import ALWAYS, Period
from .affiliations import (
    Affiliation,
    Affiliations,
    Node,
    Payment,
    party,
    require_table,
    theme_nodes,
    window,
    within,
)
from .limits import MEMORY, Estimate, Sized, TooManyLinks
from .results import SMALL, Caution, Reply, Unknown, unknowns

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[Node]

Fits: TypeAlias = Mapping[Node, Sequence[tuple[Node, Period]]]
"""Under a project or party: themes, each with some days."""

_DAY: Final = timedelta(days=1)
_NAMELESS: Final = (Why.UNKNOWN_PARTY, Why.UNRESOLVED_NAME)


class Strength(Enum):
    """What the strength of a link between two parties means."""

    SHARED_PROJECTS = "shared-projects"
    """In how many projects both take part on the same day (co-affiliation, Breiger 1974)."""
    NEWMAN = "newman"
    """The sum over shared projects of 1/(k-1), k parties in the project (Newman 2001, Phys. Rev. E 64, 016132).

    Over a period k counts who shares a day in the project with anybody. On one day the strengths of a party add up to
    its number of projects with others.
    """
    MONEY = "money"
    """The sum over shared projects of the smaller of what the two put in, in cents, of one form and stage."""
    DAYS = "days"
    """On how many days both take part in some same project; the window needs a first and a last day."""


@frozen
class Joint:
    """Two parties in one project at the same time; roles and records in the order of the two nodes."""

    project: str
    period: Period
    roles: tuple[str, str]
    records: tuple[str, ...]


def frozen_graph(graph: Graph) -> Graph:
    """The graph, closed to changes: a backend of networkx may keep what it computed of it."""
    import networkx as nx

    nx.freeze(graph)
    return graph


def records_of(several: Iterable[Affiliation | Joint]) -> tuple[str, ...]:
    """The records behind several places, or times together."""
    return names(record for one in several for record in one.records)


def joined(behind: Sequence[Joint]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The projects of several times together, and the records behind them."""
    return names(joint.project for joint in behind), records_of(behind)


# What is known in a window


def counted(affiliations: Affiliations, days: Period, *, externals: bool) -> Iterator[Affiliation]:
    """The rows that hold on some day of a window, whole, of members only or of everybody."""
    require_table(affiliations)
    for row in affiliations.rows:
        if (externals or row.member is MET) and row.period.meet(days) is not None:
            yield row


def unknown_in(affiliations: Affiliations, days: Period, *, externals: bool) -> tuple[Unknown, ...]:
    """What a window leaves out because it is not certain: places, memberships, and lists that could not be read."""
    require_table(affiliations)

    def doubts() -> Iterator[tuple[Why, str]]:
        for row in within(affiliations.unknown, days):
            if row.doubt is not None and (externals or row.member is not NOT_MET or row.doubt in _NAMELESS):
                yield from ((row.doubt, record) for record in row.records)
        if not externals:
            for row in within(affiliations.rows, days):
                if row.member is UNKNOWN:
                    yield from ((Why.DISPUTED_MEMBERSHIP, record) for record in row.records)
        for group in affiliations.groups:
            if group.flawed and group.period.meet(days) is not None:
                yield Why.FLAWED_RECORD, group.node.id

    return unknowns(doubts())


def parties_in(affiliations: Affiliations, days: Period, *, externals: bool) -> tuple[Node, ...]:
    """Everybody in a window: certain members, also those in no project, and whoever has a row."""
    require_table(affiliations)
    members = {
        party(one.partner)
        for one in affiliations.members
        if one.certainty is Certainty.CERTAIN and one.period.meet(days) is not None
    }
    return tuple(sorted(members | {row.party for row in counted(affiliations, days, externals=externals)}))


def described(affiliations: Affiliations, graph: Graph, nodes: Iterable[Node]) -> None:
    """Add nodes with what they are called and are."""
    for node in nodes:
        title = affiliations.title(node)
        graph.add_node(
            node,
            bipartite=1 if node.kind == "project" else 0,
            kind=node.kind,
            title=title,
            organisation=affiliations.kind(node),
        )


def empty(
    affiliations: Affiliations, days: Period, layer: str, strength: str, unknown: tuple[Unknown, ...]
) -> Graph:
    """A graph with what it is about: its layer, the rule of its strength, its window, and what is unknown."""
    import networkx as nx

    graph: Graph = nx.Graph()
    graph.graph.update(
        layer=layer, strength=strength, window=days, unknown=unknown, source=affiliations.source
    )
    return graph


def fits_in(affiliations: Affiliations, days: Period) -> Fits:
    """By project, the themes that it fits on some day of a window, each with the days on which it does."""
    require_table(affiliations)
    fits: defaultdict[Node, list[tuple[Node, Period]]] = defaultdict(list)
    for link in affiliations.fits:
        held = link.period.meet(days)
        if held is not None and link.doubt is None:
            fits[link.group].append((link.theme, held))
    return fits


# The canonical form


def affiliation_graph(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
    themes: bool = False,
) -> Graph:
    """Parties and projects, and the themes of the projects if asked for: nothing that is recorded gets lost.

    A project is an edge among all its parties at once, so it is a node here (``bipartite`` 1; parties and themes are
    0). An edge has ``roles``, ``periods`` and ``records``.
    """
    days = window(on, period)
    graph = empty(
        affiliations, days, "collaboration", "", unknown_in(affiliations, days, externals=externals)
    )
    rows: defaultdict[tuple[Node, Node], list[Affiliation]] = defaultdict(list)
    for row in counted(affiliations, days, externals=externals):
        rows[row.party, row.group].append(row)
    groups = {one.node for one in affiliations.groups if one.period.meet(days) is not None}
    groups |= {group for _, group in rows}
    links = [
        one
        for one in affiliations.fits
        if themes and one.doubt is None and one.period.meet(days) is not None and one.group in groups
    ]
    described(affiliations, graph, parties_in(affiliations, days, externals=externals))
    described(affiliations, graph, sorted(groups))
    described(affiliations, graph, theme_nodes(affiliations, days) if themes else ())
    for (who, group), several in sorted(rows.items()):
        graph.add_edge(
            who,
            group,
            roles=names(row.role for row in several if row.role),
            periods=tuple(dict.fromkeys(row.period for row in several)),
            records=records_of(several),
        )
    for link in links:
        graph.add_edge(link.theme, link.group, roles=(), periods=(link.period,), records=link.records)
    return frozen_graph(graph)


# Parties


def joint_presence(
    affiliations: Affiliations, days: Period, *, externals: bool, memory: int = MEMORY
) -> dict[tuple[Node, Node], tuple[Joint, ...]]:
    """Each pair of parties that took part in a project on the same day, and in which, when and as what.

    Raises:
        TooManyLinks: there are more than fit, with how many there may be.
    """
    groups = _by_group(counted(affiliations, days, externals=externals))
    size = _estimated(groups)
    limit, made = memory // Sized.JOINT.weight, 0
    if size.at_least > limit:
        raise TooManyLinks(size, memory)
    found: defaultdict[tuple[Node, Node], list[Joint]] = defaultdict(list)
    for group, rows in groups.items():
        for one, other in combinations(rows, 2):
            if one.party == other.party:
                continue
            same = one.period is other.period or one.period == other.period
            shared = one.period if same else one.period.meet(other.period)
            if shared is None or (not same and shared.meet(days) is None):
                continue
            first, second = (one, other) if one.party < other.party else (other, one)
            made += 1
            if made > limit:
                raise TooManyLinks(size, memory, made)
            joint = Joint(group.id, shared, (first.role, second.role), (*first.records, *second.records))
            found[first.party, second.party].append(joint)
    return {pair: tuple(found[pair]) for pair in sorted(found)}


def _estimated(groups: Mapping[Node, Sequence[Affiliation]]) -> Estimate:
    """How many pairs may come out; those of a group that everybody is in for the same days are certain."""
    sizes = [len(rows) for rows in groups.values()]
    parties = len({row.party for rows in groups.values() for row in rows})
    certain = [
        len(rows)
        for rows in groups.values()
        if len({row.period for row in rows}) == 1 and len({row.party for row in rows}) == len(rows)
    ]
    known = Estimate.of_groups(certain, parties, Sized.JOINT)
    return evolve(Estimate.of_groups(sizes, parties, Sized.JOINT), at_least=known.at_least)


def _by_group(rows: Iterable[Affiliation]) -> dict[Node, list[Affiliation]]:
    groups: defaultdict[Node, list[Affiliation]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return {group: groups[group] for group in sorted(groups)}


def partner_graph(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    strength: Strength = Strength.SHARED_PROJECTS,
    externals: bool = False,
    form: Form = Form.CASH,
    stage: Stage = Stage.COMMITTED,
    currency: str = "EUR",
    memory: int = MEMORY,
) -> Graph:
    """Who works with whom: parties that took part in the same project on the same day.

    Each edge has ``strength``, the ids of its ``projects``, ``behind`` (a `Joint` for each time together) and the
    ``records``. Parties without a link are there too. ``form``, ``stage`` and ``currency`` say which money counts
    when the strength is money, ``memory`` how many bytes the graph may take.

    Raises:
        TooManyLinks: it does not fit, with its estimated size: see `project_links`, which keeps strengths only.
        ValueError: for a strength in days over a window without a first or a last day.
    """
    days = window(on, period)
    if strength is Strength.DAYS and (days.first is None or days.last is None):
        raise ValueError("a strength in days needs a period with a first and a last day")
    graph = empty(
        affiliations,
        days,
        "collaboration",
        strength.value,
        unknown_in(affiliations, days, externals=externals),
    )
    described(affiliations, graph, parties_in(affiliations, days, externals=externals))
    pairs = joint_presence(affiliations, days, externals=externals, memory=memory)
    sizes = sizes_of(pairs)
    paid = _paid(affiliations.payments, days, form, stage, currency) if strength is Strength.MONEY else {}
    for (one, other), behind in pairs.items():
        projects, records = joined(behind)
        force: float
        match strength:
            case Strength.SHARED_PROJECTS:
                force = len(projects)
            case Strength.NEWMAN:
                force = float(sum(Fraction(1, sizes[name] - 1) for name in projects))
            case Strength.DAYS:
                force = sum(
                    (last - first).days + 1 for first, last in map(_ends, _union(_held(behind, days)))
                )
            case Strength.MONEY:
                force = sum(min(paid.get((one, name), 0), paid.get((other, name), 0)) for name in projects)
                if force <= 0:
                    continue
        graph.add_edge(one, other, strength=force, projects=projects, behind=behind, records=records)
    return frozen_graph(graph)


def sizes_of(pairs: Mapping[tuple[Node, Node], Sequence[Joint]]) -> dict[str, int]:
    """How many parties of each project shared a day in it with anybody."""
    present: defaultdict[str, set[Node]] = defaultdict(set)
    for pair, behind in pairs.items():
        for joint in behind:
            present[joint.project].update(pair)
    return {name: len(several) for name, several in present.items()}


def _paid(
    payments: Iterable[Payment], days: Period, form: Form, stage: Stage, currency: str
) -> dict[tuple[Node, str], int]:
    """Cents by party and project, as known at the end of the window."""
    sums: defaultdict[tuple[Node, str], int] = defaultdict(int)
    for one in payments:
        late = one.on is not None and days.last is not None and one.on > days.last
        if one.form is not form or one.stage is not stage or late or one.amount is None:
            continue
        if one.amount.currency == currency:
            sums[one.party, one.group.id] += one.amount.cents
    return dict(sums)


def _held(behind: Iterable[Joint], days: Period) -> Iterator[Period]:
    """The times together that fall in the window."""
    for joint in behind:
        shared = joint.period.meet(days)
        if shared is not None:
            yield shared


def _ends(span: Period) -> tuple[date, date]:
    return span.first or date.min, span.last or date.max


def _union(periods: Iterable[Period]) -> list[Period]:
    """The days in any of the periods, as spells of days on end."""
    spells: list[Period] = []
    for span in sorted(periods, key=_ends):
        first, last = _ends(span)
        before = spells[-1] if spells else None
        if before is None or (before.last is not None and before.last + _DAY < first):
            spells.append(span)
        elif before.last is not None and before.last < last:
            spells[-1] = Period(before.first, span.last)
    return spells


@frozen
class LinkSpell:
    """Days on end on which two parties were linked, and by which projects; an open end is still to come."""

    one: Node
    other: Node
    period: Period
    projects: tuple[str, ...]
    records: tuple[str, ...]


def link_history(
    affiliations: Affiliations, *, period: Period | None = None, externals: bool = False
) -> Reply[LinkSpell]:
    """When each link appeared and when it disappeared, over a period or over all that is recorded (S25, S27)."""
    days = ALWAYS if period is None else period
    rows: list[LinkSpell] = []
    for (one, other), behind in joint_presence(affiliations, days, externals=externals).items():
        for spell in _union(_held(behind, days)):
            inside = [joint for joint in behind if joint.period.meet(spell) is not None]
            rows.append(LinkSpell(one, other, spell, *joined(inside)))
    undated = any(row.period == ALWAYS for row in affiliations.rows)
    cautions = (Caution.WITHOUT_DATES,) if undated else ()
    return Reply(rows, unknown_in(affiliations, days, externals=externals), cautions)


# Projects and themes


def project_graph(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    at_least: int = 1,
    externals: bool = False,
) -> Graph:
    """Projects that share parties on the same day; ``strength`` is how many, and ``parties`` says which.

    ``at_least`` is the s of an s-line graph (Aksoy and others 2020, EPJ Data Science 9, 16). Among five partners two
    projects of three always share one, so one shared party tells nothing there.

    Raises:
        TooManyLinks: it does not fit, with its estimated size: see `project_links`, which keeps strengths only.
    """
    days = window(on, period)
    unknown = unknown_in(affiliations, days, externals=externals)
    graph = empty(affiliations, days, "collaboration", "shared-parties", unknown)
    shared: defaultdict[tuple[Node, Node], set[str]] = defaultdict(set)
    of_party: defaultdict[Node, list[Affiliation]] = defaultdict(list)
    for row in counted(affiliations, days, externals=externals):
        of_party[row.party].append(row)
    size = Estimate.of_groups([len(rows) for rows in of_party.values()], len(of_party), Sized.JOINT)
    limit, made = MEMORY // Sized.JOINT.weight, 0
    for who, rows in of_party.items():
        for one, other in combinations(rows, 2):
            both = one.period.meet(other.period)
            if one.group != other.group and both is not None and both.meet(days) is not None:
                made += 1
                if made > limit:
                    raise TooManyLinks(size, MEMORY, made)
                shared[min(one.group, other.group), max(one.group, other.group)].add(who.id)
    groups = {one.node for one in affiliations.groups if one.period.meet(days) is not None}
    groups |= {row.group for rows in of_party.values() for row in rows}
    described(affiliations, graph, sorted(groups))
    for pair in sorted(shared):
        if len(shared[pair]) >= at_least:
            graph.add_edge(*pair, strength=len(shared[pair]), parties=tuple(sorted(shared[pair])))
    return frozen_graph(graph)


def theme_graph(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    through: Literal["projects", "parties"] = "projects",
    externals: bool = False,
) -> Graph:
    """Themes that meet: in a project that fits both, or through a party with projects in each, on the same day.

    ``strength`` is how many, and ``projects`` or ``parties`` says which.
    """
    days = window(on, period)
    unknown = unknown_in(affiliations, days, externals=externals)
    graph = empty(affiliations, days, "collaboration", f"shared-{through}", unknown)
    described(affiliations, graph, theme_nodes(affiliations, days))
    fits = fits_in(affiliations, days)
    by_party: defaultdict[Node, list[tuple[Node, Period]]] = defaultdict(list)
    if through == "parties":
        for row in counted(affiliations, days, externals=externals):
            for node, held in fits.get(row.group, ()):
                both = held.meet(row.period)
                if both is not None:
                    by_party[row.party].append((node, both))
    under = fits if through == "projects" else by_party
    shared: defaultdict[tuple[Node, Node], set[str]] = defaultdict(set)
    for middle, several in under.items():
        for (one, held), (other, holds) in combinations(several, 2):
            if one != other and held.meet(holds) is not None:
                shared[min(one, other), max(one, other)].add(middle.id)
    for pair in sorted(shared):
        middles = tuple(sorted(shared[pair]))
        graph.add_edges_from([(*pair, {"strength": len(middles), through: middles})])
    return frozen_graph(graph)


# On any of these graphs


def with_distance(graph: Graph) -> Graph:
    """The graph with ``distance`` on every edge, the inverse of its strength: strongly linked is near.

    For measures that take an attribute for a length, such as betweenness: ``weight="distance"``.

    Raises:
        ValueError: when an edge has no strength above zero.
    """
    import networkx as nx

    longer: Graph = nx.Graph()
    longer.graph.update(graph.graph)
    longer.add_nodes_from(graph.nodes(data=True))
    for one, other, data in graph.edges(data=True):
        if not data.get("strength", 0) > 0:
            raise ValueError(f"{one} and {other} have no strength to make a distance of")
        longer.add_edge(one, other, **data, distance=1 / data["strength"])
    return frozen_graph(longer)


def cautions_for(graph: Graph) -> tuple[Caution, ...]:
    """What to keep in mind when reading numbers about a graph of parties."""
    import networkx as nx

    size = graph.number_of_nodes()
    links = graph.number_of_edges()
    found: list[Caution] = []
    if size < SMALL:
        found.append(Caution.SMALL_NETWORK)
    if links > 2:
        behind = [data.get("projects", ()) for _, _, data in graph.edges(data=True)]
        alone = Counter(projects[0] for projects in behind if len(projects) == 1)
        if 2 * max(alone.values(), default=0) >= links:
            found.append(Caution.ONE_BIG_GROUP)
        if 10 * links >= 8 * (size * (size - 1) // 2):
            found.append(Caution.DENSE)
    if size and not nx.is_connected(graph):
        found.append(Caution.DISCONNECTED)
    if nx.number_of_isolates(graph):
        found.append(Caution.ISOLATED)
    return tuple(found)
