# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people's recorded verdicts amount to on a day; contested ones stay open (A12, A17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..records.judgements import GivenValue, Judgement
from ..truth import Truth
from ..values import Choice, Known, Range
from .definitions import Evidence, Fact, GivenFact, JudgementFact, Why


def _evidence(judgement: Judgement, why: Why, project: str) -> Evidence:
    record = judgement.id or f"{project}/{judgement.fact}/{judgement.theme or 'overall'}/{judgement.on}"
    return Evidence(record, judgement.verdict, f"{judgement.by}, {judgement.on}", why)


def read_judgement(
    definition: JudgementFact, judgements: Iterable[Judgement], themes: frozenset[str], on: date, project: str
) -> Fact:
    """The verdicts in force on a day: not superseded, and unknown where they are contested or contradict each other."""
    known = [one for one in judgements if one.fact == definition.name and one.on <= on]
    if not definition.per_theme:
        known = [one for one in known if not one.theme]
    replaced = {one.supersedes for one in known if one.supersedes}
    live = [one for one in known if not (one.id and one.id in replaced)]
    contested = {one.contests for one in live if one.contests}
    superseded = [_evidence(one, Why.SUPERSEDED, project) for one in known if one not in live]
    options = definition.choices

    settled: dict[str, str] = {}
    disputed: set[str] = set()
    for theme in dict.fromkeys(one.theme for one in live):
        own = [one for one in live if one.theme == theme]
        verdicts = {one.verdict for one in own}
        if (
            len(verdicts) == 1
            and verdicts <= set(options)
            and not any(one.id and one.id in contested for one in own)
        ):
            settled[theme] = verdicts.pop()
        else:
            disputed.add(theme)
    used = [one for one in live if one.theme in settled]
    value = Choice.among(options)
    if "" in settled:
        value = Choice.of(settled[""])
        used = [one for one in used if not one.theme]
    elif "" not in disputed and settled:
        best = min(options.index(verdict) for theme, verdict in settled.items())
        unjudged = themes - set(settled)
        if best == 0 or not unjudged:
            value = Choice.of(options[best])
        elif best < len(options) - 1:
            value = Choice.among(options[: best + 1])
    return Fact(
        definition.name,
        definition.label,
        value,
        counted=tuple(_evidence(one, Why.JUDGED, project) for one in used),
        possible=tuple(_evidence(one, Why.CONTESTED, project) for one in live if one.theme in disputed),
        left_out=tuple(superseded),
    )


def fits(definition: GivenFact, value: Known) -> bool:
    """Whether a supplied value is of the declared type, and of its options."""
    match definition.type:
        case "truth":
            return isinstance(value, Truth)
        case "choice":
            return isinstance(value, Choice) and value.options <= frozenset(definition.choices)
        case "count" | "days" | "money":
            return isinstance(value, Range)


def read_given(definition: GivenFact, values: Iterable[GivenValue], on: date, project: str) -> Fact:
    """The supplied value in force on a day; two that differ, or one of another type, leave it unknown."""
    live = [one for one in values if one.fact == definition.name and on in one.period]
    agreed = {one.value for one in live}
    evidence = [
        Evidence(one.id or f"{project}/{one.fact}", str(one.value), one.source.document, Why.GIVEN)
        for one in live
    ]
    if len(agreed) == 1 and fits(definition, live[0].value):
        return Fact(definition.name, definition.label, live[0].value, counted=tuple(evidence))
    disputed = tuple(Evidence(one.record, one.key, one.name, Why.CONTESTED) for one in evidence)
    return Fact(definition.name, definition.label, definition.unknown(), possible=disputed)
