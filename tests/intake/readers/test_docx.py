"""Word files are read as a reader of the document sees them: those of python-docx, by hand, and hostile ones."""

import hashlib
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.readers.docx_making import (
    LIMITS,
    lines,
    paragraph,
    part,
    read,
    row,
    saved,
    table,
    warnings,
    word_file,
)
from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import CELL, Document
from nominate_tui.intake.readers.docx import read_docx
from nominate_tui.notation.clean import clean


def read_back(document: WordDocument) -> Document:
    (one,) = read_docx("form.docx", saved(document), LIMITS)
    return one


def test_a_document_of_headings_paragraphs_lists_and_a_table_is_read_whole() -> None:
    document = docx.Document()
    document.add_heading("Klædeskabet", level=1)
    document.add_paragraph("Brugt tøj til patienter.")
    for text in ("tøj", "sko"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("To trin:")
    for text in ("saml", "del ud"):
        document.add_paragraph(text, style="List Number")
    made = document.add_table(2, 2)
    for place, text in enumerate(("År", "Beløb", "2026", "1,5")):
        made.cell(place // 2, place % 2).text = text
    read = read_back(document)
    assert read.lines == (
        "Klædeskabet",
        "",
        "Brugt tøj til patienter.",
        "",
        "• tøj",
        "• sko",
        "",
        "To trin:",
        "",
        "1. saml",
        "2. del ud",
        "",
        "År\tBeløb",
        "2026\t1,5",
    )
    assert [place for line, place in zip(read.lines, read.places, strict=True) if line] == [
        *(f"¶{number}" for number in range(1, 8)),
        "table 1 A1",
        "table 1 A2",
    ]


def test_what_is_told_of_the_document_itself_is_right() -> None:
    data = word_file(paragraph("A"))
    (document,) = read_docx("mappe.zip/form.docx", data, LIMITS)
    assert document == Document(
        "mappe.zip/form.docx", hashlib.sha256(data).hexdigest(), ("A",), ("¶1",), wrapped=False, notices=()
    )
    assert document.where(0) == "mappe.zip/form.docx:¶1"


def test_merged_cells_of_python_docx_keep_their_columns() -> None:
    document = docx.Document()
    made = document.add_table(3, 3)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "bred"
    made.cell(1, 0).merge(made.cell(2, 0)).text = "høj"
    made.cell(2, 2).text = "sidst"
    assert read_back(document).lines == ("bred\t\t", "høj\t\t", "\t\tsidst")


def test_breaks_of_lines_and_pages_end_lines() -> None:
    document = docx.Document()
    written = document.add_paragraph("A")
    written.add_run().add_break()
    written.add_run("B").add_break(WD_BREAK.PAGE)
    written.add_run("C")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("D")
    assert read_back(document).lines == ("A", "B", "C", "", "D")


def test_headers_and_footers_are_left_out_and_told_if_they_have_words() -> None:
    document = docx.Document()
    document.add_paragraph("Tekst")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Prisen 2026"
    section.footer.paragraphs[0].text = "- 7 -"
    read = read_back(document)
    assert read.lines == ("Tekst",)
    assert read.notices == (
        Problem(
            "warning",
            "form.docx",
            "",
            'headers and footers are left out: "Prisen 2026"',
            "move what belongs to the text into it",
        ),
    )


def test_comments_of_python_docx_are_left_out_and_told() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Tekst")
    document.add_comment(run, text="Er det rigtigt?", author="A")
    read = read_back(document)
    assert (read.lines, [notice.message for notice in read.notices]) == (
        ("Tekst",),
        ["1 comment is left out"],
    )


def test_what_is_changed_or_hidden_in_a_header_is_not_told() -> None:
    header = part("hdr", paragraph("<w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r></w:ins>"))
    assert warnings(paragraph("A"), header1=header) == []


def test_an_empty_document_is_refused() -> None:
    for body in ("", paragraph(" "), table(row("", ""))):
        with pytest.raises(BadInput, match="the document is empty"):
            read(body)


def test_a_document_of_pictures_is_refused_as_that() -> None:
    with pytest.raises(BadInput, match="the document has pictures, but no text"):
        read(paragraph("<w:r><w:drawing/></w:r>"))


def test_elements_nested_as_deep_as_is_read_are_read() -> None:
    body = paragraph("inderst")
    for _depth in range(48):
        body = table(f"<w:tr><w:tc>{body}</w:tc></w:tr>")
    assert lines(body) == ("inderst",)
    with pytest.raises(BadInput, match="nested too deep"):
        lines(table(f"<w:tr><w:tc>{body}</w:tc></w:tr>"))


def test_text_boxes_nested_as_deep_as_is_read_are_read() -> None:
    body = paragraph("inderst")
    for _depth in range(48):
        body = f"<w:p><w:r><w:txbxContent>{body}</w:txbxContent></w:r></w:p>"
    assert lines(body) == ("inderst",)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
STYLES = st.sampled_from([None, "Normal", "Heading 2", "Quote"])
ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=3)
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(TEXTS, STYLES) | ROWS, min_size=1, max_size=5))
def test_every_word_that_python_docx_writes_comes_back_in_order(
    blocks: list[tuple[str, str | None] | list[list[str]]],
) -> None:
    document, expected = docx.Document(), []
    for block in blocks:
        if isinstance(block, tuple):
            document.add_paragraph(block[0], style=block[1])
            expected.append(block[0])
            continue
        made = document.add_table(len(block), len(block[0]))
        for down, texts in enumerate(block):
            for across, text in enumerate(texts):
                made.cell(down, across).text = text
                expected.append(text)
    read = [text for line in read_back(document).lines for text in line.split(CELL) if text]
    assert read == [clean(text) for text in expected]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("w01-xxe", "the file declares a document type (DTD), which no Office program writes"),
        ("w02-laughs", "the file declares a document type (DTD), which no Office program writes"),
        ("w03-bomb", "the file would unpack to more than 20 MB"),
        (
            "w07-not-a-zip",
            "this is an Office file of the old kind (.doc, .xls), or one that a password protects",
        ),
    ],
)
def test_hostile_files_are_refused(shared: Path, name: str, said: str) -> None:
    with pytest.raises(BadInput) as error:
        read_docx(f"{name}.docx", hostile(shared, name), LIMITS)
    (problem,) = error.value.problems
    assert (problem.severity, problem.where.split(":")[0], problem.message) == ("error", f"{name}.docx", said)


@pytest.mark.shared
def test_files_that_other_readers_lose_text_of_are_read_whole(shared: Path) -> None:
    def read(name: str) -> list[str]:
        (document,) = read_docx(f"{name}.docx", hostile(shared, name), LIMITS)
        return [line for line in document.lines if line]

    assert read("w04-tracked")[-1] == "Kept INSERTED"
    assert read("w05-sdt-form")[0] == "Title: Inside a content control"
    assert read("w06-table-form")[::3] == ["Title\tTable Title", "Statement\tIn a table"]


def hostile(shared: Path, name: str) -> bytes:
    return (shared / "cases" / "hostile" / "nominations" / f"{name}.docx").read_bytes()
