"""`nominate-tui collect`: ballots and score tables that jurors hand in."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import format_option, language_option, round_option
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.cli.telling import problems_of, tell_problems
from nominate_tui.errors import NominateError
from nominate_tui.jury.collect import Received
from nominate_tui.jury.secretariat import Collection, Secretariat
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.store.folder import FolderStore


@click.command(
    help=_(
        "Take in ballots (TOML) and score tables (CSV with the columns juror, nomination, criterion and score)."
        " Everything is checked before anything is written, and no stored score is overwritten unless --replace"
        " says so. An empty score is no score, never zero."
    )
)
@click.argument(
    "files",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@round_option
@click.option(
    "--replace", is_flag=True, help=_("Where both differ, take what is handed in, not what is stored.")
)
@format_option
@language_option
def collect(files: Sequence[Path], folder: Path, format: str, language: str | None, *, replace: bool) -> int:
    """Take in what jurors hand in."""
    try:
        collection = _collected(files, folder, language, replace=replace)
    except NominateError as error:
        if format != "json":
            raise
        show(_answer(Collection({}, problems_of(error))), format)
        return 1
    if format != "json":
        tell_problems(collection.problems)
    show(_answer(collection), format)
    return 0


def _collected(files: Sequence[Path], folder: Path, language: str | None, *, replace: bool) -> Collection:
    store = FolderStore(folder)
    catalogue.use(language or store.rules().language)
    return Secretariat(store).collect(files, replace=replace)


_IDS = ("juror", "added", "replaced", "same", "removed", "unconfirmed")


def _answer(collection: Collection) -> Answer:
    rows = [_row(juror, each) for juror, each in collection.received.items()]
    headings = (
        _("Juror"),
        _("New scores"),
        _("Replaced"),
        _("As before"),
        _("Removed"),
        _("Confirmation taken back"),
    )
    columns = [
        Column(id, heading, right=id not in ("juror", "unconfirmed"))
        for id, heading in zip(_IDS, headings, strict=True)
    ]
    sheet = Sheet(columns, rows)
    return Answer(
        data={
            "jurors": [dict(zip(_IDS, row, strict=True)) for row in rows],
            "problems": [asdict(problem) for problem in collection.problems],
        },
        sheet=sheet,
        parts=[sheet if rows else _("There was nothing to collect.")],
    )


def _row(juror: str, each: Received) -> Sequence[Cell]:
    return (juror, each.added, each.replaced, each.same, each.removed, each.unconfirmed)
