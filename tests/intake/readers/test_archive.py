"""An archive gives the documents in it by clean names, and their bytes."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.readers.archive import member, names_in
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line


def archive(*names: str) -> bytes:
    """An archive of members that each have their own name as text."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, name.encode("utf-8", "surrogatepass"))
    return made.getvalue()


def named(*names: str) -> tuple[str, ...]:
    return names_in("a.zip", archive(*names), Limits())


def problem_of(data: bytes, inner: str | None = None) -> Problem:
    with pytest.raises(BadInput) as error:
        member("a.zip", data, inner, Limits()) if inner else names_in("a.zip", data, Limits())
    (problem,) = error.value.problems
    return problem


def test_documents_are_sorted_as_a_person_would() -> None:
    names = "Bilag 10.pdf", "bilag 2.pdf", "Anders.docx", "bilag 02b.pdf", "x/1.txt", "x/01.txt"
    assert named(*names) == (
        "Anders.docx",
        "bilag 2.pdf",
        "bilag 02b.pdf",
        "Bilag 10.pdf",
        "x/1.txt",
        "x/01.txt",
    )


def test_a_number_of_thousands_of_digits_is_sorted_too() -> None:
    long = "1" * 5_000
    assert named(f"{long}2", f"{long}1", "9") == ("9", f"{long}1", f"{long}2")


def test_what_systems_and_office_put_beside_documents_is_left_out() -> None:
    assert named(
        "mappe/",
        "mappe/.DS_Store",
        "__MACOSX/mappe/._a.docx",
        ".git/config",
        "mappe/Thumbs.db",
        "mappe\\desktop.ini",
        "mappe\\~$a.docx",
        "mappe/~$a.docx",
        "mappe/a.docx",
    ) == ("mappe/a.docx",)


def test_an_archive_in_the_archive_is_named() -> None:
    assert named("indre.zip") == ("indre.zip",)


def test_names_are_clean_and_their_documents_are_found_by_them() -> None:
    data = archive("b\x1b[2J\n.txt", "../../etc/passwd", "/rod.txt", "C:\\a.txt")
    names = names_in("a.zip", data, Limits())
    assert names == ("../../etc/passwd", "/rod.txt", "b␛[2J .txt", "C:\\a.txt")
    assert [member("a.zip", data, name, Limits()) for name in names] == [
        b"../../etc/passwd",
        b"/rod.txt",
        b"b\x1b[2J\n.txt",
        b"C:\\a.txt",
    ]


def test_two_names_that_look_alike_are_refused() -> None:
    assert problem_of(archive("a.txt", "a\u200b.txt")) == Problem(
        "error",
        "a.zip",
        "",
        'the archive has two documents that are both shown as "a.txt"',
        "give one of them another name",
    )


def test_names_in_the_encoding_of_old_programs_are_read() -> None:
    data = archive("blaab.txt").replace(b"blaab.txt", b"bl\x86b.txt\x20")
    assert names_in("a.zip", data, Limits()) == ("blåb.txt ",)


def test_an_archive_without_documents_names_none() -> None:
    assert named() == ()
    assert named("mappe/", ".skjult") == ()


def test_a_document_that_is_not_there_is_said_to_be_missing() -> None:
    problem = problem_of(archive("a.txt"), "b.txt")
    assert (problem.where, problem.message) == ("a.zip", 'the file has no part "b.txt"')


def test_a_broken_document_is_refused_with_its_name_and_the_others_are_read() -> None:
    data = archive("a.txt", "b.txt").replace(b"b.txtb.txt", b"b.txtX.txt")
    problem = problem_of(data, "b.txt")
    assert (problem.where, problem.message) == ("a.zip/b.txt", "this part of the file is broken")
    assert member("a.zip", data, "a.txt", Limits()) == b"a.txt"


def test_what_is_no_archive_is_refused() -> None:
    assert problem_of(b"Rar!").where == "a.zip"


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)


@given(st.lists(NAMES, max_size=6, unique_by=clean_line))
def test_every_document_that_is_named_can_be_read(names: list[str]) -> None:
    data = archive(*names)
    told = names_in("a.zip", data, Limits())
    assert sorted(clean_line(member("a.zip", data, name, Limits()).decode()) for name in told) == sorted(told)
    assert set(told) <= {clean_line(name) for name in names}
