"""Majority judgment: nominations are ordered by the middle of the jurors' grades, and nothing is averaged.

M. Balinski & R. Laraki, A theory of measuring, electing, and ranking, PNAS 104:8720 (2007); Majority Judgment (MIT
Press 2010); the gauge, which compares nominations with different numbers of jurors: Judge: Don't Vote!, Oper. Res.
62:483 (2014).

A juror's grade for a nomination is the lower weighted median of the scores the juror gave it by criterion: the smallest
score such that it and the lower ones carry at least half of the weight of those that are scored. The majority grade α
is the lower median of the jurors' grades. With p the share of jurors who gave more and q of those who gave less, the
gauge is α+ where p > q, and α− otherwise. A higher grade comes first, then α+ before α−, then among α+ the larger p, and
among α− the smaller q.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.exact import Exact
from nominate_tui.ranking.result import Gauge
from nominate_tui.ranking.tally import Tally

_SAFE: Final = 2**50
"""Up to this, sums of 64 bits are exact, also over many duplicates."""


def gauges(tally: Tally) -> Mapping[int, Gauge]:
    """The majority grade and gauge of each nomination that is reviewed, by place."""
    lowest, span = tally.round.rules.scale.min, len(tally.round.rules.scale.values)
    cells = tally.joined.target.astype(np.int64) * span + (grades(tally) - lowest)
    table = np.bincount(cells, minlength=len(tally.collected.nominations) * span).reshape(-1, span)
    reached = np.cumsum(table, axis=1)
    number = reached[:, -1]
    middle = np.argmax(2 * reached >= number[:, None], axis=1)
    places = np.flatnonzero(number)
    below = (reached - table)[places, middle[places]].tolist()
    above = (number[:, None] - reached)[places, middle[places]].tolist()
    of = zip(places.tolist(), middle[places].tolist(), above, below, number[places].tolist(), strict=True)
    return {place: Gauge(lowest + grade, Fraction(p, n), Fraction(q, n)) for place, grade, p, q, n in of}


def grades(tally: Tally) -> NDArray[np.int32]:
    """Each review's grade, shape (r,). A juror's scores of several duplicates are taken together."""
    found = tally.exact
    weights = _weights(found)
    # Where all reviews have all scores, one column of weights is for all of them.
    pattern = found.pattern if len(found.scored) > 1 else None
    grade = np.empty(len(tally.joined.target), dtype=np.int32)
    for reviews, rows in tally.joined.blocks():
        # The scores of each of a review's rows, one below the other.
        scores = np.concatenate([found.scores[:, row] for row in rows.T])
        of_scores = [weights if pattern is None else weights[:, pattern[row]] for row in rows.T]
        grade[reviews] = lower_median(scores, np.concatenate(of_scores))
    return grade


def _weights(found: Exact) -> NDArray[Any]:
    """The weight of each criterion in each pattern, shape (C, P), and 0 where it is not scored."""
    # Where 64 bits are too few the numbers are Python's own.
    kind = np.int64 if 2 * sum(found.weights) < _SAFE else np.object_
    return np.where(found.scored.T, np.array(found.weights, dtype=kind)[:, None], 0)


def lower_median(scores: NDArray[np.int32], weights: NDArray[Any]) -> NDArray[np.int32]:
    """The lower weighted median of each column of scores of shape (S, m), with whole weights of that shape or (S, 1).

    It is the smallest number such that the scores up to it carry at least half of the column's weight, found by halving
    the range in which it lies; shape (m,). A weight of 0 takes a score out; every column must have another.
    """
    low = np.full(scores.shape[1], scores.min(initial=0), dtype=np.int32)
    high = np.full(scores.shape[1], scores.max(initial=0), dtype=np.int32)
    whole = weights.sum(axis=0)
    while (low < high).any():
        middle = (low + high) // 2
        carried = sum(weight * (line <= middle) for line, weight in zip(scores, weights, strict=True))
        enough = 2 * carried >= whole
        low, high = np.where(enough, low, middle + 1), np.where(enough, middle, high)
    return low
