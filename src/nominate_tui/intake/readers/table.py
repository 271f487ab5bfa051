"""What the readers of tables share: how rows of cells become a sheet, how large it may be, how places are listed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean, is_ordinary

_CELLS_A_ROW: Final = 50
"""How many columns the longest table may have; a shorter one may have more, up to as many cells in all."""

_MOST_NAMED: Final = 10
"""How many places a message names."""

_PLAIN: Final = b"\t\n" + bytes(range(0x20, 0x7F))
"""The ordinary characters of ASCII."""


def sheet_of(sheet: Sheet, rows: Iterable[Row], limits: Limits) -> Sheet:
    """The sheet with these rows, the first of which are its headings.

    The rows have text, and no empty cell at their end; each is filled up to the longest.

    Raises:
        BadInput: There is no row, there are more than the limit, or too many cells.
    """
    found = list(islice(rows, limits.rows + 2))
    if not found:
        raise empty(sheet.name)
    if len(found) > limits.rows + 1:
        raise _too_many_rows(sheet.where(found[-1].place), limits)
    width = max(len(row.cells) for row in found)
    refuse_huge(sheet.name, len(found), width, limits)
    header, *records = (_filled(row, width) for row in found)
    return replace(sheet, header=header.cells, header_place=header.place, rows=tuple(records))


def refuse_huge(where: str, rows: int, columns: int, limits: Limits) -> None:
    """Refuse a table that would have too many cells; `where` is its address.

    Raises:
        BadInput: There are more than 50 cells for each row that the limit allows.
    """
    if rows * columns > _CELLS_A_ROW * limits.rows:
        message = _("a table of {rows} rows and {columns} columns is too large")
        todo = _("delete what stands far outside the table, or take it in as several documents")
        raise refused(where, message.format(rows=rows, columns=columns), todo)


def cells_of(values: Iterable[str]) -> tuple[str, ...]:
    """Cells without white space around their text, and without empty ones at the end."""
    cells = [*map(str.strip, values)]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def inert(values: Sequence[str]) -> Sequence[str]:
    """The texts of a row, clean."""
    return values if is_plain("".join(values).encode("utf-8", "surrogatepass")) else [*map(clean, values)]


def is_plain(text: bytes, besides: bytes = b"") -> bool:
    """Whether a text in UTF-8 is ordinary (see `notation.clean.is_ordinary`), but for the characters `besides`.

    A large text is looked at in half the time so: what is ASCII, as most of it is, goes first, at the speed of C.
    """
    return is_ordinary(text.translate(None, _PLAIN + besides).decode("utf-8", "replace"))


def empty(name: str) -> BadInput:
    """The error for a document that has no text."""
    return refused(name, _("the document is empty"), _("take in the document that has the nominations"))


def listed(places: Sequence[str | int]) -> str:
    """The first ten of these places, and how many more there are."""
    named = ", ".join(map(str, places[:_MOST_NAMED]))
    more = len(places) - _MOST_NAMED
    return named + " " + _("and {count} more").format(count=more) if more > 0 else named


def warning(where: str, message: str, todo: str) -> Problem:
    """A warning with its address."""
    return Problem("warning", where, "", message, todo)


def _filled(row: Row, width: int) -> Row:
    missing = width - len(row.cells)
    return Row(row.place, row.cells + ("",) * missing) if missing else row


def _too_many_rows(where: str, limits: Limits) -> BadInput:
    message = _("the table has more rows than the limit, which is {limit}").format(limit=limits.rows)
    todo = _('if you trust the file, raise "{limit}" in the [intake] table of scoring.toml')
    return refused(where, message, todo.format(limit="rows"))
