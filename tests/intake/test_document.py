import hashlib
import os
import sys
from pathlib import Path

import pytest

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import MOST_BYTES, document_of, read_document


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        document_of("a.txt", data)
    (problem,) = caught.value.problems
    assert problem.severity == "error"
    assert problem.todo
    return problem.where, problem.message


def test_lines_lose_the_white_space_around_them_and_keep_what_is_inside() -> None:
    assert document_of("a.txt", "  én  to \t\n \nsmå\t".encode()).lines == ("én  to", "", "små")


def test_a_line_is_found_by_its_number_in_the_file() -> None:
    assert document_of("a.txt", b"one\n\nthree").where(2) == "a.txt:3"


def test_the_digest_is_that_of_the_whole_file() -> None:
    data = b"\xef\xbb\xbfone\r\n"
    assert document_of("a.txt", data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_is_the_same(end: str) -> None:
    read = document_of("a.txt", f"one{end}{end}three{end}".encode())
    assert read.lines == ("one", "", "three", "")
    assert list(read.numbers) == [1, 2, 3, 4]


def test_ways_to_end_a_line_may_be_mixed_in_one_file() -> None:
    assert document_of("a.txt", b"one\r\ntwo\rthree\nfour").lines == ("one", "two", "three", "four")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf8_with_and_without_its_mark_and_utf16_with_it_read_the_same(encoding: str) -> None:
    assert document_of("a.txt", "Klædeskabet\nÆrø".encode(encoding)).lines == ("Klædeskabet", "Ærø")


def test_utf16_of_the_other_byte_order_is_read_too() -> None:
    assert document_of("a.txt", b"\xfe\xff" + "Ærø".encode("utf-16-be")).lines == ("Ærø",)


def test_a_form_feed_is_read_as_the_three_blank_lines_of_a_page_break_and_numbers_stay() -> None:
    read = document_of("a.txt", b"one\n\ftwo\nthree")
    assert read.lines == ("one", "", "", "", "two", "three")
    assert list(read.numbers) == [1, 2, 2, 2, 2, 3]


def test_a_line_separator_ends_a_line_that_keeps_its_number() -> None:
    read = document_of("a.txt", "one\u2028two\nthree".encode())
    assert read.lines == ("one", "two", "three")
    assert read.where(1) == "a.txt:1"


def test_text_is_clean_when_it_is_read() -> None:
    assert document_of("a.txt", b"a\x1b[2Jb\x00c and a good deal of text").lines == (
        "a␛[2Jb␀c and a good deal of text",
    )


def test_the_name_of_a_document_is_clean_too() -> None:
    assert document_of("a\x1b.txt", b"one").name == "a␛.txt"


def test_bytes_that_are_no_utf8_are_refused_with_their_line() -> None:
    assert refusal("to\n\nKlædeskabet".encode("cp1252")) == ("a.txt:3", "the bytes E6 are not UTF-8")


def test_the_line_of_wrong_bytes_is_counted_with_every_way_to_end_a_line() -> None:
    assert refusal(b"one\r\ntwo\rthree\n\xe6x")[0] == "a.txt:4"


def test_utf16_that_breaks_off_is_refused() -> None:
    where, message = refusal("én\nto".encode("utf-16")[:-1])
    assert (where, message) == ("a.txt:2", "the bytes 6F are not UTF-16")


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b" \x00 \x00", b"\f\f"])
def test_an_empty_document_is_refused(data: bytes) -> None:
    assert refusal(data) == ("a.txt", "the document is empty")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04", "a Word document, a spreadsheet or a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word document or spreadsheet"),
        (b"\x1f\x8b\x08", "a compressed file"),
        ("text".encode("utf-32"), "text in UTF-32"),
        (b"M\x00Z\x00 \x00 \x00", "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(data: bytes, kind: str) -> None:
    assert refusal(data) == ("a.txt", f"the document is not plain text but {kind}")


def test_a_file_is_named_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one")
    assert read_document(tmp_path / "a.txt") == document_of("a.txt", b"one")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_document(tmp_path / "a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.message == "the document cannot be read: No such file or directory"


def unread(path: Path) -> tuple[str, str]:
    """The place, and what is said with what to do, of a file that is not read."""
    with pytest.raises(BadInput) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    return problem.where, f"{problem.message} → {problem.todo}"


def test_nothing_but_nuls_is_told_as_what_it_is() -> None:
    message = "the document has nothing but NUL characters, as a copy has that was broken off"
    assert refusal(b"\0" * 5000) == ("a.txt", message)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    folder = tmp_path / "a.txt"
    folder.mkdir()
    assert unread(folder) == ("a.txt", "this is not a document but a folder → name the file of a document")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have no place among files")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    told = "this is not a document but {kind} → name the file of a document"
    assert unread(tmp_path / "a.txt") == ("a.txt", told.format(kind="a pipe"))
    assert unread(Path("/dev/zero")) == ("zero", told.format(kind="a device"))


def test_a_document_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # a hole, which takes no room
    assert unread(path) == (
        "a.txt",
        "the document has 21 MB, and at most 20 MB are read"
        " → divide it into several documents, and take in all of them at once",
    )


def test_the_largest_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * MOST_BYTES)
    assert [len(line) for line in read_document(path).lines] == [MOST_BYTES]
