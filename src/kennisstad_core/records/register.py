# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of a partnership: its projects and the organisations around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from .alignment import Agreement, Interest
from .bodies import AgendaItem, Meeting, Recess, Seat, Wish
from .declarations import Aim, Declaration, Indicator, Recognition, Signatory
from .funding import Budget, Contribution, Expenditure
from .judgements import Benefit, Completeness, Departure, GivenValue, Judgement
from .order import put_in_order
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


_TABLES: Final = (
    "seats",
    "meetings",
    "recesses",
    "agenda_items",
    "wishes",
    "contributions",
    "budgets",
    "expenditures",
    "interests",
    "agreements",
    "terms",
    "declarations",
    "signatories",
    "recognitions",
    "aims",
    "indicators",
    "benefits",
    "judgements",
    "departures",
    "completeness",
    "given",
)
"""The lists of the partnership as a whole, whose order never matters."""


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
    seats: tuple[Seat, ...] = field(default=(), converter=tuple[Seat, ...])
    meetings: tuple[Meeting, ...] = field(default=(), converter=tuple[Meeting, ...])
    recesses: tuple[Recess, ...] = field(default=(), converter=tuple[Recess, ...])
    agenda_items: tuple[AgendaItem, ...] = field(default=(), converter=tuple[AgendaItem, ...])
    wishes: tuple[Wish, ...] = field(default=(), converter=tuple[Wish, ...])
    contributions: tuple[Contribution, ...] = field(default=(), converter=tuple[Contribution, ...])
    budgets: tuple[Budget, ...] = field(default=(), converter=tuple[Budget, ...])
    expenditures: tuple[Expenditure, ...] = field(default=(), converter=tuple[Expenditure, ...])
    interests: tuple[Interest, ...] = field(default=(), converter=tuple[Interest, ...])
    agreements: tuple[Agreement, ...] = field(default=(), converter=tuple[Agreement, ...])
    terms: tuple[Term, ...] = field(default=(), converter=tuple[Term, ...])
    declarations: tuple[Declaration, ...] = field(default=(), converter=tuple[Declaration, ...])
    signatories: tuple[Signatory, ...] = field(default=(), converter=tuple[Signatory, ...])
    recognitions: tuple[Recognition, ...] = field(default=(), converter=tuple[Recognition, ...])
    aims: tuple[Aim, ...] = field(default=(), converter=tuple[Aim, ...])
    indicators: tuple[Indicator, ...] = field(default=(), converter=tuple[Indicator, ...])
    benefits: tuple[Benefit, ...] = field(default=(), converter=tuple[Benefit, ...])
    judgements: tuple[Judgement, ...] = field(default=(), converter=tuple[Judgement, ...])
    departures: tuple[Departure, ...] = field(default=(), converter=tuple[Departure, ...])
    completeness: tuple[Completeness, ...] = field(default=(), converter=tuple[Completeness, ...])
    given: tuple[GivenValue, ...] = field(default=(), converter=tuple[GivenValue, ...])
    directory: Directory = field(init=False, eq=False, repr=False)
    _projects: dict[str, Project] = field(init=False, eq=False, repr=False)
    _budgets: dict[str, list[Budget]] = field(init=False, eq=False, repr=False)
    _spent: dict[str, list[Expenditure]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        put_in_order(self, _TABLES)
        by_id = {project.id: project for project in self.projects}
        directory = Directory(self.external_parties)
        for held, several in ((by_id, self.projects), (directory.parties, self.external_parties)):
            if len(held) != len(several):
                ids = [one.id for one in several]
                raise ValueError(
                    f"ids used twice: {', '.join(sorted({one for one in ids if ids.count(one) > 1}))}"
                )
        budgets: dict[str, list[Budget]] = {}
        for budget in self.budgets:
            budgets.setdefault(budget.project, []).append(budget)
        spent: dict[str, list[Expenditure]] = {}
        for one in self.expenditures:
            spent.setdefault(one.project, []).append(one)
        object.__setattr__(self, "_projects", by_id)
        object.__setattr__(self, "_spent", spent)
        object.__setattr__(self, "_budgets", budgets)
        object.__setattr__(self, "directory", directory)

    def __getitem__(self, project: str) -> Project:
        return self._projects[project]

    def __contains__(self, project: object) -> bool:
        return project in self._projects

    def budgets_of(self, project: str) -> tuple[Budget, ...]:
        """The budgets that were set apart for one project."""
        return tuple(self._budgets.get(project, ()))

    def expenditures_of(self, project: str) -> tuple[Expenditure, ...]:
        """The money that was spent on one project."""
        return tuple(self._spent.get(project, ()))

    def flaws_of(self, project: str) -> tuple[Flaw, ...]:
        """The unusable records that concern the project, and those that may concern any."""
        return tuple(flaw for flaw in self.flaws if flaw.project in ("", project))
