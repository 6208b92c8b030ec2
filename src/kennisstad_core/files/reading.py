# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Opens the files of charters and registers, finds them in a folder, and gives each problem its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from ..errors import Problem
from .codec import DEEPEST, depth, parse
from .positions import locate, syntax_problems
from .problems import placed, problem, sort_of
from .shapes import LEDGER, TABLES, TAG
from .tables import Sheet, read_sheet


@frozen
class Opened:
    """A file that was read: its name as problems say it, its text, and what it holds."""

    name: str
    text: str = ""
    tree: Mapping[str, object] = field(factory=dict)
    sheet: Sheet | None = None
    problems: tuple[Problem, ...] = ()

    def place_all(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems, all of this file, with their lines and columns."""
        several = placed(problems, file=self.name)
        if self.sheet is not None:
            return tuple(one if one.line else self._cell(one, self.sheet) for one in several)
        return locate(self.text, several) if self.name.endswith(".toml") and self.text else several

    @staticmethod
    def _cell(flaw: Problem, sheet: Sheet) -> Problem:
        line, column = sheet.place(flaw.path)
        return evolve(flaw, line=line, column=column)


def read(path: Path, name: str, table: str = "") -> Opened:
    """Read one file, as a table when it is one; what is wrong with it as a whole becomes its problem."""
    try:
        raw = path.read_bytes()
    except OSError:
        return Opened(name, problems=(problem("no-such-file", found=name, file=name),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind a byte order mark, when there is one.
        whole = error.object
        start = whole.rfind(b"\n", 0, error.start) + 1
        line = whole.count(b"\n", 0, error.start) + 1
        column = len(whole[start : error.start].decode("utf-8", "replace")) + 1
        flaw = problem("not-utf8", file=name)
        return Opened(name, problems=(evolve(flaw, line=line, column=column),))
    if table:
        sheet = read_sheet(table, text)
        return Opened(name, text, sheet=sheet, problems=placed(sheet.problems, file=name))
    tree, problems = parse(text) if path.suffix == ".json" else _toml(text)
    if problems:
        return Opened(name, text, problems=placed(problems, file=name))
    if not isinstance(tree, Mapping):
        flaw = problem("wrong-type", "", sort_of(tree), allowed=("table",), file=name)
        return Opened(name, text, problems=(flaw,))
    return Opened(name, text, tree)


def _toml(text: str) -> tuple[object, tuple[Problem, ...]]:
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, syntax_problems(text, str(error))
    except RecursionError:
        return None, (problem("too-deep"),)
    except ValueError:  # a number of thousands of digits
        return None, (problem("number-too-large"),)
    return (None, (problem("too-deep"),)) if depth(tree) > DEEPEST else (tree, ())


def in_order(problems: Iterable[Problem], opened: Mapping[str, Opened]) -> tuple[Problem, ...]:
    """Every problem once, with its place, file by file from top to bottom."""
    by_file: dict[str, list[Problem]] = {}
    for one in dict.fromkeys(problems):
        by_file.setdefault(one.file, []).append(one)
    return tuple(
        one
        for name in sorted(by_file)
        for one in sorted(
            opened[name].place_all(by_file[name]) if name in opened else by_file[name],
            key=lambda flaw: (flaw.line, flaw.column, flaw.path, flaw.code, flaw.found),
        )
    )


# Where things are

_REGISTER: Final = re.compile(rb'"%s"\s*:\s*"register"' % TAG.encode())


def charter_files(folder: Path) -> tuple[Path, ...]:
    """The charters in the folder of a register: ``charter*.toml``, and all of a folder ``charters``."""
    inside = folder / "charters"
    return (*_files(folder, "charter*.toml"), *documents(inside))


def documents(folder: Path) -> tuple[Path, ...]:
    """Every TOML and JSON file of a folder that may hold a charter."""
    several = (*_files(folder, "*.toml"), *_files(folder, "*.json"))
    return tuple(sorted(one for one in several if not is_beside(one)))


def is_beside(path: Path) -> bool:
    """Whether a file is about a charter and neither a charter nor records: its ledger of provisions, or its cases."""
    told = {".csv": tuple(LEDGER), ".toml": ("ledger", "cases"), ".json": ("ledger", "cases")}
    return re.split(r"[-.]", path.name)[0] in told.get(path.suffix, ())


def ledger_files(folder: Path) -> tuple[Path, ...]:
    """The ledger of provisions in a folder: ``ledger*.toml`` or ``.json``, and its tables as CSV."""
    several = (*_files(folder, "*.toml"), *_files(folder, "*.json"), *_files(folder, "*.csv"))
    return tuple(one for one in several if is_beside(one) and not one.name.startswith("cases"))


def case_files(folder: Path) -> tuple[Path, ...]:
    """The worked cases in a folder: ``cases*.toml`` or ``.json``."""
    several = (*_files(folder, "cases*.toml"), *_files(folder, "cases*.json"))
    return tuple(one for one in several if is_beside(one))


def _files(folder: Path, pattern: str) -> tuple[Path, ...]:
    return tuple(sorted(one for one in folder.glob(pattern) if one.is_file())) if folder.is_dir() else ()


def register_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a register with the table each holds, none for TOML and JSON; without the charters, and the hidden.

    Of JSON only what says that it is a register: much else is kept in JSON, such as the reports made of a register.
    """
    kinds = (".toml", ".csv", ".json")
    for path in sorted(one for one in folder.rglob("*") if one.suffix in kinds and one.is_file()):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        a_charter = path.suffix == ".toml" and path.name.startswith("charter")
        if hidden or a_charter or is_beside(path) or "charters" in inside.parts[:-1]:
            continue
        if path.suffix == ".json" and not _is_register(path):
            continue
        yield path, table_of(inside) if path.suffix == ".csv" else ""


def _is_register(path: Path) -> bool:
    """Whether a JSON file says that it is a register; one that cannot be read is taken at its word."""
    if not _REGISTER.search(path.read_bytes()):
        return False
    opened = read(path, path.name)
    return bool(opened.problems) or opened.tree.get(TAG) == "register"


def table_of(path: Path) -> str:
    """The table of a CSV file: the start of its name, or else the folder it is in."""
    stem = re.split(r"[-.]", path.name)[0]
    if stem in TABLES or len(path.parts) < 2 or path.parts[-2] not in TABLES:
        return stem
    return path.parts[-2]
