# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clause ledger: every provision of the source documents, and what was done with it, so that no sentence is lost.

A provision is claimed as encoded (by clauses, facts, records or a view), as narrative, as left to human judgement, or
as out of scope. `coverage` lays the ledger beside the charters and names every gap, in both directions: a provision
that nobody claimed, and a clause with no provision behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Final, TypeAlias

import attrs
from attrs import Attribute, field, frozen

from .charter import Charter, Charters, Clause
from .records.parties import Source, check_id
from .records.projects import Project
from .records.register import Register
from .text import Text

LONGEST_LOCATOR: Final = 12
"""How many words of a source may be quoted to find the place; the provision itself is told in one's own words."""

VIEWS: Final[Mapping[str, Text]] = {
    "agenda": Text("de agenda van een overleg", "the agenda of a meeting"),
    "aims": Text("de doelen met wat eraan bijdraagt", "the aims and what contributes to them"),
    "benefits": Text("de opbrengsten per kant", "the benefits of each side"),
    "certificate": Text("de beslistabel", "the decision table"),
    "changes": Text("wat er sinds een eerder rapport veranderde", "what changed since an earlier report"),
    "charter": Text("de overeenkomst en haar versies", "the charter and its versions"),
    "declarations": Text("de verklaringen met wie tekende", "the declarations and who signed"),
    "decision": Text("de beslissing over een project", "the decision on a project"),
    "encounters": Text("wie elkaar ontmoette", "who met whom"),
    "funding": Text("het financieel overzicht", "the funding overview"),
    "hook-on": Text("wie kan aanhaken", "who could join"),
    "links": Text("de dwarsverbanden", "the cross-links"),
    "members": Text("de tijdlijn van de partners", "the timeline of the partners"),
    "pace": Text("de tempo’s naast elkaar", "the paces side by side"),
    "recognitions": Text("de erkenningen", "the recognitions"),
    "timeline": Text("het verloop van een project", "the course of a project"),
    "wanted-topics": Text("gewenste onderwerpen zonder project", "wanted topics without a project"),
    "year": Text("het rapport van bevindingen over een jaar", "the report of findings for a year"),
}
"""What the library shows without any clause, by the name a provision may claim it by."""

_NO_RECORDS: Final = frozenset(
    ("id", "name", "title", "period", "note", "partnership", "charters", "clauses", "facts", "flaws")
)
KINDS_OF_RECORD: Final = frozenset(
    one.name
    for cls in (Charter, Project, Register)
    for one in attrs.fields(cls)
    if one.init and one.name not in _NO_RECORDS
)
"""What a charter or a register can hold, by the name it has there."""


class Claim(Enum):
    """What was done with a provision."""

    ENCODED = "encoded"
    NARRATIVE = "narrative"
    JUDGEMENT = "judgement"
    OUT_OF_SCOPE = "out-of-scope"


def check_locator(_: object, __: Attribute[str], value: object) -> None:
    """Refuse a locator that is empty, or so long that it copies its source."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a locator says where the provision stands, not {value!r}")
    if len(value.split()) > LONGEST_LOCATOR:
        raise ValueError(f"a locator has at most {LONGEST_LOCATOR} words, not {len(value.split())}")


@frozen
class SourceDocument:
    """A document that provisions are taken from: whose it is, of which day, and where it can be read."""

    id: str = field(validator=check_id)
    title: Text
    on: date | None = None
    authority: Text | None = None
    address: str = ""


@frozen
class Provision:
    """One sentence or provision of a source, in our own words, and what was done with it.

    A clause, fact or record kind is named by its id for every version of the charter, or as ``charter/id`` for one
    version. ``claim`` is empty as long as nobody decided; ``why`` is for a claim that leaves it out of the code.
    """

    id: str = field(validator=check_id)
    document: str = field(validator=check_id)
    locator: str = field(validator=check_locator)
    text: Text
    claim: Claim | None = None
    clauses: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    facts: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    records: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    views: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    why: Text | None = None


def natural(words: str) -> tuple[tuple[str, int], ...]:
    """A key by which S9 comes before S10, and article 2 before article 10."""
    return tuple((text, int(number or 0)) for text, number in re.findall(r"(\D*)(\d*)", words))


def _documents(several: Iterable[SourceDocument]) -> tuple[SourceDocument, ...]:
    return tuple(sorted(several, key=lambda one: one.id))


def _provisions(several: Iterable[Provision]) -> tuple[Provision, ...]:
    return tuple(sorted(several, key=lambda one: (one.document, natural(one.id), natural(one.locator))))


@frozen
class Ledger:
    """The source documents of a partnership and all their provisions."""

    documents: tuple[SourceDocument, ...] = field(default=(), converter=_documents)
    provisions: tuple[Provision, ...] = field(default=(), converter=_provisions)

    def __len__(self) -> int:
        return len(self.provisions)

    def __getitem__(self, provision: str) -> Provision:
        for one in self.provisions:
            if one.id == provision:
                return one
        raise KeyError(provision)

    def document(self, name: str) -> SourceDocument:
        """A source document by id.

        Raises:
            KeyError: when the ledger has no such document.
        """
        for one in self.documents:
            if one.id == name:
                return one
        raise KeyError(name)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """By document, and by locator or id: the provisions that stand there."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in self.provisions:
            for place in dict.fromkeys((_place(one.locator), _place(one.id))):
                found.setdefault((one.document, place), []).append(one.id)
        return {key: tuple(ids) for key, ids in found.items()}

    def cited(self, source: Source | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The provisions that a source refers to, and the parts of its locator that lead to none.

        A locator may name several places, by locator or id: ``S76, S77``, ``S18-S20``, ``art. 4, lid 1 en 2``.
        """
        if source is None or not source.locator.strip():
            return (), ()
        whole = self._places.get((source.document, _place(source.locator)))
        if whole is not None:
            return whole, ()
        found: dict[str, None] = {}
        lost: list[str] = []
        for place in _split(source.locator):
            here = self._places.get((source.document, _place(place)))
            found |= dict.fromkeys(here or ())
            lost += [] if here else [place]
        # With every part lost, the parts are no places of their own: the locator is lost as it stands.
        return tuple(sorted(found, key=natural)), tuple(lost) if found else (source.locator,)


_RANGE: Final = re.compile(r"(\D*)(\d+) *[-–] *(?:\1)?(\d+)")
_TWO: Final = re.compile(r"(.*\D)(\d+) (?:en|and|&) (\d+)")
_BETWEEN: Final = re.compile(r"[,;] *| (?:en|and|&) ")


def _place(words: str) -> str:
    return " ".join(words.casefold().split())


def _split(locator: str) -> Iterator[str]:
    two = _TWO.fullmatch(locator.strip())
    if two is not None:
        yield from (two[1] + two[2], two[1] + two[3])
        return
    for part in _BETWEEN.split(locator.strip()):
        span = _RANGE.fullmatch(part)
        if span is None:
            yield part
            continue
        width = len(span[2])
        yield from (f"{span[1]}{number:0{width}}" for number in range(int(span[2]), int(span[3]) + 1))


# Coverage

ClauseKey: TypeAlias = tuple[str, str]
"""The id of a charter version, and that of a clause or a fact in it."""


class GapKind(Enum):
    """What is missing between the ledger and the charters."""

    UNCLAIMED = "unclaimed-provision"
    ENCODED_BY_NOTHING = "encoded-by-nothing"
    NO_REASON = "claim-without-reason"
    NOT_ENCODED = "clauses-without-encoding"
    UNKNOWN_CLAUSE = "unknown-clause"
    UNKNOWN_FACT = "unknown-fact"
    UNKNOWN_RECORD = "unknown-kind-of-record"
    UNKNOWN_VIEW = "unknown-view"
    NOT_IN_LEDGER = "source-not-in-ledger"
    NOT_CLAIMED_BACK = "cited-not-claimed"
    NO_PROVISION = "clause-without-provision"


@frozen
class Gap:
    """One gap: of a provision, with the field it is in; or of a clause of a charter version. ``name`` leads nowhere."""

    kind: GapKind
    provision: str = ""
    step: str = ""
    charter: str = ""
    clause: str = ""
    name: str = ""


@frozen
class Covered:
    """A provision with the clauses that encode it and the facts it is told by, in each version that has them."""

    provision: Provision
    clauses: tuple[ClauseKey, ...] = ()
    facts: tuple[ClauseKey, ...] = ()


@frozen
class Coverage:
    """Every provision with what claims it, every clause with the provisions behind it, and every gap."""

    provisions: tuple[Covered, ...]
    behind: tuple[tuple[ClauseKey, tuple[str, ...]], ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def by_claim(self) -> Mapping[Claim | None, int]:
        """How many provisions are claimed in each way, and under ``None`` those that nobody claimed."""
        counts = Counter(one.provision.claim for one in self.provisions)
        return {claim: counts[claim] for claim in (*Claim, None)}

    def of(self, charter: str, clause: str) -> tuple[str, ...]:
        """The ids of the provisions behind a clause of a version."""
        return dict(self.behind).get((charter, clause), ())


def coverage(ledger: Ledger, charters: Charters | Charter) -> Coverage:
    """Lay the ledger beside every version of the charter.

    A clause that no encoded provision names has none behind it, whatever its source says: it is an invented norm.
    """
    versions = tuple(Charters.of(charters))
    clauses = [(version.id, one.id) for version in versions for one in version.clauses]
    facts = [(version.id, one.name) for version in versions for one in version.facts]
    covered = tuple(
        Covered(
            one,
            _named(one.clauses if one.claim is Claim.ENCODED else (), clauses),
            _named(one.facts, facts),
        )
        for one in ledger.provisions
    )
    behind: dict[ClauseKey, list[str]] = {key: [] for key in clauses}
    for one in covered:
        for key in one.clauses:
            behind[key].append(one.provision.id)
    gaps = [gap for one in covered for gap in _of_provision(one.provision, clauses, facts)]
    gaps += [
        gap
        for version in versions
        for clause in version.clauses
        for gap in _of_clause(ledger, version, clause, behind[version.id, clause.id])
    ]
    return Coverage(covered, tuple((key, tuple(ids)) for key, ids in behind.items()), tuple(gaps))


def _named(names: Iterable[str], known: Iterable[ClauseKey]) -> tuple[ClauseKey, ...]:
    wanted = set(names)
    return tuple(
        (charter, name) for charter, name in known if not wanted.isdisjoint((name, f"{charter}/{name}"))
    )


def _of_provision(one: Provision, clauses: Iterable[ClauseKey], facts: Iterable[ClauseKey]) -> Iterator[Gap]:
    match one.claim:
        case None:
            yield Gap(GapKind.UNCLAIMED, one.id, "claim")
        case Claim.ENCODED:
            if not (one.clauses or one.facts or one.records or one.views):
                yield Gap(GapKind.ENCODED_BY_NOTHING, one.id, "claim")
        case Claim.NARRATIVE | Claim.JUDGEMENT | Claim.OUT_OF_SCOPE:
            if one.why is None:
                yield Gap(GapKind.NO_REASON, one.id, "why")
            if one.clauses:
                yield Gap(GapKind.NOT_ENCODED, one.id, "clauses", name=", ".join(one.clauses))
    for step, names, known, kind in (
        ("clauses", one.clauses, _both_ways(clauses), GapKind.UNKNOWN_CLAUSE),
        ("facts", one.facts, _both_ways(facts), GapKind.UNKNOWN_FACT),
        ("records", one.records, KINDS_OF_RECORD, GapKind.UNKNOWN_RECORD),
        ("views", one.views, frozenset(VIEWS), GapKind.UNKNOWN_VIEW),
    ):
        for index, name in enumerate(names):
            if name not in known:
                yield Gap(kind, one.id, f"{step}[{index}]", name=name)


def _both_ways(keys: Iterable[ClauseKey]) -> frozenset[str]:
    """Every way in which a clause or fact may be named."""
    return frozenset(way for charter, name in keys for way in (name, f"{charter}/{name}"))


def _of_clause(ledger: Ledger, version: Charter, clause: Clause, behind: Iterable[str]) -> Iterator[Gap]:
    claiming = frozenset(behind)
    cited, lost = ledger.cited(clause.source)
    for place in lost:
        yield Gap(GapKind.NOT_IN_LEDGER, charter=version.id, clause=clause.id, name=place)
    if not claiming:
        yield Gap(GapKind.NO_PROVISION, charter=version.id, clause=clause.id, name=clause.id)
        return
    for provision in cited:
        if provision not in claiming:
            yield Gap(GapKind.NOT_CLAIMED_BACK, provision, "clauses", version.id, clause.id, clause.id)
