"""The criteria of a nomination and what was scored on each, with the anchors of the one in focus."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual import events
from textual.content import Content
from textual.style import Style

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Review
from nominate_tui.model.rules import Criterion, Rules, in_language
from nominate_tui.tui.messages import CriterionPicked
from nominate_tui.tui.widgets.lines import Lines
from nominate_tui.tui.widgets.wrapping import at_most, shortened, wrapped

_EMPTY: Final = Review("")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the panel."""

    criterion: str
    text: Content
    focus: bool = False


@dataclass(frozen=True, slots=True)
class _Detail:
    """How fully the panel is laid out."""

    cells: bool
    """Whether every criterion shows its values; otherwise only the one in focus does."""
    air: bool
    """Whether criteria stand apart."""
    lines: int
    """How many lines an anchor of the criterion in focus may take."""


_DETAILS: Final = (
    _Detail(cells=True, air=True, lines=9),
    _Detail(cells=True, air=False, lines=9),
    _Detail(cells=False, air=False, lines=9),
    _Detail(cells=False, air=False, lines=2),
    _Detail(cells=False, air=False, lines=1),
)
"""From the fullest to the tightest: the first one that fits whatever is in focus is taken."""


class ScorePanel(Lines, can_focus=False):
    """The criteria above, what the scores mean below. The criteria stay in their places, so that the eye finds them."""

    COMPONENT_CLASSES = {"score--focus", "score--label", "score--given", "score--value", "score--anchor"}

    def __init__(self, rules: Rules, id: str | None = None) -> None:
        """Show the criteria of a round."""
        super().__init__(id=id)
        self._rules = rules
        self._review = _EMPTY
        self._criterion = ""
        self._last = ""
        self._out = False
        self._rows: tuple[_Row, ...] = ()

    def show(self, review: Review, criterion: str, last: str = "", *, out: bool = False) -> None:
        """Show a review with a criterion in focus; `last` was scored last, `out` says that nothing counts."""
        self._review, self._criterion, self._last, self._out = review, criterion, last, out
        self.renew()

    def renew(self) -> None:
        """Lay out as fully as fits, and draw what is different."""
        before = self._rows
        for detail in _DETAILS:
            self._rows = (*self._blocks(detail), *self._meanings(detail.lines))
            if len(self._rows) <= self.size.height:
                break
        self.fit()
        for number, (old, new) in enumerate(zip_longest(before, self._rows)):
            if old != new:
                self.renew_line(number)
        mine = [number for number, row in enumerate(self._rows) if row.focus]
        if mine:
            self.show_line(mine[-1])
            self.show_line(mine[0])

    def count(self) -> int:
        """As many lines as the blocks take."""
        return len(self._rows)

    def line(self, number: int) -> Content:
        """A line of a block."""
        return self._rows[number].text

    def base_style(self, number: int) -> Style:
        """The block in focus stands out."""
        here = number < len(self._rows) and self._rows[number].focus
        return self.style_of("score--focus") if here else self.style_of("")

    def on_click(self, event: events.Click) -> None:
        """The criterion under the pointer is wanted, with the value under it."""
        number = self.scroll_offset.y + event.y
        if number < len(self._rows) and (criterion := self._rows[number].criterion):
            self.post_message(CriterionPicked(criterion, event.style.meta.get("value")))

    def on_resize(self) -> None:
        """Fill the new size, every line of it."""
        self._rows = ()
        super().on_resize()
        self.refresh()

    def _blocks(self, detail: _Detail) -> Iterator[_Row]:
        for criterion in self._rules.criteria:
            focus = criterion.id == self._criterion
            full = focus or detail.cells
            for line in self._head(criterion, focus=focus) if full else self._short(criterion):
                yield _Row(criterion.id, line, focus)
            if detail.air:
                yield _Row("", Content(""))

    def _meanings(self, lines: int) -> Iterator[_Row]:
        """What was given last, and what every value of the criterion in focus means."""
        last = self._rules.criterion(self._last)
        given = self._review.scores.get(self._last)
        if last and given is not None and last.id != self._criterion:
            yield _Row("", Content(""))
            yield from self._anchor(given, f"{_label(last)}: {_meaning(last, given)}", 9, given=True)
        criterion = self._rules.criterion(self._criterion)
        if criterion and criterion.anchors:
            yield _Row("", Content(""))
            given = self._review.scores.get(criterion.id)
            for value in self._rules.scale.values:
                if text := _meaning(criterion, value):
                    yield from self._anchor(value, text, 9 if value == given else lines, given=value == given)

    def _head(self, criterion: Criterion, *, focus: bool) -> Iterator[Content]:
        share = f"{round(self._rules.share(criterion) * 100)} %"
        bold = self.style_of("score--label")
        width = self.room - len(share) - 4
        first, *others = wrapped(_label(criterion), width)
        yield Content.assemble("▸ " if focus else "  ", (shortened(first, width), bold), " ", share)
        yield from (Content.assemble("  ", (line, bold)) for line in others)
        yield self._cells(criterion)

    def _short(self, criterion: Criterion) -> Iterator[Content]:
        given = self._review.scores.get(criterion.id)
        told = (
            f"[{given}]" if given is not None else " – " if criterion.id in self._review.abstained else "   "
        )
        style = self.style_of("score--given" if given is not None else "score--value")
        yield Content.assemble("  ", shortened(_label(criterion), self.room - 6), " ", (told, style))

    def _cells(self, criterion: Criterion) -> Content:
        if criterion.id in self._review.abstained:
            return Content(f"   – {_('abstained')}")
        given = self._review.scores.get(criterion.id)
        cells = [self._cell(value, given=value == given) for value in self._rules.scale.values]
        return Content("  ") + Content("").join(cells)

    def _cell(self, value: int, *, given: bool) -> Content:
        style = self.style_of("score--given" if given and not self._out else "score--value")
        text = f"[{value}]" if given else f" {value} "
        return Content.styled(text, style + Style.from_meta({"value": value}))

    def _anchor(self, value: int, text: str, most: int, *, given: bool) -> Iterator[_Row]:
        style = self.style_of("score--given" if given else "score--anchor")
        sign = f" {value:>2} "
        width = max(self.room - len(sign) - 1, 8)
        for number, line in enumerate(at_most(list(wrapped(text, width)), most, width)):
            head = sign if number == 0 else " " * len(sign)
            yield _Row("", Content.styled(head + line, style))


def _meaning(criterion: Criterion, value: int) -> str:
    return criterion.anchor(value, catalogue.language())


def _label(criterion: Criterion) -> str:
    return in_language(criterion.label, catalogue.language())
