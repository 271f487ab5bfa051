"""What one juror thinks: a review for each nomination, all of them a ballot. Every change makes a new value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nomination
from nominate_tui.model.rules import Criterion, Rules


class ReviewState(StrEnum):
    """How far a review is, and whether it can count. None of them is ever a zero."""

    MISSING = "missing"
    """Nothing was scored or abstained from."""
    UNFINISHED = "unfinished"
    """Some criteria are neither scored nor abstained from."""
    COMPLETE = "complete"
    """Every criterion is scored or abstained from, and at least one is scored."""
    ABSTAINED = "abstained"
    """Every criterion was abstained from."""
    RECUSED = "recused"
    """Out, because of a conflict of interest; its scores are kept and do not count."""
    UNASSIGNED = "unassigned"
    """Nothing was scored or abstained from, and the juror is not to score it."""


FINISHED = frozenset({ReviewState.COMPLETE, ReviewState.ABSTAINED, ReviewState.RECUSED})
"""The states in which a juror has nothing left to do for a nomination that is the juror's to score."""


@dataclass(frozen=True, slots=True)
class Review:
    """One juror on one nomination."""

    nomination: str
    scores: Mapping[str, int] = field(default_factory=dict)
    """The score by criterion id; a criterion that is absent is not scored yet."""
    abstained: frozenset[str] = frozenset()
    """The criteria that get no score on purpose."""
    comment: str = ""
    """For the chair and the deliberation."""
    note: str = ""
    """Private: in no export and in no chair's view."""
    conflict: Conflict | None = None
    """The juror's own declared conflict of interest; the whole review is then out."""
    flagged: bool = False
    """The juror means to come back to it."""
    changed: datetime | None = None
    """When it last changed, in UTC."""
    scored: datetime | None = None
    """When a score or abstention was last given, taken back or said to hold, in UTC, where that was before
    `changed`; see `scored_at`."""

    @property
    def empty(self) -> bool:
        """Whether nothing is in it that is worth keeping."""
        return replace(self, changed=None, scored=None) == Review(self.nomination)

    @property
    def judged(self) -> bool:
        """Whether anything is scored or abstained from."""
        return bool(self.scores or self.abstained)

    @property
    def scored_at(self) -> datetime | None:
        """When a score or abstention was last given, taken back or said to hold, in UTC; `None` where nobody knows."""
        return self.scored or self.changed

    def outdated_by(self, nomination: Nomination, *, recused: bool = False) -> Change | None:
        """What changed in the text after the scores and abstentions were given; `None` where nothing did.

        There is none in a review without any, and none in one that is out; `recused` says that the chair took the
        juror out. Where it is not known when they were given, they count as given before every change.
        """
        out = recused or self.conflict is not None
        return nomination.changed_since(self.scored_at) if self.judged and not out else None

    def scored_now(self, at: datetime) -> "Review":
        """The review with its scores and abstentions as they are, given or said to hold now."""
        return replace(self, changed=at, scored=None)

    def changed_now(self, at: datetime) -> "Review":
        """The review as it is, changed now; its scores and abstentions are as old as they were."""
        before = self.scored_at if self.judged and self.scored_at != at else None
        return replace(self, changed=at, scored=before)

    def state(
        self, criteria: tuple[Criterion, ...], *, recused: bool = False, assigned: bool = True
    ) -> ReviewState:
        """How far it is.

        `recused` says that the chair took the juror out, `assigned` that the nomination is the juror's to score: what
        is scored counts whether it is or not.
        """
        if recused or self.conflict is not None:
            return ReviewState.RECUSED
        scored = sum(criterion.id in self.scores for criterion in criteria)
        left_out = sum(criterion.id in self.abstained for criterion in criteria)
        if scored + left_out == 0:
            return ReviewState.MISSING if assigned else ReviewState.UNASSIGNED
        if scored + left_out < len(criteria):
            return ReviewState.UNFINISHED
        return ReviewState.COMPLETE if scored else ReviewState.ABSTAINED

    def with_score(self, criterion: str, value: int) -> "Review":
        """The review with a criterion scored; an abstention from it ends."""
        return replace(self, scores={**self.scores, criterion: value}, abstained=self.abstained - {criterion})

    def with_abstention(self, criterion: str) -> "Review":
        """The review with a criterion abstained from; a score on it is taken back."""
        scores = {id: value for id, value in self.scores.items() if id != criterion}
        return replace(self, scores=scores, abstained=self.abstained | {criterion})

    def without(self, criterion: str) -> "Review":
        """The review with a criterion neither scored nor abstained from."""
        scores = {id: value for id, value in self.scores.items() if id != criterion}
        return replace(self, scores=scores, abstained=self.abstained - {criterion})

    def weighted_score(self, rules: Rules) -> Fraction | None:
        """Σ(weight · score) / Σ weight over the scored criteria, exact; `None` where nothing is scored."""
        scored = [criterion for criterion in rules.criteria if criterion.id in self.scores]
        if not scored:
            return None
        total = sum((criterion.weight * self.scores[criterion.id] for criterion in scored), Fraction(0))
        return total / sum((criterion.weight for criterion in scored), Fraction(0))


@dataclass(frozen=True, slots=True)
class Ballot:
    """All of one juror's reviews."""

    round: str
    """The id of the round."""
    juror: str
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """By nomination id, in the order they were first touched."""
    confirmed: datetime | None = None
    """When the juror said it is done, in UTC; `None` until then."""

    def review(self, nomination: str) -> Review:
        """The review of a nomination; an empty one where there is none yet."""
        return self.reviews.get(nomination) or Review(nomination)

    def with_review(self, review: Review) -> "Ballot":
        """The ballot with one review put in the place of the old one; an empty review is left out."""
        reviews = {**self.reviews, review.nomination: review}
        if review.empty:
            del reviews[review.nomination]
        return replace(self, reviews=reviews)
