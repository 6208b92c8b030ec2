# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for whole agreements, and for what they decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Final, get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..charter import (
    Answer,
    Answers,
    Charter,
    Charters,
    Choosing,
    Clause,
    Derogation,
    Effect,
    Force,
    Outcome,
    Question,
    Reading,
    Standing,
    Statement,
    Subject,
    Theme,
    Weight,
    Word,
)
from ..conditions import Compare, Condition, Is, Relation
from ..decisions import Basis, Decision
from ..facts import DERIVATIONS, DerivedFact, FactDefinition, derivation
from ..files.checks import most_members
from ..governance import audit, decide
from ..records import Arrangement, ArrangementForm, Membership, Partner
from ..reports import Report
from ..text import Text
from ..values import ALWAYS, Period
from ._conditions import FACTS, KINDS, ROLES, conditions, fact_definitions
from ._parts import RARELY, Drawing, Part, build, chosen, few, mostly, pick, some
from ._records import memberships, partners, registers, sources
from ._values import FIRST, LABELS, LAST, days, periods, texts, words

_DAY: Final = timedelta(days=1)


_FORCE, _WEIGHT, _EFFECT = st.sampled_from(Force), st.sampled_from(Weight), st.sampled_from(Effect)
_STANDING: Final = mostly(Standing.IN_FORCE, st.just(Standing.UNATTESTED))
_CHOOSING: Final = mostly(None, st.builds(Choosing, words(), LABELS, st.none() | days()))
_ANSWERS: Final = st.builds(Answers, LABELS, LABELS, LABELS, st.none() | LABELS)
_SOURCE: Final = st.none() | sources()


@st.composite
def clauses(
    draw: DrawFn, /, facts: Iterable[FactDefinition] = FACTS, *, max_value: int = 6, **parts: Part
) -> Clause:
    """Provisions about these facts, with and without other readings and derogations."""
    asked = conditions(tuple(facts), max_value=max_value)
    less = conditions(tuple(facts), max_value=max_value, max_leaves=2)
    others = few(draw, less), few(draw, less) if draw(st.booleans()) else []
    readings = [Reading(f"r{n}", draw(LABELS), one, draw(_WEIGHT)) for n, one in enumerate(others[0])]
    unless = [Derogation(f"d{n}", draw(LABELS), one, draw(_EFFECT)) for n, one in enumerate(others[1])]
    return Drawing(draw, Clause, parts).done(
        id=st.just("c1"),
        title=LABELS,
        text=LABELS,
        condition=asked,
        force=_FORCE,
        source=_SOURCE,
        applies=less if draw(RARELY) else st.none(),
        readings=st.just(readings),
        unless=st.just(unless),
        standing=_STANDING,
        admits_departure=st.booleans(),
        chosen=_CHOOSING,
    )


@st.composite
def _clauses(draw: DrawFn, facts: Iterable[FactDefinition], most: int) -> list[Clause]:
    held = few(draw, clauses(facts, max_value=most), 4, 1)
    return [evolve(one, id=f"c{number}") for number, one in enumerate(held, start=1)]


@st.composite
def _conduct(draw: DrawFn, bodies: Sequence[str]) -> list[tuple[DerivedFact, Clause]]:
    """Facts that are derived over a period, each with the clause that rests on it."""
    made: list[tuple[DerivedFact, Clause]] = []
    subjects: list[Subject] = [
        name for name in get_args(Subject) if DERIVATIONS[name] and (bodies or name != "body")
    ]
    for number in range(1, draw(st.integers(0, 3)) + 1):
        subject: Subject = draw(pick(subjects))
        body = draw(pick(bodies)) if subject == "body" else ""
        fact = draw(
            fact_definitions(
                DerivedFact, name=st.just(f"y{number}"), subject=st.just(subject), body=st.just(body)
            )
        )
        assert isinstance(fact, DerivedFact)
        entry = derivation(fact)
        truth = entry is not None and entry.kind == "truth"
        condition: Condition = Is(fact.name) if truth else Compare(fact.name, Relation.AT_MOST, 0)
        clause = Clause(
            f"k{number}",
            draw(LABELS),
            draw(LABELS),
            condition,
            draw(_FORCE),
            subject=subject,
            admits_departure=draw(st.booleans()),
        )
        made.append((fact, clause))
    return made


@st.composite
def _questions(draw: DrawFn, clauses: Iterable[str]) -> list[Question]:
    before = list(clauses)
    made: list[Question] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        requires, any_of = chosen(draw, before), chosen(draw, before) if draw(RARELY) else []
        made.append(Question(f"q{number}", draw(LABELS), draw(_ANSWERS), requires, any_of))
        before.append(f"q{number}")
    return made


@st.composite
def _outcomes(draw: DrawFn, questions: Sequence[str]) -> list[Outcome]:
    """Some rows at will, and under them rows that leave no combination of answers without an outcome."""
    free = [chosen(draw, questions)[:2] for _ in range(draw(st.integers(0, 2)))]
    rows = [{name: draw(_ANSWER) for name in asked} for asked in free]
    last = chosen(draw, questions)[:2]
    rows += [dict(zip(last, row, strict=True)) for row in product(draw(_EVERY), repeat=len(last))]
    return [Outcome(f"o{number}", draw(LABELS), row) for number, row in enumerate(rows, start=1)]


_ANSWER: Final = st.sampled_from(Answer)
_EVERY: Final = st.sampled_from(
    ((Answer.MET, Answer.NOT_MET), (Answer.SATISFIED, Answer.EXPLAINED, Answer.NOT_MET))
)


# Agreements


@st.composite
def _partners(draw: DrawFn, kinds: Collection[str]) -> list[Partner]:
    names = [f"m{number}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    return [draw(partners(id=st.just(name), kinds=kinds)) for name in names]


@st.composite
def _facts(draw: DrawFn, roles: Sequence[str], kinds: Sequence[str]) -> list[FactDefinition]:
    held = few(draw, fact_definitions(roles=roles, kinds=kinds), 5, 1)
    return [evolve(one, name=f"f{number}") for number, one in enumerate(held, start=1)]


@st.composite
def _memberships(draw: DrawFn, partners: Iterable[Partner]) -> list[Membership]:
    """Mostly one for every partner."""
    return [evolve(draw(_MEMBERSHIP), partner=one.id) for one in partners for _ in range(draw(_TIMES))]


_MEMBERSHIP: Final = memberships()
_TIMES: Final = mostly(1, st.integers(0, 2))


@st.composite
def charters(draw: DrawFn, /, **parts: Part) -> Charter:
    """Whole charters that pass every check, with an outcome for whatever the answers are.

    What is fixed is used by what is drawn after it: memberships are of these ``partners``, clauses ask for these
    ``facts``, and so on.
    """
    charter = Drawing(draw, Charter, parts)
    roles, kinds = (
        [one.id for one in charter(name, st.sampled_from((_words(usual), ())))] or usual
        for name, usual in (("roles", ROLES), ("kinds", KINDS))
    )
    members = charter("memberships", _memberships(charter("partners", _partners(kinds))))
    most = most_members(members) if members else 6
    bodies = [one.id for one in charter("bodies", _BODIES)]
    conduct = draw(_conduct(bodies)) if parts.keys().isdisjoint(("facts", "clauses")) else []
    facts = charter("facts", _facts(roles, kinds).map(lambda held: [*held, *(one for one, _ in conduct)]))
    read = [one for one in facts if not isinstance(one, DerivedFact)]
    held = charter("clauses", _clauses(read, most).map(lambda held: [*held, *(one for _, one in conduct)]))
    audited = {one.id for _, one in conduct}
    several = charter("questions", _questions([one.id for one in held if one.id not in audited]))
    return charter.done(
        id=st.just("v1"),
        partnership=_PARTNERSHIP,
        title=LABELS,
        period=_PERIOD,
        form=_FORM,
        scale=st.just(""),
        themes=_THEMES,
        agenda=_AGENDA,
        outcomes=_outcomes([one.id for one in several]),
        statements=_STATEMENTS,
        sources=_SOURCES,
        arrangement=_ARRANGEMENT,
    )


def _words(several: Iterable[str]) -> tuple[Word, ...]:
    return tuple(Word(name, Text.same(name)) for name in several)


_SOURCES: Final = mostly((), some(sources()))


def arrangements(**parts: Part) -> SearchStrategy[Arrangement]:
    """What the register of joint arrangements holds of a partnership, and that it is not for others."""
    return build(
        Arrangement,
        parts,
        applies=st.booleans(),
        why=LABELS,
        form=st.none() | st.sampled_from(ArrangementForm),
        purpose=st.none() | LABELS,
        legal_basis=some(sources()),
        powers=some(LABELS),
        seat=mostly("", words()),
        address=mostly("", words()),
        sources=_SOURCES,
    )


_CERTAINTY: Final = st.sampled_from(("certain", "uncertain", "conflict", "not-found"))
_STATEMENTS: Final = mostly((), st.tuples(st.builds(Statement, st.just("s1"), LABELS, _CERTAINTY)))
_THEMES: Final = st.sampled_from(((Theme("t1", Text("één", "one")), Theme("t2", Text("twee", "two"))), ()))
_BODIES: Final = st.sampled_from((_words(["b1", "b2"]), ()))
_AGENDA: Final = st.sampled_from((_words(["s1", "s2"]), ()))
_FORM: Final = mostly("agreement", words())
_PARTNERSHIP: Final = texts()
_PERIOD: Final = mostly(ALWAYS, periods())
_ARRANGEMENT: Final = mostly(None, arrangements())


@st.composite
def agreements(draw: DrawFn, /, *, min_size: int = 1, max_size: int = 3, **parts: Part) -> Charters:
    """So many versions of an agreement, no two of them in force on one day; parts are those of each version."""
    if not 1 <= min_size <= max_size:
        raise InvalidArgument(f"an agreement has versions: min_size={min_size}, max_size={max_size}")
    size = draw(st.integers(min_size, max_size))
    cuts = sorted({draw(_CUT) for _ in range(size - 1 + draw(RARELY))})
    spans = [
        Period(one, None if last is None else last - _DAY) for one, last in pairwise((None, *cuts, None))
    ]
    made: list[Charter] = []
    for span in spans[-size:]:  # sometimes nothing was in force before the first
        usual = {"id": st.just(f"v{len(made) + 1}"), "period": st.just(span)}
        made.append(draw(charters(**{**usual, **parts})))
    return Charters(made)


_CUT: Final = days(FIRST + _DAY)


# What is decided


@st.composite
def bases(draw: DrawFn, charters: SearchStrategy[Charters] | None = None) -> Basis:
    """An agreement, a register under it, and one of its projects: what a decision is made from."""
    held = draw(agreements() if charters is None else charters)
    register = draw(registers(held, min_size=1))
    return Basis(held, register, draw(st.sampled_from(register.projects)))


@st.composite
def decisions(
    draw: DrawFn, bases: SearchStrategy[Basis] | None = None, *, on: SearchStrategy[date] | None = None
) -> Decision:
    """Decisions on any day, unless it is given."""
    basis = draw(_bases() if bases is None else bases)
    return decide(basis.charters, basis.register, basis.project, on=draw(days() if on is None else on))


@st.composite
def reports(
    draw: DrawFn, bases: SearchStrategy[Basis] | None = None, *, period: SearchStrategy[Period] | None = None
) -> Report:
    """Audits of a register over a year, unless another period is given."""
    basis = draw(_bases() if bases is None else bases)
    years = st.integers(FIRST.year, LAST.year).map(Period.year)
    return audit(basis.charters, basis.register, period=draw(years if period is None else period))


_bases: Final = bases
