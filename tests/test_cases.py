# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worked cases of belonging, T01 to T10, and the faulty records of T25, as far as records in Python go."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from attrs import evolve

from fixtures_charter import (
    FIVE,
    GL,
    HL,
    JUDGE,
    MBO,
    NAT,
    ON,
    SEVEN,
    TERM,
    UL,
    agreement,
    departure,
    executing,
    judgement,
    project,
    register,
)
from kennisstad_core.changes import Confirm, Join, Judge
from kennisstad_core.charter import Charter, Charters, Standing
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.facts import SumFact, Why
from kennisstad_core.findings import Cause, ClauseFinding, Lack, Status
from kennisstad_core.governance import Decision, Note, audit, decide, history
from kennisstad_core.records import (
    Admission,
    Benefit,
    Certainty,
    Contribution,
    Firmness,
    Flaw,
    Form,
    Membership,
    Participation,
    Project,
    Purpose,
    Register,
    Stage,
)
from kennisstad_core.text import Text
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN
from kennisstad_core.values import Choice, Money, Period, Range

FIVE_MEMBERS: Final = Charters((agreement(),))


def decided(subject: Project, charters: Charters | Charter = FIVE_MEMBERS, on: date = ON) -> Decision:
    return decide(charters, register(subject), subject.id, on=on)


def clause(decision: Decision, name: str) -> ClauseFinding:
    return next(one for one in decision.clauses if one.clause == name)


def standing(decision: Decision) -> dict[str, Status]:
    return {one.question: one.status for one in decision.questions}


def counted(decision: Decision) -> list[str]:
    return [one.key for one in decision.fact("members_involved").counted]


def left_out(decision: Decision, fact: str = "members_involved") -> dict[str, Why]:
    return {one.key: one.why for one in decision.fact(fact).left_out}


class TestT01:
    """Three members on theme: inside, and that nobody admitted it is no more than a remark."""

    decision = decided(project([UL, HL, GL], fit="within", theme="health"))

    def test_inside(self) -> None:
        assert self.decision.outcome == "in-framework"
        assert standing(self.decision) == {
            "scope": Status.SATISFIED,
            "signature": Status.UNDETERMINED,
            "engagement": Status.SATISFIED,
            "name": Status.SATISFIED,
        }
        assert self.decision.needs == ()
        assert counted(self.decision) == [GL, HL, UL]

    def test_remarks(self) -> None:
        assert clause(self.decision, "no-admission").status is Status.INFO
        admitted = decided(
            project([UL, HL, GL], fit="within", admissions=[Admission(JUDGE, date(2025, 2, 1))])
        )
        assert clause(admitted, "no-admission").status is Status.NOT_APPLICABLE
        assert admitted.outcome == "in-framework"

    def test_inside_though_not_good_for_the_profile(self) -> None:
        odd = decided(project([UL, HL, GL], fit="within", profile="not-good"))
        assert odd.outcome == "in-framework"
        assert clause(odd, "not-good-yet-inside").status is Status.INFO


class TestT02:
    """Two members and the police, partly on theme, good for the profile: signature only."""

    decision = decided(project([UL, GL, "pol"], fit="partial", theme="health", profile="good"))

    def test_one_theme_partly_fits_so_another_may_fit_wholly(self) -> None:
        assert self.decision.possible == ("signature-only",)
        assert self.decision.fact("theme_fit").value == Choice.among(["within", "partial"])

    def test_signature_only(self) -> None:
        assert self.decision.outcome == "signature-only"
        assert standing(self.decision) == {
            "scope": Status.NOT_MET,
            "signature": Status.SATISFIED,
            "engagement": Status.SATISFIED,
            "name": Status.SATISFIED,
        }
        overall = decided(project([UL, GL, "pol"], fit="partial", profile="good"))
        assert overall.outcome == "signature-only"
        assert clause(overall, "partly-on-theme").status is Status.INFO

    def test_the_police_count_as_an_organisation_and_not_as_a_member(self) -> None:
        fact = self.decision.fact("members_involved")
        assert (fact.value, counted(self.decision)) == (Range.exactly(2), [GL, UL])
        assert left_out(self.decision) == {"pol": Why.NOT_A_MEMBER}
        assert [one.name for one in fact.left_out] == ["Politie"]
        assert self.decision.fact("organisations").value == Range.exactly(3)

    def test_hook_on_candidates_are_who_recourse_offers_to_join(self) -> None:
        joins = [one.changes for one in self.decision.recourse if one.outcome == "in-framework"]
        (join,) = [one for changes in joins for one in changes if isinstance(one, Join) and len(changes) == 1]
        assert join.count == 1
        assert set(join.parties) == {HL, NAT, MBO}


class TestT03:
    """T02 without a judgement of the profile: only that judgement is asked for."""

    decision = decided(project([UL, GL, "pol"], fit="partial", theme="health"))

    def test_needs_the_profile_judgement(self) -> None:
        assert self.decision["scope"].status is Status.NOT_MET
        assert self.decision.outcome == "undetermined"
        assert set(self.decision.possible) == {"signature-only", "not-kennisstad"}
        assert [(one.lack, one.name) for one in self.decision.needs] == [(Lack.FACT, "profile")]

    def test_judging_it_is_enough(self) -> None:
        ways = {
            one.outcome: one.changes[0].verdicts
            for one in self.decision.recourse
            if len(one.changes) == 1 and isinstance(one.changes[0], Judge)
        }
        assert ways == {"signature-only": ("good",), "not-kennisstad": ("not-good",)}


class TestT04:
    """No municipality among the three: inside all the same, and a benefit for the city is asked after."""

    def test_inside(self) -> None:
        subject = project([UL, HL, NAT], fit="within", theme="biodiversity")
        decision = decided(subject)
        assert decision.outcome == "in-framework"
        assert clause(decision, "no-city-benefit").status is Status.INFO
        stated = evolve(subject, benefits=[Benefit(GL, "city", Text.same("…"), date(2025, 2, 1))])
        assert clause(decided(stated), "no-city-benefit").status is Status.NOT_APPLICABLE
        other = evolve(subject, benefits=[Benefit(UL, "institutions", Text.same("…"))])
        assert clause(decided(other), "no-city-benefit").status is Status.INFO


class TestT05:
    """Four members, wholly outside the themes: outside, not active, and the signature decides the headline."""

    members = (UL, HL, GL, MBO)

    def test_not_good(self) -> None:
        decision = decided(project(self.members, fit="wholly-outside", profile="not-good"))
        assert decision.outcome == "not-kennisstad"
        assert standing(decision) == {
            "scope": Status.NOT_MET,
            "signature": Status.NOT_MET,
            "engagement": Status.NOT_MET,
            "name": Status.NOT_MET,
        }
        assert decision["scope"].findings["three-of-five"].status is Status.SATISFIED

    def test_not_judged(self) -> None:
        decision = decided(project(self.members, fit="wholly-outside"))
        assert decision.outcome == "undetermined"
        assert (decision["scope"].status, decision["engagement"].status) == (Status.NOT_MET, Status.NOT_MET)
        assert {one.name for one in decision.needs} == {"profile"}

    def test_one_theme_judged_so_is_not_yet_all_of_them(self) -> None:
        one = decided(project(self.members, fit="wholly-outside", theme="health", profile="good"))
        assert one["engagement"].status is Status.UNDETERMINED
        subject = project(self.members, profile="good")
        every = [
            judgement("theme_fit", "wholly-outside", theme=theme)
            for theme in ("health", "biodiversity", "heritage")
        ]
        whole = decided(evolve(subject, judgements=(*subject.judgements, *every)))
        assert whole["engagement"].status is Status.NOT_MET
        best = judgement("theme_fit", "within", theme="heritage")
        mixed = decided(evolve(subject, judgements=(*subject.judgements, *every[:2], best)))
        assert mixed.outcome == "in-framework"


class TestT06:
    """Two faculties are one member."""

    def test_units_roll_up(self) -> None:
        decision = decided(project(["ul-law", "ul-archaeology", HL], fit="within"))
        assert decision.fact("members_involved").value == Range.exactly(2)
        assert sorted(set(counted(decision))) == [HL, UL]
        assert decision["scope"].findings["three-of-five"].status is Status.NOT_MET
        names = {one.record: one.name for one in decision.fact("members_involved").counted}
        assert names["p/ul-law"] == "Universiteit Leiden (Faculteit der Rechtsgeleerdheid)"

    def test_by_the_name_somebody_wrote(self) -> None:
        parties = [
            executing(named="  leiden   LAW school "),
            executing(named="Leiden University"),
            executing(HL),
        ]
        assert decided(project(parties, fit="within")).fact("members_involved").value == Range.exactly(2)

    def test_an_unresolved_name_is_a_possible_member(self) -> None:
        decision = decided(project([UL, HL, executing(named="LUMC")], fit="within"))
        fact = decision.fact("members_involved")
        assert fact.value == Range(2, 3)
        assert [(one.name, one.why) for one in fact.possible] == [("LUMC", Why.UNRESOLVED_NAME)]
        assert decision["scope"].status is Status.UNDETERMINED
        assert any(isinstance(change, Confirm) for one in decision.recourse for change in one.changes)


class TestT07:
    """A list nobody attests to be complete leaves the threshold open, unless three are there already."""

    def test_two_confirmed(self) -> None:
        decision = decided(project([UL, HL], fit="within", theme="biodiversity", complete=False))
        assert decision["scope"].findings["three-of-five"].truth is UNKNOWN
        assert decision.outcome == "undetermined"
        assert decision.fact("members_involved").value == Range(2, 5)
        assert decision.fact("members_involved").open == (Why.LIST_INCOMPLETE,)
        assert "members_involved" in {one.name for one in decision.needs}

    def test_three_confirmed(self) -> None:
        decision = decided(project([UL, HL, MBO], fit="within", theme="biodiversity", complete=False))
        assert decision["scope"].findings["three-of-five"].truth is MET
        assert decision.outcome == "in-framework"


class TestT08:
    """One museum alone: no collaboration, so no signature."""

    def test_solo(self) -> None:
        decision = decided(project([NAT], fit="within", theme="biodiversity", profile="good"))
        assert decision.outcome == "not-kennisstad"
        assert (decision["signature"].status, decision["engagement"].status) == (
            Status.NOT_MET,
            Status.SATISFIED,
        )

    def test_no_member_at_all_may_carry_the_signature(self) -> None:
        decision = decided(project(["pol", "ext2"], fit="wholly-outside", profile="good"))
        assert decision.outcome == "signature-only"
        assert clause(decision, "no-member").status is Status.INFO


class TestT09:
    """A letter of support is no involvement; it shows what would be if it became one."""

    def test_endorses(self) -> None:
        decision = decided(project([UL, HL, Participation(MBO, "endorses")], fit="within"))
        fact = decision.fact("members_involved")
        assert fact.value == Range.exactly(2)
        assert decision["scope"].findings["three-of-five"].status is Status.NOT_MET
        assert left_out(decision) == {MBO: Why.ROLE}
        assert len({*counted(decision), *fact.projected}) == 3

    @pytest.mark.parametrize("role", ["endorses", "informed", "interested", "beneficiary", "host"])
    def test_roles_that_do_not_count(self, role: str) -> None:
        decision = decided(project([UL, HL, Participation(MBO, role)], fit="within"))
        assert decision.fact("members_involved").value == Range.exactly(2)

    def test_an_intention_is_projected_only(self) -> None:
        intends = executing(MBO, stage=Firmness.INTENTION)
        decision = decided(project([UL, HL, intends], fit="within"))
        assert decision.fact("members_involved").value == Range.exactly(2)
        assert decision.fact("members_involved").projected == (MBO,)


class TestT10:
    """Six members and no number stated: three readings must agree; a stated number always wins."""

    silent = agreement(SEVEN[:6], threshold=None)

    @pytest.mark.parametrize(("count", "truth"), [(2, NOT_MET), (3, UNKNOWN), (4, MET)])
    def test_not_stated(self, count: int, truth: object) -> None:
        decision = decided(project(SEVEN[:count], fit="within"), self.silent)
        assert decision["scope"].findings["three-of-five"].truth is truth

    def test_where_the_readings_disagree(self) -> None:
        decision = decided(project(SEVEN[:3], fit="within", profile="good"), self.silent)
        found = decision["scope"].findings["three-of-five"]
        assert (found.status, found.causes) == (Status.UNDETERMINED, (Cause.READINGS_DISAGREE,))
        assert found.finding.truth is MET
        assert {
            one.reading: one.finding.truth for one in found.readings if one.weight.value == "decisive"
        } == {
            "proportional": NOT_MET,
            "majority": NOT_MET,
        }
        assert [(one.lack, one.name) for one in decision.needs] == [(Lack.READING, "three-of-five")]
        assert set(decision.possible) == {"in-framework", "signature-only"}

    def test_stated(self) -> None:
        decision = decided(project(SEVEN[:3], fit="within"), agreement(SEVEN[:6], threshold=3))
        assert decision.outcome == "in-framework"


class TestInForce:
    """C6: no agreement on the day, or a rule of thumb that is not known to have been in force."""

    def test_no_charter(self) -> None:
        decision = decided(project([UL, HL, GL], fit="within"), on=date(2022, 12, 31))
        assert (decision.outcome, decision.charter, decision.notes) == (
            "undetermined",
            "",
            (Note.NO_CHARTER,),
        )
        assert [one.lack for one in decision.needs] == [Lack.CHARTER]
        assert decision.recourse == ()

    def test_two_at_once(self) -> None:
        both = Charters((agreement(), agreement(id="other", period=Period(date(2025, 5, 1)))))
        decision = decided(project([UL, HL, GL], fit="within"), both)
        assert (decision.outcome, decision.notes) == ("undetermined", (Note.SEVERAL_CHARTERS,))
        assert decided(project([UL, HL, GL], fit="within"), both, date(2025, 4, 30)).outcome == "in-framework"

    def test_not_known_to_be_in_force(self) -> None:
        silent = agreement(standing=Standing.UNATTESTED)
        for members in ((UL,), (UL, HL, GL)):
            decision = decided(project(members, fit="within", profile="not-good"), silent)
            found = decision["scope"].findings["three-of-five"]
            assert (found.status, found.causes) == (Status.NOT_APPLICABLE, (Cause.UNATTESTED,))
            assert decision["scope"].status is Status.UNDETERMINED
            assert found.reasons == ()
            assert [(one.lack, one.name) for one in decision.needs] == [(Lack.ATTESTATION, "three-of-five")]
        off_theme = decided(project([UL], fit="wholly-outside", profile="not-good"), silent)
        assert off_theme.outcome == "not-kennisstad"

    def test_a_disputed_membership_makes_a_possible_member(self) -> None:
        disputed = agreement(
            SEVEN[:6],
            threshold=3,
            memberships=[
                *(Membership(one) for one in FIVE),
                Membership("m6", certainty=Certainty.DISPUTED),
            ],
        )
        decision = decided(project([UL, HL, "m6"], fit="within", profile="good"), disputed)
        assert decision.fact("members_involved").value == Range(2, 3)
        assert decision.fact("organisations").value == Range.exactly(3)
        assert decision.fact("members").value == Range(5, 6)
        assert set(decision.possible) == {"in-framework", "signature-only"}


class TestOverTime:
    """A06: as of a date, both ends included, and never back in time."""

    subject = evolve(
        project(
            [
                UL,
                HL,
                executing(MBO, period=Period(date(2025, 2, 1), date(2025, 8, 31))),
            ],
            fit="within",
            profile="good",
        ),
        period=Period(date(2025, 1, 1), date(2025, 12, 31)),
    )

    @pytest.mark.parametrize(
        ("day", "outcome"),
        [
            (date(2025, 1, 31), "signature-only"),
            (date(2025, 2, 1), "in-framework"),
            (date(2025, 8, 31), "in-framework"),
            (date(2025, 9, 1), "signature-only"),
        ],
    )
    def test_days_are_included(self, day: date, outcome: str) -> None:
        assert decided(self.subject, on=day).outcome == outcome

    def test_spells(self) -> None:
        spells = history(FIVE_MEMBERS, register(self.subject), "p", period=Period.year(2025))
        assert [(str(one.period), one.outcome) for one in spells] == [
            ("2025-01-01..2025-01-14", "undetermined"),
            ("2025-01-15..2025-01-31", "signature-only"),
            ("2025-02-01..2025-08-31", "in-framework"),
            ("2025-09-01..2025-12-31", "signature-only"),
        ]
        report = audit(FIVE_MEMBERS, register(self.subject), period=Period.year(2025))
        assert report["p"].on == date(2025, 12, 31)
        assert dict(report.spells)["p"] == spells

    def test_before_the_start_confirmed_commitments_count(self) -> None:
        later = evolve(
            self.subject,
            period=Period(date(2025, 9, 1)),
            participations=[
                executing(one, period=Period(date(2025, 9, 1)), stage=Firmness.CONFIRMED)
                for one in (UL, HL, GL)
            ],
        )
        decision = decided(later)
        assert (decision.outcome, decision.notes) == ("in-framework", (Note.BEFORE_START,))

    def test_a_departure_counts_from_the_day_it_is_recorded(self) -> None:
        subject = project([UL, HL], fit="within", profile="good", departures=[departure(on=date(2025, 3, 1))])
        assert decided(subject, on=date(2025, 2, 28)).outcome == "signature-only"
        assert decided(subject, on=date(2025, 3, 1))["scope"].status is Status.EXPLAINED
        elsewhere = project([UL, HL], fit="within", departures=[departure("within-themes")])
        assert decided(elsewhere)["scope"].status is Status.NOT_MET


class TestPayingOnly:
    """C7 and A01: a partner that only pays counts, and the answer says that it hangs on it."""

    def test_flagged_with_both_outcomes(self) -> None:
        subject = project([UL, GL, Participation(MBO, "funding")], fit="within", profile="good")
        decision = decided(subject)
        assert decision.outcome == "in-framework"
        (one,) = decision.sensitivities
        assert (one.clause, one.reading, one.truth) == (
            "three-of-five",
            "paying-only-does-not-count",
            NOT_MET,
        )
        assert one.outcomes == ("signature-only",)
        assert decision["scope"].findings["three-of-five"].causes == ()

    def test_not_flagged_when_it_does_not_matter(self) -> None:
        subject = project([UL, GL, HL, Participation(MBO, "funding")], fit="within", profile="good")
        assert decided(subject).sensitivities == ()


class TestBodies:
    """A05: the core organisation and the broker are no party, whoever pays them."""

    @pytest.mark.parametrize("name", ["core", "Kernorganisatie", "core  organisation"])
    def test_never_count(self, name: str) -> None:
        for one in (executing(name), executing(named=name)):
            decision = decided(project([UL, one], fit="within", profile="good"))
            assert decision.fact("members_involved").value == Range.exactly(1)
            assert decision.fact("organisations").value == Range.exactly(1)
            assert Why.BODY in left_out(decision, "organisations").values()


class TestT25:
    """Faulty records: each refused where it is made, or left out by name, and the rest is still decided."""

    def test_involvement_that_ends_before_it_starts(self) -> None:
        with pytest.raises(ValueError, match="ends on or after its first day"):
            executing(UL, period=Period(date(2025, 6, 1), date(2025, 5, 31)))

    def test_a_negative_amount_that_is_no_correction(self) -> None:
        with pytest.raises(ValueError, match="correction"):
            Contribution(UL, Purpose.PROJECT, Form.CASH, Stage.PAID, Money.parse("-500"))
        corrected = Contribution(
            UL, Purpose.PROJECT, Form.CASH, Stage.PAID, Money.parse("-500"), corrects="c1"
        )
        assert corrected.amount == Money(-50_000)

    def test_an_amount_as_a_binary_float(self) -> None:
        with pytest.raises(TypeError, match="never a float"):
            Money.parse(0.1)  # type: ignore[arg-type]  # the mistake under test
        with pytest.raises(TypeError, match="whole number"):
            Money(0.1)  # type: ignore[arg-type]  # the mistake under test

    def test_an_unknown_party(self) -> None:
        decision = decided(project([UL, HL, "nobody"], fit="within", profile="good"))
        fact = decision.fact("members_involved")
        assert fact.value == Range(2, 3)
        assert [(one.record, one.why) for one in fact.possible] == [("p/nobody", Why.UNKNOWN_PARTY)]
        assert decision["scope"].status is Status.UNDETERMINED
        assert decision["signature"].status is Status.SATISFIED

    def test_two_versions_that_overlap_leave_open_only_the_days_they_share(self) -> None:
        second = agreement(id="second", period=Period(date(2025, 5, 1), date(2025, 5, 31)))
        versions = Charters((agreement(), second))
        subject = project([UL, HL, GL], fit="within")
        outcomes = [
            decided(subject, versions, day).outcome for day in (date(2025, 4, 30), date(2025, 5, 1), ON)
        ]
        assert outcomes == ["in-framework", "undetermined", "in-framework"]

    @pytest.mark.parametrize(
        ("kind", "open_questions"),
        [
            ("participation", {"scope"}),
            ("judgement", {"signature", "engagement", "name"}),
            ("departure", {"scope"}),
            ("contribution", set()),
            ("admission", set()),
        ],
    )
    def test_a_flaw_leaves_open_what_rests_on_it(self, kind: str, open_questions: set[str]) -> None:
        subject = project([UL, HL], fit="within", profile="good")
        flawed = Register((subject, evolve(subject, id="q")), flaws=[Flaw("x1", kind, "bad", "p")])
        decision = decide(FIVE_MEMBERS, flawed, "p", on=ON)
        undetermined = {one.question for one in decision.questions if one.status is Status.UNDETERMINED}
        assert undetermined == open_questions
        assert decision.notes == (Note.FLAWED_RECORDS,)
        assert decide(FIVE_MEMBERS, flawed, "q", on=ON).outcome == "signature-only"

    @pytest.mark.parametrize(
        ("kind", "lack"),
        [("participation", Lack.FACT), ("judgement", Lack.FACT), ("departure", Lack.RECORD)],
    )
    def test_what_a_flaw_leaves_open_is_named_as_a_need(self, kind: str, lack: Lack) -> None:
        flawed = Register(
            (project([UL, HL], fit="within", profile="good"),), flaws=[Flaw("x1", kind, "bad", "p")]
        )
        decision = decide(FIVE_MEMBERS, flawed, "p", on=ON)
        assert decision.outcome == "undetermined"
        assert {one.lack for one in decision.needs} == {lack}

    def test_an_amount_that_is_not_valued_makes_the_sum_at_least(self) -> None:
        spent = SumFact("spent", Text.same("spent"))
        charter = evolve(agreement(), facts=(*agreement().facts, spent))
        rich = evolve(
            charter.clause("collaboration"),
            id="rich",
            condition=Compare("spent", Relation.AT_LEAST, Money.parse("50000")),
        )
        charter = evolve(charter, clauses=(*charter.clauses, rich))
        given = [
            Contribution(UL, Purpose.PROJECT, Form.CASH, Stage.PAID, Money.parse("30000")),
            Contribution(GL, Purpose.PROJECT, Form.CASH, Stage.PAID, Money.parse("20000")),
            Contribution(HL, Purpose.PROJECT, Form.IN_KIND, Stage.PAID),
        ]
        decision = decided(evolve(project([UL, GL, HL]), contributions=given), charter)
        assert decision.fact("spent").value == Range(5_000_000)
        assert clause(decision, "rich").status is Status.SATISFIED
        without = decided(evolve(project([UL, GL, HL]), contributions=given[1:]), charter)
        assert clause(without, "rich").status is Status.UNDETERMINED


def test_a_theme_of_another_agreement_says_nothing_about_this_one() -> None:
    subject = project([UL, HL, GL], fit="within", theme="internationalisation", profile="good")
    assert "internationalisation" not in {one.id for one in agreement().themes}
    assert decided(subject)["engagement"].status is Status.UNDETERMINED


def test_membership_ends_with_the_term() -> None:
    assert date(2027, 12, 31) in TERM
    subject = project([UL, HL, GL], fit="within")
    assert decided(subject, on=date(2027, 12, 31)).outcome == "in-framework"
    assert decided(subject, on=date(2028, 1, 1)).outcome == "undetermined"
