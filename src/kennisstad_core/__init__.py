# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Partnership governance as code: a charter and a register in; decisions that explain themselves out.

>>> import kennisstad_core as kc
>>> kc.Truth.NOT_MET & kc.Truth.UNKNOWN
<Truth.NOT_MET: 'not-met'>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .certificate import Certificate, certify
    from .changes import Change
    from .charter import Charter, Charters, Clause, Outcome, Question, Theme
    from .comparison import Comparison, compare
    from .conditions import Condition, assess, reasons, residual
    from .errors import CharterError, FlawedData, KennisstadError, Problem, RegisterError, UnknownName
    from .facts import Evidence, Fact
    from .files import dumps, load_charters, load_register, loads, read_charters, read_register
    from .findings import ClauseFinding, Need, QuestionFinding, Status
    from .governance import Decision, Report, Spell, audit, decide, history
    from .records import (
        Admission,
        Benefit,
        Certainty,
        Commitment,
        Completeness,
        Contribution,
        Departure,
        ExternalParty,
        GivenValue,
        Judgement,
        Membership,
        Participation,
        Partner,
        Person,
        Project,
        Register,
        Source,
    )
    from .recourse import Recourse, Robustness, find_recourse, robustness
    from .text import Language, Text
    from .truth import Truth
    from .values import Choice, Money, Period, Range, Share

# Where each public name lives: a module is loaded when one of its names is first asked for, so that a tool which only
# decides does not pay for files, words or searches.
_HOME = {
    "Admission": "records",
    "Benefit": "records",
    "Certainty": "records",
    "Certificate": "certificate",
    "Change": "changes",
    "Charter": "charter",
    "CharterError": "errors",
    "Charters": "charter",
    "Choice": "values",
    "Clause": "charter",
    "ClauseFinding": "findings",
    "Commitment": "records",
    "Comparison": "comparison",
    "Completeness": "records",
    "Condition": "conditions",
    "Contribution": "records",
    "Decision": "governance",
    "Departure": "records",
    "Evidence": "facts",
    "ExternalParty": "records",
    "Fact": "facts",
    "FlawedData": "errors",
    "GivenValue": "records",
    "Judgement": "records",
    "KennisstadError": "errors",
    "Language": "text",
    "Membership": "records",
    "Money": "values",
    "Need": "findings",
    "Outcome": "charter",
    "Participation": "records",
    "Partner": "records",
    "Period": "values",
    "Person": "records",
    "Problem": "errors",
    "Project": "records",
    "Question": "charter",
    "QuestionFinding": "findings",
    "Range": "values",
    "Recourse": "recourse",
    "Register": "records",
    "RegisterError": "errors",
    "Report": "governance",
    "Robustness": "recourse",
    "Share": "values",
    "Source": "records",
    "Spell": "governance",
    "Status": "findings",
    "Text": "text",
    "Theme": "charter",
    "Truth": "truth",
    "UnknownName": "errors",
    "assess": "conditions",
    "audit": "governance",
    "certify": "certificate",
    "compare": "comparison",
    "decide": "governance",
    "dumps": "files",
    "find_recourse": "recourse",
    "history": "governance",
    "load_charters": "files",
    "load_register": "files",
    "loads": "files",
    "read_charters": "files",
    "read_register": "files",
    "reasons": "conditions",
    "residual": "conditions",
    "robustness": "recourse",
}

__all__ = [
    "Admission", "Benefit", "Certainty", "Certificate", "Change", "Charter", "CharterError", "Charters", "Choice",
    "Clause", "ClauseFinding", "Commitment", "Comparison", "Completeness", "Condition", "Contribution", "Decision",
    "Departure", "Evidence", "ExternalParty", "Fact", "FlawedData", "GivenValue", "Judgement", "KennisstadError",
    "Language", "Membership", "Money", "Need", "Outcome", "Participation", "Partner", "Period", "Person", "Problem",
    "Project", "Question", "QuestionFinding", "Range", "Recourse", "Register", "RegisterError", "Report",
    "Robustness", "Share", "Source", "Spell", "Status", "Text", "Theme", "Truth", "UnknownName", "assess", "audit",
    "certify", "compare", "decide", "dumps", "find_recourse", "history", "load_charters", "load_register", "loads",
    "read_charters", "read_register", "reasons", "residual", "robustness",
]  # fmt: skip


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value  # found at once the next time
    return value


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
