# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an import costs, each in a process of its own. Run: python benchmarks/imports.py"""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median

WHAT = {
    "the package": "import kennisstad_core",
    "deciding": "import kennisstad_core as kc; kc.decide",
    "files too": "import kennisstad_core as kc; kc.decide; kc.load_register",
    "everything": "import kennisstad_core as kc; [getattr(kc, name) for name in kc.__all__]",
    "attrs alone": "import attrs",
    "cattrs alone": "import cattrs",
}


def cost(statement: str, times: int) -> float:
    """Milliseconds, the median of several processes."""
    code = (
        f"import time; start = time.perf_counter(); {statement}; print((time.perf_counter() - start) * 1e3)"
    )
    return median(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(times)
    )


def main() -> None:
    """Print the figures of one run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="once each, to see that it runs")
    times = 1 if options.parse_args().quick else 9
    for name, statement in WHAT.items():
        print(f"  {name:14} {cost(statement, times):7.1f} ms")


if __name__ == "__main__":
    main()
