# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would change a decision: all smallest sets of changes per outcome, and how firmly the outcome stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import combinations, islice, product
from typing import Final, TypeAlias

from attrs import evolve, frozen

from .changes import (
    OUTSIDE,
    Attest,
    Change,
    Confirm,
    Depart,
    Give,
    Join,
    JoinFromOutside,
    Judge,
    RuleOut,
    SettleMembership,
    apply,
    numbered,
    outsiders,
)
from .charter import UNDETERMINED, Charter, Charters, in_force
from .conditions import Compare, cells, facts_of, leaves
from .desk import desk
from .facts import CountFact, GivenFact, JudgementFact, Why
from .governance import Basis, Decision, decide, outcome_of
from .records.projects import Participation, Project
from .records.register import Register
from .text import Text
from .values import Choice

BUDGET: Final = 20_000
"""How many sets of changes are tried; above it the smallest sets are found and larger ones may be missing."""
_PLAIN: Final = 20
"""How many comparisons the rules of a charter may hold before fewer sets are tried: each try asks all of them."""


@frozen
class Recourse:
    """One smallest set of changes that gives an outcome: all of them together do, and none can be left out."""

    outcome: str
    title: Text
    changes: tuple[Change, ...]

    def expand(self) -> Iterator[tuple[Change, ...]]:
        """The same with every alternative written out: one party, record or verdict a change."""
        yield from _expand(self.changes)


def _expand(changes: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
    def ways(change: Change) -> Iterator[tuple[Change, ...]]:
        match change:
            case Join(count, parties, names, role):
                for taken in combinations(zip(parties, names, strict=True), count):
                    yield tuple(Join(1, (party,), (name,), role) for party, name in taken)
            case Confirm(count, records, names, role):
                for taken in combinations(zip(records, names, strict=True), count):
                    yield tuple(Confirm(1, (record,), (name,), role) for record, name in taken)
            case RuleOut(count, records, names):
                for taken in combinations(zip(records, names, strict=True), count):
                    yield tuple(RuleOut(1, (record,), (name,)) for record, name in taken)
            case Judge(fact, label, verdicts, titles):
                for verdict, title in zip(verdicts, titles, strict=True):
                    yield (Judge(fact, label, (verdict,), (title,)),)
            case _:
                yield (change,)

    for several in product(*(tuple(ways(change)) for change in changes)):
        flat = tuple(change for group in several for change in group)
        taken = [
            change.parties if isinstance(change, Join) else change.records
            for change in flat
            if isinstance(change, Join | Confirm | RuleOut)
        ]
        if len(taken) == len(set(taken)):
            yield flat


_Atoms: TypeAlias = frozenset[tuple[str, int]]
_Way: TypeAlias = tuple[_Atoms, Change]
_Dimension: TypeAlias = tuple[_Way, ...]
"""Changes that exclude each other. A way is part of a larger one when its atoms are; their number is its size."""


def _counted(name: str, size: int, change: Callable[[int], Change]) -> _Dimension:
    """One, two, … of the same kind of change."""
    return tuple(
        (frozenset((name, index) for index in range(1, count + 1)), change(count))
        for count in range(1, size + 1)
    )


def _either(name: str, several: Iterable[Change]) -> _Dimension:
    """At most one of several changes."""
    return tuple((frozenset(((f"{name}/{index}", 1),)), one) for index, one in enumerate(several))


def _by_size(dimensions: Sequence[_Dimension]) -> Iterator[tuple[_Atoms, tuple[Change, ...]]]:
    """Every combination, those of fewer changes first."""

    def pick(index: int, left: int) -> Iterator[tuple[_Atoms, tuple[Change, ...]]]:
        if left == 0:
            yield frozenset(), ()
        elif index < len(dimensions):
            for atoms, change in dimensions[index]:
                if len(atoms) <= left:
                    for others, more in pick(index + 1, left - len(atoms)):
                        yield atoms | others, (change, *more)
            yield from pick(index + 1, left)

    most = sum(max((len(atoms) for atoms, _ in ways), default=0) for ways in dimensions)
    for size in range(1, most + 1):
        yield from pick(0, size)


def _possible_together(changes: Iterable[Change]) -> bool:
    """Whether no party joins twice and no place is both confirmed and ruled out."""
    taken: dict[tuple[str, ...], int] = {}
    for change in changes:
        if isinstance(change, Join):
            pool, count = change.parties, change.count
        elif isinstance(change, Confirm | RuleOut):
            pool, count = change.records, change.count
        else:
            continue
        key = tuple(sorted(pool))
        taken[key] = taken.get(key, 0) + count
        if taken[key] > len(pool):
            return False
    return True


@frozen
class _Standing:
    """How a party in a role would stand in the facts that matter; parties that stand alike are interchangeable."""

    counts: tuple[bool, ...]
    keys: tuple[str, ...]


class _Search:
    """The changes open to one project on one day, in dimensions of changes that stand alike."""

    def __init__(self, decision: Decision, basis: Basis, charter: Charter) -> None:
        self.decision = decision
        self.charter = charter.decided
        self.on = decision.on
        self.facts = {fact.name: fact for fact in decision.facts}
        # Readings that are only reported do not move an outcome, so nothing is changed for their sake.
        self.conditions = tuple(self.charter.deciding())
        used = {name for condition in self.conditions for name in facts_of(condition)}
        self.definitions = tuple(one for one in self.charter.facts if one.name in used)
        self.counts = tuple(
            one for one in self.definitions if isinstance(one, CountFact) and one.of == "participations"
        )
        self.outside = max(
            (self._most(one) for one in self.counts if one.where.member is not True), default=0
        )
        self.new = tuple(
            sorted({one.distinct for one in self.counts if one.distinct not in ("party", "kind")})
        )
        kinds = sorted({kind for one in self.counts for kind in one.where.kind})
        self.kind = kinds[0] if kinds else ""
        register = outsiders(basis.register, self.outside, self.new, self.kind)
        self.basis = evolve(
            basis, register=register if self.outside else basis.register, project=numbered(basis.project)
        )
        self.reader = desk(basis.charters).reader(charter, self.basis.register, self.on)

    @property
    def comparisons(self) -> int:
        """How many comparisons the conditions that decide hold together."""
        return sum(1 for condition in self.conditions for _ in leaves(condition))

    def _most(self, fact: CountFact) -> int:
        """The largest number that a condition asks of a count: more than that need never join."""
        every = [
            leaf for condition in self.conditions for leaf in leaves(condition) if isinstance(leaf, Compare)
        ]
        return max((leaf.bound + 1 for leaf in every if leaf.fact == fact.name), default=0)

    def _roles(self) -> tuple[str, ...]:
        """One role for each way in which roles count; of those that count alike, the one that counts most widely."""
        every = tuple(one for one in self.charter.facts if isinstance(one, CountFact))

        def counts_in(role: str, several: Sequence[CountFact]) -> tuple[str, ...]:
            return tuple(one.name for one in several if not one.where.role or role in one.where.role)

        widest: dict[tuple[str, ...], str] = {}
        for role in dict.fromkeys(role for one in self.counts for role in sorted(one.where.role)) or (
            "executing",
        ):
            alike = counts_in(role, self.counts)
            best = widest.get(alike)
            if best is None or len(counts_in(role, every)) > len(counts_in(best, every)):
                widest[alike] = role
        return tuple(widest.values())

    def _standing(self, party: str, role: str) -> _Standing:
        trial = Project("-", self.basis.project.title, participations=(Participation(party, role),))
        read = self.reader.read(trial)
        facts = [(one, read[one.name]) for one in self.counts]
        return _Standing(
            tuple(bool(fact.counted) for _, fact in facts),
            tuple(
                "" if one.distinct == "party" else "".join(each.key for each in fact.counted)
                for one, fact in facts
            ),
        )

    def _records(self) -> Iterator[tuple[Participation, str]]:
        yield from zip(self.basis.project.participations, self.basis.project.records, strict=True)

    def parties(self) -> dict[str, str]:
        """Which organisation each place in the project is of."""
        held: dict[str, str] = {}
        for one, record in self._records():
            party = self.reader.find(one.party or one.named)
            held[record] = one.party or one.named if party is None else party.id
        return held

    def _used_evidence(self) -> Iterator[tuple[str, str, Why]]:
        for one in self.counts:
            fact = self.facts[one.name]
            for each in (*fact.counted, *fact.possible):
                yield each.record, each.name, each.why
            yield from (
                (each.record, each.name, each.why) for each in fact.left_out if each.why is Why.INTENTION
            )

    def joins(self) -> Iterator[_Dimension]:
        held = self.parties()
        here = {held.get(record, record) for record, _, _ in self._used_evidence()}
        groups: dict[tuple[str, _Standing], list[str]] = {}
        for role in self._roles():
            for party in sorted(self.reader.roll.certain - here):
                standing = self._standing(party, role)
                if any(standing.counts):
                    groups.setdefault((role, standing), []).append(party)
        for place, ((role, _), several) in enumerate(groups.items()):
            # Roles take turns at either end of the list, so that two roles need not take the same party first.
            parties = tuple(several if place % 2 == 0 else reversed(several))
            names = tuple(self._name(party) for party in parties)
            join = partial(Join, parties=parties, names=names, role=role)
            yield _counted(f"join/{place}", len(parties), join)
        if self.outside:
            for role in self._roles():
                if any(self._standing(f"{OUTSIDE}-1", role).counts):
                    outside = partial(JoinFromOutside, role=role, new=self.new, of_kind=self.kind)
                    yield _counted(f"outside/{role}", self.outside, outside)

    def _name(self, party: str) -> str:
        found = self.reader.member(party)
        return party if found is None else self.reader.name_of(found)

    def _places(self) -> Iterator[_Dimension]:
        """Places that are not certain, in groups that stand alike once they are."""
        widest = self._roles()[0]
        unsure = (Why.UNCERTAIN, Why.UNKNOWN_ROLE, Why.UNRESOLVED_NAME, Why.UNKNOWN_PARTY, Why.INTENTION)
        open_places = {record: name for record, name, why in self._used_evidence() if why in unsure}
        intended = {record for record, _, why in self._used_evidence() if why is Why.INTENTION}
        held = self.parties()
        places_of = Counter(held.values())
        groups: dict[tuple[object, ...], list[str]] = {}
        for one, record in self._records():
            if record in open_places:
                # A name may turn out to be of anybody; an id that nobody has stays that, whoever confirms the place.
                found = self.reader.find(one.party or one.named)
                unresolved = None if found else (bool(one.party), one.role)
                # A party that has another place too gains or loses less by this one than others would.
                twice = held[record] if places_of[held[record]] > 1 else ""
                alike = (record in intended, unresolved, twice, self._confirmed_standing(one))
                groups.setdefault(alike, []).append(record)
        for place, ((intention, *_), several) in enumerate(groups.items()):
            records = tuple(several)
            names = tuple(open_places[record] for record in records)
            confirm = partial(Confirm, records=records, names=names, role=widest)
            yield _counted(f"confirm/{place}", len(records), confirm)
            if not intention:
                rule_out = partial(RuleOut, records=records, names=names)
                yield _counted(f"rule-out/{place}", len(records), rule_out)

    def _confirmed_standing(self, one: Participation) -> _Standing:
        return self._standing(one.party or one.named, one.role or self._roles()[0])

    def _memberships(self) -> Iterator[_Dimension]:
        uses_members = any(isinstance(one, CountFact) and one.of == "memberships" for one in self.definitions)
        held = set(self.parties().values())
        for partner in sorted(self.reader.roll.possible):
            if uses_members or partner in held:
                name = self._name(partner)
                yield _either(
                    f"member/{partner}", (SettleMembership(partner, name, way) for way in (True, False))
                )

    def _open_facts(self) -> Iterator[_Dimension]:
        known = {name: fact.value for name, fact in self.facts.items()}
        for one in self.definitions:
            if isinstance(one, JudgementFact | GivenFact):
                cut = cells(self.conditions, known, (one.name,))[one.name]
                if len(cut) > 1:
                    if isinstance(one, JudgementFact):
                        yield _either(
                            f"judge/{one.name}",
                            (_judge(one, cell) for cell in cut if isinstance(cell, Choice)),
                        )
                    else:
                        yield _either(f"give/{one.name}", (Give(one.name, one.label, cell) for cell in cut))

    def _decisions(self) -> Iterator[_Dimension]:
        made = {one.clause for one in self.decision.departures}
        for clause in self.charter.clauses:
            if clause.admits_departure and clause.id not in made:
                yield _either(f"depart/{clause.id}", (Depart(clause.id, clause.title),))
        if any(Why.LIST_INCOMPLETE in self.facts[one.name].open for one in self.counts):
            yield _either("attest", (Attest(),))

    def dimensions(self) -> tuple[_Dimension, ...]:
        return (
            *self._places(),
            *self.joins(),
            *self._memberships(),
            *self._open_facts(),
            *self._decisions(),
        )

    def after(self, changes: Iterable[Change]) -> str:
        return outcome_of(apply(self.basis, changes, self.on), self.on)


def _judge(definition: JudgementFact, cell: Choice) -> Judge:
    options = [one for one in definition.options if one.id in cell.options]
    return Judge(
        definition.name,
        definition.label,
        tuple(one.id for one in options),
        tuple(one.title for one in options),
    )


def find_recourse(
    charters: Charters | Charter,
    register: Register | Project,
    project: str | Project | None = None,
    *,
    on: date,
) -> tuple[Recourse, ...]:
    """All smallest sets of changes that would give another outcome, for every outcome that is not certain now.

    What people have judged is not up for another verdict, and nobody is made to leave; an open question can be judged,
    an uncertain place settled, a partner can join, a departure be recorded where the clause admits one.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
    """
    found = _found(charters, register, project, on)
    if found is None:
        return ()
    decision, basis, charter = found
    search = _Search(decision, basis, charter)
    wanted = [one for one in charter.outcomes if one.id != decision.outcome]
    if not wanted:
        return ()
    budget = BUDGET * _PLAIN // max(_PLAIN, search.comparisons)
    sets: dict[str, list[tuple[_Atoms, tuple[Change, ...]]]] = {one.id: [] for one in wanted}
    tried = 0
    # What holds a set that was found already is passed over untried, and of that there may be very much as well.
    for atoms, changes in islice(_by_size(search.dimensions()), 10 * BUDGET):
        still = {name for name, have in sets.items() if not any(smaller <= atoms for smaller, _ in have)}
        if not still:
            continue
        if tried >= budget:
            break
        if _possible_together(changes):
            tried += 1
            outcome = search.after(changes)
            if outcome in still:
                sets[outcome].append((atoms, changes))
    return tuple(Recourse(one.id, one.title, changes) for one in wanted for _, changes in sets[one.id])


def _found(
    charters: Charters | Charter, register: Register | Project, project: str | Project | None, on: date
) -> tuple[Decision, Basis, Charter] | None:
    versions, charter = in_force(charters, on)
    if isinstance(register, Project):
        decision = decide(versions, register, on=on)
    elif project is None:
        raise TypeError("name the project that is to be decided")
    else:
        decision = decide(versions, register, project, on=on)
    if charter is None or decision.basis is None:
        return None
    return decision, decision.basis, charter


@frozen
class Robustness:
    """How firmly an outcome stands.

    ``leaving`` is the smallest number of parties whose leaving changes the outcome, ``joining`` the smallest number of
    partners whose joining does; none when no number does. A ``pivotal`` party changes it by leaving alone.
    """

    outcome: str
    leaving: int | None
    joining: int | None
    pivotal: tuple[str, ...]


def _without(project: Project, records: frozenset[str]) -> Project:
    places = zip(project.participations, project.records, strict=True)
    kept = tuple(one for one, record in places if record not in records)
    return evolve(project, participations=kept)


def robustness(
    charters: Charters | Charter,
    register: Register | Project,
    project: str | Project | None = None,
    *,
    on: date,
) -> Robustness:
    """How many parties away from another outcome a project stands, and which of them carry it alone.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
    """
    found = _found(charters, register, project, on)
    if found is None:
        return Robustness(UNDETERMINED, None, None, ())
    decision, basis, charter = found
    search = _Search(decision, basis, charter)
    places: dict[str, set[str]] = {}
    for record, party in search.parties().items():
        places.setdefault(party, set()).add(record)

    def leaves_changed(parties: Iterable[str]) -> bool:
        gone = frozenset(record for party in parties for record in places[party])
        left = _without(basis.project, gone)
        return outcome_of(evolve(basis, project=left), on) != decision.outcome

    pivotal = tuple(party for party in sorted(places) if leaves_changed((party,)))
    leaving = 1 if pivotal else _smallest(sorted(places), leaves_changed)
    joining = next(
        (
            len(atoms)
            for atoms, changes in islice(_by_size(tuple(search.joins())), BUDGET)
            if _possible_together(changes) and search.after(changes) != decision.outcome
        ),
        None,
    )
    return Robustness(decision.outcome, leaving, joining, pivotal)


def _smallest(parties: Sequence[str], changed: Callable[[Iterable[str]], bool]) -> int | None:
    tried = 0
    for size in range(2, len(parties) + 1):
        for several in combinations(parties, size):
            tried += 1
            if changed(several):
                return size
            if tried >= BUDGET:
                return None
    return None
