"""Runs of reviews that differ only in juror and scores: what is the same for all of a run is worked out once for it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Places

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Cells:
    """The rows of one nomination and pattern, which stand one behind the other."""

    starts: Rows
    """Shape (K,): the first row of each."""
    sizes: Rows
    """Shape (K,): how many rows it has."""
    nomination: Places
    """Shape (K,)."""
    pattern: Places
    """Shape (K,)."""

    def of(self, rows: Rows) -> Rows:
        """The cell of each of some rows."""
        return np.searchsorted(self.starts, rows, side="right") - 1


@dataclass(frozen=True)
class Shares:
    """How much each row counts, as a whole number: all the same, but for some rows."""

    cells: Cells
    whole: int
    """What all others count."""
    rows: Rows
    """Shape (q,): the rows that count more or less."""
    more: NDArray[Any]
    """Shape (q,): by how much, below zero for less; Python's own numbers where 64 bits are too few for sums."""

    @cached_property
    def number(self) -> NDArray[Any]:
        """What the rows of each cell count together, shape (K,)."""
        return self._with(self.cells.sizes, self.more)

    def sums(self, values: NDArray[Any]) -> NDArray[Any]:
        """The sum over the rows of each cell of what a row counts times its value, shape (K,).

        `values` are whole numbers of shape (n,), and so small that their sums have room in their type or in 64 bits.
        """
        # An empty array has no sums to begin with, and numpy says so by an error.
        sums = np.add.reduceat(values, self.cells.starts) if len(values) else values
        return self._with(sums, self.more * values[self.rows])

    def _with(self, sums: NDArray[Any], more: NDArray[Any]) -> NDArray[Any]:
        found: NDArray[Any] = sums * np.asarray(self.whole, dtype=self.more.dtype)
        np.add.at(found, self._cell, more)
        return found

    @cached_property
    def _cell(self) -> Rows:
        return self.cells.of(self.rows)


def cells(nomination: Places, pattern: Places) -> Cells:
    """The runs of rows that are sorted by nomination, then pattern, both of shape (n,)."""
    new = np.ones(len(nomination), dtype=np.bool_)
    np.not_equal(nomination[1:], nomination[:-1], out=new[1:])
    new[1:] |= pattern[1:] != pattern[:-1]
    starts = np.flatnonzero(new)
    sizes = np.diff(starts, append=len(nomination))
    return Cells(starts, sizes, nomination[starts], pattern[starts])
