from collections.abc import Sequence
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates import cosines
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.cosines import AllCosines, nearest
from nominate_tui.duplicates.pairing import NONE, pairs_of
from nominate_tui.duplicates.weights import Weights, weighted

TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=8).map(" ".join), max_size=6)


def weights_of(texts: Sequence[str]) -> Weights:
    return weighted(Corpus(round_of(*(nomination(str(n), "", text=text) for n, text in enumerate(texts)))))


def by_hand(weights: Weights, a: int, b: int) -> float:
    rows: list[dict[int, float]] = []
    for place in (a, b):
        here = slice(int(weights.starts[place]), int(weights.starts[place + 1]))
        rows.append(dict(zip(weights.stems[here].tolist(), weights.values[here].tolist(), strict=True)))
    return sum(weight * rows[1].get(stem, 0.0) for stem, weight in rows[0].items())


def all_pairs(count: int) -> "np.ndarray[tuple[int, int], np.dtype[np.int32]]":
    return np.array([*combinations(range(count), 2)], np.int32).reshape(-1, 2)


@given(TEXTS)
def test_a_cosine_is_the_sum_of_the_products_of_weights(texts: Sequence[str]) -> None:
    weights = weights_of(texts)
    found = AllCosines(weights).of(all_pairs(len(texts))).tolist()
    # Exactly: sums of whole parts of one are not rounded.
    assert found == [by_hand(weights, a, b) for a, b in combinations(range(len(texts)), 2)]


@given(TEXTS)
def test_the_population_is_all_pairs(texts: Sequence[str]) -> None:
    found = AllCosines(weights_of(texts))
    assert found.population.tolist() == sorted(found.of(all_pairs(len(texts))).tolist())


def made(count: int) -> list[str]:
    drawn = Random(2)  # noqa: S311 - no secret hangs on it
    return [" ".join(f"{drawn.randrange(200):x}" for _ in range(30)) for _ in range(count)]


def test_the_sparse_product_is_the_dense_one(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = weights_of(made(60))
    dense = AllCosines(weights).population.tolist()
    monkeypatch.setattr(cosines, "DENSE", 0)
    assert AllCosines(weights).population.tolist() == dense


@given(TEXTS)
def test_the_nearest_to_each_is_the_one_that_no_other_is_as_near_as(texts: Sequence[str]) -> None:
    found = AllCosines(weights_of(texts))
    for place, told in enumerate(found.nearest_to.tolist()):
        others = {
            other: float(found.of(np.array([[place, other]], np.int32))[0])
            for other in range(len(texts))
            if other != place
        }
        most = max(others.values(), default=0.0)
        alone = [other for other, cosine in others.items() if cosine == most]
        assert told == (alone[0] if most > 0 and len(alone) == 1 else -1)


def test_the_nearest_are_told_without_those_that_are_known() -> None:
    found = AllCosines(weights_of(["a b", "a b", "a b c d", "c d", "e f", "e g"]))
    assert found.nearest(1, NONE).tolist() == [[0, 1]]
    known = pairs_of(np.array([0]), np.array([1]))
    by_cosine = sorted(all_pairs(6).tolist(), key=lambda pair: -found.of(np.array([pair], np.int32))[0])
    assert found.nearest(1, known).tolist() == [pair for pair in by_cosine if pair != [0, 1]][:1]
    assert found.nearest(99, NONE).tolist() == [[0, 1], [0, 2], [1, 2], [2, 3], [4, 5]]


@pytest.mark.parametrize(
    ("values", "count", "kept"),
    [
        ([0.5, 0.9, 0.7], 2, [1, 2]),
        ([0.5, 0.9, 0.5], 2, [0, 1, 2]),
        # Four that are as near as the third: too many to take them all, and none is better than another.
        ([0.9, 0.5, 0.5, 0.5, 0.5], 2, [0]),
        ([0.5], 3, [0]),
        ([], 3, []),
    ],
)
def test_who_is_as_near_as_the_last_is_taken_too_unless_they_are_many(
    values: Sequence[float], count: int, kept: Sequence[int]
) -> None:
    pairs = np.array([[place, place + 10] for place in range(len(values))]).reshape(-1, 2)
    assert nearest(pairs, np.array(values), count).tolist() == [[place, place + 10] for place in kept]
