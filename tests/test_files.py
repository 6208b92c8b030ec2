# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charters and registers from files: what is found where, what is left out, and every mistake with its place."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from fixtures_files import REGISTER, WATERSTAD, Folder, brief, in_folder, placed
from kennisstad_core.charter import Charter
from kennisstad_core.errors import CharterError, RegisterError
from kennisstad_core.files.catalogue import CATALOGUE
from kennisstad_core.files.checks import check_charters
from kennisstad_core.files.codec import dumps
from kennisstad_core.files.loading import (
    bundled,
    charters_of,
    load_charters,
    load_register,
    read_charters,
    read_register,
)
from kennisstad_core.files.positions import locate
from kennisstad_core.files.problems import problem
from kennisstad_core.files.tables import read_sheet
from kennisstad_core.governance import audit, decide
from kennisstad_core.records import Flaw, Participation, Register
from kennisstad_core.text import Text
from kennisstad_core.truth import MET
from kennisstad_core.values import Choice, Money, Period, Range


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return in_folder(tmp_path)


# Where things are


def test_a_bundled_charter_has_every_version() -> None:
    assert bundled()
    for name in bundled():
        charters = load_charters(name)
        assert len(charters) >= 1
        assert check_charters(charters) == ()


def test_a_charter_is_a_file_or_a_folder_of_them(folder: Folder) -> None:
    later = WATERSTAD.replace("verbond-2024", "verbond-2025").replace("2024-", "2025-")
    home = folder({"old/a.toml": WATERSTAD, "old/b.toml": later})

    assert [one.id for one in load_charters(home / "old" / "a.toml")] == ["verbond-2024"]
    assert [one.id for one in load_charters(str(home / "old"))] == ["verbond-2024", "verbond-2025"]


def test_charters_written_as_json_load(folder: Folder) -> None:
    charters = load_charters(folder({"charter.toml": WATERSTAD}) / "charter.toml")
    home = folder({"json/all.json": dumps(charters), "one/one.json": dumps(charters.versions[0])})

    assert load_charters(home / "json") == charters
    assert load_charters(home / "one" / "one.json") == charters


def test_a_register_is_found_with_its_charters(folder: Folder) -> None:
    home = folder({"charter-2024.toml": WATERSTAD, "more/register.toml": REGISTER})
    register = load_register(home)

    assert charters_of(home) == home
    assert [one.id for one in register.projects] == ["storm"]
    assert register.name == "Verbond"
    assert register.projects[0].title == Text.same("Storm")
    assert decide(load_charters(home), register, "storm", on=date(2024, 6, 1))["inside"].truth is not MET


def test_what_is_hidden_is_no_part_of_a_register(folder: Folder) -> None:
    home = folder(
        {"register.toml": REGISTER, ".old/register.toml": "x = ", ".projects.csv": '"', "notes.md": "x"}
    )

    assert read_register(home)[1] == ()


def test_a_register_points_at_its_charters(folder: Folder) -> None:
    name = bundled()[0]
    home = folder(
        {
            "city/register.toml": f'[register]\ncharters = "{name}"\n',
            "town/register.toml": '[register]\ncharters = "../shared"\n',
            "shared/verbond.toml": WATERSTAD,
            "none/register.toml": REGISTER,
        }
    )

    assert charters_of(home / "city") == name
    assert load_charters(charters_of(home / "town") or "") == load_charters(home / "shared")
    assert charters_of(home / "none") is None
    assert charters_of(home / "nowhere") is None
    assert charters_of(home / "town" / "register.toml") == home / "town" / ".." / "shared"


def test_a_register_that_points_at_nothing(folder: Folder) -> None:
    home = folder({"register.toml": '[register]\ncharters = "leidem"\n'})

    assert placed(read_register(home)[1]) == ["register.toml:2:12 no-such-file register.charters"]


def test_a_register_written_as_json_loads(folder: Folder) -> None:
    home = folder({"charter.toml": WATERSTAD, "register.toml": REGISTER})
    register, _ = read_register(home)
    flawed = Register(
        register.projects, register.external_parties, [Flaw("r", "participation", "wrong-type", "gone")]
    )
    home = folder({"a/register.json": dumps(register), "b/register.json": dumps(flawed)})

    assert load_register(home / "a" / "register.json") == register
    assert load_register(home / "b" / "register.json") == flawed
    assert load_register(home / "b") == flawed


def test_of_the_json_in_a_folder_what_says_it_is_a_register_is_read(folder: Folder) -> None:
    other = '{"kind": "report", "of": {"kind": "register"}}'
    home = folder(
        {"charter.toml": WATERSTAD, "register.toml": REGISTER, "report.json": other, "map.json": "{"}
    )
    register = load_register(home)
    more = folder({"more.json": '{"kind": "register", "projects": [{"id": "flood", "title": "Flood"}]}'})

    assert [one.id for one in load_register(more).projects] == [
        "flood",
        *(one.id for one in register.projects),
    ]
    assert placed(read_register(folder({"torn.json": '{"kind": "register", "pro'}))[1]) != []


def test_records_come_from_tables_too(folder: Folder) -> None:
    home = folder(
        {
            "charter.toml": WATERSTAD,
            "projects.csv": "\ufeffid;title.nl;title.en;first\r\nwell;Wél;Well;2024-01-01\r\n\r\nmill;Molen;Mill;\r\n",
            "participations-2024.csv": (
                "project,party,named,role,first,stage,confirmed_on,source.document,source.locator,note\n"
                'well,uni,,maker,2024-01-01,confirmed,2024-01-05,brief,"blz. 1, 2","twee\nregels"\n'
                "well,,Bakkerij,maker,,,,,,\n"
            ),
            "records/judgements/2024.csv": (
                "project,fact,verdict,theme,by.name,by.mandate,on,evidence\n"
                "well,fit,good,water,A. de Vries,stuurtafel,2024-02-01,brief|verslag\n"
            ),
            "contributions.csv": (
                "project,contributor,purpose,form,stage,amount\n"
                "well,uni,project,cash,paid,1250.50 EUR\nwell,museum,project,in-kind,pledged,\n"
            ),
            "given.csv": (
                "project,fact,value,value.low,value.high,source.document\n"
                "well,phase,idea|plan,,,nota\nmill,phase,plan,,,nota\n"
            ),
            "external_parties.csv": "id,name,aliases,attributes.country\nbakery,Bakkerij,Bakker|De bakker,nl\n",
            "admissions.csv": "project,by.name,on,admitted\nmill,B,2024-01-01,FALSE\n",
            "benefits.csv": "project,holder,side,text.nl,text.en\nmill,uni,city,goed,good\n",
        }
    )
    register = load_register(home)
    well, mill = register["well"], register["mill"]

    assert well.title == Text(nl="Wél", en="Well")
    assert [one.party or one.named for one in well.participations] == ["Bakkerij", "uni"]
    made = well.participations[1]
    assert (made.period, made.confirmed_on, made.note) == (
        Period(date(2024, 1, 1)),
        date(2024, 1, 5),
        "twee\nregels",
    )
    assert (made.sources[0].document, made.sources[0].locator) == ("brief", "blz. 1, 2")
    assert well.judgements[0].by.mandate == "stuurtafel"
    assert well.judgements[0].evidence == ("brief", "verslag")
    assert [one.amount for one in well.contributions] == [None, Money(125050)]
    assert well.given[0].value == Choice.among(["idea", "plan"])
    assert (mill.given[0].value, mill.given[0].source.document) == (Choice.of("plan"), "nota")
    assert register.external_parties[0].aliases == ("Bakker", "De bakker")
    assert register.external_parties[0].attributes == (("country", "nl"),)
    assert mill.admissions[0].admitted is False
    assert mill.benefits[0].text == Text(nl="goed", en="good")


def test_values_in_cells_are_read_by_what_they_are(folder: Folder) -> None:
    fact = '[[facts]]\nkind = "given"\nlabel = { nl = "a", en = "b" }\n'
    charter = WATERSTAD + f'{fact}name = "open"\n{fact}name = "days"\ntype = "days"\n'
    rows = "well,open,true,,,d\nwell,days,12,,,d\nmill,days,,3,5,d\n"
    home = folder(
        {
            "charter.toml": charter,
            "projects.csv": "id,title\nwell,Well\nmill,Mill\n",
            "given.csv": f"project,fact,value,value.low,value.high,source.document\n{rows}",
        }
    )
    register = load_register(home)

    assert [one.value for one in register["well"].given] == [Range.exactly(12), MET]
    assert [one.value for one in register["mill"].given] == [Range(3, 5)]


# Everything that is wrong, with its place

BAD_CHARTER = """\
id = "verbond-2024"
partnership = "Verbond"
title = { nl = "Convenant – één", enn = "Covenant" }
first = 2024-01-01T10:00:00
partners = [
  { id = "uni", name = "Universiteit", identifiers = [{ scheme = "kvk", value = "12" }] },
]
[[themes]]
id = " water"
title = { nl = "", en = "Water" }

[[facts]]
kind = "cuont"
name = "makers"

[[facts]]
kind = "sum"
name = "paid"
label = { nl = "betaald", en = "paid" }

[[clauses]]
id = "twee"
title = { nl = "é", en = "two" }
text = { nl = "é", en = "two" }
condition = { kind = "all", of = [
  { kind = "compare", fact = "paid", relation = "at_least", value = 1250.5 },
  { kind = "compare_share", part = "paid", whole = "paid", relation = "at_least", share = "120%" },
] }
forse = "must"

[[clauses]]
id = "drie"
title = { nl = "é", en = "three" }
text = { nl = "é", en = "three" }
condition = { kind = "is", fact = "payd" }

[[outcomes]]
id = "undetermined"
title = { nl = "é", en = "e" }
"""

BAD_SYNTAX = """\
[[projects]]
id = "één"
title = = "x"

[[projects]]
id = "twee
title = "y"

[[projects]]
id = "drie"
period =
"""

BAD_REGISTER = """\
[register]
name = "Verbond"
charter = "x"

[[project]]
id = "a"

[[projects]]
id = "storm"
title = "Stórm"
first = 2024-02-01
last = 2024-01-01
participations = [{ party = "uni", named = "Universiteit" }, { party = "unii" }]

[[projects.given]]
fact = "phase"
value = { low = 3, high = 1 }
source = { document = "nota" }

[[contributions]]
project = "storm"
contributor = "uni"
purpose = "project"
form = "cash"
stage = "paid"
amount = "-5.00 EUR"
"""

MISTAKES = {
    "charters/b-2024.toml": BAD_CHARTER,
    "charters/kapot.toml": "id = \n",
    "syntax.toml": BAD_SYNTAX,
    "register.toml": BAD_REGISTER,
    "participations.csv": (
        "project;party;rôle;first;stage\n"
        "storm;uni;;2024-02-30;\n"
        "storm;uni;maker;;\n"
        "storm;uni;;;ended\n"
        "strom;uni;;;\n"
        ";uni;;;\n"
        "storm;uni\n"
    ),
    "judgements.csv": 'project,fact,verdict,by.name,on\nstorm,fit,"goed,A,2024-01-01\n',
    "benefit.csv": "project,holder\nstorm,uni\n",
    "admissions.csv": "project,by.name,on,on\nstorm,A,2024-01-01,\n",
    "completeness.csv": "project,on,of\nstorm,2024-01-01,\n",
    "departures.csv": "project,clause,body,by.name,on,reason\nstorm,twee,tafel,A,2024-01-01,\n",
}

IN_CHARTERS = [
    "b-2024.toml:3:9 missing-field title.en",
    "b-2024.toml:3:35 unknown-field title.enn",
    "b-2024.toml:4:9 not-a-date first",
    "b-2024.toml:6:81 identifier-check partners[0].identifiers[0].value",
    "b-2024.toml:9:6 empty-id themes[0].id",
    "b-2024.toml:10:16 empty-text themes[0].title.nl",
    "b-2024.toml:13:8 unknown-kind facts[0].kind",
    "b-2024.toml:26:69 amount-is-float clauses[0].condition.of[0].value",
    "b-2024.toml:27:91 not-a-share clauses[0].condition.of[1].share",
    "b-2024.toml:29:1 unknown-field clauses[0].forse",
    "b-2024.toml:35:35 unknown-fact clauses[1].condition.fact",
    "b-2024.toml:38:6 reserved-name outcomes[0].id",
    "kapot.toml:1:6 not-toml ",
]

IN_REGISTER = [
    "admissions.csv:1:4 duplicate-column admissions.on",
    "benefit.csv:1:1 unknown-table ",
    "completeness.csv:1:1 missing-column completeness.by",
    "departures.csv:2:6 missing-field departures[0].reason",
    "judgements.csv:2:1 not-csv judgements",
    "participations.csv:1:3 unknown-column participations.rôle",
    "participations.csv:2:4 not-a-date participations[0].first",
    "participations.csv:4:5 ended-without-end participations[2].stage",
    "participations.csv:5:1 unknown-project participations[3].project",
    "participations.csv:6:1 missing-field participations[4].project",
    "participations.csv:7:1 ragged-row participations[5]",
    "register.toml:3:1 unknown-field register.charter",
    "register.toml:5:1 unknown-table project",
    "register.toml:12:8 period-runs-backward projects[0].last",
    "register.toml:13:29 party-or-named projects[0].participations[0].party",
    "register.toml:17:27 range-runs-backward projects[0].given[0].value.high",
    "register.toml:26:10 negative-without-correction contributions[0].amount",
    "syntax.toml:3:9 not-toml ",
    "syntax.toml:6:1 not-toml ",
    "syntax.toml:11:1 not-toml ",
]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order-mark"])
def test_every_mistake_in_every_file_has_its_place(folder: Folder, end: str, mark: str) -> None:
    home = folder({name: mark + text.replace("\n", end) for name, text in MISTAKES.items()})

    assert placed(read_charters(home / "charters")[1]) == IN_CHARTERS
    assert placed(read_register(home)[1]) == IN_REGISTER
    with pytest.raises(CharterError) as charter_error:
        load_charters(home)
    assert len(charter_error.value.problems) == len(IN_CHARTERS)
    with pytest.raises(RegisterError) as register_error:
        load_register(home)
    assert len(register_error.value.problems) == len(IN_REGISTER)
    assert str(home) not in str(register_error.value) + str(charter_error.value)


def test_of_what_a_torn_file_may_hold_nobody_says_that_it_is_not_there(folder: Folder) -> None:
    rows = "project,party\ndijk,uni\nstrom,uni\n"
    named = {"register.toml": REGISTER, "participations.csv": rows}
    assert placed(read_register(folder(named))[1]) == [
        "participations.csv:2:1 unknown-project participations[0].project",
        "participations.csv:3:1 unknown-project participations[1].project",
    ]

    register, problems = read_register(folder({**named, "projects.toml": '[[projects]]\nid = "dijk'}))

    assert placed(problems) == [
        "participations.csv:3:1 unknown-project participations[1].project",  # it looks like one that is there
        "projects.toml:2:11 not-toml ",
    ]
    assert {one.code for one in register.flaws} == {"not-toml", "unknown-project"}


# Files that are hardly files


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("charter.toml", b"id = '\xff'", "not-utf8"),
        ("charter.toml", b"\x00", "not-toml"),
        ("charter.toml", b"a = " + b"[" * 3000 + b"]" * 3000, "too-deep"),
        ("charter.toml", b".".join([b"a"] * 500) + b" = 1", "too-deep"),
        ("charter.toml", b"[" + b".".join([b"a"] * 5000) + b"]", "too-deep"),
        ("charter.toml", b"a = " + b"9" * 5000, "number-too-large"),
        ("charter.json", b"[]", "wrong-type"),
        ("charter.json", b'{"kind": "register"}', "unknown-kind"),
        ("charter.json", b'{"kind": 3}', "unknown-kind"),
        ("charter.json", b'{"kind": "charters", "versions": 3}', "wrong-type"),
        ("charter.json", b'{"kind": "charters", "versions": [3]}', "wrong-type"),
        ("charter.json", b'{"kind": "charters", "versions": [], "version": []}', "unknown-field"),
        ("charter.json", b"{", "not-json"),
    ],
)
def test_files_that_are_no_charter(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    charters, problems = read_charters(tmp_path / name)

    assert len(charters) == 0
    assert code in [one.code for one in problems]
    assert {one.file for one in problems} == {name}


def test_too_many_digits_in_the_place_of_an_amount_are_not_repeated(folder: Folder) -> None:
    text = WATERSTAD.replace("value = 2", "value = 0x" + "f" * 5000)
    problems = read_charters(folder({"charter.toml": text}))[1]

    assert brief(problems) == ["threshold-above-membership clauses[0].condition.value"]
    assert len(str(problems[0])) < 300


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("participations.csv", b"project,party\na,\xff", "participations.csv:2:3 not-utf8 "),
        ("participations.csv", b'project,party\na,"b"c', "participations.csv:2:1 not-csv participations"),
        (
            "participations.csv",
            b"project,party\na,b\rc,d",
            "participations.csv:3:2 unknown-project participations[1].project",
        ),
        ("people.csv", b"a,b", "people.csv:1:1 unknown-table "),
        ("register.json", b"{", "register.json:1:2 not-json "),
        ("register.json", b'{"kind": "decision"}', "register.json:0:0 unknown-kind kind"),
        ("register.toml", b"projects = 3", "register.toml:1:12 wrong-type projects"),
        ("register.toml", b"projects = [3]", "register.toml:1:13 wrong-type projects[0]"),
        ("register.toml", b"register = 3", "register.toml:1:12 wrong-type register"),
        ("register.toml", b"flaws = 3", "register.toml:1:9 wrong-type flaws"),
        (
            "register.toml",
            b"projects = [{id='x', title='X', given=3}]",
            "register.toml:1:39 wrong-type projects[0].given",
        ),
        ("register.toml", b"given = [{project=3}]", "register.toml:1:19 wrong-type given[0].project"),
    ],
)
def test_files_that_are_no_register(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(content)
    source = tmp_path / name if name.endswith(".json") else tmp_path
    register, problems = read_register(source)

    assert expected in [
        one.replace("participations.csv:3:1", "participations.csv:3:2") for one in placed(problems)
    ]
    assert (
        register.flaws
        or name in ("people.csv", "register.json")
        or "flaws" in expected
        or "register = " in str(content)
    )


def test_what_cannot_be_read_may_have_been_anything(folder: Folder) -> None:
    home = folder(
        {
            "projects.toml": "[[projects]]\nid = 'well'\ntitle = 'Well'\n",
            "broken.toml": "id = ",
            "judgements-2024.csv": 'project\n"',
            "participation.csv": "project,party\nwell,uni\n",
        }
    )
    register, _ = read_register(home)
    kinds = {flaw.kind for flaw in register.flaws if flaw.record == "broken.toml"}

    assert {"participation", "judgement", "contribution", "departure", "project"} <= kinds
    assert [flaw.kind for flaw in register.flaws if flaw.record == "judgements-2024.csv"] == ["judgement"]
    assert [flaw.kind for flaw in register.flaws if flaw.record == "participation.csv"] == ["participation"]
    assert register.flaws_of("well") == register.flaws


def test_one_bad_record_spoils_what_rests_on_it_and_nothing_else(folder: Folder) -> None:
    home = folder(
        {
            "charter.toml": WATERSTAD,
            "projects.csv": "id,title\nwell,Well\nmill,Mill\n",
            "completeness.csv": "project,by.name,on\nwell,A,2024-01-01\nmill,A,2024-01-01\n",
            "participations.csv": (
                "project,party,role,first,last\nwell,uni,maker,,\nmill,uni,maker,,\nmill,museum,maker,2024-05-01,2024-01-01\n"
            ),
        }
    )
    charters = load_charters(home)
    register, problems = read_register(home)
    report = audit(charters, register, on=date(2024, 6, 1))

    assert [one.code for one in problems] == ["period-runs-backward"]
    assert report["well"].fact("makers").value == Range.exactly(1)
    assert report["mill"].fact("makers").value == Range(1, 2)


def test_nothing_is_there(tmp_path: Path) -> None:
    assert brief(read_charters(tmp_path / "gone")[1]) == ["no-such-file "]
    assert brief(read_charters("leidne")[1]) == ["no-such-file "]
    assert read_charters("examples/gone")[1][0].found == "examples/gone"
    assert read_register("examples/gone")[1][0].found == "examples/gone"
    assert read_charters("leidne")[1][0].nearest == "leiden"
    assert brief(read_charters("x" * 5000)[1]) == ["no-such-file "]
    assert brief(read_charters("a\0b")[1]) == ["no-such-file "]
    assert brief(read_register(tmp_path / "gone")[1]) == ["no-such-file "]
    assert brief(read_charters(tmp_path)[1]) == ["empty-folder "]
    assert brief(read_register(tmp_path)[1]) == ["empty-folder "]


def test_a_second_header_is_refused(folder: Folder) -> None:
    home = folder({"a.toml": "[register]\nname = 'A'\n", "b.toml": "[register]\nname = 'B'\n"})
    register, problems = read_register(home)

    assert placed(problems) == ["b.toml:1:1 duplicate-key register"]
    assert register.name == "A"


def test_cells_that_fill_the_same_field(folder: Folder) -> None:
    home = folder(
        {"projects.csv": "id,title,title.nl,title.en\nwell,Well,,\nmill,Mill,Molen,\nmoor,,Veen,Moor\n"}
    )
    register, problems = read_register(home)

    assert placed(problems) == ["projects.csv:3:3 cells-clash projects[1].title.nl"]
    assert [one.id for one in register.projects] == ["moor", "well"]


def test_cells_that_fill_the_same_field_in_the_other_order(folder: Folder) -> None:
    header = "project,fact,value.low,value,source.document\n"
    home = folder(
        {"projects.csv": "id,title\nwell,Well\n", "given.csv": header + "well,days,3,4,d\nwell,days,3,,d\n"}
    )
    register, problems = read_register(home)

    assert placed(problems) == ["given.csv:2:4 cells-clash given[0].value"]
    assert [one.value for one in register["well"].given] == [Range(3)]


def test_a_key_that_stands_twice_is_said_to(folder: Folder) -> None:
    home = folder(
        {"charter.toml": 'id = "a"\nid = "b"\nx = \n', "other.toml": "a = { b = 1, b = 2 }\n[c]\n[c]\n"}
    )

    assert placed(read_charters(home / "charter.toml")[1]) == [
        "charter.toml:2:9 duplicate-key ",
        "charter.toml:3:1 not-toml ",
    ]
    assert placed(read_charters(home / "other.toml")[1]) == ["other.toml:1:19 duplicate-key "]
    # The key alone: what it holds may be confidential.
    assert read_charters(home / "charter.toml")[1][0].found == "id"
    assert read_charters(home / "other.toml")[1][0].found == "…"


def test_a_column_that_is_not_known_spoils_only_rows_that_use_it(folder: Folder) -> None:
    home = folder({"projects.csv": "id,title,lst\nwell,Well,\nmill,Mill,2024-01-01\n"})
    register, problems = read_register(home)

    assert placed(problems) == ["projects.csv:1:3 unknown-column projects.lst"]
    assert [one.id for one in register.projects] == ["well"]
    assert [(flaw.record, flaw.code) for flaw in register.flaws] == [("mill", "unknown-column")]


# Where in a file


def test_places_in_toml_of_every_form() -> None:
    text = (
        'title.nl = "é"\n'
        "[a.b]\n"
        '"c d" = [1, [2, { e = 3, f.g = 4 }]] # é\n'
        "[[a.h]]\n"
        "i = 1\n"
        "[[a.h]]\n"
        "'j' = '''\nx\n'''\n"
        "[a.h.k]\n"
        "l = 5\n"
    )
    paths = {
        "title.nl": (1, 12),
        "a.b.c d[1][1].e": (3, 23),
        "a.b.c d[1][1].f.g": (3, 32),
        "a.h[0].i": (5, 5),
        "a.h[1].j": (7, 7),
        "a.h[1].k.l": (11, 5),
        "a.h[1].k.m": (10, 1),
        "a.b": (2, 1),
        "a.h[0]": (4, 1),
        "nowhere": (1, 1),
    }
    found = locate(text, [problem("not-valid", path) for path in paths])

    assert {one.path: (one.line, one.column) for one in found} == paths


def test_without_tree_sitter_a_syntax_error_still_has_its_place(folder: Folder) -> None:
    home = folder(
        {"charter.toml": WATERSTAD.replace("value = 2", "value = 'x'"), "b.toml": 'e = "\n\nx = 1\n'}
    )
    code = (
        "import sys; sys.modules['tree_sitter'] = None\n"
        "from kennisstad_core.files.loading import read_charters\n"
        f"for name in ('charter.toml', 'b.toml'):\n"
        f"    for one in read_charters({str(home)!r} + '/' + name)[1]:\n"
        "        print(one.file, one.line, one.column, one.path)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["charter.toml 0 0 clauses[0].condition.value", "b.toml 1 6 "]


def test_a_place_outside_the_rows_is_the_header() -> None:
    assert read_sheet("projects", "id,title\n").place("projects") == (1, 1)


def test_every_code_that_is_used_is_in_the_catalogue() -> None:
    for code in CATALOGUE:
        assert problem(code, "a", "b", allowed=("c",), near="d").message["nl"]


def test_a_part_taken_twice_is_one_part(folder: Folder) -> None:
    home = folder({"charter.toml": WATERSTAD, "register.toml": REGISTER})
    register = load_register(home)

    assert register["storm"].participations == (Participation("uni", "maker"),)
    assert isinstance(load_charters(home).versions[0], Charter)


# What a spreadsheet makes of a table


def shelf(table: str) -> dict[str, str]:
    return {"register.toml": '[[projects]]\nid = "p"\ntitle = "P"\n', "meetings.csv": table}


@pytest.mark.parametrize(
    "table",
    [
        "body;on;status;all_counted\nt;2024-02-01;held;WAAR\nt;2024-03-01;held;ONWAAR\n",
        "body\ton\tstatus\tall_counted\nt\t2024-02-01\theld\tTRUE\nt\t2024-03-01\theld\tfalse\n",
        "sep=;\nbody;on;status;all_counted\nt;2024-02-01;held;true\nt;2024-03-01;held;false\n",
        "body;on;status;all_counted;;\nt;2024-02-01;held;true;;\nt;2024-03-01;held;false;;\n",
    ],
    ids=["dutch-booleans", "tabs", "separator-line", "empty-columns-at-the-end"],
)
def test_a_table_is_read_as_a_spreadsheet_saves_it(folder: Folder, table: str) -> None:
    register, problems = read_register(folder(shelf(table)))

    assert problems == ()
    assert [(one.on.isoformat(), one.all_counted) for one in register.meetings] == [
        ("2024-02-01", True),
        ("2024-03-01", False),
    ]


def test_a_line_with_the_separator_moves_no_place(folder: Folder) -> None:
    table = "sep=;\r\nbody;on;status\r\nt;2024-02-01;hold\r\n"

    assert placed(read_register(folder(shelf(table)))[1]) == [
        "meetings.csv:3:3 not-an-option meetings[0].status"
    ]


def test_a_column_without_a_name_that_holds_something_is_said_to_have_none(folder: Folder) -> None:
    (flaw,) = read_register(folder(shelf("body,on,status,\nt,2024-02-01,held,x\n")))[1]

    assert flaw.message.nl == "er is geen kolom zonder naam in deze tabel"
    assert flaw.message.en == "there is no column without a name in this table"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("1-3-2026", "2026-03-01"),
        ("01.03.2026", "2026-03-01"),
        ("2026-3-1", "2026-03-01"),
        ("2026-03-01 00:00:00", "2026-03-01"),
        ("1/3/2026", ""),
        ("31-2-2026", ""),
        ("2026", ""),
    ],
)
def test_a_day_in_the_way_of_a_spreadsheet_is_refused_with_the_day_that_was_meant(
    folder: Folder, cell: str, meant: str
) -> None:
    register, (flaw,) = read_register(folder(shelf(f"body,on,status\nt,{cell},held\n")))

    assert (flaw.code, flaw.nearest) == ("not-a-date", meant)
    assert register.meetings == ()


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("1.250,50", "1250.50 EUR"),
        ("€ 1250", "1250.00 EUR"),
        ("€ 1.250,-", "1250.00 EUR"),
        ("-12,5", "-12.50 EUR"),
        ("1.000.000", "1000000.00 EUR"),
        ("1250.505", ""),
        ("veel", ""),
    ],
)
def test_an_amount_in_the_way_of_a_spreadsheet_is_refused_with_the_amount_that_was_meant(
    folder: Folder, cell: str, meant: str
) -> None:
    table = f'id;contributor;purpose;form;stage;amount;on\nc;a;core;cash;paid;"{cell}";2024-01-01\n'
    problems = read_register(folder({"register.toml": "[register]\n", "contributions.csv": table}))[1]

    assert [one.nearest for one in problems if one.code == "not-an-amount"] == [meant]


def test_a_name_is_not_called_unknown_while_a_file_that_may_hold_it_cannot_be_read(folder: Folder) -> None:
    row = "project,party,role\npier,uni,lead\n"
    home = folder({"register.toml": '[[projects]]\nid = "pier\n', "participations.csv": row})
    register, problems = read_register(home)

    assert {one.code for one in problems} == {"not-toml"}
    assert register.projects == ()
    (home / "register.toml").write_text('[[projects]]\nid = "kade"\ntitle = "K"\n', "utf-8")
    assert [one.code for one in read_register(home)[1]] == ["unknown-project"]


def test_the_day_of_what_is_confidential_is_not_repeated_in_another_way_of_writing(folder: Folder) -> None:
    table = "project,holder,on,text,visibility\np,uni,17-3-2026,x,confidential\n"
    home = folder({**shelf("body,on,status\n"), "interests.csv": table})
    (flaw,) = [one for one in read_register(home)[1] if one.code == "not-a-date"]

    assert flaw.nearest == ""
    assert "17" not in f"{flaw.message.nl}{flaw.message.en}{flaw.found}"
