"""Krippendorff's alpha against published values, and against its definition worked out pair by pair."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.alpha import alpha_of_reviews, alphas_of_criteria, interval_alpha, ordinal_alpha
from nominate_tui.ranking.arrays import Floats, Places
from ranking.review_tables import (
    case,
    complete,
    diving,
    drawn,
    expected,
    incomplete,
    places,
    scored,
    shuffled,
)

Units = Sequence[Sequence[float]]
"""The scores of each nomination."""
Difference = Callable[[float, float, Mapping[float, int]], float]

UNITS = st.lists(st.lists(st.integers(1, 5).map(float), max_size=5), min_size=2, max_size=7)


def ordinal(c: float, k: float, counts: Mapping[float, int]) -> float:
    between = sum(n for value, n in counts.items() if min(c, k) <= value <= max(c, k))
    return (between - (counts[c] + counts[k]) / 2) ** 2 if c != k else 0.0


def interval(c: float, k: float, _counts: Mapping[float, int]) -> float:
    return (c - k) ** 2


def by_definition(units: Units, difference: Difference) -> float | None:
    """α = 1 − D_o/D_e from the coincidences of values (Krippendorff 2011)."""
    pairable = [unit for unit in units if len(unit) > 1]
    counts = Counter(value for unit in pairable for value in unit)
    n = sum(counts.values())
    if len(counts) < 2:
        return None
    observed = sum(
        difference(c, k, counts) / (len(unit) - 1) for unit in pairable for c, k in permutations(unit, 2)
    )
    chance = sum(counts[c] * counts[k] * difference(c, k, counts) for c in counts for k in counts)
    return 1 - observed / n * (n * (n - 1)) / chance


def flat(units: Units) -> tuple[Places, Floats]:
    rows = [(place, value) for place, unit in enumerate(units) for value in unit]
    return np.array([row[0] for row in rows], dtype=np.int32), np.array([row[1] for row in rows], dtype=float)


@given(UNITS)
def test_ordinal_alpha_is_that_of_its_definition(units: Units) -> None:
    assert ordinal_alpha(*flat(units)) == pytest.approx(by_definition(units, ordinal))


@given(UNITS)
def test_interval_alpha_is_that_of_its_definition(units: Units) -> None:
    assert interval_alpha(*flat(units)) == pytest.approx(by_definition(units, interval))


@given(UNITS, st.sampled_from([lambda x: x / 4, lambda x: x**3, lambda x: 10**9 * x, lambda x: x - 3.3]))
def test_ordinal_alpha_knows_only_the_order_of_the_values(
    units: Units, f: Callable[[Floats], Floats]
) -> None:
    nomination, score = flat(units)
    assert ordinal_alpha(nomination, f(score)) == pytest.approx(ordinal_alpha(nomination, score))


@pytest.mark.shared
def test_krippendorffs_own_example_has_the_published_alphas(shared: Path) -> None:
    published = expected(shared, "krippendorff_4x12")
    reviews = case(shared, "krippendorff_4x12", "unit", "coder", "value")
    found = alpha_of_reviews(reviews)
    assert found is not None
    assert round(found, 3) == published["ordinal"]
    interval = interval_alpha(reviews.nomination, reviews.score)
    assert interval is not None
    assert round(interval, 3) == published["interval"]


@pytest.mark.shared
def test_the_alphas_of_an_incomplete_round_are_those_of_its_reference(shared: Path) -> None:
    reference = expected(shared, "incomplete_26x10")["reference"]
    reviews = incomplete(shared)
    of_criteria = list(reference["alpha_ordinal_by_criterion"].values())
    assert alphas_of_criteria(reviews) == pytest.approx(of_criteria, abs=1e-9)
    assert interval_alpha(reviews.nomination, reviews.score) == pytest.approx(
        reference["alpha_interval"], abs=1e-9
    )


@pytest.mark.shared
def test_scores_that_are_equal_but_for_rounding_are_equal(shared: Path) -> None:
    # The reference was worked out on floats in which four groups of equal scores fell apart (71 values for 67),
    # which moves it by 0.0004; the definition on rounded scores tells what it should be.
    reviews = incomplete(shared)
    units = [np.round(reviews.score[reviews.nomination == place], 9).tolist() for place in range(26)]
    found = alpha_of_reviews(reviews)
    assert found == pytest.approx(by_definition(units, ordinal), abs=1e-12)
    assert found == pytest.approx(
        expected(shared, "incomplete_26x10")["reference"]["alpha_ordinal"], abs=5e-4
    )


@pytest.mark.shared
@pytest.mark.parametrize(("name", "key"), [("ordinal", "alpha_ordinal"), ("interval", "alpha_interval")])
def test_the_alphas_of_a_complete_tasting_are_those_of_its_reference(
    shared: Path, name: str, key: str
) -> None:
    reviews = case(shared, "paris1976_red", "nomination", "juror", "score")
    alpha = {"ordinal": ordinal_alpha, "interval": interval_alpha}[name]
    reference = expected(shared, "paris1976_red")["reference"][key]
    assert alpha(reviews.nomination, reviews.score) == pytest.approx(reference, abs=1e-9)


@pytest.mark.shared
def test_the_alpha_of_a_large_case_is_that_of_its_reference(shared: Path) -> None:
    reviews = diving(shared)
    reference = expected(shared, "diving2000_m3")["severity_reference"]["alpha_interval"]
    assert interval_alpha(reviews.nomination, reviews.score) == pytest.approx(reference, abs=1e-9)


def test_jurors_who_agree_entirely_have_one_and_who_agree_by_chance_none() -> None:
    assert alpha_of_reviews(complete([[1, 2, 3, 4, 5, 1, 2, 3]] * 3)) == pytest.approx(1)
    chance = np.random.default_rng(8)
    random = complete(chance.integers(1, 6, (40, 200)).tolist())
    assert alpha_of_reviews(random) == pytest.approx(0, abs=0.01)


def test_without_two_scores_to_compare_or_any_difference_there_is_none() -> None:
    assert ordinal_alpha(places(["a", "b", "c"]), np.array([1.0, 2.0, 3.0])) is None
    assert ordinal_alpha(places(["a", "a", "b", "b"]), np.full(4, 3.0)) is None
    assert interval_alpha(places(["a", "a", "b", "b"]), np.full(4, 0.1)) is None
    assert interval_alpha(places([]), np.array([])) is None


def test_a_criterion_is_told_by_the_reviews_that_score_it() -> None:
    # Ida scores the second criterion nowhere: two jurors are left of three, which is not enough.
    table = {
        juror: {
            f"n{i}": (float((i + shift) % 5), float(i % 5) if juror != "ida" else np.nan) for i in range(9)
        }
        for shift, juror in enumerate(("anna", "bo", "ida"))
    }
    first, second = alphas_of_criteria(scored(table))
    units = [[float((i + shift) % 5) for shift in range(3)] for i in range(9)]
    assert first == pytest.approx(by_definition(units, ordinal))
    assert second is None


def test_the_order_of_the_rows_changes_nothing() -> None:
    reviews = drawn(9, 60, 12, 4)
    assert alpha_of_reviews(shuffled(reviews)) == pytest.approx(alpha_of_reviews(reviews), abs=1e-13)
