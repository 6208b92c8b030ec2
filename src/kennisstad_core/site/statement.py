# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The accessibility statement of a site: the standard, how it was measured, what came out, and what is not solved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

from attrs import frozen

from ..explain.render import Blank, Block, Document, Heading, Item, Items, Paragraph, Table, Target
from ..explain.words import day, listing, number
from ..pages import Archive
from ..text import Language, Text
from .overview import name_of
from .plan import ACCESSIBILITY

TITLE: Final = Text("Toegankelijkheidsverklaring", "Accessibility statement")
MEASURED: Final = Path(__file__).with_name("measured.json")
"""What the last browser check of this version found; `make browser` writes it."""

_WHAT: Final = Text(
    "Deze verklaring hoort bij de webpagina’s en de PDF over {name}, naar de stand van {on}, gemaakt met "
    "kennisstad_core {version}. Zij zegt naar welke norm is gebouwd, wat is gemeten en wat nog niet in orde is; zij"
    " zegt niets over de website waarop deze pagina’s staan.",
    "This statement goes with the web pages and the PDF about {name}, as of {on}, made with kennisstad_core "
    "{version}. It says which standard was built for, what was measured and what is not right yet; it says nothing "
    "about the website that these pages are on.",
)
_STANDARD: Final = Text("De norm", "The standard")
_STANDARD_WORDS: Final = Text(
    "De pagina’s zijn gemaakt om te voldoen aan WCAG 2.1, niveaus A en AA, zoals EN 301 549 en het Besluit digitale"
    " toegankelijkheid overheid die van overheidsinstanties vragen. De PDF heeft de structuur die PDF/UA-1 (ISO "
    "14289-1) vraagt.",
    "The pages are made to meet WCAG 2.1, levels A and AA, as EN 301 549 and the Dutch decree on the digital "
    "accessibility of public bodies ask of them. The PDF has the structure that PDF/UA-1 (ISO 14289-1) asks for.",
)
_HOW: Final = Text("Hoe is gemeten", "How it was measured")
_HOW_WORDS: Final = Text(
    "Bij elke versie van kennisstad_core worden van {sites} voorbeelden alle soorten pagina’s geopend in een echte "
    "browser, in beide talen, in licht en donker en op drie breedtes. Daar zoekt axe-core naar overtredingen. "
    "Verder wordt nagegaan dat de eerste druk op de tabtoets naar de koppeling gaat die de navigatie overslaat, dat"
    " zichtbaar is waar men is, dat elk schuivend deel met het toetsenbord te bereiken is, dat de taal van elke "
    "pagina klopt en dat geen pagina op de smalste breedte opzij schuift. Van grote pagina’s is het contrast op één"
    " breedte gemeten, omdat de kleuren op elke breedte gelijk zijn. Het gaat om voorbeelden; de pagina’s die u nu "
    "leest, zijn met dezelfde sjablonen gemaakt, maar niet zelf gemeten.",
    "With each version of kennisstad_core, every kind of page of {sites} examples is opened in a real browser, in "
    "both languages, in light and dark and at three widths. There axe-core looks for violations. It is also checked"
    " that the first press of the tab key leads to the link that skips the navigation, that it shows where one is, "
    "that the keyboard reaches every part that scrolls, that the language of each page is right, and that no page "
    "scrolls sideways at the narrowest width. On large pages contrast was measured at one width, since the colours "
    "are the same at every width. These are examples; the pages that you are reading were made with the same "
    "templates, but were not measured themselves.",
)
_RESULT: Final = Text("Wat er is gevonden", "What was found")
_RESULT_CAPTION: Final = Text("Uitkomst van de meting", "Outcome of the measurement")
_MEASURE: Final = Text("Gemeten", "Measured")
_OUTCOME: Final = Text("Uitkomst", "Outcome")
_ROWS: Final = {
    "on": Text("Dag van de meting", "Day of the measurement"),
    "pages": Text("Verschillende pagina’s", "Different pages"),
    "views": Text(
        "Metingen (pagina’s × breedtes × licht en donker)", "Views (pages × widths × light and dark)"
    ),
    "widths": Text("Breedtes in beeldpunten", "Widths in pixels"),
    "browser": Text("Browser", "Browser"),
    "checker": Text("Controle", "Checker"),
    "rules": Text("Regels van de controle", "Rules of the checker"),
    "violations": Text("Overtredingen", "Violations"),
}
_NOT_MEASURED: Final = Text(
    "Van deze versie zijn geen metingen bewaard.", "No measurements of this version have been kept."
)
_LIMITS: Final = Text("Wat nog niet in orde of niet gemeten is", "What is not right yet, or was not measured")
_LIMIT_ITEMS: Final = (
    Text(
        "Een automatische controle vindt maar een deel van de mogelijke problemen. Er is geen onderzoek gedaan met "
        "mensen die hulpsoftware gebruiken.",
        "An automatic check finds only part of the possible problems. No study was done with people who use "
        "assistive technology.",
    ),
    Text(
        "Brede tabellen en afbeeldingen schuiven op een smal scherm opzij in hun eigen kader. Bij elke afbeelding "
        "staan een beschrijving en dezelfde gegevens in een tabel.",
        "On a narrow screen, wide tables and pictures scroll sideways in a frame of their own. Each picture comes "
        "with a description and with the same data in a table.",
    ),
    Text(
        "Zoeken en de keuze tussen licht en donker vragen JavaScript; al het andere werkt zonder.",
        "Searching and choosing between light and dark need JavaScript; everything else works without.",
    ),
    Text(
        "Namen, titels en redenen staan er in de taal waarin ze zijn vastgelegd; die taal is dan niet apart "
        "aangegeven.",
        "Names, titles and reasons are given in the language in which they were recorded, which is then not marked "
        "separately.",
    ),
    Text(
        "De structuur van de PDF is nagegaan met eigen controles, niet met een erkend keuringsprogramma voor PDF/UA.",
        "The structure of the PDF was checked with our own tests, not with a recognised PDF/UA validator.",
    ),
)
_CONTACT: Final = Text("Iets niet toegankelijk?", "Something not accessible?")
_CONTACT_WORDS: Final = Text("Meld het bij: {contact}.", "Report it to: {contact}.")
_NO_CONTACT: Final = Text(
    "Wie deze pagina’s publiceert, vult hieronder in waar lezers een probleem kunnen melden.",
    "Whoever publishes these pages fills in below where readers can report a problem.",
)
_FILL_IN: Final = Text("Contact (in te vullen)", "Contact (to be filled in)")


@frozen
class Measurement:
    """What a browser check found, as it is stored beside this module, and the day on which it first found so."""

    on: date
    pages: int
    views: int
    widths: tuple[int, ...]
    sites: int
    browser: str
    checker: str
    rules: tuple[str, ...]
    violations: int


def measurement() -> Measurement | None:
    """The stored outcome of the last browser check, if there is one."""
    stored = json.loads(MEASURED.read_text("utf-8"))
    if not stored:
        return None
    return Measurement(
        on=date.fromisoformat(stored["on"]),
        pages=stored["pages"],
        views=stored["views"],
        widths=tuple(stored["widths"]),
        sites=stored["sites"],
        browser=stored["browser"],
        checker=stored["checker"],
        rules=tuple(stored["rules"]),
        violations=stored["violations"],
    )


def statement(archive: Archive, contact: str, version: str, language: Language) -> Document:
    """The statement, with the measured outcome of this version."""
    found = measurement()
    blocks: list[Block] = [
        Heading(1, TITLE[language], Target("page", ACCESSIBILITY)),
        Paragraph(
            _WHAT[language].format(
                name=name_of(archive, language), on=day(archive.on, language), version=version
            )
        ),
        Heading(2, _STANDARD[language]),
        Paragraph(_STANDARD_WORDS[language]),
    ]
    if found is None:
        blocks += [Heading(2, _RESULT[language]), Paragraph(_NOT_MEASURED[language])]
    else:
        blocks += [
            Heading(2, _HOW[language]),
            Paragraph(_HOW_WORDS[language].format(sites=number(found.sites, language))),
            Heading(2, _RESULT[language]),
            _outcome(found, language),
        ]
    blocks += [
        Heading(2, _LIMITS[language]),
        Items(Item(one[language]) for one in _LIMIT_ITEMS),
        Heading(2, _CONTACT[language]),
    ]
    if contact:
        blocks.append(Paragraph(_CONTACT_WORDS[language].format(contact=contact)))
    else:
        blocks += [Paragraph(_NO_CONTACT[language]), Blank(_FILL_IN[language], 2)]
    return Document(language, blocks)


def _outcome(found: Measurement, language: Language) -> Table:
    values = {
        "on": day(found.on, language),
        "pages": number(found.pages, language),
        "views": number(found.views, language),
        "widths": listing((str(one) for one in found.widths), language),
        "browser": found.browser,
        "checker": found.checker,
        "rules": ", ".join(found.rules),
        "violations": number(found.violations, language),
    }
    return Table(
        _RESULT_CAPTION[language],
        (_MEASURE[language], _OUTCOME[language]),
        tuple((_ROWS[name][language], value) for name, value in values.items()),
    )
