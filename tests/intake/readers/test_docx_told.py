"""What is left out of a Word file is told, each kind in one warning."""

import pytest

from nominate_tui.errors import Problem
from nominate_tui.intake.readers.docx_told import Told


def messages(told: Told) -> list[str]:
    return [notice.message for notice in told.notices("form.docx")]


def test_where_nothing_was_left_out_nothing_is_told() -> None:
    assert Told().notices("form.docx") == ()


def test_changes_are_told_in_one_warning_with_what_to_do() -> None:
    assert Told(insertions=2, moves=1).notices("form.docx") == (
        Problem(
            "warning",
            "form.docx",
            "",
            "tracked changes are taken as accepted: 2 inserted, 0 deleted, 1 moved",
            "accept or reject them in Word if that is not what is meant",
        ),
    )


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (Told(comments=1), "1 comment is left out"),
        (Told(comments=2), "2 comments are left out"),
        (Told(hidden=1), "1 word of hidden text is left out"),
        (Told(hidden=2), "2 words of hidden text are left out"),
        (Told(notes=1), "1 footnote stands in square brackets below its paragraph"),
        (Told(notes=2), "2 footnotes stand in square brackets below their paragraphs"),
        (Told(pictures=1), "1 picture or drawing is left out"),
        (Told(pictures=2), "2 pictures or drawings are left out"),
        (Told(embedded=1), "1 other document that stands in this one is left out"),
        (Told(embedded=2), "2 other documents that stand in this one are left out"),
    ],
)
def test_counts_are_told_in_the_right_number(told: Told, message: str) -> None:
    assert messages(told) == [message]


def test_texts_are_repeated_each_once_and_three_at_most() -> None:
    assert messages(Told(margins=["Prisen", "Prisen", "2026"])) == [
        'headers and footers are left out: "Prisen", "2026"'
    ]
    assert messages(Told(prompts=["A", "B", "C", "D"])) == [
        'what the template says where nothing was filled in is left out: "A", "B", "C" …'
    ]


def test_texts_are_told_clean_and_short() -> None:
    assert messages(Told(margins=["\x1b[2J" + "x" * 50])) == [
        'headers and footers are left out: "␛[2J' + "x" * 35 + '…"'
    ]
