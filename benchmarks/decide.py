# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One decision with every finding, record and need read out, beside the same rules written out by hand in Python.

The hand-written rules answer yes or no and keep nothing; they are the floor, not a rival.

Run: python benchmarks/decide.py
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import TypeVar

from attrs import frozen

import kennisstad_core as kc

ON = date(2025, 6, 1)
MEMBERS = ("gemeente-leiden", "hogeschool-leiden", "mborijnland", "naturalis", "universiteit-leiden")
COUNTS = frozenset(("lead", "executing", "in-kind", "funding"))
T = TypeVar("T")
WHO = kc.Person("A. Jansen", "programme manager")


def projects(count: int, seed: int = 1) -> list[kc.Project]:
    """Different projects of three or four parties, most with a judgement of the theme and the profile."""
    chance = random.Random(seed)
    made: list[kc.Project] = []
    for index in range(count):
        parties = chance.sample((*MEMBERS, "politie"), chance.choice((3, 4)))
        start = ON - timedelta(days=chance.randrange(30, 700))
        judgements = [
            kc.Judgement(fact, chance.choice(verdicts), WHO, start)
            for fact, verdicts in (
                ("theme_fit", ("within", "partial", "wholly-outside")),
                ("good_for_profile", ("good", "not-good")),
            )
            if chance.random() < 0.9
        ]
        made.append(
            kc.Project(
                id=f"p{index}",
                title=kc.Text.same(f"Project {index}"),
                period=kc.Period(start),
                participations=[
                    kc.Participation(
                        party, chance.choice(("lead", "executing", "in-kind")), period=kc.Period(start)
                    )
                    for party in parties
                ],
                judgements=judgements,
                completeness=[kc.Completeness(WHO, start)],
            )
        )
    return made


def as_dictionary(project: kc.Project) -> dict[str, object]:
    """The same project as a form would hold it."""
    return {
        "participations": [
            {"party": one.party, "role": one.role, "first": one.period.first}
            for one in project.participations
        ],
        "judgements": {one.fact: one.verdict for one in project.judgements},
    }


@frozen
class Part:
    """A participation for the hand-written rules on objects."""

    party: str
    role: str
    first: date


@frozen
class Plain:
    """A project for the hand-written rules on objects."""

    participations: tuple[Part, ...]
    theme: str
    profile: str


def as_object(project: kc.Project) -> Plain:
    """The same project as plain values."""
    judged = {one.fact: one.verdict for one in project.judgements}
    return Plain(
        tuple(Part(one.party, one.role, one.period.first or ON) for one in project.participations),
        judged.get("theme_fit", ""),
        judged.get("good_for_profile", ""),
    )


def by_hand_on_dictionaries(project: dict[str, object]) -> str:
    """Theme, three of five on a date, signature: the rules and nothing else."""
    participations = project["participations"]
    judgements = project["judgements"]
    assert isinstance(participations, list)
    assert isinstance(judgements, dict)
    parties = {one["party"] for one in participations if one["role"] in COUNTS and one["first"] <= ON}
    theme = judgements.get("theme_fit") in ("within", "partial")
    if theme and len(parties.intersection(MEMBERS)) >= 3:
        return "in-framework"
    good = len(parties) >= 2 and judgements.get("good_for_profile") == "good"
    return "signature-only" if good else "not-kennisstad"


def by_hand_on_objects(project: Plain) -> str:
    """The same on frozen values."""
    parties = {one.party for one in project.participations if one.role in COUNTS and one.first <= ON}
    if project.theme in ("within", "partial") and len(parties.intersection(MEMBERS)) >= 3:
        return "in-framework"
    good = len(parties) >= 2 and project.profile == "good"
    return "signature-only" if good else "not-kennisstad"


def read_out(decision: kc.Decision) -> int:
    """Everything a screen or a file would show: findings, the records behind each fact, needs, readings."""
    seen = len(decision.needs) + len(decision.sensitivities)
    for question in decision.questions:
        seen += len(question.clauses)
    for clause in decision.clauses:
        seen += clause.status is kc.Status.SATISFIED
    for fact in decision.facts:
        seen += len(fact.records) + len(fact.possible) + len(fact.left_out)
    return seen


def microseconds(each: Callable[[T], object], several: Sequence[T], rounds: int) -> float:
    """The median over rounds of the time for one."""
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        for one in several:
            each(one)
        times.append((perf_counter() - start) / len(several) * 1e6)
    return median(times)


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="few repetitions, to see that it runs")
    quick = options.parse_args().quick
    count, rounds = (200, 1) if quick else (2000, 7)

    charters = kc.load_charters("leiden")
    several = projects(count)
    register = kc.Register(several, [kc.ExternalParty("politie", "Politie")])

    def decided(project: kc.Project) -> int:
        return read_out(kc.decide(charters, register, project, on=ON))

    start = perf_counter()
    for one in several:
        decided(one)
    first = (perf_counter() - start) / count * 1e6
    ours = microseconds(decided, several, rounds)
    dictionaries = microseconds(by_hand_on_dictionaries, [as_dictionary(one) for one in several], rounds)
    objects = microseconds(by_hand_on_objects, [as_object(one) for one in several], rounds)
    print(
        f"{count} different projects, {len(charters['leiden-2023'].clauses)} clauses, everything read out; µs for one:"
    )
    print(
        f"  decide, first time (rulings not yet known)  {first:8.1f}   {first / objects:6.1f} × by hand on objects"
    )
    print(f"  decide                                      {ours:8.1f}   {ours / objects:6.1f} ×")
    print(f"  by hand on frozen values, answer only       {objects:8.1f}      1.0 ×")
    print(
        f"  by hand on dictionaries, answer only        {dictionaries:8.1f}   {dictionaries / objects:6.1f} ×"
    )

    many = 2_000 if quick else 100_000
    start = perf_counter()
    for index in range(many):
        kc.decide(charters, register, several[index % count], on=ON)
    print(f"{many} decisions in one run: {perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
