# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people's recorded verdicts amount to on a day; contested ones stay open (A12, A17)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from attrs import evolve

from ..records.judgements import GivenValue, Judgement
from ..truth import Truth
from ..values import Choice, Known, Range
from .definitions import Evidence, Fact, GivenFact, JudgementFact, Why


def _evidence(judgement: Judgement, why: Why, project: str) -> Evidence:
    on = judgement.on.isoformat()
    record = judgement.id or f"{project}/{judgement.fact}/{judgement.theme or 'overall'}/{on}"
    return Evidence(record, judgement.verdict, str(judgement.by), why, judgement.on)


def read_judgement(
    definition: JudgementFact, judgements: Iterable[Judgement], themes: frozenset[str], on: date, project: str
) -> Fact:
    """The verdicts in force on a day: not superseded, and unknown where they are contested or contradict each other."""
    name, per_theme = definition.name, definition.per_theme
    known = [
        one
        for one in judgements
        # A theme of an earlier version of the charter says nothing about the themes of this one (A20).
        if one.fact == name and one.on <= on and (not one.theme or (per_theme and one.theme in themes))
    ]
    if len(known) == 1:
        # Almost every project: one judgement overall, and nothing said of it since.
        (one,) = known
        value = definition.known.get(one.verdict)
        if value is not None and not (one.theme or one.supersedes or one.contests):
            evidence = (_evidence(one, Why.JUDGED, project),)
            return Fact(name, definition.label, value, evidence, options=definition.options)
    replaced = {one.supersedes for one in known if one.supersedes}
    live = [one for one in known if not (one.id and one.id in replaced)]
    contested = {one.contests for one in live if one.contests}
    superseded = [_evidence(one, Why.SUPERSEDED, project) for one in known if one not in live]
    verdicts = _verdicts(live, contested, definition)
    used = [one for one in live if verdicts[one.theme] and (not one.theme or not verdicts.get(""))]
    return Fact(
        name,
        definition.label,
        _amounts_to(verdicts, themes, definition),
        counted=tuple(_evidence(one, Why.JUDGED, project) for one in used),
        possible=tuple(_evidence(one, Why.CONTESTED, project) for one in live if not verdicts[one.theme]),
        left_out=tuple(superseded),
        options=definition.options,
    )


def _verdicts(
    live: Iterable[Judgement], contested: Container[str], definition: JudgementFact
) -> dict[str, str]:
    """The verdict on each theme, empty where it is contested or two contradict each other; overall under no theme."""
    by_theme: dict[str, list[Judgement]] = {}
    for one in live:
        by_theme.setdefault(one.theme, []).append(one)
    found: dict[str, str] = {}
    for theme, several in by_theme.items():
        (verdict, *others) = {one.verdict for one in several}
        sure = not others and verdict in definition.choices
        found[theme] = verdict if sure and not any(one.id and one.id in contested for one in several) else ""
    return found


def _amounts_to(verdicts: Mapping[str, str], themes: frozenset[str], definition: JudgementFact) -> Choice:
    """The verdict overall, or else the best of any theme; a theme without a verdict may still be better."""
    options = definition.choices
    settled = {theme: verdict for theme, verdict in verdicts.items() if verdict}
    if "" in settled:
        return definition.known[settled[""]]
    if "" in verdicts or not settled:
        return Choice.among(options)
    best = min(map(options.index, settled.values()))
    if best == 0 or themes <= settled.keys():
        return definition.known[options[best]]
    return Choice.among(options[: best + 1])


def fits(definition: GivenFact, value: Known) -> bool:
    """Whether a supplied value is of the declared type, and of its options."""
    match definition.type:
        case "truth":
            return isinstance(value, Truth)
        case "choice":
            return isinstance(value, Choice) and value.options <= frozenset(definition.choices)
        case "count" | "days" | "money":
            return isinstance(value, Range)


def said(value: Known) -> str:
    """A supplied value as one word."""
    return value.value if isinstance(value, Truth) else str(value)


def read_given(definition: GivenFact, values: Iterable[GivenValue], on: date, project: str) -> Fact:
    """The supplied value in force on a day; two that differ, or one of another type, leave it unknown."""
    live = [one for one in values if one.fact == definition.name and on in one.period]
    agreed = {one.value for one in live}
    evidence = [
        Evidence(one.id or f"{project}/{one.fact}", said(one.value), one.source.document, Why.GIVEN)
        for one in live
    ]
    settled = len(agreed) == 1 and fits(definition, live[0].value)
    return Fact(
        definition.name,
        definition.label,
        live[0].value if settled else definition.unknown(),
        counted=tuple(evidence) if settled else (),
        possible=() if settled else tuple(evolve(one, why=Why.CONTESTED) for one in evidence),
        options=definition.options,
        unit=definition.unit,
    )
