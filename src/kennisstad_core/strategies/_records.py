# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for what a register holds: organisations, projects, and everything recorded about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias, TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..charter import Charter, Charters, Clause, Theme, Word
from ..conditions import Compare, Relation
from ..facts import GivenFact, JudgementFact
from ..files.shapes import OWN, RECORDS, SINGULAR
from ..records import (
    Admission,
    Benefit,
    Certainty,
    Completeness,
    Contribution,
    DatedName,
    Departure,
    ExternalParty,
    Firmness,
    Flaw,
    Form,
    GivenValue,
    Judgement,
    Membership,
    Participation,
    Partner,
    Person,
    Project,
    Purpose,
    Register,
    Source,
    Stage,
    Unit,
)
from ..text import Text
from ..values import ALWAYS
from ._conditions import FACTS, KINDS, LANDS, ROLES, SIDES
from ._parts import RARELY, SELDOM, Drawing, Part, build, mostly, pick, some
from ._values import LABELS, days, identifiers, known_values, money, periods, texts, words
from ._year import of_partnership, of_project

F = TypeVar("F", JudgementFact, GivenFact)
P = TypeVar("P", Partner, ExternalParty)
Agreement: TypeAlias = Charters | Charter | None
"""The charters that records are to fit; none for the small one that stands in."""
OUTSIDE: Final = ("x1", "x2", "x3")
"""Organisations that no charter names; only a register may."""

_T = Text.same
_STAND_IN: Final = Charter(
    "stand-in",
    _T("A partnership"),
    _T("An agreement"),
    partners=[Partner(name, f"Member {name}") for name in ("m1", "m2", "m3")],
    memberships=[Membership(name) for name in ("m1", "m2", "m3")],
    themes=[Theme("t1", _T("One")), Theme("t2", _T("Two"))],
    roles=[Word(name, _T(name)) for name in ROLES],
    kinds=[Word(name, _T(name)) for name in KINDS],
    bodies=[Word("b1", _T("Board"))],
    facts=FACTS,
    clauses=[
        Clause("c1", _T("Two"), _T("Two."), Compare("involved", Relation.AT_LEAST, 2), admits_departure=True)
    ],
)


def versions_of(charters: Agreement) -> tuple[Charter, ...]:
    if charters is None:
        return (_STAND_IN,)
    return charters.versions if isinstance(charters, Charters) else (charters,)


def _names(charters: Agreement, outside: Iterable[str]) -> tuple[str, ...]:
    """What organisations go by, in the charters and beside them."""
    every = [one for version in versions_of(charters) for one in version.partners]
    inside = [name for one in every for name in (one.id, one.name, *(unit.id for unit in one.units))]
    return tuple(dict.fromkeys((*inside, *outside)))


def sources(**parts: Part) -> SearchStrategy[Source]:
    """Documents and places in them."""
    return build(Source, parts, document=words(), locator=_OR_NOTHING)


def persons(**parts: Part) -> SearchStrategy[Person]:
    """Who judged or decided."""
    return build(Person, parts, name=words(), role=_OR_NOTHING)


# What most records have in common, made once: to make a strategy costs more than to draw from it.
_OR_NOTHING: Final = st.just("") | words()
_PERIOD: Final = mostly(ALWAYS, periods())
_WITH_END: Final = periods().filter(lambda period: period.last is not None)
_PERSON: Final = persons()
_SOURCE: Final = sources()
_SOURCES: Final = mostly((), some(_SOURCE))
_CERTAINTY: Final = mostly(Certainty.CERTAIN, st.sampled_from(Certainty))
_ON: Final = days()
_PERHAPS_ON: Final = mostly(None, _ON)


# Organisations

_WORD: Final = words()
_FORMERLY: Final = some(periods())
_IDENTIFIERS: Final = some(identifiers(), 1)
_ATTRIBUTES: Final = st.fixed_dictionaries({}, optional={"land": pick(LANDS)})
_AFFILIATED: Final = mostly("", st.just("m1"))


@st.composite
def _parties(draw: DrawFn, cls: type[P], own: str, kinds: Collection[str], parts: dict[str, Part]) -> P:
    """An organisation whose names all start with its id, so that no other goes by one of them."""
    party = Drawing(draw, cls, parts)
    name: str = party("id", st.just(own))
    units = [Unit(f"{name}-u", f"{name} unit")] if draw(RARELY) else []
    return party.done(
        name=st.just(f"{name} {draw(_WORD)}".strip()),
        kind=pick(("", *kinds)),
        names=st.just([DatedName(f"{name} before", period) for period in draw(_FORMERLY)]),
        aliases=st.just([f"{name} alias"] if draw(RARELY) else []),
        units=st.just(units),
        identifiers=_IDENTIFIERS,
        attributes=_ATTRIBUTES,
        affiliated_to=_AFFILIATED,
    )


def partners(*, kinds: Collection[str] = KINDS, **parts: Part) -> SearchStrategy[Partner]:
    """Organisations that a charter names."""
    return _parties(Partner, "m1", kinds, parts)


def external_parties(*, kinds: Collection[str] = KINDS, **parts: Part) -> SearchStrategy[ExternalParty]:
    """Organisations that only a register names."""
    return _parties(ExternalParty, OUTSIDE[0], kinds, parts)


def memberships(**parts: Part) -> SearchStrategy[Membership]:
    """Memberships, most of them certain and without an end."""
    return build(Membership, parts, partner=st.just("m1"), period=_PERIOD, certainty=_CERTAINTY)


# About a project

_STAGE: Final = mostly(Firmness.ACTIVE, st.sampled_from(Firmness))


@st.composite
def participations(
    draw: DrawFn,
    /,
    charters: Agreement = None,
    *,
    outside: Collection[str] = OUTSIDE,
    **parts: Part,
) -> Participation:
    """Dated roles of partners, of organisations outside the partnership, and of names that nobody knows."""
    one = Drawing(draw, Participation, parts)
    if parts.keys().isdisjoint(("party", "named")):
        unknown = draw(RARELY)
        one("party", st.just("") if unknown else pick(_names(charters, outside)))
        one("named", _WORD if unknown else st.just(""))
    ended = one("stage", _STAGE) is Firmness.ENDED
    return one.done(
        role=pick([role.id for version in versions_of(charters) for role in version.roles] or ROLES),
        period=_WITH_END if ended else _PERIOD,
        confirmed_on=_PERHAPS_ON,
        certainty=_CERTAINTY,
        sources=_SOURCES,
    )


@st.composite
def judgements(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Judgement:
    """Verdicts on the questions that the charters leave to a person."""
    questions = _declared(charters, JudgementFact)
    version, fact = questions[draw(pick(range(len(questions))))]
    themes = [theme.id for theme in version.themes] if fact.per_theme else []
    return Drawing(draw, Judgement, parts).done(
        fact=st.just(fact.name),
        verdict=pick(fact.choices),
        by=_PERSON,
        on=_ON,
        theme=pick(("", *themes)),
        reason=_OR_NOTHING,
        sources=_SOURCES,
    )


def _declared(charters: Agreement, kind: type[F]) -> list[tuple[Charter, F]]:
    return [
        (version, fact)
        for version in versions_of(charters)
        for fact in version.facts
        if isinstance(fact, kind)
    ]


@st.composite
def _judged(draw: DrawFn, charters: Agreement, project: str) -> tuple[Judgement, ...]:
    """Judgements of which some supersede or contest an earlier one on the same question."""
    made: list[Judgement] = []
    if not _declared(charters, JudgementFact):
        return ()
    for number, one in enumerate(draw(some(judgements(charters), 4))):
        earlier = [other.id for other in made if other.fact == one.fact]
        link = draw(_LINK) if earlier else ""
        to = draw(pick(earlier)) if link else ""
        supersedes, contests = to if link == "supersedes" else "", to if link == "contests" else ""
        made.append(evolve(one, id=f"{project}-j{number}", supersedes=supersedes, contests=contests))
    return tuple(made)


_LINK: Final = st.sampled_from(("", "supersedes", "contests"))


@st.composite
def departures(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Departure:
    """Decisions to depart from a clause that admits it."""
    bodies = [body.id for version in versions_of(charters) for body in version.bodies] or ["b1"]
    return Drawing(draw, Departure, parts).done(
        clause=pick(_admitting(charters)), body=pick(bodies), by=_PERSON, on=_ON, reason=_WORD, period=_PERIOD
    )


def _admitting(charters: Agreement) -> list[str]:
    return [one.id for version in versions_of(charters) for one in version.clauses if one.admits_departure]


def admissions(**parts: Part) -> SearchStrategy[Admission]:
    """Decisions to let a project in, or not to."""
    return build(Admission, parts, by=_PERSON, on=_ON, admitted=st.booleans())


def completeness(**parts: Part) -> SearchStrategy[Completeness]:
    """Attestations that a list is complete, mostly that of the participations."""
    of = mostly("participations", st.sampled_from(tuple(RECORDS)))
    return build(Completeness, parts, by=_PERSON, on=_ON, of=of, period=_PERIOD)


@st.composite
def contributions(
    draw: DrawFn,
    /,
    charters: Agreement = None,
    *,
    outside: Collection[str] = OUTSIDE,
    **parts: Part,
) -> Contribution:
    """Money and what is given in kind, for a project; an amount below zero corrects another contribution."""
    one = Drawing(draw, Contribution, parts)
    form = one("form", st.sampled_from(Form))
    amount = _CORRECTION if one("corrects", st.just("")) else _AMOUNT
    return one.done(
        contributor=pick(_names(charters, outside)),
        purpose=st.just(Purpose.PROJECT),
        stage=st.sampled_from(Stage),
        amount=amount if form is Form.CASH else st.none() | amount,
        on=_PERHAPS_ON,
    )


_AMOUNT: Final = money(0, 10**7)
_CORRECTION: Final = money(-(10**7), -1)


def benefits(**parts: Part) -> SearchStrategy[Benefit]:
    """What parties say that they gain."""
    return build(Benefit, parts, holder=pick(OUTSIDE), side=pick(SIDES), text=LABELS, on=_PERHAPS_ON)


@st.composite
def given_values(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> GivenValue:
    """Values of the facts that the charters leave to the register."""
    facts = [fact for _, fact in _declared(charters, GivenFact)]
    fact = draw(pick(facts))
    return Drawing(draw, GivenValue, parts).done(
        fact=st.just(fact.name), value=known_values(fact), source=_SOURCE, period=_PERIOD
    )


@st.composite
def projects(
    draw: DrawFn,
    /,
    charters: Agreement = None,
    *,
    outside: Collection[str] = OUTSIDE,
    **parts: Part,
) -> Project:
    """Projects with everything that may be recorded about them."""
    one = Drawing(draw, Project, parts)
    name: str = one("id", st.just("p1"))
    paid, first = contributions(charters, outside=outside), st.just(f"{name}-c1")
    corrected = st.tuples(
        contributions(charters, outside=outside, id=first),
        contributions(charters, outside=outside, corrects=first),
    )
    themes = [theme.id for version in versions_of(charters) for theme in version.themes]
    departing = departures(charters) if _admitting(charters) else st.nothing()
    giving = given_values(charters) if _declared(charters, GivenFact) else st.nothing()
    return one.done(
        title=_TITLE,
        period=_PERIOD,
        participations=some(participations(charters, outside=outside), 5),
        judgements=_judged(charters, name),
        completeness=_COMPLETENESS,
        departures=some(departing),
        admissions=_ADMISSIONS,
        contributions=mostly((), some(paid) | corrected),
        benefits=_BENEFITS,
        given=some(giving),
        sources=_SOURCES,
        note=_NOTE,
        **(of_project(draw, name, _names(charters, outside), themes) if draw(SELDOM) else {}),
    )


_TITLE: Final = texts()
_NOTE: Final = mostly("", _WORD)
_COMPLETENESS: Final = st.tuples(completeness()) | some(completeness())
_ADMISSIONS: Final = some(admissions(), 1)
_BENEFITS: Final = some(benefits(), 1)


def flaws(**parts: Part) -> SearchStrategy[Flaw]:
    """Records that could not be used, of every kind."""
    kind, code = st.sampled_from(tuple(SINGULAR.values())), st.just("not-a-date")
    return build(Flaw, parts, record=words(), kind=kind, code=code, project=st.just(""))


@st.composite
def registers(
    draw: DrawFn, /, charters: Agreement = None, *, min_size: int = 0, max_size: int = 3, **parts: Part
) -> Register:
    """Registers of so many projects that are sound beside the charters."""
    register = Drawing(draw, Register, parts)
    taken = frozenset(_names(charters, ()))
    free = [name for name in OUTSIDE if name not in taken]
    kinds = [kind.id for version in versions_of(charters) for kind in version.kinds] or KINDS
    beside = free[: draw(st.integers(0, len(free)))]
    several = [external_parties(id=st.just(name), kinds=kinds) for name in beside]
    outside = [one.id for one in register("external_parties", st.tuples(*several))]
    size = draw(st.integers(min_size, max_size))
    held = [projects(charters, outside=outside, id=st.just(f"p{number}")) for number in range(1, size + 1)]
    names = [one.id for one in register("projects", st.tuples(*held))]
    flawed = some(flaws(project=pick(("", *names))), 1)
    versions = versions_of(charters)
    whole: dict[str, Part] = {}
    if draw(SELDOM):
        whole = of_partnership(
            draw,
            _names(charters, outside),
            names,
            [body.id for version in versions for body in version.bodies] or ["b1"],
            [one.id for version in versions for one in version.agenda] or ["s1"],
            [theme.id for version in versions for theme in version.themes],
        )
    paid = contributions(charters, outside=outside, purpose=st.just(Purpose.CORE), id=st.just("core-c1"))
    return register.done(
        flaws=mostly((), flawed, 3), name=_NOTE, contributions=some(paid, 1), completeness=_WHOLE, **whole
    )


_WHOLE: Final = mostly((), st.tuples(completeness(of=st.sampled_from(tuple(OWN)))))
