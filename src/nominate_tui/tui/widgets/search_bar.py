"""A line to search in; it shows only while one searches."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from nominate_tui.locale.catalogue import _


class SearchBar(Horizontal):
    """Says what is typed; Enter keeps the search and leaves the line, Esc ends the search."""

    BINDINGS = [Binding("escape", "end", show=False), Binding("down,up", "keep", show=False)]

    @dataclass
    class Typed(Message):
        """The search changed; an empty one is none."""

        bar: "SearchBar"
        wanted: str

    class Left(Message):
        """The line was left."""

    def compose(self) -> ComposeResult:
        """The sign, the line, how many were found."""
        yield Static("/", classes="sign")
        yield Input(compact=True)
        yield Static(Content(_("Enter keeps · Esc ends")), classes="found")

    @property
    def wanted(self) -> str:
        """The words that are sought; empty without a search."""
        return self.query_one(Input).value.strip()

    def open(self) -> None:
        """Show the line and write in it."""
        self.add_class("-open")
        # At once and not a moment later: what was typed ahead must not be taken for commands.
        self.screen.set_focus(self.query_one(Input))

    def found(self, count: int) -> None:
        """Tell how many were found."""
        told = _("{count} found").format(count=count) if self.wanted else ""
        hint = _("Enter keeps · Esc ends")
        self.query_one(".found", Static).update(Content(" · ".join(part for part in (told, hint) if part)))

    def end(self) -> None:
        """Search no more."""
        self.query_one(Input).value = ""
        self.remove_class("-open")
        self.post_message(self.Left())

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is written is searched."""
        event.stop()
        self.post_message(self.Typed(self, self.wanted))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The search is kept, the line left."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Leave the line; an empty search ends."""
        if not self.wanted:
            self.end()
        self.post_message(self.Left())

    def action_end(self) -> None:
        """Esc ends the search."""
        self.end()
