"""The line that names the chair's views, the one that is shown in brackets."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from nominate_tui.locale.catalogue import _


class Tabs(Static):
    """Views by number and name."""

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        """Name views, each an id and a name to be translated, in the order of their keys."""
        super().__init__(id="tabs")
        self._views = views

    def show(self, current: str | None) -> None:
        """Mark the view that is shown, by its id."""
        self.update(Content("").join(self._tabs(current)))

    def _tabs(self, current: str | None) -> list[Content]:
        tabs = [(id, f" {number} {_(name)} ") for number, (id, name) in enumerate(self._views, start=1)]
        return [
            Content.styled(f"[{tab}]", "bold $accent") if id == current else Content(f" {tab} ")
            for id, tab in tabs
        ]
