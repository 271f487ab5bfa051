from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import CHOIR, GARDEN, nomination
from nominate_tui.duplicates.comparison import Comparison, Name, Owner, Topic
from nominate_tui.duplicates.nearness import both_have, is_near, is_nearest, nearness

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


def neighbours(percentile: float, nearest: int = 2, words: tuple[int, int] = (20, 100)) -> Comparison:
    """Two of which one is the other's nearest, or each, in texts of so many words."""
    one, other = (nomination(str(n), "", text="word " * n) for n in words)
    return replace(PAIR, a=one, b=other, topic=Topic(0.1, percentile, nearest=nearest))


def test_who_is_the_nearest_is_near_however_low_all_cosines_are() -> None:
    assert is_near(neighbours(0.97))
    assert is_near(neighbours(0.97, 1))
    assert not is_near(neighbours(0.96))
    assert not is_near(neighbours(0.99, 0))


@pytest.mark.parametrize(("nearest", "percentile"), [(1, 0.97), (2, 0.95)])
def test_the_nearest_are_among_the_nearest_of_the_round_too_and_more_so_where_only_one_is(
    nearest: int, percentile: float
) -> None:
    assert is_nearest(neighbours(percentile, nearest))
    assert not is_nearest(neighbours(percentile - 0.01, nearest))
    assert not is_nearest(neighbours(percentile, 0))


@pytest.mark.parametrize(("words", "can_tell"), [((20, 100), True), ((19, 100), False), ((99, 99), False)])
def test_in_short_texts_it_says_nothing_who_is_the_nearest(words: tuple[int, int], can_tell: bool) -> None:
    assert is_nearest(neighbours(0.99, words=words)) == can_tell
    assert is_nearest(neighbours(0.99, words=words[::-1])) == can_tell


def test_where_a_percentile_says_nothing_nobody_is_the_nearest() -> None:
    pair = neighbours(0.99)
    assert not is_nearest(replace(pair, topic=Topic(0.1, 0.99, telling=False, nearest=2)))
    assert not is_nearest(replace(pair, topic=None))


def test_a_text_of_fewer_than_twenty_words_has_no_topic() -> None:
    short = nomination("2", "Songs", text="word " * 19)
    assert nearness(replace(of(0.9), b=short)) == 0.0
    assert nearness(replace(of(0.9), b=replace(short, answers={"purpose": "word " * 20}))) == 0.9


@given(st.lists(st.text("ab \n"), max_size=4), st.integers(1, 6))
def test_words_are_counted_over_all_answers(texts: Sequence[str], words: int) -> None:
    answers = {str(number): text for number, text in enumerate(texts)}
    pair = replace(PAIR, a=nomination("1", "Beans", text=answers))
    assert both_have(pair, words) == (pair.a.words >= words)
