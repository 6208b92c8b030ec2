# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pages a site has, in which order, and under which names its files are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from attrs import field, frozen

from ..pages import PAGES, Archive, Group, Page
from ..text import Text

ROOT: Final = "index"
ACCESSIBILITY: Final = "accessibility"
_NOT_IN_A_NAME: Final = re.compile(r"[^a-z0-9._]+")
_LONGEST: Final = 100
_NOT_AS_IT_IS: Final = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?|.*[0-9a-f]{64}")
"""What Windows takes for a device, and what would pass for a name with a hash behind it."""


@frozen
class Leaf:
    """One page of the site: a kind of page about one subject, or about none; ``doc`` names its file."""

    page: Page
    subject: str
    title: Text
    doc: str


@frozen
class Part:
    """A part of the site, with its pages kind by kind; ``doc`` names the page that lists them."""

    group: Group
    leaves: tuple[Leaf, ...] = field(converter=tuple[Leaf, ...])

    @property
    def doc(self) -> str:
        """The name of its page."""
        return self.group.name.lower()

    @property
    def kinds(self) -> tuple[tuple[Page, tuple[Leaf, ...]], ...]:
        """Its kinds of page, each with its pages."""
        kinds = dict.fromkeys(one.page for one in self.leaves)
        return tuple((kind, tuple(one for one in self.leaves if one.page is kind)) for kind in kinds)


def plan(archive: Archive) -> tuple[Part, ...]:
    """Every page of the site of an archive; a part without pages is left out."""
    leaves = [leaf for page in PAGES for leaf in _leaves(page, archive)]
    parts = (Part(group, (one for one in leaves if one.page.group is group)) for group in Group)
    return tuple(part for part in parts if part.leaves)


def _leaves(page: Page, archive: Archive) -> Iterable[Leaf]:
    if page.subjects is None:
        return [Leaf(page, "", page.title, page.name)]
    subjects = list(page.subjects(archive))
    names = file_names(subject for subject, _ in subjects)
    return [Leaf(page, subject, title, f"{page.name}/{names[subject]}") for subject, title in subjects]


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for the file of each id, in letters that every system and every address takes.

    Ids that would share a name, that are too long for one, or of which no letter is left, get the beginning of their
    hash behind it.

    >>> file_names(["één brug", "Een-brug", "ferry"])
    {'één brug': 'een-brug-2cae9a94', 'Een-brug': 'een-brug-472a5090', 'ferry': 'ferry'}
    """
    plain = {one: _plain(one) for one in ids}
    names = {one: "" if _NOT_AS_IT_IS.fullmatch(name) else name for one, name in plain.items()}
    for letters in (8, 64):  # a beginning of a hash can be shared as well, by whoever is after that
        shared = Counter(names.values())
        names = {
            one: name
            if 0 < len(name) <= _LONGEST + letters and shared[name] == 1
            else f"{plain[one][:_LONGEST]}-{sha256(one.encode()).hexdigest()[:letters]}".strip("-")
            for one, name in names.items()
        }
    return names


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_A_NAME.sub("-", letters).strip("-.")
