"""Means and disagreement of counted reviews. All means are exact."""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.result import CountedReview


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """The arithmetic mean, exact; `None` of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def criterion_means(
    reviews: Sequence[CountedReview], criteria: Iterable[Criterion]
) -> dict[str, Fraction | None]:
    """For each criterion, by id, the mean over the reviews that score it; `None` where none does."""
    return {
        criterion.id: mean([review.scores[criterion.id] for review in reviews if criterion.id in review.scores])
        for criterion in criteria
    }


def disagreement(values: Sequence[Fraction]) -> float | None:
    """The sample standard deviation √(Σ(x − x̄)² / (n − 1)); `None` of fewer than two values.

    It is shown and never ranked by, so the last step is made in floats. `fsum` rounds once, whatever the order.
    """
    middle = mean(values)
    if middle is None or len(values) < 2:
        return None
    squares = math.fsum((float(value) - float(middle)) ** 2 for value in values)
    return math.sqrt(squares / (len(values) - 1))
