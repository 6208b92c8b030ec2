# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is involved in a project, surely or perhaps, and by which day the project had surely begun (A33, A34)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import Factory, define, frozen

from ..records.funding import Purpose, Stage
from ..records.parties import Certainty, Party
from ..records.projects import Firmness, Participation, Project
from ..text import Text
from ..truth import MET, NOT_MET, UNKNOWN, Truth
from .definitions import DerivedFact, Evidence, Fact, Selection, Why
from .derivation import counting
from .reader import attested, selected
from .scene import Scene

_BEGINNING: Final = Text("het begin", "the beginning")


# Who


def takes_part(one: Participation, project: Project, day: date) -> bool:
    """Whether a participation holds on a day; before the project starts, a confirmed one holds already (A06)."""
    if one.stage is Firmness.INTENTION or (one.confirmed_on is not None and day < one.confirmed_on):
        return False
    first, last, start = one.period.first, one.period.last, project.period.first
    if last is not None and last < day:
        return False
    return first is None or first <= day or (start is not None and day < start)


@frozen
class Involved:
    """A party of a project, once: whether it surely counts and if not why, and since when it takes part.

    ``earliest`` and ``latest`` bound its own first day, which is that of the project where none is given.
    """

    key: str
    name: str
    record: str
    doubt: Why | None
    earliest: date | None
    latest: date | None

    def evidence(self, why: Why, record: str = "", on: date | None = None) -> Evidence:
        """The party as evidence, by a record of its own or else by its participation."""
        return Evidence(record or self.record, self.key, self.name, why, on)


def _doubt(
    scene: Scene, where: Selection, one: Participation, party: Party | None
) -> tuple[bool, Why | None]:
    """Whether a participation fits what is asked, and why it may not count when that is not sure."""
    if where.role and one.role and one.role not in where.role:
        return False, None
    if party is None:
        return True, Why.UNKNOWN_PARTY if one.party else Why.UNRESOLVED_NAME
    refused = selected(where, party)
    if refused in (Why.SELECTION, Why.AFFILIATED):
        return False, None
    membership = scene.roll.holds(party.id)
    if where.member is not None and membership is not UNKNOWN and (membership is MET) is not where.member:
        return False, None
    if one.certainty is not Certainty.CERTAIN:
        return True, Why.UNCERTAIN
    if where.role and not one.role:
        return True, Why.UNKNOWN_ROLE
    if where.member is not None and membership is UNKNOWN:
        return True, Why.DISPUTED_MEMBERSHIP
    return True, refused


def _fitting(
    scene: Scene, project: Project, where: Selection
) -> Iterator[tuple[Participation, str, Why | None]]:
    for one, record in zip(project.participations, project.records, strict=True):
        written = one.party or one.named
        if one.stage is not Firmness.INTENTION and not scene.reader.is_body(written):
            fits, doubt = _doubt(scene, where, one, scene.reader.find(written))
            if fits:
                yield one, record, doubt


def involved(scene: Scene, project: Project, where: Selection, *, ever: bool = False) -> tuple[Involved, ...]:
    """Every party that takes part on the day, or on the last day of a project that is over, also from outside (A34).

    With ``ever`` also those that took part before. Bodies, intentions and roles that do not count are no parties.
    """
    day = min(scene.on, project.period.last or scene.on)
    there: dict[str, list[tuple[Participation, str, Why | None, str]]] = {}
    for one, record, doubt in _fitting(scene, project, where):
        was = ever and (one.period.first is None or one.period.first <= scene.on)
        if was or takes_part(one, project, day):
            key, name = scene.who(one.party or one.named)
            there.setdefault(key, []).append((one, record, doubt, name))
    return tuple(_one(key, there[key]) for key in sorted(there))


def _one(key: str, several: list[tuple[Participation, str, Why | None, str]]) -> Involved:
    sure = [one for one in several if one[2] is None]
    _, record, doubt, name = (sure or several)[0]

    def first(rows: list[tuple[Participation, str, Why | None, str]]) -> date | None:
        days = [one.period.first for one, *_ in rows]
        return None if None in days else min((day for day in days if day), default=None)

    return Involved(key, name, record, doubt, first(several), first(sure))


# Since when


@frozen
class Beginning:
    """The earliest of formal start, first active involvement and first payment, as far as it is on record (A33).

    The project had surely begun by ``known``, by the record ``record``; each of ``doubts`` may move that to an earlier
    day, or to one that nobody recorded. ``begun`` is whether it had begun at all.
    """

    known: date | None
    record: str
    begun: Truth
    doubts: tuple[tuple[date | None, Why], ...]

    def in_time(self, day: date, party: Involved) -> tuple[Truth, Why]:
        """Whether something of this day was there up front, and why.

        Of a party that joined when the project was running already, up front is up to its own first day.
        """
        if self.known is None:
            return UNKNOWN, Why.UNDATED
        if party.earliest is not None and self.known < party.earliest and day <= party.earliest:
            return MET, Why.IN_TIME
        if self.known < day:
            late = party.latest is None or party.latest < day
            return (NOT_MET, Why.TOO_LATE) if late else (UNKNOWN, Why.UNCERTAIN)
        doubt = next((why for other, why in self.doubts if other is None or other < day), None)
        return (MET, Why.IN_TIME) if doubt is None else (UNKNOWN, doubt)

    def evidence(self) -> Iterator[Evidence]:
        """The record that says by when it had begun."""
        if self.known is not None:
            name = _BEGINNING.en
            yield Evidence(self.record, "beginning", name, Why.BEGUN, self.known, title=_BEGINNING)


def beginning(scene: Scene, project: Project, where: Selection) -> Beginning:
    """When a project began, as known on the day; a participation without a first day runs from the formal start.

    Payments are contributions to the project that were paid, and money that was spent on it; a correction is neither.
    """
    start = project.period.first
    events: list[tuple[date, str]] = [] if start is None else [(start, project.id)]
    doubts: list[tuple[date | None, Why]] = [(None, Why.UNDATED)] if start is None else []
    undated = False
    for one, record, doubt in _fitting(scene, project, where):
        first = one.period.first or start
        active = one.stage in (Firmness.ACTIVE, Firmness.ENDED)
        if active and doubt is None and first is not None:
            events.append((first, record))
        elif active and doubt is None:
            undated = True
        else:
            doubts.append((first, doubt or Why.UNCERTAIN))
    for day, record in _payments(scene, project):
        if day is None:
            undated = True
            doubts.append((None, Why.UNDATED))
        else:
            events.append((day, record))
    doubts += ((None, why) for why in _unseen(scene, project))
    past = sorted(one for one in events if one[0] <= scene.on)
    known, record = past[0] if past else (None, project.id)
    begun = MET if past or undated else UNKNOWN if start is None else NOT_MET
    return Beginning(known, record, begun, tuple(doubts))


def _payments(scene: Scene, project: Project) -> Iterator[tuple[date | None, str]]:
    for index, one in enumerate(project.contributions):
        if one.stage is Stage.PAID and one.purpose is Purpose.PROJECT and not one.corrects:
            yield one.on, one.id or f"{project.id}/contributions/{index + 1}"
    for spent in scene.register.expenditures_of(project.id):
        if not spent.corrects:
            yield spent.on, spent.id


def _unseen(scene: Scene, project: Project) -> Iterator[Why]:
    """Why it may have begun by something that is not on record."""
    kinds = ("participation", "contribution", "expenditure")
    if any(scene.flawed(kind, project.id) for kind in kinds):
        yield Why.FLAWED_RECORD
    if unattested(scene, project, "participations", "contributions"):
        yield Why.LIST_INCOMPLETE


# What is missing


def unattested(scene: Scene, project: Project, *lists: str) -> tuple[str, ...]:
    """Those of the lists of a project of which nobody attests that they are complete on the day."""
    return tuple(of for of in lists if not attested(project.completeness, of, scene.reader.on))


def unlisted(scene: Scene, project: Project, of: str, kind: str) -> tuple[Why, ...]:
    """Why there may be more records of a kind than the list of them holds."""
    incomplete = (Why.LIST_INCOMPLETE,) if unattested(scene, project, of) else ()
    return (*incomplete, Why.FLAWED_RECORD) if scene.flawed(kind, project.id) else incomplete


@define
class Tally:
    """Evidence in piles while a fact is derived: what is surely missing or off, what may be, and everything else."""

    sure: list[Evidence] = Factory(list)
    perhaps: list[Evidence] = Factory(list)
    others: list[Evidence] = Factory(list)

    def put(self, off: Truth, one: Evidence) -> None:
        """Lay evidence on the pile where it belongs."""
        {MET: self.sure, UNKNOWN: self.perhaps, NOT_MET: self.others}[off].append(one)

    def fact(
        self,
        definition: DerivedFact,
        *,
        open_: Iterable[Why] = (),
        incomplete: Iterable[str] = (),
        due: bool = True,
    ) -> Fact:
        """The count; while nothing is due, nothing counts."""
        if not due:
            return counting(definition, (), (), (*self.sure, *self.perhaps, *self.others), due=False)
        whys = tuple(dict.fromkeys(open_))
        return counting(
            definition, self.sure, self.perhaps, self.others, open_=whys, incomplete=tuple(incomplete)
        )


def of_everyone(scene: Scene, project: Project) -> tuple[Why, ...]:
    """Why there may be more parties than are on record."""
    return unlisted(scene, project, "participations", "participation")
