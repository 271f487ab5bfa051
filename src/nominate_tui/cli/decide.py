"""`nominate-tui decide`: the chair puts nominations that share a rank in an order."""

from collections.abc import Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import need_nominations
from nominate_tui.cli.options import language_option, reason_option, round_option
from nominate_tui.cli.reading import chair_at
from nominate_tui.cli.telling import tell_problems
from nominate_tui.locale.catalogue import _


@click.command(
    help=_("Put nominations that share a rank in an order, the best first, with a written reason.")
)
@click.argument("nominations", metavar="NOMINATION…", nargs=-1, required=True)
@reason_option
@round_option
@language_option
def decide(nominations: Sequence[str], reason: str, folder: Path, language: str | None) -> None:
    """Decide a tie."""
    desk = chair_at(folder, language)
    need_nominations(desk.round.nominations, *nominations)
    desk.decide_tie(nominations, reason)
    say(_("Decided: {order}").format(order=" > ".join(nominations)))
    tell_problems(desk.persons_named(reason))
