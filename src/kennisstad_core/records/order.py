# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""One order for every list of records, so that the order in which they were given never matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs

T = TypeVar("T")


def _key(record: object) -> tuple[str, str]:
    return str(getattr(record, "on", "")), repr(record)


def canonical(several: Iterable[T]) -> tuple[T, ...]:
    """The records by their day, and then by everything else they say."""
    return tuple(sorted(several, key=_key))


def names(several: Iterable[str]) -> tuple[str, ...]:
    """Ids, each once, in alphabetical order.

    Raises:
        TypeError: for one text, which is not a list of ids.
    """
    if isinstance(several, str):
        raise TypeError(f"a list of ids, not the one text {several!r}")
    return tuple(sorted(set(several)))


def put_in_order(held: attrs.AttrsInstance, tables: Iterable[str]) -> None:
    """Sort these lists of a value that is being made; most are empty, and few hold more than one record."""
    for name in tables:
        several = getattr(held, name)
        if len(several) > 1:
            object.__setattr__(held, name, canonical(several))
