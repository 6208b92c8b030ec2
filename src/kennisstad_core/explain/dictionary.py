# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dictionary of derived facts as a page: what a charter may name in ``derive``, and what each fact means.

``python -m kennisstad_core.explain.dictionary`` writes the page of the reference.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, Final

from ..facts import DERIVATIONS, Derivation
from ..text import Text
from .words import FAMILIES, begin

_SUBJECTS: Final = {
    "project": Text("een project", "a project"),
    "body": Text("een orgaan", "a body"),
    "partnership": Text("het partnerschap", "the partnership"),
    "declaration": Text("een verklaring", "a declaration"),
}
_UNITS: Final = {
    "count": "a number",
    "days": "days",
    "truth": "yes or no",
    "money": "an amount",
}
_HEAD: Final = """\
# Derived facts

A charter declares a fact with `kind = "derived"` and names one of these in `derive`, together with its `subject` and
what it takes. Almost all count what is missing or off, so that a clause says *at most 0* and its finding names each.
What is not certain makes a range, and leaves the clause open where that matters. Nothing dated after the last known
day exists.

```toml
[[facts]]
name = "missed_cycles"
kind = "derived"
derive = "missed_cycles"
subject = "body"
body = "working-group"
every = 28
label = { nl = "het aantal overgeslagen rondes", en = "the number of cycles missed" }
```

This page is made from the code (`python -m kennisstad_core.explain.dictionary`); edit the words there.
"""


def page() -> str:
    """The whole dictionary as Markdown, in English with the Dutch names and definitions under it."""
    return "\n".join((_HEAD, *_subjects()))


def _subjects() -> Iterator[str]:
    for subject, several in DERIVATIONS.items():
        yield f"## About {_SUBJECTS[subject].en}\n"
        for one in several.values():
            yield from _entry(one)


def _entry(one: Derivation[Any]) -> Iterator[str]:
    yield f"### {one.name}\n"
    yield f"{begin(one.definition.en)}\n"
    if one.example is not None:
        yield f"*Example:* {one.example.en}\n"
    yield f"{{.language-nl}}\n*{begin(one.label.nl)}.* {one.definition.nl}\n"
    takes = [
        f"`{name}`" + (" (required)" if name in one.needs else "") for name in sorted(one.takes | one.needs)
    ]
    yield f"- part: {FAMILIES[one.family].en}; [{FAMILIES[one.family].nl}]{{.language-nl}}"
    yield f"- value: {_UNITS[one.kind]}"
    yield f"- takes: {', '.join(takes) or 'nothing'}"
    yield f"- from: {', '.join(one.rules)}\n"


if __name__ == "__main__":
    sys.stdout.write(page())
