# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Check a receipt against a charter and a register: recompute the answer, and name everything that differs.

Nothing that a receipt says is believed: the answer is made anew from the charter and the register, and compared with
it part by part. So a receipt that was changed, with a digest made to fit, differs as much as one whose records were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, assert_never

from attrs import frozen

from ..canonical import canonical
from ..charter import Charter, Charters
from ..decisions import Decision
from ..files.problems import join
from ..governance import audit, decide
from ..records.register import Register
from ..reports import Report
from .differences import (
    REMARKS,
    Difference,
    EngineDiffers,
    FactDiffers,
    FindingDiffers,
    NotComparable,
    ProvisionChanged,
    ReceiptDamaged,
    RecordAdded,
    RecordChanged,
    RecordMissing,
    ResultDiffers,
    SubjectMissing,
    VersionAdded,
    VersionMissing,
)
from .making import Sources, of_decision, of_report, sources_of_decision, sources_of_report
from .receipt import CONFIDENTIAL, HIDDEN, Receipt, is_marker


@frozen
class Verification:
    """How a receipt compares with what the charter and the register give now."""

    receipt: Receipt
    differences: tuple[Difference, ...]

    @property
    def verifies(self) -> bool:
        """Whether nothing differs that is not a mere remark."""
        return all(isinstance(one, REMARKS) for one in self.differences)

    @property
    def remarks(self) -> tuple[Difference, ...]:
        """What a reader must know of an answer that stands."""
        return tuple(one for one in self.differences if isinstance(one, REMARKS))

    @property
    def in_full(self) -> bool:
        """Whether nothing was redacted that could have been compared: what was told in confidence never can."""
        return all(one.ground == CONFIDENTIAL for one in self.differences if isinstance(one, NotComparable))


def verify(receipt: Receipt, charters: Charters | Charter, register: Register) -> Verification:
    """Recompute a receipt, and say everything that differs; nothing, or only remarks, when it stands."""
    found: list[Difference] = []
    if not receipt.sound:
        found.append(ReceiptDamaged(receipt.digest, receipt.recomputed))
    fresh = recomputed(receipt, charters, register)
    if fresh is None:
        found.append(SubjectMissing(receipt.subject))
    else:
        found += _compared(receipt.tree, fresh.tree)
    found += [NotComparable(one.ground, one.places) for one in receipt.redactions]
    return Verification(receipt, tuple(found))


def answer_again(
    receipt: Receipt, charters: Charters | Charter, register: Register
) -> Decision | Report | None:
    """The decision or report, made anew; none when the register does not have the project."""
    match receipt.of:
        case "decision":
            if receipt.subject not in register:
                return None
            return decide(charters, register, receipt.subject, on=receipt.on)
        case "report":
            return audit(charters, register, period=receipt.period, on=receipt.on)
        case _:
            assert_never(receipt.of)


def recomputed(receipt: Receipt, charters: Charters | Charter, register: Register) -> Receipt | None:
    """The receipt as it would be made now; none when the register does not have the project."""
    match answer_again(receipt, charters, register):
        case None:
            return None
        case Decision() as decision:
            return of_decision(decision, charters, register)
        case Report() as report:
            return of_report(report, charters, register)


def sources_again(receipt: Receipt, charters: Charters | Charter, register: Register) -> Sources | None:
    """What the answer rests on when it is made anew; nothing when the register does not have the project."""
    match answer_again(receipt, charters, register):
        case None:
            return None
        case Decision() as decision:
            return sources_of_decision(decision, charters, register)
        case Report() as report:
            return sources_of_report(report, charters, register)


Tree: TypeAlias = Mapping[str, Any]


def _compared(was: Tree, now: Tree) -> Iterator[Difference]:
    if was["engine"] != now["engine"]:
        yield EngineDiffers(*(" ".join(tree["engine"].values()) for tree in (was, now)))
    yield from _versions(_by(was["charters"], "id"), _by(now["charters"], "id"))
    yield from _records(was["records"], now["records"])
    yield from _facts(was["facts"], now["facts"])
    yield from _statuses(_outcomes(was["outcomes"]), _outcomes(now["outcomes"]))
    yield from _statuses(_clauses(was["findings"]), _clauses(now["findings"]))
    paths = [path for name in _OTHER for path in _paths(was.get(name), now.get(name), name)]
    if _told_in_confidence(was) != _told_in_confidence(now):
        paths.append("records")
    if [one["id"] for one in was["charters"]] != sorted({one["id"] for one in was["charters"]}):
        paths.append("charters")
    if paths:
        yield ResultDiffers(tuple(paths))


_OTHER: Final = ("subject", "title", "on", "period", "outcomes", "findings", "facts", "result")


_NOTHING: Final = object()
"""Stands where one of the two has nothing."""


def _told_in_confidence(tree: Tree) -> list[Tree]:
    return [one for one in tree["records"] if is_marker(one)]


def _by(several: Sequence[Tree], *keys: str) -> dict[Any, Tree]:
    return {tuple(one[key] for key in keys): one for one in several if not is_marker(one)}


def _same(was: object, now: object) -> bool:
    """Whether two values are the same as far as the first is shown."""
    return next(_paths(was, now, ""), None) is None


def _versions(was: Mapping[Any, Tree], now: Mapping[Any, Tree]) -> Iterator[Difference]:
    for key, one in was.items():
        if key not in now:
            yield VersionMissing(one["id"])
            continue
        parts, others = one["parts"], now[key]["parts"]
        changed = [
            ProvisionChanged(one["id"], name, name in others, name in parts)
            for name in sorted({*parts, *others})
            if name not in parts or name not in others or not _same(parts[name], others[name])
        ]
        if not changed and not _same(one["sha256"], now[key]["sha256"]):
            changed = [ProvisionChanged(one["id"], "")]
        yield from changed
    yield from (VersionAdded(one["id"]) for key, one in now.items() if key not in was)


def _records(was: Sequence[Tree], now: Sequence[Tree]) -> Iterator[Difference]:
    before, after = _hashes(was), _hashes(now)
    for key in sorted({*before, *after}):
        left, here = Counter(before.get(key, ())), Counter(after.get(key, ()))
        hidden = left.pop("", 0)
        gone, new = left - here, here - left
        for _ in range(min(hidden, new.total())):  # of a hash that is not shown, any will do
            new[next(iter(+new))] -= 1
        lost, come = gone.total() + max(0, hidden - (here - left).total()), (+new).total()
        yield from (RecordChanged(*key) for _ in range(min(lost, come)))
        yield from (RecordMissing(*key) for _ in range(lost - come))
        # A list that is attested afterwards bears on the answer only if some fact is known better by it: that is told.
        if key[0] != "completeness":
            yield from (RecordAdded(*key) for _ in range(come - lost))


def _hashes(records: Sequence[Tree]) -> dict[tuple[str, str, str], list[str]]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in records:
        if not is_marker(one):
            sha = one["sha256"]
            key = one["table"], one["project"], one["id"]
            found.setdefault(key, []).append("" if is_marker(sha) else sha)
    return found


_WHAT: Final = ("kind", "subject", "charter", "on")


def _facts(was: Sequence[Tree], now: Sequence[Tree]) -> Iterator[Difference]:
    before, after = _by(was, *_WHAT, "name"), _by(now, *_WHAT, "name")
    for key in sorted({*before, *after}):
        one, other = before.get(key, {}), after.get(key, {})
        if not one or not other or not _same(one["value"], other["value"]):
            unit = str((other or one)["unit"])
            yield FactDiffers(
                key[0], key[1], key[-1], _said(one.get("value")), _said(other.get("value")), unit
            )


def _said(value: object) -> str:
    return "" if value is None else canonical(value).decode().rstrip("\n")


_Statuses: TypeAlias = dict[tuple[str, str, str, str, str], object]


def _outcomes(several: Sequence[Tree]) -> _Statuses:
    found: _Statuses = {}
    for one in several:
        about = one["kind"], one["subject"], one["charter"], one["on"]
        found[*about, ""] = one["outcome"]
        for asked in one["questions"]:
            found[*about, f"?{asked['question']}"] = asked["status"]
    return found


def _clauses(several: Sequence[Tree]) -> _Statuses:
    return {
        (one["kind"], one["subject"], one["charter"], one["on"], one["clause"]): one["status"]
        for one in several
    }


def _statuses(was: _Statuses, now: _Statuses) -> Iterator[Difference]:
    for key in sorted({*was, *now}):
        before, after = was.get(key, ""), now.get(key, "")
        if not is_marker(before) and before != after:
            yield FindingDiffers(key[0], key[1], key[-1], str(before), str(after))


def _paths(was: object, now: object, path: str) -> Iterator[str]:
    """Where two values differ, as far as the first is shown."""
    if is_marker(was) and not _confidential(was):
        if now is _NOTHING:  # a marker stands in the place of something
            yield path
    elif isinstance(was, Mapping) and isinstance(now, Mapping):
        for name in sorted({*was, *now}):
            yield from _paths(was.get(name, _NOTHING), now.get(name, _NOTHING), join(path, name))
    elif isinstance(was, list) and isinstance(now, list):
        for index in range(max(len(was), len(now))):
            one, other = (several[index] if index < len(several) else _NOTHING for several in (was, now))
            yield from _paths(one, other, join(path, index))
    elif was != now or type(was) is not type(now):
        yield path


def _confidential(value: object) -> bool:
    """Whether it is left out of every receipt, so that it stands in both alike."""
    return isinstance(value, Mapping) and value.get(HIDDEN) == CONFIDENTIAL
