"""A pair that may be a duplicate, side by side; the verdict can be given here, and the next pair opened."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.duplicate import Kind
from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.chair_commands import CHAIR
from nominate_tui.tui.command import Command
from nominate_tui.tui.dialogs.beside import Beside
from nominate_tui.tui.pairs_told import evidence, so_far, suggested, words_shared

_ROOMY: Final = 40
"""Lines of the window from which on there is room for all evidence above the two texts, and not only for its sum."""

_HERE: Final = ("settle('duplicate')", "settle('related')", "settle('distinct')", "next_open")
"""The commands of the chair's desk that have their keys here too."""

_READING: Final = (
    Command("page(1)", "space", "", later("Read on: one page down"), "Space PgDn"),
    Command("page(-1)", "pageup", "", later("Read back: one page up"), "PgUp"),
    Command("next_passage", "p", "", later("Go to the next passage that both share, underlined"), "p"),
    Command("ends(-1)", "home", "", later("Go to the beginning, or to the end"), "Home End"),
    Command("leave", "enter", "", later("Go back to the list"), "Enter Esc q"),
)


@dataclass(frozen=True, slots=True)
class BesideKeys:
    """What is done where a key is pressed that decides something."""

    settle: Callable[["SideBySide", Kind], None]
    """Ask for a verdict on the two; `decided` is called where it was given."""
    next_open: Callable[["SideBySide"], None]
    """Leave these two, and open the next pair that is open."""
    changed: Callable[[Pair], Iterable[str]]
    """What changed in the two after the verdict, a line each."""


class SideBySide(Beside):
    """Stays open while a verdict is asked for and after it, so that what one was reading is not gone."""

    BINDINGS = [
        Binding("d", "give('duplicate')", show=False),
        Binding("r", "give('related')", show=False),
        Binding("i", "give('distinct')", show=False),
        Binding("n", "next_open", show=False),
        Binding("question_mark", "help", show=False),
    ]

    def __init__(self, nominations: Nominations, pair: Pair, keys: BesideKeys) -> None:
        """Compare a pair of a round's nominations."""
        super().__init__(nominations, pair.a, pair.b)
        self.pair = pair
        self._keys = keys
        self._effect = ""
        self._told = Static(classes="told-beside")

    def above(self) -> Iterable[Widget]:
        """What was decided just now, and what speaks for the pair."""
        return (self._told,)

    def keys(self) -> str:
        """What the last line says of the keys."""
        return _("d duplicate · r related · i distinct · n next open · Enter goes back · ? keys")

    def decided(self) -> str:
        """The verdict, or what is suggested."""
        return so_far(self.pair)

    def own_words(self) -> int | None:
        """What the evidence says is shared."""
        return words_shared(self.pair.suggestion) if self.pair.suggestion else None

    def was_decided(self, pair: Pair, effect: str) -> None:
        """Show the pair as it is settled now, and what that changed."""
        self.pair, self._effect = pair, effect
        self.tell()
        self._tell_above()

    def on_resize(self) -> None:
        """The evidence is told where there is room."""
        self._tell_above()

    def action_give(self, kind: Kind) -> None:
        """Give this verdict."""
        self._keys.settle(self, kind)

    def action_next_open(self) -> None:
        """Go on to the next open pair."""
        self._keys.next_open(self)

    def action_help(self) -> None:
        """Show the keys of this page."""
        from nominate_tui.tui.dialogs.help import Help

        here = [command for command in CHAIR if command.action in _HERE]
        self.app.push_screen(Help(None, [(_("Side by side"), [*here, *_READING])]))

    def _tell_above(self) -> None:
        told = [*self._above()]
        self._told.update(Content("\n".join(told)))
        self._told.display = bool(told)

    def _above(self) -> Iterator[str]:
        yield from self._keys.changed(self.pair)
        if self._effect:
            yield _("Effect: {effect}").format(effect=self._effect)
        if self.pair.suggestion:
            yield suggested(self.pair.suggestion)
        if self.pair.suggestion and self.app.size.height >= _ROOMY:
            yield from (f"{axis:<6}  {text}" for axis, text in evidence(self.pair.suggestion))
