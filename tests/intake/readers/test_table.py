from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.readers.table import (
    cells_of,
    empty,
    inert,
    is_plain,
    listed,
    refuse_huge,
    sheet_of,
    warning,
)
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean, is_ordinary
from steps import steps

BLANK = Sheet("a.csv", "", (), "", ())


def sheet(rows: Sequence[tuple[str, ...]], limits: Limits | None = None) -> Sheet:
    """The sheet with these rows, whose places are their numbers."""
    placed = [Row(number, cells) for number, cells in enumerate(rows, start=1)]
    return sheet_of(BLANK, placed, limits or Limits())


def test_the_first_row_has_the_headings_and_each_row_is_as_long_as_the_longest() -> None:
    found = sheet([("Title",), ("a", "b", "c"), ("d", "e")])
    assert found.header == ("Title", "", "")
    assert found.header_place == 1
    assert found.rows == (Row(2, ("a", "b", "c")), Row(3, ("d", "e", "")))


def test_as_many_rows_as_the_limit_stand_below_the_headings() -> None:
    assert len(sheet([("a",)] * 4, Limits(rows=3)).rows) == 3
    with pytest.raises(BadInput) as caught:
        sheet([("a",)] * 5, Limits(rows=3))
    (problem,) = caught.value.problems
    assert problem.where == "a.csv:5"
    assert problem.message == "the table has more rows than the limit, which is 3"
    assert problem.todo == 'if you trust the file, raise "rows" in the [intake] table of scoring.toml'


def test_rows_past_the_limit_are_not_even_made() -> None:
    made: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(1000):
            made.append(number)
            yield Row(number, ("a",))

    with pytest.raises(BadInput):
        sheet_of(BLANK, rows(), Limits(rows=3))
    assert made == [0, 1, 2, 3, 4]


def test_no_row_at_all_is_an_empty_document() -> None:
    with pytest.raises(BadInput) as caught:
        sheet([])
    assert str(caught.value) == str(empty("a.csv"))
    assert caught.value.where == "a.csv"
    assert caught.value.message == "the document is empty"


def test_a_short_row_with_very_many_cells_does_not_make_all_others_as_long() -> None:
    with pytest.raises(BadInput) as caught:
        sheet([("a",) * 501] + [("a",)] * 9, Limits(rows=100))
    (problem,) = caught.value.problems
    assert (problem.where, problem.message) == ("a.csv", "a table of 10 rows and 501 columns is too large")


def test_a_table_may_have_fifty_cells_for_each_row_of_the_limit() -> None:
    refuse_huge("a.csv", 100, 50, Limits(rows=100))
    refuse_huge("a.csv", 10, 500, Limits(rows=100))
    with pytest.raises(BadInput):
        refuse_huge("a.csv", 100, 51, Limits(rows=100))


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([], ()),
        (["", " \n", "\t"], ()),
        (["", " a \n", "b\nc", "", " "], ("", "a", "b\nc")),
        (["\xa0a\u2003"], ("a",)),
    ],
)
def test_white_space_around_texts_and_empty_cells_at_the_end_go(
    values: list[str], kept: tuple[str, ...]
) -> None:
    assert cells_of(values) == kept


@given(st.lists(st.text(st.characters() | st.sampled_from("ab\r\x1bæ"), max_size=30), max_size=4))
def test_texts_of_a_row_are_clean_however_they_are_looked_at(values: list[str]) -> None:
    assert list(inert(values)) == [clean(value) for value in values]


@given(st.text(st.characters() | st.sampled_from("ab\r\næ–"), max_size=60))
def test_a_text_is_plain_as_it_is_ordinary(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert is_plain(data) == is_ordinary(text)
    assert is_plain(data, besides=b"\r") == is_ordinary(text.replace("\r", ""))


def test_bytes_that_are_no_utf_8_are_not_plain() -> None:
    assert not is_plain(b"caf\xe9")


def test_a_large_text_is_not_looked_at_letter_by_letter() -> None:
    text = "En sætning, som der er mange af i en indstilling – og “citater”.\n".encode() * 100_000
    assert is_plain(text)
    assert not is_plain(text + b"\x1b")
    assert steps(lambda: is_plain(text)) < 50


def test_the_first_ten_places_are_listed_and_the_others_counted() -> None:
    assert listed([3]) == "3"
    assert listed(["B7", "C9"]) == "B7, C9"
    assert listed(range(1, 11)) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
    assert listed(range(1, 14)) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more"


def test_a_warning_has_an_address_and_stops_nothing() -> None:
    problem = warning("a.csv:3", "too short", "look")
    assert (problem.severity, str(problem)) == ("warning", "a.csv:3: too short → look")
