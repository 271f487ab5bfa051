"""The commands, each loaded when it is asked for; what is no command opens the screens."""

from difflib import get_close_matches
from gettext import gettext
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from nominate_tui.cli.index import COMMANDS
from nominate_tui.locale.catalogue import _, later

_OPEN: Final = "open"
_FOR_ALL: Final = ("-h", "--help", "--version")
"""The options that stand before any command."""

_HELP: Final = later(
    "An award jury reviews nominations in the terminal, scores them, settles duplicates and leaves with a"
    " shortlist it can defend."
)
_ROUND: Final = later(
    "ROUND is a folder that holds scoring.toml; without it, this folder. A round whose folder is called like a"
    " command is written ./check."
)


class CommandLine(click.Group):
    """The whole command line. Starting it loads none of the commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the first word as a command; where it is none, open the screens with all of the words."""
        if not args or (args[0] not in COMMANDS and args[0] not in _FOR_ALL):
            _must_be_something(ctx, args[0] if args else ".")
            args = [_OPEN, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of a round."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, now loaded; `None` where there is none."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(f"nominate_tui.cli.{entry.module}"), entry.attribute)
        return command if isinstance(command, click.Command) else None

    def format_usage(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call the program."""
        formatter.write_usage("nominate-tui", "[ROUND] [--as JUROR | --chair] [--language da|en]")
        formatter.write_usage("nominate-tui", "COMMAND …", prefix=" " * len(f"{gettext('Usage:')} "))

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the program is for."""
        formatter.write_paragraph()
        formatter.write_text(_(_HELP))
        formatter.write_paragraph()
        formatter.write_text(_(_ROUND))

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with a sentence from the index, so that none is loaded for it."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.help)) for name, entry in COMMANDS.items()], col_max=14)


def _must_be_something(ctx: click.Context, word: str) -> None:
    """A first word that is no command must be a place; or else it may be a command with a typing error."""
    if word.startswith("-") or "://" in word or Path(word).exists():
        return
    message = _("{word} is neither a command nor the folder of a round").format(word=word)
    likely = " ".join(get_close_matches(word, COMMANDS, n=1))
    hint = _("; did you mean {command}?").format(command=likely) if likely else ""
    raise click.UsageError(message + hint, ctx)


def command_line() -> click.Command:
    """What `nominate-tui` runs; made when the language is known, since click translates its options at once."""
    commands = CommandLine("nominate-tui", context_settings={"help_option_names": ["-h", "--help"]})
    return click.version_option(package_name="nominate-tui")(commands)
