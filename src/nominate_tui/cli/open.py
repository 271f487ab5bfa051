"""`nominate-tui [ROUND]`: opens the screens."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from nominate_tui.cli.bar import waiting
from nominate_tui.cli.names import need_juror
from nominate_tui.cli.options import language_option, round_argument
from nominate_tui.errors import NominateError
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _


@click.command(
    "open",
    help=_(
        "Open the screens of a round: for the juror who was here last on this machine, or who is chosen at the"
        " start. Everything can be done without screens too: `nominate-tui --help` lists the commands."
    ),
)
@round_argument
@click.option("--as", "juror", metavar="JUROR", help=_("Open this juror's desk: the id in scoring.toml."))
@click.option("--chair", is_flag=True, help=_("Open the chair's desk."))
@language_option
def open_screens(folder: Path, juror: str | None, *, chair: bool, language: str | None) -> int:
    """Open the screens; the answer is their exit code."""
    if juror and chair:
        raise click.UsageError(_("choose one of --as and --chair"), click.get_current_context())
    # Imported here: it reads TOML, which nothing before the screens needs.
    from nominate_tui.store.folder import FolderStore

    if juror:
        need_juror(FolderStore(folder).rules(), juror)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            _(
                "the screens need a terminal; without one, use the plain commands: show, ballot, score, ranking …"
            ),
            click.get_current_context().find_root(),
        )
    with suppress(NominateError):  # What is wrong with the rules is told with all else that is wrong.
        catalogue.use(language or FolderStore(folder).rules().language)
    with waiting(_("Reading the round …")):
        # Imported here: only this command needs the screens.
        from nominate_tui.tui.app import app_at

        app = app_at(folder, juror, chair=chair, language=language)
    app.run()
    return app.return_code or 0
