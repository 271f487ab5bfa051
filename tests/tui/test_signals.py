"""What was shown as saved is on the disk however the program ends; and it ends when it is told to."""

import signal
import sys
from pathlib import Path

import pytest

from nominate_tui.store.folder import FolderStore
from tui.seated import desk_round, on_disk, scores
from tui.terminal import opened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

READY = "all saved"
SCORED = "Innovation 4: new as a 4"
"""What the screen says as soon as the key is heard, before anything is written."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round in which nothing is scored."""
    desk_round(tmp_path / "round")
    return tmp_path / "round"


def test_a_kill_right_after_saved_loses_nothing(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("4", "finished · saved ")
        terminal.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    assert scores(folder, "1") == {"innovation": 4}
    assert [problem for problem in FolderStore(folder).problems() if problem.severity == "error"] == []


def test_after_a_kill_the_same_juror_can_go_on(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("4", "finished · saved ")
        terminal.kill(signal.SIGKILL)
        terminal.ended()
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("5", "finished · saved ")
    assert scores(folder, "1") == {"innovation": 4, "user_value": 5}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_keeps_the_last_change(
    folder: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("4", SCORED)
        terminal.kill(number)
        assert terminal.ended() == 128 + number
    assert scores(folder, "1") == {"innovation": 4}


def test_a_terminal_that_goes_away_ends_the_program_and_loses_nothing(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("4", SCORED)
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP
    assert scores(folder, "1") == {"innovation": 4}


@pytest.mark.parametrize("key", ["q", "\x11"])
def test_to_leave_right_after_a_change_keeps_it(folder: Path, tmp_path: Path, key: str) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.type(f"4{key}")
        assert terminal.ended() == 0
    assert scores(folder, "1") == {"innovation": 4}


def test_a_question_that_is_open_keeps_nobody_from_ending_the_program(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("4", SCORED)
        terminal.press("x", "what ties you to this nominee?")
        terminal.kill(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    assert scores(folder, "1") == {"innovation": 4}


def test_a_comment_that_is_half_written_survives_a_kill_once_it_is_shown_as_saved(
    folder: Path, tmp_path: Path
) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("c", "Comment for the chair")
        terminal.press("half a thought", "finished · saved ")
        terminal.kill(signal.SIGKILL)
        terminal.ended()
    assert on_disk(folder).review("1").comment == "half a thought"


def test_a_comment_that_is_half_written_is_kept_when_the_program_is_told_to_end(
    folder: Path, tmp_path: Path
) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.press("c", "Comment for the chair")
        terminal.type("half")
        terminal.wait_for("half")
        terminal.kill(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    assert on_disk(folder).review("1").comment == "half"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_chairs_desk_ends_when_it_is_told_to(
    folder: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with opened(folder, "--chair", home=tmp_path) as terminal:
        terminal.wait_for("ballots confirmed")
        terminal.kill(number)
        assert terminal.ended() == 128 + number


def test_a_program_that_was_left_gives_the_terminal_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for(READY)
        terminal.type("q")
        assert terminal.ended() == 0
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h")):
        assert terminal.raw.rindex(off) > terminal.raw.rindex(on)


def test_a_second_window_of_the_same_juror_is_told_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as first:
        first.wait_for(READY)
        with opened(folder, "--as", "anna", home=tmp_path) as second:
            second.wait_for("only to read")
            second.press("4", "open in another window")
            second.type("q")
            assert second.ended() == 0
        first.press("5", "finished · saved ")
    assert scores(folder, "1") == {"innovation": 5}
