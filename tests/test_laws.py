# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The laws of the library as properties; every class quotes the law it holds the library to."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random
from typing import Final, TypeAlias, TypeVar, assert_never, cast

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fixtures_charter import (
    EXTERNALS,
    FIVE,
    INVOLVED,
    JUDGE,
    ON,
    PARTNERS,
    agreement,
    departure,
    executing,
    judgement,
    project,
)
from kennisstad_core import recourse
from kennisstad_core.changes import Change, Confirm, Join, RuleOut, SettleMembership, apply, outsiders
from kennisstad_core.charter import (
    Answer,
    Answers,
    Charter,
    Charters,
    Clause,
    Derogation,
    Effect,
    Force,
    Outcome,
    Question,
    Reading,
    Standing,
    Weight,
)
from kennisstad_core.conditions import (
    All,
    Any,
    AtLeastNOf,
    Compare,
    CompareShare,
    Condition,
    Is,
    Judged,
    Not,
    OneOf,
    Relation,
    assess,
    facts_of,
    find,
    leaves,
    reasons,
    residual,
)
from kennisstad_core.facts import GivenFact, Option, Why
from kennisstad_core.findings import Status
from kennisstad_core.governance import Decision, audit, decide, history
from kennisstad_core.records import (
    Certainty,
    Completeness,
    Firmness,
    GivenValue,
    Judgement,
    Membership,
    Participation,
    Partner,
    Person,
    Project,
    Register,
    Source,
)
from kennisstad_core.recourse import find_recourse
from kennisstad_core.rules import Rules
from kennisstad_core.text import Text
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN, Truth
from kennisstad_core.values import Choice, Known, Period, Range, Share

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

Record = TypeVar("Record")
Value: TypeAlias = int | str | bool
World: TypeAlias = Mapping[str, Value]
Facts: TypeAlias = dict[str, Known]

NUMBERS: Final = ("a", "b", "c")
TRUTHS: Final = ("t", "u")
CHOICES: Final = ("v", "w")
OPTIONS: Final = ("x", "y", "z")
TOP: Final = 3
"""The largest value of a number: so few that every completion can be tried."""
SAME: Final = Text.same("-")


# Conditions, facts and worlds


def holds(condition: Condition, world: World) -> bool:
    """Whether the condition holds when everything is known: the plain meaning, without any unknown."""
    match condition:
        case Is(fact, value):
            return world[fact] is value
        case OneOf(fact, options) | Judged(fact, options):
            return world[fact] in options
        case Compare(fact, relation):
            return COMPARE[relation](number(world, fact), condition.bound)
        case CompareShare(part, relation, share, whole):
            return COMPARE[relation](number(world, part) * share.whole, number(world, whole) * share.part)
        case Not(of):
            return not holds(of, world)
        case All(of):
            return all(holds(one, world) for one in of)
        case Any(of):
            return any(holds(one, world) for one in of)
        case AtLeastNOf(n, of):
            return sum(holds(one, world) for one in of) >= n
        case _:
            assert_never(condition)


COMPARE: Final[Mapping[Relation, Callable[[int, int], bool]]] = {
    Relation.AT_LEAST: operator.ge,
    Relation.AT_MOST: operator.le,
    Relation.MORE_THAN: operator.gt,
    Relation.LESS_THAN: operator.lt,
    Relation.EXACTLY: operator.eq,
}


def number(world: World, fact: str) -> int:
    value = world[fact]
    assert isinstance(value, int)
    return value


def values_of(known: Known) -> tuple[Value, ...]:
    match known:
        case Truth():
            return (True, False) if known is UNKNOWN else (known is MET,)
        case Choice(options):
            return tuple(sorted(options))
        case Range(low, high):
            assert high is not None
            return tuple(range(low, high + 1))
        case _:
            assert_never(known)


def worlds(facts: Mapping[str, Known], names: Iterable[str]) -> Iterator[World]:
    wanted = tuple(names)
    for row in product(*(values_of(facts[name]) for name in wanted)):
        yield dict(zip(wanted, row, strict=True))


def truth_of(answers: set[bool]) -> Truth:
    return UNKNOWN if len(answers) > 1 else Truth.of(answers.pop())


def unanimous(condition: Condition, facts: Mapping[str, Known]) -> Truth:
    return truth_of({holds(condition, world) for world in worlds(facts, facts_of(condition))})


ranges: Final = st.tuples(st.integers(0, TOP), st.integers(0, TOP)).map(
    lambda ends: Range(min(ends), max(ends))
)
truths: Final = st.sampled_from(Truth)
choices: Final = st.sets(st.sampled_from(OPTIONS), min_size=1).map(Choice.among)


def known_facts(
    numbers: Sequence[str] = NUMBERS, answers: Sequence[str] = TRUTHS, chosen: Sequence[str] = CHOICES
) -> st.SearchStrategy[Facts]:
    """Something known of every fact: a finite number of values that are still possible."""
    return st.fixed_dictionaries(
        {
            **dict.fromkeys(numbers, ranges),
            **dict.fromkeys(answers, truths),
            **dict.fromkeys(chosen, choices),
        }
    )


partly_known: Final = known_facts().flatmap(
    lambda facts: st.sets(st.sampled_from(sorted(facts))).map(
        lambda missing: {name: known for name, known in facts.items() if name not in missing}
    )
)
shares: Final = st.sampled_from(["0%", "1/3", "50%", "60%", "2/3", "100%"]).map(Share.parse)
weak_relations: Final = st.sampled_from([one for one in Relation if one is not Relation.EXACTLY])


def share_of(pair: tuple[str, str], relation: Relation, share: Share) -> CompareShare:
    return CompareShare(pair[0], relation, share, pair[1])


def share_comparisons(numbers: Sequence[str] = NUMBERS) -> st.SearchStrategy[CompareShare]:
    pairs = st.permutations(list(numbers)).map(lambda order: (order[0], order[1]))
    return st.builds(share_of, pairs, weak_relations, shares)


def leaf_conditions(
    numbers: Sequence[str] = NUMBERS, answers: Sequence[str] = TRUTHS, chosen: Sequence[str] = CHOICES
) -> st.SearchStrategy[Condition]:
    several = st.sets(st.sampled_from(OPTIONS), min_size=1).map(frozenset)
    return st.one_of(
        st.builds(Compare, st.sampled_from(numbers), st.sampled_from(Relation), st.integers(-1, TOP + 1)),
        share_comparisons(numbers),
        st.builds(Is, st.sampled_from(answers), st.booleans()),
        st.builds(OneOf, st.sampled_from(chosen[:1]), several),
        st.builds(Judged, st.sampled_from(chosen[-1:]), several),
    )


def trees(leaf: st.SearchStrategy[Condition], most: int = 8) -> st.SearchStrategy[Condition]:
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.builds(All, st.lists(inner, max_size=3)),
            st.builds(Any, st.lists(inner, max_size=3)),
            st.builds(AtLeastNOf, st.integers(0, 4), st.lists(inner, max_size=4)),
        ),
        max_leaves=most,
    )


conditions: Final = trees(leaf_conditions())


@st.composite
def narrower(draw: st.DrawFn, known: Known) -> Known:
    """What may be known after something was learned of a fact."""
    match known:
        case Truth():
            return draw(truths) if known is UNKNOWN else known
        case Choice(options):
            return Choice.among(draw(st.sets(st.sampled_from(sorted(options)), min_size=1)))
        case Range(low, high):
            assert high is not None
            first = draw(st.integers(low, high))
            return Range(first, draw(st.integers(first, high)))
        case _:
            assert_never(known)


@st.composite
def learned(draw: st.DrawFn, facts: Facts) -> Facts:
    """The facts after something was learned of one of them."""
    name = draw(st.sampled_from(sorted(facts)))
    return {**facts, name: draw(narrower(facts[name]))}


@st.composite
def courses(draw: st.DrawFn, start: st.SearchStrategy[Facts]) -> list[Facts]:
    """Facts that become known bit by bit."""
    steps = [draw(start)]
    for _ in range(draw(st.integers(1, 4))):
        steps.append(draw(learned(steps[-1])))
    return steps


# A charter of any shape, and what it says in a world: the plain meaning, once more without any unknown


NO, EXPLAINED, YES = 0, 1, 2
ASKED: Final[Mapping[Answer, tuple[int, ...]]] = {
    Answer.MET: (EXPLAINED, YES),
    Answer.SATISFIED: (YES,),
    Answer.EXPLAINED: (EXPLAINED,),
    Answer.NOT_MET: (NO,),
}
EFFECT: Final = {Effect.MET: YES, Effect.NOT_MET: NO, Effect.NOT_APPLICABLE: YES}


def stands_in(clause: Clause, world: World, departed: bool) -> set[int]:
    """How a clause stands when every fact is known; two ways when the charter itself leaves it open."""
    if clause.standing is Standing.UNATTESTED:
        return {NO, YES}
    if clause.applies is not None and not holds(clause.applies, world):
        return {YES}
    readings = [clause.condition, *(r.condition for r in clause.readings if r.weight is Weight.DECISIVE)]
    ways = {YES if holds(one, world) else NO for one in readings}
    live = {one.effect for one in clause.unless if holds(one.condition, world)}
    if live:
        ways = {EFFECT[one] for one in live} if len(live) == 1 else {NO, YES}
    return {EXPLAINED if departed and way == NO else way for way in ways}


def answers_in(charter: Charter, stands: Mapping[str, int]) -> tuple[dict[str, int], str]:
    found = dict(stands)
    for question in charter.questions:
        answer = min([YES, *(found[name] for name in question.requires)])
        if question.any_of:
            answer = min(answer, max(found[name] for name in question.any_of))
        found[question.id] = answer
    for outcome in charter.outcomes:
        if all(found[name] in ASKED[asked] for name, asked in outcome.when):
            return found, outcome.id
    return found, "undetermined"


# To make a strategy costs more than to draw from it.
SMALL_TREES: Final = trees(leaf_conditions(("a", "b"), ("t",), ("v",)), 3)
FEW_TREES: Final = st.lists(SMALL_TREES, max_size=2)
PERHAPS_A_TREE: Final = st.none() | SMALL_TREES


@st.composite
def clauses(draw: st.DrawFn, name: str) -> Clause:
    readings = [
        Reading(f"r{index}", SAME, condition, draw(st.sampled_from(Weight)))
        for index, condition in enumerate(draw(FEW_TREES))
    ]
    unless = [
        Derogation(f"d{index}", SAME, condition, draw(st.sampled_from(Effect)))
        for index, condition in enumerate(draw(FEW_TREES))
    ]
    return Clause(
        name,
        SAME,
        SAME,
        draw(SMALL_TREES),
        force=draw(st.sampled_from(Force)),
        applies=draw(PERHAPS_A_TREE),
        readings=readings,
        unless=unless,
        standing=draw(st.sampled_from([Standing.IN_FORCE] * 7 + [Standing.UNATTESTED])),
        admits_departure=True,
    )


@st.composite
def small_charters(draw: st.DrawFn) -> Charter:
    """A charter over a few given facts; not always with an outcome for every case."""
    names = [f"c{index}" for index in range(draw(st.integers(1, 3)))]
    provisions = [draw(clauses(name)) for name in names]
    questions: list[Question] = []
    for index in range(draw(st.integers(1, 3))):
        before = st.sampled_from([*names, *(one.id for one in questions)])
        several = st.lists(before, max_size=2, unique=True)
        questions.append(Question(f"q{index}", SAME, Answers(SAME, SAME, SAME), draw(several), draw(several)))
    asked = st.dictionaries(
        st.sampled_from([one.id for one in questions]), st.sampled_from(Answer), min_size=1
    )
    rows = [Outcome(f"o{index}", SAME, when) for index, when in enumerate(draw(st.lists(asked, max_size=3)))]
    options = [Option(one, SAME) for one in OPTIONS]
    return Charter(
        "any",
        SAME,
        SAME,
        facts=[
            GivenFact("a", SAME, "count"),
            GivenFact("b", SAME, "count"),
            GivenFact("t", SAME),
            GivenFact("v", SAME, "choice", options),
        ],
        clauses=provisions,
        questions=questions,
        outcomes=[*rows, *draw(st.sampled_from([(Outcome("else", SAME),), ()]))],
    )


few_facts: Final = known_facts(("a", "b"), ("t",), ("v",))
departures: Final = st.sets(st.sampled_from(["c0", "c1", "c2"]), max_size=1)


# Projects of any shape


ROLES: Final = ("lead", "executing", "in-kind", "funding", "endorses", "informed", "")
NAMES: Final = ("Naturalis", "gemeente  LEIDEN", "LUMC", "Stichting Onbekend", "Kernorganisatie")
DAYS: Final = st.dates(date(2025, 1, 1), date(2025, 12, 31))


PARTIES: Final = (*FIVE, "ul-law", "pol", "ext2", "nobody")


@st.composite
def participations(draw: st.DrawFn) -> Participation:
    named = draw(st.sampled_from(["", "", "", *NAMES]))
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    period = draw(st.sampled_from([Period(), Period(), Period(days[0]), Period(days[0], days[1])]))
    return Participation(
        "" if named else draw(st.sampled_from(PARTIES)),
        draw(st.sampled_from(ROLES)),
        named,
        period,
        draw(st.sampled_from([Firmness.ACTIVE, Firmness.CONFIRMED, Firmness.INTENTION])),
        certainty=draw(st.sampled_from([Certainty.CERTAIN, Certainty.CERTAIN, Certainty.UNCERTAIN])),
    )


def with_ids(several: Iterable[Participation]) -> list[Participation]:
    return [evolve(one, id=f"r{index}") for index, one in enumerate(several)]


@st.composite
def projects(draw: st.DrawFn, most: int = 5) -> Project:
    fit = draw(st.sampled_from([None, "within", "partial", "wholly-outside"]))
    theme = draw(st.sampled_from(["", "", "health"]))
    return project(
        with_ids(draw(st.lists(participations(), max_size=most))),
        fit=fit,
        theme=theme,
        profile=draw(st.sampled_from([None, "good", "not-good"])),
        complete=draw(st.booleans()),
        departures=draw(st.sampled_from([(), (), (departure(),)])),
    )


DISPUTED: Final = agreement(
    memberships=[
        Membership(one, certainty=Certainty.DISPUTED if one == "mbo" else Certainty.CERTAIN) for one in FIVE
    ]
)
AGREEMENTS: Final = (Charters((agreement(),)), Charters((agreement(threshold=None),)), Charters((DISPUTED,)))
agreements: Final = st.sampled_from(AGREEMENTS)
REGISTER: Final = Register((), EXTERNALS)


def stands(decision: Decision) -> dict[str, object]:
    """Everything a decision says, by name, apart from the order in which it says it."""
    return {
        "outcome": decision.outcome,
        "possible": frozenset(decision.possible),
        "questions": {one.question: (one.status, one.truth) for one in decision.questions},
        "clauses": {
            one.clause: (one.status, one.truth, frozenset(one.causes), frozenset(one.reasons))
            for one in decision.clauses
        },
        "needs": frozenset((one.lack, one.name) for one in decision.needs),
        "sensitivities": frozenset((one.clause, one.reading, one.truth) for one in decision.sensitivities),
        "facts": {one.name: one.value for one in decision.facts},
    }


Trace: TypeAlias = tuple[str, str, Why]


def evidence_of(decision: Decision) -> dict[str, tuple[frozenset[Trace], ...]]:
    """The records behind every fact: those that count, those that may, and those that do not."""
    return {
        one.name: tuple(
            frozenset((each.record, each.key, each.why) for each in several)
            for several in (one.counted, one.possible, one.left_out)
        )
        for one in decision.facts
    }


def relabelled(trace: Trace, names: Mapping[str, str]) -> Trace:
    record, key, why = trace
    other = names.get(key, key)
    return (f"membership/{other}" if record.startswith("membership/") else record), other, why


def determined(decision: Decision) -> dict[str, object]:
    """Only what is settled."""
    answers: dict[str, object] = {
        one.question: one.truth for one in decision.questions if one.truth is not UNKNOWN
    }
    answers |= {one.clause: one.truth for one in decision.clauses if one.truth is not UNKNOWN}
    if decision.outcome != "undetermined":
        answers["outcome"] = decision.outcome
    return answers


class TestLaw1:
    """Learning a fact never flips a determined answer; it only resolves an undetermined one."""

    @given(conditions, courses(known_facts()))
    def test_condition(self, condition: Condition, course: list[Facts]) -> None:
        said = [assess(condition, facts) for facts in course]
        for before, after in pairwise(said):
            assert before is UNKNOWN or after is before

    @given(conditions, known_facts(), st.data())
    def test_condition_of_which_facts_were_missing(
        self, condition: Condition, facts: Facts, data: st.DataObject
    ) -> None:
        order = data.draw(st.permutations(sorted(facts)))
        answer = UNKNOWN
        for count in range(len(order) + 1):
            now = assess(condition, {name: facts[name] for name in order[:count]})
            assert answer is UNKNOWN or now is answer
            answer = now

    @given(small_charters(), courses(few_facts), departures)
    def test_charter(self, charter: Charter, course: list[Facts], departed: set[str]) -> None:
        rules = Rules(charter)
        made = dict.fromkeys(sorted(departed), MET)
        before = rules.rule(course[0], made)
        for facts in course[1:]:
            after = rules.rule(facts, made)
            assert {name for name, _ in after.possible} <= {name for name, _ in before.possible}
            for question, now in zip(before.questions, after.questions, strict=True):
                assert question.truth is UNKNOWN or now.truth is question.truth
                assert question.status is Status.UNDETERMINED or now.status is question.status
            for clause, then in zip(before.clauses, after.clauses, strict=True):
                assert clause.truth is UNKNOWN or then.truth is clause.truth
            before = after

    @given(agreements, projects(), st.data())
    @settings(max_examples=150)
    def test_project(self, charters: Charters, subject: Project, data: st.DataObject) -> None:
        """What may be learned of a project: who took part after all, what people judge, that the list is complete."""
        before = decide(charters, REGISTER, subject, on=ON)
        for _ in range(3):
            subject = data.draw(learned_of(subject))
            after = decide(charters, REGISTER, subject, on=ON)
            settled = determined(before)
            assert {name: determined(after).get(name) for name in settled} == settled
            assert set(after.possible) <= set(before.possible)
            before = after


@st.composite
def learned_of(draw: st.DrawFn, subject: Project) -> Project:
    """The project after something about it became known that was open."""
    ways: list[Project] = [subject]
    for index, one in enumerate(subject.participations):
        if one.certainty is not Certainty.CERTAIN:
            others = subject.participations[:index] + subject.participations[index + 1 :]
            sure = evolve(one, certainty=Certainty.CERTAIN)
            ways += [
                evolve(subject, participations=others),
                evolve(subject, participations=(*others, sure)),
            ]
        if not one.role:
            others = subject.participations[:index] + subject.participations[index + 1 :]
            ways += [
                evolve(subject, participations=(*others, evolve(one, role=role))) for role in ROLES if role
            ]
    judged = {one.fact for one in subject.judgements}
    for fact, verdicts in {
        "theme_fit": ("within", "partial", "wholly-outside"),
        "profile": ("good", "not-good"),
    }.items():
        if fact not in judged:
            ways += [
                evolve(subject, judgements=(*subject.judgements, judgement(fact, verdict)))
                for verdict in verdicts
            ]
    if not subject.completeness:
        ways.append(evolve(subject, completeness=[Completeness(JUDGE, ON)]))
        more = evolve(draw(participations()), id="late")
        if "late" not in {one.id for one in subject.participations}:
            ways.append(evolve(subject, participations=(*subject.participations, more)))
    return draw(st.sampled_from(ways))


class TestLaw2:
    """A verdict on partial facts equals the unanimous verdict over all completions, where the space is finite."""

    @given(conditions, known_facts())
    @settings(max_examples=400)
    def test_condition(self, condition: Condition, facts: Facts) -> None:
        assert assess(condition, facts) is unanimous(condition, facts)

    @given(conditions, known_facts())
    def test_every_part_of_a_condition(self, condition: Condition, facts: Facts) -> None:
        pending = [find(condition, facts)]
        while pending:
            finding = pending.pop()
            assert finding.truth is unanimous(finding.condition, facts)
            pending += finding.parts

    @given(conditions, partly_known, known_facts())
    def test_a_missing_fact_may_be_anything(self, condition: Condition, facts: Facts, others: Facts) -> None:
        said = assess(condition, facts)
        if said is not UNKNOWN:
            assert unanimous(condition, {**others, **facts}) is said

    @given(small_charters(), few_facts, departures)
    @settings(max_examples=200)
    def test_charter(self, charter: Charter, facts: Facts, departed: set[str]) -> None:
        possible: set[str] = set()
        ways: dict[str, set[int]] = {one.id: set() for one in charter.clauses}
        ways |= {one.id: set() for one in charter.questions}
        for world in worlds(facts, facts):
            each = [stands_in(one, world, one.id in departed) for one in charter.clauses]
            for row in product(*each):
                found, outcome = answers_in(
                    charter, dict(zip((one.id for one in charter.clauses), row, strict=True))
                )
                possible.add(outcome)
                for name, stand in found.items():
                    ways[name].add(stand)
        ruling = Rules(charter).rule(facts, dict.fromkeys(sorted(departed), MET))
        assert {name for name, _ in ruling.possible} == possible - {"undetermined"}
        assert ruling.outcome == (next(iter(possible)) if len(possible) == 1 else "undetermined")
        said = {one.clause: one.truth for one in ruling.clauses}
        said |= {one.question: one.truth for one in ruling.questions}
        assert said == {name: truth_of({stand != NO for stand in several}) for name, several in ways.items()}
        assert bool(ruling.needs) is (len(possible) > 1)

    @given(small_charters(), few_facts)
    def test_what_no_need_names_does_not_matter(self, charter: Charter, facts: Facts) -> None:
        """With the facts that are named settled, and the charter's own choices made, the outcome is settled."""
        assume(all(one.standing is Standing.IN_FORCE for one in charter.clauses))
        plain = evolve(charter, clauses=[evolve(one, readings=(), unless=()) for one in charter.clauses])
        rules = Rules(plain)
        needed = {one.name for one in rules.rule(facts).needs}
        for world in worlds(facts, sorted(needed)):
            settled = {
                name: known_value(world[name]) if name in needed else known for name, known in facts.items()
            }
            assert not rules.rule(settled).needs


def known_value(value: Value) -> Known:
    match value:
        case bool():
            return Truth.of(value)
        case int():
            return Range.exactly(value)
        case str():
            return Choice.of(value)
        case _:
            assert_never(value)


class TestLaw3:
    """The reasons of a verdict suffice: keep only those facts and it stands."""

    @given(conditions, partly_known, known_facts())
    def test_reasons_suffice_and_none_can_be_left_out(
        self, condition: Condition, facts: Facts, others: Facts
    ) -> None:
        said = assess(condition, facts)
        found = reasons(condition, facts)
        assert bool(found) is (said is not UNKNOWN)
        for reason in found:
            kept = {name: facts[name] for name in reason}
            assert assess(condition, kept) is said
            assert unanimous(condition, {**others, **kept}) is said
            for name in reason:
                assert assess(condition, {one: kept[one] for one in reason - {name}}) is UNKNOWN
        assert not any(one < other for one in found for other in found)

    @given(small_charters(), few_facts, departures)
    def test_reasons_of_a_clause(self, charter: Charter, facts: Facts, departed: set[str]) -> None:
        made = dict.fromkeys(sorted(departed), MET)
        for clause in charter.clauses:
            alone = evolve(charter, clauses=[clause], questions=(), outcomes=())
            rules = Rules(alone)
            (finding,) = rules.rule(facts, made).clauses
            for reason in finding.reasons:
                (kept,) = rules.rule({name: facts[name] for name in reason}, made).clauses
                assert kept.truth is finding.truth
                for name in reason:
                    (less,) = rules.rule({one: facts[one] for one in reason - {name}}, made).clauses
                    assert less.truth is UNKNOWN or clause.id in departed
            if clause.id not in departed:
                assert bool(finding.reasons) is (finding.truth is not UNKNOWN)


class TestLaw4:
    """De Morgan, double negation and at-least duality hold on the three values."""

    @given(st.lists(conditions, max_size=4), partly_known)
    def test_de_morgan(self, several: list[Condition], facts: Facts) -> None:
        nots = [Not(one) for one in several]
        assert assess(Not(All(several)), facts) is assess(Any(nots), facts)
        assert assess(Not(Any(several)), facts) is assess(All(nots), facts)

    @given(conditions, partly_known)
    def test_double_negation(self, condition: Condition, facts: Facts) -> None:
        assert assess(Not(Not(condition)), facts) is assess(condition, facts)
        assert assess(Not(condition), facts) is ~assess(condition, facts)

    @given(st.integers(0, 5), st.lists(conditions, max_size=4), partly_known)
    def test_not_at_least_n_is_at_least_the_rest_of_the_nots(
        self, n: int, several: list[Condition], facts: Facts
    ) -> None:
        rest = max(0, len(several) - n + 1)
        nots = AtLeastNOf(rest, [Not(one) for one in several])
        assert assess(Not(AtLeastNOf(n, several)), facts) is assess(nots, facts)

    @given(st.lists(conditions, max_size=4), partly_known)
    def test_all_and_any_are_at_least_all_and_one(self, several: list[Condition], facts: Facts) -> None:
        assert assess(All(several), facts) is assess(AtLeastNOf(len(several), several), facts)
        assert assess(Any(several), facts) is assess(AtLeastNOf(1, several), facts)

    @given(st.sampled_from(NUMBERS), st.integers(-2, TOP + 2), partly_known)
    def test_comparisons(self, name: str, bound: int, facts: Facts) -> None:
        def said(relation: Relation, value: int = bound) -> Truth:
            return assess(Compare(name, relation, value), facts)

        assert said(Relation.AT_LEAST) is ~said(Relation.LESS_THAN)
        assert said(Relation.AT_MOST) is ~said(Relation.MORE_THAN)
        assert said(Relation.MORE_THAN) is said(Relation.AT_LEAST, bound + 1)
        both = All([Compare(name, Relation.AT_LEAST, bound), Compare(name, Relation.AT_MOST, bound)])
        assert said(Relation.EXACTLY) is assess(both, facts)

    @given(share_comparisons(), partly_known)
    def test_shares(self, leaf: CompareShare, facts: Facts) -> None:
        opposite = {
            Relation.AT_LEAST: Relation.LESS_THAN,
            Relation.LESS_THAN: Relation.AT_LEAST,
            Relation.AT_MOST: Relation.MORE_THAN,
            Relation.MORE_THAN: Relation.AT_MOST,
        }[leaf.relation]
        assert assess(evolve(leaf, relation=opposite), facts) is ~assess(leaf, facts)

    @given(conditions, courses(known_facts()))
    def test_deciding_the_residual_is_deciding_the_condition(
        self, condition: Condition, course: list[Facts]
    ) -> None:
        left = residual(condition, course[0])
        assert isinstance(left, Truth) is (assess(condition, course[0]) is not UNKNOWN)
        for facts in course:
            said = left if isinstance(left, Truth) else assess(left, facts)
            assert said is assess(condition, facts)
        if not isinstance(left, Truth):
            assert set(facts_of(left)) <= set(facts_of(condition))
            assert len(list(leaves(left))) <= len(list(leaves(condition)))

    @given(conditions, known_facts(), st.data())
    def test_the_residual_of_missing_facts(
        self, condition: Condition, facts: Facts, data: st.DataObject
    ) -> None:
        first = data.draw(st.sets(st.sampled_from(sorted(facts))))
        left = residual(condition, {name: facts[name] for name in first})
        said = left if isinstance(left, Truth) else assess(left, facts)
        assert said is assess(condition, facts)


def renamed(subject: Project, names: Mapping[str, str]) -> Project:
    return evolve(
        subject,
        participations=[evolve(one, party=names.get(one.party, one.party)) for one in subject.participations],
    )


class TestLaw5:
    """Order of partners, records, clauses and files never matters; relabelling partners permutes results."""

    @given(projects(), st.randoms(use_true_random=False), st.booleans())
    @settings(max_examples=40)
    def test_order(self, subject: Project, random: Random, disputed: bool) -> None:
        charter = DISPUTED if disputed else agreement(threshold=None)

        def shuffled(several: Sequence[Record]) -> list[Record]:
            order = list(several)
            random.shuffle(order)
            return order

        mixed = evolve(
            charter,
            partners=shuffled(charter.partners),
            memberships=shuffled(charter.memberships),
            themes=shuffled(charter.themes),
            facts=shuffled(charter.facts),
            clauses=[
                evolve(one, readings=shuffled(one.readings), unless=shuffled(one.unless))
                for one in shuffled(charter.clauses)
            ],
        )
        other = evolve(
            subject,
            participations=shuffled(subject.participations),
            judgements=shuffled(subject.judgements),
        )
        assert other == subject
        register = Register([subject, project(id="q")], EXTERNALS)
        turned = Register([project(id="q"), other], shuffled(EXTERNALS))
        before = decide(charter, register, "p", on=ON)
        after = decide(mixed, turned, "p", on=ON)
        assert stands(after) == stands(before)
        assert evidence_of(after) == evidence_of(before)
        if len(subject.participations) < 3:  # more makes the search long, and shows nothing else
            assert sets_of(after) == sets_of(before)

    @given(small_charters(), few_facts, st.randoms(use_true_random=False))
    def test_order_of_any_conditions(self, charter: Charter, facts: Facts, random: Random) -> None:
        order = list(charter.clauses)
        random.shuffle(order)
        before, after = Rules(charter).rule(facts), Rules(evolve(charter, clauses=order)).rule(facts)
        assert (after.outcome, after.possible) == (before.outcome, before.possible)
        assert set(after.needs) == set(before.needs)
        assert {one.clause: one for one in after.clauses} == {one.clause: one for one in before.clauses}

    @given(projects(most=4), st.permutations(FIVE))
    @settings(max_examples=40)
    def test_relabelling(self, subject: Project, order: list[str]) -> None:
        """Members swap ids and everything they are called by; the results swap with them."""
        names = dict(zip(FIVE, order, strict=True))
        plain = agreement(threshold=None)
        plain = evolve(plain, partners=[Partner(one, one) for one in FIVE])
        swapped = evolve(plain, memberships=[evolve(m, partner=names[m.partner]) for m in plain.memberships])
        subject = evolve(subject, participations=[one for one in subject.participations if not one.named])
        before = decide(plain, REGISTER, subject, on=ON)
        after = decide(swapped, REGISTER, renamed(subject, names), on=ON)
        assert stands(after) == stands(before)
        evidence, permuted = evidence_of(before), evidence_of(after)
        assert permuted == {
            fact: tuple(frozenset(relabelled(each, names) for each in group) for group in groups)
            for fact, groups in evidence.items()
        }
        if len(subject.participations) < 3:
            assert sets_of(after) == {
                (outcome, frozenset((kind, names.get(what, what)) for kind, what in changes))
                for outcome, changes in sets_of(before)
            }


def sets_of(decision: Decision) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """What recourse offers, written out and by name."""
    return {
        (one.outcome, frozenset(in_words(change) for change in changes))
        for one in decision.recourse
        for changes in one.expand()
    }


def in_words(change: Change) -> tuple[str, str]:
    match change:
        case Join(parties=(what,)) | Confirm(records=(what,)) | RuleOut(records=(what,)):
            return type(change).__name__, what
        case SettleMembership(partner, _, member):
            return ("Settle" if member else "Unsettle"), partner
        case _:
            return type(change).__name__, str(change)


class TestLaw6:
    """Adding an involved member never lowers the count; adding an external party never changes it."""

    @given(agreements, projects(), st.sampled_from(FIVE), st.sampled_from(sorted(INVOLVED)))
    def test_member(self, charters: Charters, subject: Project, member: str, role: str) -> None:
        more = evolve(
            subject, participations=(*subject.participations, Participation(member, role, id="added"))
        )
        before = decide(charters, REGISTER, subject, on=ON)
        after = decide(charters, REGISTER, more, on=ON)
        for name in ("members_involved", "organisations"):
            low, high = ends(before, name)
            now_low, now_high = ends(after, name)
            assert low <= now_low <= low + 1
            assert high <= now_high
        order = {NOT_MET: 0, UNKNOWN: 1, MET: 2}
        thresholds = [one["scope"].findings["three-of-five"].truth for one in (before, after)]
        assert order[thresholds[0]] <= order[thresholds[1]]

    @given(agreements, projects(), st.sampled_from(["pol", "ext2", "ext3"]), st.sampled_from(ROLES))
    def test_external(self, charters: Charters, subject: Project, party: str, role: str) -> None:
        more = evolve(
            subject, participations=(*subject.participations, Participation(party, role, id="added"))
        )
        before = decide(charters, REGISTER, subject, on=ON)
        after = decide(charters, REGISTER, more, on=ON)
        for name in ("members", "members_involved", "members_involved_beyond_paying"):
            assert after.fact(name).value == before.fact(name).value
        assert after["scope"].truth is before["scope"].truth


def ends(decision: Decision, fact: str) -> tuple[float, float]:
    value = decision.fact(fact).value
    assert isinstance(value, Range)
    return value.low, float("inf") if value.high is None else value.high


class TestLaw7:
    """Recourse works and is minimal: applying a change set gives the wanted outcome, dropping any element does not."""

    @given(agreements, projects(most=4))
    @settings(max_examples=25)
    def test_every_set_of_changes(self, charters: Charters, subject: Project) -> None:
        check_recourse(charters, subject, 4)

    @pytest.mark.parametrize("charters", AGREEMENTS, ids=["three", "readings", "disputed"])
    @pytest.mark.parametrize(
        ("places", "complete"),
        [
            pytest.param(
                [
                    executing("ul", id="r0"),
                    executing("ul", certainty=Certainty.UNCERTAIN, id="r1"),
                    executing("nat", certainty=Certainty.UNCERTAIN, id="r2"),
                ],
                True,
                id="a-party-that-is-in-anyhow",
            ),
            pytest.param(
                [
                    executing("ul", certainty=Certainty.UNCERTAIN, id="r0"),
                    executing("ul", certainty=Certainty.UNCERTAIN, id="r1"),
                    executing("nat", certainty=Certainty.UNCERTAIN, id="r2"),
                    executing("gl", id="r3"),
                ],
                True,
                id="a-party-in-two-places",
            ),
            pytest.param(
                [executing("ul", id="r0"), executing(named="LUMC", stage=Firmness.INTENTION, id="r1")],
                False,
                id="a-name-that-may-be-of-who-joins",
            ),
            pytest.param(
                [executing(named="LUMC", id="r0"), executing(named="Naturalis", id="r1")],
                False,
                id="a-name-beside-a-partner-under-its-registered-name",
            ),
            pytest.param(
                [
                    executing("ul", id="r0"),
                    Participation("hl", id="r1"),
                    Participation(named="LUMC", id="r2"),
                ],
                True,
                id="a-role-nobody-knows",
            ),
            pytest.param(
                [
                    executing("ul", id="r0"),
                    executing(named="Naturalis", id="r1"),
                    executing(named="LUMC", id="r2"),
                    executing("nobody", id="r3"),
                ],
                True,
                id="an-id-that-nobody-has-beside-a-name",
            ),
        ],
    )
    def test_places_that_do_not_stand_alike(
        self, charters: Charters, places: list[Participation], complete: bool
    ) -> None:
        for profile in ("good", None):
            check_recourse(charters, project(places, fit="within", profile=profile, complete=complete), 99)

    @given(agreements, projects(most=4))
    @settings(max_examples=60)
    def test_an_undetermined_outcome_can_be_settled(self, charters: Charters, subject: Project) -> None:
        """Unless the charter itself leaves it open, each outcome that is possible can be brought about."""
        decision = decide(charters, REGISTER, subject, on=ON)
        if charters is not AGREEMENTS[1]:
            offered = {one.outcome for one in decision.recourse}
            assert set(decision.possible) - {decision.outcome} <= offered

    @pytest.mark.parametrize("case", ["nothing to want", "nothing left to find"])
    def test_the_search_ends_however_much_is_open(self, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Of thirty open clauses there are more sets of changes than anybody can even pass over."""
        several = [f"k{one}" for one in range(30)]
        words = Text.same("x")
        some = [Outcome("some", words, {"q": Answer.MET})] if case == "nothing left to find" else []
        charter = Charter(
            id="c",
            partnership=words,
            title=words,
            facts=[GivenFact(one, words) for one in several],
            clauses=[Clause(one, words, words, Is(one), admits_departure=True) for one in several],
            questions=[Question("q", words, Answers(words, words, words), any_of=several)],
            outcomes=[*some, Outcome("else", words, {})],
        )
        subject = Project("p", words, given=[GivenValue(one, NOT_MET, Source("x")) for one in several])
        looked = 0

        def watched(dimensions: Sequence[object]) -> Iterator[object]:
            nonlocal looked
            for one in by_size(dimensions):
                looked += 1
                assert looked <= 10 * recourse.BUDGET
                yield one

        by_size: Callable[..., Iterator[object]] = recourse._by_size
        monkeypatch.setattr(recourse, "BUDGET", 50)
        monkeypatch.setattr(recourse, "_by_size", watched)

        found = find_recourse(charter, subject, on=ON)
        assert len(found) == (30 if some else 0)


def check_recourse(charters: Charters, subject: Project, most: int) -> None:
    """Make the changes of every set, in as many ways as told, whole and without each of its elements."""
    decision = decide(charters, REGISTER, subject, on=ON)
    for one in find_recourse(charters, REGISTER, subject, on=ON):
        assert one.outcome != decision.outcome
        for changes in list(one.expand())[:most]:
            assert outcome_after(decision, changes) == one.outcome
            for index in range(len(changes)):
                assert outcome_after(decision, changes[:index] + changes[index + 1 :]) != one.outcome


def outcome_after(decision: Decision, changes: tuple[Change, ...]) -> str:
    assert decision.basis is not None
    wider = evolve(decision.basis, register=outsiders(decision.basis.register, 3, (), ""))
    basis = apply(wider, changes, ON)
    return decide(basis.charters, basis.register, basis.project, on=ON).outcome


class TestLaw9:
    """An amendment at t leaves every decision dated before t as it was."""

    @given(
        projects(), DAYS, st.lists(DAYS, min_size=1, max_size=4), st.sets(st.sampled_from(FIVE)), st.data()
    )
    @settings(max_examples=60)
    def test_amendment(
        self, subject: Project, t: date, days: list[date], leavers: set[str], data: st.DataObject
    ) -> None:
        first = agreement()
        amended = Charters(
            (
                evolve(first, period=Period(first.period.first, t - timedelta(days=1))),
                agreement(
                    [one for one in PARTNERS if one not in leavers],
                    id="charter-2025",
                    period=Period(t),
                    threshold=data.draw(st.sampled_from([None, 2, 4])),
                ),
            )
        )
        for day in days:
            after = decide(amended, REGISTER, subject, on=day)
            if day < t:
                assert after == decide(first, REGISTER, subject, on=day)
            else:
                assert after.charter == "charter-2025"

    @given(projects(), DAYS, st.data())
    @settings(max_examples=60)
    def test_records_of_later_leave_earlier_days_alone(
        self, subject: Project, t: date, data: st.DataObject
    ) -> None:
        day = data.draw(st.dates(date(2024, 6, 1), t - timedelta(days=1)))
        later = evolve(data.draw(participations()), period=Period(t), id="later")
        more = evolve(
            subject,
            participations=(*subject.participations, later),
            judgements=(*subject.judgements, judgement("profile", "not-good", on=t)),
            departures=(*subject.departures, departure(on=t)),
        )
        before = decide(first := agreement(), REGISTER, subject, on=day)
        after = decide(first, REGISTER, more, on=day)
        assert determined(after) == determined(before)
        assert after.needs == before.needs
        assert {one.name: one.value for one in after.facts} == {one.name: one.value for one in before.facts}


class TestRefusals:
    """An undetermined answer must not pass an `if` by accident."""

    def test_bool(self) -> None:
        decision = decide(agreement(), project(), on=ON)
        for refused in (decision, MET, NOT_MET, UNKNOWN, decision["scope"].truth):
            with pytest.raises(TypeError):
                bool(refused)
            with pytest.raises(TypeError):
                assert not refused

    def test_a_day_is_asked_for(self) -> None:
        with pytest.raises(TypeError):
            decide(agreement(), project())  # type: ignore[call-overload]  # the mistake under test
        with pytest.raises(TypeError, match="date"):
            decide(agreement(), project(), on="2025-06-01")  # type: ignore[call-overload]  # the mistake

    def test_what_is_no_charter_register_or_period_is_named(self) -> None:
        for wrong in ("leiden", None, REGISTER):
            with pytest.raises(TypeError, match=r"a charter is wanted, as load_charters gives, not"):
                decide(cast("Charter", wrong), project(), on=ON)
        path, year = cast("Register", "examples/leiden"), cast("Period", 2025)
        with pytest.raises(TypeError, match=r"a register is wanted, .* not 'examples/leiden'"):
            decide(agreement(), path, "p", on=ON)
        with pytest.raises(TypeError, match=r"a register is wanted, .* not 'examples/leiden'"):
            history(agreement(), path, "p", period=Period.day(ON))
        with pytest.raises(TypeError, match=r"a register is wanted, .* not a Charter"):
            audit(agreement(), cast("Register", agreement()), on=ON)
        with pytest.raises(TypeError, match=r"Period.year\(2025\), not 2025"):
            audit(agreement(), REGISTER, period=year)
        with pytest.raises(TypeError, match=r"Period.year\(2025\), not 2025"):
            history(agreement(), project(), period=year)

    def test_a_name_alone_is_no_person(self) -> None:
        with pytest.raises(TypeError, match=r"by= is a Person, .* not 'A. Jansen'"):
            Judgement("fit", "good", cast("Person", "A. Jansen"), ON)
