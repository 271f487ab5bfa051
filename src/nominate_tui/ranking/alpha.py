"""Krippendorff's alpha: how far jurors who scored the same nomination agree, 1 entirely and 0 as by chance."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places, Reviews
from nominate_tui.ranking.enough import enough

Counts = NDArray[np.intp]

_CELLS_FOR_A_SCORE: Final = 4
"""A table of nominations by values pays where it has no more cells than this for each score."""
_FEW_CELLS: Final = 1 << 10
"""And always up to here."""


def alpha_of_reviews(reviews: Reviews) -> float | None:
    """The ordinal alpha of the review scores; `None` where there is not enough data, or no two scores differ."""
    return _guarded(reviews.nomination, reviews.juror, reviews.score)


def alphas_of_criteria(reviews: Reviews) -> list[float | None]:
    """The ordinal alpha of each criterion, in their order; `None` as in `alpha_of_reviews`."""
    return [_of_criterion(reviews, scores) for scores in reviews.criteria.T]


def ordinal_alpha(nomination: Places, score: Floats) -> float | None:
    """The ordinal alpha of scores without NaN, both arguments of shape (n,); `None` where no two of them differ.

    The ordinal difference of two values is (Σ_{g=c}^{k} n_g − (n_c + n_k)/2)², with n_g the times that the value g
    was given (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C). That sum is the
    difference of the midranks of c and k among all values, so that the ordinal alpha is the interval alpha of the
    midranks. Scores that nobody else's can be compared with (one on a nomination) are left out, of the ranks too.
    """
    table = _table(nomination, score)
    if table is not None:
        return _alpha_of_table(table)
    counts, places, kept = _pairable(nomination, score)
    return _alpha(counts, places, _midranks(kept)) if len(kept) else None


def interval_alpha(nomination: Places, score: Floats) -> float | None:
    """The interval alpha, as `ordinal_alpha`.

    α = 1 − D_o/D_e (Krippendorff 2011). The squared differences of m values, each pair counted twice, add up to 2m
    times the sum of squares around their mean. So with m_i scores on nomination i and ȳ_i their mean, n = Σ m_i
    scores and y̅ the mean of all, α = 1 − (n − 1)/n · Σ_i m_i/(m_i − 1) · Σ_j (y_ij − ȳ_i)² / Σ_ij (y_ij − y̅)².
    """
    counts, places, kept = _pairable(nomination, score)
    return _alpha(counts, places, kept) if len(kept) else None


def _of_criterion(reviews: Reviews, scores: Floats) -> float | None:
    scored = ~np.isnan(scores)
    if scored.all():
        return _guarded(reviews.nomination, reviews.juror, scores)
    rows = np.flatnonzero(scored)
    return _guarded(reviews.nomination.take(rows), reviews.juror.take(rows), scores.take(rows))


def _guarded(nomination: Places, juror: Places, score: Floats) -> float | None:
    return ordinal_alpha(nomination, score) if enough(nomination, juror) else None


def _pairable(nomination: Places, score: Floats) -> tuple[Counts, Counts, Floats]:
    """The rows of nominations with two scores or more, and before them how many each nomination has."""
    # numpy counts and takes by places of this type, and would convert them each time.
    places = nomination.astype(np.intp)
    counts = np.bincount(places)
    kept = counts.take(places) > 1
    if kept.all():
        return counts, places, np.ascontiguousarray(score)
    return np.where(counts > 1, counts, 0), places[kept], score[kept]


def _midranks(score: Floats) -> Floats:
    """The ranks of scores among all, from 0.5; those of equals are their mean. Equal to nine decimals is equal."""
    _values, place, counts = np.unique(np.round(score, 9), return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - counts / 2).take(place)


def _alpha(counts: Counts, nomination: Counts, score: Floats) -> float | None:
    deviations = score - score.mean()
    sums, squares = (
        np.bincount(nomination, weights=values, minlength=len(counts)).astype(np.float64, copy=False)
        for values in (deviations, deviations**2)
    )
    return _of_sums(counts.astype(np.float64), sums, squares)


def _table(nomination: Places, score: Floats) -> Counts | None:
    """How often each nomination was given each value, shape (N, values).

    `None` unless the scores are whole numbers near one another, as criteria are scored. Where they are, all else is
    worked out from this table, which is much smaller than they are many.
    """
    if not len(score):
        return None
    lowest, places = score.min(), int(nomination.max()) + 1
    if (score.max() - lowest + 1) * places > _CELLS_FOR_A_SCORE * len(score) + _FEW_CELLS:
        return None
    above = score - lowest
    steps = above.astype(np.intp)
    if not np.array_equal(steps, above):
        return None
    values = int(steps.max()) + 1
    cells = np.bincount(nomination * np.intp(values) + steps, minlength=places * values)
    return cells.reshape(places, values)


def _alpha_of_table(table: Counts) -> float | None:
    # Products of matrices are for floats, many times faster than sums along the short side.
    cells = table.astype(np.float64)
    pairable = cells[cells @ np.ones(cells.shape[1]) > 1]
    counts = pairable.sum(axis=0)
    # The midranks, less their mean.
    ranks = np.cumsum(counts) - (counts + counts.sum()) / 2
    number, sums, squares = (pairable @ np.array([ranks**0, ranks, ranks**2]).T).T
    return _of_sums(number, sums, squares)


def _of_sums(number: Floats, sums: Floats, squares: Floats) -> float | None:
    """By nomination how many scores there are, the sum of their deviations from the mean of all, and of the squares."""
    total = squares.sum()
    if not total:
        return None
    within = squares - sums**2 / np.maximum(number, 1)
    inside = (within * number / np.maximum(number - 1, 1)).sum()
    return float(1 - (number.sum() - 1) / number.sum() * inside / total)
