"""`nominate-tui check`: every problem in a round."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import format_option, language_option, round_argument
from nominate_tui.cli.sheet import Column, Sheet
from nominate_tui.cli.telling import severity_in_words
from nominate_tui.errors import BadInput, Problem
from nominate_tui.jury.secretariat import Secretariat
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.store.folder import FolderStore


@click.command(
    help=_(
        "List every problem in a round, with its file, its line and what to do. The exit code is 1 where one of"
        " them is an error, and 0 where there are none or only warnings."
    )
)
@round_argument
@format_option
@language_option
def check(folder: Path, format: str, language: str | None) -> int:
    """List every problem in a round."""
    store = FolderStore(folder)
    _speak(store, language)
    problems = Secretariat(store).problems()
    show(_answer(problems), format)
    return int(_errors(problems) > 0)


def _speak(store: FolderStore, language: str | None) -> None:
    try:
        catalogue.use(language or store.rules().language)
    except BadInput:
        # The rules are among the problems: they are told in the language of the user.
        return


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)


def _answer(problems: Sequence[Problem]) -> Answer:
    errors = _errors(problems)
    columns = [Column(id, id) for id in ("severity", "where", "field", "message", "todo")]
    rows = [(p.severity, p.where, p.field, p.message, p.todo) for p in problems]
    return Answer(
        data={
            "errors": errors,
            "warnings": len(problems) - errors,
            "problems": [dict(zip((column.id for column in columns), row, strict=True)) for row in rows],
        },
        sheet=Sheet(columns, rows),
        parts=list(_parts(problems)),
    )


def _parts(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        yield f"{severity_in_words(problem)}: {problem}"
    if not problems:
        yield _("There are no problems.")
        return
    errors = _errors(problems)
    told = _("Errors: {errors}. Warnings: {warnings}.")
    yield told.format(errors=errors, warnings=len(problems) - errors)
