# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Affiliations from a plain table, so that any network of parties and groups can be asked the same questions."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from attrs import frozen

from ..errors import Problem, RegisterError, nearest
from ..records.parties import reference
from ..text import Text
from ..values import ALWAYS, Period
from .affiliations import (
    Affiliation,
    Affiliations,
    Group,
    Named,
    Node,
    ThemeLink,
    ThemeTerm,
    party,
    project,
    theme,
)

COLUMNS: Final = ("party", "group", "from", "through", "role", "kind", "theme")
"""What a table may hold; only the first two are required."""

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "no-such-file": ("er is geen bestand ‘{found}’", "there is no file ‘{found}’"),
    "not-utf8": ("het bestand is geen UTF-8", "the file is not UTF-8"),
    "not-csv": ("dit is niet als CSV te lezen", "this cannot be read as CSV"),
    "missing-column": ("de kolom ‘{found}’ ontbreekt", "the column ‘{found}’ is missing"),
    "ragged-row": ("een cel meer of minder dan de kop", "a cell more or less than the header"),
    "empty": ("hier hoort een naam", "a name belongs here"),
    "not-a-date": (
        "‘{found}’ is geen datum; een datum is jjjj-mm-dd",
        "‘{found}’ is not a date; a date is yyyy-mm-dd",
    ),
    "backward": ("de periode eindigt voor ze begint: {found}", "the period ends before it begins: {found}"),
    "two-kinds": (
        "deze partij heeft elders een andere soort: {found}",
        "this party is of another kind elsewhere: {found}",
    ),
}


def _problem(code: str, file: str, line: int = 0, path: str = "", found: str = "", near: str = "") -> Problem:
    nl, en = (words.format(found=found) for words in _WORDS[code])
    return Problem(code, Text(nl, en), file, line, path=path, found=found, nearest=near)


@frozen
class _Line:
    number: int
    cells: Mapping[str, str]


class _Spelling:
    """One id for all ways to write a name that differ only in case and spacing (A04), in whatever order they come."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = {reference(one): other for one, other in aliases.items()}
        self._written: defaultdict[str, set[str]] = defaultdict(set)

    def key(self, written: str) -> str:
        name = " ".join(self._aliases.get(reference(written), written).split())
        self._written[reference(name)].add(name)
        return reference(name)

    def ids(self) -> dict[str, str]:
        return {key: min(names) for key, names in self._written.items()}


def _opened(table: str | Path) -> tuple[str, str, list[Problem]]:
    path = Path(table)
    try:
        return path.name, path.read_bytes().decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return path.name, "", [_problem("not-utf8", path.name)]
    except OSError:
        return path.name, "", [_problem("no-such-file", path.name, found=str(table))]


def _lines(text: str, file: str, columns: Mapping[str, str]) -> tuple[list[_Line], list[Problem]]:
    header_line = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(",;\t", key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[_Line] = []
    problems: list[Problem] = []
    header: list[str] = []
    at = 1
    try:
        for cells in reader:
            if any(cells):
                if not header:
                    header = [cell.strip() for cell in cells]
                    problems.extend(_missing(header, file, columns))
                elif len(cells) != len(header):
                    problems.append(_problem("ragged-row", file, at))
                else:
                    lines.append(_Line(at, dict(zip(header, cells, strict=True))))
            at = reader.line_num + 1
    except csv.Error:
        problems.append(_problem("not-csv", file, max(at, reader.line_num)))
    if not header and not problems:
        problems.extend(_missing((), file, columns))
    return lines, problems


def _missing(header: Iterable[str], file: str, columns: Mapping[str, str]) -> Iterator[Problem]:
    there = list(header)
    for name in {*COLUMNS[:2], *columns}:
        wanted = columns.get(name, name)
        if wanted not in there:
            yield _problem("missing-column", file, 1, found=wanted, near=nearest(wanted, there))


def _day(cell: str, line: _Line, file: str, path: str, problems: list[Problem]) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        problems.append(_problem("not-a-date", file, line.number, path, cell))
        return None


def read_affiliations(
    table: str | Path | Iterable[Mapping[str, str]],
    *,
    columns: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
    kind_of: Callable[[str], str] | None = None,
    name: str = "",
) -> Affiliations:
    """Read a CSV file, or rows, that say which party belongs to which group, and perhaps when and as what.

    Dates are ``yyyy-mm-dd``, both included; an empty one leaves that end open. Rows that say the same are one
    affiliation with both lines as its records. Names are compared without regard to case and spacing, never by
    likeness: what somebody knows to be the same stands in ``aliases``.

    Args:
        table: A CSV file (comma, semicolon or tab; UTF-8), or its rows.
        columns: Which column holds the ``party``, ``group``, ``from``, ``through``, ``role``, ``kind`` or ``theme``,
            where it is not called so.
        aliases: Names as written, each with the name that was meant.
        kind_of: Tells the kind of organisation from a name, where no column does.
        name: What this network is called, for beside others.

    Raises:
        RegisterError: with every problem of the table at once.
    """
    given = dict(columns or {})
    unfit = sorted(set(given) - set(COLUMNS))
    if unfit:
        raise ValueError(f"a table has {', '.join(COLUMNS)}; not {', '.join(unfit)}")
    file, problems = "", list[Problem]()
    if isinstance(table, str | Path):
        file, text, problems = _opened(table)
        lines: list[_Line] = []
        if not problems:
            lines, problems = _lines(text, file, given)
    else:
        lines = [_Line(number, row) for number, row in enumerate(table, start=1)]
        for missing in dict.fromkeys(found for line in lines for found in _missing(line.cells, file, given)):
            problems.append(missing)
    if any(one.code == "missing-column" for one in problems):
        raise RegisterError(problems)
    read = _Table(file, name or file, given, aliases or {}, kind_of)
    for line in lines:
        read.take(line, problems)
    if problems:
        raise RegisterError(problems)
    return read.made()


class _Table:
    """The rows of a table as they are read."""

    def __init__(
        self,
        file: str,
        name: str,
        columns: Mapping[str, str],
        aliases: Mapping[str, str],
        kind_of: Callable[[str], str] | None,
    ) -> None:
        self.file, self.name = file, name
        self.columns = {one: columns.get(one, one) for one in COLUMNS}
        self.parties, self.groups, self.themes = _Spelling(aliases), _Spelling(aliases), _Spelling(aliases)
        self.kind_of = kind_of
        self.kinds: dict[str, str] = {}
        self.places: defaultdict[tuple[str, str, Period, str], list[str]] = defaultdict(list)
        self.fits: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def take(self, line: _Line, problems: list[Problem]) -> None:
        cells = {one: (line.cells.get(name) or "").strip() for one, name in self.columns.items()}
        before = len(problems)
        problems.extend(
            _problem("empty", self.file, line.number, self.columns[needed])
            for needed in ("party", "group")
            if not cells[needed]
        )
        first, last = (
            _day(cells[end], line, self.file, self.columns[end], problems) for end in ("from", "through")
        )
        if first is not None and last is not None and last < first:
            problems.append(
                _problem("backward", self.file, line.number, self.columns["through"], f"{first}..{last}")
            )
        if len(problems) > before:
            return
        who, group = self.parties.key(cells["party"]), self.groups.key(cells["group"])
        if cells["kind"] and self.kinds.setdefault(who, cells["kind"]) != cells["kind"]:
            problems.append(
                _problem("two-kinds", self.file, line.number, self.columns["kind"], self.kinds[who])
            )
        period = ALWAYS if first is last is None else Period(first, last)
        self.places[who, group, period, cells["role"]].append(f"line {line.number}")
        if cells["theme"]:
            self.fits[group, self.themes.key(cells["theme"])].append(f"line {line.number}")

    def made(self) -> Affiliations:
        parties, groups, themes = self.parties.ids(), self.groups.ids(), self.themes.ids()
        names: dict[Node, Named] = {}
        for key, who in parties.items():
            kind = self.kinds.get(key, "" if self.kind_of is None else self.kind_of(who))
            names[party(who)] = Named(Text.same(who), kind)
        names |= {project(one): Named(Text.same(one)) for one in groups.values()}
        judged = {group for group, _ in self.fits}
        names |= {theme(one): Named(Text.same(one)) for one in themes.values()}
        return Affiliations(
            (
                Affiliation(
                    parties[who], groups[group], period, role, records=tuple(records), source=self.name
                )
                for (who, group, period, role), records in self.places.items()
            ),
            groups=(
                Group(one, Text.same(one), source=self.name, judged=key in judged)
                for key, one in groups.items()
            ),
            themes=(ThemeTerm(one) for one in themes.values()),
            fits=(
                ThemeLink(groups[group], themes[fit], records=tuple(records))
                for (group, fit), records in self.fits.items()
            ),
            names=dict(sorted(names.items())),
            source=self.name,
        )
