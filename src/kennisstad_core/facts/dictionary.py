# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dictionary of derived facts: every function a charter may name in ``derive``, by the subject it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias, assert_never

from ..records.declarations import Declaration
from ..records.projects import Project
from ..records.register import Register
from . import alignment, cadence, declarations, funding, integrity, pace, translation
from .definitions import CountFact, DerivedFact, Fact, FactDefinition, SumFact
from .derivation import Derivation, Family
from .scene import Scene

Subject: TypeAlias = Project | Declaration | Register | str
"""What a derived fact is about: a project, a declaration, the partnership by its register, or a body by its id."""

OF_PROJECT: Final[Mapping[str, Derivation[Project]]] = {
    one.name: one
    for one in (
        *funding.OF_PROJECT,
        *alignment.OF_PROJECT,
        *pace.OF_PROJECT,
        *translation.OF_PROJECT,
        *declarations.OF_PROJECT,
    )
}
OF_BODY: Final[Mapping[str, Derivation[str]]] = {one.name: one for one in cadence.OF_BODY}
OF_PARTNERSHIP: Final[Mapping[str, Derivation[Register]]] = {
    one.name: one
    for one in (
        *funding.OF_PARTNERSHIP,
        *cadence.OF_PARTNERSHIP,
        *declarations.OF_PARTNERSHIP,
        *integrity.OF_PARTNERSHIP,
    )
}
OF_DECLARATION: Final[Mapping[str, Derivation[Declaration]]] = {
    one.name: one for one in declarations.OF_DECLARATION
}
DERIVATIONS: Final[Mapping[str, Mapping[str, Derivation[Any]]]] = {
    "project": OF_PROJECT,
    "body": OF_BODY,
    "partnership": OF_PARTNERSHIP,
    "declaration": OF_DECLARATION,
}
"""By subject and by name."""


def derivation(definition: DerivedFact) -> Derivation[Any] | None:
    """The entry that a charter's fact names, none when there is no such entry for its subject."""
    return DERIVATIONS.get(definition.subject, {}).get(definition.derive)


def derive(definition: DerivedFact, scene: Scene, subject: Subject) -> Fact:
    """The fact as it follows from the records.

    Raises:
        KeyError: when the dictionary has no such derivation for this kind of subject.
    """
    match subject:
        case Project():
            return OF_PROJECT[definition.derive].derive(definition, scene, subject)
        case Declaration():
            return OF_DECLARATION[definition.derive].derive(definition, scene, subject)
        case Register():
            return OF_PARTNERSHIP[definition.derive].derive(definition, scene, subject)
        case str():
            return OF_BODY[definition.derive].derive(definition, scene, subject)
        case _:
            assert_never(subject)


def family_of(definition: FactDefinition) -> Family:
    """The part of the partnership's life that a fact is about."""
    if isinstance(definition, DerivedFact):
        entry = derivation(definition)
        return Family.BELONGING if entry is None else entry.family
    money = isinstance(definition, SumFact) or (
        isinstance(definition, CountFact) and definition.of == "contributions"
    )
    return Family.FUNDING if money else Family.BELONGING


def entries() -> Iterator[tuple[str, Derivation[Any]]]:
    """Every entry with its subject, in the order of the dictionary."""
    for subject, several in DERIVATIONS.items():
        for one in several.values():
            yield subject, one
