# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Load a generated register, decide all of it, and weigh it in memory.

Run: python benchmarks/load.py
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import tempfile
import tomllib
import tracemalloc
from datetime import date
from pathlib import Path
from time import perf_counter

import kennisstad_core as kc

MEMBERS = (
    "gemeente-leiden",
    "hogeschool-leiden",
    "mborijnland",
    "naturalis",
    "universiteit-leiden",
    "politie",
)


def write(folder: Path, count: int) -> int:
    """A register of so many projects with five participations each, in CSV; gives the number of rows."""
    chance = random.Random(7)
    (folder / "register.toml").write_text('[register]\nname = "generated"\ncharters = "leiden"\n', "utf-8")
    (folder / "external_parties.csv").write_text("id,name\npolitie,Politie\n", "utf-8")
    with (folder / "projects.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "title.nl", "title.en", "first"])
        rows.writerows([f"p{n}", f"Project {n}", f"Project {n}", "2024-01-01"] for n in range(count))
    with (folder / "participations.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["project", "party", "role", "first", "last"])
        for n in range(count):
            for party in chance.sample(MEMBERS, 5):
                rows.writerow([f"p{n}", party, "executing", "2024-01-01", chance.choice(["", "2026-12-31"])])
    return count * 6


def write_toml(folder: Path, register: kc.Register) -> None:
    """The same register in TOML, each project with its participations in it."""
    lines = ['[register]\nname = "generated"\ncharters = "leiden"\n', "[[external_parties]]"]
    lines += ['id = "politie"', 'name = "Politie"\n']
    for project in register.projects:
        lines += [
            "[[projects]]",
            f'id = "{project.id}"',
            f'title = "{project.title.nl}"',
            "first = 2024-01-01",
        ]
        lines.append("participations = [")
        for one in project.participations:
            last = f", last = {one.period.last}" if one.period.last else ""
            lines.append(
                f'  {{ party = "{one.party}", role = "{one.role}", first = {one.period.first}{last} }},'
            )
        lines.append("]\n")
    (folder / "register.toml").write_text("\n".join(lines), "utf-8")


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a small register, to see that it runs")
    count = 500 if options.parse_args().quick else 20_000
    charters = kc.load_charters("leiden")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = write(folder, count)
        start = perf_counter()
        with (folder / "participations.csv").open(encoding="utf-8", newline="") as file:
            plain = len(list(csv.DictReader(file)))
        reading = perf_counter() - start
        start = perf_counter()
        register = kc.load_register(folder, charters)
        loading = perf_counter() - start
    print(f"{count} projects, {rows} rows of CSV: loaded and checked in {loading:.2f} s")
    print(f"  {loading / reading:.1f} × csv.DictReader over the {plain} participations alone")
    with tempfile.TemporaryDirectory() as name:
        write_toml(Path(name), register)
        start = perf_counter()
        tomllib.loads((Path(name) / "register.toml").read_text("utf-8"))
        reading = perf_counter() - start
        start = perf_counter()
        again = kc.load_register(name, charters)
        loading = perf_counter() - start
    assert again == register
    print(f"the same in TOML: {loading:.2f} s, {loading / reading:.1f} × tomllib alone")
    start = perf_counter()
    report = kc.audit(charters, register, on=date(2025, 6, 1))
    took = perf_counter() - start
    print(
        f"  audited in {took:.2f} s ({took / count * 1e6:.0f} µs for each project): {dict(report.by_outcome)}"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  the process took at most {peak:.0f} MB so far")
    del again, register, report
    tracemalloc.start()
    many = [
        kc.Project(
            f"p{n}",
            kc.Text.same(f"Project {n}"),
            participations=[kc.Participation(party, "executing") for party in MEMBERS[:4]],
        )
        for n in range(count * 5)
    ]
    register = kc.Register(many)
    size, _ = tracemalloc.get_traced_memory()
    held = len(register.projects)
    print(
        f"{held} projects with 4 participations in memory: {size / 1e6:.0f} MB, {size / held:.0f} bytes for each"
    )


if __name__ == "__main__":
    main()
