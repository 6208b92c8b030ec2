# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of an agreement say: its charters, its clauses and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from ..charter import Answer, Subject
from ..records.parties import Certainty
from ..text import Language, Text


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    # charter
    CHARTER = Text(
        "Deze bladzijde geeft weer wat in deze versie van de overeenkomst is afgesproken, bepaling voor bepaling en in "
        "eigen woorden; de tekst van de overeenkomst zelf gaat voor. Of de bepalingen zijn gevolgd, staat hier niet: "
        "dat staat per project en per jaar.",
        "This page gives what was agreed in this version of the agreement, clause by clause and in our own words; the "
        "text of the agreement itself prevails. Whether the clauses were followed is not told here: that is told "
        "project by project and year by year.",
    )
    THIS_VERSION = Text("Deze versie", "This version")
    WHAT = Text("Gegeven", "Item")
    CONTENT = Text("Inhoud", "Content")
    PARTNERSHIP = Text("Partnerschap", "Partnership")
    VERSION = Text("Versie", "Version")
    PERIOD = Text("Geldt", "In force")
    FORM = Text("Vorm", "Form")
    SCALE = Text("Schaal", "Scale")
    COUNTED = Text("Omvang", "Size")
    COUNTS = Text(
        "{clauses} bepalingen, {facts} feiten, {questions} vragen, {outcomes} uitkomsten",
        "{clauses} clauses, {facts} facts, {questions} questions, {outcomes} outcomes",
    )
    NOT_STATED = Text("niet vastgelegd", "not recorded")
    NONE = Text("geen", "none")
    SOURCES = Text("Bronnen", "Sources")
    NO_SOURCES = Text("Geen bronnen vastgelegd.", "No sources recorded.")
    PARTIES = Text("Partijen", "Parties")
    PARTIES_TABLE = Text("Partners en hun lidmaatschap", "Partners and their membership")
    PARTIES_ON = Text(
        "Wie in deze versie als partner staat, met de stand op {day}. Een partner van wie het lidmaatschap onzeker of "
        "betwist is, telt als mogelijke partner: de software kiest niet.",
        "Who is a partner in this version, as it stands on {day}. A partner whose membership is uncertain or disputed "
        "counts as a possible partner: the library does not choose.",
    )
    NO_PARTIES = Text(
        "Deze versie kent geen partners: wie meedoet, blijkt per project.",
        "This version has no partners: who takes part is seen project by project.",
    )
    PARTY = Text("Partij", "Party")
    KIND = Text("Soort", "Kind")
    MEMBERSHIP = Text("Lidmaatschap", "Membership")
    ON_DAY = Text("Op {day}", "On {day}")
    REMARK = Text("Opmerking en bron", "Remark and source")
    MEMBER = Text("partner", "partner")
    PAST = Text("niet meer", "no longer")
    FUTURE = Text("nog niet", "not yet")
    MAYBE = Text("mogelijk partner", "possibly a partner")
    ASSOCIATED = Text("genoemd, zonder lidmaatschap", "named, without a membership")
    THEMES = Text("Hoofdthema’s", "Main themes")
    THEMES_TABLE = Text("Hoofdthema’s en hun reikwijdte", "Main themes and their scope")
    NO_THEMES = Text("Deze versie noemt geen hoofdthema’s.", "This version names no main themes.")
    THEME = Text("Thema", "Theme")
    SCOPE = Text("Reikwijdte", "Scope")
    NOT_DESCRIBED = Text("niet omschreven", "not described")
    ROLES = Text("Rollen in een project", "Roles in a project")
    ROLES_COUNT = Text(
        "Welke rol als betrokkenheid telt, volgt uit hoe deze versie haar feiten omschrijft. De tabel noemt per rol de "
        "tellingen waarin zij meetelt; welke rollen in andere feiten meetellen, staat bij die feiten.",
        "Which role counts as involvement follows from how this version defines its facts. For each role the table "
        "names the counts in which it counts; which roles count in other facts is told with those facts.",
    )
    NO_ROLES = Text("Deze versie noemt geen rollen.", "This version names no roles.")
    ROLE = Text("Rol", "Role")
    COUNTS_IN = Text("Telt mee in", "Counts in")
    COUNTS_NOWHERE = Text("geen enkele telling", "no count")
    ROLES_TABLE = Text(
        "Rollen en de tellingen waarin zij meetellen", "Roles and the counts in which they count"
    )
    BODIES = Text("Organen", "Bodies")
    BODIES_TABLE = Text("Organen en de bepalingen over elk", "Bodies and the clauses about each")
    NO_BODIES = Text("Deze versie noemt geen organen.", "This version names no bodies.")
    BODY = Text("Orgaan", "Body")
    ABOUT_BODY = Text("Bepalingen over dit orgaan", "Clauses about this body")
    AGENDA = Text("Vaste onderdelen van de agenda: {sections}.", "Fixed sections of the agenda: {sections}.")
    STATEMENTS = Text("Wat de bronnen verder zeggen", "What else the sources say")
    STATEMENTS_TABLE = Text(
        "Uitspraken met hun zekerheid en bron", "Statements with their certainty and source"
    )
    STATEMENT = Text("Uitspraak", "Statement")
    CERTAINTY = Text("Zekerheid", "Certainty")
    SOURCE = Text("Bron", "Source")
    NO_STATEMENTS = Text("Niets vastgelegd.", "Nothing recorded.")
    # clauses of a charter
    CLAUSES_OF = Text("Bepalingen: {family}", "Clauses: {family}")
    ABOUT = Text("Gaat over: {subject}.", "About: {subject}.")
    SOURCE_NONE = Text("Bron: niet vastgelegd.", "Source: not recorded.")
    PROVISIONS = Text("In het bronnenregister: ", "In the ledger of provisions: ")
    APPLIES = Text("Geldt alleen als: {condition}.", "Applies only if: {condition}.")
    UNATTESTED = Text(
        "Of deze bepaling in deze periode al gold, blijkt niet uit de bronnen; zij geeft daarom geen antwoord.",
        "The sources do not show whether this clause was in force in this period; it therefore gives no answer.",
    )
    READING = Text(
        "Andere lezing ‘{reading}’ ({weight}): {condition}.",
        "Another reading, ‘{reading}’ ({weight}): {condition}.",
    )
    CHOSEN_BY_NOBODY = Text(
        "Wie deze lezing koos, is niet vastgelegd.", "Who chose this reading is not recorded."
    )
    EXCEPTION = Text(
        "Uitzondering ‘{derogation}’: {condition}; {effect}.",
        "Exception ‘{derogation}’: {condition}; {effect}.",
    )
    EXCEPTION_SOURCE = Text(
        "Uitzondering ‘{derogation}’: {condition}; {effect}. Bron: {source}.",
        "Exception ‘{derogation}’: {condition}; {effect}. Source: {source}.",
    )
    DEPARTURE = Text(
        "Afwijken: kan, bij een vastgelegd besluit met reden.",
        "Departing from it: possible, by a recorded decision with its reason.",
    )
    NO_DEPARTURE = Text(
        "Afwijken: deze versie voorziet er niet in.",
        "Departing from it: this version does not provide for it.",
    )
    FACTS_USED = Text("Feiten: ", "Facts: ")
    NO_FACTS = Text("Feiten: geen.", "Facts: none.")
    ASKED_IN = Text("Telt mee in de vraag: {questions}.", "Part of the question: {questions}.")
    ASKED_NOWHERE = Text(
        "Geen vraag rust op deze bepaling: zij wordt gemeld en beslist niets.",
        "No question rests on this clause: it is reported and decides nothing.",
    )
    ALSO_IN = Text("Ook in: ", "Also in: ")
    # questions and outcomes
    QUESTIONS = Text("Vragen", "Questions")
    QUESTIONS_WHAT = Text(
        "Wat deze versie over een project laat uitmaken. Een vraag is met ja beantwoord als alles wat zij vraagt, is "
        "vervuld; een afwijking die met reden is vastgelegd, telt als vervuld.",
        "What this version lets one decide about a project. A question is answered yes when all that it asks is met; a "
        "departure recorded with its reason counts as met.",
    )
    NO_QUESTIONS = Text("Deze versie stelt geen vragen.", "This version asks no questions.")
    REQUIRES = Text("Vraagt alle van: ", "Asks all of: ")
    ANY_OF = Text("Vraagt ten minste één van: ", "Asks at least one of: ")
    THE_QUESTION = Text("de vraag ‘{question}’", "the question ‘{question}’")
    ANSWERS = Text(
        "Antwoorden: ‘{met}’, ‘{not_met}’ of ‘{unknown}’.", "Answers: ‘{met}’, ‘{not_met}’ or ‘{unknown}’."
    )
    ANSWER_EXPLAINED = Text(
        "Met een vastgelegde afwijking: ‘{answer}’.", "With a recorded departure: ‘{answer}’."
    )
    OUTCOMES = Text("Uitkomsten", "Outcomes")
    OUTCOMES_TABLE = Text(
        "Uitkomsten, in de volgorde waarin zij worden gelezen",
        "Outcomes, in the order in which they are read",
    )
    OUTCOMES_HOW = Text(
        "De tabel wordt van boven naar beneden gelezen. Elke regel die nog kan gelden, is een mogelijke uitkomst; een "
        "regel die zeker geldt, sluit de tabel af. Blijft er één over, dan is dat de uitkomst. Blijven er meer over, "
        "dan is de uitkomst ‘nog niet te bepalen’: dat is geen ja en geen nee, en er staat bij wat er ontbreekt.",
        "The table is read from the top. Every row that may still hold is a possible outcome; a row that is certain "
        "closes the table. When one is left, that is the outcome. When more are left, the outcome is ‘cannot be "
        "determined yet’: that is neither yes nor no, and it says what is missing.",
    )
    NO_OUTCOMES = Text("Deze versie kent geen uitkomsten.", "This version has no outcomes.")
    OUTCOME = Text("Uitkomst", "Outcome")
    NUMBERED = Text("{number}. {title}", "{number}. {title}")
    WHEN = Text("Als", "When")
    IN_ANY_CASE = Text("in alle overige gevallen", "in all other cases")
    ANSWERED = Text("{question} {answer}", "{question} {answer}")
    # index of clauses
    CLAUSES = Text("Bepalingen in alle versies", "Clauses in all versions")
    CLAUSES_WHAT = Text(
        "Elke bepaling van {partnership} in elke versie van de overeenkomst, met haar aard en met wat er tussen de "
        "versies is veranderd. Is een feit waarop de bepaling rust anders omschreven, dan telt dat als verandering. Of "
        "de bepalingen zijn gevolgd, staat hier niet.",
        "Every clause of {partnership} in every version of the agreement, with its kind and with what changed between "
        "versions. Where a fact that the clause rests on is defined otherwise, that counts as a change. Whether the "
        "clauses were followed is not told here.",
    )
    CLAUSES_CAPTION = Text("Bepalingen onder ‘{family}’, per versie", "Clauses under ‘{family}’, by version")
    CLAUSE = Text("Bepaling", "Clause")
    DIFFERS = Text("Wat verschilt", "What differs")
    ABSENT = Text("staat er niet in", "not in it")
    UNCHANGED = Text("niets", "nothing")
    ONLY_HERE = Text("alleen in {version}", "in {version} only")
    CHANGED = Text("{version}: {what}", "{version}: {what}")
    # facts
    FACTS = Text("Feiten", "Facts")
    FACTS_WHAT = Text(
        "Elk feit waarop een bepaling van {partnership} rust: wat het betekent, hoe het tot stand komt en welke "
        "bepalingen het gebruiken. Welke waarde een feit voor een project heeft, staat in het dossier van dat project.",
        "Every fact that a clause of {partnership} rests on: what it means, how it is obtained, and which clauses use "
        "it. The value of a fact for a project is told in the dossier of that project.",
    )
    FACTS_RANGE = Text(
        "Wat niet zeker is, blijft open: een getal kan ‘2 of 3’ of ‘ten minste 2’ zijn, en onbekend is nooit nee.",
        "What is not certain stays open: a number can be ‘2 or 3’ or ‘at least 2’, and unknown is never no.",
    )
    NAMED = Text("{title} ({id})", "{title} ({id})")
    NO_DEFINITION = Text("Geen omschrijving vastgelegd.", "No definition recorded.")
    UNIT = Text("Waarde: {unit}.", "Value: {unit}.")
    USED_BY = Text("Gebruikt door: ", "Used by: ")
    USED_BY_NONE = Text("Gebruikt door: geen bepaling.", "Used by: no clause.")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


SUBJECTS: Final[Mapping[Subject, Text]] = {
    "project": Text("elk project", "each project"),
    "body": Text("een orgaan", "a body"),
    "partnership": Text("het partnerschap als geheel", "the partnership as a whole"),
    "declaration": Text("elke verklaring", "each declaration"),
}
FORMS: Final[Mapping[str, Text]] = {
    "agreement": Text("samenwerkingsovereenkomst", "collaboration agreement"),
    "covenant": Text("convenant", "covenant"),
    "municipal-programme": Text("gemeentelijk programma", "municipal programme"),
    "call": Text("oproep", "call"),
}
SCALES: Final[Mapping[str, Text]] = {
    "intra-municipal": Text("binnen één gemeente", "within one municipality"),
    "regional": Text("regionaal", "regional"),
    "national": Text("landelijk", "national"),
    "international": Text("internationaal", "international"),
}
MEMBERSHIPS: Final[Mapping[Certainty, Text]] = {
    Certainty.CERTAIN: Text("zeker", "certain"),
    Certainty.UNCERTAIN: Text("onzeker", "uncertain"),
    Certainty.DISPUTED: Text("betwist", "disputed"),
}
CERTAINTIES: Final[Mapping[str, Text]] = {
    "certain": Text("zeker", "certain"),
    "uncertain": Text("onzeker", "uncertain"),
    "conflict": Text("bronnen spreken elkaar tegen", "sources contradict each other"),
    "not-found": Text("gezocht, niet gevonden", "looked for, not found"),
}
ANSWERS: Final[Mapping[Answer, Text]] = {
    Answer.MET: Text("ja", "yes"),
    Answer.SATISFIED: Text("ja, zonder afwijking", "yes, without a departure"),
    Answer.EXPLAINED: Text("ja, met vastgelegde afwijking", "yes, with a recorded departure"),
    Answer.NOT_MET: Text("nee", "no"),
}
"""What a row of the outcome table asks of a question."""
CHANGES: Final[Mapping[str, Text]] = {
    "title": Text("titel", "title"),
    "text": Text("woorden", "words"),
    "force": Text("aard", "kind"),
    "condition": Text("voorwaarde", "condition"),
    "applies": Text("wanneer zij geldt", "when it applies"),
    "readings": Text("andere lezingen", "other readings"),
    "chosen": Text("wie de lezing koos", "who chose the reading"),
    "unless": Text("uitzonderingen", "exceptions"),
    "admits_departure": Text("of afwijken kan", "whether one may depart from it"),
    "standing": Text("of blijkt dat zij gold", "whether it is attested"),
    "source": Text("bron", "source"),
    "facts": Text("omschrijving van een feit", "definition of a fact"),
}
"""What of a clause may differ between two versions, in the order in which it is told."""
