# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part in what, from when through when: the one table that every network question starts from.

It comes from a register and its charters, or from a plain table with a party and a group in each row. Only what is
certain is an affiliation; the rest is kept beside it with the reason, so that an answer can say what it left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from attrs import evolve, field, frozen

from ..errors import named
from ..facts import Why
from ..records.funding import Form, Stage
from ..records.parties import Membership
from ..text import Text
from ..truth import MET, Truth
from ..values import ALWAYS, Money, Period

Kind: TypeAlias = Literal["party", "project", "theme"]


class Node(NamedTuple):
    """What is linked: its kind and its id, so that a partner and a project of one name are never taken for one.

    >>> str(Node("party", "water"))
    'party:water'
    """

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def party(name: Node | str) -> Node:
    """The node of an organisation."""
    return name if isinstance(name, Node) else Node("party", name)


def project(name: Node | str) -> Node:
    """The node of a project, an arrangement, or whatever else the parties of a table belong to."""
    return name if isinstance(name, Node) else Node("project", name)


def theme(name: Node | str) -> Node:
    """The node of a theme."""
    return name if isinstance(name, Node) else Node("theme", name)


@frozen
class Affiliation:
    """A party takes part in a group, from the first through the last day of the period.

    ``member`` says whether it does so as a member of the partnership; a party of a plain table counts as one.
    ``doubt`` says why the row is only possible, or why it does not count; a row that counts has none.
    """

    party: Node = field(converter=party)
    group: Node = field(converter=project)
    period: Period = ALWAYS
    role: str = ""
    member: Truth = MET
    records: tuple[str, ...] = ()
    source: str = ""
    doubt: Why | None = None


@frozen
class ThemeLink:
    """A group is judged to fit a theme, in a period; ``doubt`` when that is contested."""

    group: Node = field(converter=project)
    theme: Node = field(converter=theme)
    period: Period = ALWAYS
    records: tuple[str, ...] = ()
    doubt: Why | None = None


@frozen
class ThemeTerm:
    """A theme is one of the partnership’s main themes, in a period."""

    theme: Node = field(converter=theme)
    period: Period = ALWAYS


@frozen
class Payment:
    """What a party puts into a group, by form and stage; no amount means that nobody valued it."""

    party: Node = field(converter=party)
    group: Node = field(converter=project)
    form: Form = Form.CASH
    stage: Stage = Stage.PLEDGED
    amount: Money | None = None
    on: date | None = None
    record: str = ""


@frozen
class Group:
    """A project, with the periods for which somebody attests that its list of participants is complete.

    ``judged`` says whether somebody recorded which themes it fits, or that it fits none.
    """

    node: Node = field(converter=project)
    title: Text
    period: Period = ALWAYS
    source: str = ""
    complete: tuple[Period, ...] = ()
    flawed: bool = False
    judged: bool = False


@frozen
class Named:
    """What a node is called, and what kind of organisation it is."""

    title: Text
    kind: str = ""


def _row_order(one: Affiliation) -> tuple[object, ...]:
    return one.group, one.party, str(one.period), one.role, one.records, one.source, str(one.doubt)


def _sorted_rows(rows: Iterable[Affiliation]) -> tuple[Affiliation, ...]:
    return tuple(sorted(rows, key=_row_order))


def _sorted_groups(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda one: one.node))


def _sorted_links(several: Iterable[ThemeLink]) -> tuple[ThemeLink, ...]:
    return tuple(sorted(several, key=lambda one: (one.group, one.theme, str(one.period), one.records)))


def _sorted_terms(several: Iterable[ThemeTerm]) -> tuple[ThemeTerm, ...]:
    return tuple(sorted(several, key=lambda one: (one.theme, str(one.period))))


def _sorted_payments(several: Iterable[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(several, key=lambda one: (one.group, one.party, one.record, str(one))))


def _sorted_members(several: Iterable[Membership]) -> tuple[Membership, ...]:
    return tuple(sorted(several, key=lambda one: (one.partner, str(one.period))))


@frozen
class Affiliations:
    """Every affiliation of one or more partnerships, and what is needed to tell about them.

    It goes round as its rows. ``unknown`` rows are possible and never a link; ``left_out`` ones do not count: a role
    that is no involvement, an intention, a body of the partnership itself. Members and groups without any row are
    there too, so that who works with nobody is seen.
    """

    rows: tuple[Affiliation, ...] = field(converter=_sorted_rows)
    unknown: tuple[Affiliation, ...] = field(default=(), converter=_sorted_rows)
    left_out: tuple[Affiliation, ...] = field(default=(), converter=_sorted_rows)
    members: tuple[Membership, ...] = field(default=(), converter=_sorted_members)
    groups: tuple[Group, ...] = field(default=(), converter=_sorted_groups)
    themes: tuple[ThemeTerm, ...] = field(default=(), converter=_sorted_terms)
    fits: tuple[ThemeLink, ...] = field(default=(), converter=_sorted_links)
    payments: tuple[Payment, ...] = field(default=(), converter=_sorted_payments)
    names: Mapping[Node, Named] = field(factory=dict)
    source: str = ""

    def __iter__(self) -> Iterator[Affiliation]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def title(self, node: Node) -> Text:
        """What a node is called; one that nobody named stands for itself."""
        named = self.names.get(node)
        return Text.same(node.id) if named is None else named.title

    def kind(self, node: Node) -> str:
        """What kind of organisation a node is, if that is known."""
        named = self.names.get(node)
        return "" if named is None else named.kind


def window(on: date | None = None, period: Period | None = None) -> Period:
    """The days that a question is about: one day, a period, or, when neither is given, all that is recorded.

    Raises:
        TypeError: when both are given.
    """
    if on is not None and period is not None:
        raise TypeError("a day on= or a period=, not both")
    if on is not None:
        return Period.day(on)
    return ALWAYS if period is None else period


def require_table(affiliations: Affiliations) -> None:
    """Refuse what is no table of affiliations, such as a register: who was a member when stands in its charters."""
    if not isinstance(affiliations, Affiliations):
        raise TypeError(
            f"a network is of network.affiliations(charters, register), not of {named(affiliations)}; "
            "of a table it is of network.read_affiliations(table)"
        )


def within(rows: Iterable[Affiliation], days: Period) -> Iterator[Affiliation]:
    """The rows that hold on one of the days, their periods cut to them."""
    for row in rows:
        shared = row.period.meet(days)
        if shared is not None:
            yield row if shared == row.period else evolve(row, period=shared)


def theme_nodes(affiliations: Affiliations, days: Period) -> tuple[Node, ...]:
    """The themes of the partnerships in a window, also those that no project fits."""
    require_table(affiliations)
    return tuple(sorted({one.theme for one in affiliations.themes if one.period.meet(days) is not None}))


def together(*several: Affiliations, same: Mapping[str, str] | None = None) -> Affiliations:
    """Several partnerships as one network: a party of one id is one party, a project or theme stays its partnership’s.

    Args:
        several: The partnerships, each with a name of its own as its ``source``.
        same: Ids of parties that are known by another id elsewhere, each with the id it goes by here.

    Raises:
        ValueError: when two partnerships have the same name.
    """
    sources = [one.source for one in several]
    if len(set(sources)) < len(sources):
        raise ValueError(f"each partnership needs a name of its own: {', '.join(map(repr, sources))}")
    known = same or {}

    def moved(node: Node, source: str) -> Node:
        if node.kind == "party":
            return party(known.get(node.id, node.id))
        return Node(node.kind, f"{source}/{node.id}")

    def rows(of: Iterable[Affiliation], source: str) -> list[Affiliation]:
        return [
            evolve(one, party=moved(one.party, source), group=moved(one.group, source), source=source)
            for one in of
        ]

    return Affiliations(
        chain.from_iterable(rows(one.rows, one.source) for one in several),
        chain.from_iterable(rows(one.unknown, one.source) for one in several),
        chain.from_iterable(rows(one.left_out, one.source) for one in several),
        (
            evolve(member, partner=known.get(member.partner, member.partner))
            for one in several
            for member in one.members
        ),
        (evolve(group, node=moved(group.node, one.source)) for one in several for group in one.groups),
        (evolve(term, theme=moved(term.theme, one.source)) for one in several for term in one.themes),
        (
            evolve(link, group=moved(link.group, one.source), theme=moved(link.theme, one.source))
            for one in several
            for link in one.fits
        ),
        (
            evolve(paid, party=moved(paid.party, one.source), group=moved(paid.group, one.source))
            for one in several
            for paid in one.payments
        ),
        {moved(node, one.source): named for one in several for node, named in one.names.items()},
        " + ".join(sources),
    )
