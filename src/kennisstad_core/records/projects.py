# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Projects and who takes part in them, from when until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

from attrs import evolve, field, frozen

from ..text import Text, text_or_name
from ..values import ALWAYS, Period
from .alignment import (
    Agreement,
    Commitment,
    Fulfilment,
    HolderStatement,
    Interest,
    InterestResponse,
    InterestTranslation,
    Visibility,
)
from .funding import Contribution, FinancePosition
from .judgements import Admission, Benefit, Completeness, Departure, GivenValue, Judgement
from .order import canonical, names, put_in_order
from .pace import PaceStatement
from .parties import Certainty, Source, check_id
from .results import (
    Challenge,
    Disposition,
    Milestone,
    PolicyAction,
    ResearchQuestion,
    Result,
    Understanding,
)


class Firmness(Enum):
    """How firm a party's place in a project is."""

    INTENTION = "intention"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    ENDED = "ended"


@frozen
class Participation:
    """A party's dated role in a project; no role means that the source does not say which.

    ``party`` is an id; ``named`` is a name as somebody wrote it down, which counts once it matches a registered name
    and leaves a *possible* party until then (A04). One of the two is given.
    """

    party: str = ""
    role: str = ""
    named: str = ""
    period: Period = ALWAYS
    stage: Firmness = Firmness.ACTIVE
    confirmed_on: date | None = None
    certainty: Certainty = Certainty.CERTAIN
    id: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if bool(self.party.strip()) == bool(self.named.strip()):
            raise ValueError(
                f"a participation has a party or a name as written, one of the two: {self.party!r}, {self.named!r}"
            )
        if self.stage is Firmness.ENDED and self.period.last is None:
            raise ValueError("a participation that ended has a last day")


def _participation_key(one: Participation) -> tuple[str, ...]:
    firmness = (one.stage.value, str(one.confirmed_on), one.certainty.value)
    return one.party, one.named, one.role, str(one.period), *firmness, one.id, one.note


def _participations(several: Iterable[Participation]) -> tuple[Participation, ...]:
    return tuple(sorted(several, key=_participation_key))


def _judgements(several: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(several, key=lambda one: (one.on, one.fact, one.theme, one.verdict, one.id)))


def _departures(several: Iterable[Departure]) -> tuple[Departure, ...]:
    return tuple(sorted(several, key=lambda one: (one.on, one.clause, one.id)))


def _admissions(several: Iterable[Admission]) -> tuple[Admission, ...]:
    return tuple(sorted(several, key=lambda one: (one.on, one.id, one.admitted)))


def _completeness(several: Iterable[Completeness]) -> tuple[Completeness, ...]:
    return tuple(sorted(several, key=lambda one: (one.on, one.of, one.id)))


def _contributions(several: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted(several, key=lambda one: (str(one.on), one.contributor, one.id, str(one.amount))))


def _benefits(several: Iterable[Benefit]) -> tuple[Benefit, ...]:
    return tuple(sorted(several, key=lambda one: (one.holder, one.side, one.id, one.text.nl)))


def _given(several: Iterable[GivenValue]) -> tuple[GivenValue, ...]:
    return tuple(sorted(several, key=lambda one: (one.fact, str(one.period), one.id)))


def _numbered(made: list[str], several: tuple[Participation, ...]) -> list[str]:
    """The ids, told apart by a number; by their first day, so that what begins later changes no id of before."""
    times: dict[str, int] = {}
    numbered = list(made)
    for index in sorted(range(len(made)), key=lambda one: str(several[one].period.first or "")):
        times[made[index]] = count = times.get(made[index], 0) + 1
        numbered[index] = made[index] if count == 1 else f"{made[index]}#{count}"
    return numbered


_TABLES: Final = (
    "positions",
    "interests",
    "responses",
    "translations",
    "statements",
    "agreements",
    "commitments",
    "fulfilments",
    "paces",
    "challenges",
    "research_questions",
    "results",
    "understandings",
    "dispositions",
    "actions",
    "milestones",
)
"""The lists that have no order of their own."""


@frozen
class Project:
    """An initiative with everything recorded about it; the order in which records are given never matters."""

    id: str = field(validator=check_id)
    title: Text = field(converter=text_or_name)
    period: Period = ALWAYS
    participations: tuple[Participation, ...] = field(default=(), converter=_participations)
    judgements: tuple[Judgement, ...] = field(default=(), converter=_judgements)
    completeness: tuple[Completeness, ...] = field(default=(), converter=_completeness)
    departures: tuple[Departure, ...] = field(default=(), converter=_departures)
    admissions: tuple[Admission, ...] = field(default=(), converter=_admissions)
    contributions: tuple[Contribution, ...] = field(default=(), converter=_contributions)
    benefits: tuple[Benefit, ...] = field(default=(), converter=_benefits)
    given: tuple[GivenValue, ...] = field(default=(), converter=_given)
    positions: tuple[FinancePosition, ...] = field(default=(), converter=tuple[FinancePosition, ...])
    interests: tuple[Interest, ...] = field(default=(), converter=tuple[Interest, ...])
    responses: tuple[InterestResponse, ...] = field(default=(), converter=tuple[InterestResponse, ...])
    translations: tuple[InterestTranslation, ...] = field(
        default=(), converter=tuple[InterestTranslation, ...]
    )
    statements: tuple[HolderStatement, ...] = field(default=(), converter=tuple[HolderStatement, ...])
    agreements: tuple[Agreement, ...] = field(default=(), converter=tuple[Agreement, ...])
    commitments: tuple[Commitment, ...] = field(default=(), converter=tuple[Commitment, ...])
    fulfilments: tuple[Fulfilment, ...] = field(default=(), converter=tuple[Fulfilment, ...])
    paces: tuple[PaceStatement, ...] = field(default=(), converter=tuple[PaceStatement, ...])
    challenges: tuple[Challenge, ...] = field(default=(), converter=tuple[Challenge, ...])
    research_questions: tuple[ResearchQuestion, ...] = field(
        default=(), converter=tuple[ResearchQuestion, ...]
    )
    results: tuple[Result, ...] = field(default=(), converter=tuple[Result, ...])
    understandings: tuple[Understanding, ...] = field(default=(), converter=tuple[Understanding, ...])
    dispositions: tuple[Disposition, ...] = field(default=(), converter=tuple[Disposition, ...])
    actions: tuple[PolicyAction, ...] = field(default=(), converter=tuple[PolicyAction, ...])
    milestones: tuple[Milestone, ...] = field(default=(), converter=tuple[Milestone, ...])
    aims: tuple[str, ...] = field(default=(), converter=names)
    sources: tuple[Source, ...] = ()
    note: str = ""
    records: tuple[str, ...] = field(init=False, eq=False, repr=False)
    """Under which id each participation appears in findings: its own, or one made from its party."""

    def __attrs_post_init__(self) -> None:
        put_in_order(self, _TABLES)
        made = [one.id or f"{self.id}/{one.party or one.named}" for one in self.participations]
        if len(set(made)) != len(made):
            made = _numbered(made, self.participations)
        object.__setattr__(self, "records", tuple(made))
        if self.responses or self.translations:
            self._withhold()

    def _withhold(self) -> None:
        """What is said of a confidential interest, or of one that could not be read, would give its words away."""
        by_openness: dict[bool, set[str]] = {True: set(), False: set()}
        for interest in self.interests:
            by_openness[interest.visibility is Visibility.OPEN] |= {interest.record, interest.id}
        told = by_openness[True] - by_openness[False]
        responses = (one if one.interest in told else evolve(one, reason=None) for one in self.responses)
        translations = (one if one.interest in told else evolve(one, text=None) for one in self.translations)
        # In order anew: what is let go may have told where it stood.
        object.__setattr__(self, "responses", canonical(responses))
        object.__setattr__(self, "translations", canonical(translations))

    def turning_days(self) -> frozenset[date]:
        """The days on which something recorded about the project starts or stops to hold."""
        periods = [
            self.period,
            *(one.period for one in self.participations),
            *(one.period for one in self.departures),
            *(one.period for one in self.completeness),
            *(one.period for one in self.given),
        ]
        dated = [
            *(one.confirmed_on for one in self.participations),
            *(one.on for one in self.judgements),
            *(one.on for one in self.departures),
            *(one.on for one in self.admissions),
            *(one.on for one in self.contributions),
            *(one.on for one in self.benefits),
        ]
        return frozenset(
            (*(day for one in periods for day in one.turning_days()), *(day for day in dated if day))
        )
