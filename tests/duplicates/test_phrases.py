from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.phrases import numbered, standing
from nominate_tui.duplicates.reading import BLOCK, read, read_all

TEXTS = st.lists(st.lists(st.sampled_from("abc"), max_size=6).map(" ".join), max_size=6)


@given(TEXTS, TEXTS)
def test_phrases_stand_where_their_words_stand_in_a_row(texts: Sequence[str], phrases: Sequence[str]) -> None:
    told = read(phrases)
    numbers, held = standing(read(texts), numbered(told), told.lengths)
    by_number = dict(zip(numbered(read(phrases)).tolist(), phrases, strict=True))
    found = [(by_number[number], text) for number, text in zip(numbers.tolist(), held.tolist(), strict=True)]
    wanted = [
        (phrase, place)
        for phrase in {*phrases} - {""}
        for place, text in enumerate(texts)
        for start in range(len(text))
        if f"{text} ".startswith(f"{phrase} ", start) and not start % 2
    ]
    assert sorted(found) == sorted(wanted)


@given(TEXTS)
def test_only_the_same_words_in_the_same_order_are_the_same_number(phrases: Sequence[str]) -> None:
    assert len({*numbered(read(phrases)).tolist()}) == len({*phrases})


def test_a_phrase_reaches_over_no_two_texts() -> None:
    wanted = read(["b c", "c"])
    assert standing(read(["a b", "c"]), numbered(wanted), wanted.lengths)[1].tolist() == [1]


def test_very_many_texts_are_read_as_few_are() -> None:
    texts = ["evening bridge " * (BLOCK // 30), "", "bridge"] * 3
    assert read_all(texts).words.tolist() == read(texts).words.tolist()
    assert read_all(texts).lengths.tolist() == read(texts).lengths.tolist()
    assert read_all([]).lengths.tolist() == []
