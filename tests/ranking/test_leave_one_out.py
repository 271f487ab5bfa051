"""Whose absence would change the shortlist."""

from collections.abc import Sequence

import numpy as np

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.leave_one_out import Absence, leave_one_out
from ranking.review_tables import complete, drawn, reviews_of

PLACES = 2


def best(scores: Floats) -> list[int]:
    """The places of the two highest scores; equals in their order; none without a score."""
    order = sorted(np.flatnonzero(~np.isnan(scores)).tolist(), key=lambda place: -scores[place])
    return order[:PLACES]


def by_mean(reviews: Reviews) -> Sequence[int]:
    return best(reviews.means)


def by_adjusted(reviews: Reviews) -> Sequence[int]:
    return best(adjusted(reviews).theta)


def test_a_juror_who_alone_holds_a_nomination_in_the_shortlist_is_named() -> None:
    # Means: 4, 3.33, 3. Without the second juror 4, 2.5, 3.5; without the others the first two stay.
    reviews = complete([[5, 3, 3], [4, 5, 2], [3, 2, 4]])
    assert leave_one_out(reviews, by_mean) == (Absence(juror=1, out=(1,), into=(2,)),)


def test_who_comes_and_goes_is_told_in_the_order_of_the_rankings() -> None:
    # Means: 1.67, 2, 4, 3.33. Without the first juror: 2.5, 3, 1, 0.5.
    reviews = complete([[0, 0, 10, 9], [2, 3, 1, 1], [3, 3, 1, 0]])
    assert leave_one_out(reviews, by_mean) == (Absence(juror=0, out=(2, 3), into=(1, 0)),)


def test_a_nomination_that_only_one_juror_reviewed_leaves_with_that_juror() -> None:
    reviews = reviews_of(
        [("a", "x", 5.0), ("b", "y", 4.0), ("b", "x", 4.0), ("c", "y", 1.0), ("c", "x", 2.0)]
    )
    # Without the other juror a and b stay.
    assert leave_one_out(reviews, by_mean) == (Absence(juror=0, out=(0,), into=(2,)),)


def test_where_the_line_is_clear_nobody_is_named() -> None:
    reviews = complete([[5, 5, 1, 1], [5, 4, 1, 2], [4, 5, 2, 1]])
    assert leave_one_out(reviews, by_mean) == ()
    assert leave_one_out(reviews, by_adjusted) == ()


def test_a_juror_without_a_review_is_not_asked() -> None:
    asked = []

    def count(reviews: Reviews) -> Sequence[int]:
        asked.append(len(reviews))
        return by_mean(reviews)

    reviews = reviews_of(
        [("a", "x", 5.0), ("a", "y", 4.0), ("b", "x", 1.0), ("b", "y", 2.0)], jurors=["absent"]
    )
    assert leave_one_out(reviews, count) == ()
    assert asked == [4, 2, 2]


def test_any_method_can_be_asked() -> None:
    reviews = drawn(18, 30, 8, 3)
    for method in (by_mean, by_adjusted):
        standing = set(method(reviews))
        others = {juror: set(method(reviews.without_juror(juror))) for juror in range(8)}
        found = leave_one_out(reviews, method)
        assert {absence.juror for absence in found} == {juror for juror, s in others.items() if s != standing}
        assert all(others[a.juror] == standing - set(a.out) | set(a.into) for a in found)
