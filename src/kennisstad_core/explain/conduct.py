# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The conduct of a period in words: norm, evidence, finding, part by part and clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from attrs import frozen

from ..charter import Charters, Clause, Subject
from ..conditions import facts_of
from ..findings import ClauseFinding, Status
from ..reports import Assessment, ChangeKind, Report, ReportChange, changed_since
from ..text import Language, Text
from .clauses import Clauses, source
from .phrases import Phrase
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .sentences import Ask, Voice
from .words import FAMILIES, FORCES, STATUSES, begin, day, ended, listing, number, status

WORST_FIRST: Final = (
    Status.NOT_MET,
    Status.EXPLAINED,
    Status.UNDETERMINED,
    Status.INFO,
    Status.NOT_YET_DUE,
    Status.SATISFIED,
    Status.NOT_APPLICABLE,
)
"""The order in which an auditor reads: what calls for attention first."""
TOLD: Final = frozenset((Status.NOT_MET, Status.EXPLAINED))
"""How a clause stands when every subject gets a finding of its own."""
FEW: Final = frozenset((Status.UNDETERMINED, Status.INFO))
"""The same while they are few; of more it is said together who they are and, if they are open, what they wait for."""
MANY: Final = 4
"""From so many subjects on they are not few."""
RECORDS: Final = 8
"""How many record ids a page shows of one finding; data in other forms have them all."""

SHORT: Final[Mapping[Status, Text]] = {
    Status.SATISFIED: Text("voldaan", "met"),
    Status.NOT_MET: Text("niet", "not met"),
    Status.EXPLAINED: Text("verklaard", "explained"),
    Status.UNDETERMINED: Text("open", "open"),
    Status.NOT_APPLICABLE: Text("n.v.t.", "n/a"),
    Status.NOT_YET_DUE: Text("later", "later"),
    Status.INFO: Text("info", "info"),
}
"""How a clause stands in one word, for the head of a column."""


@frozen
class _Found:
    """One clause for one subject, with where it was found."""

    about: Assessment
    clause: ClauseFinding


def summary(report: Report, language: Language) -> Iterator[Block]:
    """How many clauses of each part stand each way, and which parts the agreement has no clause for."""
    rows = [
        (
            begin(FAMILIES[family][language]),
            *(number(counts[one], language) if counts.get(one) else "" for one in WORST_FIRST),
        )
        for family, counts in report.by_family.items()
        if family not in report.without
    ]
    if rows:
        columns = (Phrase.PART.say(language), *(SHORT[one][language] for one in WORST_FIRST))
        yield Table(Phrase.SUMMARY.say(language), columns, rows)
    if report.without:
        families = (FAMILIES[family][language] for family in report.without)
        yield Paragraph(Phrase.NO_CLAUSE.say(language, families=listing(families, language)))
    if report.flaws:
        records = [one.record for one in report.flaws]
        shown = [*records[:RECORDS], *(["…"] if len(records) > RECORDS else [])]
        yield Paragraph(Phrase.FLAWS.say(language, records=", ".join(shown)))


def conduct(report: Report, charters: Charters, language: Language) -> Iterator[Block]:
    """Every clause about the conduct of a period under the part it belongs to, with its findings."""
    found: dict[str, list[_Found]] = {}
    for about in report.assessments:
        for clause in about.clauses:
            found.setdefault(clause.clause, []).append(_Found(about, clause))
    for family, words in FAMILIES.items():
        several = [ones for ones in found.values() if ones[0].clause.family is family]
        if several:
            yield Heading(2, begin(words[language]))
            yield Items(_clause(ones, charters, language) for ones in several)


def _worst(several: Iterable[_Found]) -> Status:
    stands = {one.clause.status for one in several}
    return next(one for one in WORST_FIRST if one in stands)


def _clause(several: list[_Found], charters: Charters, language: Language) -> Item:
    """A norm in its own words, and under it every subject that does not simply meet it."""
    one = several[-1].clause
    origin = FORCES[one.force][language]
    if one.source is not None:
        origin = Phrase.NORM_FROM.say(language, force=origin, source=source(one.source))
    items = [Item(Phrase.NORM.say(language, text=f"{ended(one.text[language])} ({origin})"))]
    versions = len({found.about.charter for found in several}) > 1
    for standing in WORST_FIRST:
        alike = [found for found in several if found.clause.status is standing]
        flips = [found for found in alike if _flips(found)]
        if standing is Status.SATISFIED and flips:
            # Another reading would change it, which a reader must see (A23).
            items += (_subject(found, charters, language, versions=versions) for found in flips)
            alike = [found for found in alike if found not in flips]
        if standing in TOLD or (standing in FEW and len(alike) < MANY):
            items += (_subject(found, charters, language, versions=versions) for found in alike)
        elif alike:
            items.append(_together(standing, alike, several, language))
    return Item(one.title[language], _worst(several), items)


def _flips(found: _Found) -> bool:
    """Whether some reading that was not chosen would have the clause stand otherwise."""
    return any(one.clause == found.clause.clause for one in found.about.sensitivities)


def _together(standing: Status, alike: list[_Found], several: list[_Found], language: Language) -> Item:
    names = _names(alike, language)
    # What does not apply or arise is no finding, and a long list of it hides those that are.
    brief = standing is Status.NOT_APPLICABLE and len(names) >= MANY
    words = (Phrase.SAME_COUNT if brief else Phrase.SAME_FOR).say(
        language,
        status=begin(status(alike[0].clause.force, standing)[language]),
        count=number(len(names), language),
        subjects=_those(names, _names(several, language), language),
    )
    return Item(words, standing, _waiting(alike, language) if standing is Status.UNDETERMINED else ())


def _names(several: list[_Found], language: Language) -> list[str]:
    return list(dict.fromkeys(found.about.title[language] for found in several))


def _those(names: list[str], every: list[str], language: Language) -> str:
    """Some of many by their names, or by the names of the others where those are the fewer by far."""
    others = [one for one in every if one not in names]
    if len(names) < MANY or len(others) * 2 > len(names):
        return ", ".join(names)
    count = number(len(every), language)
    if not others:
        return Phrase.EVERYONE.say(language, count=count)
    return Phrase.EVERYONE_BUT.say(language, count=count, others=listing(others, language))


def _waiting(alike: list[_Found], language: Language) -> Iterator[Item]:
    """What would settle a clause, with the subjects that wait for it."""
    waiting: dict[str, list[str]] = {}
    for found in alike:
        asked = Voice.of(found.about, language).asks_about(facts_of(found.clause.finding.condition))
        for ask in asked:
            waiting.setdefault(ask.short, []).append(found.about.title[language])
    every = _names(alike, language)
    for need, subjects in waiting.items():
        those = _those(list(dict.fromkeys(subjects)), every, language)
        yield Item(Phrase.WAITS_FOR.say(language, need=begin(need), subjects=those))


def _subject(found: _Found, charters: Charters, language: Language, *, versions: bool) -> Item:
    voice = Voice.of(found.about, language)
    name = found.about.title[language]
    if versions:
        title = charters[found.about.charter].title[language]
        name = Phrase.SUBJECT_UNDER.say(language, subject=name, charter=title)
    telling = Clauses(voice, full=False)
    words = Phrase.SUBJECT_STANDS.say(language, subject=name, status=telling.status(found.clause))
    items = [*telling.under(found.clause), *_records(found, language)]
    return Item(words, found.clause.status, items)


def _records(found: _Found, language: Language) -> Iterator[Item]:
    """The ids behind the finding, so that it can be redone."""
    names = set(facts_of(found.clause.finding.condition))
    facts = [fact for fact in found.about.facts if fact.name in names]
    every = dict.fromkeys(
        one.record for fact in facts for one in (*fact.counted, *fact.possible) if one.record
    )
    if every:
        shown = [*list(every)[:RECORDS], *(["…"] if len(every) > RECORDS else [])]
        yield Item(Phrase.EVIDENCE.say(language, records=", ".join(shown)))


def asks(report: Report, language: Language) -> Iterator[tuple[Ask, str]]:
    """Each thing that is needed to settle a clause, with the subject that waits for it."""
    for about in report.assessments:
        for ask in Voice.of(about, language).asks():
            yield ask, about.title[language]


def known_up_to(report: Report, language: Language) -> Iterator[Block]:
    """The day up to which things were known, where it is not the last of the period."""
    if report.on is not None and report.on != report.period.last:
        yield Paragraph(Phrase.KNOWN_UP_TO.say(language, day=day(report.on, language)))


# What changed


def changes_document(before: Report, after: Report, charters: Charters, language: Language) -> Document:
    """What differs between two reports, clause by clause."""
    clauses = {one.id: one for charter in charters for one in charter.clauses}
    titles: dict[tuple[Subject, str], Text] = {}
    for decision in (*before.decisions, *after.decisions):
        titles["project", decision.project] = decision.title
    for about in (*before.assessments, *after.assessments):
        titles[about.kind, about.subject] = about.title
    changes = changed_since(before, after)
    blocks: list[Block] = [Heading(1, Phrase.CHANGED_SINCE.say(language))]
    if changes:
        blocks.append(Items(_change(one, clauses, titles, language) for one in changes))
    else:
        blocks.append(Paragraph(Phrase.NOTHING_CHANGED.say(language)))
    return Document(language, blocks)


def _change(
    one: ReportChange,
    clauses: Mapping[str, Clause],
    titles: Mapping[tuple[Subject, str], Text],
    language: Language,
) -> Item:
    found = one.finding
    clause = clauses.get(found.clause)
    title = found.clause if clause is None else clause.title[language]
    subject = titles[found.kind, found.subject][language]
    now = status(found.force, found.status)[language]
    match one.kind:
        case ChangeKind.ADDED:
            words = Phrase.CHANGE_ADDED.say(language, status=now)
        case ChangeKind.REMOVED:
            words = Phrase.CHANGE_REMOVED.say(language, status=now)
        case ChangeKind.STATUS:
            was = (
                STATUSES[Status.NOT_APPLICABLE]
                if one.before is None
                else status(one.before.force, one.before.status)
            )
            words = Phrase.CHANGE_STATUS.say(language, before=was[language], after=now)
        case ChangeKind.EVIDENCE:
            words = Phrase.CHANGE_EVIDENCE.say(language, status=now)
        case _:
            assert_never(one.kind)
    name = Phrase.LABELLED.say(language, label=subject, words=title)
    mark = Status.NOT_APPLICABLE if one.after is None else found.status
    return Item(Phrase.LABELLED.say(language, label=name, words=words), mark)
