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

from ._charters import (
    agreements,
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

__all__ = [
    "FACTS", "Agreement", "admissions", "agreements", "bases", "benefits", "charters", "choices", "clauses",
    "completeness", "conditions", "contributions", "days", "decisions", "departures", "external_parties",
    "fact_definitions", "facts_for", "facts_near", "flaws", "given_values", "identifiers", "judgements",
    "known_values", "memberships", "money", "participations", "partners", "periods", "persons", "projects",
    "ranges", "registers", "reports", "shares", "sources", "texts", "truths", "words",
]  # fmt: skip
