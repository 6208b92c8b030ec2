# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the documentation of a partnership is made from: its charters and register, for some years, up to one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from attrs import field, frozen

from ..cases import Case
from ..charter import Charters
from ..decisions import Decision
from ..errors import Problem
from ..files.ledgers import read_cases, read_ledger
from ..files.loading import charters_of, is_register, read_charters, read_register
from ..governance import EMPTY, audit, decide
from ..provisions import Ledger
from ..records.bodies import MeetingStatus
from ..records.register import Register
from ..reports import Report
from ..text import Text
from ..values import Period


class NothingRecorded(ValueError):
    """Neither the register nor the charters have a date to go by."""


def _years(years: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(years)))


@frozen
class Archive:
    """One reading of a partnership's files, from which every page is made.

    ``on`` is the day up to which things are known; decisions are as of that day, years are those accounted for. Equal
    archives make equal pages.
    """

    charters: Charters
    register: Register
    on: date
    years: tuple[int, ...] = field(converter=_years)
    ledger: Ledger | None = None
    cases: tuple[Case, ...] = ()
    _reports: dict[int, Report] = field(factory=dict, init=False, eq=False, repr=False)
    _decisions: dict[str, Decision] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def partnership(self) -> Text:
        """What the partnership is called: by the newest version of its agreement, or else by its register."""
        if self.charters.versions:
            return self.charters.versions[-1].partnership
        return Text.same(self.register.name or "-")

    def report(self, year: int) -> Report:
        """The audit of a year, or of the part of it that is over, made once."""
        if year not in self._reports:
            span = Period.year(year)
            on = self.on if self.on in span else None
            self._reports[year] = audit(self.charters, self.register, period=span, on=on)
        return self._reports[year]

    def decision(self, project: str) -> Decision:
        """What belongs and why, of one project: on the day of the archive, or on its own last day if that was before.

        Raises:
            KeyError: when the register has no such project.
        """
        if project not in self._decisions:
            self._decisions[project] = decide(
                self.charters, self.register, project, on=self.judged_on(project)
            )
        return self._decisions[project]

    def judged_on(self, project: str) -> date:
        """The day on which a project is judged."""
        last = self.register[project].period.last
        return self.on if last is None or last > self.on else last


def open_archive(
    path: str | Path,
    *,
    charters: str | Path | None = None,
    on: date | None = None,
    years: Iterable[int] = (),
) -> tuple[Archive, tuple[Problem, ...]]:
    """Read a register with its charters, or charters alone; what is wrong with the files comes beside it.

    Without years, the last one in which something happened according to the register; without a day, the last day of
    the last year, or else the first day of the newest charter.

    Raises:
        NothingRecorded: a `ValueError` when no day is given and there is none to go by.
    """
    recorded = Path(path).exists() and is_register(Path(path))
    found = charters if charters is not None else charters_of(path) if recorded else path
    agreed, flaws = read_charters(found) if found is not None else (Charters(()), ())
    register, others = read_register(path, None if flaws else agreed) if recorded else (EMPTY, ())
    ledger, unclaimed = read_ledger(path if charters is None else charters)
    cases, unworked = read_cases(path if charters is None else charters)
    told = tuple(years) or last_years(register)
    day = on or _day(told, agreed)
    return Archive(agreed, register, day, told, ledger, cases), (*flaws, *others, *unclaimed, *unworked)


def _day(years: tuple[int, ...], charters: Charters) -> date:
    if years:
        return date(max(years), 12, 31)
    begun = [one.period.first for one in charters if one.period.first is not None]
    if not begun:
        raise NothingRecorded("nothing here has a date: say as of which day to document it")
    return max(begun)


def last_years(register: Register) -> tuple[int, ...]:
    """The last calendar year in which something happened: a meeting was held, somebody joined or judged."""
    days = list(_happened(register))
    return (max(days).year,) if days else ()


def _happened(register: Register) -> Iterator[date]:
    yield from (one.on for one in register.meetings if one.status is MeetingStatus.HELD)
    yield from (one.on for one in register.judgements)
    for project in register.projects:
        yield from (one.on for one in project.judgements)
        yield from (one.period.first for one in project.participations if one.period.first is not None)
