"""A view of lines that are drawn when they are seen: a hundred thousand cost what a screenful costs."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style


class Lines(ScrollView, can_focus=False):
    """Draws `count()` lines, each of them by `line()`. What both answer may change: call `renew()` then.

    Nothing here asks for a new layout, lines are kept as they were drawn, and what Textual works out anew at
    every asking (sizes, styles) is asked once: so a key costs what it changes and no more. The scrollbar is a
    column of our own, since Textual's is a widget that is laid out.
    """

    ALLOW_SELECT = False  # a place in the text for each piece of each line would cost a third of the drawing
    COMPONENT_CLASSES = {"lines--bar"}

    sticky: int = 0
    """How many of the first lines stay at the top while the others scroll."""

    def __init__(self, id: str | None = None) -> None:
        """Begin with nothing drawn."""
        super().__init__(id=id)
        self.room = 0
        """How many cells wide a line can be; the last column is the scrollbar's."""
        self._drawn: dict[int, tuple[str, Strip]] = {}
        """The lines as they were drawn last, with the piece of the scrollbar beside them."""
        self._styles_asked: dict[str, Style] = {}
        self._top = 0
        self._thumb = range(0)

    def count(self) -> int:
        """How many lines there are, those that stay at the top included."""
        raise NotImplementedError

    def line(self, number: int) -> Content:
        """The line of that number, from 0, at most `room` cells wide (what is wider is cropped)."""
        raise NotImplementedError

    def segments(self, number: int, under: Style) -> list[Segment]:
        """A line as it goes to the terminal."""
        return self.line(number).render_segments(under)

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

    @property
    def page(self) -> int:
        """How many lines are a page: all that scroll but one, so that the eye finds its place."""
        return max(self.size.height - self.sticky - 1, 1)

    def show_line(self, number: int, *, top: bool = False) -> None:
        """Bring a line into view: just so far as needed, or to the top."""
        if top or number < self.seen.start:
            self.scroll_to(y=max(number - self.sticky, 0), animate=False, immediate=True)
        elif number >= self.seen.stop:
            self.scroll_to(y=number - self.size.height + 1, animate=False, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows that Textual asks for."""
        height, lines = self.size.height, max(self.virtual_size.height, 1)
        self._top = self.scroll_offset.y
        first = self._top * height // lines
        self._thumb = range(first, first + height * height // lines + 1) if lines > height else range(0)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the widget."""
        number = y if y < self.sticky else self._top + y
        bar = "▐" if y in self._thumb else " "
        drawn = self._drawn.get(number)
        if drawn is None or drawn[0] != bar:
            drawn = self._drawn[number] = (bar, self._draw(number, bar))
        return drawn[1]

    def notify_style_update(self) -> None:
        """Draw everything again in other colours."""
        self._styles_asked.clear()
        self._drawn.clear()
        super().notify_style_update()

    def _draw(self, number: int, bar: str) -> Strip:
        under = self.base_style(number)
        segments = self.segments(number, under) if number < self.count() else []
        strip = Strip(segments).adjust_cell_length(self.room, under.rich_style)
        return Strip([*strip, Segment(bar, self.style_of("lines--bar").rich_style)], self.room + 1)


class PlainLines(Lines, can_focus=False):
    """Lines made of pieces, each in one style: the shortest way from a text to the terminal."""

    def pieces(self, number: int) -> Sequence[tuple[str, str]]:
        """The texts of a line, each with the component class it is drawn in; an empty one for the widget's own."""
        raise NotImplementedError

    def line(self, number: int) -> Content:
        """The pieces as one text."""
        return Content.assemble(
            *((text, self.style_of(name)) if name else Content(text) for text, name in self.pieces(number))
        )

    def segments(self, number: int, under: Style) -> list[Segment]:
        """The pieces, as they are."""
        return [
            Segment(text, (under + self.style_of(name) if name else under).rich_style)
            for text, name in self.pieces(number)
        ]
