"""The four methods: how the reviews of a nomination become its overall score, and where a method does not hold."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

import numpy as np

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.model.rounding import printed, units
from nominate_tui.model.rules import Method
from nominate_tui.ranking.adjusted import correction
from nominate_tui.ranking.majority import gauges
from nominate_tui.ranking.result import Gauge
from nominate_tui.ranking.tally import Tally
from nominate_tui.ranking.trimmed import FEWEST, too_few, trimmed_means

_STEP: Final = 10**9
"""Corrections are whole numbers of one by this: what is beyond it is rounding, and must not decide a tie."""


class Scored(NamedTuple):
    """What a method says of one nomination; a tuple, since there are thousands and it is made in a third of the time."""

    overall: str
    """As it is printed."""
    score: Fraction
    """Before it was rounded; of majority judgment the grade."""
    units: int
    """As it is printed, in units of the last decimal; of majority judgment the grade."""
    gauge: Gauge | None = None
    """Of majority judgment only."""


def scored(tally: Tally) -> Mapping[int, Scored]:
    """What the method of the round says of each nomination that is reviewed, by place.

    The method must hold: see `refusal`.
    """
    return _METHODS[tally.round.rules.method](tally)


def refusal(tally: Tally) -> Problem | None:
    """Why the method of the round cannot be used with these reviews, and what to do; `None` where it can."""
    few = too_few(tally) if tally.round.rules.method == "trimmed" else ()
    if not few:
        return None
    message = _("the trimmed mean needs {number} reviews of every nomination; these have fewer: {ids}")
    todo = _("choose another method, or wait for more reviews")
    return Problem("error", "", "", message.format(number=FEWEST, ids=", ".join(few)), todo)


def _by_mean(tally: Tally) -> Mapping[int, Scored]:
    """ȳ_i = (1/n_i)·Σ_j y_ij."""
    return _printed(tally, tally.exact.means)


def _by_adjusted(tally: Tally) -> Mapping[int, Scored]:
    """θ_i = ȳ_i − (1/n_i)·Σ_j β_j: the exact mean, less the correction to nine decimals."""
    means = tally.exact.means
    if not tally.fit.corrects:
        return _printed(tally, means)
    taken = np.rint(np.nan_to_num(correction(tally.fit, tally.bare)) * _STEP).astype(np.int64).tolist()
    return _printed(tally, {place: _less(mean, taken[place]) for place, mean in means.items()})


def _less(mean: Fraction, taken: int) -> Fraction:
    """The mean less a number of steps; made at once, since `-` of fractions takes twice as long."""
    numerator, denominator = mean.as_integer_ratio()
    return Fraction(numerator * _STEP - taken * denominator, denominator * _STEP)


def _by_trimmed(tally: Tally) -> Mapping[int, Scored]:
    return _printed(tally, trimmed_means(tally))


def _by_majority(tally: Tally) -> Mapping[int, Scored]:
    found = gauges(tally)
    return {
        place: Scored(str(gauge), Fraction(gauge.grade), gauge.grade, gauge) for place, gauge in found.items()
    }


def _printed(tally: Tally, scores: Mapping[int, Fraction]) -> Mapping[int, Scored]:
    decimals = tally.round.rules.decimals
    told: dict[int, str] = {}  # many are printed the same
    found = {}
    for place, score in scores.items():
        number = units(score, decimals)
        if number not in told:
            told[number] = printed(score, decimals)
        found[place] = Scored(told[number], score, number)
    return found


_METHODS: Final[Mapping[Method, Callable[[Tally], Mapping[int, Scored]]]] = {
    "mean": _by_mean,
    "adjusted": _by_adjusted,
    "trimmed": _by_trimmed,
    "majority": _by_majority,
}
