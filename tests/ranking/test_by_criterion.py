import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.by_criterion import by_criterion

SHARES = np.array([0.5, 0.3, 0.2])


@st.composite
def tables(draw: st.DrawFn, gaps: bool = True) -> Reviews:
    """Some of 6 nominations by 4 jurors on three criteria, each review with at least one score."""
    pairs = sorted(draw(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=6)))
    marks = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, *([np.nan] if gaps else [])])
    rows = [[float(draw(st.integers(1, 5))), draw(marks), draw(marks)] for _ in pairs]
    criteria = np.array(rows)
    places = np.array(pairs, dtype=np.int32)
    return Reviews(places[:, 0], places[:, 1], weighted(criteria, SHARES), criteria, 6, 4)


def weighted(criteria: Floats, shares: Floats) -> Floats:
    """What a review counts as: the criteria's means and, in the mean of what was scored, how far from them it is."""
    known = ~np.isnan(criteria)
    middle = np.array([line[~np.isnan(line)].mean() if (~np.isnan(line)).any() else 0 for line in criteria.T])
    apart = [
        sum(w * (s - m) for w, s, m, k in zip(shares, row, middle, has, strict=True) if k) / shares[has].sum()
        for row, has in zip(criteria, known, strict=True)
    ]
    return np.array(apart) + float(middle @ shares)


def dense(reviews: Reviews, scores: Floats, ratio: float) -> Floats:
    """θ with a known λ, by the matrices of the formulas."""
    matrix = np.zeros((6, 4))
    matrix[reviews.nomination, reviews.juror] = 1
    number = np.maximum(matrix.sum(axis=1), 1)
    means: Floats = np.bincount(reviews.nomination, scores, 6).astype(np.float64) / number
    right = np.bincount(reviews.juror, scores - means[reviews.nomination], 4)
    block = np.diag(matrix.sum(axis=0)) - matrix.T @ np.diag(1 / number) @ matrix
    theta: Floats = means.astype(np.float64)
    theta -= matrix @ np.linalg.lstsq(block + ratio * np.eye(4), right, rcond=1e-10)[0] / number
    return theta


@given(tables())
def test_at_the_chosen_weights_the_parts_add_up_to_the_score(reviews: Reviews) -> None:
    fit = adjusted(reviews)
    heard = reviews.per_nomination > 0
    assert (by_criterion(reviews, SHARES, None) @ SHARES)[heard] == pytest.approx(reviews.means[heard])
    assert (by_criterion(reviews, SHARES, fit) @ SHARES)[heard] == pytest.approx(fit.theta[heard], abs=1e-8)


@given(tables(gaps=False), st.tuples(*[st.integers(1, 9)] * 3))
def test_under_other_weights_they_add_up_to_what_the_equations_say_with_the_same_shrinking(
    reviews: Reviews, weights: tuple[int, int, int]
) -> None:
    fit = adjusted(reviews)
    shares = np.array(weights) / sum(weights)
    scores = reviews.criteria @ shares
    heard = reviews.per_nomination > 0
    expected = dense(reviews, scores, fit.ratio) if fit.corrects else reviews.mean_by_nomination(scores)
    assert (by_criterion(reviews, SHARES, fit) @ shares)[heard] == pytest.approx(expected[heard], abs=1e-6)


def test_what_a_juror_left_out_is_as_far_from_the_mean_as_the_rest() -> None:
    # The criteria have the means 3 and 2; a review of 5 and nothing is 2 above the first, and so counts as 4 on the second.
    criteria = np.array([[5.0, np.nan], [1.0, 2.0]])
    shares = np.array([0.5, 0.5])
    reviews = Reviews(
        np.array([0, 1], np.int32), np.array([0, 1], np.int32), weighted(criteria, shares), criteria, 2, 2
    )
    assert by_criterion(reviews, shares, None).tolist() == [[5.0, 4.0], [1.0, 2.0]]
