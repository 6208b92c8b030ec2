# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The entries of a sum: beside each contribution that was added up, its amount and its day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve

from ..decisions import Decision
from ..explain.words import day, money
from ..facts import Evidence, Fact
from ..records.funding import Contribution
from ..records.register import Register
from ..reports import Assessment
from ..text import Language
from ..values import Range


def contributions(register: Register) -> Mapping[str, Contribution]:
    """Every contribution to a project, by the id under which it appears in findings."""
    return {
        one.id or f"{project.id}/contributions/{index}": one
        for project in register.projects
        for index, one in enumerate(project.contributions, start=1)
    }


def itemised(decision: Decision, entries: Mapping[str, Contribution], language: Language) -> Decision:
    """A decision whose sums say of each entry how much it is and of which day; two of one party stay two."""

    def entry(one: Evidence) -> Evidence:
        behind = entries.get(one.record)
        if behind is None or behind.amount is None:
            return one
        words = [money(behind.amount, language), *([] if behind.on is None else [day(behind.on, language)])]
        return evolve(one, key=one.record, name=f"{one.name}, {', '.join(words)}")

    return evolve(decision, facts=tuple(_each(one, entry) for one in decision.facts))


def priced(assessment: Assessment, entries: Mapping[str, Contribution]) -> Assessment:
    """The same for an assessment, whose evidence has room for an amount and a day of its own."""

    def entry(one: Evidence) -> Evidence:
        behind = entries.get(one.record)
        if behind is None or behind.amount is None or one.value is not None:
            return one
        value = Range.exactly(behind.amount.cents)
        return evolve(one, on=behind.on, value=value, unit=behind.amount.currency)

    return evolve(assessment, facts=tuple(_each(one, entry) for one in assessment.facts))


def _each(fact: Fact, entry: Callable[[Evidence], Evidence]) -> Fact:
    """A sum with something done to each of its entries; a fact that is no sum stays as it is."""
    if not (len(fact.unit) == 3 and fact.unit.isupper()):
        return fact
    piles = (tuple(map(entry, one)) for one in (fact.counted, fact.possible, fact.left_out))
    counted, possible, left_out = piles
    return evolve(fact, counted=counted, possible=possible, left_out=left_out)
