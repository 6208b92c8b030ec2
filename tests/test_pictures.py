# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of governance documentation: text that is text, the same in words and in a table, equal bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from kennisstad_core import network as net
from kennisstad_core import strategies
from kennisstad_core.certificate import certify
from kennisstad_core.facts.amounts import CASH, Figure
from kennisstad_core.reconciliation import reconcile
from kennisstad_core.records.bodies import Meeting, MeetingStatus
from kennisstad_core.records.funding import Contribution, Form, Purpose, Stage
from kennisstad_core.records.parties import Certainty, DatedName, Membership, Partner
from kennisstad_core.text import LANGUAGES, Language, Text
from kennisstad_core.values import Period

pytest.importorskip("matplotlib", reason="pictures need the extra `pictures`")

from kennisstad_core import pictures
from kennisstad_core.explain.render import said

ROOT = Path(__file__).parent.parent
ON = date(2025, 6, 1)
LEIDEN = kc.load_charters("leiden")
WATERSTAD = kc.load_charters(ROOT / "examples" / "waterstad" / "charters")
REGISTER = kc.load_register(ROOT / "examples" / "waterstad")
SVG = "{http://www.w3.org/2000/svg}"
LONG = "Stichting Samenwerkingsverband Kunst-, Cultuur- en Wetenschapseducatie Waterstad-Noord en Omstreken"


def words_of(picture: pictures.Picture) -> list[str]:
    return [one.text or "" for one in ET.fromstring(picture.svg).iter(f"{SVG}text")]


def cells_of(picture: pictures.Picture) -> list[tuple[str, ...]]:
    return [tuple(map(said, row)) for row in picture.table.rows]


Making: TypeAlias = Callable[[Language], pictures.Picture | None]
MONEY = reconcile(WATERSTAD, REGISTER, period=Period.year(2025))
CERTIFICATE = certify(WATERSTAD["waterstad-2024"], on=ON)
SPELLS = kc.history(
    WATERSTAD, REGISTER, "emergency-bridges", period=Period(date(2023, 7, 1), date(2025, 12, 31))
)
EXAMPLES: Mapping[str, Making] = {
    "membership": lambda language: pictures.membership(WATERSTAD, language, on=ON),
    "membership of Leiden": lambda language: pictures.membership(LEIDEN, language, on=ON),
    "project table": lambda language: rhythm("project-table", language),
    "project table in June": lambda language: rhythm("project-table", language, on=ON),
    "steering table": lambda language: rhythm("steering-table", language),
    "alliance day": lambda language: rhythm("alliance-day", language),
    "funding": lambda language: pictures.funding(MONEY, language),
    "network": lambda language: pictures.network(WATERSTAD, REGISTER, language, on=ON),
    "decision table": lambda language: pictures.decision_table(CERTIFICATE, WATERSTAD, language),
    "outcomes": lambda language: pictures.outcomes(SPELLS, WATERSTAD, language),
}


def rhythm(body: str, language: Language, on: date = date(2025, 12, 31)) -> pictures.Picture | None:
    return pictures.rhythm(WATERSTAD, REGISTER, body, 2025, language, on=on)


@cache
def made(name: str, language: Language) -> pictures.Picture:
    picture = EXAMPLES[name](language)
    assert picture is not None
    return picture


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
class TestEveryPicture:
    def test_is_one_element_that_says_what_it_is(self, name: str, language: Language) -> None:
        picture = made(name, language)
        root = ET.fromstring(picture.svg)

        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        assert root.get("lang") == language
        title, description = root[0], root[1]
        assert (title.tag, title.text) == (f"{SVG}title", picture.caption)
        assert (description.tag, description.text) == (f"{SVG}desc", picture.alt)
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"

    def test_ids_are_few_and_all_used(self, name: str, language: Language) -> None:
        picture = made(name, language)
        ids = [one.get("id") for one in ET.fromstring(picture.svg).iter() if one.get("id")]

        assert len(ids) == len(set(ids))
        for one in ids:
            assert picture.svg.count(str(one)) > 1

    def test_stays_on_its_sheet(self, name: str, language: Language) -> None:
        """No word begins or ends off it, by the widest letters that a reader may have."""
        from kennisstad_core.pictures._sheet import width_of

        picture = made(name, language)
        root = ET.fromstring(picture.svg)
        _, _, wide, high = map(float, root.get("viewBox", "").split())
        for one in root.iter(f"{SVG}text"):
            style = dict(part.split(": ", 1) for part in one.get("style", "").split("; "))
            x, y, size = float(one.get("x", "")), float(one.get("y", "")), float(style["font-size"][:-2])
            width = width_of(one.text or "", size, bold=style.get("font-weight") in ("700", "bold"))
            left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[style["text-anchor"]] * width
            if not one.get("transform", "").startswith(("rotate(-0", "rotate(0")):
                left, width = x, 0.0
            assert left >= -0.5, one.text
            assert left + width <= wide + 0.5, one.text
            assert size <= y <= high, one.text

    def test_equal_data_give_equal_bytes(self, name: str, language: Language) -> None:
        assert EXAMPLES[name](language) == made(name, language)

    def test_needs_nothing_from_elsewhere_and_has_no_date(self, name: str, language: Language) -> None:
        picture = made(name, language)
        for one in (
            "<script",
            "<image",
            "xlink",
            "metadata",
            "matplotlib",
            "http://www.w3.org/1999",
            "<style",
        ):
            assert one not in picture.svg
        assert picture.svg.count("http") == 1

    def test_its_table_has_no_gaps(self, name: str, language: Language) -> None:
        picture = made(name, language)
        assert picture.table.rows
        assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}


def charters(*several: kc.Charter) -> kc.Charters:
    return kc.Charters(several)


def version(partners: list[Partner], memberships: list[Membership], period: Period) -> kc.Charter:
    return kc.Charter(
        id="v",
        partnership=Text.same("V"),
        title=Text.same("Convenant"),
        period=period,
        partners=partners,
        memberships=memberships,
    )


class TestMembership:
    def test_has_a_row_for_every_membership(self) -> None:
        picture = pictures.membership(WATERSTAD, "en", on=ON)
        assert picture is not None
        rows = [row for row in cells_of(picture) if row[1] == "partner"]

        assert len(rows) == sum(len(one.memberships) for one in WATERSTAD)
        disputed = [row for row in rows if row[5] == "disputed"]
        assert [(row[0], row[3], row[4]) for row in disputed] == [
            ("Ziekenhuis Sint-Brandaan", "1 April 2025", "no last day on record")
        ]

    def test_says_who_is_certain_and_who_is_not(self) -> None:
        picture = pictures.membership(WATERSTAD, "nl", on=ON)
        assert picture is not None
        certain, doubtful = picture.alt.split("Niet zeker:")

        assert "Museum Het Getij" in certain
        assert doubtful.strip() == "Ziekenhuis Sint-Brandaan."

    def test_shows_each_name_in_turn(self) -> None:
        picture = pictures.membership(WATERSTAD, "nl", on=ON)
        assert picture is not None
        assert {"Hoogheemraadschap Zilt", "Waterschap Zilt"} <= set(words_of(picture))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_missing_end_is_said_and_drawn(self, language: Language) -> None:
        partners = [Partner("a", "A"), Partner("b", "B")]
        held = [Membership("a"), Membership("b", certainty=Certainty.UNCERTAIN)]
        picture = pictures.membership(charters(version(partners, held, Period())), language, on=ON)
        assert picture is not None
        told = words_of(picture)

        for words in {
            "nl": ("begin niet vastgelegd", "einde niet vastgelegd"),
            "en": ("beginning not on record",),
        }[language]:
            assert words in told

    def test_long_names_are_shortened_where_it_shows_and_whole_in_the_table(self) -> None:
        names = [DatedName(LONG, Period(None, date(2022, 1, 1))), DatedName("Kort", Period(date(2022, 1, 2)))]
        partner = Partner("a", LONG, names=names)
        one = charters(version([partner], [Membership("a")], Period.year(2025)))
        picture = pictures.membership(one, "nl", on=ON)
        assert picture is not None

        assert LONG not in words_of(picture)
        assert any(words.endswith("…") for words in words_of(picture))
        assert cells_of(picture)[0][0] == LONG

    @pytest.mark.parametrize("count", [1, 60])
    def test_grows_with_its_rows(self, count: int) -> None:
        partners = [Partner(f"p{place}", f"Łódź & <{place}> $x$ 大学 \x07") for place in range(count)]
        held = [Membership(one.id, Period.year(2025)) for one in partners]
        picture = pictures.membership(charters(version(partners, held, Period())), "en", on=ON)
        assert picture is not None
        root = ET.fromstring(picture.svg)
        names = [one for one in root.iter(f"{SVG}text") if (one.text or "").startswith("Łódź")]

        heights = sorted(float(one.get("y", "")) for one in names)
        assert len(heights) == count
        assert all(b - a >= 18 for a, b in pairwise(heights))

    def test_nothing_on_record_is_none(self) -> None:
        assert pictures.membership(charters(version([], [], Period())), "nl", on=ON) is None


def register(*meetings: Meeting) -> kc.Register:
    return kc.Register(meetings=meetings)


class TestRhythm:
    def test_has_every_meeting_and_recess_of_the_year(self) -> None:
        picture = rhythm("project-table", "en")
        assert picture is not None
        told = cells_of(picture)
        own = [one for one in REGISTER.meetings if one.body == "project-table" and one.on.year == 2025]

        assert [row[4] for row in told if row[1] == "meeting"] == [one.record for one in own]
        assert [row[3] for row in told if row[2] == "cancelled"] == ["geen treinen"]
        assert [row[2] for row in told if row[1] == "recess"] == ["recess, registered afterwards", "recess"]

    def test_sets_days_due_against_what_came(self) -> None:
        """Worked by hand: every 42 days from 5 December 2024, and the round of August fell in the summer recess."""
        picture = rhythm("project-table", "en")
        assert picture is not None
        due = [(row[0], row[2]) for row in cells_of(picture) if row[1] == "day due"]

        assert due == [
            ("16 January 2025", "held on 16 January 2025"),
            ("27 February 2025", "held on 27 February 2025"),
            ("10 April 2025", "held on 10 April 2025"),
            ("22 May 2025", "held on 5 June 2025, 14 days late"),
            ("17 July 2025", "held on 17 July 2025"),
            ("28 August 2025", "explained by a recess, registered afterwards"),
            ("9 October 2025", "held on 16 October 2025, 7 days late"),
            ("27 November 2025", "held on 27 November 2025"),
        ]
        assert "Cycles missed: 1. A registered recess explains 1 of them." in picture.alt

    def test_knows_nothing_of_later(self) -> None:
        picture = rhythm("project-table", "en", on=ON)
        assert picture is not None
        told = cells_of(picture)

        assert not [row for row in told if "October" in row[0] and row[2] == "held"]
        assert not [row for row in told if row[1] == "recess"]
        assert ("22 May 2025", "day due", "next one not held yet", "", "") in told
        assert [row[0] for row in told if row[2] == "still to come"] == [
            "3 July 2025",
            "14 August 2025",
            "25 September 2025",
            "6 November 2025",
            "18 December 2025",
        ]

    def test_asks_a_meeting_of_every_unit(self) -> None:
        picture = rhythm("steering-table", "nl", on=date(2025, 9, 30))
        assert picture is not None
        assert [row[1:3] for row in cells_of(picture) if row[1] != "bijeenkomst"] == [
            ("1e halfjaar 2025", "gehouden op 14 april 2025"),
            ("2e halfjaar 2025", "nog te komen"),
        ]

    def test_a_body_without_a_rhythm_has_its_meetings(self) -> None:
        several = register(*(Meeting("walk", date(2025, month, 3)) for month in range(1, 13)))
        picture = pictures.rhythm(WATERSTAD, several, "walk", 2025, "en", on=date(2025, 12, 31))
        assert picture is not None
        assert len(picture.table.rows) == 12
        assert "asks no rhythm" in picture.alt

    def test_marks_that_stand_close_together_keep_their_words_apart(self) -> None:
        days = [date.fromordinal(date(2025, 1, 1).toordinal() + 2 * place) for place in range(180)]
        several = register(*(Meeting("walk", one, MeetingStatus.PLANNED) for one in days))
        picture = pictures.rhythm(WATERSTAD, several, "walk", 2025, "en", on=ON)
        assert picture is not None
        assert_apart(picture)
        assert len(picture.table.rows) == 180

    def test_a_year_of_two_versions_has_the_days_due_of_both(self) -> None:
        several = register(
            *(Meeting("project-table", date(2023, 12, 1)), Meeting("project-table", date(2024, 3, 1)))
        )
        halves = [
            evolve(WATERSTAD["waterstad-2024"], id="a", period=Period(date(2023, 1, 1), date(2024, 6, 30))),
            evolve(WATERSTAD["waterstad-2024"], id="b", period=Period(date(2024, 7, 1), date(2028, 12, 31))),
        ]
        both = pictures.rhythm(charters(*halves), several, "project-table", 2024, "en", on=date(2024, 12, 31))
        assert both is not None
        dues = [row[0] for row in cells_of(both) if row[1] == "day due"]

        assert any("February" in one for one in dues)
        assert any("November" in one for one in dues)
        assert both.alt.count("Asked:") == 1
        assert both.alt.count("Cycles missed:") == 1

    def test_its_name_is_that_of_a_file(self) -> None:
        names = []
        for body in ("a/b", "a b", "a-b"):
            picture = pictures.rhythm(WATERSTAD, register(Meeting(body, ON)), body, 2025, "en", on=ON)
            assert picture is not None
            assert re.fullmatch(r"[A-Za-z0-9_-]+", picture.name)
            names.append(picture.name)
        assert len(set(names)) == 3
        assert names[-1] == "rhythm-a-b-2025"

    def test_nothing_on_record_and_nothing_asked_is_none(self) -> None:
        assert pictures.rhythm(WATERSTAD, register(), "walk", 2025, "en", on=ON) is None


def assert_apart(picture: pictures.Picture) -> None:
    """No two level words touch."""
    from kennisstad_core.pictures._sheet import width_of

    boxes: list[tuple[float, float, float, float, str]] = []
    for one in ET.fromstring(picture.svg).iter(f"{SVG}text"):
        if not one.get("transform", "").startswith(("rotate(-0", "rotate(0")):
            continue
        style = dict(part.split(": ", 1) for part in one.get("style", "").split("; "))
        x, y, size = float(one.get("x", "")), float(one.get("y", "")), float(style["font-size"][:-2])
        width = width_of(one.text or "", size, bold=style.get("font-weight") in ("700", "bold"))
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[style["text-anchor"]] * width
        boxes.append((left, left + width, y - 0.75 * size, y + 0.1 * size, one.text or ""))
    for place, (left, right, top, bottom, words) in enumerate(boxes):
        for other in boxes[:place]:
            assert (
                right <= other[0] + 0.1
                or other[1] <= left + 0.1
                or bottom <= other[2] + 0.1
                or other[3] <= top + 0.1
            ), (words, other[4])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_words_never_touch(name: str, language: Language) -> None:
    assert_apart(made(name, language))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(LANGUAGES), st.dates(date(2022, 1, 1), date(2028, 1, 1)))
def test_whatever_is_on_record_is_drawn_apart(data: st.DataObject, language: Language, on: date) -> None:
    one = charters(data.draw(strategies.charters()))
    held = data.draw(strategies.registers(one))
    span = Period(date(on.year - 1, 1, 1), date(on.year, 12, 31))
    for picture in (
        pictures.membership(one, language, on=on),
        pictures.network(one, held, language, on=on),
        pictures.funding(reconcile(one, held, period=span), language),
        pictures.decision_table(certify(one.versions[0], on=on), one, language),
        *(
            pictures.rhythm(one, held, body, on.year, language, on=on)
            for body in {m.body for m in held.meetings}
        ),
        *(
            pictures.outcomes(kc.history(one, held, project.id, period=span), one, language)
            for project in held.projects
        ),
    ):
        if picture is not None:
            assert_apart(picture)
            assert picture.table.rows
            assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}


class TestFunding:
    def test_every_figure_is_that_of_the_reconciliation(self) -> None:
        from kennisstad_core.explain.words import span

        picture = pictures.funding(MONEY, "en")
        assert picture is not None
        shown = (*CASH, Figure.IN_KIND_COMMITTED, Figure.IN_KIND_NOT_VALUED)
        told = {row[:2]: row[2:] for row in cells_of(picture)}

        assert len(told) == len(picture.table.rows)
        for line in MONEY.by_party:
            cells = [line.cell(one) for one in shown]
            if any(one.records for one in cells):
                what = "Alliance office" if line.purpose.value == "core" else "All projects together"
                expected = tuple(span(one.value, "en", one.unit) for one in cells)
                assert told.pop((what, line.name)) == expected
        assert not told

    def test_a_lower_bound_is_drawn_as_one_and_the_unknown_is_no_zero(self) -> None:
        picture = pictures.funding(MONEY, "nl")
        assert picture is not None
        words = words_of(picture)

        assert "≥ € 130.000" in words
        assert words.count("?") == 1 + sum(row.count("nog niet bekend") for row in cells_of(picture))

    def test_no_amount_is_ever_broken(self) -> None:
        paid = (Purpose.PROJECT, Form.CASH, Stage.PAID)
        much = Contribution("de-sluis", *paid, amount=kc.Money(98_765_432_109_876_50), on=date(2025, 3, 1))
        project = kc.Project("p", Text.same("P"), Period(date(2025, 1, 1)), contributions=[much])
        made_of = reconcile(WATERSTAD, kc.Register(projects=[project]), period=Period.year(2025))
        picture = pictures.funding(made_of, "en")
        assert picture is not None
        assert any("€98,765,432,109,876.50" in words for words in words_of(picture))
        assert_apart(picture)

    def test_several_years_stand_apart(self) -> None:
        paid = (Purpose.PROJECT, Form.CASH, Stage.PAID)
        spread = [
            Contribution("de-sluis", *paid, amount=kc.Money(100_00), on=date(year, 3, 1), id=f"in-{year}")
            for year in (2024, 2025)
        ]
        project = kc.Project("p", Text.same("P"), Period(date(2024, 1, 1)), contributions=spread)
        both = reconcile(
            WATERSTAD, kc.Register(projects=[project]), period=Period(date(2024, 1, 1), date(2025, 12, 31))
        )
        picture = pictures.funding(both, "nl")
        assert picture is not None
        labels = [row[1] for row in cells_of(picture)]

        assert labels[-2:] == ["2024", "2025"]
        assert picture.name == "funding-2024-2025"

    def test_nothing_on_record_is_none(self) -> None:
        empty = reconcile(WATERSTAD, kc.Register(), period=Period.year(2025))
        assert pictures.funding(empty, "nl") is None


class TestNetwork:
    def test_its_links_are_those_of_the_graph(self) -> None:
        table = net.affiliations(WATERSTAD, REGISTER)
        graph = net.affiliation_graph(table, on=ON, themes=True)
        picture = pictures.network(WATERSTAD, REGISTER, "en", on=ON)
        assert picture is not None
        partners = {one.id: one.name for charter in WATERSTAD for one in charter.partners}
        drawn = {(row[0], name) for row in cells_of(picture) for name in partners.values() if name in row[1]}

        assert drawn == {
            (graph.nodes[project]["title"].en, partners[party.id])
            for edge in graph.edges()
            for party, project in (edge, edge[::-1])
            if party.id in partners and project.kind == "project"
        }
        assert {row[0] for row in cells_of(picture)} == {
            graph.nodes[node]["title"].en for node in graph if node.kind == "project"
        }

    def test_every_project_has_its_name(self) -> None:
        picture = pictures.network(WATERSTAD, REGISTER, "nl", on=ON)
        assert picture is not None
        assert {row[0] for row in cells_of(picture)} <= set(words_of(picture))

    def test_a_name_that_nobody_knows_may_be_a_partner_and_a_theme_judged_absent_is_not_unknown(self) -> None:
        picture = pictures.network(WATERSTAD, REGISTER, "nl", on=ON)
        assert picture is not None
        rows = {row[0]: dict(zip(picture.table.columns, row, strict=True)) for row in cells_of(picture)}

        assert "lectoraat Deltageschiedenis" in rows["Geheugen van de watersnood"]["Misschien"]
        assert rows["Geheugen van de watersnood"]["Anderen"] == ""
        assert rows["Sportpas voor de jeugd"]["Thema’s"] == "tot nu toe bij geen thema"
        assert rows["Buurtlab Oostpolder"]["Thema’s"] == ""

    def test_sixty_partners_and_long_names(self) -> None:
        partners = [Partner(f"p{place}", f"{LONG} {place}") for place in range(60)]
        one = version(partners, [Membership(each.id) for each in partners], Period())
        project = kc.Project(
            "p",
            Text.same(f"{LONG} {LONG}"),
            participations=[kc.Participation(each.id, "x") for each in partners],
        )
        picture = pictures.network(charters(one), kc.Register(projects=[project]), "en", on=ON)
        assert picture is not None
        assert_apart(picture)
        assert "…" in "".join(words_of(picture))
        assert cells_of(picture)[0][0] == f"{LONG} {LONG}"

    def test_without_a_project_there_is_none(self) -> None:
        assert pictures.network(WATERSTAD, kc.Register(), "en", on=ON) is None


class TestDecisionTable:
    def test_its_table_has_every_line_and_combination(self) -> None:
        picture = pictures.decision_table(CERTIFICATE, WATERSTAD, "en")
        assert picture is not None
        told = cells_of(picture)

        assert len(told) == len(CERTIFICATE.rows)
        assert sum(int(row[-1]) for row in told) == CERTIFICATE.cases

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_when_it_draws_a_part(self, language: Language) -> None:
        long = pictures.decision_table(CERTIFICATE, WATERSTAD, language)
        short = pictures.decision_table(certify(LEIDEN["leiden-2023"]), LEIDEN, language)
        assert long is not None
        assert short is not None
        words = {"nl": "eerste 40 van 83 regels", "en": "first 40 of 83 lines"}[language]

        assert words in long.alt
        assert any(words in one for one in words_of(long))
        assert "40" not in short.alt

    def test_a_charter_that_decides_nothing_has_none(self) -> None:
        one = charters(version([], [], Period.year(2025)))
        assert pictures.decision_table(certify(one["v"]), one, "en") is None


class TestOutcomes:
    def test_has_every_spell(self) -> None:
        picture = pictures.outcomes(SPELLS, WATERSTAD, "en", title=Text.same("P"), name="p")
        assert picture is not None
        assert picture.name == "outcomes-p"
        assert len(picture.table.rows) == len(SPELLS)
        assert picture.caption.startswith("P: ")

    def test_tells_each_change_of_outcome_once(self) -> None:
        picture = pictures.outcomes(SPELLS, WATERSTAD, "nl")
        assert picture is not None
        changes = sum(one.outcome != other.outcome for one, other in pairwise(SPELLS))
        assert picture.alt.count("Vanaf") == changes

    def test_without_a_spell_there_is_none(self) -> None:
        assert pictures.outcomes((), WATERSTAD, "nl") is None


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestLooks:
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_contrast_is_enough(self, name: str) -> None:
        """WCAG 2.1: text 4.5 to 1, graphics 3 to 1; only the lines that lead the eye are fainter."""
        from kennisstad_core.pictures._sheet import FAINT

        root = ET.fromstring(made(name, "nl").svg)
        for one in root.iter():
            style = dict(part.split(": ", 1) for part in one.get("style", "").split("; ") if ": " in part)
            for key in ("fill", "stroke"):
                color = style.get(key, "none")
                if color.startswith("#") and color not in ("#ffffff", FAINT):
                    ratio = 1.05 / (luminance(color) + 0.05)
                    assert ratio >= (4.5 if one.tag == f"{SVG}text" else 3.0), (color, ratio)

    def test_words_that_mean_something_to_matplotlib_or_xml_are_words(self) -> None:
        name = 'a $x$ b $y$ <c> & "d" id="e" url(#f) \\alpha 漢字 🜨'
        one = charters(version([Partner("a", name)], [Membership("a")], Period.year(2025)))
        picture = pictures.membership(one, "nl", on=ON)
        assert picture is not None
        assert " ".join(words_of(picture)[:6]).startswith("Convenant")
        assert name in " ".join(words_of(picture)).replace("- ", "")


CODE = """
import hashlib, sys
sys.path[:0] = {path!r}
import matplotlib
matplotlib.rcParams.update({settings!r})
import test_pictures as all
for name in all.EXAMPLES:
    for language in ("nl", "en"):
        print(name, hashlib.sha256(repr((picture := all.made(name, language), picture.svg)).encode()).hexdigest())
assert "matplotlib.pyplot" not in sys.modules
for key, value in {settings!r}.items():
    assert matplotlib.rcParams[key] == value
"""


def test_equal_bytes_whatever_the_hash_seed_and_the_settings_of_the_machine() -> None:
    path = [str(ROOT / "tests"), str(ROOT / "src")]
    strange = {"font.size": 31.0, "savefig.dpi": 30.0, "svg.fonttype": "path", "hatch.linewidth": 7.0}

    def run(seed: str, settings: Mapping[str, object]) -> str:
        code = CODE.format(path=path, settings=dict(settings))
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        return done.stdout

    first = run("1", {})
    assert first.count("\n") == 2 * len(EXAMPLES)
    assert run("2", strange) == first


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from kennisstad_core.pictures import _sheet

    _sheet._advance.cache_clear()
    for name in [one for one in sys.modules if one.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ModuleNotFoundError, match=r"kennisstad_core\[pictures\]"):
        pictures.membership(WATERSTAD, "nl", on=ON)
