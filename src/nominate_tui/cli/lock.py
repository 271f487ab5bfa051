"""`nominate-tui lock` and `unlock`: whether ballots may change."""

from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.options import language_option, round_argument
from nominate_tui.cli.reading import chair_at
from nominate_tui.locale.catalogue import _


@click.command(help=_("Lock the round: no ballot may change any more."))
@round_argument
@language_option
def lock(folder: Path, language: str | None) -> None:
    """Lock a round."""
    chair_at(folder, language).lock()
    say(_("The round is locked"))


@click.command(help=_("Open a locked round again."))
@round_argument
@language_option
def unlock(folder: Path, language: str | None) -> None:
    """Unlock a round."""
    chair_at(folder, language).unlock()
    say(_("The round is open"))
