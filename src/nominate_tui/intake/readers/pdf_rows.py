"""Puts the runs of a PDF's page into rows: what stands beside one another is read on one line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.readers.pdf_parts import COLUMN_GAP, Line, Run, Word

_TOUCHING: Final = 0.1
"""Up to how many times the size of the font two runs are parts of one word, as a raised figure and its word."""

_SAME_BASE: Final = 0.25
"""How far the cells of a row may stand above one another, in sizes of the font."""

_SHARED: Final = 0.5
"""How much of the height of the smaller run is beside the larger one where both are in one row."""

_NEAR_GAP: Final = 0.8
"""How many sizes of the font a cell stands behind the one before at least, where its column is known."""

_EDGE: Final = 1.5
"""How far, in points, the cells of one column may begin beside one another."""

_FEWEST: Final = 2
"""In how many rows a cell begins at the edge of a column at least."""

_ITEM: Final = re.compile(r"\W{1,2}|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?")
"""What stands before an item of a list or a numbered heading; the room behind it is no border of cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """Runs beside one another, from left to right."""

    runs: tuple[Run, ...]
    edges: tuple[float, ...] = ()
    """Where the second column of a table, and those behind it, begin around this row."""

    @property
    def main(self) -> Run:
        """The run with the largest letters, which tells the height of the row."""
        return max(self.runs, key=lambda run: run.size)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def base(self) -> float:
        """The height that it stands on."""
        return self.main.base

    @property
    def below(self) -> tuple[str, ...]:
        """The lines of form fields that begin in it, but for their first."""
        return tuple(line for run in self.runs for line in run.below)


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The rows of these runs, from the top of the page down."""
    rows: list[list[Run]] = []
    main: Run | None = None
    for run in sorted(runs, key=lambda run: -run.base):
        if main and _is_beside(run, main) and not any(_overlap(run, other) for other in rows[-1]):
            rows[-1].append(run)
            main = run if run.size > main.size else main
        else:
            rows.append([run])
            main = run
    return [Row(tuple(sorted(row, key=lambda run: run.left))) for row in rows]


def _is_beside(run: Run, main: Run) -> bool:
    """Whether so much of the smaller of two runs is beside the larger one that they are in one row."""
    (low, high), (main_low, main_high) = _height(run), _height(main)
    shared = min(high, main_high) - max(low, main_low)
    return shared >= _SHARED * min(high - low, main_high - main_low)


def _height(run: Run) -> tuple[float, float]:
    return run.base - run.size / 5, run.base + run.size * 0.7


def _overlap(run: Run, other: Run) -> bool:
    shared = min(run.right, other.right) - max(run.left, other.left)
    return shared > min(run.size, other.size) / 2


def cells_of(row: Row) -> list[tuple[Run, ...]]:
    """The runs of a row in cells, which stand clearly apart."""
    cells: list[list[Run]] = [[row.runs[0]]]
    for before, run in pairwise(row.runs):
        first = len(cells) == 1 and _ITEM.fullmatch(text_of(cells[0]))
        if not first and (_is_border(before, run) or _is_at_edge(before.right, run, row.edges, run.size)):
            cells.append([])
        cells[-1].append(run)
    return [tuple(cell) for cell in cells]


def _is_border(before: Run, run: Run) -> bool:
    size = max(before.size, run.size)
    return run.left - before.right > COLUMN_GAP * size and abs(run.base - before.base) <= _SAME_BASE * size


def _is_at_edge(right: float, begun: Run | Word, edges: Iterable[float], size: float) -> bool:
    """Whether a word or run begins a column of the rows around it, though it stands near the one before it."""
    return begun.left - right > _NEAR_GAP * size and any(abs(begun.left - edge) < _EDGE for edge in edges)


def in_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows, with a border of cells also where a long cell comes near the next.

    A column begins where the cells of several rows do, the first ones too: an answer goes on where it began.
    """
    begun = Counter(round(cell[0].left) for row in rows for cell in cells_of(row))
    edges = tuple(float(edge) for edge, times in begun.items() if times >= _FEWEST)
    return [_divided(row, edges) for row in rows] if edges else list(rows)


def _divided(row: Row, edges: tuple[float, ...]) -> Row:
    return Row(tuple(part for run in row.runs for part in _parts(run, edges)), edges)


def _parts(run: Run, edges: Iterable[float]) -> Iterator[Run]:
    """The run, divided where a word begins a column."""
    words: list[Word] = []
    for word in run.words:
        if words and _is_at_edge(words[-1].right, word, edges, run.size):
            yield Run(tuple(words), run.base, run.size)
            words = []
        words.append(word)
    yield Run(tuple(words), run.base, run.size, run.below)


def text_of(runs: Sequence[Run]) -> str:
    """Runs from left to right as one text, a space between those that do not touch."""
    text = runs[0].text if runs else ""
    for before, run in pairwise(runs):
        touching = abs(run.left - before.right) < _TOUCHING * max(before.size, run.size)
        text += run.text if touching else f" {run.text}"
    return text


def line_of(row: Row, cells: Sequence[str] = (), blanks: int | None = None) -> Line:
    """A row as a line; `cells` if it is known better than from the gaps what they are."""
    text = CELL.join(cells or [text_of(cell) for cell in cells_of(row)])
    return Line(text, row.base, row.main.size, row.left, row.right, blanks)


def further_lines(row: Row) -> Iterable[Line]:
    """The lines of form fields that go on below a row."""
    blanks = 0
    for text in row.below:
        if text:
            yield Line(text, row.base, row.main.size, row.left, row.right, blanks)
        blanks = 0 if text else min(blanks + 1, 2)


def is_item(text: str) -> bool:
    """Whether a line begins with what stands before an item of a list."""
    first, _space, rest = text.partition(" ")
    return bool(rest) and _ITEM.fullmatch(first) is not None
