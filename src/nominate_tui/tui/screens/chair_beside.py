"""What the chair does while two nominations lie side by side: settle them, and open the next pair."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

from textual.screen import Screen

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.jury.ruling import must_have
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Kind
from nominate_tui.tui.pairs_told import changed
from nominate_tui.tui.screens.chair_answers import asked
from nominate_tui.tui.screens.chair_asking import settle
from nominate_tui.tui.widgets.pairs_view import PairsView

if TYPE_CHECKING:
    from nominate_tui.tui.dialogs.side_by_side import SideBySide

AskOfPair = Callable[[Pair], Awaitable[str | None]]
"""Asks about a pair now; the answer is the effect, `None` where nothing was decided."""

Decide = Callable[[Callable[[], Awaitable[object]]], None]
"""Asks now, tells what is refused, and waits for the answer in a worker."""


class ReadingBeside:
    """Opens pairs of the list side by side. What is decided there is decided on the chair's desk."""

    def __init__(self, screen: Screen[None], desk: ChairDesk, pairs: PairsView, decide: Decide) -> None:
        """Sit at the chair's screen; `decide` is how it asks and tells."""
        self._screen = screen
        self._desk = desk
        self._pairs = pairs
        self._decide = decide

    def open(self, pair: Pair) -> Awaitable[Kind | None]:
        """Open two side by side until they are left.

        Raises:
            NotAllowed: One of them is not there; nothing is opened.
        """
        # Imported here: what lies side by side is wanted later than the desk.
        from nominate_tui.tui.dialogs.side_by_side import BesideKeys, SideBySide

        nominations = self._desk.round.nominations
        must_have(self._desk.round, pair.a, pair.b)
        keys = BesideKeys(self._settle, self._next, self._changed)
        return asked(self._screen, SideBySide(nominations, pair, keys))

    def _changed(self, pair: Pair) -> Iterable[str]:
        return changed(pair, self._desk.round)

    def _settle(self, beside: "SideBySide", kind: Kind) -> None:
        pair = beside.pair
        if other := beside.show_as_they_are(self._desk.round.nominations):
            told = _("{ids} changed while you read: this is the text as it is now")
            beside.notify(told.format(ids=", ".join(other)), severity="warning", markup=False)
            return
        self._decide(lambda: self._show(beside, settle(self._screen, self._desk, pair, kind)))

    async def _show(self, beside: "SideBySide", decided: Awaitable[str | None]) -> None:
        if told := await decided:
            beside.was_decided(self._pairs.show_effect(beside.pair, told), told)

    def _next(self, beside: "SideBySide") -> None:
        # Where a verdict was given here, the list has gone on already.
        here = self._pairs.picked
        if here is None or here.ids == beside.pair.ids or not here.open:
            self._pairs.next_open()
        pair = self._pairs.picked
        if pair and pair.open and pair.ids != beside.pair.ids:
            beside.dismiss(None)
            self._decide(lambda: self.open(pair))
        else:
            beside.notify(_("No other pair is open"), markup=False)
