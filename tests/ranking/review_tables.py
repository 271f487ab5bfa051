"""Tables of reviews as arrays, for the tests of what is estimated from them."""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nominate_tui.ranking.arrays import Floats, Places, Reviews

Row = tuple[str, str, float]
"""Nomination, juror, review score."""


def reviews_of(rows: Sequence[Row], nominations: Iterable[str] = (), jurors: Iterable[str] = ()) -> Reviews:
    """Places go by the order of the ids; `nominations` and `jurors` may name some without a review."""
    nomination = places([row[0] for row in rows], nominations)
    juror = places([row[1] for row in rows], jurors)
    score = np.array([row[2] for row in rows], dtype=np.float64)
    sizes = len({row[0] for row in rows} | set(nominations)), len({row[1] for row in rows} | set(jurors))
    return Reviews(nomination, juror, score, score[:, None], *sizes)


def places(ids: Sequence[str], more: Iterable[str] = ()) -> Places:
    """The place of each id among all ids in order."""
    ordered = {id: place for place, id in enumerate(sorted({*ids, *more}))}
    return np.array([ordered[id] for id in ids], dtype=np.int32)


def complete(table: Sequence[Sequence[float]]) -> Reviews:
    """Every juror (a line) scored every nomination (a column)."""
    rows = [(f"n{i:03}", f"j{j:03}", score) for j, line in enumerate(table) for i, score in enumerate(line)]
    return reviews_of(rows)


def scored(scores: Mapping[str, Mapping[str, Sequence[float]]]) -> Reviews:
    """By juror, by nomination: a score for each criterion (NaN: none). The review score is their mean."""
    rows = [(id, juror, given) for juror, reviews in scores.items() for id, given in reviews.items()]
    criteria = np.array([given for _id, _juror, given in rows], dtype=np.float64)
    plain = reviews_of([(id, juror, float(np.nanmean(given))) for id, juror, given in rows])
    return Reviews(plain.nomination, plain.juror, plain.score, criteria, plain.nominations, plain.jurors)


def drawn(seed: int, nominations: int, jurors: int, each: int, severity: float = 0.4) -> Reviews:
    """A made-up round in which `each` jurors, by chance, score each nomination: θ ~ N(3, 0.7²), ε ~ N(0, 0.6²)."""
    chance = np.random.default_rng(seed)
    theta, beta = chance.normal(3, 0.7, nominations), chance.normal(0, severity, jurors)
    return scored_by_chance(chance, theta, beta, each)


def scored_by_chance(chance: np.random.Generator, theta: Floats, beta: Floats, each: int) -> Reviews:
    """Reviews of given nominations by given jurors, with a noise of 0.6."""
    nomination = np.repeat(np.arange(len(theta), dtype=np.int32), each)
    juror = np.concatenate([chance.permutation(len(beta))[:each] for _ in theta]).astype(np.int32)
    score = theta[nomination] + beta[juror] + chance.normal(0, 0.6, len(juror))
    return Reviews(nomination, juror, score, score[:, None], len(theta), len(beta))


def shuffled(reviews: Reviews, seed: int = 1) -> Reviews:
    """The same rows in another order."""
    order = np.random.default_rng(seed).permutation(len(reviews))
    return Reviews(
        reviews.nomination[order],
        reviews.juror[order],
        reviews.score[order],
        reviews.criteria[order],
        reviews.nominations,
        reviews.jurors,
    )


def incidence(reviews: Reviews) -> Floats:
    """A, N × J, written down."""
    table = np.zeros((reviews.nominations, reviews.jurors))
    table[reviews.nomination, reviews.juror] = 1
    return table


def expected(shared: Path, name: str) -> dict[str, Any]:
    """What must come out of a case."""
    return tomllib.loads((shared / "cases/ranking" / f"{name}.expected.toml").read_text(encoding="utf-8"))


def lines(shared: Path, name: str) -> list[dict[str, str]]:
    """The table of a case."""
    with (shared / "cases/ranking" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def case(shared: Path, name: str, nomination: str, juror: str, score: str) -> Reviews:
    """A case with one score for each review, by the names of its columns."""
    return reviews_of([(line[nomination], line[juror], float(line[score])) for line in lines(shared, name)])


def diving(shared: Path) -> Reviews:
    """The diving of 2000: what is judged is one dive, and there are 14 jurors."""
    unit = "{event}/{round}/{nomination}/{item}"
    return reviews_of(
        [
            (unit.format(**line), line["juror"], float(line["score"]))
            for line in lines(shared, "diving2000_m3")
        ]
    )


def incomplete(shared: Path) -> Reviews:
    """The case of 26 nominations and 10 jurors, lacking scores by centred renormalisation, as its header says.

    y_ij = Σ_c w_c·m_c/Σ_c w_c + Σ_c w_c·(s_ijc − m_c)/Σ_c w_c, with the criteria's means m_c; the second sums over
    what is scored. It is worked out here by itself.
    """
    table = lines(shared, "incomplete_26x10")
    weights = expected(shared, "incomplete_26x10")["weights"]
    reviews = sorted({(line["nomination"], line["juror"]) for line in table})
    row = {review: place for place, review in enumerate(reviews)}
    criteria = np.full((len(reviews), len(weights)), np.nan)
    for line in table:
        column = list(weights).index(line["criterion"])
        criteria[row[line["nomination"], line["juror"]], column] = float(line["score"])
    weight = np.array(list(weights.values()), dtype=np.float64)
    means = np.nanmean(criteria, axis=0)
    apart = np.nansum((criteria - means) * weight, axis=1) / (~np.isnan(criteria) @ weight)
    plain = reviews_of(
        [
            (*review, score)
            for review, score in zip(reviews, apart + means @ weight / weight.sum(), strict=True)
        ]
    )
    return Reviews(plain.nomination, plain.juror, plain.score, criteria, plain.nominations, plain.jurors)
