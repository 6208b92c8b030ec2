# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The folder that a site is written into: all of it or nothing, and never over what somebody else put there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

SUMS: Final = "sha256sums.txt"
"""The file that lists all others with their hashes, in the form that `sha256sum --check` reads."""
_OURS: Final = "# Made by kennisstad docs. Check it with: sha256sum --check --strict " + SUMS


class Occupied(OSError):
    """The folder holds something that was not made here, or that was changed since: ``found`` names some of it."""

    def __init__(self, folder: Path, found: tuple[str, ...]) -> None:
        super().__init__(f"{folder} holds what was not made here: {', '.join(found)}")
        self.folder = folder
        self.found = found


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """A new folder to write in, which takes the place of ``folder`` when all of it went well.

    Raises:
        Occupied: an `OSError`, before anything is written.
        OSError: when the place cannot be written.
    """
    target = folder.resolve()
    check_free(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    room = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        made, before = room / "new", room / "old"
        made.mkdir()
        yield made
        write_sums(made)
        if target.exists():
            target.rename(before)
        try:
            made.rename(target)
        except OSError:
            if before.exists():
                before.rename(target)
            raise
    finally:
        shutil.rmtree(room)


def check_free(folder: Path) -> None:
    """Nothing there, an empty folder, or exactly what was made here before.

    Raises:
        Occupied: an `OSError`, for anything else.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Occupied(folder, (folder.name,))
    there = {one.relative_to(folder).as_posix(): one for one in _files(folder)}
    if not there:
        return
    told = _sums(folder / SUMS)
    strange = [name for name, file in there.items() if name != SUMS and told.get(name) != _sum(file)]
    if strange or not told:
        raise Occupied(folder, tuple(sorted(strange or there)))


def write_sums(folder: Path) -> None:
    """List every file of the folder with its SHA-256."""
    lines = sorted((one.relative_to(folder).as_posix(), _sum(one)) for one in _files(folder))
    words = "".join(f"{digest}  {name}\n" for name, digest in lines)
    (folder / SUMS).write_text(f"{_OURS}\n{words}", "utf-8", newline="\n")


def _sums(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    first, *lines = file.read_text("utf-8", "replace").splitlines() or [""]
    if first != _OURS:
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _files(folder: Path) -> Iterator[Path]:
    return (one for one in folder.rglob("*") if one.is_file() or one.is_symlink())


def _sum(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
