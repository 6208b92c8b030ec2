# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Declarations, aims and benefits: who signed of an explicit list, and that it makes nobody part of a project."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import fixtures_charter as held
import kennisstad_core as kc
from kennisstad_core.charter import Clause, Force
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.facts import DERIVATIONS, DerivedFact, Fact, FactDefinition, Selection, Why
from kennisstad_core.records.judgements import Benefit, Completeness
from kennisstad_core.records.register import Flaw

YEAR: Final = kc.Period.year(2025)
SIGNED_ON: Final = date(2025, 4, 3)
LISTED: Final = ("gl", "hl", "mbo", "ul")
LEIDEN: Final = ("gl", "hl", "ul")
SIDES: Final = Selection(side=["city", "institutions"])


def says(words: str) -> kc.Text:
    return kc.Text.same(words)


FACTS: Final[tuple[FactDefinition, ...]] = (
    DerivedFact("missing", says("missing"), "expected_not_signed", subject="declaration"),
    DerivedFact("unmeasured", says("unmeasured"), "aims_without_indicator", subject="partnership"),
    DerivedFact("one_side", says("one side"), "benefits_one_sided", subject="partnership", where=SIDES),
    DerivedFact("project_one_side", says("one side"), "benefits_one_sided", where=SIDES),
)


def no_more_than_none(name: str, fact: str, subject: str, force: Force = Force.PRACTICE) -> Clause:
    return Clause(
        name,
        says(name),
        says(name),
        Compare(fact, Relation.AT_MOST, 0),
        force,
        subject=subject,  # type: ignore[arg-type]  # a word here, one of four in a clause
    )


CHARTER: Final = kc.Charter(
    "c-2023",
    says("Partnership"),
    says("Agreement"),
    held.TERM,
    partners=list(held.PARTNERS.values()),
    memberships=[kc.Membership(one) for one in held.FIVE],
    facts=FACTS,
    clauses=[
        no_more_than_none("all-signed", "missing", "declaration"),
        no_more_than_none("measured", "unmeasured", "partnership"),
        no_more_than_none("both-sides", "one_side", "partnership"),
        no_more_than_none("both-sides-of-a-project", "project_one_side", "project"),
    ],
)
CHARTERS: Final = kc.Charters((CHARTER,))
DECLARATION: Final = kc.Declaration(
    "wellbeing", says("Well-being"), SIGNED_ON, expected=LISTED, listed_on=date(2025, 3, 1)
)


def attest(*lists: str) -> tuple[Completeness, ...]:
    return tuple(Completeness(held.JUDGE, date(2025, 12, 31), of) for of in lists)


def signed(*parties: str, on: date = SIGNED_ON) -> tuple[kc.Signatory, ...]:
    return tuple(kc.Signatory("wellbeing", one, on, "dean") for one in parties)


def register_of(
    declaration: kc.Declaration = DECLARATION,
    signatories: tuple[kc.Signatory, ...] = (),
    complete: tuple[str, ...] = ("signatories",),
    flaws: tuple[Flaw, ...] = (),
) -> kc.Register:
    return kc.Register(
        external_parties=held.EXTERNALS,
        declarations=[declaration],
        signatories=signatories,
        completeness=attest(*complete),
        flaws=flaws,
    )


def found(register: kc.Register, on: date = date(2025, 12, 31)) -> tuple[kc.Status, Fact]:
    report = kc.audit(CHARTERS, register, period=YEAR, on=on).assessment("declaration", "wellbeing")
    return report["all-signed"].status, report.fact("missing")


def test_everyone_on_the_list_signed() -> None:
    status, fact = found(register_of(signatories=signed(*LISTED)))

    assert (status, fact.value) == (kc.Status.SATISFIED, kc.Range.exactly(0))


def test_one_on_the_list_did_not_sign() -> None:
    status, fact = found(register_of(signatories=signed(*LEIDEN)))

    assert status is kc.Status.NOT_MET
    assert [(one.key, one.name, one.why) for one in fact.counted] == [("mbo", "mboRijnland", Why.NOT_SIGNED)]


def test_without_a_list_there_is_no_telling_who_is_missing() -> None:
    for declaration in (
        evolve(DECLARATION, expected=(), listed_on=None),
        evolve(DECLARATION, listed_on=None),
        evolve(DECLARATION, listed_on=date(2026, 1, 1)),
    ):
        status, fact = found(register_of(declaration, signed(*LISTED)))
        assert status is kc.Status.UNDETERMINED
        assert fact.open == (Why.NO_LIST,)


def test_more_signatures_than_the_list_are_fine() -> None:
    status, fact = found(register_of(signatories=signed(*LISTED, "pol", "nat")))

    assert status is kc.Status.SATISFIED
    assert {"pol", "nat"} <= {one.key for one in fact.left_out}


def test_a_unit_signs_for_its_partner() -> None:
    status, _ = found(register_of(signatories=signed("gl", "hl", "mbo", "ul-law")))

    assert status is kc.Status.SATISFIED


def test_nobody_attests_the_signatures() -> None:
    status, fact = found(register_of(signatories=signed(*LEIDEN), complete=()))

    assert (status, fact.value) == (kc.Status.UNDETERMINED, kc.Range(0, 1))
    assert fact.incomplete == ("signatories",)


def test_a_signature_that_cannot_be_read_may_be_the_missing_one() -> None:
    flaw = Flaw("signatories[4]", "signatory", "wrong-type")
    status, _ = found(register_of(signatories=signed(*LEIDEN), flaws=(flaw,)))

    assert status is kc.Status.UNDETERMINED


def test_a_later_signature_does_not_exist_yet() -> None:
    register = register_of(signatories=(*signed(*LEIDEN), *signed("mbo", on=date(2025, 9, 1))))

    assert found(register, date(2025, 8, 31))[0] is kc.Status.NOT_MET
    assert found(register, date(2025, 9, 1))[0] is kc.Status.SATISFIED


# Signing is not taking part


@settings(max_examples=60)
@given(st.sets(st.sampled_from([*held.FIVE, "pol", "ext2"])), st.integers(0, 3))
def test_signing_involves_nobody_in_anything(signing: set[str], involved: int) -> None:
    parties = held.FIVE[:involved]
    project = kc.Project(
        "student-wellbeing", says("P"), participations=[kc.Participation(one, "lead") for one in parties]
    )
    alone = kc.Register((project,), held.EXTERNALS)
    with_declaration = evolve(
        alone,
        declarations=[DECLARATION],
        signatories=signed(*signing),
        recognitions=[kc.Recognition("city", says("City of Science"), date(2025, 1, 1))],
        aims=[kc.Aim("healthy", says("Healthy"), 2030, tuple(signing), date(2025, 1, 1))],
    )
    charters = kc.Charters((held.agreement(),))

    before, after = (
        kc.decide(charters, one, "student-wellbeing", on=held.ON) for one in (alone, with_declaration)
    )

    assert before.facts == after.facts
    assert before.ruling == after.ruling


# Aims


def aim(adopted_by: tuple[str, ...] = ("gl",), adopted_on: date | None = date(2023, 5, 1)) -> kc.Aim:
    return kc.Aim("healthy", says("Healthy"), 2030, adopted_by, adopted_on)


def measured(register: kc.Register) -> tuple[kc.Status, Fact]:
    report = kc.audit(CHARTERS, register, period=YEAR).assessment("partnership", "partnership")
    return report["measured"].status, report.fact("unmeasured")


def indicator(on: date) -> kc.Indicator:
    return kc.Indicator(
        "years", "healthy", says("Years in good health"), on, held.JUDGE, kc.Source("health monitor")
    )


@pytest.mark.parametrize(
    ("one", "indicators", "complete", "expected"),
    [
        (aim(), (), True, kc.Status.NOT_MET),
        (aim(), (), False, kc.Status.UNDETERMINED),
        (aim(adopted_on=None), (), True, kc.Status.UNDETERMINED),
        (aim(), (indicator(date(2025, 6, 1)),), True, kc.Status.SATISFIED),
        (aim(), (indicator(date(2026, 6, 1)),), True, kc.Status.NOT_MET),
        (aim(adopted_by=()), (), True, kc.Status.NOT_YET_DUE),
        (aim(adopted_on=date(2026, 1, 1)), (), True, kc.Status.NOT_YET_DUE),
    ],
)
def test_an_adopted_aim_has_an_adopted_indicator(
    one: kc.Aim, indicators: tuple[kc.Indicator, ...], complete: bool, expected: kc.Status
) -> None:
    register = kc.Register(
        aims=[one], indicators=indicators, completeness=attest(*(["indicators"] if complete else []))
    )

    assert measured(register)[0] is expected


# Benefits


def benefit(side: str, holder: str = "ul", on: date | None = date(2025, 2, 1)) -> Benefit:
    return Benefit(holder, side, says("gains"), on)


@pytest.mark.parametrize(
    ("benefits", "missing", "expected"),
    [
        ((), [], kc.Status.NOT_YET_DUE),
        ((benefit("city"),), ["institutions"], kc.Status.NOT_MET),
        ((benefit("city"), benefit("city", "gl")), ["institutions"], kc.Status.NOT_MET),
        ((benefit("city"), benefit("institutions")), [], kc.Status.SATISFIED),
        ((benefit("police"),), ["city", "institutions"], kc.Status.NOT_MET),
        (
            (benefit("city"), benefit("institutions", on=date(2026, 1, 1))),
            ["institutions"],
            kc.Status.NOT_MET,
        ),
    ],
)
def test_each_side_states_its_own_benefit(
    benefits: tuple[Benefit, ...], missing: list[str], expected: kc.Status
) -> None:
    project = kc.Project("p", says("P"), benefits=benefits)
    report = kc.audit(CHARTERS, kc.Register((project,), benefits=benefits), period=YEAR)
    of_all, of_one = report.assessment("partnership", "partnership"), report.assessment("project", "p")

    assert of_all["both-sides"].status is of_one["both-sides-of-a-project"].status is expected
    for fact in (of_all.fact("one_side"), of_one.fact("project_one_side")):
        assert [one.key for one in fact.counted] == missing


def test_a_benefit_that_cannot_be_read_leaves_it_open() -> None:
    flaw = Flaw("benefits[3]", "benefit", "wrong-type", "p")
    for benefits in ((), (benefit("city"),)):
        register = kc.Register((kc.Project("p", says("P"), benefits=benefits),), flaws=(flaw,))
        report = kc.audit(CHARTERS, register, period=YEAR).assessment("project", "p")
        assert report["both-sides-of-a-project"].status is kc.Status.UNDETERMINED


def test_the_dictionary_holds_the_family_in_both_languages() -> None:
    for subject, name in (
        ("declaration", "expected_not_signed"),
        ("partnership", "aims_without_indicator"),
        ("partnership", "benefits_one_sided"),
        ("project", "benefits_one_sided"),
    ):
        entry = DERIVATIONS[subject][name]
        assert entry.label.nl != entry.label.en
        assert entry.definition.nl != entry.definition.en
