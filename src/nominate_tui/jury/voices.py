"""What the chair sees of each juror's review of a nomination: everything but the private note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Juror
from nominate_tui.ranking.counting import counts


@dataclass(frozen=True, slots=True)
class Voice:
    """One juror on one nomination, for the chair."""

    juror: Juror
    nomination: str
    state: ReviewState
    weighted: Fraction | None
    """The weighted score, exact; `None` where nothing is scored."""
    counted: bool
    """Whether the review counts in the ranking."""
    comment: str
    """What the juror wrote for the chair."""
    conflict: Conflict | None
    """Why the juror is out; `None` for one who is not."""
    by_chair: bool
    """Whether the chair or the secretariat took the juror out."""
    outdated: Change | None
    """What changed in the text after the juror scored it; `None` where nothing did."""


def voices(round: Round, ballots: Mapping[str, Ballot], nominations: Sequence[str]) -> tuple[Voice, ...]:
    """What every juror says of these nominations: juror by juror, in the order of the jury."""
    return tuple(
        _voice(round, juror, _review(ballots, juror.id, id))
        for juror in round.rules.jurors
        for id in nominations
    )


def without_notes(ballot: Ballot) -> Ballot:
    """The ballot as the chair may see it: its private notes are gone."""
    without = {id: replace(review, note="") for id, review in ballot.reviews.items() if review.note}
    return replace(ballot, reviews={**ballot.reviews, **without})


def _review(ballots: Mapping[str, Ballot], juror: str, nomination: str) -> Review:
    ballot = ballots.get(juror)
    return ballot.review(nomination) if ballot else Review(nomination)


def _voice(round: Round, juror: Juror, review: Review) -> Voice:
    recused = next(
        (r for r in round.recusals if r.juror == juror.id and r.nomination == review.nomination), None
    )
    heard = recused is None and juror.id not in round.deliberation.left_out
    return Voice(
        juror,
        review.nomination,
        review.state(
            round.rules.criteria, recused=recused is not None, assigned=juror.assigned(review.nomination)
        ),
        review.weighted_score(round.rules),
        heard and counts(review, round.rules),
        review.comment,
        recused.conflict if recused else review.conflict,
        recused is not None,
        review.outdated_by(round.nominations[review.nomination], recused=recused is not None),
    )
