# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who came: members at a meeting, a quorum where a charter asks one, and people at an event, never by name."""

from __future__ import annotations

from typing import Final

from ..records.bodies import Meeting
from ..text import Text
from ..values import Range, Share
from .bodies import MEETINGS, counting_meetings, evidence_of, meetings_of
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .membership import Roll
from .scene import Scene


def _present(scene: Scene, one: Meeting) -> tuple[Roll, Roll]:
    """The members of the day, and those of them who were there; of an unknown name nobody can say whose it is."""
    roll = Roll.of(scene.memberships, one.on)
    there = {scene.who(party)[0] for party, people in one.attendance if people > 0}
    strangers = frozenset(name for name in there if scene.reader.find(name) is None)
    return roll, Roll(roll.certain & there, (roll.possible & there) | strangers)


def meetings_below_two_members(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The meetings at which fewer than two members were present: the body did not meet as a group (A28)."""
    found: dict[Why, list[Evidence]] = {}
    for one in meetings_of(scene, body)[0]:
        _, there = _present(scene, one)
        least, most = len(there.certain), len(there.certain) + len(there.possible)
        if least >= 2:
            why = Why.HELD
        elif not one.all_counted:
            why = Why.NOT_RECORDED
        else:
            why = Why.TOO_FEW if most < 2 else Why.UNCERTAIN
        value = Range(least, most if one.all_counted else None)
        found.setdefault(why, []).append(evidence_of(scene, one, why, value))
    return counting_meetings(definition, scene, body, found, (Why.NOT_RECORDED, Why.UNCERTAIN))


def meetings_below_quorum(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The meetings at which less than the share of the members of the day was present that the charter asks."""
    share = definition.tolerance
    if share is None:
        raise ValueError(
            f"{definition.name!r} has no tolerance: the share of the members that makes a quorum"
        )
    found: dict[Why, list[Evidence]] = {}
    for one in meetings_of(scene, body)[0]:
        roll, there = _present(scene, one)
        least, possible = len(there.certain), len(there.possible & roll.possible)
        strangers = len(there.possible) - possible
        away = len(roll.possible) - possible
        if _is_share(share, least, len(roll.certain) + away):
            why = Why.HELD
        elif not one.all_counted:
            why = Why.NOT_RECORDED
        else:
            at_best = _is_share(share, least + possible + strangers, len(roll.certain) + possible)
            why = Why.UNCERTAIN if at_best else Why.TOO_FEW
        value = Range(least, least + possible + strangers if one.all_counted else None)
        found.setdefault(why, []).append(evidence_of(scene, one, why, value))
    return counting_meetings(definition, scene, body, found, (Why.NOT_RECORDED, Why.UNCERTAIN))


def _is_share(share: Share, part: int, whole: int) -> bool:
    return part * share.whole >= share.part * whole


def attendance(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """How many people came, in all and per organisation; a number to look at and never a norm (S61)."""
    meetings, complete = meetings_of(scene, body)
    people: dict[str, tuple[Meeting, int]] = {}
    total, bounded = 0, complete
    for one in meetings:
        bounded = bounded and one.all_counted
        for party, many in one.attendance:
            key = scene.who(party)[0]
            total += many
            people[key] = one, people[key][1] + many if key in people else many
    counted = [
        Evidence(one.record, key, scene.name(key), Why.ATTENDED, on=one.on, value=Range.exactly(many))
        for key, (one, many) in sorted(people.items())
    ]
    return Fact(
        definition.name,
        definition.label,
        Range(total, total if bounded else None),
        tuple(counted),
        open=() if bounded else (Why.LIST_INCOMPLETE,),
        due=bool(meetings),
        incomplete=() if complete else (MEETINGS,),
    )


def members_absent_from_event(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The members nobody of which came, while an edition was held on a day that they were a member (S60, S61)."""
    meetings, complete = meetings_of(scene, body)
    known = complete and all(one.all_counted for one in meetings)
    came: dict[str, Meeting] = {}
    missed: dict[str, tuple[Meeting, bool]] = {}
    doubt = False
    for one in meetings:
        roll, there = _present(scene, one)
        doubt = doubt or bool(there.possible - roll.possible)
        for partner in sorted(roll.certain | roll.possible):
            if partner in there.certain or partner in there.possible:
                came.setdefault(partner, one)
            else:
                before = missed.get(partner)
                missed[partner] = one, partner in roll.certain or (before is not None and before[1])
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    for partner, (one, certain) in missed.items():
        if partner in came:
            continue
        why = Why.NOT_THERE if certain else Why.DISPUTED_MEMBERSHIP
        # At an edition that is not on record, or by people not counted, the partner may have been there after all.
        pile = sure if certain and known and not doubt else perhaps
        pile.append(Evidence(one.record, partner, scene.name(partner), why, on=one.on))
    there_too = [
        Evidence(one.record, partner, scene.name(partner), Why.ATTENDED, on=one.on)
        for partner, one in sorted(came.items())
    ]
    return counting(
        definition,
        sure,
        perhaps,
        there_too,
        open_=() if complete else (Why.LIST_INCOMPLETE,),
        incomplete=() if complete else (MEETINGS,),
        due=bool(meetings),
    )


# The dictionary

OF_BODY: Final[tuple[Derivation[str], ...]] = (
    Derivation(
        "meetings_below_two_members",
        Family.BODIES,
        "count",
        Text(
            "het aantal bijeenkomsten met minder dan twee partners",
            "the number of meetings with fewer than two partners",
        ),
        Text(
            "Bijeenkomsten waar minder dan twee partners waren: het orgaan kwam dan niet als groep bijeen. Is niet "
            "vastgelegd wie er was, dan is dat onbekend.",
            "Meetings at which fewer than two partners were present: the body then did not meet as a group. Where it "
            "is not on record who was there, that is unknown.",
        ),
        ("A28",),
        meetings_below_two_members,
        ("body",),
        ("body",),
    ),
    Derivation(
        "meetings_below_quorum",
        Family.BODIES,
        "count",
        Text("het aantal bijeenkomsten zonder quorum", "the number of meetings without a quorum"),
        Text(
            "Bijeenkomsten waar een kleiner deel van de partners van die dag was dan de overeenkomst vraagt; "
            "`tolerance` is dat deel.",
            "Meetings at which a smaller share of the partners of that day was present than the charter asks; "
            "`tolerance` is that share.",
        ),
        ("A28",),
        meetings_below_quorum,
        ("body", "tolerance"),
        ("body", "tolerance"),
    ),
    Derivation(
        "attendance",
        Family.BODIES,
        "count",
        Text("het aantal aanwezigen", "the number of people present"),
        Text(
            "Hoeveel mensen er waren, per organisatie en samen, zonder namen. Een getal om te weten, geen norm.",
            "How many people came, per organisation and together, without names. A number to know, no norm.",
        ),
        ("R-CAD-03",),
        attendance,
        ("body",),
        ("body",),
    ),
    Derivation(
        "members_absent_from_event",
        Family.BODIES,
        "count",
        Text("het aantal partners van wie niemand er was", "the number of partners of whom nobody came"),
        Text(
            "Partners van wie bij geen enkele gehouden editie iemand was, terwijl ze op die dag partner waren.",
            "Partners of whom nobody was at any edition that was held, while they were partners on that day.",
        ),
        ("R-CAD-03",),
        members_absent_from_event,
        ("body",),
        ("body",),
    ),
)
