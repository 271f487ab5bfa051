"""Blank lines are where lines stand farther apart than a document's lines usually do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Spacer

from intake.readers.pdf_making import PROSE, flowed, lines, written
from nominate_tui.intake.readers.pdf_gaps import blanks_between, usual_distances
from nominate_tui.intake.readers.pdf_parts import Line

WIDE, SHORT = 500.0, 200.0


def page(*distances: float, size: float = 10, rights: tuple[float, ...] = ()) -> list[Line]:
    """Lines that stand so far below one another, each as wide as the page unless `rights` tells."""
    made = [Line("a", 800, size, 50, rights[0] if rights else WIDE)]
    for index, distance in enumerate(distances, 1):
        right = rights[index] if rights else WIDE
        made.append(Line("a", made[-1].base - distance, size, 50, right))
    return made


def test_the_usual_distance_is_that_of_wrapped_lines() -> None:
    assert usual_distances([page(12, 12, 12, 20, 12, 12, 12)]) == (1.2,)


def test_short_lines_do_not_tell_it() -> None:
    spaced = page(*[20.0] * 12, rights=(WIDE, *[SHORT] * 12))
    assert usual_distances([page(*[12.0] * 6), spaced]) == (1.2,)


def test_two_distances_may_be_usual() -> None:
    assert usual_distances([page(*[12.0] * 10), page(*[18.0] * 6)]) == (1.2, 1.8)
    assert usual_distances([page(*[18.0] * 10), page(*[12.0] * 6)]) == (1.8,)


def test_a_document_of_short_lines_has_the_most_common_distance_of_them() -> None:
    assert usual_distances([page(*[15.0] * 6, rights=(*[SHORT] * 6, WIDE))]) == (1.5,)


def test_a_document_of_a_few_lines_is_taken_for_an_ordinary_one() -> None:
    assert usual_distances([page(30, 30)]) == (1.25,)
    assert usual_distances([[], page()]) == (1.25,)


@pytest.mark.parametrize(
    ("distance", "blanks"),
    [(12, 0), (15, 0), (16, 1), (24, 1), (31, 1), (32, 2), (200, 2), (-300, 0), (18, 0)],
)
def test_a_larger_distance_is_one_blank_line_and_a_much_larger_one_two(distance: float, blanks: int) -> None:
    upper, lower = page(distance)
    assert blanks_between(upper, lower, (1.2, 1.8)) == blanks


def test_a_line_that_says_how_many_is_believed() -> None:
    upper, lower = page(12)
    told = Line("a", lower.base, 10, 50, WIDE, blanks=1)
    assert blanks_between(upper, told, (1.2,)) == 1


def test_large_letters_need_more_room_above_them() -> None:
    upper, heading, below = (
        Line("text", 800, 10, 50, WIDE),
        Line("Heading", 776, 20, 50, WIDE),
        Line("text", 761, 10, 50, WIDE),
    )
    assert blanks_between(upper, heading, (1.2,)) == 0
    assert blanks_between(heading, below, (1.2,)) == 0


@given(st.floats(1, 500), st.floats(1, 500))
def test_a_larger_distance_is_never_fewer_blank_lines(one: float, other: float) -> None:
    near, far = sorted((one, other))
    upper, nearer, farther = (Line("a", 800 - down, 10, 50, WIDE) for down in (0, near, far))
    assert blanks_between(upper, nearer, (1.2,)) <= blanks_between(upper, farther, (1.2,))


def test_paragraphs_that_stand_apart_have_a_blank_line_between() -> None:
    found = lines(flowed(PROSE, Spacer(1, 8), PROSE, Spacer(1, 40), PROSE))
    first, second = found.index(""), found.index("", found.index("") + 1)
    assert " ".join(found[:first]) == PROSE
    assert " ".join(found[first + 1 : second]) == PROSE
    assert found[second : second + 2] == ["", ""]
    assert " ".join(found[second + 2 :]) == PROSE


def test_paragraphs_that_only_end_have_none() -> None:
    assert "" not in lines(flowed(PROSE, PROSE, PROSE))


def test_a_form_that_is_typed_line_by_line_has_none() -> None:
    assert lines(written(*((60, 700 - 14 * line, f"Linje {line}") for line in range(9)))) == [
        f"Linje {line}" for line in range(9)
    ]
