# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every combination of facts that one or more charters tell apart, and the answers each gives to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, permutations, product
from math import comb, inf, prod
from typing import Final, TypeAlias, assert_never

from attrs import evolve, frozen

from .charter import Charter, Charters
from .conditions import cells, completions, facts_of, size
from .desk import desk
from .errors import KennisstadError
from .facts import CountFact
from .findings import Status
from .records.projects import Project
from .records.register import Register
from .rules import Rules
from .stands import headline, standing
from .text import Text
from .truth import MET, NOT_MET, UNKNOWN, Truth
from .values import ALWAYS, Choice, Known, Range

LIMIT: Final = 100_000
"""How many combinations a table may hold."""
EFFORT: Final = 40_000
"""How many lines may be merged, over all orders of the columns that are tried for the shortest table."""


class TooLarge(KennisstadError, ValueError):
    """The charter tells apart more combinations of facts than a table can hold."""


@frozen
class Answered:
    """What one charter answers: its outcome, those still possible, and how each question stands."""

    outcome: str
    possible: tuple[str, ...]
    questions: tuple[Status, ...]


Answers: TypeAlias = tuple[Answered, ...]
Place: TypeAlias = tuple[int, ...]
Merged: TypeAlias = dict[tuple[frozenset[int], ...], Answers]


@frozen
class Column:
    """One fact, and every way in which the table tells it apart: what may still be the case, and no more."""

    fact: str
    label: Text
    states: tuple[Known, ...]


def nothing_known(charter: Charter, on: date) -> dict[str, Known]:
    """What is known of every fact of a project about which nothing is recorded and no list is complete."""
    charters = Charters((evolve(charter, period=ALWAYS),))
    reader = desk(charters).reader(charters.versions[0], Register(), on)
    read = reader.read(Project("-", charter.title))
    known = {name: fact.value for name, fact in read.items()}
    # Records that exist only by being recorded are none for an empty project; here there may be any number.
    free = (
        one.name
        for one in charter.decided.facts
        if isinstance(one, CountFact) and one.of in ("admissions", "benefits")
    )
    return {**known, **{name: Range(0) for name in free}}


def _states(cut: Sequence[Known]) -> tuple[Known, ...]:
    """The cells themselves, and what may be known short of one cell: for a number any run of neighbours."""
    ranges = [one for one in cut if isinstance(one, Range)]
    if ranges:
        runs = [
            (width, start) for width in range(1, len(ranges) + 1) for start in range(len(ranges) - width + 1)
        ]
        return tuple(Range(ranges[start].low, ranges[start + width - 1].high) for width, start in runs)
    if all(isinstance(one, Truth) for one in cut):
        return (MET, NOT_MET, UNKNOWN)
    groups = [one for one in cut if isinstance(one, Choice)]
    return (*groups, Choice(frozenset[str]().union(*(one.options for one in groups))))


def _implied(charter: Charter) -> Iterator[tuple[str, str]]:
    """Pairs of counts of which the first can never exceed the second, since all it counts the second counts too."""
    counts = [one for one in charter.facts if isinstance(one, CountFact) and one.of == "participations"]

    def narrower(one: CountFact, other: CountFact) -> bool:
        a, b = one.where, other.where
        return (
            one.name != other.name
            and one.distinct == other.distinct
            and b.member in (None, a.member)
            and b.affiliated in (None, a.affiliated)
            and all(
                not wide or (narrow and narrow <= wide)
                for narrow, wide in ((a.role, b.role), (a.kind, b.kind))
            )
            and (not b.attribute or a.attribute == b.attribute)
        )

    return ((one.name, other.name) for one in counts for other in counts if narrower(one, other))


_Ends: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


def _ends(state: Known, cut: Sequence[Known]) -> _Ends | None:
    """Between which numbers the low end of what is known lies, and between which the high end."""
    if not isinstance(state, Range):
        return None
    inside = [one for one in cut if isinstance(one, Range) and state.covers(one)]
    first, last = inside[0], inside[-1]
    return (
        (first.low, inf if first.high is None else first.high),
        (last.low, inf if last.high is None else last.high),
    )


def _reachable(narrow: _Ends | None, wide: _Ends | None) -> bool:
    """Whether a narrower count and a wider one can be known so at the same time."""
    if narrow is None or wide is None:
        return True
    return narrow[0][0] <= wide[0][1] and narrow[1][0] <= wide[1][1]


def _union(one: Known | None, other: Known) -> Known:
    match one, other:
        case Range(low, high), Range(least, most):
            return Range(min(low, least), None if high is None or most is None else max(high, most))
        case Choice(options), Choice(others):
            return Choice(options | others)
        case _:
            return other


def _inside(state: Known, cut: Sequence[Known]) -> tuple[int, ...]:
    """The cells that a state leaves possible."""
    match state:
        case Range():
            return tuple(i for i, one in enumerate(cut) if isinstance(one, Range) and state.covers(one))
        case Choice(options):
            return tuple(i for i, one in enumerate(cut) if isinstance(one, Choice) and one.options <= options)
        case Truth():
            return tuple(i for i, one in enumerate(cut) if state is UNKNOWN or one is state)
        case _:
            assert_never(state)


_Solved: TypeAlias = tuple[tuple[frozenset[str], tuple[frozenset[int], ...]], ...]


class Table:
    """The combinations that records can produce, for charters that are answered side by side.

    Raises:
        TooLarge: above `LIMIT` combinations.
    """

    def __init__(self, charters: Sequence[Charter], on: date) -> None:
        self.charters = charters = tuple(one.decided for one in charters)
        self.rules = tuple(Rules(one) for one in charters)
        self.bases = tuple(nothing_known(one, on) for one in charters)
        conditions = tuple(condition for one in charters for condition in one.deciding())
        # How many members there are is the charter's own, also where two charters call it the same.
        fixed = {
            fact.name
            for one in charters
            for fact in one.facts
            if isinstance(fact, CountFact) and fact.of == "memberships"
        }
        joint: dict[str, Known] = {}
        for base in self.bases:
            for name, known in base.items():
                joint[name] = _union(joint.get(name), known)
        declared = dict.fromkeys(fact.name for one in charters for fact in one.facts)
        used = dict.fromkeys(
            name for condition in conditions for name in facts_of(condition) if name not in fixed
        )
        names = [
            *(name for name in declared if name in used),
            *(name for name in used if name not in declared),
        ]
        cut: dict[str, tuple[Known, ...]] = {}
        for base in self.bases:
            for name, several in cells(
                conditions, {**joint, **{key: base[key] for key in fixed if key in base}}, names
            ).items():
                cut[name] = several if name not in cut or len(several) > len(cut[name]) else cut[name]
        cut = self._coarse(cut)
        self.cut = {name: several for name, several in cut.items() if len(several) > 1}
        self.names = tuple(self.cut)
        self.states = tuple(_states(several) for several in self.cut.values())
        combinations = prod(map(len, self.states))
        if combinations > LIMIT:
            raise TooLarge(f"{combinations} combinations of facts are told apart; a table holds {LIMIT}")

    def _coarse(self, cut: Mapping[str, tuple[Known, ...]]) -> dict[str, tuple[Known, ...]]:
        """Join neighbouring cells of a number between which no answer changes, whatever else is the case."""
        coarse = dict(cut)
        for name in cut:
            others = {other: several for other, several in coarse.items() if other != name}
            if size(others) * len(coarse[name]) > LIMIT:
                continue
            joined: list[Known] = []
            last: list[_Solved] = []
            for cell in coarse[name]:
                here = [self._solve({**case, name: cell}) for case in completions(others, {})]
                before = joined[-1] if joined else None
                if isinstance(cell, Range) and isinstance(before, Range) and here == last:
                    joined[-1] = Range(before.low, cell.high)
                else:
                    joined.append(cell)
                last = here
            coarse[name] = tuple(joined)
        return coarse

    def _solve(self, chosen: Mapping[str, Known]) -> _Solved:
        return tuple(
            rules.possible({**base, **{name: known for name, known in chosen.items() if name in base}})
            for rules, base in zip(self.rules, self.bases, strict=True)
        )

    def _answers(self, several: Iterable[_Solved]) -> Answers:
        """What each charter answers when any of several cases may be so."""
        answers: list[Answered] = []
        for rules, cases in zip(self.rules, zip(*several, strict=True), strict=True):
            possible = frozenset[str]().union(*(outcomes for outcomes, _ in cases))
            stands = (
                frozenset[int]().union(*ways) for ways in zip(*(stands for _, stands in cases), strict=True)
            )
            statuses = tuple(standing(one) for one in stands)
            answers.append(Answered(headline(possible), rules.ordered(possible), statuses))
        return tuple(answers)

    def _places(self) -> Iterator[Place]:
        pairs = {
            (self.names.index(one), self.names.index(other))
            for charter in self.charters
            for one, other in _implied(charter)
            if one in self.names and other in self.names
        }
        ends = [
            [_ends(state, several) for state in states]
            for states, several in zip(self.states, self.cut.values(), strict=True)
        ]
        for place in product(*(range(len(states)) for states in self.states)):
            if all(_reachable(ends[one][place[one]], ends[other][place[other]]) for one, other in pairs):
                yield place

    def lines(self) -> dict[Place, Answers]:
        """Every combination of states with its answers, one for each charter."""
        solved = {
            place: self._solve(case)
            for place, case in zip(
                product(*(range(len(several)) for several in self.cut.values())),
                completions(self.cut, {}),
                strict=True,
            )
        }
        inside = [
            [_inside(state, several) for state in states]
            for states, several in zip(self.states, self.cut.values(), strict=True)
        ]
        return {
            place: self._answers(
                solved[cell]
                for cell in product(*(column[index] for column, index in zip(inside, place, strict=True)))
            )
            for place in self._places()
        }

    def columns(self) -> tuple[Column, ...]:
        """The facts that make a difference, with the states that the table tells apart."""
        labels = {fact.name: fact.label for charter in reversed(self.charters) for fact in charter.facts}
        return tuple(
            Column(name, labels.get(name) or Text.same(name), states)
            for name, states in zip(self.names, self.states, strict=True)
        )

    def weights(self) -> tuple[int, Mapping[int, int]] | None:
        """For the one count of members: in how many ways members are in, out or unknown, for each of its states.

        None when the charter counts members in no way or in more than one.
        """
        members = [
            index
            for index, name in enumerate(self.names)
            for fact in self.charters[0].facts
            if fact.name == name
            and isinstance(fact, CountFact)
            and fact.of == "participations"
            and fact.where.member is True
            and fact.distinct == "party"
        ]
        whole = self.bases[0][self.names[members[0]]] if len(members) == 1 else None
        if not isinstance(whole, Range) or whole.high is None:
            return None
        (column,) = members
        n = whole.high
        ranges = [one for one in self.cut[self.names[column]] if isinstance(one, Range)]
        index_of = {
            (state.low, state.high): index
            for index, state in enumerate(self.states[column])
            if isinstance(state, Range)
        }

        def cell(number: int) -> Range:
            return next(one for one in reversed(ranges) if one.low <= number)

        weights: Counter[int] = Counter()
        for sure in range(n + 1):
            for unsure in range(n - sure + 1):
                ways = comb(n, sure) * comb(n - sure, unsure)
                weights[index_of[cell(sure).low, cell(sure + unsure).high]] += ways
        return column, weights


def merge(lines: Mapping[Place, Answers]) -> Merged:
    """The shortest table over many orders in which columns can be merged; the first of equals, so always the same."""
    codes = {answers: code for code, answers in enumerate(dict.fromkeys(lines.values()))}
    coded = {
        tuple(frozenset((index,)) for index in place): codes[answers] for place, answers in lines.items()
    }
    width = len(next(iter(lines), ()))
    orders = islice(permutations(range(width)), max(1, EFFORT // max(1, len(lines))))
    shortest = min((_merged(coded, order) for order in orders), key=len)
    named = tuple(codes)
    rows = sorted(shortest.items(), key=lambda item: tuple(tuple(sorted(one)) for one in item[0]))
    return {states: named[code] for states, code in rows}


_Coded: TypeAlias = dict[tuple[frozenset[int], ...], int]


def _merged(rows: _Coded, order: Sequence[int]) -> _Coded:
    """Join lines that differ in one column only, until no two do."""
    while True:
        before = len(rows)
        for column in order:
            groups: dict[tuple[object, ...], list[tuple[frozenset[int], ...]]] = {}
            for states, code in rows.items():
                groups.setdefault((*states[:column], *states[column + 1 :], code), []).append(states)
            rows = {
                (
                    *several[0][:column],
                    frozenset[int]().union(*(states[column] for states in several)),
                    *several[0][column + 1 :],
                ): rows[several[0]]
                for several in groups.values()
            }
        if len(rows) == before:
            return rows
