"""`result.xlsx`: the result as a workbook; numbers are numbers, and no text is ever a formula or a link."""

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from nominate_tui.export.outcome import Outcome
from nominate_tui.export.record import DIGITS
from nominate_tui.export.why import Why
from nominate_tui.export.workbook_sheets import Cell, Kind, Sheet, sheets

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_OPTIONS: Final = {
    # In memory, so that neither the rights of temporary files nor their times get into the bytes.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook has times without zones
"""What stands as the time of making, so that the same result gives the same bytes."""
_A4: Final = 9
"""What a workbook calls the size of the paper."""
_WIDEST: Final = 60
_FIGURE: Final = 10
_LONGEST: Final = 32_000
"""How many characters of a text a cell takes; what Excel takes are a few more."""
_MOST_ROWS: Final = 1_048_575
"""How many rows Excel takes, the headings left out."""


def result_xlsx(outcome: Outcome) -> bytes:
    """The workbook, with words in the language spoken; the same outcome gives the same bytes."""
    # Imported here: only an export needs it.
    import xlsxwriter

    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, _OPTIONS)
    workbook.set_properties({"title": outcome.round.rules.title, "created": _CREATED})
    formats = {
        kind: workbook.add_format({"valign": "top", **looks})
        for kind, looks in _looks(outcome.round.rules.decimals).items()
    }
    heading = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for sheet in sheets(outcome, Why(outcome.round, outcome.ranking)):
        _write(workbook, sheet, formats, heading)
    workbook.close()
    return file.getvalue()


def _looks(decimals: int) -> Mapping[Kind, Mapping[str, object]]:
    """How the cells of each kind of column look."""
    return {
        "text": {"text_wrap": True},
        "whole": {"num_format": "0"},
        "number": {"num_format": f"0.{'0' * decimals}" if decimals else "0"},
        "share": {"num_format": "0.0%"},
    }


def _write(workbook: "Workbook", sheet: Sheet, formats: "Mapping[Kind, Format]", heading: "Format") -> None:
    page = workbook.add_worksheet(sheet.name)
    page.freeze_panes(1, sheet.frozen)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    rows = sheet.rows[:_MOST_ROWS]
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.heading, heading)
        page.set_column(place, place, _width(column.heading, (row[place] for row in rows)))
    for number, row in enumerate(rows, start=1):
        for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _put(page, (number, place), cell, formats[column.kind])
    if rows:
        page.autofilter(0, 0, len(rows), len(sheet.columns) - 1)


def _put(page: "Worksheet", at: tuple[int, int], cell: Cell, look: "Format") -> None:
    """Write a cell as what it is: a text as a text, whatever it begins with."""
    if isinstance(cell, str) and cell:
        page.write_string(*at, cell[:_LONGEST], look)
    elif isinstance(cell, int | float):
        # To some decimals, beyond which machines may differ.
        page.write_number(*at, round(cell, DIGITS), look)


def _width(heading: str, cells: Iterable[Cell]) -> float:
    """How wide a column is, in characters; long texts are wrapped."""
    longest = max((len(cell) if isinstance(cell, str) else _FIGURE for cell in cells), default=0)
    return min(max(longest, max(map(len, heading.split()), default=0) + 2, _FIGURE), _WIDEST)
