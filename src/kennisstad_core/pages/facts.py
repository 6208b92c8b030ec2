# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The dictionary of facts: what each means, how it is obtained, and which clauses rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, unique
from typing import Final, assert_never

from ..charter import Charter
from ..explain.render import Block, Document, Heading, Item, Items, Paragraph, Ref, Target, Words, joined
from ..explain.words import SIDES, begin, ended, listing, quantity, quoted
from ..facts import (
    DAYS,
    CountFact,
    DerivedFact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    SumFact,
    derivation,
)
from ..facts.definitions import Counted, Selection, Unit
from ..records.alignment import AgreementKind
from ..records.funding import Form, Purpose, Stage
from ..text import Language, Text
from .agreed_words import SUBJECTS
from .agreed_words import Said as Agreed
from .archive import Archive
from .leads import clause_ref, within


@unique
class Said(Enum):
    """How a fact is obtained, with the same parameters in both languages."""

    COUNTED = Text(
        "Geteld uit de vastleggingen: {of}, {distinct}{where}.",
        "Counted from records: {of}, {distinct}{where}.",
    )
    SUMMED = Text(
        "Opgeteld uit de vastleggingen: bijdragen in {currency}{where}. Is iets niet gewaardeerd, dan is het bedrag "
        "‘ten minste’.",
        "Added up from records: contributions in {currency}{where}. Where something is not valued, the amount is ‘at "
        "least’.",
    )
    JUDGED = Text(
        "Oordeel van een mens, vastgelegd met wie, wanneer en waarom; nooit berekend.",
        "A person’s judgement, recorded with who, when and why; never computed.",
    )
    PER_THEME = Text(
        "Het oordeel mag per hoofdthema worden gegeven: het beste telt.",
        "The judgement may be given for each main theme: the best one counts.",
    )
    ASKED = Text("De vraag: {ask}", "The question: {ask}")
    OPTIONS = Text("Mogelijke antwoorden: {options}.", "Possible answers: {options}.")
    OPTIONS_BEST = Text(
        "Mogelijke antwoorden, het beste eerst: {options}.", "Possible answers, the best first: {options}."
    )
    GIVEN = Text(
        "Opgegeven in het register, met de bron; er is geen vastlegging waaruit het volgt.",
        "Given in the register, with its source; there is no record that it follows from.",
    )
    DERIVED = Text(
        "Afgeleid uit de vastleggingen, met de functie ‘{derive}’ van de software{settings}.",
        "Derived from records, by the function ‘{derive}’ of the library{settings}.",
    )
    UNKNOWN_DERIVATION = Text(
        "Deze functie kent de software niet, dus dit feit blijft onbekend.",
        "The library has no such function, so this fact stays unknown.",
    )
    EXAMPLE = Text("Voorbeeld: {example}", "Example: {example}")
    OF = Text("Gaat over: {subject}.", "About: {subject}.")
    # what of a selection
    WHERE = Text("; alleen {conditions}", "; only {conditions}")
    SETTINGS = Text("; ingesteld op: {settings}", "; set to: {settings}")
    MEMBERS = Text("partners", "partners")
    NO_MEMBERS = Text("wie geen partner is", "those who are no partner")
    AFFILIATED = Text("gelieerde organisaties", "affiliated organisations")
    NOT_AFFILIATED = Text("organisaties die bij geen andere horen", "organisations that belong to no other")
    IN_ROLE = Text("in de rol van {names}", "in the role of {names}")
    OF_KIND = Text("van de soort {names}", "of the kind {names}")
    ATTRIBUTE = Text("met {attribute} {names}", "with {attribute} {names}")
    PURPOSE = Text("bestemd voor {names}", "meant for {names}")
    NAMES = Text("{names}", "{names}")
    SIDE = Text("voor de kant ‘{names}’", "for the side ‘{names}’")
    # settings of a derivation
    BODY = Text("orgaan {body}", "body {body}")
    EVERY = Text("ten hoogste {days} ertussen", "at most {days} between")
    PER = Text("ten minste één keer per {unit}", "at least once in each {unit}")
    KIND = Text("afspraak over {kind}", "agreement on {kind}")
    TOLERANCE = Text("speling {share}", "tolerance {share}")
    WITHIN = Text("termijn {days}", "term {days}")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_COUNTED: Final[Mapping[Counted, Text]] = {
    "participations": Text("deelnames aan een project", "participations in a project"),
    "memberships": Text("lidmaatschappen", "memberships"),
    "contributions": Text("bijdragen aan een project", "contributions to a project"),
    "admissions": Text("toelatingsbesluiten", "admission decisions"),
    "benefits": Text("opbrengsten volgens wie ze heeft", "benefits as stated by those who have them"),
}
_DISTINCT: Final[Mapping[str, Text]] = {
    "party": Text("elke organisatie één keer", "each organisation once"),
    "kind": Text("elke soort organisatie één keer", "each kind of organisation once"),
    "country": Text("elk land van vestiging één keer", "each country of establishment once"),
}
_DECISIONS: Final = Text("elk besluit één keer", "each decision once")
_EACH: Final = Text("elke waarde van ‘{attribute}’ één keer", "each value of ‘{attribute}’ once")
_UNITS: Final[Mapping[str, Text]] = {
    "truth": Text("ja of nee", "yes or no"),
    "choice": Text("een van de antwoorden", "one of the answers"),
    "count": Text("een aantal", "a number"),
    "days": Text("een aantal dagen", "a number of days"),
    "money": Text("een bedrag", "an amount"),
}
_PER: Final[Mapping[Unit, Text]] = {
    "day": Text("dag", "day"),
    "week": Text("week", "week"),
    "month": Text("maand", "month"),
    "quarter": Text("kwartaal", "quarter"),
    "half-year": Text("half jaar", "half-year"),
    "year": Text("jaar", "year"),
}
KINDS: Final[Mapping[AgreementKind, Text]] = {
    AgreementKind.COLLABORATION: Text("samenwerking", "collaboration"),
    AgreementKind.FINANCE: Text("geld", "money"),
    AgreementKind.PACE: Text("tempo", "pace"),
}
CODES: Final[Mapping[str, Text]] = {
    Purpose.CORE.value: Text("de kernorganisatie", "the core organisation"),
    Purpose.PROJECT.value: Text("projecten", "projects"),
    Form.CASH.value: Text("in geld", "in cash"),
    Form.IN_KIND.value: Text("in natura", "in kind"),
    Stage.PLEDGED.value: Text("toegezegd", "pledged"),
    Stage.COMMITTED.value: Text("vastgelegd", "committed"),
    Stage.PAID.value: Text("betaald", "paid"),
    **SIDES,
}
"""What of a contribution or benefit is called; a side that nobody explains stands for itself."""


def fact_document(archive: Archive, _: str, language: Language) -> Document:
    """Every fact of every version, newest version first."""
    return Document(language, tuple(_blocks(archive, language)))


def _blocks(archive: Archive, language: Language) -> Iterator[Block]:
    yield Heading(1, Agreed.FACTS.say(language), Target("page", "fact"))
    partnership = archive.partnership[language]
    yield Paragraph(Agreed.FACTS_WHAT.say(language, partnership=partnership))
    yield Paragraph(Agreed.FACTS_RANGE.say(language))
    for charter in reversed(archive.charters.versions):
        yield Heading(2, charter.title[language])
        version = Ref(Target("charter", charter.id), charter.id)
        yield Paragraph((f"{Agreed.VERSION.say(language)}: ", version, "."))
        if not charter.facts:
            yield Paragraph(Agreed.NO_FACTS.say(language))
        for one in charter.facts:
            yield from _fact(charter, one, language)


def _fact(charter: Charter, one: FactDefinition, language: Language) -> Iterator[Block]:
    title = Agreed.NAMED.say(language, title=begin(one.label[language]), id=one.name)
    yield Heading(3, title, Target("fact", within(charter.id, one.name)))
    yield Paragraph(_definition(one, language))
    yield Items(Item(words) for words in _points(charter, one, language))


def _definition(one: FactDefinition, language: Language) -> str:
    """What a fact means: as the charter says, or else as the library does of what it derives."""
    text = one.definition
    if text is None and isinstance(one, DerivedFact):
        entry = derivation(one)
        text = None if entry is None else entry.definition
    return Agreed.NO_DEFINITION.say(language) if text is None else ended(begin(text[language]))


def _points(charter: Charter, one: FactDefinition, language: Language) -> Iterator[Words]:
    yield from how(charter, one, language)
    yield Agreed.UNIT.say(language, unit=_unit(one, language))
    yield Said.OF.say(
        language, subject=next(text for name, text in SUBJECTS.items() if name == one.subject)[language]
    )
    clauses = [
        clause_ref(charter, clause.id, language) for clause in charter.clauses if one.name in clause.names
    ]
    if clauses:
        yield Agreed.USED_BY.say(language), *joined(clauses, "; "), "."
    else:
        yield Agreed.USED_BY_NONE.say(language)


def _unit(one: FactDefinition, language: Language) -> str:
    match one:
        case CountFact():
            return _UNITS["count"][language]
        case SumFact():
            return _amount(one.currency, language)
        case JudgementFact():
            return _UNITS["choice"][language]
        case GivenFact():
            return _amount(one.currency, language) if one.type == "money" else _UNITS[one.type][language]
        case DerivedFact():
            entry = derivation(one)
            kind = "count" if entry is None else entry.kind
            return _amount(one.currency, language) if kind == "money" else _UNITS[kind][language]
        case _:
            assert_never(one)


def _amount(currency: str, language: Language) -> str:
    return f"{_UNITS['money'][language]} ({currency})"


def how(charter: Charter, one: FactDefinition, language: Language) -> Iterator[str]:
    """How a fact comes about: counted or added up from which records, derived, judged or given."""
    match one:
        case CountFact():
            distinct = _DECISIONS if one.of == "admissions" else _DISTINCT.get(one.distinct)
            words = _EACH[language].format(attribute=one.distinct) if distinct is None else distinct[language]
            where = _where(charter, one.where, language)
            yield Said.COUNTED.say(language, of=_COUNTED[one.of][language], distinct=words, where=where)
        case SumFact():
            yield Said.SUMMED.say(language, currency=one.currency, where=_where(charter, one.where, language))
        case JudgementFact():
            yield Said.JUDGED.say(language)
            if one.ask is not None:
                yield Said.ASKED.say(language, ask=one.ask[language])
            options = listing((quoted(option.title[language]) for option in one.options), language, "or")
            yield Said.OPTIONS_BEST.say(language, options=options)
            if one.per_theme:
                yield Said.PER_THEME.say(language)
        case GivenFact():
            yield Said.GIVEN.say(language)
            if one.options:
                options = listing((quoted(option.title[language]) for option in one.options), language, "or")
                yield Said.OPTIONS.say(language, options=options)
        case DerivedFact():
            entry = derivation(one)
            yield Said.DERIVED.say(language, derive=one.derive, settings=_settings(charter, one, language))
            if entry is None:
                yield Said.UNKNOWN_DERIVATION.say(language)
            elif entry.example is not None:
                yield Said.EXAMPLE.say(language, example=ended(entry.example[language]))
        case _:
            assert_never(one)


def _where(charter: Charter, where: Selection, language: Language) -> str:
    conditions = tuple(_conditions(charter, where, language))
    return Said.WHERE.say(language, conditions=", ".join(conditions)) if conditions else ""


def _conditions(charter: Charter, where: Selection, language: Language) -> Iterator[str]:
    roles = {one.id: one.title for one in charter.roles}
    kinds = {one.id: one.title for one in charter.kinds}
    for told, yes, no in (
        (where.member, Said.MEMBERS, Said.NO_MEMBERS),
        (where.affiliated, Said.AFFILIATED, Said.NOT_AFFILIATED),
    ):
        if told is not None:
            yield (yes if told else no).say(language)
    for phrase, names, titles in (
        (Said.IN_ROLE, where.role, roles),
        (Said.OF_KIND, where.kind, kinds),
        (Said.PURPOSE, where.purpose, CODES),
        (Said.NAMES, where.form, CODES),
        (Said.NAMES, where.stage, CODES),
        (Said.SIDE, where.side, CODES),
    ):
        if names:
            yield phrase.say(language, names=_named(names, titles, language))
    for attribute, names in where.attribute:
        yield Said.ATTRIBUTE.say(language, attribute=attribute, names=_named(names, {}, language))


def _named(names: frozenset[str], titles: Mapping[str, Text], language: Language) -> str:
    """Names in the order of the charter, joined by *or*; one that it does not explain stands for itself."""
    known = [titles[name][language] for name in titles if name in names]
    return listing((*known, *sorted(names - titles.keys())), language, "or")


def _settings(charter: Charter, one: DerivedFact, language: Language) -> str:
    told = tuple(_set(charter, one, language))
    return Said.SETTINGS.say(language, settings="; ".join(told)) if told else ""


def _set(charter: Charter, one: DerivedFact, language: Language) -> Iterator[str]:
    if one.body:
        titles = {body.id: body.title[language] for body in charter.bodies}
        yield Said.BODY.say(language, body=quoted(titles.get(one.body, one.body)))
    if one.every is not None:
        yield Said.EVERY.say(language, days=quantity(one.every, language, DAYS))
    if one.per is not None:
        yield Said.PER.say(language, unit=_PER[one.per][language])
    if one.agreement is not None:
        yield Said.KIND.say(language, kind=KINDS[AgreementKind(one.agreement)][language])
    if one.tolerance is not None:
        yield Said.TOLERANCE.say(language, share=str(one.tolerance))
    if one.days is not None:
        yield Said.WITHIN.say(language, days=quantity(one.days, language, DAYS))
    yield from _conditions(charter, one.where, language)
