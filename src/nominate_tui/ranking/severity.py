"""How strict or mild each juror is, beside the others of this jury who reviewed the same nominations."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.juror_block import juror_root

ERRORS: Final = 3.0
"""A severity is clear from this many standard errors on."""
STEPS: Final = 0.3
"""And from this many steps of the scale on: less moves nobody far, however certain it is."""
REVIEWS: Final = 5
"""And from this many reviews on."""


@dataclass(frozen=True, slots=True)
class Severity:
    """The effects of the jurors with their standard errors."""

    effect: Floats
    """β_j, shape (J,), in steps of the scale: below zero is stricter than this jury. NaN where it cannot be told:
    for a juror without a review, and for all where nothing is corrected."""
    error: Floats
    """Shape (J,): its standard error; NaN where `effect` is."""
    clear: NDArray[np.bool_]
    """Shape (J,): whether |β|/error ≥ `ERRORS`, |β| ≥ `STEPS`, and there are at least `REVIEWS` reviews."""


def severity(fit: Fit, reviews: Reviews) -> Severity:
    """The effects β_j of a fit, with the square roots of the prediction error variances σ²·[(M + λI)⁻¹]_jj.

    That is the variance of the estimate around the true effect, the shrinking included (C. R. Henderson, Biometrics
    31:423, 1975), not of the estimate around its mean, which would be smaller.
    """
    told = (reviews.per_juror > 0) & fit.corrects
    effect = np.where(told, fit.beta, np.nan)
    error = np.where(told, _errors(fit, reviews), np.nan)
    # Compared as a product, so that an error of 0 needs no division.
    clear = (np.abs(effect) >= ERRORS * error) & (np.abs(effect) >= STEPS) & (reviews.per_juror >= REVIEWS)
    return Severity(effect, error, clear)


def _errors(fit: Fit, reviews: Reviews) -> Floats:
    if fit.sigma2 is None or not fit.corrects:
        return np.zeros(reviews.jurors)
    variances: Floats = fit.sigma2 * np.square(juror_root(fit, reviews)).sum(axis=0)
    return np.sqrt(variances)
