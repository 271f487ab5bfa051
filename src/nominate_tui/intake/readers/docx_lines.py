"""Lays the blocks of a Word file out as lines: paragraphs apart, items of lists and rows of tables close together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nominate_tui.intake.document import CELL
from nominate_tui.intake.readers.docx_blocks import Block, Cell, Paragraph, Table


@dataclass(slots=True)
class Lines:
    """Lines as they are laid out, and the place of each."""

    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    _apart: bool = False
    """Whether an empty line is to stand before the next one."""

    def lay(self, blocks: Iterable[Block], *, below_item: bool = False) -> None:
        """Add blocks; an empty line stands before each, but not between items of lists."""
        for block in blocks:
            item = isinstance(block, Paragraph) and block.item
            if isinstance(block, Paragraph):
                self._add(block.text, block.place, apart=not (item and below_item))
            else:
                self._lay_table(block)
            below_item = item

    def _lay_table(self, table: Table) -> None:
        """Add the rows of a table; one of a single column is no table to a reader, but a frame around paragraphs."""
        if all(len(row) == 1 for row in table.rows):
            self.lay(block for (cell,) in table.rows for block in cell.blocks)
            return
        apart = True
        for row in table.rows:
            apart = self._lay_row(row, apart=apart)

    def _lay_row(self, row: Sequence[Cell], *, apart: bool) -> bool:
        """Add a row as one line, and what has no room on it below; whether the next row stands apart.

        A form in two columns has long answers in the second: of the last cell with any text only the first line is
        on the line of the row, and the others follow as lines and paragraphs of their own. The text of another
        cell is on the line of the row whole. Tables in cells follow last.
        """
        answer = next((cell for cell in reversed(row) if cell.blocks), None)
        if answer is None:
            return apart
        self._apart = self._apart or apart
        first, further = _first(answer)
        beginning, _end, rest = first.text.partition("\n")
        self._add_cells(
            [beginning.rstrip() if cell is answer else _on_one_line(cell) for cell in row], row[0].place
        )
        before = len(self.lines)
        if rest:
            self._add(rest, answer.place, apart=False)
        self.lay(further, below_item=first.item)
        self.lay(
            block for cell in row if cell is not answer for block in cell.blocks if isinstance(block, Table)
        )
        return len(self.lines) > before

    def _add_cells(self, texts: Sequence[str], place: str) -> None:
        if any(texts):
            self._add_line(CELL.join(texts), place)

    def _add(self, text: str, place: str, *, apart: bool) -> None:
        """Add the lines of a text; of several empty ones together, one is kept."""
        self._apart = self._apart or apart
        for line in text.split("\n"):
            if bare := line.strip():
                self._add_line(bare, place)
            else:
                self._apart = True

    def _add_line(self, line: str, place: str) -> None:
        added = ["", line] if self._apart and self.lines else [line]
        self.lines += added
        self.places += [place] * len(added)
        self._apart = False


def _first(cell: Cell) -> tuple[Paragraph, Sequence[Block]]:
    """The paragraph that a cell with blocks begins with, an empty one where that is a table; and the other blocks."""
    first = cell.blocks[0]
    if isinstance(first, Paragraph):
        return first, cell.blocks[1:]
    return Paragraph("", cell.place, item=False), cell.blocks


def _on_one_line(cell: Cell) -> str:
    """The paragraphs of a cell, with a space between them and where somebody ended a line."""
    texts = (block.text for block in cell.blocks if isinstance(block, Paragraph))
    return " ".join(line for text in texts for part in text.split("\n") if (line := part.strip()))
