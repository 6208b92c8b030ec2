# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How evenly projects are spread over parties, and parties over projects: a description, never a norm.

No agreement of knowledge partners says that each must do as much as another; every answer repeats that.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from ..text import Text
from .affiliations import Node
from .results import SMALL, Caution, Measure, Reply, versions_of
from .sparse import Side, Source, incidence

NOBODY: Final = Text("Niemand neemt ergens aan deel.", "Nobody takes part in anything.")
ONE_ONLY: Final = Text(
    "Over één is niets gelijk of ongelijk verdeeld.", "Nothing is spread evenly or unevenly over one."
)


@frozen
class Load:
    """In how many projects a party takes part, in how many of those with others, and its share of all places."""

    party: Node
    projects: int
    with_others: int
    share: Fraction


@frozen
class Spread:
    """How evenly places are spread over the parties, or over the projects; exact fractions.

    ``gini`` is 0 when all have as many, and nearly 1 when one has everything; ``herfindahl`` likewise, from 0 to 1.
    ``half`` is the least number of them that together hold half of all places. None has a reason.
    """

    side: Side
    nodes: int
    places: int
    gini: Fraction | None
    herfindahl: Fraction | None
    half: int
    why: Text | None = None


def loads(source: Source) -> Reply[Load]:
    """What each party takes part in, the most first, then by name.

    d_i = Σ_p B_ip and d_i / Σ_j d_j. Read it beside what a party can take on, which no network knows (Cross, Rebele
    and Grant 2016, Harvard Business Review 94(1): 74-79, on collaborative overload).
    """
    table = incidence(source)
    sizes = table.sizes()
    whole = len(table.indices)
    rows = [
        Load(
            node,
            len(table.row(place)),
            sum(sizes[group] > 1 for group in table.row(place)),
            Fraction(len(table.row(place)), whole) if whole else Fraction(0),
        )
        for place, node in enumerate(table.parties)
    ]
    rows.sort(key=lambda row: (-row.projects, row.party))
    return Reply(
        rows,
        cautions=_cautions(len(rows)),
        measure=Measure(
            "loads",
            Text("In hoeveel projecten een partij meedoet.", "In how many projects a party takes part."),
            "Cross, Rebele and Grant 2016, Harvard Business Review 94(1): 74-79",
            "two modes: parties and projects",
            "all places of all parties (share)",
            versions_of("kennisstad_core"),
        ),
    )


def evenness(source: Source) -> Reply[Spread]:
    """How evenly the places in projects are spread, over the parties and over the projects.

    Gini 1912: ``G = Σ_i Σ_j |d_i - d_j| / (2 n Σ_i d_i)``. Herfindahl and Hirschman, normalised to n:
    (H - 1/n) / (1 - 1/n) with H = Σ_i (d_i / Σ_j d_j)² (Hirschman 1964, American Economic Review 54: 761-762). Parties
    without a project count when the source is a graph that holds them.
    """
    table = incidence(source)
    numbers = [len(table.row(place)) for place in range(len(table.parties))]
    rows = (_spread("party", numbers), _spread("project", table.sizes()))
    return Reply(
        rows,
        cautions=_cautions(len(numbers)),
        measure=Measure(
            "evenness",
            Text(
                "Hoe gelijk plaatsen in projecten verdeeld zijn.", "How evenly places in projects are spread."
            ),
            "Gini 1912, Variabilità e mutabilità; Hirschman 1964, American Economic Review 54: 761-762",
            "two modes: parties and projects",
            "2 n Σ d (gini); 1 - 1/n (herfindahl)",
            versions_of("kennisstad_core"),
        ),
    )


def _cautions(parties: int) -> tuple[Caution, ...]:
    return (*((Caution.SMALL_NETWORK,) if parties < SMALL else ()), Caution.EVEN_IS_NO_NORM)


def _spread(side: Side, numbers: Sequence[int]) -> Spread:
    n, whole = len(numbers), sum(numbers)
    if not whole:
        return Spread(side, n, 0, None, None, 0, NOBODY)
    rising = sorted(numbers)
    half, held = 0, 0
    for number in reversed(rising):
        if 2 * held >= whole:
            break
        held += number
        half += 1
    if n < 2:
        return Spread(side, n, whole, None, None, half, ONE_ONLY)
    # The i-th smallest of n is larger than i - 1 others and smaller than n - i.
    differences = sum((2 * place - n - 1) * number for place, number in enumerate(rising, start=1))
    squares = sum(number * number for number in numbers)
    return Spread(
        side,
        n,
        whole,
        Fraction(differences, n * whole),
        (Fraction(squares, whole * whole) - Fraction(1, n)) / (1 - Fraction(1, n)),
        half,
    )
