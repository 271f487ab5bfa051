"""Reads a score table: CSV with the columns juror, nomination, criterion and score, as spreadsheets write it."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Rules
from nominate_tui.notation.clean import clean_line

COLUMNS: Final = ("juror", "nomination", "criterion", "score")
"""What a table must have, in any order; other columns are not read."""

_SEPARATORS: Final = (",", ";", "\t")
_TOLD: Final = re.compile(r'\A"?sep=[,;\t]"?(?=[\r\n])', re.IGNORECASE)
"""What Excel may write into the first line, to tell itself what parts the columns."""

_WHOLE: Final = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]0+)?")
"""A whole number, also as a spreadsheet may write it: `4`, `4.0`, `4,0`."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a score table that has a score."""

    where: str
    """File and line: `scores.csv:12`."""
    juror: str
    nomination: str
    criterion: str
    score: int


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """What a table says, and what is wrong with it."""

    rows: tuple[TableRow, ...]
    """In the order of the table, without the lines whose score is empty: no score is not zero."""
    empty: int
    """How many lines have no score."""
    problems: tuple[Problem, ...]


def read_score_table(name: str, data: bytes) -> ScoreTable:
    """The table in a file of that name: UTF-8, UTF-16 with its mark, or else Windows-1252; parted by `,`, `;` or tab.

    Raises:
        BadInput: It is no such table at all. What is wrong in its lines is told by `problems`.
    """
    text, guessed = _decoded(name, data)
    text = _TOLD.sub("", text)  # the line stays, blank, and with it the numbers of the others
    separator = _separator(text)
    lines = _lines(name, text, separator)
    top, heading = next(lines, (f"{name}:1", []))
    places = _places(top, heading)
    read = [_read(where, cells, places, len(heading)) for where, cells in lines]
    return ScoreTable(
        rows=tuple(each for each in read if isinstance(each, TableRow)),
        empty=read.count(None),
        problems=(*guessed, *_unread(top, heading), *(each for each in read if isinstance(each, Problem))),
    )


def _decoded(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text, and a warning where its encoding had to be guessed."""
    try:
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16"), ()
        if data.startswith(BOM_UTF8):
            return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        raise _no_table(name, _("the table is broken: some bytes are no text"), _save_anew()) from error
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(name, data)


def _guessed(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _no_table(name, _("the table is not text in UTF-8"), _save_anew()) from error
    message = _("the table is not in UTF-8; it was read as Windows-1252")
    return text, (Problem("warning", name, "", message, _("see that names with special letters are right")),)


def _save_anew() -> str:
    return _("save it as CSV in UTF-8 and collect it again")


def _no_table(where: str, message: str, todo: str) -> BadInput:
    return BadInput([Problem("error", where, "", message, todo)])


def _separator(text: str) -> str:
    """The sign that finds most of the columns in the first line that is not blank."""
    first = text.lstrip().split("\n", 1)[0]
    titles = {sign: {_title(cell) for cell in first.split(sign)} for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: len(titles[sign].intersection(COLUMNS)))


def _title(cell: str) -> str:
    return cell.strip().strip('"').strip().casefold()


def _lines(name: str, text: str, separator: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Each line that is not blank, with its address; a cell may go over several lines of the file."""
    # Strict: a quotation mark that is never closed must not swallow the rest of the table.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield f"{name}:{begins}", [clean_line(cell).strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        message = _("the table cannot be read from here on: {reason}").format(reason=error)
        raise _no_table(
            f"{name}:{begins}", message, _("look for a quotation mark too many or too few")
        ) from error


def _places(where: str, heading: Sequence[str]) -> Mapping[str, int]:
    titles = [_title(cell) for cell in heading]
    missing = [column for column in COLUMNS if titles.count(column) != 1]
    if missing:
        message = _("the first line does not name these columns once: {columns}")
        todo = _("begin the table with a line juror,nomination,criterion,score")
        raise _no_table(where, message.format(columns=", ".join(missing)), todo)
    return {column: titles.index(column) for column in COLUMNS}


def _unread(where: str, heading: Sequence[str]) -> Iterator[Problem]:
    others = [cell for cell in heading if _title(cell) not in COLUMNS and cell]
    if others:
        message = _("these columns are not read: {columns}").format(columns=", ".join(others))
        yield Problem("warning", where, "", message, _("nothing needs to be done if that is meant"))


def _read(
    where: str, cells: Sequence[str], places: Mapping[str, int], width: int
) -> TableRow | Problem | None:
    """A line that has a score, what is wrong with it, or `None` where the score is empty."""
    if len(cells) <= max(places.values()) or any(cells[width:]):
        message = _("the line has {cells} cells, the first line {width}").format(
            cells=len(cells), width=width
        )
        return Problem("error", where, "", message, _("give the line as many cells as the first line"))
    juror, nomination, criterion, score = (cells[places[column]] for column in COLUMNS)
    if not score:
        return None
    number = _WHOLE.fullmatch(score)
    if number is None:
        message = _("{score} is not a whole number").format(score=score)
        return Problem(
            "error", where, "score", message, _("write one number of the scale, or leave the cell empty")
        )
    return TableRow(where, juror, nomination, criterion, int(number[1]))


def misfits(row: TableRow, rules: Rules) -> Iterator[Problem]:
    """A criterion that the rules do not have, and a score that is not on their scale."""
    if rules.criterion(row.criterion) is None:
        known = ", ".join(criterion.id for criterion in rules.criteria)
        message = _("there is no criterion {id}").format(id=row.criterion)
        yield Problem(
            "error", row.where, "criterion", message, _("write one of: {words}").format(words=known)
        )
    if row.score not in rules.scale:
        message = _("{value} is not on the scale").format(value=row.score)
        todo = _("the scale goes from {min} to {max}").format(min=rules.scale.min, max=rules.scale.max)
        yield Problem("error", row.where, "score", message, todo)
