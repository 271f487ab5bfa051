"""`scores.csv`: every score on record, and whether it counted, so that the ranking can be worked out again."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from nominate_tui.export.table import Cell, csv_table, yes_or_no
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.counting import counts
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.ranking.result import Ranking

_COLUMNS: Final = ("juror", "nomination", "criterion", "score", "weight", "counted")


def scores_csv(
    round: Round, ballots: Mapping[str, Ballot], ranking: Ranking, *, with_names: bool = False
) -> bytes:
    """Every score that a juror of the round gave to a nomination of the round, as CSV. Nothing that was written is in it.

    Jurors go by pseudonyms, in their order; `with_names` puts their ids in the place of the pseudonyms and
    adds a column with their names.
    """
    names = {juror.id: juror.name for juror in round.rules.jurors}
    shown = {id: id for id in names} if with_names else pseudonyms(round.rules)
    heard = _heard(ranking)
    rows = [
        (shown_as, *row, *([names[id]] if with_names else []))
        for id, shown_as in shown.items()
        for row in _rows(round, ballots.get(id), heard)
    ]
    return csv_table([*_COLUMNS, *(["name"] if with_names else [])], rows, round.rules.language)


def _heard(ranking: Ranking) -> Mapping[str, frozenset[str]]:
    """By nomination, the jurors who count for it or for its duplicate group."""
    return {
        member: frozenset(review.juror for review in row.counted)
        for row in ranking.standings
        for member in (row.nomination, *row.duplicates)
    }


def _rows(
    round: Round, ballot: Ballot | None, heard: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Cell, ...]]:
    """A juror's scores in the order of the round, without who it is."""
    if ballot is None:
        return
    for nomination in round.nominations.ids:
        review = ballot.review(nomination)
        counted = ballot.juror in heard[nomination] and counts(review, round.rules)
        yield from _scores(review, round.rules.criteria, yes_or_no(counted))


def _scores(review: Review, criteria: Sequence[Criterion], counted: str) -> Iterator[tuple[Cell, ...]]:
    for criterion in criteria:
        if criterion.id in review.scores:
            score = review.scores[criterion.id]
            yield review.nomination, criterion.id, score, _weight(criterion), counted


def _weight(criterion: Criterion) -> Decimal:
    """The weight as in the rules; one that no decimal fraction equals, to 28 digits."""
    return Decimal(criterion.weight.numerator) / criterion.weight.denominator
