# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of results, written from the text of R-TRL-02, R-TRL-03 and A36 with plain loops; days are numbers.

Every result is *yes* (it lacks what is asked), *no*, or *maybe*; a count is the number of yes up to yes and maybe,
without an upper end when more results may exist than are listed. Nothing of the library is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field

YES, NO, MAYBE = "yes", "no", "maybe"


@dataclass(frozen=True)
class Said:
    result: str
    user: str
    day: int
    usable: bool


@dataclass(frozen=True)
class Ruled:
    result: str
    verdict: str
    day: int
    owner: str = ""
    until: int | None = None


@dataclass(frozen=True)
class Life:
    """One project: its results with day and users, what was said and ruled, how it ended, what is attested."""

    results: dict[str, tuple[int, frozenset[str]]]
    said: tuple[Said, ...] = ()
    ruled: tuple[Ruled, ...] = ()
    closed: tuple[int, ...] = ()
    last_day: int | None = None
    attested: frozenset[str] = field(default_factory=frozenset)


def count(answers: list[str], open_ended: bool) -> tuple[int, int | None]:
    sure = answers.count(YES)
    return sure, None if open_ended else sure + answers.count(MAYBE)


def listed(life: Life, day: int) -> list[str]:
    return [name for name, (on, _) in sorted(life.results.items()) if on <= day]


def is_over(life: Life, day: int) -> bool:
    ended = life.last_day is not None and life.last_day <= day
    return ended or any(one <= day for one in life.closed)


def more_may_exist(life: Life, day: int) -> bool:
    if "results" in life.attested:
        return False
    return bool(listed(life, day)) or is_over(life, day)


def last_rulings(life: Life, result: str, day: int) -> set[tuple[str, str, int | None]]:
    """What was ruled on the last day on which anything was; who carries a deferral and until when are part of it."""
    days = [one.day for one in life.ruled if one.result == result and one.day <= day]
    if not days:
        return set()
    return {
        (one.verdict, one.owner, one.until)
        for one in life.ruled
        if one.result == result and one.day == max(days)
    }


def lacks_decision(life: Life, result: str, day: int, *, with_a_date: bool) -> str:
    rulings = last_rulings(life, result, day)
    if not rulings:
        return YES if "dispositions" in life.attested else MAYBE
    if len(rulings) > 1:
        return MAYBE  # two decisions of one day contradict each other
    ((verdict, owner, until),) = rulings
    if verdict in ("adopted", "rejected", "not-needed"):
        return NO
    assert verdict == "deferred"
    if not owner:
        return YES
    if until is None:
        return YES if with_a_date else NO
    return YES if day > until else NO


def lacks_understanding(life: Life, result: str, day: int) -> str:
    rulings = last_rulings(life, result, day)
    if len(rulings) == 1 and next(iter(rulings))[0] == "not-needed":
        return NO
    _, users = life.results[result]
    if not users:
        return MAYBE
    answers = []
    for user in users:
        days = [one.day for one in life.said if one.result == result and one.user == user and one.day <= day]
        words = {
            one.usable
            for one in life.said
            if one.result == result and one.user == user and days and one.day == max(days)
        }
        if not words:
            answers.append(YES if "understandings" in life.attested else MAYBE)
        elif len(words) == 2:
            answers.append(MAYBE)
        else:
            answers.append(NO if words == {True} else YES)
    if len(rulings) > 1 and any(verdict == "not-needed" for verdict, _, _ in rulings):
        answers = [NO if one == NO else MAYBE for one in answers]  # perhaps nobody need understand it
    if YES in answers:
        return YES
    return MAYBE if MAYBE in answers else NO


def not_understood(life: Life, day: int) -> tuple[int, int | None]:
    answers = [lacks_understanding(life, one, day) for one in listed(life, day)]
    return count(answers, more_may_exist(life, day))


def without_decision(life: Life, day: int) -> tuple[int, int | None]:
    answers = [lacks_decision(life, one, day, with_a_date=True) for one in listed(life, day)]
    return count(answers, more_may_exist(life, day))


def closing(life: Life, day: int) -> int | None:
    """The day on which it was first closed; without a recorded closing, its last day once that has come."""
    closings = [one for one in life.closed if one <= day]
    if closings:
        return min(closings)
    if life.last_day is not None and life.last_day <= day:
        return life.last_day
    return None


def closed_before_decisions(life: Life, day: int) -> tuple[int, int | None]:
    closed = closing(life, day)
    if closed is None:
        return 0, 0
    answers = [lacks_decision(life, one, closed, with_a_date=False) for one in listed(life, closed)]
    return count(answers, "results" not in life.attested)
