"""Puts wrapped labels of a form together: what was answered beside them is read after the whole label."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.intake.readers.pdf_grid import Band
from nominate_tui.intake.readers.pdf_parts import Run
from nominate_tui.intake.readers.pdf_rows import Row, cells_of, text_of

_NEAR: Final = 3.0
"""How far, in points, lines of one cell may begin beside one another."""

_TIGHT: Final = 1.6
"""How many sizes of the font lines of one cell stand below one another at most."""

_ENDS: Final = (":", "?", ".")
"""With what a label ends."""

_AMOUNTS: Final = re.compile(r"[-–+~(]*[0-9][-–0-9.,()%/ ]*|[-–xX]")
"""What stands in the cells of a table of figures."""

_Cell = tuple[Run, ...]


def in_pairs(rows: Sequence[Row]) -> Iterator[Row | Band]:
    """The rows; those of a label of several lines and the answer beside it as one row of a table.

    A label goes on in a line right below that begins with a small letter, unless it has come to its end.
    """
    index = 0
    while index < len(rows):
        found = _pair(rows, index)
        if found is None:
            yield rows[index]
            index += 1
        else:
            band, index = found
            yield band


def _pair(rows: Sequence[Row], start: int) -> tuple[Band, int] | None:
    """The label and its answer that begin in a row, and the index of the row behind them."""
    cells = cells_of(rows[start])
    if len(cells) != 2 or not text_of(cells[0])[:1].isupper():
        return None
    label, answer = list(cells[0]), list(cells[1])
    between: list[Run] = []  # lines of the answer, which need not stand at the height of those of the label
    end = start + 1
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if label[-1].base - row.base > _TIGHT * row.main.size:
            break
        if row.left > answer[0].left - _NEAR:
            between += row.runs
        elif more := _goes_on(row, label, answer):
            label += more[0]
            answer += (*between, *more[1])
            between, end = [], index + 1
        else:
            break
    if end == start + 1:
        return None
    pair = tuple(label), tuple(answer)
    return Band(rows[start].base, rows[end - 1].base, pair, ruled=False), end


def _goes_on(row: Row, label: Sequence[Run], answer: Sequence[Run]) -> tuple[_Cell, _Cell] | None:
    """What a row adds to a label and to its answer; `None` where it adds nothing to the label."""
    first, *others = cells_of(row)
    second = others[0] if others else ()
    goes_on = (
        not label[-1].text.endswith(_ENDS)
        and text_of(first)[:1].islower()
        and abs(first[0].left - label[0].left) < _NEAR
        and first[-1].right < answer[0].left
    )
    beside = not others or (len(others) == 1 and abs(second[0].left - answer[0].left) < _NEAR)
    is_label = text_of(first).endswith(_ENDS) or not _AMOUNTS.fullmatch(text_of(second or answer))
    return (first, second) if goes_on and beside and is_label else None
