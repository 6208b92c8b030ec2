# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The decision log: what is done to it shows, and a crash loses nothing that was in it."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from kennisstad_core.explain.render import text
from kennisstad_core.receipts import log as lb
from kennisstad_core.receipts.log import BEGINNING, Entry, Head, LogCheck, check
from kennisstad_core.receipts.log_words import fault, log_document
from kennisstad_core.receipts.logbook import LogBroken, append, check_file, mend, read
from kennisstad_core.receipts.receipt import Receipt, seal
from kennisstad_core.text import LANGUAGES

DAY = date(2026, 1, 5)


def made(number: int) -> Receipt:
    """A receipt as far as a log looks at one."""
    return seal({"of": "decision", "subject": f"project-{number}-é", "on": "2025-06-01"})


def entries(count: int) -> list[Entry]:
    several: list[Entry] = []
    for number in range(1, count + 1):
        one = made(number)
        previous = several[-1].hash if several else BEGINNING
        day = DAY + timedelta(number)
        several.append(Entry(number, previous, one.digest, one.of, one.subject, one.on, day, "secretaris"))
    return several


def lines(count: int) -> list[bytes]:
    return [one.line() for one in entries(count)]


def checked(several: list[bytes], head: Head | None = None) -> LogCheck:
    return check(b"".join(several), head=head)


def head(count: int) -> Head:
    return Head(count, entries(count)[-1].hash)


# The chain


def test_an_honest_log_is_sound(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    told = [
        append(place, made(number), recorded=DAY + timedelta(number), by="secretaris") for number in (1, 2, 3)
    ]

    found = check_file(place)

    assert found.sound
    assert list(found.entries) == told == entries(3)
    assert found.head == head(3)
    assert place.read_bytes() == b"".join(lines(3))


def test_an_empty_log_is_sound() -> None:
    assert check(b"").sound
    assert check(b"").head == Head(0, BEGINNING)


def test_sha256sum_gives_the_hash_that_the_next_line_names(tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("SHA256SUM IS NOT HERE: that it gives the same hash was not checked")
    (tmp_path / "log.jsonl").write_bytes(b"".join(lines(3)))

    def shell(command: str) -> str:
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.split()[0]

    assert shell("sed -n 1p log.jsonl | sha256sum") == entries(2)[1].previous
    assert shell("tail -n 1 log.jsonl | sha256sum") == head(3).hash


def test_a_removed_entry_is_named() -> None:
    several = lines(6)

    assert checked(several[:2] + several[3:]).faults == (lb.EntriesRemoved(3, 3, 3),)
    assert checked(several[:1] + several[4:]).faults == (lb.EntriesRemoved(2, 2, 4),)
    assert checked(several[1:]).faults == (lb.EntriesRemoved(1, 1, 1),)


def edited(line: bytes, **changes: object) -> bytes:
    return kc.receipts.canonical({**json.loads(line), **changes})


def test_an_edited_entry_is_named() -> None:
    several = lines(5)
    several[2] = edited(several[2], subject="another")

    assert checked(several).faults == (lb.EntryEdited(3, 3),)
    first = [edited(lines(5)[0], by=""), *lines(5)[1:]]
    assert checked(first).faults == (lb.EntryEdited(1, 1),)


def test_an_edit_that_leaves_no_entry_is_named() -> None:
    several = lines(5)
    several[2] = several[2].replace(b'"number":3', b'"number":"3"')

    assert checked(several).faults == (lb.UnreadableLine(3, "no-entry"),)


def test_an_edited_number_or_chain_is_named() -> None:
    several = lines(5)

    assert checked([*several[:2], edited(several[2], number=9), *several[3:]]).faults == (
        lb.EntryEdited(3, 9),
    )
    # Of a line that names another one before it, either of the two was changed.
    unchained = checked([*several[:2], edited(several[2], previous="f" * 64), *several[3:]])
    assert unchained.faults == (lb.EntryEdited(2, 2), lb.EntryEdited(3, 3))


def test_a_repeated_entry_is_named() -> None:
    several = lines(5)

    assert checked([*several[:3], several[2], *several[3:]]).faults == (lb.EntryRepeated(4, 3, 3),)
    assert checked([*several, several[1]]).faults == (lb.EntryRepeated(6, 2, 2),)


def test_entries_in_another_order_are_named() -> None:
    a, b, c, d, e = lines(5)

    assert checked([a, c, b, d, e]).faults == (lb.EntryMoved(2, 3),)
    assert checked([a, c, d, e, b]).faults == (lb.EntryMoved(2, 3),)


def test_an_inserted_entry_is_named() -> None:
    several = entries(5)
    other = Entry(3, several[1].hash, made(99).digest, "decision", "slipped-in", DAY, DAY)
    raw = [one.line() for one in several]

    assert checked([*raw[:2], other.line(), *raw[2:]]).faults == (lb.EntryInserted(3, 3),)
    assert checked([*raw[:4], other.line(), *raw[4:]]).faults == (lb.EntryInserted(5, 3),)


def test_other_line_ends_are_named_for_what_they_are() -> None:
    found = checked([one.replace(b"\n", b"\r\n") for one in lines(3)])

    assert found.faults == tuple(lb.UnreadableLine(line, "line-end") for line in (1, 2, 3))


def test_what_is_cut_off_shows_against_a_published_head() -> None:
    several = lines(5)
    assert checked(several[:3]).sound, "the chain alone cannot tell"

    assert checked(several[:3], head(5)).faults == (lb.HeadMissing(5, 3),)
    assert checked(several, head(3)).sound, "a head of before is in the log still"
    assert checked(several, Head(0, head(3).hash)).sound
    assert checked(several, Head(4, head(3).hash)).faults == (lb.HeadMissing(4, 5),)


def test_a_log_written_anew_shows_against_a_published_head() -> None:
    other = [Entry(1, BEGINNING, made(7).digest, "decision", "else", DAY, DAY)]
    assert checked([one.line() for one in other]).sound

    assert checked([one.line() for one in other], head(3)).faults == (lb.HeadMissing(3, 1),)


def test_a_receipt_that_should_be_in_it_is_missed() -> None:
    data = b"".join(lines(3))

    assert check(data, receipts=(made(2),)).sound
    assert check(data, receipts=(made(2), made(4))).faults == (lb.ReceiptNotLogged(made(4).digest),)


def test_a_line_that_says_of_a_receipt_what_it_is_not_is_named() -> None:
    """The chain holds, and the receipt is in it: as the decision on another project, or of another day."""
    several = entries(2)
    for change in ({"subject": "another"}, {"on": date(2020, 1, 1)}, {"of": "report"}):
        one = made(3)
        told = {"receipt": one.digest, "of": one.of, "subject": one.subject, "on": one.on, **change}
        last = Entry(number=3, previous=several[-1].hash, recorded=DAY, **told)  # type: ignore[arg-type]
        data = b"".join(each.line() for each in (*several, last))

        assert check(data).sound
        assert check(data, receipts=(one,)).faults == (lb.EntryMisleads(3, 3),)


def test_a_day_before_that_of_an_earlier_line_is_told_and_breaks_nothing() -> None:
    """Whoever mistyped a day would otherwise never be able to go on."""
    several = entries(3)
    late = Entry(4, several[-1].hash, made(4).digest, "decision", "x", DAY, date(1999, 1, 1))
    found = checked([one.line() for one in (*several, late)])

    assert found.sound
    assert found.backdated == (late,)
    assert "Vermelding 4 noemt als dag van vastleggen 1 januari 1999" in text(log_document(found, "nl"))
    assert not checked(lines(3)).backdated


def test_the_head_of_an_empty_log_is_in_every_log() -> None:
    begun = check(b"").head

    assert checked([], begun).sound
    assert checked(lines(2), begun).sound


@settings(max_examples=200)
@given(st.data())
def test_no_byte_of_a_log_can_be_changed_unseen(data: st.DataObject) -> None:
    raw = bytearray(b"".join(lines(4)))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))

    assert not check(bytes(raw), head=head(4)).sound


@settings(max_examples=200)
@given(st.permutations(range(5)), st.integers(0, 5), st.lists(st.integers(0, 4), max_size=2))
def test_no_other_log_of_the_same_lines_is_sound(order: list[int], kept: int, more: list[int]) -> None:
    several = lines(5)
    picked = [*order[:kept], *more]

    found = checked([several[index] for index in picked], head(5))

    assert found.sound is (picked == [0, 1, 2, 3, 4])
    assert all(getattr(one, "line", 1) <= max(1, len(picked)) for one in found.faults)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_checked(data: bytes) -> None:
    found = check(data)
    assert found.sound is (data == b"")


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"[]\n",
        b"null\n",
        b"[" * 5_000 + b"\n",
        b"\xff\xfe\n",
        b'{"number":1}\n',
        edited(lines(1)[0], number=True),
        edited(lines(1)[0], number=0),
        edited(lines(1)[0], of="rumour"),
        edited(lines(1)[0], on="2025-02-30"),
        edited(lines(1)[0], receipt="abc"),
        edited(lines(1)[0], by=3),
        lines(1)[0].replace(b":", b": "),
        b"\xef\xbb\xbf" + lines(1)[0],
    ],
    ids=range(14),
)
def test_what_is_no_entry_is_named(line: bytes) -> None:
    assert check(line).faults == (lb.UnreadableLine(1, "no-entry"),)


def test_thousands_of_entries_are_no_matter() -> None:
    several = lines(2_000)

    assert checked(several).sound
    assert checked(several[:999] + several[1_000:]).faults == (lb.EntriesRemoved(1_000, 1_000, 1_000),)


# A crash


def test_a_log_torn_at_any_byte_keeps_what_was_in_it_and_is_mended(tmp_path: Path) -> None:
    whole = b"".join(lines(2))
    third = lines(3)[2]
    for written in range(len(third)):
        place = tmp_path / f"{written}.jsonl"
        place.write_bytes(whole + third[:written])

        found = check_file(place)
        assert list(found.entries) == entries(2)
        assert found.faults == ((lb.TornLine(3),) if written else ())
        if written:
            with pytest.raises(LogBroken) as refused:
                append(place, made(3), recorded=DAY)
            assert refused.value.torn
            assert place.read_bytes() == whole + third[:written]
            kept = mend(place)
            assert kept is not None
            assert kept.read_bytes() == third[:written]
        assert mend(place) is None
        append(place, made(3), recorded=DAY + timedelta(3), by="secretaris")
        assert place.read_bytes() == b"".join(lines(3))


def test_a_first_entry_that_was_torn_is_mended(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    place.write_bytes(lines(1)[0][:-1])

    assert check_file(place).faults == (lb.TornLine(1),)
    assert mend(place) == tmp_path / "log.jsonl.torn-1"
    assert place.read_bytes() == b""


def test_bytes_that_were_kept_are_not_written_over(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    for count in (1, 2):
        place.write_bytes(b"torn" * count)
        kept = mend(place)
        assert kept == tmp_path / f"log.jsonl.torn-{count}"

    assert (tmp_path / "log.jsonl.torn-1").read_bytes() == b"torn"


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    """Stopped after any number of bytes by a limit on the size of a file, as by a full disk."""
    if sys.platform == "win32":
        pytest.skip("THIS SYSTEM HAS NO LIMIT ON THE SIZE OF FILES: a full disk was not tried")
    place = tmp_path / "log.jsonl"
    place.write_bytes(b"".join(lines(1)))
    code = (
        "import resource, signal, sys\n"
        "from datetime import date\n"
        "from test_decision_log import DAY, lines, made\n"
        "from kennisstad_core.receipts.logbook import append\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "one, two = map(len, lines(2))\n"
        "for most in range(one, one + two - 5, 11):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        append(sys.argv[1], made(2), recorded=DAY)\n"
        "    except OSError:\n"
        "        continue\n"
        "    raise SystemExit(f'written within {most} bytes')\n"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=True, cwd=Path(__file__).parent)

    assert place.read_bytes() == b"".join(lines(1))


def test_nothing_is_added_to_a_log_that_was_tampered_with(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    several = lines(4)
    place.write_bytes(b"".join(several[:1] + several[2:]))

    with pytest.raises(LogBroken, match="EntriesRemoved") as refused:
        append(place, made(5), recorded=DAY)
    assert not refused.value.torn
    assert place.read_bytes() == b"".join(several[:1] + several[2:])


def _add(place: str, first: int) -> None:
    for number in range(first, first + 10):
        append(place, made(number), recorded=DAY)


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    context = multiprocessing.get_context("spawn")
    several = [context.Process(target=_add, args=(str(place), first)) for first in (100, 200)]
    for one in several:
        one.start()
    for one in several:
        one.join()

    assert [one.exitcode for one in several] == [0, 0]
    found = check_file(place)
    assert found.sound
    assert len(found.entries) == 20


def test_a_log_that_is_only_for_reading_can_be_checked(tmp_path: Path) -> None:
    place = tmp_path / "log.jsonl"
    place.write_bytes(b"".join(lines(2)))
    place.chmod(0o444)

    assert read(place) == b"".join(lines(2))
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "nothing")


# Words


@pytest.mark.parametrize("words", ["12:" + "a" * 64, "a" * 64])
def test_a_head_is_read_as_it_is_written(words: str) -> None:
    assert Head.parse(words).hash == "a" * 64
    assert str(Head.parse("12:" + "a" * 64)) == "12:" + "a" * 64


@pytest.mark.parametrize("words", ["", "12", "x:" + "a" * 64, "A" * 64, "12:" + "a" * 63, "-1:" + "a" * 64])
def test_what_is_no_head_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="a head is"):
        Head.parse(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_words(language: kc.Language) -> None:
    every: list[lb.Fault] = [
        lb.TornLine(2),
        lb.UnreadableLine(2, "no-entry"),
        lb.UnreadableLine(2, "line-end"),
        lb.EntryEdited(2, 2),
        lb.EntriesRemoved(2, 2, 2),
        lb.EntriesRemoved(2, 2, 3),
        lb.EntryRepeated(2, 1, 1),
        lb.EntryMoved(2, 3),
        lb.EntryInserted(2, 3),
        lb.HeadMissing(3, 2),
        lb.ReceiptNotLogged("a" * 64),
        lb.EntryMisleads(2, 2),
    ]
    said = [fault(one)[language] for one in every]

    assert len(set(said)) == len(said)
    assert all(one.endswith((".", "?")) and "{" not in one for one in said)
    for several in (tuple(every), ()):
        assert log_document(LogCheck(tuple(entries(2)), several, head(2)), language).blocks
    assert log_document(LogCheck((), (), Head(0, BEGINNING)), language).blocks


def test_a_hash_is_that_of_the_line_as_it_is_written() -> None:
    (one,) = entries(1)
    assert one.hash == hashlib.sha256(one.line()).hexdigest()
