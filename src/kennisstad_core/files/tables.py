# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of a register as CSV: a row becomes the same nested data that TOML would give."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

import attrs
from attrs import evolve, field, frozen

from ..errors import Problem
from ..records.parties import Source
from .problems import CONFIDING, INLINE, discreet, join, problem
from .shapes import (
    PLAIN_TEXTS,
    RECORDS,
    SHARED,
    SHEETS,
    fields,
    is_known,
    is_labels,
    is_list,
    is_optional,
    is_set,
    without_none,
)

Cell: TypeAlias = Callable[[str], object]
_INTEGER: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_BETWEEN: Final = "|"
_SPREADSHEET: Final[Mapping[str, bool]] = {"WAAR": True, "ONWAAR": False}
"""What a Dutch spreadsheet makes of true and false by itself."""
_TOLD: Final = re.compile(r"sep=([,;\t])\r?\n")
"""The line by which some programs tell a spreadsheet what stands between the cells."""


def _plain(cell: str) -> object:
    return cell


def _yes_or_no(cell: str) -> object:
    return _SPREADSHEET.get(cell, {"true": True, "false": False}.get(cell.casefold(), cell))


def _number(cell: str) -> object:
    return int(cell) if _INTEGER.fullmatch(cell) else cell


def _list(cell: str) -> object:
    return [part.strip() for part in cell.split(_BETWEEN)]


def _known(cell: str) -> object:
    if _BETWEEN in cell:
        return _list(cell)
    several = _yes_or_no(cell)
    return _number(cell) if several is cell else several


@frozen
class Column:
    """What a column of a table holds: where its cells go in the nested data, and how one is read."""

    steps: tuple[str | int, ...]
    read: Cell = _plain

    @property
    def path(self) -> str:
        """The place in the row, as in problems."""
        path = ""
        for step in self.steps:
            path = join(path, step)
        return path


def _columns(cls: type, steps: tuple[str | int, ...], prefix: str) -> Iterator[tuple[str, Column]]:
    for one in fields(cls):
        name = f"{prefix}{one.name}"
        kind: Any = without_none(one.type) if is_optional(one.type) else one.type
        here = (*steps, one.name)
        if one.name == INLINE:
            yield from ((f"{prefix}{end}", Column((*steps, end))) for end in ("first", "last"))
        elif one.name == "sources":
            yield from _columns(Source, (*here, 0), f"{prefix}source.")
        elif is_known(kind):
            yield name, Column(here, _known)
            yield from ((f"{name}.{end}", Column((*here, end), _number)) for end in ("low", "high"))
        elif kind is bool:
            yield name, Column(here, _yes_or_no)
        elif kind is int:
            yield name, Column(here, _number)
        elif is_labels(kind):
            counts = kind.__args__[0].__args__[1] is int
            yield f"{name}.*", Column(here, _number if counts else _plain)
        elif is_set(kind) or is_list(kind):
            if kind.__args__[0] is str:
                yield name, Column(here, _list)
        elif attrs.has(kind) and kind.__module__.endswith((".text", ".parties")):
            if (cls, one.name) in PLAIN_TEXTS:
                yield name, Column(here)
            yield from _columns(kind, here, f"{name}.")
        else:
            yield name, Column(here)


@cache
def columns(table: str) -> Mapping[str, Column]:
    """The columns that a table may have; one that ends in ``.*`` stands for any name there."""
    project = [("project", Column(("project",)))] if table in RECORDS else []
    return dict([*project, *_columns(SHEETS[table], (), "")])


def column(table: str, name: str) -> Column | None:
    """What the column of this name holds."""
    known = columns(table)
    if name in known:
        return known[name]
    family, _, own = name.partition(".")
    labels = known.get(f"{family}.*")
    return None if labels is None or not own else Column((*labels.steps, own), labels.read)


@frozen
class Sheet:
    """A CSV file that was read: its rows as nested data, and the line on which each starts.

    ``spoiled`` are the rows whose problem is said once for the whole file, or that could not be read at all.
    """

    table: str
    header: tuple[str, ...] = ()
    rows: tuple[Mapping[str, object], ...] = ()
    lines: tuple[int, ...] = ()
    spoiled: Mapping[int, str] = field(factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def missing(self) -> frozenset[str]:
        """The required columns that are not there, so that each row need not say it again."""
        return frozenset(one.found for one in self.problems if one.code == "missing-column")

    def place(self, path: str) -> tuple[int, int]:
        """The line and the number of the cell that a path in one of the rows points at."""
        match = re.match(rf"{self.table}\[(\d+)\]\.?", path)
        if match is None:
            return 1, 1
        rest = path[match.end() :]
        index, line = 1, self.lines[int(match[1])]
        for number, name in enumerate(self.header, start=1):
            found = column(self.table, name)
            own = "" if found is None else found.path
            if (
                own
                and rest
                and (own == rest or rest.startswith((f"{own}.", f"{own}[")) or own.startswith(f"{rest}."))
            ):
                index = number
                break
        return line, index


def _separator(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=header.count)


def _trimmed(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows without the columns at the end that have no name and hold nothing, as spreadsheets leave them."""
    header = rows[0][1]
    named = next((at for at in range(len(header), 0, -1) if header[at - 1].strip()), 0)
    if named == 0 or any(any(cells[named:]) for _, cells in rows):
        return rows
    width = len(header)
    return [(line, cells[:named] if len(cells) == width else cells) for line, cells in rows]


def read_sheet(table: str, text: str) -> Sheet:
    """The rows of a CSV table; an empty cell is absent, and an empty row is no row."""
    rows: list[tuple[int, list[str]]] = []
    told = _TOLD.match(text)
    lines = io.StringIO(text, newline="")
    if told is not None:
        lines.readline()
    before = 0 if told is None else 1
    separator = _separator(text) if told is None else told[1]
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = before + 1
    try:
        for cells in reader:
            if any(cells):
                rows.append((line, cells))
            line = before + reader.line_num + 1
    except csv.Error:
        flaw = evolve(problem("not-csv", table), line=max(line, before + reader.line_num), column=1)
        return Sheet(table, problems=(flaw,))
    if not rows:
        return Sheet(table)
    (head_line, names), *body = _trimmed(rows)
    header = tuple(name.strip() for name in names)
    known, problems = _of_header(table, header)
    return _fill(table, header, known, body, [evolve(one, line=head_line) for one in problems])


def _of_header(table: str, header: tuple[str, ...]) -> tuple[list[Column | str], list[Problem]]:
    """What each column holds, or why it holds nothing that can be used; and what is wrong with the header."""
    allowed = tuple(columns(table))
    known: list[Column | str] = []
    problems: list[Problem] = []
    for number, name in enumerate(header, start=1):
        found = column(table, name)
        if found is None:
            flaw = problem("unknown-column", join(table, name), name, allowed=allowed, near=True)
        elif found in known:
            flaw = problem("duplicate-column", join(table, name), name)
        else:
            known.append(found)
            continue
        known.append(flaw.code)
        if SHEETS[table] in CONFIDING:  # a file without a header begins with its first row
            flaw = evolve(discreet(flaw), path=table)
        problems.append(evolve(flaw, column=number))
    there = {one.steps[0] for one in known if isinstance(one, Column)}
    missing = (
        problem("missing-column", join(table, name), name) for name in _required(table) if name not in there
    )
    problems += [evolve(one, column=1) for one in missing]
    return known, problems


def _required(table: str) -> Iterator[str]:
    if table in RECORDS and table not in SHARED:
        yield "project"
    # The days of a period are columns of their own, and either may be left out; a class that needs both says so.
    yield from (
        one.name for one in fields(SHEETS[table]) if one.default is attrs.NOTHING and one.name != INLINE
    )


def _fill(
    table: str,
    header: tuple[str, ...],
    known: list[Column | str],
    rows: list[tuple[int, list[str]]],
    problems: list[Problem],
) -> Sheet:
    made: list[Mapping[str, object]] = []
    spoiled: dict[int, str] = {}
    simple: list[tuple[int, str]] = []
    others: list[tuple[int, Column]] = []
    strangers: list[tuple[int, str]] = []
    for place, one in enumerate(known):
        if isinstance(one, str):
            strangers.append((place, one))
        elif len(one.steps) == 1 and one.read is _plain:
            simple.append((place, str(one.steps[0])))
        else:
            others.append((place, one))
    lacking = any(one.code == "missing-column" for one in problems)
    width = len(header)
    for index, (line, cells) in enumerate(rows):
        path = f"{table}[{index}]"
        if len(cells) != width:
            flaw = problem("ragged-row", path, len(cells), allowed=(str(width),))
            problems.append(evolve(flaw, line=line, column=1))
            spoiled[index] = "ragged-row"
            cells = [*cells, *[""] * width][:width]
        row: dict[str, object] = {name: cells[place] for place, name in simple if cells[place]}
        for place, one in others:
            if cells[place] and not _put(row, one.steps, one.read(cells[place])):
                flaw = problem("cells-clash", join(path, one.path), header[place])
                problems.append(evolve(flaw, line=line, column=place + 1))
                spoiled[index] = "cells-clash"
        for place, code in strangers:
            if cells[place]:
                spoiled.setdefault(index, code)
        if lacking:
            spoiled.setdefault(index, "missing-column")
        made.append(row)
    return Sheet(table, header, tuple(made), tuple(line for line, _ in rows), spoiled, tuple(problems))


def _put(row: dict[str, Any], steps: tuple[str | int, ...], value: object) -> bool:
    """Set a value in nested data, unless something is there; a number stands for the one entry of a list."""
    here = row
    for step, after in pairwise(steps):
        if isinstance(step, str):
            inner: Any = here.setdefault(step, [{}] if isinstance(after, int) else {})
            inner = inner[0] if isinstance(after, int) else inner
            if type(inner) is not dict:
                return False
            here = inner
    last = str(steps[-1])
    if last in here:
        return False
    here[last] = value
    return True
