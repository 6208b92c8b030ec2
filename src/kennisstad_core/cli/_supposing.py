# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What if: a project as if a judgement or a given fact were on record, marked as a supposition wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, assert_never

from attrs import evolve

from ..charter import Charter
from ..errors import nearest
from ..facts import CountFact, DerivedFact, GivenFact, JudgementFact, SumFact
from ..facts.supposing import Supposition, listed, unsupposable
from ..records.judgements import GivenValue, Judgement
from ..records.parties import Person, Source
from ..records.projects import Project
from ..text import LANGUAGES, Language, Text

_WORD: Final = Text("de veronderstelling", "the supposition")
_MARK: Final = Text(
    "{title} (veronderstelling, niet vastgelegd: {what})", "{title} (supposition, not on record: {what})"
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


def suppose(
    charter: Charter,
    project: Project,
    several: Iterable[Supposition],
    on: date,
    languages: Iterable[Language] = LANGUAGES,
) -> Project:
    """The project as if this were on record on the day, in place of what is recorded of the same facts.

    The title and the ids of the supposed records say that they are suppositions, so that a decision on it says so in
    every form. Who judged so is the supposition, in the languages in which that will be read.

    Raises:
        Unsupposable: for a fact that follows from records, one that is not there, or a value it cannot have.
    """
    made = tuple(several)
    names = [one.fact for one in made]
    for name in names:
        if names.count(name) > 1:
            raise unsupposable(_TWICE, fact=name)
    for one in made:
        project = _with(charter, project, one, on, " / ".join(_WORD[language] for language in languages))
    what = ", ".join(map(str, made))
    title = Text(*(_MARK[side].format(title=project.title[side], what=what) for side in ("nl", "en")))
    return evolve(project, title=title) if made else project


def _with(charter: Charter, project: Project, one: Supposition, on: date, word: str) -> Project:
    definitions = {fact.name: fact for fact in charter.facts}
    open_to = [fact.name for fact in charter.facts if isinstance(fact, JudgementFact | GivenFact)]
    record = f"supposition:{one}"
    match definitions.get(one.fact):
        case None:
            raise unsupposable(
                _NO_FACT, near=nearest(one.fact, open_to), fact=one.fact, known=listed(open_to)
            )
        case CountFact() | SumFact() | DerivedFact():
            raise unsupposable(_FOLLOWS, fact=one.fact, known=listed(open_to))
        case JudgementFact() as definition:
            one.known(definition)  # refuses what is no option
            judged = tuple(other for other in project.judgements if other.fact != one.fact)
            judge = Person(word)
            supposed = Judgement(one.fact, one.value, judge, on, id=record)
            return evolve(project, judgements=(*judged, supposed))
        case GivenFact() as definition:
            given = tuple(other for other in project.given if other.fact != one.fact)
            source = Source(word)
            value = GivenValue(one.fact, one.known(definition), source, id=record)
            return evolve(project, given=(*given, value))
        case other:
            assert_never(other)
