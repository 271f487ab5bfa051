"""Means over the jurors of each nomination, for many draws at a time."""

import numpy as np
import pytest

from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.juror_means import JurorMeans
from ranking.review_tables import drawn, incidence, reviews_of, shuffled


def uneven(jurors: int, most: int) -> Reviews:
    """A hundred nominations with 0 to `most` reviews each, the rows in no order."""
    chance = np.random.default_rng(5)
    rows = [
        (f"n{i:02}", f"j{j:03}", 3.0)
        for i in range(100)
        for j in chance.permutation(jurors)[: chance.integers(0, most + 1)]
    ]
    return shuffled(reviews_of(rows, [f"n{i:02}" for i in range(100)], [f"j{j:03}" for j in range(jurors)]))


def by_definition(of_jurors: Floats, reviews: Reviews) -> Floats:
    table = incidence(reviews)
    present = table[table.sum(axis=1) > 0]
    means: Floats = of_jurors @ (present / present.sum(axis=1, keepdims=True)).T
    return means


@pytest.mark.parametrize("draws", [1, 7, 3000])
@pytest.mark.parametrize(("jurors", "most"), [(8, 8), (12, 3), (200, 9), (400, 60)])
def test_the_means_are_those_of_their_definition(jurors: int, most: int, draws: int) -> None:
    reviews = uneven(jurors, most)
    of_jurors = np.random.default_rng(6).normal(size=(draws, jurors))
    assert np.allclose(JurorMeans(reviews)(of_jurors), by_definition(of_jurors, reviews), atol=1e-12)


def test_nominations_are_as_many_as_have_a_review_and_told_by_how_many() -> None:
    reviews = reviews_of([("b", "x", 3.0), ("d", "x", 4.0), ("d", "y", 2.0)], nominations=["a", "c", "e"])
    means = JurorMeans(reviews)
    assert means.sizes.tolist() == [1, 2]
    assert means(np.array([[1.0, 4.0]])).tolist() == [[1.0, 2.5]]


@pytest.mark.parametrize(("jurors", "each"), [(10, 5), (300, 4)])
def test_the_order_of_the_rows_changes_not_even_the_last_digit(jurors: int, each: int) -> None:
    reviews = drawn(7, 60, jurors, each)
    of_jurors = np.random.default_rng(8).normal(size=(50, jurors))
    here, there = JurorMeans(reviews)(of_jurors), JurorMeans(shuffled(reviews))(of_jurors)
    assert np.array_equal(here, there)
