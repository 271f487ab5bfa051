"""Who beats whom, head to head: the jurors who scored both are asked which of the two they placed higher."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.tally import Tally


def beaten(tally: Tally, nominations: Sequence[str]) -> list[set[int]]:
    """For each of these nominations, which others of them it beats, by index.

    More of the jurors who scored both gave it the higher review score than the other way round; compared exactly.
    """
    placed = _placed(tally, nominations)
    return [set(np.flatnonzero(_margins(line, placed) > 0).tolist()) for line in placed]


def _placed(tally: Tally, nominations: Sequence[str]) -> NDArray[np.int32]:
    """The level of each juror's review, shape (nominations, J); -1 where there is none."""
    levels, _values = tally.levels
    placed = np.full((len(nominations), len(tally.collected.jurors)), -1, dtype=np.int32)
    for line, id in zip(placed, nominations, strict=True):
        reviews = tally.joined.of_target(tally.places[id])
        line[tally.joined.juror[reviews]] = levels[reviews]
    return placed


def _margins(line: NDArray[np.int32], placed: NDArray[np.int32]) -> NDArray[np.intp]:
    """How many more of the common jurors placed this one higher than placed it lower, against each."""
    both = (line >= 0) & (placed >= 0)
    higher = (both & (line > placed)).sum(axis=1)
    lower = (both & (line < placed)).sum(axis=1)
    margins: NDArray[np.intp] = higher - lower
    return margins
