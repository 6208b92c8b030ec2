# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of a partnership are made from: which years, up to which day, judged when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kennisstad_core.pages import NothingRecorded, open_archive

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_last_year_in_which_something_happened_is_documented() -> None:
    archive, problems = open_archive(EXAMPLES / "waterstad")
    assert problems == ()
    assert (archive.years, archive.on) == ((2025,), date(2025, 12, 31))


def test_years_and_day_can_be_told() -> None:
    archive, _ = open_archive(EXAMPLES / "waterstad", years=(2025, 2024, 2025), on=date(2025, 6, 30))
    assert (archive.years, archive.on) == ((2024, 2025), date(2025, 6, 30))
    assert archive.report(2025).on == date(2025, 6, 30)
    assert archive.report(2024).on == date(2024, 12, 31)


def test_a_project_that_ended_is_judged_on_its_last_day() -> None:
    archive, _ = open_archive(EXAMPLES / "waterstad")
    assert archive.judged_on("bicycle-ferry") == date(2025, 10, 31)
    assert archive.decision("bicycle-ferry").on == date(2025, 10, 31)
    assert archive.judged_on("green-roofs") == date(2025, 12, 31)


def test_charters_alone_are_documented_too() -> None:
    archive, problems = open_archive("leiden")
    assert problems == ()
    assert archive.years == ()
    assert len(archive.charters) == 3


def test_nothing_to_go_by_is_said(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text('[register]\nname = "leeg"\n', "utf-8")
    with pytest.raises(NothingRecorded):
        open_archive(tmp_path)
    archive, _ = open_archive(tmp_path, years=(2025,))
    assert archive.register.projects == ()


def test_problems_come_beside_what_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "charters").mkdir()
    for one in (EXAMPLES / "waterstad" / "charters").glob("*.toml"):
        (tmp_path / "charters" / one.name).write_bytes(one.read_bytes())
    (tmp_path / "register.toml").write_text('[register]\ncharters = "charters"\nnaam = "x"\n', "utf-8")
    _, problems = open_archive(tmp_path, years=(2025,))
    assert [one.code for one in problems] == ["unknown-field"]
