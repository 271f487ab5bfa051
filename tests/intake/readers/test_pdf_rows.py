"""What stands beside one another on a page is read on one line, in cells where it stands clearly apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf_making import drawn, texts, written
from nominate_tui.intake.readers.pdf_parts import Line, Run, Word
from nominate_tui.intake.readers.pdf_rows import (
    Row,
    cells_of,
    further_lines,
    in_columns,
    is_item,
    line_of,
    rows_of,
    text_of,
)


def run(text: str, left: float, base: float = 700, size: float = 10) -> Run:
    """Words of half the size of the font a letter, a quarter of it apart."""
    words = []
    at = left
    for word in text.split():
        words.append(Word(word, at, at + size / 2 * len(word)))
        at += size / 2 * len(word) + size / 4
    return Run(tuple(words), base, size)


def rows(*runs: Run) -> list[list[str]]:
    return [[run.text for run in row.runs] for row in rows_of(runs)]


def test_rows_go_from_the_top_down_and_their_runs_from_the_left() -> None:
    assert rows(run("d", 60, 680), run("b", 200), run("a", 60), run("c", 60, 690)) == [
        ["a", "b"],
        ["c"],
        ["d"],
    ]


def test_a_raised_figure_is_in_the_row_of_its_word() -> None:
    assert rows(run("km", 60), run("2", 70, 704, 6), run("and more", 80)) == [["km", "2", "and more"]]
    assert rows(run("H", 60), run("2", 65, 697, 6), run("O", 69)) == [["H", "2", "O"]]


def test_lines_set_tightly_are_rows_of_their_own() -> None:
    assert rows(run("one", 60), run("two", 60, 690), run("three", 60, 680)) == [["one"], ["two"], ["three"]]


def test_of_two_lines_beside_a_large_letter_the_first_is_in_its_row() -> None:
    heading = run("A", 60, 690, 24)
    assert rows(heading, run("one", 200), run("two", 200, 690)) == [["A", "one"], ["two"]]


@given(
    st.permutations([run("a", 60), run("b", 200), run("c", 60, 688), run("d", 60, 676), run("e", 300, 676)])
)
def test_the_order_in_which_a_page_is_drawn_does_not_matter(runs: list[Run]) -> None:
    assert rows(*runs) == [["a", "b"], ["c"], ["d", "e"]]


def cells(*runs: Run) -> list[str]:
    (row,) = rows_of(runs)
    return [text_of(cell) for cell in cells_of(row)]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (run("on", 82.5), ["goes on"]),
        (run("on", 99), ["goes on"]),  # 19 points behind: less than two sizes of the font
        (run("on", 101), ["goes", "on"]),
        (run("on", 80.5), ["goeson"]),  # no room between them: one word
        (run("on", 200, 704), ["goes on"]),  # not on the same line
    ],
)
def test_a_clear_gap_is_a_border_of_cells(second: Run, expected: list[str]) -> None:
    assert cells(run("goes", 60), second) == expected


@pytest.mark.parametrize("sign", ["•", "-", "–", "1.", "12)", "a)", "(b)", "2.1", "2.1."])
def test_what_stands_before_an_item_is_no_cell(sign: str) -> None:
    assert cells(run(sign, 60), run("an item", 120), run("beside", 300)) == [f"{sign} an item", "beside"]
    assert is_item(f"{sign} an item")


@pytest.mark.parametrize("text", ["an item", "2026 og", "•", "Nr. 1", ""])
def test_other_lines_are_no_items(text: str) -> None:
    assert not is_item(text)


def test_a_long_cell_ends_where_the_next_column_begins() -> None:
    short = [run("Navn:", 60, base) for base in (700, 680)]
    answers = [run("Ane", 200, base) for base in (700, 680, 660)]
    long = run("a long label that comes", 60, 660)  # it ends at 192: 8 points before the column
    assert long.right == 60 + 5 * 19 + 2.5 * 4
    found = in_columns(rows_of([*short, *answers, long]))
    assert [[text_of(cell) for cell in cells_of(row)] for row in found][:2] == [["Navn:", "Ane"]] * 2
    assert [text_of(cell) for cell in cells_of(found[2])] == ["a long label that comes", "Ane"]


def test_a_run_is_divided_where_a_column_begins() -> None:
    words = (Word("label", 60, 190), Word("Ane", 200, 215), Word("Holm", 217, 240))
    found = in_columns(
        rows_of([Run(words, 660, 10), *(run(text, left, 700) for text, left in (("a", 60), ("b", 200)))])
        + rows_of([run("c", 60, 680), run("d", 200, 680)])
    )
    assert [[text_of(cell) for cell in cells_of(row)] for row in found] == [
        ["a", "b"],
        ["label", "Ane Holm"],
        ["c", "d"],
    ]


def test_one_row_makes_no_column() -> None:
    one = rows_of([run("a", 60), run("b", 200)])
    assert in_columns(one) == one
    assert in_columns([]) == []


def test_a_row_is_as_high_as_its_largest_letters() -> None:
    (row,) = rows_of([run("km", 60), run("2", 70, 704, 6)])
    assert (row.base, row.left, row.right, row.main.size) == (700, 60, 73, 10)
    assert line_of(row) == Line("km2", 700, 10, 60, 73)
    assert line_of(row, ("km", "", "2"), 1) == Line("km\t\t2", 700, 10, 60, 73, 1)


def test_the_lines_of_a_field_go_on_below_its_row() -> None:
    field = Run((Word("first", 60, 85),), 700, 10, ("second", "", "third"))
    assert [(line.text, line.blanks) for line in further_lines(Row((field,)))] == [
        ("second", 0),
        ("third", 1),
    ]


def test_cells_are_apart_by_tabs() -> None:
    assert texts(written((60, 700, "Navn:"), (200, 700, "Ane"), (400, 700, "Esbjerg"))) == [
        "Navn:\tAne\tEsbjerg"
    ]


def test_a_raised_figure_is_read_where_it_stands() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Et hus på 120 m")
        end = 60 + canvas.stringWidth("Et hus på 120 m")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(end, 704, "2")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(end + 7, 700, "med have")

    assert texts(drawn(draw)) == ["Et hus på 120 m2 med have"]


def test_what_is_drawn_out_of_order_is_read_in_order() -> None:
    assert texts(written((200, 686, "Ane"), (60, 700, "Overskrift"), (60, 686, "Navn:"))) == [
        "Overskrift",
        "Navn:\tAne",
    ]
