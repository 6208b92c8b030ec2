# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words, tables and leads of a document, for tests of pages."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad_core.explain.render import (
    Block,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Words,
    said,
)


def tables(document: Document) -> Iterator[Table]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Figure):
            yield block.table


def words_of(block: Block) -> Iterator[Words]:
    match block:
        case Heading(_, words):
            yield words
        case Paragraph(line):
            yield line
        case Items(items):
            yield from (words for item in items for words in words_in(item))
        case Table():
            yield block.caption
            yield from block.columns
            yield from (cell for row in block.rows for cell in row)
        case Figure():
            yield block.alt
            yield block.caption
            yield from words_of(block.table)
        case _:
            pass


def words_in(item: Item) -> Iterator[Words]:
    yield item.text
    for one in item.items:
        yield from words_in(one)


def refs(document: Document) -> Iterator[Ref]:
    for block in document.blocks:
        for words in words_of(block):
            match words:
                case Ref():
                    yield words
                case tuple():
                    yield from (part for part in words if isinstance(part, Ref))
                case _:
                    pass


def written(document: Document) -> str:
    """Every word of a page, however its lines and cells fall in plain text."""
    return " ".join(said(words) for block in document.blocks for words in words_of(block))
