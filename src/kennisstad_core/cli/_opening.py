# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a command is given: days and periods, a register or a charter; read, or refused in words that help."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from ..cases import Case
from ..charter import Charter, Charters
from ..errors import FlawedData, Problem, nearest
from ..files.codec import loads
from ..files.ledgers import (
    case_problems,
    cases_home,
    ledger_gaps,
    ledger_home,
    read_cases,
    read_ledger,
)
from ..files.loading import (
    all_stand,
    bundled,
    charters_of,
    comes_along,
    is_register,
    read_charters,
    read_register,
)
from ..files.problems import shown
from ..provisions import Coverage
from ..records.projects import Project
from ..records.register import Register
from ..reports import Report
from ..text import Language, Text
from ..values import Period
from ._flawed import problem_lines
from ._terminal import Stop, write

NAME: Final = "kennisstad"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR: Final = re.compile(r"[1-9]\d{3}", re.ASCII)
_MOST: Final = 20
"""How many names are listed of those that do exist."""

_NOT_A_DAY: Final = Text(
    "‘{words}’ is geen datum; een datum is jjjj-mm-dd, zoals 2025-06-01",
    "‘{words}’ is not a date; a date is yyyy-mm-dd, such as 2025-06-01",
)
_NOT_A_YEAR: Final = Text(
    "‘{words}’ is geen jaar; een jaar is vier cijfers, zoals 2025",
    "‘{words}’ is not a year; a year is four digits, such as 2025",
)
_NOT_A_PERIOD: Final = Text(
    "‘{words}’ is geen periode; een periode is eerste..laatste dag, zoals 2025-01-01..2025-06-30",
    "‘{words}’ is not a period; a period is its first..last day, such as 2025-01-01..2025-06-30",
)
_BACKWARD: Final = Text(
    "de periode ‘{words}’ eindigt voor ze begint", "the period ‘{words}’ ends before it begins"
)
_ONE_TIME: Final = Text("zeg precies één van {ways}", "say exactly one of {ways}")
_NOT_THERE: Final = Text("er is geen bestand of map ‘{path}’", "there is no file or folder ‘{path}’")
_NO_NAME: Final = Text(
    "er is geen bestand, map of overeenkomst ‘{path}’", "there is no file, folder or charter ‘{path}’"
)
NO_RECORDS: Final = Text(
    "‘{path}’ bevat geen vastleggingen, en hier is een register nodig",
    "‘{path}’ holds no records, and a register is needed here",
)
_NO_CHARTERS: Final = Text(
    "het register ‘{path}’ zegt niet welke overeenkomst erbij hoort; noem die met --charters, of zet in het register: "
    '[register] charters = "…"',
    "the register ‘{path}’ does not say which charter goes with it; name it with --charters, or write in the register: "
    '[register] charters = "…"',
)
_NO_PROJECT: Final = Text("er is geen project ‘{name}’", "there is no project ‘{name}’")
_NO_REPORT: Final = Text(
    "‘{path}’ is geen rapport; zo’n bestand maakt kennisstad audit … --format json",
    "‘{path}’ is not a report; kennisstad audit … --format json makes such a file",
)
_NO_VERSION: Final = Text(
    "er is geen versie ‘{name}’ van de overeenkomst", "there is no version ‘{name}’ of the charter"
)
_WHICH: Final = Text(
    "deze overeenkomst heeft meer versies ({versions}); kies er een met --charter",
    "this charter has several versions ({versions}); choose one with --charter",
)
_NOT_IN_FORCE: Final = Text(
    "op {day} geldt niet precies één versie van de overeenkomst ({versions}); kies er een met --charter",
    "on {day} not exactly one version of the charter is in force ({versions}); choose one with --charter",
)
_MEANT: Final = Text("; bedoelde u ‘{near}’?", "; did you mean ‘{near}’?")
_THERE_ARE: Final = Text("; er zijn: {known}", "; there are: {known}")
NO_SOUND: Final = Text(
    "geen enkele versie van de overeenkomst is te gebruiken", "no version of the charter can be used"
)
_ONE_PROBLEM: Final = Text("1 probleem", "1 problem")
_PROBLEMS: Final = Text("{count} problemen", "{count} problems")
_NOT_USED: Final = Text(
    "wat niet te gebruiken was, is weggelaten, en wat daarop rust, blijft open",
    "what could not be used was left out, and what rests on it stays open",
)


def stop(
    text: Text, language: Language, *, near: str = "", known: Iterable[str] = (), **words: object
) -> Stop:
    """Word why the command cannot go on, with the name that was probably meant or those that there are."""
    said = text[language].format(**{name: shown(word) for name, word in words.items()})
    names = list(known)
    if near:
        said += _MEANT[language].format(near=near)
    elif names:
        more = ", …" if len(names) > _MOST else ""
        said += _THERE_ARE[language].format(known=", ".join(map(shown, names[:_MOST])) + more)
    return Stop(said)


# Days


def day(words: str, language: Language) -> date:
    """A day, written in full.

    Raises:
        Stop: for anything else.
    """
    if _DAY.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            pass
    raise stop(_NOT_A_DAY, language, words=words)


def span(year: str | None, period: str | None, language: Language) -> Period:
    """A year or a period with both its ends, whichever of the two is given.

    Raises:
        Stop: for anything else, and for both or neither.
    """
    one_time(language, year=year, period=period)
    if year is not None:
        if not _YEAR.fullmatch(year):
            raise stop(_NOT_A_YEAR, language, words=year)
        return Period.year(int(year))
    first, dots, last = str(period).partition("..")
    if not dots or not first or not last:
        raise stop(_NOT_A_PERIOD, language, words=period)
    ends = day(first, language), day(last, language)
    if ends[1] < ends[0]:
        raise stop(_BACKWARD, language, words=period)
    return Period(*ends)


def one_time(language: Language, **given: str | None) -> None:
    """Refuse all but exactly one of these ways to say when.

    Raises:
        Stop: when none or more than one is given.
    """
    if sum(one is not None for one in given.values()) != 1:
        raise stop(_ONE_TIME, language, ways=", ".join(f"--{name}" for name in given))


# Files


@frozen
class Opened:
    """What was read for a command, and every problem of it, with files as seen from where one stands."""

    charters: Charters
    register: Register
    problems: tuple[Problem, ...]


def open_register(path: str, told: str | None, language: Language) -> Opened:
    """A register and the charter that goes with it; problems are said on standard error, and what is sound is used.

    Raises:
        Stop: when there is no register, or no charter that can be used.
    """
    place = Path(path)
    if not place.exists():
        raise stop(_NOT_THERE, language, path=path)
    if not is_register(place):
        raise stop(NO_RECORDS, language, path=path)
    charters, flaws = charters_at(path if told is None else told, language)
    register, others = records_at(path, charters if all_stand(flaws) else None)
    problems = (*flaws, *others)
    complain_of(problems, language)
    if not charters:
        raise stop(NO_SOUND, language)
    return Opened(charters, register, problems)


def open_charters(path: str, language: Language) -> tuple[Charters, tuple[Problem, ...]]:
    """A charter: by name, from a file or folder, or the one that goes with a register; problems are said at once.

    Raises:
        Stop: when there is none that can be used.
    """
    charters, problems = charters_at(path, language)
    complain_of(problems, language)
    if not charters:
        raise stop(NO_SOUND, language)
    return charters, problems


def charters_at(path: str, language: Language) -> tuple[Charters, tuple[Problem, ...]]:
    """The charter that a path or name leads to, and its problems; what is there goes before a name.

    Raises:
        Stop: when it leads to none.
    """
    place = Path(path)
    pointed: str | Path | None = place if place.exists() else path
    if not place.exists():
        names = bundled()
        if path not in names:
            raise stop(_NO_NAME, language, near=nearest(path, names), known=names, path=path)
    elif is_register(place):
        pointed = charters_of(place)
    if pointed is None:
        raise stop(_NO_CHARTERS, language, path=path)
    charters, problems = read_charters(pointed)
    return charters, _from_here(problems, pointed)


def _from_here(problems: Iterable[Problem], source: str | Path) -> tuple[Problem, ...]:
    """The problems with their files as seen from where one stands, so that an editor can open them."""
    place = Path(source)
    if not place.exists():
        return tuple(problems)
    root = place if place.is_dir() else place.parent
    return tuple(evolve(one, file=(root / one.file).as_posix()) if one.file else one for one in problems)


def sources_of(path: str, told: str | None, language: Language) -> tuple[Path, ...]:
    """The files or folders that a register and its charter, or a charter alone, are read from; none of a name.

    Raises:
        Stop: when a path or name leads nowhere, or a register has no charter to go with it.
    """
    names = bundled()
    for one in (path, *(() if told is None else (told,))):
        if not Path(one).exists() and one not in names:
            raise stop(_NO_NAME, language, near=nearest(one, names), known=names, path=one)
    place = Path(path)
    beside = charters_of(place) if place.exists() and is_register(place) else place
    pointed = beside if told is None else told
    if pointed is None:
        raise stop(_NO_CHARTERS, language, path=path)
    return tuple(one for one in (place, Path(pointed)) if one.exists())


def records_at(path: str, charters: Charters | None) -> tuple[Register, tuple[Problem, ...]]:
    """A register, checked beside a charter if there is one, and its problems."""
    register, problems = read_register(path, charters)
    return register, _from_here(problems, path)


@frozen
class Beside:
    """What stands beside a charter: how its ledger covers it, if there is one, its worked cases, and their problems."""

    coverage: Coverage | None
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]


def beside_at(path: str, charters: Charters | None) -> Beside:
    """The ledger and the cases that go with a path or name; gaps and outcomes only beside charters that are sound."""
    source: str | Path = Path(path) if Path(path).exists() else path  # what is there goes before a name
    _, flaws = read_ledger(source)
    cases, others = read_cases(source)
    covered, gaps = (None, ()) if charters is None else ledger_gaps(source, charters)
    wrong = () if charters is None else case_problems(source, charters)
    problems = (
        *_from_home((*flaws, *gaps), ledger_home(source)),
        *_from_home((*others, *wrong), cases_home(source)),
    )
    return Beside(covered, cases, problems)


def _from_home(problems: Iterable[Problem], home: Path | None) -> tuple[Problem, ...]:
    if home is None or comes_along(home):
        return tuple(problems)
    return tuple(
        evolve(one, file=Path(os.path.normpath(home / one.file)).as_posix()) if one.file else one
        for one in problems
    )


def complain_of(problems: Sequence[Problem], language: Language) -> None:
    """Say every problem on standard error, and how many there are."""
    if problems:
        write(sys.stderr, problem_lines(problems, language))
        write(sys.stderr, f"{NAME}: {count(problems, language)}; {_NOT_USED[language]}\n")


def count(problems: Sequence[Problem], language: Language) -> str:
    """How many problems there are."""
    return _ONE_PROBLEM[language] if len(problems) == 1 else _PROBLEMS[language].format(count=len(problems))


def report_at(path: str, language: Language) -> Report:
    """An earlier report, as JSON that the command wrote.

    Raises:
        Stop: when it is not there, or is no report.
    """
    place = Path(path)
    if not place.exists():
        raise stop(_NOT_THERE, language, path=path)
    try:
        found = None if place.is_dir() else loads(place.read_text("utf-8"))
    except (FlawedData, UnicodeDecodeError):
        found = None
    if not isinstance(found, Report):
        raise stop(_NO_REPORT, language, path=path)
    return found


# What is in them


def find_project(register: Register, name: str, language: Language) -> Project:
    """A project by id.

    Raises:
        Stop: with the nearest id, also when a title is near.
    """
    if name in register:
        return register[name]
    titles = {title: one.id for one in register.projects for title in (one.title.nl, one.title.en, one.id)}
    near = titles.get(nearest(name, titles), "")
    raise stop(_NO_PROJECT, language, near=near, known=[one.id for one in register.projects], name=name)


def find_version(charters: Charters, name: str, language: Language) -> Charter:
    """A version of a charter by id.

    Raises:
        Stop: with the nearest id.
    """
    known = [one.id for one in charters]
    if name not in known:
        raise stop(_NO_VERSION, language, near=nearest(name, known), known=known, name=name)
    return charters[name]


def choose_version(charters: Charters, name: str | None, on: date | None, language: Language) -> Charter:
    """The version that is named, or else the one in force on the day, or else the only one.

    Raises:
        Stop: when that leaves none, or more than one.
    """
    if name is not None:
        return find_version(charters, name, language)
    several = tuple(charters) if on is None else charters.on(on)
    if len(several) == 1:
        return several[0]
    known = ", ".join(one.id for one in charters)
    if on is None:
        raise stop(_WHICH, language, versions=known)
    raise stop(_NOT_IN_FORCE, language, day=on, versions=known)
