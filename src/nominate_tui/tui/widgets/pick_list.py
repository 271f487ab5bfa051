"""A list of rows in columns, one of them picked. The heads above it are drawn with the same columns."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

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
    }

    LEAST = 20
    """The cells that the open column needs, or else other columns go."""

    def __init__(self) -> None:
        """Begin on the first row."""
        super().__init__()
        self.here = 0
        self._columns: tuple[Column, ...] = ()

    def columns(self) -> Sequence[Column]:
        """All columns, before some of them may have to go."""
        raise NotImplementedError

    def pickable(self, number: int) -> bool:
        """Whether a row can be picked: a rule or a heading cannot."""
        del number
        return True

    def shown(self) -> tuple[Column, ...]:
        """The columns that fit now, in the room without the margins."""
        return self._columns

    def heading(self) -> tuple[Content, ...]:
        """The lines above the list."""
        return (heads(self._columns).stylize(self.style_of("pick--dim")),)

    def style_of(self, name: str) -> Style:
        """The style of one of the component classes, to lay over a text."""
        return self.get_visual_style(name, partial=True)

    def row(self, **cells: Content | str) -> Content:
        """A row, with its margin."""
        texts = {key: Content(cell) if isinstance(cell, str) else cell for key, cell in cells.items()}
        return Content(" ") + told(self._columns, texts)

    def base_style(self, number: int) -> Style:
        """The picked row stands out."""
        return self.get_visual_style("pick--here") if number == self.here else self.visual_style

    def renew(self) -> None:
        """Fit the columns and draw everything again, the picked row in view."""
        self._columns = fitting(self.columns(), self.room - 2, self.LEAST)
        super().renew()
        self.pick(self.here)

    def move(self, steps: int) -> None:
        """Pick the row so many rows on (or back), over those that cannot be picked, and no further than there are."""
        places = [number for number in range(self.count()) if self.pickable(number)]
        if places:
            on = places.index(self.here) if self.here in places else 0
            self.pick(places[max(0, min(on + steps, len(places) - 1))])

    def pick(self, number: int) -> None:
        """Pick a row: the nearest that can be."""
        places = [place for place in range(self.count()) if self.pickable(place)]
        before, self.here = self.here, min(places, key=lambda place: abs(place - number), default=0)
        self.renew_line(before)
        self.renew_line(self.here)
        self.show_line(self.here)
        if before != self.here:
            self.post_message(PickedRow())

    def on_click(self, event: events.Click) -> None:
        """The row under the pointer is wanted."""
        number = self.scroll_offset.y + event.y
        if number < self.count() and self.pickable(number):
            self.pick(number)


class Heading(Widget, can_focus=False):
    """The lines above a list."""

    def __init__(self, rows: PickList) -> None:
        """Stand above a list."""
        super().__init__()
        self._rows = rows

    def render(self) -> Content:
        """The heads of the columns that are shown, with the list's margin."""
        return Content("\n").join(Content(" ") + line for line in self._rows.heading())
