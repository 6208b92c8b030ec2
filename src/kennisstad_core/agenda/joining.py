# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who could still hook on to a project: the members that are not in it, those that said something of it first (S57)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from ..charter import Charter
from ..facts import CountFact, Fact, JudgementFact, Reader, Why
from ..records.alignment import Interest, Visibility
from ..records.projects import Project
from ..records.register import Register
from .points import Candidate, Reason


@frozen(eq=False)
class Joining:
    """The members of a day, and what they said they have at stake; confidential interests are left aside."""

    charter: Charter
    register: Register
    reader: Reader
    on: date

    def candidates(self, project: Project) -> tuple[Candidate, ...]:
        """The members that could join a project, those with the strongest reason first, then by name.

        Whoever takes part, perhaps takes part or is to take part later is not among them. Nobody is when the charter
        declares no count of the members in a project.
        """
        counting = _members_in(self.charter)
        if counting is None:
            return ()
        flaws = self.register.flaws_of(project.id) if self.register.flaws else ()
        fact = self.reader.read(project, flaws)[counting]
        inside = {one.key for one in (*fact.counted, *fact.possible)}
        inside |= {one.key for one in fact.left_out if one.why is Why.NOT_YET}
        themes = _themes_of(self.charter, project, self.on)
        interests = [
            one
            for one in (*project.interests, *self.register.interests)
            if one.on <= self.on and one.visibility is Visibility.OPEN and one.theme in themes
        ]
        found: list[Candidate] = []
        for member in self.reader.roll.certain - inside:
            party = self.reader.find(member)
            if party is not None:
                reasons = _reasons(self.reader, member, fact, interests)
                found.append(
                    Candidate(
                        member,
                        self.reader.name_of(party),
                        tuple(one for one in Reason if one in reasons) or (Reason.MEMBER,),
                        tuple(dict.fromkeys(record for several in reasons.values() for record in several)),
                    )
                )
        order = list(Reason)
        return tuple(sorted(found, key=lambda one: (order.index(one.reasons[0]), one.name.casefold())))


def _members_in(charter: Charter) -> str | None:
    """The fact that counts the members in a project, none when the charter declares no such count."""
    for one in charter.decided.facts:
        if isinstance(one, CountFact) and (one.of, one.distinct, one.where.member) == (
            "participations",
            "party",
            True,
        ):
            return one.name
    return None


def _themes_of(charter: Charter, project: Project, on: date) -> frozenset[str]:
    """The main themes that somebody judged the project to fit, by judgements that still stand."""
    per_theme = {
        one.name: one.choices for one in charter.facts if isinstance(one, JudgementFact) and one.per_theme
    }
    known = [one for one in project.judgements if one.on <= on]
    replaced = {one.supersedes for one in known if one.supersedes}
    return frozenset(
        one.theme
        for one in known
        if one.theme and one.id not in replaced and one.verdict in per_theme.get(one.fact, ())[:-1]
    )


def _reasons(
    reader: Reader, member: str, fact: Fact, interests: Iterable[Interest]
) -> Mapping[Reason, tuple[str, ...]]:
    """Why a member may want to join, with the records that say so."""
    found: dict[Reason, tuple[str, ...]] = {}
    for why, reason in ((Why.INTENTION, Reason.INTENDS), (Why.ROLE, Reason.OTHER_ROLE)):
        records = tuple(one.record for one in fact.left_out if one.key == member and one.why is why)
        if records:
            found[reason] = records
    declared = tuple(one.record for one in interests if _is(reader, one.holder, member))
    if declared:
        found[Reason.INTEREST] = declared
    return found


def _is(reader: Reader, written: str, member: str) -> bool:
    party = reader.find(written)
    return party is not None and party.id == member
