"""Paragraphs and lists broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nominate_tui.tui.widgets.wrapping import packed, shortened, wrapped


def test_a_paragraph_breaks_between_words() -> None:
    assert list(wrapped("one two three", 8)) == ["one two", "three"]


def test_an_item_hangs_under_its_sign() -> None:
    assert list(wrapped("• one two three", 9)) == ["• one two", "  three"]


def test_a_numbered_item_hangs_too() -> None:
    assert list(wrapped("1. one two", 7)) == ["1. one", "   two"]


def test_an_empty_line_between_paragraphs_stays() -> None:
    assert list(wrapped("one\n\ntwo", 10)) == ["one", "", "two"]


def test_wide_characters_are_measured_in_cells() -> None:
    assert all(cell_len(line) <= 6 for line in wrapped("日本語日本語", 6))


@given(st.text(alphabet="ab æ•-1.\n", max_size=80), st.integers(12, 40))
def test_no_word_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


def test_what_fits_is_filled_up_and_what_does_not_ends_in_an_ellipsis() -> None:
    assert shortened("abc", 5) == "abc  "
    assert shortened("abcdef", 5) == "abcd…"
    assert shortened("abc", 0) == ""


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (20, "a one  b two  c six"),
        (18, "a one b two c six"),
        (16, "a one  b two\nc six"),
        (0, "a one\nb two\nc six"),
    ],
)
def test_items_are_packed_on_as_few_lines_as_they_take_and_none_is_broken(width: int, told: str) -> None:
    assert packed(("a one", "b two", "c six"), width) == told
