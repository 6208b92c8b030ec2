# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would change it: all smallest sets of changes per outcome, and how firmly an outcome stands.

Run: python benchmarks/recourse.py
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import kennisstad_core as kc

ON = date(2025, 6, 30)


def milliseconds(each: Callable[[str], object], names: list[str]) -> list[float]:
    """The time for each project."""
    times: list[float] = []
    for name in names:
        start = perf_counter()
        each(name)
        times.append((perf_counter() - start) * 1e3)
    return times


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a few projects, to see that it runs")
    quick = options.parse_args().quick
    charters = kc.load_charters("examples/waterstad")
    register = kc.load_register("examples/waterstad")
    names = [project.id for project in register.projects][: 4 if quick else None]

    def decided(name: str) -> object:
        return kc.decide(charters, register, name, on=ON)

    def ways(name: str) -> object:
        return kc.find_recourse(charters, register, name, on=ON)

    def firm(name: str) -> object:
        return kc.robustness(charters, register, name, on=ON)

    once = median(milliseconds(decided, names))
    print(
        f"{len(names)} projects of the fictional city, milliseconds for one (median, worst, ratio to deciding it once):"
    )
    for label, each in (("recourse", ways), ("robustness", firm)):
        times = milliseconds(each, names)
        print(f"  {label:11} {median(times):8.1f} {max(times):8.1f} {median(times) / once:8.1f} ×")
    start = perf_counter()
    table = kc.certify(charters.versions[-1], on=ON)
    print(
        f"  certificate {(perf_counter() - start) * 1e3:8.1f}   ({table.cases} combinations in {len(table.rows)} lines)"
    )


if __name__ == "__main__":
    main()
