"""The ruled lines of a page are found, whatever way they were drawn in."""

from contextlib import closing

import pypdfium2 as pdfium
import pytest

from intake.readers.pdf_making import by_hand
from nominate_tui.intake.readers.pdf_parts import Ruling
from nominate_tui.intake.readers.pdfium_drawn import is_drawn, read_ruling


def ruling(content: bytes, degrees: int = 0) -> Ruling:
    document = pdfium.PdfDocument(by_hand(content))
    with closing(document), closing(document[0]) as page:
        return read_ruling(page, degrees)


def levels(content: bytes, degrees: int = 0) -> list[tuple[int, ...]]:
    return [tuple(map(round, line)) for line in ruling(content, degrees).levels]


def uprights(content: bytes, degrees: int = 0) -> list[tuple[int, ...]]:
    return [tuple(map(round, line)) for line in ruling(content, degrees).uprights]


def test_a_line_has_its_height_and_its_ends() -> None:
    content = b"60 700 m 160 700 l S 300 100 m 300 200 l S"
    assert levels(content) == [(700, 60, 160)]
    assert uprights(content) == [(300, 100, 200)]


def test_a_line_drawn_backward_is_the_same() -> None:
    assert levels(b"160 700 m 60 700 l S") == [(700, 60, 160)]
    assert uprights(b"300 200 m 300 100 l S") == [(300, 100, 200)]


def test_a_box_has_four_edges() -> None:
    assert levels(b"60 700 100 20 re S") == [(700, 60, 160), (720, 60, 160)]
    assert uprights(b"60 700 100 20 re S") == [(60, 700, 720), (160, 700, 720)]


@pytest.mark.parametrize(
    "content",
    [
        b"60 700 100 50 re f",  # a background
        b"60 700 100 50 re n",  # nothing is drawn
        b"60 700 m 160 750 l S",  # aslant
        b"60 700 m 63 700 l S",  # too short
        b"60 700 m 90 750 130 650 160 720 c S",  # a curve
        b"BT /F1 12 Tf 60 700 Td (text) Tj ET",
    ],
)
def test_what_is_no_ruled_line_is_not_taken_for_one(content: bytes) -> None:
    assert ruling(content) == Ruling()


def test_a_thin_bar_is_a_line_in_its_middle() -> None:
    assert levels(b"60 699 100 2 re f") == [(700, 60, 160)]
    assert uprights(b"299 100 2 100 re f") == [(300, 100, 200)]


def test_several_bars_in_one_path_are_several_lines() -> None:
    assert levels(b"60 699 100 2 re 60 649 100 2 re f") == [(650, 60, 160), (700, 60, 160)]


def test_the_parts_of_a_line_are_one() -> None:
    content = b"60 700 m 100 700 l S 101 700.4 m 160 700.4 l S 200 700 m 250 700 l S"
    assert levels(content) == [(700, 60, 160), (700, 200, 250)]


def test_lines_are_where_they_are_seen() -> None:
    assert levels(b"q 2 0 0 2 10 20 cm 25 340 m 75 340 l S Q") == [(700, 60, 160)]


def test_lines_are_turned_as_the_text_is() -> None:
    assert levels(b"300 100 m 300 200 l S", 90) == [(-300, 100, 200)]
    assert uprights(b"60 700 m 160 700 l S", 90) == [(700, -160, -60)]


def test_a_page_with_anything_on_it_is_drawn() -> None:
    for content, drawn in ((b"", False), (b"60 700 m 160 700 l S", True)):
        document = pdfium.PdfDocument(by_hand(content))
        with closing(document), closing(document[0]) as page:
            assert is_drawn(page) is drawn
