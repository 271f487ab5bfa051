"""What the chair sees while the ballots are read: of a large round that takes a while."""

from dataclasses import dataclass
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.store.contract import Store
from nominate_tui.tui.chair_messages import Failed
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, bindings
from nominate_tui.tui.widgets.footer import Footer
from nominate_tui.tui.widgets.top import Top


@dataclass
class Opened(Message):
    """The round and its ballots were read."""

    desk: ChairDesk


class ChairOpening(Screen[None]):
    """Gives way to the chair's desk as soon as there is one."""

    CSS_PATH = Path("chair_opening.tcss")
    OFFERED = (*(command for command in CHAIR if command.action == "look"), *EVERYWHERE)
    """What can be done here; the palette finds it."""
    BINDINGS = bindings(OFFERED)
    AUTO_FOCUS = ""

    def __init__(self, store: Store, place: Path) -> None:
        """Open the round of a store; results are offered to be written into a folder in `place`."""
        super().__init__(classes="opening")
        self._store = store
        self._place = place
        self._desk: ChairDesk | None = None
        self._top = Top()
        self._told = Static(id="told")

    def compose(self) -> ComposeResult:
        """What is waited for, between two lines."""
        yield self._top
        yield self._told
        yield Footer(self.OFFERED)

    def on_mount(self) -> None:
        """Show what is waited for, and begin once it is seen."""
        self._top.show(self.app.title, _("Chair"))
        self.call_after_refresh(self.action_look)

    def on_screen_resume(self) -> None:
        """What lay over this screen is gone."""
        self._give_way()

    def action_look(self) -> None:
        """Read the round and its ballots."""
        self._told.update(Content(_("Reading the ballots …")))
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        try:
            desk = ChairDesk(self._store)
        except NominateError as error:
            self.post_message(Failed(error))
        else:
            desk.progress()
            self.post_message(Opened(desk))

    def on_opened(self, message: Opened) -> None:
        """Everything is read."""
        self._desk = message.desk
        self._give_way()

    def on_failed(self, message: Failed) -> None:
        """The round is not as it must be: say why; it can be mended and read again."""
        self._told.update(Content(str(message.error)))

    def action_help(self) -> None:
        """Show all keys."""
        from nominate_tui.tui.dialogs.help import Help

        self.app.push_screen(Help(None, [(_("The chair"), CHAIR), (_("Everywhere"), EVERYWHERE)]))

    def action_leave(self) -> None:
        """Leave; nothing was decided."""
        self.app.exit()

    def _give_way(self) -> None:
        # Imported here: the desk's widgets take a while, and the first frame need not wait for them.
        from nominate_tui.tui.screens.chair import ChairScreen

        if self._desk and self.app.screen is self:
            self.app.switch_screen(ChairScreen(self._desk, self._place))
