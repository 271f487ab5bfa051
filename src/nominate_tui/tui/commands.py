"""Every command once: its key, its name and what it does. Bindings, palette, footer and help come from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from nominate_tui.locale.catalogue import later


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do with a key."""

    action: str
    """The method `action_…` of the screen, with its arguments."""
    keys: str
    """The keys in Textual's names, separated by commas."""
    label: str
    """One or two words for the footer, to be translated."""
    help: str
    """A sentence for the help and the palette, to be translated."""
    shown: str
    """The keys as a person reads them on the keyboard; empty for one that only stands in for another's key."""
    footer: bool = False
    """Whether the footer names it."""

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(self.keys, self.action, self.help, show=False)


JUROR: Final[tuple[Command, ...]] = (
    Command(
        "next_criterion",
        "tab",
        later("criterion"),
        later("Go to the next criterion, and to the answer it is judged by"),
        "Tab",
        footer=True,
    ),
    Command(
        "previous_criterion", "shift+tab", later("back"), later("Go to the criterion before"), "Shift+Tab"
    ),
    Command(
        "next_nomination",
        "j,down",
        later("next"),
        later("Go to the next nomination"),
        "j ↓",
        footer=True,
    ),
    Command("previous_nomination", "k,up", later("before"), later("Go to the nomination before"), "k ↑"),
    Command(
        "next_unfinished",
        "n",
        later("next unfinished"),
        later("Go to the next nomination that is not finished"),
        "n",
        footer=True,
    ),
    Command(
        "read_on",
        "space,pagedown",
        later("read on"),
        later("Read on: one page down"),
        "Space PgDn",
        footer=True,
    ),
    Command("read_back", "pageup", later("read back"), later("Read back: one page up"), "PgUp"),
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
    Command("undo", "u", later("undo"), later("Take the last step back"), "u", footer=True),
    Command("redo", "U", later("redo"), later("Do the step again that was taken back"), "U"),
    Command("search", "slash", later("search"), later("Search titles and texts"), "/", footer=True),
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

CHAIR: Final[tuple[Command, ...]] = ()
"""What the chair can do."""

EVERYWHERE: Final[tuple[Command, ...]] = (
    Command("help", "question_mark", later("keys"), later("Show all keys"), "?", footer=True),
    Command(
        "app.command_palette", "ctrl+p", later("commands"), later("Find any command by its name"), "Ctrl+P"
    ),
    Command("leave", "q", later("leave"), later("Leave; everything is saved"), "q", footer=True),
)
"""What everybody can do on every screen."""


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of a screen."""
    return [command.binding for command in commands]
