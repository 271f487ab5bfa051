"""Every command once: its key, its name and what it does. Bindings, palette, footer and help come from here."""

from collections.abc import Iterable
from typing import Final

from textual.binding import BindingType

from nominate_tui.locale.catalogue import later
from nominate_tui.model.rules import Scale
from nominate_tui.tui.chair_commands import CHAIR as CHAIR
from nominate_tui.tui.command import Command as Command
from nominate_tui.tui.trying_commands import TRYING as TRYING

JUROR: Final[tuple[Command, ...]] = (
    Command(
        "turn(1)",
        "tab,right",
        later("criterion"),
        later("Go to the next criterion, and to the answer it is judged by"),
        "Tab →",
        footer=True,
    ),
    Command("turn(-1)", "shift+tab,left", later("back"), later("Go to the criterion before"), "Shift+Tab ←"),
    Command(
        "move(1)",
        "j,down",
        later("next"),
        later("Go to the next nomination"),
        "j ↓",
        footer=True,
    ),
    Command("move(-1)", "k,up", later("before"), later("Go to the nomination before"), "k ↑"),
    Command(
        "next_unfinished",
        "n",
        later("unfinished"),
        later("Go to the next nomination that is not finished"),
        "n",
        footer=True,
    ),
    Command(
        "read(1)",
        "space,pagedown",
        later("read on"),
        later("Read on: one page down"),
        "Space PgDn",
        footer=True,
    ),
    Command("read(-1)", "pageup", later("read back"), later("Read back: one page up"), "PgUp"),
    Command("to_top", "home", later("top"), later("Go to the beginning of the text"), "Home"),
    Command("to_end", "end", later("end"), later("Go to the end of the text"), "End"),
    Command(
        "abstain",
        "a",
        later("abstain"),
        later("Give no score on this criterion, on purpose (again: take it back)"),
        "a",
        footer=True,
    ),
    Command(
        "clear",
        "backspace,delete",
        later("clear"),
        later("Take the score on this criterion back"),
        "Backspace",
    ),
    Command(
        "conflict",
        "x",
        later("conflict"),
        later("Declare a conflict of interest: your review is then out (again: take it back)"),
        "x",
        footer=True,
    ),
    Command(
        "comment",
        "c",
        later("comment"),
        later("Write a comment for the chair and the meeting"),
        "c",
        footer=True,
    ),
    Command("note", "p", later("note"), later("Write a private note that nobody else sees"), "p"),
    Command(
        "flag",
        "f",
        later("flag"),
        later("Flag this nomination to come back to it, or take the flag off"),
        "f",
    ),
    Command(
        "still_holds",
        "h",
        later("still holds"),
        later("Say that your scores still hold, where the text changed after you gave them"),
        "h",
    ),
    Command(
        "next_flagged", "F", later("next flagged"), later("Go to the next nomination that is flagged"), "F"
    ),
    Command(
        "scale",
        "s",
        later("scale"),
        later("Show in full what each value of the criterion in focus means"),
        "s",
    ),
    Command("close", "enter", later("text"), later("Back to the text, where the list lies over it"), "Enter"),
    Command("undo", "u", later("undo"), later("Take the last step back"), "u", footer=True),
    Command("redo", "U", later("redo"), later("Do the step again that was taken back"), "U"),
    Command("search", "slash", later("search"), later("Search titles and texts"), "/", footer=True),
    Command(
        "end_search", "escape", later("end search"), later("End the search, and list all nominations"), "Esc"
    ),
    Command("lookalike", "d", later("side by side"), later("Open a look-alike beside this nomination"), "d"),
    Command("list", "l", later("list"), later("Show or hide the list of nominations"), "l"),
    Command(
        "ballot",
        "b",
        later("ballot"),
        later("See what is unfinished, and confirm or reopen your ballot"),
        "b",
        footer=True,
    ),
)
"""What a juror can do beside scoring, which has a key for each value of the scale."""

HELP: Final = Command("help", "question_mark", later("keys"), later("Show all keys"), "?", footer=True)
"""The keys of the screen that is shown."""

EVERYWHERE: Final[tuple[Command, ...]] = (
    HELP,
    Command(
        "app.command_palette", "ctrl+p", later("commands"), later("Find any command by its name"), "Ctrl+P"
    ),
    Command("leave", "q", later("leave"), later("Leave; everything is saved"), "q", footer=True),
)
"""What everybody can do on every screen."""


def score_keys(scale: Scale) -> dict[str, int]:
    """The key of each value: its digit; of ten `0`, or `t` where `0` is a value. What is above or below has none."""
    keys = {str(value): value for value in scale.values if 0 <= value <= 9}
    return keys | ({"t" if 0 in scale else "0": 10} if 10 in scale else {})


def score_keys_shown(scale: Scale) -> str:
    """The keys that score, as a person reads them: `1-5`; `1-9 0` where `0` is ten; `0-9 t` where `t` is."""
    digits = [key for key in score_keys(scale) if score_keys(scale)[key] != 10]
    ten = [key for key, value in score_keys(scale).items() if value == 10]
    return " ".join(["-".join(dict.fromkeys((digits[0], digits[-1]))) if digits else "", *ten]).strip()


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of a screen."""
    return [command.binding for command in commands]
