"""Paragraphs stand apart, items of lists and rows close together; columns are kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.readers.docx_making import cell, lines, paragraph, row, table
from nominate_tui.intake.document import CELL
from nominate_tui.intake.readers.docx_blocks import Cell, Paragraph, Table
from nominate_tui.intake.readers.docx_lines import Lines

WORDS = st.text("abæ", min_size=1, max_size=3)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
PARAGRAPHS = st.builds(Paragraph, TEXTS, st.just("p"), st.booleans())


def tables(blocks: st.SearchStrategy[Paragraph | Table]) -> st.SearchStrategy[Table]:
    cells = st.builds(Cell, st.just("c"), st.lists(blocks, max_size=3).map(tuple))
    return st.lists(st.lists(cells, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple).map(Table)


BLOCKS = st.recursive(PARAGRAPHS, tables, max_leaves=6)


def laid(*blocks: Paragraph | Table) -> list[str]:
    page = Lines()
    page.lay(blocks)
    return page.lines


def item(text: str) -> Paragraph:
    return Paragraph(text, "", item=True)


def test_an_empty_line_stands_between_paragraphs_but_not_between_items() -> None:
    plain = Paragraph("A", "", item=False)
    assert laid(plain, plain, item("1"), item("2"), plain) == ["A", "", "A", "", "1", "2", "", "A"]


def test_rows_stand_close_together_and_apart_from_what_is_around_their_table() -> None:
    body = paragraph("Før") + table(row("A", "B"), row("C", "D")) + table(row("E", "F")) + paragraph("Efter")
    assert lines(body) == ("Før", "", "A\tB", "C\tD", "", "E\tF", "", "Efter")


def test_empty_cells_keep_their_columns_and_empty_rows_leave_nothing() -> None:
    body = table(row("", "2026", "2027"), row("", "", ""), row("Drift", "", "1,0"), row("I alt", "", ""))
    assert lines(body) == ("\t2026\t2027", "Drift\t\t1,0", "I alt\t\t")


def test_the_paragraphs_of_the_last_cell_with_text_go_on_below_the_row() -> None:
    body = table(row("Formål", cell("Et", "To"), ""), row("Effekt", "Tre"))
    assert lines(body) == ("Formål\tEt\t", "", "To", "", "Effekt\tTre")


def test_the_paragraphs_of_another_cell_are_on_the_line_of_the_row() -> None:
    broken = paragraph("<w:r><w:t>Formål</w:t><w:br/><w:t>og indhold</w:t></w:r>")
    assert lines(table(row(cell(broken, "(kort)"), "Svar"))) == ("Formål og indhold (kort)\tSvar",)


def test_a_line_that_was_ended_in_the_last_cell_goes_on_right_below() -> None:
    broken = paragraph("<w:r><w:t>Et </w:t><w:br/><w:t> To</w:t></w:r>")
    assert lines(table(row("A", cell(broken)), row("B", "C"))) == ("A\tEt", "To", "", "B\tC")


def test_items_in_the_last_cell_stay_right_below_one_another() -> None:
    answer = Cell("", (item("• a"), item("• b")))
    heading = Cell("", (Paragraph("Mål", "", item=False),))
    assert laid(Table(((heading, answer),))) == ["Mål\t• a", "• b"]


def test_a_table_of_one_column_is_paragraphs() -> None:
    assert lines(table(row("Formål"), row(cell("Et", "To")))) == ("Formål", "", "Et", "", "To")


def test_tables_in_cells_follow_as_rows() -> None:
    inner = table(row("a", "b"), row("c", "d"))
    assert lines(table(row(cell("A", inner), cell("B", "C")))) == ("A\tB", "", "C", "", "a\tb", "c\td")
    assert lines(table(row("Økonomi", cell(inner)), row("X", "Y"))) == (
        "Økonomi\t",
        "",
        "a\tb",
        "c\td",
        "",
        "X\tY",
    )


def test_a_row_with_nothing_but_a_table_has_no_line_of_its_own() -> None:
    assert lines(table(row("", cell(table(row("a", "b")))))) == ("a\tb",)


def words_of(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Paragraph):
        return block.text.split()
    return [word for row in block.rows for cell in row for inner in cell.blocks for word in words_of(inner)]


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=3))
def test_no_word_is_lost_and_no_line_is_odd(blocks: list[Paragraph | Table]) -> None:
    page = Lines()
    page.lay(blocks)
    words = [word for line in page.lines for word in line.split()]
    assert sorted(words) == sorted(word for block in blocks for word in words_of(block))
    assert len(page.lines) == len(page.places)
    assert all(line == line.strip() or CELL in line for line in page.lines)
    assert "\n\n\n" not in "\n".join(page.lines)
    assert not page.lines or (page.lines[0] and page.lines[-1])


@given(st.lists(PARAGRAPHS, max_size=8))
def test_the_words_of_paragraphs_stay_in_order(blocks: list[Paragraph]) -> None:
    assert " ".join(laid(*blocks)).split() == [word for block in blocks for word in block.text.split()]
