"""Reads workbooks of Excel (.xlsx): each visible worksheet that has text is a table of records.

The cells are read by calamine, four to eight times as fast as by openpyxl; `xlsx_guard` looks at them before it.
"""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from nominate_tui.errors import Problem
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.table import cells_of, inert, listed, sheet_of, warning
from nominate_tui.intake.readers.unzip import packed
from nominate_tui.intake.readers.xlsx_guard import Seen, letters_of
from nominate_tui.intake.readers.xlsx_parts import Listed, look_at, sheets_of
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line

_EXACT: Final = 10**15
"""From here on a number of Excel, which has 15 digits, is no longer sure to be whole."""


def read_xlsx(name: str, data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """The worksheets that have text; places are `Ark1!7`, the sheet and the number of the row.

    The first row with text has the headings. Cells are text as a person reads it: `2025`, `1.5`, `2026-11-22`,
    `2026-11-22 10:30`, `TRUE`; of merged cells the first has the text. A formula counts as its stored value, an
    error (`#REF!`) as empty; both are warned of, and so are hidden rows and columns, which are read, and hidden
    sheets, which are not. A formula without a stored value is an error among the notices.

    Raises:
        BadInput: It is no workbook, or a broken one, or an old one, or it passes a limit, or has no text.
    """
    name = clean_line(name)
    file = packed(data, name, limits)
    listing = sheets_of(file)
    seen, plain = look_at(file, listing, limits)
    blank = Sheet(name, hashlib.sha256(data).hexdigest(), (), "", ())
    found = []
    for sheet, source in _opened(name, data, listing):
        own = seen[sheet.part]
        if rows := list(_rows(sheet.title, source, plain=plain and own.plain)):
            read = sheet_of(blank, rows, limits)
            found.append(replace(read, notices=tuple(_notices(read, sheet.title, own, source))))
    return _with_hidden(name, found, [sheet.title for sheet in listing if sheet.hidden])


def _opened(name: str, data: bytes, listing: tuple[Listed, ...]) -> Iterator[tuple[Listed, CalamineSheet]]:
    """Each visible worksheet, opened."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for index, sheet in enumerate(listing):
                if sheet.part and not sheet.hidden:
                    yield sheet, book.get_sheet_by_index(index)
    except CalamineError as error:
        message = _("the workbook cannot be read: {reason}").format(reason=clean_line(str(error))[:200])
        raise refused(name, message, _("save the file again in the program that made it")) from error


def _rows(title: str, source: CalamineSheet, *, plain: bool) -> Iterator[Row]:
    """The rows that have text."""
    for number, values in enumerate(source.iter_rows(), start=1):
        texts = [value if type(value) is str else _told(value) for value in values]
        if cells := cells_of(texts if plain else inert(texts)):
            yield Row(f"{title}!{number}", cells)


def _told(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else format(value, ".15g")
    if isinstance(value, datetime):
        return f"{value.date()} {_clock(value.time())}"
    if isinstance(value, time):
        return _clock(value)
    return _duration(value) if isinstance(value, timedelta) else str(value)


def _clock(value: time) -> str:
    """`10:30`, or `10:30:15` where it has seconds."""
    return value.isoformat("seconds" if value.second else "minutes")


def _duration(value: timedelta) -> str:
    """`36:15:00`: hours, minutes and seconds."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _notices(sheet: Sheet, title: str, seen: Seen, source: CalamineSheet) -> Iterator[Problem]:
    """What is told of a sheet."""
    yield from _values_told(sheet, title, seen)
    if rows := _hidden_rows(sheet, title, seen):
        message = _("hidden rows are read too ({rows})").format(rows=listed(rows))
        yield warning(sheet.where(f"{title}!{rows[0]}"), message, _("look whether they should count"))
    left = source.start[1] if source.start else 0
    if columns := _hidden_columns(sheet, seen, left):
        message = _("hidden columns are read too ({columns})").format(columns=listed(columns))
        yield warning(sheet.where(f"{title}!{columns[0]}"), message, _("look whether they should count"))


def _values_told(sheet: Sheet, title: str, seen: Seen) -> Iterator[Problem]:
    """What is told of cells that are no plain values."""
    if seen.errors:
        message = _("cells with an error are read as empty: {cells}").format(cells=listed(seen.errors))
        where = sheet.where(f"{title}!{seen.errors[0].partition(' ')[0]}")
        yield warning(where, message, _("mend them in the workbook"))
    if seen.formulas:
        message = _("cells are the result of a formula, as it was when the workbook was saved: {cells}")
        todo = _("look whether the values are right")
        where = sheet.where(f"{title}!{seen.formulas[0]}")
        yield warning(where, message.format(cells=listed(seen.formulas)), todo)
    if seen.unstored:
        message = _("cells have a formula without its result: {cells}").format(cells=listed(seen.unstored))
        todo = _("open the workbook in a spreadsheet program, save it, and take it in again")
        yield Problem("error", sheet.where(f"{title}!{seen.unstored[0]}"), "", message, todo)


def _hidden_rows(sheet: Sheet, title: str, seen: Seen) -> list[int]:
    """The numbers of the hidden rows that have text."""
    places = {sheet.header_place, *(row.place for row in sheet.rows)} if seen.hidden_rows else set()
    return [row for row in seen.hidden_rows if f"{title}!{row}" in places]


def _hidden_columns(sheet: Sheet, seen: Seen, left: int) -> list[str]:
    """The letters of the hidden columns that have text; `left` columns stand before those of the sheet."""
    columns = (
        zip(sheet.header, *(row.cells for row in sheet.rows), strict=True) if seen.hidden_columns else ()
    )
    return [
        letters_of(number)
        for number, cells in enumerate(columns, start=left + 1)
        if any(cells) and any(first <= number <= last for first, last in seen.hidden_columns)
    ]


def _with_hidden(name: str, found: list[Sheet], hidden: list[str]) -> tuple[Sheet, ...]:
    """The sheets, of which the first tells which others are hidden.

    Raises:
        BadInput: There is none.
    """
    if not found:
        message = _("no sheet that is shown has any text")
        raise refused(name, message, _("take in the workbook that has the nominations, or show its sheets"))
    if hidden:
        message = _("hidden sheets are left out: {titles}").format(titles=listed(hidden))
        notice = warning(name, message, _("show them in the workbook if they should count"))
        found[0] = replace(found[0], notices=(notice, *found[0].notices))
    return tuple(found)
