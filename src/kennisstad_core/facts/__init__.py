# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What follows from the records: facts, each with the records it rests on and what would make it more precise."""

from .definitions import (
    DAYS,
    CountFact,
    DerivedFact,
    Evidence,
    Fact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Option,
    Selection,
    SumFact,
    Why,
)
from .derivation import Derivation, Family
from .dictionary import DERIVATIONS, Subject, derivation, derive, entries, family_of
from .membership import Roll
from .reader import Reader
from .scene import Scene

__all__ = [
    "DAYS",
    "DERIVATIONS",
    "CountFact",
    "Derivation",
    "DerivedFact",
    "Evidence",
    "Fact",
    "FactDefinition",
    "Family",
    "GivenFact",
    "JudgementFact",
    "Option",
    "Reader",
    "Roll",
    "Scene",
    "Selection",
    "Subject",
    "SumFact",
    "Why",
    "derivation",
    "derive",
    "entries",
    "family_of",
]
