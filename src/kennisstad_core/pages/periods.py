# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The account of any period, as that of a year: for each clause the norm, the evidence, the finding, and room to write.

A half year that a committee asked about has no page of its own; it is made where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..explain.render import Block, Document, Heading, Paragraph, Target
from ..explain.words import day, period
from ..governance import audit
from ..text import Language, Text
from ..values import Period
from ._norms import sections_of
from ._telling import Telling
from ._yearwords import Said
from .archive import Archive

THE_PERIOD: Final = Text("de periode {period}", "the period {period}")
NOTHING: Final = Text(
    "Over deze periode is geen bepaling onderzocht: er gold geen vastgelegde overeenkomst, of er was niets om aan te "
    "toetsen.",
    "No clause was examined for this period: no recorded agreement was in force, or there was nothing to examine.",
)


def period_document(archive: Archive, span: Period, language: Language) -> Document:
    """Every clause that was looked at in a period, by what was known on its last day or on that of the archive.

    Raises:
        ValueError: when the period is open.
    """
    return Document(language, tuple(_account(archive, span, language)))


def _account(archive: Archive, span: Period, language: Language) -> Iterator[Block]:
    on = archive.on if archive.on in span else span.last
    report = audit(archive.charters, archive.register, period=span, on=on)
    assert on is not None
    name = f"{span.first}..{span.last}"
    words = THE_PERIOD[language].format(period=period(span, language))
    partnership = report.partnership[language]
    yield Heading(1, Said.TITLE.say(language, partnership=partnership, year=words), Target("year", name))
    yield Paragraph(Said.SHOWS.say(language, year=words, day=day(on, language)))
    yield Paragraph(Said.NOT_SHOWN.say(language))
    several = sections_of(archive, report)
    if not several:
        yield Paragraph(NOTHING[language])
    versions = len({one.charter.id for one in several}) > 1
    telling = Telling(archive, report, language, versions=versions)
    for one in several:
        place = f"{name}/{one.family.value}/{one.charter.id}/{one.clause.id}"
        yield from telling.blocks(one, Target("year", place))
