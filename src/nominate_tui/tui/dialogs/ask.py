"""Small questions with one typed answer each: a choice, a text, yes or no. Esc always means: leave it as it was."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from nominate_tui.locale.catalogue import _

_SOON: Final = 0.5
"""Seconds after a change until what is written is told."""


class Choose(ModalScreen[str | None]):
    """Which of these? The answer is the key of one, or `None`."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [Binding("escape,q", "nothing"), Binding("j", "down"), Binding("k", "up")]

    def __init__(self, title: str, options: Sequence[tuple[str, str]], body: str = "") -> None:
        """Ask for one of `options`, each a key and what a person reads; keys that are one character choose it."""
        super().__init__(classes="question")
        self._title = title
        self._body = body
        self._options = tuple(options)

    def compose(self) -> ComposeResult:
        """The question, and what can be answered."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            if self._body:
                yield Static(Content(self._body), classes="body")
            yield OptionList(*(Option(Content(text), id=key) for key, text in self._options))
            yield Static(Content(_("Enter chooses · Esc leaves it as it was")), classes="hint")

    def on_mount(self) -> None:
        """Begin on the first answer."""
        for options in self.query(OptionList):  # none are left where the program is being left already
            options.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was chosen."""
        self.dismiss(event.option.id)

    def action_nothing(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Go to the next answer."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go to the answer before."""
        self.query_one(OptionList).action_cursor_up()


class AskLine(ModalScreen[str | None]):
    """A line of text, or `None`."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [Binding("escape", "nothing")]

    def __init__(self, title: str, text: str = "", *, body: str = "", required: bool = False) -> None:
        """Ask for a line that is `text` to begin with; a required one cannot be left empty."""
        super().__init__(classes="question")
        self._title = title
        self._body = body
        self._text = text
        self._required = required

    def compose(self) -> ComposeResult:
        """The question and a field."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            if self._body:
                yield Static(Content(self._body), classes="body")
            yield Input(self._text, select_on_focus=False)
            yield Static(Content(_("Enter keeps it · Esc leaves it as it was")), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line is written."""
        if self._required and not event.value.strip():
            self.query_one(".hint", Static).update(
                Content(_("A few words are needed here · Esc leaves it as it was"))
            )
            return
        self.dismiss(event.value.strip())

    def action_nothing(self) -> None:
        """Nothing was written."""
        self.dismiss(None)


class AskText(ModalScreen[None]):
    """A text of several lines, told as it grows: it is never lost, however the question is left."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [Binding("escape,ctrl+s", "leave")]

    def __init__(self, title: str, text: str, written: Callable[[str], None], *, body: str = "") -> None:
        """Ask for a text that is `text` to begin with; `written` is told it soon after each change and at the end."""
        super().__init__(classes="question")
        self._title = title
        self._body = body
        self._text = text
        self._written = written
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """The question and a field of several lines."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            if self._body:
                yield Static(Content(self._body), classes="body")
            yield TextArea(self._text, soft_wrap=True, tab_behavior="focus")
            yield Static(Content(_("Saved as you write · Esc goes back")), classes="hint")

    def on_mount(self) -> None:
        """Write on at the end."""
        for area in self.query(TextArea):
            area.move_cursor(area.document.end)

    def on_key(self, event: Key) -> None:
        """A key that was typed before the field was there is written all the same."""
        for area in self.query(TextArea):
            if event.character and event.is_printable and not area.has_focus:
                area.insert(event.character)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was written."""
        self._text = event.text_area.text
        if self._soon is None:
            self._soon = self.set_timer(_SOON, self._tell)

    def on_unmount(self) -> None:
        """Tell the last of it, whatever ended the question."""
        self._tell()

    def action_leave(self) -> None:
        """It is written."""
        self._tell()
        self.dismiss(None)

    def _tell(self) -> None:
        self._soon = None
        self._written(self._text)


class Tell(ModalScreen[None]):
    """Something to read; any of the usual keys leaves it."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [Binding("escape,enter,q,space", "leave")]

    def __init__(self, title: str, body: Content) -> None:
        """Tell it."""
        super().__init__(classes="question")
        self._title = title
        self._body = body

    def compose(self) -> ComposeResult:
        """What is told."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            yield Static(self._body, classes="body")
            yield Static(Content(_("Enter goes back")), classes="hint")

    def action_leave(self) -> None:
        """It was read."""
        self.dismiss(None)
