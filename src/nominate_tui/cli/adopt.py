"""`nominate-tui adopt`: rank by something else than was agreed from now on, or take that back; both are recorded."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import wrong
from nominate_tui.cli.options import language_option, reason_option, round_argument
from nominate_tui.cli.reading import chair_at
from nominate_tui.cli.telling import tell_problems
from nominate_tui.cli.what_if import what_if, what_if_options
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import Move
from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Method
from nominate_tui.model.what_if import WhatIf
from nominate_tui.tui.chair_words import effect


@click.command(
    help=_(
        "Rank by other weights, another method, more or fewer places, without a juror or without a verdict from now on;"
        " `ranking` with the same options tries it first. Who decides it and why is recorded. The rules in scoring.toml"
        " stay as they were agreed. --take-back takes the latest that stands back."
    )
)
@round_argument
@what_if_options
@click.option("--take-back", is_flag=True, help=_("Take back what was adopted last."))
@click.option("--by", required=True, metavar="NAME", help=_("Who decides it, for the record."))
@reason_option
@language_option
def adopt(
    folder: Path,
    weights: Sequence[tuple[str, Fraction]],
    method: Method | None,
    shortlist: int | None,
    without: Sequence[str],
    aside: Sequence[tuple[str, str]],
    by: str,
    reason: str,
    language: str | None,
    *,
    take_back: bool,
) -> None:
    """Adopt something, or take it back."""
    desk = chair_at(folder, language)
    what = what_if(
        desk.sight.stored, weights=weights, method=method, shortlist=shortlist, without=without, aside=aside
    )
    moves = _decide(desk, what, by, reason, take_back=take_back)
    say(_("Decided. In the ranking: {effect}").format(effect=effect(moves)))
    tell_problems(desk.persons_named(reason))


def _decide(desk: ChairDesk, what: WhatIf, by: str, reason: str, *, take_back: bool) -> tuple[Move, ...]:
    if take_back:
        if not what.empty:
            raise wrong(_("--take-back takes the latest back as it is; leave the other options out"))
        return desk.take_back(by, reason)
    if what.empty:
        raise wrong(_("say what to adopt: --weight, --method, --shortlist, --without or --set-aside"))
    return desk.adopt(what, by, reason)
