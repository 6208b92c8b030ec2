# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a charter has an outcome for every combination of answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Final, TypeAlias

from ..charter import Answer, Clause, Outcome, Question
from ..errors import Problem
from .parts import CharterParts
from .problems import join, problem

COMBINATIONS: Final = 4096
"""Above this many combinations of answers the outcome table is not looked through."""
SHOWN: Final = 8
"""How many combinations without an outcome are named."""

_MEETS: Final = {
    Answer.MET: frozenset((1, 2)),
    Answer.SATISFIED: frozenset((2,)),
    Answer.EXPLAINED: frozenset((1,)),
    Answer.NOT_MET: frozenset((0,)),
}
_SAID: Final = {0: "not-met", 1: "explained", 2: "satisfied"}


def outcomes_are_total(parts: CharterParts) -> Iterator[Problem]:
    """Whatever the answers, some outcome fits, so that every settled case has a headline.

    Clauses are taken to be independent. A question is satisfied (2), explained by a departure (1) or not met (0): the
    worst of what it requires, the best of what it needs one of.
    """
    outcomes = parts.of_type("outcomes", Outcome)
    questions = parts.of_type("questions", Question)
    if not outcomes or not questions or not parts.knows_all("clauses", "questions", "outcomes"):
        return
    names = tuple(one.value.id for one in questions)
    used = {name for one in outcomes for name, _ in one.value.when}
    missing: list[str] = []
    for answers in sorted(_possible(parts, [one.value for one in questions]), reverse=True):
        stands = dict(zip(names, answers, strict=True))
        if not any(all(stands.get(n) in _MEETS[wanted] for n, wanted in one.value.when) for one in outcomes):
            missing.append(", ".join(f"{name}: {_SAID[stands[name]]}" for name in names if name in used))
    for words in tuple(dict.fromkeys(missing))[:SHOWN]:
        yield problem("outcome-table-not-total", join(parts.path, "outcomes"), words, file=outcomes[0].file)


_Use: TypeAlias = tuple[str, str]


def _groups(clauses: Iterable[str], questions: Iterable[Question]) -> dict[str, tuple[object, ...]]:
    """Clauses that the same questions name in the same way come to one answer together, so they are one group."""
    uses: dict[str, list[_Use]] = {}
    for question in questions:
        for role, named in (("requires", question.requires), ("any_of", question.any_of)):
            for name in named:
                if name in clauses:
                    uses.setdefault(name, []).append((question.id, role))
    # Where one question asks for all and another for any of them, they have a worst and a best: no group.
    return {
        name: tuple(where) if len({role for _, role in where}) == 1 else (*where, name)
        for name, where in uses.items()
    }


def _possible(parts: CharterParts, questions: Iterable[Question]) -> set[tuple[int, ...]]:
    """Every combination of answers to the questions; none when there are too many, or a name leads nowhere."""
    several = tuple(questions)
    admits = {one.value.id: one.value.admits_departure for one in parts.of_type("clauses", Clause)}
    before = set(admits)
    for question in several:
        if not before.issuperset((*question.requires, *question.any_of)):
            return set()
        before.add(question.id)
    group_of = _groups(admits, several)
    departs: dict[tuple[object, ...], bool] = {}
    for name, group in group_of.items():
        departs[group] = departs.get(group, False) or admits[name]
    ways = [(0, 1, 2) if admitted else (0, 2) for admitted in departs.values()]
    if prod(map(len, ways)) > COMBINATIONS:
        return set()
    return {_answers(several, group_of, dict(zip(departs, chosen, strict=True))) for chosen in product(*ways)}


def _answers(
    questions: tuple[Question, ...],
    group_of: Mapping[str, tuple[object, ...]],
    chosen: Mapping[tuple[object, ...], int],
) -> tuple[int, ...]:
    stands = {name: chosen[group] for name, group in group_of.items()}
    for question in questions:
        stand = min((stands[name] for name in question.requires), default=2)
        if question.any_of:
            stand = min(stand, max(stands[name] for name in question.any_of))
        stands[question.id] = stand
    return tuple(stands[question.id] for question in questions)
