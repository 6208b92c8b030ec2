# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a knowledge broker asks: who works with whom, who does not yet, and what a link rests on (R-NET-01, R-NET-03).

A pair or cell without a link is information and never a fault (S25). What would fill it if an uncertain record proves
true stands in ``perhaps``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import combinations, product
from typing import Final

from attrs import evolve, frozen

from ..errors import UnknownName
from ..facts import Why
from ..records.order import names
from ..records.register import Register
from ..text import Text
from ..truth import MET, UNKNOWN
from ..values import Period
from .affiliations import Affiliation, Affiliations, Group, Node, party, project, theme_nodes, window
from .graphs import (
    Fits,
    counted,
    fits_in,
    joined,
    joint_presence,
    parties_in,
    records_of,
    sizes_of,
    unknown_in,
)
from .limits import MEMORY, Estimate, Sized, TooManyLinks
from .results import Caution, Measure, Reply, versions_of

_PROVABLE: Final = (Why.UNCERTAIN, Why.UNKNOWN_ROLE)


@frozen
class Pair:
    """Two parties and the projects in which they take part together; none when there is no link on record."""

    one: Node
    other: Node
    projects: tuple[str, ...]
    records: tuple[str, ...]
    perhaps: tuple[str, ...] = ()


@frozen
class Cell:
    """A party, a theme, and the party’s projects that fit it; none when there is none on record."""

    party: Node
    theme: Node
    projects: tuple[str, ...]
    records: tuple[str, ...]
    perhaps: tuple[str, ...] = ()


@frozen
class ThemePair:
    """Two themes that no project is in together, and the parties that have projects in each: they could make it."""

    one: Node
    other: Node
    parties: tuple[str, ...]


@frozen
class Dependence:
    """How much of what a party does with others it does with this other party.

    ``share`` is the part of its joint projects that the other is in as well; ``newman`` is the part of its links when
    each project is shared out over who is in it. In ``only_two`` there is nobody else: they would end.
    """

    other: Node
    projects: tuple[str, ...]
    share: Fraction
    newman: Fraction
    only_two: tuple[str, ...]
    records: tuple[str, ...]


@frozen
class RestsOnOne:
    """A project in which one party is the only one of its kind, among so many in all."""

    project: Node
    party: Node
    parties: int
    records: tuple[str, ...]


@frozen
class OneSided:
    """A project of which all stated benefits are on one side, and the parties in it that state none.

    Benefits are stated by their holder and never summed (S20, S28, S50); that nobody stated one is not that there is
    none.
    """

    project: Node
    side: str
    holders: tuple[str, ...]
    silent: tuple[str, ...]
    records: tuple[str, ...]


# Beside every answer


def incomplete(affiliations: Affiliations, days: Period) -> tuple[Caution, ...]:
    """A caution unless it is attested of every project in the window that its list is complete on all of the days."""

    def attested(group: Group, held: Period) -> bool:
        return any(held.meet(one) == held for one in group.complete)

    live = ((group, group.period.meet(days)) for group in affiliations.groups)
    if all(held is None or attested(group, held) for group, held in live):
        return ()
    return (Caution.LISTS_INCOMPLETE,)


def unjudged(affiliations: Affiliations, days: Period) -> tuple[Node, ...]:
    """The projects of a window of which nobody recorded which themes they fit, or that they fit none."""
    live = (one for one in affiliations.groups if one.period.meet(days) is not None)
    return tuple(one.node for one in live if not one.judged)


def _about_themes(affiliations: Affiliations, days: Period) -> tuple[Caution, ...]:
    unsaid = (Caution.THEMES_NOT_RECORDED,) if unjudged(affiliations, days) else ()
    return (*incomplete(affiliations, days), *unsaid)


def if_proved(affiliations: Affiliations) -> Affiliations:
    """As it would be if every uncertain place and membership proved true; a name that nobody knows stays nobody’s."""
    proved = [evolve(row, doubt=None) for row in affiliations.unknown if row.doubt in _PROVABLE]
    rows = (
        evolve(row, member=MET) if row.member is UNKNOWN else row for row in (*affiliations.rows, *proved)
    )
    return evolve(affiliations, rows=rows)


# Pairs


def pairs(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Pair]:
    """Every pair of parties of the window, linked or not: with whom does each work, through what.

    Raises:
        TooManyLinks: the pairs of so many parties do not fit; `existing_pairs` has only those with a link.
    """
    days = window(on, period)
    there = parties_in(affiliations, days, externals=externals)
    size = Estimate.of_groups([len(there)], len(there), Sized.PAIRS)
    if size.bytes_at_most > MEMORY:
        raise TooManyLinks(size, MEMORY)
    linked = joint_presence(affiliations, days, externals=externals)
    hoped = joint_presence(if_proved(affiliations), days, externals=externals)
    rows: list[Pair] = []
    for one, other in combinations(there, 2):
        projects, records = joined(linked.get((one, other), ()))
        perhaps = () if projects else records_of(hoped.get((one, other), ()))
        rows.append(Pair(one, other, projects, records, perhaps))
    return Reply(rows, unknown_in(affiliations, days, externals=externals), incomplete(affiliations, days))


def existing_pairs(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Pair]:
    """The pairs that took part in a project on the same day, most projects first."""
    days = window(on, period)
    linked = joint_presence(affiliations, days, externals=externals)
    rows = [Pair(*both, *joined(behind)) for both, behind in linked.items()]
    rows.sort(key=lambda one: -len(one.projects))
    return Reply(rows, unknown_in(affiliations, days, externals=externals), incomplete(affiliations, days))


def missing_pairs(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Pair]:
    """The pairs with no project on record in which both take part on the same day.

    It says so when the projects together hold fewer pairs than there are: a gap is unavoidable then, whoever joins what
    (for five partners in projects of three it takes four projects to link all ten pairs).
    """
    every = pairs(affiliations, on=on, period=period, externals=externals)
    room = sum(len(one.projects) for one in every)
    cautions = every.cautions + ((Caution.UNAVOIDABLE,) if room < len(every) else ())
    return evolve(every, rows=(one for one in every if not one.projects), cautions=cautions)


def single_project_links(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Pair]:
    """The pairs whose only link is one project: when it ends, so does the link."""
    every = existing_pairs(affiliations, on=on, period=period, externals=externals)
    return evolve(every, rows=(one for one in every if len(one.projects) == 1))


# Themes


def _under(rows: Iterable[Affiliation], fits: Fits) -> dict[tuple[Node, Node], list[Affiliation]]:
    """The rows of each party in projects that fit each theme while the party is in it."""
    under: defaultdict[tuple[Node, Node], list[Affiliation]] = defaultdict(list)
    for row in rows:
        for node, held in fits.get(row.group, ()):
            if held.meet(row.period) is not None:
                under[row.party, node].append(row)
    return under


def theme_coverage(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Cell]:
    """Every party beside every theme, with its projects there; a cell without one may be a place to hook on."""
    days = window(on, period)
    fits = fits_in(affiliations, days)
    under = _under(counted(affiliations, days, externals=externals), fits)
    hoped = _under(counted(if_proved(affiliations), days, externals=externals), fits)
    rows: list[Cell] = []
    for who, node in product(
        parties_in(affiliations, days, externals=externals), theme_nodes(affiliations, days)
    ):
        own = under.get((who, node), ())
        perhaps = () if own else records_of(hoped.get((who, node), ()))
        rows.append(Cell(who, node, names(row.group.id for row in own), records_of(own), perhaps))
    return Reply(rows, unknown_in(affiliations, days, externals=externals), _about_themes(affiliations, days))


def unlinked_themes(
    affiliations: Affiliations,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[ThemePair]:
    """The pairs of themes that no one project fits both of at the same time, and who works in each of the two."""
    days = window(on, period)
    fits = fits_in(affiliations, days)
    linked = {
        frozenset((one, other))
        for several in fits.values()
        for (one, held), (other, holds) in combinations(several, 2)
        if held.meet(holds) is not None
    }
    active: defaultdict[Node, set[str]] = defaultdict(set)
    for who, node in _under(counted(affiliations, days, externals=externals), fits):
        active[node].add(who.id)
    rows = (
        ThemePair(one, other, tuple(sorted(active[one] & active[other])))
        for one, other in combinations(theme_nodes(affiliations, days), 2)
        if frozenset((one, other)) not in linked
    )
    return Reply(rows, unknown_in(affiliations, days, externals=externals), _about_themes(affiliations, days))


# What rests on whom


def dependence(
    affiliations: Affiliations,
    who: Node | str,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[Dependence]:
    """With whom a party works, through what, and whom it could miss least: first who is in most of what it does.

    Raises:
        UnknownName: a `LookupError` when the party is not there in the window.
    """
    days = window(on, period)
    own = party(who)
    there = parties_in(affiliations, days, externals=externals)
    if own not in there:
        raise UnknownName("party", own.id, [node.id for node in there])
    # What it takes part in itself is enough to look at, so that one party of a continent has an answer at once.
    own_groups = {row.group for row in affiliations.rows if row.party == own}
    near = evolve(affiliations, rows=[row for row in affiliations.rows if row.group in own_groups])
    linked = joint_presence(near, days, externals=externals)
    sizes = sizes_of(linked)
    mine = {
        other if one == own else one: joined(behind)
        for (one, other), behind in linked.items()
        if own in (one, other)
    }
    joint = {name for projects, _ in mine.values() for name in projects}
    rows = [
        Dependence(
            other,
            projects,
            Fraction(len(projects), len(joint)),
            sum((Fraction(1, sizes[name] - 1) for name in projects), Fraction(0)) / len(joint),
            tuple(name for name in projects if sizes[name] == 2),
            records,
        )
        for other, (projects, records) in mine.items()
    ]
    rows.sort(key=lambda row: (-len(row.projects), -row.newman, row.other))
    return Reply(
        rows,
        unknown_in(affiliations, days, externals=externals),
        incomplete(affiliations, days),
        Measure(
            "dependence",
            Text(
                "Per ander: het deel van de gezamenlijke projecten waar die ook in zit, en het deel van de verbanden "
                "als elk project over zijn deelnemers wordt verdeeld (1/(k-1)).",
                "For each other party: the part of the joint projects that it is in too, and the part of the links "
                "when each project is shared out over its participants (1/(k-1)).",
            ),
            "Newman 2001, Physical Review E 64, 016132",
            "one mode, from affiliations",
            "the number of joint projects of the party",
            versions_of("kennisstad_core"),
        ),
    )


def rests_on_one(
    affiliations: Affiliations,
    kind: str,
    *,
    on: date | None = None,
    period: Period | None = None,
    externals: bool = False,
) -> Reply[RestsOnOne]:
    """The projects in which exactly one party is of this kind: one province, one university."""
    days = window(on, period)
    rows: list[RestsOnOne] = []
    several: defaultdict[Node, list[Affiliation]] = defaultdict(list)
    for row in counted(affiliations, days, externals=externals):
        several[row.group].append(row)
    for group, own in sorted(several.items()):
        of_kind = {row.party for row in own if affiliations.kind(row.party) == kind}
        if len(of_kind) == 1:
            (only,) = of_kind
            records = records_of(row for row in own if row.party == only)
            rows.append(RestsOnOne(group, only, len({row.party for row in own}), records))
    return Reply(rows, unknown_in(affiliations, days, externals=externals), incomplete(affiliations, days))


def one_sided_benefits(
    affiliations: Affiliations, register: Register, *, on: date | None = None, externals: bool = False
) -> Reply[OneSided]:
    """The projects whose stated benefits are all on one side; a project of which nobody stated any is no row."""
    days = window(on)
    present: defaultdict[str, set[str]] = defaultdict(set)
    for row in counted(affiliations, days, externals=externals):
        present[row.group.id].add(row.party.id)
    rows: list[OneSided] = []
    for whole in register.projects:
        if whole.period.meet(days) is None:
            continue
        stated = [one for one in whole.benefits if on is None or one.on is None or one.on <= on]
        sides = sorted({one.side for one in stated})
        if len(sides) != 1:
            continue
        holders = {one.holder for one in stated}
        records = tuple(
            one.id or f"{whole.id}/benefits/{index + 1}"
            for index, one in enumerate(whole.benefits)
            if one in stated
        )
        silent = tuple(sorted(present[whole.id] - holders))
        rows.append(OneSided(project(whole.id), sides[0], tuple(sorted(holders)), silent, records))
    return Reply(rows, unknown_in(affiliations, days, externals=externals))
