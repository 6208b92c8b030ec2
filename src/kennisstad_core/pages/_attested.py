# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the data of a year are complete for, by whose word, and which findings lack such a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import fields_dict

from ..explain.render import Block, Heading, Paragraph, Ref, Table, Target, Words, joined
from ..explain.words import LISTS, begin, day, number, period
from ..findings import Status
from ..records.judgements import Completeness
from ..records.projects import Project
from ..reports import Report
from ..text import Language
from ..values import ALWAYS, Period
from ._yearwords import Said
from .archive import Archive

FEW: Final = 6
"""Up to so many projects without an attestation are named."""
_OF_PROJECTS: Final = frozenset(fields_dict(Project))


def attested(archive: Archive, report: Report, language: Language) -> Iterator[Block]:
    """The attestations that say something of the year, and the lists that some finding misses one for."""
    yield Heading(2, Said.COMPLETE.say(language))
    yield Paragraph(Said.COMPLETE_WHY.say(language))
    rows = [*_of_all(archive, report.period, language), *_of_projects(archive, report, language)]
    if rows:
        columns = (Said.LIST, Said.FOR_WHAT, Said.BY, Said.GIVEN_ON)
        yield Table(Said.ATTESTED.say(language), tuple(one.say(language) for one in columns), rows)
    else:
        yield Paragraph(Said.NOBODY_ATTESTS.say(language))
    yield from _lacking(report, language)


def _name(of: str, language: Language) -> str:
    return begin(LISTS[of][language]) if of in LISTS else of


def _of_all(archive: Archive, within: Period, language: Language) -> Iterator[tuple[Words, ...]]:
    """What is attested of the lists of the partnership itself."""
    bodies = {one.id: one.title[language] for charter in archive.charters for one in charter.bodies}
    for one in sorted(archive.register.completeness, key=lambda each: (each.of, each.body, each.on)):
        if one.period.meet(within) is not None:
            days = Said.ANY_DAY.say(language) if one.period == ALWAYS else period(one.period, language)
            # A list that projects keep too is attested for each project by itself.
            whole = Said.ITSELF if one.of in _OF_PROJECTS else Said.WHOLE
            phrase = Said.OF_BODY if one.body else whole
            what = phrase.say(language, body=begin(bodies.get(one.body, one.body)), period=days)
            yield _name(one.of, language), what, str(one.by), day(one.on, language)


def _of_projects(archive: Archive, report: Report, language: Language) -> Iterator[tuple[Words, ...]]:
    """What is attested of the lists of projects: of how many, by whom, and when."""
    every = [one.project for one in report.decisions]
    given: dict[str, dict[str, list[Completeness]]] = {}
    for project in every:
        for one in archive.register[project].completeness:
            if one.period.meet(report.period) is not None:
                given.setdefault(one.of, {}).setdefault(project, []).append(one)
    for of in sorted(given):
        several = [one for ones in given[of].values() for one in ones]
        what = Said.OF_PROJECTS.say(
            language, some=number(len(given[of]), language), every=number(len(every), language)
        )
        others = [one for one in every if one not in given[of]]
        where: Words = what
        if 0 < len(others) <= FEW:
            refs = (Ref(Target("project", one), archive.register[one].title[language]) for one in others)
            where = (what, Said.NOT_OF.say(language), *joined(refs))
        yield _name(of, language), where, "; ".join(_people(several)), _days(several, language)


def _people(several: Iterable[Completeness]) -> Iterator[str]:
    yield from sorted({str(one.by) for one in several})


def _days(several: Iterable[Completeness], language: Language) -> str:
    days = sorted({one.on for one in several})
    return period(Period(days[0], days[-1]), language)


def _lacking(report: Report, language: Language) -> Iterator[Block]:
    rests: dict[str, list[Status]] = {}
    for finding in report.findings:
        for name in finding.incomplete:
            rests.setdefault(name, []).append(finding.status)
    if rests:
        columns = (Said.LIST, Said.FINDINGS, Said.OPEN_FINDINGS)
        rows = (
            (
                _name(of, language),
                number(len(rests[of]), language),
                number(rests[of].count(Status.UNDETERMINED), language),
            )
            for of in sorted(rests, key=lambda one: (-len(rests[one]), one))
        )
        yield Table(Said.LACKING.say(language), tuple(one.say(language) for one in columns), rows)
