"""Columns that fit: where the room is small, the least wanted ones go, and titles get what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    key: str
    """By which its cells are found."""
    head: str
    width: int = 0
    """In cells; 0 for the one column that takes the room that is left."""
    wanted: int = 9
    """The columns with the lowest number go first, all of one number together; those of 9 always stay."""
    right: bool = False
    """Whether cells stand at the right side."""


def fitting(columns: Sequence[Column], room: int, least: int) -> tuple[Column, ...]:
    """Those that fit beside one another, a space between any two, with at least so many cells for the open one."""
    kept = tuple(columns)
    while (left := _left(kept, room)) < least:
        goes = min(column.wanted for column in kept)
        if goes == 9:
            break
        kept = tuple(column for column in kept if column.wanted != goes)
    return tuple(column if column.width else replace(column, width=max(left, 1)) for column in kept)


def heads(columns: Iterable[Column]) -> Content:
    """The line above the cells."""
    return told(columns, {column.key: Content(column.head) for column in columns})


def told(columns: Iterable[Column], cells: Mapping[str, Content]) -> Content:
    """One line of a table; a cell that is too long ends in an ellipsis, one that is absent is empty."""
    return Content(" ").join(_cell(column, cells.get(column.key, Content(""))) for column in columns)


def _left(columns: Iterable[Column], room: int) -> int:
    kept = list(columns)
    return room - sum(column.width for column in kept) - (len(kept) - 1)


def _cell(column: Column, text: Content) -> Content:
    short = text.truncate(column.width, ellipsis=True)
    space = column.width - short.cell_length
    return short.pad_left(space) if column.right else short.pad_right(space)
