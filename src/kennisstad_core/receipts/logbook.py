# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Append to a decision log so that a crash loses nothing that was in it, and mend one that a crash tore."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import FileIO
from pathlib import Path
from typing import Final, Literal

from ..errors import KennisstadError
from .log import BEGINNING, Entry, Fault, LogCheck, TornLine, check, split
from .receipt import Receipt
from .writing import sync_folder, write_whole

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR: Final = 1 << 40
"""A place beyond the end of any log, which on Windows stands for the whole of it when it is locked."""


class LogBroken(KennisstadError, ValueError):
    """Nothing is added to a log that is not sound; ``faults`` says what is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__(f"the log is not sound, so nothing was added: {', '.join(map(str, faults))}")

    @property
    def torn(self) -> bool:
        """Whether nothing is wrong but a last line that was not written to its end, which `mend` takes out."""
        return all(isinstance(one, TornLine) for one in self.faults)


def append(path: str | Path, receipt: Receipt, *, recorded: date, by: str = "") -> Entry:
    """Add a receipt to a log, which is made when it is not there; the entry is on the disk when this returns.

    ``by`` is the role of who recorded it, or a name, or nothing.

    Raises:
        LogBroken: a `ValueError` when the log is torn, or not sound otherwise.
        OSError: when it cannot be written; then it is as it was, or torn.
    """
    place = Path(path)
    new = not place.exists()
    with _locked(place, "a+b") as file:
        file.seek(0)
        data = file.read()
        found = check(data)
        if found.faults:
            raise LogBroken(found.faults)
        last = found.entries[-1] if found.entries else None
        entry = Entry(
            1 if last is None else last.number + 1,
            BEGINNING if last is None else last.hash,
            receipt.digest,
            receipt.of,
            receipt.subject,
            receipt.on,
            recorded,
            by,
        )
        try:
            _write(file, entry.line())
        except OSError:
            file.truncate(len(data))
            raise
    if new:
        sync_folder(place.parent)
    return entry


def read(path: str | Path) -> bytes:
    """The log as it is, between two entries that are being added.

    Raises:
        OSError: when it cannot be read.
    """
    with _locked(Path(path), "rb") as file:
        return file.read()


def mend(path: str | Path) -> Path | None:
    """Take out a last line that was not written to its end, and keep its bytes in a file beside the log.

    Hands back that file; nothing when the log was not torn.

    Raises:
        OSError: when the bytes cannot be kept or the log cannot be written; then the log is as it was.
    """
    place = Path(path)
    with _locked(place, "r+b") as file:
        data = file.read()
        _, torn = split(data)
        if not torn:
            return None
        kept = next(
            one
            for number in range(1, sys.maxsize)
            if not (one := place.with_name(f"{place.name}.torn-{number}")).exists()
        )
        write_whole(kept, torn)
        file.truncate(len(data) - len(torn))
        os.fsync(file.fileno())
    return kept


def check_file(path: str | Path) -> LogCheck:
    """Check a log by its file alone.

    Raises:
        OSError: when it cannot be read.
    """
    return check(read(path))


def _write(file: FileIO, line: bytes) -> None:
    left = memoryview(line)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


@contextmanager
def _locked(path: Path, mode: Literal["rb", "r+b", "a+b"]) -> Iterator[FileIO]:
    """A file that nobody else has locked; who only reads does not keep other readers out."""
    with path.open(mode, buffering=0) as file:
        number = file.fileno()
        if sys.platform == "win32":
            os.lseek(number, _FAR, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_LOCK, 1)
            os.lseek(number, 0, os.SEEK_SET)
        else:
            fcntl.flock(number, fcntl.LOCK_SH if mode == "rb" else fcntl.LOCK_EX)
        yield file  # closing it lets go of the lock
