"""A nomination's score taken apart into criteria: what it would have, were each criterion all that counts.

The score is θ_i(w) = Σ_c w_c·θ_ic, linear in the weights, as long as the jurors' effects are shrunk by the same λ: the
equations of `adjusted` are linear in the scores, so that the fit of the weighted sum of the criteria is the weighted sum
of their fits.
"""

import numpy as np

from nominate_tui.ranking.adjusted import refitted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.weights import without_gaps


def by_criterion(reviews: Reviews, shares: Floats, fit: Fit | None) -> Floats:
    """θ_ic, shape (N, C): times the shares of the criteria (shape (C,), with the sum 1) they add up to the score.

    With a fit that corrects, strict and mild jurors are corrected on every criterion, by its λ; without one these are
    plain means. NaN where a nomination has no review.
    """
    whole = _without_gaps(reviews, shares)
    if fit is None or not fit.corrects:
        return np.array([reviews.mean_by_nomination(scores) for scores in whole.T]).T
    return refitted(reviews, whole, fit.ratio)


def _without_gaps(reviews: Reviews, shares: Floats) -> Floats:
    """Shape (n, C): each review with what it lacks filled in, so that at these shares it is worth what it counts as."""
    filled = without_gaps(reviews.criteria, shares)
    if filled is reviews.criteria:
        return filled
    return filled + (reviews.score - filled @ shares)[:, None]
