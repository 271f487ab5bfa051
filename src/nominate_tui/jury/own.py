"""A juror's own figures: how far, how high, where among one's own. Nobody else's are known here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nominate_tui.model.ballot import FINISHED, Ballot, ReviewState
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed


@dataclass(frozen=True, slots=True)
class Place:
    """Where a nomination stands among the juror's own finished reviews."""

    place: int
    """From 1, the highest weighted score."""
    shared: bool
    """Whether another one has the same weighted score."""
    of: int
    """How many reviews are finished and scored."""


class Own:
    """What a juror's ballot says in figures."""

    def __init__(self, round: Round, ballot: Ballot) -> None:
        """Look at a ballot of a round."""
        self._round = round
        self._ballot = ballot
        self._recused = round.recused(ballot.juror)

    def state(self, nomination: str) -> ReviewState:
        """How far the review of a nomination is."""
        review = self._ballot.review(nomination)
        return review.state(self._round.rules.criteria, recused=nomination in self._recused)

    @property
    def finished(self) -> int:
        """For how many nominations nothing is left to do."""
        return sum(self.state(id) in FINISHED for id in self._round.nominations.ids)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The nominations that something is left to do for, in order."""
        return tuple(id for id in self._round.nominations.ids if self.state(id) not in FINISHED)

    @property
    def flagged(self) -> tuple[str, ...]:
        """The nominations flagged to come back to, in order."""
        return tuple(id for id in self._round.nominations.ids if self._ballot.review(id).flagged)

    def weighted_score(self, nomination: str) -> Fraction | None:
        """The weighted score over what is scored so far, exact; `None` where nothing is."""
        return self._ballot.review(nomination).weighted_score(self._round.rules)

    def printed_score(self, nomination: str) -> str:
        """The weighted score so far, rounded as the round prints scores; empty where nothing is scored."""
        score = self.weighted_score(nomination)
        return "" if score is None else printed(score, self._round.rules.decimals)

    def place(self, nomination: str) -> Place | None:
        """Where it stands among one's own; `None` until its review is finished and scored."""
        scores = self._complete()
        if nomination not in scores:
            return None
        own = scores[nomination]
        higher = sum(score > own for score in scores.values())
        return Place(higher + 1, sum(score == own for score in scores.values()) > 1, len(scores))

    def distribution(self) -> Mapping[int, int]:
        """How often the juror gave each value of the scale, over all reviews that are not recused."""
        given = Counter(
            value
            for id, review in self._ballot.reviews.items()
            if self.state(id) is not ReviewState.RECUSED
            for value in review.scores.values()
        )
        return {value: given[value] for value in self._round.rules.scale.values}

    def _complete(self) -> dict[str, Fraction]:
        scores = {
            id: review.weighted_score(self._round.rules)
            for id, review in self._ballot.reviews.items()
            if self.state(id) is ReviewState.COMPLETE
        }
        return {id: score for id, score in scores.items() if score is not None}
