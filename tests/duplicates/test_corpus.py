from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.corpus import MARKS, Corpus
from nominate_tui.duplicates.passages import BRIDGE
from nominate_tui.duplicates.reading import BLOCK
from nominate_tui.model.nomination import Nominations

ANSWERS = st.dictionaries(
    st.sampled_from("xyz"), st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join)
)


def a_round(texts: Sequence[Mapping[str, str]]) -> Nominations:
    return round_of(*(nomination(str(n), f"Title {n % 3}", text=text) for n, text in enumerate(texts)))


@given(st.lists(ANSWERS, max_size=5))
def test_words_stand_in_their_order_with_marks_between_answers(texts: Sequence[Mapping[str, str]]) -> None:
    corpus = Corpus(a_round(texts))
    written: list[str] = [""] * MARKS
    starts, answer_starts = [], []
    for text in texts:
        starts.append(len(written))
        for answer in text.values():
            answer_starts.append(len(written))
            written += [*answer.split(), *[""] * MARKS]
    assert corpus.starts.tolist() == [*starts, len(written)]
    assert corpus.answer_starts.tolist() == [*answer_starts, len(written)]
    assert [number == 0 for number in corpus.words.tolist()] == [word == "" for word in written]
    by_word = dict(zip(written, corpus.words.tolist(), strict=True))
    assert [by_word[word] for word in written] == corpus.words.tolist()
    assert len(set(by_word.values())) == len(by_word)


@given(st.lists(ANSWERS, max_size=5), st.integers(1, 6))
def test_rows_of_words_are_counted_within_answers(texts: Sequence[Mapping[str, str]], words: int) -> None:
    rows = [sum(max(0, len(answer.split()) - words + 1) for answer in text.values()) for text in texts]
    corpus = Corpus(a_round(texts))
    assert corpus.rows(words).tolist() == rows
    assert len(corpus) == len(texts)


@given(st.lists(ANSWERS, min_size=1, max_size=5))
def test_a_place_belongs_to_the_nomination_it_is_in(texts: Sequence[Mapping[str, str]]) -> None:
    corpus = Corpus(a_round(texts))
    for place in range(len(texts)):
        here = range(int(corpus.starts[place]), int(corpus.starts[place + 1]))
        assert set(corpus.owners(np.array(here, np.int64)).tolist()) <= {place}


def test_titles_are_read_with_the_same_numbers() -> None:
    corpus = Corpus(round_of(nomination("1", "The garden", text="garden the"), nomination("2", "", text="x")))
    the, garden = corpus.titles.tolist()
    assert corpus.words[MARKS : MARKS + 2].tolist() == [garden, the]
    assert corpus.title_starts.tolist() == [0, 2, 2]


def test_marks_are_one_more_than_a_passage_reaches_over() -> None:
    assert MARKS == BRIDGE + 1


def test_lengths_count_words_and_no_marks() -> None:
    found = round_of(nomination("1", "one", text={"a": GARDEN, "b": ""}), nomination("2", "two", text=CHOIR))
    assert Corpus(found).lengths.tolist() == [36, 40]


def test_texts_longer_than_what_is_read_at_once_are_read_whole() -> None:
    long = "ab " * BLOCK
    corpus = Corpus(
        round_of(nomination("1", "one", text=long), nomination("2", "two", text={"a": long, "b": "ab"}))
    )
    assert corpus.lengths.tolist() == [BLOCK, BLOCK + 1]
    assert len(corpus.hashes) == 4


def test_progress_adds_up_to_the_whole() -> None:
    shares: list[float] = []
    long = "ab " * (BLOCK // 3)
    Corpus(round_of(*(nomination(str(n), "t", text={"a": long, "b": "x"}) for n in range(6))), shares.append)
    assert len(shares) > 3
    assert abs(sum(shares) - 1) < 1e-9


def test_digests_are_of_the_words_and_not_of_the_order_of_the_round() -> None:
    there = Corpus(round_of(nomination("1", "one", text=GARDEN), nomination("2", "two", text=CHOIR)))
    back = Corpus(round_of(nomination("2", "two", text=CHOIR), nomination("1", "one", text=GARDEN)))
    assert there.digests.tolist() == back.digests.tolist()[::-1]
    assert len({*there.digests.tolist()}) == 2
