"""How sure the ranking is, on a page of its own that is read like a text."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from nominate_tui.locale.catalogue import _
from nominate_tui.tui.told_lines import Line
from nominate_tui.tui.widgets.told import Told, paragraphs
from nominate_tui.tui.widgets.top import Top


class HowSure(Screen[None]):
    """Told once it is worked out; until then, that it is not yet."""

    CSS_PATH = "how_sure.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape,q,enter,s", "leave", show=False),
        Binding("j,down", "line(1)", show=False),
        Binding("k,up", "line(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, award: str) -> None:
        """Begin without anything to tell."""
        super().__init__(classes="how-sure")
        self._award = award
        self._top = Top()
        self._told = Told()

    def compose(self) -> ComposeResult:
        """The page between two lines."""
        yield self._top
        yield self._told
        yield Static(Content(_("Space reads on · Enter goes back")), classes="keys-below")

    def on_mount(self) -> None:
        """Say that it is being worked out."""
        self._top.show(_("How sure · {award}").format(award=self._award), "")
        self._told.tell([Content(_("This is being worked out …"))])

    def tell(self, lines: Iterable[Line]) -> None:
        """Show what is known now."""
        self._told.tell(paragraphs(self._told, lines))

    def action_line(self, lines: int) -> None:
        """So many lines down or up."""
        self._told.scroll_to(y=self._told.scroll_offset.y + lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """So many pages down or up."""
        self._told.read(pages)

    def action_leave(self) -> None:
        """It was read."""
        self.dismiss(None)
