# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is hashed: a charter version and a record, each as plain data, as they stood on the day of the receipt.

What happened after that day is left out: that a version, a membership, a seat, a participation or a project came to an
end later, and who became a member later. So an amendment changes nothing about a receipt from before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from ..canonical import digest
from ..charter import Charter
from ..files.codec import unstructure
from ..files.shapes import OWN, RECORDS
from ..records.alignment import HolderStatement, Interest, InterestResponse, InterestTranslation, Visibility
from ..records.bodies import Seat
from ..records.funding import Contribution
from ..records.judgements import Admission, Benefit, Completeness, Departure, GivenValue, Judgement
from ..records.projects import Firmness, Participation, Project
from ..records.register import Register

PARTIES: Final = "external_parties"
_ENDING: Final = (Participation, Project, Seat)
"""Records that end by getting a last day, which says nothing of the days before it."""
_NUMBERED: Final = ("/admissions", "/benefits")
_HEADING: Final = "heading"
_MEMBERS: Final = "members"


# A version of the charter


def charter_content(charter: Charter, until: date) -> dict[str, Any]:
    """A version as plain data, as it stood on a day."""
    begun = {one.partner for one in charter.memberships if _begun(one.period.first, until)}
    later = {one.partner for one in charter.memberships} - begun
    known = evolve(
        charter,
        partners=[one for one in charter.partners if one.id not in later],
        memberships=[one for one in charter.memberships if _begun(one.period.first, until)],
    )
    tree: dict[str, Any] = unstructure(known)
    _reopen(tree, until)
    for one in tree.get("memberships", ()):
        _reopen(one, until)
    return tree


def provisions(content: Mapping[str, Any]) -> dict[str, Any]:
    """A version in the parts that are hashed one by one: each clause, fact, question and outcome; the members."""
    parts: dict[str, Any] = {_HEADING: {}}
    for name, value in content.items():
        if name == "memberships":
            parts[_MEMBERS] = value
        elif isinstance(value, Sequence) and not isinstance(value, str) and name != "sources":
            for one in value:
                parts[f"{name}/{one['name' if name == 'facts' else 'id']}"] = one
        else:
            parts[_HEADING][name] = value
    return parts


def _begun(first: date | None, until: date) -> bool:
    return first is None or first <= until


def _reopen(tree: dict[str, Any], until: date) -> None:
    """Leave out a last day that had not come yet."""
    if "last" in tree and date.fromisoformat(tree["last"]) > until:
        del tree["last"]


# A record


@frozen
class Filed:
    """A record with the table it stands in, the project it belongs to if any, and the id it goes by in findings."""

    table: str
    project: str
    id: str
    record: object
    hidden: bool = False
    """Whether it was told in confidence, or says something of what was."""

    def later_than(self, until: date) -> bool:
        """Whether it is of after a day, and was no part of what was known on it."""
        one = self.record
        days = [getattr(one, "on", None)]
        if isinstance(one, Participation):
            days += [one.period.first, one.confirmed_on]
        elif isinstance(one, Seat):
            days.append(one.period.first)
        return any(isinstance(day, date) and day > until for day in days)

    def content(self, until: date) -> dict[str, Any]:
        """The record as plain data, as it stood on a day; of a project its own fields, without its records."""
        tree: dict[str, Any] = unstructure(self.record)
        if isinstance(self.record, Project):
            tree = {name: value for name, value in tree.items() if name not in RECORDS}
        if isinstance(self.record, _ENDING):
            ended = "last" in tree
            _reopen(tree, until)
            if ended and "last" not in tree and tree.get("stage") == Firmness.ENDED.value:
                del tree["stage"]
        return tree

    def hashed(self, until: date) -> str:
        """The hash of the record as it stood on a day."""
        return digest(self.content(until))


def _in_confidence(record: object) -> bool:
    return isinstance(record, Interest | HolderStatement) and record.visibility is Visibility.CONFIDENTIAL


class Shelf:
    """The records of a register by the names under which evidence calls them."""

    def __init__(self, register: Register, projects: Iterable[Project]) -> None:
        self._named: dict[str, list[Filed]] = {}
        for table in OWN:
            for position, one in enumerate(getattr(register, table)):
                self._put(table, "", one, position, hidden=_in_confidence(one))
        for project in projects:
            self._put_project(project)
        self.confidential: frozenset[str] = frozenset(
            name for name, several in self._named.items() if any(one.hidden for one in several)
        )
        """The names of what was told in confidence, and of everything said back to it."""

    def find(self, name: str) -> tuple[Filed, ...]:
        """The records that go by a name; none for what is no record, such as a month without a meeting."""
        found = self._named.get(name)
        if found is None:
            # Numbered among those that counted, or of a body or declaration: whichever it is, it is one of these.
            several, _, number = name.rpartition("/")
            if several.endswith(_NUMBERED) and number.isdigit():
                found = self._named.get(several)
            elif "/departure/" in name:
                found = self._named.get(f"departure/{number}")
        return tuple(found or ())

    def _put(self, table: str, project: str, record: object, position: int, *, hidden: bool) -> None:
        names = tuple(_names(table, project, record, position))
        filed = Filed(table, project, names[0], record, hidden)
        for name in dict.fromkeys(names):
            self._named.setdefault(name, []).append(filed)

    def _put_project(self, project: Project) -> None:
        self._put("projects", project.id, project, 0, hidden=False)
        names = {True: set[str](), False: set[str]()}
        for one in project.interests:
            names[_in_confidence(one)] |= {one.record, one.id}
        told = names[False] - names[True]
        for table in RECORDS:
            for position, one in enumerate(getattr(project, table)):
                match one:
                    case Participation():
                        self._put_participation(project, one, position)
                    case InterestResponse() | InterestTranslation():
                        # An answer to what is not on record may be to something told in confidence.
                        self._put(table, project.id, one, position, hidden=one.interest not in told)
                    case _:
                        self._put(table, project.id, one, position, hidden=_in_confidence(one))

    def _put_participation(self, project: Project, one: Participation, position: int) -> None:
        filed = Filed("participations", project.id, project.records[position], one)
        self._named.setdefault(filed.id, []).append(filed)


def _names(table: str, project: str, record: object, position: int) -> Iterator[str]:
    """The names that evidence has for a record, the one it goes by first."""
    own: object = getattr(record, "id", "")
    if isinstance(own, str) and own:
        yield own
    made: object = getattr(record, "record", "")
    if isinstance(made, str) and made:
        yield made
    at = f"{project}/" if project else "partnership/"
    match record:
        case Judgement():
            yield f"{at}{record.fact}/{record.theme or 'overall'}/{record.on.isoformat()}"
        case GivenValue():
            yield f"{at}{record.fact}"
        case Departure():
            yield f"{at}departure/{record.clause}"
            if not project:
                yield f"departure/{record.clause}"
        case Contribution():
            yield f"{at}contributions/{position + 1}"
        case Admission():
            yield f"{at}admissions/{record.on.isoformat()}"
            yield f"{at}admissions"
        case Benefit():
            yield f"{at}benefit/{record.holder}"
            yield f"{at}benefits"
        case Seat():
            yield f"{record.body}/seat/{record.partner}"
        case Completeness():
            yield f"{at}complete/{record.of}/{record.on.isoformat()}"
        case _:
            yield f"{at}{table}/{position + 1}"
