# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole agreement in Python, and projects under it: what the tests of deciding share.

Five knowledge partners (or four, six, seven), the rule of thumb *three of the five*, three main themes, a signature and
a headline over both; written from the decision table and apart from any agreement the library brings along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from kennisstad_core.charter import (
    Answer,
    Answers,
    Charter,
    Charters,
    Choosing,
    Clause,
    Force,
    Outcome,
    Question,
    Reading,
    Standing,
    Theme,
    Weight,
    Word,
)
from kennisstad_core.conditions import All, Compare, CompareShare, Judged, Relation
from kennisstad_core.facts import CountFact, FactDefinition, JudgementFact, Option, Selection
from kennisstad_core.records import (
    Admission,
    Benefit,
    Certainty,
    Completeness,
    Departure,
    ExternalParty,
    Firmness,
    Judgement,
    Membership,
    Participation,
    Partner,
    Person,
    Project,
    Register,
    Source,
    Unit,
)
from kennisstad_core.text import Text
from kennisstad_core.values import ALWAYS, Period, Share
from oracle import IN, OUT, POSSIBLE, Case

ON: Final = date(2025, 6, 1)
JUDGED_ON: Final = date(2025, 1, 15)
TERM: Final = Period(date(2023, 1, 1), date(2027, 12, 31))
JUDGE: Final = Person("A. de Vries", "programme manager", "steering group, 2023-02-01")
INVOLVED: Final = frozenset(("lead", "executing", "in-kind", "funding"))
SOURCE: Final = Source("interview-2023", "S78")

UL, HL, NAT, MBO, GL = "ul", "hl", "nat", "mbo", "gl"
FIVE: Final = (UL, HL, NAT, MBO, GL)
SEVEN: Final = (*FIVE, "m6", "m7")

PARTNERS: Final = {
    UL: Partner(
        UL,
        "Universiteit Leiden",
        kind="university",
        aliases=("Leiden University", "RUL"),
        units=(
            Unit("ul-law", "Faculteit der Rechtsgeleerdheid", aliases=("Leiden Law School",)),
            Unit("ul-archaeology", "Faculteit der Archeologie"),
        ),
    ),
    HL: Partner(HL, "Hogeschool Leiden", kind="university-of-applied-sciences"),
    NAT: Partner(NAT, "Naturalis Biodiversity Center", kind="research-museum", aliases=("Naturalis",)),
    MBO: Partner(MBO, "mboRijnland", kind="vocational-education"),
    GL: Partner(GL, "Gemeente Leiden", kind="municipality"),
    "m6": Partner("m6", "Zesde lid", kind="university"),
    "m7": Partner("m7", "Zevende lid", kind="university"),
}
POLICE: Final = ExternalParty("pol", "Politie", kind="police")
EXTERNALS: Final = (POLICE, ExternalParty("ext2", "Tweede partij"), ExternalParty("ext3", "Derde partij"))


def both(nl: str, en: str) -> Text:
    return Text(nl=nl, en=en)


FACTS: Final[tuple[FactDefinition, ...]] = (
    CountFact("members", both("het aantal partners", "the number of members"), of="memberships"),
    CountFact(
        "members_involved",
        both("het aantal betrokken partners", "the number of members involved"),
        where=Selection(member=True, role=INVOLVED),
    ),
    CountFact(
        "members_involved_beyond_paying",
        both("het aantal partners dat meer doet dan betalen", "the number of members that do more than pay"),
        where=Selection(member=True, role=INVOLVED - {"funding"}),
    ),
    CountFact(
        "organisations",
        both("het aantal betrokken organisaties", "the number of organisations involved"),
        where=Selection(role=INVOLVED),
    ),
    JudgementFact(
        "theme_fit",
        both("de thematische aansluiting", "the theme fit"),
        (
            Option("within", both("binnen de thema’s", "within the themes")),
            Option("partial", both("deels binnen de thema’s", "partly within the themes")),
            Option("wholly-outside", both("volstrekt buiten de thema’s", "wholly outside the themes")),
        ),
        per_theme=True,
    ),
    JudgementFact(
        "profile",
        both("goed voor het profiel van de stad", "good for the profile of the city"),
        (Option("good", both("goed", "good")), Option("not-good", both("niet goed", "not good"))),
    ),
    CountFact("admissions", both("het aantal toelatingen", "the number of admissions"), of="admissions"),
    CountFact(
        "city_benefits",
        both("het aantal genoemde opbrengsten voor de stad", "the number of stated benefits for the city"),
        of="benefits",
        where=Selection(side=["city"]),
    ),
)

THEME_OK: Final = Judged("theme_fit", ["within", "partial"])
THREE: Final = Compare("members_involved", Relation.AT_LEAST, 3)
PAYING: Final = Reading(
    "paying-only-does-not-count",
    both("alleen betalen telt niet mee", "paying only does not count"),
    Compare("members_involved_beyond_paying", Relation.AT_LEAST, 3),
)


def _clause(
    name: str, nl: str, en: str, condition: Judged | Compare | All, force: Force = Force.RULE_OF_THUMB
) -> Clause:
    return Clause(name, both(nl, en), both(f"{nl}.", f"{en}."), condition, force=force, source=SOURCE)


def _threshold(threshold: int | None, standing: Standing) -> Clause:
    """*Three of five* as stated, or, when no number is stated, three readings that must agree (A07)."""
    asked = 3 if threshold is None else threshold
    agree = (
        Reading(
            "proportional",
            both("naar verhouding: drie vijfde", "proportional: three fifths"),
            CompareShare("members_involved", Relation.AT_LEAST, Share.parse("60%"), "members"),
            Weight.DECISIVE,
        ),
        Reading(
            "majority",
            both("de meerderheid", "the majority"),
            CompareShare("members_involved", Relation.MORE_THAN, Share.parse("1/2"), "members"),
            Weight.DECISIVE,
        ),
    )
    paying = Reading(
        PAYING.id, PAYING.title, Compare("members_involved_beyond_paying", Relation.AT_LEAST, asked)
    )
    return Clause(
        "three-of-five",
        both("Minstens drie van de vijf", "At least three of five"),
        both(
            "Er doen minstens drie van de vijf partners mee.", "At least three of the five members take part."
        ),
        Compare("members_involved", Relation.AT_LEAST, asked),
        source=SOURCE,
        readings=(paying,) if threshold is not None else (paying, *agree),
        standing=standing,
        admits_departure=True,
        chosen=Choosing("tests", both("zie A01", "see A01")),
    )


NOT_YET: Final = both("nog niet te zeggen", "cannot be said yet")
QUESTIONS: Final = (
    Question(
        "scope",
        both("Binnen het kader?", "Within the framework?"),
        Answers(
            both("binnen het kader", "inside"),
            both("buiten het kader", "outside"),
            NOT_YET,
            both("binnen het kader door een afwijking", "inside by departure"),
        ),
        ("within-themes", "three-of-five"),
    ),
    Question(
        "signature",
        both("De signatuur van de stad?", "The signature of the city?"),
        Answers(both("ja", "yes"), both("nee", "no"), NOT_YET),
        ("collaboration", "good-for-profile"),
    ),
    Question(
        "engagement",
        both("Actieve inzet?", "Active engagement?"),
        Answers(
            both("mogelijk", "possible"),
            both("niet actief", "not active"),
            NOT_YET,
        ),
        ("within-themes",),
    ),
    Question(
        "name",
        both("Draagt het de naam?", "Does it carry the name?"),
        Answers(both("ja", "yes"), both("nee", "no"), NOT_YET),
        any_of=("scope", "signature"),
    ),
)
OUTCOMES: Final = (
    Outcome("in-framework", both("binnen het kader", "in the framework"), {"scope": Answer.MET}),
    Outcome(
        "signature-only",
        both("alleen de signatuur", "signature only"),
        {"scope": Answer.NOT_MET, "signature": Answer.MET},
    ),
    Outcome(
        "not-kennisstad",
        both("geen Kennisstad", "not Kennisstad"),
        {"scope": Answer.NOT_MET, "signature": Answer.NOT_MET},
    ),
)


def clauses(threshold: int | None = 3, standing: Standing = Standing.IN_FORCE) -> tuple[Clause, ...]:
    three = _threshold(threshold, standing)
    return (
        _clause("within-themes", "Binnen de thema’s", "Within the themes", THEME_OK),
        three,
        _clause(
            "collaboration",
            "Er wordt samengewerkt",
            "There is collaboration",
            Compare("organisations", Relation.AT_LEAST, 2),
        ),
        _clause(
            "good-for-profile", "Goed voor het profiel", "Good for the profile", Judged("profile", ["good"])
        ),
        _clause(
            "no-admission",
            "Geen toelatingsbesluit vastgelegd",
            "No admission decision recorded",
            Compare("admissions", Relation.EXACTLY, 0),
            Force.REMARK,
        ),
        _clause(
            "partly-on-theme",
            "Raakt de thema’s deels",
            "Partly on theme",
            Judged("theme_fit", ["partial"]),
            Force.REMARK,
        ),
        _clause(
            "not-good-yet-inside",
            "Binnen het kader en toch niet goed voor het profiel",
            "Inside, yet judged not good for the profile",
            All((THEME_OK, three.condition, Judged("profile", ["not-good"]))),
            Force.REMARK,
        ),
        _clause(
            "no-city-benefit",
            "Geen opbrengst voor de stad genoemd",
            "No benefit for the city stated",
            Compare("city_benefits", Relation.EXACTLY, 0),
            Force.REMARK,
        ),
        _clause(
            "no-member",
            "Geen enkele partner betrokken",
            "No member involved",
            Compare("members_involved", Relation.EXACTLY, 0),
            Force.REMARK,
        ),
    )


def agreement(
    members: Sequence[str] = FIVE,
    *,
    threshold: int | None = 3,
    standing: Standing = Standing.IN_FORCE,
    id: str = "charter-2023",  # noqa: A002 - named as the field it fills
    period: Period = TERM,
    memberships: Iterable[Membership] | None = None,
) -> Charter:
    """The agreement among these members; no ``threshold`` means that it states none."""
    return Charter(
        id,
        Text.same("Leiden Kennisstad"),
        both("Samenwerkingsovereenkomst", "Collaboration agreement"),
        period,
        partners=[PARTNERS[one] for one in members],
        memberships=[Membership(one) for one in members] if memberships is None else memberships,
        themes=(
            Theme("health", both("gezondheid & welzijn", "health & wellbeing")),
            Theme("biodiversity", both("biodiversiteit", "biodiversity")),
            Theme("heritage", both("cultureel erfgoed & collecties", "cultural heritage & collections")),
        ),
        bodies=(Word("core", both("kernorganisatie", "core organisation")),),
        facts=FACTS,
        clauses=clauses(threshold, standing),
        questions=QUESTIONS,
        outcomes=OUTCOMES,
    )


def judgement(fact: str, verdict: str, *, theme: str = "", on: date = JUDGED_ON) -> Judgement:
    return Judgement(fact, verdict, JUDGE, on, theme=theme)


def project(
    parties: Iterable[str | Participation] = (),
    *,
    fit: str | None = None,
    theme: str = "",
    profile: str | None = None,
    complete: bool = True,
    departures: Iterable[Departure] = (),
    admissions: Iterable[Admission] = (),
    benefits: Iterable[Benefit] = (),
    id: str = "p",  # noqa: A002 - named as the field it fills
) -> Project:
    """A project in which these parties execute, unless a participation says otherwise."""
    judged = [
        *([] if fit is None else [judgement("theme_fit", fit, theme=theme)]),
        *([] if profile is None else [judgement("profile", profile)]),
    ]
    return Project(
        id,
        Text.same("Project"),
        participations=[one if isinstance(one, Participation) else executing(one) for one in parties],
        judgements=judged,
        completeness=[Completeness(JUDGE, JUDGED_ON)] if complete else [],
        departures=departures,
        admissions=admissions,
        benefits=benefits,
    )


def executing(
    party: str = "",
    *,
    named: str = "",
    period: Period = ALWAYS,
    stage: Firmness = Firmness.ACTIVE,
    certainty: Certainty = Certainty.CERTAIN,
    confirmed_on: date | None = None,
    id: str = "",  # noqa: A002 - named as the field it fills
) -> Participation:
    """A participation in the most ordinary of the roles that count."""
    return Participation(party, "executing", named, period, stage, confirmed_on, certainty, id)


def departure(clause: str = "three-of-five", on: date = JUDGED_ON) -> Departure:
    return Departure(clause, "steering-group", JUDGE, on, "two members carry it for all")


def register(*projects: Project) -> Register:
    return Register(projects, EXTERNALS)


_AGREEMENTS: Final[dict[tuple[int, int | None], Charters]] = {}


def charters_for(case: Case) -> Charters:
    """The agreement a case of the oracle is under, one object for alike cases."""
    key = len(case.members), case.threshold
    held = _AGREEMENTS.get(key)
    if held is None:
        held = _AGREEMENTS[key] = Charters((agreement(SEVEN[: key[0]], threshold=key[1]),))
    return held


def project_for(case: Case) -> Project:
    """The records that say what a case of the oracle says."""
    places: list[str | Participation] = []
    for index, (member, stand) in enumerate(zip(SEVEN, case.members, strict=False)):
        if stand == POSSIBLE and index % 2:
            # There are two ways to be possible: it is not certain that they take part, or in which role.
            places.append(Participation(member))
        elif stand != OUT:
            role = "funding" if index in case.paying_only else "executing"
            certainty = Certainty.CERTAIN if stand == IN else Certainty.UNCERTAIN
            places.append(Participation(member, role, certainty=certainty))
    return project(
        (*places, *(one.id for one in EXTERNALS[: case.externals])),
        fit=case.fit,
        profile=None if case.good is None else "good" if case.good else "not-good",
        complete=case.complete,
        departures=(departure(),) if case.departure else (),
    )


FACT_OF_NEED: Final[Mapping[str, str]] = {
    "participants": "members_involved",
    "organisations": "organisations",
    "theme": "theme_fit",
    "profile": "profile",
    "reading": "three-of-five",
}
