# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything a broker asks about the links of a partnership, asked at once for one day or period."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..charter import Charter, Charters
from ..records.register import Register
from ..values import Period
from .affiliations import Affiliations, window
from .layers import Wanted, wanted_topics
from .questions import (
    Cell,
    OneSided,
    Pair,
    ThemePair,
    one_sided_benefits,
    pairs,
    theme_coverage,
    unlinked_themes,
)
from .registers import affiliations
from .results import Reply


@frozen
class Overview:
    """The answers; ``wanted`` is asked for a day only, and is empty for a period."""

    window: Period
    pairs: Reply[Pair]
    coverage: Reply[Cell]
    unlinked_themes: Reply[ThemePair]
    wanted: Reply[Wanted]
    one_sided: Reply[OneSided]
    table: Affiliations = field(eq=False, repr=False)


def overview_of_links(
    charters: Charters | Charter,
    register: Register,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Overview:
    """Who works with whom, who does not, on which themes, and what is wanted: as of a day, or over a period."""
    table = affiliations(charters, register)
    days = window(on, period)
    return Overview(
        days,
        pairs(table, period=days, externals=externals),
        theme_coverage(table, period=days, externals=externals),
        unlinked_themes(table, period=days, externals=externals),
        Reply(()) if on is None else wanted_topics(charters, register, on=on),
        one_sided_benefits(table, register, on=days.last, externals=externals),
        table,
    )
