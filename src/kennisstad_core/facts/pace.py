# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One joint pace: what each party can, whether it fits together, and whether it was agreed (S81–S83).

Days on which everyone can are a proposal and no agreement; an agreement stands, also outside somebody’s window (A30).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, frozen

from ..records.alignment import Agreement, AgreementKind
from ..records.pace import PaceStatement, Term
from ..records.projects import Project
from ..text import Text
from ..truth import MET, NOT_MET, UNKNOWN, Truth
from ..values import ALWAYS, Period
from .alignment import agreements, bound_by
from .definitions import DerivedFact, Evidence, Fact, Selection, Why
from .derivation import Derivation, Family
from .involvement import Involved, Tally, beginning, involved, of_everyone, unattested
from .scene import Scene
from .windows import Windows, common, conflicts, covers, merged

_WINDOW: Final = Text("het gezamenlijke venster", "the joint window")
_PERIOD: Final = Text("het afgesproken tempo", "the agreed pace")


@frozen
class Availability:
    """The windows that one party stated, with the statements; ``sure`` is whether it surely takes part."""

    key: str
    name: str
    statements: tuple[PaceStatement, ...]
    sure: bool

    @property
    def windows(self) -> Windows:
        """The days on which it can, in as few windows as possible."""
        return merged(one.period for one in self.statements)


def availabilities(scene: Scene, project: Project, where: Selection) -> tuple[Availability, ...]:
    """What every party stated by the day, without those that surely take no part any more or yet."""
    parties = {one.key: one for one in involved(scene, project, where)}
    listed = {scene.who(one.party or one.named)[0] for one in project.participations}
    stated: dict[str, tuple[str, list[PaceStatement]]] = {}
    for one in project.paces:
        key, name = scene.who(one.party)
        if (one.on is None or one.on <= scene.on) and (key in parties or key not in listed):
            stated.setdefault(key, (name, []))[1].append(one)
    return tuple(
        Availability(key, name, tuple(several), key in parties and parties[key].doubt is None)
        for key, (name, several) in sorted(stated.items())
    )


def without_pace(scene: Scene, project: Project, where: Selection) -> tuple[Involved, ...]:
    """The parties involved that stated no pace by the day."""
    stated = {one.key for one in availabilities(scene, project, where)}
    return tuple(one for one in involved(scene, project, where) if one.key not in stated)


def pace_agreement(scene: Scene, project: Project) -> tuple[Agreement, ...]:
    """The pace agreed last, by the day: one, none, or several of one day."""
    several = agreements(scene, project, AgreementKind.PACE.value)
    return tuple(one for one in several if one.on == several[-1].on)


def terms_inside(
    scene: Scene, project: Project, parties: Iterable[Involved]
) -> Iterator[tuple[Term, Involved]]:
    """The terms of parties that end, or may end, before the last day of the plan and not before its first."""
    known = {one.key: one for one in parties}
    for term in scene.register.terms:
        party = known.get(scene.who(term.partner)[0])
        last, plan = term.period.last, project.period
        if party is not None and last is not None and last in plan and last != plan.last:
            yield term, party


def _stated(one: Availability, why: Why) -> Iterator[Evidence]:
    return (Evidence(two.record, one.key, one.name, why, period=two.period) for two in one.statements)


def _joint(project: Project, several: Iterable[Availability], why: Why) -> Iterator[Evidence]:
    held = [one.windows for one in several]
    for window in common(held) if held else ():
        record = f"{project.id}/joint-window/{window}"
        yield Evidence(record, "joint-window", _WINDOW.en, why, period=window, title=_WINDOW)


# The facts


def pace_not_agreed(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The involved parties that no recorded agreement on the pace binds (R-PACE-01); a window that fits is none."""
    start = beginning(scene, project, definition.where)
    bound: dict[str, Agreement] = {}
    for one in agreements(scene, project, AgreementKind.PACE.value):
        bound |= dict.fromkeys(bound_by(scene, project, one), one)
    lists = unattested(scene, project, "agreements")
    unsure = bool(lists) or scene.flawed("agreement", project.id) or start.begun is UNKNOWN
    piles = Tally()
    for party in involved(scene, project, definition.where):
        made = bound.get(party.key)
        if made is not None:
            piles.put(NOT_MET, party.evidence(Why.AGREED, made.record, made.on))
        elif unsure or party.doubt is not None:
            piles.put(UNKNOWN, party.evidence(party.doubt or Why.NOT_RECORDED))
        else:
            piles.put(MET, party.evidence(Why.NOT_RECORDED))
    if not bound:
        piles.others += _joint(project, availabilities(scene, project, definition.where), Why.PROPOSED)
    incomplete = (*unattested(scene, project, "participations"), *lists)
    due = start.begun is not NOT_MET
    return piles.fact(definition, open_=of_everyone(scene, project), incomplete=incomplete, due=due)


def parties_without_pace(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The involved parties that did not state when they can (R-PACE-02)."""
    start = beginning(scene, project, definition.where)
    lists = unattested(scene, project, "paces")
    unsure = bool(lists) or scene.flawed("pace", project.id) or start.begun is UNKNOWN
    piles = Tally()
    for party in without_pace(scene, project, definition.where):
        off = UNKNOWN if unsure or party.doubt is not None else MET
        piles.put(off, party.evidence(party.doubt or Why.NOT_STATED))
    for one in availabilities(scene, project, definition.where):
        piles.others += _stated(one, Why.STATED)
    incomplete = (*unattested(scene, project, "participations"), *lists)
    due = start.begun is not NOT_MET
    return piles.fact(definition, open_=of_everyone(scene, project), incomplete=incomplete, due=due)


def pace_conflicts(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The smallest sets of parties whose stated windows have no day in common (R-PACE-02)."""
    several = {one.key: one for one in availabilities(scene, project, definition.where)}
    found = conflicts({key: one.windows for key, one in several.items()})
    flawed = scene.flawed("pace", project.id)
    piles = Tally()
    for those in found.sets:
        key = "+".join(sorted(those))
        sure = not flawed and all(several[name].sure for name in those)
        for name in sorted(those):
            for one in _stated(several[name], Why.CONFLICT):
                piles.put(MET if sure else UNKNOWN, evolve(one, key=key))
    if not found.sets:
        piles.others += _joint(project, several.values(), Why.FITS)
    whys = [*of_everyone(scene, project)]
    if without_pace(scene, project, definition.where):
        whys.append(Why.NOT_STATED)
    if flawed:
        whys.append(Why.FLAWED_RECORD)
    if not found.complete:
        whys.append(Why.NOT_ALL_SOUGHT)
    return piles.fact(definition, open_=whys, incomplete=unattested(scene, project, "participations"))


def terms_ending_inside_plan(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The terms of involved partners that end while the project is still planned to run (R-PACE-03, A31)."""
    piles = Tally()
    for term, party in terms_inside(scene, project, involved(scene, project, definition.where)):
        sure = party.doubt is None and None not in (project.period.first, project.period.last)
        why = Why.TERM_ENDS if sure else party.doubt or Why.NO_PLAN
        found = Evidence(term.id, term.id, party.name, why, term.period.last)
        piles.put(MET if sure else UNKNOWN, found)
    listed = scene.complete("terms", scene.register.completeness)
    whys = [*of_everyone(scene, project)]
    if not listed:
        whys.append(Why.LIST_INCOMPLETE)
    if scene.flawed("term"):
        whys.append(Why.FLAWED_RECORD)
    incomplete = (*unattested(scene, project, "participations"), *(() if listed else ("terms",)))
    return piles.fact(definition, open_=whys, incomplete=incomplete)


def parties_outside_agreed_pace(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The parties of which the agreed pace goes beyond the windows they stated; the agreement stands (A30)."""
    piles = Tally()
    agreed = pace_agreement(scene, project)
    several = availabilities(scene, project, definition.where)
    for made in agreed:
        name = _PERIOD.en
        piles.others.append(
            Evidence(made.record, "agreed-pace", name, Why.AGREED, period=made.period, title=_PERIOD)
        )
        for one in several:
            off, why = _beyond(one, made.period)
            for piece in _stated(one, why):
                piles.put(off, piece)
    flawed = any(scene.flawed(kind, project.id) for kind in ("pace", "agreement"))
    return piles.fact(definition, open_=(Why.FLAWED_RECORD,) if flawed else ())


def _beyond(one: Availability, agreed: Period) -> tuple[Truth, Why]:
    if agreed == ALWAYS:
        return UNKNOWN, Why.NO_PLAN
    if covers(one.windows, agreed):
        return NOT_MET, Why.FITS
    return (MET, Why.OUTSIDE_WINDOW) if one.sure else (UNKNOWN, Why.UNCERTAIN)


_WHERE: Final = ("where",)

OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "pace_not_agreed",
        Family.PACE,
        "count",
        Text(
            "het aantal partijen zonder afspraak over het tempo",
            "the number of parties without an agreement on the pace",
        ),
        Text(
            "Betrokken partijen die aan geen vastgelegde afspraak over één gezamenlijk tempo gebonden zijn. Dagen "
            "waarop iedereen kan, zijn een voorstel en nog geen afspraak.",
            "Parties involved that no agreement on record on one joint pace binds. Days on which everyone can are a "
            "proposal and not an agreement yet.",
        ),
        ("R-PACE-01", "A30"),
        pace_not_agreed,
        _WHERE,
        example=Text(
            "Iedereen kan van 10 januari t/m 28 februari, maar niemand legde een afspraak vast: nog niet afgesproken.",
            "Everyone can from 10 January through 28 February, but no agreement is on record: not agreed yet.",
        ),
    ),
    Derivation(
        "parties_without_pace",
        Family.PACE,
        "count",
        Text("het aantal partijen zonder opgegeven tempo", "the number of parties that stated no pace"),
        Text(
            "Betrokken partijen van wie niet is vastgelegd wanneer zij kunnen.",
            "Parties involved of which it is not on record when they can.",
        ),
        ("R-PACE-02",),
        parties_without_pace,
        _WHERE,
    ),
    Derivation(
        "pace_conflicts",
        Family.PACE,
        "count",
        Text("het aantal botsingen in tempo", "the number of conflicts of pace"),
        Text(
            "De kleinste groepen partijen zonder één dag waarop zij volgens eigen opgave allemaal kunnen; laat er een "
            "weg, en de rest heeft er wel een. Dat kunnen er drie of meer zijn, terwijl elke twee wel samen kunnen.",
            "The smallest sets of parties without a single day on which, by their own statement, all of them can; "
            "leave one out and the rest has one. They may be three or more, although any two of them can.",
        ),
        ("R-PACE-02", "A30"),
        pace_conflicts,
        _WHERE,
    ),
    Derivation(
        "terms_ending_inside_plan",
        Family.PACE,
        "count",
        Text(
            "het aantal termijnen dat tijdens het plan afloopt",
            "the number of terms that end during the plan",
        ),
        Text(
            "Politieke termijnen en academische jaren van betrokken partners die aflopen terwijl het project volgens "
            "plan nog loopt. De dag staat in de gegevens, met de grondslag erbij; er wordt er geen aangenomen.",
            "Political terms and academic years of involved partners that end while the project is planned to run on. "
            "The day stands in the data, with its basis; none is assumed.",
        ),
        ("R-PACE-03", "A31"),
        terms_ending_inside_plan,
        _WHERE,
    ),
    Derivation(
        "parties_outside_agreed_pace",
        Family.PACE,
        "count",
        Text(
            "het aantal partijen waarvoor het afgesproken tempo buiten de eigen opgave valt",
            "the number of parties for which the agreed pace lies outside what they stated",
        ),
        Text(
            "Partijen die niet op alle dagen van het laatst afgesproken tempo kunnen, volgens hun eigen opgave. De "
            "afspraak staat; dit is ter informatie.",
            "Parties that cannot on every day of the pace agreed last, by their own statement. The agreement stands; "
            "this is for information.",
        ),
        ("R-PACE-01", "A30"),
        parties_outside_agreed_pace,
        _WHERE,
    ),
)
