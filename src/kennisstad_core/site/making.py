# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes the whole site: every page in every language, in a folder that is complete or not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from ..errors import Problem
from ..explain.render import Document
from ..explain.words import day
from ..pages import Archive
from ..pages.identity import identity
from ..text import LANGUAGES, Language, Text
from .building import Incomplete, run
from .choice import choice
from .dressing import Dressing
from .overview import front, name_of, part_page
from .paper import Paper, file_name, print_paper, printed
from .place import Occupied, replaced
from .plan import ACCESSIBILITY, ROOT, Part, plan
from .statement import TITLE, statement
from .theme import web

__all__ = ["Built", "Incomplete", "Occupied", "build_site"]

_FOOTNOTE: Final = Text("{name}, naar de stand van {on}.", "{name}, as of {on}.")
_SEARCH: Final = Text("Zoek in deze documentatie", "Search this documentation")
_NOT_SERVED: Final = (".buildinfo", "objects.inv", "_static/**/*.map", "_static/webpack-macros.html")
"""What Sphinx and the theme leave behind for themselves and for other projects."""


@frozen
class Built:
    """What was made: the folder, how many pages in each language, and the PDF files."""

    folder: Path
    pages: int
    papers: tuple[Paper, ...] = ()


def build_site(
    archive: Archive,
    output: str | Path,
    *,
    version: str,
    problems: Iterable[Problem] = (),
    languages: tuple[Language, ...] = LANGUAGES,
    told: Callable[[int, int], None] = lambda _done, _total: None,
    contact: str = "",
    pdf: bool = False,
    jobs: int = 1,
) -> Built:
    """Write the site of an archive into a folder; what was there before is replaced when all went well.

    ``version`` is that of the library; ``problems`` are told on the front page, ``contact`` in the accessibility
    statement; ``told`` is called with how many steps are done, and of how many.

    Raises:
        Occupied: an `OSError` when the folder holds something that was not made here.
        Incomplete: when some page could not be made as it should be.
    """
    parts = plan(archive)
    faults = tuple(problems)
    pages = 2 + len(parts) + sum(len(part.leaves) for part in parts)
    steps = _Steps(told, (3 if pdf else 2) * pages * len(languages))
    folder = Path(output)
    papers: list[Paper] = []
    with replaced(folder) as made:
        for language in languages:
            title = name_of(archive, language)
            documents: dict[str, Callable[[], Document]] = {
                **_leads(archive, parts, faults, language),
                ACCESSIBILITY: partial(statement, archive, contact, version, language),
                **_pages(archive, parts, language),
            }
            run(
                documents,
                parts,
                language,
                made / language,
                builder="html",
                settings=web(title, language, _SEARCH[language]),
                dress=Dressing(
                    language,
                    tuple(one for one in languages if one != language),
                    _FOOTNOTE[language].format(name=title, on=day(archive.on, language)),
                    TITLE[language],
                    partial(_tags, archive, parts, documents, language),
                    file_name(archive) if pdf else "",
                ),
                told=steps,
                jobs=jobs,
            )
            _sweep(made / language)
            if pdf:
                target = made / language / file_name(archive)
                on_paper = {**documents, **_leads(archive, parts, faults, language, paper=True)}
                paper = print_paper(archive, on_paper, printed(parts), language, target, told=steps)
                papers.append(evolve(paper, path=folder / language / target.name))
        (made / "index.html").write_text(choice(archive, languages), "utf-8", newline="\n")
    return Built(folder, pages, tuple(papers))


def _sweep(folder: Path) -> None:
    for pattern in _NOT_SERVED:
        for file in folder.glob(pattern):
            file.unlink()
    for empty in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        if not any(empty.iterdir()):
            empty.rmdir()


class _Steps:
    """Counts pages as they are read and written."""

    def __init__(self, told: Callable[[int, int], None], total: int) -> None:
        self.told = told
        self.total = total
        self.done = 0

    def __call__(self, _page: str) -> None:
        self.done = min(self.done + 1, self.total)
        self.told(self.done, self.total)


def _leads(
    archive: Archive,
    parts: tuple[Part, ...],
    problems: tuple[Problem, ...],
    language: Language,
    *,
    paper: bool = False,
) -> dict[str, Callable[[], Document]]:
    """How to make the pages that lead to the others, by the name of their file."""
    return {
        ROOT: partial(front, archive, parts, problems, language, paper=paper),
        **{part.doc: partial(part_page, part, language, paper=paper) for part in parts},
    }


def _pages(
    archive: Archive, parts: tuple[Part, ...], language: Language
) -> dict[str, Callable[[], Document]]:
    """How to make all others; each is made once, however often it is asked for: read, tagged, printed."""
    return {
        leaf.doc: cache(partial(leaf.page.make, archive, leaf.subject, language))
        for part in parts
        for leaf in part.leaves
    }


def _tags(
    archive: Archive,
    parts: tuple[Part, ...],
    documents: Mapping[str, Callable[[], Document]],
    language: Language,
    doc: str,
) -> Mapping[str, str]:
    """What goes into the head of a page: of one that is generated what it is, of the others what anybody asks."""
    for part in parts:
        for leaf in part.leaves:
            if leaf.doc == doc:
                tags = identity(archive, leaf.page, leaf.subject, documents[doc]())
                return (
                    {"description": tags["DCTERMS.abstract"], **tags} if "DCTERMS.abstract" in tags else tags
                )
    name = name_of(archive, language)
    return {
        "DCTERMS.language": language,
        "DCTERMS.creator": name,
        "DCTERMS.publisher": name,
        "DCTERMS.modified": archive.on.isoformat(),
    }
