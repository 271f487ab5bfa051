"""The adjusted score: strict and mild jurors corrected by what they gave to nominations that others scored too.

The model is y_ij = θ_i + β_j + ε_ij, with fixed nominations θ and random jurors β, whose variance τ² is worked out by
Henderson's method III (C. R. Henderson, Estimation of variance and covariance components, Biometrics 9:226, 1953) and
whose effects are shrunk by λ = σ²/τ² (the same calibration of reviewers was used for NIPS from 2002: J. Platt & C.
Burges, Regularized least squares to remove reviewer bias; H. Ge, M. Welling & Z. Ghahramani, A Bayesian model for
calibrating reviewer scores; and R. S. MacKay et al., R. Soc. Open Sci. 4:160760, 2017).

With A the N × J incidence of reviews, D = diag(n_i) the reviews of each nomination, E those of each juror:

    M = E − AᵀD⁻¹A          r_j = Σ_i (y_ij − ȳ_i)
    b = M⁺r                 R = bᵀr                  SSE = Σ (y_ij − ȳ_i)² − R
    df = n − N − J + components
    σ² = SSE / df           τ² = max(0, (R − σ²·(J − components)) / (n − N))
    λ = σ²/τ²               (M + λI)·β = r           θ_i = ȳ_i − (1/n_i)·Σ_j β_j

where N and J are those who have a review. Where every juror scored every nomination the correction is 0 for all: β
adds up to 0. Where τ² = 0 (no difference between jurors shows) or df ≤ 0 (too few reviews to tell) none is made.
"""

import math
from typing import Final

import numpy as np

from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.components import Components, components
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.incidence import Incidence

TOLERANCE: Final = 1e-12
"""β is solved until what is left of the right side is this small a part of it, in the norm of the preconditioner."""
_ROUGHLY: Final = 1e-7
"""The same for b, of which only R is used: its error is the square of this."""
_NOTHING: Final = 1e-12
"""What is this small a part of the scores (of their squares, for variances) is none: it is rounding."""


def adjusted(reviews: Reviews) -> Fit:
    """Fit the model by the formulas above; solved to a relative residual of `TOLERANCE`."""
    incidence = Incidence(reviews)
    apart = reviews.score - reviews.means.take(reviews.nomination)
    right = _right(reviews, apart)
    joined = components(incidence)
    parts = joined.number
    nominations, jurors = _heard(reviews.per_nomination), _heard(reviews.per_juror)
    df = len(reviews) - nominations - jurors + parts
    if df <= 0:
        return _uncorrected(reviews, None, None, df, parts)
    explained = float(_solved(incidence, right, 0.0, _ROUGHLY) @ right)
    sigma2 = max(0.0, float(np.square(apart).sum()) - explained) / df
    tau2 = (explained - sigma2 * (jurors - parts)) / (len(reviews) - nominations)
    if tau2 <= _NOTHING * _size(reviews) ** 2:
        return _uncorrected(reviews, sigma2, 0.0, df, parts)
    beta = _centred(_solved(incidence, right, sigma2 / tau2, TOLERANCE), joined)
    theta = reviews.means - incidence.mean_by_nomination(beta)
    return Fit(theta, beta, sigma2, tau2, sigma2 / tau2, df, parts)


def refitted(reviews: Reviews, scores: Floats, ratio: float) -> Floats:
    """θ for other scores of the same reviews, each column of shape (n, C) by itself, with a λ that is known; shape (N, C)."""
    incidence = Incidence(reviews)
    joined = components(incidence)
    found = np.empty((reviews.nominations, scores.shape[1]))
    for column, values in enumerate(scores.T):
        means = reviews.mean_by_nomination(values)
        right = _right(reviews, values - means.take(reviews.nomination))
        beta = _centred(_solved(incidence, right, ratio, TOLERANCE), joined)
        found[:, column] = means - incidence.mean_by_nomination(beta)
    return found


def correction(fit: Fit, reviews: Reviews) -> Floats:
    """(1/n_i)·Σ_j β_j, shape (N,): what is taken from each nomination's plain mean; NaN without a review."""
    return reviews.mean_by_nomination(fit.beta.take(reviews.juror))


def _size(reviews: Reviews) -> float:
    return max(1.0, float(reviews.score.max(initial=0)), -float(reviews.score.min(initial=0)))


def _right(reviews: Reviews, apart: Floats) -> Floats:
    """r_j, shape (J,): the sums by juror of how far reviews are from their nomination's mean, shape (n,)."""
    return _without_rounding(np.bincount(reviews.juror, apart, reviews.jurors).astype(np.float64), reviews)


def _without_rounding(sums: Floats, reviews: Reviews) -> Floats:
    """Zeros, where the sums are nothing but rounding: no solution is to be looked for in that."""
    noise = _NOTHING * _size(reviews) * len(reviews)
    return sums if (np.abs(sums) > noise).any() else np.zeros_like(sums)


def _centred(beta: Floats, joined: Components) -> Floats:
    """Effects that add up to 0 in each part, as every solution of the formulas does; without λ they are only told apart."""
    heard = joined.juror >= 0
    part = joined.juror[heard]
    middle = np.bincount(part, beta[heard], joined.number) / np.bincount(part, minlength=joined.number)
    found = beta.copy()
    found[heard] -= middle[part]
    return found


def _heard(number: Floats) -> int:
    return int((number > 0).sum())


def _uncorrected(reviews: Reviews, sigma2: float | None, tau2: float | None, df: int, parts: int) -> Fit:
    return Fit(reviews.means, np.zeros(reviews.jurors), sigma2, tau2, math.inf, df, parts)


def _solved(incidence: Incidence, right: Floats, ratio: float, tolerance: float) -> Floats:
    """The solution of (M + ratio·I)·x = right by conjugate gradients, with the diagonal E + ratio·I before it.

    `right` is orthogonal to what M sends to zero, so that it works with a ratio of 0 too (M. R. Hestenes & E. Stiefel,
    J. Res. Natl. Bur. Stand. 49:409, 1952). It ends after as many steps as a matrix of that size can need with
    rounding, if the residual is not small before.
    """
    diagonal = np.maximum(incidence.reviews.per_juror + ratio, 1)
    solution = np.zeros_like(right)
    residual = right.copy()
    direction = residual / diagonal
    left = float(residual @ direction)
    enough = tolerance**2 * left
    for _step in range(4 * len(right) + 20):
        if left <= enough:
            break
        applied = incidence.block_times(direction) + ratio * direction
        length = left / float(direction @ applied)
        solution += length * direction
        residual -= length * applied
        before, left = left, float(residual @ (residual / diagonal))
        direction = residual / diagonal + (left / before) * direction
    return solution
