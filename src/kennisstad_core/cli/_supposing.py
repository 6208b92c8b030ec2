# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What if: a project as if a judgement or a given fact were on record, marked as a supposition wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, assert_never

from attrs import evolve, frozen

from ..charter import Charter
from ..errors import nearest
from ..facts import CountFact, DerivedFact, GivenFact, JudgementFact, SumFact
from ..records.judgements import GivenValue, Judgement
from ..records.parties import Person, Source
from ..records.projects import Project
from ..text import Text
from ..truth import Truth
from ..values import Choice, Known, Money, Range

_WORD: Final = Text("veronderstelling", "supposition")
_MARK: Final = Text(
    "{title} (veronderstelling, niet vastgelegd: {what})", "{title} (supposition, not on record: {what})"
)
_TRUTHS: Final = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
_NUMBER: Final = re.compile(r"(\d{1,15})(?:\.\.(\d{1,15})?)?", re.ASCII)
_AMOUNT: Final = re.compile(r"(\d{1,13}(?:\.\d{1,2})?)(?:\.\.(\d{1,13}(?:\.\d{1,2})?)?)?", re.ASCII)

_FORM: Final = Text(
    "een veronderstelling ziet eruit als FEIT=WAARDE, niet als ‘{words}’",
    "a supposition reads like FACT=VALUE, not like ‘{words}’",
)
_TWICE: Final = Text(
    "over ‘{fact}’ staan er twee veronderstellingen", "there are two suppositions about ‘{fact}’"
)
_NO_FACT: Final = Text(
    "de overeenkomst kent geen feit ‘{fact}’; veronderstellen kan: {known}",
    "the agreement declares no fact ‘{fact}’; what can be supposed: {known}",
)
_FOLLOWS: Final = Text(
    "‘{fact}’ volgt uit de vastleggingen en is niet te veronderstellen; dat kan wel met: {known}",
    "‘{fact}’ follows from the records and cannot be supposed; what can be: {known}",
)
_NOT_SO: Final = Text(
    "‘{value}’ is geen mogelijke waarde van ‘{fact}’; mogelijk: {allowed}",
    "‘{value}’ is not a value ‘{fact}’ can have; possible: {allowed}",
)
_MEANT: Final = Text("; bedoelde u ‘{near}’?", "; did you mean ‘{near}’?")
_NONE: Final = Text("niets", "nothing")
_A_NUMBER: Final = Text(
    "een geheel getal, of een bereik zoals 2..5 of 2..", "a whole number, or a range such as 2..5 or 2.."
)
_AN_AMOUNT: Final = Text(
    "een bedrag zoals 1250.50, of een bereik zoals 1000..2000 of 1000..",
    "an amount such as 1250.50, or a range such as 1000..2000 or 1000..",
)


class Unsupposable(Exception):
    """What was asked to be supposed is not something this charter leaves to a person; ``text`` says why."""

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
            raise _no(_FORM, words=words)
        return cls(fact, value)

    def __str__(self) -> str:
        return f"{self.fact}={self.value}"


def suppose(charter: Charter, project: Project, several: Iterable[Supposition], on: date) -> Project:
    """The project as if this were on record on the day, in place of what is recorded of the same facts.

    The title and the ids of the supposed records say that they are suppositions, so that a decision on it says so in
    every form.

    Raises:
        Unsupposable: for a fact that follows from records, one that is not there, or a value it cannot have.
    """
    made = tuple(several)
    names = [one.fact for one in made]
    for name in names:
        if names.count(name) > 1:
            raise _no(_TWICE, fact=name)
    for one in made:
        project = _with(charter, project, one, on)
    what = ", ".join(map(str, made))
    title = Text(*(_MARK[side].format(title=project.title[side], what=what) for side in ("nl", "en")))
    return evolve(project, title=title) if made else project


def _with(charter: Charter, project: Project, one: Supposition, on: date) -> Project:
    definitions = {fact.name: fact for fact in charter.facts}
    open_to = [fact.name for fact in charter.facts if isinstance(fact, JudgementFact | GivenFact)]
    record = f"supposition:{one}"
    match definitions.get(one.fact):
        case None:
            raise _no(_NO_FACT, near=nearest(one.fact, open_to), fact=one.fact, known=_listed(open_to))
        case CountFact() | SumFact() | DerivedFact():
            raise _no(_FOLLOWS, fact=one.fact, known=_listed(open_to))
        case JudgementFact() as definition:
            verdict = _option(one, definition.choices)
            judged = tuple(other for other in project.judgements if other.fact != one.fact)
            judge = Person(f"{_WORD.nl} / {_WORD.en}")
            supposed = Judgement(one.fact, verdict, judge, on, id=record)
            return evolve(project, judgements=(*judged, supposed))
        case GivenFact() as definition:
            given = tuple(other for other in project.given if other.fact != one.fact)
            source = Source(f"{_WORD.nl} / {_WORD.en}")
            value = GivenValue(one.fact, _known(one, definition), source, id=record)
            return evolve(project, given=(*given, value))
        case other:
            assert_never(other)


def _known(one: Supposition, definition: GivenFact) -> Known:
    match definition.type:
        case "truth":
            if one.value.casefold() not in _TRUTHS:
                raise _no(_NOT_SO, value=one.value, fact=one.fact, allowed=Text("true, false", "true, false"))
            return Truth.of(_TRUTHS[one.value.casefold()])
        case "choice":
            return Choice.of(_option(one, definition.choices))
        case "count" | "days":
            match = _NUMBER.fullmatch(one.value)
            ends = None if match is None else (int(match[1]), None if match[2] is None else int(match[2]))
            return _range(one, ends, exact=".." not in one.value, allowed=_A_NUMBER)
        case "money":
            match = _AMOUNT.fullmatch(one.value)
            cents = (
                None
                if match is None
                else (Money.parse(match[1]).cents, None if match[2] is None else Money.parse(match[2]).cents)
            )
            return _range(one, cents, exact=".." not in one.value, allowed=_AN_AMOUNT)
        case other:
            assert_never(other)


def _range(one: Supposition, ends: tuple[int, int | None] | None, *, exact: bool, allowed: Text) -> Range:
    if ends is None or (ends[1] is not None and ends[1] < ends[0]):
        raise _no(_NOT_SO, value=one.value, fact=one.fact, allowed=allowed)
    low, high = ends
    return Range(low, low if exact else high)


def _option(one: Supposition, options: tuple[str, ...]) -> str:
    if one.value not in options:
        raise _no(
            _NOT_SO,
            near=nearest(one.value, options),
            value=one.value,
            fact=one.fact,
            allowed=_listed(options),
        )
    return one.value


def _listed(names: Iterable[str]) -> Text:
    words = ", ".join(names)
    return Text.same(words) if words else _NONE


def _no(text: Text, *, near: str = "", **words: str | Text) -> Unsupposable:
    said: list[str] = []
    for side in ("nl", "en"):
        here = {name: word[side] if isinstance(word, Text) else word for name, word in words.items()}
        said.append(text[side].format(**here) + (_MEANT[side].format(near=near) if near else ""))
    return Unsupposable(Text(*said))
