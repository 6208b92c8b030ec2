# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What checking a receipt brought to light, in words: Dutch and English."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum, unique
from typing import Final, assert_never

from ..explain.render import Block, Document, Heading, Item, Items, Paragraph
from ..explain.words import LISTS, STATUSES, TRUTHS, day, listing, number, period, quantity, span
from ..findings import Status
from ..stands import UNDETERMINED_TITLE
from ..text import Language, Text
from ..truth import Truth
from ..values import Range
from .differences import (
    Difference,
    EngineDiffers,
    FactDiffers,
    FindingDiffers,
    NotComparable,
    ProvisionChanged,
    ReceiptDamaged,
    RecordAdded,
    RecordChanged,
    RecordMissing,
    ResultDiffers,
    SubjectMissing,
    VersionAdded,
    VersionMissing,
)
from .receipt import CONFIDENTIAL, Receipt, is_marker
from .verifying import Verification

_FEW: Final = 8
"""How many places in the result are named of those that differ."""


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    DECISION = Text(
        "Bewijsstuk van een beslissing: {title}, {when}", "Receipt of a decision: {title}, {when}"
    )
    REPORT = Text("Bewijsstuk van een rapport: {title}, {when}", "Receipt of a report: {title}, {when}")
    VERIFIES = Text(
        "Het bewijsstuk klopt: nagerekend uit de overeenkomst en het register komt er hetzelfde uit.",
        "The receipt verifies: recomputed from the charter and the register, the answer is the same.",
    )
    VERIFIES_AS_SHOWN = Text(
        "Voor zover het te lezen is, klopt het bewijsstuk: nagerekend uit de overeenkomst en het register komt er "
        "hetzelfde uit. Wat is weggelaten, is niet vergeleken.",
        "As far as it can be read, the receipt verifies: recomputed from the charter and the register, it is the same. "
        "What is redacted was not compared.",
    )
    NO_OUTCOME = Text(
        "Ook een uitkomst is weggelaten: dit bewijsstuk zegt dus niet wat er is beslist.",
        "An outcome is redacted too: so this receipt does not say what was decided.",
    )
    DIFFERS_ONE = Text(
        "Het bewijsstuk klopt niet met de overeenkomst en het register: er is 1 verschil.",
        "The receipt does not agree with the charter and the register: there is 1 difference.",
    )
    DIFFERS = Text(
        "Het bewijsstuk klopt niet met de overeenkomst en het register: er zijn {count} verschillen.",
        "The receipt does not agree with the charter and the register: there are {count} differences.",
    )
    DIGEST = Text("SHA-256 van de inhoud: {digest}", "SHA-256 of the content: {digest}")
    DIFFERENCES = Text("Verschillen", "Differences")
    REMARKS = Text("Opmerkingen", "Remarks")
    DAMAGED = Text(
        "Het bewijsstuk is na het maken veranderd: het noemt als SHA-256 {stated}, en de inhoud heeft {actual}.",
        "The receipt was changed after it was made: it states the SHA-256 {stated}, and its content has {actual}.",
    )
    SUBJECT = Text(
        "Het project ‘{subject}’ staat niet in het register, dus er viel niets na te rekenen.",
        "The project ‘{subject}’ is not in the register, so nothing could be recomputed.",
    )
    VERSION_MISSING = Text(
        "De versie ‘{version}’ van de overeenkomst is er niet, of geldt niet op die dag.",
        "The version ‘{version}’ of the charter is not there, or is not in force on that day.",
    )
    VERSION_ADDED = Text(
        "De versie ‘{version}’ van de overeenkomst geldt nu voor die dag, en toen niet.",
        "The version ‘{version}’ of the charter is in force for that day now, and was not then.",
    )
    PART_CHANGED = Text("In ‘{version}’ is {part} veranderd.", "In ‘{version}’, {part} changed.")
    PART_GONE = Text("In ‘{version}’ ontbreekt {part}.", "In ‘{version}’, {part} is missing.")
    PART_NEW = Text("In ‘{version}’ is {part} erbij gekomen.", "In ‘{version}’, {part} is new.")
    ORDER = Text(
        "In ‘{version}’ is de volgorde van de onderdelen veranderd.",
        "In ‘{version}’, the order of the parts changed.",
    )
    RECORD_MISSING = Text(
        "De vastlegging ‘{record}’ ({table}) is er niet meer, of telt hier niet meer mee.",
        "The record ‘{record}’ ({table}) is not there any more, or does not bear on this any more.",
    )
    RECORD_CHANGED = Text(
        "De vastlegging ‘{record}’ ({table}) is veranderd.", "The record ‘{record}’ ({table}) changed."
    )
    RECORD_ADDED = Text(
        "De vastlegging ‘{record}’ ({table}) telt nu mee, en toen niet.",
        "The record ‘{record}’ ({table}) bears on this now, and did not then.",
    )
    FACT = Text(
        "Het feit ‘{fact}’ van ‘{subject}’: toen {was}, nu {now}.",
        "The fact ‘{fact}’ of ‘{subject}’: {was} then, {now} now.",
    )
    OUTCOME = Text(
        "De uitkomst voor ‘{subject}’: toen {was}, nu {now}.",
        "The outcome for ‘{subject}’: {was} then, {now} now.",
    )
    QUESTION = Text(
        "Het antwoord op de vraag ‘{what}’ voor ‘{subject}’: toen {was}, nu {now}.",
        "The answer to the question ‘{what}’ for ‘{subject}’: {was} then, {now} now.",
    )
    CLAUSE = Text(
        "De bepaling ‘{what}’ voor ‘{subject}’: toen {was}, nu {now}.",
        "The clause ‘{what}’ for ‘{subject}’: {was} then, {now} now.",
    )
    NOT_THERE = Text("niet aan de orde", "not there")
    RESULT_ONE = Text(
        "De volledige uitkomst verschilt op 1 plaats: {paths}.",
        "The full result differs in 1 place: {paths}.",
    )
    RESULT = Text(
        "De volledige uitkomst verschilt op {count} plaatsen: {paths}.",
        "The full result differs in {count} places: {paths}.",
    )
    ENGINE = Text("Gemaakt met {was}, nagerekend met {now}.", "Made with {was}, recomputed with {now}.")
    CONFIDENTIAL_ONE = Text(
        "Op 1 plaats gaat het om wat in vertrouwen is gezegd; dat is alleen geteld.",
        "In 1 place it is about what was told in confidence; that was only counted.",
    )
    CONFIDENTIAL = Text(
        "Op {count} plaatsen gaat het om wat in vertrouwen is gezegd; dat is alleen geteld.",
        "In {count} places it is about what was told in confidence; that was only counted.",
    )
    HIDDEN_ONE = Text(
        "1 plaats is weggelaten en niet vergeleken. Grond: {ground}",
        "1 place is redacted and was not compared. Ground: {ground}",
    )
    HIDDEN = Text(
        "{count} plaatsen zijn weggelaten en niet vergeleken. Grond: {ground}",
        "{count} places are redacted and were not compared. Ground: {ground}",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_PARTS: Final[Mapping[str, Text]] = {
    "heading": Text("de kop (naam, vorm en looptijd)", "the heading (name, form and period)"),
    "members": Text("de ledenlijst", "the list of members"),
    "partners": Text("partner ‘{id}’", "partner ‘{id}’"),
    "themes": Text("thema ‘{id}’", "theme ‘{id}’"),
    "roles": Text("rol ‘{id}’", "role ‘{id}’"),
    "kinds": Text("soort organisatie ‘{id}’", "kind of organisation ‘{id}’"),
    "bodies": Text("orgaan ‘{id}’", "body ‘{id}’"),
    "agenda": Text("agendaonderdeel ‘{id}’", "agenda section ‘{id}’"),
    "facts": Text("feit ‘{id}’", "fact ‘{id}’"),
    "clauses": Text("bepaling ‘{id}’", "clause ‘{id}’"),
    "questions": Text("vraag ‘{id}’", "question ‘{id}’"),
    "outcomes": Text("uitkomst ‘{id}’", "outcome ‘{id}’"),
    "statements": Text("uitspraak ‘{id}’", "statement ‘{id}’"),
}
_PROJECTS: Final = Text("projecten", "projects")


def verification_document(verification: Verification, language: Language) -> Document:
    """How a receipt compares, as a page: the verdict, every difference, and what a reader must know besides."""
    return Document(language, tuple(_verification(verification, language)))


def _verification(verification: Verification, language: Language) -> Iterator[Block]:
    receipt = verification.receipt
    yield Heading(1, title(receipt)[language])
    real = [one for one in verification.differences if one not in verification.remarks]
    if not real:
        phrase = Said.VERIFIES if verification.in_full else Said.VERIFIES_AS_SHOWN
        yield Paragraph(phrase.say(language))
    else:
        phrase = Said.DIFFERS_ONE if len(real) == 1 else Said.DIFFERS
        yield Paragraph(phrase.say(language, count=number(len(real), language)))
    if any(is_marker(one["outcome"]) for one in receipt.tree["outcomes"]):
        yield Paragraph(Said.NO_OUTCOME.say(language))
    yield Paragraph(Said.DIGEST.say(language, digest=receipt.digest))
    if real:
        yield Heading(2, Said.DIFFERENCES.say(language))
        yield Items(Item(difference(one)[language], Status.NOT_MET) for one in real)
    if verification.remarks:
        yield Heading(2, Said.REMARKS.say(language))
        yield Items(Item(difference(one)[language], Status.INFO) for one in verification.remarks)


def title(receipt: Receipt) -> Text:
    """What a receipt is of, in words."""
    phrase = Said.DECISION if receipt.of == "decision" else Said.REPORT

    def words(language: Language) -> str:
        span = receipt.period
        when = day(receipt.on, language) if span is None else period(span, language)
        return phrase.say(language, title=receipt.title[language], when=when)

    return Text(words("nl"), words("en"))


def difference(one: Difference) -> Text:
    """A difference in one sentence."""
    return Text(_difference(one, "nl"), _difference(one, "en"))


def _difference(one: Difference, language: Language) -> str:
    match one:
        case ReceiptDamaged(stated, actual):
            return Said.DAMAGED.say(language, stated=stated, actual=actual)
        case SubjectMissing(subject):
            return Said.SUBJECT.say(language, subject=subject)
        case VersionMissing(version):
            return Said.VERSION_MISSING.say(language, version=version)
        case VersionAdded(version):
            return Said.VERSION_ADDED.say(language, version=version)
        case ProvisionChanged(version, part):
            phrase = (
                Said.PART_CHANGED if one.now and one.before else Said.PART_NEW if one.now else Said.PART_GONE
            )
            if not part:
                return Said.ORDER.say(language, version=version)
            return phrase.say(language, version=version, part=_part(part, language))
        case RecordMissing(table, _, record):
            return Said.RECORD_MISSING.say(language, record=record, table=_table(table, language))
        case RecordChanged(table, _, record):
            return Said.RECORD_CHANGED.say(language, record=record, table=_table(table, language))
        case RecordAdded(table, _, record):
            return Said.RECORD_ADDED.say(language, record=record, table=_table(table, language))
        case FactDiffers(_, subject, fact, was, now, unit):
            values = {"was": _value(was, unit, language), "now": _value(now, unit, language)}
            return Said.FACT.say(language, fact=fact, subject=subject, **values)
        case FindingDiffers(_, subject, what, was, now):
            phrase = Said.OUTCOME if not what else Said.QUESTION if what.startswith("?") else Said.CLAUSE
            stands = {"was": _standing(was, language), "now": _standing(now, language)}
            return phrase.say(language, subject=subject, what=what.removeprefix("?"), **stands)
        case ResultDiffers(paths):
            phrase = Said.RESULT_ONE if len(paths) == 1 else Said.RESULT
            named = ", ".join(paths[:_FEW]) + (", …" if len(paths) > _FEW else "")
            return phrase.say(language, count=number(len(paths), language), paths=named)
        case EngineDiffers(was, now):
            return Said.ENGINE.say(language, was=was, now=now)
        case NotComparable(ground, places):
            several = places != 1
            if ground == CONFIDENTIAL:
                phrase = Said.CONFIDENTIAL if several else Said.CONFIDENTIAL_ONE
            else:
                phrase = Said.HIDDEN if several else Said.HIDDEN_ONE
            return phrase.say(language, count=number(places, language), ground=ground)
        case _:
            assert_never(one)


def _part(part: str, language: Language) -> str:
    kind, _, name = part.partition("/")
    return _PARTS[kind][language].format(id=name) if kind in _PARTS else f"‘{part}’"


def _table(table: str, language: Language) -> str:
    return LISTS.get(table, _PROJECTS if table == "projects" else Text.same(table))[language]


def _value(value: str, unit: str, language: Language) -> str:
    """The value of a fact in words, as explanations have it."""
    if not value:
        return Said.NOT_THERE.say(language)
    match json.loads(value):
        case bool() as known:
            return TRUTHS[Truth.of(known)][language]
        case int() as exact:
            return quantity(exact, language, unit)
        case {"low": int(low), "high": int(high)}:
            return span(Range(low, high), language, unit)
        case {"low": int(low)}:
            return span(Range(low), language, unit)
        case {"truth": _}:
            return TRUTHS[Truth.UNKNOWN][language]
        case list() as options:
            return listing((f"‘{one}’" for one in options), language, "or")
        case other:
            return f"‘{other}’"


def _standing(code: str, language: Language) -> str:
    """A status in words; an outcome of the charter by its id."""
    if not code:
        return Said.NOT_THERE.say(language)
    for one in Status:
        if one.value == code:
            return STATUSES[one][language]
    return UNDETERMINED_TITLE[language] if code == "undetermined" else f"‘{code}’"
