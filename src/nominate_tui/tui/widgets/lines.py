"""A view of lines that are drawn when they are seen: a hundred thousand cost what a screenful costs."""

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style


class Lines(ScrollView, can_focus=False):
    """Draws `count()` lines, each of them by `line()`. What both answer may change: call `renew()` then."""

    ALLOW_SELECT = True

    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, number: int) -> Content:
        """The line of that number, from 0, at most `room` cells wide (what is wider is cropped)."""
        raise NotImplementedError

    def base_style(self, number: int) -> Style:
        """What lies under the text of a line, for its whole width."""
        del number
        return self.visual_style

    @property
    def room(self) -> int:
        """How many cells wide a line can be."""
        return self.scrollable_content_region.width

    def renew(self) -> None:
        """Draw everything again, with as many lines as there are now."""
        self.virtual_size = Size(self.room, self.count())
        self.refresh()

    def renew_line(self, number: int) -> None:
        """Draw one line again, if it is seen."""
        y = number - self.scroll_offset.y
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self) -> None:
        """Fill the new size."""
        self.renew()

    def show_line(self, number: int, *, top: bool = False) -> None:
        """Bring a line into view: just so far as needed, or to the top."""
        height = self.scrollable_content_region.height
        above, below = self.scroll_offset.y, self.scroll_offset.y + height - 1
        if top or number < above:
            self.scroll_to(y=number, animate=False, immediate=True)
        elif number > below:
            self.scroll_to(y=number - height + 1, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One row of the widget, as Textual asks for it."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        under = self.base_style(number)
        if number >= self.count():
            return Strip.blank(width, self.rich_style)
        segments: list[Segment] = self._selected(self.line(number), number).render_segments(under)
        strip = Strip(segments).adjust_cell_length(width, under.rich_style)
        return strip.apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse."""
        text = "\n".join(self.line(number).plain for number in range(self.count()))
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        del selection
        self.refresh()

    def _selected(self, line: Content, number: int) -> Content:
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return line
        start, end = span
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return line.stylize(style, start, len(line) if end == -1 else end)
