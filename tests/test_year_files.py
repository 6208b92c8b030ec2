# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a year leaves in files: every table read, every name that leads nowhere said, clauses that fit their facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import kennisstad_core as kc
from fixtures_files import REGISTER, WATERSTAD, Folder, brief, in_folder
from kennisstad_core.charter import Subject
from kennisstad_core.facts import DERIVATIONS
from kennisstad_core.files.loading import load_charters, read_charters, read_register
from kennisstad_core.files.shapes import OWN, RECORDS, SHARED, TABLES
from kennisstad_core.records import Meeting, MeetingStatus

AGENDA = '[[agenda]]\nid = "news"\ntitle = { nl = "nieuw", en = "new" }\nkind = "new"\n'
BY = "by = { name = 'A. de Vries', role = 'broker' }\n"
DAY = "on = 2024-03-01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return in_folder(tmp_path)


def problems(folder: Folder, text: str) -> list[str]:
    home = folder({"charter.toml": WATERSTAD + AGENDA, "register.toml": REGISTER + text})
    return brief(read_register(home)[1])


SOUND: dict[str, str] = {
    "a seat": "[[seats]]\nbody = 'table'\npartner = 'uni'\n",
    "a meeting": f"[[meetings]]\nbody = 'table'\n{DAY}attendance = {{ uni = 3, bakery = 0 }}\npurposes = ['news']\n",
    "a recess of all": f"[[recesses]]\nfirst = 2024-07-01\nlast = 2024-08-01\nregistered_on = 2024-05-01\n{BY}",
    "a wish": f"[[wishes]]\nby = 'table'\n{DAY}text = {{ nl = 'meer', en = 'more' }}\nled_to = 'storm'\n",
    "a point": f"[[agenda_items]]\nbody = 'table'\npurpose = 'news'\n{DAY}title = {{ nl = 'x', en = 'x' }}\n",
    "core money": "[[contributions]]\ncontributor = 'uni'\npurpose = 'core'\nform = 'cash'\nstage = 'paid'\n"
    "amount = '5.00 EUR'\n",
    "an interest of all": f"[[interests]]\nholder = 'uni'\n{DAY}theme = 'water'\n",
    "residents": f"[[interests]]\nproject = 'storm'\nholder = 'residents'\n{DAY}represented_by = 'uni'\n",
    "an agreement": f"[[agreements]]\nproject = 'storm'\nkind = 'finance'\n{DAY}shares = {{ uni = 2, museum = 1 }}\n",
    "a declaration": f"[[declarations]]\nid = 'd'\n{DAY}title = {{ nl = 'x', en = 'x' }}\nexpected = ['uni']\n"
    f"[[signatories]]\ndeclaration = 'd'\nparty = 'uni'\n{DAY}",
    "an attested list": f"[[completeness]]\nof = 'meetings'\nbody = 'table'\n{DAY}{BY}",
    "spending": f"[[budgets]]\nid = 'b'\npartner = 'uni'\namount = '9.00 EUR'\n[[expenditures]]\nid = 'e'\n"
    f"amount = '1.00 EUR'\npurpose = 'project'\nproject = 'storm'\nbudget = 'b'\n{DAY}",
    "a term": "[[terms]]\nid = 't'\npartner = 'uni'\nkind = 'academic'\nbasis = 'academic year'\nlast = 2024-07-01\n"
    "[[paces]]\nproject = 'storm'\nparty = 'uni'\nterm = 't'\nlast = 2024-06-01\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())
def test_what_is_sound_is_read(folder: Folder, text: str) -> None:
    assert problems(folder, text) == []


DOUBTED: dict[str, tuple[str, list[str]]] = {
    "no such body": (SOUND["a seat"].replace("table", "tafel"), ["unknown-body seats[0].body"]),
    "no such partner": (SOUND["a seat"].replace("uni", "unie"), ["unknown-party seats[0].partner"]),
    "no such guest": (
        SOUND["a meeting"].replace("bakery", "baker"),
        ["unknown-party meetings[0].attendance.baker"],
    ),
    "fewer than nobody": (
        SOUND["a meeting"].replace("= 3", "= -3"),
        ["negative-number meetings[0].attendance.uni"],
    ),
    "no such section": (
        SOUND["a meeting"].replace("'news'", "'new'"),
        ["unknown-section meetings[0].purposes[0]"],
    ),
    "an endless recess": (
        SOUND["a recess of all"].replace("last = 2024-08-01\n", ""),
        ["missing-field recesses[0].last"],
    ),
    "led nowhere": (SOUND["a wish"].replace("'storm'", "'stom'"), ["unknown-project wishes[0].led_to"]),
    "declined without a word": (SOUND["a wish"] + "status = 'declined'\n", ["empty-text wishes[0].reason"]),
    "deferred without a word": (
        SOUND["a point"] + "status = 'deferred'\n",
        ["empty-text agenda_items[0].reason"],
    ),
    "project money without a project": (
        SOUND["core money"].replace("'core'", "'project'"),
        ["missing-field contributions[0].project"],
    ),
    "residents nobody speaks for": (
        SOUND["residents"].replace("represented_by = 'uni'\n", ""),
        ["unknown-party interests[0].holder"],
    ),
    "an answer to nothing": (
        f"[[responses]]\nproject = 'storm'\ninterest = 'i'\n{DAY}{BY}",
        ["unknown-record responses[0].interest"],
    ),
    "an unknown key": (
        SOUND["an agreement"].replace("museum", "musea"),
        ["unknown-party agreements[0].shares.musea"],
    ),
    "signed for nothing": (
        f"[[signatories]]\ndeclaration = 'd'\nparty = 'uni'\n{DAY}",
        ["unknown-record signatories[0].declaration"],
    ),
    "a list of no project": (
        f"[[completeness]]\nof = 'participations'\n{DAY}{BY}",
        ["missing-field completeness[0].project"],
    ),
    "a list of nothing": (
        f"[[completeness]]\nof = 'meeting'\n{DAY}{BY}",
        ["not-an-option completeness[0].of"],
    ),
    "no such budget": (
        SOUND["spending"].replace("budget = 'b'", "budget = 'c'"),
        ["unknown-record expenditures[0].budget"],
    ),
    "no such term": (SOUND["a term"].replace("term = 't'", "term = 'u'"), ["unknown-record paces[0].term"]),
    "a decision without why": (
        f"[[dispositions]]\nproject = 'storm'\nresult = 'r'\nverdict = 'adopted'\nreason = ' '\n{DAY}{BY}",
        ["empty-text dispositions[0].reason"],
    ),
    "a judgement of no project": (
        f"[[judgements]]\nfact = 'fit'\nverdict = 'good'\n{DAY}{BY}",
        ["missing-field judgements[0].project"],
    ),
    "a departure of no project": (
        f"[[departures]]\nclause = 'two'\nbody = 'table'\nreason = 'x'\n{DAY}{BY}",
        ["missing-field departures[0].project"],
    ),
}


@pytest.mark.parametrize(("text", "flaws"), DOUBTED.values(), ids=DOUBTED.keys())
def test_what_leads_nowhere_is_said(folder: Folder, text: str, flaws: list[str]) -> None:
    assert sorted(problems(folder, text)) == sorted(flaws)


def test_a_spreadsheet_of_meetings_counts_people(folder: Folder) -> None:
    home = folder(
        {
            "charter.toml": WATERSTAD + AGENDA,
            "register.toml": REGISTER,
            "meetings.csv": "body;on;status;attendance.uni;attendance.museum;all_counted;purposes;reason\r\n"
            "table;2024-03-01;held;2;0;true;news;\r\ntable;2024-04-01;cancelled;;;;;één zieke\r\n",
        }
    )
    register, flaws = read_register(home)

    assert flaws == ()
    assert register.meetings == (
        Meeting(
            "table", date(2024, 3, 1), attendance={"uni": 2, "museum": 0}, all_counted=True, purposes=["news"]
        ),
        Meeting("table", date(2024, 4, 1), MeetingStatus.CANCELLED, reason="één zieke"),
    )
    assert kc.loads(kc.dumps(register)) == register


def test_a_cell_that_is_no_number_is_said_with_its_place(folder: Folder) -> None:
    home = folder(
        {"register.toml": REGISTER, "meetings.csv": "body,on,attendance.uni\ntable,2024-03-01,drie\n"}
    )

    (flaw,) = read_register(home)[1]
    assert (flaw.code, flaw.file, flaw.line, flaw.column) == ("wrong-type", "meetings.csv", 2, 3)


def test_every_table_belongs_to_a_project_or_to_the_whole() -> None:
    assert set(TABLES) == {"projects"} | set(RECORDS) | set(OWN)
    assert set(RECORDS) & set(OWN) == SHARED
    assert {"contributions", "departures", "completeness", "interests", "agreements"} <= SHARED


# Clauses about a year

FACT = """
[[facts]]
kind = "derived"
name = "late"
derive = "missed_cycles"
subject = "body"
body = "table"
every = 28
label = { nl = "te laat", en = "late" }
"""
CLAUSE = """
[[clauses]]
id = "rhythm"
subject = "body"
title = { nl = "ritme", en = "rhythm" }
text = { nl = "elke vier weken", en = "every four weeks" }
condition = { kind = "compare", fact = "late", relation = "at_most", value = 0 }
"""

CLAUSES: dict[str, tuple[str, list[str]]] = {
    "sound": (FACT + CLAUSE, []),
    "no such function": (
        FACT.replace('"missed_cycles"', '"missed_cycle"') + CLAUSE,
        ["unknown-derivation facts[4].derive", "wrong-fact-kind clauses[2].condition.fact"],
    ),
    "of another subject": (
        FACT.replace('"body"\nbody', '"project"\nbody'),
        ["unknown-derivation facts[4].derive"],
    ),
    "no such subject": (FACT.replace('"body"\nbody', '"boddy"\nbody'), ["not-an-option facts[4].subject"]),
    "without its number": (FACT.replace("every = 28\n", "") + CLAUSE, ["missing-field facts[4].every"]),
    "a number below one": (FACT.replace("28", "0") + CLAUSE, ["not-positive facts[4].every"]),
    "a number it does not take": (
        FACT + 'agreement = "finance"\n' + CLAUSE,
        ["setting-not-taken facts[4].agreement"],
    ),
    "no such body": (FACT.replace('"table"', '"tafel"') + CLAUSE, ["unknown-body facts[4].body"]),
    "a clause of another subject": (
        FACT + CLAUSE.replace('"body"', '"partnership"'),
        ["other-subject clauses[2].subject"],
    ),
    "a clause of no body": (
        CLAUSE.replace('fact = "late"', 'fact = "makers"'),
        ["one-body clauses[2].condition", "other-subject clauses[2].subject"],
    ),
}


@pytest.mark.parametrize(("text", "flaws"), CLAUSES.values(), ids=CLAUSES.keys())
def test_a_clause_fits_its_facts(folder: Folder, text: str, flaws: list[str]) -> None:
    found = brief(read_charters(folder({"charter.toml": WATERSTAD + text}))[1])

    assert sorted(found) == sorted(flaws)


def test_a_question_is_not_answered_by_a_period(folder: Folder) -> None:
    asked = WATERSTAD.replace('requires = ["two", "fitting"]', 'requires = ["two", "fitting", "rhythm"]')

    assert brief(read_charters(folder({"charter.toml": asked + FACT + CLAUSE}))[1]) == [
        "question-about-a-period questions[0].requires[2]"
    ]


def test_what_is_audited_over_a_period_does_not_decide(folder: Folder) -> None:
    plain = load_charters(folder({"charter.toml": WATERSTAD})).versions[0]
    more = load_charters(folder({"charter.toml": WATERSTAD + FACT + CLAUSE})).versions[0]

    assert more.decided == plain
    assert [one.id for one in more.conduct("body", "table").clauses] == ["rhythm"]
    assert more.audited_bodies == ("table",)


def test_every_subject_has_its_dictionary() -> None:
    assert set(DERIVATIONS) == set(get_args(Subject))
    assert all(DERIVATIONS.values())
