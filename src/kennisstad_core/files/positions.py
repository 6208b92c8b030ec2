# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where in a TOML file a problem is, by tree-sitter when it is installed (the extra ``cli``).

Without it only a syntax error has a place: the one that `tomllib` tells.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from ..errors import Problem
from .problems import join, problem

if TYPE_CHECKING:
    from tree_sitter import Node

Place: TypeAlias = tuple[int, int]
"""A line and a column, both from 1; the column counts characters."""

_TOLD: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*\Z")
_AGAIN: Final = ("Cannot ", "Duplicate ")
"""How `tomllib` begins when something is defined for a second time."""
_DEFINED: Final = re.compile(r"\s*(\[{1,2}[^\]]*\]{1,2}|[\w.-]+(?=\s*=[^{]*$))")
"""What a line of TOML defines: a table, or a key that needs no quotes and holds no keys itself."""
_OF_SEVERAL_LINES: Final = ('"""', "'''")
"""The quotes of a text in which a line may look like anything."""
_OF_KEYS: Final = frozenset(("unknown-field", "unknown-table"))


def _tree(source: bytes) -> Node | None:
    try:
        import tree_sitter
        import tree_sitter_toml
    except ImportError:
        return None
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language())).parse(source).root_node


def _lines(text: str) -> list[str]:
    # Only what TOML calls a line end: splitlines() would also break at a separator inside a text.
    return text.replace("\r\n", "\n").split("\n")


def syntax_problems(text: str, message: str) -> tuple[Problem, ...]:
    """Every syntax error of a TOML file, of which ``message`` is the first as `tomllib` told it."""
    lines = _lines(text)
    match = _TOLD.search(message)
    if match is None or not match[1]:
        line, column = len(lines), len(lines[-1]) + 1
    else:
        line, column = int(match[1]), int(match[2])
    code = "duplicate-key" if message.startswith(_AGAIN) else "not-toml"
    found = {line: _syntax(code, lines, line, column)}
    root = _tree(text.encode())
    for one in () if root is None else _errors(root):
        line, column = _place(one, lines)
        found.setdefault(line, _syntax("not-toml", lines, line, column))
    return tuple(found[line] for line in sorted(found))


def _syntax(code: str, lines: list[str], line: int, column: int) -> Problem:
    """The problem at a place; of what is written there only a key is repeated, for the rest may be confidential."""
    key = None
    if code == "duplicate-key" and not any(quotes in one for one in lines for quotes in _OF_SEVERAL_LINES):
        key = _DEFINED.match(lines[line - 1]) if line <= len(lines) else None
    found = "" if code == "not-toml" else "…" if key is None else key[1]
    return evolve(problem(code, found=found), line=line, column=column)


def _errors(root: Node) -> Iterator[Node]:
    todo = [root]
    while todo:
        node = todo.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            todo += node.children


def _is_value(node: Node) -> bool:
    return node.is_named and node.type != "comment"


def _key(words: str) -> str:
    """A key without its quotes and escapes; as it is written when the file is no TOML to begin with."""
    try:
        return next(iter(tomllib.loads(f"{words}=0")))
    except ValueError:
        return words


def _place(node: Node, lines: list[str]) -> Place:
    row, column = node.start_point
    before = lines[row].encode()[:column] if row < len(lines) else b""
    return row + 1, len(before.decode("utf-8", "replace")) + 1


def locate(text: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with the line and column in the TOML text that their paths point at."""
    several = tuple(problems)
    root = None if all(one.line for one in several) else _tree(text.encode())
    if root is None:
        return several
    found = _Places(text)
    found.read(root)
    return tuple(one if one.line else found.put(one) for one in several)


class _Places:
    """The place of every key and value of a file, by path."""

    def __init__(self, text: str) -> None:
        self._lines = _lines(text)
        self._keys: dict[str, Place] = {}
        self._values: dict[str, Place] = {}
        self._last: dict[str, int] = {}
        self._todo: list[tuple[Node, str]] = []

    def put(self, flaw: Problem) -> Problem:
        """The problem with its place."""
        line, column = self.of(flaw)
        return evolve(flaw, line=line, column=column)

    def of(self, flaw: Problem) -> Place:
        """Where the problem is: at the key when that is wrong, else at the value, else at what it is in."""
        path = flaw.path
        first, second = (self._keys, self._values) if flaw.code in _OF_KEYS else (self._values, self._keys)
        while path:
            place = first.get(path) or second.get(path)
            if place is not None:
                return place
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return 1, 1

    def read(self, root: Node) -> None:
        """Take up every key and value; without recursion, because a file may nest as deep as it likes."""
        for node in root.children:
            match node.type:
                case "pair":
                    self._todo.append((node, ""))
                case "table" | "table_array_element":
                    self._table(node)
                case _:  # comments
                    pass
        while self._todo:
            node, path = self._todo.pop()
            if node.type == "pair":
                self._pair(node, path)
            else:
                self._value(node, path)

    def _table(self, node: Node) -> None:
        names = [name for name, _ in self._names(node.children[1])]
        path = ""
        place = _place(node, self._lines)
        for name in names[:-1]:
            path = join(path, name)
            self._keys.setdefault(path, place)
            if path in self._last:
                path = join(path, self._last[path])
        path = join(path, names[-1])
        if node.type == "table_array_element":
            self._last[path] = self._last.get(path, -1) + 1
            self._keys.setdefault(path, place)
            path = join(path, self._last[path])
        self._keys.setdefault(path, place)
        for child in node.children:
            if child.type == "pair":
                self._todo.append((child, path))

    def _names(self, node: Node) -> Iterator[tuple[str, Node]]:
        todo = [node]
        while todo:
            node = todo.pop()
            if node.type == "dotted_key":
                todo += reversed(node.children)
            elif node.type in ("bare_key", "quoted_key"):
                yield _key((node.text or b"").decode()), node

    def _pair(self, node: Node, path: str) -> None:
        for name, key in self._names(node.children[0]):
            path = join(path, name)
            self._keys.setdefault(path, _place(key, self._lines))
        self._todo.append((next(child for child in node.children[1:] if _is_value(child)), path))

    def _value(self, node: Node, path: str) -> None:
        self._values.setdefault(path, _place(node, self._lines))
        if node.type == "inline_table":
            for child in node.children:
                if child.type == "pair":
                    self._todo.append((child, path))
        elif node.type == "array":
            index = 0
            for child in node.children:
                if _is_value(child):
                    self._todo.append((child, join(path, index)))
                    index += 1
