"""How near rows of weighed words are in a large round: the nearest found by their weightiest words, the rest told by a sample.

scipy and sparse_dot_topn are imported in functions, since no small round needs them.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.cosines import Values, nearest
from nominate_tui.duplicates.pairing import Pairs, among
from nominate_tui.duplicates.reading import Hashes, Places
from nominate_tui.duplicates.weights import FINEST, Row, Weighed, Weights

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SAMPLE: Final = 1_000
"""Nominations of which all pairs are counted: half a million pairs tell a percentile to two thousandths of a percent."""
HEAVIEST: Final = 12
"""Words of each nomination by which the nearest are looked for."""
OTHERS: Final = 4
"""Nominations that may be the nearest of one."""
_TIMES: Final = 4
"""Of so many times the pairs that are looked for, near by their weightiest words, all words are compared."""
_ROWS: Final = 200
"""Rows of the sample that are multiplied at once."""
_COMMON: Final = 500
"""One in so many nominations may have a word by which the nearest are looked for, or 50 where that is more."""


class SampledCosines:
    """The cosines of a round in which not all pairs can be worked out."""

    def __init__(self, weights: Weights, digests: Hashes) -> None:
        """Take the weights, and a digest of what each nomination says, by which the sample is drawn."""
        self._weights = weights
        self._digests = digests
        self._matrix = _matrix(weights, weights.values, weights.stems, weights.starts)

    @cached_property
    def population(self) -> Values:
        """The cosines of all pairs of the sample, in rising order."""
        sample = self._matrix[np.sort(np.argsort(self._digests, kind="stable")[:SAMPLE])]
        found = [np.empty(0, np.float32)]
        for start in range(0, sample.shape[0], _ROWS):  # Those before were compared with all after them.
            cosines = (sample[start : start + _ROWS] @ sample[start:].T).toarray()
            found.append(cosines[np.triu_indices(len(cosines), 1, cosines.shape[1])])
        return np.sort(np.concatenate(found)).astype(np.float64)

    def of(self, pairs: Pairs) -> Values:
        """Shape (pairs,): the cosine of each pair, 0 to 1."""
        return cosines_of(self._weights, pairs)

    @property
    def nearest_to(self) -> NDArray[np.int32]:
        """Shape (nominations,): -1 of each, for where not all are compared nobody knows who is the nearest."""
        return np.full(len(self._digests), -1, np.int32)

    def nearest(self, count: int, known: Pairs) -> Pairs:
        """So many pairs that are nearest, and those as near as the last, without those known already."""
        pairs, near = self._near
        return nearest_of(self._weights, count, known, pairs, near)

    @property
    def index(self) -> tuple[Places, NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
        """The heaviest words of each nomination: where those of each begin, which they are, and what each weighs.

        And how near, by these, the last of its nearest is; 0 where these are few.
        """
        heavy, top = self._heavy, self._top
        least = np.zeros(len(self._digests), np.float32)
        full = np.flatnonzero(np.diff(top.indptr) > OTHERS)
        ends = top.indptr[full + 1]
        least[full] = np.min([top.data[ends - step] for step in range(1, OTHERS + 2)], axis=0)
        return heavy.indptr.astype(np.int64), heavy.indices, heavy.data, least

    @cached_property
    def _heavy(self) -> "csr_matrix":
        return _heaviest(self._weights)

    @cached_property
    def _top(self) -> "csr_matrix":
        """How near, by their heaviest words, those are that are nearest to each, itself among them."""
        from sparse_dot_topn import sp_matmul_topn

        return sp_matmul_topn(self._heavy, self._heavy.T.tocsr(), top_n=OTHERS + 1, n_threads=2)

    @cached_property
    def _near(self) -> tuple[NDArray[np.int32], Values]:
        """Pairs that are near by their weightiest words, the earlier first, each once; and how near."""
        found = self._top.tocoo()
        return each_once(found.row, found.col, found.data)


def cosines_of(weights: Weighed, pairs: Pairs) -> Values:
    """Shape (pairs,): the cosine of each pair, 0 to 1."""
    row = np.zeros(len(weights.holders))
    found = np.empty(len(pairs))
    laid = np.empty(0, np.int32)
    before = -1
    for place, (a, b) in enumerate(pairs.tolist()):
        if a != before:  # Pairs are in order: the words of their first are laid out once.
            row[laid] = 0
            laid, values = weights.row(a)
            row[laid] = values
            before = a
        stems, values = weights.row(b)
        found[place] = row[stems] @ values.astype(np.float64)
    return found


def nearest_of(weights: Weighed, count: int, known: Pairs, pairs: Pairs, near: Values) -> Pairs:
    """So many pairs that are nearest of some that are so near by their weightiest words, without those known already."""
    new = ~among(pairs, known)
    pairs = nearest(pairs[new], near[new], _TIMES * count)
    return nearest(pairs, cosines_of(weights, pairs), count)


def each_once(
    one: NDArray[np.integer], other: NDArray[np.integer], near: NDArray[np.floating]
) -> tuple[Pairs, Values]:
    """Two columns of places, and how near they are, as pairs: the earlier first, each once, none with itself."""
    earlier, later = np.minimum(one, other), np.maximum(one, other)
    pairs = np.stack((earlier, later), axis=1).astype(np.int32)
    kept = np.unique(_key(pairs), return_index=True)[1]
    kept = kept[earlier[kept] != later[kept]]
    return pairs[kept], near[kept].astype(np.float64)


def heaviest(row: Row, holders: NDArray[np.int32], nominations: int) -> Row:
    """Of the words of one nomination the heaviest, without very common ones."""
    stems, values = row
    usable = np.flatnonzero(holders[stems] <= _most(nominations))
    some = usable[np.argsort(-values[usable], kind="stable")[:HEAVIEST]]
    return stems[some], values[some]


def _most(nominations: int) -> int:
    """How many nominations may have a word by which the nearest are looked for."""
    return max(50, nominations // _COMMON)


def _matrix(
    weights: Weights, values: NDArray[np.float32], stems: NDArray[np.int32], starts: NDArray[np.int64]
) -> "csr_matrix":
    from scipy.sparse import csr_matrix

    shape = (len(weights.starts) - 1, len(weights.holders))
    return csr_matrix((values, stems, starts.astype(np.int32)), shape=shape)


def _heaviest(weights: Weights) -> "csr_matrix":
    """The heaviest words of each nomination, without very common ones; sorted as numbers of nomination, weight and word."""
    usable = weights.holders[weights.stems] <= _most(len(weights.starts) - 1)
    lightness = (FINEST - weights.values[usable] * FINEST).astype(np.uint64)
    keys = weights.rows[usable].astype(np.uint64) << np.uint64(45) | lightness << np.uint64(24)
    keys |= weights.stems[usable].astype(np.uint64)
    keys.sort()
    rows = (keys >> np.uint64(45)).astype(np.int64)
    starts = np.searchsorted(rows, np.arange(len(weights.starts)))
    keys = keys[np.arange(len(keys)) - starts[rows] < HEAVIEST]
    rows = (keys >> np.uint64(45)).astype(np.int64)
    lightness = (keys >> np.uint64(24)) & np.uint64(2 * FINEST - 1)
    values = (1 - lightness / FINEST).astype(np.float32)
    stems = (keys & np.uint64(0xFFFFFF)).astype(np.int32)
    return _matrix(weights, values, stems, np.searchsorted(rows, np.arange(len(weights.starts))))


def _key(pairs: NDArray[np.integer]) -> NDArray[np.int64]:
    return pairs[:, 0].astype(np.int64) << 32 | pairs[:, 1]
