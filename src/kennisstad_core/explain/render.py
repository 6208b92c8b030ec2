# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small typed document, and how it looks as plain text, as Markdown and as HTML.

>>> print(text(Document("en", (Heading(1, "Report"), Items((Item("All is counted", Status.SATISFIED),))))))
Report
======
[+] All is counted
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from textwrap import wrap
from typing import Final, Literal, TypeAlias, assert_never

from attrs import field, frozen

from ..findings import Status
from ..text import Language

WIDTH: Final = 80
"""No line of plain text is longer."""
DEEPEST: Final = 32
"""Plain text is not indented further than this, however deep a condition is nested."""

MARKS: Final[Mapping[Status, str]] = {
    Status.SATISFIED: "[+]",
    Status.NOT_MET: "[-]",
    Status.EXPLAINED: "[~]",
    Status.UNDETERMINED: "[?]",
    Status.NOT_APPLICABLE: "[.]",
    Status.NOT_YET_DUE: "[:]",
    Status.INFO: "[i]",
}
"""Marks in plain characters, for quick looking; the words beside them say the same."""


def _plain(words: str) -> str:
    """On one line and without control characters: what was recorded cannot draw on the reader's screen."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def _plain_part(part: str | Ref) -> str | Ref:
    """A part of a line, which keeps the spaces at its ends."""
    if isinstance(part, Ref):
        return part
    inside = _plain(part)
    if not inside:
        return " " if part else ""
    return f"{' ' * part[0].isspace()}{inside}{' ' * part[-1].isspace()}"


def _line(words: Words) -> Words:
    match words:
        case str():
            return _plain(words)
        case Ref():
            return words
        case _:
            return tuple(map(_plain_part, words))


def _plain_cells(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_plain, cells))


def _rows(rows: Iterable[Iterable[Words]]) -> tuple[tuple[Words, ...], ...]:
    return tuple(tuple(map(_line, cells)) for cells in rows)


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(items)


Role: TypeAlias = Literal[
    "charter",
    "clause",
    "fact",
    "provision",
    "case",
    "partner",
    "project",
    "decision",
    "body",
    "year",
    "page",
]
"""What words can lead to: each has its own place in the documentation of a partnership."""


@frozen
class Target:
    """A place that words lead to; what belongs to one version of a charter is named ``charter/id``."""

    role: Role
    id: str


@frozen
class Ref:
    """Words that lead somewhere; in a form without links, and where nothing is there, they stand as they are."""

    target: Target
    text: str = field(converter=_plain)


Words: TypeAlias = str | Ref | tuple[str | Ref, ...]
"""Words on one line, of which some may lead somewhere."""


def said(words: Words) -> str:
    """The words as they are read, wherever they lead."""
    match words:
        case str():
            return words
        case Ref():
            return words.text
        case _:
            return "".join(map(said, words))


def joined(several: Iterable[str | Ref], between: str = ", ") -> tuple[str | Ref, ...]:
    """Words after one another on one line, with something between them."""
    line: list[str | Ref] = []
    for one in several:
        line += [between, one] if line else [one]
    return tuple(line)


@frozen
class Heading:
    """A heading; level 1 is the title of the document, and a target makes it a place that words can lead to."""

    level: int
    text: str = field(converter=_plain)
    target: Target | None = None


@frozen
class Paragraph:
    """A paragraph of running text."""

    text: Words = field(converter=_line)


@frozen
class Item:
    """One point of a list, with how it stands if it stands any way, and the points under it."""

    text: Words = field(converter=_line)
    mark: Status | None = None
    items: tuple[Item, ...] = field(default=(), converter=_items)


@frozen
class Items:
    """A list."""

    items: tuple[Item, ...] = field(converter=_items)


@frozen
class Table:
    """Rows under named columns, with a caption that says what they are."""

    caption: str = field(converter=_plain)
    columns: tuple[str, ...] = field(converter=_plain_cells)
    rows: tuple[tuple[Words, ...], ...] = field(converter=_rows)


@frozen
class Figure:
    """A picture in SVG with what it shows in words, and the same data in a table; in plain text only those two."""

    name: str
    svg: str = field(repr=False)
    alt: str = field(converter=_plain)
    caption: str = field(converter=_plain)
    table: Table


@frozen
class Code:
    """Lines that are typed or printed exactly so, as a command and what it answers."""

    lines: tuple[str, ...] = field(converter=tuple[str, ...])


@frozen
class Blank:
    """Room that a person fills in: a judgement, or a reply to a finding; the library never does."""

    label: str = field(converter=_plain)
    lines: int = 3


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure | Code | Blank


@frozen
class Document:
    """Blocks in one language, in reading order."""

    language: Language
    blocks: tuple[Block, ...] = field(converter=tuple[Block, ...])


# Plain text


def _glued(words: str) -> str:
    """With a space that does not break between a currency and its amount."""
    return words.replace("€ ", "€\N{NO-BREAK SPACE}")


def _wrapped(words: str, width: int) -> list[str]:
    lines = wrap(_glued(words), width, break_on_hyphens=False) or [""]
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _text_items(items: Iterable[Item], indent: int) -> Iterator[str]:
    for item in items:
        lead = f"{MARKS[item.mark]} " if item.mark is not None else "- "
        margin = " " * min(indent, DEEPEST)
        hang = margin + " " * len(lead)
        for number, line in enumerate(_wrapped(said(item.text), WIDTH - len(hang))):
            yield (margin + lead if number == 0 else hang) + line
        yield from _text_items(item.items, indent + len(lead))


def column_widths(lines: Sequence[tuple[str, ...]]) -> list[int]:
    """As wide as the longest cell; too wide together, the widest give way first, and words break last."""
    room = WIDTH - 2 * (len(lines[0]) - 1)
    columns = list(zip(*lines, strict=True))
    widths = [max(1, *map(len, column)) for column in columns]
    words = [
        max(1, *(len(word) for cell in column for word in _glued(cell).split(" "))) for column in columns
    ]
    while sum(widths) > room and max(widths) > 1:
        spare = [place for place, width in enumerate(widths) if width > words[place]]
        widest = max(spare or range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= 1
    return widths


def _text_row(cells: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    columns = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in range(max(map(len, columns))):
        parts = (
            (column[line] if line < len(column) else "").ljust(width)
            for column, width in zip(columns, widths, strict=True)
        )
        yield "  ".join(parts).rstrip()


def _text_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, heading):
            lines = _wrapped(heading, WIDTH)
            yield from lines
            yield ("=" if level == 1 else "-") * max(map(len, lines))
        case Paragraph(words):
            yield from _wrapped(said(words), WIDTH)
        case Items(items):
            yield from _text_items(items, 0)
        case Table(caption, columns, rows):
            told = [tuple(map(said, row)) for row in rows]
            widths = column_widths([columns, *told])
            yield from _wrapped(caption, WIDTH)
            yield ""
            yield from _text_row(columns, widths)
            yield "  ".join("-" * width for width in widths)
            for row in told:
                yield from _text_row(row, widths)
        case Figure(alt=alt, table=table):
            yield from _wrapped(alt, WIDTH)
            yield ""
            yield from _text_block(table)
        case Code(lines):
            yield from (f"    {line}".rstrip() for line in lines)
        case Blank(label, count):
            yield from _wrapped(label, WIDTH)
            yield from ("_" * WIDTH for _ in range(count))
        case _:
            assert_never(block)


def text(document: Document) -> str:
    """Plain text of at most 80 columns, without colours."""
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if before is not None and not isinstance(before, Heading):
            lines.append("")
        lines.extend(_text_block(block))
        before = block
    return "\n".join(lines)


# Markdown

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&$])")
_OPENING: Final = re.compile(r"^(?:[#+=:-]|\d{1,9}(?=[.)]))")


def _markdown(words: str) -> str:
    """Words as they are, whatever they mean in Markdown."""
    escaped = _SPECIAL.sub(r"\\\1", words)
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    if opening.group()[0].isdigit():
        return f"{opening.group()}\\{escaped[opening.end() :]}"
    return f"\\{escaped}"


def _markdown_items(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        mark = f"**{MARKS[item.mark]}** " if item.mark is not None else ""
        yield f"{indent}- {mark}{_markdown(said(item.text))}"
        yield from _markdown_items(item.items, f"{indent}  ")


def _markdown_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, heading):
            yield f"{'#' * level} {_markdown(heading)}"
        case Paragraph(words):
            yield _markdown(said(words))
        case Items(items):
            yield from _markdown_items(items, "")
        case Table(caption, columns, rows):
            yield f"*{_markdown(caption)}*"
            yield ""
            yield f"| {' | '.join(map(_markdown, columns))} |"
            yield f"|{' --- |' * len(columns)}"
            for row in rows:
                yield f"| {' | '.join(_markdown(said(cell)) for cell in row)} |"
        case Figure(alt=alt, table=table):
            yield _markdown(alt)
            yield ""
            yield from _markdown_block(table)
        case Code(lines):
            yield from (f"    {line}".rstrip() for line in lines)
        case Blank(label, count):
            yield f"**{_markdown(label)}**"
            for _ in range(count):
                yield ""
                yield "\\_" * 60
        case _:
            assert_never(block)


def markdown(document: Document) -> str:
    """CommonMark with pipe tables; recorded words are escaped."""
    return "\n\n".join("\n".join(_markdown_block(block)) for block in document.blocks) + "\n"


# HTML


def _html_items(items: Iterable[Item]) -> str:
    def point(item: Item) -> str:
        mark = ""
        if item.mark is not None:
            # The words beside the mark say the same, so it is not read aloud.
            mark = f'<span class="mark" data-status="{item.mark.value}" aria-hidden="true">{MARKS[item.mark]}</span> '
        return f"<li>{mark}{escape(said(item.text))}{_html_items(item.items)}</li>"

    inside = "".join(map(point, items))
    return f"<ul>{inside}</ul>" if inside else ""


def _html_block(block: Block) -> str:
    match block:
        case Heading(level, heading):
            return f"<h{level + 1}>{escape(heading)}</h{level + 1}>"
        case Paragraph(words):
            return f"<p>{escape(said(words))}</p>"
        case Items(items):
            return _html_items(items)
        case Table(caption, columns, rows):
            head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
            body = "".join(
                "<tr>"
                + "".join(
                    f'<th scope="row">{escape(said(cell))}</th>'
                    if place == 0
                    else f"<td>{escape(said(cell))}</td>"
                    for place, cell in enumerate(row)
                )
                + "</tr>"
                for row in rows
            )
            return (
                f"<table><caption>{escape(caption)}</caption>"
                f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            )
        case Figure(_, svg, alt, caption, table):
            source = b64encode(svg.encode()).decode("ascii")
            return (
                f'<figure><img src="data:image/svg+xml;base64,{source}" alt="{escape(alt)}">'
                f"<figcaption>{escape(caption)}</figcaption></figure>\n{_html_block(table)}"
            )
        case Code(lines):
            return f"<pre>{escape(chr(10).join(lines))}</pre>"
        case Blank(label, count):
            room = "<br>" * count
            return f'<div class="blank" role="group" aria-label="{escape(label)}"><p>{escape(label)}</p>{room}</div>'
        case _:
            assert_never(block)


def html(document: Document) -> str:
    """A fragment with its language, from a second-level heading down; recorded words are escaped."""
    inside = "\n".join(map(_html_block, document.blocks))
    return f'<section lang="{document.language}" class="kennisstad">\n{inside}\n</section>\n'
