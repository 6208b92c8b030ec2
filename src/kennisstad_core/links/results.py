# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every question about a network hands back: rows, what could not be told, and how far to trust the numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from typing import Final, Generic, NoReturn, TypeVar

from attrs import Attribute, field, fields, frozen, has

from ..facts import Why
from ..text import Text
from ..values import Money, Period

Row = TypeVar("Row")

SMALL: Final = 20
"""Below so many nodes a normalised measure takes few values, and a percentile or z-score says nothing."""


class Caution(Enum):
    """Something about a network that makes a number mean less than it seems to."""

    SMALL_NETWORK = Text(
        "Dit netwerk is klein: kijk naar de verbanden zelf, een rangorde zegt hier weinig.",
        "This network is small: look at the links themselves, a ranking says little here.",
    )
    ONE_BIG_GROUP = Text(
        "Eén project maakt in zijn eentje de helft of meer van alle verbanden.",
        "One project alone makes half of all links or more.",
    )
    DENSE = Text(
        "Bijna iedereen is met bijna iedereen verbonden: dat er een verband is, onderscheidt hier niemand.",
        "Nearly everyone is linked to nearly everyone: having a link sets nobody apart here.",
    )
    DISCONNECTED = Text(
        "Het netwerk valt in delen uiteen: afstanden en tussenposities gelden binnen een deel.",
        "The network is in several parts: distances and positions in between hold within a part.",
    )
    ISOLATED = Text(
        "Wie met niemand verbonden is, heeft geen waarde voor deze maat; dat is iets anders dan nul.",
        "Whoever is linked to nobody has no value for this measure; that is not the same as zero.",
    )
    LISTS_INCOMPLETE = Text(
        "Van een of meer projecten bevestigt niemand dat de lijst van deelnemers compleet is: een verband dat "
        "ontbreekt, kan er toch zijn.",
        "For one or more projects nobody attests that the list of participants is complete: a link that is missing "
        "may be there all the same.",
    )
    THEMES_NOT_RECORDED = Text(
        "Van een of meer projecten is niet vastgelegd bij welk thema ze passen: ze staan dan bij geen enkel thema.",
        "For one or more projects it is not on record which theme they fit: they are under no theme then.",
    )
    WITHOUT_DATES = Text(
        "Een of meer deelnames hebben geen begin of einde: ze gelden dan als doorlopend.",
        "One or more participations have no first or last day: they are taken to be continuous.",
    )
    ESTIMATED = Text(
        "Deze waarden zijn geschat uit een steekproef: een andere trekking geeft andere waarden.",
        "These values are estimated from a sample: another draw gives other values.",
    )
    NOT_PROVEN = Text(
        "Dit is gevonden door te zoeken; het is niet bewezen dat er niets beters is.",
        "This was found by searching; it is not proven that there is nothing better.",
    )
    BETWEEN_IS_LOAD = Text(
        "Tussen anderen in zitten is ook een last: lees dit naast het aantal verbanden, en niet als een rapportcijfer.",
        "Being in between is also a load: read it beside the number of links, and not as a mark.",
    )
    EVEN_IS_NO_NORM = Text(
        "Gelijk verdeeld is geen norm: niet elke partij hoeft evenveel te doen.",
        "Evenly spread is no norm: not every party has to do as much as another.",
    )
    UNFIT_NULL = Text(
        "Het vergelijkingsmodel kent geen minimum aan deelnemers; waar een afspraak dat wel vraagt, past het slecht.",
        "The null model knows no least number of participants; where an agreement asks for one, it fits badly.",
    )
    UNAVOIDABLE = Text(
        "Met zo weinig of zulke kleine projecten kan niet elk paar elkaar treffen: een deel van wat ontbreekt is geen "
        "tekort.",
        "With so few or such small projects not every pair can meet: some of what is missing is no shortcoming.",
    )
    UNCORRECTED = Text(
        "Er zijn veel paren getoetst zonder correctie: een deel valt ook bij toeval op.",
        "Many pairs were tested without correction: some stand out by chance.",
    )


@frozen
class Unknown:
    """Records left out of an answer for one reason, because they are not certain."""

    why: Why
    records: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many records."""
        return len(self.records)


def unknowns(several: Iterable[tuple[Why, str]]) -> tuple[Unknown, ...]:
    """Records by why they were left out, each once, in a fixed order."""
    found: defaultdict[Why, set[str]] = defaultdict(set)
    for why, record in several:
        found[why].add(record)
    return tuple(Unknown(why, tuple(sorted(found[why]))) for why in sorted(found, key=lambda why: why.value))


@frozen
class Measure:
    """What a number is: its definition, who published it, which variant was computed, and by which software."""

    name: str
    definition: Text
    citation: str
    model: str = ""
    normaliser: str = ""
    versions: tuple[tuple[str, str], ...] = ()


def versions_of(*packages: str) -> tuple[tuple[str, str], ...]:
    """The installed version of each package, for beside a number; one that is not installed is left out."""
    found: list[tuple[str, str]] = []
    for package in packages:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:
            continue
    return tuple(found)


def flat(value: object) -> str:
    """One value as it goes in a cell of a table: ids and codes, several of them with ``|`` between."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Text():
            return value.en
        case Enum(value=str() as code):
            return code
        case Enum(name=name):
            return name.lower().replace("_", "-")
        case date():
            return value.isoformat()
        case tuple() if type(value) is tuple:
            return "|".join(map(flat, value))
        case frozenset():
            return "|".join(sorted(map(flat, value)))
        case _:
            return str(value)


def unfolded(value: object) -> object:
    """A row, or a value in it, as JSON has it: nodes as ``kind:id``, codes as codes, several values as a list."""
    match value:
        case None | bool() | int() | float():
            return value
        case tuple() if type(value) is tuple:
            return [unfolded(one) for one in value]
        case Text():
            return {"nl": value.nl, "en": value.en}
        case Reply():
            return {
                "rows": [unfolded(row) for row in value.rows],
                "unknown": [unfolded(one) for one in value.unknown],
                "cautions": [flat(one) for one in value.cautions],
                **({"withheld": value.withheld} if value.withheld else {}),
            }
        case _ if has(type(value)) and not isinstance(value, Period | Money):
            kind: type = type(value)
            return {one.name: unfolded(getattr(value, one.name)) for one in fields(kind) if one.repr}
        case _:
            return flat(value)


def columns_of(kind: type) -> tuple[str, ...]:
    """The names of the columns in which rows of this class are told."""
    attributes: tuple[Attribute[object], ...] = fields(kind)
    return tuple(one.name for one in attributes)


@frozen
class Reply(Generic[Row]):
    """The answer to one question: rows in a fixed order, the records that were not certain, and cautions.

    It goes round and counts like its rows. ``bool()`` of it is refused: no rows may mean that nothing is known.
    ``withheld`` counts confidential records that bear on it and are not shown.
    """

    rows: tuple[Row, ...] = field(converter=tuple)
    unknown: tuple[Unknown, ...] = ()
    cautions: tuple[Caution, ...] = ()
    measure: Measure | None = None
    withheld: int = 0

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> Row:
        return self.rows[place]

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "an answer without rows may be one of which nothing is known: look at .rows and .unknown"
        )

    @property
    def left_out(self) -> int:
        """How many records were not certain enough to count."""
        return sum(one.count for one in self.unknown)

    def table(self) -> tuple[Mapping[str, str], ...]:
        """The rows as flat text, for a spreadsheet or a data frame."""
        return tuple({name: flat(getattr(row, name)) for name in columns_of(type(row))} for row in self.rows)
