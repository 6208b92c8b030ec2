# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The money of a year: who pledged, committed and paid what for which project, and how far that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from ..explain.money import funding_document
from ..explain.render import Block, Document, Heading, Paragraph, Ref, Table, Target, Words, said
from ..explain.words import day
from ..pictures import funding
from ..reconciliation import reconcile
from ..text import Language, Text
from ..values import Period
from .archive import Archive
from .figures import drawn
from .parties import parties

_SHOWS: Final = Text(
    "Wie in {year} wat toezegde, vastlegde en betaalde, per project en voor de kern, zoals vastgelegd en bekend op "
    "{day}. Of een bijdrage hoog genoeg is, staat hier niet: dat toetst het rapport van bevindingen.",
    "Who pledged, committed and paid what in {year}, by project and for the core, as recorded and known on {day}. "
    "Whether a contribution is enough is not said here: the report of findings examines that.",
)
_NONE: Final = Text(
    "Over dit jaar is geen overeenkomst vastgelegd, dus is er niets te reconciliëren.",
    "No agreement is on record for this year, so there is nothing to reconcile.",
)


def funding_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Each year that is accounted for."""
    return ((str(year), Text.same(str(year))) for year in archive.years)


def funding_page(archive: Archive, year: str, language: Language) -> Document:
    """The reconciliation of a year, with a picture of who stands where.

    Raises:
        ValueError: when the subject is not a year.
    """
    return Document(language, tuple(_funding(archive, int(year), language)))


def _funding(archive: Archive, year: int, language: Language) -> Iterator[Block]:
    span = Period.year(year)
    assert span.first is not None
    assert span.last is not None
    on = max(span.first, min(archive.on, span.last))
    if not len(archive.charters):
        yield Heading(1, str(year), Target("page", f"funding/{year}"))
        yield Paragraph(_NONE[language])
        return
    made = reconcile(archive.charters, archive.register, period=span, on=on)
    title, _, apart, *blocks = funding_document(made, language).blocks
    assert isinstance(title, Heading)
    yield evolve(title, target=Target("page", f"funding/{year}"))
    yield Paragraph(_SHOWS[language].format(year=year, day=day(on, language)))
    yield apart
    figure = drawn(lambda: funding(made, language), language=language)
    if figure is not None:
        yield figure
    names = {one.name: one.id for one in parties(archive).values()}
    yield from (_led(one, names) if isinstance(one, Table) else one for one in blocks)


def _led(table: Table, names: dict[str, str]) -> Table:
    """The table with the party that each row is of leading to its page."""

    def row(cells: tuple[Words, ...]) -> tuple[Words, ...]:
        name = said(cells[0])
        return (Ref(Target("partner", names[name]), name), *cells[1:]) if name in names else cells

    return evolve(table, rows=map(row, table.rows))
