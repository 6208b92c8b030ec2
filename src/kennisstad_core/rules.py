# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A charter at work: from facts to a ruling, exactly, and once for every distinct set of facts.

What is not known is cut into cells that no condition can tell apart, and the charter is evaluated on every
combination of them; an answer is settled when all combinations agree. So learning more never turns a settled answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Final

from attrs import evolve, frozen

from .charter import (
    UNDETERMINED,
    Charter,
    Clause,
    Effect,
    Force,
    Question,
    Standing,
    Weight,
)
from .conditions import (
    COMPLETIONS,
    Compare,
    CompareShare,
    Condition,
    Facts,
    assess,
    bounds,
    cells,
    completions,
    facts_of,
    find,
    leaves,
    size,
    sufficient,
)
from .findings import (
    Cause,
    ClauseFinding,
    DerogationFinding,
    Lack,
    Need,
    QuestionFinding,
    ReadingFinding,
    Ruling,
    Sensitivity,
    Status,
)
from .stands import (
    ASKED,
    EFFECTS,
    EXPLAINED,
    NO,
    ONLY,
    OPEN,
    UNDETERMINED_TITLE,
    YES,
    Stand,
    answer_of,
    combine,
    headline,
    stand_of,
    standing,
    truth_of,
)
from .text import Text
from .truth import MET, NOT_MET, UNKNOWN, Truth
from .values import Choice, Known, Range

MEMO: Final = 8192
NOBODY: Final[Mapping[str, Truth]] = {}


@frozen
class Case:
    """How everything may stand on one set of facts."""

    clauses: Mapping[str, Stand]
    questions: tuple[Stand, ...]
    outcomes: frozenset[str]
    stuck: frozenset[str]


class Rules:
    """One charter version, ready to rule on facts; rulings are kept, since few sets of facts are distinct."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        conditions = tuple(charter.conditions())
        # Only these move an answer, so only what they cannot settle is gone through in every combination.
        self._deciding = tuple(charter.deciding())
        asked = {name for question in charter.questions for name in (*question.requires, *question.any_of)}
        self._asked = tuple(clause for clause in charter.clauses if clause.id in asked)
        self.used = tuple(dict.fromkeys(name for condition in conditions for name in facts_of(condition)))
        cuts = self._thresholds(conditions)
        self._cuts = tuple((name, cuts.get(name)) for name in self.used)
        self._labels = {fact.name: fact.label for fact in charter.facts}
        self._titles = {outcome.id: outcome.title for outcome in charter.outcomes}
        self._memo: dict[tuple[object, ...], Ruling] = {}
        self._possible: dict[tuple[object, ...], tuple[frozenset[str], tuple[Stand, ...]]] = {}
        self._readings: dict[str, tuple[Rules, ...]] = {}

    def _thresholds(self, conditions: Iterable[Condition]) -> dict[str, tuple[int, ...]]:
        """Where the conditions cut a number; not for one that is also compared with a share of another."""
        cuts: dict[str, set[int]] = {}
        shared: set[str] = set()
        for condition in conditions:
            for leaf in leaves(condition):
                if isinstance(leaf, Compare):
                    cuts.setdefault(leaf.fact, set()).update(bounds(leaf))
                elif isinstance(leaf, CompareShare):
                    shared |= {leaf.part, leaf.whole}
        return {name: tuple(sorted(several)) for name, several in cuts.items() if name not in shared}

    # One set of facts

    def _clause(
        self, clause: Clause, facts: Facts, departed: Truth, swap: Condition | None
    ) -> tuple[Stand, bool]:
        """How a clause may stand, and whether facts can no longer settle it."""
        if clause.standing is Standing.UNATTESTED:
            return OPEN, True
        applies = MET if clause.applies is None else assess(clause.applies, facts)
        if applies is NOT_MET:
            return ONLY[YES], False
        if swap is not None:
            truths = {assess(swap, facts)}
        else:
            truths = {assess(clause.condition, facts)}
            truths |= {
                assess(one.condition, facts) for one in clause.readings if one.weight is Weight.DECISIVE
            }
        stand, stuck = stand_of(truths.pop()) if len(truths) == 1 else OPEN, len(truths - {UNKNOWN}) == 2
        stuck = stuck if stand is OPEN else False
        live = {one.effect for one in clause.unless if assess(one.condition, facts) is MET}
        perhaps = {one.effect for one in clause.unless if assess(one.condition, facts) is UNKNOWN} - live
        if len(live) > 1:
            stand, stuck = OPEN, True
        elif live:
            stand, stuck = ONLY[EFFECTS[next(iter(live))]], False
        if perhaps and len(live) < 2:
            stand |= {EFFECTS[effect] for effect in perhaps}
            if len(live | perhaps) > 1:
                stand |= OPEN
        if departed is MET:
            stand = frozenset(EXPLAINED if one == NO else one for one in stand)
        elif departed is UNKNOWN and NO in stand:
            stand, stuck = stand | ONLY[EXPLAINED], True
        if applies is UNKNOWN:
            stand |= ONLY[YES]
        return stand, stuck

    def _case(
        self,
        facts: Facts,
        departed: Mapping[str, Truth],
        swap: Mapping[str, Condition],
        force: Mapping[str, int],
    ) -> Case:
        stands: dict[str, Stand] = {}
        stuck: set[str] = set()
        for clause in self._asked:
            stand, beyond = self._clause(clause, facts, departed.get(clause.id, NOT_MET), swap.get(clause.id))
            if clause.id in force:
                stand = ONLY[force[clause.id]]
                if (
                    stand == ONLY[NO]
                    and departed.get(clause.id) is MET
                    and clause.standing is Standing.IN_FORCE
                ):
                    stand = ONLY[EXPLAINED]
            elif beyond:
                stuck.add(clause.id)
            stands[clause.id] = stand
        answers = self._answers(stands)
        outcomes = frozenset(self._outcomes(answers))
        if len(outcomes) > 1 and prod(map(len, stands.values())) <= COMPLETIONS:
            # A clause that several questions rest on stands one way for all of them.
            ways = product(*(tuple(map(ONLY.__getitem__, stand)) for stand in stands.values()))
            each = (self._answers(dict(zip(stands, way, strict=True))) for way in ways)
            outcomes = frozenset(outcome for answers in each for outcome in self._outcomes(answers))
        return Case(
            stands, tuple(answers[one.id] for one in self.charter.questions), outcomes, frozenset(stuck)
        )

    def _answers(self, clauses: Mapping[str, Stand]) -> dict[str, Stand]:
        """How the questions may stand, beside the clauses."""
        stands = dict(clauses)
        for question in self.charter.questions:
            stand = combine(min, (stands[name] for name in question.requires), YES)
            if question.any_of:
                either = combine(max, (stands[name] for name in question.any_of), NO)
                stand = combine(min, (stand, either), YES)
            stands[question.id] = stand
        return stands

    def _outcomes(self, stands: Mapping[str, Stand]) -> Iterator[str]:
        """The rows that may be the first to hold; a row that is certain closes the table, else perhaps none holds."""
        for outcome in self.charter.outcomes:
            asked = [(stands[name], ASKED[answer]) for name, answer in outcome.when]
            if all(stand & wanted for stand, wanted in asked):
                yield outcome.id
                if all(stand <= wanted for stand, wanted in asked):
                    return
        yield UNDETERMINED

    # What is not known

    def _cut(self, facts: Facts, swap: Mapping[str, Condition]) -> dict[str, tuple[Known, ...]]:
        conditions = (*self._deciding, *swap.values())
        names = dict.fromkeys(name for condition in conditions for name in facts_of(condition))
        return {
            name: several for name, several in cells(conditions, facts, names).items() if len(several) > 1
        }

    def survey(
        self,
        facts: Facts,
        departed: Mapping[str, Truth] = NOBODY,
        swap: Mapping[str, Condition] | None = None,
    ) -> tuple[dict[tuple[int, ...], Case], tuple[str, ...]]:
        """Every combination of what is not known, with how everything stands in it, and the facts that vary.

        Above `COMPLETIONS` combinations there is one case, on the facts as they are: sound, but it may leave open
        what the combinations would settle.
        """
        swap = swap or {}
        cut = self._cut(facts, swap)
        names = tuple(cut)
        if size(cut) > COMPLETIONS:
            return {(): self._case(facts, departed, swap, {})}, ()
        places = product(*(range(len(cut[name])) for name in names))
        cases = completions(cut, facts)
        return {
            place: self._case(case, departed, swap, {}) for place, case in zip(places, cases, strict=True)
        }, names

    def possible(
        self, facts: Facts, departed: Mapping[str, Truth] = NOBODY
    ) -> tuple[frozenset[str], tuple[Stand, ...]]:
        """The outcomes, and the ways each question may stand, without the findings of a ruling."""
        key = self._key(facts, departed)
        held = self._possible.get(key)
        if held is None:
            cases, _ = self.survey(facts, departed)
            questions = zip(*(case.questions for case in cases.values()), strict=True)
            outcomes = frozenset[str]().union(*(case.outcomes for case in cases.values()))
            if len(self._possible) >= MEMO:
                self._possible.clear()
            held = outcomes, tuple(frozenset[int]().union(*several) for several in questions)
            self._possible[key] = held
        return held

    def _needs(
        self,
        facts: Facts,
        departed: Mapping[str, Truth],
        cases: Mapping[tuple[int, ...], Case],
        names: tuple[str, ...],
    ) -> Iterator[Need]:
        outcomes = {place: case.outcomes for place, case in cases.items()}
        if len(frozenset().union(*outcomes.values())) < 2:
            return
        cut = self._cut(facts, {})
        wanted: set[str] = set()
        if () in cases and not names:
            # One case only: either nothing varies, or there are too many combinations to tell which fact matters.
            wanted.update(cut)
        for axis, name in enumerate(names):
            lines: dict[tuple[int, ...], set[frozenset[str]]] = {}
            for place, possible in outcomes.items():
                lines.setdefault(place[:axis] + place[axis + 1 :], set()).add(possible)
            if any(len(line) > 1 for line in lines.values()):
                wanted.add(name)
        matters: set[str] = set()
        for case, filled in zip(cases.values(), completions(cut if names else {}, facts), strict=True):
            for name in case.stuck:
                ways = {self._case(filled, departed, {}, {name: way}).outcomes for way in (NO, YES)}
                if len(ways) > 1:
                    matters.add(name)
        unsettled = tuple(clause for clause in self._asked if clause.id in matters)
        for clause in unsettled:
            # A fact may matter under each reading, and yet change nothing as long as the reading is not chosen.
            for settled in self._settled(clause):
                needs = settled.rule(facts, departed).needs
                wanted.update(one.name for one in needs if one.lack is Lack.FACT)
        yield from (Need(Lack.FACT, name, self._label(name)) for name in cut if name in wanted)
        for clause in unsettled:
            lack = Lack.RECORD if departed.get(clause.id) is UNKNOWN else self._lack(clause)
            yield Need(lack, clause.id, clause.title)

    def _settled(self, clause: Clause) -> tuple[Rules, ...]:
        """The charter as it would be with one of the readings that must agree, once for each of them."""
        held = self._readings.get(clause.id)
        if held is None:
            decisive = [one.condition for one in clause.readings if one.weight is Weight.DECISIVE]
            ways = [evolve(clause, condition=one, readings=()) for one in (clause.condition, *decisive)]
            held = self._readings[clause.id] = tuple(
                Rules(
                    evolve(
                        self.charter,
                        clauses=[way if one.id == clause.id else one for one in self.charter.clauses],
                    )
                )
                for way in (ways if decisive else ())
            )
        return held

    def _label(self, name: str) -> Text:
        return self._labels.get(name) or Text.same(name)

    @staticmethod
    def _lack(clause: Clause) -> Lack:
        if clause.standing is Standing.UNATTESTED:
            return Lack.ATTESTATION
        return (
            Lack.READING if any(one.weight is Weight.DECISIVE for one in clause.readings) else Lack.RESOLUTION
        )

    # Putting it in findings

    def _clause_finding(self, clause: Clause, stand: Stand, facts: Facts, departed: Truth) -> ClauseFinding:
        readings = tuple(
            ReadingFinding(one.id, one.title, one.weight, find(one.condition, facts))
            for one in clause.readings
        )
        derogations = tuple(
            DerogationFinding(one.id, one.title, one.effect, find(one.condition, facts))
            for one in clause.unless
        )
        finding = find(clause.condition, facts)
        live = {one.effect for one in derogations if one.finding.truth is MET}
        aside = clause.applies is not None and assess(clause.applies, facts) is NOT_MET
        decisive = {one.finding.truth for one in readings if one.weight is Weight.DECISIVE} | {finding.truth}
        unattested = clause.standing is Standing.UNATTESTED
        causes = {
            Cause.UNATTESTED: unattested,
            Cause.DOES_NOT_APPLY: aside,
            Cause.DEROGATIONS_CONFLICT: len(live) > 1,
            Cause.DEROGATION: len(live) == 1,
            Cause.READINGS_DISAGREE: {MET, NOT_MET} <= decisive and not live,
            Cause.DEPARTURE: departed is MET and stand != ONLY[YES],
        }
        truth = truth_of(stand)
        if clause.force is Force.REMARK and not aside:
            status = {MET: Status.INFO, NOT_MET: Status.NOT_APPLICABLE, UNKNOWN: Status.UNDETERMINED}[truth]
        elif unattested or aside or live == {Effect.NOT_APPLICABLE}:
            status = Status.NOT_APPLICABLE
        else:
            status = standing(stand)
        return ClauseFinding(
            clause=clause.id,
            title=clause.title,
            text=clause.text,
            force=clause.force,
            source=clause.source,
            status=status,
            truth=truth,
            finding=finding,
            readings=readings,
            derogations=derogations,
            causes=tuple(cause for cause, holds in causes.items() if holds),
            reasons=self._reasons(clause, facts, departed),
            chosen=clause.chosen,
            family=self.charter.family(clause),
        )

    def _by_itself(
        self, clause: Clause, facts: Facts, departed: Truth, swap: Condition | None = None
    ) -> Stand:
        """How a clause may stand, over every combination of what it rests on and is not known."""
        conditions = (*clause.deciding(), *(() if swap is None else (swap,)))
        names = dict.fromkeys(name for condition in conditions for name in facts_of(condition))
        cut = {name: several for name, several in cells(conditions, facts, names).items() if len(several) > 1}
        if size(cut) > COMPLETIONS:
            return self._clause(clause, facts, departed, swap)[0]
        cases = completions(cut, facts)
        return frozenset[int]().union(*(self._clause(clause, case, departed, swap)[0] for case in cases))

    def _reasons(self, clause: Clause, facts: Facts, departed: Truth) -> tuple[frozenset[str], ...]:
        """The smallest sets of facts on which the clause stands as it does, whatever the other facts may be."""
        whole = self._by_itself(clause, facts, departed)
        if len(whole) > 1:
            return ()
        names = dict.fromkeys(name for condition in clause.deciding() for name in facts_of(condition))

        def stands(kept: frozenset[str]) -> bool:
            return self._by_itself(clause, {name: facts[name] for name in kept}, departed) == whole

        return sufficient(stands, [name for name in names if name in facts])

    def _sensitivities(
        self,
        facts: Facts,
        departed: Mapping[str, Truth],
        stands: Mapping[str, Stand],
        possible: frozenset[str],
    ) -> Iterator[Sensitivity]:
        for clause in self.charter.clauses:
            for reading in clause.readings:
                if reading.weight is Weight.ALTERNATIVE:
                    swap = {clause.id: reading.condition}
                    cases, _ = self.survey(facts, departed, swap)
                    stand = self._stands(tuple(cases.values()), facts, departed, swap)[clause.id]
                    outcomes = frozenset[str]().union(*(case.outcomes for case in cases.values()))
                    if stand != stands[clause.id] or outcomes != possible:
                        ordered = self.ordered(outcomes)
                        titles = tuple(self._titles[name] for name in ordered)
                        yield Sensitivity(
                            clause.id, reading.id, reading.title, truth_of(stand), ordered, titles
                        )

    def _stands(
        self,
        cases: tuple[Case, ...],
        facts: Facts,
        departed: Mapping[str, Truth],
        swap: Mapping[str, Condition],
    ) -> dict[str, Stand]:
        """How each clause may stand over all cases; one that no question rests on is assessed by itself."""
        stands: dict[str, Stand] = {}
        for clause in self.charter.clauses:
            if clause in self._asked:
                stands[clause.id] = frozenset[int]().union(*(case.clauses[clause.id] for case in cases))
            else:
                made = departed.get(clause.id, NOT_MET)
                stands[clause.id] = self._by_itself(clause, facts, made, swap.get(clause.id))
        return stands

    def ordered(self, outcomes: Iterable[str]) -> tuple[str, ...]:
        """Outcomes in the order of the charter's table."""
        several = frozenset(outcomes)
        return tuple(outcome.id for outcome in self.charter.outcomes if outcome.id in several)

    def _key(self, facts: Facts, departed: Mapping[str, Truth]) -> tuple[object, ...]:
        """Facts that no condition can tell apart have the same key."""
        key: list[object] = [tuple(departed.items())]
        for name, cuts in self._cuts:
            known = facts.get(name)
            if isinstance(known, Range):
                low, high = known.low, known.high
                if cuts is not None:
                    low = bisect_right(cuts, low)
                    high = len(cuts) if high is None else bisect_right(cuts, high)
                key += (low, high)
            else:
                # Of a choice its options, since a frozenset keeps its hash and a choice does not.
                key.append(known.options if isinstance(known, Choice) else known)
        return tuple(key)

    def rule(self, facts: Facts, departed: Mapping[str, Truth] = NOBODY) -> Ruling:
        """The ruling on these facts; ``departed`` says from which clauses a departure was recorded.

        Raises:
            TypeError: when a fact is of another kind than a condition asks.
        """
        key = self._key(facts, departed)
        ruling = self._memo.get(key)
        if ruling is None:
            if len(self._memo) >= MEMO:
                self._memo.clear()
            ruling = self._memo[key] = self._rule(facts, departed)
        return ruling

    def _rule(self, facts: Facts, departed: Mapping[str, Truth]) -> Ruling:
        cases, names = self.survey(facts, departed)
        every = tuple(cases.values())
        charter = self.charter
        stands = self._stands(every, facts, departed, {})
        clauses = {
            clause.id: self._clause_finding(
                clause, stands[clause.id], facts, departed.get(clause.id, NOT_MET)
            )
            for clause in charter.clauses
        }
        questions: list[QuestionFinding] = []
        for index, question in enumerate(charter.questions):
            stand = frozenset[int]().union(*(case.questions[index] for case in every))
            questions.append(_question_finding(question, stand, clauses, questions))
        possible = frozenset[str]().union(*(case.outcomes for case in every))
        ordered = self.ordered(possible)
        outcome = headline(possible)
        return Ruling(
            outcome=outcome,
            title=self._titles.get(outcome, UNDETERMINED_TITLE),
            possible=tuple((name, self._titles[name]) for name in ordered),
            questions=tuple(questions),
            clauses=tuple(clauses.values()),
            needs=tuple(self._needs(facts, departed, cases, names)),
            sensitivities=tuple(self._sensitivities(facts, departed, stands, possible)),
        )


def _question_finding(
    question: Question, stand: Stand, clauses: Mapping[str, ClauseFinding], before: Iterable[QuestionFinding]
) -> QuestionFinding:
    """A question with every clause under it, also those under the questions it rests on."""
    below = {one.question: one.clauses for one in before}
    under: dict[str, ClauseFinding] = {}
    for name in (*question.requires, *question.any_of):
        for one in below.get(name, ()) if name in below else (clauses[name],):
            under[one.clause] = one
    status, truth = standing(stand), truth_of(stand)
    return QuestionFinding(
        question=question.id,
        title=question.title,
        answer=answer_of(question.answers, status, truth),
        status=status,
        truth=truth,
        clauses=tuple(under.values()),
        rests_on=(*question.requires, *question.any_of),
    )
