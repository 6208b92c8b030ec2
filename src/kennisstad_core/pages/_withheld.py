# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Evidence that rests on a confidential interest, under a number: an id may say what the interest says (A35)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from attrs import evolve

from ..decisions import Decision
from ..facts import Evidence, Fact
from ..records.alignment import Visibility
from ..records.register import Register
from ..reports import Assessment

D = TypeVar("D", Decision, Assessment)


def withheld(register: Register) -> Mapping[str, str]:
    """The ids of confidential interests, of the answers to them and of their translations, each with its number."""
    found: dict[str, str] = {}
    for project in register.projects:
        number = 0
        for one in project.interests:
            if one.visibility is Visibility.CONFIDENTIAL:
                number += 1
                name = f"{project.id}/in confidence/interest-{number}"
                own = {one.record, one.id} - {""}
                found |= dict.fromkeys(own, name)
                for response in project.responses:
                    if response.interest in own:
                        found[response.record] = f"{name}/response"
                for translation in project.translations:
                    if translation.interest in own:
                        found[translation.record] = f"{name}/translation"
    return found


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
