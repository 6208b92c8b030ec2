# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the extension says itself: on pages, in indexes and in warnings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, unique
from typing import Final

from sphinx.config import Config

from ..errors import nearest
from ..explain.render import Role
from ..text import Language, Text

ENOUGH: Final = 20
"""More names than this are not listed, but counted."""

ROLES: Final[Mapping[Role, Text]] = {
    "charter": Text("overeenkomst", "agreement"),
    "clause": Text("bepaling", "clause"),
    "fact": Text("feit", "fact"),
    "provision": Text("onderdeel van de bron", "provision"),
    "case": Text("uitgewerkt geval", "worked case"),
    "partner": Text("partner", "partner"),
    "project": Text("project", "project"),
    "decision": Text("besluit", "decision"),
    "body": Text("orgaan", "body"),
    "year": Text("jaar", "year"),
    "page": Text("bladzijde", "page"),
}
"""What each kind of place is called."""


@unique
class Said(Enum):
    """Phrases, with the same parameters in both languages."""

    CLAUSES_INDEX = Text("Register van bepalingen", "Index of clauses")
    CLAUSES_SHORT = Text("bepalingen", "clauses")
    UNKNOWN = Text("‘{name}’ staat niet onder ‘{title}’", "there is no ‘{name}’ under ‘{title}’")
    UNKNOWN_VALUE = Text("‘{name}’ is geen waarde van {option}", "‘{name}’ is not a value of {option}")
    UNKNOWN_PLACE = Text(
        "hier is geen plaats voor {role} ‘{name}’", "there is no place here for the {role} ‘{name}’"
    )
    NO_SUBJECT = Text(
        "zeg welke: ‘{title}’ gaat over één ervan", "say which one: ‘{title}’ is about one of them"
    )
    NOT_ABOUT = Text(
        "‘{title}’ is één bladzijde voor alles, en niet over ‘{name}’",
        "‘{title}’ is one page about everything, and not about ‘{name}’",
    )
    NEAREST = Text("bedoeld is misschien ‘{nearest}’", "perhaps ‘{nearest}’ is meant")
    ALLOWED = Text("er is: {names}", "there is: {names}")
    MORE = Text("en nog {count}", "and {count} more")
    BAD_DAY = Text(
        "‘{told}’ is geen datum van {option}; schrijf een datum als 2025-12-31",
        "‘{told}’ is not a date of {option}; write a date like 2025-12-31",
    )
    BAD_YEAR = Text(
        "‘{told}’ is geen jaar van governance_years; schrijf een jaar als 2025",
        "‘{told}’ is not a year of governance_years; write a year like 2025",
    )
    NO_PATH = Text(
        "governance_path zegt in conf.py niet waar het register of de overeenkomst staat",
        "governance_path does not say in conf.py where the register or the agreement is",
    )
    NOT_THERE = Text(
        "‘{told}’, zoals {option} in conf.py zegt, bestaat niet",
        "‘{told}’, as {option} says in conf.py, does not exist",
    )
    NO_DATE = Text(
        "in deze bestanden staat geen datum: zeg met governance_on per welke dag",
        "there is no date in these files: say with governance_on as of which day",
    )
    FLAWED = Text(
        "In de bestanden van dit partnerschap zijn fouten gevonden ({count}). Wat daarop rust, ontbreekt hier of is "
        "onbepaald. Het gaat om: {places}.",
        "Errors were found in the files of this partnership ({count}). What rests on them is left out here or is "
        "undetermined. They are in: {places}.",
    )
    MISSING = Text("Hier ontbreekt iets: {why}.", "Something is missing here: {why}.")
    TWICE = Text(
        "{role} ‘{name}’ heeft ook een plaats op bladzijde ‘{other}’; zet :no-index: bij een van beide",
        "the {role} ‘{name}’ has a place on page ‘{other}’ too; give one of them :no-index:",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its words."""
        return self.value[language].format(**words)


def language_of(config: Config) -> Language:
    """The language of generated pages: as told, or that of the project, or else English."""
    told: str = config.governance_language or config.language
    return "nl" if told.replace("-", "_").partition("_")[0] == "nl" else "en"


def with_names(message: str, name: str, known: Sequence[str], language: Language) -> str:
    """A message, with the name that looks most like the one given, and those there are."""
    parts = [message]
    near = nearest(name, known) if name else ""
    if near:
        parts.append(Said.NEAREST.say(language, nearest=near))
    if known:
        names = [*known[:ENOUGH]]
        if len(known) > ENOUGH:
            names.append(Said.MORE.say(language, count=str(len(known) - ENOUGH)))
        parts.append(Said.ALLOWED.say(language, names=", ".join(names)))
    return "; ".join(parts)
