# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Clauses: each in full under its version, and all of them side by side over the versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..charter import Charter, Clause, Force, Standing
from ..explain.claims import short
from ..explain.clauses import source
from ..explain.labels import Labels
from ..explain.labels import say as condition_in_words
from ..explain.phrases import Phrase
from ..explain.render import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
    Words,
    joined,
)
from ..explain.words import EFFECTS, FAMILIES, FORCES, WEIGHTS, begin, day, ended, listing, quoted
from ..facts import Family
from ..text import Language
from .agreed_words import CHANGES, SUBJECTS, Said
from .archive import Archive
from .leads import clause_ref, fact_ref, within


def clause_section(
    archive: Archive, charter: Charter, clause: Clause, provisions: Iterable[str], language: Language
) -> Iterator[Block]:
    """One clause with everything that bears on it, under a heading that leads may point at.

    ``provisions`` are the ids of those in the ledger that it stands for.
    """
    yield Heading(3, clause.title[language], Target("clause", within(charter.id, clause.id)))
    yield Paragraph(clause.text[language])
    behind = [Ref(Target("provision", one), one) for one in provisions]
    points = list(_points(archive, charter, clause, language))
    if behind:
        points.insert(2, (Said.PROVISIONS.say(language), *joined(behind), "."))
    yield Items(Item(words) for words in points)


def _points(archive: Archive, charter: Charter, clause: Clause, language: Language) -> Iterator[Words]:
    labels = Labels.of_charter(charter)
    yield Phrase.KIND.say(language, force=FORCES[clause.force][language])
    if clause.source is None:
        yield Said.SOURCE_NONE.say(language)
    else:
        yield Phrase.SOURCE.say(language, source=source(clause.source))
    yield Said.ABOUT.say(language, subject=SUBJECTS[clause.subject][language])
    yield Phrase.CONDITION.say(language, condition=condition_in_words(clause.condition, labels, language))
    if clause.applies is not None:
        yield Said.APPLIES.say(language, condition=condition_in_words(clause.applies, labels, language))
    if clause.standing is Standing.UNATTESTED:
        yield Said.UNATTESTED.say(language)
    yield from _readings(clause, labels, language)
    yield from _derogations(clause, labels, language)
    if clause.force is not Force.REMARK:
        yield (Said.DEPARTURE if clause.admits_departure else Said.NO_DEPARTURE).say(language)
    facts = [fact_ref(charter, name, language) for name in clause.names]
    yield (Said.FACTS_USED.say(language), *joined(facts, "; "), ".") if facts else Said.NO_FACTS.say(language)
    yield _asked_in(charter, clause, language)
    others = [
        Ref(Target("clause", within(one.id, clause.id)), one.title[language])
        for one in archive.charters
        if one.id != charter.id and any(other.id == clause.id for other in one.clauses)
    ]
    if others:
        yield Said.ALSO_IN.say(language), *joined(others, "; "), "."


def _readings(clause: Clause, labels: Labels, language: Language) -> Iterator[str]:
    for one in clause.readings:
        yield Said.READING.say(
            language,
            reading=one.title[language],
            weight=WEIGHTS[one.weight][language],
            condition=condition_in_words(one.condition, labels, language),
        )
    if clause.chosen is not None:
        by, on = clause.chosen.by, clause.chosen.on
        if on is not None:
            by = Phrase.CHOSEN_ON.say(language, by=by, day=day(on, language))
        yield Phrase.CHOSEN.say(language, by=by, why=ended(clause.chosen.why[language]))
    elif clause.readings:
        yield Said.CHOSEN_BY_NOBODY.say(language)


def _derogations(clause: Clause, labels: Labels, language: Language) -> Iterator[str]:
    for one in clause.unless:
        words = {
            "derogation": one.title[language],
            "condition": condition_in_words(one.condition, labels, language),
            "effect": EFFECTS[one.effect][language],
        }
        if one.source is None:
            yield Said.EXCEPTION.say(language, **words)
        else:
            yield Said.EXCEPTION_SOURCE.say(language, source=source(one.source), **words)


def _asked_in(charter: Charter, clause: Clause, language: Language) -> str:
    questions = [
        quoted(one.title[language]) for one in charter.questions if clause.id in (*one.requires, *one.any_of)
    ]
    if not questions:
        return Said.ASKED_NOWHERE.say(language)
    return Said.ASKED_IN.say(language, questions=listing(questions, language))


# All versions side by side


def clauses_document(archive: Archive, _: str, language: Language) -> Document:
    """Every clause of every version, and what changed between versions."""
    return Document(language, tuple(_index(archive, language)))


def _index(archive: Archive, language: Language) -> Iterator[Block]:
    charters = archive.charters
    yield Heading(1, Said.CLAUSES.say(language), Target("page", "clauses"))
    partnership = archive.partnership[language]
    yield Paragraph(Said.CLAUSES_WHAT.say(language, partnership=partnership))
    families: dict[Family, dict[str, None]] = {family: {} for family in Family}
    placed: set[str] = set()
    for charter in reversed(charters.versions):
        for clause in charter.clauses:
            if clause.id not in placed:
                placed.add(clause.id)
                families[charter.family(clause)][clause.id] = None
    for family, names in families.items():
        if names:
            words = FAMILIES[family][language]
            yield Heading(2, begin(words))
            columns = (
                Said.CLAUSE.say(language),
                *(short(one) for one in charters),
                *([Said.DIFFERS.say(language)] if len(charters) > 1 else []),
            )
            rows = [_row(archive, name, language) for name in names]
            yield Table(Said.CLAUSES_CAPTION.say(language, family=begin(words)), columns, rows)


def _row(archive: Archive, name: str, language: Language) -> tuple[Words, ...]:
    held = {one.id: clause for one in archive.charters for clause in one.clauses if clause.id == name}
    newest = next(one for one in reversed(archive.charters.versions) if one.id in held)
    cells: list[Words] = [clause_ref(newest, name, language)]
    for charter in archive.charters:
        if charter.id in held:
            force = FORCES[held[charter.id].force][language]
            cells.append(Ref(Target("clause", within(charter.id, name)), force))
        else:
            cells.append(Said.ABSENT.say(language))
    if len(archive.charters) > 1:
        cells.append(_differences(archive, held, language))
    return tuple(cells)


def _differences(archive: Archive, held: dict[str, Clause], language: Language) -> str:
    """What each version changed of the one before it that has the clause."""
    versions = [one for one in archive.charters if one.id in held]
    if len(versions) == 1:
        return Said.ONLY_HERE.say(language, version=short(versions[0]))
    told = []
    for old, new in pairwise(versions):
        changed = [CHANGES[one][language] for one in _changed(old, new, held)]
        if changed:
            words = listing(changed, language)
            told.append(Said.CHANGED.say(language, version=short(new), what=words))
    return "; ".join(told) or Said.UNCHANGED.say(language)


def _changed(old: Charter, new: Charter, held: dict[str, Clause]) -> Iterator[str]:
    before, after = held[old.id], held[new.id]
    for name in CHANGES:
        if name == "facts":
            facts = [{one.name: one for one in charter.facts} for charter in (old, new)]
            shared = set(before.names) & set(after.names)
            if any(facts[0].get(fact) != facts[1].get(fact) for fact in shared):
                yield name
        elif getattr(before, name) != getattr(after, name):
            yield name
