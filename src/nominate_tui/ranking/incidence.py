"""Who reviewed what, laid out both ways, so that sums over reviews are sums over neighbours in memory."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places, Reviews


@dataclass(frozen=True)
class Side:
    """One way to lay the reviews out: those of each nomination, or of each juror, one behind the other."""

    other: NDArray[np.intp]
    """Shape (n,): who is on the other side of each review."""
    present: NDArray[np.intp]
    """The places on this side that have a review."""
    starts: NDArray[np.intp]
    """Where the reviews of each of these begin."""
    size: int
    """How many places there are on this side."""

    def sums(self, values: Floats) -> Floats:
        """The sum over the reviews of each place of a value that belongs to the other side; 0 without a review."""
        found = np.zeros(self.size)
        found[self.present] = np.add.reduceat(values.take(self.other), self.starts)
        return found

    def smallest(self, values: Places, otherwise: int) -> Places:
        """The smallest of such values over the reviews of each place; `otherwise` without a review."""
        found = np.full(self.size, otherwise, dtype=np.int32)
        found[self.present] = np.minimum.reduceat(values.take(self.other), self.starts)
        return found


@dataclass(frozen=True)
class Incidence:
    """A, the N × J matrix with a one for each review, as two lists; it is applied to vectors, never written down."""

    reviews: Reviews

    @cached_property
    def nominations(self) -> Side:
        """The reviews of each nomination; the other side are jurors."""
        return _side(self.reviews.nomination, self.reviews.juror, self.reviews.nominations)

    @cached_property
    def jurors(self) -> Side:
        """The reviews of each juror; the other side are nominations."""
        return _side(self.reviews.juror, self.reviews.nomination, self.reviews.jurors)

    @cached_property
    def _per_nomination(self) -> Floats:
        return np.maximum(self.reviews.per_nomination, 1.0)

    def mean_by_nomination(self, effects: Floats) -> Floats:
        """D⁻¹A·v: the mean effect of the jurors of each nomination, shape (N,); 0 without a review."""
        means: Floats = self.nominations.sums(effects) / self._per_nomination
        return means

    def block_times(self, effects: Floats) -> Floats:
        """M·v with M = E − AᵀD⁻¹A, shape (J,)."""
        product: Floats = self.reviews.per_juror * effects - self.jurors.sums(
            self.mean_by_nomination(effects)
        )
        return product


def _side(own: Places, other: Places, size: int) -> Side:
    order = _order(own, size)
    # Found once here, used in every step.
    others = other[order].astype(np.intp)
    number = np.bincount(own, minlength=size)
    present = np.flatnonzero(number)
    starts = np.cumsum(number[present]) - number[present]
    return Side(others, present, starts, size)


def _order(places: Places, size: int) -> NDArray[np.intp] | slice:
    if bool((places[1:] >= places[:-1]).all()):
        return slice(None)
    # Numbers of 16 bits are sorted in linear time.
    return np.argsort(places.astype(np.uint16) if size < 1 << 16 else places, kind="stable")
