# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands to begin with: a covenant of one's own that only needs filling in, and the schemas of the documents."""

from __future__ import annotations

from pathlib import Path
from shlex import join
from typing import Final, Literal, TypeAlias

from ..text import Language, Text
from ._commands import FINE
from ._terminal import data, say

Kind: TypeAlias = Literal[
    "charter",
    "charters",
    "register",
    "project",
    "decision",
    "report",
    "agenda",
    "reconciliation",
    "pace",
    "certificate",
    "comparison",
    "ledger",
    "cases",
    "receipt",
]

_STARTER: Final = Path(__file__).with_name("starter")
_SCHEMAS: Final = Path(__file__).parent.with_name("schemas")
_OURS: Final = "# SPDX-"
"""How lines begin that say whose our own file is; what somebody fills in is theirs."""
DAY: Final = "2026-06-01"

_EXISTS: Final = Text(
    "‘{path}’ is er al en is niet leeg; er is niets geschreven",
    "‘{path}’ is there already and not empty; nothing was written",
)
_NO_WRITING: Final = Text("‘{path}’ is niet te schrijven: {why}", "‘{path}’ cannot be written: {why}")
_MADE: Final = Text("Gemaakt, om in te vullen:", "Made, to be filled in:")
_THEN: Final = Text("En dan:", "And then:")


def schema_of(kind: str) -> str:
    """The JSON Schema of a kind of document."""
    return (_SCHEMAS / f"{kind}.schema.json").read_text("utf-8")


def start(folder: str, language: Language) -> str:
    """Write the files, and say which, and what to do next.

    Raises:
        Stop: when the folder holds anything already, or cannot be written.
    """
    from ._opening import stop

    place = Path(folder)
    written = {
        "charter.toml": _starter("charter", language),
        "register.toml": _starter("register", language),
        "schemas/charter.schema.json": schema_of("charter"),
        "schemas/register.schema.json": schema_of("register"),
    }
    try:
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise stop(_EXISTS, language, path=folder)
        (place / "schemas").mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            with (place / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise stop(
            _NO_WRITING, language, path=error.filename or folder, why=error.strerror or str(error)
        ) from None
    more: list[str] = [] if language == "en" else ["--language", language]
    lines = [_MADE[language], *(f"  {place / name}" for name in list(written)[:2]), "", _THEN[language]]
    lines += [f"  {join(words)}" for words in (["kennisstad", "check", folder, *more], _audit(folder, more))]
    return "\n".join(lines)


def _audit(folder: str, more: list[str]) -> list[str]:
    return ["kennisstad", "audit", folder, "--on", DAY, *more]


def _starter(name: str, language: Language) -> str:
    lines = (_STARTER / language / f"{name}.toml").read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_OURS)).lstrip("\n")


def schema(kind: Kind, /) -> int:
    """Print the JSON Schema of a kind of document, for editors and other programs.

    Args:
        kind: Which kind of document.
    """
    data(schema_of(kind))
    return FINE


def init(folder: str, /, *, language: Language = "en") -> int:
    """Start a covenant of your own: a folder with a charter and a register, to fill in.

    Both files are explained by comments in your language and pass the check as they are. Nothing is ever overwritten.

    Args:
        folder: The folder to make.
        language: The language of the comments.
    """
    say(start(folder, language))
    return FINE
