# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who pays for the core: every member something in every year, and who else does (S10, R-FIN-01, A23).

Nothing here compares what members pay: a source that says *jointly* does not say *equally*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from ..records.funding import Contribution, Form
from ..records.parties import Certainty
from ..records.register import Register
from ..truth import MET, NOT_MET, UNKNOWN, Truth, any_of
from ..values import ALWAYS, Period
from .definitions import DerivedFact, Evidence, Fact, Selection, Why
from .involvement import Tally
from .ledger import Posting, attested, core_flawed, core_postings, meant_for
from .membership import Roll
from .scene import Scene


@frozen
class _Gift:
    """A contribution to the core as it stands, with whose it is and the days it is meant for."""

    posting: Posting[Contribution]
    party: str
    name: str
    known: bool
    meant: Period

    @property
    def something(self) -> Truth:
        """Whether anything is left of it after corrections; what nobody valued is something, and not nought."""
        net, doubts = self.posting.net, self.posting.doubts
        if net.low > 0 or (doubts == (Why.NOT_VALUED,) and self.posting.first.amount is None):
            return MET
        return UNKNOWN if doubts else NOT_MET

    def within(self, span: Period) -> Truth:
        """Whether it is meant for some of these days; one without a day may be of any year."""
        return UNKNOWN if self.meant == ALWAYS else Truth.of(self.meant.meet(span) is not None)

    def fits(self, where: Selection) -> bool:
        """Whether its form and stage are among those asked for."""
        first = self.posting.first
        form = not where.form or first.form.value in where.form
        return form and (not where.stage or first.stage.value in where.stage)

    def evidence(self, why: Why) -> Iterator[Evidence]:
        """It, with what is left of it, and its corrections."""
        on, unit = self.posting.first.on, self.posting.currency
        first, *corrections = self.posting.records
        value = self.posting.net if unit else None
        yield Evidence(first, self.party, self.name, why, on, value=value, unit=unit)
        yield from (Evidence(record, self.party, self.name, why) for record in corrections)


def _gifts(scene: Scene, register: Register) -> tuple[_Gift, ...]:
    def gift(one: Posting[Contribution]) -> _Gift:
        key, name = scene.who(one.first.contributor)
        known = scene.reader.find(one.first.contributor) is not None
        return _Gift(one, key, name, known, meant_for(one.first))

    return tuple(map(gift, core_postings(register, scene.on)))


def _years(scene: Scene) -> Iterator[tuple[Period, bool]]:
    """The calendar years of the period, as far as they are in it, and whether each is over."""
    for year in range(scene.first.year, scene.last.year + 1):
        span = Period.year(year).meet(scene.period)
        if span is not None:
            yield span, date(year, 12, 31) <= scene.on


def _days(scene: Scene, partner: str, span: Period, *, certain: bool) -> int:
    """On how many days of a span a partner was a member: surely, or perhaps."""
    days: set[int] = set()
    for one in scene.memberships:
        if one.partner == partner and (one.certainty is Certainty.CERTAIN or not certain):
            held = one.period.meet(span)
            if held is not None and held.first is not None and held.last is not None:
                days.update(range(held.first.toordinal(), held.last.toordinal() + 1))
    return len(days)


def _asked(scene: Scene, partner: str, span: Period, days: int | None) -> tuple[Truth, Why]:
    """Whether a contribution is asked of a member: of one throughout, or of as many days as the charter says (A23).

    Of a member for part of the year the sources ask nothing that could be counted, unless a charter does.
    """
    assert span.first is not None
    assert span.last is not None
    length = (span.last - span.first).days + 1
    enough = length if days is None else min(days, length)
    if _days(scene, partner, span, certain=True) >= enough:
        return MET, Why.NO_CONTRIBUTION
    possible = _days(scene, partner, span, certain=False)
    if possible >= enough:
        return UNKNOWN, Why.DISPUTED_MEMBERSHIP
    return (UNKNOWN if possible and days is None else NOT_MET), Why.PART_OF_PERIOD


@frozen
class _Lacking:
    """A member without a contribution in a year, whether one was asked of it, and whether it may have made one."""

    evidence: Evidence
    asked: Truth
    doubtful: bool


def _lacking(
    definition: DerivedFact, scene: Scene, span: Period, gifts: Iterable[_Gift], tally: Tally
) -> Iterator[_Lacking]:
    """The members of a year without a contribution; the contributions of all go to ``tally`` as looked at."""
    by_party: dict[str, list[_Gift]] = {}
    for one in gifts:
        by_party.setdefault(one.party, []).append(one)
    roll = scene.members()
    for partner in sorted(roll.certain | roll.possible):
        own = by_party.get(partner, [])
        gave = {id(one): one.something & one.within(span) for one in own if one.fits(definition.where)}
        for one in own:
            tally.others += one.evidence(_standing(one, gave.get(id(one))))
        contributed = any_of(gave.values())
        if contributed is not MET:
            asked, why = _asked(scene, partner, span, definition.days)
            if asked is MET and any(one.posting.first.form is Form.IN_KIND for one in own):
                why = Why.IN_KIND_ONLY
            lacks = Evidence(f"membership/{partner}", partner, scene.name(partner), why, period=span)
            yield _Lacking(lacks, asked, contributed is UNKNOWN)


def _standing(one: _Gift, gave: Truth | None) -> Why:
    if gave is None:
        return Why.SELECTION
    if gave is MET:
        return Why.CONTRIBUTED
    return Why.CORRECTED_AWAY if one.something is NOT_MET else Why.UNDATED


def members_without_core_contribution(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The members that contributed nothing to the core in some calendar year of the period (R-FIN-01, A23)."""
    every, flawed, tally = _gifts(scene, register), core_flawed(register), Tally()
    waiting, any_over, unattested = False, False, False
    for span, over in _years(scene):
        gifts = [one for one in every if one.within(span) is not NOT_MET]
        strangers = [one for one in gifts if not one.known]
        tally.others += (item for one in strangers for item in one.evidence(Why.UNKNOWN_PARTY))
        complete = attested(register.completeness, "contributions", span, scene.on)
        # A record that could not be used may be a contribution, and a name nobody goes by may be that of any member.
        doubtful = not complete or flawed or bool(strangers)
        for one in _lacking(definition, scene, span, gifts, tally):
            if not over and one.asked is not NOT_MET:
                waiting = True
                tally.put(NOT_MET, _because(one.evidence, Why.NOT_OVER))
                continue
            unsure = doubtful or one.doubtful
            tally.put(one.asked & UNKNOWN if unsure else one.asked, one.evidence)
            unattested = unattested or (not complete and one.asked is not NOT_MET)
        any_over = any_over or over
    # It may also have been a correction that takes one away.
    open_ = (Why.FLAWED_RECORD,) if flawed and any_over else ()
    lists = ("contributions",) if unattested else ()
    return tally.fact(definition, open_=open_, incomplete=lists, due=any_over or not waiting)


def _because(one: Evidence, why: Why) -> Evidence:
    return Evidence(one.record, one.key, one.name, why, period=one.period)


def core_contributors_not_members(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The parties that contributed to the core while they were no member, which is told and not judged (A23)."""
    tally = Tally()
    for one in _gifts(scene, register):
        within = one.within(scene.period)
        if within is not NOT_MET and one.fits(definition.where):
            member = _member(scene, one)
            outside = ~member & one.something & within
            why = {MET: Why.A_MEMBER, UNKNOWN: Why.DISPUTED_MEMBERSHIP, NOT_MET: Why.NOT_A_MEMBER}[member]
            if not one.known:
                outside, why = outside & UNKNOWN, Why.UNKNOWN_PARTY
            for item in one.evidence(why):
                tally.put(outside, item)
    complete = all(
        attested(register.completeness, "contributions", span, scene.on) for span, _ in _years(scene)
    )
    open_ = [] if complete else [Why.LIST_INCOMPLETE]
    if core_flawed(register):
        open_.append(Why.FLAWED_RECORD)
    return tally.fact(definition, open_=open_, incomplete=() if complete else ("contributions",))


def _member(scene: Scene, one: _Gift) -> Truth:
    """Whether the contributor was a member on the day of a contribution, or else on some day that it is meant for."""
    day = one.posting.first.on
    if day is not None and day in scene.period:
        return Roll.of(scene.memberships, day).holds(one.party)
    span = one.meant.meet(scene.period)
    assert span is not None
    if _days(scene, one.party, span, certain=True):
        return MET
    return UNKNOWN if _days(scene, one.party, span, certain=False) else NOT_MET
