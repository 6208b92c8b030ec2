# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the register of joint arrangements asks of a partnership that falls under the Dutch act on them.

Article 136 of the Wet gemeenschappelijke regelingen asks, among other things, who takes part, the legal provisions that
govern its powers, the powers handed over, the address and place, and which body was set up; overheid.nl shows besides
these the form by article 8, the purpose and the day of entry into force
(https://www.overheid.nl/help/gemeenschappelijke-regelingen).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum, unique
from typing import Final

from ..charter import Charter
from ..explain.render import Block, Document, Heading, Paragraph, Ref, Table, Target, Words, joined
from ..explain.words import day, ended, period
from ..records.arrangements import Arrangement, ArrangementForm
from ..records.parties import Certainty
from ..text import Language, Text
from .agreed import seen_on
from .agreed_words import FORMS
from .archive import Archive
from .leads import cited


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Profiel voor het register van regelingen", "Profile for the register of arrangements")
    WHAT = Text(
        "Deze bladzijde geeft per versie van de overeenkomst of zij onder de Wet gemeenschappelijke regelingen valt, "
        "en wat artikel 136 van die wet voor het register vraagt. Partijen zijn naar de stand van de dag die erbij "
        "staat. Het register op overheid.nl gaat voor; deze bladzijde is geen aanmelding en geen juridisch oordeel.",
        "This page tells of each version of the agreement whether it falls under the Dutch act on joint arrangements "
        "(Wet gemeenschappelijke regelingen), and what article 136 of that act asks for the register. Parties are as "
        "of the day that is stated. The register on overheid.nl prevails; this page is no application to it and no "
        "legal opinion.",
    )
    NO_VERSION = Text("Er is geen versie van de overeenkomst.", "There is no version of the agreement.")
    APPLIES = Text(
        "Deze versie valt onder de Wet gemeenschappelijke regelingen. {why}",
        "This version falls under the act on joint arrangements. {why}",
    )
    DOES_NOT_APPLY = Text(
        "Deze versie valt niet onder de Wet gemeenschappelijke regelingen. {why}",
        "This version does not fall under the act on joint arrangements. {why}",
    )
    NOT_TOLD = Text(
        "Of deze versie onder de Wet gemeenschappelijke regelingen valt, is niet vastgelegd.",
        "Whether this version falls under the act on joint arrangements is not recorded.",
    )
    TABLE = Text("Gegevens van {charter}", "Particulars of {charter}")
    ITEM = Text("Gegeven", "Item")
    CONTENT = Text("Inhoud", "Content")
    NAME = Text("Naam", "Name")
    PARTIES = Text("Deelnemers op {day}", "Participants on {day}")
    MAYBE = Text("misschien ook ", "perhaps also ")
    NATURE = Text("Soort afspraak", "Kind of agreement")
    FORM = Text("Vorm volgens artikel 8", "Form by article 8")
    PURPOSE = Text("Doel", "Purpose")
    LEGAL_BASIS = Text(
        "Wettelijke voorschriften die de bevoegdheden beheersen", "Legal provisions that govern the powers"
    )
    POWERS = Text("Overgedragen bevoegdheden", "Powers handed over")
    SEAT = Text("Plaats van vestiging", "Place of establishment")
    ADDRESS = Text("Adres", "Address")
    SINCE = Text("In werking sinds", "In force since")
    DURATION = Text("Duur", "Duration")
    SOURCES = Text("Bron van deze gegevens", "Source of these particulars")
    NOT_RECORDED = Text("niet vastgelegd", "not recorded")
    NOT_APPLICABLE = Text("niet van toepassing", "not applicable")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


BODIES: Final[Mapping[ArrangementForm, Text]] = {
    ArrangementForm.PUBLIC_BODY: Text("openbaar lichaam (eerste lid)", "public body (first paragraph)"),
    ArrangementForm.JOINT_BODY: Text(
        "gemeenschappelijk orgaan (tweede lid)", "joint body (second paragraph)"
    ),
    ArrangementForm.OPERATIONS_ORGANISATION: Text(
        "bedrijfsvoeringsorganisatie (derde lid)", "operations organisation (third paragraph)"
    ),
    ArrangementForm.NO_BODY: Text(
        "regeling zonder eigen orgaan (vierde lid)",
        "arrangement without a body of its own (fourth paragraph)",
    ),
}


def arrangement_document(archive: Archive, _: str, language: Language) -> Document:
    """Of every version whether it falls under the act, and what the register asks; the newest version first."""
    return Document(language, tuple(_blocks(archive, language)))


def _blocks(archive: Archive, language: Language) -> Iterator[Block]:
    yield Heading(1, Said.TITLE.say(language), Target("page", "arrangement"))
    yield Paragraph(Said.WHAT.say(language))
    if not archive.charters.versions:
        yield Paragraph(Said.NO_VERSION.say(language))
    for charter in reversed(archive.charters.versions):
        title = charter.title[language]
        yield Heading(2, title)
        yield Paragraph(_applies(charter.arrangement, language))
        rows = tuple(_rows(charter, seen_on(charter, archive.on), language))
        columns = (Said.ITEM.say(language), Said.CONTENT.say(language))
        yield Table(Said.TABLE.say(language, charter=title), columns, rows)


def _applies(told: Arrangement | None, language: Language) -> str:
    if told is None:
        return Said.NOT_TOLD.say(language)
    phrase = Said.APPLIES if told.applies else Said.DOES_NOT_APPLY
    return phrase.say(language, why=ended(told.why[language]))


def _rows(charter: Charter, on: date, language: Language) -> Iterator[tuple[Words, ...]]:
    told = charter.arrangement
    none = Said.NOT_RECORDED.say(language)
    # What only an arrangement under the act has is not missing where there is none.
    missing = Said.NOT_APPLICABLE.say(language) if told is not None and not told.applies else none
    yield Said.NAME.say(language), charter.title[language]
    yield Said.PARTIES.say(language, day=day(on, language)), _parties(charter, on, language) or none
    nature = FORMS.get(charter.form)
    yield Said.NATURE.say(language), charter.form if nature is None else nature[language]
    form = told.form if told is not None else None
    yield Said.FORM.say(language), missing if form is None else BODIES[form][language]
    purpose = told.purpose if told is not None else None
    yield Said.PURPOSE.say(language), none if purpose is None else purpose[language]
    yield Said.LEGAL_BASIS.say(language), cited(told.legal_basis, missing) if told is not None else none
    powers = "; ".join(one[language] for one in told.powers) if told is not None else ""
    yield Said.POWERS.say(language), powers or missing
    yield Said.SEAT.say(language), (told.seat if told is not None else "") or none
    yield Said.ADDRESS.say(language), (told.address if told is not None else "") or none
    first = charter.period.first
    yield Said.SINCE.say(language), none if first is None else day(first, language)
    yield Said.DURATION.say(language), period(charter.period, language)
    yield Said.SOURCES.say(language), cited(told.sources, none) if told is not None else none


def _parties(charter: Charter, on: date, language: Language) -> Words:
    """The members on the day, and after them those of whom that is not certain."""
    names = {one.id: one.name for one in charter.partners}
    sure: list[str | Ref] = []
    perhaps: list[str | Ref] = []
    for one in charter.memberships:
        if on in one.period:
            kept = sure if one.certainty is Certainty.CERTAIN else perhaps
            kept.append(Ref(Target("partner", one.partner), names.get(one.partner, one.partner)))
    parts = joined(sure)
    if perhaps:
        parts = (*parts, *(("; ",) if parts else ()), Said.MAYBE.say(language), *joined(perhaps))
    return parts
