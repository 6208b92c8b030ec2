# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose interests are on record and confirmed, which were answered, and who says it was passed over (S67–S70).

What the holder itself stated or confirmed prevails over what others noted of it, and nobody else can say that it was
passed over (A35). A confidential interest counts as any other; of its words nothing is known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from ..records.alignment import (
    HolderStatement,
    Interest,
    InterestAnswer,
    InterestResponse,
    Visibility,
    last_said,
)
from ..records.confidence import IN_CONFIDENCE
from ..records.projects import Project
from ..text import Text
from ..truth import MET, NOT_MET, UNKNOWN, Truth
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family
from .involvement import Tally, beginning, involved, of_everyone, unattested, unlisted
from .scene import Scene


def _stated(scene: Scene, project: Project) -> Iterator[tuple[str, str, Interest]]:
    """The interests on record by the day, with the id of their holder and what it is called."""
    for one in project.interests:
        if one.on <= scene.on:
            yield (*scene.who(one.holder), one)


def parties_without_confirmed_interest(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The involved parties of which no interest is on record that they stated or confirmed themselves (R-INT-01)."""
    start = beginning(scene, project, definition.where)
    noted: dict[str, Interest] = {}
    confirmed: dict[str, Interest] = {}
    for key, _, one in _stated(scene, project):
        (confirmed if one.confirmed_by(scene.on) else noted).setdefault(key, one)
    piles = Tally()
    lists = unattested(scene, project, "interests")
    unsure = bool(lists) or scene.flawed("interest", project.id) or start.begun is UNKNOWN
    parties = involved(scene, project, definition.where)
    for party in parties:
        own, other = confirmed.get(party.key), noted.get(party.key)
        if own is not None:
            piles.put(NOT_MET, party.evidence(Why.CONFIRMED, own.record, own.confirmed_on or own.on))
        elif other is not None:
            piles.put(UNKNOWN, party.evidence(Why.UNCONFIRMED, other.record, other.on))
        elif unsure or party.doubt is not None:
            piles.put(UNKNOWN, party.evidence(party.doubt or Why.NOT_RECORDED))
        else:
            piles.put(MET, party.evidence(Why.NOT_RECORDED))
    there = {party.key for party in parties}
    for key, name, one in _stated(scene, project):
        if key not in there:  # who only gains by it, or left: on record, and not asked for (A34)
            piles.others.append(Evidence(one.record, key, name, Why.NOT_INVOLVED, one.on))
    incomplete = (*unattested(scene, project, "participations"), *lists)
    due = start.begun is not NOT_MET
    return piles.fact(definition, open_=of_everyone(scene, project), incomplete=incomplete, due=due)


def _answer(scene: Scene, project: Project, one: Interest) -> tuple[InterestResponse | None, Why]:
    """The response to an interest by the day, if any; a no without a reason does not answer (R-INT-02)."""
    names = (one.record, one.id)
    several = [two for two in project.responses if two.interest in names and two.on <= scene.on]
    hidden = one.visibility is Visibility.CONFIDENTIAL
    for response in several:
        if response.answer is not InterestAnswer.DECLINED or response.reason is not None or hidden:
            return response, Why.ANSWERED
    return (several[0], Why.NO_REASON) if several else (None, Why.UNANSWERED)


def interests_without_response(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The interests on record that nobody answered within the days the charter gives for it (R-INT-02)."""
    own = {key for key, _, one in _stated(scene, project) if one.confirmed_by(scene.on)}
    piles = Tally()
    lists = unattested(scene, project, "interests", "responses")
    unsure = "responses" in lists or scene.flawed("response", project.id)
    asked = due = False
    for _, name, one in _stated(scene, project):
        response, why = _answer(scene, project, one)
        record = one.record if response is None else response.record
        asked, off = True, MET
        if why is Why.ANSWERED:
            off = NOT_MET
        elif not one.confirmed_by(scene.on) and scene.who(one.holder)[0] in own:
            off, why = NOT_MET, Why.SUPERSEDED  # what the holder itself says prevails
        elif definition.days is not None and scene.on <= one.on + timedelta(definition.days):
            off, why = NOT_MET, Why.NOT_OVER
        elif unsure or not one.confirmed_by(scene.on):
            off, why = UNKNOWN, why if one.confirmed_by(scene.on) else Why.UNCONFIRMED
        due = due or why is not Why.NOT_OVER
        piles.put(off, Evidence(record, one.record, name, why, one.on))
    more = unlisted(scene, project, "interests", "interest")
    if asked and not due and not more:
        return piles.fact(definition, due=False)
    return piles.fact(definition, open_=more, incomplete=lists)


_TOLD: Final = Text("in vertrouwen", "in confidence")


def _said(several: tuple[HolderStatement, ...], *, flawed: bool) -> tuple[Truth, Why]:
    if len(several) > 1:
        return UNKNOWN, Why.CONTESTED
    if flawed:  # the one that could not be read may be later
        return UNKNOWN, Why.FLAWED_RECORD
    return (MET, Why.PASSED_OVER) if several[0].passed_over else (NOT_MET, Why.TAKEN_SERIOUSLY)


def holders_passed_over(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The holders of an interest that say themselves that it was passed over (R-INT-03).

    The last thing a holder said counts. Who said nothing is asked and not guessed at, so that stays open (A35).
    """
    started = beginning(scene, project, definition.where).begun is not NOT_MET
    flawed = scene.flawed("statement", project.id)
    said = last_said(project.statements, scene.on, lambda name: scene.who(name)[0])
    piles = Tally()
    for number, (key, several) in enumerate(said.items(), start=1):
        off, why = _said(several, flawed=flawed)
        if any(one.visibility is Visibility.CONFIDENTIAL for one in several):
            # That it was said counts; who said it, and when, is for the broker alone (A35).
            record = f"{project.id}/{IN_CONFIDENCE}/{number}"
            piles.put(off, Evidence(record, record, _TOLD.nl, why, title=_TOLD))
            continue
        for one in several:
            piles.put(off, Evidence(one.record, key, scene.name(one.holder), why, one.on))
    silent = [one for one in involved(scene, project, definition.where) if one.key not in said]
    for party in silent:
        piles.put(UNKNOWN if started else NOT_MET, party.evidence(party.doubt or Why.SILENT))
    more = of_everyone(scene, project) if started else ()
    incomplete = unattested(scene, project, "participations")
    return piles.fact(definition, open_=more, incomplete=incomplete, due=started or bool(said))


OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "parties_without_confirmed_interest",
        Family.INTERESTS,
        "count",
        Text(
            "het aantal partijen zonder zelf bevestigd belang",
            "the number of parties without an interest they confirmed",
        ),
        Text(
            "Betrokken partijen, ook van buiten, van wie geen belang is vastgelegd dat ze zelf noemden of bevestigden. "
            "Wat alleen anderen opschreven, laat het open. Een vertrouwelijk belang telt mee; de inhoud blijft buiten "
            "beeld.",
            "Parties involved, also from outside, of which no interest is on record that they stated or confirmed "
            "themselves. What only others noted leaves it open. A confidential interest counts; what it says stays out "
            "of sight.",
        ),
        ("R-INT-01", "A34", "A35"),
        parties_without_confirmed_interest,
        takes=("where",),
        example=Text(
            "Twee partijen bevestigden hun belang en van de derde staat er niets: één partij.",
            "Two parties confirmed their interest and nothing is on record of the third: one party.",
        ),
    ),
    Derivation(
        "interests_without_response",
        Family.INTERESTS,
        "count",
        Text("het aantal onbeantwoorde belangen", "the number of interests without a response"),
        Text(
            "Vastgelegde belangen zonder antwoord, na het aantal dagen dat de overeenkomst daarvoor geeft. Een "
            "afwijzing met reden is een antwoord. Wat anderen noteerden, vervalt zodra de partij zich zelf uitspreekt.",
            "Interests on record without a response, after the days that the charter gives for it. A reasoned no is a "
            "response. What others noted lapses once the party speaks for itself.",
        ),
        ("R-INT-02", "A35"),
        interests_without_response,
        takes=("days",),
    ),
    Derivation(
        "holders_passed_over",
        Family.INTERESTS,
        "count",
        Text(
            "het aantal partijen dat zegt gepasseerd te zijn",
            "the number of parties that say they were passed over",
        ),
        Text(
            "Houders van een belang die zelf zeggen dat ze gepasseerd of niet serieus genomen zijn; hun laatste "
            "uitspraak telt. Alleen zij kunnen dat zeggen, dus wie zich niet uitsprak, laat het open.",
            "Holders of an interest who say themselves that they were passed over or not taken seriously; the last "
            "thing they said counts. Only they can say so, and who said nothing leaves it open.",
        ),
        ("R-INT-03", "A35"),
        holders_passed_over,
        takes=("where",),
    ),
)
