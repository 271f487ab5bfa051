"""All keys on one screen, made from the table of commands."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Scale
from nominate_tui.tui.commands import Command, score_keys
from nominate_tui.tui.widgets.wrapping import wrapped

_KEYS: Final = 11
"""How wide the column of keys is."""

_WIDTH: Final = 54
"""How wide the words beside them are: both fit into 80 columns."""


class Help(ModalScreen[None]):
    """The keys in groups."""

    CSS_PATH = "ask.tcss"
    BINDINGS = [
        Binding("escape,enter,q,question_mark", "leave", show=False),
        Binding("space", "page(1)", show=False),
    ]

    def __init__(self, scale: Scale | None, groups: Sequence[tuple[str, Sequence[Command]]]) -> None:
        """Tell the keys of these groups; with a scale, those that score come first."""
        super().__init__(classes="question")
        self._scale = scale
        self._groups = groups

    def compose(self) -> ComposeResult:
        """A heading and the keys of each group."""
        with VerticalScroll(classes="box keys"):
            for name, commands in self._groups:
                yield Static(Content(name), classes="title")
                yield Static(Content("\n").join(self._lines(commands)))
            yield Static(Content(_("Enter goes back")), classes="hint")

    def action_page(self, pages: int) -> None:
        """Read on, or back."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=pages * max(box.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """Back to work."""
        self.dismiss(None)

    def _lines(self, commands: Sequence[Command]) -> Iterator[Content]:
        if self._scale and commands is self._groups[0][1]:
            keys = f"{self._scale.min} – {self._scale.max}"
            yield _line(keys, _("Score the criterion in focus, and go on to the next one"))
            for key, value in score_keys(self._scale).items():
                if key != str(value):
                    yield _line(key, _("Score {value}").format(value=value))
        for command in commands:
            yield _line(command.shown, _(command.help))


def _line(keys: str, told: str) -> Content:
    first, *others = wrapped(told, _WIDTH)
    lines = [Content.assemble((f"{keys:>{_KEYS}}", "bold $accent"), "  ", first)]
    lines += [Content(" " * (_KEYS + 2) + line) for line in others]
    return Content("\n").join(lines)
