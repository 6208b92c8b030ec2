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
    from .agenda import (
        Agenda,
        next_agenda,
    )
    from .allocation import (
        Allocation,
        allocate,
    )
    from .calendars import (
        Due,
        next_due,
    )
    from .cases import (
        Case,
    )
    from .certificate import (
        Certificate,
        certify,
    )
    from .changes import (
        Change,
    )
    from .charter import (
        Charter,
        Charters,
        Clause,
        Outcome,
        Question,
        Theme,
    )
    from .comparison import (
        Comparison,
        compare,
    )
    from .conditions import (
        Condition,
        assess,
        reasons,
        residual,
    )
    from .errors import (
        CharterError,
        FlawedData,
        KennisstadError,
        Problem,
        RegisterError,
        UnknownName,
    )
    from .facts import (
        Evidence,
        Fact,
        Family,
    )
    from .facts.amounts import (
        Figure,
    )
    from .files import (
        dumps,
        load_cases,
        load_charters,
        load_ledger,
        load_register,
        loads,
        read_charters,
        read_register,
    )
    from .findings import (
        ClauseFinding,
        Need,
        QuestionFinding,
        Status,
    )
    from .governance import (
        Decision,
        Spell,
        audit,
        decide,
        history,
    )
    from .provisions import (
        Ledger,
    )
    from .receipts import (
        Receipt,
        verify,
        write_evidence,
        write_receipt,
    )
    from .reconciliation import (
        Reconciliation,
        reconcile,
    )
    from .records import (
        Admission,
        AgendaItem,
        Agreement,
        AgreementKind,
        Aim,
        Benefit,
        Budget,
        Certainty,
        Challenge,
        Commitment,
        Completeness,
        Contribution,
        Declaration,
        Departure,
        Disposition,
        Expenditure,
        ExternalParty,
        FinancePosition,
        Firmness,
        Form,
        Fulfilment,
        GivenValue,
        HolderStatement,
        Indicator,
        Interest,
        InterestAnswer,
        InterestResponse,
        InterestTranslation,
        ItemStatus,
        Judgement,
        LifecycleStage,
        Meeting,
        MeetingStatus,
        Membership,
        Milestone,
        PaceStatement,
        Participation,
        Partner,
        Person,
        PolicyAction,
        PositionKind,
        Project,
        Purpose,
        Recess,
        Recognition,
        Register,
        ResearchQuestion,
        Result,
        Seat,
        Signatory,
        Source,
        Stage,
        Term,
        TermKind,
        Understanding,
        Verdict,
        Visibility,
        Wish,
        WishStatus,
    )
    from .recourse import (
        Recourse,
        Robustness,
        find_recourse,
        robustness,
    )
    from .reports import (
        Assessment,
        AuditFinding,
        Report,
        ReportChange,
        changed_since,
    )
    from .text import (
        Language,
        Text,
    )
    from .truth import (
        Truth,
    )
    from .values import (
        Choice,
        Money,
        Period,
        Range,
        Share,
    )

# Where each public name lives: a module is loaded when one of its names is first asked for, so that a tool which only
# decides does not pay for files, words or searches.
_HOME = {
    "Admission": "records",
    "Agenda": "agenda",
    "AgendaItem": "records",
    "Agreement": "records",
    "AgreementKind": "records",
    "Aim": "records",
    "Allocation": "allocation",
    "Assessment": "reports",
    "AuditFinding": "reports",
    "Benefit": "records",
    "Budget": "records",
    "Case": "cases",
    "Certainty": "records",
    "Certificate": "certificate",
    "Challenge": "records",
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
    "Declaration": "records",
    "Departure": "records",
    "Disposition": "records",
    "Due": "calendars",
    "Evidence": "facts",
    "Expenditure": "records",
    "ExternalParty": "records",
    "Fact": "facts",
    "Family": "facts",
    "Figure": "facts.amounts",
    "FinancePosition": "records",
    "Firmness": "records",
    "FlawedData": "errors",
    "Form": "records",
    "Fulfilment": "records",
    "GivenValue": "records",
    "HolderStatement": "records",
    "Indicator": "records",
    "Interest": "records",
    "InterestAnswer": "records",
    "InterestResponse": "records",
    "InterestTranslation": "records",
    "ItemStatus": "records",
    "Judgement": "records",
    "KennisstadError": "errors",
    "Language": "text",
    "Ledger": "provisions",
    "LifecycleStage": "records",
    "Meeting": "records",
    "MeetingStatus": "records",
    "Membership": "records",
    "Milestone": "records",
    "Money": "values",
    "Need": "findings",
    "Outcome": "charter",
    "PaceStatement": "records",
    "Participation": "records",
    "Partner": "records",
    "Period": "values",
    "Person": "records",
    "PolicyAction": "records",
    "PositionKind": "records",
    "Problem": "errors",
    "Project": "records",
    "Purpose": "records",
    "Question": "charter",
    "QuestionFinding": "findings",
    "Range": "values",
    "Receipt": "receipts",
    "Recess": "records",
    "Recognition": "records",
    "Reconciliation": "reconciliation",
    "Recourse": "recourse",
    "Register": "records",
    "RegisterError": "errors",
    "Report": "reports",
    "ReportChange": "reports",
    "ResearchQuestion": "records",
    "Result": "records",
    "Robustness": "recourse",
    "Seat": "records",
    "Share": "values",
    "Signatory": "records",
    "Source": "records",
    "Spell": "governance",
    "Stage": "records",
    "Status": "findings",
    "Term": "records",
    "TermKind": "records",
    "Text": "text",
    "Theme": "charter",
    "Truth": "truth",
    "Understanding": "records",
    "UnknownName": "errors",
    "Verdict": "records",
    "Visibility": "records",
    "Wish": "records",
    "WishStatus": "records",
    "allocate": "allocation",
    "assess": "conditions",
    "audit": "governance",
    "certify": "certificate",
    "changed_since": "reports",
    "compare": "comparison",
    "decide": "governance",
    "dumps": "files",
    "find_recourse": "recourse",
    "history": "governance",
    "load_cases": "files",
    "load_charters": "files",
    "load_ledger": "files",
    "load_register": "files",
    "loads": "files",
    "next_agenda": "agenda",
    "next_due": "calendars",
    "read_charters": "files",
    "read_register": "files",
    "reasons": "conditions",
    "reconcile": "reconciliation",
    "residual": "conditions",
    "robustness": "recourse",
    "verify": "receipts",
    "write_evidence": "receipts",
    "write_receipt": "receipts",
}

__all__ = [
    "Admission", "Agenda", "AgendaItem", "Agreement", "AgreementKind", "Aim", "Allocation", "Assessment",
    "AuditFinding", "Benefit", "Budget", "Case", "Certainty", "Certificate", "Challenge", "Change", "Charter",
    "CharterError", "Charters", "Choice", "Clause", "ClauseFinding", "Commitment", "Comparison", "Completeness",
    "Condition", "Contribution", "Decision", "Declaration", "Departure", "Disposition", "Due", "Evidence",
    "Expenditure", "ExternalParty", "Fact", "Family", "Figure", "FinancePosition", "Firmness", "FlawedData",
    "Form", "Fulfilment", "GivenValue", "HolderStatement", "Indicator", "Interest", "InterestAnswer",
    "InterestResponse", "InterestTranslation", "ItemStatus", "Judgement", "KennisstadError", "Language", "Ledger",
    "LifecycleStage", "Meeting", "MeetingStatus", "Membership", "Milestone", "Money", "Need", "Outcome",
    "PaceStatement", "Participation", "Partner", "Period", "Person", "PolicyAction", "PositionKind", "Problem",
    "Project", "Purpose", "Question", "QuestionFinding", "Range", "Receipt", "Recess", "Recognition",
    "Reconciliation", "Recourse", "Register", "RegisterError", "Report", "ReportChange", "ResearchQuestion",
    "Result", "Robustness", "Seat", "Share", "Signatory", "Source", "Spell", "Stage", "Status", "Term",
    "TermKind", "Text", "Theme", "Truth", "Understanding", "UnknownName", "Verdict",
    "Visibility", "Wish", "WishStatus", "allocate", "assess", "audit", "certify", "changed_since", "compare",
    "decide", "dumps", "find_recourse", "history", "load_cases", "load_charters", "load_ledger",
    "load_register", "loads", "next_agenda", "next_due", "read_charters", "read_register", "reasons",
    "reconcile", "residual", "robustness", "verify", "write_evidence", "write_receipt",
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
