# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What Hypothesis calls when it is imported, so that `from_type` knows our types.

The strategies themselves are looked up when something is drawn: `strategies` imports Hypothesis, which is only half
imported when it calls this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import evolve

from . import (
    cases,
    charter,
    conditions,
    decisions,
    facts,
    findings,
    identifiers,
    provisions,
    records,
    reports,
    text,
    values,
)
from .reports import changed_since

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    Late: TypeAlias = Callable[[type], SearchStrategy[Any]]


def _late(name: str, *, of: str = "") -> Late:
    """The strategy of this name; ``of`` is the argument that takes the type, where several types share a strategy."""

    def strategy(cls: type) -> SearchStrategy[Any]:
        from . import strategies

        made: SearchStrategy[Any] = getattr(strategies, name)(**({of: cls} if of else {}))
        return made

    return strategy


def _part(name: str, parts: Callable[[Any], Iterable[object]]) -> Late:
    """A part of what the strategy of this name draws."""

    def strategy(cls: type) -> SearchStrategy[Any]:
        from hypothesis.strategies import sampled_from

        several = _late(name)(cls).map(lambda whole: tuple(parts(whole)))
        return several.filter(lambda found: found != ()).flatmap(sampled_from)

    return strategy


_STRATEGIES: Final[Mapping[type, Late]] = {
    text.Text: _late("texts"),
    values.Money: _late("money"),
    values.Share: _late("shares"),
    values.Range: _late("ranges"),
    values.Choice: _late("choices"),
    values.Period: _late("periods"),
    identifiers.Identifier: _late("identifiers"),
    **{
        cls: _late("conditions", of="kind")
        for cls in (
            conditions.Is,
            conditions.OneOf,
            conditions.Judged,
            conditions.Compare,
            conditions.CompareShare,
            conditions.Not,
            conditions.All,
            conditions.Any,
            conditions.AtLeastNOf,
        )
    },
    **{
        cls: _late("fact_definitions", of="kind")
        for cls in (facts.CountFact, facts.SumFact, facts.JudgementFact, facts.GivenFact, facts.DerivedFact)
    },
    facts.Option: _part(
        "charters", lambda one: [each for fact in one.facts for each in getattr(fact, "options", ())]
    ),
    facts.Selection: _part(
        "charters", lambda one: [fact.where for fact in one.facts if hasattr(fact, "where")]
    ),
    records.Source: _late("sources"),
    records.Person: _late("persons"),
    records.Partner: _late("partners"),
    records.ExternalParty: _late("external_parties"),
    records.DatedName: _part("partners", lambda one: one.names),
    records.Unit: _part("partners", lambda one: one.units),
    records.Membership: _late("memberships"),
    records.Participation: _late("participations"),
    records.Judgement: _late("judgements"),
    records.Departure: _late("departures"),
    records.Admission: _late("admissions"),
    records.Completeness: _late("completeness"),
    records.Contribution: _late("contributions"),
    records.Benefit: _late("benefits"),
    records.GivenValue: _late("given_values"),
    records.Seat: _late("seats"),
    records.Meeting: _late("meetings"),
    records.Recess: _late("recesses"),
    records.AgendaItem: _late("agenda_items"),
    records.Wish: _late("wishes"),
    records.FinancePosition: _late("finance_positions"),
    records.Budget: _late("budgets"),
    records.Expenditure: _late("expenditures"),
    records.Interest: _late("interests"),
    records.InterestResponse: _late("interest_responses"),
    records.InterestTranslation: _late("interest_translations"),
    records.HolderStatement: _late("holder_statements"),
    records.Agreement: _late("agreed"),
    records.Commitment: _late("commitments"),
    records.Fulfilment: _late("fulfilments"),
    records.PaceStatement: _late("pace_statements"),
    records.Term: _late("terms"),
    records.Challenge: _late("challenges"),
    records.ResearchQuestion: _late("research_questions"),
    records.Result: _late("results"),
    records.Understanding: _late("understandings"),
    records.Disposition: _late("dispositions"),
    records.PolicyAction: _late("policy_actions"),
    records.Milestone: _late("milestones"),
    records.Declaration: _late("declarations"),
    records.Signatory: _late("signatories"),
    records.Recognition: _late("recognitions"),
    records.Aim: _late("aims"),
    records.Indicator: _late("indicators"),
    records.Project: _late("projects"),
    records.Flaw: _late("flaws"),
    records.Register: _late("registers"),
    records.Arrangement: _late("arrangements"),
    charter.Theme: _part("charters", lambda one: one.themes),
    charter.Word: _part("charters", lambda one: one.bodies),
    charter.Statement: _part("charters", lambda one: one.statements),
    charter.Reading: _part("clauses", lambda one: one.readings),
    charter.Derogation: _part("clauses", lambda one: one.unless),
    charter.Clause: _late("clauses"),
    charter.Question: _part("charters", lambda one: one.questions),
    charter.Outcome: _part("charters", lambda one: one.outcomes),
    charter.Charter: _late("charters"),
    charter.Charters: _late("agreements"),
    decisions.Basis: _late("bases"),
    decisions.Decision: _late("decisions"),
    reports.Report: _late("reports"),
    reports.Assessment: _part("reports", lambda one: one.assessments),
    reports.AuditFinding: _part("reports", lambda one: one.findings),
    reports.ReportChange: _part(
        "reports", lambda one: changed_since(one, evolve(one, decisions=(), assessments=()))
    ),
    decisions.Spell: _part("reports", lambda one: [spell for _, spells in one.spells for spell in spells]),
    provisions.SourceDocument: _late("source_documents"),
    provisions.Provision: _late("provisions"),
    provisions.Ledger: _late("ledgers"),
    cases.Case: _late("cases"),
    cases.Cases: _late("worked_cases"),
    facts.Fact: _part("decisions", lambda one: one.facts),
    facts.Evidence: _part("decisions", lambda one: [each for fact in one.facts for each in fact.counted]),
    findings.Ruling: _part("decisions", lambda one: [one.ruling]),
    findings.QuestionFinding: _part("decisions", lambda one: one.questions),
    findings.ClauseFinding: _part("decisions", lambda one: one.clauses),
    findings.Need: _part("decisions", lambda one: one.needs),
    findings.Sensitivity: _part("decisions", lambda one: one.sensitivities),
}


def register() -> None:
    """Tell Hypothesis how to draw the types of this library."""
    from hypothesis.strategies import register_type_strategy

    for cls, strategy in _STRATEGIES.items():
        register_type_strategy(cls, strategy)
