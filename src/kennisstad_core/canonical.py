# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

r"""The one way to write data as bytes, and their hash: whoever has the data can make both again.

It is what ``jq -cS .`` writes of a file: keys in alphabetical order of their code points, no spaces, UTF-8, a line
feed at the end.

>>> canonical({"b": [1, None], "a": "é"}).decode()
'{"a":"é","b":[1,null]}\n'
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence


def canonical(value: object) -> bytes:
    """The plain data of JSON as canonical bytes.

    Raises:
        TypeError: for a number with a fraction, which has more than one way to be written, and for what is no data.
        ValueError: for half a character, which no file can hold.
    """
    _no_fractions(value)
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def digest(value: object) -> str:
    """The SHA-256 of the canonical bytes, in lower-case hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _no_fractions(value: object) -> None:
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, float):
            raise TypeError(f"a number with a fraction has no canonical form: {one!r}")
        if isinstance(one, Mapping):
            left += one.values()
        elif isinstance(one, Sequence) and not isinstance(one, str):
            left += one
