# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The archive of a partnership as the settings of a project say, read once for each build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from os.path import relpath
from pathlib import Path
from typing import Final

from attrs import frozen
from sphinx.application import Sphinx
from sphinx.util import logging

from ..errors import Problem, nearest
from ..explain.render import Document, Target
from ..files.loading import bundled, charters_of
from ..pages import Archive, NothingRecorded, open_archive
from ..text import Language
from .asking import Asked, Fault, answer, digest, link_text
from .nodes import Pictures
from .words import ENOUGH, Said, language_of

LOG: Final = logging.getLogger(__name__)
SUFFIXES: Final = (".toml", ".csv", ".json", ".py")
LIBRARY: Final = Path(__file__).parents[1]


@frozen
class Opened:
    """What was read of a partnership: its archive or why there is none, with what is wrong with the files."""

    archive: Archive | Fault
    flaws: tuple[tuple[str, str], ...] = ()
    """Where each problem is, as a person finds it from the settings, and what it is."""


class Reading:
    """What one application reads, and where it puts its pictures."""

    def __init__(self, app: Sphinx) -> None:
        self.config = app.config
        self.base = Path(app.confdir)
        self.pictures = Pictures(Path(app.doctreedir) / "governance", Path(app.srcdir))
        self.language: Language = language_of(app.config)
        self._opened: Opened | None = None
        self._answers: dict[Asked, Document | Fault] = {}

    @property
    def wanted(self) -> bool:
        """Whether the settings say where a partnership is."""
        return bool(self.config.governance_path or self.config.governance_charters)

    def begin(self) -> None:
        """Read the files for a build, and tell once all that is wrong with them."""
        self._opened = None
        self._answers.clear()
        if self.wanted:
            for place, message in self.opened.flaws:
                # Sphinx takes a location without a line for the name of a page.
                whole = ":" in place
                told = message if whole else f"{place}: {message}"
                LOG.warning(told, location=place if whole else None, type="governance", subtype="files")

    @property
    def opened(self) -> Opened:
        """What there is to read."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def answer(self, asked: Asked) -> Document | Fault:
        """The document asked for, made once for each build."""
        archive = self.opened.archive
        if isinstance(archive, Fault):
            return archive
        if asked not in self._answers:
            self._answers[asked] = answer(archive, asked)
        return self._answers[asked]

    def digest(self, asked: Asked) -> str:
        """A hash of all that a page shows of what it asked."""
        return digest(self.answer(asked), self.flawed(asked.language))

    def link_text(self, target: Target, language: Language) -> str:
        """What a place is called where that is not its heading; empty where it is."""
        archive = self.opened.archive
        return "" if isinstance(archive, Fault) else link_text(archive, target, language)

    def flawed(self, language: Language) -> str:
        """That the files have problems, and where; empty if they have none."""
        flaws = self.opened.flaws
        if not flaws:
            return ""
        places = list(dict.fromkeys(place for place, _ in flaws))
        shown = places[:ENOUGH]
        if len(places) > ENOUGH:
            shown.append(Said.MORE.say(language, count=str(len(places) - ENOUGH)))
        return Said.FLAWED.say(language, count=str(len(flaws)), places=", ".join(shown))

    def fingerprint(self) -> str:
        """A hash of everything that pages are made from, this library too; settings apart."""
        made = sha256()
        for root in (LIBRARY, *self._roots()):
            for path in _data(root):
                content = path.read_bytes()
                made.update(f"{path.relative_to(root.parent).as_posix()}\0{len(content)}\0".encode())
                made.update(content)
        return made.hexdigest()

    def _roots(self) -> Iterator[Path]:
        path = self._place("governance_path")
        charters = self._place("governance_charters")
        if charters is None and isinstance(path, Path) and path.exists():
            charters = charters_of(path)
        yield from (one for one in (path, charters) if isinstance(one, Path) and one.exists())

    # The settings

    def _place(self, option: str) -> str | Path | None:
        told: str = self.config[option]
        if not told:
            return None
        return told if told in bundled() else self.base / told

    def _open(self) -> Opened:
        settled = self._settled()
        if isinstance(settled, Fault):
            return Opened(settled)
        path, charters, on, years = settled
        try:
            archive, problems = open_archive(path, charters=charters, on=on, years=years)
        except NothingRecorded:
            return Opened(Fault(Said.NO_DATE.say(self.language)))
        flaws = tuple((self._found(one), f"{one.code}: {one.message[self.language]}") for one in problems)
        return Opened(archive, flaws)

    def _settled(
        self,
    ) -> Fault | tuple[str | Path, str | Path | None, date | None, tuple[int, ...]]:
        """What the settings say, or the first thing that is wrong with them."""
        language = self.language
        path, charters = self._place("governance_path"), self._place("governance_charters")
        if path is None:
            return Fault(Said.NO_PATH.say(language))
        for option, one in (("governance_path", path), ("governance_charters", charters)):
            if isinstance(one, Path) and not one.exists():
                return Fault(self._not_there(option, one))
        on = self.config.governance_on
        if isinstance(on, str) and on:
            day = day_of(on)
            if day is None:
                return Fault(Said.BAD_DAY.say(language, told=on, option="governance_on"))
            on = day
        years: list[int] = []
        for one in self.config.governance_years:
            if not str(one).isdecimal() or not date.min.year <= int(one) <= date.max.year:
                return Fault(Said.BAD_YEAR.say(language, told=str(one)))
            years.append(int(one))
        return path, charters, on or None, tuple(years)

    def _not_there(self, option: str, path: Path) -> str:
        message = Said.NOT_THERE.say(self.language, told=self.config[option], option=option)
        beside = sorted(one.name for one in path.parent.iterdir()) if path.parent.is_dir() else []
        near = nearest(path.name, (*beside, *bundled()))
        return f"{message}; {Said.NEAREST.say(self.language, nearest=near)}" if near else message

    def _found(self, problem: Problem) -> str:
        """Where a problem is, from the folder of the settings; a file is named from the folder it was read from."""
        for root in self._roots():
            path = (root if root.is_dir() else root.parent) / problem.file
            if path.exists():
                found = Path(relpath(path, self.base)).as_posix()
                return f"{found}:{problem.line}" if problem.line else found
        return problem.file


def day_of(told: str) -> date | None:
    """A date as ISO 8601 writes it in full."""
    try:
        return date.fromisoformat(told) if len(told) == len("2025-12-31") else None
    except ValueError:
        return None


def _data(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
        return
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if (
            path.suffix in SUFFIXES
            and path.is_file()
            and not any(one.startswith(".") for one in inside.parts)
        ):
            yield path
