# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command that writes the documentation of a partnership: web pages, and a PDF if asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import evolve

from ..text import LANGUAGES, Language, Text
from ._commands import FAULTY, FINE

if TYPE_CHECKING:
    from ..errors import Problem
    from ..pages import Archive

Languages: TypeAlias = Literal["nl", "en", "both"]

_NEEDED: Final = ("matplotlib", "pydata_sphinx_theme", "sphinx")
_YEAR: Final = re.compile(r"[1-9]\d{3}", re.ASCII)

_NO_EXTRA: Final = Text(
    "de documentatie vraagt een extra dat er niet is: pip install 'kennisstad_core[site]'",
    "the documentation needs an extra that is not installed: pip install 'kennisstad_core[site]'",
)
_NO_PDF: Final = Text(
    "een PDF vraagt een extra dat er niet is: pip install 'kennisstad_core[pdf]'",
    "a PDF needs an extra that is not installed: pip install 'kennisstad_core[pdf]'",
)
_NO_PANGO: Final = Text(
    "een PDF vraagt de bibliotheek Pango, en die is er niet; op Debian en Ubuntu: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0",
    "a PDF needs the library Pango, which is not here; on Debian and Ubuntu: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0",
)
_NOT_A_YEAR: Final = Text(
    "‘{words}’ is geen jaar; een jaar is vier cijfers, zoals 2025",
    "‘{words}’ is not a year; a year is four digits, such as 2025",
)
_NO_DAY: Final = Text(
    "hier heeft niets een datum; zeg met --on naar de stand van welke dag, of met --year welk jaar",
    "nothing here has a date; say with --on as of which day, or with --year which year",
)
_OCCUPIED: Final = Text(
    "in ‘{path}’ staat iets dat hier niet is gemaakt, of dat daarna is veranderd ({found}); kies een lege of nieuwe"
    " map, of haal dat weg; er is niets geschreven",
    "‘{path}’ holds something that was not made here, or that was changed since ({found}); choose an empty or new "
    "folder, or move that away; nothing was written",
)
_INSIDE: Final = Text(
    "‘{path}’ ligt in de map van het register zelf; kies een map daarbuiten",
    "‘{path}’ lies in the folder of the register itself; choose a folder outside it",
)
_INCOMPLETE: Final = Text(
    "de pagina’s zijn niet te maken zoals het hoort; er is niets geschreven: {warnings}",
    "the pages cannot be made as they should be; nothing was written: {warnings}",
)
_MAKING: Final = Text("Pagina’s maken", "Making pages")
_WRITTEN: Final = Text(
    "{path}: {pages} pagina’s in {languages}; begin bij {start}.",
    "{path}: {pages} pages in {languages}; start at {start}.",
)
_PAPER: Final = Text("{path}: {pages} bladzijden.", "{path}: {pages} pages.")
_IN: Final[dict[Language, Text]] = {
    "nl": Text("het Nederlands", "Dutch"),
    "en": Text("het Engels", "English"),
}
_NAMED: Final = 3
"""How many files are named of those that are in the way."""


def docs(
    path: str,
    /,
    *,
    output: str,
    pdf: bool = False,
    year: tuple[str, ...] = (),
    on: str | None = None,
    charters: str | None = None,
    contact: str = "",
    language: Languages = "both",
    quiet: bool = False,
) -> int:
    """Write the documentation of a partnership as web pages, in Dutch and in English.

    The pages need no server and load nothing from elsewhere: open index.html. The folder is new, empty, or one that
    was made here before and not changed since; it is replaced as a whole, or not at all. The same files give the same
    pages, byte for byte. Exits with 0, or with 2 when files have problems: what is sound is documented, and the front
    page says what was left out.

    Args:
        path: A register, a charter, or the name of a charter that comes along.
        output: The folder to write.
        pdf: Also write everything in one tagged PDF in each language.
        year: A year to account for, as 2025; may be given more than once. By default the last one in the register.
        on: The day up to which things are known; the end of the last year unless you say otherwise.
        charters: The charter to go by, as a path or a name, in place of the one the register names.
        contact: Where readers report a page that they cannot use; the accessibility statement gives it.
        language: The languages to write.
        quiet: Say nothing unless something is wrong.
    """
    from .. import __version__
    from ..explain.words import listing
    from ..site import Incomplete, Occupied, build_site
    from ._opening import stop
    from ._terminal import progress, say

    said: Language = "nl" if language == "nl" else "en"
    if any(find_spec(name) is None for name in _NEEDED):
        raise stop(_NO_EXTRA, said)
    if pdf:
        _check_paper(said)
    if _within(Path(output), Path(path)):
        raise stop(_INSIDE, said, path=output)
    archive, problems = _open(path, charters, on, year, said)
    languages = LANGUAGES if language == "both" else (language,)
    try:
        with _silence() if quiet else progress(_MAKING[said]) as step:
            built = build_site(
                archive,
                output,
                version=__version__,
                problems=problems,
                languages=languages,
                told=step,
                contact=contact,
                pdf=pdf,
            )
    except Occupied as taken:
        found = ", ".join([*taken.found[:_NAMED], *(["…"] if len(taken.found) > _NAMED else [])])
        raise stop(_OCCUPIED, said, path=output, found=found) from None
    except Incomplete as incomplete:
        raise stop(_INCOMPLETE, said, warnings="; ".join(incomplete.warnings[:_NAMED])) from None
    if not quiet:
        names = listing((_IN[one][said] for one in languages), said)
        start = Path(output) / "index.html"
        say(_WRITTEN[said].format(path=output, pages=built.pages, languages=names, start=start))
        for paper in built.papers:
            say(_PAPER[said].format(path=paper.path, pages=paper.pages))
    return FAULTY if problems else FINE


def _check_paper(language: Language) -> None:
    from ._opening import stop

    if find_spec("weasyprint") is None:
        raise stop(_NO_PDF, language)
    try:
        import_module("weasyprint")
    except OSError:
        raise stop(_NO_PANGO, language) from None


def _open(
    path: str, told: str | None, on: str | None, years: tuple[str, ...], language: Language
) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive, with the problems of its files, which are said at once."""
    from ..files.loading import is_register
    from ..pages import NothingRecorded, open_archive
    from ._opening import NO_RECORDS, NO_SOUND, complain_of, day, sources_of, stop

    sources = sources_of(path, told, language)
    if told is not None and not is_register(Path(path)):
        raise stop(NO_RECORDS, language, path=path)
    when = None if on is None else day(on, language)
    for words in years:
        if not _YEAR.fullmatch(words):
            raise stop(_NOT_A_YEAR, language, words=words)
    try:
        archive, problems = open_archive(path, charters=told, on=when, years=map(int, years))
    except NothingRecorded:
        raise stop(_NO_DAY, language) from None
    complain_of([_from_here(one, sources) for one in problems], language)
    if not archive.charters:
        raise stop(NO_SOUND, language)
    return archive, problems


def _from_here(problem: Problem, sources: Iterable[Path]) -> Problem:
    """The problem with its file as seen from where one stands, so that an editor can open it."""
    if not problem.file:
        return problem
    for source in sources:
        file = (source if source.is_dir() else source.parent) / problem.file
        if file.exists():
            return evolve(problem, file=file.as_posix())
    return problem


def _within(output: Path, source: Path) -> bool:
    """Whether a folder to write is the one that is read, or lies in it."""
    if not source.is_dir():
        return False
    return output.resolve().is_relative_to(source.resolve())


@contextmanager
def _silence() -> Iterator[Callable[[int, int], None]]:
    yield lambda _done, _total: None
