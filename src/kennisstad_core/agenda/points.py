# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""An agenda as a value: its sections, the points under them, and who could join a project."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

from attrs import frozen

from ..calendars import Due
from ..charter import Force
from ..errors import KennisstadError
from ..facts import Evidence
from ..findings import Status
from ..records.bodies import AgendaItem, Meeting
from ..text import Text


class NoAgenda(KennisstadError, ValueError):
    """There is nothing to build an agenda by; ``text`` says why in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class Ground(Enum):
    """Why something is on an agenda."""

    CHALLENGE = "challenge"
    IDEA = "idea"
    WISH = "wish"
    FINDING = "finding"
    TO_KNOW = "to-know"
    RESULT_DUE = "result-due"
    STARTS = "starts"
    RUNS = "runs"
    ADDED = "added"
    CARRIED_OVER = "carried-over"
    BACK = "back"


class Reason(Enum):
    """Why a member may want to join a project, the strongest first; it is no score."""

    INTENDS = "intends"
    INTEREST = "interest"
    OTHER_ROLE = "other-role"
    MEMBER = "member"


@frozen
class Candidate:
    """A member that could still hook on to a project, with why, and the records that say so (S57)."""

    member: str
    name: str
    reasons: tuple[Reason, ...]
    records: tuple[str, ...] = ()


@frozen
class Point:
    """One thing on the agenda, and the ids of the records behind it.

    ``about`` is what it is called in an agenda item that accepts, defers or drops it. Of a finding, ``subject`` is what
    it is about, ``force`` and ``status`` are those of its clause, and ``concerns`` is what its facts name.
    """

    about: str
    title: Text
    ground: Ground
    records: tuple[str, ...] = ()
    on: date | None = None
    subject: str = ""
    subject_title: Text | None = None
    force: Force | None = None
    status: Status | None = None
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    concerns: tuple[Evidence, ...] = ()


@frozen
class Section:
    """One section of the agenda, as the charter calls it; without points nothing is on record for it."""

    id: str
    title: Text
    kind: str
    points: tuple[Point, ...] = ()


ROW_COLUMNS: Final = (
    "section",
    "ground",
    "about",
    "title_nl",
    "title_en",
    "subject",
    "status",
    "on",
    "until",
    "reason",
    "candidates",
    "records",
)
"""The columns of `Agenda.rows`."""


@frozen
class Agenda:
    """The agenda of one meeting of a body.

    ``due`` is when the meeting itself was to be held at the latest, ``following`` the one after it, ``since`` the last
    meeting before it. ``kept`` are the items that stay away, with why; ``undetermined`` counts the clauses of which
    nobody can say yet how they stand.
    """

    partnership: Text
    charter: str
    body: str
    title: Text
    on: date
    since: Meeting | None
    due: Due | None
    following: Due | None
    sections: tuple[Section, ...]
    kept: tuple[AgendaItem, ...] = ()
    undetermined: int = 0

    def section(self, name: str) -> Section:
        """A section by its id.

        Raises:
            KeyError: when the charter has no such section.
        """
        for one in self.sections:
            if one.id == name:
                return one
        raise KeyError(name)

    def rows(self) -> tuple[dict[str, str], ...]:
        """Every point, and after them the items that stay away, as flat rows for a table: codes, ids and titles."""
        return (
            *(_row(section.id, point) for section in self.sections for point in section.points),
            *(_kept_row(one) for one in self.kept),
        )


def _row(section: str, one: Point) -> dict[str, str]:
    return {
        "section": section,
        "ground": one.ground.value,
        "about": one.about,
        "title_nl": one.title.nl,
        "title_en": one.title.en,
        "subject": one.subject,
        "status": "" if one.status is None else one.status.value,
        "on": "" if one.on is None else one.on.isoformat(),
        "until": "",
        "reason": one.reason,
        "candidates": "|".join(
            f"{who.member}:{'+'.join(why.value for why in who.reasons)}" for who in one.candidates
        ),
        "records": "|".join(one.records),
    }


def _kept_row(one: AgendaItem) -> dict[str, str]:
    return {
        "section": one.purpose,
        "ground": one.status.value,
        "about": one.about,
        "title_nl": one.title.nl,
        "title_en": one.title.en,
        "subject": "",
        "status": "",
        "on": (one.decided_on or one.on).isoformat(),
        "until": "" if one.until is None else one.until.isoformat(),
        "reason": one.reason,
        "candidates": "",
        "records": one.id,
    }
