"""Which documents are meant by the files and folders that somebody names, in which order, and what they are called."""

import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.sources import Sources, _natural, documents_in
from nominate_tui.model.limits import Limits

LIMITS = Limits(document_mb=1, documents=20)

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")


def lay(folder: Path, *names: str) -> None:
    """Files of these names, in any order, with their folders."""
    for name in random.sample(names, len(names)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def names(found: Sources) -> list[str]:
    """What the documents are called, where there is no problem."""
    assert found.problems == ()
    return [file.name for file in found.files]


def problems(found: Sources) -> list[str]:
    """The problems, each an error."""
    assert {problem.severity for problem in found.problems} <= {"error"}
    return [str(problem) for problem in found.problems]


def test_files_are_taken_in_the_order_they_are_named(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a.txt")
    assert names(documents_in([tmp_path / "b.txt", tmp_path / "a.txt"], LIMITS)) == ["b.txt", "a.txt"]


def test_a_folder_is_taken_with_all_its_folders_in_the_order_of_a_person(tmp_path: Path) -> None:
    lay(tmp_path, "10.txt", "2.txt", "B.txt", "a.txt", "3 x/2.txt", "3 x/deep/10.pdf", "02 y.csv")
    found = documents_in([tmp_path], LIMITS)
    assert [file.path.relative_to(tmp_path).as_posix() for file in found.files] == [
        "02 y.csv",
        "2.txt",
        "3 x/2.txt",
        "3 x/deep/10.pdf",
        "10.txt",
        "a.txt",
        "B.txt",
    ]


def test_hidden_files_and_those_of_systems_and_office_are_left_out_of_a_folder(tmp_path: Path) -> None:
    lay(
        tmp_path, ".DS_Store", ".git/config", "~$a.docx", "Thumbs.db", "DESKTOP.INI", "__MACOSX/._a", "a.docx"
    )
    assert names(documents_in([tmp_path], LIMITS)) == ["a.docx"]


def test_a_hidden_file_that_is_named_is_taken(tmp_path: Path) -> None:
    lay(tmp_path, ".form.txt")
    assert names(documents_in([tmp_path / ".form.txt"], LIMITS)) == [".form.txt"]


def test_documents_of_the_same_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    lay(tmp_path, "in/a/x.txt", "in/b/x.txt", "in/y.txt")
    assert names(documents_in([tmp_path / "in"], LIMITS)) == ["a/x.txt", "b/x.txt", "y.txt"]


def test_as_many_folders_are_shown_as_tell_the_documents_apart(tmp_path: Path) -> None:
    lay(tmp_path, "1/a/x.txt", "2/a/x.txt", "2/b/x.txt")
    assert names(documents_in([tmp_path / "1", tmp_path / "2"], LIMITS)) == [
        "1/a/x.txt",
        "2/a/x.txt",
        "b/x.txt",
    ]


@posix
def test_names_that_differ_only_in_what_is_not_shown_are_numbered(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "a\u200b.txt", "b\x1b.txt")
    assert sorted(names(documents_in([tmp_path], LIMITS))) == [
        "b␛.txt",
        f"{folders(tmp_path)}/a.txt (1)",
        f"{folders(tmp_path)}/a.txt (2)",
    ]


def folders(path: Path) -> str:
    """A path without the root of the disk."""
    return "/".join(path.parts[1:])


def test_a_file_that_is_named_twice_is_taken_once(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "b.txt")
    again = tmp_path / ".." / tmp_path.name / "a.txt"
    assert names(documents_in([tmp_path / "a.txt", tmp_path, again], LIMITS)) == ["a.txt", "b.txt"]


@posix
def test_links_are_followed_once_and_never_in_a_circle(tmp_path: Path) -> None:
    lay(tmp_path, "in/b.txt", "outside/far.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "c.txt").symlink_to("b.txt")
    (tmp_path / "in" / "other").symlink_to(tmp_path / "outside")
    assert names(documents_in([tmp_path / "in"], LIMITS)) == ["b.txt", "far.txt"]


@posix
def test_a_link_to_nothing_or_to_itself_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to("nothing")
    (tmp_path / "self.txt").symlink_to("self.txt")
    todo = "check the name and whether you may read the file"
    found = documents_in([tmp_path], LIMITS)
    assert [file.name for file in found.files] == ["a.txt"]
    assert problems(found) == [
        f"{tmp_path.name}/gone.txt: the document cannot be read: No such file or directory → {todo}",
        f"{tmp_path.name}/self.txt: the document cannot be read: Too many levels of symbolic links → {todo}",
    ]


@posix
def test_a_pipe_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    found = documents_in([tmp_path / "b.txt", tmp_path / "a.txt", Path("/dev/null")], LIMITS)
    assert [file.name for file in found.files] == ["a.txt"]
    assert problems(found) == [
        "b.txt: this is not a document but a pipe → name the file of a document",
        "null: this is not a document but a device → name the file of a document",
    ]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert problems(documents_in([tmp_path / "none.txt"], LIMITS)) == [
        "none.txt: the document cannot be read: No such file or directory"
        " → check the name and whether you may read the file"
    ]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "in/.hidden", "in/empty/.hidden")
    assert problems(documents_in([tmp_path / "in"], LIMITS)) == [
        "in: there is no document in the folder → name a folder that has documents; hidden files are left out"
    ]


def test_a_file_that_is_too_large_is_refused_unread_with_the_limit_that_would_let_it_in(
    tmp_path: Path,
) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "just.txt").write_bytes(b"a" * 20_000_000)
    found = documents_in([tmp_path], Limits())
    assert [file.name for file in found.files] == ["just.txt"]
    assert problems(found) == [
        f"{tmp_path.name}/large.pdf: the document has 200 MB, and at most 20 MB are read → if you trust the"
        " document, write document_mb = 200 under [intake] in scoring.toml, or add --limit document_mb=200"
    ]


def test_of_more_documents_than_the_limit_none_is_taken(tmp_path: Path) -> None:
    lay(tmp_path, *(f"{number}.txt" for number in range(21)))
    found = documents_in([tmp_path], LIMITS)
    assert found.files == ()
    assert problems(found) == [
        "there are more than 20 documents → if you trust the document, write documents = 200 under [intake] in"
        " scoring.toml, or add --limit documents=200"
    ]
    (tmp_path / "3.txt").unlink()
    assert len(documents_in([tmp_path], LIMITS).files) == 20


@posix
def test_folders_may_be_nested_deeper_than_python_follows(tmp_path: Path) -> None:
    nested = [tmp_path]
    for _step in range(sys.getrecursionlimit() + 100):
        nested.append(nested[-1] / "d")
        nested[-1].mkdir()
    (nested[-1] / "a.txt").write_text("", encoding="utf-8")
    assert names(documents_in([tmp_path], LIMITS)) == ["a.txt"]
    (nested[-1] / "a.txt").unlink()
    for folder in reversed(nested[1:]):
        folder.rmdir()


@given(st.lists(st.integers(0, 10**30), max_size=6))
def test_numbers_in_names_are_sorted_by_how_much_they_are(numbers: list[int]) -> None:
    paths = [Path(f"indstilling {number}.txt") for number in numbers]
    assert sorted(paths, key=_natural) == [Path(f"indstilling {number}.txt") for number in sorted(numbers)]


@given(st.lists(st.text(max_size=8), unique=True))
def test_the_order_of_names_does_not_depend_on_that_of_the_disk(texts: list[str]) -> None:
    paths = [Path("x" + text) for text in texts]
    assert sorted(paths, key=_natural) == sorted(random.sample(paths, len(paths)), key=_natural)
