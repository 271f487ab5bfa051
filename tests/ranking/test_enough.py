"""When there is enough data to say how far a jury agrees."""

import numpy as np
import pytest

from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.enough import enough
from ranking.review_tables import complete, reviews_of


def is_enough(reviews: Reviews) -> bool:
    return enough(reviews.nomination, reviews.juror)


@pytest.mark.parametrize(
    ("jurors", "nominations", "told"),
    [(3, 8, True), (2, 40, False), (3, 7, False), (40, 7, False), (9, 10, True)],
)
def test_it_takes_three_jurors_and_eight_nominations(jurors: int, nominations: int, told: bool) -> None:
    assert is_enough(complete(np.zeros((jurors, nominations)).tolist())) is told


@pytest.mark.parametrize(("with_two", "told"), [(20, True), (19, False)])
def test_it_takes_twenty_pairs_of_reviews_of_the_same_nomination(with_two: int, told: bool) -> None:
    rows = [(f"n{i:02}", juror, 3.0) for i in range(with_two) for juror in ("x", "yz"[i % 2])]
    rows += [(f"o{i:02}", "x", 3.0) for i in range(30)]
    assert is_enough(reviews_of(rows)) is told


def test_three_reviews_of_a_nomination_are_three_pairs() -> None:
    rows = [(f"n{i}", juror, 3.0) for i in range(6) for juror in "xyz"]
    assert is_enough(reviews_of([*rows, ("o", "x", 3.0), ("p", "x", 3.0)])) is False
    assert (
        is_enough(reviews_of([*rows, ("o", "x", 3.0), ("o", "y", 3.0), ("p", "x", 3.0), ("p", "y", 3.0)]))
        is True
    )


def test_nothing_is_not_enough() -> None:
    assert is_enough(reviews_of([])) is False
