"""D⁻¹A for many draws at a time: from a number for each juror to the mean over the jurors of each nomination."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.juror_block import rows_by_nomination

_CELLS_FOR_A_REVIEW: Final = 10
"""Up to so many cells of nominations by jurors for each review, a product with the whole table is faster (measured)."""
_IN_CACHE: Final = 1 << 16
"""How many numbers a processor's cache holds beside everything else."""


@dataclass(frozen=True)
class JurorMeans:
    """The means over the jurors of nominations that have reviews, in the order of their places."""

    reviews: Reviews

    def __call__(self, of_jurors: Floats) -> Floats:
        """From shape (draws, J) to (draws, nominations with reviews)."""
        if len(self.sizes) * self.reviews.jurors <= _CELLS_FOR_A_REVIEW * len(self.reviews):
            return of_jurors @ self._table.T
        return self._along_lists(of_jurors)

    @cached_property
    def sizes(self) -> Floats:
        """How many reviews these nominations have."""
        return self.reviews.per_nomination[self.reviews.per_nomination > 0]

    @cached_property
    def _table(self) -> Floats:
        table = np.zeros((self.reviews.nominations, self.reviews.jurors))
        table[self.reviews.nomination, self.reviews.juror] = 1
        return table[self.reviews.per_nomination > 0] / self.sizes[:, None]

    def _along_lists(self, of_jurors: Floats) -> Floats:
        """Some nominations at a time, those with the most reviews first: add the first juror of each, then the second.

        What is added lies side by side, the draws of one juror, and those who have no further juror stand at the end.
        """
        by_juror = np.ascontiguousarray(of_jurors.T)
        means = np.empty((len(self.sizes), len(of_jurors)))
        step = max(1, _IN_CACHE // len(of_jurors))
        for first in range(0, len(means), step):
            some = self._largest_first[first : first + step]
            means[some] = self._sums(by_juror, some) / self.sizes[some, None]
        return means.T

    def _sums(self, by_juror: Floats, some: NDArray[np.intp]) -> Floats:
        sizes, begins = self.sizes[some], self._begins[some]
        sums: Floats = by_juror.take(self._jurors[begins], axis=0)
        for place in range(1, int(sizes[0])):
            few = np.count_nonzero(sizes > place)
            sums[:few] += by_juror.take(self._jurors[begins[:few] + place], axis=0)
        return sums

    @cached_property
    def _largest_first(self) -> NDArray[np.intp]:
        return np.argsort(-self.sizes, kind="stable")

    @cached_property
    def _begins(self) -> NDArray[np.intp]:
        return (np.cumsum(self.sizes) - self.sizes).astype(np.intp)

    @cached_property
    def _jurors(self) -> NDArray[np.intp]:
        return self.reviews.juror[rows_by_nomination(self.reviews)].astype(np.intp)
