"""Reads tables of records in text: CSV and its kin, with commas, semicolons, tabs or bars between the cells.

They are read strictly, so that no quotation mark that was left open swallows the rows below it.
"""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.mend import without_mojibake
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.table import cells_of, inert, is_plain, listed, sheet_of, warning
from nominate_tui.intake.readers.text import text_of
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line

_DELIMITERS: Final = "\t;|,"
"""What may stand between cells. Of two that fit equally well the first is taken: commas stand in texts too."""

_SAMPLE: Final = 50
"""How many rows are looked at to find the delimiter."""

_SAYS: Final = re.compile(r'"?sep=([^\w\s"]|\t)"?\r?\n')
"""The line that Excel understands before the headings: `sep=;`."""


def read_delimited(name: str, data: bytes, limits: Limits) -> tuple[Sheet]:
    """The table in a text, as one sheet; places are the numbers of the lines on which rows begin.

    The encoding and the delimiter are found out. Cells lose the white space around them, rows without text go, and
    so do columns on the right that no row has. A row with too few cells is filled up, and one that has text beyond
    the headings is left out; both are warned of.

    Raises:
        BadInput: It is too large, no text or has none, or a quotation mark is left open, or the table passes a limit.
    """
    name = clean_line(name)
    text, decoding = text_of(name, data, limits)
    text, mending = without_mojibake(name, text)
    lengths = _Lengths()
    sheet = Sheet(name, hashlib.sha256(data).hexdigest(), (), "", ())
    sheet = sheet_of(sheet, _rows(name, _with_lines(text), lengths), limits)
    return (replace(sheet, notices=(*decoding, *mending, *lengths.notices(sheet))),)


class _Strict(csv.excel):
    """How cells are quoted: as Excel does it, and nothing else passes."""

    strict = True
    skipinitialspace = True
    """Else a quotation mark after a space would not be seen to open a cell."""


class _Lengths:
    """How many cells rows have, beside the headings."""

    def __init__(self) -> None:
        """Begin before the headings."""
        self._headings = 0
        self._columns = 0
        self._short: list[int] = []
        self._long: list[int] = []

    def fit(self, line: int, written: int, filled: int) -> bool:
        """Whether a row is no longer than the headings, which come first.

        It is on that line, has `written` cells, and the last with text is number `filled`.
        """
        self._headings = self._headings or filled
        self._columns = self._columns or written
        if filled > self._columns:
            self._long.append(line)
            return False
        if written < self._headings:
            self._short.append(line)
        return True

    def notices(self, sheet: Sheet) -> Iterator[Problem]:
        """What is told of rows that are too short or too long."""
        if self._short:
            message = _("rows with fewer cells than the {count} headings were filled up (lines: {lines})")
            todo = _("look whether a cell is missing in the middle of a row")
            yield self._told(sheet, self._short, message, todo)
        if self._long:
            message = _("rows with more cells than the {count} headings were left out (lines: {lines})")
            todo = _("put quotation marks around each cell that has a delimiter in its text")
            yield self._told(sheet, self._long, message, todo)

    def _told(self, sheet: Sheet, lines: list[int], message: str, todo: str) -> Problem:
        message = message.format(count=self._headings, lines=listed(lines))
        return warning(sheet.where(lines[0]), message, todo)


def _with_lines(text: str) -> str:
    """The text without CR alone, which ended lines on old Macs; CRLF stays, which is in most of these files."""
    if text.count("\r") == text.count("\r\n"):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(name: str, text: str, lengths: _Lengths) -> Iterator[Row]:
    """The headings, and each row that has text and is not too long.

    Raises:
        BadInput: A quotation mark is left open.
    """
    plain = is_plain(text.encode("utf-8", "surrogatepass"), besides=b"\r")
    # This limit is one of the whole process, so it is only ever raised; a cell is bounded by its document.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    for line, values in _records(name, text):
        cells = cells_of(values if plain else inert(values))
        if cells and lengths.fit(line, len(values), len(cells)):
            yield Row(line, cells)


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The number of the line on which each row begins, and its cells as they are written."""
    says = _SAYS.match(text)
    start, before = (says.end(), 2) if says else (0, 1)
    delimiter = says[1] if says else _delimiter(text)
    reader = csv.reader(_lines(text, start), _Strict, delimiter=delimiter)
    line = before
    try:
        for values in reader:
            yield line, values
            line = before + reader.line_num
    except csv.Error:
        raise _open_quote(name, text, line, delimiter) from None


def _lines(text: str, start: int = 0) -> Iterator[str]:
    """Each line from an index on, ended by LF; made as they are asked for, since tables are large."""
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end].removesuffix("\r") + "\n"
        start = end + 1
    if start < len(text):
        yield text[start:]


def _delimiter(text: str) -> str:
    """The delimiter that gives the most rows as many cells as the first; of several the one with the most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """How well a delimiter fits: the share of rows that are as long as the first, and that length."""
    lengths = list(islice(_lengths(text, delimiter), _SAMPLE))
    if not lengths or lengths[0] < 2:
        return 0, 1
    return lengths.count(lengths[0]) / len(lengths), lengths[0]


def _lengths(text: str, delimiter: str) -> Iterator[int]:
    """How many cells each row has that is not blank; 0 for one that leaves a quotation mark open, the last."""
    try:
        for values in csv.reader(_lines(text), _Strict, delimiter=delimiter):
            if values:
                yield len(values)
    except csv.Error:
        yield 0


def _open_quote(name: str, text: str, line: int, delimiter: str) -> BadInput:
    """The refusal of a row in which a quotation mark opens a cell that does not end as it must.

    The row begins on that line, and may have had other cells before, of several lines.
    """
    end = re.escape(delimiter)
    cell = re.compile(rf' *+(?:"[^"]*+(?:""[^"]*+)*+"|(?!")[^{end}\r\n]*+)(?:{end}|\r?\n)')
    start = 0
    for _before in range(line - 1):
        start = text.index("\n", start) + 1
    place = start
    while found := cell.match(text, place):
        place = found.end()
    line += text.count("\n", start, place)
    message = _("a quotation mark opens a cell on this line, and is not closed as it must be")
    todo = _('close it before the next delimiter, and write a quotation mark within a cell twice ("")')
    return refused(f"{name}:{line}", message, todo)
