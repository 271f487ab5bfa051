"""A table as a value: what stands in it, whichever way it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | bool | None
"""What stands in a table: text, a number, yes or no, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    id: str
    """Its name in CSV: never translated, never changed."""
    heading: str
    """What a person reads above it."""
    right: bool = False
    """Whether it holds figures, which stand under one another at the right."""
    wanted: int = 9
    """On a narrow terminal the columns with the lowest number go first; those of 9 always stay."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: every row has a cell for every column."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
