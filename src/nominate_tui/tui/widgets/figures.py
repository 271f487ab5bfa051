"""A table of amounts as lines of text: in columns where they fit, and else line by line."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.cells import cell_len

from nominate_tui.locale.catalogue import decimal
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.tui.widgets.wrapping import wrapped

_GAP: Final = "  "
_NARROW: Final = 12
"""Cells that the names of the lines need at the least, to be read when they are wrapped."""


def figure_lines(figures: Figures, width: int) -> tuple[str, ...]:
    """The lines of a table, none wider than so many cells of the terminal; an empty cell stays empty."""
    rows = {name: [_told(amount) for amount in amounts] for name, amounts in figures.rows.items()}
    table = [figures.columns, *rows.values()]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    longest = max(map(cell_len, (figures.unit, *rows)), default=0)
    room = width - sum(widths) - len(_GAP) * len(widths)
    if room < min(longest, _NARROW):
        return _stacked(figures, rows, width)
    heads = {figures.unit: figures.columns}
    named = min(longest, room)
    return tuple(
        line
        for part in (heads, rows)
        for name, cells in part.items()
        for line in _row(name, cells, named, widths)
    )


def _told(amount: Amount | None) -> str:
    return decimal(str(amount)) if amount else ""


def _row(name: str, cells: Sequence[str], named: int, widths: Sequence[int]) -> list[str]:
    """A line of the table; the amounts stand beside the first line of a name that is wrapped."""
    first, *more = wrapped(name, named)
    amounts = (
        _GAP + " " * (width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=True)
    )
    return [(first + " " * (named - cell_len(first)) + "".join(amounts)).rstrip(), *more]


def _stacked(figures: Figures, rows: Mapping[str, Sequence[str]], width: int) -> tuple[str, ...]:
    """Each name on lines of its own, and below it the amounts there are, each with its column."""
    lines = list(wrapped(figures.unit, width)) if figures.unit else []
    for name, cells in rows.items():
        amounts = (f"{column}: {cell}" for column, cell in zip(figures.columns, cells, strict=True) if cell)
        lines += wrapped(name, width)
        lines += (f"{_GAP}{line}" for line in wrapped(" · ".join(amounts), width - len(_GAP)) if line)
    return tuple(lines)
