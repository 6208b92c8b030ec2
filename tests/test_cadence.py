# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies and their rhythm: the worked cases T15 to T18, laws, and an independent count by the words of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from kennisstad_core.conduct import scene_of
from kennisstad_core.desk import desk
from kennisstad_core.facts import DerivedFact, Fact, Why, derive
from kennisstad_core.facts.definitions import Unit
from kennisstad_core.facts.rhythm import covers, gaps, runs, units, without
from kennisstad_core.findings import Cause
from kennisstad_core.records.register import Flaw
from oracle_cadence import drifts as drifts_by_hand
from oracle_cadence import missed as missed_by_hand
from oracle_cadence import units_without as units_by_hand

DAY: Final = timedelta(days=1)
YEAR: Final = kc.Period.year(2025)
SECRETARY: Final = kc.Person("Iris Voorbeeld", "secretaris")
WORKING_GROUP: Final = "working-group"


@pytest.fixture(scope="module")
def leiden() -> kc.Charters:
    return kc.load_charters("leiden")


def held(body: str, *days: date, **more: Any) -> list[kc.Meeting]:
    return [kc.Meeting(body, day, **more) for day in days]


def complete(period: kc.Period = YEAR, of: str = "meetings", body: str = "") -> kc.Completeness:
    return kc.Completeness(SECRETARY, date(2026, 1, 12), of, period, body)


def every(days: int, first: date, last: date) -> list[date]:
    return [first + number * days * DAY for number in range((last - first).days // days + 1)]


FOUR_WEEKLY: Final = every(28, date(2025, 1, 9), date(2025, 12, 11))


def assessed(
    charters: kc.Charters, register: kc.Register, body: str = WORKING_GROUP, on: date | None = None
) -> kc.Assessment:
    return kc.audit(charters, register, period=YEAR, on=on).assessment("body", body)


# The worked cases


def test_t15_every_28_days_is_every_four_weeks(leiden: kc.Charters) -> None:
    assert len(FOUR_WEEKLY) == 13
    meetings = held(WORKING_GROUP, *FOUR_WEEKLY, date(2026, 1, 8))

    found = assessed(leiden, kc.Register(meetings=meetings, completeness=[complete()]))

    assert found["every-four-weeks"].status is kc.Status.SATISFIED
    assert found["more-than-four-weeks"].status is kc.Status.NOT_APPLICABLE
    assert found.fact("working_group_missed_cycles").value == kc.Range.exactly(0)
    assert len(found.fact("working_group_missed_cycles").left_out) == 13


def test_t15_the_same_without_an_attestation_cannot_be_determined(leiden: kc.Charters) -> None:
    found = assessed(leiden, kc.Register(meetings=held(WORKING_GROUP, *FOUR_WEEKLY)))

    assert found["every-four-weeks"].status is kc.Status.UNDETERMINED
    assert found.fact("working_group_missed_cycles").incomplete == ("meetings",)


def test_t15_meetings_close_together_prove_the_rhythm_also_on_an_incomplete_list(leiden: kc.Charters) -> None:
    meetings = held(WORKING_GROUP, date(2024, 12, 12), *FOUR_WEEKLY)

    found = assessed(leiden, kc.Register(meetings=meetings))

    assert found["every-four-weeks"].status is kc.Status.SATISFIED


FIRST_THURSDAYS: Final = [
    date(2025, month, next(day for day in range(1, 8) if date(2025, month, day).weekday() == 3))
    for month in range(1, 13)
]


def test_t16_monthly_is_not_four_weekly(leiden: kc.Charters) -> None:
    meetings = held(WORKING_GROUP, date(2024, 12, 5), *FIRST_THURSDAYS)
    attested = complete(kc.Period(date(2024, 12, 1), date(2025, 12, 31)))

    found = assessed(leiden, kc.Register(meetings=meetings, completeness=[attested]))

    drifts = found.fact("working_group_drifts")
    assert [one.value for one in drifts.counted] == [kc.Range.exactly(35)] * 4
    assert found["more-than-four-weeks"].status is kc.Status.INFO
    assert found["every-four-weeks"].status is kc.Status.SATISFIED
    assert found.fact("working_group_missed_cycles").value == kc.Range.exactly(0)
    assert [one.reading for one in found.sensitivities] == ["never-later"]


def test_t17_a_quarter_may_be_empty_although_no_gap_is_long(leiden: kc.Charters) -> None:
    days = (date(2025, 3, 31), date(2025, 7, 1), date(2025, 10, 1), date(2025, 12, 31))
    register = kc.Register(meetings=held("steering-group", *days), completeness=[complete()])

    found = assessed(leiden, register, "steering-group")

    empty = found.fact("steering_group_empty_quarters")
    assert [(one.key, str(one.period)) for one in empty.counted] == [("2025-Q2", "2025-04-01..2025-06-30")]
    assert found["every-quarter"].status is kc.Status.NOT_MET
    assert found.fact("steering_group_longest_gap").value == kc.Range.exactly(92)
    assert found["steering-group-gap"].status is kc.Status.INFO


def test_t18_a_symposium_just_after_the_year_is_none_in_it(leiden: kc.Charters) -> None:
    meetings = [
        *held("symposium", date(2024, 11, 20), attendance={"universiteit-leiden": 170}),
        *held("symposium", date(2026, 1, 15), attendance={"universiteit-leiden": 120}),
    ]
    register = kc.Register(meetings=meetings, completeness=[complete()])

    found = assessed(leiden, register, "symposium")

    assert found["yearly-symposium"].status is kc.Status.NOT_MET
    assert [one.key for one in found.fact("symposium_empty_years").counted] == ["2025"]
    assert found["symposium-attendance"].status is kc.Status.NOT_APPLICABLE


def test_t18_attendance_is_no_finding(leiden: kc.Charters) -> None:
    meetings = held("symposium", date(2025, 11, 20), attendance={"universiteit-leiden": 70, "naturalis": 50})
    found = assessed(leiden, kc.Register(meetings=meetings, completeness=[complete()]), "symposium")

    people = found.fact("symposium_attendance")
    assert people.value == kc.Range(120)  # who was not counted may have been there
    assert {one.key: one.value for one in people.counted} == {
        "universiteit-leiden": kc.Range.exactly(70),
        "naturalis": kc.Range.exactly(50),
    }
    assert found["yearly-symposium"].status is kc.Status.SATISFIED
    assert found["symposium-attendance"].status is kc.Status.INFO


# Recess, edges and what is not due


def late(*recesses: kc.Recess) -> kc.Register:
    """Held four-weekly, but not from 26 June to 18 September: 84 days, so two cycles missed."""
    out = {date(2025, 7, 24), date(2025, 8, 21)}
    meetings = held(WORKING_GROUP, *(day for day in FOUR_WEEKLY if day not in out))
    return kc.Register(meetings=meetings, recesses=recesses, completeness=[complete()])


def recess(first: date, last: date, registered_on: date) -> kc.Recess:
    return kc.Recess(kc.Period(first, last), registered_on, SECRETARY, WORKING_GROUP)


def test_a_missed_cycle_is_named_by_the_day_it_was_due(leiden: kc.Charters) -> None:
    found = assessed(leiden, late())

    assert found["every-four-weeks"].status is kc.Status.NOT_MET
    counted = found.fact("working_group_missed_cycles").counted
    assert [(one.on, one.why) for one in counted] == [
        (date(2025, 7, 24), Why.GAP),
        (date(2025, 8, 21), Why.GAP),
    ]
    assert {str(one.period) for one in counted} == {"2025-06-26..2025-09-18"}


def test_a_recess_on_the_day_it_was_due_explains(leiden: kc.Charters) -> None:
    in_time = recess(date(2025, 7, 14), date(2025, 8, 31), date(2025, 6, 2))
    found = assessed(leiden, late(in_time))

    assert found["every-four-weeks"].status is kc.Status.EXPLAINED
    assert Cause.RETROACTIVE not in found["every-four-weeks"].causes


def test_a_recess_registered_afterwards_explains_and_is_marked(leiden: kc.Charters) -> None:
    afterwards = recess(date(2025, 7, 14), date(2025, 8, 31), date(2025, 10, 1))
    found = assessed(leiden, late(afterwards))["every-four-weeks"]

    assert found.status is kc.Status.EXPLAINED
    assert Cause.RETROACTIVE in found.causes
    assert assessed(leiden, late(afterwards), on=date(2025, 9, 30))["every-four-weeks"].status is (
        kc.Status.NOT_MET
    )


def test_a_recess_that_covers_one_of_two_does_not_explain(leiden: kc.Charters) -> None:
    short = recess(date(2025, 7, 14), date(2025, 8, 3), date(2025, 6, 2))
    found = assessed(leiden, late(short))

    assert found["every-four-weeks"].status is kc.Status.NOT_MET
    assert [one.why for one in found.fact("working_group_missed_cycles").counted] == [Why.RECESS, Why.GAP]


def test_a_recess_that_cannot_be_read_leaves_open_whether_it_explains(leiden: kc.Charters) -> None:
    register = evolve(late(), flaws=[Flaw("summer", "recess", "missing-field")])

    assert assessed(leiden, register)["every-four-weeks"].status is kc.Status.UNDETERMINED


def test_what_is_explained_stays_open_while_more_may_have_been_missed(leiden: kc.Charters) -> None:
    """The summer is attested and explained; of the autumn, with a gap of its own, nobody attests anything."""
    in_time = recess(date(2025, 7, 14), date(2025, 8, 31), date(2025, 6, 2))
    summer = complete(kc.Period(date(2025, 1, 1), date(2025, 9, 30)))
    register = late(in_time)
    kept = [one for one in register.meetings if one.on < date(2025, 10, 1) or one.on > date(2025, 12, 1)]
    known = evolve(register, meetings=kept, completeness=[summer])

    assert assessed(leiden, known)["every-four-weeks"].status is kc.Status.UNDETERMINED
    assert assessed(leiden, evolve(known, completeness=[complete()]))["every-four-weeks"].status is (
        kc.Status.NOT_MET
    )


def test_an_open_gap_says_since_when_it_is_overdue(leiden: kc.Charters) -> None:
    days = [day for day in FOUR_WEEKLY if day < date(2025, 6, 1)]
    register = kc.Register(meetings=held(WORKING_GROUP, *days), completeness=[complete()])

    found = assessed(leiden, register, on=date(2025, 7, 20))
    overdue = [one for one in found.fact("working_group_missed_cycles").left_out if one.why is Why.OVERDUE]
    assert [one.on for one in overdue] == [date(2025, 6, 26)]
    assert found["every-four-weeks"].status is kc.Status.SATISFIED

    later = assessed(leiden, register, on=date(2025, 7, 24))
    (missed,) = later.fact("working_group_missed_cycles").counted
    assert (missed.on, missed.why) == (date(2025, 6, 26), Why.OVERDUE)
    assert later["every-four-weeks"].status is kc.Status.NOT_MET


def test_cancelled_and_planned_meetings_do_not_count(leiden: kc.Charters) -> None:
    away = (date(2025, 7, 24), date(2025, 8, 21))
    register = late()
    for status in (kc.MeetingStatus.CANCELLED, kc.MeetingStatus.PLANNED):
        more = held(WORKING_GROUP, *away, status=status)
        found = assessed(leiden, evolve(register, meetings=(*register.meetings, *more)))
        assert found["every-four-weeks"].status is kc.Status.NOT_MET


def test_a_period_counts_no_cycle_that_another_counts(leiden: kc.Charters) -> None:
    """From 20 November to 15 February two cycles were missed: in which year depends on when the next was due."""
    meetings = held(WORKING_GROUP, date(2024, 11, 20), date(2025, 2, 15))
    register = kc.Register(meetings=meetings, completeness=[complete(kc.Period())])
    fact = definition("missed_cycles", every=28)

    years = [counted(leiden, register, fact, kc.Period.year(year)) for year in (2024, 2025)]
    assert [one.on for one in years[0].counted if one.on is not None and one.on > date(2024, 11, 20)] == []
    assert [one.on for one in years[1].counted][:2] == [date(2024, 12, 18), date(2025, 1, 15)]


def test_a_meeting_before_the_period_tells_only_when_the_time_since_is_attested(leiden: kc.Charters) -> None:
    """The first gap is at least as long as the days before the first meeting, and no more is concluded (A26)."""
    meetings = held(WORKING_GROUP, date(2024, 11, 20), *FOUR_WEEKLY)
    this_year = kc.Register(meetings=meetings, completeness=[complete()])
    since_then = evolve(this_year, completeness=[complete(kc.Period(date(2024, 11, 1), date(2025, 12, 31)))])

    assert assessed(leiden, this_year).fact("working_group_drifts").value == kc.Range.exactly(0)
    (drift,) = assessed(leiden, since_then).fact("working_group_drifts").counted
    assert (drift.value, drift.why) == (kc.Range.exactly(50), Why.GAP)


def test_a_quarter_that_is_not_over_is_not_due(leiden: kc.Charters) -> None:
    register = kc.Register(completeness=[complete()])

    early = assessed(leiden, register, "steering-group", date(2025, 3, 30))
    assert early["every-quarter"].status is kc.Status.NOT_YET_DUE
    assert assessed(leiden, register, "steering-group", date(2025, 3, 31))["every-quarter"].status is (
        kc.Status.NOT_MET
    )


def test_a_recess_explains_a_unit_only_when_it_covers_all_of_it(leiden: kc.Charters) -> None:
    days = (date(2025, 3, 31), date(2025, 7, 1), date(2025, 10, 1))
    meetings = held("steering-group", *days)

    def status(last: date) -> kc.Status:
        pause = kc.Recess(kc.Period(date(2025, 4, 1), last), date(2025, 3, 1), SECRETARY)
        register = kc.Register(meetings=meetings, recesses=[pause], completeness=[complete()])
        return assessed(leiden, register, "steering-group")["every-quarter"].status

    assert status(date(2025, 6, 30)) is kc.Status.EXPLAINED
    assert status(date(2025, 6, 29)) is kc.Status.NOT_MET


def test_two_attestations_may_cover_a_year_together(leiden: kc.Charters) -> None:
    halves = [
        complete(kc.Period(date(2025, 1, 1), date(2025, 6, 30))),
        complete(kc.Period(date(2025, 7, 1), date(2025, 12, 31)), body=WORKING_GROUP),
    ]
    register = evolve(late(), completeness=halves)

    assert assessed(leiden, register)["every-four-weeks"].status is kc.Status.NOT_MET
    of_another = [halves[0], evolve(halves[1], body="steering-group")]
    assert assessed(leiden, evolve(register, completeness=of_another))["every-four-weeks"].status is (
        kc.Status.UNDETERMINED
    )


# Seats


MEMBERS: Final = ("gemeente-leiden", "universiteit-leiden", "hogeschool-leiden", "naturalis", "mborijnland")


def seats(*partners: str, **more: Any) -> list[kc.Seat]:
    return [kc.Seat(WORKING_GROUP, partner, **more) for partner in partners]


def test_a_member_without_a_seat_is_named_and_a_disputed_one_perhaps(leiden: kc.Charters) -> None:
    register = kc.Register(seats=seats(*MEMBERS[:4]), completeness=[complete(of="seats")])

    fact = assessed(leiden, register).fact("working_group_without_seat")

    assert [one.key for one in fact.counted] == ["mborijnland"]
    assert [(one.key, one.why) for one in fact.possible] == [("lumc", Why.DISPUTED_MEMBERSHIP)]


def test_an_alternate_and_a_seat_for_part_of_the_year_are_not_enough(leiden: kc.Charters) -> None:
    several = [
        *seats(*MEMBERS[:3], "lumc"),
        *seats("naturalis", alternate=True),
        *seats("mborijnland", period=kc.Period(date(2025, 1, 1), date(2025, 3, 31))),
    ]
    found = assessed(leiden, kc.Register(seats=several, completeness=[complete(of="seats")]))

    fact = found.fact("working_group_without_seat")
    assert {one.key: (str(one.period), one.value) for one in fact.counted} == {
        "naturalis": ("2025-01-01..2025-12-31", kc.Range.exactly(365)),
        "mborijnland": ("2025-04-01..2025-12-31", kc.Range.exactly(275)),
    }
    assert found["seat-for-every-partner"].status is kc.Status.NOT_MET


def test_a_seat_may_pass_from_one_delegate_to_the_next(leiden: kc.Charters) -> None:
    several = [
        *seats(*MEMBERS[:4], "lumc"),
        *seats("mborijnland", period=kc.Period(None, date(2025, 3, 31))),
        *seats("mborijnland", period=kc.Period(date(2025, 4, 1), None)),
    ]
    found = assessed(leiden, kc.Register(seats=several, completeness=[complete(of="seats")]))
    assert found["seat-for-every-partner"].status is kc.Status.SATISFIED
    unattested = assessed(leiden, kc.Register(seats=several[:-2]))
    assert unattested["seat-for-every-partner"].status is kc.Status.UNDETERMINED


# The sections of the agenda


PURPOSES: Final = ("new-challenges", "going-well", "join-in")


def test_a_purpose_never_covered_differs_and_one_left_out_once_informs(leiden: kc.Charters) -> None:
    meetings = [
        *held(WORKING_GROUP, *FOUR_WEEKLY[:6], purposes=PURPOSES[:2]),
        *held(WORKING_GROUP, *FOUR_WEEKLY[6:], purposes=PURPOSES[:1]),
    ]
    register = kc.Register(meetings=meetings, completeness=[complete()])

    found = assessed(leiden, register)
    assert [one.key for one in found.fact("working_group_never_covered").counted] == ["join-in"]
    assert found["three-purposes"].status is kc.Status.NOT_MET
    assert found["purpose-left-out"].status is kc.Status.INFO
    assert found.fact("working_group_partly_covered").value == kc.Range.exactly(13)
    assert assessed(leiden, register, on=date(2025, 12, 30))["three-purposes"].status is kc.Status.NOT_YET_DUE


def test_a_meeting_of_which_no_purpose_is_recorded_may_have_covered_any(leiden: kc.Charters) -> None:
    meetings = [
        *held(WORKING_GROUP, *FOUR_WEEKLY[:12], purposes=PURPOSES[:2]),
        *held(WORKING_GROUP, FOUR_WEEKLY[12]),
    ]
    register = kc.Register(meetings=meetings, completeness=[complete()])

    found = assessed(leiden, register)
    assert found["three-purposes"].status is kc.Status.UNDETERMINED
    assert found.fact("working_group_partly_covered").value == kc.Range(12, 13)

    covered = evolve(
        register, meetings=(*meetings[:11], *held(WORKING_GROUP, FOUR_WEEKLY[11], purposes=PURPOSES))
    )
    assert assessed(leiden, covered)["three-purposes"].status is kc.Status.SATISFIED


# Who was there


def test_fewer_than_two_members_did_not_meet_as_a_group(leiden: kc.Charters) -> None:
    def met(**more: Any) -> Fact:
        register = kc.Register(
            meetings=held(WORKING_GROUP, FOUR_WEEKLY[0], **more), completeness=[complete()]
        )
        return assessed(leiden, register).fact("working_group_small")

    assert met(attendance={"naturalis": 3}, all_counted=True).value == kc.Range.exactly(1)
    assert met(attendance={"naturalis": 1, "ul-law": 1}, all_counted=True).value == kc.Range.exactly(0)
    assert met(attendance={"naturalis": 1, "ul-law": 1}).value == kc.Range.exactly(0)
    assert met(attendance={"ul-law": 1, "ul-fsw": 4}, all_counted=True).value == kc.Range.exactly(1)
    assert met(attendance={"naturalis": 1, "lumc": 1}, all_counted=True).value == kc.Range(0, 1)
    assert met(attendance={"naturalis": 1, "somebody else": 1}, all_counted=True).value == kc.Range(0, 1)
    assert met(attendance={"naturalis": 1}).value == kc.Range(0, 1)
    assert met().value == kc.Range(0, 1)
    assert met(attendance={"naturalis": 2, "lumc": 0}, all_counted=True).value == kc.Range.exactly(1)


def test_who_was_not_at_the_symposium(leiden: kc.Charters) -> None:
    came = {"gemeente-leiden": 40, "universiteit-leiden": 60, "hogeschool-leiden": 12, "naturalis": 8}
    meetings = held("symposium", date(2025, 11, 20), attendance=came, all_counted=True)
    register = kc.Register(meetings=meetings, completeness=[complete()])

    fact = assessed(leiden, register, "symposium").fact("symposium_absent")
    assert [one.key for one in fact.counted] == ["mborijnland"]
    assert [one.key for one in fact.possible] == ["lumc"]
    assert assessed(leiden, register, "symposium").fact("symposium_attendance").value == kc.Range.exactly(120)

    uncounted = evolve(register, meetings=[evolve(meetings[0], all_counted=False)])
    unknown = assessed(leiden, uncounted, "symposium").fact("symposium_absent")
    assert unknown.value == kc.Range(0, 2)


def definition(derive: str, body: str = WORKING_GROUP, **more: Any) -> DerivedFact:
    subject = "body" if body else "partnership"
    return DerivedFact("it", kc.Text("het", "it"), derive, subject=subject, body=body, **more)


def counted(
    charters: kc.Charters,
    register: kc.Register,
    fact: DerivedFact,
    period: kc.Period = YEAR,
    on: date | None = None,
) -> Fact:
    """One fact by itself, with a memory of its own, since these registers come and go."""
    (charter,) = charters.on(period.last or date.max)
    at = desk(kc.Charters(charters.versions))
    scene = scene_of(at, charter, register, period, on or period.last or date.max)
    return derive(fact, scene, fact.body or register)


def test_a_quorum_is_a_share_of_the_members_of_the_day(leiden: kc.Charters) -> None:
    """Five members and perhaps a sixth: three of six is half, two of five is less whoever else is a member."""
    half = definition("meetings_below_quorum", tolerance=kc.Share(1, 2))

    def below(*there: str, all_counted: bool = True) -> kc.Range:
        meetings = held(
            WORKING_GROUP, date(2025, 3, 3), attendance=dict.fromkeys(there, 1), all_counted=all_counted
        )
        value = counted(leiden, kc.Register(meetings=meetings, completeness=[complete()]), half).value
        assert isinstance(value, kc.Range)
        return value

    assert below(*MEMBERS[:3]) == kc.Range.exactly(0)
    assert below(*MEMBERS[:2]) == kc.Range.exactly(1)
    assert below(*MEMBERS[:2], "lumc") == kc.Range(0, 1)  # three of six, or two of five
    assert below(*MEMBERS[:2], all_counted=False) == kc.Range(0, 1)
    assert below(*MEMBERS[:2], "a name nobody knows") == kc.Range(0, 1)

    three_fifths = evolve(half, tolerance=kc.Share(3, 5))
    meetings = held(
        WORKING_GROUP, date(2025, 3, 3), attendance=dict.fromkeys(MEMBERS[:3], 1), all_counted=True
    )
    register = kc.Register(meetings=meetings, completeness=[complete()])
    assert counted(leiden, register, three_fifths).value == kc.Range(0, 1)  # of five, or of six


def test_a_quorum_without_its_share_is_refused(leiden: kc.Charters) -> None:
    with pytest.raises(ValueError, match="quorum"):
        counted(leiden, kc.Register(), definition("meetings_below_quorum"))


@pytest.mark.parametrize(("name", "words"), [("missed_cycles", "rhythm"), ("units_without_meeting", "unit")])
def test_a_rhythm_without_its_number_is_refused(name: str, words: str, leiden: kc.Charters) -> None:
    with pytest.raises(ValueError, match=words):
        counted(leiden, kc.Register(), definition(name))


# Wishes


def test_a_wish_without_a_follow_up_waits_however_old_it_is(leiden: kc.Charters) -> None:
    asked = kc.Text("meer stages", "more traineeships")
    wishes = [
        kc.Wish("steering-group", date(2023, 5, 1), asked, id="old"),
        kc.Wish(
            "steering-group",
            date(2025, 5, 1),
            asked,
            kc.WishStatus.TAKEN_UP,
            "x",
            date(2025, 6, 1),
            id="taken",
        ),
        kc.Wish("naturalis", date(2025, 5, 2), asked, kc.WishStatus.DECLINED, reason="te duur", id="no"),
        kc.Wish("naturalis", date(2025, 12, 30), asked, id="new"),
        kc.Wish("naturalis", date(2026, 1, 1), asked, id="later"),
    ]
    register = kc.Register(wishes=wishes)

    fact = counted(leiden, register, definition("wishes_without_follow_up", ""))
    assert [one.record for one in fact.counted] == ["old", "new"]
    patient = counted(leiden, register, definition("wishes_without_follow_up", "", days=28))
    assert [one.record for one in patient.counted] == ["old"]
    in_may = counted(leiden, register, definition("wishes_without_follow_up", ""), on=date(2025, 5, 31))
    assert [one.record for one in in_may.counted] == ["old", "taken"]


def test_two_wishes_without_an_id_are_two(leiden: kc.Charters) -> None:
    wishes = [kc.Wish("naturalis", date(2025, 5, 1), kc.Text(words, words)) for words in ("a", "b")]

    fact = counted(leiden, kc.Register(wishes=wishes), definition("wishes_without_follow_up", ""))
    assert fact.value == kc.Range.exactly(2)


# By the words of the rules, and laws

PLAIN: Final = kc.Charters([kc.Charter("plain", kc.Text.same("P"), kc.Text.same("P"))])
FIRST: Final = date(2025, 3, 1)
LAST: Final = date(2025, 8, 31)
SPAN: Final = kc.Period(FIRST, LAST)
near = st.dates(date(2024, 12, 1), date(2025, 10, 15))
inside = st.dates(FIRST, LAST)
several = st.lists(near, max_size=12)
periods = st.lists(
    st.tuples(near, st.integers(0, 250)).map(lambda one: kc.Period(one[0], one[0] + one[1] * DAY)), max_size=3
)
rhythms = st.integers(1, 45)
UNITS: Final[tuple[Unit, ...]] = ("month", "quarter", "half-year", "year")


def registered(days: Iterable[date], attested: Iterable[kc.Period]) -> kc.Register:
    return kc.Register(meetings=held(WORKING_GROUP, *days), completeness=list(map(complete, attested)))


@settings(max_examples=200, deadline=None)
@given(several, periods | st.just([kc.Period()]), inside, rhythms)
def test_missed_cycles_are_those_by_the_words_of_the_rule(
    days: list[date], attested: list[kc.Period], on: date, most: int
) -> None:
    fact = counted(PLAIN, registered(days, attested), definition("missed_cycles", every=most), SPAN, on)

    known = [day for day in days if day <= on]
    sure, high = missed_by_hand(known, lambda day: any(day in one for one in attested), FIRST, on, most)
    assert [one.on for one in fact.counted] == sure
    assert fact.value == kc.Range(len(sure), high)


@settings(max_examples=200, deadline=None)
@given(several, periods | st.just([kc.Period()]), inside, rhythms)
def test_drifts_are_those_by_the_words_of_the_rule(
    days: list[date], attested: list[kc.Period], on: date, most: int
) -> None:
    fact = counted(PLAIN, registered(days, attested), definition("drifts", every=most), SPAN, on)

    known = [day for day in days if day <= on]
    found = drifts_by_hand(known, lambda day: any(day in one for one in attested), FIRST, on, most)
    assert [one.value for one in fact.counted] == [kc.Range.exactly(days) for days in found]


@settings(max_examples=150, deadline=None)
@given(several, periods | st.just([kc.Period()]), inside, st.sampled_from(UNITS), st.booleans())
def test_empty_units_are_those_by_the_words_of_the_rule(
    days: list[date], attested: list[kc.Period], on: date, per: Unit, whole: bool
) -> None:
    period = YEAR if whole else SPAN
    assert period.first is not None
    assert period.last is not None
    fact = counted(
        PLAIN, registered(days, attested), definition("units_without_meeting", per=per), period, on
    )

    sure, perhaps, due = units_by_hand(
        days, lambda day: any(day in one for one in attested), period.first, period.last, on, per
    )
    assert [one.key for one in fact.counted] == sure
    assert [one.key for one in fact.possible] == perhaps
    assert fact.due is due


@settings(max_examples=200, deadline=None)
@given(several, st.sampled_from(([], [kc.Period()])), inside, inside, rhythms)
def test_a_held_meeting_more_never_means_more_missed_cycles(
    days: list[date], attested: list[kc.Period], one_more: date, on: date, most: int
) -> None:
    fact = definition("missed_cycles", every=most)
    before = counted(PLAIN, registered(days, attested), fact, SPAN, on).value
    after = counted(PLAIN, registered([*days, one_more], attested), fact, SPAN, on).value

    assert isinstance(before, kc.Range)
    assert isinstance(after, kc.Range)
    assert after.low <= before.low
    assert before.high is None or (after.high is not None and after.high <= before.high)


@settings(max_examples=200, deadline=None)
@given(several, inside, st.lists(inside, max_size=4), rhythms)
@example([date(2024, 12, 1), FIRST], FIRST, [], 1)
def test_what_is_not_on_record_lies_within_what_was_said_to_be_possible(
    days: list[date], on: date, unrecorded: list[date], most: int
) -> None:
    """An incomplete list leaves open what completing it over the period may bring."""
    for derived in ("missed_cycles", "drifts", "longest_gap"):
        fact = definition(derived, every=None if derived == "longest_gap" else most)
        open_ = counted(PLAIN, registered(days, []), fact, SPAN, on).value
        closed = counted(PLAIN, registered([*days, *unrecorded], [kc.Period(FIRST)]), fact, SPAN, on).value
        assert isinstance(open_, kc.Range)
        assert isinstance(closed, kc.Range)
        assert open_.covers(closed)


@settings(max_examples=100, deadline=None)
@given(several, periods, inside, rhythms, st.integers(-400, 400))
def test_time_may_shift(days: list[date], attested: list[kc.Period], on: date, most: int, shift: int) -> None:
    def moved(day: date | None) -> date:
        assert day is not None
        return day + shift * DAY

    shifted = registered(map(moved, days), (kc.Period(moved(one.first), moved(one.last)) for one in attested))
    for derived in ("missed_cycles", "drifts"):
        fact = definition(derived, every=most)
        here = counted(PLAIN, registered(days, attested), fact, SPAN, on)
        there = counted(PLAIN, shifted, fact, kc.Period(moved(FIRST), moved(LAST)), moved(on))
        assert here.value == there.value
        assert [moved(one.on) for one in here.counted] == [one.on for one in there.counted]


# The row of days by itself


@settings(max_examples=100, deadline=None)
@given(st.lists(inside, unique=True, max_size=10).map(sorted))
def test_the_gaps_of_a_period_fill_it(days: list[date]) -> None:
    found = list(gaps(days, FIRST, LAST))

    assert sum(one.days for one in found) == (LAST - FIRST).days + 1
    assert [one.until for one in found if not one.open] == days
    assert [one for one in found if one.bound] == found[:1]
    assert all(one.days > 0 for one in found)


@pytest.mark.parametrize("per", ["day", "week", *UNITS])
def test_calendar_units_fill_the_calendar(per: Unit) -> None:
    found = list(units(per, date(2024, 12, 30), date(2028, 1, 2)))

    names = [name for name, _ in found]
    assert len(set(names)) == len(names)
    for (_, one), (_, other) in pairwise(found):
        assert one.last is not None
        assert one.last + DAY == other.first


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    assert [name for name, _ in units("week", date(2024, 12, 29), date(2025, 1, 6))] == [
        "2024-W52",
        "2025-W01",
        "2025-W02",
    ]


@settings(max_examples=100, deadline=None)
@given(periods, periods)
def test_days_left_over_are_those_in_the_one_and_not_in_the_other(
    some: list[kc.Period], others: list[kc.Period]
) -> None:
    window = [date(2024, 11, 1) + number * DAY for number in range(700)]
    left = without(runs(some), runs(others))

    by_hand = {
        day for day in window if any(day in one for one in some) and not any(day in one for one in others)
    }
    assert {day for day in window if any(first <= day <= last for first, last in left)} == by_hand
    assert all(covers(runs(some), first, last) for first, last in left)


def test_runs_join_what_touches_and_reach_as_far_as_the_calendar() -> None:
    touching = runs([kc.Period(date(2025, 2, 1), None), kc.Period(None, date(2025, 1, 31))])

    assert touching == ((date.min, date.max),)
    assert covers(touching, date.min, date.max)
    assert covers((), date(2025, 1, 2), date(2025, 1, 1))
