"""The keys of a screen on one line. It never changes while one works, so it costs nothing."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from nominate_tui.locale.catalogue import _
from nominate_tui.tui.commands import Command


class Footer(Widget, can_focus=False):
    """As many keys as fit, the most wanted first; `?` shows the others."""

    COMPONENT_CLASSES = {"footer--key"}

    def __init__(self, commands: Iterable[Command], first: tuple[str, str] | None = None) -> None:
        """Name the commands that want to be named; `first` is a key and a word that come before them."""
        super().__init__()
        self._named = [(c.shown.split(" ")[0], c.label) for c in commands if c.footer]
        if first:
            self._named.insert(0, first)

    def render(self) -> Content:
        """Keys and words; the last ones (help, leave) are always there, those before them as far as there is room."""
        told = [self._entry(key, label) for key, label in self._named]
        room, last = self.size.width, told[-2:]
        room -= sum(entry.cell_length for entry in last)
        fitting = []
        for entry in told[:-2]:
            room -= entry.cell_length
            if room < 0:
                break
            fitting.append(entry)
        return Content("").join([*fitting, *last])

    def _entry(self, key: str, label: str) -> Content:
        return Content.assemble(" ", (key, self.get_visual_style("footer--key")), f" {_(label)} ")
