# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clauses of charters as a page: what each asks, where it comes from, and how it can be read.

``python -m kennisstad_core.explain.clausebook`` writes the page of the reference, on the charters that come along.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final

from ..charter import Charters, Clause, Reading, Standing
from ..text import LANGUAGES, Language, Text
from .clauses import source
from .labels import Labels, say
from .words import EFFECTS, FORCES, WEIGHTS, begin, ended, period, quoted

_HEAD: Final = """\
# Clauses of the bundled charters

The charters that come with the library, the newest version first. They are data, and somebody’s reading of their
sources: each clause says where it comes from, how strongly it binds, what it asks, and, where it can be read in more
than one way, which reading was chosen by whom and why. The words are a paraphrase. A clause of a version that is over
still decides what was decided in its time.

Where a clause rests on a [derived fact](derived-facts.md), an audit judges it over a period. The others make up the
answer on one day.

This page is made from the charters (`python -m kennisstad_core.explain.clausebook`); edit the words there.
"""
_ASKS: Final = Text("Gevraagd wordt", "It asks")
_APPLIES: Final = Text("Van toepassing als", "It applies when")
_READING: Final = Text("Andere lezing", "Another reading")
_UNLESS: Final = Text("Uitzondering", "Derogation")
_CHOSEN: Final = Text("Gekozen door {by}", "Chosen by {by}")
_FROM: Final = Text("Bron", "From")
_DEPARTURE: Final = Text(
    "Afwijken kan, met een vastgelegde reden.", "It admits departures, with a recorded reason."
)
_UNATTESTED: Final = Text(
    "Uit geen bron blijkt dat deze bepaling toen gold.", "No source shows that this clause was in force then."
)


def page(several: Iterable[Charters]) -> str:
    """All clauses of all versions as Markdown, in English with the Dutch under it."""
    return "\n".join((_HEAD, *(line for charters in several for line in _versions(charters))))


def _versions(charters: Charters) -> Iterator[str]:
    for charter in sorted(charters, key=lambda one: str(one.period), reverse=True):
        yield f"## {charter.title.en}\n"
        yield f"`{charter.id}`, {period(charter.period, 'en')}.\n"
        labels = Labels.of_charter(charter)
        for clause in charter.clauses:
            yield f"### {clause.title.en} ({clause.id})\n"
            for language in reversed(LANGUAGES):
                yield from _clause(clause, labels, language)


def _clause(clause: Clause, labels: Labels, language: Language) -> Iterator[str]:
    mark = "{.language-nl}\n" if language == "nl" else ""
    title = f"*{clause.title.nl}.* " if language == "nl" else ""
    yield f"{mark}{title}{ended(clause.text[language])}\n"
    points = "\n".join(f"- {point}" for point in _points(clause, labels, language))
    yield f"{mark}{points}\n"


def _points(clause: Clause, labels: Labels, language: Language) -> Iterator[str]:
    force = begin(FORCES[clause.force][language])
    where = "" if clause.source is None else f". {_FROM[language]}: {source(clause.source)}"
    yield ended(f"{force}{where}")
    if clause.standing is Standing.UNATTESTED:
        yield _UNATTESTED[language]
    if clause.applies is not None:
        yield f"{_APPLIES[language]}: {ended(say(clause.applies, labels, language))}"
    yield f"{_ASKS[language]}: {ended(say(clause.condition, labels, language))}"
    if clause.chosen is not None:
        yield f"{_CHOSEN[language].format(by=clause.chosen.by)}: {ended(clause.chosen.why[language])}"
    for reading in clause.readings:
        yield _other(reading, labels, language)
    for one in clause.unless:
        effect, when = EFFECTS[one.effect][language], ended(say(one.condition, labels, language))
        yield f"{_UNLESS[language]}: {quoted(one.title[language])} ({effect}). {begin(when)}"
    if clause.admits_departure:
        yield _DEPARTURE[language]


def _other(reading: Reading, labels: Labels, language: Language) -> str:
    weight, words = WEIGHTS[reading.weight][language], ended(say(reading.condition, labels, language))
    return f"{_READING[language]}: {quoted(reading.title[language])} ({weight}). {begin(words)}"


if __name__ == "__main__":
    from ..files.loading import bundled, load_charters

    sys.stdout.write(page(map(load_charters, bundled())))
