"""Draws tables for people. Foreign text goes into `Text` only, never where markup is read."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import click
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nominate_tui.cli.fitting import fitting, need
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean, clean_line

_WIDE_ENOUGH: Final = 10_000
"""Cells where there is no terminal: nothing is wrapped, and a table takes only what it needs."""
_AT_ONCE: Final = 50
"""Rows that are folded at once, so that the first of many are seen before the last are worked out."""


class _Console(Console):
    """Prints; where the reader of it is gone, that is raised, and not answered by leaving the program at once."""

    def on_broken_pipe(self) -> None:
        """Let the command line answer, as it does for all other output.

        Raises:
            BrokenPipeError: Always.
        """
        raise BrokenPipeError


def print_parts(parts: Iterable[Sheet | str]) -> None:
    """Print tables and sentences; they follow the width of the terminal, and without one nothing is wrapped."""
    width = None if sys.stdout.isatty() else _WIDE_ENOUGH
    console = _Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        if isinstance(part, Sheet):
            _print_table(console, part)
        else:
            console.print(Text(clean(part)))


def _print_table(console: Console, sheet: Sheet) -> None:
    headings = [clean_line(column.heading) for column in sheet.columns]
    rows = [[_shown(cell) for cell in row] for row in sheet.rows]
    # Of the gap between two columns the box is one cell and the padding the other; the last column has the padding too.
    widths = _widths(sheet, headings, rows, console.width - 1)
    lines = _lines(rows, widths, sheet.columns)
    console.print(_table(sheet, headings, widths, rows[:0] if lines else rows[:_AT_ONCE]))
    if lines:
        click.echo("\n".join(lines))
    else:
        for start in range(_AT_ONCE, len(rows), _AT_ONCE):
            console.print(_table(sheet, (), widths, rows[start : start + _AT_ONCE]))
    left_out = [heading for place, heading in enumerate(headings) if place not in widths]
    if left_out:
        told = _("No room for: {columns}. A wider window has it, or --format csv")
        console.print(Text(told.format(columns=", ".join(left_out))))


def _table(
    sheet: Sheet, headings: Sequence[str], widths: Mapping[int, int], rows: Sequence[Sequence[str]]
) -> Table:
    """Some rows of a table, with headings where these are given; the widths do not hang on what stands in it."""
    table = Table(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=bool(headings),
    )
    for place, width in widths.items():
        heading = Text(headings[place] if headings else "")
        table.add_column(heading, width=width, justify=_side(sheet.columns[place]), overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[place]) for place in widths))
    return table


def _lines(
    rows: Sequence[Sequence[str]], widths: Mapping[int, int], columns: Sequence[Column]
) -> list[str] | None:
    """The rows as lines, where no cell needs a second line; otherwise `None`, and rich folds them.

    Rich takes two milliseconds for a row, which is long for ten thousand.
    """
    if any(cell_len(row[place]) > width for row in rows for place, width in widths.items()):
        return None
    return [
        "  ".join(_padded(row[p], width, columns[p]) for p, width in widths.items()).rstrip() for row in rows
    ]


def _padded(cell: str, width: int, column: Column) -> str:
    blank = " " * (width - cell_len(cell))
    return blank + cell if column.right else cell + blank


def _widths(
    sheet: Sheet, headings: Sequence[str], rows: Sequence[Sequence[str]], room: int
) -> dict[int, int]:
    """The widths of the columns that there is room for, by their place."""
    needs = [
        need(heading, (row[place] for row in rows), column.wanted, figures=column.right, width_of=cell_len)
        for place, (column, heading) in enumerate(zip(sheet.columns, headings, strict=True))
    ]
    return fitting(needs, room)


def _side(column: Column) -> Literal["left", "right"]:
    return "right" if column.right else "left"


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    return clean_line(cell) if isinstance(cell, str) else str(cell)
