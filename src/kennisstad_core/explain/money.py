# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A reconciliation in words: a table per project, why a figure is not exact, and the reason for every cent of a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, unique
from fractions import Fraction
from typing import Final

from ..allocation import AllocatedShare, Leftover
from ..facts import Why
from ..facts.amounts import LISTS as RESTS_ON
from ..facts.amounts import Figure
from ..reconciliation import AgreedSplit, Cell, Line, Misbooking, Reconciliation
from ..records.funding import PositionKind, Purpose
from ..text import Language, Text
from ..values import Money
from . import render
from .render import Block, Document, Heading, Item, Items, Paragraph, Table
from .words import LISTS, WHYS, begin, day, listing, money, number, period, span


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    TITLE = Text("{partnership}: het geld, {period}", "{partnership}: the money, {period}")
    KNOWN = Text("Zoals vastgelegd en bekend op {day}.", "As recorded and known on {day}.")
    APART = Text(
        "Toegezegd, vastgelegd en betaald zijn stappen van hetzelfde bedrag en worden nooit bij elkaar opgeteld; geld "
        "en inbreng in natura ook niet. ‘Ten minste’ staat er waar niet alles is gewaardeerd of niemand bevestigt "
        "dat de lijst compleet is. Correcties zijn verrekend met wat ze corrigeren.",
        "Pledged, committed and paid are steps of the same amount and are never added together; nor are money and "
        "what is given in kind. “At least” stands where not everything is valued, or where nobody attests that the "
        "list is complete. Corrections are set against what they correct.",
    )
    CORE = Text("De kernorganisatie", "The core organisation")
    GENERAL = Text("Projecten in het algemeen", "Projects in general")
    PROJECTS = Text("Alle projecten samen", "All projects together")
    NAMED = Text("{title} ({id})", "{title} ({id})")
    NO_FIGURE = Text("geen", "none")
    NOTHING = Text("Niets vastgelegd.", "Nothing recorded.")
    PER_PARTNER = Text("Per partij", "Per party")
    PER_YEAR = Text("Per jaar", "Per year")
    TOTALS = Text("Totalen", "Totals")
    PARTNER = Text("Partij", "Party")
    YEAR = Text("Periode", "Period")
    WHAT_FOR = Text("Waarvoor", "What for")
    TOTAL = Text("Totaal", "Total")
    NOBODY = Text("van wie, is niet vastgelegd", "whose is not on record")
    ON_RECORDS = Text("De vastleggingen achter deze bedragen", "The records behind these figures")
    FIGURE = Text("{figure}: {records}", "{figure}: {records}")
    CORRECTED = Text(
        "{name}, {figure}: met een correctie van {amount} verrekend ({records}).",
        "{name}, {figure}: after a correction of {amount} ({records}).",
    )
    UNSURE = Text("{name}, {figure}: {why} ({records}).", "{name}, {figure}: {why} ({records}).")
    NOT_ATTESTED = Text(
        "Niemand bevestigt dat deze lijsten compleet zijn: {lists}.",
        "Nobody attests that these lists are complete: {lists}.",
    )
    FLAWED = Text(
        "Een vastlegging was niet te gebruiken, dus hoe hoog deze bedragen zijn, is niet bekend: {lists}.",
        "A record could not be used, so how high these figures are is not known: {lists}.",
    )
    STATED = Text("{name} zegt zelf: {kinds}.", "{name} says itself: {kinds}.")
    SPLIT = Text(
        "Afspraak {agreement} van {day}: {amount}, verdeeld volgens de sleutel.",
        "Agreement {agreement} of {day}: {amount}, divided by its key.",
    )
    SHARE = Text(
        "{name}: {parts} van {total} delen is precies {exact} cent; {why}: {amount}.",
        "{name}: {parts} of {total} parts is exactly {exact} cents; {why}: {amount}.",
    )
    ELSEWHERE = Text(
        "Geboekt op geld met een andere bestemming", "Booked on money that is meant for something else"
    )
    MISBOOKED = Text(
        "{record}: {amount} op {day} voor {what}, geboekt op {places}. Er wordt niets vanzelf omgeboekt.",
        "{record}: {amount} on {day} for {what}, booked on {places}. Nothing is rebooked by itself.",
    )

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


FIGURES: Final[Mapping[Figure, Text]] = {
    Figure.CASH_PLEDGED: Text("toegezegd", "pledged"),
    Figure.CASH_COMMITTED: Text("vastgelegd", "committed"),
    Figure.CASH_PAID: Text("betaald", "paid"),
    Figure.IN_KIND_PLEDGED: Text("in natura toegezegd", "pledged in kind"),
    Figure.IN_KIND_COMMITTED: Text("in natura vastgelegd", "committed in kind"),
    Figure.IN_KIND_PAID: Text("in natura geleverd", "delivered in kind"),
    Figure.IN_KIND_NOT_VALUED: Text("in natura, niet gewaardeerd (aantal)", "in kind, not valued (number)"),
    Figure.AGREED_SHARE: Text("aandeel volgens sleutel", "share by the key"),
    Figure.BUDGETED: Text("begroot", "budgeted"),
    Figure.SPENT: Text("uitgegeven", "spent"),
}
POSITIONS: Final[Mapping[PositionKind, Text]] = {
    PositionKind.CASH: Text("betaalt mee in geld", "pays in cash"),
    PositionKind.IN_KIND: Text("brengt in natura in", "gives in kind"),
    PositionKind.NIL: Text("draagt niets bij", "contributes nothing"),
}
LEFTOVERS: Final[Mapping[Leftover, Text]] = {
    Leftover.WHOLE: Text("dat komt uit op hele centen", "that is whole cents"),
    Leftover.LARGER: Text(
        "een overgebleven cent erbij, want er blijft meer van over dan bij wie er geen kreeg",
        "with one of the cents that were left, as more of it remains than of those who got none",
    ),
    Leftover.TIE_WON: Text(
        "een overgebleven cent erbij, want bij een even groot restant gaat de eerste id voor",
        "with one of the cents that were left, as among equal remainders the first id goes first",
    ),
    Leftover.TIE_LOST: Text(
        "geen overgebleven cent, want bij een even groot restant gaat de eerste id voor",
        "without one of the cents that were left, as among equal remainders the first id goes first",
    ),
    Leftover.SMALLER: Text(
        "geen overgebleven cent, want er blijft minder van over dan bij wie er een kreeg",
        "without one of the cents that were left, as less of it remains than of those who got one",
    ),
}


def explain_funding(made: Reconciliation, language: Language) -> str:
    """The money of a period as plain text of at most 80 columns."""
    return render.text(funding_document(made, language))


def funding_document(made: Reconciliation, language: Language) -> Document:
    """The money of a period as typed blocks: a table per project, what makes it unsure, and the records behind it."""
    return Document(language, tuple(_Page(made, language).blocks()))


def recorded(lines: Iterable[Line]) -> tuple[Figure, ...]:
    """The figures of which anything is on record, in the order of the columns."""
    there = {cell.figure for line in lines for cell in line.cells if cell.records}
    return tuple(figure for figure in Figure if figure in there)


def amount(line: Line, figure: Figure, language: Language) -> str:
    """What is known of a figure, in each currency in which something is on record."""
    cells = [one for one in line.cells if one.figure is figure]
    if len(cells) > 1:
        cells = [one for one in cells if one.records] or cells[:1]
    return "; ".join(span(one.value, language, one.unit) for one in cells) or Said.NO_FIGURE.say(language)


class _Page:
    """One reconciliation in one language."""

    def __init__(self, made: Reconciliation, language: Language) -> None:
        self.made = made
        self.language = language
        self.names = dict(made.names)

    def blocks(self) -> Iterator[Block]:
        """The page from top to bottom."""
        made, language = self.made, self.language
        title = Said.TITLE.say(
            language, partnership=made.partnership[language], period=period(made.period, language)
        )
        yield Heading(1, title)
        yield Paragraph(Said.KNOWN.say(language, day=day(made.on, language)))
        yield Paragraph(Said.APART.say(language))
        scopes = dict.fromkeys((one.purpose, one.project) for one in (*made.lines, *made.by_project))
        for purpose, project in scopes:
            lines = [one for one in made.lines if (one.purpose, one.project) == (purpose, project)]
            totals = [one for one in made.by_project if (one.purpose, one.project) == (purpose, project)]
            yield from self._scope(lines, totals)
            yield from self._splits(
                [one for one in made.splits if (one.purpose, one.project) == (purpose, project)]
            )
        yield from self._misbooked()
        if len(scopes) > 1:
            yield Heading(2, Said.TOTALS.say(language))
            yield from self._totals(Said.PER_PARTNER, made.by_party)
            if len(made.by_year) > len({one.purpose for one in made.by_year}):
                yield from self._totals(Said.PER_YEAR, made.by_year)

    # One project, or the core

    def _scope(self, lines: list[Line], totals: list[Line]) -> Iterator[Block]:
        language = self.language
        yield Heading(2, self._title((*totals, *lines)[0]))
        several = [*lines, *totals]
        shown = recorded(several)
        if not shown:
            yield Paragraph(Said.NOTHING.say(language))
        else:
            dated = len({one.period for one in lines}) > 1
            columns = [Said.PARTNER.say(language), *([Said.YEAR.say(language)] if dated else [])]
            rows = [
                (
                    Said.TOTAL.say(language) if line in totals else self._name(line),
                    *([period(line.period, language)] if dated else []),
                    *(amount(line, figure, language) for figure in shown),
                )
                for line in several
            ]
            heads = (*columns, *(begin(FIGURES[figure][language]) for figure in shown))
            yield Table(Said.PER_PARTNER.say(language), heads, rows)
        remarks = [Item(words) for words in dict.fromkeys(self._remarks(lines, totals, shown))]
        if remarks:
            yield Items(remarks)
        behind = [self._behind(line) for line in lines if any(cell.records for cell in line.cells)]
        if behind:
            yield Items((Item(f"{Said.ON_RECORDS.say(language)}:", items=behind),))

    def _title(self, line: Line) -> str:
        if line.purpose is Purpose.CORE:
            return self._core
        if line.title is None:
            return Said.GENERAL.say(self.language)
        return Said.NAMED.say(self.language, title=line.title[self.language], id=line.project)

    @property
    def _core(self) -> str:
        core = self.made.core
        return Said.CORE.say(self.language) if core is None else begin(core[self.language])

    def _name(self, line: Line) -> str:
        return line.name or Said.NOBODY.say(self.language)

    def _remarks(self, lines: list[Line], totals: list[Line], shown: Iterable[Figure]) -> Iterator[str]:
        """Who says what, what was corrected, and why a figure is not exact."""
        language = self.language
        for line in lines:
            if line.stated:
                kinds = listing((POSITIONS[one][language] for one in line.stated), language)
                yield Said.STATED.say(language, name=self._name(line), kinds=kinds)
            for cell in line.cells:
                yield from self._of_cell(line, cell)
        figures = [cell for line in (*lines, *totals) for cell in line.cells if cell.figure in shown]
        for phrase, why in ((Said.NOT_ATTESTED, Why.LIST_INCOMPLETE), (Said.FLAWED, Why.FLAWED_RECORD)):
            names = dict.fromkeys(RESTS_ON[one.figure] for one in figures if why in one.open)
            if names:
                yield phrase.say(language, lists=listing((LISTS[one][language] for one in names), language))

    def _of_cell(self, line: Line, cell: Cell) -> Iterator[str]:
        language = self.language
        words = {
            "name": self._name(line),
            "figure": FIGURES[cell.figure][language],
            "records": ", ".join(cell.records),
        }
        if cell.corrected:
            amount = money(Money(cell.corrected, cell.unit), language)
            yield Said.CORRECTED.say(language, amount=amount, **words)
        for why in cell.open:
            if why not in (Why.LIST_INCOMPLETE, Why.FLAWED_RECORD):
                yield Said.UNSURE.say(language, why=WHYS[why][language], **words)

    def _behind(self, line: Line) -> Item:
        language = self.language
        figures = (
            Said.FIGURE.say(language, figure=FIGURES[cell.figure][language], records=", ".join(cell.records))
            for cell in line.cells
            if cell.records
        )
        name = (
            f"{self._name(line)}, {period(line.period, language)}"
            if self._several_years
            else self._name(line)
        )
        return Item(f"{name}: {'; '.join(figures)}.")

    @property
    def _several_years(self) -> bool:
        return len({one.period for one in self.made.lines}) > 1

    # Agreed keys

    def _splits(self, several: Iterable[AgreedSplit]) -> Iterator[Block]:
        language = self.language
        for one in several:
            words = Said.SPLIT.say(
                language,
                agreement=one.agreement,
                day=day(one.on, language),
                amount=money(one.allocation.amount, language),
            )
            yield Items((Item(words, items=[self._share(share) for share in one.allocation.shares]),))

    def _share(self, share: AllocatedShare) -> Item:
        language = self.language
        words = Said.SHARE.say(
            language,
            name=self.names.get(share.party, share.party),
            parts=number(share.parts, language),
            total=number(share.total_parts, language),
            exact=_exactly(share.exact, language),
            why=LEFTOVERS[share.why][language],
            amount=money(share.amount, language),
        )
        return Item(words)

    # Totals and bookings

    def _totals(self, caption: Said, lines: tuple[Line, ...]) -> Iterator[Block]:
        language, shown = self.language, recorded(lines)
        if not shown:
            return
        by_year = caption is Said.PER_YEAR
        first = Said.YEAR if by_year else Said.PARTNER
        rows = [
            (
                period(line.period, language) if by_year else self._name(line),
                self._kind(line),
                *(amount(line, figure, language) for figure in shown),
            )
            for line in lines
        ]
        heads = (
            first.say(language),
            Said.WHAT_FOR.say(language),
            *(begin(FIGURES[figure][language]) for figure in shown),
        )
        yield Table(caption.say(language), heads, rows)

    def _kind(self, line: Line) -> str:
        return self._core if line.purpose is Purpose.CORE else Said.PROJECTS.say(self.language)

    def _misbooked(self) -> Iterator[Block]:
        if self.made.misbooked:
            yield Heading(2, Said.ELSEWHERE.say(self.language))
            yield Items(Item(self._booking(one)) for one in self.made.misbooked)

    def _booking(self, one: Misbooking) -> str:
        language = self.language
        titles = {line.project: line.title for line in (*self.made.by_project, *self.made.lines)}
        title = titles.get(one.project)
        what = one.project or Said.GENERAL.say(language)
        if one.purpose is Purpose.CORE:
            what = self._core
        elif title is not None:
            what = Said.NAMED.say(language, title=title[language], id=one.project)
        return Said.MISBOOKED.say(
            language,
            record=one.record,
            amount=money(one.amount, language),
            day=day(one.on, language),
            what=what,
            places=listing(one.booked_on, language),
        )


def _exactly(cents: Fraction, language: Language) -> str:
    """A number of cents with the part of a cent as a fraction."""
    whole, part = divmod(abs(cents.numerator), cents.denominator)
    sign = "-" if cents < 0 else ""
    words = f"{sign}{number(whole, language)}"
    return f"{words} {part}/{cents.denominator}" if part else words
