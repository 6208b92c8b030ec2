# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Worked cases as a page: of each what is given, what had to come out, and what came out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, unique
from typing import Final, assert_never

from ..cases import Case, CaseResult, Difference, FlawedCase, Part, run
from ..charter import Charter, Charters
from ..facts.supposing import Supposition
from ..findings import Status
from ..stands import answer_of
from ..text import Language, Text
from ..truth import Truth
from ..values import Choice, Known, Range
from .claims import case_refs
from .labels import Labels, titles_of
from .render import Block, Document, Heading, Item, Items, Paragraph, Ref, Table, Target, Words
from .words import TRUTHS, begin, ended, listing, number, quoted, span, status

_TRUTHS: Final = {
    Status.SATISFIED: Truth.MET,
    Status.EXPLAINED: Truth.MET,
    Status.NOT_MET: Truth.NOT_MET,
}


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Uitgewerkte gevallen", "Worked cases")
    WHAT = Text(
        "Elk geval op deze bladzijde noemt feiten en zegt wat daar volgens de overeenkomst uit moet komen. Toen deze "
        "bladzijde werd gemaakt, is elk geval opnieuw uitgewerkt. De gevallen zijn bedacht: zij gaan over de regels en "
        "niet over een bestaand project.",
        "Each case on this page names facts and says what has to come out of them by the agreement. Each was worked "
        "again when this page was made. The cases are made up: they are about the rules, and not about a project that "
        "exists.",
    )
    NONE = Text(
        "Er zijn nog geen uitgewerkte gevallen bij deze overeenkomst.",
        "No worked cases go with this agreement yet.",
    )
    ALL_WELL = Text(
        "Alle {count} gevallen komen uit zoals het hoort.", "All {count} cases come out as they should."
    )
    SOME_DIFFER = Text(
        "Van de {count} gevallen komen deze niet uit zoals het hoort:",
        "Of the {count} cases, these do not come out as they should:",
    )
    TABLE = Text("Gevallen onder {charter}", "Cases under {charter}")
    ELSEWHERE = Text("Gevallen die niet bij de overeenkomst passen", "Cases that do not fit the agreement")
    CASE = Text("Geval", "Case")
    ABOUT = Text("Waarover", "About")
    COMES_OUT = Text("Komt uit", "Comes out")
    YES = Text("ja", "yes")
    NO = Text("nee", "no")
    GIVEN = Text("Gegeven is:", "Given is:")
    FOUND = Text("Wat eruit komt:", "What comes out:")
    DEPARTED = Text("Er is vastgelegd dat is afgeweken van: ", "A departure is on record from: ")
    OUTCOME = Text("Uitkomst: {outcome}.", "Outcome: {outcome}.")
    ANSWER = Text("{question} {answer}.", "{question} {answer}.")
    NEEDED = Text("Er is nog nodig: {needs}.", "Still needed: {needs}.")
    SENSITIVE = Text(
        "Een andere lezing van deze bepaling zou iets anders geven: ",
        "Another reading of this clause would give something else: ",
    )
    DIFFERS = Text(
        "Hier hoort {expected} uit te komen, en het is {found}.",
        "This has to come out as {expected}, and it is {found}.",
    )
    SOURCE = Text("Herkomst: {source}.", "From: {source}.")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def cases_document(cases: Iterable[Case], charters: Charters | Charter, language: Language) -> Document:
    """Every case, worked by the charter it is about, version by version."""
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    worked = [(case, _run(case, versions)) for case in cases]
    title = Heading(1, Said.TITLE.say(language), Target("page", "case"))
    if not worked:
        return Document(language, (title, Paragraph(Said.NONE.say(language))))
    blocks: list[Block] = [title, Paragraph(Said.WHAT.say(language)), *_summary(worked, language)]
    for version in versions:
        own = [(case, result) for case, result in worked if result and result.charter == version.id]
        if own:
            blocks += [Heading(2, version.title[language]), _table(own, version, language)]
            blocks += [
                block for case, result in own for block in _case(case, result, version, versions, language)
            ]
    lost = [case for case, result in worked if result is None]
    if lost:
        blocks.append(Heading(2, Said.ELSEWHERE.say(language)))
        for case in lost:
            blocks += [_heading(case, language)]
    return Document(language, blocks)


def _run(case: Case, charters: Charters) -> CaseResult | None:
    try:
        return run(case, charters)
    except FlawedCase:
        return None


def _well(result: CaseResult | None) -> bool:
    return result is not None and not result.differences


def _summary(worked: list[tuple[Case, CaseResult | None]], language: Language) -> Iterator[Block]:
    count = number(len(worked), language)
    wrong = [case for case, result in worked if not _well(result)]
    if not wrong:
        yield Paragraph(Said.ALL_WELL.say(language, count=count))
        return
    yield Paragraph(Said.SOME_DIFFER.say(language, count=count))
    yield Items(
        tuple(
            Item((*case_refs([one.id]), f": {ended(one.title[language])}"), Status.NOT_MET) for one in wrong
        )
    )


def _table(own: Iterable[tuple[Case, CaseResult]], version: Charter, language: Language) -> Table:
    columns = (Said.CASE.say(language), Said.ABOUT.say(language), Said.COMES_OUT.say(language))
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (*case_refs([case.id]), case.title[language], (Said.YES if _well(result) else Said.NO).say(language))
        for case, result in own
    )
    return Table(Said.TABLE.say(language, charter=version.title[language]), columns, rows)


def _heading(case: Case, language: Language) -> Heading:
    return Heading(3, f"{case.id}: {case.title[language]}", Target("case", case.id))


def _case(
    case: Case, result: CaseResult, version: Charter, charters: Charters, language: Language
) -> Iterator[Block]:
    yield _heading(case, language)
    if case.note is not None:
        yield Paragraph(ended(case.note[language]))
    given = tuple(_given(case, version, language))
    if given:
        yield Paragraph(Said.GIVEN.say(language))
        yield Items(given)
    yield Paragraph(Said.FOUND.say(language))
    yield Items(tuple(_came_out(case, result, version, charters, language)))
    if case.source and case.source != case.id:
        yield Paragraph(Said.SOURCE.say(language, source=case.source))


def _given(case: Case, version: Charter, language: Language) -> Iterator[Item]:
    labels = Labels.of_charter(version)
    told = dict(case.facts)
    for fact in version.facts:
        if fact.name in told:
            known = Supposition(fact.name, str(told[fact.name])).known(fact)
            label = Ref(Target("fact", f"{version.id}/{fact.name}"), begin(fact.label[language]))
            yield Item((label, f": {said(known, fact.name, labels, language)}"))
    for name in case.departures:
        yield Item((Said.DEPARTED.say(language), _clause_ref(version, name, language)))


def said(known: Known, fact: str, labels: Labels, language: Language) -> str:
    """What is known of a fact, in words."""
    match known:
        case Truth():
            return TRUTHS[known][language]
        case Choice():
            return listing(
                (labels.option(fact, one, language) for one in sorted(known.options)), language, "or"
            )
        case Range():
            return span(known, language, labels.units.get(fact, ""))
        case _:
            assert_never(known)


def _clause_ref(version: Charter, clause: str, language: Language) -> Ref:
    return Ref(Target("clause", f"{version.id}/{clause}"), version.clause(clause).title[language])


def _came_out(
    case: Case, result: CaseResult, version: Charter, charters: Charters, language: Language
) -> Iterator[Item]:
    wrong = {(one.part, one.name): one for one in result.differences}
    titles = titles_of(charters)

    def point(part: Part, name: str, words: Words, mark: Status) -> Item:
        differs = wrong.get((part, name))
        return Item(words, mark, () if differs is None else (Item(_differs(differs, language)),))

    if case.outcome:
        outcome = quoted(titles[result.outcome][language])
        mark = (
            Status.UNDETERMINED
            if result.outcome not in {one.id for one in version.outcomes}
            else Status.SATISFIED
        )
        yield point("outcome", "", Said.OUTCOME.say(language, outcome=outcome), mark)
    stood = dict(result.questions)
    for question in version.questions:
        if question.id in dict(case.questions):
            standing = stood[question.id]
            answer = answer_of(question.answers, standing, _TRUTHS.get(standing, Truth.UNKNOWN))[language]
            words = Said.ANSWER.say(language, question=question.title[language], answer=begin(answer))
            yield point("questions", question.id, words, standing)
    for name, standing in result.clauses:
        if name in dict(case.clauses):
            words_of = status(version.clause(name).force, standing)[language]
            yield point("clauses", name, (_clause_ref(version, name, language), f": {words_of}."), standing)
    if case.needs:
        needs = listing((_needed(version, name, language) for name in case.needs), language)
        yield point("needs", "", Said.NEEDED.say(language, needs=needs), Status.UNDETERMINED)
    for name in case.sensitive:
        line = (Said.SENSITIVE.say(language), _clause_ref(version, name, language), ".")
        yield point("sensitive", name, line, Status.INFO)


def _needed(version: Charter, name: str, language: Language) -> str:
    facts = {one.name: one.label[language] for one in version.facts}
    return facts[name] if name in facts else quoted(version.clause(name).title[language])


def _differs(one: Difference, language: Language) -> str:
    return Said.DIFFERS.say(language, expected=quoted(one.expected), found=quoted(one.found or "–"))
