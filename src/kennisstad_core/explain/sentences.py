# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Facts, needs and changes of one decision in sentences, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Generic, TypeVar, assert_never

from attrs import evolve, frozen

from ..changes import (
    Attest,
    Change,
    Confirm,
    Depart,
    Give,
    Join,
    JoinFromOutside,
    Judge,
    RuleOut,
    SettleMembership,
)
from ..conditions import Compare, CompareShare, Judged, Relation, leaves
from ..decisions import Decision
from ..facts import Evidence, Fact, Why
from ..findings import Lack, Need
from ..reports import Assessment
from ..text import Language, Text
from ..truth import Truth
from ..values import ALWAYS, Choice, Known, Range, Share
from .labels import OPPOSITE, Labels, Leaf, asked_of, conditions_of
from .phrases import Phrase
from .words import (
    LACKS,
    LISTS,
    SIDES,
    TRUTHS,
    WHYS,
    begin,
    day,
    listing,
    number,
    period,
    quantity,
    quoted,
    relation,
    small,
    span,
)

D = TypeVar("D", bound=Decision | Assessment)


def _least_or_most(how: Relation, share: Share, whole: int) -> tuple[Relation, int]:
    """The whole number that a share of a known whole comes down to."""
    exactly, rest = divmod(share.part * whole, share.whole)
    match how:
        case Relation.AT_LEAST | Relation.EXACTLY:
            return Relation.AT_LEAST, exactly + bool(rest)
        case Relation.MORE_THAN:
            return Relation.AT_LEAST, exactly + 1
        case Relation.AT_MOST:
            return Relation.AT_MOST, exactly
        case Relation.LESS_THAN:
            return Relation.AT_MOST, exactly - (not rest)
        case _:
            assert_never(how)


_ASKS: Final[Mapping[Why, tuple[Phrase, Phrase]]] = {
    Why.UNRESOLVED_NAME: (Phrase.SHORT_NAME, Phrase.ASK_NAME),
    Why.UNKNOWN_PARTY: (Phrase.SHORT_NAME, Phrase.ASK_NAME),
    Why.UNCERTAIN: (Phrase.SHORT_UNCERTAIN, Phrase.ASK_UNCERTAIN),
    Why.DISPUTED_MEMBERSHIP: (Phrase.SHORT_MEMBER, Phrase.ASK_MEMBER),
    Why.UNKNOWN_ATTRIBUTE: (Phrase.SHORT_ATTRIBUTE, Phrase.ASK_ATTRIBUTE),
    Why.UNKNOWN_ROLE: (Phrase.SHORT_ROLE, Phrase.ASK_ROLE),
    Why.NOT_VALUED: (Phrase.SHORT_VALUE, Phrase.ASK_VALUE),
    Why.OTHER_CURRENCY: (Phrase.SHORT_CURRENCY, Phrase.ASK_CURRENCY),
}


MOST: Final = 10
"""How many names a page shows of one finding; data in other forms have them all."""


# One record in words


def named(one: Evidence, language: Language, *, records: bool) -> str:
    """What a record is called, with its id where records are shown.

    Whom a benefit is for may be a side and no party: that has a name of ours.
    """
    title = SIDES.get(one.name) if one.title is None and one.name == one.key else one.title
    name = one.name if title is None else title[language]
    if not records:
        return name
    # What has no name but its id is not named twice.
    return (
        f"[{one.record}]"
        if name == one.record
        else Phrase.NAME_RECORD.say(language, name=name, record=one.record)
    )


def told(several: Iterable[Evidence], language: Language, *, records: bool) -> str:
    """Each record that a fact about a period names; of many, unless with ids, the first and how many more.

    With their ids all of them are named, and those that are there for the same reason together.
    """
    if records:
        return together(several, language, records=True)
    every = list(
        dict.fromkeys(
            Phrase.NAME_WHY.say(
                language, name=named(one, language, records=False), why=_measured(one, language)
            )
            for one in several
        )
    )
    shown = every if len(every) <= MOST + 1 else every[:MOST]
    if len(shown) < len(every):
        more = number(len(every) - len(shown), language)
        return Phrase.AND_MORE.say(language, names="; ".join(shown), count=more)
    return "; ".join(shown)


def together(several: Iterable[Evidence], language: Language, *, records: bool) -> str:
    """Each record that a fact about a period names, those that are there for the same reason together."""
    alike: dict[str, dict[str, None]] = {}
    for one in several:
        alike.setdefault(_measured(one, language), {})[named(one, language, records=records)] = None
    return "; ".join(
        Phrase.NAME_WHY.say(language, name=", ".join(names), why=why) for why, names in alike.items()
    )


def _measured(one: Evidence, language: Language) -> str:
    """Why a record is there, and its days and number if it has any."""
    why = [WHYS[one.why][language]]
    if one.value is not None and not one.unit:
        why = [Phrase.LABELLED.say(language, label=why[0], words=span(one.value, language))]
    if one.period != ALWAYS:
        why.append(period(one.period, language))
    if one.on is not None:
        on = day(one.on, language)
        # Beside a span of days, a day is the one by which something was due.
        why.append(on if one.period == ALWAYS else Phrase.DUE_ON.say(language, day=on))
    if one.value is not None and one.unit:
        why.append(span(one.value, language, one.unit))
    return ", ".join(why)


@frozen
class Ask:
    """Something to be supplied: in a few words, and as a request to who can supply it; and what it is, by code.

    ``unclear`` names what needs clearing up where that differs from one subject to another, and ``each`` is then the
    request for all of them together.
    """

    short: str
    long: str
    lack: Lack
    why: Why | None = None
    unclear: str = ""
    each: str = ""


@frozen
class Voice(Generic[D]):
    """One decision or assessment, spoken in one language from what it carries itself."""

    decision: D
    language: Language
    labels: Labels
    facts: Mapping[str, Fact]
    judged: frozenset[str]

    @classmethod
    def of(cls, decision: D, language: Language) -> Voice[D]:
        """The voice of a decision, or of how the conduct of a subject stands."""
        judged = frozenset(
            leaf.fact
            for condition in conditions_of(decision)
            for leaf in leaves(condition)
            if isinstance(leaf, Judged)
        )
        facts = {one.name: one for one in decision.facts}
        return cls(decision, language, Labels.of_decision(decision), facts, judged)

    def say(self, phrase: Phrase, **words: str) -> str:
        """A phrase in the language of this voice."""
        return phrase.say(self.language, **words)

    def outcomes(self, names: Iterable[str]) -> str:
        """Outcomes by their titles, joined by *or*."""
        titles = dict(self.decision.ruling.possible)
        words = (titles[name][self.language] if name in titles else name for name in names)
        return listing(map(quoted, words), self.language, "or")

    # What is known of a fact

    def value(self, name: str, known: Known) -> str:
        """What is known of a fact, in its unit."""
        match known:
            case Truth():
                return TRUTHS[known][self.language]
            case Choice(options):
                words = self.labels.choices(name, options, self.language)
                return words if known.known else self.say(Phrase.STILL_OPEN, options=words)
            case Range():
                return span(known, self.language, self.labels.unit(name))
            case _:
                assert_never(known)

    def found(self, leaf: Leaf, asked: Text | None, truth: Truth, *, negated: bool = False) -> str:
        """What was found of the fact a condition is about, beside what is asked of it (see `words.ASKED`).

        What is asked is left out where it says nothing more: of an answer that is as asked, or not there yet.
        """
        if isinstance(leaf, Judged):
            words, told = self._verdict(leaf.fact), truth is Truth.NOT_MET
        else:
            name = leaf.part if isinstance(leaf, CompareShare) else leaf.fact
            label = self.labels.fact(name, self.language)
            words = self.say(Phrase.LABELLED, label=label, words=self._known(name))
            told = isinstance(leaf, Compare | CompareShare) or truth is Truth.NOT_MET
        if not told or asked is None:
            return words
        share = self._share(leaf, negated) if isinstance(leaf, CompareShare) else ""
        bound = share or asked_of(leaf, self.labels, self.language, negated=negated)
        return self.say(Phrase.FOUND_ASKED, found=words, asked=asked[self.language].format(bound=bound))

    def _known(self, name: str) -> str:
        fact = self.facts.get(name)
        return TRUTHS[Truth.UNKNOWN][self.language] if fact is None else self.value(name, fact.value)

    def _share(self, leaf: CompareShare, negated: bool) -> str:
        """A share together with the number it is of and, once that is known, what it comes down to."""
        fact = self.facts.get(leaf.whole)
        if fact is None or not isinstance(fact.value, Range):
            return ""
        share, whole = str(leaf.share), self.labels.fact(leaf.whole, self.language)
        total = self.value(leaf.whole, fact.value)
        how = OPPOSITE[leaf.relation] if negated else leaf.relation
        if not fact.value.exact:
            words = self.say(Phrase.SHARE_HERE, share=share, whole=whole, total=total)
        else:
            way, bound = _least_or_most(how, leaf.share, fact.value.low)
            here = relation(way, quantity(bound, self.language, self.labels.unit(leaf.whole)), self.language)
            words = self.say(Phrase.SHARE_SO, share=share, whole=whole, total=total, number=here)
        return relation(how, words, self.language)

    def fact(self, name: str) -> str:
        """What a fact is called, as a sentence begins."""
        return begin(self.labels.fact(name, self.language))

    def _verdicts(self, name: str, several: Iterable[Evidence]) -> str:
        return listing(
            dict.fromkeys(
                self._verdict_by(self.labels.option(name, one.key, self.language), one) for one in several
            ),
            self.language,
        )

    def _verdict_by(self, verdict: str, one: Evidence) -> str:
        if one.on is None:
            return self.say(Phrase.VERDICT_BY, verdict=verdict, by=one.name)
        on = day(one.on, self.language)
        return self.say(Phrase.VERDICT_BY_ON, verdict=verdict, by=one.name, day=on)

    def _verdict(self, name: str) -> str:
        label, fact = self.labels.fact(name, self.language), self.facts.get(name)
        if fact is not None and fact.possible:
            return self.say(Phrase.CONTESTED, fact=label, verdicts=self._verdicts(name, fact.possible))
        if fact is None or not fact.counted:
            return self.say(Phrase.NOT_JUDGED, fact=label)
        verdicts = self._verdicts(name, fact.counted)
        if not isinstance(fact.value, Choice) or not fact.value.known:
            return self.say(Phrase.PARTLY_JUDGED, fact=label, verdicts=verdicts)
        verdict = self.labels.choices(name, fact.value.options, self.language)
        if len(fact.counted) > 1:
            return self.say(Phrase.JUDGED_MORE, fact=label, verdict=verdict, verdicts=verdicts)
        return self.say(Phrase.LABELLED, label=label, words=verdicts)

    # The records behind it

    def counted(self, fact: Fact, *, records: bool = False) -> Iterator[str]:
        """Each party that counts once, with every name it goes by when it takes part under more than one.

        Of a sum, every entry with its amount instead.
        """
        if fact.unit:
            yield from (self._entry(one, records=records) for one in fact.counted)
            return
        by_key: dict[str, dict[str, None]] = {}
        for one in fact.counted:
            by_key.setdefault(one.key, {})[named(one, self.language, records=records)] = None
        for key_names in by_key.values():
            words = listing(key_names, self.language)
            yield words if len(key_names) == 1 else self.say(Phrase.COUNTS_ONCE, names=words)

    def _entry(self, one: Evidence, *, records: bool) -> str:
        name = named(one, self.language, records=records)
        if one.value is None:
            return name
        return self.say(Phrase.NAME_WHY, name=name, why=span(one.value, self.language, one.unit))

    def _with_why(self, several: Iterable[Evidence], *, records: bool) -> str:
        names = dict.fromkeys(
            self.say(
                Phrase.NAME_WHY,
                name=named(one, self.language, records=records),
                why=_measured(one, self.language),
            )
            for one in several
        )
        return listing(names, self.language)

    def evidence(self, name: str, *, records: bool) -> Iterator[str]:
        """Who is counted, who may be, who is not and why, and who would be if."""
        fact = self.facts.get(name)
        if fact is None or not isinstance(fact.value, Range):
            return
        have = {one.key for one in fact.counted}
        others = [one for one in fact.left_out if records or fact.unit or one.key not in have]
        if isinstance(self.decision, Assessment):
            yield from self._looked_at(fact, records=records)
            return
        if fact.counted:
            names = listing(self.counted(fact, records=records), self.language)
            yield self.say(Phrase.COUNTED, names=names)
        if fact.possible:
            yield self.say(Phrase.PERHAPS, names=self._with_why(fact.possible, records=records))
        if fact.open:
            yield self.say(
                Phrase.OPEN, whys=listing((WHYS[why][self.language] for why in fact.open), self.language)
            )
        if others:
            yield self.say(Phrase.LEFT_OUT, names=self._with_why(others, records=records))
        if fact.projected:
            yield self._projected(fact, fact.value.low)

    def _looked_at(self, fact: Fact, *, records: bool) -> Iterator[str]:
        """What a fact about a period names: each thing that was found, and what was measured of it."""
        if fact.counted:
            yield self.say(Phrase.CONCERNS, names=told(fact.counted, self.language, records=records))
        if fact.possible:
            yield self.say(Phrase.PERHAPS, names=told(fact.possible, self.language, records=records))
        lists = [LISTS[name][self.language] for name in fact.incomplete if name in LISTS]
        if lists:
            yield self.say(Phrase.NOT_ATTESTED, lists=listing(lists, self.language))
        elif fact.open:
            whys = (WHYS[why][self.language] for why in fact.open)
            yield self.say(Phrase.OPEN, whys=listing(whys, self.language))
        if records and fact.left_out:
            yield self.say(Phrase.LOOKED_AT, names=told(fact.left_out, self.language, records=records))

    def _projected(self, fact: Fact, low: int) -> str:
        hoped = [one for one in fact.left_out if one.key in fact.projected]
        whys = {one.why for one in hoped} & {Why.ROLE, Why.INTENTION}
        phrase = Phrase.PROJECTED_BOTH
        if len(whys) == 1:
            phrase = Phrase.PROJECTED_ROLE if Why.ROLE in whys else Phrase.PROJECTED_INTENTION
        return self.say(
            phrase,
            names=listing(dict.fromkeys(one.name for one in hoped), self.language),
            count=number(low + len(fact.projected), self.language),
        )

    # What is missing, and who can supply it

    def asks(self) -> tuple[Ask, ...]:
        """What should be supplied, each thing once."""
        return tuple(dict.fromkeys(ask for need in self.decision.needs for ask in self._asks(need)))

    def asks_about(self, names: Iterable[str]) -> tuple[Ask, ...]:
        """What would settle these facts, each thing once."""
        facts = [self.facts[name] for name in names if name in self.facts]
        open_ = [
            one for one in facts if not (one.value.exact if isinstance(one.value, Range) else one.value.known)
        ]
        labels = [(one.name, one.label[self.language]) for one in open_]
        return tuple(dict.fromkeys(ask for name, label in labels for ask in self._asks_fact(name, label)))

    def _ask(self, short: Phrase, long: Phrase, why: Why | None = None, **words: str) -> Ask:
        return Ask(self.say(short, **words), begin(self.say(long, **words)), Lack.FACT, why)

    def _asks(self, need: Need) -> Iterator[Ask]:
        label = need.label[self.language]
        match need.lack:
            case Lack.FACT:
                yield from self._asks_fact(need.name, label)
            case Lack.READING:
                yield self._ask_charter(need, Phrase.ASK_READING)
            case Lack.ATTESTATION:
                yield self._ask_charter(need, Phrase.ASK_ATTESTATION)
            case Lack.RESOLUTION:
                yield self._ask_charter(need, Phrase.ASK_EXCEPTION)
            case Lack.RECORD:
                yield self._ask_charter(need, Phrase.ASK_RECORD)
            case Lack.CHARTER:
                yield self._ask_charter(need, Phrase.ASK_CHARTER)
            case _:
                assert_never(need.lack)

    def _ask_charter(self, need: Need, long: Phrase) -> Ask:
        label = need.label[self.language]
        short = LACKS[need.lack][self.language].format(label=label)
        return Ask(short, begin(self.say(long, label=label)), need.lack)

    def _asks_fact(self, name: str, label: str) -> Iterator[Ask]:
        fact = self.facts.get(name)
        if fact is None:
            yield self._ask(Phrase.SHORT_FACT, Phrase.ASK_GIVEN, label=label)
        elif isinstance(fact.value, Choice) and name in self.judged:
            yield self._ask_judgement(fact, label)
        else:
            asks = [*self._asks_records(fact, label)]
            yield from asks or [self._ask(Phrase.SHORT_FACT, Phrase.ASK_GIVEN, label=label)]

    def _ask_judgement(self, fact: Fact, label: str) -> Ask:
        if Why.FLAWED_RECORD in fact.open:
            return self._ask(Phrase.SHORT_FLAWED, Phrase.ASK_FLAWED, Why.FLAWED_RECORD)
        if fact.possible:
            words = self._verdicts(fact.name, fact.possible)
            return self._ask(
                Phrase.SHORT_FACT, Phrase.ASK_RESOLUTION, Why.CONTESTED, label=label, verdicts=words
            )
        options = fact.value.options if isinstance(fact.value, Choice) else ()
        words = self.labels.choices(fact.name, options, self.language)
        long = Phrase.ASK_MORE_JUDGEMENTS if fact.counted else Phrase.ASK_JUDGEMENT
        return self._ask(Phrase.SHORT_FACT, long, label=label, options=words)

    def _asks_records(self, fact: Fact, label: str) -> Iterator[Ask]:
        contested = [one for one in fact.possible if one.why is Why.CONTESTED]
        if contested:
            sources = listing(dict.fromkeys(one.name for one in contested), self.language)
            yield self._ask(
                Phrase.SHORT_FACT, Phrase.ASK_ONE_VALUE, Why.CONTESTED, label=label, sources=sources
            )
        for one in fact.possible:
            if one.why in _ASKS:
                short, long = _ASKS[one.why]
                yield self._ask(short, long, one.why, name=one.name)
        for name in fact.incomplete:
            words = LISTS[name][self.language] if name in LISTS else name
            yield self._ask(Phrase.SHORT_LIST_OF, Phrase.ASK_LIST_OF, Why.LIST_INCOMPLETE, list=words)
        if isinstance(self.decision, Assessment):
            yield from self._asks_settling(fact, label)
        elif Why.LIST_INCOMPLETE in fact.open:
            if self.labels.unit(fact.name):
                yield self._ask(Phrase.SHORT_MONEY_LIST, Phrase.ASK_MONEY_LIST, Why.LIST_INCOMPLETE)
            else:
                yield self._ask(Phrase.SHORT_LIST, Phrase.ASK_LIST, Why.LIST_INCOMPLETE)
        if Why.FLAWED_RECORD in fact.open:
            yield self._ask(Phrase.SHORT_FLAWED, Phrase.ASK_FLAWED, Why.FLAWED_RECORD)

    def _asks_settling(self, fact: Fact, label: str) -> Iterator[Ask]:
        """What only those in charge can clear up, when no list is at fault: of what was found, or of the whole."""
        others = [one for one in fact.possible if one.why not in _ASKS and one.why is not Why.CONTESTED]
        open_ = [why for why in fact.open if why is not Why.FLAWED_RECORD and not fact.possible]
        if fact.incomplete or not (others or open_):
            return
        reasons = dict.fromkeys(one.why for one in others) if others else open_
        whys = listing((WHYS[why][self.language] for why in reasons), self.language)
        if not others:
            yield self._ask(Phrase.SHORT_SETTLE, Phrase.ASK_OPEN, label=label, whys=whys)
            return
        names = told(others, self.language, records=False)
        ask = self._ask(Phrase.SHORT_SETTLE, Phrase.ASK_SETTLE, label=label, names=names, whys=whys)
        unclear = together(others, self.language, records=False)
        yield evolve(ask, unclear=unclear, each=begin(self.say(Phrase.ASK_SETTLE_EACH, label=label)))

    # What would change it

    def change(self, change: Change) -> str:
        """A change as the second half of *this outcome, if …*."""
        language = self.language
        match change:
            case Join(count, _, names):
                if count == len(names):
                    return self._one_or_all(Phrase.JOIN_ONE, Phrase.JOIN_ALL, names)
                return self._some(Phrase.JOIN_ONE_OF, Phrase.JOIN_SOME_OF, count, names)
            case JoinFromOutside(count, _, new):
                if new:
                    phrase = Phrase.OUTSIDE_ONE_NEW if count == 1 else Phrase.OUTSIDE_SOME_NEW
                    attributes = listing(map(quoted, new), language)
                    return self.say(phrase, count=small(count, language), attributes=attributes)
                phrase = Phrase.OUTSIDE_ONE if count == 1 else Phrase.OUTSIDE_SOME
                return self.say(phrase, count=small(count, language))
            case Confirm(count, names=names):
                if count == len(names):
                    return self._one_or_all(Phrase.CONFIRM_ONE, Phrase.CONFIRM_ALL, names)
                return self._some(Phrase.CONFIRM_ONE_OF, Phrase.CONFIRM_SOME_OF, count, names)
            case RuleOut(count, _, names):
                if count == len(names):
                    return self._one_or_all(Phrase.RULE_OUT_ONE, Phrase.RULE_OUT_ALL, names)
                return self._some(Phrase.RULE_OUT_ONE_OF, Phrase.RULE_OUT_SOME_OF, count, names)
            case SettleMembership(_, name, member):
                return self.say(Phrase.IS_MEMBER if member else Phrase.IS_NO_MEMBER, name=name)
            case Judge(_, label, _, titles):
                verdicts = listing((quoted(title[language]) for title in titles), language, "or")
                return self.say(Phrase.JUDGE, label=label[language], verdicts=verdicts)
            case Give(fact, label, value):
                return self.say(Phrase.GIVE, label=label[language], value=self.value(fact, value))
            case Depart(_, title):
                return self.say(Phrase.DEPART, clause=title[language])
            case Attest(of):
                return self.say(Phrase.ATTEST, list=LISTS[of][language] if of in LISTS else of)
            case _:
                assert_never(change)

    def _one_or_all(self, one: Phrase, every: Phrase, names: tuple[str, ...]) -> str:
        words = listing(names, self.language)
        return self.say(
            one if len(names) == 1 else every, names=words, count=small(len(names), self.language)
        )

    def _some(self, one: Phrase, more: Phrase, count: int, names: tuple[str, ...]) -> str:
        words = listing(names, self.language, "or" if count == 1 else "and")
        return self.say(one if count == 1 else more, names=words, count=small(count, self.language))
