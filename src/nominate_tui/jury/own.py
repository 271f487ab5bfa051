"""A juror's own figures: how far, how high, where among one's own. Nobody else's are known here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nominate_tui.model.ballot import FINISHED, Ballot, ReviewState
from nominate_tui.model.nomination import Nominations
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
    """What a juror's ballot says in figures. A value: another ballot has another one."""

    def __init__(self, round: Round, ballot: Ballot, before: "Own | None" = None) -> None:
        """Look at a ballot of a round; what is the same as `before`, of an earlier version, is not worked out again."""
        self.round = round
        self.ballot = ballot
        recused = round.recused(ballot.juror)
        if before and before.round is not round:
            before = None  # the chair may have recused the juror meanwhile
        self.nominations: Nominations = before.nominations if before else round.given(ballot.juror)
        """What the juror is to score, in the order of the round."""
        known = before.states if before else {}
        earlier = before.ballot.reviews if before else {}
        self.states: Mapping[str, ReviewState] = {
            id: known[id]
            if id in known and ballot.reviews.get(id) is earlier.get(id)
            else ballot.review(id).state(round.rules.criteria, recused=id in recused)
            for id in self.nominations.ids
        }
        """How far the review of each of them is, by nomination, in order."""

    @property
    def beyond(self) -> tuple[str, ...]:
        """The nominations that the juror judged without being asked to score them: these reviews count all the same."""
        return self.round.beyond(self.ballot)

    def state(self, nomination: str) -> ReviewState:
        """How far the review of any nomination of the round is."""
        if nomination in self.states:
            return self.states[nomination]
        recused = nomination in self.round.recused(self.ballot.juror)
        return self.ballot.review(nomination).state(
            self.round.rules.criteria, recused=recused, assigned=False
        )

    @property
    def finished(self) -> int:
        """For how many nominations nothing is left to do."""
        return sum(state in FINISHED for state in self.states.values())

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The nominations that something is left to do for, in order."""
        return tuple(id for id, state in self.states.items() if state not in FINISHED)

    @property
    def flagged(self) -> tuple[str, ...]:
        """The nominations flagged to come back to, in order."""
        return tuple(id for id in self.states if self.ballot.review(id).flagged)

    def weighted_score(self, nomination: str) -> Fraction | None:
        """The weighted score over what is scored so far, exact; `None` where nothing is."""
        return self.ballot.review(nomination).weighted_score(self.round.rules)

    def printed_score(self, nomination: str) -> str:
        """The weighted score so far, rounded as the round prints scores; empty where nothing is scored."""
        score = self.weighted_score(nomination)
        return "" if score is None else printed(score, self.round.rules.decimals)

    def place(self, nomination: str) -> Place | None:
        """Where it stands among one's own; `None` until its review is finished and scored."""
        scores = self._complete
        if nomination not in scores:
            return None
        own = scores[nomination]
        higher = sum(score > own for score in scores.values())
        return Place(higher + 1, sum(score == own for score in scores.values()) > 1, len(scores))

    @cached_property
    def distribution(self) -> Mapping[int, int]:
        """How often the juror gave each value of the scale, over all reviews that are not recused."""
        given = Counter(
            value
            for id, review in self.ballot.reviews.items()
            if self.state(id) is not ReviewState.RECUSED
            for value in review.scores.values()
        )
        return {value: given[value] for value in self.round.rules.scale.values}

    @cached_property
    def _complete(self) -> dict[str, Fraction]:
        scores = {
            id: review.weighted_score(self.round.rules)
            for id, review in self.ballot.reviews.items()
            if self.states.get(id) is ReviewState.COMPLETE
        }
        return {id: score for id, score in scores.items() if score is not None}
