# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every code a problem may have, with its words in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CATALOGUE: Final[Mapping[str, tuple[str, str]]] = {
    # the file
    "no-such-file": ("{found} is er niet, of is niet te lezen", "{found} is not there, or cannot be read"),
    "empty-folder": ("{found} bevat geen bestanden om te lezen", "{found} holds no files to read"),
    "not-utf8": ("de tekst is geen geldige UTF-8", "the text is not valid UTF-8"),
    "not-toml": ("dit is geen geldige TOML", "this is not valid TOML"),
    "not-csv": (
        "dit is geen geldige CSV; staan de aanhalingstekens goed?",
        "this is not valid CSV; are the quotation marks right?",
    ),
    "not-json": ("dit is geen geldige JSON", "this is not valid JSON"),
    "not-canonical": (
        "dit leest hetzelfde maar is anders geschreven dan het gemaakt is: let op regeleinden en spaties",
        "this reads the same but is not written as it was made: look at line ends and spaces",
    ),
    "duplicate-key": ("de sleutel {found} staat er twee keer", "the key {found} is there twice"),
    "too-deep": ("de gegevens zijn te diep genest", "the data are nested too deep"),
    "unknown-table": ("er is geen tabel {found}", "there is no table {found}"),
    "unknown-column": ("er is geen kolom {found} in deze tabel", "there is no column {found} in this table"),
    "duplicate-column": ("de kolom {found} staat er twee keer", "the column {found} is there twice"),
    "cells-clash": (
        "de cel in kolom {found} en een andere cel van deze rij vullen hetzelfde veld",
        "the cell in column {found} and another one in this row fill the same field",
    ),
    "missing-column": ("de kolom {found} ontbreekt", "the column {found} is missing"),
    "ragged-row": (
        "deze rij telt {found} cellen en de kopregel {allowed}",
        "this row has {found} cells and the header {allowed}",
    ),
    # the shape
    "missing-field": ("{found} ontbreekt", "{found} is missing"),
    "unknown-field": ("{found} is hier geen bekend veld", "{found} is not a field here"),
    "wrong-type": (
        "hier staat {found}, maar verwacht wordt: {allowed}",
        "found {found} where {allowed} is expected",
    ),
    "unknown-kind": ("{found} is geen bekende soort", "{found} is not a known kind"),
    "not-an-option": ("{found} is niet een van de mogelijkheden", "{found} is not one of the options"),
    "not-a-date": (
        "{found} is geen datum; een datum is jjjj-mm-dd, zonder tijd",
        "{found} is not a date; a date is yyyy-mm-dd, without a time",
    ),
    "not-a-hash": (
        "{found} is geen SHA-256: 64 cijfers en kleine letters a t/m f",
        "{found} is not a SHA-256: 64 digits and small letters a through f",
    ),
    "redactions-miscounted": (
        "het aantal weglatingen dat hier staat, is niet het aantal dat erin zit",
        "the number of redactions stated here is not the number that is in it",
    ),
    "not-an-amount": (
        "{found} is geen bedrag; een bedrag is bijvoorbeeld “1250.00 EUR”",
        "{found} is not an amount; an amount reads like “1250.00 EUR”",
    ),
    "amount-is-float": (
        "{found} is een kommagetal; schrijf een bedrag als tekst, bijvoorbeeld “1250.50 EUR”",
        "{found} is a binary fraction; write an amount as text, such as “1250.50 EUR”",
    ),
    "not-a-share": (
        "{found} is geen aandeel; een aandeel is bijvoorbeeld “60%” of “3/5”",
        "{found} is not a share; a share reads like “60%” or “3/5”",
    ),
    "number-too-large": ("dit getal is te groot", "this number is too large"),
    "negative-number": ("{found} is kleiner dan nul", "{found} is below zero"),
    "empty-id": (
        "een id is een korte naam zonder spaties eromheen, niet {found}",
        "an id is a short name without spaces around it, not {found}",
    ),
    "empty-text": ("hier ontbreekt tekst", "the text is empty"),
    "empty-list": ("deze lijst mag niet leeg zijn", "this list may not be empty"),
    "reserved-name": (
        "de naam {found} is al in gebruik door de bibliotheek",
        "the name {found} is taken by the library",
    ),
    "period-runs-backward": (
        "de laatste dag, {found}, ligt voor de eerste, {allowed}",
        "the last day, {found}, lies before the first, {allowed}",
    ),
    "range-runs-backward": (
        "de bovengrens {found} ligt onder de ondergrens {allowed}",
        "the high end {found} lies below the low end {allowed}",
    ),
    "identifier-check": (
        "{found} voldoet niet aan de controle van het register waar het nummer uit komt",
        "{found} does not pass the check of the register that hands out such numbers",
    ),
    "party-or-named": (
        "een deelname noemt een partij (party) of een naam zoals die is opgeschreven (named): een van de twee",
        "a participation has a party or a name as written (named), one of the two",
    ),
    "ended-without-end": (
        "een deelname die is beëindigd, heeft een laatste dag (last)",
        "a participation that ended has a last day",
    ),
    "cash-without-amount": ("een bijdrage in geld heeft een bedrag", "a contribution in cash has an amount"),
    "negative-without-correction": (
        "het bedrag {found} is negatief; alleen een correctie mag dat zijn, en die zegt wat ze corrigeert (corrects)",
        "the amount {found} is negative; only a correction may be, and it names what it corrects",
    ),
    "share-exactly": (
        "een aandeel wordt vergeleken met ten minste, ten hoogste, meer dan of minder dan",
        "a share is compared with at_least, at_most, more_than or less_than",
    ),
    "not-valid": ("dit klopt niet: {found}", "this is not valid: {found}"),
    # the meaning
    "duplicate-id": ("de id {found} komt meer dan eens voor", "the id {found} is used more than once"),
    "name-of-two-parties": (
        "de naam {found} is op hetzelfde moment van meer dan een partij: {allowed}",
        "the name {found} belongs to more than one party at the same time: {allowed}",
    ),
    "unknown-party": ("{found} is geen bekende partij", "{found} is not a known party"),
    "unknown-project": ("er is geen project {found}", "there is no project {found}"),
    "unknown-role": ("{found} is geen rol in de overeenkomst", "{found} is not a role in the charter"),
    "unknown-kind-of-party": (
        "{found} is geen soort organisatie in de overeenkomst",
        "{found} is not a kind of organisation in the charter",
    ),
    "unknown-theme": ("{found} is geen hoofdthema", "{found} is not a main theme"),
    "unknown-body": ("{found} is geen orgaan in de overeenkomst", "{found} is not a body in the charter"),
    "unknown-fact": (
        "{found} is geen feit dat de overeenkomst kent",
        "{found} is not a fact the charter declares",
    ),
    "unknown-clause": ("er is geen bepaling {found}", "there is no clause {found}"),
    "unknown-question": (
        "er is geen bepaling of eerdere vraag {found}",
        "there is no clause or earlier question {found}",
    ),
    "unknown-option": ("{found} is geen antwoord op deze vraag", "{found} is not an answer to this question"),
    "unknown-record": ("er is geen vastlegging {found}", "there is no record {found}"),
    "wrong-fact-kind": (
        "het feit {found} is van een andere soort; hier past: {allowed}",
        "the fact {found} is of another kind; what fits here: {allowed}",
    ),
    "share-needs-numbers": (
        "een aandeel is van getallen, en {found} is er geen",
        "a share is of numbers, and {found} is not one",
    ),
    "other-currency": (
        "het feit is in {allowed} en de grens in {found}",
        "the fact is in {allowed} and the bound in {found}",
    ),
    "share-mixes-units": (
        "{found} is in een andere eenheid dan {allowed}, dus het een is geen aandeel van het ander",
        "{found} is in another unit than {allowed}, so one is no share of the other",
    ),
    "amount-without-currency": (
        "een grens voor een bedrag heeft een munteenheid, bijvoorbeeld “5000.00 {allowed}”, niet {found}",
        "a bound for an amount has a currency, such as “5000.00 {allowed}”, not {found}",
    ),
    "not-a-currency": (
        "{found} is geen munteenheid; dat zijn drie hoofdletters, zoals EUR",
        "{found} is not a currency, which is three capital letters such as EUR",
    ),
    "not-selectable": (
        "op {found} kan bij deze records niet worden geselecteerd",
        "these records cannot be selected by {found}",
    ),
    "outcome-table-not-total": (
        "geen uitkomst past bij deze antwoorden: {found}",
        "no outcome fits these answers: {found}",
    ),
    "versions-overlap": (
        "de versies {found} gelden op dezelfde dagen: {allowed}",
        "the versions {found} are in force on the same days: {allowed}",
    ),
    "threshold-above-membership": (
        "de grens {found} is hoger dan het grootste aantal leden dat er ooit is: {allowed}",
        "the bound {found} is above the largest number of members there ever is: {allowed}",
    ),
    "no-departure-admitted": (
        "van de bepaling {found} kan niet worden afgeweken",
        "the clause {found} admits no departure",
    ),
    "superseding-nothing": (
        "{found} is geen bestaand oordeel over hetzelfde project",
        "{found} is not a judgement of the same project",
    ),
    "in-a-circle": (
        "{found} verbetert of vervangt, al dan niet via andere, zichzelf",
        "{found} corrects or supersedes itself, by way of others or not",
    ),
    "theme-not-asked": (
        "dit oordeel wordt niet per thema gegeven, dus {found} past hier niet",
        "this judgement is not made per theme, so {found} does not belong here",
    ),
    "value-does-not-fit": (
        "de waarde {found} past niet bij dit feit; wel: {allowed}",
        "the value {found} does not fit this fact, which takes: {allowed}",
    ),
    "core-contribution": (
        "geld voor de kernorganisatie hoort niet bij een project; laat het project weg",
        "money for the core belongs to no project; leave the project out",
    ),
    "unknown-derivation": (
        "er is geen afgeleid feit {found} voor dit onderwerp",
        "there is no derived fact {found} for this subject",
    ),
    "setting-not-taken": (
        "dit afgeleide feit gebruikt {found} niet",
        "this derived fact does not use {found}",
    ),
    "not-positive": ("{found} is geen aantal vanaf 1", "{found} is not a number from 1"),
    "other-subject": (
        "het feit {found} gaat over een ander onderwerp dan de bepaling ({allowed})",
        "the fact {found} is about another subject than the clause ({allowed})",
    ),
    "one-body": (
        "een bepaling over een orgaan rust op feiten over één orgaan, niet op: {found}",
        "a clause about a body rests on facts about one body, not on: {found}",
    ),
    "question-about-a-period": (
        "een vraag wordt voor één dag beantwoord, en de bepaling {found} gaat over een periode",
        "a question is answered for one day, and the clause {found} is about a period",
    ),
    "unknown-meeting": ("er is geen bijeenkomst {found}", "there is no meeting {found}"),
    # the ledger of provisions, and the worked cases
    "locator-too-long": (
        "de vindplaats telt {found} woorden; meer dan {allowed} is overschrijven",
        "the locator has {found} words; more than {allowed} is copying",
    ),
    "unknown-document": ("er is geen brondocument {found}", "there is no source document {found}"),
    "unclaimed-provision": (
        "nog niemand heeft gezegd wat er met {found} is gedaan: encoded, narrative, judgement of out-of-scope",
        "nobody has said yet what was done with {found}: encoded, narrative, judgement or out-of-scope",
    ),
    "encoded-by-nothing": (
        "{found} heet vastgelegd als regel, maar noemt geen bepaling, feit, soort vastlegging of overzicht",
        "{found} is said to be encoded, but names no clause, fact, kind of record or view",
    ),
    "claim-without-reason": (
        "{found} is geen regel geworden, en waarom niet (why) staat er niet bij",
        "{found} was not made a rule, and why is not said",
    ),
    "clauses-without-encoding": (
        "{found} legt een voorschrift vast dat hier geen regel (encoded) heet",
        "{found} encodes a provision that is not claimed as encoded here",
    ),
    "unknown-kind-of-record": (
        "{found} is geen soort vastlegging in een overeenkomst of register",
        "{found} is not a kind of record in a charter or register",
    ),
    "unknown-view": ("er is geen overzicht {found}", "there is no view {found}"),
    "source-not-in-ledger": (
        "de vindplaats {found} van deze bepaling staat niet in het bronnenregister",
        "the place {found} that this clause cites is not in the ledger",
    ),
    "cited-not-claimed": (
        "deze bepaling beroept zich op {found}, en dat voorschrift noemt haar niet",
        "this clause cites {found}, and that provision does not name it",
    ),
    "clause-without-provision": (
        "achter de bepaling {found} staat geen enkel voorschrift: dit is een verzonnen norm",
        "no provision stands behind the clause {found}: this is an invented norm",
    ),
    "unknown-version": (
        "er is geen versie {found} van de overeenkomst",
        "there is no version {found} of the charter",
    ),
    "which-version": (
        "onder welke versie van de overeenkomst dit geval valt, is niet te zeggen; noem er een (charter)",
        "under which version of the charter this case falls cannot be told; name one (charter)",
    ),
    "unknown-outcome": ("er is geen uitkomst {found}", "there is no outcome {found}"),
    "case-without-expectation": (
        "dit geval zegt niet wat eruit moet komen",
        "this case does not say what has to come out",
    ),
    "case-differs": (
        "hier hoort {allowed} uit te komen, en het is {found}",
        "this has to come out as {allowed}, and it is {found}",
    ),
    "unknown-section": (
        "{found} is geen onderdeel van de agenda in de overeenkomst",
        "{found} is not a section of the agenda in the charter",
    ),
}
"""By code: the words in Dutch and in English, around what was ``found`` and what is ``allowed``."""
