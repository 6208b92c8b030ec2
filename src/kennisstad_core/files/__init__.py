# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Charters, registers and decisions as files: TOML, CSV and JSON in one shape, with all problems at once."""

from .codec import dumps, loads
from .ledgers import load_cases, load_ledger, read_cases, read_ledger
from .loading import charters_of, load_charters, load_register, read_charters, read_register

__all__ = [
    "charters_of",
    "dumps",
    "load_cases",
    "load_charters",
    "load_ledger",
    "load_register",
    "loads",
    "read_cases",
    "read_charters",
    "read_ledger",
    "read_register",
]
