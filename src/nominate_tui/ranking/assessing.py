"""How sure a ranking is, worked out whole: draws, agreement, jurors, weights, and whose absence changes the shortlist."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from nominate_tui.ranking.alpha import alpha_of_reviews, alphas_of_criteria
from nominate_tui.ranking.arrays import Floats
from nominate_tui.ranking.by_criterion import by_criterion
from nominate_tui.ranking.certainty import (
    Agreement,
    Certainty,
    JurorFigures,
    PlaceRange,
    Swap,
    WeightInterval,
    WeightsRadius,
)
from nominate_tui.ranking.draws import draws
from nominate_tui.ranking.jurors import juror_figures
from nominate_tui.ranking.line import line
from nominate_tui.ranking.reliability import reliability
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.ranking.scoring import refusal, scored
from nominate_tui.ranking.tally import Tally, tally
from nominate_tui.ranking.ties import Row, levels, rules_in_order
from nominate_tui.ranking.weight_draws import kept_shares
from nominate_tui.ranking.weights import Weighed, intervals, smallest_move, weigh

_MOST_WORK: Final = 2_000_000
"""Up to how many reviews, each counted once for every juror, the ranking is made again without each of them."""


def assess(counted: Tally, ranking: Ranking) -> Certainty:
    """All that can be told of how sure the ranking of a tally is; nothing where no review counts.

    The draws are from the fitted model of nominations and jurors, whatever the method that ranks. Weights are tried on
    the scores taken apart into criteria: by the adjusted score with strict and mild jurors corrected on each, and as
    strongly (λ) as at the weights of the round. What the trimmed mean drops is dropped under all weights. The grade of
    majority judgment is no sum, so that there the plain means are looked at.
    """
    if not len(counted.reviews):
        return Certainty()
    weighed = _weighed(counted, ranking)
    return Certainty(
        places=_places(counted, ranking),
        jurors=_jurors(counted),
        agreement=_agreement(counted),
        alphas=dict(
            zip(counted.collected.criteria, alphas_of_criteria(counted.reviews), strict=True),
        ),
        intervals=_intervals(counted, weighed),
        radius=_radius(weighed, ranking),
        kept=_kept(counted, weighed, ranking),
        without=dict(_without(counted, ranking)) if leaves_out(counted) else {},
    )


def leaves_out(counted: Tally) -> bool:
    """Whether the ranking is made again without each juror: not in the largest rounds, where that takes minutes."""
    heard = sum(number > 0 for number in counted.heard.values())
    return heard > 1 and heard * len(counted.reviews) <= _MOST_WORK


def _places(counted: Tally, ranking: Ranking) -> Mapping[str, PlaceRange]:
    found = draws(counted.fit, counted.reviews, ranking.k, counted.round.rules.seed)
    if found is None:
        return {}
    place = counted.places
    return {
        row.nomination: PlaceRange(
            float(found.in_shortlist[place[row.nomination]]),
            int(found.rank_low[place[row.nomination]]),
            int(found.rank_high[place[row.nomination]]),
        )
        for row in _reviewed(ranking)
    }


def _jurors(counted: Tally) -> Mapping[str, JurorFigures]:
    figures = juror_figures(counted.fit, counted.reviews)
    return dict(zip(counted.collected.jurors, figures, strict=True))


def _agreement(counted: Tally) -> Agreement:
    fit = counted.fit
    return Agreement(
        reliability=reliability(fit, counted.reviews),
        alpha=alpha_of_reviews(counted.reviews),
        components=fit.components,
        sigma2=fit.sigma2,
        tau2=fit.tau2,
    )


def _reviewed(ranking: Ranking) -> list[Standing]:
    """The rows that have a score, in the order of the ranking."""
    return [row for row in ranking.standings if row.mean is not None]


def _weighed(counted: Tally, ranking: Ranking) -> Weighed:
    """The reviewed nominations under the weights of the round, sorted by id."""
    rows = sorted(_reviewed(ranking), key=lambda row: row.nomination)
    rules = counted.round.rules
    shares: Floats = np.array([float(rules.share(criterion)) for criterion in rules.criteria])
    if ranking.method == "trimmed":
        return weigh(np.array([_trimmed(row, shares) for row in rows]), shares, ranking.k)
    apart = by_criterion(counted.reviews, shares, counted.fit if ranking.method == "adjusted" else None)
    return weigh(apart[[counted.places[row.nomination] for row in rows]], shares, ranking.k)


def _trimmed(row: Standing, shares: Floats) -> Floats:
    """The means on the criteria, NaN where there is none, all raised or lowered alike to the trimmed score."""
    means: Floats = np.array([np.nan if mean is None else float(mean) for mean in row.criteria.values()])
    if row.score is None:
        return means
    return means + float(row.score) - float(np.nansum(means * shares) / shares[~np.isnan(means)].sum())


def _intervals(counted: Tally, weighed: Weighed) -> Mapping[str, WeightInterval]:
    found = intervals(weighed).tolist()
    ids = (criterion.id for criterion in counted.round.rules.criteria)
    return {id: WeightInterval(low, high) for id, (low, high) in zip(ids, found, strict=True)}


def _radius(weighed: Weighed, ranking: Ranking) -> WeightsRadius | None:
    ids = sorted(row.nomination for row in _reviewed(ranking))
    move = smallest_move(weighed)
    return WeightsRadius(move.moved, ids[move.out], ids[move.into]) if move else None


def _kept(counted: Tally, weighed: Weighed, ranking: Ranking) -> Mapping[str, float]:
    ids = sorted(row.nomination for row in _reviewed(ranking))
    digest = hashlib.sha256(f"{counted.round.rules.seed}:weights".encode()).digest()
    return dict(zip(ids, kept_shares(weighed, int.from_bytes(digest)).tolist(), strict=True))


def _without(counted: Tally, standing: Ranking) -> Iterator[tuple[str, Swap]]:
    """By the id of a juror how the shortlist would differ; without some the method may not hold, and says nothing."""
    for juror in counted.round.rules.jurors:
        if not counted.heard[juror.id]:
            continue
        others = tally(counted.round, counted.collected, counted.groups, counted.without | {juror.id})
        after = _shortlist(others)
        if after is not None and set(after) != set(standing.shortlist):
            yield juror.id, _swap(standing.shortlist, after)


def _shortlist(counted: Tally) -> tuple[str, ...] | None:
    """Only the shortlist of a ranking, which is found much faster than all of its rows; `None` where the method refuses."""
    if refusal(counted):
        return None
    rules, means = counted.round.rules, counted.exact.means
    by_place = scored(counted)
    places = ((group.primary, counted.places[group.primary]) for group in counted.ranked)
    rows = tuple(
        Row(id, place, means[place], by_place[place].units, by_place[place].gauge)
        for id, place in places
        if place in means
    )
    return line(levels(rows, rules_in_order(counted)), rules.shortlist, rules.tie_at_line).shortlist


def _swap(before: tuple[str, ...], after: tuple[str, ...]) -> Swap:
    return Swap(
        tuple(id for id in before if id not in after),
        tuple(id for id in after if id not in before),
    )
