# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Evidence that rests on a confidential interest, under a number: an id may say what the interest says (A35)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import evolve

from ..decisions import Decision
from ..facts import Evidence, Fact
from ..reports import Assessment

D = TypeVar("D", Decision, Assessment)


def masked(about: D, names: Mapping[str, str]) -> D:
    """A decision or assessment in which no evidence bears an id that is withheld."""
    return evolve(about, facts=tuple(_fact(one, names) for one in about.facts)) if names else about


def _fact(fact: Fact, names: Mapping[str, str]) -> Fact:
    def pile(several: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(
            evolve(one, record=names.get(one.record, one.record), key=names.get(one.key, one.key))
            for one in several
        )

    return evolve(
        fact, counted=pile(fact.counted), possible=pile(fact.possible), left_out=pile(fact.left_out)
    )
