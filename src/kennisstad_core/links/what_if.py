# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What breaks when somebody leaves: a member, a project or a funder, on a date (R-NET-03).

Nothing is estimated: the register is made as it would be and the charter decides again, by its own clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import Final, TypeAlias, assert_never

import networkx as nx
from attrs import evolve, field, frozen

from ..charter import Charter, Charters, Force
from ..decisions import Decision
from ..facts import Evidence
from ..findings import Status
from ..records.funding import Form, Stage
from ..records.projects import Participation, Project
from ..records.register import Register
from ..text import Text
from ..values import Money, Period
from .affiliations import Affiliations, Node, Payment, party, project
from .graphs import joint_presence, unknown_in
from .questions import incomplete
from .results import Caution, Reply, Unknown
from .situation import STANDS, Situation

_DAY: Final = timedelta(days=1)
Step: TypeAlias = Callable[[int, int], None]


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


@frozen
class PartyLeaves:
    """A party leaves the partnership: its membership and all its places end."""

    party: str


@frozen
class ProjectEnds:
    """A project stops."""

    project: str


@frozen
class FunderStops:
    """A party pays no longer; its places in these roles end as well, and it stays for the rest."""

    party: str
    roles: frozenset[str] = field(default=frozenset(), converter=_names)


Leaving: TypeAlias = PartyLeaves | ProjectEnds | FunderStops


@frozen
class Falls:
    """A clause of a project on who takes part, and how it would stand; who counted and who still would."""

    project: Node
    clause: str
    title: Text
    force: Force
    was: Status
    becomes: Status
    counted: tuple[str, ...]
    remaining: tuple[str, ...]
    records: tuple[str, ...]


@frozen
class Turns:
    """The outcome of a project would be another."""

    project: Node
    was: str
    becomes: str


@frozen
class Uncovered:
    """Money promised and not yet paid by whoever leaves, by form and stage; an amount nobody valued is none."""

    project: Node
    party: Node
    form: Form
    stage: Stage
    amount: Money | None
    records: tuple[str, ...]


@frozen
class Impact:
    """What follows when somebody leaves on a day; ``lost`` are pairs that would be linked no more."""

    leaving: Leaving
    on: date
    falls: tuple[Falls, ...]
    turns: tuple[Turns, ...]
    lost: tuple[tuple[Node, Node], ...]
    isolated: tuple[Node, ...]
    parts: tuple[int, int]
    uncovered: tuple[Uncovered, ...]
    table: Affiliations = field(eq=False, repr=False)
    unknown: tuple[Unknown, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def below(self) -> tuple[Node, ...]:
        """The projects that fall below what the charter asks: a clause that stands now would not be met."""
        return tuple(
            dict.fromkeys(
                one.project for one in self.falls if one.was in STANDS and one.becomes is Status.NOT_MET
            )
        )


@frozen
class Summary:
    """What follows when one member leaves, in numbers; the impact itself says what and why."""

    party: Node
    below: tuple[Node, ...]
    lost: int
    isolated: tuple[Node, ...]
    splits: bool
    turns: int


@frozen
class Pivotal:
    """A clause of a project and the members without any one of whom it would not be met."""

    project: Node
    clause: str
    title: Text
    counted: tuple[str, ...]
    pivotal: tuple[Node, ...]


# The register as it would be


def _cut(period: Period, on: date) -> Period | None:
    """The days of a period before the day, none when there are none."""
    return period.meet(Period(None, on - _DAY))


def _ended(one: Participation, on: date) -> Participation | None:
    held = _cut(one.period, on)
    return None if held is None else evolve(one, period=held)


def _without(whole: Project, leaves: Callable[[Participation], bool], on: date) -> Project:
    """The project after some places end; every other place keeps the id under which it is known."""
    kept: list[Participation] = []
    for one, record in zip(whole.participations, whole.records, strict=True):
        numbered = evolve(one, id=record)
        stays = _ended(numbered, on) if leaves(one) else numbered
        if stays is not None:
            kept.append(stays)
    return evolve(whole, participations=kept)


def after(
    charters: Charters | Charter, register: Register, leaving: Leaving, *, on: date
) -> tuple[Charters, Register]:
    """The charters and the register as they would be from the day on, to ask anything else of.

    Raises:
        UnknownName: a `LookupError` for a party or project that is not there.
    """
    return _after(Situation(charters, register, on), leaving)


def _after(at: Situation, leaving: Leaving) -> tuple[Charters, Register]:
    on, register = at.on, at.register
    match leaving:
        case PartyLeaves(name):
            gone = at.find_party(name).id
            return _resigned(at.charters, gone, on), _left(at, gone, None)
        case FunderStops(name, roles):
            return at.charters, _left(at, at.find_party(name).id, roles)
        case ProjectEnds(name):
            whole = at.find_project(name)
            held = _cut(whole.period, on)
            others = [one for one in register.projects if one.id != name]
            ended = [] if held is None else [evolve(whole, period=held)]
            return at.charters, evolve(register, projects=(*others, *ended))
        case _:
            assert_never(leaving)


def _resigned(charters: Charters, gone: str, on: date) -> Charters:
    def version(charter: Charter) -> Charter:
        others = [one for one in charter.memberships if one.partner != gone]
        own = ((one, _cut(one.period, on)) for one in charter.memberships if one.partner == gone)
        ended = [evolve(one, period=held) for one, held in own if held is not None]
        return evolve(charter, memberships=(*others, *ended))

    return Charters(tuple(version(one) for one in charters))


def _left(at: Situation, gone: str, roles: Collection[str] | None) -> Register:
    def leaves(one: Participation) -> bool:
        found = at.reader.find(one.party or one.named)
        return found is not None and found.id == gone and (roles is None or one.role in roles)

    projects = tuple(_without(one, leaves, at.on) for one in at.register.projects)
    return evolve(at.register, projects=projects)


# What follows


def what_if(charters: Charters | Charter, register: Register, leaving: Leaving, *, on: date) -> Impact:
    """Everything that would change on the day, by the charter’s own clauses.

    Raises:
        UnknownName: a `LookupError` for a party or project that is not there.
    """
    return _impact(Situation(charters, register, on), leaving)


def withdrawal_impact(charters: Charters | Charter, register: Register, name: str, *, on: date) -> Impact:
    """What follows when a party leaves on a day: which projects fall short, which links and which money are lost.

    Raises:
        UnknownName: a `LookupError` for a party that nobody goes by on the day.
    """
    return what_if(charters, register, PartyLeaves(name), on=on)


def _impact(at: Situation, leaving: Leaving) -> Impact:
    new = Situation(*_after(at, leaving), at.on)
    days = Period.day(at.on)
    falls: list[Falls] = []
    turns: list[Turns] = []
    for whole in at.live:
        if whole.id not in new.register or whole.id == _ends(leaving):
            continue
        now, then = at.decision(whole), new.decision(new.register[whole.id])
        falls.extend(_falls(at, now, then))
        if now.outcome != then.outcome:
            turns.append(Turns(project(whole.id), now.outcome, then.outcome))
    linked = set(joint_presence(at.affiliations, days, externals=False))
    left = set(joint_presence(new.affiliations, days, externals=False))
    gone = party(at.find_party(leaving.party).id) if isinstance(leaving, PartyLeaves) else None
    before = {node for pair in linked for node in pair}
    alone = before - {node for pair in left for node in pair} - {gone}
    return Impact(
        leaving,
        at.on,
        tuple(falls),
        tuple(turns),
        tuple(sorted(linked - left)),
        tuple(sorted(alone)),
        (_parts(at.members, linked), _parts(new.members, left)),
        _uncovered(at, leaving),
        at.affiliations,
        unknown_in(at.affiliations, days, externals=False),
        incomplete(at.affiliations, days),
    )


def _ends(leaving: Leaving) -> str:
    return leaving.project if isinstance(leaving, ProjectEnds) else ""


def _parts(nodes: Iterable[Node], links: Iterable[tuple[Node, Node]]) -> int:
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(links)
    return nx.number_connected_components(graph)


def _counted(at: Situation, decision: Decision, clause: str) -> tuple[Evidence, ...]:
    """Who counts for a clause, each once, by the counts it rests on."""
    found = {each.key: each for fact in at.counting[clause] for each in decision.fact(fact.name).counted}
    return tuple(found[key] for key in sorted(found))


def _falls(at: Situation, now: Decision, then: Decision) -> Iterable[Falls]:
    afterwards = at.standing(then)
    for clause, finding in at.standing(now).items():
        becomes = afterwards.get(clause)
        if becomes is None or becomes.status is finding.status:
            continue
        counted = _counted(at, now, clause)
        yield Falls(
            project(now.project),
            clause,
            finding.title,
            finding.force,
            finding.status,
            becomes.status,
            tuple(one.key for one in counted),
            tuple(one.key for one in _counted(at, then, clause)),
            tuple(one.record for one in counted),
        )


def _uncovered(at: Situation, leaving: Leaving) -> tuple[Uncovered, ...]:
    """What is pledged or committed and not paid. Stages are of one amount, so each is told by itself."""
    live = {one.id for one in at.live}
    match leaving:
        case PartyLeaves(name) | FunderStops(name):
            own = [one for one in at.affiliations.payments if one.party == at.find_party(name)]
        case ProjectEnds():
            return ()
        case _:
            assert_never(leaving)
    several: defaultdict[tuple[Node, Form, Stage, str], list[Payment]] = defaultdict(list)
    paid: defaultdict[tuple[Node, Form, str], int] = defaultdict(int)
    for one in own:
        if one.group.id not in live or (one.on is not None and one.on > at.on):
            continue
        currency = "" if one.amount is None else one.amount.currency
        if one.stage is Stage.PAID and one.amount is not None:
            paid[one.group, one.form, currency] += one.amount.cents
        elif one.stage is not Stage.PAID:
            several[one.group, one.form, one.stage, currency].append(one)
    rows: list[Uncovered] = []
    for (group, form, stage, currency), promised in sorted(
        several.items(), key=lambda item: (item[0][0], item[0][1].value, item[0][2].value, item[0][3])
    ):
        records = tuple(sorted(one.record for one in promised))
        amount: Money | None = None
        if currency:
            cents = sum(one.amount.cents for one in promised if one.amount is not None)
            cents -= paid[group, form, currency]
            if cents <= 0:
                continue
            amount = Money(cents, currency)
        rows.append(Uncovered(group, promised[0].party, form, stage, amount, records))
    return tuple(rows)


# For everybody


def what_if_all(
    charters: Charters | Charter, register: Register, *, on: date, step: Step | None = None
) -> Reply[Summary]:
    """What follows for each member if it alone left on the day, by name.

    ``step`` is told how many members are done and how many there are.
    """
    at = Situation(charters, register, on)
    rows: list[Summary] = []
    for done, who in enumerate(at.members, start=1):
        impact = _impact(at, PartyLeaves(who.id))
        lost = sum(who in pair for pair in impact.lost)
        before, behind = impact.parts
        # Whoever is linked to nobody is a part by itself, which is gone as well.
        splits = behind > (before if lost else before - 1)
        rows.append(Summary(who, impact.below, lost, impact.isolated, splits, len(impact.turns)))
        if step is not None:
            step(done, len(at.members))
    days = Period.day(on)
    return Reply(rows, unknown_in(at.affiliations, days, externals=False), incomplete(at.affiliations, days))


def pivotal(charters: Charters | Charter, register: Register, *, on: date) -> Reply[Pivotal]:
    """Per project and clause on who takes part: the members that could not be missed.

    Only places end, the membership stays: a member is pivotal when the clause is met with it and not without it.
    """
    at = Situation(charters, register, on)
    rows: list[Pivotal] = []
    for whole in at.live:
        now = at.decision(whole)
        standing = at.standing(now)
        critical: defaultdict[str, list[Node]] = defaultdict(list)
        for who in sorted(at.involved(whole)):
            without = Situation(at.charters, _left(_alone(at, whole), who.id, None), on)
            then = without.decision(without.register[whole.id])
            for clause, one in at.standing(then).items():
                if standing[clause].status in STANDS and one.status is Status.NOT_MET:
                    critical[clause].append(who)
        rows.extend(
            Pivotal(
                project(whole.id),
                clause,
                one.title,
                tuple(each.key for each in _counted(at, now, clause)),
                tuple(critical[clause]),
            )
            for clause, one in standing.items()
            if one.status in STANDS
        )
    days = Period.day(on)
    return Reply(rows, unknown_in(at.affiliations, days, externals=False), incomplete(at.affiliations, days))


def _alone(at: Situation, whole: Project) -> Situation:
    return Situation(at.charters, evolve(at.register, projects=(whole,)), at.on)
