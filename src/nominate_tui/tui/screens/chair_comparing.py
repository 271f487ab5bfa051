"""Comparing for the chair in a thread: once at a time, with word how far it is, until it is done or stopped."""

from contextlib import suppress
from threading import Event
from typing import Final

from textual.screen import Screen

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.comparing import Stopped
from nominate_tui.locale.catalogue import _
from nominate_tui.tui.chair_messages import ComparedSoFar, ComparingEnded

GROUP: Final = "compare"
"""The group of the worker, by which its failures are known."""


class Comparison:
    """Compares what the desk sees. The screen is told `ComparedSoFar` meanwhile and `ComparingEnded` at the end."""

    def __init__(self, screen: Screen[None], desk: ChairDesk) -> None:
        """Nothing goes on yet, and comparing is wanted."""
        self._screen = screen
        self._desk = desk
        self._unwanted = Event()
        self._goes_on = False

    @property
    def wanted(self) -> bool:
        """Whether nobody has stopped it."""
        return not self._unwanted.is_set()

    def want(self) -> None:
        """Let it begin again the next time it is needed."""
        self._unwanted.clear()

    def stop(self) -> bool:
        """End it soon, and do not begin again by oneself; whether there was anything to end."""
        if not self._goes_on or not self.wanted:
            return False
        self._unwanted.set()
        return True

    def begin(self) -> None:
        """Compare, where it is wanted and not done; nothing where it goes on already."""
        if self.wanted and not self._goes_on and not self._desk.compared:
            self._goes_on = True
            self._screen.run_worker(self._compare, group=GROUP, thread=True, exit_on_error=False)

    def ended(self) -> None:
        """It has come to its end. Where the texts have changed meanwhile, or it is wanted again, it begins anew."""
        self._goes_on = False
        self.begin()

    def failed(self) -> None:
        """It cannot be done; it is tried again when somebody asks for it."""
        self._goes_on = False
        self._unwanted.set()

    def _compare(self) -> None:
        """Rank and compare before the views ask for it."""
        self._desk.ranking()
        with suppress(Stopped):
            self._desk.suggestions(self._told)
        self._screen.post_message(ComparingEnded())

    def _told(self, share: float) -> None:
        if not self.wanted:
            raise Stopped(_("comparing was stopped"))
        self._screen.post_message(ComparedSoFar(share))
