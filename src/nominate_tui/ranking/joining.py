"""A juror counts once: the counted rows on duplicates of one initiative become one review."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places
from nominate_tui.ranking.collecting import Collected
from nominate_tui.ranking.electing import Elected

Rows = NDArray[np.intp]

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

    @property
    def whole(self) -> bool:
        """Whether every review is one row, and rows and reviews stand in the same order."""
        return len(self.target) == len(self.review)

    def blocks(self) -> Iterator[tuple[Rows, Rows]]:
        """The reviews of one row, then those of two and so on: which they are, shape (q,), and their rows, shape (q, k)."""
        order, starts = self._by_review
        number = np.diff(starts)
        for rows in np.unique(number).tolist():
            reviews = np.flatnonzero(number == rows)
            yield reviews, order[starts[reviews][:, None] + np.arange(rows)]

    def mean_of_rows(self, values: Floats) -> Floats:
        """The mean over the rows of each review, shape (r,), of values of shape (m,); NaN counts nowhere."""
        if self.whole:
            return values
        has = ~np.isnan(values)
        sums = np.bincount(self.review, np.where(has, values, 0), len(self.target))
        number = np.bincount(self.review, has, len(self.target))
        return sums / np.where(number > 0, number, np.nan)

    def parts(self, has: NDArray[np.bool_]) -> NDArray[np.int64]:
        """What part of its review each row is, of those that have something; shape (m,), and 0 for the others.

        Whole numbers, which add up to the same sum over each review that has something.
        """
        if self.whole:
            return has.astype(np.int64)
        number = np.bincount(self.review[has], minlength=len(self.target))
        common = math.lcm(*np.unique(number[number > 0]).tolist())
        kind = np.int64 if common * len(has) < _SAFE else np.object_  # then the numbers are Python's own
        parts = np.array(
            [common // max(rows, 1) for rows in range(int(number.max(initial=0)) + 1)], dtype=kind
        )
        return np.where(has, parts[number][self.review], 0)

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
    target, juror = elected.target, collected.juror[elected.rows]
    several = elected.grouped
    key = target[several].astype(np.int64) * len(collected.jurors) + juror[several]
    pairs, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    if len(pairs) == len(key):
        return Joined(target, juror, np.arange(len(target)))
    alone = ~several
    review = np.empty(len(target), dtype=np.intp)
    review[alone] = np.arange(alone.sum())
    review[several] = alone.sum() + inverse
    return Joined(
        np.concatenate((target[alone], target[several][first])),
        np.concatenate((juror[alone], juror[several][first])),
        review,
    )


def _sorted(values: Places | Rows, size: int) -> tuple[Rows, Rows]:
    """The order that sorts values of 0 to `size` - 1, and where each begins in it; one more for the end."""
    order = np.argsort(values, kind="stable")
    return order, np.searchsorted(values[order], np.arange(size + 1))
