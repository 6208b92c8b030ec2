# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""From what went wrong while reading to problems a person can act on, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Final, TypeAlias

from attrs import evolve
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from .errors import Problem, nearest
from .text import LANGUAGES, Language, Text

_LONGEST: Final = 80
"""How many characters of a wrong value are repeated in a problem."""

CATALOGUE: Final[Mapping[str, tuple[str, str]]] = {
    # the file
    "no-such-file": ("{found} is er niet, of is niet te lezen", "{found} is not there, or cannot be read"),
    "empty-folder": ("{found} bevat geen bestanden om te lezen", "{found} holds no files to read"),
    "not-utf8": ("de tekst is geen geldige UTF-8", "the text is not valid UTF-8"),
    "not-toml": ("dit is geen geldige TOML: {found}", "this is not valid TOML: {found}"),
    "not-csv": ("dit is geen geldige CSV: {found}", "this is not valid CSV: {found}"),
    "not-json": ("dit is geen geldige JSON: {found}", "this is not valid JSON: {found}"),
    "duplicate-key": ("de sleutel {found} staat er twee keer", "the key {found} is there twice"),
    "too-deep": ("de gegevens zijn te diep genest", "the data are nested too deep"),
    "unknown-table": ("er is geen tabel {found}", "there is no table {found}"),
    "unknown-column": ("er is geen kolom {found} in deze tabel", "there is no column {found} in this table"),
    "duplicate-column": ("de kolom {found} staat er twee keer", "the column {found} is there twice"),
    "missing-column": ("de kolom {found} ontbreekt", "the column {found} is missing"),
    "ragged-row": (
        "deze rij telt {found} cellen en de kopregel {allowed}",
        "this row has {found} cells and the header {allowed}",
    ),
    # the shape
    "missing-field": ("{found} ontbreekt", "{found} is missing"),
    "unknown-field": ("{found} is hier geen bekend veld", "{found} is not a field here"),
    "wrong-type": ("hier staat {found}, maar verwacht wordt: {allowed}", "found {found} where {allowed} is expected"),
    "unknown-kind": ("{found} is geen bekende soort", "{found} is not a known kind"),
    "not-an-option": ("{found} is niet een van de mogelijkheden", "{found} is not one of the options"),
    "not-a-date": (
        "{found} is geen datum; een datum is jjjj-mm-dd, zonder tijd",
        "{found} is not a date; a date is yyyy-mm-dd, without a time",
    ),
    "not-an-amount": (
        "{found} is geen bedrag; een bedrag is bijvoorbeeld “1250.00 EUR”",
        "{found} is not an amount; an amount reads like “1250.00 EUR”",
    ),
    "amount-is-float": (
        "{found} is een kommagetal; schrijf een bedrag als tekst, bijvoorbeeld “1250.50 EUR”",
        "{found} is a binary fraction; write an amount as text, such as “1250.50 EUR”",
    ),
    "not-a-share": (
        "{found} is geen aandeel; een aandeel is bijvoorbeeld “60%” of “3/5”",
        "{found} is not a share; a share reads like “60%” or “3/5”",
    ),
    "number-too-large": ("dit getal is te groot", "this number is too large"),
    "negative-number": ("{found} is kleiner dan nul", "{found} is below zero"),
    "empty-id": (
        "een id is een korte naam zonder spaties eromheen, niet {found}",
        "an id is a short name without spaces around it, not {found}",
    ),
    "empty-text": ("hier ontbreekt tekst", "the text is empty"),
    "empty-list": ("deze lijst mag niet leeg zijn", "this list may not be empty"),
    "reserved-name": (
        "de naam {found} is al in gebruik door de bibliotheek",
        "the name {found} is taken by the library",
    ),
    "period-runs-backward": (
        "de laatste dag, {found}, ligt voor de eerste, {allowed}",
        "the last day, {found}, lies before the first, {allowed}",
    ),
    "range-runs-backward": (
        "de bovengrens {found} ligt onder de ondergrens {allowed}",
        "the high end {found} lies below the low end {allowed}",
    ),
    "identifier-check": (
        "{found} voldoet niet aan de controle van het register waar het nummer uit komt",
        "{found} does not pass the check of the register that hands out such numbers",
    ),
    "party-or-named": (
        "een deelname noemt een partij (party) of een naam zoals die is opgeschreven (named): een van de twee",
        "a participation has a party or a name as written (named), one of the two",
    ),
    "ended-without-end": (
        "een deelname die is beëindigd, heeft een laatste dag (last)",
        "a participation that ended has a last day",
    ),
    "cash-without-amount": ("een bijdrage in geld heeft een bedrag", "a contribution in cash has an amount"),
    "negative-without-correction": (
        "het bedrag {found} is negatief; alleen een correctie mag dat zijn, en die zegt wat ze corrigeert (corrects)",
        "the amount {found} is negative; only a correction may be, and it names what it corrects",
    ),
    "share-exactly": (
        "een aandeel wordt vergeleken met ten minste, ten hoogste, meer dan of minder dan",
        "a share is compared with at_least, at_most, more_than or less_than",
    ),
    "not-valid": ("dit klopt niet: {found}", "this is not valid: {found}"),
    # the meaning
    "duplicate-id": ("de id {found} komt meer dan eens voor", "the id {found} is used more than once"),
    "name-of-two-parties": (
        "de naam {found} is op hetzelfde moment van meer dan een partij: {allowed}",
        "the name {found} belongs to more than one party at the same time: {allowed}",
    ),
    "unknown-party": ("{found} is geen bekende partij", "{found} is not a known party"),
    "unknown-project": ("er is geen project {found}", "there is no project {found}"),
    "unknown-role": ("{found} is geen rol in de overeenkomst", "{found} is not a role in the charter"),
    "unknown-kind-of-party": (
        "{found} is geen soort organisatie in de overeenkomst",
        "{found} is not a kind of organisation in the charter",
    ),
    "unknown-theme": ("{found} is geen hoofdthema", "{found} is not a main theme"),
    "unknown-body": ("{found} is geen orgaan in de overeenkomst", "{found} is not a body in the charter"),
    "unknown-fact": ("{found} is geen feit dat de overeenkomst kent", "{found} is not a fact the charter declares"),
    "unknown-clause": ("er is geen bepaling {found}", "there is no clause {found}"),
    "unknown-question": (
        "er is geen bepaling of eerdere vraag {found}",
        "there is no clause or earlier question {found}",
    ),
    "unknown-option": ("{found} is geen antwoord op deze vraag", "{found} is not an answer to this question"),
    "unknown-record": ("er is geen vastlegging {found}", "there is no record {found}"),
    "wrong-fact-kind": (
        "het feit {found} is van een andere soort; hier past: {allowed}",
        "the fact {found} is of another kind; what fits here: {allowed}",
    ),
    "share-needs-numbers": (
        "een aandeel is van getallen, en {found} is er geen",
        "a share is of numbers, and {found} is not one",
    ),
    "other-currency": (
        "het feit is in {allowed} en de grens in {found}",
        "the fact is in {allowed} and the bound in {found}",
    ),
    "not-selectable": (
        "op {found} kan bij deze records niet worden geselecteerd",
        "these records cannot be selected by {found}",
    ),
    "outcome-table-not-total": (
        "geen uitkomst past bij deze antwoorden: {found}",
        "no outcome fits these answers: {found}",
    ),
    "versions-overlap": (
        "de versies {found} gelden op dezelfde dagen: {allowed}",
        "the versions {found} are in force on the same days: {allowed}",
    ),
    "threshold-above-membership": (
        "de grens {found} is hoger dan het grootste aantal leden dat er ooit is: {allowed}",
        "the bound {found} is above the largest number of members there ever is: {allowed}",
    ),
    "no-departure-admitted": (
        "van de bepaling {found} kan niet worden afgeweken",
        "the clause {found} admits no departure",
    ),
    "superseding-nothing": (
        "{found} is geen bestaand oordeel over hetzelfde project",
        "{found} is not a judgement of the same project",
    ),
    "core-contribution": (
        "een bijdrage aan de kernorganisatie hoort niet bij een project en wordt hier nog niet bijgehouden",
        "a contribution to the core belongs to no project and is not kept here yet",
    ),
}

WANTED: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("tekst", "text"),
    "number": ("een geheel getal", "a whole number"),
    "yes-or-no": ("true of false", "true or false"),
    "date": ("een datum", "a date"),
    "list": ("een lijst", "a list"),
    "table": ("een tabel", "a table"),
    "tables": ("een lijst van tabellen", "a list of tables"),
    "known": ("true, false, een optie, een geheel getal of een bereik", "true, false, an option, a whole number or a range"),
    "number-or-amount": ("een geheel getal of een bedrag", "a whole number or an amount"),
}

_SORTS: Final[Mapping[str, tuple[str, str]]] = {
    "yes-or-no": ("true of false", "true or false"),
    "number": ("een getal", "a number"),
    "fraction": ("een kommagetal", "a fraction"),
    "text": ("tekst", "text"),
    "date": ("een datum", "a date"),
    "time": ("een tijdstip", "a time"),
    "table": ("een tabel", "a table"),
    "list": ("een lijst", "a list"),
    "nothing": ("niets", "nothing"),
}


def shown(value: object) -> str:
    """A wrong value as it is repeated in a problem: short, in one line, and never more than the value itself."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**30:
        return f"{'-' if value < 0 else ''}10^30.."
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{…}" if value else "{}"
    if isinstance(value, list | tuple):
        return "[…]" if value else "[]"
    words = str(value)
    kept = words[:_LONGEST] + ("…" if len(words) > _LONGEST else "")
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in kept)


def sort_of(value: object) -> str:
    """What sort of thing a file holds somewhere, as a key of the words for it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes-or-no"
        case int():
            return "number"
        case float():
            return "fraction"
        case str():
            return "text"
        case datetime() | time():
            return "time"
        case date():
            return "date"
        case Mapping():
            return "table"
        case _:
            return "list"


class Refused(ValueError):
    """A value that is refused while reading, with what is needed to say so; ``at`` leads on from where it is raised."""

    def __init__(
        self, code: str, found: object = "", *, at: str = "", allowed: Iterable[str] = (), near: bool = False
    ) -> None:
        self.code = code
        self.at = at
        self.found = sort_of(found) if code == "wrong-type" else shown(found)
        self.allowed = tuple(allowed)
        self.nearest = nearest(found, self.allowed) if near and isinstance(found, str) else ""
        super().__init__(code, self.found, at)


_CLOSED: Final = frozenset(("not-an-option", "unknown-kind", "unknown-option"))


def _words(code: str, language: Language, found: str, allowed: tuple[str, ...]) -> str:
    side = LANGUAGES.index(language)
    if code == "wrong-type":
        found = _SORTS[found][side] if found in _SORTS else found
        allowed = tuple(WANTED[one][side] if one in WANTED else one for one in allowed)
    elif found and code not in ("not-toml", "not-csv", "not-json", "not-valid", "ragged-row"):
        found = f"“{found}”"
    joiner = " of " if language == "nl" else " or "
    return CATALOGUE[code][side].format(found=found, allowed=joiner.join(allowed))


def problem(
    code: str,
    path: str = "",
    found: object = "",
    *,
    allowed: Iterable[str] = (),
    near: str = "",
    file: str = "",
    record: str = "",
) -> Problem:
    """Word a problem; ``near`` is the name that was probably meant."""
    several = tuple(allowed)
    repeated = found if code == "wrong-type" and isinstance(found, str) else shown(found)
    texts: dict[str, str] = {}
    for language in LANGUAGES:
        words = _words(code, language, repeated, several)
        if near:
            words += f"; bedoelde u “{near}”?" if language == "nl" else f"; did you mean “{near}”?"
        elif code in _CLOSED and several:
            words += f" ({', '.join(several)})"
        texts[language] = words
    return Problem(
        code,
        Text(nl=texts["nl"], en=texts["en"]),
        file=file,
        path=path,
        found=repeated,
        allowed=several,
        nearest=near,
        record=record,
    )


def of_refused(refused: Refused, path: str) -> Problem:
    """Word what was refused."""
    return problem(
        refused.code, join(path, refused.at), refused.found, allowed=refused.allowed, near=refused.nearest
    )


def join(path: str, step: str | int) -> str:
    """The path one step further: ``clauses[2]`` and ``condition`` make ``clauses[2].condition``."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    if not step or not path or step.startswith("["):
        return f"{path}{step}"
    return f"{path}.{step}"


Fields: TypeAlias = Callable[[type], Sequence[str]]
"""The keys that a table of this class may have."""
Laws: TypeAlias = Callable[[type, Mapping[str, object]], Iterable[Refused]]
"""What a class itself refuses about its fields, alone or together."""
INLINE: Final = "period"
"""The field that is written as the keys ``first`` and ``last`` of the table itself."""


def _step(error: BaseException) -> str | int | None:
    """Where in its container an error belongs, as cattrs noted it last."""
    for note in reversed(getattr(error, "__notes__", ())):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _below(data: object, step: str | int) -> object:
    if isinstance(data, Mapping):
        return data if step == INLINE else data.get(step)
    if isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def translate(error: BaseException, data: object, path: str, fields: Fields, laws: Laws) -> Iterator[Problem]:
    """Every problem in a nested error of cattrs, with the path of each in ``data``."""
    match error:
        case ClassValidationError():
            yield from _of_class(error, data, path, fields, laws)
        case IterableValidationError():
            for inner in error.exceptions:
                step = _step(inner)
                where = path if step is None else join(path, step)
                yield from translate(inner, data if step is None else _below(data, step), where, fields, laws)
        case Refused():
            yield of_refused(error, path)
        case _:
            yield problem("not-valid", path, str(error))


def _of_class(
    error: ClassValidationError, data: object, path: str, fields: Fields, laws: Laws
) -> Iterator[Problem]:
    table: Mapping[str, object] = data if isinstance(data, Mapping) else {}
    lawful = tuple(laws(error.cl, table))
    yield from (of_refused(refused, path) for refused in lawful)
    for inner in error.exceptions:
        step = _step(inner)
        if isinstance(inner, ForbiddenExtraKeysError):
            known = fields(error.cl)
            for name in sorted(map(str, inner.extra_fields)):
                near = nearest(name, known)
                yield problem("unknown-field", join(path, name), name, allowed=known, near=near)
        elif isinstance(inner, KeyError) and isinstance(step, str) and step not in table:
            yield problem("missing-field", join(path, step), step)
        elif step is None:
            # What the class refused of its own: said by its laws, where they know it.
            if not lawful or isinstance(inner, Refused | ClassValidationError):
                yield from translate(inner, data, path, fields, laws)
        else:
            where = path if step == INLINE else join(path, step)
            yield from translate(inner, _below(table, step), where, fields, laws)


def placed(several: Iterable[Problem], *, file: str = "", record: str = "") -> tuple[Problem, ...]:
    """The problems with the file and the record they are in."""
    return tuple(evolve(one, file=one.file or file, record=one.record or record) for one in several)
