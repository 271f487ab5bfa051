from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.linking import components

TIES = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


def first_of(count: int, ties: Sequence[tuple[int, int]]) -> list[int]:
    """The first that each hangs together with, by going from one to the next."""
    near = {here: {here} for here in range(count)}
    for one, other in ties:
        near[one].add(other)
        near[other].add(one)
    found = []
    for here in range(count):
        reached, waiting = {here}, [here]
        while waiting:
            new = near[waiting.pop()] - reached
            reached |= new
            waiting += new
        found.append(min(reached))
    return found


@given(TIES)
def test_each_thing_leads_to_the_first_of_those_it_hangs_together_with(
    ties: Sequence[tuple[int, int]],
) -> None:
    ends = np.array(ties, np.int64).reshape(-1, 2)
    assert components(20, ends[:, 0], ends[:, 1]).tolist() == first_of(20, ties)


def test_a_chain_of_thousands_is_one() -> None:
    links = np.random.default_rng(1).permutation(9_999)
    assert not components(10_000, links, links + 1).any()


def test_without_ties_each_is_by_itself() -> None:
    nothing = np.empty(0, np.int64)
    assert components(3, nothing, nothing).tolist() == [0, 1, 2]
    assert components(0, nothing, nothing).tolist() == []
