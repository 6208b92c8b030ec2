# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Puts words on a terminal, into a pipe or into a spreadsheet, as each of them can take it.

>>> fitted("‘één’ – € 5", "ascii")
"'een' - EUR 5"
"""

from __future__ import annotations

import csv
import io
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal, TextIO

from ..text import harmless

if TYPE_CHECKING:
    from rich.console import Console

    from ..explain.render import Document

_PLAINER: Final = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "€": "EUR",
        "×": "x",
        "\u00a0": " ",
    }
)
_STYLES: Final[Mapping[str, str]] = {
    "[+]": "green",
    "[-]": "red",
    "[~]": "cyan",
    "[?]": "yellow",
    "[i]": "blue",
}


class Stop(Exception):
    """The command cannot go on; the message says why, to the person who typed it."""


def fitted(words: str, encoding: str) -> str:
    """The words in the letters an encoding has; what it lacks becomes the plainest thing that reads the same."""
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_letter(one, encoding) for one in words)
    return words


def _letter(letter: str, encoding: str) -> str:
    for plain in (letter, letter.translate(_PLAINER), unicodedata.normalize("NFKD", letter)[:1]):
        try:
            plain.encode(encoding)
        except UnicodeEncodeError:
            continue
        return plain
    return "?"


def write(stream: TextIO, words: str) -> None:
    """Write text for people: painted on a terminal, and in letters that the stream has."""
    put(stream, _painted(words, stream))


def put(stream: TextIO, words: str) -> None:
    """Write words as they are, in letters that the stream has."""
    stream.write(fitted(words, stream.encoding or "utf-8"))
    stream.flush()


def write_exactly(stream: TextIO, data: str) -> None:
    """Write data for machines: UTF-8 with plain line ends, whatever the terminal or the system is used to."""
    stream.flush()
    if isinstance(stream, io.TextIOWrapper):
        stream.buffer.write(data.encode("utf-8", "replace"))
    else:
        stream.write(data)
    stream.flush()


def console_for(stream: TextIO) -> Console:
    """A console that writes colours only where they are seen and wanted."""
    from rich.console import Console

    console = Console(file=stream)
    return Console(file=stream, color_system=None) if console.no_color else console


def _painted(words: str, stream: TextIO) -> str:
    if not stream.isatty() and not os.environ.get("FORCE_COLOR"):
        return words
    from rich.text import Text

    from ..explain.render import MARKS

    console = console_for(stream)
    if not console.is_terminal or console.color_system is None:
        return words
    painted = Text(words)
    painted.highlight_regex(r"(?m)^\S.*\n(?=(?:=+|-+)$)", "bold")
    painted.highlight_regex(r"(?m)^(?:=+|-+)$", "dim")
    for mark in MARKS.values():
        if mark in _STYLES:
            painted.highlight_words([mark], f"bold {_STYLES[mark]}")
    with console.capture() as capture:
        console.print(painted, soft_wrap=True, end="")
    return capture.get()


# Tables for spreadsheets


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as CSV; a cell that a spreadsheet would run as a formula gets an apostrophe in front.

    >>> print(sheet(["name"], [{"name": "=1+1"}, {"name": "plain"}]), end="")
    name
    '=1+1
    plain
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(row[name]) for name in columns] for row in rows)
    return out.getvalue()


# What a command hands over, on standard output


def say(words: str) -> None:
    """Text for people, if there is any."""
    if words:
        write(sys.stdout, words if words.endswith("\n") else f"{words}\n")


def page(document: Document) -> None:
    """A laid out page for people."""
    from ..explain.render import text

    say(text(document))


def show(document: Document, format_: Literal["text", "markdown"]) -> None:
    """A document, laid out for people or in Markdown for another program."""
    from ..explain.render import markdown

    if format_ == "markdown":
        data(markdown(document))
    else:
        page(document)


def data(words: str) -> None:
    """Data in one of the forms that are for machines, or for another program that shows them."""
    write_exactly(sys.stdout, words)


def json_data(tree: Mapping[str, object]) -> None:
    """One JSON document."""
    from json import dumps

    data(dumps(tree, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error while something takes long, on a terminal only; it leaves nothing behind."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.progress import Progress

    with Progress(console=console_for(sys.stderr), transient=True) as shown:
        task = shown.add_task(words, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
