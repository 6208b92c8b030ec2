# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""From challenge to question to result to decision: what still lacks a step, and whether closing came too early.

A statement or decision stands until a later one of the same project replaces it; two of the same day that differ leave
it open. What is only absent is certain once somebody attests that its list is complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from ..records.projects import Project
from ..records.results import Disposition, LifecycleStage, ResearchQuestion, Result, Understanding, Verdict
from ..text import Text
from .definitions import DerivedFact, Evidence, Fact, Why
from .derivation import Derivation, Family, counting
from .involvement import unattested, unlisted
from .scene import Scene

_DOUBT: Final = (Why.CONTESTED, Why.NO_USERS)


# How one result stands


def delivered(project: Project, on: date) -> tuple[Result, ...]:
    """The results that were there by a day."""
    return tuple(one for one in project.results if one.on <= on)


def decisions_in_force(project: Project, result: str, on: date) -> tuple[Disposition, ...]:
    """What was last decided on a result by a day: one, none, or several of the same day that differ."""
    known = [one for one in project.dispositions if one.result == result and one.on <= on]
    last = max((one.on for one in known), default=None)
    alike: dict[tuple[Verdict, str, date | None], Disposition] = {}
    for one in known:
        if one.on == last:
            alike.setdefault((one.verdict, one.owner, one.until), one)
    return tuple(alike.values())


def decision_stands(
    several: tuple[Disposition, ...], on: date, *, dated: bool = True
) -> tuple[Why, Disposition | None]:
    """How the decision on a result stands on a day, and the record of it.

    Adopted, rejected and not needed are decisions alike (A36). A deferral counts while somebody owns it and its day has
    not passed; with ``dated`` it must have a day.
    """
    if not several:
        return Why.UNDECIDED, None
    if len(several) > 1:
        return Why.CONTESTED, several[0]
    (one,) = several
    if one.verdict is not Verdict.DEFERRED:
        return Why.DECIDED, one
    if not one.owner or (dated and one.until is None):
        return Why.NO_OWNER, one
    return (Why.DUE_AGAIN if one.until is not None and one.until < on else Why.DECIDED), one


def last_said(project: Project, result: str, user: str, scene: Scene) -> tuple[Understanding, ...]:
    """What a user last said of a result by the day; of several of one day, those that differ."""
    known = [
        one
        for one in project.understandings
        if one.result == result and one.on <= scene.on and scene.who(one.user)[0] == user
    ]
    last = max((one.on for one in known), default=None)
    return tuple({one.usable: one for one in known if one.on == last}.values())


@frozen
class UserStands:
    """Whether one intended user can work with a result: its id, its name, how it stands, and the record of it."""

    user: str
    name: str
    why: Why
    record: str


def users_stand(project: Project, result: Result, scene: Scene) -> Iterator[UserStands]:
    """How each intended user stands towards a result; nobody can say so for it, and receiving is not understanding."""
    for written in result.users:
        user, name = scene.who(written)
        said = last_said(project, result.id, user, scene)
        if not said:
            yield UserStands(user, name, Why.NOT_UNDERSTOOD, result.id)
        elif len(said) > 1:
            yield UserStands(user, name, Why.CONTESTED, said[0].record)
        else:
            (one,) = said
            yield UserStands(user, name, Why.UNDERSTOOD if one.usable else Why.NOT_USABLE, one.record)


def closing(project: Project, on: date) -> tuple[date, str] | None:
    """The day on which a project was closed and the record of it: its milestone, or else its last day once it came."""
    closed = [one for one in project.milestones if one.stage is LifecycleStage.CLOSED and one.on <= on]
    if closed:
        first = min(closed, key=lambda one: one.on)
        return first.on, first.record
    last = project.period.last
    return None if last is None or on < last else (last, project.id)


# What they share


class _Tally:
    """Sorts what is found: certain, possible, or looked at and fine."""

    def __init__(self, scene: Scene, project: Project, of: str, *kinds: str) -> None:
        # What is absent from the list `of` is certain when that is attested; any record of these kinds may be decisive.
        self.of = of
        self.listed = not unattested(scene, project, of)
        self.lacking: tuple[str, ...] = ()
        self.flawed = any(scene.flawed(kind, project.id) for kind in kinds)
        self.sure: list[Evidence] = []
        self.perhaps: list[Evidence] = []
        self.others: list[Evidence] = []

    def add(self, one: Evidence, *, absent: bool = False, doubtful: bool = False) -> None:
        """Count it: only possibly where it is doubtful, or absent from a list that nobody attests."""
        if absent and not self.listed:
            self.lacking = (self.of,)
        unsure = doubtful or self.flawed or (absent and not self.listed)
        (self.perhaps if unsure else self.sure).append(one)

    def keep(self, one: Evidence) -> None:
        """Not counted, unless a record that could not be read says otherwise."""
        (self.perhaps if self.flawed else self.others).append(one)

    def fact(
        self, definition: DerivedFact, open_: tuple[Why, ...] = (), of: str = "", *, due: bool = True
    ) -> Fact:
        """The count; ``open_`` is why there may be more of these than the list ``of`` holds."""
        lists = ((of,) if Why.LIST_INCOMPLETE in open_ else ()) + self.lacking
        return counting(
            definition,
            self.sure,
            self.perhaps,
            self.others,
            open_=open_,
            incomplete=dict.fromkeys(lists),
            due=due,
        )


def _more(scene: Scene, project: Project, of: str, kind: str, *, asked: bool) -> tuple[Why, ...]:
    """Why there may be more of these than are listed; whether the list is complete matters once that is asked."""
    whys = unlisted(scene, project, of, kind)
    return whys if asked else tuple(why for why in whys if why is Why.FLAWED_RECORD)


def _titled(title: Text, name: str) -> Text:
    return Text(f"{title.nl} ({name})", f"{title.en} ({name})")


# Challenge and research question (R-TRL-01)


def challenges_without_research_question(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The challenges that nobody has put as a research question yet (S93)."""
    tally = _Tally(scene, project, "research_questions", "research_question")
    challenges = [one for one in project.challenges if one.on is None or one.on <= scene.on]
    for one in challenges:
        asked = [question for question in project.research_questions if question.challenge == one.id]
        dated = [question for question in asked if question.on is not None and question.on <= scene.on]
        undated = [question for question in asked if question.on is None]
        if dated:
            tally.keep(Evidence(dated[0].id, one.id, one.text.nl, Why.COUNTED, dated[0].on, title=one.text))
        elif undated:
            why = Evidence(undated[0].id, one.id, one.text.nl, Why.UNDATED, title=one.text)
            tally.add(why, doubtful=True)
        else:
            why = Evidence(one.id, one.id, one.text.nl, Why.NOT_TRANSLATED, one.on, title=one.text)
            tally.add(why, absent=True, doubtful=one.on is None)
    open_ = _more(scene, project, "challenges", "challenge", asked=bool(challenges))
    return tally.fact(definition, open_, "challenges", due=bool(challenges))


def _useful(definition: DerivedFact, scene: Scene, one: ResearchQuestion, holder: str) -> tuple[Why, bool]:
    """Whether both sides confirm the use of a question, and whether that may be so for all we know."""
    parties = [scene.who(written)[0] for written in one.useful_to]
    kinds = definition.where.kind
    research = [party for party in parties if party != holder]
    known = {party: scene.kind(party) for party in research}
    if holder in parties and any(not kinds or known[party] in kinds for party in research):
        return Why.USEFUL, False
    perhaps = holder in parties and any(not known[party] for party in research)
    return Why.USE_UNCONFIRMED, perhaps


def questions_not_useful_to_both(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The research questions that are not confirmed to be of use to both the holder and a researcher (R-TRL-01).

    ``where.kind`` says which kinds of organisation are on the side of research; without it, anybody but the holder is.
    """
    tally = _Tally(scene, project, "research_questions", "research_question")
    holders = {one.id: scene.who(one.holder)[0] for one in project.challenges}
    questions = [one for one in project.research_questions if one.on is None or one.on <= scene.on]
    for one in questions:
        why, perhaps = _useful(definition, scene, one, holders.get(one.challenge, ""))
        found = Evidence(one.id, one.id, one.text.nl, why, one.on, title=one.text)
        if why is Why.USEFUL:
            tally.keep(found)
        else:
            tally.add(found, absent=True, doubtful=perhaps or one.challenge not in holders or one.on is None)
    open_ = _more(scene, project, "research_questions", "research_question", asked=bool(questions))
    return tally.fact(definition, open_, "research_questions", due=bool(questions))


# Results (R-TRL-02)


def results_not_understood(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The delivered results that some intended user has not confirmed it can use; *not needed* is accepted (S97)."""
    tally = _Tally(scene, project, "understandings", "understanding", "disposition")
    results = delivered(project, scene.on)
    for one in results:
        in_force = decisions_in_force(project, one.id, scene.on)
        waived = [each for each in in_force if each.verdict is Verdict.NOT_NEEDED]
        if waived and len(in_force) == 1:
            tally.keep(
                Evidence(waived[0].record, one.id, one.title.nl, Why.DECIDED, waived[0].on, title=one.title)
            )
            continue
        if not one.users:
            found = Evidence(one.id, one.id, one.title.nl, Why.NO_USERS, one.on, title=one.title)
            tally.add(found, doubtful=True)
        for each in users_stand(project, one, scene):
            found = Evidence(
                each.record, one.id, one.title.nl, each.why, one.on, title=_titled(one.title, each.name)
            )
            if each.why is Why.UNDERSTOOD:
                tally.keep(found)
            else:
                doubtful = bool(waived) or each.why in _DOUBT
                tally.add(found, absent=each.why is Why.NOT_UNDERSTOOD, doubtful=doubtful)
    return _of_results(definition, scene, project, tally, results)


def results_without_decision(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The delivered results without a decision in force; a reasoned no is a decision (R-TRL-02, A36)."""
    tally = _Tally(scene, project, "dispositions", "disposition")
    results = delivered(project, scene.on)
    for one in results:
        _judge(tally, one, *decision_stands(decisions_in_force(project, one.id, scene.on), scene.on))
    return _of_results(definition, scene, project, tally, results)


def _judge(tally: _Tally, result: Result, why: Why, record: Disposition | None) -> None:
    found = Evidence(
        result.id if record is None else record.record,
        result.id,
        result.title.nl,
        why,
        result.on if record is None else record.on,
        title=result.title,
    )
    if why is Why.DECIDED:
        tally.keep(found)
    else:
        tally.add(found, absent=why is Why.UNDECIDED, doubtful=why in _DOUBT)


def _of_results(
    definition: DerivedFact,
    scene: Scene,
    project: Project,
    tally: _Tally,
    results: tuple[Result, ...],
) -> Fact:
    asked = bool(results) or closing(project, scene.on) is not None
    open_ = _more(scene, project, "results", "result", asked=asked)
    return tally.fact(definition, open_, "results", due=bool(results))


def results_without_action(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The adopted results that no recorded action is linked to; an action counts for its own result only (S98)."""
    tally = _Tally(scene, project, "actions", "action", "disposition")
    adopted: list[Result] = []
    for one in delivered(project, scene.on):
        in_force = decisions_in_force(project, one.id, scene.on)
        if not any(each.verdict is Verdict.ADOPTED for each in in_force):
            continue
        adopted.append(one)
        linked = [each for each in project.actions if each.result == one.id]
        taken = [each for each in linked if each.on is not None and each.on <= scene.on]
        undated = [each for each in linked if each.on is None]
        if taken:
            tally.keep(Evidence(taken[0].id, one.id, taken[0].title.nl, Why.COUNTED, title=taken[0].title))
        elif undated:
            found = Evidence(undated[0].id, one.id, one.title.nl, Why.UNDATED, title=one.title)
            tally.add(found, doubtful=True)
        else:
            found = Evidence(one.id, one.id, one.title.nl, Why.NO_ACTION, one.on, title=one.title)
            tally.add(found, absent=True, doubtful=len(in_force) > 1)
    return tally.fact(definition, due=bool(adopted))


# Closing (R-TRL-03)


def closed_before_decisions(definition: DerivedFact, scene: Scene, project: Project) -> Fact:
    """The results that were not decided on when the project was closed, judged on that day; a deferral has an owner.

    What was decided afterwards does not undo that it was closed at the report (S99).
    """
    closed = closing(project, scene.on)
    unread = (Why.FLAWED_RECORD,) if scene.flawed("milestone", project.id) else ()
    if closed is None:
        return counting(definition, (), open_=unread, due=bool(unread))
    day, record = closed
    tally = _Tally(scene, project, "dispositions", "disposition", "milestone")
    for one in delivered(project, scene.on):
        if one.on <= day:
            _judge(tally, one, *decision_stands(decisions_in_force(project, one.id, day), day, dated=False))
        else:
            tally.others.append(Evidence(one.id, one.id, one.title.nl, Why.NOT_YET, one.on, title=one.title))
    tally.others.append(Evidence(record, project.id, project.title.nl, Why.CLOSED, day, title=project.title))
    open_ = (*_more(scene, project, "results", "result", asked=True), *unread)
    return tally.fact(definition, open_, "results")


OF_PROJECT: Final[tuple[Derivation[Project], ...]] = (
    Derivation(
        "challenges_without_research_question",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal opgaven zonder onderzoeksvraag",
            "the number of challenges without a research question",
        ),
        Text(
            "Opgaven van een partij die niemand nog als onderzoeksvraag heeft gesteld. Een vraag zonder datum laat "
            "het open; zonder bevestiging dat de lijst van onderzoeksvragen compleet is, ook.",
            "Challenges of a party that nobody has put as a research question yet. A question without a date leaves "
            "it open, and so does a list of research questions that nobody attests to be complete.",
        ),
        ("R-TRL-01", "S93"),
        challenges_without_research_question,
    ),
    Derivation(
        "questions_not_useful_to_both",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal onderzoeksvragen waarvan het nut niet voor beide kanten is bevestigd",
            "the number of research questions not confirmed to be of use to both sides",
        ),
        Text(
            "Onderzoeksvragen waarvan niet zowel wie de opgave inbracht als een partij aan de kant van het "
            "onderzoek zelf bevestigt dat ze nuttig zijn. Met ‘where.kind’ zegt een overeenkomst welke soorten "
            "organisaties aan de kant van het onderzoek staan; anders is dat ieder ander dan de inbrenger.",
            "Research questions of which not both the holder of the challenge and a party on the side of research "
            "confirm themselves that they are of use. With “where.kind” a charter says which kinds of organisation "
            "are on the side of research; otherwise anybody but the holder is.",
        ),
        ("R-TRL-01", "S93"),
        questions_not_useful_to_both,
        takes=("where",),
    ),
    Derivation(
        "results_not_understood",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal resultaten waarmee niet elke gebruiker uit de voeten kan",
            "the number of results that not every user can use",
        ),
        Text(
            "Opgeleverde resultaten waarvan niet elke beoogde gebruiker zelf heeft bevestigd dat hij ermee uit de "
            "voeten kan. Ontvangen is niet begrijpen. Een besluit dat vertalen niet nodig is, telt als antwoord; is "
            "niet bekend voor wie het resultaat is, dan blijft het open.",
            "Delivered results of which not every intended user has confirmed that it can work with them. To "
            "receive is not to understand. A decision that no translation is needed counts as an answer; when it is "
            "not known whom the result is for, it stays open.",
        ),
        ("R-TRL-02", "S96", "S97"),
        results_not_understood,
    ),
    Derivation(
        "results_without_decision",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal resultaten zonder geldend besluit",
            "the number of results without a decision in force",
        ),
        Text(
            "Opgeleverde resultaten waarover niets is besloten. Overnemen, afwijzen en niet nodig vinden zijn alle "
            "drie een besluit, met wie, wanneer en waarom. Uitstel telt alleen met een eigenaar en een datum, tot "
            "en met die datum.",
            "Delivered results on which nothing was decided. Adopted, rejected and not needed are each a decision, "
            "with who, when and why. A deferral counts only with an owner and a date, through that date.",
        ),
        ("R-TRL-02", "S98", "A36"),
        results_without_decision,
    ),
    Derivation(
        "results_without_action",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal overgenomen resultaten zonder beleidsactie",
            "the number of adopted results without a policy action",
        ),
        Text(
            "Resultaten die zijn overgenomen en waaraan geen beleidsactie is gekoppeld. Alleen een actie die aan "
            "het resultaat zelf is gekoppeld, telt.",
            "Results that were adopted and to which no policy action is linked. Only an action that is linked to "
            "the result itself counts.",
        ),
        ("R-TRL-02", "S98", "A36"),
        results_without_action,
    ),
    Derivation(
        "closed_before_decisions",
        Family.TRANSLATION,
        "count",
        Text(
            "het aantal resultaten waarover bij het afsluiten niet was besloten",
            "the number of results that were not decided on at the closing",
        ),
        Text(
            "Resultaten die waren opgeleverd toen het project werd afgesloten en waarover toen niets was besloten. "
            "Beoordeeld op de dag van afsluiten (de vastgelegde mijlpaal, anders de laatste dag van het project); "
            "uitstel telt met een eigenaar. Wat later is besloten, verandert dit niet.",
            "Results that had been delivered when the project was closed and on which nothing had been decided by "
            "then. Judged on the day of closing (the recorded milestone, or else the last day of the project); a "
            "deferral counts with an owner. What was decided later does not change this.",
        ),
        ("R-TRL-03", "S99", "S100", "A36"),
        closed_before_decisions,
    ),
)
