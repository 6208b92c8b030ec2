# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a part of a value is fixed by whoever asks for it, and the small strategies that all others are made of."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from ..errors import nearest

H = TypeVar("H", bound=Hashable)
T = TypeVar("T")
Part: TypeAlias = SearchStrategy[Any]
"""A strategy for one field, whatever its type."""


def _checked(cls: type, parts: Mapping[str, object]) -> dict[str, Part]:
    known = [one.name for one in attrs.fields(cls) if one.init]
    checked: dict[str, Part] = {}
    for name, part in parts.items():
        if name not in known:
            near = nearest(name, known)
            hint = f"; did you mean {near!r}?" if near else ""
            raise InvalidArgument(f"{cls.__name__} has no field {name!r}{hint}")
        if not isinstance(part, SearchStrategy):
            raise InvalidArgument(f"{name}= is a strategy, not {part!r}: wrap a value in just()")
        checked[name] = part
    return checked


def build(cls: type[T], parts: Mapping[str, Part], **usual: Part) -> SearchStrategy[T]:
    """The class from the usual strategies for its fields, or those that somebody gave in their place."""
    return st.builds(cls, **{**usual, **_checked(cls, parts)})


class Drawing(Generic[T]):
    """Draws the fields of a class one by one, where one depends on another."""

    def __init__(self, draw: DrawFn, cls: type[T], parts: Mapping[str, Part]) -> None:
        self._draw, self._cls, self._fixed = draw, cls, _checked(cls, parts)
        self._drawn: dict[str, Any] = {}

    def __call__(self, name: str, usual: Part) -> Any:
        """Draw one field, from what was given for it or else as usual."""
        value = self._drawn[name] = self._draw(self._fixed.pop(name, usual))
        return value

    def done(self, **usual: Part) -> T:
        """The value, once the fields are drawn on which no other depends."""
        for name, part in {**usual, **self._fixed}.items():
            self(name, part)
        return self._cls(**self._drawn)


# To make a strategy costs more than to draw from one, so what is asked for again and again is made once or not at all.


def pick(several: Collection[H]) -> SearchStrategy[H]:
    """One of them; nothing can be drawn from none."""
    return _sampled(tuple(several)) if several else st.nothing()


@lru_cache(1024)
def _sampled(several: tuple[H, ...]) -> SearchStrategy[H]:
    return st.sampled_from(several)


def some(elements: SearchStrategy[T], most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """A few, or none."""
    return st.just(()) if elements.is_empty else st.lists(elements, max_size=most).map(tuple)


def few(draw: DrawFn, elements: SearchStrategy[T], most: int = 2, least: int = 0) -> list[T]:
    """A few, drawn at once."""
    return [draw(elements) for _ in range(draw(st.integers(least, most)))]


def chosen(draw: DrawFn, several: Sequence[T], least: int = 0) -> list[T]:
    """Any of these, drawn at once."""
    bits = draw(st.integers(least, 2 ** len(several) - 1))
    return [one for place, one in enumerate(several) if bits >> place & 1]


def subset(several: Iterable[str], least: int = 0) -> SearchStrategy[frozenset[str]]:
    """Some of these names."""
    return st.frozensets(pick(sorted(several)), min_size=least)


def mostly(value: T, others: SearchStrategy[T], usual: int = 7) -> SearchStrategy[T]:
    """What is usually so, and now and then something else; a register of oddities only would settle nothing."""
    return st.one_of(*(st.just(value) for _ in range(usual)), others)


RARELY: Final = mostly(False, st.just(True))
SELDOM: Final = mostly(False, st.just(True), 3)
