# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Make the receipt of a decision or of a report.

The whole answer stands in it, so that everything in it can be hashed again from the receipt alone; of what it rested
on, only the hashes do. What was told in confidence is counted and nothing more. What is of after the day, and so had no
part in the answer, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import frozen

from ..canonical import digest
from ..charter import Charter, Charters
from ..conduct import PARTNERSHIP
from ..decisions import Decision
from ..errors import UnknownName
from ..facts import Fact
from ..files.codec import unstructure
from ..records.judgements import Completeness
from ..records.projects import Project
from ..records.register import Register
from ..reports import Assessment, Report
from ..text import Text
from ..values import Period
from .contents import PARTIES, Filed, Shelf, charter_content, provisions
from .receipt import CONFIDENTIAL, FORMAT, HIDDEN, Made, Receipt, seal

ENGINE: Final = "kennisstad_core"
_PILES: Final = ("counted", "possible", "left_out")
_DISCREET: Final = ("interest", "response", "statement", "translation")
"""Kinds of records of which one that could not be read may have been told in confidence."""


@frozen
class Sources:
    """What an answer rested on: the versions of the charter, and the records with those told in confidence apart."""

    charters: tuple[Charter, ...]
    records: tuple[Filed, ...]
    in_confidence: int


@frozen
class _About:
    """What a receipt is of."""

    of: Made
    subject: str
    title: Text
    on: date
    period: Period | None = None


def of_decision(decision: Decision, charters: Charters | Charter, register: Register) -> Receipt:
    """The receipt of a decision that was made with these charters on this register.

    Raises:
        UnknownName: a `LookupError` when the register has no such project, or the charters no such version.
    """
    shelf = Shelf(register, (_project(decision, register),))
    about = _About("decision", decision.project, decision.title, decision.on)
    sources = sources_of_decision(decision, charters, register, shelf)
    alone = Report(decision.partnership, Period.day(decision.on), (decision,))
    result = _scrubbed(unstructure(decision), shelf, decision.on)
    return _seal(about, sources, alone, result, shelf)


def of_report(report: Report, charters: Charters | Charter, register: Register) -> Receipt:
    """The receipt of a report that was made with these charters on this register.

    Projects outside the period, and flaws of records that it does not rest on, are no part of it.

    Raises:
        UnknownName: a `LookupError` when the register has no such project, or the charters no such version.
    """
    shelf = Shelf(register, register.projects)
    on = _known(report)
    about = _About(
        "report", PARTNERSHIP, report.partnership, on, None if of_one_day(report) else report.period
    )
    result: dict[str, Any] = unstructure(report)
    result.pop("outside", None)
    for several in ("decisions", "assessments"):
        if several in result:
            result[several] = [_scrubbed(one, shelf, on) for one in result[several]]
    inside = {one.project for one in report.decisions}
    flaws = [_discreet(unstructure(one), one.kind) for one in report.flaws if one.project in ("", *inside)]
    result = {**result, "flaws": flaws} if flaws else {k: v for k, v in result.items() if k != "flaws"}
    return _seal(about, sources_of_report(report, charters, register, shelf), report, result, shelf)


def of_one_day(report: Report) -> bool:
    """Whether it says how every project stood on one day, and nothing of a period."""
    told = report.spells or report.assessments or report.outside or report.without
    return report.period == Period.day(_known(report)) and not told


def _known(report: Report) -> date:
    known = report.on or report.period.last
    assert known is not None
    return known


def _project(decision: Decision, register: Register) -> Project:
    if decision.project in register:
        return register[decision.project]
    if decision.basis is not None:
        return decision.basis.project
    raise UnknownName("project", decision.project, [one.id for one in register.projects])


# What it rested on


def sources_of_decision(
    decision: Decision, charters: Charters | Charter, register: Register, shelf: Shelf | None = None
) -> Sources:
    """The version of the charter and the records that a decision rested on."""
    project = _project(decision, register)
    found = _records((decision,), shelf or Shelf(register, (project,)), decision.on)
    lists = _attested(project.id, project.completeness, Period.day(decision.on))
    return _sources(charters, (decision.charter,), (*found, *lists))


def sources_of_report(
    report: Report, charters: Charters | Charter, register: Register, shelf: Shelf | None = None
) -> Sources:
    """The versions of the charter and the records that a report rested on."""
    answers: tuple[Decision | Assessment, ...] = (*report.decisions, *report.assessments)
    found = [*_records(answers, shelf or Shelf(register, register.projects), _known(report))]
    found += _attested("", register.completeness, report.period)
    for one in report.decisions:
        found += _attested(one.project, register[one.project].completeness, report.period)
    return _sources(charters, (one.charter for one in answers), found)


def _sources(charters: Charters | Charter, names: Iterable[str], found: Iterable[Filed]) -> Sources:
    versions = {one.id: one for one in (charters if isinstance(charters, Charters) else (charters,))}
    used = sorted({name for name in names if name})
    for name in used:
        if name not in versions:
            raise UnknownName("version", name, tuple(versions))
    each: dict[int, Filed] = {id(one.record): one for one in found}
    told = [one for one in each.values() if not one.hidden]
    ordered = sorted(told, key=lambda one: (one.table, one.project, one.id, repr(one.record)))
    return Sources(tuple(versions[name] for name in used), tuple(ordered), len(each) - len(told))


def _records(answers: Iterable[Decision | Assessment], shelf: Shelf, until: date) -> Iterator[Filed]:
    """The records that evidence names, but for those of after the day; and the organisations in it."""
    names: dict[str, None] = {}
    parties: dict[str, None] = {}
    for answer in answers:
        for fact in answer.facts:
            for one in (*fact.counted, *fact.possible, *fact.left_out):
                names[one.record] = parties[one.key] = None
        names |= dict.fromkeys(one.record for one in answer.departures)
    for name in names:
        yield from (one for one in shelf.find(name) if not one.later_than(until))
    for party in parties:
        yield from (one for one in shelf.find(party) if one.table == PARTIES)


def _attested(project: str, lists: Iterable[Completeness], period: Period) -> Iterator[Filed]:
    """The attestations that hold in a period: without them less would be known."""
    at = project or PARTNERSHIP
    for one in lists:
        if one.period.meet(period) is not None:
            yield Filed(
                "completeness", project, one.id or f"{at}/complete/{one.of}/{one.on.isoformat()}", one
            )


# What it says


def _seal(
    about: _About, sources: Sources, report: Report, result: Mapping[str, Any], shelf: Shelf
) -> Receipt:
    from .. import __version__

    period = about.period
    hidden = [{HIDDEN: CONFIDENTIAL, "places": sources.in_confidence}] if sources.in_confidence else []
    tree: dict[str, Any] = {
        "$schema": "receipt.schema.json",
        "kind": "receipt",
        "format": FORMAT,
        "engine": {"name": ENGINE, "version": __version__},
        "of": about.of,
        "subject": about.subject,
        "title": unstructure(about.title),
        "on": about.on.isoformat(),
        "charters": [_version(one, about.on) for one in sources.charters],
        "records": [*(_record(one, about.on) for one in sources.records), *hidden],
        "facts": list(_facts(report)),
        "outcomes": [_outcome(one) for one in report.decisions],
        "findings": list(_findings(report, shelf)),
        "result": result,
    }
    if period is not None:
        tree["period"] = {"first": str(period.first), "last": str(period.last)}
    return seal(tree)


def _version(charter: Charter, until: date) -> dict[str, Any]:
    content = charter_content(charter, until)
    parts = {name: digest(one) for name, one in provisions(content).items()}
    return {"id": charter.id, "sha256": digest(content), "parts": parts}


def _record(one: Filed, until: date) -> dict[str, Any]:
    return {"table": one.table, "project": one.project, "id": one.id, "sha256": one.hashed(until)}


def _facts(report: Report) -> Iterator[dict[str, Any]]:
    for decision in report.decisions:
        yield from (
            _fact("project", decision.project, decision.charter, decision.on, one) for one in decision.facts
        )
    for about in report.assessments:
        yield from (_fact(about.kind, about.subject, about.charter, about.on, one) for one in about.facts)


def _fact(kind: str, subject: str, charter: str, on: date, fact: Fact) -> dict[str, Any]:
    value = unstructure(fact)["value"]
    what = {"kind": kind, "subject": subject, "charter": charter, "on": on.isoformat()}
    return {**what, "name": fact.name, "value": value, "unit": fact.unit}


def _outcome(decision: Decision) -> dict[str, Any]:
    return {
        "kind": "project",
        "subject": decision.project,
        "charter": decision.charter,
        "on": decision.on.isoformat(),
        "outcome": decision.outcome,
        "questions": [{"question": one.question, "status": one.status.value} for one in decision.questions],
    }


def _findings(report: Report, shelf: Shelf) -> Iterator[dict[str, Any]]:
    for one in report.findings:
        told = [name for name in one.evidence if name not in shelf.confidential]
        hidden = len(one.evidence) - len(told)
        yield {
            "kind": one.kind,
            "subject": one.subject,
            "charter": one.charter,
            "on": one.on.isoformat(),
            "clause": one.clause,
            "status": one.status.value,
            "causes": [cause.value for cause in one.causes],
            "evidence": [*told, *([{HIDDEN: CONFIDENTIAL, "places": hidden}] if hidden else [])],
        }


def _scrubbed(answer: dict[str, Any], shelf: Shelf, until: date) -> dict[str, Any]:
    """A decision or assessment as plain data, without what was told in confidence and what is of after the day."""
    facts = [_scrubbed_fact(one, shelf, until) for one in answer.get("facts", ())]
    return {**answer, "facts": facts} if facts else answer


def _scrubbed_fact(fact: Mapping[str, Any], shelf: Shelf, until: date) -> dict[str, Any]:
    tree = dict(fact)
    for pile in _PILES:
        if pile in tree:
            kept = _kept(tree[pile], shelf, until if pile == "left_out" else None)
            tree = {**tree, pile: kept} if kept else {k: v for k, v in tree.items() if k != pile}
    return tree


def _kept(evidence: Sequence[Mapping[str, Any]], shelf: Shelf, until: date | None) -> list[Mapping[str, Any]]:
    """The evidence that is told; what was told in confidence is counted at the end, where its place tells nothing."""
    told: list[Mapping[str, Any]] = []
    hidden = 0
    for one in evidence:
        if not shelf.confidential.isdisjoint((one["record"], one["key"])):
            hidden += 1
        elif until is None or not _all_later(shelf.find(one["record"]), until):
            told.append(one)
    return [*told, {HIDDEN: CONFIDENTIAL, "places": hidden}] if hidden else told


def _all_later(several: Sequence[Filed], until: date) -> bool:
    return bool(several) and all(one.later_than(until) for one in several)


def _discreet(flaw: dict[str, Any], kind: str) -> dict[str, Any]:
    return {**flaw, "record": {HIDDEN: CONFIDENTIAL, "places": 1}} if kind in _DISCREET else flaw
