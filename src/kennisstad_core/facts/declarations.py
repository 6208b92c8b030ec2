# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who signed of those who were to sign, which aims can be measured, and whether each side says what it gains.

To sign a declaration, to be recognised or to adopt an aim makes nobody part of a project: no count of participants
reads these records (A37).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ..records.declarations import Aim, Declaration, Indicator, Signatory
from ..records.judgements import Benefit
from ..records.projects import Project
from ..records.register import Register
from ..text import Text
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .reader import attested
from .scene import Scene


def signatures(register: Register, declaration: str, on: date) -> tuple[Signatory, ...]:
    """Who had signed by a day; later signatures do not exist yet."""
    return tuple(one for one in register.signatories if one.declaration == declaration and one.on <= on)


def has_list(declaration: Declaration, on: date) -> bool:
    """Whether there is an explicit list of who was to sign, of a day that has come (A37)."""
    return bool(declaration.expected) and declaration.listed_on is not None and declaration.listed_on <= on


def indicators_of(register: Register, aim: str, on: date) -> tuple[Indicator, ...]:
    """The measures that had been adopted for an aim by a day; nobody but people chooses one (S103)."""
    return tuple(one for one in register.indicators if one.aim == aim and one.adopted_on <= on)


def is_adopted(aim: Aim, on: date) -> bool:
    """Whether somebody had adopted the aim by a day, as far as is known: one without a date may have been."""
    return bool(aim.adopted_by) and (aim.adopted_on is None or aim.adopted_on <= on)


def stated(benefits: Iterable[Benefit], on: date) -> tuple[Benefit, ...]:
    """The benefits that had been stated by a day; one without a date is taken to be."""
    return tuple(one for one in benefits if one.on is None or one.on <= on)


def expected_not_signed(definition: DerivedFact, scene: Scene, declaration: Declaration) -> Fact:
    """Those on the explicit, dated list who have not signed; who signed besides is fine (A37).

    Without such a list there is no telling who was missing, whoever signed.
    """
    register = scene.register
    signed = {scene.who(one.party)[0]: one for one in signatures(register, declaration.id, scene.on)}
    others = [
        Evidence(one.record, party, scene.name(one.party), Why.SIGNED, one.on)
        for party, one in sorted(signed.items())
    ]
    if not has_list(declaration, scene.on):
        return counting(definition, (), others=others, open_=(Why.NO_LIST,))
    certain = attested(register.completeness, "signatories", scene.on) and not scene.flawed("signatory")
    missing = [
        Evidence(declaration.id, key, name, Why.NOT_SIGNED, declaration.listed_on)
        for key, name in map(scene.who, declaration.expected)
        if key not in signed
    ]
    return counting(
        definition,
        missing if certain else (),
        () if certain else missing,
        others,
        incomplete=() if certain or not missing else ("signatories",),
    )


def aims_without_indicator(definition: DerivedFact, scene: Scene, register: Register) -> Fact:
    """The adopted aims for which nobody adopted an indicator, so that nothing is said of progress (S103)."""
    certain = attested(register.completeness, "indicators", scene.on) and not scene.flawed("indicator")
    sure: list[Evidence] = []
    perhaps: list[Evidence] = []
    others: list[Evidence] = []
    aims = [one for one in register.aims if is_adopted(one, scene.on)]
    for one in aims:
        measures = indicators_of(register, one.id, scene.on)
        if measures:
            (first, *_) = measures
            others.append(
                Evidence(first.id, one.id, first.title.nl, Why.COUNTED, first.adopted_on, title=first.title)
            )
            continue
        found = Evidence(one.id, one.id, one.title.nl, Why.NO_INDICATOR, one.adopted_on, title=one.title)
        (sure if certain and one.adopted_on is not None else perhaps).append(found)
    open_ = (Why.FLAWED_RECORD,) if scene.flawed("aim") else ()
    return counting(
        definition,
        sure,
        perhaps,
        others,
        open_=open_,
        incomplete=("indicators",) if perhaps and not certain else (),
        due=bool(aims),
    )


def benefits_one_sided(definition: DerivedFact, scene: Scene, subject: Project | Register) -> Fact:
    """The sides for which nobody states a benefit, where somebody does for another side; never summed (S20, S28).

    ``where.side`` names the sides. A benefit exists only by being stated, so one that is not on record is not stated.
    """
    project = subject.id if isinstance(subject, Project) else ""
    said = stated(subject.benefits, scene.on)
    sides = {one.side for one in said}
    missing = sorted(definition.where.side - sides) if said else []
    unsure = scene.flawed("benefit", project)
    evidence = [Evidence(project or "benefits", side, side, Why.ONE_SIDED) for side in missing]
    return counting(
        definition,
        () if unsure else evidence,
        evidence if unsure else (),
        [
            Evidence(
                one.id or f"{project or 'partnership'}/benefit/{one.holder}",
                one.side,
                scene.name(one.holder),
                Why.COUNTED,
                one.on,
            )
            for one in said
        ],
        open_=(Why.FLAWED_RECORD,) if unsure else (),
        due=bool(said) or unsure,
    )


_ONE_SIDED: Final = (
    Text("het aantal kanten dat geen opbrengst noemt", "the number of sides that state no benefit"),
    Text(
        "Kanten van de samenwerking waarvoor niemand een opbrengst noemt, terwijl dat voor een andere kant wel "
        "gebeurt. Een opbrengst noemt wie haar heeft; opbrengsten worden nooit opgeteld.",
        "Sides of the partnership for which nobody states a benefit, while somebody does for another side. A "
        "benefit is stated by whoever has it; benefits are never added up.",
    ),
    ("S18", "S19", "S20", "S28"),
)

OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "benefits_one_sided",
        Family.DECLARATIONS,
        "count",
        *_ONE_SIDED,
        benefits_one_sided,
        takes=("where",),
        needs=("where",),
    ),
)
OF_DECLARATION: Final[tuple[Derivation[Declaration], ...]] = (
    Derivation(
        "expected_not_signed",
        Family.DECLARATIONS,
        "count",
        Text(
            "het aantal beoogde ondertekenaars dat niet tekende",
            "the number of intended signatories that did not sign",
        ),
        Text(
            "Partijen op de uitdrukkelijke, gedateerde lijst van wie zou tekenen, zonder handtekening op de "
            "peildatum. Zonder zo’n lijst blijft het open; wie tekende zonder op de lijst te staan, is geen "
            "probleem. Tekenen is geen deelname aan een project.",
            "Parties on the explicit, dated list of who was to sign, without a signature on the reference date. "
            "Without such a list it stays open; who signed without being on the list is no problem. To sign is not "
            "to take part in a project.",
        ),
        ("R-DECL-01", "S41", "A37"),
        expected_not_signed,
    ),
)
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = (
    Derivation(
        "aims_without_indicator",
        Family.DECLARATIONS,
        "count",
        Text("het aantal doelen zonder indicator", "the number of aims without an indicator"),
        Text(
            "Aangenomen doelen waarvoor de partners geen indicator met bron hebben gekozen. Zonder gekozen "
            "indicator zegt niemand iets over voortgang.",
            "Adopted aims for which the partners chose no indicator with a source. Without a chosen indicator "
            "nothing is said of progress.",
        ),
        ("S102", "S103"),
        aims_without_indicator,
    ),
    Derivation(
        "benefits_one_sided",
        Family.DECLARATIONS,
        "count",
        *_ONE_SIDED,
        benefits_one_sided,
        takes=("where",),
        needs=("where",),
    ),
)
