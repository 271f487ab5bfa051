"""A list of rows in columns, one of them picked, under heads that stay."""

from collections.abc import Sequence
from itertools import islice

from textual import events
from textual.content import Content
from textual.style import Style

from nominate_tui.tui.chair_messages import PickedRow
from nominate_tui.tui.columns import Column, fitting, heads, told
from nominate_tui.tui.widgets.lines import Lines


class PickList(Lines, can_focus=False):
    """Rows in columns. A list says which columns there are, and what stands in a row."""

    COMPONENT_CLASSES = {
        "pick--here",
        "pick--dim",
        "pick--strong",
        "pick--rule",
        "state--complete",
        "state--unfinished",
        "state--missing",
        "state--abstained",
        "state--recused",
        "state--unassigned",
    }

    LEAST = 20
    """The cells that the open column needs, or else other columns go."""

    def __init__(self) -> None:
        """Begin on the first row."""
        super().__init__()
        self.here = 0
        self._columns: tuple[Column, ...] = ()
        self._heading: tuple[Content, ...] = ()
        self._overs: dict[str, Style] = {}

    def rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_line(self, row: int) -> Content:
        """What stands in a row, from 0."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """All columns, before some of them may have to go."""
        raise NotImplementedError

    def pickable(self, row: int) -> bool:
        """Whether a row can be picked: a rule or a heading cannot."""
        del row
        return True

    def shown(self) -> tuple[Column, ...]:
        """The columns that fit now, in the room without the margins."""
        return self._columns

    def heading(self) -> tuple[Content, ...]:
        """The lines that stay above the rows."""
        return (heads(self._columns).stylize(self.over("pick--dim")),)

    def over(self, name: str) -> Style:
        """The style of one of the component classes, to lay over a text without hiding what is under it."""
        if name not in self._overs:
            self._overs[name] = self.get_visual_style(name, partial=True)
        return self._overs[name]

    def notify_style_update(self) -> None:
        """Ask for the styles again."""
        self._overs.clear()
        super().notify_style_update()

    def cells(self, **cells: Content | str) -> Content:
        """A row in its columns, with its margin."""
        texts = {key: Content(cell) if isinstance(cell, str) else cell for key, cell in cells.items()}
        return Content(" ") + told(self._columns, texts)

    def count(self) -> int:
        """The lines of the heading and the rows."""
        return self.sticky + self.rows()

    def line(self, number: int) -> Content:
        """A line of the heading, or a row."""
        if number < self.sticky:
            return Content(" ") + self._heading[number]
        return self.row_line(number - self.sticky)

    def base_style(self, number: int) -> Style:
        """The picked row stands out."""
        return self.style_of("pick--here" if number == self.here + self.sticky else "")

    def renew(self) -> None:
        """Fit the columns and draw everything again, the picked row in view."""
        self.fit()
        self._columns = fitting(self.columns(), self.room - 2, self.LEAST)
        self._heading = self.heading()
        self.sticky = len(self._heading)
        super().renew()
        self.pick(self.here)

    def move(self, steps: int) -> None:
        """Pick the row so many rows on (or back), over those that cannot be picked, and no further than there are."""
        way = range(self.here + 1, self.rows()) if steps > 0 else range(self.here - 1, -1, -1)
        places = list(islice((row for row in way if self.pickable(row)), abs(steps)))
        self.pick(places[-1] if places else self.here)

    def pick(self, row: int) -> None:
        """Pick a row: the nearest that can be."""
        before, self.here = self.here, self._nearest(row)
        self.renew_line(before + self.sticky)
        self.renew_line(self.here + self.sticky)
        self.show_line(self.here + self.sticky)
        if before != self.here:
            self.post_message(PickedRow())

    def _nearest(self, row: int) -> int:
        """The row itself where it can be picked, or else the nearest that can; the first where none can."""
        if row < self.rows() and self.pickable(row):
            return row
        places = (place for place in range(self.rows()) if self.pickable(place))
        return min(places, key=lambda place: abs(place - row), default=0)

    def on_click(self, event: events.Click) -> None:
        """The row under the pointer is wanted."""
        row = self.scroll_offset.y + event.y - self.sticky
        if event.y >= self.sticky and row < self.rows() and self.pickable(row):
            self.pick(row)
