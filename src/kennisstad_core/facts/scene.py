# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a derived fact is derived from: a register over a period, as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from ..records.judgements import Completeness
from ..records.parties import Certainty, Membership
from ..records.register import Register
from ..text import Text
from ..values import Period
from .membership import Roll
from .reader import Reader


@frozen(eq=False)
class Scene:
    """One register under one charter version, from ``first`` through ``last``, as known on ``on``.

    ``reader`` reads the day that is looked at: who goes by which name, who is a member, who is there. That is ``on``,
    and of a project that was over before it its own last day: what became of its results may be known only later.
    ``bodies`` are the titles of the bodies of the charter, ``purposes`` those of its agenda, by id.
    """

    register: Register
    memberships: tuple[Membership, ...]
    reader: Reader
    first: date
    last: date
    on: date
    bodies: Mapping[str, Text]
    purposes: Mapping[str, Text]

    @property
    def period(self) -> Period:
        """The days that are looked at."""
        return Period(self.first, self.last)

    @cached_property
    def roll(self) -> Roll:
        """Who is a member on the day."""
        return self.reader.roll

    def who(self, written: str) -> tuple[str, str]:
        """The id of a party and what it is called on the day; a name that nobody goes by stands for itself."""
        party = self.reader.find(written)
        return (written, written) if party is None else (party.id, self.reader.name_of(party))

    def name(self, party: str) -> str:
        """What a party is called on the day."""
        return self.who(party)[1]

    def kind(self, party: str) -> str:
        """What kind of organisation a party is on the day; empty when nobody says."""
        found = self.reader.find(party)
        return "" if found is None else found.kind

    def members(self) -> Roll:
        """Who was a member on some day of the period: surely, or only perhaps."""
        live = [one for one in self.memberships if one.period.meet(self.period) is not None]
        sure = frozenset(one.partner for one in live if one.certainty is Certainty.CERTAIN)
        return Roll(sure, frozenset(one.partner for one in live) - sure)

    def flawed(self, kind: str, project: str = "") -> bool:
        """Whether a record of this kind could not be used, so that there may be one more than is read here."""
        return any(one.kind == kind and one.project in ("", project) for one in self.register.flaws)

    def complete(self, of: str, several: Iterable[Completeness], body: str = "") -> bool:
        """Whether it is attested that a list is complete over the whole period, as far as the day."""
        last = min(self.last, self.on)
        return any(
            one.of == of and one.body in ("", body) and self.first in one.period and last in one.period
            for one in several
        )
