"""ZIP files of strangers are opened only where they keep to the limits and say what is so."""

import io
import random
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.readers.unzip import Packed, packed, refuse_doctype, xml_of
from nominate_tui.model.limits import Limits

AGAIN = "save the file again in the program that made it, or ask for another copy"

# Where a field stands in a member's entry of the directory (APPNOTE.TXT of PKWARE, 4.3.12).
FLAGS, METHOD, CHECKSUM, PACKED_SIZE, SIZE, OFFSET = 8, 10, 16, 20, 24, 42


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def forged(data: bytes, field: int, value: int, form: str = "<I", entry: int = 0) -> bytes:
    """The file, with another number in the directory's entry of a member, which are counted from 0."""
    at = -1
    for _entry in range(entry + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    number = struct.pack(form, value)
    return data[: at + field] + number + data[at + field + len(number) :]


def opened(data: bytes, limits: Limits | None = None) -> Packed:
    return packed(data, "a.zip", limits or Limits())


def read_whole(data: bytes, limits: Limits | None = None) -> None:
    file = opened(data, limits)
    for name in file.names():
        file.read(name)


def problem_of(data: bytes, limits: Limits | None = None) -> Problem:
    """What is said of a file that is refused, where it is opened or when its members are read."""
    with pytest.raises(BadInput) as error:
        read_whole(data, limits)
    (problem,) = error.value.problems
    return problem


def test_members_are_named_in_the_order_of_the_file_and_read() -> None:
    file = opened(zipped({"b.txt": b"B", "mappe/": b"", "a.txt": b"A" * 100_000}))
    assert file.names() == ("b.txt", "mappe/", "a.txt")
    assert [len(file.read(name)) for name in file.names()] == [1, 0, 100_000]
    assert ("b.txt" in file, "c.txt" in file) == (True, False)


def test_a_member_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(BadInput) as error:
        opened(zipped({"a": b""})).read("\x1b[2J.xml")
    (problem,) = error.value.problems
    assert problem == Problem("error", "a.zip", "", 'the file has no part "␛[2J.xml"', AGAIN)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"%PDF-1.7", bytes(100), zipped({"a": b"A"})[:-10]],
    ids=["empty", "begun", "another", "zeros", "cut off"],
)
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert problem_of(data) == Problem(
        "error",
        "a.zip",
        "",
        "this is something else than its name says, or it is broken: it is no ZIP file, as .docx, .xlsx and .zip are",
        AGAIN,
    )


def test_an_office_file_of_the_old_kind_is_refused_by_name() -> None:
    assert problem_of(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)) == Problem(
        "error",
        "a.zip",
        "",
        "this is an Office file of the old kind (.doc, .xls), or one that a password protects",
        "save it as .docx or .xlsx, without a password",
    )


@pytest.mark.parametrize("flag", [0x01, 0x40, 0x2000])
def test_a_file_with_a_password_is_refused(flag: int) -> None:
    assert problem_of(forged(zipped({"a": b"A"}), FLAGS, flag, "<H")) == Problem(
        "error", "a.zip", "", "the file is protected by a password", "save it without a password"
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_is_packed_in_another_way_is_refused(method: int) -> None:
    assert problem_of(zipped({"a.txt": b"A"}, method)) == Problem(
        "error", "a.zip", "", '"a.txt" is packed in a way that is not read', "pack it as an ordinary ZIP file"
    )


def test_members_that_say_they_are_larger_together_than_the_limit_are_refused() -> None:
    data = zipped({"a": bytes(600_000), "b": bytes(600_000)}, zipfile.ZIP_STORED)
    assert opened(data, Limits(unpacked_mb=2)).names() == ("a", "b")
    assert problem_of(data, Limits(unpacked_mb=1)) == Problem(
        "error",
        "a.zip",
        "",
        "the file would unpack to more than 1 MB",
        'if you trust the file, raise "unpacked_mb" in the [intake] table of scoring.toml',
    )


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    data = zipped({"bomb": bytes(3_000_000)})
    assert problem_of(forged(data, SIZE, 1_000)) == Problem(
        "error", "a.zip:bomb", "", "this part of the file is broken", AGAIN
    )


def test_a_member_that_is_smaller_than_it_says_is_refused() -> None:
    data = zipped({"a": b"A" * 100})
    assert problem_of(forged(data, SIZE, 200)).message == "this part of the file is broken"
    stored = zipped({"a": b"A" * 100, "b": b""}, zipfile.ZIP_STORED)
    assert problem_of(forged(stored, SIZE, 200)).message == "this part of the file is broken"


def test_a_large_member_that_is_packed_too_tightly_is_refused() -> None:
    data = zipped({"a": bytes(200_000)})
    assert len(opened(data, Limits(ratio=2_000)).read("a")) == 200_000
    assert problem_of(data) == Problem(
        "error",
        "a.zip",
        "",
        '"a" would unpack to more than 200 times its size',
        'if you trust the file, raise "ratio" in the [intake] table of scoring.toml',
    )


def test_a_small_member_may_be_packed_as_tightly_as_it_likes() -> None:
    assert opened(zipped({"a": bytes(100_000)}), Limits(ratio=1)).read("a") == bytes(100_000)


def test_more_members_than_the_limit_are_refused() -> None:
    data = zipped({str(number): b"" for number in range(5)})
    assert len(opened(data, Limits(documents=5)).names()) == 5
    assert problem_of(data, Limits(documents=4)) == Problem(
        "error",
        "a.zip",
        "",
        "the file has 5 parts, and the limit is 4",
        'if you trust the file, raise "documents" in the [intake] table of scoring.toml',
    )


def test_two_members_of_one_name_are_refused() -> None:
    data = zipped({"a.txt": b"A", "b.txt": b"B"}).replace(b"b.txt", b"a.txt")
    assert problem_of(data) == Problem("error", "a.zip", "", 'the file has "a.txt" twice', AGAIN)


def test_members_that_lie_upon_one_another_are_refused() -> None:
    data = forged(zipped({"a": b"A" * 50, "b": b"A" * 50}, zipfile.ZIP_STORED), OFFSET, 0, entry=1)
    assert problem_of(data) == Problem("error", "a.zip", "", "parts of the file lie upon one another", AGAIN)


def test_a_member_whose_checksum_does_not_fit_is_refused() -> None:
    assert problem_of(forged(zipped({"å\n.txt": b"A"}), CHECKSUM, 7)) == Problem(
        "error", "a.zip:å .txt", "", "this part of the file is broken", AGAIN
    )


SMALL = zipped({"a.txt": b"hej " * 50, "mappe/æ.txt": b"med dig"})


@settings(max_examples=200, deadline=None)
@given(st.integers(0), st.integers(1, 8))
def test_a_broken_file_is_read_or_refused_and_nothing_else(seed: int, times: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(SMALL)
    for _time in range(times):
        data[dice.randrange(len(data))] = dice.choice([0, 1, 0x80, 0xFF, dice.randrange(256)])
    with suppress(BadInput):
        read_whole(bytes(data))


def wrong_xml(data: bytes) -> Problem:
    with pytest.raises(BadInput) as error:
        xml_of(data, "a.docx:word/document.xml")
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "ascii"])
def test_xml_is_read_in_the_encodings_of_xml(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    root = xml_of(f'<?xml version="1.0" encoding="{declared}"?><a>&#248;</a>'.encode(encoding), "")
    assert (root.tag, root.text) == ("a", "ø")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "doctype", ["<!DOCTYPE a>", '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!DOCTYPE a [<!ENTITY x "y">]>']
)
def test_a_document_type_is_refused_in_every_encoding(encoding: str, doctype: str) -> None:
    expected = Problem(
        "error",
        "a.docx:word/document.xml",
        "",
        "the file declares a document type (DTD), which no Office program writes",
        AGAIN,
    )
    data = f"<!-- a remark -->\n{doctype}<a/>".encode(encoding)
    assert wrong_xml(data) == expected
    with pytest.raises(BadInput) as error:
        refuse_doctype(data, "a.docx:word/document.xml")
    assert error.value.problems == (expected,)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"<a>\n<b></a>", ":2"),
        (b"", ":1"),
        (b"<a>\n\n&x;</a>", ":3"),
        (b'<?xml version="1.0" encoding="hex"?><a/>', ""),
    ],
)
def test_xml_that_is_not_well_formed_is_refused_with_its_line(data: bytes, line: str) -> None:
    where = f"a.docx:word/document.xml{line}"
    assert wrong_xml(data) == Problem("error", where, "", "the XML is not well-formed", AGAIN)


def test_only_what_stands_before_the_root_element_is_looked_at_for_a_document_type() -> None:
    refuse_doctype(b"<a><b></a> and no more XML", "")


def test_elements_nested_beyond_all_sense_are_refused() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    assert xml_of(nested(150), "").tag == "a"
    assert wrong_xml(nested(151)).message == "its elements are nested too deep"
    assert wrong_xml(nested(200_000)).message == "its elements are nested too deep"


@given(st.binary(max_size=60) | st.text("<>!&;a/[]= DOCTYPENI?xml'\"", max_size=60).map(str.encode))
def test_bytes_are_xml_or_refused_and_nothing_else(data: bytes) -> None:
    with suppress(BadInput):
        xml_of(data, "a.xml")
