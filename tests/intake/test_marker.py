import pytest

from nominate_tui.intake.marker import Marker, marker_of


@pytest.mark.parametrize("line", ["• én", "·De var", "▪ én"])
def test_a_bullet_is_an_item_also_where_no_space_follows(line: str) -> None:
    assert marker_of(line) == Marker("bullet")


@pytest.mark.parametrize("line", ["- én", "– én", "* én", "+ én"])
def test_a_dash_with_a_space_is_an_item(line: str) -> None:
    assert marker_of(line) == Marker("dash")


@pytest.mark.parametrize(("line", "ordinal"), [("1. én", 1), ("12) én", 12), ("b) to", 2)])
def test_a_number_or_letter_has_its_place_in_the_list(line: str, ordinal: int) -> None:
    assert marker_of(line) == Marker("number", ordinal)


@pytest.mark.parametrize(
    "line", ["-værdier", "2023. Så", "1.1.2023", "a. én", "•", "én • to", "+45 20", "20.000 kr."]
)
def test_other_lines_begin_no_item(line: str) -> None:
    assert marker_of(line) is None
