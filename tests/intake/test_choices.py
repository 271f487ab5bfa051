import pytest

from nominate_tui.intake.choices import Choices, read_choices

BOXES = ("Sundhedskassen", "Den regionale udviklingskasse", "Det sociale område")


def test_the_marked_box_is_told_and_the_others_are_not() -> None:
    lines = ["", "Sundhedskassen x", "Den regionale udviklingskasse", "Det sociale område", ""]
    assert read_choices(lines, BOXES) == Choices({"Sundhedskassen": "x"}, frozenset((1, 2, 3)))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Sundhedskassen X", "x"),
        ("Sundhedskassen\tx", "x"),
        ("sundhedskassen: ✓", "x"),
        ("☒ Sundhedskassen", "x"),
        ("[x] Sundhedskassen", "x"),
        ("Sundhedskassen 1/3", "1/3"),
        ("Sundhedskassen 40 %", "40 %"),
    ],
)
def test_a_mark_may_be_a_cross_or_a_share_before_the_label_or_behind(line: str, mark: str) -> None:
    assert read_choices([line], BOXES) == Choices({"Sundhedskassen": mark}, frozenset((0,)))


@pytest.mark.parametrize(
    "line", ["Sundhedskassen", "☐ Sundhedskassen", "Sundhedskassen [ ]", "Sundhedskassen -"]
)
def test_an_empty_box_is_not_marked(line: str) -> None:
    assert read_choices([line], BOXES) == Choices({}, frozenset((0,)))


def test_shares_stand_in_the_order_of_the_form() -> None:
    lines = ["Det sociale område 2/3", "Sundhedskassen 1/3"]
    assert list(read_choices(lines, BOXES).marked.items()) == [
        ("Sundhedskassen", "1/3"),
        ("Det sociale område", "2/3"),
    ]


def test_a_line_that_says_more_is_no_box() -> None:
    assert read_choices(["Sundhedskassen betaler", "Andet x"], BOXES) == Choices({}, frozenset())
