"""Two nominations side by side, with what both say word for word marked."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.duplicate import Kind
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.widgets.top import Top
from nominate_tui.tui.widgets.two_columns import TwoColumns


class Beside(Screen[Kind | None]):
    """Reads two nominations, and decides nothing: the answer is `None`."""

    CSS_PATH = "beside.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape,q,enter", "leave", show=False),
        Binding("j,down", "read(1)", show=False),
        Binding("k,up", "read(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "ends(-1)", show=False),
        Binding("end", "ends(1)", show=False),
        Binding("p", "next_passage", show=False),
    ]

    def __init__(self, nominations: Nominations, a: str, b: str) -> None:
        """Compare two of a round's nominations."""
        super().__init__(classes="side-by-side")
        self._ids = f"{a} │ {b}"
        self._top = Top()
        self._text = TwoColumns(nominations, a, b)

    def compose(self) -> ComposeResult:
        """Both texts between two lines."""
        yield self._top
        yield from self.above()
        yield self._text
        yield Static(Content(self.keys()), classes="keys-below")

    def on_mount(self) -> None:
        """Tell what is compared."""
        self.tell()

    def tell(self, passage: str = "") -> None:
        """Tell what is compared, how much is shared, and which passage was gone to, if any."""
        told = " · ".join(part for part in (self._ids, self.decided()) if part)
        self._top.show(told, passage or self._shared())

    def _shared(self) -> str:
        """How many words both have; what the form says in many nominations is marked, too, and told apart."""
        marked, own = self._text.shared_words, self.own_words()
        if not marked:
            return _("no passage shared")
        if own == 0:
            return _("only the form's wording shared · p shows")
        if own is not None and own < marked:
            told = _("{n} words shared, {all} with the form's · p shows")
            return told.format(n=own, all=marked)
        told = ngettext("{n} word shared · p shows it", "{n} words shared · p shows where", marked)
        return told.format(n=marked)

    def own_words(self) -> int | None:
        """How many words are shared without the form's wording; `None` where that is not known."""
        return None

    def keys(self) -> str:
        """What the last line says of the keys."""
        return _("Space reads on · Enter goes back")

    def above(self) -> Iterable[Widget]:
        """What stands above the two texts."""
        return ()

    def decided(self) -> str:
        """What was decided of the two; empty where that is not told."""
        return ""

    def show_as_they_are(self, nominations: Nominations) -> Sequence[str]:
        """Show both as they are in the round now; the answer has those that are others than before."""
        other = self._text.show(nominations)
        if other:
            self.tell()
        return other

    def action_read(self, lines: int) -> None:
        """So many lines down or up, both sides."""
        self._text.read(lines)
        self.tell()

    def action_page(self, pages: int) -> None:
        """So many pages down or up, both sides."""
        self.action_read(pages * self._text.page)

    def action_ends(self, direction: int) -> None:
        """To the beginning or to the end, both sides."""
        self.action_read(direction * self._text.count())

    def action_next_passage(self) -> None:
        """Go to the next passage that both share, and tell which it is."""
        number, of = self._text.next_passage()
        self.tell(_("passage {n} of {all} · p goes on").format(n=number, all=of) if of else "")

    def action_leave(self) -> None:
        """Decide nothing."""
        self.dismiss(None)
