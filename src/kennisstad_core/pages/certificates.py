# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The answer table of one version: every combination of facts it tells apart, with the outcome of each."""

from __future__ import annotations

from enum import Enum, unique

from ..answers import LIMIT, TooLarge
from ..certificate import Certificate, certify
from ..charter import Charter
from ..explain.answers import certificate_document as answers_document
from ..explain.labels import titles_of
from ..explain.render import Document, Figure, Heading, Paragraph, Table
from ..explain.words import begin, number
from ..text import Language, Text
from .archive import Archive
from .figures import drawn


@unique
class Said(Enum):
    """What the page says besides the table, with the same parameters in both languages."""

    TITLE = Text("Antwoordtabel: {charter}", "Answer table: {charter}")
    WHAT = Text(
        "Deze bladzijde geeft de uitkomst bij elke combinatie van feiten die deze versie onderscheidt, zodat iedereen "
        "kan nagaan wat de afspraken in een bepaald geval opleveren. Zij gaat over de regels, niet over de projecten. "
        "Ook combinaties waarin een feit nog niet bekend is, staan erbij.",
        "This page gives the outcome for every combination of facts that this version tells apart, so that anybody can "
        "look up what the agreement yields in a given case. It is about the rules and not about the projects. "
        "Combinations in which a fact is not known yet are in it too.",
    )
    COUNTS = Text(
        "Hoeveel regels en combinaties elke uitkomst geven; de regels zelf staan hieronder",
        "How many lines and combinations give each outcome; the lines themselves are below",
    )
    OUTCOME = Text("Uitkomst", "Outcome")
    LINES = Text("Regels", "Lines")
    CASES = Text("Combinaties", "Combinations")
    NOTHING = Text(
        "Deze versie kent geen uitkomsten voor projecten, dus er is geen antwoordtabel.",
        "This version has no outcomes for projects, so there is no answer table.",
    )
    TOO_LARGE = Text(
        "Deze versie onderscheidt meer dan {limit} combinaties van feiten: te veel voor een tabel. Elke beslissing "
        "over een project geeft wel aan waarop zij rust.",
        "This version tells apart more than {limit} combinations of facts: too many for a table. Every decision on a "
        "project does say what it rests on.",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def certificate_document(archive: Archive, version: str, language: Language) -> Document:
    """The whole answer table of one version, with the members of its first day.

    Raises:
        KeyError: when there is no such version.
    """
    charter = archive.charters[version]
    title = Heading(1, Said.TITLE.say(language, charter=charter.title[language]))
    if not charter.outcomes:
        return Document(language, (title, Paragraph(Said.NOTHING.say(language))))
    try:
        made = certify(charter, on=charter.period.first or archive.on)
    except TooLarge:
        words = Said.TOO_LARGE.say(language, limit=number(LIMIT, language))
        return Document(language, (title, Paragraph(words)))
    _, *blocks = answers_document(made, charter, language).blocks
    lines = next(place for place, one in enumerate(blocks) if isinstance(one, Heading))
    picture = drawn(lambda: _picture(made, archive, language), _counts(made, charter, language))
    return Document(
        language,
        (
            title,
            Paragraph(Said.WHAT.say(language)),
            *blocks[:lines],
            *(() if picture is None else (picture,)),
            *blocks[lines:],
        ),
    )


def _picture(made: Certificate, archive: Archive, language: Language) -> Figure | None:
    from ..pictures import decision_table

    return decision_table(made, archive.charters, language)


def _counts(made: Certificate, charter: Charter, language: Language) -> Table:
    """How many lines and combinations give each outcome; the lines themselves stand below it."""
    rows = []
    for outcome, words in titles_of((charter,)).items():
        own = [row for row in made.rows if row.answered.outcome == outcome]
        counts = (len(own), sum(row.cases for row in own))
        rows.append((begin(words[language]), *(number(count, language) for count in counts)))
    columns = (Said.OUTCOME, Said.LINES, Said.CASES)
    return Table(Said.COUNTS.say(language), tuple(one.say(language) for one in columns), rows)
