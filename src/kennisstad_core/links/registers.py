# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Affiliations from a register and its charters: who counts on which day, as the charter of that day has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Final, TypeVar

from attrs import evolve

from ..charter import Charter, Charters
from ..conditions import facts_of
from ..errors import wanted
from ..facts import CountFact, JudgementFact, Reader, Roll, Why
from ..facts.judgements import read_judgement
from ..governance import turning_days
from ..records.parties import Certainty, Directory, Membership
from ..records.projects import Participation, Project
from ..records.register import Register
from ..text import Text
from ..truth import NOT_MET, Truth
from ..values import Choice, Period
from .affiliations import (
    Affiliation,
    Affiliations,
    Group,
    Named,
    Node,
    Payment,
    ThemeLink,
    ThemeTerm,
    party,
    project,
    theme,
)

Dated = TypeVar("Dated", Affiliation, ThemeLink, ThemeTerm, Membership)

_DAY: Final = timedelta(days=1)
_NOTHING: Final = Project("-", Text.same("-"))
NOT_COUNTED: Final = (Why.BODY, Why.INTENTION, Why.ROLE)
"""Why a place is no affiliation, however certain it is; any other doubt leaves it possible."""


def roles_that_count(charters: Iterable[Charter]) -> frozenset[str] | None:
    """The roles that some clause counts as involvement, none when a clause counts every role."""
    roles: set[str] = set()
    for charter in charters:
        used = {name for condition in charter.conditions() for name in facts_of(condition)}
        for fact in charter.facts:
            if isinstance(fact, CountFact) and fact.of == "participations" and fact.name in used:
                if not fact.where.role:
                    return None
                roles |= fact.where.role
    return frozenset(roles) or None


def _spells(days: Iterable[date]) -> list[Period]:
    """All of time, cut at the turning days."""
    turns = sorted({day for day in days if day > date.min})
    firsts = [None, *turns]
    lasts = [*(day - _DAY for day in turns), None]
    return [Period(first, last) for first, last in zip(firsts, lasts, strict=True)]


def _inside(spell: Period) -> date:
    """A day of a spell on which everything is as on the others."""
    return spell.first or spell.last or date.max


class Readings:
    """A reading of the register for each day that matters, by the charter of that day or the nearest before it."""

    def __init__(self, charters: Charters | None, register: Register) -> None:
        self.versions = tuple(charters or ())
        self.register = register
        self._directories = {one.id: Directory(one.partners) for one in self.versions}
        self._readers: dict[date, Reader] = {}

    def version(self, day: date) -> Charter | None:
        """The version in force, or else the last before the day, or else the first; none when there is no charter."""
        started = [one for one in self.versions if one.period.first is None or one.period.first <= day]
        live = [one for one in started if day in one.period]
        # A gap between two agreements does not undo who worked with whom.
        return next(reversed(live or started), next(iter(self.versions), None))

    def reader(self, day: date) -> Reader:
        """Who goes by which name and who is a member, on the day."""
        reader = self._readers.get(day)
        if reader is None:
            charter = self.version(day)
            known = (self.register.directory,)
            if charter is None:
                reader = Reader((), (), known, Roll(frozenset(), frozenset()), day)
            else:
                roll = Roll.of(charter.memberships, day)
                reader = Reader(
                    (), (), (self._directories[charter.id], *known), roll, day, charter.body_titles
                )
            self._readers[day] = reader
        return reader


def _merged(spells: Iterable[Mapping[str, Dated]]) -> Iterator[Dated]:
    """What stays the same from one spell to the next becomes one record over both."""
    runs: dict[str, Dated] = {}
    for spell in spells:
        for key in sorted(runs.keys() | spell.keys()):
            before, now = runs.pop(key, None), spell.get(key)
            if before is not None and now is not None and evolve(now, period=before.period) == before:
                runs[key] = evolve(now, period=Period(before.period.first, now.period.last))
                continue
            if before is not None:
                yield before
            if now is not None:
                runs[key] = now
    yield from runs.values()


def place(
    desk: Readings,
    one: Participation,
    record: str,
    whole: Project,
    held: Period,
    roles: Collection[str] | None,
) -> Affiliation | None:
    """A participation as it stands in a spell, with why it does not simply count; none when the party is absent."""
    day = _inside(held)
    reader = desk.reader(day)
    written = one.party or one.named
    found = reader.find(written)
    member = NOT_MET if found is None else reader.roll.holds(found.id)
    why = reader.absence(one, whole)
    if reader.is_body(written):
        member, why = NOT_MET, Why.BODY
    elif why in (Why.NOT_YET, Why.NO_LONGER):
        return None
    elif why is not None:
        pass
    elif roles is not None and one.role and one.role not in roles:
        why = Why.ROLE
    elif found is None:
        why = Why.UNKNOWN_PARTY if one.party else Why.UNRESOLVED_NAME
    elif one.certainty is not Certainty.CERTAIN:
        why = Why.UNCERTAIN
    elif roles is not None and not one.role:
        why = Why.UNKNOWN_ROLE
    who = written if found is None else found.id
    return Affiliation(who, whole.id, held, one.role, member, (record,), desk.register.name, why)


def _places(
    desk: Readings, whole: Project, spells: list[Period], roles: Collection[str] | None
) -> Iterator[Affiliation]:
    for one, record in zip(whole.participations, whole.records, strict=True):
        stood = (place(desk, one, record, whole, held, roles) for held in spells)
        yield from _merged({} if row is None else {record: row} for row in stood)


def fits_of(desk: Readings, whole: Project, held: Period) -> Iterator[ThemeLink]:
    """The themes that a project is judged to fit on the days of a spell: any verdict but the last, the worst."""
    charter = desk.version(_inside(held))
    judged = {one.theme for one in whole.judgements}
    facts = () if charter is None else charter.facts
    themes = () if charter is None else charter.themes
    for fact, one in product(facts, themes):
        if not isinstance(fact, JudgementFact) or not fact.per_theme or one.id not in judged:
            continue
        told = [verdict for verdict in whole.judgements if verdict.theme == one.id]
        read = read_judgement(fact, told, frozenset((one.id,)), _inside(held), whole.id)
        records = tuple(evidence.record for evidence in (*read.counted, *read.possible))
        if not records or not isinstance(read.value, Choice):
            continue
        match read.value.within(frozenset(fact.choices[:-1])):
            case Truth.MET:
                yield ThemeLink(whole.id, one.id, held, records)
            case Truth.UNKNOWN:
                yield ThemeLink(whole.id, one.id, held, records, Why.CONTESTED)
            case Truth.NOT_MET:
                pass


def _members(desk: Readings, spell: Period) -> Iterator[Membership]:
    roll = desk.reader(_inside(spell)).roll
    for partner in roll.certain:
        yield Membership(partner, spell)
    for partner in roll.possible:
        yield Membership(partner, spell, Certainty.DISPUTED)


def _terms(desk: Readings, spell: Period) -> Iterator[ThemeTerm]:
    charter = desk.version(_inside(spell))
    for one in () if charter is None else charter.themes:
        yield ThemeTerm(one.id, spell)


def affiliations(
    charters: Charters | Charter | None, register: Register, *, roles: Collection[str] | None = None
) -> Affiliations:
    """Who takes part in the projects of a register, day by day, by the charter and the membership of each day.

    A role counts when some clause of a charter counts it as involvement, or when ``roles`` names it. Nobody is linked
    before a project starts. Bodies of the partnership itself are never parties.
    """
    versions = charters if isinstance(charters, Charters | None) else Charters((charters,))
    held: object = register
    if not isinstance(held, Register):
        raise wanted("a register", "load_register", held)
    desk = Readings(versions, register)
    counting = roles_that_count(desk.versions) if roles is None else frozenset(roles)
    common = frozenset(turning_days(versions or Charters(()), register, _NOTHING))
    rows: list[Affiliation] = []
    unknown: list[Affiliation] = []
    left_out: list[Affiliation] = []
    fits: list[ThemeLink] = []
    payments: list[Payment] = []
    for whole in register.projects:
        spells = [held for one in _spells(common | whole.turning_days()) if (held := one.meet(whole.period))]
        for row in _places(desk, whole, spells, counting):
            pile = rows if row.doubt is None else left_out if row.doubt in NOT_COUNTED else unknown
            pile.append(row)
        fits.extend(_merged({one.theme.id: one for one in fits_of(desk, whole, held)} for held in spells))
        payments.extend(_payments(desk, whole))
    eras = _spells(common)
    return Affiliations(
        rows,
        unknown,
        left_out,
        _merged({one.partner: one for one in _members(desk, era)} for era in eras),
        (_group(desk, whole) for whole in register.projects),
        _merged({one.theme.id: one for one in _terms(desk, era)} for era in eras),
        fits,
        payments,
        _names(desk.versions, register),
        register.name,
    )


def _group(desk: Readings, whole: Project) -> Group:
    register = desk.register
    complete = tuple(one.period for one in whole.completeness if one.of == "participations")
    flawed = any(flaw.kind == "participation" for flaw in register.flaws_of(whole.id))
    worst = {
        fact.name: fact.choices[-1]
        for charter in desk.versions
        for fact in charter.facts
        if isinstance(fact, JudgementFact) and fact.per_theme
    }
    judged = any(
        one.fact in worst and (one.theme or one.verdict == worst[one.fact]) for one in whole.judgements
    )
    return Group(whole.id, whole.title, whole.period, register.name, complete, flawed, judged)


def _payments(desk: Readings, whole: Project) -> Iterator[Payment]:
    for index, one in enumerate(whole.contributions):
        found = desk.reader(one.on or whole.period.first or date.max).find(one.contributor)
        record = one.id or f"{whole.id}/contributions/{index + 1}"
        who = one.contributor if found is None else found.id
        yield Payment(who, whole.id, one.form, one.stage, one.amount, one.on, record)


def _names(versions: Iterable[Charter], register: Register) -> dict[Node, Named]:
    names: dict[Node, Named] = {}
    for external in register.external_parties:
        names[party(external.id)] = Named(Text.same(external.name), external.kind)
    for charter in versions:
        # A later version of the agreement has the latest names.
        for partner in charter.partners:
            names[party(partner.id)] = Named(Text.same(partner.name), partner.kind)
        for one in charter.themes:
            names[theme(one.id)] = Named(one.title)
    for whole in register.projects:
        names[project(whole.id)] = Named(whole.title)
    return dict(sorted(names.items()))
