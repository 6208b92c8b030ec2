# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger of provisions: what claims what, every gap by name, and what is wrong with its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

from kennisstad_core.charter import Charters
from kennisstad_core.cli import main
from kennisstad_core.errors import CharterError
from kennisstad_core.files import dumps, load_charters, load_ledger, loads, read_ledger
from kennisstad_core.files.codec import unstructure
from kennisstad_core.files.ledgers import ledger_gaps
from kennisstad_core.files.reading import read, register_files
from kennisstad_core.files.schema import schema_text
from kennisstad_core.provisions import (
    KINDS_OF_RECORD,
    LONGEST_LOCATOR,
    VIEWS,
    Claim,
    Gap,
    GapKind,
    Ledger,
    Provision,
    SourceDocument,
    coverage,
    natural,
)
from kennisstad_core.records.parties import Source
from kennisstad_core.text import Text

ROOT: Final = Path(__file__).parent.parent
CONSORTIUM: Final = ROOT / "examples" / "consortium"
EVERY: Final = ["leiden", "examples/waterstad", "examples/consortium"]


def place(source: str) -> str | Path:
    return ROOT / source if "/" in source else source


def opened(source: str) -> tuple[Ledger, Charters]:
    ledger = load_ledger(place(source))
    assert ledger is not None
    where = place(source)
    inside = Path(where) / "charters"
    return ledger, load_charters(inside if isinstance(where, Path) and inside.is_dir() else where)


# What is there


@pytest.mark.parametrize("source", EVERY)
def test_every_provision_is_claimed_and_every_clause_has_one_behind_it(source: str) -> None:
    ledger, charters = opened(source)
    found = coverage(ledger, charters)

    assert found.gaps == ()
    assert len(ledger)
    assert all(provisions for _, provisions in found.behind)
    assert sum(found.by_claim.values()) == len(ledger)
    assert found.by_claim[None] == 0
    assert all(found.by_claim[claim] for claim in Claim), "each kind of claim is shown by an example"


@pytest.mark.parametrize("source", EVERY)
def test_a_provision_that_loses_its_claim_is_named(source: str) -> None:
    ledger, charters = opened(source)
    for one in ledger.provisions:
        without = evolve(
            ledger,
            provisions=[evolve(each, claim=None) if each is one else each for each in ledger.provisions],
        )
        unclaimed = [gap for gap in coverage(without, charters).gaps if gap.kind is GapKind.UNCLAIMED]

        assert unclaimed == [Gap(GapKind.UNCLAIMED, one.id, "claim")]


@pytest.mark.parametrize("source", EVERY)
def test_a_provision_that_is_left_out_is_missed_by_the_clauses_that_cite_it(source: str) -> None:
    ledger, charters = opened(source)
    for one in ledger.provisions:
        citing = {
            (version.id, clause.id)
            for version in charters
            for clause in version.clauses
            if one.id in ledger.cited(clause.source)[0]
        }
        without = evolve(ledger, provisions=[each for each in ledger.provisions if each is not one])
        missed = {
            (gap.charter, gap.clause)
            for gap in coverage(without, charters).gaps
            if gap.kind in (GapKind.NOT_IN_LEDGER, GapKind.NO_PROVISION)
        }

        assert citing <= missed


@pytest.mark.parametrize("source", EVERY)
def test_texts_are_in_two_languages_and_locators_are_short(source: str) -> None:
    ledger, _ = opened(source)
    for one in ledger.provisions:
        assert one.text.nl != one.text.en, one.id
        assert one.why is None or one.why.nl != one.why.en, one.id
        assert len(one.locator.split()) <= LONGEST_LOCATOR, one.id


# Gaps, one by one

WORDS: Final = Text("woorden", "words")
DOCUMENT: Final = SourceDocument("call", WORDS)


def a_provision(**parts: Any) -> Provision:
    usual: dict[str, Any] = {"claim": Claim.ENCODED, "clauses": ("three-entities",)}
    return evolve(Provision("p", "call", "1(a)", WORDS), **{**usual, **parts})


def gaps_of(*provisions: Provision) -> set[tuple[GapKind, str, str]]:
    charters = load_charters(CONSORTIUM)
    found = coverage(Ledger([DOCUMENT], provisions), charters).gaps
    return {(one.kind, one.provision or one.clause, one.name) for one in found}


NOTHING_BEHIND: Final = {
    (GapKind.NO_PROVISION, "three-countries", "three-countries"),
    (GapKind.NO_PROVISION, "one-coordinator", "one-coordinator"),
    (GapKind.NOT_IN_LEDGER, "three-countries", "1(b)"),
    (GapKind.NOT_IN_LEDGER, "one-coordinator", "2"),
}
ITSELF: Final = {(GapKind.NO_PROVISION, "three-entities", "three-entities")}

GAPS: Final[list[tuple[dict[str, Any], set[tuple[GapKind, str, str]]]]] = [
    ({}, set()),
    ({"clauses": ("consortium-call/three-entities",)}, set()),
    ({"claim": None}, {(GapKind.UNCLAIMED, "p", ""), *ITSELF}),
    ({"clauses": ()}, {(GapKind.ENCODED_BY_NOTHING, "p", ""), *ITSELF}),
    ({"clauses": (), "views": ("charter",)}, ITSELF),
    (
        {"clauses": ("three-entities", "three-entitys")},
        {(GapKind.UNKNOWN_CLAUSE, "p", "three-entitys")},
    ),
    ({"facts": ("entities", "entity")}, {(GapKind.UNKNOWN_FACT, "p", "entity")}),
    ({"records": ("seats", "seat")}, {(GapKind.UNKNOWN_RECORD, "p", "seat")}),
    ({"views": ("agenda", "diary")}, {(GapKind.UNKNOWN_VIEW, "p", "diary")}),
    (
        {"claim": Claim.NARRATIVE, "clauses": ()},
        {(GapKind.NO_REASON, "p", ""), *ITSELF},
    ),
    (
        {"claim": Claim.JUDGEMENT, "why": WORDS},
        {(GapKind.NOT_ENCODED, "p", "three-entities"), *ITSELF},
    ),
    ({"clauses": (), "facts": ("entities",)}, ITSELF),
    (
        {"locator": "9"},
        {(GapKind.NOT_IN_LEDGER, "three-entities", "1(a)")},
    ),
]


@pytest.mark.parametrize(("parts", "expected"), GAPS, ids=[str(one[0]) for one in GAPS])
def test_every_gap_is_named(parts: dict[str, Any], expected: set[tuple[GapKind, str, str]]) -> None:
    assert gaps_of(a_provision(**parts)) == expected | NOTHING_BEHIND


def test_a_clause_that_cites_a_provision_which_does_not_name_it_is_no_invention_when_another_does() -> None:
    citing = a_provision(clauses=(), views=("charter",))
    naming = a_provision(id="q", locator="elsewhere")

    assert gaps_of(citing, naming) == {
        (GapKind.NOT_CLAIMED_BACK, "p", "three-entities"),
        *NOTHING_BEHIND,
    }


def test_one_provision_may_be_claimed_by_several_clauses_and_one_clause_by_several_provisions() -> None:
    several = (
        a_provision(clauses=("three-entities", "three-countries")),
        a_provision(id="q", locator="1(b)", clauses=("three-countries", "three-entities")),
        a_provision(id="r", locator="2", clauses=("one-coordinator",)),
    )

    assert gaps_of(*several) == set()
    assert coverage(Ledger([DOCUMENT], several), load_charters(CONSORTIUM)).of(
        "consortium-call", "three-countries"
    ) == ("p", "q")


# What a source refers to

CITED: Final[list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = [
    ("S09", ("S09",), ()),
    ("s09", ("S09",), ()),
    ("S09, S10", ("S09", "S10"), ()),
    ("S10 en S09", ("S09", "S10"), ()),
    ("S09 and S11", ("S09", "S11"), ()),
    ("S09-S11", ("S09", "S10", "S11"), ()),
    ("S09–11", ("S09", "S10", "S11"), ()),
    ("S08-S09, S11", ("S09", "S11"), ("S08",)),
    ("S12", (), ("S12",)),
    ("S12, S13", (), ("S12, S13",)),
    ("art. 4, lid 1", ("a1",), ()),
    ("art. 4, lid 1 en 2", ("a1", "a2", "a3"), ()),
    ("art. 4,  LID 2", ("a2", "a3"), ()),
    ("art. 5", (), ("art. 5",)),
    ("", (), ()),
]


@pytest.mark.parametrize(("locator", "found", "lost"), CITED, ids=[one[0] or "none" for one in CITED])
def test_a_locator_leads_to_provisions_by_id_or_by_place(
    locator: str, found: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    places = [("S09", "een"), ("S10", "twee"), ("S11", "drie")]
    articles = [("a1", "art. 4, lid 1"), ("a2", "art. 4, lid 2"), ("a3", "art. 4, lid 2")]
    provisions = [Provision(one, "d", where, WORDS) for one, where in (*places, *articles)]
    elsewhere = Provision("S12", "another", "art. 5", WORDS)

    assert Ledger(provisions=[*provisions, elsewhere]).cited(Source("d", locator)) == (found, lost)


def test_provisions_are_in_the_order_in_which_people_number() -> None:
    ids = ["S100", "S9", "S10", "art. 2", "art. 10"]

    assert sorted(ids, key=natural) == ["S9", "S10", "S100", "art. 2", "art. 10"]
    several = [Provision(one, "d", one, WORDS) for one in ids]
    assert Ledger(provisions=several) == Ledger(provisions=several[::-1])


def test_a_locator_that_copies_its_source_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 12 words"):
        Provision("p", "d", "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien", WORDS)
    with pytest.raises(ValueError, match="says where"):
        Provision("p", "d", " ", WORDS)


def test_views_and_kinds_of_record_are_names() -> None:
    assert {"memberships", "seats", "participations", "statements", "themes"} <= KINDS_OF_RECORD
    assert KINDS_OF_RECORD.isdisjoint({"id", "flaws", "clauses"})
    assert all(name == name.casefold() and text.nl != text.en for name, text in VIEWS.items())


# Files

HEADER: Final = "id;document;locator;text.nl;text.en;claim;clauses;facts;why.nl;why.en"
ROWS: Final = [
    "entities;call;1(a);drie organisaties;three entities;encoded;three-entities;entities;;",
    "countries;call;1(b);drie landen;three countries;encoded;consortium-call/three-countries;;;",
    "coordinator;call;2;een coördinator;a coordinator;encoded;one-coordinator;;;",
    "quality;call;3;hoe goed;how good;judgement;;;mensen;people",
]
DOCUMENTS: Final = '[[documents]]\nid = "call"\ntitle = { nl = "oproep", en = "call" }\n'


def a_folder(folder: Path, rows: list[str], *, end: str = "\n", toml: str = DOCUMENTS) -> Path:
    (folder / "ledger.toml").write_bytes(toml.replace("\n", end).encode())
    (folder / "provisions.csv").write_bytes(end.join([HEADER, *rows, ""]).encode())
    (folder / "charter.toml").write_bytes((CONSORTIUM / "charter.toml").read_bytes())
    return folder


def gaps_at(folder: Path) -> list[tuple[str, str, int, int, str]]:
    _, problems = ledger_gaps(folder, load_charters(folder))
    return [(one.code, one.file, one.line, one.column, one.found) for one in problems]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_ledger_may_be_a_spreadsheet(tmp_path: Path, end: str) -> None:
    ledger = load_ledger(a_folder(tmp_path, ROWS, end=end))

    assert ledger is not None
    assert [one.id for one in ledger.provisions] == ["coordinator", "countries", "entities", "quality"]
    assert ledger["entities"].facts == ("entities",)
    assert ledger["quality"].why == Text("mensen", "people")
    assert gaps_at(tmp_path) == []


def test_a_gap_is_placed_in_the_file_where_it_is_to_be_closed(tmp_path: Path) -> None:
    rows = [
        ROWS[0].replace(";encoded;", ";;"),
        ROWS[1].replace("three-countries;;;", "three-countrys;;;"),
        ROWS[2].replace(";2;", ";7;"),
        ROWS[3],
    ]

    assert gaps_at(a_folder(tmp_path, rows)) == [
        ("clause-without-provision", "charter.toml", 63, 10, "three-entities"),
        ("clause-without-provision", "charter.toml", 74, 10, "three-countries"),
        ("source-not-in-ledger", "charter.toml", 85, 10, "2"),
        ("unclaimed-provision", "provisions.csv", 2, 6, "entities"),
        ("unknown-clause", "provisions.csv", 3, 7, "consortium-call/three-countrys"),
    ]


def test_every_problem_of_the_files_is_said_at_once(tmp_path: Path) -> None:
    rows = [
        ROWS[0].replace("encoded", "encodd"),
        ROWS[1].replace(";call;", ";cal;"),
        ROWS[3],
        ROWS[3].replace("hoe goed", ""),
        ROWS[3].replace(";3;", ";" + "woord " * 13 + ";"),
        "short;row",
    ]
    toml = DOCUMENTS + "on = 2014\n[[articles]]\n"
    ledger, problems = read_ledger(a_folder(tmp_path, rows, toml=toml))

    assert ledger is not None
    assert [(one.code, one.file, one.line, one.column) for one in problems] == [
        ("not-a-date", "ledger.toml", 4, 6),
        ("unknown-table", "ledger.toml", 5, 1),
        ("not-an-option", "provisions.csv", 2, 6),
        ("unknown-document", "provisions.csv", 3, 2),
        ("missing-field", "provisions.csv", 5, 4),
        ("locator-too-long", "provisions.csv", 6, 3),
        ("ragged-row", "provisions.csv", 7, 1),
        ("missing-field", "provisions.csv", 7, 3),
        ("missing-field", "provisions.csv", 7, 4),
    ]
    with pytest.raises(CharterError, match="encodd"):
        load_ledger(tmp_path)


def test_an_id_that_is_there_twice_is_a_problem(tmp_path: Path) -> None:
    _, problems = read_ledger(a_folder(tmp_path, [*ROWS, ROWS[0]]))

    assert [(one.code, one.line, one.found) for one in problems] == [("duplicate-id", 6, "entities")]


def test_a_ledger_is_no_part_of_a_register_and_no_charter(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, ROWS)
    (folder / "cases.toml").write_text("")

    assert list(register_files(folder)) == []
    assert [one.id for one in load_charters(folder)] == ["consortium-call"]


def test_without_files_there_is_no_ledger(tmp_path: Path) -> None:
    assert load_ledger(tmp_path) is None
    assert read_ledger(tmp_path / "nowhere") == (None, ())
    assert ledger_gaps(tmp_path, load_charters(CONSORTIUM)) == (None, ())


@pytest.mark.parametrize("source", EVERY)
def test_a_ledger_reads_back_as_itself_from_json(source: str, tmp_path: Path) -> None:
    ledger, _ = opened(source)
    (tmp_path / "ledger.json").write_text(dumps(ledger), "utf-8")

    assert loads(dumps(ledger)) == ledger
    assert load_ledger(tmp_path) == ledger
    assert "kind" not in unstructure(ledger)


def test_a_wrong_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_text('{"kind": "cases", "cases": []}')

    _, problems = read_ledger(tmp_path)
    assert [one.code for one in problems] == ["unknown-kind"]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text("[[documents\n")

    assert [one.code for one in read_ledger(tmp_path)[1]] == ["not-toml"]
    assert read(tmp_path / "ledger.toml", "ledger.toml").problems


# The command


def check(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check", *arguments])
    return code, " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("kind", ["ledger", "cases"])
def test_the_command_prints_the_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert capsys.readouterr().out == schema_text(kind)


def test_the_command_says_the_coverage_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = check(str(CONSORTIUM), capsys=capsys)
    assert code == 0
    assert (
        "Ledger (provisions: 6; encoded: 3; narrative: 1; left to judgement: 1; out of scope: 1; claimed by nobody: "
        "0; gaps: 0)." in said
    )
    assert "Worked cases: 5; with problems: 0." in said

    code, said = check(str(CONSORTIUM), "--language", "nl", capsys=capsys)
    assert "nergens ondergebracht: 0; gaten: 0)." in said
    assert "Uitgewerkte gevallen: 5; met problemen: 0." in said


def test_the_command_fails_on_a_provision_that_nobody_claimed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_folder(tmp_path, [*ROWS[:3], ROWS[3].replace("judgement", "")])
    (folder / "cases.toml").write_text(
        '[[cases]]\nid = "x"\ntitle = { nl = "a", en = "b" }\nfacts = { entities = 2 }\noutcome = "eligible"\n'
    )
    code, said = check(str(folder), capsys=capsys)

    assert code == 2
    assert f"{folder / 'provisions.csv'}:5:6: unclaimed-provision" in said
    assert "“quality”" in said
    assert f"{folder / 'cases.toml'}:5:11: case-differs" in said
    assert "claimed by nobody: 1; gaps: 1)." in said
    assert "with problems: 1." in said
    assert "2 problems." in said
