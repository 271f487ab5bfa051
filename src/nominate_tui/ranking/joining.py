"""A juror counts once: the counted rows on duplicates of one initiative become one review."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places
from nominate_tui.ranking.cells import Rows
from nominate_tui.ranking.collecting import Collected
from nominate_tui.ranking.electing import Elected

_SAFE: Final = 2**53
"""Sums of what cannot reach this, times any score, are exact in 64 bits."""


@dataclass(frozen=True)
class Joined:
    """The reviews, one for each juror who counts for a nomination or group: most of them are one row."""

    target: Places
    """Shape (r,): the place of the nomination or primary."""
    juror: Places
    """Shape (r,)."""
    review: Rows
    """Shape (m,): which review a counted row belongs to."""
    several: Rows
    """The counted rows that may be one of several of a review; empty where none is. The others' reviews come first."""

    @property
    def whole(self) -> bool:
        """Whether every review is one row, and rows and reviews stand in the same order."""
        return len(self.target) == len(self.review)

    def blocks(self) -> Iterator[tuple[Rows, Rows]]:
        """The reviews of one row, then those of two and so on: which they are, shape (q,), and their rows, shape (q, k)."""
        if self.whole:
            every = np.arange(len(self.target))
            yield every, every[:, None]
            return
        order, starts = self._by_review
        number = np.diff(starts)
        for rows in np.unique(number).tolist():
            reviews = np.flatnonzero(number == rows)
            yield reviews, order[starts[reviews][:, None] + np.arange(rows)]

    def mean_of_rows(self, values: Floats) -> Floats:
        """The mean over the rows of each review, shape (r,), of values of shape (m,); NaN counts nowhere."""
        if self.whole:
            return values
        some = values[self.several]
        has = ~np.isnan(some)
        review, number = self._joined
        sums = np.bincount(review, np.where(has, some, 0), number)
        rows = np.bincount(review, has, number)
        return np.concatenate((np.delete(values, self.several), sums / np.where(rows > 0, rows, np.nan)))

    def parts(self, has: NDArray[np.bool_]) -> tuple[int, NDArray[Any]]:
        """A whole number for a review, and what part of it each of `several` is, of those that have something.

        `has` is told of `several` too. The parts add up to the whole over each review that has something.
        """
        review, number = self._joined
        rows = np.bincount(review[has], minlength=number)
        whole = math.lcm(*np.unique(rows[rows > 0]).tolist())
        kind = (
            np.int64 if whole * len(self.review) < _SAFE else np.object_
        )  # then the numbers are Python's own
        parts = [whole // max(number, 1) for number in range(int(rows.max(initial=0)) + 1)]
        return whole, np.where(has, np.array(parts, dtype=kind)[rows[review]], 0)

    @property
    def _joined(self) -> tuple[Rows, int]:
        """Which review each of `several` belongs to, the first of those having the number 0; and how many there are."""
        alone = len(self.review) - len(self.several)
        return self.review[self.several] - alone, len(self.target) - alone

    def of_target(self, place: int) -> Rows:
        """The reviews of one nomination or group."""
        order, starts = self._by_target
        return order[starts[place] : starts[place + 1]] if place + 1 < len(starts) else order[:0]

    def rows_of(self, review: int) -> Rows:
        """The counted rows of one review."""
        order, starts = self._by_review
        return order[starts[review] : starts[review + 1]]

    @cached_property
    def _by_target(self) -> tuple[Rows, Rows]:
        return _sorted(self.target, int(self.target.max(initial=-1)) + 1)

    @cached_property
    def _by_review(self) -> tuple[Rows, Rows]:
        return _sorted(self.review, len(self.target))


def join(collected: Collected, elected: Elected) -> Joined:
    """Join the rows of one juror on several members of a group."""
    target, juror = elected.target, elected.juror
    several = np.flatnonzero(elected.grouped)
    key = target[several].astype(np.int64) * len(collected.jurors) + juror[several]
    pairs, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    if len(pairs) == len(key):
        return Joined(target, juror, np.arange(len(target)), several[:0])
    alone = np.flatnonzero(~elected.grouped)
    review = np.empty(len(target), dtype=np.intp)
    review[alone] = np.arange(len(alone))
    review[several] = len(alone) + inverse
    rows = np.concatenate((alone, several[first]))
    return Joined(target[rows], juror[rows], review, several)


def _sorted(values: Places | Rows, size: int) -> tuple[Rows, Rows]:
    """The order that sorts values of 0 to `size` - 1, and where each begins in it; one more for the end."""
    order = np.argsort(values, kind="stable")
    return order, np.searchsorted(values[order], np.arange(size + 1))
