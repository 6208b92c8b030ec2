# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a period in one table: what may not be added, what is not known, and every figure with its records."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_charter import FIVE, GL, HL, MBO, NAT, TERM, UL
from fixtures_money import CORE, DAY, LISTS, PROJECT, YEAR, attested, core, covenant, euro, gift, project
from kennisstad_core import cli
from kennisstad_core.allocation import Leftover
from kennisstad_core.explain import render
from kennisstad_core.explain.money import FIGURES, LEFTOVERS, POSITIONS, explain_funding, funding_document
from kennisstad_core.facts import Why
from kennisstad_core.facts.amounts import CASH, IN_KIND, Figure
from kennisstad_core.reconciliation import ROW_COLUMNS, Line, Reconciliation, reconcile
from kennisstad_core.records import Flaw

WATERSTAD: Final = Path(__file__).parent.parent / "examples" / "waterstad"
YEARS: Final = kc.Period(date(2024, 1, 1), date(2025, 12, 31))


def made(register: kc.Register, period: kc.Period = YEAR, **told: Any) -> Reconciliation:
    return reconcile(covenant(), register, period=period, **told)


def of(*contributions: kc.Contribution, complete: bool = True, **told: Any) -> Reconciliation:
    lists = attested("participations", *(["contributions"] if complete else []))
    register = kc.Register(
        projects=[project(contributions=contributions, completeness=lists, **told)],
        completeness=attested(*LISTS),
    )
    return made(register)


# What is never added together


def test_stages_of_one_amount_stand_apart() -> None:
    stages = [gift(UL, 900, stage=stage, id=stage.value) for stage in kc.Stage]
    total = of(*stages).total("p")

    assert [total.cell(figure).value for figure in CASH] == [kc.Range.exactly(900_00)] * 3
    assert [total.cell(figure).records for figure in CASH] == [("pledged",), ("committed",), ("paid",)]


def test_money_and_kind_and_currencies_stand_apart() -> None:
    dollars = kc.Contribution(
        UL, PROJECT, kc.Form.CASH, kc.Stage.COMMITTED, kc.Money(7_00, "USD"), DAY, id="usd"
    )
    line = of(gift(UL, 5), dollars, gift(UL, 3, form=kc.Form.IN_KIND, id="rooms")).line(UL, "p")

    assert line.cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(5_00)
    assert line.cell(Figure.CASH_COMMITTED, "USD").value == kc.Range.exactly(7_00)
    assert line.cell(Figure.IN_KIND_COMMITTED).value == kc.Range.exactly(3_00)
    with pytest.raises(KeyError):
        line.cell(Figure.CASH_PAID, "USD")


def test_the_core_stays_out_of_the_totals_of_projects() -> None:
    register = kc.Register(
        projects=[project(contributions=[gift(UL, 5)])],
        contributions=[core(UL, 7)],
        completeness=attested(*LISTS),
    )
    found = made(register)

    assert [
        (one.purpose, one.party, str(one.cell(Figure.CASH_COMMITTED).value)) for one in found.by_party
    ] == [
        (CORE, UL, "700"),
        (PROJECT, UL, "500"),
    ]
    assert {one.purpose for one in found.by_year} == {CORE, PROJECT}
    assert found.total().cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(7_00)
    assert found.total("p").cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(5_00)


# What is not known


def test_not_valued_is_counted_and_makes_the_sum_at_least() -> None:
    total = of(gift(UL, 60, form=kc.Form.IN_KIND, id="rooms"), gift(HL, None)).total("p")
    worth, number = total.cell(Figure.IN_KIND_COMMITTED), total.cell(Figure.IN_KIND_NOT_VALUED)

    assert (worth.value, worth.open) == (kc.Range(60_00), (Why.NOT_VALUED,))
    assert (number.value, number.unit, number.records) == (kc.Range.exactly(1), "", ("gift-hl",))


def test_a_list_that_nobody_attests_makes_every_sum_at_least() -> None:
    total = of(gift(UL, 60), complete=False).total("p")

    assert total.cell(Figure.CASH_COMMITTED).value == kc.Range(60_00)
    assert total.cell(Figure.CASH_PAID).value == kc.Range(0)
    assert total.cell(Figure.CASH_PAID).open == (Why.LIST_INCOMPLETE,)


def test_a_record_that_cannot_be_used_may_have_been_a_correction() -> None:
    register = kc.Register(projects=[project(contributions=[gift(UL, 60)])], completeness=attested(*LISTS))
    flawed = evolve(register, flaws=[Flaw("x", "contribution", "not-an-amount", "p")])

    assert made(flawed).total("p").cell(Figure.CASH_COMMITTED).value == kc.Range(0)
    assert made(flawed).line(UL).cell(Figure.CASH_COMMITTED).value == kc.Range.exactly(
        0
    )  # the core is not touched


@pytest.mark.parametrize(
    ("corrections", "value", "corrected"),
    [
        ([gift(UL, -5, id="a", corrects="gift-ul")], kc.Range.exactly(55_00), -5_00),
        ([gift(UL, -70, id="a", corrects="gift-ul")], kc.Range.exactly(-10_00), -70_00),
        (
            [gift(UL, -5, id="a", corrects="gift-ul"), gift(UL, 2, id="b", corrects="a")],
            kc.Range.exactly(57_00),
            -3_00,
        ),
        ([gift(UL, -5, id="a", corrects="gift-ul", stage=kc.Stage.PAID)], kc.Range.exactly(55_00), -5_00),
        ([gift(UL, -5, id="a", corrects="gift-ul", on=date(2026, 1, 1))], kc.Range.exactly(60_00), 0),
        ([gift(UL, -5, id="a", corrects="lost")], kc.Range(55_00), 0),
    ],
    ids=[
        "less",
        "more than all of it",
        "of a correction",
        "said to be of another stage",
        "not yet",
        "of nothing",
    ],
)
def test_a_correction_counts_with_what_it_corrects(
    corrections: list[kc.Contribution], value: kc.Range, corrected: int
) -> None:
    cell = of(gift(UL, 60), *corrections).total("p").cell(Figure.CASH_COMMITTED)

    assert (cell.value, cell.corrected) == (value, corrected)


@pytest.mark.parametrize(
    ("first", "correction", "value"),
    [
        (gift(UL, None), {"amount": euro(40)}, kc.Range(40_00)),
        (gift(UL, None), {"amount": euro(-40)}, kc.Range(0)),
        (gift(UL, 60, form=kc.Form.IN_KIND), {"amount": None}, kc.Range(0)),
        (gift(UL, 60, form=kc.Form.IN_KIND), {"amount": kc.Money(-1, "USD")}, kc.Range(0)),
    ],
    ids=["valued later", "less of what is not valued", "by what is not valued", "in another currency"],
)
def test_a_correction_that_cannot_be_added_leaves_the_sum_open(
    first: kc.Contribution, correction: dict[str, Any], value: kc.Range
) -> None:
    correcting = evolve(first, id="a", corrects=first.id, **correction)

    assert of(first, correcting).total("p").cell(Figure.IN_KIND_COMMITTED).value == value


def test_what_is_meant_for_more_years_is_divided_by_nobody() -> None:
    several = gift(UL, 400, period=kc.Period(date(2024, 1, 1), date(2027, 12, 31)), on=date(2024, 1, 5))
    two = gift(HL, 100, period=YEARS, on=date(2024, 1, 5))
    joint = project(contributions=[several, two])
    register = kc.Register(projects=[joint], completeness=attested(*LISTS))

    one_year = made(register)
    assert one_year.line(UL, "p").cell(Figure.CASH_COMMITTED).value == kc.Range(0, 400_00)
    assert one_year.line(UL, "p").cell(Figure.CASH_COMMITTED).open == (Why.SPREAD,)
    both_years = made(register, YEARS)
    assert both_years.line(HL, "p", 2024).cell(Figure.CASH_COMMITTED).value == kc.Range(0, 100_00)
    assert both_years.total("p").cell(Figure.CASH_COMMITTED).value == kc.Range(100_00, 500_00)


def test_an_undated_amount_may_be_of_any_year_unless_its_project_is_of_one() -> None:
    undated = gift(UL, 60, on=None)
    long, short = (
        evolve(project(contributions=[undated]), period=period)
        for period in (kc.Period(date(2025, 1, 1)), YEAR)
    )
    values = [
        made(kc.Register(projects=[one], completeness=attested(*LISTS)))
        .total("p")
        .cell(Figure.CASH_COMMITTED)
        .value
        for one in (long, short)
    ]

    assert values == [kc.Range(0, 60_00), kc.Range.exactly(60_00)]


# Spending, budgets, keys, positions


def test_what_was_spent_is_of_whose_money_it_was() -> None:
    budget = kc.Budget("b", HL, euro(90), YEAR, project="p")
    spent = [
        kc.Expenditure("e1", euro(10), DAY, PROJECT, "p", charged_to="gift-ul"),
        kc.Expenditure("e2", euro(20), DAY, PROJECT, "p", budget="b"),
        kc.Expenditure("e3", euro(40), DAY, PROJECT, "p"),
        kc.Expenditure("e4", euro(80), DAY, PROJECT, "p", charged_to="gift-ul", budget="b"),
        kc.Expenditure("e5", euro(-5), DAY, PROJECT, "p", corrects="e1"),
    ]
    register = kc.Register(
        projects=[project(contributions=[gift(UL, 60)])],
        budgets=[budget],
        expenditures=spent,
        completeness=attested(*LISTS),
    )
    found = made(register)

    assert {one.party: one.cell(Figure.SPENT).value.low for one in found.lines if one.project == "p"} == {
        UL: 5_00,
        HL: 20_00,
        "": 120_00,  # nobody says whose money it was, or it was booked on that of two
    }
    assert found.line(UL, "p").cell(Figure.SPENT).corrected == -5_00
    assert found.line(UL, "p").cell(Figure.SPENT).records == ("e1", "e5", "gift-ul")
    assert found.line(HL, "p").cell(Figure.BUDGETED).value == kc.Range.exactly(90_00)
    assert found.total("p").cell(Figure.SPENT).value == kc.Range.exactly(145_00)


def agreed(on: date, shares: dict[str, int], amount: str = "100.00", name: str = "") -> kc.Agreement:
    return kc.Agreement(kc.AgreementKind.FINANCE, on, amount=euro(amount), shares=shares, id=name or str(on))


def test_the_key_that_was_agreed_last_is_the_one_that_counts() -> None:
    first = agreed(date(2024, 3, 1), {UL: 1, HL: 1, GL: 1})
    second = agreed(date(2025, 3, 1), {UL: 3, HL: 1})
    joint = project(agreements=[second, first])
    found = made(kc.Register(projects=[joint], completeness=attested(*LISTS)), YEARS)

    assert found.line(GL, "p", 2024).cell(Figure.AGREED_SHARE).value == kc.Range.exactly(33_34)
    assert found.line(UL, "p", 2025).cell(Figure.AGREED_SHARE).value == kc.Range.exactly(75_00)
    assert found.total("p").cell(Figure.AGREED_SHARE).value == kc.Range.exactly(
        100_00
    )  # and not both years added
    assert [one.agreement for one in found.splits] == ["2024-03-01", "2025-03-01"]


def test_two_keys_of_one_day_leave_the_share_open() -> None:
    several = [agreed(DAY, {UL: 1}, name="x"), agreed(DAY, {UL: 1, HL: 1}, name="y")]
    found = made(kc.Register(projects=[project(agreements=several)], completeness=attested(*LISTS)))

    assert found.line(UL, "p").cell(Figure.AGREED_SHARE).value == kc.Range(50_00, 100_00)
    assert found.line(HL, "p").cell(Figure.AGREED_SHARE).value == kc.Range(0, 50_00)


def test_a_key_for_the_core_and_keys_that_divide_nothing() -> None:
    nothing = [
        evolve(agreed(DAY, {UL: 1}, name="a"), amount=None),
        agreed(DAY, {UL: 0}, name="b"),
        agreed(date(2026, 1, 1), {UL: 1}, name="c"),
        evolve(agreed(DAY, {UL: 1}, name="d"), kind=kc.AgreementKind.COLLABORATION),
    ]
    register = kc.Register(projects=[project(agreements=nothing)], agreements=[agreed(DAY, {UL: 1, HL: 2})])
    found = made(register)

    assert [one.purpose for one in found.splits] == [CORE]
    assert found.line(HL).cell(Figure.AGREED_SHARE).value == kc.Range.exactly(66_67)


def test_how_parties_say_they_stand_is_in_their_lines() -> None:
    said = [
        kc.FinancePosition(HL, kc.PositionKind.NIL, DAY),
        kc.FinancePosition("RUL", kc.PositionKind.CASH, DAY),
        kc.FinancePosition(NAT, kc.PositionKind.CASH, date(2026, 1, 1)),
    ]
    found = of(gift(UL, 60), positions=said)

    assert {one.party: one.stated for one in found.lines if one.project == "p"} == {
        HL: (kc.PositionKind.NIL,),
        UL: (kc.PositionKind.CASH,),
    }


# Lines and periods


def test_every_member_has_a_line_for_the_core() -> None:
    others = [kc.Membership(name, TERM) for name in (UL, HL)]
    later = kc.Membership(MBO, kc.Period(date(2025, 7, 1)))
    gone = kc.Membership(GL, kc.Period(TERM.first, date(2024, 6, 30)))
    found = reconcile(covenant([*others, later, gone]), kc.Register(), period=YEARS)

    lines = {(one.party, str(one.period.first)) for one in found.lines}
    assert lines == {
        *((name, day) for name in (UL, HL) for day in ("2024-01-01", "2025-01-01")),
        (GL, "2024-01-01"),
        (MBO, "2025-01-01"),
    }
    assert found.line(UL).cell(Figure.CASH_PAID).value == kc.Range(0)


def test_one_project_by_itself() -> None:
    charters, register = kc.load_charters(WATERSTAD / "charters"), kc.load_register(WATERSTAD)
    every = reconcile(charters, register, period=YEAR)
    alone = reconcile(charters, register, period=YEAR, project="harbour-park")

    assert alone.lines == tuple(one for one in every.lines if one.project == "harbour-park")
    assert alone.by_project == tuple(one for one in every.by_project if one.project == "harbour-park")
    assert alone.misbooked == ()
    committed = {one.party: one.cell(Figure.CASH_COMMITTED).value for one in alone.by_party}
    assert committed["waterschap-zilt"] == kc.Range.exactly(20_000_00)
    assert every.misbooked[0].booked_on == ("office-2025-getij",)
    moths = reconcile(charters, register, period=YEAR, project="night-moths")
    assert moths.misbooked == every.misbooked


def test_what_cannot_be_asked() -> None:
    with pytest.raises(ValueError, match="first and a last day"):
        made(kc.Register(), kc.Period(date(2025, 1, 1)))
    with pytest.raises(ValueError, match="before the period"):
        made(kc.Register(), on=date(2024, 12, 31))
    with pytest.raises(kc.UnknownName, match="nowhere"):
        made(kc.Register(), project="nowhere")
    with pytest.raises(ValueError, match="no charter"):
        reconcile(kc.Charters(()), kc.Register(), period=YEAR)
    with pytest.raises(kc.UnknownName):
        made(kc.Register()).line("nobody")
    with pytest.raises(kc.UnknownName):
        made(kc.Register()).total("p")


def test_what_became_known_later_counts_when_one_asks_later() -> None:
    back = gift(UL, -5, id="back", corrects="gift-ul", on=date(2026, 2, 1))
    register = kc.Register(projects=[project(contributions=[gift(UL, 60), back])])

    then, now = (made(register, on=on).line(UL, "p") for on in (None, date(2026, 3, 1)))
    assert [one.cell(Figure.CASH_COMMITTED).value.low for one in (then, now)] == [60_00, 55_00]


# Laws


_AMOUNTS: Final = st.integers(0, 10_000)


@st.composite
def ledgers(draw: st.DrawFn) -> list[kc.Contribution]:
    made_: list[kc.Contribution] = []
    for index in range(draw(st.integers(0, 6))):
        form = draw(st.sampled_from(kc.Form))
        cents = draw(_AMOUNTS if form is kc.Form.CASH else st.none() | _AMOUNTS)
        on = date(draw(st.sampled_from([2024, 2025])), 5, 1)
        first = kc.Contribution(
            draw(st.sampled_from(FIVE)),
            PROJECT,
            form,
            draw(st.sampled_from(kc.Stage)),
            None if cents is None else kc.Money(cents),
            on,
            id=f"g{index}",
        )
        made_.append(first)
        if cents is not None and draw(st.booleans()):
            less = kc.Money(-draw(st.integers(0, 10_000)))
            made_.append(evolve(first, id=f"c{index}", amount=less, corrects=f"g{index}"))
    return made_


def again(several: Iterable[kc.Contribution], party: str, year: int, form: kc.Form, stage: kc.Stage) -> int:
    """What a party gave in a year, by walking the ledger once more: every record by itself, corrections and all."""
    return sum(
        one.amount.cents
        for one in several
        if one.amount is not None
        and one.on is not None
        and (one.contributor, one.on.year, one.form, one.stage) == (party, year, form, stage)
    )


@settings(max_examples=60, deadline=None)
@given(ledgers(), st.randoms(use_true_random=False))
def test_every_figure_is_what_walking_the_ledger_gives_in_any_order(
    ledger: list[kc.Contribution], random: Any
) -> None:
    def table(several: list[kc.Contribution]) -> Reconciliation:
        return made(
            kc.Register(projects=[project(contributions=several)], completeness=attested(*LISTS)), YEARS
        )

    found = table(ledger)
    for line in found.lines:
        if line.project:
            assert line.period.first is not None
            for figures, form in ((CASH, kc.Form.CASH), (IN_KIND, kc.Form.IN_KIND)):
                for figure, stage in zip(
                    figures, (kc.Stage.PLEDGED, kc.Stage.COMMITTED, kc.Stage.PAID), strict=True
                ):
                    cents = again(ledger, line.party, line.period.first.year, form, stage)
                    cell = line.cell(figure)
                    assert cell.value.low == cents
                    assert cell.value.exact is (Why.NOT_VALUED not in cell.open)
    assert table(random.sample(ledger, len(ledger))) == found
    _adds_up(found)


def _adds_up(found: Reconciliation) -> None:
    """A total is the sum of its lines, in each of its directions, where nothing is spread over years."""

    def total(lines: Iterable[Line], figure: Figure) -> kc.Range:
        result = kc.Range.exactly(0)
        for line in lines:
            result = result + line.cell(figure).value
        return result

    own = [one for one in found.lines if one.project == "p"]
    for figure in (*CASH, *IN_KIND, Figure.IN_KIND_NOT_VALUED):
        whole = total(own, figure)
        for direction in (found.by_project, found.by_party, found.by_year):
            assert total((one for one in direction if one.purpose is PROJECT), figure) == whole


def test_every_figure_of_waterstad_names_records_that_are_there() -> None:
    charters, register = kc.load_charters(WATERSTAD / "charters"), kc.load_register(WATERSTAD)
    found = reconcile(charters, register, period=YEAR)
    spent = {one.id for one in register.expenditures}
    known = spent | {one.id for one in register.contributions} | {one.id for one in register.budgets}
    for joint in register.projects:
        known |= {one.id for one in joint.contributions}
        known |= {one.id for one in joint.agreements}

    named = {record for line in found.lines for cell in line.cells for record in cell.records}
    assert named
    assert named <= known
    assert spent <= named


# In words and in data


@pytest.fixture(scope="module")
def waterstad() -> Reconciliation:
    charters, register = kc.load_charters(WATERSTAD / "charters"), kc.load_register(WATERSTAD)
    return reconcile(charters, register, period=YEAR)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_reads_in_both_languages(waterstad: Reconciliation, language: kc.Language) -> None:
    page = explain_funding(waterstad, language)
    words = {
        "nl": [
            "ten minste € 12.500,00",
            "€ 136.750,00",
            "moths-lamps",
            "Verbondsbureau",
            "3.714.285 5/7 cent",
        ],
        "en": ["€136,750.00", "moths-lamps", "Alliance office", "3,714,285 5/7 cents"],
    }

    flat = " ".join(page.split())
    assert [one for one in words[language] if one not in flat and one != "ten minste € 12.500,00"] == []
    assert max(map(len, page.splitlines())) <= render.WIDTH
    assert not re.search(r"[{}]|Figure\.|Why\.", page)
    document = funding_document(waterstad, language)
    for shown in (render.markdown(document), render.html(document)):
        assert "moths" in shown
    equal = re.compile(r"gelijk deel|gelijke delen|evenveel|equal share|equally|per cent", re.IGNORECASE)
    assert not equal.search(page)


def test_every_word_is_there_in_both_languages() -> None:
    for words, codes in ((FIGURES, Figure), (POSITIONS, kc.PositionKind), (LEFTOVERS, Leftover)):
        assert set(words) == set(codes)


def test_a_page_of_what_is_a_mess() -> None:
    undated = gift(UL, 60, on=None)
    dollars = kc.Contribution(
        "lectoraat", PROJECT, kc.Form.CASH, kc.Stage.PAID, kc.Money(7_00, "USD"), DAY, id="usd"
    )
    spent = [
        kc.Expenditure("e1", euro(10), DAY, PROJECT),
        kc.Expenditure("e2", euro(10), DAY, CORE, charged_to="usd"),
        kc.Expenditure("e3", euro(-10), DAY, PROJECT, "p", corrects="lost"),
    ]
    register = kc.Register(
        projects=[project(contributions=[undated, dollars], completeness=())],
        expenditures=spent,
        flaws=[Flaw("x", "expenditure", "not-an-amount")],
    )
    for language in kc.text.LANGUAGES:
        page = " ".join(explain_funding(made(register, YEARS), language).split())
        assert "lectoraat" in page
        assert "USD 7" in page
        assert {"nl": "De kernorganisatie", "en": "The core organisation"}[language] in page
        assert "e1" in page


def test_rows_are_flat_and_whole(waterstad: Reconciliation) -> None:
    rows = list(waterstad.rows())

    assert all(tuple(row) == ROW_COLUMNS for row in rows)
    assert {row["kind"] for row in rows} == {"line", "project", "party", "year"}
    hospital = [
        row
        for row in rows
        if (row["kind"], row["party"], row["figure"]) == ("line", "sint-brandaan", "cash-committed")
    ]
    assert [(row["low"], row["high"], row["corrected"], row["records"]) for row in hospital] == [
        ("3750.00", "3750.00", "-11250.00", "office-2025-brandaan|office-2025-brandaan-less")
    ]


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_the_command_says_the_same_twice(capsys: pytest.CaptureFixture[str], form: str) -> None:
    said: list[str] = []
    for _ in range(2):
        code = cli.main(["funding", str(WATERSTAD), "--year", "2025", "--format", form, "--language", "nl"])
        captured = capsys.readouterr()
        assert (code, captured.err) == (0, "")
        said.append(captured.out)

    assert said[0] == said[1]
    if form == "json":
        tree = json.loads(said[0])
        assert tree["kind"] == "reconciliation"
        assert {one["party"] for one in tree["lines"] if one["purpose"] == "core"} >= {"de-kade", "woonstede"}
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(said[0])))
        assert {row["figure"] for row in rows} == {one.value for one in Figure}


def test_the_command_of_one_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["funding", str(WATERSTAD), "--year", "2025", "--project", "harbour-park"]) == 0
    page = capsys.readouterr().out
    assert "Harbour park" in page
    assert "lightship" not in page

    assert cli.main(["funding", str(WATERSTAD), "--year", "2025", "--project", "harbor-park"]) == 2
    assert "harbour-park" in capsys.readouterr().err


def test_the_reference_tells_of_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["funding", "--help"]) == 0
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out.partition("Exit codes")[0])) - {"--help"}
    page = (WATERSTAD.parent.parent / "docs" / "reference" / "command.md").read_text("utf-8")
    section = page.partition("## kennisstad funding\n")[2].partition("\n## ")[0]

    assert options
    assert options - set(re.findall(r"--[a-z]+", section)) == set()
