# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words that lead from one page to another: to a clause, a fact, a partner, a project, a year."""

from __future__ import annotations

from datetime import date

from ..charter import Charter, Charters
from ..explain.clauses import source
from ..explain.labels import Labels
from ..explain.render import Ref, Target
from ..records.parties import Source
from ..text import Language
from .archive import Archive


def within(charter: str, name: str) -> str:
    """The id of a place that belongs to one version of a charter."""
    return f"{charter}/{name}"


def clause_ref(charter: Charter, clause: str, language: Language) -> Ref:
    """A clause by its title."""
    title = next((one.title[language] for one in charter.clauses if one.id == clause), clause)
    return Ref(Target("clause", within(charter.id, clause)), title)


def fact_ref(charter: Charter, fact: str, language: Language) -> Ref:
    """A fact by its label."""
    return Ref(Target("fact", within(charter.id, fact)), Labels.of_charter(charter).fact(fact, language))


def charter_ref(charters: Charters, charter: str, language: Language) -> Ref | str:
    """A version of the agreement by its title; an id that is no version stands for itself."""
    title = next((one.title[language] for one in charters if one.id == charter), None)
    return charter if title is None else Ref(Target("charter", charter), title)


def year_ref(year: int) -> Ref:
    """A year by its number."""
    return Ref(Target("year", str(year)), str(year))


def party_ref(archive: Archive, written: str, on: date) -> Ref | str:
    """An organisation by its name on a day, from an id or any other name it goes by; others stand as written."""
    found = None
    for charter in archive.charters.on(on) or reversed(archive.charters.versions):
        found = next((one for one in charter.partners if one.id == written), None)
        if found is not None:
            break
    party = found or archive.register.directory.parties.get(written)
    if party is None:
        return written
    dated = next((one.name for one in party.names if on in one.period), party.name)
    return Ref(Target("partner", party.id), dated)


def cited(several: tuple[Source, ...], none: str) -> str:
    """Sources in one line, or that there is none."""
    return "; ".join(map(source, several)) or none
