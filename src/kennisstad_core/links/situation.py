# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One partnership on one day: who takes part in what, and what its own charter decides of it.

Which clauses depend on who takes part, and how many it takes, is asked of the charter each time; no number stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import combinations_with_replacement
from typing import Final

from attrs import frozen

from ..changes import Join, apply
from ..charter import Charter, Charters, in_force
from ..conditions import facts_of
from ..decisions import Basis, Decision
from ..desk import desk
from ..errors import UnknownName
from ..facts import CountFact, Reader
from ..findings import ClauseFinding, Status
from ..governance import decide
from ..records.alignment import Interest, Visibility
from ..records.projects import Participation, Project
from ..records.register import Register
from ..text import Text
from ..truth import MET
from ..values import Period
from .affiliations import Affiliation, Affiliations, Node, party
from .registers import NOT_COUNTED, Readings, affiliations, fits_of, place, roles_that_count

STANDS: Final = (Status.SATISFIED, Status.EXPLAINED, Status.NOT_APPLICABLE)
"""How a clause stands when nothing is wanting."""
MOST_JOINING: Final = 4
"""A project that lacks more members than this is not called short of some; it is to be made anew."""


@frozen
class Lift:
    """How many more it takes, and who could be among them, for the clauses of a project to be met.

    ``perhaps`` is the fewest with which none of them is certainly not met: fewer than needed where something else, such
    as a disputed membership, leaves open how many the clause asks.
    """

    needed: int
    could_join: tuple[Node, ...]
    clauses: tuple[str, ...]
    perhaps: int


class Situation:
    """A register under its charters on a day; what was looked up once is kept."""

    def __init__(self, charters: Charters | Charter, register: Register, on: date) -> None:
        self.charters, self.charter = in_force(charters, on)
        self.register = register
        self.on = on
        self._readings = Readings(self.charters, register)
        self._decisions: dict[str, Decision] = {}
        self._places: dict[str, tuple[Affiliation, ...]] = {}

    @cached_property
    def affiliations(self) -> Affiliations:
        """Who takes part in what, over all of time."""
        return affiliations(self.charters, self.register)

    @cached_property
    def reader(self) -> Reader:
        """Who goes by which name, and who is a member, on the day."""
        return self._readings.reader(self.on)

    @cached_property
    def members(self) -> tuple[Node, ...]:
        """The certain members of the day."""
        return tuple(sorted(map(party, self.reader.roll.certain)))

    @cached_property
    def live(self) -> tuple[Project, ...]:
        """The projects that are not over; one that is still to start can be joined as well (S57)."""
        return tuple(
            one for one in self.register.projects if one.period.last is None or self.on <= one.period.last
        )

    def find_project(self, name: str) -> Project:
        """A project by id.

        Raises:
            UnknownName: a `LookupError`, with the nearest id.
        """
        if name not in self.register:
            raise UnknownName("project", name, [one.id for one in self.register.projects])
        return self.register[name]

    def find_party(self, name: str) -> Node:
        """A party by id, name, unit or alias, as it goes by on the day.

        Raises:
            UnknownName: a `LookupError`, with the nearest name.
        """
        found = self.reader.find(name)
        if found is None:
            known = {node.id for node in self.affiliations.names if node.kind == "party"}
            raise UnknownName("party", name, sorted(known))
        return party(found.id)

    # Who is in a project, and what it is about

    def places(self, whole: Project) -> tuple[Affiliation, ...]:
        """Every place in a project as it stands on the day, also of one still to start; with its doubt, if any."""
        held = self._places.get(whole.id)
        if held is None:
            roles = roles_that_count(self.charters)
            day = Period.day(self.on)
            pairs = zip(whole.participations, whole.records, strict=True)
            stood = (place(self._readings, one, record, whole, day, roles) for one, record in pairs)
            held = self._places[whole.id] = tuple(one for one in stood if one is not None)
        return held

    def involved(self, whole: Project) -> frozenset[Node]:
        """The members that take part on the day."""
        return frozenset(one.party for one in self.places(whole) if one.doubt is None and one.member is MET)

    def themes(self, whole: Project) -> frozenset[Node]:
        """The themes that the project is judged to fit, as known on the day."""
        fits = fits_of(self._readings, whole, Period.day(self.on))
        return frozenset(one.theme for one in fits if one.doubt is None)

    def interests(self) -> Iterator[tuple[Node, Interest, str]]:
        """Whose interest, the interest, and the project it was stated in, if any; open ones known on the day."""
        for where, several in (
            ("", self.register.interests),
            *((one.id, one.interests) for one in self.live),
        ):
            for one in several:
                found = self.reader.find(one.holder)
                if found is not None and one.on <= self.on and one.visibility is Visibility.OPEN:
                    yield party(found.id), one, where

    @property
    def withheld(self) -> int:
        """How many interests of the day are confidential: counted, and never shown."""
        every = (*self.register.interests, *(one for whole in self.live for one in whole.interests))
        return sum(one.on <= self.on and one.visibility is Visibility.CONFIDENTIAL for one in every)

    # What the charter decides

    @cached_property
    def counting(self) -> Mapping[str, tuple[CountFact, ...]]:
        """The clauses that decide and rest on who takes part, each with the counts it rests on."""
        if self.charter is None:
            return {}
        charter = self.charter.decided
        asked = {name for question in charter.questions for name in (*question.requires, *question.any_of)}
        counts = {
            one.name: one
            for one in charter.facts
            if isinstance(one, CountFact) and one.of == "participations"
        }
        found: dict[str, tuple[CountFact, ...]] = {}
        for clause in charter.clauses:
            used = facts_of(clause.condition)
            if clause.id in asked and (own := tuple(counts[name] for name in counts if name in used)):
                found[clause.id] = own
        return found

    @cached_property
    def role(self) -> str:
        """The role that most counts take: what somebody who joins is taken to do."""
        several = [fact.where.role for facts in self.counting.values() for fact in facts]
        roles = sorted({role for one in several for role in one})
        if not roles:
            return "executing"
        if self.charter is not None:
            several = [one.where.role for one in self.charter.facts if isinstance(one, CountFact)]
        return max(roles, key=lambda role: sum(role in one for one in several))

    def decision(self, whole: Project) -> Decision:
        """What the charter decides of a project on the day."""
        held = self._decisions.get(whole.id)
        if held is None:
            held = self._decisions[whole.id] = decide(self.charters, self.register, whole, on=self.on)
        return held

    def standing(self, decision: Decision) -> dict[str, ClauseFinding]:
        """How the counting clauses stand in a decision."""
        return {one.clause: one for one in decision.clauses if one.clause in self.counting}

    def lacking(self, decision: Decision) -> tuple[str, ...]:
        """The counting clauses that are not met, or not certainly."""
        standing = self.standing(decision)
        return tuple(clause for clause, one in standing.items() if one.status not in STANDS)

    def joined(self, whole: Project, several: Iterable[Node]) -> Decision:
        """What would be decided if these parties took part as well."""
        ids = tuple(node.id for node in several)
        basis = Basis(self.charters, self.register, whole)
        after = apply(basis, [Join(len(ids), ids, ids, self.role)], self.on)
        return decide(after.charters, after.register, after.project, on=self.on)

    def absent(self, whole: Project) -> tuple[Node, ...]:
        """The certain members that take no part, nor perhaps."""
        here = {one.party for one in self.places(whole) if one.doubt not in NOT_COUNTED}
        return tuple(one for one in self.members if one not in here)

    def _alike(self, several: Iterable[Node]) -> tuple[tuple[Node, ...], ...]:
        """Members that no count tells apart."""
        if self.charter is None:
            return ()
        reader = desk(self.charters).reader(self.charter, self.register, self.on)
        counts = [fact for facts in self.counting.values() for fact in facts]
        groups: dict[object, list[Node]] = {}
        for node in several:
            trial = Project("-", Text.same("-"), participations=(Participation(node.id, self.role),))
            read = reader.read(trial)
            key = tuple(
                (len(read[one.name].counted), len(read[one.name].possible))
                if one.distinct == "party"
                else tuple(each.key for each in read[one.name].counted)
                for one in counts
            )
            groups.setdefault(key, []).append(node)
        return tuple(map(tuple, groups.values()))

    def lift(self, whole: Project, most: int = MOST_JOINING) -> Lift | None:
        """The fewest members that have to join for every counting clause to be met; none when that many cannot."""
        now = self.decision(whole)
        lacking = self.lacking(now)
        groups = self._alike(self.absent(whole)) if lacking else ()
        perhaps = None if self._certainly_not(now) else 0
        for size in range(1, most + 1):
            could: set[Node] = set()
            for picked in combinations_with_replacement(range(len(groups)), size):
                if any(picked.count(index) > len(groups[index]) for index in set(picked)):
                    continue
                chosen = [groups[index][picked[:place].count(index)] for place, index in enumerate(picked)]
                then = self.joined(whole, chosen)
                if perhaps is None and not self._certainly_not(then):
                    perhaps = size
                if not self.lacking(then):
                    could.update(node for index in set(picked) for node in groups[index])
            if could:
                return Lift(size, tuple(sorted(could)), lacking, size if perhaps is None else perhaps)
        return None

    def _certainly_not(self, decision: Decision) -> bool:
        """Whether some counting clause is certainly not met."""
        return any(one.status is Status.NOT_MET for one in self.standing(decision).values())
