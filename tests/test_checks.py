# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pieces of a charter, its versions, and a register beside them may not contradict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fixtures_files import REGISTER, WATERSTAD, Folder, brief, in_folder, placed
from kennisstad_core.charter import Charter, Charters
from kennisstad_core.files.checks import check_charters
from kennisstad_core.files.loading import load_charters, read_charters, read_register
from kennisstad_core.findings import Status
from kennisstad_core.governance import Note, decide
from kennisstad_core.text import Text


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return in_folder(tmp_path)


# What the pieces mean to one another

GIVEN_MONEY = '\n[[facts]]\nkind = "given"\nname = "budget"\ntype = "money"\nlabel = { nl = "a", en = "b" }\n'
TITLES = 'title = { nl = "a", en = "b" }\ntext = { nl = "a", en = "b" }\n'


def clause(condition: str, more: str = "") -> str:
    return f'\n[[clauses]]\nid = "extra"\n{TITLES}condition = {{ {condition} }}\n{more}'


FIT_OPTIONS = WATERSTAD[WATERSTAD.index('options = [{ id = "good"') :].splitlines()[0]

CHARTER_MISTAKES: dict[str, tuple[str, str, list[str]]] = {
    "nothing": ("", "", []),
    "partner twice": (
        'id = "museum"',
        'id = "uni"',
        [
            "duplicate-id partners[1].id",
            "unknown-party memberships[1].partner",
            "threshold-above-membership clauses[0].condition.value",
        ][:2],
    ),
    "a unit with a partner's name": (
        'name = "Laboratorium"',
        'name = "Museum"',
        ["name-of-two-parties partners[0]"],
    ),
    "membership of nobody": (
        'partner = "museum"',
        'partner = "musuem"',
        ["unknown-party memberships[1].partner"],
    ),
    "fact twice": ('name = "paid"', 'name = "makers"', ["duplicate-id facts[1].name"]),
    "clause twice": (
        'id = "fitting"',
        'id = "two"',
        ["duplicate-id clauses[1].id", "unknown-question questions[0].requires[1]"],
    ),
    "question like a clause": (
        'id = "inside"',
        'id = "two"',
        ["duplicate-id questions[0].id", "unknown-question outcomes[0].when.inside"],
    ),
    "unknown fact": ('fact = "makers"', 'fact = "maker"', ["unknown-fact clauses[0].condition.fact"]),
    "unknown verdict": (
        'verdicts = ["good"]',
        'verdicts = ["goood"]',
        ["unknown-option clauses[1].condition.verdicts"],
    ),
    "judged count": (
        '"judged", fact = "fit"',
        '"judged", fact = "makers"',
        ["wrong-fact-kind clauses[1].condition.fact"],
    ),
    "counted judgement": (
        '"compare", fact = "makers"',
        '"compare", fact = "fit"',
        ["wrong-fact-kind clauses[0].condition.fact"],
    ),
    "money of a count": ("value = 2", 'value = "2.00 EUR"', ["wrong-fact-kind clauses[0].condition.fact"]),
    "more than there are": (
        "value = 2",
        "value = 3",
        ["threshold-above-membership clauses[0].condition.value"],
    ),
    "role nobody has": ('role = ["maker"]', 'role = ["makr"]', ["unknown-role facts[0].where.role"]),
    "selection of no use": ("member = true", 'purpose = ["core"]', ["not-selectable facts[0].where.purpose"]),
    "no options": (
        FIT_OPTIONS,
        "options = []",
        ["empty-list facts[2].options", "unknown-option clauses[1].condition.verdicts"],
    ),
    "option twice": ('id = "bad"', 'id = "good"', ["duplicate-id facts[2].options[1].id"]),
    "question on nothing": (
        'requires = ["two", "fitting"]',
        'requires = ["two", "fiting"]',
        ["unknown-question questions[0].requires[1]"],
    ),
    "question on itself": (
        'requires = ["two", "fitting"]',
        'requires = ["two"]\nany_of = ["inside"]',
        ["unknown-question questions[0].any_of[0]"],
    ),
    "outcome of nothing": (
        'inside = "met"',
        'insides = "met"',
        ["unknown-question outcomes[0].when.insides"],
    ),
    "no outcome left": (
        '[[outcomes]]\nid = "out"\ntitle = { nl = "buiten", en = "out" }\n',
        "",
        ["outcome-table-not-total outcomes"],
    ),
}


@pytest.mark.parametrize("name", CHARTER_MISTAKES)
def test_what_a_charter_may_not_contradict(folder: Folder, name: str) -> None:
    old, new, expected = CHARTER_MISTAKES[name]
    assert old in WATERSTAD
    home = folder({"charter.toml": WATERSTAD.replace(old, new, 1)})
    charters, problems = read_charters(home)

    assert brief(problems) == expected
    assert all(one.line > 1 for one in problems)
    assert len(charters) == (0 if expected else 1)


ADDED: dict[str, tuple[str, list[str]]] = {
    "yes or no of a choice": (
        clause('kind = "is", fact = "phase"'),
        ["wrong-fact-kind clauses[2].condition.fact"],
    ),
    "an option of a choice": (clause('kind = "one_of", fact = "phase", options = ["idea"]'), []),
    "no option of a choice": (
        clause('kind = "one_of", fact = "phase", options = ["idea", "ide"]'),
        ["unknown-option clauses[2].condition.options"],
    ),
    "an option of a count": (
        clause('kind = "one_of", fact = "makers", options = ["idea"]'),
        ["wrong-fact-kind clauses[2].condition.fact"],
    ),
    "a bound in another currency": (
        clause('kind = "compare", fact = "paid", relation = "at_least", value = "1.00 GBP"'),
        ["other-currency clauses[2].condition.value"],
    ),
    "a bound in no currency": (
        GIVEN_MONEY + clause('kind = "compare", fact = "budget", relation = "at_least", value = 5000'),
        ["amount-without-currency clauses[2].condition.value"],
    ),
    "nothing at all": (clause('kind = "compare", fact = "paid", relation = "more_than", value = 0'), []),
    "a share of a judgement": (
        clause(
            'kind = "compare_share", part = "makers", whole = "fit", share = "1/2", relation = "at_least"'
        ),
        ["share-needs-numbers clauses[2].condition.whole"],
    ),
    "a share of money in heads": (
        clause(
            'kind = "compare_share", part = "makers", whole = "paid", share = "1/2", relation = "at_least"'
        ),
        ["share-mixes-units clauses[2].condition.whole"],
    ),
    "never so many, on purpose": (
        clause('kind = "not", of = { kind = "compare", fact = "makers", relation = "at_least", value = 9 }'),
        [],
    ),
    "never so many, deep down": (
        clause(
            'kind = "all", of = [{ kind = "not", of = { kind = "any", of = ['
            '{ kind = "compare", fact = "makers", relation = "more_than", value = 2 }] } }]'
        ),
        [],
    ),
    "more than there are": (
        clause('kind = "compare", fact = "makers", relation = "more_than", value = 2'),
        ["threshold-above-membership clauses[2].condition.value"],
    ),
    "deep down": (
        clause('kind = "all", of = [{ kind = "any", of = [{ kind = "is", fact = "x" }] }]'),
        ["unknown-fact clauses[2].condition.of[0].of[0].fact"],
    ),
    "in the second reading as written": (
        clause(
            'kind = "judged", fact = "fit", verdicts = ["good"]',
            """
readings = [
  { id = "b", title = { nl = "a", en = "b" }, condition = { kind = "is", fact = "y" } },
  { id = "a", title = { nl = "a", en = "b" }, condition = { kind = "is", fact = "x" } },
  { id = "a", title = { nl = "a", en = "b" }, condition = { kind = "judged", fact = "fit", verdicts = ["bad"] } },
]
""",
        ),
        [
            "duplicate-id clauses[2].readings",
            "unknown-fact clauses[2].readings[0].condition.fact",
            "unknown-fact clauses[2].readings[1].condition.fact",
        ],
    ),
    "in a derogation": (
        clause(
            'kind = "judged", fact = "fit", verdicts = ["good"]',
            """
applies = { kind = "is", fact = "z" }
unless = [
  { id = "u", title = { nl = "a", en = "b" }, effect = "met", condition = { kind = "is", fact = "x" } },
]
""",
        ),
        ["unknown-fact clauses[2].applies.fact", "unknown-fact clauses[2].unless[0].condition.fact"],
    ),
    "a sum in no currency": (
        """
[[facts]]
kind = "sum"
name = "x"
currency = "euro"
label = { nl = "a", en = "b" }
where = { stage = ["payed"], form = ["cash"] }
""",
        ["not-a-currency facts[4].currency", "not-an-option facts[4].where.stage"],
    ),
    "a kind that is not there": (
        """
[[kinds]]
id = "museum"
title = { nl = "a", en = "b" }

[[facts]]
kind = "count"
name = "x"
label = { nl = "a", en = "b" }
where = { kind = ["musea"] }
""",
        ["unknown-kind-of-party facts[4].where.kind"],
    ),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_a_charter_may_add(folder: Folder, name: str) -> None:
    more, expected = ADDED[name]
    problems = read_charters(folder({"charter.toml": WATERSTAD + more}))[1]

    assert brief(problems) == expected


def test_a_piece_that_cannot_be_read_is_still_there_to_refer_to(folder: Folder) -> None:
    text = WATERSTAD.replace('kind = "sum"', 'kind = "som"').replace(
        "admits_departure = true", "admits_departure = 1"
    )
    more = clause('kind = "compare", fact = "paid", relation = "at_least", value = "1.00 EUR"')
    problems = read_charters(folder({"charter.toml": text + more}))[1]

    assert brief(problems) == ["unknown-kind facts[1].kind", "wrong-type clauses[0].admits_departure"]


def test_a_piece_that_is_wrong_in_one_field_is_checked_in_the_others(folder: Folder) -> None:
    text = WATERSTAD.replace('id = "fitting"', 'id = "fitting"\nforse = "must"').replace(
        'fact = "fit"', 'fact = "fits"'
    )
    home = folder({"charter.toml": text})

    assert brief(read_charters(home)[1]) == [
        "unknown-field clauses[1].forse",
        "unknown-fact clauses[1].condition.fact",
    ]
    rows = "storm,unie,maker,2024-13-01,\nstorm,unie,makr,,2024-01\nsturm,uni,makre,x,\nstorm,uni,maker,,\n"
    home = folder(
        {
            "charter.toml": WATERSTAD,
            "register.toml": REGISTER,
            "participations.csv": "project,party,role,first,last\n" + rows,
        }
    )
    register, problems = read_register(home)
    assert placed(problems) == [
        "participations.csv:2:2 unknown-party participations[0].party",
        "participations.csv:2:4 not-a-date participations[0].first",
        "participations.csv:3:2 unknown-party participations[1].party",
        "participations.csv:3:3 unknown-role participations[1].role",
        "participations.csv:3:5 not-a-date participations[1].last",
        "participations.csv:4:1 unknown-project participations[2].project",
        "participations.csv:4:3 unknown-role participations[2].role",
        "participations.csv:4:4 not-a-date participations[2].first",
    ]
    assert [flaw.code for flaw in register.flaws] == ["not-a-date"] * 3
    assert len(register["storm"].participations) == 2


def test_the_outcome_table_is_looked_through_for_explained_answers_too(folder: Folder) -> None:
    rows = '[[outcomes]]\nid = "in"\ntitle = { nl = "a", en = "b" }\nwhen = { inside = "satisfied" }\n'
    text = WATERSTAD[: WATERSTAD.index("[[outcomes]]")] + rows
    home = folder({"charter.toml": text})

    assert [one.found for one in read_charters(home)[1]] == ["inside: explained", "inside: not-met"]


def test_answers_that_cannot_go_together_need_no_outcome(folder: Folder) -> None:
    text = WATERSTAD[: WATERSTAD.index("[[outcomes]]")].replace("admits_departure = true\n", "")
    question = '[[questions]]\nid = "{}"\ntitle = {{ nl = "a", en = "b" }}\nrequires = {}\n'
    answers = "".join(
        f"answers.{name} = {{ nl = '-', en = '-' }}\n" for name in ("met", "not_met", "unknown")
    )
    rows = "".join(
        f'[[outcomes]]\nid = "{name}"\ntitle = {{ nl = "a", en = "b" }}\nwhen = {{ {when} }}\n'
        for name, when in [("a", 'wide = "met"'), ("b", 'wide = "not-met", inside = "not-met"')]
    )
    narrow = question.format("wide", '["two"]') + answers + rows
    # Inside asks for more than wide does, so inside without wide is no answer anybody can get.
    assert brief(read_charters(folder({"charter.toml": text + narrow}))[1]) == []
    other = question.format("wide", '["extra"]') + answers + rows
    more = clause('kind = "judged", fact = "fit", verdicts = ["good"]')
    problems = read_charters(folder({"charter.toml": text + other + more}))[1]
    assert [one.found for one in problems] == ["inside: satisfied, wide: not-met"]


def test_two_versions_may_not_be_in_force_together(folder: Folder) -> None:
    later = WATERSTAD.replace("verbond-2024", "verbond-2025").replace(
        "first = 2024-01-01", "first = 2024-12-31"
    )
    home = folder(
        {
            "charters/a.toml": WATERSTAD,
            "charters/b.toml": later.replace("last = 2024-12-31", "last = 2025-12-31"),
        }
    )
    charters, problems = read_charters(home)

    assert placed(problems) == ["charters/b.toml:5:9 versions-overlap first"]
    assert problems[0].found == "verbond-2024, verbond-2025"
    assert len(charters) == 2
    assert brief(check_charters(charters)) == ["versions-overlap first"]


def test_t25_five_flaws_in_one_run_each_with_its_record_and_the_rest_still_decided(folder: Folder) -> None:
    later = WATERSTAD.replace("verbond-2024", "verbond-2025").replace(
        "first = 2024-01-01", "first = 2024-12-31"
    )
    judged = REGISTER[REGISTER.index("[[projects.judgements]]") :].replace('"j1"', '"j2"')
    calm = f'\n[[projects]]\nid = "calm"\ntitle = "Calm"\nfirst = 2024-02-01\n\n{judged}'
    gift = '\n[[contributions]]\nid = "{}"\nproject = "storm"\ncontributor = "uni"\n'
    gift += 'purpose = "project"\nform = "cash"\nstage = "paid"\namount = {}\non = 2024-04-01\n'
    home = folder(
        {
            "charters/a.toml": WATERSTAD,
            "charters/b.toml": later.replace("last = 2024-12-31", "last = 2025-12-31"),
            "register.toml": REGISTER.replace(
                'name = "Verbond"', 'name = "Verbond"\ncharters = "charters"', 1
            )
            + calm
            + gift.format("negative", '"-500"')
            + gift.format("float", "0.1"),
            "participations.csv": "project,id,party,role,first,last\n"
            "storm,backward,museum,maker,2024-06-01,2024-05-31\n"
            "storm,nobody,unie,maker,,\n"
            "calm,,uni,maker,,\ncalm,,museum,maker,,\n",
        }
    )
    charters, flaws = read_charters(home / "charters")
    # Beside both versions, though they overlap: none of them is left out, so that this run finds everything.
    register, others = read_register(home)

    assert {(one.code, one.record) for one in (*flaws, *others)} == {
        ("versions-overlap", "verbond-2025"),
        ("period-runs-backward", "backward"),
        ("unknown-party", "nobody"),
        ("negative-without-correction", "negative"),
        ("amount-is-float", "float"),
    }
    storm = decide(charters, register, "storm", on=date(2024, 6, 1))
    assert (storm.outcome, storm.notes) == ("undetermined", (Note.FLAWED_RECORDS,))
    assert {one.clause: one.status for one in storm.clauses} == {
        "two": Status.UNDETERMINED,
        "fitting": Status.SATISFIED,
    }
    calm_now, calm_later = (
        decide(charters, register, "calm", on=day) for day in (date(2024, 6, 1), date(2024, 12, 31))
    )
    assert (calm_now.outcome, calm_now.notes) == ("in", ())
    assert (calm_later.outcome, calm_later.notes) == ("undetermined", (Note.SEVERAL_CHARTERS,))


def test_a_table_of_too_many_answers_is_left_alone(folder: Folder) -> None:
    titles = 'title = { nl = "a", en = "b" }\n'
    answers = "".join(
        f"answers.{name} = {{ nl = '-', en = '-' }}\n" for name in ("met", "not_met", "unknown")
    )
    more = "".join(
        f'[[clauses]]\nid = "c{number}"\n{TITLES}condition = {{ kind = "judged", fact = "fit", verdicts = ["good"] }}\n'
        f'[[questions]]\nid = "q{number}"\n{titles}{answers}requires = ["c{number}"]\n'
        for number in range(12)
    )
    text = WATERSTAD[: WATERSTAD.index('[[outcomes]]\nid = "out"')]

    assert brief(read_charters(folder({"charter.toml": text}))[1]) == ["outcome-table-not-total outcomes"]
    assert brief(read_charters(folder({"charter.toml": text + more}))[1]) == []


def test_versions_have_names_of_their_own(folder: Folder) -> None:
    home = folder({"charters/a.toml": WATERSTAD, "charters/b.toml": WATERSTAD.replace("2024-", "2025-")})

    assert placed(read_charters(home)[1]) == ["charters/b.toml:2:6 duplicate-id id"]


def test_charters_made_in_python_are_checked_alike(folder: Folder) -> None:
    charters = load_charters(folder({"charter.toml": WATERSTAD}))
    (charter,) = charters

    assert check_charters(charter) == ()
    assert brief(check_charters(Charters((charter, Charter("x", Text.same("X"), Text.same("X")))))) == [
        "versions-overlap first"
    ]


# A register beside its charters

NESTED = "[[projects]]\nid = 'storm'\ntitle = 'Storm'\n[[projects.{}]]\n"
WHO = "by = { name = 'A' }\non = 2024-03-01\n"
JUDGED = "verdict = 'good'\n" + WHO
PAID = "contributor = 'uni'\npurpose = 'project'\nform = 'cash'\nstage = 'paid'\namount = '1.00 EUR'\n"

DOUBTED: dict[str, tuple[str, str, list[str], bool]] = {
    "a partner": ("participations", "party = 'uni'\nrole = 'maker'", [], True),
    "a part of a partner": ("participations", "party = 'lab'\nrole = 'maker'", [], True),
    "a body": ("participations", "party = 'table'\nrole = 'maker'", [], True),
    "an external party": ("participations", "party = 'bakery'\nrole = 'maker'", [], True),
    "nobody": ("participations", "party = 'unie'\nrole = 'maker'", ["unknown-party party"], True),
    "a name nobody knows": ("participations", "named = 'Unie'\nrole = 'maker'", [], True),
    "no role": ("participations", "party = 'uni'\nrole = 'makr'", ["unknown-role role"], False),
    "a judgement of nothing": ("judgements", "fact = 'fits'\n" + JUDGED, ["unknown-fact fact"], False),
    "a judgement of a count": ("judgements", "fact = 'makers'\n" + JUDGED, ["wrong-fact-kind fact"], False),
    "another verdict": (
        "judgements",
        "fact = 'fit'\n" + JUDGED.replace("good", "fine"),
        ["unknown-option verdict"],
        False,
    ),
    "another theme": (
        "judgements",
        "theme = 'fire'\nfact = 'fit'\n" + JUDGED,
        ["unknown-theme theme"],
        False,
    ),
    "superseding nothing": (
        "judgements",
        "supersedes = 'j9'\nfact = 'fit'\n" + JUDGED,
        ["superseding-nothing supersedes"],
        False,
    ),
    "contesting nothing": (
        "judgements",
        "contests = 'j9'\nfact = 'fit'\n" + JUDGED,
        ["superseding-nothing contests"],
        False,
    ),
    "a departure": ("departures", "clause = 'two'\nbody = 'table'\nreason = 'r'\n" + WHO, [], True),
    "a departure from nothing": (
        "departures",
        "clause = 'too'\nbody = 'table'\nreason = 'r'\n" + WHO,
        ["unknown-clause clause"],
        False,
    ),
    "a departure not admitted": (
        "departures",
        "clause = 'fitting'\nbody = 'table'\nreason = 'r'\n" + WHO,
        ["no-departure-admitted clause"],
        False,
    ),
    "a departure by nobody": (
        "departures",
        "clause = 'two'\nbody = 'me'\nreason = 'r'\n" + WHO,
        ["unknown-body body"],
        False,
    ),
    "completeness of nothing": ("completeness", "of = 'everything'\n" + WHO, ["not-an-option of"], False),
    "given nothing": (
        "given",
        "fact = 'phas'\nvalue = 'plan'\nsource = { document = 'd' }",
        ["unknown-fact fact"],
        False,
    ),
    "given a judgement": (
        "given",
        "fact = 'fit'\nvalue = 'good'\nsource = { document = 'd' }",
        ["wrong-fact-kind fact"],
        False,
    ),
    "given no option": (
        "given",
        "fact = 'phase'\nvalue = 'plans'\nsource = { document = 'd' }",
        ["value-does-not-fit value"],
        False,
    ),
    "given a number": (
        "given",
        "fact = 'phase'\nvalue = 3\nsource = { document = 'd' }",
        ["value-does-not-fit value"],
        False,
    ),
    "paid by nobody": ("contributions", PAID.replace("uni", "unie"), ["unknown-party contributor"], True),
    "paid to the core": (
        "contributions",
        PAID.replace("project", "core"),
        ["core-contribution purpose"],
        False,
    ),
    "correcting nothing": (
        "contributions",
        PAID.replace("1.", "-1.") + "corrects = 'c9'",
        ["unknown-record corrects"],
        False,
    ),
}


@pytest.mark.parametrize("name", DOUBTED)
def test_a_record_that_contradicts_its_charter(folder: Folder, name: str) -> None:
    table, row, expected, kept = DOUBTED[name]
    text = "external_parties = [{ id = 'bakery', name = 'Bakkerij' }]\n" + NESTED.format(table) + row
    register, problems = read_register(folder({"charter.toml": WATERSTAD, "register.toml": text}))

    assert [f"{one.code} {one.path.removeprefix(f'projects[0].{table}[0].')}" for one in problems] == expected
    assert all(one.line > 4 and one.column for one in problems)
    assert len(getattr(register["storm"], table)) == kept
    assert [(flaw.project, flaw.code) for flaw in register.flaws] == (
        [] if kept else [("storm", problems[0].code)]
    )


def test_what_corrects_or_supersedes_itself_is_doubted_and_nothing_else(folder: Folder) -> None:
    text = NESTED.format("contributions") + PAID + "id = 'a'\ncorrects = 'a'\n"
    for name, corrects in (("b", "c"), ("c", "d"), ("d", "b"), ("e", "b"), ("f", ""), ("g", "f")):
        text += f"[[projects.contributions]]\n{PAID}id = '{name}'\n"
        text += f"corrects = '{corrects}'\n" if corrects else ""
    register, problems = read_register(folder({"charter.toml": WATERSTAD, "register.toml": text}))

    assert [(one.code, one.found) for one in problems] == [("in-a-circle", name) for name in "abcd"]
    assert [one.id for one in register["storm"].contributions] == ["e", "f", "g"]


def test_without_charters_only_the_register_itself_is_checked(folder: Folder) -> None:
    text = NESTED.format("participations") + "party = 'whoever'\nrole = 'whatever'\n"
    home = folder({"register.toml": text})

    assert read_register(home)[1] == ()
    charters = load_charters(folder({"elsewhere/charter.toml": WATERSTAD}) / "elsewhere")
    assert brief(read_register(home, charters)[1]) == [
        "unknown-party projects[0].participations[0].party",
        "unknown-role projects[0].participations[0].role",
    ]
    assert brief(read_register(home, charters.versions[0])[1]) == brief(read_register(home, charters)[1])


PARTIES = """\
external_parties = [
{ id = 'uni', name = 'U' },
{ id = 'x', name = 'X' },
{ id = 'x', name = 'Y' },
]
"""
VERDICTS = "project,fact,verdict,by.name,on,id\n"


def test_words_that_no_charter_has_are_not_looked_up_in_one(folder: Folder) -> None:
    charter = WATERSTAD.replace('roles = [{ id = "maker", title = { nl = "maker", en = "maker" } }]\n', "")
    text = NESTED.format("participations") + "party = 'uni'\nrole = 'whatever'\n"

    assert brief(read_register(folder({"charter.toml": charter, "register.toml": text}))[1]) == []


def test_a_theme_belongs_to_a_judgement_per_theme(folder: Folder) -> None:
    charter = WATERSTAD.replace("per_theme = true\n", "")
    text = NESTED.format("judgements") + "theme = 'water'\nfact = 'fit'\n" + JUDGED
    problems = read_register(folder({"charter.toml": charter, "register.toml": text}))[1]

    assert brief(problems) == ["theme-not-asked projects[0].judgements[0].theme"]


def test_a_contribution_to_the_core_has_no_project(folder: Folder) -> None:
    paid = PAID.replace("project", "core")
    alone, problems = read_register(folder({"register.toml": "[[contributions]]\n" + paid}))

    assert problems == ()
    assert [one.contributor for one in alone.contributions] == ["uni"]
    text = REGISTER + '\n[[contributions]]\nproject = "storm"\n' + paid
    assert "core-contribution contributions[0].purpose" in brief(
        read_register(folder({"register.toml": text}))[1]
    )


def test_ids_are_used_once_and_of_those_that_are_not_none_is_trusted(folder: Folder) -> None:
    home = folder(
        {
            "charter.toml": WATERSTAD,
            "a.toml": PARTIES,
            "projects.csv": "id,title\nwell,Well\nmill,Mill\nwell,Again\n",
            "participations.csv": "project,party,role,id\nmill,uni,maker,r1\nmill,museum,maker,r1\nmill,lab,maker,r2\n",
            "judgements.csv": VERDICTS + "mill,fit,good,A,2024-01-01,r2\nmill,fit,bad,A,2024-01-01,\n",
        }
    )
    register, problems = read_register(home)

    assert placed(problems) == [
        "a.toml:2:8 duplicate-id external_parties[0].id",
        "a.toml:3:8 duplicate-id external_parties[1].id",
        "a.toml:4:8 duplicate-id external_parties[2].id",
        "judgements.csv:2:6 duplicate-id judgements[0].id",
        "participations.csv:2:4 duplicate-id participations[0].id",
        "participations.csv:3:4 duplicate-id participations[1].id",
        "participations.csv:4:4 duplicate-id participations[2].id",
        "projects.csv:2:1 duplicate-id projects[0].id",
        "projects.csv:4:1 duplicate-id projects[2].id",
    ]
    assert [one.id for one in register.projects] == ["mill"]
    assert register.external_parties == ()
    assert register["mill"].participations == ()
    assert len(register["mill"].judgements) == 1


def test_a_name_of_two_organisations_points_at_neither(folder: Folder) -> None:
    parties = "id,name,aliases\nbakery,Bakkerij,Museum\nbaker,Bakker,Bakkerij\n"
    home = folder({"charter.toml": WATERSTAD, "external_parties.csv": parties})
    register, problems = read_register(home)

    assert [(one.code, one.found, one.allowed) for one in problems] == [
        ("name-of-two-parties", "bakkerij", ("baker", "bakery")),
        ("name-of-two-parties", "museum", ("bakery", "museum")),
    ]
    assert len(register.external_parties) == 2
