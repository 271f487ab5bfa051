"""What the reviews tell of the differences between jurors."""

from dataclasses import replace

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.juror_block import juror_block, juror_root, rows_by_nomination
from ranking.review_tables import complete, drawn, incidence, reviews_of, shuffled


def by_definition(reviews: Reviews) -> Floats:
    """M = E − AᵀD⁻¹A with every matrix written down."""
    table = incidence(reviews)
    per_nomination = np.maximum(table.sum(axis=1), 1)
    return np.diag(table.sum(axis=0)) - table.T @ np.diag(1 / per_nomination) @ table


@pytest.mark.parametrize(
    ("nominations", "jurors", "each"), [(5, 4, 4), (26, 10, 5), (300, 80, 3), (40, 200, 150), (400, 7, 7)]
)
def test_the_block_is_that_of_its_definition(nominations: int, jurors: int, each: int) -> None:
    reviews = drawn(1, nominations, jurors, each)
    assert np.allclose(juror_block(reviews), by_definition(reviews), atol=1e-9)


@pytest.mark.parametrize(("jurors", "most"), [(80, 6), (9, 9)])
def test_so_it_is_where_nominations_have_different_numbers_of_reviews(jurors: int, most: int) -> None:
    chance = np.random.default_rng(3)
    rows = [
        (f"n{i:03}", f"j{j:02}", 3.0)
        for i in range(300)
        for j in chance.permutation(jurors)[: chance.integers(0, most + 1)]
    ]
    reviews = shuffled(reviews_of(rows))
    assert np.allclose(juror_block(reviews), by_definition(reviews), atol=1e-9)


def test_jurors_and_nominations_without_a_review_change_nothing_of_the_others() -> None:
    rows = [("a", "x", 3.0), ("a", "y", 4.0), ("b", "y", 2.0), ("b", "z", 5.0)]
    reviews = reviews_of(rows, nominations=["0", "c"], jurors=["0", "w"])
    assert np.allclose(juror_block(reviews), by_definition(reviews))
    assert np.allclose(juror_block(reviews)[np.ix_([2, 3, 4], [2, 3, 4])], juror_block(reviews_of(rows)))


def test_where_all_jurors_scored_all_nominations_only_their_number_counts() -> None:
    block = juror_block(complete(np.arange(12.0).reshape(3, 4).tolist()))
    assert np.allclose(block, 4 * (np.eye(3) - np.full((3, 3), 1 / 3)))


@pytest.mark.parametrize(("nominations", "jurors", "each"), [(26, 10, 5), (500, 300, 6)])
def test_the_root_is_one_of_the_inverse(nominations: int, jurors: int, each: int) -> None:
    reviews = drawn(2, nominations, jurors, each)
    fit = adjusted(reviews)
    root = juror_root(fit, reviews)
    assert np.allclose(root.T @ root @ (by_definition(reviews) + fit.ratio * np.eye(jurors)), np.eye(jurors))


def test_jurors_who_differ_without_noise_can_be_worked_with_too() -> None:
    reviews = complete([[1, 2, 3], [2, 3, 4], [0, 1, 2]])
    fit = replace(adjusted(drawn(3, 26, 10, 5)), ratio=0.0)
    assert np.isfinite(juror_root(fit, reviews)).all()


def test_the_order_of_the_rows_changes_not_even_the_last_digit() -> None:
    reviews = drawn(4, 300, 80, 3)
    mixed = shuffled(reviews)
    assert np.array_equal(juror_block(mixed), juror_block(reviews))
    ordered = rows_by_nomination(mixed)
    assert np.array_equal(mixed.nomination[ordered], np.repeat(np.arange(300), 3))
    assert np.array_equal(mixed.score[ordered], reviews.score[rows_by_nomination(reviews)])
