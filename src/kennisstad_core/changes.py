# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody can do, or find out, that may change a decision: a closed family of changes, and making them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias, assert_never

from attrs import evolve, frozen

from .charter import Charter, Charters
from .desk import desk
from .governance import Basis
from .records.judgements import Completeness, Departure, GivenValue, Judgement
from .records.parties import Certainty, ExternalParty, Membership, Person, Source
from .records.projects import Firmness, Participation, Project
from .records.register import Register
from .text import Text
from .values import ALWAYS, Known

SOMEBODY: Final = Person("?")
"""Stands for whoever will judge, decide or attest; no real record has this name."""
SETTLINGS: Final = 64
"""How many settled memberships are kept in mind at once."""
OUTSIDE: Final = "(outside)"


@frozen
class Join:
    """So many of these partners, who take no part yet, take on a role that counts."""

    count: int
    parties: tuple[str, ...]
    names: tuple[str, ...]
    role: str


@frozen
class JoinFromOutside:
    """So many organisations that are not a partner take on a role that counts, each with attributes not there yet."""

    count: int
    role: str
    new: tuple[str, ...] = ()
    of_kind: str = ""


@frozen
class Confirm:
    """So many of these uncertain places in the project turn out to be, or become, real, in a role that counts."""

    count: int
    records: tuple[str, ...]
    names: tuple[str, ...]
    role: str = ""


@frozen
class RuleOut:
    """So many of these uncertain places in the project turn out not to be."""

    count: int
    records: tuple[str, ...]
    names: tuple[str, ...]


@frozen
class SettleMembership:
    """It is settled that a party whose membership is uncertain or disputed is a member, or is not."""

    partner: str
    name: str
    member: bool


@frozen
class Judge:
    """An open question is judged, with one of these verdicts."""

    fact: str
    label: Text
    verdicts: tuple[str, ...]
    titles: tuple[Text, ...]


@frozen
class Give:
    """A fact that only the register can supply is supplied, within what is said here."""

    fact: str
    label: Text
    value: Known


@frozen
class Depart:
    """A departure from a clause is decided and recorded, with its reason."""

    clause: str
    title: Text


@frozen
class Attest:
    """Somebody attests that the list of parties is complete."""

    of: str = "participations"


Change: TypeAlias = (
    Join | JoinFromOutside | Confirm | RuleOut | SettleMembership | Judge | Give | Depart | Attest
)


class _Settlings(dict[tuple[str, bool, date], Charters]):
    """The same charters after a membership was settled, each with a working memory that many trials share."""


def _after_settling(charters: Charters, partner: str, member: bool, on: date) -> Charters:
    held = charters.memory.get("settlings")
    if not isinstance(held, _Settlings):
        held = charters.memory["settlings"] = _Settlings()
    key = (partner, member, on)
    if key not in held:
        if len(held) >= SETTLINGS:
            held.clear()
        held[key] = Charters(tuple(_settled(one, partner, member, on) for one in charters))
    return held[key]


def _settled(charter: Charter, partner: str, member: bool, on: date) -> Charter:
    if on not in charter.period:
        return charter
    others = tuple(one for one in charter.memberships if not (one.partner == partner and on in one.period))
    added = (Membership(partner, ALWAYS, Certainty.CERTAIN),) if member else ()
    return evolve(charter, memberships=(*others, *added))


def _confirmed(one: Participation, resolved: str, role: str) -> Participation:
    """The same place, certain and of today; a name nobody knows is taken to be of the partner given."""
    return evolve(
        one,
        party=resolved or one.party,
        named="" if resolved else one.named,
        role=one.role or role,
        certainty=Certainty.CERTAIN,
        stage=Firmness.ACTIVE,
        period=ALWAYS,
        confirmed_on=None,
    )


def outsiders(register: Register, count: int, attributes: Iterable[str], kind: str) -> Register:
    """The register with organisations nobody has named yet, each with attribute values of its own."""
    names = tuple(attributes)
    added = tuple(
        ExternalParty(
            f"{OUTSIDE}-{index}",
            f"{OUTSIDE} {index}",
            kind=kind,
            attributes=tuple((name, f"{OUTSIDE} {index}") for name in names if name != "kind"),
        )
        for index in range(1, count + 1)
    )
    return evolve(register, external_parties=(*register.external_parties, *added))


def apply(basis: Basis, changes: Iterable[Change], on: date) -> Basis:
    """What there would be to decide on after these changes, as of the day.

    Of several alike parties the first are taken. Names that nobody could resolve are confirmed as partners who take no
    part yet.
    """
    charters, register, project = basis.charters, basis.register, numbered(basis.project)
    places, judgements, given = project.participations, project.judgements, project.given
    departures, completeness = project.departures, project.completeness
    # First who joins: a name that is resolved afterwards is then taken to be of somebody else.
    for change in sorted(changes, key=lambda one: not isinstance(one, Join)):
        match change:
            case Join(count, parties, _, role):
                places += tuple(Participation(party, role) for party in parties[:count])
            case JoinFromOutside(count, role, new, kind):
                if f"{OUTSIDE}-{count}" not in register.directory:
                    register = outsiders(register, count, new, kind)
                places += tuple(Participation(f"{OUTSIDE}-{index}", role) for index in range(1, count + 1))
            case Confirm(count, records, _, role):
                places = _confirm(charters, places, records[:count], role, on)
            case RuleOut(count, records):
                gone = frozenset(records[len(records) - count :])
                places = tuple(one for one in places if one.id not in gone)
            case SettleMembership(partner, _, member):
                charters = _after_settling(charters, partner, member, on)
            case Judge(fact, _, verdicts):
                others = tuple(one for one in judgements if one.fact != fact)
                judgements = (*others, Judgement(fact, verdicts[0], SOMEBODY, on))
            case Give(fact, _, value):
                values = tuple(one for one in given if one.fact != fact)
                given = (*values, GivenValue(fact, value, Source("?")))
            case Depart(clause):
                departures = (*departures, Departure(clause, "?", SOMEBODY, on, "?"))
            case Attest(of):
                completeness = (*completeness, Completeness(SOMEBODY, on, of))
            case _:
                assert_never(change)
    # Once, however many changes there are: a project that is made puts all its lists in order.
    project = evolve(
        project,
        participations=places,
        judgements=judgements,
        given=given,
        departures=departures,
        completeness=completeness,
    )
    return Basis(charters, register, project)


def numbered(project: Project) -> Project:
    """The project with every place under the id that findings give it, so that it keeps it while others change."""
    if all(one.id for one in project.participations):
        return project
    places = zip(project.participations, project.records, strict=True)
    return evolve(project, participations=tuple(evolve(one, id=record) for one, record in places))


def _confirm(
    charters: Charters, places: tuple[Participation, ...], records: Iterable[str], role: str, on: date
) -> tuple[Participation, ...]:
    wanted = frozenset(records)
    # Whoever takes part under a registered name is here as well.
    here = {
        party.id
        for charter in charters.on(on)
        for one in places
        if (party := desk(charters).directory(charter).find(one.party or one.named, on)) is not None
    }
    spare = [
        membership.partner
        for charter in charters.on(on)
        for membership in reversed(charter.memberships)
        if on in membership.period
        and membership.certainty is Certainty.CERTAIN
        and membership.partner not in here
    ]
    changed: list[Participation] = []
    for one in places:
        if one.id in wanted:
            resolved = "" if one.party else (spare.pop(0) if spare else "")
            changed.append(_confirmed(one, resolved, role))
        else:
            changed.append(one)
    return tuple(changed)
