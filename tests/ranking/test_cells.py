import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.ranking.cells import Shares, cells

NOMINATION = np.array([0, 0, 0, 2, 2, 3], dtype=np.int32)
PATTERN = np.array([0, 0, 1, 1, 1, 1], dtype=np.int32)
NONE = np.zeros(0, dtype=np.int32)


def test_a_cell_is_a_run_of_one_nomination_and_pattern() -> None:
    found = cells(NOMINATION, PATTERN)
    assert found.starts.tolist() == [0, 2, 3, 5]
    assert found.sizes.tolist() == [2, 1, 2, 1]
    assert found.nomination.tolist() == [0, 0, 2, 3]
    assert found.pattern.tolist() == [0, 1, 1, 1]


def test_every_row_finds_its_cell() -> None:
    assert cells(NOMINATION, PATTERN).of(np.arange(6)).tolist() == [0, 0, 1, 2, 2, 3]


def test_without_rows_there_are_no_cells_and_no_sums() -> None:
    found = Shares(cells(NONE, NONE), 1, np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.int64))
    assert found.number.tolist() == []
    assert found.sums(np.zeros(0, dtype=np.int64)).tolist() == []


def test_rows_that_count_less_are_taken_out_of_their_cell_alone() -> None:
    # The second row is out, of the last but one counts a half.
    found = Shares(cells(NOMINATION, PATTERN), 2, np.array([1, 4]), np.array([-2, -1]))
    assert found.number.tolist() == [2, 2, 3, 2]
    assert found.sums(np.array([1, 10, 100, 3, 5, 7])).tolist() == [2, 200, 11, 14]


def test_shares_beyond_64_bits_are_exact() -> None:
    whole = 3**50
    less = np.array([-whole], dtype=np.object_)
    found = Shares(cells(NOMINATION, PATTERN), whole, np.array([0]), less)
    assert found.number.tolist() == [whole, whole, 2 * whole, whole]
    assert found.sums(np.array([1, 10, 100, 3, 5, 7])).tolist() == [
        *(10 * whole, 100 * whole, 8 * whole),
        7 * whole,
    ]


rows = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(-5, 5), st.integers(0, 6)), max_size=30
)


@given(rows)
def test_sums_are_those_of_row_after_row(lines: list[tuple[int, int, int, int]]) -> None:
    lines.sort()
    nomination, pattern, value, share = np.array(lines, dtype=np.int64).reshape(-1, 4).T
    others = np.flatnonzero(share != 6)
    runs = cells(nomination.astype(np.int32), pattern.astype(np.int32))
    found = Shares(runs, 6, others, share[others] - 6)
    plain: dict[tuple[int, int], tuple[int, int]] = {}
    for i, p, y, part in lines:
        number, total = plain.get((i, p), (0, 0))
        plain[i, p] = number + part, total + part * y
    places = zip(runs.nomination.tolist(), runs.pattern.tolist(), strict=True)
    told = zip(found.number.tolist(), found.sums(value).tolist(), strict=True)
    assert dict(zip(places, told, strict=True)) == plain
