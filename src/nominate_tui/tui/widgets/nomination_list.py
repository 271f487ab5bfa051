"""The list of nominations, with the juror's own state and score of each."""

from collections.abc import Callable, Sequence

from textual import events
from textual.style import Style

from nominate_tui.model.nomination import Nominations
from nominate_tui.tui.messages import Picked
from nominate_tui.tui.widgets.lines import PlainLines
from nominate_tui.tui.widgets.wrapping import shortened


class NominationList(PlainLines, can_focus=False):
    """One line a nomination; a click picks it."""

    COMPONENT_CLASSES = {"list--here", "list--id"}

    def __init__(
        self,
        nominations: Nominations,
        sign: Callable[[str], str],
        figure: Callable[[str], str],
        id: str | None = None,
    ) -> None:
        """List nominations; `sign` and `figure` tell what stands before and behind a title, by the nomination's id."""
        super().__init__(id=id)
        self._nominations = nominations
        self._sign = sign
        self._figure = figure
        self._ids = nominations.ids
        self._here = ""
        self._told: dict[str, tuple[str, str]] = {}
        """The sign and figure that each drawn nomination was last told with."""

    def take(self, nominations: Nominations) -> None:
        """List these from now on: documents were taken in anew."""
        self._nominations = nominations
        self.renew()

    def show(self, ids: tuple[str, ...], here: str) -> None:
        """List these, and mark the one that is read."""
        if ids != self._ids:
            self._ids = ids
            self.renew()
        self._move(here)

    def count(self) -> int:
        """As many as are listed."""
        return len(self._ids)

    def pieces(self, number: int) -> Sequence[tuple[str, str]]:
        """State, number, title, own score."""
        id = self._ids[number]
        sign, figure = self._told[id] = (self._sign(id), self._figure(id))
        head = f" {sign} {id:>3} "
        title = shortened(self._nominations[id].title, self.room - len(head) - len(figure) - 2)
        return (head, "list--id"), (f"{title} {figure} ", "")

    def base_style(self, number: int) -> Style:
        """The nomination that is read stands out."""
        here = number < len(self._ids) and self._ids[number] == self._here
        return self.style_of("list--here") if here else self.style_of("")

    def renew_nomination(self, id: str) -> None:
        """Draw one nomination's line again, where it has changed."""
        if id in self._ids and self._told.get(id) != (self._sign(id), self._figure(id)):
            self.renew_line(self._ids.index(id))

    def on_click(self, event: events.Click) -> None:
        """The nomination under the pointer is wanted."""
        number = self.scroll_offset.y + event.y
        if number < len(self._ids):
            self.post_message(Picked(self._ids[number]))

    def on_resize(self) -> None:
        """Keep the place in view."""
        super().on_resize()
        self._move(self._here)

    def _move(self, here: str) -> None:
        before, self._here = self._here, here
        if here != before:
            for number in (self._ids.index(id) for id in (before, here) if id in self._ids):
                self.renew_line(number)
        if here in self._ids:
            self.show_line(self._ids.index(here))
