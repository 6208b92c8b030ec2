# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""R-FIN-01 to R-FIN-03 and budgets: the worked cases, what may not matter, and records that are a mess."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_charter import FIVE, GL, HL, MBO, NAT, TERM, UL
from fixtures_money import (
    CORE,
    DAY,
    LISTS,
    PROJECT,
    YEAR,
    attested,
    audited,
    core,
    covenant,
    euro,
    gift,
    names,
    project,
    whole,
)
from kennisstad_core import Status
from kennisstad_core.facts import Why
from kennisstad_core.facts.amounts import Figure
from kennisstad_core.reconciliation import reconcile
from kennisstad_core.records import Flaw
from oracle_funding import (
    Belongs,
    Gift,
    Part,
    Participant,
    Payer,
    Stance,
    When,
    how_many_silent,
    who_may_lack,
)

GIVEN: Final = {GL: 100_000, UL: 80_000, HL: 40_000, NAT: 20_000, MBO: 10_000}
ALL: Final = attested(*LISTS)


def five(without: str = "", *more: kc.Contribution, complete: bool = True) -> kc.Register:
    gifts = [core(who, amount) for who, amount in GIVEN.items() if who != without]
    return kc.Register(contributions=[*gifts, *more], completeness=ALL if complete else ())


# The worked cases


def test_T11_each_member_something_and_inequality_is_no_finding() -> None:
    register = five()
    found = whole(register)

    assert found["R-FIN-01"].status is Status.SATISFIED
    assert found.fact("lacking").value == kc.Range.exactly(0)
    assert {one.why for one in found.fact("lacking").left_out} == {Why.CONTRIBUTED}
    total = reconcile(covenant(), register, period=YEAR).total()
    assert total.cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(250_000_00)


def test_T12_who_is_absent_is_named_once_the_ledger_is_complete() -> None:
    complete, not_attested = whole(five(MBO)), whole(five(MBO, complete=False))

    assert complete["R-FIN-01"].status is Status.NOT_MET
    assert [(one.key, one.name) for one in complete.fact("lacking").counted] == [(MBO, "mboRijnland")]
    assert not_attested["R-FIN-01"].status is Status.UNDETERMINED
    assert names(not_attested.fact("lacking").possible) == {MBO}
    assert not_attested.fact("lacking").incomplete == ("contributions",)


def test_T13_cash_hours_that_nobody_valued_and_no_agreement() -> None:
    joint = project(
        parties=[UL, GL, HL],
        contributions=[gift(UL, 30_000), gift(GL, 20_000), gift(HL, None)],
        completeness=attested("participations", "contributions", "agreements"),
    )
    register = kc.Register(projects=[joint])
    found = audited(register).assessment("project", "p")

    assert found["R-FIN-03"].status is Status.SATISFIED
    assert found["R-ALN-02-finance"].status is Status.NOT_MET
    decision = kc.decide(covenant(), register, "p", on=YEAR.last or DAY)
    assert decision.fact("cash").value == kc.Range.exactly(50_000_00)
    assert decision.fact("all_given").value == kc.Range(50_000_00)
    total = reconcile(covenant(), register, period=YEAR).total("p")
    assert total.cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(50_000_00)
    assert total.cell(Figure.IN_KIND_COMMITTED).value == kc.Range(0)
    assert total.cell(Figure.IN_KIND_NOT_VALUED).value == kc.Range.exactly(1)


def test_T14_project_costs_on_money_for_the_core_with_both_records() -> None:
    spent = kc.Expenditure("cost", euro(5_000), DAY, PROJECT, "p", charged_to=f"core-{GL}")
    register = evolve(five(), projects=[project()], expenditures=[spent])
    report = audited(register)
    found = report.assessment("partnership", "partnership")

    assert found["R-FIN-02"].status is Status.NOT_MET
    assert found.fact("commingled").value == kc.Range.exactly(1)
    assert found.fact("commingled").records == ("cost", f"core-{GL}")
    (finding,) = [one for one in report.findings if one.clause == "R-FIN-02"]
    assert finding.evidence == ("cost", f"core-{GL}")
    assert register.expenditures[0].charged_to == f"core-{GL}"  # nothing is rebooked


# Who pays for the core (A23)


def test_in_kind_alone_is_a_contribution_that_another_reading_would_not_count() -> None:
    found = whole(five(MBO, core(MBO, None)))

    assert found["R-FIN-01"].status is Status.SATISFIED
    assert [(one.reading, one.truth) for one in found.sensitivities] == [("cash-only", kc.Truth.NOT_MET)]
    assert [(one.key, one.why) for one in found.fact("lacking_cash").counted] == [(MBO, Why.IN_KIND_ONLY)]


@pytest.mark.parametrize(
    ("memberships", "status", "with_days"),
    [
        ([kc.Membership(MBO, kc.Period(date(2025, 7, 1)))], Status.UNDETERMINED, Status.NOT_MET),
        ([kc.Membership(MBO, kc.Period(date(2025, 11, 1)))], Status.UNDETERMINED, Status.SATISFIED),
        ([kc.Membership(MBO, TERM, kc.Certainty.DISPUTED)], Status.UNDETERMINED, Status.UNDETERMINED),
        (
            [
                kc.Membership(MBO, kc.Period(date(2025, 1, 1), date(2025, 6, 30))),
                kc.Membership(MBO, kc.Period(date(2025, 7, 1))),
            ],
            Status.NOT_MET,
            Status.NOT_MET,
        ),
        ([kc.Membership(MBO, kc.Period(date(2026, 1, 1)))], Status.SATISFIED, Status.SATISFIED),
        ([], Status.SATISFIED, Status.SATISFIED),
    ],
    ids=["half a year", "two months", "disputed", "one after the other", "later", "never"],
)
def test_what_is_asked_of_who_was_not_a_member_all_year(
    memberships: list[kc.Membership], status: Status, with_days: Status
) -> None:
    others = [kc.Membership(name, TERM) for name in FIVE if name != MBO]
    found = whole(five(MBO), covenant([*others, *memberships]))

    assert found["R-FIN-01"].status is status
    assert found["part-year"].status is with_days


def test_paying_while_no_member_is_told_and_not_judged() -> None:
    assert whole(five()).fact("outsiders").value == kc.Range.exactly(0)
    others = [kc.Membership(name, TERM) for name in FIVE if name != MBO]
    joined = covenant([*others, kc.Membership(MBO, kc.Period(date(2025, 7, 1)))])
    found = whole(five(), joined)

    assert found["from-outside"].status is Status.INFO
    assert names(found.fact("outsiders").counted) == {MBO}
    returned = core(MBO, -10_000, id="back", corrects=f"core-{MBO}")
    assert whole(five("", returned), joined).fact("outsiders").value == kc.Range.exactly(0)
    assert found["R-FIN-01"].status is Status.SATISFIED


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ([core(MBO, 10_000), core(MBO, -10_000, id="back", corrects=f"core-{MBO}")], Status.NOT_MET),
        ([core(MBO, 10_000), core(MBO, -9_999, id="back", corrects=f"core-{MBO}")], Status.SATISFIED),
        (
            [core(MBO, 10_000), core(MBO, -10_000, id="back", corrects=f"core-{MBO}", on=date(2026, 1, 5))],
            Status.SATISFIED,  # not known yet at the end of the year
        ),
        (
            [
                core(MBO, 10_000),
                core(MBO, -10_000, id="back", corrects=f"core-{MBO}"),
                core(MBO, 5_000, id="again", corrects="back"),
            ],
            Status.SATISFIED,
        ),
        ([core(MBO, 0)], Status.NOT_MET),
        ([core(MBO, 10_000, on=date(2026, 1, 1))], Status.NOT_MET),
        ([core(MBO, 10_000, on=date(2024, 6, 1))], Status.NOT_MET),
        ([core(MBO, 10_000, on=date(2024, 12, 1), period=YEAR)], Status.SATISFIED),
        ([core(MBO, 40_000, on=date(2023, 1, 1), period=kc.Period(date(2023, 1, 1)))], Status.SATISFIED),
        ([core(MBO, 10_000, on=None)], Status.UNDETERMINED),
        ([core(MBO, 10_000, on=None, period=YEAR)], Status.SATISFIED),
        ([core("lectoraat", 10_000)], Status.UNDETERMINED),
        ([core("Naturalis", 10_000, id="twice")], Status.NOT_MET),
        ([core(MBO, 10_000, id="x", corrects="lost")], Status.UNDETERMINED),
    ],
    ids=[
        "taken back",
        "a euro is left",
        "taken back next year",
        "taken back and given again",
        "nought",
        "next year",
        "last year",
        "given ahead",
        "for years to come",
        "undated",
        "undated for the year",
        "a name nobody knows",
        "somebody else by another name",
        "correcting nothing",
    ],
)
def test_what_counts_as_a_contribution(more: list[kc.Contribution], status: Status) -> None:
    assert whole(five(MBO, *more))["R-FIN-01"].status is status


def test_a_year_that_is_not_over_asks_nothing_yet() -> None:
    early = date(2025, 9, 30)

    assert whole(five(MBO), on=early)["R-FIN-01"].status is Status.NOT_YET_DUE
    assert whole(five(), on=early)["R-FIN-01"].status is Status.SATISFIED
    quarter = kc.Period(date(2025, 1, 1), date(2025, 3, 31))
    assert whole(five(MBO), period=quarter)["R-FIN-01"].status is Status.NOT_YET_DUE


def test_every_year_of_a_longer_period_is_looked_at() -> None:
    years = kc.Period(date(2024, 1, 1), date(2025, 12, 31))
    both_years = [
        core(who, 1_000, id=f"{who}-{year}", on=date(year, 3, 1)) for who in FIVE for year in (2024, 2025)
    ]
    register = kc.Register(contributions=both_years, completeness=ALL)
    without = evolve(register, contributions=[one for one in both_years if one.id != f"{MBO}-2024"])

    assert whole(register, period=years)["R-FIN-01"].status is Status.SATISFIED
    found = whole(without, period=years).fact("lacking")
    assert [(one.key, str(one.period)) for one in found.counted] == [(MBO, "2024-01-01..2024-12-31")]


@pytest.mark.parametrize(
    ("flaw", "status"),
    [
        (Flaw("x", "contribution", "not-an-amount"), Status.UNDETERMINED),
        (Flaw("x", "contribution", "core-contribution", "p"), Status.UNDETERMINED),
        (Flaw("x", "contribution", "not-an-amount", "p"), Status.SATISFIED),
        (Flaw("x", "meeting", "not-a-date"), Status.SATISFIED),
    ],
)
def test_a_record_that_cannot_be_used_opens_only_what_rests_on_it(flaw: Flaw, status: Status) -> None:
    assert whole(evolve(five(), flaws=[flaw]))["R-FIN-01"].status is status
    absent = whole(evolve(five(MBO), flaws=[flaw]))["R-FIN-01"].status
    assert absent is (status if status is Status.UNDETERMINED else Status.NOT_MET)


# What was booked on what (R-FIN-02)

SPENT: Final = kc.Expenditure("cost", euro(5_000), DAY, PROJECT, "p", charged_to="gift-ul")


def booked(*spent: kc.Expenditure, complete: bool = True, **told: Any) -> kc.Assessment:
    projects = [
        project("p", contributions=[gift(UL, 9_000)]),
        project("q", contributions=[gift(UL, 9_000, id="other")]),
    ]
    budgets = [
        kc.Budget("any", UL, euro(9_000), YEAR),
        kc.Budget("for-p", UL, euro(9_000), YEAR, PROJECT, "p"),
        kc.Budget("for-core", UL, euro(9_000), YEAR, CORE),
    ]
    unnamed = gift(UL, 9_000, id="for-some-project")
    register = evolve(
        five("", unnamed, complete=complete), projects=projects, budgets=budgets, expenditures=spent, **told
    )
    return whole(register)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, Status.SATISFIED),
        ({"charged_to": f"core-{UL}"}, Status.NOT_MET),
        ({"charged_to": "other"}, Status.NOT_MET),
        ({"charged_to": "", "budget": "any"}, Status.SATISFIED),
        ({"charged_to": "", "budget": "for-p"}, Status.SATISFIED),
        ({"charged_to": "", "budget": "for-core"}, Status.NOT_MET),
        ({"budget": "for-core"}, Status.NOT_MET),
        ({"project": "q", "charged_to": "", "budget": "for-p"}, Status.NOT_MET),
        ({"purpose": CORE, "project": ""}, Status.NOT_MET),
        ({"purpose": CORE, "project": "", "charged_to": f"core-{UL}"}, Status.SATISFIED),
        ({"charged_to": ""}, Status.UNDETERMINED),
        ({"charged_to": "lost"}, Status.UNDETERMINED),
        ({"charged_to": "lost", "budget": "for-p"}, Status.UNDETERMINED),
        ({"charged_to": "for-some-project"}, Status.UNDETERMINED),
        ({"project": ""}, Status.UNDETERMINED),
        ({"on": date(2024, 3, 1), "charged_to": f"core-{UL}"}, Status.SATISFIED),
        ({"on": date(2026, 3, 1), "charged_to": f"core-{UL}"}, Status.SATISFIED),
    ],
)
def test_what_money_is_meant_for(change: dict[str, Any], status: Status) -> None:
    assert booked(evolve(SPENT, **change))["R-FIN-02"].status is status


def test_a_booking_that_was_put_right_is_right() -> None:
    wrong = evolve(SPENT, charged_to=f"core-{UL}")
    back = kc.Expenditure("back", euro(-5_000), DAY, PROJECT, "p", corrects="cost")
    again = evolve(SPENT, id="again")

    assert booked(wrong, back, again)["R-FIN-02"].status is Status.SATISFIED
    assert booked(wrong, evolve(back, amount=euro(-4_999)))["R-FIN-02"].status is Status.NOT_MET
    looked_at = booked(wrong, back, again).fact("commingled").left_out
    assert Why.CORRECTED_AWAY in {one.why for one in looked_at}


def test_a_correction_booked_elsewhere_leaves_the_first_booking_where_it_is() -> None:
    wrong = evolve(SPENT, charged_to=f"core-{UL}")
    elsewhere = kc.Expenditure("back", euro(-5_000), DAY, PROJECT, "p", corrects="cost", charged_to="gift-ul")
    found = booked(wrong, elsewhere)

    assert found["R-FIN-02"].status is Status.NOT_MET
    assert names(found.fact("commingled").counted) == {"cost"}


def test_nothing_wrong_on_record_is_not_nothing_wrong() -> None:
    found = booked(SPENT, complete=False)
    assert found["R-FIN-02"].status is Status.UNDETERMINED
    assert found.fact("commingled").incomplete == ("expenditures",)

    flawed = booked(evolve(SPENT, charged_to="other"), flaws=[Flaw("x", "expenditure", "not-an-amount")])
    assert flawed["R-FIN-02"].status is Status.UNDETERMINED  # what is lost may have put it right
    assert names(flawed.fact("commingled").possible) == {"cost"}


# Budgets


@pytest.mark.parametrize(
    ("spent", "status", "within_margin"),
    [
        ([9_000], Status.SATISFIED, Status.SATISFIED),
        (["9000.01"], Status.NOT_MET, Status.SATISFIED),
        ([4_000, 5_450], Status.NOT_MET, Status.SATISFIED),
        (["9450.01"], Status.NOT_MET, Status.NOT_MET),
    ],
)
def test_a_budget_is_overspent_to_the_cent(
    spent: list[str | int], status: Status, within_margin: Status
) -> None:
    several = [
        kc.Expenditure(f"e{index}", euro(amount), DAY, PROJECT, "p", budget="for-p")
        for index, amount in enumerate(spent)
    ]
    found = booked(*several)

    assert found["budgets"].status is status
    assert found["margin"].status is within_margin
    if status is Status.NOT_MET:
        assert found.fact("overspent").records == ("for-p", *(one.id for one in several))


def test_what_is_not_on_record_may_have_overspent_a_budget() -> None:
    half = evolve(SPENT, charged_to="", budget="for-p")

    assert booked(half, complete=False)["budgets"].status is Status.UNDETERMINED
    assert booked(evolve(half, amount=euro(9_001)), complete=False)["budgets"].status is Status.NOT_MET
    foreign = evolve(half, id="abroad", amount=kc.Money(1, "USD"))
    assert booked(half, foreign)["budgets"].status is Status.UNDETERMINED
    assert booked(evolve(half, amount=euro(9_001)), foreign)["budgets"].status is Status.NOT_MET
    back = kc.Expenditure("back", euro(-2), DAY, PROJECT, "p", corrects="cost")
    assert booked(evolve(half, amount=euro(9_001)), back)["budgets"].status is Status.SATISFIED


# How each participant stands (R-FIN-03, A24)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, Status.NOT_MET),
        ({"contributions": [gift(HL, None)]}, Status.SATISFIED),
        ({"contributions": [gift(HL, 1, stage=kc.Stage.PLEDGED)]}, Status.SATISFIED),
        ({"contributions": [gift(HL, 1, on=date(2026, 2, 1))]}, Status.NOT_MET),
        ({"contributions": [gift(HL, 1), gift(HL, -1, id="back", corrects="gift-hl")]}, Status.NOT_MET),
        ({"positions": [kc.FinancePosition(HL, kc.PositionKind.NIL, DAY)]}, Status.SATISFIED),
        ({"positions": [kc.FinancePosition(HL, kc.PositionKind.NIL, date(2026, 1, 1))]}, Status.NOT_MET),
        ({"positions": [kc.FinancePosition("lectoraat", kc.PositionKind.NIL, DAY)]}, Status.UNDETERMINED),
        (
            {"agreements": [kc.Agreement(kc.AgreementKind.FINANCE, DAY, shares={HL: 0, UL: 1})]},
            Status.SATISFIED,
        ),
        ({"agreements": [kc.Agreement(kc.AgreementKind.FINANCE, DAY, parties=[HL, UL])]}, Status.NOT_MET),
        ({"completeness": attested("participations")}, Status.UNDETERMINED),
        ({"completeness": attested("participations", "positions")}, Status.NOT_MET),
    ],
)
def test_what_is_a_position(more: dict[str, Any], status: Status) -> None:
    register = kc.Register(projects=[project(parties=[HL], **more)])

    assert audited(register).assessment("project", "p")["R-FIN-03"].status is status


def test_a_budget_for_the_project_is_a_position_and_one_for_projects_is_not() -> None:
    def with_budget(of: str) -> kc.Assessment:
        budget = kc.Budget("b", HL, euro(1_000), YEAR, project=of)
        register = kc.Register(projects=[project(parties=[HL]), project("q")], budgets=[budget])
        return audited(register).assessment("project", "p")

    assert with_budget("p")["R-FIN-03"].status is Status.SATISFIED
    assert with_budget("q")["R-FIN-03"].status is Status.NOT_MET
    assert with_budget("")["R-FIN-03"].status is Status.NOT_MET


def test_supporters_and_members_elsewhere_need_no_position() -> None:
    parts = [kc.Participation(UL, "executing"), kc.Participation(HL, "support")]
    register = kc.Register(
        projects=[project(participations=parts, contributions=[gift("Leiden Law School", 10)])]
    )

    assert audited(register).assessment("project", "p")["R-FIN-03"].status is Status.SATISFIED


# Every way a year can turn out, against the rule done again

CENTS: Final = st.sampled_from([None, 0, 500])
GIFTS: Final = st.lists(
    st.builds(Gift, CENTS, st.sampled_from([0, 500, 200]), st.sampled_from(get_args(When))).filter(
        lambda one: one.cents is not None or not one.taken_off
    ),
    max_size=2,
)


@st.composite
def payers(draw: st.DrawFn) -> tuple[Payer, ...]:
    several = draw(st.integers(1, 4))
    belongs = st.sampled_from(get_args(Belongs))
    return tuple(Payer(name, draw(belongs), tuple(draw(GIFTS))) for name in FIVE[:several])


def _membership(one: Payer) -> list[kc.Membership]:
    match one.belongs:
        case "all year":
            return [kc.Membership(one.name, TERM)]
        case "part of the year":
            return [kc.Membership(one.name, kc.Period(date(2025, 3, 1)))]
        case "disputed":
            return [kc.Membership(one.name, TERM, kc.Certainty.DISPUTED)]
        case "no":
            return []


def _recorded(one: Payer) -> list[kc.Contribution]:
    days = {"this year": DAY, "another year": date(2024, 5, 1), "nobody says": None}
    made: list[kc.Contribution] = []
    for index, given_ in enumerate(one.gifts):
        name, on = f"{one.name}-{index}", days[given_.when]
        amount = None if given_.cents is None else f"{given_.cents}"
        made.append(core(one.name, amount, id=name, on=on))
        if given_.taken_off:
            made.append(core(one.name, f"-{given_.taken_off}", id=f"{name}-back", on=on, corrects=name))
    return made


@settings(max_examples=150, deadline=None)
@given(payers(), st.booleans(), st.integers(0, 1))
def test_who_lacks_is_what_every_way_of_the_year_agrees_on(
    several: tuple[Payer, ...], complete: bool, strangers: int
) -> None:
    ways = who_may_lack(several, ledger_complete=complete, strangers=strangers)
    gifts = [one for payer in several for one in _recorded(payer)]
    gifts += [core("lectoraat", 5, id=f"stranger-{number}") for number in range(strangers)]
    register = kc.Register(contributions=gifts, completeness=ALL if complete else ())
    charter = covenant([one for payer in several for one in _membership(payer)])
    fact = whole(register, charter).fact("lacking")
    sure, possible = names(fact.counted), names(fact.counted) | names(fact.possible)

    assert sure <= frozenset.intersection(*ways)
    assert possible == frozenset.union(*ways)
    if not strangers:  # a name that nobody knows is one member, and is told as if it may be any of them
        assert sure == frozenset.intersection(*ways)
        assert fact.value == kc.Range(min(map(len, ways)), max(map(len, ways)))


@st.composite
def participants(draw: st.DrawFn) -> tuple[Participant, ...]:
    parts, stances = st.sampled_from(get_args(Part)), st.sampled_from(get_args(Stance))
    return tuple(Participant(name, draw(parts), draw(stances)) for name in FIVE[: draw(st.integers(1, 4))])


def _there(one: Participant) -> kc.Participation:
    match one.part:
        case "takes part":
            return kc.Participation(one.name, "executing")
        case "perhaps":
            return kc.Participation(one.name, "executing", certainty=kc.Certainty.UNCERTAIN)
        case "role not stated":
            return kc.Participation(one.name)
        case "only supports":
            return kc.Participation(one.name, "support")
        case "means to":
            return kc.Participation(one.name, "executing", stage=kc.Firmness.INTENTION)


def _joint(several: tuple[Participant, ...], lists: list[str], strangers: int) -> kc.Project:
    gifts: list[kc.Contribution] = []
    said: list[kc.FinancePosition] = []
    shares: dict[str, int] = {}
    for one in several:
        match one.stance:
            case "cash":
                gifts.append(gift(one.name, 10))
            case "in kind, not valued":
                gifts.append(gift(one.name, None))
            case "says nothing":
                said.append(kc.FinancePosition(one.name, kc.PositionKind.NIL, DAY))
            case "has a share":
                shares[one.name] = 1
            case "taken back":
                gifts += [
                    gift(one.name, 10),
                    gift(one.name, -10, id=f"{one.name}-back", corrects=f"gift-{one.name}"),
                ]
            case "silent":
                pass
    said += [kc.FinancePosition("lectoraat", kc.PositionKind.CASH, DAY, id=str(n)) for n in range(strangers)]
    agreements = [kc.Agreement(kc.AgreementKind.FINANCE, DAY, shares=shares)] if shares else []
    return project(
        participations=[_there(one) for one in several],
        contributions=gifts,
        positions=said,
        agreements=agreements,
        completeness=attested(*lists),
    )


@settings(max_examples=150, deadline=None)
@given(
    participants(),
    st.sets(st.sampled_from(["participations", "contributions", "positions"])),
    st.integers(0, 1),
)
def test_who_is_silent_is_what_every_way_agrees_on(
    several: tuple[Participant, ...], lists: set[str], strangers: int
) -> None:
    low, high = how_many_silent(
        several,
        all_listed="participations" in lists,
        money_listed="contributions" in lists,
        said_listed="positions" in lists,
        strangers=strangers,
    )
    register = kc.Register(projects=[_joint(several, sorted(lists), strangers)])
    fact = audited(register).assessment("project", "p").fact("silent")

    if strangers:
        assert isinstance(fact.value, kc.Range)
        assert fact.value.covers(kc.Range(low, high))
    else:
        assert fact.value == kc.Range(low, high)


@settings(max_examples=50, deadline=None)
@given(payers(), st.randoms(use_true_random=False))
def test_the_order_of_the_ledger_does_not_matter(several: tuple[Payer, ...], random: Any) -> None:
    gifts = [one for payer in several for one in _recorded(payer)]
    shuffled = random.sample(gifts, len(gifts))
    charter = covenant([one for payer in several for one in _membership(payer)])

    first, second = (
        whole(kc.Register(contributions=one, completeness=ALL), charter) for one in (gifts, shuffled)
    )
    assert first == second
