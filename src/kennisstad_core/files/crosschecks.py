# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What makes a register whole, by itself and beside the charters of its partnership.

Each check is a small function from what was read to the records it doubts, each with the problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar, cast

from attrs import field, frozen

from ..charter import Charters
from ..errors import Problem, nearest
from ..facts.definitions import FactDefinition, GivenFact, JudgementFact
from ..facts.judgements import fits
from ..records.funding import Contribution, Purpose
from ..records.judgements import Completeness, Departure, GivenValue, Judgement
from ..records.parties import Directory, ExternalParty, reference
from ..records.projects import Participation
from .problems import Placed
from .references import PARTIES, named, records_lead_somewhere, words_are_known
from .shapes import OWN, RECORDS, SHARED

T = TypeVar("T")
Doubt: TypeAlias = tuple[Placed[Any], Problem]
STAYS: Final = frozenset(("unknown-party", "name-of-two-parties"))
"""Problems of records that are kept: a party nobody knows is a possible one, and stays visible as such."""


@frozen
class Records:
    """The rows of a register that could be read, table by table, and the ids of those that could not."""

    tables: Mapping[str, Sequence[Placed[Any]]]
    broken: Mapping[str, frozenset[str]] = field(factory=dict)

    def of_type(self, table: str, _: type[T]) -> tuple[Placed[T], ...]:
        """The rows of one table."""
        return tuple(cast("Sequence[Placed[T]]", self.tables.get(table, ())))

    def ids(self, table: str) -> frozenset[str]:
        """The ids in a table, also of rows that could not be read."""
        own = frozenset(one.value.id for one in self.tables.get(table, ()))
        return own | self.broken.get(table, frozenset())


def projects_are_known(records: Records) -> Iterator[Doubt]:
    """A record belongs to a project of the register."""
    known = records.ids("projects")
    for table in RECORDS:
        for one in records.tables.get(table, ()):
            if one.project not in known and (one.project or table not in SHARED):
                near = nearest(one.project, known)
                yield one, one.problem("unknown-project", "project", one.project, near=near)


def ids_are_single(records: Records) -> Iterator[Doubt]:
    """No two projects, organisations or records share an id; of those that do, none is trusted."""
    others = tuple(dict.fromkeys((*OWN, *RECORDS)))
    for tables in (("projects",), ("external_parties",), others[1:]):
        by_id: dict[str, list[Placed[Any]]] = {}
        for table in tables:
            for one in records.tables.get(table, ()):
                if getattr(one.value, "id", ""):
                    by_id.setdefault(one.value.id, []).append(one)
        for name, several in by_id.items():
            if len(several) > 1:
                yield from ((one, one.problem("duplicate-id", "id", name)) for one in several)


def judgements_lead_somewhere(records: Records) -> Iterator[Doubt]:
    """A judgement supersedes or contests one of the same project."""
    judgements = records.of_type("judgements", Judgement)
    known = {(one.project, one.value.id) for one in judgements}
    broken = records.broken.get("judgements", frozenset())
    for one in judgements:
        for step, name in (("supersedes", one.value.supersedes), ("contests", one.value.contests)):
            if name and (one.project, name) not in known and name not in broken:
                yield one, one.problem("superseding-nothing", step, name)


def corrections_lead_somewhere(records: Records) -> Iterator[Doubt]:
    """A correction corrects a contribution of the same project."""
    contributions = records.of_type("contributions", Contribution)
    known = {(one.project, one.value.id) for one in contributions}
    broken = records.broken.get("contributions", frozenset())
    for one in contributions:
        name = one.value.corrects
        if name and (one.project, name) not in known and name not in broken:
            yield one, one.problem("unknown-record", "corrects", name)
        if one.value.purpose is Purpose.CORE and one.project:
            yield one, one.problem("core-contribution", "purpose")


_LEADING_BACK: Final = (
    ("contributions", "corrects"),
    ("expenditures", "corrects"),
    ("judgements", "supersedes"),
)
"""Fields that name an earlier record of the same table."""


def nothing_goes_in_a_circle(records: Records) -> Iterator[Doubt]:
    """What corrects or supersedes another record does not lead back to itself: then nothing would be the first."""
    for table, field_name in _LEADING_BACK:
        several = [one for one in records.tables.get(table, ()) if one.value.id]
        leads = {one.value.id: getattr(one.value, field_name) for one in several}
        before: set[str] = set()
        circles: set[str] = set()
        for start in leads:
            trail: dict[str, None] = {}
            name = start
            while name in leads and name not in before and name not in trail:
                trail[name] = None
                name = leads[name]
            if name in trail:
                circles |= set(list(trail)[list(trail).index(name) :])
            before |= trail.keys()
        for one in several:
            if one.value.id in circles:
                yield one, one.problem("in-a-circle", field_name, one.value.id)


def lists_are_known(records: Records) -> Iterator[Doubt]:
    """Completeness is attested of one of the lists that a project has, or that the partnership as a whole has."""
    for one in records.of_type("completeness", Completeness):
        lists = RECORDS if one.project else OWN
        if one.value.of in RECORDS and one.value.of not in lists:
            yield one, one.problem("missing-field", "project", "project")
        elif one.value.of not in lists:
            yield one, one.problem("not-an-option", "of", one.value.of, allowed=lists, near=True)


def references_lead_somewhere(records: Records) -> Iterator[Doubt]:
    """What a record names by id is there."""
    yield from records_lead_somewhere(lambda table: records.tables.get(table, ()), records.broken)


def names_are_single(records: Records) -> Iterator[Doubt]:
    """No two organisations of the register go by the same name at the same time."""
    parties = records.of_type("external_parties", ExternalParty)
    first_at = {one.value.id: one for one in reversed(parties)}
    for name, ids in sorted(Directory(one.value for one in parties).ambiguous().items()):
        held = first_at[ids[-1]]
        yield held, held.problem("name-of-two-parties", "", name, allowed=ids)


# Beside the charters


def parties_are_known(records: Records, charters: Charters) -> Iterator[Doubt]:
    """Who takes part or contributes is a partner, a part of one, a body, or an organisation of the register."""
    partners = [partner for version in charters for partner in version.partners]
    external = [one.value for one in records.of_type("external_parties", ExternalParty)]
    directories = [Directory(version.partners) for version in charters] + [Directory(external)]
    bodies = {reference(name) for version in charters for name in version.body_titles}
    broken = records.broken.get("external_parties", frozenset())
    answers: dict[str, bool] = {}

    def known(name: str) -> bool:
        if name not in answers:
            inside = any(name in directory for directory in directories)
            answers[name] = inside or name in broken or reference(name) in bodies
        return answers[name]

    nears: dict[str, str] = {}
    allowed = sorted({one.id for one in partners} | {one.id for one in external})
    for table, field_name in PARTIES:
        for one in records.tables.get(table, ()):
            if getattr(one.value, "represented_by", ""):
                continue  # residents and other groups that somebody speaks for are no organisation (A34)
            for step, name in named(one, field_name):
                if not known(name):
                    near = nears.setdefault(name, nearest(name, allowed))
                    yield one, one.problem("unknown-party", step, name, near=near)


def words_of_the_charters(records: Records, charters: Charters) -> Iterator[Doubt]:
    """Bodies, themes and sections of the agenda are those of the charters."""
    yield from words_are_known(lambda table: records.tables.get(table, ()), charters)


def external_parties_are_external(records: Records, charters: Charters) -> Iterator[Doubt]:
    """An organisation of the register has no id or name of a partner or a part of one."""
    partners = [partner for version in charters for partner in version.partners]
    ids = {one.id for one in partners} | {unit.id for one in partners for unit in one.units}
    parties = {one.value.id: one for one in records.of_type("external_parties", ExternalParty)}
    for one in parties.values():
        if one.value.id in ids:
            yield one, one.problem("duplicate-id", "id", one.value.id)
    external = [one.value for one in parties.values() if one.value.id not in ids]
    seen: set[tuple[str, str]] = set()
    for version in charters:
        for name, several in sorted(Directory((*version.partners, *external)).ambiguous().items()):
            for own in several:
                if own in parties and (own, name) not in seen and set(several) - set(parties):
                    seen.add((own, name))
                    yield parties[own], parties[own].problem("name-of-two-parties", "", name, allowed=several)


def roles_are_known(records: Records, charters: Charters) -> Iterator[Doubt]:
    """A participation has a role of the charter, where the charters name roles."""
    if not charters.versions or not all(version.roles for version in charters):
        return
    known = frozenset(role.id for version in charters for role in version.roles)
    for one in records.of_type("participations", Participation):
        if one.value.role and one.value.role not in known:
            yield one, one.problem("unknown-role", "role", one.value.role, allowed=sorted(known), near=True)


def _definitions(charters: Charters) -> dict[str, list[FactDefinition]]:
    found: dict[str, list[FactDefinition]] = {}
    for version in charters:
        for fact in version.facts:
            found.setdefault(fact.name, []).append(fact)
    return found


def judgements_answer_questions(records: Records, charters: Charters) -> Iterator[Doubt]:
    """A judgement answers a question of the charters, with one of its answers, on one of its themes."""
    definitions = _definitions(charters)
    judged = {
        name: [one for one in several if isinstance(one, JudgementFact)]
        for name, several in definitions.items()
    }
    asked = sorted(name for name, several in judged.items() if several)
    themes = sorted({theme.id for version in charters for theme in version.themes})
    for one in records.of_type("judgements", Judgement):
        fact, verdict, theme = one.value.fact, one.value.verdict, one.value.theme
        questions = judged.get(fact, [])
        if not questions:
            code = "wrong-fact-kind" if fact in definitions else "unknown-fact"
            yield one, one.problem(code, "fact", fact, allowed=asked, near=True)
            continue
        if not one.project and all(question.subject == "project" for question in questions):
            yield one, one.problem("missing-field", "project", "project")
        options = list(dict.fromkeys(option for question in questions for option in question.choices))
        if verdict not in options:
            yield one, one.problem("unknown-option", "verdict", verdict, allowed=options, near=True)
        if theme and not any(question.per_theme for question in questions):
            yield one, one.problem("theme-not-asked", "theme", theme)
        elif theme and theme not in themes:
            yield (
                one,
                one.problem("unknown-theme", "theme", theme, allowed=themes, near=True),
            )


def departures_are_admitted(records: Records, charters: Charters) -> Iterator[Doubt]:
    """A departure is from a clause that admits one, by a body of the charter, where the charters name bodies."""
    clauses = {clause.id for version in charters for clause in version.clauses}
    of_projects = {one.id for version in charters for one in version.clauses if one.subject == "project"}
    admitting = sorted(
        {clause.id for version in charters for clause in version.clauses if clause.admits_departure}
    )
    bodies = sorted({body.id for version in charters for body in version.bodies})
    every_name = {reference(name) for version in charters for name in version.body_titles}
    for one in records.of_type("departures", Departure):
        name, body = one.value.clause, one.value.body
        if name not in clauses:
            yield one, one.problem("unknown-clause", "clause", name, allowed=sorted(clauses), near=True)
        elif name not in admitting:
            yield one, one.problem("no-departure-admitted", "clause", name, allowed=admitting)
        elif not one.project and name in of_projects:
            yield one, one.problem("missing-field", "project", "project")
        if bodies and reference(body) not in every_name:
            yield one, one.problem("unknown-body", "body", body, allowed=bodies, near=True)


def given_values_fit(records: Records, charters: Charters) -> Iterator[Doubt]:
    """A given value is of a fact that the charters leave to the register, and of its type."""
    definitions = _definitions(charters)
    given = {
        name: [one for one in several if isinstance(one, GivenFact)] for name, several in definitions.items()
    }
    declared = sorted(name for name, several in given.items() if several)
    for one in records.of_type("given", GivenValue):
        fact = one.value.fact
        several = given.get(fact, [])
        if not several:
            code = "wrong-fact-kind" if fact in definitions else "unknown-fact"
            yield one, one.problem(code, "fact", fact, allowed=declared, near=True)
        elif not one.project and all(definition.subject == "project" for definition in several):
            yield one, one.problem("missing-field", "project", "project")
        elif not any(fits(definition, one.value.value) for definition in several):
            allowed = several[0].choices if several[0].type == "choice" else (several[0].type,)
            yield one, one.problem("value-does-not-fit", "value", str(one.value.value), allowed=allowed)


ALONE: Final[tuple[Callable[[Records], Iterator[Doubt]], ...]] = (
    projects_are_known,
    ids_are_single,
    judgements_lead_somewhere,
    corrections_lead_somewhere,
    nothing_goes_in_a_circle,
    lists_are_known,
    names_are_single,
    references_lead_somewhere,
)
BESIDE: Final[tuple[Callable[[Records, Charters], Iterator[Doubt]], ...]] = (
    parties_are_known,
    words_of_the_charters,
    external_parties_are_external,
    roles_are_known,
    judgements_answer_questions,
    departures_are_admitted,
    given_values_fit,
)


def check_records(records: Records, charters: Charters | None) -> Iterator[Doubt]:
    """Every record that is doubted, with the problem; beside charters when they are given."""
    for alone in ALONE:
        yield from alone(records)
    if charters is not None:
        for beside in BESIDE:
            yield from beside(records, charters)
