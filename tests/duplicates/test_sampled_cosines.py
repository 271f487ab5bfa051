from itertools import combinations
from random import Random

import numpy as np
import pytest

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.cosines import AllCosines
from nominate_tui.duplicates.pairing import NONE, pairs_of
from nominate_tui.duplicates.sampled_cosines import SAMPLE, SampledCosines
from nominate_tui.duplicates.weights import weighted
from nominate_tui.model.nomination import Nominations


def a_round(count: int) -> Nominations:
    """Texts of 40 words, every tenth followed by one that says much the same in another order."""
    drawn = Random(3)  # noqa: S311 - no secret hangs on it
    texts: list[str] = []
    while len(texts) < count:
        words = [f"{min(drawn.randrange(9000), drawn.randrange(9000)):x}" for _ in range(40)]
        texts.append(" ".join(words))
        if len(texts) % 10 == 5:
            texts.append(" ".join(drawn.sample(words, 30)))
    return round_of(*(nomination(str(n), "", text=text) for n, text in enumerate(texts[:count])))


def both(nominations: Nominations) -> tuple[SampledCosines, AllCosines]:
    corpus = Corpus(nominations)
    weights = weighted(corpus)
    return SampledCosines(weights, corpus.digests), AllCosines(weights)


def test_a_cosine_is_the_same_as_where_all_are_worked_out() -> None:
    sampled, exact = both(a_round(100))
    pairs = np.array([*combinations(range(100), 2)], np.int32)
    assert sampled.of(pairs) == pytest.approx(exact.of(pairs), abs=1e-6)
    assert sampled.of(NONE).tolist() == []


def test_of_a_round_no_larger_than_the_sample_the_population_is_all_pairs() -> None:
    sampled, exact = both(a_round(100))
    assert sampled.population == pytest.approx(exact.population, abs=1e-6)


def test_the_sample_tells_nearly_the_same_percentiles() -> None:
    sampled, exact = both(a_round(2 * SAMPLE))
    parts = [0.5, 0.9, 0.99]
    assert np.quantile(sampled.population, parts) == pytest.approx(
        np.quantile(exact.population, parts), abs=0.01
    )
    assert len(sampled.population) == SAMPLE * (SAMPLE - 1) // 2


def test_the_order_of_the_nominations_does_not_change_the_sample() -> None:
    there, back = a_round(1500), Nominations(a_round(1500).all[::-1])
    assert both(there)[0].population.tolist() == both(back)[0].population.tolist()


def test_the_nearest_are_those_that_are_nearest_among_all() -> None:
    sampled, exact = both(a_round(600))
    assert sampled.nearest(30, NONE).tolist() == exact.nearest(30, NONE).tolist()
    known = exact.nearest(10, NONE)
    assert sampled.nearest(30, known).tolist() == exact.nearest(30, known).tolist()


def test_where_all_near_ones_are_known_there_is_none() -> None:
    sampled, _exact = both(round_of(nomination("1", "", text="a b"), nomination("2", "", text="a b")))
    assert sampled.nearest(3, pairs_of(np.array([0]), np.array([1]))).tolist() == []
