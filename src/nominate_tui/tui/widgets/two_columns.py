"""Two nominations in two columns, answer beside answer, with what both say word for word marked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from textual.content import Content

from nominate_tui.duplicates.fold import words
from nominate_tui.jury.shared import Spans, shared_spans
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.tui.parts import Part, brief, common_heading, full, shared
from nominate_tui.tui.widgets.figures import figure_lines
from nominate_tui.tui.widgets.lines import Lines

HERE: Final = "▸"
"""Stands before the passage that was gone to last."""

_Pair = tuple[Content, Content]


class TwoColumns(Lines, can_focus=False):
    """Scrolls both at once, so that the answers to one question always lie beside one another."""

    COMPONENT_CLASSES = {"two--head", "two--question", "two--shared", "two--rule"}

    def __init__(self, nominations: Nominations, a: str, b: str) -> None:
        """Show two nominations of a round."""
        super().__init__()
        self._nominations = nominations
        self._sides = (nominations[a], nominations[b])
        self._spans: tuple[Spans, Spans] = shared_spans(*self._sides)
        self._laid: list[_Pair] = []
        self._shown: tuple[int, int] | None = None
        """The line of the passage that was gone to last, and how far down the page was then."""

    def show(self, nominations: Nominations) -> Sequence[str]:
        """Show the same two as they are in the round now; the answer has those that are others than before."""
        a, b = (side.id for side in self._sides)
        known = [side for side in self._sides if side.id in nominations]
        other = [side.id for side in known if nominations[side.id] != side]
        if other and len(known) == len(self._sides):
            self._nominations = nominations
            self._sides = (nominations[a], nominations[b])
            self._spans = shared_spans(*self._sides)
            self._shown = None
            self.renew()
        return other

    @property
    def shared_words(self) -> int:
        """How many words of the left one are marked."""
        answers = self._sides[0].answers
        marked = ((answers[id][start:end]) for id, spans in self._spans[0].items() for start, end in spans)
        return sum(len(words(text)) for text in marked)

    def count(self) -> int:
        """As many as the longer side needs, answer by answer."""
        return len(self._laid)

    def line(self, number: int) -> Content:
        """A line of both, with a sign where the passage begins that was gone to last."""
        sign = HERE if self._shown and self._shown[0] == number else " "
        left, right = self._laid[number]
        each = self._each()
        rule = Content(" │ ").stylize(self.style_of("two--rule"))
        return (
            Content(sign).stylize(self.style_of("two--shared"))
            + left.pad_right(max(each - left.cell_length, 0))
            + rule
            + right
        )

    def renew(self) -> None:
        """Lay both out again for the width there is."""
        self.fit()
        self._laid = [pair for block in self._blocks() for pair in block]
        super().renew()

    def read(self, lines: int) -> None:
        """Go so many lines on (or back), and from the passage that was gone to."""
        self._mark(None)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def next_passage(self) -> tuple[int, int]:
        """Go to the next passage that both have, with a line before it; after the last to the first.

        Which it is, from 1 on, and how many there are; 0 of 0 where there is none.
        """
        begins = self._passages()
        if not begins:
            return 0, 0
        y = self.scroll_offset.y
        after = self._shown[0] if self._shown and self._shown[1] == y else y
        line = next((number for number in begins if number > after), begins[0])
        self.scroll_to(y=line - 1, animate=False, immediate=True)
        self._mark((line, self.scroll_offset.y))
        return begins.index(line) + 1, len(begins)

    def _mark(self, shown: tuple[int, int] | None) -> None:
        """Note which passage was gone to last, and draw the sign before it."""
        lines = [each[0] for each in (self._shown, shown) if each]
        self._shown = shown
        for line in lines:
            self.renew_line(line)

    def _passages(self) -> list[int]:
        """The lines on which passages begin that both have, on either side."""
        style = self.style_of("two--shared")
        marked = [any(span.style == style for side in pair for span in side.spans) for pair in self._laid]
        return [n for n, here in enumerate(marked) if here and not (n and marked[n - 1])]

    @property
    def page(self) -> int:
        """How many lines are a page."""
        return max(self.scrollable_content_region.height - 1, 1)

    def _each(self) -> int:
        return max((self.room - 4) // 2, 1)

    def _blocks(self) -> Iterator[Iterable[_Pair]]:
        yield self._beside([self._head(side) for side in self._sides])
        yield from self._parts(full)
        if any(side.shared for side in self._sides):
            heading = self._styled(common_heading(), "two--rule")
            yield self._beside([[heading, Content("")], [heading, Content("")]])
        yield from self._parts(shared)

    def _parts(self, parts: Callable[[Nominations, Nomination], Iterable[Part]]) -> Iterator[Iterable[_Pair]]:
        """Each part under its question, where one side has it."""
        sides = [{part.id: part for part in parts(self._nominations, side)} for side in self._sides]
        asked = {id: part.label for side in sides for id, part in side.items()}
        for id, label in asked.items():
            question = self._styled(label, "two--question")
            yield self._beside([[question], [question]])
            yield self._beside([self._part(n, side.get(id)) for n, side in enumerate(sides)])
            yield [(Content(""), Content(""))]

    def _head(self, side: Nomination) -> list[Content]:
        about = " · ".join(part for part in (side.organisation, side.responsible, side.started) if part)
        told = [Content(f"{part.label}: {part.text}") for part in brief(self._nominations, side)]
        return [self._styled(f"{side.id}  {side.title}", "two--head"), Content(about), *told, Content("")]

    def _part(self, side: int, part: Part | None) -> list[Content]:
        if part is None:
            return [Content("")]
        if part.figures:
            return [Content(line) for line in figure_lines(part.figures, self._each())]
        text = Content(part.text)
        style = self.style_of("two--shared")
        for start, end in self._spans[side].get(part.id, ()):
            text = text.stylize(style, start, end)
        return [text]

    def _beside(self, sides: Sequence[Iterable[Content]]) -> Iterator[_Pair]:
        wrapped = [self._wrapped(texts) for texts in sides]
        yield from zip_longest(*wrapped, fillvalue=Content(""))

    def _wrapped(self, texts: Iterable[Content]) -> list[Content]:
        return [
            line.rstrip() for text in texts for line in (text.wrap(self._each()) if text.plain else [text])
        ]

    def _styled(self, text: str, name: str) -> Content:
        return Content(text).stylize(self.style_of(name))
