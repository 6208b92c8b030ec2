# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A receipt: what was decided or reported, what it rested on by hash, and the version of the library that did it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from ..canonical import canonical, digest
from ..errors import FlawedData, Problem
from ..files.codec import parse
from ..files.problems import problem
from ..text import Text
from ..values import Period
from .shape import SHAPE, faults, too_deep

Made: TypeAlias = Literal["decision", "report"]
"""What a receipt is of."""
FORMAT: Final = 1
"""The version of the format; one that a reader does not know is refused."""
HIDDEN: Final = "redacted"
"""The key of the object that stands in the place of what is not shown; its value is the ground."""
GUESSABLE: Final = "guessable"
"""Beside it, when a hash is not shown because what is hidden could be guessed from it."""
CONFIDENTIAL: Final = "confidential"
"""The ground on which what was told in confidence is left out of every receipt."""


class NoReceipt(FlawedData):
    """A text is no receipt, or is not written as one; ``problems`` says everything that is wrong."""


@frozen
class Hashed:
    """Something that a receipt names with its hash; ``sha256`` is empty where the hash is redacted."""

    id: str
    sha256: str


@frozen
class VersionUsed:
    """A version of the charter: its hash as a whole, and that of each clause, fact, question, and so on."""

    id: str
    sha256: str
    parts: tuple[Hashed, ...]


@frozen
class RecordUsed:
    """A record that the answer rests on; ``sha256`` is empty where the hash is redacted."""

    table: str
    project: str
    id: str
    sha256: str


@frozen
class Redaction:
    """A ground on which something is not shown, and how many places are not shown on it."""

    ground: str
    places: int


@frozen
class Receipt:
    """What can be checked later: read its parts here, compare it with `verify`, hand it over with `dumps`.

    ``body`` is the whole content but for the digest, as canonical JSON; ``digest`` is the SHA-256 that the receipt
    states of it. A receipt that was changed by hand is ``sound`` no more.
    """

    body: str = field(repr=False)
    digest: str

    @cached_property
    def tree(self) -> Mapping[str, Any]:
        """The content as plain data; what is redacted is an object with the key ``redacted``."""
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def sound(self) -> bool:
        """Whether the digest that is stated is that of the content."""
        return self.digest == self.recomputed

    @property
    def recomputed(self) -> str:
        """The digest of the content, whatever is stated."""
        return digest(self.tree)

    @property
    def of(self) -> Made:
        """What it is of: a decision or a report."""
        made: Made = self.tree["of"]
        return made

    @property
    def subject(self) -> str:
        """The project that was decided, or ``partnership``."""
        return str(self.tree["subject"])

    @property
    def title(self) -> Text:
        """What the subject is called."""
        return Text(**self.tree["title"])

    @property
    def on(self) -> date:
        """The reference date: up to which day things were known."""
        return date.fromisoformat(self.tree["on"])

    @property
    def period(self) -> Period | None:
        """The period of a report; none for a decision, and for a report of one day."""
        told = self.tree.get("period")
        return None if told is None else Period(*(date.fromisoformat(told[end]) for end in ("first", "last")))

    @property
    def engine(self) -> str:
        """The version of the library that made it."""
        return str(self.tree["engine"]["version"])

    @property
    def charters(self) -> tuple[VersionUsed, ...]:
        """The versions of the charter that were used."""
        return tuple(
            VersionUsed(
                one["id"],
                shown(one["sha256"]),
                tuple(Hashed(name, shown(value)) for name, value in sorted(one["parts"].items())),
            )
            for one in self.tree["charters"]
        )

    @property
    def records(self) -> tuple[RecordUsed, ...]:
        """The records it rests on, but for what was told in confidence."""
        return tuple(
            RecordUsed(one["table"], one["project"], one["id"], shown(one["sha256"]))
            for one in self.tree["records"]
            if HIDDEN not in one
        )

    @property
    def redactions(self) -> tuple[Redaction, ...]:
        """What is not shown, by the ground on which it is not."""
        return tuple(Redaction(one["ground"], one["places"]) for one in self.tree["redactions"])


def shown(value: object) -> str:
    """A text, or nothing where it is redacted."""
    return value if isinstance(value, str) else ""


def seal(tree: Mapping[str, Any]) -> Receipt:
    """The receipt with this content, counting what is redacted in it."""
    whole = {**tree, "redactions": redactions(tree)}
    return Receipt(canonical(whole).decode(), digest(whole))


def redactions(tree: Mapping[str, Any]) -> list[dict[str, Any]]:
    """How many places are redacted in the content, by ground."""
    counts: dict[str, int] = {}
    for marker in _markers({name: value for name, value in tree.items() if name != "redactions"}):
        counts[marker[HIDDEN]] = counts.get(marker[HIDDEN], 0) + marker["places"]
    return [{"ground": ground, "places": counts[ground]} for ground in sorted(counts)]


def is_marker(value: object) -> bool:
    """Whether it stands in the place of something that is not shown."""
    return isinstance(value, Mapping) and HIDDEN in value


def _markers(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if HIDDEN in value:
            yield value
        else:
            for one in value.values():
                yield from _markers(one)
    elif isinstance(value, list):
        for one in value:
            yield from _markers(one)


def dumps(receipt: Receipt) -> str:
    """The receipt as canonical JSON, the digest among the rest.

    ``jq -cS 'del(.digest)' FILE | sha256sum`` gives the digest.
    """
    return canonical({**receipt.tree, "digest": receipt.digest}).decode()


def loads(text: str) -> Receipt:
    """The receipt that `dumps` wrote; an equal one. Whether its digest is right is not asked here.

    Raises:
        NoReceipt: a `ValueError` with every problem, when it is no receipt or is not written as `dumps` does.
    """
    tree, problems = parse(text)
    if too_deep(tree):
        problems = (problem("too-deep"),)
    found = problems or tuple(faults(tree, SHAPE)) or tuple(_otherwise(tree, text))
    if found or not isinstance(tree, dict):
        raise NoReceipt(found)
    stated = tree.pop("digest")
    return Receipt(canonical(tree).decode(), stated)


def _otherwise(tree: Any, text: str) -> Iterator[Problem]:
    """What a receipt of the right shape may still not be."""
    if tree["redactions"] != redactions(tree):
        yield problem("redactions-miscounted", "redactions")
    if canonical(tree).decode() != text:
        yield problem("not-canonical")
    span = tree.get("period")
    if span is None:
        return
    if tree["of"] == "decision":
        yield problem("unknown-field", "period", "period")
    elif span["last"] < span["first"]:
        yield problem("period-runs-backward", "period.last", span["last"], allowed=(span["first"],))
    elif not span["first"] <= tree["on"] <= span["last"]:
        yield problem("not-an-option", "on", tree["on"], allowed=(f"{span['first']}..{span['last']}",))
