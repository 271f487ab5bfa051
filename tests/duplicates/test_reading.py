from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.reading import STEM, in_a_row, mixed, read

TEXT = st.text(st.characters() | st.sampled_from("aåÅ -\n.éß…½İıµ\u0301\u00ad\u200bаΣ"), max_size=40)
"""Texts of any characters, surrogates too, with many that are folded in some way of their own."""


def same(*texts: str) -> bool:
    """Whether all texts are read as the same words."""
    found = {tuple(read([text]).words.tolist()) for text in texts}
    return len(found) == 1


@given(st.lists(TEXT, max_size=8))
def test_the_words_are_those_of_fold(texts: Sequence[str]) -> None:
    found = read(texts)
    folded = [words(text) for text in texts]
    assert found.lengths.tolist() == [len(text) for text in folded]
    spelt = [word for text in folded for word in text]
    by_word = dict(zip(spelt, found.words.tolist(), strict=True))
    assert [by_word[word] for word in spelt] == found.words.tolist()
    assert len(set(by_word.values())) == len(by_word)


@given(st.lists(TEXT, max_size=8))
def test_a_stem_is_that_of_the_first_six_letters(texts: Sequence[str]) -> None:
    found = read(texts)
    cut = [word[:STEM] for text in texts for word in words(text)]
    assert found.stems.tolist() == [int(read([word]).words[0]) for word in cut]


@given(TEXT, st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_a_word_is_the_same_number_wherever_it_stands(
    text: str, before: Sequence[str], after: Sequence[str]
) -> None:
    alone, among = read([text]), read([*before, text, *after])
    start = int(among.lengths[: len(before)].sum())
    assert among.words[start : start + len(alone.words)].tolist() == alone.words.tolist()


def test_what_looks_the_same_is_the_same_word() -> None:
    assert same("Bjørn Ågård", "bjørn ågård", "BJØRN A\u030agard".replace("gard", "ga\u030ard"))
    assert same("Evening", "Even\u0456ng", "Even\u00ading", "\u200bEvening\ufeff")
    assert not same("gard", "gård")
    assert not same("ab", "ba")


def test_texts_without_words_are_read_as_none() -> None:
    found = read(["", " – … ", "\u00ad"])
    assert (len(found.words), found.lengths.tolist()) == (0, [0, 0, 0])
    assert read([]).lengths.tolist() == []


def test_numbers_are_the_same_in_every_process() -> None:
    # The polynomial by hand: "ab" is 97 + 98 · base, mixed.
    base, mask = 0x9E3779B97F4A7C15, (1 << 64) - 1
    number = (97 + 98 * base) & mask
    number = ((number ^ number >> 31) * 0xBF58476D1CE4E5B9) & mask
    assert read(["ab"]).words.tolist() == [number ^ number >> 29]


def test_a_hundred_thousand_words_are_as_many_numbers() -> None:
    numbers = read([" ".join(f"{n:x}" for n in range(100_000))]).words
    assert len(np.unique(numbers)) == 100_000
    # The upper bits alone tell them apart too; the vocabulary relies on it.
    assert len(np.unique(numbers >> np.uint64(20))) == 100_000


@pytest.mark.parametrize(("words", "rows"), [(0, 0), (4, 0), (5, 1), (7, 3)])
def test_a_row_begins_wherever_words_enough_follow(words: int, rows: int) -> None:
    assert len(in_a_row(np.arange(words, dtype=np.uint64), 5)) == rows


def test_rows_of_the_same_words_in_the_same_order_are_the_same_number() -> None:
    there = in_a_row(np.array([1, 2, 3, 1, 2, 3, 2, 1], np.uint64), 3)
    assert there[0] == there[3]
    assert len(set(there.tolist())) == 5


def test_mixing_takes_no_two_numbers_for_one() -> None:
    assert len(np.unique(mixed(np.arange(100_000, dtype=np.uint64)))) == 100_000
