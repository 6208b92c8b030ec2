# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A register while it is read: what could be used, what could not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define, evolve

from ..charter import Charters
from ..errors import Problem, nearest
from ..records.funding import Purpose
from ..records.projects import Project
from ..records.register import Flaw, Register
from .codec import attempt, half
from .crosschecks import STAYS, Records, check_records
from .problems import CONFIDING, Placed, beyond, discreet, is_rows, join, placed, problem, sort_of
from .reading import Opened, in_order, read
from .shapes import OWN, RECORDS, SHARED, SINGULAR, TABLES, TAG, RegisterHeader

_SHIFTED: Final = frozenset(("ragged-row", "cells-clash", "unknown-column", "duplicate-column"))
"""Why the cells of a row may stand under the wrong names."""
_NAMES_NOTHING: Final[Mapping[str, frozenset[str]]] = {
    "unknown-project": frozenset(("projects",)),
    "unknown-party": frozenset(("external_parties",)),
    "unknown-record": frozenset(TABLES),
    "superseding-nothing": frozenset(("judgements",)),
}
"""Problems of a name that is nowhere, with the tables it may be in."""


def _table(path: str) -> type | None:
    """What the rows are of that a path begins with."""
    return TABLES.get(path.partition("[")[0])


def _whose(
    table: str, row: Mapping[str, object], path: str, missing: frozenset[str]
) -> tuple[str, list[Problem]]:
    """The project that a row by itself names; none for a record of the partnership as a whole."""
    told = row.get("project")
    if isinstance(told, str):
        return told, []
    if told is not None:
        return "", [problem("wrong-type", join(path, "project"), sort_of(told), allowed=("text",))]
    whole = table in SHARED and (table != "contributions" or row.get("purpose") != Purpose.PROJECT.value)
    if whole or "project" in missing:
        return "", []
    return "", [problem("missing-field", join(path, "project"), "project")]


@define
class Intake:
    """Takes in file after file, and makes one register of them."""

    tables: dict[str, list[Placed[Any]]] = Factory(lambda: {name: [] for name in TABLES})
    broken: dict[str, set[str]] = Factory(lambda: {name: set() for name in TABLES})
    opened: dict[str, Opened] = Factory(dict)
    problems: list[Problem] = Factory(list)
    flaws: list[Flaw] = Factory(list)
    declared: list[Flaw] = Factory(list)
    lost: set[str] = Factory(set)
    halves: dict[str, list[Placed[Any]]] = Factory(lambda: {name: [] for name in TABLES})
    homes: list[Placed[str]] = Factory(list)
    header: RegisterHeader = Factory(RegisterHeader)
    header_file: str = ""

    def add(self, path: Path, name: str, table: str) -> None:
        """Read one file, as a table when it is one."""
        if table and table not in TABLES:
            self.opened[name] = Opened(name)
            self._stranger(table, "", name)
            return
        file = self.opened[name] = read(path, name, table)
        self.problems += file.problems
        if file.sheet is not None and file.sheet.header:
            for index, row in enumerate(file.sheet.rows):
                spoiled = file.sheet.spoiled.get(index, "")
                self._row(table, row, f"{table}[{index}]", name, spoiled=spoiled, missing=file.sheet.missing)
        elif file.problems:
            self._lose([table] if table else TABLES, name, file.problems[0].code)
        elif file.sheet is None:
            self._tree(file)

    def _lose(self, tables: Iterable[str], name: str, code: str) -> None:
        """What nobody can read may have been any record of these tables."""
        several = tuple(tables)
        self.lost.update(several)
        self.flaws += [Flaw(name, SINGULAR[table], code) for table in several]

    def _stranger(self, table: str, path: str, file: str) -> None:
        flaw = problem("unknown-table", path, table, allowed=TABLES, near=True, file=file)
        self.problems.append(flaw if path else evolve(flaw, line=1, column=1))
        self._lose([flaw.nearest] if flaw.nearest else [], file, "unknown-table")

    def _tree(self, file: Opened) -> None:
        tree = file.tree
        if file.name.endswith(".json"):
            if tree.get(TAG, "register") != "register":
                self.problems.append(
                    problem("unknown-kind", TAG, tree[TAG], allowed=("register",), file=file.name)
                )
                self._lose(TABLES, file.name, "unknown-kind")
                return
            tree = {key: value for key, value in tree.items() if key not in (TAG, "$schema")}
        for table, rows in tree.items():
            if table == "register":
                self._head(rows, file.name)
            elif table == "flaws":
                made = attempt({"flaws": rows}, Register)
                if isinstance(made, Register):
                    self.declared += made.flaws
                else:
                    self.problems += placed(made, file=file.name)
            elif table in TABLES:
                self._rows(table, rows, table, file.name)
            else:
                self._stranger(table, table, file.name)

    def _head(self, data: object, file: str) -> None:
        made = attempt(data, RegisterHeader, "register")
        if isinstance(made, tuple):
            self.problems += placed(made, file=file)
        elif self.header_file:
            self.problems.append(problem("duplicate-key", "register", "register", file=file))
        else:
            self.header, self.header_file = made, file

    def _rows(self, table: str, rows: object, path: str, file: str, owner: str | None = None) -> None:
        if not is_rows(rows):
            self.problems.append(problem("wrong-type", path, sort_of(rows), allowed=("tables",), file=file))
            flaw = Flaw(f"{file}#{path}", SINGULAR[table], "wrong-type", owner or "")
            self.flaws.append(flaw)
            return
        for index, row in enumerate(rows):
            self._row(table, row, f"{path}[{index}]", file, owner)

    def _row(
        self,
        table: str,
        data: object,
        path: str,
        file: str,
        owner: str | None = None,
        *,
        spoiled: str = "",
        missing: frozenset[str] = frozenset(),
    ) -> None:
        """One record. ``owner`` is the project it stands in; a row by itself names its project."""
        found: list[Problem] = []
        project = owner or ""
        nested: dict[str, object] = {}
        raw: Mapping[str, object] = data if isinstance(data, Mapping) else {}
        if table in RECORDS and owner is None and isinstance(data, Mapping):
            project, found = _whose(table, data, path, missing)
            data = {key: value for key, value in data.items() if key != "project"}
        elif table == "projects" and isinstance(data, Mapping):
            nested = {key: data[key] for key in RECORDS if key in data}
            data = {key: value for key, value in data.items() if key not in nested}
        made: object = attempt(data, TABLES[table], path)
        own = raw.get("id")
        record = own if isinstance(own, str) else ""
        if isinstance(made, tuple):
            found += [one for one in made if one.code != "missing-field" or one.found not in missing]
            spoiled = spoiled or made[0].code
        if found or spoiled or isinstance(made, tuple):
            if TABLES[table] in CONFIDING:
                # In a row whose cells shifted, an id may be anything.
                found = [*map(discreet, found)]
                record = "" if spoiled in _SHIFTED else record
            self.problems += placed(found, file=file, record=record)
            code = spoiled or found[0].code
            self.broken[table].add(record)
            subject = record if table == "projects" else project
            self.flaws.append(Flaw(record or f"{file}#{path}", SINGULAR[table], code, subject))
            rest: object = half(data, TABLES[table], path, found)
            if rest is not None:
                self.halves[table].append(Placed(rest, path, file, project))
            elif owner is None and project:
                self.homes.append(Placed(project, path, file))
        else:
            self.tables[table].append(Placed(made, path, file, project))
        for name, rows in nested.items():
            self._rows(name, rows, join(path, name), file, record)

    def finish(self, charters: Charters | None) -> tuple[Register, tuple[Problem, ...]]:
        """The register of everything that no check doubts, and every problem with its place."""
        # A record that was read in part is checked in that part; it is left out in any case.
        every = {table: (*several, *self.halves[table]) for table, several in self.tables.items()}
        records = Records(every, {table: frozenset(ids) for table, ids in self.broken.items()})
        left_out: dict[int, str] = {}
        problems = list(self.problems)
        doubts = list(check_records(records, charters))
        problems += beyond((flaw for _, flaw in doubts), self.problems)
        for doubted, flaw in doubts:
            if flaw.code not in STAYS:
                left_out.setdefault(id(doubted), flaw.code)
        known = records.ids("projects")
        problems += [
            discreet(flaw) if _table(home.path) in CONFIDING else flaw
            for home in self.homes
            if home.value not in known
            for flaw in [
                home.problem("unknown-project", "project", home.value, near=nearest(home.value, known))
            ]
        ]
        for table, several in self.tables.items():
            for one in several:
                if id(one) in left_out:
                    project = (
                        one.value.id if table == "projects" else one.project if one.project in known else ""
                    )
                    record = getattr(one.value, "id", "") or f"{one.file}#{one.path}"
                    self.flaws.append(Flaw(record, SINGULAR[table], left_out[id(one)], project))
        flaws = [one if one.project in known else evolve(one, project="") for one in self.flaws]
        register = Register(
            self._projects(left_out),
            flaws=dict.fromkeys((*self.declared, *flaws)),
            name=self.header.name,
            charters=self.header.charters,
            **{
                table: [
                    one.value for one in self.tables[table] if not one.project and id(one) not in left_out
                ]
                for table in OWN
            },
        )
        told = [one for one in problems if not self._may_be_there(one)]
        return register, in_order(told, self.opened)

    def _may_be_there(self, flaw: Problem) -> bool:
        """Whether what is named, and looks like nothing that is there, may stand in a file that nobody can read."""
        return not flaw.nearest and bool(self.lost & _NAMES_NOTHING.get(flaw.code, frozenset()))

    def _projects(self, left_out: Mapping[int, str]) -> list[Project]:
        held: dict[str, dict[str, Any]] = {}
        for table in RECORDS:
            for one in self.tables[table]:
                if one.project and id(one) not in left_out:
                    held.setdefault(one.project, {}).setdefault(table, []).append(one.value)
        return [
            evolve(one.value, **held[one.value.id]) if one.value.id in held else one.value
            for one in self.tables["projects"]
            if id(one) not in left_out
        ]
