"""The application: opens the round, shows the first screen, and lets nothing unsaved go when it ends."""

import asyncio
import os
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from textual import work
from textual.app import App, SystemCommand
from textual.screen import ModalScreen, Screen

from nominate_tui.errors import NominateError, NotAllowed
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.jury.remembered import remember, remembered
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.round import Round
from nominate_tui.store.contract import Store
from nominate_tui.store.folder import FolderStore
from nominate_tui.tui.screens.juror import STYLES as JUROR_STYLES
from nominate_tui.tui.screens.juror import JurorScreen
from nominate_tui.tui.theme import DARK, LIGHT
from nominate_tui.tui.words import CHAIR as CHAIR

_LAST_MOMENT: Final = 3.0
"""Seconds that a program which is told to end may take to save."""

STYLES: Final = Path(__file__).with_name("app.tcss")


class NominateApp(App[None]):
    """The screens of one round."""

    CSS_PATH = STYLES
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, store: Store, place: Path, who: str | None = None) -> None:
        """Open a round for a juror's id, for `CHAIR`, or for whoever was here last (`None`).

        Raises:
            NominateError: The round cannot be read, or has no such juror.
        """
        round = store.round()
        self._who = who or _last(place, round)
        self._desk = _desk(store, self._who) if self._who and self._who != CHAIR else None
        super().__init__(css_path=[STYLES, *(JUROR_STYLES if self._desk else ())])
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        self.title = round.rules.title
        self._store = store
        self._place = place

    def on_mount(self) -> None:
        """Show the first screen; save when the system asks the program to end."""
        self._listen_to_signals()
        if self._who is None:
            self._choose()
        else:
            self._sit_down(self._who)

    def on_unmount(self) -> None:
        """Keep everything."""
        self._get_up()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers beside the screen's own commands."""
        from nominate_tui.tui.palette import system_commands

        yield from system_commands(self, screen)

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette | ModalScreen):
            self.push_screen(
                CommandPalette(placeholder=_("What would you like to do?"), id="--command-palette")
            )

    def action_help_quit(self) -> None:
        """Ctrl+C: say which key leaves."""
        self.clear_notifications()
        self.notify(_("q leaves; everything is saved"), markup=False)

    async def action_quit(self) -> None:
        """Ctrl+Q leaves once the keys that were pressed before it are heard: it is known before them otherwise."""
        self.screen.call_later(self.exit)

    def action_change_person(self) -> None:
        """Let somebody else sit down."""
        self._get_up()
        self._choose()

    def action_speak(self, language: str) -> None:
        """Speak another language, from the first screen on."""
        catalogue.use(language)
        if self._who:
            self._get_up()
            self._sit_down(self._who)

    @work
    async def _choose(self) -> None:
        from nominate_tui.tui.screens.choose import ChooseWho

        who = await self.push_screen_wait(ChooseWho(self._store.round(), self._who or ""))
        if who is None:
            self.exit()
            return
        try:
            self._sit_down(who)
        except NominateError as error:
            self.notify(str(error), severity="warning", markup=False)
            self._choose()
            return
        remember(self._place, who)

    def _sit_down(self, who: str) -> None:
        self._who = who
        if who == CHAIR:
            from nominate_tui.tui.screens.chair_opening import ChairOpening

            self._show(ChairOpening(self._store, self._place))
            return
        self._desk = self._desk or _desk(self._store, who)
        self._show(JurorScreen(self._desk))

    def _show(self, screen: Screen[None]) -> None:
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _get_up(self, timeout: float | None = None) -> None:
        if self._desk:
            self._desk.close(timeout)
            self._desk = None

    def _listen_to_signals(self) -> None:
        """SIGTERM and SIGHUP end a program without asking it; what is unsaved is written first."""
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and os.name == "posix":
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        self._get_up(timeout=_LAST_MOMENT)
        if number == getattr(signal, "SIGHUP", None):
            # The terminal is gone: a tidy end would write to it, and could wait for ever.
            os._exit(128 + number)
        self.exit(return_code=128 + number)


def _desk(store: Store, juror: str) -> JurorDesk:
    """A juror's desk, on which something lies."""
    desk = JurorDesk(store, juror)
    if len(desk.nominations):
        return desk
    desk.close()
    raise NotAllowed(
        _("None of the nominations that {juror} is to score is in the round").format(juror=juror),
        todo=_("correct the juror's nominations in scoring.toml, or take in the missing documents"),
    )


def _last(place: Path, round: Round) -> str | None:
    """Who sat down with this round last on this machine, if they still may."""
    last = remembered(place)
    return last if last == CHAIR or round.rules.juror(last or "") else None


def app_at(
    place: Path, juror: str | None = None, *, chair: bool = False, language: str | None = None
) -> NominateApp:
    """The program on a round, ready to be run.

    Raises:
        NominateError: The round cannot be opened.
    """
    store = FolderStore(place)
    round = store.round()
    catalogue.use(language or round.rules.language)
    if not len(round.nominations):
        raise NotAllowed(
            _("The round has no nominations yet"),
            where=str(place),
            todo=_("nominate-tui intake DOCUMENT --round {place}").format(place=place),
        )
    return NominateApp(store, place, CHAIR if chair else juror)
