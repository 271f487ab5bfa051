"""`nominate-tui settle`: the chair's verdict on two nominations, on a whole group, or on one of its members."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import need_nominations, wrong
from nominate_tui.cli.options import language_option, round_option
from nominate_tui.cli.reading import chair_at
from nominate_tui.cli.telling import tell_problems
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import Move
from nominate_tui.locale.catalogue import _
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.duplicate import KINDS, Kind
from nominate_tui.tui.chair_words import effect


@click.command(
    help=_(
        "Decide about two nominations: duplicate (one initiative nominated twice), related, or distinct; `open` takes"
        " the verdict back. More than two can be made duplicates at once. With a single one, distinct or related takes"
        " it out of its duplicate group, the others of which stay one. What it changes in the ranking is told,"
        " also where the round is locked: a lock closes the ballots, not the chair's decisions."
    )
)
@click.argument("nominations", metavar="NOMINATION…", nargs=-1, required=True)
@click.argument("kind", type=click.Choice((*KINDS, "open")))
@click.option(
    "--reason",
    default="",
    metavar="TEXT",
    help=_("Why, in a sentence, for whoever asks a year later; needed for all but `open`."),
)
@click.option(
    "--primary",
    default="",
    metavar="ID",
    help=_(
        "Which of the duplicates stands for all; without it, who stands for their group already, or the first."
        " Needed where two groups are joined. Where one is taken out, which of the others."
    ),
)
@round_option
@language_option
def settle(
    nominations: Sequence[str],
    kind: Kind | Literal["open"],
    reason: str,
    primary: str,
    folder: Path,
    language: str | None,
) -> None:
    """Settle a pair or a group."""
    desk = chair_at(folder, language)
    if kind != "open" or len(nominations) != 2 or desk.round.verdict(nominations) is None:
        # A verdict on a nomination that is not there can still be taken back.
        need_nominations(desk.round.nominations, *nominations)
    moves = _settle(desk, nominations, kind, reason, primary)
    say(_("Decided. In the ranking: {effect}").format(effect=effect(moves)))
    tell_problems(desk.persons_named(reason))
    if moves and (locked := desk.round.deliberation.locked):
        told = _("The round has been locked since {day}: no score changed, and the ranking did all the same.")
        say(told.format(day=day_and_month(locked)))


def _settle(
    desk: ChairDesk, ids: Sequence[str], kind: Kind | Literal["open"], reason: str, primary: str
) -> tuple[Move, ...]:
    if len(ids) == 1:
        if kind == "distinct" or kind == "related":
            return desk.take_out(ids[0], reason, kind, primary)
        raise wrong(_("name two nominations; a single one can only be taken out: distinct or related"))
    if primary and kind != "duplicate":
        raise wrong(_("only duplicates have a primary; leave --primary out, or say duplicate"))
    if len(ids) > 2:
        if kind != "duplicate":
            raise wrong(_("more than two nominations can only be made duplicates; name two"))
        return desk.settle_group(ids, reason, primary)
    a, b = ids
    return desk.withdraw(a, b) if kind == "open" else desk.settle(a, b, kind, reason, primary)
