"""An application that shows one widget and nothing else, in our stylesheets, for the tests of widgets."""

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from nominate_tui.tui.app import STYLES
from nominate_tui.tui.screens.juror import STYLES as JUROR_STYLES


class Host(App[None]):
    """Fills the screen with a widget."""

    CSS_PATH = [STYLES, *JUROR_STYLES]

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._shown = widget

    def compose(self) -> ComposeResult:
        """The widget."""
        yield self._shown


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the screen, without the spaces at their ends."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]
