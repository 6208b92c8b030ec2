# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command, through its own front door: what it prints where, in which language and form, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import pytest
from attrs import frozen

import kennisstad_core as kc
from kennisstad_core import cli

ROOT: Final = Path(__file__).parent.parent
LANGUAGES: Final[tuple[Literal["nl", "en"], ...]] = ("nl", "en")
ON: Final = "2025-06-01"

CHARTER: Final = """
id = "c-{number}"
partnership = "Één Verbond"
title = {{ nl = "Verbond {number}", en = "Covenant {number}" }}
{period}

partners = [{{ id = "a", name = "Alfa" }}, {{ id = "b", name = "Bèta" }}, {{ id = "c", name = "Gamma" }}]
memberships = [{{ partner = "a" }}, {{ partner = "b" }}, {{ partner = "c" }}]
bodies = [{{ id = "board", title = {{ nl = "bestuur", en = "board" }} }}]
roles = [{{ id = "executing", title = {{ nl = "uitvoerder", en = "executing" }} }}]

[[facts]]
name = "involved"
kind = "count"
of = "participations"
where = {{ member = true }}
label = {{ nl = "het aantal partners", en = "the number of partners" }}

[[facts]]
name = "verdict"
kind = "judgement"
label = {{ nl = "het oordeel", en = "the verdict" }}
options = [
  {{ id = "good", title = {{ nl = "goed", en = "fine" }} }},
  {{ id = "bad", title = {{ nl = "slecht", en = "poor" }} }},
]

[[facts]]
name = "cost"
kind = "given"
type = "money"
label = {{ nl = "de kosten", en = "the cost" }}

[[facts]]
name = "weeks"
kind = "given"
type = "count"
label = {{ nl = "het aantal weken", en = "the number of weeks" }}

[[facts]]
name = "permit"
kind = "given"
type = "truth"
label = {{ nl = "er is een vergunning", en = "there is a permit" }}

[[facts]]
name = "size"
kind = "given"
type = "choice"
label = {{ nl = "de omvang", en = "the size" }}
options = [
  {{ id = "small", title = {{ nl = "klein", en = "small" }} }},
  {{ id = "large", title = {{ nl = "groot", en = "large" }} }},
]

[[clauses]]
id = "enough"
force = "rule-of-thumb"
admits_departure = true
title = {{ nl = "Genoeg partners", en = "Enough partners" }}
text = {{ nl = "Er doen genoeg partners mee.", en = "Enough partners take part." }}
condition = {{ kind = "compare", fact = "involved", relation = "at_least", value = {number} }}

[[clauses]]
id = "fine"
force = "practice"
title = {{ nl = "In orde", en = "In order" }}
text = {{ nl = "Het is in orde.", en = "It is in order." }}
condition = {{ kind = "judged", fact = "verdict", verdicts = ["good"] }}

[[clauses]]
id = "cheap"
force = "aspiration"
title = {{ nl = "Niet duur", en = "Not expensive" }}
text = {{ nl = "Het kost niet veel.", en = "It does not cost much." }}
condition = {{ kind = "compare", fact = "cost", relation = "at_most", value = "1000.00 EUR" }}

[[clauses]]
id = "modest"
force = "remark"
title = {{ nl = "Bescheiden", en = "Modest" }}
text = {{ nl = "Klein, kort en vergund.", en = "Small, short and permitted." }}

[clauses.condition]
kind = "all"
of = [
  {{ kind = "one_of", fact = "size", options = ["small"] }},
  {{ kind = "compare", fact = "weeks", relation = "at_most", value = 4 }},
  {{ kind = "is", fact = "permit", value = true }},
]

[[questions]]
id = "joint"
title = {{ nl = "Is het gezamenlijk?", en = "Is it joint?" }}
requires = ["enough", "fine"]

[questions.answers]
met = {{ nl = "gezamenlijk", en = "joint" }}
not_met = {{ nl = "niet gezamenlijk", en = "not joint" }}
unknown = {{ nl = "nog niet te zeggen", en = "cannot be said yet" }}

[[outcomes]]
id = "joint"
title = {{ nl = "Gezamenlijk werk", en = "Joint work" }}
when = {{ joint = "met" }}

[[outcomes]]
id = "alone"
title = {{ nl = "Eigen werk", en = "Own work" }}
when = {{ joint = "not-met" }}
"""

HEADER: Final = '[register]\nname = "Verbond"\n'
WHO: Final = '{ name = "J. Ja", role = "secretary" }'


def project(name: str, parties: Iterable[str], verdict: str = "", *, more: str = "") -> str:
    lines = [
        f'[[projects]]\nid = "{name}"\ntitle = {{ nl = "Werk {name}", en = "Work {name}" }}\nfirst = 2025-01-01',
        f'[[projects.completeness]]\nof = "participations"\non = 2025-01-01\nby = {WHO}',
        *(
            f'[[projects.participations]]\nparty = "{one}"\nrole = "executing"\nfirst = 2025-02-01'
            for one in parties
        ),
    ]
    if verdict:
        lines.append(
            f'[[projects.judgements]]\nfact = "verdict"\nverdict = "{verdict}"\non = 2025-03-01\nby = {WHO}'
        )
    return "\n\n".join((*lines, more, ""))


DEPARTURE: Final = f"""
[[projects.departures]]
clause = "enough"
body = "board"
by = {WHO}
on = 2025-03-01
reason = "een proef"
"""
PROJECTS: Final = {
    "clear": project("clear", "ab", "good"),
    "departed": project("departed", "a", "good", more=DEPARTURE),
    "habit": project("habit", "ab", "bad"),
    "open": project("open", "ab"),
    "short": project("short", "a", "good"),
}


def covenant(folder: Path, names: Iterable[str] = PROJECTS) -> Path:
    """A register with two versions of its charter: two partners are enough until July 2025, three from then on."""
    folder.mkdir(exist_ok=True)
    first, second = "first = 2024-01-01\nlast = 2025-06-30", "first = 2025-07-01"
    (folder / "charter-old.toml").write_text(CHARTER.format(number=2, period=first), "utf-8")
    (folder / "charter-new.toml").write_text(CHARTER.format(number=3, period=second), "utf-8")
    (folder / "register.toml").write_text(HEADER + "\n".join(PROJECTS[name] for name in names), "utf-8")
    return folder


@frozen
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> Ran:
        code = cli.main([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register that is named as people do, from the folder it is in."""
    monkeypatch.chdir(tmp_path)
    return covenant(Path("verbond"))


@pytest.fixture
def flawed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = covenant(Path("stuk"))
    before, _, after = project("open", "ab", "good").replace('"a"', '"alfaa"').rpartition("2025-02-01")
    bad = f'{before}"2025-02-31"{after}'.replace("on = 2025-03-01", 'on = 2025-03-01\nraeson = "toch"')
    (folder / "register.toml").write_text(HEADER + PROJECTS["clear"] + bad, "utf-8")
    return folder


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def assert_reads_well(text: str) -> None:
    """Text for people: within 80 columns, and without colours, control characters and loose spaces."""
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert [one for one in text if not one.isprintable() and one != "\n"] == []


def assert_refused(ran: Ran, *words: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("kennisstad: ")
    assert ran.err.count("\n") == 1
    for word in words:
        assert word in ran.err


# Exit codes


@pytest.mark.parametrize(
    ("name", "outcome", "code"),
    [
        ("clear", "joint", 0),
        ("departed", "joint", 0),
        ("habit", "alone", 0),  # only a practice is not met
        ("open", "undetermined", 3),
        ("short", "alone", 1),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_the_exit_code_of_a_decision_says_how_it_stands(
    register: Path, run: Run, name: str, outcome: str, code: int, form: str
) -> None:
    ran = run("decide", register, name, "--on", ON, "--format", form)

    assert (ran.code, ran.err) == (code, "")
    if form == "json":
        assert kc.loads(ran.out) == kc.decide(
            kc.load_charters(register), kc.load_register(register), name, on=date(2025, 6, 1)
        )
        decision = kc.loads(ran.out)
        assert isinstance(decision, kc.Decision)
        assert decision.outcome == outcome


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["clear", "departed", "habit"], 0),
        (["clear", "open"], 3),
        (["open", "short"], 1),  # a rule that is not followed outranks an open outcome
        ([], 0),
    ],
)
def test_the_exit_code_of_an_audit_is_that_of_its_worst_decision(
    tmp_path: Path, run: Run, names: list[str], code: int
) -> None:
    folder = covenant(tmp_path / "verbond", names)

    for when in (["--on", ON], ["--period", "2025-01-01..2025-06-30"]):
        ran = run("audit", folder, *when)
        assert (ran.code, ran.err) == (code, "")


def test_faulty_files_outrank_everything_and_the_rest_is_still_reported(flawed: Path, run: Run) -> None:
    ran = run("audit", flawed, "--on", ON)

    assert ran.code == 2
    assert "Work clear" in ran.out
    assert "Joint work (1)" in ran.out
    assert f"{flawed.as_posix()}/register.toml:" in ran.err
    assert "2025-02-31" in ran.err
    assert ran.err.splitlines()[-1].startswith("kennisstad: 3 problems")

    ran = run("decide", flawed, "clear", "--on", ON)
    assert ran.code == 2
    assert "Outcome: Joint work" in ran.out


def test_a_charter_of_which_one_version_is_faulty_still_decides_by_the_other(
    register: Path, run: Run
) -> None:
    new = register / "charter-new.toml"
    new.write_text(new.read_text("utf-8").replace('fact = "involved"', 'fact = "involvd"'), "utf-8")

    ran = run("decide", register, "clear", "--on", ON)

    assert ran.code == 2
    assert "Outcome: Joint work" in ran.out
    assert "involved" in ran.err  # the nearest name

    for one in register.glob("charter-*.toml"):
        one.write_text("id = 1", "utf-8")
    ran = run("decide", register, "clear", "--on", ON)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == "kennisstad: no version of the charter can be used"


# Mistakes of the person who types


def test_no_file_draws_on_the_screen_of_who_checks_it(tmp_path: Path, run: Run) -> None:
    clear = "\\u001b[2J\\n0 problems.\\n"
    file = tmp_path / "register.toml"
    rows = "".join(f'[[external_parties]]\nid = "{one}{clear}"\nname = "x"\n' for one in ("a", "b"))
    file.write_text(f'[register]\n[[projects]]\n"{clear}" = 1\n["{clear}"]\n{rows}', "utf-8")
    ran = run("check", file)
    assert ran.code == 2
    assert "unknown-field" in ran.err + ran.out
    assert "\x1b" not in ran.err + ran.out
    assert "0 problems." not in (ran.err + ran.out).splitlines()


def test_a_folder_with_nothing_in_it_is_not_called_a_charter(tmp_path: Path, run: Run) -> None:
    ran = run("audit", tmp_path, "--on", ON)
    assert ran.code == 2
    assert "holds no records" in ran.err
    assert "is a charter" not in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["decide", "REGISTER", "cleer", "--on", ON], "did you mean ‘clear’?"),
        (["decide", "REGISTER", "Work open", "--on", ON], "did you mean ‘open’?"),
        (["decide", "REGISTER", "zzz", "--on", ON], "there are: clear, departed, habit, open, short"),
        (["decide", "REGISTER", "clear"], "--on"),
        (["decide", "REGISTER", "clear", "--on", "1-6-2025"], "‘1-6-2025’ is not a date"),
        (["decide", "REGISTER", "clear", "--on", "2025-02-30"], "‘2025-02-30’ is not a date"),
        (["decide", "REGISTER", "clear", "--on", "20250601"], "is not a date"),
        (["decide", "REGISTER", "clear", "--on", ON, "--length", "short"], "--length"),
        (["decide", "REGISTER", "clear", "--on", ON, "--language", "de"], "--language"),
        (["decide", "REGISTER", "clear", "--on", ON, "--fromat", "csv"], "--format"),
        (["decide", "nowhere", "clear", "--on", ON], "there is no file or folder ‘nowhere’"),
        (["decide", "leiden-2023.toml", "clear", "--on", ON], "there is no file or folder"),
        (["audit", "REGISTER"], "exactly one of --on, --year, --period"),
        (["audit", "REGISTER", "--on", "2024-01-01", "--year", "2025"], "2024-01-01 is not in 2025-01-01..2025-12-31"),
        (["audit", "REGISTER", "--period", "2025-01-01..2025-02-01", "--year", "2025"], "exactly one of"),
        (["audit", "REGISTER", "--year", "2025", "--since", "nowhere"], "there is no file or folder ‘nowhere’"),
        (["audit", "REGISTER", "--year", "2025", "--since", "REGISTER"], "is not a report"),
        (["audit", "REGISTER", "--year", "25"], "‘25’ is not a year"),
        (["audit", "REGISTER", "--period", "2025"], "‘2025’ is not a period"),
        (["audit", "REGISTER", "--period", "2025-01-01.."], "is not a period"),
        (["audit", "REGISTER", "--period", "2025-02-01..2025-01-01"], "ends before it begins"),
        (["audit", "REGISTER", "--on", ON, "--charters", "nope"], "there is no file, folder or charter ‘nope’"),
        (["audit", "CHARTER", "--on", ON], "holds no records, and a register is needed"),
        (["check", "CHARTER", "--charters", "leiden"], "holds no records, and a register is needed"),
        (["docs", "CHARTER", "--charters", "leiden", "--output", "out"], "holds no records, and a register"),
        (["history", "REGISTER", "clear"], "exactly one of --year, --period"),
        (["history", "REGISTER", "claer", "--year", "2025"], "did you mean ‘clear’?"),
        (["certificate", "nope"], "there is no file, folder or charter ‘nope’"),
        (["certificate", "REGISTER"], "several versions (c-2, c-3)"),
        (["certificate", "REGISTER", "--on", "2020-01-01"], "on 2020-01-01 not exactly one version"),
        (["certificate", "REGISTER", "--charter", "c-4"], "there is no version ‘c-4’"),
        (["compare", "REGISTER", "c-2", "x", "--on", ON], "no version ‘x’ of the charter; there are: c-2, c-3"),
        (["check", "nope"], "there is no file, folder or charter ‘nope’"),
        (["schema", "chartr"], "charter"),
        (["chek", "REGISTER"], 'Did you mean "check"?'),
        (["--nonsense"], "--nonsense"),
    ],
)  # fmt: skip
def test_a_mistake_is_answered_in_one_line_and_with_2(
    register: Path, run: Run, words: list[str], said: str
) -> None:
    paths = {"REGISTER": str(register), "CHARTER": str(register / "charter-old.toml")}

    assert_refused(run(*(paths.get(word, word) for word in words)), said)


def test_mistakes_are_answered_in_dutch_too(register: Path, run: Run) -> None:
    nl = ["--language", "nl"]

    assert_refused(
        run("decide", register, "cleer", "--on", ON, *nl), "er is geen project", "bedoelde u ‘clear’?"
    )
    assert_refused(run("decide", register, "clear", "--on", "x", *nl), "‘x’ is geen datum")
    assert_refused(run("audit", register, *nl), "precies één van --on, --year, --period")
    assert_refused(run("audit", "weg", "--on", ON, *nl), "er is geen bestand of map ‘weg’")
    assert_refused(run("certificate", register, *nl), "meer versies (c-2, c-3)")


def test_a_register_without_a_charter_says_how_to_name_one(register: Path, tmp_path: Path, run: Run) -> None:
    alone = tmp_path / "alleen"
    alone.mkdir()
    (register / "register.toml").rename(alone / "register.toml")

    assert_refused(run("audit", alone, "--on", ON), "--charters", "[register] charters")
    named = run("audit", alone, "--on", ON, "--charters", register / "charter-old.toml")
    assert named.code == 1
    assert "Joint work (2)" in named.out
    assert f"--charters {register / 'charter-old.toml'}" in named.out.replace("\\\n      ", "")

    checked = run("check", alone)
    assert checked.code == 0
    assert "No charter goes with this register" in checked.out


def test_control_characters_do_not_reach_the_terminal(register: Path, run: Run) -> None:
    ran = run("decide", register, "\x1b[31mrood", "--on", ON)

    assert_refused(ran)
    assert "\x1b" not in ran.err


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, run: Run, register: Path
) -> None:
    monkeypatch.setitem(sys.modules, "cyclopts", None)

    assert_refused(run("check", register), "kennisstad_core[cli]")


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, run: Run, register: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kennisstad_core.governance.audit", interrupt)

    ran = run("audit", register, "--on", ON)

    assert ran == Ran(130, "", "")


def test_a_file_that_cannot_be_looked_at_is_no_traceback(run: Run) -> None:
    ran = run("check", "x" * 5000)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kennisstad: ")
    assert "Traceback" not in ran.err


# check


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_says_what_was_read_when_all_is_well(register: Path, run: Run, language: str) -> None:
    ran = run("check", register, "--language", language)

    assert (ran.code, ran.err) == (0, "")
    assert_reads_well(ran.out)
    words = ran.out.split()
    assert "c-2," in words
    assert "c-3," in words
    assert str(register) in words
    assert ran.lines[-1] == {"nl": "Geen problemen gevonden.", "en": "No problems found."}[language]


@pytest.mark.parametrize("what", ["charter-old.toml", ".", "register.toml"])
def test_check_takes_a_file_or_a_folder(register: Path, run: Run, what: str) -> None:
    ran = run("check", register / what)

    assert ran.code == 0, ran.err + ran.out
    assert ("Register" in ran.out) is (what != "charter-old.toml")
    assert "c-2" in ran.out


def test_check_takes_a_folder_of_charters_and_the_name_of_one_that_comes_along(
    register: Path, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "versies"
    folder.mkdir()
    for number, one in enumerate(sorted(register.glob("charter-*.toml"))):
        one.rename(folder / f"{number}.toml")

    ran = run("check", folder)
    assert ran.code == 0
    assert "c-2" in ran.out
    assert "c-3" in ran.out
    assert "Register" not in ran.out

    ran = run("check", "leiden")
    assert ran.code == 0
    assert "leiden-2023" in ran.out


def test_what_is_there_goes_before_a_name(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    covenant(tmp_path / "leiden")
    monkeypatch.chdir(tmp_path)

    ran = run("check", "leiden")

    assert ran.code == 0
    assert "c-2" in ran.out
    assert "leiden-2023" not in ran.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_lists_every_problem_with_its_place_and_what_would_be_right(
    flawed: Path, run: Run, language: str
) -> None:
    ran = run("check", flawed, "--language", language)

    assert (ran.code, ran.err) == (2, "")
    file = re.escape(f"{flawed.as_posix()}/register.toml")
    places = [re.match(rf"{file}:(\d+):(\d+): ([a-z-]+): .+ \[[\w.\[\]]+\]$", line) for line in ran.lines]
    found = [place for place in places if place]
    assert {place[3] for place in found} == {"not-a-date", "unknown-field", "unknown-party"}
    source = (flawed / "register.toml").read_text("utf-8").splitlines()
    for place in found:
        code = {"not-a-date": '"2025-02-31"', "unknown-field": "raeson", "unknown-party": '"alfaa"'}[place[3]]
        assert source[int(place[1]) - 1][int(place[2]) - 1 :].startswith(code)
    details = [line for line in ran.lines if line.startswith("    ")]
    assert any({"nl": "gevonden: ", "en": "found: "}[language] in line for line in details)
    assert any(
        {"nl": "lijkt het meest op: ", "en": "nearest: "}[language] + "reason" in line for line in details
    )
    assert ran.lines[-1] == {"nl": "3 problemen.", "en": "3 problems."}[language]
    assert ran.out == run("check", flawed, "--language", language).out


def test_check_names_the_record_that_a_problem_is_in(register: Path, run: Run) -> None:
    rows = "project,id,party,role,first,last\n{},p-77,alfa,maker,2025-06-01,2025-05-01\n"
    name = next(iter(kc.load_register(register).projects)).id
    (register / "participations.csv").write_text(rows.format(name), "utf-8")

    details = [line for line in run("check", register).lines if line.startswith("    ")]

    assert any(line.lstrip().startswith("id: p-77; ") for line in details)


def test_check_says_once_for_each_kind_of_problem_what_to_do(register: Path, run: Run) -> None:
    (register / "wishes.csv").write_bytes(b"on,text\n2025-01-01,caf\xe9\n")
    (register / "budgets.csv").write_bytes(b"on,text\n2025-01-01,caf\xe9\n")

    ran = run("check", register, "--language", "nl")

    assert [line for line in ran.lines if "not-utf8" in line][1:]
    assert ran.out.count("wat te doen: Bewaar het bestand opnieuw als UTF-8") == 1


def test_check_repeats_the_name_of_a_field_and_no_translation_of_it(register: Path, run: Run) -> None:
    charter = next(register.glob("charter*.toml"))
    charter.write_text(charter.read_text("utf-8").replace("title = {", "titel = {"), "utf-8")

    ran = run("check", register, "--language", "nl")

    told = " ".join(ran.out.split())
    assert "toegestaan: id, title, " in told
    assert "tekst" not in told
    assert "ontbreekt [" in told
    assert "gevonden: title" not in told


def test_check_gives_its_problems_as_data(flawed: Path, run: Run) -> None:
    told = json.loads(run("check", flawed, "--format", "json").out)
    assert told["kind"] == "problems"
    assert {one["code"] for one in told["problems"]} == {"not-a-date", "unknown-field", "unknown-party"}
    assert all(set(one["message"]) == {"nl", "en"} for one in told["problems"])

    table = rows(run("check", flawed, "--format", "csv", "--language", "nl").out)
    assert {one["code"] for one in table} == {"not-a-date", "unknown-field", "unknown-party"}
    assert all(int(one["line"]) > 0 for one in table)
    assert any("geen datum" in one["message"] for one in table)


def test_a_register_beside_a_faulty_charter_says_that_it_was_not_checked_against_it(
    register: Path, run: Run
) -> None:
    (register / "charter-new.toml").write_text("id = 1", "utf-8")

    ran = run("check", register)

    assert ran.code == 2
    assert "was not checked against it" in ran.out.replace("\n  ", " ")


def test_a_register_without_a_charter_is_checked_beside_one_that_is_named(
    register: Path, tmp_path: Path, run: Run
) -> None:
    alone = tmp_path / "alone.json"
    alone.write_text(kc.dumps(kc.load_register(register)), "utf-8")

    assert "No charter goes with this register" in run("check", alone).out
    assert "unknown-party" in run("check", alone, "--charters", "leiden").out
    assert "Charter c-3" in run("check", alone, "--charters", register).out


def test_a_file_that_is_not_even_toml_is_told_by_what_it_seems_to_be(register: Path, run: Run) -> None:
    (register / "register.toml").write_text("[register]\nname = \n", "utf-8")

    ran = run("check", register / "register.toml")

    assert ran.code == 2
    assert "not-toml" in ran.out
    assert "Register" in ran.out


# audit


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_audit_reads_well(register: Path, run: Run, language: Literal["nl", "en"]) -> None:
    ran = run("audit", register, "--on", ON, "--language", language)

    assert_reads_well(ran.out)
    text = re.sub(r"\s+", " ", ran.out)
    said = {
        "nl": [
            "Één Verbond op 1 juni 2025: 5 projecten",
            "Gezamenlijk werk (2)",
            "[+] Werk clear (clear)",
            "[-] Werk short (short)",
            "[~] Werk departed (departed)",
            "[?] Werk open (open)",
            "Meegeteld: Alfa en Bèta.",
            "Niet aan voldaan: ‘Genoeg partners’.",
            "een proef",
            "‘goed’ of ‘slecht’",
            "Voor: Werk open.",
            "kennisstad explain",
            "--language nl",
        ],
        "en": [
            "Één Verbond on 1 June 2025: 5 projects",
            "Joint work (2)",
            "[+] Work clear (clear)",
            "[-] Work short (short)",
            "[~] Work departed (departed)",
            "[?] Work open (open)",
            "Counted: Alfa and Bèta.",
            "Not met: ‘Enough partners’.",
            "een proef",
            "‘fine’ or ‘poor’",
            "For: Work open.",
            "kennisstad explain",
        ],
    }[language]
    assert [words for words in said if words not in text] == []
    order = [
        text.index(one) for one in ({"nl": "Gezamenlijk werk (2)", "en": "Joint work (2)"}[language], "[~]")
    ]
    assert order == sorted(order)


def test_the_hint_of_an_audit_can_be_typed(register: Path, run: Run) -> None:
    out = run("audit", register, "--period", "2025-01-01..2025-12-31", "--language", "nl").out
    hints = re.findall(r"^  kennisstad (.+)$", out.replace(" \\\n     ", ""), re.MULTILINE)

    assert [hint.split()[0] for hint in hints] == ["explain", "history"]
    for hint in hints:
        ran = run(*hint.split())
        assert ran.code in (0, 1, 3)
        assert ran.err == ""


def test_an_audit_of_a_period_says_when_it_was_otherwise(register: Path, run: Run) -> None:
    ran = run("audit", register, "--year", "2025")

    text = re.sub(r"\s+", " ", ran.out)
    assert ran.code == 1
    assert "Covenant 3 (c-3)" in text
    assert (
        "Over time: 1 January 2025 through 31 January 2025: Own work; "
        "1 February 2025 through 28 February 2025: cannot be determined yet; "
        "1 March 2025 through 30 June 2025: Joint work; 1 July 2025 through 31 December 2025: Own work."
        in text
    )
    assert_reads_well(ran.out)


def test_an_audit_is_one_json_document(register: Path, run: Run) -> None:
    ran = run("audit", register, "--year", "2025", "--format", "json")

    charters, held = kc.load_charters(register), kc.load_register(register)
    assert kc.loads(ran.out) == kc.audit(charters, held, period=kc.Period.year(2025))


def test_an_audit_is_a_row_for_every_clause_of_every_project(register: Path, run: Run) -> None:
    table = rows(run("audit", register, "--on", ON, "--format", "csv").out)

    assert len(table) == 5 * 4
    assert {one["status"] for one in table if one["subject"] == "short" and one["clause"] == "enough"} == {
        "not-met"
    }


def test_an_audit_in_markdown_is_the_same_page(register: Path, run: Run) -> None:
    ran = run("audit", register, "--on", ON, "--format", "markdown")

    assert ran.out.startswith("# Één Verbond on 1 June 2025: 5 projects\n")
    assert "\n## Joint work (2)\n" in ran.out
    assert ran.code == 1


def test_an_audit_without_projects_says_so(tmp_path: Path, run: Run) -> None:
    ran = run("audit", covenant(tmp_path / "leeg", ()), "--on", ON)

    assert (ran.code, ran.err) == (0, "")
    assert "no projects" in ran.out
    assert "kennisstad explain" not in ran.out


def test_projects_outside_the_period_are_named_and_not_decided(register: Path, run: Run) -> None:
    ran = run("audit", register, "--year", "2024")

    assert ran.code == 0
    assert "Not in this period: clear, departed, habit, open and short." in re.sub(r"\s+", " ", ran.out)


def test_cells_that_a_spreadsheet_would_run_are_disarmed(tmp_path: Path, run: Run) -> None:
    folder = covenant(tmp_path / "verbond", [])
    (folder / "register.toml").write_text(HEADER + project("=cmd|”/c”", "ab", "good"), "utf-8")

    out = run("audit", folder, "--on", ON, "--format", "csv").out

    assert {one["subject"] for one in rows(out)} == {"'=cmd|”/c”"}


# decide and explain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", ["clauses", "full"])
def test_a_decision_is_the_explanation_of_the_library(
    register: Path, run: Run, length: str, language: Literal["nl", "en"]
) -> None:
    ran = run("decide", register, "short", "--on", ON, "--length", length, "--language", language)

    decision = kc.decide(kc.load_charters(register), kc.load_register(register), "short", on=date(2025, 6, 1))
    assert ran.out == decision.explain(language, length).rstrip("\n") + "\n"
    assert_reads_well(ran.out)


def test_a_decision_in_one_line_is_one_line(register: Path, run: Run) -> None:
    assert len(run("decide", register, "short", "--on", ON, "--length", "line").lines) == 1


def test_explain_is_decide_in_full(register: Path, run: Run) -> None:
    for form in ("text", "json", "csv", "markdown"):
        asked = (register, "open", "--on", ON, "--language", "nl", "--format", form)
        assert run("explain", *asked) == run("decide", *asked, "--length", "full")


def test_a_register_may_be_one_file(register: Path, run: Run) -> None:
    ran = run("decide", register / "register.toml", "clear", "--on", ON)

    assert ran.code == 0
    assert "Outcome: Joint work" in ran.out


# suppositions


def files_of(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_a_supposition_decides_is_marked_in_every_form_and_is_never_stored(
    register: Path, run: Run, form: str, language: str
) -> None:
    before = files_of(register)
    asked = ("decide", register, "open", "--on", ON, "--format", form, "--language", language)

    plain, ran = run(*asked), run(*asked, "--suppose", "verdict=good")

    assert plain.code == 3
    assert "suppos" not in plain.out
    assert (ran.code, ran.err) == (0, "")
    words = {"nl": "veronderstelling, niet vastgelegd", "en": "supposition, not on record"}[language]
    if form in ("text", "markdown"):
        assert words in ran.out
        assert "verdict=good" in ran.out.replace("\\", "")
        told = {"nl": "volgens een veronderstelling op", "en": "according to a supposition on"}
        assert [one for one in told.values() if one in ran.out] == [told[language]]
    if form == "csv":
        assert {one["supposed"] for one in rows(ran.out)} == {"verdict=good"}
    if form == "json":
        decision = kc.loads(ran.out)
        assert isinstance(decision, kc.Decision)
        assert "supposition, not on record: verdict=good" in decision.title.en
        assert "veronderstelling, niet vastgelegd: verdict=good" in decision.title.nl
        assert decision.fact("verdict").records == ("supposition:verdict=good",)
    assert files_of(register) == before


def test_a_supposition_takes_the_place_of_what_is_recorded(register: Path, run: Run) -> None:
    ran = run("decide", register, "clear", "--on", ON, "--suppose", "verdict=bad", "--length", "line")

    assert ran.code == 0
    assert "Own work" in ran.out


@pytest.mark.parametrize(
    ("supposed", "fact", "value"),
    [
        ("cost=999.50", "cost", kc.Range.exactly(99950)),
        ("cost=500..1000", "cost", kc.Range(50000, 100000)),
        ("cost=2000..", "cost", kc.Range(200000)),
        ("weeks=3", "weeks", kc.Range.exactly(3)),
        ("weeks=2..5", "weeks", kc.Range(2, 5)),
        ("weeks = 2..", "weeks", kc.Range(2)),
        ("permit=ja", "permit", kc.Truth.MET),
        ("permit=False", "permit", kc.Truth.NOT_MET),
        ("size=small", "size", kc.Choice.of("small")),
        ("verdict=bad", "verdict", kc.Choice.of("bad")),
    ],
)
def test_judgements_and_given_facts_of_every_type_can_be_supposed(
    register: Path, run: Run, supposed: str, fact: str, value: Any
) -> None:
    decision = kc.loads(
        run("decide", register, "open", "--on", ON, "--suppose", supposed, "--format", "json").out
    )

    assert isinstance(decision, kc.Decision)
    assert decision.fact(fact).value == value


def test_several_facts_can_be_supposed_at_once(register: Path, run: Run) -> None:
    supposed = ["--suppose", "size=small", "--suppose", "weeks=4", "--suppose", "permit=yes"]

    ran = run("decide", register, "open", "--on", ON, *supposed)

    assert "size=small, weeks=4, permit=yes" in re.sub(r"\s+", " ", ran.out)
    assert "[i] Modest" in ran.out


@pytest.mark.parametrize(
    ("supposed", "said"),
    [
        (["verdict"], "reads like FACT=VALUE, not like ‘verdict’"),
        (["=good"], "reads like FACT=VALUE"),
        (["verdict="], "reads like FACT=VALUE"),
        (["verdct=good"], "supposed: verdict, cost, weeks, permit, size; did you mean ‘verdict’?"),
        (["involved=3"], "‘involved’ follows from the records"),
        (["verdict=godo"], "‘godo’ is not a value ‘verdict’ can have; possible: good, bad; did you mean ‘good’?"),
        (["size=medium"], "possible: small, large"),
        (["permit=perhaps"], "possible: true, false"),
        (["weeks=many"], "a whole number"),
        (["weeks=5..2"], "a whole number"),
        (["weeks=-1"], "a whole number"),
        (["cost=1,50"], "an amount such as 1250.50"),
        (["verdict=good", "verdict=bad"], "two suppositions about ‘verdict’"),
    ],
)  # fmt: skip
def test_what_cannot_be_supposed_is_refused(register: Path, run: Run, supposed: list[str], said: str) -> None:
    words = [word for one in supposed for word in ("--suppose", one)]

    assert_refused(run("decide", register, "open", "--on", ON, *words), said)
    assert_refused(run("decide", register, "open", "--on", ON, *words, "--language", "nl"))


def test_nothing_can_be_supposed_when_no_agreement_is_in_force(register: Path, run: Run) -> None:
    ran = run("decide", register, "open", "--on", "2020-01-01", "--suppose", "verdict=good")

    assert_refused(ran, "on 2020-01-01 not exactly one version")


def test_before_there_was_an_agreement_nothing_can_be_determined(register: Path, run: Run) -> None:
    ran = run("audit", register, "--on", "2020-01-01")

    assert (ran.code, ran.err) == (3, "")
    assert "Cannot be determined yet (5)" in ran.out
    assert "Judged by" not in ran.out
    assert_reads_well(ran.out)
    assert run("decide", register, "short", "--on", "2020-01-01").code == 3


# history, certificate, compare


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_history_says_when_the_outcome_changed(register: Path, run: Run, language: str) -> None:
    ran = run("history", register, "clear", "--year", "2025", "--language", language)

    assert (ran.code, ran.err) == (0, "")
    assert_reads_well(ran.out)
    assert ran.lines[0] == {"nl": "Werk clear", "en": "Work clear"}[language]
    assert {"nl": "Gezamenlijk werk", "en": "Joint work"}[language] in re.sub(r"\s+", " ", ran.out)


def test_a_history_as_data(register: Path, run: Run) -> None:
    asked = ("history", register, "clear", "--period", "2025-01-01..2025-12-31")

    report = kc.loads(run(*asked, "--format", "json").out)
    assert isinstance(report, kc.Report)
    charters, held = kc.load_charters(register), kc.load_register(register)
    spells = kc.history(charters, held, "clear", period=kc.Period.year(2025))
    assert report.spells == (("clear", spells),)
    assert [one.project for one in report.decisions] == ["clear"]

    table = rows(run(*asked, "--format", "csv").out)
    assert len(table) == len(spells) * 5
    assert {(one["first"], one["last"]) for one in table if one["outcome"] == "joint"} == {
        ("2025-03-01", "2025-06-30")
    }
    assert run(*asked, "--format", "markdown").out.startswith("# Work clear\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_tells_every_answer(register: Path, run: Run, language: str) -> None:
    ran = run("certificate", register, "--charter", "c-2", "--language", language)

    made = kc.certify(kc.load_charters(register)["c-2"])
    assert (ran.code, ran.err) == (0, "")
    assert_reads_well(ran.out)
    assert made.digest in ran.out
    text = re.sub(r"\s+", " ", ran.out)
    assert f"{made.cases} combina" in text
    assert f"{made.profiles} profi" in text
    assert str(len(made.rows)) in text
    both = {
        "nl": "Het aantal partners: 2 of 3; het oordeel: ‘goed’.",
        "en": "The number of partners: 2 or 3; the verdict: ‘fine’.",
    }[language]
    assert both in text
    covered = sum(int(one.replace(",", "")) for one in re.findall(r"(\d+) combina\w+, \d+ profi", text))
    assert covered == made.cases


def test_a_certificate_of_a_version_in_force_on_a_day(register: Path, run: Run) -> None:
    ran = run("certificate", register, "--on", "2025-08-01")

    assert ran.lines[0] == "Answer table: Covenant 3"
    assert kc.certify(kc.load_charters(register)["c-3"], on=date(2025, 8, 1)).digest in ran.out


def test_a_certificate_as_data(register: Path, run: Run) -> None:
    asked = ("certificate", register / "charter-old.toml")
    made = kc.certify(kc.load_charters(register)["c-2"])

    table = rows(run(*asked, "--format", "csv").out)
    assert [one["outcome"] for one in table] == [one.answered.outcome for one in made.rows]
    assert sum(int(one["cases"]) for one in table) == made.cases
    assert {"fact involved", "fact verdict", "question joint", "profiles"} <= set(table[0])

    told = json.loads(run(*asked, "--format", "json").out)
    assert (told["kind"], told["digest"], told["cases"]) == ("certificate", made.digest, made.cases)
    assert run(*asked, "--format", "markdown").out.startswith("# Answer table: Covenant 2\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_tells_where_two_versions_differ(register: Path, run: Run, language: str) -> None:
    ran = run("compare", register, "c-2", "c-3", "--on", ON, "--language", language)

    assert (ran.code, ran.err) == (0, "")
    assert_reads_well(ran.out)
    text = re.sub(r"\s+", " ", ran.out)
    said = {
        "nl": [
            "c-2 vergeleken met c-3",
            "c-2: ‘Gezamenlijk werk’; c-3: ‘Eigen werk’. - Werk clear.",
            "Het aantal partners: 2;",
        ],
        "en": [
            "c-2 compared with c-3",
            "c-2: ‘Joint work’; c-3: ‘Own work’. - Work clear.",
            "The number of partners: 2;",
        ],
    }[language]
    assert [words for words in said if words not in text] == []


def test_a_comparison_as_data(register: Path, run: Run) -> None:
    asked = ("compare", register, "c-2", "c-3", "--on", ON)
    made = kc.compare(
        kc.load_charters(register), "c-2", "c-3", kc.load_register(register), on=date(2025, 6, 1)
    )

    table = rows(run(*asked, "--format", "csv").out)
    assert sum(int(one["cases"]) for one in table if one["what"] == "facts") == sum(
        one.cases for one in made.flips
    )
    assert [one["project"] for one in table if one["what"] == "project"] == [
        one.project for one in made.shifts
    ]
    told = json.loads(run(*asked, "--format", "json").out)
    assert (told["kind"], told["cases"]) == ("comparison", made.cases)
    assert run(*asked, "--format", "markdown").out.startswith("# c-2 compared with c-3\n")


def test_versions_alike_differ_nowhere_and_a_charter_alone_has_no_projects(register: Path, run: Run) -> None:
    ran = run("compare", register, "c-2", "c-2", "--on", ON)
    assert "both versions have the same outcome" in re.sub(r"\s+", " ", ran.out)
    assert "No recorded project" in ran.out

    (register / "register.toml").unlink()
    both = register.rename(register.with_name("charters"))
    ran = run("compare", both, "c-2", "c-3", "--on", ON)
    assert ran.code == 0
    assert "Projects" not in ran.out


def test_a_charter_that_tells_too_much_apart_is_refused(
    register: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kennisstad_core.answers.LIMIT", 3)

    assert_refused(run("certificate", register, "--charter", "c-2"), "more combinations of facts")
    assert_refused(run("compare", register, "c-2", "c-3", "--on", ON), "more combinations of facts")


def test_a_certificate_of_a_charter_without_a_first_day_asks_for_one(tmp_path: Path, run: Run) -> None:
    (tmp_path / "charter.toml").write_text(CHARTER.format(number=2, period=""), "utf-8")

    assert_refused(run("certificate", tmp_path / "charter.toml"), "--on")
    assert run("certificate", tmp_path / "charter.toml", "--on", ON).code == 0


# schema and init


@pytest.mark.parametrize("kind", ["charter", "charters", "register", "project", "decision", "report"])
def test_a_schema_is_the_one_that_comes_along(run: Run, kind: str) -> None:
    ran = run("schema", kind)

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["title"] == kind
    package = Path(kc.__file__).parent
    assert ran.out == (package / "schemas" / f"{kind}.schema.json").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_covenant_checks_clean_and_decides(
    tmp_path: Path, run: Run, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    made = run("init", "ons werk", "--language", language)

    assert (made.code, made.err) == (0, "")
    assert_reads_well(made.out)
    checked = run("check", "ons werk", "--language", language)
    assert checked.code == 0, checked.out
    audited = run("audit", "ons werk", "--on", "2026-06-01", "--language", language)
    assert (audited.code, audited.err) == (3, "")  # of one of its projects little is known, on purpose
    assert "[+]" in audited.out
    assert "[?]" in audited.out
    typed = [line.strip() for line in made.lines if line.startswith("  kennisstad ")]
    assert [line.split()[1] for line in typed] == ["check", "audit"]
    assert all("'ons werk'" in line for line in typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_covenant_is_of_whoever_fills_it_in_and_explains_itself(
    tmp_path: Path, run: Run, language: str
) -> None:
    run("init", tmp_path / "nieuw", "--language", language)

    for one in (tmp_path / "nieuw").glob("*.toml"):
        text = one.read_text("utf-8")
        assert "SPDX" not in text
        assert text.startswith("#:schema schemas/")
        assert (tmp_path / "nieuw" / text.split()[1]).is_file()
        assert len([line for line in text.splitlines() if line.startswith("# ")]) >= 8
        assert [line for line in text.splitlines() if len(line) > 200] == []


def test_a_new_covenant_has_the_same_shape_in_both_languages(tmp_path: Path, run: Run) -> None:
    shapes = []
    for language in LANGUAGES:
        run("init", tmp_path / language, "--language", language)
        charter = kc.load_charters(tmp_path / language).versions[0]
        report = kc.audit(
            kc.load_charters(tmp_path / language), kc.load_register(tmp_path / language), on=date(2026, 6, 1)
        )
        shapes.append(
            (
                [
                    len(several)
                    for several in (charter.partners, charter.facts, charter.clauses, charter.outcomes)
                ],
                [one.text for one in charter.clauses],
                [one.label for one in charter.facts],
                sorted(str(one.title) for one in report.decisions),
            )
        )

    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_init_never_overwrites(tmp_path: Path, run: Run, language: str) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    for taken in (tmp_path, tmp_path / "mine.txt"):
        assert_refused(run("init", taken, "--language", language))
    assert files_of(tmp_path) == {"mine.txt": b"mine"}

    (tmp_path / "empty").mkdir()
    assert run("init", tmp_path / "empty").code == 0
    before = files_of(tmp_path / "empty")
    assert_refused(run("init", tmp_path / "empty"))
    assert files_of(tmp_path / "empty") == before


def test_init_where_nothing_can_be_written_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    assert_refused(run("init", tmp_path / "file" / "below"), "cannot be written")


# Help


COMMANDS: Final = (
    "check",
    "audit",
    "decide",
    "explain",
    "history",
    "certificate",
    "compare",
    "agenda",
    "calendar",
    "funding",
    "pace",
    "schema",
    "init",
)
GUIDED: Final = ("check", "audit", "decide", "explain", "history", "certificate", "compare", "init")
"""The commands that the guide to the command line takes a newcomer through; others have guides of their own."""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_reads_well(run: Run, command: str) -> None:
    ran = run(*([command] if command else []), "--help")

    assert (ran.code, ran.err) == (0, "")
    assert_reads_well(ran.out)
    assert "format-" not in ran.out
    assert "Exit codes:" in ran.out
    assert re.findall(r"default:\s*(?:\]|\(\)|\"\"|None|False)", ran.out) == []
    if not command:
        assert [name for name in COMMANDS if f"│ {name} " not in ran.out] == []
        assert run().out == ran.out


def test_no_command_shows_a_default_that_says_nothing(run: Run) -> None:
    for command in sorted(re.findall(r"│ ([a-z][a-z-]+) ", run("--help").out)):
        said = " ".join(run(command, "--help").out.replace("│", " ").split())
        assert not re.search(r"\[default: (\W|False|None)", said), command
        assert "[ARGS]" not in said, command


def test_an_argument_that_may_be_left_out_is_named_in_the_usage(run: Run) -> None:
    assert "Usage: kennisstad receipt [OPTIONS] PATH [PROJECT]\n" in run("receipt", "--help").out
    assert "Usage: kennisstad hook-on --on STR [OPTIONS] PATH [PROJECT]\n" in run("hook-on", "--help").out


def test_the_version(run: Run) -> None:
    assert run("--version") == Ran(0, f"{kc.__version__}\n", "")


def test_the_reference_names_every_command_and_option(run: Run) -> None:
    page = (ROOT / "docs" / "reference" / "command.md").read_text("utf-8")
    sections = dict(re.findall(r"^## kennisstad (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))

    for command in COMMANDS:
        options = set(re.findall(r"--[a-z]+", run(command, "--help").out.partition("Exit codes")[0]))
        assert sections[command]
        assert options - {"--help"} - set(re.findall(r"--[a-z]+", sections[command])) == set(), command


def test_the_guide_to_the_command_line_works(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (ROOT / "docs" / "how-to" / "check-and-decide-from-the-command-line.md").read_text("utf-8")
    typed = re.findall(r"^\$ kennisstad (.+?)(?: > .+)?$", guide, re.MULTILINE)
    assert {line.split()[0] for line in typed} == set(GUIDED)
    monkeypatch.chdir(tmp_path)

    for line in typed:
        ran = run(*line.replace("examples/", f"{ROOT}/examples/").split())
        assert ran.code in (0, 1, 3), ran.err
        if line.startswith("init"):
            old = Path("our-covenant/charter.toml").read_text("utf-8")
            new = old.replace("covenant-2026", "covenant-2028").replace(
                "first = 2026-01-01", "first = 2028-01-01", 1
            )
            last = old.replace("# last = 2030-12-31", "last = 2027-12-31", 1)
            Path("our-covenant/charter.toml").write_text(last, "utf-8")
            Path("our-covenant/charter-2.toml").write_text(new, "utf-8")


# A process of its own: pipes, letters and colours


def spawn(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from kennisstad_core.cli import main; sys.exit(main())"
    quiet = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "COLUMNS")
    }
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**quiet, "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **(env or {})},
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_every_alphabet_is_served(register: Path, encoding: str) -> None:
    ran = spawn("audit", register, "--on", ON, "--language", "nl", env={"PYTHONIOENCODING": encoding})

    assert (ran.returncode, ran.stderr) == (1, b"")
    text = ran.stdout.decode(encoding)
    assert {"ascii": "Een Verbond"}.get(encoding, "Één Verbond") in text
    assert {"cp1252": "‘Genoeg partners’"}.get(encoding, "'Genoeg partners'") in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_data_is_utf8_whatever_the_alphabet_of_the_terminal(register: Path, encoding: str) -> None:
    for form in ("json", "csv", "markdown"):
        narrow = spawn("audit", register, "--on", ON, "--format", form, env={"PYTHONIOENCODING": encoding})
        wide = spawn("audit", register, "--on", ON, "--format", form)
        assert narrow.stdout == wide.stdout
        assert b"\r" not in narrow.stdout
    assert "Één" in spawn("audit", register, "--on", ON, "--format", "json").stdout.decode()


def test_help_and_mistakes_survive_a_narrow_alphabet() -> None:
    helped = spawn("--help", env={"PYTHONIOENCODING": "ascii"})
    assert (helped.returncode, helped.stderr) == (0, b"")
    refused = spawn("decide", "überall", "x", "--on", ON, env={"PYTHONIOENCODING": "ascii"})
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr


def test_colours_come_only_when_asked_for_and_never_against_no_color(register: Path) -> None:
    asked = ("audit", register, "--on", ON)
    plain = spawn(*asked).stdout
    coloured = spawn(*asked, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).stdout

    assert b"\x1b" not in plain
    assert b"\x1b[" in coloured
    assert re.sub(rb"\x1b\[[0-9;]*m", b"", coloured) == plain
    assert spawn(*asked, env={"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm"}).stdout == plain
    data = spawn(*asked, "--format", "csv", env={"FORCE_COLOR": "1", "TERM": "xterm"}).stdout
    assert b"\x1b" not in data


def test_nobody_reading_on_is_quiet(register: Path) -> None:
    code = "import sys; from kennisstad_core.cli import main; sys.exit(main())"
    read, write = os.pipe()
    os.close(read)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", code, "audit", str(register), "--on", ON],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)

    assert ran.stderr == b""
    assert ran.returncode == 141


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    code = (
        "import sys; from kennisstad_core.cli import main; main(['--help']);"
        "print(*(name for name in sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())

    heavy = {
        "cattrs",
        "networkx",
        "tree_sitter",
        "kennisstad_core.governance",
        "kennisstad_core.files.loading",
    }
    assert "cyclopts" in loaded
    assert loaded & heavy == set()


# The examples


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", sorted(one.parent.name for one in ROOT.glob("examples/*/register.toml")))
def test_the_examples_read_well(
    run: Run, example: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)  # the hint names the path, which is as long as it is told
    folder = f"examples/{example}"
    assert run("check", folder, "--language", language).code == 0
    for when in (["--on", ON], ["--year", "2025"]):
        ran = run("audit", folder, *when, "--language", language)
        assert ran.code in (0, 1, 3)
        assert ran.err == ""
        hint = [line for line in ran.lines if line.startswith("  kennisstad ")]
        assert hint
        assert_reads_well(ran.out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_thing_a_stranger_sees(run: Run, language: str) -> None:
    ran = run("audit", ROOT / "examples" / "leiden", "--on", ON, "--language", language)

    text = re.sub(r"\s+", " ", ran.out)
    said = {
        "nl": [
            "Stadscriminoloog",
            "Meegeteld: gemeente Leiden en Universiteit Leiden.",
            "Nodig: ",
            "van wie",
        ],
        "en": [
            "City criminologist",
            "Counted: gemeente Leiden and Universiteit Leiden.",
            "Needed: ",
            "from whom",
        ],
    }[language]
    assert [words for words in said if words not in text] == []
