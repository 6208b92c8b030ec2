# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a derivation is: a documented function from a scene to one fact, and what it may be told by a charter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Generic, Literal, TypeVar

from attrs import field, frozen

from ..text import Text
from ..values import Range
from .definitions import DAYS, DerivedFact, Evidence, Fact, Why
from .scene import Scene

S = TypeVar("S")


class Family(Enum):
    """The part of the partnership's life that a clause is about, for summing up an audit."""

    BELONGING = "belonging"
    FUNDING = "funding"
    BODIES = "bodies"
    ALIGNMENT = "alignment"
    PACE = "pace"
    INTERESTS = "interests"
    TRANSLATION = "translation"
    DECLARATIONS = "declarations"
    DATA = "data"


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


@frozen
class Derivation(Generic[S]):
    """One entry of the dictionary of derived facts: what it means, what it rests on, and what it may be told.

    ``takes`` are the settings of a `DerivedFact` that it uses, ``needs`` those that it cannot do without.
    """

    name: str
    family: Family
    type: Literal["count", "days", "truth", "money"]
    label: Text
    definition: Text
    rules: tuple[str, ...]
    derive: Callable[[DerivedFact, Scene, S], Fact]
    takes: frozenset[str] = field(default=frozenset(), converter=_names)
    needs: frozenset[str] = field(default=frozenset(), converter=_names)
    example: Text | None = None

    def unit(self, definition: DerivedFact) -> str:
        """The unit of its value, as of a `Fact`."""
        return {"days": DAYS, "money": definition.currency}.get(self.type, "")


def counting(
    definition: DerivedFact,
    sure: Iterable[Evidence],
    perhaps: Iterable[Evidence] = (),
    others: Iterable[Evidence] = (),
    *,
    open_: Iterable[Why] = (),
    incomplete: Iterable[str] = (),
    due: bool = True,
    explained: bool = False,
    retroactive: bool = False,
) -> Fact:
    """A count of what stands in the evidence, each key once.

    ``perhaps`` may come on top, and with a reason to leave it open (``open_``) there is no telling how much more. The
    low end stays in any case, so what may prove untrue is *perhaps* and never *sure*.
    """
    counted, possible, whys = tuple(sure), tuple(perhaps), tuple(open_)
    keys = {one.key for one in counted}
    more = {one.key for one in possible} - keys
    high = None if whys else len(keys) + len(more)
    return Fact(
        definition.name,
        definition.label,
        Range(len(keys), high),
        counted,
        possible,
        tuple(others),
        whys,
        due=due,
        explained=explained and bool(counted),
        retroactive=retroactive,
        incomplete=tuple(incomplete),
    )
