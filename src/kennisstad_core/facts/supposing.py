# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person says of a fact in a few words, such as ``track=flagship`` or ``partners=3..``, read as what is known.

The command reads suppositions so, and worked cases what is given in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, assert_never

from attrs import frozen

from ..errors import nearest
from ..text import Text
from ..truth import Truth
from ..values import Choice, Known, Money, Range
from .definitions import CountFact, DerivedFact, FactDefinition, GivenFact, JudgementFact, SumFact
from .dictionary import derivation

_TRUTHS: Final = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
_NUMBER: Final = re.compile(r"(\d{1,15})(?:\.\.(\d{1,15})?)?", re.ASCII)
_AMOUNT: Final = re.compile(r"(\d{1,13}(?:\.\d{1,2})?)(?:\.\.(\d{1,13}(?:\.\d{1,2})?)?)?", re.ASCII)

_FORM: Final = Text(
    "een veronderstelling ziet eruit als FEIT=WAARDE, niet als ‘{words}’",
    "a supposition reads like FACT=VALUE, not like ‘{words}’",
)
_NOT_SO: Final = Text(
    "‘{value}’ is geen mogelijke waarde van ‘{fact}’; mogelijk: {allowed}",
    "‘{value}’ is not a value ‘{fact}’ can have; possible: {allowed}",
)
_MEANT: Final = Text("; bedoelde u ‘{near}’?", "; did you mean ‘{near}’?")
_NONE: Final = Text("niets", "nothing")
_A_TRUTH: Final = Text.same("true, false")
_A_NUMBER: Final = Text(
    "een geheel getal, of een bereik zoals 2..5 of 2..", "a whole number, or a range such as 2..5 or 2.."
)
_AN_AMOUNT: Final = Text(
    "een bedrag zoals 1250.50, of een bereik zoals 1000..2000 of 1000..",
    "an amount such as 1250.50, or a range such as 1000..2000 or 1000..",
)


class Unsupposable(ValueError):
    """What was said of a fact cannot be so; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


@frozen
class Supposition:
    """One fact, as it is supposed to be."""

    fact: str
    value: str

    @classmethod
    def parse(cls, words: str) -> Supposition:
        """Read ``fact=value``.

        Raises:
            Unsupposable: for anything else.
        """
        fact, equals, value = (part.strip() for part in words.partition("="))
        if not (fact and equals and value):
            raise unsupposable(_FORM, words=words)
        return cls(fact, value)

    def __str__(self) -> str:
        return f"{self.fact}={self.value}"

    def known(self, definition: FactDefinition) -> Known:
        """What is known of the fact by its definition: a number or range, an option, or yes or no; money in cents.

        Raises:
            Unsupposable: for a value that the fact cannot have.
        """
        match definition:
            case JudgementFact():
                return self._choice(definition.choices)
            case GivenFact():
                if definition.type == "choice":
                    return self._choice(definition.choices)
                return self._plain(definition.type)
            case CountFact():
                return self._plain("count")
            case SumFact():
                return self._plain("money")
            case DerivedFact():
                entry = derivation(definition)
                return self._plain("count" if entry is None else entry.kind)
            case _:
                assert_never(definition)

    def _plain(self, kind: str) -> Known:
        match kind:
            case "truth":
                if self.value.casefold() not in _TRUTHS:
                    raise self._not_so(_A_TRUTH)
                return Truth.of(_TRUTHS[self.value.casefold()])
            case "money":
                match = _AMOUNT.fullmatch(self.value)
                if match is None:
                    raise self._not_so(_AN_AMOUNT)
                high = None if match[2] is None else Money.parse(match[2]).cents
                return self._range(Money.parse(match[1]).cents, high, _AN_AMOUNT)
            case _:
                match = _NUMBER.fullmatch(self.value)
                if match is None:
                    raise self._not_so(_A_NUMBER)
                return self._range(int(match[1]), None if match[2] is None else int(match[2]), _A_NUMBER)

    def _range(self, low: int, high: int | None, allowed: Text) -> Range:
        if high is not None and high < low:
            raise self._not_so(allowed)
        return Range(low, high if ".." in self.value else low)

    def _choice(self, options: tuple[str, ...]) -> Choice:
        if self.value not in options:
            raise self._not_so(listed(options), near=nearest(self.value, options))
        return Choice.of(self.value)

    def _not_so(self, allowed: Text, near: str = "") -> Unsupposable:
        return unsupposable(_NOT_SO, near=near, value=self.value, fact=self.fact, allowed=allowed)


def listed(names: Iterable[str]) -> Text:
    """Names after one another, or that there are none."""
    words = ", ".join(names)
    return Text.same(words) if words else _NONE


def unsupposable(text: Text, *, near: str = "", **words: str | Text) -> Unsupposable:
    """Word why something cannot be supposed, with the name that was probably meant."""
    said: list[str] = []
    for side in ("nl", "en"):
        here = {name: word[side] if isinstance(word, Text) else word for name, word in words.items()}
        said.append(text[side].format(**here) + (_MEANT[side].format(near=near) if near else ""))
    return Unsupposable(Text(*said))


def unknown(definition: FactDefinition) -> Known:
    """What is known of a fact as long as nothing is said of it; a number is then zero or more."""
    match definition:
        case JudgementFact():
            return Choice.among(definition.choices)
        case GivenFact():
            return definition.unknown()
        case CountFact() | SumFact():
            return Range(0)
        case DerivedFact():
            entry = derivation(definition)
            return Truth.UNKNOWN if entry is not None and entry.kind == "truth" else Range(0)
        case _:
            assert_never(definition)
