from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import CHOIR, GARDEN, nomination
from nominate_tui.duplicates.comparison import Comparison, Name, Owner, Topic
from nominate_tui.duplicates.nearness import both_have, is_mutual, is_near, nearness

PAIR = Comparison(
    nomination("1", "Beans", text=GARDEN),
    nomination("2", "Songs", text=CHOIR),
    Name(),
    None,
    Owner(),
    None,
    None,
)


def of(cosine: float, percentile: float = 1.0) -> Comparison:
    return replace(PAIR, topic=Topic(cosine, percentile))


@pytest.mark.parametrize(("cosine", "near"), [(0.0, 0.0), (0.27, 0.0), (0.28, 0.28), (1.0, 1.0)])
def test_topics_are_as_near_as_their_cosine_from_a_threshold_on(cosine: float, near: float) -> None:
    assert nearness(of(cosine)) == near
    assert is_near(of(cosine)) == bool(near)


def test_near_topics_are_also_among_the_nearest_of_the_round() -> None:
    assert is_near(of(0.9, 0.97))
    assert not is_near(of(0.9, 0.96))
    assert nearness(of(0.9, 0.96)) == 0.9


def test_without_words_there_is_no_topic() -> None:
    assert nearness(PAIR) == 0.0
    assert not is_near(PAIR)


def mutual(cosine: float, percentile: float, words: tuple[int, int] = (20, 100)) -> Comparison:
    """Two that are nearest to one another, in texts of so many words."""
    one, other = (nomination(str(n), "", text="word " * n) for n in words)
    return replace(PAIR, a=one, b=other, topic=Topic(cosine, percentile, mutual=True))


def test_two_that_are_nearest_to_one_another_are_near_however_low_all_cosines_are() -> None:
    assert is_near(mutual(0.1, 0.97))
    assert not is_near(mutual(0.1, 0.96))
    assert not is_near(replace(mutual(0.1, 0.99), topic=Topic(0.1, 0.99)))


@pytest.mark.parametrize(("words", "can_tell"), [((20, 100), True), ((19, 100), False), ((99, 99), False)])
def test_in_short_texts_it_says_nothing_who_is_the_nearest(words: tuple[int, int], can_tell: bool) -> None:
    assert is_mutual(mutual(0.2, 0.99, words), 0.97) == can_tell
    assert is_mutual(mutual(0.2, 0.99, words[::-1]), 0.97) == can_tell


def test_where_a_percentile_says_nothing_nobody_is_the_nearest() -> None:
    pair = mutual(0.2, 0.99)
    assert not is_mutual(replace(pair, topic=Topic(0.2, 0.99, telling=False, mutual=True)), 0.97)
    assert not is_mutual(replace(pair, topic=None), 0.97)


def test_a_text_of_fewer_than_twenty_words_has_no_topic() -> None:
    short = nomination("2", "Songs", text="word " * 19)
    assert nearness(replace(of(0.9), b=short)) == 0.0
    assert nearness(replace(of(0.9), b=replace(short, answers={"purpose": "word " * 20}))) == 0.9


@given(st.lists(st.text("ab \n"), max_size=4), st.integers(1, 6))
def test_words_are_counted_over_all_answers(texts: Sequence[str], words: int) -> None:
    answers = {str(number): text for number, text in enumerate(texts)}
    pair = replace(PAIR, a=nomination("1", "Beans", text=answers))
    assert both_have(pair, words) == (pair.a.words >= words)
