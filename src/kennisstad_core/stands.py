# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a clause or a question may stand, as a set of what is still possible, and how parts make a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from .charter import UNDETERMINED, Answer, Answers, Effect
from .findings import Status
from .text import Text
from .truth import MET, NOT_MET, UNKNOWN, Truth

# How a clause or question may stand, worst first: *all* takes the worst of its parts, *any* the best. What is still
# possible is a set of these.
NO, EXPLAINED, YES = 0, 1, 2
Stand: TypeAlias = frozenset[int]
"""What is still possible of `NO`, `EXPLAINED` and `YES`."""
ONLY: Final[Mapping[int, Stand]] = {stand: frozenset((stand,)) for stand in (NO, EXPLAINED, YES)}
OPEN: Final = frozenset((NO, YES))
ASKED: Final[Mapping[Answer, Stand]] = {
    Answer.MET: frozenset((EXPLAINED, YES)),
    Answer.SATISFIED: ONLY[YES],
    Answer.EXPLAINED: ONLY[EXPLAINED],
    Answer.NOT_MET: ONLY[NO],
}
EFFECTS: Final[Mapping[Effect, int]] = {Effect.MET: YES, Effect.NOT_MET: NO, Effect.NOT_APPLICABLE: YES}
UNDETERMINED_TITLE: Final = Text(nl="nog niet te bepalen", en="cannot be determined yet")


def truth_of(stand: Stand) -> Truth:
    """What a clause or question counts as: explained counts as met."""
    if NO not in stand:
        return MET
    return NOT_MET if len(stand) == 1 else UNKNOWN


def stand_of(truth: Truth) -> Stand:
    """How a clause may stand for what its condition says."""
    return ONLY[YES] if truth is MET else ONLY[NO] if truth is NOT_MET else OPEN


def combine(take: Callable[[int, int], int], parts: Iterable[Stand], start: int) -> Stand:
    """Every way in which the whole may stand: ``min`` for all of the parts, ``max`` for any."""
    so_far = ONLY[start]
    for part in parts:
        so_far = frozenset(take(a, b) for a in so_far for b in part)
    return so_far


def headline(possible: frozenset[str]) -> str:
    """The outcome when one is possible, and else that it is undetermined."""
    return next(iter(possible)) if len(possible) == 1 else UNDETERMINED


def standing(stand: frozenset[int]) -> Status:
    """The status of a question or clause that may stand in these ways."""
    if len(stand) > 1:
        return Status.UNDETERMINED
    return {YES: Status.SATISFIED, EXPLAINED: Status.EXPLAINED, NO: Status.NOT_MET}[next(iter(stand))]


def answer_of(answers: Answers, status: Status, truth: Truth) -> Text:
    """The charter's own words for how a question stands."""
    if status is Status.EXPLAINED and answers.explained is not None:
        return answers.explained
    return {MET: answers.met, NOT_MET: answers.not_met, UNKNOWN: answers.unknown}[truth]
