"""What the commands have in common: the round, the format, the language."""

from pathlib import Path
from typing import Final

import click

from nominate_tui.cli.index import COMMANDS
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _


class RoundFolder(click.ParamType[Path]):
    """The folder of a round on the command line."""

    name = "round"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder, if it is a round."""
        folder = Path(str(value))
        if "://" in str(value):
            self.fail(_("a round in a database cannot be opened yet; name a folder"), param, ctx)
        if not folder.is_dir():
            self.fail(_no_folder(str(value)), param, ctx)
        if not (folder / "scoring.toml").is_file():
            message = _("{folder} is not a round: it has no scoring.toml (`nominate-tui new` makes one)")
            self.fail(message.format(folder=folder.resolve() if value == "." else value), param, ctx)
        return folder


def _no_folder(value: str) -> str:
    told = _("there is no folder {folder}").format(folder=value)
    if value not in COMMANDS:
        return told
    return told + _("; the command {command} comes first, its options behind it").format(command=value)


round_argument: Final = click.argument("folder", metavar="[ROUND]", default=".", type=RoundFolder())
round_option: Final = click.option(
    "--round",
    "folder",
    metavar="ROUND",
    default=".",
    type=RoundFolder(),
    help=_("The folder of the round; without it, this one."),
)
format_option: Final = click.option(
    "--format",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    help=_("A table for people, or JSON or CSV for programs."),
)
language_option: Final = click.option(
    "--language",
    type=click.Choice(catalogue.LANGUAGES),
    help=_("The language of what is printed; without it, that of the round."),
)
juror_option: Final = click.option(
    "--as",
    "juror",
    metavar="JUROR",
    required=True,
    help=_("Whose ballot it is: the juror's id in scoring.toml."),
)
reason_option: Final = click.option(
    "--reason", default="", metavar="TEXT", help=_("Why, in a sentence, for whoever asks a year later.")
)
despite_option: Final = click.option(
    "--despite-problems",
    is_flag=True,
    help=_("Go on without what is wrong in the round; it is told as warnings."),
)
