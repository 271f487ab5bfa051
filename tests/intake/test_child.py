"""The process that reads documents, asked without the one that watches over it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from intake.test_sandbox import STRANGE
from nominate_tui.intake.document import Document
from nominate_tui.intake.sandbox import COMMAND
from nominate_tui.intake.wire import (
    Answer,
    Request,
    Settings,
    answer_in,
    read_frame,
    request_packed,
    settings_packed,
    write_frame,
)
from nominate_tui.model.limits import Limits


@contextmanager
def running(command: tuple[str, ...], limits: Limits) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that reads, ready for requests."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        write_frame(into(process), settings_packed(Settings(limits, "en")))
        assert read_frame(out_of(process), 1_000) == b""
        yield process


def into(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    assert process.stdin is not None
    return process.stdin


def out_of(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    assert process.stdout is not None
    return process.stdout


def asked(process: "subprocess.Popen[bytes]", path: Path) -> Answer | None:
    """The answer to a request for a file; `None` where there is none."""
    write_frame(into(process), request_packed(Request(str(path), path.name)))
    frame = read_frame(out_of(process), 10_000)
    return None if frame is None else answer_in(frame, path.name)


def lines_of(answer: Answer | None) -> tuple[str, ...]:
    assert answer is not None
    (read,) = answer.reads
    assert isinstance(read, Document)
    return read.lines


def test_it_reads_one_document_after_the_other_and_ends_when_nobody_asks(tmp_path: Path) -> None:
    with running(COMMAND, Limits()) as process:
        for text in ("first", "second"):
            (tmp_path / "a.txt").write_text(text, encoding="utf-8")
            assert lines_of(asked(process, tmp_path / "a.txt")) == (text,)
        into(process).close()
        assert process.wait(60) == 0


def test_it_ends_where_nobody_asked_at_all() -> None:
    assert subprocess.run(COMMAND, stdin=subprocess.DEVNULL, check=False).returncode == 0


def test_to_start_it_loads_no_library_for_any_format() -> None:
    code = "import sys, nominate_tui.intake.child; print(*sys.modules)"
    told = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=True)
    heavy = {
        "pypdfium2",
        "lxml",
        "openpyxl",
        "python_calamine",
        "ftfy",
        "zipfile",
        "csv",
        "tomli",
        "tomli_w",
        "xml",
    }
    assert heavy & set(told.stdout.split()) == set()


def test_it_ends_with_the_answer_after_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mistake", encoding="utf-8")
    with running(STRANGE, Limits()) as process:
        answer = asked(process, tmp_path / "a.txt")
        assert answer is not None
        assert answer.last
        assert process.wait(60) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_an_interrupt_is_not_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("still here", encoding="utf-8")
    with running(COMMAND, Limits()) as process:
        process.send_signal(signal.SIGINT)
        assert lines_of(asked(process, tmp_path / "a.txt")) == ("still here",)
        into(process).close()
        assert process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_it_ends_by_itself_where_nobody_is_left_who_would_end_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("compute", encoding="utf-8")
    with running(STRANGE, Limits(seconds=1)) as process:
        assert asked(process, tmp_path / "a.txt") is None
        assert process.wait(60) == -signal.SIGXCPU


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell the limits of a process")
def test_the_limits_of_the_system_are_set_and_cannot_be_raised_again() -> None:
    with running(COMMAND, Limits(memory_mb=300)) as process:
        text = Path(f"/proc/{process.pid}/limits").read_text(encoding="utf-8")
        into(process).close()
    told = {line[:26].strip(): line[26:].split()[:2] for line in text.splitlines()}
    assert told["Max address space"] == ["300000000", "300000000"]
    assert told["Max data size"] == ["300000000", "300000000"]
    assert told["Max file size"] == ["0", "0"]
    assert told["Max core file size"] == ["0", "0"]
