# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the library calls each of its own codes, in Dutch and in English, and how it writes days, numbers and amounts.

A small table of months is all there is to it, so that an explanation is the same on every machine. Whole sentences
are in `phrases`.

>>> status(Force.PRACTICE, Status.NOT_MET)["en"]
'differs from the described practice'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal

from ..charter import Effect, Force, Weight
from ..conditions import Relation
from ..facts import DAYS, Family, Why
from ..findings import Cause, Lack, Status
from ..governance import Note
from ..text import Language, Text
from ..truth import Truth
from ..values import Money, Period, Range

STATUSES: Final[Mapping[Status, Text]] = {
    Status.SATISFIED: Text("voldaan", "met"),
    Status.NOT_MET: Text("niet voldaan", "not met"),
    Status.EXPLAINED: Text("afgeweken, met vastgelegde reden", "departed from, with a recorded reason"),
    Status.UNDETERMINED: Text("nog niet te bepalen", "cannot be determined yet"),
    Status.NOT_APPLICABLE: Text("niet van toepassing", "not applicable"),
    Status.NOT_YET_DUE: Text("nog niet aan de orde", "not due yet"),
    Status.INFO: Text("ter informatie", "for information"),
}
"""A status whatever the force of the clause: for headings and totals. Of one clause, say `status`."""

_BY_FORCE: Final[Mapping[tuple[Force, Status], Text]] = {
    (Force.MUST, Status.SATISFIED): Text("nageleefd", "met"),
    (Force.MUST, Status.NOT_MET): Text("niet nageleefd", "not met"),
    (Force.RULE_OF_THUMB, Status.SATISFIED): Text("gevolgd", "followed"),
    (Force.RULE_OF_THUMB, Status.NOT_MET): Text("niet gevolgd", "not followed"),
    (Force.PRACTICE, Status.SATISFIED): Text(
        "in lijn met de beschreven praktijk", "in line with the described practice"
    ),
    (Force.PRACTICE, Status.NOT_MET): Text(
        "wijkt af van de beschreven praktijk", "differs from the described practice"
    ),
    (Force.ASPIRATION, Status.SATISFIED): Text("in lijn met het streven", "in line with the aspiration"),
    (Force.ASPIRATION, Status.NOT_MET): Text(
        "niet in lijn met het streven", "not in line with the aspiration"
    ),
    (Force.REMARK, Status.SATISFIED): Text("ter informatie", "for information"),
    (Force.REMARK, Status.NOT_MET): Text("niet aan de orde", "does not arise"),
    (Force.REMARK, Status.NOT_APPLICABLE): Text("niet aan de orde", "does not arise"),
}

FORCES: Final[Mapping[Force, Text]] = {
    Force.MUST: Text("verplichting", "obligation"),
    Force.RULE_OF_THUMB: Text("stelregel", "rule of thumb"),
    Force.PRACTICE: Text("beschreven praktijk", "described practice"),
    Force.ASPIRATION: Text("streven", "aspiration"),
    Force.REMARK: Text("opmerking", "remark"),
}

ASKED: Final[Mapping[Force, Text]] = {
    Force.MUST: Text("{bound} vereist", "{bound} required"),
    Force.RULE_OF_THUMB: Text("{bound} gevraagd", "{bound} asked"),
    Force.PRACTICE: Text("gebruikelijk is {bound}", "{bound} is usual"),
    Force.ASPIRATION: Text("gestreefd wordt naar {bound}", "the aim is {bound}"),
}
"""What a clause asks, beside what was found; a habit asks nothing, and a remark is not even compared."""
TESTED: Final = Text("getoetst op {bound}", "tested for {bound}")
"""The same where nothing is asked: in an exception, and in what should not be so."""

WHYS: Final[Mapping[Why, Text]] = {
    Why.COUNTED: Text("telt mee", "counts"),
    Why.JUDGED: Text("zo beoordeeld", "judged so"),
    Why.GIVEN: Text("opgegeven, met bron", "given, with its source"),
    Why.UNCERTAIN: Text("deelname nog niet zeker", "not certain to take part"),
    Why.UNRESOLVED_NAME: Text(
        "naam hoort nog niet bij een bekende organisatie", "name not matched to a known organisation yet"
    ),
    Why.UNKNOWN_PARTY: Text("organisatie niet bekend", "organisation not known"),
    Why.UNKNOWN_ATTRIBUTE: Text(
        "een gegeven dat voor de telling nodig is, ontbreekt", "something the count needs to know is missing"
    ),
    Why.UNKNOWN_ROLE: Text("rol niet vermeld", "role not stated"),
    Why.DISPUTED_MEMBERSHIP: Text(
        "niet zeker of dit op deze dag een partner is", "not certain to be a partner on this day"
    ),
    Why.CONTESTED: Text("betwist", "contested"),
    Why.NOT_VALUED: Text("waarde niet vastgelegd", "value not recorded"),
    Why.OTHER_CURRENCY: Text("in een andere munteenheid", "in another currency"),
    Why.NOT_A_MEMBER: Text("op deze dag geen partner", "not a partner on this day"),
    Why.A_MEMBER: Text("zelf partner", "a partner itself"),
    Why.ROLE: Text("in een rol die niet meetelt", "in a role that does not count"),
    Why.SELECTION: Text("valt buiten wat wordt geteld", "outside what is counted"),
    Why.AFFILIATED: Text("gelieerd aan een andere organisatie", "affiliated to another organisation"),
    Why.ONE_SHORT: Text("één partner te weinig", "one partner short"),
    Why.BODY: Text("orgaan van de samenwerking zelf", "a body of the partnership itself"),
    Why.INTENTION: Text("alleen nog een voornemen", "only an intention so far"),
    Why.NOT_YET: Text("op deze dag nog niet", "not yet on this day"),
    Why.NO_LONGER: Text("op deze dag niet meer", "no longer on this day"),
    Why.SUPERSEDED: Text("later vervangen", "replaced since"),
    Why.LIST_INCOMPLETE: Text(
        "niet bevestigd dat de lijst compleet is", "nobody attests that the list is complete"
    ),
    Why.FLAWED_RECORD: Text("een vastlegging was niet te lezen", "a record could not be read"),
    # funding
    Why.NO_CONTRIBUTION: Text("geen bijdrage vastgelegd", "no contribution on record"),
    Why.PART_OF_PERIOD: Text("partner voor een deel van de periode", "a partner for part of the period"),
    Why.IN_KIND_ONLY: Text("alleen in natura", "in kind only"),
    Why.BOOKED_ELSEWHERE: Text(
        "geboekt op geld dat voor iets anders is bestemd", "booked on money that is meant for something else"
    ),
    Why.CONTRIBUTED: Text("draagt bij", "contributes"),
    Why.CORRECTED_AWAY: Text(
        "met een correctie teruggebracht tot nul", "brought back to nought by a correction"
    ),
    Why.CHARGED: Text("hierop geboekt", "what it was booked on"),
    Why.SPREAD: Text(
        "voor meer dagen bestemd dan deze, en niet vastgelegd hoe het is verdeeld",
        "meant for more days than these, and not on record how it is divided",
    ),
    Why.BOOKED_AS_MEANT: Text(
        "geboekt op geld dat hiervoor is bestemd", "booked on money that is meant for this"
    ),
    Why.NO_POSITION: Text("financiële positie niet vastgelegd", "position in the finances not on record"),
    Why.POSITION_KNOWN: Text("financiële positie vastgelegd", "position in the finances on record"),
    Why.OVERSPENT: Text("meer uitgegeven dan begroot", "more spent than budgeted"),
    Why.WITHIN_BUDGET: Text("binnen het budget", "within the budget"),
    # bodies and their rhythm
    Why.NO_SEAT: Text("geen zetel vastgelegd", "no seat on record"),
    Why.ALTERNATE: Text("plaatsvervanger, dus geen eigen zetel", "an alternate, so no seat of its own"),
    Why.GAP: Text("tijd tussen twee bijeenkomsten", "time between two meetings"),
    Why.OVERDUE: Text("volgende bijeenkomst nog niet gehouden", "next meeting not held yet"),
    Why.EDGE: Text("rand van de periode, dus een ondergrens", "edge of the period, so a lower bound"),
    Why.RECESS: Text("verklaard door een geregistreerd reces", "explained by a registered recess"),
    Why.RECESS_AFTERWARDS: Text(
        "verklaard door een reces dat achteraf is geregistreerd",
        "explained by a recess registered afterwards",
    ),
    Why.NO_MEETING: Text("geen gehouden bijeenkomst vastgelegd", "no held meeting on record"),
    Why.NOT_OVER: Text("nog niet voorbij", "not over yet"),
    Why.NOT_COVERED: Text("niet aan de orde geweest", "not dealt with"),
    Why.HELD: Text("gehouden", "held"),
    Why.ATTENDED: Text("aanwezig", "present"),
    Why.NOT_THERE: Text("niet aanwezig", "not present"),
    Why.TOO_FEW: Text("te weinig partners aanwezig", "too few partners present"),
    Why.NO_FOLLOW_UP: Text("nog geen vervolg vastgelegd", "no follow-up on record yet"),
    # alignment, interests, commitment and pace
    Why.NOT_RECORDED: Text("niet vastgelegd", "not on record"),
    Why.TOO_LATE: Text("pas vastgelegd na het begin", "on record only after the beginning"),
    Why.IN_TIME: Text("op tijd vastgelegd", "on record in time"),
    Why.UNCONFIRMED: Text("nog niet door de partij zelf bevestigd", "not confirmed by the party itself yet"),
    Why.UNANSWERED: Text("nog niet beantwoord", "not answered yet"),
    Why.ANSWERED: Text("beantwoord", "answered"),
    Why.PASSED_OVER: Text("zegt zelf gepasseerd te zijn", "says itself that it was passed over"),
    Why.AHEAD: Text("loopt voor op de eigen afspraak", "ahead of its own agreement"),
    Why.BEHIND: Text("loopt achter op de eigen afspraak", "behind its own agreement"),
    Why.ON_TRACK: Text("in de pas met de eigen afspraak", "in step with its own agreement"),
    Why.NOT_STATED: Text("eigen tempo niet opgegeven", "own pace not stated"),
    Why.CONFLICT: Text("past niet bij elkaar", "does not fit together"),
    Why.FITS: Text("past", "fits"),
    Why.TERM_ENDS: Text("termijn loopt af tijdens het plan", "term ends during the plan"),
    Why.OUTSIDE_WINDOW: Text("buiten de eigen opgegeven tijd", "outside the time it stated itself"),
    Why.BEGUN: Text("toen was het begonnen", "it had begun by then"),
    Why.CONFIRMED: Text("door de partij zelf bevestigd", "confirmed by the party itself"),
    Why.NOT_INVOLVED: Text("doet niet mee, dus niet gevraagd", "takes no part, so not asked"),
    Why.NO_REASON: Text("afgewezen zonder vastgelegde reden", "declined without a reason on record"),
    Why.TAKEN_SERIOUSLY: Text("zegt zelf niet gepasseerd te zijn", "says itself that it was not passed over"),
    Why.SILENT: Text(
        "heeft zich daar zelf nog niet over uitgesproken", "has not spoken for itself on this yet"
    ),
    Why.NO_PLAN: Text("looptijd niet vastgelegd", "the time it runs is not on record"),
    Why.DELIVERED: Text("daarop geleverd", "delivered on that"),
    Why.STATED: Text("eigen tempo opgegeven", "own pace stated"),
    Why.AGREED: Text("afgesproken", "agreed"),
    Why.PROPOSED: Text("past, maar is niet afgesproken", "fits, but is not agreed"),
    Why.NOT_ALL_SOUGHT: Text(
        "te veel combinaties om ze allemaal na te gaan", "too many combinations to go through them all"
    ),
    # results and declarations
    Why.NOT_UNDERSTOOD: Text(
        "nog niet bevestigd dat de praktijk ermee uit de voeten kan",
        "not confirmed yet that practice can use it",
    ),
    Why.NOT_USABLE: Text("volgens de gebruiker nog niet bruikbaar", "not usable yet according to its user"),
    Why.UNDERSTOOD: Text("bruikbaar volgens de gebruiker", "usable according to its user"),
    Why.UNDECIDED: Text("nog geen besluit over vastgelegd", "no decision on record yet"),
    Why.DECIDED: Text("besluit vastgelegd", "decision on record"),
    Why.NO_OWNER: Text("uitgesteld zonder eigenaar of datum", "deferred without an owner or a date"),
    Why.DUE_AGAIN: Text("uitgesteld tot een dag die voorbij is", "deferred to a day that has passed"),
    Why.NO_USERS: Text("niet vastgelegd voor wie het is", "not on record whom it is for"),
    Why.NO_ACTION: Text("nog geen actie aan gekoppeld", "no action linked to it yet"),
    Why.CLOSED: Text("afgesloten", "closed"),
    Why.NOT_TRANSLATED: Text("nog geen onderzoeksvraag vastgelegd", "no research question on record yet"),
    Why.USEFUL: Text("nuttig volgens beide kanten zelf", "of use according to both sides themselves"),
    Why.USE_UNCONFIRMED: Text(
        "nog niet door beide kanten bevestigd dat het nuttig is",
        "not confirmed by both sides yet to be of use",
    ),
    Why.UNDATED: Text("datum niet vastgelegd", "date not on record"),
    Why.NOT_SIGNED: Text("niet ondertekend", "not signed"),
    Why.SIGNED: Text("ondertekend", "signed"),
    Why.NO_LIST: Text("geen gedateerde lijst van wie zou tekenen", "no dated list of who was to sign"),
    Why.NO_INDICATOR: Text("nog geen indicator gekozen", "no indicator chosen yet"),
    Why.ONE_SIDED: Text("alleen voor een andere kant genoemd", "stated for another side only"),
    Why.NOT_ATTESTED: Text("niet bevestigd dat de lijst compleet is", "not attested to be complete"),
}

SIDES: Final[Mapping[str, Text]] = {
    "city": Text("stad", "city"),
    "institutions": Text("instellingen", "institutions"),
    "residents": Text("inwoners", "residents"),
    "external": Text("buiten de samenwerking", "outside the partnership"),
}
"""Whom a benefit is for; a side that has no name here stands for itself."""

CAUSES: Final[Mapping[Cause, Text]] = {
    Cause.DEPARTURE: Text(
        "er is van afgeweken, met vastgelegde reden", "departed from, with a recorded reason"
    ),
    Cause.UNATTESTED: Text(
        "uit de bronnen blijkt niet of dit op deze dag al gold",
        "the sources do not show whether this was in force on this day",
    ),
    Cause.READINGS_DISAGREE: Text(
        "de lezingen die moeten overeenstemmen, geven verschillende antwoorden",
        "the readings that must agree give different answers",
    ),
    Cause.DEROGATION: Text("een uitzondering geldt", "an exception holds"),
    Cause.DEROGATIONS_CONFLICT: Text(
        "uitzonderingen spreken elkaar tegen", "exceptions contradict each other"
    ),
    Cause.DOES_NOT_APPLY: Text("geldt niet voor dit geval", "does not apply to this case"),
    Cause.EXPLANATION: Text("verklaard door wat is vastgelegd", "explained by what is on record"),
    Cause.RETROACTIVE: Text("pas achteraf vastgelegd", "recorded afterwards"),
    Cause.NOT_DUE: Text("nog niet aan de orde", "not due yet"),
}

LACKS: Final[Mapping[Lack, Text]] = {
    Lack.FACT: Text("een gegeven", "a fact"),
    Lack.READING: Text(
        "een keuze tussen de lezingen van ‘{label}’", "a choice between the readings of ‘{label}’"
    ),
    Lack.ATTESTATION: Text(
        "een bron waaruit blijkt of ‘{label}’ toen gold",
        "a source that shows whether ‘{label}’ was in force then",
    ),
    Lack.RESOLUTION: Text(
        "een keuze tussen de uitzonderingen op ‘{label}’", "a choice between the exceptions to ‘{label}’"
    ),
    Lack.RECORD: Text(
        "een leesbare vastlegging van de afwijking van ‘{label}’",
        "a readable record of the departure from ‘{label}’",
    ),
    Lack.CHARTER: Text("{label}", "{label}"),
}
"""What is missing, as it fits in a list: *nodig: …*. For a fact there are phrases by what is known of it."""

NOTES: Final[Mapping[Note, Text]] = {
    Note.NO_CHARTER: Text(
        "Op deze dag gold geen vastgelegde overeenkomst, dus is er nog niets om aan te toetsen.",
        "No recorded agreement was in force on this day, so there is nothing to decide by yet.",
    ),
    Note.SEVERAL_CHARTERS: Text(
        "Volgens de gegevens golden op deze dag meer overeenkomsten tegelijk. Dat kan niet allebei kloppen.",
        "According to the data several agreements were in force on this day. They cannot all be right.",
    ),
    Note.BEFORE_START: Text(
        "Het project is op deze dag nog niet begonnen; wie deelname heeft bevestigd, telt al mee.",
        "The project has not started on this day; whoever confirmed taking part counts already.",
    ),
    Note.AFTER_END: Text("Het project was op deze dag al afgelopen.", "The project had ended by this day."),
    Note.FLAWED_RECORDS: Text(
        "Een of meer vastleggingen konden niet worden gebruikt; wat daarop rust, blijft open.",
        "One or more records could not be used; what rests on them stays open.",
    ),
}

RELATIONS: Final[Mapping[Relation, Text]] = {
    Relation.AT_LEAST: Text("ten minste {bound}", "at least {bound}"),
    Relation.AT_MOST: Text("ten hoogste {bound}", "at most {bound}"),
    Relation.MORE_THAN: Text("meer dan {bound}", "more than {bound}"),
    Relation.LESS_THAN: Text("minder dan {bound}", "less than {bound}"),
    Relation.EXACTLY: Text("precies {bound}", "exactly {bound}"),
}

TRUTHS: Final[Mapping[Truth, Text]] = {
    Truth.MET: Text("ja", "yes"),
    Truth.NOT_MET: Text("nee", "no"),
    Truth.UNKNOWN: Text("nog niet bekend", "not known yet"),
}

FAMILIES: Final[Mapping[Family, Text]] = {
    Family.BELONGING: Text("wat erbij hoort", "what belongs"),
    Family.FUNDING: Text("geld", "money"),
    Family.BODIES: Text("overleg en ritme", "bodies and rhythm"),
    Family.ALIGNMENT: Text("afstemming en inzet", "alignment and commitment"),
    Family.PACE: Text("gezamenlijk tempo", "joint pace"),
    Family.INTERESTS: Text("belangen", "interests"),
    Family.TRANSLATION: Text("van resultaat naar praktijk", "from result to practice"),
    Family.DECLARATIONS: Text("verklaringen en doelen", "declarations and aims"),
    Family.DATA: Text("de gegevens zelf", "the data themselves"),
}

WEIGHTS: Final[Mapping[Weight, Text]] = {
    Weight.DECISIVE: Text("telt mee in het antwoord", "part of the answer"),
    Weight.ALTERNATIVE: Text("alleen ter vergelijking", "for comparison only"),
}

EFFECTS: Final[Mapping[Effect, Text]] = {
    Effect.MET: Text("de bepaling telt dan als vervuld", "the clause then counts as met"),
    Effect.NOT_MET: Text("de bepaling telt dan als niet vervuld", "the clause then counts as not met"),
    Effect.NOT_APPLICABLE: Text("de bepaling is dan niet van toepassing", "the clause then does not apply"),
}

LISTS: Final[Mapping[str, Text]] = {
    "participations": Text("deelnemers", "participants"),
    "contributions": Text("bijdragen", "contributions"),
    "judgements": Text("beoordelingen", "judgements"),
    "benefits": Text("opbrengsten", "benefits"),
    "admissions": Text("toelatingsbesluiten", "admission decisions"),
    "departures": Text("afwijkingen", "departures"),
    "completeness": Text("bevestigingen", "attestations"),
    "given": Text("opgegeven gegevens", "given facts"),
    "positions": Text("financiële posities", "positions in the finances"),
    "interests": Text("belangen", "interests"),
    "responses": Text("antwoorden op belangen", "responses to interests"),
    "translations": Text("vertalingen van belangen", "translations of interests"),
    "statements": Text("verklaringen van belanghouders", "statements of holders"),
    "agreements": Text("afspraken", "agreements"),
    "commitments": Text("toegezegde inzet", "commitments"),
    "fulfilments": Text("geleverde inzet", "what was delivered"),
    "paces": Text("opgegeven tempo’s", "stated paces"),
    "challenges": Text("opgaven", "challenges"),
    "research_questions": Text("onderzoeksvragen", "research questions"),
    "results": Text("resultaten", "results"),
    "understandings": Text("bevestigingen van gebruikers", "confirmations by users"),
    "dispositions": Text("besluiten over resultaten", "decisions on results"),
    "actions": Text("beleidsacties", "policy actions"),
    "milestones": Text("mijlpalen", "milestones"),
    "external_parties": Text("organisaties van buiten", "external parties"),
    "seats": Text("zetels", "seats"),
    "meetings": Text("bijeenkomsten", "meetings"),
    "recesses": Text("recessen", "recesses"),
    "agenda_items": Text("agendapunten", "agenda items"),
    "wishes": Text("wensen", "wishes"),
    "budgets": Text("budgetten", "budgets"),
    "expenditures": Text("uitgaven", "expenditures"),
    "terms": Text("termijnen", "terms"),
    "declarations": Text("verklaringen", "declarations"),
    "signatories": Text("ondertekenaars", "signatories"),
    "recognitions": Text("onderscheidingen", "recognitions"),
    "aims": Text("doelen", "aims"),
    "indicators": Text("indicatoren", "indicators"),
}
"""The lists of which completeness can be attested."""


def status(force: Force, standing: Status) -> Text:
    """How a clause of this force stands; a habit or rule of thumb is never worded as an obligation."""
    return _BY_FORCE.get((force, standing), STATUSES[standing])


# Numbers, amounts and days

_MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_ALWAYS: Final = Text("altijd", "always")
_FROM: Final = Text("vanaf {first}", "from {first}")
_THROUGH: Final = Text("t/m {last}", "through {last}")
_BETWEEN: Final = Text("{first} t/m {last}", "{first} through {last}")
_RANGE: Final = Text("{low} tot en met {high}", "{low} to {high}")
_DAY: Final = Text("dag", "day")
_DAYS: Final = Text("dagen", "days")
_AND: Final = Text("en", "and")
_OR: Final = Text("of", "or")
_SMALL: Final[Mapping[int, Text]] = {
    2: Text("twee", "two"),
    3: Text("drie", "three"),
    4: Text("vier", "four"),
    5: Text("vijf", "five"),
    6: Text("zes", "six"),
}


def day(on: date, language: Language) -> str:
    """A date as people write it.

    >>> day(date(2025, 6, 1), "nl"), day(date(2025, 6, 1), "en")
    ('1 juni 2025', '1 June 2025')
    """
    return f"{on.day} {_MONTHS[language][on.month - 1]} {on.year}"


def period(span: Period, language: Language) -> str:
    """A period, both ends included.

    >>> period(Period.year(2025), "nl")
    '1 januari 2025 t/m 31 december 2025'
    >>> period(Period(date(2025, 1, 1)), "en")
    'from 1 January 2025'
    """
    first = "" if span.first is None else day(span.first, language)
    last = "" if span.last is None else day(span.last, language)
    if first == last:
        return first or _ALWAYS[language]
    shape = (_BETWEEN if first else _THROUGH) if last else _FROM
    return shape[language].format(first=first, last=last)


def number(value: int, language: Language) -> str:
    """A whole number with its thousands apart: a point in Dutch, a comma in English."""
    return f"{value:,}".replace(",", "." if language == "nl" else ",")


def money(value: Money, language: Language) -> str:
    """An amount with its cents.

    >>> money(Money.parse("50000"), "nl"), money(Money.parse("50000"), "en")
    ('€ 50.000,00', '€50,000.00')
    """
    units, cents = divmod(abs(value.cents), 100)
    minus = "-" if value.cents < 0 else ""
    if language == "nl":
        symbol = "€" if value.currency == "EUR" else value.currency
        return f"{symbol} {minus}{number(units, language)},{cents:02d}"
    symbol = "€" if value.currency == "EUR" else f"{value.currency} "
    return f"{minus}{symbol}{number(units, language)}.{cents:02d}"


def quantity(value: int, language: Language, unit: str = "") -> str:
    """A number in its unit: a bare count, days, cents of a currency (three capitals), or somebody's own such as hours.

    >>> quantity(1200, "nl", "uren"), quantity(1, "en", "days"), quantity(1250, "en", "EUR")
    ('1.200 uren', '1 day', '€12.50')
    """
    if unit == DAYS:
        return f"{number(value, language)} {(_DAY if value == 1 else _DAYS)[language]}"
    if len(unit) == 3 and unit.isupper():
        return money(Money(value, unit), language)
    return f"{number(value, language)} {unit}".rstrip()


def span(known: Range, language: Language, unit: str = "") -> str:
    """What is known of a number.

    >>> [span(one, "nl") for one in (Range.exactly(2), Range(2, 3), Range(2, 5), Range(2))]
    ['2', '2 of 3', '2 tot en met 5', 'ten minste 2']
    >>> span(Range(0), "en")
    'not known yet'
    """
    if known.high is None:
        if known.low <= 0:
            return TRUTHS[Truth.UNKNOWN][language]
        return relation(Relation.AT_LEAST, quantity(known.low, language, unit), language)
    low, high = (quantity(end, language, unit) for end in (known.low, known.high))
    if known.exact:
        return low
    if not unit and known.high - known.low == 1:
        return listing((low, high), language, "or")
    return _RANGE[language].format(low=low, high=high)


def relation(how: Relation, bound: str, language: Language) -> str:
    """A bound in words.

    >>> relation(Relation.AT_LEAST, "3", "nl")
    'ten minste 3'
    """
    return RELATIONS[how][language].format(bound=bound)


def listing(several: Iterable[str], language: Language, last: Literal["and", "or"] = "and") -> str:
    """A list in one line, the last joined by *and* or by *or*.

    >>> listing(["A", "B", "C"], "nl"), listing(["A", "B"], "en", "or")
    ('A, B en C', 'A or B')
    """
    words = list(several)
    if len(words) < 2:
        return "".join(words)
    join = (_AND if last == "and" else _OR)[language]
    return f"{', '.join(words[:-1])} {join} {words[-1]}"


def quoted(words: str) -> str:
    """Words of somebody else, such as a title, within a sentence of ours."""
    return f"‘{words}’"


def small(value: int, language: Language) -> str:
    """A number from two to six in letters; others in digits."""
    return _SMALL[value][language] if value in _SMALL else number(value, language)


def ended(words: str) -> str:
    """The words with a full stop, unless they end a sentence already."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def begin(words: str) -> str:
    """The words with a capital, as they begin a sentence; the rest keeps its own."""
    return words[:1].upper() + words[1:]
