"""Two nominations side by side; both are read on together."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.widgets.reader import Reader


class Beside(Screen[None]):
    """Reads two nominations; scores nothing."""

    CSS_PATH = ["beside.tcss", "../widgets/reader.tcss"]
    BINDINGS = [
        Binding("escape,d,q,enter", "leave", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("j,down", "line(1)", show=False),
        Binding("k,up", "line(-1)", show=False),
    ]
    AUTO_FOCUS = ""

    def __init__(self, nominations: Nominations, left: str, right: str, answers: tuple[str, ...]) -> None:
        """Read two nominations of a round, with these answers marked."""
        super().__init__(classes="beside")
        self._nominations = nominations
        self._answers = answers
        self._sides = {left: Reader(nominations), right: Reader(nominations)}

    def compose(self) -> ComposeResult:
        """A column each."""
        with Horizontal():
            for id, reader in self._sides.items():
                nomination = self._nominations[id]
                with Vertical(classes="side"):
                    yield Static(Content.styled(f"{id}  {nomination.title}", "bold"), classes="heading")
                    yield Static(Content(nomination.organisation.replace("\n", " ")), classes="heading")
                    yield reader
        yield Static(Content(_("Space reads on · Enter or d goes back")), classes="hint")

    def on_mount(self) -> None:
        """Show both, at the answers that are judged."""
        for id, reader in self._sides.items():
            reader.read(id, self._answers)

    def action_page(self, direction: int) -> None:
        """One page down or up."""
        for reader in self._sides.values():
            reader.scroll_relative(y=direction * max(reader.size.height - 1, 1), animate=False)

    def action_line(self, direction: int) -> None:
        """One line down or up."""
        for reader in self._sides.values():
            reader.scroll_relative(y=direction, animate=False)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
