# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Organisations, what they are called and when, and the people who speak for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import Attribute, field, frozen

from ..identifiers import Identifier
from ..values import ALWAYS, Period


class Certainty(Enum):
    """How sure the source of a record is; only what is certain counts, the rest is possible."""

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"
    DISPUTED = "disputed"


@frozen
class Source:
    """Where a statement comes from: a document and the place in it, or a page."""

    document: str
    locator: str = ""
    url: str = ""
    note: str = ""


@frozen
class Person:
    """Who judged or decided: a name and the role and mandate in which it was done; nothing more is kept of a person."""

    name: str
    role: str = ""
    mandate: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.role})" if self.role else self.name


def check_person(_: object, attribute: Attribute[Person], value: object) -> None:
    """Refuse a name alone: who judged or decided did so in a role."""
    if not isinstance(value, Person):
        raise TypeError(
            f"{attribute.name}= is a Person, such as Person('A. Jansen', role='chair'), not {value!r}"
        )


def check_id(_: object, attribute: Attribute[str], value: object) -> None:
    """Refuse an identifier that is empty or padded."""
    if not isinstance(value, str) or not value or value != value.strip():
        raise ValueError(f"{attribute.name} is a short name without spaces around it, not {value!r}")


def pairs(labels: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Labels as sorted pairs, so that equal labels are equal values."""
    return tuple(sorted((str(key), str(value)) for key, value in dict(labels).items()))


@frozen
class DatedName:
    """A name an organisation bore for a time."""

    name: str
    period: Period = ALWAYS


def _unit_key(unit: Unit) -> tuple[str, str]:
    return unit.id, str(unit.period)


def _units(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=_unit_key))


def _names(names: Iterable[DatedName]) -> tuple[DatedName, ...]:
    return tuple(sorted(names, key=lambda one: (str(one.period), one.name)))


def _aliases(aliases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(aliases))


def _identifiers(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return tuple(sorted(identifiers, key=lambda one: (one.scheme.value, one.value)))


@frozen
class Unit:
    """A faculty, institute or department that counts as the organisation it belongs to, while it does (A04)."""

    id: str = field(validator=check_id)
    name: str = ""
    aliases: tuple[str, ...] = field(default=(), converter=_aliases)
    period: Period = ALWAYS


@frozen
class Partner:
    """An organisation a charter names; whether it is a member on a day is said by its memberships."""

    id: str = field(validator=check_id)
    name: str
    kind: str = ""
    names: tuple[DatedName, ...] = field(default=(), converter=_names)
    aliases: tuple[str, ...] = field(default=(), converter=_aliases)
    units: tuple[Unit, ...] = field(default=(), converter=_units)
    identifiers: tuple[Identifier, ...] = field(default=(), converter=_identifiers)
    attributes: tuple[tuple[str, str], ...] = field(default=(), converter=pairs)
    affiliated_to: str = ""


@frozen
class ExternalParty:
    """An organisation that only a register names: it may be involved and never counts as a member."""

    id: str = field(validator=check_id)
    name: str
    kind: str = ""
    names: tuple[DatedName, ...] = field(default=(), converter=_names)
    aliases: tuple[str, ...] = field(default=(), converter=_aliases)
    units: tuple[Unit, ...] = field(default=(), converter=_units)
    identifiers: tuple[Identifier, ...] = field(default=(), converter=_identifiers)
    attributes: tuple[tuple[str, str], ...] = field(default=(), converter=pairs)
    affiliated_to: str = ""


Party: TypeAlias = Partner | ExternalParty


@frozen
class Membership:
    """A partner belongs to the partnership for a period; an uncertain or disputed one makes it a possible member."""

    partner: str = field(validator=check_id)
    period: Period = ALWAYS
    certainty: Certainty = Certainty.CERTAIN
    sources: tuple[Source, ...] = ()
    note: str = ""


def reference(name: str) -> str:
    """The form in which names are compared: case and spacing do not matter, everything else does (A04).

    >>> reference("  Gemeente   WATERSTAD ")
    'gemeente waterstad'
    """
    return " ".join(name.split()).casefold()


class Directory:
    """Finds an organisation by id, unit, registered name or alias, as of a day. Never by likeness."""

    __slots__ = ("_entries", "parties")

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties: dict[str, Party] = {}
        self._entries: dict[str, list[tuple[Period, Party]]] = {}
        for party in parties:
            self.parties.setdefault(party.id, party)
            self._add(ALWAYS, party, (party.id, party.name, *party.aliases))
            for dated in party.names:
                self._add(dated.period, party, (dated.name,))
            for unit in party.units:
                self._add(unit.period, party, (unit.id, unit.name, *unit.aliases))

    def _add(self, period: Period, party: Party, names: Iterable[str]) -> None:
        for name in names:
            if name:
                self._entries.setdefault(reference(name), []).append((period, party))

    def find(self, name: str, on: date) -> Party | None:
        """The one organisation that goes by this name on that day; none when nobody does, or more than one."""
        found = {party.id: party for period, party in self._entries.get(reference(name), ()) if on in period}
        return next(iter(found.values())) if len(found) == 1 else None

    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        """Names that more than one organisation goes by at the same time."""
        clashes: dict[str, tuple[str, ...]] = {}
        for name, entries in self._entries.items():
            for index, (period, party) in enumerate(entries):
                others = {
                    other.id for span, other in entries[:index] if other.id != party.id and span.meet(period)
                }
                if others:
                    clashes[name] = tuple(sorted({party.id, *others, *clashes.get(name, ())}))
        return clashes

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and reference(name) in self._entries

    def names(self) -> tuple[str, ...]:
        """Every id and registered name, for saying which came nearest to one that is not known."""
        return tuple(sorted(self._entries))

    def turning_days(self) -> frozenset[date]:
        """The days on which a name or unit starts or stops to count."""
        return frozenset(
            day
            for entries in self._entries.values()
            for period, _ in entries
            for day in period.turning_days()
        )
