"""Reads a page of a PDF in order: columns, tables, forms with labels and answers, and the lines of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from nominate_tui.intake.readers.pdf_columns import Element, blocks_of
from nominate_tui.intake.readers.pdf_figures import placed
from nominate_tui.intake.readers.pdf_grid import Band, is_small, lines_of, read_grid
from nominate_tui.intake.readers.pdf_labels import in_pairs
from nominate_tui.intake.readers.pdf_parts import Line, Page, Ruling, Run
from nominate_tui.intake.readers.pdf_rows import Row, further_lines, in_columns, line_of, rows_of

_SAME_LINE: Final = 3
"""How far, in points, the ruled lines of two rows of one table may stand apart."""


def lines_of_page(page: Page) -> list[Line]:
    """The lines of a page in reading order; text in another direction than most of it follows last."""
    lines: list[Line] = []
    ruling = page.ruling
    for runs in page.turned.values():
        part = list(_laid_out(runs, ruling))
        part[0] = replace(part[0], blanks=1)
        lines += part
        ruling = Ruling()
    return lines


def _laid_out(runs: Sequence[Run], ruling: Ruling) -> Iterator[Line]:
    bands, free = read_grid(runs, ruling)
    for index, block in enumerate(blocks_of([*free, *bands], ruling.levels)):
        lines = list(_lines_of_block(block.elements))
        if index:
            lines[0] = replace(lines[0], blanks=0 if block.beside else 1, next_column=block.beside)
        yield from lines


def _lines_of_block(elements: Sequence[Element]) -> Iterator[Line]:
    above: Row | Band | None = None
    rows = in_columns(rows_of(one for one in elements if isinstance(one, Run)))
    cells = {id(rows[index]): texts for index, texts in placed(rows).items()}
    parts: list[Row | Band] = [one for one in elements if isinstance(one, Band)]
    parts += in_pairs(rows)
    for part in sorted(parts, key=lambda part: -part.base):
        blanks = _blanks(above, part)
        if isinstance(part, Band):
            yield from lines_of(part, blanks)
        else:
            below = id(part) in cells and id(above) in cells
            yield line_of(part, cells.get(id(part), ()), 0 if below else blanks)
            yield from further_lines(part)
        above = part


def _blanks(above: Row | Band | None, part: Row | Band) -> int | None:
    """How many blank lines stand between rows; `None` where it is their distance that tells."""
    if not isinstance(above, Band) or not above.ruled:
        return None
    if not isinstance(part, Band) or abs(above.bottom - part.top) > _SAME_LINE:
        return 1
    return 0 if is_small(above) and is_small(part) else 1
