# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A typed document as nodes of docutils.

Nodes of our own are kinds of standard ones, so that only HTML has to know them: every other form of Sphinx treats them
as what they are a kind of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from os.path import relpath
from pathlib import Path
from typing import Final, assert_never

from attrs import frozen
from docutils import nodes
from sphinx.addnodes import index, pending_xref
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_id

from ..explain.render import (
    MARKS,
    Blank,
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
    Words,
    column_widths,
    said,
)
from ..text import Language
from .words import ROLES

LINE: Final = "_" * 60
"""A line to write on, where there are only characters to draw it with."""


_NUMBER: Final = re.compile(r"((ten minste|at least) )?-?((€|[A-Z]{3}) ?)?-?\d[\d.,]*")
_YEAR: Final = re.compile(r"\d{4}")
_AMOUNT: Final = re.compile(r"€ (?=-?\d)")
_DAY: Final = re.compile(r"\b(\d{1,2}) ([a-z]{3,9}) (\d{4})\b", re.IGNORECASE)
_HARD: Final = "\N{NO-BREAK SPACE}"


def held(words: str) -> str:
    """The words with amounts and days that no line breaks: a narrow column of them would be one of single words."""
    return _DAY.sub(rf"\1{_HARD}\2{_HARD}\3", _AMOUNT.sub(f"€{_HARD}", words))


def numbers(column: Iterable[str]) -> bool:
    """Whether a column is of numbers or amounts, some of which may not be known."""
    told = {one for one in column if _NUMBER.fullmatch(one)}
    others = {one for one in column if one and one not in told}
    # Without a number in most of its words it is a column of words.
    return bool(told) and not all(map(_YEAR.fullmatch, told)) and not any(map(_has_digit, others))


def _has_digit(words: str) -> bool:
    return any(one.isdigit() for one in words)


LONG: Final = 40
"""A cell with more characters than this asks for room, or it would be a column of single words."""


class Mark(nodes.inline):  # type: ignore[misc]  # docutils comes without types
    """The mark before a point; the words beside it say the same, so it is not read aloud."""


class HeaderCell(nodes.entry):  # type: ignore[misc]  # docutils comes without types
    """A cell that names its row or its column, as ``scope`` says."""


class WritingRoom(nodes.container):  # type: ignore[misc]  # docutils comes without types
    """Room that a person fills in."""


@frozen
class Declared:
    """A heading that words can lead to, with the anchor it has on its page."""

    target: Target
    anchor: str
    title: str


@frozen
class Pictures:
    """Where pictures are written, each under a name that follows from what is in it."""

    folder: Path
    source: Path

    def write(self, figure: Figure) -> str:
        """The address of a picture from the top folder of the sources, as an image node takes it."""
        content = figure.svg.encode()
        path = self.folder / f"{figure.name}-{sha256(content).hexdigest()[:12]}.svg"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return "/" + Path(relpath(path, self.source)).as_posix()


class Placing:
    """One document on its way into a page; ``declared`` are the places that it has by then."""

    def __init__(
        self,
        env: BuildEnvironment,
        page: nodes.document,
        pictures: Pictures,
        *,
        stem: str,
        language: Language,
        titled: bool = True,
        indexed: bool = True,
    ) -> None:
        self.env = env
        self.page = page
        self.pictures = pictures
        self.stem = stem
        self.language: Language = language
        self.titled = titled
        self.indexed = indexed
        self.declared: list[Declared] = []

    def place(self, document: Document) -> list[nodes.Node]:
        """The blocks as nodes: a section for each heading, with what follows in it."""
        top: list[nodes.Node] = []
        sections: list[tuple[int, nodes.section]] = []
        for block in document.blocks:
            made: Iterable[nodes.Node]
            if isinstance(block, Heading):
                while sections and sections[-1][0] >= block.level:
                    sections.pop()
                made = self._heading(block)
            else:
                made = self._block(block)
            made = list(made)
            if sections:
                sections[-1][1].extend(made)
            else:
                top += made
            if isinstance(block, Heading) and made and isinstance(made[-1], nodes.section):
                sections.append((block.level, made[-1]))
        for node in top:
            self._in_own_words(node)
        return top

    def _in_own_words(self, node: nodes.Node) -> None:
        """What was recorded is shown as it stands, and its language is said where the page has another."""
        if isinstance(node, nodes.Element):
            node["support_smartquotes"] = False
            if self.language != language_of_page(self.env):
                node["classes"].append(f"language-{self.language}")

    def _heading(self, heading: Heading) -> Iterator[nodes.Node]:
        shown = heading.level > 1 or self.titled
        if not shown and heading.target is None:
            return
        anchor = self._anchor(heading)
        entry = self._entry(heading, anchor)
        place: nodes.Element
        if shown:
            title = nodes.title(heading.text, heading.text)
            place = nodes.section("", title, *entry, ids=[anchor], governance_level=heading.level)
        else:
            place = nodes.target("", "", ids=[anchor])
            yield from entry
        self.page.note_explicit_target(place)
        yield place

    def _anchor(self, heading: Heading) -> str:
        target = heading.target
        if target is None:
            return make_id(self.env, self.page, self.stem, heading.text)
        anchor = make_id(self.env, self.page, target.role, target.id)
        self.declared.append(Declared(target, anchor, heading.text))
        return anchor

    def _entry(self, heading: Heading, anchor: str) -> list[nodes.Node]:
        """The entry in the general index."""
        target = heading.target
        if not self.indexed or target is None or target.role == "page":
            return []
        # A semicolon would make it an entry with another under it.
        words = f"{heading.text.replace(';', ',')} ({ROLES[target.role][self.language]})"
        return [index(entries=[("single", words, anchor, "", None)])]

    def _block(self, block: Block) -> Iterator[nodes.Node]:
        match block:
            case Heading():
                raise AssertionError("a heading opens a section")
            case Paragraph(words):
                yield nodes.paragraph(said(words), "", *self._inline(words))
            case Items(items):
                yield self._items(items)
            case Table():
                yield self._table(block)
            case Figure(alt=alt, caption=caption, table=table):
                image = nodes.image("", uri=self.pictures.write(block), alt=alt, classes=["governance"])
                yield nodes.figure("", image, nodes.caption(caption, caption))
                yield self._table(table)
            case Code(lines):
                text = "\n".join(lines)
                yield nodes.literal_block(text, text, language="text")
            case Blank(label, count):
                yield self._room(label, count)
            case _:
                assert_never(block)

    def _inline(self, words: Words) -> Iterator[nodes.Node]:
        match words:
            case str():
                yield nodes.Text(held(words))
            case Ref(target, text):
                yield pending_xref(
                    "",
                    nodes.inline(text, held(text)),
                    refdomain="governance",
                    reftype=target.role,
                    reftarget=target.id,
                    refdoc=self.env.current_document.docname,
                    refexplicit=True,
                    refwarn=False,
                    governance_language=self.language,
                )
            case _:
                for one in words:
                    yield from self._inline(one)

    def _items(self, items: Iterable[Item]) -> nodes.bullet_list:
        several = nodes.bullet_list(bullet="-")
        for item in items:
            line = nodes.paragraph(said(item.text), "")
            if item.mark is not None:
                mark = MARKS[item.mark]
                line += [Mark(mark, mark, status=item.mark.value), nodes.Text(" ")]
            line += list(self._inline(item.text))
            point = nodes.list_item("", line)
            if item.items:
                point += self._items(item.items)
            several += point
        return several

    def _table(self, table: Table) -> nodes.table:
        widths = column_widths([table.columns, *(tuple(map(said, row)) for row in table.rows)])
        group = nodes.tgroup(cols=len(table.columns))
        group += [nodes.colspec(colwidth=width, stub=int(place == 0)) for place, width in enumerate(widths)]
        aligned = [
            place > 0 and numbers([said(row[place]) for row in table.rows])
            for place in range(len(table.columns))
        ]
        head = nodes.row(
            "",
            *(self._cell(column, "col", number=aligned[place]) for place, column in enumerate(table.columns)),
        )
        rows = [
            nodes.row(
                "",
                *(
                    self._cell(cell, "" if place else "row", number=aligned[place])
                    for place, cell in enumerate(row)
                ),
            )
            for row in table.rows
        ]
        group += [nodes.thead("", head), nodes.tbody("", *rows)]
        title = nodes.title(table.caption, table.caption)
        return nodes.table("", title, group, classes=["governance", "colwidths-auto"])

    def _cell(self, words: Words, scope: str, *, number: bool) -> nodes.entry:
        inside = nodes.paragraph(said(words), "", *self._inline(words))
        classes = ["number"] if number else ["long"] if len(said(words)) > LONG else []
        if scope:
            return HeaderCell("", inside, scope=scope, classes=classes)
        return nodes.entry("", inside, classes=classes)

    def _room(self, label: str, count: int) -> WritingRoom:
        lines = nodes.line_block("", *(nodes.line(LINE, LINE) for _ in range(count)))
        return WritingRoom("", nodes.paragraph(label, label), lines, classes=["blank"], label=label)


def language_of_page(env: BuildEnvironment) -> str:
    """The language that pages of this project say they are in."""
    told: str = env.config.language
    return told.replace("-", "_").partition("_")[0]
