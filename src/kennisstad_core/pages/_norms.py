# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One clause as an auditor signs it: the norm, the evidence, the finding, and room for a judgement and a reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from ..charter import Charter, Clause, Force, Subject
from ..conditions import Compare, CompareShare, facts_of, leaves
from ..decisions import Decision
from ..explain.clauses import Clauses, chosen, source
from ..explain.conduct import WORST_FIRST
from ..explain.labels import Labels
from ..explain.labels import say as condition_in_words
from ..explain.phrases import Phrase
from ..explain.render import Blank, Block, Heading, Item, Items, Paragraph, Ref, Role, Target, Words, joined
from ..explain.sentences import Voice
from ..explain.words import EFFECTS, FORCES, WEIGHTS, begin, day, ended, number, status
from ..facts import Fact, Family
from ..findings import Cause, ClauseFinding, Status
from ..reports import Assessment, Report
from ..text import Language
from ..truth import Truth
from ..values import Range
from ._entries import contributions, itemised, priced
from ._withheld import masked, withheld
from ._yearwords import Said
from .archive import Archive

FORCES_FIRST: Final = tuple(Force)
"""The order in which findings that stand alike are read: what binds most comes first."""
LEADS_TO: Final[dict[Subject, Role]] = {"project": "project", "body": "body"}


@frozen
class Found:
    """One clause for one subject, with the decision or assessment in which it was found."""

    about: Decision | Assessment
    clause: ClauseFinding

    @property
    def kind(self) -> Subject:
        """What kind of subject it is about."""
        return self.about.kind if isinstance(self.about, Assessment) else "project"

    @property
    def subject(self) -> str:
        """The id of the subject."""
        return self.about.subject if isinstance(self.about, Assessment) else self.about.project

    def named(self, language: Language, usual: date | None = None) -> str | Ref:
        """What the subject is called, leading to its page if it has one; with the day if that is not the usual one."""
        words = self.about.title[language]
        if isinstance(self.about, Decision) and usual is not None and self.about.on != usual:
            words = Said.ON_DAY.say(language, subject=words, day=day(self.about.on, language))
        role = LEADS_TO.get(self.kind)
        return words if role is None else Ref(Target(role, self.subject), begin(words))


@frozen
class Section:
    """All that was found of one clause of one version of the agreement."""

    charter: Charter
    clause: Clause
    family: Family
    found: tuple[Found, ...]

    @property
    def worst(self) -> Status:
        """The status that calls most for attention."""
        stands = {one.clause.status for one in self.found}
        return next(one for one in WORST_FIRST if one in stands)

    def count(self, standing: Status) -> int:
        """For how many subjects the clause stands so."""
        return sum(one.clause.status is standing for one in self.found)


def sections(archive: Archive, year: int) -> tuple[Section, ...]:
    """Every clause that was looked at in the report of a year, those that call for attention first."""
    return sections_of(archive, archive.report(year))


def sections_of(archive: Archive, report: Report) -> tuple[Section, ...]:
    """The same for any report on the archive."""
    names = withheld(archive.register)
    versions = {one.id: one for one in archive.charters}
    found: dict[tuple[str, str], list[Found]] = {}
    every: tuple[Decision | Assessment, ...] = (
        *(masked(one, names) for one in report.decisions),
        *(masked(one, names) for one in report.assessments),
    )
    for about in every:
        for clause in about.clauses:
            found.setdefault((about.charter, clause.clause), []).append(Found(about, clause))
    order = {
        (charter.id, clause.id): place
        for place, (charter, clause) in enumerate(
            (charter, clause) for charter in versions.values() for clause in charter.clauses
        )
    }
    several = [
        Section(versions[key[0]], versions[key[0]].clause(key[1]), ones[0].clause.family, _in_order(ones))
        for key, ones in found.items()
    ]

    def reading(one: Section) -> tuple[int, int, int]:
        place = order[one.charter.id, one.clause.id]
        return WORST_FIRST.index(one.worst), FORCES_FIRST.index(one.clause.force), place

    return tuple(sorted(several, key=reading))


def _in_order(several: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(several, key=lambda one: (WORST_FIRST.index(one.clause.status), one.subject)))


_Alike: TypeAlias = dict[tuple[Item, ...], list[Found]]


class Telling:
    """The sections of a report in one language."""

    def __init__(self, archive: Archive, report: Report, language: Language, *, versions: bool) -> None:
        self.language = language
        self.ledger = archive.ledger
        self.entries = contributions(archive.register)
        self.usual = report.period.last
        self.versions = versions
        """Whether more than one version of the agreement was in force, so that a section says which one it is of."""

    def blocks(self, section: Section, target: Target) -> Iterator[Block]:
        """The section of one clause, from its norm to the room for a reply."""
        language, title = self.language, section.clause.title[self.language]
        if self.versions:
            title = Said.UNDER.say(language, clause=title, charter=section.charter.title[language])
        yield Heading(2, title, target)
        yield Heading(3, Said.NORM.say(language))
        yield Paragraph(ended(section.clause.text[language]))
        yield Items(self._norm(section.charter, section.clause))
        yield Heading(3, Said.EVIDENCE.say(language))
        yield Items(self._evidence(section))
        yield Heading(3, Said.FINDING.say(language))
        yield Items(self._findings(section))
        yield Heading(3, Said.JUDGEMENT.say(language))
        lines = 2 if section.clause.force is Force.REMARK else 4
        yield Blank(Said.JUDGEMENT_ON.say(language, clause=title), lines)
        yield Blank(Said.REPLY_ON.say(language, clause=title), lines)

    # The norm

    def _norm(self, charter: Charter, clause: Clause) -> Iterator[Item]:
        language = self.language
        labels = Labels.of_charter(charter)
        yield Item(
            (
                Said.CLAUSE.say(language),
                Ref(Target("clause", f"{charter.id}/{clause.id}"), clause.title[language]),
                Said.CLAUSE_OF.say(language, id=clause.id, charter=charter.title[language]),
            )
        )
        force = FORCES[clause.force][language]
        if clause.force in (Force.PRACTICE, Force.ASPIRATION, Force.REMARK):
            force = Said.NO_OBLIGATION.say(language, force=force)
        elif clause.admits_departure:
            force = Said.MAY_DEPART.say(language, force=force)
        yield Item(Phrase.KIND.say(language, force=force))
        yield Item(self._source(clause))
        if clause.applies is not None:
            words = condition_in_words(clause.applies, labels, language)
            yield Item(Said.APPLIES.say(language, condition=words))
        words = condition_in_words(clause.condition, labels, language)
        yield Item(Said.TESTED_AS.say(language, condition=words))
        for other in clause.unless:
            yield Item(
                Said.EXCEPTION.say(
                    language,
                    title=other.title[language],
                    condition=condition_in_words(other.condition, labels, language),
                    effect=EFFECTS[other.effect][language],
                )
            )
        if clause.chosen is not None:
            yield Item(chosen(clause.chosen, language))
        elif clause.readings:
            yield Item(Said.NOT_CHOSEN.say(language))
        for reading in clause.readings:
            yield Item(
                Said.OTHER_READING.say(
                    language,
                    title=reading.title[language],
                    weight=WEIGHTS[reading.weight][language],
                    condition=condition_in_words(reading.condition, labels, language),
                )
            )

    def _source(self, clause: Clause) -> Words:
        """Where it stands: with a ledger of the source by the title of the document, leading to each provision."""
        language, of = self.language, clause.source
        if of is None:
            return Phrase.SOURCE.say(language, source=Said.NO_SOURCE.say(language))
        found, lost = ((), ()) if self.ledger is None else self.ledger.cited(of)
        if self.ledger is None or not found:
            return Phrase.SOURCE.say(language, source=source(of))
        titles = {one.id: one.title[language] for one in self.ledger.documents}
        places = (Ref(Target("provision", one), self.ledger[one].locator) for one in found)
        lead = Said.SOURCE_IN.say(language, document=titles.get(of.document, of.document))
        note = (*lost, *([of.note] if of.note else []))
        return (lead, *joined((*places, *note), "; "), ".")

    # The evidence

    def _evidence(self, section: Section) -> Iterator[Item]:
        """What was found, once for all subjects of which exactly the same was found, with the records of each."""
        alike: dict[tuple[Item, ...], list[tuple[Found, tuple[str, ...]]]] = {}
        for one in section.found:
            items, records = self._of(section.clause, one)
            alike.setdefault(items, []).append((one, records))
        for items, several in alike.items():
            line: list[str | Ref] = []
            for found, records in several:
                line += [", "] * bool(line)
                line.append(found.named(self.language, self.usual))
                if records:
                    line.append(f" [{', '.join(records)}]")
            yield Item((*line, ":"), None, items)

    def _names(self, several: Iterable[Found], end: str) -> tuple[str | Ref, ...]:
        return (*joined(one.named(self.language, self.usual) for one in several), end)

    def _of(self, clause: Clause, found: Found) -> tuple[tuple[Item, ...], tuple[str, ...]]:
        """The facts of one clause for one subject, and the records behind those whose sentence names none."""
        about = found.about
        voice: Voice[Decision] | Voice[Assessment]
        if isinstance(about, Assessment):
            assessed = Voice.of(priced(about, self.entries), self.language)
            voice, evidence = assessed, Clauses(assessed, full=False, audited=True).evidence(found.clause)
        else:
            decided = Voice.of(itemised(about, self.entries, self.language), self.language)
            voice, evidence = decided, Clauses(decided, full=False, audited=True).evidence(found.clause)
        applies = () if clause.applies is None else tuple(leaves(clause.applies))
        conditional = tuple(Item(f"{begin(voice.found(one, None, Truth.UNKNOWN))}.") for one in applies)
        own, others = (
            set(facts_of(found.clause.finding.condition)),
            {name for one in applies for name in facts_of(one)},
        )
        if Cause.DOES_NOT_APPLY in found.clause.causes:
            return conditional, _records(voice.facts.values(), own | others, set())
        said = {
            leaf.part if isinstance(leaf, CompareShare) else leaf.fact
            for leaf in leaves(found.clause.finding.condition)
            if isinstance(leaf, Compare | CompareShare)
        }
        return (*conditional, *evidence), _records(voice.facts.values(), own | others, said)

    # The finding

    def _findings(self, section: Section) -> Iterator[Item]:
        """How the clause stands, the worst first; every subject is named."""
        for standing in WORST_FIRST:
            alike = [one for one in section.found if one.clause.status is standing]
            if alike:
                words = begin(status(section.clause.force, standing)[self.language])
                lead = Said.STANDS.say(self.language, status=words, count=number(len(alike), self.language))
                yield Item((lead, *self._names(alike, ".")), standing, self._besides(section.clause, alike))

    def _besides(self, clause: Clause, alike: list[Found]) -> Iterator[Item]:
        """What bears on it besides the evidence and what would settle it: of all first, then of some."""
        said = [(found, tuple(self._remarks(clause, found))) for found in alike]
        common = [item for item in said[0][1] if all(item in items for _, items in said)]
        yield from common
        others: _Alike = {}
        for found, items in said:
            own = tuple(item for item in items if item not in common)
            if own:
                others.setdefault(own, []).append(found)
        for own, several in others.items():
            yield Item(self._names(several, ":"), None, own)

    def _remarks(self, clause: Clause, found: Found) -> Iterator[Item]:
        voice = Voice.of(found.about, self.language)
        yield from Clauses(voice, full=False, audited=True).besides(found.clause)
        if found.clause.status is Status.UNDETERMINED:
            applies = () if clause.applies is None else facts_of(clause.applies)
            for ask in voice.asks_about((*facts_of(found.clause.finding.condition), *applies)):
                yield Item(Said.NEEDED.say(self.language, need=ask.short))


def _records(facts: Iterable[Fact], names: set[str], said: set[str]) -> tuple[str, ...]:
    """The records of facts whose sentence does not name them: judged, given, or the whole of a share."""
    return tuple(
        dict.fromkeys(
            one.record
            for fact in facts
            if fact.name in names and not (fact.name in said and isinstance(fact.value, Range))
            for one in (*fact.counted, *fact.possible)
            if one.record
        )
    )


def known_on(report: Report) -> date:
    """The day up to which things were known."""
    on = report.on or report.period.last
    assert on is not None
    return on


def anchored(year: str, section: Section) -> Target:
    """Where the section of a clause stands in the account of a year."""
    return Target("year", f"{year}/{section.family.value}/{section.charter.id}/{section.clause.id}")
