"""Which reviews count, and how much each criterion counts in whole numbers. Nothing here needs arrays."""

import math
from collections.abc import Container, Iterable, Sequence
from fractions import Fraction

from nominate_tui.model.ballot import Review, ReviewState
from nominate_tui.model.rules import Criterion, Rules


def counts(review: Review, rules: Rules) -> bool:
    """Whether a review counts, as far as the review itself can tell.

    One that has a score on every criterion does. One that lacks scores does if those it has carry at least half of
    the weight of all criteria, and if it was abstained from the others or the round allows unfinished reviews. A
    recused one never does.
    """
    if not may_count(review.state(rules.criteria), rules):
        return False
    return carries_half(review.scores, rules.criteria)


def may_count(state: ReviewState, rules: Rules) -> bool:
    """Whether the round lets reviews in this state count."""
    return state is ReviewState.COMPLETE or (state is ReviewState.UNFINISHED and rules.incomplete_reviews)


def carries_half(scored: Container[str], criteria: Sequence[Criterion]) -> bool:
    """Whether the criteria that are scored (by id) carry at least half of the weight of all."""
    lacking = [criterion for criterion in criteria if criterion.id not in scored]
    return not lacking or 2 * _weight(lacking) <= _weight(criteria)


def _weight(criteria: Iterable[Criterion]) -> Fraction:
    return sum((criterion.weight for criterion in criteria), Fraction(0))


def whole_weights(criteria: Sequence[Criterion]) -> dict[str, int]:
    """The weights by criterion id as the smallest whole numbers in the same proportions: 0.5 and 1.25 become 2 and 5."""
    common = math.lcm(*(criterion.weight.denominator for criterion in criteria))
    whole = [int(criterion.weight * common) for criterion in criteria]
    shared = math.gcd(*whole)
    return {criterion.id: weight // shared for criterion, weight in zip(criteria, whole, strict=True)}
