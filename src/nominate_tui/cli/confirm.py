"""`nominate-tui confirm` and `reopen`: a juror's ballot is done, or is not after all."""

from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.options import juror_option, language_option, round_argument
from nominate_tui.cli.reading import juror_at
from nominate_tui.jury.statement import confirm as confirm_ballot
from nominate_tui.jury.statement import reopen as reopen_ballot
from nominate_tui.locale.catalogue import _


@click.command(help=_("Say that a juror's ballot is done. What is unfinished is told, and does not count."))
@round_argument
@juror_option
@language_option
def confirm(folder: Path, juror: str, language: str | None) -> None:
    """Confirm a ballot."""
    with juror_at(folder, juror, language) as desk:
        confirm_ballot(desk)
        say(_("{juror}: the ballot is confirmed").format(juror=desk.juror.name))
        if desk.own.unfinished:
            say(_("Not finished, and so left out: {ids}").format(ids=", ".join(desk.own.unfinished)))


@click.command(
    help=_("Take the confirmation of a juror's ballot back, as long as the chair has not locked the round.")
)
@round_argument
@juror_option
@language_option
def reopen(folder: Path, juror: str, language: str | None) -> None:
    """Reopen a ballot."""
    with juror_at(folder, juror, language) as desk:
        reopen_ballot(desk)
        say(_("{juror}: the ballot is open again").format(juror=desk.juror.name))
