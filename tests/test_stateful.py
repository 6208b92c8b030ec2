# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register that people keep up day by day: whatever they record today, no decision of the past changes (law 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fixtures_charter import JUDGE, SEVEN, agreement, departure, judgement, register
from kennisstad_core.charter import Charter, Charters
from kennisstad_core.governance import Decision, audit, decide, history
from kennisstad_core.records import Admission, Completeness, Firmness, Judgement, Participation, Project
from kennisstad_core.text import Text
from kennisstad_core.values import Period

DAY = timedelta(days=1)
START = date(2025, 1, 1)
PARTIES = (*SEVEN, "pol", "ext2")

roles = st.sampled_from(["lead", "executing", "funding", "endorses"])


def cut_off(versions: Iterable[Charter], last: date) -> list[Charter]:
    return [
        evolve(one, period=Period(one.period.first, last)) if one.period.last is None else one
        for one in versions
    ]


class Register(RuleBasedStateMachine):
    """Records are dated today and end yesterday or later: nobody writes into the past."""

    def __init__(self) -> None:
        super().__init__()
        self.today = START
        self.charters = Charters((agreement(period=Period(START)),))
        self.subject = Project("p", Text.same("Project"))
        self.number = 0
        self.past: list[tuple[date, Decision]] = []

    def next_id(self) -> str:
        self.number += 1
        return f"r{self.number}"

    def decided(self, day: date) -> Decision:
        return decide(self.charters, register(self.subject), "p", on=day)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.past.append((self.today, self.decided(self.today)))
        self.today += days * DAY

    @precondition(lambda self: self.today > START)
    @rule(members=st.sets(st.sampled_from(SEVEN), min_size=2), threshold=st.sampled_from([None, 2, 3]))
    def the_agreement_is_amended(self, members: set[str], threshold: int | None) -> None:
        if any(one.period.first == self.today for one in self.charters):
            return
        new = agreement(
            [one for one in SEVEN if one in members],
            id=self.next_id(),
            period=Period(self.today),
            threshold=threshold,
        )
        self.charters = Charters((*cut_off(self.charters, self.today - DAY), new))

    @rule(
        party=st.sampled_from(PARTIES), role=roles, weeks=st.none() | st.integers(0, 5), named=st.booleans()
    )
    def somebody_joins(self, party: str, role: str, weeks: int | None, named: bool) -> None:
        last = None if weeks is None else self.today + weeks * 7 * DAY
        one = Participation(
            "" if named else party,
            role,
            party if named else "",
            Period(self.today, last),
            Firmness.CONFIRMED,
            id=self.next_id(),
        )
        self.subject = evolve(self.subject, participations=(*self.subject.participations, one))

    @rule(pick=st.randoms(use_true_random=False))
    def somebody_leaves(self, pick: Random) -> None:
        staying = [
            one
            for one in self.subject.participations
            if one.period.last is None and one.period.first is not None and one.period.first < self.today
        ]
        if staying:
            gone = pick.choice(staying)
            ended = evolve(gone, period=Period(gone.period.first, self.today - DAY), stage=Firmness.ENDED)
            others = [one for one in self.subject.participations if one.id != gone.id]
            self.subject = evolve(self.subject, participations=[*others, ended])

    @rule(
        fact=st.sampled_from(["theme_fit", "profile"]),
        best=st.booleans(),
        how=st.sampled_from(["new", "supersedes", "contests"]),
        theme=st.sampled_from(["", "", "health"]),
    )
    def somebody_judges(self, fact: str, best: bool, how: str, theme: str) -> None:
        verdict = {"theme_fit": ("within", "wholly-outside"), "profile": ("good", "not-good")}[fact][not best]
        earlier = [one for one in self.subject.judgements if one.fact == fact]
        about = earlier[-1].id if earlier and how != "new" else ""
        one: Judgement = evolve(
            judgement(fact, verdict, theme=theme if fact == "theme_fit" else "", on=self.today),
            id=self.next_id(),
            supersedes=about if how == "supersedes" else "",
            contests=about if how == "contests" else "",
        )
        self.subject = evolve(self.subject, judgements=(*self.subject.judgements, one))

    @rule()
    def the_list_is_attested(self) -> None:
        one = Completeness(JUDGE, self.today, period=Period(self.today))
        self.subject = evolve(self.subject, completeness=(*self.subject.completeness, one))

    @rule()
    def a_departure_is_decided(self) -> None:
        one = evolve(departure(on=self.today), id=self.next_id())
        self.subject = evolve(self.subject, departures=(*self.subject.departures, one))

    @rule(admitted=st.booleans())
    def it_is_admitted(self, admitted: bool) -> None:
        one = Admission(JUDGE, self.today, admitted, id=self.next_id())
        self.subject = evolve(self.subject, admissions=(*self.subject.admissions, one))

    @invariant()
    def the_past_stands(self) -> None:
        for day, before in self.past:
            now = self.decided(day)
            assert now.outcome == before.outcome
            assert now.ruling == before.ruling
            assert now.departures == before.departures
            assert (now.charter, now.notes) == (before.charter, before.notes)
            for fact, earlier in zip(now.facts, before.facts, strict=True):
                assert (fact.name, fact.value, fact.open) == (earlier.name, earlier.value, earlier.open)
                assert fact.counted == earlier.counted
                assert fact.possible == earlier.possible

    @precondition(lambda self: self.past)
    @invariant()
    def the_spells_say_what_was_decided_on_each_day(self) -> None:
        spells = history(self.charters, register(self.subject), "p", period=Period(START, self.today))
        ends = [one.period for one in spells]
        assert ends[0].first == START
        assert ends[-1].last == self.today
        for earlier, later in pairwise(spells):
            assert earlier.period.last is not None
            assert later.period.first == earlier.period.last + DAY
            assert (earlier.charter, earlier.outcome, earlier.questions, earlier.clauses) != (
                later.charter,
                later.outcome,
                later.questions,
                later.clauses,
            )
        for day, before in self.past:
            (spell,) = (one for one in spells if day in one.period)
            assert (spell.charter, spell.outcome) == (before.charter, before.outcome)

    def teardown(self) -> None:
        for spell in history(self.charters, register(self.subject), "p", period=Period(START, self.today)):
            assert spell.period.first is not None
            assert spell.period.last is not None
            day = spell.period.first
            while day <= spell.period.last:
                decision = self.decided(day)
                assert (decision.charter, decision.outcome) == (spell.charter, spell.outcome)
                assert tuple((one.clause, one.status) for one in decision.clauses) == spell.clauses
                day += DAY
        report = audit(self.charters, register(self.subject), on=self.today)
        assert report["p"] == self.decided(self.today)


Register.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestRegister = Register.TestCase
