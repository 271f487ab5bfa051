import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.incidence import Incidence

NOMINATIONS, JURORS = 6, 5

pairs = st.lists(
    st.tuples(st.integers(0, NOMINATIONS - 1), st.integers(0, JURORS - 1)), unique=True, min_size=1
)


def reviews_of(pairs: list[tuple[int, int]], nominations: int = NOMINATIONS, jurors: int = JURORS) -> Reviews:
    """Reviews in the order in which they are told, each with its own score."""
    nomination, juror = np.array(pairs, dtype=np.int32).T
    score = np.arange(len(pairs), dtype=np.float64) ** 2
    return Reviews(nomination, juror, score, np.empty((len(pairs), 0)), nominations, jurors)


@given(pairs)
def test_both_lists_say_what_the_table_says(pairs: list[tuple[int, int]]) -> None:
    found = Incidence(reviews_of(pairs))
    table = np.zeros((NOMINATIONS, JURORS))
    table[tuple(np.array(pairs).T)] = 1
    of_jurors, of_nominations = np.exp2(np.arange(JURORS)), np.exp2(np.arange(NOMINATIONS))
    assert np.array_equal(found.nominations.sums(of_jurors), table @ of_jurors)
    assert np.array_equal(found.jurors.sums(of_nominations), table.T @ of_nominations)


@given(pairs)
def test_the_smallest_and_the_first_are_of_those_who_reviewed_it(pairs: list[tuple[int, int]]) -> None:
    found, values = Incidence(reviews_of(pairs)), np.array([3, 1, 4, 0, 2], dtype=np.int32)
    smallest = found.nominations.smallest(values, otherwise=9).tolist()
    first = found.nominations.firsts(values, otherwise=9).tolist()
    for place in range(NOMINATIONS):
        by = {int(values[juror]) for nomination, juror in pairs if nomination == place} or {9}
        assert smallest[place] == min(by)
        assert first[place] in by


@pytest.mark.parametrize("size", [1 << 10, 1 << 16, 1 << 20])
def test_more_places_than_fit_into_one_number_make_no_difference(size: int) -> None:
    last = size - 1
    found = Incidence(reviews_of([(last, 0), (0, last), (last, last), (0, 1)], size, size))
    values = np.zeros(size)
    values[[0, 1, last]] = 1, 2, 4
    assert found.nominations.sums(values)[[0, 1, last]].tolist() == [6, 0, 5]
    assert found.jurors.sums(values)[[0, 1, last]].tolist() == [4, 1, 5]


@given(pairs)
def test_the_means_are_the_same_in_any_order_of_the_rows(pairs: list[tuple[int, int]]) -> None:
    mixed = reviews_of(pairs)
    order = np.argsort(mixed.nomination, kind="stable")
    score, rows = mixed.score[order], mixed.nomination[order]
    ordered = Reviews(rows, mixed.juror[order], score, mixed.criteria, NOMINATIONS, JURORS)
    assert np.array_equal(ordered.means, mixed.means, equal_nan=True)
