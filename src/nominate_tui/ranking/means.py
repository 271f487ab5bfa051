"""Means and disagreement of counted reviews. All means are exact."""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.result import CountedReview


def mean(values: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean, exact. There must be at least one value."""
    # Over one common denominator: adding fractions one by one reduces each step, at four times the cost.
    ratios = [value.as_integer_ratio() for value in values]
    common = math.lcm(*{denominator for _numerator, denominator in ratios})
    total = sum([numerator * (common // denominator) for numerator, denominator in ratios])
    return Fraction(total, common * len(values))


def criterion_means(
    reviews: Sequence[CountedReview], criteria: Iterable[Criterion]
) -> dict[str, Fraction | None]:
    """For each criterion, by id, the mean over the reviews that score it; `None` where none does."""
    return {criterion.id: _criterion_mean(reviews, criterion.id) for criterion in criteria}


def _criterion_mean(reviews: Sequence[CountedReview], criterion: str) -> Fraction | None:
    scores = [review.scores[criterion] for review in reviews if criterion in review.scores]
    return mean(scores) if scores else None


def disagreement(values: Sequence[Fraction]) -> float | None:
    """The sample standard deviation √(Σ(x − x̄)² / (n − 1)); `None` of fewer than two values.

    It is shown and never ranked by, so the last step is made in floats. `fsum` rounds once, whatever the order.
    """
    if len(values) < 2:
        return None
    middle = float(mean(values))
    squares = math.fsum((float(value) - middle) ** 2 for value in values)
    return math.sqrt(squares / (len(values) - 1))
