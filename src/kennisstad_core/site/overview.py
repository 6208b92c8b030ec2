# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages that lead to the others: the front of a site, and one for each of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..errors import Problem
from ..explain.render import Block, Document, Heading, Item, Items, Paragraph, Ref, Table, Target
from ..explain.words import STATUSES, begin, day, number, period
from ..findings import Status
from ..pages import Archive
from ..text import Language, Text
from .descriptions import KINDS, PARTS
from .place import SUMS
from .plan import ACCESSIBILITY, Leaf, Part

_INTRODUCTION: Final = Text("Ten geleide", "Introduction")
_UNNAMED: Final = Text("Samenwerking zonder naam", "Partnership without a name")
_WHAT: Final = Text(
    "Deze documentatie zegt wat er is afgesproken, wat daaruit volgt voor elk project en elk jaar, en waar dat op "
    "rust. Zij is gemaakt uit de overeenkomst en het register, naar wat bekend was op {on}. Wie een bevinding wil "
    "nagaan, vindt bij elke bevinding de bepaling en de vastleggingen erachter.",
    "This documentation says what was agreed, what follows from it for each project and each year, and what that "
    "rests on. It is made from the agreement and the register, as things were known on {on}. Whoever wants to check"
    " a finding will find with each of them the clause and the records behind it.",
)
_UNKNOWN: Final = Text(
    "Wat niet is vastgelegd, geldt hier als onbekend en nooit als ‘nee’.",
    "What is not on record counts here as unknown, and never as ‘no’.",
)
_SCREEN: Final = Text(
    "De uitgewerkte gevallen en de tabel die elke bepaling verbindt met haar bron, gevallen en beslissingen, zijn om "
    "in op te zoeken en staan alleen op de webpagina’s.",
    "The worked cases and the table that ties each clause to its source, cases and decisions are for looking things"
    " up, and are on the web pages only.",
)
_CONTENTS: Final = Text("Wat u hier vindt", "What you find here")
_VERSIONS: Final = Text("Versies van de overeenkomst", "Versions of the agreement")
_VERSIONS_CAPTION: Final = Text(
    "De versies, met de dagen waarop elk ervan geldt", "The versions, with the days on which each is in force"
)
_VERSION: Final = Text("Versie", "Version")
_IN_FORCE: Final = Text("Geldt", "In force")
_CLAUSES: Final = Text("Bepalingen", "Clauses")
_NO_VERSIONS: Final = Text(
    "Er is geen overeenkomst gevonden, dus niets is ergens aan getoetst.",
    "No agreement was found, so nothing was held against one.",
)
_YEARS: Final = Text("De jaren in het kort", "The years in brief")
_YEARS_CAPTION: Final = Text(
    "Bevindingen per jaar, naar hoe ze ervoor staan", "Findings of each year, by how they stand"
)
_YEAR: Final = Text("Jaar", "Year")
_EACH: Final = Text(
    "Elke bevinding is één bepaling voor één project, orgaan, verklaring of het geheel. Een hoog aantal zegt niets "
    "over hoe goed er is samengewerkt.",
    "Each finding is one clause for one project, body, declaration or the whole. A high number says nothing about "
    "how good the collaboration was.",
)
_NO_YEARS: Final = Text("Er is geen jaar gecontroleerd.", "No year was audited.")
_NOT: Final = Text("Wat deze documentatie niet beslist", "What this documentation does not decide")
_NOT_ITEMS: Final = (
    Text(
        "Of iets bij een thema past, goed is voor de stad of door iemand als gepasseerd wordt ervaren: dat oordelen "
        "mensen. Hier staat wie dat deed, wanneer en waarom, of dat het nog niet is gebeurd.",
        "Whether something fits a theme, is good for the city, or left somebody feeling passed over: people judge "
        "that. Here it says who did, when and why, or that nobody has yet.",
    ),
    Text(
        "Hoe een bevinding moet worden gewogen. Bij elke bevinding is ruimte voor het oordeel van de auditor en voor "
        "wederhoor; die ruimte vult een mens in.",
        "How a finding is to be weighed. Each finding leaves room for the judgement of the auditor and for a reply; "
        "that room is for a person to fill in.",
    ),
    Text(
        "Juridische vragen, zoals over subsidie, staatssteun, privacy of openbaarmaking.",
        "Legal questions, such as those about subsidies, state aid, privacy or disclosure.",
    ),
    Text(
        "Vertrouwen, inzet of invloed van personen. Vertrouwelijke belangen zijn alleen geteld.",
        "Trust, dedication or influence of persons. Confidential interests are only counted.",
    ),
)
_FAULTS: Final = Text("Wat niet te gebruiken was", "What could not be used")
_FAULTS_CAPTION: Final = Text("De plaatsen, met wat er mis is", "The places, with what is wrong")
_FAULTS_MANY: Final = Text(
    "In de bestanden is op {count} plaatsen iets mis. Wat daar staat, is weggelaten, en wat daarop rust, blijft "
    "open.",
    "Something is wrong in {count} places of the files. What stands there was left out, and what rests on it stays "
    "open.",
)
_FAULTS_ONE: Final = Text(
    "In de bestanden is op één plaats iets mis. Wat daar staat, is weggelaten, en wat daarop rust, blijft open.",
    "Something is wrong in one place of the files. What stands there was left out, and what rests on it stays open.",
)
_WHERE: Final = Text("Plaats", "Place")
_WRONG: Final = Text("Wat er mis is", "What is wrong")
_SOMEWHERE: Final = Text("niet bekend", "not known")
_MORE: Final = Text("Nagaan en toegankelijkheid", "Checking, and accessibility")
_CHECK: Final = Text(
    "Dezelfde gegevens geven byte voor byte dezelfde bestanden. In de map erboven staat {sums}, met van elk bestand"
    " de SHA-256.",
    "The same data give the same files, byte for byte. In the folder above is {sums}, with the SHA-256 of each file.",
)
_STATEMENT: Final = Text("Toegankelijkheidsverklaring", "Accessibility statement")
_NONE: Final = Text("geen", "none")

_ORDER: Final = (
    Status.NOT_MET,
    Status.EXPLAINED,
    Status.UNDETERMINED,
    Status.NOT_YET_DUE,
    Status.SATISFIED,
    Status.NOT_APPLICABLE,
    Status.INFO,
)
"""What asks for attention first."""


def name_of(archive: Archive, language: Language) -> str:
    """The name of the partnership: as its newest agreement has it, or else its register."""
    if archive.charters:
        return archive.charters.versions[-1].partnership[language]
    return archive.register.name or _UNNAMED[language]


def front(
    archive: Archive,
    parts: Iterable[Part],
    problems: tuple[Problem, ...],
    language: Language,
    *,
    paper: bool = False,
) -> Document:
    """What this is, as of when, by which agreement, how the years went, and what it does not decide.

    On paper it has neither contents nor a way to the accessibility statement of the pages on a screen.
    """
    return Document(language, tuple(_front(archive, tuple(parts), problems, language, paper=paper)))


def _front(
    archive: Archive,
    parts: tuple[Part, ...],
    problems: tuple[Problem, ...],
    language: Language,
    *,
    paper: bool,
) -> Iterator[Block]:
    yield Heading(1, _INTRODUCTION[language] if paper else name_of(archive, language))
    yield Paragraph(_WHAT[language].format(on=day(archive.on, language)))
    yield Paragraph(_UNKNOWN[language])
    if paper:
        yield Paragraph(_SCREEN[language])
    if problems:
        yield from _faults(problems, language)
    if not paper:
        yield Heading(2, _CONTENTS[language])
        yield Items(
            Item((to_part(one, language), ": ", _within(PARTS[one.group][language]))) for one in parts
        )
    yield Heading(2, _VERSIONS[language])
    if archive.charters:
        yield Table(
            _VERSIONS_CAPTION[language],
            (_VERSION[language], _IN_FORCE[language], _CLAUSES[language]),
            tuple(
                (
                    Ref(Target("charter", one.id), one.title[language]),
                    period(one.period, language),
                    number(len(one.clauses), language) if one.clauses else _NONE[language],
                )
                for one in archive.charters
            ),
        )
    else:
        yield Paragraph(_NO_VERSIONS[language])
    yield Heading(2, _YEARS[language])
    yield from _years(archive, language)
    yield Heading(2, _NOT[language])
    yield Items(Item(one[language]) for one in _NOT_ITEMS)
    if paper:
        return
    yield Heading(2, _MORE[language])
    yield Paragraph(_CHECK[language].format(sums=SUMS))
    yield Paragraph(Ref(Target("page", ACCESSIBILITY), _STATEMENT[language]))


def _years(archive: Archive, language: Language) -> Iterator[Block]:
    if not archive.years:
        yield Paragraph(_NO_YEARS[language])
        return
    counts = {year: archive.report(year).by_status for year in archive.years}
    found = [status for status in _ORDER if any(one.get(status) for one in counts.values())]
    yield Table(
        _YEARS_CAPTION[language],
        (_YEAR[language], *(begin(STATUSES[status][language]) for status in found)),
        tuple(
            (
                Ref(Target("year", str(year)), str(year)),
                *(number(one[status], language) if one.get(status) else _NONE[language] for status in found),
            )
            for year, one in counts.items()
        ),
    )
    yield Paragraph(_EACH[language])


def _faults(problems: tuple[Problem, ...], language: Language) -> Iterator[Block]:
    many = _FAULTS_ONE if len(problems) == 1 else _FAULTS_MANY
    yield Heading(2, _FAULTS[language])
    yield Paragraph(many[language].format(count=number(len(problems), language)))
    yield Table(
        _FAULTS_CAPTION[language],
        (_WHERE[language], _WRONG[language]),
        tuple((_where(one) or _SOMEWHERE[language], one.message[language]) for one in problems),
    )


def _where(problem: Problem) -> str:
    return ":".join(str(one) for one in (problem.file, problem.line) if one)


def _within(words: str) -> str:
    """A sentence as it goes on after a colon."""
    return words[:1].lower() + words[1:]


def to_part(part: Part, language: Language) -> Ref:
    """Words that lead to the page of a part."""
    return Ref(Target("page", part.doc), part.group.value[language])


def to_leaf(leaf: Leaf, language: Language) -> Ref:
    """Words that lead to a page."""
    return Ref(Target("page", leaf.doc), leaf.title[language])


def part_page(part: Part, language: Language, *, paper: bool = False) -> Document:
    """What is in one part, kind by kind; on paper its pages follow by themselves, so there it only says what it is."""
    blocks: list[Block] = [
        Heading(1, part.group.value[language], Target("page", part.doc)),
        Paragraph(PARTS[part.group][language]),
    ]
    for kind, leaves in () if paper else part.kinds:
        if kind.subjects is None:
            (leaf,) = leaves
            blocks += [Heading(2, kind.title[language]), Paragraph(KINDS[kind.name][language])]
            blocks.append(Items((Item(to_leaf(leaf, language)),)))
        else:
            blocks += [Heading(2, kind.title[language]), Paragraph(KINDS[kind.name][language])]
            blocks.append(Items(Item(to_leaf(one, language)) for one in leaves))
    return Document(language, blocks)
