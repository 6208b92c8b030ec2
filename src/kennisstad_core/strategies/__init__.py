# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hypothesis strategies for every public type, for the tests of tools that embed the library (extra ``hypothesis``).

Once the library is installed they are also what `hypothesis.strategies.from_type` takes. A keyword argument named as a
field of the type fixes that part by a strategy of its own; all else is left to Hypothesis. What is drawn is sound: a
charter passes the checks that a file must pass, and so does a register beside its charters. Records that are drawn
without charters fit a small one that stands in.

>>> from hypothesis import given, settings, strategies as st
>>> @settings(max_examples=3)
... @given(projects(judgements=st.just(())))
... def test(project):
...     assert not project.judgements
>>> test()
"""

from ._beside import (
    cases,
    ledgers,
    provisions,
    source_documents,
    worked_cases,
)
from ._charters import (
    agreements,
    arrangements,
    bases,
    charters,
    clauses,
    decisions,
    reports,
)
from ._conditions import (
    FACTS,
    conditions,
    fact_definitions,
    facts_for,
    facts_near,
)
from ._records import (
    Agreement,
    admissions,
    benefits,
    completeness,
    contributions,
    departures,
    external_parties,
    flaws,
    given_values,
    judgements,
    memberships,
    participations,
    partners,
    persons,
    projects,
    registers,
    sources,
)
from ._values import (
    choices,
    days,
    identifiers,
    known_values,
    money,
    periods,
    ranges,
    shares,
    texts,
    truths,
    words,
)
from ._year import (
    agenda_items,
    agreed,
    aims,
    budgets,
    challenges,
    commitments,
    declarations,
    dispositions,
    expenditures,
    finance_positions,
    fulfilments,
    holder_statements,
    indicators,
    interest_responses,
    interest_translations,
    interests,
    meetings,
    milestones,
    pace_statements,
    policy_actions,
    recesses,
    recognitions,
    research_questions,
    results,
    seats,
    signatories,
    terms,
    understandings,
    wishes,
)

__all__ = [
    "FACTS", "Agreement", "admissions", "agenda_items", "agreed", "agreements", "aims", "arrangements", "bases",
    "benefits", "budgets", "cases", "challenges", "charters", "choices", "clauses", "commitments", "completeness",
    "conditions", "contributions", "days", "decisions", "declarations", "departures", "dispositions",
    "expenditures", "external_parties", "fact_definitions", "facts_for", "facts_near", "finance_positions", "flaws",
    "fulfilments", "given_values", "holder_statements", "identifiers", "indicators", "interest_responses",
    "interest_translations", "interests", "judgements", "known_values", "ledgers", "meetings", "memberships",
    "milestones", "money", "pace_statements", "participations", "partners", "periods", "persons", "policy_actions",
    "projects", "provisions", "ranges", "recesses", "recognitions", "registers", "reports", "research_questions",
    "results", "seats", "shares", "signatories", "source_documents", "sources", "terms", "texts", "truths",
    "understandings", "wishes", "words", "worked_cases",
]  # fmt: skip
