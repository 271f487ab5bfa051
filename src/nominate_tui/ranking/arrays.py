"""The counted reviews of a round as arrays: what every estimate is worked out from."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int32]


@dataclass(frozen=True)
class Reviews:
    """Review scores y_ij in a long table: one row for each juror who counts for a nomination (or duplicate group).

    The rows are in no particular order, and no juror has two rows for one nomination.
    """

    nomination: Places
    """Shape (n,): the place of the nomination, from 0 to N - 1."""
    juror: Places
    """Shape (n,): the place of the juror, from 0 to J - 1."""
    score: Floats
    """Shape (n,): y_ij, on the scale of the round."""
    criteria: Floats
    """Shape (n, C): the scores by criterion; NaN where a criterion is not scored."""
    nominations: int
    """N: how many nominations there are, those without a row among them."""
    jurors: int
    """J: how many jurors there are, those without a row among them."""

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.score)

    @cached_property
    def per_nomination(self) -> Floats:
        """n_i, shape (N,): how many rows a nomination has."""
        return np.bincount(self.nomination, minlength=self.nominations).astype(np.float64)

    @cached_property
    def per_juror(self) -> Floats:
        """Shape (J,): how many rows a juror has."""
        return np.bincount(self.juror, minlength=self.jurors).astype(np.float64)

    @cached_property
    def means(self) -> Floats:
        """ȳ_i, shape (N,): the plain mean of a nomination's rows; NaN where it has none."""
        return self.mean_by_nomination(self.score)

    def mean_by_nomination(self, values: Floats) -> Floats:
        """The mean over a nomination's rows of values of shape (n,); shape (N,), NaN where it has no row."""
        with np.errstate(invalid="ignore"):
            return self._sums(values) / self.per_nomination

    def _sums(self, values: Floats) -> Floats:
        if not self._in_order:
            return np.bincount(self.nomination, weights=values, minlength=self.nominations).astype(np.float64)
        # Three times as fast as to count.
        number = self.per_nomination.astype(np.intp)
        present = np.flatnonzero(number)
        sums = np.zeros(self.nominations)
        sums[present] = np.add.reduceat(values, np.cumsum(number[present]) - number[present])
        return sums

    @cached_property
    def _in_order(self) -> bool:
        """Whether the rows of each nomination stand one behind the other, in the order of the places."""
        return len(self) > 0 and bool((self.nomination[1:] >= self.nomination[:-1]).all())

    def without_juror(self, juror: int) -> "Reviews":
        """The same without one juror's rows; places stay as they are."""
        kept = self.juror != juror
        return Reviews(
            self.nomination[kept],
            self.juror[kept],
            self.score[kept],
            self.criteria[kept],
            self.nominations,
            self.jurors,
        )
