"""How strict or mild each juror is, and how sure that is."""

import math
from pathlib import Path

import numpy as np
import pytest

from nominate_tui.ranking.adjusted import adjusted
from nominate_tui.ranking.arrays import Floats, Reviews
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.severity import severity
from ranking.review_tables import (
    complete,
    diving,
    drawn,
    expected,
    incidence,
    incomplete,
    reviews_of,
    scored_by_chance,
)


def prediction_errors(fit: Fit, reviews: Reviews) -> Floats:
    """By the inverse of the whole mixed model equations (Henderson 1975)."""
    table = incidence(reviews)
    of_jurors = np.diag(table.sum(axis=0)) + fit.ratio * np.eye(reviews.jurors)
    equations = np.block([[np.diag(table.sum(axis=1)), table], [table.T, of_jurors]])
    assert fit.sigma2 is not None
    errors: Floats = np.sqrt(fit.sigma2 * np.diag(np.linalg.inv(equations)))
    return errors[reviews.nominations :]


def judged(beta: float, sigma2: float, nominations: int) -> bool:
    """Whether the severity of the first of three jurors is clear, where all score all and λ = 1."""
    reviews = complete(np.zeros((3, nominations)).tolist())
    fit = Fit(reviews.means, np.array([beta, -beta, 0.0]), sigma2, sigma2, 1.0, 2 * nominations - 2, 1)
    return bool(severity(fit, reviews).clear[0])


@pytest.mark.shared
def test_the_severities_of_an_incomplete_round_are_those_of_its_reference(shared: Path) -> None:
    reviews = incomplete(shared)
    fit = adjusted(reviews)
    found = severity(fit, reviews)
    reference = expected(shared, "incomplete_26x10")["reference"]
    assert found.effect == pytest.approx(list(reference["beta"].values()), abs=1e-9)
    assert found.error == pytest.approx(prediction_errors(fit, reviews), abs=1e-9)
    # −0.74 with a standard error of 0.22 is clear; 0.45 with as much is not.
    assert found.clear.tolist() == [True, *[False] * 9]


@pytest.mark.shared
def test_the_severities_of_a_large_case_are_those_of_its_reference(shared: Path) -> None:
    reviews = diving(shared)
    found = severity(adjusted(reviews), reviews)
    reference = expected(shared, "diving2000_m3")["severity_reference"]["beta"]
    assert found.effect == pytest.approx([reference[juror] for juror in sorted(reference)], abs=1e-9)
    # However certain, a tenth of a step moves nobody far.
    assert (np.abs(found.effect / found.error) >= 3).any()
    assert not found.clear.any()


@pytest.mark.parametrize(("nominations", "jurors", "each"), [(90, 12, 3), (60, 150, 20)])
def test_the_errors_are_those_of_the_mixed_model_equations(nominations: int, jurors: int, each: int) -> None:
    reviews = drawn(12, nominations, jurors, each)
    fit = adjusted(reviews)
    assert severity(fit, reviews).error == pytest.approx(prediction_errors(fit, reviews))


def test_where_all_scored_all_the_errors_have_a_closed_form() -> None:
    reviews = complete(np.zeros((5, 8)).tolist())
    fit = Fit(reviews.means, np.zeros(5), 0.5, 0.25, 2.0, 28, 1)
    # M = 8(I − 11ᵀ/5) has the eigenvalues 8 (four times) and 0.
    assert severity(fit, reviews).error == pytest.approx(np.full(5, math.sqrt(0.5 * (0.8 / 10 + 0.2 / 2))))


def test_the_errors_are_as_large_as_the_estimates_are_off() -> None:
    chance = np.random.default_rng(13)
    ratios = []
    for _round in range(60):
        beta = chance.normal(0, 0.5, 15)
        reviews = scored_by_chance(chance, chance.normal(3, 0.7, 60), beta, 4)
        found = severity(adjusted(reviews), reviews)
        ratios.append((found.effect - beta) / found.error)
    assert np.std(ratios) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize(("beta", "clear"), [(0.31, True), (-0.31, True), (0.29, False)])
def test_a_severity_is_clear_from_three_tenths_of_a_step_on(beta: float, clear: bool) -> None:
    assert judged(beta, 1e-4, 20) is clear


@pytest.mark.parametrize(("errors", "clear"), [(3.01, True), (2.99, False)])
def test_a_severity_is_clear_from_three_standard_errors_on(errors: float, clear: bool) -> None:
    # M = 20(I − 11ᵀ/3): the variance is σ²·((2/3)/21 + (1/3)/1).
    sigma2 = (1 / errors) ** 2 / (2 / 63 + 1 / 3)
    assert judged(1.0, sigma2, 20) is clear


@pytest.mark.parametrize(("nominations", "clear"), [(5, True), (4, False)])
def test_a_severity_is_clear_from_five_reviews_on(nominations: int, clear: bool) -> None:
    assert judged(1.0, 1e-4, nominations) is clear


def test_a_juror_without_a_review_has_no_severity() -> None:
    rows = [(f"n{i}", f"j{j}", float(i % 4 + j + (i * j) % 3)) for i in range(12) for j in range(4)]
    reviews = reviews_of(rows, jurors=["absent"])
    found = severity(adjusted(reviews), reviews)
    assert (
        np.isnan(found.effect).tolist()
        == [True, False, False, False, False]
        == np.isnan(found.error).tolist()
    )
    assert not found.clear[0]


def test_where_nothing_is_corrected_no_severity_is_told() -> None:
    alike = complete([[1, 2, 3, 4, 5, 3], [2, 1, 4, 3, 5, 3], [1, 2, 4, 3, 3, 5]])
    fit = adjusted(alike)
    assert fit.tau2 == 0
    few = reviews_of([("a", "x", 3.0), ("b", "x", 4.0), ("b", "y", 2.0)])
    for found in (severity(fit, alike), severity(adjusted(few), few)):
        assert np.isnan(found.effect).all()
        assert np.isnan(found.error).all()
        assert not found.clear.any()
