"""Looks at the XML of a worksheet before a library reads it: for what makes it huge, and for what it does not tell.

The library makes room for every cell up to the farthest one, and gives the values of formulas without a word. The
look is by patterns over the bytes, since a sheet can have millions of cells: in most sheets one quick pass finds
nothing unusual, and only the others are gone through cell by cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.table import is_plain, refuse_huge
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.wording import shown

_MOST_COLUMNS: Final = 16_384
"""The columns of a worksheet: A to XFD (ECMA-376, 18.3.1.13)."""

_ERRORS: Final = frozenset((b"#NULL!", b"#DIV/0!", b"#VALUE!", b"#REF!", b"#NAME?", b"#NUM!", b"#N/A"))
"""The errors that the library knows; it reads nothing of a workbook that has another one."""

_MOST_MERGED: Final = 100_000
"""How many cells may be merged into one."""

_UNUSUAL: Final = re.compile(rb'<(?:\w+:|f[\s/>]|(?:c|row)(?! r="[A-Z]?[0-9]{1,5}")[\s/>])')
"""A formula, a row or cell whose address is past Z99999 or not written as all programs write it, a prefix."""

_CELL: Final = re.compile(
    rb"""<(?:\w+:)?(row|c)(?=[\s/>])
    ((?:[^<>]*?\sr\s*=\s*["']([A-Za-z]{0,4})([0-9]{0,9}))?[^<>]*)>
    (?:\s*(<)(?:\w+:)?f(?=[\s/>]))?""",
    re.VERBOSE,
)
"""A row or a cell: which, its attributes, the letters and digits of its address, and whether a formula begins it."""

_VALUE: Final = re.compile(
    rb"""\s*(?:<(?:\w+:)?f(?=[\s/>])[^<>]*>(?:[^<]*</(?:\w+:)?f>)?)?  # the formula
    \s*(?:<(?:\w+:)?v(?:\s[^<>]*)?/?>([^<]*))?""",
    re.VERBOSE,
)
"""What is in a cell: the value, which stands below the formula."""

_IS_ERROR: Final = re.compile(rb"\st=[\"']e[\"']")
_IS_TEXT: Final = re.compile(rb"\st=[\"']str[\"']")
_IS_HIDDEN: Final = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")

_COLUMNS: Final = re.compile(rb"<(?:\w+:)?col(\s[^<>]*)>")
_BOUND: Final = re.compile(rb"\s(min|max)=[\"']([0-9]{1,9})[\"']")
_MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*?ref=[\"']([A-Z]{1,4})([0-9]{1,9}):([A-Z]{1,4})([0-9]{1,9})"
)

_HARMLESS: Final = b"\t\n\r" + bytes(range(0x20, 0x7F)).translate(None, b"#_")
"""Characters of ASCII that stand for themselves, and begin nothing that stands for another."""

_ESCAPE: Final = re.compile(rb"_x[0-9A-Fa-f]{4}_")
"""How Excel writes a character that XML does not have."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a worksheet; cells are named as in `B7`, and its lists grow while it is looked at."""

    plain: bool
    """Whether nothing in its own texts needs cleaning."""
    hidden_columns: list[tuple[int, int]]
    """The first and the last column of each run of hidden ones, from 1."""
    hidden_rows: list[int] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    """Cells whose value is the stored result of a formula."""
    unstored: list[str] = field(default_factory=list)
    """Cells with a formula whose result is not stored."""
    errors: list[str] = field(default_factory=list)
    """Cells that hold an error, each with it: `B7 (#REF!)`."""


def look(xml: bytes, where: str, limits: Limits) -> Seen:
    """What is in a worksheet, by its XML; `where` is its address.

    Raises:
        BadInput: It is not in UTF-8, or cells lie too far out, or too many are merged.
    """
    if b"\0" in xml:
        message = _("the sheet is not written in UTF-8")
        raise refused(where, message, _("save the file again in the program that made it"))
    begins, ends = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    _refuse_merged(xml[ends:], where)
    seen = Seen(has_plain_texts(xml), _hidden_columns(xml[:begins]))
    if _UNUSUAL.search(xml, begins, ends) or b' t="e"' in xml or b" hidden=" in xml:
        _look_closely(seen, xml, where, limits)
    return seen


def has_plain_texts(xml: bytes) -> bool:
    """Whether no text in XML needs cleaning, also when references and Excel's own escapes are resolved."""
    strange = xml.translate(None, _HARMLESS)
    if (b"#" in strange and b"&#" in xml) or (b"_" in strange and _ESCAPE.search(xml)):
        return False
    return is_plain(strange)


def letters_of(column: int) -> str:
    """The letters of a column, by its number from 1: `A` to `XFD`."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _column_of(letters: bytes) -> int:
    """The number of a column, from 1, by its letters."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - ord("A") + 1
    return column


def _refuse_merged(tail: bytes, where: str) -> None:
    """Refuse a merge of very many cells; merges stand below the cells."""
    for left, top, right, bottom in _MERGED.findall(tail):
        cells = (int(bottom) - int(top) + 1) * (_column_of(right) - _column_of(left) + 1)
        if cells > _MOST_MERGED:
            place = f"{where}!{(left + top).decode()}"
            message = _("{count} cells are merged into one").format(count=cells)
            raise refused(place, message, _("undo the merge, or copy the table to a new workbook"))


def _hidden_columns(head: bytes) -> list[tuple[int, int]]:
    """The runs of hidden columns, which are told of above the cells."""
    hidden = (attributes for attributes in _COLUMNS.findall(head) if _IS_HIDDEN.search(attributes))
    runs = ({bound: int(number) for bound, number in _BOUND.findall(attributes)} for attributes in hidden)
    return [(run[b"min"], run[b"max"]) for run in runs if len(run) == 2]


def _look_closely(seen: Seen, xml: bytes, where: str, limits: Limits) -> None:
    """Go through all rows and cells."""
    lowest = farthest = around = 0
    for row, column, found in _addressed(xml):
        attributes = found[2]
        if not column:
            around = row
            if _IS_HIDDEN.search(attributes):
                seen.hidden_rows.append(row)
        elif not attributes.endswith(b"/"):
            lowest, farthest = max(lowest, row, around), max(farthest, column)
            if found[5] or _IS_ERROR.search(attributes):
                _note(seen, f"{letters_of(column)}{row}", xml, found, where)
    _refuse_far(where, lowest, farthest, limits)


def _addressed(xml: bytes) -> Iterator[tuple[int, int, re.Match[bytes]]]:
    """Each row, with 0 for its column, and each cell; one without an address follows the one before it."""
    row = column = 0
    for found in _CELL.finditer(xml):
        kind, _attributes, letters, digits, _formula = found.groups()
        if kind == b"row":
            row, column = int(digits) if digits else row + 1, 0
            yield row, 0, found
        else:
            column = _column_of(letters) if letters else column + 1
            yield int(digits) if digits else row, column, found


def _note(seen: Seen, cell: str, xml: bytes, found: re.Match[bytes], where: str) -> None:
    """Note a cell that has an error or a formula."""
    inside = _VALUE.match(xml, found.end(2) + 1)
    value = inside[1] if inside else None
    if _IS_ERROR.search(found[2]):
        seen.errors.append(f"{cell} ({_error(value, f'{where}!{cell}')})")
    elif value or (value is not None and _IS_TEXT.search(found[2])):
        seen.formulas.append(cell)
    else:
        seen.unstored.append(cell)


def _error(value: bytes | None, where: str) -> str:
    """The error in a cell."""
    if value is not None and value not in _ERRORS:
        message = _("the cell has an error that is not known: {value}")
        message = message.format(value=shown(value.decode("utf-8", "replace")))
        raise refused(where, message, _("mend the cell, or clear it"))
    return (value or b"#").decode()


def _refuse_far(where: str, rows: int, columns: int, limits: Limits) -> None:
    if columns > _MOST_COLUMNS:
        message = _("a cell stands in column {column}, and a sheet has {limit}")
        message = message.format(column=columns, limit=_MOST_COLUMNS)
        raise refused(where, message, _("save the file again in the program that made it"))
    refuse_huge(f"{where}!{letters_of(columns)}{rows}", rows, columns, limits)
