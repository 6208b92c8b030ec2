# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a partnership aims at, declares and yields, laid side by side as of a day; nothing is scored or added up.

An aim shows the projects that say they contribute to it, and an indicator only when people adopted one (S103).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from .charter import Charter, Charters, in_force
from .desk import desk
from .facts import Reader
from .facts.declarations import has_list, indicators_of, is_adopted, signatures, stated
from .records.alignment import AgreementKind
from .records.declarations import Aim, Declaration, Indicator, Recognition
from .records.judgements import Benefit
from .records.projects import Project
from .records.register import Register
from .records.results import LifecycleStage
from .text import Text


class Names:
    """What parties, bodies and themes are called on a day; an id that nobody explains stands for itself."""

    def __init__(self, register: Register, charters: Charters | Charter, on: date) -> None:
        versions, charter = in_force(charters, on)
        bodies = () if charter is None else tuple((one.id, one.title) for one in charter.bodies)
        themes = () if charter is None else tuple((one.id, one.title) for one in charter.themes)
        self._bodies, self._themes = dict(bodies), dict(themes)
        self._reader: Reader | None = (
            None if charter is None else desk(versions).reader(charter, register, on)
        )

    def party(self, written: str) -> tuple[str, Text]:
        """The id of a party or body and what it is called."""
        found = None if self._reader is None else self._reader.find(written)
        if self._reader is None or found is None:
            return written, self._bodies.get(written) or Text.same(written)
        return found.id, Text.same(self._reader.name_of(found))

    def theme(self, theme: str) -> Text:
        """The title of a theme."""
        return self._themes.get(theme) or Text.same(theme)


# Aims


@frozen
class Contributing:
    """A project that says it contributes to an aim, and whether it runs on the day."""

    project: str
    title: Text
    running: bool


@frozen
class AimSeen:
    """An aim with its themes, who adopted it, the indicators adopted for it, and the projects that contribute.

    Without an indicator there is nothing to say of progress, and nothing is said.
    """

    aim: Aim
    adopted: bool
    adopted_by: tuple[Text, ...]
    themes: tuple[Text, ...]
    indicators: tuple[Indicator, ...]
    projects: tuple[Contributing, ...]


def aims_on(register: Register, charters: Charters | Charter, *, on: date) -> tuple[AimSeen, ...]:
    """Every aim as it stands on a day, by horizon; one that was adopted later is not there yet."""
    names = Names(register, charters, on)
    known = [one for one in register.aims if one.adopted_on is None or one.adopted_on <= on]
    return tuple(
        AimSeen(
            one,
            is_adopted(one, on),
            tuple(names.party(written)[1] for written in one.adopted_by),
            tuple(names.theme(theme) for theme in one.themes),
            indicators_of(register, one.id, on),
            tuple(
                Contributing(project.id, project.title, on in project.period)
                for project in register.projects
                if one.id in project.aims
            ),
        )
        for one in sorted(known, key=lambda aim: (aim.horizon or 0, aim.id))
    )


# Benefits


@frozen
class BenefitsSeen:
    """What is stated to be gained from one project, or from the whole, by side; each by its holder, never summed."""

    project: str
    title: Text
    sides: tuple[tuple[str, tuple[tuple[Text, Benefit], ...]], ...]


def benefits_on(register: Register, charters: Charters | Charter, *, on: date) -> tuple[BenefitsSeen, ...]:
    """The benefits stated by a day, of the partnership first and then project by project, by side."""
    names = Names(register, charters, on)
    versions, charter = in_force(charters, on)
    whole = (charter or versions.versions[-1]).partnership if len(versions) else Text.same(register.name)
    seen: list[BenefitsSeen] = []
    for project, title, benefits in (
        ("", whole, register.benefits),
        *((one.id, one.title, one.benefits) for one in register.projects),
    ):
        known = stated(benefits, on)
        sides = tuple(
            (side, tuple((names.party(one.holder)[1], one) for one in known if one.side == side))
            for side in sorted({one.side for one in known})
        )
        if sides:
            seen.append(BenefitsSeen(project, title, sides))
    return tuple(seen)


# Declarations and recognitions


@frozen
class Signed:
    """A signatory with its capacity, and whether it is on the list of who was to sign; none without a list."""

    party: str
    name: Text
    on: date
    capacity: str
    expected: bool | None


@frozen
class DeclarationSeen:
    """A declaration with who had signed it by a day and, where there is an explicit list, who on it had not."""

    declaration: Declaration
    theme: Text | None
    signatories: tuple[Signed, ...]
    listed: bool
    missing: tuple[tuple[str, Text], ...]


def declarations_on(
    register: Register, charters: Charters | Charter, *, on: date
) -> tuple[DeclarationSeen, ...]:
    """The declarations made by a day, oldest first; signing one makes nobody part of a project (A37)."""
    names = Names(register, charters, on)
    return tuple(_declaration(one, register, names, on) for one in register.declarations if one.on <= on)


def _declaration(one: Declaration, register: Register, names: Names, on: date) -> DeclarationSeen:
    listed = has_list(one, on)
    expected = {names.party(written)[0]: names.party(written)[1] for written in one.expected}
    signatories: list[Signed] = []
    for each in signatures(register, one.id, on):
        party, name = names.party(each.party)
        signatories.append(Signed(party, name, each.on, each.capacity, party in expected if listed else None))
    signed = {each.party for each in signatories}
    return DeclarationSeen(
        one,
        names.theme(one.theme) if one.theme else None,
        tuple(signatories),
        listed,
        tuple((party, name) for party, name in expected.items() if party not in signed) if listed else (),
    )


def recognitions_on(register: Register, *, on: date) -> tuple[Recognition, ...]:
    """The titles and prizes given by a day; one with a year alone counts from that year on."""
    return tuple(
        one
        for one in register.recognitions
        if (one.on is None or one.on <= on) and (one.year is None or one.year <= on.year)
    )


# The stages of a project


@frozen
class Event:
    """Something that happened in the life of a project: the stage it belongs to, the record of it, and its day, if any.

    ``stated`` says that somebody recorded it as a milestone; otherwise it follows from the record.
    """

    on: date | None
    stage: LifecycleStage
    record: str
    title: Text
    who: Text | None = None
    stated: bool = False


def timeline(
    register: Register, charters: Charters | Charter, project: str, *, on: date
) -> tuple[Event, ...]:
    """The life of a project up to a day, from idea to closing: milestones, and the records that mark a stage (S100).

    Oldest first; what has no date comes last. Interests are not in it: some are confidential.

    Raises:
        KeyError: when the register has no such project.
    """
    found = [one for one in _events(register[project], Names(register, charters, on)) if _there(one, on)]
    stages = list(LifecycleStage)
    return tuple(
        sorted(
            found, key=lambda one: (one.on is None, one.on or date.min, stages.index(one.stage), one.record)
        )
    )


def _there(one: Event, on: date) -> bool:
    return one.on is None or one.on <= on


def _events(project: Project, names: Names) -> Iterator[Event]:
    stage = LifecycleStage
    results = {one.id: one.title for one in project.results}
    stated_stages = {one.stage for one in project.milestones}
    for mile in project.milestones:
        marked = None if mile.by is None else Text.same(str(mile.by))
        yield Event(mile.on, mile.stage, mile.record, project.title, marked, stated=True)
    for challenge in project.challenges:
        yield Event(challenge.on, stage.IDEA, challenge.id, challenge.text, names.party(challenge.holder)[1])
    for question in project.research_questions:
        yield Event(question.on, stage.IDEA, question.id, question.text)
    for agreement in project.agreements:
        if agreement.kind is AgreementKind.COLLABORATION:
            yield Event(agreement.on, stage.ALIGNED, agreement.record, project.title)
    if project.period.first is not None and stage.STARTED not in stated_stages:
        yield Event(project.period.first, stage.STARTED, project.id, project.title)
    for result in project.results:
        yield Event(result.on, stage.DELIVERED, result.id, result.title)
    for said in project.understandings:
        if said.usable and said.result in results:
            user = names.party(said.user)[1]
            yield Event(said.on, stage.TRANSLATED, said.record, results[said.result], user)
    for decision in project.dispositions:
        if decision.result in results:
            judge = Text.same(str(decision.by))
            yield Event(decision.on, stage.DECIDED, decision.record, results[decision.result], judge)
    for action in project.actions:
        doer = names.party(action.party)[1] if action.party else None
        yield Event(action.on, stage.DECIDED, action.id, action.title, doer)
    if project.period.last is not None and stage.CLOSED not in stated_stages:
        yield Event(project.period.last, stage.CLOSED, project.id, project.title)
