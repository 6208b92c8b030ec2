# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: both languages for every code (law 13), no word of blame, days and amounts as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisstad_core.charter import Charter, Effect, Force, Weight
from kennisstad_core.conditions import (
    All,
    Any,
    AtLeastNOf,
    Compare,
    CompareShare,
    Condition,
    Is,
    Judged,
    Not,
    OneOf,
    Relation,
)
from kennisstad_core.explain import labels, words
from kennisstad_core.explain.labels import Labels, say
from kennisstad_core.explain.phrases import Phrase
from kennisstad_core.facts import DAYS, CountFact, GivenFact, JudgementFact, Option, SumFact, Why
from kennisstad_core.findings import Cause, Lack, Status
from kennisstad_core.governance import Note
from kennisstad_core.text import LANGUAGES, Language, Text
from kennisstad_core.truth import Truth
from kennisstad_core.values import Money, Period, Range, Share

Code = TypeVar("Code", bound=Enum)


def plain(texts: Mapping[Code, Text]) -> dict[Enum, Text]:
    return {code: text for code, text in texts.items()}  # noqa: C416 - widens the type of the keys


CODES: list[tuple[type[Enum], dict[Enum, Text]]] = [
    (Status, plain(words.STATUSES)),
    (Force, plain(words.FORCES)),
    (Why, plain(words.WHYS)),
    (Cause, plain(words.CAUSES)),
    (Lack, plain(words.LACKS)),
    (Note, plain(words.NOTES)),
    (Relation, plain(words.RELATIONS)),
    (Truth, plain(words.TRUTHS)),
    (Weight, plain(words.WEIGHTS)),
    (Effect, plain(words.EFFECTS)),
]


def every_text() -> Iterator[tuple[str, Text]]:
    for codes, texts in CODES:
        for code in codes:
            yield f"{codes.__name__}.{code.name}", texts[code]
    for force in Force:
        for status in Status:
            yield f"{force.name}/{status.name}", words.status(force, status)
    for phrase in Phrase:
        yield f"Phrase.{phrase.name}", phrase.value
    for force, text in words.ASKED.items():
        yield f"asked by {force.name}", text
    yield "tested", words.TESTED
    yield from words.LISTS.items()


def parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_code_has_words_in_both_languages() -> None:
    for codes, texts in CODES:
        assert set(texts) == set(codes), codes
    for name, text in every_text():
        for language in LANGUAGES:
            assert text[language].strip(), (name, language)


def test_every_force_but_a_remark_says_what_it_asks() -> None:
    assert set(words.ASKED) == set(Force) - {Force.REMARK}


def test_every_phrase_is_said_somewhere() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(words.__file__).parent.glob("*.py"))
    said = set(re.findall(r"\bPhrase\.([A-Z_]+)", source))

    assert {phrase.name for phrase in Phrase} - said == set()


def test_both_languages_take_the_same_parameters() -> None:
    for name, text in every_text():
        assert parameters(text.nl) == parameters(text.en), name


def test_every_phrase_fills_in_its_parameters() -> None:
    for phrase in Phrase:
        given_words = {name: f"<{name}>" for name in parameters(phrase.value.nl)}
        for language in LANGUAGES:
            said = phrase.say(language, **given_words)
            assert all(word in said for word in given_words.values()), phrase
            assert "{" not in said


def test_a_phrase_that_misses_a_parameter_says_so() -> None:
    with pytest.raises(KeyError):
        Phrase.OUTCOME.say("nl")


def test_a_parameter_is_taken_as_it_is() -> None:
    assert Phrase.OUTCOME.say("en", outcome="{day} %s") == "Outcome: {day} %s."


BLAME = re.compile(r"violat|overtre|schend|breach|complian|compliant|naleving|conform", re.IGNORECASE)


def test_nothing_is_called_a_violation_or_compliant() -> None:
    assert [name for name, text in every_text() if BLAME.search(f"{text.nl} {text.en}")] == []


@pytest.mark.parametrize("force", Force)
def test_only_a_must_is_observed_or_not(force: Force) -> None:
    said = {words.status(force, status).nl for status in Status}

    assert any("nageleefd" in one for one in said) == (force is Force.MUST)
    if force is not Force.MUST:
        assert words.status(force, Status.NOT_MET) != words.status(Force.MUST, Status.NOT_MET)


def test_each_force_words_what_is_not_met_its_own_way() -> None:
    assert {force: words.status(force, Status.NOT_MET) for force in Force} == {
        Force.MUST: Text("niet nageleefd", "not met"),
        Force.RULE_OF_THUMB: Text("niet gevolgd", "not followed"),
        Force.PRACTICE: Text("wijkt af van de beschreven praktijk", "differs from the described practice"),
        Force.ASPIRATION: Text("niet in lijn met het streven", "not in line with the aspiration"),
        Force.REMARK: Text("niet aan de orde", "does not arise"),
    }


# Days, numbers and amounts


def test_every_month_has_its_name() -> None:
    nl = [words.day(date(2025, month, 1), "nl").split()[1] for month in range(1, 13)]
    en = [words.day(date(2025, month, 1), "en").split()[1] for month in range(1, 13)]

    assert " ".join(one[:3] for one in nl) == "jan feb maa apr mei jun jul aug sep okt nov dec"
    assert " ".join(one[:3] for one in en) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("period", "nl", "en"),
    [
        (
            Period.year(2025),
            "1 januari 2025 t/m 31 december 2025",
            "1 January 2025 through 31 December 2025",
        ),
        (Period(date(2025, 3, 1)), "vanaf 1 maart 2025", "from 1 March 2025"),
        (Period(None, date(2025, 3, 1)), "t/m 1 maart 2025", "through 1 March 2025"),
        (Period.day(date(2025, 3, 1)), "1 maart 2025", "1 March 2025"),
        (Period(), "altijd", "always"),
    ],
    ids=str,
)
def test_periods(period: Period, nl: str, en: str) -> None:
    assert (words.period(period, "nl"), words.period(period, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("money", "nl", "en"),
    [
        (Money.parse("50000"), "€ 50.000,00", "€50,000.00"),
        (Money(1), "€ 0,01", "€0.01"),
        (Money(-123_456_789), "€ -1.234.567,89", "-€1,234,567.89"),
        (Money.parse("50000", "USD"), "USD 50.000,00", "USD 50,000.00"),
        (Money.parse("-5.20", "SEK"), "SEK -5,20", "-SEK 5.20"),
    ],
    ids=str,
)
def test_amounts(money: Money, nl: str, en: str) -> None:
    assert (words.money(money, "nl"), words.money(money, "en")) == (nl, en)


@given(st.integers(-(10**14), 10**14), st.sampled_from(LANGUAGES))
def test_no_amount_loses_a_cent(cents: int, language: Language) -> None:
    said = words.money(Money(cents), language)

    assert abs(cents) == int(re.sub(r"\D", "", said))
    assert ("-" in said) == (cents < 0)


@pytest.mark.parametrize(
    ("known", "unit", "nl", "en"),
    [
        (Range.exactly(2), "", "2", "2"),
        (Range(2, 3), "", "2 of 3", "2 or 3"),
        (Range(2, 5), "", "2 tot en met 5", "2 to 5"),
        (Range(2), "", "ten minste 2", "at least 2"),
        (Range(0), "", "nog niet bekend", "not known yet"),
        (Range.exactly(1), DAYS, "1 dag", "1 day"),
        (Range(27, 28), DAYS, "27 dagen tot en met 28 dagen", "27 days to 28 days"),
        (Range(5_000_000), "EUR", "ten minste € 50.000,00", "at least €50,000.00"),
        (Range(100, 250), "EUR", "€ 1,00 tot en met € 2,50", "€1.00 to €2.50"),
        (Range.exactly(12_345), "", "12.345", "12,345"),
    ],
    ids=str,
)
def test_ranges(known: Range, unit: str, nl: str, en: str) -> None:
    assert (words.span(known, "nl", unit), words.span(known, "en", unit)) == (nl, en)


def test_lists() -> None:
    assert words.listing([], "nl") == ""
    assert words.listing(["A"], "nl") == "A"
    assert words.listing(["A", "B"], "nl") == "A en B"
    assert words.listing(["A", "B", "C"], "nl", "or") == "A, B of C"
    assert words.listing(["A", "B", "C"], "en") == "A, B and C"


def test_small_numbers_are_written_out() -> None:
    assert [words.small(number, "nl") for number in (1, 2, 6, 7)] == ["1", "twee", "zes", "7"]
    assert [words.small(number, "en") for number in (2, 1200)] == ["two", "1,200"]


# Conditions in words

LABELS = Labels.of(
    {
        "involved": Text("het aantal betrokken partners", "the number of partners involved"),
        "members": Text("het aantal partners", "the number of partners"),
        "fit": Text("het oordeel over de thema’s", "the judgement on the themes"),
        "signed": Text("getekend", "signed"),
        "stage": Text("de fase", "the stage"),
        "budget": Text("het budget", "the budget"),
        "gap": Text("de langste tussenpoos", "the longest gap"),
    },
    {
        "fit": {"within": Text("erbinnen", "within"), "partial": Text("deels", "in part")},
        "stage": {"idea": Text("idee", "idea"), "plan": Text("plan", "plan")},
    },
    {"gap": DAYS},
)
THREE = Compare("involved", Relation.AT_LEAST, 3)
SHARE = CompareShare("involved", Relation.MORE_THAN, Share.parse("50%"), "members")
FIT = Judged("fit", ["partial", "within"])

SAID: list[tuple[Condition, str, str]] = [
    (
        THREE,
        "het aantal betrokken partners: ten minste 3",
        "the number of partners involved: at least 3",
    ),
    (
        Not(THREE),
        "het aantal betrokken partners: minder dan 3",
        "the number of partners involved: less than 3",
    ),
    (
        Not(Compare("involved", Relation.EXACTLY, 0)),
        "het aantal betrokken partners: niet precies 0",
        "the number of partners involved: not exactly 0",
    ),
    (
        Compare("budget", Relation.AT_MOST, Money.parse("50000")),
        "het budget: ten hoogste € 50.000,00",
        "the budget: at most €50,000.00",
    ),
    (
        Compare("gap", Relation.AT_MOST, 28),
        "de langste tussenpoos: ten hoogste 28 dagen",
        "the longest gap: at most 28 days",
    ),
    (
        SHARE,
        "het aantal betrokken partners: meer dan 50% van het aantal partners",
        "the number of partners involved: more than 50% of the number of partners",
    ),
    (FIT, "het oordeel over de thema’s: ‘erbinnen’ of ‘deels’", "the judgement on the themes: ‘within’ or ‘in part’"),
    (
        Not(FIT),
        "het oordeel over de thema’s: niet ‘erbinnen’ of ‘deels’",
        "the judgement on the themes: not ‘within’ or ‘in part’",
    ),
    (Is("signed"), "getekend: ja", "signed: yes"),
    (Not(Is("signed")), "getekend: nee", "signed: no"),
    (OneOf("stage", ["idea", "other"]), "de fase: ‘idee’ of ‘other’", "the stage: ‘idea’ or ‘other’"),
    (All([Is("signed"), Any([THREE, Is("x")])]),
     "getekend: ja; en (het aantal betrokken partners: ten minste 3; of x: ja)",
     "signed: yes; and (the number of partners involved: at least 3; or x: yes)"),
    (
        Not(All([Is("a"), Is("b")])),
        "niet: (a: ja; en b: ja)",
        "not: (a: yes; and b: yes)",
    ),
    (
        AtLeastNOf(2, [Is("a"), Is("b"), Is("c", False)]),
        "ten minste 2 van deze 3: a: ja; b: ja; c: nee",
        "at least 2 of these 3: a: yes; b: yes; c: no",
    ),
    (All([]), "altijd", "always"),
    (Any([]), "nooit", "never"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "nl", "en"), SAID, ids=range(len(SAID)))
def test_conditions_in_words(condition: Condition, nl: str, en: str) -> None:
    assert say(condition, LABELS, "nl") == nl
    assert say(condition, LABELS, "en") == en


@pytest.mark.parametrize("how", [how for how in Relation if how is not Relation.EXACTLY])
def test_the_opposite_of_a_relation_is_its_opposite(how: Relation) -> None:
    opposite = labels.OPPOSITE[how]

    assert labels.OPPOSITE[opposite] is how
    assert say(Not(Compare("x", how, 2)), LABELS, "en") == say(Compare("x", opposite, 2), LABELS, "en")


def test_a_charter_gives_labels_titles_and_units() -> None:
    both = Text.same
    charter = Charter(
        "c",
        both("City"),
        both("Agreement"),
        facts=(
            CountFact("n", both("the count")),
            SumFact("sum", both("the sum"), currency="SEK"),
            JudgementFact("fit", both("the fit"), (Option("b", both("Best")), Option("a", both("After")))),
            GivenFact("wait", both("the wait"), "days"),
            GivenFact("cost", both("the cost"), "money", currency="USD"),
            GivenFact("kind", both("the kind"), "choice", (Option("k", both("Kay")),)),
        ),
    )
    own = Labels.of_charter(charter)

    assert [own.unit(name) for name in ("n", "sum", "wait", "cost", "kind")] == ["", "SEK", "days", "USD", ""]
    assert say(Judged("fit", ["a", "b"]), own, "en") == "the fit: ‘Best’ or ‘After’"
    assert say(OneOf("kind", ["k"]), own, "en") == "the kind: ‘Kay’"
    assert say(Compare("sum", Relation.LESS_THAN, 100), own, "en") == "the sum: less than SEK 1.00"
