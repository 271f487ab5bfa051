"""A view of lines that are drawn when they are seen: a hundred thousand cost what a screenful costs."""

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style


class Lines(ScrollView, can_focus=False):
    """Draws `count()` lines, each of them by `line()`. What both answer may change: call `renew()` then.

    Nothing here asks for a new layout, lines are kept as they were drawn, and what Textual works out anew at
    every asking (sizes, styles) is asked once: so a key costs what it changes and no more. The scrollbar is a
    column of our own, since Textual's is a widget that is laid out.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"lines--bar"}

    sticky: int = 0
    """How many of the first lines stay at the top while the others scroll."""

    def __init__(self, id: str | None = None) -> None:
        """Begin with nothing drawn."""
        super().__init__(id=id)
        self.room = 0
        """How many cells wide a line can be; the last column is the scrollbar's."""
        self._drawn: dict[int, Strip] = {}
        self._styles_asked: dict[str, Style] = {}
        self._bars: tuple[Strip, Strip] = (Strip([]), Strip([]))

    def count(self) -> int:
        """How many lines there are, those that stay at the top included."""
        raise NotImplementedError

    def line(self, number: int) -> Content:
        """The line of that number, from 0, at most `room` cells wide (what is wider is cropped)."""
        raise NotImplementedError

    def segments(self, number: int, under: Style) -> list[Segment]:
        """A line as it goes to the terminal; a widget with plain lines may have a shorter way to it."""
        return self._selected(self.line(number), number).render_segments(under)

    def base_style(self, number: int) -> Style:
        """What lies under the text of a line, for its whole width."""
        del number
        return self.style_of("")

    def style_of(self, component: str) -> Style:
        """The style of a component class; the widget's own for an empty name."""
        if component not in self._styles_asked:
            self._styles_asked[component] = (
                self.get_visual_style(component) if component else self.visual_style
            )
        return self._styles_asked[component]

    def renew(self) -> None:
        """Draw everything again, with as many lines as there are now."""
        self._drawn.clear()
        self.fit()
        self.refresh()

    def fit(self) -> None:
        """Scroll over as many lines as there are now; draws nothing."""
        self.room = max(self.content_size.width - 1, 0)
        size = Size(self.room, self.count())
        if size != self.virtual_size:
            self.set_reactive(Lines.virtual_size, size)
            self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False, immediate=True)

    def renew_line(self, number: int) -> None:
        """Draw one line again, if it is seen."""
        self._drawn.pop(number, None)
        y = number if number < self.sticky else number - self.scroll_offset.y
        if (number < self.sticky or y >= self.sticky) and y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self) -> None:
        """Fill the new size."""
        self.renew()

    @property
    def seen(self) -> range:
        """The scrolling lines that are in view."""
        top = self.scroll_offset.y + self.sticky
        return range(top, self.scroll_offset.y + self.size.height)

    def show_line(self, number: int, *, top: bool = False) -> None:
        """Bring a line into view: just so far as needed, or to the top."""
        if top or number < self.seen.start:
            self.scroll_to(y=max(number - self.sticky, 0), animate=False, immediate=True)
        elif number >= self.seen.stop:
            self.scroll_to(y=number - self.size.height + 1, animate=False, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows that Textual asks for."""
        rail, thumb = " ", "▐"
        if self.virtual_size.height <= self.size.height:
            thumb = rail
        style = self.style_of("lines--bar").rich_style
        self._bars = (Strip([Segment(rail, style)], 1), Strip([Segment(thumb, style)], 1))
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the widget."""
        number = y if y < self.sticky else self.scroll_offset.y + y
        if number not in self._drawn:
            self._drawn[number] = self._draw(number)
        return Strip.join([self._drawn[number], self._bars[self._is_thumb(y)]])

    def notify_style_update(self) -> None:
        """Draw everything again in other colours."""
        self._styles_asked.clear()
        self._drawn.clear()
        super().notify_style_update()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse."""
        text = "\n".join(self.line(number).plain for number in range(self.count()))
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        del selection
        self._drawn.clear()
        self.refresh()

    def _is_thumb(self, y: int) -> bool:
        height, lines = self.size.height, max(self.virtual_size.height, 1)
        top = self.scroll_offset.y * height // lines
        return top <= y <= top + height * height // lines

    def _draw(self, number: int) -> Strip:
        under = self.base_style(number)
        segments = self.segments(number, under) if number < self.count() else []
        strip = Strip(segments).adjust_cell_length(self.room, under.rich_style)
        return strip.apply_offsets(0, number) if self.ALLOW_SELECT else strip

    def _selected(self, line: Content, number: int) -> Content:
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return line
        start, end = span
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return line.stylize(style, start, len(line) if end == -1 else end)
