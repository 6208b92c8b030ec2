# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Identifiers of organisations and the checks their registries publish."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Final

from attrs import field, frozen


class Scheme(Enum):
    """A register that hands out identifiers of organisations."""

    ROR = "ror"
    OIN = "oin"
    RSIN = "rsin"
    KVK = "kvk"
    TOOI = "tooi"


_CROCKFORD: Final = "0123456789abcdefghjkmnpqrstvwxyz"


def _ror(value: str) -> bool:
    """ROR: a zero, six characters of Crockford's base 32, and the ISO 7064 MOD 97-10 check of their number."""
    if not re.fullmatch(r"0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}", value):
        return False
    number = 0
    for character in value[:7]:
        number = number * 32 + _CROCKFORD.index(character)
    return 98 - (number * 100) % 97 == int(value[7:])


def _rsin(value: str) -> bool:
    """RSIN: nine digits that pass the eleven test of Dutch citizen and entity numbers (last digit weighs -1)."""
    if not re.fullmatch(r"[0-9]{9}", value) or value == "0" * 9:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, value, strict=True)) % 11 == 0


def _kvk(value: str) -> bool:
    """KvK: eight digits; the chamber of commerce publishes no check digit."""
    return re.fullmatch(r"[0-9]{8}", value) is not None


def _oin(value: str) -> bool:
    """OIN: eight digits that say which register, nine that are its number, three that follow (Logius).

    Prefix 00000001 holds an RSIN and 00000003 a KvK number of eight digits; both are checked in turn.
    """
    if not re.fullmatch(r"0000000[1-9][0-9]{12}", value):
        return False
    prefix, number, rest = value[7], value[8:17], value[17:]
    if prefix == "1":
        return _rsin(number) and rest == "000"
    return _kvk(number[:8]) if prefix == "3" else True


def _tooi(value: str) -> bool:
    """TOOI: the path of a government organisation in the thesaurus of Dutch public bodies, such as gm0363."""
    return re.fullmatch(r"(gm|pv|ws|mnre|oorg|zbo|gr)[0-9]{2,6}", value) is not None


_CHECKS: Final[dict[Scheme, Callable[[str], bool]]] = {
    Scheme.ROR: _ror,
    Scheme.OIN: _oin,
    Scheme.RSIN: _rsin,
    Scheme.KVK: _kvk,
    Scheme.TOOI: _tooi,
}


def valid(scheme: Scheme, value: str) -> bool:
    """Whether the value has the form and passes the check of its register.

    >>> valid(Scheme.OIN, "00000001002311112000"), valid(Scheme.RSIN, "002311113")
    (True, False)
    """
    return _CHECKS[scheme](value)


@frozen
class Identifier:
    """One identifier of an organisation, checked."""

    scheme: Scheme = field()
    value: str = field()

    @value.validator
    def _check_value(self, _: object, value: object) -> None:
        if not isinstance(value, str) or not valid(self.scheme, value):
            raise ValueError(f"{value!r} does not pass the check of {self.scheme.value}")
