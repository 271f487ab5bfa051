"""The trimmed mean: of each nomination one highest and one lowest review are left out."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

import numpy as np

from nominate_tui.ranking.tally import Tally

FEWEST: Final = 5
"""How many reviews a nomination needs: of four, the half would be left out."""


def trimmed_means(tally: Tally) -> Mapping[int, Fraction]:
    """(Σ_j y_ij − max_j y_ij − min_j y_ij) / (n_i − 2) of each nomination that is reviewed, by place; exact.

    With one review dropped at each end it is the trimmed mean of J. W. Tukey (The future of data analysis, Ann. Math.
    Stat. 33:1, 1962), as figure skating and diving use it. Every nomination must have more than two reviews; `FEWEST`
    are asked for before it is used.
    """
    levels, values = tally.levels
    target = tally.joined.target
    low = np.full(len(tally.collected.nominations), len(values), dtype=np.int32)
    high = np.full_like(low, -1)
    np.minimum.at(low, target, levels)
    np.maximum.at(high, target, levels)
    number = np.bincount(target, minlength=len(low))
    return {
        place: (mean * int(number[place]) - values[low[place]] - values[high[place]])
        / (int(number[place]) - 2)
        for place, mean in tally.exact.means.items()
    }


def too_few(tally: Tally) -> tuple[str, ...]:
    """The nominations that are reviewed, and by fewer than `FEWEST` jurors; in the order of the round."""
    few = (tally.number > 0) & (tally.number < FEWEST)
    return tuple(group.primary for group in tally.ranked if few[tally.places[group.primary]])
