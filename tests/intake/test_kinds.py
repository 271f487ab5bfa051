"""What a file is taken for, by how it begins and by its name."""

import io
import zipfile
from typing import get_args

import pytest

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake import kinds
from nominate_tui.intake.document import Document, Sheet
from nominate_tui.intake.kinds import format_of, is_archive, read
from nominate_tui.intake.readers.unzip import packed
from nominate_tui.model.limits import Limits

LIMITS = Limits()
OFFICE = "[Content_Types].xml"


def zipped(*names: str) -> bytes:
    """A ZIP file with members of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "content")
    return made.getvalue()


def refusal(name: str, data: bytes) -> tuple[str, str]:
    """What is said of a file that is not read, and what to do about it."""
    with pytest.raises(BadInput) as refused:
        read(name, data, LIMITS)
    (problem,) = refused.value.problems
    assert (problem.severity, problem.where) == ("error", name)
    return problem.message, problem.todo


WORD = zipped(OFFICE, "word/document.xml")
EXCEL = zipped(OFFICE, "xl/workbook.xml")
ARCHIVE = zipped("word/a.docx", "xl/b.xlsx")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"text", "text"),
        ("a", b"text", "text"),
        ("a.csv.txt", b"a;b", "text"),
        ("a.csv", b"a;b", "delimited"),
        ("a.TSV", b"a\tb", "delimited"),
        ("a.json", b"[]", "json"),
        ("a.toml", b"", "toml"),
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.csv", b"%PDF-1.7", "pdf"),
        ("a.pdf", b"\xef\xbb\xbf\n%PDF-1.7", "pdf"),
        ("a.txt", b"see\n%PDF-1.7", "text"),
        ("a.pdf", b"text", "text"),
        ("a.docx", b"text", "text"),
        ("a.docx", WORD, "docx"),
        ("a.zip", WORD, "docx"),
        ("a", EXCEL, "xlsx"),
        ("a.docx", EXCEL, "xlsx"),
        ("a.zip", ARCHIVE, "zip"),
        ("a.docx", ARCHIVE, "zip"),
        ("a.zip", zipped(), "zip"),
        ("a.xlsx", zipped("in.docx"), "zip"),
        ("all.zip/in/a.CSV", b"a;b", "delimited"),
    ],
)
def test_how_a_file_begins_counts_more_than_its_name(name: str, data: bytes, expected: str) -> None:
    assert format_of(name, data, LIMITS) == expected
    assert is_archive(name, data, LIMITS) == (expected == "zip")


def test_an_archive_of_word_files_that_are_not_packed_is_no_word_file() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        file.writestr("one.docx", WORD)
    assert format_of("a.zip", made.getvalue(), LIMITS) == "zip"


TEXT = "take in its text as a PDF, a Word document, a spreadsheet or plain text"
SAVE = "save it as .docx or .xlsx, without a password"
UNPACK = "unpack it, and take in the documents that were in it"


@pytest.mark.parametrize(
    ("data", "kind", "todo"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture", TEXT),
        (b"\xff\xd8\xff\xe0", "a JPEG picture", TEXT),
        (b"GIF89a", "a GIF picture", TEXT),
        (b"II*\0\x08\0\0\0", "a TIFF picture", TEXT),
        (b"MM\0*\0\0\0\x08", "a TIFF picture", TEXT),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture", TEXT),
        (b"\0\0\0\x18ftypheic", "a HEIC picture, or a film", TEXT),
        (b"{\\rtf1\\ansi", "an RTF document", SAVE),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an Office file of the old kind (.doc, .xls), or one that a password protects",
            SAVE,
        ),
        (b"\x1f\x8b\x08", "a compressed file", UNPACK),
        (b"BZh91AY&SY", "a compressed file", UNPACK),
        (b"\xfd7zXZ\0", "a compressed file", UNPACK),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
        (b"Rar!\x1a\x07\x01", "a RAR archive", UNPACK),
        (
            "\ufefftext".encode("utf-32-le"),
            "text in UTF-32",
            "save it as plain text in UTF-8, and take that in",
        ),
        (
            "\ufefftext".encode("utf-32-be"),
            "text in UTF-32",
            "save it as plain text in UTF-8, and take that in",
        ),
        (zipped(OFFICE, "ppt/presentation.xml"), "a presentation, or another Office file", TEXT),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.csv", "a"])
def test_what_is_not_read_is_refused_by_what_it_is(name: str, data: bytes, kind: str, todo: str) -> None:
    assert refusal(name, data) == (f"this is {kind}", todo)


def test_an_open_document_file_is_told_from_an_archive() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", "<x/>")
    assert refusal("a.odt", made.getvalue()) == ("this is an OpenDocument file", SAVE)


def test_an_archive_in_an_archive_is_not_opened() -> None:
    assert refusal("all.zip/in.zip", ARCHIVE) == (
        "this is an archive inside an archive, which is not opened",
        UNPACK,
    )


def test_a_zip_file_that_is_broken_is_refused_as_such_whatever_its_name() -> None:
    with pytest.raises(BadInput) as refused:
        packed(WORD[:50], "a.txt", LIMITS)
    (problem,) = refused.value.problems
    assert refusal("a.txt", WORD[:50]) == (problem.message, problem.todo)


def test_a_text_named_as_something_else_is_read_with_a_warning() -> None:
    (one,) = read("a.pdf", b"text", LIMITS)
    assert isinstance(one, Document)
    assert (one.lines, one.notices) == (
        ("text",),
        (
            Problem(
                "warning",
                "a.pdf",
                "",
                "the name ends in .pdf, but this is plain text; it was read as that",
                "give the file a name that ends as it should",
            ),
        ),
    )


def test_a_name_that_fits_or_promises_nothing_is_no_matter_for_a_warning() -> None:
    for name in ("a.txt", "a.md", "a", "a.form", "a.TXT"):
        (one,) = read(name, b"text", LIMITS)
        assert one.notices == ()


def test_a_table_in_text_is_read_as_a_sheet() -> None:
    (one,) = read("a.csv", b"Titel;Navn\nEt;To\n", LIMITS)
    assert isinstance(one, Sheet)
    assert (one.header, [row.cells for row in one.rows]) == (("Titel", "Navn"), [("Et", "To")])


def test_every_format_has_a_reader_of_its_own() -> None:
    formats: tuple[kinds.Readable, ...] = get_args(kinds.Readable)
    assert {format: kinds.reader_of(format).__name__ for format in formats} == {
        "text": "read_text",
        "pdf": "read_pdf",
        "docx": "read_docx",
        "xlsx": "read_xlsx",
        "delimited": "read_delimited",
        "json": "read_json",
        "toml": "read_toml",
    }


@pytest.mark.parametrize(
    ("name", "kind"), [("a.eml", "an e-mail"), ("a.MSG", "an e-mail"), ("a.html", "a web page")]
)
def test_mails_and_web_pages_are_refused_by_their_names(name: str, kind: str) -> None:
    with pytest.raises(BadInput) as caught:
        format_of(name, b"Subject: Cykler", Limits())
    assert caught.value.problems[0].message == f"this is {kind}"
