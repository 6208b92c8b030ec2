# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The decision log: one line for each receipt, and in each line the hash of the line before it.

A line that is taken out, changed, moved or put in between breaks the chain, and `check` says where. What the chain
cannot tell is whether lines were cut off at its end, or all of them written anew from some line on: for that, publish
its `Head` now and then, or keep a receipt that should be in it. Nor can it tell the time: the day that a line bears is
its writer's word, and only a published head shows that the line was there by then.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any, Final, Literal, TypeAlias

from attrs import frozen

from ..canonical import canonical
from .receipt import Made, Receipt

BEGINNING: Final = "0" * 64
"""What the first line names as the hash of the line before it."""
_HASH: Final = re.compile("[0-9a-f]{64}")
_FIELDS: Final = frozenset(("number", "previous", "receipt", "of", "subject", "on", "recorded", "by"))


@frozen
class Entry:
    """One line: a receipt was recorded on a day, perhaps with the role or name of who did it."""

    number: int
    previous: str
    receipt: str
    of: Made
    subject: str
    on: date
    recorded: date
    by: str = ""

    def line(self) -> bytes:
        """The entry as it is written, with the line feed at its end."""
        plain = {
            "number": self.number,
            "previous": self.previous,
            "receipt": self.receipt,
            "of": self.of,
            "subject": self.subject,
            "on": self.on.isoformat(),
            "recorded": self.recorded.isoformat(),
            "by": self.by,
        }
        return canonical(plain)

    @property
    def hash(self) -> str:
        """The SHA-256 of the line, which the next one names."""
        return hashlib.sha256(self.line()).hexdigest()


@frozen
class Head:
    """How many entries a log has, and the hash of its last line: who knows it, sees when entries are gone."""

    count: int
    hash: str

    def __str__(self) -> str:
        return f"{self.count}:{self.hash}"

    @classmethod
    def parse(cls, words: str) -> Head:
        """Read ``12:9f86…``, or the hash alone, of which the count is not known (0).

        Raises:
            ValueError: for anything else.
        """
        count, _, hashed = words.rpartition(":")
        if _HASH.fullmatch(hashed) and re.fullmatch("[0-9]{0,9}", count):
            return cls(int(count or "0"), hashed)
        raise ValueError(f"a head is a count and a SHA-256, as 12:9f86…, not {words!r}")


# What may be wrong with it


@frozen
class TornLine:
    """The last line was not written to its end: a crash, or a copy that broke off."""

    line: int


@frozen
class UnreadableLine:
    """A line is no entry, or is not written as one; with other line ends none of them is."""

    line: int
    why: Literal["no-entry", "line-end"]


@frozen
class EntryEdited:
    """A line is not as it was when the next one was written."""

    line: int
    number: int


@frozen
class EntriesRemoved:
    """Entries are gone before a line."""

    line: int
    first: int
    last: int


@frozen
class EntryRepeated:
    """A line stands in the log a second time."""

    line: int
    number: int
    earlier: int


@frozen
class EntryMoved:
    """A line stands before the one that it was written after."""

    line: int
    number: int


@frozen
class EntryInserted:
    """A line was put in where another one follows."""

    line: int
    number: int


@frozen
class HeadMissing:
    """The published head is no line of the log: what was there then was cut off or changed."""

    count: int
    found: int


@frozen
class ReceiptNotLogged:
    """A receipt that should be in the log is not."""

    receipt: str


@frozen
class EntryMisleads:
    """A line names a receipt, and says of it what the receipt does not: another project, day, or kind."""

    line: int
    number: int


Fault: TypeAlias = (
    TornLine
    | UnreadableLine
    | EntryEdited
    | EntriesRemoved
    | EntryRepeated
    | EntryMoved
    | EntryInserted
    | HeadMissing
    | ReceiptNotLogged
    | EntryMisleads
)


@frozen
class LogCheck:
    """The entries of a log that can be read, and everything that is wrong with it."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    head: Head

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults

    @property
    def backdated(self) -> tuple[Entry, ...]:
        """The entries with an earlier day than one before them; the chain cannot tell which of the days is wrong."""
        latest = accumulate((one.recorded for one in self.entries), max)
        return tuple(one for one, day in zip(self.entries, latest, strict=True) if one.recorded < day)


@frozen
class _Line:
    """A line of the file with its hash, and its entry if it holds one."""

    at: int
    hash: str
    entry: Entry | None


def check(data: bytes, *, head: Head | None = None, receipts: Iterable[Receipt] = ()) -> LogCheck:
    """Check a log as it stands in its file, against a head that was published and receipts that should be in it."""
    whole, torn = split(data)
    lines = [_Line(at, hashlib.sha256(raw).hexdigest(), _entry(raw)) for at, raw in enumerate(whole, start=1)]
    entries = tuple(one.entry for one in lines if one.entry is not None)
    faults: dict[int, Fault] = {
        one.at: UnreadableLine(one.at, "line-end" if raw.endswith(b"\r\n") else "no-entry")
        for one, raw in zip(lines, whole, strict=True)
        if one.entry is None
    }
    _off_the_chain(lines, faults)
    _out_of_order(lines, faults)
    broken: list[Fault] = [*_breaks(lines, faults)]
    found = [fault for _, fault in sorted(faults.items())] + broken
    found.sort(key=_place)
    if torn:
        found.append(TornLine(len(whole) + 1))
    if (
        head is not None
        and head != Head(0, BEGINNING)
        and not any(
            one.hash == head.hash and (not head.count or one.entry is None or one.entry.number == head.count)
            for one in lines
        )
    ):
        found.append(HeadMissing(head.count, len(entries)))
    for receipt in receipts:
        named = [(one.at, one.entry) for one in lines if one.entry and one.entry.receipt == receipt.digest]
        told = receipt.of, receipt.subject, receipt.on
        found += [
            EntryMisleads(at, entry.number)
            for at, entry in named
            if (entry.of, entry.subject, entry.on) != told
        ] or ([] if named else [ReceiptNotLogged(receipt.digest)])
    return LogCheck(entries, tuple(found), Head(len(lines), lines[-1].hash if lines else BEGINNING))


def split(data: bytes) -> tuple[list[bytes], bytes]:
    """The whole lines of a log, and what stands after the last line feed: a line that was not written to its end."""
    *lines, torn = data.split(b"\n")
    return [one + b"\n" for one in lines], torn


def _entry(raw: bytes) -> Entry | None:
    """The entry in a line, when it is written in the one way there is."""
    try:
        tree: object = json.loads(raw)
        if not isinstance(tree, Mapping) or tree.keys() != _FIELDS:
            return None
        entry = _made(tree)
    except (ValueError, RecursionError):
        return None
    return entry if entry is not None and entry.line() == raw else None


def _made(tree: Mapping[str, Any]) -> Entry | None:
    number, of = tree["number"], tree["of"]
    texts = [tree[name] for name in ("previous", "receipt", "subject", "on", "recorded", "by")]
    if type(number) is not int or number < 1 or not all(isinstance(one, str) for one in texts):
        return None
    previous, receipt, subject, on, recorded, by = texts
    if of not in ("decision", "report") or not (_HASH.fullmatch(previous) and _HASH.fullmatch(receipt)):
        return None
    days = date.fromisoformat(on), date.fromisoformat(recorded)
    return Entry(number, previous, receipt, of, subject, *days, by)


def _place(fault: Fault) -> int:
    return getattr(fault, "line", 0)


def _off_the_chain(lines: Sequence[_Line], faults: dict[int, Fault]) -> None:
    """Lines that stand there twice, and lines that were put in where another one follows."""
    first: dict[str, int] = {}
    followers: dict[str, list[_Line]] = {}
    for one in lines:
        if one.entry is None:
            continue
        if one.hash in first:
            faults[one.at] = EntryRepeated(one.at, one.entry.number, first[one.hash])
        else:
            first[one.hash] = one.at
            followers.setdefault(one.entry.previous, []).append(one)
    length: dict[
        str, int
    ] = {}  # how many lines follow one another after a line; a line is longer than its tail
    for one in sorted((one for several in followers.values() for one in several), key=_number, reverse=True):
        length[one.hash] = 1 + max(
            (length.get(two.hash, 0) for two in followers.get(one.hash, ())), default=0
        )
    for several in followers.values():
        true = max(several, key=lambda one: (length[one.hash], -one.at))
        for one in several:
            if one is not true and one.entry is not None:
                faults[one.at] = EntryInserted(one.at, one.entry.number)


def _number(line: _Line) -> int:
    return 0 if line.entry is None else line.entry.number


def _out_of_order(lines: Sequence[_Line], faults: dict[int, Fault]) -> None:
    """Lines that stand before the one they name."""
    where = {one.hash: one.at for one in reversed(lines)}
    for one in lines:
        if one.entry is not None and one.at not in faults and where.get(one.entry.previous, 0) > one.at:
            faults[one.at] = EntryMoved(one.at, one.entry.number)


def _breaks(lines: Sequence[_Line], faults: Mapping[int, Fault]) -> Iterator[Fault]:
    """Where a line names one that is not there: the line before it was changed, or entries are gone."""
    after = {BEGINNING: 1, **{one.hash: one.entry.number + 1 for one in lines if one.entry is not None}}
    number, before, wrong = 0, 0, set(faults)
    for one in lines:
        if isinstance(faults.get(one.at), EntryRepeated | EntryInserted | EntryMoved):
            continue
        number += 1
        if one.entry is not None:
            found = _break(one.at, one.entry, after.get(one.entry.previous), number, before)
            if found is not None and found.line not in wrong:
                yield found
            if found is not None:
                wrong.add(found.line)
            if found is None or found.line != one.at or isinstance(found, EntriesRemoved):
                number = one.entry.number
        before = one.at


def _break(
    line: int, entry: Entry, expected: int | None, number: int, before: int
) -> EntriesRemoved | EntryEdited | None:
    """What a line tells of itself and of the line before it, whose successor it should be."""
    if expected is not None:
        return None if entry.number == expected else EntryEdited(line, entry.number)
    if entry.number > number:
        return EntriesRemoved(line, number, entry.number - 1)
    if entry.number == number and before:
        return EntryEdited(before, number - 1)
    return EntryEdited(line, entry.number)
