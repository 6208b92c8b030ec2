# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may differ between a receipt and the answer as it is made anew: a closed family, one class a kind."""

from __future__ import annotations

from typing import Final, TypeAlias

from attrs import frozen


@frozen
class ReceiptDamaged:
    """The digest that the receipt states is not that of its content: it was changed after it was made."""

    stated: str
    actual: str


@frozen
class SubjectMissing:
    """The register has no project by that name any more, so nothing could be recomputed."""

    subject: str


@frozen
class VersionMissing:
    """A version of the charter that was used is not there, or is not in force on the day any more."""

    version: str


@frozen
class VersionAdded:
    """A version of the charter is used now that was not."""

    version: str


@frozen
class ProvisionChanged:
    """A part of a version is not as it was: a clause, a fact, a question, the members; empty for the order of them."""

    version: str
    part: str
    now: bool = True
    before: bool = True


@frozen
class RecordMissing:
    """A record that the answer rested on is not there any more, or does not bear on it any more."""

    table: str
    project: str
    record: str


@frozen
class RecordChanged:
    """A record that the answer rested on says something else than it did."""

    table: str
    project: str
    record: str


@frozen
class RecordAdded:
    """A record bears on the answer now that did not."""

    table: str
    project: str
    record: str


@frozen
class FactDiffers:
    """A fact has another value: as canonical JSON what it was and what it is, empty where it is not there.

    ``unit`` is a currency, of which the value is in cents, days, or empty for a count.
    """

    kind: str
    subject: str
    fact: str
    was: str
    now: str
    unit: str = ""


@frozen
class FindingDiffers:
    """A clause, question (``?id``) or the outcome (empty) stands otherwise, by status; empty where it is not there."""

    kind: str
    subject: str
    what: str
    was: str
    now: str


@frozen
class ResultDiffers:
    """The full result differs, or what the receipt says of itself; by path in it."""

    paths: tuple[str, ...]


@frozen
class EngineDiffers:
    """Another version of the library recomputed it; that is no difference as long as the answer stands."""

    was: str
    now: str


@frozen
class NotComparable:
    """So many places are redacted on a ground, and were not compared."""

    ground: str
    places: int


Difference: TypeAlias = (
    ReceiptDamaged
    | SubjectMissing
    | VersionMissing
    | VersionAdded
    | ProvisionChanged
    | RecordMissing
    | RecordChanged
    | RecordAdded
    | FactDiffers
    | FindingDiffers
    | ResultDiffers
    | EngineDiffers
    | NotComparable
)
REMARKS: Final = (EngineDiffers, NotComparable)
"""What is told, and takes nothing away from an answer that stands."""
