"""`nominate-tui score`: what a juror does at the desk, in one line."""

from collections.abc import Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import say
from nominate_tui.cli.names import need_criteria, need_nominations
from nominate_tui.cli.options import juror_option, language_option, reason_option, round_option
from nominate_tui.cli.reading import juror_at
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.jury.statement import Statement, state
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind
from nominate_tui.model.rounding import printed
from nominate_tui.tui.words import STATES, read_before


class Score(click.ParamType[tuple[str, int]]):
    """`CRITERION=VALUE` on the command line."""

    name = "score"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """The criterion and the value; whether the round has them is not known here."""
        criterion, _equals, number = str(value).partition("=")
        if (
            not criterion
            or not number.isascii()
            or not number.removeprefix("-").isdecimal()
            or len(number) > 9
        ):
            message = _("{text} is not CRITERION=VALUE, such as innovation=4")
            self.fail(message.format(text=value), param, ctx)
        return criterion, int(number)


@click.command(
    help=_(
        "Score a nomination for a juror: one CRITERION=VALUE or several. The options abstain, comment and declare"
        " a conflict of interest, which takes the whole review out. What is not named stays as it is."
    )
)
@click.argument("nomination")
@click.argument("scores", metavar="[CRITERION=VALUE]…", nargs=-1, type=Score())
@juror_option
@round_option
@click.option(
    "--abstain", multiple=True, metavar="CRITERION", help=_("Give no score on this criterion, on purpose.")
)
@click.option("--clear", multiple=True, metavar="CRITERION", help=_("Take back the score or abstention."))
@click.option(
    "--still-holds",
    is_flag=True,
    help=_("Say that the scores hold for the text as it is now, which changed after they were given."),
)
@click.option("--comment", metavar="TEXT", help=_("For the chair and the meeting."))
@click.option("--note", metavar="TEXT", help=_("A private note that nobody else sees."))
@click.option(
    "--flag/--no-flag", default=None, help=_("Flag the nomination to come back to it, or take the flag off.")
)
@click.option(
    "--recuse", type=click.Choice(CONFLICT_KINDS), help=_("Declare a conflict of interest of this kind.")
)
@reason_option
@click.option("--no-conflict", is_flag=True, help=_("Take a declared conflict of interest back."))
@language_option
def score(
    nomination: str,
    scores: Sequence[tuple[str, int]],
    juror: str,
    folder: Path,
    abstain: Sequence[str],
    clear: Sequence[str],
    comment: str | None,
    note: str | None,
    recuse: ConflictKind | None,
    reason: str,
    language: str | None,
    *,
    flag: bool | None,
    no_conflict: bool,
    still_holds: bool,
) -> None:
    """Say something of a nomination."""
    said = Statement(
        nomination,
        scores=dict(scores),
        abstained=tuple(abstain),
        cleared=tuple(clear),
        still_holds=still_holds,
        comment=comment,
        note=note,
        flagged=flag,
        conflict=Conflict(recuse, reason) if recuse else None,
        no_conflict=no_conflict,
    )
    with juror_at(folder, juror, language) as desk:
        need_nominations(desk.round.nominations, nomination)
        need_criteria(desk.round.rules, *said.scores, *abstain, *clear)
        state(desk, said)
        say(_told(desk, nomination))


def _told(desk: JurorDesk, nomination: str) -> str:
    """The nomination and what the review is now."""
    told = f"{nomination} {desk.round.nominations[nomination].title}: {_(STATES[desk.state(nomination)])}"
    weighted, change = desk.own.weighted_score(nomination), desk.outdated(nomination)
    if weighted is not None:
        figure = decimal(printed(weighted, desk.round.rules.decimals))
        told = f"{told}, " + _("weighted score {score}").format(score=figure)
    return f"{told}, {read_before(change)}" if change else told
