"""Each block has its place, and the cells of a row stand in their columns."""

import pytest

from intake.readers.docx_making import cell, control, paragraph, read, row, table
from nominate_tui.intake.document import Document


def placed(document: Document) -> list[tuple[str, int | str]]:
    return [(line, place) for line, place in zip(document.lines, document.places, strict=True) if line]


def test_paragraphs_are_counted_with_those_that_are_empty_and_those_in_controls() -> None:
    document = read(paragraph("A") + paragraph("") + control(paragraph("B")) + paragraph("C"))
    assert placed(document) == [("A", "¶1"), ("B", "¶3"), ("C", "¶4")]


def test_rows_have_the_place_of_their_first_cell_and_tables_are_counted() -> None:
    document = read(table(row("A", "B")) + paragraph("C") + table(row("D", "E"), row("F", "G")))
    assert placed(document) == [
        ("A\tB", "table 1 A1"),
        ("C", "¶1"),
        ("D\tE", "table 2 A1"),
        ("F\tG", "table 2 A2"),
    ]


def test_what_follows_below_a_row_has_the_place_of_its_cell() -> None:
    document = read(table(row("Formål", cell("Et", "To"))))
    assert placed(document) == [("Formål\tEt", "table 1 A1"), ("To", "table 1 B1")]


def test_a_table_in_a_cell_has_the_place_of_the_cell_and_is_not_counted() -> None:
    document = read(table(row("A", cell("B", table(row("C", "D"))))) + table(row("E", "F")))
    assert placed(document) == [
        ("A\tB", "table 1 A1"),
        ("C\tD", "table 1 B1"),
        ("E\tF", "table 2 A1"),
    ]


def test_a_cell_of_several_columns_has_empty_ones_behind_it() -> None:
    wide = cell("Økonomi", properties='<w:gridSpan w:val="3"/>')
    assert read(table(row(wide, "2026"), row("a", "b", "c", "d"))).lines == (
        "Økonomi\t\t\t2026",
        "a\tb\tc\td",
    )


def test_columns_before_and_behind_a_row_are_empty_cells() -> None:
    properties = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'
    document = read(table(row("A", properties=properties), row("a", "b", "c", "d")))
    assert placed(document) == [("\tA\t\t", "table 1 A1"), ("a\tb\tc\td", "table 1 A2")]


@pytest.mark.parametrize(
    "merge", ["<w:vMerge/>", '<w:vMerge w:val="continue"/>', '<w:hMerge w:val="continue"/>']
)
def test_the_rest_of_a_merged_cell_is_empty(merge: str) -> None:
    first = row(cell("Formål", properties='<w:vMerge w:val="restart"/>'), "Et")
    second = row(cell("usynlig", properties=merge), "To")
    assert read(table(first, second)).lines == ("Formål\tEt", "\tTo")


def test_a_cell_that_says_it_is_as_wide_as_no_table_is_not_believed() -> None:
    wide = cell("A", properties='<w:gridSpan w:val="900000000"/>')
    assert read(table(row(wide, "B"))).lines == ("A" + "\t" * 63 + "B",)
    assert read(table(row(cell("A", properties='<w:gridSpan w:val="0"/>'), "B"))).lines == ("A\tB",)


def test_the_twenty_seventh_column_is_aa() -> None:
    row_of_empty = row(*[""] * 26, cell("A", "B"))
    assert placed(read(table(row_of_empty)))[1] == ("B", "table 1 AA1")
