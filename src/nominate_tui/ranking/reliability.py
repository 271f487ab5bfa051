"""How reliable the final scores are: how much of their differences is more than noise."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from nominate_tui.locale.catalogue import _, later
from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.enough import NOT_ENOUGH, enough
from nominate_tui.ranking.fit import Fit

RANGES: Final[Sequence[tuple[float, str]]] = (
    (
        0.9,
        later("These scores distinguish the nominations well: another jury would rank them much the same."),
    ),
    (
        0.8,
        later("These scores distinguish most nominations; neighbours in the ranking may change places."),
    ),
    (
        0.6,
        later(
            "These scores tell the best from the weakest, but not nominations that are near in the ranking."
        ),
    ),
    (
        0.0,
        later(
            "These scores hardly distinguish the nominations: another jury might well rank them otherwise."
        ),
    ),
)
"""From which reliability on a sentence holds, the highest first.

0.9 and 0.8 are what J. C. Nunnally and I. H. Bernstein (Psychometric Theory, 3rd ed. 1994, section 7) ask of scores
that decide on somebody and of those that compare groups; what lies below 0.6 D. V. Cicchetti (Psychological
Assessment 6:284, 1994) calls fair at best.
"""


def reliability(fit: Fit, reviews: Reviews) -> float | None:
    """G = mean_i s²_θ/(s²_θ + σ²/n_i), 0 to 1: the generalizability coefficient of the adjusted scores.

    It is the mean over nominations with reviews (R. L. Brennan, Generalizability Theory, 2001, sections 2.2 and 7.1:
    relative decisions). Where every juror scored every nomination it is Cronbach's alpha, the ICC(3,k) of P. E.
    Shrout and J. L. Fleiss (Psychological Bulletin 86:420, 1979). `None` where there is not enough data.
    """
    if fit.sigma2 is None or not enough(reviews.nomination, reviews.juror):
        return None
    between = nomination_variance(reviews, fit.sigma2)
    if not between:
        return 0.0
    sizes = reviews.per_nomination[reviews.per_nomination > 0]
    return float((between / (between + fit.sigma2 / sizes)).mean())


def nomination_variance(reviews: Reviews, sigma2: float) -> float:
    """s²_θ = max(0, Σ(y_ij − ȳ_j)²/(n − J) − σ²): the variance of the nominations' true scores.

    How much the reviews of one and the same juror differ, less the noise; ȳ_j is a juror's mean and J counts those
    with reviews. It is the estimate of C. R. Henderson's method 3 (Biometrics 9:226, 1953) with the jurors taken out,
    unbiased whatever the assignment, and that of the analysis of variance where all jurors scored all nominations.
    0 where no juror has two reviews.
    """
    jurors = np.count_nonzero(reviews.per_juror)
    if len(reviews) == jurors:
        return 0.0
    sums = np.bincount(reviews.juror, weights=reviews.score, minlength=reviews.jurors)
    middle = sums / np.maximum(reviews.per_juror, 1)
    squares = ((reviews.score - middle[reviews.juror]) ** 2).sum()
    return max(0.0, float(squares / (len(reviews) - jurors)) - sigma2)


def reliability_told(value: float | None) -> str:
    """What a reliability means, as one plain sentence; that there is not enough data for `None`."""
    if value is None:
        return _(NOT_ENOUGH)
    sentence = next(sentence for least, sentence in RANGES if value >= least)
    return _(sentence)
