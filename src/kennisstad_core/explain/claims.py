# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of the ledger and of traceability, and references to clauses and facts over several versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from ..charter import Charter, Charters
from ..provisions import Claim, ClauseKey, GapKind
from ..text import Language, Text
from .render import Ref, Role, Target, joined
from .words import LISTS

Line: TypeAlias = tuple[str | Ref, ...]
"""Words on one line, part by part."""

CLAIMS: Final[Mapping[Claim | None, Text]] = {
    Claim.ENCODED: Text("als regel vastgelegd", "encoded as a rule"),
    Claim.NARRATIVE: Text("verhalend", "narrative"),
    Claim.JUDGEMENT: Text("aan mensen ter beoordeling", "left to people to judge"),
    Claim.OUT_OF_SCOPE: Text("buiten bereik", "out of scope"),
    None: Text("nog nergens ondergebracht", "claimed by nobody"),
}
MEANINGS: Final[Mapping[Claim | None, Text]] = {
    Claim.ENCODED: Text(
        "Een bepaling, een feit, een soort vastlegging of een overzicht draagt het voorschrift.",
        "A clause, a fact, a kind of record or a view carries the provision.",
    ),
    Claim.NARRATIVE: Text(
        "Het vertelt iets; er volgt geen regel uit.", "It tells something; no rule follows from it."
    ),
    Claim.JUDGEMENT: Text(
        "Alleen een mens kan het beoordelen; er wordt niets berekend.",
        "Only a person can judge it; nothing is computed.",
    ),
    Claim.OUT_OF_SCOPE: Text(
        "Het gaat over iets anders, of is met opzet niet verwerkt.",
        "It is about something else, or was left out on purpose.",
    ),
    None: Text("Er moet nog iemand over beslissen.", "Somebody still has to decide on it."),
}
GAPS: Final[Mapping[GapKind, Text]] = {
    GapKind.UNCLAIMED: Text(
        "nog niemand heeft gezegd wat ermee is gedaan", "nobody has said yet what was done with it"
    ),
    GapKind.ENCODED_BY_NOTHING: Text(
        "heet vastgelegd, maar noemt geen bepaling, feit, soort vastlegging of overzicht",
        "is said to be encoded, but names no clause, fact, kind of record or view",
    ),
    GapKind.NO_REASON: Text(
        "is geen regel geworden, en waarom niet staat er niet bij", "was not made a rule, and why is not said"
    ),
    GapKind.NOT_ENCODED: Text(
        "noemt een bepaling ({name}) en heet toch geen regel",
        "names a clause ({name}) and yet is said to be no rule",
    ),
    GapKind.UNKNOWN_CLAUSE: Text(
        "noemt een bepaling die er niet is: {name}", "names a clause that is not there: {name}"
    ),
    GapKind.UNKNOWN_FACT: Text(
        "noemt een feit dat er niet is: {name}", "names a fact that is not there: {name}"
    ),
    GapKind.UNKNOWN_RECORD: Text(
        "noemt een soort vastlegging die er niet is: {name}",
        "names a kind of record that is not there: {name}",
    ),
    GapKind.UNKNOWN_VIEW: Text(
        "noemt een overzicht dat er niet is: {name}", "names a view that is not there: {name}"
    ),
    GapKind.NOT_IN_LEDGER: Text(
        "verwijst naar een plaats die niet in het bronnenregister staat: {name}",
        "cites a place that is not in the ledger: {name}",
    ),
    GapKind.NOT_CLAIMED_BACK: Text(
        "beroept zich op voorschrift {provision}, en dat noemt haar niet",
        "cites provision {provision}, which does not name it",
    ),
    GapKind.NO_PROVISION: Text(
        "er staat geen enkel voorschrift achter: dit is een verzonnen norm",
        "no provision stands behind it: this is an invented norm",
    ),
}
"""What is wrong, said of the provision or the clause that is named before it."""

RECORDS: Final[Mapping[str, Text]] = {
    **LISTS,
    "agenda": Text("onderdelen van de agenda", "sections of the agenda"),
    "arrangement": Text("wat het register van regelingen vraagt", "what the register of arrangements asks"),
    "bodies": Text("organen", "bodies"),
    "form": Text("de vorm van de samenwerking", "the form of the partnership"),
    "kinds": Text("soorten organisaties", "kinds of organisation"),
    "memberships": Text("lidmaatschappen", "memberships"),
    "outcomes": Text("uitkomsten", "outcomes"),
    "partners": Text("partners", "partners"),
    "projects": Text("projecten", "projects"),
    "questions": Text("vragen van de overeenkomst", "questions of the agreement"),
    "roles": Text("rollen", "roles"),
    "scale": Text("de schaal van de samenwerking", "the scale of the partnership"),
    "sources": Text("wat de bronnen verder zeggen", "what else the sources say"),
    "themes": Text("hoofdthema’s", "main themes"),
}
"""What a charter or a register holds, by the name a provision may claim it by."""


def provision_refs(ids: Iterable[str]) -> tuple[Ref, ...]:
    """Provisions by id."""
    return tuple(Ref(Target("provision", one), one) for one in ids)


def case_refs(ids: Iterable[str]) -> tuple[Ref, ...]:
    """Worked cases by id."""
    return tuple(Ref(Target("case", one), one) for one in ids)


def clause_words(keys: Iterable[ClauseKey], charters: Charters, language: Language) -> Line:
    """Clauses by title, each with the versions that have it where there is more than one version."""
    titles = {(version.id, one.id): one.title[language] for version in charters for one in version.clauses}
    return _over_versions("clause", keys, titles, charters)


def fact_words(keys: Iterable[ClauseKey], charters: Charters, language: Language) -> Line:
    """Facts by label, in the same way."""
    labels = {(version.id, one.name): one.label[language] for version in charters for one in version.facts}
    return _over_versions("fact", keys, labels, charters)


def _over_versions(
    role: Role, keys: Iterable[ClauseKey], titles: Mapping[ClauseKey, str], charters: Charters
) -> Line:
    versions: dict[str, list[str]] = {}
    for charter, name in keys:
        versions.setdefault(name, []).append(charter)
    parts: list[str | Ref] = []
    for name, several in versions.items():
        newest = several[-1]
        parts += [", "] if parts else []
        parts.append(Ref(Target(role, f"{newest}/{name}"), titles[newest, name]))
        if len(charters) > 1:
            years = [Ref(Target(role, f"{one}/{name}"), short(charters[one])) for one in several]
            parts += [" (", *joined(years), ")"]
    return tuple(parts)


def short(charter: Charter) -> str:
    """A version by the year in which it began, for among others of the same partnership."""
    return charter.id if charter.period.first is None else str(charter.period.first.year)
