# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A partnership that keeps to alignment, interests, commitment and pace, and projects in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import kennisstad_core as kc
from kennisstad_core.charter import Charter, Charters, Clause, Force
from kennisstad_core.conditions import Any as AnyOf
from kennisstad_core.conditions import Compare, Condition, Relation
from kennisstad_core.facts import DerivedFact, Selection
from kennisstad_core.records import Completeness, ExternalParty, Membership, Participation, Partner, Person
from kennisstad_core.reports import Assessment

UL, HL, GL, NAT, POL = "ul", "hl", "gl", "nat", "pol"
ROLES: Final = ("lead", "executing", "in-kind", "funding")
WHERE: Final = Selection(role=ROLES)
JUDGE: Final = Person("A. de Vries", "programme manager", "steering group")
YEAR: Final = kc.Period.year(2025)
ON: Final = date(2025, 6, 1)
LISTS: Final = (
    "participations",
    "contributions",
    "interests",
    "responses",
    "statements",
    "agreements",
    "commitments",
    "fulfilments",
    "paces",
)


def _none(fact: str) -> Condition:
    return Compare(fact, Relation.AT_MOST, 0)


def _some(fact: str) -> Condition:
    return Compare(fact, Relation.AT_LEAST, 1)


def _fact(name: str, derive: str = "", **settings: Any) -> DerivedFact:
    settings = {"where": WHERE, **settings}
    return DerivedFact(name, kc.Text.same(name), derive or name, **settings)


def charters(tolerance: kc.Share | None = None, days: int | None = None) -> Charters:
    """A charter with every clause of the families, each named by its fact."""
    facts = [
        _fact("interests_not_recorded_in_time"),
        _fact("no_collaboration", "agreement_not_in_time", agreement="collaboration"),
        _fact("no_finance", "agreement_not_in_time", agreement="finance"),
        _fact("parties_without_confirmed_interest"),
        _fact("interests_without_response", where=Selection(), days=days),
        _fact("holders_passed_over"),
        _fact("parties_ahead", where=Selection(), tolerance=tolerance),
        _fact("parties_behind", where=Selection(), tolerance=tolerance),
        _fact("pace_not_agreed"),
        _fact("parties_without_pace"),
        _fact("pace_conflicts"),
        _fact("terms_ending_inside_plan"),
        _fact("parties_outside_agreed_pace"),
    ]
    remarks = ("pace_conflicts", "terms_ending_inside_plan", "parties_outside_agreed_pace")
    clauses = [
        Clause(
            one.name,
            one.label,
            one.label,
            _some(one.name) if one.name in remarks else _none(one.name),
            Force.REMARK if one.name in remarks else Force.PRACTICE,
        )
        for one in facts
    ]
    in_step = kc.Text.same("out-of-step")
    either = AnyOf((_some("parties_ahead"), _some("parties_behind")))
    clauses.append(Clause("out-of-step", in_step, in_step, either, Force.REMARK))
    partners = [Partner(name, name.upper()) for name in (UL, HL, GL, NAT)]
    return Charters(
        [
            Charter(
                "v23",
                kc.Text.same("Stad"),
                kc.Text.same("Overeenkomst"),
                kc.Period(date(2023, 1, 1), date(2030, 12, 31)),
                partners=partners,
                memberships=[Membership(one.id) for one in partners],
                facts=facts,
                clauses=clauses,
            )
        ]
    )


def taking_part(parties: Iterable[str], role: str = "executing", **more: Any) -> list[Participation]:
    return [Participation(one, role, **more) for one in parties]


def attested(lists: Iterable[str] = LISTS) -> list[Completeness]:
    return [Completeness(JUDGE, date(2025, 1, 1), one) for one in lists]


def project(parties: Iterable[str] = (UL, GL, HL), **records: Any) -> kc.Project:
    """A project over 2025 with these parties, every list attested unless said otherwise."""
    records = {
        "period": YEAR,
        "participations": taking_part(parties),
        "completeness": attested(),
        **records,
    }
    return kc.Project("p", kc.Text.same("Project"), **records)


def assessment(
    one: kc.Project,
    *,
    on: date = ON,
    under: Charters | None = None,
    **of_register: Any,
) -> Assessment:
    """How the project stands on a day, as an audit of its years has it."""
    of_register = {"external_parties": [ExternalParty(POL, "Politie")], **of_register}
    register = kc.Register([one], **of_register)
    period = kc.Period(date(2023, 1, 1), date(2030, 12, 31))
    return kc.audit(under or charters(), register, period=period, on=on).assessment("project", one.id)


def statuses(one: Assessment) -> Mapping[str, str]:
    return {clause.clause: clause.status.value for clause in one.clauses}


def counted(one: Assessment, fact: str) -> set[str]:
    return {evidence.key for evidence in one.fact(fact).counted}


def possible(one: Assessment, fact: str) -> set[str]:
    return {evidence.key for evidence in one.fact(fact).possible}
