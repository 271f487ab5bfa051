from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.model.rules import Criterion
from nominate_tui.ranking.means import criterion_means, disagreement, mean
from nominate_tui.ranking.result import CountedReview

numbers = st.lists(st.fractions(min_value=-9, max_value=9, max_denominator=60), min_size=1, max_size=8)


def word(juror: str, **scores: int) -> CountedReview:
    return CountedReview(juror, Fraction(0), {id: Fraction(score) for id, score in scores.items()})


def test_a_mean_is_exact() -> None:
    assert mean([Fraction(1, 3), Fraction(1, 2), Fraction(4)]) == Fraction(29, 18)


@given(numbers)
def test_a_mean_times_the_number_of_values_is_their_sum(values: list[Fraction]) -> None:
    assert mean(values) * len(values) == sum(values)


def test_a_criterion_is_averaged_over_those_who_scored_it() -> None:
    criteria = [Criterion(id, {}) for id in ("innovation", "spread", "craft")]
    reviews = [word("anna", innovation=4, spread=2), word("bo", innovation=5)]
    assert criterion_means(reviews, criteria) == {
        "innovation": Fraction(9, 2),
        "spread": Fraction(2),
        "craft": None,
    }


def test_disagreement_is_the_sample_standard_deviation() -> None:
    # Mean 4, squares 4 + 1 + 0 + 1 + 4 = 10, divided by 4.
    assert disagreement([Fraction(n) for n in (2, 3, 4, 5, 6)]) == pytest.approx(2.5**0.5, abs=1e-15)


def test_nobody_disagrees_alone() -> None:
    assert disagreement([Fraction(3)]) is None
    assert disagreement([]) is None


@given(st.fractions(min_value=1, max_value=5, max_denominator=100), st.integers(2, 9))
def test_equal_scores_do_not_disagree_at_all(value: Fraction, jurors: int) -> None:
    assert disagreement([value] * jurors) == 0


@given(numbers.filter(lambda values: len(values) > 1))
def test_disagreement_is_the_same_in_any_order(values: list[Fraction]) -> None:
    assert disagreement(sorted(values)) == disagreement(values)
