# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""When bodies are to meet: due dates, the Dutch days off around them, and the calendar file."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import kennisstad_core as kc
from kennisstad_core import cli
from kennisstad_core.calendars import (
    DaysOff,
    NoHolidays,
    Region,
    Rhythm,
    due_dates,
    events,
    holidays_of,
    ical,
    rhythm_of,
)
from kennisstad_core.facts.definitions import Unit
from kennisstad_core.facts.rhythm import unit_of

DAY: Final = timedelta(days=1)
YEAR: Final = kc.Period.year(2025)
SECRETARY: Final = kc.Person("Iris Voorbeeld", "secretaris")
WATERSTAD: Final = Path(__file__).parent.parent / "examples" / "waterstad"
TABLE: Final = Rhythm("table", kc.Text("tafel", "table"), every=28)


@pytest.fixture(scope="module")
def leiden() -> kc.Charters:
    return kc.load_charters("leiden")


def held(body: str, *days: date, **more: Any) -> list[kc.Meeting]:
    return [kc.Meeting(body, day, **more) for day in days]


def planned(body: str, *days: date) -> list[kc.Meeting]:
    return held(body, *days, status=kc.MeetingStatus.PLANNED)


# Due dates


def test_the_rhythm_of_a_body_is_what_its_clause_asks(leiden: kc.Charters) -> None:
    charter = leiden["leiden-2023"]

    asked = {word.id: rhythm_of(charter, word.id) for word in charter.bodies}
    rhythms = {name: (one.every, one.per) for name, one in asked.items() if one is not None}
    assert rhythms == {
        "working-group": (28, None),  # and not the month of another reading
        "steering-group": (None, "quarter"),
        "symposium": (None, "year"),
    }


def test_the_next_due_date_follows_the_last_meeting_that_was_held(leiden: kc.Charters) -> None:
    charter = leiden["leiden-2023"]
    meetings = [
        *held("working-group", date(2025, 5, 1), date(2025, 6, 5)),
        *held("working-group", date(2025, 6, 19), status=kc.MeetingStatus.CANCELLED),
        *planned("working-group", date(2025, 7, 3), date(2025, 7, 31)),
    ]
    register = kc.Register(meetings=meetings)

    due = kc.next_due(charter, register, "working-group", on=date(2025, 6, 20))
    assert due is not None
    assert (due.on, due.after, due.planned) == (date(2025, 7, 3), meetings[1], meetings[3])
    assert not due.overdue(date(2025, 7, 3))
    assert due.overdue(date(2025, 7, 4))
    earlier = kc.next_due(charter, register, "working-group", on=date(2025, 6, 4))
    assert earlier is not None
    assert earlier.on == date(2025, 5, 29)
    assert kc.next_due(charter, register, "working-group", on=date(2025, 4, 30)) is None
    assert kc.next_due(charter, register, "core-organisation", on=date(2025, 6, 20)) is None


def test_a_quarter_with_a_meeting_makes_the_next_one_due(leiden: kc.Charters) -> None:
    charter = leiden["leiden-2023"]
    register = kc.Register(meetings=held("steering-group", date(2025, 5, 1)))

    days = [date(2025, 3, 1), date(2025, 4, 30), date(2025, 5, 1), date(2025, 7, 1)]
    found = [kc.next_due(charter, register, "steering-group", on=day) for day in days]
    assert [None if one is None else one.on for one in found] == [
        date(2025, 3, 31),
        date(2025, 6, 30),
        date(2025, 9, 30),
        date(2025, 9, 30),
    ]
    on_the_first = kc.Register(meetings=held("steering-group", date(2025, 4, 1)))
    due = kc.next_due(charter, on_the_first, "steering-group", on=date(2025, 4, 1))
    assert due is not None
    assert due.on == date(2025, 9, 30)


def test_a_recess_on_the_due_date_is_told_once_it_is_registered(leiden: kc.Charters) -> None:
    recess = kc.Recess(kc.Period(date(2025, 7, 1), date(2025, 8, 31)), date(2025, 6, 10), SECRETARY)
    register = kc.Register(meetings=held("working-group", date(2025, 6, 5)), recesses=[recess])

    before, after = (
        kc.next_due(leiden["leiden-2023"], register, "working-group", on=date(2025, 6, day))
        for day in (9, 10)
    )
    assert before is not None
    assert before.recess is None
    assert after is not None
    assert after.recess == recess
    assert not after.overdue(date(2025, 8, 1))


# Days off


def test_public_holidays_have_their_names_in_both_languages() -> None:
    days = holidays_of(2025)

    assert days[date(2025, 4, 26)] == kc.Text("Koningsdag", "King's Day")  # the 27th is a Sunday
    assert days[date(2025, 5, 5)] == kc.Text("Bevrijdingsdag", "Liberation Day")
    assert date(2026, 5, 5) not in holidays_of(2026)  # a day off once in five years
    assert date(2025, 7, 21) not in days


@pytest.mark.parametrize(
    ("region", "first", "last"),
    [
        ("noord", "2025-07-12", "2025-08-24"),
        ("midden", "2025-07-19", "2025-08-31"),
        ("zuid", "2025-07-05", "2025-08-17"),
    ],
)
def test_the_summer_break_of_2025_differs_by_region(region: Region, first: str, last: str) -> None:
    days = holidays_of(2025, region)
    start, end = date.fromisoformat(first), date.fromisoformat(last)

    summer = [day for day, name in days.items() if name.nl == "Zomervakantie"]
    assert (min(summer), max(summer)) == (start, end)
    assert days[start].en == "Summer Break"
    assert days[date(2025, 12, 25)].nl == "Eerste kerstdag"  # and not only a school holiday


@pytest.mark.parametrize("region", get_args(Region))
@pytest.mark.parametrize("year", [2014, 2019, 2025, 2026, 2029])
def test_a_school_year_has_five_breaks(region: Region, year: int) -> None:
    names = {name.nl for name in holidays_of(year, region).values()}

    assert names >= {"Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"}


@pytest.mark.parametrize("region", get_args(Region))
@pytest.mark.parametrize("year", [2013, 2030, 2031])  # of 2030 the package knows four breaks out of five
def test_a_year_without_all_school_holidays_is_refused(region: Region, year: int) -> None:
    with pytest.raises(NoHolidays, match=str(year)) as refused:
        holidays_of(year, region)

    assert (refused.value.year, refused.value.region) == (year, region)
    assert isinstance(refused.value, kc.KennisstadError)
    assert holidays_of(year)


def test_a_year_without_public_holidays_is_refused() -> None:
    with pytest.raises(NoHolidays, match="1901"):
        holidays_of(1901)


def test_a_day_due_moves_to_the_working_day_before_it() -> None:
    off = DaysOff()
    eve = date(2025, 6, 1)

    assert off.move(date(2025, 6, 5), eve) == date(2025, 6, 5)
    assert off.move(date(2025, 6, 7), eve) == date(2025, 6, 6)  # a Saturday
    assert off.move(date(2025, 6, 9), eve) == date(2025, 6, 6)  # Whit Monday, after a weekend
    assert off.move(date(2025, 6, 9), date(2025, 6, 6)) == date(2025, 6, 10)  # just met: then after it
    assert off.why(date(2025, 6, 9)) == kc.Text("Tweede pinksterdag", "Pentecost Monday")
    assert off.why(date(2025, 6, 7)) == kc.Text("weekend", "weekend")
    assert off.why(date(2025, 6, 10)) is None


def test_a_school_holiday_is_only_off_where_it_is_asked_for() -> None:
    due, after = date(2025, 7, 24), date(2025, 6, 26)

    assert DaysOff().move(due, after) == due
    assert DaysOff("midden").move(due, after) == date(2025, 7, 18)
    assert DaysOff("midden").move(due, date(2025, 7, 18)) == date(2025, 9, 1)


def test_a_recess_puts_a_meeting_off_until_it_is_over() -> None:
    off = DaysOff(recesses=[kc.Period(date(2025, 7, 14), date(2025, 8, 29))])

    assert off.next(date(2025, 7, 24)) == date(2025, 9, 1)  # after the weekend behind it
    assert off.why(date(2025, 7, 24)) == kc.Text("reces", "recess")


def test_days_off_of_a_year_that_is_not_known_are_not_guessed() -> None:
    with pytest.raises(NoHolidays, match="2030"):
        DaysOff("noord").move(date(2030, 5, 2), date(2030, 4, 4))


# Series


def test_each_planned_meeting_begins_a_new_row() -> None:
    meetings = [
        *held("table", date(2025, 1, 9)),
        *planned("table", date(2025, 3, 20)),
        *held("other", date(2025, 2, 1)),
    ]

    found = list(
        due_dates(TABLE, meetings, kc.Period(date(2025, 1, 1), date(2025, 5, 1)), on=date(2025, 1, 9))
    )

    assert found == [
        (date(2025, 2, 6), date(2025, 1, 9)),
        (date(2025, 3, 6), date(2025, 2, 6)),
        (date(2025, 4, 17), date(2025, 3, 20)),
    ]


def test_without_a_meeting_nothing_tells_when_one_is_due() -> None:
    assert list(due_dates(TABLE, planned("table", date(2025, 3, 20)), YEAR, on=date(2025, 1, 1))) == []


@pytest.mark.parametrize("per", get_args(Unit))
def test_the_series_of_a_unit_are_its_last_days(per: Unit) -> None:
    """The package for recurrences and the units of the facts, made apart, say the same."""
    rhythm = Rhythm("table", kc.Text.same("t"), per=per)
    period = kc.Period(date(2024, 2, 10), date(2026, 11, 3))

    found = [day for day, _ in due_dates(rhythm, [], period, on=date(2024, 2, 10))]
    assert period.first is not None
    assert period.last is not None
    days = [period.first + number * DAY for number in range((period.last - period.first).days + 1)]
    assert found == [day for day in days if unit_of(per, day)[1].last == day]


def test_a_unit_with_a_meeting_asks_no_other() -> None:
    rhythm = Rhythm("table", kc.Text.same("t"), per="quarter")
    meetings = [*held("table", date(2025, 2, 1)), *planned("table", date(2025, 12, 31))]

    assert [day for day, _ in due_dates(rhythm, meetings, YEAR, on=date(2025, 3, 1))] == [
        date(2025, 6, 30),
        date(2025, 9, 30),
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(2024, 11, 1), date(2025, 2, 1)),
    st.lists(st.dates(date(2025, 2, 2), date(2025, 12, 31)), max_size=4),
    st.integers(1, 60),
)
def test_whoever_meets_on_every_day_due_keeps_the_rhythm(last: date, plans: list[date], every: int) -> None:
    meetings = [*held("table", last), *planned("table", *plans)]
    rhythm = evolve(TABLE, every=every)

    due = list(due_dates(rhythm, meetings, kc.Period(last, date(2025, 12, 31)), on=last))
    row = sorted({last, *plans, *(day for day, _ in due)})
    assert all((other - one).days <= every for one, other in pairwise(row))
    assert (date(2025, 12, 31) - row[-1]).days < every
    assert all(after < day for day, after in due)


# The file


def waterstad() -> tuple[kc.Charters, kc.Register]:
    return kc.load_charters(WATERSTAD), kc.load_register(WATERSTAD)


def written(language: kc.Language = "nl", *, on: date = date(2025, 1, 1), year: int = 2025) -> bytes:
    charters, register = waterstad()
    found = events(charters, register, kc.Period.year(year), on=on)
    return ical(found, name="Waterstad", stamp=on, language=language)


def read_back(data: bytes) -> dict[str, tuple[date, str, str, str]]:
    entries: Any = Calendar.from_ical(data.decode()).walk("VEVENT")
    return {
        str(one["uid"]): (
            one["dtstart"].dt,
            str(one["summary"]),
            str(one["status"]),
            str(one.get("description", "")),
        )
        for one in entries
    }


def test_a_calendar_reads_back_as_what_is_due_and_planned() -> None:
    found = read_back(written(on=date(2025, 11, 28)))

    assert found["project-table/2025-05-22@waterstad-2024"] == (
        date(2025, 5, 22),
        "Projecttafel (vervallen)",
        "CANCELLED",
        "",
    )
    assert {uid: one for uid, one in found.items() if uid.startswith("due/")} == {}
    january = read_back(written("en", on=date(2025, 11, 28), year=2026))
    assert january["project-table-january@waterstad-2024"] == (
        date(2026, 1, 8),
        "Project table",
        "CONFIRMED",
        "",
    )
    assert january["due/project-table/2026-02-19@waterstad-2024"] == (
        date(2026, 2, 19),
        "Project table: to meet on this day at the latest",
        "TENTATIVE",
        "",
    )
    assert january["due/steering-table/2026-06-30@waterstad-2024"][0] == date(2026, 6, 30)


def test_a_day_due_that_moved_says_from_where() -> None:
    found = read_back(written())

    day, _, _, description = found["due/steering-table/2025-06-30@waterstad-2024"]
    assert (day, description) == (date(2025, 6, 30), "")
    charters, register = waterstad()
    schools = ical(
        events(charters, register, kc.Period.year(2026), on=date(2025, 11, 28), region="midden"),
        name="x",
        stamp=date(2025, 11, 28),
        language="nl",
    )
    moved = read_back(schools)["due/project-table/2026-02-19@waterstad-2024"]
    assert moved[0] == date(2026, 2, 13)
    assert moved[3] == "Volgens het ritme uiterlijk 2026-02-19; daar was Voorjaarsvakantie."


def test_the_same_records_give_the_same_bytes_whenever_they_are_written() -> None:
    charters, register = waterstad()
    shuffled = evolve(register, meetings=tuple(reversed(register.meetings)))
    found = events(charters, shuffled, YEAR, on=date(2025, 1, 1))

    assert written() == written()
    assert ical(found, name="Waterstad", stamp=date(2025, 1, 1), language="nl") == written()
    assert b"DTSTAMP:20250101T000000Z" in written()
    assert b"DTSTAMP:20250102T000000Z" in written(on=date(2025, 1, 2))


def test_a_planned_meeting_keeps_its_identity_when_it_moves() -> None:
    charters, register = waterstad()
    moved = [
        evolve(one, on=date(2026, 1, 15)) if one.id == "project-table-january" else one
        for one in register.meetings
    ]
    where = kc.Period.year(2026)

    before, after = (
        {
            one.uid: one.on
            for one in events(charters, held, where, on=date(2025, 11, 28), body="project-table")
        }
        for held in (register, evolve(register, meetings=moved))
    )
    assert before["project-table-january@waterstad-2024"] == date(2026, 1, 8)
    assert after["project-table-january@waterstad-2024"] == date(2026, 1, 15)


def test_one_body_by_itself() -> None:
    charters, register = waterstad()

    found = events(charters, register, YEAR, on=date(2025, 1, 1), body="steering-table")
    assert {one.title.en for one in found} == {"steering table"}
    assert [one.on for one in found] == [date(2025, 6, 30), date(2025, 12, 31)]


def test_a_recess_puts_a_meeting_off_and_takes_days_of_a_unit(leiden: kc.Charters) -> None:
    def due(body: str, last: date, *pauses: kc.Period) -> list[date]:
        recesses = [kc.Recess(one, date(2025, 1, 2), SECRETARY) for one in pauses]
        register = kc.Register(meetings=held(body, last), recesses=recesses)
        found = events(leiden, register, kc.Period(last, date(2025, 9, 30)), on=last, body=body)
        return [one.on for one in found if one.kind == "due"]

    summer = kc.Period(date(2025, 7, 14), date(2025, 8, 29))
    # 31 July and 28 August both lie in the recess: one meeting after it is enough.
    assert due("working-group", date(2025, 6, 5), summer) == [
        date(2025, 7, 3),
        date(2025, 9, 1),
        date(2025, 9, 25),
    ]
    assert due("steering-group", date(2025, 3, 3), kc.Period(date(2025, 6, 23), date(2025, 7, 6))) == [
        date(2025, 6, 20),
        date(2025, 9, 30),
    ]
    assert due("steering-group", date(2025, 3, 3), kc.Period(date(2025, 4, 1), date(2025, 6, 30))) == [
        date(2025, 9, 30)
    ]


# The command


def run(*words: str) -> int:
    return cli.main(["calendar", str(WATERSTAD), *words])


def test_the_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "meetings.ics"

    assert run("--year", "2025", "--output", str(place), "--language", "nl") == 0
    assert read_back(place.read_bytes()) == read_back(written())
    assert capsys.readouterr().out.startswith(f"{place}: ")
    first = place.read_bytes()
    assert run("--year", "2025", "--output", str(place), "--language", "nl") == 0
    assert place.read_bytes() == first


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--year", "2025", "--body", "nobody"), "no body"),
        (("--year", "20x5"), "not a year"),
        (("--year", "2031"), "no version of the charter is in force in 2031"),
        (("--year", "2025", "--on", "yesterday"), "not a date"),
    ],
)
def test_the_command_says_what_is_wrong(
    more: tuple[str, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*more, "--output", str(tmp_path / "x.ics")) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "x.ics").exists()


def test_a_year_without_school_holidays_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = ["--year", "2028", "--region", "midden", "--output", str(tmp_path / "x.ics")]
    assert run(*where) == 0
    monkeypatch.setattr("kennisstad_core.calendars._BREAKS", 6)  # as if the package knew too few

    assert run(*where) == 2
    assert "of 2028 the days off are not known" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--year", "2025", "--output", str(tmp_path / "away" / "x.ics")) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_without_the_extra_the_command_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: str) -> None:
        return None

    monkeypatch.setattr("kennisstad_core.cli._agenda.find_spec", none)

    assert run("--year", "2025", "--output", str(tmp_path / "x.ics")) == 2
    assert "kennisstad_core[calendar]" in capsys.readouterr().err


def test_due_dates_need_no_extra(leiden: kc.Charters, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("dateutil", "dateutil.rrule", "holidays", "icalendar"):
        monkeypatch.setitem(sys.modules, name, None)
    register = kc.Register(meetings=held("working-group", date(2025, 6, 5)))

    due = kc.next_due(leiden["leiden-2023"], register, "working-group", on=date(2025, 6, 20))
    assert due is not None
    with pytest.raises(ImportError):
        holidays_of(2025)
