"""The command `nominate-tui`: reads the arguments, tells what went wrong, answers with an exit code."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Final, TextIO

import click
from click.exceptions import Exit

from nominate_tui.cli.click_words import speak_along
from nominate_tui.cli.group import command_line
from nominate_tui.cli.telling import tell_error, tell_misuse, tell_unwritable
from nominate_tui.errors import NominateError
from nominate_tui.locale import catalogue

DONE: Final = 0
NO: Final = 1
"""The answer is no: problems were found, the round forbids what was asked, or the output cannot be written."""
MISUSED: Final = 2
"""The command was wrong: no such option, no such file, not a round, a name that the round does not have."""
INTERRUPTED: Final = 130
"""Ctrl-C, as shells say it: 128 and the number of the signal."""
NOBODY_READS: Final = 141
"""The reader of the output is gone (`| head`), said in the same way."""


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the answer is the exit code. Errors that the program does not know are raised."""
    catalogue.use(catalogue.language_of_user())
    speak_along()
    _make_printable()
    if _is_closed():
        tell_unwritable(os.strerror(errno.EBADF))
        return NO
    try:
        return _run(arguments)
    except NominateError as error:
        tell_error(error)
        return NO
    except click.ClickException as error:
        tell_misuse(error)
        return MISUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return NOBODY_READS
    except OSError as error:
        # What goes wrong with a file has its name; a stream has none.
        if error.filename is not None:
            raise
        _drop_output()
        tell_unwritable(error.strerror or str(error))
        return NO


def _run(arguments: Sequence[str]) -> int:
    try:
        commands = command_line()
        with commands.make_context("nominate-tui", list(arguments)) as context:
            code = commands.invoke(context)
    except Exit as leaving:
        code = leaving.exit_code
    sys.stdout.flush()
    return code or DONE


def _is_closed() -> bool:
    """Whether the program was started without an output stream (`>&-`), which Python tells by having none."""
    output: TextIO | None = sys.stdout
    return output is None


def _make_printable() -> None:
    """A letter that the terminal's encoding does not have is shown by its number; it stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Let what is still waiting to be written go nowhere, or Python complains when it leaves."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
