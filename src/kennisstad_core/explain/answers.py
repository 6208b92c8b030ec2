# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answer tables in words: the whole table of a charter, and where two versions of it differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, unique
from typing import Final

from ..answers import Answered, Column
from ..certificate import Certificate, Row
from ..charter import UNDETERMINED, Charter, Charters, Question
from ..comparison import Comparison, Flip
from ..findings import Status
from ..stands import UNDETERMINED_TITLE
from ..text import Language, Text
from ..truth import Truth
from ..values import Choice, Known, Range
from .labels import Labels, titles_of
from .render import Block, Code, Document, Heading, Item, Items, Paragraph
from .words import TRUTHS, begin, day, listing, number, quoted, span


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    CERTIFICATE = Text("Antwoordtabel: {charter}", "Answer table: {charter}")
    CASES = Text(
        "{cases} combinaties van feiten, alle berekend, in {rows}. Partners naar de stand van {day}.",
        "{cases} combinations of facts, every one decided, in {rows}. Partners as of {day}.",
    )
    PROFILES = Text(
        "Met elke partner apart als deelnemer, geen deelnemer of onzeker zijn het {profiles} profielen.",
        "With every partner by name taking part, not taking part or uncertain these are {profiles} profiles.",
    )
    DIGEST = Text("Controlegetal (SHA-256):", "Digest (SHA-256):")
    SETTLED_BY = Text("{outcome}: {count}", "{outcome}: {count}")
    LINES_ONE = Text("1 regel", "1 line")
    LINES = Text("{count} regels", "{count} lines")
    ALWAYS = Text("Wat de feiten ook zijn", "Whatever the facts are")
    COVERS_ONE = Text("1 combinatie", "1 combination")
    COVERS = Text("{count} combinaties", "{count} combinations")
    COVERS_PROFILES = Text("{cases}, {profiles} profielen", "{cases}, {profiles} profiles")
    UNSETTLED = Text("nog onzeker ({value})", "not settled yet ({value})")
    OR_MORE = Text("{low} of meer", "{low} or more")
    LEFT_OPEN = Text("Nog mogelijk: {outcomes}.", "Still possible: {outcomes}.")

    COMPARED = Text("{old} vergeleken met {new}", "{old} compared with {new}")
    NO_FLIPS = Text(
        "Bij alle {cases} combinaties van feiten geven beide versies dezelfde uitkomst.",
        "For all {cases} combinations of facts both versions have the same outcome.",
    )
    FLIPS = Text(
        "Bij {flips} van de {cases} combinaties van feiten verschilt de uitkomst. Partners naar de stand van {day}.",
        "For {flips} of the {cases} combinations of facts the outcome differs. Partners as of {day}.",
    )
    FROM_TO = Text("{old}: {was}; {new}: {becomes}.", "{old}: {was}; {new}: {becomes}.")
    STANDS = Text("Wat geldt: {outcome}.", "What stands: {outcome}.")
    SHIFTS = Text("Projecten in het register", "Projects in the register")
    NO_SHIFTS = Text(
        "Geen enkel vastgelegd project zou onder de andere versie een andere uitkomst krijgen.",
        "No recorded project would have another outcome under the other version.",
    )
    WHERE = Text("Feiten waarbij de uitkomst omslaat", "Facts for which the outcome turns")
    LESS_CERTAIN = Text(
        "Verder is er bij {cases} in een van beide versies nog meer dan één uitkomst mogelijk, en niet dezelfde; "
        "--format csv geeft ze allemaal.",
        "Besides, for {cases} more than one outcome is still possible under either version, and not the same ones; "
        "--format csv lists them all.",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


# The facts of a table in words


class FactWords:
    """The columns of an answer table in the words of a charter."""

    def __init__(self, columns: Sequence[Column], labels: Labels, language: Language) -> None:
        self.columns = columns
        self.labels = labels
        self.language = language

    def conditions(self, states: Sequence[frozenset[int]]) -> str:
        """The facts that matter for a line, and how each is."""
        told = [
            f"{column.label[self.language]}: {self.states(column, picked)}"
            for column, picked in zip(self.columns, states, strict=True)
            if len(picked) < len(column.states)
        ]
        return begin("; ".join(told)) or Said.ALWAYS.say(self.language)

    def states(self, column: Column, picked: frozenset[int]) -> str:
        """The states of a fact that a line covers."""
        words = [self.state(column, column.states[index]) for index in sorted(picked)]
        return listing(dict.fromkeys(words), self.language, "or")

    def state(self, column: Column, known: Known) -> str:
        """What is known of a fact."""
        match known:
            case Truth():
                return TRUTHS[known][self.language]
            case Choice(options):
                every = frozenset[str]().union(
                    *(one.options for one in column.states if isinstance(one, Choice))
                )
                whole = options == every
                return (
                    TRUTHS[Truth.UNKNOWN][self.language]
                    if whole
                    else self.labels.choices(column.fact, options, self.language)
                )
            case Range():
                return self._range(column, known)

    def _range(self, column: Column, known: Range) -> str:
        unit = self.labels.unit(column.fact)
        if any(isinstance(one, Range) and one != known and known.covers(one) for one in column.states):
            if all(isinstance(one, Range) and known.covers(one) for one in column.states):
                return TRUTHS[Truth.UNKNOWN][self.language]
            return Said.UNSETTLED.say(self.language, value=self._span(known, unit))
        return self._span(known, unit)

    def _span(self, known: Range, unit: str) -> str:
        if known.high is None:
            return Said.OR_MORE.say(self.language, low=span(Range.exactly(known.low), self.language, unit))
        return span(known, self.language, unit)


# A certificate


def certificate_document(certificate: Certificate, charter: Charter, language: Language) -> Document:
    """The whole answer table of a charter, line by line under its outcomes, in words."""
    return Document(language, tuple(_certificate(certificate, charter, language)))


def _certificate(certificate: Certificate, charter: Charter, language: Language) -> Iterator[Block]:
    facts = FactWords(certificate.columns, Labels.of_charter(charter), language)
    yield Heading(1, Said.CERTIFICATE.say(language, charter=certificate.title[language]))
    yield Paragraph(
        Said.CASES.say(
            language,
            cases=number(certificate.cases, language),
            rows=_lines(len(certificate.rows), language),
            day=day(certificate.on, language),
        )
    )
    if certificate.profiles is not None:
        yield Paragraph(Said.PROFILES.say(language, profiles=number(certificate.profiles, language)))
    # In running text it could be hyphenated, and then it is another number.
    yield Paragraph(Said.DIGEST.say(language))
    yield Code((certificate.digest,))
    titles = titles_of((charter,))
    for outcome, title in titles.items():
        rows = [row for row in certificate.rows if row.answered.outcome == outcome]
        if rows:
            yield Heading(
                2,
                Said.SETTLED_BY.say(
                    language, outcome=begin(title[language]), count=_lines(len(rows), language)
                ),
            )
            yield Items(_line(row, facts, charter, titles, language) for row in rows)


def _line(
    row: Row, facts: FactWords, charter: Charter, titles: Mapping[str, Text], language: Language
) -> Item:
    answers = (
        answer(question, status)[language]
        for question, status in zip(charter.questions, row.answered.questions, strict=True)
    )
    under = [Item(f"{begin('; '.join(answers))}.")] if charter.questions else []
    if row.answered.outcome == UNDETERMINED and len(row.answered.possible) > 1:
        under.append(Item(Said.LEFT_OPEN.say(language, outcomes=_possible(row.answered, titles, language))))
    under.append(Item(f"{_covers(row, language)}."))
    return Item(f"{facts.conditions(row.states)}.", items=under)


def _lines(lines: int, language: Language) -> str:
    phrase = Said.LINES_ONE if lines == 1 else Said.LINES
    return phrase.say(language, count=number(lines, language))


def _possible(answered: Answered, titles: Mapping[str, Text], language: Language) -> str:
    return listing((quoted(titles[name][language]) for name in answered.possible), language, "or")


def _covers(row: Row, language: Language) -> str:
    cases = _cases(row.cases, language)
    if row.profiles is None:
        return cases
    return Said.COVERS_PROFILES.say(language, cases=cases, profiles=number(row.profiles, language))


def _cases(cases: int, language: Language) -> str:
    phrase = Said.COVERS_ONE if cases == 1 else Said.COVERS
    return phrase.say(language, count=number(cases, language))


def answer(question: Question, status: Status) -> Text:
    """What the charter calls an answer to one of its questions."""
    answers = question.answers
    match status:
        case Status.SATISFIED | Status.NOT_APPLICABLE:
            return answers.met
        case Status.EXPLAINED:
            return answers.explained or answers.met
        case Status.NOT_MET:
            return answers.not_met
        case Status.UNDETERMINED | Status.NOT_YET_DUE | Status.INFO:
            return answers.unknown


# Two versions

FLIPS: Final = 20
"""Up to so many differences are all told; of more, those where both versions are certain."""


def comparison_document(
    comparison: Comparison, charters: Charters, language: Language, *, recorded: bool
) -> Document:
    """Where two versions of a charter have different outcomes and which recorded projects that would touch, if any."""
    return Document(language, tuple(_comparison(comparison, charters, language, recorded=recorded)))


def _comparison(
    comparison: Comparison, charters: Charters, language: Language, *, recorded: bool
) -> Iterator[Block]:
    old, new = comparison.old, comparison.new
    yield Heading(1, Said.COMPARED.say(language, old=old, new=new))
    cases = number(comparison.cases, language)
    if not comparison.flips:
        yield Paragraph(Said.NO_FLIPS.say(language, cases=cases))
    else:
        flips = number(sum(one.cases for one in comparison.flips), language)
        on = day(comparison.on, language)
        yield Paragraph(Said.FLIPS.say(language, flips=flips, cases=cases, day=on))
    if recorded:
        yield from _shifts(comparison, language)
    yield from _flips(comparison, charters, language)


def _shifts(comparison: Comparison, language: Language) -> Iterator[Block]:
    yield Heading(2, Said.SHIFTS.say(language))
    titles = {**dict(comparison.titles), UNDETERMINED: UNDETERMINED_TITLE}
    shifted: dict[tuple[str, str, str], list[str]] = {}
    for one in comparison.shifts:
        if one.old != one.new:
            shifted.setdefault((one.old, one.new, one.stands), []).append(one.title[language])
    if not shifted:
        yield Paragraph(Said.NO_SHIFTS.say(language))
        return

    def words(outcome: str) -> str:
        return quoted(titles[outcome][language] if outcome in titles else outcome)

    yield Items(
        Item(
            Said.FROM_TO.say(
                language, old=comparison.old, was=words(old), new=comparison.new, becomes=words(new)
            ),
            items=(
                Item(f"{listing(projects, language)}."),
                *([] if stands == new else [Item(Said.STANDS.say(language, outcome=words(stands)))]),
            ),
        )
        for (old, new, stands), projects in shifted.items()
    )


def _flips(comparison: Comparison, charters: Charters, language: Language) -> Iterator[Block]:
    sides = [Labels.of_charter(charters[name]) for name in (comparison.old, comparison.new)]
    labels = Labels(
        {**sides[0].facts, **sides[1].facts},
        {**sides[0].options, **sides[1].options},
        {**sides[0].units, **sides[1].units},
    )
    facts = FactWords(comparison.columns, labels, language)
    titles = dict(comparison.titles)
    certain = [one for one in comparison.flips if len(one.old) == len(one.new) == 1]
    shown = comparison.flips if len(comparison.flips) <= FLIPS else certain
    turns: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Flip]] = {}
    for one in shown:
        turns.setdefault((one.old, one.new), []).append(one)

    def words(outcomes: Iterable[str]) -> str:
        return listing((quoted(titles[name][language]) for name in outcomes), language, "or")

    if turns:
        yield Heading(2, Said.WHERE.say(language))
        yield Items(
            Item(
                Said.FROM_TO.say(
                    language, old=comparison.old, was=words(old), new=comparison.new, becomes=words(new)
                ),
                items=[
                    Item(f"{facts.conditions(one.states)} ({_cases(one.cases, language)}).")
                    for one in several
                ],
            )
            for (old, new), several in turns.items()
        )
    others = sum(one.cases for one in comparison.flips) - sum(one.cases for one in shown)
    if others:
        yield Paragraph(Said.LESS_CERTAIN.say(language, cases=_cases(others, language)))
