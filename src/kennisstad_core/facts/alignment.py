# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was there up front: everyone’s interests, and agreements on collaboration and on finance, each by itself.

Up front is on or before the earliest of formal start, first active involvement and first payment (S88, S89, A33). What
is not on record is surely absent once somebody attests that its list is complete; until then it is only perhaps so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ..records.alignment import Agreement, Interest
from ..records.projects import Participation, Project
from ..text import Text
from ..truth import MET, NOT_MET, UNKNOWN, Truth
from .commitment import OF_PROJECT as COMMITMENT
from .definitions import DerivedFact, Fact, Why
from .derivation import Derivation, Family
from .interests import OF_PROJECT as INTERESTS
from .involvement import Beginning, Involved, Tally, beginning, involved, of_everyone, takes_part, unattested
from .scene import Scene


def _up_front(
    definition: DerivedFact,
    scene: Scene,
    project: Project,
    found: Mapping[str, tuple[date, str]],
    kind: str,
    of: str,
) -> Fact:
    """The parties for which nothing of a kind was on record up front; ``found`` has the first of each, if any."""
    start = beginning(scene, project, definition.where)
    piles = Tally([], [], [*start.evidence()])
    lists = unattested(scene, project, of)
    unsure = bool(lists) or scene.flawed(kind, project.id)
    for party in involved(scene, project, definition.where, ever=True):
        off, why = _off(start, party, found.get(party.key))
        if off is MET and (unsure or party.doubt is not None or start.begun is UNKNOWN):
            off, why = UNKNOWN, party.doubt or why
        day, record = found.get(party.key, (None, ""))
        piles.put(off, party.evidence(why, record, day))
    more = of_everyone(scene, project)
    incomplete = (*unattested(scene, project, "participations", "contributions"), *lists)
    return piles.fact(definition, open_=more, incomplete=incomplete, due=start.begun is not NOT_MET)


def _off(start: Beginning, party: Involved, first: tuple[date, str] | None) -> tuple[Truth, Why]:
    if first is None:
        return MET, Why.NOT_RECORDED
    in_time, why = start.in_time(first[0], party)
    return ~in_time, why


def interests_not_recorded_in_time(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The involved parties whose interests were not on record up front (R-ALN-01); confidential ones count (A35)."""
    firsts: dict[str, Interest] = {}
    for one in sorted(project.interests, key=lambda interest: (interest.on, interest.record)):
        if one.on <= scene.on:
            firsts.setdefault(scene.who(one.holder)[0], one)
    found = {party: (one.on, one.record) for party, one in firsts.items()}
    return _up_front(definition, scene, project, found, "interest", "interests")


def agreement_not_in_time(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The involved parties that no agreement of the kind bound up front (R-ALN-02)."""
    firsts: dict[str, Agreement] = {}
    for one in agreements(scene, project, definition.agreement or ""):
        for party in bound_by(scene, project, one):
            firsts.setdefault(party, one)
    found = {party: (one.on, one.record) for party, one in firsts.items()}
    return _up_front(definition, scene, project, found, "agreement", "agreements")


def agreements(scene: Scene, project: Project, kind: str) -> tuple[Agreement, ...]:
    """The agreements of a kind on record by the day, oldest first."""
    several = (one for one in project.agreements if one.kind.value == kind and one.on <= scene.on)
    return tuple(sorted(several, key=lambda one: (one.on, one.record)))


def bound_by(scene: Scene, project: Project, one: Agreement) -> frozenset[str]:
    """The parties of an agreement: those it names, or else everyone who took part on its day."""
    if one.parties:
        return frozenset(scene.who(party)[0] for party in one.parties)
    there = (part for part in project.participations if takes_part(part, project, one.on))
    return frozenset(scene.who(_written(part))[0] for part in there)


def _written(one: Participation) -> str:
    return one.party or one.named


OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "interests_not_recorded_in_time",
        Family.ALIGNMENT,
        "count",
        Text(
            "het aantal partijen waarvan de belangen niet vooraf zijn vastgelegd",
            "the number of parties whose interests were not on record up front",
        ),
        Text(
            "Betrokken partijen, ook van buiten, van wie geen belang is vastgelegd op of voor de vroegste van formeel "
            "begin, eerste actieve deelname en eerste betaling. Wie later aanhaakt, heeft tot zijn eigen eerste dag. "
            "Vertrouwelijke belangen tellen mee.",
            "Parties involved, also from outside, of which no interest was on record on or before the earliest of "
            "formal start, first active involvement and first payment. Who joins later has until its own first day. "
            "Confidential interests count.",
        ),
        ("R-ALN-01", "A33", "A34"),
        interests_not_recorded_in_time,
        takes=("where",),
        example=Text(
            "Begin op 1 maart, eerste betaling op 10 februari, belangen vastgelegd op 20 februari: te laat.",
            "Start on 1 March, first payment on 10 February, interests recorded on 20 February: too late.",
        ),
    ),
    Derivation(
        "agreement_not_in_time",
        Family.ALIGNMENT,
        "count",
        Text(
            "het aantal partijen zonder afspraak vooraf",
            "the number of parties without an agreement up front",
        ),
        Text(
            "Betrokken partijen die niet op of voor de vroegste van formeel begin, eerste actieve deelname en eerste "
            "betaling gebonden waren aan een vastgelegde afspraak van de gevraagde soort: over de samenwerking of "
            "over de financiën. De ene soort zegt niets over de andere. Wie later aanhaakt, heeft tot zijn eigen "
            "eerste dag.",
            "Parties involved that were not, on or before the earliest of formal start, first active involvement and "
            "first payment, bound by an agreement on record of the kind asked for: on the collaboration, or on the "
            "finances. One kind says nothing of the other. Who joins later has until its own first day.",
        ),
        ("R-ALN-02", "A33"),
        agreement_not_in_time,
        takes=("agreement", "where"),
        needs=("agreement",),
        example=Text(
            "Een afspraak over de financiën van 5 februari is op tijd bij een eerste betaling op 10 februari.",
            "A finance agreement of 5 February is in time for a first payment on 10 February.",
        ),
    ),
    *INTERESTS,
    *COMMITMENT,
)
