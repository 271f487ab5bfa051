"""The words of a page have the places where they are seen, whatever way they were written in."""

from contextlib import closing

import pypdfium2 as pdfium
import pytest

from intake.readers.pdf_making import by_hand, texts, to_unicode
from nominate_tui.intake.readers.pdf_parts import Run
from nominate_tui.intake.readers.pdfium_text import TextLayer, read_runs

PAGE = (0, 0, 595, 842)


def runs_of(
    content: bytes, box: tuple[float, float, float, float] = PAGE
) -> tuple[dict[int, list[Run]], list[str]]:
    document = pdfium.PdfDocument(by_hand(content))
    with closing(document), closing(document[0]) as page, closing(TextLayer(page)) as layer:
        return read_runs(layer, box)


def test_a_run_is_what_stands_beside_one_another() -> None:
    turned, outside = runs_of(
        b"BT /F1 10 Tf 60 700 Td (one two) Tj 200 0 Td (three) Tj -200 -14 Td (four) Tj ET"
    )
    assert outside == []
    assert list(turned) == [0]
    assert [(run.text, run.left, run.base, run.size) for run in turned[0]] == [
        ("one two", 60, 700, 10),
        ("three", 260, 700, 10),
        ("four", 60, 686, 10),
    ]
    # Helvetica: o, n, e, space, t, w, o are 556, 556, 556, 278, 278, 722 and 556 thousandths wide.
    first, second = turned[0][0].words
    assert (round(first.right, 2), round(second.left, 2), round(second.right, 2)) == (76.68, 79.46, 95.02)


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 1 Tf 11 0 0 11 60 700 Tm (text) Tj ET",
        b"q 11 0 0 11 60 700 cm BT /F1 1 Tf (text) Tj ET Q",
        b"BT /F1 110 Tf 0.1 0 0 0.1 60 700 Tm (text) Tj ET",
        b"BT /F1 -11 Tf -1 0 0 -1 60 700 Tm (text) Tj ET",
    ],
)
def test_the_size_of_letters_is_that_which_is_seen(content: bytes) -> None:
    (run,) = runs_of(content)[0][0]
    assert (round(run.size, 3), round(run.left, 3), round(run.base, 3)) == (11, 60, 700)


@pytest.mark.parametrize(
    ("matrix", "degrees", "left", "base"),
    [
        (b"0 1 -1 0 60 700", 90, 700, -60),
        (b"-1 0 0 -1 60 700", 180, -60, -700),
        (b"0 -1 1 0 60 700", 270, -700, 60),
        (b"0.999 0.035 -0.035 0.999 60 700", 0, 60, 700),  # a scan that is two degrees askew
    ],
)
def test_turned_text_has_its_places_turned_back(
    matrix: bytes, degrees: int, left: float, base: float
) -> None:
    turned, _outside = runs_of(b"BT /F1 10 Tf " + matrix + b" Tm (some text) Tj ET")
    assert list(turned) == [degrees]
    (run,) = turned[degrees]
    assert run.text == "some text"
    assert (round(run.left), round(run.base)) == (left, base)
    assert abs(run.right - run.left - 43.35) < 0.1


def test_the_direction_of_most_letters_comes_first() -> None:
    content = (
        b"BT /F1 10 Tf 0 1 -1 0 60 100 Tm (aside) Tj ET BT /F1 10 Tf 100 700 Td (the text of the page) Tj ET"
    )
    assert list(runs_of(content)[0]) == [0, 90]


def test_a_run_that_begins_with_a_raised_figure_stands_where_its_words_do() -> None:
    content = b"BT /F1 6 Tf 60 702 Td (1) Tj ET BT /F1 10 Tf 66 700 Td (see there) Tj ET"
    (run,) = runs_of(content)[0][0]
    assert (run.text, run.base, run.size) == ("1 see there", 700, 10)


def test_text_wholly_outside_of_a_box_is_told() -> None:
    content = (
        b"BT /F1 10 Tf 60 700 Td (in) Tj 0 200 Td (above) Tj -100 -200 Td (half of it is in the page) Tj ET"
    )
    turned, outside = runs_of(content)
    assert [run.text for run in turned[0]] == ["in", "half of it is in the page"]
    assert outside == ["above"]


def test_a_page_without_text_has_no_runs() -> None:
    assert runs_of(b"0 0 100 100 re f") == ({}, [])
    assert runs_of(b"") == ({}, [])


def hebrew(content: bytes) -> list[str]:
    """What is read where the letters A to E are the first five of the Hebrew alphabet."""
    letters = dict(zip(b"ABCDE", "אבגדה", strict=True))
    return texts(
        by_hand(content, font=b"/BaseFont/Helvetica/ToUnicode 6 0 R", objects={6: to_unicode(letters)})
    )


def test_words_from_right_to_left_are_read_in_their_order() -> None:
    # On the page, the first letter of each word is at its right, and the first word at the right of the line.
    assert hebrew(b"BT /F1 10 Tf 60 700 Td (ED CBA) Tj ET") == ["אבג דה"]
    assert hebrew(b"BT /F1 10 Tf 60 700 Td (ED CBA) Tj 0 -14 Td (BA) Tj ET") == ["אבג דה", "אב"]


SIGNS = [
    ("SymbolMT", "\uf0b7", "•"),
    ("ABCDEF+SymbolMT", "\uf0b7", "•"),
    ("Wingdings-Regular", "\uf0fe", "☑"),
    ("Wingdings2", "\uf0a3", "☐"),
    ("Wingdings", "\uf001", "\ufffd"),
    ("MyOwnFont", "\uf0b7", "\uf0b7"),
]


@pytest.mark.parametrize(("font", "sign", "expected"), SIGNS)
def test_signs_of_symbol_fonts_are_the_characters_they_show(font: str, sign: str, expected: str) -> None:
    data = by_hand(
        b"BT /F1 10 Tf 60 700 Td (@ item) Tj ET",
        font=b"/BaseFont/" + font.encode() + b"/ToUnicode 6 0 R",
        objects={6: to_unicode({0x40: sign})},
    )
    assert texts(data) == [f"{expected} item"]
