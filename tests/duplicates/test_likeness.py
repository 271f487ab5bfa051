from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.likeness import (
    keys_alike,
    may_be_misspelt,
    near_keys,
    nearest_keys,
    pairs_alike,
    spelt_alike,
    title_key,
)
from nominate_tui.duplicates.pairing import NONE, Pairs


def titles_alike(a: str, b: str) -> float:
    """How alike two titles are letter by letter."""
    return keys_alike(title_key(words(a)), title_key(words(b)))


TITLES = st.text().filter(lambda title: bool(words(title)))
KEYS = st.lists(st.text(alphabet="abc ", max_size=6), max_size=8)


def found_near(keys: Sequence[str], least: float) -> Pairs:
    found = near_keys(keys, least)
    assert found is not None
    return found


def test_where_more_are_near_than_are_wanted_none_are_told() -> None:
    keys = ["abc"] * 300
    every = 300 * 299 // 2
    assert near_keys(keys, 0.9, every - 1) is None
    found = near_keys(keys, 0.9, every)
    assert found is not None
    assert len(found) == every


@given(TITLES)
def test_a_title_is_wholly_like_itself(title: str) -> None:
    assert titles_alike(title, title) == 1


@given(st.text(), st.text())
def test_titles_are_as_alike_one_way_as_the_other(a: str, b: str) -> None:
    assert titles_alike(a, b) == titles_alike(b, a)
    assert 0 <= titles_alike(a, b) <= 1


@given(st.lists(st.sampled_from(["evening", "bridge", "for", "young", "guests"]), min_size=1))
def test_the_order_of_the_words_makes_no_difference(title: list[str]) -> None:
    assert titles_alike(" ".join(title), " ".join(reversed(title))) == 1


def test_a_typing_error_takes_little_away() -> None:
    # "bridge evening" and "brigde evening": 13 of 14 letters stand in the same order.
    assert titles_alike("Evening Bridge", "Evening Brigde") == pytest.approx(13 / 14)


def test_titles_of_other_words_are_far_apart() -> None:
    assert titles_alike("Evening Bridge", "Kitchen garden") < 0.5


@pytest.mark.parametrize("empty", ["", " ", "—", "\u200b"])
def test_a_title_without_words_is_like_nothing_not_even_another_one(empty: str) -> None:
    assert titles_alike(empty, "Evening Bridge") == 0
    assert titles_alike(empty, empty) == 0


def test_a_misspelt_word_is_as_alike_as_its_letters_and_another_word_not_at_all() -> None:
    # 6 letters of 7 and 6 in their order.
    assert spelt_alike("klinik", "klinnik") == pytest.approx(12 / 13)
    assert spelt_alike("nord", "syd") == 0
    assert spelt_alike("covid19", "covid20") == spelt_alike("afsnit4", "afsnit5") == 0
    assert spelt_alike("covid19", "covd19") > 0.8
    assert spelt_alike("", "") == 0


@given(KEYS, st.sampled_from([0.3, 0.5, 0.85, 1.0]))
def test_near_keys_are_found_as_if_all_were_compared(keys: Sequence[str], least: float) -> None:
    every = [[i, j] for i in range(len(keys)) for j in range(i + 1, len(keys))]
    near = [[i, j] for i, j in every if keys_alike(keys[i], keys[j]) >= least]
    assert found_near(keys, least).tolist() == near


def test_near_keys_are_found_across_the_rows_that_are_compared_at_once() -> None:
    keys = [f"{number:03}" * 3 for number in range(600)]
    keys[7] = keys[599]
    assert [7, 599] in found_near(keys, 1.0).tolist()
    assert len(found_near(keys, 1.0)) == 1


def test_each_pair_is_as_alike_as_its_keys() -> None:
    keys = ["mail", "email", "telephone"]
    pairs = found_near(keys, 0.1)
    alike = [keys_alike(keys[a], keys[b]) for a, b in pairs.tolist()]
    assert pairs_alike(keys, pairs).tolist() == pytest.approx(alike)
    assert pairs_alike(keys, NONE).tolist() == []


def test_the_nearest_keys_come_first_with_their_likeness() -> None:
    # "email" is all of "e-mail" but the hyphen: 2 · 5 / 11; "mail" is all but its "e": 2 · 4 / 9.
    known = ["telephone", "mail", "e-mail", "email"]
    near = nearest_keys("email", known, 0.85)
    assert [place for place, _alike in near] == [3, 2, 1]
    assert [alike for _place, alike in near] == pytest.approx([1, 10 / 11, 8 / 9])


@pytest.mark.parametrize(("key", "known"), [("", ["", "a"]), ("a", [""]), ("a", [])])
def test_an_empty_key_is_near_to_nothing(key: str, known: list[str]) -> None:
    assert nearest_keys(key, known, 0.0) == ()


@given(st.text(alphabet="abc "), KEYS, st.sampled_from([0.0, 0.5, 1.0]))
def test_the_nearest_keys_are_those_that_are_so_alike(key: str, known: list[str], least: float) -> None:
    near = nearest_keys(key, known, least)
    alike = {place: keys_alike(key, other) for place, other in enumerate(known) if key and other}
    assert dict(near) == {place: value for place, value in alike.items() if value >= least}
    assert [value for _place, value in near] == sorted((value for _place, value in near), reverse=True)


@given(st.text("abcæ12", max_size=12), st.text("abcæ12", max_size=12))
def test_words_that_are_spelt_alike_may_be_misspelt(a: str, b: str) -> None:
    assert may_be_misspelt(a, [b]) or not spelt_alike(a, b)


@pytest.mark.parametrize(("a", "b"), [("bridge", "garden"), ("house", "gardener"), ("walk", "bed")])
def test_most_other_words_are_told_by_the_letters_that_one_lacks(a: str, b: str) -> None:
    assert may_be_misspelt(a, [b, f"{a}s", b]) == [f"{a}s"]
