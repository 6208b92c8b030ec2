# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Objects to plain data and back: what is written reads back as the same, and what is wrong is said, all of it."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kennisstad_core
from fixtures_charter import agreement, project, register
from fixtures_doors import instances, values
from kennisstad_core.charter import Charter, Charters, Clause, Outcome
from kennisstad_core.conditions import All, Compare, Condition, Is, Not, Relation
from kennisstad_core.conditions import Any as AnyOf
from kennisstad_core.errors import CharterError, FlawedData, Problem, RegisterError
from kennisstad_core.facts import CountFact, Fact
from kennisstad_core.files.catalogue import CATALOGUE
from kennisstad_core.files.codec import DOCUMENTS, attempt, dumps, loads, structure, unstructure
from kennisstad_core.files.shapes import FAMILIES, TAGS, members
from kennisstad_core.governance import audit, decide
from kennisstad_core.records import (
    Contribution,
    Departure,
    ExternalParty,
    Flaw,
    GivenValue,
    Judgement,
    Membership,
    Participation,
    Partner,
    Project,
    Register,
    Source,
)
from kennisstad_core.text import Text
from kennisstad_core.truth import MET, UNKNOWN
from kennisstad_core.values import Choice, Money, Period, Range, Share

ON = date(2025, 6, 1)
TWO = {"nl": "a", "en": "b"}


def public_classes() -> list[type]:
    """Every value type that users can import, but those that are not written field by field."""
    named = [getattr(kennisstad_core, name) for name in kennisstad_core.__all__]
    apart = {Text, Money, Share, Range, Choice, Period, Register, Problem}
    return [one for one in named if isinstance(one, type) and attrs.has(one) and one not in apart]


slow = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("cls", [*public_classes(), *TAGS], ids=lambda cls: str(cls.__name__))
@slow
@given(data=st.data())
def test_every_public_value_reads_back_as_itself(cls: type, data: st.DataObject) -> None:
    value = data.draw(values(cls))
    plain = json.loads(json.dumps(unstructure(value)))

    assert structure(plain, cls) == value


@st.composite
def registers(draw: st.DrawFn) -> Register:
    projects = draw(st.lists(instances(Project), max_size=2, unique_by=lambda one: one.id))
    parties = draw(st.lists(instances(ExternalParty), max_size=2, unique_by=lambda one: one.id))
    return Register(
        projects, parties, draw(st.lists(instances(Flaw), max_size=2)), "naam", draw(st.just("") | st.text())
    )


def documents(kind: str) -> st.SearchStrategy[Any]:
    return registers() if kind == "register" else instances(DOCUMENTS[kind])


@pytest.mark.parametrize("kind", DOCUMENTS)
@slow
@given(data=st.data())
def test_a_document_reads_back_as_itself_and_is_written_the_same_again(
    kind: str, data: st.DataObject
) -> None:
    value = data.draw(documents(kind))
    text = dumps(value)

    assert text.endswith("}\n")
    assert json.loads(text)["kind"] == kind
    assert loads(text) == value
    assert dumps(loads(text)) == text


def test_real_answers_read_back_as_themselves() -> None:
    charters = Charters((agreement(),))
    held = register(project(["uni", "city"]))
    decision = decide(charters, held, held.projects[0].id, on=ON)
    report = audit(charters, held, period=Period.year(2025))

    assert loads(dumps(charters)) == charters
    assert loads(dumps(held)) == held
    assert loads(dumps(decision)) == decision
    assert loads(dumps(report)) == report
    assert "basis" not in json.loads(dumps(decision))


@given(st.permutations([Participation("a"), Participation("b"), Participation(named="c")]))
def test_the_order_in_which_records_were_given_does_not_show(several: list[Participation]) -> None:
    assert dumps(Project("x", Text.same("X"), participations=several)) == dumps(
        Project("x", Text.same("X"), participations=several[::-1])
    )


def test_the_shape_of_the_format() -> None:
    fact = CountFact("n", Text(nl="a", en="b"))
    clause = Clause(
        "c", Text(nl="a", en="b"), Text(nl="a", en="b"), Compare("m", Relation.AT_LEAST, Money(1250))
    )
    charter = Charter(
        "c-1",
        Text.same("Verbond"),
        Text(nl="é", en="b"),
        Period(date(2024, 1, 1)),
        partners=[Partner("p", "P", attributes={"country": "nl", "area": "x"})],
        facts=[fact],
        clauses=[clause],
        outcomes=[Outcome("in", Text(nl="a", en="b"), {})],
    )

    assert json.loads(dumps(charter)) == {
        "$schema": "charter.schema.json",
        "kind": "charter",
        "id": "c-1",
        "partnership": "Verbond",
        "title": {"nl": "é", "en": "b"},
        "first": "2024-01-01",
        "partners": [{"id": "p", "name": "P", "attributes": {"area": "x", "country": "nl"}}],
        "facts": [{"kind": "count", "name": "n", "label": TWO}],
        "clauses": [
            {
                "id": "c",
                "title": TWO,
                "text": TWO,
                "condition": {"kind": "compare", "fact": "m", "relation": "at_least", "value": "12.50 EUR"},
            }
        ],
        "outcomes": [{"id": "in", "title": TWO}],
    }
    assert "é" in dumps(charter)


@pytest.mark.parametrize(
    ("plain", "known"),
    [
        (True, MET),
        ({"truth": "unknown"}, UNKNOWN),
        ("within", Choice.of("within")),
        (["partly", "within"], Choice.among(["within", "partly"])),
        (3, Range.exactly(3)),
        ({"low": 2, "high": 5}, Range(2, 5)),
        ({"low": 2}, Range(2)),
    ],
    ids=str,
)
def test_what_is_known_of_a_fact_has_one_way_to_be_written(plain: object, known: object) -> None:
    row = {"fact": "f", "value": plain, "source": {"document": "d"}}

    assert structure(row, GivenValue) == GivenValue("f", known, Source("d"))  # type: ignore[arg-type]  # drawn from a table
    assert unstructure(GivenValue("f", known, Source("d")))["value"] == plain  # type: ignore[arg-type]  # likewise


@pytest.mark.parametrize(
    ("written", "money"),
    [
        ("1250.50 EUR", Money(125050)),
        ("1250", Money(125000)),
        ("-3.5 GBP", Money(-350, "GBP")),
        (7, Money(700)),
    ],
    ids=str,
)
def test_amounts(written: object, money: Money) -> None:
    assert structure(written, Money) == money
    assert structure(unstructure(money), Money) == money


def test_a_name_may_be_one_text_but_no_other_text_may() -> None:
    assert structure({"id": "x", "title": "Storm"}, Project).title == Text.same("Storm")
    assert codes({"id": "x", "title": "Storm", "note": "n", "sources": []}, Project) == []
    assert codes({"id": "t", "title": "Water", "partnership": "W"}, Charter) == ["wrong-type title"]


# Everything that is wrong


def codes(data: object, cls: Any) -> list[str]:
    result = attempt(data, cls)
    return [f"{one.code} {one.path}" for one in result] if isinstance(result, tuple) else []


WHO = {"name": "A"}
LEAF = {"kind": "is", "fact": "f"}
CASH = {"contributor": "p", "purpose": "project", "form": "cash", "stage": "paid"}
SHARE = {"kind": "compare_share", "part": "a", "whole": "b"}
NOON = datetime(2025, 1, 1, 12)  # noqa: DTZ001 - as TOML gives one without a zone


def identified(scheme: str, value: str) -> object:
    return {"id": "p", "name": "P", "identifiers": [{"scheme": scheme, "value": value}]}


def given_as(value: object) -> object:
    return {"fact": "f", "value": value, "source": {"document": "d"}}


REFUSED: list[tuple[object, Any, list[str]]] = [
    ([], Partner, ["wrong-type "]),
    ({}, Partner, ["missing-field id", "missing-field name"]),
    ({"id": " p", "name": "P"}, Partner, ["empty-id id"]),
    ({"id": "", "name": 3}, Partner, ["empty-id id", "wrong-type name"]),
    ({"id": "p", "name": "P", "naem": 1, "period": {}}, Partner, ["unknown-field naem", "unknown-field period"]),
    ({"id": "p", "name": "P", "aliases": "x"}, Partner, ["wrong-type aliases"]),
    ({"id": "p", "name": "P", "aliases": {"x": 1}}, Partner, ["wrong-type aliases"]),
    ({"id": "p", "name": "P", "aliases": ["x", 2]}, Partner, ["wrong-type aliases[1]"]),
    ({"id": "p", "name": "P", "attributes": {"land": 2}}, Partner, ["wrong-type attributes.land"]),
    (identified("kvk", "1"), Partner, ["identifier-check identifiers[0].value"]),
    (identified("kvkk", "1"), Partner, ["not-an-option identifiers[0].scheme"]),
    ({"id": "p", "name": "P", "units": [{"id": "u", "last": "2020-1-1"}]}, Partner, ["not-a-date units[0].last"]),
    ({"partner": "p", "first": "2025-13-01"}, Membership, ["not-a-date first"]),
    ({"partner": "p", "first": NOON}, Membership, ["not-a-date first"]),
    ({"partner": "p", "first": 2025}, Membership, ["not-a-date first"]),
    ({"partner": "p", "first": "2025-01-02", "last": date(2025, 1, 1)}, Membership, ["period-runs-backward last"]),
    ({"partner": "p", "period": {"first": "2025-01-02"}}, Membership, ["unknown-field period"]),
    ({"partner": "p", "first..last": {}}, Membership, ["unknown-field first..last"]),
    ({"partner": "p", "certainty": "sure"}, Membership, ["not-an-option certainty"]),
    ({}, Participation, ["party-or-named "]),
    ({"party": "p", "named": "P"}, Participation, ["party-or-named party"]),
    ({"party": "p", "stage": "ended"}, Participation, ["ended-without-end stage"]),
    ({"party": "p", "named": "P", "stage": "ended", "first": 1}, Participation,
     ["party-or-named party", "ended-without-end stage", "not-a-date first"]),
    (CASH, Contribution, ["cash-without-amount "]),
    ({**CASH, "amount": "-1"}, Contribution, ["negative-without-correction amount"]),
    ({**CASH, "amount": -1}, Contribution, ["negative-without-correction amount"]),
    ({**CASH, "amount": 1.5}, Contribution, ["amount-is-float amount"]),
    ({**CASH, "amount": "1.234,50"}, Contribution, ["not-an-amount amount"]),
    ({**CASH, "amount": "1.234"}, Contribution, ["not-an-amount amount"]),
    ({**CASH, "amount": True}, Contribution, ["not-an-amount amount"]),
    ({**CASH, "amount": 10**5000}, Contribution, ["not-an-amount amount"]),
    ({"clause": "c", "body": "b", "by": WHO, "on": "2025-01-01", "reason": " "}, Departure, ["empty-text reason"]),
    ({"fact": "f", "verdict": "v", "by": {"nme": "A"}, "on": "2025-01-01"}, Judgement,
     ["missing-field by.name", "unknown-field by.nme"]),
    (given_as({"low": 3, "high": 2}), GivenValue, ["range-runs-backward value.high"]),
    (given_as({"hihg": 2}), GivenValue, ["unknown-field value.hihg"]),
    (given_as({"high": 2}), GivenValue, ["missing-field value.low"]),
    (given_as({"low": "2"}), GivenValue, ["wrong-type value.low"]),
    (given_as({"truth": "yes"}), GivenValue, ["not-an-option value.truth"]),
    (given_as([]), GivenValue, ["empty-list value"]),
    (given_as(["a", 1]), GivenValue, ["wrong-type value[1]"]),
    (given_as([""]), GivenValue, ["empty-id value[0]"]),
    (given_as(1.5), GivenValue, ["wrong-type value"]),
    (given_as(""), GivenValue, ["wrong-type value"]),
    ("is", Condition, ["wrong-type "]),
    ({"fact": "f"}, Condition, ["missing-field kind"]),
    ({"kind": ["is"], "fact": "f"}, Condition, ["unknown-kind kind"]),
    ({"kind": "comparee", "fact": "f"}, Condition, ["unknown-kind kind"]),
    ({"kind": "count", "fact": "f"}, Condition, ["unknown-kind kind"]),
    ({"kind": "is", "fact": "", "value": 1}, Condition, ["empty-id fact", "wrong-type value"]),
    ({"kind": "one_of", "fact": "f", "options": []}, Condition, ["empty-list options"]),
    ({"kind": "one_of", "fact": "f", "options": ["a", ""]}, Condition, ["empty-id options[1]"]),
    ({"kind": "judged", "fact": "f", "verdicts": "good"}, Condition, ["wrong-type verdicts"]),
    ({"kind": "compare", "fact": "f", "relation": ">=", "value": None}, Condition,
     ["not-an-option relation", "wrong-type value"]),
    ({"kind": "compare", "fact": "f", "relation": "at_least", "value": 0.5}, Condition, ["amount-is-float value"]),
    ({**SHARE, "relation": "exactly", "share": "61"}, Condition, ["share-exactly relation", "not-a-share share"]),
    ({**SHARE, "relation": "at_least", "share": "160%"}, Condition, ["not-a-share share"]),
    ({"kind": "not", "of": [LEAF]}, Condition, ["wrong-type of"]),
    ({"kind": "all", "of": LEAF}, Condition, ["wrong-type of"]),
    ({"kind": "all", "of": [LEAF, {"kind": "not", "of": {"kind": "is"}}, 3]}, Condition,
     ["missing-field of[1].of.fact", "wrong-type of[2]"]),
    ({"kind": "at_least_n_of", "n": -1, "of": []}, Condition, ["negative-number n"]),
    ({"kind": "at_least_n_of", "n": "2", "of": []}, Condition, ["wrong-type n"]),
    ({"kind": "at_least_n_of", "of": [], "nn": 2}, Condition, ["missing-field n", "unknown-field nn"]),
    ({"id": "undetermined", "title": TWO}, Outcome, ["reserved-name id"]),
    ({"id": "", "title": {"nl": "a"}, "when": {"q": "yes"}}, Outcome,
     ["empty-id id", "missing-field title.en", "not-an-option when.q"]),
    ({"id": "x", "title": {"nl": " ", "en": "", "de": "c"}}, Outcome,
     ["empty-text title.nl", "empty-text title.en", "unknown-field title.de"]),
    ({"projects": [{"id": "x", "title": "X"}, {"id": "x", "title": "Y"}]}, Register, ["duplicate-id projects[1].id"]),
    ({"projects": [{"id": "x", "title": "X", "judgements": [1]}]}, Register, ["wrong-type projects[0].judgements[0]"]),
    ({"kind": "count", "name": "n", "label": TWO, "of": "people", "where": {"rol": []}}, CountFact,
     ["not-an-option of", "unknown-field where.rol"]),
    ({"kind": "sum", "name": "n", "label": TWO}, CountFact, ["unknown-kind kind"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "cls", "expected"), REFUSED, ids=[f"{i}-{one[2][0]}" for i, one in enumerate(REFUSED)]
)
def test_what_is_refused(data: object, cls: Any, expected: list[str]) -> None:
    assert sorted(codes(data, cls)) == sorted(expected)


def test_every_problem_is_worded_in_both_languages_with_what_was_found() -> None:
    for data, cls, _ in REFUSED:
        problems = attempt(data, cls)
        assert isinstance(problems, tuple)
        for one in problems:
            assert one.code in CATALOGUE
            assert one.code != "not-valid", one
            for language in ("nl", "en"):
                words = one.message[language]
                assert words
                assert "{" not in words.replace("{…}", "").replace("{}", "")
                assert len(words) < 400


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_catalogue_speaks_two_languages(code: str) -> None:
    dutch, english = CATALOGUE[code]

    assert dutch != english
    assert dutch.count("{found}") == english.count("{found}")
    assert dutch.count("{allowed}") == english.count("{allowed}")


def test_the_nearest_name_is_only_a_hint() -> None:
    (flaw,) = attempt({"partner": "p", "certainty": "certian"}, Membership)  # type: ignore[misc]  # must be refused

    assert flaw.nearest == "certain"
    assert flaw.allowed == ("certain", "uncertain", "disputed")
    assert "bedoelde u “certain”?" in flaw.message["nl"]


def test_a_wrong_value_is_repeated_short_and_in_one_line() -> None:
    (flaw,) = attempt({"partner": "p", "certainty": "x\n" * 500}, Membership)  # type: ignore[misc]  # must be refused

    assert "\n" not in flaw.message["en"]
    assert len(flaw.found) < 200


def deep(levels: int) -> Any:
    data: Any = LEAF
    for _ in range(levels):
        data = {"kind": "not", "of": data}
    return data


def test_depth_is_refused_and_not_run_into() -> None:
    assert codes(deep(5000), Condition) == ["too-deep "]
    assert codes(deep(20), Condition) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "not-json"),
        ("", "not-json"),
        ("[" * 100_000, "too-deep"),
        ("9" * 5000, "number-too-large"),
        ("[]", "wrong-type"),
        ("{}", "missing-field"),
        ('{"kind": "charta"}', "unknown-kind"),
        ('{"kind": 1}', "unknown-kind"),
        ('{"kind": "charter", "kind": "charter"}', "duplicate-key"),
        ('{"kind": "charter", "id": "\\ud800"}', "not-utf8"),
        ('{"kind": "project", "id": "x", "title": NaN}', "wrong-type"),
    ],
)  # fmt: skip
def test_text_that_is_no_document(text: str, code: str) -> None:
    with pytest.raises(FlawedData) as caught:
        loads(text)

    assert [one.code for one in caught.value.problems] == [code]


def test_the_error_says_what_was_being_read() -> None:
    with pytest.raises(CharterError):
        loads('{"kind": "charters", "versions": [{}]}')
    with pytest.raises(RegisterError):
        loads('{"kind": "register", "projects": [{}]}')
    with pytest.raises(FlawedData):
        structure({}, Fact)


def test_only_documents_are_written_by_themselves() -> None:
    with pytest.raises(TypeError, match="charter, charters, register, project, decision, report"):
        dumps(Participation("p"))  # type: ignore[arg-type]  # the mistake under test


def test_every_family_is_complete() -> None:
    for family in FAMILIES:
        assert family <= set(TAGS)
    assert len({TAGS[one] for one in members(Condition)}) == len(members(Condition))


def test_conditions_keep_their_order_and_nest() -> None:
    tree = All([Is("b"), AnyOf([Is("a"), Not(Is("c", False))])])

    assert structure(unstructure(tree), All) == tree


@given(values(Condition))
def test_conditions_read_back_as_themselves(condition: Any) -> None:
    family: Any = Condition

    assert attempt(json.loads(json.dumps(unstructure(condition))), family) == condition


def test_nothing_may_be_null_in_json_where_it_may_be_left_out() -> None:
    assert structure({"party": "p", "confirmed_on": None, "first": None}, Participation) == Participation("p")
    assert codes({"party": "p", "role": None}, Participation) == ["wrong-type role"]
