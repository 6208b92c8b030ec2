# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of parties and bodies say in their own words, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from ..records.parties import Certainty
from ..records.projects import Firmness
from ..text import Language, Text

CERTAINTIES: Final[Mapping[Certainty, Text]] = {
    Certainty.CERTAIN: Text("vaststaand", "certain"),
    Certainty.UNCERTAIN: Text("onzeker", "uncertain"),
    Certainty.DISPUTED: Text("betwist", "disputed"),
}
FIRMNESSES: Final[Mapping[Firmness, Text]] = {
    Firmness.INTENTION: Text("voornemen", "intention"),
    Firmness.CONFIRMED: Text("bevestigd", "confirmed"),
    Firmness.ACTIVE: Text("doet mee", "takes part"),
    Firmness.ENDED: Text("beëindigd", "ended"),
}


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    NONE = Text("geen", "none")
    NOBODY = Text("niemand", "nobody")
    NOT_RECORDED = Text("niet vastgelegd", "not recorded")
    PARTNER = Text("Partner", "Partner")
    RECORD = Text("Vastlegging", "Record")
    PERIOD = Text("Periode", "Period")
    CERTAINTY = Text("Zekerheid", "Certainty")
    NOTE = Text("Toelichting", "Note")
    YEAR = Text("Jaar", "Year")

    # membership
    MEMBERSHIP = Text("Lidmaatschap door de tijd", "Membership over time")
    MEMBERSHIP_SHOWS = Text(
        "Deze bladzijde laat zien welke organisaties volgens de overeenkomst partner waren en zijn, van wanneer tot "
        "wanneer, zoals bekend op {day}. Wie alleen aan projecten meedoet, staat er niet bij.",
        "This page shows which organisations were and are partners under the agreement, from when until when, as "
        "known on {day}. Those who only take part in projects are not on it.",
    )
    MEMBERS = Text("Partners en hoe lang zij dat waren", "Partners and for how long they were")
    NO_MEMBERS = Text("De overeenkomst noemt geen partners.", "The agreement names no partners.")
    ON_THE_DAY = Text("Zeker partner op {day}: {certain}.", "Certainly a partner on {day}: {certain}.")
    DOUBTFUL = Text("Niet zeker: {possible}.", "Not certain: {possible}.")
    VERSIONS = Text("Versies van de overeenkomst", "Versions of the agreement")
    VERSION = Text("Versie", "Version")
    IN_FORCE = Text("Van kracht", "In force")
    HOW_MANY = Text("Genoemde partners", "Partners named")

    # one party
    PARTNER_SHOWS = Text(
        "Wat er op {day} over deze partner is vastgelegd: lidmaatschap, projecten, zetels, bijdragen en wat de "
        "bevindingen erover zeggen. Wat een partner aan belangen heeft, wordt alleen geteld.",
        "What is on record about this partner on {day}: membership, projects, seats, contributions and what the "
        "findings say of it. What a partner has at stake is only counted.",
    )
    EXTERNAL_SHOWS = Text(
        "Wat er op {day} over deze organisatie van buiten de samenwerking is vastgelegd. Zij doet mee en telt niet "
        "als partner.",
        "What is on record on {day} about this organisation from outside the partnership. It takes part and does not "
        "count as a partner.",
    )
    WHO = Text("Wie dit is", "Who this is")
    KIND = Text("Soort: {kind}.", "Kind: {kind}.")
    ID = Text("Aanduiding in het register: {id}.", "Id in the register: {id}.")
    IDENTIFIER = Text("{scheme}: {value}.", "{scheme}: {value}.")
    AFFILIATED = Text("Gelieerd aan: ", "Affiliated to: ")
    CALLED = Text("Heette {name}: {period}.", "Was called {name}: {period}.")
    ALIASES = Text("Ook bekend als: {names}.", "Also known as: {names}.")
    UNIT = Text("Onderdeel dat als deze organisatie telt: {name} ({period}).",
                "Unit that counts as this organisation: {name} ({period}).")  # fmt: skip
    PROJECTS = Text("Projecten", "Projects")
    PROJECTS_TABLE = Text("Projecten en de rol daarin", "Projects and the role in them")
    PROJECT = Text("Project", "Project")
    ROLE = Text("Rol", "Role")
    STAGE = Text("Stand", "Stage")
    STAGE_UNSURE = Text("{stage}, {certainty}", "{stage}, {certainty}")
    NO_PROJECTS = Text("Er is geen deelname aan een project vastgelegd.",
                       "No part in a project is on record.")  # fmt: skip
    SEATS = Text("Zetels en aanwezigheid", "Seats and attendance")
    SEATS_TABLE = Text("Zetels door de tijd", "Seats over time")
    BODY = Text("Orgaan", "Body")
    CAPACITY = Text("Hoedanigheid", "Capacity")
    SEAT = Text("Zetel", "Seat")
    OWN_SEAT = Text("eigen zetel", "seat of its own")
    ALTERNATE = Text("plaatsvervanger", "alternate")
    NO_SEATS = Text("Er is geen zetel vastgelegd.", "No seat is on record.")
    ATTENDANCE = Text(
        "Aanwezigheid bij gehouden bijeenkomsten waar deze partner een zetel had, of als partner mocht zijn",
        "Attendance at meetings that were held where this partner had a seat, or could be as a partner",
    )
    PRESENT = Text("Aanwezig", "Present")
    ABSENT = Text("Niet aanwezig", "Not present")
    UNKNOWN = Text("Niet vastgelegd", "Not recorded")
    HELD = Text("Gehouden", "Held")
    MONEY = Text("Bijdragen", "Contributions")
    MONEY_TABLE = Text(
        "Bijdragen in {year}, zoals bekend op {day}", "Contributions in {year}, as known on {day}"
    )
    MONEY_APART = Text(
        "Toegezegd, vastgelegd en betaald zijn stappen van hetzelfde bedrag en worden niet opgeteld. ‘Ten minste’ "
        "staat er waar niemand bevestigt dat de lijst compleet is.",
        "Pledged, committed and paid are steps of the same amount and are not added. ‘At least’ stands where nobody "
        "attests that the list is complete.",
    )
    WHAT_FOR = Text("Waarvoor", "What for")
    CORE = Text("De kernorganisatie", "The core organisation")
    GENERAL = Text("Projecten in het algemeen", "Projects in general")
    NO_MONEY = Text("Over {year} is geen bijdrage vastgelegd.", "No contribution is on record for {year}.")
    INTERESTS = Text("Belangen", "Interests")
    INTERESTS_TABLE = Text("Belangen die zijn ingebracht, alleen in aantallen",
                           "Interests that were put forward, in numbers only")  # fmt: skip
    COUNTED_AS = Text("Wat is geteld", "What was counted")
    NUMBER = Text("Aantal", "Number")
    DECLARED = Text("ingebracht", "put forward")
    CONFIRMED = Text("waarvan door de organisatie zelf uitgesproken of bevestigd",
                     "of which stated or confirmed by the organisation itself")  # fmt: skip
    ANSWERED = Text("waarvan beantwoord", "of which answered")
    CONFIDENTIAL = Text("waarvan vertrouwelijk", "of which confidential")
    NO_INTERESTS = Text("Er is geen belang ingebracht.", "No interest was put forward.")
    TOGETHER = Text("Met wie", "With whom")
    TOGETHER_TABLE = Text("Partijen waarmee op {day} samen aan een project wordt gewerkt",
                          "Parties that work on a project together with it on {day}")  # fmt: skip
    OTHER = Text("Partij", "Party")
    THROUGH = Text("Via", "Through")
    ALONE = Text("Op {day} werkt deze partij met niemand anders aan een project, voor zover vastgelegd.",
                 "On {day} this party works on a project with nobody else, as far as is on record.")  # fmt: skip
    FINDINGS = Text("Bevindingen waarin deze partij wordt genoemd", "Findings that name this party")
    FINDINGS_WHY = Text(
        "Alleen bevindingen die niet zijn nageleefd of gevolgd, zijn verklaard of nog open staan, en waarvan het "
        "bewijs deze partij noemt. Dat zegt niet dat het aan deze partij ligt. Tussen rechte haken staan de "
        "vastleggingen.",
        "Only findings that are not met or followed, that are explained or still open, and whose evidence names this "
        "party. That does not say that it is up to this party. Records are in square brackets.",
    )
    NO_FINDINGS = Text("Geen.", "None.")
    CLAUSE = Text("Bepaling", "Clause")
    WHERE = Text("Waar", "Where")
    STANDS = Text("Hoe het ervoor staat", "How it stands")
    FOUND = Text("Wat van deze partij is gevonden", "What was found of this party")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)
