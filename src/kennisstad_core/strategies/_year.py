# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for what a year leaves in a register: meetings, money, agreements, paces, results and declarations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..records import (
    AgendaItem,
    Agreement,
    AgreementKind,
    Aim,
    Budget,
    Challenge,
    Commitment,
    Declaration,
    Disposition,
    Expenditure,
    FinancePosition,
    Fulfilment,
    HolderStatement,
    Indicator,
    Interest,
    InterestAnswer,
    InterestResponse,
    InterestTranslation,
    ItemStatus,
    LifecycleStage,
    Meeting,
    MeetingStatus,
    Milestone,
    PaceStatement,
    Person,
    PolicyAction,
    PositionKind,
    Purpose,
    Recess,
    Recognition,
    ResearchQuestion,
    Result,
    Seat,
    Signatory,
    Source,
    Term,
    TermKind,
    Understanding,
    Verdict,
    Visibility,
    Wish,
    WishStatus,
)
from ..values import ALWAYS, Period
from ._parts import Part, build, mostly, pick, some
from ._values import LABELS, days, money, periods, words

PARTIES: Final = ("m1", "x1", "x2")
"""Who acts in records that are drawn by themselves: a member and two organisations from outside."""

_ON: Final = days()
_PERHAPS_ON: Final = mostly(None, _ON)
_PERSON: Final = st.builds(Person, name=words())
_SOURCE: Final = st.builds(Source, document=words())
_PARTY: Final = pick(PARTIES)
_PARTIES: Final = st.lists(_PARTY, max_size=3)
_COUNTS: Final = st.dictionaries(_PARTY, st.integers(0, 200), max_size=3)
_PERIOD: Final = mostly(ALWAYS, periods())
_SPAN: Final = st.tuples(_ON, _ON).map(lambda ends: Period(min(ends), max(ends)))
_WORD: Final = words()
_PERHAPS: Final = st.just("") | _WORD
_TEXT: Final = st.none() | LABELS
_AMOUNT: Final = money(0, 10**7)
_YEAR: Final = st.none() | st.integers(2020, 2040)


# Bodies


def seats(**parts: Part) -> SearchStrategy[Seat]:
    """Seats of partners in a body."""
    return build(Seat, parts, body=st.just("b1"), partner=_PARTY, period=_PERIOD, alternate=st.booleans())


def meetings(**parts: Part) -> SearchStrategy[Meeting]:
    """Meetings that were held, are planned or were called off, with attendance in aggregate."""
    status = mostly(MeetingStatus.HELD, st.sampled_from(MeetingStatus))
    return build(
        Meeting,
        parts,
        body=st.just("b1"),
        on=_ON,
        status=status,
        attendance=_COUNTS,
        all_counted=st.booleans(),
    )


def recesses(**parts: Part) -> SearchStrategy[Recess]:
    """Pauses of one body or of all, registered before or after they began."""
    body = st.sampled_from(("", "b1"))
    return build(Recess, parts, period=_SPAN, registered_on=_ON, by=_PERSON, body=body, reason=_PERHAPS)


def agenda_items(**parts: Part) -> SearchStrategy[AgendaItem]:
    """Points for a meeting, in every state."""
    return build(
        AgendaItem,
        parts,
        body=st.just("b1"),
        purpose=st.just("s1"),
        title=LABELS,
        on=_ON,
        status=st.sampled_from(ItemStatus),
        reason=_WORD,
        until=_PERHAPS_ON,
    )


def wishes(**parts: Part) -> SearchStrategy[Wish]:
    """What was asked of the partnership, in every state."""
    status = st.sampled_from(WishStatus)
    return build(
        Wish, parts, by=_PARTY, on=_ON, text=LABELS, status=status, answered_on=_PERHAPS_ON, reason=_WORD
    )


# Money


def finance_positions(**parts: Part) -> SearchStrategy[FinancePosition]:
    """How a participant says it stands in the finances of a project."""
    return build(FinancePosition, parts, party=_PARTY, kind=st.sampled_from(PositionKind), on=_ON)


def budgets(**parts: Part) -> SearchStrategy[Budget]:
    """What partners set apart for projects."""
    purpose = st.just(Purpose.PROJECT)
    return build(
        Budget, parts, id=st.just("bu1"), partner=_PARTY, amount=_AMOUNT, period=_PERIOD, purpose=purpose
    )


def expenditures(**parts: Part) -> SearchStrategy[Expenditure]:
    """What was spent on projects."""
    purpose = st.just(Purpose.PROJECT)
    return build(Expenditure, parts, id=st.just("ex1"), amount=_AMOUNT, on=_ON, purpose=purpose)


# Alignment, interests, commitment and pace


def interests(**parts: Part) -> SearchStrategy[Interest]:
    """Interests, own or noted by others, of which some are confidential."""
    return build(
        Interest,
        parts,
        holder=_PARTY,
        on=_ON,
        text=_TEXT,
        own=st.booleans(),
        confirmed_on=_PERHAPS_ON,
        visibility=mostly(Visibility.OPEN, st.sampled_from(Visibility), 2),
        note=_PERHAPS,
    )


def interest_responses(**parts: Part) -> SearchStrategy[InterestResponse]:
    """Answers to an interest."""
    answer = st.sampled_from(InterestAnswer)
    return build(
        InterestResponse, parts, interest=st.just("in1"), on=_ON, by=_PERSON, answer=answer, reason=_TEXT
    )


def interest_translations(**parts: Part) -> SearchStrategy[InterestTranslation]:
    """Interests in the terms of another party."""
    return build(
        InterestTranslation,
        parts,
        interest=st.just("in1"),
        to=_PARTY,
        on=_ON,
        text=_TEXT,
        confirmed_on=_PERHAPS_ON,
    )


def holder_statements(**parts: Part) -> SearchStrategy[HolderStatement]:
    """What holders say of how their interest was treated."""
    visibility = mostly(Visibility.OPEN, st.sampled_from(Visibility), 2)
    return build(
        HolderStatement,
        parts,
        holder=_PARTY,
        on=_ON,
        passed_over=st.booleans(),
        text=_TEXT,
        visibility=visibility,
    )


def agreed(**parts: Part) -> SearchStrategy[Agreement]:
    """Agreements on the collaboration, the finances or a joint pace."""
    kind = st.sampled_from(AgreementKind)
    return build(
        Agreement,
        parts,
        kind=kind,
        on=_ON,
        parties=_PARTIES,
        period=_PERIOD,
        shares=_COUNTS,
        amount=st.none() | _AMOUNT,
    )


def commitments(**parts: Part) -> SearchStrategy[Commitment]:
    """What parties undertake, in a unit of their own."""
    unit = st.sampled_from(("hours", "days"))
    return build(
        Commitment,
        parts,
        id=st.just("co1"),
        party=_PARTY,
        quantity=st.integers(0, 1000),
        unit=unit,
        on=_ON,
        period=_PERIOD,
    )


def fulfilments(**parts: Part) -> SearchStrategy[Fulfilment]:
    """What was delivered on a commitment."""
    return build(Fulfilment, parts, commitment=st.just("co1"), quantity=st.integers(0, 1000), on=_ON)


def pace_statements(**parts: Part) -> SearchStrategy[PaceStatement]:
    """When parties say that they can."""
    return build(PaceStatement, parts, party=_PARTY, period=periods(), basis=_PERHAPS, on=_PERHAPS_ON)


def terms(**parts: Part) -> SearchStrategy[Term]:
    """Political terms and academic years, with their basis."""
    kind = st.sampled_from(TermKind)
    basis = st.sampled_from(("election day", "academic year"))
    return build(Term, parts, id=st.just("te1"), partner=_PARTY, kind=kind, period=periods(), basis=basis)


# From challenge to result


def challenges(**parts: Part) -> SearchStrategy[Challenge]:
    """Tasks of society that parties bring."""
    return build(Challenge, parts, id=st.just("ch1"), holder=_PARTY, text=LABELS, on=_PERHAPS_ON)


def research_questions(**parts: Part) -> SearchStrategy[ResearchQuestion]:
    """Challenges in the language of research."""
    return build(
        ResearchQuestion,
        parts,
        id=st.just("rq1"),
        challenge=st.just("ch1"),
        text=LABELS,
        on=_PERHAPS_ON,
        useful_to=_PARTIES,
    )


def results(**parts: Part) -> SearchStrategy[Result]:
    """What was delivered, and who is to use it."""
    return build(Result, parts, id=st.just("re1"), title=LABELS, on=_ON, users=_PARTIES, plain=_TEXT)


def understandings(**parts: Part) -> SearchStrategy[Understanding]:
    """Whether a user can work with a result."""
    return build(
        Understanding, parts, result=st.just("re1"), user=_PARTY, by=_PERSON, on=_ON, usable=st.booleans()
    )


def dispositions(**parts: Part) -> SearchStrategy[Disposition]:
    """Decisions on a result, of every kind."""
    return build(
        Disposition,
        parts,
        result=st.just("re1"),
        verdict=st.sampled_from(Verdict),
        by=_PERSON,
        on=_ON,
        reason=_WORD,
        owner=_PERHAPS,
        until=_PERHAPS_ON,
    )


def policy_actions(**parts: Part) -> SearchStrategy[PolicyAction]:
    """What was done with a result."""
    return build(PolicyAction, parts, id=st.just("ac1"), result=st.just("re1"), title=LABELS, on=_PERHAPS_ON)


def milestones(**parts: Part) -> SearchStrategy[Milestone]:
    """When a project came to a stage of its life."""
    return build(Milestone, parts, stage=st.sampled_from(LifecycleStage), on=_ON)


# Declarations and aims


def declarations(**parts: Part) -> SearchStrategy[Declaration]:
    """Signed statements, with and without a list of who was to sign."""
    return build(Declaration, parts, id=st.just("de1"), title=LABELS, on=_ON, expected=_PARTIES)


def signatories(**parts: Part) -> SearchStrategy[Signatory]:
    """Who signed, and when."""
    return build(Signatory, parts, declaration=st.just("de1"), party=_PARTY, on=_ON, capacity=_PERHAPS)


def recognitions(**parts: Part) -> SearchStrategy[Recognition]:
    """Titles and prizes."""
    return build(Recognition, parts, id=st.just("ti1"), title=LABELS, on=_PERHAPS_ON, year=_YEAR, by=_PERHAPS)


def aims(**parts: Part) -> SearchStrategy[Aim]:
    """What partners want to reach."""
    return build(Aim, parts, id=st.just("ai1"), title=LABELS, horizon=_YEAR, adopted_on=_PERHAPS_ON)


def indicators(**parts: Part) -> SearchStrategy[Indicator]:
    """Measures that people chose for an aim."""
    return build(
        Indicator,
        parts,
        id=st.just("id1"),
        aim=st.just("ai1"),
        title=LABELS,
        adopted_on=_ON,
        by=_PERSON,
        source=_SOURCE,
    )


# All that belongs together


def about(
    names: Sequence[str], make: Callable[[SearchStrategy[str]], SearchStrategy[Any]], most: int = 2
) -> SearchStrategy[tuple[Any, ...]]:
    """A few records about some of these, or none where there is nothing for them to be about."""
    return some(make(pick(names)), most) if names else st.just(())


def of_project(draw: DrawFn, name: str, parties: Sequence[str], themes: Sequence[str]) -> dict[str, Part]:
    """The records of a year of one project, which point at one another and at these parties and themes."""
    who, theme = pick(parties), pick(("", *themes))
    among = st.lists(who, max_size=3)
    held = [
        evolve(one, id=f"{name}-in{n}")
        for n, one in enumerate(draw(some(interests(holder=who, theme=theme))))
    ]
    promised = [evolve(one, id=f"{name}-co{n}") for n, one in enumerate(draw(some(commitments(party=who))))]
    brought = [evolve(one, id=f"{name}-ch{n}") for n, one in enumerate(draw(some(challenges(holder=who), 1)))]
    made = [evolve(one, id=f"{name}-re{n}") for n, one in enumerate(draw(some(results(users=among), 1)))]
    result = [one.id for one in made]
    shares = st.dictionaries(who, st.integers(0, 9), max_size=2)
    return {
        "interests": st.just(tuple(held)),
        "responses": about([one.id for one in held], lambda held: interest_responses(interest=held)),
        "translations": about(
            [one.id for one in held], lambda held: interest_translations(interest=held, to=who), 1
        ),
        "statements": some(holder_statements(holder=who), 1),
        "positions": some(finance_positions(party=who)),
        "agreements": some(agreed(parties=among, shares=shares)),
        "commitments": st.just(tuple(promised)),
        "fulfilments": about([one.id for one in promised], lambda one: fulfilments(commitment=one)),
        "paces": some(pace_statements(party=who), 3),
        "challenges": st.just(tuple(brought)),
        "research_questions": about(
            [one.id for one in brought],
            lambda one: research_questions(id=st.just(f"{name}-rq"), challenge=one, useful_to=among),
            1,
        ),
        "results": st.just(tuple(made)),
        "understandings": about(result, lambda one: understandings(result=one, user=who)),
        "dispositions": about(result, lambda one: dispositions(result=one)),
        "actions": about(
            result, lambda one: policy_actions(id=st.just(f"{name}-ac"), result=one, party=who), 1
        ),
        "milestones": some(milestones()),
    }


def of_partnership(
    draw: DrawFn,
    parties: Sequence[str],
    projects: Sequence[str],
    bodies: Sequence[str],
    sections: Sequence[str],
    themes: Sequence[str],
) -> dict[str, Part]:
    """The records of a year of the partnership as a whole, which point at one another and at these names."""
    who, body, theme = pick(parties), pick(bodies), pick(("", *themes))
    project, section = pick(("", *projects)), pick(sections)
    counts: Any = st.dictionaries(who, st.integers(0, 50), max_size=3)
    covered = st.lists(section, max_size=2) if sections else st.just(())
    declared = draw(some(declarations(expected=st.lists(who, max_size=3), theme=theme), 1))
    aimed = draw(some(aims(themes=st.lists(pick(themes), max_size=1) if themes else st.just(())), 1))
    set_apart = draw(some(budgets(partner=who, project=project), 1))
    budget = pick(("", *(one.id for one in set_apart)))
    return {
        "seats": some(seats(body=body, partner=who)),
        "meetings": some(meetings(body=body, attendance=counts, purposes=covered), 4),
        "recesses": some(recesses(body=pick(("", *bodies))), 1),
        "agenda_items": some(agenda_items(body=body, purpose=section), 1),
        "wishes": some(wishes(by=who, led_to=project, theme=theme), 1),
        "budgets": st.just(set_apart),
        "expenditures": some(expenditures(project=project, budget=budget), 1),
        "interests": some(interests(holder=who, theme=theme), 1),
        "agreements": some(agreed(parties=st.lists(who, max_size=3), shares=counts), 1),
        "terms": some(terms(partner=who), 1),
        "declarations": st.just(declared),
        "signatories": about(
            [one.id for one in declared], lambda one: signatories(declaration=one, party=who)
        ),
        "recognitions": some(recognitions(), 1),
        "aims": st.just(aimed),
        "indicators": about([one.id for one in aimed], lambda one: indicators(aim=one), 1),
    }
