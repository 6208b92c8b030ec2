# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report as SARIF 2.1.0 (OASIS), so that tools which show findings of code can show findings of an audit.

A clause of a version is a rule and a finding a result, which leads to its own by its index. Only what binds can fail:
an obligation that is not met is an error, a rule of thumb a warning, and what is described as habit or hope a note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from ..charter import Charters, Force
from ..findings import Status
from ..reports import AuditFinding, Report
from ..text import Language

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[Force, str]] = {
    Force.MUST: "error",
    Force.RULE_OF_THUMB: "warning",
    Force.PRACTICE: "note",
    Force.ASPIRATION: "note",
    Force.REMARK: "note",
}
_KINDS: Final[Mapping[Status, str]] = {
    Status.SATISFIED: "pass",
    Status.NOT_MET: "fail",
    Status.EXPLAINED: "review",
    Status.UNDETERMINED: "open",
    Status.NOT_APPLICABLE: "notApplicable",
    Status.NOT_YET_DUE: "notApplicable",
    Status.INFO: "informational",
}


def sarif(report: Report, charters: Charters, language: Language, version: str) -> str:
    """The report as one SARIF log, stable: the same report, by the same version of the tool, gives the same bytes."""
    # A document reads the same whatever this room is asked for, so the words are looked up only here.
    from ..explain.words import status

    rules: dict[tuple[str, str], dict[str, Any]] = {}
    for charter in charters:
        for clause in charter.clauses:
            rules[charter.id, clause.id] = {
                "id": clause.id,
                "shortDescription": {"text": clause.title[language]},
                "fullDescription": {"text": clause.text[language]},
                "defaultConfiguration": {"level": _LEVELS[clause.force]},
                "properties": {
                    "charter": charter.id,
                    "force": clause.force.value,
                    "family": charter.family(clause).value,
                },
            }
    place = {key: index for index, key in enumerate(rules)}

    def result(one: AuditFinding) -> dict[str, Any]:
        words = status(one.force, one.status)[language]
        key = one.charter, one.clause
        title = rules[key]["shortDescription"]["text"]
        fails = one.status is Status.NOT_MET
        return {
            "ruleId": one.clause,
            "ruleIndex": place[key],
            "kind": _KINDS[one.status],
            "level": _LEVELS[one.force] if fails else "none",
            "message": {"text": f"{one.subject}: {title}: {words}"},
            "locations": [{"logicalLocations": [{"fullyQualifiedName": f"{one.kind}/{one.subject}"}]}],
            "properties": {
                "status": one.status.value,
                "charter": one.charter,
                "on": one.on.isoformat(),
                "evidence": list(one.evidence),
            },
        }

    tool = {"driver": {"name": "kennisstad_core", "version": version, "rules": list(rules.values())}}
    run = {
        "tool": tool,
        "language": language,
        "properties": {"period": str(report.period), "partnership": report.partnership[language]},
        "results": [result(one) for one in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
