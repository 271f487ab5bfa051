"""When there is enough data to say how far a jury agrees. Below that nothing is said, instead of a poor number."""

from typing import Final

import numpy as np

from nominate_tui.locale.catalogue import later
from nominate_tui.ranking.arrays import Places

JURORS: Final = 3
"""How many jurors it takes."""
NOMINATIONS: Final = 8
"""How many nominations it takes."""
PAIRS: Final = 20
"""How many pairs of reviews of the same nomination it takes."""

NOT_ENOUGH: Final = later(
    "not enough data: it takes three jurors, eight nominations and twenty pairs of reviews of the same nomination"
)
"""What stands in the place of a number."""


def enough(nomination: Places, juror: Places) -> bool:
    """Whether these rows (places of nominations and of jurors, both of shape (n,)) are enough."""
    per_nomination = np.bincount(nomination)
    pairs = (per_nomination * (per_nomination - 1) // 2).sum()
    return bool(
        np.count_nonzero(np.bincount(juror)) >= JURORS
        and np.count_nonzero(per_nomination) >= NOMINATIONS
        and pairs >= PAIRS
    )
