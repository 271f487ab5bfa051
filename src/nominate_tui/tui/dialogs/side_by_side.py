"""A pair that may be a duplicate, side by side; the verdict can be given here."""

from textual.binding import Binding

from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Kind
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.dialogs.beside import Beside
from nominate_tui.tui.pairs_told import so_far


class SideBySide(Beside):
    """The answer is the kind of verdict that the chair means to give; `None` gives none."""

    BINDINGS = [
        Binding("d", "give('duplicate')", show=False),
        Binding("r", "give('related')", show=False),
        Binding("i", "give('distinct')", show=False),
    ]

    def __init__(self, nominations: Nominations, pair: Pair) -> None:
        """Compare a pair of a round's nominations."""
        super().__init__(nominations, pair.a, pair.b)
        self._pair = pair

    def keys(self) -> str:
        """What the last line says of the keys."""
        return _("d duplicate · r related · i distinct · Space reads on · Enter goes back")

    def decided(self) -> str:
        """The verdict, or what is suggested."""
        return so_far(self._pair)

    def action_give(self, kind: Kind) -> None:
        """Give this verdict."""
        self.dismiss(kind)
