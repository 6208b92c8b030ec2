# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write files whole or not at all, so that a crash leaves what was there before or what should be there."""

from __future__ import annotations

import os
from pathlib import Path

from .receipt import Receipt, dumps


def write_receipt(receipt: Receipt, path: str | Path) -> None:
    """Write a receipt to a file; one that is there is replaced, behind a link too.

    Raises:
        OSError: when it cannot be written; what was there is still there then.
    """
    place, data = Path(path), dumps(receipt).encode()
    if place.exists() and not place.is_file():  # a pipe or a device, which nothing may take the place of
        with place.open("wb") as file:
            file.write(data)
    else:
        write_whole(Path(os.path.realpath(place)), data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and see its name onto the disk as well.

    Raises:
        OSError: when it cannot be written; what was there is still there then.
    """
    put_in_place(path, data)
    sync_folder(path.parent)


def put_in_place(path: Path, data: bytes) -> None:
    """Write a file beside its place, see it onto the disk, and only then put it in its place.

    Raises:
        OSError: when it cannot be written; what was there is still there then.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """See the names in a folder onto the disk, on systems where a folder can be opened for that."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
