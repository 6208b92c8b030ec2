# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answer tables in codes, for a spreadsheet: the whole table of a charter, and where two versions of it differ."""

from __future__ import annotations

from collections.abc import Iterator

from ..answers import Column
from ..certificate import Certificate
from ..comparison import Comparison
from ..truth import Truth
from ..values import Known


def plain_states(column: Column, picked: frozenset[int]) -> str:
    """The states of a column as codes, for a spreadsheet; empty when any will do."""
    if len(picked) == len(column.states):
        return ""
    return " or ".join(_plain_state(column.states[index]) for index in sorted(picked))


def _plain_state(known: Known) -> str:
    return known.value if isinstance(known, Truth) else str(known)


def certificate_columns(certificate: Certificate) -> tuple[str, ...]:
    """The header of `certificate_rows`."""
    questions = (f"question {name}" for name, _ in certificate.questions)
    return (
        *(f"fact {one.fact}" for one in certificate.columns),
        "outcome",
        "possible",
        *questions,
        "cases",
        "profiles",
    )


def certificate_rows(certificate: Certificate) -> Iterator[dict[str, str]]:
    """The lines of the table in codes."""
    for row in certificate.rows:
        facts = {
            f"fact {column.fact}": plain_states(column, picked)
            for column, picked in zip(certificate.columns, row.states, strict=True)
        }
        statuses = {
            f"question {name}": status.value
            for (name, _), status in zip(certificate.questions, row.answered.questions, strict=True)
        }
        yield {
            **facts,
            "outcome": row.answered.outcome,
            "possible": "|".join(row.answered.possible),
            **statuses,
            "cases": str(row.cases),
            "profiles": "" if row.profiles is None else str(row.profiles),
        }


def comparison_columns(comparison: Comparison) -> tuple[str, ...]:
    """The header of `comparison_rows`."""
    return (
        "what",
        "project",
        *(f"fact {one.fact}" for one in comparison.columns),
        "old",
        "new",
        "stands",
        "cases",
    )


def comparison_rows(comparison: Comparison) -> Iterator[dict[str, str]]:
    """The differences in codes: combinations of facts first, then recorded projects."""
    facts = [f"fact {one.fact}" for one in comparison.columns]
    for flip in comparison.flips:
        yield {
            "what": "facts",
            "project": "",
            **{
                f"fact {column.fact}": plain_states(column, picked)
                for column, picked in zip(comparison.columns, flip.states, strict=True)
            },
            "old": "|".join(flip.old),
            "new": "|".join(flip.new),
            "stands": "",
            "cases": str(flip.cases),
        }
    for shift in comparison.shifts:
        yield {
            "what": "project",
            "project": shift.project,
            **dict.fromkeys(facts, ""),
            "old": shift.old,
            "new": shift.new,
            "stands": shift.stands,
            "cases": "",
        }
