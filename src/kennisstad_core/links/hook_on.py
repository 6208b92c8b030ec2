# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who could hook on to which project, and why; there is no score, each reason is shown (S57, R-NET-02)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import combinations
from typing import Final

import networkx as nx
from attrs import frozen

from ..charter import Charter, Charters
from ..facts import Why
from ..findings import Status
from ..records.order import names
from ..records.projects import Project
from ..records.register import Register
from ..values import Period
from .affiliations import Node, project
from .graphs import joined, joint_presence, records_of, unknown_in
from .questions import incomplete
from .results import Reply, Unknown, unknowns
from .situation import MOST_JOINING, Lift, Situation

EXACT_TEAMS: Final = 12
"""Up to so many members every team is tried; beyond it the best are built up one member at a time."""

Step = Callable[[int, int], None]


class Because(Enum):
    """Why a member is a candidate, in the order in which candidates are named."""

    INTEREST = "interest"
    """It declared an interest in the project or in its theme."""
    INTENDS = "intends"
    """It intends to take part, or has a role in the project that does not count as taking part."""
    LIFTS = "lifts"
    """With it the project meets the clauses of the charter on who takes part."""
    CONNECTS = "connects"
    """It, or a member in the project, is linked to no other member yet."""
    SHARED_THEME = "shared-theme"
    """It takes part in another project on the same theme."""
    WORKED_TOGETHER = "worked-together"
    """It works, or worked, with somebody in the project on another one."""


@frozen
class Reason:
    """One reason, with what it is about (themes, clauses, projects or parties) and the records behind it."""

    because: Because
    about: tuple[str, ...]
    records: tuple[str, ...] = ()


@frozen
class Candidate:
    """A member that could hook on to a project."""

    project: Node
    party: Node
    reasons: tuple[Reason, ...]

    @property
    def because(self) -> tuple[Because, ...]:
        """The kinds of reasons there are."""
        return tuple(one.because for one in self.reasons)


@frozen
class Short:
    """A project that lacks some members by its own charter, and who could be among them."""

    project: Node
    needed: int
    involved: tuple[Node, ...]
    could_join: tuple[Node, ...]
    clauses: tuple[str, ...]
    certain: bool


@frozen
class HookOn:
    """One member joins one project; ``connects`` names who is linked by it that was not, even at a distance."""

    project: Node
    party: Node
    connects: tuple[Node, ...] = ()


@frozen
class Team:
    """Members, as few as there are, that with all of them joining where they can lift these projects."""

    parties: tuple[Node, ...]
    projects: tuple[Node, ...]


class _Search:
    """What the reasons of all candidates rest on, looked up once."""

    def __init__(self, situation: Situation) -> None:
        self.at = situation
        self.days = Period.day(situation.on)
        table = situation.affiliations
        self.now = joint_presence(table, self.days, externals=False)
        known = Period(None, situation.on)
        self.ever = joint_presence(table, known, externals=False)
        self.linked = {node for pair in self.now for node in pair}
        self.on_theme: defaultdict[tuple[Node, Node], set[str]] = defaultdict(set)
        for whole in situation.live:
            themes = situation.themes(whole)
            for who in situation.involved(whole) if themes else ():
                for one in themes:
                    self.on_theme[who, one].add(whole.id)
        self.interests = tuple(situation.interests())

    def candidates(self, whole: Project) -> Iterator[Candidate]:
        themes, involved = self.at.themes(whole), self.at.involved(whole)
        lift = self.at.lift(whole)
        for who in self.at.absent(whole):
            reasons = (
                *self._interest(whole, who, themes),
                *self._intends(whole, who),
                *self._lifts(who, lift),
                *self._connects(who, involved),
                *self._theme(whole, who, themes),
                *self._together(whole, who, involved),
            )
            yield Candidate(project(whole.id), who, reasons)

    def _interest(self, whole: Project, who: Node, themes: frozenset[Node]) -> Iterator[Reason]:
        wanted = {one.id for one in themes}
        own = [
            (one, where)
            for holder, one, where in self.interests
            if holder == who
            and one.confirmed_by(self.at.on)
            and (where == whole.id or (one.theme and one.theme in wanted))
        ]
        if own:
            about = names(one.theme or where for one, where in own)
            yield Reason(Because.INTEREST, about, names(one.record for one, _ in own))

    def _intends(self, whole: Project, who: Node) -> Iterator[Reason]:
        own = [
            one
            for one in self.at.places(whole)
            if one.party == who and one.doubt in (Why.INTENTION, Why.ROLE)
        ]
        if own:
            about = names(one.role for one in own if one.role)
            yield Reason(Because.INTENDS, about, records_of(own))

    def _lifts(self, who: Node, lift: Lift | None) -> Iterator[Reason]:
        if lift is not None and lift.needed == 1 and who in lift.could_join:
            yield Reason(Because.LIFTS, lift.clauses)

    def _connects(self, who: Node, involved: frozenset[Node]) -> Iterator[Reason]:
        if not involved:
            return
        alone = sorted(node for node in (who, *involved) if node not in self.linked)
        if alone:
            yield Reason(Because.CONNECTS, tuple(node.id for node in alone))

    def _theme(self, whole: Project, who: Node, themes: frozenset[Node]) -> Iterator[Reason]:
        projects = {name for one in themes for name in self.on_theme.get((who, one), ())} - {whole.id}
        if projects:
            yield Reason(Because.SHARED_THEME, tuple(sorted(projects)))

    def _together(self, whole: Project, who: Node, involved: frozenset[Node]) -> Iterator[Reason]:
        behind = [
            joint
            for other in involved
            for joint in self.ever.get((min(who, other), max(who, other)), ())
            if joint.project != whole.id
        ]
        if behind:
            yield Reason(Because.WORKED_TOGETHER, *joined(behind))


def _order(one: Candidate) -> tuple[tuple[bool, ...], Node, Node]:
    """Whoever has the first reason goes first, then whoever has the second; equals by name."""
    return tuple(because not in one.because for because in Because), one.project, one.party


def _unknown(situation: Situation, several: Iterable[Project]) -> tuple[Unknown, ...]:
    """Uncertain places in these projects, and interests that their holder has not confirmed."""
    places = (
        (one.doubt, record)
        for whole in several
        for one in situation.places(whole)
        if one.doubt is not None and one.doubt not in (Why.INTENTION, Why.ROLE, Why.BODY)
        for record in one.records
    )
    interests = (
        (Why.UNCONFIRMED, one.record)
        for _, one, _ in situation.interests()
        if not one.confirmed_by(situation.on)
    )
    return unknowns((*places, *interests))


def _found(situation: Situation, rows: Iterable[Candidate], several: Sequence[Project]) -> Reply[Candidate]:
    days = Period.day(situation.on)
    return Reply(
        sorted(rows, key=_order),
        _unknown(situation, several),
        incomplete(situation.affiliations, days),
        withheld=situation.withheld,
    )


def hook_on_candidates(
    charters: Charters | Charter, register: Register, name: str, *, on: date
) -> Reply[Candidate]:
    """The members that take no part in a project, those with a declared interest first, each with every reason.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
    """
    at = Situation(charters, register, on)
    whole = at.find_project(name)
    return _found(at, _Search(at).candidates(whole), (whole,))


def hook_on_places(
    charters: Charters | Charter, register: Register, partner: str, *, on: date
) -> Reply[Candidate]:
    """The projects that a member takes no part in and has some reason to, in the order of those reasons.

    Raises:
        UnknownName: a `LookupError` for a party that nobody goes by on the day.
    """
    at = Situation(charters, register, on)
    who = at.find_party(partner)
    search = _Search(at)
    rows = (one for whole in at.live for one in search.candidates(whole) if one.party == who)
    return _found(at, (one for one in rows if one.reasons), at.live)


def hook_on_all(
    charters: Charters | Charter, register: Register, *, on: date, step: Step | None = None
) -> Reply[Candidate]:
    """Every member beside every project that it has some reason to hook on to.

    ``step`` is told how many projects are done and how many there are.
    """
    at = Situation(charters, register, on)
    search = _Search(at)
    rows: list[Candidate] = []
    for done, whole in enumerate(at.live, start=1):
        rows.extend(one for one in search.candidates(whole) if one.reasons)
        if step is not None:
            step(done, len(at.live))
    return _found(at, rows, at.live)


def short_of(
    charters: Charters | Charter,
    register: Register,
    *,
    on: date,
    most: int = MOST_JOINING,
    step: Step | None = None,
) -> Reply[Short]:
    """The projects that lack up to ``most`` members by the charter’s own clauses, fewest first."""
    at = Situation(charters, register, on)
    rows: list[Short] = []
    for done, whole in enumerate(at.live, start=1):
        lift = at.lift(whole, most)
        if lift is not None:
            standing = at.standing(at.decision(whole))
            certain = any(standing[clause].status is Status.NOT_MET for clause in lift.clauses)
            involved = tuple(sorted(at.involved(whole)))
            rows.append(
                Short(project(whole.id), lift.needed, involved, lift.could_join, lift.clauses, certain)
            )
        if step is not None:
            step(done, len(at.live))
    rows.sort(key=lambda one: (one.needed, not one.certain, one.project))
    return Reply(rows, _unknown(at, at.live), incomplete(at.affiliations, Period.day(on)))


# Smallest sets


def lifting_teams(
    charters: Charters | Charter, register: Register, *, on: date, most: int = 3
) -> Reply[Team]:
    """For each size of team up to ``most``: the members that, joining wherever they can, lift the most projects.

    Every team of that size is tried as long as there are at most twelve members; of equals the first by name is given.
    A project is lifted when the team has enough members for it that can join.
    """
    at = Situation(charters, register, on)
    short = short_of(charters, register, on=on)
    members = at.members

    def lifted(team: Iterable[Node]) -> tuple[Node, ...]:
        own = frozenset(team)
        found: list[Node] = []
        for one in short:
            joining = sorted(own.intersection(one.could_join))
            if len(joining) >= one.needed and any(
                not at.lacking(at.joined(at.find_project(one.project.id), several))
                for several in combinations(joining, one.needed)
            ):
                found.append(one.project)
        return tuple(found)

    rows: list[Team] = []
    best: tuple[Node, ...] = ()
    for size in range(1, min(most, len(members)) + 1):
        teams: Iterable[tuple[Node, ...]] = combinations(members, size)
        if len(members) > EXACT_TEAMS:
            teams = (tuple(sorted((*best, node))) for node in members if node not in best)
        best = max(teams, key=lambda team: len(lifted(team)))
        rows.append(Team(best, lifted(best)))
    return Reply(rows, short.unknown, short.cautions)


def connecting(charters: Charters | Charter, register: Register, *, on: date) -> Reply[HookOn]:
    """The fewest hook-ons that link all members, if only through others; empty when they are, or when none can.

    Each one brings two parts of the network together, so it takes one less than there are parts, and never fewer. Of
    the ways to do that, the one with the best reasons is given.
    """
    at = Situation(charters, register, on)
    days = Period.day(on)
    graph: nx.Graph[Node] = nx.Graph()
    graph.add_nodes_from(at.members)
    graph.add_edges_from(joint_presence(at.affiliations, days, externals=False))
    groups = {
        whole.id: members
        for whole in at.live
        if (members := at.involved(whole)) and days.meet(whole.period) is not None
    }
    search = _Search(at)
    every = [one for whole in at.live if whole.id in groups for one in search.candidates(whole)]
    rows: list[HookOn] = []
    for one in sorted(every, key=_order):
        there = min(groups[one.project.id])
        if one.party in graph and there in graph and not nx.has_path(graph, one.party, there):
            joined = nx.node_connected_component(graph, there)
            smaller = min(joined, nx.node_connected_component(graph, one.party), key=len)
            rows.append(HookOn(one.project, one.party, tuple(sorted(smaller))))
            graph.add_edge(one.party, there)
    unknown = unknown_in(at.affiliations, days, externals=False)
    return Reply(rows, unknown, incomplete(at.affiliations, days))
