# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is not decided by code, as a page: what people judge, supply and depart from, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, unique

from ..charter import Charter, Charters, Standing
from ..facts import GivenFact, JudgementFact
from ..provisions import Claim, ClauseKey, Ledger, Provision
from ..text import Language, Text
from .claims import clause_words, fact_words, provision_refs
from .render import Block, Document, Heading, Item, Items, Paragraph, Target, Words
from .words import ended, listing, quoted


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Wat aan mensen is gelaten", "What is left to people")
    WHAT = Text(
        "Deze bladzijde noemt alles wat aan mensen is gelaten: wat zij beoordelen, wat zij opgeven, waarvan zij kunnen "
        "afwijken, en welke voorschriften van de bronnen geen regel zijn geworden. Zij laat niet zien hoe mensen "
        "oordeelden; dat staat bij elk project en in het rapport van bevindingen per jaar.",
        "This page names everything that is left to people: what they judge, what they supply, what they can depart "
        "from, and which provisions of the sources were not made a rule. It does not show how people judged; that is "
        "with each project and in the account of each year.",
    )
    NO_LEDGER = Text(
        "Er is geen bronnenregister bij deze overeenkomst. Daarom is niet te zeggen welke voorschriften van de bronnen "
        "geen regel zijn geworden.",
        "No ledger goes with this agreement. Which provisions of the sources were not made a rule can therefore not be "
        "told.",
    )
    JUDGEMENT = Text("Aan mensen ter beoordeling", "Left to people to judge")
    JUDGED = Text("Oordelen die iemand velt", "Judgements that somebody makes")
    JUDGED_WHAT = Text(
        "Zo’n oordeel wordt vastgelegd met naam, rol, datum en reden, en nooit berekend. Zonder oordeel, of zolang het "
        "wordt betwist, blijft open wat erop rust.",
        "Such a judgement is recorded with name, role, date and reason, and never computed. Without one, or while it "
        "is contested, what rests on it stays open.",
    )
    GIVEN = Text("Gegevens die iemand opgeeft", "Facts that somebody supplies")
    GIVEN_WHAT = Text(
        "Zo’n gegeven volgt niet uit andere vastleggingen en staat met zijn bron in het register.",
        "Such a fact does not follow from other records and is in the register with its source.",
    )
    ASKED = Text("De vraag: {ask}", "The question: {ask}")
    OPTIONS = Text("Mogelijke antwoorden: {options}.", "Possible answers: {options}.")
    RESTS = Text("Hierop rusten: ", "On this rest: ")
    DEPARTURES = Text("Waarvan met een reden kan worden afgeweken", "What can be departed from with a reason")
    DEPARTURES_WHAT = Text(
        "Of er een goede reden is, besluiten mensen. Een vastgelegde afwijking blijft altijd zichtbaar.",
        "Whether there is a good reason is for people to decide. A recorded departure always stays visible.",
    )
    WITHIN = Text("Grenzen: wat een regel openlaat", "Limits: what a rule leaves open")
    UNATTESTED = Text(
        "Bepalingen waarvan niet vaststaat dat zij golden", "Clauses not shown to have been in force"
    )
    UNATTESTED_WHAT = Text(
        "Geen bron laat zien dat deze bepalingen in die versie golden. Zij beslissen daarom niets.",
        "No source shows that these clauses were in force in that version. So they decide nothing.",
    )
    NARRATIVE = Text("Verhalend: er volgt geen regel uit", "Narrative: no rule follows from it")
    OUT = Text("Buiten bereik", "Out of scope")
    NONE = Text("Hier valt niets te noemen.", "There is nothing to name here.")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def undecided_document(charters: Charters | Charter, ledger: Ledger | None, language: Language) -> Document:
    """Everything that people decide and not the code; without a ledger, what the charters leave to people."""
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    blocks: list[Block] = [
        Heading(1, Said.TITLE.say(language), Target("page", "undecided")),
        Paragraph(Said.WHAT.say(language)),
    ]
    if ledger is None:
        blocks.append(Paragraph(Said.NO_LEDGER.say(language)))
    else:
        blocks += _provisions(Said.JUDGEMENT, _claimed(ledger, Claim.JUDGEMENT), language)
    blocks += _part(Said.JUDGED, Said.JUDGED_WHAT, _facts(versions, JudgementFact, language), language)
    blocks += _part(Said.GIVEN, Said.GIVEN_WHAT, _facts(versions, GivenFact, language), language)
    blocks += _part(Said.DEPARTURES, Said.DEPARTURES_WHAT, _departures(versions, language), language)
    if ledger is not None:
        within = (one for one in _claimed(ledger, Claim.ENCODED) if one.why is not None)
        blocks += _provisions(Said.WITHIN, within, language)
    blocks += _part(Said.UNATTESTED, Said.UNATTESTED_WHAT, _unattested(versions, language), language)
    if ledger is not None:
        blocks += _provisions(Said.NARRATIVE, _claimed(ledger, Claim.NARRATIVE), language)
        blocks += _provisions(Said.OUT, _claimed(ledger, Claim.OUT_OF_SCOPE), language)
    return Document(language, blocks)


def _claimed(ledger: Ledger, claim: Claim) -> Iterator[Provision]:
    return (one for one in ledger.provisions if one.claim is claim)


def _part(heading: Said, what: Said, items: Iterable[Item], language: Language) -> Iterator[Block]:
    several = tuple(items)
    yield Heading(2, heading.say(language))
    yield Paragraph(what.say(language) if several else Said.NONE.say(language))
    if several:
        yield Items(several)


def _provisions(heading: Said, several: Iterable[Provision], language: Language) -> Iterator[Block]:
    items = tuple(
        Item(
            (*provision_refs([one.id]), f": {ended(one.text[language])}"),
            items=() if one.why is None else (Item(ended(one.why[language])),),
        )
        for one in several
    )
    yield Heading(2, heading.say(language))
    yield Items(items) if items else Paragraph(Said.NONE.say(language))


def _facts(
    charters: Charters, kind: type[JudgementFact] | type[GivenFact], language: Language
) -> Iterator[Item]:
    """Each such fact once, as its newest version has it, with the clauses that rest on it in any version."""
    keys: dict[str, list[ClauseKey]] = {}
    newest: dict[str, JudgementFact | GivenFact] = {}
    for version in charters:
        for one in version.facts:
            if isinstance(one, kind):
                keys.setdefault(one.name, []).append((version.id, one.name))
                newest[one.name] = one
    for name, fact in newest.items():
        resting = [
            (version.id, clause.id)
            for version in charters
            for clause in version.clauses
            if name in clause.names
        ]
        points: list[Words] = []
        if isinstance(fact, JudgementFact) and fact.ask is not None:
            points.append(Said.ASKED.say(language, ask=quoted(fact.ask[language])))
        if fact.options:
            options = listing((quoted(one.title[language]) for one in fact.options), language, "or")
            points.append(Said.OPTIONS.say(language, options=options))
        if fact.definition is not None:
            points.append(ended(fact.definition[language]))
        if resting:
            points.append((Said.RESTS.say(language), *clause_words(resting, charters, language), "."))
        yield Item(fact_words(keys[name], charters, language), items=map(Item, points))


def _departures(charters: Charters, language: Language) -> Iterator[Item]:
    keys = [(version.id, one.id) for version in charters for one in version.clauses if one.admits_departure]
    yield from _each(keys, charters, language)


def _unattested(charters: Charters, language: Language) -> Iterator[Item]:
    keys = [
        (version.id, one.id)
        for version in charters
        for one in version.clauses
        if one.standing is Standing.UNATTESTED
    ]
    yield from _each(keys, charters, language)


def _each(keys: Iterable[ClauseKey], charters: Charters, language: Language) -> Iterator[Item]:
    """One point a clause, with the versions in which it is so."""
    by_name: dict[str, list[ClauseKey]] = {}
    for charter, name in keys:
        by_name.setdefault(name, []).append((charter, name))
    yield from (Item(clause_words(several, charters, language)) for several in by_name.values())
