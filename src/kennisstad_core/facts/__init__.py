# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What follows from the records: facts, each with the records it rests on and what would make it more precise."""

from .definitions import (
    DAYS,
    CountFact,
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
from .membership import Roll
from .reader import Reader

__all__ = [
    "DAYS",
    "CountFact",
    "Evidence",
    "Fact",
    "FactDefinition",
    "GivenFact",
    "JudgementFact",
    "Option",
    "Reader",
    "Roll",
    "Selection",
    "SumFact",
    "Why",
]
