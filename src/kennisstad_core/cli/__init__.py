# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `kennisstad`: check, audit and decide from files, and say with the exit code how things stand.

What was asked for goes to standard output, problems and mistakes to standard error. Exit codes: 0 fine; 1 a rule of
thumb or an obligation is not followed and no recorded departure explains it; 3 an outcome cannot be determined yet;
2 misuse, or files with problems. When several apply, 2 goes before 1 and 1 before 3.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from inspect import Parameter, cleandoc, signature
from typing import TYPE_CHECKING, Final

from ._agenda import agenda, calendar
from ._commands import FAULTY, FINE, audit, check, decide, explain, history
from ._docs import docs
from ._funding import funding
from ._network import graph, hook_on, links, what_if
from ._pace import pace
from ._receipts import evidence, log, receipt, verify
from ._starting import init, schema
from ._versions import certificate, compare

if TYPE_CHECKING:
    from cyclopts import App

NAME: Final = "kennisstad"
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
"""What a shell makes of a program that stops because nobody reads on."""

_HELP: Final = (
    "Partnership governance as code: check, audit and decide from files.\n\n"
    "A PATH leads to a register (a folder of TOML, CSV and JSON, or one file) or to a charter (a file, a folder, or "
    "the name of one that comes along). Nothing here reads a clock: you say the day or the period."
)
_AFTER: Final = (
    "Exit codes: 0 fine; 1 a rule of thumb or an obligation is not followed and no recorded departure explains it (a "
    "practice, an aspiration or a remark never counts), or a receipt or log does not hold; 3 an outcome cannot be "
    "determined yet; 2 misuse, or files with problems. When several apply, 2 goes before 1 and 1 before 3."
)
_COMMANDS: Final[Mapping[str, tuple[Callable[..., int], ...]]] = {
    "Begin": (init, check, schema),
    "Decide": (decide, explain, history, certificate, compare),
    "Account for a year": (audit, funding, pace, agenda, calendar, docs),
    "Find links": (links, hook_on, what_if, graph),
    "Let others check": (receipt, verify, log, evidence),
}
_NO_EXTRA: Final = (
    f"{NAME}: the command is an extra that is not installed: pip install 'kennisstad_core[cli]'\n"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; never a traceback for a mistake of the user."""
    if find_spec("cyclopts") is None or find_spec("rich") is None:
        sys.stderr.write(_NO_EXTRA)
        return FAULTY
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        # Python would still flush standard output on its way out, and complain of the same pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}" if error.filename else str(error))


def _run(arguments: list[str]) -> int:
    from cyclopts import CycloptsError

    from ._terminal import Stop, console_for, put

    console = console_for(sys.stdout)
    try:
        with console.capture() as help_shown:  # so that it goes out by the same door as everything else
            result: object = _app()(arguments, console=console, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        words = str(error).partition(" Available commands")[0].strip()
        return _refuse(f"{words} See: {NAME} --help")
    except Stop as stopped:
        return _refuse(str(stopped))
    put(sys.stdout, "".join(f"{line.rstrip()}\n" for line in help_shown.get().splitlines()))
    return result if isinstance(result, int) else FINE


def _refuse(words: str) -> int:
    from ._terminal import put

    put(sys.stderr, f"{NAME}: {words}\n")
    return FAULTY


def _app() -> App:
    from cyclopts import App, Group
    from cyclopts import Parameter as Option

    from .. import __version__

    app = App(
        NAME,
        help=_HELP,
        help_epilogue=_AFTER,
        help_format="plaintext",
        version=__version__,
        default_parameter=Option(negative=(), show_default=_default_shown),
        result_action="return_value",
        suppress_keyboard_interrupt=False,
    )
    for title, commands in _COMMANDS.items():
        group = Group.create_ordered(title)
        for place, command in enumerate(commands):
            app.command(
                command, help=_help_of(command), usage=_usage_of(command), group=group, sort_key=place
            )
    return app


def _default_shown(value: object) -> str | None:
    """A default in help, where it says something: not that an option that is left out is empty or off."""
    return str(value) if value else None


def _usage_of(command: Callable[..., int]) -> str | None:
    """How a command is typed when an argument may be left out: that one by name, where it would be ``[ARGS]``."""
    taken = signature(command).parameters.values()
    places = [one for one in taken if one.kind is Parameter.POSITIONAL_ONLY]
    if all(one.default is Parameter.empty for one in places):
        return None
    words = [NAME, command.__name__.replace("_", "-")]
    asked = (one for one in taken if one.kind is Parameter.KEYWORD_ONLY and one.default is Parameter.empty)
    words += (f"--{one.name} STR" for one in asked)
    words += ["[OPTIONS]"]
    words += (one.name.upper() if one.default is one.empty else f"[{one.name.upper()}]" for one in places)
    return f"Usage: {' '.join(words)}"


def _help_of(command: Callable[..., int]) -> str:
    """What a command does, paragraph by paragraph: lines broken for the source would be broken twice on the screen."""
    told = cleandoc(command.__doc__ or "").partition("\n\nArgs:")[0]
    return "\n\n".join(" ".join(part.split()) for part in told.split("\n\n"))
