# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is on record about one project: who takes part, what people judged and agreed, interests in numbers, results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from ..charter import Charter, Theme, Word, in_force
from ..explain.labels import Labels
from ..explain.render import Block, Heading, Paragraph, Ref, Table, Words, joined
from ..explain.words import LISTS, SIDES, begin, day, ended, listing, number, period, quantity
from ..portfolio import timeline
from ..records.alignment import Agreement, Commitment, Interest, Visibility, last_said
from ..records.judgements import Judgement
from ..records.parties import Certainty
from ..records.projects import Participation, Project
from ..records.results import Result
from ..text import Language
from ..values import ALWAYS
from .archive import Archive
from .leads import clause_ref, fact_ref, party_ref
from .project_words import AGREED_ON, CERTAINTY, FIRMNESS, STAGES, VERDICTS, Said


class Records:
    """The records of one project in one language, as known on the day of the archive."""

    def __init__(self, archive: Archive, project: Project, language: Language) -> None:
        self.archive = archive
        self.project = project
        self.language = language
        self.on = archive.on
        self.charter: Charter | None = in_force(archive.charters, archive.judged_on(project.id))[1]

    def say(self, phrase: Said, **words: str) -> str:
        """A phrase in the language of this page."""
        return phrase.say(self.language, **words)

    def table(
        self, caption: Said, columns: tuple[Said, ...], rows: Iterable[tuple[Words, ...]], none: Said
    ) -> Block:
        """A table, or the sentence that there is nothing to put in it."""
        held = tuple(rows)
        if not held:
            return Paragraph(self.say(none))
        return Table(self.say(caption), tuple(map(self.say, columns)), held)

    def party(self, written: str) -> Ref | str:
        """An organisation by its name."""
        return party_ref(self.archive, written, self.archive.judged_on(self.project.id))

    def parties(self, several: Iterable[str]) -> Words:
        """Organisations by their names, in a list."""
        return joined(map(self.party, several))

    def day(self, on: date | None) -> str:
        """A day, or that there is none on record."""
        return self.say(Said.NOT_RECORDED) if on is None else day(on, self.language)

    def titled(self, of: Literal["roles", "themes", "bodies"], name: str) -> str:
        """What the charter calls a role, a theme or a body; a name it does not know stands for itself."""
        if self.charter is not None:
            held: dict[str, tuple[Theme | Word, ...]] = {
                "roles": self.charter.roles,
                "themes": self.charter.themes,
                "bodies": self.charter.bodies,
            }
            for one in held[of]:
                if name in (one.id, one.title.nl, one.title.en):
                    return one.title[self.language]
        return name

    # Who takes part

    def participants(self) -> Iterator[Block]:
        """Who takes part, and which lists somebody attests to be complete."""
        yield Heading(2, self.say(Said.PARTIES))
        columns = (Said.PARTY, Said.ROLE, Said.STAGE, Said.PERIOD, Said.DETAIL)
        rows = map(self._participant, self.project.participations)
        yield self.table(Said.PARTIES_TABLE, columns, rows, Said.NO_PARTIES)
        known = [one for one in self.project.completeness if one.on <= self.on]
        yield self.table(
            Said.COMPLETE_TABLE,
            (Said.LIST, Said.PERIOD, Said.BY, Said.ON),
            (
                (
                    begin(LISTS[one.of][self.language] if one.of in LISTS else one.of),
                    self.say(Said.NO_PERIOD) if one.period == ALWAYS else period(one.period, self.language),
                    str(one.by),
                    day(one.on, self.language),
                )
                for one in known
            ),
            Said.NOT_COMPLETE,
        )

    def _participant(self, one: Participation) -> tuple[Words, ...]:
        told = [
            CERTAINTY[one.certainty][self.language] if one.certainty is not Certainty.CERTAIN else "",
            ""
            if one.confirmed_on is None
            else self.say(Said.CONFIRMED, day=day(one.confirmed_on, self.language)),
            one.note,
        ]
        return (
            self.party(one.party or one.named),
            self.titled("roles", one.role) if one.role else self.say(Said.NOT_RECORDED),
            FIRMNESS[one.stage][self.language],
            period(one.period, self.language) if one.period != ALWAYS else self.say(Said.NOT_RECORDED),
            "; ".join(part for part in told if part) or self.say(Said.NONE),
        )

    # What people judged and decided

    def judgements(self) -> Iterator[Block]:
        """Judgements, departures and decisions on admission, each with who, when and why."""
        yield Heading(2, self.say(Said.JUDGEMENTS))
        language, project = self.language, self.project
        yield self.table(
            Said.JUDGEMENTS_TABLE,
            (Said.QUESTION, Said.VERDICT, Said.BY, Said.ON, Said.WHY),
            (self._judgement(one) for one in project.judgements if one.on <= self.on),
            Said.NO_JUDGEMENTS,
        )
        yield self.table(
            Said.DEPARTURES_TABLE,
            (Said.DEPARTED_FROM, Said.BODY, Said.RECORDED_BY, Said.ON, Said.PERIOD, Said.WHY),
            (
                (
                    one.clause if self.charter is None else clause_ref(self.charter, one.clause, language),
                    self.titled("bodies", one.body),
                    str(one.by),
                    day(one.on, language),
                    period(one.period, language),
                    " ".join(
                        (
                            ended(one.reason),
                            *((f"({self.say(Said.RETROACTIVE)})",) if one.retroactive else ()),
                        )
                    ),
                )
                for one in project.departures
                if one.on <= self.on
            ),
            Said.NO_DEPARTURES,
        )
        yield self.table(
            Said.ADMISSIONS_TABLE,
            (Said.DECIDED, Said.BY, Said.ON, Said.WHY),
            (
                (
                    begin(self.say(Said.LET_IN if one.admitted else Said.NOT_LET_IN)),
                    str(one.by),
                    day(one.on, language),
                    one.reason or self.say(Said.NOT_RECORDED),
                )
                for one in project.admissions
                if one.on <= self.on
            ),
            Said.NO_ADMISSIONS,
        )

    def _judgement(self, one: Judgement) -> tuple[Words, ...]:
        language, charter = self.language, self.charter
        about: Words = one.fact if charter is None else fact_ref(charter, one.fact, language)
        if one.theme:
            theme = self.say(Said.FOR_THEME, theme=self.titled("themes", one.theme))
            about = (about if isinstance(about, str | Ref) else one.fact, f", {theme}")
        verdict = (
            one.verdict
            if charter is None
            else Labels.of_charter(charter).option(one.fact, one.verdict, language)
        )
        told = [
            one.reason,
            self.say(Said.SUPERSEDES) if one.supersedes else "",
            self.say(Said.CONTESTS) if one.contests else "",
            "" if one.review_on is None else self.say(Said.REVIEW, day=day(one.review_on, language)),
        ]
        why = "; ".join(part for part in told if part) or self.say(Said.NOT_RECORDED)
        return about, verdict, str(one.by), day(one.on, language), why

    # Interests in numbers, and what each gains by its own account

    def interests(self) -> Iterator[Block]:
        """How many interests are on record, and how many were answered; their words are not shown."""
        yield Heading(2, self.say(Said.INTERESTS))
        held = [one for one in self.project.interests if one.on <= self.on]
        if held:
            yield Paragraph(self.say(Said.INTERESTS_COUNTED))
        # Whoever took it back does not say so any more.
        said = last_said(self.project.statements, self.on)
        passed = {holder for holder, several in said.items() if all(one.passed_over for one in several)}
        counts = (
            (Said.ON_RECORD, len(held)),
            (Said.CONFIDENTIAL, sum(one.visibility is Visibility.CONFIDENTIAL for one in held)),
            (Said.OWN, sum(one.confirmed_by(self.on) for one in held)),
            (Said.ANSWERED, sum(map(self._answered, held))),
            (Said.PASSED_OVER, len(passed)),
        )
        rows = ((self.say(what), number(count, self.language)) for what, count in counts)
        columns = (Said.WHAT_ITEM, Said.NUMBER)
        there = rows if held or passed else ()
        yield self.table(Said.INTERESTS_TABLE, columns, there, Said.NO_INTERESTS)
        yield self.table(
            Said.BENEFITS_TABLE,
            (Said.HOLDER, Said.SIDE, Said.BENEFIT),
            (
                (
                    SIDES[one.holder][self.language] if one.holder in SIDES else self.party(one.holder),
                    SIDES[one.side][self.language] if one.side in SIDES else one.side,
                    one.text[self.language],
                )
                for one in self.project.benefits
                if one.on is None or one.on <= self.on
            ),
            Said.NO_BENEFITS,
        )

    def _answered(self, interest: Interest) -> bool:
        names = {interest.record, interest.id} - {""}
        return any(one.interest in names and one.on <= self.on for one in self.project.responses)

    # What was agreed and undertaken

    def agreements(self) -> Iterator[Block]:
        """Agreements between the parties, and what each undertook and delivered."""
        yield Heading(2, self.say(Said.AGREEMENTS))
        yield self.table(
            Said.AGREEMENTS_TABLE,
            (Said.AGREEMENT, Said.ON, Said.PARTIES_TO, Said.DETAIL),
            (self._agreement(one) for one in self.project.agreements if one.on <= self.on),
            Said.NO_AGREEMENTS,
        )
        yield self.table(
            Said.COMMITMENTS_TABLE,
            (Said.PARTY, Said.PROMISED, Said.PERIOD, Said.DELIVERED),
            (self._commitment(one) for one in self.project.commitments if one.on <= self.on),
            Said.NO_COMMITMENTS,
        )

    def _agreement(self, one: Agreement) -> tuple[Words, ...]:
        told = [
            "" if one.period == ALWAYS else period(one.period, self.language),
            "" if one.amount is None else quantity(one.amount.cents, self.language, one.amount.currency),
            one.note,
        ]
        return (
            begin(AGREED_ON[one.kind][self.language]),
            day(one.on, self.language),
            self.parties(one.parties) if one.parties else self.say(Said.EVERYONE),
            "; ".join(part for part in told if part) or self.say(Said.NONE),
        )

    def _commitment(self, one: Commitment) -> tuple[Words, ...]:
        given = [
            each.quantity
            for each in self.project.fulfilments
            if each.commitment == one.id and each.on <= self.on
        ]
        return (
            self.party(one.party),
            quantity(one.quantity, self.language, one.unit),
            period(one.period, self.language) if one.period != ALWAYS else self.say(Said.NOT_RECORDED),
            quantity(sum(given), self.language, one.unit) if given else self.say(Said.NOT_RECORDED),
        )

    # What came out of it

    def results(self) -> Iterator[Block]:
        """The course of its life, its results, and what became of each."""
        yield Heading(2, self.say(Said.RESULTS))
        events = timeline(self.archive.register, self.archive.charters, self.project.id, on=self.on)
        yield self.table(
            Said.LIFE_TABLE,
            (Said.STAGE, Said.WHEN, Said.EVENT, Said.WHO),
            (
                (
                    begin(STAGES[one.stage][self.language]),
                    self.say(Said.UNDATED) if one.on is None else day(one.on, self.language),
                    one.title[self.language],
                    self.say(Said.NOT_RECORDED) if one.who is None else one.who[self.language],
                )
                for one in events
            ),
            Said.NO_LIFE,
        )
        yield self.table(
            Said.RESULTS_TABLE,
            (Said.RESULT, Said.ON, Said.USERS, Said.USABLE, Said.DISPOSITION, Said.ACTIONS),
            (self._result(one) for one in self.project.results if one.on <= self.on),
            Said.NO_RESULTS,
        )

    def _result(self, result: Result) -> tuple[Words, ...]:
        language, project, none = self.language, self.project, self.say(Said.NOT_RECORDED)
        usable = (
            self.say(
                Said.USABLE_YES if one.usable else Said.USABLE_NO,
                user=self._name(one.user),
                day=day(one.on, language),
            )
            for one in project.understandings
            if one.result == result.id and one.on <= self.on
        )
        decided = (
            " ".join(
                (
                    self.say(
                        Said.DISPOSED,
                        verdict=begin(VERDICTS[one.verdict][language]),
                        by=str(one.by),
                        day=day(one.on, language),
                        reason=ended(one.reason),
                    ),
                    *(() if one.until is None else (self.say(Said.COME_BACK, day=day(one.until, language)),)),
                )
            )
            for one in project.dispositions
            if one.result == result.id and one.on <= self.on
        )
        actions = (
            one.title[language]
            for one in project.actions
            if one.result == result.id and (one.on is None or one.on <= self.on)
        )
        return (
            result.title[language],
            day(result.on, language),
            self.parties(result.users) or none,
            "; ".join(usable) or none,
            " ".join(decided) or none,
            listing(actions, language) or none,
        )

    def _name(self, written: str) -> str:
        found = self.party(written)
        return found if isinstance(found, str) else found.text
