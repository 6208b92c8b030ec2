# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""From challenge to decision: the worked cases, an independent reading of the rules, and what changes no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
import oracle_results as oracle
from kennisstad_core.charter import Clause, Force
from kennisstad_core.conditions import All, Compare, Relation
from kennisstad_core.conduct import scene_of
from kennisstad_core.desk import desk
from kennisstad_core.facts import DERIVATIONS, DerivedFact, Fact, Selection, Why, derive
from kennisstad_core.records.register import Flaw

YEAR: Final = kc.Period.year(2025)
LAST: Final = date(2025, 12, 31)
ALDERMAN: Final = kc.Person("B. Brug", "alderman", "municipal executive")
OFFICE: Final = kc.Person("R. Ring", "secretary", "office")
UL, GL, POL = "ul", "gl", "pol"
NAMES: Final = (
    "challenges_without_research_question",
    "questions_not_useful_to_both",
    "results_not_understood",
    "results_without_decision",
    "results_without_action",
    "closed_before_decisions",
)
EVERY_LIST: Final = (
    "challenges",
    "research_questions",
    "results",
    "understandings",
    "dispositions",
    "actions",
    "milestones",
)


def says(words: str) -> kc.Text:
    return kc.Text.same(words)


def none_of(fact: str) -> Compare:
    return Compare(fact, Relation.AT_MOST, 0)


def fact_of(name: str, **settings_: object) -> DerivedFact:
    where = Selection(kind=["university"]) if name == "questions_not_useful_to_both" else Selection()
    return DerivedFact(name, says(name), name, where=where)


CHARTER: Final = kc.Charter(
    "c-2023",
    says("Partnership"),
    says("Agreement"),
    kc.Period(date(2023, 1, 1), date(2027, 12, 31)),
    partners=[
        kc.Partner(UL, "University", kind="university", aliases=("The Uni",)),
        kc.Partner(GL, "Municipality", kind="municipality"),
    ],
    memberships=[kc.Membership(UL), kc.Membership(GL)],
    facts=[fact_of(name) for name in NAMES],
    clauses=[
        Clause(
            "challenge-and-question",
            says("R-TRL-01"),
            says("-"),
            All((none_of(NAMES[0]), none_of(NAMES[1]))),
            Force.ASPIRATION,
        ),
        Clause(
            "used-in-practice",
            says("R-TRL-02"),
            says("-"),
            All((none_of("results_not_understood"), none_of("results_without_decision"))),
            Force.PRACTICE,
        ),
        Clause(
            "not-closed-at-the-report",
            says("R-TRL-03"),
            says("-"),
            none_of("closed_before_decisions"),
            Force.PRACTICE,
        ),
        Clause(
            "adopted-without-action",
            says("S98"),
            says("-"),
            Compare("results_without_action", Relation.AT_LEAST, 1),
            Force.REMARK,
        ),
    ],
)
CHARTERS: Final = kc.Charters((CHARTER,))
POLICE: Final = kc.ExternalParty(POL, "Police", kind="police")


def attest(*lists: str) -> tuple[kc.Completeness, ...]:
    return tuple(kc.Completeness(OFFICE, LAST, of) for of in lists)


def project_of(*, complete: Iterable[str] = EVERY_LIST, **records: Any) -> kc.Project:
    return kc.Project("p", says("Project"), completeness=attest(*complete), **records)


def register_of(project: kc.Project, *flaws: Flaw) -> kc.Register:
    return kc.Register((project,), (POLICE,), flaws)


def assessed(project: kc.Project, on: date = LAST) -> kc.Assessment:
    return kc.audit(CHARTERS, register_of(project), period=YEAR, on=on).assessment("project", "p")


def status(project: kc.Project, clause: str, on: date = LAST) -> kc.Status:
    return assessed(project, on)[clause].status


def count_of(name: str, project: kc.Project, on: date = LAST, flaws: Sequence[Flaw] = ()) -> Fact:
    register = register_of(project, *flaws)
    scene = scene_of(desk(CHARTERS), CHARTER, register, YEAR, on)
    return derive(fact_of(name), scene, project)


def rule(
    result: str,
    verdict: kc.Verdict,
    on: date,
    *,
    owner: str = "",
    until: date | None = None,
    reason: str = "because",
) -> kc.Disposition:
    return kc.Disposition(result, verdict, ALDERMAN, on, reason, owner, until)


REPORT: Final = kc.Result("report", says("Report"), date(2025, 5, 1), (GL,))
UNDERSTOOD: Final = kc.Understanding("report", GL, ALDERMAN, date(2025, 5, 20))


# The worked cases


def test_t21_closed_at_the_report() -> None:
    closed = kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, 5, 2))
    project = project_of(results=[REPORT], milestones=[closed])

    assert status(project, "used-in-practice") is kc.Status.NOT_MET
    assert status(project, "not-closed-at-the-report") is kc.Status.NOT_MET
    fact = assessed(project).fact("closed_before_decisions")
    assert [(one.record, one.why) for one in fact.counted] == [("report", Why.UNDECIDED)]
    assert (closed.record, Why.CLOSED, date(2025, 5, 2)) in [
        (one.record, one.why, one.on) for one in fact.left_out
    ]


def test_t21_what_is_decided_after_the_closing_does_not_undo_it() -> None:
    closed = kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, 5, 2))
    late = rule("report", kc.Verdict.ADOPTED, date(2025, 6, 1))
    project = project_of(
        results=[REPORT], milestones=[closed], dispositions=[late], understandings=[UNDERSTOOD]
    )

    assert status(project, "used-in-practice") is kc.Status.SATISFIED
    assert status(project, "not-closed-at-the-report") is kc.Status.NOT_MET


def test_t21_the_first_closing_is_the_one_that_counts() -> None:
    twice = [kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, month, 2)) for month in (5, 9)]
    between = rule("report", kc.Verdict.ADOPTED, date(2025, 6, 1))
    project = project_of(results=[REPORT], milestones=twice, dispositions=[between])

    assert status(project, "not-closed-at-the-report") is kc.Status.NOT_MET


def test_t21_nobody_attests_that_there_was_no_decision() -> None:
    closed = kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, 5, 2))
    project = project_of(complete=("results",), results=[REPORT], milestones=[closed])
    found = assessed(project)

    assert found["used-in-practice"].status is kc.Status.UNDETERMINED
    assert found["not-closed-at-the-report"].status is kc.Status.UNDETERMINED
    assert found.fact("closed_before_decisions").incomplete == ("dispositions",)
    assert found.fact("results_not_understood").incomplete == ("understandings",)


@pytest.mark.parametrize(
    ("owner", "until", "closed_well", "decided"),
    [
        ("gl", date(2026, 3, 1), True, True),
        ("gl", None, True, False),  # an owner closes it; without a day it does not come back by itself
        ("", date(2026, 3, 1), False, False),
    ],
)
def test_t21_a_deferral_needs_an_owner(
    owner: str, until: date | None, closed_well: bool, decided: bool
) -> None:
    deferred = rule("report", kc.Verdict.DEFERRED, date(2025, 5, 2), owner=owner, until=until)
    project = project_of(
        results=[REPORT],
        dispositions=[deferred],
        understandings=[UNDERSTOOD],
        milestones=[kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, 5, 30))],
    )
    met = {True: kc.Status.SATISFIED, False: kc.Status.NOT_MET}

    assert status(project, "not-closed-at-the-report") is met[closed_well]
    assert status(project, "used-in-practice") is met[decided]


def test_t22_a_reasoned_no_is_a_decision() -> None:
    rejected = rule(
        "report", kc.Verdict.REJECTED, date(2025, 6, 3), reason="the lights were replaced already"
    )
    project = project_of(results=[REPORT], understandings=[UNDERSTOOD], dispositions=[rejected])

    assert status(project, "used-in-practice") is kc.Status.SATISFIED
    assert status(project, "adopted-without-action") is kc.Status.NOT_APPLICABLE


def test_a_rejection_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="says why"):
        rule("report", kc.Verdict.REJECTED, date(2025, 6, 3), reason=" ")


# Understanding


def test_receiving_a_result_is_not_understanding_it() -> None:
    adopted = rule("report", kc.Verdict.ADOPTED, date(2025, 6, 3))
    project = project_of(results=[REPORT], dispositions=[adopted])

    assert count_of("results_not_understood", project).value == kc.Range.exactly(1)


def test_every_intended_user_says_so_for_itself() -> None:
    both = evolve(REPORT, users=(GL, POL))
    project = project_of(results=[both], understandings=[UNDERSTOOD])
    fact = count_of("results_not_understood", project)

    assert fact.value == kc.Range.exactly(1)
    assert [(one.title and one.title.en, one.why) for one in fact.counted] == [
        ("Report (Police)", Why.NOT_UNDERSTOOD)
    ]


def test_a_user_goes_by_any_of_its_names() -> None:
    result = evolve(REPORT, users=("The Uni",))
    said = evolve(UNDERSTOOD, user=UL)

    assert count_of("results_not_understood", project_of(results=[result], understandings=[said])).value == (
        kc.Range.exactly(0)
    )


def test_a_later_no_replaces_an_earlier_yes() -> None:
    no = evolve(UNDERSTOOD, on=date(2025, 7, 1), usable=False)
    project = project_of(results=[REPORT], understandings=[UNDERSTOOD, no])

    assert count_of("results_not_understood", project, date(2025, 6, 30)).value == kc.Range.exactly(0)
    after = count_of("results_not_understood", project, date(2025, 7, 1))
    assert [one.why for one in after.counted] == [Why.NOT_USABLE]


def test_not_needed_takes_the_place_of_understanding() -> None:
    waived = rule("report", kc.Verdict.NOT_NEEDED, date(2025, 5, 9), reason="written by the users themselves")

    assert status(project_of(results=[REPORT], dispositions=[waived]), "used-in-practice") is (
        kc.Status.SATISFIED
    )


def test_whom_a_result_is_for_may_be_unknown() -> None:
    nobody = evolve(REPORT, users=())
    fact = count_of("results_not_understood", project_of(results=[nobody]))

    assert fact.value == kc.Range(0, 1)
    assert [one.why for one in fact.possible] == [Why.NO_USERS]


# Deciding


def test_a_deferred_result_is_due_again_after_its_day() -> None:
    deferred = rule("report", kc.Verdict.DEFERRED, date(2025, 5, 9), owner=GL, until=date(2025, 9, 30))
    project = project_of(results=[REPORT], dispositions=[deferred])

    assert count_of("results_without_decision", project, date(2025, 9, 30)).value == kc.Range.exactly(0)
    again = count_of("results_without_decision", project, date(2025, 10, 1))
    assert [one.why for one in again.counted] == [Why.DUE_AGAIN]


def test_two_decisions_of_one_day_contradict_each_other() -> None:
    yes, no = (
        rule("report", verdict, date(2025, 6, 3)) for verdict in (kc.Verdict.ADOPTED, kc.Verdict.REJECTED)
    )
    fact = count_of("results_without_decision", project_of(results=[REPORT], dispositions=[yes, no]))

    assert (fact.value, [one.why for one in fact.possible]) == (kc.Range(0, 1), [Why.CONTESTED])


def test_only_an_action_that_is_linked_to_the_result_counts() -> None:
    other = kc.Result("survey", says("Survey"), date(2025, 4, 1), (GL,))
    adopted = [rule(name, kc.Verdict.ADOPTED, date(2025, 6, 3)) for name in ("report", "survey")]
    action = kc.PolicyAction("lamps", "survey", says("New lamps"), GL, date(2025, 8, 1))
    project = project_of(results=[REPORT, other], dispositions=adopted, actions=[action])
    fact = count_of("results_without_action", project)

    assert [one.key for one in fact.counted] == ["report"]
    assert status(project, "adopted-without-action") is kc.Status.INFO


# Challenges and questions


def challenge(holder: str = GL) -> kc.Challenge:
    return kc.Challenge("greener", holder, says("A greener square"), date(2025, 1, 10))


def question(*useful_to: str, on: date | None = date(2025, 2, 1)) -> kc.ResearchQuestion:
    return kc.ResearchQuestion("shade", "greener", says("What does shade do?"), on, useful_to)


@pytest.mark.parametrize(
    ("useful_to", "expected"),
    [
        ((GL, UL), kc.Range.exactly(0)),
        ((GL,), kc.Range.exactly(1)),
        ((UL,), kc.Range.exactly(1)),
        ((), kc.Range.exactly(1)),
        ((GL, POL), kc.Range.exactly(1)),  # the police are not on the side of research
        ((GL, "somebody"), kc.Range(0, 1)),  # of a kind that nobody recorded
    ],
)
def test_a_question_is_useful_to_both_sides(useful_to: tuple[str, ...], expected: kc.Range) -> None:
    project = project_of(challenges=[challenge()], research_questions=[question(*useful_to)])

    assert count_of("questions_not_useful_to_both", project).value == expected


def test_the_holder_alone_is_not_both_sides() -> None:
    project = project_of(challenges=[challenge(UL)], research_questions=[question(UL)])

    assert count_of("questions_not_useful_to_both", project).value == kc.Range.exactly(1)


def test_a_challenge_becomes_a_question_on_a_day() -> None:
    project = project_of(challenges=[challenge()], research_questions=[question(GL, UL)])

    before = count_of("challenges_without_research_question", project, date(2025, 1, 31))
    assert before.value == kc.Range.exactly(1)
    assert status(project, "challenge-and-question") is kc.Status.SATISFIED


def test_a_question_without_a_date_leaves_it_open() -> None:
    project = project_of(challenges=[challenge()], research_questions=[question(GL, UL, on=None)])
    fact = count_of("challenges_without_research_question", project)

    assert (fact.value, [one.why for one in fact.possible]) == (kc.Range(0, 1), [Why.UNDATED])


def test_nothing_recorded_asks_nothing_yet() -> None:
    found = assessed(kc.Project("p", says("Project")))

    assert {one.status for one in found.clauses if one.force is not Force.REMARK} == {kc.Status.NOT_YET_DUE}


def test_an_ended_project_of_which_nobody_attests_the_results_stays_open() -> None:
    ended = kc.Project("p", says("Project"), period=kc.Period(date(2024, 1, 1), date(2025, 6, 30)))
    found = assessed(ended)

    assert found["used-in-practice"].status is kc.Status.UNDETERMINED
    assert found["not-closed-at-the-report"].status is kc.Status.UNDETERMINED
    assert found.fact("closed_before_decisions").incomplete == ("results",)


@pytest.mark.parametrize("kind", ["disposition", "result", "milestone"])
def test_a_record_that_cannot_be_read_leaves_the_closing_open(kind: str) -> None:
    closed = kc.Milestone(kc.LifecycleStage.CLOSED, date(2025, 5, 2))
    decided = rule("report", kc.Verdict.ADOPTED, date(2025, 5, 1))
    for dispositions in ((), (decided,)):
        project = project_of(results=[REPORT], milestones=[closed], dispositions=dispositions)
        fact = count_of("closed_before_decisions", project, flaws=[Flaw("x", kind, "wrong-type", "p")])
        assert isinstance(fact.value, kc.Range)
        if kind == "result":
            assert fact.value == kc.Range(0 if dispositions else 1)
        else:
            assert fact.value.low == 0
            assert fact.value.high != 0


# An independent reading of the rules

START: Final = date(2025, 1, 1)
RESULTS: Final = ("r1", "r2", "r3")
USERS: Final = (GL, POL)
DAYS: Final = st.integers(0, 8)
VERDICTS: Final = {one.value: one for one in kc.Verdict}


@st.composite
def lives(draw: st.DrawFn) -> oracle.Life:
    results = draw(
        st.dictionaries(st.sampled_from(RESULTS), st.tuples(DAYS, st.frozensets(st.sampled_from(USERS))))
    )
    names = sorted(results)
    said = st.builds(
        oracle.Said, st.sampled_from(names or ["r1"]), st.sampled_from(USERS), DAYS, st.booleans()
    )
    ruled = st.builds(
        oracle.Ruled,
        st.sampled_from(names or ["r1"]),
        st.sampled_from(sorted(VERDICTS)),
        DAYS,
        st.sampled_from(["", GL]),
        st.none() | DAYS,
    )
    return oracle.Life(
        results,
        tuple(draw(st.lists(said, max_size=5))) if names else (),
        tuple(draw(st.lists(ruled, max_size=5))) if names else (),
        tuple(draw(st.lists(DAYS, max_size=2))),
        draw(st.none() | DAYS),
        draw(st.frozensets(st.sampled_from(["results", "understandings", "dispositions"]))),
    )


def day(number: int) -> date:
    return START + timedelta(days=number)


def project_from(life: oracle.Life) -> kc.Project:
    return project_of(
        complete=sorted(life.attested),
        period=kc.Period(None, None if life.last_day is None else day(life.last_day)),
        results=[kc.Result(name, says(name), day(on), users) for name, (on, users) in life.results.items()],
        understandings=[
            kc.Understanding(one.result, one.user, ALDERMAN, day(one.day), one.usable) for one in life.said
        ],
        dispositions=[
            rule(
                one.result,
                VERDICTS[one.verdict],
                day(one.day),
                owner=one.owner,
                until=None if one.until is None else day(one.until),
            )
            for one in life.ruled
        ],
        milestones=[kc.Milestone(kc.LifecycleStage.CLOSED, day(on)) for on in life.closed],
    )


@settings(max_examples=200)
@given(lives(), DAYS)
def test_results_stand_as_the_text_says(life: oracle.Life, on: int) -> None:
    project = project_from(life)
    expected = {
        "results_not_understood": oracle.not_understood(life, on),
        "results_without_decision": oracle.without_decision(life, on),
        "closed_before_decisions": oracle.closed_before_decisions(life, on),
    }

    found = {name: count_of(name, project, day(on)).value for name in expected}

    assert found == {name: kc.Range(*ends) for name, ends in expected.items()}


# Laws


@settings(max_examples=100)
@given(lives(), DAYS)
def test_to_attest_a_list_only_narrows_what_is_known(life: oracle.Life, on: int) -> None:
    project = project_from(life)
    attested = evolve(project, completeness=attest(*EVERY_LIST))

    for name in ("results_not_understood", "results_without_decision", "closed_before_decisions"):
        open_, closed = (count_of(name, one, day(on)).value for one in (project, attested))
        assert isinstance(open_, kc.Range)
        assert isinstance(closed, kc.Range)
        assert open_.covers(closed)


@settings(max_examples=100)
@given(lives(), DAYS)
def test_nothing_dated_after_the_day_exists(life: oracle.Life, on: int) -> None:
    later = day(on + 1)
    project = project_from(life)
    known = evolve(
        project,
        results=[one for one in project.results if one.on < later],
        understandings=[one for one in project.understandings if one.on < later],
        dispositions=[one for one in project.dispositions if one.on < later],
        milestones=[one for one in project.milestones if one.on < later],
    )

    for name in NAMES:
        assert count_of(name, project, day(on)) == count_of(name, known, day(on))


@settings(max_examples=50)
@given(lives(), DAYS, st.sampled_from(sorted(VERDICTS)))
def test_deciding_after_the_closing_never_helps(life: oracle.Life, on: int, verdict: str) -> None:
    project = project_from(life)
    closed = oracle.closing(life, on)
    if closed is None or not life.results:
        return
    more = [rule(name, VERDICTS[verdict], day(closed + 1), owner=GL) for name in life.results]
    later = evolve(project, dispositions=(*project.dispositions, *more))

    before, after = (count_of("closed_before_decisions", one, day(on)) for one in (project, later))
    assert before.value == after.value


def test_every_derivation_of_the_family_is_in_both_languages() -> None:
    for name in NAMES:
        entry = DERIVATIONS["project"][name]
        assert entry.label.nl != entry.label.en
        assert entry.definition.nl != entry.definition.en
