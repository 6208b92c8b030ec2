# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ledger of provisions as a page: how all was claimed, every gap, and each provision with what carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, unique

from ..charter import Charter, Charters
from ..provisions import VIEWS, Claim, Coverage, Covered, Gap, Ledger, Provision, SourceDocument, coverage
from ..text import Language, Text
from .claims import CLAIMS, GAPS, MEANINGS, RECORDS, clause_words, fact_words, provision_refs
from .render import Block, Document, Heading, Item, Items, Paragraph, Table, Target, Words
from .words import begin, day, ended, listing, number, quoted


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Bronnenregister", "Ledger of provisions")
    WHAT = Text(
        "Deze bladzijde laat van elk voorschrift in de bronnen zien wat ermee is gedaan, en van elke bepaling of er "
        "een voorschrift achter staat. Of iemand zich eraan houdt, staat hier niet; dat staat in het rapport "
        "van bevindingen per jaar. De voorschriften zijn in eigen woorden weergegeven.",
        "This page shows of every provision in the sources what was done with it, and of every clause whether a "
        "provision stands behind it. Whether anybody keeps to it is not told here; that is in the account of each "
        "year. The provisions are told in our own words.",
    )
    NONE = Text(
        "Er is nog geen bronnenregister bij deze overeenkomst.", "No ledger goes with this agreement yet."
    )
    COUNTS = Text("Wat met de voorschriften is gedaan", "What was done with the provisions")
    CLAIM = Text("Wat ermee is gedaan", "What was done with it")
    COUNT = Text("Aantal", "Number")
    MEANING = Text("Wat dat betekent", "What that means")
    ALL = Text("alle voorschriften", "all provisions")
    TOGETHER = Text("Samen", "Together")
    GAPS = Text("Gaten", "Gaps")
    NO_GAPS = Text(
        "Er zijn geen gaten: elk voorschrift heeft een plaats, achter elke bepaling staat een voorschrift, en elke "
        "verwijzing komt uit.",
        "There are no gaps: every provision is claimed, a provision stands behind every clause, and every reference "
        "leads somewhere.",
    )
    OF_PROVISION = Text("Voorschrift", "Provision")
    OF_CLAUSE = Text("Bepaling", "Clause")
    AUTHORITY = Text("Gezag van deze bron: {authority}.", "Authority of this source: {authority}.")
    DATED = Text("Datum: {day}.", "Date: {day}.")
    AT = Text("Te lezen op {address}.", "To be read at {address}.")
    TABLE = Text("Voorschriften: {document}", "Provisions: {document}")
    PLACE = Text("Vindplaats: {locator}", "Place in the source: {locator}")
    CLAUSES = Text("Bepalingen", "Clauses")
    FACTS = Text("Feiten", "Facts")
    RECORDS = Text("Vastgelegd als: {records}", "Recorded as: {records}")
    VIEWS = Text("Te zien in: {views}", "Shown in: {views}")
    CARRIED = Text("Waar het staat", "Where it is")
    NOWHERE = Text("in geen enkele bepaling", "in no clause")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def ledger_document(ledger: Ledger | None, charters: Charters | Charter, language: Language) -> Document:
    """The whole ledger beside the charters; without a ledger, that there is none."""
    versions = charters if isinstance(charters, Charters) else Charters((charters,))
    title = Heading(1, Said.TITLE.say(language), Target("page", "provision"))
    if ledger is None:
        return Document(language, (title, Paragraph(Said.NONE.say(language))))
    covered = coverage(ledger, versions)
    return Document(
        language,
        (
            title,
            Paragraph(Said.WHAT.say(language)),
            _counts(covered, language),
            *gaps(covered.gaps, versions, language),
            *(
                block
                for document in ledger.documents
                for block in _document(document, covered, versions, language)
            ),
        ),
    )


def _counts(covered: Coverage, language: Language) -> Table:
    rows = [
        (begin(CLAIMS[claim][language]), number(count, language), MEANINGS[claim][language])
        for claim, count in covered.by_claim.items()
        if count or claim is not None
    ]
    total = (Said.TOGETHER.say(language), number(len(covered.provisions), language), Said.ALL.say(language))
    columns = (Said.CLAIM.say(language), Said.COUNT.say(language), Said.MEANING.say(language))
    return Table(Said.COUNTS.say(language), columns, (*rows, total))


def gaps(several: Iterable[Gap], charters: Charters, language: Language) -> Iterator[Block]:
    """Every gap as a point of a list, or that there is none."""
    yield Heading(2, Said.GAPS.say(language))
    points = tuple(Item(_gap(one, charters, language)) for one in several)
    yield Items(points) if points else Paragraph(Said.NO_GAPS.say(language))


def _gap(one: Gap, charters: Charters, language: Language) -> Words:
    said = GAPS[one.kind][language].format(name=one.name, provision=one.provision)
    if one.charter:
        clause = clause_words([(one.charter, one.clause)], charters, language)
        return (f"{Said.OF_CLAUSE.say(language)} ", *clause, f": {said}.")
    return (f"{Said.OF_PROVISION.say(language)} ", *provision_refs([one.provision]), f": {said}.")


def _document(
    document: SourceDocument, covered: Coverage, charters: Charters, language: Language
) -> Iterator[Block]:
    several = tuple(one for one in covered.provisions if one.provision.document == document.id)
    yield Heading(2, document.title[language])
    about = [
        *(
            [Said.AUTHORITY.say(language, authority=document.authority[language])]
            if document.authority
            else []
        ),
        *([Said.DATED.say(language, day=day(document.on, language))] if document.on else []),
        *([Said.AT.say(language, address=document.address)] if document.address else []),
    ]
    if about:
        yield Paragraph(" ".join(about))
    if not several:
        return
    columns = (Said.OF_PROVISION.say(language), Said.CLAIM.say(language), Said.CARRIED.say(language))
    rows = tuple(
        (
            *provision_refs([one.provision.id]),
            CLAIMS[one.provision.claim][language],
            _carried(one, charters, language),
        )
        for one in several
    )
    yield Table(Said.TABLE.say(language, document=document.title[language]), columns, rows)
    for one in several:
        yield from _provision(one, charters, language)


def _carried(one: Covered, charters: Charters, language: Language) -> Words:
    """What carries an encoded provision, the most telling first: its clauses, or else how it is recorded or shown."""
    provision = one.provision
    if provision.claim is not Claim.ENCODED:
        return Said.NOWHERE.say(language)
    return (
        clause_words(one.clauses, charters, language)
        or _records(provision, language)
        or fact_words(one.facts, charters, language)
        or _views(provision, language)
    )


def _records(provision: Provision, language: Language) -> str:
    several = (RECORDS[name][language] if name in RECORDS else name for name in provision.records)
    return listing(several, language)


def _views(provision: Provision, language: Language) -> str:
    several = (VIEWS[name][language] if name in VIEWS else name for name in provision.views)
    return listing(several, language)


def _provision(one: Covered, charters: Charters, language: Language) -> Iterator[Block]:
    provision = one.provision
    yield Heading(3, provision.id, Target("provision", provision.id))
    yield Paragraph(ended(provision.text[language]))
    points: list[Words] = [f"{begin(CLAIMS[provision.claim][language])}."]
    if provision.why is not None:
        points[0] = f"{points[0]} {ended(provision.why[language])}"
    if provision.locator != provision.id:
        points.append(ended(Said.PLACE.say(language, locator=quoted(provision.locator))))
    for label, words in (
        (Said.CLAUSES, clause_words(one.clauses, charters, language)),
        (Said.FACTS, fact_words(one.facts, charters, language)),
    ):
        if words:
            points.append((f"{label.say(language)}: ", *words, "."))
    if provision.records:
        points.append(ended(Said.RECORDS.say(language, records=_records(provision, language))))
    if provision.views:
        points.append(ended(Said.VIEWS.say(language, views=_views(provision, language))))
    yield Items(tuple(map(Item, points)))
