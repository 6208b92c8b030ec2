# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a register and a charter hold: records of who, what and when, without any conclusion."""

from .funding import Contribution, Form, Purpose, Stage
from .judgements import Admission, Benefit, Completeness, Departure, GivenValue, Judgement
from .parties import (
    Certainty,
    DatedName,
    Directory,
    ExternalParty,
    Membership,
    Partner,
    Party,
    Person,
    Source,
    Unit,
    reference,
)
from .projects import Commitment, Participation, Project
from .register import Flaw, Register

__all__ = [
    "Admission",
    "Benefit",
    "Certainty",
    "Commitment",
    "Completeness",
    "Contribution",
    "DatedName",
    "Departure",
    "Directory",
    "ExternalParty",
    "Flaw",
    "Form",
    "GivenValue",
    "Judgement",
    "Membership",
    "Participation",
    "Partner",
    "Party",
    "Person",
    "Project",
    "Purpose",
    "Register",
    "Source",
    "Stage",
    "Unit",
    "reference",
]
