from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.reading import Hashes
from nominate_tui.duplicates.vocabulary import Vocabulary

BATCHES = st.lists(st.lists(st.integers(1, 40), max_size=30), max_size=5)


def hashes(numbers: Sequence[int]) -> Hashes:
    """Hashes that differ in their upper bits."""
    return np.array(numbers, np.uint64) << np.uint64(40)


@given(BATCHES)
def test_a_word_keeps_its_number_and_no_two_have_the_same(batches: Sequence[Sequence[int]]) -> None:
    vocabulary = Vocabulary()
    met: dict[int, int] = {}
    for batch in batches:
        for word, number in zip(batch, vocabulary.learn(hashes(batch), hashes(batch)).tolist(), strict=True):
            assert met.setdefault(word, number) == number
    assert sorted(met.values()) == [*range(1, len(met) + 1)]
    assert len(vocabulary) == len(met)


@given(BATCHES)
def test_a_number_leads_back_to_its_word(batches: Sequence[Sequence[int]]) -> None:
    vocabulary = Vocabulary()
    for batch in batches:
        numbers = vocabulary.learn(hashes(batch), hashes(batch))
        assert vocabulary.hashes()[numbers].tolist() == hashes(batch).tolist()
    assert vocabulary.hashes()[0] == 0


@given(BATCHES)
def test_stems_are_numbered_by_what_they_are_made_of(batches: Sequence[Sequence[int]]) -> None:
    vocabulary = Vocabulary()
    words = [vocabulary.learn(hashes(batch), hashes([word // 3 for word in batch])) for batch in batches]
    known = sorted({word // 3 for batch in batches for word in batch})
    for batch, numbers in zip(batches, words, strict=True):
        assert vocabulary.stems()[1][numbers].tolist() == [known.index(word // 3) + 1 for word in batch]
    assert vocabulary.stems()[1][0] == 0


def test_a_new_vocabulary_knows_the_mark_alone() -> None:
    vocabulary = Vocabulary()
    assert vocabulary.learn(hashes([]), hashes([])).tolist() == []
    assert (len(vocabulary), vocabulary.hashes().tolist(), vocabulary.stems()[1].tolist()) == (0, [0], [0])


@given(BATCHES, st.lists(st.integers(1, 60), max_size=10))
def test_words_are_known_by_their_numbers_and_others_by_none(
    batches: Sequence[Sequence[int]], asked: Sequence[int]
) -> None:
    vocabulary = Vocabulary()
    met: dict[int, int] = {}
    for batch in batches:
        met |= zip(batch, vocabulary.learn(hashes(batch), hashes(batch)).tolist(), strict=True)
    assert vocabulary.numbers(hashes(asked)).tolist() == [met.get(word, 0) for word in asked]
