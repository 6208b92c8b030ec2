# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Worked cases as data: all that come along are worked here, and whatever comes out otherwise is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

from kennisstad_core.cases import Case, CaseFlaw, Cases, Difference, FlawedCase, flaws, run, version_of
from kennisstad_core.charter import Charters, Standing
from kennisstad_core.errors import CharterError
from kennisstad_core.files import dumps, load_cases, load_charters, loads, read_cases
from kennisstad_core.files.ledgers import case_problems
from kennisstad_core.findings import Status
from kennisstad_core.text import Text

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final[dict[str, tuple[str | Path, str | Path]]] = {
    "leiden": ("leiden", "leiden"),
    "waterstad": (ROOT / "examples" / "waterstad", ROOT / "examples" / "waterstad" / "charters"),
    "consortium": (ROOT / "examples" / "consortium", ROOT / "examples" / "consortium"),
}
CHARTERS: Final = {name: load_charters(charters) for name, (_, charters) in SOURCES.items()}
CASES: Final = {name: load_cases(source) for name, (source, _) in SOURCES.items()}
EVERY: Final = [(name, case) for name, several in CASES.items() for case in several]
OPEN: Final = CHARTERS["consortium"]
WORDS: Final = Text("woorden", "words")


def a_case(**parts: Any) -> Case:
    usual: dict[str, Any] = {
        "facts": {"entities": 3, "countries": 3, "coordinators": 1},
        "outcome": "eligible",
    }
    return Case("x", WORDS, **{**usual, **parts})


@pytest.mark.parametrize(("name", "case"), EVERY, ids=[f"{name}-{case.id}" for name, case in EVERY])
def test_a_case_comes_out_as_it_says(name: str, case: Case) -> None:
    result = run(case, CHARTERS[name])

    assert result.differences == ()
    assert result.clauses, "it puts some clause to work"
    assert case.title.nl != case.title.en


@pytest.mark.parametrize("name", CASES)
def test_every_clause_is_put_to_work_each_way(name: str) -> None:
    seen: dict[tuple[str, str], set[Status]] = {}
    for case in CASES[name]:
        result = run(case, CHARTERS[name])
        for worked, status in result.clauses:
            seen.setdefault((result.charter, worked), set()).add(status)
    for version in CHARTERS[name]:
        for clause in version.clauses:
            ways = seen[version.id, clause.id] - {Status.UNDETERMINED}

            assert len(ways) >= (1 if clause.standing is Standing.UNATTESTED else 2), clause.id


def test_every_case_of_the_requirements_that_can_be_said_in_values_is_there() -> None:
    told = {case.source for case in CASES["leiden"]}

    assert {f"T{number:02d}" for number in range(1, 24)} <= told
    assert {f"D{number:02d}" for number in range(1, 22)} <= told


# What comes out otherwise

DIFFERENT: Final[list[tuple[dict[str, Any], tuple[Difference, ...]]]] = [
    ({"outcome": "too-narrow"}, (Difference("outcome", "", "too-narrow", "eligible"),)),
    (
        {"outcome": "", "questions": {"breadth": Status.NOT_MET}},
        (Difference("questions", "breadth", "not-met", "satisfied"),),
    ),
    (
        {"outcome": "", "clauses": {"one-coordinator": Status.INFO, "three-entities": Status.SATISFIED}},
        (Difference("clauses", "one-coordinator", "info", "satisfied"),),
    ),
    ({"needs": ["countries"]}, (Difference("needs", "", "countries", ""),)),
    (
        {"sensitive": ["three-entities"]},
        (Difference("sensitive", "three-entities", "another reading differs", "no reading differs"),),
    ),
    ({}, ()),
]


@pytest.mark.parametrize(("parts", "expected"), DIFFERENT, ids=[str(one[0]) for one in DIFFERENT])
def test_every_difference_is_named(parts: dict[str, Any], expected: tuple[Difference, ...]) -> None:
    assert run(a_case(**parts), OPEN).differences == expected


def test_what_is_not_given_is_unknown_and_never_no() -> None:
    result = run(a_case(facts={"entities": 3}, outcome="undetermined"), OPEN)

    assert result.differences == ()
    assert dict(result.questions) == {
        "breadth": Status.UNDETERMINED,
        "leadership": Status.UNDETERMINED,
    }


def test_a_clause_is_put_to_work_when_it_is_named_or_its_fact_is_given_for_what_rests_on_it() -> None:
    given = run(a_case(facts={"entities": 2}, outcome="too-narrow"), OPEN)
    asked = run(
        a_case(
            facts={"entities": 3, "coordinators": 1}, outcome="", questions={"breadth": Status.UNDETERMINED}
        ),
        OPEN,
    )
    named = run(a_case(facts={}, outcome="", clauses={"one-coordinator": Status.UNDETERMINED}), OPEN)

    assert [one for one, _ in given.clauses] == ["three-entities"]
    assert [one for one, _ in asked.clauses] == ["three-entities"]
    assert [one for one, _ in named.clauses] == ["one-coordinator"]


# What does not fit its charter

FLAWED: Final[list[tuple[dict[str, Any], str, str]]] = [
    ({"charter": "consortium-cal"}, "unknown-version", "charter"),
    ({"facts": {"entitys": 3}}, "unknown-fact", "facts.entitys"),
    ({"facts": {"entities": "many"}}, "value-does-not-fit", "facts.entities"),
    ({"facts": {"entities": "3..2"}}, "value-does-not-fit", "facts.entities"),
    ({"facts": {"entities": True}}, "value-does-not-fit", "facts.entities"),
    ({"departures": ["three-entity"]}, "unknown-clause", "departures[0]"),
    ({"departures": ["three-entities"]}, "no-departure-admitted", "departures[0]"),
    ({"outcome": "fine"}, "unknown-outcome", "outcome"),
    ({"questions": {"wide": Status.SATISFIED}}, "unknown-question", "questions.wide"),
    ({"clauses": {"wide": Status.SATISFIED}}, "unknown-clause", "clauses.wide"),
    ({"needs": ["wide"]}, "unknown-fact", "needs[0]"),
    ({"sensitive": ["wide"]}, "unknown-clause", "sensitive[0]"),
    ({"outcome": ""}, "case-without-expectation", ""),
]


@pytest.mark.parametrize(("parts", "code", "step"), FLAWED, ids=[str(one[0]) for one in FLAWED])
def test_a_case_that_does_not_fit_says_where(parts: dict[str, Any], code: str, step: str) -> None:
    case = a_case(**parts)
    found = flaws(case, OPEN)

    assert [(one.code, one.step) for one in found] == [(code, step)]
    with pytest.raises(FlawedCase, match=code) as caught:
        run(case, OPEN)
    assert caught.value.flaws == found
    assert isinstance(caught.value, ValueError)


def test_a_wrong_value_is_said_in_the_words_of_the_command() -> None:
    charters = CHARTERS["leiden"]
    (flaw,) = flaws(
        a_case(charter="leiden-2023", facts={"theme_fit": "withn"}, outcome="in-framework"), charters
    )

    assert flaw == CaseFlaw(
        "value-does-not-fit",
        "facts.theme_fit",
        "withn",
        text=Text(
            "‘withn’ is geen mogelijke waarde van ‘theme_fit’; mogelijk: within, partial, wholly-outside; "
            "bedoelde u ‘within’?",
            "‘withn’ is not a value ‘theme_fit’ can have; possible: within, partial, wholly-outside; did you mean "
            "‘within’?",
        ),
    )


def test_the_version_is_named_or_follows_from_the_day() -> None:
    charters = CHARTERS["leiden"]
    first = next(iter(charters)).period.first
    assert first is not None
    by_day = evolve(a_case(), on=first)

    assert version_of(by_day, charters) == next(iter(charters))
    assert version_of(a_case(), charters) is None
    assert [one.code for one in flaws(a_case(), charters)] == ["which-version"]
    assert version_of(a_case(), OPEN) == next(iter(OPEN))
    assert version_of(a_case(), next(iter(OPEN))) == next(iter(OPEN))
    assert version_of(evolve(a_case(), on=first), OPEN) is None


# Files

FILE: Final = """[[cases]]
id = "x"
title = { nl = "woorden", en = "words" }
facts = { entities = 3, countries = 3, coordinators = "1" }
outcome = "eligible"
"""


def a_folder(folder: Path, text: str, *, end: str = "\n") -> Path:
    (folder / "cases.toml").write_bytes(text.replace("\n", end).encode())
    (folder / "charter.toml").write_bytes((ROOT / "examples" / "consortium" / "charter.toml").read_bytes())
    return folder


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_case_is_read_from_a_file(tmp_path: Path, end: str) -> None:
    assert load_cases(a_folder(tmp_path, FILE, end=end)) == (a_case(),)
    assert case_problems(tmp_path, OPEN) == ()


def test_what_comes_out_otherwise_is_a_problem_with_its_place(tmp_path: Path) -> None:
    wrong = FILE.replace("entities = 3", "entities = 2") + (
        'clauses = { three-countries = "satisfied", three-entities = "satisfied" }\n'
    )
    folder = a_folder(tmp_path, wrong)

    found = [(one.code, one.file, one.line, one.column, one.record) for one in case_problems(folder, OPEN)]
    assert found == [
        ("case-differs", "cases.toml", 5, 11, "x"),
        ("case-differs", "cases.toml", 6, 61, "x"),
    ]


def test_every_problem_of_a_file_is_said_at_once(tmp_path: Path) -> None:
    wrong = (
        FILE
        + 'colour = "red"\n\n'
        + FILE
        + "\n"
        + FILE.replace('"eligible"', "[]")
        + 'clauses = { a = "fine" }\n'
    )
    cases, problems = read_cases(a_folder(tmp_path, wrong))

    assert [(one.code, one.line) for one in problems] == [
        ("unknown-field", 6),
        ("wrong-type", 18),
        ("not-an-option", 19),
    ]
    assert cases == (a_case(),)
    with pytest.raises(CharterError, match="colour"):
        load_cases(tmp_path)
    twice = a_folder(tmp_path, f"{FILE}\n{FILE}")
    assert [one.code for one in read_cases(twice)[1]] == ["duplicate-id"]


def test_without_files_there_are_no_cases(tmp_path: Path) -> None:
    assert load_cases(tmp_path) == ()
    assert case_problems(tmp_path, OPEN) == ()


@pytest.mark.parametrize("name", CASES)
def test_cases_read_back_as_themselves_from_json(name: str, tmp_path: Path) -> None:
    whole = Cases(CASES[name])
    (tmp_path / "cases.json").write_text(dumps(whole), "utf-8")

    assert loads(dumps(whole)) == whole
    assert load_cases(tmp_path) == CASES[name]
    assert Cases(CASES[name][::-1]) == whole
    assert len(whole) == len(list(whole))


def test_charters_made_in_code_are_worked_too() -> None:
    assert run(a_case(), Charters((next(iter(OPEN)),))).outcome == "eligible"
