# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The evidence behind receipts: a folder with one file for each thing that was hashed, as it was hashed.

``sha256sum -c SHA256SUMS`` in the folder checks all of it, and the hash of a file is the one that the receipt names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from ..canonical import canonical, digest
from ..charter import Charter, Charters
from ..errors import KennisstadError
from ..records.register import Register
from .contents import Filed, charter_content, provisions
from .receipt import Receipt, dumps
from .verifying import sources_again
from .writing import put_in_place, sync_folder, write_whole

SUMS: Final = "SHA256SUMS"
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+|\.{2,}")
_OURS: Final = re.compile(r"(charters|receipts|records)/.+\.[0-9a-f]{12}(\.content)?\.json")
_LONGEST: Final = 100
_SHORT: Final = 12
"""How much of a hash stands in the name of a file, so that two of one name do not clash."""


class EvidenceMissing(KennisstadError, LookupError):
    """The charters and the register do not hold what a receipt names, as it was; ``missing`` says what."""

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(f"not there as the receipt names it: {', '.join(self.missing)}")


def write_evidence(
    receipts: Iterable[Receipt], charters: Charters | Charter, register: Register, folder: str | Path
) -> tuple[str, ...]:
    """Write receipts and everything they name by hash, and hand back the names of the files, in order.

    Of a receipt itself stands there what the command reads, and its content, of which the hash is its digest. Nothing
    is written of which the hash is redacted. Files of an earlier run that are evidence no more are removed.

    Raises:
        EvidenceMissing: a `LookupError` when the charters or the register are not as a receipt says.
        OSError: when a file cannot be written.
    """
    root = Path(folder)
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for receipt in receipts:
        files |= _receipt_files(receipt)
        for name, content in evidence_of(receipt, charters, register):
            if content is None:
                missing.append(name)
            else:
                files[name] = content
    if missing:
        raise EvidenceMissing(dict.fromkeys(missing))
    names = tuple(sorted(files))
    for stale in set(_listed(root)) - files.keys():
        (root / stale).unlink(missing_ok=True)
    for name in names:
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_bytes() != files[name]:
            put_in_place(place, files[name])
    root.mkdir(parents=True, exist_ok=True)
    for place in sorted({(root / name).parent for name in names}):
        sync_folder(place)
    sums = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in names)
    write_whole(root / SUMS, sums.encode())
    return (*names, SUMS)


def name_of(receipt: Receipt) -> str:
    """A file name for a receipt: what it is of, its subject, and its day or period."""
    when = (
        receipt.on.isoformat() if receipt.period is None else f"{receipt.period}".replace("..", "-through-")
    )
    return safe(f"{receipt.of}-{receipt.subject}-{when}")


def safe(name: str) -> str:
    """A name in letters, and of a length, that every file system has."""
    return _UNSAFE.sub("-", name).strip("-.")[:_LONGEST].rstrip("-.") or "-"


def _receipt_files(receipt: Receipt) -> dict[str, bytes]:
    name = f"receipts/{name_of(receipt)}.{receipt.digest[:_SHORT]}"
    return {f"{name}.json": dumps(receipt).encode(), f"{name}.content.json": receipt.body.encode()}


def evidence_of(
    receipt: Receipt, charters: Charters | Charter, register: Register
) -> Iterator[tuple[str, bytes | None]]:
    """Each file that a receipt names by hash, or its name alone when nothing is there with that hash."""
    sources = sources_again(receipt, charters, register)
    versions = {one.id: one for one in (() if sources is None else sources.charters)}
    for version in receipt.charters:
        found = versions.get(version.id)
        content: dict[str, Any] = {} if found is None else charter_content(found, receipt.on)
        parts = {**provisions(content), "charter": content}
        for part, sha in (("charter", version.sha256), *((one.id, one.sha256) for one in version.parts)):
            if sha:
                held = parts.get(part)
                name = (
                    f"charters/{safe(version.id)}/{'/'.join(map(safe, part.split('/')))}.{sha[:_SHORT]}.json"
                )
                yield name, canonical(held) if held is not None and digest(held) == sha else None
    records: dict[tuple[str, str, str, str], Filed] = {
        (one.table, one.project, one.id, one.hashed(receipt.on)): one
        for one in (() if sources is None else sources.records)
    }
    for named in receipt.records:
        if named.sha256:
            filed = records.get((named.table, named.project, named.id, named.sha256))
            place = (
                f"records/{named.table}/{safe(named.project)}/{safe(named.id)}.{named.sha256[:_SHORT]}.json"
            )
            yield place, None if filed is None else canonical(filed.content(receipt.on))


def _listed(root: Path) -> Iterator[str]:
    """The files that an earlier run says it wrote, and that have names as it gives them."""
    sums = root / SUMS
    for line in sums.read_text("utf-8", "replace").splitlines() if sums.is_file() else ():
        name = line[66:]
        if _OURS.fullmatch(name) and ".." not in name:
            yield name
