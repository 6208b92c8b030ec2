# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a knowledge broker asks on a Monday morning, one call a question: rows, and the records behind each.

A question is answered by the same functions that an audit rests on, whether or not the charter has a clause for it.
What is not certain is no row: it is counted in ``unknown``, with why. Confidential interests count, and have no words.

>>> import kennisstad_core as kc
>>> charters, register = kc.load_charters("examples/waterstad"), kc.load_register("examples/waterstad")
>>> waiting = wishes_without_follow_up(charters, register, on=date(2025, 10, 13))
>>> len(waiting.rows), waiting.rows[0].records
(1, ('map-of-trials',))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

from attrs import evolve, frozen

from .agenda import Candidate
from .agenda.joining import Joining
from .charter import Charter, Charters, in_force
from .conditions import facts_of
from .conduct import scene_of
from .decisions import Decision
from .desk import desk
from .explain.render import Block, Document, Paragraph, Table, html
from .explain.words import WHYS, day, period, span
from .facts import CountFact, DerivedFact, Evidence, Fact, Scene, Why, derive
from .facts import Subject as Of
from .findings import ClauseFinding, Status
from .governance import audit, decide
from .records.projects import Project
from .records.register import Register
from .reports import ReportChange
from .reports import changed_since as changes_between
from .text import Language, Text
from .values import ALWAYS, Period, Range

Agreement: TypeAlias = Charters | Charter
_PARTNERSHIP: Final = Text("het partnerschap", "the partnership")
_COLUMNS: Final = {
    "subject": Text("waarover", "about"),
    "what": Text("wie of wat", "who or what"),
    "why": Text("waarom", "why"),
    "on": Text("op", "on"),
    "period": Text("periode", "period"),
    "value": Text("aantal", "number"),
    "could_join": Text("kan aanhaken", "could join"),
    "records": Text("vastleggingen", "records"),
}
_NO_CELL: Final = "–"
_NOTHING: Final = Text("Niets waarvan dit zeker is.", "Nothing of which this is certain.")
_AS_OF: Final = Text("Stand op {day}", "As of {day}")
_LEFT_OUT: Final = Text(
    "Niet meegeteld, want nog niet te zeggen: {what}.", "Left out, since nobody can say yet: {what}."
)


@frozen
class Row:
    """One thing that was found: about which project or other subject, who or what it is, and why.

    ``value`` and ``unit`` are what was measured, such as days; ``could_join`` the members that may hook on, with why.
    """

    subject: str
    subject_title: Text
    what: Text
    why: Why
    records: tuple[str, ...] = ()
    on: date | None = None
    period: Period = ALWAYS
    value: Range | None = None
    unit: str = ""
    could_join: tuple[Candidate, ...] = ()


@frozen
class Answered:
    """The rows of a question, as of a day, and how many records were left out because nobody can say yet, by why."""

    on: date
    rows: tuple[Row, ...]
    unknown: tuple[tuple[Why, int], ...] = ()

    @property
    def left_out(self) -> int:
        """How many records were left out."""
        return sum(count for _, count in self.unknown)

    def table(self, language: Language = "en") -> list[dict[str, str]]:
        """The rows in words, under titles in a language: for a data frame, a spreadsheet or a notebook."""
        return [_told(row, language) for row in self.rows]

    def remainder(self, language: Language = "en") -> list[dict[str, str]]:
        """What was left out, in words: how many records, and why."""
        columns = _COLUMNS["why"][language], _COLUMNS["value"][language]
        return [{columns[0]: WHYS[why][language], columns[1]: str(count)} for why, count in self.unknown]

    def document(self, language: Language = "en") -> Document:
        """The rows as a table without the columns that say nothing, and what was left out under it."""
        rows = self.table(language)
        columns = tuple(_COLUMNS[name][language] for name in _COLUMNS)
        telling = tuple(one for one in columns if any(row[one] for row in rows))
        said: list[Block] = [Paragraph(_NOTHING[language])]
        if rows:
            cells = tuple(tuple(row[one] or _NO_CELL for one in telling) for row in rows)
            said = [Table(_AS_OF[language].format(day=day(self.on, language)), telling, cells)]
        left_out = [f"{why}: {count}" for why, count in (row.values() for row in self.remainder(language))]
        if left_out:
            said.append(Paragraph(_LEFT_OUT[language].format(what="; ".join(left_out))))
        return Document(language, tuple(said))

    def _repr_html_(self) -> str:
        return html(self.document())


def _told(row: Row, language: Language) -> dict[str, str]:
    cells = {
        "subject": row.subject_title[language],
        "what": row.what[language],
        "why": WHYS[row.why][language],
        "on": "" if row.on is None else day(row.on, language),
        "period": "" if row.period == ALWAYS else period(row.period, language),
        "value": "" if row.value is None else span(row.value, language, row.unit),
        "could_join": ", ".join(one.name for one in row.could_join),
        "records": ", ".join(row.records),
    }
    return {_COLUMNS[name][language]: words for name, words in cells.items()}


# Where the answers come from


def _scene(charters: Agreement, register: Register, on: date) -> Scene | None:
    """The year so far, none when not exactly one version of the charter is in force."""
    versions, charter = in_force(charters, on)
    if charter is None:
        return None
    year = charter.period.meet(Period.year(on.year))
    return None if year is None else scene_of(desk(versions), charter, register, year, on)


def _running(register: Register, on: date) -> Iterator[Project]:
    return (one for one in register.projects if on in one.period)


def _answer(on: date, found: Iterable[tuple[str, Text, Fact]]) -> Answered:
    """What is sure of each fact as rows, and the rest of it counted by why."""
    rows: list[Row] = []
    unknown: dict[Why, int] = {}
    for subject, title, fact in found:
        sure: dict[str, Row] = {}
        for one in fact.counted:
            row = _row(subject, title, one)
            before = sure.get(one.key)
            sure[one.key] = row if before is None else _both(before, row)
        rows += sure.values()
        for why in (*(one.why for one in fact.possible), *(fact.open if not fact.possible else ())):
            unknown[why] = unknown.get(why, 0) + 1
    return Answered(on, tuple(rows), tuple(sorted(unknown.items(), key=lambda item: item[0].value)))


def _both(one: Row, other: Row) -> Row:
    """Two pieces of evidence for one thing: what only one of them says is left to the records."""
    records = (*one.records, *other.records)
    if other.what.nl in one.what.nl:
        return evolve(one, records=records)
    what = Text(nl=f"{one.what.nl}, {other.what.nl}", en=f"{one.what.en}, {other.what.en}")
    return evolve(one, what=what, records=records, on=None, period=ALWAYS)


def _row(subject: str, title: Text, one: Evidence) -> Row:
    what = one.title or Text.same(one.name)
    return Row(subject, title, what, one.why, (one.record,), one.on, one.period, one.value, one.unit)


def _derived(
    scene: Scene | None, on: date, definition: DerivedFact, subjects: Iterable[tuple[str, Text, Of]]
) -> Answered:
    if scene is None:
        return Answered(on, ())
    return _answer(on, ((name, title, derive(definition, scene, of)) for name, title, of in subjects))


def _fact(name: str, subject: str = "project", days: int | None = None) -> DerivedFact:
    return DerivedFact(name, Text.same(name), name, subject, days=days)


# The questions


def one_member_short(charters: Agreement, register: Register, *, on: date) -> Answered:
    """The projects that one more member would bring to what a clause asks, with the members who could hook on.

    Who declared an interest in the theme comes first (S57). The number asked is that of the charter, under every
    reading that must agree. A project is left out and counted when its count is not certain, or when it is not certain
    how many that asks, because somebody’s membership is disputed.
    """
    versions, charter = in_force(charters, on)
    if charter is None:
        return Answered(on, ())
    joining = Joining(charter, register, desk(versions).reader(charter, register, on), on)
    rows: list[Row] = []
    unknown: dict[Why, int] = {}
    for project in _running(register, on):
        decision = decide(versions, register, project, on=on)
        for clause, fact in _turning_on_members(charter, decision):
            then = _with_one_more(versions, charter, decision, clause, fact)
            if then is Status.SATISFIED:
                candidates = joining.candidates(project)
                records = tuple(
                    dict.fromkeys((*fact.records, *(r for one in candidates for r in one.records)))
                )
                rows.append(
                    Row(
                        project.id,
                        project.title,
                        clause.title,
                        Why.ONE_SHORT,
                        records,
                        value=_of(fact),
                        could_join=candidates,
                    )
                )
            elif Status.UNDETERMINED in (clause.status, then):
                several = [fact] if then is None else [decision.fact(one) for one in _names(charter, clause)]
                for why in dict.fromkeys(why for one in several for why in _whys(one)):
                    unknown[why] = unknown.get(why, 0) + 1
    return Answered(on, tuple(rows), tuple(sorted(unknown.items(), key=lambda item: item[0].value)))


def _of(fact: Fact) -> Range | None:
    return fact.value if isinstance(fact.value, Range) else None


def _turning_on_members(charter: Charter, decision: Decision) -> Iterator[tuple[ClauseFinding, Fact]]:
    """The clauses that some question rests on and that ask for a number of members, with that count."""
    members = {
        one.name
        for one in charter.decided.facts
        if isinstance(one, CountFact)
        and (one.of, one.distinct, one.where.member) == ("participations", "party", True)
    }
    asked = {one.clause for question in decision.questions for one in question.clauses}
    for clause in decision.clauses:
        names = [name for name in facts_of(clause.finding.condition) if name in members]
        if clause.clause in asked and names:
            yield clause, decision.fact(names[0])


def _with_one_more(
    versions: Charters, charter: Charter, decision: Decision, clause: ClauseFinding, fact: Fact
) -> Status | None:
    """How a clause that is not met would stand with one more; of any other clause that is not asked."""
    if clause.status is not Status.NOT_MET or not isinstance(fact.value, Range):
        return None
    more = Range(fact.value.low + 1, None if fact.value.high is None else fact.value.high + 1)
    known = {one.name: more if one.name == fact.name else one.value for one in decision.facts}
    ruled = desk(versions).rules(charter).rule(known)
    return next(one for one in ruled.clauses if one.clause == clause.clause).status


def _names(charter: Charter, clause: ClauseFinding) -> tuple[str, ...]:
    """The facts that a clause rests on, those of its readings among them."""
    return tuple(charter.clause(clause.clause).names)


def _whys(fact: Fact) -> tuple[Why, ...]:
    """Why a fact is not certain."""
    return (*(one.why for one in fact.possible), *fact.open)


def interests_open(charters: Agreement, register: Register, *, on: date, weeks: int = 8) -> Answered:
    """Parties without a confirmed interest, and interests without an answer, in projects that start within weeks.

    A project that runs already is asked about too when it began within as many weeks before the day.

    Raises:
        ValueError: when the number of weeks is below zero.
    """
    if weeks < 0:
        raise ValueError(f"weeks is a whole number from 0, not {weeks!r}")
    near = timedelta(weeks=weeks)
    soon = [
        one
        for one in register.projects
        if one.period.first is not None
        and on - near <= one.period.first <= on + near
        and (one.period.last is None or on <= one.period.last)
    ]
    found: list[Answered] = []
    for name in ("parties_without_confirmed_interest", "interests_without_response"):
        for project in soon:
            # Before the start nothing is late; what is asked is what would be missing on that day.
            start = max(on, project.period.first or on)
            scene = _scene(charters, register, start)
            known = None if scene is None else evolve(scene, on=start)
            found.append(_derived(known, on, _fact(name), [(project.id, project.title, project)]))
    return _together(on, found)


def _together(on: date, several: Iterable[Answered]) -> Answered:
    rows: list[Row] = []
    unknown: dict[Why, int] = {}
    for one in several:
        rows += one.rows
        for why, count in one.unknown:
            unknown[why] = unknown.get(why, 0) + count
    return Answered(on, tuple(rows), tuple(sorted(unknown.items(), key=lambda item: item[0].value)))


def results_waiting(charters: Agreement, register: Register, *, on: date) -> Answered:
    """The results that were delivered and that no user understands yet, or that nobody has decided on (S96, S98)."""
    scene = _scene(charters, register, on)
    subjects = [(one.id, one.title, one) for one in register.projects if one.results]
    names = ("results_not_understood", "results_without_decision")
    return _together(on, [_derived(scene, on, _fact(name), subjects) for name in names])


def colliding_paces(charters: Agreement, register: Register, *, on: date) -> Answered:
    """The projects whose stated paces leave no day together, with every smallest set of parties that collide (A30)."""
    scene = _scene(charters, register, on)
    subjects = [(one.id, one.title, one) for one in register.projects if one.paces and _not_over(one, on)]
    return _derived(scene, on, _fact("pace_conflicts"), subjects)


def _not_over(project: Project, on: date) -> bool:
    return project.period.last is None or on <= project.period.last


def wishes_without_follow_up(charters: Agreement, register: Register, *, on: date, days: int = 0) -> Answered:
    """The wishes and ideas that nobody took up or declined, those that wait longer than so many days (S59)."""
    scene = _scene(charters, register, on)
    definition = _fact("wishes_without_follow_up", "partnership", days or None)
    return _derived(scene, on, definition, [("partnership", _PARTNERSHIP, register)])


# What changed


@frozen
class Turn:
    """A project of which the outcome is another than it was, in the ids of the charter."""

    project: str
    title: Text
    before: str
    after: str


@frozen
class Changed:
    """What is otherwise than on an earlier day: outcomes, findings, and the records that are new."""

    since: date
    on: date
    turns: tuple[Turn, ...]
    findings: tuple[ReportChange, ...]
    records: tuple[tuple[str, str], ...]


def changed_since(charters: Agreement, register: Register, *, since: date, on: date) -> Changed:
    """What changed from the one day to the other: outcomes, findings of the year, and records dated in between.

    ``records`` are the table and the id of each. Findings are compared within the calendar year of the later day.

    Raises:
        ValueError: when the days are not in order, or not in one calendar year.
    """
    if not since < on or since.year != on.year:
        raise ValueError(f"what changed is asked between two days of one year, in order: {since}, {on}")
    before, after = (audit(charters, register, period=Period.year(on.year), on=when) for when in (since, on))
    turns: list[Turn] = []
    for project in register.projects:
        was, now = (decide(charters, register, project, on=when).outcome for when in (since, on))
        if was != now:
            turns.append(Turn(project.id, project.title, was, now))
    return Changed(
        since, on, tuple(turns), changes_between(before, after), tuple(_recorded(register, since, on))
    )


def _recorded(register: Register, since: date, on: date) -> Iterator[tuple[str, str]]:
    """The table and id of every record dated after the one day and not after the other."""
    from .files.shapes import OWN, RECORDS

    holders: list[tuple[object, str, Iterable[str]]] = [
        (register, "", [one for one in OWN if one != "external_parties"])
    ]
    holders += [(project, project.id, RECORDS) for project in register.projects]
    for holder, owner, tables in holders:
        for table in tables:
            for index, one in enumerate(getattr(holder, table)):
                dated = getattr(one, "on", None)
                if isinstance(dated, date) and since < dated <= on:
                    own = getattr(one, "record", "") or getattr(one, "id", "")
                    yield table, own or f"{owner or 'partnership'}/{table}/{index + 1}"
