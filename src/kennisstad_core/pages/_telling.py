# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One clause as an auditor signs it: the norm, the evidence, the finding, and room for a judgement and a reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..charter import Clause, Force
from ..conditions import Compare, CompareShare, facts_of, leaves
from ..explain.clauses import Clauses, chosen, source
from ..explain.conduct import WORST_FIRST
from ..explain.labels import Labels
from ..explain.labels import say as condition_in_words
from ..explain.phrases import Phrase
from ..explain.render import Blank, Block, Heading, Item, Items, Paragraph, Ref, Target, Words, joined
from ..explain.sentences import Voice
from ..explain.words import EFFECTS, FORCES, WEIGHTS, begin, ended, listing, number, quoted
from ..facts import Fact
from ..findings import Cause, Status
from ..reports import Report
from ..text import Language
from ..truth import Truth
from ..values import Range
from ._norms import Found, Section
from ._yearwords import Said
from .archive import Archive

_Behind: TypeAlias = tuple[Found, tuple[str, ...]]
_Alike: TypeAlias = dict[tuple[Item, ...], list[Found]]


class Telling:
    """The sections of a report in one language."""

    def __init__(self, archive: Archive, report: Report, language: Language, *, versions: bool) -> None:
        self.language = language
        self.ledger = archive.ledger
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
        yield Items(self._norm(section))
        yield Heading(3, Said.EVIDENCE.say(language))
        yield Items(self._evidence(section))
        yield Heading(3, Said.FINDING.say(language))
        yield Items(self._findings(section))
        yield Heading(3, Said.JUDGEMENT.say(language))
        lines = 2 if section.clause.force is Force.REMARK else 4
        yield Blank(Said.JUDGEMENT_ON.say(language, clause=title), lines)
        yield Blank(Said.REPLY_ON.say(language, clause=title), lines)

    # The norm

    def _norm(self, section: Section) -> Iterator[Item]:
        language, charter, clause = self.language, section.charter, section.clause
        labels = Labels.of_charter(charter)
        yield Item(
            (
                Said.CLAUSE.say(language),
                Ref(Target("clause", f"{charter.id}/{clause.id}"), clause.title[language]),
                Said.CLAUSE_OF.say(language, id=clause.id, charter=charter.title[language]),
            )
        )
        force = FORCES[clause.force][language]
        if clause.force in (Force.PRACTICE, Force.ASPIRATION, Force.REMARK) and not section.asked:
            force = Said.NO_OBLIGATION.say(language, force=force)
        elif clause.admits_departure:
            force = Said.MAY_DEPART.say(language, force=force)
        yield Item(Phrase.KIND.say(language, force=force))
        if section.asked:
            questions = listing((quoted(one.title[language]) for one in section.asked), language)
            yield Item(Said.CONDITION_FOR.say(language, questions=questions))
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
        """What was found: first the sentence that several share, then what differs from one to another."""
        shared: dict[tuple[Status, Item | None], dict[tuple[Item, ...], list[_Behind]]] = {}
        for found in section.found:
            items, records = self._of(section.clause, found)
            alike = shared.setdefault((found.clause.status, items[0] if items else None), {})
            alike.setdefault(items, []).append((found, records))
        for (_, first), groups in shared.items():
            if len(groups) == 1 or first is None:
                for items, several in groups.items():
                    yield Item((*self._behind(several), ":"), None, items)
            else:
                common = tuple(one for one in next(iter(groups))[1:] if all(one in items for items in groups))
                rest = (
                    self._differing(several, tuple(one for one in items[1:] if one not in common))
                    for items, several in groups.items()
                )
                yield Item(first.text, first.mark, (*first.items, *common, *rest))

    def _differing(self, several: list[_Behind], items: tuple[Item, ...]) -> Item:
        """What was found of some, under a sentence that they share with others; one line stays on one line."""
        names = self._behind(several)
        if not items:
            return Item((*names, "."))
        line, *more = items
        if more or line.items or line.mark is not None or not isinstance(line.text, str):
            return Item((*names, ":"), None, items)
        return Item((*names, f". {line.text}"))

    def _behind(self, several: list[_Behind]) -> tuple[str | Ref, ...]:
        """The names of subjects, each with the records that no sentence names."""
        line: list[str | Ref] = []
        for found, records in several:
            line += [", "] * bool(line)
            line.append(found.named(self.language, self.usual))
            if records:
                line.append(f" [{', '.join(records)}]")
        return tuple(line)

    def _names(self, several: Iterable[Found], end: str) -> tuple[str | Ref, ...]:
        return (*joined(one.named(self.language, self.usual) for one in several), end)

    def _of(self, clause: Clause, found: Found) -> tuple[tuple[Item, ...], tuple[str, ...]]:
        """The facts of one clause for one subject, and the records behind those whose sentence names none."""
        voice = Voice.of(found.about, self.language)
        evidence = Clauses(voice, full=False, audited=True).evidence(found.clause)
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
                words = begin(section.stands(standing)[self.language])
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
