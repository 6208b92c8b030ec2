# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How decisions stand at a glance, and under which outcome each belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..charter import UNDETERMINED, Charter, Force
from ..decisions import Decision
from ..findings import Status
from ..text import Text
from .labels import titles_of

NORMS: Final = (Force.MUST, Force.RULE_OF_THUMB)
"""The forces whose clauses can be findings; a habit, an aspiration or a remark never is."""


def standing(decision: Decision) -> Status:
    """How a decision stands at a glance: the worst of its rules and obligations, then whether it is open."""
    stands = {one.status for one in decision.clauses if one.force in NORMS}
    if Status.NOT_MET in stands:
        return Status.NOT_MET
    if decision.outcome == UNDETERMINED:
        return Status.UNDETERMINED
    return Status.EXPLAINED if Status.EXPLAINED in stands else Status.SATISFIED


def by_outcome(
    decisions: Iterable[Decision], charters: Iterable[Charter]
) -> Iterator[tuple[Text, tuple[Decision, ...]]]:
    """The decisions under the outcome of each, in the order in which the newest version has the outcomes."""
    every = tuple(decisions)
    for outcome, title in titles_of(charters).items():
        several = tuple(one for one in every if one.outcome == outcome)
        if several:
            yield title, several
