from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.cli.fitting import GAP, Need, fitting, need


def width(widths: Mapping[int, int]) -> int:
    """How wide a table of these columns is."""
    return sum(widths.values()) + GAP * (len(widths) - 1)


def test_where_there_is_room_nothing_is_wrapped() -> None:
    needs = [Need(3, 3, 9), Need(40, 14, 9), Need(8, 8, 1)]
    assert fitting(needs, 200) == {0: 3, 1: 40, 2: 8}


def test_texts_are_wrapped_before_a_column_goes() -> None:
    assert fitting([Need(3, 3, 9), Need(40, 14, 9), Need(8, 8, 1)], 30) == {0: 3, 1: 15, 2: 8}


def test_the_least_wanted_columns_go_first_and_all_of_one_number_together() -> None:
    needs = [Need(3, 3, 9), Need(6, 6, 2), Need(6, 6, 1), Need(6, 6, 1)]
    assert fitting(needs, 26) == {0: 3, 1: 6}
    assert fitting(needs, 10) == {0: 3}


def test_columns_of_nine_stay_even_where_they_do_not_fit() -> None:
    assert fitting([Need(30, 14, 9), Need(30, 14, 9)], 10) == {0: 14, 1: 14}


def test_who_asks_for_little_is_served_first() -> None:
    assert fitting([Need(100, 10, 9), Need(12, 10, 9)], 42) == {0: 28, 1: 12}


def test_a_column_of_figures_is_never_broken_and_its_heading_only_between_words() -> None:
    assert need("Weighted score", ["4.25", "10.00"], 9, figures=True, width_of=len) == Need(14, 8, 9)
    assert need("No.", ["1", "123456"], 9, figures=True, width_of=len) == Need(6, 6, 9)


def test_a_column_of_texts_may_be_wrapped() -> None:
    assert need("Title", ["a" * 30, ""], 9, figures=False, width_of=len) == Need(30, 14, 9)
    assert need("Title", [], 9, figures=False, width_of=len) == Need(5, 5, 9)


NEEDS = st.builds(
    lambda least, more, wanted: Need(least + more, least, wanted),
    *(st.integers(1, 40),) * 2,
    st.integers(1, 9),
)


@given(st.lists(NEEDS, min_size=1, max_size=8), st.integers(1, 300))
def test_a_table_fits_or_only_the_wanted_are_left(needs: list[Need], room: int) -> None:
    widths = fitting(needs, room)
    assert all(needs[place].least <= widths[place] <= needs[place].natural for place in widths)
    assert width(widths) <= room or all(needs[place].wanted == 9 for place in widths)
