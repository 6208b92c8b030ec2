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
    "decision": Text("beslissing", "decision"),
    "body": Text("orgaan", "body"),
    "year": Text("jaar", "year"),
    "page": Text("pagina", "page"),
}
"""What each kind of place is called."""


@unique
class Said(Enum):
    """Phrases, with the same parameters in both languages."""

    CLAUSES_INDEX = Text("Index van bepalingen", "Index of clauses")
    CLAUSES_SHORT = Text("bepalingen", "clauses")
    UNKNOWN = Text("‘{name}’ staat niet onder ‘{title}’", "there is no ‘{name}’ under ‘{title}’")
    UNKNOWN_VALUE = Text("‘{name}’ kan niet bij {option}", "‘{name}’ is not possible for {option}")
    UNKNOWN_PLACE = Text("geen pagina toont {role} ‘{name}’", "no page shows the {role} ‘{name}’")
    NO_SUBJECT = Text(
        "‘{title}’ gaat over één onderwerp: zeg welk", "‘{title}’ is about one subject: say which"
    )
    NOT_ABOUT = Text(
        "‘{title}’ is één pagina voor alles, en gaat niet over ‘{name}’",
        "‘{title}’ is one page about everything, and not about ‘{name}’",
    )
    NEAREST = Text("misschien is ‘{nearest}’ bedoeld", "perhaps ‘{nearest}’ is meant")
    ALLOWED = Text("mogelijk: {names}", "possible: {names}")
    MORE = Text("en nog {count}", "and {count} more")
    BAD_DAY = Text(
        "‘{told}’ bij {option} is geen datum; schrijf die als 2025-12-31",
        "‘{told}’ for {option} is not a date; write it like 2025-12-31",
    )
    BAD_YEAR = Text(
        "‘{told}’ bij governance_years is geen jaar; schrijf het als 2025",
        "‘{told}’ for governance_years is not a year; write it like 2025",
    )
    NO_PATH = Text(
        "in conf.py zegt governance_path niet waar het register of de overeenkomst staat",
        "governance_path does not say in conf.py where the register or the agreement is",
    )
    NOT_THERE = Text(
        "‘{told}’, zoals {option} in conf.py zegt, bestaat niet",
        "‘{told}’, as {option} says in conf.py, does not exist",
    )
    NO_DATE = Text(
        "in deze bestanden staat geen datum: zeg met governance_on naar welke dag",
        "there is no date in these files: say with governance_on as of which day",
    )
    FLAWED = Text(
        "In de bestanden van dit partnerschap zijn fouten gevonden ({count}). Wat daarop rust, ontbreekt hier of is "
        "onbepaald. De fouten staan in: {places}.",
        "Errors were found in the files of this partnership ({count}). What rests on them is left out here or is "
        "undetermined. They are in: {places}.",
    )
    MISSING = Text("Hier ontbreekt iets: {why}.", "Something is missing here: {why}.")
    TWICE = Text(
        "{role} ‘{name}’ staat ook op pagina ‘{other}’; zet :no-index: bij een van beide",
        "the {role} ‘{name}’ is on page ‘{other}’ too; give one of them :no-index:",
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
