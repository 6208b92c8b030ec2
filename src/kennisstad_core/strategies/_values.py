# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for values: texts, days, money, shares, and what may be known of a fact."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..facts import CountFact, DerivedFact, FactDefinition, GivenFact, JudgementFact, SumFact
from ..identifiers import Identifier, Scheme, valid
from ..text import Text
from ..truth import MET, NOT_MET, Truth
from ..values import Choice, Known, Money, Period, Range, Share
from ._parts import Part, build, subset

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
_WORDS: Final = ("a", "B b", "zo’n “woord”", "ĳ/€ 1,50", '"x", y;z|w', "two\nlines", " 0")
LABELS: Final = st.sampled_from([*map(Text.same, _WORDS), Text("een", "one"), Text("twee\n", "two")])
"""Texts where it hardly matters which; quicker than `texts`."""


def words() -> SearchStrategy[str]:
    """Text that is not blank, in any script."""
    free = st.text(st.characters(codec="utf-8"), min_size=1, max_size=9)
    return st.sampled_from(_WORDS) | free.filter(lambda one: one.strip() != "")


def texts(**parts: Part) -> SearchStrategy[Text]:
    """The same in Dutch and in English, alike or not."""
    return build(Text, parts, nl=words(), en=words())


def days(min_value: date = FIRST, max_value: date = LAST) -> SearchStrategy[date]:
    """Calendar dates; unless bounded, in the few years in which things drawn here take place."""
    return st.dates(min_value, max_value)


@st.composite
def periods(draw: DrawFn, min_value: date = FIRST, max_value: date = LAST) -> Period:
    """Periods with both ends, with one, or with none."""
    first, last = sorted(draw(st.tuples(days(min_value, max_value), days(min_value, max_value))))
    return Period(draw(st.sampled_from((first, None))), draw(st.sampled_from((last, None))))


def truths(*, allow_unknown: bool = True) -> SearchStrategy[Truth]:
    """The answers to a question of fact."""
    return st.sampled_from(Truth) if allow_unknown else st.sampled_from((NOT_MET, MET))


def money(min_value: int = -(10**11), max_value: int = 10**11, **parts: Part) -> SearchStrategy[Money]:
    """Amounts between two numbers of cents, in euros unless a ``currency`` is given."""
    return build(Money, parts, cents=st.integers(min_value, max_value))


def shares() -> SearchStrategy[Share]:
    """Parts of a whole, from none of it to all."""
    common = [Share(1, 2), Share(3, 5), Share(2, 3), Share(0, 1), Share(1, 1)]
    free = st.integers(1, 999).flatmap(lambda n: st.builds(Share, st.integers(0, n), st.just(n)))
    return st.sampled_from(common) | free


@st.composite
def ranges(draw: DrawFn, min_value: int = 0, max_value: int | None = None) -> Range:
    """What is known of a number: exactly, between two, or from one upward when there is no ``max_value``."""
    within = st.integers(min_value, min_value + 12 if max_value is None else max_value)
    low, high = sorted(draw(st.tuples(within, within)))
    return Range(low, draw(st.sampled_from((low, high, None) if max_value is None else (low, high))))


def choices(options: Collection[str] = ("good", "fair", "poor")) -> SearchStrategy[Choice]:
    """What is known of a choice: one option, or those that are still possible."""
    if not options:
        raise InvalidArgument("a choice is among at least one option")
    return st.sampled_from(sorted(options)).map(Choice.of) | subset(options, 1).map(Choice.among)


def known_values(definition: FactDefinition | None = None) -> SearchStrategy[Known]:
    """What may be known of the fact, or of any fact when none is given."""
    match definition:
        case None:
            return st.one_of(truths(), choices(), ranges())
        case JudgementFact() | GivenFact(type="choice"):
            return choices(definition.choices)
        case GivenFact(type="truth"):
            return truths()
        case GivenFact(type="money") | SumFact():
            return ranges(0, 10**7) | ranges(10**4)
        case CountFact() | GivenFact() | DerivedFact():
            return ranges()


def identifiers() -> SearchStrategy[Identifier]:
    """Identifiers of every scheme, with check digits that are right."""

    def complete(scheme: Scheme, stem: str, digits: int) -> str:
        every = (f"{stem}{number:0{digits}}" for number in range(10**digits))
        return next((one for one in every if valid(scheme, one)), "")

    number = st.integers(1, 10**8 - 1).map("{:08}".format)
    rsin = number.map(lambda one: complete(Scheme.RSIN, one, 1)).filter(lambda one: one != "")
    base32 = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=6, max_size=6)
    ways = {
        Scheme.KVK: number,
        Scheme.RSIN: rsin,
        Scheme.OIN: rsin.map("00000001{}000".format) | number.map("00000003{}0000".format),
        Scheme.TOOI: number.map("gm{:.4}".format),
        Scheme.ROR: base32.map(lambda one: complete(Scheme.ROR, f"0{one}", 2)),
    }
    return st.one_of(*(st.builds(Identifier, st.just(scheme), value) for scheme, value in ways.items()))
