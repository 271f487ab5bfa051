"""Rankings drawn from the fitted model: probabilities of the shortlist and intervals of ranks."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.draws import Outlook, draws
from nominate_tui.ranking.fit import Fit
from ranking.review_tables import (
    complete,
    drawn,
    expected,
    incidence,
    incomplete,
    reviews_of,
    scored_by_chance,
    shuffled,
)

SEED = "drawn before scores were seen"


def outlook(reviews: Reviews, k: int, seed: str = SEED, count: int = 4000) -> Outlook:
    found = draws(adjusted(reviews), reviews, k, seed, count)
    assert found is not None
    return found


def covariance(fit: Fit, reviews: Reviews) -> Floats:
    """D⁻¹ + D⁻¹A(M + λI)⁻¹AᵀD⁻¹, as a block of the inverse of the mixed model equations (Henderson 1975)."""
    table = incidence(reviews)
    of_jurors = np.diag(table.sum(axis=0)) + fit.ratio * np.eye(reviews.jurors)
    equations = np.block([[np.diag(table.sum(axis=1)), table], [table.T, of_jurors]])
    inverse: Floats = np.linalg.inv(equations).astype(np.float64)
    return inverse[: reviews.nominations, : reviews.nominations]


def first_of_two(difference: float, variance: float) -> float:
    """P(t > −d/√v) for Student's t with two degrees of freedom: ½ + x/(2√(2 + x²))."""
    x = difference / math.sqrt(variance)
    return 0.5 + x / (2 * math.sqrt(2 + x * x))


@pytest.mark.shared
def test_a_case_has_the_probabilities_and_intervals_of_its_reference(shared: Path) -> None:
    case = expected(shared, "incomplete_26x10")["uncertainty"]
    found = outlook(incomplete(shared), case["k"])
    assert found.in_shortlist == pytest.approx(list(case["p_top_k"].values()), abs=case["tolerance_p"])
    ends = np.array(list(case["rank_interval_90"].values()))
    # Over 4,000 draws an end may fall on the next rank; over the 200,000 of the reference it lies between two.
    assert np.abs(found.rank_low - ends[:, 0]).max() <= 1
    assert np.abs(found.rank_high - ends[:, 1]).max() <= 1


@pytest.mark.parametrize("ratio", [math.inf, 1.5, 0.2])
def test_of_two_nominations_the_better_is_first_as_often_as_the_model_says(ratio: float) -> None:
    rows = [("a", "x", 0.0), ("a", "y", 0.0), ("a", "z", 0.0), ("b", "z", 0.0), ("b", "w", 0.0)]
    reviews = reviews_of(rows)
    fit = Fit(
        np.array([3.5, 3.0]), np.zeros(4), sigma2=0.5, tau2=0.5 / ratio, ratio=ratio, df=2, components=1
    )
    apart = np.array([1.0, -1.0])
    # λ to infinity is the limit without a term for jurors.
    limit = covariance(replace(fit, ratio=1e12), reviews) if math.isinf(ratio) else covariance(fit, reviews)
    found = draws(fit, reviews, 1, SEED, 40_000)
    assert found is not None
    assert found.in_shortlist[0] == pytest.approx(first_of_two(0.5, 0.5 * apart @ limit @ apart), abs=0.01)
    assert found.in_shortlist.sum() == pytest.approx(1)


def test_groups_that_share_no_juror_are_less_sure_beside_one_another() -> None:
    together = reviews_of([("a", "x", 0.0), ("a", "y", 0.0), ("b", "x", 0.0), ("b", "y", 0.0)])
    apart = reviews_of([("a", "x", 0.0), ("a", "y", 0.0), ("b", "z", 0.0), ("b", "w", 0.0)])
    chances = []
    for reviews in (together, apart):
        fit = Fit(np.array([3.5, 3.0]), np.zeros(reviews.jurors), 0.1, 0.2, ratio=0.5, df=2, components=1)
        found = draws(fit, reviews, 1, SEED, 20_000)
        assert found is not None
        chances.append(found.in_shortlist[0])
    # Shared jurors cancel out; otherwise the difference of two means of τ² each is added.
    assert chances == pytest.approx([first_of_two(0.5, 0.1), first_of_two(0.5, 0.1 + 0.2)], abs=0.012)


def test_an_interval_covers_the_true_rank_about_nine_times_in_ten() -> None:
    chance = np.random.default_rng(20)
    covered = []
    for round in range(40):
        theta, beta = chance.normal(3, 0.7, 40), chance.normal(0, 0.4, 12)
        found = outlook(scored_by_chance(chance, theta, beta, 4), 5, str(round), 400)
        true = 1 + (theta[None, :] > theta[:, None]).sum(axis=1)
        covered.append((found.rank_low <= true) & (true <= found.rank_high))
    assert 0.88 <= np.mean(covered) <= 0.95


def test_the_same_seed_draws_the_same_and_another_one_does_not() -> None:
    reviews = drawn(5, 26, 10, 5)
    once, again, other = outlook(reviews, 6), outlook(reviews, 6), outlook(reviews, 6, "another")
    assert np.array_equal(once.in_shortlist, again.in_shortlist)
    assert np.array_equal(once.rank_high, again.rank_high)
    assert not np.array_equal(once.in_shortlist, other.in_shortlist)
    assert once.in_shortlist == pytest.approx(other.in_shortlist, abs=0.05)


def test_the_order_of_the_rows_changes_nothing() -> None:
    reviews = drawn(6, 60, 12, 4)
    fit = adjusted(reviews)
    here, there = draws(fit, reviews, 6, SEED), draws(fit, shuffled(reviews), 6, SEED)
    assert here is not None
    assert there is not None
    assert np.array_equal(here.in_shortlist, there.in_shortlist)
    assert np.array_equal(here.rank_low, there.rank_low)


def test_nominations_without_a_review_are_left_out_and_change_nothing() -> None:
    rows = [(f"n{i}", f"j{j}", float((3 * i + i * j + 2 * j) % 5)) for i in range(9) for j in range(4)]
    plain = outlook(reviews_of(rows), 3)
    more = outlook(reviews_of(rows, nominations=["0", "z"]), 3)
    assert np.isnan(more.in_shortlist[[0, -1]]).all()
    assert more.rank_low[[0, -1]].tolist() == [0, 0] == more.rank_high[[0, -1]].tolist()
    assert np.array_equal(more.in_shortlist[1:-1], plain.in_shortlist)
    assert np.array_equal(more.rank_high[1:-1], plain.rank_high)


def test_as_many_are_in_the_shortlist_of_each_draw_as_it_has_places() -> None:
    found = outlook(drawn(7, 26, 10, 5), 6)
    assert found.in_shortlist.sum() == pytest.approx(6)
    assert outlook(drawn(7, 26, 10, 5), 40).in_shortlist.tolist() == [1.0] * 26


def test_an_interval_leaves_out_at_most_one_draw_in_twenty_at_either_end() -> None:
    reviews = reviews_of([("a", "x", 0.0), ("b", "x", 0.0)])
    fit = Fit(np.array([2.0, 0.0]), np.zeros(1), 0.5, 0.0, math.inf, df=2, components=1)
    found = draws(fit, reviews, 1, SEED)
    assert found is not None
    # a is first in 1/2 + 2/(2√6) = 91 % of the draws: its interval is both ranks, and so is the other's.
    assert found.in_shortlist[0] == pytest.approx(first_of_two(2, 1), abs=0.02)
    assert (found.rank_low.tolist(), found.rank_high.tolist()) == ([1, 1], [2, 2])
    surer = draws(replace(fit, theta=np.array([5.0, 0.0])), reviews, 1, SEED)
    assert surer is not None
    assert (surer.rank_low.tolist(), surer.rank_high.tolist()) == ([1, 2], [1, 2])


def test_too_few_reviews_to_tell_the_noise_give_no_probabilities() -> None:
    reviews = reviews_of([("a", "x", 3.0), ("b", "x", 4.0), ("b", "y", 2.0)])
    assert draws(adjusted(reviews), reviews, 1, SEED) is None


def test_without_any_noise_only_a_tie_at_the_line_is_open() -> None:
    reviews = complete([[4, 2, 3, 3, 1], [5, 3, 4, 4, 2], [3, 1, 2, 2, 0]])
    found = outlook(reviews, 2)
    assert found.in_shortlist.tolist() == [1, 0, 0.5, 0.5, 0]
    assert (found.rank_low.tolist(), found.rank_high.tolist()) == ([1, 4, 2, 2, 5], [1, 4, 3, 3, 5])
    assert outlook(reviews, 3).in_shortlist.tolist() == [1, 0, 1, 1, 0]
