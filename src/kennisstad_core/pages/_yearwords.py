# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the account of a year says in its own words, in Dutch and in English."""

from __future__ import annotations

from enum import Enum, unique

from ..text import Language, Text


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    # the front
    TITLE = Text(
        "{partnership}: rapport van bevindingen over {year}", "{partnership}: report of findings for {year}"
    )
    TITLE_PART = Text(
        "Rapport van bevindingen over {year}: {family}", "Report of findings for {year}: {family}"
    )
    SHOWS = Text(
        "Dit rapport legt de overeenkomst naast wat over {year} is vastgelegd: per bepaling de norm, het bewijs en de "
        "bevinding, naar wat bekend was op {day}. Een oordeel geeft het niet: daarvoor, en voor het weerwoord van wie "
        "het aangaat, is bij elke bepaling ruimte opengelaten.",
        "This report lays the agreement beside what is on record for {year}: for each clause the norm, the evidence "
        "and the finding, by what was known on {day}. It passes no judgement: room for that, and for the reply of "
        "those concerned, is left with each clause.",
    )
    NOT_SHOWN = Text(
        "Wat niet is vastgelegd, is hier niet te zien en geldt nergens als ‘nee’: de bevinding blijft dan open. Van "
        "vertrouwelijke belangen worden alleen de aantallen geteld.",
        "What is not on record cannot be seen here and nowhere counts as ‘no’: the finding then stays open. "
        "Confidential interests are only counted.",
    )
    EXAMINED = Text("Wat is onderzocht", "What was examined")
    CHARTER = Text("Overeenkomst: ", "Agreement: ")
    IN_FORCE = Text(" ({id}), van kracht {period}.", " ({id}), in force {period}.")
    NO_CHARTER = Text(
        "In dit jaar was geen vastgelegde overeenkomst van kracht, dus valt er niets te toetsen.",
        "No recorded agreement was in force in this year, so there is nothing to examine by.",
    )
    SPAN = Text("Periode: {period}.", "Period: {period}.")
    DAY = Text(
        "Peildatum: {day}. Wat daarna is gebeurd, telt niet mee. Een bevestiging dat een lijst compleet is, mag wel "
        "later zijn gegeven.",
        "Reference date: {day}. What happened after it does not count. An attestation that a list is complete may "
        "have been given later.",
    )
    SUBJECTS = Text("Onderwerpen: {subjects}.", "Subjects: {subjects}.")
    COUNTED = Text("Bepalingen: {clauses}, met samen {findings} bevindingen.",
                   "Clauses: {clauses}, with {findings} findings in all.")  # fmt: skip
    NO_SUBJECT = Text(
        "Niet onderzocht, omdat er dit jaar niets was waar de bepaling over gaat: ",
        "Not examined, because in this year there was nothing that the clause is about: ",
    )
    OUTSIDE = Text("Liepen niet in dit jaar en bleven buiten beschouwing: ",
                   "Did not run in this year and were left out: ")  # fmt: skip
    WITHOUT = Text("Geen bepaling, dus niets te toetsen: {families}.",
                   "No clause, so nothing to examine: {families}.")  # fmt: skip
    LAST_DAY = Text(
        "Elk project is bekeken op de peildatum, of op zijn eigen laatste dag als het eerder eindigde; dan staat die "
        "dag erbij.",
        "Each project was looked at on the reference date, or on its own last day if it ended before; that day is "
        "then given.",
    )

    # completeness
    COMPLETE = Text("Waarvoor de gegevens compleet zijn", "What the data are complete for")
    COMPLETE_WHY = Text(
        "Een lijst is pas compleet als iemand dat op naam bevestigt. Zonder die bevestiging is wat er niet op staat "
        "onbekend, en niet afwezig.",
        "A list is complete only when somebody attests so by name. Without that, what is not on it is unknown, and "
        "not absent.",
    )
    ATTESTED = Text("Bevestigd compleet", "Attested to be complete")
    NOBODY_ATTESTS = Text("Van geen enkele lijst is bevestigd dat die compleet is.",
                          "Of no list is it attested that it is complete.")  # fmt: skip
    LIST = Text("Lijst", "List")
    FOR_WHAT = Text("Waarvoor", "What for")
    BY = Text("Door", "By")
    GIVEN_ON = Text("Op", "On")
    WHOLE = Text("de hele samenwerking, {period}", "the whole partnership, {period}")
    ITSELF = Text(
        "de samenwerking zelf, zonder de projecten, {period}",
        "the partnership itself, without the projects, {period}",
    )
    OF_BODY = Text("{body}, {period}", "{body}, {period}")
    ANY_DAY = Text("alle dagen", "all days")
    OF_PROJECTS = Text("{some} van {every} projecten", "{some} of {every} projects")
    NOT_OF = Text("; niet van ", "; not of ")
    LACKING = Text(
        "Bevindingen die rusten op een lijst waarvan niemand bevestigt dat die compleet is",
        "Findings that rest on a list of which nobody attests that it is complete",
    )
    FINDINGS = Text("Bevindingen", "Findings")
    OPEN_FINDINGS = Text("Waarvan nog niet te bepalen", "Of which cannot be determined yet")
    FLAWS = Text(
        "Niet te gebruiken vastleggingen: {records}. Wat erop rust, blijft open.",
        "Records that could not be used: {records}. What rests on them stays open.",
    )

    # summary
    SUMMARY = Text("Samenvatting", "Summary")
    BY_PART = Text(
        "Bevindingen per onderdeel, naar hoe ze ervoor staan", "Findings by part, by how they stand"
    )
    PART = Text("Onderdeel", "Part")
    ALL_PARTS = Text("alles samen", "all together")
    FIRST = Text("Wat het eerst aandacht vraagt", "What calls for attention first")
    FIRST_WHY = Text(
        "Verplichtingen en stelregels die niet zijn nageleefd of gevolgd. De bepaling leidt naar norm, bewijs en "
        "bevinding. Voorwaarden voor een uitkomst staan apart.",
        "Obligations that were not met and rules of thumb that were not followed. The clause leads to the norm, the "
        "evidence and the finding. Conditions for an outcome are listed apart.",
    )
    FIRST_NONE = Text(
        "Geen enkele verplichting of stelregel is niet nageleefd of niet gevolgd, voor zover dat is te bepalen.",
        "No obligation or rule of thumb was found to be not met or not followed, as far as can be determined.",
    )
    CLAUSE_COLUMN = Text("Bepaling", "Clause")
    KIND = Text("Aard", "Kind")
    STANDS_NOW = Text("Hoe het ervoor staat", "How it stands")
    WHERE = Text("Waar", "Where")
    NOT_FOLLOWED = Text("Niet nageleefd of niet gevolgd", "Not met or not followed")
    HABITS = Text("Afwijkend van een beschreven praktijk of een streven",
                  "Differing from a described practice or an aspiration")  # fmt: skip
    HABITS_WHY = Text("Dit zijn gewoonten en wensen: ervan afwijken is geen tekortkoming.",
                      "These are habits and wishes: to differ from them is no shortcoming.")  # fmt: skip

    CONDITIONS = Text("Voorwaarden waaraan niet is voldaan", "Conditions that were not fulfilled")
    CONDITIONS_WHY = Text(
        "Deze bepalingen zijn voorwaarden: er rust een vraag over een project op. Wie er niet aan voldoet, doet niets "
        "tegen de afspraken; het project krijgt een andere uitkomst.",
        "These clauses are conditions: a question about a project rests on them. Whoever does not fulfil one does "
        "nothing against the agreement; the project gets another outcome.",
    )
    CONDITION_FOR = Text(
        "Voorwaarde voor: {questions}. Niet voldoen geeft een andere uitkomst en is geen tekortkoming.",
        "A condition for: {questions}. Not to fulfil it gives another outcome, and is no shortcoming.",
    )

    # what belongs, membership, departures
    BELONGS = Text("Wat erbij hoort: de projecten", "What belongs: the projects")
    OUTCOMES = Text("Projecten per uitkomst", "Projects by outcome")
    OUTCOME = Text("Uitkomst", "Outcome")
    NUMBER = Text("Aantal", "Number")
    PROJECTS = Text("Projecten", "Projects")
    NO_PROJECTS = Text("Het register bevat voor dit jaar geen projecten.",
                       "The register holds no projects for this year.")  # fmt: skip
    MEMBERS = Text("Wie in dit jaar partner was", "Who was a partner in this year")
    DEPARTURES = Text("Alle afwijkingen van het jaar", "All departures of the year")
    DEPARTURES_TABLE = Text("Besluiten om van een bepaling af te wijken die in dit jaar zijn genomen of golden",
                            "Decisions to depart from a clause, taken or in force in this year")  # fmt: skip
    NO_DEPARTURES = Text("In dit jaar is geen besluit om af te wijken genomen of van kracht geweest.",
                         "No decision to depart was taken or in force in this year.")  # fmt: skip
    SUBJECT = Text("Onderwerp", "Subject")
    DECISION = Text("Besluit", "Decision")
    DECIDED = Text("{body}, {day}; geldt {period}", "{body}, {day}; holds {period}")
    RECORDED_BY = Text("Vastgelegd door", "Recorded by")
    REASON = Text("Reden", "Reason")
    RECORD = Text("Vastlegging", "Record")
    AFTERWARDS = Text("{record} (achteraf vastgelegd)", "{record} (recorded afterwards)")
    EXPLAINED_BY = Text(
        "Daarnaast verklaart een andere vastlegging, zoals een reces, een afwijking bij: ",
        "Besides these, another record, such as a recess, explains a departure for: ",
    )
    IN_WORDS = Text("{subject}, {clause}", "{subject}, {clause}")

    # what could not be determined
    OPEN = Text("Wat niet kon worden vastgesteld, en wie het kan ophelderen",
                "What could not be determined, and who can settle it")  # fmt: skip
    OPEN_NONE = Text("Alles wat de bepalingen vragen, kon worden vastgesteld.",
                     "Everything that the clauses ask could be determined.")  # fmt: skip
    ALL_BUT = Text("Voor alle {count} projecten, behalve: ", "For all {count} projects, except: ")
    LEGEND = Text(
        "Niet: niet nageleefd of gevolgd, bij een praktijk of streven: afwijkend, bij een voorwaarde: niet vervuld. "
        "Verklaard: afgeweken met "
        "vastgelegde reden. Open: nog niet te bepalen. Info: ter informatie. Later: nog niet aan de orde. N.v.t.: "
        "niet van toepassing.",
        "Not met: not met or followed, of a practice or aspiration: differing, of a condition: not fulfilled. "
        "Explained: departed from, with a "
        "recorded reason. Open: cannot be determined yet. Info: for information. Later: not due yet. N/a: not "
        "applicable.",
    )
    ALL_OF_THEM = Text("Voor alle {count} projecten.", "For all {count} projects.")
    FOR = Text("Voor: ", "For: ")

    SIGNING = Text("Ondertekening", "Signature")
    SIGNING_WHY = Text(
        "Met de hand in te vullen. Wie ondertekent, doet dat voor het eigen oordeel en het weerwoord; de bevindingen "
        "volgen uit overeenkomst en register.",
        "To be filled in by hand. Whoever signs does so for the judgement and the reply; the findings follow from the "
        "agreement and the register.",
    )
    AUDITOR = Text("Naam en functie van wie het onderzoek deed", "Name and role of whoever did the audit")
    AUDITOR_DAY = Text("Plaats, datum en handtekening van wie het onderzoek deed",
                       "Place, date and signature of whoever did the audit")  # fmt: skip
    FOR_PARTNERS = Text("Namens de samenwerking: naam, functie, datum en handtekening voor gezien",
                        "For the partnership: name, role, date and signature as seen")  # fmt: skip

    # a part of the account
    PART_SHOWS = Text(
        "De bepalingen over {family} in {year}, met norm, bewijs en bevinding, naar wat bekend was op {day}. Wat het "
        "meest aandacht vraagt, staat voorop. Van wie hetzelfde is gevonden, staat het één keer.",
        "The clauses about {family} in {year}, with norm, evidence and finding, by what was known on {day}. What "
        "calls most for attention comes first. Of whom the same was found, it is said once.",
    )
    PART_OF = Text("Dit is een deel van het rapport over {year}", "This is a part of the report for {year}")
    NONE = Text("geen", "none")
    PART_NOT = Text("Of een bevinding ernstig is, staat hier niet: dat oordeel is aan de auditor.",
                    "Whether a finding is serious is not said here: that judgement is the auditor’s.")  # fmt: skip
    PART_TABLE = Text("Bepalingen in dit onderdeel, met het aantal bevindingen naar hoe ze ervoor staan",
                      "Clauses in this part, with the number of findings by how they stand")  # fmt: skip
    UNDER = Text("{clause}, onder {charter}", "{clause}, under {charter}")

    # one clause
    NORM = Text("Norm", "Norm")
    IN_BRACKETS = Text(
        "Tussen rechte haken staan de vastleggingen waarop het bewijs rust, zoals ze in het register heten.",
        "In square brackets stand the records that the evidence rests on, by the id they have in the register.",
    )
    EVIDENCE = Text("Bewijs", "Evidence")
    FINDING = Text("Bevinding", "Finding")
    JUDGEMENT = Text("Oordeel en weerwoord", "Judgement and reply")
    JUDGEMENT_ON = Text("Oordeel van de auditor over ‘{clause}’", "Judgement of the auditor on ‘{clause}’")
    REPLY_ON = Text("Hoor en wederhoor: reactie op ‘{clause}’", "Right of reply: response on ‘{clause}’")
    CLAUSE = Text("Bepaling: ", "Clause: ")
    CLAUSE_OF = Text(" ({id}; {charter}).", " ({id}; {charter}).")
    NO_OBLIGATION = Text("{force}, dus geen verplichting", "{force}, so no obligation")
    MAY_DEPART = Text("{force}; afwijken kan met een vastgelegd besluit en een reden",
                      "{force}; it may be departed from by a recorded decision with its reason")  # fmt: skip
    SOURCE_IN = Text("Bron: {document}, ", "Source: {document}, ")
    NO_SOURCE = Text("niet vastgelegd", "not recorded")
    APPLIES = Text("Geldt alleen als: {condition}.", "Applies only if: {condition}.")
    TESTED_AS = Text("Getoetst op: {condition}.", "Tested for: {condition}.")
    EXCEPTION = Text("Uitzondering ‘{title}’: als {condition}; {effect}.",
                     "Exception ‘{title}’: if {condition}; {effect}.")  # fmt: skip
    NOT_CHOSEN = Text("Wie de lezing van de bepaling koos, is niet vastgelegd.",
                      "Who chose the reading of the clause is not recorded.")  # fmt: skip
    OTHER_READING = Text("Andere lezing ‘{title}’ ({weight}): {condition}.",
                         "Other reading ‘{title}’ ({weight}): {condition}.")  # fmt: skip
    ON_DAY = Text("{subject} (op {day})", "{subject} (on {day})")
    STANDS = Text("{status} ({count}): ", "{status} ({count}): ")
    NEEDED = Text("Nog nodig: {need}.", "Still needed: {need}.")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


SUBJECTS: dict[str, tuple[Text, Text]] = {
    "project": (Text("1 project", "1 project"), Text("{count} projecten", "{count} projects")),
    "body": (Text("1 orgaan", "1 body"), Text("{count} organen", "{count} bodies")),
    "declaration": (
        Text("1 verklaring", "1 declaration"),
        Text("{count} verklaringen", "{count} declarations"),
    ),
    "partnership": (Text("de samenwerking als geheel", "the partnership as a whole"),) * 2,
}
"""What was looked at, one or several of them."""
