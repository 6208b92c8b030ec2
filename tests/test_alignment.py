# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alignment up front, interests and commitment: the worked cases, the laws, and an oracle that counts day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_alignment import (
    GL,
    HL,
    JUDGE,
    LISTS,
    NAT,
    ON,
    POL,
    UL,
    YEAR,
    assessment,
    attested,
    charters,
    counted,
    possible,
    project,
    statuses,
    taking_part,
)
from kennisstad_core.facts import Why
from kennisstad_core.facts.commitment import elapsed, standings
from kennisstad_core.records import (
    Agreement,
    AgreementKind,
    Benefit,
    Certainty,
    Commitment,
    Contribution,
    Firmness,
    Form,
    Fulfilment,
    HolderStatement,
    Interest,
    InterestAnswer,
    InterestResponse,
    Participation,
    Purpose,
    Stage,
    Visibility,
)
from kennisstad_core.records.register import Flaw
from oracle_commitment import Undertaken, not_up_front, out_of_step

START = date(2025, 3, 1)
WORDS = kc.Text("Rust op straat", "Quiet streets")
DECLINED = InterestAnswer.DECLINED


def paid(on: date | None, contributor: str = GL) -> Contribution:
    return Contribution(contributor, Purpose.PROJECT, Form.CASH, Stage.PAID, kc.Money(100_00), on)


def own(holder: str, on: date = date(2025, 1, 2), **more: Any) -> Interest:
    return Interest(holder, on, WORDS, own=True, id=f"i-{holder}", **more)


def agreed(kind: AgreementKind, on: date, parties: Sequence[str] = ()) -> Agreement:
    return Agreement(kind, on, parties)


# The worked cases


def test_T22_interests_names_only_the_party_of_which_nothing_is_on_record() -> None:
    case = project(
        (UL, GL, POL),
        interests=[own(UL), Interest(POL, date(2025, 1, 3), WORDS, confirmed_on=date(2025, 1, 9))],
        benefits=[Benefit("residents", "city", kc.Text.same("veiliger"))],
    )
    found = assessment(case)
    assert statuses(found)["parties_without_confirmed_interest"] == "not-met"
    assert counted(found, "parties_without_confirmed_interest") == {GL}
    assert possible(found, "parties_without_confirmed_interest") == set()


def test_T23_up_front_is_before_the_first_payment_and_agreements_stand_apart() -> None:
    case = project(
        period=kc.Period(START, date(2025, 12, 31)),
        contributions=[paid(date(2025, 2, 10))],
        interests=[own(one, date(2025, 2, 20)) for one in (UL, GL, HL)],
        agreements=[
            agreed(AgreementKind.COLLABORATION, date(2025, 2, 20)),
            agreed(AgreementKind.FINANCE, date(2025, 2, 5)),
        ],
    )
    stands = statuses(assessment(case))
    assert stands["interests_not_recorded_in_time"] == "not-met"
    assert stands["no_collaboration"] == "not-met"
    assert stands["no_finance"] == "satisfied"


def test_T13_without_a_finance_agreement_that_part_alone_is_not_met() -> None:
    case = project(agreements=[agreed(AgreementKind.COLLABORATION, date(2024, 12, 1))])
    stands = statuses(assessment(case))
    assert stands["no_collaboration"] == "satisfied"
    assert stands["no_finance"] == "not-met"


# Up front


def test_on_the_very_day_is_up_front() -> None:
    case = project(interests=[own(one, date(2025, 1, 1)) for one in (UL, GL, HL)])
    assert statuses(assessment(case))["interests_not_recorded_in_time"] == "satisfied"


@pytest.mark.parametrize("missing", ["interests", "contributions", "participations"])
def test_what_nobody_attests_leaves_it_open(missing: str) -> None:
    lists = [one for one in LISTS if one != missing]
    interests = [own(UL), own(GL)] if missing == "interests" else [own(UL, date(2024, 12, 1))]
    parties = (UL, GL, HL) if missing == "interests" else (UL,)
    found = assessment(project(parties, interests=interests, completeness=attested(lists)))
    assert statuses(found)["interests_not_recorded_in_time"] == "undetermined"
    assert missing in found.fact("interests_not_recorded_in_time").incomplete


def test_a_project_that_has_not_begun_owes_nothing_yet() -> None:
    case = project(period=kc.Period(date(2025, 9, 1), date(2025, 12, 31)))
    stands = statuses(assessment(case))
    for clause in ("interests_not_recorded_in_time", "no_finance", "pace_not_agreed", "holders_passed_over"):
        assert stands[clause] == "not-yet-due", clause


def test_activity_or_payment_begins_a_project_before_its_formal_start() -> None:
    later = kc.Period(date(2025, 9, 1), date(2025, 12, 31))
    early = [Participation(UL, "executing", period=kc.Period(date(2025, 5, 1)))]
    assert statuses(assessment(project(period=later, participations=early)))["no_finance"] == "not-met"
    case = project(period=later, contributions=[paid(date(2025, 5, 1))])
    assert statuses(assessment(case))["no_finance"] == "not-met"


def test_money_spent_on_a_project_begins_it_and_a_correction_does_not() -> None:
    later = project(period=kc.Period(date(2025, 9, 1), date(2025, 12, 31)))
    spent = kc.Expenditure("e1", kc.Money(5), date(2025, 5, 1), Purpose.PROJECT, "p")
    assert statuses(assessment(later, expenditures=[spent]))["no_finance"] == "not-met"
    back = evolve(spent, id="e2", amount=kc.Money(-5), corrects="e1", on=date(2025, 4, 1))
    found = assessment(later, expenditures=[back])
    assert statuses(found)["no_finance"] == "not-yet-due"


def test_who_joins_later_has_until_its_own_first_day() -> None:
    joined = Participation(NAT, "executing", period=kc.Period(date(2025, 5, 1)))
    parties = [*taking_part((UL,)), joined]
    for day, status in ((date(2025, 5, 1), "satisfied"), (date(2025, 5, 2), "not-met")):
        case = project(participations=parties, interests=[own(UL, date(2024, 12, 1)), own(NAT, day)])
        found = assessment(case)
        assert statuses(found)["interests_not_recorded_in_time"] == status


def test_an_undated_payment_may_have_been_earlier() -> None:
    case = project((UL,), interests=[own(UL, date(2024, 12, 1))], contributions=[paid(None)])
    found = assessment(case)
    assert statuses(found)["interests_not_recorded_in_time"] == "undetermined"
    assert [one.why for one in found.fact("interests_not_recorded_in_time").possible] == [Why.UNDATED]


def test_an_uncertain_party_counts_only_perhaps() -> None:
    doubtful = Participation(HL, "executing", certainty=Certainty.UNCERTAIN)
    case = project(participations=[*taking_part((UL,)), doubtful], interests=[own(UL)])
    found = assessment(case)
    assert statuses(found)["parties_without_confirmed_interest"] == "undetermined"
    assert possible(found, "parties_without_confirmed_interest") == {HL}


def test_roles_that_do_not_count_bodies_and_intentions_owe_nothing() -> None:
    others = [
        Participation(NAT, "support"),
        Participation(HL, "executing", stage=Firmness.INTENTION),
    ]
    case = project(participations=[*taking_part((UL,)), *others], interests=[own(UL)])
    assert statuses(assessment(case))["parties_without_confirmed_interest"] == "satisfied"


def test_an_agreement_that_names_its_parties_binds_no_others() -> None:
    case = project(agreements=[agreed(AgreementKind.FINANCE, date(2024, 12, 1), (UL, GL))])
    found = assessment(case)
    assert counted(found, "no_finance") == {HL}


def test_a_record_that_could_not_be_read_may_be_the_one() -> None:
    case = project((UL,))
    flaws = [Flaw("x", "interest", "not-a-date", "p"), Flaw("y", "agreement", "not-a-date", "p")]
    stands = statuses(assessment(case, flaws=flaws))
    assert stands["interests_not_recorded_in_time"] == "undetermined"
    assert stands["parties_without_confirmed_interest"] == "undetermined"
    assert stands["no_finance"] == "undetermined"
    elsewhere = [evolve(one, project="q") for one in flaws]
    assert statuses(assessment(case, flaws=elsewhere))["no_finance"] == "not-met"


days = st.dates(date(2024, 11, 1), date(2025, 5, 31))


@given(
    st.dictionaries(st.sampled_from([UL, GL, HL, NAT]), st.none() | days, min_size=1),
    days,
    st.lists(days, max_size=2),
    st.lists(days, max_size=2),
)
@settings(max_examples=100, deadline=None)
def test_up_front_is_as_the_oracle_has_it(
    recorded: dict[str, date | None], start: date, active: list[date], payments: list[date]
) -> None:
    more = [Participation(next(iter(recorded)), "lead", period=kc.Period(day)) for day in active]
    case = project(
        period=kc.Period(start, date(2025, 12, 31)),
        participations=[*taking_part(recorded), *more],
        contributions=[paid(day) for day in payments],
        interests=[own(party, day) for party, day in recorded.items() if day],
    )
    found = assessment(case)
    expected = not_up_front(recorded, start, active, payments)
    assert counted(found, "interests_not_recorded_in_time") == expected
    assert statuses(found)["interests_not_recorded_in_time"] == ("not-met" if expected else "satisfied")


# Interests


def test_what_only_others_noted_leaves_it_open_until_the_holder_speaks() -> None:
    noted = Interest(GL, date(2025, 1, 2), WORDS)
    rest = [own(UL), own(HL)]
    found = assessment(project(interests=[*rest, noted]))
    assert statuses(found)["parties_without_confirmed_interest"] == "undetermined"
    assert [one.why for one in found.fact("parties_without_confirmed_interest").possible] == [Why.UNCONFIRMED]
    confirmed = evolve(noted, confirmed_on=date(2025, 2, 1))
    assert (
        statuses(assessment(project(interests=[*rest, confirmed])))["parties_without_confirmed_interest"]
        == "satisfied"
    )
    assert (
        statuses(assessment(project(interests=[*rest, confirmed]), on=date(2025, 1, 31)))[
            "parties_without_confirmed_interest"
        ]
        == "undetermined"
    )


def test_confidential_interests_count() -> None:
    hidden = [own(one, visibility=Visibility.CONFIDENTIAL) for one in (UL, GL, HL)]
    stands = statuses(assessment(project(interests=hidden)))
    assert stands["parties_without_confirmed_interest"] == "satisfied"
    assert stands["interests_without_response"] == "not-met"


def respond(interest: str, answer: InterestAnswer = InterestAnswer.MET, **more: Any) -> InterestResponse:
    return InterestResponse(interest, date(2025, 2, 1), JUDGE, answer, **more)


def test_a_reasoned_no_is_an_answer_and_a_bare_one_is_not() -> None:
    interests = [own(UL), own(GL)]
    reason = kc.Text("te duur", "too dear")
    answered = [respond("i-ul"), respond("i-gl", DECLINED, reason=reason)]
    case = project(interests=interests, responses=answered)
    assert statuses(assessment(case))["interests_without_response"] == "satisfied"
    bare = project(interests=interests, responses=[respond("i-ul"), respond("i-gl", DECLINED)])
    found = assessment(bare)
    assert statuses(found)["interests_without_response"] == "not-met"
    assert [one.why for one in found.fact("interests_without_response").counted] == [Why.NO_REASON]


def test_the_reason_of_a_no_to_a_confidential_interest_is_taken_to_be_there() -> None:
    hidden = own(GL, visibility=Visibility.CONFIDENTIAL)
    no = respond("i-gl", DECLINED, reason=kc.Text.same("zie brief"))
    case = project(interests=[hidden], responses=[no])
    assert case.responses[0].reason is None
    assert statuses(assessment(case))["interests_without_response"] == "satisfied"


def test_an_answer_is_asked_for_only_after_the_days_the_charter_gives() -> None:
    case = project(interests=[own(UL, date(2025, 5, 1))])
    under = charters(days=31)
    assert statuses(assessment(case, under=under))["interests_without_response"] == "not-yet-due"
    late = assessment(case, under=under, on=date(2025, 6, 2))
    assert statuses(late)["interests_without_response"] == "not-met"


def test_what_others_noted_lapses_once_the_holder_speaks() -> None:
    noted = Interest(UL, date(2025, 1, 1), WORDS, id="noted")
    found = assessment(project(interests=[noted, own(UL)], responses=[respond("i-ul")]))
    assert statuses(found)["interests_without_response"] == "satisfied"
    alone = assessment(project(interests=[noted]))
    assert statuses(alone)["interests_without_response"] == "undetermined"


def test_only_the_holder_says_that_it_was_passed_over_and_its_last_word_counts() -> None:
    def said(holder: str, day: date, passed_over: bool) -> HolderStatement:
        return HolderStatement(holder, day, passed_over)

    march, april = date(2025, 3, 1), date(2025, 4, 1)
    calm = [said(one, march, False) for one in (UL, GL, HL)]
    assert statuses(assessment(project(statements=calm)))["holders_passed_over"] == "satisfied"
    hurt = assessment(project(statements=[*calm, said(GL, april, True)]))
    assert statuses(hurt)["holders_passed_over"] == "not-met"
    assert counted(hurt, "holders_passed_over") == {GL}
    healed = [*calm, said(GL, april, True), said(GL, date(2025, 5, 1), False)]
    assert statuses(assessment(project(statements=healed)))["holders_passed_over"] == "satisfied"
    silent = assessment(project(statements=calm[:2]))
    assert statuses(silent)["holders_passed_over"] == "undetermined"
    assert [(one.key, one.why) for one in silent.fact("holders_passed_over").possible] == [(HL, Why.SILENT)]
    both = assessment(project(statements=[*calm, said(GL, april, True), said(GL, april, False)]))
    assert statuses(both)["holders_passed_over"] == "undetermined"


# Commitment


def test_the_last_day_is_the_whole_of_the_time() -> None:
    year = kc.Period.year(2025)
    assert elapsed(year, date(2024, 12, 31)) == 0
    assert elapsed(year, date(2025, 1, 1)) == Fraction(1, 365)
    assert elapsed(year, date(2025, 12, 31)) == elapsed(year, date(2026, 5, 1)) == 1
    assert elapsed(kc.Period(date(2025, 1, 1)), ON) is None


@pytest.mark.parametrize(
    ("delivered", "ahead", "behind"),
    [
        (60, "satisfied", "satisfied"),
        (61, "not-met", "satisfied"),
        (40, "satisfied", "satisfied"),
        (39, "satisfied", "not-met"),
    ],
)
def test_the_bound_of_a_tolerance_is_included(delivered: int, ahead: str, behind: str) -> None:
    hundred_days, half_way = kc.Period(date(2025, 1, 1), date(2025, 4, 10)), date(2025, 2, 19)
    case = project(
        commitments=[Commitment("c", UL, 100, "hours", date(2025, 1, 1), hundred_days)],
        fulfilments=[Fulfilment("c", delivered, half_way)],
    )
    stands = statuses(assessment(case, on=half_way, under=charters(kc.Share(1, 10))))
    assert (stands["parties_ahead"], stands["parties_behind"]) == (ahead, behind)


def test_without_a_tolerance_a_remark_lists_both_and_units_are_never_mixed() -> None:
    case = project(
        commitments=[
            Commitment("c1", UL, 100, "hours", date(2025, 1, 1)),
            Commitment("c2", GL, 100, "homes", date(2025, 1, 1)),
        ],
        fulfilments=[Fulfilment("c1", 90, date(2025, 2, 1)), Fulfilment("c2", 1, date(2025, 2, 1))],
    )
    found = assessment(case)
    assert statuses(found)["out-of-step"] == "info"
    assert (counted(found, "parties_ahead"), counted(found, "parties_behind")) == ({UL}, {GL})
    assert found.fact("parties_ahead").records == ("c1", "c1/2025-02-01")


def test_more_may_have_been_delivered_than_is_on_record() -> None:
    case = project(
        commitments=[
            Commitment("c1", UL, 100, "hours", date(2025, 1, 1)),
            Commitment("c2", GL, 100, "homes", date(2025, 1, 1)),
        ],
        fulfilments=[Fulfilment("c1", 90, date(2025, 2, 1)), Fulfilment("c2", 1, date(2025, 2, 1))],
        completeness=attested(one for one in LISTS if one != "fulfilments"),
    )
    found = assessment(case)
    # Whoever is ahead stays so; whoever is behind may not be.
    assert (counted(found, "parties_ahead"), possible(found, "parties_ahead")) == ({UL}, {GL})
    assert (counted(found, "parties_behind"), possible(found, "parties_behind")) == (set(), {GL})


def test_time_that_is_not_on_record_leaves_it_open() -> None:
    case = project(period=kc.Period(START), commitments=[Commitment("c", UL, 10, "hours", START)])
    stands = statuses(assessment(case))
    assert (stands["parties_ahead"], stands["parties_behind"]) == ("undetermined", "undetermined")


@st.composite
def undertakings(draw: st.DrawFn) -> Undertaken:
    first = draw(st.dates(date(2025, 1, 1), date(2025, 8, 1)))
    last = first + timedelta(draw(st.integers(0, 200)))
    delivered = draw(
        st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2025, 12, 31)), st.integers(-5, 20)), max_size=3)
    )
    return Undertaken(
        draw(st.sampled_from([UL, GL, HL])), draw(st.integers(0, 20)), first, last, tuple(delivered)
    )


@given(
    st.lists(undertakings(), max_size=4),
    st.dates(date(2025, 1, 1), date(2025, 12, 31)),
    st.none() | st.builds(kc.Share, st.integers(0, 10), st.just(20)),
)
@settings(max_examples=150, deadline=None)
def test_ahead_and_behind_are_as_the_oracle_has_it(
    several: list[Undertaken], on: date, tolerance: kc.Share | None
) -> None:
    case = project(
        commitments=[
            Commitment(
                f"c{index}",
                one.party,
                one.agreed,
                f"unit {index}",
                date(2025, 1, 1),
                kc.Period(one.first, one.last),
            )
            for index, one in enumerate(several)
        ],
        fulfilments=[
            Fulfilment(f"c{index}", quantity, day, id=f"f{index}-{number}")
            for index, one in enumerate(several)
            for number, (day, quantity) in enumerate(one.delivered)
        ],
    )
    share = None if tolerance is None else Fraction(tolerance.part, tolerance.whole)
    ahead, behind = out_of_step(several, on, share)
    found = assessment(case, on=on, under=charters(tolerance))
    assert (counted(found, "parties_ahead"), counted(found, "parties_behind")) == (ahead, behind)
    assert not possible(found, "parties_ahead") | possible(found, "parties_behind")
    assert [one.delivered for one in standings(case, on)] == [
        sum(quantity for day, quantity in one.delivered if day <= on) for one in several
    ]


@given(st.permutations(range(3)), st.booleans())
@settings(max_examples=20, deadline=None)
def test_the_order_of_records_does_not_matter(order: list[int], backwards: bool) -> None:
    interests = [own(UL), own(GL, date(2025, 2, 1)), own(HL, date(2025, 1, 1))]
    shuffled = [interests[place] for place in order]
    parties = (UL, GL, HL)[:: -1 if backwards else 1]
    assert project(parties, interests=shuffled) == project(interests=interests)
    found = assessment(project(parties, interests=shuffled, period=YEAR))
    assert counted(found, "interests_not_recorded_in_time") == {UL, GL}
