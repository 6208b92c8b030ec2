# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each part and each kind of page is for, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..pages import Group
from ..text import Text

PARTS: Final[Mapping[Group, Text]] = {
    Group.AGREED: Text(
        "De overeenkomst zelf, versie voor versie: wat elke bepaling vraagt, waar dat staat en hoe het wordt "
        "gelezen.",
        "The agreement itself, version by version: what each clause asks, where it says so and how it is read.",
    ),
    Group.DECIDED: Text(
        "Wat er over elk project uit de overeenkomst volgt, waarom, en welke gegevens daarvoor zijn gebruikt.",
        "What follows from the agreement about each project, why, and which records were used.",
    ),
    Group.PARTIES: Text(
        "De partners, de andere organisaties en de organen: wie sinds wanneer meedoet en wat elk van hen inbrengt.",
        "The partners, the other organisations and the bodies: who takes part since when, and what each brings in.",
    ),
    Group.YEARS: Text(
        "De controle van elk jaar: norm, bewijs en bevinding, met ruimte voor oordeel en wederhoor, en het geld.",
        "The audit of each year: norm, evidence and finding, with room for judgement and reply, and the money.",
    ),
    Group.LINKS: Text(
        "Wie met wie samenwerkt, waaraan, en waar verbindingen ontbreken.",
        "Who works with whom, on what, and where links are missing.",
    ),
    Group.CHECKS: Text(
        "Hoe iemand die ons niet gelooft, zelf nagaat dat deze pagina’s uit deze gegevens volgen.",
        "How somebody who does not trust us can check that these pages follow from these data.",
    ),
}

KINDS: Final[Mapping[str, Text]] = {
    "charter": Text(
        "Een versie van de overeenkomst: partijen, thema’s, bepalingen, vragen en uitkomsten.",
        "One version of the agreement: parties, themes, clauses, questions and outcomes.",
    ),
    "clauses": Text(
        "Alle bepalingen van alle versies naast elkaar, met wat er tussen versies veranderde.",
        "All clauses of all versions side by side, with what changed between versions.",
    ),
    "fact": Text(
        "Elk gegeven waar een bepaling op rust: hoe het wordt geteld, opgeteld, afgeleid of beoordeeld.",
        "Every fact that a clause rests on: how it is counted, added up, derived or judged.",
    ),
    "certificate": Text(
        "De volledige beslistabel: elke combinatie van antwoorden met de uitkomst die erbij hoort.",
        "The whole decision table: every combination of answers with the outcome that goes with it.",
    ),
    "provision": Text(
        "Elke zin van het brondocument, en of die is uitgewerkt, alleen vertelt, een oordeel vraagt of erbuiten "
        "valt.",
        "Every sentence of the source document, and whether it is encoded, narrative, a matter of judgement or out "
        "of scope.",
    ),
    "undecided": Text(
        "Wat de regels bewust niet beslissen, en wie dat wel doet.",
        "What the rules deliberately do not decide, and who does.",
    ),
    "case": Text(
        "Uitgewerkte gevallen waarmee is nagegaan dat de bepalingen doen wat er staat.",
        "Worked cases that were used to check that the clauses do what they say.",
    ),
    "traceability": Text(
        "Van elke bepaling naar haar bron, lezingen, gegevens, gevallen en beslissingen, en terug.",
        "From each clause to its source, readings, facts, cases and decisions, and back.",
    ),
    "project": Text(
        "Een dossier per project: de uitkomst, de onderbouwing en wat er is vastgelegd.",
        "A dossier for each project: the outcome, the reasons and what is on record.",
    ),
    "partner": Text(
        "Een pagina per organisatie: lidmaatschap, projecten, zetels en bijdragen.",
        "A page for each organisation: membership, projects, seats and contributions.",
    ),
    "membership": Text(
        "Wie wanneer partner was, op een tijdlijn.",
        "Who was a partner when, on a timeline.",
    ),
    "body": Text(
        "Een pagina per orgaan: taak, zetels, bijeenkomsten en opvolging van wensen.",
        "A page for each body: task, seats, meetings and what became of wishes.",
    ),
    "arrangement": Text(
        "Wat het register van gemeenschappelijke regelingen over een samenwerking vraagt.",
        "What the Dutch register of joint arrangements asks about a partnership.",
    ),
    "year": Text(
        "De controle van een jaar, bepaling voor bepaling, zoals een auditor die ondertekent.",
        "The audit of a year, clause by clause, as an auditor signs it.",
    ),
    "funding": Text(
        "Het geld van een jaar: wat is toegezegd, vastgelegd en betaald, en wat daarvan niet aansluit.",
        "The money of a year: what was pledged, committed and paid, and what of it does not reconcile.",
    ),
    "rhythm": Text(
        "De bijeenkomsten van een orgaan naast de dagen waarop het bijeen moest komen.",
        "The meetings of a body beside the days on which it was to meet.",
    ),
    "network": Text(
        "Het netwerk van partners, projecten en thema’s, en wat er wegvalt als iemand stopt.",
        "The network of partners, projects and themes, and what is lost when somebody leaves.",
    ),
    "receipts": Text(
        "De bewijsstukken met hun controlegetallen, en hoe u er een narekent.",
        "The receipts with their hashes, and how to recompute one.",
    ),
}
