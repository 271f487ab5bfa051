"""How sure a ranking is: many rankings drawn from the fitted model, each as likely as the reviews make it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.juror_block import juror_root
from nominate_tui.ranking.juror_means import JurorMeans

Ranks = NDArray[np.integer]

DRAWS: Final = 4000
"""How many rankings are drawn unless somebody asks for another number."""
_CELLS: Final = 1 << 20
"""How many numbers are held at a time while rankings are drawn."""
_NO_NOISE: Final = 1e-12
"""A variance up to this, in squared steps of the scale, is none: no printed score shows it."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where nominations may stand. Those without a review are left out of it."""

    in_shortlist: Floats
    """Shape (N,): the share of draws in which the rank is at most k, 0 to 1; NaN without a review. Where nothing but a tie
    leaves it open, the share of the tie that there is room for."""
    rank_low: Ranks
    """Shape (N,): the best rank of the 90 % interval, from 1; 0 without a review."""
    rank_high: Ranks
    """Shape (N,): the worst rank of it: at most one draw in twenty is better than the first, as many worse than
    this one."""


def draws(fit: Fit, reviews: Reviews, k: int, seed: str, count: int = DRAWS) -> Outlook | None:
    """In how many of `count` draws from the fitted model a nomination is among the first `k`, and its ranks.

    θ* = θ + √(df/χ²_df) · N(0, σ²(D⁻¹ + D⁻¹A(M + λI)⁻¹AᵀD⁻¹)): the sampling distribution of the adjusted scores,
    with the uncertainty of σ² itself (prediction error variances: C. R. Henderson, Biometrics 31:423, 1975). Where
    jurors are not corrected λ is infinite and the second term falls away. `None` where df ≤ 0.

    The numbers drawn depend on the round's declared `seed` and on the places, which the caller gives in the order
    of the ids; the order of the rows changes nothing.
    """
    if fit.sigma2 is None or fit.df <= 0:
        return None
    present = np.flatnonzero(reviews.per_nomination)
    if fit.sigma2 <= _NO_NOISE:
        return _as_it_stands(fit.theta[present], present, reviews, k)
    ranks = np.empty((count, len(present)), dtype=np.min_scalar_type(len(present)))
    first = 0
    for drawn in _scores(fit, reviews, fit.sigma2, seed, count):
        _rank(drawn, ranks[first : first + len(drawn)])
        first += len(drawn)
    return _outlook(ranks, present, reviews, k)


def _scores(fit: Fit, reviews: Reviews, sigma2: float, seed: str, count: int) -> Iterator[Floats]:
    """θ* of nominations with reviews, a row for each draw, some draws at a time."""
    theta = fit.theta[reviews.per_nomination > 0]
    mean_of = JurorMeans(reviews)
    scale = np.sqrt(sigma2 * fit.df / _source(seed, "scale").chisquare(fit.df, count))
    source = _source(seed, "nominations")
    of_jurors = _of_jurors(fit, reviews, seed, count)
    step = max(1, _CELLS // len(theta))
    for first in range(0, count, step):
        part = scale[first : first + step, None]
        noise = source.standard_normal((len(part), len(theta))) / np.sqrt(mean_of.sizes)
        if of_jurors is not None:
            noise -= mean_of(of_jurors[first : first + step])
        yield theta + part * noise


def _of_jurors(fit: Fit, reviews: Reviews, seed: str, count: int) -> Floats | None:
    """N(0, (M + λI)⁻¹), shape (count, J); `None` where jurors are not corrected."""
    if not fit.corrects:
        return None
    return _source(seed, "jurors").standard_normal((count, reviews.jurors)) @ juror_root(fit, reviews)


def _source(seed: str, purpose: str) -> "np.random.RandomState":
    """Random numbers from the SHA-256 of `seed:purpose`.

    Of numpy's two kinds this is the one whose numbers are promised never to change (NEP 19), so that a result can
    be recomputed with a later numpy. (The type is quoted, since numpy loads it only where it is used.)
    """
    number = int.from_bytes(hashlib.sha256(f"{seed}:{purpose}".encode()).digest())
    return np.random.RandomState(np.random.PCG64(number))


def _rank(drawn: Floats, ranks: Ranks) -> None:
    """Write the ranks of each row of `drawn`, the highest first. Draws are continuous: none are equal."""
    places = np.arange(1, drawn.shape[1] + 1)
    for row, order in zip(ranks, np.argsort(-drawn, axis=1), strict=True):
        row[order] = places


def _as_it_stands(theta: Floats, present: NDArray[np.intp], reviews: Reviews, k: int) -> Outlook:
    """Without noise: one ranking, in which equals may stand on any of their places, each as likely as the other."""
    rounded = np.round(theta, 6)
    ordered = np.sort(rounded)
    better = len(rounded) - np.searchsorted(ordered, rounded, side="right")
    equals = len(rounded) - np.searchsorted(ordered, rounded, side="left") - better
    chance = np.full(reviews.nominations, np.nan)
    chance[present] = np.clip((k - better) / equals, 0, 1)
    ends = np.zeros((2, reviews.nominations), dtype=np.int32)
    ends[:, present] = better + 1, better + equals
    return Outlook(chance, ends[0], ends[1])


def _outlook(ranks: Ranks, present: NDArray[np.intp], reviews: Reviews, k: int) -> Outlook:
    chance = np.full(reviews.nominations, np.nan)
    chance[present] = (ranks <= k).mean(axis=0)
    ends = np.zeros((2, reviews.nominations), dtype=np.int32)
    ends[:, present] = _interval(ranks)
    return Outlook(chance, ends[0], ends[1])


def _interval(ranks: Ranks) -> Ranks:
    """By nomination the smallest ranks that 5 % and 95 % of the draws do not exceed; shape (2, nominations)."""
    count, nominations = ranks.shape
    ends = [max(0, -(-count * percent // 100) - 1) for percent in (5, 95)]
    found = np.empty((2, nominations), dtype=np.int32)
    step = max(1, _CELLS // count)
    for first in range(0, nominations, step):
        of_some = np.ascontiguousarray(ranks[:, first : first + step].T)
        of_some.partition(ends, axis=1)
        found[:, first : first + step] = of_some[:, ends].T
    return found
