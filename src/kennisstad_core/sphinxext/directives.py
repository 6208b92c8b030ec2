# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directives: one for every kind of page, and for what can stand on any page."""

from __future__ import annotations

from typing import ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from ..explain.render import Document, Heading
from ..text import LANGUAGES, Language
from .asking import ANOTHER_DAY, KINDS, LENGTHS, RANKS, Asked, Fault
from .domain import GovernanceDomain, Place
from .nodes import Declared, Placing
from .reading import Reading, day_of
from .words import Said, with_names

LOG = logging.getLogger(__name__)


class GovernanceDirective(SphinxDirective):
    """A part of the documentation, at the place where it stands."""

    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = False
    has_content = False
    # Taken as they are: what is wrong with them is told with what would be right.
    option_spec: ClassVar[OptionSpec | None] = {
        "no-title": directives.flag,
        "no-index": directives.flag,
        "language": directives.unchanged,
        "on": directives.unchanged,
    }
    kind: ClassVar[str]
    reading: ClassVar[Reading]

    def run(self) -> list[nodes.Node]:
        """The nodes of what is asked for; its headings become places of the domain."""
        asked = self._asked()
        if isinstance(asked, Fault):
            return self._missing(asked, self.reading.language)
        domain = cast("GovernanceDomain", self.env.domains["governance"])
        domain.note_asked(self.env.current_document.docname, asked, self.reading.digest(asked))
        answered = self.reading.answer(asked)
        if isinstance(answered, Fault):
            return self._missing(answered, asked.language)
        placing = self._placing(asked.page, asked.subject, asked.language)
        made = placing.place(answered)
        if placing.indexed:
            for one in placing.declared:
                domain.declare(self._place(one, asked))
        flawed = self.reading.flawed(asked.language)
        return _before(made, flawed) if flawed else made

    def _place(self, declared: Declared, asked: Asked) -> Place:
        target = declared.target
        return Place(
            target.role,
            target.id,
            self.env.current_document.docname,
            declared.anchor,
            self.reading.link_text(target, asked.language) or declared.title,
            asked.language,
            RANKS[asked.page] if asked.on is None else ANOTHER_DAY,
            self.lineno,
        )

    def _asked(self) -> Asked | Fault:
        """What is asked for, or the first thing that cannot be understood."""
        subject = self.arguments[0] if self.arguments else ""
        language: Language = self.reading.language
        told = self.options.get("language")
        if told is not None:
            if told not in LANGUAGES:
                return self._not_one_of("language", told, LANGUAGES)
            language = cast("Language", told)
        on = self.options.get("on")
        day = None if on is None else day_of(on)
        if on is not None and day is None:
            return Fault(Said.BAD_DAY.say(self.reading.language, told=on, option=":on:"))
        length = self.options.get("length", "full")
        if length not in LENGTHS:
            return self._not_one_of("length", length, LENGTHS)
        return Asked(self.kind, subject, language, day, length)

    def _not_one_of(self, option: str, told: str, known: tuple[str, ...]) -> Fault:
        language = self.reading.language
        message = Said.UNKNOWN_VALUE.say(language, name=told, option=f":{option}:")
        return Fault(with_names(message, told, known, language))

    def _missing(self, fault: Fault, language: Language) -> list[nodes.Node]:
        """Tell who builds where it is, and who reads that something is missing."""
        LOG.warning(
            "%s: %s",
            self.name,
            fault.message,
            location=self.get_location(),
            type="governance",
            subtype="missing",
        )
        words = Said.MISSING.say(language, why=fault.message)
        title = KINDS[self.kind].title[language]
        subject = self.arguments[0] if self.arguments else ""
        blocks = (Heading(1, f"{title}: {subject}" if subject else title),)
        return _before(self._placing(self.kind, subject, language).place(Document(language, blocks)), words)

    def _placing(self, kind: str, subject: str, language: Language) -> Placing:
        return Placing(
            self.env,
            self.state.document,
            self.reading.pictures,
            stem=f"{kind}-{subject}" if subject else kind,
            language=language,
            titled="no-title" not in self.options and self.options.get("length") != "line",
            indexed="no-index" not in self.options,
        )


class DecisionDirective(GovernanceDirective):
    """A decision, at one of three lengths."""

    option_spec: ClassVar[OptionSpec | None] = {
        **(GovernanceDirective.option_spec or {}),
        "length": directives.unchanged,
    }


def _before(made: list[nodes.Node], words: str) -> list[nodes.Node]:
    """The nodes with a note before them, under the title if there is one."""
    note = nodes.warning("", nodes.paragraph(words, words))
    first = made[0] if made else None
    if isinstance(first, nodes.section):
        first.insert(1, note)
        return made
    return [note, *made]


def directive_for(name: str, kind: str, reading: Reading) -> type[GovernanceDirective]:
    """The directive with a name, for one application."""
    base = DecisionDirective if kind == "decision" else GovernanceDirective
    return type(f"{name.title()}Directive", (base,), {"kind": kind, "reading": reading})
