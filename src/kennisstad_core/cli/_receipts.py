# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands for whoever does not take our word for it: receipts, the evidence behind them, and the decision log."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..text import Language, Text
from ._commands import FAULTY, FINE

if TYPE_CHECKING:
    from ..charter import Charters
    from ..receipts import Difference, Receipt
    from ..receipts.log import Fault, Head
    from ..records.register import Register
    from ._opening import Opened

DIFFERS: Final = 1
Shown: TypeAlias = Literal["text", "json"]

_NOT_THERE: Final = Text("er is geen bestand ‘{path}’", "there is no file ‘{path}’")
_NO_FILE: Final = Text("‘{path}’ is een map, geen bestand", "‘{path}’ is a folder, not a file")
_NO_WRITING: Final = Text("‘{path}’ is niet te schrijven: {why}", "‘{path}’ cannot be written: {why}")
_NO_READING: Final = Text("‘{path}’ is niet te lezen: {why}", "‘{path}’ cannot be read: {why}")
_NO_RECEIPT: Final = Text(
    "‘{path}’ is geen bewijsstuk, of het is beschadigd; zo’n bestand maakt kennisstad receipt",
    "‘{path}’ is not a receipt, or it is damaged; kennisstad receipt makes such a file",
)
_NO_HEAD: Final = Text(
    "‘{words}’ is geen stand van een logboek; die ziet eruit als 12:9f86… of als de SHA-256 alleen",
    "‘{words}’ is not the head of a log; it reads like 12:9f86…, or is the SHA-256 alone",
)
_HEAD_OF: Final = Text(
    "--head zegt iets over een logboek; noem dat met --log",
    "--head says something of a log; name that with --log",
)
_RECORDED: Final = Text(
    "--recorded zegt wanneer het in het logboek komt, en --log in welk logboek; geef beide of geen",
    "--recorded says when it goes into the log, and --log into which; give both or neither",
)
_BY: Final = Text(
    "--by zegt wie het in het logboek zet; noem dat met --log",
    "--by says who records it in the log; name that with --log",
)
_BROKEN: Final = Text(
    "er is niets aan het logboek ‘{path}’ toegevoegd, want het klopt niet:",
    "nothing was added to the log ‘{path}’, because it is not sound:",
)
_MEND: Final = Text("Herstellen kan met: {command}", "To mend it: {command}")
_ONE_DAY: Final = Text("voor één project hoort er een dag bij: --on", "for one project a day is needed: --on")
_BAD_GROUND: Final = Text(
    "een weglating noemt een grond, en niet ‘{words}’", "a redaction says on which ground, and not ‘{words}’"
)
_WRITTEN: Final = Text("Geschreven: {path}", "Written: {path}")
_DIGEST: Final = Text("SHA-256 van de inhoud: {digest}", "SHA-256 of the content: {digest}")
_LOGGED: Final = Text(
    "In het logboek: vermelding {number}, stand {head}", "In the log: entry {number}, head {head}"
)
_CHECK: Final = Text("Nagaan kan met:", "To check it:")
_EVIDENCE: Final = Text("Geschreven in {path}: {count} bestanden.", "Written in {path}: {count} files.")
_LOG_SOUND: Final = Text("Het bewijsstuk staat in het logboek.", "The receipt is in the log.")
_MENDED: Final = Text(
    "De afgebroken regel is uit het logboek gehaald en bewaard in {path}.",
    "The torn line was taken out of the log and kept in {path}.",
)
_NOT_TORN: Final = Text("Er was niets te herstellen.", "There was nothing to mend.")


def receipt(
    path: str,
    project: str | None = None,
    /,
    *,
    on: str | None = None,
    year: str | None = None,
    period: str | None = None,
    output: str | None = None,
    log: str | None = None,
    recorded: str | None = None,
    by: str = "",
    without_names: str = "",
    charters: str | None = None,
    language: Language = "en",
) -> int:
    """Make the receipt of a decision on one project, or of an audit: what was found, and what it rested on by hash.

    Without --output it goes to standard output. With --log it is also added to a decision log. Exits with 0, whatever
    was decided; with 2 when files have problems.

    Args:
        path: A register.
        project: The id of a project in it, for a decision; without it the receipt is of an audit.
        on: The day to judge, as 2025-06-01; with a year or period, the day up to which things are known.
        year: The calendar year that was audited, as 2025.
        period: The period that was audited, as 2025-01-01..2025-06-30.
        output: The file to write, such as receipt.json; one that is there is replaced.
        log: The decision log to add it to; it is made when it is not there.
        recorded: The day on which it goes into the log.
        by: The role, or the name, of who records it.
        without_names: Leave out the names of persons, on this ground, such as an article of an act.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
    """
    from ..receipts import dumps
    from ..receipts.logbook import check_file
    from ..receipts.redacting import redact
    from ._opening import day, open_register, stop
    from ._terminal import data

    if (log is None) != (recorded is None):
        raise stop(_RECORDED, language)
    if by and log is None:
        raise stop(_BY, language)
    logged_on = None if recorded is None else day(recorded, language)
    if log is not None and Path(log).exists():
        _bytes(log, language)
        _refuse_broken(log, check_file(log).faults, language)
    opened = open_register(path, charters, language)
    made = _made(opened, project, on, year, period, language)
    if without_names:
        try:
            made = redact(made, opened.charters, opened.register, names=without_names)
        except ValueError:
            raise stop(_BAD_GROUND, language, words=without_names) from None
    if output is not None:
        _write(made, output, path, language)
    if log is not None and logged_on is not None:
        _log(made, log, logged_on, by, language, aloud=output is not None)
    if output is None:
        data(dumps(made))
    return FAULTY if opened.problems else FINE


def verify(
    receipt: str,
    path: str,
    /,
    *,
    log: str | None = None,
    head: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Shown = "text",
) -> int:
    """Check a receipt: recompute it from a register and its charter, and say everything that differs.

    Exits with 0 when it verifies, with 1 when anything differs or the log is not sound, with 2 when the file is no
    receipt, is damaged, or the files of the register have problems.

    Args:
        receipt: A receipt, as kennisstad receipt wrote it.
        path: The register it is of.
        log: The decision log that the receipt should be in.
        head: The published head of that log, as 12:9f86… or the SHA-256 alone.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data in JSON.
    """
    from .. import receipts
    from ..receipts.log import check
    from ..receipts.log_words import fault
    from ..receipts.words import difference, verification_document
    from ._opening import open_register, stop
    from ._terminal import json_data, page, say

    if head is not None and log is None:
        raise stop(_HEAD_OF, language)
    known = None if head is None else _head(head, language)
    told = read_receipt(receipt, language)
    checked = None if log is None else check(_bytes(log, language), head=known, receipts=(told,))
    opened = open_register(path, charters, language)
    verification = receipts.verify(told, opened.charters, opened.register)
    faults = () if checked is None else checked.faults
    if format_ == "json":
        json_data(
            {
                "kind": "verification",
                "verifies": verification.verifies and not faults,
                "in_full": verification.in_full,
                "digest": told.digest,
                "differences": [
                    _coded(one, difference(one))
                    for one in verification.differences
                    if one not in verification.remarks
                ],
                "remarks": [_coded(one, difference(one)) for one in verification.remarks],
                "log": [_coded(one, fault(one)) for one in faults],
            }
        )
    else:
        page(verification_document(verification, language))
        if checked is not None:
            say("\n" + ("\n".join(fault(one)[language] for one in faults) or _LOG_SOUND[language]))
    if opened.problems:
        return FAULTY
    return FINE if verification.verifies and not faults else DIFFERS


def log(
    path: str,
    /,
    *,
    head: str | None = None,
    mend: bool = False,
    language: Language = "en",
    format_: Shown = "text",
) -> int:
    """List a decision log and check its chain: whether an entry was removed, changed, moved or put in.

    The head at the end is what to publish: with it, anybody can see later whether entries are gone. Exits with 0 when
    the log is sound, with 1 when it is not, with 2 when there is no such file.

    Args:
        path: A decision log.
        head: A head that was published earlier, as 12:9f86… or the SHA-256 alone.
        mend: Take out a last line that a crash tore, and keep its bytes in a file beside the log.
        language: The language of the answer.
        format_: Text, or data in JSON.
    """
    from ..files.codec import unstructure
    from ..receipts.log import check
    from ..receipts.log_words import fault, log_document
    from ..receipts.logbook import mend as take_out
    from ._terminal import json_data, page, say

    known = None if head is None else _head(head, language)
    _bytes(path, language)
    if mend:
        kept = take_out(path)
        words = _NOT_TORN[language] if kept is None else _MENDED[language].format(path=kept)
        if format_ == "text":
            say(words + "\n")
    checked = check(_bytes(path, language), head=known)
    if format_ == "json":
        json_data(
            {
                "kind": "log",
                "sound": checked.sound,
                "head": str(checked.head),
                "entries": [unstructure(one) for one in checked.entries],
                "faults": [_coded(one, fault(one)) for one in checked.faults],
                "backdated": [one.number for one in checked.backdated],
            }
        )
    else:
        page(log_document(checked, language))
    return FINE if checked.sound else DIFFERS


def evidence(
    path: str,
    project: str | None = None,
    /,
    *,
    output: str,
    on: str | None = None,
    year: str | None = None,
    period: str | None = None,
    charters: str | None = None,
    language: Language = "en",
) -> int:
    """Write a receipt with everything it names by hash, one file each, in a folder that sha256sum -c can check.

    Exits with 0, or with 2 when files have problems.

    Args:
        path: A register.
        project: The id of a project in it, for a decision; without it the receipt is of an audit.
        output: The folder to write.
        on: The day to judge, as 2025-06-01; with a year or period, the day up to which things are known.
        year: The calendar year that was audited, as 2025.
        period: The period that was audited, as 2025-01-01..2025-06-30.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
    """
    from ..receipts import write_evidence
    from ._opening import open_register, stop
    from ._terminal import say

    opened = open_register(path, charters, language)
    made = _made(opened, project, on, year, period, language)
    try:
        names = write_evidence((made,), opened.charters, opened.register, output)
    except OSError as error:
        raise stop(_NO_WRITING, language, path=output, why=error.strerror or str(error)) from None
    say(_EVIDENCE[language].format(path=output, count=len(names)))
    say(f"{_CHECK[language]}\n  cd {quote(output)} && sha256sum -c SHA256SUMS")
    return FAULTY if opened.problems else FINE


# What they share


def _made(
    opened: Opened,
    project: str | None,
    on: str | None,
    year: str | None,
    period: str | None,
    language: Language,
) -> Receipt:
    """The receipt that is asked for."""
    from .. import governance
    from ..receipts import of_decision, of_report
    from ._commands import NOT_WITHIN
    from ._opening import day, find_project, one_time, span, stop

    charters: Charters = opened.charters
    register: Register = opened.register
    when = None if on is None else day(on, language)
    if project is not None:
        if when is None or year is not None or period is not None:
            raise stop(_ONE_DAY, language)
        subject = find_project(register, project, language)
        return of_decision(governance.decide(charters, register, subject.id, on=when), charters, register)
    alone = year is None and period is None
    if alone:
        one_time(language, on=on, year=year, period=period)
    within = None if alone else span(year, period, language)
    if when is not None and within is not None and when not in within:
        raise stop(NOT_WITHIN, language, day=when, period=within)
    return of_report(governance.audit(charters, register, period=within, on=when), charters, register)


def _write(made: Receipt, output: str, path: str, language: Language) -> None:
    from ..receipts import write_receipt
    from ._opening import stop
    from ._terminal import say

    try:
        write_receipt(made, output)
    except OSError as error:
        raise stop(_NO_WRITING, language, path=output, why=error.strerror or str(error)) from None
    say(_WRITTEN[language].format(path=output))
    say(_DIGEST[language].format(digest=made.digest))
    say(f"{_CHECK[language]}\n  kennisstad verify {quote(output)} {quote(path)}")


def _log(made: Receipt, log: str, recorded: date, by: str, language: Language, *, aloud: bool) -> None:
    from ..receipts.log import Head
    from ..receipts.logbook import LogBroken, append
    from ._opening import stop
    from ._terminal import say

    try:
        entry = append(log, made, recorded=recorded, by=by)
    except LogBroken as broken:
        _refuse_broken(log, broken.faults, language)
        raise
    except OSError as error:
        raise stop(_NO_WRITING, language, path=log, why=error.strerror or str(error)) from None
    if aloud:
        say(_LOGGED[language].format(number=entry.number, head=Head(entry.number, entry.hash)))


def _refuse_broken(log: str, faults: tuple[Fault, ...], language: Language) -> None:
    """Say what is wrong with a log that nothing can be added to, before anything is written."""
    from ..receipts.log_words import fault
    from ..receipts.logbook import LogBroken
    from ._opening import stop
    from ._terminal import Stop

    if not faults:
        return
    lines = [str(stop(_BROKEN, language, path=log)), *(f"  {fault(one)[language]}" for one in faults)]
    if LogBroken(faults).torn:
        lines.append(_MEND[language].format(command=f"kennisstad log {quote(log)} --mend"))
    raise Stop("\n".join(lines)) from None


def read_receipt(path: str, language: Language) -> Receipt:
    """A receipt from a file; what is wrong with one is said on standard error.

    Raises:
        Stop: when it is not there, or is no receipt.
    """
    from ..receipts import NoReceipt, loads
    from ._flawed import problem_lines
    from ._opening import stop
    from ._terminal import write

    try:
        return loads(_bytes(path, language).decode())
    except UnicodeDecodeError:
        raise stop(_NO_RECEIPT, language, path=path) from None
    except NoReceipt as refused:
        write(sys.stderr, problem_lines(refused.problems[:_MOST], language))
        raise stop(_NO_RECEIPT, language, path=path) from None


_MOST: Final = 20
"""How many problems of a file that is no receipt are told."""


def _bytes(path: str, language: Language) -> bytes:
    from ..receipts.logbook import read
    from ._opening import stop

    place = Path(path)
    if not place.exists():
        raise stop(_NOT_THERE, language, path=path)
    if place.is_dir():
        raise stop(_NO_FILE, language, path=path)
    try:
        return read(place)
    except OSError as error:
        raise stop(_NO_READING, language, path=path, why=error.strerror or str(error)) from None


def _head(words: str, language: Language) -> Head:
    from ..receipts.log import Head
    from ._opening import stop

    try:
        return Head.parse(words)
    except ValueError:
        raise stop(_NO_HEAD, language, words=words) from None


def _coded(one: Difference | Fault, words: Text) -> dict[str, object]:
    """A difference or fault as data: its code, its fields, and its words."""
    from ..files.codec import unstructure

    name = re.sub(r"(?<=.)(?=[A-Z])", "-", type(one).__name__).lower()
    return {"code": name, **unstructure(one), "words": {"nl": words.nl, "en": words.en}}
