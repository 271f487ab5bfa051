"""Tells errors and problems on the error stream, inert and one a line."""

import sys
from collections.abc import Iterable

import click

from nominate_tui.errors import BadInput, NominateError, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line


def tell(line: str) -> None:
    """A line of text on the error stream."""
    # What was printed before comes first, also where both streams go to one file.
    sys.stdout.flush()
    click.echo(clean_line(line), err=True)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Each problem, and how bad it is."""
    for problem in problems:
        tell(f"{severity_in_words(problem)}: {problem}")


def tell_error(error: NominateError) -> None:
    """An error; one that stands for several problems tells them all."""
    if isinstance(error, BadInput):
        tell_problems(error.problems)
    else:
        tell(f"{_('error')}: {error}")


def tell_unwritable(reason: str) -> None:
    """Why the output stream takes nothing."""
    # Nothing is flushed here, as there is nothing that could be.
    told = _("the output cannot be written: {reason}").format(reason=reason)
    click.echo(clean_line(f"{_('error')}: {told}"), err=True)


def problems_of(error: NominateError) -> tuple[Problem, ...]:
    """The problems that an error stands for; any other error is one problem."""
    if isinstance(error, BadInput):
        return error.problems
    return (Problem("error", error.where, "", error.message, error.todo),)


def tell_misuse(error: click.ClickException) -> None:
    """What is wrong with the command, and where its use is explained."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "nominate-tui"
    help = _("see {command}").format(command=f"{path} --help")
    tell(f"{_('error')}: {error.format_message()} → {help}")


def severity_in_words(problem: Problem) -> str:
    """How bad a problem is, in the language spoken."""
    return _("error") if problem.severity == "error" else _("warning")
