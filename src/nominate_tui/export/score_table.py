"""`scores.csv`: every score on record, and whether it counted, so that the ranking can be worked out again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nominate_tui.export.outcome import Outcome
from nominate_tui.export.table import Cell, csv_table, yes_or_no
from nominate_tui.model.ballot import Review
from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.counting import counts

COLUMNS: Final = ("juror", "nomination", "criterion", "score", "weight", "counted")
NAME: Final = "name"
"""The column that is there only where names are asked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a juror is, where names are asked for."""

    id: str
    name: str


def scores_csv(outcome: Outcome, names: Mapping[str, Named] | None = None) -> bytes:
    """Every score that a juror of the round gave to a nomination of the round, as CSV. Nothing that was written is in it.

    Jurors go by pseudonyms, in their order. With `names` (by pseudonym) their ids stand in the place of the pseudonyms,
    and a column with their names is added.
    """
    rows = (
        ((names[juror.id].id if names else juror.id), *row, *([names[juror.id].name] if names else []))
        for juror in outcome.round.rules.jurors
        for row in _rows(outcome, juror.id)
    )
    return csv_table([*COLUMNS, *([NAME] if names else [])], rows, outcome.round.rules.language)


def _rows(outcome: Outcome, juror: str) -> Iterator[tuple[Cell, ...]]:
    """A juror's scores in the order of the round, without who it is."""
    ballot, rules = outcome.ballots.get(juror), outcome.round.rules
    if ballot is None:
        return
    for nomination in outcome.round.nominations.ids:
        review = ballot.review(nomination)
        counted = juror in outcome.heard[nomination] and counts(review, rules)
        yield from _scores(review, rules.criteria, yes_or_no(counted))


def _scores(review: Review, criteria: Sequence[Criterion], counted: str) -> Iterator[tuple[Cell, ...]]:
    for criterion in criteria:
        if criterion.id in review.scores:
            score = review.scores[criterion.id]
            yield review.nomination, criterion.id, score, _weight(criterion), counted


def _weight(criterion: Criterion) -> Decimal:
    """The weight as in the rules; one that no decimal fraction equals, to 28 digits."""
    return Decimal(criterion.weight.numerator) / criterion.weight.denominator
