"""A ranking as plain values (texts, numbers, lists, tables): what `ranking --format json` prints.

Other programs rely on these names. More may be added; none of them changes its meaning.
"""

from collections import Counter
from fractions import Fraction

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.round import Round
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.ranking.result import Ranking, Standing


def ranking_as_dict(ranking: Ranking, round: Round) -> dict[str, object]:
    """The ranking of a round, with jurors under pseudonyms. Means are floats here, overall scores texts."""
    rules = round.rules
    return {
        "method": ranking.method,
        "decimals": ranking.decimals,
        "k": ranking.k,
        "seed": rules.seed,
        "criteria": [{"id": c.id, "weight": float(rules.share(c))} for c in rules.criteria],
        "ranking": [_row(row, round.nominations[row.nomination].title) for row in ranking.standings],
        "shortlist": list(ranking.shortlist),
        "tie_at_the_line": ranking.tie_at_the_line,
        "shortlist_by_mean": list(ranking.shortlist),
        "jurors": _jurors(ranking, round),
    }


def _row(row: Standing, title: str) -> dict[str, object]:
    return {
        "nomination": row.nomination,
        "title": title,
        "rank": row.rank,
        "shared": row.shared,
        "overall": row.overall,
        "mean": _float(row.mean),
        "n": row.n,
        "below_quorum": row.below_quorum,
        "states": {state.value: row.states[state] for state in ReviewState},
        "criteria": {id: _float(value) for id, value in row.criteria.items()},
        "disagreement": row.disagreement,
        "separated_by": row.separated_by,
        "duplicates": list(row.duplicates),
    }


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _jurors(ranking: Ranking, round: Round) -> list[dict[str, object]]:
    """How many nominations or groups each juror counts in, by pseudonym."""
    counted = Counter(review.juror for row in ranking.standings for review in row.counted)
    return [{"juror": name, "n": counted[id]} for id, name in pseudonyms(round.rules).items()]
