from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.shared_words import FEW, sharing_words


def sharing(*titles: str) -> list[list[int]]:
    return [[*pair] for pair in sharing_words([sorted(set(title.split())) for title in titles]).tolist()]


def test_titles_that_share_a_word_are_found() -> None:
    assert sharing("evening bridge", "kitchen garden", "bridge garden", "x") == [[0, 2], [1, 2]]


@pytest.mark.parametrize("other", ["brige", "bridgge", "bridqe", "brigde", "ridge"])
def test_titles_with_a_word_of_one_wrong_letter_are_found(other: str) -> None:
    assert sharing("evening bridge", f"{other} garden") == [[0, 1]]


@pytest.mark.parametrize("other", ["brikhe", "bro", "bridges-x", "evens"])
def test_titles_with_words_of_other_letters_are_not_found(other: str) -> None:
    assert sharing("evening bridge", f"{other} garden") == []


def test_a_letter_is_left_out_of_no_word_that_is_none() -> None:
    hundred, huge = "abcdefghij" * 10, "abcdefghij" * 20_000
    assert sharing(hundred, f"{hundred[1:]}") == [[0, 1]]
    assert sharing(huge, huge[1:]) == []
    assert sharing(huge, huge) == [[0, 1]]


def test_short_words_must_be_the_same() -> None:
    assert sharing("bus", "bush") == []


def test_a_word_that_many_have_brings_nobody_together() -> None:
    titles = [f"evening only{number}here" for number in range(FEW)]
    every = [[a, b] for a, b in combinations(range(FEW), 2)]
    assert sharing(*(f"evening {'abcdefghijklmnopqrstuvwxyzæøåéüö'[n] * 9}" for n in range(FEW))) == every
    assert sharing(*(f"evening {'abcdefghijklmnopqrstuvwxyzæøåéüö'[n] * 9}" for n in range(FEW + 1))) == []
    assert len(titles) == FEW


def test_two_words_that_few_have_together_bring_them_together() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzæøåéüö"
    evening = [f"evening {letter * 9}" for letter in letters]
    bridge = [f"bridge {letter * 12}" for letter in letters]
    titles = (*evening, *bridge, "bridge evening", "bridge evening kkkkkkkkkkkkkkk")
    assert sharing(*titles) == [[64, 65]]


def test_titles_without_words_share_nothing() -> None:
    assert sharing() == []
    assert sharing("", "") == []


WORDS = st.text(alphabet="abc", min_size=1, max_size=7)


@given(st.lists(st.lists(WORDS, max_size=3, unique=True), max_size=8))
def test_in_a_small_round_whoever_shares_a_word_is_found(titles: list[list[str]]) -> None:
    found = [tuple(pair) for pair in sharing_words([sorted(title) for title in titles]).tolist()]
    same = {(a, b) for a, b in combinations(range(len(titles)), 2) if set(titles[a]) & set(titles[b])}
    assert same <= set(found)
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)


@given(st.lists(st.lists(WORDS, max_size=3, unique=True), max_size=6))
def test_the_order_of_the_words_changes_nothing(titles: list[list[str]]) -> None:
    assert sharing_words(titles).tolist() == sharing_words([title[::-1] for title in titles]).tolist()
