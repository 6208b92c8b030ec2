# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every clause that a report looked at, with all that was found of it, in the order in which an auditor reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from ..charter import Charter, Clause, Force, Question, Subject
from ..decisions import Decision
from ..explain.conduct import WORST_FIRST
from ..explain.render import Ref, Role, Target
from ..explain.words import begin, day, status
from ..facts import Family
from ..findings import ClauseFinding, Status
from ..records.confidence import withheld
from ..reports import Assessment, Report
from ..text import Language, Text
from ._withheld import masked
from ._yearwords import Said
from .archive import Archive

FORCES_FIRST: Final = tuple(Force)
"""The order in which findings that stand alike are read: what binds most comes first."""
CONDITIONS: Final[Mapping[Status, Text]] = {
    Status.SATISFIED: Text("vervuld", "fulfilled"),
    Status.NOT_MET: Text("niet vervuld", "not fulfilled"),
}
"""How a condition stands: whoever does not meet it gets another outcome, and does nothing against the agreement."""
LEADS_TO: Final[dict[Subject, Role]] = {"project": "project", "body": "body"}


@frozen
class Found:
    """One clause for one subject, with the decision or assessment in which it was found."""

    about: Decision | Assessment
    clause: ClauseFinding

    @property
    def kind(self) -> Subject:
        """What kind of subject it is about."""
        return self.about.kind if isinstance(self.about, Assessment) else "project"

    @property
    def subject(self) -> str:
        """The id of the subject."""
        return self.about.subject if isinstance(self.about, Assessment) else self.about.project

    def named(self, language: Language, usual: date | None = None) -> str | Ref:
        """What the subject is called, leading to its page if it has one; with the day if that is not the usual one."""
        words = self.about.title[language]
        if isinstance(self.about, Decision) and usual is not None and self.about.on != usual:
            words = Said.ON_DAY.say(language, subject=words, day=day(self.about.on, language))
        role = LEADS_TO.get(self.kind)
        return words if role is None else Ref(Target(role, self.subject), begin(words))


@frozen
class Section:
    """All that was found of one clause of one version of the agreement."""

    charter: Charter
    clause: Clause
    family: Family
    found: tuple[Found, ...]

    @property
    def worst(self) -> Status:
        """The status that calls most for attention."""
        stands = {one.clause.status for one in self.found}
        return next(one for one in WORST_FIRST if one in stands)

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that rest on the clause: it is then a condition, and not to meet it breaks nothing."""
        return tuple(one for one in self.charter.questions if self.clause.id in (*one.requires, *one.any_of))

    def count(self, standing: Status) -> int:
        """For how many subjects the clause stands so."""
        return sum(one.clause.status is standing for one in self.found)

    def stands(self, standing: Status) -> Text:
        """How the clause stands, in words: a condition is met or not, whatever its force."""
        if self.asked and standing in CONDITIONS:
            return CONDITIONS[standing]
        return status(self.clause.force, standing)


def sections(archive: Archive, year: int) -> tuple[Section, ...]:
    """Every clause that was looked at in the report of a year, those that call for attention first."""
    return sections_of(archive, archive.report(year))


def sections_of(archive: Archive, report: Report) -> tuple[Section, ...]:
    """The same for any report on the archive."""
    names = withheld(archive.register)
    versions = {one.id: one for one in archive.charters}
    found: dict[tuple[str, str], list[Found]] = {}
    every: tuple[Decision | Assessment, ...] = (
        *(masked(one, names) for one in report.decisions),
        *(masked(one, names) for one in report.assessments),
    )
    for about in every:
        for clause in about.clauses:
            found.setdefault((about.charter, clause.clause), []).append(Found(about, clause))
    order = {
        (charter.id, clause.id): place
        for place, (charter, clause) in enumerate(
            (charter, clause) for charter in versions.values() for clause in charter.clauses
        )
    }
    several = [
        Section(versions[key[0]], versions[key[0]].clause(key[1]), ones[0].clause.family, _in_order(ones))
        for key, ones in found.items()
    ]

    def reading(one: Section) -> tuple[int, int, int]:
        place = order[one.charter.id, one.clause.id]
        return WORST_FIRST.index(one.worst), FORCES_FIRST.index(one.clause.force), place

    return tuple(sorted(several, key=reading))


def _in_order(several: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(several, key=lambda one: (WORST_FIRST.index(one.clause.status), one.subject)))


def known_on(report: Report) -> date:
    """The day up to which things were known."""
    on = report.on or report.period.last
    assert on is not None
    return on


def anchored(year: str, section: Section) -> Target:
    """Where the section of a clause stands in the account of a year."""
    return Target("year", f"{year}/{section.family.value}/{section.charter.id}/{section.clause.id}")
