# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What makes a charter whole: names that lead somewhere, facts that fit, outcomes for every answer.

Each check is a small function from what was read to the problems of it; none needs the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Final, TypeAlias, assert_never

import attrs

from ..charter import Charter, Charters, Clause, Outcome, Question, Word
from ..conditions import All, AtLeastNOf, Compare, CompareShare, Condition, Is, Judged, Not, OneOf, Relation
from ..conditions import Any as AnyOf
from ..errors import Problem
from ..facts.definitions import (
    SELECTABLE,
    CountFact,
    DerivedFact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Selection,
    SumFact,
)
from ..facts.dictionary import DERIVATIONS, derivation
from ..records.funding import Form, Purpose, Stage
from ..records.parties import Directory, Membership, Partner
from ..values import Money
from .parts import CharterParts
from .problems import Placed, is_rows, join, placed
from .totality import outcomes_are_total

Leaf: TypeAlias = Is | OneOf | Judged | Compare | CompareShare

_NUMBERS: Final = (
    "count",
    "sum",
    "given count",
    "given days",
    "given money",
    "derived count",
    "derived days",
    "derived money",
)
_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
_CLOSED: Final[Mapping[str, frozenset[str]]] = {
    "purpose": frozenset(one.value for one in Purpose),
    "form": frozenset(one.value for one in Form),
    "stage": frozenset(one.value for one in Stage),
}


Check: TypeAlias = Callable[[CharterParts], Iterator[Problem]]


def _index(clause: Placed[Clause], name: str, index: int, own: str) -> int:
    """Where a piece that the clause sorts stands in the file."""
    rows = clause.raw.get(name)
    for place, row in enumerate(rows if is_rows(rows) else ()):
        if isinstance(row, Mapping) and row.get("id") == own:
            return place
    return index


def _conditions(clause: Placed[Clause]) -> Iterator[tuple[str, Condition]]:
    """Every condition of a clause with its path."""
    held = clause.value
    yield join(clause.path, "condition"), held.condition
    if held.applies is not None:
        yield join(clause.path, "applies"), held.applies
    for index, reading in enumerate(held.readings):
        place = _index(clause, "readings", index, reading.id)
        yield join(clause.path, f"readings[{place}].condition"), reading.condition
    for index, derogation in enumerate(held.unless):
        place = _index(clause, "unless", index, derogation.id)
        yield join(clause.path, f"unless[{place}].condition"), derogation.condition


def _leaves(condition: Condition, path: str) -> Iterator[tuple[str, Leaf]]:
    match condition:
        case Not(of):
            yield from _leaves(of, join(path, "of"))
        case All(of) | AnyOf(of) | AtLeastNOf(of=of):
            for index, part in enumerate(of):
                yield from _leaves(part, join(join(path, "of"), index))
        case _:
            yield path, condition


def _every_leaf(parts: CharterParts) -> Iterator[tuple[Placed[Clause], str, Leaf]]:
    for clause in parts.of_type("clauses", Clause):
        for path, condition in _conditions(clause):
            for place, leaf in _leaves(condition, path):
                yield clause, place, leaf


def _at(clause: Placed[Clause], path: str) -> str:
    """The rest of a path under a clause."""
    return path[len(clause.path) + 1 :]


def _definitions(parts: CharterParts) -> dict[str, FactDefinition]:
    return {one.value.name: one.value for one in reversed(parts.facts)}


def _is_number(fact: FactDefinition) -> bool:
    return _sort(fact) in _NUMBERS


def _currency(fact: FactDefinition) -> str | None:
    if isinstance(fact, SumFact) or _sort(fact) in ("given money", "derived money"):
        return getattr(fact, "currency", None)
    return None


def facts_exist(parts: CharterParts) -> Iterator[Problem]:
    """A condition rests only on facts that the charter declares."""
    known = [*_definitions(parts), *parts.broken_ids("facts")]
    for clause, path, leaf in _every_leaf(parts):
        named = (
            (("part", leaf.part), ("whole", leaf.whole))
            if isinstance(leaf, CompareShare)
            else (("fact", leaf.fact),)
        )
        for key, name in named:
            if name not in known and "" not in parts.broken_ids("facts"):
                yield clause.problem(
                    "unknown-fact", join(_at(clause, path), key), name, allowed=known, near=True
                )


def _sort(fact: FactDefinition) -> str:
    match fact:
        case CountFact():
            return "count"
        case SumFact():
            return "sum"
        case JudgementFact():
            return "judgement"
        case GivenFact(type=sort):
            return f"given {sort}"
        case DerivedFact():
            entry = derivation(fact)
            return f"derived {entry.kind}" if entry is not None else "derived"
        case _:
            assert_never(fact)


def _wanted(leaf: Is | OneOf | Judged | Compare) -> tuple[str, ...]:
    """The sorts of fact that can answer."""
    match leaf:
        case Is():
            return ("given truth", "derived truth")
        case Judged():
            return ("judgement",)
        case OneOf():
            return ("judgement", "given choice")
        case Compare():
            return _NUMBERS
        case _:
            assert_never(leaf)


def facts_fit(parts: CharterParts) -> Iterator[Problem]:
    """A condition asks of a fact what that kind of fact can answer."""
    definitions = _definitions(parts)
    for clause, path, leaf in _every_leaf(parts):
        at = _at(clause, path)
        if isinstance(leaf, CompareShare):
            yield from _share_fits(clause, at, leaf, definitions)
            continue
        fact = definitions.get(leaf.fact)
        if fact is None:
            continue
        wanted = _wanted(leaf)
        if _sort(fact) not in wanted:
            yield clause.problem("wrong-fact-kind", join(at, "fact"), leaf.fact, allowed=wanted)
        elif isinstance(leaf, Compare):
            yield from _bound_fits(clause, at, leaf, fact)
        elif isinstance(leaf, OneOf | Judged) and isinstance(fact, JudgementFact | GivenFact):
            key, asked = ("options", leaf.options) if isinstance(leaf, OneOf) else ("verdicts", leaf.verdicts)
            for option in sorted(asked - set(fact.choices)):
                yield clause.problem("unknown-option", join(at, key), option, allowed=fact.choices, near=True)


def _share_fits(
    clause: Placed[Clause], at: str, leaf: CompareShare, definitions: Mapping[str, FactDefinition]
) -> Iterator[Problem]:
    two = [(key, name, definitions.get(name)) for key, name in (("part", leaf.part), ("whole", leaf.whole))]
    for key, name, fact in two:
        if fact is not None and not _is_number(fact):
            yield clause.problem("share-needs-numbers", join(at, key), name)
    part, whole = two[0][2], two[1][2]
    if part is not None and whole is not None and _is_number(part) and _is_number(whole):
        units = _currency(part), _currency(whole)
        if units[0] != units[1]:
            yield clause.problem("share-mixes-units", join(at, "whole"), leaf.whole, allowed=(leaf.part,))


def _bound_fits(clause: Placed[Clause], at: str, leaf: Compare, fact: FactDefinition) -> Iterator[Problem]:
    currency = _currency(fact)
    where = join(at, "value")
    if isinstance(leaf.value, Money):
        if currency is None:
            yield clause.problem(
                "wrong-fact-kind", join(at, "fact"), leaf.fact, allowed=("sum", "given money")
            )
        elif leaf.value.currency != currency:
            yield clause.problem("other-currency", where, leaf.value.currency, allowed=(currency,))
    elif currency is not None and leaf.value != 0:
        yield clause.problem("amount-without-currency", where, leaf.value, allowed=(currency,))


def options_are_there(parts: CharterParts) -> Iterator[Problem]:
    """A judgement and a given choice have options, each once."""
    for fact in parts.facts:
        value = fact.value
        if _sort(value) in ("judgement", "given choice") and not getattr(value, "options", ()):
            yield fact.problem("empty-list", "options")
        if isinstance(value, JudgementFact | GivenFact):
            for index, option in enumerate(value.options):
                if option.id in value.choices[:index]:
                    yield fact.problem("duplicate-id", f"options[{index}].id", option.id)
        if isinstance(value, SumFact | GivenFact) and not _CURRENCY.fullmatch(value.currency):
            yield fact.problem("not-a-currency", "currency", value.currency)


def selections_fit(parts: CharterParts) -> Iterator[Problem]:
    """A fact selects by what its records have, in words that the charter knows."""
    declared = {"role": parts.of_type("roles", Word), "kind": parts.of_type("kinds", Word)}
    for fact in parts.facts:
        match fact.value:
            case CountFact(of=of):
                allowed = SELECTABLE[of]
            case SumFact():
                allowed = SELECTABLE["contributions"]
            case DerivedFact():
                allowed = frozenset(one.name for one in attrs.fields(Selection))
            case _:
                continue
        where = fact.value.where
        for one in attrs.fields(Selection):
            if getattr(where, one.name) != getattr(Selection(), one.name) and one.name not in allowed:
                yield fact.problem(
                    "not-selectable", f"where.{one.name}", one.name, allowed=sorted(allowed), near=True
                )
        for name, code, table in (
            ("role", "unknown-role", "roles"),
            ("kind", "unknown-kind-of-party", "kinds"),
        ):
            known = sorted(parts.ids(table))
            for word in sorted(getattr(where, name)) if declared[name] else ():
                if word not in known:
                    yield fact.problem(code, f"where.{name}", word, allowed=known, near=True)
        for name, values in _CLOSED.items():
            for word in sorted(getattr(where, name) - values):
                yield fact.problem("not-an-option", f"where.{name}", word, allowed=sorted(values), near=True)


_SETTINGS: Final = ("body", "every", "per", "agreement", "tolerance", "days", "where")


def derivations_are_known(parts: CharterParts) -> Iterator[Problem]:
    """A derived fact names an entry of the dictionary for its subject, and tells it what it takes and needs."""
    bodies = sorted(parts.ids("bodies"))
    for fact in parts.facts:
        one = fact.value
        if not isinstance(one, DerivedFact):
            if one.subject not in ("project", "partnership"):
                yield fact.problem(
                    "not-an-option", "subject", one.subject, allowed=("project", "partnership")
                )
            continue
        if one.subject not in DERIVATIONS:
            allowed = tuple(DERIVATIONS)
            yield fact.problem("not-an-option", "subject", one.subject, allowed=allowed, near=True)
            continue
        entry = derivation(one)
        if entry is None:
            known = sorted(DERIVATIONS[one.subject])
            yield fact.problem("unknown-derivation", "derive", one.derive, allowed=known, near=True)
            continue
        plain = DerivedFact("x", one.label, "x")
        takes = entry.takes | entry.needs | ({"body"} if one.subject == "body" else frozenset())
        for name in _SETTINGS:
            told = getattr(one, name) != getattr(plain, name)
            if told and name not in takes:
                yield fact.problem("setting-not-taken", name, name, allowed=sorted(takes))
            elif not told and (name in entry.needs or (name == "body" and one.subject == "body")):
                yield fact.problem("missing-field", name, name)
        if one.body and bodies and one.body not in bodies:
            yield fact.problem("unknown-body", "body", one.body, allowed=bodies, near=True)
        for name in ("every", "days"):
            value = getattr(one, name)
            if value is not None and value < 1:
                yield fact.problem("not-positive", name, value)


def subjects_agree(parts: CharterParts) -> Iterator[Problem]:
    """A clause rests on facts about its own subject; a body's on one body; a question on no clause about a period."""
    definitions = _definitions(parts)
    conduct: set[str] = set()
    for clause in parts.of_type("clauses", Clause):
        bodies: set[str] = set()
        for name in clause.value.names:
            fact = definitions.get(name)
            if fact is None:
                continue
            if isinstance(fact, DerivedFact):
                conduct.add(clause.value.id)
                bodies.add(fact.body)
            if fact.subject != clause.value.subject:
                yield clause.problem("other-subject", "subject", name, allowed=(clause.value.subject,))
        if clause.value.subject == "body" and len(bodies) != 1:
            yield clause.problem("one-body", "condition", ", ".join(sorted(bodies)))
    for question in parts.of_type("questions", Question):
        if question.value.subject != "project":
            yield question.problem("not-an-option", "subject", question.value.subject, allowed=("project",))
        for key, several in (("requires", question.value.requires), ("any_of", question.value.any_of)):
            for index, name in enumerate(several):
                if name in conduct:
                    yield question.problem("question-about-a-period", f"{key}[{index}]", name)


def questions_lead_somewhere(parts: CharterParts) -> Iterator[Problem]:
    """A question rests on clauses and on questions that stand before it."""
    clauses = parts.ids("clauses")
    known = sorted(clauses)
    for question in parts.of_type("questions", Question):
        for name, several in (("requires", question.value.requires), ("any_of", question.value.any_of)):
            for index, one in enumerate(several):
                if one not in known and one not in parts.broken_ids("questions"):
                    yield question.problem(
                        "unknown-question", f"{name}[{index}]", one, allowed=known, near=True
                    )
        known.append(question.value.id)


def outcomes_name_questions(parts: CharterParts) -> Iterator[Problem]:
    """A row of the outcome table asks only for answers to questions of the charter."""
    known = sorted(parts.ids("questions"))
    for outcome in parts.of_type("outcomes", Outcome):
        for name, _ in outcome.value.when:
            if name not in known:
                yield outcome.problem("unknown-question", f"when.{name}", name, allowed=known, near=True)


def memberships_name_partners(parts: CharterParts) -> Iterator[Problem]:
    """A membership is of a partner that the charter lists."""
    known = sorted(parts.ids("partners"))
    for one in parts.of_type("memberships", Membership):
        name = one.value.partner
        if name not in known:
            yield one.problem("unknown-party", "partner", name, allowed=known, near=True)


def ids_are_single(parts: CharterParts) -> Iterator[Problem]:
    """No two pieces of one table have the same id, and no question has that of a clause."""
    for table, several in parts.tables.items():
        key = "name" if table == "facts" else "id"
        seen: set[str] = set()
        for one in several:
            own = getattr(one.value, key, None)
            if own in seen:
                yield one.problem("duplicate-id", key, own)
            if isinstance(own, str):
                seen.add(own)
    clauses = parts.ids("clauses")
    for question in parts.of_type("questions", Question):
        if question.value.id in clauses:
            yield question.problem("duplicate-id", "id", question.value.id)
    for clause in parts.of_type("clauses", Clause):
        for name, held in (("readings", clause.value.readings), ("unless", clause.value.unless)):
            own_ids = [one.id for one in held]
            for one_id in sorted({one for one in own_ids if own_ids.count(one) > 1}):
                yield clause.problem("duplicate-id", name, one_id)


def names_are_single(parts: CharterParts) -> Iterator[Problem]:
    """No two partners go by the same name at the same time; such a name would point at neither."""
    partners = parts.of_type("partners", Partner)
    first_at = {one.value.id: one for one in reversed(partners)}
    for name, ids in sorted(Directory(one.value for one in partners).ambiguous().items()):
        yield first_at[ids[-1]].problem("name-of-two-parties", "", name, allowed=ids)


def most_members(memberships: Iterable[Membership]) -> int:
    """The largest number of partners that may be members on one day."""
    several = tuple(memberships)
    days = {day for one in several for day in one.period.turning_days()} | {date.min}
    return max(len({one.partner for one in several if day in one.period}) for day in days)


def thresholds_are_reachable(parts: CharterParts) -> Iterator[Problem]:
    """A clause asks for no more members than there ever are."""
    memberships = parts.of_type("memberships", Membership)
    if not memberships or not parts.knows_all("memberships"):
        return
    most = most_members(one.value for one in memberships)
    counts = {
        name
        for name, fact in _definitions(parts).items()
        if isinstance(fact, CountFact)
        and (fact.of == "memberships" or (fact.of == "participations" and fact.where.member is True))
    }
    for clause, path, leaf in _every_leaf(parts):
        if not isinstance(leaf, Compare) or leaf.fact not in counts or isinstance(leaf.value, Money):
            continue
        asked = leaf.bound + (leaf.relation is Relation.MORE_THAN)
        upward = leaf.relation in (Relation.AT_LEAST, Relation.MORE_THAN, Relation.EXACTLY)
        if upward and asked > most and not _is_denied(clause.value, leaf):
            at = join(_at(clause, path), "value")
            yield clause.problem("threshold-above-membership", at, leaf.bound, allowed=(str(most),))


def _is_denied(clause: Clause, leaf: Leaf) -> bool:
    """Whether the comparison stands under a *not*, where never being met may be the point."""

    def under(condition: Condition, denied: bool) -> bool:
        match condition:
            case Not(of):
                return under(of, True)
            case All(of) | AnyOf(of) | AtLeastNOf(of=of):
                return any(under(part, denied) for part in of)
            case _:
                return denied and condition is leaf

    return any(under(condition, False) for condition in clause.conditions())


CHECKS: Final[tuple[Check, ...]] = (
    ids_are_single,
    names_are_single,
    memberships_name_partners,
    options_are_there,
    selections_fit,
    facts_exist,
    facts_fit,
    derivations_are_known,
    subjects_agree,
    thresholds_are_reachable,
    questions_lead_somewhere,
    outcomes_name_questions,
    outcomes_are_total,
)


def check_parts(parts: CharterParts) -> tuple[Problem, ...]:
    """Everything that is wrong between the pieces of one charter."""
    return tuple(flaw for check in CHECKS for flaw in check(parts))


def check_versions(versions: Iterable[Placed[Charter]]) -> tuple[Problem, ...]:
    """Versions of one agreement have names of their own, and no day has two of them."""
    problems: list[Problem] = []
    for one, other in combinations(versions, 2):
        if one.value.id == other.value.id:
            problems.append(other.problem("duplicate-id", "id", other.value.id))
        shared = one.value.period.meet(other.value.period)
        if shared is not None:
            found = f"{one.value.id}, {other.value.id}"
            problems.append(other.problem("versions-overlap", "first", found, allowed=(str(shared),)))
    return tuple(problems)


def check_charters(charters: Charters | Charter) -> tuple[Problem, ...]:
    """Everything that is wrong with charters made otherwise than from files."""
    versions = (charters,) if isinstance(charters, Charter) else charters.versions
    several = tuple(Placed(one, "", one.id) for one in versions)
    own = [placed(check_parts(CharterParts.of(one.value)), file=one.file) for one in several]
    return tuple(flaw for flaws in (*own, check_versions(several)) for flaw in flaws)
