"""What the peers are given of a round, in the form that suits each best; to make it is not timed."""

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from ranking_rounds import WEIGHTS, Invented

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.schulze import IN_COMMON, duels
from nominate_tui.ranking.tally import tally

TOP: Final = 100
"""How many are asked head to head."""


def best(reviews: Reviews, number: int) -> NDArray[np.intp]:
    """The places of the nominations with the highest plain means; of equals the first."""
    order = np.argsort(-np.nan_to_num(reviews.means, nan=-np.inf), kind="stable")
    return order[:number]


def give(found: Invented, folder: Path) -> None:
    """Write `table.npz`: the long table of the scores that count, the review scores, λ, and the votes of the best.

    The peers are spared to find out what counts, and the least squares to find λ.
    """
    counted = tally(found.round, found.collected)
    reviews = counted.reviews
    # Row by row, as a table is exported, the criteria of a review together.
    review, criterion = np.nonzero(~np.isnan(reviews.criteria))
    held = duels(reviews, best(reviews, TOP).tolist())
    np.savez(
        folder / "table.npz",
        nomination=reviews.nomination[review],
        juror=reviews.juror[review],
        criterion=criterion.astype(np.int32),
        score=reviews.criteria[review, criterion].astype(np.int32),
        weight=np.array([*WEIGHTS.values()]),
        reviewed=reviews.nomination,
        reviewer=reviews.juror,
        review=reviews.score,
        ratio=adjusted(reviews).ratio,
        votes=np.where(held.common >= IN_COMMON, held.votes, 0),
        shape=np.array([reviews.nominations, reviews.jurors]),
        shortlist=found.round.rules.shortlist,
    )
