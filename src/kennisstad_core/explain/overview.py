# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many answers at a glance: one project over time, and all projects of a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..charter import UNDETERMINED, Charter, Charters
from ..conditions import Compare, CompareShare, leaves
from ..facts import Fact
from ..findings import Status
from ..governance import Decision, Report, Spell
from ..stands import UNDETERMINED_TITLE
from ..text import Language, Text
from ..values import Range
from . import render
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .sentences import Voice
from .words import day, listing, number, period, status

# One project over time


def explain_history(spells: Iterable[Spell], charters: Charters | Charter, language: Language) -> str:
    """When each outcome held, and which clauses turned, as plain text of at most 80 columns."""
    return render.text(history_document(spells, charters, language))


def history_document(spells: Iterable[Spell], charters: Charters | Charter, language: Language) -> Document:
    """When each outcome held, and which clauses turned, as typed blocks; a clause told in the words of its version."""
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    rows: list[tuple[str, str, str]] = []
    before: Spell | None = None
    for spell in spells:
        charter = versions[spell.charter] if spell.charter else None
        outcome = _outcome(spell, charter)[language]
        turned = "; ".join(_turned(before, spell, charter, language)) or Phrase.NONE.say(language)
        rows.append((period(spell.period, language), outcome, turned))
        before = spell
    columns = (Phrase.PERIOD, Phrase.OUTCOME_COLUMN, Phrase.CHANGED)
    table = Table(Phrase.HISTORY.say(language), tuple(one.say(language) for one in columns), rows)
    return Document(language, (table,))


def _outcome(spell: Spell, charter: Charter | None) -> Text:
    if charter is None:
        return Phrase.NO_VERSION.value
    if spell.outcome == UNDETERMINED:
        return UNDETERMINED_TITLE
    return next(one.title for one in charter.outcomes if one.id == spell.outcome)


def _turned(before: Spell | None, spell: Spell, charter: Charter | None, language: Language) -> Iterator[str]:
    """The clauses that stand otherwise than in the spell before; of another version, those that are new too."""
    if before is None or not before.charter or charter is None:
        return
    was = dict(before.clauses)
    for name, standing in spell.clauses:
        if was.get(name) is not standing:
            clause = charter.clause(name)
            words = status(clause.force, standing)[language]
            yield Phrase.LABELLED.say(language, label=clause.title[language], words=words)


# All projects of a period


def overview(report: Report, language: Language) -> str:
    """Every project with its outcome, who was counted and what is missing, as plain text of at most 80 columns."""
    return render.text(overview_document(report, language))


def overview_document(report: Report, language: Language) -> Document:
    """Every project with its outcome, who was counted and what is missing, as typed blocks."""
    return Document(language, tuple(_overview(report, language)))


def _overview(report: Report, language: Language) -> Iterator[Block]:
    total = len(report.decisions)
    yield Heading(1, Phrase.OVERVIEW.say(language, partnership=report.partnership[language]))
    many = Phrase.MANY_PROJECTS if total else Phrase.NO_PROJECTS
    count = (Phrase.ONE_PROJECT if total == 1 else many).say(language, count=number(total, language))
    first, last = report.period.first, report.period.last
    if first is not None and first == last:
        yield Paragraph(Phrase.OVERVIEW_DAY.say(language, count=count, day=day(first, language)))
    else:
        span = period(report.period, language)
        yield Paragraph(Phrase.OVERVIEW_PERIOD.say(language, count=count, period=span))
    if report.outside:
        yield Paragraph(Phrase.OUTSIDE_PERIOD.say(language, projects=listing(report.outside, language)))
    if not report.decisions:
        return
    titles = _titles(report)
    by_outcome = {
        name: sum(one.outcome == name for one in report.decisions)
        for name in dict.fromkeys(one.outcome for one in report.decisions)
    }
    yield Table(
        Phrase.BY_OUTCOME.say(language),
        (Phrase.OUTCOME_COLUMN.say(language), Phrase.NUMBER.say(language)),
        tuple((titles[name][language], number(many, language)) for name, many in by_outcome.items()),
    )
    columns = (Phrase.PROJECT, Phrase.OUTCOME_COLUMN, Phrase.COUNTED_PARTIES, Phrase.MISSING)
    yield Table(
        Phrase.PROJECTS.say(language),
        tuple(one.say(language) for one in columns),
        tuple(_row(one, language) for one in report.decisions),
    )
    turned = [
        Item(report[project].title[language], items=tuple(_spells(spells, titles, language)))
        for project, spells in report.spells
        if len({spell.outcome for spell in spells}) > 1
    ]
    if turned:
        yield Heading(2, Phrase.TURNED.say(language))
        yield Items(turned)


def _titles(report: Report) -> Mapping[str, Text]:
    """The outcomes by id, as far as some decision names them."""
    titles = {name: title for one in report.decisions for name, title in one.ruling.possible}
    return {**titles, UNDETERMINED: UNDETERMINED_TITLE}


def _spells(spells: Iterable[Spell], titles: Mapping[str, Text], language: Language) -> Iterator[Item]:
    for spell in spells:
        title = titles.get(spell.outcome)
        outcome = spell.outcome if title is None else title[language]
        words = Phrase.LABELLED.say(language, label=period(spell.period, language), words=outcome)
        yield Item(words, Status.INFO)


def _row(decision: Decision, language: Language) -> tuple[str, str, str, str]:
    voice = Voice.of(decision, language)
    none = Phrase.NONE.say(language)
    needs = "; ".join(ask.short for ask in voice.asks())
    project = Phrase.AS_OF.say(language, project=decision.title[language], day=day(decision.on, language))
    return project, decision.ruling.title[language], _counted(voice) or none, needs or none


def _counted(voice: Voice[Decision]) -> str:
    """The number that the first question turns on, with the names behind it."""
    fact = next(_numbers(voice), None)
    if fact is None:
        return ""
    value = voice.value(fact.name, fact.value)
    names = ", ".join(voice.counted(fact))
    return Phrase.LABELLED.say(voice.language, label=value, words=names) if names else value


def _numbers(voice: Voice[Decision]) -> Iterator[Fact]:
    for question in voice.decision.questions:
        for clause in question.clauses:
            for leaf in leaves(clause.finding.condition):
                if isinstance(leaf, Compare | CompareShare):
                    name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
                    fact = voice.facts.get(name)
                    if fact is not None and isinstance(fact.value, Range):
                        yield fact
