"""`reviews.csv`: every review with its state and whether it counted; with the rules, a ranking can be made from it."""

from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.export.basis import changes_since
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.table import Cell, csv_table, yes_or_no
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.rules import Criterion, Rules
from nominate_tui.ranking.counting import counts

ABSTAINED: Final = "abstained"
"""What stands in the place of a score that was not given on purpose; an empty cell is a score not given yet."""
BY_JUROR: Final = "juror"
"""Who declared a recusal: the juror; otherwise `chair` or `secretariat`."""
_BEFORE: Final = (
    "juror",
    "nomination",
    "state",
    "counted",
    "recused",
    "recused_by",
    "text_changes_since",
)


def columns(rules: Rules) -> tuple[str, ...]:
    """The names of the columns: seven, and one for each criterion."""
    return (*_BEFORE, *(f"score_{criterion.id}" for criterion in rules.criteria))


def reviews_csv(outcome: Outcome) -> bytes:
    """A row for each review in which something was said or somebody is out; who said nothing has no row.

    The jurors come in the order of their pseudonyms, and the nominations in that of the round.
    """
    round = outcome.round
    rows = (row for juror in round.rules.jurors for row in _rows(outcome, juror.id))
    return csv_table(columns(round.rules), rows, round.rules.language)


def _rows(outcome: Outcome, juror: str) -> Iterator[Sequence[Cell]]:
    rules = outcome.round.rules
    ballot = outcome.ballots.get(juror) or Ballot(rules.id, juror)
    out = {r.nomination: (r.conflict.kind, r.by) for r in outcome.round.recusals if r.juror == juror}
    for nomination in outcome.round.nominations:
        if nomination.id in ballot.reviews or nomination.id in out:
            review = ballot.review(nomination.id)
            counted = juror in outcome.heard[nomination.id] and counts(review, rules)
            yield (
                juror,
                nomination.id,
                review.state(rules.criteria, recused=nomination.id in out).value,
                yes_or_no(counted),
                *_recused(review, out.get(nomination.id)),
                changes_since(nomination, review),
                *(_score(review, criterion) for criterion in rules.criteria),
            )


def _recused(review: Review, by_others: tuple[str, str] | None) -> tuple[str, str]:
    """The kind of conflict and who declared it: the juror, where several did."""
    if review.conflict:
        return review.conflict.kind, BY_JUROR
    return by_others or ("", "")


def _score(review: Review, criterion: Criterion) -> Cell:
    if criterion.id in review.abstained:
        return ABSTAINED
    return review.scores.get(criterion.id, "")
