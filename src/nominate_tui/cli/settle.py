"""`nominate-tui settle`: the chair's verdict on two nominations."""

from pathlib import Path
from typing import Literal

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import need_nominations, wrong
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
    if kind != "open" or desk.round.verdict((a, b)) is None:
        # A verdict on a nomination that is not there can still be taken back.
        need_nominations(desk.round.nominations, a, b)
    if primary:
        _must_fit(primary, a, b, kind)
    moves = desk.withdraw(a, b) if kind == "open" else desk.settle(a, b, kind, reason, primary)
    say(_("Decided. In the ranking: {effect}").format(effect=effect(moves)))


def _must_fit(primary: str, a: str, b: str, kind: str) -> None:
    if kind != "duplicate":
        raise wrong(_("only duplicates have a primary; leave --primary out, or say duplicate"))
    if primary not in (a, b):
        message = _("the primary is one of the two, {a} or {b}, and {primary} is neither")
        raise wrong(message.format(a=a, b=b, primary=primary))
