# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipts, evidence and the log through the command: what it writes where, what it says, and its exit codes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from attrs import frozen

from kennisstad_core import cli, receipts

ROOT: Final = Path(__file__).parent.parent
WATERSTAD: Final = ROOT / "examples" / "waterstad"
ON: Final = "2025-06-01"
DONE: Final = ("--on", ON)
NAMES: Final = ("Anna Duinker", "Bram Meeuw", "Gonda Dijk")


@frozen
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> Ran:
        code = cli.main([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the example register in it."""
    shutil.copytree(WATERSTAD, tmp_path / "waterstad")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def receipt(run: Run, *more: object) -> Ran:
    return run("receipt", "waterstad", "care-route", *DONE, *more)


def logged(run: Run, subject: str = "care-route", day: str = "2026-01-05") -> Ran:
    done = run(
        "receipt", "waterstad", subject, *DONE, "--output", "r.json",
        "--log", "log.jsonl", "--recorded", day, "--by", "secretaris",
    )  # fmt: skip
    assert done.code == 0, done.err
    return done


# Made and verified


def test_a_receipt_goes_to_standard_output_or_to_a_file(run: Run, here: Path) -> None:
    told = receipt(run)
    written = receipt(run, "--output", "r.json")

    assert (told.code, written.code) == (0, 0)
    assert (here / "r.json").read_bytes().decode() == told.out
    made = receipts.loads(told.out)
    assert made.digest in written.out
    assert "kennisstad verify r.json waterstad" in written.out


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        (("--year", "2025"), "2025-01-01..2025-12-31"),
        (("--period", "2025-01-01..2025-06-30", "--on", "2025-03-31"), "2025-01-01..2025-06-30"),
        (("--on", ON), "None"),
    ],
    ids=["year", "period", "day"],
)
def test_an_audit_has_a_receipt_that_verifies(
    run: Run, here: Path, asked: tuple[str, ...], period: str
) -> None:
    assert run("receipt", "waterstad", *asked, "--output", "r.json").code == 0

    made = receipts.loads((here / "r.json").read_text("utf-8"))
    assert str(made.period) == period
    assert run("verify", "r.json", "waterstad").code == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Het bewijsstuk klopt"), ("en", "The receipt verifies")],
)
def test_a_receipt_verifies_in_words(run: Run, here: Path, language: str, words: str) -> None:
    receipt(run, "--output", "r.json")

    done = run("verify", "r.json", "waterstad", "--language", language)

    assert done.code == 0
    assert words in done.out
    assert done.err == ""


def test_an_edited_clause_is_caught_and_named(run: Run, here: Path) -> None:
    receipt(run, "--output", "r.json")
    charter = here / "waterstad" / "charters" / "waterstad-2024.toml"
    if not charter.exists():
        (charter,) = [one for one in (here / "waterstad" / "charters").glob("*.toml") if "2024" in one.name]
    text = charter.read_text("utf-8")
    place = text.index('id = "three-partners"')
    charter.write_text(text[:place] + re.sub(r"nl = \"", 'nl = "Voortaan: ', text[place:], count=1), "utf-8")

    done = run("verify", "r.json", "waterstad", "--language", "nl")

    assert done.code == 1
    assert "bepaling ‘three-partners’ veranderd" in " ".join(done.out.split())


def test_a_changed_fact_is_caught_and_named(run: Run, here: Path) -> None:
    receipt(run, "--output", "r.json")
    for table in (here / "waterstad").glob("participations*.csv"):
        lines = table.read_text("utf-8").splitlines(keepends=True)
        table.write_text(
            "".join(one for one in lines if not ("care-route" in one and "gemeente-waterstad" in one)),
            "utf-8",
        )

    done = run("verify", "r.json", "waterstad")
    told = run("verify", "r.json", "waterstad", "--format", "json")

    assert (done.code, told.code) == (1, 1)
    assert "The record ‘care-route/gemeente-waterstad’ (participants) is not there any more" in (
        " ".join(done.out.split())
    )
    found = json.loads(told.out)
    assert not found["verifies"]
    assert {"record-missing", "fact-differs", "result-differs"} <= {
        one["code"] for one in found["differences"]
    }
    assert all(one["words"]["nl"] != one["words"]["en"] for one in found["differences"])


def test_a_receipt_that_was_changed_is_caught_and_named(run: Run, here: Path) -> None:
    receipt(run, "--output", "r.json")
    place = here / "r.json"
    place.write_bytes(place.read_bytes().replace(b'"status":"satisfied"', b'"status":"not-met"', 1))

    done = run("verify", "r.json", "waterstad")

    assert done.code == 1
    assert "The receipt was changed after it was made" in done.out


# Not shown


def test_names_are_left_out_on_a_ground(run: Run, here: Path) -> None:
    whole = receipt(run)
    done = receipt(run, "--output", "r.json", "--without-names", "artikel 5.1")
    hidden = (here / "r.json").read_text("utf-8")

    assert done.code == 0
    assert any(name in whole.out for name in NAMES)
    assert not any(name in hidden for name in NAMES)
    found = run("verify", "r.json", "waterstad", "--language", "nl")
    assert found.code == 0
    assert "Grond: artikel 5.1" in " ".join(found.out.split())


def test_a_ground_has_words(run: Run, here: Path) -> None:
    done = receipt(run, "--without-names", "confidential")

    assert (done.code, done.out) == (2, "")
    assert "on which ground" in done.err


# The log


def test_the_log_is_listed_with_its_head(run: Run, here: Path) -> None:
    logged(run)
    done = logged(run, "green-roofs", "2026-01-06")

    listed = run("log", "log.jsonl", "--language", "nl")
    told = json.loads(run("log", "log.jsonl", "--format", "json").out)

    assert listed.code == 0
    assert "De keten klopt: 2 vermeldingen." in listed.out
    assert "vastgelegd op 6 januari 2026 door secretaris" in " ".join(listed.out.split())
    assert told["head"] in done.out
    assert told["head"] in listed.out
    assert [one["subject"] for one in told["entries"]] == ["care-route", "green-roofs"]
    assert run("verify", "r.json", "waterstad", "--log", "log.jsonl", "--head", told["head"]).code == 0


def test_a_removed_entry_is_caught_and_named(run: Run, here: Path) -> None:
    for subject in ("care-route", "green-roofs", "delta-day"):
        logged(run, subject)
    place = here / "log.jsonl"
    first, _, third = place.read_bytes().splitlines(keepends=True)
    place.write_bytes(first + third)

    listed = run("log", "log.jsonl", "--language", "nl")
    found = run("verify", "r.json", "waterstad", "--log", "log.jsonl")

    assert (listed.code, found.code) == (1, 1)
    assert "Vóór regel 2 is vermelding 2 weggehaald." in listed.out
    assert "Before line 2, entry 2 was removed." in found.out


def test_a_log_that_was_cut_off_is_caught_by_its_head_or_by_a_receipt(run: Run, here: Path) -> None:
    logged(run)
    head = re.search(r"2:[0-9a-f]{64}", logged(run, "green-roofs").out)
    assert head is not None
    place = here / "log.jsonl"
    place.write_bytes(place.read_bytes().splitlines(keepends=True)[0])

    assert run("log", "log.jsonl").code == 0
    by_head = run("log", "log.jsonl", "--head", head[0])
    by_receipt = run("verify", "r.json", "waterstad", "--log", "log.jsonl")
    told = run("verify", "r.json", "waterstad", "--log", "log.jsonl", "--format", "json")

    assert (by_head.code, by_receipt.code, told.code) == (1, 1, 1)
    assert "its end was cut off or changed" in " ".join(by_head.out.split())
    assert "is not in the log" in by_receipt.out
    assert [one["code"] for one in json.loads(told.out)["log"]] == ["receipt-not-logged"]


def test_a_torn_log_is_named_refused_and_mended(run: Run, here: Path) -> None:
    logged(run)
    place = here / "log.jsonl"
    whole = place.read_bytes()
    place.write_bytes(whole + whole[:50])
    (here / "r.json").unlink()

    listed = run("log", "log.jsonl")
    refused = receipt(run, "--output", "r.json", "--log", "log.jsonl", "--recorded", ON)
    assert listed.code == 1
    assert "Line 2 was not written to its end" in listed.out
    assert refused.code == 2
    assert "kennisstad log log.jsonl --mend" in refused.err
    assert not (here / "r.json").exists(), "a receipt that cannot be logged is not written"

    mended = run("log", "log.jsonl", "--mend")
    assert mended.code == 0
    assert "log.jsonl.torn-1" in mended.out
    assert (here / "log.jsonl.torn-1").read_bytes() == whole[:50]
    assert place.read_bytes() == whole
    assert "nothing to mend" in run("log", "log.jsonl", "--mend").out
    logged(run, "green-roofs")


# Evidence


def test_the_evidence_can_be_checked(run: Run, here: Path) -> None:
    done = run("evidence", "waterstad", "care-route", *DONE, "--output", "bewijs", "--language", "nl")

    assert done.code == 0
    files = [one for one in (here / "bewijs").rglob("*") if one.is_file()]
    assert f"Geschreven in bewijs: {len(files)} bestanden." in done.out
    assert "sha256sum -c SHA256SUMS" in done.out


@pytest.mark.parametrize("page", ["how-to/verify-a-receipt.md", "nl/bewijsstukken-controleren.md"])
def test_a_stranger_can_follow_the_page(
    page: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything that the page says to type, from top to bottom, also what is not for our own command."""
    for name in ("sha256sum", "sed", "grep"):
        if shutil.which(name) is None:
            pytest.skip(f"{name.upper()} IS NOT HERE: that the page can be followed was not checked")
    shutil.copytree(WATERSTAD, tmp_path / "examples" / "waterstad")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / page).read_text("utf-8")
    blocks = re.findall(r"^ *```(console|sh)\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    said: list[list[str]] = []
    for kind, block in blocks:
        if kind == "console":
            for line in block.splitlines():
                if line.startswith("$ kennisstad "):
                    done = run(*line.removeprefix("$ kennisstad ").split())
                    assert done.code == 0, done.err
        else:
            shell = subprocess.run(["sh", "-e", "-c", block], capture_output=True, text=True, check=True)
            assert shell.stderr == ""
            said.append(re.findall(r"[0-9a-f]{64}", shell.stdout))

    sums, digests, one, head = said
    assert sums == []
    assert len(digests) == 2
    assert digests[0] == digests[1]
    assert one[-1] in one[:-1]
    listed = run("log", *(Path().glob("*.jsonl")), "--format", "json")
    assert json.loads(listed.out)["head"] == f"1:{head[0]}"


# Refused in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("receipt", "waterstad"), "--on, --year, --period"),
        (("receipt", "waterstad", "care-route"), "a day is needed: --on"),
        (("receipt", "waterstad", "care-route", *DONE, "--year", "2025"), "a day is needed: --on"),
        (("receipt", "waterstad", "care-rute", *DONE), "did you mean ‘care-route’"),
        (("receipt", "waterstad", "--year", "2025", "--on", "2024-01-01"), "2024-01-01"),
        (("receipt", "waterstad", *DONE, "--log", "l"), "give both or neither"),
        (("receipt", "waterstad", *DONE, "--recorded", ON), "give both or neither"),
        (("receipt", "waterstad", *DONE, "--by", "me"), "name that with --log"),
        (("receipt", "waterstad", *DONE, "--log", "l", "--recorded", "today"), "is not a date"),
        (("receipt", "waterstad", "care-route", *DONE, "--output", "no/such/r.json"), "cannot be written"),
        (
            ("receipt", "waterstad", "care-route", *DONE, "--log", "no/l", "--recorded", ON),
            "cannot be written",
        ),
        (
            ("receipt", "waterstad", "care-route", *DONE, "--log", "waterstad", "--recorded", ON),
            "is a folder",
        ),
        (("verify", "nothing.json", "waterstad"), "there is no file"),
        (("verify", "waterstad", "waterstad"), "is a folder"),
        (("verify", "waterstad/README.md", "waterstad"), "is not a receipt"),
        (("verify", "waterstad/projects.csv", "waterstad"), "is not a receipt"),
        (("verify", "latin", "waterstad"), "is not a receipt"),
        (("verify", "crlf.json", "waterstad"), "not-canonical"),
        (("verify", "r.json", "nothing"), "there is no file or folder"),
        (("verify", "r.json", "waterstad", "--head", "1:" + "a" * 64), "name that with --log"),
        (("verify", "r.json", "waterstad", "--log", "nothing"), "there is no file"),
        (("log", "nothing"), "there is no file"),
        (("log", "waterstad"), "is a folder"),
        (("log", "r.json", "--head", "x"), "is not the head of a log"),
        (("evidence", "waterstad", "care-route", *DONE, "--output", "r.json"), "cannot be written"),
        (("evidence", "waterstad", *DONE), "--output"),
    ],
    ids=range(26),
)
def test_a_mistake_is_told_in_words(run: Run, here: Path, arguments: tuple[str, ...], words: str) -> None:
    receipt(run, "--output", "r.json")
    (here / "latin").write_bytes("één".encode("latin-1"))
    (here / "crlf.json").write_bytes((here / "r.json").read_bytes().replace(b"\n", b"\r\n"))

    done = run(*arguments)

    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_what_is_no_log_is_said_to_be_none(run: Run, here: Path) -> None:
    done = run("log", "waterstad/README.md")

    assert done.code == 1
    assert "Line 1 is no entry" in done.out


def test_files_with_problems_are_told_first(run: Run, here: Path) -> None:
    receipt(run, "--output", "r.json")
    table = here / "waterstad" / "projects.csv"
    table.write_text(table.read_text("utf-8").replace("care-route,", "care-route,,,,,,,,,,", 1), "utf-8")

    assert run("verify", "r.json", "waterstad").code == 2
    assert receipt(run).code == 2
