# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Traceability as a page: from each clause to where it comes from and what used it, and back, with every empty cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, unique
from typing import Final

from ..charter import Charter, Charters
from ..findings import Status
from ..text import Language, Text
from ..traceability import ClauseTrace, Empty, Missing, Traceability, Use, Used
from ..values import Period
from .claims import CLAIMS, Line, case_refs, clause_words, fact_words, provision_refs
from .clauses import chosen, source
from .render import Block, Document, Heading, Item, Items, Paragraph, Ref, Role, Table, Target, Words, joined
from .words import WEIGHTS, begin, ended, number, period, status


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Herleidbaarheid", "Traceability")
    WHAT = Text(
        "Deze bladzijde volgt elke bepaling van haar bron, via lezing en feiten, naar de uitgewerkte gevallen en de "
        "beslissingen en bevindingen waarin zij is gebruikt, en weer terug. Wat ontbreekt, staat er als ontbrekend. Of "
        "de bron goed is gelezen, is niet te berekenen: dat kan de lezer hier nagaan.",
        "This page follows each clause from its source, through reading and facts, to the worked cases and the "
        "decisions and findings in which it was used, and back again. What is missing is told as missing. Whether the "
        "source was read well cannot be computed: here the reader can check it.",
    )
    EMPTY = Text("Lege plekken", "Empty cells")
    NO_EMPTY = Text("Er zijn geen lege plekken.", "There are no empty cells.")
    MATRIX = Text("Bepalingen van {charter}", "Clauses of {charter}")
    CLAUSE = Text("Bepaling", "Clause")
    SOURCE = Text("Bron", "Source")
    PROVISIONS = Text("Voorschriften", "Provisions")
    READING = Text("Lezing", "Reading")
    FACTS = Text("Feiten", "Facts")
    CASES = Text("Gevallen", "Cases")
    USES = Text("Gebruikt", "Used")
    ONE_WAY = Text("geen andere vermeld", "no other named")
    CHOSEN_BY = Text("gekozen door {by}", "chosen by {by}")
    NOT_CHOSEN = Text("ontbreekt: niemand koos", "missing: nobody chose")
    ALSO = Text("Andere lezing ({weight}): {title}", "Another reading ({weight}): {title}")
    NONE = Text("ontbreekt", "missing")
    TIMES = Text("{count} keer", "{count} times")
    NO_REPORT = Text("niet onderzocht", "not looked at")
    NO_REPORT_LONG = Text(
        "geen jaar onderzocht waarin deze versie gold", "no year looked at in which this version was in force"
    )
    IN_CASES = Text("{status}: ", "{status}: ")
    IN_PERIOD = Text(", {status}: ", ", {status}: ")
    BACK_PROVISIONS = Text("Terug: van voorschrift naar bepaling", "Back: from provision to clause")
    EACH_PROVISION = Text(
        "Elk voorschrift met zijn bepalingen en gevallen", "Every provision with its clauses and cases"
    )
    BACK_FACTS = Text("Terug: van feit naar bepaling", "Back: from fact to clause")
    EACH_FACT = Text(
        "Elk feit met de bepalingen, voorschriften en gevallen",
        "Every fact with its clauses, provisions and cases",
    )
    BACK_CASES = Text("Terug: van geval naar bepaling", "Back: from case to clause")
    EACH_CASE = Text(
        "Elk geval met de bepalingen en voorschriften die het aan het werk zet",
        "Every case with the clauses and provisions it puts to work",
    )
    PROVISION = Text("Voorschrift", "Provision")
    FACT = Text("Feit", "Fact")
    CASE = Text("Geval", "Case")
    NOT_A_CLAUSE = Text("geen bepaling ({claim})", "no clause ({claim})")
    NOTHING = Text("geen", "none")
    NO_PROVISIONS = Text("Er is geen bronnenregister.", "There is no ledger.")
    NO_FACTS = Text("Er zijn geen feiten.", "There are no facts.")
    NO_CASES = Text("Er zijn geen uitgewerkte gevallen.", "There are no worked cases.")
    NOT_WORKED = Text("past niet bij de overeenkomst", "does not fit the agreement")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


MISSING: Final[Mapping[Missing, Text]] = {
    Missing.SOURCE: Text("Bepalingen zonder bron", "Clauses without a source"),
    Missing.PROVISION: Text(
        "Bepalingen zonder voorschrift erachter", "Clauses without a provision behind them"
    ),
    Missing.CHOICE: Text(
        "Bepalingen met meer lezingen, waarvan niemand er een koos",
        "Clauses with several readings, of which nobody chose one",
    ),
    Missing.CASE: Text(
        "Bepalingen en feiten die geen enkel geval aan het werk zet",
        "Clauses and facts that no case puts to work",
    ),
    Missing.USE: Text(
        "Bepalingen die in de onderzochte jaren nergens zijn gebruikt",
        "Clauses that were used nowhere in the years looked at",
    ),
    Missing.CLAIM: Text("Voorschriften die nergens zijn ondergebracht", "Provisions that nobody claimed"),
    Missing.CLAUSE: Text("Feiten waar geen bepaling op rust", "Facts that no clause rests on"),
    Missing.WORKED: Text(
        "Gevallen die niet bij de overeenkomst passen", "Cases that do not fit the agreement"
    ),
}
_ROLES: Final[Mapping[str, Role]] = {"project": "project", "body": "body"}


def traceability_document(trace: Traceability, charters: Charters | Charter, language: Language) -> Document:
    """The whole matrix: what is empty, each clause forward, and back from each provision, fact and case."""
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    return Document(
        language,
        (
            Heading(1, Said.TITLE.say(language), Target("page", "traceability")),
            Paragraph(Said.WHAT.say(language)),
            *_empty(trace, versions, language),
            *(block for version in versions for block in _version(version, trace, language)),
            *_back(trace, versions, language),
        ),
    )


# What is empty


def _empty(trace: Traceability, charters: Charters, language: Language) -> Iterator[Block]:
    yield Heading(2, Said.EMPTY.say(language))
    points: list[Item] = []
    for missing, title in MISSING.items():
        several = [one for one in trace.empty if one.missing is missing]
        if several:
            named = tuple(Item(_named(one, charters, language)) for one in several)
            points.append(Item(f"{title[language]}:", Status.UNDETERMINED, named))
    yield Items(tuple(points)) if points else Paragraph(Said.NO_EMPTY.say(language))


def _named(one: Empty, charters: Charters, language: Language) -> Line:
    if not one.charter:
        return case_refs([one.id]) if one.missing is Missing.WORKED else provision_refs([one.id])
    if any(clause.id == one.id for clause in charters[one.charter].clauses):
        return clause_words([(one.charter, one.id)], charters, language)
    return fact_words([(one.charter, one.id)], charters, language)


# Forward


def _version(version: Charter, trace: Traceability, language: Language) -> Iterator[Block]:
    own = tuple(one for one in trace.clauses if one.charter == version.id)
    if not own:
        return
    yield Heading(2, version.title[language])
    columns = (Said.CLAUSE, Said.PROVISIONS, Said.READING, Said.FACTS, Said.CASES, Said.USES)
    rows = tuple(tuple(_cells(one, version, language)) for one in own)
    caption = Said.MATRIX.say(language, charter=version.title[language])
    yield Table(caption, tuple(one.say(language) for one in columns), rows)
    for one in own:
        yield Heading(3, one.clause.title[language])
        yield Items(tuple(_points(one, version, language)))


def _clause_ref(version: Charter, one: ClauseTrace, language: Language) -> Ref:
    return Ref(Target("clause", f"{version.id}/{one.clause.id}"), one.clause.title[language])


def _cells(one: ClauseTrace, version: Charter, language: Language) -> Iterator[Words]:
    none = Said.NONE.say(language)
    uses = sum(len(several) for use in one.uses for _, several in use.subjects)
    yield _clause_ref(version, one, language)
    yield joined(provision_refs(one.provisions)) or none
    if not one.clause.readings:
        yield Said.ONE_WAY.say(language)
    elif one.clause.chosen is None:
        yield Said.NOT_CHOSEN.say(language)
    else:
        yield Said.CHOSEN_BY.say(language, by=one.clause.chosen.by)
    yield number(len(one.clause.names), language)
    yield number(len(one.cases), language) if one.cases else none
    if uses:
        yield Said.TIMES.say(language, count=number(uses, language))
    else:
        yield none if one.looked_at else Said.NO_REPORT.say(language)


def _points(one: ClauseTrace, version: Charter, language: Language) -> Iterator[Item]:
    clause, none = one.clause, f"{Said.NONE.say(language)}."
    label = f"{Said.SOURCE.say(language)}: "
    yield Item(f"{label}{none if clause.source is None else ended(source(clause.source))}")
    yield Item((f"{Said.PROVISIONS.say(language)}: ", *_line(joined(provision_refs(one.provisions)), none)))
    readings = tuple(
        Item(
            ended(Said.ALSO.say(language, weight=WEIGHTS[each.weight][language], title=each.title[language]))
        )
        for each in clause.readings
    )
    if clause.chosen is not None:
        yield Item(f"{Said.READING.say(language)}: {chosen(clause.chosen, language)}", items=readings)
    else:
        words = (Said.NOT_CHOSEN if readings else Said.ONE_WAY).say(language)
        yield Item(f"{Said.READING.say(language)}: {words}.", items=readings)
    facts = fact_words([(version.id, name) for name in clause.names], Charters((version,)), language)
    yield Item((f"{Said.FACTS.say(language)}: ", *_line(facts, none)))
    cases = tuple(_in_cases(one, language))
    yield Item(
        f"{Said.CASES.say(language)}:" if cases else f"{Said.CASES.say(language)}: {none}", items=cases
    )
    uses = tuple(item for use in one.uses for item in _in_period(use, one, language))
    if uses:
        yield Item(f"{Said.USES.say(language)}:", items=uses)
    else:
        words = none if one.looked_at else f"{Said.NO_REPORT_LONG.say(language)}."
        yield Item(f"{Said.USES.say(language)}: {words}")


def _line(words: Line, none: str) -> Line:
    return (*words, ".") if words else (none,)


def _in_cases(one: ClauseTrace, language: Language) -> Iterator[Item]:
    for standing in Status:
        several = [case for case, found in one.cases if found is standing]
        if several:
            label = Said.IN_CASES.say(language, status=begin(status(one.clause.force, standing)[language]))
            yield Item((label, *joined(case_refs(several)), "."), standing)


def _in_period(use: Use, one: ClauseTrace, language: Language) -> Iterator[Item]:
    for standing, several in use.subjects:
        words = status(one.clause.force, standing)[language]
        label = Said.IN_PERIOD.say(language, status=words)
        subjects = joined(_used(use, each, language) for each in several)
        yield Item((_when(use.period, language), label, *subjects, "."), standing)


def _when(span: Period, language: Language) -> Ref | str:
    """A period, or the year that it is."""
    year = None if span.first is None else span.first.year
    if year is not None and span == Period.year(year):
        return Ref(Target("year", str(year)), str(year))
    return begin(period(span, language))


def _used(use: Use, one: Used, language: Language) -> Ref | str:
    role = _ROLES.get(use.kind)
    return one.title[language] if role is None else Ref(Target(role, one.id), one.title[language])


# Back


def _back(trace: Traceability, charters: Charters, language: Language) -> Iterator[Block]:
    none = Said.NOTHING.say(language)
    provisions = tuple(
        (
            *provision_refs([one.provision.id]),
            clause_words(one.clauses, charters, language)
            or Said.NOT_A_CLAUSE.say(language, claim=CLAIMS[one.provision.claim][language]),
            joined(case_refs(one.cases)) or none,
        )
        for one in trace.provisions
    )
    facts = tuple(
        (
            fact_words([(one.charter, one.fact.name)], charters, language),
            clause_words([(one.charter, name) for name in one.clauses], charters, language)
            or Said.NONE.say(language),
            joined(provision_refs(one.provisions)) or none,
            joined(case_refs(one.cases)) or Said.NONE.say(language),
        )
        for one in trace.facts
    )
    cases = tuple(
        (
            *case_refs([one.case.id]),
            Said.NOT_WORKED.say(language)
            if one.result is None
            else clause_words(
                [(one.result.charter, name) for name, _ in one.result.clauses], charters, language
            ),
            joined(provision_refs(one.provisions)) or none,
        )
        for one in trace.cases
    )
    for said, columns, rows in (
        (
            (Said.BACK_PROVISIONS, Said.EACH_PROVISION, Said.NO_PROVISIONS),
            (Said.PROVISION, Said.CLAUSE, Said.CASES),
            provisions,
        ),
        (
            (Said.BACK_FACTS, Said.EACH_FACT, Said.NO_FACTS),
            (Said.FACT, Said.CLAUSE, Said.PROVISIONS, Said.CASES),
            facts,
        ),
        ((Said.BACK_CASES, Said.EACH_CASE, Said.NO_CASES), (Said.CASE, Said.CLAUSE, Said.PROVISIONS), cases),
    ):
        heading, caption, without = (one.say(language) for one in said)
        yield Heading(2, heading)
        head = tuple(one.say(language) for one in columns)
        yield Table(caption, head, rows) if rows else Paragraph(without)
