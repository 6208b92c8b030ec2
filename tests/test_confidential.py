# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is confidential is counted and never shown: not in any output, log, `repr` or error (S85, A35).

Registers are written with secrets in every place that holds words, then read whole, or broken in one place at a time.
Every secret is marked, and the mark is looked for in everything that comes out.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import pickle
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_alignment import GL, HL, JUDGE, UL, charters, project
from kennisstad_core import pacing
from kennisstad_core.cli import main
from kennisstad_core.explain.pacing import explain_pace, pace_rows
from kennisstad_core.files.codec import unstructure
from kennisstad_core.records import (
    HolderStatement,
    Interest,
    InterestAnswer,
    InterestResponse,
    InterestTranslation,
    Visibility,
)
from kennisstad_core.text import LANGUAGES

MARK: Final = "Zwijgzaam"
OPEN: Final = "Praatgraag"
ON: Final = "2025-06-01"
ROOT: Final = Path(__file__).parent.parent
WATERSTAD: Final = ROOT / "examples" / "waterstad"

# Words with what files stumble over: separators, quotes, line ends, what looks like TOML or JSON.
secrets: Final = st.text("ab ,;|'\"=[]{}#:é€-\n", max_size=12).map(lambda tail: f"{MARK} {tail}{MARK}")
parties: Final = st.sampled_from([UL, GL, HL])


@st.composite
def rows(draw: st.DrawFn) -> Mapping[str, list[dict[str, str]]]:
    """Rows about interests and statements of the project `p`; all but a few of them confidential."""
    found: dict[str, list[dict[str, str]]] = {
        "interests": [],
        "responses": [],
        "translations": [],
        "statements": [],
    }
    for number in range(draw(st.integers(1, 3))):
        hidden = draw(st.integers(0, 3)) > 0
        words = draw(secrets) if hidden else OPEN
        name = f"i{number}"
        shared = {
            "visibility": "confidential" if hidden else "open",
            "text.nl": words,
            "text.en": words,
            "note": words,
        }
        found["interests"].append(
            {"project": "p", "id": name, "holder": draw(parties), "on": "2025-01-06", **shared}
            | {"source.document": words}
        )
        if draw(st.booleans()):
            found["responses"].append(
                {
                    "project": "p",
                    "id": f"r{number}",
                    "interest": name,
                    "on": "2025-02-06",
                    "answer": "declined",
                    "by.name": "A. de Vries",
                    "reason.nl": words,
                    "reason.en": words,
                }
            )
        if draw(st.booleans()):
            told = {"text.nl": words, "text.en": words}
            row = {
                "project": "p",
                "id": f"t{number}",
                "interest": name,
                "to": draw(parties),
                "on": "2025-02-09",
            }
            found["translations"].append(row | told)
        found["statements"].append(
            {"project": "p", "id": f"s{number}", "holder": draw(parties), "on": "2025-03-06"}
            | {"passed_over": draw(st.sampled_from(["true", "false"])), **shared}
        )
    return found


def as_csv(several: Sequence[Mapping[str, str]]) -> str:
    out = io.StringIO()
    names = list(several[0])
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(several)
    return out.getvalue()


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def as_toml(table: str, several: Sequence[Mapping[str, str]]) -> str:
    lines: list[str] = []
    for row in several:
        lines.append(f"[[{table}]]")
        for name, value in row.items():
            if name == "source.document":
                lines.append(f"sources = [{{ document = {_quoted(value)} }}]")
            elif name == "passed_over" or name == "on":
                lines.append(f"{name} = {value}")
            else:
                lines.append(f"{name} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


@st.composite
def folders(draw: st.DrawFn) -> Mapping[str, str]:
    """The files of a register, each table of it in CSV or in TOML."""
    files: dict[str, str] = {}
    for table, several in draw(rows()).items():
        if several:
            written = draw(st.booleans())
            files[f"{table}.csv" if written else f"{table}.toml"] = (
                as_csv(several) if written else as_toml(table, several)
            )
    return files


def write(home: Path, files: Mapping[str, str]) -> None:
    (home / "charters").mkdir()
    (home / "charters" / "v23.json").write_text(kc.dumps(charters()["v23"]), "utf-8")
    (home / "register.toml").write_text('[register]\ncharters = "charters"\n', "utf-8")
    (home / "projects.csv").write_text("id,title,first,last\np,Project,2025-01-01,2025-12-31\n", "utf-8")
    (home / "participations.csv").write_text("project,party,role\np,ul,lead\np,gl,funding\n", "utf-8")
    (home / "paces.csv").write_text(
        "project,party,first,last\np,ul,2025-01-01,2025-02-01\np,gl,2025-03-01,\n", "utf-8"
    )
    for name, text in files.items():
        (home / name).write_text(text, "utf-8", newline="")


# Everything that can come out


def of_problems(problems: Sequence[kc.Problem]) -> Iterator[str]:
    for one in problems:
        yield repr(one)
        yield str(unstructure(one))
        yield from (one.render(language) for language in LANGUAGES)
    error = kc.RegisterError(problems)
    yield repr(error)
    yield "".join(traceback.format_exception(error))


def of_register(register: kc.Register) -> Iterator[str]:
    yield repr(register)
    yield kc.dumps(register)
    yield str(attrs.asdict(register))
    yield repr(pickle.dumps(register))
    yield str([hash(one) for one in register.projects])
    for one in register.projects:
        yield repr(one)
        yield kc.dumps(one)
        assert kc.loads(kc.dumps(one)) == one


def of_conclusions(versions: kc.Charters, register: kc.Register) -> Iterator[str]:
    on = date.fromisoformat(ON)
    report = kc.audit(versions, register, period=kc.Period.year(2025))
    yield kc.dumps(report)
    yield repr(report)
    yield str(report.rows())
    for decision in report.decisions:
        yield repr(decision)
        yield kc.dumps(decision)
        for language in LANGUAGES:
            yield from (decision.explain(language, length) for length in ("line", "clauses", "full"))
    for one in register.projects:
        pace = pacing.pace_of(versions, register, one.id, on=on)
        yield repr(pace)
        yield str(unstructure(pace))
        yield str(list(pace_rows(pace)))
        yield from (explain_pace(pace, language) for language in LANGUAGES)


def command(*words: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        assert main(words) in (0, 1, 2, 3)
    return out.getvalue() + err.getvalue()


def of_commands(home: Path) -> Iterator[str]:
    path = str(home)
    for language in LANGUAGES:
        more = ("--language", language)
        yield command("check", path, *more)
        yield command("audit", path, "--year", "2025", *more)
        yield command("explain", path, "p", "--on", ON, *more)
        yield command("pace", path, "p", "--on", ON, *more)
    for format_ in ("json", "csv", "markdown"):
        yield command("audit", path, "--year", "2025", "--format", format_)
        yield command("pace", path, "p", "--on", ON, "--format", format_)
    yield command("check", path, "--format", "json")
    yield command("check", path, "--format", "csv")


class Ears(logging.Handler):
    """Hears every log."""

    def __init__(self) -> None:
        super().__init__(0)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def everything(files: Mapping[str, str], *, commands: bool = False) -> str:
    ears = Ears()
    logging.getLogger().addHandler(ears)
    try:
        with TemporaryDirectory() as place, warnings.catch_warnings(record=True) as warned:
            home = Path(place)
            write(home, files)
            register, problems = kc.read_register(home)
            said = [*of_problems(problems), *of_register(register), *of_conclusions(charters(), register)]
            if commands:
                said += of_commands(home)
            said += [str(one.message) for one in warned]
    finally:
        logging.getLogger().removeHandler(ears)
    return "\n".join([*said, *ears.heard])


# The laws


@given(folders())
@settings(max_examples=60, deadline=None)
def test_nothing_that_comes_out_of_a_sound_register_holds_a_secret(files: Mapping[str, str]) -> None:
    said = everything(files)
    assert MARK not in said
    assert (OPEN in "".join(files.values())) is (OPEN in said)


@given(folders())
@settings(max_examples=8, deadline=None)
def test_no_command_shows_a_secret(files: Mapping[str, str]) -> None:
    assert MARK not in everything(files, commands=True)


@given(folders(), st.data())
@settings(max_examples=150, deadline=None)
def test_no_problem_of_a_file_that_is_broken_anywhere_repeats_a_secret(
    files: Mapping[str, str], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name]
    place = data.draw(st.integers(0, len(text) - 1))
    way = data.draw(st.sampled_from(["drop", "put", "double"]))
    letter = data.draw(st.sampled_from(list(',;"\n=[]{}#xé\0')))
    broken = {
        "drop": text[:place] + text[place + 1 :],
        "put": text[:place] + letter + text[place:],
        "double": text[:place] + text[place] + text[place:],
    }[way]
    if "#" in broken and "#" not in text:
        return  # a comment may take away the very line that says it is confidential
    assert MARK not in everything({**files, name: broken})


FIELDS: Final = (
    "project",
    "id",
    "holder",
    "on",
    "visibility",
    "interest",
    "to",
    "answer",
    "by.name",
    "passed_over",
)


@given(rows(), st.data())
@settings(max_examples=100, deadline=None)
def test_secrets_in_the_wrong_field_are_not_repeated(
    several: Mapping[str, list[dict[str, str]]], data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(sorted(name for name, held in several.items() if held)))
    row = data.draw(st.sampled_from(several[table]))
    field = data.draw(
        st.sampled_from([name for name in row if name in FIELDS and name not in ("id", "by.name")])
    )
    row[field] = data.draw(secrets)
    files = {
        f"{name}.csv" if data.draw(st.booleans()) else f"{name}.toml": ""
        for name, held in several.items()
        if held
    }
    for name in files:
        own = name.partition(".")[0]
        files[name] = as_csv(several[own]) if name.endswith(".csv") else as_toml(own, several[own])
    with TemporaryDirectory() as place:
        write(Path(place), files)
        _, problems = kc.read_register(Path(place))
    assert problems
    assert MARK not in "\n".join(of_problems(problems))
    # Whose it is, is no secret: a name that nobody knows stays with its record.
    if field not in ("holder", "to"):
        assert MARK not in everything(files)


def test_a_table_without_its_header_does_not_tell_its_first_row() -> None:
    row = f"p,i1,gl,2025-01-06,confidential,{MARK},{MARK}\n"
    assert MARK not in everything({"interests.csv": row * 2})


def test_a_separator_too_many_does_not_tell_the_words_either() -> None:
    header = "project,id,holder,on,visibility,theme,text.nl,text.en\n"
    for row in (
        f"p,i1,gl,2025-01-06,confidential,{MARK},x\n",
        f"p,i1,gl,{MARK},2025-01-06,confidential,,x\n",
        f"p,{MARK},i1,gl,2025-01-06,confidential,,x,y\n",
        f"{MARK},p,i1,gl,2025-01-06,confidential,,x,y\n",
    ):
        assert MARK not in everything({"interests.csv": header + row}), row


@pytest.mark.parametrize(
    "text",
    [
        f'[[interests]]\nproject = "p"\ntext = {{ nl = "{MARK}, en = "x" }}\n',
        f"[[interests]]\nvisibility = confidential\ntext.nl = {MARK}\n",
        f'[[interests]]\nnote = "x"\nnote = "{MARK}"\n',
        f'[[interests]]\nnote = """\n{MARK} = 1\n"""\nnote = """\n{MARK} = 1"""\n',
        f'[[interests]]\ntext = {{ nl = "x", nl = "{MARK}" }}\n',
        f'interests = "{MARK}"\n',
        f'interests = ["{MARK}"]\n',
        f'[[interests]]\nproject = "p"\nholder = "gl"\non = 2025-01-06\ntext = "{MARK}"\n',
        f'[[interests]]\nproject = ["{MARK}"]\nholder = "{MARK} "\non = "{MARK}"\nown = "{MARK}"\n',
    ],
)
def test_a_syntax_error_tells_its_place_only(text: str) -> None:
    assert MARK not in everything({"more.toml": text})


def _document() -> dict[str, Any]:
    """A project as JSON has it, with a confidential interest and a response to it."""
    tree: dict[str, Any] = json.loads(kc.dumps(project()))
    words = {"nl": MARK, "en": MARK}
    tree["interests"] = [
        {
            "visibility": "confidential",
            "id": "i",
            "holder": "gl",
            "on": "2025-01-06",
            "text": words,
            "note": MARK,
        }
    ]
    by = {"name": "A. de Vries"}
    tree["responses"] = [
        {"interest": "i", "on": "2025-02-06", "by": by, "answer": "declined", "reason": words}
    ]
    tree["translations"] = [{"interest": "i", "to": "ul", "on": "2025-02-09", "text": words}]
    tree["statements"] = [
        {"visibility": "confidential", "holder": "gl", "on": "2025-03-06", "passed_over": True, "text": words}
    ]
    return tree


def _read(text: str) -> str:
    try:
        return repr(kc.loads(text))
    except kc.FlawedData as error:
        return "\n".join([*of_problems(error.problems), str(error), *traceback.format_exception(error)])


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("interests", "on", MARK),
        ("interests", "own", MARK),
        ("interests", "confirmed_on", MARK),
        ("interests", "visibility", MARK),
        ("interests", "visibility", [MARK]),
        ("interests", "theme", [MARK]),
        ("interests", "text", MARK),
        ("interests", "text", {"nl": MARK}),
        ("interests", "text", {"nl": MARK, "en": [MARK]}),
        ("interests", "words", MARK),
        ("interests", "sources", [{"document": [MARK]}]),
        ("responses", "answer", MARK),
        ("responses", "on", MARK),
        ("responses", "by", MARK),
        ("responses", "reason", MARK),
        ("translations", "on", MARK),
        ("translations", "text", MARK),
        ("translations", "confirmed_on", MARK),
        ("statements", "passed_over", MARK),
        ("statements", "on", MARK),
    ],
)
def test_a_document_with_a_wrong_value_does_not_repeat_it(table: str, field: str, value: object) -> None:
    assert MARK not in _read(json.dumps(_document()))
    tree = _document()
    tree[table][0][field] = value
    with pytest.raises(kc.FlawedData):
        kc.loads(json.dumps(tree))
    assert MARK not in _read(json.dumps(tree))


@given(st.integers(0, 10_000), st.sampled_from(["cut", "drop"]))
@settings(max_examples=100, deadline=None)
def test_a_document_that_is_cut_short_or_misses_a_letter_does_not_tell_either(place: int, way: str) -> None:
    whole = json.dumps(_document(), ensure_ascii=False, indent=2)
    place %= len(whole)
    assert MARK not in _read(whole[:place] + (whole[place + 1 :] if way == "drop" else ""))


# What is made in code


@given(secrets, st.sampled_from(["confidential", Visibility.CONFIDENTIAL]))
@settings(max_examples=30, deadline=None)
def test_a_record_lets_go_of_its_words_as_it_is_made(secret: str, visibility: Any) -> None:
    words, source = kc.Text.same(secret), kc.Source(secret)
    for one in (
        Interest(GL, date(2025, 1, 6), words, visibility=visibility, sources=(source,), note=secret, id="i"),
        HolderStatement(GL, date(2025, 1, 6), True, words, visibility, sources=(source,), note=secret),
    ):
        again = attrs.evolve(one, text=words, note=secret)
        for held in (one, again, pickle.loads(pickle.dumps(one))):
            assert MARK not in repr(held) + str(attrs.asdict(held))
    translation = InterestTranslation("i", UL, date(2025, 2, 1), words)
    response = InterestResponse("i", date(2025, 2, 1), JUDGE, InterestAnswer.DECLINED, words)
    hidden = Interest(GL, date(2025, 1, 6), visibility=visibility, id="i")
    clear = Interest(GL, date(2025, 1, 6), words, id="i")
    assert MARK not in repr(project(interests=[hidden], responses=[response]))
    assert MARK not in repr(project(interests=[hidden], translations=[translation]))
    assert MARK not in repr(
        project(responses=[response], translations=[translation])
    )  # of one nobody could read
    assert MARK not in repr(project(interests=[hidden, clear], responses=[response]).responses)
    assert project(interests=[clear], responses=[response]).responses == (response,)


def test_a_visibility_that_does_not_exist_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValueError, match="one of open, confidential") as caught:
        Interest(GL, date(2025, 1, 6), visibility=MARK)
    assert MARK not in "".join(traceback.format_exception_only(caught.value))


def test_responses_keep_one_order_whatever_was_let_go() -> None:
    hidden = Interest(GL, date(2025, 1, 6), visibility=Visibility.CONFIDENTIAL, id="i")
    day = date(2025, 2, 1)
    responses = [
        InterestResponse("i", day, JUDGE, reason=kc.Text.same("b"), id="1"),
        InterestResponse("i", day, JUDGE, reason=kc.Text.same("a"), id="2"),
    ]
    one = project(interests=[hidden], responses=responses)
    assert kc.loads(kc.dumps(one)) == one


# The example


def test_the_words_of_waterstad_that_are_confidential_appear_nowhere() -> None:
    words: set[str] = set()
    for name in ("interests-projects.csv", "statements.csv"):
        for row in csv.DictReader((WATERSTAD / name).read_text("utf-8").splitlines()):
            if row["visibility"] == "confidential":
                words |= {row["text.nl"], row["text.en"], row.get("note", "")}
    hidden = {"stake-city", "ferry-water"}
    for row in csv.DictReader((WATERSTAD / "translations.csv").read_text("utf-8").splitlines()):
        if row["interest"] in hidden:
            words |= {row["text.nl"], row["text.en"]}
    for row in csv.DictReader((WATERSTAD / "responses.csv").read_text("utf-8").splitlines()):
        if row["interest"] in hidden:
            words |= {row["reason.nl"], row["reason.en"]}
    words.discard("")
    assert len(words) == 13
    register = kc.load_register(WATERSTAD)
    versions = kc.load_charters(WATERSTAD)
    said = [*of_register(register), *of_conclusions(versions, register)]
    for language in LANGUAGES:
        said.append(command("audit", str(WATERSTAD), "--year", "2025", "--language", language))
        said.append(
            command("pace", str(WATERSTAD), "harbour-park", "--on", "2025-12-31", "--language", language)
        )
    whole = " ".join("\n".join(said).split())
    assert [one for one in words if one in whole] == []
    assert "Ruimte om het water van een wolkbreuk op te vangen" in whole
