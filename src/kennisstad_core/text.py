# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text in the two languages of everyone who reads a decision: Dutch and English."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_FORMULA: Final = re.compile(
    r"\A(?=[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20])|(?<=[;\t\r\n])(?=[-=+@\uff1d\uff0b\uff0d\uff20])"
)
"""Where a spreadsheet would take what follows for a formula; the last four signs are the first four in full width."""


def _check_words(_: object, attribute: Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text has words in {attribute.name}, not {value!r}")


@frozen
class Text:
    """The same words in Dutch and in English; neither may be empty.

    >>> Text(nl="thema", en="theme")["nl"]
    'thema'
    """

    nl: str = field(validator=_check_words)
    en: str = field(validator=_check_words)

    def __getitem__(self, language: Language) -> str:
        if language == "nl":
            return self.nl
        if language == "en":
            return self.en
        raise KeyError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")

    @classmethod
    def same(cls, words: str) -> Text:
        """A name that is not translated."""
        return cls(nl=words, en=words)


def harmless(cell: str) -> str:
    """The cell of a table, with an apostrophe before what a spreadsheet would take for a formula.

    A semicolon is looked behind as well, for there a spreadsheet that is set to Dutch begins the next cell.

    >>> harmless("=1+1"), harmless("Gouda;=1+1"), harmless("a = b; -1")
    ("'=1+1", "Gouda;'=1+1", 'a = b; -1')
    """
    return _FORMULA.sub("'", cell)


def text_or_name(words: Text | str) -> Text:
    """The text itself, or a name that is not translated, as files may have it.

    >>> text_or_name("Duinhuis").en
    'Duinhuis'
    """
    return Text.same(words) if isinstance(words, str) else words
