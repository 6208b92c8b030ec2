# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One decision with every finding, record and need read out, beside the same rules written out by hand in Python.

By hand is done twice: the answer only, which takes what is not known for a no and keeps nothing, and is the floor; and
the answer with who counts for what, what every clause says in three values, and what is still needed. That one gives
the outcome of the library for every project, which is asserted before anything is measured.

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

from attrs import evolve, frozen

import kennisstad_core as kc

ON = date(2025, 6, 1)
MEMBERS = ("gemeente-leiden", "hogeschool-leiden", "mborijnland", "naturalis", "universiteit-leiden")
COUNTS = frozenset(("lead", "executing", "in-kind", "funding"))
T = TypeVar("T")
WHO = kc.Person("A. Jansen", "programme manager")


def agreement() -> kc.Charters:
    """The bundled charter without the membership that is disputed, which the rules by hand do not provide for."""
    charter = kc.load_charters("leiden")["leiden-2023"]
    sure = [one for one in charter.memberships if one.certainty is kc.Certainty.CERTAIN]
    return kc.Charters((evolve(charter, memberships=sure),))


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

    id: str
    participations: tuple[Part, ...]
    theme: str
    profile: str


def as_object(project: kc.Project) -> Plain:
    """The same project as plain values."""
    judged = {one.fact: one.verdict for one in project.judgements}
    return Plain(
        project.id,
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


NAMES = {**{name: name for name in MEMBERS}, "politie": "Politie"}
Truth = bool | None


def both(one: Truth, other: Truth) -> Truth:
    """Met when both are, open when that is not known yet."""
    return False if one is False or other is False else None if one is None or other is None else True


def by_hand_explained(project: Plain) -> dict[str, object]:
    """The answer with what it rests on: still these rules only, with the numbers and the words in the code."""
    members, outside, left_out = [], [], []
    for one in project.participations:
        record = (f"{project.id}/{one.party}", one.party, NAMES[one.party])
        if one.role not in COUNTS:
            left_out.append((*record, "role"))
        elif one.first > ON:
            left_out.append((*record, "not-yet"))
        elif one.party in MEMBERS:
            members.append((*record, "counted"))
        else:
            outside.append((*record, "counted"))
    theme: Truth = project.theme in ("within", "partial") if project.theme else None
    three = len({one[1] for one in members}) >= 3
    together = len({one[1] for one in (*members, *outside)}) >= 2
    good: Truth = project.profile == "good" if project.profile else None
    scope, signature = both(theme, three), both(together, good)
    possible = [
        name
        for name, may_be in (
            ("in-framework", scope is not False),
            ("signature-only", scope is not True and signature is not False),
            ("not-kennisstad", scope is not True and signature is not True),
        )
        if may_be
    ]
    needs = []
    if len(possible) > 1:
        needs += ["theme"] if theme is None and three else []
        needs += ["profile"] if good is None and together else []
    return {
        "outcome": possible[0] if len(possible) == 1 else "undetermined",
        "possible": possible,
        "clauses": {"theme": theme, "three": three, "together": together, "good": good},
        "questions": {"scope": scope, "signature": signature},
        "counted": {"members": members, "organisations": [*members, *outside]},
        "left_out": left_out,
        "needs": needs,
    }


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

    charters = agreement()
    several = projects(count)
    register = kc.Register(several, [kc.ExternalParty("politie", "Politie")])
    for one in several:
        assert (
            by_hand_explained(as_object(one))["outcome"] == kc.decide(charters, register, one, on=ON).outcome
        )
    charters = agreement()  # with no ruling made yet

    def decided(project: kc.Project) -> int:
        return read_out(kc.decide(charters, register, project, on=ON))

    start = perf_counter()
    for one in several:
        decided(one)
    first = (perf_counter() - start) / count * 1e6
    ours = microseconds(decided, several, rounds)
    dictionaries = microseconds(by_hand_on_dictionaries, [as_dictionary(one) for one in several], rounds)
    objects = microseconds(by_hand_on_objects, [as_object(one) for one in several], rounds)
    explained = microseconds(by_hand_explained, [as_object(one) for one in several], rounds)
    print(
        f"{count} different projects, {len(charters['leiden-2023'].clauses)} clauses, everything read out; µs for one:"
    )
    print(
        f"  decide, first time (rulings not yet known)  {first:8.1f}   {first / objects:6.1f} × by hand on objects"
    )
    print(f"  decide                                      {ours:8.1f}   {ours / objects:6.1f} ×")
    print(
        f"  by hand on frozen values, with what it rests on {explained:4.1f}   {explained / objects:6.1f} ×"
        f"   (decide is {ours / explained:.1f} × this)"
    )
    print(f"  by hand on frozen values, answer only       {objects:8.1f}      1.0 ×")
    print(
        f"  by hand on dictionaries, answer only        {dictionaries:8.1f}   {dictionaries / objects:6.1f} ×"
    )

    many, chunk = (2_000, 1_000) if quick else (100_000, 10_000)
    took = 0.0
    for seed in range(many // chunk):
        fresh = projects(chunk, seed)
        beside = kc.Register(fresh, register.external_parties)
        start = perf_counter()
        for one in fresh:
            kc.decide(charters, beside, one, on=ON)
        took += perf_counter() - start
    print(f"{many} different projects decided in {took:.2f} s: {took / many * 1e6:.1f} µs for one")

    dates = [ON - timedelta(days=7 * week) for week in range(5 if quick else 100)]
    start = perf_counter()
    for on in dates:
        for one in several[: count // 4]:
            kc.decide(charters, register, one, on=on)
    took, many = perf_counter() - start, len(dates) * (count // 4)
    print(
        f"{count // 4} projects on each of {len(dates)} days: {took:.2f} s: {took / many * 1e6:.1f} µs for one"
    )


if __name__ == "__main__":
    main()
