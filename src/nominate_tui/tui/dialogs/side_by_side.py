"""A pair that may be a duplicate, side by side, with what both share marked; the verdict can be given here."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.duplicate import Kind
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.chair_words import KIND_WORDS
from nominate_tui.tui.widgets.top import Top
from nominate_tui.tui.widgets.two_columns import TwoColumns


class SideBySide(Screen[Kind | None]):
    """The answer is the kind of verdict that the chair means to give; `None` gives none."""

    CSS_PATH = "../screens/chair.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape,q,enter", "leave", show=False),
        Binding("j,down", "read(1)", show=False),
        Binding("k,up", "read(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("d", "give('duplicate')", show=False),
        Binding("r", "give('related')", show=False),
        Binding("i", "give('distinct')", show=False),
    ]

    def __init__(self, nominations: Nominations, pair: Pair) -> None:
        """Compare a pair of a round's nominations."""
        super().__init__(classes="side-by-side")
        self._pair = pair
        self._top = Top()
        self._text = TwoColumns(nominations, pair.a, pair.b)

    def compose(self) -> ComposeResult:
        """Both texts between two lines."""
        yield self._top
        yield self._text
        keys = _("d duplicate · r related · i distinct · Space reads on · Enter goes back")
        yield Static(Content(keys), classes="keys-below")

    def on_mount(self) -> None:
        """Tell what is compared and how much is shared."""
        n = self._text.shared_words
        shared = ngettext("{n} word shared, underlined", "{n} words shared, underlined", n).format(n=n)
        pair = f"{self._pair.a} │ {self._pair.b}"
        self._top.show(f"{pair} · {self._decided()}", shared if n else _("no passage shared"))

    def action_read(self, lines: int) -> None:
        """So many lines down or up, both sides."""
        self._text.read(lines)

    def action_page(self, pages: int) -> None:
        """So many pages down or up, both sides."""
        self._text.read(pages * self._text.page)

    def action_give(self, kind: Kind) -> None:
        """Give this verdict."""
        self.dismiss(kind)

    def action_leave(self) -> None:
        """Give none."""
        self.dismiss(None)

    def _decided(self) -> str:
        if self._pair.verdict:
            return _(KIND_WORDS[self._pair.verdict.kind])
        if self._pair.suggestion:
            return _("suggested: {kind}").format(kind=_(KIND_WORDS[self._pair.suggestion.suggested]))
        return _("not settled")
