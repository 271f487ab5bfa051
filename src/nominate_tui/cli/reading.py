"""Opens a round for a command, and sets the language for what is printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nominate_tui.cli.bar import waiting
from nominate_tui.cli.names import need_juror
from nominate_tui.cli.telling import tell_problems
from nominate_tui.errors import BadInput
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.store.folder import FolderStore


def chair_at(folder: Path, language: str | None = None) -> ChairDesk:
    """The chair's desk with a round; the language that was asked for is spoken, or that of the round.

    Raises:
        BadInput: The round is not as it must be.
    """
    store = FolderStore(folder)
    catalogue.use(language or store.rules().language)
    with waiting(_("Reading the round …")):
        return ChairDesk(store)


def chair_with_results(folder: Path, language: str | None, *, despite_problems: bool) -> ChairDesk:
    """The same for a command that computes a result; where it goes on despite problems, they are told as warnings.

    Raises:
        BadInput: A part of the round is not as it must be, or does not go together with the others.
    """
    desk = chair_at(folder, language)
    if any(problem.severity == "error" for problem in desk.problems) and not despite_problems:
        raise BadInput(desk.problems)
    tell_problems(replace(problem, severity="warning") for problem in desk.problems)
    return desk


@contextmanager
def juror_at(folder: Path, juror: str, language: str | None = None) -> Iterator[JurorDesk]:
    """A juror's desk with a round; in the end everything is on the disk and the ballot is let go.

    Raises:
        UsageError: The round has no such juror.
        BadInput: The round or the ballot is not as it must be.
    """
    store = FolderStore(folder)
    rules = store.rules()
    catalogue.use(language or rules.language)
    need_juror(rules, juror)
    desk = JurorDesk(store, juror)
    try:
        yield desk
    finally:
        desk.close()
