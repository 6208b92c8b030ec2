# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Builds the next agenda of a body from what is on record by the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from ..calendars import next_due
from ..charter import Charter, Charters, Force
from ..conditions import facts_of
from ..desk import desk
from ..facts import DerivedFact, Evidence, Family, Reader, Why
from ..facts.bodies import is_waiting, wishes_by_record
from ..facts.rhythm import DAY
from ..findings import Status
from ..governance import conduct
from ..records.bodies import AgendaItem, ItemStatus, Meeting, MeetingStatus
from ..records.confidence import IN_CONFIDENCE, withheld
from ..records.projects import Project
from ..records.register import Register
from ..records.results import Disposition, LifecycleStage, Verdict
from ..reports import Assessment
from ..text import Text
from ..values import Period
from .joining import Joining
from .points import Agenda, Ground, NoAgenda, Point, Reason, Section

# Whose agenda

_NO_VERSION: Final = Text(
    "op {day} geldt niet precies één versie van de overeenkomst",
    "on {day} not exactly one version of the charter is in force",
)
_NO_SECTIONS: Final = Text(
    "de overeenkomst ‘{charter}’ noemt geen onderdelen voor een agenda; zet ze onder [[agenda]], elk met kind = new, "
    "progress of join",
    "the charter ‘{charter}’ names no sections for an agenda; put them under [[agenda]], each with kind = new, "
    "progress or join",
)
_NO_BODY: Final = Text(
    "de overeenkomst ‘{charter}’ zegt niet voor welk orgaan de agenda is; kies uit: {bodies}",
    "the charter ‘{charter}’ does not say which body the agenda is for; choose out of: {bodies}",
)
_UNKNOWN_BODY: Final = Text(
    "de overeenkomst ‘{charter}’ kent geen orgaan ‘{body}’; er zijn: {bodies}",
    "the charter ‘{charter}’ has no body ‘{body}’; there are: {bodies}",
)
_OF_AN_AGENDA: Final = ("purposes_never_covered", "meetings_with_uncovered_purpose")


def _refused(text: Text, **words: object) -> NoAgenda:
    return NoAgenda(Text(text.nl.format(**words), text.en.format(**words)))


def _in_force(charters: Charters, on: date) -> Charter:
    versions = charters.on(on)
    if len(versions) != 1:
        raise _refused(_NO_VERSION, day=on.isoformat())
    if not versions[0].agenda:
        raise _refused(_NO_SECTIONS, charter=versions[0].id)
    return versions[0]


def _body(charter: Charter, named: str) -> str:
    """The body that is named, or else the one of which the charter asks that its sections come up."""
    bodies = [one.id for one in charter.bodies]
    words = {"charter": charter.id, "body": named, "bodies": ", ".join(bodies)}
    if named:
        if named not in bodies:
            raise _refused(_UNKNOWN_BODY, **words)
        return named
    derived = [one for one in charter.facts if isinstance(one, DerivedFact)]
    asked = list(dict.fromkeys(one.body for one in derived if one.derive in _OF_AN_AGENDA))
    if len(asked) != 1:
        raise _refused(_NO_BODY, **words)
    return asked[0]


def next_agenda(charters: Charters | Charter, register: Register, *, on: date, body: str = "") -> Agenda:
    """The agenda of the meeting that a body has on a day, from what is on record by that day.

    The findings are those of the calendar year of the day. Without ``body`` it is the one whose meetings the charter
    asks to deal with the sections of the agenda.

    Raises:
        NoAgenda: a `ValueError` when not exactly one version is in force on the day, when that one has no sections of
            an agenda, or when it is not clear which body it is for.
    """
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    charter = _in_force(versions, on)
    name = _body(charter, body)
    yesterday = on - DAY
    held = [
        one
        for one in register.meetings
        if one.body == name and one.status is MeetingStatus.HELD and one.on <= yesterday
    ]
    since = max(held, key=lambda one: one.on, default=None)
    items = _items(register, name, on)
    making = _Making(versions, charter, register, on, since, items)
    met = evolve(register, meetings=(*register.meetings, Meeting(name, on)))
    return Agenda(
        charter.partnership,
        charter.id,
        name,
        next(one.title for one in charter.bodies if one.id == name),
        on,
        since,
        next_due(charter, register, name, on=yesterday),
        next_due(charter, met, name, on=on),
        tuple(making.sections()),
        tuple(one for one in items if _stays_away(one, on)),
        making.undetermined,
    )


# Items on record


def _items(register: Register, body: str, on: date) -> tuple[AgendaItem, ...]:
    """The items of a body as they stand on a day; of several about the same, the last word on it."""
    last: dict[tuple[str, str], AgendaItem] = {}
    others: list[AgendaItem] = []
    known = [_as_of(one, on) for one in register.agenda_items if one.body == body and one.on <= on]
    for one in sorted(known, key=lambda item: (item.decided_on or item.on, item.on)):
        if one.about:
            last[one.purpose, one.about] = one
        else:
            others.append(one)
    return tuple(sorted((*last.values(), *others), key=lambda one: (one.on, one.id, one.title.nl)))


def _as_of(one: AgendaItem, on: date) -> AgendaItem:
    if one.decided_on is not None and on < one.decided_on:
        return evolve(one, status=ItemStatus.OPEN, decided_on=None, reason="", until=None)
    return one


def _stays_away(one: AgendaItem, on: date) -> bool:
    deferred = one.status is ItemStatus.DEFERRED and one.until is not None and on < one.until
    return deferred or one.status is ItemStatus.DROPPED


def _comes_up(one: AgendaItem, on: date, since: Meeting | None) -> Ground | None:
    """Why an item is on the agenda of the day, none when it is not."""
    match one.status:
        case ItemStatus.OPEN:
            earlier = since is not None and one.on <= since.on
            return Ground.CARRIED_OVER if earlier else Ground.ADDED
        case ItemStatus.DEFERRED:
            return None if _stays_away(one, on) else Ground.BACK
        case ItemStatus.ACCEPTED | ItemStatus.DROPPED:
            return None


# What goes on it


@frozen(eq=False)
class _Making:
    """An agenda in the making: what is on record, and what was said of it before."""

    charters: Charters
    charter: Charter
    register: Register
    on: date
    since: Meeting | None
    items: tuple[AgendaItem, ...]
    report: tuple[Assessment, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        year = self.charter.period.meet(Period.year(self.on.year))
        assert year is not None
        report = conduct(self.charters, self.register, period=year, on=self.on)
        object.__setattr__(self, "report", report)

    @property
    def undetermined(self) -> int:
        """How many clauses nobody can say anything of yet."""
        return sum(one.status is Status.UNDETERMINED for several in self.report for one in several.clauses)

    def sections(self) -> Iterator[Section]:
        """Every section of the charter: the items on record for it, and what its kind looks for."""
        named = {(one.purpose, one.about) for one in self.items if one.status is not ItemStatus.ACCEPTED}
        made = {"new": self._new, "progress": self._progress, "join": self._join}
        known = {one.id for one in self.charter.agenda}
        for number, word in enumerate(self.charter.agenda, start=1):
            rest = known if number == len(self.charter.agenda) else None
            points = list(self._on_record(word.id, rest))
            if word.kind in made:
                points += (one for one in made[word.kind]() if (word.id, one.about) not in named)
            yield Section(word.id, word.title, word.kind, tuple(points))

    def _on_record(self, purpose: str, rest: set[str] | None) -> Iterator[Point]:
        """The items for a section; the last one also takes those for a section that the charter does not have."""
        for one in self.items:
            ground = _comes_up(one, self.on, self.since)
            here = one.purpose == purpose or (rest is not None and one.purpose not in rest)
            if ground is not None and here:
                records = (one.id,) if one.id else ()
                yield Point(
                    one.about or one.id,
                    one.title,
                    ground,
                    records,
                    one.decided_on or one.on,
                    reason=one.reason,
                )

    def _projects(self) -> Iterator[Project]:
        """The projects that have not ended."""
        for one in self.register.projects:
            if one.period.last is None or self.on <= one.period.last:
                yield one

    def _is_idea(self, project: Project) -> bool:
        reached = [one for one in project.milestones if one.on <= self.on]
        return bool(reached) and max(reached, key=lambda one: one.on).stage is LifecycleStage.IDEA

    # New

    def _new(self) -> Iterator[Point]:
        """Challenges nobody put into a research question yet, ideas for a project, and wishes without a follow-up."""
        for project in self._projects():
            asked = {one.challenge for one in project.research_questions if self._known(one.on)}
            for one in project.challenges:
                if self._known(one.on) and one.id not in asked:
                    yield Point(
                        one.id, one.text, Ground.CHALLENGE, (one.id,), one.on, project.id, project.title
                    )
        for project in self._projects():
            if self._is_idea(project):
                yield Point(project.id, project.title, Ground.IDEA, (project.id,))
        for record, wish in wishes_by_record(self.register.wishes, self.on).items():
            if is_waiting(wish, self.on):
                who = self._named(wish.by)
                yield Point(record, wish.text, Ground.WISH, (record,), wish.on, wish.by, who)

    def _named(self, party: str) -> Text:
        """What a body or an organisation is called on the day."""
        title = next((one.title for one in self.charter.bodies if one.id == party), None)
        found = self._reader.find(party)
        return title or Text.same(party if found is None else self._reader.name_of(found))

    @property
    def _reader(self) -> Reader:
        return desk(self.charters).reader(self.charter, self.register, self.on)

    def _known(self, day: date | None) -> bool:
        return day is None or day <= self.on

    # How it goes

    def _progress(self) -> Iterator[Point]:
        """Results that were deferred until now, clauses not met, and what there is to know of pace and commitment."""
        for project in self.register.projects:
            yield from self._results(project)
        for sought in (Ground.FINDING, Ground.TO_KNOW):
            for several in self.report:
                facts = {one.name: one for one in several.facts}
                for one in several.clauses:
                    if _ground_of(one.force, one.status, one.family) is sought:
                        used = [facts[name] for name in facts_of(one.finding.condition) if name in facts]
                        counted = dict.fromkeys(each for fact in used for each in fact.counted)
                        concerns = tuple(filter(self._shown, counted))
                        if counted and not concerns:
                            continue
                        records = dict.fromkeys(record for fact in used for record in fact.records)
                        yield Point(
                            f"{several.subject}/{one.clause}",
                            one.title,
                            sought,
                            tuple(record for record in records if not self._in_confidence(record)),
                            several.on,
                            several.subject,
                            several.title,
                            one.force,
                            one.status,
                            concerns=concerns,
                        )

    def _shown(self, one: Evidence) -> bool:
        """Whether it is for a meeting: not what was told in confidence, nor a term that ended before it."""
        past = one.why is Why.TERM_ENDS and one.on is not None and one.on < self.on
        return not past and not self._in_confidence(one.record)

    def _in_confidence(self, record: str) -> bool:
        return f"/{IN_CONFIDENCE}/" in record or record in self._withheld

    @cached_property
    def _withheld(self) -> Mapping[str, str]:
        return withheld(self.register)

    def _results(self, project: Project) -> Iterator[Point]:
        decided: dict[str, Disposition] = {}
        for one in sorted(project.dispositions, key=lambda each: each.on):
            if one.on <= self.on:
                decided[one.result] = one
        for result in project.results:
            verdict = decided.get(result.id)
            if verdict is None or verdict.verdict is not Verdict.DEFERRED or verdict.until is None:
                continue
            if verdict.until <= self.on:
                yield Point(
                    verdict.record,
                    result.title,
                    Ground.RESULT_DUE,
                    (result.id, verdict.record),
                    verdict.until,
                    project.id,
                    project.title,
                    reason=verdict.reason,
                )

    # What to join

    def _join(self) -> Iterator[Point]:
        """Projects that start or run and that some members are not in, those that start first, then the most wanted."""
        joining = Joining(self.charter, self.register, self._reader, self.on)
        found: list[tuple[tuple[int, str, str], Point]] = []
        for project in self._projects():
            candidates = () if self._is_idea(project) else joining.candidates(project)
            if candidates:
                first, starts = project.period.first, self._starts(project)
                wanted = candidates[0].reasons != (Reason.MEMBER,)
                day = first.isoformat() if first is not None and starts else ""
                ground = Ground.STARTS if starts else Ground.RUNS
                point = Point(project.id, project.title, ground, (project.id,), first, candidates=candidates)
                found.append(((0 if starts else 1 if wanted else 2, day, project.id), point))
        yield from (point for _, point in sorted(found, key=lambda one: one[0]))

    def _starts(self, project: Project) -> bool:
        first = project.period.first
        return first is not None and (self.on <= first or (self.since is not None and self.since.on < first))


def _ground_of(force: Force, status: Status, family: Family) -> Ground | None:
    """Whether a clause is worth a point: what is not met, and what is to be known of pace and commitment."""
    if force is not Force.REMARK:
        return Ground.FINDING if status is Status.NOT_MET else None
    return Ground.TO_KNOW if status is Status.INFO and family in (Family.PACE, Family.ALIGNMENT) else None
