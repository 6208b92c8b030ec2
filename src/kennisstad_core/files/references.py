# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which fields of a register point at what: other records, parties, bodies, themes and sections of the agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from ..charter import Charters
from ..errors import Problem, nearest
from .problems import Placed

Row: TypeAlias = Placed[Any]
Doubt: TypeAlias = tuple[Row, Problem]
Rows: TypeAlias = Callable[[str], Iterable[Row]]

BESIDE: Final[Mapping[tuple[str, str], str]] = {
    ("responses", "interest"): "interests",
    ("translations", "interest"): "interests",
    ("fulfilments", "commitment"): "commitments",
    ("research_questions", "challenge"): "challenges",
    ("understandings", "result"): "results",
    ("dispositions", "result"): "results",
    ("actions", "result"): "results",
}
"""Fields that name a record of the same project, by table and field: the table it is in."""
ANYWHERE: Final[Mapping[tuple[str, str], str]] = {
    ("signatories", "declaration"): "declarations",
    ("indicators", "aim"): "aims",
    ("expenditures", "charged_to"): "contributions",
    ("expenditures", "budget"): "budgets",
    ("expenditures", "corrects"): "expenditures",
    ("expenditures", "project"): "projects",
    ("budgets", "project"): "projects",
    ("wishes", "led_to"): "projects",
    ("wishes", "origin"): "meetings",
    ("paces", "term"): "terms",
    ("projects", "aims"): "aims",
}
"""Fields that name a record anywhere in the register."""
PARTIES: Final = (
    ("participations", "party"),
    ("contributions", "contributor"),
    ("positions", "party"),
    ("commitments", "party"),
    ("paces", "party"),
    ("interests", "holder"),
    ("translations", "to"),
    ("statements", "holder"),
    ("agreements", "parties"),
    ("agreements", "shares"),
    ("challenges", "holder"),
    ("research_questions", "useful_to"),
    ("results", "users"),
    ("understandings", "user"),
    ("actions", "party"),
    ("seats", "partner"),
    ("meetings", "attendance"),
    ("budgets", "partner"),
    ("terms", "partner"),
    ("declarations", "expected"),
    ("signatories", "party"),
)
"""Fields that name an organisation."""
BODIES: Final = (
    ("seats", "body"),
    ("meetings", "body"),
    ("recesses", "body"),
    ("agenda_items", "body"),
    ("completeness", "body"),
)
"""Fields that name a body of the charter."""
THEMES: Final = (
    ("interests", "theme"),
    ("challenges", "theme"),
    ("wishes", "theme"),
    ("declarations", "theme"),
    ("aims", "themes"),
)
"""Fields that name a main theme."""
SECTIONS: Final = (("meetings", "purposes"), ("agenda_items", "purpose"))
"""Fields that name a section of the agenda."""


def named(row: Row, field: str) -> Iterator[tuple[str, str]]:
    """Every name in a field, with its path in the row; a name that is left out is none."""
    value = getattr(row.value, field)
    if isinstance(value, str):
        if value:
            yield field, value
        return
    for index, one in enumerate(value):
        if isinstance(one, tuple):
            yield f"{field}.{one[0]}", one[0]
        else:
            yield f"{field}[{index}]", one


def key(row: Row) -> str:
    """Under which id a record is named by others: its own, or the one that is made for it."""
    return str(getattr(row.value, "record", "") or row.value.id)


def records_lead_somewhere(rows: Rows, broken: Mapping[str, frozenset[str]]) -> Iterator[Doubt]:
    """A field that names another record names one that is there; beside it, where both belong to a project."""
    for (table, field), other in (*BESIDE.items(), *ANYWHERE.items()):
        own = (table, field) in BESIDE
        known: set[tuple[str, str]] = set()
        for one in rows(other):
            known |= {(one.project if own else "", name) for name in (key(one), one.value.id) if name}
        lost = broken.get(other, frozenset())
        for row in rows(table):
            for path, name in named(row, field):
                if (row.project if own else "", name) not in known and name not in lost:
                    allowed = sorted(there for project, there in known if not own or project == row.project)
                    code = "unknown-project" if other == "projects" else "unknown-record"
                    yield row, row.problem(code, path, name, near=nearest(name, allowed))


def words_are_known(rows: Rows, charters: Charters) -> Iterator[Doubt]:
    """A body, a theme and a section of the agenda are those of the charters, where the charters name any."""
    bodies = sorted({one.id for version in charters for one in version.bodies})
    themes = sorted({one.id for version in charters for one in version.themes})
    sections = sorted({one.id for version in charters for one in version.agenda})
    for fields, allowed, code in (
        (BODIES, bodies, "unknown-body"),
        (THEMES, themes, "unknown-theme"),
        (SECTIONS, sections, "unknown-section"),
    ):
        for table, field in fields if allowed else ():
            for row in rows(table):
                for path, name in named(row, field):
                    if name not in allowed:
                        yield row, row.problem(code, path, name, allowed=allowed, near=True)
