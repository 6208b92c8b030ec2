# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Problems of files as values, and the exceptions that carry all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from attrs import frozen

from .text import Language, Text


def readable(words: str) -> str:
    r"""The words with an escape for each character that cannot be seen: no file draws on the screen of its reader.

    >>> print(readable("a\x1b[2J\nb"))
    a\x1b[2J\nb
    """
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in words)


@frozen
class Problem:
    """One thing that is wrong with a charter or register: where, what was found, what would be right.

    ``line`` and ``column`` count from 1; 0 means that the place in the file is not known.
    """

    code: str
    message: Text
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str = ""
    record: str = ""

    def render(self, language: Language) -> str:
        """The problem in one line, place first, as editors and continuous integration read it."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        where = f" [{self.path}]" if self.path else ""
        return readable(f"{place or '-'}: {self.code}: {self.message[language]}{where}")

    def __str__(self) -> str:
        return self.render("en")


class KennisstadError(Exception):
    """The base of everything this library raises of its own."""


class FlawedData(KennisstadError, ValueError):
    """A charter or register with problems; ``problems`` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class CharterError(FlawedData):
    """A charter cannot be used as it stands."""


class RegisterError(FlawedData):
    """A register cannot be used as it stands."""


class UnknownName(KennisstadError, LookupError):
    """A project, clause, question or charter was asked for by a name that is not there."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        self.nearest = nearest(name, known)
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        super().__init__(f"there is no {what} {name!r}{hint}")


def named(value: object) -> str:
    """A value of the wrong type as a message says it: what it is where that is short, and else of what type."""
    plain = value is None or isinstance(value, str | int | float | date)
    return repr(value) if plain else f"a {type(value).__name__}"


def wanted(what: str, maker: str, found: object) -> TypeError:
    """That something else was handed in than what a function of this library makes."""
    return TypeError(f"{what} is wanted, as {maker} gives, not {named(found)}")


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like this one, for a hint only: nothing is ever resolved by likeness."""
    names = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""
