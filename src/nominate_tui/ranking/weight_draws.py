"""Who stays in the shortlist under other weights near the chosen ones: a sample of weightings."""

from typing import Final

import numpy as np

from nominate_tui.ranking.arrays import Floats
from nominate_tui.ranking.weights import EVEN, Flags, Weighed

DRAWS: Final = 10_000
"""How many weightings are drawn: a share of one half is then off by 0.5 percentage points (one standard error)."""
CONCENTRATION: Final = 100.0
"""How near the drawn weights are to the chosen ones: a weight w has the standard deviation √(w(1 − w)/101).

A weight of 20 % is drawn between 16 and 24 % two times in three, and one of 10 % between 7 and 13 %: about the five
points by which juries set weights, so that the weightings are those which the jury might as well have written down.
"""
_BLOCK: Final = 1 << 19
"""How many scores are worked out at a time; they stay in the processor's cache."""


def kept_shares(weighed: Weighed, seed: int, draws: int = DRAWS) -> Floats:
    """The share of drawn weightings (0 to 1) under which each nomination is in the shortlist; shape (N,).

    Weights are drawn from the Dirichlet distribution with the parameters `CONCENTRATION` · w, whose mean is w.
    All who share the last rank are in. The same seed gives the same shares, whatever the order of the nominations.
    """
    drawn = np.random.RandomState(np.random.PCG64(seed)).dirichlet(CONCENTRATION * weighed.weights, draws)
    near = np.flatnonzero(_within_reach(weighed, drawn))
    times = np.zeros(len(weighed.scores))
    if not len(near):
        return times
    columns = weighed.values[near].T
    place = max(len(near) - weighed.k, 0)
    for block in np.array_split(drawn, 1 + draws * len(near) // _BLOCK):
        scores = block @ columns
        line = np.partition(scores, place, axis=1)[:, place]
        times[near] += np.count_nonzero(scores >= line[:, None] - EVEN, axis=0)
    return times / draws


def _within_reach(weighed: Weighed, drawn: Floats) -> Flags:
    """Who can be in the shortlist under any of the drawn weights: a look at the others is not needed.

    Where x of the weight moves, a score moves by at most x times the nomination's own width over the criteria. The line
    is at least the lowest score of any k nominations, such as those inside now.
    """
    moved = np.abs(drawn - weighed.weights).sum(axis=1).max() / 2
    reach = moved * np.ptp(weighed.values, axis=1)
    line = (weighed.scores - reach)[weighed.inside].min(initial=np.inf)
    near: Flags = weighed.scores + reach >= line - EVEN
    return near
