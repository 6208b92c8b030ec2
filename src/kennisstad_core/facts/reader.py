# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads every declared fact of a project, on one day, from its records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Final, TypeAlias, assert_never

from attrs import evolve

from ..records.funding import Contribution
from ..records.judgements import Admission, Benefit, Completeness
from ..records.parties import Certainty, Directory, Party, reference
from ..records.projects import Firmness, Participation, Project
from ..records.register import Flaw
from ..truth import MET, NOT_MET, UNKNOWN
from ..values import Range
from .definitions import (
    CountFact,
    DerivedFact,
    Evidence,
    Fact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Selection,
    SumFact,
    Why,
)
from .judgements import read_given, read_judgement
from .membership import Roll

_IN, _MAYBE, _OUT = 0, 1, 2
_STANDINGS: Final = 3
_Standing: TypeAlias = tuple[int, str, Why]
_Groups: TypeAlias = tuple[tuple[str, Why, tuple[int, ...]], ...]
_NO_FLAWS: Final = frozenset[str]()
_PERHAPS: Final = (Why.UNKNOWN_PARTY, Why.DISPUTED_MEMBERSHIP, Why.UNKNOWN_ATTRIBUTE)
_FLAWED: Final = {
    "admissions": "admission",
    "benefits": "benefit",
}


def _attribute(party: Party, name: str) -> str:
    return party.kind if name == "kind" else dict(party.attributes).get(name, "")


def selected(where: Selection, party: Party) -> Why | None:
    """Why the selection does not take this party, none if it does; an attribute nobody recorded is not a no."""
    unknown = False
    for name, allowed in (("kind", where.kind), *where.attribute):
        if allowed:
            value = _attribute(party, name)
            if value and value not in allowed:
                return Why.SELECTION
            unknown = unknown or not value
    if where.affiliated is not None and bool(party.affiliated_to) is not where.affiliated:
        return Why.AFFILIATED
    return Why.UNKNOWN_ATTRIBUTE if unknown else None


def attested(several: Iterable[Completeness], of: str, on: date) -> bool:
    """Whether somebody attests that a list is complete on a day."""
    return any(one.of == of and on in one.period for one in several)


def _grouped(standings: Iterable[_Standing]) -> _Groups:
    """Facts in which a record stands alike share one piece of evidence; a pile is a fact and a standing in it."""
    groups: dict[tuple[str, Why], list[int]] = {}
    for index, (standing, key, why) in enumerate(standings):
        groups.setdefault((key, why), []).append(_STANDINGS * index + standing)
    return tuple((key, why, tuple(piles)) for (key, why), piles in groups.items())


class Reader:
    """The facts of a charter version as they stand on one day, for any project.

    Alike participations are looked up once; reading a project then costs a few microseconds.
    """

    def __init__(
        self,
        definitions: Iterable[FactDefinition],
        themes: Iterable[str],
        directories: tuple[Directory, ...],
        roll: Roll,
        on: date,
        bodies: Iterable[str] = (),
    ) -> None:
        self.definitions = tuple(one for one in definitions if not isinstance(one, DerivedFact))
        self.roll = roll
        self.on = on
        self._themes = frozenset(themes)
        self._bodies = frozenset(map(reference, bodies))
        self._directories = directories
        self._found: dict[str, Party | None] = {}
        self._counts = tuple(
            one for one in self.definitions if isinstance(one, CountFact) and one.of == "participations"
        )
        self._caps = tuple(self._cap(one) for one in self._counts)
        self._alike: dict[tuple[str, str, str, bool, Why | None], tuple[str, _Groups]] = {}
        self._absent: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}
        self._ranges: dict[tuple[int, int | None], Range] = {}
        self._readings = tuple(
            (one.name, None if one in self._counts else self._reading(one)) for one in self.definitions
        )

    # Parties

    def find(self, name: str) -> Party | None:
        """The organisation that goes by this name on the day, in the charter or in the register."""
        if name not in self._found:
            found: dict[str, Party] = {}
            for one in self._directories:
                party = one.find(name, self.on)
                if party is not None:
                    # Where a register names a partner of the charter again, the charter's own stands.
                    found.setdefault(party.id, party)
            self._found[name] = next(iter(found.values())) if len(found) == 1 else None
        return self._found[name]

    def name_of(self, party: Party) -> str:
        """What the organisation is called on the day."""
        return next((dated.name for dated in party.names if self.on in dated.period), party.name)

    def _unit(self, party: Party, written: str) -> str:
        """The name of a unit that was written by its id; what was written otherwise."""
        units = (one for one in party.units if self.on in one.period and one.id == written)
        return next((one.name for one in units if one.name), written)

    def _who(self, written: str) -> tuple[str, str]:
        """The id of a party and what it is called; a name that nobody goes by stands for itself."""
        party = self.find(written)
        return (written, written) if party is None else (party.id, self.name_of(party))

    def is_body(self, written: str) -> bool:
        """Whether this is a body of the partnership itself, which never counts as a party (A05)."""
        return reference(written) in self._bodies

    def member(self, partner: str) -> Party | None:
        """A partner by id, from the charter."""
        return next((one.parties[partner] for one in self._directories if partner in one.parties), None)

    def _cap(self, fact: CountFact) -> int | None:
        """No more members can be involved than there are; other parties are not bounded."""
        if fact.where.member is not True:
            return None
        members = [
            one for key in self.roll.certain | self.roll.possible if (one := self.member(key)) is not None
        ]
        fitting = [one for one in members if selected(fact.where, one) in (None, Why.UNKNOWN_ATTRIBUTE)]
        if fact.distinct == "party":
            return len(fitting)
        return len({_attribute(one, fact.distinct) or one.id for one in fitting})

    # Participations

    def _stand(self, fact: CountFact, one: Participation, party: Party | None) -> _Standing:
        where = fact.where
        written = one.party or one.named
        key = party.id if party is not None else written
        if self.is_body(written):
            return _OUT, key, Why.BODY
        if party is None:
            if where.role and one.role and one.role not in where.role:
                return _OUT, f"?{written}", Why.ROLE
            return _MAYBE, f"?{written}", Why.UNKNOWN_PARTY if one.party else Why.UNRESOLVED_NAME
        refused = selected(where, party)
        if refused in (Why.SELECTION, Why.AFFILIATED):
            return _OUT, key, refused
        if fact.distinct != "party":
            key = _attribute(party, fact.distinct) or f"?{party.id}"
        membership = self.roll.holds(party.id)
        if where.member is True and membership is NOT_MET:
            return _OUT, key, Why.NOT_A_MEMBER
        if where.member is False and membership is MET:
            return _OUT, key, Why.A_MEMBER
        if where.role and one.role and one.role not in where.role:
            return _OUT, key, Why.ROLE
        if one.certainty is not Certainty.CERTAIN:
            return _MAYBE, key, Why.UNCERTAIN
        if where.role and not one.role:
            return _MAYBE, key, Why.UNKNOWN_ROLE
        if where.member is not None and membership is UNKNOWN:
            return _MAYBE, key, Why.DISPUTED_MEMBERSHIP
        if refused is not None or key.startswith("?"):
            return _MAYBE, key, Why.UNKNOWN_ATTRIBUTE
        return _IN, key, Why.COUNTED

    def _look_up(self, one: Participation, absence: Why | None) -> tuple[str, _Groups]:
        """What the party is called, and how its participation stands in every fact."""
        written = one.party or one.named
        party = self.find(written)
        name = written
        if party is not None:
            name = self.name_of(party)
            if written != party.id and written != name:
                name = f"{name} ({self._unit(party, written)})"
        standings = [self._stand(fact, one, party) for fact in self._counts]
        if absence is not None:
            # What does not count on any day stays the reason, also on a day when the party is not there.
            standings = [(_OUT, key, why if stand == _OUT else absence) for stand, key, why in standings]
        return name, _grouped(standings)

    def absence(self, one: Participation, project: Project) -> Why | None:
        """Why a participation does not count on the day for its dates or its stage, none if it may (A06)."""
        if one.stage is Firmness.INTENTION:
            return Why.INTENTION
        on, period, whole = self.on, one.period, project.period
        if one.confirmed_on is not None and on < one.confirmed_on:
            return Why.INTENTION
        if (period.last is not None and period.last < on) or (whole.last is not None and whole.last < on):
            return Why.NO_LONGER
        if period.first is None or period.first <= on:
            return None
        # Before the project starts, a confirmed commitment already counts.
        return None if whole.first is not None and on < whole.first else Why.NOT_YET

    def _range(self, low: int, high: int | None) -> Range:
        known = self._ranges.get((low, high))
        if known is None:
            known = self._ranges[low, high] = Range(low, high)
        return known

    def _participation_facts(self, project: Project, flawed: bool) -> list[Fact]:
        piles: list[list[Evidence]] = [[] for _ in range(_STANDINGS * len(self._counts))]
        for one, record in zip(project.participations, project.records, strict=True):
            why = self.absence(one, project)
            alike = (one.party, one.named, one.role, one.certainty is Certainty.CERTAIN, why)
            looked_up = self._alike.get(alike)
            if looked_up is None:
                looked_up = self._alike[alike] = self._look_up(one, why)
            name, groups = looked_up
            for key, reason, places in groups:
                evidence = Evidence(record, key, name, reason)
                for place in places:
                    piles[place].append(evidence)
        listed = attested(project.completeness, "participations", self.on)
        doubts: tuple[Why, ...] = () if listed else (Why.LIST_INCOMPLETE,)
        if flawed:
            doubts += (Why.FLAWED_RECORD,)
        facts: list[Fact] = []
        pile = iter(piles)
        for definition, cap, counted, possible, left_out in zip(
            self._counts, self._caps, pile, pile, pile, strict=True
        ):
            sure = {one.key for one in counted}
            low = len(sure)
            high: int | None = low
            if possible or doubts:
                high = low + len({one.key for one in possible} - sure)
                if doubts or (cap is not None and high > cap):
                    high = cap
                # An affiliate or a lapsed partner may be counted beyond the roll of the day only by faulty data.
                high = low if high is not None and high < low else high
            facts.append(
                Fact(
                    definition.name,
                    definition.label,
                    self._range(low, high),
                    tuple(counted),
                    tuple(possible),
                    tuple(left_out),
                    doubts if high != low else (),
                    could_join=() if cap is None else self._could_join(definition, counted, possible),
                )
            )
        return facts

    def _could_join(
        self, definition: CountFact, counted: list[Evidence], possible: list[Evidence]
    ) -> tuple[str, ...]:
        """The names of the certain members who are not in the count, nor perhaps."""
        if definition.distinct != "party":
            return ()
        here = frozenset([one.key for one in counted] + [one.key for one in possible])
        names = self._absent.get((definition.name, here))
        if names is None:
            members = [one for key in self.roll.certain - here if (one := self.member(key)) is not None]
            fitting = (self.name_of(one) for one in members if selected(definition.where, one) is None)
            names = self._absent[definition.name, here] = tuple(sorted(fitting, key=str.casefold))
        return names

    # Everything else

    def _reading(self, definition: FactDefinition) -> Callable[[Project, frozenset[str]], Fact]:
        match definition:
            case CountFact(of="memberships"):
                roll = self._memberships(definition)
                return lambda _project, _flawed: roll
            case CountFact(of="contributions"):
                return lambda project, flawed: self._contributions(definition, project, flawed)
            case CountFact():
                none = Fact(definition.name, definition.label, self._range(0, 0))
                return lambda project, flawed: self._records(definition, none, project, flawed)
            case SumFact():
                return lambda project, flawed: self._sum(definition, project, flawed)
            case JudgementFact():
                nothing = read_judgement(definition, (), self._themes, self.on, "")
                return lambda project, flawed: self._judgement(definition, nothing, project, flawed)
            case GivenFact():
                return lambda project, flawed: self._given(definition, project, flawed)
            case DerivedFact():
                raise TypeError(f"{definition.name!r} is derived over a period, and is not read on a day")
            case _:
                assert_never(definition)

    def _memberships(self, definition: CountFact) -> Fact:
        sides: tuple[list[Evidence], list[Evidence]] = ([], [])
        reasons = (Why.COUNTED, Why.DISPUTED_MEMBERSHIP)
        for side, partners, reason in zip(
            sides, (self.roll.certain, self.roll.possible), reasons, strict=True
        ):
            for key in sorted(partners):
                party = self.member(key)
                if party is not None and selected(definition.where, party) is None:
                    side.append(Evidence(f"membership/{key}", key, self.name_of(party), reason))
        counted, possible = map(tuple, sides)
        value = Range(len(counted), len(counted) + len(possible))
        return Fact(definition.name, definition.label, value, counted, possible)

    def _judgement(
        self, definition: JudgementFact, nothing: Fact, project: Project, flawed: frozenset[str]
    ) -> Fact:
        if "judgement" in flawed:
            return evolve(nothing, open=(Why.FLAWED_RECORD,))
        if not project.judgements:
            return nothing
        return read_judgement(definition, project.judgements, self._themes, self.on, project.id)

    def _given(self, definition: GivenFact, project: Project, flawed: frozenset[str]) -> Fact:
        if "given" in flawed:
            nothing = read_given(definition, (), self.on, project.id)
            return evolve(nothing, open=(Why.FLAWED_RECORD,))
        return read_given(definition, project.given, self.on, project.id)

    def _records(self, definition: CountFact, none: Fact, project: Project, flawed: frozenset[str]) -> Fact:
        """A count of records that exist only by being recorded, so that none is a count of zero."""
        found: list[Evidence] = []
        counted: tuple[Admission | Benefit, ...]
        if definition.of == "admissions":
            counted = tuple(one for one in project.admissions if one.on <= self.on and one.admitted)
        else:
            sides = definition.where.side
            counted = tuple(
                one
                for one in project.benefits
                if (one.on is None or one.on <= self.on) and (not sides or one.side in sides)
            )
        if not counted and not flawed:
            return none
        for index, one in enumerate(counted):
            record = one.id or f"{project.id}/{definition.of}/{index + 1}"
            match one:
                case Admission():
                    found.append(Evidence(record, record, str(one.by), Why.COUNTED))
                case Benefit():
                    found.append(Evidence(record, *self._who(one.holder), Why.COUNTED))
        keys = {one.key if definition.distinct == "party" else one.record for one in found}
        bad = _FLAWED[definition.of] in flawed
        high = None if bad else len(keys)
        unsure = (Why.FLAWED_RECORD,) if bad else ()
        return Fact(
            definition.name, definition.label, self._range(len(keys), high), tuple(found), open=unsure
        )

    def _contributions(self, definition: CountFact, project: Project, flawed: frozenset[str]) -> Fact:
        """A count of the contributions on record; whose contributor may or may not count is possible."""
        piles: dict[str, list[Evidence]] = {"in": [], "maybe": [], "out": []}
        for index, one in enumerate(project.contributions):
            record = one.id or f"{project.id}/contributions/{index + 1}"
            why = self._takes(definition.where, one)
            pile = "in" if why is None else "maybe" if why in _PERHAPS else "out"
            piles[pile].append(Evidence(record, *self._who(one.contributor), why or Why.COUNTED))
        counted, possible, left_out = map(tuple, piles.values())
        by_party = definition.distinct == "party"
        sure = {one.key if by_party else one.record for one in counted}
        perhaps = {one.key if by_party else one.record for one in possible} - sure
        doubts = (Why.FLAWED_RECORD,) if "contribution" in flawed else ()
        value = self._range(len(sure), None if doubts else len(sure) + len(perhaps))
        return Fact(definition.name, definition.label, value, counted, possible, left_out, doubts)

    def _takes(self, where: Selection, one: Contribution) -> Why | None:
        for allowed, value in (
            (where.purpose, one.purpose),
            (where.form, one.form),
            (where.stage, one.stage),
        ):
            if allowed and value.value not in allowed:
                return Why.SELECTION
        if one.on is not None and one.on > self.on:
            return Why.NOT_YET
        party = self.find(one.contributor)
        if party is None:
            return Why.UNKNOWN_PARTY
        membership = self.roll.holds(party.id)
        if where.member is not None and membership is UNKNOWN:
            return Why.DISPUTED_MEMBERSHIP
        if where.member is not None and (membership is MET) is not where.member:
            return Why.NOT_A_MEMBER if where.member else Why.A_MEMBER
        return selected(where, party)

    def _sum(self, definition: SumFact, project: Project, flawed: frozenset[str]) -> Fact:
        """Cents that are certain, and no upper end unless every contribution is valued and the list is complete."""
        total, bounded = 0, attested(project.completeness, "contributions", self.on)
        counted: list[Evidence] = []
        possible: list[Evidence] = []
        left_out: list[Evidence] = []
        for index, one in enumerate(project.contributions):
            record = one.id or f"{project.id}/contributions/{index + 1}"
            key, name = self._who(one.contributor)
            amount = None if one.amount is None else Range.exactly(one.amount.cents)
            unit = "" if one.amount is None else one.amount.currency
            why = self._takes(definition.where, one)
            entry = partial(Evidence, record, key, name, on=one.on, value=amount, unit=unit)
            if why in (Why.SELECTION, Why.NOT_YET, Why.NOT_A_MEMBER, Why.A_MEMBER, Why.AFFILIATED):
                left_out.append(entry(why=why))
            elif one.amount is None:
                possible.append(entry(why=Why.NOT_VALUED))
            elif unit != definition.currency:
                possible.append(entry(why=Why.OTHER_CURRENCY))
            elif why is not None and one.amount.cents >= 0:
                possible.append(entry(why=why))
            else:
                total += one.amount.cents
                counted.append(entry(why=Why.COUNTED))
        unsure: tuple[Why, ...] = () if bounded else (Why.LIST_INCOMPLETE,)
        if "contribution" in flawed:
            # A record that could not be read may have been a correction downward.
            value, unsure = Range(min(0, total)), (Why.FLAWED_RECORD,)
        elif bounded and not possible:
            value = Range(total, total)
        else:
            value = Range(total)
        return Fact(
            definition.name,
            definition.label,
            value,
            tuple(counted),
            tuple(possible),
            tuple(left_out),
            unsure,
            unit=definition.currency,
        )

    def read(self, project: Project, flaws: tuple[Flaw, ...] = ()) -> dict[str, Fact]:
        """Every fact of the project, by name, in the order in which the charter declares them."""
        flawed = frozenset([flaw.kind for flaw in flaws]) if flaws else _NO_FLAWS
        counts = iter(self._participation_facts(project, "participation" in flawed))
        return {
            name: next(counts) if reading is None else reading(project, flawed)
            for name, reading in self._readings
        }
