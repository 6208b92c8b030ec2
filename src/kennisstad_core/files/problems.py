# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""From what went wrong while reading to problems a person can act on, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Final, Generic, Literal, TypeAlias, TypeGuard, TypeVar

from attrs import evolve, field, frozen
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from ..errors import Problem, nearest, readable
from ..records.alignment import HolderStatement, Interest, InterestResponse, InterestTranslation
from ..text import LANGUAGES, Language, Text
from .catalogue import CATALOGUE

T_co = TypeVar("T_co", covariant=True)

_ROWS: Final = (list, tuple)
_LONGEST: Final = 80
"""How many characters of a wrong value are repeated in a problem."""

WANTED: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("tekst", "text"),
    "number": ("een geheel getal", "a whole number"),
    "yes-or-no": ("true of false", "true or false"),
    "date": ("een datum", "a date"),
    "list": ("een lijst", "a list"),
    "table": ("een tabel", "a table"),
    "tables": ("een lijst van tabellen", "a list of tables"),
    "known": (
        "true, false, een optie, een geheel getal of een bereik",
        "true, false, an option, a whole number or a range",
    ),
    "told": ("tekst, een geheel getal, true of false", "text, a whole number, true or false"),
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
    if is_rows(value):
        return "[…]" if value else "[]"
    words = str(value)
    kept = words[:_LONGEST] + ("…" if len(words) > _LONGEST else "")
    return readable(kept)


def is_rows(value: object) -> TypeGuard[Sequence[object]]:
    """Whether a file has a list here."""
    return isinstance(value, _ROWS)


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
        self,
        code: str,
        found: object = "",
        *,
        at: str = "",
        allowed: Iterable[str] = (),
        near: bool = False,
        meant: str = "",
    ) -> None:
        self.code = code
        self.at = at
        self.found = sort_of(found) if code == "wrong-type" else shown(found)
        self.allowed = tuple(allowed)
        self.nearest = meant or (nearest(found, self.allowed) if near and isinstance(found, str) else "")
        super().__init__(code, self.found, at)


_COUNTED: Final = frozenset(("not-valid", "ragged-row", "locator-too-long"))
"""Problems whose finding is a number or a whole sentence, and stands without quotation marks."""
_CLOSED: Final = frozenset(("not-an-option", "unknown-kind", "unknown-option"))


def _words(code: str, language: Language, found: str, allowed: tuple[str, ...]) -> str:
    side = LANGUAGES.index(language)
    if code == "wrong-type":
        found = _SORTS[found][side] if found in _SORTS else found
        allowed = tuple(WANTED[one][side] if one in WANTED else one for one in allowed)
    elif found and code not in _COUNTED:
        found = f"“{found}”"
    elif code == "unknown-column":
        found = ("zonder naam", "without a name")[side]
    joiner = " of " if language == "nl" else " or "
    return CATALOGUE[code][side].format(found=found, allowed=joiner.join(allowed))


def problem(
    code: str,
    path: str = "",
    found: object = "",
    *,
    allowed: Iterable[str] = (),
    near: str | Literal[True] = "",
    file: str = "",
    record: str = "",
) -> Problem:
    """Word a problem; ``near`` is the name that was probably meant, or true to look for it among those allowed."""
    several = tuple(allowed)
    if near is True:
        near = nearest(found, several) if isinstance(found, str) else ""
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


CONFIDING: Final = (Interest, InterestResponse, InterestTranslation, HolderStatement)
"""Records that may hold what is confidential, also in the wrong place: a problem of one repeats nothing of it."""
_NO_VALUES: Final = frozenset(
    ("missing-field", "unknown-field", "wrong-type", "ragged-row", "missing-column", "duplicate-id")
)
"""Problems that tell a field, a sort of thing, a number or an id, and so give nothing away (S85)."""


_REWRITTEN: Final = frozenset(("not-a-date", "not-an-amount"))
"""Problems whose nearest value is what was found, written otherwise, and so gives it away as well."""


def discreet(flaw: Problem) -> Problem:
    """The problem without what was found, for a record that may hold what is confidential; its place tells enough."""
    if flaw.code in _NO_VALUES or not flaw.found:
        return flaw
    near = "" if flaw.code in _REWRITTEN else flaw.nearest
    said = problem(flaw.code, flaw.path, "…", allowed=flaw.allowed, near=near)
    return evolve(flaw, message=said.message, found=said.found, nearest=near)


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
            several = _of_class(error, data, path, fields, laws)
            yield from map(discreet, several) if error.cl in CONFIDING else several
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
                yield problem("unknown-field", join(path, name), name, allowed=known, near=True)
        elif isinstance(inner, KeyError) and isinstance(step, str) and step not in table:
            yield problem("missing-field", join(path, step), step)
        elif step is None:
            # What the class refused of its own: said by its laws, where they know it.
            if not lawful or isinstance(inner, Refused | ClassValidationError):
                yield from translate(inner, data, path, fields, laws)
        else:
            where = path if step == INLINE else join(path, step)
            yield from translate(inner, _below(table, step), where, fields, laws)


@frozen
class Placed(Generic[T_co]):
    """A value with where it was read: the file, the path in it, and the project it belongs to, if any.

    ``raw`` is the table as it is written, because the values themselves sort what they hold.
    """

    value: T_co
    path: str
    file: str = ""
    project: str = ""
    raw: Mapping[str, object] = field(factory=dict, repr=False)

    def problem(
        self,
        code: str,
        step: str = "",
        found: object = "",
        *,
        allowed: Iterable[str] = (),
        near: str | Literal[True] = "",
    ) -> Problem:
        """Word a problem of this value."""
        record = getattr(self.value, "id", "") or getattr(self.value, "name", "")
        path = join(self.path, step)
        flaw = problem(code, path, found, allowed=allowed, near=near, file=self.file, record=str(record))
        return discreet(flaw) if isinstance(self.value, CONFIDING) else flaw


def beyond(several: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """The problems that are not at, or inside, a place that is known to be wrong."""
    wrong = {(one.file, one.path) for one in known}
    return [one for one in several if not any((one.file, place) in wrong for place in _leading_to(one.path))]


def _leading_to(path: str) -> Iterator[str]:
    yield path
    for index, letter in enumerate(path):
        if letter in ".[":
            yield path[:index]


def placed(several: Iterable[Problem], *, file: str = "", record: str = "") -> tuple[Problem, ...]:
    """The problems with the file and the record they are in."""
    return tuple(evolve(one, file=one.file or file, record=one.record or record) for one in several)
