# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of governance documentation: text that is text, the same in words and in a table, equal bytes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pytest

import kennisstad_core as kc
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
EXAMPLES: Mapping[str, Making] = {
    "membership": lambda language: pictures.membership(WATERSTAD, language, on=ON),
    "membership of Leiden": lambda language: pictures.membership(LEIDEN, language, on=ON),
}


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
        assert made(name, language) == made(name, language)

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
