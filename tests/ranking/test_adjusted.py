import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nominate_tui.ranking.adjusted import adjusted, correction
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.components import components
from nominate_tui.ranking.incidence import Incidence

Pairs = dict[tuple[int, int], float]
"""By nomination and juror, the review score."""


def reviews_of(scores: Pairs, nominations: int | None = None, jurors: int | None = None) -> Reviews:
    """The reviews of a table."""
    pairs = list(scores)
    return Reviews(
        np.array([i for i, _j in pairs], dtype=np.int32),
        np.array([j for _i, j in pairs], dtype=np.int32),
        np.array(list(scores.values()), dtype=np.float64),
        np.empty((len(pairs), 0)),
        max((i for i, _j in pairs), default=-1) + 1 if nominations is None else nominations,
        max((j for _i, j in pairs), default=-1) + 1 if jurors is None else jurors,
    )


@st.composite
def tables(draw: st.DrawFn) -> Pairs:
    pairs = draw(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 4)), min_size=1, max_size=35))
    return {pair: draw(st.integers(4, 20)) / 4 for pair in sorted(pairs)}


def dense(reviews: Reviews) -> tuple[Floats, float | None, float | None, int]:
    """θ, σ², τ² and df by the formulas as they are written, with matrices and a pseudo-inverse."""
    heard = np.unique(reviews.nomination), np.unique(reviews.juror)
    matrix = np.zeros((len(heard[0]), len(heard[1])))
    rows, columns = np.searchsorted(heard[0], reviews.nomination), np.searchsorted(heard[1], reviews.juror)
    matrix[rows, columns] = 1
    per_nomination, per_juror = matrix.sum(axis=1), matrix.sum(axis=0)
    means = np.bincount(rows, weights=reviews.score) / per_nomination
    block = np.diag(per_juror) - matrix.T @ np.diag(1 / per_nomination) @ matrix
    right = np.bincount(columns, weights=reviews.score - means[rows], minlength=len(heard[1]))
    parts = len(heard[1]) - np.linalg.matrix_rank(block, tol=1e-9)
    explained = right @ np.linalg.pinv(block, rcond=1e-10) @ right
    n, (nominations, jurors) = len(rows), matrix.shape
    df = int(n - nominations - jurors + parts)
    if df <= 0:
        return means, None, None, df
    sigma2 = max(0.0, ((reviews.score - means[rows]) ** 2).sum() - explained) / df
    tau2 = max(0.0, (explained - sigma2 * (jurors - parts)) / (n - nominations))
    if tau2 < 1e-9:
        return means, sigma2, 0.0, df
    # The least squares, since without noise (λ = 0) the matrix is singular.
    beta = np.linalg.lstsq(block + sigma2 / tau2 * np.eye(jurors), right, rcond=None)[0]
    return means - matrix @ beta / per_nomination, sigma2, tau2, df


@given(tables())
@example({(0, 1): 1, (1, 2): 1, (1, 3): 1, (5, 0): 1, (5, 2): 1.25, (5, 3): 1.25})  # σ² is 0
def test_the_fit_is_the_one_of_the_formulas(scores: Pairs) -> None:
    reviews = reviews_of(scores)
    found = adjusted(reviews)
    theta, sigma2, tau2, df = dense(reviews)
    assert found.df == df
    assert found.sigma2 == (None if sigma2 is None else pytest.approx(sigma2, abs=1e-8))
    assert found.tau2 == (None if tau2 is None else pytest.approx(tau2, abs=1e-8))
    # Where σ² is rounding only, λ is no number that two ways to compute would agree on.
    if sigma2 is None or sigma2 > 1e-6:
        assert found.theta[reviews.per_nomination > 0] == pytest.approx(theta, abs=1e-6)


@given(tables(), st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_where_jurors_differ_by_nothing_else_their_effects_add_up_to_nothing(
    scores: Pairs, strict: list[int]
) -> None:
    # Every review is the nomination's number and the juror's: σ² is 0, and only the sum of the effects is open.
    reviews = reviews_of({(i, j): float(i % 3 + strict[j]) for i, j in scores})
    found = adjusted(reviews)
    if not found.corrects:
        return
    effects = np.array([float(strict[j]) for j in range(reviews.jurors)])
    part = components(Incidence(reviews)).juror
    for number in range(found.components):
        effects[part == number] -= effects[part == number].mean()
    expected = reviews.means - reviews.mean_by_nomination(effects[reviews.juror])
    heard = reviews.per_nomination > 0
    assert found.theta[heard] == pytest.approx(expected[heard], abs=1e-6)


def test_strict_and_mild_jurors_who_saw_different_nominations_are_told_apart() -> None:
    # Juror 0 is 1 below, juror 2 is 1 above; nominations are worth 2, 3, 4, and each juror saw some of them.
    worth, bias = (2.0, 3.0, 4.0, 2.0, 3.0, 4.0), (-1.0, 0.0, 1.0)
    seen = [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 2), (3, 0), (3, 2), (4, 0), (4, 1), (5, 1), (5, 2)]
    noise = [0.1, -0.1, -0.1, 0.1, 0.1, -0.1, 0.1, -0.1, -0.1, 0.1, 0.1, -0.1]
    reviews = reviews_of({(i, j): worth[i] + bias[j] + e for (i, j), e in zip(seen, noise, strict=True)})
    found = adjusted(reviews)
    assert found.theta == pytest.approx(worth, abs=0.15)
    assert found.beta == pytest.approx(bias, abs=0.15)
    assert np.abs(reviews.means - worth).max() >= 0.5


@given(st.integers(2, 6), st.integers(2, 5))
def test_where_every_juror_scored_every_nomination_nothing_is_taken_from_the_means(
    nominations: int, jurors: int
) -> None:
    rng = np.random.default_rng(nominations * 10 + jurors)
    scores = {(i, j): float(rng.integers(1, 6)) + j / 3 for i in range(nominations) for j in range(jurors)}
    reviews = reviews_of(scores)
    found = adjusted(reviews)
    assert correction(found, reviews) == pytest.approx(np.zeros(nominations), abs=1e-12)


@pytest.mark.parametrize(
    ("scores", "sigma2"),
    [
        ({(0, 0): 3.0, (1, 1): 4.0}, None),
        ({(0, 0): 3.0, (0, 1): 3.0, (1, 0): 4.0, (1, 1): 4.0}, 0.0),
    ],
    ids=["no two jurors met", "no juror differs"],
)
def test_without_a_difference_or_the_reviews_to_tell_one_nothing_is_corrected(
    scores: Pairs, sigma2: float | None
) -> None:
    found = adjusted(reviews_of(scores))
    assert (found.corrects, found.ratio, found.sigma2) == (False, math.inf, sigma2)
    assert found.tau2 == (None if sigma2 is None else 0.0)
    assert found.theta.tolist() == [3.0, 4.0]
    assert found.beta.tolist() == [0.0, 0.0]


def test_who_has_no_review_has_no_score_and_no_severity() -> None:
    scores = {(i, j): 3.0 + i + j + (0.5 if i == j else 0.0) for i in range(1, 5) for j in range(1, 4)}
    found = adjusted(reviews_of(scores, nominations=7, jurors=6))
    assert np.isnan(found.theta).tolist() == [True, False, False, False, False, True, True]
    assert found.beta[[0, 4, 5]].tolist() == [0.0, 0.0, 0.0]
    assert found.df == 12 - 4 - 3 + 1


def test_no_review_at_all_is_fitted_too() -> None:
    found = adjusted(reviews_of({}, nominations=2, jurors=2))
    assert (found.df, found.components, found.sigma2) == (0, 0, None)


def test_a_long_chain_of_jurors_is_solved_too() -> None:
    # Each nomination is seen by two neighbours only, so that what one end says reaches the other over all of them.
    rng = np.random.default_rng(5)
    jurors = 300
    scores = {
        (i, j): 3.0 + (j % 3) + float(rng.normal(0, 0.3))
        for i in range(2 * jurors - 2)
        for j in (i // 2, i // 2 + 1)
    }
    reviews = reviews_of(scores)
    theta, sigma2, tau2, _df = dense(reviews)
    found = adjusted(reviews)
    assert [found.sigma2, found.tau2] == pytest.approx([sigma2, tau2])
    assert found.theta == pytest.approx(theta, abs=1e-9)


def test_components_are_the_parts_that_share_no_review() -> None:
    reviews = reviews_of({(0, 2): 1.0, (3, 2): 1.0, (3, 4): 1.0, (1, 0): 1.0, (4, 1): 1.0}, 6, 6)
    found = components(Incidence(reviews))
    assert found.number == 3
    assert found.nomination.tolist() == [2, 0, -1, 2, 1, -1]
    assert found.juror.tolist() == [0, 1, 2, -1, 2, -1]


@given(tables())
def test_components_are_found_as_by_walking(scores: Pairs) -> None:
    reviews = reviews_of(scores)
    found = components(Incidence(reviews))
    parts: list[set[tuple[str, int]]] = []
    for i, j in scores:
        together = {("nomination", i), ("juror", j)}
        touched = [part for part in parts if part & together]
        parts = [part for part in parts if not part & together] + [together.union(*touched)]
    assert found.number == len(parts)
    for part in parts:
        numbers = {int(getattr(found, side)[place]) for side, place in part}
        assert len(numbers) == 1


def test_the_block_is_applied_as_the_matrix_would_be() -> None:
    scores = {(0, 0): 1.0, (2, 0): 1.0, (2, 1): 1.0, (3, 1): 1.0, (3, 3): 1.0}
    reviews = reviews_of(scores, 5, 4)
    matrix = np.zeros((5, 4))
    for place in scores:
        matrix[place] = 1
    inverse = np.diag([1.0, 0.0, 0.5, 0.5, 0.0])
    block = np.diag(matrix.sum(axis=0)) - matrix.T @ inverse @ matrix
    for unit in np.eye(4):
        assert Incidence(reviews).block_times(unit) == pytest.approx(block @ unit)
