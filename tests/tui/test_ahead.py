"""Keys that come all at once, as over a slow line: what is typed ahead of a question is its answer, never a command."""

import sys
from pathlib import Path

import pytest

from tui.seated import desk_round, on_disk, scores
from tui.terminal import opened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round in which nothing is scored."""
    desk_round(tmp_path / "round")
    return tmp_path / "round"


@pytest.mark.parametrize(("key", "kept"), [("c", "comment"), ("p", "note")])
def test_words_typed_ahead_of_a_text_are_written(folder: Path, tmp_path: Path, key: str, kept: str) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.press(f"{key}quaint 4 faxes", "finished · saved ")
        terminal.press("\x1b", "Innovation")
        terminal.type("q")
        assert terminal.ended() == 0
    review = on_disk(folder).review("1")
    assert (getattr(review, kept), review.scores, review.flagged) == ("quaint 4 faxes", {}, False)


def test_words_typed_ahead_of_a_search_are_searched(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.press("/quiet fax 4", "0 found")
        terminal.press("\x1b", "Innovation")
        terminal.type("q")
        assert terminal.ended() == 0
    assert on_disk(folder).reviews == {}


def test_a_conflict_can_be_declared_in_one_go(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.press("x\rquaint ax\r", "× conflict of interest: quaint ax")
        terminal.type("q")
        assert terminal.ended() == 0
    conflict = on_disk(folder).review("1").conflict
    assert conflict is not None
    assert conflict.reason == "quaint ax"


def test_scores_given_in_one_go_all_count(folder: Path, tmp_path: Path) -> None:
    with opened(folder, "--as", "anna", home=tmp_path) as terminal:
        terminal.wait_for("all saved")
        terminal.type("543j12uj4q")
        assert terminal.ended() == 0
    assert [scores(folder, id) for id in "123"] == [
        {"innovation": 5, "user_value": 4, "spread": 3},
        {"innovation": 1},
        {"innovation": 4},
    ]
