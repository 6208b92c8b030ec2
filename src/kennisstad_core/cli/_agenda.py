# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands for whoever prepares a meeting: its agenda, and a calendar of when bodies are to meet."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from ..text import Language, Text
from ._commands import FAULTY, FINE, Form

_NO_EXTRA: Final = Text(
    "een kalender vraagt een extra dat er niet is: pip install 'kennisstad_core[calendar]'",
    "a calendar needs an extra that is not installed: pip install 'kennisstad_core[calendar]'",
)
_NO_BODY: Final = Text("er is geen orgaan ‘{name}’", "there is no body ‘{name}’")
_NO_HOLIDAYS: Final = Text(
    "van {year} zijn de vrije dagen niet bekend, of niet alle schoolvakanties van de regio; zonder --region telt "
    "alleen wat voor iedereen een vrije dag is",
    "of {year} the days off are not known, or not all school holidays of the region; without --region only public "
    "holidays count",
)
_NO_VERSION: Final = Text(
    "in {year} geldt geen versie van de overeenkomst, dus er valt niets uit te schrijven",
    "no version of the charter is in force in {year}, so there is nothing to write",
)
_NO_WRITING: Final = Text("‘{path}’ is niet te schrijven: {why}", "‘{path}’ cannot be written: {why}")
_WRITTEN: Final = Text(
    "{path}: vermeldingen: {count} (uiterste dagen voor een bijeenkomst: {due}; gepland: {planned}; vervallen: "
    "{cancelled}).",
    "{path}: entries: {count} (last days for a meeting: {due}; planned: {planned}; cancelled: {cancelled}).",
)


def agenda(
    path: str,
    /,
    *,
    for_: str,
    body: str = "",
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Build the agenda of a meeting from what is on record by its day: what is new, how it goes, what to join.

    What stands in square brackets is what an agenda item names it by, to accept, defer or drop it. Exits with 0,
    whatever is on the agenda; with 2 when files have problems.

    Args:
        path: A register.
        for_: The day of the meeting, as 2025-06-01.
        body: The body that meets; by default the one whose meetings the charter asks to deal with its sections.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: JSON, one row a point in CSV, or a page in Markdown.
    """
    from ..agenda import ROW_COLUMNS, NoAgenda, next_agenda
    from ..explain.agenda import agenda_document
    from ..files.codec import dumps
    from ._opening import day, open_register
    from ._terminal import Stop, data, sheet, show

    when = day(for_, language)
    opened = open_register(path, charters, language)
    try:
        made = next_agenda(opened.charters, opened.register, on=when, body=body)
    except NoAgenda as refused:
        raise Stop(refused.text[language]) from None
    match format_:
        case "json":
            data(dumps(made))
        case "csv":
            data(sheet(ROW_COLUMNS, made.rows()))
        case "markdown" | "text":
            show(agenda_document(made, language), format_)
    return FAULTY if opened.problems else FINE


def calendar(
    path: str,
    /,
    *,
    year: str,
    output: str,
    on: str | None = None,
    body: str = "",
    region: Literal["noord", "midden", "zuid"] | None = None,
    charters: str | None = None,
    language: Language = "en",
) -> int:
    """Write a calendar file with the planned meetings of a year and the last days on which bodies are to meet.

    A last day on a weekend, a Dutch public holiday or in a recess moves to a working day; with --region so does one in
    a school holiday. The same records give the same file. Exits with 0, or with 2 when files have problems.

    Args:
        path: A register.
        year: The calendar year, as 2026.
        output: The file to write, such as meetings.ics; one that is there is replaced.
        on: The day up to which things are known; the first of the year unless you say otherwise.
        body: One body, in place of all of them.
        region: The part of the Netherlands whose school holidays count.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        language: The language of the calendar and of the answer.
    """
    from ..calendars import NoHolidays, events, ical
    from ._opening import day, open_register, span, stop
    from ._terminal import say

    if any(find_spec(name) is None for name in ("dateutil", "holidays", "icalendar")):
        raise stop(_NO_EXTRA, language)
    period = span(year, None, language)
    assert period.first is not None
    when = period.first if on is None else day(on, language)
    opened = open_register(path, charters, language)
    known = sorted({one.id for version in opened.charters for one in version.bodies})
    if body and body not in known:
        raise stop(_NO_BODY, language, known=known, name=body)
    if not any(version.period.meet(period) for version in opened.charters):
        raise stop(_NO_VERSION, language, year=year)
    try:
        found = events(opened.charters, opened.register, period, on=when, body=body, region=region)
    except NoHolidays as missing:
        raise stop(_NO_HOLIDAYS, language, year=missing.year) from None
    name = opened.charters.versions[-1].partnership[language]
    written = ical(found, name=name, stamp=when, language=language)
    try:
        Path(output).write_bytes(written)
    except OSError as error:
        raise stop(_NO_WRITING, language, path=output, why=error.strerror or str(error)) from None
    counts = {kind: sum(one.kind == kind for one in found) for kind in ("due", "planned", "cancelled")}
    say(_WRITTEN[language].format(path=output, count=len(found), **counts))
    return FAULTY if opened.problems else FINE
