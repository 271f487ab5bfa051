"""The criteria of a nomination and what was scored on each, with the anchors of the one in focus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil
from typing import Final

from textual import events
from textual.style import Style

from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Review
from nominate_tui.model.rules import Criterion, Rules, in_language
from nominate_tui.tui.messages import CriterionPicked
from nominate_tui.tui.widgets.lines import PlainLines
from nominate_tui.tui.widgets.wrapping import at_most, shortened, wrapped

_EMPTY: Final = Review("")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the panel."""

    criterion: str = ""
    pieces: tuple[tuple[str, str], ...] = ()
    focus: bool = False
    values: range = range(0)
    """The values of the scale that stand on it."""


@dataclass(frozen=True, slots=True)
class _Detail:
    """How fully the criteria are laid out. It depends on the room alone, so that they stay in their places."""

    cells: bool
    """Whether every criterion shows its values; otherwise only the one in focus does."""
    air: bool
    """Whether criteria stand apart."""


_DETAILS: Final = (
    _Detail(cells=True, air=True),
    _Detail(cells=True, air=False),
    _Detail(cells=False, air=False),
)
"""From the fullest to the tightest."""

_ANCHOR_LINES: Final = (9, 3, 2, 1)
"""How many lines an anchor may take, from the fullest on: what fits is taken. `s` shows all of it."""


class ScorePanel(PlainLines, can_focus=False):
    """The criteria above, what the scores mean below. The criteria stay in their places, so that the eye finds them."""

    COMPONENT_CLASSES = {"score--focus", "score--label", "score--given", "score--value", "score--anchor"}

    def __init__(self, rules: Rules, id: str | None = None) -> None:
        """Show the criteria of a round."""
        super().__init__(id=id)
        self._rules = rules
        self._cell = 2 + max(len(str(value)) for value in rules.scale.values)
        """How many cells wide a value of the scale is, with what marks it as given."""
        self._review = _EMPTY
        self._criterion = ""
        self._last = ""
        self._out = False
        self._detail = _DETAILS[-1]
        self._rows: tuple[_Row, ...] = ()

    def show(self, review: Review, criterion: str, last: str = "", *, out: bool = False) -> None:
        """Show a review with a criterion in focus; `last` was scored last, `out` says that nothing counts."""
        self._review, self._criterion, self._last, self._out = review, criterion, last, out
        before, self._rows = self._rows, self._lay()
        self.fit()
        for number, (old, new) in enumerate(zip_longest(before, self._rows)):
            if old != new:
                self.renew_line(number)
        mine = [number for number, row in enumerate(self._rows) if row.focus]
        if mine:
            self.show_line(mine[-1])
            self.show_line(mine[0])

    def on_resize(self) -> None:
        """Lay out as fully as fits, and fill the new size."""
        self.fit()
        self._detail = next((detail for detail in _DETAILS if self._fits(detail)), _DETAILS[-1])
        self._rows = self._lay()
        self.renew()

    def count(self) -> int:
        """As many lines as the panel takes."""
        return len(self._rows)

    def pieces(self, number: int) -> Sequence[tuple[str, str]]:
        """A line of a criterion or of an anchor."""
        return self._rows[number].pieces

    def base_style(self, number: int) -> Style:
        """The criterion in focus stands out."""
        return self.style_of("score--focus" if number < len(self._rows) and self._rows[number].focus else "")

    def on_click(self, event: events.Click) -> None:
        """The criterion under the pointer is wanted, with the value under it."""
        number = self.scroll_offset.y + event.y
        row = self._rows[number] if number < len(self._rows) else _Row()
        if row.criterion:
            place = (event.x - 2) // self._cell
            value = row.values[place] if 0 <= place < len(row.values) else None
            self.post_message(CriterionPicked(row.criterion, value))

    def _fits(self, detail: _Detail) -> bool:
        """Whether a layout leaves room for anchors of two lines and for what was given last."""
        criteria, values = self._rules.criteria, self._rules.scale.values
        blocks = sum(len(list(self._block(criterion, detail))) for criterion in criteria)
        told = (self._last_told(criterion, value) for criterion in criteria for value in values)
        longest = max(len(wrapped(text, self._width())) for text in told)
        return blocks + 1 + 2 * len(values) + 1 + longest <= self.size.height

    def _lay(self) -> tuple[_Row, ...]:
        blocks = [row for criterion in self._rules.criteria for row in self._block(criterion, self._detail)]
        rows = (*blocks,)
        for most in _ANCHOR_LINES:
            rows = (*blocks, *self._meanings(most))
            if len(rows) <= self.size.height:
                break
        return rows

    def _block(self, criterion: Criterion, detail: _Detail) -> Iterator[_Row]:
        focus = criterion.id == self._criterion
        if focus or detail.cells:
            yield from self._full(criterion, focus=focus)
        else:
            yield self._short(criterion)
        if detail.air:
            yield _Row()

    def _full(self, criterion: Criterion, *, focus: bool) -> Iterator[_Row]:
        share = f"{round(self._rules.share(criterion) * 100)} %"
        width = max(self.room - len(share) - 4, 4)
        first, *others = wrapped(_label(criterion), width)
        head = ("▸ " if focus else "  ", ""), (shortened(first, width), "score--label"), (f" {share}", "")
        yield _Row(criterion.id, head, focus)
        for line in others:
            yield _Row(criterion.id, ((f"  {line}", "score--label"),), focus)
        for values in self._values_by_row():
            yield _Row(criterion.id, tuple(self._cells(criterion, values)), focus, values)

    def _short(self, criterion: Criterion) -> _Row:
        given = self._review.scores.get(criterion.id)
        told = (
            f"[{given}]" if given is not None else " – " if criterion.id in self._review.abstained else "   "
        )
        label = shortened(_label(criterion), self.room - 7)
        return _Row(criterion.id, ((f"  {label} ", ""), (told, self._given() if given is not None else "")))

    def _values_by_row(self) -> Iterator[range]:
        """The values of the scale in as few rows as they fit into, of the same length as far as can be."""
        values = self._rules.scale.values
        rows = ceil(len(values) / max((self.room - 2) // self._cell, 1))
        each = ceil(len(values) / rows)
        return (values[start : start + each] for start in range(0, len(values), each))

    def _cells(self, criterion: Criterion, values: range) -> Iterator[tuple[str, str]]:
        given = self._review.scores.get(criterion.id)
        yield "  ", ""
        if criterion.id in self._review.abstained:
            yield f" – {_('abstained')}" if values[0] == self._rules.scale.min else "", self._given()
            return
        for value in values:
            chosen = value == given
            told = f"[{value}]" if chosen else f" {value} "
            yield told.ljust(self._cell), self._given() if chosen else "score--value"

    def _meanings(self, lines: int) -> Iterator[_Row]:
        """What was given last, and what every value of the criterion in focus means."""
        last, given = self._rules.criterion(self._last), self._review.scores.get(self._last)
        if last and given is not None and last.id != self._criterion:
            yield _Row()
            for line in wrapped(self._last_told(last, given), self._width()):
                yield _Row(pieces=((f" {line}", "score--given"),))
        yield _Row()
        if criterion := self._rules.criterion(self._criterion):
            given = self._review.scores.get(criterion.id)
            for value in self._rules.scale.values:
                yield from self._anchor(criterion, value, lines, given=value == given)

    def _anchor(self, criterion: Criterion, value: int, most: int, *, given: bool) -> Iterator[_Row]:
        text = criterion.anchor(value, catalogue.language())
        width = self._width() - 3
        for number, line in enumerate(at_most(wrapped(text, width), most, width) if text else ()):
            head = f" {value:>2} " if number == 0 else "    "
            yield _Row(pieces=((head + line, "score--given" if given else "score--anchor"),))

    def _last_told(self, criterion: Criterion, value: int) -> str:
        return f"{_label(criterion)} {value}: {criterion.anchor(value, catalogue.language())}".rstrip(": ")

    def _given(self) -> str:
        return "score--value" if self._out else "score--given"

    def _width(self) -> int:
        return max(self.room - 2, 8)


def _label(criterion: Criterion) -> str:
    return in_language(criterion.label, catalogue.language())
