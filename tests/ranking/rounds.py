"""Small rounds for the tests of ranking and export, written as tables of scores."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking

ABSTAINED = "abstained"
"""In a table: no score on purpose."""

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OWN_WARD = Conflict("professional", "my own ward")

Cell = int | str | None
"""A score, `ABSTAINED`, or `None` for one not given yet."""
Table = Mapping[str, Mapping[str, Sequence[Cell]]]
"""By juror, by nomination: a cell for each criterion."""


def rules_of(
    weights: Mapping[str, int | Fraction],
    jurors: Iterable[str],
    given: Mapping[str, Iterable[str]] | None = None,
    **more: Any,
) -> Rules:
    """Rules with these criteria and jurors, and the plain mean; `more` as in `Rules`.

    `given` is what a juror is to score, by the ids of those who are not to score everything.
    """
    parts = {id: tuple(nominations) for id, nominations in (given or {}).items()}
    criteria = tuple(Criterion(id, {"en": id}, Fraction(weight)) for id, weight in weights.items())
    jury = tuple(Juror(id, id.title(), nominations=parts.get(id)) for id in jurors)
    named = {"id": "2026", "title": "An award", "criteria": criteria, "jurors": jury, "method": "mean"}
    return Rules(**{**named, **more})


def round_of(
    nominations: Iterable[str],
    jurors: Iterable[str],
    weights: Mapping[str, int | Fraction] | None = None,
    *,
    recusals: Iterable[tuple[str, str]] = (),
    decisions: Iterable[Sequence[str]] = (),
    **more: Any,
) -> Round:
    """A round; `recusals` are the chair's (juror, nomination), `decisions` orders of tied nominations.

    `more` as in `rules_of`.
    """
    return Round(
        rules_of(weights or {"innovation": 3, "spread": 1}, jurors, **more),
        Nominations(tuple(Nomination(id, f"Title {id}") for id in nominations)),
        tuple(Recusal(juror, nomination, OWN_WARD, "chair", NOON) for juror, nomination in recusals),
        deliberation=Deliberation(
            ties=tuple(TieDecision(tuple(order), "said so", NOON) for order in decisions)
        ),
    )


def review_of(nomination: str, criteria: Iterable[Criterion], cells: Sequence[Cell]) -> Review:
    """A review from a line of a table."""
    by_id = list(zip((criterion.id for criterion in criteria), cells, strict=True))
    return Review(
        nomination,
        {id: cell for id, cell in by_id if isinstance(cell, int)},
        frozenset(id for id, cell in by_id if cell == ABSTAINED),
    )


def ballots_of(round: Round, table: Table) -> dict[str, Ballot]:
    """The ballots of a table."""
    return {
        juror: Ballot(
            round.rules.id,
            juror,
            {id: review_of(id, round.rules.criteria, cells) for id, cells in reviews.items()},
        )
        for juror, reviews in table.items()
    }


def with_conflict(ballots: Mapping[str, Ballot], juror: str, nomination: str) -> dict[str, Ballot]:
    """The same ballots, in which a juror declares a conflict of interest."""
    review = ballots[juror].review(nomination)
    recused = Review(nomination, review.scores, review.abstained, conflict=OWN_WARD)
    return {**ballots, juror: ballots[juror].with_review(recused)}


def ranked(table: Table, nominations: str = "abcdef", **more: Any) -> Ranking:
    """Rank the nominations that a table names, in the order of `nominations`; `more` as in `round_of`."""
    named = {id for reviews in table.values() for id in reviews}
    round = round_of([id for id in nominations if id in named], table, **more)
    return rank(round, ballots_of(round, table), ())


def places(ranking: Ranking) -> list[tuple[str, str, str | None]]:
    """Nomination, printed rank and what separated it from the row above."""
    return [(row.nomination, row.printed_rank, row.separated_by) for row in ranking.standings]
