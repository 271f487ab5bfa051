"""`nominate-tui recuse`: the chair takes a juror out for a nomination."""

from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import need_juror, need_nominations
from nominate_tui.cli.options import language_option, reason_option, round_option
from nominate_tui.cli.reading import chair_at
from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind


@click.command(
    help=_(
        "Take a juror out for a nomination: the review is kept and does not count. `--lift` lets the juror in again."
    )
)
@click.argument("juror")
@click.argument("nomination")
@click.option(
    "--kind",
    type=click.Choice(CONFLICT_KINDS),
    default="other",
    help=_("What ties the juror to the nominee."),
)
@reason_option
@click.option("--lift", is_flag=True, help=_("Let the juror in again."))
@round_option
@language_option
def recuse(
    juror: str,
    nomination: str,
    kind: ConflictKind,
    reason: str,
    folder: Path,
    language: str | None,
    *,
    lift: bool,
) -> None:
    """Recuse a juror."""
    desk = chair_at(folder, language)
    if nomination not in desk.round.recused(juror):
        # A recusal of somebody who is not there can still be lifted.
        need_juror(desk.round.rules, juror)
        need_nominations(desk.round.nominations, nomination)
    if lift:
        desk.unrecuse(juror, nomination)
        told = _("{juror} judges {nomination} again")
    else:
        desk.recuse(juror, nomination, Conflict(kind, reason))
        told = _("{juror} is out for {nomination}")
    say(told.format(juror=juror, nomination=nomination))
