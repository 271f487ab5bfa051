"""What a command of the screens is: something that a person can do with a key."""

from dataclasses import dataclass

from textual.binding import Binding


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
