"""The lines that are drawn around the cells of a table tell what belongs into which."""

import pytest
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf_making import PROSE, drawn, flowed, lines, table, texts
from nominate_tui.intake.document import CELL
from nominate_tui.intake.readers.pdf_grid import Band, is_small, lines_of, read_grid
from nominate_tui.intake.readers.pdf_parts import Level, Line, Ruling, Run, Upright, Word

SQUARE = Ruling(
    levels=(Level(100, 0, 200), Level(80, 0, 200), Level(60, 0, 200)),
    uprights=(Upright(0, 60, 100), Upright(100, 60, 100), Upright(200, 60, 100)),
)
"""Two rows of two cells."""


def run(text: str, left: float, base: float, *, size: float = 10, right: float | None = None) -> Run:
    """Words of 5 points a letter, unless the last ends elsewhere."""
    words = []
    at = left
    for word in text.split():
        words.append(Word(word, at, at + 5 * len(word)))
        at += 5 * len(word) + 2.5
    if right is not None:
        words[-1] = words[-1]._replace(right=right)
    return Run(tuple(words), base, size)


def grid(*runs: Run, ruling: Ruling = SQUARE) -> tuple[list[list[str]], list[str]]:
    """The texts of the cells of each row, and those outside."""
    bands, free = read_grid(runs, ruling)
    cells = [[" ".join(run.text for run in cell) for cell in band.cells] for band in bands]
    return cells, [run.text for run in free]


def test_runs_are_put_into_the_cells_they_stand_in() -> None:
    cells = grid(run("a", 10, 85), run("b", 110, 85), run("c", 10, 65), run("d", 110, 65))
    assert cells == ([["a", "b"], ["c", "d"]], [])


def test_an_empty_cell_keeps_its_place() -> None:
    assert grid(run("b", 110, 85), run("c", 10, 65)) == ([["", "b"], ["c", ""]], [])


def test_what_stands_outside_of_the_lines_is_in_no_table() -> None:
    assert grid(run("above", 10, 120), run("a", 10, 85)) == ([["a", ""]], ["above"])
    assert grid(run("below", 10, 20)) == ([], ["below"])


def test_a_run_is_divided_where_a_line_goes_through_it() -> None:
    assert grid(run("long label here 0,6", 30, 85)) == ([["long label here", "0,6"]], [])


def test_without_lines_there_is_no_table() -> None:
    one = run("a", 10, 85)
    assert read_grid([one], Ruling()) == ([], [one])
    assert read_grid([one], Ruling(levels=SQUARE.levels)) == ([], [one])
    assert read_grid([one], Ruling(uprights=SQUARE.uprights)) == ([], [one])


def test_a_frame_around_text_is_no_table() -> None:
    frame = Ruling(SQUARE.levels[::2], SQUARE.uprights[::2])
    assert grid(run("a paragraph", 10, 85), run("and another", 10, 65), ruling=frame) == (
        [],
        ["a paragraph", "and another"],
    )


def test_a_line_under_a_word_is_no_border() -> None:
    underlined = Ruling((*SQUARE.levels, Level(89, 10, 40)), SQUARE.uprights)
    assert grid(run("head", 10, 90), run("text", 10, 82), run("b", 110, 90), ruling=underlined) == (
        [["head text", "b"]],
        [],
    )


def test_double_lines_are_one_border() -> None:
    doubled = Ruling(SQUARE.levels, (*SQUARE.uprights, Upright(102, 60, 100)))
    assert grid(run("a", 10, 85), run("b", 110, 85), ruling=doubled) == ([["a", "b"]], [])


def test_a_table_without_lines_at_its_sides_has_the_same_cells() -> None:
    open_sides = Ruling(SQUARE.levels, (SQUARE.uprights[1],))
    assert grid(run("a", 10, 85), run("b", 110, 85), run("c", 10, 65), ruling=open_sides) == (
        [["a", "b"], ["c"]],
        [],
    )


def test_a_cell_of_several_rows_is_in_the_first_of_them() -> None:
    spanned = Ruling((SQUARE.levels[0], Level(80, 100, 200), SQUARE.levels[2]), SQUARE.uprights)
    cells = grid(run("label", 10, 85), run("b", 110, 85), run("d", 110, 65), ruling=spanned)
    assert cells == ([["label", "b"], ["", "d"]], [])


def test_a_row_that_the_end_of_a_page_cuts_through_ends_with_its_borders() -> None:
    upper = Ruling(SQUARE.levels[:1], SQUARE.uprights)
    assert grid(run("a", 10, 85), run("b", 110, 65), ruling=upper) == ([["a", "b"]], [])
    lower = Ruling(SQUARE.levels[2:], SQUARE.uprights)
    assert grid(run("a", 10, 85), run("b", 110, 65), ruling=lower) == ([["a", "b"]], [])


def test_a_line_between_two_columns_of_text_makes_no_table() -> None:
    beside = Ruling(SQUARE.levels[:1], SQUARE.uprights[1:2])
    assert grid(run("a", 10, 85), run("b", 110, 65), ruling=beside) == ([], ["a", "b"])


def test_a_band_tells_where_it_stands() -> None:
    (band,), _free = read_grid([run("a", 10, 85), run("bb", 110, 84)], SQUARE)
    assert (band.left, band.right, band.base) == (10, 120, 85)
    assert (band.top, band.bottom) == (100, 80)
    assert band.ruled


def texts_of(band: Band) -> list[tuple[str, str, int | None]]:
    return [(line.behind, line.text, line.blanks) for line in lines_of(band, None)]


def test_a_row_of_short_cells_is_one_line_in_parts() -> None:
    band = Band(100, 80, ((run("a", 10, 85),), (), (run("b", 210, 85),)))
    assert is_small(band)
    assert texts_of(band) == [("", "a", None), (CELL * 2, "b", 0)]


def test_the_last_cell_goes_on_below_and_the_label_is_whole() -> None:
    label = (run("a long", 10, 90), run("label", 10, 80))
    answer = (run("first", 110, 90), run("second", 110, 80), run("third", 110, 70))
    band = Band(100, 60, (label, answer))
    assert not is_small(band)
    assert texts_of(band) == [
        ("", "a long", None),
        (" ", "label", 0),
        (CELL, "first", 0),
        ("", "second", None),
        ("", "third", None),
    ]
    assert lines_of(band, 1)[0].blanks == 1


def test_in_a_narrow_column_what_is_wrapped_comes_on_the_line_of_the_row() -> None:
    last = (run("wrapped", 210, 90), run("text", 210, 78), run("paragraph", 210, 50), run("- item", 210, 40))
    band = Band(100, 30, ((run("a", 10, 90),), (run("b", 110, 90),), last))
    assert texts_of(band) == [
        ("", "a", None),
        (CELL, "b", 0),
        (CELL, "wrapped", 0),
        (" ", "text", 0),
        ("", "paragraph", None),
        ("", "- item", None),
    ]


def test_the_last_line_of_a_row_stands_as_low_as_its_lowest_cell() -> None:
    band = Band(100, 60, ((run("a", 10, 90), run("b", 10, 70)), (run("c", 110, 90),)))
    assert lines_of(band, None)[-1] == Line("c", 70, 10, 110, 115, blanks=0, behind=CELL)


FORM = [
    ["Titel på initiativet:", "Cykler til alle"],
    ["Organisatorisk forankring for initiativet:", "Byens Hospital"],
    ["Navn:", ""],
    ["Hvad er formålet med initiativet?", PROSE],
]


def test_a_ruled_form_is_read_label_by_label() -> None:
    data = flowed("Indstilling 1: Cykler", table(FORM, [130, 300]), "Efter tabellen.")
    found = lines(data)
    assert found[:6] == [
        "Indstilling 1: Cykler",
        "Titel på initiativet:\tCykler til alle",
        "",
        "Organisatorisk forankring for initiativet:\tByens Hospital",
        "",
        "Navn:",
    ]
    label, answer = found[7].split(CELL)
    assert label == "Hvad er formålet med initiativet?"
    end = found.index("", 8)
    assert " ".join([answer, *found[8:end]]) == PROSE
    assert found[end:] == ["", "Efter tabellen."]


FIGURES = [
    ["Økonomi (mio. kr.)", "2026", "2027", "2028", "2029"],
    ["Løn", "", "", "1,0-3,0", ""],
    ["Øvrig drift og andre udgifter", "0,6", "0,6", "", "0,6"],
]


def test_a_ruled_table_of_figures_keeps_its_empty_cells() -> None:
    assert texts(flowed("Konsekvenser:", table(FIGURES, [100, 50, 50, 50, 50]))) == [
        "Konsekvenser:",
        "Økonomi (mio. kr.)\t2026\t2027\t2028\t2029",
        "Løn\t\t\t1,0-3,0",
        "Øvrig drift og andre udgifter\t0,6\t0,6\t\t0,6",
    ]


def test_a_table_of_fpdf2_is_read_in_its_cells() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.table(col_widths=(3, 1, 1, 1, 1)) as drawn_table:
        for row in FIGURES:
            drawn_table.row(row)
    assert texts(bytes(pdf.output())) == [
        "Økonomi (mio. kr.)\t2026\t2027\t2028\t2029",
        "Løn\t\t\t1,0-3,0",
        "Øvrig drift og andre udgifter\t0,6\t0,6\t\t0,6",
    ]


@pytest.mark.parametrize("thickness", [0.5, 1.5])
def test_borders_may_be_drawn_as_thin_bars(thickness: float) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 680, 660):
            canvas.rect(60, y, 300, thickness, stroke=0, fill=1)
        for x in (60, 160, 360):
            canvas.rect(x, 660, thickness, 40, stroke=0, fill=1)
        for x, y, text in ((65, 686, "Navn og efternavn"), (165, 686, "Ane"), (165, 666, "Bo")):
            canvas.drawString(x, y, text)

    assert texts(drawn(draw)) == ["Navn og efternavn\tAne", "Bo"]


def test_a_table_that_is_turned_with_its_page_has_the_same_cells() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(400, 200)
        canvas.rotate(90)
        canvas.grid([0, 100, 200], [0, 20, 40])
        for x, y, text in ((5, 25, "Navn"), (105, 25, "Ane"), (5, 5, "By"), (105, 5, "Esbjerg")):
            canvas.drawString(x, y, text)

    assert texts(drawn(draw)) == ["Navn\tAne", "By\tEsbjerg"]


def test_boxes_around_each_cell_are_borders_too() -> None:
    def draw(canvas: Canvas) -> None:
        for row, texts_of_row in enumerate((["Navn", "Ane"], ["By", "Esbjerg"])):
            for column, text in enumerate(texts_of_row):
                canvas.rect(60 + 100 * column, 700 - 20 * row, 100, 20)
                canvas.drawString(64 + 100 * column, 706 - 20 * row, text)

    assert texts(drawn(draw)) == ["Navn\tAne", "By\tEsbjerg"]


def test_a_table_that_is_drawn_as_one_picture_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("table")
        canvas.grid([0, 50, 150], [0, 10, 20])
        canvas.endForm()
        canvas.translate(60, 700)
        canvas.scale(2, 2)
        canvas.doForm("table")
        canvas.setFont("Helvetica", 5)
        for x, y, text in (
            (2, 13, "Navn paa den indstil"),
            (52, 13, "Ane"),
            (2, 3, "By"),
            (52, 3, "Esbjerg"),
        ):
            canvas.drawString(x, y, text)

    assert texts(drawn(draw)) == ["Navn paa den indstil\tAne", "By\tEsbjerg"]


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for step in range(6000):
            canvas.line(60, 100 + step / 20, 300, 100 + step / 20)
        canvas.drawString(60, 700, "Navn")
        canvas.drawString(200, 700, "Ane")

    assert texts(drawn(draw)) == ["Navn\tAne"]
