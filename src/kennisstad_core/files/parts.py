# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A charter in pieces, as its file has them: what could be read, in its order, and the names of what could not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from attrs import field, frozen

from ..charter import Charter
from ..facts.definitions import FactDefinition
from .problems import Placed, join
from .shapes import fields, is_list

T = TypeVar("T")


@frozen
class CharterParts:
    """A charter as it was read, piece by piece and in the order of the file.

    ``broken`` names, per table, the ids of pieces that could not be read: they are there, so referring to one is fine.
    """

    tables: Mapping[str, Sequence[Placed[Any]]]
    broken: Mapping[str, frozenset[str]] = field(factory=dict)
    path: str = ""

    @classmethod
    def of(cls, charter: Charter) -> CharterParts:
        """The parts of a charter that was made otherwise than from a file."""
        return cls(
            {
                one.name: tuple(
                    Placed(part, join(one.name, index))
                    for index, part in enumerate(getattr(charter, one.name))
                )
                for one in fields(Charter)
                if is_list(one.type)
            }
        )

    def of_type(self, table: str, _: type[T]) -> tuple[Placed[T], ...]:
        """The pieces of one table."""
        return tuple(cast("Sequence[Placed[T]]", self.tables.get(table, ())))

    @property
    def facts(self) -> tuple[Placed[FactDefinition], ...]:
        """The declared facts."""
        return tuple(cast("Sequence[Placed[FactDefinition]]", self.tables.get("facts", ())))

    def broken_ids(self, table: str) -> frozenset[str]:
        """The ids of the pieces of a table that could not be read."""
        return self.broken.get(table, frozenset())

    def knows_all(self, *tables: str) -> bool:
        """Whether every piece of the tables could be read."""
        return not any(self.broken_ids(table) for table in tables)

    def ids(self, table: str) -> frozenset[str]:
        """The ids in a table, also of pieces that could not be read."""
        return frozenset(one.value.id for one in self.tables.get(table, ())) | self.broken_ids(table)
