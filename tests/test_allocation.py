# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Splitting by a key: nothing lost, nothing made, whoever comes first in the list; and a reason for every cent."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kennisstad_core import Money
from kennisstad_core.allocation import Allocation, Leftover, allocate

CENTS: Final = st.integers(-(10**12), 10**12)
KEYS: Final = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 50), min_size=1).filter(
    lambda key: any(key.values())
)


def dealt(cents: int, key: dict[str, int]) -> dict[str, int]:
    """The same, card by card: hand out one cent at a time, each to whoever is furthest below its exact share."""
    total = sum(key.values())
    exact = {party: Fraction(cents * parts, total) for party, parts in key.items()}
    got = {party: int(share) for party, share in exact.items()}
    for _ in range(cents - sum(got.values())):
        short = max(exact[party] - got[party] for party in key)
        got[min(party for party in key if exact[party] - got[party] == short)] += 1
    return got


def cents_of(made: Allocation) -> dict[str, int]:
    return {one.party: one.amount.cents for one in made.shares}


@settings(max_examples=200, deadline=None)
@given(CENTS, KEYS)
@example(1, {"a": 1, "b": 1})
@example(-1, {"a": 1, "b": 1})
def test_no_cent_is_lost_and_every_share_is_within_one_of_exact(cents: int, key: dict[str, int]) -> None:
    made = allocate(Money(cents), key)

    assert Money.total(one.amount for one in made.shares) == Money(cents)
    for one in made.shares:
        assert one.exact == Fraction(cents * key[one.party], sum(key.values()))
        assert abs(one.exact - one.amount.cents) < 1
        assert 0 <= one.remainder < 1
        assert abs(one.floor) <= abs(one.amount.cents) <= abs(one.floor) + 1
        if not key[one.party]:
            assert one.amount == Money(0)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 5000), KEYS)
def test_it_is_what_dealing_cent_by_cent_gives(cents: int, key: dict[str, int]) -> None:
    assert cents_of(allocate(Money(cents), key)) == dealt(cents, key)


@settings(max_examples=100, deadline=None)
@given(CENTS, KEYS, st.integers(1, 9), st.randoms(use_true_random=False))
def test_order_scale_and_sign_of_the_key_do_not_matter(
    cents: int, key: dict[str, int], scale: int, random: Any
) -> None:
    made = allocate(Money(cents), key)
    shuffled = random.sample(list(key.items()), len(key))

    assert allocate(Money(cents), shuffled) == made
    assert cents_of(
        allocate(Money(cents), {party: scale * parts for party, parts in key.items()})
    ) == cents_of(made)
    assert cents_of(allocate(Money(-cents), key)) == {party: -own for party, own in cents_of(made).items()}


@settings(max_examples=200, deadline=None)
@given(CENTS, KEYS)
def test_every_leftover_cent_has_its_reason(cents: int, key: dict[str, int]) -> None:
    made = allocate(Money(cents), key)
    lucky = [one for one in made.shares if one.leftover]
    others = [one for one in made.shares if not one.leftover]

    for one in made.shares:
        assert (one.why in (Leftover.LARGER, Leftover.TIE_WON)) is bool(one.leftover)
        assert (one.why is Leftover.WHOLE) is (one.exact.denominator == 1)
    for one in lucky:
        assert all(one.remainder >= other.remainder for other in others)
        as_much = [other.party for other in others if other.remainder == one.remainder]
        assert (one.why is Leftover.TIE_WON) is bool(as_much)
        assert all(one.party < other for other in as_much)
    for one in others:
        as_much = [other.party for other in lucky if other.remainder == one.remainder]
        assert (one.why is Leftover.TIE_LOST) is bool(as_much)


@settings(max_examples=100, deadline=None)
@given(CENTS, KEYS, st.sampled_from("abcdefg"))
def test_more_parts_never_bring_less(cents: int, key: dict[str, int], party: str) -> None:
    assume(party in key)
    bigger = {**key, party: key[party] + 1}

    before, after = (cents_of(allocate(Money(abs(cents)), one))[party] for one in (key, bigger))
    assert before <= after


@pytest.mark.parametrize(
    ("key", "error", "words"),
    [
        ({}, ValueError, "at least one part"),
        ({"a": 0, "b": 0}, ValueError, "at least one part"),
        ({"a": -1, "b": 2}, ValueError, "from 0"),
        ([("a", 1), ("a", 2)], ValueError, "once"),
        ({"a": 0.5}, TypeError, "whole parts"),
        ({"a": True}, TypeError, "whole parts"),
    ],
)
def test_a_key_that_is_no_key(key: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        allocate(Money(100), key)


def test_rows_hold_what_is_needed_to_do_it_again() -> None:
    made = allocate(Money(10_00), {"b": 1, "a": 2})

    assert list(made.rows()) == [
        {
            "party": "a",
            "parts": "2",
            "total_parts": "3",
            "exact_cents": "2000/3",
            "floor_cents": "666",
            "leftover_cents": "1",
            "why": "larger-remainder",
            "amount": "6.67 EUR",
        },
        {
            "party": "b",
            "parts": "1",
            "total_parts": "3",
            "exact_cents": "1000/3",
            "floor_cents": "333",
            "leftover_cents": "0",
            "why": "smaller-remainder",
            "amount": "3.33 EUR",
        },
    ]
    assert made["a"].amount == Money.parse("6.67")
    with pytest.raises(KeyError):
        made["c"]
