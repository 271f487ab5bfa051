from pathlib import Path

import numpy as np
import pytest

from nominate_tui.ranking.weight_draws import CONCENTRATION, DRAWS, kept_shares
from nominate_tui.ranking.weights import Weighed, weigh
from ranking.test_weights import known_case


def weighed(seed: int, nominations: int, criteria: int, k: int) -> Weighed:
    values = np.random.default_rng(seed).integers(2, 11, (nominations, criteria)) / 2
    return weigh(values, np.arange(criteria, 0, -1, dtype=np.float64), k)


def one_by_one(found: Weighed, seed: int, draws: int) -> list[float]:
    """The same shares without any haste: every nomination, every draw, by the definition."""
    times = np.zeros(len(found.values))
    for weights in np.random.RandomState(np.random.PCG64(seed)).dirichlet(
        CONCENTRATION * found.weights, draws
    ):
        scores = found.values @ weights
        times += [np.count_nonzero(scores > score + 1e-9) < found.k for score in scores]
    return list(times / draws)


@pytest.mark.parametrize("k", [1, 3, 12, 30])
def test_the_shares_are_those_of_looking_at_everybody(k: int) -> None:
    found = weighed(5, 30, 4, k)
    assert kept_shares(found, 7, 200).tolist() == one_by_one(found, 7, 200)


def test_many_nominations_in_several_blocks_count_the_same() -> None:
    found = weighed(6, 3000, 3, 1500)
    assert kept_shares(found, 7, 300).tolist() == one_by_one(found, 7, 300)


def test_who_is_ahead_on_every_criterion_is_always_kept() -> None:
    found = weigh(np.array([[5.0, 5.0], [4.0, 3.0], [3.0, 4.0], [1.0, 1.0]]), np.array([1.0, 1.0]), 2)
    kept = kept_shares(found, 1)
    assert (kept[0], kept[3]) == (1, 0)


def test_two_that_mirror_one_another_are_kept_half_of_the_time() -> None:
    # Under equal weights neither is before the other; four standard errors of a share of 10,000 are 0.02.
    found = weigh(np.array([[5.0, 2.0], [2.0, 5.0]]), np.array([1.0, 1.0]), 1)
    kept = kept_shares(found, 1)
    assert kept.sum() == 1
    assert kept[0] == pytest.approx(0.5, abs=0.02)


def test_with_two_criteria_the_share_is_that_of_the_beta_distribution() -> None:
    # The first is in where its weight is above 1/2. Its weight is Beta(60, 40), of which 0.97806 lies there
    # (scipy.stats.beta.sf(0.5, 60, 40)); the normal approximation, 0.1 / 0.0487 = 2.05, says 0.98.
    found = weigh(np.array([[5.0, 2.0], [2.0, 5.0]]), np.array([60.0, 40.0]), 1)
    assert kept_shares(found, 3)[0] == pytest.approx(0.97806, abs=0.006)


def test_equals_share_the_last_place_in_every_draw() -> None:
    found = weigh(np.array([[4.0, 3.0], [4.0, 3.0], [1.0, 1.0]]), np.array([2.0, 1.0]), 1)
    assert kept_shares(found, 1).tolist() == [1, 1, 0]


def test_the_order_of_the_nominations_does_not_matter() -> None:
    found = weighed(5, 30, 4, 6)
    turned = weigh(found.values[::-1], found.weights, 6)
    assert kept_shares(turned, 7)[::-1].tolist() == kept_shares(found, 7).tolist()


def test_another_seed_draws_other_weights() -> None:
    found = weighed(5, 30, 4, 6)
    assert kept_shares(found, 7).tolist() == kept_shares(found, 7).tolist()
    assert kept_shares(found, 8).tolist() != kept_shares(found, 7).tolist()


def test_no_nominations_have_no_shares() -> None:
    assert kept_shares(weigh(np.empty((0, 2)), np.array([1.0, 1.0]), 3), 1).tolist() == []


def test_a_weight_of_a_fifth_is_drawn_within_four_points_two_times_in_three() -> None:
    drawn = np.random.RandomState(np.random.PCG64(1)).dirichlet(CONCENTRATION * np.array([0.2, 0.8]), DRAWS)[
        :, 0
    ]
    assert np.mean(np.abs(drawn - 0.2) <= 0.04) == pytest.approx(2 / 3, abs=0.03)


@pytest.mark.shared
def test_in_the_known_case_only_the_pair_that_is_nearest_changes_places(shared: Path) -> None:
    ids, means, case = known_case(shared)
    found = weigh(np.array(means), np.array(list(case["weights"].values()), dtype=np.float64), 6)
    kept = dict(zip(ids, kept_shares(found, 1), strict=True))
    assert {id for id, share in kept.items() if 0 < share < 1} == set(case["sensitivity"]["radius_pair"])
    assert kept["n002"] + kept["n026"] == pytest.approx(1)
