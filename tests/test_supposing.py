# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says of a fact in a few words: read for every kind of fact, or refused in both languages."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisstad_core.facts import (
    DERIVATIONS,
    CountFact,
    DerivedFact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Option,
    SumFact,
)
from kennisstad_core.facts.supposing import Supposition, Unsupposable, unknown
from kennisstad_core.text import Text
from kennisstad_core.truth import MET, NOT_MET, Truth
from kennisstad_core.values import Choice, Known, Range

WORDS: Final = Text("woorden", "words")
OPTIONS: Final = (Option("in", WORDS), Option("out", WORDS))
COUNT: Final = CountFact("f", WORDS)
SUM: Final = SumFact("f", WORDS)
JUDGED: Final = JudgementFact("f", WORDS, OPTIONS)
TRUTH: Final = GivenFact("f", WORDS)
CHOICE: Final = GivenFact("f", WORDS, "choice", OPTIONS)
DAYS: Final = GivenFact("f", WORDS, "days")
MONEY: Final = GivenFact("f", WORDS, "money")
DERIVED: Final = {
    entry.kind: DerivedFact("f", WORDS, name, subject)
    for subject, several in DERIVATIONS.items()
    for name, entry in several.items()
}

READ: Final[list[tuple[FactDefinition, str, Known]]] = [
    (COUNT, "3", Range.exactly(3)),
    (COUNT, "2..5", Range(2, 5)),
    (COUNT, "2..", Range(2)),
    (SUM, "1250.50", Range.exactly(125_050)),
    (SUM, "1000..2000", Range(100_000, 200_000)),
    (SUM, "0..", Range(0)),
    (MONEY, "12", Range.exactly(1200)),
    (DAYS, "14", Range.exactly(14)),
    (JUDGED, "in", Choice.of("in")),
    (CHOICE, "out", Choice.of("out")),
    (TRUTH, "ja", MET),
    (TRUTH, "False", NOT_MET),
    (DERIVED["count"], "0..1", Range(0, 1)),
    (DERIVED["days"], "92", Range.exactly(92)),
]


@pytest.mark.parametrize(
    ("fact", "words", "known"), READ, ids=[f"{type(one[0]).__name__}-{one[1]}" for one in READ]
)
def test_a_value_is_read_by_what_the_fact_is(fact: FactDefinition, words: str, known: Known) -> None:
    assert Supposition.parse(f"f = {words}").known(fact) == known


REFUSED: Final[list[tuple[FactDefinition, str]]] = [
    (COUNT, "1.5"),
    (COUNT, "-1"),
    (COUNT, "..3"),
    (COUNT, "3..2"),
    (COUNT, "true"),
    (SUM, "1250.505"),
    (SUM, "2000..1000"),
    (JUDGED, "inn"),
    (CHOICE, ""),
    (TRUTH, "perhaps"),
    (DERIVED["count"], "none"),
]


@pytest.mark.parametrize(
    ("fact", "words"), REFUSED, ids=[f"{type(one[0]).__name__}-{one[1]}" for one in REFUSED]
)
def test_what_a_fact_cannot_be_is_refused_with_what_it_can(fact: FactDefinition, words: str) -> None:
    with pytest.raises(Unsupposable, match="is not a value ‘f’ can have; possible: ") as caught:
        Supposition("f", words).known(fact)
    assert isinstance(caught.value, ValueError)
    assert "mogelijk: " in caught.value.text.nl


@pytest.mark.parametrize("words", ["", "f", "f=", "=3", " = "])
def test_a_supposition_has_a_fact_and_a_value(words: str) -> None:
    with pytest.raises(Unsupposable, match="FACT=VALUE"):
        Supposition.parse(words)


def test_what_is_not_said_is_unknown_and_never_no() -> None:
    assert unknown(COUNT) == unknown(SUM) == unknown(DAYS) == unknown(DERIVED["count"]) == Range(0)
    assert unknown(JUDGED) == unknown(CHOICE) == Choice.among(["in", "out"])
    assert unknown(TRUTH) is Truth.UNKNOWN


@given(st.integers(0, 10**14), st.none() | st.integers(0, 10**14))
def test_a_range_that_is_written_is_read_back(low: int, more: int | None) -> None:
    known = Range(low, None if more is None else low + more)

    assert Supposition("f", str(known)).known(COUNT) == known
