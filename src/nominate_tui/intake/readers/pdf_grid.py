"""Reads ruled tables of a PDF: the lines that are drawn around cells tell what belongs into which."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.readers.pdf_parts import Level, Line, Ruling, Run, Word
from nominate_tui.intake.readers.pdf_rows import Row, further_lines, is_item, line_of, rows_of, text_of

_NEAR: Final = 2.5
"""How far, in points, a ruled line may miss another one, or a letter reach over it."""

_COLUMNS: Final = 2
"""The columns of a form with labels and answers; in a table of more they are narrow, and each line is wrapped."""

_TIGHT: Final = 1.6
"""How many sizes of the font the lines of one paragraph stand below one another at most."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a ruled table."""

    top: float
    """The height of the line above it."""
    bottom: float
    """The height of the line below its lowest cell."""
    cells: tuple[tuple[Run, ...], ...]
    """The runs of each cell, from the left one; a cell may be empty."""
    ruled: bool = True
    """Whether lines are drawn around it: then all of its text is in it."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of all of its cells."""
        return tuple(run for cell in self.cells for run in cell)

    @property
    def left(self) -> float:
        """Where its text begins."""
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        """Where its text ends."""
        return max(run.right for run in self.runs)

    @property
    def base(self) -> float:
        """The height of its first line."""
        return max(run.base for run in self.runs)


def read_grid(runs: Iterable[Run], ruling: Ruling) -> tuple[list[Band], list[Run]]:
    """The rows of ruled tables, and the runs that stand in none."""
    if not ruling.uprights or not ruling.levels:
        return [], list(runs)
    bands: dict[tuple[float, ...], list[tuple[Run, float]]] = {}
    free = []
    for run in runs:
        for piece in _cut(run, _borders(run.middle, ruling)):
            if place := _place(piece, ruling):
                top, bottom, borders = place
                bands.setdefault((top, *borders), []).append((piece, bottom))
            else:
                free.append(piece)
    return [_band(key[0], key[1:], pieces) for key, pieces in bands.items()], free


def _band(top: float, borders: Sequence[float], pieces: Iterable[tuple[Run, float]]) -> Band:
    cells: list[list[Run]] = [[] for _border in range(len(borders) + 1)]
    lowest = top
    for piece, bottom in pieces:
        cells[bisect(borders, (piece.left + piece.right) / 2)].append(piece)
        lowest = min(lowest, bottom)
    # Outside of the outermost lines is a cell only where something stands.
    first, last = 0 if cells[0] else 1, len(cells) if cells[-1] else -1
    return Band(top, lowest, tuple(map(tuple, cells[first:last])))


def _borders(height: float, ruling: Ruling) -> list[float]:
    """Where the lines from bottom to top stand at a height, from left to right; double lines are one."""
    across = sorted(one.x for one in ruling.uprights if one.bottom - _NEAR <= height <= one.top + _NEAR)
    return [x for before, x in zip([-inf, *across], across, strict=False) if x - before > 2 * _NEAR]


def _cut(run: Run, borders: Sequence[float]) -> list[Run]:
    """The run in as many pieces as the borders make of it."""
    pieces: dict[int, list[Word]] = {}
    for word in run.words:
        pieces.setdefault(bisect(borders, (word.left + word.right) / 2), []).append(word)
    if len(pieces) < 2:
        return [run]
    cut = [Run(tuple(words), run.base, run.size) for words in pieces.values()]
    cut[-1] = Run(cut[-1].words, run.base, run.size, run.below)
    return cut


def _place(run: Run, ruling: Ruling) -> tuple[float, float, tuple[float, ...]] | None:
    """The lines above and below the cell that a run stands in, and the borders of the cells of that row.

    Only a line that goes from one side of the cell to the other is a border: others underline words. A row that
    the end of a page cuts through may have none there; then it ends where its borders do.
    """
    here = _borders(run.middle, ruling)
    index = bisect(here, (run.left + run.right) / 2)
    if not here or (len(here) == 2 and index == 1):  # no table, or a frame around text
        return None
    left = here[index - 1] if index else run.left
    right = here[index] if index < len(here) else run.right
    heights = [level.y for level in ruling.levels if _spans(level, left, right)]
    if heights and 0 < index < len(here):
        heights += _ends(run.middle, ruling)
    top = min((y for y in heights if y > run.middle), default=None)
    bottom = max((y for y in heights if y <= run.middle), default=None)
    if top is None or bottom is None:
        return None
    borders = _borders(top - 2 * _NEAR, ruling)
    return (round(top), bottom, tuple(map(round, borders))) if len(borders) != 2 else None


def _ends(height: float, ruling: Ruling) -> tuple[float, float]:
    """How far the lines from bottom to top reach at a height."""
    across = [one for one in ruling.uprights if one.bottom <= height <= one.top]
    return max((one.top for one in across), default=height), min(
        (one.bottom for one in across), default=height
    )


def _spans(level: Level, left: float, right: float) -> bool:
    return level.left <= left + 2 * _NEAR and level.right >= right - 2 * _NEAR


def is_small(band: Band) -> bool:
    """Whether each cell of a row has one line at most, as in tables of figures."""
    return all(len(rows_of(cell)) < 2 for cell in band.cells)


def lines_of(band: Band, blanks: int | None) -> list[Line]:
    """The lines of a table's row: the first has all of its cells, the others go on with the last that has text.

    `blanks` is how many blank lines stand before it. What is wrapped in another cell comes on the line of the row.
    """
    cells = [rows_of(cell) for cell in band.cells]
    last = max(index for index, rows in enumerate(cells) if rows)
    lines: list[Line] = []
    behind = ""
    for rows in cells[:last]:
        for row in rows:
            lines += (
                _part(row, text, behind or " ") for text in (text_of(row.runs), *filter(None, row.below))
            )
            behind = ""
        behind += CELL
    lines += _last_cell(cells[last], behind, narrow=len(cells) > _COLUMNS)
    lines[0] = replace(lines[0], behind="", blanks=blanks)
    lines[-1] = replace(lines[-1], base=min(run.base for run in band.runs))
    return lines


def _last_cell(rows: Sequence[Row], behind: str, *, narrow: bool) -> Iterator[Line]:
    """The lines of a cell: in a narrow one, those of a paragraph belong on one line."""
    first = rows[0]
    yield _part(first, text_of(first.runs), behind)
    yield from further_lines(first)
    for above, row in pairwise(rows):
        text = text_of(row.runs)
        wrapped = narrow and above.base - row.base <= _TIGHT * row.main.size and not is_item(text)
        yield _part(row, text, " ") if wrapped else line_of(row, (text,))
        yield from further_lines(row)


def _part(row: Row, text: str, behind: str) -> Line:
    return replace(line_of(row, (text,), 0), behind=behind)
