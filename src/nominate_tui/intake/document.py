"""What readers give: a document as lines of clean text, a sheet as rows of cells, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.model.nomination import Nominations

PAGE_BREAK: Final = 3
"""The number of blank lines that stands for the end of a page."""

CELL: Final = "\t"
"""What stands between the cells of a table's row on its line. No line has it for another reason."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as lines of clean text, whatever it was written in."""

    name: str
    """The name of the file, without its folder; of one in an archive `archive.zip/inner.pdf`."""
    sha256: str
    """The digest of the whole file, in hexadecimal digits."""
    lines: tuple[str, ...]
    """Without white space around them; a blank line is an empty string. A row of a table is one line, its cells
    apart by `CELL`, also the empty ones."""
    places: Sequence[int | str]
    """For each of `lines` where it stands in the file: the number of a line of text, `page:line` of a PDF,
    `¶12` for a paragraph, `table 2 B3` or `Ark1!B7` for a row that begins in that cell."""
    wrapped: bool = True
    """Whether a paragraph runs over several lines, as in text and PDF. Where it does not, an empty line stands
    between paragraphs, and lines right below one another are lines of their own."""
    notices: tuple[Problem, ...] = ()
    """What was repaired, guessed or left out in reading."""

    def where(self, index: int) -> str:
        """The address of a line, by its index in `lines`: `file.txt:12`."""
        return f"{self.name}:{self.places[index]}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet."""

    place: int | str
    """Where it stands: the number of its first line in a text file, `Ark1!7` in a workbook, `[3]` in a list."""
    cells: tuple[str, ...]
    """Clean text, of several lines where the cell has them; as many as the sheet has columns."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of records: headings, and below them a record each row. What CSV, spreadsheets and JSON lists are."""

    name: str
    """As of a document."""
    sha256: str
    header: tuple[str, ...]
    """The headings of the columns; one may be empty."""
    header_place: int | str
    """Where the headings stand; an empty string where keys are the headings, as in JSON."""
    rows: tuple[Row, ...]
    """The rows that have any text."""
    notices: tuple[Problem, ...] = ()
    """What was repaired, guessed or left out in reading."""

    def where(self, place: int | str) -> str:
        """The address of a place in it: `file.csv:12`."""
        return f"{self.name}:{place}" if place != "" else self.name


@dataclass(frozen=True, slots=True)
class Ready:
    """A file of nominations in this program's own notation."""

    name: str
    """As of a document."""
    sha256: str
    nominations: Nominations
    notices: tuple[Problem, ...] = ()


Read = Document | Sheet | Ready
"""What a reader gives for one document, or for each sheet of a workbook."""
