# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The layers beside collaboration: who met whom, who signed with whom, and what is wanted and not there yet.

None of them makes a link of the other: meeting (S63) and signing (S41) are not taking part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ..charter import Charter, Charters
from ..facts import Why
from ..records.bodies import MeetingStatus, WishStatus
from ..records.funding import Form, Stage
from ..records.parties import Certainty
from ..records.register import Register
from ..values import Period
from .affiliations import Affiliations, Node, Payment, party, window
from .graphs import described, empty, frozen_graph
from .registers import Readings, affiliations
from .results import Reply, unknowns
from .situation import Situation

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[Node]


@frozen
class Met:
    """Two members, the meetings at which people of both were counted, and how many each was at."""

    one: Node
    other: Node
    meetings: tuple[str, ...]
    one_at: int
    other_at: int


@frozen
class Wanted:
    """A theme or topic that several parties want, and on which none of them works with another (S66).

    ``alone`` are the projects in which one of them works on it without the others.
    """

    topic: str
    parties: tuple[Node, ...]
    alone: tuple[str, ...]
    records: tuple[str, ...]


class _Layer:
    """Occasions at which parties were together, each with the day on which it was."""

    def __init__(self, charters: Charters | Charter | None, register: Register) -> None:
        versions = Charters((charters,)) if isinstance(charters, Charter) else charters
        self.table: Affiliations = affiliations(versions, register)
        self._readings = Readings(versions, register)

    def who(self, written: str, day: date, *, externals: bool) -> tuple[Node, Why | None] | None:
        """The party, with a doubt if it is not sure who that is; none for a body, and for an outsider if not wanted."""
        reader = self._readings.reader(day)
        if reader.is_body(written):
            return None
        found = reader.find(written)
        if found is None:
            return party(written), Why.UNKNOWN_PARTY
        if externals or found.id in reader.roll.certain:
            return party(found.id), None
        return (party(found.id), Why.DISPUTED_MEMBERSHIP) if found.id in reader.roll.possible else None

    def members(self, days: Period) -> tuple[Node, ...]:
        """The certain members of the window."""
        return tuple(
            sorted(
                {
                    party(one.partner)
                    for one in self.table.members
                    if one.certainty is Certainty.CERTAIN and one.period.meet(days) is not None
                }
            )
        )


def _graph(
    layer: _Layer,
    name: str,
    days: Period,
    occasions: Mapping[str, Iterable[Node]],
    doubts: Iterable[tuple[Why, str]],
    extra: Mapping[str, object],
) -> Graph:
    graph = empty(layer.table, days, name, f"shared-{name}s", unknowns(doubts))
    graph.graph.update(extra)
    shared: defaultdict[tuple[Node, Node], list[str]] = defaultdict(list)
    present = {occasion: sorted(set(nodes)) for occasion, nodes in occasions.items()}
    for occasion, nodes in sorted(present.items()):
        for pair in combinations(nodes, 2):
            shared[pair].append(occasion)
    everybody = {node for nodes in present.values() for node in nodes}
    described(layer.table, graph, sorted(everybody | set(layer.members(days))))
    for node in graph:
        graph.nodes[node]["occasions"] = sum(node in nodes for nodes in present.values())
    for pair in sorted(shared):
        graph.add_edge(*pair, strength=len(shared[pair]), records=tuple(shared[pair]))
    return frozen_graph(graph)


def encounter_graph(
    charters: Charters | Charter | None,
    register: Register,
    *,
    period: Period | None = None,
    body: str = "",
    externals: bool = False,
) -> Graph:
    """Who was at the same meetings: ``strength`` is how many, ``records`` says which.

    Attendance is a number of people per organisation. A held meeting at which nobody was counted says nothing, and one
    whose list is not known to be complete is told as unknown as well. With ``body`` only its meetings count, such as a
    yearly symposium.
    """
    days = window(None, period)
    layer = _Layer(charters, register)
    occasions: dict[str, list[Node]] = {}
    doubts: list[tuple[Why, str]] = []
    for one in register.meetings:
        if one.status is not MeetingStatus.HELD or one.on not in days or (body and one.body != body):
            continue
        if not one.all_counted:
            doubts.append((Why.LIST_INCOMPLETE, one.record))
        for written, people in one.attendance:
            found = layer.who(written, one.on, externals=externals) if people else None
            if found is None:
                continue
            node, doubt = found
            if doubt is None:
                occasions.setdefault(one.record, []).append(node)
            else:
                doubts.append((doubt, one.record))
    return _graph(layer, "meeting", days, occasions, doubts, {"layer": "encounter"})


def hardly_met(
    charters: Charters | Charter | None,
    register: Register,
    *,
    period: Period | None = None,
    body: str = "",
    externals: bool = False,
) -> Reply[Met]:
    """Every pair of members with the meetings at which both were, fewest first: who has hardly met whom (S63)."""
    graph = encounter_graph(charters, register, period=period, body=body, externals=externals)
    rows = [
        Met(
            one,
            other,
            graph.edges[one, other]["records"] if graph.has_edge(one, other) else (),
            graph.nodes[one]["occasions"],
            graph.nodes[other]["occasions"],
        )
        for one, other in combinations(graph, 2)
    ]
    rows.sort(key=lambda row: (len(row.meetings), row.one, row.other))
    return Reply(rows, graph.graph["unknown"])


def declaration_graph(
    charters: Charters | Charter | None,
    register: Register,
    *,
    on: date | None = None,
    externals: bool = False,
) -> Graph:
    """Who signed the same declarations by the day: ``strength`` is how many. No project follows from it (S41)."""
    days = Period(None, on)
    layer = _Layer(charters, register)
    signed: dict[str, list[Node]] = {}
    doubts: list[tuple[Why, str]] = []
    for one in register.signatories:
        found = layer.who(one.party, one.on, externals=externals) if one.on in days else None
        if found is None:
            continue
        node, doubt = found
        if doubt is None:
            signed.setdefault(one.declaration, []).append(node)
        else:
            doubts.append((doubt, one.record))
    return _graph(layer, "declaration", days, signed, doubts, {"layer": "declaration"})


def money_graph(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    form: Form = Form.CASH,
    stage: Stage = Stage.COMMITTED,
    currency: str = "EUR",
) -> Graph:
    """Who pays into which project: ``strength`` in cents of one form and one stage, as known on the day.

    Stages and forms are never added together. ``unvalued`` counts contributions without an amount, ``elsewhere``
    those in another currency; a link with nothing valued has no strength.
    """
    days = window(on)
    own = [
        one
        for one in affiliations.payments
        if one.form is form and one.stage is stage and (on is None or one.on is None or one.on <= on)
    ]
    graph = empty(affiliations, days, "money", "cents", ())
    graph.graph.update(form=form.value, stage=stage.value, currency=currency)
    described(affiliations, graph, sorted({one.party for one in own} | {one.group for one in own}))
    several: defaultdict[tuple[Node, Node], list[Payment]] = defaultdict(list)
    for one in own:
        several[one.party, one.group].append(one)
    for pair, paid in sorted(several.items()):
        cents = [
            one.amount.cents for one in paid if one.amount is not None and one.amount.currency == currency
        ]
        data: dict[str, object] = {
            "unvalued": sum(one.amount is None for one in paid),
            "elsewhere": sum(one.amount is not None and one.amount.currency != currency for one in paid),
            "records": tuple(sorted(one.record for one in paid)),
        }
        if cents:
            data["strength"] = sum(cents)
        graph.add_edges_from([(*pair, data)])
    return frozen_graph(graph)


def wanted_topics(
    charters: Charters | Charter, register: Register, *, on: date, at_least: int = 2
) -> Reply[Wanted]:
    """Topics of which ``at_least`` so many parties declared an interest or a wish, and on which no two of them work.

    An interest counts when its holder stands behind it, a wish as long as it was not declined or taken up. A topic need
    not be a theme of the charter. Confidential interests are counted as withheld, and never shown.
    """
    at = Situation(charters, register, on)
    who: defaultdict[str, set[Node]] = defaultdict(set)
    records: defaultdict[str, set[str]] = defaultdict(set)
    doubts: list[tuple[Why, str]] = []
    for node, one, _ in at.interests():
        if one.theme and one.confirmed_by(on):
            who[one.theme].add(node)
            records[one.theme].add(one.record)
        elif one.theme:
            doubts.append((Why.UNCONFIRMED, one.record))
    for wish in register.wishes:
        open_still = wish.status is WishStatus.OPEN and not wish.led_to
        found = at.reader.find(wish.by) if wish.theme and wish.on <= on and open_still else None
        if found is not None:
            who[wish.theme].add(party(found.id))
            records[wish.theme].add(wish.record)
    rows: list[Wanted] = []
    for topic in sorted(who):
        if len(who[topic]) < at_least:
            continue
        inside = [
            (whole.id, at.involved(whole) & who[topic])
            for whole in at.live
            if topic in {one.id for one in at.themes(whole)}
        ]
        if not any(len(several) > 1 for _, several in inside):
            alone = tuple(name for name, several in inside if several)
            rows.append(Wanted(topic, tuple(sorted(who[topic])), alone, tuple(sorted(records[topic]))))
    return Reply(rows, unknowns(doubts), withheld=at.withheld)
