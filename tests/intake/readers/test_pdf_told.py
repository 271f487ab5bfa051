"""What is left out of a PDF is told once for each kind of thing."""

import pytest

from intake.readers.pdf_making import NAME, warning
from nominate_tui.errors import Problem
from nominate_tui.intake.readers.pdf_parts import Page, Run, Word
from nominate_tui.intake.readers.pdf_told import Told

TEXT = {0: [Run((Word("text", 60, 80),), 700, 10)]}
GARBLED = {0: [Run((Word("te\ufffdt", 60, 80),), 700, 10)]}
PICTURE = Page(drawn=True)


def told(*pages: Page) -> tuple[Problem, ...]:
    one = Told()
    for number, page in enumerate(pages, 1):
        one.look_at(number, page)
    return one.notices(NAME)


def test_ordinary_pages_and_blank_ones_are_not_told() -> None:
    assert told(Page(TEXT, drawn=True), Page(), Page(TEXT)) == ()


@pytest.mark.parametrize(
    ("pictures", "message"),
    [
        ([3], "page 3 has no text layer: it is a picture, and nothing of it was read"),
        ([1, 2], "pages 1-2 have no text layer: they are pictures, and nothing of them was read"),
        ([1, 3, 4, 6], "pages 1, 3-4, 6 have no text layer: they are pictures, and nothing of them was read"),
    ],
)
def test_pages_without_text_are_told_by_their_numbers(pictures: list[int], message: str) -> None:
    pages = [PICTURE if number in pictures else Page(TEXT) for number in range(1, 7)]
    todo = "run text recognition (OCR) on the document, or ask for the original"
    assert told(*pages) == (warning(message, todo),)


def test_pages_with_letters_that_cannot_be_told_are() -> None:
    assert told(Page(GARBLED), Page(TEXT), Page(GARBLED)) == (
        warning(
            "pages 1, 3 have letters whose font does not tell what they are; they are shown as \ufffd",
            "compare with the document, or ask for the original",
        ),
    )


def test_of_many_texts_outside_of_the_page_three_are_repeated() -> None:
    texts = tuple(f"text {number}" for number in range(5))
    (problem,) = told(Page(TEXT, outside=(*texts[:2], texts[0])), Page(TEXT, outside=texts[2:]))
    assert problem.message == 'text beyond the edges of the page is left out: "text 0", "text 1", "text 2" …'


def test_a_text_outside_of_the_page_is_repeated_clean_and_short() -> None:
    (problem,) = told(Page(TEXT, outside=("\x1b]52" + "a" * 100,)))
    assert problem.message == f'text beyond the edges of the page is left out: "␛]52{"a" * 35}…"'


def test_each_kind_is_one_warning() -> None:
    one = Told(attached=2)
    one.look_at(1, Page(GARBLED, outside=("away",), comments=2))
    one.look_at(2, Page(drawn=True, comments=1))
    assert [problem.message.split(maxsplit=2)[:2] for problem in one.notices(NAME)] == [
        ["page", "2"],
        ["page", "1"],
        ["text", "beyond"],
        ["3", "comments"],
        ["2", "files"],
    ]
