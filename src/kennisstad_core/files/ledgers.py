# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ledger of provisions and the worked cases from files beside a charter, and what is wrong with them.

`load_ledger` and `load_cases` raise when anything is wrong; `read_ledger` and `read_cases` hand back what can be used,
and the problems beside it. Gaps between ledger and charter, and cases that come out otherwise, are problems of their
own: `ledger_gaps` and `case_problems`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve, frozen

from ..cases import Case, Cases, flaws, run
from ..charter import Charters
from ..errors import CharterError, Problem, nearest
from ..provisions import Coverage, Gap, GapKind, Ledger, Provision, SourceDocument, coverage
from .codec import attempt
from .loading import bundled_folder, charter_paths, charters_of
from .problems import Placed, is_rows, join, placed, problem, sort_of
from .reading import Opened, case_files, in_order, ledger_files, read, table_of
from .shapes import LEDGER, TAG

T = TypeVar("T")


def ledger_home(source: str | Path) -> Path | None:
    """The folder with the ledger that goes with a bundled name, a register, a charter or a folder; none without one."""
    return _home(source, ledger_files)


def cases_home(source: str | Path) -> Path | None:
    """The folder with the worked cases that go with a bundled name, a register, a charter or a folder."""
    return _home(source, case_files)


def _home(source: str | Path, files: Callable[[Path], tuple[Path, ...]]) -> Path | None:
    return next((one for one in _folders(source) if files(one)), None)


def _folders(source: str | Path) -> Iterator[Path]:
    """Where to look, nearest first: the folder itself, its charters, and where its register points."""
    folder = bundled_folder(source)
    if folder is not None:
        yield folder
        return
    path = Path(source)
    if not path.exists():
        return
    folder = path if path.is_dir() else path.parent
    yield from (folder, folder / "charters")
    pointed = charters_of(source)
    if pointed is not None and pointed != source:
        yield from _folders(pointed)


@frozen
class _Files:
    """The rows of several files, with their places; ``broken`` are ids that are there and could not be read."""

    tables: Mapping[str, tuple[Placed[Any], ...]]
    broken: frozenset[str]
    opened: Mapping[str, Opened]
    problems: tuple[Problem, ...]

    def of(self, table: str, _: type[T]) -> tuple[Placed[T], ...]:
        """The rows of one table that could be read."""
        return self.tables.get(table, ())


def _read(paths: Iterable[Path], home: Path, kind: str, tables: Mapping[str, type]) -> _Files:
    made: dict[str, list[Placed[Any]]] = {name: [] for name in tables}
    opened: dict[str, Opened] = {}
    found: list[Problem] = []
    broken: set[str] = set()
    for path in paths:
        table = table_of(Path(path.name)) if path.suffix == ".csv" else ""
        file = opened[path.name] = read(path, path.relative_to(home).as_posix(), table)
        found += file.problems
        if file.sheet is not None:
            held: Mapping[str, object] = {table: file.sheet.rows}
            missing = file.sheet.missing
        else:
            held = {name: one for name, one in file.tree.items() if name not in (TAG, "$schema")}
            missing = frozenset[str]()
            if file.tree.get(TAG, kind) != kind:
                flaw = problem("unknown-kind", TAG, file.tree[TAG], allowed=(kind,), file=file.name)
                found.append(flaw)
                continue
        for name, rows in held.items():
            if name not in tables:
                found.append(problem("unknown-table", name, name, allowed=tables, near=True, file=file.name))
            elif not is_rows(rows):
                flaw = problem("wrong-type", name, sort_of(rows), allowed=("tables",), file=file.name)
                found.append(flaw)
            else:
                for index, row in enumerate(rows):
                    several = _row(row, tables[name], join(name, index), file.name, missing)
                    made[name] += [one for one in several if isinstance(one, Placed)]
                    wrong = [one for one in several if isinstance(one, Problem)]
                    found += wrong
                    broken |= {one.record for one in wrong}
    for placed_rows in made.values():
        found += _twice(placed_rows)
    tabled = {name: tuple(several) for name, several in made.items()}
    return _Files(tabled, frozenset(broken), opened, tuple(found))


def _row(
    row: object, cls: type, path: str, file: str, missing: frozenset[str]
) -> tuple[Placed[Any] | Problem, ...]:
    result: object = attempt(row, cls, path)
    own = row.get("id") if isinstance(row, Mapping) else None
    if isinstance(result, tuple):
        kept = (one for one in result if one.code != "missing-field" or one.found not in missing)
        return placed(kept, file=file, record=own if isinstance(own, str) else "")
    return (Placed(result, path, file),)


def _twice(several: Iterable[Placed[Any]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for one in several:
        if one.value.id in seen:
            yield one.problem("duplicate-id", "id", one.value.id)
        seen.add(one.value.id)


# The ledger


def load_ledger(source: str | Path) -> Ledger | None:
    """The ledger of provisions that goes with a bundled name, a register, a charter or a folder; none without one.

    Raises:
        CharterError: with every problem of its files.
    """
    ledger, problems = read_ledger(source)
    if problems:
        raise CharterError(problems)
    return ledger


def read_ledger(source: str | Path) -> tuple[Ledger | None, tuple[Problem, ...]]:
    """The provisions that can be used, and every problem of the files; gaps are no problem of the files."""
    home = ledger_home(source)
    if home is None:
        return None, ()
    files = _ledger(home)
    found = (*files.problems, *_documents_are_there(files))
    ledger = Ledger(
        _distinct(files.of("documents", SourceDocument)), _distinct(files.of("provisions", Provision))
    )
    return ledger, in_order(found, files.opened)


def _ledger(home: Path) -> _Files:
    return _read(ledger_files(home), home, "ledger", LEDGER)


def _distinct(several: Iterable[Placed[T]]) -> tuple[T, ...]:
    kept: dict[str, T] = {}
    for one in several:
        kept.setdefault(getattr(one.value, "id"), one.value)  # noqa: B009
    return tuple(kept.values())


def _documents_are_there(files: _Files) -> Iterator[Problem]:
    known = {one.value.id for one in files.of("documents", SourceDocument)}
    for one in files.of("provisions", Provision):
        name = one.value.document
        if name not in known and name not in files.broken:
            yield one.problem("unknown-document", "document", name, allowed=sorted(known), near=True)


def ledger_gaps(source: str | Path, charters: Charters) -> tuple[Coverage | None, tuple[Problem, ...]]:
    """How the ledger of a source covers the charters, and each gap as a problem where it is to be closed."""
    home = ledger_home(source)
    ledger, _ = read_ledger(source)
    if home is None or ledger is None:
        return None, ()
    files = _ledger(home)
    rows: dict[str, Placed[Provision]] = {}
    for one in files.of("provisions", Provision):
        rows.setdefault(one.value.id, one)
    covered = coverage(ledger, charters)
    versions, opened = _versions(source, charters, home)
    known = _known(charters)
    found: list[Problem] = []
    for gap in covered.gaps:
        if gap.charter:
            found.append(_in_charter(gap, charters, versions))
        else:
            row = rows[gap.provision]
            near = nearest(gap.name, known[gap.kind]) if gap.kind in known else ""
            found.append(row.problem(gap.kind.value, gap.step, gap.name or gap.provision, near=near))
    return covered, in_order(found, {**files.opened, **opened})


def _known(charters: Charters) -> Mapping[GapKind, tuple[str, ...]]:
    return {
        GapKind.UNKNOWN_CLAUSE: tuple(
            dict.fromkeys(one.id for version in charters for one in version.clauses)
        ),
        GapKind.UNKNOWN_FACT: tuple(dict.fromkeys(one.name for version in charters for one in version.facts)),
    }


def _versions(source: str | Path, charters: Charters, home: Path) -> tuple[dict[str, str], dict[str, Opened]]:
    """The file of each version as seen from the ledger, and each of these files as it was read."""
    pointed = source if bundled_folder(source) is not None else charters_of(source)
    ids = {one.id for one in charters}
    names: dict[str, str] = {}
    opened: dict[str, Opened] = {}
    for path in charter_paths(source if pointed is None else pointed):
        name = Path(os.path.relpath(path, home)).as_posix()
        file = read(path, name)
        version = file.tree.get("id")
        if isinstance(version, str) and version in ids:
            names[version], opened[name] = name, file
    return names, opened


def _in_charter(gap: Gap, charters: Charters, versions: Mapping[str, str]) -> Problem:
    several = charters[gap.charter].clauses
    index = next(place for place, one in enumerate(several) if one.id == gap.clause)
    step = "source" if several[index].source is not None else "id"
    return problem(
        gap.kind.value,
        f"clauses[{index}].{step}",
        gap.provision or gap.name,
        file=versions.get(gap.charter, ""),
        record=f"{gap.charter}/{gap.clause}",
    )


# Worked cases


def load_cases(source: str | Path) -> tuple[Case, ...]:
    """The worked cases that go with a bundled name, a register, a charter or a folder.

    Raises:
        CharterError: with every problem of their files.
    """
    cases, problems = read_cases(source)
    if problems:
        raise CharterError(problems)
    return cases


def read_cases(source: str | Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """The cases that can be used, and every problem of their files; what comes out of them is looked at elsewhere."""
    home = cases_home(source)
    if home is None:
        return (), ()
    files = _cases(home)
    return Cases(_distinct(files.of("cases", Case))).cases, in_order(files.problems, files.opened)


def _cases(home: Path) -> _Files:
    return _read(case_files(home), home, "cases", {"cases": Case})


def case_problems(source: str | Path, charters: Charters) -> tuple[Problem, ...]:
    """Every case that does not fit its charter, or comes out otherwise than it says, as a problem with its place."""
    home = cases_home(source)
    if home is None:
        return ()
    files = _cases(home)
    found = [flaw for one in files.of("cases", Case) for flaw in _of_case(one, charters)]
    return in_order(found, files.opened)


def _of_case(row: Placed[Case], charters: Charters) -> Iterator[Problem]:
    wrong = flaws(row.value, charters)
    for one in wrong:
        said = row.problem(one.code, one.step, one.found, allowed=one.allowed, near=True)
        yield said if one.text is None else evolve(said, message=one.text)
    if wrong:
        return
    for other in run(row.value, charters).differences:
        step = join(other.part, other.name) if other.part in ("questions", "clauses") else other.part
        yield row.problem("case-differs", step, other.found or "–", allowed=(other.expected,))
