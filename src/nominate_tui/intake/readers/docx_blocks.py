"""Reads the blocks of a Word file: paragraphs, and tables as rows of cells, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from nominate_tui.intake.readers.docx_numbering import Numbering
from nominate_tui.intake.readers.docx_styles import Styles
from nominate_tui.intake.readers.docx_text import Said, said
from nominate_tui.intake.readers.docx_told import Told
from nominate_tui.intake.readers.docx_xml import at, value, whole
from nominate_tui.locale.catalogue import _

_MOST_COLUMNS: Final = 63
"""How many columns a table of Word's can have; a cell that says it is wider is not believed."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that has text."""

    text: str
    """Clean, with the marker of an item of a list; a line each where somebody ended a line."""
    place: str
    item: bool
    """Whether it is an item of a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row; of several columns or rows that are one cell, only the first has blocks."""

    place: str
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, of cells from the first column on."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(slots=True)
class Blocks:
    """The blocks of a document, as they are counted."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], str]
    """The texts of footnotes and endnotes, by the element of their reference and their id; each is taken once."""
    told: Told
    _paragraphs: int = 0
    _tables: int = 0

    def of_body(self, body: Element) -> tuple[Block, ...]:
        """The blocks of the body of a plain tree; its paragraphs and tables are counted from 1."""
        return tuple(block for child in body for block in self._of_child(child))

    def _of_child(self, child: Element) -> Iterator[Block]:
        if child.tag == "w:p":
            self._paragraphs += 1
            yield from self._paragraph(child, f"¶{self._paragraphs}")
        elif child.tag == "w:tbl":
            self._tables += 1
            yield self._table(child, "")

    def _inside(self, container: Element, place: str) -> Iterator[Block]:
        """The blocks of a cell or a text box: all of them have the place of what they stand in."""
        for child in container:
            if child.tag == "w:p":
                yield from self._paragraph(child, place)
            elif child.tag == "w:tbl":
                yield self._table(child, place)

    def _paragraph(self, paragraph: Element, place: str) -> Iterator[Block]:
        """A paragraph, the text boxes that hang on it, and the notes it refers to."""
        read = said(paragraph, self.styles, self.told)
        marker = self._marker(paragraph)
        if read.text:
            listed = bool(marker) and not self.styles.is_heading(paragraph)
            yield Paragraph(f"{marker} {read.text}".lstrip(), place, listed)
        for box in read.boxes:
            yield from self._inside(box, place)
        yield from self._notes(read, place)

    def _marker(self, paragraph: Element) -> str:
        """The marker of an item of a list, which is counted by it, with or without text."""
        listed = self.styles.list_of(paragraph)
        return self.numbering.marker(listed) if listed else ""

    def _notes(self, read: Said, place: str) -> Iterator[Block]:
        for reference in read.notes:
            if text := self.notes.pop(reference, ""):
                self.told.notes += 1
                yield Paragraph(f"[{text}]", place, item=False)

    def _table(self, table: Element, place: str) -> Table:
        """A table; where a place is given all of its cells have it, otherwise each its own."""
        rows = [child for child in table if child.tag == "w:tr"]
        return Table(tuple(tuple(self._row(row, number, place)) for number, row in enumerate(rows, 1)))

    def _row(self, row: Element, number: int, place: str) -> Iterator[Cell]:
        column = 0
        for cell, width in _cells(row):
            for part in range(width):
                here = place or self._place(column, number)
                yield Cell(here, tuple(self._inside(cell, here)) if cell is not None and part == 0 else ())
                column += 1

    def _place(self, column: int, row: int) -> str:
        """The place of a cell; its column is counted from 0, its row from 1."""
        return _("table {number} {cell}").format(number=self._tables, cell=f"{_letters(column)}{row}")


def _cells(row: Element) -> Iterator[tuple[Element | None, int]]:
    """The cells of a row and how many columns each has; `None` for what belongs to no cell, or to the one above."""
    properties = at(row, "w:trPr")
    yield None, _columns(at(properties, "w:gridBefore"), 0)
    for cell in row:
        if cell.tag == "w:tc":
            own = at(cell, "w:tcPr")
            yield None if _goes_on(own) else cell, max(1, _columns(at(own, "w:gridSpan"), 1))
    yield None, _columns(at(properties, "w:gridAfter"), 0)


def _columns(element: Element | None, otherwise: int) -> int:
    return min(whole(value(element), otherwise), _MOST_COLUMNS)


def _goes_on(properties: Element | None) -> bool:
    """Whether a cell is the continuation of the one above it or before it."""
    merges = (at(properties, "w:vMerge"), at(properties, "w:hMerge"))
    return any(merge is not None and value(merge) in {"", "continue"} for merge in merges)


def _letters(column: int) -> str:
    """The letters of a column, counted from 0, as spreadsheets have them: A … Z, AA."""
    letters = ""
    left = column + 1
    while left:
        left, last = divmod(left - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
