# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public strategies: what they draw is sound, and between them they draw everything that can be."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any, Final, get_args

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, NoSuchExample

import fixtures_charter
import kennisstad_core as kc
from kennisstad_core import strategies
from kennisstad_core.cases import flaws, run
from kennisstad_core.charter import Charter, Charters, Clause, Effect, Weight
from kennisstad_core.conditions import Condition, Is, Not, assess, facts_of
from kennisstad_core.decisions import Basis, Decision, Note
from kennisstad_core.facts import CountFact, FactDefinition, JudgementFact
from kennisstad_core.facts.definitions import Counted
from kennisstad_core.files.checks import check_charters
from kennisstad_core.files.crosschecks import Records, check_records
from kennisstad_core.files.problems import Placed
from kennisstad_core.files.shapes import RECORDS
from kennisstad_core.findings import Cause, Lack, Status
from kennisstad_core.governance import audit, history
from kennisstad_core.provisions import Claim, GapKind, coverage
from kennisstad_core.records import Firmness, Participation, Project, Register
from kennisstad_core.reports import Report
from kennisstad_core.truth import Truth
from kennisstad_core.values import Choice, Known, Period, Range

quick = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
searching = settings(quick, max_examples=4000, database=None, phases=[Phase.generate], derandomize=True)

STRATEGIES: Final = {
    name: strategy
    for name, strategy in vars(strategies).items()
    if name in strategies.__all__ and inspect.isfunction(strategy)
}
DOCUMENTS: Final = (
    "charters",
    "agreements",
    "registers",
    "projects",
    "decisions",
    "reports",
    "ledgers",
    "worked_cases",
)


def found(strategy: st.SearchStrategy[Any], condition: Callable[[Any], object]) -> None:
    """It can be drawn, or this raises."""
    find(strategy, lambda one: bool(condition(one)), settings=searching)


def all_found(
    strategy: st.SearchStrategy[Any], features: Callable[[Any], Iterable[object]], wanted: Iterable[object]
) -> None:
    """Each of the features can be drawn; as many are tried as it takes to see them all."""
    missing = set(wanted)
    assert missing

    def seen_all(some: list[object]) -> bool:
        missing.difference_update(some)
        return not missing

    with suppress(NoSuchExample):
        # The features and not the whole, which may be too large to be shown.
        found(strategy.map(lambda one: [*features(one)]), seen_all)
    assert not missing


def nodes(condition: Condition) -> Iterator[Condition]:
    yield condition
    for field in attrs.fields(type(condition)):
        if field.name == "of":
            below = getattr(condition, "of")  # noqa: B009 - a leaf has none
            for one in below if isinstance(below, tuple) else (below,):
                yield from nodes(one)


# What is drawn is sound


@pytest.mark.parametrize("name", sorted(STRATEGIES))
def test_every_strategy_draws(name: str) -> None:
    made: list[object] = []

    @settings(quick, max_examples=15)
    @given(STRATEGIES[name]())
    def draw(one: object) -> None:
        made.append(one)

    draw()
    assert made


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_drawn_is_read_back_as_it_was(name: str) -> None:
    @settings(quick, max_examples=40)
    @given(STRATEGIES[name]())
    def read_back(one: Any) -> None:
        assert kc.loads(kc.dumps(one)) == one

    read_back()


@quick
@given(strategies.charters())
def test_a_charter_passes_the_checks_of_a_file(charter: Charter) -> None:
    assert check_charters(charter) == ()


@quick
@given(strategies.agreements())
def test_no_two_versions_of_an_agreement_are_in_force_together(charters: Charters) -> None:
    assert check_charters(charters) == ()


@quick
@given(st.data())
def test_a_ledger_leaves_no_gap_beside_its_charters(data: st.DataObject) -> None:
    charters = data.draw(strategies.agreements())
    ledger = data.draw(strategies.ledgers(charters))
    kinds = {gap.kind for gap in coverage(ledger, charters).gaps}

    assert {one.document for one in ledger.provisions} == {one.id for one in ledger.documents}
    assert kinds <= {GapKind.NOT_IN_LEDGER}  # a document whose name is no id


@quick
@given(st.data())
def test_a_worked_case_comes_out_as_it_says(data: st.DataObject) -> None:
    charters = data.draw(strategies.agreements())
    case = data.draw(strategies.cases(charters))

    assert flaws(case, charters) == ()
    assert run(case, charters).differences == ()


def test_a_claim_of_every_kind_and_a_case_of_every_outcome_can_be_drawn() -> None:
    all_found(strategies.ledgers(), lambda one: [each.claim for each in one.provisions], Claim)
    all_found(strategies.cases(), lambda one: [status for _, status in one.clauses], EXPECTED)


EXPECTED: Final = (Status.SATISFIED, Status.NOT_MET, Status.EXPLAINED, Status.UNDETERMINED)


def records_of(register: Register) -> Records:
    def rows(name: str) -> list[Placed[Any]]:
        return [
            Placed(one, name, "", project.id)
            for project in register.projects
            for one in getattr(project, name)
        ]

    return Records(
        {
            "projects": [Placed(one, "projects", "", one.id) for one in register.projects],
            "external_parties": [Placed(one, "external_parties") for one in register.external_parties],
            **{name: rows(name) for name in RECORDS},
        }
    )


@quick
@given(strategies.bases())
def test_a_register_passes_the_checks_beside_its_charters(basis: Basis) -> None:
    doubted = [flaw for _, flaw in check_records(records_of(basis.register), basis.charters)]

    assert doubted == []


@quick
@given(st.data())
def test_records_alone_fit_a_register_without_charters(data: st.DataObject) -> None:
    register = data.draw(strategies.registers())

    assert [flaw for _, flaw in check_records(records_of(register), None)] == []


@quick
@given(strategies.bases(), strategies.days())
def test_whatever_is_drawn_is_decided(basis: Basis, on: date) -> None:
    for project in basis.register.projects:
        decision = kc.decide(basis.charters, basis.register, project.id, on=on)
        assert decision.ruling.clauses or not decision.charter


@settings(quick, max_examples=20)
@given(strategies.bases(), st.sampled_from((2024, 2025, 2026)))
def test_whatever_is_drawn_is_audited(basis: Basis, year: int) -> None:
    report = audit(basis.charters, basis.register, period=Period.year(year))

    assert len(report.decisions) + len(report.outside) == len(basis.register.projects)
    for project in basis.register.projects:
        assert history(basis.charters, basis.register, project.id, period=Period.year(year))


# Everything can be drawn

KINDS: Final[tuple[type[Condition], ...]] = get_args(Condition)


def test_a_condition_may_hold_any_kind() -> None:
    all_found(strategies.conditions(), lambda one: map(type, nodes(one)), KINDS)


@quick
@given(st.data(), st.sampled_from(KINDS))
def test_a_condition_is_of_the_kind_that_is_asked(data: st.DataObject, kind: type[Condition]) -> None:
    assert type(data.draw(strategies.conditions(kind=kind))) is kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_facts_near_a_condition_make_it_anything(kind: type[Condition]) -> None:
    asked = strategies.conditions(kind=kind)
    pairs = asked.flatmap(lambda one: st.tuples(st.just(one), strategies.facts_near(one)))

    all_found(pairs, lambda pair: [assess(*pair)], Truth)


def test_a_charter_may_declare_and_count_anything() -> None:
    def declared(charter: Charter) -> Iterator[object]:
        yield from map(type, charter.facts)
        yield from (fact.of for fact in charter.facts if isinstance(fact, CountFact))

    all_found(strategies.charters(), declared, (*get_args(FactDefinition), *get_args(Counted)))


def test_a_clause_may_have_readings_and_derogations_of_every_sort() -> None:
    def sorts(clause: Clause) -> Iterator[object]:
        yield from (one.weight for one in clause.readings)
        yield from (one.effect for one in clause.unless)

    all_found(strategies.clauses(), sorts, (*Weight, *Effect))


def stands(decision: Decision) -> Iterator[object]:
    for clause in decision.clauses:
        yield "clause", clause.status
        yield from clause.causes
    yield from (("question", question.status) for question in decision.questions)
    yield from (need.lack for need in decision.needs)
    yield from decision.notes


# A decision is of one day: that something is not due yet, was explained by a record or afterwards, is of a period. What
# is drawn never has two versions in force.
CAUSES: Final = [one for one in Cause if one not in (Cause.NOT_DUE, Cause.EXPLANATION, Cause.RETROACTIVE)]
STATUSES: Final = [one for one in Status if one is not Status.NOT_YET_DUE]
ANSWERS: Final = (Status.SATISFIED, Status.NOT_MET, Status.EXPLAINED, Status.UNDETERMINED)
NOTES: Final = [one for one in Note if one is not Note.SEVERAL_CHARTERS]


def test_a_decision_may_come_out_in_every_way() -> None:
    decisions = strategies.decisions(strategies.bases(strategies.agreements(max_size=1)))
    # What is left out is drawn too, but seldom under a charter at will; some of it is found in the next test.
    lacks = (Lack.FACT, Lack.READING, Lack.ATTESTATION, Lack.CHARTER)

    all_found(decisions, stands, [*(("clause", one) for one in STATUSES), *CAUSES, *NOTES, *lacks])


def test_under_a_charter_of_ones_own_every_outcome_is_reached() -> None:
    own = Charters((fixtures_charter.agreement(),))
    decisions = strategies.decisions(strategies.bases(st.just(own)))
    outcomes = ["undetermined", *(outcome.id for outcome in own.versions[0].outcomes)]
    answers = [("question", one) for one in ANSWERS]

    all_found(decisions, lambda one: [one.outcome, *stands(one)], [*outcomes, *answers])


# Parts that are fixed


@quick
@given(strategies.participations(party=st.just("ul"), stage=st.just(Firmness.ENDED)))
def test_a_part_may_be_fixed_and_the_rest_fits(one: Participation) -> None:
    assert (one.party, one.named, one.stage) == ("ul", "", Firmness.ENDED)
    assert one.period.last is not None


@quick
@given(strategies.charters(facts=st.just(fixtures_charter.FACTS), outcomes=st.just(())))
def test_clauses_ask_only_for_the_facts_that_were_fixed(charter: Charter) -> None:
    asked = {name for condition in charter.conditions() for name in facts_of(condition)}

    assert charter.outcomes == ()
    assert asked <= {fact.name for fact in fixtures_charter.FACTS}


@quick
@given(strategies.decisions(on=st.just(date(2025, 6, 1))))
def test_the_day_may_be_fixed(decision: Decision) -> None:
    assert decision.on == date(2025, 6, 1)


@quick
@given(strategies.reports(period=st.just(Period.year(2025))))
def test_the_period_of_a_report_may_be_fixed(report: Report) -> None:
    assert report.period == Period.year(2025)


@quick
@given(strategies.registers(fixtures_charter.agreement(), min_size=2, max_size=2))
def test_a_register_is_of_the_parties_of_its_charter(register: Register) -> None:
    own = fixtures_charter.agreement()
    inside = {name for one in own.partners for name in (one.id, one.name, *(unit.id for unit in one.units))}
    beside = {one.id for one in register.external_parties}

    assert len(register.projects) == 2
    for project in register.projects:
        assert {one.party for one in project.participations} <= {"", *inside, *beside}


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="Money has no field 'curency'; did you mean 'currency'"):
        strategies.money(curency=st.just("EUR"))


def test_a_value_in_the_place_of_a_strategy_is_refused() -> None:
    value: Any = "EUR"
    with pytest.raises(InvalidArgument, match=r"wrap a value in just\(\)"):
        strategies.money(currency=value)


@pytest.mark.parametrize(
    "strategy",
    [
        pytest.param(lambda: strategies.agreements(min_size=0), id="no-version"),
        pytest.param(lambda: strategies.conditions([], kind=Is), id="no-fact-that-answers"),
        pytest.param(lambda: strategies.conditions(max_value=0), id="no-number"),
        pytest.param(lambda: strategies.choices(()), id="no-option"),
    ],
)
def test_what_cannot_be_drawn_is_refused(strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    with pytest.raises(InvalidArgument):
        found(strategy(), lambda _: True)


# Facts


def kind_of(fact: FactDefinition) -> type[Known]:
    if isinstance(fact, JudgementFact):
        return Choice
    sort = getattr(fact, "type", "count")
    if sort == "truth":
        return Truth
    return Choice if sort == "choice" else Range


@quick
@given(strategies.facts_for())
def test_facts_are_of_the_kind_that_is_declared(facts: dict[str, Known]) -> None:
    declared = {fact.name: fact for fact in strategies.FACTS}

    assert all(isinstance(known, kind_of(declared[name])) for name, known in facts.items())


def within(known: Known, before: Known) -> bool:
    match before, known:
        case Range(), Range():
            return before.covers(known)
        case Choice(), Choice():
            return known.options <= before.options
        case _:
            return before in (known, Truth.UNKNOWN)


@quick
@given(st.data())
def test_facts_near_a_condition_only_add_to_what_is_known(data: st.DataObject) -> None:
    condition = data.draw(strategies.conditions())
    before = data.draw(strategies.facts_near(condition))
    after = data.draw(strategies.facts_near(condition, facts=before))

    assert before.keys() <= after.keys()
    assert all(within(after[name], known) for name, known in before.items())


@quick
@given(st.data())
def test_without_the_unknown_a_condition_is_settled(data: st.DataObject) -> None:
    condition = data.draw(strategies.conditions())
    facts = data.draw(strategies.facts_near(condition, allow_unknown=False))

    assert assess(condition, facts).known
    assert assess(Not(condition), facts) is ~assess(condition, facts)


# What Hypothesis itself knows


PUBLIC: Final = sorted(name for name in kc.__all__ if inspect.isclass(getattr(kc, name)))
EXCEPTIONS: Final = [name for name in PUBLIC if issubclass(getattr(kc, name), Exception)]


@pytest.mark.parametrize("name", sorted({*PUBLIC} - {*EXCEPTIONS}))
def test_hypothesis_draws_every_public_type(name: str) -> None:
    cls = getattr(kc, name)

    @settings(quick, max_examples=3, suppress_health_check=list(HealthCheck))
    @given(st.from_type(cls))
    def draw(one: object) -> None:
        assert isinstance(one, cls)

    draw()


@settings(quick, max_examples=10)
@given(st.from_type(Project))
def test_what_hypothesis_draws_is_what_the_strategies_draw(project: Project) -> None:
    for one in project.participations:
        assert one.role in ("lead", "funding")


@pytest.mark.parametrize(
    "first", ["hypothesis", "kennisstad_core", "kennisstad_core.strategies", "kennisstad_core._hypothesis"]
)
def test_the_entry_point_works_whatever_is_imported_first(first: str) -> None:
    code = f"""if True:
        import {first}
        import kennisstad_core as kc
        from hypothesis import find, settings, strategies as st
        found = find(st.from_type(kc.Money), lambda one: one.cents > 100, settings=settings(database=None))
        assert found == kc.Money(101), found
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_importing_hypothesis_does_not_load_the_strategies() -> None:
    code = "import hypothesis, sys; sys.exit('kennisstad_core.strategies' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
