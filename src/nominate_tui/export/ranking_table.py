"""`ranking.csv`: a row for each nomination, for whoever opens the result in a spreadsheet."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from nominate_tui.export.record import DIGITS
from nominate_tui.export.table import Cell, csv_table, yes_or_no
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.ranking.certainty import Certainty, PlaceRange
from nominate_tui.ranking.result import Ranking, Standing

_STATES: Final = (
    ReviewState.COMPLETE,
    ReviewState.RECUSED,
    ReviewState.ABSTAINED,
    ReviewState.UNFINISHED,
    ReviewState.MISSING,
    ReviewState.UNASSIGNED,
)


def ranking_csv(round: Round, ranking: Ranking, known: Certainty | None = None) -> bytes:
    """The ranking as CSV, the best first; `known` is how sure it is. `docs/results.md` says what each column means."""
    places = known.places if known else {}
    rows = [
        (*_row(row, round, ranking.decimals), *_place(places.get(row.nomination)))
        for row in ranking.standings
    ]
    return csv_table(_columns(round), rows, round.rules.language)


def _columns(round: Round) -> Sequence[str]:
    criteria = [f"criterion_{criterion.id}" for criterion in round.rules.criteria]
    states = [state.value for state in _STATES]
    before = ("rank", "nomination", "title", "organisation", "overall", "n")
    return (
        *before,
        *criteria,
        "disagreement",
        *states,
        "below_quorum",
        "shortlist",
        "separated_by",
        "stands_for",
        "mean",
        "in_shortlist",
        "rank_low",
        "rank_high",
    )


def _row(row: Standing, round: Round, decimals: int) -> Sequence[Cell]:
    nomination = round.nominations[row.nomination]
    return (
        row.printed_rank if row.shared else row.rank or "",
        nomination.id,
        nomination.title,
        nomination.organisation,
        _overall(row),
        row.n,
        *(_number(row.criteria[criterion.id], decimals) for criterion in round.rules.criteria),
        _number(row.disagreement, decimals),
        *(row.states[state] for state in _STATES),
        yes_or_no(row.below_quorum),
        yes_or_no(row.in_shortlist),
        row.separated_by or "",
        # Parted by spaces: a Danish spreadsheet would read "3,11" as a number.
        " ".join(row.duplicates),
        _number(row.mean, decimals),
    )


def _place(place: PlaceRange | None) -> Sequence[Cell]:
    """The probability of the shortlist, and the 90 % interval of ranks."""
    if place is None:
        return "", "", ""
    return Decimal(repr(round(place.in_shortlist, DIGITS))), place.rank_low, place.rank_high


def _overall(row: Standing) -> Cell:
    """The overall score as it is printed; the grade of majority judgment is a text."""
    return row.overall if row.gauge or not row.overall else Decimal(row.overall)


def _number(value: Fraction | float | None, decimals: int) -> Cell:
    return "" if value is None else Decimal(printed(Fraction(value), decimals))
