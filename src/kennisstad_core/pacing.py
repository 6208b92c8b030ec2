# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One joint pace, for those who have to find it: what fits, what collides, and who could move how far (S81–S86).

Everything here is a proposal. What the partnership holds itself to is an agreement on record, and that is audited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from attrs import frozen

from .charter import Charter, Charters
from .conduct import scene_of
from .desk import desk
from .errors import UnknownName
from .facts import DerivedFact, Scene, Selection
from .facts.derivation import Family
from .facts.dictionary import family_of
from .facts.involvement import involved
from .facts.pace import availabilities, pace_agreement, terms_inside, without_pace
from .facts.windows import LIMIT, Windows, common, covers
from .facts.windows import conflicts as smallest_conflicts
from .records.alignment import Agreement, Interest, InterestTranslation
from .records.pace import PaceStatement, Term
from .records.projects import Project
from .records.register import Register
from .text import Text
from .values import ALWAYS, Period

Source: TypeAlias = Charters | Charter


@frozen
class Translated:
    """An interest in the terms of another party, as its holder confirmed it (S92), with that party's name."""

    name: str
    translation: InterestTranslation


@frozen
class Party:
    """A party that stated when it can: its windows, the statements behind them, and the interests it stands behind.

    Of a confidential interest there is only that it exists.
    """

    id: str
    name: str
    windows: Windows
    statements: tuple[PaceStatement, ...]
    interests: tuple[Interest, ...] = ()
    translations: tuple[Translated, ...] = ()


@frozen
class Conflict:
    """The smallest set of parties without a day in common: leave out any one and the rest has one."""

    parties: tuple[str, ...]
    names: tuple[str, ...]


@frozen
class Move:
    """One party that moves one window by a number of days, later or (below zero) earlier, and what fits then."""

    party: str
    name: str
    days: int
    window: Period
    fits: Period


@frozen
class TermEnd:
    """A political term or academic year of a party that ends while the project is planned to run on."""

    name: str
    term: Term


@frozen
class Pace:
    """The pace of one project as known on a day.

    ``joint`` are the days on which everyone who stated a pace can, ``silent`` names those who stated none.
    ``conflicts`` are all there are, unless not ``complete``. ``agreed`` is the agreement on record, if any, and
    ``outside`` names those for whom it goes beyond what they stated. ``suggestions`` are the nearest moves, nearest
    first, when nothing fits.
    """

    project: str
    title: Text
    on: date
    plan: Period
    parties: tuple[Party, ...]
    silent: tuple[str, ...]
    joint: Windows
    conflicts: tuple[Conflict, ...]
    complete: bool
    agreed: tuple[Agreement, ...]
    outside: tuple[str, ...]
    terms: tuple[TermEnd, ...]
    suggestions: tuple[Move, ...]


def pace_of(charters: Source, register: Register, project: str, *, on: date, days: int = 1) -> Pace:
    """Everything about the pace of a project as known on a day; a window is of use from so many days on end.

    Raises:
        UnknownName: a `LookupError` for a project that is not in the register.
        ValueError: when not exactly one version of the charter is in force on the day, or ``days`` is below 1.
    """
    if days < 1:
        raise ValueError(f"a window has at least one day, not {days}")
    if project not in register:
        raise UnknownName("project", project, [one.id for one in register.projects])
    subject = register[project]
    scene, where = _scene(charters, register, on)
    parties = tuple(_parties(scene, subject, where))
    found = smallest_conflicts({one.id: one.windows for one in parties}, LIMIT)
    names = {one.id: one.name for one in parties}
    agreed = pace_agreement(scene, subject)
    joint = common(one.windows for one in parties) if parties else ()
    return Pace(
        subject.id,
        subject.title,
        on,
        subject.period,
        parties,
        tuple(one.name for one in without_pace(scene, subject, where)),
        joint,
        tuple(
            Conflict(tuple(sorted(those)), tuple(names[one] for one in sorted(those))) for those in found.sets
        ),
        found.complete,
        agreed,
        tuple(
            one.name
            for one in parties
            if any(made.period != ALWAYS and not covers(one.windows, made.period) for made in agreed)
        ),
        tuple(
            TermEnd(party.name, term)
            for term, party in terms_inside(scene, subject, involved(scene, subject, where))
        ),
        tuple(_moves(parties, days)),
    )


def joint_windows(
    charters: Source, register: Register, project: str, *, on: date, days: int = 1
) -> tuple[Period, ...]:
    """The days on which everyone who stated a pace can, as windows of at least so many days on end (A30)."""
    pace = pace_of(charters, register, project, on=on, days=days)
    return tuple(one for one in pace.joint if _long(one, days))


def conflicts(charters: Source, register: Register, project: str, *, on: date) -> tuple[Conflict, ...]:
    """Every smallest set of parties without a day in common; `pace_of` says whether there were too many to seek."""
    return pace_of(charters, register, project, on=on).conflicts


def suggestions(
    charters: Source, register: Register, project: str, *, on: date, days: int = 1
) -> tuple[Move, ...]:
    """The nearest moves of one window of one party after which so many days on end fit everyone, nearest first.

    For each party there is at most one move to a later day and one to an earlier. None when something fits already, and
    none for a party without whom the others do not fit together either.
    """
    return pace_of(charters, register, project, on=on, days=days).suggestions


def _scene(charters: Source, register: Register, on: date) -> tuple[Scene, Selection]:
    """What the facts are derived from, and who counts as a party in what this version says of pace."""
    versions = Charters.of(charters)
    in_force = versions.on(on)
    if len(in_force) != 1:
        known = ", ".join(one.id for one in in_force) or "none"
        raise ValueError(f"on {on} one version of the charter is in force, not: {known}")
    derived = (one for one in in_force[0].facts if isinstance(one, DerivedFact) and one.subject == "project")
    where = next((one.where for one in derived if family_of(one) is Family.PACE), Selection())
    return scene_of(desk(versions), in_force[0], register, Period.day(on), on), where


def _parties(scene: Scene, project: Project, where: Selection) -> Iterator[Party]:
    for one in availabilities(scene, project, where):
        interests = tuple(
            interest
            for interest in project.interests
            if interest.confirmed_by(scene.on) and scene.who(interest.holder)[0] == one.key
        )
        ids = {name for interest in interests for name in (interest.record, interest.id)}
        translations = tuple(
            Translated(scene.name(two.to), two)
            for two in project.translations
            if two.interest in ids and two.confirmed_on is not None and two.on <= two.confirmed_on <= scene.on
        )
        yield Party(one.key, one.name, one.windows, one.statements, interests, translations)


def _long(one: Period, days: int) -> bool:
    return one.first is None or one.last is None or (one.last - one.first).days + 1 >= days


def _moves(parties: tuple[Party, ...], days: int) -> list[Move]:
    if not parties or any(_long(one, days) for one in common(one.windows for one in parties)):
        return []
    nearest: dict[tuple[str, bool], Move] = {}
    for one in parties:
        others = common(other.windows for other in parties if other is not one)
        for move in _of_one(one, others, days):
            way = (one.id, move.days > 0)
            held = nearest.get(way)
            if held is None or _order(move) < _order(held):
                nearest[way] = move
    return sorted(nearest.values(), key=_order)


def _order(move: Move) -> tuple[int, str, int, str]:
    return abs(move.days), move.party, move.days, str(move.window)


def _of_one(party: Party, others: Iterable[Period], days: int) -> Iterator[Move]:
    """The moves of each window of a party to each window of all the others, both ways."""
    for room in others:
        for window in party.windows:
            if _long(room, days) and _long(window, days):
                for by in _ways(window, room, days):
                    moved = _moved(window, by)
                    fits = None if moved is None else moved.meet(room)
                    if fits is not None:
                        yield Move(party.id, party.name, by, window, fits)


def _ways(window: Period, room: Period, days: int) -> Iterator[int]:
    """By how many days a window moves to share just enough with the room after it, or with the room before it."""
    enough = timedelta(days - 1)
    if window.last is not None and room.first is not None and window.last < room.first + enough:
        yield (room.first + enough - window.last).days
    if window.first is not None and room.last is not None and room.last - enough < window.first:
        yield (room.last - enough - window.first).days


def _moved(window: Period, days: int) -> Period | None:
    by = timedelta(days)
    try:
        return Period(window.first and window.first + by, window.last and window.last + by)
    except OverflowError:  # beyond the last day that a calendar has
        return None
