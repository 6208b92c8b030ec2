# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the Dutch register of joint arrangements asks (Wet gemeenschappelijke regelingen, article 136)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import field, frozen

from ..text import Text
from .parties import Source


class ArrangementForm(Enum):
    """The forms of article 8 of the act: its first, second, third and fourth paragraph."""

    PUBLIC_BODY = "public-body"
    JOINT_BODY = "joint-body"
    OPERATIONS_ORGANISATION = "operations-organisation"
    NO_BODY = "no-body"


def _texts(several: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(several)


@frozen
class Arrangement:
    """Whether a partnership falls under the act and why; and, if it does, what the register of arrangements holds.

    Who takes part, since when and until when stands in the charter itself. What is left out is not recorded, which is
    not the same as there being none.
    """

    applies: bool
    why: Text
    form: ArrangementForm | None = None
    purpose: Text | None = None
    legal_basis: tuple[Source, ...] = ()
    powers: tuple[Text, ...] = field(default=(), converter=_texts)
    seat: str = ""
    address: str = ""
    sources: tuple[Source, ...] = ()
