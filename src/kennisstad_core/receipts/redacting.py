# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leave things out of a receipt before it is handed over, so that everybody sees that, where, and on which ground.

In the place of what is hidden stands an object that names the ground. A hash of something that holds what is hidden is
taken out with it: who knows the rest of it could try names and amounts until the hash fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from ..canonical import canonical
from ..charter import Charter, Charters
from ..errors import KennisstadError, nearest
from ..files.problems import join
from ..files.shapes import TABLES
from ..records.register import Register
from .contents import Shelf, charter_content, provisions
from .receipt import CONFIDENTIAL, GUESSABLE, HIDDEN, Receipt, is_marker, seal
from .verifying import sources_again

_OPEN_TO_IT: Final = re.compile(
    r"result\.(?!(title|project|partnership|charter|on|period)\b).+|facts\[\d+\]\.value.*|outcomes\[\d+\]\.(outcome|questions\[\d+\]\.status)"
    r"|findings\[\d+\]\.(status|evidence\[\d+\])"
)
_TELLING: Final = frozenset(("by", "en", "key", "mandate", "name", "nl", "reason", "record", "role"))
"""The fields that hold words or names."""
_PILES: Final = ("counted", "possible", "left_out")


class NotRedactable(KennisstadError, LookupError):
    """There is nothing at a path that can be hidden: it is not there, or a receipt means nothing without it."""

    def __init__(self, path: str, known: Iterable[str]) -> None:
        self.path = path
        self.nearest = nearest(path, known)
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        super().__init__(f"there is nothing to hide at {path!r}{hint}")


@frozen
class _Words:
    """What is hidden, and on which ground: words that are hidden wherever they stand, or whatever contains a name."""

    ground: str
    exact: frozenset[str] = frozenset()
    names: re.Pattern[str] | None = None

    def hides(self, words: str) -> bool:
        return words in self.exact or (self.names is not None and self.names.search(words) is not None)

    def in_text(self, text: str) -> bool:
        """Whether canonical JSON holds any of it."""
        held = any(canonical(one).decode().strip() in text for one in self.exact)
        return held or (self.names is not None and self.names.search(text) is not None)


def redact(
    receipt: Receipt,
    charters: Charters | Charter,
    register: Register,
    *,
    names: str = "",
    paths: Mapping[str, str] | None = None,
) -> Receipt:
    """A receipt without the names of persons, or without what stands at some paths, each with the ground it is on.

    ``names`` is the ground on which to leave out everybody who judged, decided or recorded; their roles stay, but where
    role and name are one text. ``paths`` leads from places such as ``result.facts[2].value`` to grounds; the same words
    are hidden everywhere in the answer. The result has a digest of its own: it is another receipt.

    Raises:
        NotRedactable: a `LookupError` for a path that leads to nothing that can be hidden.
        ValueError: for a ground without words, or the one that is kept for what was told in confidence.
    """
    told = dict(paths or {})
    for ground in (*told.values(), *([names] if names else [])):
        if not ground.strip() or ground == CONFIDENTIAL:
            raise ValueError(f"a redaction says on which ground, not {ground!r}")
    tree: dict[str, Any] = dict(receipt.tree)
    known = dict(_places(tree, ""))
    for path in told:
        if path not in known or not _OPEN_TO_IT.fullmatch(path):
            raise NotRedactable(path, filter(_OPEN_TO_IT.fullmatch, known))
    twins = _twins(tree)
    grounds = {twin: ground for path, ground in told.items() for twin in (path, *twins.get(path, ()))}
    hidden: list[_Words] = []
    beside: dict[str, str] = {}
    for path, ground in grounds.items():
        hidden.append(_Words(ground, frozenset(_texts(known[path], path))))
        beside |= dict.fromkeys(_records_at(path, known), ground)
    if names and (pattern := _pattern(register)) is not None:
        hidden.append(_Words(names, names=pattern))
    for part in ("result", "facts", "outcomes", "findings"):
        tree[part] = _without(tree[part], part, grounds, hidden)
    return seal(_without_hashes(tree, receipt, charters, register, hidden, beside))


def persons(register: Register) -> frozenset[str]:
    """The names of everybody who judged, decided, attested or recorded."""
    found: set[str] = set()
    for table in TABLES:
        if table == "projects":
            continue
        owners = (register, *register.projects)
        for one in (one for owner in owners for one in getattr(owner, table, ())):
            by = getattr(one, "by", None)
            if name := getattr(by, "name", ""):
                found.add(name)
    return frozenset(found)


def _pattern(register: Register) -> re.Pattern[str] | None:
    names = sorted(persons(register), key=lambda one: (-len(one), one))
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in names)) if names else None


def _places(value: object, path: str) -> Iterator[tuple[str, object]]:
    if path:
        yield path, value
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _places(one, join(path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _places(one, join(path, index))


def _twins(tree: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Places that say the same: the value of a fact and an outcome stand in the result and beside it."""
    result = tree["result"]
    at = [
        (join(join("result", name), index), one)
        for name in ("decisions", "assessments")
        for index, one in enumerate(result.get(name, ()))
    ]
    answers = at if tree["of"] == "report" else [("result", result)]
    values = [
        join(join(join(path, "facts"), index), "value")
        for path, one in answers
        for index in range(len(one.get("facts", ())))
    ]
    outcomes = [f"{path}.ruling.outcome" for path, one in answers if "project" in one]
    found: dict[str, tuple[str, ...]] = {}
    for index, place in enumerate(values):
        found[place], found[f"facts[{index}].value"] = (f"facts[{index}].value",), (place,)
    for index, place in enumerate(outcomes):
        found[place], found[f"outcomes[{index}].outcome"] = (f"outcomes[{index}].outcome",), (place,)
    return found


def _texts(value: object, path: str) -> Iterator[str]:
    """The words and names at a place, which may stand elsewhere too; codes, such as a status, say nothing of it."""
    for place, one in _places(value, path):
        if isinstance(one, str) and place.rpartition(".")[2] in _TELLING:
            yield one


def _records_at(path: str, known: Mapping[str, object]) -> Iterator[str]:
    """The records nearest to a place: of the evidence or departure it is in, or else behind the fact it is in."""
    while path:
        table = known[path]
        if isinstance(table, Mapping):
            several = (one for pile in _PILES for one in table.get(pile, ()))
            own = [table, *(one for one in several if isinstance(one, Mapping))]
            if records := [one["record"] for one in own if isinstance(one.get("record"), str)]:
                yield from records
                return
        path = re.sub(r"(\[\d+\]|\.[^.\[]+|^[^.\[]+)$", "", path)


def _without(value: Any, path: str, grounds: Mapping[str, str], hidden: Iterable[_Words]) -> Any:
    """The value with a marker in the place of everything hidden."""
    if path in grounds:
        return {HIDDEN: grounds[path], "places": 1}
    if is_marker(value):
        return value
    if isinstance(value, Mapping):
        return {name: _without(one, join(path, name), grounds, hidden) for name, one in value.items()}
    if isinstance(value, list):
        return [_without(one, join(path, index), grounds, hidden) for index, one in enumerate(value)]
    if isinstance(value, str) and path.startswith("result."):
        ground = next((one.ground for one in hidden if one.hides(value)), None)
        return value if ground is None else {HIDDEN: ground, "places": 1}
    return value


def _without_hashes(
    tree: dict[str, Any],
    receipt: Receipt,
    charters: Charters | Charter,
    register: Register,
    hidden: Iterable[_Words],
    beside: Mapping[str, str],
) -> dict[str, Any]:
    """The content without the hashes from which what is hidden could be guessed."""
    sources = sources_again(receipt, charters, register)
    shelf = Shelf(register, register.projects)
    near = {
        (one.table, one.project, one.id): ground
        for name, ground in beside.items()
        for one in shelf.find(name)
    }
    versions = {one.id: one for one in (() if sources is None else sources.charters)}
    filed = () if sources is None else sources.records
    texts = {(one.table, one.project, one.id): canonical(one.content(receipt.on)).decode() for one in filed}

    def held(text: str) -> str | None:
        return next((one.ground for one in hidden if one.in_text(text)), None)

    def record(one: Mapping[str, Any]) -> Mapping[str, Any]:
        if is_marker(one) or is_marker(one["sha256"]):
            return one
        key = one["table"], one["project"], one["id"]
        ground = near.get(key) or held(texts.get(key, ""))
        return one if ground is None else {**one, "sha256": _guessable(ground)}

    def version(one: Mapping[str, Any]) -> Mapping[str, Any]:
        found = versions.get(one["id"])
        content: dict[str, Any] = {} if found is None else charter_content(found, receipt.on)
        parts = {name: held(canonical(part).decode()) for name, part in provisions(content).items()}
        grounds = {name: ground for name, ground in parts.items() if ground is not None}
        if not grounds:
            return one
        kept = {
            name: _guessable(grounds[name]) if name in grounds else sha for name, sha in one["parts"].items()
        }
        return {**one, "sha256": _guessable(min(grounds.values())), "parts": kept}

    return {
        **tree,
        "records": [record(one) for one in tree["records"]],
        "charters": [version(one) for one in tree["charters"]],
    }


def _guessable(ground: str) -> dict[str, Any]:
    return {HIDDEN: ground, "places": 1, GUESSABLE: True}
