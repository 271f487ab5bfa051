"""The line at the top: where one is on the left, how it stands on the right. The right side is never cut off."""

from textual.content import Content
from textual.widget import Widget

from nominate_tui.tui.widgets.wrapping import shortened


class Top(Widget, can_focus=False):
    """Two texts on one line."""

    COMPONENT_CLASSES = {"top--alarm"}

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._left = ""
        self._right = ""
        self._alarm = False

    def show(self, left: str, right: str, *, alarm: bool = False) -> None:
        """Tell both; an alarm stands out."""
        if (left, right, alarm) != (self._left, self._right, self._alarm):
            self._left, self._right, self._alarm = left, right, alarm
            self.refresh()

    def render(self) -> Content:
        """The line."""
        right = Content(self._right)
        if self._alarm:
            right = right.stylize(self.get_visual_style("top--alarm"))
        left = shortened(self._left, self.size.width - right.cell_length - 3)
        return Content(f" {left} ") + right + Content(" ")
