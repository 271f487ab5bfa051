"""Which of many things hang together, by what is tied to what."""

import numpy as np
from numpy.typing import NDArray


def components(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of so many things the first that it hangs together with; `one` and `other` are the ends of the ties.

    Each takes the lowest number of whatever it is tied to, and then of what that one has taken, until no number is
    lowered any more: as many times as the logarithm of the longest chain, about.
    """
    first = np.arange(count)
    while True:
        lowest = np.minimum(first[one], first[other])
        lowered = first.copy()
        np.minimum.at(lowered, first[one], lowest)
        np.minimum.at(lowered, first[other], lowest)
        lowered = lowered[lowered]
        if np.array_equal(lowered, first):
            return first
        first = lowered
