"""The jurors' side of the fitted model: what the reviews tell of the differences between jurors."""

from typing import Final

import numpy as np

from nominate_tui.ranking.arrays import Floats, Places, Reviews
from nominate_tui.ranking.fit import Fit

_CELLS: Final = 1 << 22
"""How many numbers are held at a time while the block is added up."""
_COST_OF_A_PAIR: Final = 64
"""How many multiplications of a product of matrices take as long as finding one pair of reviews (measured)."""
_SMALLEST_RATIO: Final = 1e-8
"""λ is taken to be at least this, so that jurors who differ without any noise can be worked with too."""
_SMALL: Final = 128
"""Matrices up to this size are inverted as a whole."""


def juror_block(reviews: Reviews) -> Floats:
    """M = E − AᵀD⁻¹A, shape (J, J), with E = diag(reviews per juror) and D = diag(reviews per nomination).

    It is what is left of the normal equations when θ is eliminated (C. R. Henderson, Biometrics 9:226, 1953).
    """
    pairs = (reviews.per_nomination**2).sum()
    few = pairs * _COST_OF_A_PAIR < float(reviews.nominations) * reviews.jurors**2
    block = np.diag(reviews.per_juror)
    take = _take_by_pairs if few else _take_by_tables
    take(block, reviews)
    return block


def juror_root(fit: Fit, reviews: Reviews) -> Floats:
    """W, shape (J, J), lower triangular, with WᵀW = (M + λI)⁻¹. The fit must correct (λ finite)."""
    block = juror_block(reviews)
    block[np.diag_indices(reviews.jurors)] += max(fit.ratio, _SMALLEST_RATIO)
    return _inverse(np.linalg.cholesky(block).astype(np.float64, copy=False))


def rows_by_nomination(reviews: Reviews) -> Places:
    """The places of the rows, those of one nomination together and its jurors in order, however they came."""
    key = reviews.nomination.astype(np.int64) * reviews.jurors + reviews.juror
    return np.argsort(key).astype(np.int32)


def _take_by_tables(block: Floats, reviews: Reviews) -> None:
    """Take AᵀD⁻¹A from the block by products of tables, some nominations by all jurors: where most cells are filled."""
    order = rows_by_nomination(reviews)
    nomination, juror = reviews.nomination[order], reviews.juror[order]
    step = min(reviews.nominations, max(1, _CELLS // max(1, reviews.jurors)))
    for first in range(0, reviews.nominations, step):
        begin, end = np.searchsorted(nomination, (first, first + step))
        rows = nomination[begin:end]
        table = np.zeros((step, reviews.jurors))
        table[rows - first, juror[begin:end]] = reviews.per_nomination[rows] ** -0.5
        block -= table.T @ table


def _take_by_pairs(block: Floats, reviews: Reviews) -> None:
    """Take AᵀD⁻¹A from the block, pair by pair of reviews of one nomination: where few cells are filled."""
    order = rows_by_nomination(reviews)
    juror = reviews.juror[order].astype(np.intp)
    sizes = reviews.per_nomination.astype(np.intp)
    first = np.cumsum(sizes) - sizes
    cells = block.reshape(-1)
    for size in np.unique(sizes[sizes > 0]):
        begins = first[sizes == size]
        step = max(1, _CELLS // (size * size))
        for some in range(0, len(begins), step):
            jurors = juror[begins[some : some + step, None] + np.arange(size)]
            pairs = jurors[:, :, None] * reviews.jurors + jurors[:, None, :]
            np.subtract.at(cells, pairs.reshape(-1), 1 / size)


def _inverse(lower: Floats) -> Floats:
    """The inverse of a lower triangular matrix, by halves: [[A, 0], [B, C]]⁻¹ = [[A⁻¹, 0], [−C⁻¹BA⁻¹, C⁻¹]].

    numpy inverts it as if it were full, which takes seven times as long at 2,000 jurors.
    """
    size = len(lower)
    if size <= _SMALL:
        return np.linalg.inv(lower).astype(np.float64, copy=False)
    half = size // 2
    found = np.zeros_like(lower)
    found[:half, :half] = _inverse(lower[:half, :half])
    found[half:, half:] = _inverse(lower[half:, half:])
    found[half:, :half] = -found[half:, half:] @ (lower[half:, :half] @ found[:half, :half])
    return found
