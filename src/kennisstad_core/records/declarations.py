# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the partnership declared, was recognised for, and aims at; none of it makes anyone part of a project."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..text import Text
from .order import names
from .parties import Person, Source, check_id


@frozen
class Declaration:
    """A signed statement of intent; ``expected`` is the explicit list of who was to sign, as of ``listed_on`` (A37)."""

    id: str = field(validator=check_id)
    title: Text
    on: date
    purpose: Text | None = None
    theme: str = ""
    expected: tuple[str, ...] = field(default=(), converter=names)
    listed_on: date | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""


@frozen
class Signatory:
    """A party that signed a declaration, when and in what capacity; signing is not taking part (S41)."""

    declaration: str = field(validator=check_id)
    party: str = field(validator=check_id)
    on: date
    capacity: str = ""
    id: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def record(self) -> str:
        """Under which id it appears in findings."""
        return self.id or f"{self.declaration}/{self.party}"


@frozen
class Recognition:
    """A title or prize; what it is owed to is not claimed (S35)."""

    id: str = field(validator=check_id)
    title: Text
    on: date | None = None
    year: int | None = None
    by: str = ""
    sources: tuple[Source, ...] = ()


@frozen
class Aim:
    """What the partners want to reach by a year, who adopted it and when; no progress without an adopted indicator."""

    id: str = field(validator=check_id)
    title: Text
    horizon: int | None = None
    adopted_by: tuple[str, ...] = field(default=(), converter=names)
    adopted_on: date | None = None
    themes: tuple[str, ...] = field(default=(), converter=names)
    sources: tuple[Source, ...] = ()


@frozen
class Indicator:
    """A measure that people chose for an aim: by whom, when, and where its figures come from (S103)."""

    id: str = field(validator=check_id)
    aim: str = field(validator=check_id)
    title: Text
    adopted_on: date
    by: Person
    source: Source
