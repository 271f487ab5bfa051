"""Which reviews count, and what each of them says: the jury's word on one nomination or duplicate group."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Rules
from nominate_tui.ranking.means import criterion_means, mean
from nominate_tui.ranking.result import CountedReview

_FURTHEST_FIRST: Final = (ReviewState.COMPLETE, ReviewState.UNFINISHED, ReviewState.ABSTAINED)
"""What a juror's state for a duplicate group is, when the reviews of its members are in several states."""


@dataclass(frozen=True, slots=True)
class Count:
    """What the jury says of one nomination, or of one duplicate group."""

    states: Mapping[ReviewState, int]
    """How many jurors are in each state; every state is named, and they add up to the size of the jury."""
    reviews: tuple[CountedReview, ...]
    """The jurors who count, in the order of the jury."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What is the same for every nomination of a round, worked out once."""

    rules: Rules
    ballots: Mapping[str, Ballot]
    """By juror id; those of strangers to the jury are not looked at."""
    recused: Mapping[str, frozenset[str]]
    """By juror id, the nominations that the chair or the secretariat took the juror out of."""
    weights: Mapping[str, int]
    """By criterion id, whole numbers in the proportions of the weights."""

    def of(self, members: Sequence[str]) -> Count:
        """Count the reviews of one nomination, or of all members of a duplicate group together."""
        words = [self._word(juror.id, members) for juror in self.rules.jurors]
        tally = Counter(state for state, _review in words)
        counted = tuple(review for _state, review in words if review is not None)
        return Count({state: tally[state] for state in ReviewState}, counted)

    def _word(self, juror: str, members: Sequence[str]) -> tuple[ReviewState, CountedReview | None]:
        reviews = self._reviews(juror, members)
        if self.recused[juror].intersection(members) or any(review.conflict for review in reviews):
            return ReviewState.RECUSED, None
        if not reviews:
            return ReviewState.MISSING, None
        states = [review.state(self.rules.criteria) for review in reviews]
        state = next((state for state in _FURTHEST_FIRST if state in states), ReviewState.MISSING)
        each = zip(reviews, states, strict=True)
        counted = [_counted(juror, r, self.weights) for r, state in each if _counts(r, state, self.rules)]
        return state, _as_one(counted, self.rules.criteria)

    def _reviews(self, juror: str, members: Sequence[str]) -> list[Review]:
        ballot = self.ballots.get(juror)
        if ballot is None:
            return []
        return [ballot.reviews[member] for member in members if member in ballot.reviews]


def counting(round: Round, ballots: Mapping[str, Ballot]) -> Counting:
    """Prepare to count the ballots of a round."""
    recused = {juror.id: round.recused(juror.id) for juror in round.rules.jurors}
    return Counting(round.rules, ballots, recused, whole_weights(round.rules.criteria))


def counts(review: Review, rules: Rules) -> bool:
    """Whether a review counts, as far as the review itself can tell.

    A complete one does. An unfinished one does where the round allows it and the scored criteria carry at
    least half of the weight of those that were not abstained from. A recused one never does.
    """
    return _counts(review, review.state(rules.criteria), rules)


def _counts(review: Review, state: ReviewState, rules: Rules) -> bool:
    if state is ReviewState.UNFINISHED:
        return rules.incomplete_reviews and _carries_half(review, rules.criteria)
    return state is ReviewState.COMPLETE


def _carries_half(review: Review, criteria: Iterable[Criterion]) -> bool:
    asked = [criterion for criterion in criteria if criterion.id not in review.abstained]
    scored = [criterion for criterion in asked if criterion.id in review.scores]
    return 2 * _weight(scored) >= _weight(asked)


def _weight(criteria: Iterable[Criterion]) -> Fraction:
    return sum((criterion.weight for criterion in criteria), Fraction(0))


def whole_weights(criteria: Sequence[Criterion]) -> dict[str, int]:
    """The weights by criterion id as whole numbers in the same proportions: 0.5 and 1.25 become 2 and 5."""
    common = math.lcm(*(criterion.weight.denominator for criterion in criteria))
    return {criterion.id: int(criterion.weight * common) for criterion in criteria}


def _counted(juror: str, review: Review, weights: Mapping[str, int]) -> CountedReview:
    # The same as `Review.weighted_score`, with one fraction made at the end instead of one at each step.
    total = weight = 0
    scores = {}
    for id, of_criterion in weights.items():
        score = review.scores.get(id)
        if score is not None:
            total += of_criterion * score
            weight += of_criterion
            scores[id] = _exact(score)
    return CountedReview(juror, _exact(total, weight), scores)


@lru_cache(maxsize=1 << 14)
def _exact(numerator: int, denominator: int = 1) -> Fraction:
    # There are few different scores, and making a fraction takes longer than finding one.
    return Fraction(numerator, denominator)


def _as_one(reviews: Sequence[CountedReview], criteria: Iterable[Criterion]) -> CountedReview | None:
    """A juror's counted reviews of the members of a group as one word: their mean, criterion by criterion too."""
    if len(reviews) < 2:
        return reviews[0] if reviews else None
    means = criterion_means(reviews, criteria)
    scores = {id: value for id, value in means.items() if value is not None}
    return CountedReview(reviews[0].juror, mean([review.weighted for review in reviews]), scores)
