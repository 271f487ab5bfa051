from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.cells import cell_place, column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [
        (0, "A"),
        (1, "B"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16383, "XFD"),
    ],
)
def test_columns_have_the_letters_of_spreadsheets(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(st.integers(0, 20_000))
def test_the_letters_are_a_number_with_digits_from_1_to_26(column: int) -> None:
    number = 0
    for letter in column_letters(column):
        number = 26 * number + ascii_uppercase.index(letter) + 1
    assert number == column + 1


@pytest.mark.parametrize(
    ("place", "cell"), [("Ark1!7", "Ark1!C7"), ("Hej!du!12", "Hej!du!C12"), (7, 7), ("[3]", "[3]"), ("", "")]
)
def test_only_cells_of_a_workbook_have_addresses(place: int | str, cell: int | str) -> None:
    assert cell_place(place, 2) == cell
