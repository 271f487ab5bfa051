"""Ways of scoring that are worth a look: against the others, the same on every criterion, with two values only."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Places, Reviews
from nominate_tui.ranking.fit import Fit

Mask = NDArray[np.bool_]
Counts = NDArray[np.intp]

LEAST_SHARED: Final = 8
"""How many nominations a juror must share with others before the two orders are compared."""
AGAINST: Final = -2.0
"""An order is against the others' from this many standard errors of no relation on."""
LEAST_REVIEWS: Final = 5
"""How many reviews it takes before the other habits are told."""
LEAST_CRITERIA: Final = 3
"""How many criteria of a review must be scored before scoring them alike says something."""
VALUES: Final = 2
"""The number of different scores that is few."""


def rank_correlations(fit: Fit, reviews: Reviews) -> Floats:
    """Each juror's order beside that of the others, −1 to 1, shape (J,); NaN where it cannot be told.

    Spearman's coefficient (C. Spearman, American Journal of Psychology 15:72, 1904; midranks for equals) of the
    juror's scores with the means of the others' on the same nominations, the effects β of the fit taken out of those.
    It cannot be told below `LEAST_SHARED` shared nominations, nor where one of the two orders has only equals.
    """
    shared = _shared_with_others(reviews)
    juror = reviews.juror[shared]
    own = _centred_ranks(juror, reviews.score[shared], reviews.jurors)
    rest = _centred_ranks(juror, _means_of_others(fit, reviews)[shared], reviews.jurors)
    product = _sums(juror, own * rest, reviews.jurors)
    squares = _sums(juror, own**2, reviews.jurors) * _sums(juror, rest**2, reviews.jurors)
    told = (squares > 0) & (np.bincount(juror, minlength=reviews.jurors) >= LEAST_SHARED)
    found = np.full(reviews.jurors, np.nan)
    np.divide(product, np.sqrt(squares), out=found, where=told)
    return found


def against_the_rest(fit: Fit, reviews: Reviews) -> Mask:
    """Who clearly ranks against the rest of this jury, shape (J,): r·√(m − 1) ≤ `AGAINST`.

    Over m nominations that were ranked without any relation r has the standard error 1/√(m − 1) (H. Hotelling &
    M. R. Pabst, Annals of Mathematical Statistics 7:29, 1936).
    """
    shared = np.bincount(reviews.juror[_shared_with_others(reviews)], minlength=reviews.jurors)
    correlations = np.nan_to_num(rank_correlations(fit, reviews))
    return correlations * np.sqrt(np.maximum(shared - 1, 0)) <= AGAINST


def halo(reviews: Reviews) -> Mask:
    """Who gives one and the same score on all criteria in more than half of the reviews, shape (J,).

    Only reviews with at least `LEAST_CRITERIA` scored criteria are looked at, and only jurors with at least
    `LEAST_REVIEWS` of them.
    """
    lowest, highest = _ends(reviews.criteria)
    judged = np.count_nonzero(~np.isnan(reviews.criteria), axis=1) >= LEAST_CRITERIA
    alike = judged & (lowest == highest)
    of_juror = np.bincount(reviews.juror[judged], minlength=reviews.jurors)
    same = np.bincount(reviews.juror[alike], minlength=reviews.jurors)
    return (of_juror >= LEAST_REVIEWS) & (2 * same > of_juror)


def two_values(reviews: Reviews) -> Mask:
    """Who uses at most two different scores, on all criteria taken together, where this jury uses more; shape (J,).

    Only jurors with at least `LEAST_REVIEWS` reviews are told.
    """
    lowest, highest = _ends(reviews.criteria)
    least, most = np.full(reviews.jurors, np.inf), np.full(reviews.jurors, -np.inf)
    np.minimum.at(least, reviews.juror, lowest)
    np.maximum.at(most, reviews.juror, highest)
    of_jury = (
        np.full(reviews.jurors, least.min(initial=np.inf)),
        np.full(reviews.jurors, most.max(initial=-np.inf)),
    )
    if not _with_others(reviews, *of_jury).any():
        return np.zeros(reviews.jurors, dtype=np.bool_)
    few: Mask = _with_others(reviews, least, most) == 0
    return few & (reviews.per_juror >= LEAST_REVIEWS)


def _ends(criteria: Floats) -> tuple[Floats, Floats]:
    """The lowest and the highest score of each review, shape (n,) each; infinite where none is scored."""
    return np.fmin.reduce(criteria, axis=1, initial=np.inf), np.fmax.reduce(criteria, axis=1, initial=-np.inf)


def _with_others(reviews: Reviews, least: Floats, most: Floats) -> Counts:
    """How many reviews of each juror have a score that is neither the juror's `least` nor `most`."""
    scores = reviews.criteria
    known = np.isnan(scores)
    known |= scores == least[reviews.juror, None]
    known |= scores == most[reviews.juror, None]
    return np.bincount(reviews.juror[~known.all(axis=1)], minlength=reviews.jurors)


def _shared_with_others(reviews: Reviews) -> Mask:
    """Whether the nomination of a row has another juror too, shape (n,)."""
    return reviews.per_nomination[reviews.nomination] > 1


def _means_of_others(fit: Fit, reviews: Reviews) -> Floats:
    """The mean of the other jurors' y − β on the nomination of each row, shape (n,); only where there are others."""
    corrected = reviews.score - fit.beta[reviews.juror]
    sums = _sums(reviews.nomination, corrected, reviews.nominations)
    others = np.maximum(reviews.per_nomination[reviews.nomination] - 1, 1)
    return (sums[reviews.nomination] - corrected) / others


def _centred_ranks(group: Places, values: Floats, groups: int) -> Floats:
    """The midranks of the values inside each group, less their mean; what is equal to nine decimals is equal."""
    values = np.round(values, 9)
    order = np.lexsort((values, group))
    changes = (np.diff(group[order]) != 0) | (np.diff(values[order]) != 0)
    begins = np.flatnonzero(np.concatenate(([True], changes)))[: len(order)]
    lengths = np.diff(np.append(begins, len(order)))
    ranks = np.empty(len(order))
    ranks[order] = np.repeat(begins + (lengths - 1) / 2, lengths)
    sizes = np.maximum(np.bincount(group, minlength=groups), 1)
    return ranks - (_sums(group, ranks, groups) / sizes)[group]


def _sums(group: Places, values: Floats, groups: int) -> Floats:
    return np.bincount(group, weights=values, minlength=groups).astype(np.float64)
