from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates import mentions as looking
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.mentions import mentions
from nominate_tui.duplicates.reading import read_all

ANSWER = st.lists(st.sampled_from("abc"), max_size=12).map(" ".join)
PHRASE = st.lists(st.sampled_from("abcd"), max_size=4).map(" ".join)


def found(texts: Sequence[Sequence[str]], phrases: Sequence[str]) -> list[tuple[int, int]]:
    nominations = [
        nomination(str(n), f"Title {n}", text={str(m): text for m, text in enumerate(answers)})
        for n, answers in enumerate(texts)
    ]
    which, holders = mentions(Corpus(round_of(*nominations)), read_all(phrases))
    return [*zip(which.tolist(), holders.tolist(), strict=True)]


def by_hand(texts: Sequence[Sequence[str]], phrases: Sequence[str]) -> list[tuple[int, int]]:
    def stands(phrase: str, answers: Sequence[str]) -> bool:
        return any(f" {phrase} " in f" {' '.join(words(text))} " for text in answers)

    return [
        (n, m)
        for n, phrase in enumerate(phrases)
        for m, answers in enumerate(texts)
        if phrase and phrase not in phrases[:n] and stands(phrase, answers)
    ]


@given(st.lists(st.lists(ANSWER, max_size=3), min_size=1, max_size=5), st.lists(PHRASE, max_size=8))
def test_every_phrase_is_found_where_it_stands(texts: list[list[str]], phrases: list[str]) -> None:
    assert found(texts, phrases) == by_hand(texts, phrases)


def test_it_is_the_same_however_many_words_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, phrases = [["a b c a b"], ["b c", "a b c d"]], ["a b", "b c a", "c", "a b c d"]
    usual = found(texts, phrases)
    monkeypatch.setattr(looking, "_AT_ONCE", 2)
    assert found(texts, phrases) == usual == by_hand(texts, phrases)


def test_phrases_that_begin_alike_take_no_more_than_others() -> None:
    # Were every phrase looked at wherever its first words stand, memory would not hold them.
    texts, phrases = ["a b c " * 100_000], [f"a b c a{n}" for n in range(5_000)]
    assert found([texts], [*phrases, "b c a"]) == [(5_000, 0)]


def test_what_is_longer_than_a_name_is_not_looked_for() -> None:
    name = "a b c d e f g h i j k l"
    assert found([[f"{name} m"]], [name, f"{name} m"]) == [(0, 0)]
    assert found([["a " * 50_000]], ["a " * 40_000]) == []


def test_case_and_signs_make_no_difference() -> None:
    assert found([["We thank EVENING-BRIDGE!"]], ["Evening Bridge"]) == [(0, 0)]
