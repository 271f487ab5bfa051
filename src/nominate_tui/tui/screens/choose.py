"""Who are you? Asked once a round, and remembered."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nominate_tui.locale.catalogue import _
from nominate_tui.model.round import Round
from nominate_tui.tui.words import CHAIR


class ChooseWho(Screen[str | None]):
    """The answer is a juror's id, or `CHAIR`; `None` leaves. Esc stays with whoever sat here."""

    CSS_PATH = "choose.tcss"
    BINDINGS = [
        Binding("q", "leave", show=False),
        Binding("escape", "stay", show=False),
        Binding("j", "down"),
        Binding("k", "up"),
    ]

    def __init__(self, round: Round, now: str = "") -> None:
        """Choose among the jury of a round; `now` is the answer of whoever sits here, empty where nobody does."""
        super().__init__(classes="who")
        self._now = now
        self._round = round

    def compose(self) -> ComposeResult:
        """The award, and everybody who may sit down."""
        rules = self._round.rules
        with Vertical(classes="box"):
            yield Static(Content(rules.title), classes="title")
            yield Static(Content(_("Who are you? It is remembered, and can be changed.")), classes="body")
            yield OptionList(
                *(Option(Content(juror.name), id=juror.id) for juror in rules.jurors),
                Option(Content(_("I am the chair or the secretariat")), id=CHAIR),
            )
            yield Static(Content(_("↑ ↓ choose · Enter begins · q leaves")), classes="hint")

    def on_mount(self) -> None:
        """Begin on the first name."""
        ids = [juror.id for juror in self._round.rules.jurors]
        for options in self.query(OptionList):
            options.highlighted = ids.index(self._now) if self._now in ids else len(ids) if self._now else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Somebody sat down."""
        self.dismiss(event.option.id)

    def action_stay(self) -> None:
        """As it was."""
        if self._now:
            self.dismiss(self._now)

    def action_leave(self) -> None:
        """Nobody."""
        self.dismiss(None)

    def action_down(self) -> None:
        """The next name."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The name before."""
        self.query_one(OptionList).action_cursor_up()
