# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Money: what was booked on what, budgets, and how each participant stands in the finances (S10-S13, S89).

Who pays for the core is in `core`; both add their facts to the dictionary from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from ..records.alignment import AgreementKind
from ..records.funding import Budget
from ..records.projects import Project
from ..records.register import Register
from ..text import Text
from ..truth import MET, NOT_MET, UNKNOWN, Truth
from ..values import Range
from .core import core_contributors_not_members, members_without_core_contribution
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family
from .involvement import Tally, involved, of_everyone, unattested
from .ledger import Booking, Places, attested, bookings, postings
from .scene import Scene

# What was booked on what (R-FIN-02)


def commingled_entries(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """What was spent in the period and is booked on money that is meant for something else (R-FIN-02)."""
    tally, places = Tally(), Places.of(register)
    for one in bookings(register, scene.on):
        if one.posting.first.on not in scene.period:
            continue
        apart, why = (NOT_MET, Why.CORRECTED_AWAY) if not one.cents else (~one.fits, one.why)
        for item in _booked(scene, places, one, why):
            tally.put(apart, item)
    return _of_spending(definition, scene, register, tally)


def _booked(scene: Scene, places: Places, one: Booking, why: Why) -> Iterator[Evidence]:
    """The expenditure with its corrections, and what it was booked on: the two sides of a booking."""
    record, *corrections = one.posting.records
    on, value = one.posting.first.on, Range.exactly(one.cents)
    yield Evidence(record, record, record, why, on, value=value, unit=one.currency)
    yield from (Evidence(other, record, other, why) for other in corrections)
    for place in one.booked_on:
        whose = places.owner(place)
        yield Evidence(place, record, scene.name(whose) if whose else place, Why.CHARGED)


def _of_spending(definition: DerivedFact, scene: Scene, register: Register, tally: Tally) -> Fact:
    """A count that there may be more of as long as nobody attests that everything that was spent is on record."""
    complete = attested(register.completeness, "expenditures", scene.period, scene.on)
    open_ = [] if complete else [Why.LIST_INCOMPLETE]
    if scene.flawed("expenditure"):
        open_.append(Why.FLAWED_RECORD)
        # It may have been the correction that puts a booking right.
        tally.perhaps += tally.sure
        tally.sure = []
    return tally.fact(definition, open_=open_, incomplete=() if complete else ("expenditures",))


# Budgets


def overspent_budgets(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The budgets of which more was spent than they hold, beyond the tolerance that a charter may set (S13)."""
    tally = Tally()
    booked: dict[str, list[Booking]] = {}
    for one in bookings(register, scene.on):
        if one.budget:
            booked.setdefault(one.budget, []).append(one)
    flawed, lacking = scene.flawed("expenditure"), False
    for budget in register.budgets:
        if budget.period.meet(scene.period) is None:
            continue
        spent = booked.get(budget.id, [])
        complete = attested(register.completeness, "expenditures", budget.period, scene.on)
        over = _over(budget, spent, definition)
        if flawed or (over is NOT_MET and not complete):
            over, lacking = UNKNOWN, lacking or not complete
        for item in _spent(scene, budget, spent, over):
            tally.put(over, item)
    open_ = (Why.FLAWED_RECORD,) if scene.flawed("budget") else ()
    return tally.fact(definition, open_=open_, incomplete=("expenditures",) if lacking else ())


def _over(budget: Budget, spent: list[Booking], definition: DerivedFact) -> Truth:
    """Whether more was spent than there is, of which another currency or a lost original leaves part unknown."""
    own = [one for one in spent if one.currency == budget.amount.currency and not one.posting.loose]
    allowed = Fraction(budget.amount.cents)
    if definition.tolerance is not None:
        allowed += allowed * Fraction(definition.tolerance.part, definition.tolerance.whole)
    others = [one.cents for one in spent if one not in own]
    if sum(one.cents for one in own) > allowed:
        return UNKNOWN if any(cents < 0 for cents in others) else MET
    return UNKNOWN if any(others) else NOT_MET


def _spent(scene: Scene, budget: Budget, spent: list[Booking], over: Truth) -> Iterator[Evidence]:
    """The budget with what was spent of it, and each expenditure behind that."""
    why = {MET: Why.OVERSPENT, UNKNOWN: Why.LIST_INCOMPLETE, NOT_MET: Why.WITHIN_BUDGET}[over]
    currency = budget.amount.currency
    cents = sum(one.cents for one in spent if one.currency == currency)
    name = scene.name(budget.partner)
    value = Range.exactly(cents)
    yield Evidence(budget.id, budget.id, name, why, period=budget.period, value=value, unit=currency)
    for one in spent:
        record, *corrections = one.posting.records
        on, amount = one.posting.first.on, Range.exactly(one.cents)
        yield Evidence(record, budget.id, record, Why.COUNTED, on, value=amount, unit=one.currency)
        yield from (Evidence(other, budget.id, other, Why.COUNTED) for other in corrections)


# How each participant stands (R-FIN-03)


def participants_without_position(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The participants of whom it is not on record how they stand in the finances of a project (R-FIN-03, A24)."""
    tally = Tally()
    known, perhaps = _positions(scene, project)
    lists = unattested(scene, project, "contributions", "positions")
    # A stated position exists only by being recorded, so it is enough that one of the two is known to be complete.
    incomplete = ("contributions",) if len(lists) == 2 else ()
    flawed = any(
        scene.flawed(kind, project.id) for kind in ("contribution", "position", "agreement", "budget")
    )
    lacking = False
    for party in involved(scene, project, definition.where):
        records = known.get(party.key)
        if records:
            tally.others += (party.evidence(Why.POSITION_KNOWN, record) for record in records)
            continue
        lacking = True
        unsure = incomplete or flawed or perhaps or party.doubt is not None
        tally.put(UNKNOWN if unsure else MET, party.evidence(party.doubt or Why.NO_POSITION))
    open_ = [*of_everyone(scene, project)]
    if scene.flawed("contribution", project.id):
        open_.append(Why.FLAWED_RECORD)  # it may have been a correction that takes a position away
    everyone = unattested(scene, project, "participations")
    return tally.fact(definition, open_=open_, incomplete=(*everyone, *(incomplete if lacking else ())))


def _positions(scene: Scene, project: Project) -> tuple[dict[str, list[str]], bool]:
    """The records that say how a party stands, by party; and whether there are some of which it is not known whose.

    A contribution, an amount in kind that nobody valued, a share in an agreed key, a budget for the project, and a
    stated position are all positions, also when the last says *nothing* (A24).
    """
    found: dict[str, list[str]] = {}
    perhaps = False
    for whose, record, certain in _stated(scene, project):
        if not certain or scene.reader.find(whose) is None:
            perhaps = True
        if certain:
            found.setdefault(scene.who(whose)[0], []).append(record)
    return found, perhaps


def _stated(scene: Scene, project: Project) -> Iterator[tuple[str, str, bool]]:
    for one in postings(project.contributions, f"{project.id}/contributions", scene.on):
        worth = one.net.low > 0 or (one.doubts == (Why.NOT_VALUED,) and one.first.amount is None)
        if worth or one.doubts:
            yield one.first.contributor, one.record, worth
    for position in project.positions:
        if position.on <= scene.on:
            yield position.party, position.record, True
    for agreement in project.agreements:
        if agreement.kind is AgreementKind.FINANCE and agreement.on <= scene.on:
            yield from ((party, agreement.record, True) for party, _ in agreement.shares)
    for budget in scene.register.budgets_of(project.id):
        yield budget.partner, budget.id, True


# The dictionary

OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "participants_without_position",
        Family.FUNDING,
        "count",
        Text(
            "het aantal deelnemers zonder vastgelegde financiële positie",
            "the number of participants without a position in the finances on record",
        ),
        Text(
            "Deelnemers van wie niet is vastgelegd hoe ze in de financiën van het project staan. Een bijdrage in geld, "
            "een inbreng in natura (ook zonder waardering), een aandeel in een afgesproken sleutel, een "
            "budget voor het project of de uitspraak dat er niets wordt bijgedragen: het zijn allemaal posities. Wie "
            "als deelnemer telt, zegt ‘where’.",
            "Participants of whom it is not on record how they stand in the finances of the project. A contribution in "
            "cash, one in kind (valued or not), a share in an agreed key, a budget for the project, or the "
            "statement that nothing is contributed: all are positions. Who counts as a participant is said by ‘where’.",
        ),
        ("R-FIN-03", "A24"),
        participants_without_position,
        takes=("where",),
        example=Text(
            "Een draagt € 30.000 bij, een brengt uren in die niemand waardeerde, een zegt niets bij te dragen: nul "
            "deelnemers zonder positie.",
            "One contributes €30,000, one brings hours that nobody valued, one says it contributes nothing: no "
            "participant without a position.",
        ),
    ),
)
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = (
    Derivation(
        "members_without_core_contribution",
        Family.FUNDING,
        "count",
        Text(
            "het aantal partners zonder bijdrage aan de kern",
            "the number of members without a contribution to the core",
        ),
        Text(
            "Partners die in een kalenderjaar van de periode niets aan de kernorganisatie bijdroegen, na correcties en "
            "hoe weinig ook. ‘where’ zegt welke vorm en fase tellen. Van wie maar een deel van het jaar partner was, "
            "wordt niets afgeleid, tenzij ‘days’ zegt vanaf hoeveel dagen een bijdrage hoort. Een jaar dat nog niet "
            "voorbij is, telt nog niet.",
            "Members that contributed nothing to the core organisation in a calendar year of the period, after "
            "corrections and however little. ‘where’ says which form and stage count. Of a member for part of the year "
            "nothing is inferred, unless ‘days’ says from how many days on a contribution is due. A year that is not "
            "over does not count yet.",
        ),
        ("R-FIN-01", "A23"),
        members_without_core_contribution,
        takes=("where", "days"),
        example=Text(
            "Vijf partners dragen € 100.000 tot € 10.000 bij: nul. Dat de bedragen verschillen, telt niet.",
            "Five members contribute between €100,000 and €10,000: none. That the amounts differ does not count.",
        ),
    ),
    Derivation(
        "core_contributors_not_members",
        Family.FUNDING,
        "count",
        Text(
            "het aantal partijen dat aan de kern bijdroeg zonder partner te zijn",
            "the number of parties that contributed to the core without being a member",
        ),
        Text(
            "Partijen die op de dag van hun bijdrage aan de kernorganisatie geen partner waren. Dat wordt gemeld en "
            "niet beoordeeld.",
            "Parties that were no member on the day of their contribution to the core organisation. This is told and "
            "not judged.",
        ),
        ("R-FIN-01", "A23"),
        core_contributors_not_members,
        takes=("where",),
    ),
    Derivation(
        "commingled_entries",
        Family.FUNDING,
        "count",
        Text(
            "het aantal uitgaven dat is geboekt op geld met een andere bestemming",
            "the number of expenditures booked on money meant for something else",
        ),
        Text(
            "Uitgaven die na correcties staan op een bijdrage of budget met een andere bestemming: projectkosten "
            "op geld voor de kern, kernkosten op projectgeld, of kosten van het ene project op geld voor het andere. "
            "Er wordt niets vanzelf omgeboekt.",
            "Expenditures that, after corrections, are booked on a contribution or budget meant for something else: "
            "project costs on money for the core, core costs on project money, or costs of one project on money for "
            "another. Nothing is rebooked by itself.",
        ),
        ("R-FIN-02",),
        commingled_entries,
        example=Text(
            "€ 5.000 voor een project, geboekt op een bijdrage aan de kern: één, met beide vastleggingen erbij.",
            "€5,000 for a project, booked on a contribution to the core: one, with both records.",
        ),
    ),
    Derivation(
        "overspent_budgets",
        Family.FUNDING,
        "count",
        Text("het aantal overschreden budgetten", "the number of budgets overspent"),
        Text(
            "Budgetten waarvan na correcties meer is uitgegeven dan erin zit; met ‘tolerance’ pas als het meer is dan "
            "dat deel erboven. Een budget dat niemand vastlegde, wordt niet beoordeeld.",
            "Budgets of which, after corrections, more was spent than they hold; with ‘tolerance’ only when it is more "
            "than that part above it. A budget that nobody recorded is not judged.",
        ),
        ("R-FIN-03",),
        overspent_budgets,
        takes=("tolerance",),
    ),
)
