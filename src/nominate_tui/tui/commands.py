"""Every command once: its key, its name and what it does. Bindings, palette, footer and help come from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding, BindingType

from nominate_tui.locale.catalogue import later
from nominate_tui.model.rules import Scale


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

CHAIR: Final[tuple[Command, ...]] = (
    Command("show('progress')", "1", later("progress"), later("Progress: who has scored what"), "1"),
    Command(
        "show('pairs')", "2", later("duplicates"), later("Duplicates: which nominations look alike"), "2"
    ),
    Command("show('ranking')", "3", later("ranking"), later("Ranking: who stands where, and why"), "3"),
    Command("show('result')", "4", later("decisions"), later("Decisions: what was settled and written"), "4"),
    Command("view(1)", "tab", later("next view"), later("Go to the next view"), "Tab", footer=True),
    Command("view(-1)", "shift+tab", later("view before"), later("Go to the view before"), "Shift+Tab"),
    Command("move(1)", "j,down", later("next"), later("Go to the next row"), "j ↓", footer=True),
    Command("move(-1)", "k,up", later("before"), later("Go to the row before"), "k ↑"),
    Command("move(-1000000)", "home", later("first"), later("Go to the first row"), "Home"),
    Command("move(1000000)", "end", later("last"), later("Go to the last row"), "End"),
    Command(
        "read(1)",
        "space,pagedown",
        later("read on"),
        later("Read on in the details"),
        "Space PgDn",
        footer=True,
    ),
    Command("read(-1)", "pageup", later("read back"), later("Read back in the details"), "PgUp"),
    Command(
        "open",
        "enter",
        later("compare"),
        later("Duplicates: open the two nominations side by side"),
        "Enter",
        footer=True,
    ),
    Command(
        "settle('duplicate')",
        "d",
        later("duplicate"),
        later("Duplicates: the two are the same initiative, and one of them stands for both"),
        "d",
        footer=True,
    ),
    Command(
        "settle('related')",
        "r",
        later("related"),
        later("Duplicates: the two are related, and both are ranked"),
        "r",
        footer=True,
    ),
    Command(
        "settle('distinct')",
        "i",
        later("distinct"),
        later("Duplicates: the two have nothing to do with one another"),
        "i",
        footer=True,
    ),
    Command(
        "withdraw",
        "w",
        later("withdraw"),
        later("Duplicates: take the verdict back, so that the pair is open again"),
        "w",
        footer=True,
    ),
    Command(
        "tie",
        "t",
        later("decide tie"),
        later("Ranking: put those that share a rank in an order, with a reason"),
        "t",
        footer=True,
    ),
    Command(
        "recuse",
        "x",
        later("recuse"),
        later("Progress: take a juror out for this nomination, or let one in again"),
        "x",
        footer=True,
    ),
    Command("lock", "L", later("lock"), later("Lock the round, or open it again"), "L", footer=True),
    Command(
        "export",
        "e",
        later("export"),
        later("Write shortlist, ranking and scores into a folder"),
        "e",
        footer=True,
    ),
    Command(
        "look",
        "f5,ctrl+r",
        later("look again"),
        later("Read the ballots again now; it also happens by itself"),
        "F5 Ctrl+R",
        footer=True,
    ),
)
"""What the chair can do."""

EVERYWHERE: Final[tuple[Command, ...]] = (
    Command("help", "question_mark", later("keys"), later("Show all keys"), "?", footer=True),
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
