"""A free check of reliability: two members of one duplicate group are the same thing, judged twice.

How far two jurors' weighted scores of it lie apart is set beside how far two jurors lie apart on one and the same
nomination. Where the first is much more, it is the nomination's wording that was scored, and not the initiative.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.counting import counts, whole_weights

FEW: Final = 5
"""Below so many pairs of reviews their mean difference says nothing."""

_Scores = Mapping[str, Fraction]
"""The weighted scores of one nomination that count, by juror id."""


@dataclass(frozen=True, slots=True)
class JudgedTwice:
    """Two counted reviews of two members of one duplicate group."""

    group: str
    """The primary of the group."""
    nominations: tuple[str, str]
    """In the order of the round."""
    jurors: tuple[str, str]
    """The id of the juror of each."""
    scores: tuple[Fraction, Fraction]
    """The weighted score of each, exact."""

    @property
    def difference(self) -> Fraction:
        """How far they lie apart, in steps of the scale."""
        return abs(self.scores[0] - self.scores[1])


@dataclass(frozen=True, slots=True)
class Difference:
    """How far pairs of weighted scores lie apart."""

    pairs: int
    """How many pairs there are."""
    mean: Fraction | None
    """The mean of their absolute differences, in steps of the scale, exact; `None` where the pairs are few."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """What the duplicate groups tell of how reliable scores are."""

    reviews: tuple[JudgedTwice, ...]
    """By different jurors: group by group, in the order of the round and of the jury."""
    own: tuple[JudgedTwice, ...]
    """By one and the same juror, who may have remembered the other; kept apart."""
    judged_twice: Difference
    """Of `reviews`."""
    by_oneself: Difference
    """Of `own`."""
    judged_once: Difference
    """Of every two jurors' reviews of one and the same nomination of the round: what to expect."""


def reliability(round: Round, ballots: Mapping[str, Ballot], groups: Iterable[Group]) -> Reliability:
    """Compare what was said of the members of each settled group; `ballots` by juror id.

    Reviews are those that the ranking counts: a juror who is out for one member is out for its whole group.
    Without a group nothing is worked out.
    """
    known, jury = tuple(groups), _Jury(round, ballots)
    scores = {id: of for group in known for id, of in jury.scores(group.members).items()}
    alone = (id for id in round.nominations.ids if id not in scores) if known else ()
    each = [*scores.values(), *(jury.scores((id,))[id] for id in alone)]
    twice = [found for group in known for found in _judged_twice(group, scores)]
    reviews = tuple(found for found in twice if found.jurors[0] != found.jurors[1])
    own = tuple(found for found in twice if found.jurors[0] == found.jurors[1])
    return Reliability(
        reviews,
        own,
        judged_twice=_mean((found.difference for found in reviews), len(reviews)),
        by_oneself=_mean((found.difference for found in own), len(own)),
        judged_once=_mean(
            (_apart([*of.values()]) for of in each), sum(len(of) * (len(of) - 1) // 2 for of in each)
        ),
    )


class _Jury:
    """The jurors of a round with their ballots, and what they are out for."""

    def __init__(self, round: Round, ballots: Mapping[str, Ballot]) -> None:
        jurors = [juror.id for juror in round.rules.jurors if juror.id in ballots]
        self._rules = round.rules
        self._reviews = {juror: ballots[juror].reviews for juror in jurors}
        self._recused = {juror: round.recused(juror) for juror in jurors}
        self._weights = whole_weights(round.rules.criteria)

    def scores(self, members: Sequence[str]) -> Mapping[str, _Scores]:
        """What counts of the reviews of one nomination, or of the members of a group, by nomination."""
        found: dict[str, dict[str, Fraction]] = {id: {} for id in members}
        for juror, reviews in self._reviews.items():
            given = [reviews[id] for id in members if id in reviews]
            if self._recused[juror].isdisjoint(members) and not any(review.conflict for review in given):
                for review in given:
                    if counts(review, self._rules):
                        found[review.nomination][juror] = self._weighted(review)
        return found

    def _weighted(self, review: Review) -> Fraction:
        """The same as `Review.weighted_score`, with one fraction made at the end instead of one at each step."""
        scored = [(weight, review.scores[id]) for id, weight in self._weights.items() if id in review.scores]
        return Fraction(sum(weight * score for weight, score in scored), sum(weight for weight, _ in scored))


def _judged_twice(group: Group, scores: Mapping[str, _Scores]) -> Iterator[JudgedTwice]:
    for a, b in combinations(group.members, 2):
        for juror, score in scores[a].items():
            for other, its in scores[b].items():
                yield JudgedTwice(group.primary, (a, b), (juror, other), (score, its))


def _apart(scores: Sequence[Fraction]) -> Fraction:
    """Σ |x − y| over every two of n scores: in rising order each counts once for every lower and off for every higher one."""
    n = len(scores)
    return sum(((2 * place - n + 1) * score for place, score in enumerate(sorted(scores))), Fraction(0))


def _mean(differences: Iterable[Fraction], pairs: int) -> Difference:
    return Difference(pairs, sum(differences, Fraction(0)) / pairs if pairs >= FEW else None)
