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

    def firsts(self, values: Places, otherwise: int) -> Places:
        """Such a value of the first review of each place; `otherwise` without a review."""
        found = np.full(self.size, otherwise, dtype=np.int32)
        found[self.present] = values.take(self.other.take(self.starts))
        return found


@dataclass(frozen=True)
class Incidence:
    """A, the N × J matrix with a one for each review, as two lists; it is applied to vectors, never written down."""

    reviews: Reviews

    @cached_property
    def nominations(self) -> Side:
        """The reviews of each nomination; the other side are jurors."""
        found = self.reviews
        return _side(found.nomination, found.juror, found.nominations, found.jurors)

    @cached_property
    def jurors(self) -> Side:
        """The reviews of each juror; the other side are nominations."""
        found = self.reviews
        return _side(found.juror, found.nomination, found.jurors, found.nominations)

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


def _side(own: Places, other: Places, size: int, others: int) -> Side:
    number = np.bincount(own, minlength=size)
    present = np.flatnonzero(number)
    starts = np.cumsum(number[present]) - number[present]
    # The places are turned into numpy's own once here, and used in every step.
    return Side(_by_own(own, other, size, others).astype(np.intp), present, starts, size)


def _by_own(own: Places, other: Places, size: int, others: int) -> NDArray[np.integer]:
    """The others of all reviews, those of the first place on this side first, and so on."""
    if bool((own[1:] >= own[:-1]).all()):
        return other
    bits = max(others - 1, 1).bit_length()
    if size << bits > 1 << 32:
        return other[np.argsort(own, kind="stable")]
    # Both in one number of 32 bits: sorting these is much faster than to find an order and to take from it.
    pairs = own.astype(np.uint32) << np.uint32(bits)
    pairs |= other.astype(np.uint32)
    pairs.sort()
    pairs &= np.uint32((1 << bits) - 1)
    return pairs
