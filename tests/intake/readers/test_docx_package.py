"""The parts of a Word file are found by what the file says of them, and at their usual places otherwise."""

import io
import zipfile

import pytest

from intake.readers.docx_making import LIMITS, NAMESPACES, paragraph, part, word_file
from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.readers.docx_package import package_of

DOCUMENT = part("document", f"<w:body>{paragraph('Her')}</w:body>")
HEADER = part("hdr", paragraph("Top"))
ELSEWHERE = '<Relationship Type="http://x/officeDocument" Target="{}"/>'


def relations(*content: str) -> str:
    return f"<Relationships>{''.join(content)}</Relationships>"


def file_of(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def headers(parts: dict[str, str]) -> int:
    return len(list(package_of("a.docx", file_of(parts), LIMITS).parts("header")))


def problem_of(data: bytes) -> Problem:
    with pytest.raises(BadInput) as error:
        package_of("a.docx", data, LIMITS)
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize("target", ["other/main.xml", "/other/main.xml", "./other/../other/main.xml"])
def test_the_document_is_where_the_file_says(target: str) -> None:
    parts = {"_rels/.rels": relations(ELSEWHERE.format(target)), "other/main.xml": DOCUMENT}
    package = package_of("a.docx", file_of(parts), LIMITS)
    assert [child.tag for child in package.body] == ["w:p"]


def test_the_document_is_at_its_usual_place_where_the_file_says_nothing_or_wrong() -> None:
    for relation in ([], [ELSEWHERE.format("nowhere.xml")], [ELSEWHERE.format("../../../../etc/passwd")]):
        parts = {"_rels/.rels": relations(*relation), "word/document.xml": DOCUMENT}
        assert len(package_of("a.docx", file_of(parts), LIMITS).body) == 1


def test_a_strict_file_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = f'<w:document xmlns:w="{strict}"><w:body><w:p/></w:body></w:document>'
    assert len(package_of("a.docx", file_of({"word/document.xml": text}), LIMITS).body) == 1


def test_only_the_parts_that_the_document_names_are_its_own() -> None:
    named = '<Relationship Type="http://x/header" Target="header2.xml"/>'
    outside = '<Relationship Type="http://x/header" Target="header1.xml" TargetMode="External"/>'
    parts = {"word/document.xml": DOCUMENT, "word/header1.xml": HEADER, "word/header2.xml": HEADER}
    assert headers(parts | {"word/_rels/document.xml.rels": relations(named, outside)}) == 1


def test_a_document_that_names_no_parts_has_those_at_their_usual_places() -> None:
    parts = {"word/document.xml": DOCUMENT, "word/header1.xml": HEADER, "word/header2.xml": HEADER}
    assert headers(parts | {"word/header.txt": "", "other/header1.xml": HEADER}) == 2


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["xl/workbook.xml"], "this is a workbook (.xlsx), and no Word document"),
        (["ppt/presentation.xml"], "this is a presentation (.pptx), and no Word document"),
        (["mimetype", "content.xml"], "this is an OpenDocument file (.odt), and no Word document"),
        (["readme.txt"], "this is no Word document"),
    ],
)
def test_other_files_are_refused_by_what_they_are(names: list[str], message: str) -> None:
    assert problem_of(file_of(dict.fromkeys(names, "<x/>"))) == Problem(
        "error", "a.docx", "", message, "give the file its right ending, or save it as .docx"
    )


def test_a_workbook_that_says_where_it_stands_is_refused_as_one() -> None:
    parts = {"_rels/.rels": relations(ELSEWHERE.format("xl/workbook.xml")), "xl/workbook.xml": "<workbook/>"}
    assert problem_of(file_of(parts)).message == "this is a workbook (.xlsx), and no Word document"


def test_an_office_file_of_the_old_kind_or_with_a_password_is_refused_by_name() -> None:
    problem = problem_of(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2_000))
    assert (
        problem.message
        == "this is an Office file of the old kind (.doc, .xls), or one that a password protects"
    )


def test_a_part_with_a_document_type_is_refused_whichever_it_is() -> None:
    header = f"<!DOCTYPE x><w:hdr {NAMESPACES}/>"
    package = package_of("a.docx", word_file(paragraph("A"), header1=header), LIMITS)
    with pytest.raises(BadInput) as error:
        list(package.parts("header"))
    assert error.value.where == "a.docx:word/header1.xml"
