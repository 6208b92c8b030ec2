# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is on record about one party, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..conditions import facts_of
from ..explain.money import FIGURES, amount, recorded
from ..explain.render import Block, Heading, Item, Items, Paragraph, Ref, Table, Target, Words, joined
from ..explain.sentences import told
from ..explain.words import begin, day, number, period
from ..facts import Evidence
from ..findings import Status
from ..links.affiliations import party as party_node
from ..links.affiliations import project as project_node
from ..links.questions import existing_pairs
from ..links.registers import affiliations
from ..portfolio import Names
from ..reconciliation import Line, reconcile
from ..records.alignment import Visibility
from ..records.bodies import Meeting, MeetingStatus
from ..records.funding import Purpose
from ..records.parties import Certainty, Membership, Partner, Party
from ..records.projects import Participation, Project
from ..reports import Assessment
from ..text import Language, Text
from ..values import ALWAYS, Period
from ._norms import Found, anchored, sections
from ._partywords import CERTAINTIES, FIRMNESSES, Said
from .archive import Archive

_NOTED = (Status.NOT_MET, Status.EXPLAINED, Status.UNDETERMINED)


def partner_blocks(
    archive: Archive, party: Party, held: Sequence[Membership], language: Language
) -> Iterator[Block]:
    """Everything about one party but its membership, which is given."""
    yield from _Partner(archive, party, held, language).blocks()


class _Partner:
    """One party in one language."""

    def __init__(
        self, archive: Archive, party: Party, held: Sequence[Membership], language: Language
    ) -> None:
        self.archive, self.party, self.held, self.language = archive, party, held, language
        self.names = Names(archive.register, archive.charters, archive.on)

    def blocks(self) -> Iterator[Block]:
        """The page below its heading and membership."""
        yield Heading(2, Said.WHO.say(self.language))
        yield Items(self._who())
        yield Heading(2, Said.PROJECTS.say(self.language))
        yield self._projects()
        if isinstance(self.party, Partner):
            yield Heading(2, Said.SEATS.say(self.language))
            yield self._seats()
            yield from self._attendance()
        if self.archive.years:
            yield Heading(2, Said.MONEY.say(self.language))
            yield from self._money()
        yield Heading(2, Said.INTERESTS.say(self.language))
        yield self._interests()
        yield Heading(2, Said.TOGETHER.say(self.language))
        yield self._together()
        if self.archive.years:
            yield Heading(2, Said.FINDINGS.say(self.language))
            yield from self._findings()

    def _is(self, written: str) -> bool:
        return self.names.party(written)[0] == self.party.id

    def _table(self, caption: Said, columns: tuple[Said, ...], rows: list[tuple[Words, ...]]) -> Table:
        heads = tuple(one.say(self.language) for one in columns)
        return Table(caption.say(self.language, day=day(self.archive.on, self.language)), heads, rows)

    # Who it is

    def _who(self) -> Iterator[Item]:
        language, party = self.language, self.party
        titles = {one.id: one.title for charter in self.archive.charters for one in charter.kinds}
        kind = titles.get(party.kind)
        words = (party.kind if kind is None else kind[language]) or Said.NOT_RECORDED.say(language)
        yield Item(Said.KIND.say(language, kind=words))
        yield Item(Said.ID.say(language, id=party.id))
        for identifier in party.identifiers:
            yield Item(Said.IDENTIFIER.say(language, scheme=identifier.scheme.name, value=identifier.value))
        if party.affiliated_to:
            whole, name = self.names.party(party.affiliated_to)
            yield Item((Said.AFFILIATED.say(language), Ref(Target("partner", whole), name[language]), "."))
        for one in party.names:
            yield Item(Said.CALLED.say(language, name=one.name, period=period(one.period, language)))
        if party.aliases:
            yield Item(Said.ALIASES.say(language, names=", ".join(party.aliases)))
        for unit in party.units:
            days = period(unit.period, language)
            yield Item(Said.UNIT.say(language, name=unit.name or unit.id, period=days))

    # Projects

    def _projects(self) -> Block:
        rows = [
            self._part(project, one, record)
            for project in self.archive.register.projects
            for one, record in zip(project.participations, project.records, strict=True)
            if self._is(one.party or one.named)
        ]
        if not rows:
            return Paragraph(Said.NO_PROJECTS.say(self.language))
        columns = (Said.PROJECT, Said.ROLE, Said.PERIOD, Said.STAGE, Said.RECORD)
        return self._table(Said.PROJECTS_TABLE, columns, rows)

    def _part(self, project: Project, one: Participation, record: str) -> tuple[Words, ...]:
        language = self.language
        stage = FIRMNESSES[one.stage][language]
        if one.certainty is not Certainty.CERTAIN:
            certainty = CERTAINTIES[one.certainty][language]
            stage = Said.STAGE_UNSURE.say(language, stage=stage, certainty=certainty)
        roles = {one.id: one.title for charter in self.archive.charters for one in charter.roles}
        role = roles[one.role][language] if one.role in roles else one.role
        return (
            Ref(Target("project", project.id), project.title[language]),
            role or Said.NOT_RECORDED.say(language),
            Said.NOT_RECORDED.say(language) if one.period == ALWAYS else period(one.period, language),
            stage,
            record,
        )

    # Seats and attendance

    def _bodies(self) -> dict[str, Text]:
        return {one.id: one.title for charter in self.archive.charters for one in charter.bodies}

    def _body(self, name: str) -> Ref:
        title = self._bodies().get(name)
        return Ref(Target("body", name), name if title is None else begin(title[self.language]))

    def _seats(self) -> Block:
        language = self.language
        rows: list[tuple[Words, ...]] = []
        for one in self.archive.register.seats:
            if self._is(one.partner):
                role = one.role or Said.NOT_RECORDED.say(language)
                kind = (Said.ALTERNATE if one.alternate else Said.OWN_SEAT).say(language)
                rows.append((self._body(one.body), role, kind, period(one.period, language)))
        if not rows:
            return Paragraph(Said.NO_SEATS.say(language))
        return self._table(Said.SEATS_TABLE, (Said.BODY, Said.CAPACITY, Said.SEAT, Said.PERIOD), rows)

    def _attendance(self) -> Iterator[Block]:
        """At how many meetings of each body it was there, of those it could be expected at."""
        rows: list[tuple[Words, ...]] = []
        for year in self.archive.years:
            for body in self._bodies():
                counts = Counter(self._was_there(one) for one in self._meetings(body, year))
                if counts:
                    several = (*(counts[one] for one in (True, False, None)), counts.total())
                    told_ = (number(one, self.language) for one in several)
                    rows.append((self._body(body), str(year), *told_))
        if rows:
            columns = (Said.BODY, Said.YEAR, Said.PRESENT, Said.ABSENT, Said.UNKNOWN, Said.HELD)
            yield self._table(Said.ATTENDANCE, columns, rows)

    def _meetings(self, body: str, year: int) -> Iterator[Meeting]:
        """The meetings that it came to, or that fell while it had a seat; where there are no seats, while a partner."""
        register = self.archive.register
        seats = [one for one in register.seats if one.body == body]
        own = [one.period for one in seats if self._is(one.partner)]
        if not seats:
            own = [one.period for one in self.held]
        within = Period.year(year)
        for one in register.meetings:
            counts = one.body == body and one.status is MeetingStatus.HELD and one.on in within
            if counts and (self._was_there(one) or any(one.on in days for days in own)):
                yield one

    def _was_there(self, meeting: Meeting) -> bool | None:
        """Whether it was at a meeting; none when nobody says that everybody there was counted."""
        people = sum(count for who, count in meeting.attendance if self._is(who))
        if people:
            return True
        named = any(self._is(who) for who, _ in meeting.attendance)
        return False if meeting.all_counted or named else None

    # Money and interests

    def _money(self) -> Iterator[Block]:
        language = self.language
        yield Paragraph(Said.MONEY_APART.say(language))
        archive = self.archive
        for year in archive.years:
            span = Period.year(year)
            if not archive.charters.versions:
                # Nobody is a member of anything, so there is nobody's money to lay side by side.
                yield Paragraph(Said.NO_MONEY.say(language, year=str(year)))
                continue
            known = archive.on if archive.on in span else None
            made = reconcile(archive.charters, archive.register, period=span, on=known)
            lines = [one for one in made.lines if one.party == self.party.id]
            figures = recorded(lines)
            if not figures:
                yield Paragraph(Said.NO_MONEY.say(language, year=str(year)))
                continue
            told_ = [line for line in lines if recorded((line,))]
            rows = (
                (self._scope(line, made.core), *(amount(line, one, language) for one in figures))
                for line in told_
            )
            heads = (Said.WHAT_FOR.say(language), *(begin(FIGURES[one][language]) for one in figures))
            caption = Said.MONEY_TABLE.say(language, year=str(year), day=day(made.on, language))
            yield Table(caption, heads, rows)

    def _scope(self, line: Line, core: Text | None) -> str | Ref:
        if line.purpose is Purpose.CORE:
            return Said.CORE.say(self.language) if core is None else begin(core[self.language])
        if line.title is None:
            return Said.GENERAL.say(self.language)
        return Ref(Target("project", line.project), line.title[self.language])

    def _interests(self) -> Block:
        """How many interests it put forward by the day of the archive; none of their words."""
        on, counts = self.archive.on, Counter[Said]()
        register = self.archive.register
        for interests, responses in (
            (register.interests, ()),
            *((one.interests, one.responses) for one in register.projects),
        ):
            answered = {one.interest for one in responses if one.on <= on}
            for one in interests:
                if one.on <= on and self._is(one.holder):
                    counts[Said.DECLARED] += 1
                    counts[Said.CONFIRMED] += one.confirmed_by(on)
                    counts[Said.ANSWERED] += bool({one.record, one.id} & answered)
                    counts[Said.CONFIDENTIAL] += one.visibility is Visibility.CONFIDENTIAL
        if not counts:
            return Paragraph(Said.NO_INTERESTS.say(self.language))
        order = (Said.DECLARED, Said.CONFIRMED, Said.ANSWERED, Said.CONFIDENTIAL)
        rows: list[tuple[Words, ...]] = [
            (begin(one.say(self.language)), number(counts[one], self.language)) for one in order
        ]
        return self._table(Said.INTERESTS_TABLE, (Said.COUNTED_AS, Said.NUMBER), rows)

    # Links and findings

    def _together(self) -> Block:
        own, on = party_node(self.party.id), self.archive.on
        table = affiliations(self.archive.charters, self.archive.register)
        rows: list[tuple[Words, ...]] = []
        for pair in existing_pairs(table, on=on, externals=True):
            if own in (pair.one, pair.other):
                other = pair.other if pair.one == own else pair.one
                projects = (
                    Ref(Target("project", one), table.title(project_node(one))[self.language])
                    for one in pair.projects
                )
                name = table.title(other)[self.language]
                rows.append(
                    (
                        Ref(Target("partner", other.id), name),
                        number(len(pair.projects), self.language),
                        joined(projects),
                    )
                )
        if not rows:
            return Paragraph(Said.ALONE.say(self.language, day=day(on, self.language)))
        return self._table(Said.TOGETHER_TABLE, (Said.OTHER, Said.NUMBER, Said.THROUGH), rows)

    def _findings(self) -> Iterator[Block]:
        yield Paragraph(Said.FINDINGS_WHY.say(self.language))
        rows = [row for year in self.archive.years for row in self._of_year(year)]
        if rows:
            columns = (Said.CLAUSE, Said.YEAR, Said.WHERE, Said.STANDS, Said.FOUND)
            yield self._table(Said.FINDINGS, columns, rows)
        else:
            yield Paragraph(Said.NO_FINDINGS.say(self.language))

    def _of_year(self, year: int) -> Iterator[tuple[Words, ...]]:
        """Each clause once for those of which the same was found, with their records."""
        language = self.language
        for section in sections(self.archive, year):
            alike: dict[tuple[Status, str], list[str | Ref]] = {}
            for found in section.found:
                named = self._named(found)
                if named and found.clause.status in _NOTED:
                    one = len(named) == 1
                    where = alike.setdefault(
                        (found.clause.status, told(named, language, records=not one)), []
                    )
                    where += [", "] * bool(where)
                    where.append(found.named(language))
                    where += [f" [{named[0].record}]"] * one
            for (standing, what), names in alike.items():
                yield (
                    Ref(anchored(str(year), section), section.clause.title[language]),
                    str(year),
                    tuple(names),
                    section.stands(standing)[language],
                    what,
                )

    def _named(self, found: Found) -> list[Evidence]:
        """The evidence of a finding on conduct that is about this party: what was counted, or may be."""
        if not isinstance(found.about, Assessment):
            return []
        names = set(facts_of(found.clause.finding.condition))
        return [
            one
            for fact in found.about.facts
            if fact.name in names
            for one in (*fact.counted, *fact.possible)
            if one.key == self.party.id
        ]
