# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cross-links in words: who works with whom, who could hook on, and what breaks when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, assert_never

from ..charter import UNDETERMINED, Charter, Charters
from ..findings import Status
from ..links.affiliations import Affiliations, Node, party, project, theme
from ..links.hook_on import Because, Candidate, Reason, Short
from ..links.overview import Overview
from ..links.questions import Pair, unjudged
from ..links.results import Caution, Reply, Unknown
from ..links.what_if import Falls, FunderStops, Impact, PartyLeaves, ProjectEnds, Summary, Uncovered
from ..stands import UNDETERMINED_TITLE
from ..text import Language
from ..values import Period
from .crosswords import REASONS, Said
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .words import WHYS, begin, day, listing, money, number, period, quoted, status

SHOWN: Final = 3
"""So many names are written out in a cell; of the rest it is said how many there are."""


class _Names:
    """What nodes and clauses are called, in one language."""

    def __init__(
        self,
        table: Affiliations,
        charters: Charters | Charter | None,
        language: Language,
        shown: int | None = SHOWN,
    ) -> None:
        self.table, self.language, self.shown = table, language, shown
        versions = (charters,) if isinstance(charters, Charter) else tuple(charters or ())
        self.clauses = {clause.id: clause.title for charter in versions for clause in charter.clauses}
        self.outcomes = {one.id: one.title for charter in versions for one in charter.outcomes}
        self.outcomes[UNDETERMINED] = UNDETERMINED_TITLE
        self.roles = {one.id: one.title for charter in versions for one in charter.roles}

    def node(self, node: Node) -> str:
        return self.table.title(node)[self.language]

    def both(self, one: Node, other: Node) -> str:
        return listing((self.node(one), self.node(other)), self.language)

    def projects(self, ids: Iterable[str]) -> str:
        return self.some([self.node(project(one)) for one in ids], self.shown)

    def parties(self, nodes: Iterable[Node]) -> str:
        return listing(map(self.node, nodes), self.language)

    def some(self, names: list[str], shown: int | None = SHOWN) -> str:
        """The names; of many the first, and how many more there are."""
        if shown is None or len(names) <= shown + 1:
            return listing(names, self.language)
        return Said.AND_MORE.say(
            self.language, names=", ".join(names[:shown]), count=number(len(names) - shown, self.language)
        )

    def clause(self, name: str) -> str:
        return quoted(self.clauses[name][self.language] if name in self.clauses else name)

    def outcome(self, name: str) -> str:
        return quoted(self.outcomes[name][self.language] if name in self.outcomes else name)


def _when(days: Period, language: Language) -> str:
    return period(days, language)


def remarks(
    unknown: Iterable[Unknown], cautions: Iterable[Caution], withheld: int, language: Language
) -> Iterator[Block]:
    """What an answer left out and why, and what to keep in mind about it."""
    several = list(unknown)
    if several:
        yield Heading(2, Said.LEFT_OUT.say(language))
        yield Items(
            Item(
                Said.LEFT_OUT_WHY.say(
                    language, why=begin(WHYS[one.why][language]), records=listing(one.records, language)
                )
            )
            for one in several
        )
    if withheld:
        said = Said.WITHHELD_ONE if withheld == 1 else Said.WITHHELD
        yield Paragraph(said.say(language, count=number(withheld, language)))
    for caution in dict.fromkeys(cautions):
        yield Paragraph(Said.CAUTION.say(language, caution=_lower(caution.value[language])))


def _lower(words: str) -> str:
    """As it goes on after a colon, in Dutch and English alike."""
    return words[:1].lower() + words[1:]


# Who works with whom


def links_document(
    overview: Overview, charters: Charters | Charter | None, language: Language, *, every: bool = False
) -> Document:
    """Every pair with and without a link, what rests on one project, and the themes.

    With ``every`` all projects are written out, where otherwise of many only the first are.
    """
    names = _Names(overview.table, charters, language, None if every else SHOWN)
    return Document(language, tuple(_links(overview, names)))


def _links(told: Overview, names: _Names) -> Iterator[Block]:
    language = names.language
    yield Heading(1, Said.LINKS.say(language, window=_when(told.window, language)))
    every = told.pairs.rows
    linked = sorted((one for one in every if one.projects), key=lambda one: -len(one.projects))
    if not every:
        yield Paragraph(Said.NO_PAIRS.say(language))
    else:
        yield Paragraph(
            Said.COUNTED.say(
                language, links=number(len(linked), language), pairs=number(len(every), language)
            )
        )
    if linked:
        columns = (Said.PARTNERS, Said.PROJECTS, Said.WHICH)
        yield Table(
            Said.WHO_WITH_WHOM.say(language),
            tuple(one.say(language) for one in columns),
            (
                (names.both(one.one, one.other), str(len(one.projects)), names.projects(one.projects))
                for one in linked
            ),
        )
    if every:
        yield from _missing([one for one in every if not one.projects], names)
        yield from _single([one for one in every if len(one.projects) == 1], names)
    yield from _coverage(told, names)
    yield from _others(told, names)
    yield from remarks(told.pairs.unknown, told.pairs.cautions, told.wanted.withheld, language)


def _missing(missing: list[Pair], names: _Names) -> Iterator[Block]:
    language = names.language
    yield Heading(2, Said.MISSING.say(language))
    if not missing:
        yield Paragraph(Said.ALL_LINKED.say(language))
        return
    yield Items(
        Item(
            Said.PERHAPS.say(
                language, pair=names.both(one.one, one.other), records=listing(one.perhaps, language)
            )
            if one.perhaps
            else names.both(one.one, one.other)
        )
        for one in missing
    )
    yield Paragraph(Said.NOT_A_FAULT.say(language))


def _single(single: list[Pair], names: _Names) -> Iterator[Block]:
    language = names.language
    if not single:
        return
    yield Heading(2, Said.ON_ONE.say(language))
    yield Items(
        Item(
            Said.ONLY.say(
                language,
                pair=names.both(one.one, one.other),
                project=quoted(names.node(project(one.projects[0]))),
            )
        )
        for one in single
    )


def _coverage(told: Overview, names: _Names) -> Iterator[Block]:
    language = names.language
    rows = told.coverage.rows
    if not rows:
        return
    themes = list(dict.fromkeys(one.theme for one in rows))
    parties = list(dict.fromkeys(one.party for one in rows))
    cells = {(one.party, one.theme): len(one.projects) for one in rows}
    yield Heading(2, Said.COVERAGE.say(language))
    unsaid = unjudged(told.table, told.window)
    if unsaid:
        said = Said.UNJUDGED_ONE if len(unsaid) == 1 else Said.UNJUDGED
        yield Paragraph(said.say(language, count=number(len(unsaid), language)))
    if not any(one.projects for one in rows):
        return
    yield Table(
        Said.FITTING.say(language),
        (Said.PARTNER.say(language), *(names.node(one) for one in themes)),
        ((names.node(who), *(str(cells[who, one]) for one in themes)) for who in parties),
    )


def _others(told: Overview, names: _Names) -> Iterator[Block]:
    language = names.language
    if told.unlinked_themes.rows and any(one.projects for one in told.coverage.rows):
        yield Heading(2, Said.THEMES.say(language))
        yield Items(
            Item(
                (
                    Said.NOBODY_IN_BOTH
                    if not one.parties
                    else Said.ACTIVE_IN_BOTH
                    if len(one.parties) == 1
                    else Said.ACTIVE_IN_BOTH_MANY
                ).say(
                    language,
                    pair=names.both(one.one, one.other),
                    parties=names.parties(party(each) for each in one.parties),
                )
            )
            for one in told.unlinked_themes.rows
        )
    if told.wanted.rows:
        yield Heading(2, Said.WANTED.say(language))
        yield Items(
            Item(
                (Said.WANTED_ALONE if one.alone else Said.WANTED_BY).say(
                    language,
                    topic=names.node(theme(one.topic)),
                    parties=names.parties(one.parties),
                    projects=names.projects(one.alone),
                )
            )
            for one in told.wanted.rows
        )
    if told.one_sided.rows:
        yield Heading(2, Said.ONE_SIDED.say(language))
        yield Items(
            Item(
                (Said.SILENT if one.silent else Said.NOT_SILENT).say(
                    language,
                    project=names.node(one.project),
                    holders=names.parties(map(party, one.holders)),
                    silent=names.parties(map(party, one.silent)),
                )
            )
            for one in told.one_sided.rows
        )


# Who could hook on


def hook_on_document(
    found: Reply[Candidate],
    table: Affiliations,
    charters: Charters | Charter,
    language: Language,
    *,
    on: str,
    whole: Node | None = None,
    partner: Node | None = None,
    short: Reply[Short] | None = None,
) -> Document:
    """The candidates with their reasons: for one project, for one partner, or for every project in turn."""
    names = _Names(table, charters, language)
    return Document(language, tuple(_hook_on(found, names, on, whole, partner, short)))


def _hook_on(
    found: Reply[Candidate],
    names: _Names,
    on: str,
    whole: Node | None,
    partner: Node | None,
    short: Reply[Short] | None,
) -> Iterator[Block]:
    language = names.language
    if whole is not None:
        yield Heading(1, Said.HOOK_ON_TO.say(language, project=quoted(names.node(whole)), day=on))
    elif partner is not None:
        yield Heading(1, Said.HOOK_ON_FOR.say(language, party=names.node(partner), day=on))
    else:
        yield Heading(1, Said.HOOK_ON.say(language, day=on))
    if short is not None:
        yield Heading(2, Said.SHORT.say(language))
        if short.rows:
            yield Items(Item(_short(one, names)) for one in short.rows)
        else:
            yield Paragraph(Said.NO_SHORT.say(language))
    if not found.rows:
        yield Paragraph(Said.NO_CANDIDATES.say(language))
    elif whole is not None:
        yield Paragraph(Said.ORDER.say(language))
        yield Items(Item(names.node(one.party), items=_reasons(one, names)) for one in found.rows)
    elif partner is not None:
        yield Paragraph(Said.ORDER.say(language))
        yield Items(Item(names.node(one.project), items=_reasons(one, names)) for one in found.rows)
    else:
        yield Paragraph(Said.ORDER.say(language))
        by_project = sorted(found.rows, key=lambda one: one.project)
        for node, several in groupby(by_project, key=lambda one: one.project):
            yield Heading(2, names.node(node))
            yield Items(Item(names.node(one.party), items=_reasons(one, names)) for one in several)
    yield from remarks(found.unknown, found.cautions, found.withheld, language)


def _reasons(one: Candidate, names: _Names) -> tuple[Item, ...]:
    if not one.reasons:
        return (Item(Said.NO_REASON.say(names.language)),)
    return tuple(Item(_reason(reason, names)) for reason in one.reasons)


def _reason(one: Reason, names: _Names) -> str:
    match one.because:
        case Because.INTEREST:
            about = [_topic(name, names) for name in one.about]
        case Because.INTENDS:
            about = [names.roles[name][names.language] if name in names.roles else name for name in one.about]
        case Because.LIFTS:
            about = [names.clause(name) for name in one.about]
        case Because.CONNECTS:
            about = [names.node(party(name)) for name in one.about]
        case Because.SHARED_THEME | Because.WORKED_TOGETHER:
            about = [names.node(project(name)) for name in one.about]
        case _:
            assert_never(one.because)
    return REASONS[one.because][names.language].format(about=names.some(about))


def _topic(name: str, names: _Names) -> str:
    for node in (theme(name), project(name)):
        if node in names.table.names:
            return names.node(node)
    return name


def _short(one: Short, names: _Names) -> str:
    said = Said.SHORT_OF_ONE if one.needed == 1 else Said.SHORT_OF
    words = said.say(
        names.language,
        project=names.node(one.project),
        count=number(one.needed, names.language),
        parties=listing(map(names.node, one.could_join), names.language, "or" if one.needed == 1 else "and"),
    )
    if not one.certain:
        return Said.SHORT_PERHAPS.say(names.language, words=words)
    if one.perhaps < one.needed:
        return Said.SHORT_OPEN.say(names.language, words=words, count=number(one.perhaps, names.language))
    return words


# What if


def impact_document(impact: Impact, charters: Charters | Charter, language: Language) -> Document:
    """What follows when somebody leaves: clauses, outcomes, links, and money."""
    return Document(language, tuple(_impact(impact, _Names(impact.table, charters, language))))


def _impact(impact: Impact, names: _Names) -> Iterator[Block]:
    language = names.language
    when = day(impact.on, language)
    match impact.leaving:
        case PartyLeaves(name):
            yield Heading(1, Said.LEAVES.say(language, name=names.node(party(name)), day=when))
        case FunderStops(name):
            yield Heading(1, Said.STOPS.say(language, name=names.node(party(name)), day=when))
        case ProjectEnds(name):
            yield Heading(1, Said.ENDS.say(language, name=quoted(names.node(project(name))), day=when))
    yield Heading(2, Said.FALLS.say(language))
    if not impact.falls:
        yield Paragraph(Said.NO_FALLS.say(language))
    else:
        yield Items(
            Item(names.node(node), items=tuple(_fall(one, names) for one in several))
            for node, several in groupby(impact.falls, key=lambda one: one.project)
        )
    if impact.turns:
        yield Heading(2, Said.TURNS.say(language))
        yield Items(
            Item(
                Said.TURN.say(
                    language,
                    project=names.node(one.project),
                    was=names.outcome(one.was),
                    becomes=names.outcome(one.becomes),
                )
            )
            for one in impact.turns
        )
    yield Heading(2, Said.LOST.say(language))
    if impact.lost:
        yield Items(Item(names.both(*pair)) for pair in impact.lost)
    else:
        yield Paragraph(Said.NONE.say(language))
    if impact.isolated:
        yield Paragraph(Said.ISOLATED.say(language, names=names.parties(impact.isolated)))
    before, after = impact.parts
    if after > before:
        yield Paragraph(
            Said.SPLIT.say(language, before=number(before, language), after=number(after, language))
        )
    if impact.uncovered:
        yield Heading(2, Said.UNCOVERED.say(language))
        yield Items(Item(_uncovered(one, names)) for one in impact.uncovered)
    yield from remarks(impact.unknown, impact.cautions, 0, language)


def _fall(one: Falls, names: _Names) -> Item:
    language = names.language
    words = Said.FALL.say(
        language,
        clause=quoted(one.title[language]),
        was=status(one.force, one.was)[language],
        becomes=status(one.force, one.becomes)[language],
    )
    if one.becomes is Status.SATISFIED:
        return Item(words)
    left = [names.node(party(each)) for each in one.remaining]
    still = Said.REMAINING.say(language, names=listing(left, language)) if left else ""
    return Item(f"{words}. {still or Said.NOBODY_LEFT.say(language)}")


def _uncovered(one: Uncovered, names: _Names) -> str:
    language = names.language
    amount = Said.NOT_VALUED.say(language) if one.amount is None else money(one.amount, language)
    if one.amount is not None and one.form.value == "in-kind":
        amount = Said.IN_KIND.say(language, amount=amount)
    stage = Said[one.stage.name].say(language)
    return Said.UNCOVERED_ROW.say(language, project=names.node(one.project), amount=amount, stage=stage)


def impacts_document(
    found: Reply[Summary],
    table: Affiliations,
    charters: Charters | Charter,
    language: Language,
    *,
    on: str,
) -> Document:
    """For each partner what follows if it alone left, in one table."""
    names = _Names(table, charters, language)
    columns = (Said.PARTNER, Said.BELOW, Said.OTHER_OUTCOME, Said.LOST_LINKS, Said.ALONE, Said.PARTS)
    rows = (
        (
            names.node(one.party),
            number(len(one.below), language),
            number(one.turns, language),
            number(one.lost, language),
            names.parties(one.isolated) or "-",
            (Said.YES if one.splits else Said.NO).say(language),
        )
        for one in found.rows
    )
    return Document(
        language,
        (
            Heading(1, Said.IF_EACH.say(language, day=on)),
            Table(Said.EACH.say(language), tuple(one.say(language) for one in columns), rows),
            *remarks(found.unknown, found.cautions, found.withheld, language),
        ),
    )
