"""How sure the ranking is, worked out for the chair in a thread: once for what is seen, and only where it is shown."""

from typing import Final

from textual.screen import Screen

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.sight import Sight
from nominate_tui.tui.chair_messages import Assessed

GROUP: Final = "assess"
"""The group of the worker."""


class Assessing:
    """Works out how sure the ranking is that the desk sees; the screen is told `Assessed` at the end."""

    def __init__(self, screen: Screen[None], desk: ChairDesk) -> None:
        """Nothing goes on yet."""
        self._screen = screen
        self._desk = desk
        self._begun: Sight | None = None

    def begin(self) -> None:
        """Work it out, unless it is known, or goes on already."""
        sight = self._desk.sight
        if sight is self._begun or sight.count.known_certainty is not None:
            return
        self._begun = sight
        self._screen.run_worker(lambda: self._assess(sight), group=GROUP, thread=True, exit_on_error=False)

    def _assess(self, sight: Sight) -> None:
        _known = sight.count.certainty
        self._screen.post_message(Assessed())
