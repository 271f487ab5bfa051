from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.centring import offsets

BOTH, FIRST, SECOND, NEITHER = (True, True), (True, False), (False, True), (False, False)


def test_who_leaves_the_harder_criterion_out_is_moved_down() -> None:
    # Means 4 and 2, weights 3 and 1: (3·4 + 1·2) / 4 = 7/2 is expected of both, 4 of the first, 2 of the second alone.
    found = offsets((BOTH, FIRST, SECOND), (3, 1), (40, 10), (10, 5))
    assert list(found) == [0, Fraction(-1, 2), Fraction(3, 2)]


def test_a_criterion_that_nobody_scored_moves_nobody() -> None:
    assert list(offsets((FIRST, NEITHER), (3, 1), (40, 0), (10, 0))) == [0, 4]


@pytest.mark.parametrize("only", [BOTH, FIRST])
def test_where_all_have_the_same_criteria_nobody_is_moved(only: Sequence[bool]) -> None:
    assert list(offsets((only,), (3, 1), (40, 10), (10, 5))) == [0]


def test_without_any_score_nobody_is_moved() -> None:
    assert list(offsets((NEITHER, BOTH), (3, 1), (0, 0), (0, 0))) == [0, 0]


figures = st.lists(
    st.tuples(st.integers(1, 99), st.integers(0, 50), st.integers(1, 10), st.booleans()), min_size=1
)


@given(figures)
def test_a_review_of_the_middle_comes_to_the_middle_whatever_it_lacks(
    criteria: list[tuple[int, int, int, bool]],
) -> None:
    weights, sums, counts, has = zip(*criteria, strict=True)
    moved = offsets(([True] * len(has), has), weights, sums, counts)[1]
    middle = [Fraction(total, count) for total, count in zip(sums, counts, strict=True)]
    scored = [(w, m) for w, m, one in zip(weights, middle, has, strict=True) if one]
    alone = sum((w * m for w, m in scored), Fraction(0)) / (sum(w for w, _m in scored) or 1)
    whole = sum((w * m for w, m in zip(weights, middle, strict=True)), Fraction(0)) / sum(weights)
    assert alone + moved == whole
