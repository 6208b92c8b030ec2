# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text in the two languages of everyone who reads a decision: Dutch and English."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from attrs import Attribute, field, frozen

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


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


def text_or_name(words: Text | str) -> Text:
    """The text itself, or a name that is not translated, as files may have it.

    >>> text_or_name("Duinhuis").en
    'Duinhuis'
    """
    return Text.same(words) if isinstance(words, str) else words
