# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of a partnership: its projects and the organisations around it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from .alignment import Agreement, Interest
from .bodies import AgendaItem, Meeting, Recess, Seat, Wish
from .declarations import Aim, Declaration, Indicator, Recognition, Signatory
from .funding import Budget, Contribution, Expenditure
from .judgements import Benefit, Completeness, Departure, GivenValue, Judgement
from .order import canonical
from .pace import Term
from .parties import Directory, ExternalParty
from .projects import Project


@frozen
class Flaw:
    """A record that could not be used; what rests on it is undetermined, everything else stands (R-DAT-01)."""

    record: str
    kind: str
    code: str
    project: str = ""


def _projects(several: Iterable[Project]) -> tuple[Project, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


def _parties(several: Iterable[ExternalParty]) -> tuple[ExternalParty, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


def _flaws(several: Iterable[Flaw]) -> tuple[Flaw, ...]:
    return tuple(sorted(several, key=lambda one: (one.project, one.kind, one.record, one.code)))


@frozen
class Register:
    """Everything recorded, as one value; projects and organisations are found by id.

    What belongs to a project stands in it; what stands here belongs to the partnership as a whole: its bodies and their
    meetings, the money for its core, what it declared, and what was decided about the clauses that bind all of it.

    Raises:
        ValueError: when two projects or two organisations share an id.
    """

    projects: tuple[Project, ...] = field(default=(), converter=_projects)
    external_parties: tuple[ExternalParty, ...] = field(default=(), converter=_parties)
    flaws: tuple[Flaw, ...] = field(default=(), converter=_flaws)
    name: str = ""
    charters: str = ""
    seats: tuple[Seat, ...] = field(default=(), converter=canonical)
    meetings: tuple[Meeting, ...] = field(default=(), converter=canonical)
    recesses: tuple[Recess, ...] = field(default=(), converter=canonical)
    agenda_items: tuple[AgendaItem, ...] = field(default=(), converter=canonical)
    wishes: tuple[Wish, ...] = field(default=(), converter=canonical)
    contributions: tuple[Contribution, ...] = field(default=(), converter=canonical)
    budgets: tuple[Budget, ...] = field(default=(), converter=canonical)
    expenditures: tuple[Expenditure, ...] = field(default=(), converter=canonical)
    interests: tuple[Interest, ...] = field(default=(), converter=canonical)
    agreements: tuple[Agreement, ...] = field(default=(), converter=canonical)
    terms: tuple[Term, ...] = field(default=(), converter=canonical)
    declarations: tuple[Declaration, ...] = field(default=(), converter=canonical)
    signatories: tuple[Signatory, ...] = field(default=(), converter=canonical)
    recognitions: tuple[Recognition, ...] = field(default=(), converter=canonical)
    aims: tuple[Aim, ...] = field(default=(), converter=canonical)
    indicators: tuple[Indicator, ...] = field(default=(), converter=canonical)
    benefits: tuple[Benefit, ...] = field(default=(), converter=canonical)
    judgements: tuple[Judgement, ...] = field(default=(), converter=canonical)
    departures: tuple[Departure, ...] = field(default=(), converter=canonical)
    completeness: tuple[Completeness, ...] = field(default=(), converter=canonical)
    given: tuple[GivenValue, ...] = field(default=(), converter=canonical)
    directory: Directory = field(init=False, eq=False, repr=False)
    _projects: dict[str, Project] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_id = {project.id: project for project in self.projects}
        directory = Directory(self.external_parties)
        for held, several in ((by_id, self.projects), (directory.parties, self.external_parties)):
            if len(held) != len(several):
                ids = [one.id for one in several]
                raise ValueError(
                    f"ids used twice: {', '.join(sorted({one for one in ids if ids.count(one) > 1}))}"
                )
        object.__setattr__(self, "_projects", by_id)
        object.__setattr__(self, "directory", directory)

    def __getitem__(self, project: str) -> Project:
        return self._projects[project]

    def __contains__(self, project: object) -> bool:
        return project in self._projects

    def flaws_of(self, project: str) -> tuple[Flaw, ...]:
        """The unusable records that concern the project, and those that may concern any."""
        return tuple(flaw for flaw in self.flaws if flaw.project in ("", project))
