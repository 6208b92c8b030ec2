# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the dossier of a project says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from ..records.alignment import AgreementKind
from ..records.parties import Certainty
from ..records.projects import Firmness
from ..records.results import LifecycleStage, Verdict
from ..text import Language, Text


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    WHAT = Text(
        "Dit dossier bevat wat er over dit project is vastgelegd en wat daaruit volgt volgens de overeenkomst. De "
        "beslissing is naar de stand van {judged}; de overige vastleggingen zijn bekend tot en met {on}. Wat in "
        "vertrouwen is gezegd, staat er alleen als aantal in.",
        "This dossier holds what is on record about this project and what follows from it by the agreement. The "
        "decision is as of {judged}; the other records are known up to and including {on}. What was said in confidence "
        "is in it as a number only.",
    )
    PROJECT = Text("Het project", "The project")
    WHAT_ITEM = Text("Gegeven", "Item")
    CONTENT = Text("Inhoud", "Content")
    ID = Text("Kenmerk", "Id")
    RUNS = Text("Looptijd", "Runs")
    JUDGED_BY = Text("Getoetst aan", "Judged by")
    JUDGED_ON = Text("Peildatum", "Reference date")
    OUTCOME = Text("Uitkomst", "Outcome")
    AIMS = Text("Doelen", "Aims")
    SOURCES = Text("Bronnen", "Sources")
    NOTE = Text("Opmerking", "Remark")
    NOT_RECORDED = Text("niet vastgelegd", "not recorded")
    NONE = Text("geen", "none")
    NO_CHARTER = Text("geen versie van de overeenkomst", "no version of the agreement")
    # the decision
    DECISION = Text("De beslissing", "The decision")
    IN_SHORT = Text(
        "De bepalingen waaraan dit project is getoetst", "The clauses by which this project was judged"
    )
    CLAUSE = Text("Bepaling", "Clause")
    CLAUSES = Text("Bepalingen", "Clauses")
    NO_PERIOD = Text("geen periode genoemd", "no period stated")
    FORCE = Text("Aard", "Kind")
    STANDS = Text("Stand", "Standing")
    # who takes part
    PARTIES = Text("Wie meedoen", "Who takes part")
    PARTIES_TABLE = Text("Deelnemers, met rol, fase en periode", "Participants, with role, stage and period")
    NO_PARTIES = Text(
        "Er zijn geen deelnemers vastgelegd. Dat betekent niet dat er geen zijn.",
        "No participants are recorded. That does not mean that there are none.",
    )
    PARTY = Text("Partij", "Party")
    ROLE = Text("Rol", "Role")
    STAGE = Text("Fase", "Stage")
    PERIOD = Text("Periode", "Period")
    DETAIL = Text("Bijzonderheden", "Particulars")
    CONFIRMED = Text("bevestigd op {day}", "confirmed on {day}")
    COMPLETE = Text("Bevestigd als compleet", "Attested to be complete")
    COMPLETE_TABLE = Text(
        "Lijsten waarvan iemand bevestigt dat ze compleet zijn", "Lists that somebody attests to be complete"
    )
    NOT_COMPLETE = Text(
        "Van geen enkele lijst bevestigt iemand dat zij compleet is; wat er niet op staat, is dus onbekend.",
        "Nobody attests of any list that it is complete; what is not on it is therefore unknown.",
    )
    LIST = Text("Lijst", "List")
    BY = Text("Door", "By")
    ON = Text("Op", "On")
    WHY = Text("Waarom", "Why")
    # judgements and decisions
    JUDGEMENTS = Text("Oordelen en besluiten van mensen", "Judgements and decisions by people")
    JUDGEMENTS_TABLE = Text("Oordelen, met wie, wanneer en waarom", "Judgements, with who, when and why")
    NO_JUDGEMENTS = Text("Geen oordelen vastgelegd.", "No judgements recorded.")
    QUESTION = Text("Waarover", "About")
    VERDICT = Text("Oordeel", "Judgement")
    FOR_THEME = Text("voor het thema ‘{theme}’", "for the theme ‘{theme}’")
    SUPERSEDES = Text("vervangt een eerder oordeel", "supersedes an earlier judgement")
    CONTESTS = Text("betwist een ander oordeel", "contests another judgement")
    REVIEW = Text("opnieuw te bekijken op {day}", "to be reviewed on {day}")
    DEPARTURES_TABLE = Text("Afwijkingen met vastgelegde reden", "Departures with a recorded reason")
    NO_DEPARTURES = Text("Geen afwijkingen vastgelegd.", "No departures recorded.")
    DEPARTED_FROM = Text("Afgeweken van", "Departed from")
    BODY = Text("Besluit van", "Decided by")
    RECORDED_BY = Text("Vastgelegd door", "Recorded by")
    RETROACTIVE = Text("met terugwerkende kracht vastgelegd", "recorded retroactively")
    ADMISSIONS_TABLE = Text("Besluiten over toelating", "Decisions on admission")
    NO_ADMISSIONS = Text(
        "Geen besluit over toelating vastgelegd. Voldoen aan de voorwaarden is nog geen toelating.",
        "No decision on admission recorded. Meeting the conditions is not the same as being let in.",
    )
    DECIDED = Text("Besluit", "Decision")
    LET_IN = Text("toegelaten", "let in")
    NOT_LET_IN = Text("niet toegelaten", "not let in")
    # over time
    HISTORY = Text("De uitkomst door de tijd", "The outcome over time")
    NO_HISTORY = Text(
        "Sinds wanneer dit project loopt, is niet vastgelegd, dus is er geen verloop.",
        "Since when this project runs is not recorded, so there is no course of it.",
    )
    # money
    MONEY = Text("Geld", "Money")
    NO_MONEY = Text("Over geld is niets vastgelegd.", "Nothing is recorded about money.")
    # interests
    INTERESTS = Text("Belangen", "Interests")
    INTERESTS_COUNTED = Text(
        "Belangen staan hier alleen als aantal; ook wat vertrouwelijk is, telt mee.",
        "Interests stand here as numbers only; what is confidential counts too.",
    )
    NO_INTERESTS = Text("Geen belangen vastgelegd.", "No interests recorded.")
    INTERESTS_TABLE = Text("Belangen, geteld", "Interests, counted")
    NUMBER = Text("Aantal", "Number")
    ON_RECORD = Text("Vastgelegd", "On record")
    CONFIDENTIAL = Text("waarvan vertrouwelijk", "of which confidential")
    OWN = Text(
        "waarvan door de partij zelf gegeven of bevestigd", "of which stated or confirmed by the party itself"
    )
    ANSWERED = Text("waarvan beantwoord", "of which answered")
    PASSED_OVER = Text("Partijen die zeggen gepasseerd te zijn", "Parties that say they were passed over")
    BENEFITS_TABLE = Text("Opbrengst, volgens wie haar heeft", "Benefits, as stated by those who have them")
    NO_BENEFITS = Text("Geen opbrengst genoemd.", "No benefit stated.")
    HOLDER = Text("Wie", "Who")
    SIDE = Text("Kant", "Side")
    BENEFIT = Text("Opbrengst", "Benefit")
    # agreements
    AGREEMENTS = Text("Afspraken en inzet", "Agreements and commitments")
    AGREEMENTS_TABLE = Text("Afspraken tussen de partijen", "Agreements between the parties")
    NO_AGREEMENTS = Text("Geen afspraken vastgelegd.", "No agreements recorded.")
    AGREEMENT = Text("Afspraak over", "Agreement on")
    PARTIES_TO = Text("Partijen", "Parties")
    EVERYONE = Text("iedereen die toen betrokken was", "everyone involved at that time")
    COMMITMENTS_TABLE = Text(
        "Toegezegde inzet en wat daarop is geleverd", "Commitments and what was delivered on them"
    )
    NO_COMMITMENTS = Text("Geen toegezegde inzet vastgelegd.", "No commitments recorded.")
    PROMISED = Text("Toegezegd", "Undertaken")
    DELIVERED = Text("Geleverd", "Delivered")
    # results
    RESULTS = Text("Van opgave tot gebruik", "From challenge to use")
    LIFE_TABLE = Text("Levensloop, voor zover vastgelegd", "Course of life, as far as recorded")
    NO_LIFE = Text("Van de levensloop is niets vastgelegd.", "Nothing is recorded of its course of life.")
    WHEN = Text("Wanneer", "When")
    UNDATED = Text("zonder datum", "without a date")
    EVENT = Text("Wat", "What")
    WHO = Text("Door wie", "By whom")
    RESULTS_TABLE = Text("Resultaten en wat ervan is geworden", "Results and what became of them")
    NO_RESULTS = Text("Geen resultaten vastgelegd.", "No results recorded.")
    RESULT = Text("Resultaat", "Result")
    USERS = Text("Voor wie", "For whom")
    USABLE = Text("Bruikbaar volgens de gebruiker", "Usable according to the user")
    USABLE_YES = Text("ja: {user}, {day}", "yes: {user}, {day}")
    USABLE_NO = Text("nog niet: {user}, {day}", "not yet: {user}, {day}")
    DISPOSITION = Text("Besluit over het resultaat", "Decision on the result")
    DISPOSED = Text("{verdict} door {by}, {day}: {reason}", "{verdict} by {by}, {day}: {reason}")
    COME_BACK = Text("(terug op {day})", "(to come back on {day})")
    ACTIONS = Text("Acties", "Actions")
    # years and checks
    FINDINGS = Text("Bevindingen per jaar", "Findings by year")
    FINDINGS_OF = Text("Bevindingen over dit project in {year}", "Findings on this project in {year}")
    FULL_IN = Text("In de controle van het jaar: ", "In the audit of the year: ")
    NO_FINDINGS = Text(
        "Over dit project zijn er in {year} geen bevindingen.",
        "There are no findings on this project in {year}.",
    )
    NO_YEARS = Text("Er is nog geen jaar gecontroleerd.", "No year was audited yet.")
    RECEIPT = Text("Bewijsstuk", "Receipt")
    RECEIPT_DIGEST = Text(
        "Controlegetal (SHA-256) van het bewijsstuk van deze beslissing, zonder namen weg te laten:",
        "Digest (SHA-256) of the receipt of this decision, with no names left out:",
    )
    RECEIPTS = Text("Zelf narekenen", "Recompute it yourself")
    RECEIPT_HOW = Text(
        "Hoe u het narekent, staat op de bladzijde ", "How to recompute it is told on the page "
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


FIRMNESS: Final[Mapping[Firmness, Text]] = {
    Firmness.INTENTION: Text("voornemen", "intention"),
    Firmness.CONFIRMED: Text("bevestigd", "confirmed"),
    Firmness.ACTIVE: Text("actief", "active"),
    Firmness.ENDED: Text("beëindigd", "ended"),
}
CERTAINTY: Final[Mapping[Certainty, Text]] = {
    Certainty.CERTAIN: Text("zeker", "certain"),
    Certainty.UNCERTAIN: Text("deelname onzeker", "not certain to take part"),
    Certainty.DISPUTED: Text("deelname betwist", "taking part disputed"),
}
AGREED_ON: Final[Mapping[AgreementKind, Text]] = {
    AgreementKind.COLLABORATION: Text("samenwerking", "collaboration"),
    AgreementKind.FINANCE: Text("geld", "money"),
    AgreementKind.PACE: Text("tempo", "pace"),
}
VERDICTS: Final[Mapping[Verdict, Text]] = {
    Verdict.ADOPTED: Text("overgenomen", "adopted"),
    Verdict.REJECTED: Text("afgewezen", "rejected"),
    Verdict.DEFERRED: Text("uitgesteld", "deferred"),
    Verdict.NOT_NEEDED: Text("geen besluit nodig", "no decision needed"),
}
STAGES: Final[Mapping[LifecycleStage, Text]] = {
    LifecycleStage.IDEA: Text("idee", "idea"),
    LifecycleStage.ALIGNED: Text("afgestemd", "aligned"),
    LifecycleStage.STARTED: Text("begonnen", "started"),
    LifecycleStage.DELIVERED: Text("opgeleverd", "delivered"),
    LifecycleStage.TRANSLATED: Text("vertaald naar de praktijk", "translated into practice"),
    LifecycleStage.DECIDED: Text("over besloten", "decided upon"),
    LifecycleStage.CLOSED: Text("afgesloten", "closed"),
}
