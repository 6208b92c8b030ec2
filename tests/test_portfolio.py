# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Aims, benefits, declarations and the life of a project, side by side as of a day."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

import pytest

import kennisstad_core as kc
from kennisstad_core import portfolio

Held: TypeAlias = tuple[kc.Charters, kc.Register]
LAST: Final = date(2025, 12, 31)


@pytest.fixture(scope="module")
def waterstad() -> Held:
    return kc.load_charters("examples/waterstad"), kc.load_register("examples/waterstad")


def test_an_aim_shows_an_indicator_only_when_one_was_adopted(waterstad: Held) -> None:
    charters, register = waterstad
    makers, feet = portfolio.aims_on(register, charters, on=LAST)

    assert (makers.aim.id, makers.indicators) == ("city-of-makers", ())
    assert [one.id for one in feet.indicators] == ["streets-under-water"]
    assert [one.en for one in feet.themes] == ["Climate & water", "Vital neighbourhoods"]
    assert [one.en for one in feet.adopted_by] == ["steering table"]
    assert {one.project: one.running for one in feet.projects}["green-roofs"] is True
    before = portfolio.aims_on(register, charters, on=date(2024, 5, 1))
    assert [one.indicators for one in before] == [(), ()]
    assert portfolio.aims_on(register, charters, on=date(2024, 3, 17)) == ()


def test_a_declaration_names_who_is_missing_only_beside_a_list(waterstad: Held) -> None:
    charters, register = waterstad
    water, work = portfolio.declarations_on(register, charters, on=LAST)

    assert [(party, name.nl) for party, name in water.missing] == [("de-kade", "mbo De Kade")]
    assert {one.party: one.expected for one in water.signatories}["politie-zilt"] is False
    assert (work.listed, work.missing) == (False, ())
    assert {one.expected for one in work.signatories} == {None}
    later, _ = portfolio.declarations_on(register, charters, on=date(2026, 1, 14))
    assert later.missing == ()


def test_benefits_stand_by_side_and_are_not_added_up(waterstad: Held) -> None:
    charters, register = waterstad
    whole, *others = portfolio.benefits_on(register, charters, on=LAST)

    assert [side for side, _ in whole.sides] == ["institutions", "residents"]
    assert "green-roofs" in [one.project for one in others]


def test_a_title_counts_from_its_day(waterstad: Held) -> None:
    _, register = waterstad

    assert portfolio.recognitions_on(register, on=date(2025, 11, 5)) == ()
    assert [one.id for one in portfolio.recognitions_on(register, on=LAST)] == ["green-quay-prize"]


def test_the_life_of_a_project_is_told_in_order(waterstad: Held) -> None:
    charters, register = waterstad
    events = portfolio.timeline(register, charters, "parking-app", on=LAST)

    assert [one.stage.value for one in events if one.record != "parking-app"] == [
        "delivered",
        "closed",
        "translated",
        "decided",
        "decided",
    ]
    until = portfolio.timeline(register, charters, "parking-app", on=date(2025, 6, 30))
    assert until == tuple(one for one in events if one.on is None or one.on <= date(2025, 6, 30))
