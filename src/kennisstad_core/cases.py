# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Worked cases: what is given, and what has to come out by the charter's own rules, kept as data beside it.

A case states values of facts, so it needs no register. Where records make the value (who counts, which meeting was
held when), the derivation of that fact is what has to be tested, and a case cannot do that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from .charter import UNDETERMINED, Charter, Charters
from .desk import desk
from .facts.supposing import Supposition, Unsupposable, unknown
from .findings import Ruling, Status
from .provisions import natural
from .records.parties import check_id
from .text import Text
from .truth import Truth
from .values import Known

Told: TypeAlias = str | int | bool
"""A value of a fact as a person writes it: ``3``, ``"2..5"``, ``"1250.50"``, ``true`` or the name of an option."""
Part: TypeAlias = Literal["outcome", "questions", "clauses", "needs", "sensitive"]
"""What a case may say has to come out."""


def _told(value: Told) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _facts(facts: Mapping[str, Told] | Iterable[tuple[str, Told]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _told(value)) for name, value in dict(facts).items()))


def _statuses(
    several: Mapping[str, Status] | Iterable[tuple[str, Status]],
) -> tuple[tuple[str, Status], ...]:
    return tuple(sorted(dict(several).items()))


def _names(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(several)))


@frozen
class Case:
    """What is given of some facts and what has to come out, under one version of the charter or the one of a day.

    ``departures`` names clauses that are departed from, ``needs`` the facts and clauses that are still missing while
    the outcome is open, ``sensitive`` the clauses that would come out otherwise under another reading. What is left out
    is not looked at. ``source`` says where the case comes from.
    """

    id: str = field(validator=check_id)
    title: Text
    charter: str = ""
    on: date | None = None
    facts: tuple[tuple[str, Told], ...] = field(default=(), converter=_facts)
    departures: tuple[str, ...] = field(default=(), converter=_names)
    outcome: str = ""
    questions: tuple[tuple[str, Status], ...] = field(default=(), converter=_statuses)
    clauses: tuple[tuple[str, Status], ...] = field(default=(), converter=_statuses)
    needs: tuple[str, ...] = field(default=(), converter=_names)
    sensitive: tuple[str, ...] = field(default=(), converter=_names)
    source: str = ""
    note: Text | None = None


def _in_order(several: Iterable[Case]) -> tuple[Case, ...]:
    return tuple(sorted(several, key=lambda one: natural(one.id)))


@frozen
class Cases:
    """The worked cases of a partnership."""

    cases: tuple[Case, ...] = field(default=(), converter=_in_order)

    def __iter__(self) -> Iterator[Case]:
        return iter(self.cases)

    def __len__(self) -> int:
        return len(self.cases)


@frozen
class CaseFlaw:
    """Why a case cannot be worked: the ``code`` of a problem, where in the case, and what is wrong there."""

    code: str
    step: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    text: Text | None = None


class FlawedCase(ValueError):
    """A case that does not fit the charter it is about; ``flaws`` says everything that is wrong with it."""

    def __init__(self, case: Case, flaws: Iterable[CaseFlaw]) -> None:
        self.flaws = tuple(flaws)
        said = ", ".join(f"{one.code} at {one.step}" for one in self.flaws)
        super().__init__(f"case {case.id!r} cannot be worked: {said}")


@frozen
class Difference:
    """One thing that came out otherwise than the case says."""

    part: Part
    name: str
    expected: str
    found: str


@frozen
class CaseResult:
    """What came out of a case: everything it asks about, and what differs from what had to come out.

    ``clauses`` are those the case puts to work: it names them, or a question or outcome that rests on them.
    """

    case: Case
    charter: str
    outcome: str
    questions: tuple[tuple[str, Status], ...]
    clauses: tuple[tuple[str, Status], ...]
    differences: tuple[Difference, ...] = ()


def version_of(case: Case, charters: Charters | Charter) -> Charter | None:
    """The version a case is about: the one it names, the one in force on its day, or the only one there is."""
    versions = Charters.of(charters)
    if case.charter:
        return next((one for one in versions if one.id == case.charter), None)
    several = tuple(versions) if case.on is None else versions.on(case.on)
    return several[0] if len(several) == 1 else None


def flaws(case: Case, charters: Charters | Charter) -> tuple[CaseFlaw, ...]:
    """Everything that keeps a case from being worked, none when it fits its charter."""
    versions = Charters.of(charters)
    charter = version_of(case, versions)
    if charter is None:
        known = tuple(one.id for one in versions)
        if case.charter:
            return (CaseFlaw("unknown-version", "charter", case.charter, known),)
        return (CaseFlaw("which-version", "on" if case.on else "", str(case.on or ""), known),)
    return tuple(_flaws(case, charter))


def _flaws(case: Case, charter: Charter) -> Iterator[CaseFlaw]:
    facts = {one.name: one for one in charter.facts}
    clauses = {one.id: one for one in charter.clauses}
    for name, value in case.facts:
        if name not in facts:
            yield CaseFlaw("unknown-fact", f"facts.{name}", name, tuple(facts))
            continue
        try:
            Supposition(name, str(value)).known(facts[name])
        except Unsupposable as refused:
            yield CaseFlaw("value-does-not-fit", f"facts.{name}", str(value), text=refused.text)
    for index, name in enumerate(case.departures):
        if name not in clauses:
            yield CaseFlaw("unknown-clause", f"departures[{index}]", name, tuple(clauses))
        elif not clauses[name].admits_departure:
            yield CaseFlaw("no-departure-admitted", f"departures[{index}]", name)
    outcomes = (*(one.id for one in charter.outcomes), UNDETERMINED)
    if case.outcome and case.outcome not in outcomes:
        yield CaseFlaw("unknown-outcome", "outcome", case.outcome, outcomes)
    questions = tuple(one.id for one in charter.questions)
    for name, _ in case.questions:
        if name not in questions:
            yield CaseFlaw("unknown-question", f"questions.{name}", name, questions)
    for name, _ in case.clauses:
        if name not in clauses:
            yield CaseFlaw("unknown-clause", f"clauses.{name}", name, tuple(clauses))
    for step, names, known, code in (
        ("needs", case.needs, (*facts, *clauses), "unknown-fact"),
        ("sensitive", case.sensitive, tuple(clauses), "unknown-clause"),
    ):
        for index, name in enumerate(names):
            if name not in known:
                yield CaseFlaw(code, f"{step}[{index}]", name, known)
    if not (case.outcome or case.questions or case.clauses or case.needs or case.sensitive):
        yield CaseFlaw("case-without-expectation", "")


def run(case: Case, charters: Charters | Charter) -> CaseResult:
    """Work a case by the rules of its charter: a whole decision, and each clause of conduct it names.

    Raises:
        FlawedCase: a `ValueError` when the case does not fit its charter.
    """
    versions = Charters.of(charters)
    charter = version_of(case, versions)
    wrong = flaws(case, versions)
    if charter is None or wrong:
        raise FlawedCase(case, wrong)
    rulings = tuple(_rulings(case, charter, versions))
    statuses = {one.clause: one.status for each in rulings for one in each.clauses}
    sensitive = {one.clause for each in rulings for one in each.sensitivities}
    questions = {one.question: one.status for one in rulings[0].questions}
    return CaseResult(
        case,
        charter.id,
        rulings[0].outcome,
        tuple(questions.items()),
        tuple((name, statuses[name]) for name in _at_work(case, charter)),
        tuple(_differences(case, rulings[0], questions, statuses, sensitive)),
    )


def _rulings(case: Case, charter: Charter, charters: Charters) -> Iterator[Ruling]:
    """The decision on what is given, and how the clauses of conduct stand that the case names."""
    at = desk(charters)
    definitions = {one.name: one for one in charter.facts}
    given = {name: Supposition(name, str(value)).known(definitions[name]) for name, value in case.facts}
    facts: Mapping[str, Known] = {name: unknown(one) for name, one in definitions.items()} | given
    departed = dict.fromkeys(case.departures, Truth.MET)
    decided = charter.decided
    yield at.rules(charter).rule({one.name: facts[one.name] for one in decided.facts}, departed)
    named = {*(name for name, _ in case.clauses), *case.sensitive} - {one.id for one in decided.clauses}
    for subject in dict.fromkeys(one.subject for one in charter.clauses if one.id in named):
        for body in charter.audited_bodies if subject == "body" else ("",):
            part, rules = at.conduct(charter, subject, body)
            if not named.isdisjoint(one.id for one in part.clauses):
                yield rules.rule({one.name: facts[one.name] for one in part.facts}, departed)


def _at_work(case: Case, charter: Charter) -> tuple[str, ...]:
    """The clauses that the case puts to work, in the order of the charter."""
    named = {*(name for name, _ in case.clauses), *case.sensitive}
    asked = {name for name, _ in case.questions}
    if case.outcome:
        asked |= {name for outcome in charter.outcomes for name, _ in outcome.when}
    # A question rests on clauses and on questions before it, so the last is looked at first.
    for question in reversed(charter.questions):
        if question.id in asked:
            asked |= {*question.requires, *question.any_of}
    given = {name for name, _ in case.facts}
    return tuple(
        one.id
        for one in charter.clauses
        if one.id in named or (one.id in asked and not given.isdisjoint(one.names))
    )


def _differences(
    case: Case,
    decided: Ruling,
    questions: Mapping[str, Status],
    clauses: Mapping[str, Status],
    sensitive: Iterable[str],
) -> Iterator[Difference]:
    if case.outcome and case.outcome != decided.outcome:
        yield Difference("outcome", "", case.outcome, decided.outcome)
    several: tuple[tuple[Part, tuple[tuple[str, Status], ...], Mapping[str, Status]], ...] = (
        ("questions", case.questions, questions),
        ("clauses", case.clauses, clauses),
    )
    for part, expected, found in several:
        for name, status in expected:
            if found[name] is not status:
                yield Difference(part, name, status.value, found[name].value)
    needs = _names(one.name for one in decided.needs)
    if case.needs and case.needs != needs:
        yield Difference("needs", "", ", ".join(case.needs), ", ".join(needs))
    for name in case.sensitive:
        if name not in sensitive:
            yield Difference("sensitive", name, "another reading differs", "no reading differs")
