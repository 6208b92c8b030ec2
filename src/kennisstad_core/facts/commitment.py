# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who runs ahead of its own agreement, and who behind it: never of somebody else’s, and never across units (S90, S91).

What was delivered, as a share of what the party itself undertook in that unit, is laid beside the share of the time for
it that has passed (A32). Both are exact fractions. What is right for one party says nothing of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from ..records.alignment import Commitment, Fulfilment
from ..records.projects import Project
from ..text import Text
from ..truth import UNKNOWN, Truth
from ..values import ALWAYS, Period, Range
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family
from .involvement import Tally, unattested, unlisted
from .scene import Scene


def elapsed(period: Period, on: date) -> Fraction | None:
    """The share of the days of a period that has passed at the end of a day, none when an end is not known.

    >>> str(elapsed(Period.year(2025), date(2025, 3, 14)))
    '1/5'
    """
    if period.first is None or period.last is None:
        return None
    days = (period.last - period.first).days + 1
    return Fraction(min(max((on - period.first).days + 1, 0), days), days)


@frozen
class Standing:
    """How one commitment stands on a day: what was undertaken and delivered, and the share of its time that has passed.

    ``period`` is that of the commitment, with the ends of the project where it has none of its own.
    """

    commitment: Commitment
    period: Period
    fulfilments: tuple[Fulfilment, ...]
    elapsed: Fraction | None

    @property
    def agreed(self) -> int:
        """What was undertaken, in its unit."""
        return self.commitment.quantity

    @property
    def delivered(self) -> int:
        """What was delivered by the day, in the same unit."""
        return sum(one.quantity for one in self.fulfilments)

    @property
    def lead(self) -> Fraction | None:
        """How much more was delivered than the time that passed would have it, in its unit; less is below zero."""
        return None if self.elapsed is None else self.delivered - self.agreed * self.elapsed


def standings(project: Project, on: date) -> tuple[Standing, ...]:
    """How every commitment of a project that was there on a day stands."""
    return tuple(
        Standing(one, span, done, elapsed(span, on))
        for one in project.commitments
        if one.on <= on
        for span in [_span(one.period, project.period)]
        for done in [tuple(two for two in project.fulfilments if two.commitment == one.id and two.on <= on)]
    )


def _span(own: Period, plan: Period) -> Period:
    first, last = own.first or plan.first, own.last or plan.last
    return Period() if first and last and last < first else Period(first, last)


def _evidence(one: Standing, key: str, name: str, why: Why) -> Iterator[Evidence]:
    """What was undertaken, and each thing that was delivered on it."""
    made = one.commitment
    agreed = Range.exactly(made.quantity)
    yield Evidence(made.id, key, name, why, None, one.period, agreed, made.unit)
    for done in one.fulfilments:
        delivered = Range.exactly(done.quantity)
        yield Evidence(done.record, key, name, Why.DELIVERED, done.on, ALWAYS, delivered, made.unit)


def _off(definition: DerivedFact, one: Standing, way: int, *, more: bool, flawed: bool) -> tuple[Truth, Why]:
    """Whether a commitment is ahead (``way`` 1) or behind (-1); ``more`` may have been delivered than is on record."""
    if one.lead is None:
        return UNKNOWN, Why.NO_PLAN
    slack = Fraction(0)
    if definition.tolerance is not None:
        slack = Fraction(definition.tolerance.part, definition.tolerance.whole) * one.agreed
    off = way * one.lead > slack
    if flawed:
        return UNKNOWN, Why.FLAWED_RECORD
    if more and off is (way < 0):
        return UNKNOWN, Why.LIST_INCOMPLETE
    why = (Why.AHEAD if way > 0 else Why.BEHIND) if off else Why.ON_TRACK
    return Truth.of(off), why


def _out_of_step(definition: DerivedFact, scene: Scene, project: Project, way: int) -> Fact:
    piles = Tally()
    lists = unattested(scene, project, "commitments", "fulfilments")
    more, flawed = "fulfilments" in lists, scene.flawed("fulfilment", project.id)
    several = standings(project, scene.on)
    for one in several:
        off, why = _off(definition, one, way, more=more, flawed=flawed)
        for piece in _evidence(one, *scene.who(one.commitment.party), why):
            piles.put(off, piece)
    whys = unlisted(scene, project, "commitments", "commitment")
    running = any(one.elapsed != 0 or one.delivered for one in several)
    if several and not running and not whys:
        return piles.fact(definition, due=False)
    return piles.fact(definition, open_=whys, incomplete=lists)


def parties_ahead(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The parties that delivered more of what they undertook than the time that passed would have it (R-COM-01)."""
    return _out_of_step(definition, scene, project, 1)


def parties_behind(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The parties that delivered less of what they undertook than the time that passed would have it (R-COM-01)."""
    return _out_of_step(definition, scene, project, -1)


_HOW: Final = Text(
    " Elke toezegging staat op zichzelf: wat is geleverd als deel van wat de partij zelf toezegde, in dezelfde "
    "eenheid, naast het deel van de looptijd dat voorbij is. De dag zelf telt als voorbij. Met een marge telt alleen "
    "wat meer dan dat deel van de eigen toezegging scheelt; precies de marge mag.",
    " Each commitment stands by itself: what was delivered as a share of what the party itself undertook, in the same "
    "unit, beside the share of its time that has passed. The day itself counts as passed. With a tolerance only a "
    "difference of more than that share of its own commitment counts; exactly the tolerance is fine.",
)


def _definition(nl: str, en: str) -> Text:
    return Text(nl + _HOW.nl, en + _HOW.en)


OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "parties_ahead",
        Family.ALIGNMENT,
        "count",
        Text(
            "het aantal partijen dat voorloopt op de eigen afspraak",
            "the number of parties ahead of their own agreement",
        ),
        _definition(
            "Partijen die meer hebben geleverd dan bij de verstreken tijd past.",
            "Parties that delivered more than goes with the time that has passed.",
        ),
        ("R-COM-01", "A32"),
        parties_ahead,
        takes=("tolerance",),
        example=Text(
            "Halverwege zijn 70 van de 100 toegezegde uren gemaakt: voor. Bij een marge van 20% niet.",
            "Halfway, 70 of the 100 hours undertaken were made: ahead. With a tolerance of 20% it is not.",
        ),
    ),
    Derivation(
        "parties_behind",
        Family.ALIGNMENT,
        "count",
        Text(
            "het aantal partijen dat achterloopt op de eigen afspraak",
            "the number of parties behind their own agreement",
        ),
        _definition(
            "Partijen die minder hebben geleverd dan bij de verstreken tijd past.",
            "Parties that delivered less than goes with the time that has passed.",
        ),
        ("R-COM-01", "A32"),
        parties_behind,
        takes=("tolerance",),
    ),
)
