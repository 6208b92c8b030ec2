# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The account of a year, as an auditor signs it: what was examined, part by part what was found, what stays open.

The front stands under the year (``2025``) and each part of it under the year and the family of rules
(``2025/funding``), so that a year with many projects can be leafed through.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..explain.conduct import SHORT, WORST_FIRST
from ..explain.render import (
    Block,
    Document,
    Heading,
    Paragraph,
    Ref,
    Table,
    Target,
)
from ..explain.words import FAMILIES, FORCES, begin, day, number
from ..facts import Family
from ..reports import Report
from ..text import Language, Text
from ._front import Front
from ._norms import anchored, known_on, sections
from ._telling import Telling
from ._yearwords import Said
from .archive import Archive


def year_subjects(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Each year, and under it each part of its account."""
    for year in archive.years:
        yield str(year), Text.same(str(year))
        families = {one.family for one in sections(archive, year)}
        for family in Family:
            if family in families:
                words = FAMILIES[family]
                yield f"{year}/{family.value}", Text(f"{year}: {words.nl}", f"{year}: {words.en}")


def year_document(archive: Archive, subject: str, language: Language) -> Document:
    """The front of the account of a year, or one part of it.

    Raises:
        ValueError: when the subject is not a year, or a year and a family of rules.
    """
    year, _, family = subject.partition("/")
    report = archive.report(int(year))
    if family:
        return Document(language, tuple(_part(archive, report, year, Family(family), language)))
    return Document(language, tuple(Front(archive, year, language).blocks()))


# One part


def _part(archive: Archive, report: Report, year: str, family: Family, language: Language) -> Iterator[Block]:
    several = [one for one in sections(archive, int(year)) if one.family is family]
    words = FAMILIES[family][language]
    yield Heading(
        1, Said.TITLE_PART.say(language, year=year, family=words), Target("year", f"{year}/{family.value}")
    )
    yield Paragraph(
        (
            Said.PART_SHOWS.say(language, year=year, family=words, day=day(known_on(report), language)),
            " ",
            Ref(Target("year", year), Said.PART_OF.say(language, year=year)),
            ".",
        )
    )
    yield Paragraph(f"{Said.PART_NOT.say(language)} {Said.IN_BRACKETS.say(language)}")
    stands = [one for one in WORST_FIRST if any(section.count(one) for section in several)]
    yield Table(
        Said.PART_TABLE.say(language),
        (
            Said.CLAUSE_COLUMN.say(language),
            Said.KIND.say(language),
            *(begin(SHORT[one][language]) for one in stands),
        ),
        (
            (
                Ref(anchored(year, section), section.clause.title[language]),
                FORCES[section.clause.force][language],
                *(number(section.count(one), language) for one in stands),
            )
            for section in several
        ),
    )
    versions = len({one.charter.id for one in several}) > 1
    telling = Telling(archive, report, language, versions=versions)
    for section in several:
        yield from telling.blocks(section, anchored(year, section))
