"""Paragraphs that are read: wrapped to the width there is, and scrolled a page at a time."""

from collections.abc import Iterable

from textual.content import Content

from nominate_tui.tui.told_lines import Line
from nominate_tui.tui.widgets.lines import Lines


class Told(Lines, can_focus=False):
    """Shows paragraphs; an empty one is an empty line."""

    COMPONENT_CLASSES = {"told--dim", "told--strong", "told--alarm"}

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._paragraphs: tuple[Content, ...] = ()
        self._wrapped: list[Content] = []

    def tell(self, paragraphs: Iterable[Content]) -> None:
        """Show these, from their beginning; the same again stay where they were read."""
        told = tuple(paragraphs)
        if told == self._paragraphs:
            return
        self.scroll_to(y=0, animate=False, immediate=True)
        before, self._paragraphs = self.count(), told
        self._wrap()
        self.fit()
        if max(before, self.count()) > self.size.height:
            super().renew()  # the scrollbar beside every line may be another
            return
        for number in range(max(before, self.count())):
            self.renew_line(number)

    @property
    def width(self) -> int:
        """How many cells wide a line is, without the margins."""
        return max(self.room - 2, 1)

    def count(self) -> int:
        """As many as the paragraphs need at this width."""
        return len(self._wrapped)

    def line(self, number: int) -> Content:
        """One line of a paragraph, with a margin."""
        return Content(" ") + self._wrapped[number]

    def renew(self) -> None:
        """Wrap everything again."""
        self.fit()
        self._wrap()
        super().renew()

    def read(self, pages: int) -> None:
        """Go so many pages on (or back)."""
        page = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + pages * page, animate=False, immediate=True)

    def _wrap(self) -> None:
        self._wrapped = [line for told in self._paragraphs for line in _wrapped(told, self.width)]


def paragraphs(told: Told, lines: Iterable[Line]) -> list[Content]:
    """The paragraphs as they are drawn there."""
    return [_drawn(told, style, text) for style, text in lines]


def _drawn(told: Told, style: str, text: str) -> Content:
    if style == "line":
        one = Content(text.replace("\n", " ")).stylize(told.style_of("told--dim"))
        return one.truncate(told.width, ellipsis=True)
    return Content(text).stylize(told.style_of(f"told--{style}")) if style else Content(text)


def _wrapped(text: Content, room: int) -> list[Content]:
    return text.wrap(room) if text.plain else [text]
