# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What to do about each problem that a file may have, in Dutch and in English.

``python -m kennisstad_core.files.remedies`` writes the page of the reference.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Final

from ..text import Text
from .catalogue import CATALOGUE

REMEDIES: Final[Mapping[str, Mapping[str, Text]]] = {
    "The file": {
        "no-such-file": Text(
            "Controleer de spelling van het pad, en of u het bestand mag lezen.",
            "Look at the spelling of the path, and whether you may read the file.",
        ),
        "empty-folder": Text(
            "Wijs een map aan waarin, of waaronder, .toml- of .csv-bestanden staan.",
            "Name a folder with .toml or .csv files in it or below it.",
        ),
        "not-utf8": Text(
            "Bewaar het bestand opnieuw als UTF-8; een spreadsheet noemt dat ‘CSV UTF-8’.",
            "Save the file as UTF-8; a spreadsheet program calls that ‘CSV UTF-8’.",
        ),
        "not-toml": Text(
            "Kijk op de genoemde regel en die ervoor: vaak ontbreekt een aanhalingsteken of een haak.",
            "Look at that line and the one before it: often a quotation mark or a bracket is missing.",
        ),
        "not-csv": Text(
            "Zet tekst met een komma, puntkomma of regeleinde tussen dubbele aanhalingstekens.",
            "Put text with a comma, semicolon or line break between double quotation marks.",
        ),
        "not-json": Text(
            "Kijk op de genoemde plaats; meestal is het bestand afgebroken of met de hand bewerkt.",
            "Look at that place; as a rule the file was cut off or edited by hand.",
        ),
        "duplicate-key": Text(
            "Houd een van beide; wat in de andere staat en klopt, hoort erbij.",
            "Keep one of the two, with whatever is right in the other.",
        ),
        "too-deep": Text(
            "Schrijf een voorwaarde met minder lagen; zo diep wordt een overeenkomst niet bedoeld.",
            "Write a condition with fewer layers; no agreement means one this deep.",
        ),
        "unknown-table": Text(
            "Noem het bestand of de tabel zoals bij ‘toegestaan’ staat; een ander bestand hoort buiten de map.",
            "Name the file or table as listed under ‘allowed’; a file of another kind belongs outside the folder.",
        ),
        "unknown-column": Text(
            "Verbeter de kop van de kolom, of haal de kolom weg: niets wordt stilzwijgend overgeslagen.",
            "Mend the heading of the column, or remove it: nothing is passed over in silence.",
        ),
        "duplicate-column": Text("Voeg de twee kolommen samen.", "Make one column of the two."),
        "cells-clash": Text(
            "Vul een veld in één cel: of in zijn geheel, of in delen (by.name, by.role).",
            "Fill a field in one way: as a whole, or in parts (by.name, by.role).",
        ),
        "missing-column": Text(
            "Voeg de kolom toe; zonder haar is niet te zeggen waar een rij bij hoort.",
            "Add the column; without it nobody can tell what a row belongs to.",
        ),
        "ragged-row": Text(
            "Tel de scheidingstekens op de regel; een komma in een tekst vraagt om aanhalingstekens.",
            "Count the separators on the line; a comma inside text asks for quotation marks.",
        ),
    },
    "The fields": {
        "missing-field": Text("Vul het veld in.", "Fill in the field."),
        "unknown-field": Text(
            "Kijk naar de naam die erop lijkt en naar ‘toegestaan’; niets wordt stilzwijgend overgeslagen.",
            "Look at the nearest name and at ‘allowed’; nothing is passed over in silence.",
        ),
        "wrong-type": Text(
            "Schrijf de waarde zoals gevraagd; in TOML staat een datum zonder aanhalingstekens en is een persoon "
            "{ name = “…”, role = “…” }.",
            "Write the value as asked; in TOML a date has no quotation marks, and a person is "
            "{ name = “…”, role = “…” }.",
        ),
        "unknown-kind": Text(
            "Kies een soort uit de lijst; die is gesloten.", "Choose a kind from the list, which is closed."
        ),
        "not-an-option": Text(
            "Kies een van de genoemde mogelijkheden.", "Choose one of the options that are named."
        ),
        "not-a-date": Text(
            "Schrijf 2025-06-01. Is alleen het jaar bekend, laat de datum dan weg.",
            "Write 2025-06-01. When only the year is known, leave the date out.",
        ),
        "not-an-amount": Text(
            "Schrijf een punt voor de centen en de munteenheid erachter: “1250.00 EUR”.",
            "Write a point before the cents and the currency behind them: “1250.00 EUR”.",
        ),
        "amount-is-float": Text(
            "Zet het bedrag tussen aanhalingstekens; een kommagetal kan geen centen houden.",
            "Put the amount between quotation marks; a binary fraction cannot hold cents.",
        ),
        "not-a-share": Text("Schrijf “60%” of “3/5”.", "Write “60%” or “3/5”."),
        "number-too-large": Text(
            "Kijk of er een nul of een datum te veel in staat.",
            "Look for a nought too many, or for a date in the wrong place.",
        ),
        "negative-number": Text(
            "Schrijf een getal vanaf nul; een correctie op geld heet ‘corrects’.",
            "Write a number from nought; a correction of money says what it ‘corrects’.",
        ),
        "empty-id": Text(
            "Geef een korte naam zonder spaties eromheen, en houd die.",
            "Give a short name without spaces around it, and keep it.",
        ),
        "empty-text": Text(
            "Schrijf de tekst, in beide talen waar dat wordt gevraagd.",
            "Write the text, in both languages where that is asked.",
        ),
        "empty-list": Text(
            "Noem er minstens een, of laat het veld helemaal weg.",
            "Name at least one, or leave the field out altogether.",
        ),
        "reserved-name": Text("Kies een andere naam voor het feit.", "Choose another name for the fact."),
        "period-runs-backward": Text(
            "Wissel de dagen, of verbeter het jaartal.", "Swap the days, or mend the year."
        ),
        "range-runs-backward": Text("Wissel de grenzen.", "Swap the ends."),
        "identifier-check": Text(
            "Neem het nummer over uit het register waar het vandaan komt; er zit een verschrijving in.",
            "Copy the number from the register that it comes from; there is a slip in it.",
        ),
        "party-or-named": Text(
            "Noem de partij bij haar id, of zet de naam zoals die er staat in ‘named’.",
            "Give the party by its id, or put the name as it was written in ‘named’.",
        ),
        "ended-without-end": Text(
            "Vul de laatste dag in, of kies een ander stadium.",
            "Fill in the last day, or choose another stage.",
        ),
        "cash-without-amount": Text(
            "Vul het bedrag in. Is het niet bekend, leg dan vast hoe de partij erin staat (positions).",
            "Fill in the amount. When it is not known, record how the party stands (positions).",
        ),
        "negative-without-correction": Text(
            "Noem in ‘corrects’ welke bijdrage of uitgave wordt verbeterd.",
            "Name in ‘corrects’ which contribution or expenditure is put right.",
        ),
        "share-exactly": Text(
            "Kies at_least, at_most, more_than of less_than; een aandeel is zelden precies.",
            "Choose at_least, at_most, more_than or less_than; a share is seldom exact.",
        ),
        "not-valid": Text(
            "Lees wat erachter staat; dat zegt welke regel van de gegevens niet klopt.",
            "Read what comes behind it, which says what does not hold.",
        ),
    },
    "What the fields say together": {
        "duplicate-id": Text(
            "Geef een van beide een andere id, ook waar ernaar wordt verwezen.",
            "Give one of the two another id, also where it is referred to.",
        ),
        "name-of-two-parties": Text(
            "Schrap de alias bij een van beide, of geef de naam data.",
            "Remove the alias from one of them, or date the name.",
        ),
        "unknown-party": Text(
            "Gebruik een id of alias die er is, voeg de organisatie toe, of gebruik ‘named’ als u het niet weet.",
            "Use an id or alias that exists, add the organisation, or use ‘named’ when you do not know.",
        ),
        "unknown-project": Text(
            "Verbeter de id, of voeg het project toe.", "Mend the id, or add the project."
        ),
        "unknown-role": Text(
            "Kies een rol uit de overeenkomst, of voeg haar daar toe.",
            "Choose a role of the charter, or add it there.",
        ),
        "unknown-kind-of-party": Text(
            "Kies een soort uit de overeenkomst, of voeg haar daar toe.",
            "Choose a kind of the charter, or add it there.",
        ),
        "unknown-theme": Text(
            "Noem een hoofdthema dat op die dag geldt; een ander thema is geen hoofdthema.",
            "Name a main theme that is in force that day; another topic is no main theme.",
        ),
        "unknown-body": Text(
            "Kies een orgaan uit de overeenkomst, of voeg het daar toe.",
            "Choose a body of the charter, or add it there.",
        ),
        "unknown-fact": Text(
            "Verbeter de naam, of declareer het feit onder [[facts]].",
            "Mend the name, or declare the fact under [[facts]].",
        ),
        "unknown-clause": Text(
            "Verbeter de id, of kijk of de bepaling in een andere versie staat.",
            "Mend the id, or see whether the clause is in another version.",
        ),
        "unknown-question": Text(
            "Een vraag rust op bepalingen en op vragen die ervóór staan; verplaats haar of verbeter de id.",
            "A question rests on clauses and on questions above it; move it, or mend the id.",
        ),
        "unknown-option": Text(
            "Kies een antwoord dat bij de vraag hoort, of voeg het aan het feit toe.",
            "Choose an answer of the question, or add it to the fact.",
        ),
        "unknown-record": Text(
            "Verwijs naar een id die er is; let op bij samengevoegde bestanden.",
            "Refer to an id that is there; beware where files were merged.",
        ),
        "wrong-fact-kind": Text(
            "Kies wat bij het feit past: is bij ja of nee, compare bij een getal, judged bij een oordeel.",
            "Choose what fits the fact: is for yes or no, compare for a number, judged for a judgement.",
        ),
        "share-needs-numbers": Text(
            "Vergelijk twee getallen, of twee bedragen.", "Compare two numbers, or two amounts."
        ),
        "other-currency": Text(
            "Schrijf de grens in de munteenheid van het feit.",
            "Write the bound in the currency of the fact.",
        ),
        "share-mixes-units": Text(
            "Kies een deel en een geheel in dezelfde eenheid.",
            "Choose a part and a whole in the same unit.",
        ),
        "amount-without-currency": Text(
            "Schrijf de munteenheid achter het bedrag.", "Write the currency behind the amount."
        ),
        "not-a-currency": Text(
            "Gebruik de drie letters van ISO 4217, zoals EUR.",
            "Use the three letters of ISO 4217, such as EUR.",
        ),
        "not-selectable": Text(
            "Selecteer op een veld dat deze records hebben; zie ‘toegestaan’.",
            "Select by a field that these records have; see ‘allowed’.",
        ),
        "outcome-table-not-total": Text(
            "Voeg een uitkomst toe voor deze antwoorden, of een laatste rij zonder ‘when’.",
            "Add an outcome for these answers, or a last row without ‘when’.",
        ),
        "versions-overlap": Text(
            "Geef de oudere versie een laatste dag, de dag voor de nieuwe begint.",
            "Give the older version a last day, the day before the newer one begins.",
        ),
        "threshold-above-membership": Text(
            "Verlaag de grens, of leg de ontbrekende lidmaatschappen vast: zo is aan de bepaling nooit te voldoen.",
            "Lower the bound, or record the missing memberships: as it is, the clause can never be met.",
        ),
        "no-departure-admitted": Text(
            "Trek de afwijking in, of zet in de overeenkomst dat afwijken kan (admits_departure).",
            "Withdraw the departure, or have the charter say that one may be made (admits_departure).",
        ),
        "superseding-nothing": Text(
            "Noem in ‘supersedes’ of ‘contests’ een oordeel over hetzelfde project en hetzelfde feit.",
            "Name in ‘supersedes’ or ‘contests’ a judgement of the same project and the same fact.",
        ),
        "in-a-circle": Text(
            "Haal de verwijzing weg bij wat het eerst is vastgelegd.",
            "Take the reference out of what was recorded first.",
        ),
        "theme-not-asked": Text(
            "Laat het thema weg, of geef het feit per_theme = true.",
            "Leave the theme out, or give the fact per_theme = true.",
        ),
        "value-does-not-fit": Text(
            "Geef een waarde van de soort die het feit heeft.", "Give a value of the kind that the fact has."
        ),
        "core-contribution": Text(
            "Laat het project weg, of maak er een bijdrage aan het project van.",
            "Leave the project out, or make it a contribution to the project.",
        ),
        "unknown-derivation": Text(
            "Kies een naam uit de lijst van afgeleide feiten, en let op het onderwerp (subject).",
            "Choose a name from the list of derived facts, and mind the subject.",
        ),
        "setting-not-taken": Text(
            "Laat de instelling weg; ze zou niets doen.", "Leave the setting out; it would do nothing."
        ),
        "not-positive": Text("Schrijf een geheel getal vanaf 1.", "Write a whole number from 1."),
        "other-subject": Text(
            "Geef bepaling en feit hetzelfde onderwerp (subject).", "Give clause and fact the same subject."
        ),
        "one-body": Text("Splits de bepaling: een voor elk orgaan.", "Split the clause: one for each body."),
        "question-about-a-period": Text(
            "Laat de bepaling uit de vraag; ze wordt bij een jaar beoordeeld.",
            "Leave the clause out of the question; it is judged over a year.",
        ),
        "unknown-meeting": Text(
            "Verwijs naar de dag en het orgaan van een vastgelegde bijeenkomst.",
            "Refer to the day and the body of a meeting on record.",
        ),
        "unknown-section": Text(
            "Kies een onderdeel van de agenda uit de overeenkomst.",
            "Choose a section of the agenda in the charter.",
        ),
    },
    "The ledger and the cases": {
        "unclaimed-provision": Text(
            "Vul in de kolom claim in wat ermee is gedaan; is er nog niets besloten, dan hoort dit een gat te blijven.",
            "Say in the column claim what was done with it; as long as nothing was decided, this ought to stay a gap.",
        ),
        "encoded-by-nothing": Text(
            "Noem de bepaling, het feit, de soort vastlegging of het overzicht, of claim het voorschrift anders.",
            "Name the clause, fact, kind of record or view, or claim the provision in another way.",
        ),
        "claim-without-reason": Text(
            "Zeg in why.nl en why.en in één zin waarom het geen regel is geworden.",
            "Say in why.nl and why.en, in one sentence, why it was not made a rule.",
        ),
        "clauses-without-encoding": Text(
            "Haal de bepaling weg, of claim het voorschrift als encoded.",
            "Remove the clause, or claim the provision as encoded.",
        ),
        "clause-without-provision": Text(
            "Zoek het voorschrift waar de bepaling op rust en noem haar daar; is het er niet, schrap dan de bepaling.",
            "Find the provision that the clause rests on and name it there; if there is none, strike the clause.",
        ),
        "source-not-in-ledger": Text(
            "Neem het voorschrift op in het bronnenregister, of verbeter de vindplaats van de bepaling.",
            "Take the provision up in the ledger, or mend the place that the clause cites.",
        ),
        "cited-not-claimed": Text(
            "Noem de bepaling bij het voorschrift, of laat haar naar een ander voorschrift verwijzen.",
            "Name the clause with the provision, or let it cite another one.",
        ),
        "unknown-document": Text(
            "Zet het brondocument in ledger.toml, of verbeter de naam.",
            "List the source document in ledger.toml, or mend the name.",
        ),
        "locator-too-long": Text(
            "Noem alleen een paar woorden om de plaats te vinden, of het artikel; de rest zegt u in eigen woorden.",
            "Give only a few words to find the place by, or the article; the provision is told in your own words.",
        ),
        "unknown-kind-of-record": Text(
            "Gebruik de naam van een tabel van het register of een lijst van de overeenkomst, zoals meetings.",
            "Use the name of a table of the register or a list of the charter, such as meetings or themes.",
        ),
        "unknown-view": Text(
            "Gebruik een van de namen in provisions.VIEWS.", "Use one of the names in provisions.VIEWS."
        ),
        "case-differs": Text(
            "Ga na wie gelijk heeft: het geval of de regel. Pas nooit het geval aan om de melding weg te krijgen.",
            "Find out which is right: the case or the rule. Never change the case to be rid of the message.",
        ),
        "case-without-expectation": Text(
            "Zeg met outcome, questions of clauses wat eruit moet komen.",
            "Say with outcome, questions or clauses what has to come out.",
        ),
        "which-version": Text(
            "Noem de versie met charter, of een dag waarop er precies één gold met on.",
            "Name the version with charter, or with on a day on which exactly one was in force.",
        ),
        "unknown-version": Text(
            "Gebruik de id van een van de versies van de overeenkomst.",
            "Use the id of one of the versions of the charter.",
        ),
        "unknown-outcome": Text(
            "Gebruik de id van een uitkomst van die versie, of undetermined.",
            "Use the id of an outcome of that version, or undetermined.",
        ),
    },
    "Receipts": {
        "not-canonical": Text(
            "Gebruik het bestand zoals het is geschreven; een teksteditor kan regeleinden hebben veranderd.",
            "Use the file as it was written; a text editor may have changed its line ends.",
        ),
        "not-a-hash": Text("Neem het controlegetal ongewijzigd over.", "Copy the digest as it is."),
        "redactions-miscounted": Text(
            "Vraag het bewijsstuk opnieuw op: er is na het schrijven iets aan veranderd.",
            "Ask for the receipt again: something was changed after it was written.",
        ),
    },
}
"""By group and code: what to do about it."""

_HEAD: Final = """\
# Problems

Reading files never stops at the first flaw: all problems of all files come at once, each with its code, its place
and, for a name, the nearest that exists. The code stays the same in every language and version, so a script can rely
on it; the words are for people. *…* stands for what was found or what would be allowed.

`kennisstad check PATH` lists them, with `--format json` for a program. In Python,
{py:func}`~kennisstad_core.files.loading.read_register` returns them as {py:class}`~kennisstad_core.errors.Problem`,
and `load_register` raises {py:class}`~kennisstad_core.errors.RegisterError` with all of them. A record that could not
be read leaves open what rests on it, and nothing else.

This page is made from the code (`python -m kennisstad_core.files.remedies`); edit the words there.
"""


def page() -> str:
    """Every code with its meaning and its remedy as Markdown, in English with the Dutch under it."""
    return "\n".join((_HEAD, *_groups()))


def _groups() -> Iterator[str]:
    for title, several in REMEDIES.items():
        yield f"## {title}\n"
        for code, remedy in several.items():
            dutch, english = (one.format(found="…", allowed="…") for one in CATALOGUE[code])
            yield f"### {code}\n"
            yield f"{_sentence(english)} *What to do:* {remedy.en}\n"
            yield f"{{.language-nl}}\n{_sentence(dutch)} *Wat te doen:* {remedy.nl}\n"


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + ("" if words[-1] in ".?…" else ".")


if __name__ == "__main__":
    sys.stdout.write(page())
