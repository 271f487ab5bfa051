"""Runs one piece of our own work: `python ranking_ours.py WORK SIZE FOLDER RUNS OUT`.

What is timed begins with the arrays that `ranking` keeps of a round, and with nothing worked out of them before.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import numpy as np
from ranking_clock import Answers, Work, measure
from ranking_given import TOP, best
from ranking_rounds import SIZES, WEIGHTS, Invented, load

from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.alpha import ordinal_alpha
from nominate_tui.ranking.draws import draws
from nominate_tui.ranking.rank import ranking
from nominate_tui.ranking.result import Ranking
from nominate_tui.ranking.schulze import duels, head_to_head
from nominate_tui.ranking.tally import tally

COUNT: Final = 1_000
"""How many rankings are drawn."""
MOVED: Final = {**WEIGHTS, "innovation": 20, "spread": 20}
"""The weights of the what-if."""


def means(found: Invented) -> Work:
    """From the scores of all reviews to nomination means in floats; it is known which reviews count, as to the peer.

    Scores lie as a round keeps them: a line for each criterion, sorted by nomination, with where each begins and how
    large a score there is. Nothing has been added up.
    """
    counted = tally(found.round, found.collected).exact
    return Work(lambda: replace(counted).in_floats, lambda means: {"mean": means})


def exact(found: Invented) -> Work:
    """The same in fractions, and what counts decided anew."""

    def answers(means: Mapping[int, Fraction]) -> Answers:
        places = range(len(found.collected.nominations))
        return {"mean": [float(means[place]) if place in means else np.nan for place in places]}

    return Work(lambda: tally(found.round, found.collected).exact.means, answers)


def fit(found: Invented) -> Work:
    """The adjusted scores with both variances, from review scores."""
    reviews = tally(found.round, found.collected).reviews
    return Work(
        lambda: adjusted(replace(reviews)),
        lambda fit: {"theta": fit.theta, "beta": fit.beta, "sigma2": fit.sigma2, "tau2": fit.tau2},
    )


def alpha(found: Invented) -> Work:
    """The ordinal alpha of the first criterion; who did not score it is left out first."""
    reviews = tally(found.round, found.collected).reviews
    column = reviews.criteria[:, 0]

    def work() -> float | None:
        scored = np.flatnonzero(~np.isnan(column))
        return ordinal_alpha(reviews.nomination.take(scored), column.take(scored))

    return Work(work, lambda alpha: {"alpha": alpha})


def drawn(found: Invented) -> Work:
    """Draws from the fitted model, with rank intervals and probabilities of the shortlist."""
    reviews = tally(found.round, found.collected).reviews
    fitted, rules = adjusted(reviews), found.round.rules
    return Work(
        lambda: draws(fitted, replace(reviews), rules.shortlist, rules.seed, COUNT),
        lambda outlook: {"in_shortlist": outlook.in_shortlist},
    )


def schulze(found: Invented) -> Work:
    """Head to head among the best, from review scores: the duels, the strongest paths, the ranks."""
    reviews = tally(found.round, found.collected).reviews
    top = best(reviews, TOP).tolist()
    return Work(
        lambda: head_to_head(duels(replace(reviews), top)),
        lambda found: {"beats": found.paths > found.paths.T, "first": np.array(found.ranks) == 1},
    )


def move_a_weight(found: Invented) -> Work:
    """The whole ranking again with other weights."""
    rules = found.round.rules
    criteria = tuple(replace(each, weight=Fraction(MOVED[each.id])) for each in rules.criteria)
    return _again(found, replace(rules, criteria=criteria))


def another_size(found: Invented) -> Work:
    """The whole ranking again with a shortlist of another size."""
    return _again(found, replace(found.round.rules, shortlist=found.round.rules.shortlist + 3))


def another_method(found: Invented) -> Work:
    """The whole ranking again by the plain mean."""
    return _again(found, replace(found.round.rules, method="mean"))


def without_a_juror(found: Invented) -> Work:
    """The whole ranking again without the first juror."""
    return _again(found, found.round.rules, without=found.collected.jurors[:1])


def a_verdict(found: Invented) -> Work:
    """The whole ranking again with two nominations as duplicates; the peers know no such thing."""
    two = found.collected.nominations[:2]
    return replace(_again(found, found.round.rules, groups=(Group(two, two[0]),)), answers=lambda _ranked: {})


def _again(found: Invented, rules: Any, **changed: Any) -> Work:
    round = replace(found.round, rules=rules)
    return Work(lambda: ranking(tally(round, found.collected, **changed)), _told)


def _told(ranked: Ranking) -> Answers:
    """The plain means in the order of the ids; what a method makes of them has no rival."""
    rows = sorted(ranked.standings, key=lambda row: row.nomination)
    return {"mean": [np.nan if row.mean is None else float(row.mean) for row in rows]}


WORKS: Final[Mapping[str, Callable[[Invented], Work]]] = {
    work.__name__: work
    for work in (
        *(means, exact, fit, alpha, drawn, schulze),
        *(move_a_weight, another_size, another_method, without_a_juror, a_verdict),
    )
}
"""By name."""


def main() -> None:
    """Do what is named."""
    name, size, folder, runs, out = sys.argv[1:]
    measure(WORKS[name](load(SIZES[size], Path(folder))), int(runs), Path(out))


if __name__ == "__main__":
    main()
