"""How near every two rows of weighed words are, where they are few enough to be all worked out."""

from functools import cached_property
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.pairing import Pairs, pairs_of
from nominate_tui.duplicates.weights import Weights

Values = NDArray[np.float64]

DENSE: Final = 300
"""Up to so many nominations a matrix of all words is multiplied; scipy takes longer to be imported."""


class Cosines(Protocol):
    """Tells how near nominations are."""

    @property
    def population(self) -> Values:
        """The cosines of all pairs of the round, or of a sample of them, in rising order."""

    def of(self, pairs: Pairs) -> Values:
        """Shape (pairs,): the cosine of each pair, 0 to 1."""

    @property
    def nearest_to(self) -> NDArray[np.int32]:
        """Shape (nominations,): the place of the one that is nearest to each; -1 where there is none, or not one alone."""

    def nearest(self, count: int, known: Pairs) -> Pairs:
        """So many pairs that are nearest, and those as near as the last, without those known already."""


class AllCosines:
    """The cosines of all pairs of a round.

    Weights are whole parts of one (`weights.FINEST`), so these are exact sums: the same in any order of the records.
    """

    def __init__(self, weights: Weights) -> None:
        """Multiply every row with every row."""
        few = len(weights.starts) - 1 <= DENSE
        self._matrix: Values = _dense(weights) if few else _sparse(weights)

    @cached_property
    def population(self) -> Values:
        """The cosines of all pairs, in rising order."""
        return np.sort(self._matrix[np.triu_indices(len(self._matrix), 1)])

    def of(self, pairs: Pairs) -> Values:
        """Shape (pairs,): the cosine of each pair, 0 to 1."""
        return self._matrix[pairs[:, 0], pairs[:, 1]]

    @cached_property
    def nearest_to(self) -> NDArray[np.int32]:
        """Shape (nominations,): the place of the one that is nearest to each; -1 where there is none, or not one alone."""
        if len(self._matrix) < 2:
            return np.full(len(self._matrix), -1, np.int32)
        others = self._matrix.copy()
        np.fill_diagonal(others, 0)
        nearest: NDArray[np.int32] = others.argmax(axis=1).astype(np.int32)
        most = others.max(axis=1, keepdims=True)
        nearest[(np.count_nonzero(others == most, axis=1) > 1) | (most[:, 0] == 0)] = -1
        return nearest

    def nearest(self, count: int, known: Pairs) -> Pairs:
        """So many pairs that are nearest, and those as near as the last, without those known already."""
        rest = np.triu(self._matrix, 1)
        rest[known[:, 0], known[:, 1]] = 0
        return nearest(np.argwhere(rest), rest[rest != 0], count)


def nearest(pairs: NDArray[np.integer], cosines: Values, count: int) -> Pairs:
    """Of some pairs so many that are nearest, with all that are as near as the last; without these where they are too many."""
    if len(pairs) > count:
        least = np.partition(cosines, len(pairs) - count)[len(pairs) - count]
        pairs = pairs[
            cosines >= least if np.count_nonzero(cosines >= least) <= 2 * count else cosines > least
        ]
    return pairs_of(pairs[:, 0], pairs[:, 1])


def _dense(weights: Weights) -> Values:
    column = np.cumsum(weights.holders > 1) - 1
    matrix = np.zeros((len(weights.starts) - 1, int(column.max(initial=-1)) + 1))
    matrix[weights.rows, column[weights.stems]] = weights.values
    return matrix @ matrix.T


def _sparse(weights: Weights) -> Values:
    # Imported here, for no small round needs it, and it takes longer than such a round.
    from scipy.sparse import csr_matrix

    shape = (len(weights.starts) - 1, len(weights.holders))
    matrix = csr_matrix((weights.values.astype(np.float64), weights.stems, weights.starts), shape=shape)
    cosines: Values = (matrix @ matrix.T).toarray()
    return cosines
