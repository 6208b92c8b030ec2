# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Charters and registers from files, with every problem of every file at once.

`load_charters` and `load_register` raise when anything is wrong; `read_charters` and `read_register` hand back what can
be used, and the problems beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from attrs import evolve

from ..charter import Charter, Charters
from ..errors import CharterError, Problem, RegisterError
from ..records.register import Register
from .checks import check_parts, check_versions
from .codec import attempt, half
from .intake import Intake
from .parts import CharterParts
from .problems import Placed, beyond, is_rows, join, placed, problem, sort_of
from .reading import Opened, charter_files, documents, in_order, read, register_files, table_of
from .shapes import TABLES, TAG, fields, is_list

_BUNDLED: Final = Path(__file__).parent.with_name("charters")
_BUNDLED_NAME: Final = re.compile(r"[a-z0-9]+", re.ASCII)
_HEADER: Final = re.compile(r"^[ \t]*\[?[ \t]*[\"']?register\b", re.MULTILINE)
_TELLING: Final = (
    "register",
    *(name for name in TABLES if name not in {one.name for one in fields(Charter)}),
)
"""The tables that only a register has."""
_RECORDS: Final = re.compile(rf"(?m)^[ \t]*\[{{0,2}}[ \t]*[\"']?(?:{'|'.join(_TELLING)})\b")
_LISTS: Final[Mapping[str, Any]] = {
    one.name: get_args(one.type)[0] for one in fields(Charter) if is_list(one.type)
}


# Charters


def bundled() -> tuple[str, ...]:
    """The names of the charters that come with the library."""
    return tuple(sorted({path.stem.partition("-")[0] for path in _BUNDLED.glob("*.toml")}))


def load_charters(source: str | Path) -> Charters:
    """Every version of a charter: a bundled name, a file, or a folder of them.

    A plain word is a bundled name first; ``./word`` is always a path. In a folder with ``charter*.toml`` files or a
    folder ``charters``, those are the charters, and otherwise every TOML and JSON file in it.

    Raises:
        CharterError: with every problem of every file.
    """
    charters, problems = read_charters(source)
    if problems:
        raise CharterError(problems)
    return charters


def read_charters(source: str | Path) -> tuple[Charters, tuple[Problem, ...]]:
    """The versions that are sound, and every problem of the others.

    A version with any problem is left out as a whole: without one of its clauses it would say something else.
    """
    paths, root, problems = _charter_paths(source)
    whole: list[Placed[Charter]] = []
    opened: dict[str, Opened] = {}
    found = list(problems)
    for path in paths:
        file = read(path, path.relative_to(root).as_posix())
        opened[file.name] = file
        several, flaws = _charters_in(file)
        found += (*file.problems, *placed(flaws, file=file.name))
        whole += several
    found += check_versions(whole)
    distinct = {one.value.id: one.value for one in reversed(whole)}
    return Charters(distinct.values()), in_order(found, opened)


def all_stand(problems: Iterable[Problem]) -> bool:
    """Whether no version is left out for these problems, so that a register can be checked beside them all the same.

    Two versions that overlap leave open the days they share; of each, everything is known.
    """
    return all(one.code == "versions-overlap" for one in problems)


def bundled_folder(source: str | Path) -> Path | None:
    """The folder with what comes beside a bundled charter, its ledger and its cases; none for any other source."""
    named = isinstance(source, str) and source in bundled()
    return _BUNDLED / str(source) if named else None


def comes_along(folder: Path) -> bool:
    """Whether a folder is one of those that come with the library."""
    return folder.parent == _BUNDLED


def charter_paths(source: str | Path) -> tuple[Path, ...]:
    """The files that the charters of a source are in, as `load_charters` takes it."""
    return _charter_paths(source)[0]


def _charter_paths(source: str | Path) -> tuple[tuple[Path, ...], Path, tuple[Problem, ...]]:
    if isinstance(source, str) and _BUNDLED_NAME.fullmatch(source):
        versions = tuple(sorted(_BUNDLED.glob(f"{source}-*.toml")))
        if versions:
            return versions, _BUNDLED, ()
    path = Path(source)
    if _is_there(path) and path.is_dir():
        paths = charter_files(path) or documents(path)
        return paths, path, () if paths else (problem("empty-folder", found=path.name or "."),)
    if _is_there(path) and path.is_file():
        return (path,), path.parent, ()
    return (), path, (problem("no-such-file", found=path.as_posix(), allowed=bundled(), near=True),)


def _charters_in(file: Opened) -> tuple[list[Placed[Charter]], tuple[Problem, ...]]:
    """The charters in a file: one, or as many as `dumps` wrote."""
    if file.problems:
        return [], ()
    tree = file.tree
    if file.name.endswith(".json"):
        kind = tree.get(TAG, "charter")
        if kind not in ("charter", "charters"):
            return [], (problem("unknown-kind", TAG, kind, allowed=("charter", "charters"), near=True),)
        tree = {name: one for name, one in tree.items() if name not in (TAG, "$schema")}
        if kind == "charters":
            return _versions_in(tree, file.name)
    charter, flaws = _charter(tree, "", file.name)
    return [] if charter is None else [charter], flaws


def _versions_in(tree: Mapping[str, object], file: str) -> tuple[list[Placed[Charter]], tuple[Problem, ...]]:
    rows = tree.get("versions")
    if set(tree) != {"versions"} or not is_rows(rows):
        flaws = attempt(tree, Charters)
        return [], flaws if isinstance(flaws, tuple) else ()
    made: list[Placed[Charter]] = []
    found: list[Problem] = []
    for index, row in enumerate(rows):
        charter, flaws = _charter(row, f"versions[{index}]", file)
        made += [] if charter is None else [charter]
        found += flaws
    return made, tuple(found)


def _charter(tree: object, path: str, file: str) -> tuple[Placed[Charter] | None, tuple[Problem, ...]]:
    """A charter, read piece by piece, so that a piece that is wrong does not hide what is wrong with the others."""
    if not isinstance(tree, Mapping):
        return None, (problem("wrong-type", path, sort_of(tree), allowed=("table",)),)
    found: list[Problem] = []
    tables: dict[str, list[Placed[Any]]] = {}
    broken: dict[str, frozenset[str]] = {}
    for name, cls in _LISTS.items():
        rows = tree.get(name, ())
        if not is_rows(rows):
            found.append(problem("wrong-type", join(path, name), sort_of(rows), allowed=("tables",)))
            broken[name] = frozenset(("",))
            continue
        key = "name" if name == "facts" else "id"
        for index, row in enumerate(rows):
            place = join(join(path, name), index)
            made = attempt(row, cls, place)
            own = row.get(key) if isinstance(row, Mapping) else None
            if isinstance(made, tuple):
                found += placed(made, file=file, record=own if isinstance(own, str) else "")
                broken[name] = broken.get(name, frozenset()) | {own if isinstance(own, str) else ""}
                made = half(row, cls, place, made)
            if made is not None:
                raw = row if isinstance(row, Mapping) else {}
                tables.setdefault(name, []).append(Placed(made, place, file, raw=raw))
    head = attempt({key: value for key, value in tree.items() if key not in _LISTS}, Charter, path)
    if isinstance(head, tuple):
        found += head
    found += beyond(placed(check_parts(CharterParts(tables, broken, path)), file=file), found)
    if found or isinstance(head, tuple):
        return None, tuple(found)
    held: dict[str, Any] = {name: [one.value for one in several] for name, several in tables.items()}
    whole = evolve(head, **held)
    return Placed(whole, path, file), ()


# Registers


def charters_of(source: str | Path) -> str | Path | None:
    """Where the charters of a register are, as `load_charters` takes it; none when it has none and points at none."""
    path = Path(source)
    if not _is_there(path):
        return None
    files = register_files(path) if path.is_dir() else iter(((path, ""),))
    return _pointed(next((told for one, table in files if not table and (told := _told(one))), ""), path)


def is_register(path: Path) -> bool:
    """Whether a file or folder holds records of projects, rather than an agreement."""
    if path.is_dir():
        several = tuple(register_files(path))
        beside = bool(several and charter_files(path))
        return beside or any(table or is_register(one) for one, table in several)
    opened = read(path, path.name)
    if opened.problems:
        return path.suffix == ".csv" or _RECORDS.search(opened.text) is not None
    return opened.tree.get(TAG) == "register" or any(name in opened.tree for name in _TELLING)


def _told(path: Path) -> str:
    """What the header in a file says of the charters; most files have none, and are not parsed for it."""
    if path.suffix != ".json" and not _HEADER.search(path.read_bytes().decode("utf-8", "replace")):
        return ""
    header = read(path, path.name).tree.get("register")
    told = header.get("charters") if isinstance(header, Mapping) else None
    return told if isinstance(told, str) else ""


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have
        return False


def _pointed(told: str, base: Path) -> str | Path | None:
    """What a header points at from its folder; without one, the charters in the folder, if there are any."""
    folder = base if _is_there(base) and base.is_dir() else base.parent
    if told:
        return told if told in bundled() else folder / told
    return folder if charter_files(folder) else None


def load_register(source: str | Path, charters: Charters | Charter | None = None) -> Register:
    """A register from a folder of TOML, CSV and JSON, or from one file.

    It is checked beside ``charters``, or else beside those it points at when they are sound.

    Raises:
        RegisterError: with every problem of every file.
    """
    register, problems = read_register(source, charters)
    if problems:
        raise RegisterError(problems)
    return register


def read_register(
    source: str | Path, charters: Charters | Charter | None = None
) -> tuple[Register, tuple[Problem, ...]]:
    """The records that can be used, a `Flaw` for each that cannot, and every problem.

    A party that nobody knows stays in its project as a possible one.
    """
    path = Path(source)
    intake = Intake()
    if not _is_there(path):
        intake.problems.append(problem("no-such-file", found=path.as_posix()))
    elif path.is_dir():
        for one, table in register_files(path):
            intake.add(one, one.relative_to(path).as_posix(), table)
        if not intake.opened:
            intake.problems.append(problem("empty-folder", found=path.name or "."))
    else:
        intake.add(path, path.name, table_of(path) if path.suffix == ".csv" else "")
    if isinstance(charters, Charter):
        charters = Charters((charters,))
    return intake.finish(_own_charters(path, intake) if charters is None else charters)


def _own_charters(path: Path, intake: Intake) -> Charters | None:
    """The charters a register points at, when they are there and none of them is left out."""
    told = intake.header.charters
    pointed = _pointed(told, path)
    if isinstance(pointed, Path) and told and not _is_there(pointed):
        where = ("register.charters", told)
        flaw = problem("no-such-file", *where, allowed=bundled(), near=True, file=intake.header_file)
        intake.problems.append(flaw)
    if pointed is None:
        return None
    charters, problems = read_charters(pointed)
    return charters if all_stand(problems) else None
