import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.suffixes import Suffixes, suffixes

KNOWN = Suffixes(suffixes("leder nurse", "e en"), suffixes("hed", "en", before=3))


@pytest.mark.parametrize("word", ["leder", "lederen", "projektleder", "nursee", "sundhed", "sundheden"])
def test_a_word_ends_in_a_part_with_or_without_an_ending(word: str) -> None:
    assert KNOWN.end(word)


@pytest.mark.parametrize("word", ["", "lede", "ledere s", "lederx", "hed", "ahed", "abheden", "nursing"])
def test_other_words_do_not(word: str) -> None:
    assert not KNOWN.end(word)


@given(st.text("ab", max_size=6))
def test_what_stands_before_a_part_is_counted(before: str) -> None:
    assert Suffixes(suffixes("hed", "", before=3)).end(f"{before}hed") == (len(before) >= 3)
