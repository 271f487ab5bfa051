"""The command line as a whole: which word means what, exit codes, errors."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nominate_tui.cli.index import COMMANDS
from nominate_tui.cli.main import run
from nominate_tui.locale import catalogue

Printed = pytest.CaptureFixture[str]
PROGRAM = [sys.executable, "-c", "from nominate_tui.cli.main import main; main()"]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's language is English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_help_lists_every_command_and_loads_none(capsys: Printed) -> None:
    assert run(["--help"]) == 0
    listed = [
        line.split()[0]
        for line in capsys.readouterr().out.split("Commands:")[1].split("\n")
        if line[2:3].strip()
    ]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_index_exists_and_explains_itself(command: str, capsys: Printed) -> None:
    assert run([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: nominate-tui {command} ")


def test_the_version_is_told(capsys: Printed) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("nominate-tui, version 0.")


def test_help_is_in_the_language_of_the_user(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    assert run(["--help"]) == 0
    assert catalogue.language() == "da"
    assert "nominate-tui" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rankin"], "rankin is neither a command nor the folder of a round; did you mean ranking?"),
        (["qqqqq"], "qqqqq is neither a command nor the folder of a round"),
        (["ranking", "--bogus"], "No such option '--bogus'."),
        (["ranking", "postgresql://host/round"], "a round in a database cannot be opened yet; name a folder"),
        (["ranking", "no-such-folder"], "there is no folder no-such-folder"),
        (["--language", "da", "ranking"], "; the command ranking comes first, its options behind it"),
        (["intake"], "Missing argument 'DOCUMENT…'."),
    ],
)
def test_a_wrong_command_is_told_in_a_line_and_the_exit_code_is_2(
    arguments: list[str], told: str, capsys: Printed
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("error: ")
    assert told in printed.err
    assert "--help" in printed.err


def test_a_folder_that_is_no_round_is_told(tmp_path: Path, capsys: Printed) -> None:
    assert run(["check", str(tmp_path)]) == 2
    assert f"{tmp_path} is not a round: it has no scoring.toml" in capsys.readouterr().err


def test_this_folder_is_the_round_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["ranking"]) == 2
    assert f"{tmp_path} is not a round" in capsys.readouterr().err


def test_a_round_whose_folder_is_called_like_a_command_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(["./check"]) == 2
    assert "./check is not a round" in capsys.readouterr().err


def test_control_characters_of_a_file_name_do_not_reach_the_terminal(tmp_path: Path, capsys: Printed) -> None:
    assert run(["check", str(tmp_path / "a\x1b]0;x\x07")]) == 2
    printed = capsys.readouterr().err
    assert "\x1b" not in printed
    assert "␛]0;x␇" in printed


def test_the_screens_need_a_terminal(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "scoring.toml").write_text("", encoding="utf-8")
    assert run([str(tmp_path)]) == 2
    assert "the screens need a terminal; without one, use the plain commands" in capsys.readouterr().err


def test_a_juror_whom_the_round_does_not_have_does_not_open_the_screens(small: Path, capsys: Printed) -> None:
    assert run([str(small), "--as", "zed"]) == 2
    assert capsys.readouterr().err.startswith("error: there is no juror zed; there are: anna, bo, clara")


def test_one_cannot_be_a_juror_and_the_chair(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "scoring.toml").write_text("", encoding="utf-8")
    assert run([str(tmp_path), "--as", "anna", "--chair"]) == 2
    assert "choose one of --as and --chair" in capsys.readouterr().err


WAYS_OF_PRINTING = [["--help"], ["ranking"], ["ranking", "--format", "json"], ["lock"]]
"""Help, a table, figures for programs, a sentence."""


@pytest.mark.parametrize("command", WAYS_OF_PRINTING)
def test_whoever_reads_the_output_may_stop_early(small: Path, command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    finished = subprocess.run(
        [*PROGRAM, *command], stdout=writing, stderr=subprocess.PIPE, check=False, cwd=small
    )
    os.close(writing)
    assert (finished.returncode, finished.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", WAYS_OF_PRINTING)
def test_a_full_disk_under_the_output_is_told_in_a_line(small: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [*PROGRAM, *command], stdout=full, stderr=subprocess.PIPE, check=False, cwd=small
        )
    assert (finished.returncode, finished.stderr) == (
        1,
        b"error: the output cannot be written: No space left on device\n",
    )


@pytest.mark.skipif(os.name != "posix", reason="only a POSIX shell closes a stream")
@pytest.mark.parametrize("command", WAYS_OF_PRINTING)
def test_without_an_output_nothing_is_done_and_that_is_told(small: Path, command: list[str]) -> None:
    words = shlex.join([*PROGRAM, *command])
    finished = subprocess.run(["sh", "-c", f"{words} >&-"], stderr=subprocess.PIPE, check=False, cwd=small)
    assert (finished.returncode, finished.stderr) == (
        1,
        b"error: the output cannot be written: Bad file descriptor\n",
    )
    assert not (small / "data" / "deliberation.toml").exists()


def test_an_encoding_without_a_letter_stops_nothing() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    finished = subprocess.run(
        [*PROGRAM, "intake", "--help"], env=environment, capture_output=True, check=False
    )
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert b"DOCUMENT\\u2026" in finished.stdout


@pytest.mark.skipif(os.name != "posix", reason="a pipe with a name keeps the program waiting")
def test_ctrl_c_ends_a_command_quietly(small: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "scores.csv"
    os.mkfifo(pipe)
    process = subprocess.Popen([*PROGRAM, "collect", pipe, "--round", small], stderr=subprocess.PIPE)
    writing = open_when_read(pipe)
    process.send_signal(signal.SIGINT)
    _out, told = process.communicate(timeout=60)
    os.close(writing)
    assert (process.returncode, told) == (130, b"")


def test_ctrl_c_while_the_program_is_loaded_ends_it_quietly() -> None:
    code = (
        "import builtins\n"
        "usual = builtins.__import__\n"
        "def interrupted(name, *more):\n"
        "    if name == 'click': raise KeyboardInterrupt\n"
        "    return usual(name, *more)\n"
        "builtins.__import__ = interrupted\n"
        "from nominate_tui.__main__ import start; start()\n"
    )
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (finished.returncode, finished.stdout, finished.stderr) == (130, b"", b"")


def open_when_read(pipe: Path) -> int:
    """The writing end of a pipe, as soon as somebody reads it."""
    for _attempt in range(6000):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    pytest.fail("nobody reads the pipe")
