"""Places the amounts of a table of figures in its columns, also where a row leaves some of them empty.

Such a table has no ruled lines around its cells: its columns are told by the years in the row at its head.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from nominate_tui.intake.readers.pdf_parts import Word
from nominate_tui.intake.readers.pdf_rows import Row

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_AMOUNT: Final = re.compile(r"[-–—+~±(]*[0-9][-–—0-9.,/%)*]*|[-–—xX]")

_APART: Final = 0.8
"""How many sizes of the font at least two years stand apart at the head of a table; in a sentence it is less."""


def placed(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """The cells of those rows, by their index, that are in a table of figures; the first cell is the label.

    A row of a table has amounts below its years and nothing else there, though a label may reach into the first
    column; rows of a label alone may stand among them. The first other row ends the table.
    """
    found: dict[int, tuple[str, ...]] = {}
    borders: list[float] = []
    for index, row in enumerate(rows):
        words = [word for run in row.runs for word in run.words]
        if years := _years(words, row.main.size):
            borders = list(_borders(years))
            found[index] = _cells(words, borders)
        elif borders:
            cells = _cells(words, borders)
            amounts = [word for cell in cells[1:] for word in cell.split()]
            label = words[: len(words) - len(amounts)]
            if not all(map(_AMOUNT.fullmatch, amounts)) or (label and label[-1].right > borders[1]):
                borders = []
            elif amounts:
                found[index] = cells
    return found


def _years(words: Sequence[Word], size: float) -> list[Word]:
    """The years that a row ends with, if it is the head of a table."""
    years: list[Word] = []
    for word in reversed(words):
        apart = not years or years[0].left - word.right > _APART * size
        if not apart or not _YEAR.fullmatch(word.text):
            break
        years.insert(0, word)
    return years if len(years) > 1 else []


def _borders(years: Sequence[Word]) -> Iterator[float]:
    """The left borders of the columns: half way between the years."""
    centres = [(year.left + year.right) / 2 for year in years]
    yield centres[0] - (centres[1] - centres[0]) / 2
    yield from ((left + right) / 2 for left, right in pairwise(centres))


def _cells(words: Sequence[Word], borders: Sequence[float]) -> tuple[str, ...]:
    """The words in cells; the label goes on until an amount stands beyond it."""
    cells: list[list[str]] = [[] for _border in range(len(borders) + 1)]
    column = 0
    for word in words:
        if column or _AMOUNT.fullmatch(word.text) or _YEAR.fullmatch(word.text):
            centre = (word.left + word.right) / 2
            column = sum(border < centre for border in borders)
        cells[column].append(word.text)
    return tuple(" ".join(cell) for cell in cells)
