# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far the register itself can be relied on: records that could not be used, and lists nobody vouches for."""

from __future__ import annotations

from typing import Final

from ..records.register import Register
from ..text import Text
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .scene import Scene


def flawed_records(definition: DerivedFact, _: Scene, register: Register) -> Fact:
    """The records that could not be used, each with its code as the key to what is wrong (R-DAT-01)."""
    return counting(
        definition,
        (
            Evidence(one.record, f"{one.kind}/{one.record}/{one.code}", one.record, Why.FLAWED_RECORD)
            for one in register.flaws
        ),
    )


_LISTS: Final = ("participations", "contributions")


def unattested_lists(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The projects of the period with a list of participants or contributions that nobody attests (R-DAT-02)."""
    missing = [
        Evidence(
            f"{project.id}/{of}",
            f"{project.id}/{of}",
            project.title.nl,
            Why.NOT_ATTESTED,
            title=project.title,
        )
        for project in register.projects
        if (span := project.period.meet(scene.period)) is not None
        for of in _LISTS
        if not any(
            one.of == of and min(span.last or scene.last, scene.on) in one.period
            for one in project.completeness
        )
    ]
    return counting(definition, missing)


OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = (
    Derivation(
        "flawed_records",
        Family.DATA,
        "count",
        Text(
            "het aantal vastleggingen dat niet te gebruiken is", "the number of records that cannot be used"
        ),
        Text(
            "Vastleggingen die bij het lezen zijn afgekeurd. Wat erop rust, blijft open; de rest staat.",
            "Records that were refused on reading. What rests on them stays open; everything else stands.",
        ),
        ("R-DAT-01",),
        flawed_records,
    ),
    Derivation(
        "unattested_lists",
        Family.DATA,
        "count",
        Text(
            "het aantal lijsten waarvan niemand bevestigt dat ze compleet zijn",
            "the number of lists that nobody attests to be complete",
        ),
        Text(
            "Lijsten van deelnemers en van bijdragen van projecten in de periode, zonder bevestiging dat ze compleet "
            "zijn. Zolang die er niet is, is ‘staat niet op de lijst’ geen ‘is er niet’.",
            "Lists of participants and of contributions of projects in the period, without an attestation that they "
            "are complete. As long as there is none, “not on the list” is not “not there”.",
        ),
        ("R-DAT-02",),
        unattested_lists,
    ),
)
