# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentences of the library: every phrase it puts together itself, in Dutch and in English.

>>> Phrase.OUTCOME.say("nl", outcome="binnen het kader")
'Uitkomst: binnen het kader.'
"""

from __future__ import annotations

from enum import Enum, unique

from ..text import Language, Text


@unique
class Phrase(Enum):
    """A sentence, heading or part of a sentence, with the same named parameters in both languages."""

    # headings and headlines
    LABELLED = Text("{label}: {words}", "{label}: {words}")
    PLACE_AND_DAY = Text("{partnership}, peildatum {day}.", "{partnership}, as of {day}.")
    OUTCOME = Text("Uitkomst: {outcome}.", "Outcome: {outcome}.")
    POSSIBLE = Text("Nog mogelijk: {outcomes}.", "Still possible: {outcomes}.")
    NEEDED = Text("Wat er nog nodig is", "What is still needed")
    OTHER_CLAUSES = Text("Overige bepalingen", "Other clauses")
    REMARKS = Text("Opmerkingen", "Remarks")
    FACTS = Text("Feiten en vastleggingen", "Facts and records")
    RECOURSE = Text("Wat zou een andere uitkomst geven", "What would give another outcome")
    VERSION = Text("Overeenkomst: {charter}.", "Agreement: {charter}.")
    FOLLOWS_FROM = Text("Volgt uit: {questions}.", "Follows from: {questions}.")
    ANSWERED = Text("{question} ({answer})", "{question} ({answer})")

    # one sentence for the whole decision
    LINE = Text("{project} op {day}: {outcome}.", "{project} on {day}: {outcome}.")
    LINE_REASON = Text("{project} op {day}: {outcome}; {reason}.", "{project} on {day}: {outcome}; {reason}.")
    LINE_OPEN = Text(
        "{project} op {day}: {outcome}; nog mogelijk: {outcomes}; nodig: {needs}.",
        "{project} on {day}: {outcome}; still possible: {outcomes}; needed: {needs}.",
    )
    LINE_NEEDS = Text(
        "{project} op {day}: {outcome}; nodig: {needs}.", "{project} on {day}: {outcome}; needed: {needs}."
    )
    STANDS = Text("‘{clause}’: {status}", "‘{clause}’: {status}")
    STANDS_BY_EXCEPTION = Text(
        "‘{clause}’: {status} (uitzondering ‘{derogation}’)",
        "‘{clause}’: {status} (exception ‘{derogation}’)",
    )
    STANDS_BECAUSE = Text("‘{clause}’: {status} ({finding})", "‘{clause}’: {status} ({finding})")

    # clauses
    CLAUSE_ABOVE = Text("{clause}: {status} (zie hierboven)", "{clause}: {status} (see above)")
    KIND = Text("Aard: {force}.", "Kind: {force}.")
    SOURCE = Text("Bron: {source}.", "Source: {source}.")
    CONDITION = Text("Voorwaarde: {condition}.", "Condition: {condition}.")
    REASONS = Text("Dit staat vast op grond van: {facts}.", "This is settled by: {facts}.")
    READING = Text("Lezing ‘{reading}’: {status}.", "Reading ‘{reading}’: {status}.")
    OWN_READING = Text("Lezing van de bepaling zelf: {status}.", "Reading of the clause itself: {status}.")
    READING_WEIGHT = Text(
        "Lezing ‘{reading}’ ({weight}): {status}.", "Reading ‘{reading}’ ({weight}): {status}."
    )
    SENSITIVE = Text(
        "Bij de lezing ‘{reading}’: {status}; de uitkomst is dan {outcomes}.",
        "Under the reading ‘{reading}’: {status}; the outcome is then {outcomes}.",
    )
    SENSITIVE_SAME = Text(
        "Bij de lezing ‘{reading}’: {status}; de uitkomst blijft gelijk.",
        "Under the reading ‘{reading}’: {status}; the outcome stays the same.",
    )
    SENSITIVE_CLAUSE = Text(
        "Bij de lezing ‘{reading}’ zou het anders zijn: {status}.",
        "Under the reading ‘{reading}’ it would be otherwise: {status}.",
    )
    DEROGATION = Text("Uitzondering ‘{derogation}’: {effect}.", "Exception ‘{derogation}’: {effect}.")
    DEROGATION_OPEN = Text(
        "Misschien geldt de uitzondering ‘{derogation}’: {effect}.",
        "Perhaps the exception ‘{derogation}’ holds: {effect}.",
    )
    DEROGATION_HOLDS = Text(
        "Uitzondering ‘{derogation}’ ({effect}); geldt: {truth}.",
        "Exception ‘{derogation}’ ({effect}); holds: {truth}.",
    )
    DEPARTURE = Text(
        "Vastgelegde afwijking: besluit van {day} ({body}), vastgelegd door {by}. Reden: {reason}",
        "Recorded departure: decision of {day} ({body}), recorded by {by}. Reason: {reason}",
    )
    RECORD = Text("Vastlegging: {record}.", "Record: {record}.")
    CHOSEN = Text("Wie deze lezing koos: {by}. Waarom: {why}", "Who chose this reading: {by}. Why: {why}")
    CHOSEN_ON = Text("{by}, op {day}", "{by}, on {day}")
    RETROACTIVE = Text(
        "Deze afwijking is met terugwerkende kracht vastgelegd.", "This departure was recorded retroactively."
    )
    DEPARTURE_IDLE = Text(
        "De vastgelegde afwijking is op deze dag niet nodig.",
        "The recorded departure is not needed on this day.",
    )

    # what was found of a fact, beside what was asked
    FOUND_ASKED = Text("{found}, {asked}", "{found}, {asked}")
    SHARE_OF = Text("{share} van {whole}", "{share} of {whole}")
    SHARE_HERE = Text("{share} van {whole} ({total})", "{share} of {whole} ({total})")
    SHARE_SO = Text(
        "{share} van {whole} ({total}, dus {number})", "{share} of {whole} ({total}, so {number})"
    )
    JUDGED_MORE = Text("{fact}: {verdict}, uit {verdicts}", "{fact}: {verdict}, from {verdicts}")
    NOT_JUDGED = Text("{fact}: nog niet vastgelegd", "{fact}: not recorded yet")
    PARTLY_JUDGED = Text(
        "{fact}: tot nu toe {verdicts}",
        "{fact}: so far {verdicts}",
    )
    CONTESTED = Text(
        "{fact}: betwist; {verdicts}",
        "{fact}: contested; {verdicts}",
    )
    VERDICT_BY = Text("{verdict} volgens {by}", "{verdict} according to {by}")
    VERDICT_BY_ON = Text("{verdict} volgens {by} op {day}", "{verdict} according to {by} on {day}")
    COUNTED = Text("Meegeteld: {names}.", "Counted: {names}.")
    COUNTS_ONCE = Text("{names} (telt als één)", "{names} (counts as one)")
    PERHAPS = Text("Misschien ook: {names}.", "Perhaps also: {names}.")
    COULD_JOIN = Text("Nog aan te haken: {names}.", "Could still join: {names}.")
    LEFT_OUT = Text("Niet meegeteld: {names}.", "Not counted: {names}.")
    NAME_WHY = Text("{name} ({why})", "{name} ({why})")
    NAME_RECORD = Text("{name} [{record}]", "{name} [{record}]")
    PROJECTED_ROLE = Text(
        "Zou wel meetellen in een rol die telt: {names}; het aantal is dan {count}.",
        "Would count in a role that counts: {names}; the number is then {count}.",
    )
    PROJECTED_INTENTION = Text(
        "Zou wel meetellen als het voornemen wordt bevestigd: {names}; het aantal is dan {count}.",
        "Would count if the intention is confirmed: {names}; the number is then {count}.",
    )
    PROJECTED_BOTH = Text(
        "Zou wel meetellen na bevestiging in een rol die telt: {names}; het aantal is dan {count}.",
        "Would count once confirmed in a role that counts: {names}; the number is then {count}.",
    )
    OPEN = Text("Het kan meer zijn: {whys}.", "It may be more: {whys}.")
    CONCERNS = Text("Het gaat om: {names}.", "This concerns: {names}.")
    LOOKED_AT = Text("Ook bekeken: {names}.", "Also looked at: {names}.")
    DUE_ON = Text("verwacht op {day}", "due on {day}")
    WAITS_FOR = Text("{need}: {subjects}.", "{need}: {subjects}.")
    AND_MORE = Text("{names}; en nog {count}", "{names}; and {count} more")
    NOT_ATTESTED = Text(
        "Niemand bevestigt dat deze lijst compleet is: {lists}.",
        "Nobody attests that this list is complete: {lists}.",
    )
    STILL_OPEN = Text("nog open: {options}", "still open: {options}")

    # conditions
    NOT = Text("niet: {condition}", "not: {condition}")
    NOT_BOUND = Text("niet {bound}", "not {bound}")
    AND = Text("; en ", "; and ")
    OR = Text("; of ", "; or ")
    SOME_OF = Text(
        "ten minste {n} van deze {total}: {conditions}", "at least {n} of these {total}: {conditions}"
    )
    ALWAYS = Text("altijd", "always")
    NEVER = Text("nooit", "never")
    ALL_THESE = Text("Dit alles:", "All of these:")
    ANY_OF_THESE = Text("Ten minste een van deze:", "At least one of these:")
    SOME_OF_THESE = Text("Ten minste {n} van deze {total}:", "At least {n} of these {total}:")
    NOT_THIS = Text("Dit juist niet:", "Not this:")

    # what is needed, in a few words
    SHORT_FACT = Text("{label}", "{label}")
    SHORT_SETTLE = Text("duidelijkheid over {label} ({whys})", "clarity on {label} ({whys})")
    SHORT_LIST = Text("de volledige lijst van deelnemers", "the full list of participants")
    SHORT_LIST_OF = Text(
        "een bevestiging dat de lijst van {list} compleet is",
        "an attestation that the list of {list} is complete",
    )
    SHORT_MONEY_LIST = Text("de volledige lijst van bijdragen", "the full list of contributions")
    SHORT_NAME = Text("wie er bedoeld is met ‘{name}’", "who is meant by ‘{name}’")
    SHORT_UNCERTAIN = Text("zekerheid over de deelname van {name}", "certainty that {name} takes part")
    SHORT_MEMBER = Text(
        "duidelijkheid of {name} op deze dag partner is", "clarity on whether {name} is a partner on this day"
    )
    SHORT_ATTRIBUTE = Text("de ontbrekende gegevens van {name}", "the missing particulars of {name}")
    SHORT_ROLE = Text("de rol van {name}", "the role of {name}")
    SHORT_VALUE = Text("de waarde van de bijdrage van {name}", "the value of the contribution by {name}")
    SHORT_CURRENCY = Text(
        "het bedrag van {name} in de eigen munteenheid",
        "the amount of {name} in the currency of the agreement",
    )
    SHORT_FLAWED = Text("herstel van een onleesbare vastlegging", "repair of a record that cannot be read")

    # what is needed, and who supplies it
    ASK_JUDGEMENT = Text(
        "{label}: nog niet vastgelegd. Iemand die daartoe bevoegd is, beoordeelt dit en laat naam, rol, "
        "datum en reden vastleggen. Mogelijke antwoorden: {options}.",
        "{label}: not recorded yet. Someone with the mandate judges this and has the name, role, date and "
        "reason recorded. Possible answers: {options}.",
    )
    ASK_MORE_JUDGEMENTS = Text(
        "{label}: nog niet voor elk hoofdthema vastgelegd. Wie dit beoordeelt, beoordeelt ook de overige "
        "thema’s, of geeft één oordeel over het geheel. Nog mogelijk: {options}.",
        "{label}: not recorded for every main theme yet. Whoever judges this also judges the other themes, "
        "or gives one judgement of the whole. Still possible: {options}.",
    )
    ASK_RESOLUTION = Text(
        "{label}: betwist; {verdicts}. De beoordelaars, of wie daarover gaat, komen tot "
        "een nieuwe beoordeling die de eerdere vervangt.",
        "{label}: contested; {verdicts}. Those who judged, or whoever is in charge, "
        "come to a new judgement that replaces the earlier ones.",
    )
    ASK_LIST = Text(
        "Volledige lijst van deelnemers: niemand heeft bevestigd dat de lijst compleet is. Wie het project "
        "aanmeldt, vult de lijst aan of bevestigt dat die compleet is, met naam en datum.",
        "Full list of participants: nobody has attested that the list is complete. Whoever submits the "
        "project completes the list, or attests that it is complete, with name and date.",
    )
    ASK_MONEY_LIST = Text(
        "Volledige lijst van bijdragen: niemand heeft bevestigd dat de lijst compleet is. Wie de financiën "
        "van het project bijhoudt, vult de lijst aan of bevestigt dat die compleet is, met naam en datum.",
        "Full list of contributions: nobody has attested that the list is complete. Whoever keeps the "
        "finances of the project completes the list, or attests that it is complete, with name and date.",
    )
    ASK_LIST_OF = Text(
        "Lijst van {list}: niemand heeft bevestigd dat die over de hele periode compleet is. Wie de lijst bijhoudt, "
        "vult die aan of bevestigt dat, met naam en datum.",
        "List of {list}: nobody has attested that it is complete over the whole period. Whoever keeps the list "
        "completes it or attests so, with name and date.",
    )
    ASK_SETTLE = Text(
        "{label}: nog niet vast te stellen. Nodig is duidelijkheid over: {names}. Wie erover gaat, legt het vast.",
        "{label}: cannot be established yet. What needs clearing up: {names}. Whoever is in charge has it recorded.",
    )
    ASK_OPEN = Text(
        "{label}: nog niet vast te stellen ({whys}). Wie erover gaat, legt het vast.",
        "{label}: cannot be established yet ({whys}). Whoever is in charge has it recorded.",
    )
    ASK_SETTLE_EACH = Text(
        "{label}: nog niet vast te stellen. Wie erover gaat, legt vast wat hieronder nog open is.",
        "{label}: cannot be established yet. Whoever is in charge sees to it that what is open below is recorded.",
    )
    ASK_NAME = Text(
        "‘{name}’: deze naam hoort nog niet bij een bekende organisatie. Wie het project aanmeldt, zegt "
        "welke organisatie bedoeld is; leg de naam daarna bij die organisatie vast.",
        "‘{name}’: this name does not belong to a known organisation yet. Whoever submits the project says "
        "which organisation is meant; then record the name with that organisation.",
    )
    ASK_UNCERTAIN = Text(
        "{name}: het is niet zeker of deze organisatie deelneemt. Vraag om bevestiging.",
        "{name}: it is not certain that this organisation takes part. Ask it to confirm.",
    )
    ASK_MEMBER = Text(
        "{name}: het is niet zeker of deze organisatie op deze dag partner is. De partners leggen dat vast, "
        "met bron.",
        "{name}: it is not certain that this organisation is a partner on this day. The partners put that "
        "on record, with a source.",
    )
    ASK_ATTRIBUTE = Text(
        "{name}: een gegeven van deze organisatie dat voor de telling nodig is, ontbreekt. Wie het register "
        "bijhoudt, vult het aan.",
        "{name}: something the count needs to know of this organisation is missing. Whoever keeps the "
        "register adds it.",
    )
    ASK_ROLE = Text(
        "{name}: in welke rol deze organisatie meedoet, is niet vermeld. Vraag het {name}.",
        "{name}: the role in which this organisation takes part is not stated. Ask {name}.",
    )
    ASK_VALUE = Text(
        "{name}: de bijdrage is niet gewaardeerd. Vraag {name} om een bedrag.",
        "{name}: the contribution has no value yet. Ask {name} for an amount.",
    )
    ASK_CURRENCY = Text(
        "{name}: de bijdrage is in een andere munteenheid. Wie de financiën bijhoudt, legt het bedrag in de "
        "eigen munteenheid vast, met koers en datum.",
        "{name}: the contribution is in another currency. Whoever keeps the finances records the amount in "
        "the currency of the agreement, with the rate and its date.",
    )
    ASK_FLAWED = Text(
        "Een vastlegging over dit project kon niet worden gelezen. Wie het register bijhoudt, herstelt die.",
        "A record about this project could not be read. Whoever keeps the register repairs it.",
    )
    ASK_GIVEN = Text(
        "{label}: nog niet bekend. Wie dit weet, laat het vastleggen, met bron.",
        "{label}: not known yet. Whoever knows has it recorded, with its source.",
    )
    ASK_ONE_VALUE = Text(
        "{label}: de bronnen geven verschillende waarden ({sources}). Wie het register bijhoudt, zoekt "
        "uit welke klopt.",
        "{label}: the sources give different values ({sources}). Whoever keeps the register finds out "
        "which is right.",
    )
    ASK_READING = Text(
        "{label}: deze bepaling is op meer manieren te lezen, en die geven hier verschillende antwoorden. "
        "De partners leggen in de overeenkomst vast welke lezing geldt, bijvoorbeeld met een uitdrukkelijke "
        "drempel.",
        "{label}: this clause can be read in more than one way, and the readings give different answers "
        "here. The partners settle in the agreement which one holds, for instance with an explicit "
        "threshold.",
    )
    ASK_RECORD = Text(
        "{label}: een vastgelegde afwijking is niet te lezen, dus het is niet zeker of er van deze bepaling is "
        "afgeweken. Wie het register beheert, herstelt die vastlegging.",
        "{label}: the record of a departure cannot be read, so it is not certain whether this clause was departed "
        "from. Whoever keeps the register repairs that record.",
    )
    ASK_ATTESTATION = Text(
        "{label}: uit de bronnen blijkt niet of dit op deze dag al gold. Wie het archief beheert, zoekt een "
        "stuk waaruit dat blijkt.",
        "{label}: the sources do not show whether this was in force on this day. Whoever keeps the archive "
        "looks for a document that does.",
    )
    ASK_EXCEPTION = Text(
        "{label}: twee uitzonderingen gelden tegelijk en spreken elkaar tegen. De partners leggen vast "
        "welke voorgaat.",
        "{label}: two exceptions hold at once and contradict each other. The partners settle which one "
        "comes first.",
    )
    ASK_CHARTER = Text(
        "{label}: nodig is de tekst, met de dag waarop die inging en de dag waarop die afliep. Wie het "
        "archief beheert, kan die leveren.",
        "{label}: needed is its text, with the day it came into force and the day it ended. Whoever keeps "
        "the archive can supply it.",
    )

    # what would change it
    TO_OUTCOME = Text("Uitkomst ‘{outcome}’:", "Outcome ‘{outcome}’:")
    TO_OUTCOME_EACH = Text(
        "Uitkomst ‘{outcome}’, in elk van deze gevallen:", "Outcome ‘{outcome}’, in each of these cases:"
    )
    IF = Text("Als {changes}.", "If {changes}.")
    AND_IF = Text(", en {change}", ", and {change}")
    JOIN_ONE_OF = Text("nog één partner aanhaakt, uit: {names}", "one more partner joins, out of: {names}")
    JOIN_SOME_OF = Text(
        "nog {count} partners aanhaken, uit: {names}", "{count} more partners join, out of: {names}"
    )
    JOIN_ONE = Text("{names} aanhaakt", "{names} joins")
    JOIN_ALL = Text("{names} aanhaken", "{names} join")
    OUTSIDE_ONE = Text(
        "nog één organisatie van buiten het partnerschap aanhaakt",
        "one more organisation from outside the partnership joins",
    )
    OUTSIDE_SOME = Text(
        "nog {count} organisaties van buiten het partnerschap aanhaken",
        "{count} more organisations from outside the partnership join",
    )
    OUTSIDE_ONE_NEW = Text(
        "nog één organisatie van buiten het partnerschap aanhaakt, met een andere waarde voor {attributes} "
        "dan er al is",
        "one more organisation from outside the partnership joins, with a value for {attributes} that is "
        "not there yet",
    )
    OUTSIDE_SOME_NEW = Text(
        "nog {count} organisaties van buiten het partnerschap aanhaken, elk met een andere waarde voor "
        "{attributes}",
        "{count} more organisations from outside the partnership join, each with another value for "
        "{attributes}",
    )
    CONFIRM_ONE = Text("de deelname van {names} vaststaat", "it is certain that {names} takes part")
    CONFIRM_ALL = Text("de deelname van {names} vaststaat", "it is certain that {names} take part")
    CONFIRM_ONE_OF = Text(
        "van één van deze de deelname vaststaat: {names}",
        "it is certain that one of these takes part: {names}",
    )
    CONFIRM_SOME_OF = Text(
        "van {count} van deze de deelname vaststaat: {names}",
        "it is certain that {count} of these take part: {names}",
    )
    RULE_OUT_ONE = Text(
        "vaststaat dat {names} niet deelneemt", "it is certain that {names} does not take part"
    )
    RULE_OUT_ALL = Text("vaststaat dat {names} niet deelnemen", "it is certain that {names} do not take part")
    RULE_OUT_ONE_OF = Text(
        "vaststaat dat één van deze niet deelneemt: {names}",
        "it is certain that one of these does not take part: {names}",
    )
    RULE_OUT_SOME_OF = Text(
        "vaststaat dat {count} van deze niet deelnemen: {names}",
        "it is certain that {count} of these do not take part: {names}",
    )
    IS_MEMBER = Text(
        "vaststaat dat {name} op deze dag partner is", "it is settled that {name} is a partner on this day"
    )
    IS_NO_MEMBER = Text(
        "vaststaat dat {name} op deze dag geen partner is",
        "it is settled that {name} is not a partner on this day",
    )
    JUDGE = Text("{label} luidt: {verdicts}", "{label} is {verdicts}")
    GIVE = Text("{label} wordt vastgelegd als: {value}", "{label} is recorded as: {value}")
    DEPART = Text(
        "een afwijking van ‘{clause}’ wordt besloten en vastgelegd, met reden",
        "a departure from ‘{clause}’ is decided and recorded, with its reason",
    )
    ATTEST = Text(
        "iemand bevestigt dat de lijst van {list} compleet is",
        "someone attests that the list of {list} is complete",
    )

    # tables
    FACT = Text("Feit", "Fact")
    VALUE = Text("Waarde", "Value")
    RECORDS = Text("Vastleggingen", "Records")
    PERIOD = Text("Periode", "Period")
    OUTCOME_COLUMN = Text("Uitkomst", "Outcome")
    CHANGED = Text("Wat veranderde", "What changed")
    PROJECT = Text("Project", "Project")
    PROJECTS = Text("Projecten", "Projects")
    COUNTED_PARTIES = Text("Meegeteld", "Counted")
    MISSING = Text("Nog nodig", "Still needed")
    NUMBER = Text("Aantal projecten", "Number of projects")
    NONE = Text("–", "–")

    # the conduct of a period
    NORM = Text("Norm: {text}", "Norm: {text}")
    NORM_FROM = Text("{force}; bron: {source}", "{force}; source: {source}")
    SUBJECT_STANDS = Text("{subject}: {status}", "{subject}: {status}")
    SUBJECT_UNDER = Text("{subject}, onder {charter}", "{subject}, under {charter}")
    EVIDENCE = Text("Vastleggingen: {records}.", "Records: {records}.")
    SAME_COUNT = Text("{status}: {count}.", "{status}: {count}.")
    SAME_FOR = Text("{status} ({count}): {subjects}.", "{status} ({count}): {subjects}.")
    EVERYONE = Text("alle {count}", "all {count}")
    EVERYONE_BUT = Text("alle {count} behalve {others}", "all {count} but {others}")
    SUMMARY = Text("Bepalingen per onderdeel, naar hoe ze ervoor staan", "Clauses by part, by how they stand")
    PART = Text("Onderdeel", "Part")
    KNOWN_UP_TO = Text(
        "Naar wat bekend was tot en met {day}; wat later moet gebeuren, is nog niet aan de orde.",
        "By what was known up to and including {day}; what is due later is not due yet.",
    )
    NO_CLAUSE = Text(
        "Geen bepaling in de overeenkomst, dus niet van toepassing: {families}.",
        "No clause in the agreement, so not applicable: {families}.",
    )
    FLAWS = Text(
        "Niet te gebruiken vastleggingen: {records}. Wat erop rust, blijft open.",
        "Records that could not be used: {records}. What rests on them stays open.",
    )
    CHANGED_SINCE = Text("Veranderd ten opzichte van het eerdere rapport", "Changed since the earlier report")
    NOTHING_CHANGED = Text("Niets is veranderd.", "Nothing has changed.")
    CHANGE_ADDED = Text("nieuw: {status}", "new: {status}")
    CHANGE_REMOVED = Text("vervallen (was: {status})", "gone (was: {status})")
    CHANGE_STATUS = Text("was: {before}; nu: {after}", "was: {before}; now: {after}")
    CHANGE_EVIDENCE = Text(
        "{status}; rust nu op andere vastleggingen", "{status}; now rests on other records"
    )

    # over time and over projects
    HISTORY = Text("Verloop in de tijd", "Over time")
    NO_VERSION = Text(
        "niet te bepalen zonder één geldende overeenkomst",
        "cannot be determined without one agreement in force",
    )
    OVERVIEW = Text("{partnership}: overzicht van projecten", "{partnership}: overview of projects")
    OVERVIEW_PERIOD = Text("{count} in de periode {period}.", "{count} in the period {period}.")
    OVERVIEW_DAY = Text("{count}, peildatum {day}.", "{count}, as of {day}.")
    NO_PROJECTS = Text("Geen projecten vastgelegd", "No projects on record")
    ONE_PROJECT = Text("1 project", "1 project")
    MANY_PROJECTS = Text("{count} projecten", "{count} projects")
    BY_OUTCOME = Text("Aantal per uitkomst", "Number per outcome")
    OUTSIDE_PERIOD = Text("Buiten de periode: {projects}.", "Outside the period: {projects}.")
    TURNED = Text("Anders op een deel van de periode", "Different for part of the period")
    AS_OF = Text("{project} ({day})", "{project} ({day})")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in.

        Raises:
            KeyError: when a parameter is missing.
        """
        text: Text = self.value
        return text[language].format(**words)
