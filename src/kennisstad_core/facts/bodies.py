# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a body is made up and what its meetings were: seats, sections of the agenda, who was there, and wishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from ..records.bodies import Meeting, MeetingStatus, Wish, WishStatus
from ..records.parties import Certainty
from ..records.register import Register
from ..text import Text
from ..values import Period, Range
from .definitions import DAYS, DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .rhythm import DAY, Runs, covers, runs, without
from .scene import Scene

SEATS: Final = "seats"
MEETINGS: Final = "meetings"


def end_of(scene: Scene) -> date:
    """The last day of the period of which anything is known."""
    return min(scene.last, scene.on)


def held_meetings(scene: Scene, body: str) -> tuple[Meeting, ...]:
    """The meetings that a body held up to the day, also those from before the period; one of each day."""
    end = end_of(scene)
    days: dict[date, Meeting] = {}
    for one in scene.register.meetings:
        if one.body == body and one.status is MeetingStatus.HELD and one.on <= end:
            days.setdefault(one.on, one)
    return tuple(days[day] for day in sorted(days))


def attested(scene: Scene, of: str, body: str) -> Runs:
    """The days over which somebody attests that a list of a body is complete, by one attestation or several."""
    return runs(one.period for one in scene.register.completeness if one.of == of and one.body in ("", body))


def meetings_of(scene: Scene, body: str) -> tuple[tuple[Meeting, ...], bool]:
    """The meetings that were held in the period, and whether it is sure that there were no others."""
    meetings = tuple(one for one in held_meetings(scene, body) if scene.first <= one.on)
    whole = covers(attested(scene, MEETINGS, body), scene.first, end_of(scene))
    return meetings, whole and not scene.flawed("meeting")


def counting_meetings(
    definition: DerivedFact,
    scene: Scene,
    body: str,
    sort: dict[Why, list[Evidence]],
    perhaps: Iterable[Why],
) -> Fact:
    """A count of meetings by why: of a list that may lack some there is no telling how many more there are."""
    meetings, complete = meetings_of(scene, body)
    unsure = frozenset(perhaps)
    return counting(
        definition,
        [
            one
            for why, several in sort.items()
            if why not in unsure and why is not Why.HELD
            for one in several
        ],
        [one for why, several in sort.items() if why in unsure for one in several],
        sort.get(Why.HELD, ()),
        open_=() if complete else (Why.LIST_INCOMPLETE,),
        incomplete=() if complete else (MEETINGS,),
        due=bool(meetings),
    )


# Seats


def members_without_seat(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The members that had, on some day of their membership, no delegate of their own in the body (R-BOD-01).

    Each stands with the days without one, from the first to the last of them; an alternate takes no seat.
    """
    end = end_of(scene)
    seats: dict[str, list[Period]] = {}
    others: list[Evidence] = []
    roll = scene.members()
    for one in scene.register.seats:
        shared = one.period.meet(Period(scene.first, end))
        if one.body != body or shared is None:
            continue
        key, name = scene.who(one.partner)
        record = one.id or f"{body}/seat/{key}"
        if key not in roll.certain and key not in roll.possible:
            others.append(Evidence(record, key, name, Why.NOT_A_MEMBER, period=shared))
        elif one.alternate:
            others.append(Evidence(record, key, name, Why.ALTERNATE, period=shared))
        else:
            seats.setdefault(key, []).append(shared)
            others.append(Evidence(record, key, name, Why.COUNTED, period=shared))
    complete = covers(attested(scene, SEATS, body), scene.first, end) and not scene.flawed("seat")
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    for partner in sorted(roll.certain | roll.possible):
        taken = runs(seats.get(partner, ()))
        certainly = without(_member_days(scene, partner, end, certain=True), taken)
        if certainly:
            (sure if complete else perhaps).append(_seatless(body, scene, partner, certainly, Why.NO_SEAT))
        elif possibly := without(_member_days(scene, partner, end, certain=False), taken):
            perhaps.append(_seatless(body, scene, partner, possibly, Why.DISPUTED_MEMBERSHIP))
    return counting(definition, sure, perhaps, others, incomplete=() if complete else (SEATS,))


def _member_days(scene: Scene, partner: str, end: date, *, certain: bool) -> Runs:
    spans = (
        one.period.meet(Period(scene.first, end))
        for one in scene.memberships
        if one.partner == partner and (one.certainty is Certainty.CERTAIN or not certain)
    )
    return runs(one for one in spans if one is not None)


def _seatless(body: str, scene: Scene, partner: str, days: Runs, why: Why) -> Evidence:
    many = sum((last - first).days + 1 for first, last in days)
    return Evidence(
        f"{body}/seat/{partner}",
        partner,
        scene.name(partner),
        why,
        period=Period(days[0][0], days[-1][1]),
        value=Range.exactly(many),
        unit=DAYS,
    )


# The sections of the agenda


def purposes_never_covered(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The sections of the agenda that no meeting of the period dealt with (R-AGN-01, A29).

    Until the period is over a section may still come up, so what has not yet is not due. A meeting of which no section
    is recorded may have dealt with any.
    """
    meetings, complete = meetings_of(scene, body)
    covered: dict[str, Meeting] = {}
    silent = False
    for one in meetings:
        silent = silent or not one.purposes
        for purpose in one.purposes:
            covered.setdefault(purpose, one)
    known = complete and not silent
    over = scene.last <= scene.on
    missing: list[Evidence] = []
    others: list[Evidence] = []
    for purpose, title in scene.purposes.items():
        meeting = covered.get(purpose)
        if meeting is None:
            why = Why.NOT_COVERED if over else Why.NOT_OVER
            record, on = f"agenda/{purpose}", None
        else:
            why, record, on = Why.HELD, meeting.record, meeting.on
        pile = missing if meeting is None and over else others
        pile.append(Evidence(record, purpose, title.nl, why, on=on, title=title))
    return counting(
        definition,
        missing if known else (),
        () if known else missing,
        others,
        incomplete=() if complete else (MEETINGS,),
        due=bool(scene.purposes)
        and (over or len(covered.keys() & scene.purposes.keys()) == len(scene.purposes)),
    )


def meetings_with_uncovered_purpose(definition: DerivedFact, scene: Scene, body: str) -> Fact:
    """The meetings that did not deal with every section of the agenda, each with how many it left."""
    found: dict[Why, list[Evidence]] = {}
    for one in meetings_of(scene, body)[0]:
        left = len(scene.purposes.keys() - set(one.purposes))
        why = Why.HELD if not left else Why.NOT_COVERED if one.purposes else Why.NOT_RECORDED
        found.setdefault(why, []).append(
            evidence_of(scene, one, why, Range.exactly(left) if one.purposes else None)
        )
    return counting_meetings(definition, scene, body, found, (Why.NOT_RECORDED,))


def evidence_of(scene: Scene, one: Meeting, why: Why, value: Range | None = None) -> Evidence:
    """A meeting as evidence, under the title of its body."""
    title = scene.bodies.get(one.body, Text.same(one.body))
    return Evidence(one.record, one.record, title.nl, why, on=one.on, value=value, title=title)


# Wishes


def wishes_by_record(wishes: Iterable[Wish], on: date) -> Mapping[str, Wish]:
    """The wishes on record by the day, under ids of which no two are the same."""
    found: dict[str, Wish] = {}
    times: dict[str, int] = {}
    for one in wishes:
        if one.on <= on:
            times[one.record] = count = times.get(one.record, 0) + 1
            found[one.record if count == 1 else f"{one.record}#{count}"] = one
    return found


def is_waiting(wish: Wish, on: date) -> bool:
    """Whether a wish has no follow-up by the day: it led to no project, and nobody said why not."""
    later = wish.answered_on is not None and on < wish.answered_on
    return later or (wish.status is WishStatus.OPEN and not wish.led_to)


def wishes_without_follow_up(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The wishes and ideas without a follow-up by the day, however old; with ``days``, only those that are older."""
    end = end_of(scene)
    sure: list[Evidence] = []
    others: list[Evidence] = []
    for record, one in wishes_by_record(register.wishes, end).items():
        if not is_waiting(one, end):
            why = Why.ANSWERED
        elif definition.days is not None and end <= one.on + definition.days * DAY:
            why = Why.NOT_OVER
        else:
            why = Why.NO_FOLLOW_UP
        pile = sure if why is Why.NO_FOLLOW_UP else others
        pile.append(Evidence(record, record, one.text.nl, why, on=one.on, title=one.text))
    flawed = scene.flawed("wish")
    due_yet = bool(sure) or any(one.why is Why.ANSWERED for one in others)
    return counting(definition, sure, (), others, open_=(Why.FLAWED_RECORD,) if flawed else (), due=due_yet)


# The dictionary

OF_BODY: Final[tuple[Derivation[str], ...]] = (
    Derivation(
        "members_without_seat",
        Family.BODIES,
        "count",
        Text("het aantal partners zonder zetel", "the number of partners without a seat"),
        Text(
            "Partners die op een of meer dagen van hun partnerschap geen eigen afgevaardigde in het orgaan hadden. Een "
            "plaatsvervanger neemt geen zetel in.",
            "Partners that had no delegate of their own in the body on one or more days of their membership. An "
            "alternate takes no seat.",
        ),
        ("R-BOD-01",),
        members_without_seat,
        ("body",),
        ("body",),
    ),
    Derivation(
        "purposes_never_covered",
        Family.BODIES,
        "count",
        Text(
            "het aantal vaste onderwerpen dat nooit aan de orde was",
            "the number of standing sections that never came up",
        ),
        Text(
            "Onderdelen van de agenda van de overeenkomst die geen enkele bijeenkomst van de periode behandelde.",
            "Sections of the agenda in the charter that no meeting of the period dealt with.",
        ),
        ("R-AGN-01", "A29"),
        purposes_never_covered,
        ("body",),
        ("body",),
    ),
    Derivation(
        "meetings_with_uncovered_purpose",
        Family.BODIES,
        "count",
        Text(
            "het aantal bijeenkomsten zonder een van de vaste onderwerpen",
            "the number of meetings without one of the standing sections",
        ),
        Text(
            "Gehouden bijeenkomsten die niet elk onderdeel van de agenda behandelden. Dat hoeft ook niet per keer.",
            "Meetings that were held without every section of the agenda. Not each of them has to have all.",
        ),
        ("R-AGN-01", "A29"),
        meetings_with_uncovered_purpose,
        ("body",),
        ("body",),
    ),
)
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = (
    Derivation(
        "wishes_without_follow_up",
        Family.BODIES,
        "count",
        Text("het aantal wensen zonder vervolg", "the number of wishes without a follow-up"),
        Text(
            "Wensen en ideeën die tot geen project hebben geleid en waarop ook geen nee met een reden is gekomen. Met "
            "`days` tellen alleen wensen die ouder zijn dan dat aantal dagen.",
            "Wishes and ideas that led to no project and got no reasoned no either. With `days` only wishes older than "
            "that number of days count.",
        ),
        ("R-AGN-01",),
        wishes_without_follow_up,
        ("days",),
    ),
)
