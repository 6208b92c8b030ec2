# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Receipts: what was decided or reported, so that somebody who does not trust us can check it, now and later.

>>> from datetime import date
>>> import kennisstad_core as kc
>>> charters, register = kc.load_charters("examples/waterstad"), kc.load_register("examples/waterstad")
>>> decision = kc.decide(charters, register, "care-route", on=date(2025, 6, 1))
>>> receipt = of_decision(decision, charters, register)
>>> verify(receipt, charters, register).verifies
True
"""

from ..canonical import canonical, digest
from .differences import Difference
from .evidence import EvidenceMissing, write_evidence
from .making import of_decision, of_report
from .receipt import NoReceipt, Receipt, Redaction, dumps, loads
from .verifying import Verification, verify
from .writing import write_receipt

__all__ = [
    "Difference",
    "EvidenceMissing",
    "NoReceipt",
    "Receipt",
    "Redaction",
    "Verification",
    "canonical",
    "digest",
    "dumps",
    "loads",
    "of_decision",
    "of_report",
    "verify",
    "write_evidence",
    "write_receipt",
]
