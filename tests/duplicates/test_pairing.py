from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from nominate_tui.duplicates.pairing import NONE, among, pairs_of, unite

Column = NDArray[np.int64]
COUPLES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def columns(couples: Sequence[tuple[int, int]]) -> tuple[Column, Column]:
    both = np.array(couples, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


@given(COUPLES)
def test_pairs_are_turned_sorted_and_each_once(couples: Sequence[tuple[int, int]]) -> None:
    wanted = sorted({(min(couple), max(couple)) for couple in couples if couple[0] != couple[1]})
    assert pairs_of(*columns(couples)).tolist() == [list(pair) for pair in wanted]


@given(COUPLES, COUPLES)
def test_united_pairs_are_those_of_all(
    some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> None:
    both = unite(pairs_of(*columns(some)), pairs_of(*columns(others)))
    assert both.tolist() == pairs_of(*columns([*some, *others])).tolist()


@given(COUPLES, COUPLES)
def test_pairs_among_others_are_those_that_both_have(
    some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> None:
    pairs, known = pairs_of(*columns(some)), pairs_of(*columns(others))
    assert among(pairs, known).tolist() == [pair in known.tolist() for pair in pairs.tolist()]


def test_nothing_united_is_no_pair() -> None:
    assert unite().tolist() == []
    assert unite(NONE, NONE).shape == (0, 2)


def test_places_beyond_sixteen_bits_are_kept() -> None:
    assert pairs_of(np.array([2_000_000_000]), np.array([70_000])).tolist() == [[70_000, 2_000_000_000]]
