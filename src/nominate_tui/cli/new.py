"""`nominate-tui new`: a new round."""

from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.jury.new_round import make_round
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _


@click.command(help=_("Make a new round in FOLDER: a commented scoring.toml to change, and empty data/."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    type=click.Choice(catalogue.LANGUAGES),
    help=_("The language of scoring.toml and of the round; without it, yours."),
)
def new(folder: Path, language: str | None) -> None:
    """Make a new round."""
    catalogue.use(language or catalogue.language())
    rules = make_round(folder, catalogue.language())
    say(_("A new round is made. Its rules: {file}").format(file=rules))
    say(_("Change them as you like: award, criteria, jurors, quorum, shortlist."))
    say(_("Then take in the documents: nominate-tui intake DOCUMENT --round {folder}").format(folder=folder))
