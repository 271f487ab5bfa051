"""What becomes of documents that were made to do harm: each is a problem of its own, and the others are read."""

import hashlib
import os
import signal
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from nominate_tui.errors import NominateError, Problem
from nominate_tui.intake.document import Document
from nominate_tui.intake.sandbox import Reading, Sandbox
from nominate_tui.intake.sources import DocumentFile
from nominate_tui.locale import catalogue
from nominate_tui.model.limits import Limits

STRANGE = (sys.executable, "-P", str(Path(__file__).parent / "strange_reader.py"))
"""Starts a process whose reader does what a document says."""

needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox with the strange reader."""
    with Sandbox(Limits(), STRANGE) as started:
        yield started


@pytest.fixture
def hasty() -> Iterator[Sandbox]:
    """The same with two seconds for each document."""
    with Sandbox(Limits(seconds=2), STRANGE) as started:
        yield started


def a_file(folder: Path, text: str, name: str = "a.txt") -> DocumentFile:
    """A document that says something to the strange reader."""
    (folder / name).write_text(text, encoding="utf-8")
    return DocumentFile(folder / name, name)


def lines_of(reading: Reading) -> tuple[str, ...]:
    """The lines of the one document that was read without a problem."""
    assert reading.problems == ()
    (read,) = reading.reads
    assert isinstance(read, Document)
    return read.lines


def problem_of(reading: Reading) -> Problem:
    """The one problem of a file of which nothing was read."""
    assert reading.reads == ()
    (problem,) = reading.problems
    assert problem.severity == "error"
    assert problem.todo
    return problem


def test_a_document_comes_through_as_it_was_read(sandbox: Sandbox, tmp_path: Path) -> None:
    digest = hashlib.sha256("Ærø “1”".encode()).hexdigest()
    assert sandbox.read(a_file(tmp_path, "Ærø “1”")) == Reading(
        (Document("a.txt", digest, ("Ærø “1”",), range(1, 2)),)
    )


@pytest.mark.parametrize("deed", ["compute", "sleep"])
def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(
    hasty: Sandbox, tmp_path: Path, deed: str
) -> None:
    lines_of(hasty.read(a_file(tmp_path, "before")))
    assert str(problem_of(hasty.read(a_file(tmp_path, deed)))) == (
        "a.txt: reading the document took longer than 2 seconds and was given up → if you trust the document,"
        " write seconds = 20 under [intake] in scoring.toml, or add --limit seconds=20"
    )
    assert lines_of(hasty.read(a_file(tmp_path, "after"))) == ("after",)


@needs_limits
@pytest.mark.parametrize("deed", ["memory", "more memory"])
def test_a_document_that_takes_too_much_memory_is_given_up_and_the_next_is_read(
    tmp_path: Path, deed: str
) -> None:
    with Sandbox(Limits(), STRANGE) as sandbox:
        assert str(problem_of(sandbox.read(a_file(tmp_path, deed)))) == (
            "a.txt: reading the document took up more than 1000 MB of memory and was given up → if you trust the"
            " document, write memory_mb = 10000 under [intake] in scoring.toml, or add --limit memory_mb=10000"
        )
        assert lines_of(sandbox.read(a_file(tmp_path, "after"))) == ("after",)


def test_a_document_that_ends_the_process_is_told_and_the_next_is_read(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    assert problem_of(sandbox.read(a_file(tmp_path, "leave"))).message == (
        "the document brought the process that reads documents to its end (exit code 3)"
    )
    assert lines_of(sandbox.read(a_file(tmp_path, "after"))) == ("after",)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_a_document_that_crashes_the_process_is_told_with_the_signal(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    assert problem_of(sandbox.read(a_file(tmp_path, "crash"))).message == (
        "the document brought the process that reads documents to its end (signal SIGSEGV)"
    )


def test_a_mistake_of_a_reader_is_told_as_such_with_its_line(sandbox: Sandbox, tmp_path: Path) -> None:
    source = Path(STRANGE[-1]).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(source, start=1) if '["unknown"]' in text)
    assert problem_of(sandbox.read(a_file(tmp_path, "mistake"))).message == (
        f"the document cannot be read, by a mistake of this program (KeyError at strange_reader.py:{line})"
    )
    assert lines_of(sandbox.read(a_file(tmp_path, "after"))) == ("after",)


def test_parts_that_are_nested_too_deep_are_a_problem_of_the_document(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    assert problem_of(sandbox.read(a_file(tmp_path, "recurse"))).message == (
        "the parts of the document are nested too deep to be read"
    )


def test_what_a_reader_refuses_is_told_in_its_words(sandbox: Sandbox, tmp_path: Path) -> None:
    assert str(problem_of(sandbox.read(a_file(tmp_path, "refuse")))) == "here: wrong → mend it"


def test_a_library_that_prints_disturbs_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    assert lines_of(sandbox.read(a_file(tmp_path, "print"))) == ("nothing was seen",)


@pytest.mark.skipif(sys.platform == "win32", reason="the descriptors of the process are known on POSIX")
def test_an_answer_that_is_none_is_a_problem_of_the_document(sandbox: Sandbox, tmp_path: Path) -> None:
    assert problem_of(sandbox.read(a_file(tmp_path, "nonsense"))).message == (
        "the document brought the process that reads documents to its end (its answer is none)"
    )
    assert lines_of(sandbox.read(a_file(tmp_path, "after"))) == ("after",)


@pytest.mark.skipif(sys.platform == "win32", reason="the attempts are those of POSIX")
def test_a_reader_can_write_nothing_start_nothing_and_call_nobody(sandbox: Sandbox, tmp_path: Path) -> None:
    aim = tmp_path / "aim.txt"
    aim.write_text("kept", encoding="utf-8")
    aim.chmod(0o644)
    told = lines_of(sandbox.read(a_file(tmp_path, f"forbidden\n{aim}")))
    assert told == ("refused",) * 15
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "aim.txt"]
    assert aim.read_text(encoding="utf-8") == "kept"
    assert aim.stat().st_mode & 0o777 == 0o644


def test_a_module_in_the_users_folder_is_not_imported_and_the_environment_is_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "nominate_tui", "signal", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(("", ".", "further")))
    monkeypatch.setenv("SECRET", "never to be told")
    with Sandbox(Limits(), STRANGE) as sandbox:
        folder, library, path, names = lines_of(sandbox.read(a_file(tmp_path, "surroundings")))
    assert folder == str(Path(sys.prefix).resolve())
    assert Path(library) == Path(os.__file__).parent / "json"
    assert path == str(tmp_path / "further")
    known = {"PATH", "SYSTEMROOT", "HOME", "USERPROFILE", "APPDATA", "LD_LIBRARY_PATH", "LANG", "LC_ALL"}
    assert set(names.split()) - known == {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}


@pytest.mark.skipif(sys.platform == "win32", reason="a signal is sent to a thread on POSIX only")
def test_the_process_ends_with_the_sandbox_also_in_the_midst_of_a_document(tmp_path: Path) -> None:
    before = threading.active_count()
    with Sandbox(Limits(), STRANGE) as sandbox:
        assert threading.active_count() == before + 1
        lines_of(sandbox.read(a_file(tmp_path, "before")))
        aim = threading.main_thread().ident
        interrupt = threading.Timer(1, signal.pthread_kill, (aim, signal.SIGINT))
        interrupt.start()
        with pytest.raises(KeyboardInterrupt):
            sandbox.read(a_file(tmp_path, "sleep"))
    interrupt.join()
    assert threading.active_count() == before


def test_a_process_that_does_not_start_is_told_with_how_to_find_out(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit(7)")
    with Sandbox(Limits(), command) as sandbox, pytest.raises(NominateError) as failed:
        sandbox.read(a_file(tmp_path, "text"))
    assert failed.value.message == (
        "no document can be read: the process that reads them does not start (exit code 7)"
    )
    assert failed.value.todo == f"this command shows what is wrong with it: {' '.join(command)}"


def test_a_command_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(NominateError) as failed, Sandbox(Limits(), (str(tmp_path / "none"),)):
        pass
    assert "does not start (No such file or directory)" in failed.value.message


def test_problems_are_told_in_the_language_spoken(tmp_path: Path) -> None:
    catalogue.use("da")
    with Sandbox(Limits(), STRANGE) as sandbox:
        problem = problem_of(sandbox.read(DocumentFile(tmp_path / "none.txt", "none.txt")))
    assert problem.todo == catalogue._("check the name and whether you may read the file")
    assert problem.todo != "check the name and whether you may read the file"


def test_a_file_that_is_gone_is_a_problem_and_the_next_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    assert str(problem_of(sandbox.read(DocumentFile(tmp_path / "none.txt", "none.txt")))) == (
        "none.txt: the document cannot be read: No such file or directory"
        " → check the name and whether you may read the file"
    )
    assert lines_of(sandbox.read(a_file(tmp_path, "after"))) == ("after",)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_unicode_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe6.txt")
    path.write_text("found", encoding="utf-8")
    assert lines_of(sandbox.read(DocumentFile(path, "ae.txt"))) == ("found",)


def an_archive(folder: Path, members: dict[str, str]) -> DocumentFile:
    """An archive of documents that say something to the strange reader."""
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return DocumentFile(folder / "all.zip", "all.zip")


def test_each_document_of_an_archive_is_read_with_limits_of_its_own(hasty: Sandbox, tmp_path: Path) -> None:
    members = {"10.txt": "ten", "2.txt": "leave", "sub/a.txt": "inside", "3.txt": "sleep", "4.txt": "four"}
    reading = hasty.read(an_archive(tmp_path, members))
    assert [(read.name, read.lines) for read in reading.reads if isinstance(read, Document)] == [
        ("all.zip/4.txt", ("four",)),
        ("all.zip/10.txt", ("ten",)),
        ("all.zip/sub/a.txt", ("inside",)),
    ]
    assert [(problem.where, problem.message) for problem in reading.problems] == [
        ("all.zip/2.txt", "the document brought the process that reads documents to its end (exit code 3)"),
        ("all.zip/3.txt", "reading the document took longer than 2 seconds and was given up"),
    ]


def test_an_archive_without_documents_is_told(sandbox: Sandbox, tmp_path: Path) -> None:
    assert str(problem_of(sandbox.read(an_archive(tmp_path, {".hidden": "x"})))) == (
        "all.zip: there is no document in the archive → take in the archive that has the documents"
    )


def test_a_file_that_grew_too_large_since_it_was_found_is_refused(tmp_path: Path) -> None:
    with Sandbox(Limits(document_mb=1), STRANGE) as sandbox:
        assert problem_of(sandbox.read(a_file(tmp_path, "a" * 1_000_001))).message == (
            "the document has 2 MB, and at most 1 MB are read"
        )
        assert lines_of(sandbox.read(a_file(tmp_path, "a" * 1_000_000))) == ("a" * 1_000_000,)


@needs_limits
def test_the_largest_legal_text_is_read_within_the_memory_there_is(tmp_path: Path) -> None:
    line = "Klædeskabet giver patienter tøj, når de mangler det."
    count = 20_000_000 // (len(line.encode()) + 1)
    file = a_file(tmp_path, f"{line}\n" * count)
    assert file.path.stat().st_size > 19_999_900
    with Sandbox(Limits(seconds=60)) as sandbox:
        assert lines_of(sandbox.read(file)) == (*[line] * count, "")
