# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part in what, from when through when: the one table that every network question starts from.

It comes from a register and its charters, or from a plain table with a party and a group in each row. Only what is
certain is an affiliation; the rest is kept beside it with the reason, so that an answer can say what it left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

from attrs import evolve, field, frozen

from ..charter import Charter, Charters
from ..conditions import facts_of
from ..facts import CountFact, JudgementFact, Reader, Roll, Why
from ..facts.judgements import read_judgement
from ..governance import turning_days
from ..records.funding import Form, Stage
from ..records.parties import Certainty, Directory, Membership, reference
from ..records.projects import Participation, Project
from ..records.register import Register
from ..text import Text
from ..truth import MET, NOT_MET, Truth
from ..values import ALWAYS, Choice, Money, Period

Kind: TypeAlias = Literal["party", "project", "theme"]

_DAY: Final = timedelta(days=1)
_NOTHING: Final = Project("-", Text.same("-"))


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
    """A project, with the periods for which somebody attests that its list of participants is complete."""

    node: Node = field(converter=project)
    title: Text
    period: Period = ALWAYS
    source: str = ""
    complete: tuple[Period, ...] = ()
    flawed: bool = False


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


def _sorted_themes(several: Iterable[ThemeLink]) -> tuple[ThemeLink, ...]:
    return tuple(sorted(several, key=lambda one: (one.group, one.theme, str(one.period), one.records)))


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
    themes: tuple[ThemeLink, ...] = field(default=(), converter=_sorted_themes)
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


def within(rows: Iterable[Affiliation], days: Period) -> Iterator[Affiliation]:
    """The rows that hold on one of the days, their periods cut to them."""
    for row in rows:
        shared = row.period.meet(days)
        if shared is not None:
            yield row if shared == row.period else evolve(row, period=shared)


# From a register


def roles_that_count(charters: Iterable[Charter]) -> frozenset[str] | None:
    """The roles that some clause counts as involvement, none when a clause counts every role."""
    roles: set[str] = set()
    for charter in charters:
        used = {name for condition in charter.conditions() for name in facts_of(condition)}
        for fact in charter.facts:
            if isinstance(fact, CountFact) and fact.of == "participations" and fact.name in used:
                if not fact.where.role:
                    return None
                roles |= fact.where.role
    return frozenset(roles) or None


def _spells(days: Iterable[date]) -> list[Period]:
    """All of time, cut at the turning days."""
    turns = sorted({day for day in days if day > date.min})
    firsts = [None, *turns]
    lasts = [*(day - _DAY for day in turns), None]
    return [Period(first, last) for first, last in zip(firsts, lasts, strict=True)]


def _inside(spell: Period) -> date:
    """A day of a spell on which everything is as on the others."""
    return spell.first or spell.last or date.max


class _Desk:
    """A reading of the register for each day that matters, by the charter of that day or the nearest before it."""

    def __init__(self, charters: Charters | None, register: Register) -> None:
        self.versions = tuple(charters or ())
        self.register = register
        self._directories = {one.id: Directory(one.partners) for one in self.versions}
        self._bodies = {
            one.id: frozenset(
                reference(name) for body in one.bodies for name in (body.id, body.title.nl, body.title.en)
            )
            for one in self.versions
        }
        self._readers: dict[date, Reader] = {}

    def version(self, day: date) -> Charter | None:
        started = [one for one in self.versions if one.period.first is None or one.period.first <= day]
        live = [one for one in started if day in one.period]
        # A gap between two agreements does not undo who worked with whom.
        return next(reversed(live or started), next(iter(self.versions), None))

    def reader(self, day: date) -> Reader:
        reader = self._readers.get(day)
        if reader is None:
            charter = self.version(day)
            known = (self.register.directory,)
            if charter is None:
                reader = Reader((), (), known, Roll(frozenset(), frozenset()), day)
            else:
                roll = Roll.of(charter.memberships, day)
                reader = Reader((), (), (self._directories[charter.id], *known), roll, day)
            self._readers[day] = reader
        return reader

    def body(self, written: str, day: date) -> bool:
        charter = self.version(day)
        return charter is not None and reference(written) in self._bodies[charter.id]


def _stand(
    desk: _Desk, one: Participation, whole: Project, day: date, roles: Collection[str] | None
) -> tuple[Node, Truth, Why | None, bool] | None:
    """The party, whether it is a member, why it does not simply count, and whether it may; none when absent."""
    reader = desk.reader(day)
    written = one.party or one.named
    found = reader.find(written)
    node = party(written if found is None else found.id)
    if desk.body(written, day):
        return node, NOT_MET, Why.BODY, False
    why = reader.absence(one, whole)
    if why in (Why.NOT_YET, Why.NO_LONGER):
        return None
    member = NOT_MET if found is None else reader.roll.holds(found.id)
    if why is not None:
        return node, member, why, False
    if roles is not None and one.role and one.role not in roles:
        return node, member, Why.ROLE, False
    if found is None:
        return node, member, Why.UNKNOWN_PARTY if one.party else Why.UNRESOLVED_NAME, True
    if one.certainty is not Certainty.CERTAIN:
        return node, member, Why.UNCERTAIN, True
    if roles is not None and not one.role:
        return node, member, Why.UNKNOWN_ROLE, True
    return node, member, None, True


def _places(
    desk: _Desk, whole: Project, spells: list[Period], roles: Collection[str] | None
) -> Iterator[tuple[Affiliation, bool]]:
    """The rows of one project; beside each whether it may count."""
    for one, record in zip(whole.participations, whole.records, strict=True):
        run: tuple[Affiliation, bool] | None = None
        for spell in spells:
            held = spell.meet(whole.period)
            stand = None if held is None else _stand(desk, one, whole, _inside(held), roles)
            if held is None or stand is None:
                if run is not None:
                    yield run
                run = None
                continue
            node, member, why, may = stand
            row = Affiliation(node, whole.id, held, one.role, member, (record,), desk.register.name, why)
            if run is not None and run == (evolve(row, period=run[0].period), may):
                run = evolve(row, period=Period(run[0].period.first, held.last)), may
                continue
            if run is not None:
                yield run
            run = row, may
        if run is not None:
            yield run


def _themes(desk: _Desk, whole: Project, spells: list[Period]) -> Iterator[ThemeLink]:
    runs: dict[Node, ThemeLink] = {}
    for spell in spells:
        held = spell.meet(whole.period)
        found: dict[Node, ThemeLink] = {}
        charter = None if held is None else desk.version(_inside(held))
        if held is not None and charter is not None:
            for fact in charter.facts:
                if not isinstance(fact, JudgementFact) or not fact.per_theme:
                    continue
                for one in charter.themes:
                    told = tuple(judged for judged in whole.judgements if judged.theme == one.id)
                    if not told:
                        continue
                    read = read_judgement(fact, told, frozenset((one.id,)), _inside(held), whole.id)
                    fits = frozenset(fact.choices[:-1])
                    value = read.value
                    records = tuple(evidence.record for evidence in (*read.counted, *read.possible))
                    if not records or not isinstance(value, Choice) or value.within(fits) is NOT_MET:
                        continue
                    doubt = None if value.within(fits) is MET else Why.CONTESTED
                    found[theme(one.id)] = ThemeLink(whole.id, one.id, held, records, doubt)
        for node in sorted(runs.keys() | found.keys()):
            before, now = runs.pop(node, None), found.get(node)
            if before is not None and now is not None and evolve(now, period=before.period) == before:
                runs[node] = evolve(now, period=Period(before.period.first, now.period.last))
                continue
            if before is not None:
                yield before
            if now is not None:
                runs[node] = now
    yield from runs.values()


def _members(desk: _Desk, spells: list[Period]) -> Iterator[Membership]:
    runs: dict[str, Membership] = {}
    for spell in spells:
        roll = desk.reader(_inside(spell)).roll
        for partner in sorted(runs.keys() | roll.certain | roll.possible):
            certainty = Certainty.CERTAIN if partner in roll.certain else Certainty.DISPUTED
            now = None if roll.holds(partner) is NOT_MET else Membership(partner, spell, certainty)
            before = runs.pop(partner, None)
            if before is not None and now is not None and before.certainty is now.certainty:
                runs[partner] = evolve(now, period=Period(before.period.first, spell.last))
                continue
            if before is not None:
                yield before
            if now is not None:
                runs[partner] = now
    yield from runs.values()


def affiliations(
    charters: Charters | Charter | None, register: Register, *, roles: Collection[str] | None = None
) -> Affiliations:
    """Who takes part in the projects of a register, day by day, by the charter and the membership of each day.

    A role counts when some clause of a charter counts it as involvement, or when ``roles`` names it. Nobody is linked
    before a project starts. Bodies of the partnership itself are never parties.
    """
    versions = Charters((charters,)) if isinstance(charters, Charter) else charters
    desk = _Desk(versions, register)
    counting = roles_that_count(desk.versions) if roles is None else frozenset(roles)
    common = frozenset(turning_days(versions or Charters(()), register, _NOTHING))
    rows: list[Affiliation] = []
    unknown: list[Affiliation] = []
    left_out: list[Affiliation] = []
    themes: list[ThemeLink] = []
    payments: list[Payment] = []
    for whole in register.projects:
        spells = _spells(common | whole.turning_days())
        for row, may in _places(desk, whole, spells, counting):
            (left_out if not may else rows if row.doubt is None else unknown).append(row)
        themes.extend(_themes(desk, whole, spells))
        payments.extend(_payments(desk, whole))
    return Affiliations(
        rows,
        unknown,
        left_out,
        _members(desk, _spells(common)),
        (_group(register, whole) for whole in register.projects),
        themes,
        payments,
        _names(desk.versions, register),
        register.name,
    )


def _group(register: Register, whole: Project) -> Group:
    complete = tuple(one.period for one in whole.completeness if one.of == "participations")
    flawed = any(flaw.kind == "participation" for flaw in register.flaws_of(whole.id))
    return Group(whole.id, whole.title, whole.period, register.name, complete, flawed)


def _payments(desk: _Desk, whole: Project) -> Iterator[Payment]:
    for index, one in enumerate(whole.contributions):
        found = desk.reader(one.on or whole.period.first or date.max).find(one.contributor)
        record = one.id or f"{whole.id}/contributions/{index + 1}"
        who = one.contributor if found is None else found.id
        yield Payment(who, whole.id, one.form, one.stage, one.amount, one.on, record)


def _names(versions: Iterable[Charter], register: Register) -> dict[Node, Named]:
    names: dict[Node, Named] = {}
    for external in register.external_parties:
        names[party(external.id)] = Named(Text.same(external.name), external.kind)
    for charter in versions:
        # A later version of the agreement has the latest names.
        for partner in charter.partners:
            names[party(partner.id)] = Named(Text.same(partner.name), partner.kind)
        for one in charter.themes:
            names[theme(one.id)] = Named(one.title)
    for whole in register.projects:
        names[project(whole.id)] = Named(whole.title)
    return dict(sorted(names.items()))


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
        (
            evolve(link, group=moved(link.group, one.source), theme=moved(link.theme, one.source))
            for one in several
            for link in one.themes
        ),
        (
            evolve(paid, party=moved(paid.party, one.source), group=moved(paid.group, one.source))
            for one in several
            for paid in one.payments
        ),
        {moved(node, one.source): named for one in several for node, named in one.names.items()},
        " + ".join(sources),
    )
