# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small sound charter and register as text, folders made of such texts, and problems in one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from kennisstad_core.errors import Problem

WATERSTAD = """\
#:schema charter.schema.json
id = "verbond-2024"
partnership = "Verbond"
title = { nl = "Convenant", en = "Covenant" }
first = 2024-01-01
last = 2024-12-31
partners = [
  { id = "uni", name = "Universiteit", units = [{ id = "lab", name = "Laboratorium" }] },
  { id = "museum", name = "Museum" },
]
memberships = [{ partner = "uni" }, { partner = "museum" }]
themes = [{ id = "water", title = { nl = "Water", en = "Water" } }]
roles = [{ id = "maker", title = { nl = "maker", en = "maker" } }]
bodies = [{ id = "table", title = { nl = "stuurtafel", en = "steering table" } }]

[[facts]]
kind = "count"
name = "makers"
label = { nl = "makers", en = "makers" }
where = { member = true, role = ["maker"] }

[[facts]]
kind = "sum"
name = "paid"
label = { nl = "betaald", en = "paid" }

[[facts]]
kind = "judgement"
name = "fit"
per_theme = true
label = { nl = "past het", en = "does it fit" }
options = [{ id = "good", title = { nl = "goed", en = "good" } }, { id = "bad", title = { nl = "slecht", en = "bad" } }]

[[facts]]
kind = "given"
name = "phase"
type = "choice"
label = { nl = "fase", en = "phase" }
options = [{ id = "idea", title = { nl = "idee", en = "idea" } }, { id = "plan", title = { nl = "plan", en = "plan" } }]

[[clauses]]
id = "two"
title = { nl = "twee", en = "two" }
text = { nl = "twee makers", en = "two makers" }
admits_departure = true
condition = { kind = "compare", fact = "makers", relation = "at_least", value = 2 }

[[clauses]]
id = "fitting"
title = { nl = "passend", en = "fitting" }
text = { nl = "het past", en = "it fits" }
condition = { kind = "judged", fact = "fit", verdicts = ["good"] }

[[questions]]
id = "inside"
title = { nl = "binnen", en = "inside" }
requires = ["two", "fitting"]

[questions.answers]
met = { nl = "ja", en = "yes" }
not_met = { nl = "nee", en = "no" }
unknown = { nl = "?", en = "?" }

[[outcomes]]
id = "in"
title = { nl = "binnen", en = "in" }
when = { inside = "met" }

[[outcomes]]
id = "out"
title = { nl = "buiten", en = "out" }
"""

REGISTER = """\
[register]
name = "Verbond"

[[external_parties]]
id = "bakery"
name = "Bakkerij"

[[projects]]
id = "storm"
title = "Storm"
first = 2024-02-01
participations = [{ party = "uni", role = "maker" }]

[[projects.judgements]]
id = "j1"
fact = "fit"
verdict = "good"
theme = "water"
on = 2024-03-01
by = { name = "A. de Vries", role = "broker" }
"""

Folder: TypeAlias = Callable[[Mapping[str, str]], Path]


def in_folder(home: Path) -> Folder:
    """Something that writes files, by name, into the folder, and says where that is."""

    def make(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return home

    return make


def brief(problems: Iterable[Problem]) -> list[str]:
    return [f"{one.code} {one.path}" for one in problems]


def placed(problems: Iterable[Problem]) -> list[str]:
    return [f"{one.file}:{one.line}:{one.column} {one.code} {one.path}" for one in problems]
