# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The working memory of one set of charters: rules and readings, made when first asked for."""

from __future__ import annotations

from datetime import date
from typing import Final

from .charter import Charter, Charters, Subject
from .facts import FactDefinition, Reader, Roll
from .records.parties import Directory
from .records.register import Register
from .rules import Rules

READERS: Final = 1024
"""How many days’ readings of registers are kept before they are made anew: more than a year has turning days."""


class Desk:
    """Rules per charter version and readings per day, made when first asked for; everything in it can be made again."""

    __slots__ = ("_conduct", "_directories", "_readers", "_rules")

    def __init__(self) -> None:
        self._rules: dict[str, tuple[Charter, Rules]] = {}
        self._conduct: dict[tuple[str, Subject, str], tuple[Charter, Charter, Rules]] = {}
        self._directories: dict[str, tuple[Charter, Directory]] = {}
        self._readers: dict[tuple[str, str, date, int], tuple[Charter, Register, Reader]] = {}

    def rules(self, charter: Charter) -> Rules:
        """The charter version at work on decisions."""
        held = self._rules.get(charter.id)
        if held is None or held[0] is not charter:
            held = self._rules[charter.id] = charter, Rules(charter.decided)
        return held[1]

    def conduct(self, charter: Charter, subject: Subject, body: str = "") -> tuple[Charter, Rules]:
        """The part of a charter version that audits one kind of subject, or one body, and that part at work."""
        key = (charter.id, subject, body)
        held = self._conduct.get(key)
        if held is None or held[0] is not charter:
            part = charter.conduct(subject, body)
            held = self._conduct[key] = charter, part, Rules(part)
        return held[1], held[2]

    def directory(self, charter: Charter) -> Directory:
        """Who goes by which name in the charter version."""
        held = self._directories.get(charter.id)
        if held is None or held[0] is not charter:
            held = self._directories[charter.id] = charter, Directory(charter.partners)
        return held[1]

    def reader(self, charter: Charter, register: Register, on: date) -> Reader:
        """The facts of a register that decide, under a charter version, on a day."""
        return self._reader(charter, charter.decided.facts, "", register, on)

    def conduct_reader(self, charter: Charter, register: Register, subject: Subject, on: date) -> Reader:
        """The facts that clauses of conduct rest on besides those derived over a period."""
        return self._reader(charter, self.conduct(charter, subject)[0].facts, subject, register, on)

    def _reader(
        self, charter: Charter, facts: tuple[FactDefinition, ...], part: str, register: Register, on: date
    ) -> Reader:
        key = (charter.id, part, on, id(register))
        held = self._readers.get(key)
        if held is None or held[0] is not charter or held[1] is not register:
            if len(self._readers) >= READERS:
                self._readers.clear()
            reader = Reader(
                facts,
                (theme.id for theme in charter.themes),
                (self.directory(charter), register.directory),
                Roll.of(charter.memberships, on),
                on,
                charter.body_titles,
            )
            held = self._readers[key] = charter, register, reader
        return held[2]


def desk(charters: Charters) -> Desk:
    """The working memory that goes with these charters; it never outlives them."""
    held = charters.memory.get("desk")
    if not isinstance(held, Desk):
        held = charters.memory["desk"] = Desk()
    return held
