# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipts: what they hold can be hashed again by anybody, and whatever differs from them is named."""

from __future__ import annotations

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import kennisstad_core as kc
from kennisstad_core import receipts
from kennisstad_core.files import charters_of
from kennisstad_core.files.schema import FOLDER
from kennisstad_core.receipts import verifying as v
from kennisstad_core.receipts.shape import SHAPE, schema_text

ROOT = Path(__file__).parent.parent
ON = date(2025, 6, 1)
YEAR = kc.Period.year(2025)
CARE = "care-route"


@cache
def waterstad() -> tuple[kc.Charters, kc.Register]:
    folder = ROOT / "examples" / "waterstad"
    told = charters_of(folder)
    assert told is not None
    charters = kc.load_charters(told)
    return charters, kc.load_register(folder, charters)


@cache
def decided(project: str = CARE) -> receipts.Receipt:
    charters, register = waterstad()
    return receipts.of_decision(kc.decide(charters, register, project, on=ON), charters, register)


@cache
def reported() -> receipts.Receipt:
    charters, register = waterstad()
    return receipts.of_report(kc.audit(charters, register, period=YEAR), charters, register)


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name.upper()} IS NOT HERE: that it gives the same hash was not checked")
    return path


# The form


def test_the_schema_beside_the_code_is_of_this_code() -> None:
    path = FOLDER / "receipt.schema.json"
    how = "run: python -c 'from kennisstad_core.receipts.shape import main; main()'"

    assert path.read_text("utf-8") == schema_text(), how
    Draft202012Validator.check_schema(SHAPE)


@pytest.mark.parametrize("make", [decided, reported])
def test_a_receipt_fits_its_schema_and_comes_back_equal(make: Any) -> None:
    receipt = make()
    text = receipts.dumps(receipt)

    assert list(Draft202012Validator(SHAPE).iter_errors(json.loads(text))) == []
    assert receipts.loads(text) == receipt
    assert text.endswith("}\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize("make", [decided, reported])
def test_an_honest_receipt_verifies(make: Any) -> None:
    verification = receipts.verify(make(), *waterstad())

    assert verification.verifies
    assert all(isinstance(one, v.NotComparable) for one in verification.differences)


def test_every_project_of_the_examples_verifies() -> None:
    charters, register = waterstad()
    for project in register.projects:
        receipt = decided(project.id)
        assert receipts.verify(receipt, charters, register).verifies, project.id
