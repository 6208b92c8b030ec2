# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Audit a generated year at one, two and four times its size, and see how time and memory grow.

Run: python benchmarks/audit.py
"""

from __future__ import annotations

import argparse
import random
import tracemalloc
from datetime import date, timedelta
from time import perf_counter

import kennisstad_core as kc
from kennisstad_core.records import AgreementKind, Form, Person, Purpose, Stage
from kennisstad_core.reports import Report

MEMBERS = ("gemeente-leiden", "hogeschool-leiden", "mborijnland", "naturalis", "universiteit-leiden")
FIRST = date(2025, 1, 1)
YEAR = kc.Period.year(2025)
SCRIBE = Person("A. de Vries", "secretary")


def day(chance: random.Random) -> date:
    """Some day of the year."""
    return FIRST + timedelta(chance.randrange(365))


def around(start: date, chance: random.Random) -> date:
    """A day that is mostly before the start, and now and then too late."""
    return start - timedelta(chance.randrange(-9, 30))


def project(number: int, contributions: int, chance: random.Random) -> kc.Project:
    """A project with what a careful register keeps of it."""
    name, parties, start = f"p{number}", chance.sample(MEMBERS, 3), day(chance)
    return kc.Project(
        name,
        kc.Text.same(f"Project {number}"),
        kc.Period(start, date(2026, 12, 31)),
        participations=[kc.Participation(one, "executing", period=kc.Period(start)) for one in parties],
        completeness=[kc.Completeness(SCRIBE, start), kc.Completeness(SCRIBE, start, "contributions")],
        contributions=[
            kc.Contribution(
                chance.choice(parties),
                Purpose.PROJECT,
                Form.CASH,
                Stage.PAID,
                kc.Money(chance.randrange(1, 10**7)),
                day(chance),
                id=f"{name}-c{n}",
            )
            for n in range(contributions)
        ],
        interests=[
            kc.Interest(one, start - timedelta(chance.randrange(-9, 30)), own=True, id=f"{name}-{one}")
            for one in parties
        ],
        agreements=[
            kc.Agreement(kind, start - timedelta(chance.randrange(-9, 30)), id=f"{name}-{kind.value}")
            for kind in AgreementKind
        ],
        paces=[
            kc.PaceStatement(one, kc.Period(start, start + timedelta(chance.randrange(30, 400))))
            for one in parties
        ],
        results=[kc.Result(f"{name}-r", kc.Text.same("Report"), start + timedelta(60), users=parties[:1])],
        dispositions=[
            kc.Disposition(f"{name}-r", kc.Verdict.REJECTED, SCRIBE, start + timedelta(90), "too dear")
        ],
    )


def register(projects: int, contributions: int, meetings: int) -> kc.Register:
    """A year of the partnership; every tenth meeting is of the steering group."""
    chance = random.Random(7)
    bodies = ("working-group",) * 9 + ("steering-group",)
    return kc.Register(
        [project(number, contributions // projects, chance) for number in range(projects)],
        meetings=[
            kc.Meeting(
                bodies[n % 10],
                day(chance),
                attendance=dict.fromkeys(MEMBERS, 1),
                all_counted=True,
                id=f"m{n}",
            )
            for n in range(meetings)
        ],
        completeness=[
            kc.Completeness(SCRIBE, FIRST, "meetings"),
            kc.Completeness(SCRIBE, FIRST, "contributions"),
        ],
        contributions=[
            kc.Contribution(
                one, Purpose.CORE, Form.CASH, Stage.PAID, kc.Money(10**6), FIRST, id=f"core-{one}"
            )
            for one in MEMBERS
        ],
    )


def audit(size: int, scale: int) -> tuple[Report, float, float]:
    """The report of a year so many times as large, the seconds it took, and the memory at its highest in MB."""
    held = register(size * scale, 10 * size * scale, size * scale // 4)
    seconds: list[float] = []
    for _ in range(2):  # the second shows what a first one makes once
        charters = kc.load_charters("leiden")
        started = perf_counter()
        report = kc.audit(charters, held, period=YEAR)
        seconds.append(perf_counter() - started)
    charters = kc.load_charters("leiden")
    tracemalloc.start()
    kc.audit(charters, held, period=YEAR)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return report, min(seconds), peak / 1e6


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a small year, to see that it runs")
    size = 100 if options.parse_args().quick else 2000
    columns = ("projects", "contributions", "meetings", "findings", "seconds", "MB", "× time", "× MB")
    print("".join(f"{name:>14}" for name in columns))
    before: tuple[float, float] | None = None
    for scale in (1, 2, 4):
        report, seconds, peak = audit(size, scale)
        grown = ("", "")
        if before is not None:
            grown = f"{seconds / before[0]:.2f}", f"{peak / before[1]:.2f}"
        figures = (size * scale, 10 * size * scale, size * scale // 4, len(report.findings))
        told = (*map(str, figures), f"{seconds:.2f}", f"{peak:.0f}", *grown)
        print("".join(f"{figure:>14}" for figure in told))
        before = before or (seconds, peak)
    print("× is beside the first line; twice and four times as much work would be 2.00 and 4.00.")


if __name__ == "__main__":
    main()
