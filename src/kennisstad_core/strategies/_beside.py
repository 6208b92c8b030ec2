# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Strategies for what stands beside an agreement: the ledger of its source documents, and worked cases."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..cases import Case, Cases, Told, run
from ..charter import UNDETERMINED, Charter, Clause
from ..facts import DerivedFact, FactDefinition, GivenFact, JudgementFact, SumFact, derivation
from ..findings import Status
from ..provisions import (
    KINDS_OF_RECORD,
    LONGEST_LOCATOR,
    VIEWS,
    Claim,
    Ledger,
    Provision,
    SourceDocument,
)
from ..text import Text
from ._parts import Drawing, Part, build, chosen, mostly, pick, some
from ._records import Agreement, versions_of
from ._values import LABELS, days, words

_ID: Final = words().map(str.strip)
_LOCATOR: Final = words().map(lambda one: " ".join(one.split()[:LONGEST_LOCATOR]))
_NARRATED: Final = st.sampled_from((Claim.NARRATIVE, Claim.JUDGEMENT, Claim.OUT_OF_SCOPE))
_RECORDS: Final = some(st.sampled_from(sorted(KINDS_OF_RECORD)))


def source_documents(**parts: Part) -> SearchStrategy[SourceDocument]:
    """Documents that provisions are taken from."""
    return build(
        SourceDocument,
        parts,
        id=_ID,
        title=LABELS,
        on=st.none() | days(),
        authority=st.none() | LABELS,
        address=mostly("", words()),
    )


@st.composite
def provisions(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Provision:
    """Provisions that somebody claimed, by facts, records or a view where they are encoded."""
    one = Drawing(draw, Provision, parts)
    claim = one("claim", st.just(Claim.ENCODED) | _NARRATED)
    facts = [each.name for version in versions_of(charters) for each in version.facts]
    encoded = claim is Claim.ENCODED
    return one.done(
        id=_ID,
        document=_ID,
        locator=_LOCATOR,
        text=LABELS,
        facts=some(pick(facts)) if encoded else st.just(()),
        records=_RECORDS if encoded else st.just(()),
        views=st.tuples(st.sampled_from(sorted(VIEWS))) if encoded else st.just(()),
        why=st.none() if encoded else LABELS,
    )


@st.composite
def ledgers(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Ledger:
    """Ledgers that leave no clause without a provision, and no provision unclaimed or naming what is not there.

    A clause whose source cannot stand in a ledger, such as a document without an id, has its provision elsewhere.
    """
    cited: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for version in versions_of(charters):
        for clause in version.clauses:
            cited[_place(version, clause)].append(f"{version.id}/{clause.id}")
    encoded = (
        st.builds(
            Provision,
            st.just(f"p{number}"),
            st.just(document),
            st.just(locator),
            LABELS,
            st.just(Claim.ENCODED),
            st.just(clauses),
        )
        for number, ((document, locator), clauses) in enumerate(sorted(cited.items()), start=1)
    )
    others = [
        provisions(charters, id=st.just(name), document=st.just("about"), locator=st.just(name))
        for name in ("other-1", "other-2")[: draw(st.integers(0, 2))]
    ]
    ledger = Drawing(draw, Ledger, parts)
    rows = ledger("provisions", st.tuples(*encoded, *others))
    documents = sorted({one.document for one in rows})
    return ledger.done(documents=st.tuples(*(source_documents(id=st.just(name)) for name in documents)))


def _place(version: Charter, clause: Clause) -> tuple[str, str]:
    """Where the provision of a clause is to stand: where the clause says, if a ledger can have that."""
    source = clause.source
    if source is not None:
        locator = " ".join(source.locator.casefold().split())
        if locator and len(locator.split()) <= LONGEST_LOCATOR and source.document == source.document.strip():
            return source.document, locator
    return "about", f"clause {version.id}/{clause.id}"


# Worked cases

_COUNT: Final = st.integers(0, 9).map(str)
_EUROS: Final = st.integers(0, 10**6).map(lambda cents: f"{cents // 100}.{cents % 100:02}")


def _told(definition: FactDefinition) -> SearchStrategy[Told]:
    """A value of the fact, as a person writes it."""
    match definition:
        case JudgementFact() | GivenFact(type="choice"):
            return pick(definition.choices)
        case GivenFact():
            kind: str = definition.type
        case SumFact():
            kind = "money"
        case DerivedFact():
            entry = derivation(definition)
            kind = "count" if entry is None else entry.kind
        case _:
            kind = "count"
    if kind == "truth":
        return st.booleans() | st.sampled_from(("ja", "no"))
    exact = _EUROS if kind == "money" else _COUNT
    return exact | exact.map("{}..".format)


@st.composite
def cases(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Case:
    """Worked cases in which what has to come out does come out."""
    case = Drawing(draw, Case, parts)
    several = {one.id: one for one in versions_of(charters)}
    version = several[case("charter", pick([*several]))]
    values = {one.name: _told(one) for one in version.facts}
    facts = case("facts", st.fixed_dictionaries({}, optional=values))
    admitting = [one.id for one in version.clauses if one.admits_departure]
    departures = case("departures", st.just(chosen(draw, admitting)))
    asked = dict.fromkeys(chosen(draw, [one.id for one in version.clauses]), Status.INFO)
    bare = Case("asked", Text.same("?"), version.id, None, facts, departures, UNDETERMINED, clauses=asked)
    came = run(bare, version)
    found = dict(came.clauses)
    return case.done(
        id=_ID,
        title=LABELS,
        outcome=st.just(came.outcome),
        questions=st.just(chosen(draw, came.questions)),
        clauses=st.just([(name, found[name]) for name in asked]),
        source=mostly("", words()),
        note=st.none() | LABELS,
    )


@st.composite
def worked_cases(draw: DrawFn, /, charters: Agreement = None, **parts: Part) -> Cases:
    """The worked cases of a partnership, no two of one id."""
    several = [cases(charters, id=st.just(f"c{number}")) for number in range(1, draw(st.integers(1, 4)))]
    return Drawing(draw, Cases, parts).done(cases=st.tuples(*several))
