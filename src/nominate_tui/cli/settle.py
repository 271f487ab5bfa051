"""`nominate-tui settle`: the chair's verdict on two nominations."""

from pathlib import Path
from typing import Literal

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.options import language_option, reason_option, round_option
from nominate_tui.cli.reading import chair_at
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import KINDS, Kind
from nominate_tui.tui.chair_words import effect


@click.command(
    help=_(
        "Decide about two nominations: duplicate (one initiative nominated twice), related, or distinct; `open` takes"
        " the verdict back. What it changes in the ranking is told."
    )
)
@click.argument("a")
@click.argument("b")
@click.argument("kind", type=click.Choice((*KINDS, "open")))
@reason_option
@click.option(
    "--primary", default="", metavar="ID", help=_("Which of two duplicates stands for both; without it, A.")
)
@round_option
@language_option
def settle(
    a: str,
    b: str,
    kind: Kind | Literal["open"],
    reason: str,
    primary: str,
    folder: Path,
    language: str | None,
) -> None:
    """Settle a pair."""
    desk = chair_at(folder, language)
    moves = desk.withdraw(a, b) if kind == "open" else desk.settle(a, b, kind, reason, primary)
    say(_("Decided. In the ranking: {effect}").format(effect=effect(moves)))
